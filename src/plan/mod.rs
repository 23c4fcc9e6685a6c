//! Every page of the site and where it stands, before anything is rendered.
//!
//! Two pages that would share a path (also on file systems that fold case or Unicode form) are
//! found here, and so are links from the root that lead to nothing.

mod addresses;
mod collisions;
pub mod explore;
mod facet_lists;
mod identity;
mod links;
mod periods;
mod stories;
mod terms;

use std::collections::{BTreeSet, HashMap};

use crate::config::LifeStage;
use crate::diagnostic::{Diagnostic, Sink};
use crate::hosting::{HostFile, is_pattern, pages_redirect};
use crate::load::{Inventory, is_style};
use crate::model::article::ArticleId;
use crate::model::entry::EntryId;
use crate::model::link::{Links, Target};
use crate::model::picture::Picture;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::source::{At, Span};

pub use facet_lists::{FacetList, FacetLists, by_year};
pub use periods::Periods;
pub use terms::{chunk, numbered};

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

/// Entries of `/expected/`.
#[derive(Debug, Default)]
pub struct ExpectedEntries {
    /// Soonest first.
    pub upcoming: Vec<EntryId>,
    /// Longest overdue first.
    pub overdue: Vec<EntryId>,
    /// Latest first.
    pub cancelled: Vec<EntryId>,
    /// Happened after at least one slip, latest first.
    pub arrived: Vec<EntryId>,
}

impl ExpectedEntries {
    pub fn is_empty(&self) -> bool {
        self.upcoming.is_empty()
            && self.overdue.is_empty()
            && self.cancelled.is_empty()
            && self.arrived.is_empty()
    }
}

/// Most addresses in one sitemap (sitemaps.org, "Sitemap file limits").
pub const SITEMAP_LIMIT: usize = 50_000;

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

    /// Route of a term's newest page.
    pub fn term_route(site: &Site, term: TermRef) -> String {
        format!(
            "{}/{}/index.html",
            site.config.taxonomies[term.taxonomy].id,
            site.term(term).slug
        )
    }

    pub fn year_route(year: i32) -> String {
        format!("{}/index.html", year_segment(year))
    }

    pub fn month_route(year: i32, month: u8) -> String {
        format!("{}/{month:02}/index.html", year_segment(year))
    }

    /// Whether a term has a feed of its own.
    pub fn has_feed(site: &Site, term: TermRef) -> bool {
        site.term(term).entries.len() >= site.config.taxonomies[term.taxonomy].feeds_from
    }
}

fn year_segment(year: i32) -> String {
    if year < 0 {
        format!("-{:04}", -year)
    } else {
        format!("{year:04}")
    }
}

/// Who wants a route, for the message when two do.
struct Claim {
    route: String,
    page: Page,
    who: String,
    span: Option<Span>,
}

/// What names the files that may be kept for ever: a digest of each.
#[derive(Debug, Default)]
pub struct Fingerprints {
    pub css: String,
    pub comments: String,
    pub explore: String,
    pub search: String,
}

/// Lays out the whole site.
pub fn plan(
    site: &Site,
    links: &Links,
    inventory: &Inventory,
    fingerprints: &Fingerprints,
    sink: &mut Sink,
) -> Plan {
    let mut claims: Vec<Claim> = Vec::new();
    let articles = addresses::of_articles(site, sink);
    let static_pages: Vec<String> = site
        .pages
        .iter()
        .map(|p| match &p.front.address {
            Some(address) => address.value.clone(),
            None => format!("{}/index.html", p.slug),
        })
        .collect();
    let periods = Periods::new(site);
    let facet_lists = FacetLists::new(site);
    let ledger = expected_entries(site);
    let texts = stories::text_routes(site);
    let corrections = site.corrected().next().is_some();
    let css = format!("assets/site.{}.css", fingerprints.css);
    let comments = site.config.slots.comments.as_ref();
    let comments = comments.map(|_| format!("assets/comments.{}.js", fingerprints.comments));
    let favicon = identity::favicon(site, inventory, &mut claims);
    identity::check(site, inventory, sink);
    claim_route(&mut claims, "index.html", Page::Front, "the front page");
    claim_route(
        &mut claims,
        "404.html",
        Page::NotFound,
        "the page for what is not found",
    );
    claim_route(&mut claims, "feed.xml", Page::SiteFeed, "the site's feed");
    claim_route(&mut claims, "robots.txt", Page::Robots, "robots.txt");
    claim_route(&mut claims, &css, Page::Css, "the style sheet");
    if let Some(comments) = &comments {
        let who = "the module that shows comments";
        claim_route(&mut claims, comments, Page::CommentsModule, who);
    }
    for file in HostFile::wanted(&site.config) {
        claim_route(
            &mut claims,
            file.route(),
            Page::Host(file),
            "a file for a host",
        );
    }
    claim_forwards(site, &mut claims);
    for (i, article) in site.articles.iter().enumerate() {
        let span = article
            .front
            .address
            .as_ref()
            .or(article.front.slug.as_ref())
            .map_or(article.front.title.span, |s| s.span);
        claims.push(Claim {
            route: articles[i].clone(),
            page: match site.expired.contains(ArticleId(i)) {
                true => Page::Expired(ArticleId(i)),
                false => Page::Article(ArticleId(i)),
            },
            who: format!("the article content/{}", article.path),
            span: Some(span),
        });
    }
    for (i, page) in site.pages.iter().enumerate() {
        claims.push(Claim {
            route: static_pages[i].clone(),
            page: Page::Static(i),
            who: format!("the page content/{}", page.path),
            span: Some(page.front.title.span),
        });
    }
    periods.claim(&mut claims);
    facet_lists.claim(site, &mut claims);
    let explore = explore::claim(site, fingerprints, &mut claims);
    terms::claim(site, &mut claims);
    stories::claim(site, &mut claims);
    if !ledger.is_empty() {
        claim_route(
            &mut claims,
            "expected/index.html",
            Page::Expected,
            "the page of what is expected",
        );
    }
    if corrections {
        claim_route(
            &mut claims,
            "corrections/index.html",
            Page::Corrections,
            "the page of corrections",
        );
        claim_route(
            &mut claims,
            "corrections/feed.xml",
            Page::CorrectionsFeed,
            "the feed of corrections",
        );
    }
    let routes = (
        articles.as_slice(),
        static_pages.as_slice(),
        texts.as_slice(),
    );
    claim_files(site, links, inventory, routes, &mut claims, sink);
    claim_aliases(site, &articles, &mut claims);
    let listed = claims.iter().filter(|c| in_sitemap(&c.page)).count();
    let sitemaps = listed.div_ceil(SITEMAP_LIMIT).max(1);
    claim_sitemaps(sitemaps, &mut claims);
    let pages = collisions::resolve(claims, sink);
    let plan = Plan {
        pages,
        periods,
        facet_lists,
        articles,
        static_pages,
        texts,
        ledger,
        corrections,
        css,
        comments,
        explore,
        favicon,
        sitemaps,
    };
    links::check(site, links, &plan, sink);
    plan
}

/// Whether search engines are told of a page.
pub fn in_sitemap(page: &Page) -> bool {
    matches!(
        page,
        Page::Front
            | Page::Year(_)
            | Page::Month(..)
            | Page::Article(_)
            | Page::Static(_)
            | Page::Taxonomy(_)
            | Page::Term { .. }
            | Page::TermYear(..)
            | Page::FacetList { .. }
            | Page::Days
            | Page::Day(..)
            | Page::New
            | Page::Stories
            | Page::Story(_)
            | Page::Expected
            | Page::Corrections
            | Page::Explore
    )
}

fn claim_route(claims: &mut Vec<Claim>, route: &str, page: Page, who: &str) {
    claims.push(Claim {
        route: route.to_owned(),
        page,
        who: who.to_owned(),
        span: None,
    });
}

fn expected_entries(site: &Site) -> ExpectedEntries {
    let mut ledger = ExpectedEntries::default();
    for id in &site.oldest {
        let entry = site.entry(*id);
        if entry.stage == LifeStage::Expected {
            if entry.overdue(site.today) {
                ledger.overdue.push(*id);
            } else {
                ledger.upcoming.push(*id);
            }
        }
    }
    for id in &site.newest {
        let entry = site.entry(*id);
        match entry.stage {
            LifeStage::Cancelled => ledger.cancelled.push(*id),
            LifeStage::Happened if entry.slips() > 0 => ledger.arrived.push(*id),
            _ => {}
        }
    }
    ledger
}

/// Files beside articles stand in the folder of the article that uses them; those beside an
/// `index.md` travel with it in any case. Files of `static/` stand where they are.
fn claim_files(
    site: &Site,
    links: &Links,
    inventory: &Inventory,
    (articles, static_pages, texts): (&[String], &[String], &[Option<String>]),
    claims: &mut Vec<Claim>,
    sink: &mut Sink,
) {
    let mut wanted: BTreeSet<(String, String)> = BTreeSet::new();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let shown = |i: usize| !site.expired.contains(ArticleId(i));
    for (i, targets) in links.articles.iter().enumerate().filter(|(i, _)| shown(*i)) {
        for target in targets {
            if let Target::File(path) = target {
                used.insert(path);
                wanted.insert((
                    beside(&articles[i], &site.articles[i].path, path),
                    path.clone(),
                ));
            }
        }
    }
    for (i, targets) in links.pages.iter().enumerate() {
        for target in targets {
            if let Target::File(path) = target {
                used.insert(path);
                let route = &static_pages[i];
                wanted.insert((beside(route, &site.pages[i].path, path), path.clone()));
            }
        }
    }
    for (i, targets) in links.texts.iter().enumerate() {
        let Some(route) = &texts[i] else { continue };
        for target in targets {
            if let Target::File(path) = target {
                used.insert(path);
                wanted.insert((beside(route, &site.texts[i].path, path), path.clone()));
            }
        }
    }
    for (id, picture) in links.images.iter().filter(|(id, _)| shown(id.0)) {
        if let Picture::Beside(path) = picture {
            used.insert(path);
            let route = beside(&articles[id.0], &site.article(*id).path, path);
            wanted.insert((route, path.clone()));
        }
    }
    let bundles: HashMap<&str, usize> = site
        .articles
        .iter()
        .enumerate()
        .filter(|(i, _)| shown(*i))
        .filter_map(|(i, a)| Some((a.path.strip_suffix("/index.md")?, i)))
        .collect();
    for path in &inventory.files {
        let owner = path
            .match_indices('/')
            .rev()
            .find_map(|(n, _)| bundles.get(&path[..n]));
        if let Some(i) = owner {
            used.insert(path);
            wanted.insert((
                beside(&articles[*i], &site.articles[*i].path, path),
                path.clone(),
            ));
        } else if !used.contains(path.as_str()) {
            sink.push(
                Diagnostic::notice(
                    "unused-file",
                    "no article that shows uses this file; it is left out",
                )
                .file(format!("content/{path}"))
                .hint("link to it, put it beside an `index.md`, or move it to `static/`"),
            );
        }
    }
    for (route, path) in wanted {
        claims.push(Claim {
            route,
            page: Page::File(format!("content/{path}")),
            who: format!("the file content/{path}"),
            span: None,
        });
    }
    for path in inventory.statics.iter().filter(|p| !is_style(p)) {
        claims.push(Claim {
            route: path.clone(),
            page: Page::File(format!("static/{path}")),
            who: format!("the file static/{path}"),
            span: None,
        });
    }
}

/// Route of the file at `path` for the article at `article`, both below `content/`.
pub fn beside(route: &str, article: &str, path: &str) -> String {
    let folder = article.rsplit_once('/').map_or("", |(folder, _)| folder);
    let inner = match path.strip_prefix(folder) {
        Some(rest) if folder.is_empty() || rest.starts_with('/') => rest.trim_start_matches('/'),
        _ => path.rsplit('/').next().unwrap_or(path),
    };
    let (page, _) = route.split_at(route.rfind('/').map_or(0, |n| n + 1));
    format!("{page}{inner}")
}

fn claim_aliases(site: &Site, articles: &[String], claims: &mut Vec<Claim>) {
    for (i, article) in site.articles.iter().enumerate() {
        // An article that stands where it once stood needs no redirect.
        let elsewhere = |alias: &&At<String>| alias.value != articles[i];
        for alias in article.front.aliases.iter().filter(elsewhere) {
            claims.push(Claim {
                route: alias.value.clone(),
                page: Page::Redirect(articles[i].clone()),
                who: format!("an old address of content/{}", article.path),
                span: Some(alias.span),
            });
        }
    }
}

/// Pages that do what `hosting.redirects` says, for hosts that can't.
fn claim_forwards(site: &Site, claims: &mut Vec<Claim>) {
    if !pages_redirect(&site.config) {
        return;
    }
    for (n, rule) in site.config.hosting.redirects.iter().enumerate() {
        let path = rule.from.trim_matches('/');
        let last = path.rsplit('/').next().unwrap_or(path);
        if is_pattern(&rule.from) || path.is_empty() {
            continue;
        }
        let route = match last.ends_with(".html") {
            true => path.to_owned(),
            false => format!("{path}/index.html"),
        };
        let who = format!("the redirect from {} in site.yaml", rule.from);
        claim_route(claims, &route, Page::Forward(n), &who);
    }
}

fn claim_sitemaps(sitemaps: usize, claims: &mut Vec<Claim>) {
    if sitemaps == 1 {
        claim_route(claims, "sitemap.xml", Page::Sitemap(None), "the sitemap");
        return;
    }
    claim_route(
        claims,
        "sitemap.xml",
        Page::SitemapIndex,
        "the index of sitemaps",
    );
    for n in 0..sitemaps {
        claim_route(
            claims,
            &format!("sitemap-{}.xml", n + 1),
            Page::Sitemap(Some(n)),
            "a sitemap",
        );
    }
}
