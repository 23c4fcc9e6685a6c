//! Entries under years and months.
//!
//! The order already says what closes what; here runs of entries that stand in the same period
//! are only put together.

use super::entry::EntryId;
use super::site::Site;
use crate::content::date::DatePosition;

/// Entries in their order, by period.
#[derive(Debug, Default)]
pub struct TimelineOrder {
    pub years: Vec<Year>,
    /// Without a date.
    pub undated: Vec<EntryId>,
}

/// A year, or a decade or century where no more is known.
#[derive(Debug)]
pub struct Year {
    /// None: the run closes a decade, a century, or is older than any.
    pub year: Option<i32>,
    pub runs: Vec<PeriodRun>,
}

/// Entries that stand in the same month, or close the same period.
#[derive(Debug)]
pub struct PeriodRun {
    /// Of the first of them: with a month and day, the month's own entries; with a month alone,
    /// what closes the month; with less, what closes the year.
    pub position: DatePosition,
    pub entries: Vec<EntryId>,
}

impl PeriodRun {
    /// Known less exactly than the period that it stands in.
    pub fn is_coarse(&self) -> bool {
        self.position.day.is_none()
    }
}

/// Puts entries, which are in the order of the model, under their periods.
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

/// Same month and both with a day; or the same closing group.
fn same_run(a: &DatePosition, b: &DatePosition) -> bool {
    let period = |s: &DatePosition| DatePosition {
        day: s.day.map(|_| 1),
        ..*s
    };
    period(a) == period(b)
}
