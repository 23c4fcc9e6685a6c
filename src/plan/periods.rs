//! Which entries are on the page of which year and month.

use std::collections::BTreeMap;

use crate::model::entry::EntryId;
use crate::model::site::Site;

/// Entries by year and by month, newest first.
#[derive(Debug, Default)]
pub struct Periods {
    pub years: BTreeMap<i32, Vec<EntryId>>,
    /// An interval of at most a quarter is listed in each of its months.
    pub months: BTreeMap<(i32, u8), Vec<EntryId>>,
}

impl Periods {
    pub fn new(site: &Site) -> Self {
        let mut periods = Self::default();
        for id in &site.newest {
            let Some(date) = &site.entry(*id).date else {
                continue;
            };
            if let Some(year) = date.position().year {
                periods.years.entry(year).or_default().push(*id);
            }
            for month in date.months() {
                periods.months.entry(month).or_default().push(*id);
            }
        }
        periods
    }

    /// The number of entries of a year whose month is unknown.
    pub fn without_month(&self, site: &Site, year: i32) -> usize {
        let list = self.years.get(&year).map_or(&[][..], Vec::as_slice);
        list.iter()
            .filter(|id| {
                site.entry(**id)
                    .date
                    .as_ref()
                    .is_some_and(|d| d.position().month.is_none())
            })
            .count()
    }
}
