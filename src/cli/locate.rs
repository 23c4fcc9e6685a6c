//! Which project a command is about: the one that `--root` names, or that of the working folder or
//! of the nearest folder above it.

use std::path::{Path, PathBuf};

use super::{GlobalArgs, Verb};
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

impl GlobalArgs {
    /// Returns the project's folder.
    pub(super) fn root(&self) -> &Path {
        self.root.as_deref().unwrap_or(Path::new("."))
    }

    /// Sets the project's folder, if the command names neither it nor a configuration, and says
    /// which it is unless it is the working folder.
    pub(super) fn locate(&mut self, verb: &Verb, world: &dyn World) {
        if self.root.is_some() || self.config.is_some() || !verb.needs_project() {
            return;
        }
        let Some(root) = folder_above(world) else {
            return;
        };
        if !self.quiet {
            eprintln!("using the project in {}", root.display());
        }
        self.root = Some(root);
    }
}

/// The nearest folder above the working folder that is a project; `None` if the working folder is one.
fn folder_above(world: &dyn World) -> Option<PathBuf> {
    let here = std::path::absolute(".").ok()?;
    if is_project(world, &here) {
        return None;
    }
    let mut above = here.ancestors().skip(1);
    let found = above.find(|folder| is_project(world, folder))?;
    Some(found.to_owned())
}
