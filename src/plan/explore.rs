//! What `/explore/` tells apart, and the files of its index.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::Serialize;

use super::{Claim, Fingerprints, Page, own};
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;

/// Entries whose cards stand in one file.
pub const CARDS: usize = 32;

/// One file of words for so many entries.
const ENTRIES_PER_WORDS: usize = 125;

/// Most files of words.
const MOST_WORDS: usize = 1000;

/// Choices of a facet that the page shows at once; the others are fetched when asked for.
pub const FIRST: usize = 8;

/// A file of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum File {
    Manifest,
    Dates,
    Order,
    Times,
    /// The number of a facet; its further choices.
    Facet(usize, bool),
    Words(usize),
    Cards(usize),
}

impl File {
    pub fn route(self) -> String {
        match self {
            File::Manifest => "search/index.json".to_owned(),
            File::Dates => "search/dates.bin".to_owned(),
            File::Order => "search/order.bin".to_owned(),
            File::Times => "search/times.bin".to_owned(),
            File::Facet(n, false) => format!("search/facet-{n}.bin"),
            File::Facet(n, true) => format!("search/facet-{n}-more.bin"),
            File::Words(n) => format!("search/words-{n}.bin"),
            File::Cards(n) => format!("search/cards-{n}.json"),
        }
    }
}

/// A script of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Script {
    Explore,
    Search,
}

/// Which entries the index has, and in how many files.
#[derive(Debug)]
pub struct Layout {
    /// By their number in the index, oldest first; then what is background.
    pub entries: Vec<EntryId>,
    pub facets: Vec<Facet>,
    /// Fingerprinted routes of the page's scripts.
    pub explore: String,
    pub search: String,
}

/// Route of the page.
pub const ROUTE: &str = "explore/index.html";

/// Claims the page, unless one of the site's own has its place, and, where the owner wants a
/// search, its scripts and its index.
pub(super) fn claim(
    site: &Site,
    fingerprints: &Fingerprints,
    claims: &mut Vec<Claim>,
) -> Option<Layout> {
    let empty = site.entries.iter().all(|entry| entry.translated);
    if empty || claims.iter().any(|claim| claim.route == ROUTE) {
        return None;
    }
    own(
        claims,
        ROUTE,
        Page::Explore,
        "the page that explores the entries",
    );
    let layout = Layout::of(site, fingerprints)?;
    for (route, script) in [
        (&layout.explore, Script::Explore),
        (&layout.search, Script::Search),
    ] {
        own(
            claims,
            route,
            Page::Script(script),
            "a script of the page that explores the entries",
        );
    }
    for file in layout.files() {
        own(
            claims,
            &file.route(),
            Page::Search(file),
            "the index of all entries",
        );
    }
    Some(layout)
}

impl Layout {
    /// None where nothing can be looked for, or the owner wants no search.
    fn of(site: &Site, fingerprints: &Fingerprints) -> Option<Self> {
        if !site.config.features.search {
            return None;
        }
        let background = site.entries.iter().enumerate();
        let background = background
            .filter(|(_, e)| e.background && !e.translated)
            .map(|(n, _)| EntryId(n));
        let entries: Vec<EntryId> = site.oldest.iter().copied().chain(background).collect();
        let facets = facets(site, &entries);
        (!entries.is_empty()).then(|| Self {
            entries,
            facets,
            explore: format!("assets/explore.{}.js", fingerprints.explore),
            search: format!("assets/search.{}.js", fingerprints.search),
        })
    }

    pub fn words(&self) -> usize {
        let files = self.entries.len().div_ceil(ENTRIES_PER_WORDS);
        files.clamp(1, MOST_WORDS)
    }

    pub fn cards(&self) -> usize {
        self.entries.len().div_ceil(CARDS)
    }

    /// The entries whose cards stand in a file.
    pub fn on_cards(&self, n: usize) -> &[EntryId] {
        self.entries.chunks(CARDS).nth(n).unwrap_or_default()
    }

    /// All files of the index.
    pub fn files(&self) -> impl Iterator<Item = File> {
        let facets = self.facets.iter().enumerate().flat_map(|(n, facet)| {
            let more = facet.choices.len() > FIRST;
            [
                Some(File::Facet(n, false)),
                more.then_some(File::Facet(n, true)),
            ]
        });
        [File::Manifest, File::Dates, File::Order, File::Times]
            .into_iter()
            .chain(facets.flatten())
            .chain((0..self.words()).map(File::Words))
            .chain((0..self.cards()).map(File::Cards))
    }

    /// The numbers of entries in the index.
    pub fn numbers(&self) -> HashMap<EntryId, u32> {
        let entries = self.entries.iter().enumerate();
        entries.map(|(n, id)| (*id, n as u32)).collect()
    }
}

/// A question with a closed list of answers.
#[derive(Debug)]
pub struct Facet {
    pub of: FacetOf,
    /// Those that some entry has: of a taxonomy the most frequent first, of others in their order.
    pub choices: Vec<Choice>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetOf {
    Taxonomy(usize),
    Status,
    Stance,
    Importance,
}

#[derive(Debug)]
pub struct Choice {
    pub of: ChoiceOf,
    /// Numbers in the index, in order.
    pub entries: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoiceOf {
    Term(TermRef),
    /// Index in the configuration.
    Status(usize),
    /// Expected, and its latest day has passed.
    Overdue,
    /// Index in the configuration.
    Stance(usize),
    Importance(u8),
}

/// The facets that the entries tell apart.
pub fn facets(site: &Site, entries: &[EntryId]) -> Vec<Facet> {
    let taxonomies = site.taxonomies.iter().enumerate().map(|(t, taxonomy)| {
        let terms =
            (0..taxonomy.terms.len()).map(|term| ChoiceOf::Term(TermRef { taxonomy: t, term }));
        (FacetOf::Taxonomy(t), terms.collect())
    });
    let statuses = (0..site.config.statuses.len()).map(ChoiceOf::Status);
    let statuses: Vec<_> = statuses.chain([ChoiceOf::Overdue]).collect();
    let stances = (0..site.config.stances.len()).map(ChoiceOf::Stance);
    let importances = (1..=u8::MAX).rev().map(ChoiceOf::Importance);
    let all: Vec<(FacetOf, Vec<ChoiceOf>)> = taxonomies
        .chain([
            (FacetOf::Status, statuses),
            (FacetOf::Stance, stances.collect()),
            (FacetOf::Importance, importances.collect()),
        ])
        .collect();
    all.into_par_iter()
        .filter_map(|(of, choices)| facet(site, entries, of, &choices))
        .collect()
}

/// None where the facet tells nothing apart.
fn facet(site: &Site, entries: &[EntryId], of: FacetOf, choices: &[ChoiceOf]) -> Option<Facet> {
    let mut sets: Vec<Vec<u32>> = vec![Vec::new(); choices.len()];
    for (n, id) in entries.iter().enumerate() {
        let entry = site.entry(*id);
        let mut add = |at: usize| {
            if sets[at].last() != Some(&(n as u32)) {
                sets[at].push(n as u32);
            }
        };
        match of {
            FacetOf::Taxonomy(t) => {
                let terms = entry.terms.iter().filter(|term| term.taxonomy == t);
                terms.for_each(|term| add(term.term));
            }
            FacetOf::Status => {
                add(entry.status);
                if entry.overdue(site.today) {
                    add(choices.len() - 1);
                }
            }
            FacetOf::Stance => entry.stances.iter().for_each(|(_, stance)| add(*stance)),
            FacetOf::Importance => add(usize::from(u8::MAX - entry.importance.max(1))),
        }
    }
    let mut choices: Vec<Choice> = choices
        .iter()
        .zip(sets)
        .filter(|(_, entries)| !entries.is_empty())
        .map(|(of, entries)| Choice { of: *of, entries })
        .collect();
    if matches!(of, FacetOf::Taxonomy(_)) {
        choices.sort_by_key(|choice| std::cmp::Reverse(choice.entries.len()));
    }
    let apart = choices.len() > 1
        || matches!(of, FacetOf::Taxonomy(_) | FacetOf::Stance) && !choices.is_empty();
    apart.then_some(Facet { of, choices })
}

impl Facet {
    /// Its name in addresses: that of the front matter.
    pub fn id<'a>(&self, site: &'a Site) -> &'a str {
        match self.of {
            FacetOf::Taxonomy(t) => &site.config.taxonomies[t].id,
            FacetOf::Status => "status",
            FacetOf::Stance => "stance",
            FacetOf::Importance => "importance",
        }
    }
}

impl ChoiceOf {
    /// Its name in addresses.
    pub fn id(self, site: &Site) -> String {
        match self {
            ChoiceOf::Term(term) => site.term(term).slug.clone(),
            ChoiceOf::Status(status) => site.config.statuses[status].id.clone(),
            ChoiceOf::Overdue => "overdue".to_owned(),
            ChoiceOf::Stance(stance) => site.config.stances[stance].id.clone(),
            ChoiceOf::Importance(importance) => importance.to_string(),
        }
    }
}
