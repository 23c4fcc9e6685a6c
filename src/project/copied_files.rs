//! Files that are copied: their digests, sizes and diagnostics.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use foldhash::{HashMap, HashMapExt as _};
use rayon::prelude::*;

use super::ReadPass;
use crate::cache::{Cache, CopyState};
use crate::content::body::LinkKind;
use crate::content::picture::{self, NoPicture, Picture};
use crate::diagnostic::{Diagnostic, Sink, unreadable};
use crate::digest;
use crate::limits::MAX_TEXT;
use crate::model::link::{Links, Target};
use crate::model::site::Site;
use crate::plan::{ResponsivePictures, may_vary};
use crate::render::svg::{self, NoDrawing, RemovedPart};
use crate::render::{self, pictures};
use crate::source::{ReadFault, SourceId, Span};
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
    /// The drawings below `content/`.
    pub(super) drawings: &'a BTreeMap<String, SourceId>,
    /// What earlier builds recorded.
    pub(super) cache: Option<&'a Cache>,
}

impl CopiedLookup<'_> {
    /// Returns the state of files, by path relative to the project. Reports an unreadable file, what is
    /// removed from a drawing, and a picture that is none.
    pub fn find_all(&self, paths: Vec<&str>, sink: &mut Sink) -> HashMap<String, CopiedFile> {
        let found: Vec<_> = paths
            .into_par_iter()
            .map(|path| (path, self.find(path)))
            .collect();
        let mut files = HashMap::with_capacity(found.len());
        for (path, state) in found {
            match state {
                Ok(state) => {
                    self.report(path, &state, sink);
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

    /// Returns the pictures beside texts that get several widths. Reports those that can't have them.
    pub fn responsive(&self, site: &Site, links: &Links, sink: &mut Sink) -> ResponsivePictures {
        if !site.config.features.pictures {
            return ResponsivePictures::new();
        }
        if !pictures::HAS_CODECS {
            sink.push(no_codecs());
            return ResponsivePictures::new();
        }
        let shown = shown_pictures(site, links);
        let found: Vec<_> = shown
            .into_par_iter()
            .map(|path| (self.decodable(&path), path))
            .collect();
        let mut responsive = ResponsivePictures::new();
        for (state, path) in found {
            match state {
                // That it can't be read is reported where it is copied.
                Ok(None) | Err(_) => {}
                Ok(Some(Ok(size))) => {
                    responsive.insert(path, size);
                }
                Ok(Some(Err(fault))) => sink.push(fault.file(path)),
            }
        }
        responsive
    }

    /// Returns the size of a picture that can be decoded, or why it can't; `None` if it is none, which is
    /// reported where it is copied.
    fn decodable(&self, path: &str) -> io::Result<Option<Result<(u32, u32), Diagnostic>>> {
        let mut state = self.find(path)?;
        if state.no_picture.is_some() || state.is_disguised {
            return Ok(None);
        }
        let Some(size) = state.copied.size else {
            return Ok(Some(Err(broken_picture())));
        };
        if u64::from(size.0) * u64::from(size.1) > pictures::MOST_PIXELS {
            return Ok(Some(Err(large_picture(size))));
        }
        if state.decodes.is_none() {
            let bytes = self.world.read(&self.root.join(path))?;
            state.decodes = pictures::decodes(&bytes);
            self.files.lock().insert(path.to_owned(), state.clone());
        }
        Ok(Some(match state.decodes {
            Some(true) => Ok(size),
            _ => Err(broken_picture()),
        }))
    }

    /// Returns the state of one file.
    fn find(&self, path: &str) -> io::Result<CopyState> {
        if let Some(known) = self.files.lock().get(path) {
            return Ok(known.clone());
        }
        let state = match self.cache.and_then(|cache| cache.copied(path)) {
            Some(known) => known,
            None => read(self.world, self.root, path)?,
        };
        self.files.lock().insert(path.to_owned(), state.clone());
        Ok(state)
    }

    /// Reports what is published otherwise than it is written, or shown by no browser.
    fn report(&self, path: &str, state: &CopyState, sink: &mut Sink) {
        if state.is_disguised {
            sink.push(disguised(path));
        } else if let Some(kind) = state.no_picture {
            sink.push(no_picture(path, kind));
        }
        let source = path
            .strip_prefix("content/")
            .and_then(|p| self.drawings.get(p));
        let span = |range: Range<usize>| Some(Span::new(*source?, range));
        for part in &state.removed {
            let removed = removed_part(part);
            sink.push(match span(part.at.clone()) {
                Some(span) => removed.at(span, "removed"),
                None => removed.file(path),
            });
        }
        if let Some(fault) = state.no_drawing {
            let d = no_drawing(fault);
            sink.push(match fault {
                NoDrawing::Broken(at) => match span(at..at) {
                    Some(span) => d.at(span, "here"),
                    None => d.file(path),
                },
                _ => d.file(path),
            });
        }
    }
}

/// The pictures beside texts, by path below the project: those of articles, and those in texts.
fn shown_pictures(site: &Site, links: &Links) -> BTreeSet<String> {
    let bodies = site.articles.iter().map(|a| &*a.body).zip(&links.articles);
    let pages = site.pages.iter().map(|p| &p.body).zip(&links.pages);
    let texts = site.texts.iter().map(|t| &t.body).zip(&links.texts);
    let in_texts = bodies
        .chain(pages)
        .chain(texts)
        .flat_map(|(body, targets)| {
            let pairs = body.links.iter().zip(targets);
            pairs.filter_map(|(link, target)| match target {
                Target::File(path) if link.kind == LinkKind::Picture => Some(path),
                _ => None,
            })
        });
    let of_articles = links.images.values().filter_map(|picture| match picture {
        Picture::Beside(path) => Some(path),
        _ => None,
    });
    let all = in_texts.chain(of_articles).filter(|path| may_vary(path));
    all.map(|path| format!("content/{path}")).collect()
}

fn no_codecs() -> Diagnostic {
    Diagnostic::warning(
        "missing-codecs",
        "`features: {pictures: true}` has no effect: this program was built without the codecs of pictures",
    )
    .file("site.yaml")
    .hint("use the program as it is shipped, or build it with `cargo build --release --locked --features shipped`")
}

fn broken_picture() -> Diagnostic {
    Diagnostic::warning(
        "broken-picture",
        "the picture is damaged or cut short; it is published as it is, in one width",
    )
    .hint("save or download it again, and look at it in a browser")
}

fn large_picture((width, height): (u32, u32)) -> Diagnostic {
    let message = format!(
        "the picture has {width} x {height} pixels; it is published as it is, in one width, since only pictures of at most {} million pixels are made smaller",
        pictures::MOST_PIXELS / 1_000_000
    );
    Diagnostic::warning("large-picture", message).hint("export it with fewer pixels")
}

fn removed_part(part: &RemovedPart) -> Diagnostic {
    let times = match part.times {
        1 => String::new(),
        times => format!(" ({times} times)"),
    };
    Diagnostic::warning(
        "active-file",
        format!(
            "`{}` is removed from this drawing{times}: it could run code or load something from elsewhere, or is not known",
            part.what
        ),
    )
    .hint("export the drawing again without it, or move the file to static/, which is trusted")
}

fn no_drawing(fault: NoDrawing) -> Diagnostic {
    let (what, hint) = match fault {
        NoDrawing::NotText => (
            "not saved as UTF-8".to_owned(),
            "export it again as plain SVG, in UTF-8 and not compressed",
        ),
        NoDrawing::TooLarge => (
            format!("larger than {} MB", MAX_TEXT / 1_048_576),
            "simplify it, or export it as a picture (PNG)",
        ),
        NoDrawing::TooMany => (
            "more than a browser can draw: its references repeat over a million elements"
                .to_owned(),
            "simplify it, or export it as a picture (PNG)",
        ),
        NoDrawing::Broken(_) => (
            "not well-formed XML".to_owned(),
            "export it again as plain SVG",
        ),
        NoDrawing::Other => (
            "not a drawing: its first element is not `<svg>`".to_owned(),
            "export it again as plain SVG",
        ),
    };
    let message = format!(
        "the file has the name of a drawing, but it is {what}; an empty drawing is published"
    );
    Diagnostic::warning("not-a-picture", message).hint(hint)
}

fn disguised(path: &str) -> Diagnostic {
    Diagnostic::error(
        "active-file",
        "the file begins as a page of HTML or XML, which some hosts would show and run as one; an empty file is published",
    )
    .file(path)
    .hint("check that it is what its name says; move it to static/ if it is meant so")
    .lenient_warning()
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
    let mut state = CopyState {
        copied: CopiedFile {
            digest: digest::of(&bytes),
            size: picture::size(&bytes),
        },
        no_picture: picture::no_picture(path, &bytes),
        is_disguised: render::is_disguised(path, &bytes),
        removed: Vec::new(),
        no_drawing: None,
        decodes: None,
    };
    if render::is_drawing(path) {
        match svg::sanitize(bytes) {
            Ok(clean) => state.removed = clean.removed,
            Err(fault) => state.no_drawing = Some(fault),
        }
    }
    Ok(state)
}
