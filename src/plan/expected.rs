//! Expected entries, and past expectations with their outcome.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Plan;
use crate::content::date::EventDate;
use crate::content::event::LifeStage;
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;

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
    /// All of them with the same term, in the order of the fields.
    of_terms: BTreeMap<TermRef, Vec<EntryId>>,
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
        // Timelines put what is dated less exactly at the end of its month or year; here it counts when it falls due.
        let due = |id: &EntryId| {
            let date = site.entry(*id).date.as_ref();
            let of = |end: fn(&EventDate) -> Option<NaiveDate>| {
                date.and_then(end).unwrap_or(NaiveDate::MAX)
            };
            (of(EventDate::latest), of(EventDate::earliest))
        };
        ledger.upcoming.sort_by_key(due);
        ledger.overdue.sort_by_key(due);
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
        let mut of_terms: BTreeMap<TermRef, Vec<EntryId>> = BTreeMap::new();
        for id in ledger.all() {
            for term in &site.entry(id).terms {
                of_terms.entry(*term).or_default().push(id);
            }
        }
        ledger.of_terms = of_terms;
        ledger
    }

    /// All of them, in the order of the fields.
    pub fn all(&self) -> impl Iterator<Item = EntryId> {
        let lists = [
            &self.upcoming,
            &self.overdue,
            &self.cancelled,
            &self.arrived,
        ];
        lists.into_iter().flatten().copied()
    }

    /// Those with a term, in the order of the fields.
    pub fn of_term(&self, term: TermRef) -> &[EntryId] {
        self.of_terms.get(&term).map_or(&[], Vec::as_slice)
    }

    /// Whether a term has a calendar of its own: one that has files of its own, and with which anything of this
    /// is about.
    pub fn has_calendar(&self, site: &Site, term: TermRef) -> bool {
        site.config.features.calendars
            && !self.of_term(term).is_empty()
            && Plan::has_outputs(site, term)
    }

    pub fn is_empty(&self) -> bool {
        self.upcoming.is_empty()
            && self.overdue.is_empty()
            && self.cancelled.is_empty()
            && self.arrived.is_empty()
    }
}
