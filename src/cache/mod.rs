//! Results of earlier builds, kept so that later builds need not compute them again.
//!
//! Parsing a file and rendering a page are pure functions. A [`Cache`] keeps their results by the
//! digest of their inputs: for each file of the project its stamp, the digest of its text and what
//! it was parsed to ([`Cache::parsed`]); for each page its key and the digest of its bytes
//! ([`Cache::page`]). No other module knows that a build continues an earlier one.
//!
//! # On disk
//! `.dateline/` in the project, which may be deleted at any time:
//! - `state`: everything but parsed files, with a checksum, the program's version and the version
//!   of the format;
//! - `parsed/`: parsed files, in segments of a few hundred files. A segment is named after the
//!   digest of its bytes, so it is written once and never overwritten. Each segment of articles has
//!   its postings next to it, if the site has a search;
//! - `lock`: held by the build that writes.
//!
//! The state is replaced by a rename after the output has been published. A damaged state, or one
//! of another version, is ignored and reported ([`Cache::told`]).

mod codec;
mod encode;
mod explain;
mod fingerprint;
#[cfg(any(test, feature = "fuzzing"))]
pub mod fuzzed;
mod postings;
mod segments;
mod state;
mod store;
mod up_to_date;

use std::io;
use std::path::Path;

pub use encode::{Encode, Encoder};
pub use explain::{Cause, Edited, Rendering};
pub use fingerprint::{Edits, Fingerprinted, Shown};
pub use postings::CachedPostings;
pub use segments::{Parsed, ParsedKind, Parser};
pub use state::{BuildStats, CommonInputs, CopyState, FileStamp, IndexState};
pub use store::FOLDER;
pub use up_to_date::{CacheQuery, Published, PublishedPage, UpToDate};

use crate::diagnostic::Diagnostic;
use crate::world::{Stat, World};
use state::{CacheState, InputFile, PageState, StateError};
use store::Store;

/// Results kept by earlier builds; see the [module](self).
pub struct Cache {
    store: Store,
    /// Of the last build that published.
    last: CacheState,
    /// Of this build, so far.
    next: CacheState,
    /// Number of sources registered before any is read: the configuration and the files of the
    /// inventory.
    known: usize,
    /// Whether to report why pages are rendered.
    pub explains: bool,
    told: Vec<Diagnostic>,
}

/// Inputs of a build that is about to start.
pub struct BuildStart {
    /// The file system's clock before any file was scanned.
    pub looked: i64,
    /// Digest of everything that parsing depends on besides the files.
    pub parsing: [u8; 16],
    /// Number of registered sources: the configuration and the files in the folders.
    pub known: usize,
}

impl Cache {
    /// A cache that is empty and stores nothing.
    pub fn none() -> Self {
        Self::with(Store::None)
    }

    /// Opens the cache of the project at `root`. Writes nothing before [`begin`](Self::begin).
    pub fn open(world: &dyn World, root: &Path) -> Self {
        let mut cache = Self::with(Store::disk(root));
        match cache.store.state(world) {
            Ok(None) => {}
            Err(error) => cache.told.push(obstructed(&error)),
            Ok(Some(bytes)) => match CacheState::open(&bytes) {
                Ok(state) => cache.last = state,
                Err(StateError::Damaged) => cache.told.push(damaged()),
                Err(StateError::Version) => cache.told.push(
                    Diagnostic::warning(
                        "unusable-memo",
                        "the cache in .dateline/ was written by another version of Dateline; everything is rebuilt",
                    )
                    .hint("no action needed: this build replaces the cache"),
                ),
            },
        }
        cache
    }

    /// Deletes the cache of the project at `root` and nothing else. Files that can't be removed
    /// stay; they do no harm.
    pub fn remove(world: &dyn World, root: &Path) {
        store::remove(world, root);
    }

    fn with(store: Store) -> Self {
        Self {
            store,
            last: CacheState::default(),
            next: CacheState::default(),
            known: 0,
            explains: false,
            told: Vec::new(),
        }
    }

    /// Whether anything is stored.
    pub fn keeps(&self) -> bool {
        !matches!(self.store, Store::None)
    }

    /// Returns the diagnostics about the cache itself, and clears them.
    pub fn told(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.told)
    }

    /// Starts a build whose inputs, besides the configuration, are read from `files`.
    pub fn begin<'f>(
        &mut self,
        world: &dyn World,
        begun: BuildStart,
        files: impl Iterator<Item = (&'f str, Stat)>,
    ) {
        if !self.keeps() {
            return;
        }
        if let Err(error) = self.store.begin(world)
            && self.told.is_empty()
        {
            self.told.push(obstructed(&error));
        }
        self.known = begun.known;
        let input = |(name, stat): (&str, Stat)| InputFile {
            name: name.to_owned(),
            stamp: stat.into(),
            digest: None,
            fingerprint: None,
            copy: None,
        };
        let mut inputs: Vec<InputFile> = files.map(input).collect();
        inputs.sort_by(|a, b| a.name.cmp(&b.name));
        self.next = CacheState {
            looked: begun.looked,
            parsing: begun.parsing,
            inputs,
            ..CacheState::default()
        };
    }

    /// Digest of everything that parsing depends on besides the files, in this build.
    pub fn parsing(&self) -> [u8; 16] {
        self.next.parsing
    }

    /// Returns the page that was published at a route.
    pub fn page(&self, route: &str) -> Option<CachedPage<'_>> {
        let state = self.last.page(route)?;
        let looked = self.last.outputs_looked;
        Some(CachedPage { state, looked })
    }

    /// Returns what is known of a copied file, if the file has not been written since.
    pub fn copied(&self, name: &str) -> Option<CopyState> {
        self.still(name)?.copy.clone()
    }

    /// Records what is known of a copied file.
    pub fn note_copied(&mut self, name: &str, copy: CopyState) {
        if let Some(at) = self.next.place(name) {
            self.next.inputs[at].digest = Some(copy.copied.digest);
            self.next.inputs[at].copy = Some(copy);
        }
    }
}

/// A page as the last build published it.
#[derive(Clone, Copy)]
pub struct CachedPage<'a> {
    state: &'a PageState,
    looked: i64,
}

impl CachedPage<'_> {
    pub fn key(&self) -> [u8; 16] {
        self.state.key
    }

    /// Digest of the page's bytes.
    pub fn digest(&self) -> [u8; 16] {
        self.state.digest
    }

    /// The articles whose headline or summary the page shows.
    pub fn shown(&self) -> &Shown {
        &self.state.shown
    }

    /// Whether a file of the output is certainly the one that was published.
    pub fn is(&self, stamp: FileStamp) -> bool {
        self.state.stamp == stamp && stamp.is_reliable(self.looked)
    }
}

/// Says that something other than a cache is in its place.
fn obstructed(error: &io::Error) -> Diagnostic {
    Diagnostic::warning(
        "unusable-memo",
        format!("the cache in .dateline/ can't be used: {error}; everything is rebuilt"),
    )
    .hint("delete .dateline/")
}

fn damaged() -> Diagnostic {
    Diagnostic::warning(
        "unusable-memo",
        "the cache in .dateline/ is damaged; its contents are rebuilt",
    )
    .hint("no action needed: this build replaces the cache")
}
