//! Events as editors describe them: an article's own, those that it lists, and what it changes
//! about those of others.

use super::date::EventDate;
use super::slug::slug;
use crate::source::{At, Span};

/// What an article's own event and a listed entry may both say.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// By the index of the taxonomy in the configuration; a missing key is `None`.
    pub terms: Vec<Option<Vec<At<String>>>>,
    /// Index in the configuration.
    pub certainty: Option<usize>,
    /// Index in the configuration.
    pub status: Option<At<usize>>,
    pub stances: Vec<Stance>,
    /// 1 to 5.
    pub importance: Option<u8>,
    /// None where the site knows both its words, as nearly always.
    pub words: Option<Box<UnknownStatus>>,
}

/// A status and a certainty that the site does not know, as they were written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnknownStatus {
    pub status: Option<String>,
    pub certainty: Option<String>,
}

/// What an organisation thinks of the event.
#[derive(Debug, Clone)]
pub struct Stance {
    /// None: the one organisation that is named.
    pub organisation: Option<At<String>>,
    /// Index in the configuration.
    pub stance: usize,
    pub span: Span,
}

/// Which stage of an entry's life a status means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LifeStage {
    Happened,
    Expected,
    Cancelled,
}

/// One of `entries`: a further dated event.
#[derive(Debug, Clone)]
pub struct ListedEvent {
    pub id: Option<At<String>>,
    pub title: At<String>,
    /// None only for what is expected without a date.
    pub date: Option<At<EventDate>>,
    pub wording: Option<String>,
    pub summary: Option<String>,
    pub place: Option<String>,
    pub facts: Facts,
    pub order: Option<i32>,
    /// Id of one of the article's sources.
    pub source: Option<At<String>>,
    pub slipped: Vec<Slip>,
    pub relations: Relations,
    pub span: Span,
}

impl ListedEvent {
    /// Its id within the article: the written `id`, else the slug of the title.
    pub fn anchor_id(&self) -> String {
        match &self.id {
            Some(id) => id.value.clone(),
            None => slug(&self.title.value),
        }
    }
}

/// An earlier target date.
#[derive(Debug, Clone)]
pub struct Slip {
    pub from: At<EventDate>,
    pub wording: Option<String>,
    /// When it was put off.
    pub on: Option<EventDate>,
    pub source: Option<At<String>>,
}

/// What an article changes about an entry of another.
#[derive(Debug, Clone)]
pub struct Update {
    pub entry: At<String>,
    pub date: Option<At<EventDate>>,
    pub wording: Option<String>,
    pub status: Option<At<usize>>,
    pub certainty: Option<usize>,
    pub source: Option<At<String>>,
}

/// What an article's own event, or a listed entry, has to do with others.
#[derive(Debug, Clone, Default)]
pub struct Relations {
    /// Id of the storyline that it belongs to.
    pub story: Option<At<String>>,
    /// In the order of the kinds, then of the file.
    pub relations: Vec<Relation>,
}

impl Relations {
    /// Neither in a storyline nor related to anything.
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
