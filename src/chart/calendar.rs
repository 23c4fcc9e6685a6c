//! Days as numbers, and the civil calendar (proleptic Gregorian) that axes are divided by.

/// Days since 1 January 1970; negative before.
pub type Day = i32;

/// The day of a civil date. `month` is 1 to 12.
pub fn day(year: i32, month: u32, date: u32) -> Day {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let shifted = (month as i32 + 9) % 12;
    let of_year = (153 * shifted + 2) / 5 + date as i32 - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month (1 to 12) and date of a day.
pub fn civil(day: Day) -> (i32, u32, u32) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (
        year + era * 400 + i32::from(month <= 2),
        month as u32,
        date as u32,
    )
}

/// A unit that an axis or a row of bars is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Single days.
    Day,
    /// This many months: 1 or 3.
    Months(i32),
    /// This many years: 1, 2, 5, 10 … They are counted from the start of the count in both directions, as
    /// the years are that readers see: 100 BC to 1 BC, AD 1 to AD 99, AD 100 to AD 199.
    Years(i32),
}

/// Units from the finest to the coarsest.
pub const UNITS: [Unit; 14] = [
    Unit::Day,
    Unit::Months(1),
    Unit::Months(3),
    Unit::Years(1),
    Unit::Years(2),
    Unit::Years(5),
    Unit::Years(10),
    Unit::Years(20),
    Unit::Years(50),
    Unit::Years(100),
    Unit::Years(200),
    Unit::Years(500),
    Unit::Years(1000),
    Unit::Years(5000),
];

impl Unit {
    /// The start of the unit in which a day lies.
    pub fn floor(self, at: Day) -> Day {
        let (year, month, _) = civil(at);
        match self {
            Unit::Day => at,
            Unit::Months(n) => day(year, ((month as i32 - 1) / n * n + 1) as u32, 1),
            // Before the count, a year is shown as one more than its distance from the year 0.
            Unit::Years(n) if year <= 0 => day(1 - (n - year) / n * n, 1, 1),
            Unit::Years(n) => day((year / n * n).max(1), 1, 1),
        }
    }

    /// The start of the unit after the one in which a day lies.
    pub fn next(self, at: Day) -> Day {
        let start = self.floor(at);
        let (year, month, _) = civil(start);
        match self {
            Unit::Day => at + 1,
            Unit::Months(n) => {
                let months = month as i32 - 1 + n;
                day(year + months / 12, (months % 12 + 1) as u32, 1)
            }
            Unit::Years(n) if year == 1 => day(n.max(2), 1, 1),
            Unit::Years(n) => day(year + n, 1, 1),
        }
    }

    /// Its mean length in days.
    pub fn days(self) -> f64 {
        match self {
            Unit::Day => 1.0,
            Unit::Months(n) => f64::from(n) * 30.44,
            Unit::Years(n) => f64::from(n) * 365.24,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_civil_date() {
        assert_eq!(day(1970, 1, 1), 0);
        assert_eq!(day(2026, 11, 28), 20_785);
        for at in (-1_200_000..80_000).step_by(97) {
            let (year, month, date) = civil(at);
            assert_eq!(day(year, month, date), at);
        }
    }

    #[test]
    fn units_follow_one_another() {
        assert_eq!(Unit::Months(3).floor(day(2026, 11, 28)), day(2026, 10, 1));
        assert_eq!(Unit::Months(3).next(day(2026, 11, 28)), day(2027, 1, 1));
    }

    #[test]
    fn units_of_years_begin_at_the_round_years_that_readers_see() {
        // 200 BC, 100 BC, AD 1, AD 100, AD 200.
        let unit = Unit::Years(100);
        let mut starts = vec![unit.floor(day(-150, 7, 1))];
        for _ in 0..4 {
            starts.push(unit.next(starts[starts.len() - 1]));
        }
        let years: Vec<i32> = starts.iter().map(|at| civil(*at).0).collect();
        assert_eq!(years, [-199, -99, 1, 100, 200]);
        for unit in UNITS {
            let mut at = unit.floor(day(-300, 5, 5));
            for _ in 0..700 {
                let next = unit.next(at);
                assert!(next > at, "{unit:?}");
                assert_eq!(unit.floor(at), at, "{unit:?}");
                assert_eq!(unit.floor(next - 1), at, "{unit:?}");
                at = next;
                if at > day(300, 1, 1) {
                    break;
                }
            }
        }
    }
}
