//! Puts a site in its place, whole or not at all.
//!
//! A [`Publication`] is begun, given every file of the site, and committed. Only what differs
//! from the last publication is written, and what no one puts any more is deleted.
//!
//! # Where things stand
//! Beside the output `/p/public`, on its file system, is `/p/.public.dateline/` with
//! - `lock`: held by the build that publishes; the operating system frees it,
//! - `manifest`: every file that we wrote into the output, with its digest,
//! - `stage/`: new and changed files, and `manifest.next`, the manifest that goes with them,
//! - `journal`: what is to be done with them, there only while it is being done.
//!
//! # Order of a commit
//! The stage and the next manifest reach the disk; then the journal does; then its steps are
//! taken, the manifest is replaced, and the journal is dropped. Before the journal is whole on
//! the disk the output is as it was. From then on the publication is going to happen: if it is
//! cut short, the next [`Publication::begin`] takes the remaining steps.
//!
//! # What is trusted
//! A journal without its end mark never took a step, and is dropped with its stage. A manifest
//! that is damaged counts as none: nothing in the output is ours then, and an output that
//! holds anything is refused, whatever else the state folder holds, unless the user has it
//! adopted. Two cases heal: an output
//! that is empty or gone needs no manifest, and a whole journal brings the next manifest with
//! it. After a run that was cut short files in the output are compared by their bytes once,
//! otherwise by their length.

mod changes;
mod checksummed;
mod clean;
mod digest;
mod error;
mod flush;
mod journal;
mod lock;
mod manifest;
mod output_paths;
mod stage;
mod steps;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

pub use clean::{Cleaned, clean};
pub use digest::Digest;
pub use error::{Clash, Danger, Doubt, PublishError};

use crate::world::{FileKind, Lock, Stat, World};
use changes::{Changes, Put};
use error::Doing as _;
use flush::Flush;
use journal::Cut;
use manifest::{Manifest, ManifestEntry};
use output_paths::OutputPaths;
use stage::StagingFolder;

/// Where to publish, and where never to.
#[derive(Debug, Clone, Copy)]
pub struct PublishSettings<'a> {
    /// The output folder, absolute. It need not exist.
    pub output: &'a Path,
    /// The project's folder; the output may be neither this nor above it.
    pub root: &'a Path,
    /// The program's version, for messages.
    pub version: &'a str,
    /// The folders and files that a site is made from; the output may be neither one of
    /// these, nor inside, nor above one.
    pub protected: &'a [PathBuf],
    /// Whether an output with files of others is taken over: files of the site replace those
    /// that stand at the same paths; all others stay, are never listed and never deleted.
    pub adopt: bool,
}

/// What the file system knows of the output's manifest; none where there is none, or where a
/// publication has begun and not ended.
pub fn at_rest(world: &dyn World, settings: &PublishSettings) -> Option<Stat> {
    let place = OutputPaths::find(world, settings).ok()?;
    let under_way = world.stat(&place.journal).ok()?.is_some();
    world.stat(&place.manifest).ok()?.filter(|_| !under_way)
}

/// What kind of file it is: the order in which files appear, and how long they stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// What pages refer to; appears first.
    Asset {
        /// Whether its name holds a digest of its bytes. Such an asset stays for two more
        /// publications, so that pages that are open in a browser keep working.
        fingerprinted: bool,
    },
    Page,
    /// What refers to pages: lists, feeds, sitemaps; appears last.
    List,
}

/// How a file that was put compares to the last publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    New,
    Changed,
    Same,
}

/// What a publication did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub removed: usize,
    /// Routes of files that the site no longer has, and that were left because another
    /// program has changed them. They are not ours any more.
    pub left: Vec<String>,
    /// Fingerprinted assets of the last two publications that stay.
    pub retained: usize,
    /// How many files of others were replaced, because the user said so.
    pub adopted: usize,
}

/// A publication under way: it holds the output's lock.
///
/// Dropped without [`commit`](Self::commit) it leaves the output as it was.
pub struct Publication<'w> {
    world: &'w dyn World,
    place: OutputPaths,
    version: String,
    adopt: bool,
    /// What the last publication wrote; nothing where the output is empty.
    old: Manifest,
    /// Whether the output is missing or empty.
    fresh: bool,
    cut: Cut,
    stage: StagingFolder<'w>,
    flush: Flush,
    new: Mutex<BTreeMap<String, Put>>,
    /// Whether a journal may stand: the stage is its property then.
    journaled: bool,
    /// Last, so that the lock is freed after everything else.
    lock: Box<dyn Lock>,
}

impl<'w> Publication<'w> {
    /// Checks the output, takes its lock and takes the remaining steps of a publication that
    /// was cut short.
    ///
    /// # Errors
    /// - [`Dangerous`](PublishError::Dangerous), [`ForeignTerm`](PublishError::Foreign): the
    ///   output is refused. Nothing in it was touched.
    /// - [`Held`](PublishError::Held): another build publishes there; this never waits.
    /// - [`Unfinished`](PublishError::Unfinished): another version's journal stands there.
    /// - [`Io`](PublishError::Io): the file system failed.
    pub fn begin(world: &'w dyn World, settings: &PublishSettings) -> Result<Self, PublishError> {
        let place = OutputPaths::find(world, settings)?;
        // A folder that is none of ours is refused before anything is made beside it.
        if !settings.adopt && !place.is_fresh(world)? && !place.has_state(world)? {
            return Err(place.foreign(world, Doubt::Unlisted));
        }
        let lock = lock::take(world, &place, settings.version)?;
        let cut = journal::recover(world, &place, settings.adopt)?;
        stage::discard(world, &place)?;
        let fresh = place.is_fresh(world)?;
        let old = match manifest::read(world, &place.manifest)? {
            _ if fresh => Manifest::new(),
            Ok(manifest) => manifest,
            Err(_) if settings.adopt => Manifest::new(),
            Err(doubt) => return Err(place.foreign(world, doubt)),
        };
        Ok(Self {
            world,
            stage: StagingFolder::new(world, &place.stage, fresh),
            flush: Flush::default(),
            place,
            version: settings.version.to_owned(),
            adopt: settings.adopt,
            old,
            fresh,
            cut,
            new: Mutex::default(),
            journaled: false,
            lock,
        })
    }

    /// Whether [`begin`](Self::begin) finished a publication that was cut short.
    pub fn healed(&self) -> bool {
        self.cut == Cut::Healed
    }

    /// Does `work`, which puts files; those of a large site are brought to the disk meanwhile,
    /// so that [`commit`](Self::commit) need not wait for them all.
    pub fn flushing<T>(&self, work: impl FnOnce() -> T) -> T {
        self.flush.during(self.world, &self.place.state, work)
    }

    /// Sets one file of the new site; from any thread, in any order.
    ///
    /// `route` is relative, with forward slashes, such as `a/b/index.html`. The bytes are
    /// written only where they differ from the last publication's, or where the file in the
    /// output is missing or of another length.
    ///
    /// # Errors
    /// [`Route`](PublishError::Route) and [`Clash`](PublishError::Clash) for a route that is
    /// none or was put before, [`Io`](PublishError::Io). After an error the publication is
    /// good for nothing but being dropped.
    pub fn put(&self, route: &str, class: Class, bytes: &[u8]) -> Result<Change, PublishError> {
        self.put_unless(route, class, bytes, Digest::of(bytes), |_| true)
    }

    /// As [`put`](Self::put), for bytes whose digest is known; `sure` as for
    /// [`keep_sure`](Self::keep_sure).
    ///
    /// # Errors
    /// As for [`put`](Self::put).
    pub fn put_unless(
        &self,
        route: &str,
        class: Class,
        bytes: &[u8],
        digest: Digest,
        sure: impl FnOnce(&Stat) -> bool,
    ) -> Result<Change, PublishError> {
        if self.keep_sure(route, class, digest, sure)?.is_some() {
            return Ok(Change::Same);
        }
        let change = if self.old.contains_key(route) {
            Change::Changed
        } else {
            Change::New
        };
        let number = self.stage.number();
        let put = Put {
            change,
            entry: ManifestEntry::new(digest, bytes.len() as u64, class),
            staged: Some(number),
        };
        self.note(route, put)?;
        self.stage.write(route, number, bytes)?;
        self.flush.staged(bytes.len() as u64);
        Ok(change)
    }

    /// Sets one file of the new site without its bytes, if the last publication wrote bytes
    /// of this digest there and they are still in place; says whether it was so. If not,
    /// nothing has happened, and the bytes have to be [`put`](Self::put).
    ///
    /// # Errors
    /// As for [`put`](Self::put).
    pub fn keep(&self, route: &str, class: Class, digest: Digest) -> Result<bool, PublishError> {
        let kept = self.keep_sure(route, class, digest, |_| true)?;
        Ok(kept.is_some())
    }

    /// As [`keep`](Self::keep), but where `sure` does not hold of the file that stands there its
    /// bytes are compared. Gives what the file system knows of a file that is kept.
    ///
    /// # Errors
    /// As for [`put`](Self::put).
    pub fn keep_sure(
        &self,
        route: &str,
        class: Class,
        digest: Digest,
        sure: impl FnOnce(&Stat) -> bool,
    ) -> Result<Option<Stat>, PublishError> {
        error::check_route(route)?;
        let Some(old) = self.old.get(route).filter(|old| old.digest == digest) else {
            return Ok(None);
        };
        let path = self.place.output.join(route);
        let stat = self.world.stat(&path).doing("looking at", &path)?;
        let alike = |stat: &Stat| stat.kind == FileKind::File && stat.len == old.len;
        let Some(stat) = stat.filter(alike) else {
            return Ok(None);
        };
        if self.cut != Cut::Not || !sure(&stat) {
            let bytes = self.world.read(&path).doing("reading", &path)?;
            if Digest::of(&bytes) != digest {
                return Ok(None);
            }
        }
        let put = Put {
            change: Change::Same,
            entry: ManifestEntry::new(digest, old.len, class),
            staged: None,
        };
        self.note(route, put)?;
        Ok(Some(stat))
    }

    /// Whether a file stands in the output at a route.
    pub fn stands(&self, route: &str) -> bool {
        let stat = self.world.stat(&self.place.output.join(route));
        matches!(stat, Ok(Some(stat)) if stat.kind == FileKind::File)
    }

    /// Puts the new site in the place of the old one.
    ///
    /// Assets appear first, then pages, then lists; then goes what the last publication wrote,
    /// nobody has put, and still holds our bytes. Where nothing differs nothing is done, and
    /// retained assets grow no older.
    ///
    /// # Errors
    /// [`Clash`](PublishError::Clash) where something of others stands in the way, and the
    /// output is as it was; [`Lost`](PublishError::Lost) where somebody removed the state folder,
    /// likewise. [`Io`](PublishError::Io): the output is as it was, or, if the
    /// journal was written, on its way to the new site, which the next
    /// [`begin`](Self::begin) finishes; each file is whole, old or new.
    pub fn commit(mut self) -> Result<Report, PublishError> {
        let new = std::mem::take(self.new.get_mut().unwrap_or_else(PoisonError::into_inner));
        let count = |change| new.values().filter(|put| put.change == change).count();
        let mut report = Report {
            new: count(Change::New),
            changed: count(Change::Changed),
            same: count(Change::Same),
            ..Report::default()
        };
        let changes = if self.fresh {
            Changes::first(new)
        } else {
            Changes::plan(self.world, &self.place, &self.old, new, self.adopt)?
        };
        report.retained = changes.retained();
        report.adopted = changes.adopted();
        if changes.steps.is_empty() && changes.next == self.old {
            return Ok(report);
        }
        self.prepare(&changes)?;
        let done = steps::run(self.world, &self.place, &changes.steps, None)?;
        report.removed = done.removed;
        report.left = done.left;
        Ok(report)
    }

    /// Brings stage, next manifest and journal to the disk, in this order.
    fn prepare(&mut self, changes: &Changes) -> Result<(), PublishError> {
        let (world, place) = (self.world, &self.place);
        self.is_held()?;
        self.stage.make_root()?;
        self.flush
            .fault()
            .doing("waiting for the disk to store", &place.state)?;
        manifest::write(world, &place.next, &self.version, &changes.next)?;
        world
            .sync_all(&place.state)
            .doing("waiting for the disk to store", &place.state)?;
        if self.fresh && !place.is_fresh(world)? {
            return Err(place.foreign(world, Doubt::Unlisted));
        }
        self.is_held()?;
        self.journaled = true;
        journal::write(world, place, &self.version, &changes.steps).inspect_err(|_| {
            // It may be whole all the same: only without it may the stage go.
            self.journaled = !journal::withdraw(world, place);
        })
    }

    /// Whoever has removed the lock's file has removed the stage with it, and what stands there
    /// now is of another build.
    fn is_held(&self) -> Result<(), PublishError> {
        if self.lock.stands() {
            return Ok(());
        }
        Err(PublishError::Lost {
            state: self.place.state.clone(),
        })
    }

    fn note(&self, route: &str, put: Put) -> Result<(), PublishError> {
        let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        match new.insert(route.to_owned(), put) {
            None => Ok(()),
            Some(_) => Err(PublishError::Clash {
                path: self.place.output.join(route),
                clash: Clash::Twice,
            }),
        }
    }
}

impl Drop for Publication<'_> {
    fn drop(&mut self) {
        if !self.journaled && self.lock.stands() {
            // What can't be removed now, the next publication removes.
            _ = stage::discard(self.world, &self.place);
        }
    }
}
