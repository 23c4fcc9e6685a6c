//! Pages that other sites frame, and what oEmbed says of them.

use serde_json::Value;

use crate::site_test::{Outcome, SITE, SiteTest};

const LAUNCH: &str = "---\nid: launch\ntitle: \"Launch of \\\"Aurora\\\" & more\"\ndate: 2025-12\n\
    published: 2025-12-10T08:00:00Z\nstory: aurora\ntags: [space]\nauthors: [Ann Ek]\nsummary: It flew.\n\
    image: {src: aurora.png, alt: A rocket}\n\
    entries:\n  - {id: landing, title: It lands, date: 2026-Q1, status: expected, summary: On land.}\n---\nIt flew.\n";

const LATER: &str = "---\nid: later\ntitle: Aurora is late\ndate: 2026-01-02\nstory: aurora\ntags: [space]\n---\nWait.\n";

fn desk(more: &str) -> SiteTest {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x01";
    let config = format!("{SITE}taxonomies: {{tags: {{feeds_from: 2}}}}\n{more}");
    SiteTest::new()
        .site(&config)
        .article("launch.md", LAUNCH)
        .article("later.md", LATER)
        .article(
            "other.md",
            "---\ntitle: Other\ndate: 2025\ntags: [sea]\n---\nText.\n",
        )
        .bytes("content/aurora.png", png)
}

fn oembed(outcome: &Outcome, route: &str) -> Value {
    serde_json::from_str(outcome.text(route)).expect("JSON")
}

#[test]
fn nothing_is_for_other_sites_unless_the_owner_wants_it() {
    let outcome = desk("").built();
    assert!(
        outcome
            .files
            .keys()
            .all(|route| !route.starts_with("embed/"))
    );
    let page = outcome.text("launch/index.html");
    assert!(
        !page.contains("oembed") && !page.contains("iframe"),
        "{page}"
    );
}

#[test]
fn articles_terms_with_a_feed_and_storylines_can_be_framed() {
    let outcome = desk("features: {embeds: true}\n").built();
    let embeds = outcome
        .files
        .keys()
        .filter(|route| route.starts_with("embed/"));
    let embeds: Vec<&str> = embeds.map(String::as_str).collect();
    assert_eq!(
        embeds,
        [
            "embed/later/index.html",
            "embed/later/oembed.json",
            "embed/launch/index.html",
            "embed/launch/oembed.json",
            "embed/other/index.html",
            "embed/other/oembed.json",
            "embed/stories/aurora/index.html",
            "embed/stories/aurora/oembed.json",
            "embed/tags/space/index.html",
            "embed/tags/space/oembed.json",
        ]
    );
    let sitemap = outcome.text("sitemap.xml");
    assert!(!sitemap.contains("/embed/"), "{sitemap}");
}

#[test]
fn a_page_offers_its_embed_to_readers_and_to_programs() {
    let outcome = desk("features: {embeds: true}\n").built();
    for (page, folder) in [
        ("launch/index.html", "launch"),
        ("tags/space/index.html", "tags/space"),
        ("stories/aurora/index.html", "stories/aurora"),
    ] {
        let html = outcome.text(page);
        let code = format!("&lt;iframe src=&quot;https://example.org/embed/{folder}/&quot;");
        assert!(html.contains(&code), "{html}");
        let link = format!("href=\"https://example.org/embed/{folder}/oembed.json\"");
        let line = html
            .lines()
            .find(|line| line.contains(&link))
            .expect("a link");
        assert!(
            line.starts_with("<link rel=\"alternate\" type=\"application/json+oembed\""),
            "{line}"
        );
    }
}

#[test]
fn a_framed_page_says_what_happened_and_leads_to_the_article() {
    let outcome = desk("features: {embeds: true}\n").built();
    let html = outcome.text("embed/launch/index.html");
    for part in [
        "<meta name=\"robots\" content=\"noindex\">",
        "<base target=\"_blank\">",
        "<link rel=\"canonical\" href=\"https://example.org/launch/\">",
        ">December 2025</time></p>",
        "<a href=\"/launch/\">Launch of “Aurora” &amp; more</a></h1>",
        "<p class=\"standfirst\">It flew.</p>",
        "<footer><a href=\"/\">Test</a></footer>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert!(!html.contains("<script"), "{html}");
    let list = outcome.text("embed/stories/aurora/index.html");
    let at = |text: &str| list.find(text).unwrap_or_else(|| panic!("{text}\n{list}"));
    assert!(at("Aurora is late") < at("Launch of"), "the latest first");
}

#[test]
fn oembed_says_what_consumers_need() {
    let outcome = desk("features: {embeds: true}\n").built();
    let json = oembed(&outcome, "embed/launch/oembed.json");
    assert_eq!(json["version"], "1.0");
    assert_eq!(json["type"], "rich");
    assert_eq!(json["title"], "Launch of “Aurora” & more");
    assert_eq!(json["author_name"], "Ann Ek");
    assert_eq!(json["provider_name"], "Test");
    assert_eq!(json["provider_url"], "https://example.org/");
    assert_eq!(
        (&json["width"], &json["height"]),
        (&600.into(), &338.into())
    );
    assert_eq!(
        json["thumbnail_url"],
        "https://example.org/launch/aurora.png"
    );
    assert_eq!(
        (&json["thumbnail_width"], &json["thumbnail_height"]),
        (&2.into(), &1.into())
    );
    let html = json["html"].as_str().expect("HTML");
    let start = "<iframe src=\"https://example.org/embed/launch/\" title=\"Launch of “Aurora” &amp; more\" width=\"600\" height=\"338\"";
    assert!(
        html.starts_with(start) && html.contains("aspect-ratio:16/9"),
        "{html}"
    );
    let list = oembed(&outcome, "embed/tags/space/oembed.json");
    assert_eq!(list["height"], 450);
    assert!(list.get("author_name").is_none() && list.get("thumbnail_url").is_none());
}

#[test]
fn events_are_for_other_sites_on_request() {
    let outcome = desk("features: {embeds: true, entry_embeds: true}\n").built();
    let html = outcome.text("embed/launch/landing/index.html");
    assert!(
        html.contains("<a href=\"/launch/#entry-landing\">It lands</a>"),
        "{html}"
    );
    assert!(
        html.contains("On land.") && html.contains("Expected"),
        "{html}"
    );
    let json = oembed(&outcome, "embed/launch/landing/oembed.json");
    assert_eq!(json["title"], "It lands");
    let article = outcome.text("launch/index.html");
    assert!(
        article.contains("https://example.org/embed/launch/landing/"),
        "{article}"
    );
}

#[test]
fn each_language_has_its_own() {
    let config = "languages:\n  en: {}\n  fr: {title: Essai}\nfeatures: {embeds: true}\n";
    let outcome = desk(config).built();
    let html = outcome.text("embed/fr/stories/aurora/index.html");
    assert!(
        html.contains("<html lang=\"fr\"") && html.contains("href=\"/fr/stories/aurora/\""),
        "{html}"
    );
    let page = outcome.text("fr/stories/aurora/index.html");
    assert!(
        page.contains("https://example.org/embed/fr/stories/aurora/"),
        "{page}"
    );
}

#[test]
fn an_expired_article_has_none() {
    let expires = LATER.replace("tags: [space]", "tags: [space]\nexpires: 2025-12-31");
    let outcome = desk("features: {embeds: true, markdown: true}\n")
        .article("later.md", &expires)
        .built();
    assert!(!outcome.has("embed/later/index.html") && !outcome.has("later/index.html.md"));
    assert!(outcome.has("embed/launch/index.html"));
}

#[test]
fn framing_is_allowed_for_these_pages_alone() {
    let of =
        |host: &str, more: &str| desk(&format!("{more}hosting: {{hosts: [{host}]}}\n")).built();
    let on = "features: {embeds: true}\n";
    let headers = of("netlify", on);
    let headers = headers.text("_headers");
    assert_eq!(
        headers.matches("frame-ancestors 'none'").count(),
        2,
        "{headers}"
    );
    let (_, embeds) = headers
        .split_once("\n/embed/*\n  Content-Security-Policy: default-src 'none'; ")
        .expect("a rule");
    assert!(
        embeds
            .lines()
            .next()
            .expect("a policy")
            .contains("frame-ancestors *"),
        "{headers}"
    );
    let cloudflare = of("cloudflare", on);
    assert!(
        cloudflare
            .text("_headers")
            .contains("\n/embed/*\n  ! Content-Security-Policy\n")
    );
    assert!(
        of("nginx", on)
            .text("_nginx.conf")
            .contains("location ~ \"^/embed/\" {")
    );
    assert!(
        of("caddy", on)
            .text("_Caddyfile")
            .contains("@embeds path /embed/*\n")
    );
    for (host, file) in [
        ("netlify", "_headers"),
        ("nginx", "_nginx.conf"),
        ("caddy", "_Caddyfile"),
    ] {
        let outcome = of(host, "");
        assert!(!outcome.text(file).contains("embed"), "{host}");
    }
    let own = desk(&format!(
        "{on}hosting: {{hosts: [netlify], headers: {{Content-Security-Policy: \"frame-ancestors https://a.example\"}}}}\n"
    ));
    let own = own.built();
    assert!(
        own.text("_headers")
            .contains("/embed/*\n  Content-Security-Policy: frame-ancestors *\n")
    );
}

#[test]
fn an_edited_text_changes_what_other_sites_show_of_it() {
    let article = |text: &str| format!("---\ntitle: Plain\ndate: 2025-03-01\n---\n{text}\n");
    let site = desk("features: {embeds: true}\n").article("plain.md", &article("First words."));
    assert!(
        site.rebuild()
            .text("embed/plain/index.html")
            .contains("First words.")
    );
    let site = site.article("plain.md", &article("Other words."));
    let page = site.rebuild();
    assert!(page.text("embed/plain/index.html").contains("Other words."));
}

#[test]
fn what_was_retracted_is_not_embedded_as_a_fact() {
    let gone = "---\ntitle: A dam fell\ndate: 2025-03-01\nsummary: It all fell down.\n\
        corrections: [{date: 2025-04-01, kind: retraction, text: It stands.}]\n---\nText.\n";
    let site = desk("features: {embeds: true}\n")
        .article("gone.md", gone)
        .build();
    let page = site.text("embed/gone/index.html");
    assert!(
        page.contains("Retraction: A dam fell") && page.contains("It stands."),
        "{page}"
    );
    assert!(!page.contains("It all fell down."), "{page}");
    let told = oembed(&site, "embed/gone/oembed.json");
    assert_eq!(told["title"], "Retraction: A dam fell");
}
