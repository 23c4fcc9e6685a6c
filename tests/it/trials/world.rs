//! A world that fails as a real one does, lists its folders in no order, or is watched.

use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use dateline::world::{Lock, LockError, Stat, WalkEntry, World};

use super::Random;

/// What goes wrong.
#[derive(Debug, Clone, Copy)]
pub struct Failing {
    /// The number of the operation; the first is 0.
    pub nth: u64,
    /// The system's number of the error.
    pub errno: i32,
    /// Whether every later operation that this error can happen to fails too.
    pub for_good: bool,
}

pub const EIO: i32 = 5;
pub const EACCES: i32 = 13;
pub const ENOSPC: i32 = 28;
pub const EROFS: i32 = 30;

/// Passes everything on to another world, but for what goes wrong.
pub struct Odd<'w> {
    inner: &'w dyn World,
    failing: Option<Failing>,
    /// What the order of a folder's names is drawn from.
    shuffle: Option<u64>,
    /// Called after every file that is moved or removed.
    observer: Option<&'w (dyn Fn() + Sync)>,
    seen: AtomicU64,
}

/// Whether an operation writes.
#[derive(Clone, Copy, PartialEq)]
enum Writes {
    Yes,
    No,
}

impl<'w> Odd<'w> {
    pub fn failing(inner: &'w dyn World, failing: Failing) -> Self {
        Self {
            inner,
            failing: Some(failing),
            shuffle: None,
            observer: None,
            seen: AtomicU64::new(0),
        }
    }

    pub fn shuffled(inner: &'w dyn World, seed: u64) -> Self {
        Self {
            inner,
            failing: None,
            shuffle: Some(seed),
            observer: None,
            seen: AtomicU64::new(0),
        }
    }

    pub fn observed(inner: &'w dyn World, observer: &'w (dyn Fn() + Sync)) -> Self {
        Self {
            inner,
            failing: None,
            shuffle: None,
            observer: Some(observer),
            seen: AtomicU64::new(0),
        }
    }

    /// How many operations there were.
    pub fn seen(&self) -> u64 {
        self.seen.load(Ordering::SeqCst)
    }

    fn begin(&self, writes: Writes) -> io::Result<()> {
        let n = self.seen.fetch_add(1, Ordering::SeqCst);
        match self.failing {
            Some(failing) if failing.hits(n, writes) => {
                Err(io::Error::from_raw_os_error(failing.errno))
            }
            _ => Ok(()),
        }
    }

    fn observe(&self, done: io::Result<()>) -> io::Result<()> {
        if let Some(observer) = self.observer {
            observer();
        }
        done
    }
}

impl Failing {
    /// The operation itself fails, whatever it is; of the later ones a full disk and one that
    /// can't be written fail only what writes.
    fn hits(self, n: u64, writes: Writes) -> bool {
        let can = writes == Writes::Yes || matches!(self.errno, EIO | EACCES);
        n == self.nth || (self.for_good && n > self.nth && can)
    }
}

impl World for Odd<'_> {
    fn now(&self) -> DateTime<Utc> {
        self.inner.now()
    }

    fn clock(&self) -> i64 {
        self.inner.clock()
    }

    fn walk(&self, folder: &Path) -> Vec<Result<WalkEntry, (PathBuf, io::Error)>> {
        if let Err(error) = self.begin(Writes::No) {
            return vec![Err((PathBuf::new(), error))];
        }
        let mut found = self.inner.walk(folder);
        if let Some(seed) = self.shuffle {
            Random(seed).shuffle(&mut found);
        }
        found
    }

    fn stat(&self, path: &Path) -> io::Result<Option<Stat>> {
        self.begin(Writes::No)?;
        self.inner.stat(path)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.begin(Writes::No)?;
        self.inner.read(path)
    }

    fn read_parts(&self, path: &Path, parts: &[Range<usize>]) -> io::Result<Vec<u8>> {
        self.begin(Writes::No)?;
        self.inner.read_parts(path, parts)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.begin(Writes::No)?;
        self.inner.canonical(path)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.begin(Writes::No)?;
        let mut names = self.inner.names(folder)?;
        if let Some(seed) = self.shuffle {
            Random(seed).shuffle(&mut names);
        }
        Ok(names)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.begin(Writes::Yes)?;
        self.inner.make_folder(path)
    }

    /// What fails leaves half of the file, as a full disk does.
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let begun = self.begin(Writes::Yes);
        match begun {
            Ok(()) => self.inner.create(path, bytes),
            Err(error) => {
                self.inner.create(path, &bytes[..bytes.len() / 2])?;
                Err(error)
            }
        }
    }

    fn permit_as(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.begin(Writes::Yes)?;
        self.inner.permit_as(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.begin(Writes::Yes)?;
        self.observe(self.inner.rename(from, to))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.begin(Writes::Yes)?;
        self.observe(self.inner.remove_file(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.begin(Writes::Yes)?;
        self.inner.remove_folder(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.begin(Writes::Yes)?;
        self.observe(self.inner.remove_tree(path))
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.begin(Writes::Yes)?;
        self.inner.sync(path)
    }

    fn sync_all(&self, path: &Path) -> io::Result<()> {
        self.begin(Writes::Yes)?;
        self.inner.sync_all(path)
    }

    fn lock(&self, path: &Path, holder: &str) -> Result<Box<dyn Lock>, LockError> {
        self.begin(Writes::Yes).map_err(LockError::Io)?;
        self.inner.lock(path, holder)
    }

    fn home(&self) -> Option<PathBuf> {
        self.inner.home()
    }
}
