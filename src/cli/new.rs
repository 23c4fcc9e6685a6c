//! `dateline new`: begin an article.

use std::io::Write;

use clap::Args;

use super::init::write;
use super::{Common, Selection, failed, quoted, writable};
use crate::diagnostic::Sink;
use crate::model::date::EventDate;
use crate::model::slug::slug;
use crate::source::{SourceId, Sources};
use crate::world::World;

/// Begin an article.
///
/// Writes a file below content/ that `check` accepts, and prints its name.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  dateline new \"Meta delays Avocado\" --date 2026-03-12 --organisation Meta --tag delays\n  dateline new \"Llama 5 is planned\" --date 2026-Q4 --status expected --source https://example.org/report"
)]
pub struct New {
    /// The headline
    title: String,
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
}

impl New {
    pub(super) fn run(self, common: &Common, world: &dyn World) -> u8 {
        if let Err(fault) = self.writable() {
            return failed(&fault);
        }
        let settings = match common.settings(&Selection::default(), None) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let Some(config) =
            crate::pipeline::configuration(world, &settings, &mut sources, &mut sink)
        else {
            return common.report(sink, &sources, world).code();
        };
        let now = world.now().with_timezone(&config.timezone);
        let date = self
            .date
            .clone()
            .unwrap_or_else(|| now.date_naive().to_string());
        let year = match EventDate::parse(&date, config.timezone) {
            Ok(parsed) => parsed
                .standing()
                .year
                .map_or_else(|| "undated".to_owned(), |y| y.to_string()),
            Err(fault) => return failed(&format!("--date: {}; {}", fault.message, fault.cure)),
        };
        let id = self.id.clone().unwrap_or_else(|| slug(&self.title));
        if let Err(fault) = crate::model::slug::check(&id) {
            return failed(&format!("--id: `{id}` can't be an id: {fault}"));
        }
        let text = self.text(
            &id,
            &date,
            &now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        );
        if let Err(code) = self.accepted(&text, &config) {
            return code;
        }
        let name = format!("content/{year}/{id}.md");
        match write(world, &settings.root.join(&name), &text) {
            Ok(()) => {
                let _ = writeln!(std::io::stdout().lock(), "{name}");
                0
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => failed(&format!(
                "{name} exists already; choose another headline, or give --id"
            )),
            Err(error) => failed(&format!("{name}: {error}")),
        }
    }

    /// Whether every value can stand in a file.
    fn writable(&self) -> Result<(), String> {
        let one = |value: &'_ Option<String>| value.iter().cloned().collect::<Vec<_>>();
        for (name, values) in [
            ("the headline", vec![self.title.clone()]),
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

    fn text(&self, id: &str, date: &str, published: &str) -> String {
        let mut lines = vec![
            "---".to_owned(),
            format!("id: {}", quoted(id)),
            format!("title: {}", quoted(&self.title)),
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
    fn accepted(&self, text: &str, config: &crate::config::SiteConfig) -> Result<(), u8> {
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
                    .cure
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
