//! Which files the inputs are read from. [`InputPaths`] decides whether a file matters: for the
//! server, when it is notified of a change; for a build, before it does anything.

use std::path::PathBuf;

use super::{Settings, inventory, sponsor, theme};
use crate::config::SiteConfig;
use crate::diagnostic::Sink;
use crate::source::Sources;
use crate::urls;
use crate::world::{Stat, World};

/// The folders of a project in which all files are inputs.
pub const FOLDERS: [&str; 3] = ["content", "templates", "static"];

/// The inputs of a build. Nothing else in a project affects its site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// `site.yaml`, or the file given by `--config`.
    Configuration,
    /// `content/`: articles, pages and texts, which are parsed, and the files beside them.
    Content,
    /// `static/`, whose files are copied.
    Static,
    /// `templates/`: templates and messages; the style sheets in `static/`.
    Theme,
    /// The owner's fragment for the slot `sponsor_top`, which may be anywhere in the project.
    Sponsor,
    /// `urls.lock`, the ledger of addresses.
    Ledger,
}

impl Input {
    pub const ALL: [Self; 6] = [
        Self::Configuration,
        Self::Content,
        Self::Static,
        Self::Theme,
        Self::Sponsor,
        Self::Ledger,
    ];
}

/// The paths of one project's inputs. All paths are relative to the project, with forward slashes.
pub struct InputPaths<'a> {
    settings: &'a Settings,
    /// `None` as well while the configuration is unknown.
    sponsor: Option<&'a str>,
}

impl<'a> InputPaths<'a> {
    pub fn new(settings: &'a Settings, config: Option<&'a SiteConfig>) -> Self {
        Self {
            settings,
            sponsor: config.and_then(sponsor::path),
        }
    }

    /// Returns whether the file at a path is part of an input.
    fn is_of(&self, input: Input, name: &str) -> bool {
        match input {
            Input::Configuration => name == self.settings.config_name(),
            Input::Content => name.starts_with("content/"),
            Input::Static => name.starts_with("static/"),
            Input::Theme => theme::holds(name),
            Input::Sponsor => self.sponsor == Some(name),
            Input::Ledger => name == urls::FILE,
        }
    }

    /// Returns whether a file or folder at a path may affect the site.
    pub fn concern(&self, name: &str) -> bool {
        FOLDERS.contains(&name) || Input::ALL.iter().any(|input| self.is_of(*input, name))
    }

    /// Returns the single files, other than the configuration, that are inputs.
    pub(super) fn single_files(&self) -> impl Iterator<Item = &'a str> {
        self.sponsor.into_iter().chain([urls::FILE])
    }

    /// Returns the folders outside of [`FOLDERS`] that contain an input and may differ from the
    /// project's folder.
    pub fn other_folders(&self) -> Vec<PathBuf> {
        let sponsor = self.sponsor.map(|name| self.settings.root.join(name));
        let files = [self.settings.config.clone(), sponsor];
        let folder = |file: PathBuf| file.parent().map(PathBuf::from);
        files.into_iter().flatten().filter_map(folder).collect()
    }
}

/// Returns the files that a build would now read its inputs from, except the configuration, sorted,
/// with their metadata. `then`: the files of the last build, the only source for the path of the
/// owner's fragment. `None` if there is an error, which a build would report.
pub fn files_now<'a>(
    world: &dyn World,
    settings: &Settings,
    then: impl Iterator<Item = &'a str>,
    sources: &mut Sources,
) -> Option<Vec<(String, Stat)>> {
    let mut found = Sink::default();
    let (root, trust) = (&settings.root, settings.trust);
    let mut files = inventory::list(world, root, trust, None, sources, &mut found).seen;
    if found.has_errors() {
        return None;
    }
    let in_folder = |name: &str| {
        let folder = name.split_once('/').map(|(folder, _)| folder);
        folder.is_some_and(|folder| FOLDERS.contains(&folder))
    };
    let mut single: Vec<&str> = then.filter(|name| !in_folder(name)).collect();
    single.extend(InputPaths::new(settings, None).single_files());
    single.sort_unstable();
    single.dedup();
    for name in single {
        if let Some(stat) = world.stat(&settings.root.join(name)).ok()? {
            files.push((name.to_owned(), stat));
        }
    }
    files.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    Some(files)
}
