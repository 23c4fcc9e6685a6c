//! Parts that lists share: terms with counts, spans of years, the pager.

use std::cmp::Ordering;

use chrono::Datelike;

use super::context::ViewContext;
use super::date_text;
use super::{Link, MonthLink, Pager, TermView};
use crate::config::primary_subtag;
use crate::content::date::{EventDate, Mark};
use crate::messages::Collation;
use crate::model::entry::EntryId;
use crate::model::taxonomy::TermRef;
use crate::plan::{FacetList, by_year, chunk, numbered};

/// A site with fewer entries has no density strip and no popular tags, a list with fewer no index
/// of years.
pub const FEW: usize = 20;

impl ViewContext<'_> {
    /// Which of two names comes first in the language of the interface.
    pub fn alphabetical(&self, one: &str, other: &str) -> Ordering {
        match self.collation() {
            Some(collation) => collation.compare(one, other),
            None => one.cmp(other),
        }
    }

    /// Which of two letters of an index comes first; equal if the language takes both for one letter.
    pub fn by_letter(&self, one: &str, other: &str) -> Ordering {
        match self.collation() {
            Some(collation) => collation.compare_letters(one, other),
            None => one.cmp(other),
        }
    }

    /// The letter under which an index has a name; `None` if it starts with no letter.
    pub fn letter(&self, name: &str) -> Option<String> {
        self.collation()?.letter(name)
    }

    fn collation(&self) -> Option<&Collation> {
        let made = || Collation::new(self.language_of_names());
        self.cache.collation.get_or_init(made).as_ref()
    }

    /// The language of what CLDR knows, names of months and the order of names: that of the
    /// interface, with the site's region; the site's own where the interface has no words in it.
    pub fn language_of_names(&self) -> &str {
        let own = self.site.config.language.as_str();
        let interface = self.messages.language();
        match interface == "en" || primary_subtag(interface) == primary_subtag(own) {
            true => own,
            false => interface,
        }
    }

    /// The terms with an entry on a timeline, the most used first.
    pub fn ranked_terms(&self, taxonomy: usize) -> impl Iterator<Item = TermView> {
        let terms = self.by_count(taxonomy).into_iter();
        terms.take_while(|term| term.count > 0)
    }

    /// The span of all entries of a term, which each of its pages names.
    pub fn span_of_term(&self, at: TermRef) -> String {
        let span = &self.cache.spans[at.taxonomy][at.term];
        span.get_or_init(|| self.span(&self.site.term(at).entries))
            .clone()
    }

    /// The span of all entries of a list, which each of its pages names.
    pub fn span_of_list(&self, list: FacetList) -> String {
        let spans = self.cache.list_spans.get_or_init(|| {
            let lists = self.plan.facet_lists.lists.iter();
            lists.map(|(list, of)| (*list, self.span(of))).collect()
        });
        spans.get(&list).cloned().unwrap_or_default()
    }

    /// All terms, the most used first; last those that only articles without an event use.
    pub fn by_count(&self, taxonomy: usize) -> Vec<TermView> {
        let mut terms: Vec<TermRef> = self.used_terms(taxonomy);
        terms.sort_by(|a, b| self.by_use(|t| self.site.term(t).count, *a, *b));
        terms.into_iter().map(|t| self.term_view(t)).collect()
    }

    /// The order of two terms of a taxonomy by a count, the highest first; equal ones by their names,
    /// as the edition has them.
    pub fn by_use(&self, count: impl Fn(TermRef) -> usize, a: TermRef, b: TermRef) -> Ordering {
        let label = |term: TermRef| self.site.term(term).label.as_str();
        let is_titled = !self.site.config.taxonomies[a.taxonomy].titles.is_empty();
        count(b).cmp(&count(a)).then_with(|| match is_titled {
            true => self.alphabetical(label(a), label(b)).then(a.cmp(&b)),
            false => a.cmp(&b),
        })
    }

    pub fn used_terms(&self, taxonomy: usize) -> Vec<TermRef> {
        let terms = self.site.taxonomies[taxonomy].terms.iter().enumerate();
        terms
            .filter(|(_, t)| !t.entries.is_empty())
            .map(|(term, _)| TermRef { taxonomy, term })
            .collect()
    }

    pub fn term_view(&self, at: TermRef) -> TermView {
        let link = self.term_link(at);
        TermView {
            label: link.label,
            url: link.url,
            count: self.site.term(at).count,
            articles: self.site.term(at).articles,
        }
    }

    /// How many of a list are entries; the others are articles without an event.
    pub fn count(&self, entries: &[EntryId]) -> usize {
        let shown = entries
            .iter()
            .filter(|id| !self.site.entry(**id).background);
        shown.count()
    }

    /// Links to the years of a list that fits one page; empty for a short list.
    pub fn years_here(&self, entries: &[EntryId]) -> Vec<MonthLink> {
        if entries.len() < FEW {
            return Vec::new();
        }
        let years = by_year(self.site, entries);
        let link = |(year, entries): (&i32, &Vec<EntryId>)| MonthLink {
            label: self.messages.year(*year),
            url: Some(format!("#y-{year}")),
            count: self.count(entries),
            current: false,
        };
        years.iter().rev().map(link).collect()
    }

    /// The span of the dates of entries, in any order: "2023 to 2026", "2025 to the 2030s".
    pub fn span(&self, entries: &[EntryId]) -> String {
        let dates = entries
            .iter()
            .filter_map(|e| self.site.entry(*e).date.as_ref());
        let bounds = |date: &EventDate| (first_year(date), last_year(date));
        let mut ends = dates.map(|date| (bounds(date), date));
        let Some(((mut from, mut to), date)) = ends.next() else {
            return String::new();
        };
        let (mut first, mut last) = (date, date);
        for ((start, end), date) in ends {
            // Of two that begin or end alike, the less exact takes in the other.
            if start < from || start == from && is_year(first) && !is_year(date) {
                (from, first) = (start, date);
            }
            if end > to || end == to && is_year(last) && !is_year(date) {
                (to, last) = (end, date);
            }
        }
        let one = (self.bound(first, from, ""), self.bound(last, to, ""));
        if one.0 == one.1 {
            return match is_year(first) {
                true => self.messages.year_alone(from, ""),
                false => one.0,
            };
        }
        let kind = |date: &EventDate| match is_year(date) {
            true => "year",
            false => date_text::kind(date),
        };
        let asked = |end| self.messages.case("span", end, "");
        let bounds = (
            self.bound(first, from, asked("from")),
            self.bound(last, to, asked("to")),
        );
        let args = [
            ("from", (&bounds.0).into()),
            ("to", (&bounds.1).into()),
            ("from-kind", kind(first).into()),
            ("to-kind", kind(last).into()),
        ];
        self.messages.with("span", &args)
    }

    /// A bound of a span: the year, or what is written in place of one.
    fn bound(&self, date: &EventDate, year: i32, case: &str) -> String {
        match is_year(date) {
            true => self.messages.short_year(year),
            false => self.messages.long_in(date, case),
        }
    }

    /// The pager of a list. `base` is the address of the newest page.
    pub fn pager(&self, entries: &[EntryId], base: &str, page: Option<usize>) -> Option<Pager> {
        let (total, per_page) = (entries.len(), self.site.config.per_page);
        let last = numbered(total, per_page);
        if last == 0 {
            return None;
        }
        let url =
            |n: Option<usize>| n.map_or_else(|| base.to_owned(), |n| format!("{base}page/{n}/"));
        let label = |n: Option<usize>| {
            chunk(total, per_page, n).map_or_else(String::new, |r| self.span(&entries[r]))
        };
        let link = |n: Option<usize>| Link {
            label: label(n),
            url: url(n),
            rel: None,
            lang: None,
        };
        let older = match page {
            None => Some(Some(last)),
            Some(1) => None,
            Some(n) => Some(Some(n - 1)),
        };
        let newer = page.map(|n| Some(n + 1).filter(|n| *n <= last));
        // A numbered page links only to its neighbours, so that new entries do not change it.
        let all = if page.is_some() {
            Vec::new()
        } else {
            std::iter::once(None)
                .chain((1..=last).rev().map(Some))
                .map(|n| MonthLink {
                    label: label(n),
                    url: Some(url(n)),
                    count: chunk(total, per_page, n).map_or(0, |r| self.count(&entries[r])),
                    current: n == page,
                })
                .collect()
        };
        Some(Pager {
            number: page,
            newer: newer.map(link),
            older: older.map(link),
            all,
        })
    }
}

/// Whether the year of a date is known, or of its start.
fn is_year(date: &EventDate) -> bool {
    date.position().year.is_some()
}

/// The first year that the position of a date can mean.
fn first_year(date: &EventDate) -> i32 {
    let position = date.position();
    let decade = position.decade.map(|decade| decade * 10);
    let year = position.year.or(decade);
    year.unwrap_or(position.century * 100)
}

/// The last year that a date can mean; that of its start if its end is open. A winter belongs to
/// the year in which it begins.
fn last_year(date: &EventDate) -> i32 {
    let first = first_year(date);
    let one_year = is_year(date) && !matches!(date.mark(), Mark::Range);
    let latest = date.latest().filter(|_| !one_year);
    latest.map_or(first, |day| day.year().max(first))
}
