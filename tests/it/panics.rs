//! A bug of the program ends a verb with a report, and leaves the site as it was.

use std::ffi::OsString;
use std::path::Path;

use dateline::cli;
use dateline::world::MemoryWorld;

use crate::site_test::{ROOT, SiteTest};

const ARTICLE: &str = "---\ntitle: Rivers rise\ndate: 2025-03-01\n---\nText.\n";

/// Runs the program with these words; gives its exit code.
fn run(world: &MemoryWorld, words: &[&str]) -> u8 {
    let all = ["dateline"].iter().chain(words).chain(&["--root", ROOT]);
    cli::run_in(world, all.map(OsString::from))
}

#[test]
fn a_build_that_panics_exits_with_101_and_leaves_the_output_untouched() {
    let site = SiteTest::new()
        .article("a.md", ARTICLE)
        .article("b.md", &ARTICLE.replace("rise", "fall"));
    assert_eq!(run(&site.world, &["build"]), 0);
    let output = Path::new(ROOT).join("public");
    let before = site.output(&output);
    assert!(before.contains_key("a/index.html"), "{:?}", before.keys());
    let changed = ARTICLE.replace("Text.", "Another text.");
    let article = Path::new(ROOT).join("content/a.md");
    site.world.set(&article, changed.as_bytes());
    // While it is parsed, and while its page is rendered.
    for nth in [0, 1] {
        site.world.set_trap(&article, nth);
        assert_eq!(run(&site.world, &["build"]), 101, "read {nth}");
        assert_eq!(site.output(&output), before, "read {nth}");
    }
    site.world.clear_trap();
    assert_eq!(run(&site.world, &["build"]), 0);
    let after = site.output(&output);
    let page = String::from_utf8_lossy(&after["a/index.html"]);
    assert!(page.contains("Another text."), "{page}");
}

#[test]
fn other_verbs_that_panic_exit_with_101_too() {
    let site = SiteTest::new().article("a.md", ARTICLE);
    site.world.set_trap(&Path::new(ROOT).join("site.yaml"), 0);
    for verb in ["check", "list", "urls"] {
        assert_eq!(run(&site.world, &[verb]), 101, "{verb}");
    }
}
