//! `/status/` and `/certainty/`: the lists of entries by status and by certainty.

use serde::Serialize;

use super::facet::{kind_label, list_label};
use super::{Kind, LIST, Output, PageIdentity, Parts, Template, last_change};
use crate::plan::{FacetKind, FacetList, Page};
use crate::view::context::ViewContext;
use crate::view::{CardLink, View};

/// Entries that the index names of each list.
const LATEST: usize = 3;

pub(super) const FACET_INDEX: Kind = Kind {
    name: "facet-index",
    folders: &["status", "certainty"],
    output: Output::Html(Template::of::<FacetsView>(
        "facets.html",
        "facets",
        |ctx, page, mut head| {
            let view = facets(ctx, of(page));
            head.title.clone_from(&view.title);
            let lists = ctx.row(view.lists.iter().map(|list| list.label.as_str()));
            let args = [
                ("title", (&view.title).into()),
                ("site", (&ctx.site.config.title).into()),
                ("terms", (&lists).into()),
            ];
            head.description = Some(ctx.messages.with("about-taxonomy", &args));
            Parts::new(head, view)
        },
    )),
    claim: |planner| {
        for kind in [FacetKind::Status, FacetKind::Certainty] {
            let route = kind.route();
            if planner.outline.facet_lists.of(kind).next().is_some() {
                let who = format!("the index of {}", kind.folder());
                planner.claim(route, Page::FacetIndex(kind), who);
            }
        }
    },
    modified: |ctx, page| {
        let lists = ctx.plan.facet_lists.of(of(page));
        last_change(ctx, lists.flat_map(|(_, entries)| entries))
    },
    identity: |_, page| PageIdentity::list(of(page).folder()),
    describe: |_, page| format!("the index of {}", of(page).folder()),
    ..LIST
};

/// `/status/` or `/certainty/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FacetsView {
    /// "Status" or "Certainty".
    pub title: String,
    /// The sentence below the title.
    pub dek: String,
    /// In the order of `site.yaml`; without those that have no entries.
    pub lists: Vec<FacetSummary>,
}

/// A list of entries that share a status or a certainty.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FacetSummary {
    /// As in `site.yaml`; also a class.
    pub id: String,
    pub label: String,
    pub url: String,
    pub count: usize,
    /// What it means; none if `site.yaml` gives it a label.
    pub about: Option<String>,
    /// Its latest entries, newest first.
    pub latest: Vec<CardLink>,
}

impl View for FacetsView {}

fn of(page: &Page) -> FacetKind {
    match page {
        Page::FacetIndex(kind) => *kind,
        page => page.is_not("an index of lists"),
    }
}

fn facets(ctx: &ViewContext<'_>, kind: FacetKind) -> FacetsView {
    let config = &ctx.site.config;
    let summary = |(list, entries): (FacetList, &[crate::model::entry::EntryId])| {
        let (id, own) = match list {
            FacetList::Status(n) => (&config.statuses[n].id, config.statuses[n].label.is_some()),
            FacetList::Certainty(n) => (
                &config.certainties[n].id,
                config.certainties[n].label.is_some(),
            ),
            FacetList::Stance(n) => (&config.stances[n].id, true),
        };
        FacetSummary {
            id: id.clone(),
            label: list_label(ctx, list).to_owned(),
            url: ctx.href(&list.route(config)),
            count: entries.len(),
            about: (!own).then(|| about(ctx, list)).flatten(),
            latest: entries
                .iter()
                .take(LATEST)
                .map(|e| ctx.card_link(*e))
                .collect(),
        }
    };
    FacetsView {
        title: kind_label(ctx, kind).to_owned(),
        dek: ctx
            .messages
            .say(match kind {
                FacetKind::Status => "status-dek",
                FacetKind::Certainty | FacetKind::Stance => "certainty-dek",
            })
            .to_owned(),
        lists: ctx.plan.facet_lists.of(kind).map(summary).collect(),
    }
}

/// What a status or a certainty of the program's own means.
fn about(ctx: &ViewContext<'_>, list: FacetList) -> Option<String> {
    let config = &ctx.site.config;
    let id = match list {
        FacetList::Status(n) => match config.statuses[n].id.as_str() {
            "expected" => "status-expected-about",
            "cancelled" => "status-cancelled-about",
            _ => return None,
        },
        FacetList::Certainty(n) => match config.certainties[n].id.as_str() {
            "rumoured" => "certainty-rumoured-about",
            "reported" => "certainty-reported-about",
            "confirmed" => "certainty-confirmed-about",
            "disputed" => "certainty-disputed-about",
            _ => return None,
        },
        FacetList::Stance(_) => return None,
    };
    Some(ctx.messages.say(id).to_owned())
}
