//! How postings are divided into term shards, and what the next build needs to know of it: dividing
//! them takes a pass over all their words, and most postings are those of the last build.

use std::collections::BTreeSet;
use std::ops::Range;

use foldhash::HashMap;

use super::posting_list::{read_varint, varint};
use super::sharding::is_sampled;
use super::term_shards::SegmentPostings;
use crate::digest;

/// Where the words of each shard are in one set of postings.
#[derive(Debug, PartialEq, Eq)]
pub struct Slices {
    /// The offset of each shard's slice, and the end.
    at: Vec<usize>,
    /// The pairs whose stem belongs to another shard.
    pub foreign: Vec<ForeignTerm>,
}

/// A pair whose stem falls into the range of another shard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ForeignTerm {
    pub file: usize,
    /// The shard that the stem falls into.
    pub range: usize,
    /// Offset of the pair.
    pub at: usize,
}

impl Slices {
    /// Divides a set of postings. `beginnings`: where each shard starts.
    pub fn new(part: &SegmentPostings, beginnings: &[String]) -> Self {
        let mut at = Vec::with_capacity(beginnings.len() + 1);
        let mut foreign = Vec::new();
        let mut stem = String::new();
        let before_next = |n: usize, word: &str| {
            let next = beginnings.get(n + 1);
            next.is_none_or(|next| word < next.as_str())
        };
        let within = |n: usize, word: &str| beginnings[n].as_str() <= word && before_next(n, word);
        for pair in part.pairs() {
            // Pairs are in order: none belongs to an earlier shard.
            while at.is_empty() || !before_next(at.len() - 1, pair.form) {
                at.push(pair.at);
            }
            let file = at.len() - 1;
            if pair.is_stem() {
                continue;
            }
            pair.stem(&mut stem);
            if !within(file, &stem) {
                let range = beginnings.partition_point(|b| b.as_str() <= stem.as_str());
                foreign.push(ForeignTerm {
                    file,
                    range: range.saturating_sub(1),
                    at: pair.at,
                });
            }
        }
        at.resize(beginnings.len() + 1, part.bytes.len());
        Self { at, foreign }
    }

    /// The bytes before the first slice: the list of files.
    pub fn files(&self) -> Range<usize> {
        0..self.at.first().copied().unwrap_or(0)
    }

    /// The bytes of a shard's slice.
    pub fn of_shard(&self, n: usize) -> Range<usize> {
        self.at[n]..self.at[n + 1]
    }

    /// Returns where the slices of some `shards` are, if nothing but the list of files and they, one
    /// after another, are kept of the postings.
    pub fn of_kept(&self, shards: &[usize]) -> Self {
        let mut at = vec![self.files().end];
        let mut kept = shards.iter().peekable();
        for n in 0..self.at.len() - 1 {
            let is_kept = kept.next_if_eq(&&n).is_some();
            let len = if is_kept { self.of_shard(n).len() } else { 0 };
            at.push(at[n] + len);
        }
        let foreign = self
            .foreign
            .iter()
            .filter(|f| shards.binary_search(&f.file).is_ok());
        let foreign = foreign.map(|f| ForeignTerm {
            at: f.at - self.at[f.file] + at[f.file],
            ..*f
        });
        let foreign = foreign.collect();
        Self { at, foreign }
    }

    fn encoded(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.at.len() * 2 + self.foreign.len() * 5);
        let number = |n: usize, out: &mut Vec<u8>| varint(n as u64, out);
        let mut last = 0;
        for at in &self.at {
            number(at - last, &mut out);
            last = *at;
        }
        number(self.foreign.len(), &mut out);
        let (mut last_file, mut last) = (0, 0);
        for ForeignTerm { file, range, at } in &self.foreign {
            number(file - last_file, &mut out);
            number(*range, &mut out);
            number(at - last, &mut out);
            (last_file, last) = (*file, *at);
        }
        out
    }

    /// `None` if the bytes are not the slices of so many shards in postings of `len` bytes.
    fn decoded(bytes: &[u8], shards: usize, len: usize) -> Option<Self> {
        let mut place = 0;
        let mut number = || read_varint(bytes, &mut place);
        let mut at_of_shards = Vec::with_capacity(shards + 1);
        let mut last: usize = 0;
        for _ in 0..=shards {
            last = last.checked_add(number()?).filter(|at| *at <= len)?;
            at_of_shards.push(last);
        }
        let mut foreign = Vec::new();
        let (mut file, mut last) = (0_usize, 0_usize);
        for _ in 0..number()? {
            file = file.checked_add(number()?).filter(|file| *file < shards)?;
            let range = number().filter(|range| *range < shards)?;
            last = last.checked_add(number()?)?;
            let at = last;
            if !(at_of_shards[file]..at_of_shards[file + 1]).contains(&at) {
                return None;
            }
            foreign.push(ForeignTerm { file, range, at });
        }
        let at = at_of_shards;
        (place == bytes.len()).then_some(Self { at, foreign })
    }
}

/// For each shard a sum of the digests of its slices, and last that of all lists of files: what an
/// edit changes in it can be computed from the postings that changed, and whoever reads all slices of
/// a shard can tell that they are sound.
#[derive(Debug)]
pub struct Sums(Vec<u128>);

impl Sums {
    pub fn of_part(part: &SegmentPostings, slices: &Slices) -> Self {
        let shards = 0..slices.at.len().saturating_sub(1);
        let sums = shards.map(|n| of_slice(part, slices.of_shard(n)));
        Self(
            sums.chain([u128::from_be_bytes(part.files_digest)])
                .collect(),
        )
    }

    /// The sums of no postings at all, for so many shards.
    pub fn zero(shards: usize) -> Self {
        Self(vec![0; shards + 1])
    }

    fn change(&mut self, other: &Self, change: impl Fn(u128, u128) -> u128) {
        for (sum, other) in self.0.iter_mut().zip(&other.0) {
            *sum = change(*sum, *other);
        }
    }

    pub fn add(&mut self, other: &Self) {
        self.change(other, u128::wrapping_add);
    }

    pub fn subtract(&mut self, other: &Self) {
        self.change(other, u128::wrapping_sub);
    }

    pub fn of_shard(&self, n: usize) -> u128 {
        self.0[n]
    }

    /// Whether these parts have the lists of files that were summed.
    pub fn has_file_lists(&self, parts: &[SegmentPostings]) -> bool {
        let lists = parts
            .iter()
            .map(|part| u128::from_be_bytes(part.files_digest));
        self.0.last() == Some(&lists.fold(0, u128::wrapping_add))
    }

    /// Whether these parts have the slices of a shard that were summed.
    pub fn has_slices<'a>(
        &self,
        n: usize,
        parts: impl Iterator<Item = (&'a SegmentPostings, &'a Slices)>,
    ) -> bool {
        let slices = parts.map(|(part, slices)| of_slice(part, slices.of_shard(n)));
        self.0[n] == slices.fold(0, u128::wrapping_add)
    }

    fn encoded(&self) -> Vec<[u8; 16]> {
        self.0.iter().map(|sum| sum.to_be_bytes()).collect()
    }

    fn decoded(sums: &[[u8; 16]]) -> Self {
        Self(sums.iter().map(|sum| u128::from_be_bytes(*sum)).collect())
    }
}

/// The digest of a slice and of the files that its texts belong to.
fn of_slice(part: &SegmentPostings, slice: Range<usize>) -> u128 {
    let mut hasher = digest::Hasher::new();
    hasher.update(&part.files_digest).update(&part.bytes[slice]);
    u128::from_be_bytes(hasher.finish())
}

/// What the next build needs to know of all stored postings.
#[derive(Debug, Default)]
pub struct Division {
    /// The digest of each set of postings, and its slices as bytes.
    pub slices: Vec<([u8; 16], Vec<u8>)>,
    /// [`Sums`].
    pub sums: Vec<[u8; 16]>,
}

impl Division {
    pub fn new(parts: &[SegmentPostings], slices: &[Slices], sums: &Sums) -> Self {
        let parts = parts.iter().zip(slices);
        let stored = parts.filter_map(|(part, slices)| Some((part.digest?, slices.encoded())));
        Self {
            slices: stored.collect(),
            sums: sums.encoded(),
        }
    }
}

/// How the last build divided its postings.
#[derive(Debug, Clone, Copy)]
pub struct LastDivision<'a> {
    /// Where each shard starts.
    pub beginnings: &'a [String],
    pub spellings: &'a [u8],
    pub slices: &'a [([u8; 16], Vec<u8>)],
    pub sums: &'a [[u8; 16]],
    /// The paths of the articles that have changed since, if nothing but their texts, headlines and
    /// summaries has.
    pub edited: Option<&'a BTreeSet<&'a str>>,
}

impl<'a> LastDivision<'a> {
    /// Returns where shards start and the most frequent words, if they depend on nothing that has
    /// changed. `count`: the number of entries in the index.
    pub fn beginnings(&self, wanted: usize, count: usize) -> Option<(Vec<String>, Vec<u8>)> {
        let stands = |edited: &BTreeSet<&str>| !edited.iter().any(|path| is_sampled(path, count));
        (self.beginnings.len() == wanted
            && self.beginnings.is_sorted()
            && self.edited.is_some_and(stands))
        .then(|| (self.beginnings.to_vec(), self.spellings.to_vec()))
    }

    /// Returns the sums for as many shards.
    pub fn sums(&self, shards: usize) -> Option<Sums> {
        (self.sums.len() == shards + 1).then(|| Sums::decoded(self.sums))
    }

    /// Returns the slices for shards that start there.
    pub fn slices(&self, beginnings: &[String]) -> KnownSlices<'a> {
        let slices = match self.beginnings == beginnings {
            true => self.slices,
            false => &[],
        };
        KnownSlices {
            shards: beginnings.len(),
            slices: slices.iter().map(|(of, bytes)| (*of, &**bytes)).collect(),
        }
    }
}

/// The slices of the last build that are still right.
#[derive(Debug)]
pub struct KnownSlices<'a> {
    shards: usize,
    /// By the digest of the postings.
    slices: HashMap<[u8; 16], &'a [u8]>,
}

impl KnownSlices<'_> {
    /// `digest`: of the postings; `len`: how many bytes they have.
    pub fn of(&self, digest: &[u8; 16], len: usize) -> Option<Slices> {
        let slices = Slices::decoded(self.slices.get(digest)?, self.shards, len)?;
        (slices.at.last() == Some(&len)).then_some(slices)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slices() -> Slices {
        let foreign = |file, range, at| ForeignTerm { file, range, at };
        Slices {
            at: vec![3, 9, 200, 500],
            foreign: vec![foreign(0, 2, 3), foreign(2, 0, 480)],
        }
    }

    #[test]
    fn slices_are_read_as_they_were_written() {
        let bytes = slices().encoded();
        assert_eq!(Slices::decoded(&bytes, 3, 500), Some(slices()));
        // Of other shards, of other postings, or cut off.
        assert_eq!(Slices::decoded(&bytes, 2, 500), None);
        assert_eq!(Slices::decoded(&bytes, 3, 499), None);
        assert_eq!(Slices::decoded(&bytes[..bytes.len() - 1], 3, 500), None);
    }

    #[test]
    fn slices_that_are_kept_are_where_they_were_put() {
        let all = slices().of_kept(&[0, 1, 2]);
        assert_eq!(all, slices());
        let last = slices().of_kept(&[2]);
        assert_eq!(last.at, [3, 3, 3, 303]);
        let [foreign] = last.foreign[..] else {
            panic!("{last:?}")
        };
        assert_eq!((foreign.file, foreign.at), (2, 283));
    }

    #[test]
    fn sums_tell_what_was_changed() {
        let part = |bytes: &[u8]| SegmentPostings::of_bytes(bytes.to_vec(), 3);
        let slices = Slices {
            at: vec![3, 5, 5],
            foreign: Vec::new(),
        };
        let (one, two, other) = (part(b"one12"), part(b"two34"), part(b"one12x"));
        let mut sums = Sums::zero(2);
        for part in [&one, &two, &two] {
            sums.add(&Sums::of_part(part, &slices));
        }
        sums.subtract(&Sums::of_part(&two, &slices));
        let has = |parts: [&SegmentPostings; 2]| {
            let of = |n| sums.has_slices(n, parts.iter().map(|part| (*part, &slices)));
            (of(0), of(1))
        };
        assert_eq!(has([&one, &two]), (true, true));
        assert_eq!(has([&one, &part(b"two33")]), (false, true));
        // With another list of files, an empty slice differs too.
        assert_eq!(has([&one, &part(b"too34")]), (false, false));
        // What follows the slices does not count.
        assert_eq!(has([&other, &two]), (true, true));
        assert!(sums.has_file_lists(&[part(b"two"), part(b"one")]));
        assert!(!sums.has_file_lists(&[part(b"two"), part(b"two")]));
    }

    #[test]
    fn where_shards_begin_stands_unless_an_article_of_the_sample_has_changed() {
        const COUNT: usize = 10_000;
        let names: Vec<String> = (0..40).map(|n| format!("2026/event-{n}.md")).collect();
        let all = names.iter().map(String::as_str);
        let (sampled, others): (BTreeSet<&str>, BTreeSet<&str>) =
            all.partition(|path| is_sampled(path, COUNT));
        assert!(!sampled.is_empty() && sampled.len() < others.len());
        let beginnings = [String::new(), "m".to_owned()];
        let last = |edited| LastDivision {
            beginnings: &beginnings,
            spellings: b"",
            slices: &[],
            sums: &[],
            edited,
        };
        assert!(last(Some(&others)).beginnings(2, COUNT).is_some());
        let both = others.iter().chain(sampled.first()).copied().collect();
        assert!(last(Some(&both)).beginnings(2, COUNT).is_none());
        assert!(last(Some(&others)).beginnings(3, COUNT).is_none());
        // Something else than texts and headlines has changed.
        assert!(last(None).beginnings(2, COUNT).is_none());
    }

    proptest! {
        #[test]
        fn forged_slices_stay_within_the_postings(bytes in prop::collection::vec(0_u8..8, 0..20)) {
            if let Some(read) = Slices::decoded(&bytes, 2, 9) {
                prop_assert!((0..2).all(|n| read.of_shard(n).end <= 9 && read.of_shard(n).start <= read.of_shard(n).end));
                prop_assert!(read.foreign.iter().all(|f| f.file < 2 && f.range < 2 && f.at < 9));
                prop_assert!((0..2).all(|n| read.of_kept(&[n]).of_shard(n).len() == read.of_shard(n).len()));
            }
        }
    }
}
