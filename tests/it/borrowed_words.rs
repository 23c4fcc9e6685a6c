//! English words that stand for what a language lacks: each is in an element that says so.

use std::collections::BTreeSet;
use std::fmt::Write;

use dateline::messages::borrowed::{BEGIN, END};

use crate::languages::{NAMES, messages, own_text, resource, words};
use crate::other_scripts::texts;
use crate::site_test::SiteTest;

/// The fixture site in a language with every second of the messages without arguments.
fn half_translated(language: &str, word: &str) -> SiteTest {
    let english = include_str!("../../templates/words/en.ftl");
    let plain = english.lines().filter_map(|line| line.split_once(" = "));
    let plain = plain.filter(|(id, text)| !id.starts_with(['#', ' ']) && !text.contains('{'));
    let mut own = String::new();
    for (id, _) in plain.step_by(2) {
        let _ = writeln!(own, "{id} = {word}");
    }
    let site = include_str!("../sites/languages/site.yaml");
    SiteTest::fixture("languages")
        .site(&format!(
            "{site}language: {language}\nfeatures: {{markdown: true, embeds: true, charts: true}}\n"
        ))
        .file(&format!("templates/words/{language}.ftl"), &own)
}

/// The words of all messages in English that are no names.
fn english_words() -> BTreeSet<String> {
    let english = resource("en");
    let mut known = BTreeSet::new();
    for pattern in messages(&english).values() {
        let mut text = String::new();
        own_text(pattern, &mut text);
        known.extend(words(&text).map(str::to_lowercase));
    }
    known
}

fn is_code(text: &str) -> bool {
    text.contains("://") || text.starts_with("data/")
}

#[test]
fn words_that_a_language_lacks_say_that_they_are_english() {
    let english = english_words();
    let mut left = BTreeSet::new();
    for (language, word, direction) in [
        ("sv", "vulk", "ltr"),
        ("fa", "ولک", "rtl"),
        ("lt", "", "ltr"),
    ] {
        let site = half_translated(language, word);
        let site = match word {
            // A language without a file.
            "" => site.without("templates/words/lt.ftl"),
            _ => site,
        };
        let outcome = site.built();
        let (mut own, mut borrowed) = (0, 0);
        for (route, page) in outcome.pages() {
            // Addresses and code are in no language.
            let texts = texts(page).into_iter();
            for (text, lang, dir) in texts.filter(|(text, ..)| !is_code(text)) {
                let is_own = lang == language;
                for found in words(&text) {
                    let is_english = english.contains(&found.to_lowercase());
                    match is_english && !NAMES.contains(&found) {
                        true if is_own => {
                            left.insert(format!("{language}: {route}: {found} in {text:?}"));
                        }
                        true => {
                            assert_eq!(
                                (lang.as_str(), dir.as_str()),
                                ("en", "ltr"),
                                "{route}: {text}"
                            );
                            borrowed += 1;
                        }
                        false if found == word => {
                            assert!(is_own, "{route}: {text}");
                            own += 1;
                        }
                        false => {}
                    }
                }
            }
            if direction == "rtl" {
                assert!(page.contains("<html lang=\"fa\" dir=\"rtl\">"), "{route}");
            }
        }
        assert!(
            borrowed > 500 && (own > 100 || word.is_empty()),
            "{language}: {own}, {borrowed}"
        );
        for (route, bytes) in &outcome.files {
            if let Ok(text) = std::str::from_utf8(bytes) {
                assert!(!text.contains([BEGIN, END]), "{language}: {route}");
            }
        }
    }
    assert_eq!(left, BTreeSet::new(), "{left:#?}");
}

#[test]
fn an_english_word_counts_as_english_does() {
    let page = |count: usize, own: &str| {
        let mut site = SiteTest::new()
            .site("title: T\nurl: https://example.org/\nlanguage: lt\n")
            .file("templates/words/lt.ftl", own);
        for n in 0..count {
            site = site.article(
                &format!("a{n}.md"),
                "---\ntitle: Tiltas\ndate: 2025-03-05\n---\n",
            );
        }
        site.built().text("2025/index.html").to_owned()
    };
    // Lithuanian says 21 as it says 1.
    let borrowed = page(21, "skip = x\n");
    assert!(
        borrowed.contains("<span lang=\"en\" dir=\"ltr\">21 entries</span>"),
        "{borrowed}"
    );
    let own = page(
        21,
        "entries = { $count ->\n    [one] { $count } vulk\n   *[other] { $count } velk\n}\n",
    );
    assert!(own.contains("21 vulk"), "{own}");
}

#[test]
fn marks_in_a_text_make_no_address_that_runs_code() {
    let text = format!(
        "---\ntitle: \"T{BEGIN}x{END}\"\ndate: 2025-03-05\n---\n[a](java{BEGIN}script:alert(1)) \
         <a href=\"java{BEGIN}script:alert(2)\">b</a> <a href=\"java&#x10fff8;script:alert(3)\">c</a> \
         <scr{BEGIN}ipt>alert(4)</scr{END}ipt>\n"
    );
    let outcome = SiteTest::new()
        .site(
            "title: T\nurl: https://example.org/\nlanguage: sv\nlenient: true\nfeatures: {markdown: true}\n",
        )
        .article("a.md", &text)
        .built();
    for (route, bytes) in &outcome.files {
        let Ok(text) = std::str::from_utf8(bytes) else {
            continue;
        };
        assert!(!text.contains([BEGIN, END]), "{route}");
        let is_ours = route.ends_with(".js");
        assert!(
            is_ours || !text.contains("javascript:alert"),
            "{route}: {text}"
        );
        let is_page = route.ends_with(".html");
        assert!(
            !is_page || !text.contains("<script>alert"),
            "{route}: {text}"
        );
    }
}
