//! When the site will next change although no file does.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use rayon::prelude::*;

use super::entry::Entry;
use super::lanes;
use super::site::Site;
use crate::content::date::{EventDate, day_begins};
use crate::content::event::LifeStage;
use crate::limits::NEWS_DAYS;

/// The next instant at which a scheduled article shows, an article expires, an expected entry
/// becomes overdue, an entry that is expected only because of its date happens, the notice above
/// every page ends, or a picture with a line for today needs the next one. None where nothing is to
/// come.
pub fn next_change(site: &Site) -> Option<DateTime<Utc>> {
    let days = site.newest.par_iter().filter_map(|id| {
        let entry = site.entry(*id);
        let days = [
            comes(site, entry),
            becomes_overdue(site, entry),
            gets_a_year(site, entry),
            lapses(site, entry),
            is_looked_for(site, entry),
        ];
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
        moves_today(site),
        news_grows_old(site),
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

/// The beginning of the day from which on the news sitemap no longer has an article that it has today.
fn news_grows_old(site: &Site) -> Option<DateTime<Utc>> {
    let zone = site.config.timezone;
    let published = site.published.iter();
    let days = published.filter_map(|id| Some(site.article(*id).published()?.day(zone)));
    let gone = days.filter(|day| *day <= site.today).filter_map(|day| {
        let gone = day.checked_add_days(Days::new(NEWS_DAYS + 1))?;
        (gone > site.today).then_some(gone)
    });
    day_begins(gone.min()?, zone)
}

/// The beginning of tomorrow, if the site has a picture with a line for today.
fn moves_today(site: &Site) -> Option<DateTime<Utc>> {
    let tomorrow = site.today.succ_opt()?;
    match lanes::draws_today(site) {
        true => day_begins(tomorrow, site.config.timezone),
        false => None,
    }
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

/// The day from which an overdue entry is reported again.
fn lapses(site: &Site, entry: &Entry) -> Option<NaiveDate> {
    let day = entry
        .check_lapses(site.today)
        .filter(|day| *day > site.today);
    day.filter(|_| entry.overdue(site.today))
}

/// The first day from which on a statement about an overdue entry, whose day is not exactly known or
/// is still to come, counts as a look for news of it.
fn is_looked_for(site: &Site, entry: &Entry) -> Option<NaiveDate> {
    if !entry.overdue(site.today) {
        return None;
    }
    let said = entry.history.iter();
    let days = said.flat_map(|said| [said.on.as_ref(), said.checked.as_ref()]);
    let last_days = days.flatten().filter_map(EventDate::latest);
    last_days.filter(|day| *day > site.today).min()
}

/// The first day of the next year, from which on a check of this year is told with its year.
fn gets_a_year(site: &Site, entry: &Entry) -> Option<NaiveDate> {
    if !entry.overdue(site.today) {
        return None;
    }
    let year = site.today.year();
    let told = site.last_looked(entry)?.position();
    let without_year = told.year == Some(year) && told.day.is_some();
    without_year
        .then(|| NaiveDate::from_ymd_opt(year + 1, 1, 1))
        .flatten()
}
