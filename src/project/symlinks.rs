//! Symbolic links: which of them are followed.
//!
//! What `content/` and `static/` hold is published, and a link is a way to have any file of the
//! machine published. So a link must end at a file of the folder that it is in, and not at a hidden
//! one. The folders themselves are links only if `site.yaml` says so.

use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Diagnostic, Sink};
use crate::world::{FileKind, Stat, World};

/// Returns whether one of the project's folders may be read. Reports a link that `site.yaml` does not
/// name; `linked` are the folders that it does. `None` if the configuration is not known.
pub(super) fn is_own_folder(
    world: &dyn World,
    root: &Path,
    folder: &str,
    linked: Option<&[String]>,
    sink: &mut Sink,
) -> bool {
    let path = root.join(folder);
    let is_link = matches!(world.stat(&path), Ok(Some(stat)) if stat.kind == FileKind::Link);
    if !is_link {
        return true;
    }
    let holds_project = match (world.canonical(&path), world.canonical(root)) {
        (Ok(target), Ok(root)) => root.starts_with(target),
        // What it leads to can't be read: the walk reports it.
        _ => false,
    };
    let is_meant = linked.is_none_or(|linked| linked.iter().any(|name| name == folder));
    if is_meant && !holds_project {
        return true;
    }
    let message = match holds_project {
        true => format!("`{folder}` is a symbolic link to a folder that holds the whole project"),
        false => format!("`{folder}` is a symbolic link"),
    };
    sink.push(
        Diagnostic::error("link-leads-out", message)
            .file(folder)
            .hint(match holds_project {
                true => "put the folder itself here".to_owned(),
                false => format!(
                    "put the folder itself here, or say in site.yaml that the link is meant: `files: {{linked: [{folder}]}}`"
                ),
            }),
    );
    false
}

/// Follows the link at `path`, below a folder of the project.
///
/// # Errors
/// The diagnostic of a link that is not followed, without its file.
pub(super) fn follow(
    world: &dyn World,
    root: &Path,
    folder: &str,
    path: &Path,
) -> Result<Stat, Box<Diagnostic>> {
    let target = match world.canonical(&root.join(folder).join(path)) {
        Ok(target) => target,
        Err(error) => {
            let message = format!("a symbolic link is broken: {error}");
            return refused("broken-symlink", message, "remove it");
        }
    };
    let stat = world.stat(&target).ok().flatten();
    let kind = stat.map(|stat| stat.kind);
    let holds = |home: &Path| {
        world
            .canonical(home)
            .is_ok_and(|home| target.starts_with(home))
    };
    if kind == Some(FileKind::Folder) && holds(root) {
        let message = "a symbolic link to a folder is not followed".to_owned();
        return refused(
            "linked-folder",
            message,
            "replace it with the folder itself",
        );
    }
    let home = world.canonical(&root.join(folder)).ok();
    let inner = home.and_then(|home| target.strip_prefix(home).ok().map(PathBuf::from));
    let copy = "replace it with a copy of the file";
    match (inner, stat) {
        (None, _) => {
            let message = format!("a symbolic link points outside `{folder}/`");
            refused("link-leads-out", message, copy)
        }
        (Some(inner), _) if is_hidden(&inner) => {
            let message = "a symbolic link points to a hidden file".to_owned();
            refused("link-leads-out", message, copy)
        }
        (Some(_), Some(stat)) if stat.kind == FileKind::File => Ok(stat),
        _ => {
            let message = "a symbolic link points to a pipe, socket or device, not to a file";
            refused("not-a-file", message.to_owned(), "remove it")
        }
    }
}

fn refused<T>(code: &'static str, message: String, hint: &str) -> Result<T, Box<Diagnostic>> {
    Err(Box::new(Diagnostic::error(code, message).hint(hint)))
}

/// Whether a file of the project, at a path without links, is one that no page may show: it is
/// elsewhere, hidden, or in a hidden folder.
pub(super) fn is_secret(world: &dyn World, root: &Path, path: &Path) -> bool {
    match (world.canonical(root), world.canonical(path)) {
        (Ok(root), Ok(path)) => path.strip_prefix(root).map_or(true, is_hidden),
        // What does not exist is reported where it is read.
        _ => false,
    }
}

/// Whether any part of a path begins with a dot.
fn is_hidden(path: &Path) -> bool {
    path.components().any(|part| match part {
        Component::Normal(name) => name.as_encoded_bytes().starts_with(b"."),
        _ => true,
    })
}
