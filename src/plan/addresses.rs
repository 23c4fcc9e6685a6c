//! Routes of the articles.
//!
//! A route is either fixed by the article (`permalink`) or built from the site's pattern. If two
//! articles would get the same route by the names of their files (posts from a generator that
//! distinguished them by date or folder), the later one adds its date or folder to its slug.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::content::article::{Article, stem};
use crate::content::slug::{fold, slug};
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::site::Site;

/// Returns the routes of all articles, indexed by article.
pub fn of_articles(site: &Site, sink: &mut Sink) -> Vec<String> {
    let mut routes: Vec<String> = site
        .articles
        .iter()
        .map(|a| match &a.front.address {
            Some(address) => address.value.clone(),
            None => route(site, a, &a.slug, sink),
        })
        .collect();
    part(site, &mut routes, sink);
    routes
}

fn route(site: &Site, article: &Article, slug: &str, sink: &mut Sink) -> String {
    let config = &site.config;
    let published = article
        .front
        .published
        .map(|p| p.local(config.timezone).naive_local());
    let kind = article.front.kind.id();
    let folder = config.permalink.route(slug, &article.id, kind, published);
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
    format!("{folder}index.html")
}

/// Resolves clashes between articles whose route comes from the file name alone. An article that
/// sets its address or slug keeps it; so does the first one in path order.
fn part(site: &Site, routes: &mut [String], sink: &mut Sink) {
    let keys: Vec<Cow<'_, str>> = routes.par_iter().map(|route| fold(route)).collect();
    let different: HashSet<&str> = keys.iter().map(AsRef::as_ref).collect();
    if different.len() == keys.len() {
        return;
    }
    let named = |a: &Article| a.front.address.is_some() || a.front.slug.is_some();
    let mut taken: HashMap<String, usize> = HashMap::with_capacity(routes.len());
    let mut clashing: Vec<(usize, usize)> = Vec::new();
    let (first, then): (Vec<usize>, Vec<usize>) =
        (0..routes.len()).partition(|i| named(&site.articles[*i]));
    for i in first.into_iter().chain(then) {
        let key = fold(&routes[i]).into_owned();
        match taken.get(&key) {
            // Two articles that set the same address are reported by `collisions`.
            Some(other) if !named(&site.articles[i]) => clashing.push((i, *other)),
            Some(_) => {}
            None => {
                taken.insert(key, i);
            }
        }
    }
    for (i, other) in clashing {
        let article = &site.articles[i];
        let free = others(article)
            .map(|slug| route(site, article, &slug, &mut Sink::default()))
            .take(MOST_TRIES)
            .find(|route| !taken.contains_key(fold(route).as_ref()));
        let Some(free) = free else { continue };
        sink.push(clash(article, &site.articles[other], &routes[i], &free));
        taken.insert(fold(&free).into_owned(), i);
        routes[i] = free;
    }
}

/// How many alternative slugs are tried.
const MOST_TRIES: usize = 1000;

/// Alternative slugs for an article: with the date of its file, with its folder, with a number.
fn others(article: &Article) -> impl Iterator<Item = String> {
    let dated = slug(stem(&article.path));
    let file = article.path.strip_suffix("/index.md");
    let folder = file.unwrap_or(&article.path).rsplit('/').nth(1).map(slug);
    let own = article.slug.clone();
    let in_folder = folder.map(|folder| format!("{folder}-{own}"));
    std::iter::once(dated)
        .chain(in_folder)
        .chain((2..).map(move |n| format!("{own}-{n}")))
}

fn clash(article: &Article, other: &Article, wanted: &str, free: &str) -> Diagnostic {
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
    .at(article.front.title.span, "this article")
    .related(other.front.title.span, "and this article")
    .hint(format!(
        "give one of them a different `slug`, such as `slug: {}`",
        address(free)
            .trim_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or("")
    ))
    .lenient_warning()
}
