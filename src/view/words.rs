//! Dates in English words, never more exact than they were written.
//!
//! Names stand in `english`, sentences in this file, so that another language replaces both and
//! nothing else. The `wording` of an entry is not looked at here: whoever shows it puts it in
//! the place of these words.

use chrono::{DateTime, Datelike, NaiveDate, Offset, SecondsFormat, TimeZone, Utc};
use chrono_tz::Tz;
use edtf_core::{Date, Edtf, Interval, IntervalEndpoint, Set, SetElement};

use crate::model::date::{
    Closing, Delay, EventDate, Grouping, Precision, Standing, TimeOfDay, Zone, date_at,
    precision_of,
};

mod english;
#[cfg(test)]
mod tests;

use english::{
    century_words, counted, decade_words, group_label, group_of, nth, offset_words, year_words,
};

/// The period that a heading above the date column names already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    Year,
    Month,
}

/// The date in a sentence or a dateline: "Tuesday 9 December 2025, 14:30 WIB", "about 2024",
/// "first quarter of 2026", "between March and May 2026".
pub fn long(date: &EventDate) -> String {
    match date.value() {
        Edtf::Date(single) => single_long(single),
        Edtf::DateTime(moment) => match date.time() {
            Some(time) => format!("{}, {}", single_long(&moment.date), clock(time)),
            None => single_long(&moment.date),
        },
        Edtf::Interval(interval) => interval_long(interval),
        Edtf::Set(set) => choice_long(set),
    }
}

/// The date where room is scarce: "9 Dec 2025", "Q1 2026", "c. 2024", "Mar–May 2026". A time
/// of day is left out.
pub fn short(date: &EventDate) -> String {
    label(date, &single_short)
}

/// The label in the date column below a heading that names the year, or the year and month, in
/// which the date stands: "9 Dec", "Q1", "year only"; "Tue 9", "day unknown", "9–11".
pub fn spine(date: &EventDate, within: Within) -> String {
    let standing = date.standing();
    let heading = |part: &Date| spine_part(part, &standing, within);
    // Of an interval or a choice: its years are not "year only".
    let member = |part: &Date| match Standing::of(part).closing() {
        Some(Closing::Year(_)) => single_short(part),
        _ => spine_part(part, &standing, Within::Year),
    };
    match date.value() {
        Edtf::Interval(interval) => match closed(interval) {
            Some((from, to)) if within == Within::Month && are_days_of_one_month(&from, &to) => {
                dash(&day_number(&from), &day_number(&to))
            }
            _ => label(date, &member),
        },
        Edtf::Set(_) => label(date, &member),
        _ => label(date, &heading),
    }
}

/// The label of the group that closes a period, of entries of which nothing smaller is known:
/// "December 2025, day unknown".
pub fn closing(period: &Closing) -> String {
    use english::{DAY_UNKNOWN, DECADE_UNKNOWN, MONTH_UNKNOWN, UNDATED, YEAR_UNKNOWN};
    let (words, unknown) = match *period {
        Closing::Month(year, month) => (month_year(year, month), DAY_UNKNOWN),
        Closing::Group(year, group) => (group_of(group, year), MONTH_UNKNOWN),
        Closing::Year(year) => (year_words(year), MONTH_UNKNOWN),
        Closing::Decade(decade) => (decade_words(decade), YEAR_UNKNOWN),
        Closing::Century(century) => (century_words(century), DECADE_UNKNOWN),
        Closing::Undated => return UNDATED.to_owned(),
    };
    format!("{}, {unknown}", english::capitalised(&words))
}

/// "2025"; "44 BC". The year is astronomical: 0 is 1 BC.
pub fn year(year: i32) -> String {
    year_words(year)
}

/// A month's name standing alone; empty for a number that is not 1 to 12.
pub fn month_name(month: u8) -> &'static str {
    nth(&english::MONTHS, usize::from(month).wrapping_sub(1))
}

/// "December 2025". The year is astronomical: 0 is 1 BC.
pub fn month_year(year: i32, month: u8) -> String {
    format!("{} {}", month_name(month), year_words(year))
}

/// "9 December 2025".
pub fn day(day: NaiveDate) -> String {
    let month = nth(&english::MONTHS, day.month0() as usize);
    format!("{} {month} {}", day.day(), year_words(day.year()))
}

/// "16 days later", "about one quarter later", "later".
pub fn delay(delay: &Delay) -> String {
    use english::{APPROXIMATE, LATER};
    match *delay {
        Delay::Days(days) => format!("{} {LATER}", counted(days, "day")),
        Delay::Months(months) => format!("{APPROXIMATE} {} {LATER}", counted(months, "month")),
        Delay::Quarters(count) => format!("{APPROXIMATE} {} {LATER}", counted(count, "quarter")),
        Delay::Years(years) => format!("{APPROXIMATE} {} {LATER}", counted(years, "year")),
        Delay::Later => LATER.to_owned(),
    }
}

/// An instant in a zone: "12 December 2025, 16:00 WIB".
pub fn instant(instant: DateTime<Utc>, zone: Tz) -> String {
    let local = instant.with_timezone(&zone);
    format!(
        "{}, {} {}",
        day(local.date_naive()),
        local.format("%H:%M"),
        zone_words(instant, zone)
    )
}

/// An instant in a zone as RFC 3339 writes it, to the second: `2025-12-12T16:00:00+07:00`.
pub fn iso_instant(instant: DateTime<Utc>, zone: Tz) -> String {
    instant
        .with_timezone(&zone)
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}

// Long words.

fn single_long(date: &Date) -> String {
    let words = match (weekday(date), date.is_approximate()) {
        (Some(weekday), false) => format!("{} {}", nth(&english::WEEKDAYS, weekday), bare(date)),
        _ => bare(date),
    };
    match (date.is_approximate(), date.is_uncertain()) {
        (true, true) => format!("{} {}, uncertain", english::APPROXIMATE, with_the(date)),
        _ => hedged(date, words, with_the(date)),
    }
}

/// A date after a preposition or in a list, where it has its article and no weekday.
fn inner(date: &Date) -> String {
    hedged(date, with_the(date), with_the(date))
}

/// `plain` where a date is sure, else `doubted` after "perhaps", "about" or both.
fn hedged(date: &Date, plain: String, doubted: String) -> String {
    match (date.is_uncertain(), date.is_approximate()) {
        (false, false) => plain,
        (false, true) => format!("{} {doubted}", english::APPROXIMATE),
        (true, false) if precision_of(date) == Precision::Day => {
            format!("{} {plain}", english::UNCERTAIN)
        }
        (true, false) => format!("{} {doubted}", english::UNCERTAIN),
        (true, true) => format!("{} {} {doubted}", english::UNCERTAIN, english::APPROXIMATE),
    }
}

/// A single date without weekday and marks: "9 December 2025", "first quarter of 2026".
fn bare(date: &Date) -> String {
    let standing = Standing::of(date);
    match standing.closing() {
        None => format!(
            "{} {}",
            day_number(date),
            month_year(
                standing.year.unwrap_or_default(),
                standing.month.unwrap_or_default()
            )
        ),
        Some(Closing::Month(year, month)) => month_year(year, month),
        Some(Closing::Group(year, group)) => group_of(group, year),
        Some(Closing::Year(year)) => year_words(year),
        Some(Closing::Decade(decade)) => decade_words(decade),
        Some(Closing::Century(century)) => century_words(century),
        Some(Closing::Undated) => english::UNDATED.to_owned(),
    }
}

fn with_the(date: &Date) -> String {
    match precision_of(date) {
        Precision::Quarter | Precision::Half => format!("the {}", bare(date)),
        _ => bare(date),
    }
}

fn interval_long(interval: &Interval) -> String {
    use IntervalEndpoint::{Open, Unknown};
    let words = |end: &IntervalEndpoint| date_at(end).map(|date| inner(&date)).unwrap_or_default();
    match (&interval.start, &interval.end) {
        (start, Open) => format!("since {}, still going on", words(start)),
        (start, Unknown) => format!("from {}, end unknown", words(start)),
        (Open, end) => format!("until {}", words(end)),
        (Unknown, end) => format!("{} or earlier", words(end)),
        _ => closed(interval).map_or_else(String::new, |(from, to)| between(&from, &to)),
    }
}

/// "9 to 11 December 2025", else "between … and …", the year said once where it is the same.
fn between(from: &Date, to: &Date) -> String {
    if from == to {
        return single_long(from);
    }
    if are_days_of_one_month(from, to) {
        return format!("{} to {}", day_number(from), bare(to));
    }
    format!(
        "between {} and {}",
        without_year(from, to, &inner),
        inner(to)
    )
}

/// The first of two dates without its year, where the second says the same year in the same
/// way; else as `words` has it.
fn without_year(from: &Date, to: &Date, words: &dyn Fn(&Date) -> String) -> String {
    let all = words(from);
    let (first, second) = (Standing::of(from), Standing::of(to));
    let (Some(year), true) = (first.year, first.year == second.year) else {
        return all;
    };
    if is_doubted(from) || is_doubted(to) || !are_alike(&first, &second) {
        return all;
    }
    let year = year_words(year);
    let cut = all
        .strip_suffix(&year)
        .map(|rest| rest.trim_end().trim_end_matches(" of").to_owned());
    cut.filter(|rest| !rest.is_empty()).unwrap_or(all)
}

/// Whether the words of two dates end in the same way: "of 2026" or "2026".
fn are_alike(one: &Standing, other: &Standing) -> bool {
    let kind = |standing: &Standing| match standing.group.map(Grouping::precision) {
        None => usize::from(standing.month.is_some()) + usize::from(standing.day.is_some()),
        Some(Precision::Season) => 3,
        Some(_) => 4,
    };
    kind(one) == kind(other)
}

fn choice_long(set: &Set) -> String {
    if let [SetElement::Range(from, to)] = set.elements.as_slice() {
        let unit = match precision_of(from) {
            Precision::Day => "day",
            Precision::Month => "month",
            _ => "year",
        };
        return format!("some {unit} from {}", to_words(from, to));
    }
    let words = listed(set, &inner, &to_words);
    match set.elements.len() {
        1 => words,
        _ => format!("one of {words}"),
    }
}

/// "9 to 11 December 2025", "March to May 2026", "2024 to 2026".
fn to_words(from: &Date, to: &Date) -> String {
    if are_days_of_one_month(from, to) {
        return format!("{} to {}", day_number(from), bare(to));
    }
    format!("{} to {}", without_year(from, to, &inner), inner(to))
}

/// The members of a choice: "A, B or C".
fn listed(
    set: &Set,
    words: &dyn Fn(&Date) -> String,
    range: &dyn Fn(&Date, &Date) -> String,
) -> String {
    let parts: Vec<String> = set
        .elements
        .iter()
        .map(|element| match element {
            SetElement::Date(date) => words(date),
            SetElement::OnOrBefore(date) => format!("{} or earlier", words(date)),
            SetElement::OnOrAfter(date) => format!("{} or later", words(date)),
            SetElement::Range(from, to) => range(from, to),
        })
        .collect();
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => parts.concat(),
    }
}

// Short words.

/// A label made of the short words of the single dates in it.
fn label(date: &EventDate, words: &dyn Fn(&Date) -> String) -> String {
    match date.value() {
        Edtf::Date(single) => words(single),
        Edtf::DateTime(moment) => words(&moment.date),
        Edtf::Interval(interval) => interval_label(interval, words),
        Edtf::Set(set) => listed(set, words, &|from, to| range_label(from, to, words)),
    }
}

fn interval_label(interval: &Interval, words: &dyn Fn(&Date) -> String) -> String {
    use IntervalEndpoint::{Open, Unknown};
    let end = |end: &IntervalEndpoint| date_at(end).map(|date| words(&date)).unwrap_or_default();
    match (&interval.start, &interval.end) {
        (start, Open) => format!("since {}", end(start)),
        (start, Unknown) => format!("from {}", end(start)),
        (Open, last) => format!("until {}", end(last)),
        (Unknown, last) => format!("{} or earlier", end(last)),
        _ => closed(interval).map_or_else(String::new, |(from, to)| range_label(&from, &to, words)),
    }
}

/// "9–11 Dec 2025", "Mar–May 2026", "9 Dec 2025 – 3 Jan 2026".
fn range_label(from: &Date, to: &Date, words: &dyn Fn(&Date) -> String) -> String {
    if from == to {
        return words(from);
    }
    if are_days_of_one_month(from, to) {
        return dash(&day_number(from), &words(to));
    }
    let (first, last) = (without_year(from, to, words), words(to));
    let year = matches!(Standing::of(from).closing(), Some(Closing::Year(_)));
    let loose = first.contains(' ') || (year && last.contains(' '));
    match loose || is_doubted(from) || is_doubted(to) {
        true => format!("{first} – {last}"),
        false => dash(&first, &last),
    }
}

fn dash(from: &str, to: &str) -> String {
    format!("{from}–{to}")
}

fn single_short(date: &Date) -> String {
    let standing = Standing::of(date);
    let year = year_words(standing.year.unwrap_or_default());
    short_hedged(
        date,
        match standing.closing() {
            None | Some(Closing::Month(..) | Closing::Group(..)) => {
                format!("{} {year}", part_of_year(date))
            }
            _ => bare(date).replacen("the ", "", 1),
        },
    )
}

/// A date below a heading that names a year, or a month of it.
fn spine_part(date: &Date, heading: &Standing, within: Within) -> String {
    let standing = Standing::of(date);
    if standing.year.is_none() || standing.year != heading.year {
        return single_short(date);
    }
    let in_month = within == Within::Month && standing.month == heading.month;
    match (standing.closing(), weekday(date)) {
        (Some(Closing::Year(_)), _) if is_doubted(date) => single_short(date),
        (Some(Closing::Year(_)), _) => english::YEAR_ONLY.to_owned(),
        (Some(Closing::Month(..)), _) if in_month && !is_doubted(date) => {
            english::DAY_UNKNOWN.to_owned()
        }
        (None, Some(weekday)) if in_month && !date.is_approximate() => {
            let weekday = nth(&english::SHORT_WEEKDAYS, weekday);
            short_hedged(date, format!("{weekday} {}", day_number(date)))
        }
        (None, _) if in_month => short_hedged(date, day_number(date)),
        _ => short_hedged(date, part_of_year(date)),
    }
}

/// "9 Dec", "Dec", "Q1", "spring"; empty where only the year is known.
fn part_of_year(date: &Date) -> String {
    let standing = Standing::of(date);
    let month = standing
        .month
        .map(|month| nth(&english::SHORT_MONTHS, usize::from(month).wrapping_sub(1)).to_owned());
    match (standing.day, month, standing.group) {
        (Some(day), Some(month), _) => format!("{day} {month}"),
        (None, Some(month), _) => month,
        (_, None, Some(group)) => group_label(group).to_owned(),
        _ => String::new(),
    }
}

fn short_hedged(date: &Date, words: String) -> String {
    let mark = match date.is_uncertain() {
        true => english::SHORT_UNCERTAIN,
        false => "",
    };
    match date.is_approximate() {
        true => format!("{} {words}{mark}", english::SHORT_APPROXIMATE),
        false => format!("{words}{mark}"),
    }
}

// Parts.

/// "14:30 WIB", "14:30 UTC+2".
fn clock(time: &TimeOfDay) -> String {
    let zone = match time.zone {
        Zone::Site(zone) => zone_words(time.instant, zone),
        Zone::Offset(offset) => offset_words(offset),
    };
    format!("{} {zone}", time.local.format("%H:%M"))
}

/// A zone's abbreviation at an instant; its offset where the zone database has only that.
fn zone_words(instant: DateTime<Utc>, zone: Tz) -> String {
    let name = instant.with_timezone(&zone).format("%Z").to_string();
    match name.starts_with(['+', '-']) || name.is_empty() {
        true => offset_words(zone.offset_from_utc_datetime(&instant.naive_utc()).fix()),
        false => name,
    }
}

/// Days from Monday, for a known day since the Gregorian calendar began (1582): before that the
/// weekday that a source gives is another.
fn weekday(date: &Date) -> Option<usize> {
    let standing = Standing::of(date);
    let day = NaiveDate::from_ymd_opt(
        standing.year.filter(|year| *year > 1582)?,
        u32::from(standing.month?),
        u32::from(standing.day?),
    )?;
    Some(day.weekday().num_days_from_monday() as usize)
}

fn day_number(date: &Date) -> String {
    Standing::of(date)
        .day
        .map_or_else(String::new, |day| day.to_string())
}

fn closed(interval: &Interval) -> Option<(Date, Date)> {
    Some((date_at(&interval.start)?, date_at(&interval.end)?))
}

/// Whether both are sure days of the same month.
fn are_days_of_one_month(from: &Date, to: &Date) -> bool {
    let (first, last) = (Standing::of(from), Standing::of(to));
    let days = first.day.is_some() && last.day.is_some();
    days && (first.year, first.month) == (last.year, last.month)
        && !is_doubted(from)
        && !is_doubted(to)
}

fn is_doubted(date: &Date) -> bool {
    date.is_approximate() || date.is_uncertain()
}
