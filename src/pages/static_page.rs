//! A static page: about, contact.

use serde::Serialize;

use super::navigation::Listing;
use super::{Kind, LIST, Output, PageIdentity, PageSources, Parts, Schema, Template, link};
use crate::content::article::stem;
use crate::content::extra::Extra;
use crate::model::link::anchors_of_text;
use crate::model::site::Site;
use crate::plan::{AddressKind, Page};
use crate::publish::Class;
use crate::view::context::{ViewContext, other_language};
use crate::view::deps::BodyRef;
use crate::view::{Html, Link, Stamp, View};

pub(super) const STATIC_PAGE: Kind = Kind {
    name: "standing",
    whole: true,
    class: Class::Page,
    output: Output::Html(Template::of::<Standing>(
        "standing.html",
        "standing",
        |ctx, page, mut head| {
            let n = of(page);
            let front = &ctx.site.pages[n].front;
            head.title.clone_from(&front.title.value);
            let lead = || ctx.lead_of_page(n);
            head.description = front.summary.clone().or_else(lead);
            head.lang = other_language(ctx.site, ctx.page_lang(n));
            let view = Standing {
                title: front.title.value.clone(),
                dek: front.summary.clone(),
                body: Html(Some(ctx.static_body(n))),
                updated: front.updated.map(|u| ctx.stamp(u)),
                extra: front.extra.clone(),
            };
            Parts {
                schema: Some(Schema::WebPage),
                ..Parts::new(head, view)
            }
        },
    )),
    claim: |planner| {
        for (n, page) in planner.site.pages.iter().enumerate() {
            planner.claim_in(
                planner.site.edition_of_page(page),
                planner.outline.static_pages[n].clone(),
                Page::Static(n),
                format!("the page content/{}", page.path),
                Some(page.front.title.span),
            );
        }
    },
    modified: |ctx, page| ctx.site.pages[of(page)].front.updated,
    identity: |site, page| PageIdentity::new(AddressKind::Page, stem(&site.pages[of(page)].path)),
    describe: |site, page| format!("the page content/{}", site.pages[of(page)].path),
    sources: |site, page| PageSources::File(format!("content/{}", site.pages[of(page)].path)),
    anchors: |site, page| Some(anchors_of_text(&site.pages[of(page)].body).collect()),
    listings: |ctx| {
        let foot = in_foot(ctx.site).into_iter();
        foot.map(|n| Listing::foot(link_to(ctx, n))).collect()
    },
    ..LIST
};

/// How many static pages the foot of every page links to. If it linked to all of them, their number would
/// count twice.
const MOST_IN_FOOT: usize = 12;

/// The static pages to which the foot of every page links: in order of their paths, first those in the
/// fewest folders.
fn in_foot(site: &Site) -> Vec<usize> {
    let mut all: Vec<usize> = of_edition(site).collect();
    if all.len() > MOST_IN_FOOT {
        all.sort_by_key(|n| site.pages[*n].path.matches('/').count());
        all.truncate(MOST_IN_FOOT);
    }
    all
}

/// Whether the foot of every page links to all static pages.
pub(super) fn foot_has_all(site: &Site) -> bool {
    of_edition(site).count() <= MOST_IN_FOOT
}

/// The static pages in the language of the edition.
pub(super) fn of_edition(site: &Site) -> impl Iterator<Item = usize> {
    let is_own = |n: &usize| site.edition_of_page(&site.pages[*n]) == site.config.edition;
    (0..site.pages.len()).filter(is_own)
}

pub(super) fn link_to(ctx: &ViewContext<'_>, n: usize) -> Link {
    let title = &ctx.site.pages[n].front.title.value;
    link(title, ctx.whole_href(&ctx.plan.static_pages[n]))
}

/// A static page: about, contact.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Standing {
    pub title: String,
    pub dek: Option<String>,
    /// Finished HTML.
    #[serde(skip)]
    pub body: Html<Option<BodyRef>>,
    pub updated: Option<Stamp>,
    /// Keys of the front matter that Dateline does not know, as in an article.
    pub extra: Extra,
}

impl View for Standing {
    fn body(&self) -> Option<&Html<Option<BodyRef>>> {
        Some(&self.body)
    }
}

fn of(page: &Page) -> usize {
    match page {
        Page::Static(n) => *n,
        page => page.is_not("a static page"),
    }
}
