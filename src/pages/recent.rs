//! `/new/`: what was published last.

use chrono::Datelike;
use serde::Serialize;

use super::navigation::Listing;
use super::{Kind, LIST, Output, PageIdentity, Parts, Template, link};
use crate::plan::{Page, Plan};
use crate::view::context::ViewContext;
use crate::view::{PublishedCard, View};

pub(super) const RECENT: Kind = Kind {
    name: "new",
    folders: &["new"],
    output: Output::Html(Template::of::<NewView>(
        "new.html",
        "new",
        |ctx, _, mut head| {
            ctx.messages
                .say("recently-added")
                .clone_into(&mut head.title);
            let args = [("site", (&ctx.site.config.title).into())];
            head.description = Some(ctx.messages.with("about-new", &args));
            Parts::new(head, new_here(ctx))
        },
    )),
    claim: |planner| {
        // The front page already shows this many.
        let few = planner.site.config.front_page.just_published;
        if planner.site.published.len() > few {
            planner.claim(Plan::NEW, Page::New, "the list of recent articles");
        }
    },
    modified: |ctx, _| {
        let zone = ctx.site.config.timezone;
        let published = ctx.site.published.iter();
        let changes = published.filter_map(|id| ctx.site.article(*id).changed(zone));
        changes.max()
    },
    identity: |_, _| PageIdentity::list("new"),
    listings: |ctx| {
        let list = || {
            let link = link(ctx.messages.say("recently-added"), ctx.href(Plan::NEW));
            Listing::foot(link).further(0, ctx.site.published.len())
        };
        ctx.plan.makes(Plan::NEW).then(list).into_iter().collect()
    },
    describe: |_, _| "the list of recent articles".to_owned(),
    ..LIST
};

/// `/new/`: what was published last, newest first.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NewView {
    /// Months of publication.
    pub months: Vec<PublishedMonth>,
}

/// What was published in a month.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PublishedMonth {
    /// "December 2025".
    pub heading: String,
    /// Newest first.
    pub items: Vec<PublishedCard>,
}

impl View for NewView {}

/// What was published last, grouped by month of publication.
fn new_here(ctx: &ViewContext<'_>) -> NewView {
    let zone = ctx.site.config.timezone;
    let mut months: Vec<PublishedMonth> = Vec::new();
    let published = ctx.site.published.iter();
    let cards = published.filter_map(|id| {
        let published = ctx.site.article(*id).published()?;
        let day = published.day(zone);
        let month = u8::try_from(day.month()).ok()?;
        let heading = (ctx.messages).heading(&ctx.messages.month_year(day.year(), month));
        Some((heading, ctx.published_card(*id)?))
    });
    for (heading, card) in cards.take(ctx.site.config.per_page) {
        match months.last_mut().filter(|month| month.heading == heading) {
            Some(month) => month.items.push(card),
            None => months.push(PublishedMonth {
                heading,
                items: vec![card],
            }),
        }
    }
    for month in &mut months {
        PublishedCard::group_by_day(&mut month.items);
    }
    NewView { months }
}
