//! Rows as CSV (RFC 4180): one record an entry, with a header, lines ended by CRLF.

use super::EntryState;
use super::rows::{FIXED, Row, StatementRow, key_of_taxonomy};
use crate::config::SiteConfig;
use crate::view::csv::{line, list};

/// Formats rows. The columns are always the same, in the same order; those of taxonomies come last,
/// in the order of the configuration.
pub(super) fn csv(rows: &[Row<'_>], config: &SiteConfig) -> String {
    let taxonomies: Vec<String> = config
        .taxonomies
        .iter()
        .map(|taxonomy| key_of_taxonomy(&taxonomy.id))
        .collect();
    let fixed = FIXED.iter().map(|name| (*name).to_owned());
    let header: Vec<String> = fixed.chain(taxonomies.iter().cloned()).collect();
    let mut out = line(&header);
    for row in rows {
        let mut cells = cells(row);
        cells.extend(taxonomies.iter().map(|key| list(&row.terms[key])));
        out.push_str(&line(&cells));
    }
    out
}

/// The cells of the fixed columns, in their order.
fn cells(row: &Row<'_>) -> Vec<String> {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let owned = |text: &Option<String>| text.clone().unwrap_or_default();
    let stances = row.stances.iter();
    let stances: Vec<String> = stances
        .map(|s| format!("{}={}", s.organisation, s.stance))
        .collect();
    let sources: Vec<&str> = row
        .sources
        .iter()
        .map(|s| s.url.unwrap_or(s.title))
        .collect();
    let updates: Vec<&str> = row.updates.iter().map(|update| update.article).collect();
    let folded: Vec<&str> = row.folded.iter().map(|folded| folded.id).collect();
    vec![
        row.id.to_owned(),
        EntryState::word(row.state).to_owned(),
        row.title.to_owned(),
        row.kind.to_owned(),
        row.language.to_owned(),
        owned(&row.date.date),
        owned(&row.date.edtf),
        owned(&row.date.earliest),
        owned(&row.date.latest),
        text(row.precision),
        row.approximate.to_string(),
        row.uncertain.to_string(),
        text(row.wording),
        text(row.place),
        text(row.summary),
        row.status.to_owned(),
        row.stage.to_owned(),
        text(row.certainty),
        row.importance.to_string(),
        row.order
            .map_or_else(String::new, |order| order.to_string()),
        list(&stances),
        list(&row.slips.iter().map(target).collect::<Vec<_>>()),
        list(&updates),
        list(&sources),
        text(row.story),
        list(&row.follows),
        list(&row.reverses),
        list(&row.confirms),
        row.article.to_owned(),
        owned(&row.published),
        owned(&row.updated),
        row.url.clone(),
        owned(&row.anchor),
        row.file.clone(),
        owned(&row.checked),
        text(row.folded_into),
        list(&folded),
    ]
}

/// An earlier target date.
fn target(slip: &StatementRow<'_>) -> String {
    slip.date.date.clone().unwrap_or_default()
}
