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

/// Whether the last build read no more than parts of the postings that are as they were `before`.
fn read_in_parts(site: &SiteTest, before: &[PathBuf]) -> bool {
    let now = postings(site);
    let same: Vec<_> = before.iter().filter(|path| now.contains(path)).collect();
    assert!(!same.is_empty() && same.len() < before.len());
    let log = site.world.log();
    let has = |operation, path: &PathBuf| log.iter().any(|one| *one == (operation, path.clone()));
    let in_parts = same.iter().all(|path| has(Operation::ReadParts, path));
    let whole = same.iter().any(|path| has(Operation::Read, path));
    in_parts && !whole
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
        let before = postings(&site);
        let outcome = site.rebuild();
        assert_eq!(outcome.found.text, "");
        assert_eq!(read_in_parts(&site, &before), in_parts, "{text}");
        same_as_clean(&site, &outcome, &text);
    }
}

#[test]
fn damage_in_what_an_edit_reads_is_found() {
    let mut site = published();
    let text = |words: &str| article(279, "Paper 279", words);
    site = site.file(&path(279), &text("Opened or closed."));
    let before = postings(&site);
    site.rebuild();
    let others = postings(&site);
    let others: Vec<_> = before.iter().filter(|path| others.contains(path)).collect();
    assert_eq!(others.len(), 2, "those that the edits leave as they are");
    let words = ["Released and weighing.", "A strategy, modelled."];
    for (spoilt, words) in others.into_iter().zip(words) {
        let parsed = site.world.files(spoilt);
        let mut damaged = parsed.into_values().next().expect("postings");
        // The list of files is as it was; the words after it are others.
        let from = damaged.len() / 2;
        damaged[from..].iter_mut().for_each(|byte| *byte ^= 1);
        site.world.set(spoilt, damaged);
        site = site.file(&path(279), &text(words));
        site.world.set_fault(None);
        let outcome = site.rebuild();
        let read = (Operation::ReadParts, spoilt.clone());
        let log = site.world.log();
        assert_eq!(log.iter().filter(|one| **one == read).count(), 2);
        assert_eq!(outcome.found.warnings(), ["unusable-memo"]);
        same_as_clean(&site, &outcome, "damaged");
    } // A path of the list of files: nothing more is read of it.
    let spoilt = postings(&site)
        .into_iter()
        .find(|path| before.contains(path));
    let spoilt = spoilt.expect("one that the edits leave as it is");
    let mut damaged = site
        .world
        .files(&spoilt)
        .into_values()
        .next()
        .expect("postings");
    let at = damaged.windows(6).position(|bytes| bytes == b"letter");
    damaged[at.expect("a path")] = b'b';
    site.world.set(&spoilt, damaged);
    site = site.file(&path(279), &text("Otherwise."));
    site.world.set_fault(None);
    let outcome = site.rebuild();
    let log = site.world.log();
    let read = (Operation::ReadParts, spoilt);
    assert_eq!(log.iter().filter(|one| **one == read).count(), 1);
    assert_eq!(outcome.found.warnings(), ["unusable-memo"]);
    same_as_clean(&site, &outcome, "damaged list");
}

/// A result names who said it, which is an article whose own results are in another file.
#[test]
fn a_headline_changes_in_the_results_that_name_it() {
    let plan = "---\ntitle: A harbour\ndate: 2011-05\nentries:\n  - {id: quay, title: The quay opens, date: 2026-03, status: expected}\n---\n";
    let news = |title: &str| {
        format!(
            "---\ntitle: {title}\ndate: 2015-02-03\nupdates: [{{entry: quay, date: 2026-09}}]\n---\n"
        )
    };
    let site = published()
        .file("content/plan.md", plan)
        .file("content/news.md", &news("The quay will be late"));
    site.rebuild().result.expect("a site");
    let site = site.file("content/news.md", &news("The quay is put off"));
    let outcome = site.rebuild();
    same_as_clean(&site, &outcome, "another headline");
    let cards = outcome.files.iter().filter(|(name, bytes)| {
        name.starts_with("search/cards-") && String::from_utf8_lossy(bytes).contains("is put off")
    });
    assert_eq!(
        cards.count(),
        2,
        "that of the article, and that of the quay"
    );
}
