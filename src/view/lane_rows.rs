//! The facts of a picture of lanes as rows of a table.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt as _, HashSet};
use serde::Serialize;

use crate::chart::calendar::Day;
use crate::chart::rows::{RowKind, rows};
use crate::chart::types::{Lane, Options, Outcome};

/// A page has so many rows, unless the picture shows more by themselves.
pub const MOST_ROWS: usize = 480;

/// One row of the table: a mark of the picture, a change of stance, or something announced.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct LaneRow {
    /// The lane.
    pub lane: String,
    /// Its dates: one, or all that were announced in their order.
    pub when: Vec<String>,
    pub title: String,
    pub url: String,
    /// In a site with several languages, the language of the title, if it is not that of the edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The stance that began with it; empty if none did.
    pub stance: String,
    /// None if confirmed.
    pub certainty: Option<String>,
    /// Of what was announced: what became of it.
    pub outcome: String,
    /// Its first day.
    #[serde(skip)]
    day: Option<Day>,
}

/// The rows of the table, lane by lane and in the order of time: one for each entry.
pub(super) fn table(
    lanes: &[Lane],
    options: &Options,
    certainties: &HashMap<String, String>,
    langs: &BTreeMap<String, String>,
) -> Vec<LaneRow> {
    let mut table: Vec<LaneRow> = Vec::new();
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    for row in rows(lanes, options) {
        let key = (row.lane.clone(), row.href.clone());
        let at = *known.entry(key).or_insert_with(|| {
            table.push(LaneRow {
                lane: row.lane.clone(),
                when: row.when.clone(),
                title: row.what.clone(),
                url: row.href.clone(),
                lang: langs.get(&row.href).cloned(),
                certainty: certainties.get(&row.href).cloned(),
                ..LaneRow::default()
            });
            table.len() - 1
        });
        match row.kind {
            RowKind::Event => {}
            RowKind::Change => table[at].stance = row.detail,
            RowKind::Promise => {
                let before = row.when.into_iter();
                let new: Vec<String> = before.filter(|w| !table[at].when.contains(w)).collect();
                table[at].when.splice(0..0, new);
                table[at].outcome = row.detail;
            }
        }
    }
    let days: HashMap<(&str, &str), Day> = lanes.iter().flat_map(days).collect();
    let place = |row: &LaneRow| {
        let lane = lanes.iter().position(|lane| lane.name == row.lane);
        (lane, row.day)
    };
    for row in &mut table {
        row.day = days.get(&(row.lane.as_str(), row.url.as_str())).copied();
    }
    table.sort_by_cached_key(place);
    table
}

/// The first day of every fact of a lane, by lane and address.
fn days(lane: &Lane) -> Vec<((&str, &str), Day)> {
    let promised = lane.promises.iter().map(|promise| {
        let day = match promise.outcome {
            Outcome::Happened(span) | Outcome::Cancelled(span) => Some(span.start),
            _ => promise.targets.last().and_then(|t| Some(t.span?.start)),
        };
        (promise.href.as_str(), day.unwrap_or(Day::MAX))
    });
    let changes = lane.changes.iter().map(|c| (c.href.as_str(), c.span.start));
    let marks = lane.marks.iter().map(|m| (m.href.as_str(), m.span.start));
    let all = promised.chain(changes).chain(marks);
    all.map(|(href, day)| ((lane.name.as_str(), href), day))
        .collect()
}

/// The rows of what lanes show by themselves, and of the others the latest, [`MOST_ROWS`] together; in their
/// order, which is lane by lane that of time.
pub(super) fn bounded(rows: Vec<LaneRow>, lanes: &[Lane]) -> Vec<LaneRow> {
    if rows.len() <= MOST_ROWS {
        return rows;
    }
    let of = |lane: &Lane| {
        let marks = lane.marks.iter().map(|mark| mark.href.clone());
        let changes = lane.changes.iter().map(|change| change.href.clone());
        let promises = lane.promises.iter().map(|promise| promise.href.clone());
        let all = marks.chain(changes).chain(promises);
        let name = lane.name.clone();
        all.map(move |href| (name.clone(), href))
            .collect::<Vec<_>>()
    };
    let drawn: HashSet<(String, String)> = lanes.iter().flat_map(of).collect();
    let is_drawn = |row: &LaneRow| drawn.contains(&(row.lane.clone(), row.url.clone()));
    let mut kept: Vec<bool> = rows.iter().map(is_drawn).collect();
    let room = MOST_ROWS.saturating_sub(kept.iter().filter(|kept| **kept).count());
    let mut others: Vec<usize> = (0..rows.len()).filter(|at| !kept[*at]).collect();
    others.sort_by_key(|at| (std::cmp::Reverse(rows[*at].day), *at));
    for at in others.into_iter().take(room) {
        kept[at] = true;
    }
    let rows = rows.into_iter().zip(kept);
    rows.filter_map(|(row, kept)| kept.then_some(row)).collect()
}
