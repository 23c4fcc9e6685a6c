//! What the folders of a project hold: which file is an article, a page, a text, a template.
//!
//! Only names and stamps are read here; texts are read where they are parsed.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::{ReadPass, Reader, is_recent};
use crate::config::{RawHtml, SiteConfig};
use crate::content::picture::MediaFiles;
use crate::diagnostic::{Diagnostic, Sink, unreadable};
use crate::fix::ContentKind;
use crate::limits::{MAX_NAME, MAX_TEXT};
use crate::plan::ProjectFiles;
use crate::source::{ReadFault, SourceId, Sources};
use crate::world::{FileKind, Stat, World};

/// What a project holds, in the order of paths.
#[derive(Debug, Default)]
pub struct Inventory {
    /// With their paths below `content/`.
    pub articles: Vec<(SourceId, String)>,
    /// `content/pages/*.md`, with their paths below `content/`.
    pub pages: Vec<(SourceId, String)>,
    /// `content/terms/` and `content/stories/`, with their paths below `content/`.
    pub texts: Vec<(SourceId, String)>,
    /// Everything else below `content/`.
    pub files: MediaFiles,
    /// Paths below `static/`.
    pub statics: Vec<String>,
    /// Templates that the site brings itself: name below `templates/`.
    pub templates: Vec<(SourceId, String)>,
    /// Words that the site brings itself: name below `templates/`.
    pub words: Vec<(SourceId, String)>,
    /// Every file in the three folders, used or not, by its path below the project, with what the
    /// file system knows of it. Sorted.
    pub seen: Vec<(String, Stat)>,
}

/// Files of content, each a source with its path below `content/`.
pub type ContentFiles = [(SourceId, String)];

/// Endings of files that a browser runs, or takes for a page.
const ACTIVE: [&str; 13] = [
    "htm", "html", "js", "mht", "mhtml", "mjs", "shtml", "swf", "xht", "xhtml", "xml", "xsl",
    "xslt",
];

impl Inventory {
    /// Every file of content that has front matter: its source, its path below `content/`, and
    /// what it is read as.
    pub fn content(&self) -> impl Iterator<Item = (SourceId, &str, ContentKind)> {
        fn of(
            files: &ContentFiles,
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

    /// What pages may be made of that is no text.
    pub fn project_files(&self) -> ProjectFiles<'_> {
        ProjectFiles {
            media: &self.files,
            statics: &self.statics,
        }
    }

    /// What is known of a file in the three folders, by its path below the project.
    pub fn stat(&self, name: &str) -> Option<Stat> {
        let by_name = |(seen, _): &(String, Stat)| seen.as_str().cmp(name);
        let at = self.seen.binary_search_by(by_name).ok()?;
        Some(self.seen[at].1)
    }

    /// Whether it holds files below a path.
    fn has_folder(&self, name: &str) -> bool {
        let inner = format!("{name}/");
        let at = self.seen.partition_point(|(n, _)| *n < inner);
        self.seen
            .get(at)
            .is_some_and(|(n, _)| n.starts_with(&inner))
    }

    /// Leaves out of `content/`, which is not trusted with it, what a browser would run.
    pub fn leave_active_files_out(&mut self, sink: &mut Sink) {
        let active = |path: &str| {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            ACTIVE.iter().any(|a| ending.eq_ignore_ascii_case(a))
        };
        self.files.retain(|path| {
            if active(path) {
                sink.push(
                    Diagnostic::warning(
                        "active-file",
                        "content may bring no pages and scripts of its own; the file is left out",
                    )
                    .file(format!("content/{path}"))
                    .hint("move it to static/, or trust content: `markdown: {raw_html: trust}` in site.yaml"),
                );
            }
            !active(path)
        });
    }
}

/// The folders as they were listed, with what was said of them.
#[derive(Default)]
pub(super) struct FolderListing {
    pub inventory: Inventory,
    pub faults: Vec<Diagnostic>,
    /// The file system's clock when the files were looked at.
    clock: i64,
}

impl FolderListing {
    /// Whether one of the named files came or went, so that the folders must be listed again.
    pub fn is_outdated(&self, world: &dyn World, root: &Path, names: &BTreeSet<String>) -> bool {
        let known = |name: &String| self.inventory.stat(name).is_some();
        names.iter().any(|name| {
            let stat = world.stat(&root.join(name));
            match stat.map(|stat| stat.map(|stat| stat.kind)) {
                Ok(Some(FileKind::File | FileKind::Link)) => !known(name),
                Ok(None) => known(name) || self.inventory.has_folder(name),
                _ => true,
            }
        })
    }

    /// Lists the folders. What differs from the last time, or can't be told apart from it, is
    /// touched.
    pub fn refresh(
        &mut self,
        reader: &mut Reader<'_>,
        config: Option<&SiteConfig>,
        pass: &mut ReadPass,
    ) {
        let mut sink = Sink::default();
        let root = &reader.settings.root;
        let mut inventory = list(reader.world, root, reader.sources, &mut sink);
        if config.is_some_and(|c| c.markdown.raw_html != RawHtml::Trust) {
            inventory.leave_active_files_out(&mut sink);
        }
        // Who reads once has nothing to compare with.
        if !reader.memory.is_disk() {
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

    /// Compares what was seen the last time and now, both in the order of paths.
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

/// Walks `content/`, `static/` and `templates/` of the project at `root`.
pub fn list(world: &dyn World, root: &Path, sources: &mut Sources, sink: &mut Sink) -> Inventory {
    let mut inventory = Inventory::default();
    let mut seen = Vec::new();
    for (path, stat) in files(world, root, "content", sink) {
        let len = stat.len;
        let name = format!("content/{path}");
        seen.push((name.clone(), stat));
        let file = root.join(&name);
        let lower = path.to_ascii_lowercase();
        if lower.ends_with(".mdx") {
            sink.push(
                Diagnostic::notice("left-out", "MDX is not Markdown; the file is left out")
                    .file(name)
                    .hint("rename it to .md and take its components out"),
            );
        } else if !lower.ends_with(".md") && !lower.ends_with(".markdown") {
            inventory.files.insert(path);
        } else if len > MAX_TEXT {
            sink.push(unreadable(&name, &ReadFault::TooLarge(len)));
        } else if let Some((what, hint)) = no_article(&lower) {
            sink.push(
                Diagnostic::notice("left-out", format!("{what}; it is left out"))
                    .file(name)
                    .hint(hint),
            );
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
    for (path, stat) in files(world, root, "static", sink) {
        seen.push((format!("static/{path}"), stat));
        inventory.statics.push(path);
    }
    for (path, stat) in files(world, root, "templates", sink) {
        let name = format!("templates/{path}");
        seen.push((name.clone(), stat));
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

/// Why a Markdown file is never an article, by its path in small letters, and what to do if it
/// is one.
fn no_article(path: &str) -> Option<(&'static str, &'static str)> {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.split('.').next().unwrap_or(name) {
        "readme" => Some((
            "a README is no article",
            "if it is one, rename it; if it is for readers, move it to content/pages/ under another name",
        )),
        "_index" => Some((
            "an _index.md is Hugo's and Zola's text of a list, and no article",
            "move its text to content/pages/ or content/terms/; a list has a page of its own here",
        )),
        _ => None,
    }
}

/// Paths of the files below a folder of the project, with forward slashes, and what the file
/// system knows of them. What can't be used is a fault: links that lead out, pipes, names that
/// are no text.
fn files(world: &dyn World, root: &Path, folder: &str, sink: &mut Sink) -> Vec<(String, Stat)> {
    let mut out = Vec::new();
    for found in world.walk(&root.join(folder)) {
        match found {
            Err((path, error)) => {
                if path.as_os_str().is_empty() && error.kind() == io::ErrorKind::NotFound {
                    continue;
                }
                sink.push(
                    Diagnostic::error("unreadable", format!("can't be read: {error}"))
                        .file(shown(folder, &path))
                        .hint("check the permissions of the file and of its folder"),
                );
            }
            Ok(found) => match found.stat.kind {
                FileKind::Folder => {}
                FileKind::Other => sink.push(
                    Diagnostic::error("not-a-file", "this is a pipe, socket or device, not a file")
                        .file(shown(folder, &found.path))
                        .hint("remove it"),
                ),
                FileKind::Link => link(world, root, folder, &found.path, &mut out, sink),
                FileKind::File => name(folder, &found.path, found.stat, &mut out, sink),
            },
        }
    }
    out.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    out
}

/// A symbolic link counts as the file that it leads to, if that is part of the project.
fn link(
    world: &dyn World,
    root: &Path,
    folder: &str,
    path: &Path,
    out: &mut Vec<(String, Stat)>,
    sink: &mut Sink,
) {
    let target = world.canonical(&root.join(folder).join(path));
    let home = world.canonical(root);
    match (target, home) {
        (Ok(target), Ok(home)) if target.starts_with(&home) => match world.stat(&target) {
            Ok(Some(stat)) if stat.kind == FileKind::File => {
                name(folder, path, stat, out, sink);
            }
            _ => sink.push(
                Diagnostic::error(
                    "linked-folder",
                    "a symbolic link to a folder is not followed",
                )
                .file(shown(folder, path))
                .hint("put the folder itself here"),
            ),
        },
        (Ok(_), _) => sink.push(
            Diagnostic::error("link-leads-out", "a symbolic link leads out of the project")
                .file(shown(folder, path))
                .hint("put a copy of the file here"),
        ),
        (Err(error), _) => sink.push(
            Diagnostic::error(
                "broken-symlink",
                format!("a symbolic link leads nowhere: {error}"),
            )
            .file(shown(folder, path))
            .hint("remove it"),
        ),
    }
}

fn name(folder: &str, path: &Path, stat: Stat, out: &mut Vec<(String, Stat)>, sink: &mut Sink) {
    if path.iter().any(|part| part.len() > MAX_NAME) {
        let message = format!("the name of this file is longer than {MAX_NAME} bytes");
        sink.push(
            Diagnostic::error("bad-file-name", message)
                .file(shown(folder, path))
                .hint("give it a short name; the headline stands in the file"),
        );
        return;
    }
    let parts: Option<Vec<&str>> = path
        .iter()
        .map(|part| part.to_str().filter(|p| !p.contains(['\\', '\n', '\r'])))
        .collect();
    match parts {
        Some(parts) => out.push((parts.join("/"), stat)),
        None => sink.push(
            Diagnostic::error("bad-file-name", "the name of this file can't be an address")
                .file(shown(folder, path))
                .hint("rename it; letters, digits and dashes are fine"),
        ),
    }
}

fn shown(folder: &str, path: &Path) -> String {
    PathBuf::from(folder)
        .join(path)
        .display()
        .to_string()
        .replace('\\', "/")
}
