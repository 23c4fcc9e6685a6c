//! The digest that identifies the bytes that we wrote.

use std::fmt;

/// The digest of a file's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 16]);

impl Digest {
    pub fn of(bytes: &[u8]) -> Self {
        Self(crate::digest::of(bytes))
    }

    /// The digest in files of format 1, which versions before 0.2.0 wrote.
    pub(super) fn earlier(bytes: &[u8]) -> Self {
        Self(crate::digest::earlier(bytes))
    }

    /// Wraps a digest of the same kind that was computed elsewhere.
    pub fn known(digest: [u8; 16]) -> Self {
        Self(digest)
    }

    pub fn bytes(self) -> [u8; 16] {
        self.0
    }

    /// Parses the output of [`Display`](fmt::Display): 32 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let lower = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if text.len() != 32 || !text.bytes().all(lower) {
            return None;
        }
        u128::from_str_radix(text, 16)
            .ok()
            .map(|number| Self(number.to_be_bytes()))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}
