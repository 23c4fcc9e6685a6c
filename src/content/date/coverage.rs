//! A date in ISO 8601 for machines, no more exact than it was written.

use edtf_core::{Date, DateField, Edtf, IntervalEndpoint};

use super::{EventDate, Precision, precision_of, year_digits};

/// Formats a date, or an interval `start/end` with `..` for an open end. `None` if ISO 8601 has no
/// form of exactly the same precision: approximate or uncertain dates, seasons (whose months depend
/// on the hemisphere), choices, unknown ends, years outside 1 to 9999.
pub fn coverage(date: &EventDate) -> Option<String> {
    if date.is_approximate() || date.is_uncertain() {
        return None;
    }
    match date.value() {
        Edtf::Date(single) => {
            let (start, end) = edges(single)?;
            Some(if start == end {
                start
            } else {
                format!("{start}/{end}")
            })
        }
        Edtf::DateTime(_) => date.html_datetime(),
        Edtf::Interval(interval) => {
            let start = match &interval.start {
                IntervalEndpoint::Date(date) => edges(date)?.0,
                _ => return None,
            };
            let end = match &interval.end {
                IntervalEndpoint::Date(date) => edges(date)?.1,
                IntervalEndpoint::Open => "..".to_owned(),
                _ => return None,
            };
            Some(format!("{start}/{end}"))
        }
        Edtf::Set(_) => None,
    }
}

/// Returns the first and last value that a date covers, as precisely as it is known. They are
/// usually equal.
fn edges(date: &Date) -> Option<(String, String)> {
    let month = date.month.and_then(DateField::value);
    let year = || {
        let year = date.year.value().filter(|y| (1..=9999).contains(y))?;
        Some(format!("{year:04}"))
    };
    let months = |from: u8| Some((format!("{}-{from:02}", year()?), from));
    let same = |text: String| Some((text.clone(), text));
    let grouped = |first: u8, count: u8| {
        let (start, _) = months(first)?;
        Some((start, format!("{}-{:02}", year()?, first + count - 1)))
    };
    let of_years = |unknown: usize| {
        let digits = year_digits(date);
        let with = |fill: u8| -> String {
            let digits = digits.iter().enumerate();
            digits
                .map(|(n, d)| {
                    char::from(b'0' + d.unwrap_or(if n >= 4 - unknown { fill } else { 0 }))
                })
                .collect()
        };
        let (start, end) = (with(0), with(9));
        (start.as_str() > "0000").then_some((start, end))
    };
    match precision_of(date) {
        Precision::Day => {
            let day = date.day.and_then(DateField::value)?;
            same(format!("{}-{:02}-{day:02}", year()?, month?))
        }
        Precision::Month => same(months(month?)?.0),
        Precision::Year if date.month.is_none() || month.is_none() => same(year()?),
        Precision::Quarter => grouped((month? - 33) * 3 + 1, 3),
        Precision::Half => grouped((month? - 40) * 6 + 1, 6),
        Precision::Decade => of_years(1),
        Precision::Century => of_years(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_as_exact_as_written_and_no_more() {
        for (written, covered) in [
            ("2025-12-09", Some("2025-12-09")),
            ("2025-12-XX", Some("2025-12")),
            ("2025-12", Some("2025-12")),
            ("2025", Some("2025")),
            ("2025-XX", Some("2025")),
            ("2026-Q1", Some("2026-01/2026-03")),
            ("2026-36", Some("2026-10/2026-12")),
            ("2026-41", Some("2026-07/2026-12")),
            ("199X", Some("1990/1999")),
            ("19XX", Some("1900/1999")),
            ("2026-03/2026-05", Some("2026-03/2026-05")),
            ("2026-03-01/..", Some("2026-03-01/..")),
            ("2026-Q1/2026-Q2", Some("2026-01/2026-06")),
            ("2026-03/", None),
            ("../2026-03", None),
            ("2024~", None),
            ("2025-12-09?", None),
            ("2026-21", None),
            ("[2024,2025]", None),
            ("-0044", None),
        ] {
            let date = EventDate::parse(written, chrono_tz::Tz::UTC).expect(written);
            assert_eq!(coverage(&date).as_deref(), covered, "{written}");
        }
        let moment = EventDate::parse("2025-12-09T14:30:00+07:00", chrono_tz::Tz::UTC);
        let covered = coverage(&moment.expect("a date")).expect("ISO has it");
        assert!(covered.starts_with("2025-12-09T14:30"), "{covered}");
    }
}
