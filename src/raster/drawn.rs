//! The rasteriser. The only file that names its libraries.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// Regular and bold, for each range of letters.
static FONTS: [[&[u8]; 2]; 4] = [
    [
        include_bytes!("../../fonts/noto-serif-latin-400.ttf"),
        include_bytes!("../../fonts/noto-serif-latin-700.ttf"),
    ],
    [
        include_bytes!("../../fonts/noto-serif-latin-ext-400.ttf"),
        include_bytes!("../../fonts/noto-serif-latin-ext-700.ttf"),
    ],
    [
        include_bytes!("../../fonts/noto-serif-greek-400.ttf"),
        include_bytes!("../../fonts/noto-serif-greek-700.ttf"),
    ],
    [
        include_bytes!("../../fonts/noto-serif-cyrillic-400.ttf"),
        include_bytes!("../../fonts/noto-serif-cyrillic-700.ttf"),
    ],
];

static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for font in FONTS.iter().flatten() {
        database.load_font_source(Source::Binary(Arc::new(*font)));
    }
    Arc::new(database)
});

/// Whether the fonts have every letter of a text.
pub fn can_draw(text: &str) -> bool {
    text.chars().all(|c| advance(c, false).is_some())
}

/// How wide a line of text is, in pixels, at a size of the font.
pub fn width(text: &str, size: f32, bold: bool) -> f32 {
    let advances = text.chars().map(|c| advance(c, bold).unwrap_or_default());
    advances.sum::<f32>() * size
}

/// How far a character moves what follows, as a part of the size of the font. `None` if no font has it.
fn advance(c: char, bold: bool) -> Option<f32> {
    FONTS.iter().find_map(|weights| {
        let font = FontRef::new(weights[usize::from(bold)]).ok()?;
        let glyph = font.charmap().map(c)?;
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        metrics.advance_width(glyph)
    })
}

/// Draws SVG in its own size. `None` if it is none.
pub fn png(svg: &str) -> Option<Vec<u8>> {
    let options = Options {
        fontdb: Arc::clone(&DATABASE),
        font_family: super::FAMILY.to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).ok()?;
    let size = tree.size().to_int_size();
    let mut pixmap = Pixmap::new(size.width(), size.height())?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    pixmap.encode_png().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_three_scripts_are_drawn_and_others_are_not() {
        for text in [
            "A dam opens, “late”: 12 % – naïve Łódź",
            "Η Ελλάδα",
            "Москва сообщила",
            "Đà",
        ] {
            assert!(can_draw(text), "{text}");
        }
        for text in ["هيئة", "שלום", "हिन्दी", "東京", "한국", "ไทย"]
        {
            assert!(!can_draw(text), "{text}");
        }
        assert!(width("mm", 10.0, true) > width("ii", 10.0, true));
        assert!(width("a", 20.0, false) > 1.9 * width("a", 10.0, false));
    }

    #[test]
    fn text_leaves_ink_on_the_picture() {
        let drawn = |text: &str| {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"60\"><text x=\"9\" y=\"40\" font-size=\"32\">{text}</text></svg>"
            );
            png(&svg).expect("a picture")
        };
        let empty = drawn("");
        assert!(empty.starts_with(b"\x89PNG"));
        let greek = drawn("Ελλάδα");
        assert!(
            greek.len() > empty.len() + 500,
            "{} {}",
            greek.len(),
            empty.len()
        );
        assert_eq!(greek, drawn("Ελλάδα"));
        assert_eq!(png("<p>"), None);
    }
}
