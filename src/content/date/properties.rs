//! Properties of all dates, tested on generated ones.

use chrono_tz::Asia::Jakarta;
use proptest::prelude::*;

use super::*;

/// A single date of any supported precision, with or without a mark.
fn single() -> BoxedStrategy<String> {
    let year = prop_oneof![
        6 => (2020..2030_i32).prop_map(|year| format!("{year:04}")),
        2 => (0..9999_i32).prop_map(|year| format!("{year:04}")),
        1 => (1..9999_i32).prop_map(|year| format!("-{year:04}")),
    ];
    let rest = prop_oneof![
        Just(String::new()),
        (1..=12).prop_map(|month| format!("-{month:02}")),
        (1..=12, 1..=28).prop_map(|(month, day)| format!("-{month:02}-{day:02}")),
        (21..=24).prop_map(|code| format!("-{code}")),
        (1..=4).prop_map(|quarter| format!("-Q{quarter}")),
        (1..=2).prop_map(|half| format!("-H{half}")),
    ];
    let mark = prop_oneof![4 => Just(""), 1 => Just("~"), 1 => Just("?"), 1 => Just("%")];
    (year, rest, mark)
        .prop_map(|(year, rest, mark)| format!("{year}{rest}{mark}"))
        .boxed()
}

/// A supported date, or occasionally a reversed interval, which is rejected.
fn any_text() -> BoxedStrategy<String> {
    prop_oneof![
        6 => single(),
        1 => "20[0-2]X|1[0-9]XX|202[0-9]-XX|202[0-9]-0[1-9]-XX|202[0-9]-XX-XX",
        2 => "202[0-9]-0[1-9]-1[0-9]T[01][0-9]:[0-5][0-9](:[0-5][0-9])?(Z|[+-]0[0-9]:?30)?",
        1 => (single(), "/|/\\.\\.").prop_map(|(date, end)| format!("{date}{end}")),
        1 => (single(), "/|\\.\\./").prop_map(|(date, start)| format!("{start}{date}")),
        2 => (single(), single()).prop_map(|(from, to)| format!("{from}/{to}")),
        1 => prop::collection::vec(single(), 1..4).prop_map(|all| format!("[{}]", all.join(", "))),
        1 => (0..50, 1..50).prop_map(|(from, len)| format!("[{}..{}]", 1990 + from, 1990 + from + len)),
    ].boxed()
}

/// A text that resembles a date, or is one.
pub(crate) fn almost_a_date() -> BoxedStrategy<String> {
    let part = prop::sample::select(vec![
        "2025",
        "2024",
        "1403",
        "-",
        "/",
        "..",
        "12",
        "9",
        "00",
        "31",
        "45",
        "99",
        "T",
        "14:30",
        "24:00",
        "2:75",
        "9:5",
        ":",
        "Z",
        "+07:00",
        "+14:20",
        "IST",
        "PST",
        "WIB",
        "GMT",
        " ",
        " ",
        ",",
        "[",
        "]",
        "{",
        "}",
        "~",
        "?",
        "%",
        "X",
        "XX",
        "u",
        "Q1",
        "Q5",
        "H",
        "q",
        "December",
        "Des",
        "may",
        "early ",
        "end of ",
        "by ",
        "c. ",
        " to ",
        " or ",
        "\u{2013}",
        "\u{e9}",
        "\u{a0}",
        "Y",
        "E",
        "S2",
        " BC",
        " century",
        "th",
        "s",
        " pm",
        "unknown",
        "open",
        "mid-",
        "winter",
        ".",
        "\u{4ee4}\u{548c}6\u{5e74}",
        "\u{5e74}",
        "\u{6708}",
        "\u{6f3}",
        "37",
        "25",
        "2015-289",
        "1700000000",
        "9999-12-31",
        "Monday",
        "soon",
        "-0043",
        "before ",
        "since ",
        "after ",
        " or later",
        "the ",
        "44 BC",
        "AD ",
        "B.C.",
        " season",
        "-present",
        "3pm",
        "24 August 79",
        "vor ",
    ]);
    prop_oneof![
        3 => prop::collection::vec(part, 1..8).prop_map(|parts| parts.concat()),
        1 => "(early |c\\. |by )?[0-9]{1,4}[-./][0-9]{1,2}([-./][0-9]{1,4})?",
        1 => "[0-9xXu]{4}(-[0-9xXu]{2}){0,2}(/[0-9xXu]{4}(-[0-9xXu]{2})?)?",
        1 => "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{1,2}:[0-9]{1,2}(:[0-9]{2})?( ?([A-Z]{2,4}|[+-][0-9]{1,2}:?[0-9]{0,2}|pm))?",
        1 => "[~?%]?[12][0-9]{3}[~?%]?(-[0-9]{2}[~?%]?)?/[~?%]?[12][0-9]{3}[~?%]?",
        1 => "[\\[{][12][0-9]{3}(,|\\.\\.)[12][0-9]{3}[\\]}]",
        1 => "(c\\. |AD |winter )?[0-9]{1,4}( - |[-/–.])[0-9]{1,4}([~?]|s| season| BC| AD)?",
        1 => "([0-9]{1,2} )?(March )?[0-9]{1,4}(st century|s|)(–| to )([0-9]{1,2} )?(May )?[0-9]{1,4}(st century|s|) ?(BC|AD|B\\.C\\.)",
        1 => any_text(),
    ]
    .boxed()
}

/// A supported date.
pub(crate) fn any_date() -> BoxedStrategy<EventDate> {
    any_text()
        .prop_filter_map("reversed", |text| EventDate::parse(&text, Jakarta).ok())
        .boxed()
}

/// An optional date and the other fields that order an entry. Ids, orders and instants come from
/// small ranges, so that they often collide.
fn any_entry() -> BoxedStrategy<AnyEntry> {
    (
        prop::option::weighted(0.9, any_date()),
        prop::option::of(0..3),
        prop::option::of(0..3_i64),
        "[a-c]",
    )
        .boxed()
}

type AnyEntry = (Option<EventDate>, Option<i32>, Option<i64>, String);

fn key(entry: &AnyEntry, direction: Direction) -> OrderKey {
    let (date, order, published, id) = entry;
    let published = published.and_then(|hours| DateTime::from_timestamp(hours * 3600, 0));
    order_key(date.as_ref(), direction, *order, published, id)
}

/// Returns whether every field that orders the entry is known.
fn is_known_wholly(entry: &AnyEntry) -> bool {
    let (date, order, published, _) = entry;
    let is_instant = date.as_ref().is_some_and(|date| date.instant().is_some());
    is_instant && order.is_some() && published.is_some()
}

fn check_fault(text: &str, fault: &DateFault) -> Result<(), TestCaseError> {
    prop_assert!(text.get(fault.offset..fault.offset + fault.len).is_some());
    prop_assert!(!fault.hint.is_empty());
    let shown = format!("{}{}", fault.message, fault.hint);
    prop_assert!(!shown.contains(char::is_control), "{shown:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_panics(text in "\\PC*|(?s).{0,120}") {
        if let Err(fault) = EventDate::parse(&text, Jakarta) {
            check_fault(&text, &fault)?;
        }
    }

    #[test]
    fn no_text_made_of_parts_of_dates_panics(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "2025", "-", "/", "..", "12", "9", "00", "31", "99", "T", "14:30", ":", "Z", "+07:00",
                " ", ",", "[", "]", "{", "}", "~", "?", "%", "X", "u", "Q1", "H", "q", "December",
                "may", "early", "end of", "by ", "c.", " to ", " or ", "–", "é", "\u{a0}", "\n", "Y",
                "E", "S", "BC", "century", "th", "pm", "unknown", "open", "mid-", "winter", ".",
            ]),
            0..9,
        )
    ) {
        let text = parts.concat();
        if let Err(fault) = EventDate::parse(&text, Jakarta) {
            check_fault(&text, &fault)?;
        }
    }

    #[test]
    fn every_cure_can_be_read(text in almost_a_date()) {
        if let Err(fault) = EventDate::parse(&text, Jakarta) {
            for cure in fault.hint.split('`').skip(1).step_by(2) {
                let is_key = ["wording: ", "status: expected", "entries:"]
                    .iter()
                    .any(|key| cure.starts_with(key));
                let read = EventDate::parse(cure, Jakarta);
                prop_assert!(is_key || read.is_ok(), "{text}: {}", fault.hint);
            }
        }
    }

    #[test]
    fn a_lenient_reading_is_a_date_and_keeps_the_day_of_a_timestamp(text in almost_a_date()) {
        if let Some(Guess { date, is_whole }) = EventDate::guess(&text, Jakarta) {
            prop_assert_eq!(EventDate::parse(date.written(), Jakarta), Ok(date.clone()));
            if !is_whole {
                let day = date.time().expect("a time").local.date();
                prop_assert_eq!(date.earliest(), Some(day));
            }
        }
    }

    #[test]
    fn a_timestamp_has_the_day_that_was_written(
        (year, month, day) in (1900..2100_i32, 1..=12_u32, 1..=28_u32),
        (hour, minute) in (0..24, 0..60),
        (sign, hours, minutes) in ("[+-]", 0..14, prop::sample::select(vec![0, 30, 45])),
        form in 0..10,
    ) {
        let ymd = format!("{year}-{month:02}-{day:02}");
        let date = NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        let text = match form {
            0 => format!("{ymd}T{hour:02}:{minute:02}:00{sign}{hours:02}:{minutes:02}"),
            1 => format!("{ymd} {hour:02}:{minute:02}:00 {sign}{hours:02}{minutes:02}"),
            2 => format!("{year}-{month}-{day} {hour}:{minute:02}:09.5 {sign}{hours}"),
            3 => format!("{ymd}t{hour:02}:{minute:02}z"),
            4 => format!("{}{hour:02}:{minute:02}:00 GMT{sign}{hours:02}{minutes:02} (Zone)", date.format("%a %b %d %Y ")),
            5 => format!("{}{hour:02}:{minute:02}:00 {sign}{hours:02}{minutes:02}", date.format("%a, %d %b %Y ")),
            6 => format!("{}{hour:02}:{minute:02}:00 {sign}{hours:02}{minutes:02} {year}", date.format("%a %b %e ")),
            7 => format!("{}{sign}{hours:02}:{minutes:02}", date.format("%B %-d, %Y ")),
            8 => format!("{}T{hour:02}{minute:02}00{sign}{hours:02}{minutes:02}", date.format("%Y%m%d")),
            _ => format!("{ymd} {hour:02}:{minute:02} UTC"),
        };
        let read = EventDate::parse(&text, Jakarta);
        let read = read.map_err(|fault| TestCaseError::fail(format!("{text}: {fault:?}")))?;
        prop_assert_eq!(read.earliest(), Some(date), "{}", text);
        prop_assert_eq!(read.latest(), Some(date), "{}", text);
        prop_assert_eq!(read.ignored().is_some(), form == 7, "{}", text);
        let standard = EventDate::parse(read.standard(), Jakarta).expect("a standard form");
        prop_assert_eq!(standard.value(), read.value());
    }

    #[test]
    fn edtf_reads_back_as_the_same_date(date in any_date()) {
        let again = EventDate::parse(&date.edtf(), Jakarta).expect("EDTF");
        prop_assert_eq!(again.value(), date.value());
        prop_assert_eq!(again.time(), date.time());
        prop_assert_eq!(again.edtf(), date.edtf());
        prop_assert_eq!(EventDate::parse(date.written(), Jakarta), Ok(date));
    }

    #[test]
    fn bounds_are_in_order_and_overlap_themselves(date in any_date()) {
        let (earliest, latest) = (date.earliest(), date.latest());
        if let (Some(earliest), Some(latest)) = (earliest, latest) {
            prop_assert!(earliest <= latest);
        }
        let any = earliest.or(latest);
        prop_assert!(any.is_none_or(|day| date.overlaps(day, day)));
    }

    #[test]
    fn a_date_stands_in_its_first_year(date in any_date()) {
        if let Some(year) = date.position().year {
            match (date.earliest(), date.latest()) {
                (Some(earliest), _) => prop_assert_eq!(earliest.year(), year),
                // A winter at the end of an interval ends in the next year.
                (None, latest) => {
                    let latest = latest.expect("a bound").year();
                    prop_assert!(latest == year || latest == year + 1);
                }
            }
        }
        if date.precision() != Precision::Season
            && !matches!(date.precision(), Precision::Interval | Precision::Choice)
            && let (Some(year), Some(latest)) = (date.position().year, date.latest())
        {
            prop_assert_eq!(latest.year(), year);
        }
    }

    #[test]
    fn a_date_is_listed_only_in_months_that_it_may_fall_into(date in any_date()) {
        for (year, month) in date.months() {
            let first = NaiveDate::from_ymd_opt(year, u32::from(month), 1).expect("a month");
            prop_assert!(date.overlaps(first, first + chrono::Months::new(1) - chrono::Days::new(1)));
        }
    }

    #[test]
    fn the_order_is_total(a in any_entry(), b in any_entry(), c in any_entry()) {
        for direction in [Direction::Oldest, Direction::Newest] {
            let (x, y, z) = (key(&a, direction), key(&b, direction), key(&c, direction));
            prop_assert_eq!(x.cmp(&y), y.cmp(&x).reverse());
            if x <= y && y <= z {
                prop_assert!(x <= z);
            }
            prop_assert!(a.3 == b.3 || x != y);
        }
    }

    #[test]
    fn the_order_agrees_with_the_bounds(a in any_date(), b in any_date()) {
        let earlier = match (a.latest(), b.earliest()) {
            (Some(end), Some(start)) => end < start,
            _ => false,
        };
        let ranges = [Precision::Interval, Precision::Choice];
        if earlier && a.precision() == b.precision() && !ranges.contains(&a.precision()) {
            let key = |date, direction| order_key(Some(date), direction, None, None, "");
            prop_assert!(key(&a, Direction::Oldest) < key(&b, Direction::Oldest));
            prop_assert!(key(&a, Direction::Newest) > key(&b, Direction::Newest));
        }
    }

    #[test]
    fn newest_first_is_oldest_first_turned_round_where_all_is_known(
        a in any_entry(), b in any_entry()
    ) {
        if is_known_wholly(&a) && is_known_wholly(&b) {
            prop_assert_eq!(
                key(&a, Direction::Oldest).cmp(&key(&b, Direction::Oldest)),
                key(&b, Direction::Newest).cmp(&key(&a, Direction::Newest))
            );
        }
    }

    #[test]
    fn closers_close_their_period_in_both_directions(a in any_entry(), b in any_entry()) {
        let (Some(one), Some(other)) = (&a.0, &b.0) else { return Ok(()); };
        let (one, other) = (one.position(), other.position());
        let closes = match one.coarse_period() {
            Some(CoarsePeriod::Year(year)) => other.year == Some(year) && one != other
                && (other.month.is_some() || other.group.is_some()),
            Some(CoarsePeriod::Month(year, month)) => {
                (other.year, other.month) == (Some(year), Some(month)) && other.day.is_some()
            }
            Some(CoarsePeriod::Decade(decade)) => other.decade == Some(decade) && other.year.is_some(),
            _ => false,
        };
        if closes {
            for direction in [Direction::Oldest, Direction::Newest] {
                prop_assert!(key(&b, direction) < key(&a, direction));
            }
        }
    }

    #[test]
    fn nothing_is_both_earlier_and_later(a in any_date(), b in any_date()) {
        prop_assert_eq!(delay(&a, &a), None);
        prop_assert!(delay(&a, &b).is_none() || delay(&b, &a).is_none());
        prop_assert!(shift(&a, &b).is_none_or(|shift| shift.way == ShiftWay::Later) || delay(&a, &b).is_none());
        if let Some(Extent::Exactly(Length::Days(days))) = delay(&a, &b).map(|shift| shift.by) {
            // The time from a term counts from its end.
            prop_assert!(a.mark() == Mark::Exact || a.earliest().is_none());
            prop_assert_eq!(b.mark(), Mark::Exact);
            prop_assert!(days > 0);
        }
    }
}
