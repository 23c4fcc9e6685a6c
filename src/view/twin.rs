//! What the Markdown twin of an article says.

use serde::Serialize;

use super::deps::{BodyRef, FeedSource};

/// An article as Markdown: front matter, text, sources. All addresses are absolute.
#[derive(Debug, Serialize)]
pub struct TwinDeps {
    /// Keys as in an article's own front matter, in order.
    pub front: Vec<(String, TwinValue)>,
    pub title: String,
    pub dek: Option<String>,
    /// "Happened: Tuesday 9 December 2025".
    pub when: Option<String>,
    pub body: BodyRef,
    /// The events that the article lists: date, title, address.
    pub events: Vec<TwinEvent>,
    /// Each with the label by which the text cites it.
    pub sources: Vec<(String, FeedSource)>,
    /// Date and kind, and what was corrected; the latest first.
    pub corrections: Vec<(String, String)>,
}

/// A value of the front matter.
#[derive(Debug, Serialize)]
pub enum TwinValue {
    Text(String),
    List(Vec<String>),
    /// Names and their values.
    Map(Vec<(String, String)>),
}

#[derive(Debug, Serialize)]
pub struct TwinEvent {
    pub date: Option<String>,
    pub title: String,
    pub address: String,
}
