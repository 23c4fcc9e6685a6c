//! Lists of entries with the same status, certainty or stance.

use super::term::{TermPage, list_parts};
use super::{Kind, LIST, Output, Template, last_change, link};
use crate::plan::{Claimant, FacetKind, FacetList, Page, Plan, chunk, explore, numbered};
use crate::view::context::{SHARED_LEVEL, ViewContext};
use crate::view::timeline::Detail;

pub(super) const FACET: Kind = Kind {
    name: "choice",
    output: Output::Html(Template::of::<TermPage>(
        "term.html",
        "term",
        |ctx, page, mut head| {
            let (facet, page) = of(page);
            let view = facet_list(ctx, facet, page);
            head.title = ctx.page_title(&view.label, page);
            list_parts(ctx, view, head)
        },
    )),
    claim: |planner| {
        let config = &planner.site.config;
        let lists = planner.outline.facet_lists.lists.iter();
        let lists: Vec<(FacetList, usize)> = lists.map(|(list, all)| (*list, all.len())).collect();
        for (list, total) in lists {
            let route = list.route(config);
            let folder = Plan::address(&route).to_owned();
            let who = Claimant::from(format!("the list {}", folder.trim_end_matches('/')));
            let page = |page| Page::FacetList { list, page };
            for n in 1..=planner.numbered_pages(total, &who) {
                planner.claim(
                    format!("{folder}page/{n}/index.html"),
                    page(Some(n)),
                    who.clone(),
                );
            }
            planner.claim(route, page(None), who);
        }
    },
    modified: |ctx, page| {
        let (list, page) = of(page);
        let entries = ctx.plan.facet_lists.lists.get(&list)?;
        let here = chunk(entries.len(), ctx.site.config.per_page, page)?;
        last_change(ctx, &entries[here])
    },
    ..LIST
};

fn of(page: &Page) -> (FacetList, Option<usize>) {
    match page {
        Page::FacetList { list, page } => (*list, *page),
        page => page.is_not("the list of a status, a certainty or a stance"),
    }
}

/// The list for a status, a certainty or a stance.
fn facet_list(ctx: &ViewContext<'_>, list: FacetList, page: Option<usize>) -> TermPage {
    let config = &ctx.site.config;
    let entries = ctx.plan.facet_lists.lists.get(&list);
    let entries = entries.map_or(&[][..], Vec::as_slice);
    let range = chunk(entries.len(), config.per_page, page).unwrap_or(0..0);
    let here = ctx.href(&list.route(config));
    let label = list_label(ctx, list);
    let index = list.kind().route();
    let parent = match ctx.plan.makes(&index) {
        true => index,
        false => explore::ROUTE.to_owned(),
    };
    let dek = match list {
        FacetList::Stance(n) => config.stances[n].about.clone(),
        _ => None,
    };
    TermPage {
        label: label.to_owned(),
        heading: label.to_owned(),
        dek: dek.filter(|_| page.is_none()),
        taxonomy: link(kind_label(ctx, list.kind()), ctx.href(&parent)),
        count: entries.len(),
        span: ctx.span_of_list(list),
        timeline: ctx.timeline(&entries[range], &here, Detail::Full, SHARED_LEVEL),
        years: match (page, numbered(entries.len(), config.per_page)) {
            (None, 0) => ctx.years_here(entries),
            _ => Vec::new(),
        },
        pages: ctx.pager(entries, &here, page),
        url: here,
        ..TermPage::default()
    }
}

/// The name of what the entries of a list share.
pub(super) fn kind_label<'a>(ctx: &'a ViewContext<'_>, kind: FacetKind) -> &'a str {
    ctx.messages.say(match kind {
        FacetKind::Status => "choice-status",
        FacetKind::Certainty => "choice-certainty",
        FacetKind::Stance => "choice-stance",
    })
}

pub(super) fn list_label<'a>(ctx: &'a ViewContext<'_>, list: FacetList) -> &'a str {
    match list {
        FacetList::Status(n) => ctx.status_label(n),
        FacetList::Certainty(n) => ctx.certainty_label(n),
        FacetList::Stance(n) => &ctx.site.config.stances[n].label,
    }
}
