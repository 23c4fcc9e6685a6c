//! Formats what dates are made of: years, months, days, and periods that are longer than a month.

use chrono::{Datelike, NaiveDate};
use edtf_core::Date;

use super::{MONTHS, MONTHS_IN_DATES, SHORT_MONTHS, SHORT_MONTHS_IN_DATES, kind_of_group, name};
use crate::content::date::{CoarsePeriod, DatePosition, Grouping, Precision, precision_of};
use crate::messages::{Arg, Messages};

/// Messages of a year: with its digits alone, before and after the start of the count.
type YearIds = [&'static str; 3];
/// At the top of what is about the year, and in links to it.
const HEADING: YearIds = ["year-heading", "date-year-bc", "date-year-ad"];
/// On its own in a text.
const ALONE: YearIds = ["date-year", "date-year-bc", "date-year-ad"];
/// Within a date that names a part of the year.
const IN_DATE: YearIds = ["year-in-date", "year-in-date-bc", "year-in-date-ad"];
/// In an abbreviated date.
const SHORT: YearIds = ["short-year", "date-year-bc", "date-year-ad"];
/// Below a bar of a chart.
const BAR: YearIds = ["bar-year", "date-year-bc", "date-year-ad"];

impl Messages {
    /// A year as a heading: "2025", "AD 79", "44 BC". The year is astronomical: 0 is 1 BC.
    pub fn year(&self, year: i32) -> String {
        self.year_as(&HEADING, year, "")
    }

    /// A year below a bar of a chart.
    pub fn bar_year(&self, year: i32) -> String {
        self.year_as(&BAR, year, "")
    }

    /// A year in a line of text: "2025".
    pub fn year_alone(&self, year: i32, case: &str) -> String {
        self.year_as(&ALONE, year, case)
    }

    /// A year in an abbreviated date or a span: "2025".
    pub fn short_year(&self, year: i32) -> String {
        self.year_as(&SHORT, year, "")
    }

    pub(super) fn year_in_date(&self, year: i32, case: &str) -> String {
        self.year_as(&IN_DATE, year, case)
    }

    fn year_as(&self, ids: &YearIds, year: i32, case: &str) -> String {
        let [plain, before, after] = *ids;
        let (id, digits) = match year {
            ..=0 => (before, (1 - i64::from(year)).to_string()),
            1..=999 => (after, year.to_string()),
            _ => (plain, year.to_string()),
        };
        let digits = self.digits(&digits);
        self.with(id, &[("year", (&*digits).into()), ("case", case.into())])
    }

    /// Several years: "1995–2021".
    pub fn year_range(&self, from: i32, to: i32) -> String {
        let (first, last) = (self.short_year(from), self.short_year(to));
        let id = match (from >= 1000, first.contains(char::is_whitespace)) {
            (true, _) => {
                let (from, to) = (from.to_string(), to.to_string());
                return self.two_years("short-years", (&from, &to), "");
            }
            (_, true) => "short-range-loose",
            (_, false) => "short-range",
        };
        let args = [
            ("from", (&first).into()),
            ("to", (&last).into()),
            ("from-full", (&first).into()),
            ("to-part", (&last).into()),
            ("from-kind", "year".into()),
            ("to-kind", "year".into()),
        ];
        self.with(id, &args)
    }

    /// A month's standalone name; empty for a number outside 1 to 12.
    pub fn month_name(&self, month: u8) -> &str {
        let index = usize::from(month).wrapping_sub(1);
        MONTHS.get(index).map_or("", |id| self.say(id))
    }

    /// "December 2025". The year is astronomical: 0 is 1 BC.
    pub fn month_year(&self, year: i32, month: u8) -> String {
        self.month_year_in(year, month, "")
    }

    /// "December 2025", in a case.
    pub fn month_year_in(&self, year: i32, month: u8, case: &str) -> String {
        let index = usize::from(month).wrapping_sub(1);
        let year = self.year_in_date(year, case);
        self.with(
            "date-month",
            &[
                ("month", name(&MONTHS_IN_DATES, index)),
                ("month-name", name(&MONTHS, index)),
                ("month-number", number_of(index)),
                ("year", (&year).into()),
                ("case", case.into()),
            ],
        )
    }

    /// "9 December", of any year.
    pub fn day_of_year(&self, month: u8, day: u8) -> String {
        self.day_of_month(month, day, "")
    }

    pub(super) fn day_of_month(&self, month: u8, day: u8, case: &str) -> String {
        let index = usize::from(month).wrapping_sub(1);
        self.with(
            "date-day-of-month",
            &[
                ("day", u32::from(day).into()),
                ("month", name(&MONTHS_IN_DATES, index)),
                ("month-name", name(&MONTHS, index)),
                ("month-number", number_of(index)),
                ("case", case.into()),
            ],
        )
    }

    /// "9 December 2025".
    pub fn day(&self, day: NaiveDate) -> String {
        self.day_in(day, "")
    }

    /// "9 December 2025", in a case.
    pub fn day_in(&self, day: NaiveDate, case: &str) -> String {
        self.day_of(day.year(), day.month0() as usize, day.day(), case)
    }

    fn day_of(&self, year: i32, month0: usize, day: u32, case: &str) -> String {
        let year = self.year_in_date(year, case);
        self.with(
            "date-day",
            &[
                ("day", day.into()),
                ("month", name(&MONTHS_IN_DATES, month0)),
                ("month-name", name(&MONTHS, month0)),
                ("month-number", number_of(month0)),
                ("year", (&year).into()),
                ("case", case.into()),
            ],
        )
    }

    /// A single date without weekday and qualifiers: "9 December 2025", "first quarter of 2026".
    pub(super) fn bare(&self, date: &Date, case: &str) -> String {
        let position = DatePosition::of(date);
        match position.coarse_period() {
            None => self.day_of(
                position.year.unwrap_or_default(),
                usize::from(position.month.unwrap_or_default()).wrapping_sub(1),
                u32::from(position.day.unwrap_or_default()),
                case,
            ),
            Some(CoarsePeriod::Month(year, month)) => self.month_year_in(year, month, case),
            Some(CoarsePeriod::Group(year, group)) => self.group_of(group, year, case),
            Some(CoarsePeriod::Year(year)) => self.year_alone(year, case),
            Some(CoarsePeriod::Decade(decade)) => {
                self.decade(decade, "date-decade", "date-years", case)
            }
            Some(CoarsePeriod::Century(century)) => {
                self.century(century, "date-century", "date-years", case)
            }
            Some(CoarsePeriod::Undated) => self.say("date-unknown").to_owned(),
        }
    }

    /// The same in a sentence: with the article of a quarter or half-year.
    pub(super) fn with_the(&self, date: &Date, case: &str) -> String {
        self.with_article(date, case, &|case| self.bare(date, case))
    }

    fn with_article(&self, date: &Date, case: &str, words: super::InCase<'_>) -> String {
        match precision_of(date) {
            Precision::Quarter => self.around("date-inner", "quarter", case, words),
            Precision::Half => self.around("date-inner", "half", case, words),
            _ => words(case),
        }
    }

    /// A certain date in a sentence, without its year; `None` if only the year is known.
    pub(super) fn without_year(&self, date: &Date, case: &str) -> Option<String> {
        let position = DatePosition::of(date);
        match (position.day, position.month, position.group) {
            (Some(day), Some(month), _) => Some(self.day_of_month(month, day, case)),
            (None, Some(month), _) => {
                let index = usize::from(month).wrapping_sub(1);
                let args = [
                    ("month-name", name(&MONTHS, index)),
                    ("month", name(&MONTHS_IN_DATES, index)),
                    ("month-number", number_of(index)),
                    ("case", case.into()),
                ];
                Some(self.with("date-month-of-year", &args))
            }
            (_, None, Some(group)) => Some(self.with_article(date, case, &|case| {
                let args = [
                    ("part", Arg::Message(part(group))),
                    ("which", which(group).into()),
                    ("kind", kind_of_group(group).into()),
                    ("case", case.into()),
                ];
                self.with("date-part-of-year", &args)
            })),
            _ => None,
        }
    }

    /// "9 Dec", "Dec", "Q1", "spring"; empty if only the year is known.
    pub(super) fn part_of_year(&self, date: &Date, case: &str) -> String {
        let position = DatePosition::of(date);
        let index = position
            .month
            .map(|month| usize::from(month).wrapping_sub(1));
        match (position.day, index, position.group) {
            (Some(day), Some(index), _) => {
                let args = [
                    ("day", u32::from(day).into()),
                    ("month", name(&SHORT_MONTHS_IN_DATES, index)),
                    ("month-name", name(&SHORT_MONTHS, index)),
                    ("month-number", number_of(index)),
                    ("case", case.into()),
                ];
                self.with("short-day", &args)
            }
            (None, Some(index), _) => {
                let args = [
                    ("month-name", name(&SHORT_MONTHS, index)),
                    ("month", name(&SHORT_MONTHS_IN_DATES, index)),
                    ("month-number", number_of(index)),
                    ("case", case.into()),
                ];
                self.with("short-month", &args)
            }
            (_, None, Some(group)) => self.with(short_part(group), &[("case", case.into())]),
            _ => String::new(),
        }
    }

    /// "the 1990s"; "the years 1 BC to AD 9" for the first one, and for those before the year 1000.
    pub(super) fn decade(&self, decade: i32, id: &str, years: &str, case: &str) -> String {
        let Some(number) = u32::try_from(decade).ok().filter(|decade| *decade >= 100) else {
            return self.years(years, decade * 10, decade * 10 + 9, case);
        };
        let first = format!("{decade}0");
        let first = self.digits(&first);
        let century = || self.ordinal(number / 10 + 1, case);
        self.with(
            id,
            &[
                ("decade", (&*first).into()),
                ("tens", (number % 10 * 10).into()),
                ("century", Arg::Later(&century)),
                ("century-number", (number / 10 + 1).into()),
                ("case", case.into()),
            ],
        )
    }

    fn years(&self, id: &str, from: i32, to: i32, case: &str) -> String {
        let (from, to) = (self.short_year(from), self.short_year(to));
        let args = [
            ("from", (&from).into()),
            ("to", (&to).into()),
            ("case", case.into()),
        ];
        self.with(id, &args)
    }

    /// "the 20th century" for the years 1900 to 1999; "the years 1 BC to AD 99" for the first one.
    pub(super) fn century(&self, century: i32, id: &str, years: &str, case: &str) -> String {
        let (first, last) = (century * 100, century * 100 + 99);
        let Some(number) = u32::try_from(century + 1).ok().filter(|number| *number > 1) else {
            return self.years(years, first, last, case);
        };
        let ordinal = || self.ordinal(number, case);
        let numerals = || roman(number);
        let first = || self.short_year(first);
        self.with(
            id,
            &[
                ("century", Arg::Later(&first)),
                ("number", Arg::Later(&ordinal)),
                ("century-number", number.into()),
                ("roman", Arg::Later(&numerals)),
                ("case", case.into()),
            ],
        )
    }

    /// "21st", by the last digits of a number. Languages whose ordinals do not depend on them have
    /// one text in all four messages.
    fn ordinal(&self, number: u32, case: &str) -> String {
        let id = match (number % 10, number % 100) {
            (1, teens) if teens != 11 => "ordinal-1",
            (2, teens) if teens != 12 => "ordinal-2",
            (3, teens) if teens != 13 => "ordinal-3",
            _ => "ordinal",
        };
        let numerals = || roman(number);
        let args = [
            ("number", number.into()),
            ("roman", Arg::Later(&numerals)),
            ("case", case.into()),
        ];
        self.with(id, &args)
    }

    /// "first quarter of 2026", "winter 2026".
    pub(super) fn group_of(&self, group: Grouping, year: i32, case: &str) -> String {
        let id = match group.precision() {
            Precision::Season => "date-season",
            _ => "date-quarter",
        };
        let year = self.year_in_date(year, case);
        let args = [
            ("part", Arg::Message(part(group))),
            ("which", which(group).into()),
            ("kind", kind_of_group(group).into()),
            ("year", (&year).into()),
            ("case", case.into()),
        ];
        self.with(id, &args)
    }
}

/// The number of a month, 1 to 12, for messages that have a form of its name of their own.
fn number_of(index: usize) -> Arg<'static> {
    index.wrapping_add(1).into()
}

/// A number in Roman numerals.
fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

/// A part of the year as messages may select on it: `q1`, `h2`, `spring`.
fn which(group: Grouping) -> &'static str {
    part(group).trim_start_matches("part-")
}

fn part(group: Grouping) -> &'static str {
    match group {
        Grouping::FirstQuarter => "part-q1",
        Grouping::SecondQuarter => "part-q2",
        Grouping::ThirdQuarter => "part-q3",
        Grouping::FourthQuarter => "part-q4",
        Grouping::FirstHalf => "part-h1",
        Grouping::SecondHalf => "part-h2",
        Grouping::Spring => "part-spring",
        Grouping::Summer => "part-summer",
        Grouping::Autumn => "part-autumn",
        Grouping::Winter => "part-winter",
    }
}

fn short_part(group: Grouping) -> &'static str {
    match group {
        Grouping::FirstQuarter => "part-short-q1",
        Grouping::SecondQuarter => "part-short-q2",
        Grouping::ThirdQuarter => "part-short-q3",
        Grouping::FourthQuarter => "part-short-q4",
        Grouping::FirstHalf => "part-short-h1",
        Grouping::SecondHalf => "part-short-h2",
        Grouping::Spring => "part-short-spring",
        Grouping::Summer => "part-short-summer",
        Grouping::Autumn => "part-short-autumn",
        Grouping::Winter => "part-short-winter",
    }
}
