//! Patterns of addresses, under a path, and what they clash with.

use crate::html;
use crate::site_test::{Found, SiteTest};

fn site(pattern: &str) -> SiteTest {
    SiteTest::new().site(&format!(
        "title: T\nurl: https://example.org/news/\ntimezone: Asia/Jakarta\npermalink: \"{pattern}\"\n"
    ))
}

const ARTICLE: &str = "---\nid: my-id\ntitle: A\nkind: analysis\ndate: 2020-05-05\n\
                       published: 2025-12-31T20:00:00Z\ntags: [t]\n---\n\n[[my-id]] and ![a](p.svg)\n";

#[test]
fn every_part_of_a_pattern_is_filled_and_every_link_obeys() {
    for (pattern, route) in [
        ("/{slug}/", "a/"),
        ("/{id}/", "my-id/"),
        ("/{kind}/{slug}/", "analysis/a/"),
        ("/{published:%Y}/{slug}", "2025/a/"),
        ("/{published:%Y/%m/%d}/{slug}/", "2025/12/31/a/"),
        ("/{published:%Y-%m-%d}-{id}/", "2025-12-31-my-id/"),
        ("/archive/{published:%m}/{slug}/", "archive/12/a/"),
    ] {
        let site = site(pattern)
            .now("2026-02-01")
            .article("a.md", ARTICLE)
            .file("content/p.svg", "<svg/>")
            .built();
        assert!(
            site.has(&format!("{route}index.html")),
            "{pattern}: {:?}",
            site.files.keys()
        );
        assert!(site.has(&format!("{route}p.svg")), "{pattern}");
        let dead = html::dead_ends(&site.files, "https://example.org", "/news/");
        assert!(dead.is_empty(), "{pattern}: {dead:#?}");
        assert!(
            site.text("feed.xml").contains(&format!("/news/{route}")),
            "{pattern}"
        );
    }
}

#[test]
fn a_pattern_with_the_publication_needs_one() {
    let found = site("/{published:%Y}/{slug}/")
        .article("a.md", "---\ntitle: A\ndate: 2020-05-05\n---\n")
        .check();
    assert_eq!(found.errors(), ["missing-published"], "{}", found.text);
    for named in [
        "content/a.md",
        "`/{published:%Y}/{slug}/`",
        "`published`",
        "site.yaml",
    ] {
        assert!(found.text.contains(named), "{named}: {}", found.text);
    }
}

fn clash(pattern: &str, files: &[(&str, &str)]) -> Found {
    let site = site(pattern);
    let add = |site: SiteTest, (path, text): &(&str, &str)| site.file(path, text);
    files.iter().fold(site, add).check()
}

#[test]
fn a_clash_names_both_claimants() {
    let tagged = "---\ntitle: A\ndate: 2020-05-05\nstatus: expected\npublished: 2020-05-06\ntags: [x]\n\
                  corrections: [{date: 2020-05-07, text: No.}]\n---\n";
    let plain = "---\ntitle: A\ndate: 2020-05-05\npublished: 2020-05-06\n---\n";
    for (pattern, file, other) in [
        ("/{published:%Y}/", "", ""),
        (
            "/{slug}/",
            "content/expected.md",
            "the page of expected entries",
        ),
        ("/{slug}/", "content/corrections.md", "the corrections page"),
        ("/{slug}/", "content/tags.md", "the list of tags"),
        ("/{slug}/", "content/2020.md", "the page for 2020"),
        ("/tags/{slug}/", "content/x.md", "the page of `x` (tags)"),
        (
            "/{slug}/",
            "content/pages/a.md",
            "the page content/pages/a.md",
        ),
        (
            "/{slug}/",
            "static/a/index.html",
            "the file static/a/index.html",
        ),
    ] {
        if file.is_empty() {
            assert_eq!(clash(pattern, &[]).errors(), ["bad-permalink"], "{pattern}");
            continue;
        }
        let found = clash(pattern, &[("content/a.md", tagged), (file, plain)]);
        assert_eq!(found.errors(), ["route-clash"], "{file}: {}", found.text);
        for named in [other, "content/"] {
            assert!(found.text.contains(named), "{named}: {}", found.text);
        }
    }
}
