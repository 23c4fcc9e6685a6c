//! The types of a plan: which page is at which route, before anything is rendered.
//!
//! A [`Plan`] lists every page of the site by its route. [`pages::plan`](crate::pages::plan) makes
//! it by asking each kind of page for its claims. [`collisions`] finds two pages that would share a
//! path (also on file systems that fold case or Unicode forms); [`links`] finds links from the root
//! of the site to something that does not exist.

pub mod addresses;
pub mod collisions;
pub mod data;
mod embeds;
mod expected;
pub mod explore;
mod facet_lists;
pub mod feed_order;
mod feeds;
pub mod links;
pub mod loaded_files;
mod paging;
mod periods;
mod pictures;
mod routes;
mod share_cards;

use std::borrow::Cow;

use serde::Serialize;

use crate::content::article::ArticleId;
use crate::content::picture::MediaFiles;
use crate::content::slug::nfc;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::percent;
use crate::source::Span;

pub use embeds::EmbedOf;
pub use expected::ExpectedEntries;
pub use facet_lists::{FacetKind, FacetList, FacetLists, YearOfTerm, by_year};
pub use feeds::{FeedForm, FeedOf};
pub use paging::{chunk, numbered};
pub use periods::Periods;
pub use pictures::{
    PictureFormat, PictureVariant, PictureVariants, ResponsivePictures, may_vary, variants,
};
pub use routes::{beside, of_static_pages, text_routes};
pub use share_cards::CardOf;

/// Files of the project that are not text.
#[derive(Debug, Clone, Copy)]
pub struct ProjectFiles<'a> {
    /// Below `content/`.
    pub media: &'a MediaFiles,
    /// Paths below `static/`, in order.
    pub statics: &'a [String],
    /// Those of `media` that get several widths.
    pub pictures: &'a ResponsivePictures,
}

/// The page at a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    Front,
    Year(i32),
    Month(i32, u8),
    Article(ArticleId),
    /// An article as Markdown.
    Twin(ArticleId),
    /// The notice that replaces an expired article.
    Expired(ArticleId),
    /// Index in [`Site::pages`](crate::model::site::Site::pages).
    Static(usize),
    /// Index in the configuration.
    Taxonomy(usize),
    /// One page of a term's list. Without a number, the newest one.
    Term {
        term: TermRef,
        page: Option<usize>,
    },
    /// A term's entries of one year, for terms whose list has several pages.
    TermYear(TermRef, i32),
    /// One page of the list for a status, a certainty or a stance. Without a number, the newest
    /// one.
    FacetList {
        list: FacetList,
        page: Option<usize>,
    },
    /// The index of statuses or of certainties, or who takes which stance.
    FacetIndex(FacetKind),
    /// The days of the year, with the number of events on each.
    Days,
    /// Month and day: what happened on it in any year.
    Day(u8, u8),
    /// The most recently published articles.
    New,
    /// The list of static pages, if there are more than the foot of a page has.
    PageList,
    /// Terms as lanes over time.
    Lanes,
    /// The facts of the lanes as CSV.
    LanesCsv,
    /// A few organisations side by side: index in `compare`.
    Compare(usize),
    /// A picture of time as a file of its own.
    ChartFile(ChartOf, ChartForm),
    Stories,
    /// Index in [`Storylines::stories`](crate::model::storyline::Storylines).
    Story(usize),
    Expected,
    Corrections,
    NotFound,
    /// An old address, with the route that it redirects to.
    Redirect(String),
    Feed(FeedOf, FeedForm),
    /// What the site's feed no longer has: the number of an archive, from 1.
    FeedArchive(usize),
    /// What readers can subscribe to.
    Feeds,
    /// What other sites show in a frame.
    Embed(EmbedOf),
    /// What oEmbed says of it.
    OEmbed(EmbedOf),
    /// What data the site has.
    Data,
    DataFile(data::DataFile),
    /// Entries for `TimelineJS`.
    Timeline(data::TimelineOf),
    /// What is expected, as a calendar.
    SiteCalendar,
    TermCalendar(TermRef),
    /// Index among several sitemaps; `None` if one is enough.
    Sitemap(Option<usize>),
    SitemapIndex,
    NewsSitemap,
    /// `llms.txt`.
    Llms,
    Robots,
    /// The theme's style sheet.
    Css,
    /// The site's own style sheet, `custom.css`.
    CustomCss,
    /// The module that loads comments.
    CommentsModule,
    /// The module that loads films and posts of other hosts.
    FramesModule,
    /// A script of the theme.
    ThemeScript(ThemeScript),
    /// The module that zooms and orders lanes.
    LanesModule,
    /// Search and all filters together.
    Explore,
    /// A file of the search index for `/explore/`.
    Search(explore::IndexFile),
    /// A script of `/explore/`: the page's own, or the one that searches.
    Script(explore::ExploreScript),
    /// The favicon that is generated for a site without one.
    Favicon,
    /// Index in `hosting.redirects`.
    Forward(usize),
    /// A configuration file for a host.
    Host(HostFile),
    /// A file of the project, by its path below the project's folder.
    File(String),
    /// The picture of a page for previews of its link.
    Card(CardOf),
    /// A picture in another width.
    Picture(Box<PictureVariant>),
}

/// A route and the page at it.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Output path with forward slashes: `organisations/meta/index.html`.
    pub route: String,
    pub page: Page,
    /// The edition to which the page belongs; 0 for what belongs to the whole site.
    pub edition: usize,
}

/// An edition of a site in several languages, other than the first.
#[derive(Debug)]
pub struct Edition {
    /// The same articles, pages and texts as in the first edition, in the same order.
    pub site: Site,
    pub plan: Plan,
}

/// The layout of the whole site; of another edition than the first, that of the edition.
#[derive(Debug)]
pub struct Plan {
    /// Sorted by route. Those of the whole site, if this is the first edition.
    pub pages: Vec<Planned>,
    /// What stands before the routes of the edition; empty for the first one.
    pub prefix: String,
    pub periods: Periods,
    pub facet_lists: FacetLists,
    /// Routes in the whole site, indexed by article.
    pub articles: Vec<String>,
    /// Routes in the whole site, indexed by static page.
    pub static_pages: Vec<String>,
    /// Route in the whole site of the page that shows the text of a term or story, indexed by text.
    pub texts: Vec<Option<String>>,
    /// What is expected, soonest first; then what was cancelled or happened after a slip.
    pub ledger: ExpectedEntries,
    /// The articles of the site's feed and its archives.
    pub feed_order: feed_order::FeedOrder,
    /// Whether any article has corrections.
    pub corrections: bool,
    /// Fingerprinted route of the style sheet.
    pub css: String,
    /// Fingerprinted route of the site's own style sheet, `custom.css`, at the root of the site.
    pub custom_css: Option<String>,
    /// Fingerprinted route of the module that loads comments, if the site has comments.
    pub comments: Option<String>,
    /// Fingerprinted route of the module that loads films and posts, if the site embeds any host.
    pub frames: Option<String>,
    /// Route of the script that keeps the reader's choice of light or dark.
    pub look: String,
    /// Route of the script that shows today first on `/on-this-day/`.
    pub today: String,
    /// Route of the script that copies what is to be embedded elsewhere.
    pub copy: String,
    /// Fingerprinted route of the module that zooms and orders lanes, if the site has any to zoom.
    pub lanes_script: Option<String>,
    /// The layout of `/explore/`; `None` if the site has no such page.
    pub explore: Option<explore::Layout>,
    /// Route of the favicon: the site's own or a generated one.
    pub favicon: String,
    /// Number of sitemaps.
    pub sitemaps: usize,
}

/// A configuration file for a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostFile {
    Headers,
    Redirects,
    Nginx,
    Caddy,
    /// Keeps GitHub Pages from running Jekyll on the site.
    NoJekyll,
}

/// A page that claims a route.
#[derive(Debug, Clone)]
pub struct Claim {
    pub route: String,
    pub page: Page,
    /// As in [`Planned`].
    pub edition: usize,
    /// For the report of a collision.
    pub who: Claimant,
    /// The span in an editor's file that determines the route, if there is one.
    pub span: Option<Span>,
}

/// Who claims a route. The words are made when they are needed: few claims clash.
#[derive(Debug, Clone)]
pub enum Claimant {
    Words(Cow<'static, str>),
    Article(ArticleId),
    /// An article as Markdown.
    Twin(ArticleId),
    Term(TermRef),
}

impl From<&'static str> for Claimant {
    fn from(words: &'static str) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl From<String> for Claimant {
    fn from(words: String) -> Self {
        Self::Words(Cow::Owned(words))
    }
}

impl Claimant {
    /// Names it in a message. `site`: the edition that the claim belongs to.
    pub fn words(&self, site: &Site) -> Cow<'_, str> {
        let file = |id: &ArticleId| format!("content/{}", site.article(*id).path);
        match self {
            Self::Words(words) => Cow::Borrowed(words),
            Self::Article(id) => format!("the article {}", file(id)).into(),
            Self::Twin(id) => format!("the Markdown of {}", file(id)).into(),
            Self::Term(at) => {
                let id = &site.config.taxonomies[at.taxonomy].id;
                format!("the page of `{}` ({id})", site.term(*at).label).into()
            }
        }
    }
}

/// What an address refers to, as recorded in the ledger of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AddressKind {
    Article,
    /// An event within an article: `…/#entry-<id>`.
    Entry,
    /// A static page.
    Page,
    Term,
    Story,
    /// A list: of a period, of terms, of expected entries …
    List,
    Feed,
}

impl AddressKind {
    const WORDS: [(&'static str, AddressKind); 7] = [
        ("article", AddressKind::Article),
        ("entry", AddressKind::Entry),
        ("page", AddressKind::Page),
        ("term", AddressKind::Term),
        ("story", AddressKind::Story),
        ("list", AddressKind::List),
        ("feed", AddressKind::Feed),
    ];

    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }

    pub fn of(word: &str) -> Option<Self> {
        let found = Self::WORDS.iter().find(|(w, _)| *w == word);
        found.map(|(_, kind)| *kind)
    }
}

/// The first folder of a path without its leading slash, with its own slash: `docs/` of `docs/a`. The
/// whole path, if it is in no folder.
pub fn first_folder(path: &str) -> &str {
    let path = path.split('?').next().unwrap_or(path);
    path.find('/').map_or(path, |end| &path[..=end])
}

/// Digests in the names of files that browsers may cache forever.
#[derive(Debug, Default)]
pub struct Fingerprints {
    pub css: String,
    /// Of the site's own style sheet, `custom.css`; `None` without one.
    pub custom_css: Option<String>,
    pub comments: String,
    pub frames: String,
    pub look: String,
    pub today: String,
    pub copy: String,
    pub lanes: String,
    pub explore: String,
    pub search: String,
}

/// A script of the theme that needs nothing from the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ThemeScript {
    /// Keeps the reader's choice of light or dark.
    Look,
    /// Shows today first on `/on-this-day/`.
    Today,
    /// Copies what is to be embedded elsewhere.
    Copy,
}

/// In which form a picture of time is a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ChartForm {
    Svg,
    Png,
}

/// What a picture of time shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartOf {
    Lanes,
    /// Index in `compare`.
    Compare(usize),
    /// Index in [`Storylines::stories`](crate::model::storyline::Storylines).
    Story(usize),
    Slips,
}

impl Page {
    /// For a copied file, its path below the project.
    pub fn copied_file(&self) -> Option<&str> {
        match self {
            Page::File(path) => Some(path),
            _ => None,
        }
    }

    /// For an old address, the route that it redirects to.
    pub fn redirect_target(&self) -> Option<&str> {
        match self {
            Page::Redirect(to) => Some(to),
            _ => None,
        }
    }
}

impl Plan {
    /// The address of a route, without `index.html`: `organisations/meta/`.
    pub fn address(route: &str) -> &str {
        match route.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => route,
        }
    }

    /// Finds the page at a path of the site, given without its leading slash. The trailing slash of
    /// a folder is optional.
    pub fn find(&self, path: &str) -> Option<&Planned> {
        let index = match path.strip_suffix('/').unwrap_or(path) {
            "" => "index.html".to_owned(),
            folder => format!("{folder}/index.html"),
        };
        [path, &index].into_iter().find_map(|route| {
            let at = self.pages.binary_search_by(|p| p.route.as_str().cmp(route));
            at.ok().map(|at| &self.pages[at])
        })
    }

    /// Finds the page that a link from the root of the site leads to, given without its leading
    /// slash.
    pub fn find_linked(&self, link: &str) -> Option<&Planned> {
        let path = link.split('?').next().unwrap_or(link);
        let decoded = percent::decode(path);
        self.find(&nfc(decoded.as_deref().unwrap_or(path)))
    }

    /// Finds the page that a link means which leads to no page: under another generator, an article had
    /// this address, or a page ended with `.html`.
    pub fn find_meant(&self, site: &Site, link: &str) -> Option<&Planned> {
        let path = link.split('?').next().unwrap_or(link);
        let folder = path.strip_suffix(".html").map(|path| format!("{path}/"));
        let page = folder.and_then(|folder| self.find_linked(&folder));
        page.or_else(|| {
            let article = site.by_old_address(path)?;
            self.find(&self.articles[article.0])
        })
    }

    /// Whether a link that leads to no page may lead to another part of the domain: the site has
    /// nothing in its first folder.
    pub fn may_be_outside(&self, link: &str) -> bool {
        let folder = first_folder(link);
        let at = self.pages.partition_point(|p| p.route.as_str() < folder);
        !folder.is_empty()
            && !self
                .pages
                .get(at)
                .is_some_and(|p| p.route.starts_with(folder))
    }

    /// Finds the page at a path of the edition, given without its leading slash.
    pub fn find_own(&self, path: &str) -> Option<&Planned> {
        match self.prefix.is_empty() {
            true => self.find(path),
            false => self.find(&format!("{}{path}", self.prefix)),
        }
    }

    /// Whether an optional list of the edition exists and its route was not taken by an editor's
    /// page.
    pub fn makes(&self, route: &str) -> bool {
        let page = self.find_own(route).map(|planned| &planned.page);
        !matches!(
            page,
            None | Some(Page::Article(_) | Page::Static(_) | Page::Expired(_))
        )
    }
}
