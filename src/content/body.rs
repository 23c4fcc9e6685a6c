//! What a text links to, cites and loads, known without keeping the text.

use std::ops::Range;
use std::sync::OnceLock;

use foldhash::HashMap;

use super::lead::Lead;
use crate::source::Span;

/// What other pages and the checks need of a body. The text itself is not kept.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Byte range of the text in its file.
    pub range: Range<usize>,
    /// Of the text.
    pub digest: [u8; 16],
    /// In text order; includes pictures.
    pub links: Vec<BodyLink>,
    /// Without the one that repeats the title.
    pub headings: Vec<Heading>,
    /// What anchors may mean the headings; made when the first such anchor is looked up.
    pub forms: OnceLock<Box<HeadingForms>>,
    /// Ids that raw HTML defines.
    pub anchors: Vec<String>,
    /// Whether the first heading repeats the title of the page. It is not shown.
    pub repeats_title: bool,
    /// Ids of cited sources in order of first citation, with the number of citations.
    pub citations: Vec<(String, usize)>,
    pub words: usize,
    /// The first sentence, of a text whose page has no summary.
    pub lead: Option<Lead>,
    /// What the kept raw HTML loads, with the origin of each. Usually empty.
    pub embeds: Vec<(Embed, String)>,
}

/// Begins the target of a link to a file by its name alone, or its path, as `{% post_url … %}` and
/// `{{< ref … >}}` write it.
pub const REFERENCE: &str = "dateline-file:";

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
    /// Double brackets that are likely to be plain text: `a[[0]]`.
    Bracketed,
    /// `<a href>` of raw HTML.
    HtmlLink,
    /// `<img src>` of raw HTML.
    HtmlPicture,
}

impl LinkKind {
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Picture | Self::HtmlPicture)
    }

    /// Whether it is an attribute of raw HTML.
    pub fn is_html(self) -> bool {
        matches!(self, Self::HtmlLink | Self::HtmlPicture)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub id: String,
    pub text: String,
    /// 2 to 6; level 1 is the page title.
    pub level: u8,
}

/// The forms of the ids of a body's headings, by which links of other generators name them. The
/// numbers are those of the headings.
#[derive(Debug, Clone, Default)]
pub struct HeadingForms {
    pub of_ids: HashMap<String, usize>,
    /// By letters and digits alone; `None` if several headings have the same.
    pub of_letters: HashMap<String, Option<usize>>,
}

/// How HTML loads a resource from another host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Embed {
    Picture,
    Media,
    Frame,
    Script,
    Style,
}
