//! What the cache knows besides parsed files: one file, `.dateline/state`, sealed by a digest.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::encode::{Decoder, Encode, Encoder, pack_fields};
use super::fingerprint::{Fingerprint, Shown};
use crate::digest;
use crate::view::context::CopiedFile;
use crate::world::Stat;

/// Raised with every change of what is kept or how.
const FORMAT: u32 = 5;
const NAME: &[u8] = b"dateline-memo ";

/// What tells whether a file was written since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileStamp {
    pub len: u64,
    pub modified: i64,
    pub inode: u64,
}

impl From<Stat> for FileStamp {
    fn from(stat: Stat) -> Self {
        Self {
            len: stat.len,
            modified: stat.modified,
            inode: stat.inode,
        }
    }
}

impl FileStamp {
    /// Whether a file with this stamp, which was looked at when the clock stood at `looked` or
    /// later, would have another stamp if it had been written since. Two writes at one instant
    /// leave one stamp, and clocks of file systems are coarse: most go by steps of some
    /// milliseconds; one that knows whole seconds only shows it.
    pub(super) fn is_reliable(&self, looked: i64) -> bool {
        const SECOND: i64 = 1_000_000_000;
        let step = match self.modified % SECOND {
            0 => 2 * SECOND,
            _ => SECOND / 50,
        };
        self.modified.saturating_add(step) < looked
    }
}

/// Everything of the last build but the parsed files themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct CacheState {
    /// When the project was looked at, by the clock of the file system.
    pub looked: i64,
    /// When the output was looked at, likewise.
    pub outputs_looked: i64,
    /// What parsing depends on besides the files.
    pub parsing: [u8; 16],
    /// Of articles, pages and texts: the path that each part begins with, and its digest.
    pub segments: Vec<Vec<(String, [u8; 16])>>,
    /// Of each part of articles whose words are known: the path that it begins with, and the
    /// digest of its postings.
    pub all_postings: Vec<(String, [u8; 16])>,
    /// Every file of the project, by path below it; sorted.
    pub inputs: Vec<InputFile>,
    /// Every page, by route; sorted.
    pub pages: Vec<PageState>,
    /// What all pages depend on; for telling why one is rendered again.
    pub common: CommonInputs,
    /// What a build says that has nothing to do.
    pub end: Option<End>,
    /// The index of `/explore/`, where there is one.
    pub index: Option<IndexState>,
}

/// What is known of the index, so that it need not be made to know that it is as it was.
#[derive(Debug, Clone)]
pub struct IndexState {
    /// What the manifest says besides words.
    pub head: String,
    /// Key and print of each file of words.
    pub words: Vec<([u8; 16], String)>,
}

/// A file of the project.
#[derive(Debug, Clone)]
pub(super) struct InputFile {
    pub name: String,
    pub stamp: FileStamp,
    /// Of its text, if it was parsed; of its bytes, if it is copied.
    pub digest: Option<[u8; 16]>,
    /// Of all but its text, if it was parsed.
    pub fingerprint: Option<Fingerprint>,
    /// Of a file that is copied: what else is known of it.
    pub copy: Option<CopyState>,
}

#[derive(Debug, Clone, Copy)]
pub struct CopyState {
    pub copied: CopiedFile,
    /// A drawing that would run something.
    pub active: bool,
}

/// A page as it was published.
#[derive(Debug, Clone)]
pub(super) struct PageState {
    pub route: String,
    /// [`Deps::key`](crate::view::deps::Deps::key).
    pub key: [u8; 16],
    pub digest: [u8; 16],
    /// Of its file in the output.
    pub stamp: FileStamp,
    pub shown: Shown,
}

/// What all pages depend on.
#[derive(Debug, Clone, Default)]
pub struct CommonInputs {
    pub theme: [u8; 16],
    pub config: [u8; 16],
    pub chrome: [u8; 16],
    pub now: DateTime<Utc>,
}

/// The end of a build that published.
#[derive(Debug, Clone)]
pub(super) struct End {
    /// What was asked for.
    pub request: [u8; 16],
    /// The output as the configuration has it.
    pub output: String,
    /// The state of the output: a publication of others shows here.
    pub manifest: Option<FileStamp>,
    pub config: FileStamp,
    pub next_change: Option<DateTime<Utc>>,
    pub stats: BuildStats,
    /// What was said, packed: mostly nobody reads it.
    pub said: EncodedDiagnostics,
}

/// Diagnostics, each with the numbers of the files that it points at, packed.
#[derive(Debug, Clone, Default)]
pub(super) struct EncodedDiagnostics(pub Vec<u8>);

impl Encode for EncodedDiagnostics {
    fn encode(&self, out: &mut Encoder) {
        self.0.len().encode(out);
        out.extend_from_slice(&self.0);
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let len = usize::decode(from)?;
        Some(Self(from.take(len)?.to_vec()))
    }
}

/// What a build's last words are made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuildStats {
    pub articles: usize,
    pub entries: usize,
    pub drafts: usize,
    pub scheduled: usize,
    pub expired: usize,
    /// In the site's zone, in words.
    pub next_change: Option<String>,
}

pack_fields! {
    FileStamp { len, modified, inode }
    CacheState { looked, outputs_looked, parsing, segments, all_postings, inputs, pages, common, end, index }
    IndexState { head, words }
    InputFile { name, stamp, digest, fingerprint, copy }
    CopyState { copied, active }
    CopiedFile { digest, size }
    PageState { route, key, digest, stamp, shown }
    Fingerprint { frame, head }
    CommonInputs { theme, config, chrome, now }
    End {
        request, output, manifest, config, next_change, stats, said,
    }
    BuildStats { articles, entries, drafts, scheduled, expired, next_change }
}

/// Why there is no state to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StateError {
    Damaged,
    Version,
}

impl CacheState {
    pub(super) fn input(&self, name: &str) -> Option<&InputFile> {
        self.place(name).map(|at| &self.inputs[at])
    }

    /// Index of an input.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        let at = self.inputs.binary_search_by(|i| i.name.as_str().cmp(name));
        at.ok()
    }

    pub(super) fn page(&self, route: &str) -> Option<&PageState> {
        let at = self.pages.binary_search_by(|p| p.route.as_str().cmp(route));
        at.ok().map(|at| &self.pages[at])
    }

    pub(super) fn with_checksum(&self) -> Vec<u8> {
        let head = head();
        let body = head.len() + size_of::<[u8; 16]>();
        let about =
            |said: &EncodedDiagnostics| said.0.len() + (self.inputs.len() + self.pages.len()) * 96;
        let mut sealed =
            Encoder::with_capacity(self.end.as_ref().map_or(0, |end| about(&end.said)));
        sealed.extend_from_slice(&head);
        sealed.resize(body, 0);
        self.encode(&mut sealed);
        let with_checksum = digest::of(&sealed[body..]);
        sealed[head.len()..body].copy_from_slice(&with_checksum);
        sealed.into_bytes()
    }

    pub(super) fn open(bytes: &[u8]) -> Result<Self, StateError> {
        if !bytes.starts_with(NAME) {
            return Err(StateError::Damaged);
        }
        let body = bytes.strip_prefix(head().as_slice());
        let (with_checksum, body) = body
            .ok_or(StateError::Version)?
            .split_first_chunk::<16>()
            .ok_or(StateError::Damaged)?;
        if digest::of(body) != *with_checksum {
            return Err(StateError::Damaged);
        }
        let mut from = Decoder::new(body, Tz::UTC);
        Self::decode(&mut from)
            .filter(|_| from.is_empty())
            .ok_or(StateError::Damaged)
    }
}

fn head() -> Vec<u8> {
    let version = env!("CARGO_PKG_VERSION");
    [NAME, format!("{version} {FORMAT}\n").as_bytes()].concat()
}
