//! Entries grouped by year and month.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::context::{SHARED_LEVEL, ViewContext};
use super::date_text::Within;
use super::{Group, Html, SharedCard, Timeline, YearGroup};
use crate::content::date::DatePosition;
use crate::model::entry::EntryId;
use crate::model::timeline::{self, PeriodRun};
use crate::plan::Plan;

/// A year with more entries shows single lines; the pages of its months have the full cards.
const LONG_YEAR: usize = 100;

/// How much a card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    Full,
    /// One line, with certainty, correction and source.
    Brief,
    /// Headline, date and chips.
    Line,
}

impl ViewContext<'_> {
    /// A card for a timeline: the shared one, unless this page needs a different one.
    fn shared_card(
        &self,
        id: EntryId,
        closing: bool,
        detail: Detail,
        level: u8,
    ) -> Arc<SharedCard> {
        let within = Some(if closing { Within::Year } else { Within::Month });
        match detail {
            Detail::Line => return Arc::new(SharedCard::new(self.line(id, within), level)),
            Detail::Brief => return Arc::new(SharedCard::new(self.brief(id, within), level)),
            Detail::Full => {}
        }
        // Record it even if the card was made for another page.
        self.shows(self.site.entry(id).article);
        let make = || Arc::new(SharedCard::new(self.card(id, within), level));
        if level == SHARED_LEVEL && !closing {
            Arc::clone(self.cache.cards[id.0].get_or_init(make))
        } else {
            make()
        }
    }

    /// How much the cards on a year's page show.
    pub fn detail_of_year(entries: &[EntryId]) -> Detail {
        if entries.len() > LONG_YEAR {
            Detail::Line
        } else {
            Detail::Full
        }
    }

    /// Groups entries by year and month, keeping their order. A heading links to the page of its
    /// period, unless that page is `here`.
    ///
    /// `level` is the heading level of the entries.
    pub fn timeline(&self, entries: &[EntryId], here: &str, detail: Detail, level: u8) -> Timeline {
        self.timeline_of(entries, here, &|_| detail, level)
    }

    /// The same, where `detail` says of each entry how much its card shows.
    pub fn timeline_of(
        &self,
        entries: &[EntryId],
        here: &str,
        detail: &dyn Fn(EntryId) -> Detail,
        level: u8,
    ) -> Timeline {
        let cards = |run: &PeriodRun| {
            // Entries dated only to a decade are directly below its heading, without a month in
            // between.
            let level = level - u8::from(run.position.year.is_none());
            let shared = |id: &EntryId| self.shared_card(*id, run.is_coarse(), detail(*id), level);
            run.entries.iter().map(shared).collect()
        };
        let grouped = timeline::group(self.site, entries.iter().copied());
        let url = |route: String| Some(self.href(&route)).filter(|url| url != here);
        let mut names = BTreeSet::new();
        let mut own = |name: String| {
            let mut anchor = name.clone();
            let mut n = 2;
            while !names.insert(anchor.clone()) {
                anchor = format!("{name}-{n}");
                n += 1;
            }
            anchor
        };
        let years = grouped
            .years
            .iter()
            .map(|year| YearGroup {
                heading: year.year.map_or_else(
                    || self.coarse_label(&year.runs[0].position),
                    |y| self.messages.year(y),
                ),
                anchor: own(year
                    .year
                    .map_or_else(|| "y-earlier".to_owned(), |y| format!("y-{y}"))),
                url: year
                    .year
                    .filter(|y| self.plan.periods.years.contains_key(y))
                    .and_then(|y| url(Plan::year_route(y))),
                groups: year
                    .runs
                    .iter()
                    .map(|run| Group {
                        heading: self.run_heading(run),
                        short: self.run_short(run),
                        anchor: own(run_anchor(run)),
                        url: match (run.position.year, run.position.month) {
                            (Some(y), Some(m))
                                if !run.is_coarse()
                                    && self.plan.periods.months.contains_key(&(y, m)) =>
                            {
                                url(Plan::month_route(y, m))
                            }
                            _ => None,
                        },
                        closing: run.is_coarse(),
                        beyond: false,
                        continued: false,
                        count: run.entries.len(),
                        entries: Html(cards(run)),
                    })
                    .collect(),
            })
            .collect();
        let is_background = |id: &EntryId| self.site.entry(*id).background;
        let (background, undated): (Vec<EntryId>, Vec<EntryId>) =
            grouped.undated.iter().partition(|id| is_background(id));
        Timeline {
            years,
            undated: self.cards(&undated, None),
            background: self.cards(&background, None),
            count: self.count(entries),
        }
    }

    fn run_heading(&self, run: &PeriodRun) -> String {
        match (run.position.year, run.position.month, run.is_coarse()) {
            (Some(year), Some(month), false) => self
                .messages
                .heading(&self.messages.month_year(year, month)),
            _ => self.coarse_label(&run.position),
        }
    }

    /// "December 2025, day unknown".
    fn coarse_label(&self, position: &DatePosition) -> String {
        position
            .coarse_period()
            .map_or_else(String::new, |period| self.messages.coarse_period(&period))
    }

    fn run_short(&self, run: &PeriodRun) -> String {
        match (run.position.month, run.is_coarse()) {
            (Some(month), false) => self.messages.heading(self.messages.month_name(month)),
            _ => run
                .position
                .coarse_period()
                .map_or_else(String::new, |period| {
                    self.messages.coarse_period_of_year(&period)
                }),
        }
    }
}

fn run_anchor(run: &PeriodRun) -> String {
    let s = &run.position;
    let year = s
        .year
        .map_or_else(|| "earlier".to_owned(), |y| y.to_string());
    match (s.month, run.is_coarse()) {
        (Some(month), false) => format!("m-{year}-{month:02}"),
        (Some(month), true) => format!("m-{year}-{month:02}-closing"),
        (None, _) => format!("m-{year}-closing"),
    }
}
