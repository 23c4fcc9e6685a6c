//! `dateline check`: finds every error and writes nothing.

use std::path::PathBuf;

use clap::Args;

use super::locate::AskedFiles;
use super::untrusted::{self, UntrustedArgs};
use super::{GlobalArgs, SelectionArgs, failed, plural, rewrite, tell};
use crate::diagnostic::lint::LINTS;
use crate::diagnostic::{Severity, Sink};
use crate::pipeline;
use crate::source::Sources;
use crate::world::World;

/// Find every error and write nothing.
///
/// Reads, checks and renders everything that `build` would.
#[derive(Args)]
#[command(
    after_help = help()
)]
pub struct Check {
    /// Report on these files and folders only; all are checked nevertheless, since files depend on
    /// each other
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    selection: SelectionArgs,
    /// Fix in place every problem that has one certain fix, then check the rest
    #[arg(long, conflicts_with = "untrusted")]
    fix: bool,
    /// With --fix: show the changes and write nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
    #[command(flatten)]
    pub(super) untrusted: UntrustedArgs,
}

impl Check {
    /// Whether it writes into files.
    pub(super) fn fixes(&self) -> bool {
        self.fix && !self.dry_run
    }
}

/// Returns the examples, and the lints with their levels.
fn help() -> String {
    let mut help = "\
Examples:
  dateline check
  dateline check content/2026/avocado.md      report on one file
  dateline check --fix --dry-run              show what can be fixed automatically
  dateline check --strict --format github     check a pull request
  dateline check --untrusted --trusted ../main --format github
                                              check one of a stranger (docs/untrusted.md)

Exit codes: 0 no errors; 1 errors in the content, after what --fix has fixed; 2 wrong usage or a
disk error.

Lints, which `lint` in site.yaml sets to off, notice, warning or error:
"
    .to_owned();
    for lint in LINTS {
        let line = format!(
            "  {:24} {:8} {}\n",
            lint.code,
            lint.level.word(),
            lint.finds
        );
        help.push_str(&line);
    }
    help
}

impl AskedFiles {
    /// Removes the diagnostics of other files, and returns them.
    fn retain(&self, sink: &mut Sink, sources: &Sources) -> Sink {
        let (mut asked, mut others) = (Sink::default(), Sink::default());
        for d in std::mem::take(sink) {
            let file = d.span.map(|span| sources.name(span.source));
            let file = file.or(d.file.as_deref()).unwrap_or("");
            match self.contain(file) {
                true => asked.push(d),
                false => others.push(d),
            }
        }
        *sink = asked;
        others
    }
}

/// Says how many errors and warnings there are in files that were not asked for.
fn in_other_files(others: &Sink) -> String {
    let counted = [(Severity::Error, "error"), (Severity::Warning, "warning")];
    let counted = counted.map(|(severity, word)| (others.count(severity), word));
    let words: Vec<String> = counted
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, word)| plural(*n, word))
        .collect();
    match words.is_empty() {
        true => String::new(),
        false => format!("; in other files: {}", words.join(", ")),
    }
}

impl Check {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let mut settings = match common.settings(&self.selection, None) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        let checkouts = match self.untrusted.apply(&mut settings, world) {
            Ok(checkouts) => checkouts,
            Err(fault) => return failed(&fault),
        };
        if common.sealed {
            untrusted::set_threads(None);
        }
        let asked = match AskedFiles::new(&self.files, world, &checkouts.theirs) {
            Ok(asked) => asked,
            Err(fault) => return failed(&fault),
        };
        if self.fix {
            let wanted = |name: &str| asked.contain(name);
            match rewrite::fix(common, world, &settings, self.dry_run, &wanted) {
                Ok(()) if self.dry_run => return 0,
                Ok(()) => {}
                Err(code) => return code,
            }
        }
        let world = checkouts.world(world);
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let prepared = pipeline::prepare(world, &settings, &mut sources, &mut sink);
        if let Some(prepared) = &prepared {
            pipeline::check(world, &settings, prepared, &sources, &mut sink);
            if settings.strict {
                sink.make_strict();
            }
        }
        if let Some(name) = asked.not_of_the_site(&settings, &sources) {
            return failed(&name);
        }
        // Nothing was checked: why is all that there is to report.
        let elsewhere = match &prepared {
            Some(_) => asked.retain(&mut sink, &sources),
            None => Sink::default(),
        };
        let counts = common.report(sink, &sources, world);
        let elsewhere = in_other_files(&elsewhere);
        if counts.errors > 0 {
            tell(&format!("{}{elsewhere}", counts.describe(true)));
            return counts.code();
        }
        if !self.files.is_empty() {
            let words = counts.describe(true);
            let also = if words.is_empty() { "" } else { "; " };
            let files = plural(self.files.len(), "file");
            common.say(&format!(
                "{files} checked: no errors{also}{words}{elsewhere}"
            ));
            return 0;
        }
        if let Some(prepared) = prepared {
            let site = &prepared.site;
            let mut words = vec![counts.describe(true)];
            let left = site.left_out.drafts + site.left_out.scheduled;
            if left > 0 {
                words.push(format!(
                    "not checked: {} (include with --drafts --future)",
                    plural(left, "draft or scheduled article")
                ));
            }
            if !site.expired.is_empty() {
                words.push(format!("left out: {} expired", site.expired.len()));
            }
            words.retain(|w| !w.is_empty());
            let also = words.iter().map(|w| format!("; {w}")).collect::<String>();
            common.say(&format!(
                "{} and {}: no errors{also}",
                plural(site.articles.len() - site.expired.len(), "article"),
                plural(site.pages.len(), "page")
            ));
        }
        0
    }
}
