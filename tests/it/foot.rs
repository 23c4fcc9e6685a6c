//! The foot of every page, and the pages that it links to.

use crate::html;
use crate::site_test::{Outcome, SITE, SiteTest};

/// A site with pages at the top, and more in a folder.
fn site(top: usize, below: usize, more: &str) -> SiteTest {
    let mut test = SiteTest::new().site(&format!("{SITE}{more}")).article(
        "a.md",
        "---\ntitle: A thing happened\ndate: 2025-12-09\n---\n\nText.\n",
    );
    let page = |test: SiteTest, path: String, title: String| {
        test.article(&path, &format!("---\ntitle: {title}\n---\n\nText.\n"))
    };
    for n in 0..below {
        test = page(
            test,
            format!("pages/archive/b{n:03}.md"),
            format!("Below {n}"),
        );
    }
    for n in 0..top {
        test = page(test, format!("pages/t{n:03}.md"), format!("Top {n}"));
    }
    test
}

fn foot(outcome: &Outcome) -> Vec<String> {
    let foot = html::inside(outcome.text("a/index.html"), "footer");
    let links = html::links(foot).into_iter();
    links
        .map(|(words, _)| words)
        .filter(|words| {
            words.starts_with("Top") || words.starts_with("Below") || words == "All pages"
        })
        .collect()
}

#[test]
fn a_dozen_pages_are_in_the_foot_and_no_list_is_needed() {
    let outcome = site(3, 9, "").built();
    assert_eq!(foot(&outcome).len(), 12);
    assert!(!outcome.has("pages/index.html"));
}

#[test]
fn of_more_pages_the_foot_links_to_a_dozen_and_to_a_list_of_all() {
    let outcome = site(11, 30, "").built();
    let linked = foot(&outcome);
    let mut wanted: Vec<String> = (0..11).map(|n| format!("Top {n}")).collect();
    wanted.extend(["Below 0".to_owned(), "All pages".to_owned()]);
    assert_eq!(linked, wanted);
    let list = html::inside(outcome.text("pages/index.html"), "main");
    assert_eq!(html::links(list).len(), 41);
    assert!(
        outcome
            .text("sitemap.xml")
            .contains("https://example.org/pages/")
    );
    let dead = html::dead_ends(&outcome.files, "https://example.org", "/");
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn a_page_costs_the_same_however_many_there_are() {
    let size = |pages: usize| site(pages, 0, "").built().text("a/index.html").len();
    assert!(size(200).abs_diff(size(20)) < 100);
}

#[test]
fn the_menu_is_what_the_owner_lists() {
    let outcome = site(30, 0, "menu: [{label: Twenty, page: t020}]\n").built();
    let masthead = html::inside(outcome.text("a/index.html"), "header");
    let links = html::links(masthead);
    assert!(
        links.iter().any(|(words, _)| words == "Twenty"),
        "{links:?}"
    );
    assert!(
        !links.iter().any(|(words, _)| words.starts_with("Top")),
        "{links:?}"
    );
}

#[test]
fn a_page_that_had_the_address_of_the_list_keeps_it() {
    let own = "---\ntitle: Our own list\n---\n\nMine.\n";
    let outcome = site(30, 0, "").article("pages/pages.md", own).built();
    assert!(outcome.text("pages/index.html").contains("Our own list"));
    let taxonomy = site(30, 0, "taxonomies: {pages: {title: Pages}}\n").article(
        "b.md",
        "---\ntitle: B came\ndate: 2025-12-09\npages: [One]\n---\n",
    );
    assert!(
        taxonomy
            .built()
            .text("pages/index.html")
            .contains("/pages/one/")
    );
}

#[test]
fn the_configuration_links_to_no_address_that_runs_a_script() {
    let lines = [
        "links: [{label: One, url: \"javascript:alert(1)\"}, {label: Two, url: \" JaVaScRiPt:alert(1)\", rel: me}]",
        "links: {owner: [{label: One, url: \"java\\tscript:alert(1)\"}]}",
        "menu: [{label: One, page: \"vbscript:x\"}]",
        "publisher: {corrections_policy: \"data:text/html,x\"}",
        "publisher: {masthead: \"javascript:alert(1)\"}",
        "publisher: {report: \"javascript:alert(1)\"}",
        "slots: {notice: {text: Hello, link: \"javascript:alert(1)\"}}",
        "slots: {notice: {text: Hello, link: \"file:///etc/passwd\"}}",
        "links: [{label: One, url: \"blob:https://example.org/1\"}]",
    ];
    for line in lines {
        let outcome = site(1, 0, &format!("{line}\n")).built();
        let found = &outcome.found;
        assert!(
            found.warnings().contains(&"unsafe-link"),
            "{line}: {}",
            found.text
        );
        assert!(
            found.short.contains("site.yaml:4:"),
            "{line}: {}",
            found.short
        );
        for (route, page) in outcome.pages() {
            let page = page.to_lowercase();
            for scheme in [
                "javascript:",
                "vbscript:",
                "data:text",
                "file:",
                "blob:",
                "java\tscript",
            ] {
                assert!(
                    !page.contains(&format!("\"{scheme}")),
                    "{line}: {route} has {scheme}"
                );
            }
        }
    }
    let good = "links: [{label: One, url: \"https://a.example/\"}, {label: Two, url: /a/}, {label: Three, url: \"matrix:r/x\"}]\n\
                publisher: {report: \"mailto:desk@example.org\", masthead: /t000/}\nmenu: [{label: A, page: t000}, {label: B, page: /t000/#x:y}]\n";
    let found = site(1, 0, good).built().found;
    assert!(!found.warnings().contains(&"unsafe-link"), "{}", found.text);
}
