//! Computes what a publication has to do: the steps from the old site to the new one.
//!
//! The steps add what is new, then replace what has changed, then delete what is gone. So no page
//! that readers can reach links to a missing file at any time: a page of the old site, because no
//! file that it links to has been deleted yet; a page of the new one, because everything that it
//! links to is in place before it. Where a file stands in the way of a folder, or a folder in the
//! way of a file, it has to be deleted earlier, as late as possible.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use foldhash::{HashMap, HashMapExt as _};
use unicode_normalization::UnicodeNormalization as _;

use super::error::{Clash, Doing as _, PublishError};
use super::manifest::{Manifest, ManifestEntry};
use super::output_paths::OutputPaths;
use super::steps::{OutputState, Step, folder_of, order, output_state};
use super::{Change, Class};
use crate::world::{FileKind, World};

/// Number of publications for which a fingerprinted asset is kept after the site has dropped it.
const RETAINED: u8 = 2;

/// A file of the new site.
#[derive(Debug, Clone, Copy)]
pub(super) struct Put {
    pub change: Change,
    pub entry: ManifestEntry,
    /// Number of its file in the stage, if it was staged.
    pub staged: Option<u32>,
}

/// The steps, and the manifest after them.
pub(super) struct Changes {
    pub steps: Vec<Step>,
    pub next: Manifest,
}

impl Changes {
    /// For an output that is missing or empty.
    pub(super) fn first(new: BTreeMap<String, Put>) -> Self {
        Self {
            steps: vec![Step::Tree],
            next: entries(new),
        }
    }

    /// For an output that holds the site `old` and possibly foreign files. With `adopt`, files of
    /// the site replace foreign files at the same paths.
    ///
    /// # Errors
    /// [`Clash`](PublishError::Clash) if something foreign is in the way; [`Io`](PublishError::Io).
    pub(super) fn plan(
        world: &dyn World,
        place: &OutputPaths,
        old: &Manifest,
        new: BTreeMap<String, Put>,
        adopt: bool,
    ) -> Result<Self, PublishError> {
        // Both are in order.
        let mut put = new.keys().peekable();
        let gone = old.iter().filter(|(route, _)| {
            while put.next_if(|put| put < route).is_some() {}
            put.next_if_eq(route).is_none()
        });
        let mut way = Obstacles {
            world,
            place,
            old,
            adopt,
            gone: gone.map(|(route, entry)| (route.as_str(), entry)).collect(),
            folders: HashMap::new(),
            case_variants: HashMap::new(),
            first: BTreeSet::new(),
            clear: BTreeSet::new(),
            taken: BTreeSet::new(),
        };
        way.case_variants = way.gone.keys().map(|route| (fold(route), *route)).collect();
        let mut moves = Vec::new();
        for (route, put) in &new {
            if let Some(number) = put.staged {
                let phase = way.make(route)?;
                moves.push((phase, order(put.entry.class, route), number));
            }
        }
        moves.sort_unstable();
        let Obstacles {
            gone,
            first,
            clear,
            taken,
            ..
        } = way;

        // If nothing is new and nothing newly dropped, retained assets do not age.
        let passes = !moves.is_empty() || gone.values().any(|entry| entry.retained == 0);
        let remove = |route: &str, entry: &ManifestEntry| Step::Remove {
            route: route.to_owned(),
            digest: entry.digest,
            len: entry.len,
        };
        let additions = moves.partition_point(|(phase, ..)| *phase == MovePhase::Addition);
        let mut moves = moves
            .into_iter()
            .map(|(_, (.., route), number)| Step::Move {
                number,
                takes: taken.contains(route),
                route: route.to_owned(),
            });
        let mut steps: Vec<_> = moves.by_ref().take(additions).collect();
        let in_the_way = first
            .iter()
            .filter_map(|route| Some(remove(route, gone.get(route)?)));
        steps.extend(in_the_way);
        steps.extend(clear.into_iter().map(|route| Step::Clear { route }));
        steps.extend(moves);
        let (mut retained, mut doomed) = (Manifest::new(), Vec::new());
        for (route, entry) in gone {
            let age = entry.retained + u8::from(passes);
            if first.contains(route) {
                continue;
            } else if is_fingerprinted(entry.class) && age <= RETAINED {
                let entry = ManifestEntry {
                    retained: age,
                    ..*entry
                };
                retained.insert(route.to_owned(), entry);
            } else {
                doomed.push((order(entry.class, route), entry));
            }
        }
        doomed.sort_unstable_by(|(one, _), (other, _)| other.cmp(one));
        steps.extend(
            doomed
                .iter()
                .map(|((.., route), entry)| remove(route, entry)),
        );
        let mut next = entries(new);
        next.extend(retained);
        Ok(Self { steps, next })
    }

    /// Returns how many foreign files are replaced.
    pub(super) fn adopted(&self) -> usize {
        let takes = |step: &&Step| matches!(step, Step::Move { takes: true, .. });
        self.steps.iter().filter(takes).count()
    }

    /// Returns how many files are kept that the site has dropped.
    pub(super) fn retained(&self) -> usize {
        let retained = |entry: &&ManifestEntry| entry.retained > 0;
        self.next.values().filter(retained).count()
    }
}

fn entries(new: BTreeMap<String, Put>) -> Manifest {
    let entry = |(route, put): (String, Put)| (route, put.entry);
    new.into_iter().map(entry).collect()
}

fn is_fingerprinted(class: Class) -> bool {
    matches!(
        class,
        Class::Asset {
            fingerprinted: true
        }
    )
}

/// When a staged file is moved to its route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MovePhase {
    /// Nothing is there.
    Addition,
    /// Something of ours is in the way, and is removed just before.
    Cleared,
    /// A file is there, and is replaced.
    Change,
}

/// What is at the path of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FolderState {
    There,
    Missing,
    /// A file of ours, which gives way.
    Blocked,
}

/// Finds what is in the way of new files.
struct Obstacles<'a> {
    world: &'a dyn World,
    place: &'a OutputPaths,
    old: &'a Manifest,
    adopt: bool,
    /// Files that we wrote and that the new site does not have.
    gone: BTreeMap<&'a str, &'a ManifestEntry>,
    folders: HashMap<String, FolderState>,
    /// Routes in `gone` by their folded form.
    case_variants: HashMap<String, &'a str>,
    /// Files of `gone` to remove before what they are in the way of is moved.
    first: BTreeSet<&'a str>,
    /// Folders at the paths of new files, to be removed.
    clear: BTreeSet<String>,
    /// Routes where a foreign file or link is to be replaced.
    taken: BTreeSet<String>,
}

impl<'a> Obstacles<'a> {
    /// Marks what is in the way of a new file. Returns when that can be moved.
    fn make(&mut self, route: &str) -> Result<MovePhase, PublishError> {
        let folder = match folder_of(route) {
            "" => FolderState::There,
            folder => self.folder(folder)?,
        };
        let path = self.place.output.join(route);
        let kind = match folder {
            FolderState::There => self.kind(&path)?,
            FolderState::Missing | FolderState::Blocked => None,
        };
        let case_variant = self.case_variants.get(&fold(route)).copied();
        let mut phase = match folder {
            FolderState::Blocked => MovePhase::Cleared,
            FolderState::There | FolderState::Missing => MovePhase::Addition,
        };
        // If two names differ only in case or Unicode normalisation, some file systems treat them
        // as one file. There the old one is removed first, so that its removal cannot hit the new
        // one. Where only one of them is there, they are two.
        if let Some(old) = case_variant
            && (kind.is_some() || self.kind(&self.place.output.join(old))?.is_none())
        {
            self.first.insert(old);
            phase = MovePhase::Cleared;
        }
        match kind {
            None => Ok(phase),
            Some(FileKind::Folder) => {
                self.empty(route)?;
                self.clear.insert(route.to_owned());
                Ok(MovePhase::Cleared)
            }
            Some(_) if self.old.contains_key(route) => Ok(MovePhase::Change),
            Some(FileKind::File) => {
                match case_variant.and_then(|case_variant| self.gone.get(case_variant)) {
                    Some(entry) if self.holds(route, entry)? => Ok(MovePhase::Cleared),
                    _ => self.take(route),
                }
            }
            Some(FileKind::Link) => self.take(route),
            Some(FileKind::Other) => Err(self.clash(route, Clash::NotOurs)),
        }
    }

    /// Returns what is at a path.
    fn kind(&self, path: &Path) -> Result<Option<FileKind>, PublishError> {
        let stat = self.world.stat(path).doing("inspecting", path)?;
        Ok(stat.map(|stat| stat.kind))
    }

    /// Marks a foreign file, or a link itself rather than its target, for replacement if the user
    /// allowed it.
    fn take(&mut self, route: &str) -> Result<MovePhase, PublishError> {
        if !self.adopt {
            return Err(self.clash(route, Clash::NotOurs));
        }
        self.taken.insert(route.to_owned());
        Ok(MovePhase::Change)
    }

    /// Returns what is at the path of a folder. Marks a file of ours there for removal.
    fn folder(&mut self, folder: &str) -> Result<FolderState, PublishError> {
        if let Some(state) = self.folders.get(folder) {
            return Ok(*state);
        }
        let above = match folder_of(folder) {
            "" => FolderState::There,
            above => self.folder(above)?,
        };
        let state = match above {
            FolderState::There => match self.kind(&self.place.output.join(folder))? {
                None => FolderState::Missing,
                Some(FileKind::Folder) => FolderState::There,
                Some(FileKind::File) => {
                    self.give_way(folder)?;
                    FolderState::Blocked
                }
                Some(FileKind::Link) => return Err(self.clash(folder, Clash::Link)),
                Some(FileKind::Other) => return Err(self.clash(folder, Clash::NotOurs)),
            },
            above => above,
        };
        self.folders.insert(folder.to_owned(), state);
        Ok(state)
    }

    /// Marks everything in a folder for removal.
    fn empty(&mut self, folder: &str) -> Result<(), PublishError> {
        let path = self.place.output.join(folder);
        for name in self.world.names(&path).doing("listing", &path)? {
            let route = format!("{folder}/{name}");
            match self.kind(&path.join(name))? {
                Some(FileKind::Folder) => self.empty(&route)?,
                _ => self.give_way(&route)?,
            }
        }
        Ok(())
    }

    /// Marks a file that is in the way for removal, if it is ours to remove.
    fn give_way(&mut self, route: &str) -> Result<(), PublishError> {
        match self.gone.get_key_value(route) {
            Some((route, entry)) if self.holds(route, entry)? => {
                self.first.insert(*route);
                Ok(())
            }
            _ => Err(self.clash(route, Clash::NotOurs)),
        }
    }

    fn holds(&self, route: &str, entry: &ManifestEntry) -> Result<bool, PublishError> {
        let path = self.place.output.join(route);
        Ok(output_state(self.world, &path, entry.digest, entry.len)? == OutputState::Ours)
    }

    fn clash(&self, route: &str, clash: Clash) -> PublishError {
        PublishError::Clash {
            path: self.place.output.join(route),
            clash,
        }
    }
}

/// Maps names that some file system treats as the same file to equal strings.
fn fold(route: &str) -> String {
    route.nfc().flat_map(char::to_lowercase).nfc().collect()
}
