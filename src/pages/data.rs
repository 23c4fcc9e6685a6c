//! `/data/`: the site's data as files, and the page that documents them.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::navigation::Listing;
use super::rows_file::RowsFile;
use super::{FILE, Kind, LIST, Output, Parts, Template, link};
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::plan::data::{DataFile, TimelineOf, year_of, years};
use crate::plan::{Page, Plan};
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::deps::Deps;
use crate::view::rows::{self, Row};
use crate::view::{Link, View, changes, csv};

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
        let file = file_of(&planned.page);
        Deps::Text(match rows_of(ctx, file) {
            Some(rows) => rows.written(ctx),
            None => without_rows(ctx, file),
        })
    }),
    rows: |ctx, planned| rows_of(ctx, file_of(&planned.page)),
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

/// The file as rows of entries, if it has any.
fn rows_of<'a>(ctx: &ViewContext<'a>, file: DataFile) -> Option<RowsFile<'a>> {
    let site = ctx.site;
    match file {
        DataFile::Csv => Some(table(ctx)),
        DataFile::Entries if years(site).is_empty() => Some(entries(ctx, (&site.newest).into())),
        DataFile::EntriesOf(year) => Some(entries(ctx, of_year(site, year).collect())),
        DataFile::Entries | DataFile::Schema | DataFile::Changes => None,
    }
}

fn without_rows(ctx: &ViewContext<'_>, file: DataFile) -> String {
    match file {
        DataFile::Schema => schema(),
        DataFile::Changes => changes_json(ctx),
        DataFile::Entries | DataFile::EntriesOf(_) | DataFile::Csv => list_of_years(ctx),
    }
}

/// A file of entries, or the list of those of years.
#[derive(Serialize)]
struct Entries<'a> {
    #[serde(rename = "$schema")]
    schema: String,
    title: &'a str,
    url: String,
    language: &'a str,
    licence: Option<&'a str>,
    /// Newest first. [`RowsFile`] has them; empty if `years` has them.
    entries: [Row<'a>; 0],
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
    Row::of(ctx.site, ctx.plan, ctx.site.entry(id), "shown", false)
}

/// The entries on the timelines as CSV, newest first.
fn table<'a>(ctx: &ViewContext<'a>) -> RowsFile<'a> {
    let table = rows::Table::new(&ctx.site.config);
    let entries = &ctx.site.newest;
    RowsFile {
        head: table.header(),
        between: csv::END,
        tail: if entries.is_empty() { "" } else { csv::END }.to_owned(),
        entries: entries.into(),
        row: Box::new(move |ctx, id, out| table.push(&row(ctx, id), out)),
    }
}

/// Entries as JSON.
fn entries<'a>(ctx: &ViewContext<'a>, entries: Cow<'a, [EntryId]>) -> RowsFile<'a> {
    let document = document(ctx, Vec::new());
    let row = |ctx: &ViewContext<'_>, id, out: &mut String| out.push_str(&json(&row(ctx, id)));
    RowsFile::json(&document, "entries", entries, Box::new(row))
}

fn list_of_years(ctx: &ViewContext<'_>) -> String {
    let site = ctx.site;
    let years = years(site).into_iter().map(|year| YearFile {
        year,
        count: of_year(site, year).count(),
        url: ctx.absolute(&DataFile::EntriesOf(year).route()),
    });
    document(ctx, years.collect()) + "\n"
}

fn of_year(site: &Site, year: Option<i32>) -> impl Iterator<Item = EntryId> {
    let all = site.newest.iter().copied();
    all.filter(move |id| year_of(site, *id) == year)
}

fn document(ctx: &ViewContext<'_>, years: Vec<YearFile>) -> String {
    let config = &ctx.site.config;
    json(&Entries {
        schema: ctx.absolute(&DataFile::Schema.route()),
        title: &config.title,
        url: ctx.absolute("index.html"),
        language: &config.language,
        licence: config.data_licence.as_deref(),
        entries: [],
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
