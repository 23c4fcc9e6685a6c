//! The paths of the output and its state, and the checks that it is safe to publish there.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::PublishSettings;
use super::error::{Danger, Doing as _, Doubt, PublishError};
use crate::world::{FileKind, World};

/// The paths of an output and its state, with links and `..` resolved.
#[derive(Debug)]
pub(super) struct OutputPaths {
    pub output: PathBuf,
    pub state: PathBuf,
    pub lock: PathBuf,
    pub manifest: PathBuf,
    pub journal: PathBuf,
    pub stage: PathBuf,
    /// The manifest that replaces `manifest` at the end of a publication.
    pub next: PathBuf,
}

impl OutputPaths {
    /// Resolves the output and checks that none of the user's files can be lost there.
    ///
    /// # Errors
    /// [`Dangerous`](PublishError::Dangerous); [`Io`](PublishError::Io).
    pub(super) fn find(
        world: &dyn World,
        settings: &PublishSettings,
    ) -> Result<Self, PublishError> {
        let dangerous = |danger| PublishError::Dangerous {
            output: settings.output.to_owned(),
            danger,
        };
        let output = resolve(world, settings.output, settings.output)?;
        let (Some(name), Some(beside)) = (output.file_name(), output.parent()) else {
            return Err(dangerous(Danger::Root));
        };
        let mut state_name = std::ffi::OsString::from(".");
        state_name.push(name);
        state_name.push(".dateline");
        let state = beside.join(state_name);

        if let Some(home) = world.home() {
            // A home folder that cannot be resolved contains nothing to lose.
            let home = resolve(world, &home, settings.output).unwrap_or(home);
            if home.starts_with(&output) {
                return Err(dangerous(Danger::Home));
            }
        }
        let root = resolve(world, settings.root, settings.output)?;
        if root.starts_with(&output) {
            return Err(dangerous(Danger::Project));
        }
        for protected in settings.protected {
            let path = resolve(world, protected, settings.output)?;
            let touches = |ours: &Path| ours.starts_with(&path) || path.starts_with(ours);
            if touches(&output) || touches(&state) {
                return Err(dangerous(Danger::Protected(protected.clone())));
            }
        }
        if !is_folder_or_nothing(world, &output)? {
            return Err(dangerous(Danger::NotAFolder));
        }
        if !is_folder_or_nothing(world, &state)? {
            return Err(dangerous(Danger::State(state)));
        }
        Ok(Self {
            output,
            lock: state.join("lock"),
            manifest: state.join("manifest"),
            journal: state.join("journal"),
            stage: state.join("stage"),
            next: state.join("manifest.next"),
            state,
        })
    }

    /// Whether the output is missing or empty.
    pub(super) fn is_fresh(&self, world: &dyn World) -> Result<bool, PublishError> {
        match world.names(&self.output) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
            names => Ok(names.doing("listing", &self.output)?.is_empty()),
        }
    }

    /// Whether there is a state folder.
    pub(super) fn has_state(&self, world: &dyn World) -> Result<bool, PublishError> {
        let stat = world.stat(&self.state).doing("inspecting", &self.state)?;
        Ok(stat.is_some())
    }

    /// Returns the error for an output with foreign files.
    pub(super) fn foreign(&self, world: &dyn World, doubt: Doubt) -> PublishError {
        let names = world.names(&self.output).unwrap_or_default();
        PublishError::Foreign {
            output: self.output.clone(),
            path: self.output.join(names.first().map_or("", String::as_str)),
            count: names.len(),
            doubt,
        }
    }
}

fn is_folder_or_nothing(world: &dyn World, path: &Path) -> Result<bool, PublishError> {
    let stat = world.stat(path).doing("inspecting", path)?;
    Ok(stat.is_none_or(|stat| stat.kind == FileKind::Folder))
}

/// Resolves links and `..` in the part of `path` that exists, and appends the rest.
fn resolve(world: &dyn World, path: &Path, output: &Path) -> Result<PathBuf, PublishError> {
    for above in path.ancestors() {
        let mut resolved = match world.canonical(above) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if world.stat(above).doing("inspecting", above)?.is_some() {
                    return Err(PublishError::Dangerous {
                        output: output.to_owned(),
                        danger: Danger::DeadLink(above.to_owned()),
                    });
                }
                continue;
            }
            canonical => canonical.doing("resolving", above)?,
        };
        let mut climbed = false;
        for part in path
            .strip_prefix(above)
            .unwrap_or(Path::new(""))
            .components()
        {
            match part {
                Component::ParentDir => climbed |= resolved.pop(),
                part => resolved.push(part),
            }
        }
        // After a `..` out of a missing folder, the rest may go through a link again.
        return if climbed {
            resolve(world, &resolved, output)
        } else {
            Ok(resolved)
        };
    }
    Ok(path.to_owned())
}
