//! The fixture `expires`: articles that stand for a time only, and one that waits for its time.

use dateline::model::next_change::next_change;

use crate::goldens::Goldens;
use crate::html;
use crate::project::Project;
use crate::site_test::{Outcome, SiteTest};

/// Of the last day of the ferry's article, and of the day after, in Jakarta.
const BEFORE: &str = "2026-01-16T16:59:59Z";
const AFTER: &str = "2026-01-16T17:00:00Z";

fn at(instant: &str) -> Outcome {
    SiteTest::fixture("expires").now(instant).built()
}

fn next(instant: &str) -> String {
    let desk = SiteTest::fixture("expires").now(instant).prepare();
    let site = desk.prepared.expect("it can be rendered").site;
    next_change(&site).map_or_else(String::new, |at| at.to_rfc3339())
}

#[test]
fn a_notice_stands_in_the_place_of_what_has_expired() {
    let (before, after) = (at(BEFORE), at(AFTER));
    let routes = ["index.html", "ferry/index.html", "pier/index.html"];
    Goldens::of("expires")
        .diagnostics(&after.found.text)
        .whole(&after, ["feed.xml", "sitemap.xml"])
        .texts_in("before/", &before, routes)
        .texts_in("after/", &after, routes)
        .hold();
}

#[test]
fn what_has_expired_leaves_every_list() {
    let (before, after) = (at(BEFORE), at(AFTER));
    for route in [
        "tags/this-week/index.html",
        "corrections/index.html",
        "ferry/map.svg",
    ] {
        assert!(before.has(route) && !after.has(route), "{route}");
    }
    // Pages that link to it may name it.
    let may: [&str; 5] = [
        "ferry/index.html",
        "old/ferry.html",
        "pier/index.html",
        "expected/index.html",
        "feed.xml",
    ];
    for (route, page) in after.pages().filter(|(route, _)| !may.contains(route)) {
        assert!(!page.contains("The ferry runs"), "{route}");
    }
    let titles = |site: &Outcome| site.text("feed.xml").matches("<entry>").count();
    assert_eq!((titles(&before), titles(&after)), (2, 1));
    assert!(!after.text("sitemap.xml").contains("example.org/ferry/"));
}

#[test]
fn links_to_what_has_expired_still_lead_to_its_address() {
    for site in [at(BEFORE), at(AFTER)] {
        let dead = html::dead_ends(&site.files, "https://example.org", "/");
        assert!(dead.is_empty(), "{dead:#?}");
        assert!(html::references(site.text("old/ferry.html")).contains("/ferry/"));
        let pier = html::references(site.text("pier/index.html"));
        assert!(
            pier.iter().any(|href| href.starts_with("/ferry/")),
            "{pier:?}"
        );
    }
    assert!(
        html::references(at(BEFORE).text("pier/index.html")).contains("/ferry/#entry-extra-boat")
    );
}

#[test]
fn what_it_said_of_other_entries_still_holds() {
    let after = html::text_of_main(at(AFTER).text("expected/index.html"));
    assert!(
        after.contains("May 2026") && after.contains("postponed once"),
        "{after}"
    );
}

#[test]
fn the_next_change_knows_what_expires_and_what_waits() {
    // The notice of the office ends at noon, Jakarta.
    assert_eq!(next("2026-01-15T04:59:00Z"), "2026-01-15T05:00:00+00:00");
    assert_eq!(next("2026-01-15T05:00:00Z"), "2026-01-16T17:00:00+00:00");
    // The scheduled article of the 20th, which is news for two days; then its event becomes overdue
    // on 2 February.
    assert_eq!(next(AFTER), "2026-01-20T00:00:00+00:00");
    assert_eq!(next("2026-01-20T00:00:00Z"), "2026-01-22T17:00:00+00:00");
    assert_eq!(next("2026-01-23T00:00:00Z"), "2026-02-01T17:00:00+00:00");
    // The pier is overdue from 1 June on, by the update of May; then the year in which the desk
    // last looked comes to an end, and nothing is left to come.
    assert_eq!(next("2026-02-02T00:00:00Z"), "2026-05-31T17:00:00+00:00");
    assert_eq!(next("2026-06-01T00:00:00Z"), "2026-12-31T17:00:00+00:00");
    assert_eq!(next("2027-01-01T00:00:00Z"), "");
}

#[test]
fn the_day_of_an_entry_without_a_status_changes_the_site() {
    let site = |keys: &str| {
        let text = format!("---\ntitle: A\ndate: 2026-03\n{keys}---\n");
        let desk = SiteTest::new().article("a.md", &text).prepare();
        let site = desk.prepared.expect("it can be rendered").site;
        next_change(&site).map(|at| at.date_naive().to_string())
    };
    assert_eq!(site(""), Some("2026-03-01".to_owned()));
    assert_eq!(site("status: expected\n"), Some("2026-04-01".to_owned()));
    assert_eq!(site("status: cancelled\n"), None);
}

#[test]
fn what_is_scheduled_shows_in_the_future() {
    let site = |future: bool| {
        SiteTest::fixture("expires")
            .now(AFTER)
            .settings(|s| s.future = future)
            .built()
    };
    assert!(!site(false).has("soon/index.html"));
    assert!(site(true).has("soon/index.html"));
    let left = |instant: &str| {
        let desk = SiteTest::fixture("expires").now(instant).prepare();
        let site = desk.prepared.expect("it can be rendered").site;
        (site.left_out.scheduled, site.expired.len())
    };
    assert_eq!(left(AFTER), (1, 2));
    assert_eq!(left("2026-01-20T00:00:00Z"), (0, 2));
}

#[test]
fn an_expiry_that_is_no_time_is_an_error() {
    let found = SiteTest::new()
        .article(
            "a.md",
            "---\ntitle: A\ndate: 2025-01-01\nexpires: 2026-03\n---\n",
        )
        .check();
    assert_eq!(found.errors(), ["bad-instant"], "{}", found.text);
}

#[test]
fn the_report_says_what_was_left_out_and_when_to_build_again() {
    let project = Project::fixture("expires");
    // SOURCE_DATE_EPOCH: noon of 15 January, UTC.
    let by_epoch = project.run("build");
    for said in [
        "left out: 1 scheduled article (include with --future)",
        "left out: 1 expired",
        "next scheduled change: 17 January 2026, 00:00 WIB; build again then",
    ] {
        assert!(by_epoch.out.contains(said), "{said}: {}", by_epoch.out);
    }
    let by_now = project.run("build --now 2026-01-17");
    for said in [
        "left out: 2 expired",
        "next scheduled change: 20 January 2026, 07:00 WIB; build again then",
    ] {
        assert!(by_now.out.contains(said), "{said}: {}", by_now.out);
    }
    let future = project.run("build --now 2026-01-17 --future");
    assert!(
        future.out.contains("left out: 2 expired\n"),
        "{}",
        future.out
    );
    let check = project.run("check --now 2026-01-17");
    assert!(check.out.contains("1 article and 0 pages"), "{}", check.out);
    assert!(check.out.contains("2 expired"), "{}", check.out);
}

#[test]
fn time_alone_makes_no_warning_of_a_text_or_a_story() {
    let article =
        |keys: &str| format!("---\ntitle: The dam is planned\ndate: 2025-01-01\n{keys}---\n");
    let found = SiteTest::new()
        .site("title: T\nurl: https://example.org/\nlint: {missing-source: off, missing-published: off}\n")
        .article("a.md", &article("story: s\nexpires: 2025-06-01\ntags: [gone]\n"))
        .article("b.md", &article("story: s\n"))
        .article("c.md", &article("story: t\nexpires: 2025-06-01\n"))
        .article("stories/s.md", "---\ntitle: S\n---\n")
        .article("stories/t.md", "---\ntitle: T\n---\n")
        .article("terms/tags/gone.md", "---\nsummary: Gone.\n---\n")
        .check();
    assert!(found.list.is_empty(), "{}", found.text);
}
