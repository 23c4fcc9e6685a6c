//! `dateline list`: lists the entries of the site, for people and for other programs.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use clap::{Args, ValueEnum};

use super::locate::AskedFiles;
use super::{GlobalArgs, SelectionArgs, failed, plural, tell};
use crate::content::article::ArticleId;
use crate::content::date::{Direction, EventDate};
use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::diagnostic::visible::{printable, printable_json, printable_line};
use crate::diagnostic::{Severity, Sink};
use crate::model::entry::Entry;
use crate::model::site::Site;
use crate::model::taxonomy::{Taxonomy, TermRef, key};
use crate::pipeline::{self, Prepared};
use crate::source::Sources;
use crate::view::rows::{self, Row};
use crate::world::World;

/// List the entries of the site, newest first.
///
/// Filters are combined: an entry must match all of them. A period matches every entry that may
/// fall into it, including those whose date is known less exactly.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline list --term Meta --status expected
  dateline list --period 2025-Q4 --as csv > quarter.csv
  dateline list --without-source --as json
  dateline list content/2026 --as json      entries of the articles in a folder
  dateline list --state draft,scheduled     list what is not public yet

Exit codes: 0 listed, even if nothing matches; 1 errors in the content, files with errors are not
listed; 2 wrong usage or a disk error.")]
pub struct List {
    /// In these files and folders only
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    selection: SelectionArgs,
    /// With this term, in any taxonomy, or in one: organisations=Meta (can be repeated)
    #[arg(short, long, value_name = "NAME")]
    term: Vec<String>,
    /// With this status: happened, expected, cancelled, overdue, or one that the site defines
    #[arg(long, value_name = "WORD")]
    status: Option<String>,
    /// With this certainty: rumoured, reported, confirmed, disputed, or one that the site defines
    #[arg(long, value_name = "WORD")]
    certainty: Option<String>,
    /// In this period: 2025, 2025-12, 2026-Q1, 2024/2025 …
    #[arg(short, long, value_name = "DATE")]
    period: Option<String>,
    /// With this text in the headline
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// In this state, which the list then shows (can be repeated, or separated by commas); by
    /// default the entries on the timelines
    #[arg(long, value_enum, value_delimiter = ',', value_name = "STATE")]
    state: Vec<EntryState>,
    /// In articles without sources
    #[arg(long)]
    without_source: bool,
    /// The output format
    #[arg(long = "as", value_enum, default_value_t = Shape::Table, value_name = "SHAPE")]
    shape: Shape,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// A table for people
    Table,
    /// CSV for spreadsheets (RFC 4180)
    Csv,
    /// A JSON array of objects
    Json,
}

/// The state of an entry before it reaches readers. The first that applies: an article that is a
/// draft is `Draft` whatever else it is.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum EntryState {
    /// On the timelines
    Shown,
    /// In a draft
    Draft,
    /// In an article whose publication is in the future
    Scheduled,
    /// In an article that has expired
    Expired,
    /// In an explainer without a date, which has a page but is on no timeline
    Background,
    /// In an article that was retracted
    Retracted,
    /// Told on the timelines by an article's own event (`same_event: true`)
    Folded,
}

impl EntryState {
    fn word(self) -> &'static str {
        match self {
            EntryState::Shown => "shown",
            EntryState::Draft => "draft",
            EntryState::Scheduled => "scheduled",
            EntryState::Expired => "expired",
            EntryState::Background => "background",
            EntryState::Retracted => "retracted",
            EntryState::Folded => "folded",
        }
    }
}

impl List {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let mut settings = match common.settings(&self.selection, None) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        // A draft may also be scheduled.
        if self.state.contains(&EntryState::Draft) || self.state.contains(&EntryState::Scheduled) {
            (settings.drafts, settings.future) = (true, true);
        }
        let asked = match AskedFiles::new(&self.files, world, common.root()) {
            Ok(asked) => asked,
            Err(fault) => return failed(&fault),
        };
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let prepared = pipeline::prepare(world, &settings, &mut sources, &mut sink);
        if let Some(fault) = asked.not_of_the_site(&settings, &sources) {
            return failed(&fault);
        }
        // Warnings and notices are left to `check`.
        sink.adjust(|d| (d.severity == Severity::Error).then_some(d.severity));
        let listed = prepared.as_ref().map(|prepared| {
            let filter = self.filter(&prepared.site)?;
            let found = self.found(&prepared.site, world.now());
            Ok::<_, String>((prepared, filter, found))
        });
        let (prepared, filter, found) = match listed {
            Some(Ok(listed)) => listed,
            Some(Err(fault)) => return failed(&fault),
            None => return common.report(sink, &sources, world).code(),
        };
        let mut listed = listed_rows(prepared, &filter, &found);
        listed.retain(|row| asked.contain(&row.file));
        // What is read on of a file with errors may be less than what was meant.
        let faulty = sink.faulty();
        let faulty: BTreeSet<&str> = faulty.iter().map(|id| sources.name(*id)).collect();
        listed.retain(|row| !faulty.contains(row.file.as_str()));
        let text = match self.shape {
            Shape::Table => table(&listed, !self.state.is_empty()),
            Shape::Csv => rows::csv(&listed, &prepared.site.config),
            Shape::Json => {
                let json = serde_json::to_string_pretty(&listed);
                printable_json(json.expect("strings and numbers always serialise") + "\n")
            }
        };
        // A closed pipe is no reason to fail. (Each shape escapes its own values.)
        let _ = write!(std::io::stdout().lock(), "{text}");
        let counts = common.report(sink, &sources, world);
        if counts.errors > 0 {
            tell(&format!(
                "{}: files with errors are not listed",
                counts.describe(false)
            ));
            return counts.code();
        }
        0
    }

    /// Returns the entries in the requested states, newest first; without states, those on the
    /// timelines.
    fn found<'a>(&self, site: &'a Site, now: DateTime<Utc>) -> Vec<FoundEntry<'a>> {
        if self.state.is_empty() {
            let shown = site
                .newest
                .iter()
                .map(|id| (None, Cow::Borrowed(site.entry(*id))));
            return shown.collect();
        }
        let articles = (0..site.articles.len()).map(ArticleId);
        let mut found: Vec<(EntryState, Cow<'a, Entry>)> = articles
            .flat_map(|id| of_article(site, id, now))
            .filter(|(state, _)| self.state.contains(state))
            .collect();
        found.sort_by_cached_key(|(_, entry)| site.place_of(entry, Direction::Newest));
        let told = |(state, entry)| (Some(state), entry);
        found.into_iter().map(told).collect()
    }

    /// Resolves the filters to values of this site.
    fn filter(&self, site: &Site) -> Result<Filter, String> {
        let config = &site.config;
        let overdue =
            self.status.as_deref() == Some("overdue") && config.status("overdue").is_none();
        let status = match self.status.as_deref().filter(|_| !overdue) {
            Some(word) => Some(config.status(word).ok_or_else(|| {
                let ids = config.statuses.iter().map(|s| s.id.as_str());
                unknown("--status", word, ids.chain(["overdue"]))
            })?),
            None => None,
        };
        let certainty = match self.certainty.as_deref() {
            Some(word) => {
                let mut ids = config.certainties.iter().map(|c| c.id.as_str());
                let index = ids.clone().position(|id| id == word);
                Some(index.ok_or_else(|| unknown("--certainty", word, &mut ids))?)
            }
            None => None,
        };
        let period = match &self.period {
            Some(text) => {
                let date = EventDate::parse(text, config.timezone)
                    .map_err(|fault| format!("--period: {}; {}", fault.message, fault.hint))?;
                Some((
                    date.earliest().unwrap_or(NaiveDate::MIN),
                    date.latest().unwrap_or(NaiveDate::MAX),
                ))
            }
            None => None,
        };
        let terms = self.term.iter().map(|name| terms(site, name));
        Ok(Filter {
            terms: terms.collect::<Result<_, _>>()?,
            status,
            overdue,
            certainty,
            period,
            text: self.text.as_deref().map(key),
            without_source: self.without_source,
        })
    }
}

/// An entry, and its state if that is requested.
type FoundEntry<'a> = (Option<EntryState>, Cow<'a, Entry>);

/// Returns the entries of an article with their states, without those that a translation has from
/// its original, unless the translation is not shown yet.
fn of_article(site: &Site, id: ArticleId, now: DateTime<Utc>) -> Vec<(EntryState, Cow<'_, Entry>)> {
    let article = site.article(id);
    let scheduled = article.front.published.is_some_and(|p| p.at > now);
    let (expired, retracted) = (site.expired.contains(id), article.retracted());
    let state = match (article.front.draft, scheduled) {
        (true, _) => EntryState::Draft,
        (_, true) => EntryState::Scheduled,
        _ if expired => EntryState::Expired,
        _ if retracted => EntryState::Retracted,
        _ => EntryState::Shown,
    };
    if expired || retracted {
        let given = site.as_given(id).into_iter();
        return given.map(|entry| (state, Cow::Owned(entry))).collect();
    }
    let entries = &site.of_article[id.0];
    let entries = entries.own.iter().chain(&entries.listed);
    let entries = entries.map(|id| site.entry(*id));
    entries
        .filter(|entry| state != EntryState::Shown || !entry.translated)
        .map(|entry| match (state, entry.folded_into, entry.background) {
            (EntryState::Shown, Some(_), _) => (EntryState::Folded, Cow::Borrowed(entry)),
            (EntryState::Shown, None, true) => (EntryState::Background, Cow::Borrowed(entry)),
            _ => (state, Cow::Borrowed(entry)),
        })
        .collect()
}

/// The conditions that an entry must meet to be listed.
struct Filter {
    /// An entry must have one term of each of these.
    terms: Vec<Vec<TermRef>>,
    status: Option<usize>,
    overdue: bool,
    certainty: Option<usize>,
    period: Option<(NaiveDate, NaiveDate)>,
    text: Option<String>,
    without_source: bool,
}

impl Filter {
    fn takes(&self, site: &Site, entry: &Entry) -> bool {
        let told = || std::iter::once(entry).chain(entry.folded.iter().map(|id| site.entry(*id)));
        let may_fall = |(from, to)| entry.date.as_ref().is_some_and(|d| d.overlaps(from, to));
        self.terms
            .iter()
            .all(|any| any.iter().any(|term| entry.terms.contains(term)))
            && self
                .status
                .is_none_or(|status| site.statuses_of(entry).any(|own| own == status))
            && (!self.overdue || entry.overdue(site.today))
            && (self.certainty.is_none() || entry.certainty == self.certainty)
            && self.period.is_none_or(may_fall)
            && self
                .text
                .as_ref()
                .is_none_or(|text| told().any(|entry| key(&entry.title).contains(text.as_str())))
            && (!self.without_source || site.article(entry.article).front.sources.is_empty())
    }
}

/// Returns the terms that a name means: in one taxonomy if the name gives it, otherwise in each
/// that has it.
fn terms(site: &Site, name: &str) -> Result<Vec<TermRef>, String> {
    let in_one = name
        .split_once('=')
        .and_then(|(id, label)| Some((site.taxonomy(id)?, label)));
    let label = in_one.map_or(name, |(_, label)| label);
    let asked = |n: &usize| in_one.is_none_or(|(only, _)| only == *n);
    let taxonomies: Vec<(usize, &Taxonomy)> = (0..site.taxonomies.len())
        .filter(asked)
        .map(|n| (n, &site.taxonomies[n]))
        .collect();
    let found: Vec<TermRef> = taxonomies
        .iter()
        .filter_map(|&(taxonomy, of)| {
            let term = of.find(label)?;
            Some(TermRef { taxonomy, term })
        })
        .collect();
    if found.is_empty() {
        let labels = taxonomies.iter().flat_map(|(_, t)| &t.terms);
        return Err(unknown("--term", label, labels.map(|t| t.label.as_str())));
    }
    Ok(found)
}

/// Returns an error about a value that this site does not have, with the nearest one.
fn unknown<'a>(flag: &str, word: &str, known: impl Iterator<Item = &'a str>) -> String {
    let hint = did_you_mean(
        nearest(word, known),
        "run `dateline list` without it to see what there is",
    );
    format!("{flag}: this site has no `{word}`; {hint}")
}

fn listed_rows<'a>(
    prepared: &'a Prepared,
    filter: &Filter,
    found: &'a [FoundEntry<'a>],
) -> Vec<Row<'a>> {
    let found = found.iter();
    let taken = found.filter(|(_, entry)| filter.takes(&prepared.site, entry));
    taken
        .map(|(state, entry)| {
            let given = matches!(entry, Cow::Owned(_));
            let state = state.unwrap_or(EntryState::Shown).word();
            Row::of(&prepared.site, &prepared.plan, entry, state, given)
        })
        .collect()
}

/// Formats date, state if requested, status, headline and file in columns, and the number of
/// entries.
fn table(rows: &[Row<'_>], with_states: bool) -> String {
    let date = |row: &Row<'_>| {
        let date = row.date.date.clone();
        date.unwrap_or_else(|| "no date".to_owned())
    };
    let wide = |of: &dyn Fn(&Row<'_>) -> usize| rows.iter().map(of).max().unwrap_or(0);
    let dates = wide(&|r| date(r).chars().count());
    let statuses = wide(&|r| r.status.chars().count());
    let titles = wide(&|r| shown(r.title).chars().count());
    let states = wide(&|r| {
        if with_states { r.state.len() + 2 } else { 0 }
    });
    let mut out = String::new();
    for row in rows {
        out.push_str(&format!(
            "{:dates$}  {:states$}{:statuses$}  {:titles$}  {}\n",
            date(row),
            if with_states { row.state } else { "" },
            row.status,
            shown(row.title),
            printable_line(&row.file)
        ));
    }
    out.push_str(&format!("{}\n", plural(rows.len(), "entry")));
    printable(&out).into_owned()
}

/// Shortens a headline to about 60 characters and replaces control characters.
fn shown(title: &str) -> String {
    const MAX: usize = 60;
    let mut signs = title.chars().map(|c| if c.is_control() { ' ' } else { c });
    let short: String = signs.by_ref().take(MAX).collect();
    if signs.next().is_some() {
        short + "…"
    } else {
        short
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_does_not_steer_the_terminal_nor_fill_it() {
        assert_eq!(shown("a\u{1b}[2Jb"), "a [2Jb");
        assert_eq!(shown(&"x".repeat(61)), format!("{}…", "x".repeat(60)));
    }
}
