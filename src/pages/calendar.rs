//! Calendars of what is expected: of the site, of a term.

use chrono::{Datelike, NaiveDate};

use super::planner::Planner;
use super::{FILE, Kind, Output};
use crate::content::date::{EventDate, Mark, Precision};
use crate::content::event::LifeStage;
use crate::model::entry::{Entry, EntryId, Statement, StatementKind};
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::percent;
use crate::plan::{Claimant, Page, Plan};
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::deps::{CalendarDeps, CalendarEvent, CalendarTime, Deps};

const CALENDAR: Kind = Kind {
    name: "calendar",
    class: Class::List,
    whole: false,
    describe: |_, _| "a calendar of expected entries".to_owned(),
    ..FILE
};

pub(super) const SITE_CALENDAR: Kind = Kind {
    output: Output::Bytes(|ctx, _| {
        let events = ctx.plan.ledger.all().collect::<Vec<_>>();
        let name = ctx.feed_name(ctx.messages.say("expected"));
        let calendar = calendar(ctx, name, Plan::CALENDAR, Plan::EXPECTED, &events);
        Deps::Calendar(Box::new(calendar))
    }),
    claim: |planner| {
        if planner.site.config.features.calendars && !planner.outline.ledger.is_empty() {
            let who = "the calendar of expected entries";
            planner.offer(Plan::CALENDAR, Page::SiteCalendar, who);
        }
    },
    ..CALENDAR
};

pub(super) const TERM_CALENDAR: Kind = Kind {
    output: Output::Bytes(|ctx, planned| {
        let at = of(&planned.page);
        let page = Plan::term_route(ctx.site, at);
        let route = Plan::term_calendar(ctx.site, at);
        let colon = ctx.messages.say("chart-colon");
        let expected = ctx.messages.say("expected");
        let name = format!("{}{colon}{expected}", ctx.site.term(at).label);
        let calendar = calendar(
            ctx,
            ctx.feed_name(&name),
            &route,
            &page,
            ctx.plan.ledger.of_term(at),
        );
        Deps::Calendar(Box::new(calendar))
    }),
    // Claimed together with the terms.
    ..CALENDAR
};

fn of(page: &Page) -> TermRef {
    match page {
        Page::TermCalendar(term) => *term,
        page => page.is_not("the calendar of a term"),
    }
}

/// Claims a term's calendar, below `folder`.
pub(super) fn claim_term(planner: &mut Planner<'_>, at: TermRef, folder: &str) {
    if planner.outline.ledger.has_calendar(planner.site, at) {
        let route = format!("{folder}{}", Plan::CALENDAR);
        planner.offer(route, Page::TermCalendar(at), Claimant::Term(at));
    }
}

fn calendar(
    ctx: &ViewContext<'_>,
    name: String,
    route: &str,
    page: &str,
    entries: &[EntryId],
) -> CalendarDeps {
    CalendarDeps {
        name,
        address: ctx.absolute(route),
        page: ctx.absolute(page),
        lang: ctx.site.config.language.clone(),
        generator: concat!("Dateline ", env!("CARGO_PKG_VERSION")).to_owned(),
        events: entries.iter().filter_map(|id| event(ctx, *id)).collect(),
    }
}

/// An event of the calendar. `None` for an entry without a day on which it could stand.
fn event(ctx: &ViewContext<'_>, id: EntryId) -> Option<CalendarEvent> {
    let entry = ctx.site.entry(id);
    let cancelled = entry.stage == LifeStage::Cancelled;
    // What was cancelled keeps the last date for which it was announced.
    let announced = entry.announced();
    let date = match cancelled {
        true => announced
            .iter()
            .rev()
            .find(|(_, said)| said.cancelled.is_none())
            .map(|(date, _)| *date)
            .or(entry.date.as_ref()),
        false => entry.date.as_ref(),
    }?;
    let (start, end) = times(date)?;
    Some(CalendarEvent {
        uid: uid(ctx, entry),
        sequence: changes(ctx.site, entry),
        stamp: stamp(ctx, entry),
        start,
        end,
        status: status(ctx.site, entry, date),
        summary: summary(ctx, entry, date),
        description: description(ctx, entry, date),
        address: ctx.whole_address(&ctx.entry_href(entry)),
        categories: categories(ctx, entry),
        lang: ctx.article_lang(entry.article),
    })
}

/// Names an entry in all calendars of the world: by its id, never its date or title.
fn uid(ctx: &ViewContext<'_>, entry: &Entry) -> String {
    let authority = ctx.site.config.feed_authority();
    let id = percent::component(&entry.id);
    format!("{}{id}@{}", authority.path, authority.name)
}

/// How often the entry was changed: by each statement after the first that is more than a look, and
/// by each correction of its article.
fn changes(site: &Site, entry: &Entry) -> usize {
    let changes = |said: &&Statement| said.kind != StatementKind::First && !said.only_checks();
    let corrections = &site.article(entry.article).front.corrections;
    entry.history.iter().filter(changes).count() + corrections.len()
}

/// When the entry was last changed, in UTC (RFC 5545, section 3.3.5).
fn stamp(ctx: &ViewContext<'_>, entry: &Entry) -> String {
    let zone = ctx.site.config.timezone;
    let own = ctx.site.article(entry.article).changed(zone);
    let told = entry.history.iter().filter(|said| !said.only_checks());
    let told = told.filter_map(|said| ctx.site.article(said.attribution.article).changed(zone));
    let last = told.chain(own).map(|moment| moment.at).max();
    let last = last.filter(|at| (1..=9999).contains(&at.year()));
    last.map_or_else(
        || "19700101T000000Z".to_owned(),
        |at| at.format("%Y%m%dT%H%M%SZ").to_string(),
    )
}

/// The time of a date: an instant, or all days on which it can be, with the day after them. `None` if
/// a calendar has no form of it.
fn times(date: &EventDate) -> Option<(CalendarTime, Option<CalendarTime>)> {
    let has_form = |year: i32| (1..=9999).contains(&year);
    if date.mark() == Mark::Exact
        && date.precision() == Precision::Instant
        && let Some(at) = date.instant()
    {
        let at = has_form(at.year()).then(|| at.format("%Y%m%dT%H%M%SZ").to_string());
        return Some((CalendarTime::Instant(at?), None));
    }
    let (first, last) = date.window()?;
    let after = last.succ_opt()?;
    let day = |day: NaiveDate| {
        let day = has_form(day.year()).then(|| day.format("%Y%m%d").to_string());
        day.map(CalendarTime::Day)
    };
    Some((day(first)?, Some(day(after)?)))
}

/// `TENTATIVE` for what is rumoured or disputed, and for any date but a certain day.
fn status(site: &Site, entry: &Entry, date: &EventDate) -> &'static str {
    let certainty = entry.certainty.map(|n| site.config.certainties[n].firm);
    match entry.stage {
        LifeStage::Cancelled => "CANCELLED",
        _ if date.mark() != Mark::Exact || certainty == Some(0) => "TENTATIVE",
        _ => "CONFIRMED",
    }
}

/// The title; with the date in words where that is no day, and with what became of it.
fn summary(ctx: &ViewContext<'_>, entry: &Entry, date: &EventDate) -> String {
    let mut title = ctx.title(entry).to_owned();
    let is_worded = entry.wording.is_some() && entry.stage != LifeStage::Cancelled;
    if date.mark() != Mark::Exact || is_worded {
        let date = when(ctx, entry, "with-date", date);
        let args = [
            ("what", (&title).into()),
            ("date", (&date.text).into()),
            ("kind", date.kind.into()),
        ];
        title = ctx.messages.with("with-date", &args);
    }
    match entry.stage {
        LifeStage::Expected => title,
        LifeStage::Happened | LifeStage::Cancelled => {
            let colon = ctx.messages.say("chart-colon");
            format!("{}{colon}{title}", ctx.status_label(entry.status))
        }
    }
}

/// A date as the message `id` needs it, in the words of its source if it has any.
fn when(ctx: &ViewContext<'_>, entry: &Entry, id: &str, date: &EventDate) -> crate::view::DateView {
    let is_own = entry.stage != LifeStage::Cancelled;
    let wording = entry.wording.as_deref().filter(|_| is_own);
    ctx.date_view_for(id, Some(date), wording)
}

/// What a reader of the calendar should know: the summary, how often it was put off, how certain it
/// is, and whose word it is.
fn description(ctx: &ViewContext<'_>, entry: &Entry, date: &EventDate) -> String {
    let mut lines = Vec::new();
    lines.push(when(ctx, entry, "", date).text);
    let slips = entry.slips();
    if slips > 0 {
        let line = ctx
            .messages
            .with("promise-put-off", &[("count", slips.into())]);
        lines.push(ctx.messages.heading(&line));
    }
    lines.extend(ctx.certainty(entry).map(|certainty| certainty.label));
    let said = entry.in_force();
    let source = said.and_then(|said| {
        let article = ctx.site.article(said.attribution.article);
        let own = entry.listed.is_none() && said.kind == StatementKind::First;
        let named = said.attribution.source.or(own.then_some(0));
        let source = article.front.sources.get(named?)?;
        Some(source.publisher.as_ref().unwrap_or(&source.title))
    });
    if let Some(source) = source {
        lines.push(ctx.messages.with("source", &[("source", source.into())]));
    }
    let article = ctx.site.article(entry.article);
    let dek = match entry.listed {
        Some(n) => article.front.entries[n].summary.as_ref(),
        None => ctx.summary(entry.article),
    };
    lines.extend(dek.cloned());
    lines.join("\n")
}

/// The labels of its terms, but for tags and authors.
fn categories(ctx: &ViewContext<'_>, entry: &Entry) -> Vec<String> {
    let taxonomies = &ctx.site.config.taxonomies;
    let about = entry
        .terms
        .iter()
        .filter(|term| !matches!(taxonomies[term.taxonomy].id.as_str(), "tags" | "authors"));
    about
        .map(|term| ctx.site.term(*term).label.clone())
        .collect()
}

/// Address that opens a calendar in the reader's own program.
pub(super) fn subscription(ctx: &ViewContext<'_>, route: &str) -> String {
    let address = ctx.absolute(route);
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    format!("webcal://{rest}")
}

/// The calendar of a term, if it has one.
pub(super) fn of_term(ctx: &ViewContext<'_>, at: TermRef) -> Option<String> {
    let has = ctx.plan.ledger.has_calendar(ctx.site, at);
    has.then(|| subscription(ctx, &Plan::term_calendar(ctx.site, at)))
}

/// The calendar of the site, if it has one.
pub(super) fn of_site(ctx: &ViewContext<'_>) -> Option<String> {
    let has = ctx.site.config.features.calendars && !ctx.plan.ledger.is_empty();
    has.then(|| subscription(ctx, Plan::CALENDAR))
}
