//! `dateline clean`: take the website away again.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{GlobalArgs, SelectionArgs, failed, plural};
use crate::diagnostic::{Sink, thousands};
use crate::pipeline;
use crate::project::configuration;
use crate::publish::Cleaned;
use crate::source::Sources;
use crate::world::World;

/// How many paths of a kind are named; `--verbose` names all.
const NAMED: usize = 20;

/// Remove what builds have written, and nothing else.
///
/// Removes the files of the output folder that Dateline wrote and nobody has changed since, the
/// folders that are empty then, the list beside the output of what was written, and what builds
/// remember in `.dateline/`. Everything else stays, and is named.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  dateline clean --dry-run             says what would go and what would stay\n  dateline clean\n  dateline clean --output /srv/www/timeline"
)]
pub struct Clean {
    /// The folder that the website is in, in place of the configuration's
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Say what would be removed, and touch nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

impl Clean {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let settings = match common.settings(&SelectionArgs::default(), self.output) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        // An output that is named needs no configuration, which may be broken.
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
        (0, _) => format!("Nothing that Dateline wrote stands in {output}"),
        (n, false) => format!("Removed {} from {output}", plural(n, "file")),
        (n, true) => format!("Would remove {} from {output}", plural(n, "file")),
    }];
    name(
        &mut lines,
        &cleaned.changed,
        "since somebody changed it",
        all,
    );
    let foreign = "since Dateline did not write it";
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
            .map(|path| format!("  not removed, {why}: {path}")),
    );
    if paths.len() > named {
        let more = thousands(paths.len() - named);
        lines.push(format!(
            "  not removed, {why}: {more} more (--verbose names all)"
        ));
    }
}
