//! The staging folder for new and changed files, next to the output.
//!
//! For an output that is missing or empty, the stage has the layout of the site, and one rename
//! publishes it. Otherwise files are staged by number: half the time of a stage goes into creating
//! folders, more into removing them, and here they would be removed right away.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{PoisonError, RwLock};

use foldhash::HashSet;

use super::error::{Doing as _, PublishError};
use super::output_paths::OutputPaths;
use super::steps::folder_of;
use crate::world::World;

/// The stage of one publication. Created with its first file.
pub(super) struct StagingFolder<'w> {
    world: &'w dyn World,
    root: PathBuf,
    /// Whether it has the layout of the site.
    tree: bool,
    next: AtomicU32,
    /// Relative paths of the folders that exist, so that each is created only once.
    made: RwLock<HashSet<String>>,
}

impl<'w> StagingFolder<'w> {
    pub(super) fn new(world: &'w dyn World, root: &Path, tree: bool) -> Self {
        Self {
            world,
            root: root.to_owned(),
            tree,
            next: AtomicU32::new(0),
            made: RwLock::default(),
        }
    }

    /// Returns the number for a file to be written.
    pub(super) fn number(&self) -> u32 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// Writes the file with this route and number.
    pub(super) fn write(&self, route: &str, number: u32, bytes: &[u8]) -> Result<(), PublishError> {
        let numbered;
        let name = if self.tree {
            route
        } else {
            numbered = numbered_name(number);
            &numbered
        };
        self.make(folder_of(name))?;
        let path = self.root.join(name);
        self.world.create(&path, bytes).doing("writing", &path)
    }

    /// Creates the stage itself, if no file has.
    pub(super) fn make_root(&self) -> Result<(), PublishError> {
        self.make("")
    }

    fn make(&self, folder: &str) -> Result<(), PublishError> {
        let made = self.made.read().unwrap_or_else(PoisonError::into_inner);
        if made.contains(folder) {
            return Ok(());
        }
        drop(made);
        // Two threads may both get here: the folder is created before it is recorded, and creating
        // it twice does no harm.
        let path = self.root.join(folder);
        self.world
            .make_folder(&path)
            .doing("creating the folder", &path)?;
        self.made
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(folder.to_owned());
        Ok(())
    }
}

/// Returns the path of a numbered file. There are several folders, so that threads need not wait
/// for each other.
pub(super) fn numbered_name(number: u32) -> String {
    format!("{}/{number}", number % 8)
}

/// Removes the stage and the next manifest, if they exist. Must not be called while there is a
/// journal.
pub(super) fn discard(world: &dyn World, place: &OutputPaths) -> Result<(), PublishError> {
    gone(world.remove_tree(&place.stage)).doing("removing", &place.stage)?;
    gone(world.remove_file(&place.next)).doing("removing", &place.next)
}

/// Treats a missing file as removed.
pub(super) fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}
