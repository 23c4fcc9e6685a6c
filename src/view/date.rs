//! Formatted dates and instants.

use std::sync::PoisonError;

use chrono::Datelike;

use super::context::ViewContext;
use super::date_text::{self, Within};
use super::{DateView, Stamp};
use crate::content::date::{EventDate, Extent, Mark, Shift, ShiftWay};
use crate::content::front_matter::Moment;
use crate::messages::{CalendarNames, Messages};
use crate::model::entry::EntryId;

impl ViewContext<'_> {
    /// An entry's date, for a list under the heading of `within`.
    pub fn entry_date(&self, id: EntryId, within: Option<Within>) -> DateView {
        let entry = self.site.entry(id);
        let mut view = match (&entry.date, &entry.wording) {
            (None, None) if entry.background => {
                self.date_view(None, Some(self.messages.say("background-date")))
            }
            (date, wording) => self.date_view(date.as_ref(), wording.as_deref()),
        };
        if let (Some(within), Some(date)) = (within, &entry.date) {
            view.spine = self.messages.date_column(date, within);
        }
        view
    }

    /// How far a date is from the first that was announced: "16 days later"; if the amount cannot
    /// be stated, what it is later or earlier than.
    pub fn put_off(&self, shift: Shift) -> String {
        match (shift.by, shift.way) {
            (Extent::Unknown, ShiftWay::Later) => self.messages.say("later-than-first").to_owned(),
            (Extent::Unknown, ShiftWay::Earlier) => {
                self.messages.say("earlier-than-first").to_owned()
            }
            _ => self.messages.shift(shift),
        }
    }

    /// A date for places where no heading names its year. `wording` replaces the full text, never
    /// the bounds.
    pub fn date_view(&self, date: Option<&EventDate>, wording: Option<&str>) -> DateView {
        let Some(date) = date else {
            return undated(wording.unwrap_or_else(|| self.messages.say("no-date")));
        };
        let mut view = self.plain_date(date);
        if let Some(wording) = wording {
            wording.clone_into(&mut view.text);
            view.wording = Some(wording.to_owned());
            view.datetime = None;
            view.kind = "words";
        }
        view
    }

    /// A date in full for a message that asks for a case.
    pub fn date_view_for(
        &self,
        id: &str,
        date: Option<&EventDate>,
        wording: Option<&str>,
    ) -> DateView {
        let mut view = self.date_view(date, wording);
        let case = self.messages.case(id, "date", "");
        if let (Some(date), None, false) = (date, wording, case.is_empty()) {
            view.text = self.messages.long_in(date, case);
            if let Some(other) = self.in_calendar(date, case) {
                view.text = self.beside_gregorian(&other, &view.text, case);
            }
        }
        view
    }

    /// A date in the site's other calendar, if it has one.
    fn in_calendar(&self, date: &EventDate, case: &str) -> Option<String> {
        let calendar = self.site.config.calendar?;
        let made = || CalendarNames::new(self.language_of_names(), calendar);
        let names = self.cache.calendar.get_or_init(made);
        self.messages
            .in_calendar(date, calendar, names.as_ref()?, case)
    }

    fn beside_gregorian(&self, date: &str, gregorian: &str, case: &str) -> String {
        let args = [
            ("date", date.into()),
            ("gregorian", gregorian.into()),
            ("case", case.into()),
        ];
        self.messages.with("date-in-calendars", &args)
    }

    /// The same, abbreviated.
    pub fn short_view_for(&self, id: &str, date: &EventDate) -> DateView {
        let mut view = self.date_view(Some(date), None);
        let case = self.messages.case(id, "date", "");
        if !case.is_empty() {
            view.short = self.messages.short_in(date, case);
        }
        view
    }

    fn plain_date(&self, date: &EventDate) -> DateView {
        let known = self.cache.dates.read();
        let known = known.unwrap_or_else(PoisonError::into_inner);
        // The dates of what is expected and has an open end are few.
        let is_kept = !date.is_target();
        if let Some(view) = known.get(date.written()).filter(|_| is_kept) {
            return view.clone();
        }
        drop(known);
        let mut view = date_view(self.messages, date);
        if let Some(other) = self.in_calendar(date, "") {
            view.text = self.beside_gregorian(&other, &view.text, "");
            view.calendar = Some(other);
        }
        if !is_kept {
            return view;
        }
        let known = self.cache.dates.write();
        let mut known = known.unwrap_or_else(PoisonError::into_inner);
        known.insert(date.written().into(), view.clone());
        view
    }

    /// An instant, or a day without a time: the local day and time as written.
    pub fn stamp(&self, moment: Moment) -> Stamp {
        let zone = self.site.config.timezone;
        if moment.day_only {
            let day = moment.day(zone);
            return Stamp {
                text: self.messages.day(day),
                iso: (1..=9999).contains(&day.year()).then(|| day.to_string()),
            };
        }
        Stamp {
            text: self.messages.moment(moment, zone),
            iso: date_text::iso_moment(moment, zone),
        }
    }

    /// The day of an instant, abbreviated.
    pub fn day_stamp(&self, moment: Moment) -> Stamp {
        let day = moment.day(self.site.config.timezone);
        let date = EventDate::parse(&day.to_string(), self.site.config.timezone);
        Stamp {
            text: date.map_or_else(
                |_| self.messages.day(day),
                |date| self.messages.short(&date),
            ),
            iso: (1..=9999).contains(&day.year()).then(|| day.to_string()),
        }
    }
}

/// A message that replaces a date.
fn undated(words: &str) -> DateView {
    DateView {
        text: words.to_owned(),
        short: words.to_owned(),
        spine: words.to_owned(),
        edtf: None,
        datetime: None,
        calendar: None,
        wording: None,
        mark: "undated",
        kind: "words",
    }
}

/// A formatted date for places where no heading names its year.
fn date_view(words: &Messages, date: &EventDate) -> DateView {
    let short = words.short(date);
    DateView {
        text: words.long(date),
        spine: short.clone(),
        short,
        edtf: Some(date.edtf()),
        datetime: date.html_datetime(),
        calendar: None,
        wording: None,
        mark: match date.mark() {
            Mark::Exact => "exact",
            Mark::Partial => "partial",
            Mark::Approximate => "approximate",
            Mark::Range => "range",
        },
        kind: date_text::kind(date),
    }
}
