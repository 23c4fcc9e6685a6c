//! `/expected/`: what was announced and has not happened yet, and how often it slipped.

use serde::Serialize;

use super::navigation::Listing;
use super::{Kind, LIST, Output, PageIdentity, Parts, Template, calendar, link};
use crate::content::date::{ShiftWay, shift};
use crate::content::event::LifeStage;
use crate::model::entry::{Entry, EntryId, Statement};
use crate::plan::{ChartOf, Page, Plan};
use crate::view::chart_file::ChartFileView;
use crate::view::context::ViewContext;
use crate::view::slips::SlipsView;
use crate::view::{Card, FileLink, HistoryItem, View};

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
            if ctx.site.config.features.calendars {
                let title = ctx.feed_name(ctx.messages.say("expected"));
                head.files.push(FileLink {
                    media_type: "text/calendar",
                    title,
                    url: ctx.href(Plan::CALENDAR),
                });
            }
            let ledger = &ctx.plan.ledger;
            let events = [&ledger.upcoming, &ledger.overdue, &ledger.cancelled];
            Parts {
                events: events.into_iter().flatten().copied().collect(),
                ..Parts::new(head, expected(ctx))
            }
        },
    )),
    claim: |planner| {
        if !planner.outline.ledger.is_empty() {
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
    /// Happened late, or after at least one slip; latest first.
    pub arrived: Vec<LedgerEntry>,
    /// How announcements slipped; none if fewer than two did that have their dates.
    pub slips: Option<SlipsView>,
    /// The picture of slips as a file; none if the site has no such files.
    pub file: Option<ChartFileView>,
    /// Address that adds the calendar of all of this to the reader's own; none if the site has none.
    pub calendar: Option<String>,
}

/// An entry with the complete history of its date.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LedgerEntry {
    pub card: Card,
    pub history: Vec<HistoryItem>,
    /// How often its date slipped.
    pub slips: usize,
    /// The last date, and who gave it; of a cancelled entry the last target. None if no date was
    /// ever given.
    pub now: Option<HistoryItem>,
    /// Of a cancelled entry: who says so.
    pub outcome: Option<HistoryItem>,
    /// Of an entry with several targets that happened: "after the first target, before the last".
    pub verdict: Option<String>,
}

impl View for ExpectedView {
    fn slips(&self) -> Option<&SlipsView> {
        self.slips.as_ref()
    }
}

fn expected(ctx: &ViewContext<'_>) -> ExpectedView {
    let ledger = &ctx.plan.ledger;
    let list = |ids: &[EntryId]| ids.iter().map(|id| ledger_entry(ctx, *id)).collect();
    let slips = ctx.slips();
    ExpectedView {
        upcoming: list(&ledger.upcoming),
        overdue: list(&ledger.overdue),
        cancelled: list(&ledger.cancelled),
        arrived: list(&ledger.arrived),
        file: slips.as_ref().and_then(|slips| {
            let drawing = &slips.wide.0;
            ctx.chart_file(ChartOf::Slips, &drawing.title, drawing.wide.as_ref())
        }),
        slips,
        calendar: calendar::of_site(ctx),
    }
}

fn ledger_entry(ctx: &ViewContext<'_>, id: EntryId) -> LedgerEntry {
    let entry = ctx.site.entry(id);
    let history = ctx.history(entry, None);
    let item = |wanted: &dyn Fn(&Statement) -> bool| {
        let found = entry.history.iter().rposition(wanted)?;
        history.get(found).cloned()
    };
    let cancelled = entry.stage == LifeStage::Cancelled;
    LedgerEntry {
        card: ctx.card(id, None),
        slips: entry.slips(),
        now: item(&|said| said.date.is_some() && said.cancelled.is_none())
            .or_else(|| item(&|said| said.wording.is_some() && said.cancelled.is_none())),
        outcome: item(&|said| cancelled && said.status == Some(entry.status)),
        verdict: verdict(ctx, entry),
        history,
    }
}

/// Where the date on which it happened lies between the first target and the last, if there were
/// several.
fn verdict(ctx: &ViewContext<'_>, entry: &Entry) -> Option<String> {
    let announced = entry.announced();
    let [(first, _), .., (last, _)] = announced.as_slice() else {
        return None;
    };
    let date = entry.date.as_ref()?;
    if entry.stage != LifeStage::Happened || announced.len() == entry.targets().len() {
        return None;
    }
    let from = |target| shift(target, date).map(|shift| shift.way);
    let id = match (from(first), from(last)) {
        (Some(ShiftWay::Later), Some(ShiftWay::Earlier)) => "between-targets",
        (Some(ShiftWay::Earlier), Some(ShiftWay::Later)) => "around-targets",
        (None, Some(ShiftWay::Earlier)) if date.is_within(first) => "as-first-announced",
        _ => return None,
    };
    Some(ctx.messages.say(id).to_owned())
}
