//! The fixture `slips`: December expects the first quarter, January puts it off to the second,
//! May says that it has happened. Each reads what the clock lets it read.

use crate::goldens::{Goldens, site_folder};
use crate::html;
use crate::site_test::{Outcome, SiteTest};

const DECEMBER: &str = "2025-12-20";
const JANUARY: &str = "2026-02-01";
const MAY: &str = "2026-05-20";

fn on(day: &str) -> Outcome {
    SiteTest::fixture("slips").now(day).built()
}

#[test]
fn a_slip_shows_as_the_clock_goes_on() {
    let routes = [
        "expected/index.html",
        "avocado/index.html",
        "2026/index.html",
    ];
    Goldens::of("slips")
        .texts_in("december/", &on(DECEMBER), routes)
        .texts_in("january/", &on(JANUARY), routes)
        .texts_in("may/", &on(MAY), routes)
        .hold();
}

#[test]
fn before_january_the_first_quarter_stands_and_nothing_has_slipped() {
    let site = on(DECEMBER);
    let expected = html::text_of_main(site.text("expected/index.html"));
    assert!(expected.contains("Q1 2026"), "{expected}");
    assert!(!expected.contains("Q2 2026"), "{expected}");
    assert!(!expected.contains("Slip ledger"), "{expected}");
}

#[test]
fn the_ledger_cites_who_said_what_in_december_and_in_january() {
    let site = on(MAY);
    let page = html::inside(site.text("expected/index.html"), "table");
    let links: Vec<_> = html::links(page)
        .into_iter()
        .map(|(_, href)| href)
        .collect();
    for (article, cited) in [
        ("/avocado/", "https://cnbc.example/avocado"),
        ("/avocado-delayed/", "https://wsj.example/later"),
    ] {
        let source = format!("{article}#source-1");
        assert!(links.contains(&source), "{links:?}");
        let article = site.text(&format!("{}index.html", &article[1..]));
        assert!(html::ids(article).contains("source-1"));
        assert!(html::references(article).contains(cited), "{cited}");
    }
    let text = html::text(page);
    for said in [
        "first quarter of 2026",
        "second quarter of 2026",
        "postponed once",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn what_has_happened_is_not_expected_any_more() {
    let site = on(MAY);
    let ids = html::ids(site.text("expected/index.html"));
    assert!(ids.contains("arrived"), "{ids:?}");
    for gone in ["upcoming", "overdue", "slips"] {
        assert!(!ids.contains(gone), "{ids:?}");
    }
    assert!(!html::text(site.text("index.html")).contains("Expected next"));
}

#[test]
fn without_the_news_of_may_it_is_overdue_once_its_quarter_has_passed() {
    let ids = |day: &str| {
        let site = SiteTest::fixture("slips")
            .without("content/2026-05-13-avocado-arrives.md")
            .now(day)
            .built();
        html::ids(site.text("expected/index.html"))
    };
    assert!(ids("2026-06-30").contains("upcoming"));
    assert!(ids("2026-07-01").contains("overdue"));
}

#[test]
fn the_file_of_december_says_what_it_said_in_december() {
    let path = site_folder("slips").join("content/2025-12-12-avocado.md");
    let text = std::fs::read_to_string(path).expect("the fixture is there");
    assert!(text.contains("date: 2026-Q1, status: expected"), "{text}");
    assert!(!text.contains("Q2") && !text.contains("2026-05"), "{text}");
}

#[test]
fn the_entry_keeps_its_id_and_its_place_throughout() {
    for day in [DECEMBER, JANUARY, MAY] {
        let site = on(day);
        assert!(html::ids(site.text("avocado/index.html")).contains("entry-avocado-launch"));
        let expected = html::references(site.text("expected/index.html"));
        assert!(expected.contains("/avocado/#entry-avocado-launch"), "{day}");
        let dead = html::dead_ends(&site.files, "https://example.org", "/");
        assert!(dead.is_empty(), "{day}: {dead:#?}");
    }
}
