//! Parts that lists share: terms with counts, spans of years, the pager.

use super::context::ViewContext;
use super::{Link, MonthLink, Pager, TermView};
use crate::model::entry::EntryId;
use crate::model::taxonomy::TermRef;
use crate::plan::{by_year, chunk, numbered};

/// A site with fewer entries has no density strip and no popular tags, a list with fewer no index
/// of years.
pub const FEW: usize = 20;

impl ViewContext<'_> {
    pub fn by_count(&self, taxonomy: usize) -> Vec<TermView> {
        let mut terms: Vec<TermRef> = self.used_terms(taxonomy);
        terms.sort_by_key(|t| (std::cmp::Reverse(self.site.term(*t).entries.len()), t.term));
        terms.into_iter().map(|t| self.term_view(t)).collect()
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
            count: self.site.term(at).entries.len(),
        }
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
            count: entries.len(),
            current: false,
        };
        years.iter().rev().map(link).collect()
    }

    /// The span of a list of entries, newest first: "2023 to 2026".
    pub fn span(&self, entries: &[EntryId]) -> String {
        let year = |e: &EntryId| self.site.entry(*e).date.as_ref()?.position().year;
        let (last, first) = (
            entries.iter().find_map(year),
            entries.iter().rev().find_map(year),
        );
        match (first, last) {
            (Some(first), Some(last)) if first != last => {
                let (from, to) = (self.messages.year(first), self.messages.year(last));
                let args = [("from", (&from).into()), ("to", (&to).into())];
                self.messages.with("span", &args)
            }
            (Some(first), _) => self.messages.year(first),
            _ => String::new(),
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
                    count: chunk(total, per_page, n).map_or(0, |r| r.len()),
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
