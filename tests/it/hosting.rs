//! Files for hosts, and the content security policy in them.

use crate::site_test::{Outcome, SITE, SiteTest};

fn site(more: &str) -> SiteTest {
    SiteTest::new().site(&format!("{SITE}{more}")).article(
        "a.md",
        "---\ntitle: A thing happened\ndate: 2025-12-09\naliases: [/old/a/, /né.html]\n---\n\nText.\n",
    )
}

fn policy(outcome: &Outcome) -> &str {
    let headers = outcome.text("_headers");
    let line = headers
        .lines()
        .find_map(|l| l.strip_prefix("  Content-Security-Policy: "));
    line.expect("a policy")
}

const BARE: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'none'; object-src 'none'";

#[test]
fn files_are_written_for_the_hosts_that_are_listed() {
    let files = |hosts: &str| -> Vec<String> {
        let outcome = site(hosts).built();
        let ours = outcome.files.keys().filter(|r| r.starts_with(['_', '.']));
        ours.cloned().collect()
    };
    assert!(files("").is_empty());
    assert_eq!(
        files("hosting: {hosts: [netlify, cloudflare]}\n"),
        ["_headers", "_redirects"]
    );
    assert_eq!(
        files("hosting: {hosts: [nginx, caddy, github-pages]}\n"),
        [".nojekyll", "_Caddyfile", "_nginx.conf"]
    );
}

#[test]
fn a_plain_site_needs_nothing_from_elsewhere() {
    let outcome = site("hosting: {hosts: [netlify]}\n").built();
    assert_eq!(policy(&outcome), BARE);
    let headers = outcome.text("_headers");
    assert!(
        headers.starts_with("/*\n  Content-Security-Policy: "),
        "{headers}"
    );
    assert!(
        headers.ends_with("\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n")
    );
    assert!(headers.contains("\n  Strict-Transport-Security: max-age=31536000\n"));
}

#[test]
fn the_policy_names_what_pages_load_and_no_more() {
    let outcome = site(
        "hosting: {hosts: [netlify]}\nslots: {comments: {giscus: {repo: o/n, category: C}}, counter: {goatcounter: x}}\n",
    )
    .article(
        "b.md",
        "---\ntitle: Another thing happened\ndate: 2025-12-09\nimage: {src: 'https://Front.example/p.png', alt: x}\n---\n\n\
         ![x](https://body.example/p.png) [no](https://link.example/) <img src=\"https://raw.example/p\" alt=\"\">\n\n\
         <iframe src=\"https://frame.example/\"></iframe>\n<script src=\"https://script.example/\"></script>\n",
    )
    .article("c.md", "---\ntitle: A gone thing\ndate: 2025-12-09\nexpires: 2025-12-31\n---\n\n![x](https://gone.example/p.png)\n")
    .built();
    let wanted = BARE
        .replace(
            "data:;",
            "data: https://body.example https://front.example https://raw.example https://x.goatcounter.com;",
        )
        .replace("manifest-src 'self';", "manifest-src 'self'; frame-src https://giscus.app;");
    assert_eq!(policy(&outcome), wanted);
}

#[test]
fn trusted_html_and_fragments_load_what_they_say() {
    let outcome = site(
        "hosting: {hosts: [netlify]}\nmarkdown: {raw_html: trust}\nslots: {sponsor_top: {fragment: s.html, label: Ad}}\n",
    )
    .file("s.html", "<script src=\"https://ads.example/a.js\"></script>")
    .article(
        "b.md",
        "---\ntitle: Another thing happened\ndate: 2025-12-09\n---\n\n<iframe\nsrc=\"https://frame.example/\"></iframe>\n",
    )
    .built();
    let policy = policy(&outcome);
    assert!(
        policy.contains("script-src 'self' https://ads.example;"),
        "{policy}"
    );
    assert!(
        policy.contains("media-src 'self'; frame-src https://frame.example;"),
        "{policy}"
    );
}

#[test]
fn the_owners_headers_take_the_place_of_ours() {
    let outcome = site(
        "hosting: {hosts: [netlify], headers: {referrer-policy: no-referrer, X-Frame-Options: DENY}}\n",
    )
    .built();
    let headers = outcome.text("_headers");
    assert!(headers.contains("  Referrer-Policy: no-referrer\n"));
    assert!(headers.contains("  X-Frame-Options: DENY\n"));
    assert!(!headers.contains("strict-origin"));
}

const RULES: &str = "redirects: [{from: /x/*, to: '/a/:splat'}, {from: /y, to: 'https://else.example/', status: 302}]";

#[test]
fn redirects_come_in_the_order_that_hosts_read_them() {
    let outcome = site(&format!("hosting: {{hosts: [netlify], {RULES}}}\n")).built();
    assert_eq!(
        outcome.text("_redirects"),
        "/x/* /a/:splat 301\n/y https://else.example/ 302\n/n%C3%A9.html /a/ 301!\n/old/a/ /a/ 301!\n"
    );
    let both = site("hosting: {hosts: [netlify, cloudflare]}\n").built();
    assert!(!both.text("_redirects").contains('!'));
}

#[test]
fn without_a_host_that_redirects_a_page_does_it() {
    let outcome = site(&format!("hosting: {{{RULES}}}\n")).built();
    let page = outcome.text("y/index.html");
    assert!(
        page.contains("content=\"0; url=https://else.example/\""),
        "{page}"
    );
    assert!(!outcome.files.keys().any(|r| r.starts_with("x/")));
    let clash = site("hosting: {redirects: [{from: /a/, to: /b/}]}\n").build();
    assert_eq!(clash.found.errors(), ["route-clash"]);
}

#[test]
fn a_site_below_a_path_has_it_in_every_rule() {
    let outcome = SiteTest::new()
        .site("title: T\nurl: http://example.org/news/\nhosting: {hosts: [cloudflare, nginx, caddy], redirects: [{from: /y/, to: /a/}]}\n")
        .article("a.md", "---\ntitle: A\ndate: 2025-12-09\naliases: [/old/]\n---\n")
        .built();
    assert!(outcome.text("_headers").starts_with("/news/*\n"));
    assert!(!outcome.text("_headers").contains("Strict-Transport"));
    assert_eq!(
        outcome.text("_redirects"),
        "/news/y/ /news/a/ 301\n/news/old/ /news/a/ 301\n"
    );
    assert!(
        outcome
            .text("_nginx.conf")
            .contains("location = \"/news/old/\" { return 301 \"/news/a/\"; }\n")
    );
    assert!(
        outcome
            .text("_Caddyfile")
            .contains("redir /news/old/ /news/a/ 301\n")
    );
}

#[test]
fn servers_are_told_in_their_own_words() {
    let outcome = site(&format!(
        "hosting: {{hosts: [nginx, caddy], {RULES}, headers: {{X-A: 'a\"b'}}}}\n"
    ))
    .built();
    let nginx = outcome.text("_nginx.conf");
    assert!(nginx.contains("add_header X-A \"a\\\"b\" always;"));
    assert!(
        nginx.contains("location ~ \"^/x/(?<splat>.*)$\" { return 301 \"/a/$splat\"; }"),
        "{nginx}"
    );
    // A location with headers of its own repeats the others.
    assert_eq!(
        nginx.matches("add_header Content-Security-Policy").count(),
        3
    );
    let caddy = outcome.text("_Caddyfile");
    assert!(
        caddy.contains("redir @old0 /a/{re.old0.1} 301\n"),
        "{caddy}"
    );
    assert!(
        caddy.contains("header @assets >Cache-Control \"public, max-age=31536000, immutable\"")
    );
}

#[test]
fn what_cloudflare_would_not_take_is_said() {
    let mut test = site("hosting: {hosts: [cloudflare]}\n");
    for n in 0..80 {
        test = test.article(
            &format!("p{n}.md"),
            &format!("---\ntitle: Picture {n} came\ndate: 2025-12-09\n---\n\n![x](https://host-of-pictures-{n}.example/p.png)\n"),
        );
    }
    let found = test.built().found;
    assert!(found.warnings().contains(&"host-limit"), "{}", found.text);
    assert!(
        found.text.contains("Content-Security-Policy has"),
        "{}",
        found.text
    );
    assert!(
        !site("hosting: {hosts: [cloudflare]}\n")
            .built()
            .found
            .warnings()
            .contains(&"host-limit")
    );
}
