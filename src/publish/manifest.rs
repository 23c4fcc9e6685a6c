//! The list of the files that we wrote into an output.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::checksummed::{self, ChecksumError};
use super::error::{Doing as _, Doubt, PublishError, is_route};
use super::{Class, Digest};
use crate::world::World;

/// Entries by route.
pub(super) type Manifest = BTreeMap<String, ManifestEntry>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ManifestEntry {
    pub digest: Digest,
    pub len: u64,
    pub class: Class,
    /// Number of publications since the site dropped this file; 0 while it has it.
    pub retained: u8,
}

impl ManifestEntry {
    pub(super) fn new(digest: Digest, len: u64, class: Class) -> Self {
        Self {
            digest,
            len,
            class,
            retained: 0,
        }
    }
}

pub(super) const WHAT: &str = "dateline-manifest";
pub(super) const FORMAT: u32 = 2;

/// Writes the manifest to a path that does not exist yet.
pub(super) fn write(
    world: &dyn World,
    path: &Path,
    version: &str,
    manifest: &Manifest,
) -> Result<(), PublishError> {
    let mut body = String::new();
    for (route, entry) in manifest {
        let ManifestEntry {
            digest,
            len,
            class,
            retained,
        } = entry;
        let class = class_word(*class);
        _ = writeln!(body, "{digest} {len} {class} {retained} {route}");
    }
    let text = checksummed::with_checksum(WHAT, FORMAT, version, &body);
    world.create(path, text.as_bytes()).doing("writing", path)
}

/// Reads the manifest at `path` of the files below `output`. Returns a [`Doubt`] if there is no
/// usable one.
pub(super) fn read(
    world: &dyn World,
    path: &Path,
    output: &Path,
) -> Result<Result<Manifest, Doubt>, PublishError> {
    let bytes = match world.read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Err(Doubt::Unlisted)),
        read => read.doing("reading", path)?,
    };
    Ok(match checksummed::verified(WHAT, FORMAT, &bytes) {
        Ok(body) => parse(body).ok_or(Doubt::Damaged),
        Err(ChecksumError::Damaged) => Err(Doubt::Damaged),
        Err(ChecksumError::Version) => of_format_1(world, output, &bytes),
    })
}

/// Reads a manifest with digests of another kind. A file that still has its digest gets one of the
/// present kind; any other keeps the old one, which no file has: it has been changed by another
/// program.
fn of_format_1(world: &dyn World, output: &Path, bytes: &[u8]) -> Result<Manifest, Doubt> {
    let body = match checksummed::verified_by(Digest::earlier, WHAT, 1, bytes) {
        Ok(body) => body,
        Err(ChecksumError::Damaged) => return Err(Doubt::Damaged),
        Err(ChecksumError::Version) => return Err(Doubt::Version),
    };
    let mut manifest = parse(body).ok_or(Doubt::Damaged)?;
    for (route, entry) in &mut manifest {
        if let Ok(bytes) = world.read(&output.join(route))
            && Digest::earlier(&bytes) == entry.digest
        {
            entry.digest = Digest::of(&bytes);
        }
    }
    Ok(manifest)
}

fn parse(body: &str) -> Option<Manifest> {
    let entries: Option<Vec<_>> = body.par_lines().map(parse_line).collect();
    Some(entries?.into_iter().collect())
}

fn parse_line(line: &str) -> Option<(String, ManifestEntry)> {
    let mut words = line.splitn(5, ' ');
    let entry = ManifestEntry {
        digest: Digest::parse(words.next()?)?,
        len: words.next()?.parse().ok()?,
        class: class_of(words.next()?)?,
        retained: words.next()?.parse().ok()?,
    };
    let route = words.next().filter(|route| is_route(route))?;
    Some((route.to_owned(), entry))
}

fn class_word(class: Class) -> &'static str {
    match class {
        Class::Asset {
            fingerprinted: false,
        } => "asset",
        Class::Asset {
            fingerprinted: true,
        } => "fingerprinted",
        Class::Page => "page",
        Class::List => "list",
    }
}

fn class_of(word: &str) -> Option<Class> {
    [
        Class::Asset {
            fingerprinted: false,
        },
        Class::Asset {
            fingerprinted: true,
        },
        Class::Page,
        Class::List,
    ]
    .into_iter()
    .find(|class| class_word(*class) == word)
}
