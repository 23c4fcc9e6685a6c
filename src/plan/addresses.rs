//! Routes of the articles.
//!
//! A route is either fixed by the article (`permalink`) or built from the site's pattern. If two
//! articles would get the same route by the names of their files (posts from a generator that
//! distinguished them by date or folder), the later one adds its date or folder to its slug.

use std::borrow::Cow;

use foldhash::{HashMap, HashMapExt as _, HashSet};
use rayon::prelude::*;

use crate::content::article::{Article, stem};
use crate::content::slug::fold;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::site::Site;
use crate::plan::Plan;

/// Returns the routes of all articles, indexed by article.
pub fn of_articles(site: &Site, sink: &mut Sink) -> Vec<String> {
    let of = |a: &Article, sink: &mut Sink| match &a.front.address {
        Some(address) => address.value.clone(),
        None => kept(site, a, route(site, a, &a.slug, sink)),
    };
    let articles = site.articles.iter();
    let mut routes: Vec<String> = articles.map(|a| of(a, sink)).collect();
    part(site, &mut routes, sink);
    routes
}

/// Returns the recorded route of an article that has its address from the name of its file and was
/// once distinguished from another; `route` otherwise.
fn kept(site: &Site, article: &Article, route_now: String) -> String {
    let kept = &site.kept;
    let id = &article.id;
    if !kept.knows(id) || kept.is_of(&recorded(&route_now), id) {
        return route_now;
    }
    // It had its address before the site had editions.
    if let Some(bare) = route_now.strip_prefix(prefix(site, article))
        && kept.is_of(&recorded(bare), id)
    {
        return bare.to_owned();
    }
    // Its language had an edition.
    let bare = Plan::address(&route_now).trim_matches('/');
    if prefix(site, article).is_empty()
        && let Some(address) = kept.in_folder(id, bare)
    {
        return format!("{address}/index.html");
    }
    if named(article) {
        return route_now;
    }
    let tried = others(site, article).take(MOST_KEPT);
    let mut routes = tried.map(|slug| route(site, article, &slug, &mut Sink::default()));
    let found = routes.find(|route| kept.is_of(&recorded(route), id));
    found.unwrap_or(route_now)
}

/// How many alternative slugs may be recorded ones.
const MOST_KEPT: usize = 12;

/// Whether the article sets its address or slug.
fn named(article: &Article) -> bool {
    article.front.address.is_some() || article.front.slug.is_some()
}

/// The address of a route as the ledger has it.
pub fn recorded(route: &str) -> String {
    format!("/{}", Plan::address(route)).replace(' ', "%20")
}

fn route(site: &Site, article: &Article, slug: &str, sink: &mut Sink) -> String {
    let config = &site.config;
    let published = article
        .front
        .published
        .map(|p| p.local(config.timezone).naive_local());
    let kind = article.front.kind.id();
    let folder = config
        .permalink
        .route(slug, &article.id, kind, published, config.slugs);
    let folder = folder.unwrap_or_else(|| {
        sink.push(
            Diagnostic::error(
                "missing-published",
                format!(
                    "the addresses of this site follow `{}`, but this article has no `published`",
                    config.permalink
                ),
            )
            .at(article.front.title.span, "no `published`")
            .hint("add `published: 2025-12-12T16:00:00+07:00`, or remove `{published:…}` from `permalink` in site.yaml")
            .lenient_warning(),
        );
        format!("{slug}/")
    });
    format!("{}{folder}index.html", prefix(site, article))
}

/// What stands before the route of an article, by its language.
fn prefix<'s>(site: &'s Site, article: &Article) -> &'s str {
    let config = &site.config;
    config.prefix_of(config.edition_in(article.front.lang.as_deref()))
}

/// Resolves clashes between articles. A draft, which only a preview shows, yields to any other article.
/// An article whose address is recorded keeps it; then one that sets its address or slug; then the first one in path order. Unless the site is lenient, two
/// articles that set the same address are left to `collisions`, which reports them.
fn part(site: &Site, routes: &mut [String], sink: &mut Sink) {
    let keys: Vec<Cow<'_, str>> = routes.par_iter().map(|route| fold(route)).collect();
    let different: HashSet<&str> = keys.iter().map(AsRef::as_ref).collect();
    if different.len() == keys.len() {
        return;
    }
    let lenient = site.config.lenient;
    let mut taken: HashMap<String, usize> = HashMap::with_capacity(routes.len());
    let mut clashing: Vec<(usize, usize)> = Vec::new();
    let mut order: Vec<usize> = (0..routes.len()).collect();
    order.sort_by_cached_key(|i| {
        let article = &site.articles[*i];
        let is_kept = site.kept.is_of(&recorded(&routes[*i]), &article.id);
        (
            article.front.draft,
            !is_kept || (!lenient && !named(article)),
            !named(article),
            *i,
        )
    });
    for i in order {
        let key = fold(&routes[i]).into_owned();
        match taken.get(&key) {
            Some(other) if lenient || !named(&site.articles[i]) => clashing.push((i, *other)),
            Some(_) => {}
            None => {
                taken.insert(key, i);
            }
        }
    }
    for (i, other) in clashing {
        let article = &site.articles[i];
        let is_free = |route: &String| !taken.contains_key(fold(route).as_ref());
        let free = match named(article) {
            true => numbered(&routes[i]).take(MOST_TRIES).find(is_free),
            false => others(site, article)
                .map(|slug| route(site, article, &slug, &mut Sink::default()))
                .take(MOST_TRIES)
                .find(is_free),
        };
        let Some(free) = free else { continue };
        sink.push(clash(
            article,
            &site.articles[other],
            &routes[i],
            &free,
            lenient,
        ));
        taken.insert(fold(&free).into_owned(), i);
        routes[i] = free;
    }
}

/// The route with numbers from 2 on: `about-2/index.html`, `2025/dam-2.html`.
pub fn numbered(route: &str) -> impl Iterator<Item = String> {
    let own = match route.strip_suffix("/index.html") {
        Some(folder) => folder,
        None => route.rsplit_once('.').map_or(route, |(own, _)| own),
    };
    (2..).map(move |n| format!("{own}-{n}{}", &route[own.len()..]))
}

/// How many alternative slugs are tried.
const MOST_TRIES: usize = 1000;

/// Alternative slugs for an article: with the date of its file, with its folder, with a number.
fn others(site: &Site, article: &Article) -> impl Iterator<Item = String> {
    let slugs = site.config.slugs;
    let dated = slugs.of(stem(&article.path));
    let file = article.path.strip_suffix("/index.md");
    let folder = file
        .unwrap_or(&article.path)
        .rsplit('/')
        .nth(1)
        .map(|folder| slugs.of(folder));
    let own = article.slug.clone();
    let in_folder = folder.map(|folder| format!("{folder}-{own}"));
    std::iter::once(dated)
        .chain(in_folder)
        .chain((2..).map(move |n| format!("{own}-{n}")))
}

fn clash(
    article: &Article,
    other: &Article,
    wanted: &str,
    free: &str,
    lenient: bool,
) -> Diagnostic {
    let label = match lenient {
        true => format!("this article is at {} instead", recorded(free)),
        false => "this article".to_owned(),
    };
    let address = |route: &str| route.trim_end_matches("index.html").to_owned();
    Diagnostic::error(
        "route-clash",
        format!(
            "the articles content/{} and content/{} both claim the address /{}",
            other.path,
            article.path,
            address(wanted)
        ),
    )
    .at(article.front.title.span, label)
    .related(other.front.title.span, "and this article")
    .hint(format!(
        "give one of them a different `slug`, such as `slug: {}`",
        address(free)
            .trim_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or("")
            .trim_end_matches(".html")
    ))
    .lenient_warning()
}
