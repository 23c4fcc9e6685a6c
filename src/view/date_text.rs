//! Formats dates, never more exactly than they were written.
//!
//! Names, phrases and the order of their parts are messages (`templates/words/`). Which message
//! expresses a date is decided here, in the same way for every language. An entry's `wording` is
//! not considered here: it replaces the formatted date where the date is shown.
//!
//! A message with a date in it is told the kind of the date ([`kind`]), for languages that put
//! another word before a day than before a month. It may ask for a case (`.case = genitive`): the
//! messages within the date get it as `$case`.

use chrono::{Datelike, NaiveDate, SecondsFormat};
use chrono_tz::Tz;
use edtf_core::{Date, Edtf, Interval, IntervalEndpoint, SetElement};

use crate::content::date::{CoarsePeriod, DatePosition, EventDate, Grouping, Precision, date_at};
use crate::content::front_matter::Moment;
use crate::messages::borrowed::BEGIN;
use crate::messages::{Arg, Messages};

mod calendar;
mod clock;
#[cfg(test)]
mod language_tests;
mod long;
mod parts;
mod question;
mod short;
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
/// Abbreviated, beside a day.
const SHORT_MONTHS_IN_DATES: [&str; 12] = [
    "month-short-in-date-1",
    "month-short-in-date-2",
    "month-short-in-date-3",
    "month-short-in-date-4",
    "month-short-in-date-5",
    "month-short-in-date-6",
    "month-short-in-date-7",
    "month-short-in-date-8",
    "month-short-in-date-9",
    "month-short-in-date-10",
    "month-short-in-date-11",
    "month-short-in-date-12",
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

/// Makes a date for the case that the message around it asks for.
type InCase<'f> = &'f dyn Fn(&str) -> String;

/// Makes the words of a single date, for a case.
type Single<'f> = &'f dyn Fn(&Date, &str) -> String;

/// Formats an instant as RFC 3339, to the second, with its offset as written, otherwise that of the
/// site's zone: `2025-12-12T16:00:00+07:00`. `None` if its year, there or in UTC, is not within 1 to
/// 9999: neither RFC 3339 nor HTML has others, and what reads them converts to UTC.
pub fn iso_moment(moment: Moment, site: Tz) -> Option<String> {
    let local = moment.local(site);
    let years = [local.year(), moment.at.year()];
    let has_form = years.iter().all(|year| (1..=9999).contains(year));
    has_form.then(|| local.to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// The kind of a date, for the messages around it: `day`, `month`, `year`, `decade`, `century`,
/// `quarter`, `half`, `season`; `years` for "the years 1 BC to AD 9"; `range`; `before` for "2024 or
/// earlier", `open` without another end; `choice`;
/// `doubted` if it begins with a word such as "about"; `other`.
pub fn kind(date: &EventDate) -> &'static str {
    match date.value() {
        Edtf::Date(single) => kind_of(single),
        Edtf::DateTime(moment) => kind_of(&moment.date),
        Edtf::Interval(interval) => match closed(interval) {
            Some((from, to)) if from == to => kind_of(&from),
            Some(_) => "range",
            None if interval.start == IntervalEndpoint::Unknown => "before",
            None => "open",
        },
        Edtf::Set(set) => match set.elements.as_slice() {
            [SetElement::Date(single)] => kind_of(single),
            [SetElement::OnOrBefore(_)] => "before",
            _ => "choice",
        },
    }
}

/// The era of a year, for messages: `bc`, `ad`, or empty if it is written with its digits alone.
pub fn era(year: i32) -> &'static str {
    match year {
        ..=0 => "bc",
        1..=999 => "ad",
        _ => "",
    }
}

fn kind_of(date: &Date) -> &'static str {
    match is_doubted(date) {
        true => "doubted",
        false => certain_kind(date),
    }
}

/// The kind of a date without what doubts it.
fn certain_kind(date: &Date) -> &'static str {
    match DatePosition::of(date).coarse_period() {
        None => "day",
        Some(CoarsePeriod::Month(..)) => "month",
        Some(CoarsePeriod::Group(_, group)) => kind_of_group(group),
        Some(CoarsePeriod::Year(_)) => "year",
        Some(CoarsePeriod::Decade(decade)) if decade >= 100 => "decade",
        Some(CoarsePeriod::Century(century)) if century > 0 => "century",
        Some(CoarsePeriod::Decade(_) | CoarsePeriod::Century(_)) => "years",
        Some(CoarsePeriod::Undated) => "other",
    }
}

fn kind_of_group(group: Grouping) -> &'static str {
    match group.precision() {
        Precision::Quarter => "quarter",
        Precision::Half => "half",
        _ => "season",
    }
}

impl Messages {
    /// Formats a message around one date. `case`: what is asked of the message itself.
    fn around(&self, id: &str, kind: &str, case: &str, date: InCase<'_>) -> String {
        let date = date(self.case(id, "date", case));
        self.with(
            id,
            &[
                ("date", (&date).into()),
                ("kind", kind.into()),
                ("case", case.into()),
            ],
        )
    }

    /// A text at the start of a heading: its first letter is a capital, where there are capitals.
    pub fn heading(&self, words: &str) -> String {
        let mut letters = words.chars();
        let Some(first) = letters.next() else {
            return String::new();
        };
        let base = self.language().split('-').next().unwrap_or_default();
        match first {
            'i' if matches!(base, "tr" | "az") => format!("İ{}", letters.as_str()),
            // Georgian has capitals for whole words only.
            '\u{10d0}'..='\u{10ff}' => words.to_owned(),
            BEGIN | '\u{2066}' => format!("{first}{}", self.heading(letters.as_str())),
            _ => first.to_uppercase().chain(letters).collect(),
        }
    }
}

/// The name of a month as an argument; empty for a number outside 0 to 11.
fn name(ids: &'static [&'static str], index: usize) -> Arg<'static> {
    ids.get(index).map_or(Arg::Text(""), |id| Arg::Message(id))
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

/// The day of the month.
fn day_number(date: &Date) -> Arg<'static> {
    let day = DatePosition::of(date).day;
    day.map_or(Arg::Text(""), |day| u32::from(day).into())
}

/// A certain year that is written with its digits alone.
fn plain_year(date: &Date) -> Option<i32> {
    match DatePosition::of(date).coarse_period() {
        Some(CoarsePeriod::Year(year)) if year >= 1000 && !is_doubted(date) => Some(year),
        _ => None,
    }
}

/// The plain years of both ends of a range.
fn plain_years(from: &Date, to: &Date) -> Option<(String, String)> {
    Some((plain_year(from)?.to_string(), plain_year(to)?.to_string()))
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
