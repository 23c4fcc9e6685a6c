//! A site's own style sheet, `static/custom.css`: a file of its own, and what is wrong in it.

use dateline::diagnostic::Sink;
use dateline::parse::style_sheet;
use dateline::source::{Source, SourceId};
use proptest::prelude::*;

use crate::site_test::{Outcome, SITE, SiteTest};

fn site(css: &str) -> SiteTest {
    SiteTest::new()
        .article("a.md", "---\ntitle: A\ndate: 2025-12-09\n---\nText.\n")
        .file("static/fonts/plex.woff2", "font")
        .file("static/more.css", "p { margin: 0 }\n")
        .file("static/custom.css", css)
}

/// The addresses of the style sheets that a page links, in order.
fn linked(page: &str) -> Vec<&str> {
    let links = page.split("<link rel=\"stylesheet\" href=\"").skip(1);
    links.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn it_comes_after_the_theme_on_every_page_at_the_root_of_the_site() {
    let css =
        "@import \"more.css\";\n@font-face { font-family: Plex; src: url(fonts/plex.woff2) }\n";
    for (base, folder) in [
        ("https://example.org/", "/"),
        ("https://example.org/news/", "/news/"),
    ] {
        let config = SITE.replace("https://example.org/", base);
        let outcome = site(css)
            .site(&format!("{config}features: {{embeds: true}}\n"))
            .article(
                "b.md",
                "---\ntitle: B\ndate: 2025\naliases: [/old/]\nstory: s\n---\n",
            )
            .article("c.md", "---\ntitle: C\ndate: 2025\nstory: s\n---\n")
            .built();
        let mut pages = 0;
        for (route, page) in outcome.pages() {
            let [theme, own] = linked(page)[..] else {
                panic!("{route}: {:?}", linked(page));
            };
            let assets = format!("{folder}assets/site.");
            assert!(theme.starts_with(&assets), "{theme}");
            let file = own.strip_prefix(folder).expect("within the site");
            assert!(file.starts_with("custom.") && !file.contains('/'), "{own}");
            assert_eq!(outcome.text(file), css, "{own}");
            pages += 1;
        }
        assert!(pages > 8, "{pages}");
        assert!(outcome.pages().any(|(page, _)| page.starts_with("embed/")));
        assert!(outcome.pages().any(|(page, _)| page.starts_with("old/")));
        assert!(!outcome.has("custom.css"));
        assert!(outcome.has("more.css") && outcome.has("fonts/plex.woff2"));
    }
}

#[test]
fn its_name_changes_with_it_alone_and_a_site_without_has_none() {
    let names = |outcome: &Outcome| {
        let links = linked(outcome.text("a/index.html"));
        links.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let one = names(&site("p { color: red }").built());
    let other = names(&site("p { color: blue }").built());
    assert_eq!((one.len(), &one[0]), (2, &other[0]));
    assert_ne!(one[1], other[1]);
    let without = site("").without("static/custom.css").built();
    assert_eq!(names(&without), one[..1]);
}

#[test]
fn hosts_let_browsers_keep_it_as_they_keep_the_themes() {
    let hosts = "hosting: {hosts: [netlify, nginx, caddy]}\n";
    let outcome = site("p { color: red }")
        .site(&format!("{SITE}{hosts}"))
        .built();
    let own = linked(outcome.text("index.html"))[1].to_owned();
    let headers = outcome.text("_headers");
    let kept = format!("\n{own}\n  Cache-Control: public, max-age=31536000");
    assert!(headers.contains(&kept), "{headers}");
    let caddy = outcome.text("_Caddyfile");
    let mut assets = caddy
        .lines()
        .filter(|line| line.starts_with("@assets path "));
    assert!(
        assets.any(|line| line.split(' ').any(|path| path == own)),
        "{caddy}"
    );
    let escaped = own.trim_start_matches('/').replace('.', "\\.");
    assert!(outcome.text("_nginx.conf").contains(&escaped));
}

#[test]
fn a_layout_that_was_ejected_before_loads_it_as_before() {
    let old = "<title>x</title><link rel=\"stylesheet\" href=\"{{ site.css }}\">\
        {% block head %}{% endblock head %}{% block main %}{% endblock main %}";
    let outcome = site("p { color: #123456 }")
        .file("templates/base.html", old)
        .built();
    let page = outcome.text("a/index.html");
    let [only] = linked(page)[..] else {
        panic!("{page}");
    };
    assert!(outcome.text(&only[1..]).contains("\np { color: #123456 }"));
    let mut routes = outcome.files.keys();
    assert!(!routes.any(|route| route.starts_with("custom.")));
    let faults = |address: &str| {
        let css = format!("p {{ background: url({address}) }}");
        let found = site(&css).file("templates/base.html", old).check();
        found.errors().len()
    };
    assert_eq!(faults("fonts/plex.woff2"), 1);
    assert_eq!(faults("../fonts/plex.woff2"), 0);
}

#[test]
fn an_address_in_it_leads_to_a_file_of_the_site() {
    for address in [
        "fonts/plex.woff2",
        "./fonts/plex.woff2",
        "/fonts/plex.woff2",
        "../fonts/plex.woff2",
        "fonts/plex.woff2?v=2#x",
        "fonts/pl%65x.woff2",
        "#gradient",
        "data:image/png;base64,AAAA",
        "https://example.com/a.png",
        "//example.com/a.png",
        "about:blank",
    ] {
        let found = site(&format!("p {{ background: url(\"{address}\") }}")).check();
        assert!(found.list.is_empty(), "{address}: {}", found.text);
    }
    for (css, what) in [
        (
            "p { background: url(fonts/plexx.woff2) }",
            "did you mean `fonts/plex.woff2`?",
        ),
        ("p { background: URL('a.png') }", "/a.png"),
        ("@import 'mor.css';", "did you mean `more.css`?"),
        ("@import url(mor.css) screen;", "did you mean `more.css`?"),
        ("p { background: image-set('a.png' 1x) }", "/a.png"),
        ("p { --x: url(c.png) }", "/c.png"),
        (
            "@media print { p { & b { mask: url(d.svg#m) } } }",
            "/d.svg",
        ),
    ] {
        let found = site(css).check();
        assert_eq!(found.errors(), ["broken-link"], "{css}: {}", found.text);
        assert!(found.text.contains(what), "{css}: {}", found.text);
        let place = "static/custom.css:1:";
        assert!(found.text.contains(place), "{}", found.text);
    }
    let namespace = "@namespace svg url(http/www.svg);";
    assert!(site(namespace).check().list.is_empty());
}

#[test]
fn a_site_below_a_path_is_told_that_the_path_is_not_added() {
    let below = |css: &str| {
        let config = SITE.replace("example.org/", "example.org/news/");
        site(css).site(&config).check()
    };
    let found = below("p { background: url(/fonts/plex.woff2) }");
    assert_eq!(found.errors(), ["broken-link"]);
    let cure = "write `fonts/plex.woff2`";
    assert!(found.text.contains(cure), "{}", found.text);
    for css in [
        "url(/news/fonts/plex.woff2)",
        "url(fonts/plex.woff2)",
        "url(/elsewhere/a.png)",
    ] {
        let found = below(&format!("p {{ background: {css} }}"));
        assert!(found.errors().is_empty(), "{css}: {}", found.text);
    }
}

/// A style sheet, line and column of its mistake, what is said of it, and the cure.
#[rustfmt::skip]
const MISTAKES: &[(&str, &str, &str, &str)] = &[
    ("a {\n  color: red;\n", "1:3", "`{` is never closed", "add `}`"),
    ("@media print {\n  a { color: red }\n", "1:14", "`{` is never closed", "add `}`"),
    ("a { color: red; } }\n", "1:19", "`}` closes nothing", "remove it"),
    ("a {\n  color: red\n  margin: 0;\n}", "3:3", "a `;` is missing before `margin`", "with `;`"),
    ("a {\n  color red;\n}", "2:3", "`color red` is not a declaration", "`property: value;`"),
    ("a { color: ; }", "1:5", "`color` has no value", "write a value"),
    ("a {\n  width: calc(1px;\n}\n", "2:10", "`(` is never closed", "add `)`"),
    ("a { width: 1px); }", "1:15", "`)` closes nothing", "remove it"),
    ("a { content: \"x;\n}", "1:14", "a quotation mark is never closed", "at the end of the text"),
    ("a { color: red }\n/* on and on\n", "2:1", "a comment is never closed", "add `*/`"),
    ("// red\na { color: red }\n", "1:1", "`//` does not begin a comment", "write `/* … */`"),
    ("a { // red\n color: red }\n", "1:5", "`//` does not begin a comment", "write `/* … */`"),
    ("color: red;\n", "1:1", "`color: red;` is in no rule", "write a rule"),
    ("a color: red;\n}\nb { color: red }", "1:1", "`a color: red;` is in no rule", "write a rule"),
    ("{ color: red }", "1:1", "a rule has no selector", "before `{`"),
    ("a", "1:1", "`a` is not a rule", "write a rule"),
    ("<style>\na { color: red }\n", "1:1", "`<` is no part of a style sheet", "remove `<style>`"),
    ("a { color: red }\n@import 'more.css';", "2:1", "`@import` has no effect after a rule", "to the beginning"),
    ("@meida print { a { color: red } }", "1:1", "no at-rule `@meida`", "browsers drop it"),
    ("a { background: url(a b.png) }", "1:17", "needs quotation marks", "url(\"…\")"),
];

#[test]
fn each_mistake_is_told_once_where_it_was_made_with_its_cure() {
    for (css, at, what, cure) in MISTAKES {
        let found = site(css).check();
        let codes: Vec<&str> = found.list.iter().map(|d| d.code).collect();
        let text = &found.text;
        assert_eq!(codes, ["bad-css"], "{css}: {text}");
        assert!(text.contains(what) && text.contains(cure), "{css}: {text}");
        let place = format!("static/custom.css:{at}\n");
        assert!(text.contains(&place), "{css}: {text}");
    }
}

#[test]
fn what_browsers_read_is_no_mistake() {
    for css in [
        "",
        "/* nothing */",
        "@charset \"utf-8\";\n@layer a, b;\n@import 'more.css' layer(a) supports(display: grid);",
        "a { color: red }",
        "a { color: red; }; b { color: red }",
        "a { b & { color: red; } color: blue; &:hover { color: red } a:hover { margin: 0 } }",
        "@media (min-width: 3rem) and (hover) { a::before { content: \"//{};\" / \"\" } }",
        "a[href*='//'] { color: rgb(1 2 3 / 40%); grid-area: 1 / 2 / 3 / 4; }",
        ":root { --empty:; --x: a:b; --y: { a: b; c }; --z: //x; }",
        "@keyframes k { from { top: 0 } 50.5% { top: 1px } to { top: 2px } }",
        "@font-feature-values Plex { @styleset { nice: 12; } }",
        "@page :first { margin: 1cm; @top-left { content: counter(page) } }",
        "@supports not (display: grid) { a { float: left } }",
        "@property --p { syntax: '<length>'; inherits: false; initial-value: 0px }",
        "@container card (width > 400px) { a { color: red !important } }",
        "a { *zoom: 1; _height: 1px; filter: progid:DXImageTransform.Microsoft.Alpha(opacity=50); }",
        "a { background: url(data:image/svg+xml,%3Csvg/%3E) 0/cover }",
        ".\\31 0, .a\\:b { color: red }",
        "a{color:red}/**/b{color:red}",
        "<!-- a { color: red } -->",
        "@-moz-document url-prefix() { a { color: red } }",
        "@new-rule what { a: b; c { d: e } }",
        include_str!("../../docs/magazine.css"),
        include_str!("../../static/site.css"),
    ] {
        let found = site(css).check();
        assert!(found.list.is_empty(), "{css}: {}", found.text);
    }
}

#[test]
fn a_lenient_site_is_only_warned() {
    let found = site("a { color red; background: url(x.png) }")
        .site(&format!("{SITE}lenient: true\n"))
        .check();
    assert!(found.errors().is_empty(), "{}", found.text);
    let mut warnings = found.warnings();
    warnings.sort_unstable();
    assert_eq!(warnings, ["bad-css", "broken-link"]);
}

#[test]
fn many_mistakes_are_counted_and_deep_brackets_end_the_reading() {
    let found = site(&"a { color red }\n".repeat(1000)).check();
    assert_eq!(found.list.len(), 101, "{}", found.text);
    let found = site(&"a{".repeat(100_000)).check();
    assert_eq!(found.errors(), ["bad-css"], "{}", found.text);
    assert!(found.text.contains("64 levels"), "{}", found.text);
}

proptest! {
    #[test]
    fn any_text_is_read(css in r#"([a-z:;{}()\[\]"'/*@<\\ \nüé-]|url\(|@import ){0,60}"#) {
        let source = Source { id: SourceId(0), text: css };
        let mut sink = Sink::default();
        let addresses = style_sheet::read(&source, &mut sink);
        let spans = sink.iter().filter_map(|d| d.span);
        for span in spans.chain(addresses.iter().map(|a| a.span)) {
            prop_assert!(source.text.get(span.range()).is_some(), "{span:?}");
        }
    }
}
