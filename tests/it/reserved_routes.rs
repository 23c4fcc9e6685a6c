//! No text of an editor takes the address of a page that is the whole site's.

use crate::site_test::{SITE, SiteTest};

/// A site that has every kind of page of its own.
fn site(more: &str) -> SiteTest {
    let mut test = SiteTest::new()
        .site(&format!(
            "{SITE}front_page: {{just_published: 1}}\nstances: {{open: {{label: Open}}}}\n\
             hosting: {{hosts: [netlify, nginx, caddy]}}\n{more}"
        ))
        .article(
            "related.md",
            "---\ntitle: Related thing came\ndate: 2025-02-02\npublished: 2025-02-02\nstory: flood\n\
             organisations: [Ely]\nstance: {Ely: open}\ncertainty: reported\n\
             corrections: [{date: 2025-03-03, text: A name}]\n\
             entries: [{title: A plan is made, date: 2027, status: expected, id: plan}]\n---\n\nText.\n",
        );
    for n in 1..=24 {
        test = test.article(
            &format!("thing-{n}.md"),
            &format!("---\ntitle: Thing {n} happened there\ndate: 2025-01-{n:02}\npublished: 2025-01-{n:02}\nstory: flood\n---\n\nText.\n"),
        );
    }
    test
}

/// Routes of the site's own pages, by the address that an editor would write. What has a fingerprint is
/// found in a build.
fn routes() -> Vec<String> {
    let outcome = site("").built();
    let made = [
        "explore/index.html",
        "new/index.html",
        "on-this-day/index.html",
        "on-this-day/01-05/index.html",
        "expected/index.html",
        "corrections/index.html",
        "corrections/feed.xml",
        "stories/index.html",
        "status/index.html",
        "certainty/index.html",
        "stances/index.html",
        "organisations/index.html",
        "2025/index.html",
        "2025/01/index.html",
        "index.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "favicon.svg",
        "search/index.json",
        "search/cards-0.json",
    ];
    let assets = outcome.files.keys().filter(|r| r.starts_with("assets/"));
    let all: Vec<String> = made
        .into_iter()
        .map(str::to_owned)
        .chain(assets.cloned())
        .collect();
    for route in &all {
        assert!(outcome.has(route), "the site has no {route}");
    }
    all
}

fn address(route: &str) -> String {
    format!("/{}", route.strip_suffix("index.html").unwrap_or(route))
}

/// The claims on a route, each as the files that make it, with the name that the clash calls it by.
fn claims(route: &str, more: &str) -> [(SiteTest, &'static str); 4] {
    let address = address(route);
    let article = format!(
        "---\ntitle: Another thing\ndate: 2025-06-01\npermalink: {address}\n---\n\nMine.\n"
    );
    let page = format!("---\ntitle: A page\npermalink: {address}\n---\n\nMine.\n");
    let alias = format!(
        "---\ntitle: Another thing\ndate: 2025-06-01\naliases: [{address}]\n---\n\nMine.\n"
    );
    [
        (site(more).article("mine.md", &article), "content/mine.md"),
        (
            site(more).article("pages/mine.md", &page),
            "content/pages/mine.md",
        ),
        (
            site(more).article("mine.md", &alias),
            "an old address of content/mine.md",
        ),
        (
            site(more).file(&format!("static/{route}"), "Mine."),
            "the file static/",
        ),
    ]
}

#[test]
fn a_page_of_the_site_is_never_taken_over_and_both_are_named() {
    let whole = site("").built();
    for route in routes() {
        for (test, who) in claims(&route, "") {
            // The theme's own files are replaced by those of `static/` on purpose.
            if who.starts_with("the file") && ["favicon.svg"].contains(&route.as_str()) {
                continue;
            }
            let found = test.check();
            assert!(
                found.errors().contains(&"route-clash"),
                "{route} by {who}: {}",
                found.text
            );
            let clash = found
                .list
                .iter()
                .find(|d| d.code == "route-clash")
                .expect("a clash");
            assert!(clash.message.contains(who), "{route}: {}", clash.message);
            assert!(
                clash.message.contains(" and ") && clash.message.contains(&format!("/{route}")),
                "{route}: {}",
                clash.message
            );
        }
        // In a lenient site, the text gives way.
        for (test, who) in claims(&route, "lenient: true\n").into_iter().take(2) {
            let outcome = test.built();
            assert!(
                outcome.found.warnings().contains(&"route-clash"),
                "{route} by {who}"
            );
            // Feeds and the index may tell of the text, as of any other.
            let text = String::from_utf8_lossy(&outcome.files[&route]);
            let title = text.split_once("</title>").map_or("", |(title, _)| title);
            let is_text = ["Another thing", "A page"].map(|t| title.contains(t));
            assert_eq!(is_text, [false, false], "{route} by {who}");
            assert_eq!(
                outcome.files[&route][..5],
                whole.files[&route][..5],
                "{route} by {who}"
            );
            assert!(outcome.has("explore/index.html") && outcome.has("search/index.json"));
            let mut others = outcome.files.iter().filter(|(other, _)| **other != route);
            let moved =
                others.any(|(_, text)| String::from_utf8_lossy(text).contains("<p>Mine.</p>"));
            assert!(moved, "{route} by {who}: the text is nowhere");
            assert_eq!(
                whole
                    .files
                    .keys()
                    .filter(|r| !outcome.has(r) && !r.starts_with("search/"))
                    .count(),
                0,
                "{route} by {who}"
            );
        }
    }
}
