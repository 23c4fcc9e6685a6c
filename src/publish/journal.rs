//! The steps of a publication on the disk, so that what is cut short can be finished.

use std::fmt::Write as _;
use std::io;

use super::Digest;
use super::checksummed::{self, ChecksumError};
use super::error::{Doing as _, Doubt, PublishError};
use super::manifest::{self, Manifest};
use super::output_paths::OutputPaths;
use super::stage::gone;
use super::steps::{self, Again, Step};
use crate::world::World;

/// Whether the last publication was cut short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Not,
    /// Before its first step.
    Discarded,
    /// Later, and is finished now.
    Healed,
}

const WHAT: &str = "dateline-journal";
const FORMAT: u32 = 1;

/// Writes the journal and waits until it is on the disk.
pub(super) fn write(
    world: &dyn World,
    place: &OutputPaths,
    version: &str,
    steps: &[Step],
) -> Result<(), PublishError> {
    let text = checksummed::with_checksum(WHAT, FORMAT, version, &text(steps));
    let path = &place.journal;
    world.create(path, text.as_bytes()).doing("writing", path)?;
    world
        .sync(path)
        .and_then(|()| world.sync(&place.state))
        .doing("waiting for the disk to store", path)
}

/// Takes back a journal of which no step was taken; says whether it is gone for certain.
pub(super) fn withdraw(world: &dyn World, place: &OutputPaths) -> bool {
    gone(world.remove_file(&place.journal))
        .and_then(|()| world.sync(&place.state))
        .is_ok()
}

/// Removes the journal, and waits until the disk knows: if it were there again after a power cut,
/// its steps would be taken with the files of a later stage.
pub(super) fn drop_for_good(world: &dyn World, place: &OutputPaths) -> Result<(), PublishError> {
    let path = &place.journal;
    world.remove_file(path).doing("removing", path)?;
    world
        .sync(&place.state)
        .doing("waiting for the disk to store", &place.state)
}

/// Finishes a publication that was cut short, or drops it if it has taken no step. What others
/// put in its way meanwhile is replaced only with `adopt`.
///
/// # Errors
/// [`Clash`](PublishError::Clash), [`Unfinished`](PublishError::Unfinished),
/// [`Io`](PublishError::Io).
pub(super) fn recover(
    world: &dyn World,
    place: &OutputPaths,
    adopt: bool,
) -> Result<Cut, PublishError> {
    let Some(steps) = read(world, place)? else {
        return Ok(Cut::Not);
    };
    match steps {
        Err(ChecksumError::Version) => {
            return Err(PublishError::Unfinished {
                output: place.output.clone(),
                state: place.state.clone(),
            });
        }
        Err(ChecksumError::Damaged) => {}
        // What stands there now came after the journal, and is not ours.
        Ok(steps) if steps.contains(&Step::Tree) && is_blocked(world, place)? => {}
        Ok(steps) => {
            let old = match manifest::read(world, &place.manifest)? {
                _ if adopt => None,
                Ok(old) => Some(old),
                Err(Doubt::Unlisted) => Some(Manifest::new()),
                // The journal brings a manifest that can be read.
                Err(Doubt::Damaged | Doubt::Version) => None,
            };
            steps::run(world, place, &steps, Some(Again { old: old.as_ref() }))?;
            return Ok(Cut::Healed);
        }
    }
    drop_for_good(world, place)?;
    Ok(Cut::Discarded)
}

/// Whether a journal that is whole stands there.
pub(super) fn is_whole(world: &dyn World, place: &OutputPaths) -> Result<bool, PublishError> {
    Ok(matches!(read(world, place)?, Some(Ok(_))))
}

/// The steps of the journal; `None` where there is none.
fn read(
    world: &dyn World,
    place: &OutputPaths,
) -> Result<Option<Result<Vec<Step>, ChecksumError>>, PublishError> {
    let path = &place.journal;
    let bytes = match world.read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        read => read.doing("reading", path)?,
    };
    Ok(Some(checksummed::verified(WHAT, FORMAT, &bytes).and_then(
        |body| {
            let steps = body.lines().map(parse_line).collect::<Option<Vec<_>>>();
            steps.ok_or(ChecksumError::Damaged)
        },
    )))
}

/// Whether the stage is still to become the output, and something stands there.
fn is_blocked(world: &dyn World, place: &OutputPaths) -> Result<bool, PublishError> {
    let stage = world.stat(&place.stage).doing("looking at", &place.stage)?;
    Ok(stage.is_some() && !place.is_fresh(world)?)
}

fn text(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        _ = match step {
            Step::Tree => writeln!(text, "tree"),
            Step::Remove { route, digest, len } => writeln!(text, "remove {digest} {len} {route}"),
            Step::Clear { route } => writeln!(text, "clear {route}"),
            Step::Move {
                number,
                takes,
                route,
            } => {
                let word = if *takes { "take" } else { "move" };
                writeln!(text, "{word} {number} {route}")
            }
        };
    }
    text
}

fn parse_line(line: &str) -> Option<Step> {
    let Some((word, rest)) = line.split_once(' ') else {
        return (line == "tree").then_some(Step::Tree);
    };
    Some(match word {
        "move" | "take" => {
            let (number, route) = rest.split_once(' ')?;
            Step::Move {
                number: number.parse().ok()?,
                takes: word == "take",
                route: route.to_owned(),
            }
        }
        "clear" => Step::Clear { route: rest.into() },
        "remove" => {
            let mut words = rest.splitn(3, ' ');
            Step::Remove {
                digest: Digest::parse(words.next()?)?,
                len: words.next()?.parse().ok()?,
                route: words.next()?.to_owned(),
            }
        }
        _ => return None,
    })
}
