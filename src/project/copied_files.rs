//! Files that are copied: their digests, sizes and diagnostics.

use std::collections::{BTreeSet, HashMap};
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::ReadPass;
use crate::cache::{Cache, CopyState};
use crate::content::picture::{self, NoPicture};
use crate::diagnostic::{Diagnostic, Sink, unreadable};
use crate::digest;
use crate::render;
use crate::source::ReadFault;
use crate::view::context::CopiedFile;
use crate::world::World;

/// The known state of copied files, by path relative to the project.
#[derive(Default)]
pub(super) struct CopiedFiles {
    known: Mutex<HashMap<String, CopyState>>,
    /// Those that could not be read.
    unread: Mutex<BTreeSet<String>>,
}

impl CopiedFiles {
    /// Reads the known files that were touched, and those that could not be read before.
    pub fn refresh(&self, world: &dyn World, root: &Path, pass: &mut ReadPass) {
        let mut known = self.lock();
        let mut unread = self.unread();
        unread.retain(|name| {
            if !pass.whole && !pass.touched.contains(name) {
                return true;
            }
            let fault = read(world, root, name).err();
            let is_lost = fault.is_some_and(|error| error.kind() != io::ErrorKind::NotFound);
            if !is_lost {
                pass.changed.insert(name.clone());
            }
            is_lost
        });
        for name in &pass.touched {
            let Some(old) = known.remove(name) else {
                continue;
            };
            match read(world, root, name) {
                Ok(now) if now.copied.digest == old.copied.digest => {
                    known.insert(name.clone(), now);
                }
                _ => {
                    pass.changed.insert(name.clone());
                }
            }
        }
    }

    /// Stores them in the cache of this build.
    pub fn keep(&self, cache: &mut Cache) {
        for (name, state) in self.lock().drain() {
            cache.note_copied(&name, state);
        }
    }

    /// Whether a file could not be read, and may be readable at the next attempt.
    pub fn is_unread(&self) -> bool {
        !self.unread().is_empty()
    }

    fn unread(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.unread.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, CopyState>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Looks up the state of copied files. Reads only files whose state is unknown.
pub struct CopiedLookup<'a> {
    pub(super) world: &'a dyn World,
    pub(super) root: &'a Path,
    pub(super) files: &'a CopiedFiles,
    /// What earlier builds recorded.
    pub(super) cache: Option<&'a Cache>,
}

impl CopiedLookup<'_> {
    /// Returns the state of files, by path relative to the project. Reports an unreadable file, an
    /// SVG file that could run a script, and a picture that is none.
    pub fn find_all(&self, paths: Vec<&str>, sink: &mut Sink) -> HashMap<String, CopiedFile> {
        let found: Vec<_> = paths
            .into_par_iter()
            .map(|path| (path, self.find(path)))
            .collect();
        let mut files = HashMap::with_capacity(found.len());
        for (path, state) in found {
            match state {
                Ok(state) => {
                    if state.active {
                        sink.push(active_drawing(path));
                    }
                    if let Some(kind) = state.no_picture {
                        sink.push(no_picture(path, kind));
                    }
                    files.insert(path.to_owned(), state.copied);
                }
                Err(error) => {
                    self.files.unread().insert(path.to_owned());
                    sink.push(unreadable(path, &ReadFault::Io(error)));
                }
            }
        }
        files
    }

    /// Returns the state of one file.
    fn find(&self, path: &str) -> io::Result<CopyState> {
        if let Some(known) = self.files.lock().get(path) {
            return Ok(*known);
        }
        let state = match self.cache.and_then(|cache| cache.copied(path)) {
            Some(known) => known,
            None => read(self.world, self.root, path)?,
        };
        self.files.lock().insert(path.to_owned(), state);
        Ok(state)
    }
}

fn active_drawing(path: &str) -> Diagnostic {
    Diagnostic::warning(
        "active-file",
        "this SVG file contains a script, or something that could be one; it is published without it",
    )
    .file(path)
    .hint("export it again without scripts, or move it to static/ if it must run them")
}

fn no_picture(path: &str, kind: NoPicture) -> Diagnostic {
    let message = format!(
        "the file has the name of a picture, but it is {}",
        kind.words()
    );
    Diagnostic::warning("not-a-picture", message)
        .file(path)
        .hint(match kind {
            NoPicture::LfsPointer => "fetch the picture: `git lfs pull`",
            NoPicture::Svg => "rename it, so that its name ends with `.svg`",
            NoPicture::Pdf => "save the page that you want to show as JPEG or PNG, or name it `.pdf` and link to it",
            NoPicture::Empty | NoPicture::WebPage | NoPicture::Text => {
                "save or download the picture again: this file does not hold it"
            }
            NoPicture::Heic | NoPicture::Tiff | NoPicture::Unknown => {
                "export it again as JPEG, PNG, WebP or AVIF"
            }
        })
}

fn read(world: &dyn World, root: &Path, path: &str) -> io::Result<CopyState> {
    let bytes = world.read(&root.join(path))?;
    Ok(CopyState {
        copied: CopiedFile {
            digest: digest::of(&bytes),
            size: picture::size(&bytes),
        },
        no_picture: picture::no_picture(path, &bytes),
        active: render::is_drawing(path) && render::svg::sanitize(&bytes).is_some(),
    })
}
