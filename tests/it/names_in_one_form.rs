//! Names are compared in one normal form: files from macOS have their accents apart.

use crate::html;
use crate::site_test::{SITE, SiteTest};

const APART: &str = "gro\u{308}\u{df}e";
const ONE: &str = "größe";

fn article(title: &str, keys: &str, body: &str) -> String {
    format!("---\ntitle: {title}\ndate: 2026-01-03\n{keys}---\n{body}\n")
}

#[test]
fn a_link_finds_its_file_in_either_form() {
    for (file, link) in [(APART, ONE), (ONE, APART), (APART, APART), (ONE, ONE)] {
        let outcome = SiteTest::new()
            .article(
                &format!("{file}.md"),
                &article("Dam grows", "", &format!("![b]({link}.png)")),
            )
            .article(
                "b.md",
                &article(
                    "Link to the other",
                    &format!("follows: [{link}]\nimage: {{src: /{link}.jpg, alt: A dam}}\n"),
                    &format!(
                        "[file]({link}.md) [id][x] [[{link}]] [root](/{link}.pdf)\n\n[x]: {link}.md"
                    ),
                ),
            )
            .file(&format!("content/{file}.png"), "png")
            .file(&format!("static/{file}.pdf"), "pdf")
            .file(&format!("static/{file}.jpg"), "jpg")
            .built();
        let found = &outcome.found;
        assert!(found.errors().is_empty(), "{}", found.text);
        let lost = [
            "broken-link",
            "missing-picture",
            "broken-anchor",
            "unused-file",
        ];
        let warnings = found.warnings();
        assert!(!warnings.iter().any(|w| lost.contains(w)), "{}", found.text);
        let dead = html::dead_ends(&outcome.files, "https://example.org", "/");
        assert!(dead.is_empty(), "{dead:#?}");
    }
}

#[test]
fn a_term_is_one_in_either_form() {
    let outcome = SiteTest::new()
        .site(SITE)
        .article(
            "a.md",
            &article("Dam grows", &format!("tags: [{APART}]\n"), ""),
        )
        .article(
            "b.md",
            &article("Dam falls", &format!("tags: [{ONE}]\n"), ""),
        )
        .built();
    let page = outcome.text("tags/grosse/index.html");
    assert!(page.contains("Dam grows") && page.contains("Dam falls"));
}
