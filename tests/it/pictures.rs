//! Pictures of articles: beside the file, under `static/`, missing, without words.

use crate::html;
use crate::site_test::{Found, SiteTest};

/// The beginning of a picture of 640 by 480 points.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0";

fn site(image: &str) -> SiteTest {
    SiteTest::new()
        .site("title: T\nurl: https://example.org/news/\n")
        .bytes("content/2025/fruit.png", PNG)
        .bytes("static/img/fixed.png", PNG)
        .article(
            "2025/a.md",
            &format!("---\ntitle: A\ndate: 2025-01-01\nimage: {image}\n---\n\nText.\n"),
        )
}

fn check(image: &str) -> Found {
    site(image).check()
}

#[test]
fn a_picture_is_shown_with_its_words_and_its_size() {
    let site = site("{src: fruit.png, alt: A \"fruit\", credit: Ann, caption: It is ripe}").built();
    let page = site.text("a/index.html");
    let figure = html::inside(page, "figure");
    let tags = html::tags(figure);
    let image = tags.iter().find(|t| t.name == "img").expect("a picture");
    for (name, value) in [
        ("src", "/news/a/fruit.png"),
        ("alt", "A “fruit”"),
        ("width", "640"),
        ("height", "480"),
    ] {
        assert_eq!(image.attribute(name), Some(value), "{figure}");
    }
    assert_eq!(html::text(figure), "It is ripe Ann\n");
    assert!(site.has("a/fruit.png"));
    assert!(
        page.contains("content=\"https://example.org/news/a/fruit.png\""),
        "{page}"
    );
}

#[test]
fn a_picture_may_stand_under_static_or_be_given_by_its_name_alone() {
    for image in [
        "{src: /img/fixed.png, alt: Fixed}",
        "{src: img/fixed.png, alt: Fixed}",
    ] {
        let site = site(image).built();
        let page = html::references(site.text("a/index.html"));
        assert!(page.contains("/news/img/fixed.png"), "{image}: {page:?}");
    }
    let site = site("fruit.png").built();
    assert!(html::references(site.text("a/index.html")).contains("/news/a/fruit.png"));
    assert!(site.found.warnings().contains(&"missing-alt"));
}

#[test]
fn a_picture_that_is_missing_is_an_error() {
    let found = check("{src: fuit.png, alt: A fruit}");
    assert_eq!(found.errors(), ["missing-picture"], "{}", found.text);
    assert!(
        found.text.contains("did you mean `fruit.png`?"),
        "{}",
        found.text
    );
    for image in [
        "{src: ../../etc/passwd, alt: x}",
        "{src: 'javascript:alert(1)', alt: x}",
    ] {
        assert_eq!(check(image).errors(), ["missing-picture"], "{image}");
    }
    assert_eq!(check("{alt: A fruit}").errors(), ["missing-key"]);
}

#[test]
fn a_picture_without_words_is_a_warning() {
    for image in ["{src: fruit.png}", "{src: fruit.png, alt: ''}"] {
        let found = check(image);
        assert!(found.warnings().contains(&"missing-alt"), "{}", found.text);
        assert!(found.errors().is_empty(), "{}", found.text);
    }
    let found = check("{src: fruit.png, alt: A fruit, capton: x}");
    assert!(
        found.text.contains("did you mean `caption`?"),
        "{}",
        found.text
    );
}

/// A site with pictures whose names are nearly those that an article names.
fn nearly(keys: &str, body: &str) -> SiteTest {
    SiteTest::new()
        .bytes("content/2025/bridge.jpg", PNG)
        .bytes("content/2025/old pictures/gate.png", PNG)
        .bytes("static/img/fixed.png", PNG)
        .article(
            "2025/a.md",
            &format!("---\ntitle: A\ndate: 2025-01-01\n{keys}---\n\n{body}\n"),
        )
}

#[test]
fn a_suggested_picture_is_there_when_it_is_pasted() {
    for (written, meant) in [
        ("bridge.JPG", "bridge.jpg"),
        ("brigde.jpg", "bridge.jpg"),
        ("/2025/x/../bridge.jpgg", ""),
        ("old%20pictures/gate.PNG", "old%20pictures/gate.png"),
        ("old%20pictures\\gate.png", "old%20pictures/gate.png"),
        ("../2025/bridge.jpeg", "bridge.jpg"),
    ] {
        let picture = |src: &str| nearly("", &format!("![The bridge]({src})")).check();
        let found = picture(written);
        let fault = found.list.iter().find(|d| d.code == "missing-picture");
        let fault = fault.unwrap_or_else(|| panic!("{written}: {}", found.text));
        let Some(cure) = fault.label.split('`').nth(1) else {
            assert_eq!(meant, "", "{}", found.text);
            continue;
        };
        assert_eq!(cure, meant, "{}", found.text);
        assert!(picture(cure).errors().is_empty(), "{cure}");
    }
    for (written, meant) in [
        ("bridge.JPG", "bridge.jpg"),
        ("img/fixd.png", "/img/fixed.png"),
        ("gate.PNG", "old pictures/gate.png"),
    ] {
        let image = |src: &str| nearly(&format!("image: {{src: \"{src}\", alt: A}}\n"), "").check();
        let found = image(written);
        let label = &found
            .list
            .iter()
            .find(|d| d.code == "missing-picture")
            .expect("a fault")
            .label;
        assert_eq!(label.split('`').nth(1), Some(meant), "{}", found.text);
        assert!(image(meant).errors().is_empty(), "{meant}");
    }
}

#[test]
fn a_path_of_windows_is_answered_with_slashes() {
    let hint = |keys: &str, body: &str| {
        let found = nearly(keys, body).check();
        let fault = found.list.iter().find(|d| d.code == "missing-picture");
        fault.and_then(|d| d.hint.clone()).expect("a hint")
    };
    assert_eq!(
        hint("", "![A](pictures\\a.png)"),
        "write slashes in an address: `pictures/a.png`"
    );
    assert_eq!(
        hint("image: 'pictures\\a.png'\n", ""),
        "write slashes in a path: `pictures/a.png`"
    );
    assert_eq!(
        hint("", "![A](<C:\\pictures\\a.png>)"),
        "put the file next to the article, and write only its name: `a.png`"
    );
}

#[test]
fn a_file_that_only_has_the_name_of_a_picture_is_told() {
    for (name, bytes, what, cure) in [
        (
            "a.jpg",
            &b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..],
            "HEIC",
            "export it again",
        ),
        (
            "a.heic",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            "HEIC",
            "export it again",
        ),
        (
            "a.png",
            b"<!DOCTYPE html><title>Not found</title>",
            "a web page",
            "download the picture again",
        ),
        ("a.gif", b"", "an empty file", "save or download"),
        (
            "b.png",
            b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
            "Git LFS",
            "`git lfs pull`",
        ),
        (
            "c.png",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "an SVG drawing",
            "`.svg`",
        ),
        ("d.jpg", b"%PDF-1.7\n", "a PDF", "`.pdf`"),
    ] {
        let found = SiteTest::new()
            .bytes(&format!("content/{name}"), bytes)
            .article(
                "a.md",
                &format!("---\ntitle: A\ndate: 2025-01-01\n---\n\n![A]({name})\n"),
            )
            .check();
        let warning = found.list.iter().find(|d| d.code == "not-a-picture");
        let warning = warning.unwrap_or_else(|| panic!("{name}: {}", found.text));
        assert!(warning.message.contains(what), "{}", warning.message);
        let hint = warning.hint.as_deref().unwrap_or_default();
        assert!(hint.contains(cure), "{name}: {hint}");
    }
    assert!(
        !nearly("", "![A](bridge.jpg)")
            .check()
            .text
            .contains("not-a-picture")
    );
}
