use chrono_tz::Asia::Jakarta;
use chrono_tz::Europe::Berlin;
use chrono_tz::Tz;

use super::*;

fn date(text: &str) -> EventDate {
    EventDate::parse(text, Jakarta).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

fn fault(text: &str) -> DateFault {
    match EventDate::parse(text, Jakarta) {
        Ok(date) => panic!("{text} was read as {date:?}"),
        Err(fault) => fault,
    }
}

fn utc(date: &EventDate) -> String {
    date.instant().expect("a time of day").to_rfc3339()
}

fn in_berlin(text: &str) -> Result<EventDate, DateFault> {
    EventDate::parse(text, Berlin)
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn bounds(text: &str) -> String {
    let show = |day: Option<NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
    let date = date(text);
    format!("{} {}", show(date.earliest()), show(date.latest()))
}

#[test]
fn short_forms_become_edtf() {
    for (written, edtf) in [
        ("2026-Q1", "2026-33"),
        ("2026-q4", "2026-36"),
        ("2026-H2", "2026-41"),
        ("Q1 2026", "2026-33"),
        ("h1  2026", "2026-40"),
        ("Q3 2026~", "2026-35~"),
        ("2026-H1?", "2026-40?"),
        ("2025-Q4/2026-Q1", "2025-36/2026-33"),
        ("Q4 2025 / Q1 2026~", "2025-36/2026-33~"),
        ("2026-Q1/..", "2026-33/.."),
        ("../Q1 2026", "../2026-33"),
        ("[2024, 2025]", "[2024,2025]"),
        ("[ 2024 .. 2026 ]", "[2024..2026]"),
        ("[2026-Q1,2026-Q2]", "[2026-33,2026-34]"),
        ("  2025-12-09\n", "2025-12-09"),
    ] {
        assert_eq!(date(written).edtf(), edtf);
        assert_eq!(date(written).written(), written.trim());
    }
}

#[test]
fn levels_0_and_1_are_read_whole() {
    for text in [
        "1985-04-12",
        "1985-04",
        "1985",
        "0000",
        "-0043",
        "-1985",
        "2001-21",
        "2001-24",
        "1984?",
        "2004-06~",
        "2004-06-11%",
        "201X",
        "20XX",
        "2004-XX",
        "1985-04-XX",
        "1985-XX-XX",
        "1964/2008",
        "2004-06/2006-08",
        "2004-02-01/2005",
        "1985-04-12/..",
        "1985/..",
        "../1985",
        "1985-04-12/",
        "/1985-04",
        "1984~/2004-06",
        "1984-06-02?/2004-08-08~",
        "-0010/0010",
        "2001-21/2001-23",
        "[1667,1668,1670..1672]",
        "[..1984]",
        "[1984..]",
    ] {
        assert_eq!(date(text).edtf(), text);
    }
}

#[test]
fn other_forms_are_faults_that_say_what_to_write() {
    for (text, hint) in [
        ("Monday, 9 December 2025", "write `2025-12-09`"),
        ("2025-12-09T14:30 IST", "`2025-12-09T14:30+07:00`"),
        ("2021-05-13 10:00:00+14:20", "`2021-05-13T10:00`"),
        ("05.01.2026 14:30", "write `2026-01-05T14:30`"),
        (
            "Rabu, 6 Maret 2024 10:00 WIB",
            "write `2024-03-06T10:00:00+07:00`",
        ),
        (
            "6 Agt 2024 pukul 10:00 WITA",
            "write `2024-08-06T10:00:00+08:00`",
        ),
        ("24.12.2023, 18:30 Uhr", "write `2023-12-24T18:30:00`"),
        (
            "mercredi 6 mars 2024 à 18:30",
            "write `2024-03-06T18:30:00`",
        ),
        ("6 марта 2024 в 18:30", "write `2024-03-06T18:30:00`"),
        ("2024年3月6日 18:30", "write `2024-03-06T18:30:00`"),
        ("٦ مارس ٢٠٢٤ 18:30", "write `2024-03-06T18:30`"),
        ("Jumat, 8 Maret 2024", "write `2024-03-08`"),
        ("۸ مارس ۲۰۲۴", "write `2024-03-08`"),
        ("2015-289", "write `2015-10-16`"),
        ("1700000000", "write `2023-11-14T22:13Z`"),
        ("the 2000s", "`200X` or `20XX`"),
        ("2025年12月9日", "write `2025-12-09`"),
        ("令和7年12月", "write `2025-12`"),
        ("٢٠٢٥-١٢-٠٩", "write `2025-12-09`"),
        ("~2024/2025", "write `2024~/2025`"),
        ("1395-02-31", "Persian calendar (it began in 2016)"),
        ("1446-02-30", "Persian calendar"),
        ("2025-45-05", "write a month from 01 to 12"),
        ("git Last Modified", "`2025-12-09`"),
        ("5/1/2026", "`2026-01-05` or `2026-05-01`"),
        ("13/1/2026", "write `2026-01-13`"),
        ("05.01.2026", "write `2026-01-05`"),
        ("2025-13-01", "`2025-01-13`"),
        ("2025-12-00", "write `2025-12`"),
        ("2025-02-30", "from `2025-02-01` to `2025-02-28`"),
        ("2025-02-30/2025-03-05", "from `2025-02-01` to `2025-02-28`"),
        ("yesterday", "the day itself"),
        ("soon", "`wording: soon`"),
        ("TBD", "`wording: TBD`"),
        ("unknown", "`wording: no date given`"),
        (
            "early 2026",
            "write `2026-H1` and keep the words: `wording: early 2026`",
        ),
        ("mid 2026", "write `2026-04/2026-09`"),
        (
            "Late 2026",
            "`2026-H2` and keep the words: `wording: Late 2026`",
        ),
        // What is to be copied has only signs that can be seen.
        (
            "early 2026/03\u{f}2",
            "keep the words: `wording: early 2026/03 2`",
        ),
        (
            "early 2026/03\u{200b}2",
            "keep the words: `wording: early 2026/032`",
        ),
        ("end of 2026", "write `2026-Q4`"),
        ("by the end of 2026", "write `2026` and"),
        ("c. 2024", "write `2024~`"),
        ("ca. 2024", "write `2024~`"),
        ("circa December 2025", "write `2025-12~`"),
        ("~2024", "write `2024~`"),
        ("2004-06~-11", "write `2004-06-11~`"),
        ("2025-12-09T25:00", "from 00 to 23"),
        ("2025-12-09T24:00", "`2025-12-10T00:00`"),
        ("2025-12-09T14:30~", "write `2025-12-09~`"),
        (
            "2024-05-14T10:00/2024-05-15",
            "write `2024-05-14/2024-05-15`",
        ),
        ("199u", "write `199X`"),
        ("2004-06-uu", "write `2004-06-XX`"),
        ("2025-02-xx", "write `2025-02-XX`"),
        ("1984/unknown", "write `1984/`"),
        ("1984/open", "write `1984/..`"),
        ("unknown/1984", "write `/1984`"),
        ("2025–2026", "write `2025/2026`"),
        ("March to May 2026", "write `2026-03/2026-05`"),
        ("9–11 December 2025", "write `2025-12-09/2025-12-11`"),
        ("2024 or 2025", "write `[2024,2025]`"),
        ("{2024,2025}", "`entries:`"),
        ("1X99", "write `1099/1999`"),
        ("2004-XX-15", "write `2004`"),
        ("2004-06-1X", "write `2004-06-10/2004-06-19`"),
        ("2004-06-XX/2004-07-03", "write `2004-06/2004-07-03`"),
        ("2004-37", "write `2004-01/2004-04`"),
        ("1950S2", "`195X`"),
        ("Y17000", "four digits"),
        ("12025", "four digits"),
        ("Y17E7", "four digits"),
        ("Q5 2026", "`2026-Q1` to `2026-Q4`"),
        ("Q1/2026", "write `2026-Q1`"),
        ("winter 2026", "write `2026-24` or `2025-24`"),
        ("Monday 9 December 2025", "write `2025-12-09`, or the day"),
        ("the 1990s", "write `199X`"),
        ("December 9", "`2025-12-09`"),
        ("\u{202e}2025", "write `2025`"),
        ("2025\u{2011}12", "write `2025-12`"),
        ("", "`2025-12-09`"),
        ("日本", "`2025-12-09`"),
    ] {
        let fault = fault(text);
        assert!(fault.hint.contains(hint), "{text}: {fault:?}");
    }
}

#[test]
fn a_fault_points_into_the_text_as_given() {
    let text = "  日本2025";
    let found = fault(text);
    assert_eq!(&text[found.offset..found.offset + found.len], "日本2025");
    let text = "  2025-12-09T25:00";
    let found = fault(text);
    assert_eq!(&text[found.offset..found.offset + found.len], "25:00");
    let text = " 2025-12-09Zulu ";
    let found = fault(text);
    assert_eq!(&text[found.offset..found.offset + found.len], "Zulu");
}

#[test]
fn a_long_text_is_refused_unread() {
    for sign in ["2", "é", "/", "[", " 1", "\u{202e}"] {
        let text = sign.repeat(5_000_000);
        let found = fault(&text);
        assert!(found.message.contains("100 bytes"), "{}", found.message);
        assert!(text.is_char_boundary(found.offset + found.len));
        assert!(found.message.len() + found.hint.len() < 500);
    }
}

#[test]
fn a_local_time_is_in_the_zone_of_the_site() {
    for text in [
        "2024-05-14T19:27",
        "2024-05-14 19:27:00",
        "2024-05-14t19:27:00.123456",
    ] {
        assert_eq!(utc(&date(text)), "2024-05-14T12:27:00+00:00");
        assert_eq!(date(text).edtf(), "2024-05-14T19:27:00");
    }
    let html = date("2024-05-14T19:27").html_datetime();
    assert_eq!(html.as_deref(), Some("2024-05-14T19:27+07:00"));
}

#[test]
fn a_written_offset_is_kept() {
    for text in [
        "2024-05-14T19:27+02:00",
        "2024-05-14 19:27:00 +0200",
        "2024-05-14T19:27+02",
    ] {
        assert_eq!(utc(&date(text)), "2024-05-14T17:27:00+00:00");
        assert_eq!(date(text).edtf(), "2024-05-14T19:27:00+02:00");
        assert_eq!(date(text).precision(), Precision::Instant);
    }
    assert_eq!(utc(&date("2024-05-14T19:27Z")), "2024-05-14T19:27:00+00:00");
    assert_eq!(
        utc(&date("2016-12-31T23:59:60Z")),
        "2016-12-31T23:59:59+00:00"
    );
}

#[test]
fn the_day_of_an_event_is_the_day_that_was_written() {
    let date = date("2024-05-14T23:30-11:00");
    assert_eq!(date.earliest(), Some(day("2024-05-14")));
    assert_eq!(date.latest(), Some(day("2024-05-14")));
    assert_eq!(date.position().day, Some(14));
}

#[test]
fn a_time_that_the_clocks_skipped_is_a_fault_and_one_that_came_twice_the_earlier() {
    let fault = in_berlin("2026-03-29T02:30").expect_err("skipped");
    assert!(fault.message.contains("skipped"), "{fault:?}");
    assert!(
        fault
            .hint
            .contains("`2026-03-29T01:59` or `2026-03-29T03:00`"),
        "{fault:?}"
    );
    let twice = in_berlin("2026-10-25T02:30").expect("came twice");
    assert_eq!(utc(&twice), "2026-10-25T00:30:00+00:00");
    let apia = EventDate::parse("2011-12-30T12:00", Tz::Pacific__Apia).expect_err("skipped day");
    assert!(
        apia.hint
            .contains("`2011-12-29T23:59` or `2011-12-31T00:00`"),
        "{apia:?}"
    );
}

#[test]
fn what_is_suggested_for_marks_can_be_read() {
    for text in [
        "[2024,2025]?~",
        "[2024,2025]~?",
        "{2024,2025}?~",
        "2024/2025?~",
        "2024-02?~",
        "[2024..]~~",
        "12 May 2024?~",
        "../2024~?",
    ] {
        let Err(fault) = EventDate::parse(text, Jakarta) else {
            continue;
        };
        for cure in fault.hint.split('`').skip(1).step_by(2) {
            let is_key = cure.contains(": ");
            let read = EventDate::parse(cure, Jakarta);
            assert!(is_key || read.is_ok(), "{text}: {}", fault.hint);
        }
    }
}

#[test]
fn a_time_that_the_clocks_skipped_is_not_suggested() {
    for (text, zone) in [
        ("2011-12-30T22:0", Tz::Pacific__Apia),
        ("2011-12-30T10:30 pm", Tz::Pacific__Apia),
        ("30.12.2011 12:00", Tz::Pacific__Apia),
        ("2011-12-29T24:00", Tz::Pacific__Apia),
        ("2011-12-30T12:00 XYZ", Tz::Pacific__Apia),
        ("2026-03-29T2:30", Berlin),
        ("29.03.2026 02:30", Berlin),
    ] {
        let fault = EventDate::parse(text, zone).expect_err(text);
        assert!(fault.message.contains("skipped"), "{text}: {fault:?}");
        assert_eq!((fault.offset, fault.len), (0, text.len()), "{text}");
        for cure in fault.hint.split('`').skip(1).step_by(2) {
            let read = EventDate::parse(cure, zone);
            assert!(read.is_ok(), "{text}: {}", fault.hint);
        }
    }
}

#[test]
fn bounds_are_the_first_and_last_day() {
    for (text, expected) in [
        ("2025-12-09", "2025-12-09 2025-12-09"),
        ("2024-02~", "2024-02-01 2024-02-29"),
        ("2026-Q1", "2026-01-01 2026-03-31"),
        ("2026-H2", "2026-07-01 2026-12-31"),
        ("2026-24", "2026-12-01 2027-02-28"),
        ("199X", "1990-01-01 1999-12-31"),
        ("19XX", "1900-01-01 1999-12-31"),
        ("2025/..", "2025-01-01 -"),
        ("2025/", "2025-01-01 -"),
        ("/2025", "- 2025-12-31"),
        ("2026-03/2026-05", "2026-03-01 2026-05-31"),
        ("[2024,2026]", "2024-01-01 2026-12-31"),
        ("[..2024]", "- 2024-12-31"),
        ("-0043", "-0043-01-01 -0043-12-31"),
    ] {
        assert_eq!(bounds(text), expected, "{text}");
    }
}

#[test]
fn precision_and_mark_follow_what_is_known() {
    for (text, precision, mark) in [
        ("2025-12-09T14:30", Precision::Instant, Mark::Exact),
        ("2025-12-09", Precision::Day, Mark::Exact),
        ("2025-12-09~", Precision::Day, Mark::Approximate),
        ("2025-12-XX", Precision::Month, Mark::Partial),
        ("2025-12?", Precision::Month, Mark::Approximate),
        ("2025-22", Precision::Season, Mark::Partial),
        ("2025-Q1", Precision::Quarter, Mark::Partial),
        ("2025-H1", Precision::Half, Mark::Partial),
        ("2025-XX-XX", Precision::Year, Mark::Partial),
        ("2025-XX", Precision::Year, Mark::Partial),
        ("202X", Precision::Decade, Mark::Partial),
        ("20XX", Precision::Century, Mark::Partial),
        ("2025/2026~", Precision::Interval, Mark::Range),
        ("[2025,2026]", Precision::Choice, Mark::Range),
    ] {
        assert_eq!(
            (date(text).precision(), date(text).mark()),
            (precision, mark),
            "{text}"
        );
    }
}

#[test]
fn html_takes_only_years_months_days_and_instants() {
    for (text, html) in [
        ("2025", Some("2025")),
        ("2025-12", Some("2025-12")),
        ("2025-12-09", Some("2025-12-09")),
        ("2025-12-09T14:30:05Z", Some("2025-12-09T14:30:05+00:00")),
        ("2025-12-09T14:30-03:30", Some("2025-12-09T14:30-03:30")),
        ("0079", Some("0079")),
        ("0000", None),
        ("-0043", None),
        ("2025~", None),
        ("2025-12-09?", None),
        ("2025-12-XX", None),
        ("2026-Q1", None),
        ("2026-21", None),
        ("199X", None),
        ("2025/2026", None),
        ("[2025,2026]", None),
    ] {
        assert_eq!(date(text).html_datetime().as_deref(), html, "{text}");
    }
}

#[test]
fn a_short_interval_is_listed_in_each_of_its_months() {
    for (text, months) in [
        ("2025-12-09", vec![(2025, 12)]),
        ("2025-12-XX", vec![(2025, 12)]),
        ("2025-12/2026-02", vec![(2025, 12), (2026, 1), (2026, 2)]),
        (
            "2026-03-15/2026-05-01",
            vec![(2026, 3), (2026, 4), (2026, 5)],
        ),
        ("2026-07/2026-09", vec![(2026, 7), (2026, 8), (2026, 9)]),
        ("2026-03/2026-06", vec![(2026, 3)]),
        ("2026-03/..", vec![(2026, 3)]),
        ("../2026-03", vec![(2026, 3)]),
        ("[2026-03,2026-05]", vec![(2026, 3), (2026, 5)]),
        ("2026-Q1", vec![]),
        ("2026-Q1/2026-Q1", vec![]),
        ("2026-21", vec![]),
        ("2026", vec![]),
        ("202X", vec![]),
    ] {
        assert_eq!(date(text).months(), months, "{text}");
    }
}

#[test]
fn what_may_fall_into_a_period_overlaps_it() {
    let march = |text: &str| date(text).overlaps(day("2026-03-01"), day("2026-03-31"));
    for text in [
        "2026-03-31",
        "2026-Q1",
        "2026",
        "202X",
        "2026-02/..",
        "2025/",
        "/2027",
        "[2025,2026-03]",
    ] {
        assert!(march(text), "{text}");
    }
    for text in [
        "2026-04-01",
        "2026-Q2",
        "2025",
        "../2026-02",
        "2026-04/",
        "[2026-02,2026-04]",
    ] {
        assert!(!march(text), "{text}");
    }
}

/// Sorts the texts as in a list in `direction`; `-` is undated.
fn sorted(direction: Direction, texts: &[&'static str]) -> Vec<&'static str> {
    let mut texts = texts.to_vec();
    texts.sort_by_key(|text| {
        let date = (*text != "-").then(|| date(text));
        order_key(date.as_ref(), direction, None, None, text)
    });
    texts
}

#[test]
fn each_period_has_the_more_exact_first_and_is_closed_by_the_rest() {
    let oldest = [
        "1999",
        "199X",
        "19XX",
        "2024-12-31",
        "2024",
        "2025-12-08",
        "2025-12-09T10:00",
        "2025-12-09T14:30",
        "2025-12-09",
        "2025-12-10/2026-05",
        "2025-12",
        "2025-Q1",
        "2025-H1",
        "2025-21",
        "2025-Q2",
        "2025-Q4",
        "2025-24",
        "2025",
        "../2026-01-05",
        "2026",
        "202X",
        "20XX",
        "-",
    ];
    let mut shuffled = oldest.to_vec();
    shuffled.rotate_left(9);
    shuffled.reverse();
    assert_eq!(sorted(Direction::Oldest, &shuffled), oldest);
    assert_eq!(
        sorted(Direction::Newest, &oldest),
        [
            "../2026-01-05",
            "2026",
            "2025-12-10/2026-05",
            "2025-12-09T14:30",
            "2025-12-09T10:00",
            "2025-12-09",
            "2025-12-08",
            "2025-12",
            "2025-24",
            "2025-Q4",
            "2025-Q2",
            "2025-21",
            "2025-Q1",
            "2025-H1",
            "2025",
            "2024-12-31",
            "2024",
            "202X",
            "20XX",
            "1999",
            "199X",
            "19XX",
            "-",
        ]
    );
}

#[test]
fn on_the_same_day_order_then_publication_then_id_decide() {
    let day = date("2025-12-09");
    let at = |hour: i64| DateTime::from_timestamp(hour * 3600, 0);
    let key = |order, published, id| order_key(Some(&day), Direction::Oldest, order, published, id);
    assert!(key(Some(1), None, "z") < key(Some(2), at(1), "a"));
    assert!(key(Some(2), None, "z") < key(None, at(1), "a"));
    assert!(key(None, at(1), "z") < key(None, at(2), "a"));
    assert!(key(None, at(2), "z") < key(None, None, "a"));
    assert!(key(None, None, "a") < key(None, None, "b"));
}

#[test]
fn a_standing_names_the_period_that_it_closes() {
    for (text, closing) in [
        ("2025-12-09", None),
        ("2025-12", Some(CoarsePeriod::Month(2025, 12))),
        (
            "2026-Q1",
            Some(CoarsePeriod::Group(2026, Grouping::FirstQuarter)),
        ),
        ("../2024", Some(CoarsePeriod::Year(2024))),
        ("199X", Some(CoarsePeriod::Decade(199))),
        ("19XX", Some(CoarsePeriod::Century(19))),
        ("[2026,2025-05]", Some(CoarsePeriod::Month(2025, 5))),
    ] {
        assert_eq!(date(text).position().coarse_period(), closing, "{text}");
    }
}
