//! Front matter, file names and marks of other generators: understood, or named with their cure.

use crate::site_test::{Outcome, SITE, SiteTest};

/// Builds one article, leniently.
fn lenient(path: &str, text: &str) -> Outcome {
    SiteTest::new()
        .site(&format!("{SITE}lenient: true\n"))
        .article(
            "other.md",
            "---\ntitle: Another\ndate: 2024-03-02\n---\n\nText.\n",
        )
        .article(path, text)
        .built()
}

fn strict(path: &str, text: &str) -> Vec<String> {
    let found = SiteTest::new().article(path, text).check();
    found.errors().into_iter().map(str::to_owned).collect()
}

/// The text of the page of the article titled "A".
fn page(built: &Outcome) -> &str {
    let mut pages = built.pages();
    let page = pages.find(|(_, page)| page.contains(">A</h1>"));
    let Some((_, page)) = page else {
        panic!("no page: {}", built.found.text)
    };
    page
}

fn body_of(text: &str) -> String {
    let built = lenient(
        "a.md",
        &format!("---\ntitle: A\ndate: 2024-01-02\n---\n\n{text}\n"),
    );
    let page = page(&built);
    let at = page
        .find("class=\"body")
        .or_else(|| page.find("<article"))
        .unwrap_or(0);
    page[at..].to_owned()
}

fn warnings_of(text: &str) -> Vec<String> {
    let built = lenient(
        "a.md",
        &format!("---\ntitle: A\ndate: 2024-01-02\n---\n\n{text}\n"),
    );
    built
        .found
        .warnings()
        .into_iter()
        .map(str::to_owned)
        .collect()
}

#[test]
fn days_are_read_from_every_place_of_a_path() {
    for (path, day) in [
        ("2017-5-3-x.md", "2017-05-03"),
        ("2017-05-3-x.md", "2017-05-03"),
        ("2019/05/13/y/index.md", "2019-05-13"),
        ("2019/05-12-x.md", "2019-05-12"),
        ("posts/2019/05/10/x.md", "2019-05-10"),
        ("2019-05-14/foo.md", "2019-05-14"),
        ("hello-2019-06-01.md", "2019-06-01"),
        ("20040228.md", "2004-02-28"),
        ("2018-10-10T1015-x.md", "2018-10-10"),
    ] {
        let text = "---\ntitle: A\n---\n\nText.\n";
        assert!(strict(path, text).is_empty(), "{path}");
        let built = lenient(path, text);
        assert!(
            page(&built).contains(&format!("datetime=\"{day}\"")),
            "{path}"
        );
    }
    // The date of the front matter wins, without a word.
    let built = lenient(
        "2019/05/13/y/index.md",
        "---\ntitle: A\ndate: 2020-01-02\n---\n\nText.\n",
    );
    assert!(page(&built).contains("datetime=\"2020-01-02\""));
    assert!(
        !built.found.text.contains("date-of-name"),
        "{}",
        built.found.text
    );
}

#[test]
fn dates_of_other_languages_are_read_or_answered_with_the_date() {
    for (date, day) in [
        ("12. März 2018", "2018-03-12"),
        ("Montag, 12. März 2018", "2018-03-12"),
        ("13 mars 2018", "2018-03-13"),
        ("1er août 2018", "2018-08-01"),
        ("3 de mayo de 2018", "2018-05-03"),
        ("3 de março de 2018", "2018-03-03"),
        ("13 мая 2018 г.", "2018-05-13"),
        ("١٠ أبريل ٢٠١٨", "2018-04-10"),
        ("11 באפריל 2018", "2018-04-11"),
        ("५ मार्च २०१८", "2018-03-05"),
        ("10 كانون الثاني 2018", "2018-01-10"),
    ] {
        let text = format!("---\ntitle: A\ndate: {date}\n---\n\nText.\n");
        let built = lenient("a.md", &text);
        assert!(
            page(&built).contains(&format!("datetime=\"{day}\"")),
            "{date}"
        );
        let found = SiteTest::new().article("a.md", &text).check();
        assert_eq!(found.errors(), ["bad-date"], "{date}");
        assert!(
            found.text.contains(&format!("write `{day}`")),
            "{}",
            found.text
        );
    }
}

#[test]
fn a_zone_of_a_day_is_dropped_and_one_of_two_meanings_is_told() {
    for lines in [
        "date: 2018-03-03 PST",
        "date: 2018-03-03\npublishDate: 2018-03-03 CST",
    ] {
        let text = format!("---\ntitle: A\n{lines}\n---\n\nText.\n");
        assert!(strict("a.md", &text).is_empty(), "{lines}");
        let built = lenient("a.md", &text);
        assert!(
            built.found.warnings().contains(&"zone-without-time"),
            "{lines}"
        );
        assert!(page(&built).contains("datetime=\"2018-03-03\""), "{lines}");
    }
    let built = lenient(
        "a.md",
        "---\ntitle: A\ndate: 2018-03-04 10:00 CST\n---\n\nText.\n",
    );
    assert_eq!(built.found.warnings(), ["ambiguous-zone"]);
    assert!(built.found.text.contains("+08:00`"), "{}", built.found.text);
}

#[test]
fn keys_of_other_generators_give_the_day() {
    for lines in [
        "pubDatetime: 2018-03-04T10:00:00Z",
        "publishedAt: 2018-03-04",
        "publish_date: 2018-03-04",
        "created_at: 2018-03-04T10:00:00Z",
        "createdAt: 2018-03-04",
        "datetime: 2018-03-04 10:00",
        "posted: 2018-03-04",
        "date: {created: 2018-03-04, updated: 2018-04-01}",
    ] {
        let text = format!("---\ntitle: A\n{lines}\n---\n\nText.\n");
        let built = lenient("a.md", &text);
        assert!(page(&built).contains("datetime=\"2018-03-04"), "{lines}");
        let found = SiteTest::new().article("a.md", &text).check();
        assert_eq!(found.errors().len(), 1, "{lines}: {}", found.text);
        assert!(
            found.text.contains("date: 2018-03-04") || found.text.contains("to `date:`"),
            "{}",
            found.text
        );
    }
}

#[test]
fn one_language_of_several_is_read_and_names_of_languages_too() {
    for (lang, tag) in [
        ("[en, de]", "en"),
        ("[de]", "de"),
        ("german", "de"),
        ("English", "en"),
        ("Deutsch", "de"),
        ("עברית", "he"),
    ] {
        let text = format!("---\ntitle: A\ndate: 2024\nlang: {lang}\n---\n\nText.\n");
        let built = lenient("a.md", &text);
        let page = page(&built);
        let is_site = tag == "en" && page.contains("<html lang=\"en\"");
        assert!(
            is_site || page.contains(&format!("lang=\"{tag}\"")),
            "{lang}"
        );
    }
    lenient(
        "a.md",
        "---\ntitle: A\ndate: 2024\nlang: klingonish\n---\n\nText.\n",
    );
}

#[test]
fn addresses_of_other_generators_are_kept() {
    for (lines, route) in [
        ("path: /blog/x/", "blog/x/index.html"),
        ("path: x", "x/index.html"),
        ("slug: /blog/2020/a", "blog/2020/a/index.html"),
    ] {
        let built = lenient(
            "a.md",
            &format!("---\ntitle: A\ndate: 2024\n{lines}\n---\n\nText.\n"),
        );
        assert!(
            built.has(route) || built.has(route.trim_end_matches("/index.html")),
            "{lines}"
        );
        assert!(built.found.warnings().is_empty(), "{}", built.found.text);
    }
    let built = lenient(
        "a.md",
        "---\ntitle: A\ndate: 2024\nalias: [/al/]\n---\n\nText.\n",
    );
    assert!(built.text("al/index.html").contains("/a/"));
}

#[test]
fn characters_of_html_in_front_matter_are_those_that_they_mean() {
    let text = "---\ntitle: \"It&#8217;s Tips &amp; Tricks\"\nsummary: \"A &hellip; caf&eacute;\"\ndate: 2024\n---\n\nText.\n";
    let built = lenient("a.md", text);
    let page = built.text("a/index.html");
    assert!(page.contains("It’s Tips &amp; Tricks</h1>"), "{page}");
    assert!(page.contains("A … café"), "{page}");
    assert_eq!(built.found.warnings(), ["html-in-value", "html-in-value"]);
    let place = "---\ntitle: A\nplace: '<a href=\"/x/\">Café</a>'\ndate: 2024\n---\n\nText.\n";
    assert_eq!(lenient("a.md", place).found.warnings(), ["html-in-value"]);
}

#[test]
fn a_colon_before_a_word_begins_no_definition() {
    for (text, shown) in [
        ("We are happy\n:tada: to announce it.", ":tada: to"),
        ("> quoted\n> :smile: again", ":smile: again"),
        ("a\n  :b", ":b</p>"),
    ] {
        assert!(body_of(text).contains(shown), "{text}");
        assert!(warnings_of(text).is_empty(), "{text}");
    }
    assert!(body_of("Term\n: Definition").contains("Definition</dd>"));
}

#[test]
fn text_within_an_element_that_says_so_is_markdown() {
    for text in [
        "<div markdown=\"1\">\n**bold**\n</div>",
        "<div class=\"x\" markdown>\n**bold**\n</div>",
        "<section markdown=\"block\">\n\n**bold**\n\n</section>",
    ] {
        assert!(body_of(text).contains("<strong>bold</strong>"), "{text}");
        assert!(warnings_of(text).is_empty(), "{text}");
    }
    for text in [
        "<div markdown=\"1\">**bold**</div>",
        "<div markdown=\"1\">\n    **bold**\n</div>",
    ] {
        assert_eq!(warnings_of(text), ["markdown-in-html"], "{text}");
    }
}

#[test]
fn marks_that_readers_would_see_are_named() {
    for (text, code) in [
        ("| a | b |\n| c | d |", "not-a-table"),
        ("Before\n| a | b |\n| c | d |", "not-a-table"),
        ("!!! note\n\n    Text.", "shortcode"),
        ("!!! warning \"Title\"", "shortcode"),
        ("??? tip", "shortcode"),
        ("???+ tip", "shortcode"),
        ("=== \"Tab\"", "shortcode"),
        ("*[HTML]: Hyper Text", "shortcode"),
        ("a^[inline note] b", "shortcode"),
        ("as [@doe2020] says", "shortcode"),
        ("[TOC]\n\ntext", "attribute-list"),
        ("[[_TOC_]]\n\ntext", "attribute-list"),
        ("* Contents\n{:toc .toc}\n\ntext", "attribute-list"),
        ("{/* truncate */}\n\ntext", "hidden-comment"),
    ] {
        assert_eq!(warnings_of(text), [code], "{text}");
    }
    for text in ["[TOC]\n\ntext", "* Contents\n{:toc .toc}\n\ntext"] {
        let body = body_of(text);
        assert!(
            !body.contains("TOC") && !body.contains("Contents</li>"),
            "{body}"
        );
    }
    for text in [
        "| a | b |\n| --- | --- |\n| c | d |",
        "`| a | b |`",
        "    | a | b |\n    | c | d |",
        "Stop!!! now ??? x^[2](other.md) [@ann](https://example.org/@ann)",
        "<!-- {% if x %} {{ y }} -->\n\ntext",
        "a <!-- {% if x %} --> b",
        "[x](?q=y)",
        "a === \"b\"",
    ] {
        assert!(
            warnings_of(text).is_empty(),
            "{text}: {:?}",
            warnings_of(text)
        );
    }
}

const BARE_KEYS: &[(&str, &str)] = &[
    (
        "Nikola",
        "<!--\n.. title: The river: a survey\n.. slug: river\n.. date: 2024-01-02 10:20:00 UTC+07:00\n.. tags: rivers, high water\n.. category: \n-->\n\nText.\n",
    ),
    (
        "Nikola",
        ".. title: The river: a survey\n.. date: 2024-01-02\n.. tags: rivers, high water\n\nText.\n",
    ),
    (
        "Pelican",
        "Title: The river: a survey\nDate: 2024-01-02 10:20\nTags: rivers, high water\nAuthor: Jane Doe\n\nText.\n",
    ),
    (
        "MultiMarkdown",
        "title: The river: a survey\nDate: 2024-01-02\nTags: rivers,\n    high water\n\nText.\n",
    ),
];

#[test]
fn keys_without_lines_around_them_are_read_in_lenient_mode() {
    for (name, text) in BARE_KEYS {
        let strict = SiteTest::new().article("a.md", text);
        let found = strict.check();
        assert_eq!(found.errors(), ["bad-fence"], "{}", found.text);
        assert!(found.text.contains(name), "{}", found.text);
        assert!(
            found.text.contains("`title: \"The river: a survey\"`"),
            "{}",
            found.text
        );
        // The cure is accepted, and says the same.
        let fixed = found.list[0].fix.clone().expect("a fix");
        let mut cured = (*text).to_owned();
        cured.replace_range(fixed.span.range(), &fixed.replacement);
        let cured = SiteTest::new().article("a.md", &cured).build();
        assert_eq!(cured.found.errors(), [""; 0], "{}", cured.found.text);
        let built = SiteTest::new()
            .site("title: T\nurl: https://example.org/\nlenient: true\n")
            .article("a.md", text)
            .build();
        assert_eq!(built.found.errors(), [""; 0], "{}", built.found.text);
        for site in [&built, &cured] {
            let (page, _) = site
                .files
                .iter()
                .filter_map(|(route, bytes)| Some((std::str::from_utf8(bytes).ok()?, route)))
                .find(|(text, route)| {
                    route.ends_with("index.html")
                        && text.contains("<article")
                        && text.contains("Text.")
                })
                .expect("the article");
            for shown in ["The river: a survey", "2 January 2024", "high water"] {
                assert!(page.contains(shown), "{shown} in {text}\n{page}");
            }
            assert!(
                !page.contains(".. title") && !page.contains("Title:"),
                "{page}"
            );
        }
    }
}

#[test]
fn json_between_semicolons_is_read() {
    for text in [
        "\"title\": \"A; b\",\n\"date\": \"2024-01-02\",\n\"tags\": [\"c\"]\n;;;\n\nText.\n",
        ";;;\n\"title\": \"A; b\",\n\"date\": \"2024-01-02\",\n\"tags\": [\"c\"]\n;;;\n\nText.\n",
        ";;;\n{\n\"title\": \"A; b\",\n\"date\": \"2024-01-02\",\n\"tags\": [\"c\"]\n}\n;;;\n\nText.\n",
    ] {
        let built = SiteTest::new().article("a.md", text).build();
        assert_eq!(built.found.errors(), [""; 0], "{}", built.found.text);
        let page = built.text("a/index.html");
        assert!(page.contains("A; b") && page.contains("Text."), "{page}");
        assert!(built.has("tags/c/index.html"));
    }
}
