//! Formats how far one date is from another, what was promised, and days of the present year.

use edtf_core::Edtf;

use crate::content::date::{EventDate, Extent, Length, Shift, ShiftWay};
use crate::messages::Messages;

/// Small numbers in words, starting with zero.
const NUMBERS: [&str; 10] = [
    "number-0", "number-1", "number-2", "number-3", "number-4", "number-5", "number-6", "number-7",
    "number-8", "number-9",
];

/// Message ids by extent: exactly, about, at least, up to, more than, unknown.
const LATER: [&str; 6] = [
    "later-exactly",
    "later-about",
    "later-at-least",
    "later-up-to",
    "later-more-than",
    "later",
];
const EARLIER: [&str; 6] = [
    "earlier-exactly",
    "earlier-about",
    "earlier-at-least",
    "earlier-up-to",
    "earlier-more-than",
    "earlier",
];
const LATE: [&str; 6] = [
    "late-exactly",
    "late-about",
    "late-at-least",
    "late-up-to",
    "late-more-than",
    "late",
];
const EARLY: [&str; 6] = [
    "early-exactly",
    "early-about",
    "early-at-least",
    "early-up-to",
    "early-more-than",
    "early",
];

impl Messages {
    /// "16 days later", "at least 18 months later", "about a year earlier", "later".
    pub fn shift(&self, shift: Shift) -> String {
        match shift.way {
            ShiftWay::Later => self.by(shift.by, &LATER),
            ShiftWay::Earlier => self.by(shift.by, &EARLIER),
        }
    }

    /// "16 days late", "at least three months late", "a week early".
    pub fn punctuality(&self, shift: Shift) -> String {
        match shift.way {
            ShiftWay::Later => self.by(shift.by, &LATE),
            ShiftWay::Earlier => self.by(shift.by, &EARLY),
        }
    }

    fn by(&self, extent: Extent, ids: &[&'static str; 6]) -> String {
        let [exactly, about, at_least, up_to, more_than, unknown] = *ids;
        let (id, length) = match extent {
            Extent::Exactly(length) => (exactly, length),
            Extent::About(length) => (about, length),
            Extent::AtLeast(length) => (at_least, length),
            Extent::UpTo(length) => (up_to, length),
            Extent::MoreThan(length) => (more_than, length),
            Extent::Unknown => return self.say(unknown).to_owned(),
        };
        let length = self.length(length);
        self.with(id, &[("length", (&length).into())])
    }

    /// "three months", "a year".
    fn length(&self, length: Length) -> String {
        let (id, count) = match length {
            Length::Days(count) => ("length-days", count),
            Length::Weeks(count) => ("length-weeks", count),
            Length::Months(count) => ("length-months", count),
            Length::Quarters(count) => ("length-quarters", count),
            Length::Years(count) => ("length-years", count),
        };
        let figures = count.to_string();
        let number = NUMBERS
            .get(count as usize)
            .map_or(figures.as_str(), |id| self.say(id));
        self.with(id, &[("count", count.into()), ("number", number.into())])
    }

    /// The abbreviated date, without the year if that is `year`: "28 Nov", "28 Nov 2025".
    pub fn short_in_year(&self, date: &EventDate, year: i32) -> String {
        if let Edtf::Date(single) = date.value()
            && date.position().year == Some(year)
            && date.position().day.is_some()
        {
            return self.short_hedged(single, self.part_of_year(single));
        }
        self.short(date)
    }

    /// What was promised: "Promised for the first quarter of 2026". `wording` replaces the date:
    /// "Promised by the end of 2025".
    pub fn promised(&self, date: Option<&EventDate>, wording: Option<&str>) -> String {
        if let Some(wording) = wording {
            return self.with("promised", &[("wording", wording.into())]);
        }
        match date.map(|date| (date, date.value())) {
            Some((_, Edtf::Date(single))) => self.dated("promised-for", &self.inner(single)),
            Some((date, _)) => self.dated("promised-date", &self.long(date)),
            None => self.say("promised-undated").to_owned(),
        }
    }
}
