//! Dates of events, exactly as precise as they were written.
//!
//! Dates are EDTF (ISO 8601-2:2019, Annex A): levels 0 and 1 in full, and from level 2 only
//! quarters, halves and one-of sets. Nothing here formats a date for readers; `view::date_text`
//! does.
//!
//! - `read` parses a text into an [`EventDate`]; `clock` reads a time of day and its zone,
//!   `other_forms` what other programs write, `other_languages` names of months; `suggest`, `guess`, `era` and `gaps` find what
//!   to write instead if it is not a date;
//! - `calendar` recognises years of other calendars, `conversion` converts their dates;
//! - `coverage` formats a date for machines, no more exact than it was written;
//! - `order` defines the order of dates on a timeline;
//! - `slip` computes how far one date is from another.

pub mod calendar;
mod clock;
pub mod conversion;
mod coverage;
mod era;
mod gaps;
mod guess;
mod impossible;
mod order;
mod other_forms;
mod other_languages;
mod read;
mod slip;
mod suggest;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use edtf_core::{Bound, Date, DateField, Edtf, IntervalEndpoint, SetElement, YearKind};

use crate::limits::MAX_DATE;

pub use clock::{TimeOfDay, Zone, day_begins};
pub use coverage::coverage;
pub use order::{
    CoarsePeriod, DatePosition, Direction, Grouping, OrderKey, OrderRank, order_key, order_rank,
};
#[cfg(test)]
pub(crate) use properties::any_date;
pub use slip::{Extent, Length, Shift, ShiftWay, between, delay, shift};

/// The date of an event, exactly as precise as it was written.
///
/// Two dates are equal only if they were written alike: `2026-Q1` and `2026-33` mean the same and
/// are not equal. Clones share their data: an article, its entry and the entry's history hold the
/// same date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDate(Arc<Read>);

/// The result of reading a text.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    written: String,
    value: Edtf,
    /// The same date in a form of this project, if it was written in one of another program.
    standard: Option<String>,
    /// Byte range of the part of `written` that has no effect.
    ignored: Option<(usize, usize)>,
    /// `Some` if and only if `value` is a date-time.
    time: Option<TimeOfDay>,
    found: DateFacts,
}

/// Facts derived from a value, computed once on first use.
#[derive(Debug, Default)]
struct DateFacts {
    span: OnceLock<DayRange>,
    position: OnceLock<Box<DatePosition>>,
    /// See [`EventDate::as_target`].
    is_target: bool,
}

/// Not part of what was written, so irrelevant to equality.
impl PartialEq for DateFacts {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for DateFacts {}

/// Why a text is not a date, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFault {
    /// Byte offset in the given text; always on a character boundary.
    pub offset: usize,
    /// Length in bytes; 0 only if the text is empty or ends too early.
    pub len: usize,
    /// Describes what is wrong, for the user.
    pub message: String,
    /// Tells the user what to write.
    pub hint: String,
}

/// The reading of a text that is not written as a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    pub date: EventDate,
    /// Whether it says all that the text says; otherwise a zone was dropped or a time moved.
    pub is_whole: bool,
}

/// The smallest part of a date that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// A day with a time of day.
    Instant,
    Day,
    /// A month whose day is unknown (`2025-12`, `2025-12-XX`).
    Month,
    /// `2026-21` to `2026-24` (ISO 8601-2 §4.8).
    Season,
    /// `2026-33` to `2026-36`.
    Quarter,
    /// `2026-40`, `2026-41`.
    Half,
    /// A year whose month is unknown (`2025`, `2025-XX`, `2025-XX-XX`).
    Year,
    /// `199X`.
    Decade,
    /// `19XX`.
    Century,
    /// From one date to another; either end may be open or unknown.
    Interval,
    /// One of several dates (`[2024,2025]`).
    Choice,
}

/// The mark that a timeline draws for a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A certain day or instant.
    Exact,
    /// Less precise than a day.
    Partial,
    /// Marked as approximate or uncertain, at any precision.
    Approximate,
    /// An interval or a choice, certain or not.
    Range,
}

/// First and last day, both inclusive; `None` if open or unknown.
pub type DayRange = (Option<NaiveDate>, Option<NaiveDate>);

/// Why a text is not a date: message and hint.
type Rejection = (String, String);

impl EventDate {
    /// Reads a date as an editor writes it; the module documentation lists the accepted forms.
    ///
    /// A time of day without an offset is local time in `zone`: a time that the clocks skipped is a
    /// fault, a time that occurred twice is the earlier instant.
    ///
    /// # Errors
    /// One [`DateFault`] for the whole text, with a hint what to write. Never panics; a text longer
    /// than [`MAX_DATE`] is rejected unread.
    pub fn parse(text: &str, zone: chrono_tz::Tz) -> Result<Self, DateFault> {
        read::read(text, zone)
    }

    /// Returns the date that a text means that is not written as one: the only date that it can
    /// mean (`05.01.2026`), or the day and time as written, without a zone that does not exist.
    /// `None` if the text already is a date, or is ambiguous.
    pub fn guess(text: &str, zone: chrono_tz::Tz) -> Option<Guess> {
        let text = text.trim();
        if text.is_empty() || text.len() > MAX_DATE || read::read(text, zone).is_ok() {
            return None;
        }
        let small = text.to_ascii_lowercase();
        let only = suggest::only_reading(&small).and_then(|edtf| read::read(&edtf, zone).ok());
        let local = || read::read(&other_forms::without_zone(text, zone)?, zone).ok();
        let is_whole = only.is_some();
        let date = only.or_else(local)?;
        Some(Guess { date, is_whole })
    }

    /// Returns the text as the editor wrote it, without leading and trailing spaces.
    pub fn written(&self) -> &str {
        &self.0.written
    }

    /// Returns the date as the documentation recommends to write it: as written, unless it was
    /// written in the form of another program (`Jan 5, 2026` is `2026-01-05`).
    pub fn standard(&self) -> &str {
        self.0.standard.as_deref().unwrap_or(&self.0.written)
    }

    /// Returns the offset and text of the part of [`written`](Self::written) that has no effect:
    /// the zone of a day without a time of day.
    pub fn ignored(&self) -> Option<(usize, &str)> {
        let (start, end) = self.0.ignored?;
        Some((start, &self.0.written[start..end]))
    }

    /// Returns the canonical EDTF (`2026-Q1` is `2026-33`), which reads back as the same date in
    /// the same zone: a local time stays local. A time of day always includes seconds, because EDTF
    /// has no shorter form (Annex A.4.3).
    pub fn edtf(&self) -> String {
        self.0.value.to_string()
    }

    /// Returns the parsed value. Years are within ±9999, and no set is an all-of set.
    pub fn value(&self) -> &Edtf {
        &self.0.value
    }

    /// Returns the date as that of something expected, if an end of it is open: then that is a bound
    /// of when it will happen ("2027 or later"), and says nothing of what goes on ("since 2027,
    /// ongoing").
    pub fn as_target(&self) -> Self {
        let is_open = matches!(&self.0.value, Edtf::Interval(interval)
            if [&interval.start, &interval.end].contains(&&IntervalEndpoint::Open));
        if !is_open || self.is_target() {
            return self.clone();
        }
        Self(Arc::new(Read {
            written: self.0.written.clone(),
            value: self.0.value.clone(),
            standard: self.0.standard.clone(),
            ignored: self.0.ignored,
            time: None,
            found: DateFacts {
                is_target: true,
                ..DateFacts::default()
            },
        }))
    }

    /// Whether it is that of something expected and has an open end.
    pub fn is_target(&self) -> bool {
        self.0.found.is_target
    }

    /// Returns the first day that the date can mean; `None` if its start is open or unknown.
    ///
    /// Approximation and uncertainty do not move the bounds (ISO 8601-2 §8.4.2), nor does a time of
    /// day: the day is the local day as written. Seasons are those of the northern hemisphere;
    /// winter is from December to February of the next year.
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.span().0
    }

    /// Returns the last day that the date can mean; `None` if its end is open or unknown.
    pub fn latest(&self) -> Option<NaiveDate> {
        self.span().1
    }

    fn span(&self) -> DayRange {
        *self.0.found.span.get_or_init(|| {
            let bounds = self.0.value.bounds();
            (day_of(bounds.earliest), day_of(bounds.latest))
        })
    }

    /// Returns the first and last day on which it can be; of a date with an open or unknown end, those
    /// of its other end: all that was stated. `None` if neither is known.
    pub fn window(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self.span() {
            (Some(first), Some(last)) => Some((first, last)),
            (None, None) => None,
            (first, last) => {
                let ends = self.ends();
                let spans = ends.iter().map(|end| {
                    let bounds = Edtf::Date(*end).bounds();
                    (day_of(bounds.earliest), day_of(bounds.latest))
                });
                let is_known = |(from, to): &DayRange| match first {
                    Some(_) => *from == first,
                    None => *to == last,
                };
                let (from, to) = spans.into_iter().find(is_known)?;
                Some((from?, to?))
            }
        }
    }

    /// Returns how exactly the first and the last date are known of which it consists.
    pub fn exactness(&self) -> Option<(Precision, Precision)> {
        let ends = self.ends();
        Some((precision_of(ends.first()?), precision_of(ends.last()?)))
    }

    /// Returns the smallest part of the date that is known.
    pub fn precision(&self) -> Precision {
        match &self.0.value {
            Edtf::Date(date) => precision_of(date),
            Edtf::DateTime(_) => Precision::Instant,
            Edtf::Interval(_) => Precision::Interval,
            Edtf::Set(_) => Precision::Choice,
        }
    }

    /// Returns whether any part is marked `~` or `%` (ISO 8601-2 §8.2).
    pub fn is_approximate(&self) -> bool {
        self.0.value.is_approximate()
    }

    /// Returns whether any part is marked `?` or `%` (ISO 8601-2 §8.2).
    pub fn is_uncertain(&self) -> bool {
        self.0.value.is_uncertain()
    }

    /// Returns the instant, if a time of day was written.
    pub fn instant(&self) -> Option<DateTime<Utc>> {
        self.0.time.as_ref().map(|time| time.instant)
    }

    /// Returns the time of day and its zone, if one was written.
    pub fn time(&self) -> Option<&TimeOfDay> {
        self.0.time.as_ref()
    }

    /// Returns the mark that a timeline draws for the date.
    pub fn mark(&self) -> Mark {
        match self.precision() {
            Precision::Interval | Precision::Choice => Mark::Range,
            _ if self.is_approximate() || self.is_uncertain() => Mark::Approximate,
            Precision::Instant | Precision::Day => Mark::Exact,
            _ => Mark::Partial,
        }
    }

    /// Returns the value for HTML's `<time datetime>`: a year, a month, a day, or a day and time
    /// with its offset. `None` for everything else: approximate or uncertain dates, seasons,
    /// quarters, halves, intervals, choices, unspecified digits, and years outside 1 to 9999.
    pub fn html_datetime(&self) -> Option<String> {
        if let Some(time) = &self.0.time {
            return time.html();
        }
        let Edtf::Date(date) = &self.0.value else {
            return None;
        };
        let plain = !date.is_approximate() && !date.is_uncertain() && !date.has_unspecified();
        let taken = matches!(
            precision_of(date),
            Precision::Year | Precision::Month | Precision::Day
        );
        let in_range = date
            .year
            .value()
            .is_some_and(|year| (1..=9999).contains(&year));
        (plain && taken && in_range).then(|| date.to_string())
    }

    /// Returns whether the date may fall between two days, both inclusive. An open or unknown end
    /// matches any day.
    pub fn overlaps(&self, from: NaiveDate, to: NaiveDate) -> bool {
        self.spans().into_iter().any(|(earliest, latest)| {
            earliest.is_none_or(|day| day <= to) && latest.is_none_or(|day| day >= from)
        })
    }

    /// Returns whether it can't fall outside another date.
    pub fn is_within(&self, other: &Self) -> bool {
        let from = other.earliest();
        let to = other.latest();
        from.is_none_or(|from| self.earliest().is_some_and(|day| day >= from))
            && to.is_none_or(|to| self.latest().is_some_and(|day| day <= to))
    }

    /// Returns the months on whose pages the date is listed, in order: its own month; for an
    /// interval or choice that spans at most a quarter, each month that it touches; for a longer
    /// one, the month of its position; none if no month is known.
    pub fn months(&self) -> Vec<(i32, u8)> {
        let position = self.position();
        let (Some(year), Some(month)) = (position.year, position.month) else {
            return Vec::new();
        };
        if let Edtf::Date(_) | Edtf::DateTime(_) = &self.0.value {
            return vec![(year, month)];
        }
        if !self.ends().iter().all(knows_month) || !self.is_within_a_quarter() {
            return vec![(year, month)];
        }
        let mut months: Vec<(i32, u8)> = self.spans().into_iter().flat_map(months_of).collect();
        months.sort_unstable();
        months.dedup();
        months
    }

    /// Returns whether it spans at most 92 days, the length of the longest quarter.
    fn is_within_a_quarter(&self) -> bool {
        match (self.earliest(), self.latest()) {
            (Some(earliest), Some(latest)) => (latest - earliest).num_days() < 92,
            _ => false,
        }
    }

    /// Returns the dates that it consists of: one, the ends of an interval, or the members of a
    /// choice.
    fn ends(&self) -> Vec<Date> {
        match &self.0.value {
            Edtf::Date(date) => vec![*date],
            Edtf::DateTime(moment) => vec![moment.date],
            Edtf::Interval(interval) => [&interval.start, &interval.end]
                .into_iter()
                .filter_map(date_at)
                .collect(),
            Edtf::Set(set) => set.elements.iter().flat_map(dates_in).collect(),
        }
    }

    /// Returns the ranges in which it can lie: one, or one per member of a choice.
    pub fn spans(&self) -> Vec<DayRange> {
        let Edtf::Set(set) = &self.0.value else {
            return vec![(self.earliest(), self.latest())];
        };
        set.elements.iter().map(span_of).collect()
    }
}

/// Returns the precision of a single date.
pub fn precision_of(date: &Date) -> Precision {
    if let Some(grouping) = Grouping::of(date) {
        return grouping.precision();
    }
    match year_digits(date) {
        [_, _, None, _] => return Precision::Century,
        [_, _, _, None] => return Precision::Decade,
        _ => {}
    }
    match (
        date.month.and_then(DateField::value),
        date.day.and_then(DateField::value),
    ) {
        (Some(_), Some(_)) => Precision::Day,
        (Some(_), None) => Precision::Month,
        _ => Precision::Year,
    }
}

/// Returns the date at an end of an interval; `None` if the end is open or unknown.
pub fn date_at(end: &IntervalEndpoint) -> Option<Date> {
    match end {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => Some(*date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

/// Returns the first year that a date can mean.
fn first_year(date: &Date) -> i32 {
    let number = year_digits(date)
        .iter()
        .fold(0, |sum, digit| sum * 10 + i32::from(digit.unwrap_or(0)));
    match date.year.kind {
        YearKind::Standard { negative: true, .. } => -number,
        _ => number,
    }
}

/// Returns the digits of a year. Other forms of years are rejected on reading.
fn year_digits(date: &Date) -> [Option<u8>; 4] {
    match date.year.kind {
        YearKind::Standard { digits, .. } => digits,
        YearKind::Big { .. } | YearKind::Exponential { .. } => [Some(0); 4],
    }
}

fn dates_in(element: &SetElement) -> Vec<Date> {
    match element {
        SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
            vec![*date]
        }
        SetElement::Range(from, to) => vec![*from, *to],
    }
}

fn knows_month(date: &Date) -> bool {
    matches!(precision_of(date), Precision::Month | Precision::Day)
}

fn span_of(element: &SetElement) -> DayRange {
    let bounds = |date: &Date| {
        let bounds = Edtf::Date(*date).bounds();
        (day_of(bounds.earliest), day_of(bounds.latest))
    };
    match element {
        SetElement::Date(date) => bounds(date),
        SetElement::OnOrBefore(date) => (None, bounds(date).1),
        SetElement::OnOrAfter(date) => (bounds(date).0, None),
        SetElement::Range(from, to) => (bounds(from).0, bounds(to).1),
    }
}

/// Returns the months that a short span touches; none if an end is missing.
fn months_of(span: DayRange) -> Vec<(i32, u8)> {
    let (Some(from), Some(to)) = span else {
        return Vec::new();
    };
    (month_index(from)..=month_index(to))
        .map(|index| (index.div_euclid(12), index.rem_euclid(12) as u8 + 1))
        .collect()
}

/// Returns the number of months since year 0.
fn month_index(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0() as i32
}

fn day_of(bound: Bound) -> Option<NaiveDate> {
    match bound {
        Bound::Date(day) => NaiveDate::from_ymd_opt(
            i32::try_from(day.year).ok()?,
            u32::from(day.month),
            u32::from(day.day),
        ),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
    }
}
