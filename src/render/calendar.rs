//! Calendars (iCalendar, RFC 5545).

use crate::diagnostic::visible::visible;
use crate::view::deps::{CalendarDeps, CalendarEvent, CalendarTime};

/// Maximum number of octets of a line, without its end (section 3.1).
const LINE: usize = 75;

/// Writes a calendar.
pub fn calendar(calendar: &CalendarDeps) -> Vec<u8> {
    let mut out = Lines(String::new());
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.text(
        "PRODID",
        &format!("-//Dateline//{}//EN", calendar.generator),
    );
    out.line("CALSCALE", "GREGORIAN");
    // RFC 7986; programs that do not know it read the properties without a standard.
    out.text("NAME", &calendar.name);
    out.text("X-WR-CALNAME", &calendar.name);
    out.line("URL", &calendar.page);
    out.line("SOURCE;VALUE=URI", &calendar.address);
    out.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    out.line("X-PUBLISHED-TTL", "P1D");
    for event in &calendar.events {
        out.event(event, &calendar.lang);
    }
    out.line("END", "VCALENDAR");
    out.0.into_bytes()
}

/// Content lines, each folded and ended by CRLF.
struct Lines(String);

impl Lines {
    fn event(&mut self, event: &CalendarEvent, lang: &str) {
        let lang = event.lang.as_deref().unwrap_or(lang);
        self.line("BEGIN", "VEVENT");
        self.text("UID", &event.uid);
        self.line("SEQUENCE", &event.sequence.to_string());
        self.line("DTSTAMP", &event.stamp);
        self.line("LAST-MODIFIED", &event.stamp);
        self.time("DTSTART", &event.start);
        if let Some(end) = &event.end {
            self.time("DTEND", end);
        }
        self.line("STATUS", event.status);
        self.line("TRANSP", "TRANSPARENT");
        self.text(&format!("SUMMARY;LANGUAGE={lang}"), &event.summary);
        self.text(&format!("DESCRIPTION;LANGUAGE={lang}"), &event.description);
        self.line("URL", &event.address);
        if !event.categories.is_empty() {
            let labels = event.categories.iter().map(|label| escaped(label));
            let labels = labels.collect::<Vec<_>>().join(",");
            self.line("CATEGORIES", &labels);
        }
        self.line("END", "VEVENT");
    }

    fn time(&mut self, name: &str, time: &CalendarTime) {
        match time {
            CalendarTime::Day(day) => self.line(&format!("{name};VALUE=DATE"), day),
            CalendarTime::Instant(at) => self.line(name, at),
        }
    }

    fn text(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    /// Writes a line, folded before [`LINE`] octets, never within a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }
}

/// A text as the value of a property (section 3.3.11). Control characters are omitted.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in visible(text).chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Undoes the folding of lines (section 3.1).
    fn unfolded(bytes: &str) -> Vec<String> {
        let text = bytes.replace("\r\n ", "");
        let lines = text.strip_suffix("\r\n").expect("the last line ends too");
        lines.split("\r\n").map(str::to_owned).collect()
    }

    fn written(summary: &str, description: &str) -> String {
        let event = CalendarEvent {
            uid: "launch@example.org".to_owned(),
            sequence: 1,
            stamp: "20260101T000000Z".to_owned(),
            start: CalendarTime::Day("20260301".to_owned()),
            end: Some(CalendarTime::Day("20260401".to_owned())),
            status: "TENTATIVE",
            summary: summary.to_owned(),
            description: description.to_owned(),
            address: "https://example.org/launch/".to_owned(),
            categories: vec![summary.to_owned(), "b".to_owned()],
            lang: None,
        };
        let bytes = calendar(&CalendarDeps {
            name: summary.to_owned(),
            address: "https://example.org/expected.ics".to_owned(),
            page: "https://example.org/expected/".to_owned(),
            lang: "en".to_owned(),
            generator: "Dateline".to_owned(),
            events: vec![event],
        });
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn separators_and_line_breaks_of_a_text_are_escaped() {
        assert_eq!(escaped("a; b, c\\d\ne\u{7}"), "a\\; b\\, c\\\\d\\ne");
    }

    proptest! {
        /// The rules of content lines, for any title and any text.
        #[test]
        fn any_text_makes_lines_that_a_calendar_accepts(
            title in any::<String>(),
            text in "[a-z\u{e9}\u{4e2d}\u{1f600};,:\"\\\\\r\n\t ]{0,300}",
        ) {
            let file = written(&title, &text);
            for line in file.split_terminator("\r\n") {
                prop_assert!(line.len() <= LINE, "{} octets: {line}", line.len());
                prop_assert!(!line.contains(['\r', '\n']), "{line:?}");
                prop_assert!(line.chars().all(|c| !c.is_control() || c == '\t'), "{line:?}");
            }
            let lines = unfolded(&file);
            for line in &lines {
                let name = line.split([':', ';']).next().unwrap_or_default();
                let good = |c: char| c.is_ascii_uppercase() || c == '-';
                prop_assert!(!name.is_empty() && name.chars().all(good), "{line:?}");
            }
            let count = |wanted: &str| lines.iter().filter(|line| *line == wanted).count();
            prop_assert_eq!(count("BEGIN:VEVENT"), 1);
            prop_assert_eq!(count("END:VEVENT"), 1);
            prop_assert_eq!(lines.len(), 25);
            let back = |name: &str| {
                let line = lines.iter().find_map(|line| line.strip_prefix(name));
                let mut chars = line.unwrap_or("missing").chars();
                let mut text = String::new();
                while let Some(c) = chars.next() {
                    match (c, c == '\\') {
                        (_, true) => match chars.next() {
                            Some('n') => text.push('\n'),
                            Some(c) => text.push(c),
                            None => text.push('?'),
                        },
                        (c, false) => text.push(c),
                    }
                }
                text
            };
            let seen = |text: &str| -> String {
                let kept = |c: &char| *c == '\n' || !c.is_control();
                visible(text).chars().filter(kept).collect()
            };
            prop_assert_eq!(back("SUMMARY;LANGUAGE=en:"), seen(&title));
            prop_assert_eq!(back("DESCRIPTION;LANGUAGE=en:"), seen(&text));
        }
    }
}
