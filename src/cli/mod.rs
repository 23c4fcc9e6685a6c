//! The command line, one file per verb. Only this module prints.
//!
//! Exit codes: 0 success, 1 errors in the content, 2 wrong usage or a disk error, 101 a panic.

mod build;
mod check;
mod clean;
mod digest;
mod explain;
mod fmt;
mod init;
mod list;
mod locate;
mod new;
mod ping;
mod prompt;
mod rewrite;
mod serve;
mod theme;
mod untrusted;
mod update;
mod urls;
mod why;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::diagnostic::visible::printable;
use crate::diagnostic::{self, Diagnostic, Severity, Sink, thousands};
use crate::panics;
use crate::pipeline::{self, Failure, Prepared};
use crate::project::{Settings, Trust};
use crate::source::Sources;
use crate::world::{OsWorld, World};

/// Exit code: the content has errors.
const CONTENT: u8 = 1;
/// Exit code: wrong usage, or a disk error.
const TROUBLE: u8 = 2;
/// Notices that are shown without being asked for.
const AT_ONCE: [&str; 2] = ["language-without-words", "missing-words"];

/// A static site generator for news timelines.
#[derive(Parser)]
#[command(
    name = "dateline",
    version,
    about,
    long_about = "A static site generator for news timelines.\n\nWrite Markdown articles about dated events; Dateline turns them into a website built around\na timeline: honest about dates, sourced, and hostable anywhere that serves files.",
    after_help = "\
Examples:
  dateline init my-timeline     create a site
  dateline new \"What happened\"  create an article
  dateline serve --open         preview the site in the browser while you write
  dateline build                build the site into public/
  dateline check                find every error and write nothing

Exit codes: 0 success; 1 errors in the content; 2 wrong usage or a disk error; 101 a bug in Dateline,
which the message asks you to report."
)]
struct Cli {
    #[command(flatten)]
    common: GlobalArgs,
    #[command(subcommand)]
    verb: Verb,
}

/// Options of every verb, before or after its name.
#[derive(Args, Clone)]
struct GlobalArgs {
    /// The project folder; by default the working folder, or the nearest folder above it that
    /// contains a site.yaml
    #[arg(short, long, global = true, value_name = "FOLDER")]
    root: Option<PathBuf>,
    /// The configuration file, if it is not site.yaml in the project folder
    #[arg(short, long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The format of errors, warnings and notices
    #[arg(long, global = true, value_enum, default_value_t = MessageFormat::Human)]
    format: MessageFormat,
    /// Print errors and warnings only
    #[arg(short, long, global = true)]
    quiet: bool,
    /// Print notices too, such as what was left out; repeat (-vv) to print similar warnings one
    /// by one
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    verbose: u8,
    /// When to print colours
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    color: Colour,
    /// Use this as the current time (2026-01-31 or 2026-01-31T12:00:00Z)
    #[arg(long, global = true, value_name = "INSTANT", value_parser = instant)]
    now: Option<DateTime<Utc>>,
    /// Whether nothing is taken from the environment, because a stranger's content is worked on.
    #[arg(skip)]
    sealed: bool,
}

/// Options that decide what the site contains.
#[derive(Args, Clone, Default)]
struct SelectionArgs {
    /// Include drafts
    #[arg(long)]
    drafts: bool,
    /// Include scheduled articles, whose publication is in the future
    #[arg(long)]
    future: bool,
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    /// The URL of the site, overriding the configuration
    #[arg(short = 'u', long, value_name = "URL")]
    base_url: Option<String>,
}

// The help of a verb is on its struct, in its own file.
#[derive(Subcommand)]
enum Verb {
    Build(build::Build),
    Check(check::Check),
    Clean(clean::Clean),
    Digest(digest::Digest),
    Explain(explain::Explain),
    Fmt(fmt::Fmt),
    Init(init::Init),
    List(list::List),
    New(new::New),
    Ping(ping::Ping),
    Serve(serve::Serve),
    Theme(theme::Theme),
    Update(update::Update),
    Urls(urls::Urls),
    Why(why::Why),
    /// Print a completion script for a shell
    #[command(after_help = "\
Example:
  dateline completions bash > /etc/bash_completion.d/dateline

Exit codes: 0 printed; 2 unknown shell.")]
    Completions {
        /// The shell that the script is for
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    #[command(after_help = "\
Example:
  dateline man > dateline.1

Exit codes: 0 printed; 2 the output can't be written.")]
    Man,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MessageFormat {
    /// With the source line, a caret and a hint
    Human,
    /// One line each
    Short,
    /// One JSON object per line
    Json,
    /// Annotations for a pull request on GitHub; file names include the project folder (--root),
    /// which the other formats leave out
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

/// Returns the verbs and flags, for a test that holds them to what was public before.
pub fn command() -> clap::Command {
    Cli::command()
}

/// Runs the program; returns its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(TROUBLE));
        }
    };
    let world = match now(&cli.common, cli.verb.is_untrusted()) {
        Ok(Some(now)) => OsWorld::at(now),
        Ok(None) => OsWorld::new(),
        Err(fault) => return trouble(&fault),
    };
    panics::note_places();
    ExitCode::from(cli.run_guarded(&world))
}

/// Runs the program in a world, with that world's clock; returns its exit code.
pub fn run_in(world: &dyn World, args: impl IntoIterator<Item = OsString>) -> u8 {
    match Cli::try_parse_from(args) {
        Ok(cli) => cli.run_guarded(world),
        Err(error) => u8::try_from(error.exit_code()).unwrap_or(TROUBLE),
    }
}

impl Cli {
    /// Runs the verb; a panic is reported. Nothing is half-published by one: what a build has
    /// staged it discards, and a journal that is on the disk the next build completes.
    fn run_guarded(self, world: &dyn World) -> u8 {
        let builds = matches!(self.verb, Verb::Build(_));
        panics::catch(|| self.run(world)).unwrap_or_else(|panic| {
            tell(&format!(
                "error: dateline stopped because of a bug: {}",
                panic.text()
            ));
            if builds {
                tell("  nothing was published; the site is unchanged");
            }
            tell(
                "  please report it, with this message, the command, and, if you can, the file that causes it"
            );
            panics::EXIT_CODE
        })
    }

    fn run(mut self, world: &dyn World) -> u8 {
        self.common.sealed = self.verb.is_untrusted();
        self.common.locate(&self.verb, world);
        match self.verb {
            Verb::Build(build) => build.run(&self.common, world),
            Verb::Check(check) => check.run(&self.common, world),
            Verb::Clean(clean) => clean.run(&self.common, world),
            Verb::Digest(digest) => digest.run(&self.common, world),
            Verb::Explain(explain) => explain.run(&self.common),
            Verb::Fmt(fmt) => fmt.run(&self.common, world),
            Verb::Init(init) => init.run(&self.common, world),
            Verb::List(list) => list.run(&self.common, world),
            Verb::New(new) => new.run(&self.common, world),
            Verb::Ping(ping) => ping.run(&self.common, world),
            Verb::Serve(serve) => serve.run(&self.common, world),
            Verb::Theme(theme) => theme.run(&self.common, world),
            Verb::Update(update) => update.run(&self.common, world),
            Verb::Urls(urls) => urls.run(&self.common, world),
            Verb::Why(why) => why.run(&self.common, world),
            Verb::Completions { shell } => {
                clap_complete::generate(
                    shell,
                    &mut Cli::command(),
                    "dateline",
                    &mut std::io::stdout(),
                );
                0
            }
            Verb::Man => match clap_mangen::Man::new(Cli::command()).render(&mut std::io::stdout())
            {
                Ok(()) => 0,
                Err(_) => TROUBLE,
            },
        }
    }
}

/// Returns the instant of `--now`, otherwise, unless the environment is ignored, of
/// `SOURCE_DATE_EPOCH` (seconds since 1970; reproducible-builds.org).
fn now(common: &GlobalArgs, sealed: bool) -> Result<Option<DateTime<Utc>>, String> {
    if common.now.is_some() || sealed {
        return Ok(common.now);
    }
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else {
        return Ok(None);
    };
    let seconds = epoch
        .trim()
        .parse()
        .ok()
        .and_then(|s| DateTime::from_timestamp(s, 0));
    seconds.map(Some).ok_or_else(|| {
        format!("SOURCE_DATE_EPOCH is `{epoch}`, which is not a number of seconds since 1970")
    })
}

/// Parses an instant. A day alone means noon in UTC, when it is that day nearly everywhere.
fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon is a time");
    let day = || {
        let day: NaiveDate = text.parse().ok()?;
        Some(day.and_time(noon).and_utc())
    };
    DateTime::parse_from_rfc3339(text)
        .ok()
        .map(|at| at.to_utc())
        .or_else(day)
        .ok_or_else(|| "write a day, 2026-01-31, or an instant, 2026-01-31T12:00:00Z".to_owned())
}

impl GlobalArgs {
    /// Returns the settings, with absolute folders, as the publish protocol requires.
    fn settings(
        &self,
        selection: &SelectionArgs,
        output: Option<PathBuf>,
    ) -> Result<Settings, String> {
        let absolute =
            |path: &Path| std::path::absolute(path).map_err(|e| format!("{}: {e}", path.display()));
        Ok(Settings {
            root: absolute(self.root())?,
            config: self.config.as_deref().map(absolute).transpose()?,
            output: output.as_deref().map(absolute).transpose()?,
            base_url: selection.base_url.clone(),
            drafts: selection.drafts,
            future: selection.future,
            strict: selection.strict,
            adopt: false,
            trust: Trust::Own,
        })
    }

    fn colour(&self) -> bool {
        match self.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto if self.sealed => false,
            Colour::Auto => {
                std::io::stderr().is_terminal()
                    && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
                    && std::env::var("TERM").as_deref() != Ok("dumb")
            }
        }
    }

    /// Prints diagnostics: to stderr for people, to stdout for programs. Notices are only counted,
    /// unless requested, or if they say that readers see English in a site of another language.
    fn report(&self, sink: Sink, sources: &Sources, world: &dyn World) -> Counts {
        let all = sink.sorted(sources);
        let count = |severity| all.iter().filter(|d| d.severity == severity).count();
        let counts = Counts {
            usage: all.iter().any(is_usage),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notices: count(Severity::Notice),
        };
        let machine = matches!(self.format, MessageFormat::Json | MessageFormat::Github);
        let shown: Vec<Diagnostic> = all
            .into_iter()
            .filter(|d| {
                let asked = machine || self.verbose > 0;
                asked || d.severity != Severity::Notice || AT_ONCE.contains(&d.code)
            })
            .collect();
        let print = if self.verbose > 1 {
            diagnostic::print
        } else {
            diagnostic::print_grouped
        };
        let below = self.below();
        let mut text = print(&shown, self.style(&below), sources, world);
        if !shown.is_empty() && self.format == MessageFormat::Human && !self.quiet {
            text.push_str("`dateline explain CODE` explains the code in brackets, with examples\n");
        }
        if machine {
            let _ = write!(std::io::stdout().lock(), "{text}");
        } else {
            let _ = write!(std::io::stderr().lock(), "{text}");
        }
        counts
    }

    /// Reads a project, for what needs a sound one, and reports its faults. The error is the exit code.
    fn prepared(&self, settings: &Settings, world: &dyn World) -> Result<Prepared, u8> {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let prepared = pipeline::prepare(world, settings, &mut sources, &mut sink);
        let counts = self.report(sink, &sources, world);
        prepared
            .filter(|_| counts.errors == 0)
            .ok_or_else(|| counts.code())
    }

    /// Returns the project's folder relative to the working folder, with a trailing slash; empty if
    /// it is the working folder or not below it.
    fn below(&self) -> String {
        let below = || {
            let here = std::path::absolute(".").ok()?;
            let root = std::path::absolute(self.root()).ok()?;
            let below = root.strip_prefix(here).ok()?.to_str()?;
            let below = below.replace('\\', "/");
            let below = below.trim_end_matches('/');
            (!below.is_empty()).then(|| format!("{below}/"))
        };
        below().unwrap_or_default()
    }

    fn style<'a>(&self, below: &'a str) -> diagnostic::Format<'a> {
        match self.format {
            MessageFormat::Human => diagnostic::Format::Human {
                colour: self.colour(),
            },
            MessageFormat::Short => diagnostic::Format::Short,
            MessageFormat::Json => diagnostic::Format::Json,
            MessageFormat::Github => diagnostic::Format::Github { below },
        }
    }

    /// Prints a line for people; nothing if quiet or in a format for programs.
    fn say(&self, text: &str) {
        if !self.quiet && matches!(self.format, MessageFormat::Human | MessageFormat::Short) {
            show(text);
        }
    }
}

struct Counts {
    /// Whether the project or the URL was named wrong, or the disk failed.
    usage: bool,
    errors: usize,
    warnings: usize,
    notices: usize,
}

/// Whether a diagnostic is about the command line or the disk, and not about the content.
fn is_usage(d: &Diagnostic) -> bool {
    matches!(d.code, "no-site" | "unreadable" | "changed-meanwhile")
        || (d.code == "bad-url" && d.span.is_none() && d.file.is_none())
}

impl Counts {
    /// Returns the exit code if there are errors.
    fn code(&self) -> u8 {
        if self.usage { TROUBLE } else { CONTENT }
    }

    /// Returns text such as "2 errors, 1 warning"; empty if there is nothing to report.
    fn describe(&self, notices: bool) -> String {
        let counted = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (if notices { self.notices } else { 0 }, "notice"),
        ];
        counted
            .iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, word)| plural(*n, word))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

fn plural(n: usize, word: &str) -> String {
    match (n, word.strip_suffix('y')) {
        (1, _) => format!("1 {word}"),
        (n, None) if word.ends_with('s') => format!("{} {word}es", thousands(n)),
        (n, Some(stem)) => format!("{} {stem}ies", thousands(n)),
        (n, None) => format!("{} {word}s", thousands(n)),
    }
}

fn trouble(message: &str) -> ExitCode {
    ExitCode::from(failed(message))
}

/// Prints a line to stdout.
fn show(line: &str) {
    show_text(&format!("{line}\n"));
}

/// Prints lines to stdout, with nothing in them that steers a terminal. A closed pipe is no reason
/// to fail.
fn show_text(lines: &str) {
    let _ = write!(std::io::stdout().lock(), "{}", printable(lines));
}

/// Prints a difference: to a file or another program as it is, so that it can be applied.
fn show_diff(diff: &str) {
    let mut out = std::io::stdout().lock();
    let shown = match out.is_terminal() {
        true => printable(diff),
        false => diff.into(),
    };
    let _ = write!(out, "{shown}");
}

/// Prints a line to stderr, with nothing in it that steers a terminal.
fn tell(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", printable(line));
}

fn failed(message: &str) -> u8 {
    tell(&format!("error: {message}"));
    TROUBLE
}

fn failure(failure: &Failure, counts: &Counts) -> u8 {
    match failure {
        Failure::Content => {
            tell(&format!(
                "{}: nothing was published; the site is unchanged",
                counts.describe(false)
            ));
            counts.code()
        }
        Failure::Publish(error) => failed(&error.to_string()),
    }
}

/// Checks that a value of the command line may be written to a file of the site.
fn writable(name: &str, value: &str) -> Result<(), String> {
    let bad = |c: &char| c.is_control() && *c != '\n' && *c != '\t';
    match value.chars().find(bad) {
        Some(c) => Err(format!(
            "{name} contains U+{:04X}, an invisible control character; remove it",
            u32::from(c)
        )),
        None => Ok(()),
    }
}
