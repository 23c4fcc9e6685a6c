//! Storage of the cache.

use std::collections::BTreeSet;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::postings;
use super::segments::FORMS;
use crate::world::{Lock, LockError, World, is_no_file};

/// The folder in the project that holds the cache.
pub const FOLDER: &str = ".dateline";

/// Where the cache is stored.
pub(super) enum Store {
    None,
    Disk {
        /// `.dateline/`.
        folder: PathBuf,
        /// Held while this process writes. If another build of the project holds it, this process
        /// writes nothing.
        lock: Option<Box<dyn Lock>>,
    },
}

impl Store {
    pub(super) fn disk(root: &Path) -> Self {
        Self::Disk {
            folder: root.join(FOLDER),
            lock: None,
        }
    }

    pub(super) fn is_disk(&self) -> bool {
        matches!(self, Store::Disk { lock: Some(_), .. })
    }

    /// Returns the state on disk, if there is one.
    pub(super) fn state(&self, world: &dyn World) -> io::Result<Option<Vec<u8>>> {
        match self {
            Store::Disk { folder, .. } => if_there(world.read(&folder.join("state"))),
            Store::None => Ok(None),
        }
    }

    /// Prepares to write. If that fails, nothing is written: a project in a read-only folder can
    /// still be built.
    ///
    /// # Errors
    /// Something is in the way that another build wrote no cache to.
    pub(super) fn begin(&mut self, world: &dyn World) -> io::Result<()> {
        let Store::Disk { folder, lock } = self else {
            return Ok(());
        };
        if lock.is_some() {
            return Ok(());
        }
        match world.make_folder(&folder.join("parsed")) {
            Ok(()) => {}
            Err(error) => return only_obstacles(error),
        }
        match world.lock(&folder.join("lock"), "") {
            Ok(held) => *lock = Some(held),
            // The other build writes.
            Err(LockError::Held(_)) => {}
            Err(LockError::Io(error)) => return only_obstacles(error),
        }
        Ok(())
    }

    /// Reads a segment by its name. One that can't be read is damaged, and has no bytes.
    pub(super) fn segment(&self, world: &dyn World, name: &str) -> Option<Vec<u8>> {
        let bytes = world.read(&self.segment_path(name)?);
        if_there(bytes).unwrap_or_else(|_| Some(Vec::new()))
    }

    /// Returns how many bytes a segment has.
    pub(super) fn segment_len(&self, world: &dyn World, name: &str) -> Option<usize> {
        let stat = world.stat(&self.segment_path(name)?).ok()??;
        usize::try_from(stat.len).ok()
    }

    /// Reads parts of a segment, one after another.
    pub(super) fn segment_parts(
        &self,
        world: &dyn World,
        name: &str,
        parts: &[Range<usize>],
    ) -> Option<Vec<u8>> {
        world.read_parts(&self.segment_path(name)?, parts).ok()
    }

    fn segment_path(&self, name: &str) -> Option<PathBuf> {
        match self {
            Store::None => None,
            Store::Disk { folder, .. } => Some(folder.join("parsed").join(name)),
        }
    }

    /// Writes a segment. If that fails, a later build parses its files again.
    pub(super) fn keep(&self, world: &dyn World, name: &str, bytes: Vec<u8>) {
        if let Store::Disk {
            folder,
            lock: Some(_),
        } = self
        {
            // A damaged segment has this name, but other bytes.
            _ = replace(world, &folder.join("parsed").join(name), &bytes);
        }
    }

    /// Writes the state, and removes all segments but these.
    pub(super) fn finish(&self, world: &dyn World, state: &[u8], segments: &BTreeSet<String>) {
        if let Store::Disk {
            folder,
            lock: Some(_),
        } = self
        {
            if replace(world, &folder.join("state"), state).is_err() {
                return;
            }
            let folder = folder.join("parsed");
            let names = world.names(&folder).unwrap_or_default();
            for name in names.iter().filter(|name| !segments.contains(*name)) {
                _ = world.remove_file(&folder.join(name));
            }
        }
    }
}

/// Removes the stored files, and the folders that are then empty. Does nothing while another build
/// writes there.
pub(super) fn remove(world: &dyn World, root: &Path) {
    let folder = root.join(FOLDER);
    let lock = folder.join("lock");
    if !matches!(world.stat(&lock), Ok(Some(_))) {
        return;
    }
    let Ok(held) = world.lock(&lock, "") else {
        return;
    };
    let parsed = folder.join("parsed");
    let ours = |name: &String| {
        let kinds = FORMS.iter().chain(&[postings::KIND]);
        kinds
            .into_iter()
            .any(|form| name.starts_with(&format!("{form}-")))
    };
    let names = world.names(&parsed).unwrap_or_default();
    let segments = names.iter().filter(|name| ours(name));
    let files = segments.map(|name| parsed.join(name));
    let state = ["state", "state.new", "pinged", "pinged.new"].map(|name| folder.join(name));
    for file in files.chain(state).chain([lock]) {
        _ = world.remove_file(&file);
    }
    drop(held);
    _ = world.remove_folder(&parsed);
    _ = world.remove_folder(&folder);
}

/// Treats a missing file as none.
fn if_there(read: io::Result<Vec<u8>>) -> io::Result<Option<Vec<u8>>> {
    match read {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Passes an error on if something other than a cache is in its place. That the folder can't be
/// written is none.
fn only_obstacles(error: io::Error) -> io::Result<()> {
    let is_there = matches!(
        error.kind(),
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory
    );
    match is_there || is_no_file(&error) {
        true => Err(error),
        false => Ok(()),
    }
}

/// Replaces a file atomically.
fn replace(world: &dyn World, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = path.with_extension("new");
    match world.remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    world.create(&new, bytes)?;
    world.rename(&new, path)
}
