//! One item on the timeline, with all that was ever said of it.

use chrono::NaiveDate;

use super::taxonomy::TermRef;
use crate::content::article::ArticleId;
use crate::content::date::{Delay, EventDate, delay};
use crate::content::event::{LifeStage, UnknownStatus};

/// Number of an entry in [`Site::entries`](super::site::Site).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub usize);

/// An article's own event, or a further one that it lists, in its present state.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: String,
    pub article: ArticleId,
    /// Index in the article's `entries`; none for its own event.
    pub listed: Option<usize>,
    pub title: String,
    pub date: Option<EventDate>,
    /// The date in the source's own words.
    pub wording: Option<String>,
    /// Index in the configuration.
    pub status: usize,
    pub stage: LifeStage,
    /// Index in the configuration; none: nothing was said.
    pub certainty: Option<usize>,
    /// A status or certainty that the site does not know, as it was written.
    pub words: Option<Box<UnknownStatus>>,
    pub terms: Vec<TermRef>,
    /// Organisation and index of the stance in the configuration.
    pub stances: Vec<(TermRef, usize)>,
    /// 1 to 5.
    pub importance: u8,
    pub order: Option<i32>,
    /// Everything that was said, oldest first; the last is the present state.
    pub history: Vec<Statement>,
    /// An explainer without a date: background, no event.
    pub background: bool,
    /// In a translation: another article has it on the timelines.
    pub translated: bool,
    /// Of a translated entry: that one.
    pub original: Option<EntryId>,
}

/// Who said it: an article here, and the source that it names.
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
    /// The day on which it was said.
    pub on: Option<EventDate>,
    pub attribution: Attribution,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementKind {
    /// `slipped`: an earlier target that no article here recorded.
    Slip,
    /// The article that first lists the entry.
    First,
    /// `updates` of a later article.
    Update,
}

impl Entry {
    /// Expected, and the latest day that it can mean has passed.
    pub fn overdue(&self, today: NaiveDate) -> bool {
        self.stage == LifeStage::Expected
            && self
                .date
                .as_ref()
                .and_then(EventDate::latest)
                .is_some_and(|latest| latest < today)
    }

    /// The dates that were given for it one after the other, repetitions left out.
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

    /// By how much the present date is later than the first; none where it is not.
    pub fn delay(&self) -> Option<Delay> {
        if self.history.len() < 2 {
            return None;
        }
        let targets = self.targets();
        let (first, last) = (targets.first()?, targets.last()?);
        delay(first.0, last.0)
    }
}
