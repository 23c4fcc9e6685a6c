//! The rasteriser. The only file that names its libraries.

use std::sync::{Arc, LazyLock};

use foldhash::HashSet;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, ID, Source};
use resvg::usvg::{FontResolver, Options, Tree};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::Family;
use super::encoded::encoded;

/// A font for each range of letters: Latin, rarer Latin letters, Greek, Cyrillic.
type Ranges = [&'static [u8]; 4];

macro_rules! ranges {
    ($family:literal, $weight:literal) => {
        [
            include_bytes!(concat!(
                "../../fonts/noto-",
                $family,
                "-latin-",
                $weight,
                ".ttf"
            )),
            include_bytes!(concat!(
                "../../fonts/noto-",
                $family,
                "-latin-ext-",
                $weight,
                ".ttf"
            )),
            include_bytes!(concat!(
                "../../fonts/noto-",
                $family,
                "-greek-",
                $weight,
                ".ttf"
            )),
            include_bytes!(concat!(
                "../../fonts/noto-",
                $family,
                "-cyrillic-",
                $weight,
                ".ttf"
            )),
        ]
    };
}

/// By [`Family`], regular and bold.
static FONTS: [[Ranges; 2]; 2] = [
    [ranges!("serif", "400"), ranges!("serif", "700")],
    [ranges!("sans", "400"), ranges!("sans", "700")],
];

/// The fonts as the library knows them, and the ids of each family and weight with their ranges.
static DATABASE: LazyLock<(Arc<Database>, Vec<Loaded>)> = LazyLock::new(|| {
    let mut database = Database::new();
    let loaded = FONTS.iter().flatten().map(|ranges| {
        let load = |font: &&'static [u8]| {
            let ids = database.load_font_source(Source::Binary(Arc::new(*font)));
            ids.into_iter().map(|id| (id, *font)).collect::<Vec<_>>()
        };
        ranges.iter().flat_map(load).collect()
    });
    let loaded = loaded.collect();
    (Arc::new(database), loaded)
});

/// A picture with more has a smaller scale.
const MOST_PIXELS: f32 = 50_000_000.0;

type Loaded = Vec<(ID, &'static [u8])>;

/// The characters that the fonts have.
static LETTERS: LazyLock<HashSet<u32>> = LazyLock::new(|| {
    let fonts = FONTS[0][0]
        .iter()
        .filter_map(|font| FontRef::new(font).ok());
    fonts
        .flat_map(|font| {
            font.charmap()
                .mappings()
                .map(|(c, _)| c)
                .collect::<Vec<_>>()
        })
        .collect()
});

/// Whether the fonts have every letter of a text.
pub fn can_draw(text: &str) -> bool {
    text.chars().all(|c| LETTERS.contains(&u32::from(c)))
}

/// How wide a line of text is, in pixels, at a size of the font.
pub fn width(text: &str, family: Family, size: f32, bold: bool) -> f32 {
    let advances = text
        .chars()
        .map(|c| advance(c, family, bold).unwrap_or_default());
    advances.sum::<f32>() * size
}

/// How far a character moves what follows, as a part of the size of the font. `None` if no font has it.
fn advance(c: char, family: Family, bold: bool) -> Option<f32> {
    let ranges = &FONTS[family as usize][usize::from(bold)];
    ranges.iter().find_map(|font| {
        let font = FontRef::new(font).ok()?;
        let glyph = font.charmap().map(c)?;
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        metrics.advance_width(glyph)
    })
}

/// The font of the same family and weight that has a letter.
fn sibling(c: char, font: ID) -> Option<ID> {
    let is_one = |loaded: &&Loaded| loaded.iter().any(|(id, _)| *id == font);
    let mut ranges = DATABASE.1.iter().find(is_one)?.iter();
    let has = |bytes: &[u8]| FontRef::new(bytes).is_ok_and(|font| font.charmap().map(c).is_some());
    ranges.find(|(_, bytes)| has(bytes)).map(|(id, _)| *id)
}

/// Draws SVG, a pixel of it as so many of the picture. `None` if it is none.
/// A picture of more than 50 million pixels is made smaller.
pub fn png(svg: &str, scale: f32) -> Option<Vec<u8>> {
    let options = Options {
        fontdb: Arc::clone(&DATABASE.0),
        font_family: Family::Serif.name().to_owned(),
        font_resolver: FontResolver {
            select_fallback: Box::new(|c, used, _| sibling(c, *used.first()?)),
            ..FontResolver::default()
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).ok()?;
    let area = tree.size().width() * tree.size().height();
    let scale = scale.min((MOST_PIXELS / area).sqrt());
    let size = tree.size().to_int_size().scale_by(scale)?;
    let mut pixmap = Pixmap::new(size.width(), size.height())?;
    let transform = Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    encoded(&pixmap)
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
        let wide = |text, size, bold| width(text, Family::Serif, size, bold);
        assert!(wide("mm", 10.0, true) > wide("ii", 10.0, true));
        assert!(wide("a", 20.0, false) > 1.9 * wide("a", 10.0, false));
    }

    #[test]
    fn every_letter_comes_from_the_family_and_weight_that_is_asked_for() {
        for loaded in &DATABASE.1 {
            assert_eq!(loaded.len(), 4);
            for c in ['a', 'ł', 'Ω', 'Ж'] {
                let found = sibling(c, loaded[0].0).expect("a font");
                assert!(loaded.iter().any(|(id, _)| *id == found), "{c}");
            }
            assert_eq!(sibling('東', loaded[0].0), None);
        }
    }

    #[test]
    fn labels_are_no_wider_than_their_picture_takes_them_to_be() {
        use crate::chart::text::{Style, width as reckoned};
        let letters = (' '..='\u{2fff}').filter(|c| !c.is_control() && *c != '\u{ad}');
        for c in letters.filter(|c| can_draw(c.encode_utf8(&mut [0; 4]))) {
            for style in [Style::Plain, Style::Bold, Style::Small, Style::Axis] {
                let text = c.to_string();
                let drawn = width(&text, Family::Sans, style.size() as f32, style.bold());
                let reckoned = reckoned(&text, style);
                assert!(
                    f64::from(drawn) <= reckoned,
                    "{c} {style:?}: {drawn} {reckoned}"
                );
            }
        }
        for text in [
            "Illinois still fills its mill",
            "How Wall Street warmed to AI",
            "Αυτοκινητόδρομος",
            "Широкий шаг",
        ] {
            for style in [
                Style::Lane,
                Style::Title,
                Style::Dek,
                Style::Text,
                Style::Head,
            ] {
                let drawn = width(text, Family::Serif, style.size() as f32, style.bold());
                let reckoned = reckoned(text, style);
                assert!(
                    f64::from(drawn) <= reckoned,
                    "{text} {style:?}: {drawn} {reckoned}"
                );
            }
        }
    }

    #[test]
    fn text_leaves_ink_on_the_picture() {
        let drawn = |text: &str| {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"60\"><text x=\"9\" y=\"40\" font-size=\"32\">{text}</text></svg>"
            );
            png(&svg, 1.0).expect("a picture")
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
        assert_eq!(png("<p>", 1.0), None);
    }
}
