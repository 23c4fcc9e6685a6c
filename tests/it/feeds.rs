//! Feeds, as readers' programs take them.

use std::collections::BTreeSet;

use feed_rs::model::Feed;
use feed_rs::parser::parse;
use serde_json::Value;

use crate::site_test::{Outcome, SITE, SiteTest};

const LAUNCH: &str = "---\nid: launch\ntitle: Launch of Aurora\ndate: 2025-12-09\nplace: Oslo\n\
    published: 2025-12-10T08:00:00Z\nstory: aurora\ntags: [space]\nsummary: It flew.\n\
    image: {src: aurora.png, alt: A rocket, credit: Ann}\n\
    sources:\n  - {id: cnbc, title: Report, url: \"https://news.example/1\", publisher: CNBC, date: 2025-12-09}\n\
    corrections:\n  - {date: 2025-12-11, text: The name was wrong.}\n---\n\
    ## What flew\n\nIt flew[^cnbc].\n";

const LATER: &str = "---\nid: later\ntitle: \"Aurora & <friends> are late\"\ndate: 2026-Q1\nstatus: expected\n\
    published: 2025-12-12T08:00:00Z\nstory: aurora\ntags: [space]\n---\nWait.\n";

fn desk() -> SiteTest {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x01";
    SiteTest::new()
        .site(&format!("{SITE}taxonomies: {{tags: {{feeds_from: 1}}}}\n"))
        .article("launch.md", LAUNCH)
        .article("later.md", LATER)
        .bytes("content/aurora.png", png)
}

#[track_caller]
fn atom(outcome: &Outcome, route: &str) -> Feed {
    parse(outcome.text(route).as_bytes()).expect("a feed")
}

#[track_caller]
fn json(outcome: &Outcome, route: &str) -> Value {
    serde_json::from_str(outcome.text(route)).expect("JSON")
}

fn ids(feed: &Feed) -> Vec<&str> {
    feed.entries.iter().map(|entry| entry.id.as_str()).collect()
}

#[test]
fn site_terms_storylines_and_corrections_have_a_feed_in_both_formats() {
    let config =
        format!("{SITE}taxonomies: {{tags: {{feeds_from: 1}}}}\nfeatures: {{json_feeds: true}}\n");
    let outcome = desk().site(&config).build();
    for (folder, entries) in [
        ("", 2),
        ("tags/space/", 2),
        ("stories/aurora/", 2),
        ("corrections/", 1),
    ] {
        let xml = atom(&outcome, &format!("{folder}feed.xml"));
        let same = json(&outcome, &format!("{folder}feed.json"));
        assert_eq!(xml.entries.len(), entries, "{folder}");
        assert_eq!(same["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(
            same["feed_url"],
            format!("https://example.org/{folder}feed.json")
        );
        let items = same["items"].as_array().expect("a list");
        let of_json: Vec<&str> = items.iter().filter_map(|i| i["id"].as_str()).collect();
        assert_eq!(ids(&xml), of_json, "{folder}");
        for item in items {
            let has = |key: &str| item.get(key).is_some();
            assert!(has("content_html") || has("content_text"), "{item}");
        }
        parse(outcome.text(&format!("{folder}feed.json")).as_bytes()).expect("a JSON Feed");
    }
}

#[test]
fn a_term_has_a_json_feed_only_if_the_owner_wants_it() {
    let outcome = desk().build();
    assert!(outcome.has("tags/space/feed.xml") && !outcome.has("tags/space/feed.json"));
    assert!(outcome.has("feed.json") && outcome.has("stories/aurora/feed.json"));
}

#[test]
fn an_entry_begins_with_its_date_and_ends_with_its_sources() {
    let outcome = desk().build();
    let feed = atom(&outcome, "feed.xml");
    let entry = feed.entries.iter().find(|e| {
        e.title
            .as_ref()
            .is_some_and(|t| t.content.contains("Launch"))
    });
    let entry = entry.expect("the article");
    let html = entry
        .content
        .as_ref()
        .and_then(|c| c.body.as_deref())
        .expect("content");
    let first = "<p><strong>Correction, Thursday 11 December 2025.</strong> The name was wrong.</p>\n\
        <p><strong>Happened: Tuesday 9 December 2025</strong></p>";
    assert!(html.starts_with(first), "{html}");
    let picture = "<figure><img src=\"https://example.org/launch/aurora.png\" alt=\"A rocket\" width=\"2\" height=\"1\"><figcaption>Ann</figcaption></figure>";
    assert!(html.contains(picture), "{html}");
    assert!(
        html.contains("What flew</h2>") && !html.contains("class=\"anchor\""),
        "{html}"
    );
    let sources = "<ol>\n<li><a href=\"https://news.example/1\">Report</a>, CNBC, Tuesday 9 December 2025</li>\n</ol>";
    assert!(html.ends_with(sources), "{html}");
    assert!(
        html.contains("href=\"https://example.org/launch/#source-1\""),
        "{html}"
    );
    let enclosure = entry
        .links
        .iter()
        .find(|link| link.rel.as_deref() == Some("enclosure"));
    let enclosure = enclosure.expect("the picture");
    assert_eq!(enclosure.href, "https://example.org/launch/aurora.png");
    assert_eq!(enclosure.media_type.as_deref(), Some("image/png"));
    let page = outcome.text("launch/index.html");
    assert!(page.contains("class=\"anchor\""), "pages keep their links");
    let items = json(&outcome, "feed.json");
    let later = &items["items"][0];
    assert_eq!(later["title"], "Aurora & <friends> are late");
    assert_eq!(later["_dateline"]["date"], "2026-33");
    assert_eq!(later["_dateline"]["status"], "expected");
    assert_eq!(later["_dateline"]["slipped"], 0);
    let launch = &items["items"][1];
    assert_eq!(launch["image"], "https://example.org/launch/aurora.png");
    assert_eq!(launch["attachments"][0]["mime_type"], "image/png");
}

/// The contents of the entries of a term's feed, with `feeds` as in `site.yaml`.
fn contents_of_term(feeds: &str) -> Vec<String> {
    let config = format!("{SITE}taxonomies: {{tags: {{feeds_from: 1}}}}\nfeeds: {feeds}\n");
    let launch = LAUNCH.replace("place: Oslo", "certainty: reported");
    let outcome = desk().article("launch.md", &launch).site(&config).build();
    let whole = atom(&outcome, "feed.xml");
    let bodies = |feed: Feed| -> Vec<String> {
        let contents = feed.entries.into_iter().filter_map(|e| e.content?.body);
        contents.collect()
    };
    let is_full = bodies(whole).iter().any(|body| body.contains("What flew"));
    assert_eq!(is_full, !feeds.contains("full_content: false"), "{feeds}");
    bodies(atom(&outcome, "tags/space/feed.xml"))
}

#[test]
fn a_summary_has_date_certainty_and_sources_in_place_of_the_text() {
    let sources = "<h2>Sources</h2>\n<ol>\n<li><a href=\"https://news.example/1\">Report</a>, CNBC, Tuesday 9 December 2025</li>\n</ol>";
    for feeds in ["{terms: summary}", "{full_content: false}"] {
        let contents = contents_of_term(feeds);
        let [later, launch] = &contents[..] else {
            panic!("{feeds}: {contents:?}");
        };
        assert_eq!(
            later.trim(),
            "<p><strong>Expected: first quarter of 2026</strong></p>",
            "{feeds}"
        );
        let first = "<p><strong>Correction, Thursday 11 December 2025.</strong> The name was wrong.</p>\n\
            <p><strong>Happened: Tuesday 9 December 2025 · Reported</strong></p>\n<figure>";
        assert!(launch.starts_with(first), "{feeds}: {launch}");
        let rest = format!("</figure>\n<p>It flew.</p>\n{sources}");
        assert!(launch.trim().ends_with(&rest), "{feeds}: {launch}");
    }
    for feeds in ["{terms: full}", "{terms: auto}"] {
        let contents = contents_of_term(feeds);
        assert!(contents[1].contains("What flew"), "{feeds}: {contents:?}");
    }
}

#[test]
fn a_term_has_no_feed_if_the_owner_wants_none() {
    let config = format!("{SITE}taxonomies: {{tags: {{feeds_from: 1}}}}\nfeeds: {{terms: none}}\n");
    let outcome = desk().site(&config).build();
    assert!(!outcome.has("tags/space/feed.xml") && outcome.has("feed.xml"));
    assert!(outcome.has("stories/aurora/feed.xml"));
    assert!(outcome.has("tags/space/expected.ics") && outcome.has("tags/space/timeline.json"));
    for (route, page) in outcome.pages() {
        assert!(!page.contains("tags/space/feed"), "{route}");
    }
}

#[test]
fn the_feeds_of_terms_of_a_large_site_have_summaries() {
    let config = format!("{SITE}features: {{search: false, data: false}}\n");
    for (count, is_full) in [(1_000, true), (1_001, false)] {
        let mut test = many(count).site(&config).now("2027-06-01T00:00:00Z");
        for n in 0..6 {
            let text = format!(
                "---\nid: a{n}\ntitle: Event {n}\ndate: 2025\ntags: [space]\nsummary: Short.\n---\nMore {n}.\n"
            );
            test = test.article(&format!("a{n}.md"), &text);
        }
        let outcome = test.build();
        let feed = outcome.text("tags/space/feed.xml");
        assert_eq!(feed.contains("More 3."), is_full, "{count}");
        assert!(feed.contains("Happened: 2025"), "{count}");
    }
}

/// A site of `count` articles, one a day.
fn many(count: u32) -> SiteTest {
    let mut test = SiteTest::new();
    for n in 0..count {
        let day = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day")
            + chrono::Days::new(n.into());
        let text = format!(
            "---\nid: a{n}\ntitle: Event {n}\ndate: {day}\npublished: {day}\n---\nText {n}.\n"
        );
        test = test.article(&format!("a{n}.md"), &text);
    }
    test
}

#[test]
fn who_follows_the_archives_gets_every_article_once() {
    let outcome = many(250).build();
    let mut route = "feed.xml".to_owned();
    let mut seen = Vec::new();
    let mut before: Option<String> = None;
    loop {
        let feed = atom(&outcome, &route);
        seen.extend(feed.entries.iter().map(|entry| entry.id.clone()));
        let link = |rel: &str| {
            let found = feed
                .links
                .iter()
                .find(|link| link.rel.as_deref() == Some(rel));
            found.map(|link| link.href.clone())
        };
        let is_archive = outcome.text(&route).contains("<fh:archive/>");
        assert_eq!(is_archive, route != "feed.xml");
        if is_archive {
            assert_eq!(
                link("current").as_deref(),
                Some("https://example.org/feed.xml")
            );
            assert_eq!(link("next-archive"), before);
            before = link("self");
        }
        match link("prev-archive") {
            Some(address) => route = address.replace("https://example.org/", ""),
            None => break,
        }
    }
    assert_eq!(seen.len(), 250);
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 250);
    assert!(seen[0].ends_with(":a249") && seen[249].ends_with(":a0"));
}

#[test]
fn a_new_article_changes_no_full_archive() {
    let (before, after) = (many(240).build(), many(245).build());
    for route in ["feed/1.xml", "feed/2.xml"] {
        assert_eq!(before.text(route), after.text(route), "{route}");
    }
}

#[test]
fn ids_stay_when_slug_title_and_domain_change() {
    let outcome = desk().build();
    let changed = LAUNCH.replace("title: Launch", "slug: other\ntitle: Start");
    let config = SITE.replace("https://example.org/", "https://example.net/news/");
    let config = format!("{config}feeds: {{authority: example.org}}\n");
    let moved = desk().site(&config).article("launch.md", &changed).build();
    let (before, after) = (atom(&outcome, "feed.xml"), atom(&moved, "feed.xml"));
    assert_eq!(before.id, after.id);
    assert_eq!(ids(&before), ids(&after));
}

#[test]
fn the_page_of_feeds_offers_all_of_them() {
    let outcome = desk().build();
    let page = outcome.text("feeds/index.html");
    for address in [
        "/feed.xml",
        "/feed.json",
        "/corrections/feed.xml",
        "/stories/aurora/feed.xml",
        "/tags/space/feed.xml",
        "webcal://example.org/expected.ics",
    ] {
        assert!(page.contains(&format!("href=\"{address}\"")), "{address}");
    }
    assert!(outcome.text("index.html").contains("href=\"/feeds/\""));
    // A page that was there before the list was stays.
    let own = "---\ntitle: Our feeds\n---\nMine.\n";
    let outcome = desk().article("pages/feeds.md", own).build();
    assert!(outcome.text("feeds/index.html").contains("Mine."));
    assert!(!outcome.found.text.contains("replaced-page"));
}

#[test]
fn an_article_that_replaces_a_page_of_the_program_is_reported() {
    let article = "---\ntitle: The data leak\ndate: 2025-12-09\n---\nIt leaks.\n";
    let found = desk().article("data.md", article).check();
    assert_eq!(found.warnings(), ["replaced-page"]);
    let told = "content/data.md replaces the page /data/";
    assert!(found.text.contains(told), "{}", found.text);
    assert!(found.text.contains("permalink"), "{}", found.text);
    let other = desk().article("data-leak.md", article).check();
    assert!(!other.warnings().contains(&"replaced-page"));
    // Each edition has pages of its own.
    let editions =
        format!("{SITE}languages: {{en: {{}}, ar: {{}}}}\n").replace("language: en\n", "");
    let desk = || desk().site(&editions);
    let outcome = desk().article("data.md", article).build();
    assert!(outcome.text("data/index.html").contains("It leaks."));
    assert!(outcome.has("ar/data/index.html"), "{}", outcome.found.text);
    let arabic = article.replace("date:", "lang: ar\ndate:");
    let outcome = desk().article("ar/data.md", &arabic).build();
    assert_eq!(outcome.found.warnings(), ["replaced-page"]);
    assert!(outcome.has("data/index.html"));
    assert!(outcome.text("ar/data/index.html").contains("It leaks."));
}

#[test]
fn the_news_sitemap_has_the_articles_of_two_days() {
    let outcome = desk().now("2025-12-12T12:00:00Z").build();
    let map = outcome.text("sitemap-news.xml");
    assert_eq!(map.matches("<url>").count(), 2);
    assert!(map.contains("<news:publication_date>2025-12-12T08:00:00Z</news:publication_date>"));
    assert!(map.contains("<news:title>Aurora &amp; &lt;friends&gt; are late</news:title>"));
    assert!(
        map.contains("<news:name>Test</news:name>")
            && map.contains("<news:language>en</news:language>")
    );
    let later = desk().now("2025-12-14T12:00:00Z").build();
    assert_eq!(later.text("sitemap-news.xml").matches("<url>").count(), 1);
    assert!(
        outcome
            .text("robots.txt")
            .contains("Sitemap: https://example.org/sitemap-news.xml")
    );
}

const GONE: &str = "---\nid: gone\ntitle: A tunnel was dug\ndate: 2025-03-04\npublished: 2025-03-04\n\
    summary: Through the hill.\ncorrections:\n\
    - {date: 2025-06-01, kind: clarification, text: A hill near by is meant.}\n\
    - {date: 2025-05-01, kind: retraction, text: It did not happen.}\n---\nLong text.\n";

#[test]
fn what_was_retracted_is_told_before_what_it_claimed() {
    for full in [true, false] {
        let config = format!("{SITE}feeds: {{full_content: {full}}}\n");
        let outcome = SiteTest::new()
            .site(&config)
            .article("gone.md", GONE)
            .build();
        let feed = json(&outcome, "feed.json");
        let item = &feed["items"][0];
        assert_eq!(item["title"], "Retraction: A tunnel was dug");
        assert_eq!(
            item["summary"],
            "Retraction, Thursday 1 May 2025. It did not happen."
        );
        let html = item["content_html"].as_str().expect("its content");
        let order = ["It did not happen.", "A hill near by is meant."].map(|text| html.find(text));
        assert!(order[0].is_some() && order[0] < order[1], "{html}");
        assert_eq!(html.find("Long text.") > order[1], full, "{html}");
        let entry = &atom(&outcome, "feed.xml").entries[0];
        let title = entry.title.as_ref().expect("a title");
        assert_eq!(title.content, "Retraction: A tunnel was dug");
        assert!(!outcome.text("feed.xml").contains("Through the hill."));
        let llms = outcome.text("llms.txt");
        assert!(llms.contains("[Retraction: A tunnel was dug]"), "{llms}");
        assert!(!llms.contains("Through the hill."), "{llms}");
        let changes = json(&outcome, "data/changes.json");
        assert_eq!(changes["changes"][1]["kind"], "retraction");
        assert_eq!(changes["changes"][2]["retracted"], true);
        assert!(changes["changes"][0].get("retracted").is_none());
    }
}
