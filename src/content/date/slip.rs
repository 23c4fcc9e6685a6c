//! By how much a target slipped.

use chrono::NaiveDate;

use super::{EventDate, Precision, month_index};

/// By how much one date is later than another, never said more exactly than both allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delay {
    /// Both are sure days.
    Days(u32),
    Months(u32),
    Quarters(u32),
    Years(u32),
    /// Later, by an amount that cannot be said.
    Later,
}

/// The unit in which a date's distance to another can be counted, the finest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Day,
    Month,
    Quarter,
    Year,
    None,
}

/// By how much `to` is later than `from`; `None` where it is not later, or may not be.
///
/// Their latest days are compared: a target is missed when its last day has passed. The amount
/// is in the coarser unit of both, in whole units by which both the first and the last days lie
/// apart, so that it never exceeds what was written (`2025` to `2026-Q1` is just later).
pub fn delay(from: &EventDate, to: &EventDate) -> Option<Delay> {
    let due = from.latest()?;
    let Some(new) = to.latest() else {
        return to
            .earliest()
            .is_some_and(|earliest| earliest > due)
            .then_some(Delay::Later);
    };
    if new <= due {
        return None;
    }
    let unit = unit_of(from).max(unit_of(to));
    let amount = match (from.earliest(), to.earliest()) {
        (Some(old), Some(moved)) => whole_units(unit, due, new).min(whole_units(unit, old, moved)),
        _ => 0,
    };
    let Some(amount) = u32::try_from(amount).ok().filter(|amount| *amount > 0) else {
        return Some(Delay::Later);
    };
    Some(match unit {
        Unit::Day => Delay::Days(amount),
        Unit::Month => Delay::Months(amount),
        Unit::Quarter => Delay::Quarters(amount),
        Unit::Year => Delay::Years(amount),
        Unit::None => Delay::Later,
    })
}

/// Whole units from one day to another. Days of the month are not looked at: from the 9th of
/// December, a month is to any day of January.
fn whole_units(unit: Unit, from: NaiveDate, to: NaiveDate) -> i64 {
    let months = i64::from(month_index(to) - month_index(from));
    match unit {
        Unit::Day => (to - from).num_days(),
        Unit::Month => months,
        Unit::Quarter => months.div_euclid(3),
        Unit::Year => months.div_euclid(12),
        Unit::None => 0,
    }
}

fn unit_of(date: &EventDate) -> Unit {
    match date.precision() {
        Precision::Instant | Precision::Day if is_sure(date) => Unit::Day,
        Precision::Instant | Precision::Day | Precision::Month => Unit::Month,
        Precision::Season | Precision::Quarter => Unit::Quarter,
        Precision::Half | Precision::Year => Unit::Year,
        Precision::Decade | Precision::Century => Unit::None,
        Precision::Interval | Precision::Choice => unit_of_length(date),
    }
}

/// An interval or choice counts as the smallest unit that is as long.
fn unit_of_length(date: &EventDate) -> Unit {
    let (Some(earliest), Some(latest)) = (date.earliest(), date.latest()) else {
        return Unit::None;
    };
    match (latest - earliest).num_days() {
        ..=30 => Unit::Month,
        31..=91 => Unit::Quarter,
        92..=365 => Unit::Year,
        _ => Unit::None,
    }
}

fn is_sure(date: &EventDate) -> bool {
    !date.is_approximate() && !date.is_uncertain()
}
