//! Dates: what is read is written and read again as the same, no more exact than it was.

use std::cmp::Ordering;

use chrono::{Datelike, Days, Months, NaiveDate};
use chrono_tz::Tz;

use super::settings_and_text;
use crate::content::date::calendar::Calendar;
use crate::content::date::{
    DateFault, Direction, EventDate, Extent, Guess, Length, Mark, Precision, ShiftWay, coverage,
    day_begins, delay, order_key, order_rank, shift,
};

/// The first has no summer time, the second skipped a day, the third skips an hour, the last one
/// half an hour.
const ZONES: [Tz; 4] = [
    Tz::Asia__Jakarta,
    Tz::Pacific__Apia,
    Tz::America__New_York,
    Tz::Australia__Lord_Howe,
];

pub fn run(data: &[u8]) {
    let Some((settings, text)) = settings_and_text(data) else {
        return;
    };
    let zone = ZONES[usize::from(settings & 3)];
    let read = |line| one(line, zone);
    let dates: Vec<EventDate> = text.split('\n').take(3).filter_map(read).collect();
    for (n, a) in dates.iter().enumerate() {
        for b in &dates[n..] {
            two(a, b);
        }
    }
}

fn one(text: &str, zone: Tz) -> Option<EventDate> {
    let guess = EventDate::guess(text, zone);
    match EventDate::parse(text, zone) {
        Ok(date) => {
            assert_eq!(guess, None, "{text} is a date");
            alone(&date, zone);
            Some(date)
        }
        Err(fault) => {
            fault_holds(text, &fault, zone);
            let Guess { date, is_whole } = guess?;
            assert_eq!(
                EventDate::parse(date.written(), zone).as_ref(),
                Ok(&date),
                "{text}"
            );
            if !is_whole {
                let day = date.time().expect("a time").local.date();
                assert_eq!(date.earliest(), Some(day), "{text}");
            }
            alone(&date, zone);
            Some(date)
        }
    }
}

/// A fault points into the text, and every date that it suggests can be read.
fn fault_holds(text: &str, fault: &DateFault, zone: Tz) {
    let place = text.get(fault.offset..fault.offset + fault.len);
    assert!(place.is_some(), "{text:?}: {fault:?}");
    assert!(!fault.hint.is_empty(), "{text:?}: {fault:?}");
    let shown = format!("{}{}", fault.message, fault.hint);
    assert!(!shown.contains(char::is_control), "{shown:?}");
    for cure in fault.hint.split('`').skip(1).step_by(2) {
        let keys = ["wording: ", "calendar: ", "status: expected", "entries:"];
        let is_key = keys.iter().any(|key| cure.starts_with(key));
        let read = EventDate::parse(cure, zone);
        assert!(is_key || read.is_ok(), "{text:?}: {}", fault.hint);
    }
}

fn alone(date: &EventDate, zone: Tz) {
    let written = date.written();
    assert_eq!(EventDate::parse(written, zone).as_ref(), Ok(date));
    let again = EventDate::parse(&date.edtf(), zone).expect("EDTF");
    assert_eq!(again.value(), date.value(), "{written}");
    assert_eq!(again.time(), date.time(), "{written}");
    assert_eq!(again.edtf(), date.edtf(), "{written}");
    let standard = EventDate::parse(date.standard(), zone).expect("a standard form");
    assert_eq!(standard.value(), date.value(), "{written}");
    if let Some((at, part)) = date.ignored() {
        assert_eq!(written.get(at..at + part.len()), Some(part));
    }

    let (earliest, latest) = (date.earliest(), date.latest());
    if let (Some(earliest), Some(latest)) = (earliest, latest) {
        assert!(earliest <= latest, "{written}");
    }
    let any = earliest.or(latest);
    assert!(any.is_none_or(|day| date.overlaps(day, day)), "{written}");
    assert!(date.is_within(date), "{written}");
    for (from, to) in date.spans() {
        assert!(
            from.is_none_or(|from| to.is_none_or(|to| from <= to)),
            "{written}"
        );
    }
    for (year, month) in date.months() {
        let first = NaiveDate::from_ymd_opt(year, u32::from(month), 1).expect("a month");
        let last = first + Months::new(1) - Days::new(1);
        assert!(date.overlaps(first, last), "{written}");
    }

    let exact = matches!(date.precision(), Precision::Day | Precision::Instant);
    assert!(date.mark() != Mark::Exact || exact, "{written}");
    assert_eq!(
        date.instant().is_some(),
        date.precision() == Precision::Instant
    );
    if exact && date.precision() == Precision::Day {
        assert_eq!(earliest, latest, "{written}");
    }
    if let Some(machine) = date.html_datetime() {
        assert!(
            machine.starts_with(|c: char| c.is_ascii_digit()),
            "{machine}"
        );
        assert!(machine.len() >= 4 && machine.is_ascii(), "{machine}");
    }
    if let Some(span) = coverage(date) {
        assert!(
            span.is_ascii() && !span.contains(['~', '?', '%', 'X']),
            "{span}"
        );
    }
    if let Some(day) = earliest {
        if let Some(begun) = day_begins(day, zone) {
            let local = begun.with_timezone(&zone).date_naive();
            assert!(local == day, "{day} begins on {local}");
        }
        for calendar in Calendar::of_year(day.year()) {
            assert!(!calendar.name().is_empty());
            let began = calendar.began(day.year());
            assert!((1800..2200).contains(&began), "{} {began}", calendar.name());
            for language in ["fa", "ar", "th-TH", "he", "en"] {
                calendar.is_of(language);
            }
        }
    }
    assert_eq!(delay(date, date), None, "{written}");
}

fn two(a: &EventDate, b: &EventDate) {
    for direction in [Direction::Oldest, Direction::Newest] {
        let key = |date, order, id| order_key(Some(date), direction, order, None, id);
        for order in [None, Some(1)] {
            let (one, other) = (key(a, order, "a"), key(b, None, "b"));
            assert_ne!(one, other);
            assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
            // Dates decide, then the written order, which comes before none, then ids.
            let rank = |date, order| order_rank(Some(date), direction, order, None);
            let dates = rank(a, None).cmp(&rank(b, None));
            let ranks = rank(a, order).cmp(&rank(b, None));
            let ordered = dates.is_eq() && order.is_some();
            let expected = if ordered { Ordering::Less } else { dates };
            assert_eq!(ranks, expected, "{a:?} {b:?}");
            assert!(ranks.is_eq() || one.cmp(&other) == ranks, "{a:?} {b:?}");
        }
    }
    let earlier = match (a.latest(), b.earliest()) {
        (Some(end), Some(start)) => end < start,
        _ => false,
    };
    let ranges = [Precision::Interval, Precision::Choice];
    if earlier && a.precision() == b.precision() && !ranges.contains(&a.precision()) {
        let key = |date, direction| order_key(Some(date), direction, None, None, "");
        assert!(
            key(a, Direction::Oldest) < key(b, Direction::Oldest),
            "{a:?} {b:?}"
        );
        assert!(
            key(a, Direction::Newest) > key(b, Direction::Newest),
            "{a:?} {b:?}"
        );
    }
    assert!(
        delay(a, b).is_none() || delay(b, a).is_none(),
        "{a:?} {b:?}"
    );
    for (from, to) in [(a, b), (b, a)] {
        let Some(shift) = shift(from, to) else {
            continue;
        };
        assert_eq!(shift.is_later(), shift.way == ShiftWay::Later);
        if let Extent::Exactly(Length::Days(days)) = shift.by {
            assert!(days > 0, "{from:?} {to:?}");
            // A date without a start is a term, and the time counts from its end.
            let known = |date: &EventDate| date.mark() == Mark::Exact || date.earliest().is_none();
            assert!(known(from) && known(to), "{from:?} {to:?}");
        }
    }
}
