//! Entries over time as one row of bars: the picture's data and its links.
//!
//! Nothing is drawn here, as in [`lanes`](super::lanes).

use std::collections::BTreeSet;

use serde::Serialize;

use super::Html;
use super::context::ViewContext;
use super::drawing::{DensityDrawing, NARROW};
use super::lane_days::{number, span};
use crate::chart::calendar::{Day, day};
use crate::chart::density::{self, Period};
use crate::chart::types::Options;
use crate::content::event::LifeStage;
use crate::model::entry::EntryId;
use crate::model::lanes::draws_today;
use crate::model::taxonomy::TermRef;
use crate::plan::{Plan, by_year};

/// Width of the picture for wide columns, in pixels.
const WIDE: f64 = 720.0;
/// Fewer dated entries are no row of bars.
const ENOUGH: usize = 5;

/// Entries over time as one row of bars, for wide columns and for narrow ones.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DensityView {
    /// Whether it has bars for what is expected.
    pub has_expected: bool,
    /// Whether it leads to its years or months.
    pub has_links: bool,
    /// Whether some of these are too narrow for a link.
    pub is_crowded: bool,
    /// Finished SVG: for wide columns.
    #[serde(skip)]
    pub wide: Html<DensityDrawing>,
    /// Finished SVG: for narrow columns.
    #[serde(skip)]
    pub narrow: Html<()>,
}

impl ViewContext<'_> {
    /// All entries; its years are links. `shows_today`: with a line for today, if the pictures of this site
    /// are drawn every day.
    pub fn density_of_site(&self, shows_today: bool) -> Option<DensityView> {
        let years = self.plan.periods.years.iter();
        let periods = years.map(|(year, entries)| {
            let href = self.href(&Plan::year_route(*year));
            self.year_period(*year, entries, href)
        });
        self.density(
            &self.site.newest,
            periods.collect(),
            None,
            shows_today && draws_today(self.site),
        )
    }

    /// The entries of a year; its months are links.
    pub fn density_of_year(&self, year: i32, entries: &[EntryId]) -> Option<DensityView> {
        let months = self.plan.periods.months.range((year, 1)..=(year, 12));
        let periods = months.map(|((_, month), entries)| {
            let name = self.messages.month_name(*month);
            let first = day(year, u32::from(*month), 1);
            let next = match month {
                12 => day(year + 1, 1, 1),
                _ => day(year, u32::from(*month) + 1, 1),
            };
            Period {
                start: first,
                end: next - 1,
                title: self.counted(&self.messages.heading(name), entries),
                href: self.href(&Plan::month_route(year, *month)),
                current: false,
            }
        });
        let bounds = (day(year, 1, 1), day(year, 12, 31));
        self.density(entries, periods.collect(), Some(bounds), false)
    }

    /// The entries of a term; its years are links if they have pages or the page has an index of them.
    pub fn density_of_term(&self, at: TermRef) -> Option<DensityView> {
        let entries = &self.site.term(at).entries;
        let periods = match self.plan.facet_lists.years.get(&at) {
            Some(years) => years
                .iter()
                .map(|(year, of)| {
                    let href = self.href(&Plan::term_year_route(self.site, at, *year));
                    self.year_period(*year, &of.entries, href)
                })
                .collect(),
            None if self.years_here(entries).is_empty() => Vec::new(),
            None => by_year(self.site, entries)
                .iter()
                .map(|(year, of)| self.year_period(*year, of, format!("#y-{year}")))
                .collect(),
        };
        self.density(entries, periods, None, false)
    }

    /// The entries of a storyline.
    pub fn density_of_story(&self, entries: &[EntryId]) -> Option<DensityView> {
        self.density(entries, Vec::new(), None, false)
    }

    /// The entries of some terms, as far as the lanes of these go; a script lets readers choose a time in it.
    pub fn density_of_lanes(&self, terms: &[TermRef], shows_today: bool) -> Option<DensityView> {
        let all = terms.iter().flat_map(|at| &self.site.term(*at).entries);
        let all: BTreeSet<EntryId> = all.copied().collect();
        let all: Vec<EntryId> = all.into_iter().collect();
        let mut view = self.density(&all, Vec::new(), None, shows_today)?;
        let drawing = &mut view.wide.0;
        for options in [&mut drawing.wide, &mut drawing.narrow]
            .into_iter()
            .flatten()
        {
            options.zoomable = true;
        }
        Some(view)
    }

    fn year_period(&self, year: i32, entries: &[EntryId], href: String) -> Period {
        Period {
            start: day(year, 1, 1),
            end: day(year, 12, 31),
            title: self.counted(&self.messages.year(year), entries),
            href,
            current: false,
        }
    }

    /// "2024: 64 entries".
    fn counted(&self, period: &str, entries: &[EntryId]) -> String {
        let count = self.count(entries);
        let entries = self.messages.with("entries", &[("count", count.into())]);
        format!("{period}{}{entries}", self.messages.say("chart-colon"))
    }

    /// `bounds`: first and last day of the axis, if it is not as long as the entries go. Without
    /// today, the row depends on nothing but its entries.
    fn density(
        &self,
        entries: &[EntryId],
        periods: Vec<Period>,
        bounds: Option<(Day, Day)>,
        shows_today: bool,
    ) -> Option<DensityView> {
        let facts: Vec<(Day, Day, u8, bool)> =
            entries.iter().filter_map(|id| self.fact(*id)).collect();
        if facts.len() < ENOUGH {
            return None;
        }
        let happened = facts.iter().filter(|(.., expected)| !expected);
        let last = happened.map(|(_, end, ..)| *end).max();
        let today = number(self.site.today);
        let as_of = last.or(facts.iter().map(|(start, ..)| *start).min())?;
        let wide = Options {
            width: WIDE,
            from: bounds.map(|(from, _)| from),
            to: bounds.map(|(_, to)| to),
            // Its line for today has no words.
            words: self.axis_words(false),
            ..self.picture("dl:row-w", as_of, shows_today.then_some(today))
        };
        let narrow = Options {
            id: "dl:row-n".to_owned(),
            width: NARROW,
            ..wide.clone()
        };
        let drawing = DensityDrawing {
            title: self.messages.say("density-title").to_owned(),
            facts,
            periods,
            wide: Some(wide),
            narrow: None,
        };
        let facts = drawing.facts();
        let linked = |options: &Options| {
            let scale = density::scale_for(&facts, options);
            let periods = drawing.periods.iter();
            periods.filter(|p| density::is_linked(p, &scale)).count()
        };
        Some(DensityView {
            has_expected: facts.iter().any(|fact| fact.expected),
            has_links: drawing.wide.as_ref().is_some_and(|wide| linked(wide) > 0),
            is_crowded: linked(&narrow) < drawing.periods.len(),
            wide: Html(DensityDrawing {
                narrow: Some(narrow),
                ..drawing
            }),
            narrow: Html(()),
        })
    }

    /// An entry as the row shows it; none of what was cancelled, of background and without a date.
    fn fact(&self, id: EntryId) -> Option<(Day, Day, u8, bool)> {
        let entry = self.site.entry(id);
        if entry.background || entry.stage == LifeStage::Cancelled {
            return None;
        }
        let span = span(entry.date.as_ref()?)?;
        let expected = entry.stage == LifeStage::Expected;
        Some((span.start, span.end, entry.importance, expected))
    }
}
