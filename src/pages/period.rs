//! Pages of a year and of a month.

use serde::Serialize;

use super::{Kind, LIST, Output, PageIdentity, Parts, Template, last_change};
use crate::plan::{Page, Plan};
use crate::view::context::ViewContext;
use crate::view::date_text;
use crate::view::density::DensityView;
use crate::view::timeline::Detail;
use crate::view::{Head, Link, MonthLink, Timeline, View};

pub(super) const YEAR: Kind = Kind {
    name: "year",
    output: Output::Html(Template::of::<Period>(
        "period.html",
        "period",
        |ctx, page, head| {
            let number = year_of(page);
            let case = ctx.messages.case("about-period", "period", "");
            let name = ctx.messages.year_alone(number, case);
            page_parts(ctx, year(ctx, number), head, &name, "year")
        },
    )),
    claim: |planner| {
        let years: Vec<i32> = planner.outline.periods.years.keys().copied().collect();
        for year in years {
            let who = format!("the page for {year}");
            planner.claim(Plan::year_route(year), Page::Year(year), who);
        }
    },
    modified: |ctx, page| last_change(ctx, ctx.plan.periods.years.get(&year_of(page))?),
    identity: |_, page| PageIdentity::list(format!("{:04}", year_of(page))),
    describe: |_, page| format!("the page for {}", year_of(page)),
    ..LIST
};

pub(super) const MONTH: Kind = Kind {
    name: "month",
    output: Output::Html(Template::of::<Period>(
        "period.html",
        "period",
        |ctx, page, head| {
            let (year, number) = month_of(page);
            let case = ctx.messages.case("about-period", "period", "");
            let name = ctx.messages.month_year_in(year, number, case);
            page_parts(ctx, month(ctx, year, number), head, &name, "month")
        },
    )),
    claim: |planner| {
        let months: Vec<(i32, u8)> = planner.outline.periods.months.keys().copied().collect();
        for (year, month) in months {
            let who = format!("the page for {year}-{month:02}");
            planner.claim(
                Plan::month_route(year, month),
                Page::Month(year, month),
                who,
            );
        }
    },
    modified: |ctx, page| last_change(ctx, ctx.plan.periods.months.get(&month_of(page))?),
    identity: |_, page| {
        let (year, month) = month_of(page);
        PageIdentity::list(format!("{year:04}-{month:02}"))
    },
    describe: |_, page| {
        let (year, month) = month_of(page);
        format!("the page for {year}-{month:02}")
    },
    ..LIST
};

fn year_of(page: &Page) -> i32 {
    match page {
        Page::Year(year) => *year,
        page => page.is_not("a year"),
    }
}

fn month_of(page: &Page) -> (i32, u8) {
    match page {
        Page::Month(year, month) => (*year, *month),
        page => page.is_not("a month"),
    }
}

/// `period` is its name within a sentence, and `kind` what it is.
fn page_parts(
    ctx: &ViewContext<'_>,
    view: Period,
    mut head: Head,
    period: &str,
    kind: &str,
) -> Parts {
    head.title.clone_from(&view.heading);
    let events = ctx.events(view.timeline.count);
    let args = [
        ("events", (&events).into()),
        ("site", (&ctx.site.config.title).into()),
        ("period", period.into()),
        ("kind", kind.into()),
    ];
    head.description = Some(ctx.messages.with("about-period", &args));
    head.section = Some(ctx.site.config.base.clone());
    Parts {
        parent: view.year.clone(),
        ..Parts::new(head, view)
    }
}

/// The page of a year or a month, or of one day in any year.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Period {
    /// "2025" or "December 2025".
    pub heading: String,
    /// On a month's page, a link to its year.
    pub year: Option<Link>,
    /// On a year's page, its entries over time; none below 5 entries with a date.
    pub density_row: Option<DensityView>,
    pub timeline: Timeline,
    /// The twelve months of this year with their counts (also on a month's page); `url` is none for
    /// a month without entries.
    pub months: Vec<MonthLink>,
    /// The number of entries of its fullest month.
    pub most: usize,
    pub previous: Option<Link>,
    pub next: Option<Link>,
    /// On a month's page: "3 more in 2025, month unknown".
    pub folded: Option<Link>,
}

impl View for Period {
    fn density_row(&self) -> Option<&DensityView> {
        self.density_row.as_ref()
    }

    fn timeline(&self) -> Option<&Timeline> {
        Some(&self.timeline)
    }
}

fn year(ctx: &ViewContext<'_>, year: i32) -> Period {
    let entries = ctx
        .plan
        .periods
        .years
        .get(&year)
        .map_or(&[][..], Vec::as_slice);
    let years: Vec<i32> = ctx.plan.periods.years.keys().copied().collect();
    let at = years.binary_search(&year).unwrap_or(0);
    let link = |y: &i32| Link {
        label: ctx.messages.year(*y),
        url: ctx.href(&Plan::year_route(*y)),
        rel: None,
        lang: None,
    };
    Period {
        heading: ctx.messages.year(year),
        year: None,
        density_row: ctx.density_of_year(year, entries),
        timeline: ctx.timeline(
            entries,
            &ctx.href(&Plan::year_route(year)),
            ViewContext::detail_of_year(entries),
            3,
        ),
        most: fullest(ctx, year),
        months: month_links(ctx, year, None),
        previous: at.checked_sub(1).and_then(|i| years.get(i)).map(link),
        next: years.get(at + 1).map(link),
        folded: None,
    }
}

fn month(ctx: &ViewContext<'_>, year: i32, month: u8) -> Period {
    let entries = ctx
        .plan
        .periods
        .months
        .get(&(year, month))
        .map_or(&[][..], Vec::as_slice);
    let months: Vec<(i32, u8)> = ctx.plan.periods.months.keys().copied().collect();
    let at = months.binary_search(&(year, month)).unwrap_or(0);
    let link = |m: &(i32, u8)| Link {
        label: ctx.messages.heading(&ctx.messages.month_year(m.0, m.1)),
        url: ctx.href(&Plan::month_route(m.0, m.1)),
        rel: None,
        lang: None,
    };
    let folded = ctx.plan.periods.without_month(ctx.site, year);
    Period {
        heading: ctx.messages.heading(&ctx.messages.month_year(year, month)),
        year: ctx.plan.periods.years.contains_key(&year).then(|| Link {
            label: ctx.messages.year(year),
            url: ctx.href(&Plan::year_route(year)),
            rel: None,
            lang: None,
        }),
        density_row: None,
        timeline: ctx.timeline(
            entries,
            &ctx.href(&Plan::month_route(year, month)),
            Detail::Full,
            3,
        ),
        most: fullest(ctx, year),
        months: month_links(ctx, year, Some(month)),
        previous: at.checked_sub(1).and_then(|i| months.get(i)).map(link),
        next: months.get(at + 1).map(link),
        folded: (folded > 0).then(|| Link {
            label: {
                let of = ctx.messages.short_year(year);
                let args = [
                    ("count", folded.into()),
                    ("year", (&of).into()),
                    ("era", date_text::era(year).into()),
                ];
                ctx.messages.with("folded", &args)
            },
            url: format!("{}#m-{year}-closing", ctx.href(&Plan::year_route(year))),
            rel: None,
            lang: None,
        }),
    }
}

fn fullest(ctx: &ViewContext<'_>, year: i32) -> usize {
    let months = ctx.plan.periods.months.range((year, 1)..=(year, 12));
    months.map(|(_, entries)| entries.len()).max().unwrap_or(0)
}

fn month_links(ctx: &ViewContext<'_>, year: i32, current: Option<u8>) -> Vec<MonthLink> {
    let count = |m: u8| ctx.plan.periods.months.get(&(year, m)).map_or(0, Vec::len);
    (1..=12)
        .map(|m| MonthLink {
            label: ctx.messages.heading(ctx.messages.month_name(m)),
            url: (count(m) > 0 && current != Some(m))
                .then(|| ctx.href(&Plan::month_route(year, m))),
            count: count(m),
            current: current == Some(m),
        })
        .collect()
}
