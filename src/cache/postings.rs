//! Postings of the segments of articles: see [`postings`](crate::search::postings).

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use super::segments::{Bytes, CachedFile};
use super::state::IndexState;
use super::{Cache, damaged};
use crate::digest;
use crate::search::postings::{Postings, PostingsInput, SearchText, written};
use crate::search::{PostingsEdit, StoredPostings};
use crate::world::World;

/// Prefix of the names of their files.
pub(super) const KIND: &str = "words";

pub(super) fn file_name(digest: &[u8; 16]) -> String {
    format!("{KIND}-{:032x}", u128::from_be_bytes(*digest))
}

/// The postings of a cache.
pub struct CachedPostings<'a> {
    pub cache: &'a Cache,
    pub world: &'a dyn World,
}

impl StoredPostings for CachedPostings<'_> {
    fn len(&self, digest: &[u8; 16]) -> Option<usize> {
        self.cache.store.segment_len(self.world, &file_name(digest))
    }

    fn whole(&self, digest: &[u8; 16]) -> Option<Vec<u8>> {
        self.cache.postings(self.world, digest)
    }

    fn parts(&self, digest: &[u8; 16], parts: &[Range<usize>]) -> Option<Vec<u8>> {
        let store = &self.cache.store;
        store.segment_parts(self.world, &file_name(digest), parts)
    }
}

impl Cache {
    /// Returns, for each segment of articles in this build, its first path and the digest of its
    /// postings, if it has any.
    pub fn all_postings(&self) -> Vec<(&str, Option<[u8; 16]>)> {
        let known = &self.next.all_postings;
        let digest = |path: &String| {
            let at = known.binary_search_by(|(first, _)| first.cmp(path)).ok()?;
            Some(known[at].1)
        };
        let segments = self.next.segments.first().into_iter().flatten();
        segments
            .map(|(first, _)| (first.as_str(), digest(first)))
            .collect()
    }

    /// Returns the postings with a digest. `None` if they are missing or damaged.
    pub fn postings(&self, world: &dyn World, digest: &[u8; 16]) -> Option<Vec<u8>> {
        let bytes = self.store.segment(world, &file_name(digest))?;
        (digest::of(&bytes) == *digest).then_some(bytes)
    }

    /// Returns for each segment of articles the digest of its postings in the last build and in this
    /// one. `None` if one of them has none.
    pub fn postings_edits(&self) -> Option<Vec<PostingsEdit>> {
        let (before, now) = (&self.last.all_postings, &self.next.all_postings);
        let segments = self.next.segments.first()?.len();
        if before.len() != segments || now.len() != segments {
            return None;
        }
        let edit = |((first, before), (path, now)): (&(String, _), &(String, _))| {
            let (before, now) = (*before, *now);
            (first == path).then_some(PostingsEdit { before, now })
        };
        before.iter().zip(now).map(edit).collect()
    }

    /// Stores the postings of the segment that starts with `first`, for which no sound ones were
    /// stored.
    pub fn note_postings(&mut self, world: &dyn World, first: &str, bytes: Vec<u8>) {
        let digest = self.keep_postings(world, bytes);
        let known = &mut self.next.all_postings;
        match known.binary_search_by(|(path, _)| path.as_str().cmp(first)) {
            Ok(at) => {
                known[at].1 = digest;
                if self.told.is_empty() {
                    self.told.push(damaged());
                }
            }
            Err(at) => known.insert(at, (first.to_owned(), digest)),
        }
    }

    /// What the last build recorded about the index.
    pub fn index(&self, edition: usize) -> Option<&IndexState> {
        self.last.indices.get(edition)?.as_ref()
    }

    fn keep_postings(&self, world: &dyn World, bytes: Vec<u8>) -> [u8; 16] {
        let digest = digest::of(&bytes);
        self.store.keep(world, &file_name(&digest), bytes);
        digest
    }

    /// Writes the postings of the segment that starts with `first`, and returns their digest.
    /// `search_texts` holds for each article its index in `kept`, and its search text if it was
    /// parsed in this build; `same` tells whether no file was removed; `broken` is set if the
    /// stored postings are damaged. `None` if the words of an article are not known.
    pub(super) fn merged_postings(
        &self,
        world: &dyn World,
        first: &str,
        kept: &[CachedFile<'_>],
        search_texts: &[(usize, Option<SearchText>)],
        same: bool,
        broken: &AtomicBool,
    ) -> Option<[u8; 16]> {
        let is_new = |at: usize| matches!(kept[at].bytes, Bytes::New(_));
        let known = self.last.all_postings.iter();
        let known = known
            .filter(|_| self.last.parsing == self.next.parsing)
            .find(|(path, _)| path == first)
            .map(|(_, digest)| digest);
        let all_known = (0..kept.len()).all(|at| !is_new(at));
        if same && all_known {
            return known.copied();
        }
        let old = known.and_then(|digest| self.postings(world, digest));
        if known.is_some() && old.is_none() {
            broken.store(true, Ordering::Relaxed);
        }
        let old = old.as_ref().and_then(|bytes| Postings::read(bytes));
        let given = search_texts.iter().map(|(at, search_text)| {
            let given = match search_text {
                Some(search_text) if is_new(*at) => PostingsInput::New(search_text),
                _ => PostingsInput::Same,
            };
            (kept[*at].path, given)
        });
        let bytes = written(&given.collect::<Vec<_>>(), old.as_ref())?;
        Some(self.keep_postings(world, bytes))
    }
}
