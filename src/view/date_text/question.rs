//! How a reader may write a date into a search.

use edtf_core::Edtf;

use crate::content::date::EventDate;
use crate::messages::Messages;

impl Messages {
    /// The days 28 of each month, the months and the quarters of the year 2034, each in its words,
    /// in full and abbreviated, with a letter for what it is and the number of the month or
    /// quarter: `d3`, `m3`, `q1`. A script finds other days and years by them.
    pub fn dates_of_questions(&self) -> Vec<(String, String)> {
        let days = (1..=12).map(|n| (format!("2034-{n:02}-28"), format!("d{n}")));
        let months = (1..=12).map(|n| (format!("2034-{n:02}"), format!("m{n}")));
        let quarters = (1..=4).map(|n| (format!("2034-Q{n}"), format!("q{n}")));
        let mut all: Vec<(String, String)> = Vec::new();
        for (written, code) in days.chain(months).chain(quarters) {
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
        all
    }
}
