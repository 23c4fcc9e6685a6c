//! `dateline explain`: every code is explained, and its examples are true.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use dateline::diagnostic::explain::{self, Example, Examples};
use dateline::diagnostic::lint::LINTS;

use crate::project::Project;
use crate::site_test::{SiteTest, files_below};

/// A project around an example: what it does not say is as it should be.
fn project(example: &Example) -> SiteTest {
    let mut site = example.site.to_owned() + "\n";
    for (key, line) in [
        ("title:", "title: The Desk\n"),
        ("url:", "url: https://example.org/\n"),
    ] {
        if !example.site.lines().any(|l| l.starts_with(key)) {
            site.push_str(line);
        }
    }
    let mut test = SiteTest::new().site(&site);
    if !example.keys.is_empty() || !example.body.is_empty() {
        let mut keys = format!("{}\n", example.keys);
        for (key, line) in [
            ("title:", "title: The river rises\n"),
            ("date:", "date: 2025-12-09\n"),
        ] {
            if !example.keys.lines().any(|l| l.starts_with(key)) {
                keys.insert_str(0, line);
            }
        }
        test = test.article(
            "article.md",
            &format!("---\n{keys}---\n\n{}\n", example.body),
        );
    }
    example
        .files
        .iter()
        .fold(test, |test, (path, text)| test.file(path, text))
}

fn codes(example: &Example) -> (BTreeSet<&'static str>, String) {
    let found = project(example).check();
    (found.list.iter().map(|d| d.code).collect(), found.text)
}

#[test]
fn every_wrong_example_gives_its_code_and_the_right_one_does_not() {
    let mut untrue = Vec::new();
    for explained in explain::all() {
        let Examples::Shown { wrong, right } = explained.examples else {
            continue;
        };
        let (given, text) = codes(&wrong);
        if !given.contains(explained.code) {
            untrue.push(format!("{} is not given:\n{text}", explained.code));
        }
        let found = project(&right).check();
        if found.list.iter().any(|d| d.code == explained.code) || !found.errors().is_empty() {
            untrue.push(format!(
                "{}: the right one:\n{}",
                explained.code, found.text
            ));
        }
    }
    assert!(untrue.is_empty(), "{}", untrue.join("\n"));
}

/// Codes that the source gives: the first text that is handed to a maker of diagnostics, and, for
/// the few that take it from elsewhere, every text of their file that looks like a code.
fn codes_of_the_source() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut codes: BTreeSet<String> = LINTS.iter().map(|lint| lint.code.to_owned()).collect();
    for (path, bytes) in files_below(&folder) {
        if !path.ends_with(".rs") || path.starts_with("diagnostic/") {
            continue;
        }
        let text = String::from_utf8(bytes).expect("source is text");
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
        let makers = [
            "Diagnostic::error(",
            "Diagnostic::warning(",
            "Diagnostic::notice(",
            "Diagnostic::new(",
        ];
        for maker in makers {
            let makers = text.match_indices(maker).map(|(at, m)| at + m.len());
            for at in makers {
                let arguments: String = text[at..].chars().take(200).collect();
                match first_text(&arguments) {
                    Some(code) => drop(codes.insert(code)),
                    None => codes.extend(texts_like_codes(text)),
                }
            }
        }
    }
    codes
}

/// The text that stands first, or after one argument that is no text: the severity.
fn first_text(arguments: &str) -> Option<String> {
    let arguments = arguments.trim_start();
    let rest = match arguments.starts_with('"') {
        true => arguments,
        false if arguments.starts_with("code") => return None,
        false => &arguments[arguments.find('"')?..],
    };
    let code = rest[1..].split('"').next()?;
    code.bytes()
        .all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit())
        .then(|| code.to_owned())
}

/// In files whose code comes in a pair with other words.
fn texts_like_codes(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split('"').collect();
    let texts = parts.iter().skip(1).step_by(2);
    let is_code = |t: &&&str| {
        t.contains('-')
            && t.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
            && ["broken", "missing", "not", "too", "bad"]
                .iter()
                .any(|w| t.starts_with(&format!("{w}-")))
    };
    texts.filter(is_code).map(|t| (*t).to_owned()).collect()
}

#[test]
fn no_code_is_missing_and_none_is_stale() {
    let explained: Vec<String> = explain::all().iter().map(|e| e.code.to_owned()).collect();
    let once: BTreeSet<String> = explained.iter().cloned().collect();
    assert_eq!(once.len(), explained.len(), "a code is explained twice");
    let there = codes_of_the_source();
    let missing: Vec<_> = there.difference(&once).collect();
    assert!(missing.is_empty(), "not explained: {missing:?}");
    // Those with an example are given by it; the others stand in the source.
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let stale: Vec<_> = explain::all()
        .into_iter()
        .filter(|e| matches!(e.examples, Examples::None(_)))
        .filter(|e| {
            !files_below(&source)
                .iter()
                .filter(|(path, _)| !path.starts_with("diagnostic/explain"))
                .any(|(_, bytes)| {
                    String::from_utf8_lossy(bytes).contains(&format!("\"{}\"", e.code))
                })
        })
        .map(|e| e.code)
        .collect();
    assert!(stale.is_empty(), "{stale:?}");
    // A bug of the program itself has no example; all others are an editor's to make.
    let all = explain::all();
    let all: Vec<_> = all.iter().filter(|e| e.code != "internal-error").collect();
    let shown = all
        .iter()
        .filter(|e| matches!(e.examples, Examples::Shown { .. }));
    let shown = shown.count();
    assert!(
        (all.len() - shown) * 8 <= all.len(),
        "nearly every code has an example"
    );
}

#[test]
fn the_page_of_the_documentation_is_of_this_program() {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&path, explain::page()).expect("written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        there,
        explain::page(),
        "UPDATE=1 cargo test --test it explain renews it"
    );
}

#[test]
fn a_code_is_explained_and_all_are_listed() {
    let project = Project::empty();
    let ran = project.run("explain colon-in-value").code(0);
    assert!(
        ran.out.starts_with("colon-in-value\n\nA value has a colon"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("Wrong:") && ran.out.contains("title: \"Meta: a shift\""),
        "{}",
        ran.out
    );
    let ran = project.run("explain").code(0);
    assert_eq!(ran.out.lines().count(), explain::all().len());
    let ran = project.run("explain bad-dat").code(2);
    assert!(ran.err.contains("did you mean `bad-date`?"), "{}", ran.err);
    let ran = project.run("explain --format json").code(0);
    let all: Vec<serde_json::Value> = serde_json::from_str(&ran.out).expect("a list");
    assert_eq!(all.len(), explain::all().len());
    let ran = project.run("explain bad-date --format json").code(0);
    let one: serde_json::Value = serde_json::from_str(&ran.out).expect("an object");
    assert_eq!(one["wrong"]["keys"], "date: 5/1/2026");
}

#[test]
fn a_run_names_explain_once_and_only_to_people() {
    let project = Project::new()
        .article("a.md", "---\ntitle: A\ndate: x\n---\n")
        .article("b.md", "---\ntitle: B\n---\n");
    let ran = project.run("check").code(1);
    assert_eq!(
        ran.err.matches("dateline explain").count(),
        1,
        "{}",
        ran.err
    );
    assert!(ran.err.contains("`dateline explain CODE`"), "{}", ran.err);
    for format in ["short", "json", "github"] {
        let ran = project.run(&format!("check --format {format}")).code(1);
        assert!(!ran.said().contains("dateline explain"), "{}", ran.said());
    }
    assert!(
        !project
            .run("check -q")
            .code(1)
            .err
            .contains("dateline explain")
    );
}
