//! When the site will next change although no file does.

use chrono::{DateTime, NaiveDate, Utc};

use super::entry::Entry;
use super::site::Site;
use crate::content::date::{EventDate, day_begins};
use crate::content::event::LifeStage;

/// The next instant at which a scheduled article shows, an article expires, an expected entry
/// becomes overdue, an entry that is expected only because of its date happens, or the notice above
/// every page ends. None where nothing is to come.
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

/// The beginning of the day after the last of the notice.
fn notice_ends(site: &Site) -> Option<DateTime<Utc>> {
    let last = site.config.slots.notice.as_ref()?.until?;
    let after = last.succ_opt().filter(|_| last >= site.today)?;
    day_begins(after, site.config.timezone)
}

/// The first day of an entry's date, if that day is in the future and the status follows from it.
fn comes(site: &Site, entry: &Entry) -> Option<NaiveDate> {
    let derived = entry.history.iter().all(|said| said.status.is_none());
    let day = entry.date.as_ref().and_then(EventDate::earliest)?;
    (derived && day > site.today).then_some(day)
}

/// The day after the last that an entry's date can mean, if its status will still be "expected".
fn becomes_overdue(site: &Site, entry: &Entry) -> Option<NaiveDate> {
    let day = entry.date.as_ref()?.latest()?.succ_opt()?;
    // Without a written status it is no longer expected once the first day has come.
    let stays = entry.history.iter().any(|said| said.status.is_some());
    (stays && entry.stage == LifeStage::Expected && day > site.today).then_some(day)
}
