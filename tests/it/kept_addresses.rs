//! What has an address keeps it: the ledger decides before any order does.

use crate::project::Project;
use crate::site_test::{SITE, SiteTest};

fn article(title: &str, keys: &str) -> String {
    format!("---\ntitle: {title}\n{keys}---\nText.\n")
}

#[test]
fn a_term_keeps_its_address_when_another_of_the_same_letters_comes() {
    for (first, then, address) in [
        ("Éole", "Eole", "eole"),
        ("C++", "C plus plus", "c-plus-plus"),
        ("X/Twitter", "X (Twitter)", "x-twitter"),
        ("GPT-4", "GPT 4", "gpt-4"),
    ] {
        let project = Project::new().article(
            "b.md",
            &article(
                "Another thing in the town",
                &format!("date: 2026-01-03\ntags: ['{first}']\n"),
            ),
        );
        project.run("build").code(0);
        project.run("urls --accept").code(0);
        project.write(
            "content/a.md",
            article(
                "A thing in the town",
                &format!("date: 2020-02-03\ntags: ['{then}']\n"),
            ),
        );
        let ran = project.run("build").code(0);
        let page = project.read(&format!("public/tags/{address}/index.html"));
        assert!(
            page.contains("Another thing in the town"),
            "{first}: {page}"
        );
        assert!(
            project.has(&format!("public/tags/{address}-2/index.html")),
            "{first}"
        );
        assert!(!ran.err.contains("lost-address"), "{}", ran.err);

        // Both are recorded; when the first goes, the other does not take its address.
        project.run("urls --accept").code(0);
        std::fs::remove_file(project.root().join("content/b.md")).expect("there");
        let ran = project.run("build").code(0);
        assert!(
            !project.has(&format!("public/tags/{address}/index.html")),
            "{first}"
        );
        assert!(
            project.has(&format!("public/tags/{address}-2/index.html")),
            "{first}"
        );
        assert!(ran.err.contains("lost-address"), "{}", ran.err);
    }
}

#[test]
fn a_term_that_takes_over_an_address_is_told() {
    let project = Project::new().article(
        "a.md",
        &article("A thing in the town", "date: 2020-02-03\ntags: ['Éole']\n"),
    );
    project.run("build").code(0);
    project.run("urls --accept").code(0);
    project.write(
        "content/a.md",
        article("A thing in the town", "date: 2020-02-03\ntags: ['Èole']\n"),
    );
    let ran = project.run("build").code(0);
    assert!(
        ran.err
            .contains("was the page of `Éole`, and is now that of `Èole`"),
        "{}",
        ran.err
    );
    project.run("urls --accept").code(0);
    let ran = project.run("check").code(0);
    assert!(!ran.err.contains("lost-address"), "{}", ran.err);
}

#[test]
fn an_article_keeps_its_address_and_id_when_an_older_one_of_its_name_comes() {
    for (first, older) in [
        ("2024/vote.md", "2019/vote.md"),
        ("z/vote/index.md", "a/vote/index.md"),
        ("vote.md", "2019/vote.md"),
    ] {
        let project = Project::new()
            .file("site.yaml", format!("{SITE}lenient: true\n"))
            .article(
                first,
                &article("The vote of this year", "date: 2024-05-06\n"),
            );
        project.run("build").code(0);
        project.run("urls --accept").code(0);
        let id = |project: &Project| {
            let feed = project.read("public/feed.xml");
            let entry = feed
                .split("The vote of this year")
                .next()
                .unwrap_or_default();
            let (_, id) = entry.rsplit_once("<id>").expect("an id");
            id.split("</id>").next().unwrap_or_default().to_owned()
        };
        let before = id(&project);
        project.write(
            &format!("content/{older}"),
            article("The vote of 2019", "date: 2019-05-06\n"),
        );
        let ran = project.run("build").code(0);
        let page = project.read("public/vote/index.html");
        assert!(page.contains("The vote of this year"), "{first}");
        assert_eq!(id(&project), before, "{first}");
        for code in ["lost-address", "changed-id"] {
            assert!(!ran.err.contains(code), "{first}: {}", ran.err);
        }
        // The other keeps what it got.
        project.run("urls --accept").code(0);
        let other = project.read("urls.lock");
        let other = other.lines().find(|l| l.contains(older)).expect("recorded");
        let address = other.split(' ').next().unwrap_or_default().to_owned();
        std::fs::remove_file(project.root().join("content").join(first)).expect("there");
        project.run("build").code(0);
        let page = project.read(&format!("public{address}index.html"));
        assert!(page.contains("The vote of 2019"), "{address}");
    }
}

#[test]
fn an_event_in_an_article_keeps_its_anchor() {
    let text = |events: &str| {
        article(
            "Wind farms",
            &format!("date: 2026-01-03\nentries:\n{events}"),
        )
    };
    let opens = "  - {title: Éole opens, date: 2025-03}\n";
    let older = "  - {title: Eole opens, date: 2024-03}\n";
    let project = Project::new()
        .file("site.yaml", format!("{SITE}lenient: true\n"))
        .article("a.md", &text(opens));
    project.run("build").code(0);
    project.run("urls --accept").code(0);
    project.write("content/a.md", text(&format!("{older}{opens}")));
    let ran = project.run("build").code(0);
    let page = project.read("public/a/index.html");
    let (_, kept) = page
        .split_once("id=\"entry-eole-opens\"")
        .expect("the anchor");
    let title = kept.find("Éole opens").expect("its title");
    assert!(
        kept.find("Eole opens").is_none_or(|other| title < other),
        "{page}"
    );
    assert!(page.contains("id=\"entry-eole-opens-2\""), "{page}");
    assert!(ran.err.contains("duplicate-id"), "{}", ran.err);
}

#[test]
fn a_page_that_was_renamed_for_a_clash_keeps_its_address() {
    let project = Project::new()
        .file("site.yaml", format!("{SITE}lenient: true\n"))
        .article(
            "tags.md",
            &article("Tags of trees", "date: 2026-01-03\ntags: [water]\n"),
        );
    project.run("build").code(0);
    assert!(project.has("public/tags-2/index.html"));
    project.run("urls --accept").code(0);
    project.write(
        "content/tags.md",
        article("Tags of trees", "date: 2026-01-03\n"),
    );
    project.run("build").code(0);
    assert!(
        project.has("public/tags-2/index.html"),
        "no longer in the way, and still there"
    );
}

#[test]
fn the_ids_of_feeds_stay_when_the_site_moves() {
    let site = "title: Gauge\nurl: https://example.org/news/\n";
    let keys = "date: 2026-01-03\npublished: 2026-01-03T10:00:00Z\ntags: [a]\n";
    let project = Project::empty()
        .file("site.yaml", site)
        .article("a.md", &article("Water rises again", keys));
    let ids = |project: &Project| {
        let feed = project.read("public/feed.xml");
        let ids = feed.split("<id>").skip(1);
        ids.map(|id| id.split("</id>").next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    project.run("build").code(0);
    project.run("urls --accept").code(0);
    let before = ids(&project);
    assert!(
        before[0].starts_with("tag:example.org,2025:news/"),
        "{before:?}"
    );

    let moved = "title: Gauge\nurl: https://moved.example.net/\n";
    project.write("site.yaml", moved);
    let ran = project.run("build").code(0);
    assert_ne!(ids(&project), before);
    let line = "feeds: {authority: example.org/news/}";
    assert!(ran.err.contains("changed-authority"), "{}", ran.err);
    assert!(ran.err.contains(line), "{}", ran.err);

    project.write("site.yaml", format!("{moved}{line}\n"));
    let ran = project.run("build").code(0);
    assert_eq!(ids(&project), before);
    assert!(!ran.err.contains("changed-authority"), "{}", ran.err);

    // Or the change is meant.
    project.write("site.yaml", moved);
    project.run("urls --accept").code(0);
    let ran = project.run("build").code(0);
    assert!(!ran.err.contains("changed-authority"), "{}", ran.err);
}

#[test]
fn an_authority_is_a_domain_and_a_day() {
    let id = |feeds: &str| {
        let site = SiteTest::new()
            .site(&format!("{SITE}feeds: {feeds}\n"))
            .article("a.md", &article("Water rises", "date: 2026\n"));
        let outcome = site.built();
        let feed = outcome.text("feed.xml");
        let id = feed.split("<id>").nth(1).unwrap_or_default();
        id.split("</id>").next().unwrap_or_default().to_owned()
    };
    for (feeds, prefix) in [
        ("{since: 2019}", "tag:example.org,2019:"),
        ("{authority: Example.com}", "tag:example.com,2025:"),
        (
            "{authority: example.com, since: 2014}",
            "tag:example.com,2014:",
        ),
        (
            "{authority: example.com, since: 2014-06-30}",
            "tag:example.com,2014-06-30:",
        ),
        (
            "{authority: 'example.com,2014-06'}",
            "tag:example.com,2014-06:",
        ),
        (
            "{authority: desk@example.com/news}",
            "tag:desk@example.com,2025:news/",
        ),
    ] {
        assert_eq!(id(feeds), format!("{prefix}feed/site"), "{feeds}");
    }
    for feeds in [
        "{authority: 'https://example.com'}",
        "{authority: example.com, since: 30 June 2014}",
        "{authority: 'a b'}",
    ] {
        let found = SiteTest::new()
            .site(&format!("{SITE}feeds: {feeds}\n"))
            .check();
        assert_eq!(found.errors(), ["bad-authority"], "{feeds}: {}", found.text);
    }
}
