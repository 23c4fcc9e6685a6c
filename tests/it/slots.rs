//! The places of the theme that are empty by default.

use dateline::model::next_change::next_change;

use crate::site_test::{SITE, SiteTest, instant};

fn site(slots: &str) -> SiteTest {
    SiteTest::new()
        .site(&format!("{SITE}slots:\n  {slots}\n"))
        .article(
            "a.md",
            "---\nid: the-id\ntitle: A thing happened\ndate: 2025-12-09\n---\n\nText.\n",
        )
}

#[test]
fn a_site_without_slots_has_no_word_of_them() {
    let outcome = SiteTest::new()
        .article(
            "a.md",
            "---\ntitle: A thing happened\ndate: 2025-12-09\n---\n",
        )
        .built();
    // What explores has a module of its own, which imports one more.
    let own = crate::html::script_of_explore(&outcome.files).expect("a search");
    let own = format!("<script type=\"module\" src=\"{own}\"></script>");
    for (route, page) in outcome.pages() {
        let rest = match route {
            "explore/index.html" => page.replacen(&own, "", 1),
            _ => page.to_owned(),
        };
        for word in ["notice-bar", "sponsor", "giscus", "counter", "module"] {
            assert!(!rest.contains(word), "{route}: {word}");
        }
    }
    let scripts = outcome.files.keys().filter(|r| r.ends_with(".js"));
    let names: Vec<&str> = scripts.filter_map(|r| r.split('.').next()).collect();
    assert_eq!(names, ["assets/explore", "assets/look", "assets/search"]);
}

#[test]
fn a_notice_stands_on_every_page_up_to_its_last_day() {
    let slots = "notice: {text: \"Water <is> rising\", link: /a/, until: 2026-01-20}";
    let outcome = site(slots).built();
    let bar = "<a href=\"/a/\">Water &lt;is&gt; rising</a>";
    for route in ["index.html", "a/index.html", "404.html"] {
        assert!(outcome.text(route).contains(bar), "{route}");
    }
    let last = site(slots).now("2026-01-20T23:59:59Z").built();
    assert!(last.text("index.html").contains(bar));
    let after = site(slots).now("2026-01-21").built();
    assert!(!after.text("index.html").contains("rising"));
}

#[test]
fn the_site_next_changes_when_the_notice_ends() {
    let slots = "notice: {text: Water, until: 2026-01-20}";
    let next = |test: SiteTest| {
        let desk = test.prepare();
        next_change(&desk.prepared.expect("a site").site)
    };
    assert_eq!(next(site(slots)), Some(instant("2026-01-21")));
    assert_eq!(next(site(slots).now("2026-01-21")), None);
}

#[test]
fn comments_load_nothing_before_a_reader_asks() {
    let outcome = site("comments: {giscus: {repo: owner/name, category: C, repo_id: R_1}}").built();
    let page = outcome.text("a/index.html");
    assert!(page.contains("data-repo=\"owner/name\" data-repo-id=\"R_1\" data-category=\"C\""));
    assert!(page.contains("data-term=\"the-id\""));
    assert!(page.contains("<a href=\"https://github.com/owner/name/discussions\">"));
    assert!(!page.contains("<iframe") && !page.contains("src=\"https:"));
    let route = outcome
        .files
        .keys()
        .find(|r| r.starts_with("assets/comments."))
        .expect("a module");
    assert!(page.contains(&format!("<script type=\"module\" src=\"/{route}\">")));
    assert!(!outcome.text("index.html").contains("type=\"module\""));
}

#[test]
fn a_counter_is_a_picture_of_each_page_that_is_there() {
    let outcome = site("counter: {goatcounter: desk}").built();
    let page = outcome.text("a/index.html");
    assert!(
        page.contains("src=\"https://desk.goatcounter.com/count?p=%2Fa%2F\" alt=\"\""),
        "{page}"
    );
    assert!(!outcome.text("404.html").contains("goatcounter"));
    let own = site("counter: {goatcounter: 'https://stats.example.org/'}").built();
    assert!(
        own.text("index.html")
            .contains("https://stats.example.org/count?p=%2F\"")
    );
}

#[test]
fn an_advertisement_is_the_owners_fragment_with_its_room_kept() {
    let slots = "sponsor_top: {fragment: ads/top.html, label: Advertisement, height: 90}";
    let fragment = "<a href=\"https://shop.example/\" rel=\"sponsored\">Boots & waders</a>";
    let outcome = site(slots).file("ads/top.html", fragment).built();
    let page = outcome.text("a/index.html");
    assert!(page.contains(fragment) && page.contains("aria-label=\"Advertisement\""));
    let css = outcome
        .files
        .keys()
        .find(|r| r.ends_with(".css"))
        .expect("styles");
    assert!(
        outcome
            .text(css)
            .contains(".sponsor-body { min-block-size: 90px; }")
    );
}

#[test]
fn a_fragment_that_is_missing_or_outside_is_a_fault() {
    let missing = site("sponsor_top: {fragment: top.html, label: Ad}").build();
    assert_eq!(missing.found.errors(), ["missing-file"]);
    for path in ["../top.html", "/etc/passwd", "a//b", "'a\\b'"] {
        let slots = format!("sponsor_top: {{fragment: {path}, label: Ad}}");
        assert_eq!(
            site(&slots).build().found.errors(),
            ["bad-file-name"],
            "{path}"
        );
    }
}
