//! Every cure is accepted: what a diagnostic says to write is written, and then the diagnostic is
//! gone and no new one is there.
//!
//! A cure is a fix (what `check --fix` writes), a key or a word in place of the marked one ("write
//! `x`", "write one of a, b"), or a finished line ("write `key: value`") in place of the line.

use std::collections::BTreeMap;

use dateline::diagnostic::explain::{self, Examples};
use dateline::diagnostic::{Diagnostic, Severity};
use proptest::prelude::*;

use crate::mistakes::MISTAKES;
use crate::site_test::{SITE, SiteTest};

const CONFIG: &str = "stances: {open: {label: Open}, closed: {label: Closed}}\n";

fn site(text: &str) -> SiteTest {
    SiteTest::new()
        .site(&format!("{SITE}{CONFIG}"))
        .article("a.md", text)
}

/// Errors and warnings as codes with their number.
fn counts(list: &[Diagnostic]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for d in list.iter().filter(|d| d.severity != Severity::Notice) {
        *counts.entry(d.code).or_default() += 1;
    }
    counts
}

/// The texts that the cures of a diagnostic make of a file.
fn cured(text: &str, d: &Diagnostic) -> Vec<String> {
    if let Some(fix) = &d.fix {
        let mut new = text.to_owned();
        new.replace_range(fix.span.range(), &fix.replacement);
        return vec![new];
    }
    let (Some(span), Some(hint)) = (d.span, d.hint.as_deref()) else {
        return Vec::new();
    };
    let range = span.range();
    let replaced = |word: &str| {
        let mut new = text.to_owned();
        new.replace_range(range.clone(), word);
        new
    };
    if let Some(words) = hint.strip_prefix("write one of ") {
        return words.split(", ").map(replaced).collect();
    }
    // The whole hint, or its last part, is what to write.
    let alone = |start: &str| {
        let rest = hint.strip_prefix(start)?;
        let inner = rest.strip_prefix('`')?.strip_suffix('`')?;
        (!inner.contains('`')).then_some(inner)
    };
    let Some(word) = ["write ", "put it in quotes: "].into_iter().find_map(alone) else {
        return Vec::new();
    };
    if word.contains('…') {
        return Vec::new();
    }
    let start = text[..range.start].rfind('\n').map_or(0, |n| n + 1);
    let end = text[range.start..]
        .find('\n')
        .map_or(text.len(), |n| range.start + n);
    let line = &text[start..end];
    let indent = &line[..line.len() - line.trim_start().len()];
    let key = |line: &str| {
        line.trim_start_matches([' ', '-'])
            .split(':')
            .next()
            .map(str::to_owned)
    };
    // A finished line, or a word in place of what is marked.
    if word.contains(": ") || word.starts_with("- ") {
        if line.len() < range.len() || (key(word) != key(line) && !word.starts_with("- ")) {
            return Vec::new();
        }
        let dash = if line.trim_start().starts_with("- ") && !word.starts_with("- ") {
            "- "
        } else {
            ""
        };
        return vec![format!(
            "{}{indent}{dash}{word}{}",
            &text[..start],
            &text[end..]
        )];
    }
    vec![replaced(word)]
}

/// Cures every diagnostic of a text by itself; returns how many were tried, and what was not
/// accepted.
fn tried(text: &str, site: impl Fn(&str) -> SiteTest) -> (usize, Vec<String>) {
    let found = site(text).check();
    let before = counts(&found.list);
    let mut tried = 0;
    let mut refused = Vec::new();
    for d in found.list.iter().filter(|d| d.severity != Severity::Notice) {
        for new in cured(text, d) {
            tried += 1;
            let after = site(&new).check();
            let now = counts(&after.list);
            let gone = now.get(d.code).copied().unwrap_or(0) < before[d.code];
            let added = now
                .iter()
                .find(|(code, n)| before.get(*code).copied().unwrap_or(0) < **n);
            if !gone || added.is_some() {
                refused.push(format!("{text}\n{:?}\nbecomes\n{new}\n{}", d, after.text));
            }
        }
    }
    (tried, refused)
}

#[test]
fn every_cure_of_every_mistake_is_accepted() {
    let (mut all, mut refused) = (0, Vec::new());
    for (_, text) in MISTAKES {
        let (n, bad) = tried(text, site);
        all += n;
        refused.extend(bad);
    }
    assert!(
        refused.is_empty(),
        "{}\n{}",
        refused.len(),
        refused.join("\n====\n")
    );
    assert!(
        all >= MISTAKES.len() * 2 / 3,
        "only {all} cures of {}",
        MISTAKES.len()
    );
}

#[test]
fn every_cure_of_every_explained_code_is_accepted() {
    let (mut all, mut refused) = (0, Vec::new());
    for explained in explain::all() {
        let Examples::Shown { wrong, .. } = explained.examples else {
            continue;
        };
        if wrong.keys.is_empty() || !wrong.files.is_empty() {
            continue;
        }
        let mut keys = format!("{}\n", wrong.keys);
        for (key, line) in [
            ("title:", "title: The river\n"),
            ("date:", "date: 2025-12-09\n"),
        ] {
            if !wrong.keys.lines().any(|l| l.starts_with(key)) {
                keys.insert_str(0, line);
            }
        }
        let text = format!("---\n{keys}---\n\n{}\n", wrong.body);
        let around = |text: &str| {
            let lines = wrong.site;
            let needed: String = SITE
                .lines()
                .filter(|line| {
                    let key = line.split(':').next().unwrap_or("");
                    !lines.lines().any(|l| l.starts_with(&format!("{key}:")))
                })
                .map(|line| format!("{line}\n"))
                .collect();
            let test = SiteTest::new().site(&format!("{needed}{lines}\n"));
            test.article("a.md", text)
        };
        let (n, bad) = tried(&text, around);
        all += n;
        refused.extend(bad);
    }
    assert!(
        refused.is_empty(),
        "{}\n{}",
        refused.len(),
        refused.join("\n====\n")
    );
    assert!(all > 10, "{all}");
}

/// Lines that YAML reads otherwise than they were meant, or not at all, and what their cure must
/// hold.
const SLIPS: [(&str, &str); 25] = [
    (
        "people:\n - Dan Levy\n  - Ruth Cohen",
        "\n - Dan Levy\n - Ruth Cohen\n",
    ),
    (
        "tags:\n- rail\n  - bridge\n  - river",
        "\n- rail\n- bridge\n- river\n",
    ),
    (
        "tags:\n  - rail\n    - bridge\n  - river",
        "\n  - rail\n  - bridge\n  - river\n",
    ),
    (
        "organisations:\n  - Network\n    Rail\n   - Star",
        "\n  - Network Rail\n  - Star\n",
    ),
    ("authors:\n- A B\n - C D # both", "\n- A B\n- C D # both\n"),
    ("tags: rail\n  - bridge", "tags: [rail, bridge]\n"),
    ("people: A B\n  - C D\n  - E F", "people: [A B, C D, E F]\n"),
    (
        "sources:\n  - {id: star, title: Bridge closed url: https://example.org/x}",
        "{id: star, title: Bridge closed, url: https://example.org/x}",
    ),
    (
        "sources:\n  - {id: star title: A, url: https://example.org/x}",
        "{id: star, title: A, url: https://example.org/x}",
    ),
    (
        "sources:\n  - {id: star title: A url: https://example.org/x}",
        "{id: star, title: A, url: https://example.org/x}",
    ),
    (
        "sources:\n  - {id: star，title: 大，url: https://example.org/x}",
        "{id: star, title: 大, url: https://example.org/x}",
    ),
    (
        "sources:\n  - {id: star; title: A; url: https://example.org/x}",
        "{id: star, title: A, url: https://example.org/x}",
    ),
    (
        "sources:\n  - {id: star、 title: A、 url: https://example.org/x}",
        "{id: star, title: A, url: https://example.org/x}",
    ),
    (
        "sources:\n  - {id: star، title: A, url: https://example.org/x}",
        "{id: star, title: A, url: https://example.org/x}",
    ),
    (
        "entries:\n  - {id: e title: E, date: 2026}",
        "{id: e, title: E, date: 2026}",
    ),
    (
        "sources:\n  - {title: In short: it rains, url: https://example.org/x}",
        "title: \"In short: it rains\"",
    ),
    ("stance: A: open, B: closed", "stance: {A: open, B: closed}"),
    ("stance: A B: open", "stance: {A B: open}"),
    (
        "stance: Acme, Inc.: closed, B: open",
        "stance: {\"Acme, Inc.\": closed, B: open}",
    ),
    (
        "sources:\n  - {id: star, title: \"Bridge\" closed, url: https://example.org/x}",
        r#"{id: star, title: "\"Bridge\" closed", url: https://example.org/x}"#,
    ),
    (
        "sources:\n  - {id: star, title: 'Bridge's x', url: https://example.org/x}",
        "{id: star, title: \"Bridge's x\", url: https://example.org/x}",
    ),
    (
        "sources:\n  - {id: star, title: [A] b, url: https://example.org/x}",
        "{id: star, title: \"[A] b\", url: https://example.org/x}",
    ),
    (
        "sources:\n  - {id: star, title: Bridge #1 closed, url: https://example.org/x}",
        "{id: star, title: \"Bridge #1 closed\", url: https://example.org/x}",
    ),
    (
        "sources:\n  - {title: {Bridge} closed, url: https://example.org/x}",
        "{title: \"{Bridge} closed\", url: https://example.org/x}",
    ),
    (
        "stance: A: open, B: closed, C: open",
        "{A: open, B: closed, C: open}",
    ),
];

#[test]
fn the_cure_of_a_slip_loses_nothing() {
    for (lines, finished) in SLIPS {
        // Only an organisation of the article takes a stance.
        let named = match lines.starts_with("stance") {
            true => "organisations: [A, B, C, A B, \"Acme, Inc.\"]\n",
            false => "",
        };
        let text = format!("---\ntitle: A\ndate: 2025-12-09\n{named}{lines}\nkind: news\n---\n");
        let found = site(&text).check();
        let errors = found.list.iter().filter(|d| d.severity == Severity::Error);
        let errors: Vec<&Diagnostic> = errors.collect();
        assert_eq!(errors.len(), 1, "{lines}: {}", found.text);
        let new = cured(&text, errors[0]);
        assert_eq!(new.len(), 1, "{lines}: {}", found.text);
        assert!(new[0].contains(finished), "{lines}\n{}", new[0]);
        let (tried, refused) = tried(&text, site);
        assert!(tried > 0 && refused.is_empty(), "{}", refused.join("\n"));
    }
}

/// A slip of the keyboard in a word.
fn slipped(word: &str, at: usize, kind: u8) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = at % letters.len();
    match kind % 4 {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters[at] = 'x',
    }
    letters.into_iter().collect()
}

/// Lines that are accepted as they are.
const GOOD: [&str; 16] = [
    "summary: It rains",
    "place: Oslo",
    "published: 2025-12-10",
    "updated: 2025-12-11",
    "tags: [floods, dams]",
    "organisations: [Network Rail]",
    "importance: 4",
    "certainty: reported",
    "status: happened",
    "kind: analysis",
    "draft: false",
    "wording: in winter",
    "sources: [{title: The report, publisher: Star, url: 'https://example.org/'}]",
    "corrections: [{date: 2025-12-12, text: It was wrong}]",
    "aliases: [/old/]",
    "entries: [{id: e, title: E, date: 2024}]",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_cure_of_a_misspelled_key_is_accepted(
        line in 0..GOOD.len(), at in 0..12usize, kind in 0..4u8, other in 0..GOOD.len(),
    ) {
        let (key, value) = GOOD[line].split_once(':').expect("a key");
        let wrong = format!("{}:{value}", slipped(key, at, kind));
        let other = if other == line { "" } else { GOOD[other] };
        let text = format!("---\ntitle: A\ndate: 2025-12-09\n{wrong}\n{other}\n---\n");
        let (_, refused) = tried(&text, site);
        prop_assert!(refused.is_empty(), "{}", refused.join("\n"));
    }

    #[test]
    fn the_cure_of_a_slip_in_yaml_is_accepted(
        words in "[A-Z][a-z]{1,6}( [a-z]{1,6}){0,3}",
        sign in prop::sample::select(vec![": ", ", ", " #", ":", "： ", ":\u{a0}", ""]),
        more in "[a-z]{1,6}( [a-z]{1,6}){0,2}",
        form in 0..7usize,
    ) {
        let text = format!("{words}{sign}{more}");
        let lines = match form {
            0 => format!("place: {text}"),
            1 => format!("sources:\n  - {{id: star, title: {text}, url: https://example.org/x}}"),
            2 => format!("sources:\n  - {{id:star, title: {words}}}"),
            3 => format!("tags: #{} #{more}", words.to_lowercase()),
            4 => format!("sources:\n– title: {words}"),
            5 => format!("sources:\n- id: star\ntitle: {words}\nurl: https://example.org/x"),
            _ => format!("summary{sign}{words}"),
        };
        let text = format!("---\ntitle: A\ndate: 2025-12-09\n{lines}\nkind: news\n---\n");
        let (_, refused) = tried(&text, site);
        prop_assert!(refused.is_empty(), "{}", refused.join("\n"));
    }
}
