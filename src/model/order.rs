//! The order of entries and articles.

use rayon::prelude::*;

use super::entry::{Entry, EntryId};
use super::taxonomy::{Taxonomy, TermNames};
use crate::content::article::{Article, ArticleId};
use crate::content::date::{Direction, OrderKey, order_key};
use crate::content::natural::compare_naturally;

/// Every list of entries, in its order.
pub(super) struct EntryLists {
    /// All entries that are not background, newest first.
    pub newest: Vec<EntryId>,
    /// The same, oldest first.
    pub oldest: Vec<EntryId>,
    pub taxonomies: Vec<Taxonomy>,
    pub ranks: Ranks,
}

impl EntryLists {
    pub fn new(entries: &[Entry], articles: &[Article], terms: Vec<TermNames>) -> Self {
        let ((newest, taxonomies), oldest) = rayon::join(
            || {
                let newest = sorted(entries, articles, Direction::Newest);
                let taxonomies = taxonomies(terms, &newest, entries);
                (newest, taxonomies)
            },
            || on_timelines(sorted(entries, articles, Direction::Oldest), entries),
        );
        Self {
            ranks: Ranks::new(&newest, &oldest),
            newest: on_timelines(newest, entries),
            oldest,
            taxonomies,
        }
    }
}

/// Where each entry is in both directions.
#[derive(Debug)]
pub(super) struct Ranks {
    /// By entry: how many come before it, newest first, background included.
    pub newest: Vec<usize>,
    /// By entry: how many come before it, oldest first; None for background.
    pub oldest: Vec<Option<usize>>,
}

impl Ranks {
    /// `newest` are all entries; `oldest` are those that are not background.
    fn new(newest: &[EntryId], oldest: &[EntryId]) -> Self {
        let mut ranks = Self {
            newest: vec![0; newest.len()],
            oldest: vec![None; newest.len()],
        };
        for (rank, id) in newest.iter().enumerate() {
            ranks.newest[id.0] = rank;
        }
        for (rank, id) in oldest.iter().enumerate() {
            ranks.oldest[id.0] = Some(rank);
        }
        ranks
    }
}

/// The key that an entry of `article` is sorted by.
pub(super) fn key(entry: &Entry, article: &Article, direction: Direction) -> OrderKey {
    let published = article.front.published.map(|p| p.at);
    let date = entry.date.as_ref();
    match entry.listed {
        None => order_key(date, direction, entry.order, published, &entry.id),
        Some(_) => {
            let id = format!("{} {}", article.id, entry.id);
            order_key(date, direction, entry.order, published, &id)
        }
    }
}

/// All entries in their order, background included.
fn sorted(entries: &[Entry], articles: &[Article], direction: Direction) -> Vec<EntryId> {
    let keys: Vec<OrderKey> = entries
        .par_iter()
        .map(|entry| key(entry, &articles[entry.article.0], direction))
        .collect();
    let numbered = keys.par_iter().enumerate();
    let mut keyed: Vec<_> = numbered.map(|(i, key)| (key.date(), i)).collect();
    keyed.par_sort_by(|(a, i), (b, j)| a.cmp(b).then_with(|| keys[*i].cmp(&keys[*j])));
    keyed.into_iter().map(|(_, i)| EntryId(i)).collect()
}

/// Those of `sorted` that are on timelines, in the same order.
fn on_timelines(sorted: Vec<EntryId>, entries: &[Entry]) -> Vec<EntryId> {
    let shown = sorted.into_iter().filter(|id| !entries[id.0].background);
    shown.collect()
}

/// The taxonomies, with the entries of each term in the order of `newest`. Entries of a
/// translation are only under terms that their originals do not have; an entry that is folded has
/// passed its terms on.
fn taxonomies(terms: Vec<TermNames>, newest: &[EntryId], entries: &[Entry]) -> Vec<Taxonomy> {
    let mut of_terms: Vec<Vec<Vec<EntryId>>> =
        terms.iter().map(|t| vec![Vec::new(); t.len()]).collect();
    for id in newest {
        let entry = &entries[id.0];
        if entry.folded_into.is_some() {
            continue;
        }
        let original = entry.original.map(|original| &entries[original.0]);
        for term in &entry.terms {
            if original.is_none_or(|original| !original.terms.contains(term)) {
                of_terms[term.taxonomy][term.term].push(*id);
            }
        }
    }
    let taxonomies = terms.into_iter().zip(of_terms);
    taxonomies
        .map(|(terms, of_terms)| {
            Taxonomy::new(terms, of_terms, |id| {
                let entry = &entries[id.0];
                entry.background.then_some(entry.article)
            })
        })
        .collect()
}

/// Those articles for which `lists` is true and whose publication is known, the newest first.
pub(super) fn by_publication(
    articles: &[Article],
    lists: impl Fn(ArticleId) -> bool,
) -> Vec<ArticleId> {
    let all = articles.iter().enumerate();
    let listed = all.filter(|(i, _)| lists(ArticleId(*i)));
    let mut published: Vec<_> = listed
        .filter_map(|(i, a)| Some((a.published()?.at, &a.id, ArticleId(i))))
        .collect();
    published.par_sort_by(|(at, id, _), (other, other_id, _)| {
        let same = || compare_naturally(other_id, id);
        other.cmp(at).then_with(same)
    });
    published.into_iter().map(|(_, _, id)| id).collect()
}
