use chrono::{DateTime, Utc};
use chrono_tz::America::Sao_Paulo;
use chrono_tz::Asia::Jakarta;
use proptest::prelude::*;

use super::*;
use crate::content::date::{Direction, Mark, any_date, order_key, precision_of, shift};

static ENGLISH: std::sync::LazyLock<std::sync::Arc<Messages>> = std::sync::LazyLock::new(|| {
    let catalogs = crate::messages::Catalogs::embedded();
    std::sync::Arc::clone(catalogs.of("en").expect("embedded"))
});
static INDONESIAN: std::sync::LazyLock<std::sync::Arc<Messages>> = std::sync::LazyLock::new(|| {
    let catalogs = crate::messages::Catalogs::embedded();
    std::sync::Arc::clone(catalogs.of("id").expect("embedded"))
});

fn date(text: &str) -> EventDate {
    EventDate::parse(text, Jakarta).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

#[test]
fn long_words() {
    for (text, words) in [
        ("2025-12-09", "Tuesday 9 December 2025"),
        ("2025-12-09T14:30", "Tuesday 9 December 2025, 14:30 WIB"),
        (
            "2025-12-09T14:30:59+02:00",
            "Tuesday 9 December 2025, 14:30 UTC+2",
        ),
        (
            "2025-12-09T14:30-03:30",
            "Tuesday 9 December 2025, 14:30 UTC−3:30",
        ),
        ("2025-12-09T14:30Z", "Tuesday 9 December 2025, 14:30 UTC"),
        ("2025-12", "December 2025"),
        ("2025-12-XX", "December 2025"),
        ("2025", "2025"),
        ("2025-XX-XX", "2025"),
        ("2024~", "about 2024"),
        ("2025-12?", "perhaps December 2025"),
        ("2025-12%", "about December 2025, uncertain"),
        ("2025-12-09~", "about 9 December 2025"),
        ("2025-12-09?", "perhaps Tuesday 9 December 2025"),
        ("2026-Q1", "first quarter of 2026"),
        ("2026-Q1~", "about the first quarter of 2026"),
        ("2026-H2", "second half of 2026"),
        ("2026-21", "spring 2026"),
        ("199X", "the 1990s"),
        ("200X", "the 2000s"),
        ("000X", "the years 1 BC to AD 9"),
        ("19XX", "the 20th century"),
        ("20XX", "the 21st century"),
        ("11XX", "the 12th century"),
        ("10XX", "the 11th century"),
        ("21XX", "the 22nd century"),
        ("02XX", "the 3rd century"),
        ("00XX", "the years 1 BC to AD 99"),
        ("190X", "the 1900s"),
        ("20XX~", "about the 21st century"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("0079-08", "August AD 79"),
        ("2026-03/2026-05", "March to May 2026"),
        ("2025-12/2026-02", "December 2025 to February 2026"),
        ("2026-03~/2026-05", "about March 2026 to May 2026"),
        ("2026-03/2026-05%", "March 2026 to perhaps about May 2026"),
        ("2025-12-09/2025-12-11", "9 to 11 December 2025"),
        ("2025-12-09/2025-12-09", "Tuesday 9 December 2025"),
        ("2025-03-09/2025-05-03", "9 March to 3 May 2025"),
        ("2025-12-09/2026-01-03", "9 December 2025 to 3 January 2026"),
        (
            "2026-Q1/2026-Q2",
            "the first quarter to the second quarter of 2026",
        ),
        ("2026-21/2026-23", "spring to autumn 2026"),
        (
            "2026-21/2026-Q4",
            "spring 2026 to the fourth quarter of 2026",
        ),
        ("2024/2026", "2024 to 2026"),
        ("-0043/0014", "44 BC to AD 14"),
        ("2025-03/..", "since March 2025, ongoing"),
        ("2025-03/", "from March 2025, end unknown"),
        ("../2024", "until 2024"),
        ("/2024", "2024 or earlier"),
        ("[2024,2025]", "either 2024 or 2025"),
        (
            "[2025-09-01,2025-09-15]",
            "either 1 September 2025 or 15 September 2025",
        ),
        (
            "[2024,2025-05,2026~]",
            "either 2024, May 2025 or about 2026",
        ),
        ("2024-09-30/2024-10-05", "30 September to 5 October 2024"),
        ("[2024]", "2024"),
        ("[2024..2026]", "some year from 2024 to 2026"),
        ("[2026-03..2026-05]", "some month from March to May 2026"),
        (
            "[2025-12-09..2025-12-11]",
            "some day from 9 to 11 December 2025",
        ),
        ("[..2024]", "2024 or earlier"),
        ("[2024..]", "2024 or later"),
    ] {
        assert_eq!(ENGLISH.long(&date(text)), words, "{text}");
    }
}

#[test]
fn short_words() {
    for (text, words) in [
        ("2025-12-09", "9 Dec 2025"),
        ("2025-12-09T14:30", "9 Dec 2025"),
        ("2025-12", "Dec 2025"),
        ("2026-Q1", "Q1 2026"),
        ("2026-H2", "H2 2026"),
        ("2026-24", "winter 2026"),
        ("2024~", "c. 2024"),
        ("2025-12?", "Dec 2025?"),
        ("199X%", "c. 1990s?"),
        ("200X", "2000s"),
        ("-0043", "44 BC"),
        ("2026-03/2026-05", "Mar–May 2026"),
        ("2025-12-09/2025-12-11", "9–11 Dec 2025"),
        ("2025-03-09/2025-05-03", "9 Mar – 3 May 2025"),
        ("2025-12-09/2026-01-03", "9 Dec 2025 – 3 Jan 2026"),
        ("2026-Q1/2026-Q2", "Q1–Q2 2026"),
        ("2024/2026", "2024–2026"),
        ("2024~/2026", "c. 2024 – 2026"),
        ("2025-03/..", "since Mar 2025"),
        ("2025-03/", "from Mar 2025"),
        ("../2024", "until 2024"),
        ("/2024", "2024 or earlier"),
        ("[2024,2025]", "2024 or 2025"),
    ] {
        assert_eq!(ENGLISH.short(&date(text)), words, "{text}");
    }
}

#[test]
fn date_column_labels_leave_out_what_the_heading_says() {
    for (text, in_year, in_month) in [
        ("2025-12-09", "9 Dec", "Tue 9"),
        ("2025-12-09~", "c. 9 Dec", "c. 9"),
        ("2025-12-09?", "9 Dec?", "Tue 9?"),
        ("2025-12", "Dec", "day unknown"),
        ("2025-12~", "c. Dec", "c. Dec"),
        ("2025-Q1", "Q1", "Q1"),
        ("2025-H1~", "c. H1", "c. H1"),
        ("2025-21", "spring", "spring"),
        ("2025", "year only", "year only"),
        ("2025~", "c. 2025", "c. 2025"),
        ("199X", "1990s", "1990s"),
        ("2025-12-09/2025-12-11", "9–11 Dec", "9–11"),
        (
            "2025-12-09/2026-01-03",
            "9 Dec – 3 Jan 2026",
            "9 Dec – 3 Jan 2026",
        ),
        ("2025-03/2025-05", "Mar–May", "Mar–May"),
        ("2023/2024", "2023–2024", "2023–2024"),
        ("2023/2024-05", "2023 – May 2024", "2023 – May 2024"),
        ("2023/..", "since 2023", "since 2023"),
        ("[2023,2024]", "2023 or 2024", "2023 or 2024"),
        ("2025-03/..", "since Mar", "since Mar"),
        ("../2025-03", "until Mar", "until Mar"),
        ("[2025-03,2025-05]", "Mar or May", "Mar or May"),
    ] {
        assert_eq!(
            ENGLISH.date_column(&date(text), Within::Year),
            in_year,
            "{text}"
        );
        assert_eq!(
            ENGLISH.date_column(&date(text), Within::Month),
            in_month,
            "{text}"
        );
    }
}

#[test]
fn coarse_period_labels_say_what_is_unknown() {
    for (period, label) in [
        (CoarsePeriod::Month(2025, 12), "December 2025, day unknown"),
        (
            CoarsePeriod::Group(2026, Grouping::FirstQuarter),
            "First quarter of 2026, month unknown",
        ),
        (
            CoarsePeriod::Group(2026, Grouping::Winter),
            "Winter 2026, month unknown",
        ),
        (CoarsePeriod::Year(2025), "2025, month unknown"),
        (CoarsePeriod::Decade(199), "The 1990s, year unknown"),
        (
            CoarsePeriod::Century(19),
            "The 20th century, decade unknown",
        ),
        (CoarsePeriod::Undated, "Date unknown"),
    ] {
        assert_eq!(ENGLISH.coarse_period(&period), label);
    }
    for (period, label) in [
        (CoarsePeriod::Month(2025, 12), "December, day unknown"),
        (CoarsePeriod::Year(2025), "Month unknown"),
        (CoarsePeriod::Decade(199), "The 1990s, year unknown"),
    ] {
        assert_eq!(ENGLISH.coarse_period_of_year(&period), label);
    }
}

/// How far one date is from another, in words.
fn words_of_shift(messages: &Messages, from: &str, to: &str) -> String {
    let shift = shift(&date(from), &date(to)).expect("later or earlier");
    messages.shift(shift)
}

#[test]
fn shifts_are_said_as_people_say_them() {
    for (from, to, words) in [
        ("2025-12-09", "2025-12-10", "one day later"),
        ("2025-12-09", "2025-12-25", "16 days later"),
        ("2026-06-15", "2027-06-01", "about a year later"),
        ("2026-06-15", "2028", "at least 18 months later"),
        ("2026-06", "2028", "at least 18 months later"),
        ("2025", "2026-04-08", "at least three months later"),
        ("2025", "2026-Q1", "up to 15 months later"),
        ("2025-12", "2026-03", "about three months later"),
        ("2025-Q4", "2026-Q1", "about one quarter later"),
        ("2025", "2027", "about two years later"),
        ("2026-06-15", "2028-12-15", "more than two years later"),
        ("2025-03-28", "2028", "at least 33 months later"),
        ("2025-01-10", "2028", "at least 35 months later"),
        ("2025-01-02", "2027", "at least 23 months later"),
        ("2024-12-30", "2028", "more than three years later"),
        ("2025-03", "2028", "at least 33 months later"),
        ("2025", "2026/..", "later"),
        ("2027-06-01", "2026-06-15", "about a year earlier"),
        ("2026-06-15", "2026-06-14", "one day earlier"),
    ] {
        assert_eq!(words_of_shift(&ENGLISH, from, to), words, "{from} to {to}");
    }
    let late = shift(&date("2025"), &date("2026-04-08")).expect("later");
    assert_eq!(ENGLISH.punctuality(late), "at least three months late");
    let early = shift(&date("2026-06-15"), &date("2026-06-08")).expect("earlier");
    assert_eq!(ENGLISH.punctuality(early), "seven days early");
}

#[test]
fn a_day_of_the_present_year_goes_without_its_year() {
    for (text, words) in [
        ("2026-11-28", "28 Nov"),
        ("2025-11-28", "28 Nov 2025"),
        ("2026-11", "Nov 2026"),
        ("2026-11-28~", "c. 28 Nov"),
        ("2026-11-27/2026-11-28", "27–28 Nov 2026"),
    ] {
        assert_eq!(
            ENGLISH.short_in_year(&date(text), 2026, ""),
            words,
            "{text}"
        );
    }
}

#[test]
fn a_promise_is_told_in_the_words_of_its_source_or_of_its_date() {
    for (text, wording, words) in [
        (
            Some("2025"),
            Some("by the end of 2025"),
            "Promised by the end of 2025",
        ),
        (
            Some("2026-Q1"),
            None,
            "Promised for the first quarter of 2026",
        ),
        (Some("2026-06-15"), None, "Promised for 15 June 2026"),
        (Some("2026-03/2026-05"), None, "Promised: March to May 2026"),
        (None, Some("soon"), "Promised soon"),
        (None, None, "Promised"),
    ] {
        let date = text.map(date);
        assert_eq!(ENGLISH.promised(date.as_ref(), wording), words);
    }
}

#[test]
fn instants_are_in_their_zone() {
    let at: DateTime<Utc> = "2025-12-12T09:00:00Z".parse().expect("an instant");
    assert_eq!(ENGLISH.instant(at, Jakarta), "12 December 2025, 16:00 WIB");
    assert_eq!(
        ENGLISH.instant(at, Sao_Paulo),
        "12 December 2025, 06:00 UTC−3"
    );
    assert_eq!(ENGLISH.instant(at, Tz::UTC), "12 December 2025, 09:00 UTC");
    let iso = |site, offset| {
        let moment = Moment {
            at,
            day_only: false,
            offset,
        };
        (
            iso_moment(moment, site).expect("a year of four digits"),
            ENGLISH.moment(moment, site),
        )
    };
    let said = |iso: &str, words: &str| (iso.to_owned(), words.to_owned());
    let jakarta = said("2025-12-12T16:00:00+07:00", "12 December 2025, 16:00 WIB");
    assert_eq!(iso(Jakarta, None), jakarta);
    assert_eq!(iso(Jakarta, Some(7 * 3600)), jakarta);
    assert_eq!(
        iso(Tz::UTC, Some(7 * 3600)),
        said("2025-12-12T16:00:00+07:00", "12 December 2025, 16:00 UTC+7")
    );
    assert_eq!(
        iso(Jakarta, Some(-10 * 3600)),
        said(
            "2025-12-11T23:00:00-10:00",
            "11 December 2025, 23:00 UTC−10"
        )
    );
    assert_eq!(iso(Tz::UTC, None).0, "2025-12-12T09:00:00Z");
}

#[test]
fn months_have_their_names() {
    assert_eq!(ENGLISH.month_name(12), "December");
    assert_eq!(ENGLISH.month_name(0), "");
    assert_eq!(ENGLISH.month_name(13), "");
    assert_eq!(ENGLISH.month_year(-43, 3), "March 44 BC");
    assert_eq!(ENGLISH.day(NaiveDate::MIN), ENGLISH.day(NaiveDate::MIN));
}

/// Every form of a date.
fn all_words(date: &EventDate) -> [String; 4] {
    [
        ENGLISH.long(date),
        ENGLISH.short(date),
        ENGLISH.date_column(date, Within::Year),
        ENGLISH.date_column(date, Within::Month),
    ]
}

fn names_month(words: &str) -> bool {
    let mut parts = words.split(|sign: char| !sign.is_alphabetic());
    parts.any(|part| {
        MONTHS
            .iter()
            .chain(&SHORT_MONTHS)
            .any(|id| ENGLISH.say(id) == part)
    })
}

/// Whether a number below 32 occurs in a text without "BC" and "AD", that is, a day of the month.
fn names_day(words: &str) -> bool {
    let years = words.contains("BC") || words.contains("AD");
    let mut parts = words.split(|sign: char| !sign.is_alphanumeric());
    !years && parts.any(|part| part.parse().is_ok_and(|number: u32| number < 32))
}

fn names_weekday(words: &str) -> bool {
    let mut parts = words.split(|sign: char| !sign.is_alphabetic());
    parts.any(|part| {
        WEEKDAYS
            .iter()
            .chain(&SHORT_WEEKDAYS)
            .any(|id| ENGLISH.say(id) == part)
    })
}

/// Whether a date contains a single date of one of these precisions.
fn holds(date: &EventDate, known: &[Precision]) -> bool {
    let singles: Vec<Date> = match date.value() {
        Edtf::Date(single) => vec![*single],
        Edtf::DateTime(_) => return true,
        Edtf::Interval(interval) => [&interval.start, &interval.end]
            .into_iter()
            .filter_map(date_at)
            .collect(),
        Edtf::Set(set) => set
            .elements
            .iter()
            .flat_map(|element| match element {
                SetElement::Range(from, to) => vec![*from, *to],
                SetElement::Date(one)
                | SetElement::OnOrBefore(one)
                | SetElement::OnOrAfter(one) => vec![*one],
            })
            .collect(),
    };
    singles
        .iter()
        .any(|single| known.contains(&precision_of(single)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn words_never_say_more_than_was_written(date in any_date()) {
        for words in all_words(&date) {
            prop_assert!(!words.trim().is_empty());
            prop_assert!(!words.contains("  ") && words == words.trim(), "{words:?}");
            if !holds(&date, &[Precision::Day]) {
                prop_assert!(!names_day(&words) && !names_weekday(&words), "{words}");
                prop_assert!(!words.contains(':'), "{words}");
            }
            if !holds(&date, &[Precision::Day, Precision::Month]) {
                prop_assert!(!names_month(&words), "{words}");
            }
        }
    }

    #[test]
    fn doubt_is_always_said(date in any_date()) {
        for words in all_words(&date) {
            if date.is_approximate() {
                prop_assert!(words.contains("about") || words.contains("c. "), "{words}");
            }
            if date.is_uncertain() {
                let said = ["perhaps", "uncertain", "?"].iter().any(|sign| words.contains(sign));
                prop_assert!(said, "{words}");
            }
            if date.mark() == Mark::Exact {
                prop_assert!(!words.contains("about") && !words.contains('?'), "{words}");
            }
        }
    }

    #[test]
    fn different_days_have_different_words(a in any_date(), b in any_date()) {
        let key = |date| order_key(Some(date), Direction::Oldest, None, None, "");
        if a.precision() == Precision::Day && b.precision() == Precision::Day && key(&a) != key(&b) {
            prop_assert_ne!(ENGLISH.long(&a), ENGLISH.long(&b));
            prop_assert_ne!(ENGLISH.short(&a), ENGLISH.short(&b));
        }
    }
}

#[test]
fn indonesian_words() {
    for (text, long, short) in [
        ("2025-12-09", "Selasa, 9 Desember 2025", "9 Des 2025"),
        (
            "2025-12-09T14:30",
            "Selasa, 9 Desember 2025, pukul 14.30 WIB",
            "9 Des 2025",
        ),
        ("2025-12", "Desember 2025", "Des 2025"),
        ("2026-Q1", "kuartal pertama 2026", "K1 2026"),
        ("2024~", "sekitar 2024", "sekitar 2024"),
        ("2025-12?", "mungkin Desember 2025", "Des 2025?"),
        (
            "2025-12-09/2025-12-11",
            "9–11 Desember 2025",
            "9–11 Des 2025",
        ),
        ("2026-03/2026-05", "Maret hingga Mei 2026", "Mar–Mei 2026"),
        (
            "2025-03/..",
            "sejak Maret 2025, masih berlangsung",
            "sejak Mar 2025",
        ),
        ("199X", "1990-an", "1990-an"),
        ("19XX", "abad ke-20", "abad ke-20"),
        ("-0043", "44 SM", "44 SM"),
        (
            "[2024,2025-05,2026~]",
            "2024, Mei 2025, atau sekitar 2026",
            "2024, Mei 2025, atau sekitar 2026",
        ),
    ] {
        assert_eq!(INDONESIAN.long(&date(text)), long, "{text}");
        assert_eq!(INDONESIAN.short(&date(text)), short, "{text}");
    }
    let later = words_of_shift(&INDONESIAN, "2025-Q4", "2026-Q1");
    assert_eq!(later, "sekitar satu kuartal lebih lambat");
    let later = words_of_shift(&INDONESIAN, "2025-12-09", "2025-12-25");
    assert_eq!(later, "16 hari lebih lambat");
}
