//! The only door to the file system and the clock.
//!
//! Everything above this module is given a [`World`] and does its reading, writing and
//! time-keeping through it. [`OsWorld`] is the real one; [`MemoryWorld`] keeps a tree in
//! memory, so that a test can make a full disk, a missing permission or a symbolic link
//! without having one. Paths are ordinary [`Path`]s; nothing here knows what they mean.

mod memory;
mod os;
#[cfg(all(test, unix))]
#[allow(
    clippy::disallowed_methods,
    reason = "links can't be made through World"
)]
mod tests;

use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

pub use memory::{InjectedFault, MemoryWorld, Operation};
pub use os::OsWorld;

/// What stands at a path, not following a symbolic link in its last part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    File,
    Folder,
    Link,
    /// A pipe, socket or device: never read, since reading one may never end.
    Other,
}

/// What the file system knows of a path without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
    pub kind: FileKind,
    /// Size in bytes (0 for what is not a file).
    pub len: u64,
    /// When a file was last written, in nanoseconds since 1970, as far as the file system knows.
    pub modified: i64,
    /// Its number in the file system; 0 where there is no such thing.
    pub inode: u64,
}

/// One thing that a [`World::walk`] met.
#[derive(Debug)]
pub struct WalkEntry {
    /// Relative to the folder that was walked.
    pub path: PathBuf,
    pub stat: Stat,
}

/// A lock that the operating system frees when its holder ends, however it ends.
///
/// `Sync`, because what holds a lock is shared by the threads that work under it.
pub trait Lock: Send + Sync {
    /// Whether its file still stands where it was taken. If somebody has removed it, another
    /// process may hold a lock of the same name.
    fn stands(&self) -> bool;
}

/// Why a lock could not be taken.
#[derive(Debug)]
pub enum LockError {
    /// Another process holds it; the text that the holder wrote into the file.
    Held(String),
    Io(io::Error),
}

/// The file system and the clock.
///
/// Errors are those of the operating system; a caller adds the path and what it was doing.
pub trait World: Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;

    /// The clock that the file system stamps files with ([`Stat::modified`]), in nanoseconds
    /// since 1970. Never what was asked for in place of the present instant.
    fn clock(&self) -> i64;

    /// Everything below `folder` in the order of its path, depth first, links not followed.
    /// A part that can't be read is an `Err` in its place, with its path relative to
    /// `folder`; the walk goes on. Names that begin with a dot are passed over.
    fn walk(&self, folder: &Path) -> Vec<Result<WalkEntry, (PathBuf, io::Error)>>;

    /// What stands at `path`; `None` where nothing does.
    fn stat(&self, path: &Path) -> io::Result<Option<Stat>>;

    /// The whole of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// `path` absolute, with every link and `..` resolved. The path must exist.
    fn canonical(&self, path: &Path) -> io::Result<PathBuf>;

    /// The names in a folder, sorted, those that begin with a dot too.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Makes a folder and those above it; fine where it exists.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// Writes a file that does not exist yet (an error if it does). The folder must exist.
    /// An error may leave a part of the file behind, as a full disk does.
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Gives the file `to` the permissions of the file `from`: who may read and write it.
    fn permit_as(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Puts one file or folder in the place of another, at once and on one file system: a
    /// file in the place of a file, a link or nothing, a folder in the place of an empty
    /// folder or nothing.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    fn remove_file(&self, path: &Path) -> io::Result<()>;

    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;

    /// Removes a folder with all that it holds, links not followed.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;

    /// Waits until a file's bytes, or a folder's list of names, have reached the disk.
    fn sync(&self, path: &Path) -> io::Result<()>;

    /// Waits until everything below `path` has reached the disk, at one go: where the
    /// system can do it (Linux), by waiting for the whole file system that it is on.
    fn sync_all(&self, path: &Path) -> io::Result<()>;

    /// Takes the lock at `path` (made where missing) and writes `holder` into it for the
    /// message that others print. Never waits.
    fn lock(&self, path: &Path, holder: &str) -> Result<Box<dyn Lock>, LockError>;

    /// The home folder of the user, where it is known.
    fn home(&self) -> Option<PathBuf>;
}
