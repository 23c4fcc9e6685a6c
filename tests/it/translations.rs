//! The fixture `translations`: articles in two languages, counted once.

use crate::goldens::Goldens;
use crate::html::{self, Tag};
use crate::site_test::{Outcome, SiteTest};

fn translations() -> Outcome {
    SiteTest::fixture("translations").built()
}

/// Languages and addresses of `<link rel="alternate" hreflang>`.
fn alternates(page: &str) -> Vec<(String, String)> {
    let pair = |tag: Tag| {
        let lang = tag.attribute("hreflang")?.to_owned();
        let is_link = tag.name == "link" && tag.attribute("rel") == Some("alternate");
        is_link.then(|| (lang, tag.attribute("href").unwrap_or("").to_owned()))
    };
    html::tags(page).into_iter().filter_map(pair).collect()
}

#[test]
fn a_site_in_two_languages_reads_as_it_should() {
    let site = translations();
    Goldens::of("translations")
        .diagnostics(&site.found.text)
        .whole(&site, ["feed.xml"])
        .texts(
            &site,
            [
                "index.html",
                "2025/index.html",
                "dam/index.html",
                "bendungan/index.html",
                "terlihat/index.html",
                "expected/index.html",
                "rivers/ciliwung/index.html",
                "tags/bendungan/index.html",
            ],
        )
        .hold();
}

#[test]
fn each_language_names_every_language() {
    let site = translations();
    let expected = [
        ("en", "https://example.org/news/dam/"),
        ("id", "https://example.org/news/bendungan/"),
        ("x-default", "https://example.org/news/dam/"),
    ]
    .map(|(lang, url)| (lang.to_owned(), url.to_owned()));
    for route in ["dam/index.html", "bendungan/index.html"] {
        assert_eq!(alternates(site.text(route)), expected, "{route}");
    }
    assert!(alternates(site.text("terlihat/index.html")).is_empty());
    let dam = html::links(site.text("dam/index.html"));
    let link = ("Bahasa Indonesia".to_owned(), "/news/bendungan/".to_owned());
    assert!(dam.contains(&link), "{dam:?}");
}

#[test]
fn an_event_in_two_languages_stands_once() {
    let site = translations();
    let year = html::text_of_main(site.text("2025/index.html"));
    assert_eq!(year.matches("The dam is planned").count(), 1, "{year}");
    assert!(!year.contains("Bendungan direncanakan"), "{year}");
    assert!(
        year.contains("Sudah terbit"),
        "its original does not show: {year}"
    );
    let term = html::text_of_main(site.text("rivers/ciliwung/index.html"));
    assert!(term.contains("3 entries"), "{term}");
    let expected = html::text_of_main(site.text("expected/index.html"));
    assert_eq!(expected.matches("postponed once").count(), 1, "{expected}");
}

#[test]
fn a_translation_knows_what_became_of_its_event() {
    let site = translations();
    let page = html::text_of_main(site.text("bendungan/index.html"));
    assert!(page.contains("2027"), "{page}");
    let dead = html::dead_ends(&site.files, "https://example.org", "/news/");
    assert!(dead.is_empty(), "{dead:#?}");
}

fn tied(first: &str, second: &str) -> SiteTest {
    let article =
        |name: &str, keys: &str| format!("---\ntitle: {name}\ndate: 2025-01-01\n{keys}---\n");
    SiteTest::new()
        .article("a.md", &article("A", first))
        .article("b.md", &article("B", second))
}

#[test]
fn an_original_that_is_nowhere_is_an_error() {
    let found = tied("", "lang: id\ntranslation_of: aa\n").check();
    assert_eq!(found.errors(), ["unknown-original"], "{}", found.text);
    assert!(found.text.contains("did you mean `a`?"), "{}", found.text);
}

#[test]
fn two_translations_of_one_language_are_an_error() {
    let found = tied("", "translation_of: a\n").check();
    assert_eq!(found.errors(), ["duplicate-translation"], "{}", found.text);
    for path in ["content/a.md", "content/b.md"] {
        assert!(found.text.contains(path), "{}", found.text);
    }
    let again = "---\ntitle: C\ndate: 2025-01-01\nlang: ID\ntranslation_of: a\n---\n";
    let found = tied("", "lang: id\ntranslation_of: a\n")
        .article("c.md", again)
        .check();
    assert_eq!(found.errors(), ["duplicate-translation"], "{}", found.text);
}

#[test]
fn translations_in_a_circle_are_an_error() {
    let found = tied("translation_of: b\n", "lang: id\ntranslation_of: a\n").check();
    let circular = "circular-translation";
    assert_eq!(found.errors(), [circular, circular], "{}", found.text);
    let found = tied("translation_of: a\n", "").check();
    assert_eq!(found.errors(), [circular], "{}", found.text);
}

#[test]
fn a_translation_of_a_translation_belongs_to_the_original() {
    let third = "---\ntitle: C\ndate: 2025-01-01\nlang: fr\ntranslation_of: b\n---\n";
    let site = tied("", "lang: id\ntranslation_of: a\n")
        .article("c.md", third)
        .built();
    let langs: Vec<String> = alternates(site.text("c/index.html"))
        .into_iter()
        .map(|(lang, _)| lang)
        .collect();
    assert_eq!(langs, ["en", "fr", "id", "x-default"]);
    let year = html::text_of_main(site.text("2025/index.html"));
    assert!(year.contains("1 entry"), "{year}");
}

#[test]
fn an_entry_that_only_a_translation_has_is_a_warning_and_can_be_linked_to() {
    let entries = "entries: [{id: plan, title: Plan, date: 2026-Q2, status: expected}]\n";
    let third = "---\ntitle: C\ndate: 2025-01-02\n---\n\nSee [[plan]].\n";
    let site = tied("", &format!("lang: id\ntranslation_of: a\n{entries}"))
        .article("c.md", third)
        .built();
    assert!(
        site.found.warnings().contains(&"unpaired-entry"),
        "{}",
        site.found.text
    );
    let links = html::references(site.text("c/index.html"));
    assert!(links.contains("/b/#entry-plan"), "{links:?}");
    assert!(!site.has("expected/index.html"));
}

#[test]
fn what_is_retracted_is_retracted_in_every_language() {
    let entries = "tags: [lakes]\nentries: [{id: plan, title: Plan, date: 2025-02-02}]\n";
    let wrong = "corrections: [{date: 2025-06-01, kind: retraction, text: Wrong}]\n";
    let site = tied(
        &format!("{entries}{wrong}"),
        &format!("lang: id\ntranslation_of: a\n{entries}"),
    )
    .built();
    assert!(!site.has("tags/lakes/index.html"));
    assert!(!site.has("2025/02/index.html"));
}

#[test]
fn what_only_a_translation_of_a_retracted_article_has_can_still_be_linked_to() {
    let wrong = "corrections: [{date: 2025-06-01, kind: retraction, text: Wrong}]\n";
    let entries = "entries: [{id: plan, title: Plan, date: 2025-02-02}]\n";
    let third = "---\ntitle: C\ndate: 2025-01-02\n---\n\nSee [[plan]].\n";
    let site = tied(wrong, &format!("lang: id\ntranslation_of: a\n{entries}"))
        .article("c.md", third)
        .built();
    let links = html::references(site.text("c/index.html"));
    assert!(links.contains("/b/#entry-plan"), "{links:?}");
    assert!(!site.has("2025/02/index.html"));
}
