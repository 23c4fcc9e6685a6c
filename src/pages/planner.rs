//! Collects the claims of every kind of page.

use super::{KINDS, kind, list_folders};
use crate::diagnostic::Sink;
use crate::model::link::Links;
use crate::model::site::Site;
use crate::plan::explore::Layout;
use crate::plan::{
    Claim, ExpectedEntries, FacetLists, Fingerprints, Page, Periods, Plan, ProjectFiles, addresses,
    collisions, links, of_static_pages, text_routes,
};
use crate::source::Span;

/// A plan under construction, while routes are claimed.
pub(super) struct Planner<'a> {
    pub(super) site: &'a Site,
    pub(super) links: &'a Links,
    pub(super) files: ProjectFiles<'a>,
    pub(super) fingerprints: &'a Fingerprints,
    pub(super) sink: &'a mut Sink,
    /// Routes of the articles, indexed by article.
    pub(super) articles: Vec<String>,
    /// Routes of the static pages, indexed by page.
    pub(super) static_pages: Vec<String>,
    /// Routes of the pages that show the texts of terms and storylines, indexed by text.
    pub(super) texts: Vec<Option<String>>,
    pub(super) periods: Periods,
    pub(super) facet_lists: FacetLists,
    pub(super) ledger: ExpectedEntries,
    /// Set by the kind that claims it.
    pub(super) explore: Option<Layout>,
    /// Set by the kind that claims it.
    pub(super) sitemaps: usize,
    claims: Vec<Claim>,
}

impl Planner<'_> {
    /// Claims a route that does not come from an editor's file.
    pub(super) fn claim(&mut self, route: impl Into<String>, page: Page, who: impl Into<String>) {
        self.claim_at(route, page, who, None);
    }

    /// Claims a route that comes from `span` in an editor's file.
    pub(super) fn claim_at(
        &mut self,
        route: impl Into<String>,
        page: Page,
        who: impl Into<String>,
        span: Option<Span>,
    ) {
        self.claims.push(Claim {
            route: route.into(),
            page,
            who: who.into(),
            span,
        });
    }

    /// Whether an earlier kind has claimed a route.
    pub(super) fn is_taken(&self, route: &str) -> bool {
        self.claims.iter().any(|claim| claim.route == route)
    }

    /// The number of pages claimed so far that sitemaps list.
    pub(super) fn in_sitemap(&self) -> usize {
        let told = self.claims.iter().filter(|c| kind(&c.page).in_sitemap);
        told.count()
    }
}

/// Plans the whole site.
pub fn plan(
    site: &Site,
    links: &Links,
    files: ProjectFiles<'_>,
    fingerprints: &Fingerprints,
    sink: &mut Sink,
) -> Plan {
    let mut planner = Planner {
        site,
        links,
        files,
        fingerprints,
        articles: addresses::of_articles(site, sink),
        sink,
        static_pages: of_static_pages(site),
        texts: text_routes(site),
        periods: Periods::new(site),
        facet_lists: FacetLists::new(site),
        ledger: ExpectedEntries::new(site),
        explore: None,
        sitemaps: 1,
        claims: Vec::new(),
    };
    for kind in KINDS {
        (kind.claim)(&mut planner);
    }
    let pages = collisions::resolve(planner.claims, planner.sink);
    let plan = Plan {
        pages,
        periods: planner.periods,
        facet_lists: planner.facet_lists,
        articles: planner.articles,
        static_pages: planner.static_pages,
        texts: planner.texts,
        ledger: planner.ledger,
        corrections: site.corrected().next().is_some(),
        css: super::asset::css_route(fingerprints),
        comments: super::asset::comments_route(site, fingerprints),
        explore: planner.explore,
        favicon: super::asset::favicon_route(site, files),
        sitemaps: planner.sitemaps,
    };
    let anchors = |page: &Page| (kind(page).anchors)(site, page);
    let known = links::KnownPages {
        anchors: &anchors,
        lists: &list_folders(),
    };
    links::check(site, links, &plan, known, planner.sink);
    plan
}
