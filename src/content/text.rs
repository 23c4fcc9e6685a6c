//! Texts about terms and stories: `content/terms/organisations/meta.md`,
//! `content/stories/llama-to-avocado.md`.

use super::body::Body;
use crate::source::{At, SourceId, Span};

/// The text of a term or a story, validated as far as it alone can be.
#[derive(Debug, Clone)]
pub struct Text {
    pub source: SourceId,
    /// Below `content/`, with forward slashes.
    pub path: String,
    pub front: TextMatter,
    pub body: Body,
}

/// Front matter of `content/terms/<taxonomy>/<term>.md` and `content/stories/<story>.md`.
#[derive(Debug, Clone)]
pub struct TextMatter {
    /// A term has a name without it.
    pub title: Option<At<String>>,
    pub summary: Option<String>,
    pub draft: bool,
    /// Where to point for what concerns all of the text.
    pub span: Span,
}
