//! Publishes a site to its output folder, all or nothing.
//!
//! Begin a [`Publication`], [`put`](Publication::put) every file of the site, and commit. Only
//! files that differ from the last publication are written, and files that are no longer put are
//! deleted.
//!
//! # Files
//! Next to the output `/p/public`, on the same file system, is the state folder
//! `/p/.public.dateline/` with
//! - `lock`: held by the build that publishes; released by the operating system,
//! - `manifest`: every file that we wrote into the output, with its digest,
//! - `stage/`: new and changed files,
//! - `manifest.next`: the manifest after the publication,
//! - `journal`: the steps of the publication; exists only while they run.
//!
//! "We" are the builds that published to this output. A file that the manifest does not list, or
//! that has other bytes than we wrote, is foreign.
//!
//! # Order of a commit
//! First the stage and the next manifest are synced to the disk, then the journal. Then its steps
//! run, the manifest is replaced, and the journal is removed. Until the complete journal is on the
//! disk, the output is unchanged. From then on the publication is certain to happen: if it is
//! interrupted, the next [`Publication::begin`] runs the remaining steps.
//!
//! The steps move new files into place, then replace changed ones, then delete what the site no
//! longer has. Each of them leaves an output in which no page that is in both sites, or can be
//! reached from such a page, links to a missing file, if neither site has a dead link. What is not
//! covered: a page that is being deleted may link to another one that is deleted already; a path at
//! which a file becomes a folder, or a folder a file, is missing in between; and an address may
//! lead to the other version of a page, which lacks an anchor. Assets appear before pages and pages
//! before lists, and disappear after them, but nothing depends on it. After a power cut, how far
//! the steps got is up to the file system.
//!
//! # Recovery
//! A journal without its last line has not run a step, and is discarded with its stage. A damaged
//! manifest counts as missing: nothing in the output is known to be ours, and a non-empty output is
//! refused, whatever else is in the state folder, unless the user adopts it. There are two
//! exceptions: an output that is empty or missing needs no manifest, and a complete journal brings
//! the next manifest with it. After an interrupted publication, the files in the output are
//! compared by their bytes once, otherwise by their length.

mod changes;
mod checksummed;
mod clean;
mod digest;
mod error;
mod flush;
#[cfg(any(test, feature = "fuzzing"))]
pub mod fuzzed;
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

/// Where to publish, and where not to.
#[derive(Debug, Clone, Copy)]
pub struct PublishSettings<'a> {
    /// The output folder, as an absolute path. It need not exist.
    pub output: &'a Path,
    /// The project's folder. The output may be neither this folder nor above it.
    pub root: &'a Path,
    /// The program's version, for messages.
    pub version: &'a str,
    /// The folders and files that the site is made from. The output may be neither one of them, nor
    /// inside one, nor above one.
    pub protected: &'a [PathBuf],
    /// Whether to accept an output with foreign files. Files of the site replace foreign files at
    /// the same paths; other foreign files stay, and are never listed or deleted.
    pub adopt: bool,
}

/// Returns the metadata of the output's manifest. `None` if there is no manifest, or if a
/// publication has not finished.
pub fn at_rest(world: &dyn World, settings: &PublishSettings) -> Option<Stat> {
    let place = OutputPaths::find(world, settings).ok()?;
    let under_way = world.stat(&place.journal).ok()?.is_some();
    world.stat(&place.manifest).ok()?.filter(|_| !under_way)
}

/// The kind of a file. It determines the order in which new files appear, changed ones are replaced
/// and dropped ones disappear, and how long they are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A file that pages refer to. Appears first.
    Asset {
        /// Whether its name contains a digest of its bytes. Such an asset is kept for two more
        /// publications, so that pages open in a browser keep working.
        fingerprinted: bool,
    },
    Page,
    /// A file that refers to pages: a list, a feed, a sitemap. Appears last.
    List,
}

/// How a file compares to the last publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    New,
    Changed,
    Same,
}

/// Summary of a publication.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub removed: usize,
    /// Routes of files that the site no longer has and that were kept, because another program has
    /// changed them. They are no longer ours.
    pub left: Vec<String>,
    /// Number of fingerprinted assets kept from the last two publications.
    pub retained: usize,
    /// Number of foreign files that were replaced because of `adopt`.
    pub adopted: usize,
}

/// A publication in progress. It holds the output's lock.
///
/// If it is dropped without [`commit`](Self::commit), the output is unchanged.
pub struct Publication<'w> {
    world: &'w dyn World,
    place: OutputPaths,
    version: String,
    adopt: bool,
    /// The files of the last publication; empty if the output is empty.
    old: Manifest,
    /// Whether the output is missing or empty.
    fresh: bool,
    cut: Cut,
    stage: StagingFolder<'w>,
    flush: Flush,
    new: Mutex<BTreeMap<String, Put>>,
    /// Whether there may be a journal, which then owns the stage.
    journaled: bool,
    /// Last, so that the lock is released after everything else is dropped.
    lock: Box<dyn Lock>,
}

impl<'w> Publication<'w> {
    /// Checks the output, takes its lock, and finishes an interrupted publication.
    ///
    /// # Errors
    /// - [`Dangerous`](PublishError::Dangerous), [`Foreign`](PublishError::Foreign): the output is
    ///   refused. Nothing in it was touched.
    /// - [`Held`](PublishError::Held): another build publishes there; this never waits.
    /// - [`Unfinished`](PublishError::Unfinished): there is a journal of another version.
    /// - [`Io`](PublishError::Io): the file system failed.
    pub fn begin(world: &'w dyn World, settings: &PublishSettings) -> Result<Self, PublishError> {
        let place = OutputPaths::find(world, settings)?;
        // A foreign folder is refused before anything is created next to it.
        if !settings.adopt && !place.is_fresh(world)? && !place.has_state(world)? {
            return Err(place.foreign(world, Doubt::Unlisted));
        }
        let lock = lock::take(world, &place, settings.version)?;
        let cut = journal::recover(world, &place, settings.adopt)?;
        stage::discard(world, &place)?;
        let fresh = place.is_fresh(world)?;
        let old = match manifest::read(world, &place.manifest, &place.output)? {
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

    /// Whether [`begin`](Self::begin) finished an interrupted publication.
    pub fn healed(&self) -> bool {
        self.cut == Cut::Healed
    }

    /// The routes of the files that the published site has.
    pub fn published(&self) -> impl Iterator<Item = &str> {
        let files = self.old.iter().filter(|(_, file)| file.retained == 0);
        files.map(|(route, _)| route.as_str())
    }

    /// Runs `work`, which puts files. Those of a large site are synced in the background, so that
    /// [`commit`](Self::commit) need not wait for all of them.
    pub fn flushing<T>(&self, work: impl FnOnce() -> T) -> T {
        self.flush.during(self.world, &self.place.state, work)
    }

    /// Adds a file to the new site, from any thread and in any order.
    ///
    /// `route` is a relative path with forward slashes, such as `a/b/index.html`. The bytes are
    /// written only if they differ from those of the last publication, or if the file in the output
    /// is missing or has another length.
    ///
    /// # Errors
    /// [`Route`](PublishError::Route) for an invalid route, [`Clash`](PublishError::Clash) for a
    /// route that was put before, [`Io`](PublishError::Io). After an error, the publication can
    /// only be dropped.
    pub fn put(&self, route: &str, class: Class, bytes: &[u8]) -> Result<Change, PublishError> {
        self.put_unless(route, class, bytes, Digest::of(bytes), |_| true)
    }

    /// Like [`put`](Self::put), for bytes whose digest is known. For `sure`, see
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

    /// Adds a file to the new site without its bytes, if the last publication wrote bytes with this
    /// digest and they are still in place. Returns whether that is the case. If not, nothing has
    /// happened, and the bytes have to be [`put`](Self::put).
    ///
    /// # Errors
    /// As for [`put`](Self::put).
    pub fn keep(&self, route: &str, class: Class, digest: Digest) -> Result<bool, PublishError> {
        let kept = self.keep_sure(route, class, digest, |_| true)?;
        Ok(kept.is_some())
    }

    /// Like [`keep`](Self::keep), but compares the bytes of a file for which `sure` returns false.
    /// Returns the metadata of a kept file.
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
        let stat = self.world.stat(&path).doing("inspecting", &path)?;
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

    /// Returns the bytes at this route, if they are those with this digest that the last publication
    /// wrote.
    pub fn published_bytes(&self, route: &str, digest: Digest) -> Option<Vec<u8>> {
        self.old.get(route).filter(|old| old.digest == digest)?;
        let bytes = self.world.read(&self.place.output.join(route)).ok()?;
        (Digest::of(&bytes) == digest).then_some(bytes)
    }

    /// Whether the output has a file at this route.
    pub fn stands(&self, route: &str) -> bool {
        let stat = self.world.stat(&self.place.output.join(route));
        matches!(stat, Ok(Some(stat)) if stat.kind == FileKind::File)
    }

    /// Replaces the old site by the new one.
    ///
    /// New files appear first, then changed ones are replaced: assets, then pages, then lists. Then
    /// the files of the last publication that were not put and still hold our bytes are removed. If
    /// nothing differs, nothing is done, and retained assets do not age.
    ///
    /// # Errors
    /// [`Clash`](PublishError::Clash) if something foreign is in the way,
    /// [`Lost`](PublishError::Lost) if the state folder was removed; the output is unchanged.
    /// [`Io`](PublishError::Io): the output is unchanged, or, if the journal was written, partly
    /// updated, and the next [`begin`](Self::begin) finishes it. Each file is complete, old or new.
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

    /// Syncs the stage, the next manifest and the journal to the disk, in this order.
    fn prepare(&mut self, changes: &Changes) -> Result<(), PublishError> {
        let (world, place) = (self.world, &self.place);
        self.is_held()?;
        self.stage.make_root()?;
        self.flush.fault().doing("syncing", &place.state)?;
        manifest::write(world, &place.next, &self.version, &changes.next)?;
        world
            .sync_all(&place.state)
            .doing("syncing", &place.state)?;
        if self.fresh && !place.is_fresh(world)? {
            return Err(place.foreign(world, Doubt::Unlisted));
        }
        self.is_held()?;
        self.journaled = true;
        journal::write(world, place, &self.version, &changes.steps).inspect_err(|_| {
            // The journal may be complete all the same; the stage may be removed only without it.
            self.journaled = !journal::withdraw(world, place);
        })
    }

    /// If the lock file was removed, so was the stage, and what is there now belongs to another
    /// build.
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
            // What cannot be removed now is removed by the next publication.
            _ = stage::discard(self.world, &self.place);
        }
    }
}
