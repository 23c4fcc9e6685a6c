//! Formats instants: a day, a time of day and its zone.

use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime, Offset, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

use crate::content::date::{TimeOfDay, Zone};
use crate::content::front_matter::Moment;
use crate::messages::{Arg, Messages};

/// A zone as messages see it.
struct ZoneName {
    /// Its abbreviation or its offset: "WIB", "UTC+2".
    short: String,
    zone: Option<Tz>,
}

impl ZoneName {
    /// Of a zone at an instant.
    fn of(instant: DateTime<Utc>, zone: Tz) -> Self {
        Self {
            short: zone_words(instant, zone),
            zone: Some(zone),
        }
    }

    fn offset(offset: FixedOffset) -> Self {
        Self {
            short: offset_words(offset),
            zone: None,
        }
    }

    /// The zone as a variant of a message: `asia-jakarta`.
    fn place(&self) -> String {
        let name = self.zone.map_or("", |zone| zone.name());
        name.to_lowercase().replace(['/', '+'], "-")
    }
}

impl Messages {
    /// Formats an instant in a zone: "12 December 2025, 16:00 WIB".
    pub fn instant(&self, instant: DateTime<Utc>, zone: Tz) -> String {
        let local = instant.with_timezone(&zone).naive_local();
        self.day_and_time(local, &ZoneName::of(instant, zone))
    }

    /// Formats an instant with its local day and time as written: "12 December 2025, 16:00 WIB" if
    /// its offset is that of the site's zone, otherwise "12 December 2025, 09:00 UTC".
    pub fn moment(&self, moment: Moment, site: Tz) -> String {
        let local = moment.local(site);
        let of_site = site.offset_from_utc_datetime(&moment.at.naive_utc()).fix();
        let zone = match *local.offset() == of_site {
            true => ZoneName::of(moment.at, site),
            false => ZoneName::offset(*local.offset()),
        };
        self.day_and_time(local.naive_local(), &zone)
    }

    fn day_and_time(&self, local: NaiveDateTime, zone: &ZoneName) -> String {
        let (day, clock) = (self.day(local.date()), self.clock(local.time(), zone));
        let args = [("date", (&day).into()), ("time", (&clock).into())];
        self.with("date-time", &args)
    }

    /// "14:30 WIB", "14:30 UTC+2".
    pub(super) fn time_of_day(&self, time: &TimeOfDay) -> String {
        let zone = match time.zone {
            Zone::Site(zone) => ZoneName::of(time.instant, zone),
            Zone::Offset(offset) => ZoneName::offset(offset),
        };
        self.clock(time.local.time(), &zone)
    }

    fn clock(&self, time: NaiveTime, zone: &ZoneName) -> String {
        let hour = format!("{:02}", time.hour());
        let minute = format!("{:02}", time.minute());
        let (hour, minute) = (self.digits(&hour), self.digits(&minute));
        let place = || zone.place();
        let named = || {
            let short = self.digits(&zone.short);
            let args = [("zone", (&*short).into()), ("place", Arg::Later(&place))];
            self.with("zone", &args)
        };
        let args = [
            ("hour", (&*hour).into()),
            ("minute", (&*minute).into()),
            ("zone", Arg::Later(&named)),
            ("place", Arg::Later(&place)),
            ("hour-24", time.hour().into()),
            ("hour-12", time.hour12().1.into()),
            ("minutes", time.minute().into()),
        ];
        self.with("clock", &args)
    }
}

/// "UTC", "UTC+2", "UTC−3:30".
fn offset_words(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let (sign, minutes) = match seconds < 0 {
        true => ("−", -seconds / 60),
        false => ("+", seconds / 60),
    };
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// A zone's abbreviation at an instant, or its offset if the zone database has no abbreviation.
fn zone_words(instant: DateTime<Utc>, zone: Tz) -> String {
    let name = instant.with_timezone(&zone).format("%Z").to_string();
    match name.starts_with(['+', '-']) || name.is_empty() {
        true => offset_words(zone.offset_from_utc_datetime(&instant.naive_utc()).fix()),
        false => name,
    }
}
