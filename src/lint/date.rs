//! Lints of dates that claim more than is known, or than any source can know.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::LintContext;
use crate::content::article::{Article, ArticleId};
use crate::content::date::{EventDate, Mark, Precision};
use crate::content::event::LifeStage;
use crate::diagnostic::Sink;
use crate::model::entry::{Entry, Statement, StatementKind};
use crate::model::site::Site;
use crate::source::{At, Span};

/// Maximum number of days between an event and a source that knows its day.
const NEAR: i64 = 7;
/// Minimum number of suspect dates on the first of a month, …
const MANY: usize = 3;
/// … which must also be more than one in so many dates, twice what chance gives.
const SHARE: usize = 15;

/// Reports dates on the first of a month that no source confirms. If there are many, they were
/// probably months or years that a program turned into days.
pub(super) fn first_of_month(ctx: &LintContext<'_>, sink: &mut Sink) {
    const CODE: &str = "first-of-month";
    if !ctx.wants(CODE) {
        return;
    }
    let site = ctx.site;
    let mut days = 0;
    let mut suspect = Vec::new();
    for entry in ctx.entries() {
        let Some((day, date)) = happened_on_a_day(site, entry) else {
            continue;
        };
        days += 1;
        let near = |source: &EventDate| {
            sure_day(source).is_some_and(|of| (of - day).num_days().abs() <= NEAR)
        };
        let backed = |said| source_dates(site, said).any(near);
        if day.day() == 1 && !first(entry).is_some_and(backed) {
            suspect.push((day, date.span));
        }
    }
    if suspect.len() < MANY || suspect.len() * SHARE <= days {
        return;
    }
    let others = suspect.len() - 1;
    for (day, span) in suspect {
        let message = format!(
            "{day} is the first of a month, no source is dated within a week of it, and the same is true of {others} other dates"
        );
        let month = day.format("%Y-%m");
        let coarser = if day.month() == 1 {
            format!("`{month}` or `{}`", day.format("%Y"))
        } else {
            format!("`{month}`")
        };
        let d = ctx.found(CODE, message).map(|d| {
            d.at(span, "no source gives this day").hint(format!(
                "write {coarser} if no more is known; otherwise add the source that gives the day, with its `date`"
            ))
        });
        sink.extend(d);
    }
}

/// Returns the certain day on which an entry happened, as written in the article that lists it.
/// `None` if a later article has set another date.
fn happened_on_a_day<'s>(site: &'s Site, entry: &Entry) -> Option<(NaiveDate, &'s At<EventDate>)> {
    let date = written(site, entry)?;
    if entry.stage != LifeStage::Happened || entry.background || moved(entry) {
        return None;
    }
    Some((sure_day(&date.value)?, date))
}

/// Whether a later article has set another date.
fn moved(entry: &Entry) -> bool {
    let mut updates = entry
        .history
        .iter()
        .filter(|s| s.kind == StatementKind::Update);
    updates.any(|said| said.date.is_some())
}

/// Returns the date of an entry in the front matter of its own article.
pub(super) fn written<'s>(site: &'s Site, entry: &Entry) -> Option<&'s At<EventDate>> {
    let front = &site.article(entry.article).front;
    match entry.listed {
        Some(n) => front.entries[n].date.as_ref(),
        None => front.date.as_ref(),
    }
}

/// Returns a date's day if it is exactly one day, and certain.
fn sure_day(date: &EventDate) -> Option<NaiveDate> {
    let day = date.precision() == Precision::Day && date.mark() == Mark::Exact;
    day.then(|| date.earliest()).flatten()
}

/// Returns the dates of the sources that a statement may rest on: the one that it names, otherwise
/// all of its article.
fn source_dates<'s>(
    site: &'s Site,
    said: &Statement,
) -> impl Iterator<Item = &'s EventDate> + use<'s> {
    let sources = site
        .article(said.attribution.article)
        .front
        .sources
        .as_slice();
    let sources = said.attribution.source.map_or(sources, |n| &sources[n..=n]);
    sources.iter().filter_map(|s| s.date.as_ref())
}

/// Returns the statement of the article that lists an entry.
fn first(entry: &Entry) -> Option<&Statement> {
    entry
        .history
        .iter()
        .find(|s| s.kind == StatementKind::First)
}

/// Reports entries that have happened and are dated later than every source that they may rest on.
/// One day is allowed for time zones.
pub(super) fn after_source(ctx: &LintContext<'_>, sink: &mut Sink) {
    const CODE: &str = "date-after-source";
    if !ctx.wants(CODE) {
        return;
    }
    let site = ctx.site;
    for entry in ctx.entries() {
        let Some((span, last)) = after_its_sources(site, entry) else {
            continue;
        };
        let message = format!("the date is later than {last}, the date of its latest source");
        let d = ctx.found(CODE, message).map(|d| {
            d.at(span, "later than its sources").hint(
                "check the dates; if the sources only announced it, write `status: expected` until another reports that it happened",
            )
        });
        sink.extend(d);
    }
}

/// Returns the span of an entry's date, and the last day of the sources for the statement that it
/// has happened, if that day is earlier than the date.
fn after_its_sources(site: &Site, entry: &Entry) -> Option<(Span, NaiveDate)> {
    if entry.stage != LifeStage::Happened || entry.background {
        return None;
    }
    let day = entry.date.as_ref()?.earliest()?;
    let said = who_says_so(entry)?;
    let mut last = None;
    for source in source_dates(site, said) {
        let latest = source.latest()?;
        if latest + TimeDelta::days(1) >= day {
            return None;
        }
        last = last.max(Some(latest));
    }
    let last = last?;
    match said.kind {
        StatementKind::Update => Some((
            place_of_update(site, said.attribution.article, entry)?,
            last,
        )),
        _ if written_ahead(site, entry, day) => None,
        _ => Some((written(site, entry)?.span, last)),
    }
}

/// Returns the statement that sets the status of an entry: the last one that gives a status,
/// otherwise the first article's if there are no others. `None` if later articles have changed
/// something else.
fn who_says_so(entry: &Entry) -> Option<&Statement> {
    let with_status = entry
        .history
        .iter()
        .rev()
        .find(|said| said.status.is_some());
    let updated = entry
        .history
        .iter()
        .any(|s| s.kind == StatementKind::Update);
    match with_status {
        Some(said) if said.kind == StatementKind::Update || !updated => Some(said),
        None if !updated => first(entry),
        _ => None,
    }
}

/// Whether an article announced a future event without a status, so that it counts as happened once
/// its date has passed.
fn written_ahead(site: &Site, entry: &Entry, day: NaiveDate) -> bool {
    let said = entry.history.iter().any(|said| said.status.is_some());
    let published = site.article(entry.article).published();
    !said && published.is_some_and(|p| p.day(site.config.timezone) < day)
}

/// Reports entries that count as happened only because their day has passed: their article was
/// published before it, gives no status, and no later one says what became of them.
pub(super) fn unreported(ctx: &LintContext<'_>, sink: &mut Sink) {
    const CODE: &str = "unreported-outcome";
    if !ctx.wants(CODE) {
        return;
    }
    let site = ctx.site;
    for entry in ctx.entries() {
        let updated = || {
            let mut history = entry.history.iter();
            history.any(|said| said.kind == StatementKind::Update && !said.only_checks())
        };
        if entry.stage != LifeStage::Happened || entry.background || updated() {
            continue;
        }
        let day = entry.date.as_ref().and_then(EventDate::earliest);
        let ahead = |day: &NaiveDate| written_ahead(site, entry, *day - TimeDelta::days(1));
        let Some(date) = day.filter(ahead).and_then(|_| written(site, entry)) else {
            continue;
        };
        let message = format!(
            "`{}` is shown as happened, but its article was published before that day",
            entry.title
        );
        let d = ctx.found(CODE, message).map(|d| {
            d.at(date.span, "later than `published`").hint(
                "write `status: expected` until a source reports that it happened, then `status: happened`",
            )
        });
        sink.extend(d);
    }
}

/// Reports entries still expected after the last day that their date can mean.
pub(super) fn overdue(ctx: &LintContext<'_>, sink: &mut Sink) {
    const CODE: &str = "overdue";
    if !ctx.wants(CODE) {
        return;
    }
    let site = ctx.site;
    let open = |entry: &&Entry| {
        entry.overdue(site.today) && entry.check_lapses(site.today) <= Some(site.today)
    };
    for entry in ctx.entries().filter(open) {
        let Some(latest) = entry.date.as_ref().and_then(EventDate::latest) else {
            continue;
        };
        let message = format!("`{}` was expected by {latest}", entry.title);
        let hint = format!(
            "report in a later article what became of it: `updates: [{{entry: {}, status: happened}}]`, `status: cancelled` or a new `date`; if there is no news of it, add `checked` with the day on which you last looked",
            entry.id
        );
        let d = ctx
            .found(CODE, message)
            .map(|d| d.at(place_of_date(site, entry), "in the past").hint(hint));
        sink.extend(d);
    }
}

/// Returns the span of an entry's current date: in its own article, or in one that updates it.
fn place_of_date(site: &Site, entry: &Entry) -> Span {
    let last = entry.history.iter().rev().find(|said| said.date.is_some());
    let update = last
        .filter(|said| said.kind == StatementKind::Update)
        .and_then(|said| place_of_update(site, said.attribution.article, entry));
    update
        .or_else(|| written(site, entry).map(|date| date.span))
        .unwrap_or_else(|| site.article(entry.article).front.title.span)
}

/// Returns the span at which an article updates an entry: its date, otherwise the entry's id.
fn place_of_update(site: &Site, by: ArticleId, entry: &Entry) -> Option<Span> {
    let article: &Article = site.article(by);
    let mut updates = article.front.updates.iter().filter(|update| {
        let updated = site.entry_by_id(&update.entry.value);
        updated.is_some_and(|id| std::ptr::eq(site.entry(id), entry))
    });
    let update = updates.next_back()?;
    let date = update.date.as_ref().map(|date| date.span);
    Some(date.unwrap_or(update.entry.span))
}
