//! Reads days and times in the forms that other programs write, where they have only one reading:
//! timestamps of YAML 1.1 (`2001-12-14 21:59:43.10 -5`), RFC 822, 850 and 1123, the basic format of
//! ISO 8601, and what Go, Ruby and JavaScript print (`Tue Dec 09 2025 14:30:00 GMT+0700 (…)`).
//!
//! The local day is always the one that was written.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};
use chrono_tz::Tz;

use super::clock;
use super::guess::{Token, is_since, month, tokens, weekday};
use super::read::is_date;

/// A text in another form.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OtherForm {
    /// The same date as EDTF, or as a day and a time of day that `clock::read` accepts.
    pub standard: String,
    /// Byte range of the part that has no effect: the zone of a day without a time of day.
    pub ignored: Option<(usize, usize)>,
}

/// Returns what a text in another form says; `None` if it is in none of them, or has several
/// readings. The text must be trimmed and short.
pub(super) fn other_form(text: &str, zone: Tz) -> Option<OtherForm> {
    if !text.is_ascii() {
        return None;
    }
    if let Some(extended) = from_basic(text) {
        return other_form(&extended, zone).map(|form| OtherForm {
            ignored: None,
            ..form
        });
    }
    let Some(parts) = DayAndTime::of(text) else {
        return day_alone(text);
    };
    let standard = match parts.shift(zone)? {
        Shift::None => parts.local_text(),
        Shift::At(shift) => format!("{}{shift}", parts.local_text()),
        Shift::Unknown => return None,
    };
    Some(OtherForm {
        standard,
        ignored: None,
    })
}

/// Returns the day and time of a text whose zone is unknown or impossible, or whose time the clocks
/// in `zone` skipped: the day as written, the time in `zone`.
pub(super) fn without_zone(text: &str, zone: Tz) -> Option<String> {
    let parts = DayAndTime::of(text).filter(|_| text.is_ascii())?;
    let local = match parts.shift(zone)? {
        Shift::At(_) => return None,
        Shift::None | Shift::Unknown => parts.local(),
    };
    let valid = clock::valid_from(local, zone).filter(|valid| valid.date() == local.date())?;
    Some(valid.format("%Y-%m-%dT%H:%M:%S").to_string())
}

/// A day with a time of day, and the text after it.
struct DayAndTime<'a> {
    day: NaiveDate,
    time: NaiveTime,
    /// A zone, or nothing.
    rest: &'a str,
}

impl<'a> DayAndTime<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let at = clock_start(text)?;
        let before = text[..at].trim_end();
        let before = before.strip_suffix(" at").unwrap_or(before);
        let before = before
            .strip_suffix(['t', 'T'])
            .filter(|day| day.ends_with(|c: char| c.is_ascii_digit()))
            .unwrap_or(before)
            .trim_end_matches([',', ' ', '\t']);
        let (time, rest) = read_time(&text[at..])?;
        if let Some(day) = whole_day(before).or_else(|| short_year(before)) {
            return Some(Self { day, time, rest });
        }
        // `Mon Jan  2 15:04:05 MST 2006`: the year comes last.
        let (rest, year) = rest.rsplit_once(' ').unwrap_or(("", rest));
        let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let day = whole_day(&format!("{before} {year}")).filter(|_| is_year)?;
        Some(Self {
            day,
            time,
            rest: rest.trim(),
        })
    }

    fn local(&self) -> NaiveDateTime {
        self.day.and_time(self.time)
    }

    fn local_text(&self) -> String {
        self.local().format("%Y-%m-%dT%H:%M:%S").to_string()
    }

    /// `None` if the text after the time is no zone.
    fn shift(&self, zone: Tz) -> Option<Shift> {
        let rest = match self.rest.split_once('(') {
            Some((shift, name)) if name.ends_with(')') => shift.trim_end(),
            _ => self.rest,
        };
        // RFC 9557: `2025-12-09T14:30:00+01:00[Europe/Berlin]`.
        match rest.split_once('[') {
            Some(("", name)) => named(name.strip_suffix(']')?, self.local(), zone),
            Some((shift, _)) if rest.ends_with(']') => numeric(shift.trim_end()),
            Some(_) => None,
            None if rest.is_empty() => Some(Shift::None),
            None => numeric(rest).or_else(|| named(rest, self.local(), zone)),
        }
    }
}

/// The zone of a time of day.
enum Shift {
    /// None is written, or the site's own.
    None,
    /// `Z` or `±hh:mm`.
    At(String),
    /// A name that several zones have or none, or an offset that no zone has.
    Unknown,
}

/// Returns the offset of the first digit of a time of day: of one or two digits before a colon, not
/// after a sign, which makes them an offset from UTC.
fn clock_start(text: &str) -> Option<usize> {
    let colon = text.find(':')?;
    let before = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = colon - before.len();
    let apart = before.ends_with(['t', 'T', ' ', '\t', ',']);
    ((1..=2).contains(&digits) && apart).then_some(before.len())
}

/// Reads `9:05`, `21:59:43.10`, `2:30 PM`; returns the time and the text after it. Fractions of a
/// second are dropped.
fn read_time(text: &str) -> Option<(NaiveTime, &str)> {
    let end = text.find(|c: char| !matches!(c, '0'..='9' | ':' | '.' | ','));
    let (clock, rest) = text.split_at(end.unwrap_or(text.len()));
    let (whole, fraction) = match clock.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, fraction),
        None => (clock, "0"),
    };
    if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut numbers = whole.split(':');
    let hour = numbers.next()?;
    let two = |digits: &str| digits.parse().ok().filter(|_| digits.len() == 2);
    let minute: u32 = two(numbers.next()?)?;
    let second: u32 = numbers.next().map_or(Some(0), two)?;
    if numbers.next().is_some() || second > 60 {
        return None;
    }
    let mut hour: u32 = hour.parse().ok()?;
    let mut rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_alphabetic() && c != '.');
    let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
    let half = match word.to_ascii_lowercase().replace('.', "").as_str() {
        "am" => Some(0),
        "pm" => Some(12),
        _ => None,
    };
    if let Some(half) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + half;
        rest = after.trim_start();
    }
    let time = NaiveTime::from_hms_opt(hour, minute, second.min(59))?;
    Some((time, rest))
}

/// Reads `Z`, `UTC`, `-5`, `+0700`, `+5:30`, `GMT+0700`, `+0700 WIB`; `None` for a name.
fn numeric(text: &str) -> Option<Shift> {
    let prefixed = ["UTC", "GMT", "UT", "Z"].into_iter().find_map(|name| {
        let start = text.get(..name.len())?;
        let rest = text[name.len()..].trim_start();
        start.eq_ignore_ascii_case(name).then_some(rest)
    });
    let signed = match prefixed {
        Some("") => return Some(Shift::At("Z".to_owned())),
        Some(rest) => rest,
        None => text,
    };
    let digits = signed.strip_prefix(['+', '-'])?;
    let end = digits.find(|c: char| c != ':' && !c.is_ascii_digit());
    let (digits, name) = digits.split_at(end.unwrap_or(digits.len()));
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '/' | '_' | '-' | '+');
    if !name.chars().all(is_name) || (!name.is_empty() && !name.starts_with(' ')) {
        return None;
    }
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours, minutes.strip_suffix(":00").unwrap_or(minutes)),
        None if digits.len() <= 2 => (digits, "00"),
        None => digits.split_at(digits.len() - 2),
    };
    if !(1..=2).contains(&hours.len()) || minutes.len() != 2 {
        return None;
    }
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    Some(match (hours, minutes) {
        (0, 0) => Shift::At("Z".to_owned()),
        (0..=13, 0..=59) | (14, 0) => Shift::At(format!("{}{hours:02}:{minutes:02}", &signed[..1])),
        _ => Shift::Unknown,
    })
}

/// Abbreviations that mean one offset: those of RFC 822 (5.1), and those that only one zone has.
const NAMES: [(&str, &str); 37] = [
    ("EST", "-05:00"),
    ("EDT", "-04:00"),
    ("CST", "-06:00"),
    ("CDT", "-05:00"),
    ("MST", "-07:00"),
    ("MDT", "-06:00"),
    ("PST", "-08:00"),
    ("PDT", "-07:00"),
    ("AKST", "-09:00"),
    ("AKDT", "-08:00"),
    ("HST", "-10:00"),
    ("BRT", "-03:00"),
    ("WET", "Z"),
    ("WEST", "+01:00"),
    ("CET", "+01:00"),
    ("CEST", "+02:00"),
    ("MEZ", "+01:00"),
    ("MESZ", "+02:00"),
    ("EET", "+02:00"),
    ("EEST", "+03:00"),
    ("SAST", "+02:00"),
    ("MSK", "+03:00"),
    ("EAT", "+03:00"),
    ("IRST", "+03:30"),
    ("PKT", "+05:00"),
    ("NPT", "+05:45"),
    ("ICT", "+07:00"),
    ("WIB", "+07:00"),
    ("WITA", "+08:00"),
    ("HKT", "+08:00"),
    ("AWST", "+08:00"),
    ("WIT", "+09:00"),
    ("JST", "+09:00"),
    ("KST", "+09:00"),
    ("AEST", "+10:00"),
    ("AEDT", "+11:00"),
    ("NZST", "+12:00"),
];

/// Reads the name of a zone: of the site's own at that time, of the IANA list, or an abbreviation.
fn named(name: &str, local: NaiveDateTime, site: Tz) -> Option<Shift> {
    if clock::abbreviation(local, site).is_some_and(|own| own == name) {
        return Some(Shift::None);
    }
    if name.contains('/')
        && let Ok(zone) = name.parse::<Tz>()
    {
        let offset = zone.offset_from_local_datetime(&local).earliest()?.fix();
        return Some(Shift::At(offset.to_string()));
    }
    let upper = name.to_ascii_uppercase();
    if let Some((_, shift)) = NAMES.iter().find(|(known, _)| *known == upper) {
        return Some(Shift::At((*shift).to_owned()));
    }
    let is_name = (2..=5).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase());
    is_name.then_some(Shift::Unknown)
}

/// Reads a day or a month without a time of day; a zone after a day has no effect.
fn day_alone(text: &str) -> Option<OtherForm> {
    if let Some(standard) = day_or_month(text) {
        return Some(OtherForm {
            standard,
            ignored: None,
        });
    }
    let cuts = [
        text.rfind(' '),
        text.rfind('+'),
        text.len().checked_sub(1),
        text.len().checked_sub(6),
    ];
    cuts.into_iter().flatten().find_map(|at| {
        let shift = text.get(at..)?.trim_start();
        let day = whole_day(text[..at].trim_end())?;
        if !is_plain_zone(shift) {
            return None;
        }
        Some(OtherForm {
            standard: day.format("%Y-%m-%d").to_string(),
            ignored: Some((text.len() - shift.len(), text.len())),
        })
    })
}

/// Whether the text after a day can only be a zone: `Z`, `UTC`, `PST`, `GMT+0700`, `+0700`, `-08:00`. Two
/// digits may be the end of a span of days: `2025-12-09 -10`.
fn is_plain_zone(text: &str) -> bool {
    let is_era = matches!(text, "BCE" | "AD" | "BC" | "CE");
    let is_name = (3..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase());
    if is_name && !is_era && month(&text.to_ascii_lowercase()).is_none() {
        return true;
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or("00:00");
    let end = digits.find(|c: char| c != ':' && !c.is_ascii_digit());
    let four = match digits[..end.unwrap_or(digits.len())].split_once(':') {
        Some((hours, minutes)) => hours.len() == 2 && minutes.len() == 2,
        None => end.unwrap_or(digits.len()) == 4,
    };
    four && matches!(numeric(text), Some(Shift::At(_)))
}

fn whole_day(text: &str) -> Option<NaiveDate> {
    let day = day_or_month(text)?;
    NaiveDate::parse_from_str(&day, "%Y-%m-%d").ok()
}

/// Reads `2026-1-5`, `2026/01/05`, `20260105`, `Jan 5, 2026`, `Monday, 5 January 2026`,
/// `05-Jan-2026`, `January 2026`, `2026-1`.
fn day_or_month(text: &str) -> Option<String> {
    use Token::{Number, Sign, Word};
    let small = text.to_ascii_lowercase();
    if is_since(&small) {
        return None;
    }
    let all = tokens(&small);
    let is_year = |digits: &str| digits.len() == 4;
    let day_of = |year: &str, month: usize, day: &str| {
        (is_year(year) && day.len() <= 2).then(|| format!("{year}-{month:02}-{day:0>2}"))
    };
    let edtf = match *all.as_slice() {
        [
            Number(year),
            Sign(one),
            Number(month),
            Sign(other),
            Number(day),
        ] if one == other && matches!(one, '-' | '/' | '.') && month.len() <= 2 => {
            day_of(year, month.parse().ok()?, day)?
        }
        [Number(year), Sign('-'), Number(month)] if is_year(year) && month.len() == 1 => {
            format!("{year}-0{month}")
        }
        [Number(digits)] if digits.len() == 8 => {
            day_of(&digits[..4], digits[4..6].parse().ok()?, &digits[6..])?
        }
        _ => {
            let bare: Vec<Token> = all
                .into_iter()
                .filter(|token| !matches!(token, Sign('-' | '.')))
                .collect();
            match *bare.as_slice() {
                [Word(name), Number(day), Number(year)]
                | [Number(day), Word(name), Number(year)]
                | [Number(year), Word(name), Number(day)]
                    if is_year(year) =>
                {
                    day_of(year, month(name)?, day)?
                }
                [Word(name), Number(year)] if is_year(year) => {
                    format!("{year}-{:02}", month(name)?)
                }
                _ => return None,
            }
        }
    };
    (is_date(&edtf) && weekday_agrees(&small, &edtf)).then_some(edtf)
}

/// Reads `02-Jan-06` before a time of day (RFC 822 and 850); as in Go, 69 to 99 are of the 20th
/// century.
fn short_year(text: &str) -> Option<NaiveDate> {
    let (day, year) = text.rsplit_once([' ', '-'])?;
    let number: u32 = year.parse().ok().filter(|_| year.len() == 2)?;
    let century = if number < 69 { "20" } else { "19" };
    let named = text.bytes().any(|b| b.is_ascii_alphabetic());
    whole_day(&format!("{day} {century}{year}")).filter(|_| named)
}

/// Whether a date is on the weekday that its text names, if it names one.
pub(super) fn weekday_agrees(small: &str, edtf: &str) -> bool {
    let named = small
        .split(|c: char| !c.is_ascii_alphabetic())
        .find_map(weekday);
    let day = NaiveDate::parse_from_str(edtf, "%Y-%m-%d");
    match (named, day) {
        (Some(named), Ok(day)) => day.weekday().num_days_from_monday() as usize == named,
        _ => true,
    }
}

/// Rewrites the basic format of ISO 8601, `20251209T143000Z`, as the extended one.
fn from_basic(text: &str) -> Option<String> {
    let (day, time) = text.split_once(['T', 't'])?;
    let end = time.find(|c: char| !c.is_ascii_digit());
    let (clock, rest) = time.split_at(end.unwrap_or(time.len()));
    let digits = day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit());
    if !digits || !matches!(clock.len(), 4 | 6) {
        return None;
    }
    let second = clock.get(4..).filter(|s| !s.is_empty()).unwrap_or("00");
    let (hour, minute) = (&clock[..2], &clock[2..4]);
    Some(format!("{day} {hour}:{minute}:{second}{rest}"))
}

#[cfg(test)]
mod tests {
    use chrono_tz::Asia::{Jakarta, Kolkata};
    use chrono_tz::Europe::London;

    use super::*;
    use crate::content::date::EventDate;

    /// The EDTF of a text that is read in both modes.
    fn edtf(text: &str, zone: Tz) -> String {
        let date = EventDate::parse(text, zone);
        date.unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
            .edtf()
    }

    #[test]
    fn timestamps_of_yaml_are_read() {
        for (written, expected) in [
            ("2001-12-15T02:59:43.1Z", "2001-12-15T02:59:43Z"),
            ("2001-12-14t21:59:43.10-05:00", "2001-12-14T21:59:43-05:00"),
            ("2001-12-14 21:59:43.10 -5", "2001-12-14T21:59:43-05:00"),
            ("2001-12-15 2:59:43.10", "2001-12-15T02:59:43"),
            ("2016-6-15 00:00:00", "2016-06-15T00:00:00"),
            ("2016-6-15T9:00:00Z", "2016-06-15T09:00:00Z"),
            ("2026-1-5\t10:00:00 +5:30", "2026-01-05T10:00:00+05:30"),
            ("2021-04-14T07:30:00-00:00", "2021-04-14T07:30:00Z"),
            ("2021-04-14t07:30:00z", "2021-04-14T07:30:00Z"),
            ("2026-01-05 10:00", "2026-01-05T10:00:00"),
            ("2026-1-5", "2026-01-05"),
        ] {
            assert_eq!(edtf(written, Jakarta), expected, "{written}");
        }
    }

    #[test]
    fn what_other_generators_write_is_read() {
        for (written, expected) in [
            ("2026-01-05 10:00:00 +0700", "2026-01-05T10:00:00+07:00"),
            ("2026-01-05 10:00:00 +07", "2026-01-05T10:00:00+07:00"),
            ("2014-09-28 10:00:00 UTC", "2014-09-28T10:00:00Z"),
            ("2013-12-24 23:30:09 EST", "2013-12-24T23:30:09-05:00"),
            ("2013-12-24 23:30:09 CEST", "2013-12-24T23:30:09+02:00"),
            ("2025-12-09 14:30 WIB", "2025-12-09T14:30:00"),
            ("2025-12-09 14:30 WITA", "2025-12-09T14:30:00+08:00"),
            (
                "2006-01-02 15:04:05.999999999 -0700 MST",
                "2006-01-02T15:04:05-07:00",
            ),
            ("2006-01-02 15:04:05 +0000 UTC", "2006-01-02T15:04:05Z"),
            (
                "Mon, 02 Jan 2006 15:04:05 -0700",
                "2006-01-02T15:04:05-07:00",
            ),
            ("Mon, 02 Jan 2006 15:04:05 GMT", "2006-01-02T15:04:05Z"),
            ("02 Jan 06 15:04 MST", "2006-01-02T15:04:00-07:00"),
            (
                "Monday, 02-Jan-06 15:04:05 MST",
                "2006-01-02T15:04:05-07:00",
            ),
            ("Mon Jan  2 15:04:05 2006", "2006-01-02T15:04:05"),
            ("Mon Jan  2 15:04:05 MST 2006", "2006-01-02T15:04:05-07:00"),
            (
                "Mon Jan 02 15:04:05 -0700 2006",
                "2006-01-02T15:04:05-07:00",
            ),
            ("02 Jan 2006", "2006-01-02"),
            (
                "Tue Dec 09 2025 14:30:00 GMT+0700 (Western Indonesia Time)",
                "2025-12-09T14:30:00+07:00",
            ),
            ("Tue Dec 09 2025", "2025-12-09"),
            (
                "2022-07-08T00:00:00+02:00[Europe/Berlin]",
                "2022-07-08T00:00:00+02:00",
            ),
            (
                "2022-07-08T00:00:00[Europe/Berlin]",
                "2022-07-08T00:00:00+02:00",
            ),
            ("2022-07-08 00:00 Asia/Kolkata", "2022-07-08T00:00:00+05:30"),
            ("20251209T143000Z", "2025-12-09T14:30:00Z"),
            ("20251209", "2025-12-09"),
            ("2025/12/09 14:30", "2025-12-09T14:30:00"),
            ("December 9, 2025 2:30 PM", "2025-12-09T14:30:00"),
            ("December 9, 2025 at 12:05 a.m.", "2025-12-09T00:05:00"),
            ("Jan 5, 2026", "2026-01-05"),
            ("5 January 2026", "2026-01-05"),
            ("Tuesday, 9th of Dec. 2025", "2025-12-09"),
            ("5 Januari 2026", "2026-01-05"),
            ("9 Agustus 2025 10:00", "2025-08-09T10:00:00"),
            ("December 2025", "2025-12"),
            ("2026-1", "2026-01"),
        ] {
            assert_eq!(edtf(written, Jakarta), expected, "{written}");
        }
    }

    #[test]
    fn an_abbreviation_of_several_zones_is_read_where_the_site_has_it() {
        for (written, zone, instant) in [
            ("2025-12-09 14:30 IST", Kolkata, "2025-12-09T09:00:00+00:00"),
            ("2025-07-09 14:30 BST", London, "2025-07-09T13:30:00+00:00"),
        ] {
            let date = EventDate::parse(written, zone).expect(written);
            assert_eq!(date.instant().expect("a time").to_rfc3339(), instant);
            assert!(EventDate::parse(written, Jakarta).is_err(), "{written}");
        }
        let winter = EventDate::parse("2025-12-09 14:30 BST", London);
        assert!(winter.is_err(), "there is no summer time in December");
    }

    #[test]
    fn a_zone_without_a_time_of_day_is_the_only_part_that_has_no_effect() {
        for (written, ignored) in [
            ("2018-03-01 +0800", Some("+0800")),
            ("2018-03-01  +0800", Some("+0800")),
            ("2018-03-01+08:00", Some("+08:00")),
            ("2018-03-01-08:00", Some("-08:00")),
            ("2018-03-01 -08:00", Some("-08:00")),
            ("2018-03-01Z", Some("Z")),
            ("1 March 2018 UTC", Some("UTC")),
            ("2018-03-01 10:00 +0800", None),
            ("2018-3-1", None),
        ] {
            let date = EventDate::parse(written, Jakarta).expect(written);
            assert_eq!(date.ignored().map(|(_, part)| part), ignored, "{written}");
            let day = NaiveDate::from_ymd_opt(2018, 3, 1);
            assert_eq!(date.earliest(), day, "{written}");
        }
    }

    #[test]
    fn what_has_several_readings_or_none_is_not_read() {
        for text in [
            "01/05/2026",
            "05.01.2026",
            "5-1-2026",
            "2026/01",
            "2011/12/13/14",
            "2026-13-01",
            "2026-2-30",
            "Monday, 9 December 2025",
            "9 Dec 25",
            "December 9",
            "14:30 9 December 2025",
            "2025-12-09 -10",
            "2025-12-09 +7",
            "9 December 2025 -11",
            "2025-12-09 -2026",
            "2025-12-09 14:30 Zulu",
            "2025-12-09 14:30 IST",
            "2021-05-13 10:00:00+14:20",
            "2025-12-09 14:75",
            "2025-12-09 13:30 pm",
            "2025-12-09 24:00",
            "2015-289",
            "202512",
            "1700000000",
        ] {
            let date = EventDate::parse(text, Jakarta);
            assert!(date.is_err(), "{text}: {date:?}");
        }
    }

    #[test]
    fn a_lenient_reading_keeps_the_written_day() {
        for (text, zone, standard) in [
            ("2021-05-13 10:00:00+14:20", Jakarta, "2021-05-13T10:00:00"),
            ("2025-12-09 14:30 IST", Jakarta, "2025-12-09T14:30:00"),
            ("2026-03-29 01:30", London, "2026-03-29T02:00:00"),
        ] {
            let read = EventDate::guess(text, zone).expect(text);
            assert!(!read.is_whole, "{text}");
            assert_eq!(read.date.written(), standard, "{text}");
        }
        let apia = EventDate::guess("2011-12-30 12:00", Tz::Pacific__Apia);
        assert!(apia.is_none(), "no time of that day exists: {apia:?}");
    }
}
