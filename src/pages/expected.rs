//! `/expected/`: what was announced and has not happened yet, and how often it slipped.

use serde::Serialize;

use super::navigation::Listing;
use super::{Kind, LIST, Output, PageIdentity, Parts, Template, link};
use crate::model::entry::EntryId;
use crate::plan::{Page, Plan};
use crate::view::context::ViewContext;
use crate::view::{Card, HistoryItem, View};

pub(super) const EXPECTED: Kind = Kind {
    name: "expectations",
    folders: &["expected"],
    output: Output::Html(Template::of::<ExpectedView>(
        "expected.html",
        "expected",
        |ctx, _, mut head| {
            ctx.messages.say("expected").clone_into(&mut head.title);
            let args = [("site", (&ctx.site.config.title).into())];
            head.description = Some(ctx.messages.with("about-expected", &args));
            head.section = Some(ctx.href(Plan::EXPECTED));
            let ledger = &ctx.plan.ledger;
            let events = [&ledger.upcoming, &ledger.overdue, &ledger.cancelled];
            Parts {
                events: events.into_iter().flatten().copied().collect(),
                ..Parts::new(head, expected(ctx))
            }
        },
    )),
    claim: |planner| {
        if !planner.ledger.is_empty() {
            planner.claim(
                Plan::EXPECTED,
                Page::Expected,
                "the page of expected entries",
            );
        }
    },
    identity: |_, _| PageIdentity::list("expected"),
    listings: |ctx| {
        let ledger = &ctx.plan.ledger;
        let list = || {
            let label = ctx.messages.say("expected");
            let count = ledger.upcoming.len() + ledger.overdue.len();
            Listing::menu(link(label, ctx.href(Plan::EXPECTED))).further(2, count)
        };
        (!ledger.is_empty()).then(list).into_iter().collect()
    },
    describe: |_, _| "the page of expected entries".to_owned(),
    ..LIST
};

/// `/expected/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ExpectedView {
    /// Not yet due, soonest first.
    pub upcoming: Vec<LedgerEntry>,
    /// Latest day passed without news, longest overdue first.
    pub overdue: Vec<LedgerEntry>,
    pub cancelled: Vec<LedgerEntry>,
    /// Happened after at least one slip, latest first.
    pub arrived: Vec<LedgerEntry>,
}

/// An entry with the complete history of its date.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LedgerEntry {
    pub card: Card,
    pub history: Vec<HistoryItem>,
    /// How often its date slipped.
    pub slips: usize,
}

impl View for ExpectedView {}

fn expected(ctx: &ViewContext<'_>) -> ExpectedView {
    let ledger = &ctx.plan.ledger;
    let list = |ids: &[EntryId]| ids.iter().map(|id| ledger_entry(ctx, *id)).collect();
    ExpectedView {
        upcoming: list(&ledger.upcoming),
        overdue: list(&ledger.overdue),
        cancelled: list(&ledger.cancelled),
        arrived: list(&ledger.arrived),
    }
}

fn ledger_entry(ctx: &ViewContext<'_>, id: EntryId) -> LedgerEntry {
    let entry = ctx.site.entry(id);
    LedgerEntry {
        card: ctx.card(id, None),
        history: ctx.history(entry, None),
        slips: entry.slips(),
    }
}
