//! Reads a text into an [`EventDate`]: expands short forms to EDTF, parses it, and rejects the
//! parts of level 2 that this project does not support.

use std::sync::Arc;

use chrono_tz::Tz;
use edtf_core::{Date, DateField, Edtf, IntervalEndpoint, SetElement, SetKind, YearKind};

use super::{
    DateFacts, DateFault, EventDate, Grouping, Read, Rejection, clock, gaps, other_forms, suggest,
};
use crate::limits::MAX_DATE;

/// Implements [`EventDate::parse`].
pub(super) fn read(text: &str, zone: Tz) -> Result<EventDate, DateFault> {
    let trimmed = text.trim();
    let start = text.len() - text.trim_start().len();
    read_trimmed(trimmed, zone).map_err(|fault| DateFault {
        offset: start.min(text.len()) + fault.offset,
        ..fault
    })
}

fn read_trimmed(text: &str, zone: Tz) -> Result<EventDate, DateFault> {
    if text.is_empty() {
        return Err(DateFault {
            offset: 0,
            len: 0,
            message: "the date is empty".to_owned(),
            hint: format!("write {}", suggest::FORMS),
        });
    }
    if text.len() > MAX_DATE {
        return Err(DateFault {
            offset: 0,
            len: text.floor_char_boundary(MAX_DATE),
            message: format!(
                "a date is at most {MAX_DATE} bytes long; this one has {}",
                text.len()
            ),
            hint: format!("write {}", suggest::FORMS),
        });
    }
    read_standard(text, text, zone)
        .or_else(|fault| read_other_form(text, zone).ok_or(fault))
        .map(|read| EventDate(Arc::new(read)))
        .map_err(|fault| possible(fault, text, zone))
}

/// Returns a fault that suggests no time that the clocks skipped in this zone: that is then the
/// fault.
fn possible(fault: DateFault, text: &str, zone: Tz) -> DateFault {
    let cures = fault.hint.split('`').skip(1).step_by(2);
    let mut times = cures.filter(|cure| clock::is_date_time(cure));
    match times.find_map(|time| clock::read(time, zone).err()) {
        Some(skipped) => DateFault {
            offset: 0,
            len: text.len(),
            ..skipped
        },
        None => fault,
    }
}

/// Reads a text in a form of this project; `written` is what the editor wrote.
fn read_standard(text: &str, written: &str, zone: Tz) -> Result<Read, DateFault> {
    let (value, time) = match clock::is_date_time(text) {
        true => {
            let (value, time) = clock::read(text, zone)?;
            (value, Some(time))
        }
        false => (read_edtf(text)?, None),
    };
    Ok(Read {
        written: written.to_owned(),
        value,
        standard: None,
        ignored: None,
        time,
        found: DateFacts::default(),
    })
}

/// Reads a text in a form of another program.
fn read_other_form(text: &str, zone: Tz) -> Option<Read> {
    let form = other_forms::other_form(text, zone)?;
    let read = read_standard(&form.standard, text, zone).ok()?;
    Some(Read {
        standard: Some(form.standard),
        ignored: form.ignored,
        ..read
    })
}

/// Reads a text without a time of day. The text must be trimmed and short.
fn read_edtf(text: &str) -> Result<Edtf, DateFault> {
    let normal = NormalizedText::of(text);
    let value = Edtf::parse(&normal.text).map_err(|error| {
        let fault = suggest::fault(text, error.message);
        // A fault of the whole text is shown at the whole text.
        if !fault.message.ends_with(error.message) {
            return fault;
        }
        let (offset, len) = normal.part(text, error.offset);
        DateFault {
            offset,
            len,
            ..fault
        }
    });
    let value = value.map_err(|fault| suggest::near_miss(text).unwrap_or(fault))?;
    refuse_marks_inside(&normal.text)
        .and_then(|()| refuse_level_2(&value))
        .map_err(|(message, hint)| DateFault {
            offset: 0,
            len: text.len(),
            message,
            hint,
        })?;
    Ok(value)
}

/// Returns whether a text is a supported date, disregarding any time of day.
pub(super) fn is_date(text: &str) -> bool {
    read_quietly(text).is_some()
}

/// Returns the value of a text that is a date, without searching for suggestions.
pub(super) fn read_quietly(text: &str) -> Option<Edtf> {
    let normal = NormalizedText::of(text).text;
    let value = Edtf::parse(&normal).ok()?;
    (refuse_marks_inside(&normal).is_ok() && refuse_level_2(&value).is_ok()).then_some(value)
}

/// A text with short forms expanded and spaces around separators removed.
struct NormalizedText {
    text: String,
    /// The original offset of each byte of `text`, and of its end.
    from: Vec<usize>,
}

impl NormalizedText {
    fn of(text: &str) -> Self {
        let mut normal = Self {
            text: String::with_capacity(text.len()),
            from: Vec::with_capacity(text.len() + 1),
        };
        let mut start = 0;
        for (at, sign) in text.match_indices(is_separator) {
            normal.push_part(text, start, at);
            normal.push(sign, at);
            start = at + sign.len();
        }
        normal.push_part(text, start, text.len());
        normal.from.push(text.len());
        normal
    }

    /// Appends the text between two separators.
    fn push_part(&mut self, text: &str, start: usize, end: usize) {
        let part = &text[start..end];
        let from = start + part.len() - part.trim_start().len();
        let part = part.trim();
        let (open, inner, close) = unwrap_dots(part);
        self.push(open, from);
        match inner.split_once("..") {
            Some((one, other)) => {
                self.push_date(one, from + open.len());
                self.push("..", from + open.len() + one.len());
                self.push_date(other, from + open.len() + one.len() + 2);
            }
            None => self.push_date(inner, from + open.len()),
        }
        self.push(close, from + part.len() - close.len());
    }

    fn push_date(&mut self, date: &str, from: usize) {
        let from = from + date.len() - date.trim_start().len();
        let date = date.trim();
        let Some(edtf) = short_form(date) else {
            return self.push(date, from);
        };
        self.from
            .extend((0..edtf.len()).map(|at| from + at.min(date.len() - 1)));
        self.text.push_str(&edtf);
    }

    fn push(&mut self, text: &str, from: usize) {
        self.text.push_str(text);
        self.from.extend((from..).take(text.len()));
    }

    /// Returns the part of the written text in which the parser found a fault: from `at` up to the
    /// next character that is not alphanumeric.
    fn part(&self, written: &str, at: usize) -> (usize, usize) {
        let at = self.from.get(at).copied().unwrap_or(written.len());
        let start = written.floor_char_boundary(at);
        let len = written[start..]
            .char_indices()
            .skip(1)
            .find(|(_, sign)| !sign.is_alphanumeric())
            .map_or(written.len() - start, |(at, _)| at);
        (start, len)
    }
}

fn is_separator(sign: char) -> bool {
    matches!(sign, '/' | ',' | '[' | ']' | '{' | '}')
}

/// Splits off the dots before and after a date: `..2024`, `2024..`, `..`.
fn unwrap_dots(part: &str) -> (&str, &str, &str) {
    let (open, rest) = match part.strip_prefix("..") {
        Some(rest) => ("..", rest),
        None => ("", part),
    };
    match rest.strip_suffix("..") {
        Some(inner) => (open, inner, ".."),
        None => (open, rest, ""),
    }
}

/// Expands `2026-Q1`, `2026-H1`, `Q1 2026`, `H1 2026`, each with or without a mark, to EDTF.
pub(super) fn short_form(date: &str) -> Option<String> {
    let body = date.trim_end_matches(['~', '?', '%']);
    let mark = &date[body.len()..];
    if mark.len() > 1 {
        return None;
    }
    let (part, year) = match body.split_once(' ') {
        Some((part, year)) => (part, year.trim_start()),
        None => {
            let (year, part) = body.rsplit_once('-')?;
            (part, year)
        }
    };
    let digits = year.strip_prefix('-').unwrap_or(year);
    let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let code = match part.as_bytes() {
        [b'Q' | b'q', number @ b'1'..=b'4'] => 32 + number - b'0',
        [b'H' | b'h', number @ b'1'..=b'2'] => 39 + number - b'0',
        _ => return None,
    };
    is_year.then(|| format!("{year}-{code}{mark}"))
}

fn reject<T>(message: &str, hint: impl Into<String>) -> Result<T, Rejection> {
    Err((message.to_owned(), hint.into()))
}

/// Rejects `~2024` and `2004-06~-11` (level 2, ISO 8601-2 §8.3), which are easily misread.
fn refuse_marks_inside(edtf: &str) -> Result<(), Rejection> {
    let is_end = |sign: char| is_separator(sign) || sign == '.';
    let is_inside = |part: &str| part.trim_end_matches(is_mark).contains(is_mark);
    if !edtf.split(is_end).any(is_inside) {
        return Ok(());
    }
    let moved: String = edtf
        .split_inclusive(is_end)
        .map(|part| {
            let body = part.trim_end_matches(is_end);
            marks_at_end(body) + &part[body.len()..]
        })
        .collect();
    let hint = match is_date(&moved) {
        true => format!("write `{moved}`"),
        false => "write the mark once, at the end, as in `2004-06-11~`".to_owned(),
    };
    reject(
        "a mark (`~`, `?`, `%`) belongs at the end and applies to the whole date",
        hint,
    )
}

fn is_mark(sign: char) -> bool {
    matches!(sign, '~' | '?' | '%')
}

/// Moves the marks within a single date to its end, as one.
fn marks_at_end(date: &str) -> String {
    let plain = date.replace(is_mark, "");
    let mut marks: Vec<char> = date.chars().filter(|sign| is_mark(*sign)).collect();
    marks.dedup();
    match marks.as_slice() {
        [] => plain,
        [mark] => format!("{plain}{mark}"),
        _ => format!("{plain}%"),
    }
}

/// Rejects what this project does not support: years beyond ±9999, all-of sets, and everything of
/// level 2 but quarters, halves and one-of sets.
fn refuse_level_2(value: &Edtf) -> Result<(), Rejection> {
    match value {
        Edtf::Date(date) => refuse_date(date),
        Edtf::DateTime(_) => reject(
            "a time of day must follow a complete date",
            "write a day and a time, such as `2025-12-09T14:30`",
        ),
        Edtf::Interval(interval) => {
            for end in [&interval.start, &interval.end] {
                match end {
                    IntervalEndpoint::Date(date) => refuse_date(date)?,
                    IntervalEndpoint::Open | IntervalEndpoint::Unknown => {}
                    IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => {
                        return reject(
                            "an end of an interval is either a date or `..`, not both",
                            "write `../2025` for \"until 2025\" or `2025/..` for \"since 2025\"",
                        );
                    }
                }
            }
            refuse_unspecified_ends(&interval.start, &interval.end)
        }
        Edtf::Set(set) if set.kind == SetKind::AllMembers => {
            let choice = value.to_string().replace('{', "[").replace('}', "]");
            let otherwise = match is_date(&choice) {
                true => format!(", or write `{choice}` if only one of them is right"),
                false => String::new(),
            };
            reject(
                "several dates at once (`{}`) need several entries",
                format!("give each date its own entry under `entries:`{otherwise}"),
            )
        }
        Edtf::Set(set) => set.elements.iter().try_for_each(|element| match element {
            SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
                refuse_date(date)
            }
            SetElement::Range(from, to) => refuse_date(from).and_then(|()| refuse_date(to)),
        }),
    }
}

fn refuse_date(date: &Date) -> Result<(), Rejection> {
    let YearKind::Standard { .. } = date.year.kind else {
        return reject(
            "years must be from -9999 to 9999",
            "write a year with four digits, such as `2025` or `-0043` (44 BC)",
        );
    };
    if date.year.significant_digits.is_some() {
        return reject(
            "significant digits of a year (`S`) are not supported",
            "write `195X` for the decade, `19XX` for the century, or `1950~` for \"about\"",
        );
    }
    let month = date.month.and_then(DateField::value).unwrap_or(1);
    if month > 12 && Grouping::of(date).is_none() && !date.year.has_unspecified() {
        return reject(
            &format!("the code {month} for a part of the year is not supported"),
            other_grouping(&gaps::plain_year(date), month),
        );
    }
    // The parser assigns quarters and halves to level 2, so check the date with a month in their
    // place.
    let plain = Edtf::Date(Date {
        month: date.month.map(|field| DateField {
            digits: if month > 12 {
                [Some(0), Some(1)]
            } else {
                field.digits
            },
            ..field
        }),
        ..*date
    });
    if plain.level() < 2 && !(month > 12 && date.year.has_unspecified()) {
        return Ok(());
    }
    reject(
        "unknown digits (`X`) are allowed only at the end: the day, the month, or the last one \
         or two digits of the year",
        gaps::without_gaps(date),
    )
}

/// Suggests what to write instead of a season of one hemisphere (25 to 32) or a third of a year (37
/// to 39).
fn other_grouping(year: &str, code: u8) -> String {
    match code {
        25..=32 => format!(
            "write `{year}-21` to `{year}-24` for spring to winter, `{year}-Q1` for a quarter, \
             or an interval such as `{year}-03/{year}-05`"
        ),
        37 => format!("write `{year}-01/{year}-04`"),
        38 => format!("write `{year}-05/{year}-08`"),
        _ => format!("write `{year}-09/{year}-12`"),
    }
}

/// Rejects unspecified digits in an interval, which are level 2 (ISO 8601-2 §10.4).
fn refuse_unspecified_ends(
    start: &IntervalEndpoint,
    end: &IntervalEndpoint,
) -> Result<(), Rejection> {
    let unspecified =
        |end: &IntervalEndpoint| super::date_at(end).is_some_and(|date| date.has_unspecified());
    if !unspecified(start) && !unspecified(end) {
        return Ok(());
    }
    let plain = |end: &IntervalEndpoint, first: bool| match end {
        IntervalEndpoint::Open => "..".to_owned(),
        _ => super::date_at(end).map_or_else(String::new, |date| gaps::plain_end(&date, first)),
    };
    reject(
        "the ends of an interval can't have unknown digits",
        format!("write `{}/{}`", plain(start, true), plain(end, false)),
    )
}
