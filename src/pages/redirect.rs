//! Redirects from old addresses; also the owner's redirects, as pages for hosts that cannot
//! redirect.

use serde::Serialize;

use super::{FILE, Kind, Output, Parts, Template};
use crate::content::article::ArticleId;
use crate::content::slug::nfc;
use crate::hosting::pages_redirect;
use crate::percent;
use crate::plan::{Page, Plan};
use crate::publish::Class;
use crate::source::At;
use crate::view::View;
use crate::view::context::ViewContext;

pub(super) const REDIRECT: Kind = Kind {
    name: "redirect",
    class: Class::Page,
    output: Output::Html(
        Template::of::<RedirectView>("redirect.html", "redirect", |ctx, page, mut head| {
            let Some(to) = page.redirect_target() else {
                page.is_not("an old address")
            };
            let title = target_title(ctx, to);
            head.title.clone_from(&title);
            let to = ctx.whole_href(to);
            Parts::new(head, RedirectView { to, title })
        })
        .noindex(),
    ),
    claim: |planner| {
        // Old addresses of terms are claimed with the terms' pages.
        for (i, article) in planner.site.articles.iter().enumerate() {
            let here = planner.outline.articles[i].clone();
            // An article that has moved back to an old address needs no redirect from it.
            let elsewhere = |alias: &&At<String>| alias.value != here;
            for alias in article.front.aliases.iter().filter(elsewhere) {
                planner.claim_in(
                    planner.site.edition_of(ArticleId(i)),
                    alias.value.clone(),
                    Page::Redirect(here.clone()),
                    format!("an old address of content/{}", article.path),
                    Some(alias.span),
                );
            }
        }
    },
    describe: |site, page| {
        let to = page.redirect_target().unwrap_or_default();
        let to = site.config.whole_permalink_of(Plan::address(to));
        format!("an old address, which redirects to {to}")
    },
    ..FILE
};

pub(super) const FORWARD: Kind = Kind {
    name: "redirect",
    class: Class::Page,
    output: Output::Html(
        Template::of::<RedirectView>("redirect.html", "redirect", |ctx, page, mut head| {
            let to = &ctx.site.config.hosting.redirects[forward(page)].to;
            head.title.clone_from(to);
            let view = RedirectView {
                to: ctx.own_or_away(to),
                title: to.clone(),
            };
            Parts::new(head, view)
        })
        .noindex(),
    ),
    claim: |planner| {
        let config = &planner.site.config;
        if !pages_redirect(config) {
            return;
        }
        for (n, rule) in config.hosting.redirects.iter().enumerate() {
            let path = percent::decode(rule.from.value.trim_matches('/')).unwrap_or_default();
            let path = nfc(&path);
            let last = path.rsplit('/').next().unwrap_or(&path);
            if rule.is_pattern() || path.is_empty() {
                continue;
            }
            let route = match last.ends_with(".html") {
                true => path.into_owned(),
                false => format!("{path}/index.html"),
            };
            let who = format!("the redirect from {} in site.yaml", rule.from.value);
            planner.claim_at(route, Page::Forward(n), who, Some(rule.from.span));
        }
    },
    describe: |site, page| {
        let to = &site.config.hosting.redirects[forward(page)].to;
        format!("a redirect to {to}")
    },
    ..FILE
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct RedirectView {
    /// Address of the target.
    pub to: String,
    pub title: String,
}

impl View for RedirectView {}

/// The title of the page that an old address redirects to.
fn target_title(ctx: &ViewContext<'_>, to: &str) -> String {
    match ctx.whole.plan.find(to).map(|planned| &planned.page) {
        Some(Page::Article(id) | Page::Expired(id)) => ctx.headline(*id).to_owned(),
        Some(Page::Term { term, .. }) => ctx.site.term(*term).label.clone(),
        _ => Plan::address(to).to_owned(),
    }
}

fn forward(page: &Page) -> usize {
    match page {
        Page::Forward(n) => *n,
        page => page.is_not("a redirect from site.yaml"),
    }
}
