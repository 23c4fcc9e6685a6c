//! Dates in full.

use edtf_core::{Date, Edtf, Interval, IntervalEndpoint, Set, SetElement};

use super::{
    InCase, SHORT_WEEKDAYS, Single, WEEKDAYS, are_days_of_one_month, certain_kind, closed,
    day_number, kind_of, name, plain_year, plain_years, share_year, weekday,
};
use crate::content::date::{CoarsePeriod, EventDate, Precision, date_at, precision_of};
use crate::messages::{Arg, Messages};

impl Messages {
    /// The date for a sentence or a dateline: "Tuesday 9 December 2025, 14:30 WIB", "about 2024",
    /// "first quarter of 2026", "March to May 2026", "either 2024 or 2025".
    pub fn long(&self, date: &EventDate) -> String {
        self.long_in(date, "")
    }

    /// The date for a sentence that asks for a case.
    pub fn long_in(&self, date: &EventDate, case: &str) -> String {
        match date.value() {
            Edtf::Date(single) => self.single_long(single, case),
            Edtf::DateTime(moment) => match date.time() {
                Some(time) => {
                    let day = self.single_long(&moment.date, self.case("date-time", "date", case));
                    let clock = || self.time_of_day(time);
                    let args = [
                        ("date", (&day).into()),
                        ("time", Arg::Later(&clock)),
                        ("case", case.into()),
                    ];
                    self.with("date-time", &args)
                }
                None => self.single_long(&moment.date, case),
            },
            Edtf::Interval(interval) => self.interval_long(interval, date.is_target(), case),
            Edtf::Set(set) => self.choice_long(set, case),
        }
    }

    /// The heading of the group at the end of a period, for entries dated no more exactly than that
    /// period: "December 2025, day unknown".
    pub fn coarse_period(&self, period: &CoarsePeriod) -> String {
        let (words, unknown) = match *period {
            CoarsePeriod::Month(year, month) => (self.month_year(year, month), "day-unknown"),
            CoarsePeriod::Group(year, group) => (self.group_of(group, year, ""), "month-unknown"),
            CoarsePeriod::Year(year) => (self.year(year), "month-unknown"),
            CoarsePeriod::Decade(decade) => (
                self.decade(decade, "date-decade", "date-years", ""),
                "year-unknown",
            ),
            CoarsePeriod::Century(century) => (
                self.century(century, "date-century", "date-years", ""),
                "decade-unknown",
            ),
            CoarsePeriod::Undated => return self.say("date-unknown").to_owned(),
        };
        self.closing(&self.heading(&words), unknown)
    }

    /// The same below the heading of its year, which says the year: "December, day unknown".
    pub fn coarse_period_of_year(&self, period: &CoarsePeriod) -> String {
        match *period {
            CoarsePeriod::Month(_, month) => {
                self.closing(&self.heading(self.month_name(month)), "day-unknown")
            }
            CoarsePeriod::Year(_) => self.heading(self.say("month-unknown")),
            _ => self.coarse_period(period),
        }
    }

    fn closing(&self, period: &str, unknown: &str) -> String {
        let args = [
            ("period", period.into()),
            ("unknown", self.say(unknown).into()),
        ];
        self.with("closing", &args)
    }

    fn single_long(&self, date: &Date, case: &str) -> String {
        let the = |case: &str| self.with_the(date, case);
        if date.is_approximate() && date.is_uncertain() {
            return self.around("date-about-uncertain", certain_kind(date), case, &the);
        }
        let weekday = weekday(date).filter(|_| !date.is_approximate());
        self.hedged(date, case, &|case| match weekday {
            Some(weekday) => {
                let day = self.bare(date, self.case("date-weekday", "date", case));
                let args = [
                    ("weekday", name(&WEEKDAYS, weekday)),
                    ("weekday-short", name(&SHORT_WEEKDAYS, weekday)),
                    ("date", (&day).into()),
                    ("case", case.into()),
                ];
                self.with("date-weekday", &args)
            }
            None => self.bare(date, case),
        })
    }

    /// A date after a preposition or in a list: with its article, without a weekday.
    pub(super) fn inner(&self, date: &Date, case: &str) -> String {
        self.hedged(date, case, &|case| self.with_the(date, case))
    }

    /// Returns `plain` for a certain date, otherwise the date with "perhaps", "about" or both.
    fn hedged(&self, date: &Date, case: &str, plain: InCase<'_>) -> String {
        let the = |case: &str| self.with_the(date, case);
        let (id, words): (&str, InCase<'_>) = match (date.is_uncertain(), date.is_approximate()) {
            (false, false) => return plain(case),
            (false, true) => ("date-about", &the),
            (true, false) if precision_of(date) == Precision::Day => ("date-perhaps", plain),
            (true, false) => ("date-perhaps", &the),
            (true, true) => ("date-perhaps-about", &the),
        };
        self.around(id, certain_kind(date), case, words)
    }

    fn interval_long(&self, interval: &Interval, is_target: bool, case: &str) -> String {
        use IntervalEndpoint::{Open, Unknown};
        let one = |id: &str, end: &IntervalEndpoint| {
            date_at(end).map_or_else(String::new, |date| {
                self.around(id, kind_of(&date), case, &|case| self.inner(&date, case))
            })
        };
        match (&interval.start, &interval.end) {
            (start, Open) if is_target => one("date-or-later", start),
            (Open, end) if is_target => one("date-or-earlier", end),
            (start, Open) => one("date-since", start),
            (start, Unknown) => one("date-from", start),
            (Open, end) => one("date-until", end),
            (Unknown, end) => one("date-or-earlier", end),
            _ => closed(interval).map_or_else(String::new, |(from, to)| match from == to {
                true => self.single_long(&from, case),
                false => self.joined(&from, &to, case),
            }),
        }
    }

    /// "9 to 11 December 2025", "2024 to 2026", "March to May 2026".
    fn joined(&self, from: &Date, to: &Date, case: &str) -> String {
        if are_days_of_one_month(from, to) {
            return self.days_of_month("date-days", (from, to), case, &|date, case| {
                self.bare(date, case)
            });
        }
        if let Some((from, to)) = plain_years(from, to) {
            return self.two_years("date-to-years", (&from, &to), case);
        }
        self.ends("date-to", from, to, case)
    }

    /// Formats days of one month; `words` words a date in a case.
    pub(super) fn days_of_month(
        &self,
        id: &str,
        (from, to): (&Date, &Date),
        case: &str,
        words: &dyn Fn(&Date, &str) -> String,
    ) -> String {
        let asked = self.case(id, "date", case);
        let (date, from_full) = (|| words(to, asked), || words(from, asked));
        let args = [
            ("day", day_number(from)),
            ("to-day", day_number(to)),
            ("date", Arg::Later(&date)),
            ("from-full", Arg::Later(&from_full)),
            ("case", case.into()),
        ];
        self.with(id, &args)
    }

    /// Formats two years of only digits.
    pub(super) fn two_years(&self, id: &str, (from, to): (&String, &String), case: &str) -> String {
        let (from, to) = (self.digits(from), self.digits(to));
        let args = [
            ("from", (&*from).into()),
            ("to", (&*to).into()),
            ("case", case.into()),
        ];
        self.with(id, &args)
    }

    /// Formats a message with two dates; a year that both have is in only one of them.
    fn ends(&self, id: &str, from: &Date, to: &Date, case: &str) -> String {
        let days = are_days_of_one_month(from, to);
        let shared = share_year(from, to);
        let asked = (self.case(id, "from", case), self.case(id, "to", case));
        let full = |date: &Date, case: &str| match days {
            true => self.bare(date, case),
            false => self.inner(date, case),
        };
        let part = |date: &Date, case: &str| {
            if days {
                return self.with("day-number", &[("day", day_number(date))]);
            }
            let without = shared.then(|| self.without_year(date, case)).flatten();
            without.unwrap_or_else(|| self.inner(date, case))
        };
        let range = || self.joined(from, to, self.case(id, "range", case));
        let (first, first_full) = (|| part(from, asked.0), || full(from, asked.0));
        let (last, last_part) = (|| full(to, asked.1), || part(to, asked.1));
        self.with(
            id,
            &[
                ("from", Arg::Later(&first)),
                ("to", Arg::Later(&last)),
                ("from-full", Arg::Later(&first_full)),
                ("to-part", Arg::Later(&last_part)),
                ("range", Arg::Later(&range)),
                ("from-kind", kind_of(from).into()),
                ("to-kind", kind_of(to).into()),
                ("case", case.into()),
            ],
        )
    }

    fn choice_long(&self, set: &Set, case: &str) -> String {
        if let [SetElement::Range(from, to)] = set.elements.as_slice() {
            let id = match precision_of(from) {
                Precision::Day => "date-some-day",
                Precision::Month => "date-some-month",
                Precision::Year => "date-some-year",
                _ => "date-some-period",
            };
            return self.ends(id, from, to, case);
        }
        let years = set.elements.len() > 1
            && set.elements.iter().all(
                |element| matches!(element, SetElement::Date(date) if plain_year(date).is_some()),
            );
        let (id, one): (&str, Single<'_>) = match years {
            true => ("date-one-of-years", &|date, _| {
                plain_year(date).map_or_else(String::new, |year| {
                    self.digits(&year.to_string()).into_owned()
                })
            }),
            false => ("date-one-of", &|date, case| self.inner(date, case)),
        };
        let asked = self.case(id, "dates", case);
        let words = self.listed(set, asked, one, &|from, to, case| {
            self.joined(from, to, case)
        });
        match set.elements.len() {
            1 => words,
            _ => self.with(id, &[("dates", (&words).into()), ("case", case.into())]),
        }
    }

    /// The members of a set: "A, B or C".
    pub(super) fn listed(
        &self,
        set: &Set,
        case: &str,
        words: Single<'_>,
        range: &dyn Fn(&Date, &Date, &str) -> String,
    ) -> String {
        let count = set.elements.len();
        let bounded =
            |id: &str, date: &Date| self.around(id, kind_of(date), case, &|case| words(date, case));
        let parts = set.elements.iter().map(|element| match element {
            SetElement::Date(date) => (words(date, case), kind_of(date)),
            SetElement::OnOrBefore(date) => (bounded("date-or-earlier", date), "before"),
            SetElement::OnOrAfter(date) => (bounded("date-or-later", date), "open"),
            SetElement::Range(from, to) => (range(from, to, case), "range"),
        });
        let joined = parts
            .enumerate()
            .reduce(|(_, (dates, _)), (n, (date, kind))| {
                let id = match (n + 1 == count, count) {
                    (true, 2) => "date-or-two",
                    (true, _) => "date-or-last",
                    _ => "date-list",
                };
                let args = [
                    ("dates", (&dates).into()),
                    ("date", (&date).into()),
                    ("kind", kind.into()),
                    ("case", case.into()),
                ];
                (n, (self.with(id, &args), kind))
            });
        joined.map_or_else(String::new, |(_, (words, _))| words)
    }
}
