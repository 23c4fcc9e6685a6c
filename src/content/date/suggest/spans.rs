//! Years that have no single form in EDTF: those of `1914–18` and of a season, and centuries and
//! decades BC.

use super::super::Rejection;
use super::super::era::{Era, era_in, undotted};
use super::super::guess::{Token, is_century, later_year, tokens};
use super::super::impossible::impossible;
use super::super::read::is_date;
use super::bounds::{in_four_digits, known_end};
use super::{in_edtf, in_words, quoted, unusual};

/// Words that say that two numbers are years.
const YEARS: [&str; 9] = [
    "season",
    "academic year",
    "school year",
    "fiscal year",
    "financial year",
    "tax year",
    "fy ",
    "fy",
    "years ",
];

/// Matches the years of `1911/12`, `1914–18` and `2019/20 season`; what may be a month too has both
/// cures.
pub(super) fn short_years(said: &str, text: &str) -> Option<Rejection> {
    let (numbers, is_named) = without_words(text);
    let numbers = numbers.trim_end_matches(['~', '?', '%']);
    let [Token::Number(year), Token::Sign(sign), Token::Number(short)] = *tokens(numbers) else {
        return None;
    };
    if year.len() != 4 || !matches!(sign, '/' | '.' | '-' | '–' | '—') {
        return None;
    }
    let is_short = matches!(short.len(), 1 | 2);
    let number: u32 = short.parse().ok()?;
    let later = match short.len() {
        4 if is_named => Some(short.to_owned()),
        _ if is_short && sign != '.' => later_year(year, short, sign),
        _ => None,
    };
    let Some(later) = later else {
        // No season: it would have a hyphen.
        let no_month = is_short && number > 12 && matches!(sign, '/' | '.');
        return no_month
            .then(|| impossible(&format!("{year}-{short}")))
            .flatten();
    };
    let mark = match is_named {
        true => "",
        false => text.get(numbers.len()..).filter(|mark| mark.len() < 2)?,
    };
    let years = format!("{year}{mark}/{later}{mark}");
    if !is_date(&years) {
        return None;
    }
    if is_named {
        return Some(in_words(said, &years));
    }
    let part = format!("{year}-{short:0>2}{mark}");
    match number {
        1..=12 => Some((
            format!("{} may be a month or two years", quoted(said)),
            format!("write `{part}` for the month, or `{years}` for the years"),
        )),
        // A word processor makes dashes of hyphens.
        21..=24 if sign != '/' => Some((
            format!("{} may be two years or a season", quoted(said)),
            format!("write `{years}` for the years, or `{part}` for the season"),
        )),
        // `1914-18`: a month that does not exist.
        _ if sign == '-' && !said.contains(' ') => None,
        _ => Some(unusual(said, &years)),
    }
}

/// Removes words that say that numbers are years; returns whether there were any.
fn without_words(text: &str) -> (&str, bool) {
    let bare = text.trim_start_matches("the ");
    let found = YEARS.iter().find_map(|word| {
        let before = bare.strip_prefix(word);
        before.or_else(|| bare.strip_suffix(word)).map(str::trim)
    });
    (found.unwrap_or(text), found.is_some())
}

/// Matches `3rd century BC`, `the 250s BC`.
pub(super) fn old_span(said: &str, text: &str) -> Option<Rejection> {
    let spans: Vec<String> = spans_bc(text)?
        .iter()
        .map(|(from, to)| format!("{from}/{to}"))
        .collect();
    Some(in_words(said, &spans.join("` or `")))
}

/// Returns the first and last years of the only century or decade BC that a text can mean.
pub(super) fn span_bc(text: &str) -> Option<(String, String)> {
    let [span] = spans_bc(text)?.try_into().ok()?;
    Some(span)
}

/// Reads `5th–4th century BC`, `1st century BC – 1st century AD`: from the first year of the first to the
/// last one of the second.
pub(super) fn both_spans(one: &str, other: &str) -> Option<String> {
    let rest = other.split_once(' ').map_or("", |(_, rest)| rest);
    let first = span_bc(one).or_else(|| span_bc(&format!("{one} {rest}")));
    let second = span_bc(other);
    if first.is_none() && second.is_none() {
        return None;
    }
    let from = match first {
        Some((from, _)) => from,
        None => known_end(&in_edtf(one)?, '0'),
    };
    let to = match second {
        Some((_, to)) => to,
        None => known_end(&in_edtf(other)?, '9'),
    };
    let edtf = format!("{from}/{to}");
    is_date(&edtf).then_some(edtf)
}

/// Returns the earlier and the later year of `264–41 BC` or `AD 150–80`, if the later one may be
/// written by its last digits.
pub(super) fn shortened(one: &str, other: &str, era: Era) -> Option<(String, String)> {
    let digits = |text: &str| {
        let text = undotted(text);
        let mut tokens = tokens(&text);
        if let Some((_, at, _)) = era_in(&tokens) {
            tokens.remove(at);
        }
        match *tokens.as_slice() {
            [Token::Number(digits)] => Some(digits.to_owned()),
            _ => None,
        }
    };
    let (one, other) = (digits(one)?, digits(other)?);
    let kept = one
        .len()
        .checked_sub(other.len())
        .filter(|kept| *kept > 0)?;
    let full: i32 = format!("{}{other}", &one[..kept]).parse().ok()?;
    let first: i32 = one.parse().ok()?;
    let year = |number: i32| match era {
        Era::Bc => in_four_digits(1 - number),
        Era::Ad => in_four_digits(number),
    };
    let years = (year(first), year(full));
    let is_later = match era {
        Era::Bc => full < first,
        Era::Ad => full > first,
    };
    (is_later && is_date(&format!("{}/{}", years.0, years.1))).then_some(years)
}

/// Returns the first and last years of a century or a decade BC, of both where a text may mean
/// either.
fn spans_bc(text: &str) -> Option<Vec<(String, String)>> {
    let text = undotted(text);
    let mut tokens = tokens(&text);
    let (Era::Bc, at, None) = era_in(&tokens)? else {
        return None;
    };
    tokens.remove(at);
    tokens.retain(|token| *token != Token::Sign('.'));
    let [Token::Number(number), Token::Word(word)] = *tokens else {
        return None;
    };
    let number: i32 = number
        .parse()
        .ok()
        .filter(|number| (1..=9990).contains(number))?;
    // The years BC from the earlier one to the later one, as EDTF numbers them.
    let years = |from: i32, to: i32| (in_four_digits(1 - from), in_four_digits(1 - to));
    let spans = match word {
        "s" if number % 100 == 0 => vec![years(number + 9, number), years(number + 99, number)],
        "s" if number % 10 == 0 => vec![years(number + 9, number)],
        _ if is_century(word) && number < 100 => vec![years(100 * number, 100 * number - 99)],
        _ => return None,
    };
    spans
        .iter()
        .all(|(from, to)| is_date(&format!("{from}/{to}")))
        .then_some(spans)
}
