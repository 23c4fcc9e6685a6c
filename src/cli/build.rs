//! `dateline build`: make the website.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{Common, Selection, failed, failure, plural, thousands};
use crate::diagnostic::Sink;
use crate::model::next_change::next_change;
use crate::pipeline::{self, Built, Prepared};
use crate::source::Sources;
use crate::world::World;

/// Make the website.
///
/// Reads content/, renders every page and puts the site into public/: all of it, or, if
/// anything is wrong, nothing.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  dateline build\n  dateline build --output /srv/www/timeline --base-url https://example.org/news/\n  dateline build --drafts --future     to look at what is not public yet\n  dateline build --adopt               into a folder that holds other files already"
)]
pub struct Build {
    #[command(flatten)]
    selection: Selection,
    /// The folder that the website goes to, in place of the configuration's
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Take over an output folder that holds files of others: files of the site replace those
    /// of the same path, all others stay, now and later
    #[arg(long)]
    adopt: bool,
    /// How many threads work at once; by default as many as there are processors
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
}

impl Build {
    pub(super) fn run(self, common: &Common, world: &dyn World) -> u8 {
        let started = Instant::now();
        let mut settings = match common.settings(&self.selection, self.output) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        settings.adopt = self.adopt;
        if let Some(threads) = self.threads {
            // A second call in one process would fail; there is only this one.
            let _ = rayon::ThreadPoolBuilder::new()
                .num_threads(threads.into())
                .build_global();
        }
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let bar = progress_bar(common);
        bar.set_message("reading");
        let Some(prepared) = pipeline::prepare(world, &settings, &mut sources, &mut sink) else {
            bar.finish_and_clear();
            let counts = common.report(sink, &sources, world);
            eprintln!("{}: nothing was published", counts.words(false));
            return counts.code();
        };
        bar.set_message("rendering");
        bar.set_length(prepared.plan.pages.len() as u64);
        let progress = |done: usize, _: usize| {
            if done.is_multiple_of(64) {
                bar.set_position(done as u64);
            }
        };
        let built = pipeline::build(world, &settings, &prepared, &sources, &mut sink, &progress);
        bar.finish_and_clear();
        let counts = common.report(sink, &sources, world);
        match built {
            Ok(built) => {
                let output = pipeline::output(&settings, &prepared.site.config);
                let mut words = counts.words(true);
                if counts.notices > 0 && common.verbose == 0 {
                    words.push_str(" (--verbose shows notices)");
                }
                common.say(&summary(
                    &prepared,
                    &built,
                    &words,
                    &output.display().to_string(),
                    started.elapsed(),
                ));
                // The program ends here: taking a large site apart would only take time.
                std::mem::forget(prepared);
                0
            }
            Err(fault) => failure(&fault, &counts),
        }
    }
}

/// On a terminal, on the error stream; elsewhere nothing is drawn.
fn progress_bar(common: &Common) -> ProgressBar {
    let bar = ProgressBar::new(0);
    if common.quiet || !std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    if let Ok(style) = ProgressStyle::with_template("{msg:>9} {bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}

fn summary(
    prepared: &Prepared,
    built: &Built,
    counts: &str,
    output: &str,
    took: Duration,
) -> String {
    let site = &prepared.site;
    let report = &built.report;
    let mut lines = vec![format!(
        "Built {} from {} and {} into {output} in {:.2} s",
        plural(prepared.plan.pages.len(), "file"),
        plural(site.articles.len() - site.expired.len(), "article"),
        plural(
            site.entries.iter().filter(|e| !e.background).count(),
            "entry"
        ),
        took.as_secs_f64()
    )];
    lines.push(format!(
        "  {} new, {} changed, {} as before, {} removed",
        thousands(report.new),
        thousands(report.changed),
        thousands(report.same),
        thousands(report.removed)
    ));
    if built.healed {
        lines.push(
            "  an earlier build was cut short while publishing; it was completed first".to_owned(),
        );
    }
    if report.adopted > 0 {
        lines.push(format!(
            "  replaced, since you said --adopt: {} of others",
            plural(report.adopted, "file")
        ));
    }
    for path in &report.left {
        lines.push(format!("  not removed, since somebody changed it: {path}"));
    }
    let left = site.left_out;
    if left.drafts > 0 {
        lines.push(format!(
            "  left out: {} (--drafts shows them)",
            plural(left.drafts, "draft")
        ));
    }
    if left.scheduled > 0 {
        lines.push(format!(
            "  left out: {} (--future shows them)",
            plural(left.scheduled, "scheduled article")
        ));
    }
    if !site.expired.is_empty() {
        lines.push(format!("  left out: {} expired", site.expired.len()));
    }
    if !counts.is_empty() {
        lines.push(format!("  {counts}"));
    }
    if let Some(next) = next_change(site) {
        lines.push(format!(
            "  changes by itself on {}: build again then",
            crate::words::Lexicon::embedded()
                .or_english("en")
                .instant(next, site.config.timezone)
        ));
    }
    lines.join("\n")
}
