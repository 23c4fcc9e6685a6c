//! Pictures in other widths and formats. The only file that names the codecs.

#[cfg(feature = "pictures")]
mod codecs;

/// Whether this program has the codecs.
pub const HAS_CODECS: bool = cfg!(feature = "pictures");

/// The most pixels of a picture that is decoded: four bytes each are in memory.
pub const MOST_PIXELS: u64 = 50_000_000;

/// Whether a picture can be decoded; `None` if this program has no codecs.
pub fn decodes(bytes: &[u8]) -> Option<bool> {
    #[cfg(feature = "pictures")]
    return Some(codecs::decodes(bytes));
    #[cfg(not(feature = "pictures"))]
    {
        _ = bytes;
        None
    }
}

#[cfg(feature = "pictures")]
pub use codecs::encoded;

/// As with codecs; no picture that needs it is planned without them.
#[cfg(not(feature = "pictures"))]
pub fn encoded(
    _bytes: &[u8],
    _digest: [u8; 16],
    _variant: &crate::plan::PictureVariant,
) -> Option<Vec<u8>> {
    None
}
