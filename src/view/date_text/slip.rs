//! Formats how far one date is from another, what was promised, and days of the present year.

use edtf_core::Edtf;

use super::{kind, kind_of};
use crate::content::date::{EventDate, Extent, Length, Shift, ShiftWay};
use crate::messages::{Arg, Messages};

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
        let (_, unit, count) = unit(length);
        let length = self.length(length, self.case(id, "length", ""));
        let args = [
            ("length", (&length).into()),
            ("count", count.into()),
            ("unit", unit.into()),
        ];
        self.with(id, &args)
    }

    /// "seven months without an entry".
    pub fn silence(&self, length: Length) -> String {
        let length = self.length(length, self.case("story-silence", "length", ""));
        self.with("story-silence", &[("length", (&length).into())])
    }

    /// "three months", "a year".
    fn length(&self, length: Length, case: &str) -> String {
        let (id, _, count) = unit(length);
        let figures = count.to_string();
        let figures = self.digits(&figures);
        let number = NUMBERS
            .get(count as usize)
            .map_or(Arg::Text(&figures), |id| Arg::Message(id));
        let args = [
            ("count", count.into()),
            ("number", number),
            ("case", case.into()),
        ];
        self.with(id, &args)
    }

    /// The abbreviated date, without the year if that is `year`: "28 Nov", "28 Nov 2025".
    pub fn short_in_year(&self, date: &EventDate, year: i32, case: &str) -> String {
        if let Edtf::Date(single) = date.value()
            && date.position().year == Some(year)
            && date.position().day.is_some()
        {
            return self.short_hedged(single, case, &|case| self.part_of_year(single, case));
        }
        self.short_in(date, case)
    }

    /// What was promised: "Promised for the first quarter of 2026". `wording` replaces the date:
    /// "Promised by the end of 2025".
    pub fn promised(&self, date: Option<&EventDate>, wording: Option<&str>) -> String {
        if let Some(wording) = wording {
            return self.with("promised", &[("wording", wording.into())]);
        }
        match date.map(|date| (date, date.value())) {
            Some((_, Edtf::Date(single))) => {
                self.around("promised-for", kind_of(single), "", &|case| {
                    self.inner(single, case)
                })
            }
            Some((date, _)) => self.around("promised-date", kind(date), "", &|case| {
                self.long_in(date, case)
            }),
            None => self.say("promised-undated").to_owned(),
        }
    }
}

/// The message of a length, its unit as messages may select on it, and how many there are.
fn unit(length: Length) -> (&'static str, &'static str, u32) {
    match length {
        Length::Days(count) => ("length-days", "days", count),
        Length::Weeks(count) => ("length-weeks", "weeks", count),
        Length::Months(count) => ("length-months", "months", count),
        Length::Quarters(count) => ("length-quarters", "quarters", count),
        Length::Years(count) => ("length-years", "years", count),
    }
}
