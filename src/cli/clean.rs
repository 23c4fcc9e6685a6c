//! `dateline clean`: deletes what builds have written.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{GlobalArgs, SelectionArgs, failed, plural};
use crate::diagnostic::{Sink, thousands};
use crate::pipeline;
use crate::project::configuration;
use crate::publish::Cleaned;
use crate::source::Sources;
use crate::world::World;

/// Maximum number of paths of a kind that are listed; `-v` lists all.
const NAMED: usize = 20;

/// Delete what builds have written, and nothing else.
///
/// Deletes the files of the output folder that Dateline wrote and nobody has changed since, the
/// folders that are then empty, the list of written files next to the output, and the cache in
/// `.dateline/`. Everything else stays and is listed.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline clean --dry-run             list what would be deleted and what would stay
  dateline clean
  dateline clean --output /srv/www/timeline

Exit codes: 0 deleted, or nothing to delete; 1 errors in site.yaml; 2 wrong usage or a disk error.")]
pub struct Clean {
    /// The output folder, overriding the configuration
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// List what would be deleted and what would stay, and delete nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

impl Clean {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let settings = match common.settings(&SelectionArgs::default(), self.output) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        // An output folder on the command line needs no configuration, which may be broken.
        let output = match &settings.output {
            Some(output) => output.clone(),
            None => {
                let (mut sources, mut sink) = (Sources::default(), Sink::default());
                let config = configuration::read(world, &settings, &mut sources, &mut sink);
                match config {
                    Some(config) => settings.output_path(&config.output),
                    None => return common.report(sink, &sources, world).code(),
                }
            }
        };
        match pipeline::clean(world, &settings, &output, self.dry_run) {
            Ok(cleaned) => {
                let all = common.verbose > 0;
                common.say(&summary(&cleaned, &output, self.dry_run, all));
                0
            }
            Err(error) => failed(&error.to_string()),
        }
    }
}

fn summary(cleaned: &Cleaned, output: &Path, dry: bool, all: bool) -> String {
    let output = output.display();
    let mut lines = vec![match (cleaned.removed, dry) {
        (0, _) => format!("Nothing to delete in {output}"),
        (n, false) => format!("Deleted {} from {output}", plural(n, "file")),
        (n, true) => format!("Would delete {} from {output}", plural(n, "file")),
    }];
    name(
        &mut lines,
        &cleaned.changed,
        "because it has been changed",
        all,
    );
    let foreign = "because Dateline did not write it";
    name(&mut lines, &cleaned.foreign, foreign, all);
    name(&mut lines, &cleaned.state, foreign, all);
    lines.join("\n")
}

fn name(lines: &mut Vec<String>, paths: &[String], why: &str, all: bool) {
    let named = if all { paths.len() } else { NAMED };
    lines.extend(
        paths
            .iter()
            .take(named)
            .map(|path| format!("  not deleted, {why}: {path}")),
    );
    if paths.len() > named {
        let more = thousands(paths.len() - named);
        lines.push(format!("  not deleted, {why}: {more} more (-v lists all)"));
    }
}
