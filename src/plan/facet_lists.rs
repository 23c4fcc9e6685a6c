//! Lists besides terms and periods: by status, certainty and stance, by year of a term, by day of
//! the year. All of them work without a script.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::numbered;
use crate::config::SiteConfig;
use crate::content::date::Mark;
use crate::content::event::LifeStage;
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;

/// With fewer events whose day is known, the site has no pages for the days of the year.
const FEW_DAYS: usize = 20;

/// A value other than a term that entries share. Holds indices in the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FacetList {
    /// Only for what has not happened: what has happened is the timeline.
    Status(usize),
    Certainty(usize),
    /// Regardless of who takes it.
    Stance(usize),
}

/// What the entries of a [`FacetList`] share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FacetKind {
    Status,
    Certainty,
    Stance,
}

impl FacetKind {
    pub const ALL: [FacetKind; 3] = [FacetKind::Status, FacetKind::Certainty, FacetKind::Stance];

    /// The folder of its lists; also its id.
    pub fn folder(self) -> &'static str {
        match self {
            FacetKind::Status => "status",
            FacetKind::Certainty => "certainty",
            FacetKind::Stance => "stances",
        }
    }

    /// Route of the index of its lists: `status/index.html`.
    pub fn route(self) -> String {
        format!("{}/index.html", self.folder())
    }
}

impl FacetList {
    pub fn kind(self) -> FacetKind {
        match self {
            FacetList::Status(_) => FacetKind::Status,
            FacetList::Certainty(_) => FacetKind::Certainty,
            FacetList::Stance(_) => FacetKind::Stance,
        }
    }

    /// For example `status/expected/index.html`.
    pub fn route(self, config: &SiteConfig) -> String {
        let id = match self {
            FacetList::Status(n) => &config.statuses[n].id,
            FacetList::Certainty(n) => &config.certainties[n].id,
            FacetList::Stance(n) => &config.stances[n].id,
        };
        format!("{}/{id}/index.html", self.kind().folder())
    }
}

/// Entries by list, newest first. Lists without entries are absent.
#[derive(Debug, Default)]
pub struct FacetLists {
    /// In the configured order.
    pub lists: BTreeMap<FacetList, Vec<EntryId>>,
    /// Entries that happened on an exactly known day, by month and day. Empty if there are only a
    /// few.
    pub days: BTreeMap<(u8, u8), Vec<EntryId>>,
    /// For terms whose entries fill more than one page: their entries by year.
    pub years: HashMap<TermRef, BTreeMap<i32, YearOfTerm>>,
}

/// A year of a term that has a page for each of its years.
#[derive(Debug)]
pub struct YearOfTerm {
    /// Newest first.
    pub entries: Vec<EntryId>,
    /// How many of them are on timelines.
    pub count: usize,
}

impl FacetLists {
    /// The lists of a kind, in the order of the configuration.
    pub fn of(&self, kind: FacetKind) -> impl Iterator<Item = (FacetList, &[EntryId])> {
        let lists = self.lists.iter().map(|(list, entries)| (*list, &**entries));
        lists.filter(move |(list, _)| list.kind() == kind)
    }

    pub fn new(site: &Site) -> Self {
        let mut facet_lists = Self::default();
        for id in &site.newest {
            let entry = site.entry(*id);
            // What was called off in the event of an article is found among the cancelled.
            let is_listed =
                |status: &usize| site.config.statuses[*status].stage != LifeStage::Happened;
            let statuses = site.statuses_of(entry).filter(is_listed);
            let mut statuses: Vec<_> = statuses.map(FacetList::Status).collect();
            statuses.sort_unstable();
            statuses.dedup();
            let certainty = entry.certainty.map(FacetList::Certainty);
            let mut stances: Vec<_> = entry
                .stances
                .iter()
                .map(|s| FacetList::Stance(s.1))
                .collect();
            stances.sort_unstable();
            stances.dedup();
            for list in statuses.into_iter().chain(certainty).chain(stances) {
                facet_lists.lists.entry(list).or_default().push(*id);
            }
            let Some(date) = entry.date.as_ref().filter(|d| d.mark() == Mark::Exact) else {
                continue;
            };
            if entry.stage == LifeStage::Happened
                && let (Some(month), Some(day)) = (date.position().month, date.position().day)
            {
                facet_lists.days.entry((month, day)).or_default().push(*id);
            }
        }
        if facet_lists.days.values().map(Vec::len).sum::<usize>() < FEW_DAYS {
            facet_lists.days.clear();
        }
        for (taxonomy, of) in site.taxonomies.iter().enumerate() {
            for (term, found) in of.terms.iter().enumerate() {
                if numbered(found.entries.len(), site.config.per_page) > 0 {
                    let years = by_year(site, &found.entries).into_iter();
                    let years = years.map(|(year, entries)| {
                        let shown = entries.iter().filter(|id| !site.entry(**id).background);
                        let count = shown.count();
                        (year, YearOfTerm { entries, count })
                    });
                    let at = TermRef { taxonomy, term };
                    facet_lists.years.insert(at, years.collect());
                }
            }
        }
        facet_lists
    }
}

/// Groups entries by year; leaves out dates less exact than a year.
pub fn by_year(site: &Site, entries: &[EntryId]) -> BTreeMap<i32, Vec<EntryId>> {
    let mut years: BTreeMap<i32, Vec<EntryId>> = BTreeMap::new();
    for id in entries {
        let date = site.entry(*id).date.as_ref();
        if let Some(year) = date.and_then(|d| d.position().year) {
            years.entry(year).or_default().push(*id);
        }
    }
    years
}
