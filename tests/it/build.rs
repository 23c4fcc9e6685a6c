//! `dateline build`: the website, and what it says about it.

use crate::project::Project;
use crate::site_test::SiteTest;

const GOOD: &str = "---\ntitle: Good\ndate: 2025-01-01\n---\n\nText.\n";
const DRAFT: &str = "---\ntitle: Not yet\ndate: 2025-01-02\ndraft: true\n---\n";
const SCHEDULED: &str =
    "---\ntitle: Tomorrow\ndate: 2026-01-14\npublished: 2026-01-16T08:00:00Z\n---\n";

#[test]
fn a_build_puts_the_site_into_public_and_counts_what_it_did() {
    let project = Project::new().article("a.md", GOOD);
    let ran = project.run("build").code(0);
    assert!(ran.out.starts_with("Built "), "{}", ran.out);
    assert!(ran.out.contains("1 article and 1 entry"), "{}", ran.out);
    assert!(
        ran.out.contains("0 changed, 0 unchanged, 0 deleted"),
        "{}",
        ran.out
    );
    assert_eq!(ran.err, "");
    for route in [
        "index.html",
        "a/index.html",
        "2025/index.html",
        "2025/01/index.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
    ] {
        assert!(project.has(&format!("public/{route}")), "{route}");
    }
}

#[test]
fn a_second_build_changes_nothing() {
    let project = Project::fixture("floods");
    project.run("build").code(0);
    let times = || -> Vec<_> {
        let routes = project.output().into_keys();
        let path = |route| project.root().join("public").join(route);
        let time = |route| std::fs::metadata(path(route)).and_then(|m| m.modified());
        routes
            .map(|route| time(route).expect("it is there"))
            .collect()
    };
    let (output, before) = (project.output(), times());
    let ran = project.run("build").code(0);
    // Files that are a moment old are looked at, older ones need not be.
    let nothing = ["  0 new, 0 changed, ", "Nothing to do: "];
    assert!(nothing.iter().any(|n| ran.out.contains(n)), "{}", ran.out);
    assert_eq!(project.output(), output);
    assert_eq!(times(), before);
}

#[test]
fn an_edit_changes_the_pages_that_show_it_and_a_removed_article_goes() {
    let project = Project::new().article("a.md", GOOD).article(
        "b.md",
        "---\ntitle: Other\ndate: 2024-01-01\n---\n\nText.\n",
    );
    project.run("build").code(0);
    let before = project.output();
    project.write("content/a.md", GOOD.replace("Good", "Better"));
    std::fs::remove_file(project.root().join("content/b.md")).expect("removed");
    project.run("build").code(0);
    let after = project.output();
    assert!(project.read("public/a/index.html").contains("Better"));
    for gone in ["b/index.html", "2024/index.html", "2024/01/index.html"] {
        assert!(
            before.contains_key(gone) && !after.contains_key(gone),
            "{gone}"
        );
    }
    assert!(!project.has("public/b"), "an empty folder stays");
    assert_eq!(before["robots.txt"], after["robots.txt"]);
    let clean = Project::new().article("a.md", &GOOD.replace("Good", "Better"));
    clean.run("build").code(0);
    assert_eq!(clean.output(), after);
}

#[test]
fn drafts_and_scheduled_articles_are_left_out_and_counted_until_they_are_asked_for() {
    let project = Project::new()
        .article("a.md", GOOD)
        .article("draft.md", DRAFT)
        .article("scheduled.md", SCHEDULED);
    let ran = project.run("build").code(0);
    assert!(
        ran.out
            .contains("left out: 1 draft (include with --drafts)"),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("left out: 1 scheduled article (include with --future"),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("next scheduled change: 16 January 2026, 08:00"),
        "{}",
        ran.out
    );
    assert!(!project.has("public/draft") && !project.has("public/scheduled"));
    for (route, bytes) in project.output() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(
            !text.contains("Not yet") && !text.contains("Tomorrow"),
            "{route}"
        );
    }
    project.run("build --drafts").code(0);
    assert!(project.has("public/draft/index.html") && !project.has("public/scheduled"));
    project.run("build --future").code(0);
    assert!(!project.has("public/draft") && project.has("public/scheduled/index.html"));
    project.run("build --drafts --future").code(0);
    assert!(project.has("public/draft/index.html") && project.has("public/scheduled/index.html"));
    project.run("build --now 2026-01-16T08:00:00Z").code(0);
    assert!(project.has("public/scheduled/index.html"));
    project.run("build --now 2026-01-16T07:59:59Z").code(0);
    assert!(!project.has("public/scheduled"));
}

#[test]
fn a_link_to_a_draft_is_a_fault_until_the_draft_shows() {
    let project = Project::new()
        .article("a.md", &format!("{GOOD}\n[Soon](draft.md)\n"))
        .article("draft.md", DRAFT);
    let ran = project.run("check").code(1);
    assert!(ran.err.contains("draft"), "{}", ran.err);
    project.run("check --drafts").code(0);
}

#[test]
fn output_and_address_may_be_others_than_the_configurations() {
    let project = Project::new().article("a.md", GOOD);
    project
        .run("build --output ../elsewhere/site --base-url https://example.com/t/")
        .code(0);
    assert!(!project.has("public"));
    let page = std::fs::read_to_string(project.around().join("elsewhere/site/index.html"));
    let page = page.expect("it is there");
    assert!(page.contains("href=\"https://example.com/t/\""), "{page}");
    assert!(page.contains("href=\"/t/a/\""), "{page}");
    let ran = project.run("build --base-url example.com");
    assert_ne!(ran.code, 0);
    assert!(ran.err.contains("--base-url"), "{}", ran.err);
}

#[test]
fn a_site_without_articles_is_a_site() {
    let site = SiteTest::new().built();
    assert!(site.has("index.html") && site.has("404.html"));
    let feed = feed_rs::parser::parse(site.text("feed.xml").as_bytes()).expect("a feed");
    assert!(feed.entries.is_empty());
    let dead = crate::html::dead_ends(&site.files, "https://example.org", "/");
    assert!(dead.is_empty(), "{dead:?}");
}

#[test]
fn an_article_without_a_text_is_an_article() {
    let text = "---\ntitle: No text\ndate: 2025-01-01\npublished: 2025-01-01\n---\n";
    let site = SiteTest::new().article("a.md", text).built();
    assert!(site.text("a/index.html").contains("No text"));
    let text = text.trim_end();
    let same = SiteTest::new().article("a.md", text).built();
    assert_eq!(site.text("a/index.html"), same.text("a/index.html"));
}

#[test]
fn other_files_in_the_output_stay_where_they_are() {
    let project = Project::new().article("a.md", GOOD);
    project.run("build").code(0);
    project.write("public/CNAME", "example.org");
    project.write("public/a/other.txt", "not ours");
    project.write("content/b.md", "---\ntitle: B\ndate: 2025-02-02\n---\n");
    project.run("build").code(0);
    std::fs::remove_file(project.root().join("content/a.md")).expect("removed");
    project.run("build").code(0);
    assert_eq!(project.read("public/CNAME"), "example.org");
    assert_eq!(project.read("public/a/other.txt"), "not ours");
    assert!(!project.has("public/a/index.html"));
}

#[test]
fn a_page_that_somebody_changed_is_not_removed_and_is_named() {
    let project = Project::new()
        .article("a.md", GOOD)
        .article("b.md", "---\ntitle: B\ndate: 2025-02-02\n---\n");
    project.run("build").code(0);
    project.write("public/b/index.html", "changed by hand");
    std::fs::remove_file(project.root().join("content/b.md")).expect("removed");
    let ran = project.run("build").code(0);
    assert!(
        ran.out
            .contains("not deleted, because it has been changed: b/index.html"),
        "{}",
        ran.out
    );
    assert_eq!(project.read("public/b/index.html"), "changed by hand");
}

#[test]
fn numbers_of_threads_that_make_no_sense_are_refused() {
    let project = Project::new().article("a.md", GOOD);
    for threads in ["1", "64"] {
        project.run(&format!("build --threads {threads}")).code(0);
    }
    for threads in ["0", "-1", "100000", "many"] {
        project.run(&format!("build --threads={threads}")).code(2);
    }
}
