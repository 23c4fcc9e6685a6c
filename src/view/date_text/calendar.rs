//! Dates in another calendar, beside the Gregorian one.

use std::borrow::Cow;

use chrono::{Months, NaiveDate};
use edtf_core::Edtf;

use crate::content::date::EventDate;
use crate::content::date::calendar::Calendar;
use crate::content::date::conversion::Period;
use crate::messages::{CalendarNames, Messages};

/// The words of a Gregorian month or year, if they hold for its first and its last day: two eras
/// may share it.
fn same(first: NaiveDate, length: Months, words: &dyn Fn(NaiveDate) -> String) -> Option<String> {
    let last = first.checked_add_months(length)?.pred_opt()?;
    let said = words(first);
    (said == words(last)).then_some(said)
}

impl Messages {
    /// The date in another calendar: "3 Azar 1403", "about 3 Azar 1403", "Azar 1403". `None` where
    /// that calendar has no words for it, because it is less exact than a day.
    pub fn in_calendar(
        &self,
        date: &EventDate,
        calendar: Calendar,
        names: &CalendarNames,
        case: &str,
    ) -> Option<String> {
        let words = self.words_in(date, calendar, names, case)?;
        Some(match self.digits(&words) {
            Cow::Owned(words) => words,
            Cow::Borrowed(_) => words,
        })
    }

    fn words_in(
        &self,
        date: &EventDate,
        calendar: Calendar,
        names: &CalendarNames,
        case: &str,
    ) -> Option<String> {
        let day = match calendar.period(date)? {
            Period::Day(day) => day,
            Period::Month(first) if calendar.is_gregorian() => {
                return same(first, Months::new(1), &|day| names.month(day));
            }
            Period::Year(first) if calendar.is_gregorian() => {
                return same(first, Months::new(12), &|day| names.year(day));
            }
            Period::Month(first) => return Some(names.month(first)),
            Period::Year(first) => return Some(names.year(first)),
            Period::Days(from, to) => {
                let (from, to) = (names.day(from), names.day(to));
                let args = [
                    ("from", (&from).into()),
                    ("to", (&to).into()),
                    ("from-full", (&from).into()),
                    ("to-part", (&to).into()),
                    ("from-kind", "day".into()),
                    ("to-kind", "day".into()),
                    ("case", case.into()),
                ];
                return Some(self.with("date-to", &args));
            }
        };
        let (about, perhaps) = match date.value() {
            Edtf::Date(single) => (single.is_approximate(), single.is_uncertain()),
            _ => (false, false),
        };
        let plain = |_: &str| names.day(day);
        Some(match (about, perhaps) {
            (false, false) => names.day(day),
            (true, false) => self.around("date-about", "day", case, &plain),
            (false, true) => self.around("date-perhaps", "day", case, &plain),
            (true, true) => self.around("date-about-uncertain", "day", case, &plain),
        })
    }
}
