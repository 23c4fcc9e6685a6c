//! Guesses what a text that is not a date was meant to be, so that the fault can suggest what to
//! write.
//!
//! A guess is only a suggestion. Imported content accepts a guess if it is the only reading
//! (`EventDate::guess`), with a diagnostic.

use chrono::{DateTime, NaiveDate};
use edtf_core::Edtf;

use super::calendar::year_of_era;
use super::gaps::{gapless, plain_end};
use super::guess::{Token, guess, is_month, tokens, with_short_year};
use super::impossible::impossible_with;
use super::other_forms::weekday_agrees;
use super::other_languages::in_english;
use super::read::{is_date, read_quietly};
use super::{DateFault, Rejection};

mod bounds;
mod ranges;
mod spans;
#[cfg(test)]
mod tests;
mod times;

use bounds::one_sided;
use ranges::{ends, marked_old_years, range};
use spans::{old_span, short_years, span_bc};
use times::{date_time, day_and_time, day_time_and_zone};

/// Examples of dates, for a fault without a better hint.
pub(super) const FORMS: &str = "a day such as `2025-12-09`, a month such as `2025-12`, a quarter \
     such as `2026-Q1`, a year such as `2025`, or an interval such as `2026-03/2026-05`";

/// Returns the fault of a text that can't be read, with a suggestion if the meaning can be guessed.
/// `reason` is the parser's message.
pub(super) fn fault(text: &str, reason: &str) -> DateFault {
    let digits = text.chars().any(|c| c.is_ascii_digit());
    let mut words = text.split_whitespace();
    // The parser's reasons are about characters; if the editor wrote words, report the words.
    let reason = match words.find(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2) {
        _ if !digits => "it has no year",
        Some(word) if word != text => "it contains unknown words",
        _ => reason,
    };
    near_miss(text).unwrap_or_else(|| DateFault {
        offset: 0,
        len: text.len(),
        message: format!("{} is not a date: {reason}", quoted(text)),
        hint: format!("write {FORMS}"),
    })
}

/// Quotes a text and makes its control characters visible.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.escape_debug())
}

/// Returns the fault of a text whose meaning can be guessed.
pub(super) fn near_miss(text: &str) -> Option<DateFault> {
    let small = text.to_ascii_lowercase();
    let guesses: [fn(&str, &str) -> Option<Rejection>; 15] = [
        no_date,
        short_years,
        unseen,
        other_script,
        day_of_year,
        old_form,
        vague,
        old_span,
        single,
        out_of_range,
        approximate,
        one_sided,
        range,
        date_time,
        no_year,
    ];
    let (message, hint) = guesses.iter().find_map(|guess| guess(text, &small))?;
    Some(DateFault {
        offset: 0,
        len: text.len(),
        message,
        hint,
    })
}

// Each guess receives the text as written and in lower case.

fn unusual(said: &str, edtf: &str) -> Rejection {
    (
        format!("{} is not in a supported date format", quoted(said)),
        format!("write `{}`", plain(edtf)),
    )
}

/// A date that says more than the editor did, whose words therefore stay.
fn in_words(said: &str, edtf: &str) -> Rejection {
    (
        format!("{} is not in a supported date format", quoted(said)),
        format!(
            "write `{}` and keep the words: `wording: {}`",
            plain(edtf),
            plain(said)
        ),
    )
}

/// A suggestion is to be copied, so it has plain spaces and no invisible characters, whatever the
/// editor typed.
fn plain(said: &str) -> String {
    let seen: String = said.chars().filter(|sign| !is_unseen(*sign)).collect();
    let is_gap = |sign: char| sign.is_whitespace() || sign.is_control();
    let words: Vec<&str> = seen.split(is_gap).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Matches control characters, direction marks, and spaces and hyphens that only look like ASCII.
fn unseen(said: &str, _: &str) -> Option<Rejection> {
    let clean: String = said
        .chars()
        .filter(|sign| !sign.is_control() && !is_unseen(*sign))
        .map(|sign| match sign {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            _ if sign.is_whitespace() => ' ',
            _ => sign,
        })
        .collect();
    (clean != said && is_date(&clean)).then(|| {
        (
            format!(
                "{} contains invisible or look-alike characters",
                quoted(said)
            ),
            format!("write `{clean}`"),
        )
    })
}

fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Matches forms of EDTF from before it became part of ISO 8601: `199u`, `unknown`, `open`; also a
/// lower-case `x`, and spaces within the date.
fn old_form(text: &str, _: &str) -> Option<Rejection> {
    let message = |what: &str| format!("{} has {what}", quoted(text));
    let dense: String = text.split_whitespace().collect();
    let renewed = match dense.rsplit_once('/') {
        Some((start, end)) => format!("{}/{}", old_end(start, ""), old_end(end, "..")),
        None => dense.clone(),
    };
    if renewed != dense && is_date(&renewed) {
        return Some((
            message("a keyword of an obsolete form of EDTF"),
            format!("write `{renewed}`"),
        ));
    }
    let digits = renewed.replace(['u', 'U', 'x'], "X");
    if digits != renewed && is_known(&digits) {
        let digits = match read_quietly(&digits) {
            Some(_) => digits,
            None => plainer(&digits)?,
        };
        return Some((
            message("unknown digits that are not written as a capital `X`"),
            format!("write `{digits}`"),
        ));
    }
    (dense != text && is_date(&dense))
        .then(|| (message("spaces in it"), format!("write `{dense}`")))
}

/// Converts `unknown` and `open` at an end of an interval.
fn old_end<'a>(end: &'a str, open: &'a str) -> &'a str {
    match end.to_ascii_lowercase().as_str() {
        "unknown" => "",
        "open" if open.is_empty() => "..",
        "open" | "now" | "present" | "today" | "ongoing" => open,
        _ => end,
    }
}

/// Returns whether the parser accepts the text, even if this project does not.
fn is_known(edtf: &str) -> bool {
    edtf.parse::<Edtf>().is_ok()
}

/// Rewrites a single date with gaps, or an interval with unknown digits, in a supported form.
fn plainer(edtf: &str) -> Option<String> {
    match edtf.parse().ok()? {
        Edtf::Date(date) => gapless(&date),
        Edtf::Interval(interval) => {
            let start = super::date_at(&interval.start);
            let end = super::date_at(&interval.end);
            let plain = format!(
                "{}/{}",
                start.map_or_else(String::new, |date| plain_end(&date, true)),
                end.map_or_else(String::new, |date| plain_end(&date, false))
            );
            is_date(&plain).then_some(plain)
        }
        Edtf::DateTime(_) | Edtf::Set(_) => None,
    }
}

/// Matches words that do not name a date.
fn no_date(said: &str, text: &str) -> Option<Rejection> {
    let wording = match text {
        "last modified" | "created" | "git last modified" | "git created" => {
            return Some((
                format!(
                    "{} is not a date, but where Eleventy takes one from",
                    quoted(said)
                ),
                "write the day of the event itself, such as `2025-12-09`".to_owned(),
            ));
        }
        "today" | "yesterday" | "tomorrow" | "now" | "this week" | "next week" | "last week" => {
            return Some((
                format!("{} means a different day tomorrow", quoted(said)),
                "write the day itself, such as `2025-12-09`".to_owned(),
            ));
        }
        "soon" | "later" | "tbd" | "tba" | "tbc" | "t.b.d." | "t.b.a." => said,
        "unknown" | "open" | "undated" | "none" | "n/a" | "?" | "-" | "xxxx" | "uuuu"
        | "unannounced" => "no date given",
        _ => return None,
    };
    Some((
        format!("{} does not name a date", quoted(said)),
        format!(
            "write at least the year; only what is expected needs no date: `status: expected` and \
             `wording: {wording}`"
        ),
    ))
}

/// Matches `early 2026`, `mid-2026`, `by the end of December 2025`.
fn vague(said: &str, text: &str) -> Option<Rejection> {
    let by = text.strip_prefix("by ");
    let words = by.unwrap_or(text).trim_start_matches("the ");
    let (part, rest) = words.split_once([' ', '-'])?;
    let rest = rest.trim_start_matches("of ").trim_start_matches("in ");
    let rest = rest.trim_start_matches("the ");
    let date = in_edtf(rest).or_else(|| {
        let (from, to) = span_bc(rest)?;
        Some(format!("{from}/{to}"))
    })?;
    let is_year = date.len() == 4 && date.bytes().all(|byte| byte.is_ascii_digit());
    let edtf = match part {
        "early" | "beginning" | "start" if is_year => format!("{date}-H1"),
        "mid" | "middle" if is_year => format!("{date}-04/{date}-09"),
        "late" if is_year => format!("{date}-H2"),
        "end" if is_year && by.is_none() => format!("{date}-Q4"),
        "early" | "beginning" | "start" | "mid" | "middle" | "late" | "end" => date,
        _ => return None,
    };
    let wording = plain(said);
    Some((
        format!("{} describes a part of a period in words", quoted(said)),
        format!("write `{edtf}` and keep the words: `wording: {wording}`"),
    ))
}

/// Matches a single date in another form, and days and months that do not exist.
fn single(said: &str, text: &str) -> Option<Rejection> {
    let body = text.trim_end_matches(['~', '?', '%']);
    let mark = match &text[body.len()..] {
        mark if mark.len() > 1 => "%",
        mark => mark,
    };
    let meant = guess(body).or_else(|| is_date(body).then(|| vec![body.to_owned()]))?;
    if let Some(edtf) = meant.iter().find(|edtf| !is_date(edtf)) {
        return impossible_with(edtf, mark);
    }
    // A choice or an interval has no mark of its own.
    let is_marked = |edtf: &String| is_date(&format!("{edtf}{mark}"));
    let mark = if meant.iter().all(is_marked) {
        mark
    } else {
        ""
    };
    // `short_years` tells what may be two years.
    if meant.iter().any(|edtf| edtf.contains('/')) {
        return None;
    }
    let [edtf] = meant.as_slice() else {
        let choices: Vec<String> = meant.iter().map(|edtf| format!("`{edtf}{mark}`")).collect();
        let choices = choices.join(" or ");
        if body.contains("winter") {
            return Some((
                format!("{} may begin or end in that year", quoted(said)),
                format!(
                    "write {choices}: the number is that of the year in which the winter begins"
                ),
            ));
        }
        return Some(match meant.iter().any(|edtf| edtf.ends_with('X')) {
            true => (
                format!("{} is a decade or a century", quoted(said)),
                format!("write {choices}"),
            ),
            false => (
                format!(
                    "it is unclear which number is the month in {}",
                    quoted(said)
                ),
                format!("write {choices} (year, month, day)"),
            ),
        });
    };
    if !weekday_agrees(text, edtf) {
        let day = edtf.parse::<NaiveDate>().ok()?.format("%A");
        return Some((
            format!(
                "the weekday in {} is wrong: that day is a {day}",
                quoted(said)
            ),
            format!("write `{edtf}`, or the day that was meant"),
        ));
    }
    let edtf = format!("{edtf}{mark}");
    // An unchanged text was rejected for another reason.
    (edtf != text).then(|| unusual(said, &edtf))
}

/// Matches `Y17000`, `12025`, `-0000`, `-199X`, and a set without its closing bracket.
fn out_of_range(said: &str, text: &str) -> Option<Rejection> {
    let digits = text.strip_prefix('y').unwrap_or(text);
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    let len = digits.bytes().take_while(u8::is_ascii_digit).count();
    if len > 4 || (len > 0 && text.starts_with('y')) {
        return Some((
            "years must be from -9999 to 9999".to_owned(),
            "write a year with four digits, such as `2025` or `-0043` (44 BC)".to_owned(),
        ));
    }
    let edtf = match text.strip_prefix('-') {
        Some("0000") => "0000".to_owned(),
        Some(year) => format!("-{}/-{}", year.replace('x', "9"), year.replace('x', "0")),
        None if text.starts_with('[') => format!("{said}]"),
        None => return None,
    };
    is_date(&edtf).then(|| unusual(said, &edtf))
}

/// Matches `24 August 79`, `50`, and `December 9`, `9.12.25`: the year is incomplete or missing.
fn no_year(_: &str, text: &str) -> Option<Rejection> {
    let whole: Vec<String> = with_short_year(text)
        .iter()
        .map(|date| format!("`{date}`"))
        .collect();
    if let Some((last, others)) = whole.split_last() {
        let dates = match others {
            [] => last.clone(),
            _ => format!("{} or {last}", others.join(", ")),
        };
        return Some((
            "the year has fewer than four digits".to_owned(),
            format!("write the year in full: {dates}"),
        ));
    }
    let tokens = tokens(text);
    let is_part = |token: &Token| match token {
        Token::Number(digits) => digits.len() <= 2,
        Token::Word(word) => is_month(word),
        Token::Sign(sign) => matches!(sign, '-' | '.' | '/' | '\''),
    };
    (!tokens.is_empty() && tokens.len() <= 6 && tokens.iter().all(is_part)).then(|| {
        (
            "the year is missing, or has fewer than four digits".to_owned(),
            "write year, month and day, such as `2025-12-09`".to_owned(),
        )
    })
}

/// Matches `c. 2024`, `circa December 2025`, `~ 2024`, `maybe 2024`.
fn approximate(said: &str, text: &str) -> Option<Rejection> {
    const WORDS: [(&str, char); 12] = [
        ("circa", '~'),
        ("approximately", '~'),
        ("approx.", '~'),
        ("approx", '~'),
        ("about", '~'),
        ("around", '~'),
        ("ca.", '~'),
        ("ca", '~'),
        ("c.", '~'),
        ("c", '~'),
        ("maybe", '?'),
        ("perhaps", '?'),
    ];
    let word = WORDS
        .iter()
        .find_map(|(word, mark)| Some((text.strip_prefix(word)?, *mark)));
    let sign = text.strip_prefix(['~', '≈']).map(|rest| (rest, '~'));
    let (rest, mark) = word.or(sign)?;
    let rest = rest.trim();
    if let Some(years) = short_years(said, &format!("{rest}{mark}")) {
        return Some(years);
    }
    if let Some((from, to)) = span_bc(rest) {
        return Some(in_words(said, &format!("{from}{mark}/{to}{mark}")));
    }
    if let Some(years) = marked_old_years(said, rest, mark) {
        return Some(years);
    }
    let edtf = match in_edtf(rest) {
        Some(edtf) => format!("{edtf}{mark}"),
        // An interval has a mark at each end.
        None => {
            let (from, to) = ends(rest)?;
            format!("{from}{mark}/{to}{mark}")
        }
    };
    is_date(&edtf).then(|| unusual(said, &edtf))
}

/// Matches `2015-289`, and Unix times of ten digits.
fn day_of_year(said: &str, text: &str) -> Option<Rejection> {
    if text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit()) {
        let at = DateTime::from_timestamp(text.parse().ok()?, 0)?;
        let message = format!("{} is a number of seconds", quoted(said));
        return Some((message, format!("write `{}`", at.format("%Y-%m-%dT%H:%MZ"))));
    }
    let (year, number) = text.split_once('-')?;
    if year.len() != 4 || number.len() != 3 {
        return None;
    }
    let day = NaiveDate::from_yo_opt(year.parse().ok()?, number.parse().ok()?)?;
    Some((
        format!("{} is a day of the year, not of a month", quoted(said)),
        format!("write `{day}`, day {number} of {year}"),
    ))
}

/// Matches numbers in other digits, East Asian dates such as `2025年12月9日`, years of Japanese eras and
/// of the Republic of China, and months of other languages.
fn other_script(said: &str, _: &str) -> Option<Rejection> {
    let edtf = in_ascii(said).and_then(|plain| in_edtf(&plain));
    Some(unusual(said, &edtf.or_else(|| in_other_language(said))?))
}

/// Reads a date with the names of months of another language.
fn in_other_language(text: &str) -> Option<String> {
    let digits: String = text.chars().map(ascii_digit).collect();
    let english = in_english(&digits)?;
    in_edtf(&english).or_else(|| day_and_time(&english))
}

/// Returns the only date that a lower-case text can mean: `05.01.2026`, `05.01.2026 14:30`.
pub(super) fn only_reading(text: &str) -> Option<String> {
    in_edtf(text)
        .or_else(|| in_edtf(&in_ascii(text)?))
        .or_else(|| day_and_time(text))
        .or_else(|| in_other_language(text))
        .or_else(|| day_time_and_zone(text))
        .filter(|edtf| weekday_agrees(text, edtf.get(..10).unwrap_or(edtf)))
}

/// Rewrites numbers in digits of other scripts, the signs for year, month and day of East Asia, and
/// years of eras; `None` if there are none, or if letters remain.
fn in_ascii(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let digits: String = text.chars().map(ascii_digit).collect();
    let western = match year_of_era(&digits) {
        Some((year, rest)) => format!("{year}{rest}"),
        None => digits,
    };
    let dashed = western.replace(['年', '月', '년', '월'], "-");
    let dashed = dashed.replace(['日', '일'], "").replace("- ", "-");
    let plain = dashed.trim().trim_end_matches('-');
    plain.is_ascii().then(|| plain.to_owned())
}

fn ascii_digit(sign: char) -> char {
    const ZEROS: [char; 6] = ['٠', '۰', '०', '০', '๐', '０'];
    let digit = ZEROS.iter().find_map(|zero| {
        let digit = u32::from(sign).checked_sub(u32::from(*zero))?;
        char::from_digit(digit, 10)
    });
    match sign {
        '／' => '/',
        '－' | '‐' | '‑' => '-',
        _ => digit.unwrap_or(sign),
    }
}

/// Returns the EDTF of a text that is a date or can mean only one date.
pub(super) fn in_edtf(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let is_read = is_date(&upper) && !is_month(text);
    // A form with a space, such as "Q1 2026", is read but is no EDTF.
    if is_read && !upper.contains(' ') {
        return Some(upper);
    }
    match guess(text).as_deref() {
        Some([edtf]) if is_date(edtf) => Some(edtf.clone()),
        _ => is_read.then_some(upper),
    }
}
