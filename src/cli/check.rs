//! `dateline check`: finds every error and writes nothing.

use clap::Args;

use super::{GlobalArgs, SelectionArgs, failed, plural, rewrite};
use crate::diagnostic::Sink;
use crate::diagnostic::lint::LINTS;
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
    #[command(flatten)]
    selection: SelectionArgs,
    /// Fix in place every problem that has one certain fix, then check the rest
    #[arg(long)]
    fix: bool,
    /// With --fix: show the changes and write nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

/// Returns the examples, and the lints with their levels.
fn help() -> String {
    let mut help = "\
Examples:
  dateline check
  dateline check --fix --dry-run              show what can be fixed automatically
  dateline check --strict --format github     check a pull request

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

impl Check {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let settings = match common.settings(&self.selection, None) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        if self.fix {
            match rewrite::fix(common, world, &settings, self.dry_run) {
                Ok(()) if self.dry_run => return 0,
                Ok(()) => {}
                Err(code) => return code,
            }
        }
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let prepared = pipeline::prepare(world, &settings, &mut sources, &mut sink);
        if let Some(prepared) = &prepared {
            pipeline::check(world, &settings, prepared, &sources, &mut sink);
            if settings.strict {
                sink.make_strict();
            }
        }
        let counts = common.report(sink, &sources, world);
        if counts.errors > 0 {
            eprintln!("{}", counts.describe(true));
            return counts.code();
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
