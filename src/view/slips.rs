//! How announcements slipped: the picture's data, and how late those of each organisation came true.
//!
//! Nothing is drawn here, as in [`lanes`](super::lanes).

use std::collections::BTreeMap;

use serde::Serialize;

use super::Html;
use super::context::ViewContext;
use super::drawing::{NARROW, SlipsDrawing};
use super::lane_days::{last_of, number, short_day, span};
use crate::chart::calendar::Day;
use crate::chart::slips::Axes;
use crate::chart::types::{Options, Promise};
use crate::content::date::{EventDate, Shift, shift};
use crate::content::event::LifeStage;
use crate::model::entry::{Entry, EntryId};
use crate::model::lanes::{draws_slip, draws_slips, draws_today};
use crate::model::taxonomy::TermRef;

/// A picture shows so many announcements.
const MOST: usize = 16;
/// Fewer have no median.
const ENOUGH: usize = 3;

/// How announcements slipped, as a picture for wide screens and one for narrow screens.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SlipsView {
    /// Whether the picture has all slips that have dates; else it has the latest.
    pub shows_all: bool,
    /// Organisations of which at least three announcements came true, the one with most of them first.
    pub lateness: Vec<Lateness>,
    /// The day up to which these count: "9 Dec 2025".
    pub as_of: String,
    /// Finished SVG: for wide screens.
    #[serde(skip)]
    pub wide: Html<SlipsDrawing>,
    /// Finished SVG: for narrow screens.
    #[serde(skip)]
    pub narrow: Html<()>,
}

/// How late the announcements of an organisation came true.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Lateness {
    pub label: String,
    /// Its page.
    pub url: String,
    /// How many announcements came true.
    pub count: usize,
    /// The middle one: "at least three weeks late", "on time".
    pub median: String,
}

/// An announcement that came true.
struct Kept {
    /// Days between the first date and the event; below zero if it came early.
    days: Day,
    shift: Option<Shift>,
    came: Day,
}

impl ViewContext<'_> {
    /// Slips of entries that are listed on `/expected/`; `None` if fewer than two have their dates.
    pub fn slips(&self) -> Option<SlipsView> {
        let ledger = &self.plan.ledger;
        let open = ledger.overdue.iter().chain(&ledger.upcoming);
        let ended = ledger.arrived.iter().chain(&ledger.cancelled);
        let all: Vec<&EntryId> = open.chain(ended).collect();
        if !draws_slips(self.site, all.iter().map(|id| **id)) {
            return None;
        }
        let promises = all.into_iter().filter(|id| draws_slip(self.site, **id));
        let mut langs = BTreeMap::new();
        let mut promises: Vec<Promise> = promises
            .filter_map(|id| {
                let promise = self.promise_of(*id)?;
                if let Some(lang) = self.article_lang(self.site.entry(*id).article) {
                    langs.insert(promise.href.clone(), lang);
                }
                Some(promise)
            })
            .collect();
        let said = |promise: &Promise| promise.targets.iter().filter_map(|t| t.said).max();
        promises.sort_by_key(|promise| (!promise.is_open(), std::cmp::Reverse(said(promise))));
        let shows_all = promises.len() <= MOST;
        promises.truncate(MOST);
        let today = number(self.site.today);
        let shows_today = draws_today(self.site);
        let today_line = shows_today.then_some(today);
        let wide = self.picture("dl:slips-w", last_of(&promises, today), today_line);
        let narrow = Options {
            id: "dl:slips-n".to_owned(),
            width: NARROW,
            ..wide.clone()
        };
        let say = |id: &'static str| self.messages.say(id).to_owned();
        let (lateness, last) = self.lateness();
        Some(SlipsView {
            shows_all,
            as_of: last
                .and_then(|day| short_day(self.messages, day))
                .unwrap_or_default(),
            lateness,
            wide: Html(SlipsDrawing {
                title: say("slips-title"),
                about: say("slips-dek"),
                promises,
                langs,
                axes: Axes {
                    said: say("slips-said"),
                    target: say("slips-target"),
                    due: say("slips-due"),
                },
                wide: Some(wide),
                narrow: Some(narrow),
            }),
            narrow: Html(()),
        })
    }

    fn promise_of(&self, id: EntryId) -> Option<Promise> {
        let entry = self.site.entry(id);
        let event = entry.folded_into.map(|event| self.site.entry(event));
        self.lane_promise(entry, event, "")
    }

    /// Of each organisation with at least [`ENOUGH`] announcements that came true, the median; and the day
    /// on which the last of them did.
    fn lateness(&self) -> (Vec<Lateness>, Option<Day>) {
        let Some(taxonomy) = self.site.taxonomy("organisations") else {
            return (Vec::new(), None);
        };
        let mut last = None;
        let mut all: Vec<Lateness> = Vec::new();
        for term in 0..self.site.taxonomies[taxonomy].terms.len() {
            let at = TermRef { taxonomy, term };
            let entries = self.site.term(at).entries.iter();
            let entries = entries.map(|id| self.site.entry(*id));
            let mut kept: Vec<Kept> = entries
                .filter(|entry| !entry.background)
                .flat_map(|entry| self.kept(entry))
                .collect();
            if kept.len() < ENOUGH {
                continue;
            }
            kept.sort_by_key(|kept| kept.days);
            last = last.max(kept.iter().map(|kept| kept.came).max());
            let middle = &kept[(kept.len() - 1) / 2];
            let link = self.term_link(at);
            all.push(Lateness {
                label: link.label,
                url: link.url,
                count: kept.len(),
                median: match middle.shift {
                    Some(shift) => self.messages.punctuality(shift),
                    None => self.messages.say("promise-kept").to_owned(),
                },
            });
        }
        all.sort_by_key(|lateness| std::cmp::Reverse(lateness.count));
        (all, last)
    }

    /// The announcements that an event fulfils: its own, and those that are told with it.
    fn kept(&self, event: &Entry) -> Vec<Kept> {
        let Some(date) = event.date.as_ref() else {
            return Vec::new();
        };
        if event.stage != LifeStage::Happened {
            return Vec::new();
        }
        let own = (event.history.len() > 1).then_some(event);
        let folded = event.folded.iter().map(|id| self.site.entry(*id));
        own.into_iter()
            .chain(folded)
            .filter_map(|entry| {
                let (first, _) = *entry.announced().first()?;
                kept(first, date)
            })
            .collect()
    }
}

fn kept(first: &EventDate, date: &EventDate) -> Option<Kept> {
    let (target, came) = (span(first)?, span(date)?);
    let shift = shift(first, date);
    let days = match shift {
        Some(shift) if shift.is_later() => came.end.saturating_sub(target.end),
        Some(_) => came.start.saturating_sub(target.start).min(-1),
        None => 0,
    };
    Some(Kept {
        days,
        shift,
        came: came.end,
    })
}
