//! Where the cache is kept.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::postings;
use super::segments::FORMS;
use crate::world::{Lock, World};

/// The folder of the project that the cache is kept in.
pub const FOLDER: &str = ".dateline";

/// Where the cache is kept.
pub(super) enum Store {
    None,
    Disk {
        /// `.dateline/`.
        folder: PathBuf,
        /// While this process writes. Another build of the project may hold it; then nothing
        /// is written here.
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

    /// The state that was kept on disk, if any can be read.
    pub(super) fn state(&self, world: &dyn World) -> Option<Vec<u8>> {
        match self {
            Store::Disk { folder, .. } => world.read(&folder.join("state")).ok(),
            _ => None,
        }
    }

    /// Makes ready to write. Where that fails, nothing is written: a project can be built that
    /// can't be written to.
    pub(super) fn begin(&mut self, world: &dyn World) {
        let Store::Disk { folder, lock } = self else {
            return;
        };
        if lock.is_none() && world.make_folder(&folder.join("parsed")).is_ok() {
            *lock = world.lock(&folder.join("lock"), "").ok();
        }
    }

    /// A part by its name.
    pub(super) fn segment(&self, world: &dyn World, name: &str) -> Option<Vec<u8>> {
        match self {
            Store::None => None,
            Store::Disk { folder, .. } => {
                let bytes = world.read(&folder.join("parsed").join(name));
                bytes.ok()
            }
        }
    }

    /// Keeps a part. One that can't be written is missed later.
    pub(super) fn keep(&self, world: &dyn World, name: &str, bytes: Vec<u8>) {
        if let Store::Disk {
            folder,
            lock: Some(_),
        } = self
        {
            // A part that is damaged has its name, and other bytes.
            _ = replace(world, &folder.join("parsed").join(name), &bytes);
        }
    }

    /// Keeps the state, and forgets all parts but these.
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

/// Removes what builds have kept on disk, and the folders that are empty then. Where another
/// build writes there, nothing.
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
    let state = ["state", "state.new"].map(|name| folder.join(name));
    for file in files.chain(state).chain([lock]) {
        _ = world.remove_file(&file);
    }
    drop(held);
    _ = world.remove_folder(&parsed);
    _ = world.remove_folder(&folder);
}

/// Puts a file in the place of another, at once.
fn replace(world: &dyn World, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = path.with_extension("new");
    match world.remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    world.create(&new, bytes)?;
    world.rename(&new, path)
}
