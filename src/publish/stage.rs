//! New and changed files under their final paths, beside the output.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use super::error::{Doing as _, PublishError};
use super::place::Place;
use crate::world::World;

/// The stage of one publication. It comes to be with the first file.
pub(super) struct Stage<'w> {
    world: &'w dyn World,
    root: PathBuf,
    /// The folders that are there, relative; so that none is made or asked for twice.
    made: RwLock<HashSet<String>>,
}

impl<'w> Stage<'w> {
    pub(super) fn new(world: &'w dyn World, root: &Path) -> Self {
        Self {
            world,
            root: root.to_owned(),
            made: RwLock::default(),
        }
    }

    /// Writes a file that was not written before.
    pub(super) fn write(&self, route: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let folder = route.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.make(folder)?;
        let path = self.root.join(route);
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

/// Removes the stage and the next manifest, where there are any. Never while a journal stands.
pub(super) fn discard(world: &dyn World, place: &Place) -> Result<(), PublishError> {
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
