//! `/compare/meta-openai/`: a few organisations on one axis of time, and where their stances differ.

use serde::Serialize;

use super::{Kind, LIST, Output, PageIdentity, Parts, Template, lanes, last_change, link};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::limits::MAX_FAULTS;
use crate::model::lanes::{compared, organisation};
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::pages::planner::Planner;
use crate::plan::{ChartOf, Page, Plan};
use crate::view::chart_file::ChartFileView;
use crate::view::comparison::DifferenceView;
use crate::view::context::ViewContext;
use crate::view::density::DensityView;
use crate::view::lanes::LanesView;
use crate::view::{Link, View};

pub(super) const COMPARE: Kind = Kind {
    name: "compare",
    folders: &["compare"],
    output: Output::Html(Template::of::<ComparePage>(
        "compare.html",
        "compare",
        |ctx, page, mut head| {
            let terms = terms(ctx.site, page);
            let (lanes, differences) = ctx.comparison(&terms);
            head.title = ctx.compared(&terms);
            head.description = Some(match &lanes.finding {
                Some(finding) => finding.clone(),
                None => head.title.clone(),
            });
            let view = ComparePage {
                title: head.title.clone(),
                organisations: terms.iter().map(|at| ctx.term_link(*at)).collect(),
                density_row: ctx.density_of_lanes(&terms, false),
                script: lanes::script(ctx),
                file: ctx.chart_file(
                    ChartOf::Compare(index(page)),
                    &head.title,
                    lanes.wide.0.wide.as_ref(),
                ),
                lanes,
                differences,
            };
            let parent = ctx.plan.makes(Plan::LANES).then(|| {
                let label = ctx.messages.say("lanes");
                link(label, ctx.href(Plan::LANES))
            });
            head.section = parent.as_ref().map(|parent| parent.url.clone());
            Parts {
                parent,
                ..Parts::new(head, view)
            }
        },
    )),
    claim,
    modified: |ctx, page| {
        let terms = terms(ctx.site, page);
        last_change(ctx, terms.iter().flat_map(|at| &ctx.site.term(*at).entries))
    },
    identity: |site, page| {
        let route = Plan::compare_route(site, &terms(site, page));
        PageIdentity::list(Plan::address(&route).trim_end_matches('/'))
    },
    describe: |site, page| {
        let terms = terms(site, page);
        let names: Vec<&str> = terms.iter().map(|at| &*site.term(*at).label).collect();
        format!("the comparison of {}", names.join(", "))
    },
    ..LIST
};

/// `/compare/meta-openai/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ComparePage {
    pub title: String,
    /// Those that are compared, from above to below.
    pub organisations: Vec<Link>,
    /// A lane for each of them, and below them where they differ.
    pub lanes: LanesView,
    /// The picture as a file; none if the site has no such files.
    pub file: Option<ChartFileView>,
    /// When their stances were the same and when they differed, latest first; empty if fewer than two
    /// of them take a stance.
    pub differences: Vec<DifferenceView>,
    /// Their entries over time; none below 5 entries with a date.
    pub density_row: Option<DensityView>,
    /// Address of the script that zooms and orders them.
    pub script: Option<String>,
}

impl View for ComparePage {
    fn lanes(&self) -> Option<&LanesView> {
        Some(&self.lanes)
    }

    fn density_row(&self) -> Option<&DensityView> {
        self.density_row.as_ref()
    }
}

/// The pages that compare a term with others; of all terms if none is given.
pub(super) fn links(ctx: &ViewContext<'_>, of: Option<TermRef>) -> Vec<Link> {
    let site = ctx.site;
    let sets = (0..site.config.compare.len()).filter_map(|n| compared(site, n));
    sets.filter(|terms| of.is_none_or(|at| terms.contains(&at)))
        .map(|terms| {
            let url = ctx.href(Plan::address(&Plan::compare_route(site, &terms)));
            link(ctx.compared(&terms), url)
        })
        .collect()
}

fn terms(site: &Site, page: &Page) -> Vec<TermRef> {
    compared(site, index(page)).unwrap_or_default()
}

fn index(page: &Page) -> usize {
    match page {
        Page::Compare(n) => *n,
        page => page.is_not("a comparison"),
    }
}

/// Claims a page for each set of organisations, and reports those that have no entries.
fn claim(planner: &mut Planner<'_>) {
    let site = planner.site;
    let mut faults = Vec::new();
    for (n, names) in site.config.compare.iter().enumerate() {
        if let Some(terms) = compared(site, n) {
            let route = Plan::compare_route(site, &terms);
            let span = names.first().map(|name| name.span);
            let who = format!("the comparison of `{}`", words(names.iter()));
            planner.claim_at(route, Page::Compare(n), who, span);
            continue;
        }
        let all = site.taxonomy("organisations");
        let all = all.map_or(&[][..], |of| &site.taxonomies[of].terms);
        let unknown = names
            .iter()
            .filter(|name| organisation(site, &name.value).is_none());
        // One warning a set. Most sets have none, so that what is known is listed only then.
        let unknown: Vec<_> = unknown.filter(|_| site.config.edition == 0).collect();
        let Some(first) = unknown.first() else {
            continue;
        };
        let labels = all.iter().filter(|term| !term.entries.is_empty());
        let near = nearest(&first.value, labels.map(|term| term.label.as_str()));
        let verb = if unknown.len() > 1 { "are" } else { "is" };
        let named = words(unknown.iter().copied());
        faults.push(
            Diagnostic::warning(
                "unknown-name",
                format!("`{named}` {verb} no organisation of any entry"),
            )
            .at(first.span, did_you_mean(near, "unknown"))
            .hint("write the name that it has in the articles, or remove this comparison"),
        );
    }
    planner.sink.extend(faults.into_iter().take(MAX_FAULTS));
}

fn words<'a>(names: impl Iterator<Item = &'a crate::source::At<String>>) -> String {
    let names: Vec<&str> = names.map(|name| name.value.as_str()).collect();
    names.join("`, `")
}
