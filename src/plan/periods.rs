//! Which entry stands on which year's and month's page.

use std::collections::BTreeMap;

use super::{Claim, Page, Plan};
use crate::model::entry::EntryId;
use crate::model::site::Site;

/// Entries of years and months, newest first.
#[derive(Debug, Default)]
pub struct Periods {
    pub years: BTreeMap<i32, Vec<EntryId>>,
    /// Also an interval of at most a quarter, in each of its months.
    pub months: BTreeMap<(i32, u8), Vec<EntryId>>,
}

impl Periods {
    pub(super) fn new(site: &Site) -> Self {
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

    pub(super) fn claim(&self, claims: &mut Vec<Claim>) {
        for year in self.years.keys() {
            claims.push(Claim {
                route: Plan::year_route(*year),
                page: Page::Year(*year),
                who: format!("the page of the year {year}"),
                span: None,
            });
        }
        for (year, month) in self.months.keys() {
            claims.push(Claim {
                route: Plan::month_route(*year, *month),
                page: Page::Month(*year, *month),
                who: format!("the page of the month {year}-{month:02}"),
                span: None,
            });
        }
    }

    /// Entries of a year that are known less exactly than a month.
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
