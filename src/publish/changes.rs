//! Computes what a publication has to do: the steps from the old site to the new one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization as _;

use super::error::{Clash, Doing as _, PublishError};
use super::manifest::{Manifest, ManifestEntry};
use super::output_paths::OutputPaths;
use super::steps::{OutputState, Step, folder_of, output_state};
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
        let gone = old.iter().filter(|(route, _)| !new.contains_key(*route));
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
        let mut moves: Vec<_> = new
            .iter()
            .filter_map(|(route, put)| Some((rank(put.entry.class), route.clone(), put.staged?)))
            .collect();
        moves.sort_unstable();
        for (_, route, _) in &moves {
            way.make(route)?;
        }
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
        let mut steps: Vec<_> = first
            .iter()
            .filter_map(|route| Some(remove(route, gone.get(route)?)))
            .collect();
        steps.extend(clear.into_iter().map(|route| Step::Clear { route }));
        let put = |(_, route, number)| Step::Move {
            number,
            takes: taken.contains(&route),
            route,
        };
        steps.extend(moves.into_iter().map(put));
        let mut next = entries(new);
        for (route, entry) in gone {
            let retained = entry.retained + u8::from(passes);
            if first.contains(route) {
                continue;
            } else if is_fingerprinted(entry.class) && retained <= RETAINED {
                next.insert(route.to_owned(), ManifestEntry { retained, ..*entry });
            } else {
                steps.push(remove(route, entry));
            }
        }
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

/// Assets before the pages that show them, pages before the lists that link to them.
fn rank(class: Class) -> u8 {
    match class {
        Class::Asset { .. } => 0,
        Class::Page => 1,
        Class::List => 2,
    }
}

fn is_fingerprinted(class: Class) -> bool {
    matches!(
        class,
        Class::Asset {
            fingerprinted: true
        }
    )
}

/// Finds what is in the way of new files.
struct Obstacles<'a> {
    world: &'a dyn World,
    place: &'a OutputPaths,
    old: &'a Manifest,
    adopt: bool,
    /// Files that we wrote and that the new site does not have.
    gone: BTreeMap<&'a str, &'a ManifestEntry>,
    /// Whether each folder exists already.
    folders: HashMap<String, bool>,
    /// Routes in `gone` by their folded form.
    case_variants: HashMap<String, &'a str>,
    /// Files of `gone` to remove before anything is moved.
    first: BTreeSet<&'a str>,
    /// Folders at the paths of new files, to be removed.
    clear: BTreeSet<String>,
    /// Routes where a foreign file or link is to be replaced.
    taken: BTreeSet<String>,
}

impl<'a> Obstacles<'a> {
    fn make(&mut self, route: &str) -> Result<(), PublishError> {
        // If two names differ only in case or Unicode normalisation, some file systems treat them
        // as one file. The old one is removed first, so that its removal cannot hit the new one.
        let case_variant = self.case_variants.get(&fold(route)).copied();
        self.first.extend(case_variant);

        let folder = folder_of(route);
        if !folder.is_empty() && !self.folder(folder)? {
            return Ok(());
        }
        let path = self.place.output.join(route);
        let stat = self.world.stat(&path).doing("inspecting", &path)?;
        match stat.map(|stat| stat.kind) {
            None => Ok(()),
            Some(FileKind::Folder) => {
                self.empty(route)?;
                self.clear.insert(route.to_owned());
                Ok(())
            }
            Some(_) if self.old.contains_key(route) => Ok(()),
            Some(FileKind::File) => {
                match case_variant.and_then(|case_variant| self.gone.get(case_variant)) {
                    Some(entry) if self.holds(route, entry)? => Ok(()),
                    _ => self.take(route),
                }
            }
            Some(FileKind::Link) => self.take(route),
            Some(FileKind::Other) => Err(self.clash(route, Clash::NotOurs)),
        }
    }

    /// Marks a foreign file, or a link itself rather than its target, for replacement if the user
    /// allowed it.
    fn take(&mut self, route: &str) -> Result<(), PublishError> {
        if !self.adopt {
            return Err(self.clash(route, Clash::NotOurs));
        }
        self.taken.insert(route.to_owned());
        Ok(())
    }

    /// Returns whether a folder exists already. Marks a file of ours at its path for removal.
    fn folder(&mut self, folder: &str) -> Result<bool, PublishError> {
        if let Some(there) = self.folders.get(folder) {
            return Ok(*there);
        }
        let there = match folder.rsplit_once('/') {
            Some((above, _)) if !self.folder(above)? => false,
            _ => {
                let path = self.place.output.join(folder);
                let stat = self.world.stat(&path).doing("inspecting", &path)?;
                match stat.map(|stat| stat.kind) {
                    None => false,
                    Some(FileKind::Folder) => true,
                    Some(FileKind::File) => {
                        self.give_way(folder)?;
                        false
                    }
                    Some(FileKind::Link) => return Err(self.clash(folder, Clash::Link)),
                    Some(FileKind::Other) => return Err(self.clash(folder, Clash::NotOurs)),
                }
            }
        };
        self.folders.insert(folder.to_owned(), there);
        Ok(there)
    }

    /// Marks everything in a folder for removal.
    fn empty(&mut self, folder: &str) -> Result<(), PublishError> {
        let path = self.place.output.join(folder);
        for name in self.world.names(&path).doing("listing", &path)? {
            let route = format!("{folder}/{name}");
            let path = path.join(name);
            let stat = self.world.stat(&path).doing("inspecting", &path)?;
            match stat.map(|stat| stat.kind) {
                Some(FileKind::Folder) => self.empty(&route)?,
                _ => self.give_way(&route)?,
            }
        }
        Ok(())
    }

    /// Marks a file for removal before anything is moved, if it is ours to remove.
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
