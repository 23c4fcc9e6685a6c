//! `/explore/`: what can be asked, and the ways that need no script.

use serde::Serialize;

use super::card::ViewContext;
use super::{Card, Link, TermView};
use crate::plan::Plan;
use crate::plan::explore::{FIRST, Facet, FacetOf, FacetValueOf};

/// `/explore/`
#[derive(Debug, Clone, Default, Serialize)]
pub struct ExploreView {
    /// Address of the page.
    pub url: String,
    /// Address of its script, fingerprinted; empty where the site has no search.
    pub script: String,
    /// Address of the folder of the index.
    pub index: String,
    /// How many entries there are.
    pub count: usize,
    /// What entries are told apart by.
    pub facets: Vec<FacetView>,
    /// The first year with entries; empty where none is dated.
    pub first_year: String,
    /// The last year with entries; empty where none is dated.
    pub last_year: String,
    /// The newest entries: what a question without words and filters finds first.
    pub newest: Vec<Card>,
    /// What the script says, as JSON: for numbers of each plural form, how many were found.
    pub words: String,
    /// Lists that need no script: years, terms, what is expected, storylines.
    pub ways: Vec<Way>,
}

/// A taxonomy, the status, the stance or the importance.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FacetView {
    /// As in addresses and front matter.
    pub id: String,
    /// As the site calls it.
    pub title: String,
    /// The first of them; the script has the others.
    pub choices: Vec<ChoiceView>,
    /// How many choices there are.
    pub total: usize,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct ChoiceView {
    /// As in addresses.
    pub id: String,
    /// In words.
    pub label: String,
    /// How many entries have it.
    pub count: usize,
}

/// Pages that list entries, under what they have in common.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Way {
    /// What they have in common.
    pub title: String,
    /// The page of all of them, where there is one.
    pub url: Option<String>,
    /// Each with the number of its entries.
    pub links: Vec<TermView>,
}

/// Results that are shown at once.
const PAGE: usize = 20;

/// Most links of one way; the page of all has the others.
const WAYS: usize = 24;

impl ViewContext<'_> {
    pub fn explore(&self) -> ExploreView {
        let Some(layout) = &self.plan.explore else {
            return ExploreView {
                ways: self.ways(),
                ..ExploreView::default()
            };
        };
        let years: Vec<String> = self
            .plan
            .periods
            .years
            .keys()
            .map(|y| self.messages.year(*y))
            .collect();
        let mut newest = layout.entries.clone();
        newest.sort_by_key(|id| self.site.rank_newest(*id));
        ExploreView {
            url: self.href(crate::plan::explore::ROUTE),
            script: self.href(&layout.explore),
            index: self.href("search/"),
            count: layout.entries.len(),
            facets: layout
                .facets(self.site)
                .iter()
                .map(|f| self.facet(f))
                .collect(),
            first_year: years.first().cloned().unwrap_or_default(),
            last_year: years.last().cloned().unwrap_or_default(),
            newest: self.cards(&newest[..newest.len().min(PAGE)], None),
            words: self.found_words(),
            ways: self.ways(),
        }
    }

    /// For numbers of every plural form (CLDR), the message in which a `#` stands for the number.
    fn found_words(&self) -> String {
        const EACH_FORM: [usize; 8] = [0, 1, 2, 3, 5, 11, 20, 100];
        let said = EACH_FORM.map(|number| {
            let text = self
                .messages
                .with("entries-found", &[("count", number.into())]);
            (number, text.replacen(&number.to_string(), "#", 1))
        });
        serde_json::to_string(&said).expect("texts always serialise")
    }

    fn facet(&self, facet: &Facet) -> FacetView {
        let choices = facet.values.iter().take(FIRST).map(|value| ChoiceView {
            id: value.of.id(self.site),
            label: self.facet_value_label(value.of),
            count: value.entries.len(),
        });
        FacetView {
            id: facet.id(self.site).to_owned(),
            title: match facet.of {
                FacetOf::Taxonomy(t) => self.taxonomy_title(t).to_owned(),
                FacetOf::Status => self.messages.say("facet-status").to_owned(),
                FacetOf::Stance => self.messages.say("facet-stance").to_owned(),
                FacetOf::Importance => self.messages.say("facet-importance").to_owned(),
            },
            choices: choices.collect(),
            total: facet.values.len(),
        }
    }

    pub fn facet_value_label(&self, value: FacetValueOf) -> String {
        match value {
            FacetValueOf::Term(term) => self.site.term(term).label.clone(),
            FacetValueOf::Status(status) => self.status_label(status).to_owned(),
            FacetValueOf::Overdue => self.messages.say("overdue").to_owned(),
            FacetValueOf::Stance(stance) => self.site.config.stances[stance].label.clone(),
            FacetValueOf::Importance(importance) => importance.to_string(),
        }
    }

    /// The lists of the site.
    fn ways(&self) -> Vec<Way> {
        let mut ways: Vec<Way> = Vec::new();
        let years = self
            .plan
            .periods
            .years
            .iter()
            .rev()
            .map(|(year, entries)| TermView {
                label: self.messages.year(*year),
                url: self.href(&Plan::year_route(*year)),
                count: entries.len(),
            });
        ways.push(Way {
            title: self.messages.say("entries-by-year").to_owned(),
            url: None,
            links: years.collect(),
        });
        for (list, entries) in &self.plan.facet_lists.lists {
            let (kind, label) = self.facet_list_words(*list);
            let link = TermView {
                label: label.to_owned(),
                url: self.href(&list.route(&self.site.config)),
                count: entries.len(),
            };
            match ways.last_mut().filter(|last| last.title == kind) {
                Some(last) => last.links.push(link),
                None => ways.push(Way {
                    title: kind.to_owned(),
                    url: None,
                    links: vec![link],
                }),
            }
        }
        for (t, taxonomy) in self.site.config.taxonomies.iter().enumerate() {
            let mut links = self.by_count(t);
            links.truncate(WAYS);
            if !links.is_empty() {
                ways.push(Way {
                    title: self.taxonomy_title(t).to_owned(),
                    url: Some(self.href(&format!("{}/index.html", taxonomy.id))),
                    links,
                });
            }
        }
        let mut others: Vec<(Link, usize)> = Vec::new();
        let mut other = |word: &str, route: &str, count: usize| {
            let link = Link {
                label: self.messages.say(word).to_owned(),
                url: self.href(route),
                rel: None,
            };
            others.push((link, count));
        };
        if self.plan.makes(Plan::NEW) {
            other("new-here", Plan::NEW, self.site.published.len());
        }
        if self.plan.makes(Plan::DAYS) {
            other("on-this-day", Plan::DAYS, self.plan.facet_lists.days.len());
        }
        let ledger = &self.plan.ledger;
        if !ledger.is_empty() {
            other(
                "expected",
                "expected/index.html",
                ledger.upcoming.len() + ledger.overdue.len(),
            );
        }
        if !self.site.storylines.stories.is_empty() {
            other("stories", Plan::STORIES, self.site.storylines.stories.len());
        }
        if self.plan.corrections {
            other(
                "corrections",
                "corrections/index.html",
                self.site.corrected().count(),
            );
        }
        if !others.is_empty() {
            ways.push(Way {
                title: self.messages.say("further-lists").to_owned(),
                url: None,
                links: others
                    .into_iter()
                    .map(|(link, count)| TermView {
                        label: link.label,
                        url: link.url,
                        count,
                    })
                    .collect(),
            });
        }
        ways
    }
}
