//! The steps of a publication on the disk, so that an interrupted one can be finished.

use std::fmt::Write as _;
use std::io;

use super::Digest;
use super::checksummed::{self, ChecksumError};
use super::error::{Doing as _, Doubt, PublishError, is_route};
use super::manifest::{self, Manifest};
use super::output_paths::OutputPaths;
use super::stage::gone;
use super::steps::{self, Again, Step};
use crate::world::World;

/// Whether the last publication was interrupted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Not,
    /// Interrupted before its first step.
    Discarded,
    /// Interrupted later, and finished now.
    Healed,
}

pub(super) const WHAT: &str = "dateline-journal";
pub(super) const FORMAT: u32 = 2;

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
        .doing("syncing", path)
}

/// Removes a journal whose steps have not started. Returns whether it is certainly gone.
pub(super) fn withdraw(world: &dyn World, place: &OutputPaths) -> bool {
    gone(world.remove_file(&place.journal))
        .and_then(|()| world.sync(&place.state))
        .is_ok()
}

/// Removes the journal and waits until that is on the disk: if it came back after a power failure,
/// its steps would run with the files of a later stage.
pub(super) fn drop_for_good(world: &dyn World, place: &OutputPaths) -> Result<(), PublishError> {
    let path = &place.journal;
    world.remove_file(path).doing("removing", path)?;
    world.sync(&place.state).doing("syncing", &place.state)
}

/// Finishes an interrupted publication, or discards it if none of its steps has run. Foreign files
/// that have appeared in its way are replaced only with `adopt`.
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
        // What is in the output was created after the journal, and is not ours.
        Ok(steps) if steps.contains(&Step::Tree) && is_blocked(world, place)? => {}
        Ok(steps) => {
            let old = match manifest::read(world, &place.manifest, &place.output)? {
                _ if adopt => None,
                Ok(old) => Some(old),
                Err(Doubt::Unlisted) => Some(Manifest::new()),
                // The journal brings a readable manifest with it.
                Err(Doubt::Damaged | Doubt::Version) => None,
            };
            steps::run(world, place, &steps, Some(Again { old: old.as_ref() }))?;
            return Ok(Cut::Healed);
        }
    }
    drop_for_good(world, place)?;
    Ok(Cut::Discarded)
}

/// Whether there is a complete journal.
pub(super) fn is_whole(world: &dyn World, place: &OutputPaths) -> Result<bool, PublishError> {
    Ok(matches!(read(world, place)?, Some(Ok(_))))
}

/// Reads the steps of the journal. `None` if there is no journal.
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

/// Whether the stage has not become the output yet, and the output is not empty.
fn is_blocked(world: &dyn World, place: &OutputPaths) -> Result<bool, PublishError> {
    let stage = world.stat(&place.stage).doing("inspecting", &place.stage)?;
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

/// Reads one step. Every route is checked: whoever can write the journal must not reach files outside
/// the output.
fn parse_line(line: &str) -> Option<Step> {
    let route = |route: &str| is_route(route).then(|| route.to_owned());
    let Some((word, rest)) = line.split_once(' ') else {
        return (line == "tree").then_some(Step::Tree);
    };
    Some(match word {
        "move" | "take" => {
            let (number, rest) = rest.split_once(' ')?;
            Step::Move {
                number: number.parse().ok()?,
                takes: word == "take",
                route: route(rest)?,
            }
        }
        "clear" => Step::Clear {
            route: route(rest)?,
        },
        "remove" => {
            let mut words = rest.splitn(3, ' ');
            Step::Remove {
                digest: Digest::parse(words.next()?)?,
                len: words.next()?.parse().ok()?,
                route: route(words.next()?)?,
            }
        }
        _ => return None,
    })
}
