//! `dateline update`: writes what is new about an entry.

mod change;
mod entry;
mod questions;

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::init;
use super::prompt::Terminal;
use super::rewrite::replace;
use super::{CONTENT, GlobalArgs, SelectionArgs, failed, writable};
use crate::content::article::ArticleId;
use crate::content::date::EventDate;
use crate::content::event::LifeStage;
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::edit;
use crate::model::entry::EntryId;
use crate::pipeline::{self, Prepared};
use crate::project::Settings;
use crate::source::Sources;
use crate::world::{Overlay, World};

/// Write what is new about an expected entry: another date, that it happened, or that nobody knows.
///
/// The update goes into a new article (--title) or into one that exists (--in), with its source; the
/// file of the entry stays as it is. --checked alone records in the entry's own file when the desk
/// last looked. In a terminal it asks for what the flags leave out; an empty answer skips a
/// question.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline update avocado-launch --date 2026-Q2 --source https://example.org/a --in avocado-delay
  dateline update \"Avocado's launch\" --status happened --date 2026-04-08 \\
      --source https://example.org/b --publisher Axios --title \"Meta releases Avocado\"
  dateline update avocado-launch --checked today

Exit codes: 0 written; 1 errors in the content, or `check` would refuse the update; 2 wrong usage,
an unknown entry, or a disk error.")]
pub struct Update {
    /// The entry: its id, its title, or ARTICLE#ID; a terminal asks for it if it is missing
    entry: Option<String>,
    /// Its new date: 2026-04-08, 2026-05, 2026-Q2, 2027 …
    #[arg(short, long)]
    date: Option<String>,
    /// The new date in the source's own words
    #[arg(long, value_name = "TEXT")]
    wording: Option<String>,
    /// Its new status: happened, cancelled, expected, or one that the site defines
    #[arg(long, value_name = "WORD")]
    status: Option<String>,
    /// Its new certainty: rumoured, reported, confirmed, disputed, or one that the site defines
    #[arg(long, value_name = "WORD")]
    certainty: Option<String>,
    /// The day on which the desk last looked (2026-11-28 or today)
    #[arg(long, value_name = "DAY")]
    checked: Option<String>,
    /// Who says so: the URL of a source, or the id of one of the article's sources
    #[arg(short, long, value_name = "URL|ID")]
    source: Option<String>,
    /// The headline of the source
    #[arg(long, value_name = "TEXT")]
    source_title: Option<String>,
    /// The publisher of the source
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// The day on which the source said so
    #[arg(long, value_name = "DAY")]
    said: Option<String>,
    /// The article to write it into: its id or its file
    #[arg(long = "in", value_name = "ARTICLE", conflicts_with_all = ["title", "draft"])]
    into: Option<String>,
    /// The headline of the new article to write it into
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Create the new article as a draft
    #[arg(long)]
    draft: bool,
    /// Show what would be written, and write nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
    /// Ask no questions
    #[arg(long)]
    no_input: bool,
}

/// The project as it is, or as it would be.
struct Project {
    prepared: Prepared,
    sources: Sources,
    errors: Vec<Diagnostic>,
}

/// One file with its new text.
struct Change {
    /// Relative to the project.
    name: String,
    file: PathBuf,
    /// `None`: the file is new.
    old: Option<String>,
    new: String,
}

impl Update {
    pub(super) fn run(mut self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let settings = match common.settings(&SelectionArgs::default(), None) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        // A draft or a scheduled article may be the one to write into.
        let settings = Settings {
            drafts: true,
            future: true,
            ..settings
        };
        let project = match prepared(common, world, &settings) {
            Ok(project) => project,
            Err(code) => return code,
        };
        let terminal = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        if terminal && !self.no_input {
            let site = &project.prepared.site;
            if self.ask(&mut Terminal, site, &settings.root).is_err() {
                return failed("the input ended; nothing was written");
            }
        }
        let made = self
            .check_flags()
            .and_then(|()| self.change(world, &settings.root, &project));
        let (entry, change) = match made {
            Ok(made) => made,
            Err(fault) => return failed(&fault),
        };
        let after = match self.refused(common, world, &settings, &project, &change) {
            Ok(after) => after,
            Err(code) => return code,
        };
        let note = self.note(&project, entry, &after);
        let old = change.old.as_deref().unwrap_or_default();
        let diff = edit::diff(&change.name, old, &change.new);
        if self.dry_run {
            // A closed pipe is no reason to fail.
            let _ = write!(std::io::stdout().lock(), "{diff}");
        } else {
            let written = match &change.old {
                Some(old) => replace(world, &change.name, &change.file, old, &change.new),
                None => init::write(world, &change.file, &change.new)
                    .map_err(|error| format!("{}: {error}", change.name)),
            };
            if let Err(fault) = written {
                return failed(&fault);
            }
            common.say(&told(&change, &diff));
            if terminal && change.old.is_none() && !common.quiet {
                eprintln!(
                    "Open it in an editor and write the text below the second ---; `dateline serve --open` previews it"
                );
            }
        }
        if let Some(note) = note {
            eprintln!("note: {note}");
        }
        0
    }

    /// Whether anything but the last look is new.
    fn says_more(&self) -> bool {
        let news = [&self.date, &self.wording, &self.status, &self.certainty];
        news.iter().any(|value| value.is_some())
    }

    /// Checks what can be checked without the site.
    fn check_flags(&self) -> Result<(), String> {
        for (name, value) in [
            ("--date", &self.date),
            ("--wording", &self.wording),
            ("--status", &self.status),
            ("--certainty", &self.certainty),
            ("--source", &self.source),
            ("--source-title", &self.source_title),
            ("--publisher", &self.publisher),
            ("--said", &self.said),
            ("the headline", &self.title),
        ] {
            value.iter().try_for_each(|value| writable(name, value))?;
        }
        if self.entry.is_none() {
            return Err("name the entry: `dateline update ID --date 2026-Q2 --source URL`; `dateline list --as csv --status expected` lists ids".to_owned());
        }
        if !self.says_more() {
            return match (&self.checked, &self.source) {
                (None, _) => Err("say what is new: --date, --status or --certainty, with --source; or --checked today if nothing is".to_owned()),
                (Some(_), Some(_)) => Err("a source supports --date, --status or --certainty; add one of these, or leave --source out".to_owned()),
                (Some(_), None) => Ok(()),
            };
        }
        if self.source.is_none() {
            return Err(
                "say who says so: --source URL, or the id of one of the article's sources"
                    .to_owned(),
            );
        }
        if self.into.is_none() && self.title.is_none() {
            return Err("say where to write it: --in ARTICLE, or --title \"What happened\" for a new article".to_owned());
        }
        Ok(())
    }

    /// The project with the change made.
    ///
    /// # Errors
    /// The exit code: `check` would find errors that it does not find now. They were reported.
    fn refused(
        &self,
        common: &GlobalArgs,
        world: &dyn World,
        settings: &Settings,
        before: &Project,
        change: &Change,
    ) -> Result<Project, u8> {
        let changed = Overlay::new(world, change.file.clone(), change.new.clone().into_bytes());
        let mut after = prepared(common, &changed, settings)?;
        let is_old = |d: &Diagnostic| {
            before
                .errors
                .iter()
                .any(|old| (old.code, &old.message, &old.file) == (d.code, &d.message, &d.file))
        };
        let new: Vec<Diagnostic> = after.errors.extract_if(.., |d| !is_old(d)).collect();
        if new.is_empty() {
            return Ok(after);
        }
        let mut sink = Sink::default();
        new.into_iter().for_each(|d| sink.push(d));
        common.report(sink, &after.sources, &changed);
        eprintln!("nothing was written: `dateline check` would refuse the update");
        Err(CONTENT)
    }

    /// Says where the update has no effect yet, or no longer.
    fn note(&self, before: &Project, entry: EntryId, after: &Project) -> Option<String> {
        let entry = before.prepared.site.entry(entry);
        let site = &after.prepared.site;
        let now = site.entry(site.entry_by_id(&entry.id)?);
        let config = &site.config;
        let date = |text: &String| {
            // What is cancelled has no date of its own.
            if now.stage == LifeStage::Cancelled {
                return true;
            }
            let given = EventDate::parse(text, config.timezone).ok();
            given.map(|d| d.edtf()) == now.date.as_ref().map(|d| d.edtf())
        };
        let status = |word: &String| config.status(word).is_none_or(|n| n == now.status);
        let in_force =
            self.date.as_ref().is_none_or(date) && self.status.as_ref().is_none_or(status);
        if in_force {
            return None;
        }
        let last = now.history.last()?.attribution.article;
        Some(format!(
            "it is recorded as history: content/{} is about a later day and has the last word on `{}`",
            site.article(last).path,
            entry.id
        ))
    }
}

fn prepared(common: &GlobalArgs, world: &dyn World, settings: &Settings) -> Result<Project, u8> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let Some(prepared) = pipeline::prepare(world, settings, &mut sources, &mut sink) else {
        return Err(common.report(sink, &sources, world).code());
    };
    let errors = sink.into_iter().filter(|d| d.severity == Severity::Error);
    Ok(Project {
        prepared,
        errors: errors.collect(),
        sources,
    })
}

/// What was written, and where.
fn told(change: &Change, diff: &str) -> String {
    let Some(_) = change.old else {
        let lines = change.new.trim_end().lines();
        let lines: Vec<String> = lines.map(|line| format!("  {line}")).collect();
        return format!("created {}\n{}", change.name, lines.join("\n"));
    };
    let mut out = format!("changed {}", change.name);
    for line in diff.lines().skip(2) {
        // `@@ -4,0 +5,1 @@`: the place in the new text.
        let place = line
            .strip_prefix("@@ ")
            .and_then(|rest| rest.split('+').nth(1));
        match (
            place.and_then(|place| place.split(',').next()),
            line.strip_prefix('+'),
        ) {
            (Some(number), _) => out.push_str(&format!("\n  line {number}:")),
            (None, Some(added)) => out.push_str(&format!("\n    {added}")),
            (None, None) => {}
        }
    }
    out
}

/// The file of an article, and its name.
fn file_of(project: &Project, article: ArticleId) -> (String, PathBuf) {
    let source = project.prepared.site.article(article).source;
    let name = project.sources.name(source).to_owned();
    let file = project.sources.path(source).unwrap_or(Path::new(""));
    (name, file.to_owned())
}
