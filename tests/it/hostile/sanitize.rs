//! Content that means harm and is no fault: it builds, and nothing of it runs.

use crate::html::{self, Piece};
use crate::site_test::{Outcome, SiteTest};

/// Attributes whose value a browser goes to, or loads.
const LEADS: [&str; 10] = [
    "href",
    "src",
    "srcset",
    "action",
    "formaction",
    "poster",
    "data",
    "background",
    "xlink:href",
    "cite",
];

/// Elements that no page of the theme has.
const RUNS: [&str; 14] = [
    "script", "style", "iframe", "frame", "object", "embed", "applet", "form", "base", "template",
    "audio", "video", "math", "portal",
];

/// Texts that run where one forgets to escape.
const PAYLOADS: [&str; 24] = [
    "<script>ran()</script>",
    "</script><script>ran()</script>",
    "<!--<script>",
    "--><script>ran()</script>",
    "]]><script>ran()</script>",
    "</title><script>ran()</script>",
    "</textarea><img src=x onerror=ran()>",
    "<svg onload=ran()>",
    "<svg><animate onbegin=ran() attributeName=x></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=ran()>",
    "<img src=x onerror=ran()>",
    "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
    "<a href=\"javascript:ran()\">x</a>",
    "<details open ontoggle=ran()>",
    "<input autofocus onfocus=ran()>",
    "<meta http-equiv=refresh content='0;url=javascript:ran()'>",
    "<base href=//evil.example/>",
    "<form action=javascript:ran()><button>x</button></form>",
    "<style>@import '//evil.example/x.css'</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "\" onmouseover=\"ran()",
    "' onmouseover='ran()",
    "javascript:ran()",
    "<noscript><p title=\"</noscript><img src=x onerror=ran()>\">",
];

/// Links and pictures of Markdown that lead where no link may lead.
const LINKS: [&str; 16] = [
    "[x](javascript:ran())",
    "[x](JaVa&#x53;cript:ran())",
    "[x](java&Tab;script:ran())",
    "[x](java&NewLine;script:ran())",
    "[x](&#1;javascript:ran())",
    "[x](<java\tscript:ran()>)",
    "[x](javascript&colon;ran())",
    "[x](vbscript:ran())",
    "[x](data:text/html,<script>ran()</script>)",
    "![x](data:text/html,<script>ran()</script>)",
    "![x](data:image/svg+xml,<svg onload=ran()>)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://example.org/1)",
    "<javascript:ran()>",
    "[x]\n\n[x]: javascript:ran()",
    "[x](https://example.org/ \"\\\" onmouseover=\\\"ran()\")",
];

/// Looks at every page and every feed.
#[track_caller]
fn is_inert(site: &Outcome) {
    let script = html::script_of_explore(&site.files);
    for (route, page) in site.pages() {
        assert_inert(route, page, route.starts_with("old/"), script.as_deref());
    }
    for (route, bytes) in &site.files {
        if route.ends_with(".xml") {
            let text = std::str::from_utf8(bytes).expect("text");
            let broken = feed_rs::parser::parse(bytes.as_slice()).err();
            assert!(
                !route.ends_with("feed.xml") || broken.is_none(),
                "{route}: {broken:?}\n{text}"
            );
        }
        if route.ends_with("feed.xml") {
            let feed = feed_rs::parser::parse(bytes.as_slice()).expect("parsed above");
            for entry in feed.entries {
                let body = entry.content.and_then(|content| content.body);
                assert_inert(route, &body.unwrap_or_default(), false, script.as_deref());
            }
        }
    }
}

/// The forms of the theme, by all of their attributes: the search field of every page, and the page
/// that it leads to. They send words to the site itself, and nothing else.
const SEARCH: [(&str, &str); 4] = [
    ("class", "search"),
    ("role", "search"),
    ("action", "/explore/"),
    ("method", "get"),
];
const EXPLORE: [(&str, &str); 4] = [
    ("class", "explore-form"),
    ("action", "/explore/"),
    ("method", "get"),
    ("aria-labelledby", "explore-title"),
];

/// No element, no attribute and no address of a page runs. A redirect has a `refresh` of its own.
/// `script`: address of the script that `/explore/` alone has; none where there is nothing to be
/// found. Besides it, pages have the script that keeps the reader's look, and two kinds have one of their
/// own.
#[track_caller]
fn assert_inert(route: &str, page: &str, redirect: bool, script: Option<&str>) {
    let whole = page.contains("<head>");
    let explores = route == "explore/index.html";
    let (mut told, mut searches, mut explored, mut scripts, mut looks) = (0, 0, 0, 0, 0);
    for tag in html::tags(page) {
        // JSON-LD is data, which nothing runs; its own tests say that no text ends it.
        let data = tag.attribute("type") == Some("application/ld+json");
        let data = data && tag.name == "script" && tag.attributes.len() == 1;
        told += usize::from(data);
        // Where it leads is told as the site would, without the site's path.
        let below = |value: &str| {
            let path = value.strip_prefix("/news/").map(|path| format!("/{path}"));
            path.unwrap_or_else(|| value.to_owned())
        };
        let is = |name: &str, attributes: &[(&str, &str)]| {
            let pairs = tag.attributes.iter().map(|(n, v)| (n.as_str(), below(v)));
            tag.name == name && pairs.eq(attributes.iter().map(|(n, v)| (*n, (*v).to_owned())))
        };
        let search = whole && is("form", &SEARCH);
        let explore = explores && is("form", &EXPLORE);
        let module = explores
            && is(
                "script",
                &[("type", "module"), ("src", script.unwrap_or_default())],
            );
        let src = tag.attribute("src").map(&below).unwrap_or_default();
        let of = |script: &str| src.starts_with(&format!("/assets/{script}."));
        let days = route == "on-this-day/index.html";
        let lanes = route == "lanes/index.html" || route.starts_with("compare/");
        let copies = lanes || route == "expected/index.html" || route.starts_with("stories/");
        let themes = tag.name == "script"
            && match tag.attributes.len() {
                1 => of("look") || days && of("today"),
                2 => {
                    let module = tag.attribute("type") == Some("module");
                    module && (lanes && of("lanes") || copies && of("copy"))
                }
                _ => false,
            };
        looks += usize::from(themes);
        searches += usize::from(search);
        explored += usize::from(explore);
        scripts += usize::from(module);
        let own = search || explore || module || themes;
        assert!(
            data || own || !RUNS.contains(&tag.name.as_str()),
            "{route}: {tag:?}"
        );
        let refresh = tag.attribute("http-equiv").is_some();
        assert!(!refresh || redirect, "{route}: {tag:?}");
        let sheet = tag.attribute("rel") == Some("stylesheet");
        assert!(
            !sheet
                || tag
                    .attribute("href")
                    .is_some_and(|h| h.contains("/assets/site.")),
            "{route}: {tag:?}"
        );
        for (name, value) in &tag.attributes {
            let no_handler = !name.starts_with("on") && name != "style" && name != "srcdoc";
            assert!(no_handler, "{route}: {tag:?}");
            if LEADS.contains(&name.as_str()) {
                let plain: String = value.chars().filter(|c| *c > ' ').collect();
                let scheme = plain.split_once(':').map(|(scheme, _)| scheme);
                let fine = scheme.is_none_or(|scheme| {
                    scheme.contains(['/', '#', '?'])
                        || ["https", "http", "mailto"].contains(&scheme)
                        // The site's own calendars.
                        || plain.starts_with("webcal://example.org/")
                });
                assert!(fine, "{route}: {tag:?}");
            }
        }
    }
    // A page that says no more than where to go has no search field.
    let most = usize::from(whole && script.is_some());
    assert!(
        searches == most || searches == 0 && redirect,
        "{route}: the search field stands once"
    );
    let once = usize::from(explores && script.is_some());
    assert_eq!((explored, scripts), (once, once), "{route}");
    assert!(
        looks <= 3 * usize::from(whole),
        "{route}: in a head, once each"
    );
    assert!(
        told <= usize::from(whole),
        "{route}: JSON-LD stands once, in a head"
    );
}

/// A text in double quotes, as YAML has it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[test]
fn nothing_runs_from_any_key_of_the_front_matter() {
    let site = PAYLOADS.iter().enumerate().fold(
        SiteTest::new().site(
            "title: T\nurl: https://example.org/\ntaxonomies: {models: {title: Models, feeds_from: 1}}\n\
             stances: {open: {label: Open}}\n",
        ),
        |site, (n, payload)| {
            let q = quoted(payload);
            let text = format!(
                "---\nid: a{n}\ntitle: {q}\nslug: a{n}\naliases: [/old/{n}/]\ndate: 2025-01-{:02}\nwording: {q}\n\
                 published: 2025-02-01\nplace: {q}\nsummary: {q}\nauthors: [{q}]\norganisations: [{q}]\n\
                 people: [{q}]\ntags: [{q}]\nmodels: [{q}]\nstance: open\n\
                 sources: [{{id: s, title: {q}, publisher: {q}, url: https://example.org/}}]\n\
                 entries: [{{id: e{n}, title: {q}, date: 2027, status: expected, wording: {q}, summary: {q}, place: {q},\n\
                 slipped: [{{from: 2026, wording: {q}}}]}}]\n\
                 corrections: [{{date: 2025-02-02, text: {q}}}]\n---\n\nText.\n",
                n % 28 + 1
            );
            site.article(&format!("a{n}.md"), &text)
        },
    );
    let site = site.built();
    is_inert(&site);
    for (n, payload) in PAYLOADS.iter().enumerate() {
        let page = site.text(&format!("a{n}/index.html"));
        let words: String = html::pieces(page)
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Text(text) => Some(text),
                _ => None,
            })
            .collect();
        let straight = |text: &str| text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
        assert!(
            straight(&words).contains(&straight(payload)),
            "{payload} is not shown as it is"
        );
    }
}

#[test]
fn nothing_runs_from_the_text_of_an_article() {
    for raw_html in ["sanitise", "escape"] {
        let site = SiteTest::new().site(&format!(
            "title: T\nurl: https://example.org/news/\nlenient: true\nmarkdown: {{raw_html: {raw_html}}}\n"
        ));
        let texts = PAYLOADS.iter().chain(&LINKS).enumerate();
        let site = texts.fold(site, |site, (n, text)| {
            let body = format!(
                "{text}\n\n## {text}\n\n- {text}\n\n> {text}\n\n| {text} | b |\n|---|---|\n| {text} | c |\n\n\
                 *{text}* and [{text}](https://example.org/)\n\n![{text}](https://example.org/p.png)\n\nNote[^n].\n\n[^n]: {text}\n"
            );
            let text = format!("---\ntitle: T{n}\ndate: 2025-01-01\npublished: 2025-01-02\n---\n\n{body}");
            site.article(&format!("a{n}.md"), &text)
        });
        is_inert(&site.built());
    }
}

#[test]
fn a_script_in_a_code_block_is_its_words() {
    let text = "---\ntitle: T\ndate: 2025\n---\n\n```\"><script>ran()</script>\n<script>ran()</script>\n```\n\n`<script>`\n";
    let site = SiteTest::new().article("a.md", text).built();
    is_inert(&site);
    let page = html::text_of_main(site.text("a/index.html"));
    assert_eq!(page.matches("<script>").count(), 2, "{page}");
}

#[test]
fn braces_in_a_text_are_what_was_written() {
    let template = "{{ config }} {% include \"x\" %} {# note #} {{ <x /> }} {{ 7 * 191 }}";
    let text = format!(
        "---\ntitle: \"{}\"\ndate: 2025\n---\n\n{template}\n",
        template.replace('"', "\\\"")
    );
    let site = SiteTest::new().article("a.md", &text).built();
    let page = html::text_of_main(site.text("a/index.html")).replace(['“', '”'], "\"");
    assert_eq!(page.matches("{% include \"x\" %}").count(), 2, "{page}");
    assert_eq!(page.matches("{{ 7 * 191 }}").count(), 2, "{page}");
    assert!(!page.contains("1337"), "{page}");
    is_inert(&site);
}

#[test]
fn a_drawing_with_a_script_is_published_without_it_and_is_worth_a_word() {
    let bad = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"ran()\"><script>ran()</script><rect width=\"9\"/></svg>";
    let good = "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"1\"/></svg>\n";
    let text =
        "---\ntitle: T\ndate: 2025\n---\n\n![Bad](bad.svg) [it](bad.svg) ![Good](good.svg)\n";
    let site = SiteTest::new()
        .article("a/index.md", text)
        .article("a/bad.svg", bad)
        .article("a/good.svg", good)
        .file("static/owner.svg", bad)
        .built();
    is_inert(&site);
    assert_eq!(
        site.found.warnings(),
        ["active-file"; 2],
        "{}",
        site.found.text
    );
    assert_eq!(
        site.text("a/bad.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\"/></svg>"
    );
    assert_eq!(site.text("a/good.svg"), good);
    assert_eq!(site.text("owner.svg"), bad, "static/ is the owner's");
}

#[test]
fn content_brings_no_page_and_no_script_of_its_own_unless_it_is_trusted() {
    let trust = "title: T\nurl: https://example.org/\nmarkdown: {raw_html: trust}\n";
    let files = |site: SiteTest| {
        ["page.html", "PAGE.HTM", "feed.xml", "x.xhtml", "x.js"]
            .iter()
            .fold(site, |site, name| {
                site.article(&format!("a/{name}"), "<script>ran()</script>")
            })
            .article("a/index.md", "---\ntitle: T\ndate: 2025\n---\n\nText.\n")
            .article("a/table.csv", "a,b\n")
    };
    let site = files(SiteTest::new()).built();
    assert_eq!(
        site.found.warnings(),
        ["active-file"; 5],
        "{}",
        site.found.text
    );
    let beside = |site: &Outcome| site.files.keys().filter(|r| r.starts_with("a/")).count();
    assert_eq!(beside(&site), 2);
    let trusted = files(SiteTest::new().site(trust)).built();
    assert_eq!((trusted.found.warnings().len(), beside(&trusted)), (0, 7));
}

#[test]
fn signs_that_nobody_sees_are_in_no_output_and_are_worth_a_word() {
    let text = "---\ntitle: \"A\\u0010B\"\ndate: 2025-01-01\npublished: 2025-01-02\n\
        summary: \"C\u{202e}D\"\n---\n\nE\u{10}F\u{202e}G\n";
    let site = SiteTest::new().article("a.md", text).built();
    assert_eq!(
        site.found.warnings(),
        ["invisible-character"; 3],
        "{}",
        site.found.text
    );
    for (route, bytes) in &site.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(['\u{10}', '\u{202e}']), "{route}");
    }
    let feed = feed_rs::parser::parse(site.text("feed.xml").as_bytes()).expect("a feed");
    assert_eq!(
        feed.entries[0].title.as_ref().map(|t| t.content.as_str()),
        Some("AB")
    );
}

#[test]
fn what_lies_ahead_is_expected_and_what_is_scheduled_is_left_out_and_counted() {
    let site = SiteTest::new()
        .article("ahead.md", "---\ntitle: Ahead\ndate: 9999\n---\n")
        .article(
            "later.md",
            "---\ntitle: Later\ndate: 2025\npublished: 9999-01-01\n---\n",
        );
    let desk = site.prepare();
    assert_eq!(desk.prepared.expect("a site").site.left_out.scheduled, 1);
    let site = site.built();
    assert!(site.text("expected/index.html").contains("Ahead"));
    assert!(!site.has("later/index.html"));
}

#[test]
fn a_headline_of_two_thousand_characters_is_shown_whole() {
    let title = "A<b>é".repeat(400);
    let text = format!(
        "---\ntitle: {}\nslug: long\ndate: 2025-01-01\npublished: 2025-01-02\n---\n",
        quoted(&title)
    );
    let site = SiteTest::new().article("a.md", &text).built();
    is_inert(&site);
    assert!(html::text_of_main(site.text("long/index.html")).contains(&title));
    let feed = feed_rs::parser::parse(site.text("feed.xml").as_bytes()).expect("a feed");
    assert_eq!(
        feed.entries[0].title.as_ref().map(|t| t.content.clone()),
        Some(title)
    );
}

#[test]
fn a_site_of_nothing_and_an_article_of_nothing_are_inert() {
    is_inert(&SiteTest::new().built());
    let empty = SiteTest::new().article("a.md", "---\ntitle: T\ndate: 2025\n---\n");
    is_inert(&empty.built());
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing_anywhere() {
    let files = [
        (
            "site.yaml",
            "title: T\nurl: https://example.org/\ndescription: >\n  One\n  two.\n",
        ),
        (
            "content/a.md",
            "---\ntitle: T\ndate: 2025\nsummary: |\n  One\n  two.\ntags:\n  - a\n  - b\n---\n\nOne\ntwo.  \nthree\n\n| a |\n|---|\n| b |\n\n```\ncode\n```\n\n- [ ] x\n\n<b>\nraw</b>\n",
        ),
        ("content/pages/about.md", "---\ntitle: About\n---\n\nUs.\n"),
        (
            "templates/not-found.html",
            "{% extends \"base.html\" %}\n{% block main %}\n<p>\nGone.\n{% endblock main %}\n",
        ),
    ];
    let site = |change: fn(&str) -> String| {
        let files = files.iter();
        files
            .fold(SiteTest::new(), |site, (path, text)| {
                site.file(path, &change(text))
            })
            .built()
    };
    let plain = site(str::to_owned).files;
    assert_eq!(site(|text| text.replace('\n', "\r\n")).files, plain);
    assert_eq!(site(|text| text.replace('\n', "\r")).files, plain);
    assert_eq!(
        site(|text| format!("\u{feff}{}", text.replace('\n', "\r\n"))).files,
        plain
    );
}

#[test]
fn this_instrument_sees_what_runs() {
    for bad in PAYLOADS
        .iter()
        .take(20)
        .filter(|p| p.contains('<') && !p.starts_with("<!--"))
    {
        let seen = std::panic::catch_unwind(|| assert_inert("", bad, false, None));
        assert!(seen.is_err(), "{bad}");
    }
}
