//! Everything in the cache but parsed files: one file, `.dateline/state`, with a checksum.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::encode::{Decoder, Encode, Encoder, pack_fields};
use super::fingerprint::{Fingerprint, Shown};
use crate::content::picture::NoPicture;
use crate::digest;
use crate::render::svg::{NoDrawing, RemovedPart};
use crate::view::context::CopiedFile;
use crate::world::Stat;

/// Incremented whenever what is stored, its encoding, or where shards of the index begin changes.
const FORMAT: u32 = 25;
const NAME: &[u8] = b"dateline-memo ";

/// Metadata that shows whether a file was written since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileStamp {
    pub len: u64,
    pub modified: i64,
    /// See [`Stat::changed`].
    pub changed: i64,
    pub inode: u64,
}

impl From<Stat> for FileStamp {
    fn from(stat: Stat) -> Self {
        Self {
            len: stat.len,
            modified: stat.modified,
            changed: stat.changed,
            inode: stat.inode,
        }
    }
}

impl FileStamp {
    /// Whether a write after the file was scanned would have changed this stamp; the file was
    /// scanned when the file system's clock was at `looked`, or later. Two writes at one instant
    /// leave one stamp, and the clocks of file systems are coarse: most advance in steps of a few
    /// milliseconds; one with a resolution of whole seconds shows in the value.
    pub(super) fn is_reliable(&self, looked: i64) -> bool {
        const SECOND: i64 = 1_000_000_000;
        let step = match self.modified % SECOND {
            0 => 2 * SECOND,
            _ => SECOND / 50,
        };
        self.modified.saturating_add(step) < looked
    }
}

/// Everything of the last build but the parsed files.
#[derive(Debug, Clone, Default)]
pub(super) struct CacheState {
    /// When the project was scanned, by the clock of the file system.
    pub looked: i64,
    /// When the output was scanned, by the same clock.
    pub outputs_looked: i64,
    /// Digest of everything that parsing depends on besides the files.
    pub parsing: [u8; 16],
    /// For articles, pages and texts: the first path of each segment, and its digest.
    pub segments: Vec<Vec<(String, [u8; 16])>>,
    /// For each segment of articles whose words are known: its first path, and the digest of its
    /// postings.
    pub all_postings: Vec<(String, [u8; 16])>,
    /// Every file of the project, by path below the project's root; sorted.
    pub inputs: Vec<InputFile>,
    /// Every page; sorted by route.
    pub pages: Vec<PageState>,
    /// What all pages depend on; explains why a page is rendered again.
    pub common: CommonInputs,
    /// What a build reports that has nothing to do.
    pub end: Option<End>,
    /// The index of `/explore/` of each edition, if there is one.
    pub indices: Vec<Option<IndexState>>,
}

/// The part of the index that shows whether it is unchanged, so that it need not be rebuilt to find
/// out.
#[derive(Debug, Clone)]
pub struct IndexState {
    /// The manifest without its list of term shards.
    pub head: String,
    /// Key and fingerprint of each term shard.
    pub words: Vec<([u8; 16], String)>,
    /// Where each term shard starts.
    pub beginnings: Vec<String>,
    /// The most frequent words, as a file of the index.
    pub spellings: Vec<u8>,
    /// The digest of each set of postings, and how it is divided into term shards.
    pub slices: Vec<([u8; 16], Vec<u8>)>,
    /// For each term shard the sum of the digests of its slices, and that of the lists of files.
    pub sums: Vec<[u8; 16]>,
}

/// A file of the project.
#[derive(Debug, Clone)]
pub(super) struct InputFile {
    pub name: String,
    pub stamp: FileStamp,
    /// Digest of the text of a parsed file, or of the bytes of a copied one.
    pub digest: Option<[u8; 16]>,
    /// Fingerprint of all but the text, if the file was parsed.
    pub fingerprint: Option<Fingerprint>,
    /// For a copied file: what else is known of it.
    pub copy: Option<CopyState>,
}

#[derive(Debug, Clone)]
pub struct CopyState {
    pub copied: CopiedFile,
    /// What it is, if it only has the name of a picture.
    pub no_picture: Option<NoPicture>,
    /// Whether it is a page under the name of something else.
    pub is_disguised: bool,
    /// What is removed from it, if it is a drawing (SVG).
    pub removed: Vec<RemovedPart>,
    /// Why it is none, if it only has the name of a drawing.
    pub no_drawing: Option<NoDrawing>,
    /// Whether it can be decoded as a picture; `None` if nobody has tried.
    pub decodes: Option<bool>,
}

/// A published page.
#[derive(Debug, Clone)]
pub(super) struct PageState {
    pub route: String,
    /// [`Deps::key`](crate::view::deps::Deps::key).
    pub key: [u8; 16],
    pub digest: [u8; 16],
    /// Stamp of its file in the output.
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
    /// Digest of the request.
    pub request: [u8; 16],
    /// The output folder as the configuration names it.
    pub output: String,
    /// The stamp of the output's state; it changes when another process publishes.
    pub manifest: Option<FileStamp>,
    pub config: FileStamp,
    pub next_change: Option<DateTime<Utc>>,
    pub stats: BuildStats,
    /// The reported diagnostics, encoded, because they are rarely read.
    pub said: EncodedDiagnostics,
}

/// Encoded diagnostics, each with the ids of the files that it points to.
#[derive(Debug, Clone, Default)]
pub(super) struct EncodedDiagnostics(pub Vec<u8>);

impl Encode for NoDrawing {
    fn encode(&self, out: &mut Encoder) {
        match self {
            Self::NotText => out.push(0),
            Self::TooLarge => out.push(1),
            Self::Other => out.push(2),
            Self::TooMany => out.push(4),
            Self::Broken(at) => {
                out.push(3);
                at.encode(out);
            }
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        Some(match from.take(1)? {
            [0] => Self::NotText,
            [1] => Self::TooLarge,
            [2] => Self::Other,
            [3] => Self::Broken(usize::decode(from)?),
            [4] => Self::TooMany,
            _ => return None,
        })
    }
}

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

/// Figures for the summary that a build prints.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuildStats {
    pub articles: usize,
    pub entries: usize,
    pub drafts: usize,
    pub scheduled: usize,
    pub expired: usize,
    /// Formatted for people, in the site's time zone.
    pub next_change: Option<String>,
}

pack_fields! {
    FileStamp { len, modified, changed, inode }
    CacheState { looked, outputs_looked, parsing, segments, all_postings, inputs, pages, common, end, indices }
    IndexState { head, words, beginnings, spellings, slices, sums }
    InputFile { name, stamp, digest, fingerprint, copy }
    CopyState { copied, no_picture, is_disguised, removed, no_drawing, decodes }
    RemovedPart { what, at, times }
    CopiedFile { digest, size }
    PageState { route, key, digest, stamp, shown }
    Fingerprint { frame, head }
    CommonInputs { theme, config, chrome, now }
    End {
        request, output, manifest, config, next_change, stats, said,
    }
    BuildStats { articles, entries, drafts, scheduled, expired, next_change }
}

/// Why the state can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StateError {
    Damaged,
    Version,
}

impl CacheState {
    pub(super) fn input(&self, name: &str) -> Option<&InputFile> {
        self.place(name).map(|at| &self.inputs[at])
    }

    /// Returns the index of an input.
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

pub(super) fn head() -> Vec<u8> {
    let version = env!("CARGO_PKG_VERSION");
    [NAME, format!("{version} {FORMAT}\n").as_bytes()].concat()
}
