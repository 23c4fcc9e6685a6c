//! The only access to the file system and the clock.
//!
//! All modules above this one read, write and tell the time through a [`World`]. [`OsWorld`] is the
//! real one. [`MemoryWorld`] holds a tree in memory, so that a test can simulate a full disk, a
//! missing permission or a symbolic link. [`Overlay`] is another one with one file changed, [`Mounted`] one with one folder in
//! the place of another. Paths are
//! ordinary [`Path`]s; this module attaches no meaning to them.

mod memory;
mod mounted;
mod os;
mod overlay;
#[cfg(all(test, unix))]
#[allow(
    clippy::disallowed_methods,
    reason = "links can't be made through World"
)]
mod tests;

use std::fmt;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

pub use memory::{InjectedFault, MemoryWorld, Operation};
pub use mounted::Mounted;
pub use os::OsWorld;
pub use overlay::Overlay;

/// The type of a file. A symbolic link in the last component is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    File,
    Folder,
    Link,
    /// A pipe, socket or device. Never read, because reading one may block forever.
    Other,
}

/// File metadata, available without reading the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
    pub kind: FileKind,
    /// Size in bytes; 0 for anything but a file.
    pub len: u64,
    /// Modification time in nanoseconds since the Unix epoch, as precise as the file system records
    /// it.
    pub modified: i64,
    /// When the file, its name or its metadata was last changed, in the same unit; 0 if the platform
    /// does not say. A program can set `modified` back, but not this.
    pub changed: i64,
    /// Inode number; 0 if the platform has none.
    pub inode: u64,
}

/// One entry found by [`World::walk`].
#[derive(Debug)]
pub struct WalkEntry {
    /// Path relative to the walked folder.
    pub path: PathBuf,
    pub stat: Stat,
}

/// A lock that the operating system releases when its holder ends, for whatever reason.
///
/// `Sync`, because worker threads share the holder of a lock.
pub trait Lock: Send + Sync {
    /// Whether the lock file is still at its path. If it was removed, another process may hold a
    /// lock at the same path.
    fn stands(&self) -> bool;
}

/// Why a lock could not be taken.
#[derive(Debug)]
pub enum LockError {
    /// Another process holds it. Contains the text that the holder wrote into the file.
    Held(String),
    Io(io::Error),
}

/// The cause of an error: a pipe, socket or device is where a file should be.
#[derive(Debug)]
struct SpecialFile;

impl fmt::Display for SpecialFile {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("this is a pipe, socket or device, not a file")
    }
}

impl std::error::Error for SpecialFile {}

/// Returns the error for a pipe, socket or device, which must not be read: that may block forever.
fn special_file() -> io::Error {
    io::Error::other(SpecialFile)
}

/// Returns parts of `bytes`, joined.
fn parts_of(bytes: &[u8], parts: &[Range<usize>]) -> io::Result<Vec<u8>> {
    let mut joined = Vec::with_capacity(parts.iter().map(Range::len).sum());
    for part in parts {
        let part = bytes.get(part.clone());
        joined.extend_from_slice(part.ok_or(io::ErrorKind::UnexpectedEof)?);
    }
    Ok(joined)
}

/// Whether reading failed because something other than a file is there.
pub fn is_no_file(error: &io::Error) -> bool {
    let special = || {
        error
            .get_ref()
            .is_some_and(|cause| cause.is::<SpecialFile>())
    };
    error.kind() == io::ErrorKind::IsADirectory || special()
}

/// The file system and the clock.
///
/// Errors are those of the operating system; the caller adds the path and the operation.
pub trait World: Sync {
    /// Returns the current instant.
    fn now(&self) -> DateTime<Utc>;

    /// Returns the clock that stamps files ([`Stat::modified`]), in nanoseconds since the Unix
    /// epoch. Never the instant that overrides [`now`](Self::now).
    fn clock(&self) -> i64;

    /// Lists everything below `folder`, depth first and sorted by path, without following links.
    /// Whatever cannot be read is an `Err` at its position, with its path relative to `folder`, and
    /// the walk continues. Names that start with a dot are skipped.
    fn walk(&self, folder: &Path) -> Vec<Result<WalkEntry, (PathBuf, io::Error)>>;

    /// Returns the metadata of `path`, or `None` if nothing exists there.
    fn stat(&self, path: &Path) -> io::Result<Option<Stat>>;

    /// Reads a whole file. Fails at once, as [`is_no_file`] tells, if something else is there.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Returns the bytes of some parts of a file, ranges of bytes, joined. Fails if one reaches beyond
    /// the end.
    fn read_parts(&self, path: &Path, parts: &[Range<usize>]) -> io::Result<Vec<u8>>;

    /// Returns `path` as an absolute path, with links and `..` resolved. The path must exist.
    fn canonical(&self, path: &Path) -> io::Result<PathBuf>;

    /// Returns the sorted names in a folder, including those that start with a dot.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Creates a folder and its parents. Succeeds if it already exists.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// Creates a file with these bytes. Fails if the file exists or its folder does not. On error,
    /// a partial file may remain, as with a full disk.
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Copies the permissions of the file `from` to the file `to`.
    fn permit_as(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Renames a file or folder atomically, within one file system. A file may replace a file or a
    /// link; a folder may replace an empty folder.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    fn remove_file(&self, path: &Path) -> io::Result<()>;

    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;

    /// Removes a folder and its contents, without following links.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;

    /// Waits until a file's bytes, or a folder's directory entries, are on the disk.
    fn sync(&self, path: &Path) -> io::Result<()>;

    /// Waits until everything below `path` is on the disk. Where the system supports it (Linux),
    /// syncs the whole file system of `path` at once.
    fn sync_all(&self, path: &Path) -> io::Result<()>;

    /// Takes the lock at `path`, creating the file if necessary, and writes `holder` into it for
    /// the error message of other processes. Never waits, and fails if something other than a file
    /// is there.
    fn lock(&self, path: &Path, holder: &str) -> Result<Box<dyn Lock>, LockError>;

    /// Returns the user's home folder, if known.
    fn home(&self) -> Option<PathBuf>;
}
