//! Links from the root of the site lead to something.

use std::collections::BTreeSet;

use super::{Page, Plan};
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::link::{Links, Target, anchors};
use crate::model::site::Site;
use crate::parse::fields::nearest;
use crate::parse::markdown::Body;

pub(super) fn check(site: &Site, links: &Links, plan: &Plan, sink: &mut Sink) {
    let addresses: BTreeSet<&str> = plan.pages.iter().map(|p| Plan::address(&p.route)).collect();
    let bodies = site
        .articles
        .iter()
        .map(|a| &a.body)
        .zip(&links.articles)
        .chain(site.pages.iter().map(|p| &p.body).zip(&links.pages));
    for (body, targets) in bodies {
        check_body(site, plan, &addresses, body, targets, sink);
    }
}

fn check_body(
    site: &Site,
    plan: &Plan,
    addresses: &BTreeSet<&str>,
    body: &Body,
    targets: &[Target],
    sink: &mut Sink,
) {
    for (link, target) in body.links.iter().zip(targets) {
        let Target::Route { path, anchor } = target else {
            continue;
        };
        let path = path.split('?').next().unwrap_or(path);
        let with_slash = format!("{path}/");
        let found = [path, with_slash.as_str()]
            .into_iter()
            .find(|p| addresses.contains(p))
            .or_else(|| Some(Plan::address(path)).filter(|p| addresses.contains(p)));
        let Some(found) = found else {
            if site.absent.any_broken() {
                continue;
            }
            let near = nearest(path, addresses.iter().copied());
            sink.push(
                Diagnostic::error("broken-link", format!("the site has no page at /{path}"))
                    .at(
                        link.span,
                        near.map_or_else(
                            || "leads nowhere".to_owned(),
                            |n| format!("did you mean `/{n}`?"),
                        ),
                    )
                    .cure("check the address; a term's page is there once an entry has the term"),
            );
            continue;
        };
        let Some(anchor) = anchor else { continue };
        let at = plan
            .pages
            .binary_search_by(|p| p.route.as_str().cmp(found))
            .or_else(|_| {
                plan.pages
                    .binary_search_by(|p| p.route.cmp(&format!("{found}index.html")))
            });
        if let Ok(at) = at
            && let Page::Article(article) = plan.pages[at].page
            && !anchors(site.article(article)).contains(anchor)
        {
            sink.push(
                Diagnostic::error(
                    "broken-anchor",
                    format!("the page /{found} has no place `#{anchor}`"),
                )
                .at(link.span, "leads nowhere")
                .cure("check the words after #"),
            );
        }
    }
}
