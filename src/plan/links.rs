//! Links from the root of the site lead to something.

use super::{Page, Plan};
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::link::{Links, Target, anchors};
use crate::model::site::Site;
use crate::parse::fields::nearest;
use crate::parse::markdown::{Body, LinkKind};

pub(super) fn check(site: &Site, links: &Links, plan: &Plan, sink: &mut Sink) {
    let bodies = site
        .articles
        .iter()
        .map(|a| &a.body)
        .zip(&links.articles)
        .chain(site.pages.iter().map(|p| &p.body).zip(&links.pages))
        .chain(site.texts.iter().map(|t| &t.body).zip(&links.texts));
    let before = sink.len();
    for (body, targets) in bodies {
        check_body(site, plan, body, targets, sink);
    }
    sink.ease_since(before);
}

fn check_body(site: &Site, plan: &Plan, body: &Body, targets: &[Target], sink: &mut Sink) {
    for (link, target) in body.links.iter().zip(targets) {
        let Target::Route { path, anchor } = target else {
            continue;
        };
        let path = path.split('?').next().unwrap_or(path);
        let found = plan.find(path);
        let Some(found) = found else {
            if site.absent.any_broken() {
                continue;
            }
            let near = nearest(path, plan.pages.iter().map(|p| Plan::address(&p.route)));
            let (code, what, cure) = match link.kind {
                LinkKind::Picture => (
                    "missing-picture",
                    "picture",
                    format!("put the picture under `static/` as `static/{path}`"),
                ),
                _ => (
                    "broken-link",
                    "page",
                    "check the address; a term's page is there once an entry has the term"
                        .to_owned(),
                ),
            };
            sink.push(
                Diagnostic::error(code, format!("the site has no {what} at /{path}"))
                    .at(
                        link.span,
                        near.map_or_else(
                            || "leads nowhere".to_owned(),
                            |n| format!("did you mean `/{n}`?"),
                        ),
                    )
                    .cure(cure),
            );
            continue;
        };
        let Some(anchor) = anchor else { continue };
        let known = match found.page {
            Page::Article(article) => anchors(site.article(article)),
            Page::Standing(n) => {
                let headings = &site.pages[n].body.headings;
                headings.iter().map(|h| h.id.clone()).collect()
            }
            // Places on lists come and go with their entries.
            _ => continue,
        };
        if !known.contains(anchor) && anchor != "top" {
            sink.push(
                Diagnostic::error(
                    "broken-anchor",
                    format!(
                        "the page /{} has no place `#{anchor}`",
                        Plan::address(&found.route)
                    ),
                )
                .at(link.span, "leads nowhere")
                .cure("check the words after #"),
            );
        }
    }
}
