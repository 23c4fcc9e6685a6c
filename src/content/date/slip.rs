//! Computes how far one target date is from another.

use chrono::{Datelike, Months, NaiveDate};

use super::{DayRange, EventDate, Precision, month_index};

/// How far one date is from another, never more exact than both dates allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shift {
    pub way: ShiftWay,
    pub by: Extent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShiftWay {
    Later,
    Earlier,
}

/// An amount of time, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    Exactly(Length),
    About(Length),
    AtLeast(Length),
    UpTo(Length),
    MoreThan(Length),
    Unknown,
}

/// An amount in the unit in which people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    Days(u32),
    Weeks(u32),
    Months(u32),
    Quarters(u32),
    Years(u32),
}

/// The longest time that is said in days, if it is known to the day.
const SAID_IN_DAYS: i64 = 31;
/// The longest time that is said in weeks.
const SAID_IN_WEEKS: i64 = 52;
/// What is called "about a year".
const A_YEAR: std::ops::RangeInclusive<i64> = 335..=395;
/// From so many days on, whole years are said.
const SAID_IN_YEARS: i64 = 670;
/// By so many days "about two years" may differ from two years.
const NEAR_A_YEAR: i64 = 61;

impl Shift {
    pub fn is_later(&self) -> bool {
        self.way == ShiftWay::Later
    }
}

/// Returns how far `to` is from `from`; `None` if it is neither later nor earlier, or may be either.
///
/// A date is later if its last day is, because a target is missed when its last day has passed; it
/// is earlier if both its first and its last day are. A date that is only less exact than the other
/// (`2025-12-09` and `2025-12`) is neither.
pub fn shift(from: &EventDate, to: &EventDate) -> Option<Shift> {
    let (old, new) = (window(from), window(to));
    if is_later(old, new) {
        let by = extent(from, to);
        return Some(Shift {
            way: ShiftWay::Later,
            by,
        });
    }
    is_earlier(old, new).then(|| Shift {
        way: ShiftWay::Earlier,
        by: extent(to, from),
    })
}

/// Returns how much later `to` is than `from`; `None` if it is not later, or may not be.
pub fn delay(from: &EventDate, to: &EventDate) -> Option<Shift> {
    shift(from, to).filter(Shift::is_later)
}

/// Returns how many whole units lie between two days.
pub fn between(from: NaiveDate, to: NaiveDate) -> Length {
    whole_units(Some(from), Some(to), (to - from).num_days())
}

fn window(date: &EventDate) -> DayRange {
    (date.earliest(), date.latest())
}

fn is_later(old: DayRange, new: DayRange) -> bool {
    let Some(due) = old.1 else {
        return false;
    };
    let starts_before = matches!((old.0, new.0), (Some(old), Some(new)) if new < old);
    match (new.0, new.1) {
        (_, Some(end)) => end > due && !starts_before,
        (start, None) => start.is_some_and(|start| start > due),
    }
}

fn is_earlier(old: DayRange, new: DayRange) -> bool {
    match (old, new) {
        ((Some(start), _), (_, Some(end))) if end < start => true,
        ((Some(start), Some(due)), (Some(new), Some(end))) => new < start && end < due,
        _ => false,
    }
}

/// Returns the time from `first` to `second`, which is later. A date without a start is a term: the
/// time counts from its end.
fn extent(first: &EventDate, second: &EventDate) -> Extent {
    let term = first.earliest().is_none();
    let (a, b) = (window(first), window(second));
    let a = (a.0.or(a.1), a.1);
    let days = |from: Option<NaiveDate>, to: Option<NaiveDate>| Some((to? - from?).num_days());
    let (least, most) = (days(a.1, b.0), days(a.0, b.1));
    if let (true, true, Some(days)) = (is_day(first) || term, is_day(second), least) {
        return match is_sure(first) && is_sure(second) {
            true => in_days(days),
            false => about(days),
        };
    }
    if let Some(months) = same_months(a, b) {
        return Extent::About(in_months(months, is_quarter(first) && is_quarter(second)));
    }
    if let (Some(least), Some(most)) = (least, most)
        && least >= 7
        && 2 * most <= 3 * least
    {
        match about(i64::midpoint(least, most)) {
            Extent::About(length) if most - least <= rounding(length) => {
                return Extent::About(length);
            }
            Extent::MoreThan(length) if fits(length, a.1, b.0) => return Extent::MoreThan(length),
            // What is certain is only the shortest time.
            _ => {}
        }
    }
    match (least, most) {
        // "At least one day" says nothing.
        (Some(least), _) if least > 1 => Extent::AtLeast(whole_units(a.1, b.0, least)),
        (_, Some(most)) if most > 0 => Extent::UpTo(units_begun(a.0, b.1, most)),
        _ => Extent::Unknown,
    }
}

/// Returns by how many months both ends are apart, if both dates are whole months and last equally
/// long.
fn same_months(a: DayRange, b: DayRange) -> Option<u32> {
    let whole = |window: DayRange| {
        let (from, to) = (window.0?, window.1?);
        let ends = to.succ_opt().is_none_or(|next| next.day() == 1);
        (from.day() == 1 && ends).then_some((month_index(from), month_index(to)))
    };
    let (a, b) = (whole(a)?, whole(b)?);
    let months = u32::try_from(b.0 - a.0).ok().filter(|months| *months > 0);
    months.filter(|_| b.0 - a.0 == b.1 - a.1)
}

fn in_months(months: u32, quarters: bool) -> Length {
    match months {
        _ if months.is_multiple_of(12) => Length::Years(months / 12),
        _ if quarters && months < 12 && months.is_multiple_of(3) => Length::Quarters(months / 3),
        _ => Length::Months(months),
    }
}

/// Returns a time that is known to the day.
fn in_days(days: i64) -> Extent {
    match days {
        ..=SAID_IN_DAYS => Extent::Exactly(Length::Days(small(days))),
        _ => about(days),
    }
}

/// Rounds days as people do.
fn about(days: i64) -> Extent {
    let rounded = |unit: f64| small((days as f64 / unit).round() as i64);
    if days < 7 {
        return Extent::Unknown;
    }
    if days >= SAID_IN_YEARS {
        let years = rounded(365.25);
        let off = days - (f64::from(years) * 365.25).round() as i64;
        return match off {
            _ if off.abs() <= NEAR_A_YEAR => Extent::About(Length::Years(years)),
            ..0 => Extent::MoreThan(Length::Years(years - 1)),
            _ => Extent::MoreThan(Length::Years(years)),
        };
    }
    Extent::About(match days {
        ..=SAID_IN_WEEKS => Length::Weeks(rounded(7.0)),
        _ if A_YEAR.contains(&days) => Length::Years(1),
        _ => Length::Months(rounded(30.44)),
    })
}

/// Returns how many days apart two times may be that are both called about so long: what rounding
/// leaves open. A month has as many that is known by its month on one side and by its day on the
/// other.
fn rounding(length: Length) -> i64 {
    match length {
        Length::Days(_) => 0,
        Length::Weeks(_) => 7,
        Length::Months(_) => 31,
        Length::Quarters(_) => 92,
        Length::Years(1) => A_YEAR.end() - A_YEAR.start(),
        Length::Years(_) => 2 * NEAR_A_YEAR,
    }
}

/// Returns how many whole units fit between two days.
fn whole_units(from: Option<NaiveDate>, to: Option<NaiveDate>, days: i64) -> Length {
    match whole_months(from, to) {
        0 if days < 7 => Length::Days(small(days)),
        0 => Length::Weeks(small(days / 7)),
        // 33 months are nearer to three years than to two.
        months if months >= 24 && (months % 12 < 6 || months > 48) => Length::Years(months / 12),
        months => in_months(months, false),
    }
}

/// Returns whether so many years lie between two days, if it is years.
fn fits(length: Length, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
    match length {
        Length::Years(years) => whole_months(from, to) >= 12 * years,
        _ => true,
    }
}

/// Returns how many units are at least begun between two days.
fn units_begun(from: Option<NaiveDate>, to: Option<NaiveDate>, days: i64) -> Length {
    let months = whole_months(from, to);
    let end = from.and_then(|day| day.checked_add_months(Months::new(months)));
    let begun = months + u32::from(end < to);
    match begun {
        0 | 1 if days <= 14 => Length::Days(small(days)),
        months if months > 24 => Length::Years(months.div_ceil(12)),
        months => in_months(months.max(1), false),
    }
}

fn whole_months(from: Option<NaiveDate>, to: Option<NaiveDate>) -> u32 {
    let (Some(from), Some(to)) = (from, to) else {
        return 0;
    };
    let months = u32::try_from(month_index(to) - month_index(from)).unwrap_or(0);
    match from.checked_add_months(Months::new(months)) {
        Some(day) if day > to => months.saturating_sub(1),
        _ => months,
    }
}

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

fn is_day(date: &EventDate) -> bool {
    matches!(date.precision(), Precision::Instant | Precision::Day)
}

fn is_quarter(date: &EventDate) -> bool {
    matches!(date.precision(), Precision::Season | Precision::Quarter)
}

fn is_sure(date: &EventDate) -> bool {
    !date.is_approximate() && !date.is_uncertain()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn date(text: &str) -> EventDate {
        EventDate::parse(text, chrono_tz::UTC).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
    }

    #[test]
    fn a_shift_is_never_more_exact_than_both_dates() {
        use Extent::{About, AtLeast, Exactly, MoreThan, Unknown, UpTo};
        use Length::{Days, Months, Quarters, Weeks, Years};
        for (from, to, by) in [
            ("2025-12-09", "2025-12-25", Exactly(Days(16))),
            ("2025-12-09", "2026-01-10", About(Weeks(5))),
            ("2025-12-09", "2025-12-25~", About(Weeks(2))),
            ("2025-12-09", "2025-12-12~", Unknown),
            ("2025-12-09~", "2026-03-25", About(Months(3))),
            ("2026-06-15", "2027-06-01", About(Years(1))),
            ("2026-06-15", "2027-08-01", About(Months(14))),
            ("2026-06-15", "2028-05-01", About(Years(2))),
            ("2026-06-15", "2028-12-15", MoreThan(Years(2))),
            ("2026-06-15", "2028", AtLeast(Months(18))),
            ("2026-06", "2028", AtLeast(Months(18))),
            ("2025-12-15", "2026-12", About(Years(1))),
            ("2025-12-09", "2026-01", AtLeast(Weeks(3))),
            ("2025", "2026-04-08", AtLeast(Months(3))),
            ("2025", "[2026-05..]", AtLeast(Months(4))),
            ("2026-Q1", "[2026-05..]", AtLeast(Months(1))),
            ("2020", "2024-05", AtLeast(Years(3))),
            // Six to nine months, and nine to twelve.
            ("2025-21", "2025-12-01", AtLeast(Months(6))),
            ("2025-03/2025-05", "2025-12-01", AtLeast(Months(6))),
            ("2025-Q1", "2025-12", AtLeast(Months(8))),
            ("2025-24", "2026-12-05", AtLeast(Months(9))),
            ("2025-12-09", "2026-H2", AtLeast(Months(6))),
            ("[2025-03..2025-05]", "2025-12-01", AtLeast(Months(6))),
            ("2020", "2030-05-01", MoreThan(Years(9))),
            // A month is as long as rounding to months leaves open.
            ("2025-03", "2025-12-01", About(Months(9))),
            ("2025-03-15", "2025-12", About(Months(9))),
            ("2025-06-15", "2025-07-15/2025-07-20", About(Weeks(5))),
            ("2024-03", "2026-03-15", About(Years(2))),
            ("2024", "2027-01", AtLeast(Years(2))),
            ("2025-12", "2026-03", About(Months(3))),
            ("2025-Q4", "2026-Q1", About(Quarters(1))),
            ("2025", "2026-Q1", UpTo(Months(15))),
            ("2025", "2027", About(Years(2))),
            ("2025-H1", "2025-H2", About(Months(6))),
            ("2025-H1", "2026-H2", About(Months(18))),
            ("2025-12-09", "2025-12-10/2025-12-12", UpTo(Days(3))),
            ("2025-08-11/2025-08-17", "2025-08-23", AtLeast(Days(6))),
            ("2025", "2026-01-01", UpTo(Years(1))),
            ("../2025-07-22", "2025-07-23", Exactly(Days(1))),
            ("../2025-07-22", "2025-07-25/2025-07-27", AtLeast(Days(3))),
            ("2026-Q2", "2026-05/2026-07", About(Months(1))),
            ("2025", "2026/..", Unknown),
            ("2025-03/2025-05", "2026-03/2026-05", About(Years(1))),
        ] {
            let later = Shift {
                way: ShiftWay::Later,
                by,
            };
            assert_eq!(shift(&date(from), &date(to)), Some(later), "{from} to {to}");
            assert_eq!(delay(&date(from), &date(to)), Some(later), "{from} to {to}");
        }
    }

    #[test]
    fn a_date_brought_forward_is_earlier() {
        use Extent::{About, AtLeast, Exactly};
        for (from, to, by) in [
            ("2025-12-25", "2025-12-09", Exactly(Length::Days(16))),
            ("2027-06-01", "2026-06-15", About(Length::Years(1))),
            ("2028", "2026-06-15", AtLeast(Length::Months(18))),
            ("2026", "2025", About(Length::Years(1))),
            ("[2026-05..]", "2026-04-08", AtLeast(Length::Weeks(3))),
        ] {
            let earlier = Shift {
                way: ShiftWay::Earlier,
                by,
            };
            assert_eq!(
                shift(&date(from), &date(to)),
                Some(earlier),
                "{from} to {to}"
            );
            assert_eq!(delay(&date(from), &date(to)), None, "{from} to {to}");
        }
    }

    #[test]
    fn a_date_that_is_only_more_or_less_exact_is_neither_later_nor_earlier() {
        for (from, to) in [
            ("2025-12-09", "2025-12"),
            ("2025-12", "2025-12-09"),
            ("2026", "2026-03"),
            ("2025", "202X"),
            ("2025", "2025-06/.."),
            ("2026/..", "2027"),
            ("2026", "2026"),
            ("2026-Q2", "2026-H1"),
        ] {
            assert_eq!(shift(&date(from), &date(to)), None, "{from} to {to}");
        }
    }

    /// The number of days that a stated bound says at least; none for other amounts.
    fn stated(extent: Extent, from: NaiveDate) -> Option<i64> {
        let (Extent::AtLeast(length) | Extent::MoreThan(length)) = extent else {
            return None;
        };
        let months = |n: u32| (from.checked_add_months(Months::new(n)).unwrap() - from).num_days();
        Some(match length {
            Length::Days(n) => i64::from(n),
            Length::Weeks(n) => 7 * i64::from(n),
            Length::Months(n) => months(n),
            Length::Quarters(n) => months(3 * n),
            Length::Years(n) => months(12 * n),
        })
    }

    /// A date of a year as a day, a month, a quarter, a season or that year alone.
    fn written(form: usize, year: i32, month: u32, day: u32) -> EventDate {
        date(&match form {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-Q{}", month.div_ceil(3)),
            3 => format!("{year}-2{}", month.div_ceil(3)),
            _ => format!("{year}"),
        })
    }

    proptest! {
        #[test]
        fn no_more_is_stated_than_is_certain(
            year in 2000..2030i32, month in 1..13u32, day in 1..29u32, later in 0..8i32,
            form in 0..5usize, other in 0..5usize, end in 1..13u32,
        ) {
            let from = written(form, year, month, day);
            let to = written(other, year + later, end, day);
            if let Some(delay) = delay(&from, &to)
                && let (Some(a), Some(b)) = (from.latest(), to.earliest())
                && let Some(days) = stated(delay.by, a)
            {
                prop_assert!(days <= (b - a).num_days(), "{from:?} to {to:?}: {delay:?}");
            }
        }

        #[test]
        fn about_so_long_is_nearly_so_long(
            year in 2000..2030i32, month in 1..13u32, day in 1..29u32, later in 0..8i32,
            from in select(vec![0, 1, 3, 4_usize]), to in select(vec![0, 1, 3, 4_usize]), end in 1..13u32,
        ) {
            let (a, b) = (written(from, year, month, day), written(to, year + later, end, day));
            // Two periods of one length are compared as such.
            if from == to {
                return Ok(());
            }
            let said = delay(&a, &b).map(|shift| shift.by);
            let (unit, off) = match said {
                Some(Extent::About(Length::Weeks(n))) => (f64::from(n) * 7.0, 7.0),
                Some(Extent::About(Length::Months(n))) => (f64::from(n) * 30.44, 33.0),
                Some(Extent::About(Length::Years(n))) => (f64::from(n) * 365.25, 125.0),
                _ => return Ok(()),
            };
            for (from, to) in [(a.latest(), b.earliest()), (a.earliest(), b.latest())] {
                let days = (to.unwrap() - from.unwrap()).num_days() as f64;
                prop_assert!((days - unit).abs() < off, "{a:?} to {b:?}: {said:?}");
            }
        }
    }
}
