//! What stands where, before anything is rendered: the types of a plan.
//!
//! A [`Plan`] lists every page of the site by its route. [`pages::plan`](crate::pages::plan) makes
//! it: each kind of page says what it claims. Two pages that would share a path (also on file
//! systems that fold case or Unicode form) are found in [`collisions`], links from the root that
//! lead to nothing in [`links`].

pub mod addresses;
pub mod collisions;
mod expected;
pub mod explore;
mod facet_lists;
pub mod links;
mod paging;
mod periods;
mod routes;

use crate::content::article::ArticleId;
use crate::content::picture::MediaFiles;
use crate::model::taxonomy::TermRef;
use crate::source::Span;

pub use expected::ExpectedEntries;
pub use facet_lists::{FacetList, FacetLists, by_year};
pub use paging::{chunk, numbered};
pub use periods::Periods;
pub use routes::{beside, of_static_pages, text_routes};

/// Files of the project that are no text.
#[derive(Debug, Clone, Copy)]
pub struct ProjectFiles<'a> {
    /// Below `content/`.
    pub media: &'a MediaFiles,
    /// Paths below `static/`, in their order.
    pub statics: &'a [String],
}

/// What stands at a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    Front,
    Year(i32),
    Month(i32, u8),
    Article(ArticleId),
    /// The notice in the place of an article that has expired.
    Expired(ArticleId),
    /// Number in [`Site::pages`].
    Static(usize),
    /// Index in the configuration.
    Taxonomy(usize),
    /// One page of a term's list; without a number the newest.
    Term {
        term: TermRef,
        page: Option<usize>,
    },
    /// A term's entries of one year, where the term has several pages.
    TermYear(TermRef, i32),
    /// One page of a list that a status, a certainty or a stance makes; without a number the
    /// newest.
    FacetList {
        list: FacetList,
        page: Option<usize>,
    },
    /// The days of the year, with how much happened on each.
    Days,
    /// Month and day: what happened on it in any year.
    Day(u8, u8),
    /// What was published last.
    New,
    Stories,
    /// Number in [`Storylines::stories`](crate::model::storyline::Storylines).
    Story(usize),
    Expected,
    Corrections,
    NotFound,
    /// An old address: the route that it leads to.
    Redirect(String),
    SiteFeed,
    TermFeed(TermRef),
    CorrectionsFeed,
    /// Number from 0 among several; `None` where one is enough.
    Sitemap(Option<usize>),
    SitemapIndex,
    Robots,
    /// The theme's style sheet.
    Css,
    /// The module that shows comments.
    CommentsModule,
    /// Every way to look at the entries.
    Explore,
    /// A file of the index that `/explore/` looks things up in.
    Search(explore::IndexFile),
    /// A script of `/explore/`: its page, or what looks things up.
    Script(explore::ExploreScript),
    /// The favicon that is made where the site has none.
    Favicon,
    /// Number in `hosting.redirects`.
    Forward(usize),
    /// What a host is told.
    Host(HostFile),
    /// A file of the project, by its path below the project's folder.
    File(String),
}

/// A route and what stands there.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Output path with forward slashes: `organisations/meta/index.html`.
    pub route: String,
    pub page: Page,
}

/// The whole site to be.
#[derive(Debug)]
pub struct Plan {
    /// In the order of routes.
    pub pages: Vec<Planned>,
    pub periods: Periods,
    pub facet_lists: FacetLists,
    /// Route of each article, by its number.
    pub articles: Vec<String>,
    /// Route of each standing page, by its number.
    pub static_pages: Vec<String>,
    /// Route of the page that shows each text of a term or story, by its number.
    pub texts: Vec<Option<String>>,
    /// What is expected, soonest first; then what was cancelled or came after a slip.
    pub ledger: ExpectedEntries,
    /// Articles with corrections.
    pub corrections: bool,
    /// Fingerprinted route of the style sheet.
    pub css: String,
    /// Fingerprinted route of the module that shows comments, where the site has them.
    pub comments: Option<String>,
    /// What `/explore/` tells apart; none where the site has no such page.
    pub explore: Option<explore::Layout>,
    /// Route of the favicon: the site's own, or one that is made.
    pub favicon: String,
    /// Number of pages that a sitemap lists.
    pub sitemaps: usize,
}

/// A file for a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostFile {
    Headers,
    Redirects,
    Nginx,
    Caddy,
    /// Keeps GitHub Pages from running Jekyll over the site.
    NoJekyll,
}

/// A page that wants a route.
#[derive(Debug)]
pub struct Claim {
    pub route: String,
    pub page: Page,
    /// Names the page in the message about two that want one route.
    pub who: String,
    /// The place in an editor's file that decides the route, where there is one.
    pub span: Option<Span>,
}

/// What an address leads to, as the ledger of addresses names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AddressKind {
    Article,
    /// An event within an article: `…/#entry-<id>`.
    Entry,
    /// A standing page.
    Page,
    Term,
    Story,
    /// A list of a period, of terms, of what is expected …
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

/// Digests in the names of files that browsers may keep for ever.
#[derive(Debug, Default)]
pub struct Fingerprints {
    pub css: String,
    pub comments: String,
    pub explore: String,
    pub search: String,
}

impl Page {
    /// The path below the project of a file that is copied.
    pub fn copied_file(&self) -> Option<&str> {
        match self {
            Page::File(path) => Some(path),
            _ => None,
        }
    }

    /// Where an old address leads.
    pub fn redirect_target(&self) -> Option<&str> {
        match self {
            Page::Redirect(to) => Some(to),
            _ => None,
        }
    }
}

impl Plan {
    /// Address of a route without its `index.html`: `organisations/meta/`.
    pub fn address(route: &str) -> &str {
        match route.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => route,
        }
    }

    /// What stands at a path of the site, without the slash at its beginning. The last slash
    /// of a folder may be left out.
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

    /// Whether a list that the site may have is made, and its place not another's.
    pub fn makes(&self, route: &str) -> bool {
        let page = self.find(route).map(|planned| &planned.page);
        !matches!(
            page,
            None | Some(Page::Article(_) | Page::Static(_) | Page::Expired(_))
        )
    }
}
