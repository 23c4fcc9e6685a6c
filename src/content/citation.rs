//! Journalistic sources.

use super::date::EventDate;
use super::extra::Extra;
use crate::source::{At, Span};

/// A journalistic source (`sources`).
#[derive(Debug, Clone)]
pub struct Citation {
    pub id: Option<At<String>>,
    pub title: String,
    pub url: Option<String>,
    /// What stands for the address and is none, as it was written.
    pub unlinked: Option<String>,
    pub publisher: Option<String>,
    pub date: Option<EventDate>,
    /// What stands for the date and is not written as one.
    pub date_words: Option<String>,
    pub kind: Option<SourceKind>,
    pub archived: Option<String>,
    pub accessed: Option<EventDate>,
    /// What stands for that day and is none.
    pub accessed_words: Option<String>,
    /// Keys that Dateline does not know, and values that it could not read.
    pub extra: Extra,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    Primary,
    Secondary,
    Rewrite,
}
