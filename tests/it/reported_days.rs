//! What is said of an entry is held against the day on which it was said. The clock of these tests
//! stands at 15 January 2026.

use crate::html;
use crate::site_test::{Found, Outcome, SITE, SiteTest};

const PLAN: &str = "---\ntitle: Harbour plans a crane\ndate: 2025-01-10\nsources: [{id: h, title: Plan, date: 2025-01-10}]\nentries: [{id: crane, title: Crane arrives, date: 2025-06, status: expected, source: h}]\n---\n";

fn article(lines: &str) -> String {
    format!("---\ntitle: Harbour buys a crane\n{lines}\n---\n")
}

fn one(lines: &str) -> SiteTest {
    SiteTest::new().article("crane-bought.md", &article(lines))
}

fn two(first: &str, second: &str) -> SiteTest {
    SiteTest::new()
        .article("plan.md", first)
        .article("news.md", &article(second))
}

fn tells(found: &Found, code: &str) -> bool {
    found.list.iter().any(|d| d.code == code)
}

fn main_of(site: &Outcome, route: &str) -> String {
    html::text_of_main(site.text(route))
}

#[test]
fn nothing_has_happened_on_a_day_still_to_come() {
    for lines in [
        "date: 2030\nstatus: happened",
        "date: 2026-01-17\nstatus: happened",
        "date: 2026-02\nstatus: happened",
        "date: 2026-Q2\nstatus: happened",
        "date: 2027/2028\nstatus: happened",
        "date: 2025-12-01\nentries: [{id: x, title: Second crane arrives, date: 2027, status: happened}]",
    ] {
        let found = one(lines).check();
        assert!(tells(&found, "early-outcome"), "{lines}\n{}", found.text);
        assert!(!found.errors().is_empty(), "{lines}");
    }
    for lines in [
        "date: 2026\nstatus: happened",
        "date: 2026-01\nstatus: happened",
        "date: 2026-01-16\nstatus: happened",
        "date: 2030\nstatus: expected",
        "date: 2030",
        "date: 2030\nstatus: cancelled",
    ] {
        let found = one(lines).check();
        assert!(!tells(&found, "early-outcome"), "{lines}\n{}", found.text);
    }
}

#[test]
fn an_update_cannot_say_so_either() {
    for update in [
        "date: 2029, status: happened",
        "date: 2026-03-01, status: happened",
        "date: 2026-02, status: happened",
    ] {
        let lines = format!("date: 2026-01-10\nupdates: [{{entry: crane, {update}}}]");
        let found = two(PLAN, &lines).check();
        assert!(tells(&found, "early-outcome"), "{update}\n{}", found.text);
    }
    let later = PLAN.replace("2025-06", "2027");
    let lines = "date: 2026-01-10\nupdates: [{entry: crane, status: happened}]";
    let found = two(&later, lines).check();
    assert!(tells(&found, "early-outcome"), "{}", found.text);
}

#[test]
fn a_lenient_site_shows_it_as_expected() {
    let site = one("date: 2030\nstatus: happened")
        .site(&format!("{SITE}lenient: true\n"))
        .build();
    let page = main_of(&site, "crane-bought/index.html");
    assert!(!page.contains("Happened"), "{page}");
    assert!(page.contains("Expected"), "{page}");
}

#[test]
fn what_has_happened_is_not_put_off_without_a_word_of_it() {
    for (first, entry) in [
        ("date: 2025-05-03", "plan"),
        ("date: 2025-05-03\nstatus: happened", "plan"),
        ("date: 2025-05-03\npublished: 2025-05-04", "plan"),
        ("date: 2025-05", "plan"),
        (
            "date: 2025-05-03\nentries: [{id: second, title: Second crane arrives, date: 2025-04, status: happened}]",
            "second",
        ),
    ] {
        let lines = format!("date: 2025-11-10\nupdates: [{{entry: {entry}, date: 2028}}]");
        let found = two(&article(first), &lines).check();
        assert!(
            tells(&found, "update-after-outcome"),
            "{first}\n{}",
            found.text
        );
        let site = two(&article(first), &lines).build();
        let page = main_of(&site, "plan/index.html");
        assert!(!page.contains("2028"), "{page}");
    }
}

#[test]
fn a_correction_of_a_day_and_a_delay_of_what_was_announced_pass() {
    for (first, update) in [
        ("date: 2025-05-03", "date: 2025-05-02"),
        ("date: 2025-05-03", "date: 2028, status: expected"),
        ("date: 2025-05-03\npublished: 2025-03-01", "date: 2028"),
        ("date: 2025-05-03\nstatus: expected", "date: 2028"),
    ] {
        let lines = format!("date: 2025-11-10\nupdates: [{{entry: plan, {update}}}]");
        let found = two(&article(first), &lines).check();
        assert!(
            !tells(&found, "update-after-outcome"),
            "{first}\n{}",
            found.text
        );
    }
}

#[test]
fn an_older_report_is_history() {
    let first = PLAN
        .replace("2025-01-10", "2025-12-09")
        .replace("2025-06", "2026-06");
    for on in ["2025-01-01", "2025-03", "2024", "2025-12-08", "2025-Q2"] {
        let lines = format!(
            "date: 2026-01-10\nsources: [{{id: g, title: News, date: {on}}}]\nupdates: [{{entry: crane, date: 2027, source: g}}]"
        );
        let found = two(&first, &lines).check();
        assert!(tells(&found, "older-update"), "{on}\n{}", found.text);
        let site = two(&first, &lines).build();
        let page = main_of(&site, "expected/index.html");
        assert!(!page.contains("now expected 2027"), "{page}");
        assert!(page.contains("Jun 2026"), "{page}");
    }
    for on in ["2025-12-09", "2025-12", "2025", "2026-01-02"] {
        let lines = format!(
            "date: 2026-01-10\nsources: [{{id: g, title: News, date: {on}}}]\nupdates: [{{entry: crane, date: 2027, source: g}}]"
        );
        let found = two(&first, &lines).check();
        assert!(!tells(&found, "older-update"), "{on}\n{}", found.text);
    }
}

#[test]
fn an_event_announced_ahead_needs_a_report() {
    for (lines, told) in [
        ("date: 2025-12-01\npublished: 2025-11-12", true),
        ("date: 2025-12\npublished: 2025-11-12", true),
        (
            "date: 2025-12-01\npublished: 2025-11-12\nsources: [{title: Plan, date: 2025-11-10}]",
            true,
        ),
        ("date: 2025-12-01\npublished: 2025-12-01", false),
        ("date: 2025-12-02\npublished: 2025-12-01", false),
        (
            "date: 2025-12-01\npublished: 2025-11-12\nstatus: happened",
            false,
        ),
        (
            "date: 2025-12-01\npublished: 2025-11-12\nstatus: expected",
            false,
        ),
        ("date: 2026-03-01\npublished: 2025-11-12", false),
    ] {
        let found = one(lines).check();
        assert_eq!(
            tells(&found, "unreported-outcome"),
            told,
            "{lines}\n{}",
            found.text
        );
    }
}

#[test]
fn sources_and_corrections_have_days_that_can_be() {
    for (lines, code) in [
        ("sources: [{title: A, date: 2027-03-10}]", "early-report"),
        ("sources: [{title: A, date: 2026-02}]", "early-report"),
        (
            "sources: [{title: A, accessed: 2026-01-17}]",
            "early-report",
        ),
        ("corrections: [{date: 2027-01-01, text: A}]", "early-report"),
        (
            "sources: [{title: A, date: 2025-12-09, accessed: 2025-11-02}]",
            "reversed-days",
        ),
        (
            "published: 2025-12-09\ncorrections: [{date: 2025-12-01, text: A}]",
            "reversed-days",
        ),
    ] {
        let found = one(&format!("date: 2025-12-01\n{lines}")).check();
        assert!(tells(&found, code), "{lines}\n{}", found.text);
    }
    let lines = "date: 2025-12-01\npublished: 2025-12-02\nsources: [{title: A, date: 2026, accessed: 2026-01-16}]\ncorrections: [{date: 2025-12-02, text: A}]";
    let found = one(lines).check();
    assert!(
        !tells(&found, "early-report") && !tells(&found, "reversed-days"),
        "{}",
        found.text
    );
}
