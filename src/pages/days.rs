//! The days of the year, and what happened on one of them in any year.

use serde::Serialize;

use super::navigation::Listing;
use super::period::Period;
use super::{Kind, LIST, Output, PageIdentity, Parts, Template, last_change, link};
use crate::plan::{Page, Plan};
use crate::view::context::ViewContext;
use crate::view::timeline::Detail;
use crate::view::{Link, MonthLink, View};

pub(super) const DAYS: Kind = Kind {
    name: "days",
    folders: &["on-this-day"],
    output: Output::Html(Template::of::<DaysView>(
        "days.html",
        "days",
        |ctx, _, mut head| {
            ctx.messages.say("on-this-day").clone_into(&mut head.title);
            let args = [("site", (&ctx.site.config.title).into())];
            head.description = Some(ctx.messages.with("about-days", &args));
            Parts::new(head, days(ctx))
        },
    )),
    claim: |planner| {
        if !planner.outline.facet_lists.days.is_empty() {
            planner.claim(Plan::DAYS, Page::Days, "the list of days of the year");
        }
    },
    identity: |_, _| PageIdentity::list("on-this-day"),
    listings: |ctx| {
        let list = || {
            let link = link(ctx.messages.say("on-this-day"), ctx.href(Plan::DAYS));
            Listing::foot(link).further(1, ctx.plan.facet_lists.days.len())
        };
        ctx.plan.makes(Plan::DAYS).then(list).into_iter().collect()
    },
    describe: |_, _| "the list of days of the year".to_owned(),
    ..LIST
};

pub(super) const DAY: Kind = Kind {
    name: "day",
    output: Output::Html(Template::of::<Period>(
        "period.html",
        "period",
        |ctx, page, mut head| {
            let (month, day) = of(page);
            let view = day_of_year(ctx, month, day);
            head.title.clone_from(&view.heading);
            let events = ctx.events(view.timeline.count);
            let args = [
                ("events", (&events).into()),
                ("site", (&ctx.site.config.title).into()),
                ("day", (&view.heading).into()),
            ];
            head.description = Some(ctx.messages.with("about-day", &args));
            Parts {
                parent: view.year.clone(),
                ..Parts::new(head, view)
            }
        },
    )),
    claim: |planner| {
        let days: Vec<(u8, u8)> = planner.outline.facet_lists.days.keys().copied().collect();
        for (month, day) in days {
            let who = format!("the page for every {month:02}-{day:02}");
            planner.claim(Plan::day_route(month, day), Page::Day(month, day), who);
        }
    },
    modified: |ctx, page| last_change(ctx, ctx.plan.facet_lists.days.get(&of(page))?),
    ..LIST
};

fn of(page: &Page) -> (u8, u8) {
    match page {
        Page::Day(month, day) => (*month, *day),
        page => page.is_not("a day of the year"),
    }
}

/// `/on-this-day/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DaysView {
    /// January to December.
    pub months: Vec<DaysOfMonth>,
    /// Address of the script that shows today first, fingerprinted.
    pub script: String,
}

/// A month, with a link for each day on which something happened in any year.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DaysOfMonth {
    /// "December".
    pub heading: String,
    /// From first to last; `url` is none if nothing happened on that day.
    pub days: Vec<MonthLink>,
}

impl View for DaysView {}

/// Number of days in a month, in a leap year.
fn days_in(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Every day of the year, including 29 February.
fn days(ctx: &ViewContext<'_>) -> DaysView {
    let days = &ctx.plan.facet_lists.days;
    let month = |month: u8| {
        let day = |day: u8| {
            let count = days.get(&(month, day)).map_or(0, Vec::len);
            MonthLink {
                label: ctx.messages.number(day.into()),
                url: (count > 0).then(|| ctx.href(&Plan::day_route(month, day))),
                count,
                current: false,
            }
        };
        DaysOfMonth {
            heading: ctx.messages.heading(ctx.messages.month_name(month)),
            days: (1..=days_in(month)).map(day).collect(),
        }
    };
    DaysView {
        months: (1..=12).map(month).collect(),
        script: ctx.whole_href(&ctx.plan.today),
    }
}

/// What happened on one day of any year.
fn day_of_year(ctx: &ViewContext<'_>, month: u8, day: u8) -> Period {
    let days = &ctx.plan.facet_lists.days;
    let entries = days.get(&(month, day)).map_or(&[][..], Vec::as_slice);
    let link = |(month, day): (u8, u8)| Link {
        label: ctx.messages.day_of_year(month, day),
        url: ctx.href(&Plan::day_route(month, day)),
        rel: None,
        lang: None,
    };
    let here = ctx.href(&Plan::day_route(month, day));
    Period {
        heading: ctx.messages.day_of_year(month, day),
        year: Some(Link {
            label: ctx.messages.say("on-this-day").to_owned(),
            url: ctx.href(Plan::DAYS),
            rel: None,
            lang: None,
        }),
        timeline: ctx.timeline(entries, &here, Detail::Full, 3),
        previous: days
            .range(..(month, day))
            .next_back()
            .map(|(d, _)| link(*d)),
        next: days.range((month, day)..).nth(1).map(|(d, _)| link(*d)),
        ..Period::default()
    }
}
