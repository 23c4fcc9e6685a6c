//! `dateline update`: writes what is new about an entry.

mod change;
mod entry;
mod questions;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;

use super::init;
use super::prompt::Terminal;
use super::rewrite::replace;
use super::{CONTENT, GlobalArgs, SelectionArgs, failed, show_text, tell, writable};
use crate::config::SiteConfig;
use crate::content::article::ArticleId;
use crate::content::date::EventDate;
use crate::content::event::LifeStage;
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::edit;
use crate::model::entry::{EntryId, Statement, StatementKind};
use crate::model::site::Site;
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
    /// Errors and warnings.
    said: Vec<Diagnostic>,
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
            let files = (world, settings.root.as_path());
            if self.ask(&mut Terminal, site, files).is_err() {
                return failed("the input ended; nothing was written");
            }
        }
        self.standardize(&project.prepared.site.config);
        let made = self
            .check_flags()
            .and_then(|()| self.change(world, &settings.root, &project));
        let (entry, change) = match made {
            Ok(made) => made,
            Err(fault) => return failed(&fault),
        };
        let after = match self.refused(common, world, &settings, &project, (entry, &change)) {
            Ok(after) => after,
            Err(code) => return code,
        };
        let notes = self.notes(world, &project, (entry, &change), &after);
        let old = change.old.as_deref().unwrap_or_default();
        let diff = edit::diff(&change.name, old, &change.new);
        if self.dry_run {
            show_text(&diff);
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
                tell(
                    "Open it in an editor and write the text below the second ---; `dateline serve --open` previews it",
                );
            }
        }
        for note in notes {
            tell(&format!("note: {note}"));
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
                (Some(_), None) => self.no_more_than_checked(),
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

    /// Writes dates in the standard form, as `new` does. What is no date is reported later.
    fn standardize(&mut self, config: &SiteConfig) {
        for text in [&mut self.date, &mut self.said].into_iter().flatten() {
            if let Ok(date) = EventDate::parse(text, config.timezone) {
                *text = date.standard().to_owned();
            }
        }
    }

    /// Checks that nothing is given that `--checked` alone has no place for.
    fn no_more_than_checked(&self) -> Result<(), String> {
        let given = [
            ("--in", self.into.is_some()),
            ("--title", self.title.is_some()),
            ("--draft", self.draft),
            ("--source-title", self.source_title.is_some()),
            ("--publisher", self.publisher.is_some()),
            ("--said", self.said.is_some()),
        ];
        let given = given.iter().filter(|(_, given)| *given);
        let given: Vec<&str> = given.map(|(flag, _)| *flag).collect();
        if given.is_empty() {
            return Ok(());
        }
        Err(format!(
            "--checked alone is written into the file of the entry; leave {} out, or add --date, --status or --certainty, with --source",
            given.join(", ")
        ))
    }

    /// The project with the change made.
    ///
    /// # Errors
    /// The exit code: `check` would find errors that it does not find now, or the update would not
    /// count. This was reported.
    fn refused(
        &self,
        common: &GlobalArgs,
        world: &dyn World,
        settings: &Settings,
        before: &Project,
        (entry, change): (EntryId, &Change),
    ) -> Result<Project, u8> {
        let changed = Overlay::new(world, change.file.clone(), change.new.clone().into_bytes());
        let mut after = prepared(common, &changed, settings)?;
        let is_old = |d: &Diagnostic| {
            before
                .said
                .iter()
                .any(|old| (old.code, &old.message, &old.file) == (d.code, &d.message, &d.file))
        };
        let mut new: Vec<Diagnostic> = after.said.extract_if(.., |d| !is_old(d)).collect();
        let is_error = |d: &Diagnostic| d.severity == Severity::Error;
        let refused = new.iter().any(is_error);
        // What a lenient site leaves out is no error.
        let counts = !self.says_more() || {
            let id = &before.prepared.site.entry(entry).id;
            updates_in(&after, id, change) > updates_in(before, id, change)
        };
        if !refused && counts {
            return Ok(after);
        }
        if refused {
            new.retain(is_error);
        }
        let mut sink = Sink::default();
        new.into_iter().for_each(|d| sink.push(d));
        common.report(sink, &after.sources, &changed);
        tell(match refused {
            true => "nothing was written: `dateline check` would refuse the update",
            false => "nothing was written: the site would leave the update out",
        });
        Err(CONTENT)
    }

    /// Says where the update is not in force, and where it is not public yet.
    fn notes(
        &self,
        world: &dyn World,
        before: &Project,
        (entry, change): (EntryId, &Change),
        after: &Project,
    ) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.says_more() {
            return notes;
        }
        let id = &before.prepared.site.entry(entry).id;
        let site = &after.prepared.site;
        let Some(article) = article_at(after, &change.name) else {
            return notes;
        };
        notes.extend(self.overruled(site, id, article));
        let front = &site.article(article).front;
        let zone = site.config.timezone;
        if front.draft {
            notes.push(format!(
                "it is not public yet: {} is a draft; remove `draft` to publish it",
                change.name
            ));
        } else if let Some(at) = front.published.filter(|at| at.at > world.now()) {
            notes.push(format!(
                "it is not public yet: {} is to be published on {}",
                change.name,
                at.day(zone)
            ));
        }
        notes
    }

    /// Says which statement about the entry has the last word, if it is not the update.
    fn overruled(&self, site: &Site, id: &str, article: ArticleId) -> Option<String> {
        let now = site.entry(site.entry_by_id(id)?);
        let config = &site.config;
        let gives = |said: &&Statement| {
            (self.date.is_some() && (said.date.is_some() || said.cancelled.is_some()))
                || (self.status.is_some() && said.status.is_some())
        };
        let last = now.history.iter().rev().find(gives)?.attribution.article;
        if last == article {
            return None;
        }
        let date = |text: &String| {
            // What is cancelled has no date of its own.
            if now.stage == LifeStage::Cancelled {
                return true;
            }
            let given = EventDate::parse(text, config.timezone).ok();
            given.map(|d| d.edtf()) == now.date.as_ref().map(|d| d.edtf())
        };
        let status = |word: &String| config.status(word).is_none_or(|n| n == now.status);
        if self.date.as_ref().is_none_or(date) && self.status.as_ref().is_none_or(status) {
            return None;
        }
        let day = |article: ArticleId| site.article(article).front.date.as_ref()?.value.latest();
        let path = &site.article(last).path;
        let why = match (day(article), day(last)) {
            (Some(own), Some(other)) if own < other => "is about a later day and",
            (Some(own), Some(other)) if own == other => {
                "is about the same day, stands after it and"
            }
            _ => "stands after it and",
        };
        Some(format!(
            "it is recorded as history: content/{path} {why} has the last word on `{id}`"
        ))
    }
}

/// The article whose file has this name.
fn article_at(project: &Project, name: &str) -> Option<ArticleId> {
    let path = name.strip_prefix("content/")?;
    let articles = &project.prepared.site.articles;
    articles.iter().position(|a| a.path == path).map(ArticleId)
}

/// How many updates of an entry count that one file has.
fn updates_in(project: &Project, id: &str, change: &Change) -> usize {
    let site = &project.prepared.site;
    let (Some(article), Some(entry)) = (article_at(project, &change.name), site.entry_by_id(id))
    else {
        return 0;
    };
    let history = site.entry(entry).history.iter();
    history
        .filter(|said| said.kind == StatementKind::Update && said.attribution.article == article)
        .count()
}

fn prepared(common: &GlobalArgs, world: &dyn World, settings: &Settings) -> Result<Project, u8> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let Some(prepared) = pipeline::prepare(world, settings, &mut sources, &mut sink) else {
        return Err(common.report(sink, &sources, world).code());
    };
    let said = sink
        .into_iter()
        .filter(|d| matches!(d.severity, Severity::Error | Severity::Warning));
    Ok(Project {
        prepared,
        said: said.collect(),
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
