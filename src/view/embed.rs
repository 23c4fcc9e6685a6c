//! What an embeddable page shows, and how other sites embed it.

use serde::Serialize;

use super::{CardLink, DateView, Label, Link, StanceView, View};
use crate::messages::escaped;

/// A page that other sites may show in a frame.
#[derive(Debug, Clone, Default, Serialize)]
pub struct EmbedView {
    /// The article, term or storyline.
    pub subject: Link,
    pub dek: Option<String>,
    /// Of an event; none of a list.
    pub date: Option<DateView>,
    pub certainty: Option<Label>,
    pub status: Option<Label>,
    /// Of what is overdue: "Date passed; no report found, checked 28 Nov".
    pub passed: Option<String>,
    pub stances: Vec<StanceView>,
    /// Of a term or storyline: how many entries it has, and when: "12 entries, 2023 to 2026".
    pub tally: Option<String>,
    /// Of a term or storyline: its latest entries, latest first.
    pub entries: Vec<CardLink>,
}

impl View for EmbedView {}

/// How other sites embed something.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EmbedCode {
    /// HTML to copy: a frame.
    pub html: String,
    /// Absolute address of the embeddable page.
    pub url: String,
}

/// The frame that shows the page at `url`.
pub fn frame(url: &str, title: &str, (width, height): (u32, u32), ratio: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" style=\"width:100%;max-width:{width}px;height:auto;aspect-ratio:{ratio};border:0\"></iframe>",
        escaped(url),
        escaped(title)
    )
}
