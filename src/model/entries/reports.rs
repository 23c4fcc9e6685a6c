//! Holds what was said about an entry against the days on which it was said.

use chrono::{Days, NaiveDate};

use super::given::GivenEntry;
use super::ids::Ids;
use crate::config::SiteConfig;
use crate::content::article::{Article, ArticleId};
use crate::content::event::LifeStage;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::entry::{Entry, EntryId, Statement, StatementKind};
use crate::source::Span;

/// An update, with the place of its date, otherwise of the entry's id.
pub(super) type Placed = (EntryId, Statement, Span);

/// The index of the status that every site has for what is still to come.
const EXPECTED: usize = 1;

/// What is known of the site when updates are held against earlier statements.
#[derive(Clone, Copy)]
pub(super) struct ReportInputs<'a> {
    pub config: &'a SiteConfig,
    pub today: NaiveDate,
    pub articles: &'a [Article],
    pub given: &'a [GivenEntry],
}

impl ReportInputs<'_> {
    /// Reports updates, which are sorted by entry, that contradict what was said before. One that
    /// sets a new target for what has happened is left out.
    pub fn without_contradictions(
        self,
        updates: Vec<Placed>,
        sink: &mut Sink,
    ) -> Vec<(EntryId, Statement)> {
        let mut kept: Vec<(EntryId, Statement)> = Vec::with_capacity(updates.len());
        for (id, said, span) in updates {
            let start = kept.partition_point(|(of, _)| *of < id);
            let updates = kept[start..].iter().map(|(_, said)| said);
            let before = self.given[id.0].history.iter().chain(updates);
            let before: Vec<&Statement> = before.collect();
            if said.status.is_none() && self.has_happened(id, &before) && self.is_target(&said) {
                sink.push(self.after_outcome(id, span));
                continue;
            }
            sink.extend(older(&before, &said, span));
            kept.push((id, said));
        }
        kept
    }

    /// Whether a history reports that the entry has happened: in so many words, or with a date that
    /// had come when it was written.
    fn has_happened(self, id: EntryId, history: &[&Statement]) -> bool {
        let status = history.iter().rev().find_map(|said| said.status);
        if let Some(status) = status {
            return self.config.statuses[status].stage == LifeStage::Happened;
        }
        let dated = history.iter().rev().find(|said| said.date.is_some());
        let Some(said) = dated.filter(|said| said.kind != StatementKind::Slip) else {
            return false;
        };
        let Some(day) = said.date.as_ref().and_then(|date| date.earliest()) else {
            return false;
        };
        let article = &self.articles[said.attribution.article.0];
        let published = article.published().map(|at| at.day(self.config.timezone));
        let own = said.kind == StatementKind::First && self.given[id.0].listed.is_none();
        let reported = match own {
            true => published.or(Some(day)),
            false => said.on.as_ref().and_then(|on| on.latest()).max(published),
        };
        day <= self.today && reported.is_some_and(|reported| reported >= day)
    }

    /// Whether an update gives a date that was to come when it was written.
    fn is_target(self, said: &Statement) -> bool {
        let on = said.on.as_ref().and_then(|on| on.latest());
        let day = said.date.as_ref().and_then(|date| date.earliest());
        day.is_some_and(|day| day > on.unwrap_or(self.today))
    }

    fn after_outcome(self, id: EntryId, span: Span) -> Diagnostic {
        let given = &self.given[id.0];
        let mut listed = self.given.iter();
        let listed = listed.find(|other| {
            other.article == given.article && other.listed.is_some() && given.listed.is_none()
        });
        let other = listed.map_or(String::new(), |entry| {
            format!(
                "; if you mean an entry of that article, write its id, such as `{}`",
                entry.id
            )
        });
        Diagnostic::warning(
            "update-after-outcome",
            format!(
                "`{}` has happened, and this update gives it a day still to come: the update is left out",
                given.id
            ),
        )
        .at(span, "later than its report")
        .hint(format!(
            "if the report was wrong, add `status: expected`{other}"
        ))
    }
}

/// An update that gives a date and was said before what it would replace.
fn older(before: &[&Statement], said: &Statement, span: Span) -> Option<Diagnostic> {
    said.date.as_ref()?;
    let on = said.on.as_ref()?;
    let newer = before.iter().filter(|other| {
        let gives = other.date.is_some() || other.status.is_some();
        other.kind != StatementKind::Slip && gives && is_older(said, other)
    });
    let newer = newer
        .filter_map(|other| other.on.as_ref())
        .max_by_key(|on| on.earliest())?;
    let message = format!(
        "this was said on {}, before the present date was given on {}",
        on.standard(),
        newer.standard()
    );
    Some(
        Diagnostic::warning("older-update", message)
            .at(span, "not the last word")
            .hint("it is recorded as history; name the source that says it now under `source`, or list it as an earlier date under `slipped` of the entry"),
    )
}

/// Whether a statement was certainly made before another.
fn is_older(said: &Statement, other: &Statement) -> bool {
    let last = said.on.as_ref().and_then(|on| on.latest());
    let first = other.on.as_ref().and_then(|on| on.earliest());
    matches!((last, first), (Some(last), Some(first)) if last < first)
}

/// Puts updates in the order in which they were reported, where that is certain. An update without
/// a date, or with a status, stays behind the article that gives the entry.
pub(super) fn by_report(history: &mut [Statement]) {
    for n in 1..history.len() {
        let mut at = n;
        while at > 0
            && history[at].kind == StatementKind::Update
            && is_older(&history[at], &history[at - 1])
        {
            let over_first = history[at].date.is_some() && history[at].status.is_none();
            match history[at - 1].kind {
                StatementKind::Update => {}
                StatementKind::First if over_first => {}
                _ => break,
            }
            history.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Reports entries that are said to have happened on a day still to come; they are expected. One
/// day is allowed for time zones, and an article that is to be published may know its day.
pub(super) fn early_outcomes(
    entries: &mut [Entry],
    inputs: ReportInputs<'_>,
    ids: &Ids,
    sink: &mut Sink,
) {
    let (config, articles) = (inputs.config, inputs.articles);
    for n in 0..entries.len() {
        let entry = &entries[n];
        if entry.stage != LifeStage::Happened {
            continue;
        }
        let Some(day) = entry.date.as_ref().and_then(|date| date.earliest()) else {
            continue;
        };
        let tomorrow = inputs.today.checked_add_days(Days::new(1));
        if tomorrow.is_none_or(|last| day <= last) {
            continue;
        }
        let mut said = entry.history.iter().rev();
        let Some(said) = said.find(|said| said.status.is_some()) else {
            continue;
        };
        let by = said.attribution.article;
        let published = articles[by.0].published();
        if published.is_some_and(|at| at.day(config.timezone) >= day) {
            continue;
        }
        if !entry.translated {
            let place = match said.kind {
                StatementKind::Update => place_of_update(&articles[by.0], EntryId(n), ids),
                _ => None,
            };
            let span = place.unwrap_or_else(|| place_of_first(articles, entry));
            let date = entry.date.as_ref().map_or("", |date| date.standard());
            sink.push(
                Diagnostic::error(
                    "early-outcome",
                    format!("`{}` can't have happened yet: {date} is still to come", entry.title),
                )
                .at(span, format!("today is {}", inputs.today))
                .hint("write `status: expected` until a source reports that it happened, or correct the date")
                .lenient_warning(),
            );
        }
        entries[n].status = EXPECTED;
        entries[n].stage = config.statuses[EXPECTED].stage;
    }
}

fn place_of_update(article: &Article, entry: EntryId, ids: &Ids) -> Option<Span> {
    let mut updates = article.front.updates.iter().rev();
    let update = updates.find(|update| ids.entry(&update.entry.value) == Some(entry))?;
    let date = update.date.as_ref().map(|date| date.span);
    Some(date.unwrap_or(update.entry.span))
}

fn place_of_first(articles: &[Article], entry: &Entry) -> Span {
    let ArticleId(article) = entry.article;
    let front = &articles[article].front;
    let (date, title) = match entry.listed {
        Some(n) => (front.entries[n].date.as_ref(), front.entries[n].title.span),
        None => (front.date.as_ref(), front.title.span),
    };
    date.map_or(title, |date| date.span)
}
