//! The index after edits of texts and headlines on a site of so many entries that a build reads only
//! the parts of the postings that it needs.

use std::path::{Path, PathBuf};

use dateline::world::Operation;

use crate::site_test::{Outcome, ROOT, SITE, SiteTest};

const ARTICLES: usize = 280;
/// More than 4,096 entries, so that where the index is divided depends on half of the articles.
const LISTED: usize = 16;

/// Words that articles have in common, in several forms.
const WORDS: [&str; 12] = [
    "model", "models", "modelled", "weights", "weighing", "release", "released", "closed",
    "closing", "opening", "opened", "strategy",
];

fn article(n: usize, title: &str, text: &str) -> String {
    let entry = |at: usize| {
        let (word, other) = (WORDS[(n + at) % 12], WORDS[(n * 7 + at * 5) % 12]);
        format!(
            "  - {{title: \"The {word} of {other} {n}x{at}\", date: 2021-0{}}}\n",
            at % 9 + 1
        )
    };
    let entries: String = (0..LISTED).map(entry).collect();
    format!("---\ntitle: {title}\ndate: 2021-03-04\nentries:\n{entries}---\n\n{text}\n")
}

/// With this name, three segments begin among them.
fn path(n: usize) -> String {
    format!("content/{n:03}-letter.md")
}

fn first(n: usize) -> String {
    article(
        n,
        &format!("Paper {n}"),
        &format!("A text of {}.", WORDS[n % 12]),
    )
}

fn published() -> SiteTest {
    let config = format!("{SITE}feeds: {{full_content: false}}\n");
    let site = SiteTest::new().site(&config);
    let site = (0..ARTICLES).fold(site, |site, n| site.file(&path(n), &first(n)));
    assert_eq!(site.rebuild().found.text, "");
    site.world.set_fault(None);
    site
}

/// The stored postings.
fn postings(site: &SiteTest) -> Vec<PathBuf> {
    let parsed = Path::new(ROOT).join(".dateline/parsed");
    let names = site.world.files(&parsed).into_keys();
    let names = names.filter(|name| name.to_string_lossy().starts_with("words-"));
    names.map(|name| parsed.join(name)).collect()
}

/// Whether the last build asked how long postings are: one that reads all of them does not.
fn read_in_parts(site: &SiteTest) -> bool {
    let log = site.world.log();
    log.iter().any(|(what, path)| {
        *what == Operation::Stat && path.to_string_lossy().contains("/parsed/words-")
    })
}

fn same_as_clean(site: &SiteTest, outcome: &Outcome, what: &str) {
    let clean = site.built();
    for (name, bytes) in &clean.files {
        assert!(outcome.files.get(name) == Some(bytes), "{what}: {name}");
    }
    assert_eq!(outcome.files.len(), clean.files.len(), "{what}");
}

#[test]
fn an_edit_reads_parts_of_postings_and_makes_what_a_clean_build_makes() {
    let mut site = published();
    assert!(postings(&site).len() > 1, "several sets");
    let new = "Unheard of, and modelling.";
    let text = |n| article(n, &format!("Paper {n}"), new);
    // Where the index is divided depends on the third article: then everything is read.
    let edits = [
        (3, text(3), false),
        (279, text(279), true),
        (279, article(279, "Weighed models", new), true),
        (279, first(279), true),
        (20, text(20), true),
    ];
    for (n, text, in_parts) in edits {
        site = site.file(&path(n), &text);
        site.world.set_fault(None);
        let outcome = site.rebuild();
        assert_eq!(outcome.found.text, "");
        assert_eq!(read_in_parts(&site), in_parts, "{text}");
        same_as_clean(&site, &outcome, &text);
    }
}

#[test]
fn damage_in_what_an_edit_reads_is_found() {
    let mut site = published();
    let edited = (0..ARTICLES).find(|n| {
        let text = article(*n, &format!("Paper {n}"), "Otherwise.");
        site.world.set_fault(None);
        site.world.set(Path::new(ROOT).join(path(*n)), text);
        site.rebuild();
        read_in_parts(&site)
    });
    let n = edited.expect("an article that does not decide where the index is divided");
    for at in 0..postings(&site).len() {
        let spoilt = postings(&site).swap_remove(at);
        let parsed = site.world.files(&spoilt);
        let bytes = parsed.into_values().next().expect("postings");
        // As long as they were: all words and texts are others.
        let damaged: Vec<u8> = bytes.iter().map(|byte| byte ^ 1).collect();
        site.world.set(&spoilt, damaged);
        let text = format!("Opened or closed, {}.", spoilt.display());
        site = site.file(&path(n), &article(n, &format!("Paper {n}"), &text));
        let outcome = site.rebuild();
        assert_eq!(outcome.found.warnings(), ["unusable-memo"]);
        same_as_clean(&site, &outcome, "damaged");
    }
}
