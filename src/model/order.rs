//! The order of entries and articles.

use std::borrow::Cow;
use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use rayon::prelude::*;

use super::entry::{Entry, EntryId};
use super::taxonomy::{Taxonomy, TermNames};
use crate::content::article::{Article, ArticleId};
use crate::content::date::{Direction, OrderKey, OrderRank, order_key, order_rank};
use crate::content::natural::{NaturalId, compare_naturally};

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
    let (date, id) = (entry.date.as_ref(), id(entry, article));
    order_key(date, direction, entry.order, published(article), &id)
}

fn published(article: &Article) -> Option<DateTime<Utc>> {
    article.front.published.map(|p| p.at)
}

/// The id by which an entry is sorted: that of an event that an article lists is only one among its own.
fn id<'e>(entry: &'e Entry, article: &Article) -> Cow<'e, str> {
    match entry.listed {
        None => Cow::Borrowed(&entry.id),
        Some(_) => format!("{} {}", article.id, entry.id).into(),
    }
}

/// All entries in their order, background included: that of [`key`], but ids are looked at only where
/// ranks are equal.
fn sorted(entries: &[Entry], articles: &[Article], direction: Direction) -> Vec<EntryId> {
    let rank = |(i, entry): (usize, &Entry)| {
        let published = published(&articles[entry.article.0]);
        let rank = order_rank(entry.date.as_ref(), direction, entry.order, published);
        (rank, i)
    };
    let mut ranked: Vec<(OrderRank, usize)> = entries.par_iter().enumerate().map(rank).collect();
    ranked.par_sort_by_key(|(rank, _)| *rank);
    let id = |(_, i): &(OrderRank, usize)| {
        let entry = &entries[*i];
        NaturalId(id(entry, &articles[entry.article.0]).into_owned())
    };
    for equal in ranked.chunk_by_mut(|a, b| a.0 == b.0) {
        match direction {
            _ if equal.len() == 1 => {}
            Direction::Oldest => equal.sort_by_cached_key(id),
            Direction::Newest => equal.sort_by_cached_key(|at| Reverse(id(at))),
        }
    }
    ranked.into_iter().map(|(_, i)| EntryId(i)).collect()
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
