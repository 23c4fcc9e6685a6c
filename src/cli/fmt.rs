//! `dateline fmt`: formats the front matter of articles.

use std::path::PathBuf;

use clap::Args;

use super::rewrite::{ContentFile, content_files};
use super::{CONTENT, GlobalArgs, SelectionArgs, failed, plural, show, tell};
use crate::diagnostic::Sink;
use crate::diagnostic::visible::printable_line;
use crate::format::formatted;
use crate::world::World;

const HELP: &str = "\
Sorts keys in the order of the documentation, unknown keys last; writes dates in canonical form
(`Q1 2026` as `2026-Q1`, `2026-1-5` as `2026-01-05`); removes quotes that are not needed; writes a
list of words on one line, a list of groups with one line for each. Keeps comments, unknown keys and
the text below. A file with errors is not changed, and is listed.

Examples:
  dateline fmt                        format every file in content/
  dateline fmt content/2026/a.md      format one file
  dateline fmt --check                list the files that are not formatted

Exit codes: 0 formatted; 1 a file has errors or, with --check, is not formatted; 2 wrong usage or a
disk error.";

/// Format the front matter of articles.
#[derive(Args)]
#[command(
    after_help = HELP
)]
pub struct Fmt {
    /// Files or folders in content/; by default all
    files: Vec<PathBuf>,
    /// List the files that are not formatted, with exit code 1, and write nothing
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        match self.formatted(common, world) {
            Ok(code) | Err(code) => code,
        }
    }

    fn formatted(&self, common: &GlobalArgs, world: &dyn World) -> Result<u8, u8> {
        let settings = common
            .settings(&SelectionArgs::default(), None)
            .map_err(|fault| failed(&fault))?;
        let mut content = content_files(common, world, &settings)?;
        let asked = self.asked(world)?;
        let sources = &content.sources;
        content.list.retain(|(id, ..)| {
            let path = sources
                .path(*id)
                .and_then(|path| world.canonical(path).ok());
            asked.is_empty() || path.is_some_and(|p| asked.iter().any(|a| p.starts_with(a)))
        });
        if content.list.is_empty() && !asked.is_empty() {
            return Err(failed(
                "none of these files is an article, a page or a text in content/",
            ));
        }
        let (mut changed, mut left) = (Vec::new(), Vec::new());
        let mut sink = Sink::default();
        for file in content.files(world) {
            match formatted(&file.source, &file.path, file.kind, &content.config) {
                Ok(new) if new == file.source.text => {}
                Ok(new) => {
                    self.write(&file, world, &new)?;
                    changed.push(file.name);
                }
                Err(faults) => {
                    sink.extend(faults);
                    left.push(file.name);
                }
            }
        }
        common.report(sink, &content.sources, world);
        if self.check {
            for name in &changed {
                show(&printable_line(name));
            }
        }
        for name in &left {
            tell(&format!("{name} has errors and was not changed"));
        }
        let files = plural(changed.len(), "file");
        common.say(&match (self.check, changed.len()) {
            (_, 0) => "All files without errors are formatted".to_owned(),
            (true, _) => format!("{files} would change: run `dateline fmt`"),
            (false, _) => format!("{files} changed"),
        });
        let bad = !left.is_empty() || (self.check && !changed.is_empty());
        Ok(if bad { CONTENT } else { 0 })
    }

    fn write(&self, file: &ContentFile, world: &dyn World, new: &str) -> Result<(), u8> {
        match self.check {
            true => Ok(()),
            false => file.write(world, new).map_err(|fault| failed(&fault)),
        }
    }

    /// Returns the files and folders on the command line, in canonical form.
    fn asked(&self, world: &dyn World) -> Result<Vec<PathBuf>, u8> {
        let canonical = |path: &PathBuf| {
            let absolute = std::path::absolute(path);
            absolute
                .and_then(|path| world.canonical(&path))
                .map_err(|error| failed(&format!("{}: {error}", path.display())))
        };
        self.files.iter().map(canonical).collect()
    }
}
