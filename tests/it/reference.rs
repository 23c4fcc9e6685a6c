//! The reference of keys is that of the reader: its pages are written from the reader's tables, and
//! every example in it is accepted.

use std::path::Path;

use dateline::diagnostic::Severity;
use dateline::reference::{self, front_matter, site};
use dateline::yaml::table::{Form, Key, KeyTable};

use crate::site_test::{Found, SITE, SiteTest};

#[track_caller]
fn hold(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&path, text).expect("written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        there, text,
        "UPDATE=1 cargo test --test it reference renews it"
    );
}

#[test]
fn the_pages_of_the_documentation_are_of_this_program() {
    hold("docs/front-matter.md", &reference::front_matter_page());
    hold("docs/site-yaml.md", &reference::site_page());
}

#[test]
fn every_key_is_described() {
    fn described(table: &KeyTable) {
        for key in table.keys {
            let place = format!("`{}` of {}", key.name, table.name);
            assert!(
                key.means.ends_with('.') || std::ptr::eq(table, &raw const site::LINT),
                "{place}"
            );
            assert!(
                !key.example.is_empty() || std::ptr::eq(table, &raw const site::LINT),
                "{place}"
            );
            assert!(!key.works || !key.shows.is_empty(), "{place}");
            assert!(!key.since.is_empty(), "{place}");
            if let Some(inner) = key.form.inner() {
                described(inner);
            }
        }
    }
    for table in [
        &front_matter::ARTICLE,
        &front_matter::PAGE,
        &front_matter::TEXT,
        &site::SITE,
    ] {
        described(table);
    }
}

/// A site that has everything that an example may name.
fn around() -> SiteTest {
    SiteTest::new()
        .site(&format!(
            "{SITE}stances: {{open: {{label: Open}}, closed: {{label: Closed}}}}\n"
        ))
        .bytes("content/avocado.jpg", b"\xff\xd8\xff\xe0")
        .article(
            "avocado-closed-first.md",
            "---\nid: avocado-closed\ntitle: Avocado\ndate: 2025-01-01\nlang: id\ntags: [release strategy]\nentries: [{id: launch, title: Launch, date: 2026-Q1, status: expected}]\n---\n",
        )
        .article(
            "llama-4-release.md",
            "---\ntitle: Llama 4\ndate: 2025-04-05\nstory: llama-to-avocado\n---\n",
        )
}

#[track_caller]
fn accepted(found: &Found, what: &str) {
    let bad: Vec<_> = found
        .list
        .iter()
        .filter(|d| d.severity == Severity::Error || d.code == "unknown-key")
        .collect();
    assert!(bad.is_empty(), "{what}\n{}", found.text);
}

/// The lines of an article's front matter with an example, and what it needs besides.
fn article(key: &Key) -> String {
    let mut lines = String::new();
    for (name, line) in [
        ("title", "title: A title\n"),
        ("date", "date: 2025-12-09\n"),
    ] {
        if key.name != name {
            lines.push_str(line);
        }
    }
    if key.name == "stance" {
        lines.push_str("organisations: [Meta]\n");
    }
    let example = match key.name {
        "updates" => key.example.replace("avocado-launch", "launch"),
        "id" => "id: own".to_owned(),
        _ => key.example.to_owned(),
    };
    format!("---\n{lines}{example}\n---\n\nText.\n")
}

#[test]
fn every_example_of_an_article_is_accepted() {
    for key in front_matter::ARTICLE.keys {
        let found = around().article("example.md", &article(key)).check();
        accepted(&found, key.example);
        for name in key.names {
            let renamed = key.example.replacen(key.name, name, 1);
            let text = article(&Key {
                example: Box::leak(renamed.into()),
                ..*key
            });
            accepted(&around().article("example.md", &text).check(), name);
        }
        let Some(inner) = key.form.inner() else {
            continue;
        };
        let needed = match key.name {
            "sources" => vec![("title", "title: A report")],
            "entries" => vec![
                ("title", "title: An entry"),
                ("date", "date: 2026-Q1"),
                ("id", "id: own"),
            ],
            "slipped" => vec![("from", "from: 2025")],
            "updates" => vec![("entry", "entry: launch"), ("date", "date: 2026-01")],
            "corrections" => vec![
                ("date", "date: 2025-12-14"),
                ("text", "text: It was wrong."),
            ],
            _ => vec![("src", "src: avocado.jpg"), ("alt", "alt: It")],
        };
        for row in inner.keys {
            let mut lines: Vec<&str> = needed
                .iter()
                .filter(|(name, _)| *name != row.name)
                .map(|(_, line)| *line)
                .collect();
            let example = match key.name {
                "updates" => row
                    .example
                    .replace("avocado-launch", "launch")
                    .replace("source: cnbc", "source: s"),
                _ => row.example.replace("source: cnbc", "source: s"),
            };
            lines.push(&example);
            let dash = if key.name == "image" { "  " } else { "- " };
            let item = format!("{dash}{}", lines.join("\n").replace('\n', "\n  "));
            let item = match key.name {
                "image" => format!("  {}", lines.join("\n  ")),
                _ => item,
            };
            let more = match key.name {
                "sources" => "",
                _ => "sources: [{id: s, title: S}]\norganisations: [Meta]\n",
            };
            let text = format!(
                "---\ntitle: A title\ndate: 2025-12-09\n{more}{}:\n{item}\n---\n",
                key.name
            );
            accepted(&around().article("example.md", &text).check(), &text);
        }
    }
}

#[test]
fn every_example_of_a_page_and_a_text_is_accepted() {
    for (table, path) in [
        (&front_matter::PAGE, "content/pages/example.md"),
        (&front_matter::TEXT, "content/stories/llama-to-avocado.md"),
    ] {
        for key in table.keys {
            let title = if key.name == "title" {
                ""
            } else {
                "title: A title\n"
            };
            let text = format!("---\n{title}{}\n---\n\nText.\n", key.example);
            accepted(&around().file(path, &text).check(), &text);
        }
    }
}

#[test]
fn every_example_of_the_configuration_is_accepted() {
    fn examples(table: &KeyTable) -> Vec<String> {
        let mut all = Vec::new();
        for key in table.keys.iter().filter(|key| !key.example.is_empty()) {
            all.push(key.example.to_owned());
            let Some(inner) = key.form.inner() else {
                continue;
            };
            let list = matches!(key.form, Form::Groups(_));
            for example in examples(inner) {
                // With what the group requires.
                let needed = match key.name {
                    "owner" | "links" if list => "label: A\nurl: https://example.org/\n",
                    "owner" => "label: A\nurl: https://example.org/\n",
                    "menu" => "label: A\npage: /\n",
                    "notice" => "text: A\n",
                    "giscus" => "repo: a/b\ncategory: C\n",
                    "sponsor_top" => "fragment: sponsor.html\nlabel: A\n",
                    "redirects" => "from: /a/\nto: /b/\n",
                    _ => "",
                };
                let own = example.split(':').next().unwrap_or("");
                let needed = needed
                    .lines()
                    .filter(|l| !l.starts_with(&format!("{own}:")));
                let group: Vec<&str> = needed.chain(example.lines()).collect();
                let named = matches!(key.form, Form::NamedGroups(_) | Form::NamedGroupsOrNames(_));
                let indent = if named { "    " } else { "  " };
                let group = group.join(&format!("\n{indent}"));
                all.push(match (list, named) {
                    (true, _) => format!("{}:\n- {group}", key.name),
                    (_, true) => format!("{}:\n  own:\n    {group}", key.name),
                    _ => format!("{}:\n  {group}", key.name),
                });
            }
        }
        all
    }
    let all = examples(&site::SITE);
    assert!(all.len() > 80, "{}", all.len());
    for example in all {
        let own = example.split(':').next().unwrap_or("");
        let mut needed = "title: Test\nurl: https://example.org/\n".to_owned();
        if own == "languages" {
            needed.push_str("stances: {open: {label: Open}}\n");
        }
        let needed: String = needed
            .lines()
            .filter(|line| !line.starts_with(&format!("{own}:")))
            .map(|line| format!("{line}\n"))
            .collect();
        let test = ["logo.svg", "favicon.svg", "share.png"]
            .iter()
            .fold(SiteTest::new(), |test, file| {
                test.file(
                    &format!("static/{file}"),
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                )
            })
            .file("sponsor.html", "<p>Ad</p>")
            .file("content/pages/about.md", "---\ntitle: About\n---\n");
        let found = test.site(&format!("{needed}{example}\n")).check();
        accepted(&found, &example);
    }
}
