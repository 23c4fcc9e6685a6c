//! When something happened, exactly as precisely as it was written.
//!
//! Dates are EDTF (ISO 8601-2:2019, Annex A): levels 0 and 1 whole, of level 2 only quarters,
//! halves and one-of sets. Nothing here words a date; that is `view::date_text`.
//!
//! - `read` makes an [`EventDate`] of a text, `suggest`, `guess` and `gaps` find what to write
//!   where it is none, `clock` reads a time of day and knows its zone;
//! - `coverage` writes it for machines, as exactly and no more;
//! - `order` says where a date stands on a timeline;
//! - `slip` says by how much one date is later than another.

mod clock;
mod coverage;
mod gaps;
mod guess;
mod order;
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
pub use order::{CoarsePeriod, DatePosition, Direction, Grouping, OrderKey, order_key};
#[cfg(test)]
pub(crate) use properties::any_date;
pub use slip::{Delay, delay};

/// When something happened, exactly as precisely as it was written.
///
/// Equal only when written alike: `2026-Q1` and `2026-33` mean the same and differ. A copy shares
/// what was read: an article, its entry and the entry's history all hold the same date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDate(Arc<Read>);

/// What was read of a text.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    written: String,
    value: Edtf,
    /// `Some` exactly where `value` is a date-time.
    time: Option<TimeOfDay>,
    found: DateFacts,
}

/// What was worked out of a value: asked for again and again, and the same each time.
#[derive(Debug, Default)]
struct DateFacts {
    span: OnceLock<DayRange>,
    position: OnceLock<Box<DatePosition>>,
}

/// It says nothing that the value does not.
impl PartialEq for DateFacts {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for DateFacts {}

/// Why a text is no date, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFault {
    /// Where in the text that was given, in bytes; always on a character's border.
    pub offset: usize,
    /// How many bytes; 0 only where the text is empty or ends too early.
    pub len: usize,
    /// What is wrong, in plain words.
    pub message: String,
    /// What to write.
    pub hint: String,
}

/// The smallest part of a date that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// A day and a time of day.
    Instant,
    Day,
    /// A month, its day unknown (`2025-12`, `2025-12-XX`).
    Month,
    /// `2026-21` to `2026-24` (ISO 8601-2 §4.8).
    Season,
    /// `2026-33` to `2026-36`.
    Quarter,
    /// `2026-40`, `2026-41`.
    Half,
    /// A year, its month unknown (`2025`, `2025-XX`, `2025-XX-XX`).
    Year,
    /// `199X`.
    Decade,
    /// `19XX`.
    Century,
    /// From one date to another, either of which may be open or unknown.
    Interval,
    /// One of several dates (`[2024,2025]`).
    Choice,
}

/// What a timeline draws for a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A day, or an instant, that is sure.
    Exact,
    /// Less than a day is known.
    Partial,
    /// Marked as approximate or uncertain, whatever its precision.
    Approximate,
    /// An interval or a choice, whether sure or not.
    Range,
}

/// The days between which something lies, both included; `None` is open or unknown.
pub type DayRange = (Option<NaiveDate>, Option<NaiveDate>);

/// Why a text is no date: message and hint.
type Rejection = (String, String);

impl EventDate {
    /// Reads a date as an editor writes it; see the module for what is taken.
    ///
    /// A time of day without an offset is local time in `zone`: one that the clocks skipped is
    /// a fault, one that came twice is the earlier.
    ///
    /// # Errors
    /// One [`DateFault`] for the whole text, which says what to write. Never panics, and a text
    /// longer than [`MAX_DATE`] is refused unread.
    pub fn parse(text: &str, zone: chrono_tz::Tz) -> Result<Self, DateFault> {
        read::read(text, zone)
    }

    /// The date that a text in another form means, if it can mean only one: `Jan 5, 2023`,
    /// `2023-1-5`. None for what is written as a date is, and for what is read in several ways.
    pub fn guess(text: &str, zone: chrono_tz::Tz) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.len() > MAX_DATE || read::read(text, zone).is_ok() {
            return None;
        }
        let small = text.to_ascii_lowercase();
        let day = suggest::in_edtf(&small).and_then(|day| read::read(&day, zone).ok());
        day.or_else(|| read::read(&suggest::with_whole_hour(&small)?, zone).ok())
    }

    /// As the editor wrote it, without blanks at its ends.
    pub fn written(&self) -> &str {
        &self.0.written
    }

    /// The canonical EDTF (`2026-Q1` is `2026-33`), which reads back as the same date in the
    /// same zone: a local time stays local. A time of day always has its seconds here, since
    /// EDTF knows no shorter form (Annex A.4.3).
    pub fn edtf(&self) -> String {
        self.0.value.to_string()
    }

    /// What was read. Years are within ±9999, and no set is an all-of set.
    pub fn value(&self) -> &Edtf {
        &self.0.value
    }

    /// The first day that it can mean; `None` where its start is open or unknown.
    ///
    /// "About" and "perhaps" move no bounds (ISO 8601-2 §8.4.2), a time of day neither: the
    /// day is the local one that was written. Seasons are those of the north, winter going
    /// from December to the next February.
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.span().0
    }

    /// The last day that it can mean; `None` where its end is unknown or it still goes on.
    pub fn latest(&self) -> Option<NaiveDate> {
        self.span().1
    }

    fn span(&self) -> DayRange {
        *self.0.found.span.get_or_init(|| {
            let bounds = self.0.value.bounds();
            (day_of(bounds.earliest), day_of(bounds.latest))
        })
    }

    /// The smallest part that is known.
    pub fn precision(&self) -> Precision {
        match &self.0.value {
            Edtf::Date(date) => precision_of(date),
            Edtf::DateTime(_) => Precision::Instant,
            Edtf::Interval(_) => Precision::Interval,
            Edtf::Set(_) => Precision::Choice,
        }
    }

    /// Whether any part of it is marked `~` or `%` (ISO 8601-2 §8.2).
    pub fn is_approximate(&self) -> bool {
        self.0.value.is_approximate()
    }

    /// Whether any part of it is marked `?` or `%` (ISO 8601-2 §8.2).
    pub fn is_uncertain(&self) -> bool {
        self.0.value.is_uncertain()
    }

    /// The instant, where a time of day was written.
    pub fn instant(&self) -> Option<DateTime<Utc>> {
        self.0.time.as_ref().map(|time| time.instant)
    }

    /// The time of day with its zone, where one was written.
    pub fn time(&self) -> Option<&TimeOfDay> {
        self.0.time.as_ref()
    }

    /// What a timeline draws for it.
    pub fn mark(&self) -> Mark {
        match self.precision() {
            Precision::Interval | Precision::Choice => Mark::Range,
            _ if self.is_approximate() || self.is_uncertain() => Mark::Approximate,
            Precision::Instant | Precision::Day => Mark::Exact,
            _ => Mark::Partial,
        }
    }

    /// The value for HTML's `<time datetime>`: a year, month or day, or a day and time with its
    /// offset. `None` for everything else: what is approximate, uncertain, a season, quarter or
    /// half, an interval or choice, has an unspecified digit, or is outside the years 1 to 9999.
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

    /// Whether it may fall between two days, both included; an open or unknown end is possible.
    pub fn overlaps(&self, from: NaiveDate, to: NaiveDate) -> bool {
        self.spans().into_iter().any(|(earliest, latest)| {
            earliest.is_none_or(|day| day <= to) && latest.is_none_or(|day| day >= from)
        })
    }

    /// The months on whose pages it is listed, in order: its own; of an interval or choice
    /// that spans at most a quarter each that it touches, of a longer one that in which it
    /// stands; none where no month is known.
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

    /// At most 92 days, the length of the longest quarter.
    fn is_within_a_quarter(&self) -> bool {
        match (self.earliest(), self.latest()) {
            (Some(earliest), Some(latest)) => (latest - earliest).num_days() < 92,
            _ => false,
        }
    }

    /// The dates that it is made of: one, the ends of an interval, the members of a choice.
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

    /// Where it can lie: one span, or one for each member of a choice.
    pub fn spans(&self) -> Vec<DayRange> {
        let Edtf::Set(set) = &self.0.value else {
            return vec![(self.earliest(), self.latest())];
        };
        set.elements.iter().map(span_of).collect()
    }
}

/// The precision of a single date.
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

/// The date at an end of an interval, unless that end is open or unknown.
pub fn date_at(end: &IntervalEndpoint) -> Option<Date> {
    match end {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => Some(*date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

/// The first year that a date can mean.
fn first_year(date: &Date) -> i32 {
    let number = year_digits(date)
        .iter()
        .fold(0, |sum, digit| sum * 10 + i32::from(digit.unwrap_or(0)));
    match date.year.kind {
        YearKind::Standard { negative: true, .. } => -number,
        _ => number,
    }
}

/// The digits of a year; years of other forms are refused when read.
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

/// The months that a short span touches; none where an end is missing.
fn months_of(span: DayRange) -> Vec<(i32, u8)> {
    let (Some(from), Some(to)) = span else {
        return Vec::new();
    };
    (month_index(from)..=month_index(to))
        .map(|index| (index.div_euclid(12), index.rem_euclid(12) as u8 + 1))
        .collect()
}

/// Months since the year 0.
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
