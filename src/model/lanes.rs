//! Which terms have a lane: their events, stances and expected entries drawn over time.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::entry::{Entry, EntryId, Statement, StatementKind};
use super::site::Site;
use super::taxonomy::TermRef;
use crate::content::date::EventDate;
use crate::content::event::LifeStage;

/// A picture has at most so many lanes.
pub const MOST_LANES: usize = 12;
/// A term without a stance has a lane from so many entries.
const ENOUGH_ENTRIES: usize = 3;
/// Lanes without a stance are compared from so many lanes.
const ENOUGH_LANES: usize = 3;
/// Fewer events of a storyline are no picture: the list says all.
const ENOUGH_EVENTS: usize = 3;
/// Fewer slips are no picture: the ledger says all.
const ENOUGH_SLIPS: usize = 2;

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

/// Whether enough of a storyline happened on known dates to be drawn.
pub fn draws_story(site: &Site, n: usize) -> bool {
    let entries = site.storylines.stories[n].entries.iter();
    let is_event = |entry: &&Entry| {
        let has_end = entry.date.as_ref().is_some_and(has_end);
        !entry.background && entry.stage == LifeStage::Happened && has_end
    };
    let events = entries.map(|id| site.entry(*id)).filter(is_event);
    events.count() >= ENOUGH_EVENTS
}

/// Whether enough of these entries slipped to be drawn.
pub fn draws_slips(site: &Site, entries: impl Iterator<Item = EntryId>) -> bool {
    let drawn = entries.filter(|id| draws_slip(site, *id));
    drawn.take(ENOUGH_SLIPS).count() == ENOUGH_SLIPS
}

/// Whether it slipped, one of its targets has a date and the day on which it was given, and what became of it
/// has a date.
pub fn draws_slip(site: &Site, id: EntryId) -> bool {
    let entry = site.entry(id);
    if entry.slips() == 0 && !entry.happened_late() {
        return false;
    }
    let announced = entry.announced();
    let mut targets = announced
        .iter()
        .filter(|(_, said)| said.cancelled.is_none());
    let is_placed = targets.any(|(date, said)| has_end(date) && day_said(site, said).is_some());
    let event = entry.folded_into.map(|event| site.entry(event));
    let date = event.unwrap_or(entry).date.as_ref();
    let has_ended = match entry.stage {
        LifeStage::Expected if event.is_none() => true,
        LifeStage::Cancelled => {
            let said = entry.in_force();
            let told = said.and_then(|said| said.cancelled.as_ref().or(said.on.as_ref()));
            let date = event.and_then(|event| event.date.as_ref()).or(told);
            let by = said.map_or(entry.article, |said| said.attribution.article);
            date.is_some_and(has_end) || site.article(by).published().is_some()
        }
        _ if event.is_none() && !entry.happened_late() => false,
        _ => date.is_some_and(has_end),
    };
    is_placed && has_ended
}

/// The day on which something was said, if it is known.
pub fn day_said(site: &Site, said: &Statement) -> Option<NaiveDate> {
    let on = said.on.as_ref().and_then(EventDate::earliest);
    let by = site.article(said.attribution.article);
    let published = || {
        let own = said.kind != StatementKind::Slip;
        let published = by.published().filter(|_| own)?;
        Some(published.day(site.config.timezone))
    };
    on.or_else(published)
}

fn has_end(date: &EventDate) -> bool {
    date.earliest().or(date.latest()).is_some()
}
