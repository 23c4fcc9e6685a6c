//! When the site will look different though nobody touched it.

use chrono::{DateTime, NaiveDate, Utc};

use super::entry::Entry;
use super::site::Site;
use crate::content::date::{EventDate, day_begins};
use crate::content::event::LifeStage;

/// The next instant at which a scheduled article shows, an article expires, an expected entry
/// becomes overdue, the day of an entry comes that was expected because of its date alone, or
/// the notice above every page has had its last day.
pub fn next_change(site: &Site) -> Option<DateTime<Utc>> {
    let days = site.newest.iter().filter_map(|id| {
        let entry = site.entry(*id);
        let days = [comes(site, entry), becomes_overdue(site, entry)];
        days.into_iter().flatten().min()
    });
    let day = days
        .min()
        .and_then(|day| day_begins(day, site.config.timezone));
    [
        day,
        site.left_out.next,
        site.expired.next,
        notice_ends(site),
    ]
    .into_iter()
    .flatten()
    .min()
}

/// The beginning of the day after the notice's last.
fn notice_ends(site: &Site) -> Option<DateTime<Utc>> {
    let last = site.config.slots.notice.as_ref()?.until?;
    let after = last.succ_opt().filter(|_| last >= site.today)?;
    day_begins(after, site.config.timezone)
}

/// The first day of a future date whose entry has no status of its own.
fn comes(site: &Site, entry: &Entry) -> Option<NaiveDate> {
    let derived = entry.history.iter().all(|said| said.status.is_none());
    let day = entry.date.as_ref().and_then(EventDate::earliest)?;
    (derived && day > site.today).then_some(day)
}

/// The day after the last that an expected entry can mean.
fn becomes_overdue(site: &Site, entry: &Entry) -> Option<NaiveDate> {
    let day = entry.date.as_ref()?.latest()?.succ_opt()?;
    // One whose day comes first ceases to be expected then.
    let stays = entry.history.iter().any(|said| said.status.is_some());
    (stays && entry.stage == LifeStage::Expected && day > site.today).then_some(day)
}
