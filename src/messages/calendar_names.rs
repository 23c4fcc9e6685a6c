//! Dates of calendars other than the Gregorian one, in the words of a language (ICU4X, CLDR).

use std::fmt;

use chrono::{Datelike, NaiveDate};
use icu_calendar::types::RataDie;
use icu_calendar::{Date, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_locale_core::Locale;

use crate::content::date::calendar::Calendar;

/// Words the days, months and years of one calendar in one language.
pub struct CalendarNames {
    day: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    year: DateTimeFormatter<Y>,
}

impl fmt::Debug for CalendarNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CalendarNames")
    }
}

impl CalendarNames {
    /// `language`: a BCP 47 tag; one that ICU does not know has English names, from
    /// the era to the day.
    pub fn new(language: &str, calendar: Calendar) -> Option<Self> {
        let id = match calendar {
            Calendar::Islamic => "islamic-umalqura",
            other => other.id(),
        };
        let locale = |language: &str| format!("{language}-u-ca-{id}").parse::<Locale>().ok();
        let locale = locale(language).or_else(|| locale("en"))?;
        Some(Self {
            day: DateTimeFormatter::try_new((&locale).into(), YMD::long()).ok()?,
            month: DateTimeFormatter::try_new((&locale).into(), YM::long()).ok()?,
            year: DateTimeFormatter::try_new((&locale).into(), Y::long()).ok()?,
        })
    }

    /// "3 Azar 1403".
    pub fn day(&self, day: NaiveDate) -> String {
        self.day.format(&iso(day)).to_string()
    }

    /// The month that a day belongs to: "Azar 1403".
    pub fn month(&self, day: NaiveDate) -> String {
        self.month.format(&iso(day)).to_string()
    }

    /// The year that a day belongs to: "1403".
    pub fn year(&self, day: NaiveDate) -> String {
        self.year.format(&iso(day)).to_string()
    }
}

fn iso(day: NaiveDate) -> Date<Iso> {
    Date::from_rata_die(RataDie::new(day.num_days_from_ce().into()), Iso)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_in_the_words_of_their_language() {
        let day = NaiveDate::from_ymd_opt(2024, 11, 23).expect("a day");
        let words = |language: &str, calendar| {
            let names = CalendarNames::new(language, calendar).expect("names");
            names.day(day)
        };
        assert_eq!(words("fa", Calendar::Persian), "۳ آذر ۱۴۰۳");
        assert_eq!(words("en-GB", Calendar::Persian), "3 Azar 1403 AP");
        assert_eq!(words("th", Calendar::Buddhist), "23 พฤศจิกายน 2567");
        assert_eq!(words("ja", Calendar::Japanese), "令和6年11月23日");
        assert_eq!(words("he", Calendar::Hebrew), "כ״ב בחשוון ה׳תשפ״ה");
        assert_eq!(words("tlh", Calendar::Hebrew), "AM 5785 Heshvan 22");
    }
}
