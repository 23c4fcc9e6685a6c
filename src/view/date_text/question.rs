//! How a reader may write a date into a search.

use edtf_core::Edtf;

use crate::content::date::EventDate;
use crate::messages::Messages;

impl Messages {
    /// The days 28 of each month, the months and the quarters of the year 2034, and the 2030s, each in
    /// its words, in full and abbreviated, with a letter for what it is and the number of the month
    /// or quarter: `d3`, `m3`, `q1`, `t`; or decades by their names (`t1990`). A script finds other days, years and decades by them.
    pub fn dates_of_questions(&self) -> Vec<(String, String)> {
        let days = (1..=12).map(|n| (format!("2034-{n:02}-28"), format!("d{n}")));
        let months = (1..=12).map(|n| (format!("2034-{n:02}"), format!("m{n}")));
        let quarters = (1..=4).map(|n| (format!("2034-Q{n}"), format!("q{n}")));
        // Where decades have names without their numbers, those that are spoken of.
        let decades = match self.names_decades() {
            true => (190..=203)
                .map(|n| (format!("{n}X"), format!("t{n}0")))
                .collect(),
            false => vec![("203X".to_owned(), "t".to_owned())],
        };
        let mut all: Vec<(String, String)> = Vec::new();
        for (written, code) in days.chain(months).chain(quarters).chain(decades) {
            let Ok(date) = EventDate::parse(&written, chrono_tz::UTC) else {
                continue;
            };
            let in_full = match date.value() {
                // Without the weekday.
                Edtf::Date(single) if code.starts_with('d') => self.bare(single, ""),
                _ => self.long(&date),
            };
            for words in [in_full, self.short(&date)] {
                let known = all.iter().any(|(other, of)| (other, of) == (&words, &code));
                if !known {
                    all.push((words, code.clone()));
                }
            }
        }
        // The longer name of a decade first: it may begin with that of another.
        all.sort_by_key(|(words, code)| match code.starts_with('t') {
            true => words.len().wrapping_neg(),
            false => 0,
        });
        all
    }

    fn names_decades(&self) -> bool {
        let decade = EventDate::parse("203X", chrono_tz::UTC);
        decade.is_ok_and(|decade| !self.long(&decade).contains("2030"))
    }
}
