//! Computes how far a target date slipped.

use chrono::NaiveDate;

use super::{EventDate, Precision, month_index};

/// How much later one date is than another, never more exact than both dates allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delay {
    /// Both are certain days.
    Days(u32),
    Months(u32),
    Quarters(u32),
    Years(u32),
    /// Later by an amount that is unknown.
    Later,
}

/// The unit in which the distance between dates can be counted, finest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Day,
    Month,
    Quarter,
    Year,
    None,
}

/// Returns how much later `to` is than `from`; `None` if it is not later, or may not be.
///
/// Compares the latest days: a target is missed when its last day has passed. The amount is in the
/// coarser of the two units, counted in whole units by which both the first and the last days
/// differ, so that it never claims more than was written (`2025` to `2026-Q1` is just `Later`).
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

/// Counts whole units from one day to another. Days of the month are ignored: from 9 December, any
/// day of January is one month away.
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

/// Returns the smallest unit that is as long as the interval or choice.
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
