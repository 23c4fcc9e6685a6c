//! In lenient mode, texts without front matter: the first heading is the title, and the path, the
//! heading or the line below it gives the day.

use std::ops::Range;

use chrono::NaiveDate;

use super::conventions::conventions_of;
use super::fence::{Fenced, Notation};
use super::{date_of_name, first_heading};
use crate::config::SiteConfig;
use crate::content::article::{dated, day_of, day_of_path, stem};
use crate::source::Source;

/// Within how many lines the heading of a text without front matter is.
const NEAR_HEADING: usize = 10;

/// In lenient mode, returns the parts of a text without front matter that begins with a heading and
/// whose path, heading or first line has a day: what a timeline needs to know of it. Other first
/// lines may be the keys of another format. Also returns what gives the day.
pub(super) fn dated_and_headed(
    source: &Source,
    path: &str,
    config: &SiteConfig,
) -> Option<(Fenced, &'static str)> {
    // A heading that is underlined by what closes the front matter is none.
    let is_fence = source.text.trim_start().starts_with("---");
    if !config.lenient || is_fence {
        return None;
    }
    let body = 0..source.text.len();
    let of_path = match dated(stem(path)) {
        Some(day) => Some(day_of(day)?),
        None => day_of_path(path),
    };
    // Nearly every text without a day has none near its heading either.
    let mut lines = source.text.lines().take(NEAR_HEADING);
    if of_path.is_none() && !lines.any(|line| day_of_words(line).is_some()) {
        return None;
    }
    let as_in = conventions_of(&config.language);
    let heading = first_heading(source, body.clone(), config, as_in)?;
    let (day, giver) = match of_path {
        Some(day) => (day, "file name"),
        None => day_of_text(source, body.clone(), config)?,
    };
    date_of_name(source, day, config)?;
    let before = &source.text[..heading.span.start as usize];
    let is_first = before.trim_matches('\u{feff}').trim().is_empty();
    let parts = Fenced {
        notation: Notation::Yaml,
        front: 0..0,
        body,
    };
    is_first.then_some((parts, giver))
}

/// Returns the day that the first heading of a text names, or that stands alone on the line below
/// it (`*2014-09-06*`); and which of the two gives it.
pub(super) fn day_of_text(
    source: &Source,
    body: Range<usize>,
    config: &SiteConfig,
) -> Option<(NaiveDate, &'static str)> {
    let as_in = conventions_of(&config.language);
    let heading = first_heading(source, body, config, as_in)?;
    if let Some(day) = day_of_words(&heading.value) {
        return Some((day, "heading"));
    }
    let from = &source.text[heading.span.start as usize..];
    let line = from.lines().skip(1).map(str::trim).find(|line| {
        // The rule of an underlined heading.
        !line.trim_matches(['=', '-']).is_empty()
    })?;
    let day = written_day(line.trim_matches(['*', '_', ' ']))?;
    Some((day, "line below the heading"))
}

/// Returns the day with which a heading begins or ends: `2024-03-05: Bridge closed`, `Bridge closed
/// (2024-03-05)`.
fn day_of_words(heading: &str) -> Option<NaiveDate> {
    let is_sign = |c: char| !c.is_alphanumeric();
    let mut words = heading.split_whitespace();
    let first = words
        .by_ref()
        .find(|word| !word.trim_matches(is_sign).is_empty())?;
    let day = |word: &str| written_day(word.trim_matches(is_sign));
    day(first).or_else(|| day(words.next_back()?))
}

/// Reads a day that begins with its year: `2014-12-27`, `2014/12/27`, `2014.12.27`.
fn written_day(word: &str) -> Option<NaiveDate> {
    let sign = word
        .chars()
        .nth(4)
        .filter(|c| matches!(c, '-' | '/' | '.'))?;
    let mut parts = word.split(sign);
    let mut number = |digits: std::ops::RangeInclusive<usize>| {
        let part = parts.next()?;
        let good = digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| good)
    };
    let (year, month, day) = (number(4..=4)?, number(1..=2)?, number(1..=2)?);
    let ends = parts.next().is_none();
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_days_with_the_year_first_are_read() {
        let day = |text| day_of_words(text).map(|day| day.to_string());
        assert_eq!(
            day("2024-03-05: Bridge closed").as_deref(),
            Some("2024-03-05")
        );
        assert_eq!(
            day("Bridge closed (2024/3/5)").as_deref(),
            Some("2024-03-05")
        );
        assert_eq!(day("*2014.12.27*").as_deref(), Some("2014-12-27"));
        for none in [
            "05/03/2024",
            "2024-03",
            "2024-13-01",
            "2024-03-05-06",
            "v2024.3.5",
            "2024/03.05",
        ] {
            assert_eq!(day(none), None, "{none}");
        }
    }
}
