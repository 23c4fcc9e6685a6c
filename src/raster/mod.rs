//! Draws SVG as PNG, with fonts of its own, so that every machine draws the same.
//!
//! The fonts are Noto Serif, regular and bold, for Latin, Greek and Cyrillic letters
//! (`fonts/OFL.txt` of the package). What has letters of other scripts is not drawn: [`can_draw`] says so. Without
//! the feature `raster` nothing is.

#[cfg(feature = "raster")]
mod drawn;

/// Whether this program can draw.
pub const IS_BUILT_IN: bool = cfg!(feature = "raster");

/// The name of the fonts, for `font-family`.
pub const FAMILY: &str = "Noto Serif";

#[cfg(feature = "raster")]
pub use drawn::{can_draw, png, width};

/// Whether the fonts have every letter of a text.
#[cfg(not(feature = "raster"))]
pub fn can_draw(_text: &str) -> bool {
    false
}

/// How wide a line of text is, in pixels, at a size of the font.
#[cfg(not(feature = "raster"))]
pub fn width(_text: &str, _size: f32, _bold: bool) -> f32 {
    0.0
}

/// Draws SVG in its own size. `None` if it is none.
#[cfg(not(feature = "raster"))]
pub fn png(_svg: &str) -> Option<Vec<u8>> {
    None
}
