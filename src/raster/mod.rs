//! Draws SVG as PNG, with fonts of its own, so that every machine draws the same.
//!
//! The fonts are Noto Serif and Noto Sans, regular and bold, for Latin, Greek and Cyrillic letters
//! (`fonts/OFL.txt` of the package). What has letters of other scripts is not drawn: [`can_draw`] says so. Without
//! the feature `raster` nothing is.

#[cfg(feature = "raster")]
mod drawn;
#[cfg(feature = "raster")]
mod encoded;

/// Whether this program can draw.
pub const IS_BUILT_IN: bool = cfg!(feature = "raster");

/// A family of fonts. Both have the same letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    Serif,
    Sans,
}

impl Family {
    /// Its name, for `font-family`.
    pub fn name(self) -> &'static str {
        match self {
            Family::Serif => "Noto Serif",
            Family::Sans => "Noto Sans",
        }
    }
}

#[cfg(feature = "raster")]
pub use drawn::{can_draw, png, width};

/// Whether the fonts have every letter of a text.
#[cfg(not(feature = "raster"))]
pub fn can_draw(_text: &str) -> bool {
    false
}

/// How wide a line of text is, in pixels, at a size of the font.
#[cfg(not(feature = "raster"))]
pub fn width(_text: &str, _family: Family, _size: f32, _bold: bool) -> f32 {
    0.0
}

/// Draws SVG, a pixel of it as so many of the picture. `None` if it is none.
#[cfg(not(feature = "raster"))]
pub fn png(_svg: &str, _scale: f32) -> Option<Vec<u8>> {
    None
}

/// A text without signs that are no letters and that the fonts do not have: a rocket is left out, a thin space is a
/// space.
pub fn drawable(text: &str) -> String {
    let with_spaces = text.chars().map(|c| match c {
        '\u{202f}' | '\u{2007}' => '\u{a0}',
        '\u{2010}' | '\u{2011}' => '-',
        c => c,
    });
    let kept = with_spaces.filter(|c| {
        let is_mark = *c == '\u{ad}'
            || ('\u{200b}'..='\u{200f}').contains(c)
            || ('\u{2060}'..='\u{2069}').contains(c)
            || ('\u{fe00}'..='\u{fe0f}').contains(c);
        c.is_alphanumeric() || c.is_ascii() || (!is_mark && can_draw(c.encode_utf8(&mut [0; 4])))
    });
    kept.collect()
}
