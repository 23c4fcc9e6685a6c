//! Days with a time of day, in forms that are not read: `05.01.2026 14:30`, `9 December 2025 at 3 pm`.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::super::other_forms::other_form;
use super::super::{Rejection, clock};
use super::{in_ascii, in_edtf, in_other_language, unusual};

/// Matches `05.01.2026 14:30`.
pub(super) fn date_time(said: &str, text: &str) -> Option<Rejection> {
    let written = day_and_time(text).or_else(|| day_time_and_zone(text))?;
    (written.to_ascii_lowercase() != text).then(|| unusual(said, &written))
}

pub(super) fn day_and_time(text: &str) -> Option<String> {
    let colon = text.find(':')?;
    let digits = text[..colon].trim_end_matches(|sign: char| sign.is_ascii_digit());
    let day = digits.trim_end_matches(['t', ' ', ',']);
    let edtf = in_edtf(day.strip_suffix(" at").unwrap_or(day))?;
    let written = format!("{edtf}T{}", text[digits.len()..].to_ascii_uppercase());
    clock::is_time(&written).then_some(written)
}

/// Words before and after a time of day in other languages.
const BEFORE_TIME: [&str; 9] = [
    " um", " at", " pukul", " jam", " à", " alle", " a las", " às", " в",
];
const AFTER_TIME: [&str; 3] = [" uhr", " h", "h"];

/// Reads a day in any language, a time of day and perhaps a zone: `Rabu, 6 Maret 2024 10:00 WIB`,
/// `24.12.2023, 18:30 Uhr`.
pub(super) fn day_time_and_zone(text: &str) -> Option<String> {
    let full = with_minutes(text);
    let text = full.as_deref().unwrap_or(text);
    let colon = text.find(':')?;
    let before = text[..colon].trim_end_matches(|sign: char| sign.is_ascii_digit());
    let time = &text[before.len()..];
    let mut day = before.trim_end_matches([' ', ',', '-', '|']);
    for word in BEFORE_TIME {
        day = day
            .strip_suffix(word)
            .unwrap_or(day)
            .trim_end_matches([' ', ',']);
    }
    let day = in_edtf(day)
        .or_else(|| in_edtf(&in_ascii(day)?))
        .or_else(|| in_other_language(day))
        .filter(|edtf| NaiveDate::parse_from_str(edtf, "%Y-%m-%d").is_ok())?;
    let mut time = time.trim();
    for word in AFTER_TIME {
        time = time.strip_suffix(word).unwrap_or(time);
    }
    let whole = format!("{day} {}", time.to_ascii_uppercase());
    other_form(&whole, Tz::UTC).map(|form| form.standard)
}

/// Adds the minutes of a time of whole hours, and the colon of `15h30`: `3pm` is `3:00 pm`; `None` if
/// there is no such time.
fn with_minutes(text: &str) -> Option<String> {
    const HALVES: [&str; 4] = ["a.m.", "p.m.", "am", "pm"];
    if text.contains(':') {
        return None;
    }
    if let Some(day) = text.strip_suffix("noon") {
        return Some(format!("{day}12:00"));
    }
    text.match_indices(|sign: char| sign.is_ascii_digit())
        .filter(|(at, _)| text[..*at].ends_with([' ', ',', 't']))
        .find_map(|(at, _)| {
            let rest = &text[at..];
            let len = rest.bytes().take_while(u8::is_ascii_digit).count();
            let (hour, after) = rest
                .split_at_checked(len)
                .filter(|(hour, _)| hour.len() <= 2)?;
            let word = after.trim_start();
            let before = &text[..at];
            if let Some(half) = HALVES.iter().find(|half| word.starts_with(*half)) {
                let after = &word[half.len()..];
                let half = half.replace('.', "");
                let is_whole = !after.starts_with(char::is_alphanumeric);
                return is_whole.then(|| format!("{before}{hour}:00 {half}{after}"));
            }
            if let Some(after) = word.strip_prefix("uhr") {
                return Some(format!("{before}{hour}:00{after}"));
            }
            let after = word.strip_prefix('h')?;
            let minutes = after.trim_start();
            let len = minutes.bytes().take_while(u8::is_ascii_digit).count();
            match len {
                0 if !after.starts_with(char::is_alphabetic) => {
                    Some(format!("{before}{hour}:00{after}"))
                }
                2 => Some(format!("{before}{hour}:{minutes}")),
                _ => None,
            }
        })
}
