//! Texts that mean harm come out as texts.

use std::collections::BTreeSet;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

use super::{cases, quoted};
use crate::html;
use crate::site_test::SiteTest;

/// Titles that someone could mean harm with.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        select(vec![
            "<script>alert(1)</script>",
            "</script><script>",
            "<!--<script>",
            "]]>",
            "<![CDATA[",
            "\"",
            "'",
            "&",
            "&lt;",
            "&#60;script>",
            "\u{10}",
            "\u{0}",
            "\u{1b}",
            "\u{202e}",
            "\u{2028}",
            "\u{fffe}",
            "\u{ffff}",
            "\u{7f}",
            "\u{85}",
            "\u{feff}",
            "🎉",
            "👩‍👩‍👧",
            "<svg onload=alert(1)>",
            "\" onmouseover=\"x",
            "{{ site.title }}",
            "{% include \"x\" %}",
            "</title>",
            "</textarea>",
            "javascript:alert(1)",
            "\\",
            "%0a",
            "é",
            "日本",
            "\u{301}",
            "\n",
            "\t",
            "\r",
            "=cmd|' /C calc'!A0",
            "<?xml?>",
            "<!DOCTYPE x [<!ENTITY y 'z'>]>",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,8}",
        any::<char>().prop_map(String::from),
    ];
    vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

/// A site whose every text is hostile; `body` says whether those of the articles are, too.
fn hostile_site(titles: &BTreeSet<String>, body: bool) -> SiteTest {
    let mut site = SiteTest::new();
    for (n, title) in titles.iter().enumerate() {
        let q = quoted(title);
        let one_line = title.replace(['\r', '\n'], " ");
        let text = if body {
            format!("# {one_line}\n\n{title} [[e{n}]]\n")
        } else {
            "Text.\n".to_owned()
        };
        site = site.article(
            &format!("t{n}.md"),
            &format!(
                "---\nid: t{n}\ntitle: {q}\nslug: t{n}\ndate: 2025-01-01\npublished: 2025-01-02\n\
                 summary: {q}\nplace: {q}\nwording: {q}\ntags: [{q}]\nauthors: [{q}]\n\
                 sources: [{{id: s, title: {q}, publisher: {q}}}]\n\
                 entries: [{{id: e{n}, title: {q}, date: 2024}}]\n\
                 corrections: [{{date: 2025-02-02, text: {q}}}]\n---\n\n{text}"
            ),
        );
    }
    site
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn hostile_titles_give_feeds_that_parse_and_pages_without_script(titles in btree_set(hostile(), 1..5)) {
        // A title without anything in it, or with a NUL, is refused, and rightly.
        let titles: BTreeSet<String> = titles.into_iter().filter(|t| !t.trim().is_empty() && !t.contains('\0')).collect();
        let mut outcome = hostile_site(&titles, true).build();
        if outcome.result.is_err() {
            // As a text it may hold what is a broken link; as a title it may not.
            let broken = |code: &&str| code.starts_with("broken-") || ["unknown-citation", "missing-picture"].contains(code);
            prop_assert!(outcome.found.errors().iter().all(broken), "{}", outcome.found.text);
            outcome = hostile_site(&titles, false).build();
        }
        prop_assert!(outcome.result.is_ok(), "{}", outcome.found.text);
        let site_feed = feed_rs::parser::parse(outcome.text("feed.xml").as_bytes());
        prop_assert_eq!(site_feed.map(|feed| feed.entries.len()).ok(), Some(titles.len()));
        let script = html::script_of_explore(&outcome.files).unwrap_or_default();
        for (route, text) in &crate::index_files::texts(&outcome.files) {
            if route.ends_with(".xml") {
                let forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
                prop_assert!(!text.contains(forbidden), "{route}");
            }
            if route.ends_with("feed.xml") {
                let feed = feed_rs::parser::parse(text.as_bytes());
                prop_assert!(feed.is_ok(), "{route}: {feed:?}\n{text}");
            }
            if route.ends_with(".html") {
                // JSON-LD is data, and stands once.
                let rest = text.replacen("<script type=\"application/ld+json\">", "", 1);
                // One page has one script, the theme's, under the address that its file has.
                let own = usize::from(*route == "explore/index.html");
                let rest = rest.replacen(&format!("<script type=\"module\" src=\"{script}\"></script>"), "", own);
                // Those of the theme, each from its own file.
                let theme = |name: &str| {
                    let mut files = outcome.files.keys();
                    let file = files.find(|file| file.starts_with(&format!("assets/{name}.")));
                    file.map(|file| format!("<script src=\"/{file}\"></script>"))
                };
                let rest = ["look", "today"].iter().filter_map(|name| theme(name)).fold(rest, |rest, tag| rest.replacen(&tag, "", 1));
                prop_assert!(!rest.to_lowercase().contains("<script"), "{route}:\n{text}");
                for tag in html::tags(text) {
                    for (name, value) in &tag.attributes {
                        prop_assert!(!name.starts_with("on"), "{route}: {tag:?}");
                        let leads = matches!(name.as_str(), "href" | "src" | "action" | "poster");
                        let javascript = value.trim().to_lowercase().starts_with("javascript:");
                        prop_assert!(!(leads && javascript), "{route}: {tag:?}");
                    }
                }
            }
        }
    }
}
