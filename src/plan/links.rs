//! Checks links from the root of the site.

use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashSet};

use super::{Page, Plan, first_folder};
use crate::config::SiteConfig;
use crate::content::body::Body;
use crate::content::picture::MediaFiles;
use crate::diagnostic::suggest::guess;
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_FAULTS;
use crate::model::link::{
    Links, Target, has_anchor, has_anchor_in_text, is_of_computer, of_computer, of_same_name,
    old_address,
};
use crate::model::site::Site;
use crate::parse::heading_ids;
use crate::percent;
use crate::source::Span;

/// What the kinds of pages know that the check of links needs.
#[derive(Clone, Copy)]
pub struct KnownPages<'a> {
    /// Returns the anchors that a page is known to have, or `None` if they vary with its entries.
    pub anchors: &'a dyn Fn(&Page) -> Option<Vec<String>>,
    /// The folders of the generated lists.
    pub lists: &'a [&'a str],
    /// The files below `content/`.
    pub files: &'a MediaFiles,
}

/// Reports links from the root of the site whose page or anchor does not exist.
pub fn check(site: &Site, links: &Links, plan: &Plan, pages: KnownPages<'_>, sink: &mut Sink) {
    let bodies = site
        .articles
        .iter()
        .map(|a| (a.path.as_str(), &*a.body))
        .zip(&links.articles)
        .chain(
            site.pages
                .iter()
                .map(|p| (p.path.as_str(), &p.body))
                .zip(&links.pages),
        )
        .chain(
            site.texts
                .iter()
                .map(|t| (t.path.as_str(), &t.body))
                .zip(&links.texts),
        );
    let before = sink.len();
    let mut places = Places::default();
    for (body, targets) in bodies {
        check_body(site, plan, body, targets, pages, &mut places, sink);
    }
    sink.lenient_since(before);
}

/// Returns the anchor of a page that a link means: the one that it names, or else that of the heading
/// to which another generator would give it.
pub fn meant_anchor(site: &Site, page: &Page, anchor: &str) -> Option<String> {
    let decoded = percent::decode(anchor);
    let anchor = decoded.as_deref().unwrap_or(anchor);
    let (body, exact) = match page {
        Page::Article(id) => {
            let article = site.article(*id);
            (&*article.body, has_anchor(article, anchor))
        }
        Page::Static(n) => {
            let body = &site.pages[*n].body;
            (body, has_anchor_in_text(body, anchor))
        }
        _ => return None,
    };
    match exact {
        true => Some(anchor.to_owned()),
        false => heading_ids::meant(body, anchor).map(str::to_owned),
    }
}

/// A link that may lead to another part of the domain; a lenient site keeps it. All links to one part
/// have the same words, so that they are counted together.
fn perhaps_outside(path: &str, span: Span, config: &SiteConfig) -> Diagnostic {
    let folder = first_folder(path);
    let own = config.base.trim_start_matches('/');
    let hint = match path.strip_prefix(own).filter(|_| !own.is_empty()) {
        Some(rest) => format!(
            "write `/{rest}`: the path of the site, {}, is added",
            config.base
        ),
        None => format!(
            "check the address; if it is another part of the domain, add to site.yaml: `links: {{outside: [/{folder}]}}`"
        ),
    };
    let message = format!("the site has nothing at /{folder}, where this link leads");
    let label = match config.lenient {
        true => "kept as it is",
        false => "not found",
    };
    Diagnostic::error("broken-link", message)
        .at(span, label)
        .hint(hint)
}

/// The anchors of pages that were linked to, by route.
type Places<'p> = HashMap<&'p str, HashSet<String>>;

fn check_body<'p>(
    site: &Site,
    plan: &'p Plan,
    (file, body): (&str, &Body),
    targets: &[Target],
    pages: KnownPages<'_>,
    places: &mut Places<'p>,
    sink: &mut Sink,
) {
    for (link, target) in body.links.iter().zip(targets) {
        let Target::Route { path, anchor } = target else {
            continue;
        };
        let path = path.split('?').next().unwrap_or(path);
        let meant = || match link.kind.is_picture() {
            true => None,
            false => plan.find_meant(site, path),
        };
        let linked = plan.find_linked(path).or_else(|| {
            let found = meant()?;
            let here = format!("/{}", Plan::address(&found.route));
            sink.push(old_address(&format!("/{path}"), &here, link.span));
            Some(found)
        });
        let Some(found) = linked else {
            if site
                .unpublished
                .may_explain(path, pages.lists, &site.config)
            {
                continue;
            }
            if is_of_computer(path) {
                sink.push(of_computer(link));
                continue;
            }
            let routes = plan.pages.iter().map(|p| Plan::address(&p.route));
            let near = guess(sink, path, routes);
            let is_picture = link.kind.is_picture();
            let beside = match near {
                None if sink.len() < MAX_FAULTS => of_same_name(pages.files, file, path),
                _ => None,
            };
            if near.is_none() && beside.is_none() && !is_picture && plan.may_be_outside(path) {
                sink.push(perhaps_outside(path, link.span, &site.config));
                continue;
            }
            let (code, what, hint) = match is_picture {
                true => (
                    "missing-picture",
                    "picture",
                    format!("add the picture as `static/{path}`"),
                ),
                false => (
                    "broken-link",
                    "page",
                    "check the address; a term has a page only if an entry uses the term"
                        .to_owned(),
                ),
            };
            sink.push(
                Diagnostic::error(code, format!("the site has no {what} at /{path}"))
                    .at(
                        link.span,
                        match near.map(|n| format!("/{n}")).or(beside.clone()) {
                            Some(meant) => {
                                format!("did you mean `{}`?", percent::attribute(&meant))
                            }
                            None => "not found".to_owned(),
                        },
                    )
                    .hint(match &beside {
                        Some(beside) => format!("write `{}`", percent::attribute(beside)),
                        None => hint,
                    }),
            );
            continue;
        };
        let Some(anchor) = anchor else { continue };
        let known: &HashSet<String> = match places.entry(&found.route) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => match (pages.anchors)(&found.page) {
                Some(known) => new.insert(known.into_iter().collect()),
                None => continue,
            },
        };
        let known = known.contains(anchor) || anchor == "top";
        if !known && meant_anchor(site, &found.page, anchor).is_none() {
            sink.push(
                Diagnostic::error(
                    "broken-anchor",
                    format!(
                        "the page /{} has no anchor `#{anchor}`",
                        Plan::address(&found.route)
                    ),
                )
                .at(link.span, "not found")
                .hint("check the part after `#`; the anchor of a heading is its text in lower case, with hyphens for spaces"),
            );
        }
    }
}
