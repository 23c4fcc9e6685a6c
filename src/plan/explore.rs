//! What `/explore/` tells apart, and the files of its index.

use std::collections::HashMap;
use std::sync::OnceLock;

use rayon::prelude::*;
use serde::Serialize;

use super::{Claim, Fingerprints, Page, own};
use crate::model::entry::{Entry, EntryId};
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
    /// What tells something apart, and the choices that some entry has.
    choices: Vec<(FacetOf, Vec<ChoiceOf>)>,
    facets: OnceLock<Vec<Facet>>,
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
        (!entries.is_empty()).then(|| Self {
            entries,
            choices: choices(site),
            facets: OnceLock::new(),
            explore: format!("assets/explore.{}.js", fingerprints.explore),
            search: format!("assets/search.{}.js", fingerprints.search),
        })
    }

    /// The facets that the entries tell apart. A preview of another page does without.
    ///
    /// Never parts its work among threads: others wait for it.
    pub fn facets(&self, site: &Site) -> &[Facet] {
        let made = || {
            let all = self.choices.iter();
            all.map(|(of, choices)| facet(site, &self.entries, *of, choices))
                .collect()
        };
        self.facets.get_or_init(made)
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
        let facets = self.choices.iter().enumerate();
        let facets = facets.flat_map(|(n, (_, choices))| {
            let more = choices.len() > FIRST;
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

/// The facets that tell something apart, each with the choices that some entry has.
fn choices(site: &Site) -> Vec<(FacetOf, Vec<ChoiceOf>)> {
    let shows = |id: &EntryId| !site.entry(*id).translated;
    let taxonomies = site.taxonomies.iter().enumerate().map(|(t, taxonomy)| {
        let terms = taxonomy.terms.iter().enumerate();
        let terms = terms.filter(|(_, term)| term.entries.iter().any(shows));
        let choice = |(term, _)| ChoiceOf::Term(TermRef { taxonomy: t, term });
        (FacetOf::Taxonomy(t), terms.map(choice).collect())
    });
    let had = had(site);
    let of_statuses = |n: usize| match had.status[n] {
        true if n == site.config.statuses.len() => Some(ChoiceOf::Overdue),
        true => Some(ChoiceOf::Status(n)),
        false => None,
    };
    let statuses = (0..had.status.len()).filter_map(of_statuses);
    let stances = (0..had.stance.len()).filter(|n| had.stance[*n]);
    let importances = (1..=u8::MAX).rev();
    let importances = importances.filter(|i| had.importance[usize::from(*i)]);
    let all: Vec<(FacetOf, Vec<ChoiceOf>)> = taxonomies
        .chain([
            (FacetOf::Status, statuses.collect()),
            (FacetOf::Stance, stances.map(ChoiceOf::Stance).collect()),
            (
                FacetOf::Importance,
                importances.map(ChoiceOf::Importance).collect(),
            ),
        ])
        .collect();
    let apart = |(of, choices): &(FacetOf, Vec<ChoiceOf>)| {
        let one = matches!(of, FacetOf::Taxonomy(_) | FacetOf::Stance);
        choices.len() > usize::from(!one)
    };
    all.into_iter().filter(apart).collect()
}

/// What some entry has, by index in the configuration; and by number, of importance.
struct Had {
    /// The last: overdue.
    status: Vec<bool>,
    stance: Vec<bool>,
    importance: Vec<bool>,
}

fn had(site: &Site) -> Had {
    let none = || Had {
        status: vec![false; site.config.statuses.len() + 1],
        stance: vec![false; site.config.stances.len()],
        importance: vec![false; usize::from(u8::MAX) + 1],
    };
    let overdue = site.config.statuses.len();
    let entries = site.entries.par_iter().filter(|entry| !entry.translated);
    let with = |mut had: Had, entry: &Entry| {
        had.status[entry.status] = true;
        had.status[overdue] |= entry.overdue(site.today);
        had.importance[usize::from(entry.importance.max(1))] = true;
        for (_, stance) in &entry.stances {
            had.stance[*stance] = true;
        }
        had
    };
    let both = |mut one: Had, other: Had| {
        let pairs = [
            (&mut one.status, &other.status),
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

/// Which entries have each of these choices.
fn facet(site: &Site, entries: &[EntryId], of: FacetOf, choices: &[ChoiceOf]) -> Facet {
    let at = |choice: ChoiceOf| choices.iter().position(|c| *c == choice);
    let terms: HashMap<usize, usize> = choices
        .iter()
        .enumerate()
        .filter_map(|(n, choice)| match choice {
            ChoiceOf::Term(term) => Some((term.term, n)),
            _ => None,
        })
        .collect();
    let mut sets: Vec<Vec<u32>> = vec![Vec::new(); choices.len()];
    for (n, id) in entries.iter().enumerate() {
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
                add(at(ChoiceOf::Status(entry.status)));
                if entry.overdue(site.today) {
                    add(at(ChoiceOf::Overdue));
                }
            }
            FacetOf::Stance => {
                let stances = entry.stances.iter();
                stances.for_each(|(_, stance)| add(at(ChoiceOf::Stance(*stance))));
            }
            FacetOf::Importance => add(at(ChoiceOf::Importance(entry.importance.max(1)))),
        }
    }
    let choices = choices.iter().zip(sets);
    let mut choices: Vec<Choice> = choices
        .map(|(of, entries)| Choice { of: *of, entries })
        .collect();
    if matches!(of, FacetOf::Taxonomy(_)) {
        choices.sort_by_key(|choice| std::cmp::Reverse(choice.entries.len()));
    }
    Facet { of, choices }
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
