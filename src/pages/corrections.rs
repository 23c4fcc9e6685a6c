//! `/corrections/`: every correction of every article.

use serde::Serialize;

use super::navigation::Listing;
use super::{Kind, LIST, Output, PageIdentity, Parts, Template, json_feed, link};
use crate::plan::{Page, Plan};
use crate::view::context::ViewContext;
use crate::view::{CorrectionView, View};

pub(super) const CORRECTIONS: Kind = Kind {
    name: "corrections",
    folders: &["corrections"],
    output: Output::Html(Template::of::<CorrectionsView>(
        "corrections.html",
        "corrections",
        |ctx, _, mut head| {
            let view = corrections(ctx);
            ctx.messages.say("corrections").clone_into(&mut head.title);
            let args = [("site", (&ctx.site.config.title).into())];
            head.description = Some(ctx.messages.with("about-corrections", &args));
            let name = ctx.feed_name(ctx.messages.say("corrections"));
            head.feeds
                .extend(view.feed.clone().map(|url| link(&*name, url)));
            let json = ctx.href("corrections/feed.json");
            head.files.push(json_feed(&name, json));
            Parts::new(head, view)
        },
    )),
    claim: |planner| {
        if planner.site.corrected().next().is_some() {
            planner.claim(Plan::CORRECTIONS, Page::Corrections, "the corrections page");
        }
    },
    identity: |_, _| PageIdentity::list("corrections"),
    listings: |ctx| {
        let list = || {
            let label = ctx.messages.say("corrections");
            let corrected = ctx.site.corrected();
            let count = corrected.map(|(_, a)| a.front.corrections.len()).sum();
            Listing::foot(link(label, ctx.href(Plan::CORRECTIONS))).further(4, count)
        };
        ctx.plan.corrections.then(list).into_iter().collect()
    },
    describe: |_, _| "the corrections page".to_owned(),
    ..LIST
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct CorrectionsView {
    /// Newest first.
    pub corrections: Vec<CorrectionView>,
    pub feed: Option<String>,
    pub policy: Option<String>,
}

impl View for CorrectionsView {}

fn corrections(ctx: &ViewContext<'_>) -> CorrectionsView {
    let mut all: Vec<_> = Vec::new();
    for (id, article) in ctx.site.corrected() {
        let mut dates: Vec<_> = article
            .front
            .corrections
            .iter()
            .enumerate()
            .map(|(n, c)| (c.date.value.earliest(), n))
            .collect();
        dates.sort_by_key(|key| std::cmp::Reverse(*key));
        for (view, (date, n)) in ctx.corrections_of(id, true).into_iter().zip(dates) {
            all.push(((date, &article.id, n), view));
        }
    }
    all.sort_by(|a, b| {
        b.0.0
            .cmp(&a.0.0)
            .then_with(|| (a.0.1, b.0.2).cmp(&(b.0.1, a.0.2)))
    });
    CorrectionsView {
        corrections: all.into_iter().map(|(_, view)| view).collect(),
        feed: Some(ctx.href("corrections/feed.xml")),
        policy: ctx
            .site
            .config
            .publisher
            .corrections_policy
            .as_deref()
            .map(|p| ctx.own_or_away(p)),
    }
}
