//! `dateline list`: the articles, filtered.

use std::io::Write;

use clap::{Args, ValueEnum};

use super::{CONTENT, Common, Selection, failed};
use crate::diagnostic::Sink;
use crate::model::article::{Article, ArticleId};
use crate::model::date::EventDate;
use crate::pipeline::{self, Prepared, Settings};
use crate::plan::Plan;
use crate::source::Sources;
use crate::world::World;

/// List the articles, those that do not show too.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  dateline list --organisation Meta --in 2025\n  dateline list --state draft --state scheduled\n  dateline list --term models=Llama --status expected --as csv > llama.csv\n\nExit codes: 0 done, 1 some files can't be read, 2 usage, the project or the disk."
)]
pub struct List {
    /// About this organisation
    #[arg(short = 'g', long, value_name = "NAME")]
    organisation: Vec<String>,
    /// With this tag
    #[arg(short, long, value_name = "WORD")]
    tag: Vec<String>,
    /// With this term of a taxonomy: people=Name
    #[arg(long, value_name = "TAXONOMY=NAME")]
    term: Vec<String>,
    /// At this stage: happened, expected, cancelled, or one of the site's own
    #[arg(long, value_name = "WORD")]
    status: Option<String>,
    /// As firm as this: rumoured, reported, confirmed, disputed, or one of the site's own
    #[arg(long, value_name = "WORD")]
    certainty: Option<String>,
    /// That may have happened in this period: 2025, 2025-03, 2026-Q1, 2025-01/2025-06
    #[arg(long = "in", value_name = "DATE")]
    period: Option<String>,
    /// In this state (may be repeated)
    #[arg(long, value_enum)]
    state: Vec<State>,
    /// How it is printed
    #[arg(long = "as", value_enum, default_value_t = Form::Table, value_name = "FORM")]
    form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum State {
    Public,
    Draft,
    Scheduled,
    Expired,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            State::Public => "public",
            State::Draft => "draft",
            State::Scheduled => "scheduled",
            State::Expired => "expired",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Columns, for people
    Table,
    /// RFC 4180, for spreadsheets
    Csv,
    /// One list of objects
    Json,
}

const COLUMNS: [&str; 9] = [
    "date",
    "state",
    "title",
    "status",
    "certainty",
    "organisations",
    "id",
    "address",
    "file",
];

impl List {
    pub(super) fn run(self, common: &Common, world: &dyn World) -> u8 {
        match self.listed(common, world) {
            Ok(code) | Err(code) => code,
        }
    }

    fn listed(&self, common: &Common, world: &dyn World) -> Result<u8, u8> {
        let settings = common
            .settings(&Selection::default(), None)
            .map_err(|fault| failed(&fault))?;
        let settings = Settings {
            drafts: true,
            future: true,
            ..settings
        };
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let Some(prepared) = pipeline::prepare(world, &settings, &mut sources, &mut sink) else {
            return Err(common.report(sink, &sources, world).code());
        };
        let filter = self.filter(&prepared).map_err(|fault| failed(&fault))?;
        let mut rows: Vec<(Option<chrono::NaiveDate>, [String; 9])> = Vec::new();
        for (n, article) in prepared.site.articles.iter().enumerate() {
            let id = ArticleId(n);
            let state = state(&prepared, world, id, article);
            if filter.takes(&prepared, id, article, state, &self.state) {
                let day = article.front.date.as_ref().and_then(|d| d.value.earliest());
                rows.push((day, row(&prepared, id, article, state)));
            }
        }
        rows.sort_by(|a, b| (b.0, &a.1[8]).cmp(&(a.0, &b.1[8])));
        let rows: Vec<[String; 9]> = rows.into_iter().map(|(_, row)| row).collect();
        // A reader that went away is no reason to fail.
        let _ = write!(std::io::stdout().lock(), "{}", self.form.printed(&rows));
        let broken = prepared.site.absent.any_broken();
        if broken {
            eprintln!("some files can't be read and are not listed: see `dateline check`");
        }
        Ok(if broken { CONTENT } else { 0 })
    }

    fn filter(&self, prepared: &Prepared) -> Result<Filter, String> {
        let site = &prepared.site;
        let own = [("organisations", &self.organisation), ("tags", &self.tag)];
        let own = own.iter().flat_map(|(taxonomy, names)| {
            names
                .iter()
                .map(|name| ((*taxonomy).to_owned(), name.clone()))
        });
        let mut wanted: Vec<(String, String)> = own.collect();
        for term in &self.term {
            let (taxonomy, name) = term.split_once('=').ok_or_else(|| {
                format!("--term: write a taxonomy and a name, `people=Name`, not `{term}`")
            })?;
            wanted.push((taxonomy.to_owned(), name.to_owned()));
        }
        let mut terms = Vec::new();
        for (id, name) in wanted {
            let Some(taxonomy) = site.taxonomy(&id) else {
                let all: Vec<&str> = site
                    .config
                    .taxonomies
                    .iter()
                    .map(|t| t.id.as_str())
                    .collect();
                return Err(format!(
                    "this site has no taxonomy `{id}`; it has {}",
                    all.join(", ")
                ));
            };
            // A term that no article has finds none.
            terms.push((taxonomy, site.taxonomies[taxonomy].find(&name)));
        }
        let zone = site.config.timezone;
        let period = self
            .period
            .as_ref()
            .map(|text| EventDate::parse(text, zone));
        let period = period
            .transpose()
            .map_err(|fault| format!("--in: {}; {}", fault.message, fault.cure))?;
        let known = |name: &str, word: &Option<String>, ids: Vec<&str>| match word {
            Some(word) if !ids.contains(&word.as_str()) => Err(format!(
                "--{name}: there is no `{word}`; write {}",
                ids.join(", ")
            )),
            word => Ok(word.clone()),
        };
        let statuses = site.config.statuses.iter().map(|s| s.id.as_str()).collect();
        let certainties = site
            .config
            .certainties
            .iter()
            .map(|c| c.id.as_str())
            .collect();
        Ok(Filter {
            terms,
            period,
            status: known("status", &self.status, statuses)?,
            certainty: known("certainty", &self.certainty, certainties)?,
        })
    }
}

struct Filter {
    terms: Vec<(usize, Option<usize>)>,
    period: Option<EventDate>,
    status: Option<String>,
    certainty: Option<String>,
}

impl Filter {
    fn takes(
        &self,
        prepared: &Prepared,
        id: ArticleId,
        article: &Article,
        state: State,
        states: &[State],
    ) -> bool {
        let site = &prepared.site;
        let has = |(taxonomy, term): &(usize, Option<usize>)| {
            let labels = article
                .front
                .facts
                .terms
                .get(*taxonomy)
                .and_then(Option::as_ref);
            let mut labels = labels.into_iter().flatten();
            term.is_some() && labels.any(|l| site.taxonomies[*taxonomy].find(&l.value) == *term)
        };
        let may_be_in = |period: &EventDate| {
            let Some(date) = article.front.date.as_ref().map(|d| &d.value) else {
                return false;
            };
            let before = |a: Option<chrono::NaiveDate>, b: Option<chrono::NaiveDate>| {
                a.zip(b).is_some_and(|(a, b)| a < b)
            };
            !before(date.latest(), period.earliest()) && !before(period.latest(), date.earliest())
        };
        let is = |wanted: &Option<String>, word: &str| wanted.as_ref().is_none_or(|w| w == word);
        (states.is_empty() || states.contains(&state))
            && self.terms.iter().all(has)
            && self.period.as_ref().is_none_or(may_be_in)
            && is(&self.status, &status(prepared, id))
            && is(&self.certainty, &certainty(prepared, article))
    }
}

fn state(prepared: &Prepared, world: &dyn World, id: ArticleId, article: &Article) -> State {
    if article.front.draft {
        State::Draft
    } else if article.front.published.is_some_and(|p| p.at > world.now()) {
        State::Scheduled
    } else if prepared.site.expired.contains(id) {
        State::Expired
    } else {
        State::Public
    }
}

/// Of the article's own event, at present; empty where it has none.
fn status(prepared: &Prepared, id: ArticleId) -> String {
    let site = &prepared.site;
    let own = site.of_article[id.0].own.map(|entry| site.entry(entry));
    own.filter(|entry| !entry.background)
        .map_or_else(String::new, |entry| {
            site.config.statuses[entry.status].id.clone()
        })
}

fn certainty(prepared: &Prepared, article: &Article) -> String {
    let certainty = article.front.facts.certainty;
    certainty.map_or_else(String::new, |n| {
        prepared.site.config.certainties[n].id.clone()
    })
}

fn row(prepared: &Prepared, id: ArticleId, article: &Article, state: State) -> [String; 9] {
    let site = &prepared.site;
    let organisations = site
        .taxonomy("organisations")
        .and_then(|t| article.front.facts.terms.get(t));
    let organisations = organisations.and_then(Option::as_ref).into_iter().flatten();
    let organisations: Vec<&str> = organisations.map(|l| l.value.as_str()).collect();
    [
        article
            .front
            .date
            .as_ref()
            .map_or_else(String::new, |d| d.value.edtf()),
        state.word().to_owned(),
        article.front.title.value.clone(),
        status(prepared, id),
        certainty(prepared, article),
        organisations.join("; "),
        article.id.clone(),
        site.config
            .permalink_of(Plan::address(&prepared.plan.articles[id.0])),
        format!("content/{}", article.path),
    ]
}

impl Form {
    fn printed(self, rows: &[[String; 9]]) -> String {
        match self {
            Form::Table => table(rows),
            Form::Csv => csv(rows),
            Form::Json => {
                let objects = rows.iter().map(|row| {
                    let pairs = COLUMNS.iter().zip(row).map(|(name, value)| {
                        let value = match *name {
                            "organisations" if value.is_empty() => serde_json::json!([]),
                            "organisations" => value.split("; ").collect(),
                            _ => serde_json::json!(value),
                        };
                        ((*name).to_owned(), value)
                    });
                    serde_json::Value::Object(pairs.collect())
                });
                let list = serde_json::Value::Array(objects.collect());
                format!("{list:#}\n")
            }
        }
    }
}

/// Date, state, headline and file; what sets colours in a terminal is left out of it.
fn table(rows: &[[String; 9]]) -> String {
    let shown = |text: &str| text.chars().filter(|c| !c.is_control()).collect::<String>();
    let rows: Vec<[String; 4]> = rows
        .iter()
        .map(|row| [0, 1, 2, 8].map(|n| shown(&row[n])))
        .collect();
    let width = |n: usize| {
        rows.iter()
            .map(|row| row[n].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2).min(60)];
    let mut out = String::new();
    for row in &rows {
        let title = match row[2].char_indices().nth(60) {
            Some((at, _)) => format!("{}…", row[2][..at].trim_end()),
            None => row[2].clone(),
        };
        out.push_str(&format!(
            "{:a$}  {:b$}  {title:c$}  {}\n",
            row[0],
            row[1],
            row[3],
            a = widths[0],
            b = widths[1],
            c = widths[2]
        ));
    }
    out
}

/// RFC 4180; what a spreadsheet would run as a formula has a `'` before it.
fn csv(rows: &[[String; 9]]) -> String {
    let cell = |text: &str| {
        let safe = match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            true => format!("'{text}"),
            false => text.to_owned(),
        };
        match safe.contains(['"', ',', '\n', '\r']) {
            true => format!("\"{}\"", safe.replace('"', "\"\"")),
            false => safe,
        }
    };
    let mut out = format!("{}\r\n", COLUMNS.join(","));
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        out.push_str(&format!("{}\r\n", cells.join(",")));
    }
    out
}
