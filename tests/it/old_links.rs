//! Links in the ways of other generators, and in raw HTML: they lead where they are meant to.

use crate::html;
use crate::site_test::{Outcome, SITE, SiteTest};

fn article(title: &str, lines: &str, text: &str) -> String {
    format!("---\ntitle: {title}\n{lines}\n---\n\n{text}\n")
}

/// A site of articles, each with its file, its lines of front matter and its text; lenient and
/// strict.
fn built(articles: &[(&str, &str, &str)]) -> [Outcome; 2] {
    ["", "lenient: true\n"].map(|mode| {
        let mut site = SiteTest::new()
            .site(&format!("{SITE}{mode}"))
            .bytes("content/post/pic.png", b"\x89PNG\r\n\x1a\n0000\0\0\0\rIHDR")
            .bytes("content/pic.png", b"\x89PNG\r\n\x1a\n0000\0\0\0\rIHDR")
            .bytes("content/doc.pdf", b"%PDF-1.4");
        for (path, lines, text) in articles {
            site = site.article(path, &article(path, lines, text));
        }
        let built = site.built();
        assert!(built.found.errors().is_empty(), "{}", built.found.text);
        let dead = html::dead_ends(&built.files, "https://example.org", "/");
        assert!(dead.is_empty(), "{dead:#?}");
        built
    })
}

/// The link with these words on a page.
fn href<'p>(page: &'p str, words: &str) -> &'p str {
    let at = page
        .find(&format!("\">{words}</a>"))
        .unwrap_or_else(|| panic!("no {words}: {page}"));
    let open = page[..at].rfind("href=\"").expect("a link");
    page[open + 6..at].split('"').next().unwrap_or("")
}

#[test]
fn a_link_by_an_old_address_leads_to_the_page() {
    let dated = "date: 2024-01-01\ncategories: [News]\nlang: en";
    for (from, to, link, is_told) in [
        ("post/a.md", "post/b.md", "/post/b/", true),
        ("post/a.md", "post/b.md", "../b/", true),
        ("post/a.md", "post/b.md", "b/", true),
        ("post/a.md", "post/b.md", "b", true),
        ("post/a.md", "post/b.md", "./b.html", true),
        ("post/a.md", "post/b.md", "../b#top", true),
        ("post/a/index.md", "post/b/index.md", "../b/", true),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "/2024/01/01/old.html",
            true,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "/2024/01/01/old/",
            true,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "/2024/1/1/old",
            true,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "/2024/old/",
            true,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "/news/2024/01/01/old/",
            true,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "/blog/2024/01/01/old.html?x=1",
            true,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "/blog/old/",
            true,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "/news/old/index.html",
            true,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "/en/posts/old/",
            true,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "{% post_url 2024-01-01-old %}",
            false,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "{{ site.baseurl }}{% post_url 2024-01-01-old %}",
            false,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/en/2024-01-01-old.md",
            "{% post_url /en/2024-01-01-old %}",
            false,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "{% link _posts/2024-01-01-old.md %}",
            false,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "{{ site.baseurl }}/old/",
            false,
        ),
        (
            "_posts/2024-01-02-a.md",
            "_posts/2024-01-01-old.md",
            "{{ \"/old/\" | relative_url }}",
            false,
        ),
        ("p/a.md", "p/t1.md", "{{< ref \"t1.md\" >}}", false),
        ("p/a.md", "p/t1.md", "{{< relref \"/p/t1\" >}}", false),
        ("q/a.md", "p/t1.md", "{{% ref \"t1\" %}}", false),
        ("q/a.md", "p/t1/index.md", "{{< ref `p/t1` >}}", false),
        (
            "blog/a.md",
            "blog/إعلان.md",
            "/blog/%D8%A5%D8%B9%D9%84%D8%A7%D9%86/",
            true,
        ),
    ] {
        let text = format!("[there]({link})");
        for built in built(&[(from, "date: 2024-01-02", &text), (to, dated, "Text.")]) {
            let page = built.text("a/index.html");
            let led = href(page, "there");
            let page = built
                .pages()
                .find(|(_, page)| page.contains(&format!("<h1>{to}</h1>")));
            let route = page.map_or("", |(route, _)| route);
            let address = format!("/{}", route.trim_end_matches("index.html"));
            assert!(
                led.starts_with(&address) && !route.is_empty(),
                "{link}: {led}, {route}"
            );
            let told = built.found.warnings().contains(&"old-address");
            assert_eq!(
                told,
                is_told && led != "/old/#",
                "{link}: {}",
                built.found.text
            );
        }
    }
}

#[test]
fn what_two_pages_may_mean_is_nobodys() {
    let found = SiteTest::new()
        .article(
            "a.md",
            &article("A", "date: 2024", "[x](/blog/same/) [y](/2023/05/b/)"),
        )
        .article(
            "one/same.md",
            &article("B", "date: 2024\nid: first\nslug: first", "Text."),
        )
        .article(
            "two/same.md",
            &article("C", "date: 2024\nid: second\nslug: second", "Text."),
        )
        .article("b.md", &article("D", "date: 2024-01-01", "Text."))
        .check();
    assert_eq!(
        found.errors(),
        ["broken-link", "broken-link"],
        "{}",
        found.text
    );
}

#[test]
fn raw_html_is_resolved_and_its_files_are_copied() {
    let text = "<p align=\"center\"><img src=\"pic.png\" width=\"300\" alt=\"A chart\"></p>\n\n\
        Read <a href=\"post/b.md#part\">this</a> or <a href=doc.pdf>that</a>, \
        <a href='/post/b/'>old</a> and <a href=\"{% post_url b %}\">tag</a>.\n\n\
        > <div>\n> <a href=\"{{ site.baseurl }}/b/\">quoted</a></div>\n";
    let articles = [
        ("a.md", "date: 2024-01-02", text),
        ("post/b.md", "date: 2024-01-01", "## Part\n\nText."),
    ];
    for built in built(&articles) {
        let page = built.text("a/index.html");
        assert!(page.contains("src=\"/a/pic.png\" width=\"300\""), "{page}");
        assert!(built.has("a/pic.png") && built.has("a/doc.pdf"));
        for (words, address) in [
            ("this", "/b/#part"),
            ("that", "/a/doc.pdf"),
            ("old", "/b/"),
            ("tag", "/b/"),
            ("quoted", "/b/"),
        ] {
            assert_eq!(href(page, words), address, "{page}");
        }
        let mut unused = built.found.list.iter().filter(|d| d.code == "unused-file");
        assert!(unused.all(|d| d.file.as_deref() == Some("content/post/pic.png")));
        let feed = built.text("feed.xml");
        assert!(!feed.contains("dateline-file"), "{feed}");
    }
}

#[test]
fn what_raw_html_misses_is_told_with_its_line() {
    let text = "Before.\n\n<p>\n<img src=\"missing.png\" alt=\"The words\">\n</p>\n\n\
        <a href=\"nowhere.md\">text one</a> <a href=\"/lost/\">text two</a> <a href=\"#gone\">text three</a>";
    let site = SiteTest::new()
        .article("a.md", &article("A", "date: 2024", text))
        .article(
            "lost/b.md",
            &article("B", "date: 2024\npermalink: /lost/b/", "Text."),
        );
    let found = site.check();
    assert_eq!(
        found.errors(),
        [
            "missing-picture",
            "broken-link",
            "broken-link",
            "broken-anchor"
        ],
        "{}",
        found.text
    );
    assert!(found.text.contains("content/a.md:9:1"), "{}", found.text);
    let built = site.site(&format!("{SITE}lenient: true\n")).built();
    let page = built.text("a/index.html");
    for words in ["The words", "text one", "text two", "text three"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(
        !page.contains("missing.png") && !page.contains("nowhere.md"),
        "{page}"
    );
}

#[test]
fn raw_html_that_worked_still_works() {
    let text = "<a href=\"../b/\">sibling</a> <a href=\"../tags/rivers/\">list</a> \
        <a href=\"/tags/rivers/\">root</a> <a href=\"?page=2\">query</a> \
        <a href=\"https://example.net/\">away</a> <a href=\"#dl:top\">x</a> <a id=\"here\" href=\"#here\">own</a>\n\n\
        <img src=\"https://example.net/a.png\" alt=\"\">";
    let site = SiteTest::new()
        .article(
            "a.md",
            &article(
                "A",
                "date: 2024\ntags: [rivers]",
                &text.replace("<a href=\"#dl:top\">x</a> ", ""),
            ),
        )
        .article("b.md", &article("B", "date: 2024", "Text."));
    let built = site.built();
    let page = built.text("a/index.html");
    for (words, address) in [
        ("sibling", "/b/"),
        ("list", "/tags/rivers/"),
        ("root", "/tags/rivers/"),
        ("query", "?page=2"),
        ("away", "https://example.net/"),
        ("own", "#here"),
    ] {
        assert_eq!(href(page, words), address, "{page}");
    }
}

#[test]
fn an_unknown_tag_tears_no_element() {
    let text = "<img src=\"{{ page.image | default: \"x\" }}\" alt=\"The words\"> after";
    for mode in ["", "lenient: true\n"] {
        let built = SiteTest::new()
            .site(&format!("{SITE}{mode}"))
            .article("a.md", &article("A", "date: 2024", text))
            .built();
        let page = built.text("a/index.html");
        assert!(page.contains("The words after"), "{page}");
        assert_eq!(
            built.found.warnings(),
            ["shortcode"],
            "{}",
            built.found.text
        );
    }
}

#[test]
fn addresses_of_trusted_html_lead_where_markdown_would() {
    let text = "<p align=\"center\"><img src=\"pic.png\" srcset=\"pic.png 1x, big.png 2x\" \
        style=\"x\"></p>\n\n<a\nhref='b.md#here'>sibling</a> <A HREF=doc.pdf>file</A> \
        <a href=\"/b/\">root</a> <a href=\"#x\" onclick=\"y()\">own</a>\n\n\
        <video poster=\"pic.png\"><source src=\"film.mp4\"></video> <audio src=\"a.mp3\"></audio> \
        <iframe src=\"frame.html\"></iframe>";
    let site = |text: &str| {
        ["pic.png", "big.png", "doc.pdf", "film.mp4", "a.mp3"]
            .into_iter()
            .fold(
                SiteTest::new()
                    .site(&format!("{SITE}markdown: {{raw_html: trust}}\n"))
                    .article("x/a.md", &article("A", "date: 2024", text))
                    .article("x/b.md", &article("B", "date: 2024", "## Here\n\nText.")),
                |site, file| {
                    site.bytes(
                        &format!("content/x/{file}"),
                        b"\x89PNG\r\n\x1a\n0000\0\0\0\rIHDR",
                    )
                },
            )
    };
    let built = site(text).built();
    let page = built.text("a/index.html");
    for part in [
        "<img src=\"/a/pic.png\" srcset=\"/a/pic.png 1x, /a/big.png 2x\" style=\"x\">",
        "<a\nhref='/b/#here'>sibling",
        "<A HREF=/a/doc.pdf>",
        "<a href=\"/b/\">root",
        "<a href=\"#x\" onclick=\"y()\">own",
        "<video poster=\"/a/pic.png\"><source src=\"/a/film.mp4\">",
        "<audio src=\"/a/a.mp3\">",
        "<iframe src=\"frame.html\">",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    for file in ["pic.png", "big.png", "doc.pdf", "film.mp4", "a.mp3"] {
        assert!(built.has(&format!("a/{file}")), "{file}");
    }
    let found =
        site("<img src=\"none.png\"> <a href=\"none.md\">x</a> <video src=none.mp4>").build();
    assert_eq!(
        found.found.errors(),
        ["missing-picture", "broken-link", "broken-link"],
        "{}",
        found.found.text
    );
}
