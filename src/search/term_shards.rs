//! Term shards, the files of words: each is made from slices of postings.
//!
//! A shard holds the forms from its start to the start of the next, and for each of their stems all
//! entries, including those that contain it in a form of another shard. So it depends on one slice
//! of each set of postings and on the slices that share stems with it; its key is made from the sums
//! of their digests.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Mutex;

use foldhash::{HashMap, HashMapExt as _};
use rayon::prelude::*;

use super::division::{Division, ForeignTerm, LastDivision, Slices, Sums};
use super::fields::{self, Seen};
use super::postings::{FormPosting, FormPostings, NONE, Postings, PostingsBuilder};
use super::sharding::beginnings;
use super::term_names::{TermName, term_names};
use super::years::years;
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
        known: &KnownPrint<'_>,
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
        let (wanted, count) = (layout.word_files(), layout.entries.len());
        let stands = last.and_then(|last| last.beginnings(wanted, count));
        let (beginnings, spellings) = stands.unwrap_or_else(|| beginnings(&parts, wanted, count));
        let known_slices = last.map(|last| last.slices(&beginnings));
        let slices = parts.par_iter().map(|part| {
            let known = known_slices.as_ref().zip(part.digest);
            let known = known.and_then(|(known, digest)| known.of(&digest, part.bytes.len()));
            known.unwrap_or_else(|| Slices::new(part, &beginnings))
        });
        let slices: Vec<Slices> = slices.collect();
        let stored = parts.par_iter().zip(&slices).take(parts.len() - 1);
        let sums = stored.map(|(part, slices)| Sums::of_part(part, slices));
        let sums = sums.reduce(
            || Sums::zero(wanted),
            |mut sums, of_part| {
                sums.add(&of_part);
                sums
            },
        );
        let whole = AllTerms::new(parts, slices, sums, (beginnings, spellings), site, layout);
        let prints = whole.prints(known);
        whole.shards(prints)
    }

    /// Makes the shards after an edit of texts, headlines and summaries. Of postings that did not
    /// change, it reads no more than the shards need that have to be made. `None` if what `last`
    /// says of them is not enough for that, or they are not sound.
    pub fn of_edit(
        stored: &dyn StoredPostings,
        edits: &[PostingsEdit],
        site: &Site,
        layout: &Layout,
        last: LastDivision<'_>,
        known: &KnownPrint<'_>,
    ) -> Option<Self> {
        let (wanted, count) = (layout.word_files(), layout.entries.len());
        let (beginnings, spellings) = last.beginnings(wanted, count)?;
        let mut sums = last.sums(wanted)?;
        let numbers = index_numbers(site, layout);
        let known_slices = last.slices(&beginnings);
        let decoded = |bytes, digest| {
            let digest = Some(digest);
            SegmentPostings::of_articles(EncodedPostings { bytes, digest }, site, &numbers)
        };
        let divided = |digest| {
            let part = decoded(stored.whole(&digest)?, digest)?;
            let slices = Slices::new(&part, &beginnings);
            let sums = Sums::of_part(&part, &slices);
            Some((part, slices, sums))
        };
        let read = |PostingsEdit { before, now }: &PostingsEdit| {
            if now == before {
                let slices = known_slices.of(now, stored.len(now)?)?;
                let files = stored.parts(now, &[slices.files()])?;
                let part = decoded(files, *now)?;
                return (part.begin == slices.files().end).then_some((part, slices, None));
            }
            let (part, slices, sums) = divided(*now)?;
            let (.., sums_before) = divided(*before)?;
            Some((part, slices, Some((sums_before, sums))))
        };
        let (names, read) = rayon::join(
            || SegmentPostings::of_names(site, layout, &numbers),
            || edits.par_iter().map(read).collect::<Option<Vec<_>>>(),
        );
        let (mut parts, mut slices) = (Vec::new(), Vec::new());
        for (part, of_part, change) in read? {
            parts.push(part);
            slices.push(of_part);
            if let Some((before, now)) = change {
                sums.subtract(&before);
                sums.add(&now);
            }
        }
        let found: usize = parts.iter().map(|part| part.articles).sum();
        if found != site.articles.len() || !sums.has_file_lists(&parts) {
            return None;
        }
        slices.push(Slices::new(&names, &beginnings));
        parts.push(names);
        let division = (beginnings, spellings);
        let mut whole = AllTerms::new(parts, slices, sums, division, site, layout);
        let prints = whole.prints(known);
        let unchanged = edits.iter().map(|edit| edit.now == edit.before);
        whole.read_slices(stored, &unchanged.collect::<Vec<_>>(), &prints)?;
        Some(whole.shards(prints))
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

/// Returns the fingerprint of a shard with a key, if it is known.
pub type KnownPrint<'a> = dyn Fn(usize, &[u8; 16]) -> Option<String> + Sync + 'a;

/// Postings that are stored, by their digests.
pub trait StoredPostings: Sync {
    /// Returns how many bytes they have.
    fn len(&self, digest: &[u8; 16]) -> Option<usize>;

    /// Reads them. `None` if they are missing or damaged.
    fn whole(&self, digest: &[u8; 16]) -> Option<Vec<u8>>;

    /// Reads parts of them, one after another. Nobody has checked that they are sound.
    fn parts(&self, digest: &[u8; 16], parts: &[Range<usize>]) -> Option<Vec<u8>>;
}

/// The digests of the postings of one segment.
#[derive(Debug, Clone, Copy)]
pub struct PostingsEdit {
    pub before: [u8; 16],
    pub now: [u8; 16],
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
    /// The digest of the list of files.
    pub files_digest: [u8; 16],
    /// Offset of the first pair.
    begin: usize,
    /// [`NONE`] if the text is not in the index.
    pub numbers: Vec<u32>,
    /// How many articles of the site they have.
    articles: usize,
}

impl SegmentPostings {
    fn of_articles(postings: EncodedPostings, site: &Site, numbers: &[u32]) -> Option<Self> {
        let EncodedPostings { bytes, digest } = postings;
        let mut found = Vec::new();
        let read = Postings::read(&bytes)?;
        let begin = read.begin;
        let mut articles = 0;
        for (path, texts) in read.files {
            let at = found.len();
            found.resize(at + texts, NONE);
            let by_path = |a: &crate::content::article::Article| a.path.as_str().cmp(path);
            let Ok(article) = site.articles.binary_search_by(by_path) else {
                continue;
            };
            articles += 1;
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
            files_digest: digest::of(&bytes[..begin]),
            bytes,
            digest,
            begin,
            numbers: found,
            articles,
        })
    }

    /// Returns postings of no texts; the list of files ends at `begin`.
    #[cfg(test)]
    pub fn of_bytes(bytes: Vec<u8>, begin: usize) -> Self {
        Self {
            files_digest: digest::of(&bytes[..begin]),
            bytes,
            digest: None,
            begin,
            numbers: Vec::new(),
            articles: 0,
        }
    }

    /// Returns postings of the names of terms and of the years of dates, which are not stemmed.
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
        for (year, texts) in years(site, numbers) {
            gathered.name(&year, &texts);
        }
        let bytes = gathered.written(&[], count);
        let begin = Postings::read(&bytes).map_or(0, |read| read.begin);
        Self {
            files_digest: digest::of(&bytes[..begin]),
            begin,
            bytes,
            digest: None,
            numbers: (0..count as u32).collect(),
            articles: 0,
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
struct AllTerms {
    /// Those of articles, and last those of the names of terms.
    parts: Vec<SegmentPostings>,
    count: usize,
    beginnings: Vec<String>,
    /// For each shard, the names of terms that belong to it.
    names: Vec<Vec<TermName>>,
    keys: Vec<[u8; 16]>,
    spellings: Vec<u8>,
    /// For each part.
    slices: Vec<Slices>,
    /// Of all parts but the names of terms.
    sums: Sums,
    /// For the next build.
    division: Division,
    /// For each shard, which slices it depends on; its own is among them.
    needs: Vec<Vec<bool>>,
}

/// Stems with forms in several shards, each with the entries that contain it.
type SplitStems = HashMap<String, Vec<Seen>>;

impl AllTerms {
    fn new(
        parts: Vec<SegmentPostings>,
        slices: Vec<Slices>,
        sums: Sums,
        (beginnings, spellings): (Vec<String>, Vec<u8>),
        site: &Site,
        layout: &Layout,
    ) -> Self {
        let wanted = beginnings.len();
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
            count: layout.entries.len(),
            names: term_names(site, &beginnings),
            beginnings,
            keys: Vec::new(),
            spellings,
            division: Division::new(&parts, &slices, &sums),
            parts,
            slices,
            sums,
            needs,
        };
        whole.keys = whole.keys();
        whole
    }

    fn keys(&self) -> Vec<[u8; 16]> {
        let mut numbers = digest::Hasher::new();
        for part in &self.parts {
            let bytes: Vec<u8> = part.numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
            numbers.update(&bytes.len().to_le_bytes()).update(&bytes);
        }
        let numbers = numbers.finish();
        let of_names = self.parts.iter().zip(&self.slices).next_back();
        let slices = (0..self.needs.len()).map(|n| {
            let mut hasher = digest::Hasher::new();
            hasher.update(&self.sums.of_shard(n).to_be_bytes());
            if let Some((part, slices)) = of_names {
                hasher.update(&part.bytes[slices.of_shard(n)]);
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
        self.needs.par_iter().enumerate().map(key).collect()
    }

    /// Returns the fingerprint of each shard that need not be made.
    fn prints(&self, known: &KnownPrint<'_>) -> Vec<Option<String>> {
        let keys = self.keys.par_iter().enumerate();
        keys.map(|(n, key)| known(n, key)).collect()
    }

    /// Reads the slices on which the shards without a fingerprint depend, where a part is
    /// `unchanged` and has only its list of files. `None` if they can't be read or are damaged.
    fn read_slices(
        &mut self,
        stored: &dyn StoredPostings,
        unchanged: &[bool],
        prints: &[Option<String>],
    ) -> Option<()> {
        let wanted = |n: &usize| prints[*n].is_none();
        let needed: BTreeSet<usize> = (0..prints.len())
            .filter(wanted)
            .flat_map(|n| self.needs[n].iter().enumerate())
            .filter_map(|(slice, needs)| needs.then_some(slice))
            .collect();
        if needed.is_empty() {
            return Some(());
        }
        let shards: Vec<usize> = needed.into_iter().collect();
        let parts = self.parts.par_iter_mut().zip(&mut self.slices);
        let read = parts.zip(unchanged).map(|((part, slices), unchanged)| {
            if *unchanged {
                let places = joined(shards.iter().map(|n| slices.of_shard(*n)));
                let read = stored.parts(&part.digest?, &places)?;
                part.bytes.extend(read);
                *slices = slices.of_kept(&shards);
            }
            Some(())
        });
        read.collect::<Option<()>>()?;
        let parts = || self.parts.iter().zip(&self.slices).take(unchanged.len());
        let is_sound = |n: &usize| self.sums.has_slices(*n, parts());
        shards.par_iter().all(is_sound).then_some(())
    }

    /// Makes the shards without a fingerprint.
    fn shards(self, prints: Vec<Option<String>>) -> TermShards {
        let parted = self.parted(&|file| prints[file].is_none());
        let files = prints.into_par_iter().enumerate();
        let files: Vec<(String, Option<Vec<u8>>)> = files
            .map(|(n, print)| match print {
                Some(print) => (print, None),
                None => {
                    let bytes = self.file(n, &parted);
                    (super::print(&bytes), Some(bytes))
                }
            })
            .collect();
        let (prints, made) = files.into_iter().unzip();
        TermShards {
            division: self.division,
            beginnings: self.beginnings,
            keys: self.keys,
            prints,
            spellings: self.spellings,
            made: Mutex::new(made),
        }
    }

    /// Returns the pairs of one part for one shard.
    fn pairs(&self, part: usize, file: usize) -> FormPostings<'_> {
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
                let foreign =
                    foreign.filter(|f| ranges.contains(&f.range) && !ranges.contains(&f.file));
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

/// Joins ranges that follow each other, and drops empty ones.
fn joined(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges.filter(|range| !range.is_empty()) {
        match joined.last_mut().filter(|last| last.end == range.start) {
            Some(last) => last.end = range.end,
            None => joined.push(range),
        }
    }
    joined
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
