//! Abbreviated dates.

use edtf_core::{Date, Edtf, Interval, IntervalEndpoint};

use super::{
    InCase, SHORT_MONTHS, SHORT_MONTHS_IN_DATES, SHORT_WEEKDAYS, Single, Within,
    are_days_of_one_month, certain_kind, closed, day_number, is_doubted, kind_of, name,
    plain_years, share_year, weekday,
};
use crate::content::date::{CoarsePeriod, DatePosition, EventDate, date_at};
use crate::messages::{Arg, Messages};

impl Messages {
    /// The abbreviated date: "9 Dec 2025", "Q1 2026", "c. 2024", "Mar–May 2026". Omits the time of
    /// day.
    pub fn short(&self, date: &EventDate) -> String {
        self.short_in(date, "")
    }

    /// The abbreviated date with its time of day: "9 Dec 2025, 14:30 WIB".
    pub fn short_with_time(&self, date: &EventDate) -> String {
        let Some(time) = date.time() else {
            return self.short(date);
        };
        let day = self.short_in(date, self.case("date-time", "date", ""));
        let clock = || self.time_of_day(time);
        let args = [
            ("date", (&day).into()),
            ("time", Arg::Later(&clock)),
            ("case", "".into()),
        ];
        self.with("date-time", &args)
    }

    /// The abbreviated names of the months, January first, for an axis.
    pub fn axis_months(&self) -> [String; 12] {
        std::array::from_fn(|index| {
            let args = [
                ("month", name(&SHORT_MONTHS_IN_DATES, index)),
                ("month-name", name(&SHORT_MONTHS, index)),
                ("case", "".into()),
            ];
            self.with("short-month", &args)
        })
    }

    /// How an axis joins a month, `{m}`, and its year, `{y}`.
    pub fn axis_month_and_year(&self) -> String {
        let args = [
            ("part", "{m}".into()),
            ("year", "{y}".into()),
            ("kind", "month".into()),
            ("case", "".into()),
        ];
        self.with("short-date", &args)
    }

    /// How an axis names a year before the start of the count, and one of its first: `{y}`.
    pub fn axis_early_years(&self) -> [String; 2] {
        let args = [("year", "{y}".into()), ("case", "".into())];
        ["date-year-bc", "date-year-ad"].map(|id| self.with(id, &args))
    }

    /// The abbreviated date for a message that asks for a case.
    pub fn short_in(&self, date: &EventDate, case: &str) -> String {
        self.label(date, case, &|part, case| self.single_short(part, case))
    }

    /// The label for the date column, below a heading that names the date's year, or its year and
    /// month: "9 Dec", "Q1", "year only"; "Tue 9", "day unknown", "9–11".
    pub fn date_column(&self, date: &EventDate, within: Within) -> String {
        let position = date.position();
        let heading =
            |part: &Date, case: &str| self.date_column_part(part, &position, within, case);
        // Member of an interval or a set: a year there is not "year only".
        let member = |part: &Date, case: &str| match DatePosition::of(part).coarse_period() {
            Some(CoarsePeriod::Year(_)) => self.single_short(part, case),
            _ => self.date_column_part(part, &position, Within::Year, case),
        };
        match date.value() {
            Edtf::Interval(interval) => match closed(interval) {
                Some((from, to))
                    if within == Within::Month && are_days_of_one_month(&from, &to) =>
                {
                    let args = [("from", day_number(&from)), ("to", day_number(&to))];
                    self.with("date-column-days", &args)
                }
                _ => self.label(date, "", &member),
            },
            Edtf::Set(_) => self.label(date, "", &member),
            _ => self.label(date, "", &heading),
        }
    }

    /// A label composed of the short forms of its single dates.
    fn label(&self, date: &EventDate, case: &str, words: Single<'_>) -> String {
        match date.value() {
            Edtf::Date(single) => words(single, case),
            Edtf::DateTime(moment) => words(&moment.date, case),
            Edtf::Interval(interval) => {
                self.interval_label(interval, date.is_target(), case, words)
            }
            Edtf::Set(set) => self.listed(set, case, words, &|from, to, case| {
                self.range_label(from, to, case, words)
            }),
        }
    }

    fn interval_label(
        &self,
        interval: &Interval,
        is_target: bool,
        case: &str,
        words: Single<'_>,
    ) -> String {
        use IntervalEndpoint::{Open, Unknown};
        let one = |id: &str, end: &IntervalEndpoint| {
            date_at(end).map_or_else(String::new, |date| {
                self.around(id, kind_of(&date), case, &|case| words(&date, case))
            })
        };
        match (&interval.start, &interval.end) {
            (start, Open) if is_target => one("date-or-later", start),
            (Open, last) if is_target => one("date-or-earlier", last),
            (start, Open) => one("short-since", start),
            (start, Unknown) => one("short-from", start),
            (Open, last) => one("short-until", last),
            (Unknown, last) => one("date-or-earlier", last),
            _ => closed(interval).map_or_else(String::new, |(from, to)| {
                self.range_label(&from, &to, case, words)
            }),
        }
    }

    /// "9–11 Dec 2025", "Mar–May 2026", "9 Dec 2025 – 3 Jan 2026".
    fn range_label(&self, from: &Date, to: &Date, case: &str, words: Single<'_>) -> String {
        if from == to {
            return words(from, case);
        }
        if are_days_of_one_month(from, to) {
            return self.days_of_month("short-days", (from, to), case, words);
        }
        if let Some((from, to)) = plain_years(from, to) {
            return self.two_years("short-years", (&from, &to), case);
        }
        let asked = (
            self.case("short-range", "from", case),
            self.case("short-range", "to", case),
        );
        let all = words(from, asked.0);
        let part = self.part_of_year(from, asked.0);
        let whole = all == self.single_short(from, asked.0);
        let cut = share_year(from, to) && !part.is_empty() && whole;
        let first = if cut { &part } else { &all };
        let last = words(to, asked.1);
        let last_part = || match cut {
            true => self.part_of_year(to, asked.1),
            false => last.clone(),
        };
        let year = matches!(
            DatePosition::of(from).coarse_period(),
            Some(CoarsePeriod::Year(_))
        );
        let spaced = |words: &str| words.contains(char::is_whitespace);
        let loose = spaced(first) || (year && spaced(&last));
        let id = match loose || is_doubted(from) || is_doubted(to) {
            true => "short-range-loose",
            false => "short-range",
        };
        self.with(
            id,
            &[
                ("from", first.into()),
                ("to", (&last).into()),
                ("from-full", (&all).into()),
                ("to-part", Arg::Later(&last_part)),
                ("from-kind", kind_of(from).into()),
                ("to-kind", kind_of(to).into()),
                ("case", case.into()),
            ],
        )
    }

    fn single_short(&self, date: &Date, case: &str) -> String {
        let position = DatePosition::of(date);
        self.short_hedged(date, case, &|case| match position.coarse_period() {
            None | Some(CoarsePeriod::Month(..) | CoarsePeriod::Group(..)) => {
                let year = self.short_year(position.year.unwrap_or_default());
                let part = self.part_of_year(date, self.case("short-date", "part", case));
                let args = [
                    ("part", (&part).into()),
                    ("year", (&year).into()),
                    ("kind", certain_kind(date).into()),
                    ("case", case.into()),
                ];
                self.with("short-date", &args)
            }
            Some(CoarsePeriod::Decade(decade)) => {
                self.decade(decade, "date-decade-short", "date-years-short", case)
            }
            Some(CoarsePeriod::Century(century)) => {
                self.century(century, "date-century-short", "date-years-short", case)
            }
            Some(CoarsePeriod::Year(year)) => self.short_year(year),
            Some(CoarsePeriod::Undated) => self.bare(date, case),
        })
    }

    /// A date below a heading that names a year or a month.
    fn date_column_part(
        &self,
        date: &Date,
        heading: &DatePosition,
        within: Within,
        case: &str,
    ) -> String {
        let position = DatePosition::of(date);
        if position.year.is_none() || position.year != heading.year {
            return self.single_short(date, case);
        }
        let in_month = within == Within::Month && position.month == heading.month;
        match (position.coarse_period(), weekday(date)) {
            (Some(CoarsePeriod::Year(_)), _) if is_doubted(date) => self.single_short(date, case),
            (Some(CoarsePeriod::Year(_)), _) => self.say("year-only").to_owned(),
            (Some(CoarsePeriod::Month(..)), _) if in_month && !is_doubted(date) => {
                self.say("day-unknown").to_owned()
            }
            (None, Some(weekday)) if in_month && !date.is_approximate() => {
                let args = [
                    ("weekday", name(&SHORT_WEEKDAYS, weekday)),
                    ("day", day_number(date)),
                ];
                self.short_hedged(date, case, &|_| self.with("date-column-day", &args))
            }
            (None, _) if in_month => self.short_hedged(date, case, &|_| {
                self.with("day-number", &[("day", day_number(date))])
            }),
            _ => self.short_hedged(date, case, &|case| self.part_of_year(date, case)),
        }
    }

    pub(super) fn short_hedged(&self, date: &Date, case: &str, words: InCase<'_>) -> String {
        let kind = certain_kind(date);
        let about = |case: &str| match date.is_approximate() {
            true => self.around("short-about", kind, case, words),
            false => words(case),
        };
        let doubted = if date.is_approximate() {
            "doubted"
        } else {
            kind
        };
        match date.is_uncertain() {
            true => self.around("short-perhaps", doubted, case, &about),
            false => about(case),
        }
    }
}
