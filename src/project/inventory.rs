//! Lists the folders of a project: which file is an article, a page, a text, a template.
//!
//! Reads only names and metadata; texts are read where they are parsed.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use super::{ReadPass, Reader, Trust, file_names, is_recent, leftovers, symlinks, untrusted};
use crate::config::{RawHtml, SiteConfig};
use crate::content::article::article_name;
use crate::content::file_types;
use crate::content::picture::MediaFiles;
use crate::diagnostic::{Diagnostic, Sink, UNREADABLE, unreadable, unreadable_hint};
use crate::fix::ContentKind;
use crate::limits::MAX_TEXT;
use crate::plan::{ProjectFiles, ResponsivePictures};
use crate::source::{ReadFault, SourceId, Sources};
use crate::world::{FileKind, Stat, World};

/// A file of one of the folders: its source, and its path relative to the folder.
pub type ListedFile = (SourceId, String);

/// The files of a project, sorted by path.
#[derive(Debug, Default)]
pub struct Inventory {
    /// With paths relative to `content/`.
    pub articles: Vec<ListedFile>,
    /// `content/pages/*.md`, with paths relative to `content/`.
    pub pages: Vec<ListedFile>,
    /// `content/terms/` and `content/stories/`, with paths relative to `content/`.
    pub texts: Vec<ListedFile>,
    /// Everything else below `content/`.
    pub files: MediaFiles,
    /// Files below `content/` that are left out because of their endings.
    pub unlisted: MediaFiles,
    /// The drawings (SVG) among the files.
    pub drawings: BTreeMap<String, SourceId>,
    /// Paths relative to `static/`.
    pub statics: Vec<String>,
    /// The site's own templates, with names relative to `templates/`.
    pub templates: Vec<ListedFile>,
    /// The site's own message files, with names relative to `templates/`.
    pub words: Vec<ListedFile>,
    /// The number of files below `content/` that may have been meant as articles and are left out.
    pub left_out: usize,
    /// The number of such files with errors; a lenient site leaves them out.
    pub unusable: usize,
    /// Every file in the three folders, used or not, by path relative to the project, with its
    /// metadata. Sorted.
    pub seen: Vec<(String, Stat)>,
}

impl Inventory {
    /// Iterates over all content files with front matter: source, path relative to `content/`, and
    /// kind.
    pub fn content(&self) -> impl Iterator<Item = (SourceId, &str, ContentKind)> {
        fn of(
            files: &[ListedFile],
            kind: ContentKind,
        ) -> impl Iterator<Item = (SourceId, &str, ContentKind)> {
            files
                .iter()
                .map(move |(id, path)| (*id, path.as_str(), kind))
        }
        of(&self.articles, ContentKind::Article)
            .chain(of(&self.pages, ContentKind::Page))
            .chain(of(&self.texts, ContentKind::Text))
    }

    /// Returns the files other than texts that pages may be made from.
    pub fn project_files<'a>(&'a self, pictures: &'a ResponsivePictures) -> ProjectFiles<'a> {
        ProjectFiles {
            media: &self.files,
            statics: &self.statics,
            pictures,
        }
    }

    /// Returns the metadata of a file in the three folders, by path relative to the project.
    pub fn stat(&self, name: &str) -> Option<Stat> {
        let by_name = |(seen, _): &(String, Stat)| seen.as_str().cmp(name);
        let at = self.seen.binary_search_by(by_name).ok()?;
        Some(self.seen[at].1)
    }

    /// Returns whether there are files below a path.
    fn has_folder(&self, name: &str) -> bool {
        let inner = format!("{name}/");
        let at = self.seen.partition_point(|(n, _)| *n < inner);
        self.seen
            .get(at)
            .is_some_and(|(n, _)| n.starts_with(&inner))
    }

    /// Excludes files whose endings neither the program nor the site lists: a browser or a server may
    /// run them, and `content/` is not trusted with that. `more` are the endings that the site lists.
    fn leave_unlisted_files_out(&mut self, more: &[String], sink: &mut Sink) {
        let files = std::mem::take(&mut self.files);
        let (copied, unlisted) = files
            .into_iter()
            .partition(|path| file_types::is_copied(path, more));
        (self.files, self.unlisted) = (copied, unlisted);
        let found = self.unlisted.iter();
        sink.extend(found.map(|path| unlisted_file(path).file(format!("content/{path}"))));
    }
}

/// Returns the warning for a file of `content/` that is left out because of its ending.
fn unlisted_file(path: &str) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or(path);
    if file_types::is_active(path) {
        return Diagnostic::warning(
            "active-file",
            "content must not contain HTML pages, scripts or documents that could run code; the file is left out",
        )
        .hint("move it to static/, or trust content: `markdown: {raw_html: trust}` in site.yaml");
    }
    if let Some(article) = article_name(path) {
        let article = article.rsplit('/').next().unwrap_or(&article);
        let message =
            format!("`{name}` is left out: only files whose names end in .md are articles");
        return Diagnostic::warning("unused-file", message)
            .hint(format!("if it is an article, rename it to `{article}`"));
    }
    match file_types::ending(path).filter(|ending| !ending.is_empty()) {
        Some(ending) => Diagnostic::warning(
            "unlisted-ending",
            format!("files whose names end in `.{ending}` are not copied from content/; the file is left out"),
        )
        .hint(format!(
            "move it to static/, or allow the ending in site.yaml: `files: {{endings: [{ending}]}}`"
        ))
        .for_many(format!("files: {{endings: [{ending}]}}")),
        None => Diagnostic::warning(
            "unlisted-ending",
            "files whose names have no ending are not copied from content/; the file is left out",
        )
        .hint("give it an ending that says what it is, or move it to static/"),
    }
}

/// The folders as listed, with their diagnostics.
#[derive(Default)]
pub(super) struct FolderListing {
    pub inventory: Inventory,
    pub faults: Vec<Diagnostic>,
    /// The file system's clock when the files were listed.
    clock: i64,
}

impl FolderListing {
    /// Returns whether one of the named files was added or removed, so that the folders must be
    /// listed again.
    pub fn is_outdated(&self, world: &dyn World, root: &Path, names: &BTreeSet<String>) -> bool {
        let known = |name: &String| self.inventory.stat(name).is_some();
        names.iter().any(|name| {
            let stat = world.stat(&root.join(name));
            match stat.map(|stat| stat.map(|stat| stat.kind)) {
                Ok(Some(FileKind::File)) => !known(name),
                // It may lead elsewhere now.
                Ok(Some(FileKind::Link)) => true,
                Ok(None) => known(name) || self.inventory.has_folder(name),
                _ => true,
            }
        })
    }

    /// Lists the folders. A file that differs from the last listing, or may differ undetected, is
    /// marked as touched.
    pub fn refresh(
        &mut self,
        reader: &mut Reader<'_>,
        config: Option<&SiteConfig>,
        pass: &mut ReadPass,
    ) {
        let mut sink = Sink::default();
        let root = &reader.settings.root;
        let trust = reader.settings.trust;
        let linked = config.map(|config| config.files.linked.as_slice());
        let mut inventory = list(reader.world, root, trust, linked, reader.sources, &mut sink);
        if let Some(config) = config.filter(|c| c.markdown.raw_html != RawHtml::Trust) {
            inventory.leave_unlisted_files_out(&config.files.endings, &mut sink);
        }
        // A build that reads once has nothing to compare with.
        if !reader.memory.reads_once() {
            self.compare(&inventory.seen, pass);
        }
        let faults: Vec<Diagnostic> = sink.into_iter().collect();
        if faults != self.faults {
            let files = faults.iter().chain(&self.faults);
            pass.changed.extend(files.filter_map(|d| d.file.clone()));
        }
        *self = Self {
            inventory,
            faults,
            clock: pass.clock,
        };
    }

    /// Compares the previous and the current listing, both sorted by path.
    fn compare(&self, new: &[(String, Stat)], pass: &mut ReadPass) {
        let (mut old, mut new) = (self.inventory.seen.iter().peekable(), new.iter().peekable());
        loop {
            let order = match (old.peek(), new.peek()) {
                (None, None) => return,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some((old, _)), Some((new, _))) => old.cmp(new),
            };
            let gone = old.next_if(|_| order.is_le());
            let there = new.next_if(|_| order.is_ge());
            match (gone, there) {
                (Some((_, before)), Some((name, now))) => {
                    if before != now || is_recent(now, self.clock) {
                        pass.touched.insert(name.clone());
                    }
                }
                (one, other) => {
                    let names = one.into_iter().chain(other).map(|(name, _)| name);
                    for name in names {
                        pass.touched.insert(name.clone());
                        pass.changed.insert(name.clone());
                    }
                }
            }
        }
    }
}

/// Walks `content/`, `static/` and `templates/` of the project at `root`. `linked`: which of them
/// `site.yaml` allows to be links; `None` if that is not known.
pub fn list(
    world: &dyn World,
    root: &Path,
    trust: Trust,
    linked: Option<&[String]>,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Inventory {
    let mut inventory = Inventory::default();
    let mut seen = Vec::new();
    let before = sink.len();
    let content = files(world, root, "content", trust, linked, sink);
    let bad_names = sink.iter().skip(before).filter(|d| is_text_of(d));
    inventory.unusable = bad_names.count();
    let mut copies = copies(world, root, &content).into_iter().peekable();
    for (n, (path, stat)) in content.into_iter().enumerate() {
        let len = stat.len;
        let name = format!("content/{path}");
        seen.push((name.clone(), stat));
        let file = root.join(&name);
        let lower = path.to_ascii_lowercase();
        if let Some((_, reason)) = copies.next_if(|(copy, _)| *copy == n) {
            sink.push(reason.file(name));
        } else if lower.ends_with(".mdx") {
            inventory.left_out += 1;
            sink.push(
                Diagnostic::warning("left-out", "MDX is not Markdown; the file is left out")
                    .file(name)
                    .hint("remove its components and rename it to .md"),
            );
        } else if !lower.ends_with(".md") && !lower.ends_with(".markdown") {
            if lower.ends_with(".svg") {
                let source = sources.add_file(name, file);
                inventory.drawings.insert(path.clone(), source);
            }
            inventory.files.insert(path);
        } else if len > MAX_TEXT {
            inventory.unusable += 1;
            sink.push(unreadable(&name, &ReadFault::TooLarge(len)));
        } else if let Some(reason) = no_article(&lower) {
            sink.push(reason.file(name));
        } else if path.starts_with("pages/") {
            inventory.pages.push((sources.add_file(name, file), path));
        } else if path.starts_with("terms/") || path.starts_with("stories/") {
            inventory.texts.push((sources.add_file(name, file), path));
        } else {
            inventory
                .articles
                .push((sources.add_file(name, file), path));
        }
    }
    let statics = files(world, root, "static", trust, linked, sink);
    for (path, stat) in &statics {
        let name = format!("static/{path}");
        seen.push((name.clone(), *stat));
        match left_behind(path, &statics) {
            Some(left) => sink.push(left.file(name)),
            None => inventory.statics.push(path.clone()),
        }
    }
    let templates = files(world, root, "templates", trust, linked, sink);
    for (path, stat) in &templates {
        let (path, name) = (path.clone(), format!("templates/{path}"));
        seen.push((name.clone(), *stat));
        if let Some(left) = left_behind(&path, &templates) {
            sink.push(left.file(name));
            continue;
        }
        let list = match path.rsplit_once('.') {
            Some((_, "html")) => &mut inventory.templates,
            Some((_, "ftl")) => &mut inventory.words,
            _ => continue,
        };
        let file = root.join(&name);
        list.push((sources.add_file(name, file), path));
    }
    seen.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    inventory.seen = seen;
    inventory
}

/// Returns the warning for a file that a synchronising program or an editor has left. `all`: the
/// files of the folder, sorted by path.
fn left_behind(path: &str, all: &[(String, Stat)]) -> Option<Diagnostic> {
    let has = |path: &str| find(path, all).is_some();
    let what = leftovers::what(path, has)?;
    let message = format!("this is {what}; it is left out");
    let hint = "delete it, or, if it is a file of its own, rename it";
    Some(Diagnostic::warning("left-out", message).hint(hint))
}

/// Returns the warnings for the copies among the files of `content/`, by index.
fn copies(world: &dyn World, root: &Path, content: &[(String, Stat)]) -> Vec<(usize, Diagnostic)> {
    let copy = |(n, (path, stat)): (usize, &(String, Stat))| {
        let left = left_behind(path, content);
        let copy = || exact_copy(world, root, path, stat.len, content);
        Some((n, left.or_else(copy)?))
    };
    content.iter().enumerate().filter_map(copy).collect()
}

/// Returns the warning for a text whose name calls it a copy of another (`a 2.md`) and whose bytes
/// are those of the other.
fn exact_copy(
    world: &dyn World,
    root: &Path,
    path: &str,
    len: u64,
    all: &[(String, Stat)],
) -> Option<Diagnostic> {
    let original = leftovers::original(path)?;
    let stat = find(&original, all)?;
    if !is_markdown(path) || stat.len != len || len > MAX_TEXT {
        return None;
    }
    let read = |path: &str| world.read(&root.join("content").join(path)).ok();
    if read(path)? != read(&original)? {
        return None;
    }
    let message = "this is an exact copy of another file, by its name and its text; it is left out";
    let hint = format!("delete it: content/{original} is the original");
    Some(Diagnostic::warning("left-out", message).hint(hint))
}

fn find(path: &str, all: &[(String, Stat)]) -> Option<Stat> {
    let at = all.binary_search_by(|(other, _)| other.as_str().cmp(path));
    at.ok().map(|at| all[at].1)
}

fn is_markdown(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    lower.ends_with(".md") || lower.ends_with(".markdown")
}

/// Whether a diagnostic is about a file that may have been meant as an article.
fn is_text_of(d: &Diagnostic) -> bool {
    d.file.as_deref().is_some_and(is_markdown)
}

/// Returns why a Markdown file is never an article, by its lower-case path, and what to do if it is
/// one. A README is written for other editors: leaving it out loses nothing.
fn no_article(path: &str) -> Option<Diagnostic> {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.split('.').next().unwrap_or(name) {
        "readme" => Some(
            Diagnostic::notice("left-out", "a README is not an article; it is left out").hint(
                "if it is one, rename it; if it is for readers, move it to content/pages/ under another name",
            ),
        ),
        "_index" => Some(
            Diagnostic::warning(
                "left-out",
                "an _index.md is the text of a list in Hugo and Zola, not an article; it is left out",
            )
            .hint(
                "move its text to content/pages/ or content/terms/; lists have their own pages here",
            ),
        ),
        _ => None,
    }
}

/// Returns the files below a folder of the project, as paths with forward slashes and metadata.
/// Reports what can't be used: links out of the folder, pipes, names that no address can have.
fn files(
    world: &dyn World,
    root: &Path,
    folder: &str,
    trust: Trust,
    linked: Option<&[String]>,
    sink: &mut Sink,
) -> Vec<(String, Stat)> {
    let mut out = Vec::new();
    let linked = match untrusted::refuses_links(trust, folder) {
        true => Some([].as_slice()),
        false => linked,
    };
    if !symlinks::is_own_folder(world, root, folder, linked, sink) {
        return out;
    }
    let top = root.join(folder);
    let real = world.canonical(&top).unwrap_or_else(|_| top.clone());
    if let Ok(Some(stat)) = world.stat(&real)
        && stat.kind != FileKind::Folder
    {
        sink.push(
            Diagnostic::error("not-a-folder", format!("`{folder}` is not a folder"))
                .file(folder)
                .hint(format!(
                    "rename it, and put files into a folder named {folder}/"
                )),
        );
        return out;
    }
    for found in world.walk(&top) {
        match found {
            Err((path, error)) => {
                if path.as_os_str().is_empty() && error.kind() == io::ErrorKind::NotFound {
                    continue;
                }
                sink.push(
                    Diagnostic::error(UNREADABLE, format!("can't be read: {error}"))
                        .file(shown(folder, &path))
                        .hint(unreadable_hint(&error)),
                );
            }
            Ok(found) => match found.stat.kind {
                FileKind::Folder => {}
                FileKind::Other => sink.push(
                    Diagnostic::error("not-a-file", "this is a pipe, socket or device, not a file")
                        .file(shown(folder, &found.path))
                        .hint("remove it")
                        .lenient_warning(),
                ),
                FileKind::Link if untrusted::refuses_links(trust, folder) => {
                    sink.push(untrusted::link().file(shown(folder, &found.path)));
                }
                FileKind::Link => match symlinks::follow(world, root, folder, &found.path) {
                    Ok(stat) => name(folder, &found.path, stat, &mut out, sink),
                    Err(fault) => {
                        sink.push(fault.file(shown(folder, &found.path)).lenient_warning());
                    }
                },
                FileKind::File => name(folder, &found.path, found.stat, &mut out, sink),
            },
        }
    }
    out.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    out
}

fn name(folder: &str, path: &Path, stat: Stat, out: &mut Vec<(String, Stat)>, sink: &mut Sink) {
    if let Some((message, hint)) = path.iter().find_map(file_names::fault) {
        sink.push(
            Diagnostic::error("bad-file-name", message)
                .file(shown(folder, path))
                .hint(hint)
                .lenient_warning(),
        );
        return;
    }
    let parts: Vec<&str> = path.iter().filter_map(OsStr::to_str).collect();
    out.push((parts.join("/"), stat));
}

fn shown(folder: &str, path: &Path) -> String {
    PathBuf::from(folder)
        .join(path)
        .display()
        .to_string()
        .replace('\\', "/")
}
