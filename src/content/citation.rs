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
    /// The value of `url` as written, if it is not a URL.
    pub unlinked: Option<String>,
    /// As written.
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub date: Option<EventDate>,
    /// The value of `date` as written, if it is not a date.
    pub date_words: Option<String>,
    pub kind: Option<SourceKind>,
    pub archived: Option<String>,
    pub accessed: Option<EventDate>,
    /// The value of `accessed` as written, if it is not a date.
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
