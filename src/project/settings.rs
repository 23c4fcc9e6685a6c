//! Settings of a command, and the paths of the project's configuration and output.

use std::path::{Path, PathBuf};

use crate::world::World;

/// The name of the configuration file in the project's folder.
pub const CONFIG_FILE: &str = "site.yaml";

/// Settings of a command.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The project's folder.
    pub root: PathBuf,
    /// Path of the configuration, if it is not `site.yaml` in the project's folder.
    pub config: Option<PathBuf>,
    /// Overrides the output folder of the configuration.
    pub output: Option<PathBuf>,
    /// Overrides the address of the configuration.
    pub base_url: Option<String>,
    pub drafts: bool,
    pub future: bool,
    /// Treat warnings as errors.
    pub strict: bool,
    /// Take over an output folder that contains foreign files.
    pub adopt: bool,
    /// Whether the content is a stranger's; see [`untrusted`](super::untrusted).
    pub trust: Trust,
}

/// Whether what a site is made from is trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Trust {
    /// It is the owner's own.
    #[default]
    Own,
    /// The whole project is a stranger's.
    None,
    /// `content/` is a stranger's; everything else is the owner's.
    AllButContent,
}

impl Trust {
    pub fn is_whole(self) -> bool {
        self == Self::Own
    }
}

impl Settings {
    /// Returns the defaults for the project at `root`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            config: None,
            output: None,
            base_url: None,
            drafts: false,
            future: false,
            strict: false,
            adopt: false,
            trust: Trust::Own,
        }
    }

    /// Returns the path of the configuration file.
    pub fn config_path(&self) -> PathBuf {
        let own = || self.root.join(CONFIG_FILE);
        self.config.clone().unwrap_or_else(own)
    }

    /// Returns the name of the configuration in diagnostics: its path relative to the project, or
    /// the full path if it is elsewhere.
    pub fn config_name(&self) -> String {
        let path = self.config_path();
        let name = path.strip_prefix(&self.root).unwrap_or(&path);
        name.display().to_string()
    }

    /// Returns the output folder, if the configuration sets it to `configured`.
    pub fn output_path(&self, configured: &str) -> PathBuf {
        let own = || self.root.join(configured);
        self.output.clone().unwrap_or_else(own)
    }
}

/// Returns whether the folder at `path` is a project: it contains a `site.yaml`.
pub fn is_project(world: &dyn World, path: &Path) -> bool {
    matches!(world.stat(&path.join(CONFIG_FILE)), Ok(Some(_)))
}
