//! `/stances/`: who stands where, since when, by which entry.

use serde::Serialize;

use super::term::{StanceStep, stance_steps};
use super::{Kind, LIST, Output, PageIdentity, Parts, Template, last_change};
use crate::chart::types::drawn_step;
use crate::model::taxonomy::TermRef;
use crate::plan::{FacetKind, FacetList, Page};
use crate::view::context::ViewContext;
use crate::view::{Link, View};

const KIND: FacetKind = FacetKind::Stance;

pub(super) const STANCES: Kind = Kind {
    name: "stance-index",
    folders: &["stances"],
    output: Output::Html(Template::of::<StancesView>(
        "stances.html",
        "stances",
        |ctx, _, mut head| {
            let view = stances(ctx);
            ctx.messages
                .say("stances-title")
                .clone_into(&mut head.title);
            let args = [("site", (&ctx.site.config.title).into())];
            head.description = Some(ctx.messages.with("about-stances", &args));
            Parts::new(head, view)
        },
    )),
    claim: |planner| {
        let route = KIND.route();
        if planner.outline.facet_lists.of(KIND).next().is_some() {
            planner.claim(route, Page::FacetIndex(KIND), "the page of current stances");
        }
    },
    modified: |ctx, _| {
        let lists = ctx.plan.facet_lists.of(KIND);
        last_change(ctx, lists.flat_map(|(_, entries)| entries))
    },
    identity: |_, _| PageIdentity::list(KIND.folder()),
    describe: |_, _| "the page of current stances".to_owned(),
    ..LIST
};

/// `/stances/`: who stands where.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StancesView {
    /// In the order of the scale; without those that no organisation ever took.
    pub groups: Vec<StanceGroup>,
    /// How many organisations there are.
    pub count: usize,
}

/// A stance, with the organisations whose latest it is.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StanceGroup {
    /// As in `site.yaml`; also a class.
    pub id: String,
    pub label: String,
    /// What it means.
    pub about: Option<String>,
    /// Address of the list of entries with this stance.
    pub url: String,
    /// Number of entries in that list.
    pub entries: usize,
    /// Position on the scale, from 0; of a scale of more than six, the one of six as which it is drawn.
    pub step: usize,
    /// `solid`, `dots`, `stripes`, `hatch` … to distinguish stances without colour.
    pub pattern: Option<String>,
    /// Most entries first.
    pub organisations: Vec<StanceHolder>,
    /// Organisations that have taken no stance yet and plan this one.
    pub planned: Vec<StanceHolder>,
}

/// An organisation with its latest stance.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StanceHolder {
    pub organisation: Link,
    /// Its latest stance, with its date and entry; a firm one if there is any, and a plan only in
    /// `planned`.
    pub now: StanceStep,
    /// A later stance that is still tentative.
    pub next: Option<StanceStep>,
}

impl View for StancesView {}

fn stances(ctx: &ViewContext<'_>) -> StancesView {
    let holders = holders(ctx);
    let config = &ctx.site.config;
    let group = |(list, entries): (FacetList, &[crate::model::entry::EntryId])| {
        let FacetList::Stance(step) = list else {
            return StanceGroup::default();
        };
        let stance = &config.stances[step];
        let here = |planned: bool| {
            let here = holders.iter().filter(move |holder| {
                holder.now.stance.id == stance.id && holder.now.stance.planned == planned
            });
            here.cloned().collect()
        };
        StanceGroup {
            id: stance.id.clone(),
            label: stance.label.clone(),
            about: stance.about.clone(),
            url: ctx.href(&list.route(config)),
            entries: entries.len(),
            step: drawn_step(step, config.stances.len()),
            pattern: stance.pattern.clone(),
            organisations: here(false),
            planned: here(true),
        }
    };
    StancesView {
        groups: ctx.plan.facet_lists.of(KIND).map(group).collect(),
        count: holders.iter().filter(|h| !h.now.stance.planned).count(),
    }
}

/// Every organisation that takes a stance, that with most entries first.
fn holders(ctx: &ViewContext<'_>) -> Vec<StanceHolder> {
    let Some(taxonomy) = ctx.site.taxonomy("organisations") else {
        return Vec::new();
    };
    let mut terms: Vec<TermRef> = ctx.used_terms(taxonomy);
    terms.sort_by(|a, b| ctx.by_use(|t| ctx.site.term(t).count, *a, *b));
    let holder = |at: TermRef| {
        let mut steps = stance_steps(ctx, at);
        let firm = steps.iter().position(|step| !step.stance.tentative);
        let taken = || steps.iter().position(|step| !step.stance.planned);
        let present = firm.or_else(taken);
        let Some(present) = present else {
            // A plan is nobody's stance yet.
            let plan = (!steps.is_empty()).then(|| steps.swap_remove(0))?;
            return Some(StanceHolder {
                organisation: ctx.term_link(at),
                now: plan,
                next: None,
            });
        };
        let now = steps[present].clone();
        let next = (present > 0).then(|| steps.swap_remove(0));
        Some(StanceHolder {
            organisation: ctx.term_link(at),
            now,
            next,
        })
    };
    terms.into_iter().filter_map(holder).collect()
}
