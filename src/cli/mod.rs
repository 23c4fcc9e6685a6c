//! The command line: one file a verb. Only here is anything printed.
//!
//! Exit codes: 0 fine, 1 the content has errors, 2 usage or the disk.

mod build;
mod check;
mod clean;
mod explain;
mod fmt;
mod init;
mod list;
mod new;
mod prompt;
mod rewrite;
mod serve;
mod theme;
mod urls;
mod why;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::diagnostic::{self, Diagnostic, Severity, Sink, thousands};
use crate::pipeline::Failure;
use crate::project::Settings;
use crate::source::{SourceId, Sources};
use crate::world::{OsWorld, World};
use crate::yaml::{self, Value};

/// The content has errors.
const CONTENT: u8 = 1;
/// Usage, or the disk.
const TROUBLE: u8 = 2;

/// A static generator for news timelines.
#[derive(Parser)]
#[command(
    name = "dateline",
    version,
    about,
    long_about = "A static generator for news timelines.\n\nWrite Markdown articles about dated events; Dateline makes a timeline website of them\nthat is honest about dates, sourced, and hostable anywhere that serves files.",
    after_help = "Examples:\n  dateline init my-timeline     begin a site\n  dateline new \"What happened\"  begin an article\n  dateline serve --open         show it in the browser while you write\n  dateline build                make the website in public/\n  dateline check                find every mistake, write nothing"
)]
struct Cli {
    #[command(flatten)]
    common: GlobalArgs,
    #[command(subcommand)]
    verb: Verb,
}

/// What every verb takes, before or after its name.
#[derive(Args, Clone)]
struct GlobalArgs {
    /// The project's folder
    #[arg(
        short,
        long,
        global = true,
        default_value = ".",
        value_name = "FOLDER",
        hide_default_value = true
    )]
    root: PathBuf,
    /// The configuration, if it is not site.yaml in the project's folder
    #[arg(short, long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// How mistakes are printed
    #[arg(long, global = true, value_enum, default_value_t = MessageFormat::Human)]
    format: MessageFormat,
    /// Print mistakes only
    #[arg(short, long, global = true)]
    quiet: bool,
    /// Print notices too, such as what was left out; twice (-vv): each of many alike
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    verbose: u8,
    /// Colours in what is printed
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    color: Colour,
    /// Take this for the present instant (2026-01-31 or 2026-01-31T12:00:00Z)
    #[arg(long, global = true, value_name = "INSTANT", value_parser = instant)]
    now: Option<DateTime<Utc>>,
}

/// What decides what the site holds.
#[derive(Args, Clone, Default)]
struct SelectionArgs {
    /// Show drafts too
    #[arg(long)]
    drafts: bool,
    /// Show articles whose publication is in the future too
    #[arg(long)]
    future: bool,
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    /// The site's address, in place of the configuration's
    #[arg(short = 'u', long, value_name = "URL")]
    base_url: Option<String>,
}

#[derive(Subcommand)]
enum Verb {
    /// Make the website
    Build(build::Build),
    /// Find every mistake, and write nothing
    Check(check::Check),
    /// Remove what builds have written, and nothing else
    Clean(clean::Clean),
    /// Say what a code of a mistake means, with a wrong and a right example
    Explain(explain::Explain),
    /// Put the front matter of articles into one form
    Fmt(fmt::Fmt),
    /// Begin a site in a folder
    Init(init::Init),
    /// List the entries of the site, with filters
    List(list::List),
    /// Begin an article
    New(new::New),
    /// Show the site to this machine, and again at every save
    Serve(serve::Serve),
    /// List, take out and compare the files of the default theme
    Theme(theme::Theme),
    /// Keep the addresses that readers have: what is new, what is lost
    Urls(urls::Urls),
    /// Say what a file becomes, or why it does not show, and what shows it
    Why(why::Why),
    /// Print a script that completes commands in a shell
    #[command(
        after_help = "Example:\n  dateline completions bash > /etc/bash_completion.d/dateline"
    )]
    Completions { shell: clap_complete::Shell },
    /// Print the manual page
    #[command(after_help = "Example:\n  dateline man > dateline.1")]
    Man,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MessageFormat {
    /// With the line, the caret and the cure
    Human,
    /// One line each
    Short,
    /// One JSON object a line
    Json,
    /// Annotations of a pull request on GitHub, with the project's folder (--root) in the names of
    /// files; the other formats name files below it
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

/// Runs the program; gives its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(TROUBLE));
        }
    };
    let world = match now(&cli.common) {
        Ok(Some(now)) => OsWorld::at(now),
        Ok(None) => OsWorld::new(),
        Err(fault) => return trouble(&fault),
    };
    ExitCode::from(cli.run(&world))
}

/// Runs the program in a world, whose clock it takes; gives its exit code.
pub fn run_in(world: &dyn World, args: impl IntoIterator<Item = OsString>) -> u8 {
    match Cli::try_parse_from(args) {
        Ok(cli) => cli.run(world),
        Err(error) => u8::try_from(error.exit_code()).unwrap_or(TROUBLE),
    }
}

impl Cli {
    fn run(self, world: &dyn World) -> u8 {
        match self.verb {
            Verb::Build(build) => build.run(&self.common, world),
            Verb::Check(check) => check.run(&self.common, world),
            Verb::Clean(clean) => clean.run(&self.common, world),
            Verb::Explain(explain) => explain.run(&self.common),
            Verb::Fmt(fmt) => fmt.run(&self.common, world),
            Verb::Init(init) => init.run(&self.common, world),
            Verb::List(list) => list.run(&self.common, world),
            Verb::New(new) => new.run(&self.common, world),
            Verb::Serve(serve) => serve.run(&self.common, world),
            Verb::Theme(theme) => theme.run(&self.common, world),
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

/// `--now`, else `SOURCE_DATE_EPOCH` (seconds since 1970; reproducible-builds.org).
fn now(common: &GlobalArgs) -> Result<Option<DateTime<Utc>>, String> {
    if common.now.is_some() {
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
        format!("SOURCE_DATE_EPOCH is `{epoch}`, which is no number of seconds since 1970")
    })
}

/// An instant; a day alone stands for its noon in UTC, when nearly everywhere it is that day.
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
    /// The folders absolute, as the publish protocol wants them.
    fn settings(
        &self,
        selection: &SelectionArgs,
        output: Option<PathBuf>,
    ) -> Result<Settings, String> {
        let absolute = |path: &PathBuf| {
            std::path::absolute(path).map_err(|e| format!("{}: {e}", path.display()))
        };
        Ok(Settings {
            root: absolute(&self.root)?,
            config: self.config.as_ref().map(absolute).transpose()?,
            output: output.as_ref().map(absolute).transpose()?,
            base_url: selection.base_url.clone(),
            drafts: selection.drafts,
            future: selection.future,
            strict: selection.strict,
            adopt: false,
        })
    }

    fn colour(&self) -> bool {
        match self.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => {
                std::io::stderr().is_terminal()
                    && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
                    && std::env::var("TERM").as_deref() != Ok("dumb")
            }
        }
    }

    /// Prints what the stages found: for people on the error stream, for programs on the
    /// output. Notices are counted only, unless asked for.
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
            .filter(|d| d.severity != Severity::Notice || machine || self.verbose > 0)
            .collect();
        let print = if self.verbose > 1 {
            diagnostic::print
        } else {
            diagnostic::print_grouped
        };
        let below = self.below();
        let mut text = print(&shown, self.style(&below), sources, world);
        if !shown.is_empty() && self.format == MessageFormat::Human && !self.quiet {
            text.push_str(
                "`dateline explain CODE` says what a code in brackets means, with examples\n",
            );
        }
        if machine {
            let _ = write!(std::io::stdout().lock(), "{text}");
        } else {
            let _ = write!(std::io::stderr().lock(), "{text}");
        }
        counts
    }

    /// The project's folder as it stands below the working folder, with a slash at its end; empty
    /// where it is that folder, or not below it.
    fn below(&self) -> String {
        let below = || {
            let here = std::path::absolute(".").ok()?;
            let root = std::path::absolute(&self.root).ok()?;
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

    /// Says something to people; not when quiet, nor among lines for programs.
    fn say(&self, text: &str) {
        if !self.quiet && matches!(self.format, MessageFormat::Human | MessageFormat::Short) {
            // A reader that went away is no reason to fail.
            let _ = writeln!(std::io::stdout().lock(), "{text}");
        }
    }
}

struct Counts {
    /// The project or the address was named wrong, or the disk did not do its part.
    usage: bool,
    errors: usize,
    warnings: usize,
    notices: usize,
}

/// Whether a fault is one of the command line, or of the disk, and not of the content.
fn is_usage(d: &Diagnostic) -> bool {
    matches!(d.code, "no-site" | "unreadable" | "changed-meanwhile")
        || (d.code == "bad-url" && d.span.is_none() && d.file.is_none())
}

impl Counts {
    /// The exit code where there are errors.
    fn code(&self) -> u8 {
        if self.usage { TROUBLE } else { CONTENT }
    }

    /// "2 errors, 1 warning"; empty where there is nothing to say.
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

fn failed(message: &str) -> u8 {
    eprintln!("error: {message}");
    TROUBLE
}

fn failure(failure: &Failure, counts: &Counts) -> u8 {
    match failure {
        Failure::Content => {
            eprintln!(
                "{}: nothing was published, the site is as it was",
                counts.describe(false)
            );
            counts.code()
        }
        Failure::Publish(error) => failed(&error.to_string()),
    }
}

/// A value as YAML: plain where it reads back as itself, else in double quotes. It holds no
/// control character but tabs and line ends ([`writable`]).
fn quoted(text: &str) -> String {
    let plain = !text.is_empty()
        && text.trim() == text
        && {
            let line = format!("---\nk: [{text}]\n");
            matches!(yaml::read(SourceId(0), &line, 0..line.len()).map(|n| n.value), Ok(Value::Map(map))
            if matches!(&map[0].1.value, Value::List(items) if matches!(items.as_slice(), [item] if matches!(&item.value, Value::Scalar { text: read, .. } if read == text))))
        };
    if plain {
        text.to_owned()
    } else {
        format!(
            "\"{}\"",
            text.replace('\\', "\\\\")
                .replace('"', "\\\"")
                .replace('\n', "\\n")
        )
    }
}

/// Whether a value of the command line may be written into a file of the site.
fn writable(name: &str, value: &str) -> Result<(), String> {
    let bad = |c: &char| c.is_control() && *c != '\n' && *c != '\t';
    match value.chars().find(bad) {
        Some(c) => Err(format!(
            "{name} holds U+{:04X}, a control character that nobody sees; write it without",
            u32::from(c)
        )),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_quoted_only_where_it_must_be() {
        assert_eq!(quoted("Meta delays Avocado"), "Meta delays Avocado");
        assert_eq!(quoted("Meta: a shift"), "\"Meta: a shift\"");
        assert_eq!(quoted("a, b"), "\"a, b\"");
        assert_eq!(quoted("say \"no\""), "say \"no\"");
        assert_eq!(quoted("# one"), "\"# one\"");
        assert_eq!(quoted("null"), "\"null\"");
    }
}
