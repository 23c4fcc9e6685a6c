//! Cards: pictures for previews of links.

use crate::site_test::{SITE, SiteTest};

fn desk() -> SiteTest {
    SiteTest::new()
        .site(&format!("{SITE}features: {{cards: true}}\ntaxonomies: {{tags: {{feeds_from: 1}}}}\n"))
        .article("plain.md", "---\ntitle: A dam opens 🚀 at Ely\ndate: 2025-12\ntags: [water]\nstory: dam\n---\nText.\n")
        .article("next.md", "---\ntitle: The dam closes\ndate: 2026\nstory: dam\n---\nText.\n")
        .article("own.md", "---\ntitle: With a picture\ndate: 2025-11-02\nimage: {src: own.png, alt: A dam}\n---\nText.\n")
        .article("arabic.md", "---\ntitle: هيئة جديدة\nlang: ar\ndate: 2025-11-03\n---\nText.\n")
        .bytes("content/own.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x01")
}

#[cfg(not(feature = "raster"))]
#[test]
fn a_program_that_cannot_draw_says_so() {
    let outcome = desk().build();
    assert!(
        outcome.found.text.contains("warning[missing-codecs]"),
        "{}",
        outcome.found.text
    );
    assert!(
        outcome
            .files
            .keys()
            .all(|route| !route.ends_with("card.png"))
    );
    assert!(!outcome.text("plain/index.html").contains("og:image"));
}

#[cfg(feature = "raster")]
#[test]
fn articles_terms_storylines_and_the_site_have_a_card() {
    let outcome = desk().built();
    let cards = outcome
        .files
        .iter()
        .filter(|(route, _)| route.ends_with("card.png"));
    let cards: Vec<&str> = cards
        .map(|(route, bytes)| {
            assert_eq!(
                dateline::content::picture::size(bytes),
                Some((1200, 630)),
                "{route}"
            );
            route.as_str()
        })
        .collect();
    assert_eq!(
        cards,
        [
            "card.png",
            "next/card.png",
            "plain/card.png",
            "stories/dam/card.png",
            "tags/water/card.png"
        ]
    );
    for (page, card) in [
        ("index.html", "card.png"),
        ("plain/index.html", "plain/card.png"),
        ("stories/dam/index.html", "stories/dam/card.png"),
        ("tags/water/index.html", "tags/water/card.png"),
        ("expected/index.html", "card.png"),
        ("own/index.html", "own/own.png"),
        ("arabic/index.html", "card.png"),
    ] {
        let Some(html) = outcome.files.get(page) else {
            continue;
        };
        let html = String::from_utf8_lossy(html);
        let tag = format!("<meta property=\"og:image\" content=\"https://example.org/{card}\">");
        assert!(html.contains(&tag), "{page}: {html}");
        assert!(html.contains("\"summary_large_image\""), "{page}");
    }
    assert!(
        outcome.found.text.contains("no-card"),
        "{}",
        outcome.found.text
    );
    assert!(
        outcome.found.text.contains("هيئة جديدة"),
        "{}",
        outcome.found.text
    );
}

#[cfg(feature = "raster")]
#[test]
fn a_card_is_drawn_again_only_when_it_says_something_else() {
    let test = desk();
    let drawn = |outcome: &crate::site_test::Outcome| -> Vec<String> {
        let built = outcome.result.as_ref().expect("built");
        let rendered = built.rendered.iter().map(|(route, _)| route.clone());
        rendered
            .filter(|route| route.ends_with("card.png"))
            .collect()
    };
    assert_eq!(drawn(&test.rebuild()).len(), 5);
    let test = test.article(
        "next.md",
        "---\ntitle: The dam closes\ndate: 2026\nstory: dam\n---\nOther text.\n",
    );
    assert!(drawn(&test.rebuild()).is_empty());
    let test = test.article(
        "next.md",
        "---\ntitle: The dam closes\ndate: 2027\nstory: dam\n---\nOther text.\n",
    );
    assert_eq!(
        drawn(&test.rebuild()),
        ["next/card.png", "stories/dam/card.png"]
    );
}
