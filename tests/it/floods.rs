//! The fixture `floods`: five posts of another subject under a path look finished.

use crate::goldens::Goldens;
use crate::html;
use crate::site_test::{Outcome, SiteTest};

fn floods() -> Outcome {
    SiteTest::fixture("floods").built()
}

#[test]
fn a_small_site_reads_as_it_should() {
    let site = floods();
    Goldens::of("floods")
        .diagnostics(&site.found.text)
        .whole(&site, ["feed.xml", "sitemap.xml", "robots.txt"])
        .texts(
            &site,
            [
                "index.html",
                "2024/index.html",
                "2025/11/index.html",
                "second-flood/index.html",
                "first-flood/index.html",
                "tags/index.html",
                "tags/river/index.html",
                "corrections/index.html",
                "about/index.html",
                "404.html",
            ],
        )
        .hold();
}

#[test]
fn what_a_site_does_not_have_no_page_speaks_of() {
    let site = floods();
    for (route, page) in site.pages() {
        let lower = page.to_lowercase();
        for word in [
            "stance",
            "model",
            "expected",
            "organisation",
            "people",
            "stories",
            "storyline",
            "translat",
            "hreflang",
            "also in",
            "background",
        ] {
            assert!(!lower.contains(word), "{word} in {route}:\n{page}");
        }
    }
    for route in [
        "expected/index.html",
        "organisations/index.html",
        "people/index.html",
    ] {
        assert!(!site.has(route), "{route}");
    }
}

#[test]
fn every_link_under_a_path_leads_somewhere() {
    let site = floods();
    let dead = html::dead_ends(&site.files, "https://example.org", "/news/");
    assert!(dead.is_empty(), "{dead:#?}");
    assert!(site.pages().count() > 12);
    for (route, page) in site.pages() {
        assert!(html::references(page).len() > 2, "{route}");
    }
}

#[test]
fn whole_addresses_hold_the_path_too() {
    let site = floods();
    for route in [
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "tags/river/feed.xml",
    ] {
        let Some(bytes) = site.files.get(route) else {
            continue;
        };
        let text = String::from_utf8_lossy(bytes);
        for (at, _) in text.match_indices("https://example.org") {
            assert!(
                text[at..].starts_with("https://example.org/news/"),
                "{route}: {}",
                &text[at..text.len().min(at + 60)]
            );
        }
    }
}

#[test]
fn another_address_moves_the_whole_site() {
    let site = SiteTest::fixture("floods")
        .settings(|s| s.base_url = Some("http://localhost:8000".to_owned()))
        .built();
    let dead = html::dead_ends(&site.files, "http://localhost:8000", "/");
    assert!(dead.is_empty(), "{dead:#?}");
    for (route, bytes) in &site.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("example.org/news"), "{route}");
    }
}
