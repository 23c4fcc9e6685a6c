//! Pictures of lanes, comparisons, storylines and slips as files: `/lanes/lanes.svg`, `/lanes/lanes.png`.

use super::planner::Planner;
use super::share_card::{no_letters, no_raster};
use super::{FILE, Kind, Output};
use crate::diagnostic::thousands;
use crate::messages::is_european_script;
use crate::model::entry::EntryId;
use crate::model::lanes;
use crate::plan::{ChartForm, ChartOf, Page, Plan};
use crate::publish::Class;
use crate::raster;
use crate::view::context::ViewContext;
use crate::view::deps::Deps;

pub(super) const CHART_FILE: Kind = Kind {
    name: "chart-file",
    class: Class::List,
    whole: false,
    output: Output::Bytes(|ctx, planned| {
        let (of, form) = of(&planned.page);
        file(ctx, of, form)
    }),
    claim: |planner| {
        let all = all(planner);
        for of in &all {
            offer(planner, *of, ChartForm::Svg);
        }
        if planner.site.config.features.png_charts {
            claim_png(planner, &all);
        }
    },
    describe: |site, page| {
        let (of, form) = of(page);
        let form = match form {
            ChartForm::Svg => "",
            ChartForm::Png => ", as PNG",
        };
        let page = Plan::chart_page(site, of);
        format!("the picture of `/{}` as a file{form}", Plan::address(&page))
    },
    ..FILE
};

fn of(page: &Page) -> (ChartOf, ChartForm) {
    match page {
        Page::ChartFile(of, form) => (*of, *form),
        page => page.is_not("a picture as a file"),
    }
}

fn offer(planner: &mut Planner<'_>, of: ChartOf, form: ChartForm) {
    let route = Plan::chart_route(planner.site, of, form);
    let page = Page::ChartFile(of, form);
    planner.offer(route, page, "a picture of time as a file");
}

fn claim_png(planner: &mut Planner<'_>, all: &[ChartOf]) {
    if !raster::IS_BUILT_IN {
        planner.sink.push(no_raster("png_charts"));
        return;
    }
    let mut without = Vec::new();
    let language = &planner.site.config.language;
    let language = (!is_european_script(language)).then_some(language.as_str());
    let undrawn = |text: &&str| !raster::can_draw(&raster::drawable(text));
    for of in all {
        match language.or_else(|| texts(planner, *of).find(undrawn)) {
            Some(text) => without.push(text.to_owned()),
            None => offer(planner, *of, ChartForm::Png),
        }
    }
    if let Some(first) = without.first() {
        let what = match without.len() {
            1 => "a picture of time is no PNG".to_owned(),
            count => format!("{} pictures of time are no PNG", thousands(count)),
        };
        let notice = no_letters(&what, first);
        planner
            .sink
            .push(notice.hint("offer the SVG, which the fonts of readers write"));
    }
}

/// What editors wrote of which a picture may show something.
fn texts<'a>(planner: &'a Planner<'_>, of: ChartOf) -> Box<dyn Iterator<Item = &'a str> + 'a> {
    let site = planner.site;
    let config = &site.config;
    let title = |id: &EntryId| &*site.entry(*id).title;
    let stances = config.stances.iter().map(|stance| stance.label.as_str());
    let site_words = [Some(config.title.as_str()), config.data_licence.as_deref()];
    let of_site = stances.chain(site_words.into_iter().flatten());
    let terms = match of {
        ChartOf::Lanes => lanes::of_site(site),
        ChartOf::Compare(n) => lanes::compared(site, n).unwrap_or_default(),
        ChartOf::Story(n) => {
            let story = &site.storylines.stories[n];
            return Box::new(of_site.chain(story.entries.iter().map(title)));
        }
        ChartOf::Slips => {
            let slipped = planner
                .outline
                .ledger
                .all()
                .filter(|id| lanes::draws_slip(site, *id));
            let slipped = slipped.map(|id| &*site.entry(id).title);
            return Box::new(of_site.chain(slipped));
        }
    };
    let labels = terms
        .clone()
        .into_iter()
        .map(|at| site.term(at).label.as_str());
    let titles = terms
        .into_iter()
        .flat_map(move |at| site.term(at).entries.iter().map(title));
    Box::new(of_site.chain(labels).chain(titles))
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
    let slips = lanes::draws_slips(site, planner.outline.ledger.all()).then_some(ChartOf::Slips);
    let all = lanes.into_iter().chain(compared).chain(stories);
    all.chain(slips).collect()
}

fn file(ctx: &ViewContext<'_>, of: ChartOf, form: ChartForm) -> Deps {
    match ctx.chart_deps(of, form) {
        Some(deps) => Deps::Chart(Box::new(deps)),
        None => unreachable!("{of:?} is claimed only if it is drawn"),
    }
}
