//! One publication at a time for an output.

use std::io;

use super::error::{Doing as _, PublishError};
use super::output_paths::OutputPaths;
use crate::world::{Lock, LockError, World};

/// How often the state folder may be taken away between its making and the lock.
const TRIES: u32 = 3;

/// Takes the output's lock, and makes the state folder for it. Never waits.
///
/// The file stays when the lock is freed; only a clean-up removes it, which holds the lock.
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
            .doing("making the folder", &place.state)?;
        match world.lock(&place.lock, &holder) {
            // A clean-up took the folder away in between.
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
