//! Two dates in one text: `2025–2026`, `March to May 2026`, `2024 or 2025`, `1900 to the present`.

use super::super::Rejection;
use super::super::clock;
use super::super::era::{Era, era_at_end, has_era};
use super::super::guess::tokens;
use super::super::read::is_date;
use super::spans::{both_spans, shortened};
use super::{in_edtf, in_words, plainer, quoted, single, unusual};

const SIGNS: [&str; 9] = [" to ", " and ", " until ", "–", "—", " - ", "..", "/", "-"];

/// Words for an end that has not come, in English and in other languages.
const PRESENT: [&str; 14] = [
    "present",
    "now",
    "today",
    "ongoing",
    "date",
    "this day",
    "heute",
    "aujourd'hui",
    "aujourd’hui",
    "hoy",
    "oggi",
    "hoje",
    "sekarang",
    "kini",
];

/// Matches `2025–2026`, `March to May 2026`, `2024 or 2025`; also a reversed interval, and an
/// interval with an end that is not a date.
pub(super) fn range(said: &str, text: &str) -> Option<Rejection> {
    let words = text
        .strip_prefix("between ")
        .or_else(|| text.strip_prefix("from "))
        .or_else(|| text.strip_prefix("since "))
        .unwrap_or(text);
    if let Some((one, other)) = words.split_once(" or ") {
        let (one, other) = both(one, other)?;
        let edtf = format!("[{one},{other}]");
        return is_date(&edtf).then(|| unusual(said, &edtf));
    }
    SIGNS.iter().find_map(|sign| {
        let (start, end) = words.split_once(sign)?;
        let (start, end) = (start.trim(), end.trim());
        to_present(said, start, end).or_else(|| interval(said, start, end))
    })
}

/// Both ends of an interval, each as EDTF.
pub(super) fn ends(text: &str) -> Option<(String, String)> {
    SIGNS.iter().find_map(|sign| {
        let (start, end) = text.split_once(sign)?;
        let (from, to) = both(start, end)?;
        is_date(&format!("{from}/{to}")).then_some((from, to))
    })
}

/// Matches `1900–present`, and `1900–`, which does not say whether it goes on.
fn to_present(said: &str, start: &str, end: &str) -> Option<Rejection> {
    let is_present = PRESENT.contains(&end.trim_start_matches("the "));
    if !is_present && !end.is_empty() {
        return None;
    }
    let from = in_edtf(start)?;
    let (open, unknown) = (format!("{from}/.."), format!("{from}/"));
    if !is_date(&open) {
        return None;
    }
    Some(match is_present {
        true => unusual(said, &open),
        false => (
            format!("{} has no end", quoted(said)),
            format!("write `{open}` if it is still going on, or `{unknown}` if its end is unknown"),
        ),
    })
}

fn interval(said: &str, start: &str, end: &str) -> Option<Rejection> {
    if let Some(complaint) = [start, end].into_iter().find_map(|side| {
        let missing = !is_date(side) && said.contains('/') && in_edtf(side).is_none();
        missing.then(|| side_fault(side)).flatten()
    }) {
        return Some(complaint);
    }
    if let Some(span) = both_spans(start, end) {
        return Some(in_words(said, &span));
    }
    if let Some(old) = old_years(said, start, end, "") {
        return Some(old);
    }
    let (from, to) = both(start, end)?;
    let edtf = format!("{from}/{to}");
    if let Some((from, short)) = era_of(start, end).and_then(|era| shortened(start, end, era)) {
        let years = format!("{from}/{short}");
        return Some(match is_date(&edtf) {
            true => (
                format!("it is unclear which year {} ends in", quoted(said)),
                format!("write `{years}` or `{edtf}`"),
            ),
            false => unusual(said, &years),
        });
    }
    if is_date(&edtf) {
        return (!edtf.eq_ignore_ascii_case(said)).then(|| unusual(said, &edtf));
    }
    if let Some(plain) = plainer(&edtf) {
        return Some(in_words(said, &plain));
    }
    let turned = format!("{to}/{from}");
    is_date(&turned).then(|| {
        let cure = format!("write `{turned}`");
        (
            "the interval ends before it starts".to_owned(),
            match before_christ(said, start, end) {
                Some(years) => format!("{cure}, or `{years}` if the years are BC"),
                None => cure,
            },
        )
    })
}

/// Matches `300 BC–250` after a word that gives both of its years a mark.
pub(super) fn marked_old_years(said: &str, text: &str, mark: char) -> Option<Rejection> {
    let mark = mark.to_string();
    SIGNS.iter().find_map(|sign| {
        let (start, end) = text.split_once(sign)?;
        old_years(said, start.trim(), end.trim(), &mark)
    })
}

/// Matches `300 BC–250`: a smaller year after one BC may be BC too.
fn old_years(said: &str, start: &str, end: &str, mark: &str) -> Option<Rejection> {
    let is_year =
        |side: &str| (1..=4).contains(&side.len()) && side.bytes().all(|b| b.is_ascii_digit());
    let (first, Era::Bc) = era_at_end(start)? else {
        return None;
    };
    let first = first.trim();
    if !is_year(first) || !is_year(end) || end.parse::<u32>().ok()? >= first.parse().ok()? {
        return None;
    }
    let from = in_edtf(start)?;
    let until = |era: &str| {
        let to = in_edtf(&format!("{end} {era}"))?;
        Some(format!("{from}{mark}/{to}{mark}"))
    };
    let (in_bc, in_ad) = (until("bc")?, until("ad")?);
    (is_date(&in_bc) && is_date(&in_ad)).then(|| {
        (
            format!("it is unclear in which era {} ends", quoted(said)),
            format!("write `{in_bc}` if both years are BC, or `{in_ad}` if the second is AD"),
        )
    })
}

/// Returns the era that a text begins with.
fn era_ahead(text: &str) -> Option<Era> {
    let word = text
        .split(|sign: char| sign == ' ' || sign.is_ascii_digit())
        .next()?;
    Era::of(&word.replace('.', ""))
}

/// The era of both years, if only one of them has it.
fn era_of(start: &str, end: &str) -> Option<Era> {
    match (has_era(start), era_at_end(end)) {
        (false, Some((_, era))) => Some(era),
        (true, None) => era_ahead(start),
        _ => None,
    }
}

/// Reads `300–250`, of which it is not said that these are years BC.
fn before_christ(said: &str, start: &str, end: &str) -> Option<String> {
    let is_old =
        |side: &str| (1..4).contains(&side.len()) && side.bytes().all(|b| b.is_ascii_digit());
    if has_era(said) || !is_old(start) || !is_old(end) {
        return None;
    }
    let in_bc = |side: &str| in_edtf(&format!("{side} bc"));
    let years = format!("{}/{}", in_bc(start)?, in_bc(end)?);
    is_date(&years).then_some(years)
}

/// Explains what is wrong with one end of an interval.
fn side_fault(side: &str) -> Option<Rejection> {
    let upper = side.to_ascii_uppercase();
    if clock::is_date_time(&upper) && is_date(&upper[..10]) {
        return Some((
            "the ends of an interval must be days, months or years, without a time of day"
                .to_owned(),
            format!("write `{}` for this end", &upper[..10]),
        ));
    }
    single(side, side).map(|(message, hint)| (format!("{message} (in {})", quoted(side)), hint))
}

/// Reads a pair of dates. The first may omit what it shares with the second, as in "March to May
/// 2026", "9 to 11 December 2025" and "300–250 BC"; the second only an era before
/// the first: "BC 300–250".
fn both(one: &str, other: &str) -> Option<(String, String)> {
    let (one, other) = (one.trim(), other.trim());
    let ahead = era_ahead(one).filter(|_| !has_era(other));
    let second = match ahead {
        Some(Era::Bc) => in_edtf(&format!("{other} bc")),
        Some(Era::Ad) => in_edtf(&format!("{other} ad")),
        None => in_edtf(other),
    }?;
    let era = era_at_end(other);
    let after_first = other.split_once(' ').map_or("", |(_, rest)| rest);
    let year = match era {
        // "44 BC"
        Some((before, _)) => &other[before.trim_end().rfind(' ').map_or(0, |at| at + 1)..],
        None => other.rsplit_once(' ').map_or("", |(_, year)| year),
    };
    let era_alone = era.map_or("", |(before, _)| other[before.len()..].trim());
    let shared = [after_first, year, era_alone]
        .into_iter()
        .filter(|rest| !rest.is_empty())
        .find_map(|rest| in_edtf(&format!("{one} {rest}")));
    let first = match tokens(one).as_slice() {
        // Years count down to an era that both have.
        _ if matches!(era, Some((_, Era::Bc))) && !has_era(one) => shared,
        [only] if only.number().is_none_or(|number| number.len() < 3) => shared,
        _ => in_edtf(one).or(shared),
    };
    Some((first?, second))
}
