//! Pictures beside articles: upright, without their place, in several widths.

#[cfg(feature = "pictures")]
use crate::site_test::Outcome;
use crate::site_test::{SITE, SiteTest};

const ARTICLE: &str = "---\ntitle: A storm over the fjord\ndate: 2025-12-09\nimage: {src: storm.jpg, alt: Clouds}\n---\n\
    ![A map](<map 1.png>)\n\n![Again](storm.jpg \"Title\")\n\n[The file](storm.jpg)\n";

/// A segment of a JPEG.
fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let len = u16::try_from(content.len() + 2)
        .expect("short")
        .to_be_bytes();
    [&[0xff, marker], &len[..], content].concat()
}

/// Puts what a camera notes into a JPEG: it lies on its side, and was taken at a place.
fn noted(jpeg: &[u8]) -> Vec<u8> {
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS 59.91N";
    [
        &jpeg[..2],
        &segment(0xe1, exif),
        &segment(0xfe, b"by Ann"),
        &jpeg[2..],
    ]
    .concat()
}

/// The head of a JPEG of a size, with nothing in it.
fn head(width: u16, height: u16) -> Vec<u8> {
    let size = [&[8][..], &height.to_be_bytes(), &width.to_be_bytes(), &[3]].concat();
    [
        &[0xff, 0xd8][..],
        &segment(0xc0, &size),
        b"\xff\xda\0\x02x\xff\xd9",
    ]
    .concat()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    [
        &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..],
        &width.to_be_bytes(),
        &height.to_be_bytes(),
    ]
    .concat()
}

fn desk(features: &str) -> SiteTest {
    SiteTest::new()
        .site(&format!("{SITE}{features}"))
        .article("storm.md", ARTICLE)
        .bytes("content/storm.jpg", &noted(&head(640, 480)))
        .bytes("content/map 1.png", &png(300, 200))
}

#[test]
fn a_picture_that_lies_on_its_side_has_the_size_that_readers_see() {
    let outcome = desk("").built();
    let page = outcome.text("storm/index.html");
    assert!(
        page.contains("src=\"/storm/storm.jpg\" alt=\"Clouds\" width=\"480\" height=\"640\""),
        "{page}"
    );
    assert!(
        page.contains("src=\"/storm/map%201.png\" alt=\"A map\" width=\"300\" height=\"200\""),
        "{page}"
    );
    assert!(!page.contains("srcset"), "{page}");
    assert_eq!(
        outcome.files["storm/storm.jpg"],
        noted(&head(640, 480)),
        "as it was"
    );
}

#[test]
fn a_place_is_published_by_no_site_that_wants_responsive_pictures() {
    let outcome = desk("features: {pictures: true}\n").build();
    let jpeg = String::from_utf8_lossy(&outcome.files["storm/storm.jpg"]).into_owned();
    assert!(!jpeg.contains("GPS") && !jpeg.contains("Ann"), "{jpeg}");
}

#[cfg(not(feature = "pictures"))]
#[test]
fn a_program_without_codecs_says_so() {
    let found = desk("features: {pictures: true}\n").check();
    assert!(
        found.text.contains("warning[missing-codecs]"),
        "{}",
        found.text
    );
    assert!(found.text.contains("--features shipped"), "{}", found.text);
}

#[cfg(feature = "pictures")]
mod with_codecs {
    use image::codecs::jpeg::JpegEncoder;
    use image::{ImageFormat, Rgb, RgbImage};

    use super::*;

    fn photograph(width: u32, height: u32) -> Vec<u8> {
        let image = RgbImage::from_fn(width, height, |x, y| {
            Rgb([
                u8::try_from(x % 256).unwrap(),
                u8::try_from(y % 256).unwrap(),
                90,
            ])
        });
        let mut out = Vec::new();
        image
            .write_with_encoder(JpegEncoder::new_with_quality(&mut out, 90))
            .unwrap();
        out
    }

    fn drawing(width: u32, height: u32) -> Vec<u8> {
        let mut out = std::io::Cursor::new(Vec::new());
        RgbImage::new(width, height)
            .write_to(&mut out, ImageFormat::Png)
            .unwrap();
        out.into_inner()
    }

    fn real() -> SiteTest {
        desk("features: {pictures: true}\n")
            .bytes("content/storm.jpg", &noted(&photograph(1700, 1650)))
            .bytes("content/map 1.png", &drawing(700, 300))
    }

    #[test]
    fn pages_offer_each_width_in_both_formats() {
        let outcome = real().built();
        let page = outcome.text("storm/index.html");
        let webp = "<picture><source type=\"image/webp\" srcset=\"/storm/storm.jpg.480w.webp 480w, /storm/storm.jpg.960w.webp 960w, /storm/storm.jpg.1600w.webp 1600w\" sizes=\"(min-width: 48rem) 40rem, 100vw\">";
        assert_eq!(page.matches(webp).count(), 2, "{page}");
        let own = "<img src=\"/storm/storm.jpg.1600w.jpg\" alt=\"Clouds\" width=\"1600\" height=\"1648\" srcset=\"/storm/storm.jpg.480w.jpg 480w, /storm/storm.jpg.960w.jpg 960w, /storm/storm.jpg.1600w.jpg 1600w\" sizes=\"(min-width: 48rem) 40rem, 100vw\"></picture>";
        assert!(page.contains(own), "{page}");
        let drawing =
            "srcset=\"/storm/map%201.png.480w.webp 480w, /storm/map%201.png.700w.webp 700w\"";
        assert!(page.contains(drawing), "{page}");
        assert!(page.contains("<img src=\"/storm/map%201.png\" alt=\"A map\" width=\"700\" height=\"300\" loading=\"lazy\""), "{page}");
        assert!(
            page.contains("<a href=\"/storm/storm.jpg\">The file</a>"),
            "{page}"
        );
        let feed = outcome.text("feed.xml");
        assert!(
            feed.contains("https://example.org/storm/storm.jpg.1600w.jpg")
                && !feed.contains("srcset"),
            "{feed}"
        );
    }

    #[test]
    fn every_file_that_a_page_offers_is_there_upright() {
        let outcome = real().built();
        for (route, size) in [
            ("storm/storm.jpg.480w.jpg", (480, 495)),
            ("storm/storm.jpg.1600w.jpg", (1600, 1648)),
            ("storm/storm.jpg.480w.webp", (480, 495)),
            ("storm/storm.jpg.1600w.webp", (1600, 1648)),
            ("storm/map 1.png.480w.webp", (480, 206)),
            ("storm/map 1.png.700w.webp", (700, 300)),
        ] {
            let picture = image::load_from_memory(&outcome.files[route]).expect(route);
            assert_eq!((picture.width(), picture.height()), size, "{route}");
        }
    }

    #[test]
    fn what_cannot_be_made_smaller_is_told_and_shown_as_it_is() {
        let outcome = real().bytes("content/storm.jpg", &head(800, 600)).built();
        assert!(
            outcome.found.text.contains("broken-picture"),
            "{}",
            outcome.found.text
        );
        let page = outcome.text("storm/index.html");
        assert!(
            page.contains(
                "<img src=\"/storm/storm.jpg\" alt=\"Clouds\" width=\"800\" height=\"600\">"
            ),
            "{page}"
        );
        let large = real()
            .bytes("content/storm.jpg", &head(10_000, 9_000))
            .build();
        assert!(
            large.found.text.contains("10000 x 9000 pixels"),
            "{}",
            large.found.text
        );
    }

    #[test]
    fn a_picture_is_made_once_and_again_when_it_changes() {
        let made = |outcome: &Outcome| -> usize {
            let built = outcome.result.as_ref().expect("built");
            let rendered = built.rendered.iter();
            rendered
                .filter(|(route, _)| route.contains(".jpg."))
                .count()
        };
        let test = real();
        assert_eq!(made(&test.rebuild()), 6);
        let other = "---\ntitle: Other things happened\ndate: 2025\n---\nText.\n";
        let test = test.article("other.md", other);
        assert_eq!(made(&test.rebuild()), 0);
        let test = test.bytes("content/storm.jpg", &photograph(1000, 500));
        let changed = test.rebuild();
        assert_eq!(made(&changed), 5);
        assert!(!changed.has("storm/storm.jpg.1600w.webp"));
    }
}
