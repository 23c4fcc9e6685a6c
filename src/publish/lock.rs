//! One publication at a time for an output.

use super::error::{Doing as _, PublishError};
use super::place::Place;
use crate::world::{Lock, LockError, World};

/// Takes the output's lock, and makes the state folder for it. Never waits.
///
/// The file stays when the lock is freed: if it were removed, two builds could each hold a
/// lock on a file of the same name.
pub(super) fn take(
    world: &dyn World,
    place: &Place,
    version: &str,
) -> Result<Box<dyn Lock>, PublishError> {
    world
        .make_folder(&place.state)
        .doing("making the folder", &place.state)?;
    let holder = format!(
        "process {}, Dateline {version}, since {}",
        std::process::id(),
        world.now().format("%Y-%m-%d %H:%M:%S UTC"),
    );
    world
        .lock(&place.lock, &holder)
        .map_err(|error| match error {
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
