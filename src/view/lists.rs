//! Views of the pages that list entries: front, periods, taxonomies, expected, corrections.

use std::collections::{BTreeMap, HashSet};

use super::card::{Detail, SHARED_LEVEL, ViewContext};
use super::{
    CorrectionsView, DensityBar, ExpectedView, Front, LedgerEntry, LetterGroup, Link, MonthLink,
    Period, PublishedCard, TaxonomyView, TermView,
};
use crate::model::article::ArticleId;
use crate::model::entry::EntryId;
use crate::model::taxonomy::TermRef;
use crate::plan::Plan;

/// Below so many entries a site has no density strip and no popular tags.
pub(super) const FEW: usize = 20;
/// So many years without entries stand in the density strip as they are; more are a gap.
const FEW_EMPTY: usize = 3;
const POPULAR: usize = 12;
const LATEST_CORRECTIONS: usize = 3;

impl ViewContext<'_> {
    pub fn front(&self) -> Front {
        let site = self.site;
        let config = &site.config.front_page;
        // What is still to come has a block of its own.
        let to_come: HashSet<EntryId> = self.plan.ledger.upcoming.iter().copied().collect();
        let past = site.newest.iter().filter(|id| !to_come.contains(id));
        let shown: Vec<EntryId> = past.copied().take(config.entries).collect();
        let upcoming: Vec<EntryId> = self
            .plan
            .ledger
            .overdue
            .iter()
            .rev()
            .chain(&self.plan.ledger.upcoming)
            .copied()
            .take(config.expected)
            .collect();
        let enough = site.newest.len() >= FEW;
        let mut corrections: Vec<_> = site.corrected().map(|(id, _)| id).collect();
        corrections.sort_by_key(|id| {
            std::cmp::Reverse((self.last_correction(*id), site.article(*id).id.clone()))
        });
        Front {
            just_published: site
                .published
                .iter()
                .filter_map(|id| self.published_card(*id))
                .take(config.just_published)
                .collect(),
            timeline: self.timeline(&shown, &self.site.config.base, Detail::Full, SHARED_LEVEL),
            expected: self.cards(&upcoming, None),
            expected_url: (!self.plan.ledger.is_empty()).then(|| self.href("expected/index.html")),
            popular_tags: if enough {
                self.popular("tags")
            } else {
                Vec::new()
            },
            organisations: self.popular("organisations"),
            organisations_title: self
                .site
                .taxonomy("organisations")
                .map_or("", |t| self.taxonomy_title(t))
                .to_owned(),
            corrections: corrections
                .iter()
                .take(LATEST_CORRECTIONS)
                .filter_map(|id| self.corrections_of(*id, true).into_iter().next())
                .collect(),
            corrections_url: self
                .plan
                .corrections
                .then(|| self.href("corrections/index.html")),
            new_url: self.plan.makes(Plan::NEW).then(|| self.href(Plan::NEW)),
            density: if enough { self.density() } else { Vec::new() },
            older: self.older(shown.last()),
            entries: site.newest.len(),
            articles: site.articles.len() - site.expired.len() - site.translations.doubles(),
        }
    }

    pub(super) fn published_card(&self, id: ArticleId) -> Option<PublishedCard> {
        let published = self.site.article(id).published()?;
        let own = self.site.of_article[id.0].own?;
        Some(PublishedCard {
            published: self.stamp(published),
            card: self.card(own, None),
        })
    }

    fn last_correction(&self, id: ArticleId) -> Option<chrono::NaiveDate> {
        self.site
            .article(id)
            .front
            .corrections
            .iter()
            .filter_map(|c| c.date.value.earliest())
            .max()
    }

    /// The year in which the entries before those shown begin.
    fn older(&self, last: Option<&EntryId>) -> Option<Link> {
        let last = *last?;
        let next = self
            .site
            .newest
            .get(self.site.newest.iter().position(|e| *e == last)? + 1)?;
        let year = self.site.entry(*next).date.as_ref()?.position().year?;
        Some(Link {
            label: self.messages.year(year),
            url: self.href(&Plan::year_route(year)),
            rel: None,
        })
    }

    /// Most used terms of a taxonomy.
    fn popular(&self, taxonomy: &str) -> Vec<TermView> {
        self.site.taxonomy(taxonomy).map_or_else(Vec::new, |t| {
            self.by_count(t).into_iter().take(POPULAR).collect()
        })
    }

    pub(super) fn by_count(&self, taxonomy: usize) -> Vec<TermView> {
        let mut terms: Vec<TermRef> = self.used(taxonomy);
        terms.sort_by_key(|t| (std::cmp::Reverse(self.site.term(*t).entries.len()), t.term));
        terms.into_iter().map(|t| self.term_view(t)).collect()
    }

    fn used(&self, taxonomy: usize) -> Vec<TermRef> {
        let terms = self.site.taxonomies[taxonomy].terms.iter().enumerate();
        terms
            .filter(|(_, t)| !t.entries.is_empty())
            .map(|(term, _)| TermRef { taxonomy, term })
            .collect()
    }

    pub(super) fn term_view(&self, at: TermRef) -> TermView {
        let link = self.term_link(at);
        TermView {
            label: link.label,
            url: link.url,
            count: self.site.term(at).entries.len(),
        }
    }

    /// A bar for each year; more than [`FEW_EMPTY`] years in a row without entries are one gap.
    fn density(&self) -> Vec<DensityBar> {
        let years = &self.plan.periods.years;
        let most = years.values().map(Vec::len).max().unwrap_or(1).max(1);
        let bar = |year: i32, count: usize| DensityBar {
            year: self.messages.year(year),
            url: match count {
                0 => String::new(),
                _ => self.href(&Plan::year_route(year)),
            },
            count,
            height: u32::try_from((count * 100).div_ceil(most)).unwrap_or(100),
            gap: false,
        };
        let mut bars: Vec<DensityBar> = Vec::with_capacity(years.len());
        let mut last: Option<i32> = None;
        for (year, entries) in years {
            if let Some(last) = last {
                let empty = last + 1..*year;
                match empty.len() {
                    0..=FEW_EMPTY => bars.extend(empty.map(|year| bar(year, 0))),
                    _ => bars.push(DensityBar {
                        year: format!(
                            "{}–{}",
                            self.messages.year(last + 1),
                            self.messages.year(year - 1)
                        ),
                        gap: true,
                        ..DensityBar::default()
                    }),
                }
            }
            bars.push(bar(*year, entries.len()));
            last = Some(*year);
        }
        bars
    }

    pub fn year(&self, year: i32) -> Period {
        let entries = self
            .plan
            .periods
            .years
            .get(&year)
            .map_or(&[][..], Vec::as_slice);
        let years: Vec<i32> = self.plan.periods.years.keys().copied().collect();
        let at = years.binary_search(&year).unwrap_or(0);
        let link = |y: &i32| Link {
            label: self.messages.year(*y),
            url: self.href(&Plan::year_route(*y)),
            rel: None,
        };
        Period {
            heading: self.messages.year(year),
            year: None,
            timeline: self.timeline(
                entries,
                &self.href(&Plan::year_route(year)),
                Self::detail_of_year(entries),
                3,
            ),
            months: self.months(year, None),
            previous: at.checked_sub(1).and_then(|i| years.get(i)).map(link),
            next: years.get(at + 1).map(link),
            folded: None,
        }
    }

    pub fn month(&self, year: i32, month: u8) -> Period {
        let entries = self
            .plan
            .periods
            .months
            .get(&(year, month))
            .map_or(&[][..], Vec::as_slice);
        let months: Vec<(i32, u8)> = self.plan.periods.months.keys().copied().collect();
        let at = months.binary_search(&(year, month)).unwrap_or(0);
        let link = |m: &(i32, u8)| Link {
            label: self.messages.month_year(m.0, m.1),
            url: self.href(&Plan::month_route(m.0, m.1)),
            rel: None,
        };
        let folded = self.plan.periods.without_month(self.site, year);
        Period {
            heading: self.messages.month_year(year, month),
            year: self.plan.periods.years.contains_key(&year).then(|| Link {
                label: self.messages.year(year),
                url: self.href(&Plan::year_route(year)),
                rel: None,
            }),
            timeline: self.timeline(
                entries,
                &self.href(&Plan::month_route(year, month)),
                Detail::Full,
                3,
            ),
            months: self.months(year, Some(month)),
            previous: at.checked_sub(1).and_then(|i| months.get(i)).map(link),
            next: months.get(at + 1).map(link),
            folded: (folded > 0).then(|| Link {
                label: {
                    let of = self.messages.year(year);
                    let args = [("count", folded.into()), ("year", (&of).into())];
                    self.messages.with("folded", &args)
                },
                url: format!("{}#m-{year}-closing", self.href(&Plan::year_route(year))),
                rel: None,
            }),
        }
    }

    fn months(&self, year: i32, current: Option<u8>) -> Vec<MonthLink> {
        let count = |m: u8| self.plan.periods.months.get(&(year, m)).map_or(0, Vec::len);
        (1..=12)
            .map(|m| MonthLink {
                label: self.messages.month_name(m).to_owned(),
                url: (count(m) > 0 && current != Some(m))
                    .then(|| self.href(&Plan::month_route(year, m))),
                count: count(m),
                current: current == Some(m),
            })
            .collect()
    }

    pub fn taxonomy(&self, taxonomy: usize) -> TaxonomyView {
        let config = &self.site.config.taxonomies[taxonomy];
        let mut letters: BTreeMap<String, Vec<TermView>> = BTreeMap::new();
        for term in self.used(taxonomy) {
            let first = self
                .site
                .term(term)
                .label
                .chars()
                .find(|c| c.is_alphanumeric())
                .unwrap_or('#');
            let letter = if first.is_alphabetic() {
                first.to_uppercase().collect()
            } else {
                "0–9".to_owned()
            };
            letters
                .entry(letter)
                .or_default()
                .push(self.term_view(term));
        }
        TaxonomyView {
            id: config.id.clone(),
            title: self.taxonomy_title(taxonomy).to_owned(),
            by_count: self.by_count(taxonomy),
            by_name: letters
                .into_iter()
                .map(|(letter, terms)| LetterGroup { letter, terms })
                .collect(),
        }
    }

    pub fn expected(&self) -> ExpectedView {
        let ledger = &self.plan.ledger;
        let list = |ids: &[EntryId]| ids.iter().map(|id| self.ledger_entry(*id)).collect();
        ExpectedView {
            upcoming: list(&ledger.upcoming),
            overdue: list(&ledger.overdue),
            cancelled: list(&ledger.cancelled),
            arrived: list(&ledger.arrived),
        }
    }

    fn ledger_entry(&self, id: EntryId) -> LedgerEntry {
        let entry = self.site.entry(id);
        LedgerEntry {
            card: self.card(id, None),
            history: self.history(entry, None),
            slips: entry.slips(),
        }
    }

    pub fn corrections(&self) -> CorrectionsView {
        let mut all: Vec<_> = Vec::new();
        for (id, article) in self.site.corrected() {
            let mut dates: Vec<_> = article
                .front
                .corrections
                .iter()
                .enumerate()
                .map(|(n, c)| (c.date.value.earliest(), n))
                .collect();
            dates.sort_by_key(|key| std::cmp::Reverse(*key));
            for (view, (date, n)) in self.corrections_of(id, true).into_iter().zip(dates) {
                all.push(((date, &article.id, n), view));
            }
        }
        all.sort_by(|a, b| {
            b.0.0
                .cmp(&a.0.0)
                .then_with(|| (a.0.1, b.0.2).cmp(&(b.0.1, a.0.2)))
        });
        CorrectionsView {
            corrections: all.into_iter().map(|(_, view)| view).collect(),
            feed: Some(self.href("corrections/feed.xml")),
            policy: self
                .site
                .config
                .publisher
                .corrections_policy
                .as_deref()
                .map(|p| self.own_or_away(p)),
        }
    }

    /// An address that the owner wrote in `site.yaml`: a path of this site, or a whole address.
    pub fn own_or_away(&self, address: &str) -> String {
        match address.strip_prefix('/') {
            Some(path) if !path.starts_with('/') => self.site.config.href(path),
            _ => address.to_owned(),
        }
    }
}
