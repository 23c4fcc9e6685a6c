//! The fixture `terms`: texts of terms, aliases, clashes.

use crate::goldens::Goldens;
use crate::html;
use crate::site_test::{Outcome, SiteTest};

/// Texts that keep the site from being built.
const FAULTY: [&str; 3] = [
    "content/terms/organisations/DeepMind.md",
    "content/terms/organisations/google-deepmind.md",
    "content/terms/organisations/nobody.md",
];

fn sound() -> SiteTest {
    FAULTY
        .into_iter()
        .fold(SiteTest::fixture("terms"), SiteTest::without)
        .article(
            "terms/organisations/google-deepmind.md",
            "---\nsummary: Two houses that became one.\n---\n",
        )
}

fn built() -> Outcome {
    sound().built()
}

#[test]
fn texts_of_terms_stand_on_their_pages_and_their_faults_are_named() {
    let site = built();
    let all = SiteTest::fixture("terms").check();
    Goldens::of("terms")
        .diagnostics(&all.text)
        .texts(
            &site,
            [
                "organisations/meta/index.html",
                "organisations/google-deepmind/index.html",
                "tags/c-plus-plus/index.html",
                "tags/c-plus-plus-2/index.html",
                "organisations/deepmind/index.html",
            ],
        )
        .hold();
}

#[test]
fn a_text_takes_its_files_along_and_its_links_lead_somewhere() {
    let site = built();
    assert!(site.has("organisations/meta/sign.svg"));
    let page = html::references(site.text("organisations/meta/index.html"));
    for href in ["/news/a/", "/news/organisations/google-deepmind/"] {
        assert!(page.contains(href), "{page:?}");
    }
    let article = html::references(site.text("a/index.html"));
    assert!(
        article.contains("/news/organisations/meta/#what-it-makes"),
        "{article:?}"
    );
    let dead = html::dead_ends(&site.files, "https://example.org", "/news/");
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn every_other_name_of_a_term_leads_to_it() {
    let site = built();
    for alias in ["deepmind", "google-brain"] {
        let page = site.text(&format!("organisations/{alias}/index.html"));
        let to = "/news/organisations/google-deepmind/";
        assert!(html::references(page).contains(to), "{alias}: {page}");
    }
}

#[test]
fn an_explainer_without_a_date_is_no_event_and_is_found() {
    let text = "---\ntitle: What a dam is\nkind: explainer\npublished: 2025-01-01T00:00:00Z\ntags: [dam]\n---\n\nA wall.\n";
    let event = "---\ntitle: The dam opens\ndate: 2025-02-01\npublished: 2025-02-01\nkind: analysis\ntags: [dam]\n---\n";
    let site = SiteTest::new()
        .article("what.md", text)
        .article("opens.md", event)
        .built();
    assert!(site.text("feed.xml").contains("What a dam is"));
    let term = html::text_of_main(site.text("tags/dam/index.html"));
    assert!(
        term.contains("Background") && term.contains("What a dam is"),
        "{term}"
    );
    assert!(
        !term.contains("No date yet") && !term.contains("no date given"),
        "{term}"
    );
    assert!(
        term.contains("Analysis") && term.contains("Explainer"),
        "{term}"
    );
    let front = html::text_of_main(site.text("index.html"));
    assert!(front.contains("1 entry in 2 articles"), "{front}");
    assert!(!html::text_of_main(site.text("2025/index.html")).contains("What a dam is"));
    assert!(!site.has("expected/index.html"));
}
