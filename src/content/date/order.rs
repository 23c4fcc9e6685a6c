//! The order of dates on a timeline: one total order per direction.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use edtf_core::{Date, DateField, Edtf, IntervalEndpoint, SetElement};

use super::{EventDate, Precision, date_at, first_year, precision_of, year_digits};
use crate::content::natural::NaturalId;

/// Which end of the timeline comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    Oldest,
    Newest,
}

/// A part of a year of several months (ISO 8601-2 §4.8). Variants are in the order of an
/// oldest-first list: by first month, the shorter before the longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    FirstQuarter,
    FirstHalf,
    Spring,
    SecondQuarter,
    Summer,
    ThirdQuarter,
    SecondHalf,
    Autumn,
    FourthQuarter,
    Winter,
}

impl Grouping {
    /// Returns the grouping that a date has in place of a month.
    pub fn of(date: &Date) -> Option<Self> {
        Some(match date.month.and_then(DateField::value)? {
            21 => Self::Spring,
            22 => Self::Summer,
            23 => Self::Autumn,
            24 => Self::Winter,
            33 => Self::FirstQuarter,
            34 => Self::SecondQuarter,
            35 => Self::ThirdQuarter,
            36 => Self::FourthQuarter,
            40 => Self::FirstHalf,
            41 => Self::SecondHalf,
            _ => return None,
        })
    }

    /// Returns whether it is a season, a quarter or a half.
    pub fn precision(self) -> Precision {
        match self {
            Self::Spring | Self::Summer | Self::Autumn | Self::Winter => Precision::Season,
            Self::FirstHalf | Self::SecondHalf => Precision::Half,
            Self::FirstQuarter | Self::SecondQuarter | Self::ThirdQuarter | Self::FourthQuarter => {
                Precision::Quarter
            }
        }
    }

    fn first_month(self) -> i64 {
        match self {
            Self::FirstQuarter | Self::FirstHalf => 1,
            Self::Spring => 3,
            Self::SecondQuarter => 4,
            Self::Summer => 6,
            Self::ThirdQuarter | Self::SecondHalf => 7,
            Self::Autumn => 9,
            Self::FourthQuarter => 10,
            Self::Winter => 12,
        }
    }

    fn length(self) -> u8 {
        match self.precision() {
            Precision::Half => 6,
            _ => 3,
        }
    }
}

/// The position of a date in the hierarchy of periods. A field that is `None` is unknown, and the
/// date comes at the end of the smallest period that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DatePosition {
    /// The hundred years from `100 * century` on.
    pub century: i32,
    /// The ten years from `10 * decade` on.
    pub decade: Option<i32>,
    /// Astronomical: year 0 is 1 BC.
    pub year: Option<i32>,
    /// 1 to 12; `None` if `group` is set.
    pub month: Option<u8>,
    pub group: Option<Grouping>,
    pub day: Option<u8>,
}

/// A period at whose end some entries are listed, because nothing smaller is known of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CoarsePeriod {
    Month(i32, u8),
    Group(i32, Grouping),
    Year(i32),
    /// The ten years from ten times this number on.
    Decade(i32),
    /// The hundred years from a hundred times this number on.
    Century(i32),
    Undated,
}

impl DatePosition {
    /// Returns the position of a single date.
    pub fn of(date: &Date) -> Self {
        let first = first_year(date);
        let digits = year_digits(date);
        let year = date.year.value().map(|_| first);
        let month = date
            .month
            .and_then(DateField::value)
            .filter(|month| *month <= 12);
        Self {
            century: first.div_euclid(100),
            decade: digits[2].map(|_| first.div_euclid(10)),
            year,
            month,
            group: Grouping::of(date),
            day: month.and(date.day.and_then(DateField::value)),
        }
    }

    /// Returns the period at whose end the date is listed; `None` if the day is known.
    pub fn coarse_period(&self) -> Option<CoarsePeriod> {
        Some(match (self.year, self.decade) {
            (None, None) => CoarsePeriod::Century(self.century),
            (None, Some(decade)) => CoarsePeriod::Decade(decade),
            (Some(year), _) => match (self.month, self.group, self.day) {
                (_, _, Some(_)) => return None,
                (Some(month), _, None) => CoarsePeriod::Month(year, month),
                (None, Some(group), None) => CoarsePeriod::Group(year, group),
                (None, None, None) => CoarsePeriod::Year(year),
            },
        })
    }
}

impl EventDate {
    /// Returns the position of the date. An interval is at its start, or at its end if it has no
    /// start (`../2024`, `/2024`); a choice is at its earliest date, or at its earliest "or before"
    /// if it has one.
    pub fn position(&self) -> DatePosition {
        let find = || {
            Box::new(DatePosition::of(&match &self.0.value {
                Edtf::Date(date) => *date,
                Edtf::DateTime(moment) => moment.date,
                Edtf::Interval(interval) => first_of(&interval.start, &interval.end),
                Edtf::Set(set) => earliest_of(&set.elements),
            }))
        };
        **self.0.found.position.get_or_init(find)
    }
}

/// A sort key for one direction. Keys of different directions must not be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderKey {
    direction: Direction,
    rank: OrderRank,
    id: IdSlot,
}

/// All of a sort key but the id, which tells apart what is equal in this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderRank {
    /// Century, decade, year, month and day.
    date: u64,
    /// Time of day, `order`, publication: each in the order of its values, the greatest number if
    /// unknown, so that it sorts at the end of its period.
    slots: [u64; 3],
}

/// One level of a date: a value, negated for newest first, or unknown.
#[derive(Clone, Copy)]
enum OrderLevel {
    At(i64),
    /// A known part of the year: its first month (negated for newest first) and its length (never
    /// negated). Sorts after every month.
    Group(i64, u8),
    /// Unknown: sorts at the end of its period.
    Closing,
}

/// Packs the levels into one number that preserves their order. Each level has enough bits for all
/// its values.
fn packed(levels: [OrderLevel; 5]) -> u64 {
    // Centuries to ±100, decades to ±1000, years to ±9999, months and groups, days.
    let widths = [9, 12, 16, 8, 7];
    levels.iter().zip(widths).fold(0, |sum, (level, width)| {
        let middle = 1_i64 << (width - 2);
        let number = match level {
            OrderLevel::At(value) => middle + value,
            OrderLevel::Group(first, length) => {
                2 * middle + (16 + first) * 4 + i64::from(length / 3)
            }
            OrderLevel::Closing => 4 * middle - 1,
        };
        (sum << width) | number.unsigned_abs()
    })
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum IdSlot {
    Up(NaturalId),
    Down(Reverse<NaturalId>),
}

/// Returns the sort key of an entry in `direction`: its [`order_rank`], then its id (digits in it count as
/// numbers). Two entries with different ids never have equal keys.
pub fn order_key(
    date: Option<&EventDate>,
    direction: Direction,
    order: Option<i32>,
    published: Option<DateTime<Utc>>,
    id: &str,
) -> OrderKey {
    OrderKey {
        direction,
        rank: order_rank(date, direction, order, published),
        id: match direction {
            Direction::Oldest => IdSlot::Up(NaturalId(id.to_owned())),
            Direction::Newest => IdSlot::Down(Reverse(NaturalId(id.to_owned()))),
        },
    }
}

/// Returns the place of an entry in `direction`: by century, decade, year, month (or quarter,
/// half, season), day, time of day, the written `order`, the instant of publication.
///
/// Within each period, more exact dates come first and less exact ones at the end, in both
/// directions. Likewise, within a day, entries without a time, an `order` or a publication come
/// after those that have one. Undated entries (`None`) come last.
pub fn order_rank(
    date: Option<&EventDate>,
    direction: Direction,
    order: Option<i32>,
    published: Option<DateTime<Utc>>,
) -> OrderRank {
    let turn = |value: i64| match direction {
        Direction::Oldest => value,
        Direction::Newest => -value,
    };
    // The order of signed numbers, as unsigned ones.
    let unsigned = |value: i64| turn(value).cast_unsigned() ^ (1 << 63);
    let at = |value: Option<i64>| value.map_or(u64::MAX, unsigned);
    let position = date.map(EventDate::position);
    let part = |part: fn(DatePosition) -> Option<i64>| {
        let value = position.and_then(part);
        value.map_or(OrderLevel::Closing, |value| OrderLevel::At(turn(value)))
    };
    let month = match position.and_then(|position| position.group) {
        Some(group) => OrderLevel::Group(turn(group.first_month()), group.length()),
        None => part(|position| position.month.map(i64::from)),
    };
    OrderRank {
        date: packed([
            part(|position| Some(i64::from(position.century))),
            part(|position| position.decade.map(i64::from)),
            part(|position| position.year.map(i64::from)),
            month,
            part(|position| position.day.map(i64::from)),
        ]),
        slots: [
            at(date
                .and_then(EventDate::instant)
                .map(|instant| instant.timestamp())),
            at(order.map(i64::from)),
            at(published.map(|instant| instant.timestamp_micros())),
        ],
    }
}

/// Returns the date of an interval's position. One of its ends is dated, or it would not have been
/// read.
fn first_of(start: &IntervalEndpoint, end: &IntervalEndpoint) -> Date {
    date_at(start).or_else(|| date_at(end)).unwrap_or(NOWHERE)
}

fn earliest_of(elements: &[SetElement]) -> Date {
    let dates = elements.iter().map(|element| match element {
        SetElement::OnOrBefore(date) => (false, *date),
        SetElement::Date(date) | SetElement::OnOrAfter(date) | SetElement::Range(date, _) => {
            (true, *date)
        }
    });
    dates
        .min_by_key(|(has_start, date)| (*has_start, position(date)))
        .map_or(NOWHERE, |(_, date)| date)
}

/// Sort key for single dates: by first day, then the more exact first.
fn position(date: &Date) -> (Option<chrono::NaiveDate>, u8) {
    let first = super::day_of(Edtf::Date(*date).bounds().earliest);
    let coarseness = match precision_of(date) {
        Precision::Day => 0,
        Precision::Month => 1,
        Precision::Year => 3,
        Precision::Decade => 4,
        Precision::Century => 5,
        _ => 2,
    };
    (first, coarseness)
}

/// Fallback for a date that can't be missing: year 0.
const NOWHERE: Date = Date {
    year: edtf_core::Year {
        kind: edtf_core::YearKind::Standard {
            negative: false,
            digits: [Some(0); 4],
        },
        significant_digits: None,
        qualifier: edtf_core::Qualifier {
            uncertain: false,
            approximate: false,
        },
    },
    month: None,
    day: None,
};
