//! What readers choose besides terms and periods: statuses, certainties, stances, a term's years,
//! the days of the year, what is new here. All of it works without a script.

use std::collections::{BTreeMap, HashMap};

use super::{Claim, Page, Plan, numbered};
use crate::config::{LifeStage, SiteConfig};
use crate::model::date::Mark;
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;

/// With fewer events whose day is known, no page says what happened on a day of the year.
const FEW_DAYS: usize = 20;

/// A word that entries share and that is no term. Indices in the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FacetList {
    /// Only of what has not happened: what has is the timeline.
    Status(usize),
    Certainty(usize),
    /// Whoever takes it.
    Stance(usize),
}

impl FacetList {
    /// `status/expected/index.html`.
    pub fn route(self, config: &SiteConfig) -> String {
        let (folder, id) = match self {
            FacetList::Status(n) => ("status", &config.statuses[n].id),
            FacetList::Certainty(n) => ("certainty", &config.certainties[n].id),
            FacetList::Stance(n) => ("stances", &config.stances[n].id),
        };
        format!("{folder}/{id}/index.html")
    }
}

/// Entries by what readers may choose, newest first; nothing without entries.
#[derive(Debug, Default)]
pub struct FacetLists {
    /// In the order of the configuration.
    pub lists: BTreeMap<FacetList, Vec<EntryId>>,
    /// Of what happened and whose day is known exactly: by month and day. Empty where it is
    /// little.
    pub days: BTreeMap<(u8, u8), Vec<EntryId>>,
    /// Of terms whose entries fill more than a page: by year.
    pub years: HashMap<TermRef, BTreeMap<i32, Vec<EntryId>>>,
}

impl FacetLists {
    pub(super) fn new(site: &Site) -> Self {
        let mut facet_lists = Self::default();
        for id in &site.newest {
            let entry = site.entry(*id);
            let status =
                (entry.stage != LifeStage::Happened).then_some(FacetList::Status(entry.status));
            let certainty = entry.certainty.map(FacetList::Certainty);
            let mut stances: Vec<_> = entry
                .stances
                .iter()
                .map(|s| FacetList::Stance(s.1))
                .collect();
            stances.sort_unstable();
            stances.dedup();
            for list in status.into_iter().chain(certainty).chain(stances) {
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
                    let years = by_year(site, &found.entries);
                    facet_lists.years.insert(TermRef { taxonomy, term }, years);
                }
            }
        }
        facet_lists
    }

    /// A list whose place an article or a page of the site's own has is not made.
    pub(super) fn claim(&self, site: &Site, claims: &mut Vec<Claim>) {
        let taken = |route: &str| claims.iter().any(|claim| claim.route == route);
        let days = !self.days.is_empty() && !taken(Plan::DAYS);
        // The front page shows the first of them.
        let few = site.config.front_page.just_published;
        let new = site.published.len() > few && !taken(Plan::NEW);
        let mut add = |route: String, page: Page, who: String| {
            claims.push(Claim {
                route,
                page,
                who,
                span: None,
            });
        };
        for (list, entries) in &self.lists {
            let route = list.route(&site.config);
            let folder = Plan::address(&route).to_owned();
            let who = format!("the list {}", folder.trim_end_matches('/'));
            for page in 1..=numbered(entries.len(), site.config.per_page) {
                let numbered = Page::FacetList {
                    list: *list,
                    page: Some(page),
                };
                add(
                    format!("{folder}page/{page}/index.html"),
                    numbered,
                    who.clone(),
                );
            }
            let newest = Page::FacetList {
                list: *list,
                page: None,
            };
            add(route, newest, who);
        }
        for (term, years) in &self.years {
            for year in years.keys() {
                add(
                    Plan::term_year_route(site, *term, *year),
                    Page::TermYear(*term, *year),
                    format!("the page of `{}` in {year}", site.term(*term).label),
                );
            }
        }
        if days {
            let who = "the list of the days of the year";
            add(Plan::DAYS.to_owned(), Page::Days, who.to_owned());
        }
        for (month, day) in self.days.keys() {
            add(
                Plan::day_route(*month, *day),
                Page::Day(*month, *day),
                format!("the page of every {month:02}-{day:02}"),
            );
        }
        if new {
            add(
                Plan::NEW.to_owned(),
                Page::New,
                "the list of what is new".to_owned(),
            );
        }
    }
}

impl Plan {
    /// Route of the list of days.
    pub const DAYS: &str = "on-this-day/index.html";
    /// Route of the list of what was published last.
    pub const NEW: &str = "new/index.html";

    /// `on-this-day/12-09/index.html`.
    pub fn day_route(month: u8, day: u8) -> String {
        format!("on-this-day/{month:02}-{day:02}/index.html")
    }

    /// `organisations/meta/2025/index.html`.
    pub fn term_year_route(site: &Site, term: TermRef, year: i32) -> String {
        let route = Plan::term_route(site, term);
        format!("{}{}", Plan::address(&route), Plan::year_route(year))
    }
}

/// Entries under the years in which they stand; what is known less exactly is left out.
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
