//! Removes what was published, and nothing else.

use std::path::Path;

use super::error::{Doing as _, Doubt, PublishError};
use super::manifest::{self, Manifest};
use super::output_paths::OutputPaths;
use super::stage::{self, gone};
use super::{PublishSettings, journal, lock, steps};
use crate::world::{FileKind, World};

/// What a clean-up did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// Number of our files that were removed.
    pub removed: usize,
    /// Routes of files that we wrote and that are kept, because another program has changed them.
    pub changed: Vec<String>,
    /// What else is kept: files below the output, and empty folders (with a trailing slash), that
    /// no manifest lists.
    pub foreign: Vec<String>,
    /// Paths of the foreign files kept in the state folder.
    pub state: Vec<String>,
}

/// Removes the files of the output that the manifest lists and that still hold our bytes, the
/// folders that are empty then, and the state folder. Finishes an interrupted publication first,
/// because only then are all of its files listed.
///
/// `dry`: touches nothing, not even the lock, and returns what would be done.
///
/// # Errors
/// As for [`Publication::begin`](super::Publication::begin), except that an output without a
/// manifest is not an error: everything in it is foreign.
pub fn clean(
    world: &dyn World,
    settings: &PublishSettings,
    dry: bool,
) -> Result<Cleaned, PublishError> {
    let place = OutputPaths::find(world, settings)?;
    if !place.has_state(world)? {
        return remains(world, &place, &Manifest::new(), Cleaned::default());
    }
    if dry {
        let manifest = expected(world, &place)?;
        let done = steps::remove_all(world, &place, &manifest, true)?;
        let cleaned = Cleaned {
            removed: done.removed,
            changed: done.left,
            ..Cleaned::default()
        };
        return remains(world, &place, &manifest, cleaned);
    }
    let lock = lock::take(world, &place, settings.version)?;
    journal::recover(world, &place, false)?;
    stage::discard(world, &place)?;
    let manifest = listed(world, &place)?;
    let done = steps::remove_all(world, &place, &manifest, false)?;
    let cleaned = Cleaned {
        removed: done.removed,
        changed: done.left,
        ..Cleaned::default()
    };
    let cleaned = remains(world, &place, &manifest, cleaned)?;
    // A link to the output belongs to the user and must keep its target.
    let stat = world.stat(settings.output);
    if stat.is_ok_and(|stat| stat.is_some_and(|stat| stat.kind == FileKind::Folder)) {
        // Usually fails because the folder is not empty.
        _ = world.remove_folder(&place.output);
    }
    // The manifest is removed last but for the lock: until then all of this can be repeated.
    for path in [&place.manifest, &place.lock] {
        gone(world.remove_file(path)).doing("removing", path)?;
    }
    _ = world.remove_folder(&place.state);
    drop(lock);
    Ok(cleaned)
}

/// Reads the manifest. A missing one, as after an interrupted first build, lists nothing.
fn listed(world: &dyn World, place: &OutputPaths) -> Result<Manifest, PublishError> {
    match manifest::read(world, &place.manifest, &place.output)? {
        Ok(manifest) => Ok(manifest),
        Err(Doubt::Unlisted) => Ok(Manifest::new()),
        Err(doubt) => Err(place.foreign(world, doubt)),
    }
}

/// Reads the manifest, with the files that an interrupted publication will add to it.
fn expected(world: &dyn World, place: &OutputPaths) -> Result<Manifest, PublishError> {
    let mut manifest = listed(world, place)?;
    if journal::is_whole(world, place)?
        && let Ok(next) = manifest::read(world, &place.next, &place.output)?
    {
        // A file that already has its new bytes is ours by those.
        for (route, entry) in next {
            let path = place.output.join(&route);
            let standing = steps::output_state(world, &path, entry.digest, entry.len)?;
            if standing == steps::OutputState::Ours {
                manifest.insert(route, entry);
            }
        }
    }
    Ok(manifest)
}

/// Adds what is kept in the output and in the state folder and is not ours.
fn remains(
    world: &dyn World,
    place: &OutputPaths,
    manifest: &Manifest,
    mut cleaned: Cleaned,
) -> Result<Cleaned, PublishError> {
    let stat = world
        .stat(&place.output)
        .doing("inspecting", &place.output)?;
    if stat.is_some() {
        below(world, &place.output, "", manifest, &mut cleaned.foreign)?;
    }
    if place.has_state(world)? {
        let ours = [
            &place.lock,
            &place.manifest,
            &place.journal,
            &place.stage,
            &place.next,
        ];
        let names = world.names(&place.state).doing("listing", &place.state)?;
        cleaned.state = names
            .into_iter()
            .map(|name| place.state.join(name))
            .filter(|path| !ours.contains(&path))
            .map(|path| path.display().to_string())
            .collect();
    }
    Ok(cleaned)
}

/// Lists the files and empty folders below a folder that are not in the manifest, sorted.
fn below(
    world: &dyn World,
    folder: &Path,
    above: &str,
    manifest: &Manifest,
    foreign: &mut Vec<String>,
) -> Result<(), PublishError> {
    for name in world.names(folder).doing("listing", folder)? {
        let path = folder.join(&name);
        let route = format!("{above}{name}");
        let stat = world.stat(&path).doing("inspecting", &path)?;
        if stat.is_none_or(|stat| stat.kind != FileKind::Folder) {
            if !manifest.contains_key(&route) {
                foreign.push(route);
            }
            continue;
        }
        let inside = format!("{route}/");
        if world.names(&path).doing("listing", &path)?.is_empty() {
            foreign.push(inside);
        } else {
            below(world, &path, &inside, manifest, foreign)?;
        }
    }
    Ok(())
}
