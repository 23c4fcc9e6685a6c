//! `TEMPLATES.md`: what a template may use, held against the views and the default theme.
//!
//! The reference in it is made from the source of the views: `UPDATE=1 cargo test` renews it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use dateline::pages::{KINDS, Output};
use dateline::render::templates::THEME;

use crate::site_test::SiteTest;

/// Sources that define what templates see.
const VIEWS: [&str; 33] = [
    include_str!("../../src/view/mod.rs"),
    include_str!("../../src/pages/front.rs"),
    include_str!("../../src/pages/period.rs"),
    include_str!("../../src/pages/article.rs"),
    include_str!("../../src/pages/expired.rs"),
    include_str!("../../src/pages/taxonomy.rs"),
    include_str!("../../src/pages/term.rs"),
    include_str!("../../src/pages/days.rs"),
    include_str!("../../src/pages/page_list.rs"),
    include_str!("../../src/pages/feeds.rs"),
    include_str!("../../src/pages/data.rs"),
    include_str!("../../src/pages/recent.rs"),
    include_str!("../../src/pages/expected.rs"),
    include_str!("../../src/pages/corrections.rs"),
    include_str!("../../src/pages/static_page.rs"),
    include_str!("../../src/pages/redirect.rs"),
    include_str!("../../src/view/language.rs"),
    include_str!("../../src/view/slots.rs"),
    include_str!("../../src/pages/explore.rs"),
    include_str!("../../src/pages/facet_index.rs"),
    include_str!("../../src/pages/stances.rs"),
    include_str!("../../src/pages/lanes.rs"),
    include_str!("../../src/pages/compare.rs"),
    include_str!("../../src/pages/story.rs"),
    include_str!("../../src/view/comparison.rs"),
    include_str!("../../src/view/story_chart.rs"),
    include_str!("../../src/view/lanes.rs"),
    include_str!("../../src/view/lane_rows.rs"),
    include_str!("../../src/view/chart_file.rs"),
    include_str!("../../src/view/density.rs"),
    include_str!("../../src/view/slips.rs"),
    include_str!("../../src/view/storyline.rs"),
    include_str!("../../src/view/embed.rs"),
];

/// Meanings of fields that mean the same in every view and need no doc comment.
const PLAIN: [(&str, &str); 65] = [
    ("about", "What the stance means."),
    ("alt", "Alternative text."),
    ("anchor", "For `id=`."),
    ("archived", "Address of an archived copy."),
    ("article", "The article."),
    ("articles", "Number of articles."),
    ("cancelled", "Cancelled entries."),
    ("caption", "Its caption."),
    ("card", "The entry."),
    ("certainty", "None if confirmed."),
    ("corrections", "The corrections."),
    ("corrections_url", "Address of the list of corrections."),
    ("count", "Number of entries."),
    ("credit", "Who made it, or who owns it."),
    ("current", "Whether it is this page."),
    ("date", "The formatted date."),
    ("dek", "The standfirst (`summary`)."),
    ("delay", "How much later than first announced."),
    ("description", "One or two sentences."),
    ("earlier", "The previous article in the timeline."),
    ("entries", "Number of entries."),
    ("entry", "The entry."),
    ("expected", "Expected entries."),
    ("expected_url", "Address of the list of expected entries."),
    ("feed", "Address of its feed."),
    ("foot", "The links in the foot."),
    ("groups", "Months, and the groups at the end of a period."),
    ("height", "Its height."),
    ("history", "Its history, oldest first."),
    ("id", "Its id."),
    ("image", "Its picture."),
    ("kind", "Its kind."),
    ("label", "Text to show."),
    ("lang", "BCP 47; none if it is the page's."),
    ("later", "The next article in the timeline."),
    ("letter", "The first letter."),
    ("menu", "The menu."),
    ("newer", "The page of newer entries."),
    ("next", "The next one."),
    ("older", "The page of older entries."),
    ("organisation", "The organisation."),
    ("organisations", "Organisations, most used first."),
    ("overdue", "Expected, and its latest day has passed."),
    ("pages", "The pages of its list, if there are several."),
    ("place", "Where it happened."),
    ("policy", "Address of the corrections policy."),
    ("previous", "The previous one."),
    ("published", "When it was published."),
    ("publisher", "Its publisher."),
    ("reading_minutes", "Reading time in minutes."),
    ("source", "Its source."),
    ("sources", "The sources, in order."),
    ("src", "Its address."),
    ("stance", "The stance."),
    ("stances", "Recorded stances."),
    ("status", "None if it happened."),
    ("taxonomy", "Its taxonomy."),
    ("terms", "The terms."),
    ("text", "The text."),
    ("timeline", "The entries, grouped by year and month."),
    ("title", "The headline or name."),
    ("updated", "When it was last updated."),
    ("url", "Its address, including the site's base path."),
    ("year", "The year."),
    ("years", "Years, and groups of less exact dates."),
];

/// Filters that a template may use; all are pure.
pub const FILTERS: [&str; 39] = [
    "abs",
    "capitalize",
    "default",
    "direction",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "isolated",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

/// A view: its name, what it is, and its fields with their types and meanings.
pub struct View {
    pub name: String,
    about: String,
    pub fields: Vec<(String, String, String)>,
}

/// The views, as their source defines them.
pub fn views() -> Vec<View> {
    let mut views = Vec::new();
    for source in VIEWS {
        let mut about = Vec::new();
        let mut open: Option<View> = None;
        let mut hidden = false;
        let mut serialised = false;
        for line in source.lines() {
            let line = line.trim();
            if let Some(words) = line.strip_prefix("/// ") {
                about.push(words.to_owned());
            } else if line.starts_with("#[derive") {
                serialised = line.contains("Serialize");
            } else if line == "#[serde(skip)]" {
                hidden = true;
            } else if line.starts_with("#[") {
            } else if let Some(name) = line
                .strip_prefix("pub struct ")
                .filter(|_| serialised && line.ends_with('{'))
            {
                let name = name.trim_end_matches(" {").to_owned();
                let about = std::mem::take(&mut about).join(" ");
                open = Some(View {
                    name,
                    about,
                    fields: Vec::new(),
                });
            } else if line == "}" {
                views.extend(open.take());
                about.clear();
                serialised = false;
            } else if let (Some(view), Some(field)) = (&mut open, line.strip_prefix("pub ")) {
                let (name, kind) = field
                    .trim_end_matches(',')
                    .split_once(": ")
                    .expect("a field");
                let words = std::mem::take(&mut about).join(" ");
                // What is finished HTML is put in by rendering.
                let html = kind.starts_with("Html<");
                if !std::mem::take(&mut hidden) || html {
                    let kind = if html { "String" } else { kind };
                    view.fields.push((name.to_owned(), kind.to_owned(), words));
                }
            } else {
                about.clear();
            }
        }
    }
    views
}

/// The name that a template knows each kind of content by, and its view.
pub fn contents() -> Vec<(String, String)> {
    let mut named = BTreeMap::new();
    for kind in KINDS {
        if let Output::Html(template) = &kind.output
            && !template.variable.is_empty()
        {
            let view = (template.view)().rsplit("::").next().expect("a name");
            let before = named.insert(template.variable.to_owned(), view.to_owned());
            assert!(
                before.is_none_or(|before| before == view),
                "`{}` is one view for all that have it",
                template.variable
            );
        }
    }
    named.insert("site".to_owned(), "Chrome".to_owned());
    named.insert("page".to_owned(), "Head".to_owned());
    named.into_iter().collect()
}

/// A type of Rust in a template's words.
fn kind_in_words(kind: &str) -> String {
    let inner = |outer: &str| {
        kind.strip_prefix(outer)
            .and_then(|rest| rest.strip_suffix('>'))
    };
    match kind {
        "String" | "&'static str" => "text".to_owned(),
        "bool" => "true or false".to_owned(),
        "usize" | "u8" | "u32" => "number".to_owned(),
        "Extra" => "group of keys".to_owned(),
        _ => match (inner("Option<"), inner("Vec<")) {
            (Some(some), _) => format!("{} or none", kind_in_words(some)),
            (_, Some(one)) => format!("list of {}", kind_in_words(one)),
            _ => format!("[{kind}](#{})", kind.to_lowercase()),
        },
    }
}

fn meaning(field: &str, words: &str) -> String {
    if !words.is_empty() {
        return words.replace('|', "\\|");
    }
    let plain = PLAIN.iter().find(|(name, _)| *name == field);
    let plain = plain.map(|(_, words)| (*words).to_owned());
    plain.unwrap_or_else(|| {
        panic!("`{field}` wants a comment in src/view or src/pages that says what it is")
    })
}

/// Components of the default theme: name, parameters, file, what it is.
pub fn components() -> Vec<(String, String, String, String)> {
    let mut list = Vec::new();
    for (file, text) in THEME {
        for (at, open) in text.match_indices("{% component ") {
            let head = &text[at + open.len()..];
            let (name, rest) = head.split_once('(').expect("parameters");
            let parameters = rest.split(')').next().unwrap_or("").replace(", ", "`, `");
            let before = text[..at].trim_end();
            let note = before.strip_suffix("-#}").map(|before| {
                let start = before.rfind("{#-").map_or(0, |n| n + 3);
                before[start..]
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            });
            list.push((
                name.to_owned(),
                parameters,
                (*file).to_owned(),
                note.unwrap_or_default(),
            ));
        }
    }
    list.sort();
    list
}

/// The part of `TEMPLATES.md` that is made.
fn reference() -> String {
    let mut out =
        String::from("## Names of a page\n\n| name | view | where |\n| --- | --- | --- |\n");
    let mut contents = contents();
    contents.sort_by_key(|(name, _)| (name != "site" && name != "page", name.clone()));
    for (name, view) in &contents {
        let place = match name.as_str() {
            "site" | "page" => "every page".to_owned(),
            name if THEME
                .iter()
                .any(|(file, _)| *file == format!("{name}.html")) =>
            {
                format!("`{name}.html`")
            }
            _ => String::new(),
        };
        out += &format!(
            "| `{name}` | [{view}](#{}) | {place} |\n",
            view.to_lowercase()
        );
    }
    out += "\n## Views\n";
    for view in views() {
        out += &format!("\n### {}\n\n", view.name);
        if !view.about.is_empty() {
            out += &format!("{}\n\n", view.about.replace(['[', ']'], ""));
        }
        out += "| field | type | meaning |\n| --- | --- | --- |\n";
        for (name, kind, words) in &view.fields {
            out += &format!(
                "| `{name}` | {} | {} |\n",
                kind_in_words(kind),
                meaning(name, words)
            );
        }
    }
    out += "\n## Words\n\n";
    let (plain, asked): (Vec<_>, Vec<_>) = crate::messages::english()
        .into_iter()
        .partition(|(_, arguments)| arguments.is_empty());
    let plain: Vec<String> = plain
        .iter()
        .map(|(id, _)| format!("`words.{}`", id.replace('-', "_")))
        .collect();
    out += &format!(
        "Messages without arguments: {}.\n\nMessages for `word(id=…)`, with their arguments:\n\n",
        plain.join(", ")
    );
    for (id, arguments) in asked {
        let arguments: Vec<String> = arguments.iter().map(|a| format!("`{a}`")).collect();
        out += &format!("- `{id}`: {}\n", arguments.join(", "));
    }
    out += "\n## Components\n\n| component | parameters | file | what it is |\n| --- | --- | --- | --- |\n";
    for (name, parameters, file, note) in components() {
        let parameters = match parameters.is_empty() {
            true => String::new(),
            false => format!("`{parameters}`"),
        };
        out += &format!(
            "| `{name}` | {parameters} | `{file}` | {} |\n",
            note.replace('|', "\\|")
        );
    }
    out += "\n## Filters\n\n";
    let filters: Vec<String> = FILTERS.iter().map(|f| format!("`{f}`")).collect();
    out += &format!("{}.\n", filters.join(", "));
    out
}

const MARK: &str = "<!-- From here on made from the source: UPDATE=1 cargo test contract -->\n\n";

#[test]
fn the_document_names_every_view_with_its_fields_and_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("TEMPLATES.md");
    let document = std::fs::read_to_string(&path).expect("TEMPLATES.md");
    let (words, made) = document
        .split_once(MARK)
        .expect("the mark before the reference");
    let reference = reference();
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&path, format!("{words}{MARK}{reference}")).expect("written");
        return;
    }
    let pairs = made.lines().zip(reference.lines());
    for (written, now) in pairs {
        assert_eq!(written, now, "TEMPLATES.md; UPDATE=1 renews it");
    }
    assert_eq!(
        made.lines().count(),
        reference.lines().count(),
        "UPDATE=1 renews it"
    );
}

#[test]
fn the_source_of_the_views_is_read_whole() {
    let views = views();
    assert!(views.len() >= 40, "{}", views.len());
    let known: BTreeSet<&str> = views.iter().map(|v| v.name.as_str()).collect();
    assert_eq!(known.len(), views.len(), "each name once");
    for view in &views {
        assert!(!view.fields.is_empty(), "{}", view.name);
        for (field, kind, _) in &view.fields {
            let words = kind_in_words(kind);
            let linked = words
                .split('[')
                .nth(1)
                .and_then(|rest| rest.split(']').next());
            assert!(
                linked.is_none_or(|name| known.contains(name)),
                "{}.{field}: {words}",
                view.name
            );
        }
    }
    for (name, view) in contents() {
        assert!(known.contains(view.as_str()), "{name}: {view}");
    }
}

#[test]
fn every_filter_that_the_document_names_is_there() {
    for filter in FILTERS {
        let mut tera = tera::Tera::default();
        let catalogs = std::sync::Arc::new(dateline::messages::Catalogs::embedded());
        dateline::render::word::register(&mut tera, catalogs);
        let added = tera.add_raw_template("a", &format!("{{{{ x | {filter} }}}}"));
        assert!(added.is_ok(), "{filter}: {added:?}");
    }
}

/// What names mean within a template: a view, or several where a component has several callers.
type Scope = BTreeMap<String, String>;

/// The default theme, tag by tag: which fields it asks for of what.
struct Walk {
    fields: BTreeMap<String, BTreeMap<String, String>>,
    every_field: BTreeSet<String>,
    wrong: Vec<String>,
    looked_at: usize,
}

impl Walk {
    fn new() -> Self {
        let fields: BTreeMap<String, BTreeMap<String, String>> = views()
            .into_iter()
            .map(|view| {
                let fields = view.fields.into_iter().map(|(name, kind, _)| (name, kind));
                (view.name, fields.collect())
            })
            .collect();
        let every_field = fields.values().flat_map(|f| f.keys().cloned()).collect();
        Self {
            fields,
            every_field,
            wrong: Vec::new(),
            looked_at: 0,
        }
    }

    fn template(&mut self, file: &str, text: &str) {
        let globals: Scope = contents().into_iter().collect();
        let mut scopes: Vec<Scope> = vec![globals];
        let mut rest = text;
        while let Some(at) = ["{{", "{%"].iter().filter_map(|open| rest.find(open)).min() {
            let line = text[..text.len() - rest.len() + at].matches('\n').count() + 1;
            let close = if rest[at..].starts_with("{{") {
                "}}"
            } else {
                "%}"
            };
            let inner = &rest[at + 2..];
            let end = inner.find(close).expect("the tag ends");
            let tag = inner[..end].trim_matches('-').trim();
            rest = &inner[end + 2..];
            let place = format!("{file}:{line}");
            if let Some(head) = tag.strip_prefix("component ") {
                // Parameters are whatever the callers give.
                let _ = head;
                scopes.push(Scope::new());
                continue;
            }
            if tag.starts_with("endcomponent") || tag == "endfor" {
                scopes.pop();
                continue;
            }
            self.expression(&place, tag, &mut scopes);
        }
        assert_eq!(scopes.len(), 1, "{file}: scopes");
    }

    /// Looks at every path of a tag; binds what it names.
    fn expression(&mut self, place: &str, tag: &str, scopes: &mut Vec<Scope>) {
        let plain = without_texts(tag);
        let mut bound = Scope::new();
        let words: Vec<&str> = plain.split_whitespace().collect();
        for window in words.windows(4) {
            if let ["for", name, "in", path] = window {
                let path = path
                    .trim_start_matches(['[', '.'])
                    .trim_end_matches([',', ']', '}']);
                let view = self.view_of(path, scopes);
                let element = view.and_then(|kind| element(&kind));
                bound.insert(
                    name.trim_matches(',').to_owned(),
                    element.unwrap_or_default(),
                );
            }
        }
        if let ["set", name, "=", ..] = words.as_slice() {
            let scope = scopes.last_mut().expect("a scope");
            scope.insert((*name).to_owned(), String::new());
        }
        scopes.push(bound);
        for path in paths(&plain) {
            self.check(place, &path, scopes);
        }
        if !plain.starts_with("for ") {
            scopes.pop();
        }
    }

    fn view_of(&self, path: &str, scopes: &[Scope]) -> Option<String> {
        let mut parts = path.split('.');
        let root = parts.next()?.split('[').next()?;
        let mut kind = scopes
            .iter()
            .rev()
            .find_map(|scope| scope.get(root))?
            .clone();
        for part in parts {
            let name = part.split('[').next().unwrap_or(part);
            let fields = self.fields.get(bare(&kind))?;
            kind = fields.get(name)?.clone();
            if part.contains('[') {
                kind = element(&kind)?;
            }
        }
        Some(kind).filter(|kind| !kind.is_empty())
    }

    /// A field must be one of its view's; of what a component was given, one of any view's.
    fn check(&mut self, place: &str, path: &str, scopes: &[Scope]) {
        let Some((before, field)) = path.rsplit_once('.') else {
            return;
        };
        if before == "loop" || before.starts_with("loop.") {
            return;
        }
        if before == "words" {
            if !plain_words().contains(field) {
                let wrong = format!("{place}: `{path}`: no message without arguments is `{field}`");
                self.wrong.push(wrong);
            }
            return;
        }
        self.looked_at += 1;
        let field = field.split('[').next().unwrap_or(field);
        let view = self.view_of(before, scopes);
        let fine = match view
            .as_deref()
            .map(bare)
            .and_then(|view| self.fields.get(view))
        {
            Some(fields) => fields.contains_key(field),
            None => self.every_field.contains(field),
        };
        if !fine {
            let of = view.unwrap_or_else(|| "any view".to_owned());
            self.wrong
                .push(format!("{place}: `{path}`: `{field}` is no field of {of}"));
        }
        if before.contains('.') {
            self.check(place, before, scopes);
        }
    }
}

/// The messages that templates see as fields of `words`.
fn plain_words() -> BTreeSet<String> {
    let catalogs = dateline::messages::Catalogs::embedded();
    let words = catalogs.of("en").expect("embedded");
    let map = words.value().as_map().expect("a map");
    map.keys()
        .filter_map(|key| key.as_str().map(str::to_owned))
        .collect()
}

/// `Option<X>` and `Box<X>` are X.
fn bare(kind: &str) -> &str {
    let inner = ["Option<", "Box<"]
        .iter()
        .find_map(|outer| kind.strip_prefix(outer));
    inner.map_or(kind, |inner| inner.trim_end_matches('>'))
}

fn element(kind: &str) -> Option<String> {
    let inner = bare(kind).strip_prefix("Vec<")?;
    Some(inner.strip_suffix('>').unwrap_or(inner).to_owned())
}

/// A tag without what stands in quotes.
fn without_texts(tag: &str) -> String {
    tag.split('"').step_by(2).collect::<Vec<_>>().join(" ")
}

/// Names with dots, in a tag.
fn paths(tag: &str) -> Vec<String> {
    let sign = |c: char| c.is_alphanumeric() || "_.[]".contains(c);
    // What stands in brackets and is no number is a name of its own: `steps[loop.index]`.
    let mut plain = String::with_capacity(tag.len());
    let mut signs = tag.chars().peekable();
    while let Some(c) = signs.next() {
        let number = signs.peek().is_some_and(char::is_ascii_digit);
        plain.push(if c == '[' && !number { ' ' } else { c });
    }
    plain
        .split(|c: char| !sign(c))
        .map(|word| word.trim_matches(['.', '[', ']']))
        .filter(|word| word.contains('.') && word.starts_with(|c: char| c.is_alphabetic()))
        .map(|word| word.replace("[0", "[0]").replace("]]", "]"))
        .collect()
}

#[test]
fn the_default_theme_asks_for_nothing_that_the_document_does_not_name() {
    let mut walk = Walk::new();
    for (file, text) in THEME {
        walk.template(file, text);
    }
    assert!(walk.wrong.is_empty(), "{:#?}", walk.wrong);
    assert!(walk.looked_at > 250, "{}", walk.looked_at);
    let filters: BTreeSet<&str> = FILTERS.into_iter().collect();
    for (file, text) in THEME {
        for (at, _) in text.match_indices(" | ") {
            let word = text[at + 3..].split(|c: char| !(c.is_alphanumeric() || c == '_'));
            let word = word.clone().next().unwrap_or("");
            assert!(filters.contains(word), "{file}: {word}");
        }
    }
}

#[test]
fn a_slip_in_a_template_is_seen() {
    for (text, slip) in [
        (
            "{% if page.typo %}x{% endif %}",
            "`page.typo`: `typo` is no field of Head",
        ),
        ("{{ article.titel }}", "`titel` is no field of ArticleView"),
        (
            "{% for s in article.sources %}{{ s.adress }}{% endfor %}",
            "`adress` is no field of CitationView",
        ),
        (
            "{% component c(x) %}{{ x.nonsense }}{% endcomponent c %}",
            "`nonsense` is no field of any view",
        ),
        (
            "{{ words.overdoo }}",
            "no message without arguments is `overdoo`",
        ),
        (
            "{{ front.expected[0].overdoo }}",
            "`overdoo` is no field of Card",
        ),
    ] {
        let mut walk = Walk::new();
        walk.template("t.html", text);
        assert_eq!(walk.wrong.len(), 1, "{text}: {:?}", walk.wrong);
        assert!(walk.wrong[0].contains(slip), "{text}: {:?}", walk.wrong);
    }
}

#[test]
fn the_example_replaces_the_foot_of_every_page() {
    let document = include_str!("../../TEMPLATES.md");
    let example = document.split("```html\n").nth(1).expect("an example");
    let example = example.split("```").next().expect("its end");
    let site = SiteTest::new()
        .article("a.md", "---\ntitle: A\ndate: 2025\n---\n")
        .file("templates/components/foot.html", example)
        .built();
    for (route, page) in site.pages().filter(|(route, _)| !route.starts_with("old/")) {
        assert!(page.contains("Written by volunteers."), "{route}");
    }
}
