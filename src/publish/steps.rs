//! The steps of a publication, and their execution.

use std::cmp::Reverse;
use std::io;
use std::path::Path;

use foldhash::{HashSet, HashSetExt as _};

use super::error::{Clash, Doing as _, PublishError};
use super::manifest::Manifest;
use super::output_paths::OutputPaths;
use super::stage::numbered_name;
use super::{Class, Digest};
use crate::world::{FileKind, World};

/// One step from the old site to the new one. Every step is idempotent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Renames the stage to the output, which is missing or empty.
    Tree,
    /// Deletes a file with these bytes, and the folders above it that are empty then.
    Remove {
        route: String,
        digest: Digest,
        len: u64,
    },
    /// Deletes a folder that contains nothing but empty folders.
    Clear { route: String },
    /// Moves the staged file with this number to its route.
    Move {
        number: u32,
        /// Whether to replace a foreign file there, as the user asked.
        takes: bool,
        route: String,
    },
}

/// What the steps have done.
#[derive(Debug, Default)]
pub(super) struct StepResults {
    pub removed: usize,
    /// Routes of files that were to be removed but have other bytes.
    pub left: Vec<String>,
}

/// Runs the steps, replaces the manifest, and removes the journal and the rest of the stage.
///
/// `again`: an interrupted run may already have run some of the steps.
pub(super) fn run(
    world: &dyn World,
    place: &OutputPaths,
    steps: &[Step],
    again: Option<Again>,
) -> Result<StepResults, PublishError> {
    let mut run = StepRunner::new(world, place, again);
    run.all(steps)?;
    Ok(run.done)
}

/// Context for running steps again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Again<'a> {
    /// The files that were ours before the steps, if known. Anything else in the output appeared
    /// since, is foreign, and is not replaced.
    pub old: Option<&'a Manifest>,
}

/// Removes the files of a manifest that still hold our bytes, and the folders that are empty then,
/// in reverse [`order`].
///
/// `dry`: only reports what would be done.
pub(super) fn remove_all(
    world: &dyn World,
    place: &OutputPaths,
    manifest: &Manifest,
    dry: bool,
) -> Result<StepResults, PublishError> {
    let mut run = StepRunner::new(world, place, None);
    let doomed = manifest.iter();
    let mut doomed: Vec<_> = doomed
        .map(|(route, entry)| (order(entry.class, route), entry))
        .collect();
    doomed.sort_unstable_by(|(one, _), (other, _)| other.cmp(one));
    for ((.., route), entry) in doomed {
        if dry {
            run.examine(route, entry.digest, entry.len)?;
        } else {
            run.remove(route, entry.digest, entry.len)?;
        }
    }
    Ok(run.done)
}

/// The order in which files appear: assets before the pages that show them, pages before the lists
/// that link to them, and what is further inside before what is further out, so that the front page
/// and the sitemap, from which readers come, are last. Files disappear in reverse order.
pub(super) fn order(class: Class, route: &str) -> (u8, Reverse<usize>, &str) {
    let rank = match class {
        Class::Asset { .. } => 0,
        Class::Page => 1,
        Class::List => 2,
    };
    (rank, Reverse(route.matches('/').count()), route)
}

/// Returns the folder of a route, without a trailing slash; empty at the top level.
pub(super) fn folder_of(route: &str) -> &str {
    route.rsplit_once('/').map_or("", |(folder, _)| folder)
}

struct StepRunner<'a> {
    world: &'a dyn World,
    place: &'a OutputPaths,
    again: Option<Again<'a>>,
    /// Folders of the output known to be missing, or to contain no link in their path.
    straight: HashSet<&'a str>,
    /// Folders of the output known to exist.
    made: HashSet<&'a str>,
    done: StepResults,
}

impl<'a> StepRunner<'a> {
    fn new(world: &'a dyn World, place: &'a OutputPaths, again: Option<Again<'a>>) -> Self {
        Self {
            world,
            place,
            again,
            straight: HashSet::new(),
            made: HashSet::new(),
            done: StepResults::default(),
        }
    }

    fn all(&mut self, steps: &'a [Step]) -> Result<(), PublishError> {
        let (world, place) = (self.world, self.place);
        for step in steps {
            self.step(step)?;
        }
        if !steps.is_empty() {
            world
                .sync_all(&place.output)
                .doing("syncing", &place.output)?;
        }
        self.rename(&place.next, &place.manifest)?;
        world.sync(&place.state).doing("syncing", &place.manifest)?;
        world
            .remove_file(&place.journal)
            .doing("removing", &place.journal)?;
        // The journal must not come back after a power failure: its steps would run with the files
        // of a later stage. The site is published even if this sync fails.
        _ = world.sync(&place.state);
        // Only empty folders are left in the stage; if they stay, the next publication removes
        // them.
        _ = world.remove_tree(&place.stage);
        Ok(())
    }

    fn step(&mut self, step: &'a Step) -> Result<(), PublishError> {
        let (world, place) = (self.world, self.place);
        match step {
            Step::Tree => {
                self.rename(&place.stage, &place.output)?;
                let beside = place.output.parent().unwrap_or(&place.output);
                world.sync(beside).doing("syncing", beside)
            }
            Step::Remove { route, digest, len } => self.remove(route, *digest, *len),
            Step::Clear { route } => self.clear(&place.output.join(route)),
            Step::Move {
                number,
                takes,
                route,
            } => {
                let folder = folder_of(route);
                if !self.is_straight(folder)? {
                    return Err(PublishError::Clash {
                        path: place.output.join(folder),
                        clash: Clash::Link,
                    });
                }
                if self.made.insert(folder) {
                    let path = place.output.join(folder);
                    world
                        .make_folder(&path)
                        .doing("creating the folder", &path)?;
                }
                let staged = place.stage.join(numbered_name(*number));
                if !takes {
                    self.came_meanwhile(route, &staged)?;
                }
                self.rename(&staged, &place.output.join(route))
            }
        }
    }

    /// Fails if a foreign file has appeared at a route since the interrupted run.
    fn came_meanwhile(&self, route: &str, staged: &Path) -> Result<(), PublishError> {
        let Some(old) = self.again.and_then(|again| again.old) else {
            return Ok(());
        };
        let path = self.place.output.join(route);
        let is_there = |path: &Path| {
            let stat = self.world.stat(path).doing("inspecting", path)?;
            Ok(stat.is_some())
        };
        if !old.contains_key(route) && is_there(&path)? && is_there(staged)? {
            return Err(PublishError::Clash {
                path,
                clash: Clash::NotOurs,
            });
        }
        Ok(())
    }

    /// Renames a file. If its source is gone, an interrupted run has renamed it already.
    fn rename(&self, from: &Path, to: &Path) -> Result<(), PublishError> {
        let again =
            |error: &io::Error| self.again.is_some() && error.kind() == io::ErrorKind::NotFound;
        match self.world.rename(from, to) {
            Err(error) if again(&error) && matches!(self.world.stat(from), Ok(None)) => Ok(()),
            renamed => renamed.doing("replacing", to),
        }
    }

    /// Returns the state of a route, and counts it. Does not look behind links.
    fn examine(
        &mut self,
        route: &'a str,
        digest: Digest,
        len: u64,
    ) -> Result<OutputState, PublishError> {
        let path = self.place.output.join(route);
        let standing = if self.is_straight(folder_of(route))? {
            output_state(self.world, &path, digest, len)?
        } else {
            OutputState::Other
        };
        match standing {
            OutputState::Nothing => {}
            OutputState::Ours => self.done.removed += 1,
            OutputState::Other => self.done.left.push(route.to_owned()),
        }
        Ok(standing)
    }

    fn remove(&mut self, route: &'a str, digest: Digest, len: u64) -> Result<(), PublishError> {
        let path = self.place.output.join(route);
        match self.examine(route, digest, len)? {
            OutputState::Nothing => {}
            OutputState::Ours => self.world.remove_file(&path).doing("removing", &path)?,
            OutputState::Other => return Ok(()),
        }
        let above = path.ancestors().skip(1);
        for folder in above.take_while(|folder| *folder != self.place.output) {
            // Usually fails because the folder is not empty. An empty folder does no harm.
            if self.world.remove_folder(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Whether no part of a folder's path is a link, which would lead out of the output.
    fn is_straight(&mut self, folder: &'a str) -> Result<bool, PublishError> {
        if folder.is_empty() || self.straight.contains(folder) {
            return Ok(true);
        }
        let path = self.place.output.join(folder);
        let stat = self.world.stat(&path).doing("inspecting", &path)?;
        let straight = stat.is_none_or(|stat| stat.kind != FileKind::Link)
            && self.is_straight(folder_of(folder))?;
        if straight {
            self.straight.insert(folder);
        }
        Ok(straight)
    }

    fn clear(&self, folder: &Path) -> Result<(), PublishError> {
        let stat = self.world.stat(folder).doing("inspecting", folder)?;
        if stat.is_none_or(|stat| stat.kind != FileKind::Folder) {
            return Ok(());
        }
        for name in self.world.names(folder).doing("listing", folder)? {
            self.clear(&folder.join(name))?;
        }
        self.world.remove_folder(folder).doing("removing", folder)
    }
}

/// The state of a path to which we wrote a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OutputState {
    Nothing,
    /// The bytes that we wrote.
    Ours,
    /// Anything else.
    Other,
}

/// Returns the state of `path`, to which we wrote `len` bytes with this digest.
pub(super) fn output_state(
    world: &dyn World,
    path: &Path,
    digest: Digest,
    len: u64,
) -> Result<OutputState, PublishError> {
    match world.stat(path).doing("inspecting", path)? {
        None => Ok(OutputState::Nothing),
        Some(stat) if stat.kind != FileKind::File || stat.len != len => Ok(OutputState::Other),
        Some(_) => {
            let bytes = world.read(path).doing("reading", path)?;
            Ok(if Digest::of(&bytes) == digest {
                OutputState::Ours
            } else {
                OutputState::Other
            })
        }
    }
}
