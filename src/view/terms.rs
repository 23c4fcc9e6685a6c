//! Views of terms' pages, of a term's years, and of lists that a status, a certainty or a stance
//! makes.

use std::collections::HashMap;

use super::card::{Detail, SHARED_LEVEL, ViewContext};
use super::lists::FEW;
use super::{Link, MonthLink, Pager, RelatedTerms, StanceStep, TermPage, TermView};
use crate::model::entry::EntryId;
use crate::model::taxonomy::TermRef;
use crate::model::text::Subject;
use crate::plan::explore;
use crate::plan::{FacetList, Plan, by_year, chunk, numbered};

impl ViewContext<'_> {
    pub fn term(&self, at: TermRef, page: Option<usize>) -> TermPage {
        let site = self.site;
        let term = site.term(at);
        let config = &site.config.taxonomies[at.taxonomy];
        let per_page = site.config.per_page;
        let range = chunk(term.entries.len(), per_page, page).unwrap_or(0..0);
        let newest = page.is_none();
        let here = self.href(&Plan::term_route(site, at));
        let timeline = self.timeline(&term.entries[range], &here, Detail::Full, SHARED_LEVEL);
        TermPage {
            label: term.label.clone(),
            heading: self.heading_of(at),
            dek: self.dek_of(Subject::Term(at)).filter(|_| newest),
            body: String::new(),
            url: here.clone(),
            taxonomy: Link {
                label: self.taxonomy_title(at.taxonomy).to_owned(),
                url: self.href(&format!("{}/index.html", config.id)),
                rel: None,
            },
            count: term.entries.len(),
            span: self.span(&term.entries),
            stances: if newest {
                self.stance_steps(at)
            } else {
                Vec::new()
            },
            expected: if newest {
                self.expected_of(at)
            } else {
                Vec::new()
            },
            timeline,
            related: if newest {
                self.related_terms(at)
            } else {
                Vec::new()
            },
            feed: Plan::has_feed(site, at).then(|| format!("{here}feed.xml")),
            years: match newest {
                true => self.years_of(at, None),
                false => Vec::new(),
            },
            pages: self.pager(&term.entries, &here, page),
        }
    }

    /// A term's entries of one year.
    pub fn term_year(&self, at: TermRef, year: i32) -> TermPage {
        let site = self.site;
        let years = self.plan.facet_lists.years.get(&at);
        let entries = years.and_then(|years| years.get(&year));
        let entries = entries.map_or(&[][..], Vec::as_slice);
        let here = self.href(&Plan::term_year_route(site, at, year));
        let label = site.term(at).label.clone();
        let worded = self.messages.year(year);
        let args = [("term", (&label).into()), ("year", (&worded).into())];
        TermPage {
            heading: self.messages.with("term-in-year", &args),
            label,
            taxonomy: self.term_link(at),
            count: entries.len(),
            timeline: self.timeline(entries, &here, Detail::Full, SHARED_LEVEL),
            years: self.years_of(at, Some(year)),
            url: here,
            ..TermPage::default()
        }
    }

    /// What a status, a certainty or a stance gathers.
    pub fn facet_list(&self, list: FacetList, page: Option<usize>) -> TermPage {
        let config = &self.site.config;
        let entries = self.plan.facet_lists.lists.get(&list);
        let entries = entries.map_or(&[][..], Vec::as_slice);
        let range = chunk(entries.len(), config.per_page, page).unwrap_or(0..0);
        let here = self.href(&list.route(config));
        let (kind, label) = self.facet_list_words(list);
        let dek = match list {
            FacetList::Stance(n) => config.stances[n].about.clone(),
            _ => None,
        };
        TermPage {
            label: label.to_owned(),
            heading: label.to_owned(),
            dek: dek.filter(|_| page.is_none()),
            taxonomy: Link {
                label: kind.to_owned(),
                url: self.href(explore::ROUTE),
                rel: None,
            },
            count: entries.len(),
            span: self.span(entries),
            timeline: self.timeline(&entries[range], &here, Detail::Full, SHARED_LEVEL),
            years: match (page, numbered(entries.len(), config.per_page)) {
                (None, 0) => self.years_here(entries),
                _ => Vec::new(),
            },
            pages: self.pager(entries, &here, page),
            url: here,
            ..TermPage::default()
        }
    }

    /// What kind of choice it is, and the choice.
    pub(super) fn facet_list_words(&self, list: FacetList) -> (&str, &str) {
        match list {
            FacetList::Status(n) => (self.messages.say("choice-status"), self.status_label(n)),
            FacetList::Certainty(n) => (
                self.messages.say("choice-certainty"),
                self.certainty_label(n),
            ),
            FacetList::Stance(n) => {
                let stance = &self.site.config.stances[n];
                (self.messages.say("choice-stance"), stance.label.as_str())
            }
        }
    }

    /// The years of a term: pages of their own where its entries fill several, else places on
    /// its page. `current` is the year whose page asks.
    fn years_of(&self, at: TermRef, current: Option<i32>) -> Vec<MonthLink> {
        let Some(years) = self.plan.facet_lists.years.get(&at) else {
            return self.years_here(&self.site.term(at).entries);
        };
        let link = |(year, entries): (&i32, &Vec<EntryId>)| MonthLink {
            label: self.messages.year(*year),
            url: Some(self.href(&Plan::term_year_route(self.site, at, *year))),
            count: entries.len(),
            current: current == Some(*year),
        };
        years.iter().rev().map(link).collect()
    }

    /// The years of a list that stands on one page; none where it is short.
    fn years_here(&self, entries: &[EntryId]) -> Vec<MonthLink> {
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

    /// The title of a term's text, else its label.
    fn heading_of(&self, at: TermRef) -> String {
        let text = self.site.subjects.text(Subject::Term(at));
        let title = text.and_then(|t| self.site.texts[t].front.title.as_ref());
        title.map_or_else(|| self.site.term(at).label.clone(), |t| t.value.clone())
    }

    /// "2023 to 2026", of entries in their order.
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

    /// What position an organisation took, latest first; a step where it changes.
    fn stance_steps(&self, at: TermRef) -> Vec<StanceStep> {
        let mut steps: Vec<StanceStep> = Vec::new();
        let mut oldest: Vec<EntryId> = self.site.term(at).entries.clone();
        oldest.sort_by_key(|e| self.site.rank_oldest(*e));
        for id in oldest {
            let entry = self.site.entry(id);
            let Some((organisation, step)) = entry.stances.iter().find(|(o, _)| *o == at) else {
                continue;
            };
            let stance = self.stance(entry, *organisation, *step);
            if steps.last().is_some_and(|last| {
                last.stance.id == stance.id && last.stance.tentative == stance.tentative
            }) {
                continue;
            }
            steps.push(StanceStep {
                stance,
                date: self.date_view(entry.date.as_ref(), entry.wording.as_deref()),
                entry: Link {
                    label: self.title(entry).to_owned(),
                    url: self.entry_href(entry),
                    rel: None,
                },
            });
        }
        steps.reverse();
        steps
    }

    fn expected_of(&self, at: TermRef) -> Vec<super::Card> {
        let open = self
            .plan
            .ledger
            .upcoming
            .iter()
            .chain(&self.plan.ledger.overdue);
        let own: Vec<EntryId> = open
            .copied()
            .filter(|e| self.site.entry(*e).terms.contains(&at))
            .collect();
        self.cards(&own, None)
    }

    /// Terms that occur with this one, the most frequent of each taxonomy.
    fn related_terms(&self, at: TermRef) -> Vec<RelatedTerms> {
        let mut counts: HashMap<TermRef, usize> = HashMap::new();
        for entry in &self.site.term(at).entries {
            for term in self.site.entry(*entry).terms.iter().filter(|t| **t != at) {
                *counts.entry(*term).or_default() += 1;
            }
        }
        let mut related = Vec::new();
        for (t, _) in self
            .site
            .config
            .taxonomies
            .iter()
            .enumerate()
            .filter(|(_, c)| c.id != "authors")
        {
            let mut terms: Vec<(TermRef, usize)> = counts
                .iter()
                .filter(|(term, _)| term.taxonomy == t)
                .map(|(term, n)| (*term, *n))
                .collect();
            terms.sort_by_key(|(term, n)| (std::cmp::Reverse(*n), term.term));
            let terms: Vec<TermView> = terms
                .into_iter()
                .take(8)
                .map(|(term, n)| TermView {
                    count: n,
                    ..self.term_view(term)
                })
                .collect();
            if !terms.is_empty() {
                related.push(RelatedTerms {
                    label: self.taxonomy_title(t).to_owned(),
                    terms,
                });
            }
        }
        related
    }

    /// `base` is the address of the newest page.
    fn pager(&self, entries: &[EntryId], base: &str, page: Option<usize>) -> Option<Pager> {
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
        // An older page names only its neighbours, so that it stays as it is when others come.
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
