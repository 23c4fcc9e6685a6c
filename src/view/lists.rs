//! Views of the pages that list entries: front, periods, terms, expected, corrections.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::card::{Detail, SHARED_LEVEL, Whole};
use super::{
    CorrectionsView, DensityBar, ExpectedView, Front, LedgerEntry, LetterGroup, Link, MonthLink,
    Pager, Period, PublishedCard, RelatedTerms, StanceStep, TaxonomyView, TermPage, TermView,
};
use crate::model::article::ArticleId;
use crate::model::entry::EntryId;
use crate::model::taxonomy::TermRef;
use crate::model::text::Subject;
use crate::plan::{Plan, chunk};

/// Below so many entries a site has no density strip and no popular tags.
const FEW: usize = 20;
/// So many years without entries stand in the density strip as they are; more are a gap.
const FEW_EMPTY: usize = 3;
const POPULAR: usize = 12;
const LATEST_CORRECTIONS: usize = 3;

impl Whole<'_> {
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
            density: if enough { self.density() } else { Vec::new() },
            older: self.older(shown.last()),
            entries: site.newest.len(),
            articles: site.articles.len() - site.expired.len() - site.translations.doubles(),
        }
    }

    fn published_card(&self, id: ArticleId) -> Option<PublishedCard> {
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
        let year = self.site.entry(*next).date.as_ref()?.standing().year?;
        Some(Link {
            label: self.words.year(year),
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

    fn by_count(&self, taxonomy: usize) -> Vec<TermView> {
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

    fn term_view(&self, at: TermRef) -> TermView {
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
            year: self.words.year(year),
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
                            self.words.year(last + 1),
                            self.words.year(year - 1)
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
            label: self.words.year(*y),
            url: self.href(&Plan::year_route(*y)),
            rel: None,
        };
        Period {
            heading: self.words.year(year),
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
            label: self.words.month_year(m.0, m.1),
            url: self.href(&Plan::month_route(m.0, m.1)),
            rel: None,
        };
        let folded = self.plan.periods.without_month(self.site, year);
        Period {
            heading: self.words.month_year(year, month),
            year: self.plan.periods.years.contains_key(&year).then(|| Link {
                label: self.words.year(year),
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
                    let of = self.words.year(year);
                    let args = [("count", folded.into()), ("year", (&of).into())];
                    self.words.with("folded", &args)
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
                label: self.words.month_name(m).to_owned(),
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
            pages: self.pager(at, page),
        }
    }

    /// The title of a term's text, else its label.
    fn heading_of(&self, at: TermRef) -> String {
        let text = self.site.subjects.text(Subject::Term(at));
        let title = text.and_then(|t| self.site.texts[t].front.title.as_ref());
        title.map_or_else(|| self.site.term(at).label.clone(), |t| t.value.clone())
    }

    /// "2023 to 2026", of entries in their order.
    pub fn span(&self, entries: &[EntryId]) -> String {
        let year = |e: &EntryId| self.site.entry(*e).date.as_ref()?.standing().year;
        let (last, first) = (
            entries.iter().find_map(year),
            entries.iter().rev().find_map(year),
        );
        match (first, last) {
            (Some(first), Some(last)) if first != last => {
                let (from, to) = (self.words.year(first), self.words.year(last));
                let args = [("from", (&from).into()), ("to", (&to).into())];
                self.words.with("span", &args)
            }
            (Some(first), _) => self.words.year(first),
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
                    label: entry.title.clone(),
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

    fn pager(&self, at: TermRef, page: Option<usize>) -> Option<Pager> {
        let entries = &self.site.term(at).entries;
        let (total, per_page) = (entries.len(), self.site.config.per_page);
        let last = crate::plan::numbered(total, per_page);
        if last == 0 {
            return None;
        }
        let base = self.href(&Plan::term_route(self.site, at));
        let url = |n: Option<usize>| n.map_or_else(|| base.clone(), |n| format!("{base}page/{n}/"));
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
