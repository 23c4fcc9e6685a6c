//! An entry: one item on the timeline, with every statement ever made about it.

use chrono::{Days, NaiveDate};

use super::taxonomy::TermRef;
use crate::content::article::ArticleId;
use crate::content::date::{EventDate, Shift, delay, shift};
use crate::content::event::{LifeStage, UnknownStatus};
use crate::source::Span;

/// For so many days nobody need look again for news of what is overdue.
const LASTS: Days = Days::new(90);

/// Number of an entry in [`Site::entries`](super::site::Site).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub usize);

/// An article's own event, or a further event that it lists, in its present state.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: String,
    pub article: ArticleId,
    /// Index in the article's `entries`; None for its own event.
    pub listed: Option<usize>,
    pub title: String,
    pub date: Option<EventDate>,
    /// The date in the source's own words.
    pub wording: Option<String>,
    /// Index in the configuration.
    pub status: usize,
    pub stage: LifeStage,
    /// Index in the configuration; None where no statement gives one.
    pub certainty: Option<usize>,
    /// A status or certainty that the configuration does not define, as written.
    pub words: Option<Box<UnknownStatus>>,
    pub terms: Vec<TermRef>,
    /// An organisation, and the index of its stance in the configuration.
    pub stances: Vec<(TermRef, usize)>,
    /// 1 to 5.
    pub importance: u8,
    pub order: Option<i32>,
    /// All statements, oldest first. Together they give the present state.
    pub history: Vec<Statement>,
    /// On no timeline: an explainer without a date, an entry of a retracted article, or a
    /// translated one.
    pub background: bool,
    /// Belongs to a translation, whose original is on the timelines instead.
    pub translated: bool,
    /// The entry of the original that a translated entry corresponds to.
    pub original: Option<EntryId>,
    /// The entry of an article that tells the same event, where its update says so: this entry is
    /// then background, and that one is on the timelines for both.
    pub folded_into: Option<EntryId>,
    /// The entries that are folded into this one.
    pub folded: Vec<EntryId>,
}

/// Entries of one article.
#[derive(Debug, Clone, Default)]
pub struct ArticleEntries {
    /// The article's own event; None where the article is retracted or expired.
    pub own: Option<EntryId>,
    /// In the order of the front matter.
    pub listed: Vec<EntryId>,
}

/// Who made a statement: an article of this site, and the source that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    pub article: ArticleId,
    /// Index in that article's sources.
    pub source: Option<usize>,
}

/// One statement about an entry.
#[derive(Debug, Clone)]
pub struct Statement {
    pub kind: StatementKind,
    pub date: Option<EventDate>,
    pub wording: Option<String>,
    /// Index in the configuration, where this statement named one.
    pub status: Option<usize>,
    /// Index in the configuration, where this statement named one.
    pub certainty: Option<usize>,
    /// The day on which the statement was made.
    pub on: Option<EventDate>,
    /// When it was cancelled, if this statement says that it was. `date` is then a target that the
    /// statement repeats.
    pub cancelled: Option<EventDate>,
    /// The day on which the desk last looked for news of it.
    pub checked: Option<EventDate>,
    /// Where the statement says that it tells the same event as its article.
    pub same_event: Option<Span>,
    pub attribution: Attribution,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementKind {
    /// An item of `slipped`: an earlier target date that no article of this site recorded.
    Slip,
    /// The article that the entry belongs to. Every history has exactly one of these.
    First,
    /// An item of `updates` in a later article.
    Update,
}

impl Statement {
    /// Whether it says nothing but when the desk last looked for news.
    pub fn only_checks(&self) -> bool {
        let changes = self.date.is_some() || self.wording.is_some() || self.status.is_some();
        self.kind == StatementKind::Update
            && self.checked.is_some()
            && self.certainty.is_none()
            && !changes
    }
}

/// The entry that is on timelines for this one.
pub(super) fn on_timeline(entries: &[Entry], id: EntryId) -> EntryId {
    let original = entries[id.0].original.unwrap_or(id);
    entries[original.0].folded_into.unwrap_or(original)
}

impl Entry {
    /// Whether the entry is expected and the latest day that its date can mean has passed.
    pub fn overdue(&self, today: NaiveDate) -> bool {
        self.stage == LifeStage::Expected
            && self
                .date
                .as_ref()
                .and_then(EventDate::latest)
                .is_some_and(|latest| latest < today)
    }

    /// The dates given for the entry, in the order of its history, without repetitions.
    pub fn targets(&self) -> Vec<(&EventDate, &Statement)> {
        let mut targets: Vec<(&EventDate, &Statement)> = Vec::new();
        for said in &self.history {
            if let Some(date) = &said.date
                && targets
                    .last()
                    .is_none_or(|(last, _)| last.edtf() != date.edtf())
            {
                targets.push((date, said));
            }
        }
        targets
    }

    /// The dates for which the entry was announced: [`targets`](Self::targets) without the date of
    /// the report that it happened.
    pub fn announced(&self) -> Vec<(&EventDate, &Statement)> {
        let mut targets = self.targets();
        let mut reports = self.history.iter().rev();
        let report = reports.find(|said| said.same_event.is_some());
        let report = report.map(|said| said.attribution.article);
        let is_report = |said: &Statement| {
            self.stage == LifeStage::Happened
                && said.kind == StatementKind::Update
                && (said.status == Some(self.status) || report == Some(said.attribution.article))
        };
        if targets.len() > 1 && targets.last().is_some_and(|(_, said)| is_report(said)) {
            targets.pop();
        }
        targets
    }

    /// How often a later target replaced an earlier one.
    pub fn slips(&self) -> usize {
        if self.history.len() < 2 {
            return 0;
        }
        self.announced()
            .windows(2)
            .filter(|pair| delay(pair[0].0, pair[1].0).is_some())
            .count()
    }

    /// How far the last date is from the first; None where it is neither later nor earlier.
    pub fn shift(&self) -> Option<Shift> {
        if self.history.len() < 2 {
            return None;
        }
        let targets = self.targets();
        let (first, last) = (targets.first()?, targets.last()?);
        shift(first.0, last.0)
    }

    /// Whether it happened later than announced at any time, or was postponed before.
    pub fn happened_late(&self) -> bool {
        if self.stage != LifeStage::Happened || self.history.len() < 2 {
            return false;
        }
        let late = |date| {
            let announced = self.announced();
            let mut targets = announced.into_iter();
            targets.any(|(target, _)| delay(target, date).is_some())
        };
        self.slips() > 0 || self.date.as_ref().is_some_and(late)
    }

    /// The statement that the present date or status rests on: the last that gives either. Of what
    /// was cancelled, the one that says so.
    pub fn in_force(&self) -> Option<&Statement> {
        let cancelled = self.stage == LifeStage::Cancelled;
        let gives = |said: &&Statement| match cancelled {
            true => said.status == Some(self.status),
            false => {
                let date = said.date.is_some() || said.wording.is_some();
                said.kind != StatementKind::Slip && (date || said.status.is_some())
            }
        };
        let first = |said: &&Statement| said.kind == StatementKind::First;
        let found = self.history.iter().rev().find(gives);
        found.or_else(|| self.history.iter().find(first))
    }

    /// The last day on which the desk looked for news of the entry: none that is still to come.
    pub fn checked(&self, today: NaiveDate) -> Option<&EventDate> {
        let checks = self.history.iter().filter_map(|said| said.checked.as_ref());
        let past = checks.filter(|day| day.latest().is_some_and(|day| day <= today));
        past.max_by_key(|day| day.earliest())
    }

    /// The first day on which the desk should look again, if it has looked since the last day of the
    /// date.
    pub fn check_lapses(&self, today: NaiveDate) -> Option<NaiveDate> {
        let checked = self.checked(today).and_then(EventDate::earliest);
        checked
            .filter(|_| self.is_checked(today))?
            .checked_add_days(LASTS)
    }

    /// Whether the desk has looked for news since the last day of the date.
    pub fn is_checked(&self, today: NaiveDate) -> bool {
        let due = self.date.as_ref().and_then(EventDate::latest);
        let checked = self.checked(today).and_then(EventDate::earliest);
        due.is_some_and(|due| checked.is_some_and(|day| day > due))
    }
}
