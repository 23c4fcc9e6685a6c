//! Parsed files, in segments.
//!
//! A segment is a run of files in the order of their paths. The path of a file alone decides
//! whether a segment starts at it, so adding or removing a file changes one segment or two. A
//! segment is read, used, written and dropped; they are never all in memory at once.

use std::sync::atomic::{AtomicBool, Ordering};

use chrono_tz::Tz;
use foldhash::{HashMap, HashMapExt as _};
use rayon::prelude::*;

use super::encode::{Decoder, Encode, Encoder, encode_text};
use super::fingerprint::{Fingerprint, Fingerprinted};
use super::{Cache, damaged};
use crate::diagnostic::Diagnostic;
use crate::digest;
use crate::search::postings::SearchText;
use crate::source::{ReadFault, Source, SourceId, Sources};
use crate::world::World;

/// The result of parsing one file.
pub struct Parsed<T> {
    /// `None` if the file can't be parsed, or is left out.
    pub value: Option<T>,
    /// Diagnostics of the file, reported by every build.
    pub faults: Vec<Diagnostic>,
    /// For a file that can't be parsed: the ids that its text appears to define.
    pub ids: Option<Vec<String>>,
    /// The searchable text, if the file was parsed in this build and the site has a search.
    pub search_text: Option<SearchText>,
}

/// What files are parsed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParsedKind {
    Article,
    Page,
    Text,
}

/// Prefixes of the names of segment files, indexed by [`ParsedKind`].
pub(super) const FORMS: [&str; 3] = ["articles", "pages", "texts"];

/// Average number of files in a segment.
const PART: u64 = 256;

/// Number of segments in memory at once.
const AT_ONCE: usize = 64;

pub(super) type Entries<'a> = HashMap<&'a str, ([u8; 16], &'a [u8])>;

impl<T: Encode> Encode for Parsed<T> {
    fn encode(&self, out: &mut Encoder) {
        let Self {
            value,
            faults,
            ids,
            // Stored in the segment's postings.
            search_text: _,
        } = self;
        value.encode(out);
        faults.encode(out);
        ids.encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {
            value: Encode::decode(from)?,
            faults: Encode::decode(from)?,
            ids: Encode::decode(from)?,
            search_text: None,
        })
    }
}

/// One file of a segment, ready to be stored.
pub(super) struct CachedFile<'a> {
    pub path: &'a str,
    digest: [u8; 16],
    fingerprint: Fingerprint,
    pub bytes: Bytes<'a>,
}

pub(super) enum Bytes<'a> {
    /// As the stored segment has them.
    Same(&'a [u8]),
    New(Vec<u8>),
}

/// The result of parsing a file, and what to store of it.
struct ParseOutcome<'a, T> {
    result: Result<Parsed<T>, ReadFault>,
    kept: Option<CachedFile<'a>>,
}

/// A whole segment.
struct Segment<T> {
    /// In the order of the files.
    results: Vec<Result<Parsed<T>, ReadFault>>,
    /// Index of the input, digest of its text, and its fingerprint.
    digests: Vec<(usize, [u8; 16], Fingerprint)>,
    digest: Option<[u8; 16]>,
    /// Digest of its postings, if it has any.
    postings: Option<[u8; 16]>,
}

/// How files are read and parsed.
pub struct Parser<'a, P> {
    pub world: &'a dyn World,
    pub sources: &'a Sources,
    pub form: ParsedKind,
    /// The time zone of dates.
    pub zone: Tz,
    /// Whether to store postings of the parsed files.
    pub postings: bool,
    /// A pure function of a source and its path.
    pub parse: P,
}

impl Cache {
    /// Passes the parsed form of each of `files`, which are sorted by path, to `take`, in that
    /// order. An unchanged file is neither read nor parsed.
    ///
    /// Call it after [`begin`](Self::begin), once for each kind.
    pub fn parsed<T: Encode + Fingerprinted + Send, P: Fn(Source, &str) -> Parsed<T> + Sync>(
        &mut self,
        parser: &Parser<'_, P>,
        files: &[(SourceId, String)],
        mut take: impl FnMut(Result<Parsed<T>, ReadFault>),
    ) {
        let form = parser.form;
        let broken = AtomicBool::new(false);
        let (mut digests, mut all_postings) = (Vec::new(), Vec::new());
        for runs in runs(files).chunks(AT_ONCE) {
            let segment = |run: &&[(SourceId, String)]| self.segment(parser, run, &broken);
            let segments: Vec<Segment<T>> = runs.par_iter().map(segment).collect();
            for (segment, run) in segments.into_iter().zip(runs) {
                let named = |digest| (run[0].1.clone(), digest);
                digests.extend(segment.digest.map(named));
                all_postings.extend(segment.postings.map(named));
                segment.results.into_iter().for_each(&mut take);
                for (input, digest, fingerprint) in segment.digests {
                    let input = &mut self.next.inputs[input];
                    (input.digest, input.fingerprint) = (Some(digest), Some(fingerprint));
                }
            }
        }
        self.next
            .segments
            .resize(ParsedKind::Text as usize + 1, Vec::new());
        self.next.segments[form as usize] = digests;
        if parser.postings {
            self.next.all_postings = all_postings;
        }
        if broken.into_inner() && self.told.is_empty() {
            self.told.push(damaged());
        }
    }

    /// Returns the digest of the stored segment that starts with the same file as `run`.
    fn known(&self, form: ParsedKind, run: &[(SourceId, String)]) -> Option<[u8; 16]> {
        let segments = self.last.segments.get(form as usize)?;
        let first = &run.first()?.1;
        let at = segments
            .binary_search_by(|(path, _)| path.cmp(first))
            .ok()?;
        (self.last.parsing == self.next.parsing).then_some(segments[at].1)
    }

    fn segment<T: Encode + Fingerprinted + Send, P: Fn(Source, &str) -> Parsed<T> + Sync>(
        &self,
        parser: &Parser<'_, P>,
        run: &[(SourceId, String)],
        broken: &AtomicBool,
    ) -> Segment<T> {
        let (world, form) = (parser.world, parser.form);
        let known = self.known(form, run);
        let bytes = known.and_then(|known| self.store.segment(world, &file_name(form, &known)));
        let entries = bytes.as_ref().map(|bytes| {
            let whole = known.is_some_and(|known| digest::of(bytes) == known);
            entries(bytes).filter(|_| whole)
        });
        if matches!(entries, Some(None)) {
            broken.store(true, Ordering::Relaxed);
        }
        let entries = entries.flatten();
        let known = known.filter(|_| entries.is_some());
        let entries = entries.unwrap_or_default();
        let mut decoder = Decoder::new(&[], parser.zone);
        let mut taken: Vec<Option<ParseOutcome<'_, T>>> = run
            .iter()
            .map(|file| self.unchanged(parser, file, &entries, &mut decoder))
            .collect();
        let all: Vec<_> = taken.iter_mut().zip(run).collect();
        all.into_par_iter()
            .filter(|(taken, _)| taken.is_none())
            .for_each(|(taken, file)| *taken = Some(self.read(parser, file, &entries)));

        let mut segment = Segment {
            results: Vec::with_capacity(run.len()),
            digests: Vec::new(),
            digest: None,
            postings: None,
        };
        let mut kept = Vec::with_capacity(run.len());
        let mut search_texts = Vec::new();
        for (mut taken, (id, _)) in taken.into_iter().flatten().zip(run) {
            if let Ok(parsed) = &mut taken.result
                && parsed.value.is_some()
                && taken.kept.is_some()
            {
                search_texts.push((kept.len(), parsed.search_text.take()));
            }
            segment.results.push(taken.result);
            if let Some(file) = taken.kept {
                let input = self.next.place(parser.sources.name(*id));
                segment
                    .digests
                    .extend(input.map(|at| (at, file.digest, file.fingerprint)));
                kept.push(file);
            }
        }
        if kept.is_empty() {
            return segment;
        }
        if parser.postings {
            let same = known.is_some() && kept.len() == entries.len();
            segment.postings =
                self.merged_postings(world, &run[0].1, &kept, &search_texts, same, broken);
        }
        let same = kept.len() == entries.len()
            && kept.iter().all(|file| matches!(file.bytes, Bytes::Same(_)));
        segment.digest = known.filter(|_| same).or_else(|| {
            let bytes = joined(&kept);
            let new = digest::of(&bytes);
            self.store.keep(world, &file_name(form, &new), bytes);
            Some(new)
        });
        segment
    }

    /// Returns the stored result of parsing an unchanged file.
    fn unchanged<'a, T: Encode, P>(
        &self,
        parser: &Parser<'_, P>,
        (id, path): &'a (SourceId, String),
        entries: &Entries<'a>,
        decoder: &mut Decoder<'a>,
    ) -> Option<ParseOutcome<'a, T>> {
        let (digest, bytes) = *entries.get(path.as_str())?;
        let name = parser.sources.name(*id);
        let then = self
            .still(name)
            .filter(|then| then.digest == Some(digest))?;
        let fingerprint = then.fingerprint?;
        decoder.turn_to(bytes, *id);
        let parsed = Parsed::decode(decoder).filter(|_| decoder.is_empty())?;
        Some(ParseOutcome {
            result: Ok(parsed),
            kept: Some(CachedFile {
                path,
                digest,
                fingerprint,
                bytes: Bytes::Same(bytes),
            }),
        })
    }

    /// Reads a file whose stamp is not reliable, and parses it unless its text is unchanged.
    fn read<'a, T: Encode + Fingerprinted, P: Fn(Source, &str) -> Parsed<T>>(
        &self,
        parser: &Parser<'_, P>,
        (id, path): &'a (SourceId, String),
        entries: &Entries<'a>,
    ) -> ParseOutcome<'a, T> {
        let source = match parser.sources.read(parser.world, *id) {
            Ok(source) => source,
            Err(fault) => {
                return ParseOutcome {
                    result: Err(fault),
                    kept: None,
                };
            }
        };
        if !self.keeps() {
            return ParseOutcome {
                result: Ok((parser.parse)(source, path)),
                kept: None,
            };
        }
        let digest = digest::of(source.text.as_bytes());
        let old = entries.get(path.as_str()).filter(|(old, _)| *old == digest);
        let again = old.and_then(|(_, bytes)| {
            let mut decoder = Decoder::new(bytes, parser.zone);
            decoder.source = *id;
            let parsed = Parsed::decode(&mut decoder).filter(|_| decoder.is_empty())?;
            Some((parsed, Bytes::Same(bytes)))
        });
        let (parsed, bytes) = again.unwrap_or_else(|| {
            let parsed = (parser.parse)(source, path);
            let mut bytes = Encoder::default();
            parsed.encode(&mut bytes);
            (parsed, Bytes::New(bytes.into_bytes()))
        });
        ParseOutcome {
            kept: Some(CachedFile {
                path,
                digest,
                fingerprint: parsed.fingerprint(),
                bytes,
            }),
            result: Ok(parsed),
        }
    }

    /// Returns the record of a file that has certainly not been written since.
    pub(super) fn still(&self, name: &str) -> Option<&super::state::InputFile> {
        let now = &self.next.inputs[self.next.place(name)?];
        let then = self.last.input(name)?;
        (then.stamp == now.stamp && then.stamp.is_reliable(self.last.looked)).then_some(then)
    }
}

/// Splits the files into the runs of their segments.
fn runs(files: &[(SourceId, String)]) -> Vec<&[(SourceId, String)]> {
    files.chunk_by(|_, (_, path)| !begins(path)).collect()
}

/// Whether a segment starts with a file of this path. Uses FNV-1a, which is equal on all platforms.
fn begins(path: &str) -> bool {
    let hash = path.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 32).is_multiple_of(PART)
}

pub(super) fn file_name(form: ParsedKind, digest: &[u8; 16]) -> String {
    let form = FORMS[form as usize];
    format!("{form}-{:032x}", u128::from_be_bytes(*digest))
}

fn joined(kept: &[CachedFile<'_>]) -> Vec<u8> {
    let mut out = Encoder::default();
    kept.len().encode(&mut out);
    for file in kept {
        let bytes = match &file.bytes {
            Bytes::Same(bytes) => bytes,
            Bytes::New(bytes) => bytes.as_slice(),
        };
        encode_text(file.path, &mut out);
        file.digest.encode(&mut out);
        bytes.len().encode(&mut out);
        out.extend_from_slice(bytes);
    }
    out.into_bytes()
}

pub(super) fn entries(bytes: &[u8]) -> Option<Entries<'_>> {
    let mut from = Decoder::new(bytes, Tz::UTC);
    let count = usize::decode(&mut from)?;
    let mut entries = HashMap::with_capacity(count.min(bytes.len()));
    for _ in 0..count {
        let path = from.text()?;
        let digest = Encode::decode(&mut from)?;
        let len = usize::decode(&mut from)?;
        entries.insert(path, (digest, from.take(len)?));
    }
    from.is_empty().then_some(entries)
}
