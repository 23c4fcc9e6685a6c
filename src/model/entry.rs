//! An entry: one item on the timeline, with every statement ever made about it.

use chrono::NaiveDate;

use super::taxonomy::TermRef;
use crate::content::article::ArticleId;
use crate::content::date::{Delay, EventDate, delay};
use crate::content::event::{LifeStage, UnknownStatus};

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

    /// How often a later date replaced an earlier one.
    pub fn slips(&self) -> usize {
        if self.history.len() < 2 {
            return 0;
        }
        self.targets()
            .windows(2)
            .filter(|pair| delay(pair[0].0, pair[1].0).is_some())
            .count()
    }

    /// By how much the present date is later than the first; None where it is not later.
    pub fn delay(&self) -> Option<Delay> {
        if self.history.len() < 2 {
            return None;
        }
        let targets = self.targets();
        let (first, last) = (targets.first()?, targets.last()?);
        delay(first.0, last.0)
    }
}
