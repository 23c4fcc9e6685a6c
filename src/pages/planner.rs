//! Collects the claims of every kind of page.

use rayon::prelude::*;

use super::{KINDS, Kind, kind, list_folders};
use crate::content::article::{ArticleId, stem};
use crate::diagnostic::{Diagnostic, Sink, thousands};
use crate::limits::raising;
use crate::model::link::Links;
use crate::model::site::Site;
use crate::plan::explore::Layout;
use crate::plan::feed_order::FeedOrder;
use crate::plan::{
    Claim, Claimant, ExpectedEntries, FacetLists, Fingerprints, Page, Periods, Plan, Planned,
    ProjectFiles, ThemeScript, addresses, collisions, links, numbered, of_static_pages,
    text_routes,
};
use crate::source::Span;

/// A plan under construction, while routes are claimed.
pub(super) struct Planner<'a> {
    pub(super) site: &'a Site,
    pub(super) links: &'a Links,
    pub(super) files: ProjectFiles<'a>,
    pub(super) fingerprints: &'a Fingerprints,
    pub(super) outline: &'a Outline,
    pub(super) sink: Sink,
    /// Set by the kind that claims it.
    pub(super) explore: Option<Layout>,
    /// Set by the kind that claims it.
    pub(super) sitemaps: usize,
    /// Those of the other editions, if this is the first one.
    others: &'a [Claimed<'a>],
    claims: Vec<Claim>,
}

/// What is known before any route is claimed.
pub(super) struct Outline {
    /// Routes of the articles, indexed by article.
    pub articles: Vec<String>,
    /// Routes of the static pages, indexed by page.
    pub static_pages: Vec<String>,
    /// Routes of the pages that show the texts of terms and storylines, indexed by text.
    pub texts: Vec<Option<String>>,
    pub periods: Periods,
    pub facet_lists: FacetLists,
    pub ledger: ExpectedEntries,
    pub feed_order: FeedOrder,
}

impl Outline {
    fn new(site: &Site, articles: Vec<String>, static_pages: Vec<String>) -> Self {
        let ((periods, facet_lists), (ledger, feed_order)) = rayon::join(
            || rayon::join(|| Periods::new(site), || FacetLists::new(site)),
            || rayon::join(|| ExpectedEntries::new(site), || FeedOrder::new(site)),
        );
        Self {
            articles,
            static_pages,
            texts: text_routes(site),
            periods,
            facet_lists,
            ledger,
            feed_order,
        }
    }
}

/// An edition whose routes are claimed.
struct Claimed<'a> {
    site: &'a Site,
    outline: Outline,
    sink: Sink,
    explore: Option<Layout>,
    sitemaps: usize,
    claims: Vec<Claim>,
}

impl Planner<'_> {
    /// Claims a route that does not come from an editor's file.
    pub(super) fn claim(&mut self, route: impl Into<String>, page: Page, who: impl Into<Claimant>) {
        self.claim_at(route, page, who, None);
    }

    /// Claims a route for a file that is optional: a file of the same name below `static/` stays.
    pub(super) fn offer(&mut self, route: impl Into<String>, page: Page, who: impl Into<Claimant>) {
        let (edition, route) = (self.site.config.edition, route.into());
        let stands = || {
            let path = format!("{}{route}", self.site.config.prefix_of(edition));
            self.files.statics.binary_search(&path).is_ok()
        };
        if self.files.statics.is_empty() || !stands() {
            self.claim(route, page, who);
        }
    }

    /// Claims a route that comes from `span` in an editor's file.
    pub(super) fn claim_at(
        &mut self,
        route: impl Into<String>,
        page: Page,
        who: impl Into<Claimant>,
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
        who: impl Into<Claimant>,
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
    pub(super) fn numbered_pages(&mut self, total: usize, who: &Claimant) -> usize {
        let config = &self.site.config;
        let (pages, limit) = (numbered(total, config.per_page), config.limits.list_pages);
        if pages < limit {
            return pages;
        }
        let message = format!(
            "{} would fill {} pages: {} entries, {} a page; the limit is {}",
            who.words(self.site),
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

    /// Whether no page of an editor and no taxonomy has this route of the edition, in the folder `name`:
    /// a list that came later than they did leaves it to them. Reports an article that takes it, hardly on purpose.
    pub(super) fn is_free(&mut self, route: &str, name: &str) -> bool {
        let route = format!("{}{route}", self.site.config.own_edition().prefix);
        let is_here = |taken: &String| *taken == route;
        if let Some(n) = self.outline.articles.iter().position(is_here) {
            let found = self.replaced(ArticleId(n), &route);
            self.sink.push(found);
            return false;
        }
        let is_page = self.outline.static_pages.iter().any(is_here);
        let taxonomies = &self.site.config.taxonomies;
        !is_page && taxonomies.iter().all(|one| one.id != name)
    }

    fn replaced(&self, id: ArticleId, route: &str) -> Diagnostic {
        let article = self.site.article(id);
        let address = Plan::address(route);
        let message = format!(
            "the article content/{} replaces the page /{address}, which the program makes",
            article.path
        );
        let named = article.front.address.as_ref().map(|name| name.span);
        let named = named.or(article.front.slug.as_ref().map(|name| name.span));
        Diagnostic::warning("replaced-page", message)
            .at(
                named.unwrap_or(article.front.title.span),
                format!("its address is /{address}"),
            )
            .hint("give it another `slug`, `permalink` or file name; if it is to replace that page, set `lint: {replaced-page: off}`")
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
    let mut of_others: Vec<Claimed<'_>> = Vec::with_capacity(others.len());
    for other in others {
        let outline = Outline::new(other, articles.clone(), static_pages.clone());
        let mut claimed = claimed(other, links, files, fingerprints, outline, &[]);
        sink.extend(std::mem::take(&mut claimed.sink));
        of_others.push(claimed);
    }
    let words = |claim: &Claim| {
        let site = match claim.edition.checked_sub(1) {
            Some(other) => &others[other],
            None => site,
        };
        claim.who.words(site).into_owned()
    };
    let mut rounds = if lenient { MOST_ROUNDS } else { 0 };
    let (mut first, clean) = loop {
        let outline = Outline::new(site, articles, static_pages);
        let mut first = claimed(site, links, files, fingerprints, outline, &of_others);
        first.claims.extend(
            of_others
                .iter()
                .flat_map(|other| other.claims.iter().cloned()),
        );
        let is_kept = |claim: &Claim| is_kept(site, claim);
        let (moves, clean) = match rounds {
            0 => (Vec::new(), false),
            _ => collisions::moves(&mut first.claims, is_kept, &words, sink),
        };
        if moves.is_empty() {
            break (first, clean);
        }
        (articles, static_pages) = (first.outline.articles, first.outline.static_pages);
        for collisions::Move { page, route } in moves {
            match page {
                Page::Article(id) | Page::Expired(id) => articles[id.0] = route,
                Page::Static(n) => static_pages[n] = route,
                page => page.is_not("a page of an editor"),
            }
        }
        rounds -= 1;
    };
    sink.extend(std::mem::take(&mut first.sink));
    let claims = std::mem::take(&mut first.claims);
    let pages = collisions::resolve(claims, lenient, clean, &words, sink);
    // All editions have the routes of the first one.
    let routes = of_others.iter().map(|_| {
        let Outline {
            articles,
            static_pages,
            ..
        } = &first.outline;
        (articles.clone(), static_pages.clone())
    });
    let routes: Vec<_> = routes.collect();
    let finished = Finished {
        files,
        fingerprints,
        first: site,
    };
    let plan = first.plan(pages, &finished);
    let of_others = of_others.into_iter().zip(routes);
    let others = of_others.map(|(mut other, (articles, static_pages))| {
        let edition = other.site.config.edition;
        let own = plan.pages.iter().filter(|page| page.edition == edition);
        (other.outline.articles, other.outline.static_pages) = (articles, static_pages);
        other.plan(own.cloned().collect(), &finished)
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
    files: ProjectFiles<'a>,
    fingerprints: &'a Fingerprints,
    /// The first edition.
    first: &'a Site,
}

impl Claimed<'_> {
    fn plan(self, pages: Vec<Planned>, finished: &Finished<'_>) -> Plan {
        let (site, files, fingerprints) = (finished.first, finished.files, finished.fingerprints);
        let Outline {
            articles,
            static_pages,
            texts,
            periods,
            facet_lists,
            ledger,
            feed_order,
        } = self.outline;
        Plan {
            pages,
            prefix: self.site.config.own_edition().prefix.clone(),
            periods,
            facet_lists,
            articles,
            static_pages,
            texts,
            ledger,
            feed_order,
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

/// Asks every kind for its claims: all at once, and then those that wait for them, in their order.
fn claimed<'a>(
    site: &'a Site,
    links: &'a Links,
    files: ProjectFiles<'a>,
    fingerprints: &'a Fingerprints,
    outline: Outline,
    others: &'a [Claimed<'a>],
) -> Claimed<'a> {
    let planner = || Planner {
        site,
        links,
        files,
        fingerprints,
        outline: &outline,
        sink: Sink::default(),
        explore: None,
        sitemaps: 1,
        others,
        claims: Vec::new(),
    };
    let is_first = site.config.edition == 0;
    let kinds = KINDS.iter().filter(|kind| is_first || !kind.whole);
    let (waiting, kinds): (Vec<&Kind>, Vec<&Kind>) = kinds.partition(|kind| kind.claims_last);
    let claim = |kind: &&Kind| {
        let mut own = planner();
        (kind.claim)(&mut own);
        own
    };
    let of_kinds: Vec<Planner<'_>> = kinds.par_iter().map(claim).collect();
    let mut all = planner();
    all.claims
        .reserve(of_kinds.iter().map(|own| own.claims.len()).sum());
    for own in of_kinds {
        all.claims.extend(own.claims);
        all.sink.extend(own.sink);
        all.explore = all.explore.or(own.explore);
    }
    for kind in waiting {
        (kind.claim)(&mut all);
    }
    let Planner {
        sink,
        explore,
        sitemaps,
        claims,
        ..
    } = all;
    Claimed {
        site,
        outline,
        sink,
        explore,
        sitemaps,
        claims,
    }
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
