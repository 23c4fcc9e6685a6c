//! The keys of front matter and `site.yaml`: one row each, with its meaning, form, default, example
//! and place on the site. Readers take keys by these tables, and `docs/front-matter.md` and
//! `docs/site-yaml.md` are written from them.

pub mod front_matter;
pub mod site;
mod words;

use std::fmt::Write;

use crate::yaml::table::{Form, Key, KeyTable};

/// A part of a page of the reference.
struct Part {
    heading: &'static str,
    /// What comes before the keys.
    lead: &'static str,
    /// The path of the keys, with a dot at its end: `sources.`; empty at the top.
    path: &'static str,
    table: &'static KeyTable,
}

/// Formats `docs/front-matter.md`.
pub fn front_matter_page() -> String {
    let parts = [
        Part {
            heading: "Articles",
            lead: "Only `title` and `date` are required. A key that is empty counts as absent. Key names are\ncase-insensitive. The names of the taxonomies that `site.yaml` adds are keys too.",
            path: "",
            table: &front_matter::ARTICLE,
        },
        Part {
            heading: "Static pages",
            lead: "Files in `content/pages/`.",
            path: "page.",
            table: &front_matter::PAGE,
        },
        Part {
            heading: "Texts of terms and stories",
            lead: "Files in `content/terms/<taxonomy>/` and `content/stories/`. All keys are optional.",
            path: "text.",
            table: &front_matter::TEXT,
        },
    ];
    page(
        "Front matter",
        "The keys between the `---` lines of a file in `content/`.",
        &parts,
    )
}

/// Formats `docs/site-yaml.md`.
pub fn site_page() -> String {
    let part = Part {
        heading: "Keys",
        lead: "Only `title` and `url` are required. Any other key is an error. `dateline init --full` writes a\n`site.yaml` with every key that has an effect.",
        path: "",
        table: &site::SITE,
    };
    page("site.yaml", "The configuration of a site.", &[part])
}

fn page(title: &str, lead: &str, parts: &[Part]) -> String {
    let mut out = format!(
        "# {title}\n\n{lead} The program reads keys by the table from which this page is written\n(`UPDATE=1 cargo test --test it reference`).\n"
    );
    for part in parts {
        let _ = write!(out, "\n## {}\n\n{}\n", part.heading, part.lead);
        keys(part.table, part.path, &mut out);
    }
    out
}

/// Formats the keys of a map, each followed by those inside it.
fn keys(table: &KeyTable, path: &str, out: &mut String) {
    for key in table.keys {
        let name = format!("{path}{}", key.name);
        let _ = write!(out, "\n### {name}\n\n{}\n\n", key.means);
        row(key, out);
        if let Some(inner) = key.form.inner()
            // Described once, where an article has it.
            && !(path == "entries." && key.name == "slipped")
        {
            let between = match key.form {
                Form::NamedGroups(_) | Form::NamedGroupsOrNames(_) => ".<name>.",
                _ => ".",
            };
            keys(inner, &format!("{name}{between}"), out);
        }
    }
}

fn row(key: &Key, out: &mut String) {
    let _ = writeln!(out, "- Form: {}", key.form.describe());
    if !key.default.is_empty() {
        let _ = writeln!(out, "- Default: {}", key.default);
    }
    if !key.names.is_empty() {
        let names: Vec<String> = key.names.iter().map(|name| format!("`{name}`")).collect();
        let _ = writeln!(out, "- Also read: {}", names.join(", "));
    }
    match key.works {
        true => {
            let _ = writeln!(out, "- Shown: {}", key.shows);
        }
        false => {
            let _ = writeln!(out, "- Shown: nowhere; it has no effect in this version");
        }
    }
    let _ = writeln!(out, "- Since: {}", key.since);
    if !key.example.is_empty() {
        let _ = write!(out, "\n```yaml\n{}\n```\n", key.example);
    }
}
