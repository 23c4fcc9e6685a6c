//! The Markdown of bodies: what readers see of what editors and other generators write.

use std::collections::BTreeSet;

use crate::html;
use crate::site_test::{Outcome, SITE, SiteTest};

/// The beginning of a picture.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0";

/// A site with one article that has a body, and what was said about it.
fn built(site: &str, keys: &str, body: &str) -> Outcome {
    SiteTest::new()
        .site(&format!("{SITE}lenient: true\n{site}"))
        .article(
            "a.md",
            &format!("---\ntitle: The title\ndate: 2026-02-03\n{keys}---\n{body}\n"),
        )
        .article(
            "2025-05-05-other.md",
            "---\ntitle: Another one\n---\n\n## Part\n",
        )
        .bytes("content/b.png", PNG)
        .built()
}

/// The HTML of the body.
fn shown(outcome: &Outcome) -> String {
    let page = outcome.text("a/index.html");
    let start = page.find("story-body").expect("a body");
    let start = start + page[start..].find('>').expect("an end of the tag") + 1;
    let end = page[start..].find("</div>\n").expect("the end of the body");
    page[start..start + end].trim().to_owned()
}

fn body(text: &str) -> String {
    shown(&built("", "", text))
}

fn body_in(lang: &str, text: &str) -> String {
    shown(&built("", &format!("lang: {lang}\n"), text))
}

/// The codes of what is said about a body, with the text that each points at.
fn said(body: &str) -> Vec<(&'static str, String)> {
    said_of("", body)
}

fn said_of(keys: &str, body: &str) -> Vec<(&'static str, String)> {
    let outcome = built("", keys, body);
    let text = format!("---\ntitle: The title\ndate: 2026-02-03\n{keys}---\n{body}\n");
    let list = outcome.found.list.iter();
    let mut said: Vec<_> = list
        .filter_map(|d| Some((d.code, text.get(d.span?.range())?.to_owned())))
        .collect();
    said.retain(|(code, _)| !["missing-alt", "date-of-file"].contains(code));
    said
}

fn codes(body: &str) -> Vec<&'static str> {
    said(body).into_iter().map(|(code, _)| code).collect()
}

#[test]
fn double_brackets_are_a_link_only_where_there_is_no_other_and_the_id_exists() {
    let page = body(
        "A claim[[1]](https://example.net/one). See [[Ticket #12]] and [[plain]]. Word a[[0]].\n\n\
         [Ticket #12]: https://example.net/12\n[plain]: https://example.net/plain\n",
    );
    let words = html::text(&page);
    assert!(
        words.contains("A claim[1]. See [Ticket #12] and [plain]. Word a[[0]]."),
        "{words}"
    );
    let links: Vec<_> = html::links(&page)
        .into_iter()
        .map(|(_, href)| href)
        .collect();
    assert_eq!(
        links,
        [
            "https://example.net/one",
            "https://example.net/12",
            "https://example.net/plain"
        ]
    );
    for (text, given) in [
        (
            "[[2025-05-05-other]]",
            "<a href=\"/other/\">Another one</a>",
        ),
        (
            "[[2025-05-05-other|this *one*]]",
            "[[2025-05-05-other|this <em>one</em>]]",
        ),
        (
            "[[2025-05-05-other|this one]]",
            "<a href=\"/other/\">this one</a>",
        ),
        (
            "x[[2025-05-05-other]]y",
            "x<a href=\"/other/\">Another one</a>y",
        ),
        ("\\[[2025-05-05-other]]", "[[2025-05-05-other]]"),
        (
            "`[[2025-05-05-other]]`",
            "<code>[[2025-05-05-other]]</code>",
        ),
        ("a[[i]][[j]]", "a[[i]][[j]]"),
        (
            "A &amp; B [[2025-05-05-other]]",
            "A &amp; B <a href=\"/other/\">Another one</a>",
        ),
        ("[[nobody|words]]", "[[nobody|words]]"),
    ] {
        assert_eq!(body(text), format!("<p>{given}</p>"), "{text}");
    }
    assert_eq!(
        codes("a[[0]] and [[1]] and [[Some Page]]"),
        Vec::<&str>::new()
    );
    assert_eq!(
        said("[[nobody]]"),
        [("broken-link", "[[nobody]]".to_owned())]
    );
}

#[test]
fn what_the_sanitiser_takes_out_is_said_with_its_line() {
    for (text, lost) in [
        (
            "<iframe src=\"https://example.net/v\"></iframe>",
            "<iframe src=\"https://example.net/v\">",
        ),
        (
            "a\n\n<video src=\"https://example.net/v.mp4\" controls></video>",
            "<video src=\"https://example.net/v.mp4\" controls>",
        ),
        ("a <audio src=\"v.ogg\"></audio>", "<audio src=\"v.ogg\">"),
        (
            "<form action=\"/x\"><input name=\"q\"></form>",
            "<form action=\"/x\">",
        ),
        ("<script>\nlet a = '<b>';\n</script>", "<script>"),
        ("<style>b {}</style>", "<style>"),
        ("<Tabs>\n\ntext\n\n</Tabs>", "<Tabs>"),
        ("a <b onclick=\"x()\">b</b>", "<b onclick=\"x()\">"),
        ("<p style=\"color: red\">b</p>", "<p style=\"color: red\">"),
        ("<?php echo 1 ?>", "<?php echo 1 ?>"),
        ("a\n\n<!-- never closed\n\nb", "<!--"),
        ("<div\n\ntext", "<"),
        (
            "> <object data=\"a.swf\"></object>",
            "<object data=\"a.swf\">",
        ),
    ] {
        let said = said(text);
        assert_eq!(
            said.first(),
            Some(&("removed-html", lost.to_owned())),
            "{text}: {said:?}"
        );
    }
    for text in [
        "<!-- a comment -->",
        "<details><summary>a</summary>b</details>",
        "<a href=\"https://example.org/\" target=\"_blank\">a</a>",
        "`<iframe>` and \\<iframe>",
    ] {
        assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
    }
    // One of each line, but never a thousand.
    assert_eq!(codes(&"<font>a</font>\n\n".repeat(1000)).len(), 21);
}

#[test]
fn anchors_of_raw_html_are_link_targets() {
    let text = "<a name=\"old\"></a>Place. <span id=\"here\">b</span>\n\n[to it](#old), [there](#here)\n\n## Old";
    assert_eq!(codes(text), Vec::<&str>::new());
    let page = body(text);
    assert!(page.contains("<a name=\"old\">"), "{page}");
    assert!(
        page.contains("href=\"#old\"") && page.contains("href=\"#here\""),
        "{page}"
    );
    assert!(page.contains("<h2 id=\"old-1\""), "{page}");
}

#[test]
fn what_is_almost_a_link_a_picture_or_a_citation_is_said() {
    let keys = "sources: [{id: star, title: The star}]\n";
    for (text, code, place, cure) in [
        (
            "![The bridge](my bridge.png)",
            "not-a-link",
            "![The bridge](my bridge.png)",
            "![The bridge](<my bridge.png>)",
        ),
        (
            "The [bridge] (https://example.org/) is",
            "not-a-link",
            "[bridge] (https://example.org/)",
            "[bridge](https://example.org/)",
        ),
        (
            "See the [plan](https://example.org/plan and more.",
            "not-a-link",
            "[plan](https://example.org/plan",
            "[plan](https://example.org/plan)",
        ),
        (
            "![Gate](my gate (1).png)",
            "not-a-link",
            "![Gate](my gate (1).png)",
            "![Gate](<my gate (1).png>)",
        ),
        (
            "[Wiki](https://example.org/A_(b and",
            "not-a-link",
            "[Wiki](https://example.org/A_(b",
            "[Wiki](<https://example.org/A_(b>)",
        ),
        (
            "![[b.png]] x",
            "not-a-link",
            "![[b.png]]",
            "![What it shows](b.png)",
        ),
        ("closed.[star]", "not-a-citation", "[star]", "[^star]"),
        (
            "- *a* [b] (/other/)",
            "not-a-link",
            "[b] (/other/)",
            "[b](/other/)",
        ),
        (
            "> [a](the plan.pdf)",
            "not-a-link",
            "[a](the plan.pdf)",
            "[a](<the plan.pdf>)",
        ),
        ("<p>Pasted.</p>[^star]", "markdown-in-html", "[^star]", ""),
        ("said[^sta].", "unknown-citation", "[^sta]", ""),
        ("said[^two words].", "unknown-citation", "[^two words]", ""),
    ] {
        let said = said_of(keys, text);
        assert!(said.contains(&(code, place.to_owned())), "{text}: {said:?}");
        let found = built("", keys, text).found;
        let hints = found.list.iter().filter_map(|d| d.hint.as_deref());
        let hints: Vec<_> = hints.collect();
        assert!(
            hints.iter().any(|hint| hint.contains(cure)),
            "{text}: {hints:?}"
        );
        // The cure is accepted.
        if !cure.is_empty() {
            let cured = text.replace(place, cure);
            let codes: Vec<_> = said_of(keys, &cured)
                .into_iter()
                .map(|(code, _)| code)
                .collect();
            assert!(!codes.contains(&code), "{cured}: {codes:?}");
        }
    }
    for text in [
        "a[0] (see page 5)",
        "f[i](x, y)",
        "- [ ] (a)",
        "`[star]`",
        "[sic] (so)",
        "[^1]\n\n[^1]: a",
    ] {
        let said = said_of(keys, text);
        assert!(
            said.iter().all(|(code, _)| *code == "unused-source"),
            "{text}: {said:?}"
        );
    }
}

#[test]
fn the_first_of_two_footnotes_counts() {
    let text = "One[^d].\n\n[^d]: first\n[^d]: second\n\n[^e]: never used";
    let page = body(text);
    assert_eq!(page.matches("id=\"fn-1\"").count(), 1, "{page}");
    assert!(page.contains("first") && !page.contains("second"), "{page}");
    assert_eq!(codes(text), ["duplicate-footnote", "unused-footnote"]);
    // Names are compared without regard to case.
    let page = body("One[^A].\n\n[^a]: first");
    assert!(page.contains("first"), "{page}");
    let keys = "sources: [{id: CNBC, title: A}]\n";
    let page = shown(&built("", keys, "One[^cnbc]."));
    assert!(page.contains("href=\"#source-1\""), "{page}");
}

#[test]
fn ids_of_headings_are_those_that_authors_expect() {
    let text = "[a](#הסיפור) [b](#まとめ) [c](#résumé-du-jour) [d](#notes-1) [e](#resume-du-jour) \
                [f](#%D7%94%D7%A1%D7%99%D7%A4%D7%95%D7%A8) [g](/other/#Part) [h](2025-05-05-other.md#part)\n\n\
                ## הסיפור\n\n## まとめ\n\n## Résumé du jour\n\n## Notes\n\n## Notes\n";
    assert_eq!(codes(text), Vec::<&str>::new());
    let page = body(text);
    let links: Vec<_> = html::links(&page)
        .into_iter()
        .map(|(_, href)| href)
        .collect();
    assert_eq!(
        links[..8],
        [
            "#הסיפור",
            "#まとめ",
            "#résumé-du-jour",
            "#notes-1",
            "#résumé-du-jour",
            "#הסיפור",
            "/other/#part",
            "/other/#part"
        ]
    );
    for id in ["הסיפור", "まとめ", "résumé-du-jour", "notes", "notes-1"] {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}: {page}");
    }
    assert_eq!(codes("[a](#nothing)\n\n## Notes"), ["broken-anchor"]);
}

#[test]
fn typography_never_changes_the_inside_of_words_code_and_options() {
    for (lang, text, given) in [
        (
            "he",
            "דו\"חות ב\"סכר הישן\", ע\"י גוף.",
            "דו&quot;חות ב&quot;סכר הישן&quot;, ע&quot;י גוף.",
        ),
        (
            "zh",
            "却是一个\"自大\"又\"自私\"的人。",
            "却是一个“自大”又“自私”的人。",
        ),
        (
            "de",
            "Er sagte \"Halt\". Use --force here.",
            "Er sagte „Halt“. Use --force here.",
        ),
        (
            "fr",
            "Il dit \"*non*, l'eau\" : oui !",
            "Il dit «\u{a0}<em>non</em>, l’eau\u{a0}»\u{a0}: oui\u{202f}!",
        ),
        (
            "fr",
            "Voir `a ; b` et a :",
            "Voir <code>a ; b</code> et a\u{a0}:",
        ),
        (
            "es",
            "Dijo \"que 'no' *vale*\" hoy",
            "Dijo «que “no” <em>vale</em>» hoy",
        ),
        (
            "ja",
            "彼は\"**停**\"と言った",
            "彼は「<strong>停</strong>」と言った",
        ),
        ("ar", "قال \"لا\" و\"نعم\"", "قال «لا» و«نعم»"),
        ("sw-x-none", "\"a\"", "“a”"),
        ("tlh", "\"a\"", "&quot;a&quot;"),
        (
            "en",
            "He said \"stop\" -- it's *\"so\"*...",
            "He said “stop” – it’s <em>“so”</em>…",
        ),
        (
            "en",
            "Use --force, `\"a\"--b` and \\\"c\\\"",
            "Use --force, <code>&quot;a&quot;--b</code> and &quot;c&quot;",
        ),
        (
            "en",
            "\"[a](https://e.org/a--b)\"",
            "“<a href=\"https://e.org/a--b\" rel=\"external\">a</a>”",
        ),
        (
            "en",
            "https://e.org/a--b",
            "<a href=\"https://e.org/a--b\" rel=\"external\">https://e.org/a--b</a>",
        ),
        (
            "en",
            "<https://e.org/a--b>",
            "<a href=\"https://e.org/a--b\" rel=\"external\">https://e.org/a--b</a>",
        ),
        (
            "id",
            "\"buka\" dan 5' 10\" itu",
            "“buka” dan 5' 10&quot; itu",
        ),
    ] {
        let page = body_in(lang, text);
        let given = given.replace("&quot;", "\"");
        assert_eq!(
            page.replace("&quot;", "\""),
            format!("<p>{given}</p>"),
            "{text}"
        );
    }
    // A headline has the marks of its text.
    let page = built("", "lang: he\n", "").files["a/index.html"].clone();
    drop(page);
    let site = SiteTest::new()
        .article(
            "a.md",
            "---\ntitle: 'דו\"ח צה\"ל --x'\ndate: 2026\nlang: he\n---\n",
        )
        .built();
    assert!(html::text(site.text("a/index.html")).contains("דו\"ח צה\"ל --x"));
}

#[test]
fn emphasis_and_line_breaks_are_chinese_and_japanese() {
    for (text, given) in [
        (
            "これは**「重要」**です。\n次の行です。",
            "これは<strong>「重要」</strong>です。次の行です。",
        ),
        ("达到**100%**了", "达到<strong>100%</strong>了"),
        ("这是*“强调”*的", "这是<em>“强调”</em>的"),
        ("**注意：**内容", "<strong>注意：</strong>内容"),
        (
            "**漢字**\n**次**",
            "<strong>漢字</strong><strong>次</strong>",
        ),
        ("한국어\n다음", "한국어\n다음"),
        ("English\n日本", "English\n日本"),
        ("`「**」**`", "<code>「**」**</code>"),
        ("한국**(중요)**은", "한국<strong>(중요)</strong>은"),
    ] {
        assert_eq!(body_in("ja", text), format!("<p>{given}</p>"), "{text}");
    }
    // What a warning points at is at its place although marks were added before it.
    assert_eq!(
        said("これは**「重要」**です[^x]。"),
        [("unknown-citation", "[^x]".to_owned())]
    );
}

#[test]
fn the_first_heading_is_the_title_and_is_not_repeated() {
    let site = |lenient: &str| {
        SiteTest::new()
            .site(&format!("{SITE}{lenient}"))
            .article(
                "a.md",
                "---\ndate: 2026-02-03\n---\n\n# Library \"2.1\": it's *out*\n\nText.\n",
            )
            .article("pages/p.md", "---\nslug: p\n---\n\nAbout\n=====\n\nText.\n")
    };
    let lenient = site("lenient: true\n").built();
    let page = lenient.text("a/index.html");
    assert_eq!(
        page.matches("Library “2.1”: it’s out</h1>").count(),
        1,
        "{page}"
    );
    assert!(!page.contains("<h2 id="), "{page}");
    assert!(lenient.text("p/index.html").contains("About</h1>"));
    let strict = site("").check();
    let fault = strict
        .list
        .iter()
        .find(|d| d.code == "missing-title")
        .expect("a fault");
    assert_eq!(
        fault.hint.as_deref(),
        Some("add `title: \"Library “2.1”: it’s out\"`")
    );
    assert!(fault.fix.is_some());
}

#[test]
fn an_equal_first_heading_is_not_printed_twice() {
    let page = body("# The title\n\nText. [up](#the-title)\n\n## Part\n\n### Detail\n");
    assert!(!page.contains("The title"), "{page}");
    assert!(page.contains("href=\"#top\""), "{page}");
    assert!(
        page.contains("<h2 id=\"part\"") && page.contains("<h3 id=\"detail\""),
        "{page}"
    );
    // A heading that is not the first thing stays.
    assert!(body("Text.\n\n# The title\n").contains("<h2 id=\"the-title\""));
    assert!(body("# The title[^1]\n\n[^1]: a note\n").contains("a note"));
}

#[test]
fn levels_of_headings_begin_with_2_and_skip_none() {
    for (text, levels) in [
        ("# A\n\n## B\n\n# C\n", ["h2", "h3", "h2"]),
        ("### A\n\n#### B\n\n### C\n", ["h2", "h3", "h2"]),
        ("## A\n\n#### B\n\n## C\n", ["h2", "h3", "h2"]),
    ] {
        let page = body(text);
        let tags = html::tags(&page);
        let found: Vec<_> = tags
            .iter()
            .map(|t| t.name.as_str())
            .filter(|n| levels.contains(n))
            .collect();
        assert_eq!(found, levels, "{page}");
    }
}

#[test]
fn anchors_of_raw_html_are_no_open_links() {
    for mark in [
        "<a id=\"x\"/>",
        "## <a name=\"inst\">Install\n\n",
        "<a name=top>",
        "<a title='href=1'>",
        "<a href=\"/b.png\">b\n\n",
    ] {
        let page = body(&format!("{mark}See [[2025-05-05-other]]."));
        assert!(
            page.contains("Another one") || page.contains(">other</a>"),
            "{mark}: {page}"
        );
        assert!(!page.contains("[["), "{mark}: {page}");
    }
    let page = body("<a href=/other/>See [[2025-05-05-other]].</a>");
    assert!(page.contains("[[2025-05-05-other]]"), "{page}");
}

#[test]
fn code_around_liquid_tags_stays_and_open_tags_are_said() {
    for (text, given) in [
        ("Write ``{% raw %}`` to begin", "Write {% raw %} to begin"),
        ("> ```\n> {% raw %}\n> ```", "{% raw %}"),
        ("A ` and {% raw %}{{ a }}{% endraw %}", "A ` and {{ a }}"),
        ("Never {% raw %} closed", "Never {% raw %} closed"),
        (
            "{% highlight sh %}\nx=`date\n{% endhighlight %}\nUse `{% raw %}`",
            "x=`date Use {% raw %}",
        ),
    ] {
        let words = html::text(&body(text));
        let words: Vec<_> = words.split_whitespace().collect();
        assert_eq!(words.join(" "), given, "{text}");
    }
    assert_eq!(codes("Never {% raw %} closed"), ["shortcode"]);
}

#[test]
fn only_an_item_goes_with_the_table_of_contents() {
    for (line, kept) in [
        ("**Contents** of this", true),
        (".NET is here", true),
        ("-5 degrees", true),
        ("* TOC", false),
        ("1. TOC", false),
    ] {
        let page = html::text(&body(&format!("{line}\n{{:toc}}\n\ntext")));
        assert_eq!(
            !page.trim_start().starts_with("text"),
            kept,
            "{line}: {page}"
        );
    }
}

#[test]
fn colons_in_raw_html_get_no_backslash() {
    for text in ["<pre>\n:::note\n</pre>", "<div>\n  :::\n</div>"] {
        let page = body(text);
        assert!(
            !page.contains('\\') && page.contains(":::"),
            "{text}: {page}"
        );
    }
}

#[test]
fn quotation_marks_follow_the_language_of_the_article() {
    let keys = "lang: he\nentries: [{title: 'a \"b\" c', date: 2026-01-01}]\n";
    let site = built("", keys, "x");
    let page = site.text("a/index.html");
    assert!(
        page.contains("a &quot;b&quot; c") || page.contains("a \"b\" c"),
        "{page}"
    );
    let page = SiteTest::new()
        .site(&format!("{SITE}lenient: true\n"))
        .article(
            "a.md",
            "---\nlang: he\ndate: 2026-02-03\n---\n# ab \"cd\" ef\n\nx\n",
        )
        .built();
    assert!(!page.text("a/index.html").contains('“'));
}

#[test]
fn a_heading_that_is_too_long_is_no_title() {
    let text = format!(
        "---\ndate: 2026-02-03\n---\n# {}\n\nx\n",
        "long ".repeat(500)
    );
    let site = SiteTest::new().site(&format!("{SITE}lenient: true\n"));
    let found = site.article("a.md", &text).check();
    let d = found
        .list
        .iter()
        .find(|d| d.code == "too-long")
        .expect("a fault");
    assert!(d.hint.as_ref().is_some_and(|hint| hint.len() < 200));
}

#[test]
fn marks_of_other_generators_are_understood_or_kept_whole() {
    let text = "![Pump](https://example.net/p.png){: width=\"300\"}\n\nA note.\n{: .warning}\n\n\
                {% highlight ruby %}\n# not a heading\nputs \"x\"\n{% endhighlight %}\n\n{{<video src=\"/v.mp4\" >}}\n";
    let page = body(text);
    assert!(!page.contains("{:"), "{page}");
    assert!(
        page.contains("<code class=\"language-ruby\"># not a heading\nputs \"x\"\n</code>"),
        "{page}"
    );
    assert!(
        html::text(&page).contains("{{<video src=\"/v.mp4\" >}}"),
        "{page}"
    );
    assert_eq!(
        said(text),
        [
            ("attribute-list", "{: width=\"300\"}".to_owned()),
            ("attribute-list", "{: .warning}".to_owned()),
            ("shortcode", "{{<video src=\"/v.mp4\" >}}".to_owned())
        ]
    );
    for (text, given) in [
        (
            "{% include a.html x=\"*b*\" %}",
            "{% include a.html x=\"*b*\" %}",
        ),
        (
            "[a]({% include 2025-01-01-b %})",
            "[a]({% include 2025-01-01-b %})",
        ),
        ("{% raw %}{{ a }}{% endraw %}", "{{ a }}"),
        (":::note\n\n*text*\n\n:::", ":::note text :::"),
        ("import A from './a'\n\ntext", "import A from './a' text"),
        ("{{ page.title | \"x\" }}", "{{ page.title | \"x\" }}"),
        ("<div>{{< a b=\"c\" >}}</div>", "{{< a b=\"c\" >}}"),
    ] {
        let words = html::text(&body(text));
        let words: Vec<_> = words.split_whitespace().collect();
        assert_eq!(words.join(" "), given, "{text}");
    }
    assert_eq!(
        said("## Head {#own .wide}"),
        [("attribute-list", "{#own .wide}".to_owned())]
    );
    assert_eq!(codes("## Head {#own}"), Vec::<&str>::new());
    let page = body("## Head\n{: #own}\n\n[to it](#own)");
    assert!(
        page.contains("<h2 id=\"own\"") && page.contains("href=\"#own\""),
        "{page}"
    );
}

#[test]
fn bare_addresses_are_links() {
    for (text, href) in [
        (
            "Details: https://example.net/issue/12",
            "https://example.net/issue/12",
        ),
        (
            "See www.example.net/a_b_c, or so",
            "http://www.example.net/a_b_c",
        ),
        ("me@example.net.", "mailto:me@example.net"),
        (
            "**https://example.net/?a=1&amp;b=2**",
            "https://example.net/?a=1&amp;b=2",
        ),
        ("（https://example.net/a）。", "https://example.net/a"),
        ("https://example.net/a\\_b", "https://example.net/a_b"),
    ] {
        let page = body(text);
        assert!(
            page.contains(&format!("<a href=\"{href}\" rel=\"external\">")),
            "{page}"
        );
    }
    for text in [
        "`https://example.net/`",
        "    https://example.net/",
        "<a href=\"/other/\">https://example.net/</a>",
    ] {
        let links = html::links(&body(text));
        assert!(
            links.iter().all(|(_, href)| href == "/other/"),
            "{text}: {links:?}"
        );
    }
    let plain = shown(&built(
        "markdown: {linkify: false}\n",
        "",
        "https://example.net/",
    ));
    assert_eq!(plain, "<p>https://example.net/</p>");
}

#[test]
fn schemes_that_run_nothing_are_linked() {
    for scheme in [
        "irc://a.example/b",
        "webcal://a.example/c.ics",
        "sms:+123",
        "magnet:?xt=urn:btih:1",
        "matrix:r/a:b.example",
        "doi:10.1/2",
        "signal://x",
    ] {
        let text = format!("[a]({scheme}) <a href=\"{scheme}\">b</a>");
        let page = body(&text);
        assert_eq!(page.matches("<a href").count(), 2, "{page}");
        assert_eq!(codes(&text), Vec::<&str>::new());
    }
    for scheme in ["javascript:a", "data:text/html,a", "vbscript:a", "blob:a"] {
        let text = format!("[a]({scheme})\n\n<a href=\"{scheme}\">b</a>");
        let page = body(&text);
        assert!(!page.contains("href"), "{page}");
        assert_eq!(codes(&text), ["unsafe-link", "unsafe-link"], "{text}");
    }
}

#[test]
fn no_page_has_an_id_twice() {
    let page =
        body("<i id=\"a\">x</i>\n\n## A\n\n## A\n\n## a-1\n\nB[^1][^1]\n\n[^1]: c\n[^1]: d\n");
    let tags = html::tags(&page);
    let ids: Vec<_> = tags.iter().filter_map(|t| t.attribute("id")).collect();
    let once: BTreeSet<_> = ids.iter().collect();
    assert_eq!(once.len(), ids.len(), "{ids:?}");
}

#[test]
fn addresses_with_spaces_are_encoded() {
    let site = SiteTest::new()
        .article("a.md", "---\ntitle: A\ndate: 2026\n---\n\n![Gate](<gate photo.png>) ![Gate](gate%20photo.png)\n")
        .bytes("content/gate photo.png", PNG)
        .built();
    let page = site.text("a/index.html");
    assert_eq!(page.matches("gate%20photo.png\"").count(), 2, "{page}");
    assert!(!page.contains("gate photo.png"), "{page}");
}
