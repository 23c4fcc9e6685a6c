//! The site's own look: accent, favicon, share picture, policies.

use crate::html;
use crate::site_test::{Outcome, SITE, SiteTest};

fn site(more: &str) -> SiteTest {
    SiteTest::new().site(&format!("{SITE}{more}")).article(
        "a.md",
        "---\ntitle: A thing happened\ndate: 2025-12-09\n---\n\nText.\n",
    )
}

fn css(outcome: &Outcome) -> (&str, &str) {
    let route = outcome.files.keys().find(|r| r.ends_with(".css"));
    let route = route.expect("a style sheet");
    (route, outcome.text(route))
}

#[test]
fn an_accent_reaches_the_style_sheet_and_changes_its_name() {
    let plain = site("").built();
    let red = site("identity: {accent: \"#b0122b\"}\n").built();
    let ((plain_route, plain_css), (red_route, red_css)) = (css(&plain), css(&red));
    assert_ne!(plain_route, red_route);
    let added = red_css
        .strip_prefix(plain_css)
        .expect("the theme's comes first");
    assert!(
        added.contains(":root { --accent: #b0122b; --on-accent: #ffffff; }"),
        "{added}"
    );
    assert!(
        red.text("index.html")
            .contains(&format!("href=\"/{red_route}\""))
    );
}

#[test]
fn an_accent_that_cannot_be_read_is_corrected_and_the_owner_told() {
    let outcome = site("identity: {accent: \"#fd0\"}\n").built();
    let (_, css) = css(&outcome);
    assert!(css.contains(
        "(prefers-color-scheme: dark) { :root { --accent: #ffdd00; --on-accent: #151618; } }"
    ));
    assert!(!css.contains("{ --accent: #ffdd00; --on-accent: #ffffff; }"));
    let found = &outcome.found;
    assert!(
        found
            .text
            .contains("`#fd0` has too little contrast for text"),
        "{}",
        found.text
    );
    assert!(
        found.text.contains("on a light background")
            && !found.text.contains("on a dark background")
    );
    let quiet = site("identity: {accent: \"#fd0\"}\n").site(
        "title: T\nurl: https://example.org/\nidentity: {accent: \"#fd0\"}\nlint: {accent-contrast: off}\n",
    );
    assert!(!quiet.built().found.text.contains("accent-contrast"));
}

#[test]
fn a_site_without_a_favicon_has_one_of_its_first_letter() {
    let outcome = site("identity: {accent: \"#204080\"}\n").built();
    let icon = outcome.text("favicon.svg");
    assert!(
        icon.contains(">T</text>") && icon.contains("#204080"),
        "{icon}"
    );
    assert!(
        outcome
            .text("index.html")
            .contains("<link rel=\"icon\" href=\"/favicon.svg\">")
    );
    let own = site("").file("static/favicon.ico", "x").built();
    assert!(!own.has("favicon.svg"));
    assert!(
        own.text("index.html")
            .contains("<link rel=\"icon\" href=\"/favicon.ico\">")
    );
}

#[test]
fn a_title_that_is_no_letter_makes_a_favicon_all_the_same() {
    let test = SiteTest::new().site("title: \"<&>\"\nurl: https://example.org/\n");
    let outcome = test.built();
    assert!(outcome.text("favicon.svg").contains("></text>"));
}

#[test]
fn a_picture_that_is_not_there_is_a_fault() {
    for key in ["logo", "favicon", "share_image"] {
        let found = site(&format!("identity: {{{key}: mark.svg}}\n"))
            .file("static/marks.svg", "<svg/>")
            .build()
            .found;
        assert_eq!(found.errors(), ["missing-picture"], "{key}");
        assert!(
            found.text.contains("did you mean `marks.svg`?"),
            "{}",
            found.text
        );
    }
}

#[test]
fn the_share_picture_stands_in_where_an_article_has_none() {
    let outcome = site("identity: {share_image: share.png}\n")
        .file("static/share.png", "x")
        .file("static/own.png", "x")
        .article(
            "b.md",
            "---\ntitle: Another thing happened\ndate: 2025-12-10\nimage: {src: /own.png, alt: \"A \\\"dike\\\"\"}\n---\n",
        )
        .built();
    let (a, b) = (outcome.text("a/index.html"), outcome.text("b/index.html"));
    let image =
        |src: &str| format!("<meta property=\"og:image\" content=\"https://example.org/{src}\">");
    assert!(
        a.contains(&image("share.png")) && !a.contains("og:image:alt"),
        "{a}"
    );
    assert!(b.contains(&image("own.png")), "{b}");
    assert!(b.contains("og:image:alt\" content=\"A “dike”\""), "{b}");
    assert!(b.contains("twitter:card\" content=\"summary_large_image\""));
}

#[test]
fn the_foot_has_links_policies_and_the_report_address() {
    let outcome = site(
        "publisher: {name: Desk, corrections_policy: /policy/, masthead: 'https://desk.example/', report: 'mailto:a@example.org'}\n\
         links: [{label: Us elsewhere, url: 'https://social.example/@us', rel: me}]\n",
    )
    .article("pages/policy.md", "---\ntitle: How we correct\n---\n\nSo.\n")
    .built();
    let page = outcome.text("index.html");
    for tag in [
        "<a href=\"https://social.example/@us\" rel=\"me\">Us elsewhere</a>",
        "<a href=\"https://desk.example/\">Who we are</a>",
        "<a href=\"mailto:a@example.org\">",
        "<a href=\"/policy/\">How we correct</a>",
    ] {
        assert!(page.contains(tag), "{tag}");
    }
    // The foot has that page by its own title.
    assert!(!page.contains("Corrections policy"));
    let tags = html::tags(page);
    assert!(
        tags.iter()
            .all(|t| t.attributes.iter().all(|(name, _)| name != "style"))
    );
}

#[test]
fn pages_say_what_they_are_to_who_shares_them() {
    let outcome = SiteTest::new()
        .site("title: T\nurl: https://example.org/\nlanguage: pt-BR\n")
        .article(
            "a.md",
            "---\ntitle: \"A <b> & \\\"thing\\\"\"\ndate: 2025-12-09\npublished: 2025-12-10\nsummary: A dek.\n\
             categories: [Floods]\ntags: [Elbe]\n---\n",
        )
        .built();
    let page = outcome.text("a/index.html");
    for (property, content) in [
        ("og:title", "A &lt;b&gt; &amp; “thing”"),
        ("og:type", "article"),
        ("og:locale", "pt_BR"),
        ("og:description", "A dek."),
        ("article:published_time", "2025-12-10"),
        ("article:section", "Floods"),
        ("article:tag", "Elbe"),
    ] {
        let tag = format!("<meta property=\"{property}\" content=\"{content}\">");
        assert!(page.contains(&tag), "{tag}\n{page}");
    }
    assert!(page.contains("<meta name=\"twitter:card\" content=\"summary\">"));
}
