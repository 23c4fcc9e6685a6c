//! Explains a month or a day that no year has, and what it may have been meant to be.

use edtf_core::{Bound, Edtf};

use super::Rejection;
use super::calendar::Calendar;
use super::guess::later_year;
use super::read::is_date;

/// Explains a month or day that does not exist in a year-first date.
pub(super) fn impossible(edtf: &str) -> Option<Rejection> {
    impossible_with(edtf, "")
}

/// Explains it of a date that has a mark, which holds for both years of `1914-18?`.
pub(super) fn impossible_with(edtf: &str, mark: &str) -> Option<Rejection> {
    // The first hyphen may be the sign of the year.
    let end = edtf.get(1..)?.find('-')? + 1;
    let (year, rest) = (&edtf[..end], &edtf[end + 1..]);
    let mut parts = rest.splitn(2, '-');
    let part = parts.next()?;
    if let Some(letter) = part
        .chars()
        .next()
        .filter(|first| matches!(first, 'Q' | 'H'))
    {
        let last = if letter == 'Q' { 4 } else { 2 };
        return Some((
            format!("there is no {part} in a year"),
            format!("write `{year}-{letter}1{mark}` to `{year}-{letter}{last}{mark}`"),
        ));
    }
    let month: u32 = part.parse().ok()?;
    let day: Option<u32> = parts.next().and_then(|day| day.parse().ok());
    // `1914-18`
    let years = later_year(year, part, '-').filter(|_| day.is_none());
    let years = years.map_or_else(String::new, |last| {
        format!("write `{year}{mark}/{last}{mark}` for the years {year} to {last}; otherwise ")
    });
    if month == 0 {
        return Some((
            "there is no month 00".to_owned(),
            format!("{years}write `{year}{mark}` if the month is unknown"),
        ));
    }
    let elsewhere = of_another_calendar(year, month, day);
    if month > 12 {
        let swapped = day.map(|day| format!("{year}-{day:02}-{month:02}"));
        let swapped = swapped.filter(|swapped| is_date(swapped)).map_or_else(
            || "write a month from 01 to 12".to_owned(),
            |swapped| format!("write `{swapped}{mark}` (year, month, day)"),
        );
        return Some((
            format!("there is no month {month:02}"),
            format!("{elsewhere}{years}{swapped}, or `{year}{mark}` if the month is unknown"),
        ));
    }
    let last = last_day(year, month)?;
    let hint = format!("{elsewhere}write `{year}-{month:02}{mark}` if the day is unknown");
    Some(match day? {
        0 => ("there is no day 00".to_owned(), hint),
        day => (
            format!("there is no day {day}: {year}-{month:02} has {last} days"),
            format!(
                "{hint}, or a day from `{year}-{month:02}-01{mark}` to `{year}-{month:02}-{last}{mark}`"
            ),
        ),
    })
}

/// What to do if a month or day that does not exist here is one of another calendar, which has it;
/// empty if none has.
fn of_another_calendar(year: &str, month: u32, day: Option<u32>) -> String {
    let number = year.parse().unwrap_or_default();
    let has = |calendar: &Calendar| {
        let day = day.map(u8::try_from).transpose();
        match (u8::try_from(month), day) {
            (Ok(month), Ok(day)) => calendar.has(number, month, day),
            _ => false,
        }
    };
    let told = Calendar::of_year(number).filter(has).map(|calendar| {
        let (id, name, began) = (calendar.id(), calendar.name(), calendar.began(number));
        format!("`calendar: {id}` if {year} is a year of the {name} calendar (it began in {began})")
    });
    let told: Vec<String> = told.collect();
    match told.is_empty() {
        true => String::new(),
        false => format!("add to site.yaml {}; otherwise ", told.join(", or ")),
    }
}

fn last_day(year: &str, month: u32) -> Option<u8> {
    let month: Edtf = format!("{year}-{month:02}").parse().ok()?;
    match month.bounds().latest {
        Bound::Date(day) => Some(day.day),
        _ => None,
    }
}
