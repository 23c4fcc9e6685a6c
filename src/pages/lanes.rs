//! `/lanes/`: what each organisation did and announced, and where it stood, on one axis of time.

use serde::Serialize;

use super::navigation::Listing;
use super::{FILE, Kind, LIST, Output, PageIdentity, Parts, Template, compare, last_change, link};
use crate::model::lanes;
use crate::model::site::Site;
use crate::plan::{ChartOf, Page, Plan};
use crate::publish::Class;
use crate::view::chart_file::ChartFileView;
use crate::view::context::ViewContext;
use crate::view::csv;
use crate::view::density::DensityView;
use crate::view::deps::Deps;
use crate::view::lanes::{LanesForm, LanesView};
use crate::view::{Link, View};

pub(super) const LANES: Kind = Kind {
    name: "lanes",
    folders: &["lanes"],
    output: Output::Html(Template::of::<LanesPage>(
        "lanes.html",
        "lanes",
        |ctx, _, mut head| {
            ctx.messages.say("lanes-title").clone_into(&mut head.title);
            let shown = ctx.lanes(&lanes::of_site(ctx.site), LanesForm::Page);
            let options = shown.wide.0.wide.as_ref();
            let view = LanesPage {
                csv: ctx.href(Plan::LANES_CSV),
                comparisons: compare::links(ctx, None),
                file: ctx.chart_file(ChartOf::Lanes, &shown.wide.0.title, options),
                lanes: shown,
                density_row: ctx.density_of_lanes(&lanes::of_site(ctx.site), true),
                script: script(ctx),
            };
            head.description = view.lanes.finding.clone().or_else(|| {
                let args = [("site", (&ctx.site.config.title).into())];
                Some(ctx.messages.with("about-lanes", &args))
            });
            head.section = Some(ctx.href(Plan::LANES));
            Parts::new(head, view)
        },
    )),
    claim: |planner| {
        if has_page(planner.site) {
            planner.claim(Plan::LANES, Page::Lanes, "the page of lanes");
        }
    },
    modified: |ctx, _| {
        let terms = lanes::of_site(ctx.site);
        last_change(ctx, terms.iter().flat_map(|at| &ctx.site.term(*at).entries))
    },
    identity: |_, _| PageIdentity::list("lanes"),
    describe: |_, _| "the page of lanes".to_owned(),
    listings: |ctx| {
        let list = |count| {
            let label = ctx.messages.say("lanes");
            Listing::menu(link(label, ctx.href(Plan::LANES))).further(1, count)
        };
        let count = lanes::of_site(ctx.site).len();
        (count > 0 && ctx.plan.makes(Plan::LANES))
            .then(|| list(count))
            .into_iter()
            .collect()
    },
    ..LIST
};

/// `/lanes.csv`: the rows of the table.
pub(super) const LANES_CSV: Kind = Kind {
    name: "lanes-csv",
    whole: false,
    class: Class::List,
    output: Output::Bytes(|ctx, _| Deps::Text(csv_of(ctx))),
    claim: |planner| {
        if has_page(planner.site) {
            let who = "the facts of the lanes as CSV";
            planner.claim(Plan::LANES_CSV, Page::LanesCsv, who);
        }
    },
    identity: |_, _| PageIdentity::list("lanes.csv"),
    describe: |_, _| "the facts of the lanes as CSV".to_owned(),
    ..FILE
};

/// `/lanes/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LanesPage {
    /// One lane for each of the busiest terms of the taxonomies with `lanes: true`.
    pub lanes: LanesView,
    /// The picture as a file; none if the site has no such files.
    pub file: Option<ChartFileView>,
    /// Address of the same facts as CSV.
    pub csv: String,
    /// The pages that compare some of them.
    pub comparisons: Vec<Link>,
    /// Their entries over time; none below 5 entries with a date.
    pub density_row: Option<DensityView>,
    /// Address of the script that zooms and orders them.
    pub script: Option<String>,
}

impl View for LanesPage {
    fn lanes(&self) -> Option<&LanesView> {
        Some(&self.lanes)
    }

    fn density_row(&self) -> Option<&DensityView> {
        self.density_row.as_ref()
    }
}

/// Address of the script that zooms and orders lanes.
pub(super) fn script(ctx: &ViewContext<'_>) -> Option<String> {
    let route = ctx.plan.lanes_script.as_ref()?;
    Some(ctx.site.config.whole_href(route))
}

fn has_page(site: &Site) -> bool {
    !lanes::of_site(site).is_empty()
}

/// A record for each row of the table. Dates and stances are in the site's words, as in the table; the names of the
/// columns are the same in every language.
fn csv_of(ctx: &ViewContext<'_>) -> String {
    let rows = ctx.lane_rows(&lanes::of_site(ctx.site));
    let origin = &ctx.site.config.origin;
    let header = [
        "lane",
        "dates",
        "title",
        "url",
        "stance",
        "certainty",
        "outcome",
    ];
    let mut out = csv::line(&header);
    for row in rows {
        out.push_str(&csv::line(&[
            row.lane,
            csv::list(&row.when),
            row.title,
            format!("{origin}{}", row.url),
            row.stance,
            row.certainty.unwrap_or_default(),
            row.outcome,
        ]));
    }
    out
}
