//! Expected entries, and past expectations with their outcome.

use crate::content::event::LifeStage;
use crate::model::entry::EntryId;
use crate::model::site::Site;

/// Entries of `/expected/`.
#[derive(Debug, Default)]
pub struct ExpectedEntries {
    /// Soonest first.
    pub upcoming: Vec<EntryId>,
    /// Longest overdue first.
    pub overdue: Vec<EntryId>,
    /// Latest first.
    pub cancelled: Vec<EntryId>,
    /// Happened after at least one slip, latest first.
    pub arrived: Vec<EntryId>,
}

impl ExpectedEntries {
    pub fn new(site: &Site) -> Self {
        let mut ledger = Self::default();
        for id in &site.oldest {
            let entry = site.entry(*id);
            if entry.stage == LifeStage::Expected {
                if entry.overdue(site.today) {
                    ledger.overdue.push(*id);
                } else {
                    ledger.upcoming.push(*id);
                }
            }
        }
        for id in &site.newest {
            let entry = site.entry(*id);
            match entry.stage {
                LifeStage::Cancelled => ledger.cancelled.push(*id),
                LifeStage::Happened if entry.slips() > 0 => ledger.arrived.push(*id),
                _ => {}
            }
        }
        ledger
    }

    pub fn is_empty(&self) -> bool {
        self.upcoming.is_empty()
            && self.overdue.is_empty()
            && self.cancelled.is_empty()
            && self.arrived.is_empty()
    }
}
