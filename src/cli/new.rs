//! `dateline new`: creates an article.

use std::collections::BTreeMap;
use std::io::IsTerminal;

use clap::Args;

use super::init::write;
use super::prompt::{self, Asker, InputEnded, Terminal};
use super::{GlobalArgs, SelectionArgs, failed, show, tell, writable};
use crate::config::SiteConfig;
use crate::content::article::ArticleId;
use crate::content::date::EventDate;
use crate::diagnostic::Sink;
use crate::pipeline;
use crate::project::{Settings, configuration};
use crate::source::{SourceId, Sources};
use crate::world::World;
use crate::yaml::emit;

/// Create an article.
///
/// Writes a file in content/ that `check` accepts, and prints its name. In a terminal it asks for
/// what the flags leave out; an empty answer skips a question.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline new                          ask for headline, date, organisations …
  dateline new \"Meta delays Avocado\" --date 2026-03-12 --organisation Meta --tag delays
  dateline new \"Llama 5 is planned\" --date 2026-Q4 --status expected --source https://example.org/a

Exit codes: 0 created; 1 errors in site.yaml; 2 wrong usage or a disk error.")]
pub struct New {
    /// The headline; if it is missing, you are asked for it in a terminal
    title: Option<String>,
    /// When the event happened: 2025-12-09, 2025-12, 2026-Q1, 2024~ …; by default today
    #[arg(short, long)]
    date: Option<String>,
    /// An organisation that the article is about (can be repeated)
    #[arg(short = 'g', long, value_name = "NAME")]
    organisation: Vec<String>,
    /// A person whom the article is about (can be repeated)
    #[arg(long, value_name = "NAME")]
    person: Vec<String>,
    /// A tag (can be repeated)
    #[arg(short, long, value_name = "WORD")]
    tag: Vec<String>,
    /// The status of the event: happened, expected, cancelled, or one that the site defines
    #[arg(long, value_name = "WORD")]
    status: Option<String>,
    /// The stance that an organisation takes: Meta=closed (can be repeated)
    #[arg(long, value_name = "NAME=WORD")]
    stance: Vec<String>,
    /// How certain it is: rumoured, reported, confirmed, disputed, or one that the site defines
    #[arg(long, value_name = "WORD")]
    certainty: Option<String>,
    /// The URL of a source (can be repeated)
    #[arg(short, long, value_name = "URL")]
    source: Vec<String>,
    /// The permanent id; by default derived from the headline
    #[arg(long)]
    id: Option<String>,
    /// Create it as a draft
    #[arg(long)]
    draft: bool,
    /// Ask no questions
    #[arg(long)]
    no_input: bool,
}

/// Maximum number of organisations that a question lists.
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
            if let Some(file) = title.and_then(|title| known.ids.get(&config.slugs.of(title))) {
                return failed(&format!(
                    "{file} already has this headline; choose another, or set --id"
                ));
            }
            if self.prompt(&mut Terminal, &today, &config, &known).is_err() {
                return failed("the input ended; nothing was written");
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
        let date = match EventDate::parse(&date, config.timezone) {
            Ok(date) => date,
            Err(fault) => return failed(&format!("--date: {}; {}", fault.message, fault.hint)),
        };
        let year = date.position().year;
        let year = year.map_or_else(|| "undated".to_owned(), |y| y.to_string());
        let id = self.id.clone().unwrap_or_else(|| config.slugs.of(&title));
        if let Err(fault) = crate::content::slug::check(&id) {
            return failed(&format!("--id: `{id}` is not a valid id: {fault}"));
        }
        let name = format!("content/{year}/{id}.md");
        if let Some(file) = known.ids.get(&id).filter(|file| **file != name) {
            return failed(&format!(
                "{file} already has the id `{id}`; choose another headline, or set --id"
            ));
        }
        let text = self.text(
            &title,
            &id,
            date.standard(),
            &now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        );
        if let Err(code) = self.accepted(&text, &config) {
            return code;
        }
        match write(world, &settings.root.join(&name), &text) {
            Ok(()) => {
                show(&name);
                if terminal && !common.quiet {
                    tell(
                        "Open it in an editor and write the text below the second ---; `dateline serve --open` previews it",
                    );
                }
                0
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => failed(&format!(
                "{name} already exists; choose another headline, or set --id"
            )),
            Err(error) => failed(&format!("{name}: {error}")),
        }
    }

    /// Asks for what the flags leave out.
    fn prompt(
        &mut self,
        asker: &mut dyn Asker,
        today: &str,
        config: &SiteConfig,
        known: &KnownNames,
    ) -> Result<(), InputEnded> {
        if self.title.is_none() {
            // With its own id it may share another article's headline.
            let given = self.id.is_some();
            let taken = |title: &str| {
                known
                    .ids
                    .get(&config.slugs.of(title))
                    .filter(|_| !given)
                    .cloned()
            };
            self.title = Some(prompt::headline(asker, &taken)?);
        }
        if self.date.is_none() {
            self.date = Some(prompt::date(asker, today, config)?);
        }
        if self.organisation.is_empty() {
            let question = match known.organisations.as_slice() {
                [] => "Organisations (separated by commas; empty: none)".to_owned(),
                all => format!(
                    "Organisations (separated by commas; the start of a known one is enough: {}{}; empty: none)",
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

    /// Checks that every value may be written to a file.
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
            format!("id: {}", emit::value(id)),
            format!("title: {}", emit::value(title)),
            format!("date: {}", emit::date(date)),
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
                        .map(|v| emit::in_flow(v))
                        .collect::<Vec<_>>()
                        .join(", ")
                ));
            }
        }
        for (key, value) in [("status", &self.status), ("certainty", &self.certainty)] {
            lines.extend(value.as_ref().map(|v| format!("{key}: {}", emit::value(v))));
        }
        let stances: Vec<String> = self
            .stance
            .iter()
            .map(|stance| match stance.rsplit_once('=') {
                Some((name, word)) => format!("{}: {}", emit::in_flow(name), emit::in_flow(word)),
                None => emit::value(stance),
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
                    emit::value(url),
                    emit::value(url)
                ));
            }
        }
        if self.draft {
            lines.push("draft: true".to_owned());
        }
        lines.push("---".to_owned());
        format!("{}\n\n", lines.join("\n"))
    }

    /// Checks that `check` will accept the front matter; otherwise prints why not.
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

/// Names and ids that the site already has; empty if it can't be read.
#[derive(Default)]
struct KnownNames {
    organisations: Vec<String>,
    /// Ids of articles and entries, each with its file.
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
