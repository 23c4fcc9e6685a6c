//! Allows one publication at a time per output.

use std::io;

use super::error::{Doing as _, PublishError};
use super::output_paths::OutputPaths;
use crate::world::{Lock, LockError, World};

/// How often the state folder may disappear between its creation and the lock.
const TRIES: u32 = 3;

/// Creates the state folder and takes the output's lock. Never waits.
///
/// The lock file remains after the lock is released. Only a clean-up removes it, while it holds the
/// lock.
pub(super) fn take(
    world: &dyn World,
    place: &OutputPaths,
    version: &str,
) -> Result<Box<dyn Lock>, PublishError> {
    let holder = format!(
        "process {}, Dateline {version}, since {}",
        std::process::id(),
        world.now().format("%Y-%m-%d %H:%M:%S UTC"),
    );
    let mut tries = 0;
    let taken = loop {
        world
            .make_folder(&place.state)
            .doing("creating the folder", &place.state)?;
        match world.lock(&place.lock, &holder) {
            // A clean-up removed the folder in between.
            Err(LockError::Io(error)) if is_missing(&error) && tries < TRIES => tries += 1,
            taken => break taken,
        }
    };
    taken.map_err(|error| match error {
        LockError::Held(holder) => PublishError::Held {
            output: place.output.clone(),
            holder,
        },
        LockError::Io(source) => PublishError::Io {
            doing: "locking",
            path: place.lock.clone(),
            source,
        },
    })
}

fn is_missing(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}
