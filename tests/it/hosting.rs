//! Files for hosts, and the content security policy in them.

use dateline::diagnostic::Diagnostic;

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
    // The files whose names change with their contents, each by its name.
    let forever = "\n  Cache-Control: public, max-age=31536000, immutable\n";
    assert!(!headers.contains("assets/*"), "{headers}");
    for (name, _) in outcome
        .files
        .iter()
        .filter(|(name, _)| name.starts_with("assets/"))
    {
        assert!(headers.contains(&format!("\n/{name}{forever}")), "{name}");
    }
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
fn redirects_of_one_address_come_before_those_of_many() {
    let outcome = site(&format!("hosting: {{hosts: [netlify], {RULES}}}\n")).built();
    assert_eq!(
        outcome.text("_redirects"),
        "/y https://else.example/ 302\n/n%C3%A9.html /a/ 301!\n/old/a/ /a/ 301!\n/x/* /a/:splat 301\n"
    );
    let both = site("hosting: {hosts: [netlify, cloudflare]}\n").built();
    assert!(!both.text("_redirects").contains('!'));
}

#[test]
fn of_two_redirects_from_one_address_the_owners_counts() {
    let outcome = site("hosting: {hosts: [nginx, caddy, cloudflare], redirects: [{from: /n%c3%a9.html, to: /a/#first}, {from: /né.html, to: /b/}]}\n").built();
    for (file, from) in [
        ("_nginx.conf", "/né.html"),
        ("_Caddyfile", "/+n(?i:%C3%A9|é)"),
        ("_redirects", "/n%c3%a9.html"),
    ] {
        let text = outcome.text(file);
        assert_eq!(text.matches(from).count(), 1, "{text}");
        assert!(text.contains("#first") && !text.contains("/b/"), "{text}");
    }
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
    let encoded = site("hosting: {redirects: [{from: /caf%C3%A9/, to: /a/}]}\n").built();
    assert!(encoded.has("café/index.html"));
}

const BELOW: &str = "title: T\nurl: http://example.org/news/\nlint: {root-only-file: off}\n";

#[test]
fn a_site_below_a_path_has_it_in_every_rule() {
    let outcome = SiteTest::new()
        .site(&format!("{BELOW}hosting: {{hosts: [cloudflare, nginx, caddy], redirects: [{{from: /y/, to: /a/}}, {{from: /z/*, to: '/:splat'}}]}}\n"))
        .article("a.md", "---\ntitle: A\ndate: 2025-12-09\naliases: [/old/]\n---\n")
        .built();
    assert!(outcome.text("_headers").starts_with("/news/*\n"));
    assert!(!outcome.text("_headers").contains("Strict-Transport"));
    assert_eq!(
        outcome.text("_redirects"),
        "/news/y/ /news/a/ 301\n/news/old/ /news/a/ 301\n/news/z/* /news/:splat#top 301\n"
    );
    assert!(
        outcome
            .text("_nginx.conf")
            .contains("location = \"/news/old/\" { return 301 \"/news/a/$is_args$args\"; }\n")
    );
    assert!(
        outcome
            .text("_Caddyfile")
            .contains("redir /news/old/ /news/a/{dateline_query} 301\n")
    );
}

#[test]
fn the_files_of_servers_concern_only_the_path_of_the_site() {
    let outcome = SiteTest::new()
        .site(&format!("{BELOW}hosting: {{hosts: [nginx, caddy]}}\n"))
        .article(
            "a.md",
            "---\ntitle: A\ndate: 2025-12-09\naliases: [/old/]\n---\n",
        )
        .built();
    let outside = |text: &str| -> Vec<String> {
        let lines = text
            .lines()
            .filter(|l| !l.starts_with([' ', '\t', '#', '}']));
        lines.map(str::to_owned).collect()
    };
    let nginx = outcome.text("_nginx.conf");
    assert_eq!(
        outside(nginx),
        [
            "location = /news { return 301 /news/$is_args$args; }",
            "location ^~ /news/ {"
        ]
    );
    assert!(
        nginx.contains("#   include …/news/_nginx.conf;\n"),
        "{nginx}"
    );
    let caddy = outcome.text("_Caddyfile");
    assert_eq!(
        outside(caddy),
        [
            "redir /news /news/ 301",
            "handle /news/* {",
            "handle_errors {"
        ]
    );
    assert!(caddy.contains("\t\tpath /news/*\n"), "{caddy}");
    assert!(caddy.contains("#   import …/news/_Caddyfile\n"), "{caddy}");
}

#[test]
fn what_has_an_effect_only_at_the_root_of_the_domain_is_said() {
    let said = |hosts: &str, url: &str| {
        let yaml = format!("title: T\nurl: {url}\nhosting: {{hosts: [{hosts}]}}\n");
        let test = SiteTest::new().site(&yaml);
        test.article("a.md", "---\ntitle: A\ndate: 2025-12-09\n---\n")
            .built()
            .found
    };
    let found = said("netlify, cloudflare", "https://example.org/a/news/");
    let said_of = |d: &&Diagnostic| d.code == "root-only-file";
    assert_eq!(found.list.iter().filter(said_of).count(), 2);
    assert!(found.warnings().contains(&"root-only-file"));
    for words in [
        "Netlify and Cloudflare Pages read `_headers` and `_redirects` only at the root",
        "publish a folder that has the site in `a/news/`",
        "robots.txt is read only at https://example.org/robots.txt",
        "`Sitemap: https://example.org/a/news/sitemap.xml`",
    ] {
        assert!(found.text.contains(words), "{words}: {}", found.text);
    }
    let servers = said("nginx, caddy", "https://example.org/news/");
    assert!(servers.text.contains("robots.txt") && !servers.text.contains("_headers"));
    for hosts in ["netlify", "cloudflare, nginx, caddy, github-pages", ""] {
        let found = said(hosts, "https://example.org/");
        assert!(!found.text.contains("root-only-file"), "{}", found.text);
    }
}

#[test]
fn servers_are_told_in_their_own_words() {
    let outcome = site(&format!(
        "hosting: {{hosts: [nginx, caddy], {RULES}, headers: {{X-A: 'a\"b'}}}}\n"
    ))
    .built();
    let nginx = outcome.text("_nginx.conf");
    assert!(nginx.contains("add_header X-A \"a\\\"b\" always;"));
    // A location with headers of its own repeats the others.
    assert_eq!(
        nginx.matches("add_header Content-Security-Policy").count(),
        3
    );
    assert!(
        nginx.contains("location = \"/né.html\" { return 301 \"/a/$is_args$args\"; }"),
        "{nginx}"
    );
    let caddy = outcome.text("_Caddyfile");
    assert!(
        caddy.contains("redir /né.html /a/{dateline_query} 301\n"),
        "{caddy}"
    );
    assert!(caddy.contains("header @assets Cache-Control \"public, max-age=31536000, immutable\""));
}

#[test]
fn servers_repeat_what_was_sent_and_never_what_they_have_decoded() {
    let outcome = site("hosting: {hosts: [nginx, caddy], redirects: [{from: /x/*, to: '/:splat'}, {from: '/:a/b/:c.html', to: '/n/:c/:a?q=1#f'}]}\n").built();
    let nginx = outcome.text("_nginx.conf");
    for line in [
        r#"location ~ "^/x/" {"#,
        r#"if ($request_uri ~ "^/+x[/\\\\]+(?<dateline2_1>[^/\\\\?#][^?#]*)?(?:[?#]|$)") { return 301 "/${dateline2_1}$is_args$args"; }"#,
        r#"location ~ "^/[^/]+/b/[^/]+\\.html\\z" {"#,
        r#"{ return 301 "/n/${dateline3_2}/${dateline3_1}?q=1#f"; }"#,
    ] {
        assert!(nginx.contains(line), "{line}\n{nginx}");
    }
    let caddy = outcome.text("_Caddyfile");
    for line in [
        r"@redirect2 vars_regexp redirect2 {http.request.uri} ^/+x[/\\]+([^/\\?#][^?#]*)?(?:[?#]|$)",
        "redir @redirect2 /{re.redirect2.1}{dateline_query} 301\n",
        "redir @redirect3 /n/{re.redirect3.2}/{re.redirect3.1}?q=1#f 301\n",
    ] {
        assert!(caddy.contains(line), "{line}\n{caddy}");
    }
}

#[test]
fn a_target_that_starts_with_what_was_matched_leads_nowhere_else() {
    let rule = "redirects: [{from: /blog/*, to: '/:splat'}]";
    let on = |hosts: &str| {
        let outcome = SiteTest::new()
            .site(&format!("{SITE}hosting: {{hosts: [{hosts}], {rule}}}\n"))
            .article("a.md", "---\ntitle: A\ndate: 2025-12-09\n---\n")
            .built();
        outcome.text("_redirects").to_owned()
    };
    assert_eq!(on("netlify"), "/blog/* https://example.org/:splat 301\n");
    assert_eq!(
        on("cloudflare"),
        "/blog/ / 301\n/blog//* / 301\n/blog/* /:splat#top 301\n"
    );
    assert_eq!(
        on("cloudflare, netlify"),
        "/blog/ / 301\n/blog//* / 301\n/blog/* https://example.org/:splat#top 301\n"
    );
}

#[test]
fn a_redirect_that_a_host_can_not_have_is_left_out_with_its_line() {
    for (hosts, from, to, words) in [
        (
            "cloudflare",
            "/blog/:year/:slug/",
            "/:year/:slug/",
            "a crafted link could make it lead to another site",
        ),
        (
            "cloudflare",
            "/blog/:year/*",
            "/a/:year/:splat",
            "a crafted link could make it lead to another site",
        ),
        (
            "cloudflare",
            "/blog/:s/*",
            "/a/:splat",
            "a crafted link could make it lead to another site",
        ),
        (
            "cloudflare",
            "/blog*",
            "https://example.org/:splat",
            "a crafted link could make it lead to another site",
        ),
        (
            "cloudflare",
            "/wiki/Talk:Main",
            "/a/",
            "takes a colon and a letter for a placeholder",
        ),
        (
            "netlify",
            "/blog/:slug.html",
            "/:slug/",
            "a placeholder must be all that is between two slashes",
        ),
    ] {
        let test = site(&format!(
            "hosting: {{hosts: [{hosts}], redirects: [{{from: '{from}', to: '{to}'}}]}}\n"
        ));
        let outcome = test.built();
        let found = &outcome.found;
        assert!(found.text.contains(words), "{from}: {}", found.text);
        assert!(found.short.contains("site.yaml:4:"), "{}", found.short);
        assert!(!outcome.text("_redirects").contains(from), "{from}");
    }
    for (hosts, from, to) in [
        ("cloudflare", "/blog/:year/:slug/", "/:slug/"),
        (
            "cloudflare",
            "/blog/:year/:slug/",
            "https://else.example/:year/:slug/",
        ),
        ("cloudflare", "/blog/:slug.html", "/:slug/"),
        ("netlify", "/blog/:year/*", "/:year/:splat"),
        ("netlify", "/wiki/Talk:Main", "/a/"),
    ] {
        let outcome = site(&format!(
            "hosting: {{hosts: [{hosts}], redirects: [{{from: '{from}', to: '{to}'}}]}}\n"
        ))
        .built();
        assert!(
            !outcome.found.text.contains("host-limit"),
            "{}",
            outcome.found.text
        );
        assert!(outcome.text("_redirects").contains(from), "{from}");
    }
}

#[test]
fn a_redirect_that_leaves_the_host_to_whoever_made_the_link_is_an_error() {
    for (from, to) in [
        ("/old/*", "https://:splat"),
        ("/old/*", "https://example.org:splat/"),
        ("/old/:who", "https://:who.example.org/"),
        ("/old/:who", "https://:who@example.org/"),
        ("/old/*", "//:splat"),
        ("/old/*", "/\\:splat"),
        ("/old*", "/:splat"),
        ("/old/:who", "/:splat"),
        ("/old/*/x/*", "/a/:splat"),
        ("//old/*", "/a/"),
        ("/old/../*", "/a/"),
    ] {
        let yaml =
            format!("hosting: {{hosts: [nginx], redirects: [{{from: '{from}', to: '{to}'}}]}}\n");
        let found = site(&yaml).check();
        assert_eq!(
            found.errors(),
            ["bad-redirect"],
            "{from} {to}: {}",
            found.text
        );
        assert!(found.short.contains("site.yaml:4:"), "{}", found.short);
    }
    let outcome = site("hosting: {hosts: [nginx], headers: {X-A: \"a\\rX-B: c\"}}\n").built();
    assert!(!outcome.text("_nginx.conf").contains('\r'));
}

#[test]
fn redirects_are_counted_as_cloudflare_counts_them() {
    let count = |plain: usize, patterns: usize, to: &str| {
        let plain = (0..plain).map(|n| format!("  - {{from: /plain-{n}/, to: /a/}}\n"));
        let patterns = (0..patterns).map(|n| format!("  - {{from: /many-{n}/*, to: '{to}'}}\n"));
        // In an order that Cloudflare would count as 100 and more patterns.
        let rules: String = patterns.chain(plain).collect();
        let yaml = format!("{SITE}hosting:\n hosts: [cloudflare]\n redirects:\n{rules}");
        let test = SiteTest::new().site(&yaml);
        test.article("a.md", "---\ntitle: A\ndate: 2025-12-09\n---\n")
            .built()
    };
    let most = count(2000, 100, "/a/:splat");
    assert!(
        !most.found.text.contains("host-limit"),
        "{}",
        most.found.text
    );
    let lines: Vec<&str> = most.text("_redirects").lines().collect();
    assert!(lines[..2000].iter().all(|l| l.starts_with("/plain-")));
    let text = count(2001, 101, "/a/:splat").found.text;
    assert!(
        text.contains(
            "2001 lines without a * or :name; Cloudflare Pages ignores all after the first 2000"
        ),
        "{text}"
    );
    assert!(
        text.contains(
            "101 lines with a * or :name; Cloudflare Pages ignores all after the first 100"
        ),
        "{text}"
    );
    let text = count(0, 51, "/:splat").found.text;
    assert!(text.contains("102 lines with a * or :name"), "{text}");
    let text = count(0, 1, "http://else.example/").found.text;
    assert!(
        text.contains("leads to http://, which Cloudflare Pages ignores"),
        "{text}"
    );
}

#[test]
fn what_a_host_would_not_take_is_said() {
    for (host, longest, words) in [
        ("cloudflare", 2000, "Cloudflare Pages allows 2000"),
        ("nginx", 4000, "nginx can't read more than 4000"),
    ] {
        let with = |length: usize| {
            let value = "x".repeat(length - "X-A: ".len());
            site(&format!(
                "hosting: {{hosts: [{host}], headers: {{X-A: {value}}}}}\n"
            ))
            .built()
            .found
        };
        let found = with(longest + 1);
        assert!(found.warnings().contains(&"host-limit"), "{}", found.text);
        assert!(found.text.contains(words), "{}", found.text);
        let found = with(longest);
        assert!(!found.warnings().contains(&"host-limit"), "{}", found.text);
    }
}

#[test]
fn pictures_from_very_many_hosts_may_come_from_any() {
    let of = |hosts: usize, scheme: &str| {
        let pictures: String = (0..hosts)
            .map(|n| format!("![x]({scheme}://pictures-{n}.example/p.png)\n"))
            .collect();
        let article = format!("---\ntitle: Pictures came\ndate: 2025-12-09\n---\n\n{pictures}");
        let outcome = site("hosting: {hosts: [nginx, cloudflare]}\n")
            .article("p.md", &article)
            .built();
        let warned = outcome.found.warnings().contains(&"host-limit");
        (policy(&outcome).to_owned(), warned)
    };
    let (few, _) = of(20, "https");
    assert!(few.contains(" https://pictures-19.example"), "{few}");
    for (scheme, list) in [("https", "https:"), ("http", "http:")] {
        let (many, warned) = of(300, scheme);
        assert!(
            many.contains(&format!("img-src 'self' data: {list};")),
            "{many}"
        );
        assert!(
            many.starts_with("default-src 'none'; script-src 'self';"),
            "{many}"
        );
        assert!(!warned);
    }
}

#[test]
fn the_same_host_in_another_spelling_is_guarded_too() {
    for to in [
        "https://example.org:443/:splat",
        "https://x@example.org/:splat",
        "https://EXAMPLE.org./:splat",
        "https://ex%61mple.org/:splat",
        "https://example。org/:splat",
        "https://www.example.org/:splat",
        "https://desk.pages.dev/:splat",
    ] {
        let rule = format!("redirects: [{{from: /up/*, to: '{to}'}}]");
        let outcome = site(&format!("hosting: {{hosts: [cloudflare], {rule}}}\n")).built();
        let file = outcome.text("_redirects");
        assert!(
            file.contains("/up//* / 301\n") && file.contains("#top 301\n"),
            "{file}"
        );
    }
    let rule = "redirects: [{from: /up/*, to: 'https://example.com/:splat'}]";
    let outcome = site(&format!("hosting: {{hosts: [cloudflare], {rule}}}\n")).built();
    let file = outcome.text("_redirects");
    assert!(
        file.ends_with("\n/up/* https://example.com/:splat 301\n") && !file.contains("/up//*"),
        "{file}"
    );
}
