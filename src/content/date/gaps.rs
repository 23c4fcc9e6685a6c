//! Suggestions for dates whose unknown digits are in unsupported positions.

use edtf_core::{Bound, Date, DateField, Edtf, Qualifier, Year};

use super::read::is_date;
use super::year_digits;

/// Returns the hint for a date whose unknown digits are not at its end.
pub(super) fn without_gaps(date: &Date) -> String {
    match gapless(date) {
        Some(edtf) => format!("write `{edtf}`"),
        None => "write `20XX` for a century; only what is expected needs no date: \
                 `status: expected` and `wording: no date given`"
            .to_owned(),
    }
}

/// Rewrites such a date in a supported form; `None` for a century or more.
pub(super) fn gapless(date: &Date) -> Option<String> {
    let digits = year_digits(date);
    let edtf = match digits.iter().position(Option::is_none) {
        Some(0) => return None,
        Some(1) => format!("{}/{}", end_year(date, true), end_year(date, false)),
        Some(known) => format!("{:X<4}", &end_year(date, true)[..known]),
        None => match (date.month, date.day) {
            (Some(month), _) if month.digits == [None, None] => plain_end(date, true),
            _ => {
                let bounds = Edtf::Date(*date).bounds();
                let cut = if date.day.is_some() && !has_gap(date.month) {
                    10
                } else {
                    7
                };
                format!(
                    "{}/{}",
                    cut_to(bounds.earliest, cut)?,
                    cut_to(bounds.latest, cut)?
                )
            }
        },
    };
    is_date(&edtf).then_some(edtf)
}

fn cut_to(bound: Bound, len: usize) -> Option<String> {
    let Bound::Date(day) = bound else {
        return None;
    };
    let text = day.to_string();
    let sign = text.len().checked_sub(10)?;
    text.get(..sign + len).map(str::to_owned)
}

/// Formats an end of an interval as far as it is known, or its first or last year.
pub(super) fn plain_end(date: &Date, first: bool) -> String {
    let plain = Date {
        month: date.month.filter(|month| !month.has_unspecified()),
        day: date
            .day
            .filter(|day| !day.has_unspecified() && !has_gap(date.month)),
        ..*date
    };
    match date.year.has_unspecified() {
        true => end_year(date, first),
        false => plain.to_string(),
    }
}

/// Formats the year alone, without its mark.
pub(super) fn plain_year(date: &Date) -> String {
    let year = Year {
        qualifier: Qualifier::default(),
        ..date.year
    };
    Date {
        year,
        month: None,
        day: None,
    }
    .to_string()
}

fn has_gap(field: Option<DateField>) -> bool {
    field.is_some_and(DateField::has_unspecified)
}

/// Fills in the unknown digits of a year, with zeros if `first`, else with nines.
fn end_year(date: &Date, first: bool) -> String {
    year_digits(date)
        .iter()
        .map(|digit| char::from(b'0' + digit.unwrap_or(if first { 0 } else { 9 })))
        .collect()
}
