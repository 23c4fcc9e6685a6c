//! Which project a command is about: the one that `--root` names, or that of the working folder or
//! of the nearest folder above it.

use std::path::{Component, Path, PathBuf};

use super::{GlobalArgs, Verb, tell};
use crate::project::is_project;
use crate::world::World;

impl Verb {
    /// Whether the verb works on a project that is there already.
    fn needs_project(&self) -> bool {
        match self {
            Self::Build(_)
            | Self::Check(_)
            | Self::Clean(_)
            | Self::Fmt(_)
            | Self::List(_)
            | Self::New(_)
            | Self::Serve(_)
            | Self::Theme(_)
            | Self::Update(_)
            | Self::Urls(_)
            | Self::Why(_) => true,
            Self::Completions { .. } | Self::Explain(_) | Self::Init(_) | Self::Man => false,
        }
    }
}

impl Verb {
    /// Whether the verb may write into the project.
    fn writes(&self) -> bool {
        match self {
            Self::Build(_)
            | Self::Clean(_)
            | Self::Fmt(_)
            | Self::New(_)
            | Self::Theme(_)
            | Self::Update(_)
            | Self::Urls(_) => true,
            Self::Check(check) => check.fixes(),
            _ => false,
        }
    }
}

impl GlobalArgs {
    /// Returns the project's folder.
    pub(super) fn root(&self) -> &Path {
        self.root.as_deref().unwrap_or(Path::new("."))
    }

    /// Sets the project's folder, if the command names neither it nor a configuration, and says
    /// which it is unless it is the working folder: to those who want no reports, only where
    /// something may be written into it.
    pub(super) fn locate(&mut self, verb: &Verb, world: &dyn World) {
        if self.root.is_some() || self.config.is_some() || !verb.needs_project() {
            return;
        }
        let Some(root) = folder_above(world) else {
            return;
        };
        if !self.quiet || verb.writes() {
            tell(&format!("using the project in {}", root.display()));
        }
        self.root = Some(root);
    }
}

/// The nearest folder above the working folder that is a project; `None` if the working folder is
/// one. Of those above, a project has its `content/` beside the `site.yaml`: other programs have
/// files of that name. What is above a repository, or above the home folder, is somebody else's.
fn folder_above(world: &dyn World) -> Option<PathBuf> {
    let here = std::path::absolute(".").ok()?;
    if is_project(world, &here) {
        return None;
    }
    let is_there = |path: &Path| matches!(world.stat(path), Ok(Some(_)));
    let home = world.home();
    for (folder, above) in here.ancestors().zip(here.ancestors().skip(1)) {
        // The articles of a project may be a repository of their own.
        let is_content = folder.ends_with("content");
        if (is_there(&folder.join(".git")) && !is_content) || home.as_deref() == Some(folder) {
            return None;
        }
        if is_project(world, above) && is_there(&above.join("content")) {
            return Some(above.to_owned());
        }
    }
    None
}

/// The path below the project of a file or folder that exists, with slashes; empty for the project
/// itself. A link stands where it is, wherever it leads. `named` is relative to the working folder.
pub(super) fn below(world: &dyn World, root: &Path, named: &Path) -> Option<String> {
    let named = std::path::absolute(named).ok()?;
    world.stat(&named).ok()??;
    let is_plain = |path: &Path| !path.components().any(|part| part == Component::ParentDir);
    let within = |path: &Path, root: &Path| {
        let below = path.strip_prefix(root).ok().filter(|path| is_plain(path))?;
        Some(below.to_str()?.replace('\\', "/"))
    };
    let real_root = world.canonical(root).ok()?;
    let in_folder = || {
        let folder = world.canonical(named.parent()?).ok()?;
        within(&folder.join(named.file_name()?), &real_root)
    };
    within(&named, root)
        .or_else(in_folder)
        .or_else(|| within(&world.canonical(&named).ok()?, &real_root))
}
