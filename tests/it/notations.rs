//! Front matter in TOML and JSON says what the same front matter in YAML says.

use crate::project::Project;
use crate::site_test::{Outcome, SiteTest};

const BODY: &str = "## Section\n\nThe river rose [^a].\n\n[^a]: A note.\n";

const YAML: &str = r#"---
title: "The river: a \"survey\""
date: 2021-03-04T05:06:07+07:00
updated: 2021-04-05T06:07:08Z
description: What it says.
aliases: [/old/, /older/]
weight: 3
taxonomies:
  tags: [rivers, dykes]
  authors: [Jane Editor]
extra:
  math: true
sources:
  - title: The report
    url: https://example.net/report
    publisher: The office
    date: 2021-03-03
entries:
  - {id: second, title: The dyke breaks, date: "2021-05"}
---
"#;

const TOML: &str = r#"+++
title = "The river: a \"survey\""
date = 2021-03-04T05:06:07+07:00
updated = 2021-04-05T06:07:08Z # said
description = 'What it says.'
aliases = [
  "/old/",
  "/older/", # both
]
weight = 3

[taxonomies]
tags = ["rivers", "dykes"]
authors = ["Jane Editor"]

[extra]
math = true

[[sources]]
title = "The report"
url = "https://example.net/report"
publisher = "The office"
date = 2021-03-03

[[entries]]
id = "second"
title = "The dyke breaks"
date = "2021-05"
+++
"#;

const JSON: &str = r#"{
	"title": "The river: a \"survey\"",
	"date": "2021-03-04T05:06:07+07:00",
	"updated": "2021-04-05T06:07:08Z",
	"description": "What it says.",
	"aliases": ["/old/", "\/older\/"],
	"weight": 3,
	"taxonomies": {"tags": ["rivers", "dykes"], "authors": ["Jane Editor"]},
	"extra": {"math": true},
	"sources": [{
		"title": "The report", "url": "https://example.net/report",
		"publisher": "The office", "date": "2021-03-03"
	}],
	"entries": [{"id": "second", "title": "The dyke breaks", "date": "2021-05"}]
}
"#;

fn built(front: &str) -> Outcome {
    SiteTest::new()
        .article("2021/river.md", &format!("{front}{BODY}"))
        .built()
}

#[test]
fn toml_and_json_say_what_yaml_says() {
    let expected = built(YAML);
    assert!(expected.has("river/index.html"));
    assert!(
        expected
            .text("river/index.html")
            .contains("The dyke breaks")
    );
    let fenced = |open: &str, front: &str| {
        let inner = front.trim_start_matches("+++\n").trim_end_matches("+++\n");
        format!("{open}\n{inner}---\n")
    };
    for front in [
        TOML.to_owned(),
        JSON.to_owned(),
        TOML.replace('\n', "\r\n"),
        JSON.replace('\n', "\r\n"),
        format!("\u{feff}{TOML}"),
        format!("<!-- written by hand -->\n\n{TOML}"),
        fenced("---toml", TOML),
        fenced("---json", JSON),
    ] {
        let site = built(&front);
        assert_eq!(
            site.found.errors(),
            expected.found.errors(),
            "{}",
            site.found.text
        );
        assert_eq!(
            site.found.warnings(),
            expected.found.warnings(),
            "{front}\n{}",
            site.found.text
        );
        let routes = |site: &Outcome| site.files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(routes(&site), routes(&expected));
        for (route, bytes) in &site.files {
            assert!(
                bytes == &expected.files[route],
                "{route} differs for\n{front}"
            );
        }
    }
}

#[test]
fn a_mistake_in_another_notation_is_cured_in_that_notation() {
    for (text, code, line, help) in [
        (
            "+++\ntitle = River\ndate = 2021-03-04\n+++\n",
            "broken-toml",
            "a.md:2:9",
            "write `title = \"River\"`",
        ),
        (
            "+++\ntitle: \"River\"\ndate = 2021-03-04\n+++\n",
            "broken-toml",
            "a.md:2:6",
            "write `title = \"River\"`",
        ),
        (
            "+++\ntitle = \"River\"\ndate = 2021-03\n+++\n",
            "broken-toml",
            "a.md:3:8",
            "write `date = \"2021-03\"`",
        ),
        (
            "+++\ntitle = \"River\"\n+++\n",
            "missing-date",
            "a.md:1:1",
            "in TOML, with `=` for the colon",
        ),
        (
            "+++\ntitle = \"River\"\ntitle = \"Dyke\"\ndate = 2021-03-04\n+++\n",
            "broken-toml",
            "a.md:3:1",
            "keep one of the lines with `title`",
        ),
        (
            "+++\ntitle = \"River\"\ndate = 2021-03-04\n",
            "unclosed-front-matter",
            "a.md:1:1",
            "add a line with +++",
        ),
        (
            "{\n  \"title\": \"River\"\n  \"date\": \"2021-03-04\"\n}\n",
            "broken-yaml",
            "a.md:2:18",
            "write `\"title\": \"River\",`",
        ),
        (
            "{\n  \"title\": \"River\"\n}\n",
            "missing-date",
            "a.md:1:1",
            "in JSON, with keys and texts in quotes",
        ),
    ] {
        let found = SiteTest::new().article("a.md", text).check();
        assert_eq!(found.errors(), [code], "{text}\n{}", found.text);
        assert!(found.text.contains(line), "{text}\n{}", found.text);
        assert!(found.text.contains(help), "{text}\n{}", found.text);
    }
}

#[test]
fn other_notations_are_read_and_never_edited() {
    let slip = TOML.replace("2021-03-03", "\"3 March 2021\"");
    for text in [TOML, JSON, &slip] {
        let text = format!("{text}{BODY}");
        let project = Project::new().article("river.md", &text);
        project.run("fmt").code(0);
        assert_eq!(project.read("content/river.md"), text);
        project.run("check --fix");
        assert_eq!(project.read("content/river.md"), text);
    }
    let expected = format!("{TOML}{BODY}").replace("[extra]", "status = \"expected\"\n[extra]");
    let expected = expected.replace("2021-03-04T05:06:07+07:00", "2027-03-04");
    let moved = expected
        .replace("status = \"expected\"\n", "")
        .replace("weight = 3\n", "weight = 3\nstatus = \"expected\"\n");
    let project = Project::new().article("river.md", &moved);
    let ran = project.run("update river --checked 2026-01-01");
    assert_ne!(ran.code, 0, "{}", ran.said());
    assert!(ran.err.contains("checked: 2026-01-01"), "{}", ran.said());
    assert_eq!(project.read("content/river.md"), moved);
}

#[test]
fn a_text_that_begins_with_a_brace_is_no_front_matter() {
    for text in ["{{< figure >}}\n", "{% raw %}\n", "{a, b}\n"] {
        let site = SiteTest::new()
            .article("good.md", "---\ntitle: A river\ndate: 2021\n---\n")
            .article("a.md", text)
            .built();
        assert!(site.found.warnings().contains(&"left-out"), "{text}");
    }
}

#[test]
fn every_mistake_of_json_is_told_in_one_run() {
    let front = "  \"title\": \"The river\"\n  \"date\": \"2021-03-34\",\n  \"tags\": [\"a\", \"b\",\n  \"place\": \"Oslo,\n  \"kidn\": \"news\",\n  \"sources\": [{\"titel\": \"B\"}]\n";
    for text in [
        format!("{{\n{front}}}\n\nText {{{{<nothing>}}}} [a](b.md).\n"),
        format!(";;;\n{front};;;\n\nText {{{{<nothing>}}}} [a](b.md).\n"),
        format!("---json\n{{\n{front}}}\n---\n\nText {{{{<nothing>}}}} [a](b.md).\n"),
    ] {
        let found = SiteTest::new().article("a.md", &text).check();
        let told = &found.text;
        let first = text
            .lines()
            .position(|line| line.contains("title"))
            .expect("there")
            + 1;
        for (line, cure) in [
            (0, "write `\"title\": \"The river\",`"),
            (1, "2021-03"),
            (2, "write `\"tags\": [\"a\", \"b\"],`"),
            (3, "write `\"place\": \"Oslo\",`"),
            (4, "`kind`"),
            (5, "`title`"),
        ] {
            assert!(
                told.contains(&format!("a.md:{}:", first + line)),
                "{line}: {told}"
            );
            assert!(told.contains(cure), "{cure}: {told}");
        }
    }
}

#[test]
fn each_finished_line_of_json_is_accepted() {
    for line in [
        "\"place\": \"Oslo\"",
        "\"place\" = \"Oslo\",",
        "\"place\" \"Oslo\",",
        "\"place\": \"Oslo,",
        "\"place\": Oslo\",",
        "\"place\": \"The \"old\" town\",",
        "“place”: “Oslo”,",
        "\"tags\": [\"a\", \"b\",",
        "\"tags\": [\"a\" \"b\"],",
        "\"tags\": [\"a\", \"b],",
        "\"place\": \"Oslo\",,",
        "\"place\": \"Oslo\"],",
        "\"place\" => \"Oslo\",",
        "\"place\": \"Oslo\"; ",
    ] {
        let text = format!("{{\n\"title\": \"A\",\n{line}\n\"date\": \"2021-03-04\"\n}}\nText.\n");
        let found = SiteTest::new().article("a.md", &text).check();
        let d = found
            .list
            .first()
            .unwrap_or_else(|| panic!("no mistake: {line}"));
        let at = text[..d.span.expect("a place").start as usize]
            .matches('\n')
            .count();
        assert_eq!(at, 2, "{line}: {}", found.text);
        let hint = d.hint.as_deref().expect("a hint");
        let cure = hint
            .strip_prefix("write `")
            .and_then(|h| h.strip_suffix('`'));
        let cured = text.replace(line, cure.unwrap_or_else(|| panic!("{line}: {hint}")));
        let found = SiteTest::new().article("a.md", &cured).check();
        assert!(
            !found.errors().contains(&"broken-yaml"),
            "{line}: {cured}\n{}",
            found.text
        );
    }
}
