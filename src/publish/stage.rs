//! New and changed files, beside the output.
//!
//! For an output that is missing or empty the stage is laid out as the site, and one rename
//! puts it in place. Otherwise files are staged by number: half the time of a stage goes into
//! making folders, and more into removing them, and here they would be removed at once.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{PoisonError, RwLock};

use super::error::{Doing as _, PublishError};
use super::output_paths::OutputPaths;
use super::steps::folder_of;
use crate::world::World;

/// The stage of one publication. It comes to be with the first file.
pub(super) struct StagingFolder<'w> {
    world: &'w dyn World,
    root: PathBuf,
    /// Whether it is laid out as the site.
    tree: bool,
    next: AtomicU32,
    /// The folders that are there, relative; so that none is made or asked for twice.
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

    /// A number for a file that is to be written.
    pub(super) fn number(&self) -> u32 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// Writes the file of this route and number.
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

    /// Makes the stage itself, where no file has.
    pub(super) fn make_root(&self) -> Result<(), PublishError> {
        self.make("")
    }

    fn make(&self, folder: &str) -> Result<(), PublishError> {
        let made = self.made.read().unwrap_or_else(PoisonError::into_inner);
        if made.contains(folder) {
            return Ok(());
        }
        drop(made);
        // Two threads may both come here: the folder is made before it is noted, and making
        // it twice does no harm.
        let path = self.root.join(folder);
        self.world
            .make_folder(&path)
            .doing("making the folder", &path)?;
        self.made
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(folder.to_owned());
        Ok(())
    }
}

/// Where the file of a number stands in a stage that is not laid out as the site. Some folders,
/// not one, so that threads need not wait for each other.
pub(super) fn numbered_name(number: u32) -> String {
    format!("{}/{number}", number % 8)
}

/// Removes the stage and the next manifest, where there are any. Never while a journal stands.
pub(super) fn discard(world: &dyn World, place: &OutputPaths) -> Result<(), PublishError> {
    gone(world.remove_tree(&place.stage)).doing("removing", &place.stage)?;
    gone(world.remove_file(&place.next)).doing("removing", &place.next)
}

/// What is not there need not be removed.
pub(super) fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}
