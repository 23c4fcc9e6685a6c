//! What an earlier build found out, so that a later one need not find it out again.
//!
//! Parsing a file and rendering a page are pure functions. A [`Cache`] keeps what they gave, by
//! what they were given: for each file of the project its stamp, the digest of its text and
//! what it was parsed to ([`Cache::parsed`]); for each page its key and the digest of its bytes
//! ([`Cache::page`]). Nothing else in the program knows that a build goes on from an earlier one.
//!
//! # On disk
//! `.dateline/` in the project, which may be deleted at any time:
//! - `state`: everything but what files were parsed to, sealed by a digest, with the program's
//!   version and the version of the form;
//! - `parsed/`: what files were parsed to, in parts of some hundred files, each named after the
//!   digest of its bytes, so that a part is written once and never over;
//!   Beside each part of articles stand the postings of their words, if there is a search;
//! - `lock`: held by the build that writes.
//!
//! The state is replaced by a rename after the output was published. What is damaged or of
//! another version counts as nothing, and is said ([`Cache::told`]).

mod codec;
mod encode;
mod explain;
mod fingerprint;
mod postings;
mod segments;
mod state;
mod store;
mod up_to_date;

use std::path::Path;

pub use encode::{Encode, Encoder};
pub use explain::{Cause, Edited, Rendering};
pub use fingerprint::{Edits, Fingerprinted, Shown};
pub use segments::{Parsed, ParsedKind, Parser};
pub use state::{BuildStats, CommonInputs, CopyState, FileStamp, IndexState};
pub use store::FOLDER;
pub use up_to_date::{CacheQuery, Published, PublishedPage, UpToDate};

use crate::diagnostic::Diagnostic;
use crate::world::{Stat, World};
use state::{CacheState, InputFile, PageState, StateError};
use store::Store;

/// See the module.
pub struct Cache {
    store: Store,
    /// Of the last build that published.
    last: CacheState,
    /// Of this build, as far as it has come.
    next: CacheState,
    /// How many sources this build knows before it reads one: the configuration, and what the
    /// inventory has.
    known: usize,
    /// Whether it is to be said why pages are rendered.
    pub explains: bool,
    told: Vec<Diagnostic>,
}

/// How a build begins.
pub struct BuildStart {
    /// The file system's clock before any file was looked at.
    pub looked: i64,
    /// Of all that parsing depends on besides the files.
    pub parsing: [u8; 16],
    /// How many sources are registered: the configuration, and what the folders hold.
    pub known: usize,
}

impl Cache {
    /// Remembers nothing, and keeps nothing.
    pub fn none() -> Self {
        Self::with(Store::None)
    }

    /// That of the project at `root`. Nothing is written before [`begin`](Self::begin).
    pub fn open(world: &dyn World, root: &Path) -> Self {
        let mut cache = Self::with(Store::disk(root));
        match cache.store.state(world) {
            None => {}
            Some(bytes) => match CacheState::open(&bytes) {
                Ok(state) => cache.last = state,
                Err(StateError::Damaged) => cache.told.push(damaged()),
                Err(StateError::Version) => cache.told.push(
                    Diagnostic::warning(
                        "unusable-memo",
                        "the memo in .dateline/ was written by another version of Dateline; everything is made anew",
                    )
                    .hint("nothing to do: this build writes it anew; or delete .dateline/"),
                ),
            },
        }
        cache
    }

    /// Takes the cache of the project at `root` off the disk, and nothing that is not ours. What
    /// can't be removed stays: it does no harm.
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

    /// Whether anything is kept.
    pub fn keeps(&self) -> bool {
        !matches!(self.store, Store::None)
    }

    /// What is to be said of the cache itself; once.
    pub fn told(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.told)
    }

    /// Begins a build whose inputs, besides the configuration, are read from `files`.
    pub fn begin<'f>(
        &mut self,
        world: &dyn World,
        begun: BuildStart,
        files: impl Iterator<Item = (&'f str, Stat)>,
    ) {
        if !self.keeps() {
            return;
        }
        self.store.begin(world);
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

    /// What parsing depends on besides the files, in this build.
    pub fn parsing(&self) -> [u8; 16] {
        self.next.parsing
    }

    /// The page that was published at a route.
    pub fn page(&self, route: &str) -> Option<CachedPage<'_>> {
        let state = self.last.page(route)?;
        let looked = self.last.outputs_looked;
        Some(CachedPage { state, looked })
    }

    /// What is known of a file that is copied, if it was not written since.
    pub fn copied(&self, name: &str) -> Option<CopyState> {
        self.still(name)?.copy
    }

    /// Notes what is known of a file that is copied.
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

    /// Of its bytes.
    pub fn digest(&self) -> [u8; 16] {
        self.state.digest
    }

    /// What it showed of articles.
    pub fn shown(&self) -> &Shown {
        &self.state.shown
    }

    /// Whether a file of the output is surely the one that was put there.
    pub fn is(&self, stamp: FileStamp) -> bool {
        self.state.stamp == stamp && stamp.is_reliable(self.looked)
    }
}

fn damaged() -> Diagnostic {
    Diagnostic::warning(
        "unusable-memo",
        "the memo in .dateline/ is damaged; what it had is made anew",
    )
    .hint("nothing to do: this build writes it anew; or delete .dateline/")
}
