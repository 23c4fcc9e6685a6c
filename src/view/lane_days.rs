//! Dates as the days of a picture: what an entry spans, where a picture begins, up to when it goes.

use chrono::{Datelike, NaiveDate};

use super::lanes::LanesForm;
use crate::chart::calendar::{Day, civil, day};
use crate::chart::types as chart;
use crate::chart::types::{Lane, Outcome, Span};
use crate::content::date::{EventDate, Precision};
use crate::messages::Messages;

/// A picture with more marks begins later.
const MOST_MARKS: usize = 3_000;

/// Where a picture begins whose first marks are few and far from the others, or that has too many.
/// What is earlier is on the pages of the terms.
pub(super) fn first_day(lanes: &[Lane], form: LanesForm) -> Option<Day> {
    let marks = lanes.iter().flat_map(|lane| &lane.marks);
    let mut starts: Vec<Day> = marks.map(|mark| mark.span.start).collect();
    starts.sort_unstable();
    let (first, last) = (*starts.first()?, *starts.last()?);
    let few = match form {
        LanesForm::Compact => starts.len() / 5,
        _ => starts.len() / 10,
    };
    let too_many = starts.len().saturating_sub(MOST_MARKS);
    let few = few.max(too_many);
    let (year, month, _) = civil(starts[few]);
    let from = day(year, 1, 1);
    if too_many > 0 {
        // A year may have too many by itself, and so may a month.
        let is_bounded = |from: &Day| {
            let earlier = starts.partition_point(|start| start < from);
            starts.len() - earlier <= MOST_MARKS + MOST_MARKS / 2
        };
        let begins = [from, day(year, month, 1)];
        return Some(begins.into_iter().find(is_bounded).unwrap_or(starts[few]));
    }
    let saves = (from - first) * 4 >= last - first;
    saves.then_some(from)
}

/// The last day on which something happened or was said.
pub(super) fn last_change(lanes: &[Lane], today: Day) -> Day {
    let facts = lanes.iter().flat_map(|lane| {
        let marks = lane.marks.iter().flat_map(|m| [m.span.start, m.span.end]);
        let changes = lane.changes.iter().flat_map(|c| [c.span.start, c.span.end]);
        marks.chain(changes).chain(days_of(&lane.promises))
    });
    latest(facts.collect(), today)
}

/// The last day on which an announcement was made or something came of one.
pub(super) fn last_of(promises: &[chart::Promise], today: Day) -> Day {
    latest(days_of(promises).collect(), today)
}

/// The days on which announcements were made, or something came of them.
fn days_of(promises: &[chart::Promise]) -> impl Iterator<Item = Day> {
    let targets = promises.iter().flat_map(|p| &p.targets);
    let ends = promises.iter().filter_map(|p| match p.outcome {
        Outcome::Happened(span) | Outcome::Cancelled(span) => Some(span.end),
        _ => None,
    });
    targets.filter_map(|target| target.said).chain(ends)
}

/// The last day that is not to come; else the first.
fn latest(days: Vec<Day>, today: Day) -> Day {
    let past = days.iter().copied().filter(|day| *day <= today).max();
    past.or(days.into_iter().min()).unwrap_or(today)
}

/// A date as days of a picture; `None` if it has no end at all.
pub(super) fn span(date: &EventDate) -> Option<Span> {
    let (earliest, latest) = (date.earliest().map(number), date.latest().map(number));
    let start = earliest.or(latest)?;
    Some(Span {
        start,
        end: latest.unwrap_or(start).max(start),
        precision: match date.precision() {
            Precision::Instant | Precision::Day => chart::Precision::Day,
            Precision::Interval if earliest.is_some() && latest.is_some() => {
                chart::Precision::Range
            }
            Precision::Interval | Precision::Choice => chart::Precision::Choice,
            _ => chart::Precision::Period,
        },
        about: date.is_approximate() || date.is_uncertain(),
        open_start: earliest.is_none(),
        open_end: latest.is_none(),
    })
}

pub(super) fn number(date: NaiveDate) -> Day {
    day(date.year(), date.month(), date.day())
}

/// "9 Dec 2025".
pub(super) fn short_day(messages: &Messages, at: Day) -> Option<String> {
    Some(messages.short(&of_day(at)?))
}

pub(super) fn of_day(at: Day) -> Option<EventDate> {
    let (year, month, date) = civil(at);
    let written = format!("{year:04}-{month:02}-{date:02}");
    EventDate::parse(&written, chrono_tz::UTC).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::types::Status;

    fn lane(days: impl Iterator<Item = Day>) -> Lane {
        let mark = |at| chart::Mark {
            id: String::new(),
            href: String::new(),
            label: String::new(),
            title: String::new(),
            when: String::new(),
            span: Span::day(at),
            status: Status::Happened,
            importance: 3,
        };
        Lane {
            marks: days.map(mark).collect(),
            ..Lane::default()
        }
    }

    #[test]
    fn a_picture_of_very_many_marks_begins_at_a_year_a_month_or_a_day() {
        let shown = |lanes: &[Lane]| {
            let from = first_day(lanes, LanesForm::Page);
            let marks = lanes.iter().flat_map(|lane| &lane.marks);
            let later = marks.filter(|mark| from.is_none_or(|from| mark.span.start >= from));
            (from, later.count())
        };
        let end = day(2025, 12, 31);
        // Twelve lanes of 100,000 entries in all: in 20 years, in the last year, in the last month, on one day.
        for (length, begins) in [(7_300, day(2025, 1, 1)), (364, day(2025, 12, 1))] {
            let all: Vec<Lane> = (0..12)
                .map(|n| lane((0..8_333).map(|m| end - (m * 12 + n) % length)))
                .collect();
            let (from, count) = shown(&all);
            assert!(
                from.is_some_and(|from| from >= begins),
                "{length}: {from:?}"
            );
            assert!(count <= MOST_MARKS * 3 / 2, "{length}: {count}");
        }
        let month: Vec<Lane> = vec![lane((0..100_000).map(|n| end - n % 31))];
        let (from, count) = shown(&month);
        assert!(from == Some(end) && count < 4_000, "{from:?}, {count}");
        assert_eq!(shown(&[lane((0..900).map(|n| end - n))]), (None, 900));
    }
}
