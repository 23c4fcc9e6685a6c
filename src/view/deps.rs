//! All that a page is made from.
//!
//! Rendering is a pure function of a page's [`Deps`] and the templates, so the digest of the
//! `Deps` is the page's key: equal keys, equal bytes.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::{Chrome, Digested, Head, SharedCard, SharedLink, View};
use crate::config::RawHtml;
use crate::plan::explore::{ExploreScript, IndexFile};
use crate::source::SourceId;

/// What one page depends on.
#[derive(Debug, Serialize)]
pub enum Deps {
    Html(Box<HtmlDeps>),
    Feed(Box<FeedDeps>),
    Sitemap(Vec<SitemapUrl>),
    /// Absolute addresses of the sitemaps.
    SitemapIndex(Vec<String>),
    Text(String),
    /// The theme's style sheet, by the template set's digest, and the rules that follow it.
    Css(String),
    /// The module that shows comments; its text is the program's.
    CommentsModule,
    /// A script of `/explore/`: which, and the file name of the one that it imports.
    Script(ExploreScript, String),
    /// A file of the index, and the digest of all that it is made of.
    Search(IndexFile, [u8; 16]),
    /// A file that is copied: its path below the project, and its digest.
    File(String, [u8; 16]),
}

/// A page that a template makes.
#[derive(Debug, Serialize)]
pub struct HtmlDeps {
    pub template: &'static str,
    /// The name under which the template sees `view`; empty where it has nothing to see.
    pub name: &'static str,
    /// In the key by its digest.
    #[serde(skip)]
    pub chrome: Arc<Digested<Chrome>>,
    pub head: Head,
    /// In the key as it serialises.
    #[serde(skip)]
    pub view: Box<dyn View>,
}

/// A text, by its digest, with everything that its HTML needs besides.
#[derive(Debug, Clone, Serialize)]
pub struct BodyRef {
    /// Where to read it; not part of the key, which has the digest.
    #[serde(skip)]
    pub source: SourceId,
    #[serde(skip)]
    pub range: Range<usize>,
    pub digest: [u8; 16],
    /// In the order of the text.
    pub links: Vec<Destination>,
    /// Ids of its headings, in the order of the text.
    pub headings: Vec<String>,
    /// Ids of the article's sources, in the order of their numbers.
    pub sources: Vec<String>,
    #[serde(skip)]
    pub raw_html: RawHtml,
    /// Of the configuration, for the key.
    pub dialect: (u8, bool, bool),
    /// For feeds: what makes addresses absolute; otherwise empty.
    pub origin: String,
    /// What paths from the root of the site, in raw HTML, get before them: the site's path, for
    /// feeds its whole address.
    pub base: String,
}

/// Where a link of a text leads.
#[derive(Debug, Clone, Serialize)]
pub struct Destination {
    /// None: only the words are shown.
    pub href: Option<String>,
    /// What a bare `[[id]]` shows.
    pub title: Option<String>,
    pub away: bool,
    /// Width and height of a picture, so that its place is kept while it loads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<(u32, u32)>,
}

/// An Atom feed (RFC 4287).
#[derive(Debug, Serialize)]
pub struct FeedDeps {
    pub id: String,
    pub title: String,
    pub subtitle: Option<String>,
    pub address: String,
    pub alternate: String,
    /// RFC 3339.
    pub updated: String,
    pub author: String,
    pub lang: String,
    pub hub: Option<String>,
    pub generator: String,
    pub entries: Vec<FeedEntry>,
}

#[derive(Debug, Serialize)]
pub struct FeedEntry {
    pub id: String,
    pub title: String,
    pub address: String,
    pub published: Option<String>,
    pub updated: String,
    pub authors: Vec<String>,
    /// Scheme (address of the taxonomy) and label.
    pub categories: Vec<(String, String)>,
    pub summary: Option<String>,
    pub lang: Option<String>,
    pub body: Option<BodyRef>,
}

#[derive(Debug, Serialize)]
pub struct SitemapUrl {
    pub address: String,
    /// `YYYY-MM-DD`, from content.
    pub modified: Option<String>,
}

impl Deps {
    /// The page's key: the first 128 bits of BLAKE3 of everything above and of `theme`, the
    /// digest of the template set.
    pub fn key(&self, theme: &[u8; 16]) -> [u8; 16] {
        let mut bytes = Vec::with_capacity(4096);
        bytes.extend_from_slice(env!("CARGO_PKG_VERSION").as_bytes());
        // No template has a part in the index.
        if !matches!(self, Deps::Search(..)) {
            bytes.extend_from_slice(theme);
        }
        // At once: a hasher is slow with pieces of a few bytes.
        serde_json::to_writer(&mut bytes, self).expect("views always serialise");
        if let Deps::Html(html) = self {
            bytes.extend_from_slice(&html.view.json());
            let body = html.body();
            serde_json::to_writer(&mut bytes, &body).expect("texts always serialise");
            bytes.extend_from_slice(&html.chrome.digest());
            for card in html.cards() {
                bytes.extend_from_slice(&card.card.digest());
            }
            for link in html.related() {
                bytes.extend_from_slice(&link.digest());
            }
        }
        crate::digest::of(&bytes)
    }

    /// All that the page shows of its own, to look for an address in it.
    pub fn written(&self) -> String {
        let mut out = serde_json::to_string(self).expect("views always serialise");
        if let Deps::Html(html) = self {
            out.push_str(&String::from_utf8_lossy(&html.view.json()));
            let body = serde_json::to_string(&html.body());
            out.push_str(&body.expect("texts always serialise"));
            for card in html.cards() {
                out.push_str(&card.card.written());
            }
            for link in html.related() {
                out.push_str(&link.written());
            }
        }
        out
    }
}

impl HtmlDeps {
    /// The text of the page.
    fn body(&self) -> Option<&BodyRef> {
        self.view.body()?.0.as_ref()
    }

    /// The entries that other pages show alike.
    fn cards(&self) -> impl Iterator<Item = &Arc<SharedCard>> {
        let groups = self.view.timeline().into_iter().flat_map(|t| t.groups());
        groups.flat_map(|group| &group.entries.0)
    }

    /// The links that other pages show alike.
    fn related(&self) -> &[Arc<SharedLink>] {
        self.view.related().map_or(&[], |related| &related.0)
    }
}
