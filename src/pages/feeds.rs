//! `/feeds/`: what readers can subscribe to, and how.

use serde::Serialize;

use super::navigation::Listing;
use super::{Kind, LIST, Output, Parts, Template, calendar, feed, link};
use crate::model::taxonomy::TermRef;
use crate::plan::{FeedForm, FeedOf, Page, Plan};
use crate::view::context::ViewContext;
use crate::view::{Link, View};

pub(super) const FEEDS: Kind = Kind {
    name: "feeds",
    output: Output::Html(Template::of::<FeedsView>(
        "feeds.html",
        "feeds",
        |ctx, _, mut head| {
            ctx.messages.say("feeds-title").clone_into(&mut head.title);
            let args = [("site", (&ctx.site.config.title).into())];
            head.description = Some(ctx.messages.with("about-feeds", &args));
            Parts::new(head, feeds(ctx))
        },
    )),
    claim: |planner| {
        if planner.is_free(Plan::FEEDS, "feeds") {
            planner.claim(Plan::FEEDS, Page::Feeds, "the list of feeds");
        }
    },
    listings: |ctx| {
        let list = || Listing::foot(link(ctx.messages.say("feeds-title"), ctx.href(Plan::FEEDS)));
        let page = ctx.plan.find_own(Plan::FEEDS).map(|planned| &planned.page);
        let is_ours = matches!(page, Some(Page::Feeds));
        is_ours.then(list).into_iter().collect()
    },
    describe: |_, _| "the list of feeds".to_owned(),
    ..LIST
};

/// `/feeds/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FeedsView {
    /// The whole site, and its corrections.
    pub whole: Vec<Subscription>,
    /// The storylines.
    pub stories: Vec<Subscription>,
    /// Those of the terms that have a feed.
    pub taxonomies: Vec<SubscriptionGroup>,
    /// Whether any of them has a calendar.
    pub calendars: bool,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct SubscriptionGroup {
    /// The title of the taxonomy.
    pub label: String,
    /// In the order of their names.
    pub feeds: Vec<Subscription>,
}

/// What a reader can subscribe to.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Subscription {
    /// The page with the same entries.
    pub page: Link,
    /// Address of the Atom feed.
    pub atom: String,
    /// Address of the JSON Feed; none if there is none.
    pub json: Option<String>,
    /// Address that adds the calendar of what is expected to the reader's own; none if there is
    /// none.
    pub calendar: Option<String>,
}

impl View for FeedsView {}

fn feeds(ctx: &ViewContext<'_>) -> FeedsView {
    let site = ctx.site;
    let home = link(ctx.messages.say("whole-site"), site.config.base.clone());
    let mut whole = vec![subscription(
        ctx,
        FeedOf::Site,
        home,
        calendar::of_site(ctx),
    )];
    if ctx.plan.corrections {
        let page = link(ctx.messages.say("corrections"), ctx.href(Plan::CORRECTIONS));
        whole.push(subscription(ctx, FeedOf::Corrections, page, None));
    }
    let stories = 0..site.storylines.stories.len();
    FeedsView {
        whole,
        stories: stories
            .map(|n| subscription(ctx, FeedOf::Story(n), ctx.story_link(n), None))
            .collect(),
        taxonomies: (0..site.taxonomies.len())
            .filter_map(|taxonomy| group(ctx, taxonomy))
            .collect(),
        calendars: calendar::of_site(ctx).is_some(),
    }
}

fn group(ctx: &ViewContext<'_>, taxonomy: usize) -> Option<SubscriptionGroup> {
    let terms = ctx.used_terms(taxonomy).into_iter();
    let terms = terms.filter(|at| Plan::has_feed(ctx.site, *at));
    let mut feeds: Vec<Subscription> = terms.map(|at| of_term(ctx, at)).collect();
    feeds.sort_by(|a, b| ctx.alphabetical(&a.page.label, &b.page.label));
    (!feeds.is_empty()).then(|| SubscriptionGroup {
        label: ctx.taxonomy_title(taxonomy).to_owned(),
        feeds,
    })
}

fn of_term(ctx: &ViewContext<'_>, at: TermRef) -> Subscription {
    let calendar = calendar::of_term(ctx, at);
    subscription(ctx, FeedOf::Term(at), ctx.term_link(at), calendar)
}

fn subscription(
    ctx: &ViewContext<'_>,
    of: FeedOf,
    page: Link,
    calendar: Option<String>,
) -> Subscription {
    let address = |form| feed::href(ctx, of, form);
    Subscription {
        page,
        atom: address(FeedForm::Atom).unwrap_or_default(),
        json: address(FeedForm::Json),
        calendar,
    }
}
