//! Which project a command is about: the one that `--root` names, or that of the working folder or
//! of the nearest folder above it.

use std::path::{Component, Path, PathBuf};

use super::{GlobalArgs, Verb, tell};
use crate::project::{Settings, is_project};
use crate::source::{SourceId, Sources};
use crate::world::World;

impl Verb {
    /// Whether the verb works on a project that is there already.
    fn needs_project(&self) -> bool {
        match self {
            Self::Build(_)
            | Self::Check(_)
            | Self::Clean(_)
            | Self::Fmt(_)
            | Self::Digest(_)
            | Self::Ping(_)
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
    /// which it is unless it is the working folder, as it is for a stranger's content: to those who want no reports, only where
    /// something may be written into it.
    pub(super) fn locate(&mut self, verb: &Verb, world: &dyn World) {
        let is_named = self.root.is_some() || self.config.is_some();
        // What a stranger's folder has or lacks must not choose the project.
        if is_named || !verb.needs_project() || verb.is_untrusted() {
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

/// The files on the command line, by path relative to the project. None: all.
pub(super) struct AskedFiles(Vec<String>);

impl AskedFiles {
    /// Resolves paths relative to the working folder.
    ///
    /// # Errors
    /// A message about a file that is missing, or not in the project.
    pub(super) fn new(files: &[PathBuf], world: &dyn World, root: &Path) -> Result<Self, String> {
        let name = |file: &PathBuf| {
            let said = |error: std::io::Error| format!("{}: {error}", file.display());
            if let Some(below) = below(world, root, file) {
                return Ok(below);
            }
            let file_path = std::path::absolute(file).map_err(said)?;
            world.canonical(&file_path).map_err(said)?;
            Err(format!(
                "{} is not in the project, which is in {}",
                file.display(),
                root.display()
            ))
        };
        files
            .iter()
            .map(name)
            .collect::<Result<_, String>>()
            .map(Self)
    }

    /// Whether a file is among them, or in a folder among them.
    pub(super) fn contain(&self, name: &str) -> bool {
        let holds = |asked: &String| {
            let rest = name.strip_prefix(asked.as_str());
            asked.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.0.is_empty() || self.0.iter().any(holds)
    }

    /// Says which of them is there, but no part of the site: nothing in it was read.
    pub(super) fn not_of_the_site(&self, settings: &Settings, sources: &Sources) -> Option<String> {
        let folders = ["content", "static", "templates"];
        let files = [settings.config_name(), "urls.lock".to_owned()];
        let names = (0..sources.len()).filter_map(|n| u32::try_from(n).ok());
        let names: Vec<&str> = names.map(|n| sources.name(SourceId(n))).collect();
        let is_part = |name: &str| {
            let first = name.split('/').next().unwrap_or(name);
            let holds = |part: &str| {
                part == name
                    || part
                        .strip_prefix(name)
                        .is_some_and(|rest| rest.starts_with('/'))
            };
            name.is_empty()
                || folders.contains(&first)
                || files.iter().any(|file| holds(file))
                || names.iter().any(|part| holds(part))
        };
        let other = self.0.iter().find(|name| !is_part(name))?;
        Some(format!(
            "{other} is no part of the site, so there is nothing to say of it; articles are in content/"
        ))
    }
}
