//! What is almost Markdown or HTML: readers see it as it was typed, and its author is told.

use crate::html;
use crate::site_test::{Outcome, SITE, SiteTest};

/// A site of one article with a source `star`, and of a second one.
fn built(text: &str) -> Outcome {
    let front =
        "title: A\ndate: 2024\nsources: [{id: star, title: The Star, url: https://star.example/}]";
    SiteTest::new()
        .site(&format!("{SITE}lenient: true\n"))
        .article(
            "x/a.md",
            &format!("---\n{front}\n---\n\nSaid.[^star]\n\n{text}\n"),
        )
        .article(
            "y/base.md",
            "---\ntitle: B\ndate: 2024\n---\n\n[p](../x/bridge.png) [q](tower.png)\n",
        )
        .bytes("content/x/bridge.png", b"\x89PNG\r\n\x1a\n0000\0\0\0\rIHDR")
        .bytes("content/y/tower.png", b"\x89PNG\r\n\x1a\n0000\0\0\0\rIHDR")
        .built()
}

#[test]
fn a_word_in_angle_brackets_is_shown_and_what_follows_it_too() {
    for (text, shown) in [
        (
            "We use vector<int> here, and this is seen.",
            "vector<int> here, and this is seen.",
        ),
        (
            "Write <your name> and *go* on.",
            "Write <your name> and go on.",
        ),
        (
            "A list<T> of <g> and <rect> words.",
            "A list<T> of <g> and <rect> words.",
        ),
        ("- Run `a` <command> now", "<command> now"),
        ("> Dear <first-name>, hello.", "Dear <first-name>, hello."),
        ("| a | b |\n|---|---|\n| <x> | c |", "<x>"),
        ("**<name>** is bold.", "<name> is bold."),
        (
            "Put it into a <script> tag.\n\nThe rest.",
            "Put it into a <script> tag.",
        ),
        ("Put it into a <style> tag.\n\nThe rest.", "The rest."),
        ("<script>\n\nThe rest of it.", "The rest of it."),
        ("Text.\n<STYLE type=a>\nThe rest of it.", "The rest of it."),
        ("Use <textarea> for it.\n\nThe rest.", "The rest."),
    ] {
        let site = built(text);
        let page = html::text_of_main(site.text("a/index.html"));
        assert!(page.contains(shown), "{text}: {page}");
        let told = site.found.warnings();
        let known = ["tag-as-text", "removed-html"];
        assert!(
            told.iter().any(|code| known.contains(code)),
            "{text}: {told:?}"
        );
    }
}

#[test]
fn elements_and_what_is_written_as_text_are_no_such_words() {
    for text in [
        "A <b>bold</b> word<br>and <kbd>K</kbd>.",
        "A `vector<int>` and \\<int> and &lt;int&gt;.",
        "```\nvector<int> <script>\n```",
        "<https://example.org/> <ann@example.org> 1 < 2 > 1",
        "`<script>` and `<style>`",
        "<!-- <script> <int> -->",
    ] {
        let site = built(text);
        assert_eq!(
            site.found.warnings(),
            [""; 0],
            "{text}: {}",
            site.found.text
        );
    }
    let site = built("A <script>ran()</script> word, and <style>p {}</style> more.");
    let page = html::text_of_main(site.text("a/index.html"));
    assert!(
        page.contains("word, and") && page.contains("more."),
        "{page}"
    );
    assert!(!page.contains("ran()"), "{page}");
}

#[test]
fn what_is_almost_a_link_or_a_citation_is_told_with_what_to_write() {
    for (text, code, cure) in [
        ("So it says (^star).", "not-a-citation", "[^star]"),
        ("So it says[star^].", "not-a-citation", "[^star]"),
        ("So it says[^star.", "not-a-citation", "[^star]"),
        ("So it says {^star} there.", "not-a-citation", "[^star]"),
        ("そう言う［^star］。", "not-a-citation", "[^star]"),
        (
            "    So it says.[^star]",
            "not-a-citation",
            "remove the spaces",
        ),
        (
            "(plan)[https://e.example/a]",
            "not-a-link",
            "[plan](https://e.example/a)",
        ),
        (
            "[https://e.example/a](the plan)",
            "not-a-link",
            "[the plan](https://e.example/a)",
        ),
        (
            "[plan]\n(https://e.example/a)",
            "not-a-link",
            "[plan](https://e.example/a)",
        ),
        (
            "[plan]{https://e.example/a}",
            "not-a-link",
            "[plan](https://e.example/a)",
        ),
        (
            "[plan]（https://e.example/a）",
            "not-a-link",
            "[plan](https://e.example/a)",
        ),
        ("The [plan]() is here.", "not-a-link", "write the address"),
        ("##The head", "almost-markdown", "## The head"),
        ("#Head", "almost-markdown", "# Head"),
        ("-one\n-two", "almost-markdown", "- one"),
        ("• one\n• two", "almost-markdown", "- one"),
        ("The ** b ** word", "almost-markdown", "**b**"),
    ] {
        let site = built(text);
        assert_eq!(site.found.warnings(), [code], "{text}: {}", site.found.text);
        assert!(
            site.found.text.contains(cure),
            "{text}: {}",
            site.found.text
        );
        if cure.starts_with('[') || cure.starts_with('#') || cure.starts_with('*') {
            let site = built(cure);
            assert_eq!(
                site.found.warnings(),
                [""; 0],
                "{cure}: {}",
                site.found.text
            );
        }
    }
}

#[test]
fn a_link_that_leads_nowhere_is_told_with_what_was_meant() {
    for (text, cure) in [
        ("[a](www.example.org)", "`https://www.example.org`"),
        ("[a](example.org/plan)", "`https://example.org/plan`"),
        ("[a](ann@example.org)", "`mailto:ann@example.org`"),
        ("[a](“https://example.org/a”)", "`https://example.org/a`"),
        ("[a](htps://example.org/a)", "`https://example.org/a`"),
        (
            "[a](file:///Users/ann/plan.pdf)",
            "only its name: `plan.pdf`",
        ),
        ("![a](/Users/ann/bridge.png)", "only its name: `bridge.png`"),
        ("![a](/home/ann/bridge.png)", "only its name: `bridge.png`"),
        ("![a](C:\\ann\\bridge.png)", "on your computer"),
        ("[a](base)", "`../y/base.md`"),
        ("[a](content/base.md)", "`../y/base.md`"),
        ("![a](/bridge.png)", "`bridge.png`"),
        ("![a](images\\bridge.png)", "`bridge.png`"),
        ("![a](pictures/bridge.png)", "`bridge.png`"),
        ("![a](tower.png)", "`../y/tower.png`"),
    ] {
        let site = built(text);
        assert!(
            site.found.text.contains(cure),
            "{text}: {}",
            site.found.text
        );
        assert_eq!(
            site.found.warnings().len(),
            1,
            "{text}: {}",
            site.found.text
        );
    }
}

#[test]
fn a_number_is_no_name_and_the_words_of_a_picture_are_found_beside_it() {
    let of = |keys: &str| {
        SiteTest::new()
            .article(
                "a.md",
                &format!("---\ntitle: A\ndate: 2024\n{keys}\n---\n\nText.\n"),
            )
            .bytes("static/a.png", b"\x89PNG\r\n\x1a\n0000\0\0\0\rIHDR")
            .built()
    };
    for keys in [
        "people: 12",
        "people: [Ann Hale, 7]",
        "authors: [1]",
        "place: 12",
    ] {
        let site = of(keys);
        assert_eq!(
            site.found.warnings(),
            ["number-for-name"],
            "{keys}: {}",
            site.found.text
        );
    }
    for keys in ["people: [Henry 8]", "tags: [2024]", "place: Area 51"] {
        let site = of(keys);
        assert_eq!(
            site.found.warnings(),
            [""; 0],
            "{keys}: {}",
            site.found.text
        );
    }
    for key in ["imageAlt", "image_alt"] {
        let site = of(&format!("image: /a.png\n{key}: The words"));
        assert_eq!(site.found.warnings(), [""; 0], "{}", site.found.text);
        assert!(site.text("a/index.html").contains("alt=\"The words\""));
    }
}

#[test]
fn the_address_of_a_source_that_is_none_is_told_with_what_was_meant() {
    for (url, meant) in [
        ("htps://example.org/a", "`https://example.org/a`"),
        ("htttp://example.org/a", "`http://example.org/a`"),
        ("‹https://example.org/a>", "`https://example.org/a`"),
        ("“https://example.org/a”", "`https://example.org/a`"),
        (
            "https://example.org/a report.pdf",
            "`https://example.org/a%20report.pdf`",
        ),
        (
            "https://example.org/a (in German)",
            "`https://example.org/a`",
        ),
        ("example.org/a", "`https://example.org/a`"),
    ] {
        let of = |url: &str| {
            let sources = format!("sources: [{{title: The report, url: '{url}'}}]");
            SiteTest::new()
                .article(
                    "a.md",
                    &format!("---\ntitle: A\ndate: 2024\n{sources}\n---\n\nText.\n"),
                )
                .build()
        };
        let site = of(url);
        assert_eq!(
            site.found.errors(),
            ["bad-url"],
            "{url}: {}",
            site.found.text
        );
        assert!(
            site.found.text.contains(meant),
            "{url}: {}",
            site.found.text
        );
        let mended = of(meant.trim_matches('`'));
        assert!(mended.found.errors().is_empty(), "{}", mended.found.text);
    }
}
