//! Term shards, the files of words: each is made from slices of postings.
//!
//! A shard holds the forms from its start to the start of the next, and for each of their stems all
//! entries, including those that contain it in a form of another shard. So it depends on one slice
//! of each set of postings and on the slices that share stems with it; the digest of all these is
//! its key.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use foldhash::{HashMap, HashMapExt as _};
use rayon::prelude::*;

use super::division::{Division, ForeignTerm, LastDivision, Slices};
use super::fields::{self, Seen};
use super::postings::{FormPosting, FormPostings, NONE, Postings, PostingsBuilder};
use super::sharding::beginnings;
use super::term_names::{TermName, term_names};
use crate::digest;
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::model::taxonomy::{Term, TermRef};
use crate::plan::explore::Layout;

/// The term shards.
#[derive(Debug)]
pub struct TermShards {
    /// Where each shard starts.
    pub beginnings: Vec<String>,
    pub keys: Vec<[u8; 16]>,
    /// Fingerprint of each.
    pub prints: Vec<String>,
    /// The most frequent words, as a file of the index.
    pub spellings: Vec<u8>,
    /// For the next build.
    pub division: Division,
    /// The bytes of shards that had to be made.
    made: Mutex<Vec<Option<Vec<u8>>>>,
}

impl TermShards {
    /// Makes the shards from the postings of all articles of the site. `last`: how the last build
    /// divided them. `known` returns the fingerprint of the shard with a key, if it is known; that
    /// shard is not made.
    pub fn new(
        all_postings: Vec<EncodedPostings>,
        site: &Site,
        layout: &Layout,
        last: Option<LastDivision<'_>>,
        known: &(dyn Fn(usize, &[u8; 16]) -> Option<String> + Sync),
    ) -> Self {
        let numbers = index_numbers(site, layout);
        let parts = all_postings.into_par_iter();
        let parts =
            parts.filter_map(|postings| SegmentPostings::of_articles(postings, site, &numbers));
        let (names, mut parts) = rayon::join(
            || SegmentPostings::of_names(site, layout, &numbers),
            || parts.collect::<Vec<_>>(),
        );
        parts.push(names);
        let whole = AllTerms::new(&parts, site, layout, last);
        let keys = whole.keys.par_iter().enumerate();
        let known: Vec<Option<String>> = keys.map(|(n, key)| known(n, key)).collect();
        let parted = whole.parted(&|file| known[file].is_none());
        let files = known.into_par_iter().enumerate();
        let files: Vec<(String, Option<Vec<u8>>)> = files
            .map(|(n, known)| match known {
                Some(print) => (print, None),
                None => {
                    let bytes = whole.file(n, &parted);
                    (super::print(&bytes), Some(bytes))
                }
            })
            .collect();
        let AllTerms {
            beginnings,
            keys,
            spellings,
            slices,
            ..
        } = whole;
        let (prints, made) = files.into_iter().unzip();
        Self {
            division: Division::new(&parts, &slices),
            beginnings,
            keys,
            prints,
            spellings,
            made: Mutex::new(made),
        }
    }

    /// Takes the bytes of a shard that had to be made; a second call returns `None`.
    pub fn take(&self, n: usize) -> Option<Vec<u8>> {
        let mut made = self
            .made
            .lock()
            .expect("no thread panics while it holds this");
        made.get_mut(n)?.take()
    }

    /// Like [`take`](Self::take), but may be called repeatedly.
    pub fn file(&self, n: usize) -> Option<Vec<u8>> {
        let made = self
            .made
            .lock()
            .expect("no thread panics while it holds this");
        made.get(n)?.clone()
    }
}

/// Returns the number in the index of each entry; [`NONE`] if it has none. A translation has the
/// number of its original.
fn index_numbers(site: &Site, layout: &Layout) -> Vec<u32> {
    let mut own = vec![NONE; site.entries.len()];
    for (n, id) in layout.entries.iter().enumerate() {
        own[id.0] = n as u32;
    }
    let ids = (0..site.entries.len()).map(EntryId);
    ids.map(|id| own[site.on_timeline(id).0]).collect()
}

/// The postings of some articles, encoded.
#[derive(Debug, Clone)]
pub struct EncodedPostings {
    pub bytes: Vec<u8>,
    /// Their digest, if they are stored.
    pub digest: Option<[u8; 16]>,
}

/// Postings, with the number in the index of each of their texts.
pub struct SegmentPostings {
    pub bytes: Vec<u8>,
    /// As in [`EncodedPostings`].
    pub digest: Option<[u8; 16]>,
    /// Offset of the first pair.
    begin: usize,
    /// [`NONE`] if the text is not in the index.
    pub numbers: Vec<u32>,
}

impl SegmentPostings {
    fn of_articles(postings: EncodedPostings, site: &Site, numbers: &[u32]) -> Option<Self> {
        let EncodedPostings { bytes, digest } = postings;
        let mut found = Vec::new();
        let read = Postings::read(&bytes)?;
        let begin = read.begin;
        for (path, texts) in read.files {
            let at = found.len();
            found.resize(at + texts, NONE);
            let by_path = |a: &crate::content::article::Article| a.path.as_str().cmp(path);
            let Ok(article) = site.articles.binary_search_by(by_path) else {
                continue;
            };
            let entries = &site.of_article[article];
            if let (Some(own), Some(first)) = (entries.own, found.get_mut(at)) {
                *first = numbers[own.0];
            }
            for id in &entries.listed {
                let place = site
                    .entry(*id)
                    .listed
                    .and_then(|n| found.get_mut(at + 1 + n));
                if let Some(place) = place {
                    *place = numbers[id.0];
                }
            }
        }
        Some(Self {
            bytes,
            digest,
            begin,
            numbers: found,
        })
    }

    /// Returns postings of the names of terms, which are not stemmed.
    fn of_names(site: &Site, layout: &Layout, numbers: &[u32]) -> Self {
        let mut texts: BTreeMap<_, (TermRef, Vec<u32>)> = BTreeMap::new();
        for (entry, number) in site.entries.iter().zip(numbers) {
            for term in entry.terms.iter().filter(|_| *number != NONE) {
                let at = (term.taxonomy, term.term);
                let of_term = texts.entry(at).or_insert_with(|| (*term, Vec::new()));
                of_term.1.push(*number);
            }
        }
        let count = layout.entries.len();
        let mut gathered = PostingsBuilder::default();
        for (term, texts) in texts.into_values() {
            let Term { label, name, .. } = site.term(term);
            gathered.name(label, &texts);
            if let Some(name) = name {
                gathered.name(name, &texts);
            }
        }
        let bytes = gathered.written(&[], count);
        Self {
            begin: Postings::read(&bytes).map_or(0, |read| read.begin),
            bytes,
            digest: None,
            numbers: (0..count as u32).collect(),
        }
    }

    /// Returns path and number of texts of each article.
    pub fn files(&self) -> Vec<(&str, usize)> {
        let read = Postings::read(&self.bytes);
        read.map_or_else(Vec::new, |read| read.files)
    }

    pub fn pairs(&self) -> FormPostings<'_> {
        FormPostings::of(&self.bytes, self.begin)
    }
}

/// All parts, divided into shards.
struct AllTerms<'a> {
    parts: &'a [SegmentPostings],
    count: usize,
    beginnings: Vec<String>,
    /// For each shard, the names of terms that belong to it.
    names: Vec<Vec<TermName>>,
    keys: Vec<[u8; 16]>,
    spellings: Vec<u8>,
    /// For each part.
    slices: Vec<Slices>,
    /// For each shard, which slices it depends on; its own is among them.
    needs: Vec<Vec<bool>>,
}

/// Stems with forms in several shards, each with the entries that contain it.
type SplitStems = HashMap<String, Vec<Seen>>;

impl<'a> AllTerms<'a> {
    fn new(
        parts: &'a [SegmentPostings],
        site: &Site,
        layout: &Layout,
        last: Option<LastDivision<'_>>,
    ) -> Self {
        let (wanted, count) = (layout.word_files(), layout.entries.len());
        let stands = last.and_then(|last| last.beginnings(wanted, count));
        let (beginnings, spellings) = stands.unwrap_or_else(|| beginnings(parts, wanted, count));
        let known = last.map(|last| last.slices(&beginnings));
        let slices = parts.par_iter().map(|part| {
            let known = known.as_ref().and_then(|known| known.of(part));
            known.unwrap_or_else(|| Slices::new(part, &beginnings))
        });
        let slices: Vec<Slices> = slices.collect();
        let mut ranges: Vec<BTreeSet<usize>> = (0..wanted).map(|n| [n].into()).collect();
        let mut users = ranges.clone();
        for ForeignTerm { file, range, .. } in slices.iter().flat_map(|part| &part.foreign) {
            ranges[*file].insert(*range);
            users[*range].insert(*file);
        }
        let needs = ranges.par_iter().map(|ranges| {
            let mut needs = vec![false; wanted];
            let slices = ranges.iter().flat_map(|range| &users[*range]);
            slices.for_each(|slice| needs[*slice] = true);
            needs
        });
        let needs = needs.collect();
        let mut whole = Self {
            parts,
            count,
            names: term_names(site, &beginnings),
            beginnings,
            keys: Vec::new(),
            spellings,
            slices,
            needs,
        };
        whole.keys = whole.keys();
        whole
    }

    fn keys(&self) -> Vec<[u8; 16]> {
        let mut numbers = digest::Hasher::new();
        for part in self.parts {
            let bytes: Vec<u8> = part.numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
            numbers.update(&bytes.len().to_le_bytes()).update(&bytes);
        }
        let numbers = numbers.finish();
        let slices = (0..self.needs.len()).into_par_iter().map(|n| {
            let mut hasher = digest::Hasher::new();
            for (part, slices) in self.parts.iter().zip(&self.slices) {
                let slice = &part.bytes[slices.of_shard(n)];
                hasher.update(&slice.len().to_le_bytes()).update(slice);
            }
            hasher.finish()
        });
        let slices: Vec<_> = slices.collect();
        let key = |(n, needs): (usize, &Vec<bool>)| {
            let mut hasher = digest::Hasher::new();
            hasher.update(&numbers);
            for beginning in &self.beginnings[n..self.beginnings.len().min(n + 2)] {
                let len = beginning.len().to_le_bytes();
                hasher.update(&len).update(beginning.as_bytes());
            }
            let names = serde_json::to_vec(&self.names[n]).expect("names always serialise");
            hasher.update(&names);
            // The starts tell which of the slices is the shard's own.
            for (slice, _) in slices.iter().zip(needs).filter(|(_, needs)| **needs) {
                hasher.update(slice);
            }
            hasher.finish()
        };
        self.needs.iter().enumerate().map(key).collect()
    }

    /// Returns the pairs of one part for one shard.
    fn pairs(&self, part: usize, file: usize) -> FormPostings<'a> {
        let slice = self.slices[part].of_shard(file);
        FormPostings::of(&self.parts[part].bytes[..slice.end], slice.start)
    }

    /// Returns, for the shards that are `wanted`, the stems with forms in other shards too, with
    /// all their entries.
    fn parted(&self, wanted: &dyn Fn(usize) -> bool) -> SplitStems {
        let mut parted = SplitStems::default();
        let mut ranges = BTreeSet::new();
        let mut stem = String::new();
        let each = self.parts.iter().zip(&self.slices);
        for (part, slices) in each {
            for ForeignTerm { file, range, at } in &slices.foreign {
                if !wanted(*file) && !wanted(*range) {
                    continue;
                }
                for pair in FormPostings::of(&part.bytes, *at).take(1) {
                    pair.stem(&mut stem);
                }
                if !parted.contains_key(&stem) {
                    parted.insert(stem.clone(), Vec::new());
                }
                ranges.insert(*range);
            }
        }
        let parts = (0..self.parts.len()).into_par_iter();
        let found: Vec<SplitStems> = parts
            .map(|n| {
                let part = &self.parts[n];
                let own = ranges.iter().flat_map(|range| self.pairs(n, *range));
                let foreign = self.slices[n].foreign.iter();
                let foreign = foreign.filter(|f| !ranges.contains(&f.file));
                let foreign = foreign.flat_map(|f| FormPostings::of(&part.bytes, f.at).take(1));
                let (mut found, mut stem) = (SplitStems::default(), String::new());
                for pair in own.chain(foreign) {
                    pair.stem(&mut stem);
                    if let Some((stem, _)) = parted.get_key_value(&stem) {
                        let entries = match found.get_mut(stem) {
                            Some(entries) => entries,
                            None => found.entry(stem.clone()).or_default(),
                        };
                        entries_of(part, &pair, entries);
                    }
                }
                found
            })
            .collect();
        for (stem, entries) in found.into_iter().flatten() {
            parted.entry(stem).or_default().extend(entries);
        }
        parted
    }

    fn file(&self, n: usize, parted: &SplitStems) -> Vec<u8> {
        let mut forms: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut stems: HashMap<String, Vec<Seen>> = HashMap::default();
        let mut stem = String::new();
        let parts = self.parts.iter().enumerate();
        let pairs = parts.flat_map(|(at, part)| self.pairs(at, n).map(move |pair| (part, pair)));
        for (part, pair) in pairs {
            pair.stem(&mut stem);
            let entries = match stems.get_mut(&stem) {
                Some(entries) => entries,
                None => stems.entry(stem.clone()).or_default(),
            };
            let before = entries.len();
            entries_of(part, &pair, entries);
            if entries.len() > before {
                let own = forms.entry(pair.form).or_default();
                if !own.contains(&stem) {
                    own.push(stem.clone());
                }
            }
        }
        for (stem, entries) in &mut stems {
            if let Some(all) = parted.get(stem) {
                entries.clone_from(all);
            }
        }
        forms.values_mut().for_each(|own| own.sort_unstable());
        let sets = stems.into_iter().map(|(stem, entries)| {
            let mut out = Vec::new();
            fields::write(&fields::in_order(entries, self.count), self.count, &mut out);
            (stem, out)
        });
        written(&forms, &sets.collect(), &self.names[n])
    }
}

/// Adds the texts that contain a pair, with their numbers in the index.
fn entries_of(part: &SegmentPostings, pair: &FormPosting<'_>, entries: &mut Vec<Seen>) {
    entries.extend(pair.seen().into_iter().filter_map(|seen| {
        let text = *part.numbers.get(seen.text as usize)?;
        (text != NONE).then_some(Seen { text, ..seen })
    }));
}

/// Encodes a shard: words in order, each with the positions of its stems in the file; then the
/// entries of the stems.
fn written(
    forms: &BTreeMap<&str, Vec<String>>,
    sets: &HashMap<String, Vec<u8>>,
    names: &[TermName],
) -> Vec<u8> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut tail: Vec<u8> = Vec::new();
    let mut stems = Vec::with_capacity(forms.len());
    for own in forms.values() {
        let own = own.iter().map(|stem| {
            let next = places.len();
            *places.entry(stem).or_insert_with(|| {
                tail.extend(&sets[stem]);
                next
            })
        });
        let own: Vec<usize> = own.collect();
        stems.push(match own.as_slice() {
            [one] => serde_json::json!(one),
            many => serde_json::json!(many),
        });
    }
    let words: Vec<&str> = forms.keys().copied().collect();
    let mut out = super::documents::with_head(&(words.join(" "), stems, names));
    out.extend(tail);
    out
}
