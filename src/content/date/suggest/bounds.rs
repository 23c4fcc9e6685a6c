//! Dates of which only one end is named: `before 1900`, `since March 2025`, `1900 or later`.

use chrono::NaiveDate;

use super::super::Rejection;
use super::super::guess::guess;
use super::super::other_languages::bound_in_english;
use super::super::read::is_date;
use super::{ascii_digit, in_edtf, in_other_language, in_words, quoted, unusual};

/// What a word says of the date beside it.
#[derive(Debug, Clone, Copy)]
enum Side {
    /// It was so until then: `until 1900`.
    Until,
    /// It is so since then, and still is: `since 1900`.
    Since,
    /// It was so from then on, who knows until when: `from 1900`.
    From,
    /// At some time before the date itself: `before 1900`.
    Before,
    /// At some time after the date itself: `after 1900`.
    After,
    /// On the date or before it: `no later than 1900`.
    NotAfter,
    /// On the date or after it: `not before 1900`.
    NotBefore,
}

use Side::{After, Before, From, NotAfter, NotBefore, Since, Until};

/// Words before the date. Each stands before all that it begins with.
const PREFIXES: [(&str, Side); 26] = [
    ("no later than ", NotAfter),
    ("not later than ", NotAfter),
    ("not after ", NotAfter),
    ("on or before ", NotAfter),
    ("in or before ", NotAfter),
    ("by ", NotAfter),
    ("no earlier than ", NotBefore),
    ("not earlier than ", NotBefore),
    ("no sooner than ", NotBefore),
    ("not before ", NotBefore),
    ("on or after ", NotBefore),
    ("in or after ", NotBefore),
    ("earlier than ", Before),
    ("prior to ", Before),
    ("before ", Before),
    ("pre-", Before),
    ("later than ", After),
    ("after ", After),
    ("post-", After),
    ("up to ", Until),
    ("until ", Until),
    ("till ", Until),
    ("ever since ", Since),
    ("since ", Since),
    ("starting ", From),
    ("from ", From),
];

/// Words after the date.
const SUFFIXES: [(&str, Side); 10] = [
    (" or earlier", NotAfter),
    (" or before", NotAfter),
    (" at the latest", NotAfter),
    (" or later", NotBefore),
    (" or after", NotBefore),
    (" at the earliest", NotBefore),
    (" and later", From),
    (" onwards", From),
    (" onward", From),
    (" on", From),
];

/// Matches `before 2024`, `since March 2025`, `2024 or later`.
pub(super) fn one_sided(said: &str, text: &str) -> Option<Rejection> {
    if let Some(winters) = winters(said, text) {
        return Some(winters);
    }
    let (side, date) = match bound(text) {
        Some(bound) => bound,
        None => {
            let digits: String = said.chars().map(ascii_digit).collect();
            bound(&bound_in_english(&digits)?)?
        }
    };
    let edtf = bounded(side, &date)?;
    // "Since the 1990s" is not since 1990.
    let is_coarser =
        known_end(&date, '0') != known_end(&date, '9') && matches!(side, Until | Since | From);
    Some(match is_coarser {
        true => in_words(said, &edtf),
        false => unusual(said, &edtf),
    })
}

/// Matches `before winter 2025`, whose winter may be either of two.
fn winters(said: &str, text: &str) -> Option<Rejection> {
    let (side, rest) = side_and_rest(text)?;
    let seasons = guess(rest).filter(|_| rest.contains("winter"))?;
    let [one, other] = seasons.as_slice() else {
        return None;
    };
    let (one, other) = (bounded(side, one)?, bounded(side, other)?);
    Some((
        format!(
            "it is unclear whether the winter in {} begins or ends in that year",
            quoted(said)
        ),
        format!("write `{one}` if it begins then, or `{other}` if it ends then"),
    ))
}

/// Writes what a word says of a date as EDTF.
fn bounded(side: Side, date: &str) -> Option<String> {
    let (first, last) = (known_end(date, '0'), known_end(date, '9'));
    // An interval says that it lasted; what happened once, before or after, is a choice or has an
    // unknown start.
    let edtf = match side {
        Until => format!("../{last}"),
        NotAfter => format!("/{last}"),
        Before => format!("/{}", neighbour(&first, false)?),
        Since => format!("{first}/.."),
        From => format!("{first}/"),
        NotBefore => format!("[{first}..]"),
        After => format!("[{}..]", neighbour(&last, true)?),
    };
    is_date(&edtf).then_some(edtf)
}

/// Reads a date beside words that make it a bound.
fn bound(text: &str) -> Option<(Side, String)> {
    let (side, rest) = side_and_rest(text)?;
    let date = in_edtf(rest).or_else(|| in_other_language(rest))?;
    Some((side, date))
}

/// Splits the words that make a date a bound off it.
fn side_and_rest(text: &str) -> Option<(Side, &str)> {
    let last = SUFFIXES
        .iter()
        .find_map(|(word, side)| Some((text.strip_suffix(word)?, *side)));
    let (side, rest) = match last {
        Some((rest, From)) => (From, rest.strip_prefix("from ").unwrap_or(rest)),
        Some((rest, side)) => (side, rest),
        None => PREFIXES
            .iter()
            .find_map(|(word, side)| Some((*side, text.strip_prefix(word)?)))?,
    };
    Some((side, rest.trim()))
}

/// Fills in the unknown digits of a decade or a century, so that its first or its last year
/// remains.
pub(super) fn known_end(edtf: &str, digit: char) -> String {
    match edtf.len() {
        4 => edtf.replace('X', digit.encode_utf8(&mut [0; 4])),
        _ => edtf.to_owned(),
    }
}

/// Returns the year, month or day after a date, or before it.
fn neighbour(edtf: &str, is_later: bool) -> Option<String> {
    let step = if is_later { 1 } else { -1 };
    let (sign, digits) = match edtf.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, edtf),
    };
    let mut parts = digits.split('-');
    let year: i32 = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let year = sign * year;
    let Some(part) = parts.next() else {
        return Some(in_four_digits(year + step));
    };
    if let Some(day) = parts.next() {
        let day = NaiveDate::from_ymd_opt(year, part.parse().ok()?, day.parse().ok()?)?;
        let near = match is_later {
            true => day.succ_opt(),
            false => day.pred_opt(),
        };
        return near.map(|day| day.to_string());
    }
    // A quarter, half or season as its months, since an interval has no others.
    if let Some(first_month) = match part {
        "21" => Some(3),
        "22" => Some(6),
        "23" => Some(9),
        "24" => Some(12),
        _ => None,
    } {
        let months: i32 = year * 12 + first_month - 1;
        return Some(month_of(months + if is_later { 3 } else { -1 }));
    }
    let (number, months): (i32, i32) = match part.split_at_checked(1)? {
        ("Q", number) => (number.parse().ok()?, 3),
        ("H", number) => (number.parse().ok()?, 6),
        // As EDTF numbers quarters and halves.
        _ => match part.parse().ok()? {
            number @ 33..=36 => (number - 32, 3),
            number @ 40..=41 => (number - 39, 6),
            number => (number, 1),
        },
    };
    if !(1..=12 / months).contains(&number) {
        return None;
    }
    let first = year * 12 + (number - 1) * months;
    let near = first + if is_later { months } else { -1 };
    Some(month_of(near))
}

/// Writes the month of a number of months since the year 0.
fn month_of(months: i32) -> String {
    let month = months.rem_euclid(12) + 1;
    format!("{}-{month:02}", in_four_digits(months.div_euclid(12)))
}

/// Formats a year as EDTF: `0079`, `-0043`.
pub(in super::super) fn in_four_digits(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.abs())
}
