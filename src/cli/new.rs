//! `dateline new`: begin an article.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};

use clap::Args;

use super::init::write;
use super::prompt::{self, Asker, InputEnded, Terminal};
use super::{GlobalArgs, SelectionArgs, failed, quoted, writable};
use crate::config::SiteConfig;
use crate::content::article::ArticleId;
use crate::content::date::EventDate;
use crate::content::slug::slug;
use crate::diagnostic::Sink;
use crate::pipeline;
use crate::project::{Settings, configuration};
use crate::source::{SourceId, Sources};
use crate::world::World;

/// Begin an article.
///
/// Writes a file below content/ that `check` accepts, and prints its name. On a terminal it asks
/// for what the flags do not say; an empty answer leaves it out.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  dateline new                          asks for headline, date, organisations …\n  dateline new \"Meta delays Avocado\" --date 2026-03-12 --organisation Meta --tag delays\n  dateline new \"Llama 5 is planned\" --date 2026-Q4 --status expected --source https://example.org/report"
)]
pub struct New {
    /// The headline; asked for on a terminal
    title: Option<String>,
    /// When it happened: 2025-12-09, 2025-12, 2026-Q1, 2024~ …; by default today
    #[arg(short, long)]
    date: Option<String>,
    /// An organisation that it is about (may be repeated)
    #[arg(short = 'g', long, value_name = "NAME")]
    organisation: Vec<String>,
    /// A person that it is about (may be repeated)
    #[arg(long, value_name = "NAME")]
    person: Vec<String>,
    /// A tag (may be repeated)
    #[arg(short, long, value_name = "WORD")]
    tag: Vec<String>,
    /// Its stage: happened, expected, cancelled, or one of the site's own
    #[arg(long, value_name = "WORD")]
    status: Option<String>,
    /// The position that an organisation takes in it: Meta=closed (may be repeated)
    #[arg(long, value_name = "NAME=WORD")]
    stance: Vec<String>,
    /// How firm it is: rumoured, reported, confirmed, disputed, or one of the site's own
    #[arg(long, value_name = "WORD")]
    certainty: Option<String>,
    /// Address of a source (may be repeated)
    #[arg(short, long, value_name = "URL")]
    source: Vec<String>,
    /// The permanent id; by default made from the headline
    #[arg(long)]
    id: Option<String>,
    /// Begin it as a draft
    #[arg(long)]
    draft: bool,
    /// Ask for nothing
    #[arg(long)]
    no_input: bool,
}

/// Organisations that a question names.
const MOST_SHOWN: usize = 6;

impl New {
    pub(super) fn run(mut self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let settings = match common.settings(&SelectionArgs::default(), None) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let Some(config) = configuration::read(world, &settings, &mut sources, &mut sink) else {
            return common.report(sink, &sources, world).code();
        };
        let now = world.now().with_timezone(&config.timezone);
        self.title = self.title.take().filter(|title| !title.trim().is_empty());
        let known = KnownNames::of(world, &settings);
        let terminal = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        if terminal && !self.no_input {
            let today = now.date_naive().to_string();
            let title = self.title.as_deref().filter(|_| self.id.is_none());
            if let Some(file) = title.and_then(|title| known.ids.get(&slug(title))) {
                return failed(&format!(
                    "{file} has this headline already; choose another, or give --id"
                ));
            }
            if self.prompt(&mut Terminal, &today, &config, &known).is_err() {
                return failed("nothing more was answered; nothing was written");
            }
        }
        let Some(title) = self.title.clone() else {
            return failed("an article needs a headline: `dateline new \"What happened\"`");
        };
        if let Err(fault) = self.writable() {
            return failed(&fault);
        }
        let date = self
            .date
            .clone()
            .unwrap_or_else(|| now.date_naive().to_string());
        let year = match EventDate::parse(&date, config.timezone) {
            Ok(parsed) => parsed
                .position()
                .year
                .map_or_else(|| "undated".to_owned(), |y| y.to_string()),
            Err(fault) => return failed(&format!("--date: {}; {}", fault.message, fault.hint)),
        };
        let id = self.id.clone().unwrap_or_else(|| slug(&title));
        if let Err(fault) = crate::content::slug::check(&id) {
            return failed(&format!("--id: `{id}` can't be an id: {fault}"));
        }
        let name = format!("content/{year}/{id}.md");
        if let Some(file) = known.ids.get(&id).filter(|file| **file != name) {
            return failed(&format!(
                "{file} has the id `{id}` already; choose another headline, or give --id"
            ));
        }
        let text = self.text(
            &title,
            &id,
            &date,
            &now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        );
        if let Err(code) = self.accepted(&text, &config) {
            return code;
        }
        match write(world, &settings.root.join(&name), &text) {
            Ok(()) => {
                let _ = writeln!(std::io::stdout().lock(), "{name}");
                if terminal && !common.quiet {
                    eprintln!(
                        "Open it in an editor and write the text below the second ---; `dateline serve --open` shows it"
                    );
                }
                0
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => failed(&format!(
                "{name} exists already; choose another headline, or give --id"
            )),
            Err(error) => failed(&format!("{name}: {error}")),
        }
    }

    /// Asks for what no flag has said.
    fn prompt(
        &mut self,
        asker: &mut dyn Asker,
        today: &str,
        config: &SiteConfig,
        known: &KnownNames,
    ) -> Result<(), InputEnded> {
        if self.title.is_none() {
            // With an id of its own it may have the headline of another.
            let given = self.id.is_some();
            let taken = |title: &str| known.ids.get(&slug(title)).filter(|_| !given).cloned();
            self.title = Some(prompt::headline(asker, &taken)?);
        }
        if self.date.is_none() {
            self.date = Some(prompt::date(asker, today, config)?);
        }
        if self.organisation.is_empty() {
            let question = match known.organisations.as_slice() {
                [] => "Organisations (parted by commas; empty: none)".to_owned(),
                all => format!(
                    "Organisations (parted by commas; of {}{} the beginning will do; empty: none)",
                    all[..all.len().min(MOST_SHOWN)].join(", "),
                    if all.len() > MOST_SHOWN { " …" } else { "" }
                ),
            };
            self.organisation = prompt::names(asker, &question, &known.organisations)?;
        }
        if self.status.is_none() {
            let words: Vec<String> = config.statuses.iter().map(|s| s.id.clone()).collect();
            self.status = prompt::word(asker, "Status", &words)?;
        }
        if self.stance.is_empty() && !config.stances.is_empty() {
            let words: Vec<String> = config.stances.iter().map(|s| s.id.clone()).collect();
            for name in &self.organisation {
                let word = prompt::word(asker, &format!("Stance of {name}"), &words)?;
                self.stance
                    .extend(word.map(|word| format!("{name}={word}")));
            }
        }
        if self.source.is_empty() {
            self.source.extend(prompt::source(asker)?);
        }
        Ok(())
    }

    /// Whether every value can stand in a file.
    fn writable(&self) -> Result<(), String> {
        let one = |value: &'_ Option<String>| value.iter().cloned().collect::<Vec<_>>();
        for (name, values) in [
            ("the headline", one(&self.title)),
            ("--stance", self.stance.clone()),
            ("--date", one(&self.date)),
            ("--organisation", self.organisation.clone()),
            ("--person", self.person.clone()),
            ("--tag", self.tag.clone()),
            ("--status", one(&self.status)),
            ("--certainty", one(&self.certainty)),
            ("--source", self.source.clone()),
        ] {
            values.iter().try_for_each(|value| writable(name, value))?;
        }
        Ok(())
    }

    fn text(&self, title: &str, id: &str, date: &str, published: &str) -> String {
        let mut lines = vec![
            "---".to_owned(),
            format!("id: {}", quoted(id)),
            format!("title: {}", quoted(title)),
            format!("date: {}", quoted(date)),
            format!("published: {published}"),
        ];
        for (key, values) in [
            ("organisations", &self.organisation),
            ("people", &self.person),
            ("tags", &self.tag),
        ] {
            if !values.is_empty() {
                lines.push(format!(
                    "{key}: [{}]",
                    values
                        .iter()
                        .map(|v| quoted(v))
                        .collect::<Vec<_>>()
                        .join(", ")
                ));
            }
        }
        for (key, value) in [("status", &self.status), ("certainty", &self.certainty)] {
            lines.extend(value.as_ref().map(|v| format!("{key}: {}", quoted(v))));
        }
        let stances: Vec<String> = self
            .stance
            .iter()
            .map(|stance| match stance.rsplit_once('=') {
                Some((name, word)) => format!("{}: {}", quoted(name), quoted(word)),
                None => quoted(stance),
            })
            .collect();
        match &stances[..] {
            [] => {}
            [word] if !self.stance[0].contains('=') => lines.push(format!("stance: {word}")),
            all => lines.push(format!("stance: {{{}}}", all.join(", "))),
        }
        if !self.source.is_empty() {
            lines.push("sources:".to_owned());
            for (n, url) in self.source.iter().enumerate() {
                lines.push(format!(
                    "  - id: source-{}\n    title: {}\n    url: {}",
                    n + 1,
                    quoted(url),
                    quoted(url)
                ));
            }
        }
        if self.draft {
            lines.push("draft: true".to_owned());
        }
        lines.push("---".to_owned());
        format!("{}\n\n", lines.join("\n"))
    }

    /// Whether `check` will accept the front matter; says why not.
    fn accepted(&self, text: &str, config: &SiteConfig) -> Result<(), u8> {
        let mut sink = Sink::default();
        let source = crate::source::Source {
            id: SourceId(0),
            text: text.to_owned(),
        };
        crate::parse::article(&source, "new.md", config, &mut sink);
        let faults: Vec<_> = sink
            .into_iter()
            .filter(|d| d.severity == crate::diagnostic::Severity::Error)
            .collect();
        for fault in &faults {
            failed(&format!(
                "{}{}",
                fault.message,
                fault
                    .hint
                    .as_ref()
                    .map_or_else(String::new, |c| format!("; {c}"))
            ));
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(super::TROUBLE)
        }
    }
}

/// What the site has already; nothing where it can't be read.
#[derive(Default)]
struct KnownNames {
    organisations: Vec<String>,
    /// Of articles and entries, with the file that has each.
    ids: BTreeMap<String, String>,
}

impl KnownNames {
    fn of(world: &dyn World, settings: &Settings) -> Self {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let settings = Settings {
            drafts: true,
            future: true,
            ..settings.clone()
        };
        let Some(prepared) = pipeline::prepare(world, &settings, &mut sources, &mut sink) else {
            return Self::default();
        };
        let site = prepared.site;
        let terms = site
            .taxonomy("organisations")
            .map(|t| &site.taxonomies[t].terms);
        let organisations = terms.into_iter().flatten().map(|term| term.label.clone());
        let file = |article: ArticleId| format!("content/{}", site.article(article).path);
        let ids = site.all_ids().filter_map(|id| {
            let entry = || Some(site.entry(site.entry_by_id(id)?).article);
            let article = site.article_by_id(id).or_else(entry)?;
            Some((id.to_owned(), file(article)))
        });
        Self {
            organisations: organisations.collect(),
            ids: ids.collect(),
        }
    }
}
