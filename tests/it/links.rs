//! The fixture `links`: every way to link to something, under a path.

use crate::goldens::Goldens;
use crate::html;
use crate::site_test::{Outcome, SITE, SiteTest};

fn links() -> Outcome {
    SiteTest::fixture("links").built()
}

/// The links and pictures of a page's text, a line each.
fn list(page: &str) -> String {
    let start = page
        .find("class=\"story-body")
        .or_else(|| page.find("class=\"prose"));
    let body = &page[start.expect("a page with a text")..];
    let body = &body[..body.find("class=\"story-after").unwrap_or(body.len())];
    let body = &body[..body.find("</main>").unwrap_or(body.len())];
    let mut out = String::new();
    for (words, href) in html::links(body) {
        out.push_str(&format!("{words} -> {href}\n"));
    }
    for picture in html::tags(body).iter().filter(|t| t.name == "img") {
        let of = |name| picture.attribute(name).unwrap_or("");
        out.push_str(&format!("picture {} -> {}\n", of("alt"), of("src")));
    }
    out
}

#[test]
fn links_lead_where_they_should() {
    let site = links();
    let mut goldens = Goldens::of("links")
        .diagnostics(&site.found.text)
        .whole(&site, ["feed.xml", "sitemap.xml", "robots.txt"]);
    for page in ["a", "b", "c", "bundle", "about"] {
        let text = list(site.text(&format!("{page}/index.html")));
        goldens = goldens.made(&format!("{page}.links"), &text);
    }
    goldens.hold();
}

#[test]
fn none_of_them_is_dead() {
    let site = links();
    let dead = html::dead_ends(&site.files, "https://example.org", "/news/");
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn an_address_with_a_space_at_its_colon_leads_nowhere_and_is_told() {
    let site = SiteTest::new()
        .site(&format!("{SITE}lenient: true\n"))
        .article(
            "a.md",
            "---\ntitle: A\ndate: 2025-01-01\nimage: {src: \"https ://x.org/1.png\", alt: a}\n---\n\n\
             [b](<https ://x.org/2>) ![c](<ht tps://x.org/3.png>) <a href=\"https\u{a0}: //x.org/4\">d</a>\n",
        )
        .built();
    let told = site.found.list.iter().filter(|d| d.code == "bad-url");
    let hints: Vec<&str> = told.map(|d| d.hint.as_deref().unwrap_or("")).collect();
    let meant = ["1.png", "2", "3.png", "4"].map(|end| format!("write `https://x.org/{end}`"));
    assert_eq!(hints, meant, "{}", site.found.text);
    let page = site.text("a/index.html");
    assert!(!page.contains("x.org"), "{page}");
}

#[test]
fn an_address_without_its_last_slash_is_linked_to_with_it() {
    // Not every host redirects from the one to the other.
    let site = SiteTest::new()
        .article(
            "a.md",
            "---\ntitle: A\ndate: 2025-01-01\n---\n\n[B](/b), [there](/b#x)\n",
        )
        .article("b.md", "---\ntitle: B\ndate: 2025-01-02\n---\n\n## X\n")
        .built();
    let dead = html::dead_ends(&site.files, "https://example.org", "/");
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn a_link_in_raw_html_obeys_the_path_of_the_site_or_is_a_fault() {
    let text = "---\ntitle: A\ndate: 2025-01-01\n---\n\n<a href=\"/a/\">raw</a>\n";
    let site = SiteTest::new()
        .site("title: T\nurl: https://example.org/news/\n")
        .article("a.md", text)
        .build();
    let dead = html::dead_ends(&site.files, "https://example.org", "/news/");
    let said = !site.found.list.is_empty();
    assert!(said || dead.is_empty(), "{dead:#?}");
}

#[test]
fn raw_html_that_is_trusted_is_kept_and_a_link_out_of_the_site_is_a_warning() {
    let text = "---\ntitle: A\ndate: 2025-01-01\n---\n\n<a class=\"x\" href=\"/a/\">raw</a> <a href=\"/news/a/\">right</a>\n";
    let site = SiteTest::new()
        .site("title: T\nurl: https://example.org/news/\nmarkdown: {raw_html: trust}\n")
        .article("a.md", text)
        .built();
    assert_eq!(site.found.warnings(), ["raw-link"], "{}", site.found.text);
    let raw = site.found.list.iter().find(|d| d.code == "raw-link");
    let span = raw.and_then(|d| d.span).expect("a place");
    assert_eq!(&text[span.range()], "/a/");
    assert!(site.text("a/index.html").contains("href=\"/a/\""));
}

#[test]
fn raw_html_has_whole_addresses_in_a_feed() {
    let text = "---\ntitle: A\ndate: 2025-01-01\n---\n\n<a href=\"/a/\">raw</a> <b id=\"x\"></b> <a href=\"#x\">place</a> [b](/a/)\n";
    let site = SiteTest::new()
        .site("title: T\nurl: https://example.org/news/\n")
        .article("a.md", text)
        .built();
    let feed = site.text("feed.xml");
    assert_eq!(
        feed.matches("&lt;a href=\"https://example.org/news/a/\"")
            .count(),
        2,
        "{feed}"
    );
    assert_eq!(
        feed.matches("&lt;a href=\"https://example.org/news/a/#x\"")
            .count(),
        1,
        "{feed}"
    );
}

#[test]
fn an_old_address_leads_to_the_new_one() {
    let site = links();
    for route in ["2019/a.html", "old/a/index.html", "older/index.html"] {
        let page = site.text(route);
        let refresh = html::tags(page)
            .iter()
            .find(|t| t.attribute("http-equiv") == Some("refresh"))
            .and_then(|t| t.attribute("content").map(str::to_owned));
        assert_eq!(refresh.as_deref(), Some("0; url=/news/a/"), "{route}");
        assert!(html::references(page).contains("/news/a/"));
        assert!(page.contains("noindex"), "{route}");
    }
    assert!(!site.text("sitemap.xml").contains("older"));
}

#[test]
fn files_travel_with_their_article_and_no_others_do() {
    let site = links();
    for route in [
        "a/notes.txt",
        "a/picture.svg",
        "bundle/chart.svg",
        "bundle/data/table.csv",
        "bundle/extra.txt",
        "about/desk.svg",
        "logo.svg",
    ] {
        assert!(
            site.has(route),
            "{route} is not among {:?}",
            site.files.keys()
        );
    }
    let unused: Vec<_> = site
        .found
        .list
        .iter()
        .filter(|d| d.code == "unused-file")
        .filter_map(|d| d.file.as_deref())
        .collect();
    assert_eq!(unused, ["content/2025/unused.txt"]);
    let stray = site.files.keys().find(|r| r.contains("unused"));
    assert_eq!(stray, None);
}

#[test]
fn a_feed_has_whole_addresses_only() {
    let site = links();
    let feed = feed_rs::parser::parse(site.text("feed.xml").as_bytes()).expect("a feed");
    for entry in &feed.entries {
        let Some(body) = entry.content.as_ref().and_then(|c| c.body.as_ref()) else {
            continue;
        };
        for reference in html::references(body) {
            let whole = ["https://", "http://", "mailto:", "tel:"];
            assert!(
                whole.iter().any(|w| reference.starts_with(w)),
                "{}: {reference}",
                entry.id
            );
        }
    }
}

#[test]
fn a_place_on_a_standing_page_is_checked_from_the_root_too() {
    let site = SiteTest::new()
        .file(
            "content/pages/about.md",
            "---\ntitle: About\n---\n\n## Who\n",
        )
        .article(
            "a.md",
            "---\ntitle: A\ndate: 2025-01-01\n---\n\n[x](/about/#who) [y](/about/#nobody)\n",
        );
    let found = site.check();
    assert!(found.text.contains("broken-anchor"), "{}", found.text);
    assert!(found.text.contains("#nobody"), "{}", found.text);
    assert!(!found.text.contains("no anchor `#who`"), "{}", found.text);
}
