//! Dates of other calendars, converted to and from the Gregorian one (ICU4X).

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use edtf_core::{Date as EdtfDate, Edtf, SetElement};
use icu_calendar::options::DateFromFieldsOptions;
use icu_calendar::types::{DateFields, RataDie};
use icu_calendar::{AnyCalendar, AnyCalendarKind, Date};

use super::calendar::{Calendar, year_of_era};
use super::{CoarsePeriod, DatePosition, EventDate, date_at};

/// Why a text with a date of another calendar could not be converted.
#[derive(Debug, PartialEq, Eq)]
pub enum NotConverted {
    /// The calendar has no such day, month or year.
    Missing(String),
    /// Nothing Gregorian means the same, or it is not written as a date.
    Unread(String),
}

/// A period as another calendar divides time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Day(NaiveDate),
    /// A whole month, by its first day.
    Month(NaiveDate),
    /// A whole year, by its first day.
    Year(NaiveDate),
    /// From one day to another.
    Days(NaiveDate, NaiveDate),
}

impl Calendar {
    fn any(self) -> AnyCalendar {
        AnyCalendar::new(match self {
            Self::Persian => AnyCalendarKind::Persian,
            // Of Saudi Arabia, which newspapers of other countries follow too.
            Self::Islamic => AnyCalendarKind::HijriUmmAlQura,
            Self::Hebrew => AnyCalendarKind::Hebrew,
            Self::Buddhist => AnyCalendarKind::Buddhist,
            Self::Japanese => AnyCalendarKind::Japanese,
        })
    }

    /// Returns the date in this calendar; of a month or a year, its first day.
    fn date(self, year: i32, month: u8, day: u8) -> Option<Date<AnyCalendar>> {
        if self == Self::Buddhist {
            // Its months and days are Gregorian.
            let day = NaiveDate::from_ymd_opt(year - 543, month.into(), day.into())?;
            return Some(self.on(day));
        }
        let mut fields = DateFields::default();
        fields.extended_year = Some(year);
        fields.ordinal_month = Some(month);
        fields.day = Some(day);
        Date::try_from_fields(fields, DateFromFieldsOptions::default(), self.any()).ok()
    }

    fn on(self, day: NaiveDate) -> Date<AnyCalendar> {
        let day = RataDie::new(day.num_days_from_ce().into());
        Date::from_rata_die(day, self.any())
    }

    /// The first and the last day of a year, of its month (counted from 1, leap months too), or of
    /// a day. `None` if there is no such date.
    fn days(self, year: i32, month: Option<u8>, day: Option<u8>) -> Option<[NaiveDate; 2]> {
        let first = self.date(year, month.unwrap_or(1), day.unwrap_or(1))?;
        let length: i64 = match (month, day) {
            (Some(_), Some(_)) => 1,
            (Some(_), None) => first.days_in_month().into(),
            _ => first.days_in_year().into(),
        };
        let first = gregorian(first)?;
        let last = first.checked_add_signed(chrono::TimeDelta::days(length - 1))?;
        Some([first, last])
    }

    /// Whether there is such a month, or day, in this calendar.
    pub(super) fn has(self, year: i32, month: u8, day: Option<u8>) -> bool {
        self.days(year, Some(month), day).is_some()
    }

    /// Returns the text with its dates of this calendar in Gregorian form: a day is a day, a month
    /// or a year one of its days (`[2024-11-21..2024-12-20]`). Gregorian years, and all else, stay
    /// as they are.
    ///
    /// # Errors
    /// The part of the text that is no date of this calendar, or that has no Gregorian form.
    pub fn to_gregorian(self, text: &str) -> Result<Cow<'_, str>, NotConverted> {
        let digits = ascii_digits(text);
        if self == Self::Japanese {
            let ends: Option<Vec<String>> = digits.split('/').map(of_era).collect();
            return Ok(ends.map_or(Cow::Borrowed(text), |ends| Cow::Owned(ends.join("/"))));
        }
        let (mut out, mut done) = (String::new(), 0);
        let mut tokens = Tokens {
            text: &digits,
            at: 0,
        };
        while let Some(token) = tokens.next_date() {
            if !Self::of_year(token.year).any(|calendar| calendar == self) {
                continue;
            }
            let written = &digits[token.start..token.end];
            let none = || NotConverted::Missing(written.to_owned());
            let [first, last] = self
                .days(token.year, token.month, token.day)
                .ok_or_else(none)?;
            let unread = || NotConverted::Unread(text.trim().to_owned());
            if token.unspecified {
                return Err(unread());
            }
            out.push_str(&digits[done..token.start]);
            done = token.end;
            let (before, after) = (digits[..token.start].trim_end(), digits[token.end..].trim());
            let starts = after.starts_with(['/', '.']) || before.ends_with('[');
            let ends = before.ends_with(['/', '.']);
            let alone = before.is_empty() && after.is_empty();
            out.push_str(&match (first == last, starts, ends) {
                // Its months and years are Gregorian.
                _ if self == Self::Buddhist => gregorian_form(first, token.month, token.day),
                (true, ..) | (false, true, false) => first.to_string(),
                (false, _, true) => last.to_string(),
                (false, false, false) if alone => format!("[{first}..{last}]"),
                // "About" a month or a year, or one of several, has no form in Gregorian days.
                (false, false, false) => return Err(unread()),
            });
        }
        if done == 0 {
            return Ok(Cow::Borrowed(text));
        }
        out.push_str(&digits[done..]);
        Ok(Cow::Owned(out))
    }

    /// Returns a date as a period of this calendar; `None` if it is less exact than a day, and no
    /// whole month or year of this calendar.
    pub fn period(self, date: &EventDate) -> Option<Period> {
        match date.value() {
            Edtf::Date(single) => match day_of(single) {
                None if self.is_gregorian() => gregorian_period(single),
                day => day.map(Period::Day),
            },
            Edtf::DateTime(moment) => day_of(&moment.date).map(Period::Day),
            Edtf::Interval(interval) => {
                let (from, to) = (date_at(&interval.start)?, date_at(&interval.end)?);
                let doubted = |date: &EdtfDate| date.is_approximate() || date.is_uncertain();
                if doubted(&from) || doubted(&to) {
                    return None;
                }
                Some(Period::Days(day_of(&from)?, day_of(&to)?))
            }
            Edtf::Set(set) => match set.elements.as_slice() {
                [SetElement::Range(from, to)] => self.whole(day_of(from)?, day_of(to)?),
                _ => None,
            },
        }
    }

    /// Returns the month or year that begins and ends on two days.
    fn whole(self, from: NaiveDate, to: NaiveDate) -> Option<Period> {
        let (first, last) = (self.on(from), self.on(to));
        let same_year = first.year().extended_year() == last.year().extended_year();
        let begins = first.day_of_month().0 == 1;
        let ends = last.day_of_month().0 == last.days_in_month();
        let (month, last_month) = (first.month().ordinal, last.month().ordinal);
        if !(same_year && begins && ends) {
            return None;
        }
        match (month, last_month) {
            (one, other) if one == other => Some(Period::Month(from)),
            (1, end) if end == last.months_in_year() => Some(Period::Year(from)),
            _ => None,
        }
    }
}

/// Returns the Gregorian form of a date with a year of an era: `令和6年11月23日` is `2024-11-23`.
fn of_era(text: &str) -> Option<String> {
    let (year, mut rest) = year_of_era(text.trim())?;
    let mut date = format!("{year:04}");
    for (unit, next) in [("年", "月"), ("月", "日")] {
        rest = rest.strip_prefix(unit)?.trim();
        if rest.is_empty() {
            return Some(date);
        }
        let digits;
        (digits, rest) = rest.split_at(rest.find(next)?);
        let number: u8 = digits.trim().parse().ok()?;
        date.push_str(&format!("-{number:02}"));
    }
    rest.strip_prefix("日")?.trim().is_empty().then_some(date)
}

fn gregorian(date: Date<AnyCalendar>) -> Option<NaiveDate> {
    let days = date.to_rata_die().to_i64_date();
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(days).ok()?)
}

fn day_of(date: &EdtfDate) -> Option<NaiveDate> {
    let position = DatePosition::of(date);
    let (year, month, day) = (position.year?, position.month?, position.day?);
    NaiveDate::from_ymd_opt(year, month.into(), day.into())
}

fn gregorian_form(day: NaiveDate, month: Option<u8>, written_day: Option<u8>) -> String {
    let form = match (month, written_day) {
        (Some(_), Some(_)) => "%Y-%m-%d",
        (Some(_), None) => "%Y-%m",
        _ => "%Y",
    };
    day.format(form).to_string()
}

/// A whole Gregorian month or year, where it is certain.
fn gregorian_period(date: &EdtfDate) -> Option<Period> {
    if date.is_approximate() || date.is_uncertain() {
        return None;
    }
    match DatePosition::of(date).coarse_period()? {
        CoarsePeriod::Month(year, month) => {
            NaiveDate::from_ymd_opt(year, month.into(), 1).map(Period::Month)
        }
        CoarsePeriod::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).map(Period::Year),
        _ => None,
    }
}

/// Replaces the digits of Arabic, Persian, Hindi and Thai, and full-width ones, by those of ASCII.
fn ascii_digits(text: &str) -> Cow<'_, str> {
    let of = |c: char| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
        '०'..='९' => char::from_digit(c as u32 - '०' as u32, 10),
        '๐'..='๙' => char::from_digit(c as u32 - '๐' as u32, 10),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => None,
    };
    match text.is_ascii() {
        true => Cow::Borrowed(text),
        false => text.chars().map(|c| of(c).unwrap_or(c)).collect(),
    }
}

/// A date within a text: a year of four digits, with or without month and day.
struct Token {
    start: usize,
    end: usize,
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
    /// Whether digits are left open: `140X`, `1403-XX`.
    unspecified: bool,
}

struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl Tokens<'_> {
    fn next_date(&mut self) -> Option<Token> {
        loop {
            let bytes = self.text.as_bytes();
            let start = self.at + bytes[self.at..].iter().position(u8::is_ascii_digit)?;
            let year_end = digits_end(bytes, start);
            self.at = year_end;
            let time = start > 0 && matches!(bytes[start - 1], b'T' | b':' | b'+' | b'-' | b'X');
            let open = bytes[year_end..]
                .iter()
                .take_while(|b| matches!(b, b'X' | b'x'));
            let open = open.count();
            if year_end - start + open != 4 || time {
                continue;
            }
            if open > 0 {
                // The first year that it may be, or the first of the decade after it.
                let lowest: i32 = self.text[start..year_end].parse().ok()?;
                self.at = year_end + open;
                return Some(Token {
                    start,
                    end: self.at,
                    year: lowest * 10_i32.pow(u32::try_from(open).unwrap_or(0)),
                    month: None,
                    day: None,
                    unspecified: true,
                });
            }
            let mut token = Token {
                start,
                end: year_end,
                year: self.text[start..year_end].parse().ok()?,
                month: None,
                day: None,
                unspecified: self.text[year_end..].starts_with("-X"),
            };
            // Persian and Arabic newspapers write 1403/09/03.
            let Some(sign @ (b'-' | b'/' | b'.')) = bytes.get(year_end).copied() else {
                return Some(token);
            };
            let month_end = digits_end(bytes, year_end + 1);
            let month = self.text[year_end + 1..month_end].parse();
            if month_end - year_end > 3 || month.is_err() {
                return Some(token);
            }
            token.month = month.ok();
            (token.end, self.at) = (month_end, month_end);
            let day_end = match bytes.get(month_end) {
                Some(next) if *next == sign => digits_end(bytes, month_end + 1),
                _ => return Some(token),
            };
            let day = self.text[month_end + 1..day_end].parse();
            if day_end - month_end <= 3 && day.is_ok() {
                token.day = day.ok();
                (token.end, self.at) = (day_end, day_end);
            }
            return Some(token);
        }
    }
}

fn digits_end(bytes: &[u8], from: usize) -> usize {
    let from = from.min(bytes.len());
    let digits = bytes[from..].iter().take_while(|b| b.is_ascii_digit());
    from + digits.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(calendar: Calendar, text: &str) -> String {
        calendar.to_gregorian(text).expect("a date").into_owned()
    }

    #[test]
    fn days_months_and_years_become_gregorian() {
        use Calendar::{Buddhist, Hebrew, Islamic, Persian};
        for (calendar, text, gregorian) in [
            (Persian, "1403-09-03", "2024-11-23"),
            (Persian, "1403/9/3", "2024-11-23"),
            (Persian, "۱۴۰۳/۰۹/۰۳", "2024-11-23"),
            (Persian, "1395-02-31", "2016-05-20"),
            (Persian, "1403-12-30", "2025-03-20"),
            (Persian, "1403-09", "[2024-11-21..2024-12-20]"),
            (Persian, "1403", "[2024-03-20..2025-03-20]"),
            (Persian, "1403-09-03~", "2024-11-23~"),
            (Persian, "1403-09-03~/1403-09-05", "2024-11-23~/2024-11-25"),
            (
                Persian,
                "[1403-09-03,1403-09-05]",
                "[2024-11-23,2024-11-25]",
            ),
            (Persian, "1403/1404", "2024-03-20/2026-03-20"),
            (Persian, "1403-09-03/1403-09-05", "2024-11-23/2024-11-25"),
            (
                Persian,
                "[1403-09-03..1403-10-01]",
                "[2024-11-23..2024-12-21]",
            ),
            (Persian, "../1403-09-03", "../2024-11-23"),
            (
                Persian,
                "1403-09-03T14:30:00+03:30",
                "2024-11-23T14:30:00+03:30",
            ),
            (Persian, "2024-11-23", "2024-11-23"),
            (Persian, "2024", "2024"),
            (Islamic, "1446-05-21", "2024-11-23"),
            (Islamic, "1446-09", "[2025-03-01..2025-03-29]"),
            (Hebrew, "5785-02-22", "2024-11-23"),
            (Hebrew, "5784-07-01", "2024-03-11"),
            (Buddhist, "2567-11-23", "2024-11-23"),
            (Buddhist, "๒๕๖๗-๑๑-๒๓", "2024-11-23"),
            (Buddhist, "2567-02", "2024-02"),
            (Buddhist, "2567~", "2024~"),
            (Calendar::Japanese, "令和6年11月23日", "2024-11-23"),
            (Calendar::Japanese, "令和６年１１月２３日", "2024-11-23"),
            (
                Calendar::Japanese,
                "令和6年11月23日/令和6年11月25日",
                "2024-11-23/2024-11-25",
            ),
            (Calendar::Japanese, "平成元年1月", "1989-01"),
            (Calendar::Japanese, "昭和64年", "1989"),
            (Calendar::Japanese, "2024-11-23", "2024-11-23"),
            (Calendar::Japanese, "令和6年頃", "令和6年頃"),
        ] {
            assert_eq!(converted(calendar, text), gregorian, "{text}");
            let read = EventDate::parse(gregorian, chrono_tz::UTC);
            assert!(read.is_ok() || gregorian == text, "{text}: {read:?}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_named() {
        let fault = |calendar: Calendar, text| match calendar.to_gregorian(text) {
            Err(NotConverted::Missing(date)) => date,
            other => panic!("{other:?}"),
        };
        assert_eq!(fault(Calendar::Persian, "1404-12-30"), "1404-12-30");
        assert_eq!(fault(Calendar::Persian, "1403-13-01"), "1403-13-01");
        assert_eq!(fault(Calendar::Islamic, "1446-02-31"), "1446-02-31");
        assert_eq!(fault(Calendar::Hebrew, "5785-13-01"), "5785-13-01");
    }

    #[test]
    fn what_has_no_gregorian_form_is_told() {
        for text in [
            "1403-09~",
            "1403?",
            "140X",
            "1403-XX",
            "{1403,1404}",
            "1403-Q2",
        ] {
            let fault = Calendar::Persian.to_gregorian(text).unwrap_err();
            assert_eq!(fault, NotConverted::Unread(text.to_owned()));
        }
        assert_eq!(converted(Calendar::Persian, "202X"), "202X");
    }

    #[test]
    fn a_month_and_a_year_are_known_again() {
        let period = |calendar: Calendar, text: &str| {
            let date =
                EventDate::parse(&converted(calendar, text), chrono_tz::UTC).expect("a date");
            calendar.period(&date)
        };
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let first = day("2024-11-21");
        assert_eq!(
            period(Calendar::Persian, "1403-09"),
            Some(Period::Month(first))
        );
        let new_year = day("2024-03-20");
        assert_eq!(
            period(Calendar::Persian, "1403"),
            Some(Period::Year(new_year))
        );
        let hebrew = period(Calendar::Hebrew, "5784");
        assert_eq!(hebrew, Some(Period::Year(day("2023-09-16"))));
        let exact = Some(Period::Day(day("2024-11-23")));
        assert_eq!(period(Calendar::Persian, "1403-09-03"), exact);
        assert_eq!(period(Calendar::Japanese, "2024-11-23"), exact);
        assert_eq!(period(Calendar::Persian, "2024-11"), None);
        let month = Some(Period::Month(day("2024-11-01")));
        assert_eq!(period(Calendar::Buddhist, "2567-11"), month);
        assert_eq!(period(Calendar::Japanese, "令和6年11月"), month);
        assert_eq!(period(Calendar::Persian, "2024-11-23~/2024-11-25"), None);
        assert_eq!(period(Calendar::Persian, "[2024-11-22..2024-12-20]"), None);
    }
}
