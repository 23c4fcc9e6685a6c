//! Texts that are not dates, with all that is said to write instead.

use chrono_tz::Tz::UTC;

use crate::content::date::{EventDate, Guess};

/// Asserts of each text what its hint says, and that every date in it can be read.
#[track_caller]
fn assert_cures(rows: &[(&str, &str)]) {
    for (text, cure) in rows {
        let fault = EventDate::parse(text, UTC).expect_err(text);
        let first = cure.split(" or `").next().unwrap_or(cure);
        assert!(first.starts_with('`'), "{cure}");
        assert_eq!(fault.hint, format!("write {cure}"), "{text}");
        for date in cure.split('`').skip(1).step_by(2) {
            let is_date = EventDate::parse(date, UTC).is_ok();
            assert!(is_date || date.starts_with("wording: "), "{text}: {date}");
        }
    }
}

/// Asserts that nothing chooses one of several readings: neither `check --fix` nor `lenient`.
#[track_caller]
fn assert_no_choice(text: &str) {
    assert_eq!(EventDate::guess(text, UTC), None, "{text}");
}

#[track_caller]
fn assert_fixed(text: &str, date: &str) {
    let Some(Guess { date: fixed, .. }) = EventDate::guess(text, UTC) else {
        panic!("{text} has no fix");
    };
    assert_eq!(fixed.written(), date, "{text}");
}

#[test]
fn a_bound_says_no_more_than_its_word() {
    assert_cures(&[
        ("before 1900", "`/1899`"),
        ("prior to 1900", "`/1899`"),
        ("pre-1900", "`/1899`"),
        ("before March 2026", "`/2026-02`"),
        ("before Q1 2026", "`/2025-12`"),
        ("before 1 March 2024", "`/2024-02-29`"),
        ("before the 1990s", "`/1989`"),
        ("before 44 BC", "`/-0044`"),
        ("before March 44 BC", "`/-0043-02`"),
        ("before AD 1", "`/0000`"),
        ("after 1900", "`[1901..]`"),
        ("later than 1900", "`[1901..]`"),
        ("post-1900", "`[1901..]`"),
        ("after 31 December 2025", "`[2026-01-01..]`"),
        ("after Q1 2026", "`[2026-04..]`"),
        ("after the 19th century", "`[1900..]`"),
        ("after 1 BC", "`[0001..]`"),
        ("by 1900", "`/1900`"),
        ("no later than 1900", "`/1900`"),
        ("1900 at the latest", "`/1900`"),
        ("1900 or earlier", "`/1900`"),
        ("by the 1990s", "`/1999`"),
        ("not before 1900", "`[1900..]`"),
        ("no earlier than March 1900", "`[1900-03..]`"),
        ("1900 or later", "`[1900..]`"),
        ("until 1900", "`../1900`"),
        ("up to 1900", "`../1900`"),
        ("since 1900", "`1900/..`"),
        ("since March 2025", "`2025-03/..`"),
        (
            "since the 1990s",
            "`1990/..` and keep the words: `wording: since the 1990s`",
        ),
        ("from 1900", "`1900/`"),
        ("1900 onwards", "`1900/`"),
        ("from 300 BC onwards", "`-0299/`"),
        ("2025 on", "`2025/`"),
        ("March 2025 on", "`2025-03/`"),
        ("9 December 2025 on", "`2025-12-09/`"),
        ("before spring 2025", "`/2025-02`"),
        ("before summer 2025", "`/2025-05`"),
        ("before autumn 2025", "`/2025-08`"),
        ("after spring 2025", "`[2025-06..]`"),
        ("after autumn 2025", "`[2025-12..]`"),
        ("by summer 2025", "`/2025-22`"),
        ("before winter 2024/25", "`/2024-11`"),
        ("after winter 2024/25", "`[2025-03..]`"),
        (
            "before winter 2025",
            "`/2025-11` if it begins then, or `/2024-11` if it ends then",
        ),
        (
            "after winter 2025",
            "`[2026-03..]` if it begins then, or `[2025-03..]` if it ends then",
        ),
        (
            "since winter 2025",
            "`2025-24/..` if it begins then, or `2024-24/..` if it ends then",
        ),
        // In other languages
        ("vor 1900", "`/1899`"),
        ("nach März 1900", "`[1900-04..]`"),
        ("spätestens 1900", "`/1900`"),
        ("seit dem 12. März 1900", "`1900-03-12/..`"),
        ("ab 1900", "`1900/`"),
        ("après 1900", "`[1901..]`"),
        ("jusqu'en 1900", "`../1900`"),
        ("antes de 1900", "`/1899`"),
        ("sebelum Maret 1900", "`/1900-02`"),
        ("sejak 1900", "`1900/..`"),
        ("До 1900 года", "`/1900`"),
        ("после 1900 г.", "`[1901..]`"),
        ("بعد 1900", "`[1901..]`"),
        ("قبل از 1900", "`/1899`"),
        ("قبل ١٩٠٠", "`/1899`"),
        ("بعد از ۱۹۰۰", "`[1901..]`"),
        ("antes del 12 de marzo de 1900", "`/1900-03-11`"),
        ("después del 12 de marzo de 1900", "`[1900-03-13..]`"),
        ("a partir del 12 de marzo de 1900", "`1900-03-12/`"),
        ("au plus tard le 12 mars 1900", "`/1900-03-12`"),
    ]);
    for text in ["March 2025 on", "before winter 2025"] {
        assert_no_choice(text);
    }
}

#[test]
fn an_interval_to_the_present_is_open() {
    let both = |text: &'static str| {
        let hint = EventDate::parse(text, UTC).expect_err(text).hint;
        assert!(
            hint.contains("`1900/..`") && hint.contains("`1900/`"),
            "{hint}"
        );
        assert_no_choice(text);
    };
    assert_cures(&[
        ("1900-present", "`1900/..`"),
        ("1900–present", "`1900/..`"),
        ("1900 - now", "`1900/..`"),
        ("1900 to the present", "`1900/..`"),
        ("since 1900 to today", "`1900/..`"),
        ("March 2020–present", "`2020-03/..`"),
        ("44 BC – present", "`-0043/..`"),
        ("1900 – heute", "`1900/..`"),
        ("Maret 2020 - sekarang", "`2020-03/..`"),
    ]);
    both("1900–");
    both("1900-");
}

#[test]
fn an_era_holds_for_both_years() {
    assert_cures(&[
        ("300-250 BC", "`-0299/-0249`"),
        ("300–250 BCE", "`-0299/-0249`"),
        ("300 - 250 B.C.", "`-0299/-0249`"),
        ("300 to 250 BC", "`-0299/-0249`"),
        ("from 300 to 250 BC", "`-0299/-0249`"),
        ("between 1200 and 1100 BC", "`-1199/-1099`"),
        ("300 BC - 250 BC", "`-0299/-0249`"),
        ("c. 300–250 BC", "`-0299~/-0249~`"),
        ("44/43 BC", "`-0043/-0042`"),
        ("44–30 BC", "`-0043/-0029`"),
        ("300 or 299 BC", "`[-0299,-0298]`"),
        ("March–May 44 BC", "`-0043-03/-0043-05`"),
        ("15–17 March 44 BC", "`-0043-03-15/-0043-03-17`"),
        ("15 March – 3 April 44 BC", "`-0043-03-15/-0043-04-03`"),
        ("March 45 – April 44 BC", "`-0044-03/-0043-04`"),
        ("250–300 BC", "`-0299/-0249`"),
        ("50 BC – AD 20", "`-0049/0020`"),
        ("50 BC–20 AD", "`-0049/0020`"),
        ("AD 50-80", "`0050/0080`"),
        ("50–80 AD", "`0050/0080`"),
        ("150-180 CE", "`0150/0180`"),
        ("BC 300–250", "`-0299/-0249`"),
        ("B.C. 300–250", "`-0299/-0249`"),
        ("BCE 300-250", "`-0299/-0249`"),
        ("c. BC 300–250", "`-0299~/-0249~`"),
        ("BC 44–43", "`-0043/-0042`"),
        ("BC 50 – AD 20", "`-0049/0020`"),
        ("CE 150–80", "`0150/0180`"),
        ("CE 150–180", "`0150/0180`"),
        // The last digits of the second year
        ("AD 1204/5", "`1204/1205`"),
        ("150–80 AD", "`0150/0180`"),
        ("264–41 BC", "`-0263/-0240` or `-0263/-0040`"),
        ("300–50 BC", "`-0299/-0049`"),
        // Only the first has one.
        (
            "300 BC–250",
            "`-0299/-0249` if both years are BC, or `-0299/0250` if the second is AD",
        ),
        (
            "c. 300 BC – 250",
            "`-0299~/-0249~` if both years are BC, or `-0299~/0250~` if the second is AD",
        ),
        ("50 BC–120", "`-0049/0120`"),
        // None is written.
        (
            "300–250",
            "`0250/0300`, or `-0299/-0249` if the years are BC",
        ),
        ("2026/2025", "`2025/2026`"),
    ]);
}

#[test]
fn a_day_and_a_month_may_have_an_era() {
    for (text, date) in [
        ("15 March 44 BC", "-0043-03-15"),
        ("March 15, 44 B.C.E.", "-0043-03-15"),
        ("15. März 44 BC", "-0043-03-15"),
        ("March 44 BC", "-0043-03"),
        ("44-03-15 BC", "-0043-03-15"),
        ("15.3.44 BC", "-0043-03-15"),
        ("44 BC", "-0043"),
        ("1 BC", "0000"),
        ("29 February 1 BC", "0000-02-29"),
        ("24 August AD 79", "0079-08-24"),
        ("24 August 79 CE", "0079-08-24"),
        ("AD 79", "0079"),
        ("24 August 999", "0999-08-24"),
        ("August 999", "0999-08"),
        ("3rd century AD", "02XX"),
        ("250s AD", "025X"),
        ("the 250s", "025X"),
        ("19th c.", "18XX"),
        ("19th cent.", "18XX"),
        ("19th century", "18XX"),
    ] {
        assert_fixed(text, date);
    }
    let ambiguous = "5/1/44 BC";
    assert_cures(&[(
        ambiguous,
        "`-0043-01-05` or `-0043-05-01` (year, month, day)",
    )]);
    assert_no_choice(ambiguous);
    let fault = EventDate::parse("30 February 44 BC", UTC).expect_err("no such day");
    assert!(
        fault.hint.contains("`-0043-02-01` to `-0043-02-28`"),
        "{fault:?}"
    );
}

#[test]
fn centuries_and_decades_bc_are_intervals_that_keep_their_words() {
    for (text, dates) in [
        ("3rd century BC", "`-0299/-0200`"),
        ("the 3rd c. BCE", "`-0299/-0200`"),
        ("1st century B.C.", "`-0099/0000`"),
        ("early 3rd century BC", "`-0299/-0200`"),
        ("c. 3rd century BC", "`-0299~/-0200~`"),
        ("5th–4th century BC", "`-0499/-0300`"),
        ("5th to 4th centuries BC", "`-0499/-0300`"),
        ("1st century BC – 1st century AD", "`-0099/0099`"),
        ("3rd century BC to 150 BC", "`-0299/-0149`"),
        ("250s BC", "`-0258/-0249`"),
        ("100s BC", "`-0108/-0099` or `-0198/-0099`"),
        ("18th–19th century", "`1700/1899`"),
    ] {
        let cure = format!("{dates} and keep the words: `wording: {text}`");
        assert_cures(&[(text, &cure)]);
        assert_no_choice(text);
    }
}

#[test]
fn what_may_be_a_month_or_another_year_has_both_cures() {
    for (text, month, years) in [
        ("1204/5", "1204-05", "1204/1205"),
        ("1911/12", "1911-12", "1911/1912"),
        ("1911–12", "1911-12", "1911/1912"),
        ("1911 – 12", "1911-12", "1911/1912"),
        ("1911 - 12", "1911-12", "1911/1912"),
        ("2004–09", "2004-09", "2004/2009"),
        ("1911/12~", "1911-12~", "1911~/1912~"),
        ("c. 1911/12", "1911-12~", "1911~/1912~"),
    ] {
        let cure = format!("`{month}` for the month, or `{years}` for the years");
        assert_cures(&[(text, &cure)]);
        assert_no_choice(text);
    }
    // As programs write months.
    assert_fixed("2004/09", "2004-09");
    assert_fixed("2008/11", "2008-11");
    assert_cures(&[
        ("1914/18", "`1914/1918`"),
        ("1914–18", "`1914/1918`"),
        ("1914 - 18", "`1914/1918`"),
        ("c. 1914-18", "`1914~/1918~`"),
        ("2023/24", "`2023/2024`"),
        ("1899/00", "`1899/1900`"),
        (
            "2023–24",
            "`2023/2024` for the years, or `2023-24` for the season",
        ),
        (
            "2019/20 season",
            "`2019/2020` and keep the words: `wording: 2019/20 season`",
        ),
        (
            "the 2019–2020 season",
            "`2019/2020` and keep the words: `wording: the 2019–2020 season`",
        ),
        (
            "fiscal year 2023/24",
            "`2023/2024` and keep the words: `wording: fiscal year 2023/24`",
        ),
        (
            "1914-18",
            "`1914/1918` for the years 1914 to 1918; otherwise write a month from 01 to 12, or \
             `1914` if the month is unknown",
        ),
        (
            "1939-45",
            "`1939/1945` for the years 1939 to 1945; otherwise write a month from 01 to 12, or \
             `1939` if the month is unknown",
        ),
        (
            "1914-18?",
            "`1914?/1918?` for the years 1914 to 1918; otherwise write a month from 01 to 12, or \
             `1914?` if the month is unknown",
        ),
        (
            "1999-00",
            "`1999/2000` for the years 1999 to 2000; otherwise write `1999` if the month is unknown",
        ),
    ]);
    for text in ["1914/18", "1914-18", "2023/24", "2023/22", "2023.24"] {
        assert_no_choice(text);
    }
    // No other year ends in these digits, or none is meant.
    for (text, date) in [
        ("2026/01", "2026-01"),
        ("2026/09", "2026-09"),
        ("2023/9", "2023-09"),
        ("2023.12", "2023-12"),
        ("12/2011", "2011-12"),
    ] {
        assert_fixed(text, date);
    }
    let fault = EventDate::parse("2023/22", UTC).expect_err("no month");
    assert_eq!(fault.message, "there is no month 22");
}

#[test]
fn a_winter_of_two_years_begins_in_the_first() {
    for text in [
        "winter 1899/1900",
        "winter 1899–1900",
        "winter of 1899-00",
        "1899/00 winter",
    ] {
        assert_fixed(text, "1899-24");
        assert_cures(&[(text, "`1899-24`")]);
    }
    for (text, dates) in [
        ("winter 44 BC", "`-0043-24` or `-0044-24`"),
        ("winter 1900 BC", "`-1899-24` or `-1900-24`"),
        ("winter 1 BC", "`0000-24` or `-0001-24`"),
        ("winter 1900", "`1900-24` or `1899-24`"),
    ] {
        let cure = format!("{dates}: the number is that of the year in which the winter begins");
        assert_cures(&[(text, &cure)]);
        assert_no_choice(text);
    }
    assert_no_choice("winter 1899");
    assert_no_choice("winter 1899/1910");
}

#[test]
fn a_short_year_has_every_century_to_choose_from() {
    for (text, dates) in [
        ("24 August 79", "`0079-08-24`, `1979-08-24` or `2079-08-24`"),
        (
            "August 24, 79",
            "`0079-08-24`, `1979-08-24` or `2079-08-24`",
        ),
        ("24 August '79", "`1979-08-24` or `2079-08-24`"),
        ("August 79", "`0079-08`, `1979-08` or `2079-08`"),
        ("9 Dec 25", "`0025-12-09`, `1925-12-09` or `2025-12-09`"),
        ("29 February 00", "`0000-02-29` or `2000-02-29`"),
        ("29 February '00", "`2000-02-29`"),
        ("50", "`0050`, `1950` or `2050`"),
    ] {
        let fault = EventDate::parse(text, UTC).expect_err(text);
        assert_eq!(fault.message, "the year has fewer than four digits");
        assert_eq!(
            fault.hint,
            format!("write the year in full: {dates}"),
            "{text}"
        );
        assert_no_choice(text);
    }
    let fault = EventDate::parse("August 24", UTC).expect_err("a day or a year");
    assert!(
        fault.message.starts_with("the year is missing"),
        "{fault:?}"
    );
}

#[test]
fn a_time_may_be_of_whole_hours() {
    for (text, time) in [
        ("2025-01-14 at 3pm", "2025-01-14T15:00:00"),
        ("14 January 2025, 3 p.m.", "2025-01-14T15:00:00"),
        ("14 January 2025 at 12 am", "2025-01-14T00:00:00"),
        ("2025-01-14 at noon", "2025-01-14T12:00:00"),
        ("2025-01-14 at 3pm PST", "2025-01-14T15:00:00-08:00"),
        ("14 janvier 2025 à 15h30", "2025-01-14T15:30:00"),
        ("14 janvier 2025, 15 h", "2025-01-14T15:00:00"),
        ("14. Januar 2025 um 15 Uhr", "2025-01-14T15:00:00"),
    ] {
        assert_fixed(text, time);
        assert_cures(&[(text, &format!("`{time}`"))]);
    }
    for (text, time) in [
        ("2025-12-09 3 pm EST", "2025-12-09T15:00:00-05:00"),
        ("2025-12-09 15 Uhr", "2025-12-09T15:00:00"),
    ] {
        assert_fixed(text, time);
        assert_cures(&[(text, &format!("`{time}`"))]);
    }
    assert_cures(&[("2025-01-14 3 p.m.", "`2025-01-14T15:00`")]);
}
