//! What every view looks things up in, and where things stand.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock, RwLock};

use super::{DateView, Link, SharedCard, SharedLink};
use crate::content::article::ArticleId;
use crate::hosting::Loaded;
use crate::messages::Messages;
use crate::model::entry::Entry;
use crate::model::link::Links;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::plan::Plan;

/// The site with its links and its plan: what every view looks things up in.
#[derive(Debug, Clone, Copy)]
pub struct ViewContext<'a> {
    pub site: &'a Site,
    pub links: &'a Links,
    pub plan: &'a Plan,
    pub cache: &'a ViewCache,
    /// Of the language that the page's interface is in.
    pub messages: &'a Messages,
    /// Where it is noted of which articles the page shows the headline or the summary, if anybody
    /// asks. Both are had from [`headline`](Self::headline), [`title`](Self::title) and
    /// [`summary`](Self::summary) only, so that none is missed.
    pub shown: Option<&'a RefCell<BTreeSet<usize>>>,
}

/// What many pages say of the same thing, worded in one language and linked once.
#[derive(Debug)]
pub struct ViewCache {
    /// Dates in words, by how they are written, where no heading has named the year: many entries
    /// and sources have the same.
    pub(super) dates: RwLock<HashMap<Box<str>, DateView>>,
    /// Of each taxonomy, of each term.
    terms: Vec<Vec<Link>>,
    /// Of each entry, under the heading of its month on a page of [`SHARED_LEVEL`].
    pub(super) cards: Vec<OnceLock<Arc<SharedCard>>>,
    given: Arc<SharedInputs>,
    /// Of each entry, among the related of others.
    pub(super) links: Vec<OnceLock<Arc<SharedLink>>>,
}

/// What pages need of the project besides the model, in every language alike.
#[derive(Debug)]
pub struct SharedInputs {
    /// The files that are copied, by path below the project.
    pub files: HashMap<String, CopiedFile>,
    /// The owner's fragment for the slot `sponsor_top`.
    pub sponsor: Option<String>,
    /// What pages load from other hosts.
    pub loaded: Loaded,
}

/// What is known of a file that is copied.
#[derive(Debug, Clone, Copy, Default)]
pub struct CopiedFile {
    pub digest: [u8; 16],
    /// Width and height of a picture.
    pub size: Option<(u32, u32)>,
}

/// Level of the entries' headings on the pages that show most of them: under a section, a year
/// and a month.
pub const SHARED_LEVEL: u8 = 5;

impl ViewCache {
    pub fn new(site: &Site, given: Arc<SharedInputs>) -> Self {
        let link = |taxonomy: usize, term: usize| {
            let at = TermRef { taxonomy, term };
            let route = Plan::term_route(site, at);
            Link {
                label: site.term(at).label.clone(),
                url: site.config.href(Plan::address(&route)),
                rel: None,
            }
        };
        Self {
            dates: RwLock::default(),
            terms: site
                .taxonomies
                .iter()
                .enumerate()
                .map(|(t, taxonomy)| (0..taxonomy.terms.len()).map(|n| link(t, n)).collect())
                .collect(),
            cards: site.entries.iter().map(|_| OnceLock::new()).collect(),
            links: site.entries.iter().map(|_| OnceLock::new()).collect(),
            given,
        }
    }

    /// What is known of a file that is copied.
    pub fn file(&self, path: &str) -> CopiedFile {
        self.given.files.get(path).copied().unwrap_or_default()
    }

    pub fn inputs(&self) -> &SharedInputs {
        &self.given
    }
}

impl<'a> ViewContext<'a> {
    /// Address of a route on this site, with the site's path.
    pub fn href(&self, route: &str) -> String {
        self.site.config.href(Plan::address(route))
    }

    /// Absolute address of a route.
    pub fn absolute(&self, route: &str) -> String {
        self.site.config.permalink_of(Plan::address(route))
    }

    pub fn article_href(&self, id: ArticleId) -> String {
        self.href(&self.plan.articles[id.0])
    }

    /// An entry's place: its article, or its own place in it.
    pub fn entry_href(&self, entry: &Entry) -> String {
        let article = self.article_href(entry.article);
        if entry.listed.is_some() {
            format!("{article}#entry-{}", entry.id)
        } else {
            article
        }
    }

    /// An article's headline.
    pub fn headline(&self, id: ArticleId) -> &'a str {
        self.shows(id);
        &self.site.article(id).front.title.value
    }

    /// An article's summary.
    pub fn summary(&self, id: ArticleId) -> Option<&'a String> {
        self.shows(id);
        self.site.article(id).front.summary.as_ref()
    }

    /// An entry's title, which for an article's own is the headline.
    pub fn title<'e>(&self, entry: &'e Entry) -> &'e str {
        self.shows(entry.article);
        &entry.title
    }

    /// Notes that the page shows a headline or a summary.
    pub fn shows(&self, id: ArticleId) {
        if let Some(shown) = self.shown {
            shown.borrow_mut().insert(id.0);
        }
    }

    pub fn term_link(&self, term: TermRef) -> Link {
        self.cache.terms[term.taxonomy][term.term].clone()
    }

    pub fn article_link(&self, id: ArticleId) -> Link {
        Link {
            label: self.headline(id).to_owned(),
            url: self.article_href(id),
            rel: None,
        }
    }

    /// Terms of an entry in one taxonomy, in the editor's order.
    pub fn terms_of(&self, entry: &Entry, taxonomy: &str) -> Vec<Link> {
        let Some(index) = self.site.taxonomy(taxonomy) else {
            return Vec::new();
        };
        entry
            .terms
            .iter()
            .filter(|t| t.taxonomy == index)
            .map(|t| self.term_link(*t))
            .collect()
    }

    /// An address that the owner wrote in `site.yaml`: a path of this site, or a whole address.
    pub fn own_or_away(&self, address: &str) -> String {
        match address.strip_prefix('/') {
            Some(path) if !path.starts_with('/') => self.site.config.href(path),
            _ => address.to_owned(),
        }
    }

    /// A path of this site as a whole address; another address as it is.
    pub fn whole_address(&self, url: &str) -> String {
        match url.starts_with('/') {
            true => format!("{}{url}", self.site.config.origin),
            false => url.to_owned(),
        }
    }
}

/// An article's language where it is not the site's.
pub fn other_language(site: &Site, lang: Option<&str>) -> Option<String> {
    lang.filter(|l| !l.eq_ignore_ascii_case(&site.config.language))
        .map(str::to_owned)
}
