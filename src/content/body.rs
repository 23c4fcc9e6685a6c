//! What is known of a text without keeping it: where it leads, what it cites and loads.

use std::ops::Range;

use crate::source::Span;

/// What other pages, and the checks, need of a body. The text itself is not kept.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Where the text stands in its file.
    pub range: Range<usize>,
    /// First 128 bits of BLAKE3 of the text.
    pub digest: [u8; 16],
    /// In the order of the text; pictures among them.
    pub links: Vec<BodyLink>,
    pub headings: Vec<Heading>,
    /// Ids of sources in the order in which the text first cites them, with the number of times.
    pub citations: Vec<(String, usize)>,
    pub words: usize,
    /// What raw HTML that is kept loads, with the origin of each; a list of few or none.
    pub embeds: Vec<(Embed, String)>,
}

#[derive(Debug, Clone)]
pub struct BodyLink {
    pub target: String,
    pub span: Span,
    pub kind: LinkKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    Link,
    Picture,
    /// `[[id]]`.
    Wiki,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub id: String,
    pub text: String,
    /// 2 to 6; the page's own title is the first.
    pub level: u8,
}

/// How HTML loads something from another host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Embed {
    Picture,
    Media,
    Frame,
    Script,
    Style,
}
