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
    /// Happened late, or after at least one slip; latest first.
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
        let mut ended: Vec<EntryId> = site.newest.clone();
        // Lists tell these in the event of an article; here they stand with their history.
        let folded = site.entries.iter().enumerate();
        let folded = folded.filter(|(_, entry)| {
            let told = entry.folded_into.map(|own| site.entry(own).stage);
            told.is_some_and(|told| told != LifeStage::Cancelled)
        });
        ended.extend(folded.map(|(n, _)| EntryId(n)));
        if ended.len() > site.newest.len() {
            ended.sort_by_key(|id| site.rank_newest(*id));
        }
        for id in ended {
            let entry = site.entry(id);
            match entry.stage {
                LifeStage::Cancelled => ledger.cancelled.push(id),
                LifeStage::Happened if entry.happened_late() => ledger.arrived.push(id),
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
