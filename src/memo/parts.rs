//! Parsed files, in parts.
//!
//! Which part a file is in is said by its name alone, so that a file that comes or goes changes
//! one part. A part is read, taken from and written by one thread, and let go: not all of them
//! are in memory at once.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono_tz::Tz;
use rayon::prelude::*;

use super::pack::{Pack, Unpacker, pack_text};
use super::{Memo, damaged};
use crate::diagnostic::Diagnostic;
use crate::digest;
use crate::source::{ReadFault, Source, SourceId, Sources};
use crate::world::World;

/// What parsing one file gave.
pub struct Parsed<T> {
    /// None where it can't be one, or is left out.
    pub value: Option<T>,
    /// What is to be said of it, each time.
    pub faults: Vec<Diagnostic>,
    /// Of a file that can't be parsed: the ids that its text seems to give.
    pub ids: Option<Vec<String>>,
}

/// What files are parsed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Article,
    Page,
    Text,
}

/// How many files a part has, about.
const PART: usize = 256;

pub(super) type Entries<'a> = HashMap<&'a str, ([u8; 16], &'a [u8])>;

impl<T: Pack> Pack for Parsed<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        let Self { value, faults, ids } = self;
        value.pack(out);
        faults.pack(out);
        ids.pack(out);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self {
            value: Pack::unpack(from)?,
            faults: Pack::unpack(from)?,
            ids: Pack::unpack(from)?,
        })
    }
}

/// One file of a part, as it is to be kept.
struct Kept<'a> {
    path: &'a str,
    digest: [u8; 16],
    bytes: Bytes<'a>,
}

enum Bytes<'a> {
    /// As the part had them.
    Same(&'a [u8]),
    New(Vec<u8>),
}

/// What a file gave, and how it is to be kept.
struct Taken<'a, T> {
    result: Result<Parsed<T>, ReadFault>,
    kept: Option<Kept<'a>>,
}

/// All of one part.
struct Part<T> {
    /// With the indices of the files.
    results: Vec<(usize, Result<Parsed<T>, ReadFault>)>,
    /// Index of the input, digest of its text.
    digests: Vec<(usize, [u8; 16])>,
    name: Option<[u8; 16]>,
}

/// What every file is parsed with.
struct Parser<'a, P> {
    world: &'a dyn World,
    sources: &'a Sources,
    files: &'a [(SourceId, String)],
    zone: Tz,
    parse: P,
}

impl Memo {
    /// What each of these files is parsed to, in their order. A file that is as it was is neither
    /// read nor parsed. `zone` is that of dates.
    ///
    /// To be called after [`begin`](Self::begin), once for each form.
    pub fn parsed<T: Pack + Send>(
        &mut self,
        world: &dyn World,
        sources: &Sources,
        form: Form,
        files: &[(SourceId, String)],
        zone: Tz,
        parse: impl Fn(&Source, &str) -> Parsed<T> + Sync,
    ) -> Vec<Result<Parsed<T>, ReadFault>> {
        let known = self.known(form);
        let count = part_count(files.len(), known.len());
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (i, (_, path)) in files.iter().enumerate() {
            groups[part_of(path, count)].push(i);
        }
        let parser = Parser {
            world,
            sources,
            files,
            zone,
            parse,
        };
        let broken = AtomicBool::new(false);
        let part = |(n, group): (usize, &Vec<usize>)| {
            let name = known.get(n).copied().flatten();
            let name = name.filter(|_| known.len() == count);
            self.part(&parser, form, name, group, &broken)
        };
        let parts: Vec<Part<T>> = groups.par_iter().enumerate().map(part).collect();
        let mut results: Vec<Option<Result<Parsed<T>, ReadFault>>> = Vec::new();
        results.resize_with(files.len(), || None);
        let mut names = Vec::with_capacity(count);
        for part in parts {
            names.push(part.name);
            for (i, result) in part.results {
                results[i] = Some(result);
            }
            for (input, digest) in part.digests {
                self.next.inputs[input].digest = Some(digest);
            }
        }
        self.next.parts.resize(Form::Text as usize + 1, Vec::new());
        self.next.parts[form as usize] = names;
        if broken.into_inner() && self.told.is_empty() {
            self.told.push(damaged());
        }
        results.into_iter().flatten().collect()
    }

    /// The parts that can be used.
    fn known(&self, form: Form) -> Vec<Option<[u8; 16]>> {
        let parts = self.last.parts.get(form as usize);
        let same = self.last.parsing == self.next.parsing;
        parts.filter(|_| same).cloned().unwrap_or_default()
    }

    fn part<T: Pack + Send, P: Fn(&Source, &str) -> Parsed<T> + Sync>(
        &self,
        parser: &Parser<'_, P>,
        form: Form,
        name: Option<[u8; 16]>,
        group: &[usize],
        broken: &AtomicBool,
    ) -> Part<T> {
        let world = parser.world;
        let bytes = name.and_then(|name| self.store.part(world, &file_name(form, &name)));
        let entries = bytes.as_ref().map(|bytes| {
            let whole = name.is_some_and(|name| digest::of(bytes) == name);
            entries(bytes).filter(|_| whole)
        });
        if matches!(entries, Some(None)) {
            broken.store(true, Ordering::Relaxed);
        }
        let entries = entries.flatten().unwrap_or_default();
        let mut unpacker = Unpacker::new(&[], parser.zone);
        let mut taken: Vec<Option<Taken<'_, T>>> = group
            .iter()
            .map(|i| self.unchanged(parser, *i, &entries, &mut unpacker))
            .collect();
        let fresh: Vec<_> = taken.iter_mut().zip(group).collect();
        fresh
            .into_par_iter()
            .filter(|(taken, _)| taken.is_none())
            .for_each(|(taken, i)| *taken = Some(self.read(parser, *i, &entries)));

        let mut part = Part {
            results: Vec::with_capacity(group.len()),
            digests: Vec::new(),
            name: None,
        };
        let mut kept = Vec::with_capacity(group.len());
        for (taken, i) in taken.into_iter().flatten().zip(group) {
            part.results.push((*i, taken.result));
            if let Some(file) = taken.kept {
                let input = self.next.place(parser.sources.name(parser.files[*i].0));
                part.digests.extend(input.map(|at| (at, file.digest)));
                kept.push(file);
            }
        }
        if self.keeps() && !kept.is_empty() {
            let same = kept.len() == entries.len()
                && kept.iter().all(|file| matches!(file.bytes, Bytes::Same(_)));
            part.name = match name.filter(|_| same) {
                Some(name) => Some(name),
                None => {
                    let bytes = joined(&kept);
                    let new = digest::of(&bytes);
                    self.store.keep(world, &file_name(form, &new), bytes);
                    Some(new)
                }
            };
        }
        part
    }

    /// What an unchanged file was parsed to.
    fn unchanged<'a, T: Pack, P>(
        &self,
        parser: &Parser<'a, P>,
        i: usize,
        entries: &Entries<'a>,
        unpacker: &mut Unpacker<'a>,
    ) -> Option<Taken<'a, T>> {
        let (id, path) = &parser.files[i];
        let (digest, bytes) = *entries.get(path.as_str())?;
        let name = parser.sources.name(*id);
        if self.still(name)?.digest != Some(digest) {
            return None;
        }
        unpacker.turn_to(bytes, *id);
        let parsed = Parsed::unpack(unpacker).filter(|_| unpacker.is_empty())?;
        Some(Taken {
            result: Ok(parsed),
            kept: Some(Kept {
                path,
                digest,
                bytes: Bytes::Same(bytes),
            }),
        })
    }

    /// What a file is parsed to whose stamp says nothing. It may have the text that it had.
    fn read<'a, T: Pack, P: Fn(&Source, &str) -> Parsed<T>>(
        &self,
        parser: &Parser<'a, P>,
        i: usize,
        entries: &Entries<'a>,
    ) -> Taken<'a, T> {
        let (id, path) = &parser.files[i];
        let source = match parser.sources.read(parser.world, *id) {
            Ok(source) => source,
            Err(fault) => {
                return Taken {
                    result: Err(fault),
                    kept: None,
                };
            }
        };
        if !self.keeps() {
            return Taken {
                result: Ok((parser.parse)(&source, path)),
                kept: None,
            };
        }
        let digest = digest::of(source.text.as_bytes());
        let old = entries.get(path.as_str()).filter(|(old, _)| *old == digest);
        let again = old.and_then(|(_, bytes)| {
            let mut unpacker = Unpacker::new(bytes, parser.zone);
            unpacker.source = *id;
            let parsed = Parsed::unpack(&mut unpacker).filter(|_| unpacker.is_empty())?;
            Some((parsed, Bytes::Same(bytes)))
        });
        let (parsed, bytes) = again.unwrap_or_else(|| {
            let parsed = (parser.parse)(&source, path);
            let mut bytes = Vec::new();
            parsed.pack(&mut bytes);
            (parsed, Bytes::New(bytes))
        });
        Taken {
            result: Ok(parsed),
            kept: Some(Kept {
                path,
                digest,
                bytes,
            }),
        }
    }

    /// What is remembered of a file that has surely not been written since.
    pub(super) fn still(&self, name: &str) -> Option<&super::state::Input> {
        let now = &self.next.inputs[self.next.place(name)?];
        let then = self.last.input(name)?;
        (then.stamp == now.stamp && then.stamp.tells(self.last.looked)).then_some(then)
    }
}

/// So many that a part has some hundred files; as many as before, while that is not far off.
fn part_count(files: usize, before: usize) -> usize {
    let fits = before > 0 && (files / before <= PART * 4) && (before == 1 || files / before >= PART / 8);
    match fits {
        true => before,
        false => files.div_ceil(PART).next_power_of_two(),
    }
}

/// FNV-1a: quick, and the same everywhere.
fn part_of(path: &str, count: usize) -> usize {
    let hash = path.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash % count as u64) as usize
}

pub(super) fn file_name(form: Form, digest: &[u8; 16]) -> String {
    let form = match form {
        Form::Article => "articles",
        Form::Page => "pages",
        Form::Text => "texts",
    };
    format!("{form}-{:032x}", u128::from_be_bytes(*digest))
}

fn joined(kept: &[Kept<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    kept.len().pack(&mut out);
    for file in kept {
        let bytes = match &file.bytes {
            Bytes::Same(bytes) => bytes,
            Bytes::New(bytes) => bytes.as_slice(),
        };
        pack_text(file.path, &mut out);
        file.digest.pack(&mut out);
        bytes.len().pack(&mut out);
        out.extend_from_slice(bytes);
    }
    out
}

fn entries(bytes: &[u8]) -> Option<Entries<'_>> {
    let mut from = Unpacker::new(bytes, Tz::UTC);
    let count = usize::unpack(&mut from)?;
    let mut entries = HashMap::with_capacity(count.min(bytes.len()));
    for _ in 0..count {
        let path = from.text()?;
        let digest = Pack::unpack(&mut from)?;
        let len = usize::unpack(&mut from)?;
        entries.insert(path, (digest, from.take(len)?));
    }
    from.is_empty().then_some(entries)
}
