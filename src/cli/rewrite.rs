//! Rewrites files that an editor wrote: shared by `check --fix` and `fmt`.

use std::path::{Path, PathBuf};

use super::{GlobalArgs, failed, plural, show_text};
use crate::config::SiteConfig;
use crate::diagnostic::Sink;
use crate::edit;
use crate::fix::{self, ContentKind};
use crate::project::{Settings, configuration, inventory};
use crate::source::{Source, SourceId, Sources, decode};
use crate::world::World;

/// A file of content that can be read.
pub(super) struct ContentFile {
    pub name: String,
    /// Path below `content/`.
    pub path: String,
    pub kind: ContentKind,
    pub source: Source,
    file: PathBuf,
}

/// The project's configuration and its content files, without those that can't be read; `check`
/// reports these.
pub(super) struct ContentFiles {
    pub config: SiteConfig,
    pub sources: Sources,
    pub list: Vec<(SourceId, String, ContentKind)>,
}

/// Reads the configuration and lists the content.
///
/// # Errors
/// The exit code, after the faults were reported.
pub(super) fn content_files(
    common: &GlobalArgs,
    world: &dyn World,
    settings: &Settings,
) -> Result<ContentFiles, u8> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let config = configuration::read(world, settings, &mut sources, &mut sink);
    match config.filter(|_| !sink.has_errors()) {
        Some(config) => Ok(listed(config, sources, world, settings)),
        None => Err(common.report(sink, &sources, world).code()),
    }
}

fn listed(
    config: SiteConfig,
    mut sources: Sources,
    world: &dyn World,
    settings: &Settings,
) -> ContentFiles {
    // `check` reports what is in the folders but can't be used.
    let inventory = inventory::list(
        world,
        &settings.root,
        settings.trust,
        None,
        &mut sources,
        &mut Sink::default(),
    );
    let list = inventory
        .content()
        .map(|(id, path, kind)| (id, path.to_owned(), kind))
        .collect();
    ContentFiles {
        config,
        sources,
        list,
    }
}

impl ContentFiles {
    /// Iterates over the files, reading one at a time.
    pub fn files<'a>(&'a self, world: &'a dyn World) -> impl Iterator<Item = ContentFile> + 'a {
        self.list.iter().filter_map(move |(id, path, kind)| {
            Some(ContentFile {
                name: self.sources.name(*id).to_owned(),
                path: path.clone(),
                kind: *kind,
                source: self.sources.read(world, *id).ok()?,
                file: self.sources.path(*id)?.to_owned(),
            })
        })
    }
}

impl ContentFile {
    /// Replaces the file's text by `new`; all other bytes stay.
    ///
    /// # Errors
    /// A message for the user.
    pub fn write(&self, world: &dyn World, new: &str) -> Result<(), String> {
        replace(world, &self.name, &self.file, &self.source.text, new)
    }
}

/// Replaces a file's text, which was `old`, by `new`; all other bytes stay.
///
/// # Errors
/// A message for the user.
pub(super) fn replace(
    world: &dyn World,
    name: &str,
    file: &Path,
    old: &str,
    new: &str,
) -> Result<(), String> {
    let said = |error: std::io::Error| format!("{name}: {error}");
    let bytes = world.read(file).map_err(said)?;
    if decode(bytes.clone()).ok().as_deref() != Some(old) {
        return Err(format!(
            "{name} was changed by another program in the meantime; it was left as it is"
        ));
    }
    match edit::between(old, new) {
        Some(edit) => edit::replace(world, file, &edit::in_file(&bytes, &edit)).map_err(said),
        None => Ok(()),
    }
}

/// `check --fix`: fixes the configuration and every file as far as the fix is certain, or shows
/// what that would change. Leaves files alone that are not `wanted`, by path relative to the project.
///
/// # Errors
/// The exit code, after the faults were reported.
pub(super) fn fix(
    common: &GlobalArgs,
    world: &dyn World,
    settings: &Settings,
    dry: bool,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<(), u8> {
    let mut fixed = FixSummary::default();
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let Some(old) = configuration::read_text(world, settings, &mut sources, &mut sink) else {
        return Err(common.report(sink, &sources, world).code());
    };
    let name = sources.name(old.id).to_owned();
    let file = sources.path(old.id).map(Path::to_owned);
    let source = |text: &str| Source {
        id: old.id,
        text: text.to_owned(),
    };
    let (new, count) = match wanted(&name) {
        true => fix::fixed_configuration(source(&old.text)),
        false => (old.text.clone(), 0),
    };
    if new != old.text {
        if dry {
            show(&name, &old.text, &new);
        } else if let Some(file) = &file {
            replace(world, &name, file, &old.text, &new).map_err(|fault| failed(&fault))?;
        }
        fixed.add(count);
    }
    let config = configuration::parse_text(&source(&new), settings, &mut sink);
    let Some(config) = config.filter(|_| !sink.has_errors()) else {
        // Articles are parsed by the rules of the configuration.
        fixed.say(common, dry);
        if dry {
            // Report the faults of the file as it is, since their spans are shown in it.
            sink = Sink::default();
            configuration::parse_text(&old, settings, &mut sink);
        }
        return Err(common.report(sink, &sources, world).code());
    };
    let content = listed(config, sources, world, settings);
    for file in content.files(world).filter(|file| wanted(&file.name)) {
        let source = Source {
            id: file.source.id,
            text: file.source.text.clone(),
        };
        let (new, count) = fix::fixed(source, &file.path, file.kind, &content.config);
        if new == file.source.text {
            continue;
        }
        if dry {
            show(&file.name, &file.source.text, &new);
        } else {
            file.write(world, &new).map_err(|fault| failed(&fault))?;
        }
        fixed.add(count);
    }
    fixed.say(common, dry);
    Ok(())
}

fn show(name: &str, old: &str, new: &str) {
    let diff = edit::diff(name, old, new);
    show_text(&diff);
}

/// What was fixed.
#[derive(Default)]
struct FixSummary {
    faults: usize,
    files: usize,
}

impl FixSummary {
    /// Counts the faults of one more file.
    fn add(&mut self, faults: usize) {
        (self.faults, self.files) = (self.faults + faults, self.files + 1);
    }

    fn say(&self, common: &GlobalArgs, dry: bool) {
        let what = format!(
            "{} in {}",
            plural(self.faults, "problem"),
            plural(self.files, "file")
        );
        match (self.files, dry) {
            (0, _) => common.say("Nothing can be fixed automatically"),
            (_, true) => common.say(&format!("Would fix {what}")),
            (_, false) => common.say(&format!("Fixed {what}")),
        }
    }
}
