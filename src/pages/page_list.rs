//! `/pages/`: all static pages, if there are more than the foot of every page has.

use serde::Serialize;

use super::navigation::Listing;
use super::{Kind, LIST, Output, PageIdentity, Parts, Schema, Template, link, static_page};
use crate::content::natural::NaturalId;
use crate::plan::{Page, Plan};
use crate::view::context::ViewContext;
use crate::view::{Link, View};

pub(super) const PAGE_LIST: Kind = Kind {
    name: "pages",
    output: Output::Html(Template::of::<PagesView>(
        "page_list.html",
        "page_list",
        |ctx, _, mut head| {
            ctx.messages.say("all-pages").clone_into(&mut head.title);
            let args = [("site", (&ctx.site.config.title).into())];
            head.description = Some(ctx.messages.with("about-pages", &args));
            Parts {
                schema: Some(Schema::CollectionPage),
                ..Parts::new(head, pages(ctx))
            }
        },
    )),
    // A page of the site, or a taxonomy, may have this route: the list came later.
    claim: |planner| {
        let is_needed = !static_page::foot_has_all(planner.site);
        if is_needed && planner.is_free(Plan::PAGES, "pages") {
            planner.claim(Plan::PAGES, Page::PageList, "the list of pages");
        }
    },
    identity: |_, _| PageIdentity::list("pages"),
    listings: |ctx| {
        let list = || Listing::foot(link(ctx.messages.say("all-pages"), ctx.href(Plan::PAGES)));
        let page = ctx.plan.find_own(Plan::PAGES).map(|planned| &planned.page);
        let is_list = matches!(page, Some(Page::PageList | Page::Static(_)));
        let needed = is_list && !static_page::foot_has_all(ctx.site);
        needed.then(list).into_iter().collect()
    },
    describe: |_, _| "the list of pages".to_owned(),
    ..LIST
};

/// `/pages/`: all static pages.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PagesView {
    /// In order of their paths.
    pub pages: Vec<Link>,
}

impl View for PagesView {}

fn pages(ctx: &ViewContext<'_>) -> PagesView {
    let mut all: Vec<usize> = static_page::of_edition(ctx.site).collect();
    all.sort_by_cached_key(|n| NaturalId(ctx.site.pages[*n].path.clone()));
    PagesView {
        pages: all
            .into_iter()
            .map(|n| static_page::link_to(ctx, n))
            .collect(),
    }
}
