//! Changing files that an editor wrote: what `check --fix` and `fmt` have in common.

use std::io::Write;
use std::path::PathBuf;

use super::{Common, failed, plural};
use crate::config::SiteConfig;
use crate::diagnostic::Sink;
use crate::edit;
use crate::load::inventory;
use crate::mend::{self, Kind};
use crate::pipeline::{self, Settings};
use crate::source::{Source, SourceId, Sources, decode};
use crate::world::World;

/// A file of content that can be read.
pub(super) struct File {
    pub name: String,
    /// Below `content/`.
    pub path: String,
    pub kind: Kind,
    pub source: Source,
    file: PathBuf,
}

/// The project's configuration and its files of content, without those that can't be read:
/// `check` speaks of them.
pub(super) struct Desk {
    pub config: SiteConfig,
    pub sources: Sources,
    pub list: Vec<(SourceId, String, Kind)>,
}

/// Reads the configuration and lists the content.
///
/// # Errors
/// The exit code, after the faults were told.
pub(super) fn desk(common: &Common, world: &dyn World, settings: &Settings) -> Result<Desk, u8> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let config = pipeline::configuration(world, settings, &mut sources, &mut sink);
    let Some(config) = config.filter(|_| !sink.has_errors()) else {
        return Err(common.report(sink, &sources, world).code());
    };
    let inventory = inventory(world, &settings.root, &mut sources, &mut sink);
    let list = mend::files(&inventory)
        .map(|(id, path, kind)| (id, path.to_owned(), kind))
        .collect();
    Ok(Desk {
        config,
        sources,
        list,
    })
}

impl Desk {
    /// The files, one at a time.
    pub fn files<'a>(&'a self, world: &'a dyn World) -> impl Iterator<Item = File> + 'a {
        self.list.iter().filter_map(move |(id, path, kind)| {
            Some(File {
                name: self.sources.name(*id).to_owned(),
                path: path.clone(),
                kind: *kind,
                source: self.sources.read(world, *id).ok()?,
                file: self.sources.path(*id)?.to_owned(),
            })
        })
    }
}

impl File {
    /// Writes `new` in the place of the file's text; all else of its bytes stays.
    ///
    /// # Errors
    /// In words.
    pub fn write(&self, world: &dyn World, new: &str) -> Result<(), String> {
        let said = |error: std::io::Error| format!("{}: {error}", self.name);
        let bytes = world.read(&self.file).map_err(said)?;
        if decode(bytes.clone()).ok().as_deref() != Some(self.source.text.as_str()) {
            return Err(format!(
                "{} was changed by something else meanwhile; it was left as it is",
                self.name
            ));
        }
        match edit::between(&self.source.text, new) {
            Some(edit) => {
                edit::replace(world, &self.file, &edit::in_file(&bytes, &edit)).map_err(said)
            }
            None => Ok(()),
        }
    }
}

/// `check --fix`: mends every file as far as that is certain, or shows what that would change.
///
/// # Errors
/// The exit code, after the faults were told.
pub(super) fn mend(
    common: &Common,
    world: &dyn World,
    settings: &Settings,
    dry: bool,
) -> Result<(), u8> {
    let desk = desk(common, world, settings)?;
    let (mut faults, mut files) = (0, 0);
    for file in desk.files(world) {
        let source = Source {
            id: file.source.id,
            text: file.source.text.clone(),
        };
        let (new, count) = mend::mended(source, &file.path, file.kind, &desk.config);
        if new == file.source.text {
            continue;
        }
        if dry {
            let diff = edit::diff(&file.name, &file.source.text, &new);
            // A reader that went away is no reason to fail.
            let _ = write!(std::io::stdout().lock(), "{diff}");
        } else {
            file.write(world, &new).map_err(|fault| failed(&fault))?;
        }
        (faults, files) = (faults + count, files + 1);
    }
    let what = format!("{} in {}", plural(faults, "fault"), plural(files, "file"));
    match (files, dry) {
        (0, _) => common.say("nothing can be mended by itself"),
        (_, true) => common.say(&format!("would mend {what}")),
        (_, false) => common.say(&format!("mended {what}")),
    }
    Ok(())
}
