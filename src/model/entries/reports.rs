//! Holds what was said about an entry against the days on which it was said.

use chrono::{Days, NaiveDate};

use super::given::GivenEntry;
use super::ids::Ids;
use crate::config::SiteConfig;
use crate::content::article::{Article, ArticleId};
use crate::content::date::EventDate;
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

/// What the statements about an entry amount to, as far as updates are held against them.
#[derive(Default)]
struct Known<'a> {
    /// Index in the configuration.
    status: Option<usize>,
    /// The last one with a date.
    dated: Option<&'a Statement>,
    /// The day of the newest report of a date or status.
    newest: Option<&'a EventDate>,
}

impl<'a> Known<'a> {
    fn add(&mut self, said: &'a Statement) {
        self.status = said.status.or(self.status);
        if said.date.is_some() {
            self.dated = Some(said);
        }
        let reports = said.date.is_some() || said.status.is_some();
        if said.kind != StatementKind::Slip && reports {
            let first = |on: &EventDate| on.earliest();
            let on = said.on.as_ref().filter(|on| first(on).is_some());
            self.newest = self.newest.into_iter().chain(on).max_by_key(|on| first(on));
        }
    }
}

impl ReportInputs<'_> {
    /// Reports updates, which are sorted by entry, that contradict what was said before. One that
    /// sets a new target for what has happened is left out.
    pub fn without_contradictions(
        self,
        updates: Vec<Placed>,
        sink: &mut Sink,
    ) -> Vec<(EntryId, Statement)> {
        let mut keeps = Vec::with_capacity(updates.len());
        for of_entry in updates.chunk_by(|a, b| a.0 == b.0) {
            let mut known = Known::default();
            let id = of_entry[0].0;
            self.given[id.0].history.iter().for_each(|s| known.add(s));
            for (_, said, span) in of_entry {
                let contradicts = said.status.is_none() && self.is_target(said);
                let keep = !(contradicts && self.has_happened(id, &known));
                keeps.push(keep);
                if keep {
                    sink.extend(older(&known, said, *span));
                    known.add(said);
                } else {
                    sink.push(self.after_outcome(id, *span));
                }
            }
        }
        let kept = updates.into_iter().zip(keeps);
        let kept = kept.filter_map(|(update, keep)| keep.then_some(update));
        kept.map(|(id, said, _)| (id, said)).collect()
    }

    /// Whether the entry is known to have happened: in so many words, or by a date that had come
    /// when it was written.
    fn has_happened(self, id: EntryId, known: &Known<'_>) -> bool {
        if let Some(status) = known.status {
            return self.config.statuses[status].stage == LifeStage::Happened;
        }
        let dated = known.dated;
        let Some(said) = dated.filter(|said| said.kind != StatementKind::Slip) else {
            return false;
        };
        let Some(day) = said.date.as_ref().and_then(EventDate::earliest) else {
            return false;
        };
        let article = &self.articles[said.attribution.article.0];
        let published = article.published().map(|at| at.day(self.config.timezone));
        let own = said.kind == StatementKind::First && self.given[id.0].listed.is_none();
        let reported = match own {
            true => published.or(Some(day)),
            false => said.on.as_ref().and_then(EventDate::latest).max(published),
        };
        day <= self.today && reported.is_some_and(|reported| reported >= day)
    }

    /// Whether an update gives a date that was to come when it was written.
    fn is_target(self, said: &Statement) -> bool {
        let on = said.on.as_ref().and_then(EventDate::latest);
        let day = said.date.as_ref().and_then(EventDate::earliest);
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
fn older(known: &Known<'_>, said: &Statement, span: Span) -> Option<Diagnostic> {
    said.date.as_ref()?;
    let (on, newest) = (said.on.as_ref()?, known.newest?);
    if !is_before(bounds(Some(on)), bounds(Some(newest))) {
        return None;
    }
    let message = format!(
        "this was said on {}, before the present date was given on {}",
        on.standard(),
        newest.standard()
    );
    Some(
        Diagnostic::warning("older-update", message)
            .at(span, "not the last word")
            .hint("it is recorded as history; name the source that says it now under `source`, or list it as an earlier date under `slipped` of the entry"),
    )
}

/// The first and the last day that a date can mean.
type Bounds = (Option<NaiveDate>, Option<NaiveDate>);

fn bounds(date: Option<&EventDate>) -> Bounds {
    date.map_or((None, None), |date| (date.earliest(), date.latest()))
}

/// Whether one date is certainly before another.
fn is_before((_, last): Bounds, (first, _): Bounds) -> bool {
    matches!((last, first), (Some(last), Some(first)) if last < first)
}

/// Puts updates in the order in which they were reported, where that is certain. An update without
/// a date, or with a status, stays behind the article that gives the entry.
pub(super) fn by_report(history: &mut Vec<Statement>) {
    let on: Vec<Bounds> = history
        .iter()
        .map(|said| bounds(said.on.as_ref()))
        .collect();
    let may_precede = |said: usize, other: usize| {
        let over_first = history[said].date.is_some() && history[said].status.is_none();
        is_before(on[said], on[other])
            && match history[other].kind {
                StatementKind::Update => true,
                StatementKind::First => over_first,
                StatementKind::Slip => false,
            }
    };
    let mut order: Vec<usize> = (0..history.len()).collect();
    for n in 1..order.len() {
        if history[n].kind != StatementKind::Update {
            continue;
        }
        let newer = order[..n].iter().rev();
        let newer = newer.take_while(|other| may_precede(n, **other)).count();
        order[n - newer..=n].rotate_right(1);
    }
    if !order.is_sorted() {
        let mut statements: Vec<Option<Statement>> = history.drain(..).map(Some).collect();
        history.extend(order.into_iter().filter_map(|n| statements[n].take()));
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
    for (n, entry) in entries.iter_mut().enumerate() {
        if entry.stage != LifeStage::Happened {
            continue;
        }
        let Some(day) = entry.date.as_ref().and_then(EventDate::earliest) else {
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
        entry.status = EXPECTED;
        entry.stage = config.statuses[EXPECTED].stage;
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
