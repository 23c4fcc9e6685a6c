//! Which terms have a lane: their events, stances and expected entries drawn over time.

use std::cmp::Reverse;

use super::site::Site;
use super::taxonomy::TermRef;
use crate::content::event::LifeStage;

/// A picture has at most so many lanes.
pub const MOST_LANES: usize = 12;
/// A term without a stance has a lane from so many entries.
const ENOUGH_ENTRIES: usize = 3;
/// Lanes without a stance are compared from so many lanes.
const ENOUGH_LANES: usize = 3;

/// Whether a term has enough to show as a lane: a stance, or several entries.
pub fn has_lane(site: &Site, at: TermRef) -> bool {
    let term = site.term(at);
    site.taxonomies[at.taxonomy].config.lanes
        && (term.count >= ENOUGH_ENTRIES || takes_a_stance(site, at))
}

/// The terms of the page of lanes, that with most entries first; none if there is no such page.
pub fn of_site(site: &Site) -> Vec<TermRef> {
    let taxonomies = site.taxonomies.iter().enumerate();
    let terms = taxonomies
        .filter(|(_, of)| of.config.lanes)
        .flat_map(|(taxonomy, of)| (0..of.terms.len()).map(move |term| TermRef { taxonomy, term }));
    let mut lanes: Vec<TermRef> = terms.filter(|at| has_lane(site, *at)).collect();
    if lanes.len() < ENOUGH_LANES && !lanes.iter().any(|at| takes_a_stance(site, *at)) {
        return Vec::new();
    }
    lanes.sort_by_key(|at| (Reverse(site.term(*at).count), *at));
    lanes.truncate(MOST_LANES);
    lanes
}

/// Whether the pictures of the front page, of lanes and of what is expected have a line for today, so that
/// they are drawn every day.
pub fn draws_today(site: &Site) -> bool {
    !of_site(site).is_empty()
}

/// Whether a term took a stance in anything that happened.
pub fn takes_a_stance(site: &Site, at: TermRef) -> bool {
    let entries = site.term(at).entries.iter().map(|id| site.entry(*id));
    entries
        .filter(|entry| entry.stage == LifeStage::Happened)
        .any(|entry| {
            entry
                .stances
                .iter()
                .any(|(organisation, _)| *organisation == at)
        })
}

/// The organisations of a comparison of the configuration; `None` if one of them has no entries.
pub fn compared(site: &Site, n: usize) -> Option<Vec<TermRef>> {
    let names = site.config.compare.get(n)?.iter();
    names.map(|name| organisation(site, &name.value)).collect()
}

/// The organisation of a name, if it has entries.
pub fn organisation(site: &Site, name: &str) -> Option<TermRef> {
    let taxonomy = site.taxonomy("organisations")?;
    let term = site.taxonomies[taxonomy].find(name)?;
    let at = TermRef { taxonomy, term };
    (!site.term(at).entries.is_empty()).then_some(at)
}
