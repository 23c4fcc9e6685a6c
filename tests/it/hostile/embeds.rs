//! Films and posts of other hosts: loaded when the reader asks for them, and from the hosts that the
//! owner names.

use crate::site_test::{Outcome, SiteTest};

const SITE: &str = "title: T\nurl: https://example.org/news/\nembeds: [youtube.com, vimeo.com, social.example]\n\
    hosting: {hosts: [netlify]}\nlint: {root-only-file: off}\n";

fn site(body: &str) -> Outcome {
    let text = format!("---\ntitle: T\ndate: 2025-01-01\npublished: 2025-01-02\n---\n\n{body}\n");
    SiteTest::new().site(SITE).article("a.md", &text).built()
}

fn body(site: &Outcome) -> &str {
    let page = site.text("a/index.html");
    let from = page.find("story-body").expect("a body");
    &page[from..page.find("story-after").expect("its end")]
}

#[test]
fn a_film_is_a_link_that_a_script_of_the_theme_loads() {
    let site = site("![The film](https://www.youtube.com/watch?v=abc&t=5)");
    let body = body(&site);
    assert!(
        body.contains(
            "<a href=\"https://www.youtube.com/watch?v=abc&amp;t=5\" rel=\"external\" \
             data-frame=\"https://www.youtube-nocookie.com/embed/abc?start=5\">The film</a> \
             <small>from youtube.com</small>"
        ),
        "{body}"
    );
    assert!(
        !body.contains("<iframe") && !body.contains("<img"),
        "{body}"
    );
    let script = site
        .files
        .keys()
        .find(|route| route.starts_with("assets/frames."));
    let address = format!("src=\"/news/{}\"", script.expect("the script"));
    assert!(body.contains(&address), "{body}");
    let headers = site.text("_headers");
    assert!(
        headers.contains("frame-src https://www.youtube-nocookie.com;"),
        "{headers}"
    );
    assert!(!headers.contains("img-src 'self' data: https"), "{headers}");
}

#[test]
fn a_feed_has_a_plain_link() {
    let site = site("![The film](https://vimeo.com/1)");
    let feed = site.text("feed.xml");
    let link = "&lt;a href=\"https://vimeo.com/1\" rel=\"external\"&gt;The film&lt;/a&gt;";
    assert!(feed.contains(link), "{feed}");
    assert!(
        !feed.contains("data-frame") && !feed.contains("script"),
        "{feed}"
    );
}

#[test]
fn each_host_that_is_in_use_is_in_the_policy_and_no_other() {
    let site = site(
        "![A](https://vimeo.com/1)\n\n![B](https://social.example/@a/2)\n\n![C](https://other.example/p.png)",
    );
    let headers = site.text("_headers");
    assert!(
        headers.contains("frame-src https://player.vimeo.com https://social.example;"),
        "{headers}"
    );
    assert!(
        headers.contains("img-src 'self' data: https://other.example;"),
        "{headers}"
    );
}

#[test]
fn what_could_leave_its_attribute_stays_in_it() {
    for address in [
        "<https://youtube.com/watch?v=\"onclick=ran()>",
        "<https://youtube.com/'\"><script>>",
        "https://youtube.com/watch?v=a&#34;&#62;&#60;script&#62;",
        "<https://social.example/\\\"><img src=x onerror=ran()>>",
        "<https://vimeo.com/1#javascript:ran()>",
    ] {
        // Lenient, since some of it is a picture that is not there.
        let text = format!(
            "---\ntitle: T\ndate: 2025-01-01\n---\n\n![\"><script>x</script>]({address})\n"
        );
        let site = SiteTest::new()
            .site(&format!("{SITE}lenient: true\n"))
            .article("a.md", &text)
            .built();
        let body = body(&site);
        for part in ["<script>", "onerror=\"", "onclick=\"", "<img src=x"] {
            assert!(!body.contains(part), "{address}: {body}");
        }
    }
}

#[test]
fn a_page_without_films_loads_no_script() {
    let site = site("![C](https://other.example/p.png) [D](https://youtu.be/a)");
    assert!(!body(&site).contains("<script"), "{}", body(&site));
}

#[test]
fn a_film_of_a_host_that_is_not_named_is_worth_a_word() {
    for address in [
        "https://www.tiktok.com/@a/video/1",
        "//x.com/a/status/1",
        "https://dai.ly/x1",
        "https://archive.org/details/a",
        "https://open.spotify.com/episode/a",
    ] {
        let site = site(&format!("![The film]({address})"));
        assert_eq!(
            site.found.warnings(),
            ["not-a-picture"],
            "{}",
            site.found.text
        );
        assert!(site.found.text.contains("embeds: ["), "{}", site.found.text);
    }
    let picture = site("![The film](https://archive.org/download/a/b.png)");
    assert!(
        picture.found.warnings().is_empty(),
        "{}",
        picture.found.text
    );
}

#[test]
fn a_name_that_is_no_host_is_an_error() {
    for name in [
        "you tube.com",
        "youtube",
        "javascript:x",
        "youtube.com/watch",
        "*.example.org",
        "'a;b.org'",
    ] {
        let yaml = format!("title: T\nurl: https://example.org/\nembeds: [\"{name}\"]\n");
        let found = SiteTest::new().site(&yaml).check();
        assert_eq!(found.errors(), ["bad-url"], "{name}: {}", found.text);
    }
    let whole = "title: T\nurl: https://example.org/\nembeds: [https://www.YouTube.com/]\n";
    assert!(SiteTest::new().site(whole).check().errors().is_empty());
}
