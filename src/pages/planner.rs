//! Collects the claims of every kind of page.

use super::{KINDS, kind, list_folders};
use crate::content::article::stem;
use crate::diagnostic::{Diagnostic, Sink, thousands};
use crate::limits::raising;
use crate::model::link::Links;
use crate::model::site::Site;
use crate::plan::explore::Layout;
use crate::plan::feed_order::FeedOrder;
use crate::plan::{
    Claim, ExpectedEntries, FacetLists, Fingerprints, Page, Periods, Plan, Planned, ProjectFiles,
    ThemeScript, addresses, collisions, links, numbered, of_static_pages, text_routes,
};
use crate::source::Span;

/// A plan under construction, while routes are claimed.
pub(super) struct Planner<'a> {
    pub(super) site: &'a Site,
    pub(super) links: &'a Links,
    pub(super) files: ProjectFiles<'a>,
    pub(super) fingerprints: &'a Fingerprints,
    pub(super) sink: Sink,
    /// Routes of the articles, indexed by article.
    pub(super) articles: Vec<String>,
    /// Routes of the static pages, indexed by page.
    pub(super) static_pages: Vec<String>,
    /// Routes of the pages that show the texts of terms and storylines, indexed by text.
    pub(super) texts: Vec<Option<String>>,
    pub(super) periods: Periods,
    pub(super) facet_lists: FacetLists,
    pub(super) ledger: ExpectedEntries,
    pub(super) feed_order: FeedOrder,
    /// Set by the kind that claims it.
    pub(super) explore: Option<Layout>,
    /// Set by the kind that claims it.
    pub(super) sitemaps: usize,
    /// Those of the other editions, if this is the first one.
    others: &'a [Planner<'a>],
    claims: Vec<Claim>,
}

impl Planner<'_> {
    /// Claims a route that does not come from an editor's file.
    pub(super) fn claim(&mut self, route: impl Into<String>, page: Page, who: impl Into<String>) {
        self.claim_at(route, page, who, None);
    }

    /// Claims a route for a file that is optional: a file of the same name below `static/` stays.
    pub(super) fn offer(&mut self, route: impl Into<String>, page: Page, who: impl Into<String>) {
        let (edition, route) = (self.site.config.edition, route.into());
        let path = format!("{}{route}", self.site.config.prefix_of(edition));
        if self.files.statics.binary_search(&path).is_err() {
            self.claim(route, page, who);
        }
    }

    /// Claims a route that comes from `span` in an editor's file.
    pub(super) fn claim_at(
        &mut self,
        route: impl Into<String>,
        page: Page,
        who: impl Into<String>,
        span: Option<Span>,
    ) {
        let edition = self.site.config.edition;
        let mut route = route.into();
        route.insert_str(0, self.site.config.prefix_of(edition));
        self.claim_in(edition, route, page, who, span);
    }

    /// Claims a route of the whole site for a page of an edition.
    pub(super) fn claim_in(
        &mut self,
        edition: usize,
        route: String,
        page: Page,
        who: impl Into<String>,
        span: Option<Span>,
    ) {
        self.claims.push(Claim {
            route,
            page,
            edition,
            who: who.into(),
            span,
        });
    }

    /// The files of the index and the page of any edition that has them.
    pub(super) fn any_explore(&self) -> Option<&Layout> {
        let others = self
            .others
            .iter()
            .filter_map(|other| other.explore.as_ref());
        self.explore.iter().chain(others).next()
    }

    /// Returns the number of numbered pages of a list of `total` entries. Reports a list with more
    /// pages than the limit allows; then it has none.
    pub(super) fn numbered_pages(&mut self, total: usize, who: &str) -> usize {
        let config = &self.site.config;
        let (pages, limit) = (numbered(total, config.per_page), config.limits.list_pages);
        if pages < limit {
            return pages;
        }
        let message = format!(
            "{who} would fill {} pages: {} entries, {} a page; the limit is {}",
            thousands(pages + 1),
            thousands(total),
            config.per_page,
            thousands(limit)
        );
        self.sink.push(
            Diagnostic::error("output-limit", message)
                .file("site.yaml")
                .hint(format!(
                    "raise `per_page`; or, if it must be so, {}",
                    raising("list_pages", config.untrusted)
                )),
        );
        0
    }

    /// Whether no page of an editor and no taxonomy has this route, in the folder `name`: a list that
    /// came later than they did leaves it to them.
    pub(super) fn is_free(&self, route: &str, name: &str) -> bool {
        let is_here = |taken: &String| taken == route;
        let pages = self.static_pages.iter().chain(&self.articles);
        let taxonomies = &self.site.config.taxonomies;
        !pages.into_iter().any(is_here) && taxonomies.iter().all(|one| one.id != name)
    }

    /// The number of pages claimed so far that sitemaps list.
    pub(super) fn in_sitemap(&self) -> usize {
        let all = self.others.iter().flat_map(|other| &other.claims);
        let told = all.chain(&self.claims).filter(|c| kind(&c.page).in_sitemap);
        told.count()
    }
}

/// How often pages are told apart: a page may get a route that has made another page's folder.
const MOST_ROUNDS: usize = 4;

/// Plans the whole site: its first edition, and the `others`.
pub fn plan(
    site: &Site,
    others: &[Site],
    links: &Links,
    files: ProjectFiles<'_>,
    fingerprints: &Fingerprints,
    sink: &mut Sink,
) -> (Plan, Vec<Plan>) {
    let lenient = site.config.lenient;
    let mut articles = addresses::of_articles(site, sink);
    let mut static_pages = of_static_pages(site);
    let mut of_others: Vec<Planner<'_>> = Vec::with_capacity(others.len());
    for other in others {
        let given = (articles.clone(), static_pages.clone());
        let mut planner = claimed(other, links, files, fingerprints, given, &[]);
        sink.extend(std::mem::take(&mut planner.sink));
        of_others.push(planner);
    }
    let mut rounds = if lenient { MOST_ROUNDS } else { 0 };
    let (mut planner, clean) = loop {
        let given = (articles, static_pages);
        let mut planner = claimed(site, links, files, fingerprints, given, &of_others);
        planner.claims.extend(
            of_others
                .iter()
                .flat_map(|other| other.claims.iter().cloned()),
        );
        let is_kept = |claim: &Claim| is_kept(site, claim);
        let (moves, clean) = match rounds {
            0 => (Vec::new(), false),
            _ => collisions::moves(&mut planner.claims, is_kept, sink),
        };
        if moves.is_empty() {
            break (planner, clean);
        }
        (articles, static_pages) = (planner.articles, planner.static_pages);
        for collisions::Move { page, route } in moves {
            match page {
                Page::Article(id) | Page::Expired(id) => articles[id.0] = route,
                Page::Static(n) => static_pages[n] = route,
                page => page.is_not("a page of an editor"),
            }
        }
        rounds -= 1;
    };
    sink.extend(std::mem::take(&mut planner.sink));
    let claims = std::mem::take(&mut planner.claims);
    let pages = collisions::resolve(claims, lenient, clean, sink);
    let finished = Finished {
        articles: planner.articles.clone(),
        static_pages: planner.static_pages.clone(),
        files,
        fingerprints,
        first: site,
    };
    let plan = planner.plan(pages, &finished);
    let others = of_others.into_iter().map(|planner| {
        let edition = planner.site.config.edition;
        let own = plan.pages.iter().filter(|page| page.edition == edition);
        planner.plan(own.cloned().collect(), &finished)
    });
    let others = others.collect();
    let anchors = |page: &Page| (kind(page).anchors)(site, page);
    let known = links::KnownPages {
        anchors: &anchors,
        lists: &list_folders(),
        files: files.media,
    };
    links::check(site, links, &plan, known, sink);
    (plan, others)
}

/// What all editions share when everything has its route.
struct Finished<'a> {
    articles: Vec<String>,
    static_pages: Vec<String>,
    files: ProjectFiles<'a>,
    fingerprints: &'a Fingerprints,
    /// The first edition.
    first: &'a Site,
}

impl Planner<'_> {
    fn plan(self, pages: Vec<Planned>, finished: &Finished<'_>) -> Plan {
        let (site, files, fingerprints) = (finished.first, finished.files, finished.fingerprints);
        Plan {
            pages,
            prefix: self.site.config.own_edition().prefix.clone(),
            periods: self.periods,
            facet_lists: self.facet_lists,
            articles: finished.articles.clone(),
            static_pages: finished.static_pages.clone(),
            texts: self.texts,
            ledger: self.ledger,
            feed_order: self.feed_order,
            corrections: self.site.corrected().next().is_some(),
            css: super::asset::css_route(fingerprints),
            custom_css: super::asset::custom_css_route(fingerprints),
            comments: super::asset::comments_route(site, fingerprints),
            frames: super::asset::frames_route(site, fingerprints),
            look: super::asset::script_route(ThemeScript::Look, fingerprints),
            today: super::asset::script_route(ThemeScript::Today, fingerprints),
            copy: super::asset::script_route(ThemeScript::Copy, fingerprints),
            lanes_script: super::asset::lanes_route(site, fingerprints),
            explore: self.explore,
            favicon: super::asset::favicon_route(site, files),
            sitemaps: self.sitemaps,
        }
    }
}

/// Asks every kind for its claims.
fn claimed<'a>(
    site: &'a Site,
    links: &'a Links,
    files: ProjectFiles<'a>,
    fingerprints: &'a Fingerprints,
    (articles, static_pages): (Vec<String>, Vec<String>),
    others: &'a [Planner<'a>],
) -> Planner<'a> {
    let mut planner = Planner {
        site,
        links,
        files,
        fingerprints,
        sink: Sink::default(),
        articles,
        static_pages,
        texts: text_routes(site),
        periods: Periods::new(site),
        facet_lists: FacetLists::new(site),
        ledger: ExpectedEntries::new(site),
        feed_order: FeedOrder::new(site),
        explore: None,
        sitemaps: 1,
        others,
        claims: Vec::new(),
    };
    let is_first = site.config.edition == 0;
    for kind in KINDS.iter().filter(|kind| is_first || !kind.whole) {
        (kind.claim)(&mut planner);
    }
    planner
}

/// Whether the ledger records the route as that of the article or static page that claims it.
fn is_kept(site: &Site, claim: &Claim) -> bool {
    let address = addresses::recorded(&claim.route);
    match &claim.page {
        Page::Article(id) | Page::Expired(id) => {
            let article = site.article(*id);
            !article.front.draft && site.kept.is_of(&address, &article.id)
        }
        Page::Static(n) => site.kept.is_page(&address, stem(&site.pages[*n].path)),
        _ => false,
    }
}
