//! The English words of dates: names, and phrases that are made of a name and a number.

use chrono::FixedOffset;

use crate::model::date::Grouping;

/// Names of months standing alone and in a date, which English does not tell apart.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
pub const SHORT_MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
/// From Monday on.
pub const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
pub const SHORT_WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// Small numbers, from zero on.
pub const NUMBERS: [&str; 10] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
];
pub const APPROXIMATE: &str = "about";
pub const UNCERTAIN: &str = "perhaps";
pub const SHORT_APPROXIMATE: &str = "c.";
pub const SHORT_UNCERTAIN: &str = "?";
pub const YEAR_ONLY: &str = "year only";
pub const DAY_UNKNOWN: &str = "day unknown";
pub const MONTH_UNKNOWN: &str = "month unknown";
pub const YEAR_UNKNOWN: &str = "year unknown";
pub const DECADE_UNKNOWN: &str = "decade unknown";
pub const UNDATED: &str = "Date unknown";
pub const LATER: &str = "later";

/// An astronomical year: "2025", "AD 79", "44 BC" for -43.
pub fn year_words(year: i32) -> String {
    match year {
        ..=0 => format!("{} BC", 1 - year),
        1..=999 => format!("AD {year}"),
        _ => year.to_string(),
    }
}

/// "the 1990s"; "the years 2000 to 2009", since "the 2000s" could be the century.
pub fn decade_words(decade: i32) -> String {
    match decade >= 100 && decade % 10 != 0 {
        true => format!("the {decade}0s"),
        false => years(decade * 10, decade * 10 + 9),
    }
}

/// "the 1900s": the years 1900 to 1999, which are not quite the 20th century.
pub fn century_words(century: i32) -> String {
    match century >= 10 {
        true => format!("the {century}00s"),
        false => years(century * 100, century * 100 + 99),
    }
}

fn years(from: i32, to: i32) -> String {
    format!("the years {} to {}", year_words(from), year_words(to))
}

/// "first quarter of 2026", "winter 2026".
pub fn group_of(group: Grouping, year: i32) -> String {
    let year = year_words(year);
    match group {
        Grouping::FirstQuarter => format!("first quarter of {year}"),
        Grouping::SecondQuarter => format!("second quarter of {year}"),
        Grouping::ThirdQuarter => format!("third quarter of {year}"),
        Grouping::FourthQuarter => format!("fourth quarter of {year}"),
        Grouping::FirstHalf => format!("first half of {year}"),
        Grouping::SecondHalf => format!("second half of {year}"),
        season => format!("{} {year}", group_label(season)),
    }
}

/// "Q1", "H2", "spring".
pub fn group_label(group: Grouping) -> &'static str {
    match group {
        Grouping::FirstQuarter => "Q1",
        Grouping::SecondQuarter => "Q2",
        Grouping::ThirdQuarter => "Q3",
        Grouping::FourthQuarter => "Q4",
        Grouping::FirstHalf => "H1",
        Grouping::SecondHalf => "H2",
        Grouping::Spring => "spring",
        Grouping::Summer => "summer",
        Grouping::Autumn => "autumn",
        Grouping::Winter => "winter",
    }
}

/// "UTC", "UTC+2", "UTC−3:30".
pub fn offset_words(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let (sign, minutes) = match seconds < 0 {
        true => ("−", -seconds / 60),
        false => ("+", seconds / 60),
    };
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// "one day", "16 days".
pub fn counted(count: u32, unit: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    match NUMBERS.get(count as usize) {
        Some(number) => format!("{number} {unit}{plural}"),
        None => format!("{count} {unit}{plural}"),
    }
}

/// With a capital first letter.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The name at an index, empty beyond the last.
pub fn nth(names: &'static [&'static str], index: usize) -> &'static str {
    names.get(index).copied().unwrap_or_default()
}
