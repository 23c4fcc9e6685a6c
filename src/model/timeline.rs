//! Entries under years and months.
//!
//! The order already says what closes what; here runs of entries that stand in the same period
//! are only put together.

use super::date::Standing;
use super::entry::EntryId;
use super::site::Site;

/// Entries in their order, by period.
#[derive(Debug, Default)]
pub struct Timeline {
    pub years: Vec<Year>,
    /// Without a date.
    pub undated: Vec<EntryId>,
}

/// A year, or a decade or century where no more is known.
#[derive(Debug)]
pub struct Year {
    /// None: the run closes a decade, a century, or is older than any.
    pub year: Option<i32>,
    pub runs: Vec<Run>,
}

/// Entries that stand in the same month, or close the same period.
#[derive(Debug)]
pub struct Run {
    /// Of the first of them: with a month and day, the month's own entries; with a month alone,
    /// what closes the month; with less, what closes the year.
    pub standing: Standing,
    pub entries: Vec<EntryId>,
}

impl Run {
    /// Known less exactly than the period that it stands in.
    pub fn closing(&self) -> bool {
        self.standing.day.is_none()
    }
}

/// Puts entries, which are in the order of the model, under their periods.
pub fn group(site: &Site, entries: impl IntoIterator<Item = EntryId>) -> Timeline {
    let mut timeline = Timeline::default();
    for id in entries {
        let Some(date) = &site.entry(id).date else {
            timeline.undated.push(id);
            continue;
        };
        let standing = date.standing();
        let new_year = timeline.years.last().is_none_or(|y| {
            y.year != standing.year
                || (standing.year.is_none() && !same_run(&y.runs[0].standing, &standing))
        });
        if new_year {
            timeline.years.push(Year {
                year: standing.year,
                runs: Vec::new(),
            });
        }
        let runs = &mut timeline.years.last_mut().expect("just pushed").runs;
        match runs
            .last_mut()
            .filter(|run| same_run(&run.standing, &standing))
        {
            Some(run) => run.entries.push(id),
            None => runs.push(Run {
                standing,
                entries: vec![id],
            }),
        }
    }
    timeline
}

/// Same month and both with a day; or the same closing group.
fn same_run(a: &Standing, b: &Standing) -> bool {
    let period = |s: &Standing| Standing {
        day: s.day.map(|_| 1),
        ..*s
    };
    period(a) == period(b)
}
