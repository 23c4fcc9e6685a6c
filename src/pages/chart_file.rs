//! Pictures of lanes, comparisons, storylines and slips as files: `/lanes/lanes.svg`.

use super::planner::Planner;
use super::{FILE, Kind, Output};
use crate::model::lanes;
use crate::plan::{ChartOf, Page, Plan};
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::deps::Deps;

pub(super) const CHART_FILE: Kind = Kind {
    name: "chart-file",
    class: Class::List,
    whole: false,
    output: Output::Bytes(|ctx, planned| file(ctx, of(&planned.page))),
    claim: |planner| {
        for of in all(planner) {
            let route = Plan::chart_route(planner.site, of);
            planner.offer(route, Page::ChartFile(of), "a picture of time as a file");
        }
    },
    describe: |site, page| {
        let page = Plan::chart_page(site, of(page));
        format!("the picture of `/{}` as a file", Plan::address(&page))
    },
    ..FILE
};

fn of(page: &Page) -> ChartOf {
    match page {
        Page::ChartFile(of) => *of,
        page => page.is_not("a picture as a file"),
    }
}

/// Whether there is any.
pub(super) fn has_any(planner: &Planner<'_>) -> bool {
    !all(planner).is_empty()
}

fn all(planner: &Planner<'_>) -> Vec<ChartOf> {
    let site = planner.site;
    if !site.config.features.charts {
        return Vec::new();
    }
    let lanes = (!lanes::of_site(site).is_empty()).then_some(ChartOf::Lanes);
    let compared = (0..site.config.compare.len())
        .filter(|n| lanes::compared(site, *n).is_some())
        .map(ChartOf::Compare);
    let stories = (0..site.storylines.stories.len())
        .filter(|n| lanes::draws_story(site, *n))
        .map(ChartOf::Story);
    let slips = lanes::draws_slips(site, planner.ledger.all()).then_some(ChartOf::Slips);
    let all = lanes.into_iter().chain(compared).chain(stories);
    all.chain(slips).collect()
}

fn file(ctx: &ViewContext<'_>, of: ChartOf) -> Deps {
    match ctx.chart_deps(of) {
        Some(deps) => Deps::Chart(Box::new(deps)),
        None => unreachable!("{of:?} is claimed only if it is drawn"),
    }
}
