//! What is public now, by kind of name.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::path::Path;

use dateline::diagnostic::lint::LINTS;
use dateline::diagnostic::{Diagnostic, Severity, Sink, explain};
use dateline::pages::{Output, kind};
use dateline::parse::fence;
use dateline::pipeline::{self, Prepared};
use dateline::plan::{Page, Plan};
use dateline::publish::Class;
use dateline::source::{SourceId, Sources, Span};
use dateline::yaml::{self, Node, Value};
use serde_json::Value as Json;

use crate::config::every_key;
use crate::contract;
use crate::html;
use crate::project::Project;
use crate::site_test::{Desk, Outcome, SiteTest};

type Names = BTreeSet<String>;

/// How the names of one kind are found.
type Finder = fn(&Site) -> Names;

/// Kinds of names, and how they are found.
pub const ALL: [(&str, Finder); 12] = [
    ("addresses", addresses),
    ("anchors", anchors),
    ("feeds", feeds),
    ("template-fields", template_fields),
    ("theme", theme),
    ("messages", messages),
    ("css-properties", css_properties),
    ("codes", codes),
    ("command-line", |_| command_line(&dateline::cli::command())),
    ("site-yaml", site_yaml),
    ("front-matter", front_matter),
    ("json", json),
];

/// The site of `tests/upgrade`.
pub struct Site {
    test: SiteTest,
    desk: Desk,
    outcome: OnceCell<Outcome>,
}

impl Site {
    pub fn load() -> Self {
        let test = SiteTest::folder(&super::folder().join("site"));
        let desk = test.prepare();
        Self {
            test,
            desk,
            outcome: OnceCell::new(),
        }
    }

    pub fn prepared(&self) -> &Prepared {
        let found = || self.test.check().text;
        let prepared = self.desk.prepared.as_ref();
        prepared.unwrap_or_else(|| panic!("{}", found()))
    }

    pub fn built(&self) -> &Outcome {
        self.outcome.get_or_init(|| self.test.built())
    }

    /// All that is said about the project: where, and what.
    pub fn said(&self) -> Vec<Diagnostic> {
        let mut desk = self.test.prepare();
        if let Some(prepared) = &desk.prepared {
            let (world, settings) = (&self.test.world, &self.test.settings);
            pipeline::check(world, settings, prepared, &desk.sources, &mut desk.sink);
        }
        desk.sink.sorted(&desk.sources)
    }

    /// The address of a route, from the root of the host.
    fn address(&self, route: &str) -> String {
        let config = &self.prepared().site.config;
        config.href(Plan::address(route))
    }

    /// The address that the redirect at an address leads to, if there is one that leads to a page.
    pub fn redirect(&self, address: &str) -> Option<String> {
        let Prepared { site, plan, .. } = self.prepared();
        let here = address.strip_prefix(&site.config.base)?;
        let to = plan.find(here)?.page.redirect_target()?;
        plan.find(to).map(|found| self.address(&found.route))
    }
}

/// Addresses of pages, feeds and files, without those that change with their contents.
pub fn addresses(site: &Site) -> Names {
    let lasts = |page: &Page| {
        let kind = kind(page);
        let fingerprinted = matches!(kind.class, Class::Asset { fingerprinted } if fingerprinted);
        !fingerprinted && !matches!(kind.output, Output::Index(_))
    };
    let plan = &site.prepared().plan;
    let leads = |page: &Page| {
        let to = page.redirect_target();
        to.is_none_or(|to| plan.find(to).is_some())
    };
    let pages = plan.pages.iter();
    let pages = pages.filter(|p| lasts(&p.page) && leads(&p.page));
    pages.map(|p| site.address(&p.route)).collect()
}

/// Anchors of pages.
pub fn anchors(site: &Site) -> Names {
    let mut names = Names::new();
    for (route, page) in site.built().pages() {
        let address = site.address(route);
        // Parts of a picture refer to each other.
        let pictures = [
            "dl:lanes-w",
            "dl:lanes-n",
            "dl:row-w",
            "dl:row-n",
            "dl:slips-w",
            "dl:slips-n",
        ];
        let in_picture = |id: &str| pictures.iter().any(|picture| id.starts_with(picture));
        let ids = html::ids(page).into_iter().filter(|id| !in_picture(id));
        names.extend(ids.map(|id| format!("{address}#{id}")));
    }
    names
}

/// Ids of feeds, and of what is in them.
fn feeds(site: &Site) -> Names {
    let mut names = Names::new();
    for (route, bytes) in &site.built().files {
        if !route.ends_with("feed.xml") {
            continue;
        }
        let feed = feed_rs::parser::parse(bytes.as_slice()).expect("a feed");
        names.insert(format!("{route} {}", feed.id));
        let entries = feed.entries.iter();
        names.extend(entries.map(|entry| format!("{route} entry {}", entry.id)));
    }
    names
}

/// Names that a template may use: of what each page shows, fields, filters.
fn template_fields(_: &Site) -> Names {
    let contents = contract::contents().into_iter();
    let mut names: Names = contents.map(|(name, _)| format!("name {name}")).collect();
    for view in contract::views() {
        let fields = view.fields.iter();
        names.extend(fields.map(|(field, ..)| format!("{}.{field}", view.name)));
    }
    names.extend(contract::FILTERS.map(|filter| format!("filter {filter}")));
    names
}

/// Files of the theme that a site may replace, its components with their parameters, its blocks.
fn theme(_: &Site) -> Names {
    let mut names = Names::new();
    for file in dateline::theme::files() {
        names.insert(format!("file {}", file.path));
        let blocks = file.text.split("{% block ").skip(1);
        let name = |rest: &str| rest.split([' ', '%']).next().unwrap_or_default().to_owned();
        names.extend(blocks.map(|rest| format!("block {}", name(rest))));
    }
    for (component, parameters, ..) in contract::components() {
        // `@words` comes from the page, not from the caller.
        let parameters = parameters
            .split("`, `")
            .filter(|p| !p.is_empty() && !p.starts_with('@'));
        let name = |p: &str| p.split([':', '=']).next().unwrap_or(p).trim().to_owned();
        names.extend(parameters.map(|p| format!("component {component} {}", name(p))));
        names.insert(format!("component {component}"));
    }
    names
}

/// Messages that a site may word itself, with their arguments.
fn messages(_: &Site) -> Names {
    let mut names = Names::new();
    for (id, arguments) in crate::messages::english() {
        names.extend(arguments.iter().map(|argument| format!("{id} ${argument}")));
        names.insert(id);
    }
    names
}

/// Custom properties that `docs/theming.md` offers and the style sheet has.
fn css_properties(_: &Site) -> Names {
    let document = include_str!("../../../docs/theming.md");
    let sheet = dateline::render::templates::THEME_CSS;
    let rows = document.lines().filter(|line| line.starts_with("| `--"));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    let mut names = Names::new();
    for cell in cells {
        let quoted: Vec<&str> = cell.split('`').skip(1).step_by(2).collect();
        // A row of numbered ones has the first and the last.
        let steps: Vec<String> = match quoted[..] {
            [first, last] if cell.contains('…') => numbered(first, last),
            _ => quoted.iter().map(|name| (*name).to_owned()).collect(),
        };
        names.extend(steps);
    }
    names.retain(|name| sheet.contains(&format!("{name}:")));
    names
}

/// `--s-2` to `--s5`: all between them.
fn numbered(first: &str, last: &str) -> Vec<String> {
    let stem = last.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = |name: &str| name.strip_prefix(stem).and_then(|n| n.parse::<i32>().ok());
    let (from, to) = (
        number(first).expect("a number"),
        number(last).expect("a number"),
    );
    (from..=to).map(|n| format!("{stem}{n}")).collect()
}

/// Codes of diagnostics, and those that `lint` in `site.yaml` takes.
fn codes(_: &Site) -> Names {
    let codes = explain::all().into_iter().map(|e| e.code.to_owned());
    let lints = LINTS.iter().map(|lint| format!("lint {}", lint.code));
    codes.chain(lints).collect()
}

/// Verbs, their flags with the words that these take, and their exit codes.
pub fn command_line(command: &clap::Command) -> Names {
    let mut names = Names::new();
    of_command(command, "dateline", &mut names);
    names
}

fn of_command(command: &clap::Command, path: &str, names: &mut Names) {
    names.insert(path.to_owned());
    for arg in command.get_arguments() {
        let long = arg.get_long().map(|long| format!("{path} --{long}"));
        let short = arg.get_short().map(|short| format!("{path} -{short}"));
        let value = long
            .as_ref()
            .map_or_else(String::new, |long| format!("{long}="));
        names.extend(long.into_iter().chain(short));
        if arg.get_action().takes_values() && !value.is_empty() {
            let values = arg.get_possible_values();
            names.extend(values.iter().map(|v| format!("{value}{}", v.get_name())));
        }
    }
    let help = command.get_after_help().map(ToString::to_string);
    let codes = help
        .as_deref()
        .and_then(|help| help.split("Exit codes: ").nth(1));
    for part in codes.unwrap_or_default().split(';') {
        let code = part.split_whitespace().next().unwrap_or_default();
        if code.bytes().all(|b| b.is_ascii_digit()) && !code.is_empty() {
            names.insert(format!("{path} exits with {code}"));
        }
    }
    for verb in command.get_subcommands() {
        of_command(verb, &format!("{path} {}", verb.get_name()), names);
    }
}

/// Keys of `site.yaml`.
fn site_yaml(_: &Site) -> Names {
    // A key that has two forms has one of them in `init --full`, the other in the site's own file.
    let own = include_str!("../../upgrade/site/site.yaml").to_owned();
    let mut names = Names::new();
    for text in [every_key(), own] {
        let said = said_of_site_yaml(&text);
        keys(&tree(&text), "", &OWN_KEYS, &mut |name, span| {
            if !is_named(&said, span) {
                names.insert(name);
            }
        });
    }
    names
}

/// Groups of `site.yaml` whose keys the owner makes up.
const OWN_KEYS: [&str; 7] = [
    "taxonomies",
    "taxonomies.*.aliases",
    "stances",
    "statuses",
    "certainties",
    "front_matter.rename",
    "hosting.headers",
];

pub fn tree(text: &str) -> Node {
    yaml::read(SourceId(0), text, 0..text.len()).expect("YAML")
}

/// What is said of a `site.yaml`.
pub fn said_of_site_yaml(text: &str) -> Vec<Diagnostic> {
    let mut sink = Sink::default();
    let tree = tree(text);
    dateline::config::read(&tree, &dateline::pages::reserved_names(), &mut sink);
    let mut sources = Sources::default();
    sources.add_embedded("site.yaml".to_owned(), "");
    let mut said = sink.sorted(&sources);
    // What has no effect yet is told, and is no loss.
    said.retain(|d| d.severity != Severity::Notice);
    said
}

/// Calls `each` with the name and the span of every key, with those of the groups around it. A key
/// that the owner makes up is a `*`.
fn keys(node: &Node, around: &str, own: &[&str], each: &mut dyn FnMut(String, Span)) {
    match &node.value {
        Value::Map(map) => {
            let is_own = own.contains(&around);
            for (key, below) in map {
                let key_name = if is_own { "*" } else { &key.value };
                let name = match around {
                    "" => key_name.to_owned(),
                    _ => format!("{around}.{key_name}"),
                };
                if !is_own {
                    each(name.clone(), key.span);
                }
                keys(below, &name, own, each);
            }
        }
        Value::List(list) => list.iter().for_each(|item| keys(item, around, own, each)),
        _ => {}
    }
}

/// Whether something is said about exactly this place.
fn is_named(said: &[Diagnostic], span: Span) -> bool {
    said.iter().any(|d| d.span == Some(span))
}

/// Keys of the front matter of the site's files that are read without a word.
fn front_matter(site: &Site) -> Names {
    let said = site.said();
    let sources = &site.desk.sources;
    let mut names = Names::new();
    for n in 0..sources.len() {
        let id = SourceId(u32::try_from(n).expect("few files"));
        let name = sources.name(id);
        let of = match name.strip_prefix("content/").map(Path::new) {
            Some(path) if path.extension().is_some_and(|e| e == "md") => path,
            _ => continue,
        };
        let of = match of.iter().next().and_then(|folder| folder.to_str()) {
            Some(folder @ ("pages" | "stories" | "terms")) => format!("{folder}: "),
            _ => String::new(),
        };
        let text = sources.read(&site.test.world, id).expect("the file").text;
        let range = fence::split(&text).expect("front matter").front;
        let node = yaml::read(id, &text, range).expect("YAML");
        keys(&node, "", &["stance", "extra"], &mut |name, span| {
            if !is_named(&said, span) {
                names.insert(format!("{of}{name}"));
            }
        });
    }
    names
}

/// Keys of what programs read: `list --as json`, `check --format json`, the index of searches; and
/// the columns of `list --as csv`.
fn json(_: &Site) -> Names {
    let project = Project::copy_of(&super::folder().join("site"));
    let mut names = Names::new();
    let states = "shown,draft,scheduled,expired,background,retracted,folded";
    let listed = project
        .run(&format!("list --as json --state {states}"))
        .code(0);
    json_keys("list", &from_json(&listed.out), &mut names);
    let columns = project
        .run(&format!("list --as csv --state {states}"))
        .code(0);
    let columns = columns.out.lines().next().unwrap_or_default().split(',');
    names.extend(columns.map(|column| format!("list column {column}")));
    project.run("build --quiet").code(0);
    let index = project.read("public/search/index.json");
    json_keys("search", &from_json(&index), &mut names);
    project.write(
        "content/wrong.md",
        "---\ntitle: Wrong\ndate: 2025-02-30\nsumary: x\n---\n",
    );
    let found = project.run("check --format json").code(1);
    for line in found.out.lines() {
        json_keys("check", &from_json(line), &mut names);
    }
    names
}

fn from_json(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

fn json_keys(around: &str, value: &Json, names: &mut Names) {
    match value {
        Json::Object(map) => {
            for (key, value) in map {
                let name = format!("{around}.{key}");
                json_keys(&name, value, names);
                names.insert(name);
            }
        }
        Json::Array(list) => list.iter().for_each(|v| json_keys(around, v, names)),
        _ => {}
    }
}
