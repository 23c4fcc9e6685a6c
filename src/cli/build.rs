//! `dateline build`: builds the site.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::SecondsFormat;
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::untrusted::{self, UntrustedArgs};
use super::{
    Counts, GlobalArgs, MessageFormat, SelectionArgs, failed, failure, plural, show, tell,
};
use crate::cache::{Cache, Cause, UpToDate};
use crate::diagnostic::visible::printable_json;
use crate::diagnostic::{Sink, thousands};
use crate::hosting;
use crate::pipeline::{self, Built};
use crate::source::Sources;
use crate::world::World;

/// Build the site.
///
/// Reads content/, renders every page and publishes the site to public/: all of it, or nothing if
/// there are errors.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline build
  dateline build --output /srv/www/timeline --base-url https://example.org/news/
  dateline build --drafts --future     include what is not public yet
  dateline build --adopt               build into a folder that already holds other files
  dateline build --explain             show why each page is rendered again
  dateline build --format json         print the result as JSON, for programs
  dateline build --untrusted --trusted ../main --output /tmp/preview
                                       preview a stranger's pull request (docs/untrusted.md)

Exit codes: 0 published; 1 errors in the content, nothing was published; 2 wrong usage or a disk
error.")]
pub struct Build {
    #[command(flatten)]
    selection: SelectionArgs,
    /// The output folder, overriding the configuration
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Take over an output folder that holds other files: files of the site replace those at the
    /// same path, all others are kept, now and later
    #[arg(long)]
    adopt: bool,
    /// The number of threads; by default the number of processors
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
    /// Print, for each page that is rendered, the reason
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    pub(super) untrusted: UntrustedArgs,
}

impl Build {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let started = Instant::now();
        let mut settings = match common.settings(&self.selection, self.output) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        settings.adopt = self.adopt;
        let checkouts = match self.untrusted.apply(&mut settings, world) {
            Ok(checkouts) => checkouts,
            Err(fault) => return failed(&fault),
        };
        if common.sealed
            && let Err(fault) = untrusted::check_output(&settings, &checkouts.theirs, world)
        {
            return failed(&fault);
        }
        let world = checkouts.world(world);
        if self.threads.is_some() || common.sealed {
            untrusted::set_threads(self.threads.map(usize::from));
        }
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let mut cache = match common.sealed {
            // What is in the folder of the cache may be a stranger's too.
            true => Cache::none(),
            false => Cache::open(world, &settings.root),
        };
        cache.explains = self.explain;
        if cache.keeps()
            && let Some(up_to_date) =
                pipeline::up_to_date(world, &settings, &cache, &mut sources, &mut sink)
        {
            let counts = common.report(sink, &sources, world);
            Outcome::up_to_date(up_to_date).tell(common, &counts, None, started);
            return 0;
        }
        let bar = progress_bar(common);
        bar.set_message("reading");
        let Some(prepared) =
            pipeline::prepare_with(world, &settings, &mut cache, &mut sources, &mut sink)
        else {
            bar.finish_and_clear();
            let counts = common.report(sink, &sources, world);
            tell(&format!(
                "{}: nothing was published",
                counts.describe(false)
            ));
            return counts.code();
        };
        bar.set_message("rendering");
        bar.set_length(prepared.plan.pages.len() as u64);
        let progress = |done: usize, _: usize| {
            if done.is_multiple_of(64) {
                bar.set_position(done as u64);
            }
        };
        let built = pipeline::build_with(
            world, &settings, &prepared, &mut cache, &sources, &mut sink, &progress,
        );
        bar.finish_and_clear();
        let counts = common.report(sink, &sources, world);
        let code = match built {
            Ok(built) => {
                let output = settings.output_path(&prepared.site.config.output);
                let output = output.display().to_string();
                let outcome = Outcome {
                    pages: prepared.plan.pages.len(),
                    built,
                    explained: self.explain,
                    robots: hosting::robots_elsewhere(&prepared.site.config),
                };
                outcome.tell(common, &counts, Some(&output), started);
                0
            }
            Err(fault) => failure(&fault, &counts),
        };
        // The program ends here: dropping a large site would only take time.
        std::mem::forget((prepared, cache));
        code
    }
}

/// Returns a progress bar on stderr; hidden if stderr is not a terminal.
fn progress_bar(common: &GlobalArgs) -> ProgressBar {
    let bar = ProgressBar::new(0);
    if common.quiet || common.sealed || !std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    if let Ok(style) = ProgressStyle::with_template("{msg:>9} {bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}

/// The result of a build, to be reported.
struct Outcome {
    /// Number of files of the site.
    pages: usize,
    built: Built,
    explained: bool,
    /// For a site below a path: the address of the domain's `robots.txt`, and the line for it.
    robots: Option<(String, String)>,
}

impl Outcome {
    /// The result of a build that had nothing to do.
    fn up_to_date(up_to_date: UpToDate) -> Self {
        Self {
            pages: up_to_date.pages,
            built: Built::up_to_date(up_to_date),
            explained: false,
            robots: None,
        }
    }

    fn tell(&self, common: &GlobalArgs, counts: &Counts, output: Option<&str>, started: Instant) {
        let took = started.elapsed();
        if matches!(common.format, MessageFormat::Json) {
            self.tell_programs(counts, took);
            return;
        }
        if self.explained {
            for (route, causes) in &self.built.rendered {
                let words: Vec<String> = causes.iter().map(Cause::describe).collect();
                common.say(&format!("{route}: {}", words.join("; ")));
            }
        }
        let mut words = counts.describe(true);
        if counts.notices > 0 && common.verbose == 0 {
            words.push_str(" (-v shows notices)");
        }
        common.say(&self.summary(&words, output, took));
    }

    /// Prints a JSON line for each explained page, and one for the build.
    fn tell_programs(&self, counts: &Counts, took: Duration) {
        let Built {
            report,
            rendered,
            next_change,
            ..
        } = &self.built;
        let mut lines = Vec::new();
        if self.explained {
            for (route, causes) in rendered {
                let causes: Vec<_> = causes
                    .iter()
                    .map(|c| serde_json::json!({ "cause": c.id(), "file": c.file() }))
                    .collect();
                lines.push(serde_json::json!({ "rendered": route, "causes": causes }));
            }
        }
        lines.push(serde_json::json!({ "build": {
            "pages": self.pages,
            "rendered": rendered.len(),
            "written": report.new + report.changed,
            "new": report.new,
            "changed": report.changed,
            "kept": report.same,
            "deleted": report.removed,
            "left": report.left,
            "warnings": counts.warnings,
            "next_change": next_change.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)),
            "seconds": (took.as_secs_f64() * 1000.0).round() / 1000.0,
        }}));
        for line in lines {
            common_line(&line);
        }
    }

    /// Returns the summary for people. Without `output` there was nothing to do.
    fn summary(&self, counts: &str, output: Option<&str>, took: Duration) -> String {
        let (built, stats) = (&self.built, &self.built.stats);
        let report = &built.report;
        let files = plural(self.pages, "file");
        let articles = plural(stats.articles, "article");
        let entries = plural(stats.entries, "entry");
        let seconds = took.as_secs_f64();
        let mut lines = vec![match output {
            Some(output) => {
                format!(
                    "Built {files} from {articles} and {entries} into {output} in {seconds:.2} s"
                )
            }
            None => format!(
                "Nothing to do: {files} from {articles} and {entries} are up to date ({seconds:.2} s)"
            ),
        }];
        if output.is_some() {
            lines.push(format!(
                "  {} new, {} changed, {} unchanged, {} deleted",
                thousands(report.new),
                thousands(report.changed),
                thousands(report.same),
                thousands(report.removed)
            ));
        }
        if built.healed {
            lines.push(
                "  an earlier build was interrupted while publishing; it was completed first"
                    .to_owned(),
            );
        }
        if report.adopted > 0 {
            lines.push(format!(
                "  replaced because of --adopt: {} that Dateline did not write",
                plural(report.adopted, "file")
            ));
        }
        for path in &report.left {
            lines.push(format!(
                "  not deleted, because it has been changed: {path}"
            ));
        }
        if stats.drafts > 0 {
            lines.push(format!(
                "  left out: {} (include with --drafts)",
                plural(stats.drafts, "draft")
            ));
        }
        if stats.scheduled > 0 {
            lines.push(format!(
                "  left out: {} (include with --future)",
                plural(stats.scheduled, "scheduled article")
            ));
        }
        if stats.expired > 0 {
            lines.push(format!("  left out: {} expired", stats.expired));
        }
        if let Some((robots, line)) = &self.robots {
            lines.push(format!(
                "  robots.txt is read only at {robots}: add `{line}` to it"
            ));
        }
        if !counts.is_empty() {
            lines.push(format!("  {counts}"));
        }
        if let Some(next) = &stats.next_change {
            lines.push(format!("  next scheduled change: {next}; build again then"));
        }
        lines.join("\n")
    }
}

fn common_line(line: &serde_json::Value) {
    show(&printable_json(line.to_string()));
}
