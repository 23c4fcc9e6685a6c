//! Texts that describe terms and stories: `content/terms/organisations/meta.md`,
//! `content/stories/llama-to-avocado.md`.

use super::body::Body;
use crate::source::{At, SourceId, Span};

/// The text of a term or a story, validated as far as possible without other files.
#[derive(Debug, Clone)]
pub struct Text {
    pub source: SourceId,
    /// Relative to `content/`, with forward slashes.
    pub path: String,
    pub front: TextMatter,
    pub body: Body,
}

/// Front matter of `content/terms/<taxonomy>/<term>.md` and `content/stories/<story>.md`.
#[derive(Debug, Clone)]
pub struct TextMatter {
    /// Optional: a term has a name without it.
    pub title: Option<At<String>>,
    pub summary: Option<String>,
    /// BCP 47; `None`: the site's.
    pub lang: Option<String>,
    pub draft: bool,
    /// Span for diagnostics that concern the whole text.
    pub span: Span,
}
