//! Events as editors describe them: an article's own event, the events it lists, and its updates to
//! entries of other articles.

use super::date::EventDate;
use super::slug::Slugs;
use crate::source::{At, Span};

/// Facts that both an article's own event and a listed entry can state.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Indexed like the taxonomies in the configuration; `None` if the key is missing.
    pub terms: Vec<Option<Vec<At<String>>>>,
    /// Index in the configuration.
    pub certainty: Option<usize>,
    /// Index in the configuration.
    pub status: Option<At<usize>>,
    pub stances: Vec<Stance>,
    /// 1 to 5.
    pub importance: Option<u8>,
    /// `None` if the site knows both the status and the certainty, which is nearly always.
    pub words: Option<Box<UnknownStatus>>,
}

/// A status and a certainty that the site does not know, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnknownStatus {
    pub status: Option<String>,
    pub certainty: Option<String>,
}

/// The position that an organisation takes on the event.
#[derive(Debug, Clone)]
pub struct Stance {
    /// `None`: the only organisation named.
    pub organisation: Option<At<String>>,
    /// Index in the configuration.
    pub stance: usize,
    pub span: Span,
}

/// The stage of an entry's life that a status stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LifeStage {
    Happened,
    Expected,
    Cancelled,
}

/// One item of `entries`: a further dated event.
#[derive(Debug, Clone)]
pub struct ListedEvent {
    pub id: Option<At<String>>,
    pub title: At<String>,
    /// `None` only for an expected event without a date.
    pub date: Option<At<EventDate>>,
    pub wording: Option<String>,
    pub summary: Option<String>,
    pub place: Option<String>,
    pub facts: Facts,
    pub order: Option<i32>,
    /// Id of one of the article's sources.
    pub source: Option<At<String>>,
    pub slipped: Vec<Slip>,
    /// When the desk last looked for news of it.
    pub checked: Option<At<EventDate>>,
    pub relations: Relations,
    /// How its title becomes its id, if it gives none.
    pub slugs: Slugs,
    pub span: Span,
}

impl ListedEvent {
    /// Its id within the article: the written `id`, else the slug of the title.
    pub fn anchor_id(&self) -> String {
        match &self.id {
            Some(id) => id.value.clone(),
            None => self.slugs.of(&self.title.value),
        }
    }
}

/// An earlier target date.
#[derive(Debug, Clone)]
pub struct Slip {
    pub from: At<EventDate>,
    pub wording: Option<String>,
    /// When it was postponed.
    pub on: Option<EventDate>,
    pub source: Option<At<String>>,
}

/// An article's change to an entry of another article.
#[derive(Debug, Clone)]
pub struct Update {
    pub entry: At<String>,
    pub date: Option<At<EventDate>>,
    pub wording: Option<String>,
    pub status: Option<At<usize>>,
    pub certainty: Option<usize>,
    pub source: Option<At<String>>,
    /// When the desk last looked for news of the entry.
    pub checked: Option<At<EventDate>>,
    /// Where it says that the entry and the article tell the same event.
    pub same_event: Option<Span>,
}

/// How an article's own event, or a listed entry, relates to others.
#[derive(Debug, Clone, Default)]
pub struct Relations {
    /// Id of the storyline that it belongs to.
    pub story: Option<At<String>>,
    /// Ordered by kind, then by position in the file.
    pub relations: Vec<Relation>,
}

impl Relations {
    /// Returns whether it is in no storyline and related to nothing.
    pub fn is_empty(&self) -> bool {
        self.story.is_none() && self.relations.is_empty()
    }
}

/// `follows: [llama-4]`.
#[derive(Debug, Clone)]
pub struct Relation {
    pub kind: RelationKind,
    /// Id of an article or entry.
    pub to: At<String>,
}

/// What one entry does to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationKind {
    Reverses,
    Confirms,
    /// Never written: an `update` with a later date implies it.
    Delays,
    Follows,
}
