//! The steps of a publication, so that what is cut short can be finished.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::io;
use std::path::Path;

use super::Digest;
use super::error::{Doing as _, PublishError};
use super::place::Place;
use super::sealed::{self, Broken};
use super::stage::gone;
use crate::world::{Kind, World};

/// One step from the old site to the new one. Each can be taken again without harm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// The stage becomes the output, which is missing or empty.
    Tree,
    /// Deletes a file that holds these bytes, and the folders above that are empty then.
    Remove {
        route: String,
        digest: Digest,
        len: u64,
    },
    /// Deletes a folder that holds nothing but empty folders.
    Clear { route: String },
    /// Puts a staged file in its place.
    Move { route: String },
}

/// What the steps have done.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub removed: usize,
    /// Routes of files that were to be removed and hold other bytes.
    pub left: Vec<String>,
}

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
    place: &Place,
    version: &str,
    steps: &[Step],
) -> Result<(), PublishError> {
    let text = sealed::seal(WHAT, FORMAT, version, &text(steps));
    let path = &place.journal;
    world.create(path, text.as_bytes()).doing("writing", path)?;
    world
        .sync(path)
        .and_then(|()| world.sync(&place.state))
        .doing("waiting for the disk to store", path)
}

/// Takes back a journal of which no step was taken; says whether it is gone for certain.
pub(super) fn withdraw(world: &dyn World, place: &Place) -> bool {
    gone(world.remove_file(&place.journal))
        .and_then(|()| world.sync(&place.state))
        .is_ok()
}

/// Takes the steps, replaces the manifest and drops the journal.
pub(super) fn run(world: &dyn World, place: &Place, steps: &[Step]) -> Result<Done, PublishError> {
    let mut run = Run::new(world, place, false);
    run.all(steps)?;
    Ok(run.done)
}

/// Finishes a publication that was cut short, or drops it if it has taken no step.
pub(super) fn recover(world: &dyn World, place: &Place) -> Result<Cut, PublishError> {
    let path = &place.journal;
    let bytes = match world.read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Cut::Not),
        read => read.doing("reading", path)?,
    };
    let steps = sealed::open(WHAT, FORMAT, &bytes).and_then(|body| {
        let steps = body.lines().map(parse_line).collect::<Option<Vec<_>>>();
        steps.ok_or(Broken::Damaged)
    });
    match steps {
        Err(Broken::Version) => {
            return Err(PublishError::Unfinished {
                output: place.output.clone(),
                state: place.state.clone(),
            });
        }
        Err(Broken::Damaged) => {}
        // What stands there now came after the journal, and is not ours.
        Ok(steps) if steps.contains(&Step::Tree) && is_blocked(world, place)? => {}
        Ok(steps) => {
            Run::new(world, place, true).all(&steps)?;
            return Ok(Cut::Healed);
        }
    }
    world.remove_file(path).doing("removing", path)?;
    Ok(Cut::Discarded)
}

/// Whether the stage is still to become the output, and something stands there.
fn is_blocked(world: &dyn World, place: &Place) -> Result<bool, PublishError> {
    let stage = world.stat(&place.stage).doing("looking at", &place.stage)?;
    Ok(stage.is_some() && !place.is_fresh(world)?)
}

struct Run<'a> {
    world: &'a dyn World,
    place: &'a Place,
    /// Whether some of the steps may have been taken already.
    again: bool,
    /// The folders of the output that are there.
    made: HashSet<&'a str>,
    done: Done,
}

impl<'a> Run<'a> {
    fn new(world: &'a dyn World, place: &'a Place, again: bool) -> Self {
        Self {
            world,
            place,
            again,
            made: HashSet::new(),
            done: Done::default(),
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
                .doing("waiting for the disk to store", &place.output)?;
        }
        self.rename(&place.next, &place.manifest)?;
        world
            .sync(&place.state)
            .doing("waiting for the disk to store", &place.manifest)?;
        world
            .remove_file(&place.journal)
            .doing("removing", &place.journal)?;
        // The stage has only empty folders left; if they stay, the next publication removes
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
                world
                    .sync(beside)
                    .doing("waiting for the disk to store", beside)
            }
            Step::Remove { route, digest, len } => self.remove(route, *digest, *len),
            Step::Clear { route } => self.clear(&place.output.join(route)),
            Step::Move { route } => {
                let folder = route.rsplit_once('/').map_or("", |(folder, _)| folder);
                if self.made.insert(folder) {
                    let path = place.output.join(folder);
                    world.make_folder(&path).doing("making the folder", &path)?;
                }
                self.rename(&place.stage.join(route), &place.output.join(route))
            }
        }
    }

    /// A rename whose source is gone has been done before.
    fn rename(&self, from: &Path, to: &Path) -> Result<(), PublishError> {
        let again = |error: &io::Error| self.again && error.kind() == io::ErrorKind::NotFound;
        match self.world.rename(from, to) {
            Err(error) if again(&error) && matches!(self.world.stat(from), Ok(None)) => Ok(()),
            renamed => renamed.doing("putting in place", to),
        }
    }

    fn remove(&mut self, route: &str, digest: Digest, len: u64) -> Result<(), PublishError> {
        let path = self.place.output.join(route);
        match standing(self.world, &path, digest, len)? {
            Standing::Nothing => {}
            Standing::Ours => {
                self.world.remove_file(&path).doing("removing", &path)?;
                self.done.removed += 1;
            }
            Standing::Other => {
                self.done.left.push(route.to_owned());
                return Ok(());
            }
        }
        let above = path.ancestors().skip(1);
        for folder in above.take_while(|folder| *folder != self.place.output) {
            // Mostly because it is not empty. If it is, an empty folder does no harm.
            if self.world.remove_folder(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    fn clear(&self, folder: &Path) -> Result<(), PublishError> {
        let stat = self.world.stat(folder).doing("looking at", folder)?;
        if stat.is_none_or(|stat| stat.kind != Kind::Folder) {
            return Ok(());
        }
        for name in self.world.names(folder).doing("looking into", folder)? {
            self.clear(&folder.join(name))?;
        }
        self.world.remove_folder(folder).doing("removing", folder)
    }
}

/// What stands in the output where we wrote something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Nothing,
    /// The bytes that we wrote.
    Ours,
    /// Anything else.
    Other,
}

/// What stands at `path`, where we wrote `len` bytes with this digest.
pub(super) fn standing(
    world: &dyn World,
    path: &Path,
    digest: Digest,
    len: u64,
) -> Result<Standing, PublishError> {
    match world.stat(path).doing("looking at", path)? {
        None => Ok(Standing::Nothing),
        Some(stat) if stat.kind != Kind::File || stat.len != len => Ok(Standing::Other),
        Some(_) => {
            let bytes = world.read(path).doing("reading", path)?;
            Ok(if Digest::of(&bytes) == digest {
                Standing::Ours
            } else {
                Standing::Other
            })
        }
    }
}

fn text(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        _ = match step {
            Step::Tree => writeln!(text, "tree"),
            Step::Remove { route, digest, len } => writeln!(text, "remove {digest} {len} {route}"),
            Step::Clear { route } => writeln!(text, "clear {route}"),
            Step::Move { route } => writeln!(text, "move {route}"),
        };
    }
    text
}

fn parse_line(line: &str) -> Option<Step> {
    let Some((word, rest)) = line.split_once(' ') else {
        return (line == "tree").then_some(Step::Tree);
    };
    Some(match word {
        "move" => Step::Move { route: rest.into() },
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
