//! An entry as data: every field that the model has. `docs/list.md` describes it, and
//! `docs/list.schema.json` for programs; a test holds them together.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::SecondsFormat;
use serde::Serialize;

use super::csv::{self, line, list, push_record};
use crate::config::SiteConfig;
use crate::content::citation::{Citation, SourceKind};
use crate::content::date::{EventDate, Precision, delay};
use crate::content::event::{LifeStage, RelationKind};
use crate::content::front_matter::Moment;
use crate::model::entry::{Entry, Statement, StatementKind};
use crate::model::site::Site;
use crate::model::storyline::relations_of;
use crate::plan::Plan;

/// An entry.
#[derive(Serialize)]
pub struct Row<'a> {
    pub id: &'a str,
    /// `shown`, or why it is on no timeline.
    pub state: &'static str,
    pub title: &'a str,
    /// Of its article.
    pub kind: &'static str,
    pub language: &'a str,
    #[serde(flatten)]
    pub date: DateRow,
    pub precision: Option<&'static str>,
    pub approximate: bool,
    pub uncertain: bool,
    pub wording: Option<&'a str>,
    pub place: Option<&'a str>,
    pub summary: Option<&'a str>,
    /// The id in `site.yaml`, or `overdue`.
    pub status: &'a str,
    pub stage: &'static str,
    pub certainty: Option<&'a str>,
    pub importance: u8,
    pub order: Option<i32>,
    pub stances: Vec<StanceRow<'a>>,
    pub slips: Vec<StatementRow<'a>>,
    pub updates: Vec<StatementRow<'a>>,
    pub sources: Vec<SourceRow<'a>>,
    pub story: Option<&'a str>,
    pub follows: Vec<&'a str>,
    pub reverses: Vec<&'a str>,
    pub confirms: Vec<&'a str>,
    pub article: &'a str,
    pub published: Option<String>,
    pub updated: Option<String>,
    pub url: String,
    pub anchor: Option<String>,
    pub file: String,
    /// The day on which the desk last looked for news of it.
    pub checked: Option<String>,
    /// The id of the entry that tells this one's event on the timelines.
    pub folded_into: Option<&'a str>,
    /// The entries that are told with this one.
    pub folded: Vec<FoldedRow<'a>>,
    /// The terms of each taxonomy, by its id.
    #[serde(flatten)]
    pub terms: BTreeMap<String, Vec<&'a str>>,
}

/// An entry that is told with another.
#[derive(Serialize)]
pub struct FoldedRow<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub status: &'a str,
    pub url: String,
    pub file: String,
    pub folded_into: &'a str,
}

/// A date as it is written, in EDTF, and the first and last day that it can mean.
#[derive(Serialize)]
pub struct DateRow {
    pub date: Option<String>,
    pub edtf: Option<String>,
    pub earliest: Option<String>,
    pub latest: Option<String>,
}

#[derive(Serialize)]
pub struct StanceRow<'a> {
    pub organisation: &'a str,
    pub stance: &'a str,
}

/// An earlier target date, or what an article says about an entry of another one.
#[derive(Serialize)]
pub struct StatementRow<'a> {
    #[serde(flatten)]
    pub date: DateRow,
    pub wording: Option<&'a str>,
    pub status: Option<&'a str>,
    pub certainty: Option<&'a str>,
    /// The day on which it was said.
    pub on: Option<String>,
    /// The date on which it was cancelled, if the statement says that it was.
    pub cancelled: Option<String>,
    /// The day on which the desk last looked for news of it.
    pub checked: Option<String>,
    /// Whether it tells the same event as its article.
    pub same_event: bool,
    /// The id of the article that says it.
    pub article: &'a str,
    pub source: Option<SourceRow<'a>>,
}

#[derive(Serialize)]
pub struct SourceRow<'a> {
    pub id: Option<&'a str>,
    pub title: &'a str,
    pub url: Option<&'a str>,
    pub authors: &'a [String],
    pub publisher: Option<&'a str>,
    #[serde(flatten)]
    pub date: DateRow,
    pub kind: Option<&'static str>,
    pub archived: Option<&'a str>,
    pub accessed: Option<String>,
}

/// Names of the keys and columns that are not terms.
pub const FIXED: [&str; 37] = [
    "id",
    "state",
    "title",
    "kind",
    "language",
    "date",
    "edtf",
    "earliest",
    "latest",
    "precision",
    "approximate",
    "uncertain",
    "wording",
    "place",
    "summary",
    "status",
    "stage",
    "certainty",
    "importance",
    "order",
    "stances",
    "slips",
    "updates",
    "sources",
    "story",
    "follows",
    "reverses",
    "confirms",
    "article",
    "published",
    "updated",
    "url",
    "anchor",
    "file",
    "checked",
    "folded_into",
    "folded",
];

/// The key of a taxonomy: its id, or `terms.` and its id where that is the name of something else.
pub fn key_of_taxonomy(id: &str) -> String {
    match FIXED.contains(&id) {
        true => format!("terms.{id}"),
        false => id.to_owned(),
    }
}

impl<'a> Row<'a> {
    /// `given`: the entry is as its article gives it, on no timeline, so that its page has no
    /// anchor for it.
    pub fn of(
        site: &'a Site,
        plan: &Plan,
        entry: &'a Entry,
        state: &'static str,
        given: bool,
    ) -> Self {
        let config = &site.config;
        let article = site.article(entry.article);
        let front = &article.front;
        let listed = entry.listed.map(|n| &front.entries[n]);
        let page = Plan::address(&plan.articles[entry.article.0]);
        let page = config.whole_permalink_of(page);
        let anchor = entry.listed.filter(|_| !given);
        let anchor = anchor.map(|_| format!("entry-{}", entry.id));
        let relations = relations_of(entry, article);
        let related = |kind: RelationKind| {
            let of = relations.relations.iter().filter(move |r| r.kind == kind);
            of.map(|r| r.to.value.as_str()).collect()
        };
        let date = entry.date.as_ref();
        let summary = match listed {
            Some(listed) => listed.summary.as_deref(),
            None => front.summary.as_deref(),
        };
        let place = match listed {
            Some(listed) => listed.place.as_deref(),
            None => front.place.as_deref(),
        };
        // All sources of an article for each entry that it lists would be as many as both numbers
        // multiplied, and few of them say it.
        let sources = site.citations_of(entry);
        let moment = |moment: Option<Moment>| moment.map(|m| said(m, config));
        Row {
            id: &entry.id,
            state,
            title: &entry.title,
            kind: front.kind.id(),
            language: front.lang.as_deref().unwrap_or(&config.language),
            date: DateRow::of(date),
            precision: date.map(|date| precision(date.precision())),
            approximate: date.is_some_and(EventDate::is_approximate),
            uncertain: date.is_some_and(EventDate::is_uncertain),
            wording: entry.wording.as_deref(),
            place,
            summary,
            status: match entry.overdue(site.today) {
                true => "overdue",
                false => &config.statuses[entry.status].id,
            },
            stage: match entry.stage {
                LifeStage::Happened => "happened",
                LifeStage::Expected => "expected",
                LifeStage::Cancelled => "cancelled",
            },
            certainty: entry.certainty.map(|n| config.certainties[n].id.as_str()),
            importance: entry.importance,
            order: entry.order,
            stances: stances(site, entry),
            slips: slips(site, entry),
            updates: updates(site, entry),
            sources: sources.map(SourceRow::of).collect(),
            story: relations.story.as_ref().map(|story| story.value.as_str()),
            follows: related(RelationKind::Follows),
            reverses: related(RelationKind::Reverses),
            confirms: related(RelationKind::Confirms),
            article: &article.id,
            published: moment(front.published),
            updated: moment(front.updated),
            url: match &anchor {
                Some(anchor) => format!("{page}#{anchor}"),
                None => page,
            },
            anchor,
            file: format!("content/{}", article.path),
            checked: entry
                .checked(site.today)
                .map(|day| day.standard().to_owned()),
            folded_into: entry.folded_into.map(|id| site.entry(id).id.as_str()),
            folded: folded(site, plan, entry),
            terms: terms(site, entry),
        }
    }
}

impl DateRow {
    fn of(date: Option<&EventDate>) -> Self {
        Self {
            date: date.map(|date| date.standard().to_owned()),
            edtf: date.map(EventDate::edtf),
            earliest: date
                .and_then(EventDate::earliest)
                .map(|day| day.to_string()),
            latest: date.and_then(EventDate::latest).map(|day| day.to_string()),
        }
    }
}

impl<'a> SourceRow<'a> {
    fn of(source: &'a Citation) -> Self {
        let date = DateRow::of(source.date.as_ref());
        Self {
            id: source.id.as_ref().map(|id| id.value.as_str()),
            title: &source.title,
            url: source.url.as_deref().or(source.unlinked.as_deref()),
            authors: &source.authors,
            publisher: source.publisher.as_deref(),
            date: DateRow {
                // What is no date is kept as it is written.
                date: date.date.or_else(|| source.date_words.clone()),
                ..date
            },
            kind: source.kind.map(|kind| match kind {
                SourceKind::Primary => "primary",
                SourceKind::Secondary => "secondary",
                SourceKind::Rewrite => "rewrite",
            }),
            archived: source.archived.as_deref(),
            accessed: source
                .accessed
                .as_ref()
                .map(|day| day.standard().to_owned())
                .or_else(|| source.accessed_words.clone()),
        }
    }
}

impl<'a> StatementRow<'a> {
    fn of(site: &'a Site, statement: &'a Statement) -> Self {
        let (config, by) = (&site.config, statement.attribution);
        let article = site.article(by.article);
        let standard = |date: Option<&EventDate>| date.map(|date| date.standard().to_owned());
        Self {
            date: DateRow::of(statement.date.as_ref()),
            wording: statement.wording.as_deref(),
            status: statement.status.map(|n| config.statuses[n].id.as_str()),
            certainty: statement
                .certainty
                .map(|n| config.certainties[n].id.as_str()),
            on: standard(statement.on.as_ref()),
            cancelled: standard(statement.cancelled.as_ref()),
            checked: standard(statement.checked.as_ref()),
            same_event: statement.same_event.is_some(),
            article: &article.id,
            source: by.source.map(|n| SourceRow::of(&article.front.sources[n])),
        }
    }
}

fn folded<'a>(site: &'a Site, plan: &Plan, entry: &'a Entry) -> Vec<FoldedRow<'a>> {
    let config = &site.config;
    let folded = entry.folded.iter().map(|id| site.entry(*id));
    folded
        .map(|folded| {
            let page = Plan::address(&plan.articles[folded.article.0]);
            let page = config.whole_permalink_of(page);
            FoldedRow {
                id: &folded.id,
                title: &folded.title,
                status: &config.statuses[folded.status].id,
                url: match folded.listed {
                    Some(_) => format!("{page}#entry-{}", folded.id),
                    None => page,
                },
                file: format!("content/{}", site.article(folded.article).path),
                folded_into: &entry.id,
            }
        })
        .collect()
}

fn stances<'a>(site: &'a Site, entry: &'a Entry) -> Vec<StanceRow<'a>> {
    let stances = entry.stances.iter();
    stances
        .map(|(term, stance)| StanceRow {
            organisation: &site.term(*term).label,
            stance: &site.config.stances[*stance].id,
        })
        .collect()
}

/// Earlier target dates, each with who gave it, that a later date replaced.
fn slips<'a>(site: &'a Site, entry: &'a Entry) -> Vec<StatementRow<'a>> {
    let targets = entry.announced();
    let replaced = targets
        .windows(2)
        .filter(|pair| delay(pair[0].0, pair[1].0).is_some());
    replaced
        .map(|pair| StatementRow::of(site, pair[0].1))
        .collect()
}

fn updates<'a>(site: &'a Site, entry: &'a Entry) -> Vec<StatementRow<'a>> {
    let updates = entry
        .history
        .iter()
        .filter(|said| said.kind == StatementKind::Update);
    updates.map(|said| StatementRow::of(site, said)).collect()
}

fn terms<'a>(site: &'a Site, entry: &Entry) -> BTreeMap<String, Vec<&'a str>> {
    let taxonomies = site.config.taxonomies.iter().enumerate();
    taxonomies
        .map(|(n, taxonomy)| {
            let terms = entry.terms.iter().filter(|term| term.taxonomy == n);
            let labels = terms.map(|term| site.term(*term).label.as_str());
            (key_of_taxonomy(&taxonomy.id), labels.collect())
        })
        .collect()
}

fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Instant => "instant",
        Precision::Day => "day",
        Precision::Month => "month",
        Precision::Season => "season",
        Precision::Quarter => "quarter",
        Precision::Half => "half",
        Precision::Year => "year",
        Precision::Decade => "decade",
        Precision::Century => "century",
        Precision::Interval => "interval",
        Precision::Choice => "choice",
    }
}

/// A day, or an instant with the offset as written, else with the site's (RFC 3339).
fn said(moment: Moment, config: &SiteConfig) -> String {
    match moment.day_only {
        true => moment.day(config.timezone).to_string(),
        false => moment
            .local(config.timezone)
            .to_rfc3339_opts(SecondsFormat::Secs, true),
    }
}

/// Entries as CSV (RFC 4180): one record an entry, with a header. The columns are always the same, in
/// the same order; those of taxonomies come last, in the order of the configuration.
pub struct Table {
    /// The keys of the taxonomies.
    taxonomies: Vec<String>,
}

impl Table {
    pub fn new(config: &SiteConfig) -> Self {
        let taxonomies = config.taxonomies.iter();
        Self {
            taxonomies: taxonomies.map(|t| key_of_taxonomy(&t.id)).collect(),
        }
    }

    pub fn header(&self) -> String {
        let taxonomies = self.taxonomies.iter().map(String::as_str);
        line(&FIXED.iter().copied().chain(taxonomies).collect::<Vec<_>>())
    }

    /// Appends the record of an entry, without its end.
    pub fn push(&self, row: &Row<'_>, out: &mut String) {
        let mut cells = cells(row);
        cells.extend(
            self.taxonomies
                .iter()
                .map(|key| list(&row.terms[key]).into()),
        );
        push_record(&cells, out);
    }
}

/// Formats rows as CSV.
pub fn csv(rows: &[Row<'_>], config: &SiteConfig) -> String {
    let table = Table::new(config);
    let mut out = table.header();
    for row in rows {
        table.push(row, &mut out);
        out.push_str(csv::END);
    }
    out
}

/// The cells of the fixed columns, in their order.
fn cells<'r>(row: &'r Row<'_>) -> Vec<Cow<'r, str>> {
    let text = |text: Option<&'r str>| Cow::from(text.unwrap_or_default());
    let owned = |text: &'r Option<String>| Cow::from(text.as_deref().unwrap_or_default());
    let flag = |is: bool| Cow::from(if is { "true" } else { "false" });
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
        row.id.into(),
        row.state.into(),
        row.title.into(),
        row.kind.into(),
        row.language.into(),
        owned(&row.date.date),
        owned(&row.date.edtf),
        owned(&row.date.earliest),
        owned(&row.date.latest),
        text(row.precision),
        flag(row.approximate),
        flag(row.uncertain),
        text(row.wording),
        text(row.place),
        text(row.summary),
        row.status.into(),
        row.stage.into(),
        text(row.certainty),
        row.importance.to_string().into(),
        row.order
            .map_or_else(String::new, |order| order.to_string())
            .into(),
        list(&stances).into(),
        list(&row.slips.iter().map(target).collect::<Vec<_>>()).into(),
        list(&updates).into(),
        list(&sources).into(),
        text(row.story),
        list(&row.follows).into(),
        list(&row.reverses).into(),
        list(&row.confirms).into(),
        row.article.into(),
        owned(&row.published),
        owned(&row.updated),
        (&*row.url).into(),
        owned(&row.anchor),
        (&*row.file).into(),
        owned(&row.checked),
        text(row.folded_into),
        list(&folded).into(),
    ]
}

/// An earlier target date.
fn target<'r>(slip: &'r StatementRow<'_>) -> &'r str {
    slip.date.date.as_deref().unwrap_or_default()
}
