//! Entries grouped by year and month.
//!
//! Sorting has put every entry next to those of its period; here neighbours are joined into runs.

use super::entry::EntryId;
use super::site::Site;
use crate::content::date::DatePosition;

/// Entries in their order, grouped by period.
#[derive(Debug, Default)]
pub struct TimelineOrder {
    pub years: Vec<Year>,
    /// Entries without a date.
    pub undated: Vec<EntryId>,
}

/// The entries of a year, or those of which only the decade or century is known.
#[derive(Debug)]
pub struct Year {
    /// None where the entries close a decade or a century, or are older than any.
    pub year: Option<i32>,
    pub runs: Vec<PeriodRun>,
}

/// Neighbouring entries of the same month, or that close the same period.
#[derive(Debug)]
pub struct PeriodRun {
    /// The position of the first entry. With a day, these are entries of a month; with a month
    /// alone, those that close it; with less, those that close the year.
    pub position: DatePosition,
    pub entries: Vec<EntryId>,
}

impl PeriodRun {
    /// Whether the dates are less exact than a day: the run closes its period.
    pub fn is_coarse(&self) -> bool {
        self.position.day.is_none()
    }
}

/// Groups entries, which must be sorted in either direction, by period. Their order is kept.
pub fn group(site: &Site, entries: impl IntoIterator<Item = EntryId>) -> TimelineOrder {
    let mut timeline = TimelineOrder::default();
    for id in entries {
        let Some(date) = &site.entry(id).date else {
            timeline.undated.push(id);
            continue;
        };
        let position = date.position();
        let new_year = timeline.years.last().is_none_or(|y| {
            y.year != position.year
                || (position.year.is_none() && !same_run(&y.runs[0].position, &position))
        });
        if new_year {
            timeline.years.push(Year {
                year: position.year,
                runs: Vec::new(),
            });
        }
        let runs = &mut timeline.years.last_mut().expect("just pushed").runs;
        match runs
            .last_mut()
            .filter(|run| same_run(&run.position, &position))
        {
            Some(run) => run.entries.push(id),
            None => runs.push(PeriodRun {
                position,
                entries: vec![id],
            }),
        }
    }
    timeline
}

/// Whether both are days of the same month, or close the same period.
fn same_run(a: &DatePosition, b: &DatePosition) -> bool {
    let period = |s: &DatePosition| DatePosition {
        day: s.day.map(|_| 1),
        ..*s
    };
    period(a) == period(b)
}
