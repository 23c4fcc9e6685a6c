//! Formats dates, never more exactly than they were written.
//!
//! Names, phrases and the order of their parts are messages (`templates/words/`). Which message
//! expresses a date is decided here, in the same way for every language. An entry's `wording` is
//! not considered here: it replaces the formatted date where the date is shown.

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Offset, SecondsFormat, TimeZone, Utc,
};
use chrono_tz::Tz;
use edtf_core::{Date, Edtf, Interval, IntervalEndpoint, Set, SetElement};

use crate::content::date::{
    CoarsePeriod, DatePosition, EventDate, Grouping, Precision, TimeOfDay, Zone, date_at,
    precision_of,
};
use crate::content::front_matter::Moment;
use crate::messages::Messages;

mod slip;
#[cfg(test)]
mod tests;

/// Message ids of month names: standalone, within a date, and abbreviated.
const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];
const MONTHS_IN_DATES: [&str; 12] = [
    "month-in-date-1",
    "month-in-date-2",
    "month-in-date-3",
    "month-in-date-4",
    "month-in-date-5",
    "month-in-date-6",
    "month-in-date-7",
    "month-in-date-8",
    "month-in-date-9",
    "month-in-date-10",
    "month-in-date-11",
    "month-in-date-12",
];
const SHORT_MONTHS: [&str; 12] = [
    "month-short-1",
    "month-short-2",
    "month-short-3",
    "month-short-4",
    "month-short-5",
    "month-short-6",
    "month-short-7",
    "month-short-8",
    "month-short-9",
    "month-short-10",
    "month-short-11",
    "month-short-12",
];
/// Starting with Monday.
const WEEKDAYS: [&str; 7] = [
    "weekday-1",
    "weekday-2",
    "weekday-3",
    "weekday-4",
    "weekday-5",
    "weekday-6",
    "weekday-7",
];
const SHORT_WEEKDAYS: [&str; 7] = [
    "weekday-short-1",
    "weekday-short-2",
    "weekday-short-3",
    "weekday-short-4",
    "weekday-short-5",
    "weekday-short-6",
    "weekday-short-7",
];
/// The period named by the heading above the date column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    Year,
    Month,
}

/// Formats an instant as RFC 3339, to the second, with its offset as written, otherwise that of the
/// site's zone: `2025-12-12T16:00:00+07:00`. `None` if its year, there or in UTC, is not within 1 to
/// 9999: neither RFC 3339 nor HTML has others, and what reads them converts to UTC.
pub fn iso_moment(moment: Moment, site: Tz) -> Option<String> {
    let local = moment.local(site);
    let years = [local.year(), moment.at.year()];
    let has_form = years.iter().all(|year| (1..=9999).contains(year));
    has_form.then(|| local.to_rfc3339_opts(SecondsFormat::Secs, true))
}

impl Messages {
    /// The date for a sentence or a dateline: "Tuesday 9 December 2025, 14:30 WIB", "about 2024",
    /// "first quarter of 2026", "March to May 2026", "either 2024 or 2025".
    pub fn long(&self, date: &EventDate) -> String {
        match date.value() {
            Edtf::Date(single) => self.single_long(single),
            Edtf::DateTime(moment) => match date.time() {
                Some(time) => {
                    let day = self.single_long(&moment.date);
                    let clock = self.time_of_day(time);
                    self.with(
                        "date-time",
                        &[("date", (&day).into()), ("time", (&clock).into())],
                    )
                }
                None => self.single_long(&moment.date),
            },
            Edtf::Interval(interval) => self.interval_long(interval),
            Edtf::Set(set) => self.choice_long(set),
        }
    }

    /// The abbreviated date: "9 Dec 2025", "Q1 2026", "c. 2024", "Mar–May 2026". Omits the time of
    /// day.
    pub fn short(&self, date: &EventDate) -> String {
        self.label(date, &|part| self.single_short(part))
    }

    /// The label for the date column, below a heading that names the date's year, or its year and
    /// month: "9 Dec", "Q1", "year only"; "Tue 9", "day unknown", "9–11".
    pub fn date_column(&self, date: &EventDate, within: Within) -> String {
        let position = date.position();
        let heading = |part: &Date| self.date_column_part(part, &position, within);
        // Member of an interval or a set: a year there is not "year only".
        let member = |part: &Date| match DatePosition::of(part).coarse_period() {
            Some(CoarsePeriod::Year(_)) => self.single_short(part),
            _ => self.date_column_part(part, &position, Within::Year),
        };
        match date.value() {
            Edtf::Interval(interval) => match closed(interval) {
                Some((from, to))
                    if within == Within::Month && are_days_of_one_month(&from, &to) =>
                {
                    self.range("short-range", &day_number(&from), &day_number(&to))
                }
                _ => self.label(date, &member),
            },
            Edtf::Set(_) => self.label(date, &member),
            _ => self.label(date, &heading),
        }
    }

    /// The heading of the group at the end of a period, for entries dated no more exactly than that
    /// period: "December 2025, day unknown".
    pub fn coarse_period(&self, period: &CoarsePeriod) -> String {
        let (words, unknown) = match *period {
            CoarsePeriod::Month(year, month) => (self.month_year(year, month), "day-unknown"),
            CoarsePeriod::Group(year, group) => (self.group_of(group, year), "month-unknown"),
            CoarsePeriod::Year(year) => (self.year(year), "month-unknown"),
            CoarsePeriod::Decade(decade) => (
                self.decade(decade, "date-decade", "date-years"),
                "year-unknown",
            ),
            CoarsePeriod::Century(century) => (
                self.century(century, "date-century", "date-years"),
                "decade-unknown",
            ),
            CoarsePeriod::Undated => return self.say("date-unknown").to_owned(),
        };
        let period = capitalised(&words);
        let unknown = self.say(unknown);
        self.with(
            "closing",
            &[("period", (&period).into()), ("unknown", unknown.into())],
        )
    }

    /// "2025", "AD 79", "44 BC". The year is astronomical: 0 is 1 BC.
    pub fn year(&self, year: i32) -> String {
        match year {
            ..=0 => {
                let year = (1 - i64::from(year)).to_string();
                self.with("date-year-bc", &[("year", (&year).into())])
            }
            1..=999 => self.with("date-year-ad", &[("year", (&year.to_string()).into())]),
            _ => year.to_string(),
        }
    }

    /// A month's standalone name; empty for a number outside 1 to 12.
    pub fn month_name(&self, month: u8) -> &str {
        self.nth(&MONTHS, usize::from(month).wrapping_sub(1))
    }

    /// "December 2025". The year is astronomical: 0 is 1 BC.
    pub fn month_year(&self, year: i32, month: u8) -> String {
        let year = self.year(year);
        let month = self.nth(&MONTHS_IN_DATES, usize::from(month).wrapping_sub(1));
        self.with(
            "date-month",
            &[("month", month.into()), ("year", (&year).into())],
        )
    }

    /// "9 December", of any year.
    pub fn day_of_year(&self, month: u8, day: u8) -> String {
        let month = self.nth(&MONTHS_IN_DATES, usize::from(month).wrapping_sub(1));
        let args = [("day", u32::from(day).into()), ("month", month.into())];
        self.with("date-day-of-month", &args)
    }

    /// "9 December 2025".
    pub fn day(&self, day: NaiveDate) -> String {
        self.day_of(day.year(), day.month0() as usize, day.day())
    }

    fn day_of(&self, year: i32, month0: usize, day: u32) -> String {
        let year = self.year(year);
        let month = self.nth(&MONTHS_IN_DATES, month0);
        let args = [
            ("day", day.into()),
            ("month", month.into()),
            ("year", (&year).into()),
        ];
        self.with("date-day", &args)
    }

    /// Formats an instant in a zone: "12 December 2025, 16:00 WIB".
    pub fn instant(&self, instant: DateTime<Utc>, zone: Tz) -> String {
        let local = instant.with_timezone(&zone).naive_local();
        self.day_and_time(local, &zone_words(instant, zone))
    }

    /// Formats an instant with its local day and time as written: "12 December 2025, 16:00 WIB" if
    /// its offset is that of the site's zone, otherwise "12 December 2025, 09:00 UTC".
    pub fn moment(&self, moment: Moment, site: Tz) -> String {
        let local = moment.local(site);
        let of_site = site.offset_from_utc_datetime(&moment.at.naive_utc()).fix();
        let zone = match *local.offset() == of_site {
            true => zone_words(moment.at, site),
            false => offset_words(*local.offset()),
        };
        self.day_and_time(local.naive_local(), &zone)
    }

    fn day_and_time(&self, local: NaiveDateTime, zone: &str) -> String {
        let (day, clock) = (self.day(local.date()), self.clock(local.time(), zone));
        self.with(
            "date-time",
            &[("date", (&day).into()), ("time", (&clock).into())],
        )
    }

    // Long forms.

    fn single_long(&self, date: &Date) -> String {
        let bare = self.bare(date);
        let words = match (weekday(date), date.is_approximate()) {
            (Some(weekday), false) => {
                let weekday = self.nth(&WEEKDAYS, weekday);
                self.with(
                    "date-weekday",
                    &[("weekday", weekday.into()), ("date", (&bare).into())],
                )
            }
            _ => bare,
        };
        match (date.is_approximate(), date.is_uncertain()) {
            (true, true) => self.dated("date-about-uncertain", &self.with_the(date)),
            _ => self.hedged(date, words, &self.with_the(date)),
        }
    }

    /// A date after a preposition or in a list: with its article, without a weekday.
    fn inner(&self, date: &Date) -> String {
        let words = self.with_the(date);
        self.hedged(date, words.clone(), &words)
    }

    /// Returns `plain` for a certain date, otherwise `doubted` with "perhaps", "about" or both.
    fn hedged(&self, date: &Date, plain: String, doubted: &str) -> String {
        match (date.is_uncertain(), date.is_approximate()) {
            (false, false) => plain,
            (false, true) => self.dated("date-about", doubted),
            (true, false) if precision_of(date) == Precision::Day => {
                self.dated("date-perhaps", &plain)
            }
            (true, false) => self.dated("date-perhaps", doubted),
            (true, true) => self.dated("date-perhaps-about", doubted),
        }
    }

    /// A single date without weekday and qualifiers: "9 December 2025", "first quarter of 2026".
    fn bare(&self, date: &Date) -> String {
        let position = DatePosition::of(date);
        match position.coarse_period() {
            None => self.day_of(
                position.year.unwrap_or_default(),
                usize::from(position.month.unwrap_or_default()).wrapping_sub(1),
                u32::from(position.day.unwrap_or_default()),
            ),
            Some(CoarsePeriod::Month(year, month)) => self.month_year(year, month),
            Some(CoarsePeriod::Group(year, group)) => self.group_of(group, year),
            Some(CoarsePeriod::Year(year)) => self.year(year),
            Some(CoarsePeriod::Decade(decade)) => self.decade(decade, "date-decade", "date-years"),
            Some(CoarsePeriod::Century(century)) => {
                self.century(century, "date-century", "date-years")
            }
            Some(CoarsePeriod::Undated) => self.say("date-unknown").to_owned(),
        }
    }

    fn with_the(&self, date: &Date) -> String {
        self.with_article(date, self.bare(date))
    }

    fn with_article(&self, date: &Date, words: String) -> String {
        match precision_of(date) {
            Precision::Quarter | Precision::Half => self.dated("date-inner", &words),
            _ => words,
        }
    }

    fn interval_long(&self, interval: &Interval) -> String {
        use IntervalEndpoint::{Open, Unknown};
        let words = |end: &IntervalEndpoint| {
            date_at(end).map_or_else(String::new, |date| self.inner(&date))
        };
        match (&interval.start, &interval.end) {
            (start, Open) => self.dated("date-since", &words(start)),
            (start, Unknown) => self.dated("date-from", &words(start)),
            (Open, end) => self.dated("date-until", &words(end)),
            (Unknown, end) => self.dated("date-or-earlier", &words(end)),
            _ => closed(interval).map_or_else(String::new, |(from, to)| {
                if from == to {
                    return self.single_long(&from);
                }
                self.joined("date-to", &from, &to)
            }),
        }
    }

    /// "9 to 11 December 2025"; otherwise formats with the message `id`, naming a shared year only
    /// once: "March to May 2026".
    fn joined(&self, id: &str, from: &Date, to: &Date) -> String {
        if are_days_of_one_month(from, to) {
            let (day, date) = (day_number(from), self.bare(to));
            return self.with(
                "date-days",
                &[("day", (&day).into()), ("date", (&date).into())],
            );
        }
        let without = share_year(from, to)
            .then(|| self.without_year(from))
            .flatten();
        let first = without.unwrap_or_else(|| self.inner(from));
        self.range(id, &first, &self.inner(to))
    }

    /// Like [`inner`](Self::inner), for a certain date, without its year; `None` if only the year
    /// is known.
    fn without_year(&self, date: &Date) -> Option<String> {
        let position = DatePosition::of(date);
        let month = position
            .month
            .map(|month| usize::from(month).wrapping_sub(1));
        match (position.day, month, position.group) {
            (Some(day), Some(month), _) => {
                let month = self.nth(&MONTHS_IN_DATES, month);
                let args = [("day", u32::from(day).into()), ("month", month.into())];
                Some(self.with("date-day-of-month", &args))
            }
            (None, Some(month), _) => Some(self.nth(&MONTHS, month).to_owned()),
            (_, None, Some(group)) => {
                Some(self.with_article(date, self.say(part(group)).to_owned()))
            }
            _ => None,
        }
    }

    fn choice_long(&self, set: &Set) -> String {
        if let [SetElement::Range(from, to)] = set.elements.as_slice() {
            let id = match precision_of(from) {
                Precision::Day => "date-some-day",
                Precision::Month => "date-some-month",
                _ => "date-some-year",
            };
            let range = self.joined("date-to", from, to);
            return self.with(id, &[("range", (&range).into())]);
        }
        let words = self.listed(set, &|date| self.inner(date), &|from, to| {
            self.joined("date-to", from, to)
        });
        match set.elements.len() {
            1 => words,
            _ => self.with("date-one-of", &[("dates", (&words).into())]),
        }
    }

    /// The members of a set: "A, B or C".
    fn listed(
        &self,
        set: &Set,
        words: &dyn Fn(&Date) -> String,
        range: &dyn Fn(&Date, &Date) -> String,
    ) -> String {
        let count = set.elements.len();
        let parts = set.elements.iter().map(|element| match element {
            SetElement::Date(date) => words(date),
            SetElement::OnOrBefore(date) => self.dated("date-or-earlier", &words(date)),
            SetElement::OnOrAfter(date) => self.dated("date-or-later", &words(date)),
            SetElement::Range(from, to) => range(from, to),
        });
        let joined = parts.enumerate().reduce(|(_, dates), (n, date)| {
            let id = match (n + 1 == count, count) {
                (true, 2) => "date-or-two",
                (true, _) => "date-or-last",
                _ => "date-list",
            };
            (
                n,
                self.with(id, &[("dates", (&dates).into()), ("date", (&date).into())]),
            )
        });
        joined.map_or_else(String::new, |(_, words)| words)
    }

    // Short forms.

    /// A label composed of the short forms of its single dates.
    fn label(&self, date: &EventDate, words: &dyn Fn(&Date) -> String) -> String {
        match date.value() {
            Edtf::Date(single) => words(single),
            Edtf::DateTime(moment) => words(&moment.date),
            Edtf::Interval(interval) => self.interval_label(interval, words),
            Edtf::Set(set) => {
                self.listed(set, words, &|from, to| self.range_label(from, to, words))
            }
        }
    }

    fn interval_label(&self, interval: &Interval, words: &dyn Fn(&Date) -> String) -> String {
        use IntervalEndpoint::{Open, Unknown};
        let end =
            |end: &IntervalEndpoint| date_at(end).map_or_else(String::new, |date| words(&date));
        match (&interval.start, &interval.end) {
            (start, Open) => self.dated("short-since", &end(start)),
            (start, Unknown) => self.dated("short-from", &end(start)),
            (Open, last) => self.dated("short-until", &end(last)),
            (Unknown, last) => self.dated("date-or-earlier", &end(last)),
            _ => closed(interval).map_or_else(String::new, |(from, to)| {
                self.range_label(&from, &to, words)
            }),
        }
    }

    /// "9–11 Dec 2025", "Mar–May 2026", "9 Dec 2025 – 3 Jan 2026".
    fn range_label(&self, from: &Date, to: &Date, words: &dyn Fn(&Date) -> String) -> String {
        if from == to {
            return words(from);
        }
        if are_days_of_one_month(from, to) {
            return self.range("short-range", &day_number(from), &words(to));
        }
        let all = words(from);
        let part = self.part_of_year(from);
        let cut = share_year(from, to) && !part.is_empty() && all == self.single_short(from);
        let (first, last) = (if cut { part } else { all }, words(to));
        let year = matches!(
            DatePosition::of(from).coarse_period(),
            Some(CoarsePeriod::Year(_))
        );
        let loose = first.contains(' ') || (year && last.contains(' '));
        match loose || is_doubted(from) || is_doubted(to) {
            true => self.range("short-range-loose", &first, &last),
            false => self.range("short-range", &first, &last),
        }
    }

    fn single_short(&self, date: &Date) -> String {
        let position = DatePosition::of(date);
        let words = match position.coarse_period() {
            None | Some(CoarsePeriod::Month(..) | CoarsePeriod::Group(..)) => {
                let year = self.year(position.year.unwrap_or_default());
                let part = self.part_of_year(date);
                self.with(
                    "short-date",
                    &[("part", (&part).into()), ("year", (&year).into())],
                )
            }
            Some(CoarsePeriod::Decade(decade)) => {
                self.decade(decade, "date-decade-short", "date-years-short")
            }
            Some(CoarsePeriod::Century(century)) => {
                self.century(century, "date-century-short", "date-years-short")
            }
            Some(CoarsePeriod::Year(_) | CoarsePeriod::Undated) => self.bare(date),
        };
        self.short_hedged(date, words)
    }

    /// A date below a heading that names a year or a month.
    fn date_column_part(&self, date: &Date, heading: &DatePosition, within: Within) -> String {
        let position = DatePosition::of(date);
        if position.year.is_none() || position.year != heading.year {
            return self.single_short(date);
        }
        let in_month = within == Within::Month && position.month == heading.month;
        match (position.coarse_period(), weekday(date)) {
            (Some(CoarsePeriod::Year(_)), _) if is_doubted(date) => self.single_short(date),
            (Some(CoarsePeriod::Year(_)), _) => self.say("year-only").to_owned(),
            (Some(CoarsePeriod::Month(..)), _) if in_month && !is_doubted(date) => {
                self.say("day-unknown").to_owned()
            }
            (None, Some(weekday)) if in_month && !date.is_approximate() => {
                let weekday = self.nth(&SHORT_WEEKDAYS, weekday);
                let day = day_number(date);
                let args = [("weekday", weekday.into()), ("day", (&day).into())];
                self.short_hedged(date, self.with("date-column-day", &args))
            }
            (None, _) if in_month => self.short_hedged(date, day_number(date)),
            _ => self.short_hedged(date, self.part_of_year(date)),
        }
    }

    /// "9 Dec", "Dec", "Q1", "spring"; empty if only the year is known.
    fn part_of_year(&self, date: &Date) -> String {
        let position = DatePosition::of(date);
        let month = position
            .month
            .map(|month| self.nth(&SHORT_MONTHS, usize::from(month).wrapping_sub(1)));
        match (position.day, month, position.group) {
            (Some(day), Some(month), _) => {
                let args = [("day", u32::from(day).into()), ("month", month.into())];
                self.with("short-day", &args)
            }
            (None, Some(month), _) => month.to_owned(),
            (_, None, Some(group)) => self.say(short_part(group)).to_owned(),
            _ => String::new(),
        }
    }

    fn short_hedged(&self, date: &Date, words: String) -> String {
        let words = match date.is_approximate() {
            true => self.dated("short-about", &words),
            false => words,
        };
        match date.is_uncertain() {
            true => self.dated("short-perhaps", &words),
            false => words,
        }
    }

    // Parts.

    /// Formats a message whose only argument is `$date`.
    fn dated(&self, id: &str, date: &str) -> String {
        self.with(id, &[("date", date.into())])
    }

    fn range(&self, id: &str, from: &str, to: &str) -> String {
        self.with(id, &[("from", from.into()), ("to", to.into())])
    }

    /// "the 1990s"; "the years 1 BC to AD 9" for the first one, and for those before the year 1000.
    fn decade(&self, decade: i32, id: &str, years: &str) -> String {
        match decade >= 100 {
            true => self.with(id, &[("decade", (&format!("{decade}0")).into())]),
            false => self.range(years, &self.year(decade * 10), &self.year(decade * 10 + 9)),
        }
    }

    /// "the 20th century" for the years 1900 to 1999; "the years 1 BC to AD 99" for the first one.
    fn century(&self, century: i32, id: &str, years: &str) -> String {
        let (first, last) = (century * 100, century * 100 + 99);
        let Some(number) = u32::try_from(century + 1).ok().filter(|number| *number > 1) else {
            return self.range(years, &self.year(first), &self.year(last));
        };
        let number = self.ordinal(number);
        let first = self.year(first);
        self.with(
            id,
            &[("century", (&first).into()), ("number", (&number).into())],
        )
    }

    /// "21st", by the last digits of a number. Languages whose ordinals do not depend on them have
    /// one text in all four messages.
    fn ordinal(&self, number: u32) -> String {
        let id = match (number % 10, number % 100) {
            (1, teens) if teens != 11 => "ordinal-1",
            (2, teens) if teens != 12 => "ordinal-2",
            (3, teens) if teens != 13 => "ordinal-3",
            _ => "ordinal",
        };
        self.with(id, &[("number", number.into())])
    }

    /// "first quarter of 2026", "winter 2026".
    fn group_of(&self, group: Grouping, year: i32) -> String {
        let id = match group.precision() {
            Precision::Season => "date-season",
            _ => "date-quarter",
        };
        let year = self.year(year);
        let part = self.say(part(group));
        self.with(id, &[("part", part.into()), ("year", (&year).into())])
    }

    /// "14:30 WIB", "14:30 UTC+2".
    fn time_of_day(&self, time: &TimeOfDay) -> String {
        let zone = match time.zone {
            Zone::Site(zone) => zone_words(time.instant, zone),
            Zone::Offset(offset) => offset_words(offset),
        };
        let local = time.local.format("%H:%M").to_string();
        let (hour, minute) = local.split_once(':').unwrap_or_default();
        self.clock_of(hour, minute, &zone)
    }

    fn clock(&self, time: chrono::NaiveTime, zone: &str) -> String {
        let (hour, minute) = (time.format("%H").to_string(), time.format("%M").to_string());
        self.clock_of(&hour, &minute, zone)
    }

    fn clock_of(&self, hour: &str, minute: &str, zone: &str) -> String {
        let args = [
            ("hour", hour.into()),
            ("minute", minute.into()),
            ("zone", zone.into()),
        ];
        self.with("clock", &args)
    }

    /// The name at an index; empty if out of range.
    fn nth(&self, ids: &'static [&'static str], index: usize) -> &str {
        ids.get(index).map_or("", |id| self.say(id))
    }
}

/// Whether two certain dates have the same year and express it in the same way.
fn share_year(from: &Date, to: &Date) -> bool {
    let (first, second) = (DatePosition::of(from), DatePosition::of(to));
    first.year.is_some()
        && first.year == second.year
        && !is_doubted(from)
        && !is_doubted(to)
        && are_alike(&first, &second)
}

/// Whether the formatted dates end in the same way: "of 2026" or "2026".
fn are_alike(one: &DatePosition, other: &DatePosition) -> bool {
    let kind = |position: &DatePosition| match position.group.map(Grouping::precision) {
        None => usize::from(position.month.is_some()) + usize::from(position.day.is_some()),
        Some(Precision::Season) => 3,
        Some(_) => 4,
    };
    kind(one) == kind(other)
}

fn part(group: Grouping) -> &'static str {
    match group {
        Grouping::FirstQuarter => "part-q1",
        Grouping::SecondQuarter => "part-q2",
        Grouping::ThirdQuarter => "part-q3",
        Grouping::FourthQuarter => "part-q4",
        Grouping::FirstHalf => "part-h1",
        Grouping::SecondHalf => "part-h2",
        Grouping::Spring => "part-spring",
        Grouping::Summer => "part-summer",
        Grouping::Autumn => "part-autumn",
        Grouping::Winter => "part-winter",
    }
}

fn short_part(group: Grouping) -> &'static str {
    match group {
        Grouping::FirstQuarter => "part-short-q1",
        Grouping::SecondQuarter => "part-short-q2",
        Grouping::ThirdQuarter => "part-short-q3",
        Grouping::FourthQuarter => "part-short-q4",
        Grouping::FirstHalf => "part-short-h1",
        Grouping::SecondHalf => "part-short-h2",
        Grouping::Spring => "part-short-spring",
        Grouping::Summer => "part-short-summer",
        Grouping::Autumn => "part-short-autumn",
        Grouping::Winter => "part-short-winter",
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

/// Capitalises the first letter.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A zone's abbreviation at an instant, or its offset if the zone database has no abbreviation.
fn zone_words(instant: DateTime<Utc>, zone: Tz) -> String {
    let name = instant.with_timezone(&zone).format("%Z").to_string();
    match name.starts_with(['+', '-']) || name.is_empty() {
        true => offset_words(zone.offset_from_utc_datetime(&instant.naive_utc()).fix()),
        false => name,
    }
}

/// Days since Monday, for a known day after the introduction of the Gregorian calendar (1582): for
/// earlier days, sources give a different weekday.
fn weekday(date: &Date) -> Option<usize> {
    let position = DatePosition::of(date);
    let day = NaiveDate::from_ymd_opt(
        position.year.filter(|year| *year > 1582)?,
        u32::from(position.month?),
        u32::from(position.day?),
    )?;
    Some(day.weekday().num_days_from_monday() as usize)
}

fn day_number(date: &Date) -> String {
    DatePosition::of(date)
        .day
        .map_or_else(String::new, |day| day.to_string())
}

fn closed(interval: &Interval) -> Option<(Date, Date)> {
    Some((date_at(&interval.start)?, date_at(&interval.end)?))
}

/// Whether both are certain days of the same month.
fn are_days_of_one_month(from: &Date, to: &Date) -> bool {
    let (first, last) = (DatePosition::of(from), DatePosition::of(to));
    let days = first.day.is_some() && last.day.is_some();
    days && (first.year, first.month) == (last.year, last.month)
        && !is_doubted(from)
        && !is_doubted(to)
}

fn is_doubted(date: &Date) -> bool {
    date.is_approximate() || date.is_uncertain()
}
