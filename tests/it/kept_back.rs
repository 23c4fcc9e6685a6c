//! What an author has kept from the readers of another generator: no page shows it.

use crate::site_test::{SITE, SiteTest};

/// A site of one article with these lines in its front matter.
fn site(lines: &str) -> SiteTest {
    let text = format!("---\ntitle: The dam opens\ndate: 2024-03-01\n{lines}\n---\n\nText.\n");
    SiteTest::new()
        .article(
            "other.md",
            "---\ntitle: Another\ndate: 2024-03-02\n---\n\nText.\n",
        )
        .article("dam.md", &text)
}

#[test]
fn what_another_generator_keeps_back_is_a_draft_with_a_warning() {
    for lines in [
        "status: draft",
        "status: Private",
        "status: auto-draft",
        "post_status: pending",
        "permalink: false",
        "url: false",
        "password: river",
        "unlisted: true",
        "build: {render: never}",
        "_build:\n  render: false",
        "build: {list: never}",
        "headless: true",
        "publish: false",
        "isDraft: true",
        "is_draft: yes",
        "private: on",
        "hidden: true",
        "visibility: members",
        "state: in review",
        "render: false",
        "eleventyExcludeFromCollections: true",
        "draft: false\nprivate: true",
        "params: {private: true}",
        "status: مسودة",
    ] {
        for mode in ["", "lenient: true\n"] {
            let site = site(lines).site(&format!("{SITE}{mode}"));
            let built = site.built();
            assert!(!built.has("dam/index.html"), "{lines}");
            assert!(
                !built.text("index.html").contains("The dam opens"),
                "{lines}"
            );
            let told = built.found.warnings();
            assert_eq!(
                told.iter().filter(|code| **code == "kept-back").count(),
                1,
                "{lines}"
            );
            assert!(built.found.text.contains("content/dam.md:"), "{lines}");
            let drafts = site.settings(|s| s.drafts = true).built();
            assert!(drafts.has("dam/index.html"), "{lines}");
        }
    }
}

#[test]
fn a_password_is_not_repeated() {
    let found = site("password: river1234").check();
    assert!(found.text.contains("`password` keeps"), "{}", found.text);
}

#[test]
fn what_everyone_may_read_is_published() {
    for lines in [
        "status: publish",
        "status: Published",
        "published: yes",
        "publish: true",
        "private: false",
        "hide: [navigation]",
        "visibility: public",
        "build: {list: always}",
        "password: ",
        "state: California",
        "draft: false",
    ] {
        let built = site(lines).built();
        assert!(built.has("dam/index.html"), "{lines}");
        assert!(!built.found.text.contains("kept-back"), "{lines}");
        let page = built.text("dam/index.html");
        assert!(
            !page.contains("ublish</") && !page.contains("class=\"status"),
            "{lines}"
        );
    }
    let own = format!("{SITE}front_matter: {{ignore: [unlisted]}}\n");
    assert!(
        site("unlisted: true")
            .site(&own)
            .built()
            .has("dam/index.html")
    );
    let own = format!("{SITE}statuses: {{draft: {{label: Draft law, stage: expected}}}}\n");
    assert!(
        site("status: draft")
            .site(&own)
            .built()
            .has("dam/index.html")
    );
}

#[test]
fn a_draft_says_no_more() {
    for lines in ["draft: true\nprivate: true", "draft: true\nstatus: draft"] {
        let found = site(lines).check();
        assert!(!found.text.contains("kept-back"), "{}", found.text);
    }
}

#[test]
fn a_static_page_is_kept_back_too() {
    let built = SiteTest::new()
        .article(
            "other.md",
            "---\ntitle: Another\ndate: 2024-03-02\n---\n\nText.\n",
        )
        .file(
            "content/pages/staff.md",
            "---\ntitle: Staff\nprivate: true\n---\n\nText.\n",
        )
        .built();
    assert!(!built.has("staff/index.html"));
    assert!(built.found.warnings().contains(&"kept-back"));
}

#[test]
fn a_comment_of_another_generator_is_in_no_file() {
    let comments = [
        "{% comment %}\nsecret\n\n    secret\n{% endcomment %}",
        "a {% comment %}secret{% endcomment %} b",
        "a {# secret #} b",
        "{{/* secret */}}",
        "{{< comment >}}\nsecret\n{{< /comment >}}",
        "<div>\n{% comment %}secret{% endcomment %}\n</div>",
        "- a\n- {::comment}secret{:/comment}",
        "{/* secret */}",
        "%%\nsecret\n%%",
        "# {# secret #}Heading",
    ];
    for comment in comments {
        let text = format!(
            "---\ntitle: A\ndate: 2024\n---\n\nShown before.\n\n{comment}\n\nShown after.\n"
        );
        let built = SiteTest::new().article("a.md", &text).built();
        for (route, bytes) in &built.files {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains("secret"), "{comment}: {route}");
        }
        let page = built.text("a/index.html");
        assert!(
            page.contains("Shown before.") && page.contains("Shown after."),
            "{comment}"
        );
        assert!(
            built.found.warnings().contains(&"hidden-comment"),
            "{comment}"
        );
    }
}

#[test]
fn a_draft_takes_no_address_of_a_published_article() {
    let site = SiteTest::new()
        .site(&format!("{SITE}lenient: true\n"))
        .article(
            "a/same.md",
            "---\nid: draft\ntitle: The draft\ndate: 2024-03-01\ndraft: true\n---\n\nText.\n",
        )
        .article(
            "b/same.md",
            "---\nid: public\ntitle: The public one\ndate: 2024-03-02\n---\n\nText.\n",
        );
    let public = site.built();
    let drafts = site.settings(|s| s.drafts = true).built();
    for built in [public, drafts] {
        assert!(
            built
                .text("same/index.html")
                .contains("The public one</h1>")
        );
    }
}
