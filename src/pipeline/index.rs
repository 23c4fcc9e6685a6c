//! The index of `/explore/` in an incremental build.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::Prepared;
use crate::cache::{Cache, CachedPostings, IndexState};
use crate::content::article::Article;
use crate::diagnostic::Diagnostic;
use crate::digest;
use crate::model::site::Site;
use crate::plan::Plan;
use crate::plan::explore::IndexFile;
use crate::search::postings::Postings;
use crate::search::{self, EncodedPostings, LastDivision, PostingsEdit, TermShards};
use crate::source::Sources;
use crate::world::World;

/// What changed since the last build, if only texts, headlines and summaries did.
pub(super) struct ContentEdits {
    /// The changed files, by path below the project.
    pub files: BTreeSet<String>,
    /// Those of them with another headline or summary.
    pub heads: BTreeSet<String>,
}

impl ContentEdits {
    /// The changed files below `content/`, by path below it.
    fn articles(&self) -> BTreeSet<&str> {
        let files = self.files.iter();
        files.filter_map(|f| f.strip_prefix("content/")).collect()
    }

    /// Whether all headlines and summaries are as they were.
    fn texts_alone(&self) -> bool {
        self.heads.is_empty()
    }
}

/// Prepares the word files that differ from the last build, from the postings in `cache`; missing
/// postings are computed from texts that are read again. `edits`: what changed since the last build,
/// if only texts, headlines and summaries did. `stands`: whether the output has a file at a route.
///
/// Does nothing if a text can't be read: whoever requests a file gets the error.
pub(super) fn resume(
    world: &dyn World,
    sources: &Sources,
    prepared: &Prepared,
    cache: &mut Cache,
    edits: Option<&ContentEdits>,
    stands: &(dyn Fn(&str) -> bool + Sync),
) {
    let editions = 0..=prepared.others.len();
    let layouts = editions.filter_map(|edition| {
        let (site, plan) = prepared.whole().edition(edition);
        Some((edition, site, plan, plan.explore.as_ref()?))
    });
    let layouts: Vec<_> = layouts.collect();
    if !cache.keeps() || layouts.is_empty() {
        return;
    }
    let edited: Option<BTreeSet<&str>> = edits.map(ContentEdits::articles);
    let texts_alone = edits.is_some_and(ContentEdits::texts_alone);
    // Without `edits`, any card may be another.
    let heads = edits.map(|edits| super::build_run::articles_of(&prepared.site, &edits.heads));
    let postings_edits = edited.as_ref().and_then(|_| cache.postings_edits());
    let resumed = |cache: &Cache, edition, site, plan: &Plan, layout, given: Given<'_>| {
        let known = cache.index(edition);
        let print = |n: usize, key: &[u8; 16]| {
            let (known, print) = known?.words.get(n)?;
            let route = format!("{}{}", plan.prefix, IndexFile::Words(n).route());
            (known == key && stands(&route)).then(|| print.clone())
        };
        let last = known.map(|last| LastDivision {
            beginnings: &last.beginnings,
            spellings: &last.spellings,
            slices: &last.slices,
            sums: &last.sums,
            edited: edited.as_ref(),
        });
        let index = prepared.index(edition);
        let head = known.filter(|_| texts_alone).map(|last| last.head.clone());
        let (words, ()) = rayon::join(
            || match given {
                Given::All(postings) => Some(TermShards::new(postings, site, layout, last, &print)),
                Given::Edits(edits) => {
                    let stored = CachedPostings { cache, world };
                    TermShards::of_edit(&stored, edits, site, layout, last?, &print)
                }
            },
            || {
                if head.is_none() {
                    let prints = known.and_then(|last| search::prints_of_cards(&last.head));
                    let prints = prints.unwrap_or_default();
                    let kept = |n: usize| {
                        let route = format!("{}{}", plan.prefix, IndexFile::Cards(n).route());
                        let page = cache.page(&route)?;
                        let same = !page.shown().any_of(heads.as_ref()?);
                        same.then(|| prints.get(n).cloned())?
                    };
                    index.prepare_documents(prepared.view_context(edition), layout, &kept);
                }
            },
        );
        let words = words?;
        index.resume(words, head);
        Some(())
    };
    let mut left = layouts;
    if let Some(edits) = &postings_edits {
        left.retain(|&(edition, site, plan, layout)| {
            resumed(cache, edition, site, plan, layout, Given::Edits(edits)).is_none()
        });
    }
    let Some(&(last, ..)) = left.last() else {
        return;
    };
    // The same for all editions, which have the same articles.
    let Ok(read) = all_postings(world, sources, &prepared.site, cache) else {
        return;
    };
    for part in read.iter().filter(|part| part.new) {
        cache.note_postings(world, &part.first, part.postings.bytes.clone());
    }
    let mut all_postings: Vec<EncodedPostings> = read.into_iter().map(|p| p.postings).collect();
    for (edition, site, plan, layout) in left {
        let postings = match last == edition {
            true => std::mem::take(&mut all_postings),
            false => all_postings.clone(),
        };
        resumed(cache, edition, site, plan, layout, Given::All(postings));
    }
}

/// What the term shards are made from.
enum Given<'a> {
    All(Vec<EncodedPostings>),
    Edits(&'a [PostingsEdit]),
}

/// The postings of one segment of the articles.
struct SegmentIndex {
    /// Path of the segment's first article.
    first: String,
    postings: EncodedPostings,
    /// Whether it had to be computed.
    new: bool,
}

/// Returns the postings of all segments, in order.
fn all_postings(
    world: &dyn World,
    sources: &Sources,
    site: &Site,
    cache: &Cache,
) -> Result<Vec<SegmentIndex>, Box<Diagnostic>> {
    let parts = cache.all_postings();
    let begin = |first: &str| site.articles.partition_point(|a| a.path.as_str() < first);
    let begins: Vec<usize> = parts.iter().map(|(first, _)| begin(first)).collect();
    let read = |(n, (first, digest)): (usize, &(&str, Option<[u8; 16]>))| {
        let end = begins.get(n + 1).copied();
        let articles = &site.articles[begins[n]..end.unwrap_or(site.articles.len())];
        let known = digest.and_then(|digest| cache.postings(world, &digest));
        let (bytes, new) = match known.filter(|bytes| covers(bytes, articles)) {
            Some(bytes) => (bytes, false),
            None => (search::postings(world, sources, site, articles)?, true),
        };
        let digest = match new {
            true => Some(digest::of(&bytes)),
            false => *digest,
        };
        Ok(SegmentIndex {
            first: (*first).to_owned(),
            postings: EncodedPostings { bytes, digest },
            new,
        })
    };
    parts.par_iter().enumerate().map(read).collect()
}

/// Returns whether the postings cover all these articles; both are sorted by path.
fn covers(bytes: &[u8], articles: &[Article]) -> bool {
    let Some(read) = Postings::read(bytes) else {
        return false;
    };
    let mut files = read.files.iter();
    articles
        .iter()
        .all(|article| files.any(|(path, _)| *path == article.path))
}

/// Returns what the next build needs to know about the index of each edition.
pub(super) fn remembered(prepared: &Prepared) -> Vec<Option<IndexState>> {
    let editions = 0..=prepared.others.len();
    let state = |edition| {
        let (words, head) = prepared.index(edition).known()?;
        let files = words.keys.iter().copied().zip(words.prints.iter().cloned());
        Some(IndexState {
            head: head.to_owned(),
            words: files.collect(),
            beginnings: words.beginnings.clone(),
            spellings: words.spellings.clone(),
            slices: words.division.slices.clone(),
            sums: words.division.sums.clone(),
        })
    };
    editions.map(state).collect()
}
