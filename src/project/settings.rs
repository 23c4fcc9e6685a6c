//! What a verb was asked to do, and where the project's configuration and output are.

use std::path::{Path, PathBuf};

use crate::world::World;

/// The name of the configuration in the project's folder.
pub const CONFIG_FILE: &str = "site.yaml";

/// What a verb was asked to do.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The project's folder.
    pub root: PathBuf,
    /// Path of the configuration, if it is not `site.yaml` in the project's folder.
    pub config: Option<PathBuf>,
    /// Output folder that overrides the configuration's.
    pub output: Option<PathBuf>,
    /// Address that overrides the configuration's.
    pub base_url: Option<String>,
    pub drafts: bool,
    pub future: bool,
    /// Warnings are errors.
    pub strict: bool,
    /// An output folder that holds files of others is taken over.
    pub adopt: bool,
}

impl Settings {
    /// The defaults, for the project at `root`.
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
        }
    }

    /// The file of the configuration.
    pub fn config_path(&self) -> PathBuf {
        let own = || self.root.join(CONFIG_FILE);
        self.config.clone().unwrap_or_else(own)
    }

    /// The name of the configuration in diagnostics: its path below the project, or the whole path
    /// if it is elsewhere.
    pub fn config_name(&self) -> String {
        let path = self.config_path();
        let name = path.strip_prefix(&self.root).unwrap_or(&path);
        name.display().to_string()
    }

    /// The output folder, where the configuration names `configured`.
    pub fn output_path(&self, configured: &str) -> PathBuf {
        let own = || self.root.join(configured);
        self.output.clone().unwrap_or_else(own)
    }
}

/// Whether the folder at `path` is a project: it holds a `site.yaml`.
pub fn is_project(world: &dyn World, path: &Path) -> bool {
    matches!(world.stat(&path.join(CONFIG_FILE)), Ok(Some(_)))
}
