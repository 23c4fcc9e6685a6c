//! `/data/`: the site's data as files, and the page that documents them.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::navigation::Listing;
use super::{FILE, Kind, LIST, Output, Parts, Template, link};
use crate::model::entry::EntryId;
use crate::plan::data::{DataFile, TimelineOf, year_of, years};
use crate::plan::{Page, Plan};
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::deps::Deps;
use crate::view::rows::{self, Row};
use crate::view::{Link, View, changes};

/// The schema of the entries, as `dateline list` gives them.
const LISTED: &str = include_str!("../../docs/list.schema.json");

pub(super) const DATA: Kind = Kind {
    name: "data",
    output: Output::Html(Template::of::<DataView>(
        "data.html",
        "data",
        |ctx, _, mut head| {
            ctx.messages.say("data-title").clone_into(&mut head.title);
            let args = [("site", (&ctx.site.config.title).into())];
            head.description = Some(ctx.messages.with("about-data", &args));
            Parts::new(head, data(ctx))
        },
    )),
    claim: |planner| {
        if planner.site.config.features.data && planner.is_free(Plan::DATA, "data") {
            planner.claim(Plan::DATA, Page::Data, "the page about the site's data");
        }
    },
    listings: |ctx| {
        let list = || Listing::foot(link(ctx.messages.say("data-title"), ctx.href(Plan::DATA)));
        let page = ctx.plan.find_own(Plan::DATA).map(|planned| &planned.page);
        let is_ours = matches!(page, Some(Page::Data));
        is_ours.then(list).into_iter().collect()
    },
    describe: |_, _| "the page about the site's data".to_owned(),
    ..LIST
};

pub(super) const DATA_FILE: Kind = Kind {
    name: "data-file",
    class: Class::List,
    whole: false,
    output: Output::Bytes(|ctx, planned| {
        Deps::Text(match file_of(&planned.page) {
            DataFile::Entries => entries(ctx),
            DataFile::EntriesOf(year) => entries_of(ctx, year),
            DataFile::Schema => schema(),
            DataFile::Csv => csv(ctx),
            DataFile::Changes => changes_json(ctx),
        })
    }),
    claim: |planner| {
        if planner.site.config.features.data {
            for file in DataFile::of(planner.site) {
                planner.offer(file.route(), Page::DataFile(file), "the site's data");
            }
        }
    },
    describe: |_, _| "a file of the site's data".to_owned(),
    ..FILE
};

fn file_of(page: &Page) -> DataFile {
    match page {
        Page::DataFile(file) => *file,
        page => page.is_not("a file of data"),
    }
}

/// A file of entries.
#[derive(Serialize)]
struct Entries<'a> {
    #[serde(rename = "$schema")]
    schema: String,
    title: &'a str,
    url: String,
    language: &'a str,
    licence: Option<&'a str>,
    /// Newest first; empty if `years` has them.
    entries: Vec<Row<'a>>,
    years: Vec<YearFile>,
}

/// The file with the entries of a year.
#[derive(Serialize)]
struct YearFile {
    year: Option<i32>,
    count: usize,
    url: String,
}

fn row<'a>(ctx: &ViewContext<'a>, id: EntryId) -> Row<'a> {
    let entry = ctx.site.entry(id);
    ctx.shows(entry.article);
    Row::of(ctx.site, ctx.plan, entry, "shown", false)
}

/// The entries on the timelines, newest first.
fn shown<'a>(ctx: &ViewContext<'a>) -> Vec<Row<'a>> {
    let shown = ctx.site.newest.iter();
    shown.map(|id| row(ctx, *id)).collect()
}

/// The same as CSV. A row is dropped as soon as its record is written: all of them would take
/// several times as much memory as the file.
fn csv(ctx: &ViewContext<'_>) -> String {
    let table = rows::Table::new(&ctx.site.config);
    let records = ctx.in_parallel(&ctx.site.newest, |ctx, shown| {
        let mut records = String::new();
        let rows = shown.iter().map(|id| row(ctx, *id));
        rows.for_each(|row| table.push(&row, &mut records));
        records
    });
    let mut all = vec![table.header()];
    all.extend(records);
    all.concat()
}

fn entries(ctx: &ViewContext<'_>) -> String {
    let site = ctx.site;
    let years = years(site).into_iter().map(|year| YearFile {
        year,
        count: of_year(ctx, year).count(),
        url: ctx.absolute(&DataFile::EntriesOf(year).route()),
    });
    let years: Vec<YearFile> = years.collect();
    let entries = match years.is_empty() {
        true => shown(ctx),
        false => Vec::new(),
    };
    document(ctx, entries, years)
}

fn entries_of(ctx: &ViewContext<'_>, year: Option<i32>) -> String {
    let entries = of_year(ctx, year).map(|id| row(ctx, id)).collect();
    document(ctx, entries, Vec::new())
}

fn of_year<'a>(
    ctx: &ViewContext<'a>,
    year: Option<i32>,
) -> impl Iterator<Item = EntryId> + use<'a> {
    let site = ctx.site;
    let all = site.newest.iter().copied();
    all.filter(move |id| year_of(site, *id) == year)
}

fn document(ctx: &ViewContext<'_>, entries: Vec<Row<'_>>, years: Vec<YearFile>) -> String {
    let config = &ctx.site.config;
    written(&Entries {
        schema: ctx.absolute(&DataFile::Schema.route()),
        title: &config.title,
        url: ctx.absolute("index.html"),
        language: &config.language,
        licence: config.data_licence.as_deref(),
        entries,
        years,
    })
}

/// JSON in one line.
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("these types always serialise")
}

/// JSON in one line, as a file.
pub(super) fn written(value: &impl Serialize) -> String {
    let mut json = json(value);
    json.push('\n');
    json
}

/// The JSON Schema of a file of entries.
fn schema() -> String {
    let listed: Value = serde_json::from_str(LISTED).expect("our own schema is JSON");
    let text = json!({"type": "string"});
    let address = json!({"type": "string", "format": "uri"});
    let year = json!({
        "type": "object",
        "properties": {
            "year": {"type": ["integer", "null"]},
            "count": {"type": "integer"},
            "url": address,
        },
        "required": ["year", "count", "url"],
        "additionalProperties": false,
    });
    let mut properties = Map::new();
    for (key, value) in [
        ("$schema", address.clone()),
        ("title", text.clone()),
        ("url", address),
        ("language", text),
        ("licence", json!({"type": ["string", "null"]})),
        (
            "entries",
            json!({"type": "array", "items": {"$ref": "#/$defs/entry"}}),
        ),
        ("years", json!({"type": "array", "items": year})),
    ] {
        properties.insert(key.to_owned(), value);
    }
    let required: Vec<String> = properties.keys().cloned().collect();
    let schema = json!({
        "$schema": listed["$schema"],
        "title": "Entries of a timeline",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
        "$defs": listed["$defs"],
    });
    let mut text = serde_json::to_string(&schema).expect("JSON serialises");
    text.push('\n');
    text
}

/// `data/changes.json`.
#[derive(Serialize)]
struct Changes<'a> {
    title: &'a str,
    url: String,
    licence: Option<&'a str>,
    /// Latest first.
    changes: Vec<changes::Change>,
}

fn changes_json(ctx: &ViewContext<'_>) -> String {
    let config = &ctx.site.config;
    written(&Changes {
        title: &config.title,
        url: ctx.absolute("index.html"),
        licence: config.data_licence.as_deref(),
        changes: changes::latest(ctx, changes::MOST),
    })
}

/// `/data/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DataView {
    /// But for those of single years.
    pub files: Vec<DataFileView>,
    /// A command that lists all entries.
    pub example: String,
    /// The terms of use, as `site.yaml` has them.
    pub licence: Option<Link>,
}

/// A file of the site's data.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DataFileView {
    /// Its name and address.
    pub link: Link,
    /// What it contains.
    pub about: String,
}

impl View for DataView {}

/// The files of data, as the page lists them; but for those of years.
pub(super) fn files(ctx: &ViewContext<'_>) -> Vec<DataFileView> {
    let file = |route: String, about: &str| DataFileView {
        about: ctx.messages.say(about).to_owned(),
        link: link(&*route, ctx.href(&route)),
    };
    let entries = match years(ctx.site).is_empty() {
        true => "data-entries",
        false => "data-entries-by-year",
    };
    let mut files = vec![
        file(DataFile::Entries.route(), entries),
        file(DataFile::Schema.route(), "data-schema"),
        file(DataFile::Csv.route(), "data-csv"),
        file(DataFile::Changes.route(), "data-changes"),
    ];
    if ctx.site.config.features.timelines {
        files.push(file(
            Plan::timeline_route(ctx.site, TimelineOf::Site),
            "data-timeline",
        ));
    }
    files
}

fn data(ctx: &ViewContext<'_>) -> DataView {
    let example = match years(ctx.site).first() {
        None => DataFile::Entries.route(),
        Some(year) => DataFile::EntriesOf(*year).route(),
    };
    DataView {
        files: files(ctx),
        example: format!(
            "curl -s {} | jq -r '.entries[] | \"\\(.date): \\(.title)\"'",
            ctx.absolute(&example)
        ),
        licence: ctx.site.config.data_licence.as_ref().map(|licence| {
            let is_address = licence.starts_with("https://") || licence.starts_with("http://");
            let url = if is_address {
                licence.clone()
            } else {
                String::new()
            };
            link(&**licence, url)
        }),
    }
}
