//! Everything that a page is made from.
//!
//! Rendering is a pure function of a page's [`Deps`] and the templates, so the digest of the `Deps`
//! is the page's key: equal keys mean equal bytes.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::drawing::{ChartDeps, DensityDrawing, Drawing, SlipsDrawing, StoryDrawing};
use super::language::Alternate;
use super::picture::PictureWidths;
use super::share_card::ShareCard;
use super::twin::TwinDeps;
use super::{Chrome, Digested, Head, SharedCard, SharedLink, View};
use crate::config::RawHtml;
use crate::parse::markdown::Dialect;
use crate::plan::explore::{ExploreScript, IndexFile};
use crate::plan::{PictureVariant, ThemeScript};
use crate::source::SourceId;

/// What one page depends on.
#[derive(Debug, Serialize)]
pub enum Deps {
    Html(Box<HtmlDeps>),
    Feed(Box<FeedDeps>),
    JsonFeed(Box<FeedDeps>),
    /// An article as Markdown.
    Twin(Box<TwinDeps>),
    Calendar(Box<CalendarDeps>),
    Chart(Box<ChartDeps>),
    Sitemap(Vec<SitemapUrl>),
    NewsSitemap(Vec<NewsUrl>),
    /// Absolute addresses of the sitemaps.
    SitemapIndex(Vec<String>),
    Text(String),
    /// The theme's style sheet, identified by the template set's digest, and the rules appended to
    /// it.
    Css(String),
    /// The site's own style sheet, which the template set has.
    CustomCss,
    /// The module that loads comments; its text is embedded in the program.
    CommentsModule,
    /// The module that loads frames.
    FramesModule,
    /// A script of the theme; its text is embedded in the program.
    ThemeScript(ThemeScript),
    /// The module that zooms and orders lanes.
    LanesModule,
    /// A script of `/explore/`, and the file name of the script that it imports.
    Script(ExploreScript, String),
    /// A file of the index, and the digest of everything that it is made from.
    Search(IndexFile, [u8; 16]),
    /// The picture of a page for previews of its link.
    Card(Box<ShareCard>),
    /// A copied file: its path below the project, and its digest.
    File(String, [u8; 16]),
    /// The same, a photograph without what the camera noted.
    Photograph(String, [u8; 16]),
    /// A picture in another width; the digest is that of the picture.
    Picture(Box<PictureVariant>, [u8; 16]),
}

/// A page rendered from a template.
#[derive(Debug, Serialize)]
pub struct HtmlDeps {
    pub template: &'static str,
    /// The name under which the template sees `view`; empty if there is no view.
    pub name: &'static str,
    /// Enters the key as its digest.
    #[serde(skip)]
    pub chrome: Arc<Digested<Chrome>>,
    pub head: Head,
    /// Enters the key as JSON.
    #[serde(skip)]
    pub view: Box<dyn View>,
}

/// A body of text, by its digest, with everything else that its HTML depends on.
#[derive(Debug, Clone, Serialize)]
pub struct BodyRef {
    /// Where to read it. Not part of the key, which has the digest.
    #[serde(skip)]
    pub source: SourceId,
    #[serde(skip)]
    pub range: Range<usize>,
    pub digest: [u8; 16],
    /// In the order of the text.
    pub links: Vec<Destination>,
    /// Of its raw HTML.
    #[serde(skip_serializing_if = "RawLinks::is_empty")]
    pub raw: RawLinks,
    /// Ids of its headings, in the order of the text.
    pub headings: Vec<String>,
    /// Ids of the article's sources, by number.
    pub sources: Vec<String>,
    /// Language of the labels that rendering adds. The labels themselves are part of the template
    /// set's digest.
    pub language: String,
    #[serde(skip)]
    pub raw_html: RawHtml,
    /// Settings of raw HTML and of the Markdown dialect.
    pub dialect: (u8, Dialect),
    /// Whether the first heading repeats the title, and is not shown.
    pub repeats_title: bool,
    /// For feeds, the prefix that makes addresses absolute; empty otherwise.
    pub origin: String,
    /// Prefix for paths from the root of the site in raw HTML: the site's base path, or for feeds
    /// its absolute address.
    pub base: String,
}

impl BodyRef {
    /// The path of the site: that of [`Self::base`].
    pub fn site_path(&self) -> &str {
        let host = self.base.find("://").map_or(0, |at| at + 3);
        let path = self.base[host..]
            .find('/')
            .map_or(self.base.len(), |at| host + at);
        &self.base[path..]
    }
}

/// Where the addresses of raw HTML lead, by the address as written. `None` if it leads nowhere.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RawLinks {
    pub links: BTreeMap<String, Option<String>>,
    pub pictures: BTreeMap<String, Option<String>>,
}

impl RawLinks {
    pub fn is_empty(&self) -> bool {
        self.links.is_empty() && self.pictures.is_empty()
    }
}

/// The resolved target of a link in a text.
#[derive(Debug, Clone, Serialize)]
pub struct Destination {
    /// `None` if only the link text is shown.
    pub href: Option<String>,
    /// The text shown for a bare `[[id]]`.
    pub title: Option<String>,
    /// The language of that text, if it is not that of the text around it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_lang: Option<String>,
    pub away: bool,
    /// What shows it in a frame, if it is a film or a post of a host that the site embeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame: Option<FrameView>,
    /// Width and height of a picture, to reserve its space while it loads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<(u32, u32)>,
    /// The other widths of a picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub widths: Option<Box<PictureWidths>>,
}

/// A film or a post of another host, which the reader may load into a frame.
#[derive(Debug, Clone, Serialize)]
pub struct FrameView {
    pub address: String,
    /// For the reader, who sees from where it would come.
    pub host: String,
    pub is_film: bool,
    /// Address of the script that loads it; empty where there is none: then a link leads there.
    pub script: String,
}

/// A feed: Atom (RFC 4287) or JSON Feed 1.1.
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
    pub history: FeedHistory,
    pub entries: Vec<FeedEntry>,
}

/// Addresses of what else belongs to the history of a feed (RFC 5005, section 4).
#[derive(Debug, Default, Serialize)]
pub struct FeedHistory {
    pub is_archive: bool,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// The feed itself.
    pub current: Option<String>,
}

#[derive(Debug, Default, Serialize)]
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
    /// The corrections of the article, the gravest first. They stand before everything else.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<FeedNotice>,
    /// "Happened: Tuesday 9 December 2025", and the certainty if it is not confirmed.
    pub when: Option<String>,
    pub picture: Option<FeedPicture>,
    pub event: Option<FeedEvent>,
    /// `None`: without the text.
    pub body: Option<BodyRef>,
    /// In the order of their numbers in the text.
    pub sources: Vec<FeedSource>,
}

/// A correction of an entry.
#[derive(Debug, Serialize)]
pub struct FeedNotice {
    /// "Retraction, 5 February 2024."
    pub line: String,
    pub text: String,
}

/// The picture of an entry.
#[derive(Debug, Serialize)]
pub struct FeedPicture {
    /// `image/jpeg`; `None` if unknown.
    pub media_type: Option<&'static str>,
    pub address: String,
    pub alt: String,
    /// Caption and credit; empty if it has neither.
    pub caption: String,
    pub size: Option<(u32, u32)>,
}

/// When an entry's event happened, for programs.
#[derive(Debug, Serialize)]
pub struct FeedEvent {
    /// EDTF.
    pub date: Option<String>,
    /// The id in `site.yaml`, or `overdue`.
    pub status: String,
    /// How often it was put off.
    pub slipped: usize,
}

/// A source of an entry.
#[derive(Debug, Serialize)]
pub struct FeedSource {
    pub title: String,
    pub address: Option<String>,
    /// Publisher and date.
    pub particulars: String,
    pub archived: Option<String>,
}

/// A calendar of expected entries (RFC 5545).
#[derive(Debug, Serialize)]
pub struct CalendarDeps {
    pub name: String,
    pub address: String,
    /// Address of the page with the same entries.
    pub page: String,
    pub lang: String,
    pub generator: String,
    pub events: Vec<CalendarEvent>,
}

#[derive(Debug, Serialize)]
pub struct CalendarEvent {
    pub uid: String,
    /// Rises with each change of the event.
    pub sequence: usize,
    /// The last change, in UTC: `20251209T080000Z`.
    pub stamp: String,
    pub start: CalendarTime,
    /// Exclusive; `None` for an instant.
    pub end: Option<CalendarTime>,
    /// `TENTATIVE`, `CONFIRMED` or `CANCELLED`.
    pub status: &'static str,
    pub summary: String,
    pub description: String,
    pub address: String,
    pub categories: Vec<String>,
    /// If it differs from the calendar's.
    pub lang: Option<String>,
}

/// A time as a calendar has it.
#[derive(Debug, Serialize)]
pub enum CalendarTime {
    /// `20251209`.
    Day(String),
    /// In UTC: `20251209T080000Z`.
    Instant(String),
}

#[derive(Debug, Serialize)]
pub struct SitemapUrl {
    pub address: String,
    /// `YYYY-MM-DD`, from the content.
    pub modified: Option<String>,
    /// In a site with several languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternates: Vec<Alternate>,
}

/// An article in the news sitemap.
#[derive(Debug, Serialize)]
pub struct NewsUrl {
    pub address: String,
    /// Of the publication.
    pub name: String,
    /// BCP 47.
    pub language: String,
    /// A day, or RFC 3339.
    pub published: String,
    pub title: String,
}

impl Deps {
    /// Returns the page's key: the digest of everything above and `theme`, the
    /// digest of the template set.
    pub fn key(&self, theme: &[u8; 16]) -> [u8; 16] {
        let mut bytes = Vec::with_capacity(4096);
        bytes.extend_from_slice(env!("CARGO_PKG_VERSION").as_bytes());
        // The index and pictures do not depend on templates.
        if !matches!(
            self,
            Deps::Search(..)
                | Deps::Photograph(..)
                | Deps::Picture(..)
                | Deps::Card(_)
                | Deps::Chart(_)
        ) {
            bytes.extend_from_slice(theme);
        }
        if let Deps::Text(text) = self {
            // The data of a whole site is too large to be escaped only for its digest.
            let mut hasher = crate::digest::Hasher::new();
            hasher.update(&bytes).update(b"text ");
            return hasher.update(text.as_bytes()).finish();
        }
        // All in one buffer: a hasher is slow with chunks of a few bytes.
        serde_json::to_writer(&mut bytes, self).expect("views always serialise");
        if let Deps::Html(html) = self {
            bytes.extend_from_slice(&html.view.json());
            let body = html.body();
            serde_json::to_writer(&mut bytes, &body).expect("texts always serialise");
            serde_json::to_writer(&mut bytes, &html.drawings()).expect("pictures always serialise");
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

    /// Returns everything that is specific to the page as text, to search it for an address.
    pub fn written(&self) -> String {
        let mut out = serde_json::to_string(self).expect("views always serialise");
        if let Deps::Html(html) = self {
            out.push_str(&String::from_utf8_lossy(&html.view.json()));
            let body = serde_json::to_string(&html.body());
            out.push_str(&body.expect("texts always serialise"));
            let drawings = serde_json::to_string(&html.drawings());
            out.push_str(&drawings.expect("pictures always serialise"));
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
    /// The body of the page.
    fn body(&self) -> Option<&BodyRef> {
        self.view.body()?.0.as_ref()
    }

    /// What the pictures of the page are drawn from.
    fn drawings(
        &self,
    ) -> (
        Option<&Drawing>,
        Option<&DensityDrawing>,
        Option<&SlipsDrawing>,
        Option<&StoryDrawing>,
    ) {
        (
            self.view.lanes().map(|view| &view.wide.0),
            self.view.density_row().map(|view| &view.wide.0),
            self.view.slips().map(|view| &view.wide.0),
            self.view.chart().map(|view| &view.wide.0),
        )
    }

    /// The entries that this page shares with other pages.
    fn cards(&self) -> impl Iterator<Item = &Arc<SharedCard>> {
        let groups = self.view.timeline().into_iter().flat_map(|t| t.groups());
        groups.flat_map(|group| &group.entries.0)
    }

    /// The links that this page shares with other pages.
    fn related(&self) -> &[Arc<SharedLink>] {
        self.view.related().map_or(&[], |related| &related.0)
    }
}
