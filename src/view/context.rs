//! The context of every view: the site, its plan, and the addresses of things.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock, RwLock};

use foldhash::HashMap;
use rayon::prelude::*;

use super::{DateView, Link, SharedCard, SharedLink};
use crate::content::article::ArticleId;
use crate::hosting::Loaded;
use crate::messages::{CalendarNames, Collation, Messages};
use crate::model::entry::{Entry, EntryId};
use crate::model::link::Links;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::percent;
use crate::plan::explore::Layout;
use crate::plan::{Edition, FacetList, Page, Plan, ResponsivePictures};

/// The site with its links and its plan, as every view needs them.
#[derive(Debug, Clone, Copy)]
pub struct ViewContext<'a> {
    pub site: &'a Site,
    pub links: &'a Links,
    pub plan: &'a Plan,
    pub cache: &'a ViewCache,
    /// In the language of the page's interface.
    pub messages: &'a Messages,
    pub whole: Whole<'a>,
    /// If set, collects the articles whose headline or summary the page shows. Views obtain both
    /// only through [`headline`](Self::headline), [`title`](Self::title) and
    /// [`summary`](Self::summary), so that none is missed.
    pub shown: Option<&'a RefCell<BTreeSet<usize>>>,
}

/// All editions of a site.
#[derive(Debug, Clone, Copy)]
pub struct Whole<'a> {
    /// Those of the first edition, whose plan has the pages of all.
    pub site: &'a Site,
    pub plan: &'a Plan,
    /// The other editions; none of a site in one language.
    pub others: &'a [Edition],
}

impl<'a> Whole<'a> {
    /// The editions, in their order: site and plan.
    pub fn editions(self) -> impl Iterator<Item = (&'a Site, &'a Plan)> {
        let others = self
            .others
            .iter()
            .map(|edition| (&edition.site, &edition.plan));
        std::iter::once((self.site, self.plan)).chain(others)
    }

    /// Site and plan of an edition.
    pub fn edition(self, number: usize) -> (&'a Site, &'a Plan) {
        match number.checked_sub(1).and_then(|n| self.others.get(n)) {
            Some(edition) => (&edition.site, &edition.plan),
            None => (self.site, self.plan),
        }
    }
}

/// Values that many pages share, formatted once for one language.
#[derive(Debug)]
pub struct ViewCache {
    /// Formatted dates, by their written form, for places where no heading names the year: many
    /// entries and sources share a date.
    pub(super) dates: RwLock<HashMap<Box<str>, DateView>>,
    /// Names of the calendar that stands beside the Gregorian one.
    pub(super) calendar: OnceLock<Option<CalendarNames>>,
    /// The order of names in the language of the interface.
    pub(super) collation: OnceLock<Option<Collation>>,
    /// Links to terms, by taxonomy and term.
    terms: Vec<Vec<Link>>,
    /// The span of the entries of each term, by taxonomy and term.
    pub(super) spans: Vec<Vec<OnceLock<String>>>,
    /// The span of the entries of each list by status, certainty or stance.
    pub(super) list_spans: OnceLock<BTreeMap<FacetList, String>>,
    /// For each entry, its card under the heading of its month on a page of [`SHARED_LEVEL`].
    pub(super) cards: Vec<OnceLock<Arc<SharedCard>>>,
    given: Arc<SharedInputs>,
    /// For each organisation, the entry with its present stance.
    pub(super) present_stances: OnceLock<HashMap<TermRef, EntryId>>,
    /// For each entry, its link in the lists of related articles.
    pub(super) links: Vec<OnceLock<Arc<SharedLink>>>,
}

/// Inputs from the project besides the model, independent of the language.
#[derive(Debug)]
pub struct SharedInputs {
    /// The files to copy, by path below the project.
    pub files: HashMap<String, CopiedFile>,
    /// The owner's fragment for the slot `sponsor_top`.
    pub sponsor: Option<String>,
    /// What pages load from other hosts.
    pub loaded: Loaded,
    /// The pictures that have several widths.
    pub pictures: ResponsivePictures,
}

/// Digest and size of a copied file.
#[derive(Debug, Clone, Copy, Default)]
pub struct CopiedFile {
    pub digest: [u8; 16],
    /// Width and height of a picture, in pixels.
    pub size: Option<(u32, u32)>,
}

/// Heading level of the entries on most pages: below a section, a year and a month.
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
                lang: None,
            }
        };
        Self {
            dates: RwLock::default(),
            calendar: OnceLock::new(),
            collation: OnceLock::new(),
            terms: site
                .taxonomies
                .iter()
                .enumerate()
                .map(|(t, taxonomy)| (0..taxonomy.terms.len()).map(|n| link(t, n)).collect())
                .collect(),
            spans: {
                let taxonomies = site.taxonomies.iter().map(|t| t.terms.iter());
                let empty = taxonomies.map(|terms| terms.map(|_| OnceLock::new()).collect());
                empty.collect()
            },
            list_spans: OnceLock::new(),
            cards: site.entries.iter().map(|_| OnceLock::new()).collect(),
            links: site.entries.iter().map(|_| OnceLock::new()).collect(),
            given,
            present_stances: OnceLock::new(),
        }
    }

    /// Digest and size of a copied file.
    pub fn file(&self, path: &str) -> CopiedFile {
        self.given.files.get(path).copied().unwrap_or_default()
    }

    pub fn inputs(&self) -> &SharedInputs {
        &self.given
    }
}

impl<'a> ViewContext<'a> {
    /// The same in another edition, without what its pages share.
    pub fn in_edition(&self, number: usize) -> Self {
        let (site, plan) = self.whole.edition(number);
        Self {
            site,
            plan,
            ..*self
        }
    }

    /// Address of a route of the edition, including the site's base path.
    pub fn href(&self, route: &str) -> String {
        self.site.config.href(Plan::address(route))
    }

    /// Absolute address of a route of the edition.
    pub fn absolute(&self, route: &str) -> String {
        self.site.config.permalink_of(Plan::address(route))
    }

    /// Address of a route of the whole site, including its base path.
    pub fn whole_href(&self, route: &str) -> String {
        self.site.config.whole_href(Plan::address(route))
    }

    /// Absolute address of a route of the whole site.
    pub fn whole_absolute(&self, route: &str) -> String {
        self.site.config.whole_permalink_of(Plan::address(route))
    }

    pub fn article_href(&self, id: ArticleId) -> String {
        self.whole_href(&self.plan.articles[id.0])
    }

    /// The layout of `/explore/` in this edition, or in any.
    pub fn any_explore(&self) -> Option<&'a Layout> {
        let all = self
            .whole
            .editions()
            .filter_map(|(_, plan)| plan.explore.as_ref());
        self.plan.explore.iter().chain(all).next()
    }

    /// Address of an entry: its article, or its anchor in that article.
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

    /// An entry's title; for an article's own entry, the headline.
    pub fn title<'e>(&self, entry: &'e Entry) -> &'e str {
        self.shows(entry.article);
        &entry.title
    }

    /// Records that the page shows an article's headline or summary.
    pub fn shows(&self, id: ArticleId) {
        if let Some(shown) = self.shown {
            shown.borrow_mut().insert(id.0);
        }
    }

    /// Calls `f` with parts of `items` in parallel, for pages that show the whole site. Returns the
    /// results in order.
    pub fn in_parallel<T: Sync, R: Send>(
        &self,
        items: &[T],
        f: impl Fn(&ViewContext<'_>, &[T]) -> R + Sync,
    ) -> Vec<R> {
        /// Number of items in a part.
        const PART: usize = 512;
        let Self {
            site,
            links,
            plan,
            cache,
            messages,
            whole,
            shown,
        } = *self;
        let records = shown.is_some();
        let part = |items: &[T]| {
            let own = RefCell::default();
            let ctx = ViewContext {
                site,
                links,
                plan,
                cache,
                messages,
                whole,
                shown: records.then_some(&own),
            };
            let result = f(&ctx, items);
            (result, own.into_inner())
        };
        let parts: Vec<_> = items.par_chunks(PART).map(part).collect();
        let mut results = Vec::with_capacity(parts.len());
        for (result, own) in parts {
            if let Some(shown) = shown {
                shown.borrow_mut().extend(own);
            }
            results.push(result);
        }
        results
    }

    pub fn term_link(&self, term: TermRef) -> Link {
        self.cache.terms[term.taxonomy][term.term].clone()
    }

    pub fn article_link(&self, id: ArticleId) -> Link {
        Link {
            label: self.headline(id).to_owned(),
            url: self.article_href(id),
            rel: None,
            lang: self.article_lang(id),
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

    /// Resolves an address from `site.yaml`: a path of this site gets its base path, any other
    /// address is returned as is. A path that the edition has is that of the edition.
    pub fn own_or_away(&self, address: &str) -> String {
        match address.strip_prefix('/') {
            Some(path) if !path.starts_with('/') => {
                let page = path.split(['?', '#']).next().unwrap_or(path);
                let config = &self.site.config;
                match config.edition > 0 && self.plan.find_own(page).is_some() {
                    true => config.href(path),
                    // The page of the edition may be called otherwise.
                    false => match self.whole.plan.find_linked(page).map(|found| &found.page) {
                        Some(Page::Static(n)) if self.page_here(*n) != *n => {
                            let here = &self.plan.static_pages[self.page_here(*n)];
                            format!("{}{}", self.whole_href(here), &path[page.len()..])
                        }
                        _ => config.whole_href(path),
                    },
                }
            }
            _ => address.to_owned(),
        }
    }

    /// Makes a path of this site absolute; returns any other address as is.
    pub fn whole_address(&self, url: &str) -> String {
        match url.starts_with('/') {
            true if url.is_ascii() => format!("{}{url}", self.site.config.origin),
            true => format!(
                "{}{}",
                self.site.config.origin,
                percent::path_of_address(url)
            ),
            false => url.to_owned(),
        }
    }
}

/// An article's language, if it differs from the site's.
pub fn other_language(site: &Site, lang: Option<&str>) -> Option<String> {
    lang.filter(|l| !l.eq_ignore_ascii_case(&site.config.language))
        .map(str::to_owned)
}
