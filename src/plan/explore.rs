//! The facets of `/explore/`, and the files of its index.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};
use rayon::prelude::*;
use serde::Serialize;

use super::Fingerprints;
use crate::content::slug::slug;
use crate::model::entry::{Entry, EntryId};
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;

/// Cards per file of the index, from the least to the most: the best results of a question stand in
/// as many files as there are results.
const CARDS: (usize, usize) = (4, 16);

/// Files of cards that are few enough.
const CARD_FILES: usize = 500;

/// Entries per file of terms.
const ENTRIES_PER_WORDS: usize = 12;

/// Maximum number of term files.
const MOST_WORDS: usize = 2000;

/// Number of choices per facet that the page itself contains; the rest are fetched on demand.
pub const FIRST: usize = 8;

/// A file of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum IndexFile {
    Manifest,
    Dates,
    Order,
    Times,
    /// Number of the facet; whether the file holds the choices beyond the first ones.
    Facet(usize, bool),
    Words(usize),
    Spellings,
    Cards(usize),
}

impl IndexFile {
    pub fn route(self) -> String {
        match self {
            IndexFile::Manifest => "search/index.json".to_owned(),
            IndexFile::Dates => "search/dates.bin".to_owned(),
            IndexFile::Order => "search/order.bin".to_owned(),
            IndexFile::Times => "search/times.bin".to_owned(),
            IndexFile::Facet(n, false) => format!("search/facet-{n}.bin"),
            IndexFile::Facet(n, true) => format!("search/facet-{n}-more.bin"),
            IndexFile::Words(n) => format!("search/words-{n}.bin"),
            IndexFile::Spellings => "search/spellings.txt".to_owned(),
            IndexFile::Cards(n) => format!("search/cards-{n}.json"),
        }
    }
}

/// A script of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ExploreScript {
    Explore,
    Search,
}

/// Which entries the index holds, and how they are divided among its files.
#[derive(Debug)]
pub struct Layout {
    /// Ordered by their number in the index: oldest first, then articles without an event.
    pub entries: Vec<EntryId>,
    /// How many are on timelines: what readers are told of as entries.
    pub shown: usize,
    /// The facets that distinguish entries, each with the choices that at least one entry has.
    values: Vec<(FacetOf, Vec<FacetValueOf>)>,
    publishers: Publishers,
    facets: OnceLock<Vec<Facet>>,
    /// Fingerprinted routes of the page's scripts.
    pub explore: String,
    pub search: String,
}

/// Route of the page.
pub const ROUTE: &str = "explore/index.html";

impl Layout {
    /// Returns `None` if there is nothing to search, or if the owner turned search off.
    pub fn of(site: &Site, fingerprints: &Fingerprints) -> Option<Self> {
        if !site.config.features.search {
            return None;
        }
        let background = site.entries.iter().enumerate();
        let background = background
            .filter(|(_, e)| e.background && !e.translated && e.listed.is_none())
            .filter(|(_, e)| e.folded_into.is_none())
            .map(|(n, _)| EntryId(n));
        let entries: Vec<EntryId> = site.oldest.iter().copied().chain(background).collect();
        if entries.is_empty() {
            return None;
        }
        let publishers = Publishers::of(site);
        Some(Self {
            shown: site.oldest.len(),
            entries,
            values: facet_values(site, &publishers),
            publishers,
            facets: OnceLock::new(),
            explore: format!("assets/explore.{}.js", fingerprints.explore),
            search: format!("assets/search.{}.js", fingerprints.search),
        })
    }

    /// The facets that distinguish entries. Computed on first use, since a preview of another page
    /// does not need them.
    ///
    /// Never splits its work across threads: other threads wait for the result.
    pub fn facets(&self, site: &Site) -> &[Facet] {
        let made = || {
            let all = self.values.iter();
            all.map(|(of, values)| facet(site, self, *of, values))
                .collect()
        };
        self.facets.get_or_init(made)
    }

    /// The name of a choice in addresses.
    pub fn id(&self, site: &Site, value: FacetValueOf) -> String {
        match value {
            FacetValueOf::Term(term) => site.term(term).slug.clone(),
            FacetValueOf::Status(status) => site.config.statuses[status].id.clone(),
            FacetValueOf::Overdue => "overdue".to_owned(),
            FacetValueOf::Certainty(certainty) => site.config.certainties[certainty].id.clone(),
            FacetValueOf::Source(publisher) => slug(self.publisher(publisher)),
            FacetValueOf::Stance(stance) => site.config.stances[stance].id.clone(),
            FacetValueOf::Importance(importance) => importance.to_string(),
        }
    }

    /// The name of a publisher of sources.
    pub fn publisher(&self, publisher: usize) -> &str {
        &self.publishers.names[publisher]
    }

    pub fn word_files(&self) -> usize {
        let files = self.entries.len().div_ceil(ENTRIES_PER_WORDS);
        files.clamp(1, MOST_WORDS)
    }

    /// How many cards a file has.
    pub fn cards_per_file(&self) -> usize {
        let per = (self.entries.len() / CARD_FILES).next_power_of_two();
        per.clamp(CARDS.0, CARDS.1)
    }

    pub fn cards(&self) -> usize {
        self.entries.len().div_ceil(self.cards_per_file())
    }

    /// The entries whose cards are in file `n`.
    pub fn on_cards(&self, n: usize) -> &[EntryId] {
        self.entries
            .chunks(self.cards_per_file())
            .nth(n)
            .unwrap_or_default()
    }

    /// All files of the index.
    pub fn files(&self) -> impl Iterator<Item = IndexFile> {
        let facets = self.values.iter().enumerate();
        let facets = facets.flat_map(|(n, (_, values))| {
            let more = values.len() > FIRST;
            [
                Some(IndexFile::Facet(n, false)),
                more.then_some(IndexFile::Facet(n, true)),
            ]
        });
        [
            IndexFile::Manifest,
            IndexFile::Dates,
            IndexFile::Order,
            IndexFile::Times,
            IndexFile::Spellings,
        ]
        .into_iter()
        .chain(facets.flatten())
        .chain((0..self.word_files()).map(IndexFile::Words))
        .chain((0..self.cards()).map(IndexFile::Cards))
    }
}

/// A filter with a closed list of choices.
#[derive(Debug)]
pub struct Facet {
    pub of: FacetOf,
    /// The choices that at least one entry has. Of a taxonomy and of sources, most frequent first;
    /// otherwise in the configured order.
    pub values: Vec<FacetValue>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetOf {
    Taxonomy(usize),
    Status,
    Certainty,
    /// The publishers of sources.
    Source,
    Stance,
    Importance,
}

#[derive(Debug)]
pub struct FacetValue {
    pub of: FacetValueOf,
    /// Numbers in the index, ascending.
    pub entries: Vec<u32>,
    /// How many of them are entries.
    pub count: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetValueOf {
    Term(TermRef),
    /// Index in the configuration.
    Status(usize),
    /// Expected, and its latest day has passed.
    Overdue,
    /// Index in the configuration.
    Certainty(usize),
    /// Index in the list of publishers.
    Source(usize),
    /// Index in the configuration.
    Stance(usize),
    Importance(u8),
}

/// The publishers of the sources of entries. Names that differ only in signs and capitals are one.
#[derive(Debug, Default)]
struct Publishers {
    /// As first written.
    names: Vec<String>,
    /// By each way of writing.
    numbers: HashMap<String, usize>,
}

impl Publishers {
    fn of(site: &Site) -> Self {
        let (mut publishers, mut by_slug) = (Self::default(), HashMap::new());
        // In parallel, since sources are many and their publishers few.
        let of_part = |ids: &[EntryId]| {
            let names = ids.iter().flat_map(|id| published(site, site.entry(*id)));
            let mut known = HashSet::new();
            names.filter(|name| known.insert(*name)).collect()
        };
        let parts = site.oldest.par_chunks(1024).map(of_part);
        let parts: Vec<Vec<&str>> = parts.collect();
        for name in parts.into_iter().flatten() {
            if publishers.numbers.contains_key(name) {
                continue;
            }
            let number = *by_slug.entry(slug(name)).or_insert_with(|| {
                publishers.names.push(name.to_owned());
                publishers.names.len() - 1
            });
            publishers.numbers.insert(name.to_owned(), number);
        }
        publishers
    }
}

/// The names of the publishers of an entry's sources.
fn published<'s>(site: &'s Site, entry: &'s Entry) -> impl Iterator<Item = &'s str> {
    let citations = site.citations_of(entry);
    citations.filter_map(|citation| citation.publisher.as_deref())
}

/// The facets that distinguish entries, each with the choices that at least one entry has.
fn facet_values(site: &Site, publishers: &Publishers) -> Vec<(FacetOf, Vec<FacetValueOf>)> {
    let shows = |id: &EntryId| !site.entry(*id).background;
    let taxonomies = site.taxonomies.iter().enumerate().map(|(t, taxonomy)| {
        let terms = taxonomy.terms.iter().enumerate();
        let terms = terms.filter(|(_, term)| term.entries.iter().any(shows));
        let value = |(term, _)| FacetValueOf::Term(TermRef { taxonomy: t, term });
        (FacetOf::Taxonomy(t), terms.map(value).collect())
    });
    let had = had(site);
    let of_statuses = |n: usize| match had.status[n] {
        true if n == site.config.statuses.len() => Some(FacetValueOf::Overdue),
        true => Some(FacetValueOf::Status(n)),
        false => None,
    };
    let statuses = (0..had.status.len()).filter_map(of_statuses);
    let certainties = (0..had.certainty.len()).filter(|n| had.certainty[*n]);
    let sources = 0..publishers.names.len();
    let stances = (0..had.stance.len()).filter(|n| had.stance[*n]);
    let importances = (1..=u8::MAX).rev();
    let importances = importances.filter(|i| had.importance[usize::from(*i)]);
    let all: Vec<(FacetOf, Vec<FacetValueOf>)> = taxonomies
        .chain([
            (FacetOf::Status, statuses.collect()),
            (
                FacetOf::Certainty,
                certainties.map(FacetValueOf::Certainty).collect(),
            ),
            (FacetOf::Source, sources.map(FacetValueOf::Source).collect()),
            (FacetOf::Stance, stances.map(FacetValueOf::Stance).collect()),
            (
                FacetOf::Importance,
                importances.map(FacetValueOf::Importance).collect(),
            ),
        ])
        .collect();
    let apart = |(of, values): &(FacetOf, Vec<FacetValueOf>)| {
        let one = matches!(of, FacetOf::Taxonomy(_) | FacetOf::Stance);
        values.len() > usize::from(!one)
    };
    all.into_iter().filter(apart).collect()
}

/// Which values occur: by index in the configuration, or by the number itself for importance.
struct UsedValues {
    /// The last element: overdue.
    status: Vec<bool>,
    certainty: Vec<bool>,
    stance: Vec<bool>,
    importance: Vec<bool>,
}

fn had(site: &Site) -> UsedValues {
    let none = || UsedValues {
        status: vec![false; site.config.statuses.len() + 1],
        certainty: vec![false; site.config.certainties.len()],
        stance: vec![false; site.config.stances.len()],
        importance: vec![false; usize::from(u8::MAX) + 1],
    };
    let overdue = site.config.statuses.len();
    let entries = site.entries.par_iter().filter(|entry| !entry.background);
    let with = |mut had: UsedValues, entry: &Entry| {
        for status in site.statuses_of(entry) {
            had.status[status] = true;
        }
        had.status[overdue] |= entry.overdue(site.today);
        if let Some(certainty) = entry.certainty {
            had.certainty[certainty] = true;
        }
        had.importance[usize::from(entry.importance.max(1))] = true;
        for (_, stance) in &entry.stances {
            had.stance[*stance] = true;
        }
        had
    };
    let both = |mut one: UsedValues, other: UsedValues| {
        let pairs = [
            (&mut one.status, &other.status),
            (&mut one.certainty, &other.certainty),
            (&mut one.stance, &other.stance),
            (&mut one.importance, &other.importance),
        ];
        for (one, other) in pairs {
            one.iter_mut().zip(other).for_each(|(a, b)| *a |= b);
        }
        one
    };
    entries.fold(none, with).reduce(none, both)
}

/// Collects which entries have each of these choices.
fn facet(site: &Site, layout: &Layout, of: FacetOf, values: &[FacetValueOf]) -> Facet {
    let at = |value: FacetValueOf| values.iter().position(|c| *c == value);
    let terms: HashMap<usize, usize> = values
        .iter()
        .enumerate()
        .filter_map(|(n, value)| match value {
            FacetValueOf::Term(term) => Some((term.term, n)),
            _ => None,
        })
        .collect();
    let mut sets: Vec<Vec<u32>> = vec![Vec::new(); values.len()];
    for (n, id) in layout.entries.iter().enumerate() {
        let entry = site.entry(*id);
        let mut add = |at: Option<usize>| {
            let set = at.map(|at| &mut sets[at]);
            if let Some(set) = set.filter(|set| set.last() != Some(&(n as u32))) {
                set.push(n as u32);
            }
        };
        match of {
            FacetOf::Taxonomy(t) => {
                let own = entry.terms.iter().filter(|term| term.taxonomy == t);
                own.for_each(|term| add(terms.get(&term.term).copied()));
            }
            FacetOf::Status => {
                let statuses = site.statuses_of(entry);
                statuses.for_each(|status| add(at(FacetValueOf::Status(status))));
                if entry.overdue(site.today) {
                    add(at(FacetValueOf::Overdue));
                }
            }
            FacetOf::Certainty => {
                let certainty = entry.certainty.map(FacetValueOf::Certainty);
                add(certainty.and_then(at));
            }
            FacetOf::Source => {
                let numbers = &layout.publishers.numbers;
                published(site, entry).for_each(|name| add(numbers.get(name).copied()));
            }
            FacetOf::Stance => {
                let stances = entry.stances.iter();
                stances.for_each(|(_, stance)| add(at(FacetValueOf::Stance(*stance))));
            }
            FacetOf::Importance => add(at(FacetValueOf::Importance(entry.importance.max(1)))),
        }
    }
    let values = values.iter().zip(sets);
    let mut values: Vec<FacetValue> = values
        .map(|(of, entries)| FacetValue {
            of: *of,
            count: entries.partition_point(|n| (*n as usize) < layout.shown),
            entries,
        })
        .collect();
    if matches!(of, FacetOf::Taxonomy(_) | FacetOf::Source) {
        values.sort_by_key(|value| std::cmp::Reverse(value.count));
    }
    Facet { of, values }
}

impl Facet {
    /// Its name in addresses, the same as in the front matter.
    pub fn id<'a>(&self, site: &'a Site) -> &'a str {
        match self.of {
            FacetOf::Taxonomy(t) => &site.config.taxonomies[t].id,
            FacetOf::Status => "status",
            FacetOf::Certainty => "certainty",
            FacetOf::Source => "sources",
            FacetOf::Stance => "stance",
            FacetOf::Importance => "importance",
        }
    }
}
