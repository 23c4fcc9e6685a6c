//! The crate's only digests.
//!
//! [`of`] and [`Hasher`] tell a text, a file or a page apart from what it was before: the 128 bits
//! of XXH3, which costs a thirtieth of a cryptographic digest. Somebody could make two contents with
//! one digest; all that they would gain is that Dateline takes their second one for their first.
//! [`name`] is for what becomes part of an address: it must never change.

use twox_hash::XxHash3_128;

/// Returns the digest of `bytes`.
pub fn of(bytes: &[u8]) -> [u8; 16] {
    XxHash3_128::oneshot(bytes).to_be_bytes()
}

/// Returns the first `digits` hexadecimal digits of the BLAKE3 digest of `bytes`.
pub fn name(bytes: &[u8], digits: usize) -> String {
    blake3::hash(bytes).to_hex()[..digits].to_owned()
}

/// Returns what [`of`] was before 0.2.0: the first 128 bits of BLAKE3.
pub fn earlier(bytes: &[u8]) -> [u8; 16] {
    let mut digest = [0; 16];
    digest.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
    digest
}

/// Digests what comes in parts.
pub struct Hasher(XxHash3_128);

impl Hasher {
    pub fn new() -> Self {
        Self(XxHash3_128::new())
    }

    pub fn update(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.write(bytes);
        self
    }

    /// Returns the digest of everything so far.
    pub fn finish(&self) -> [u8; 16] {
        self.0.finish_128().to_be_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_the_digest_of_the_whole() {
        let text: Vec<u8> = (0..2000_u16).flat_map(u16::to_le_bytes).collect();
        for cut in [0, 1, 15, 16, 240, 241, 1024, 4000] {
            let mut hasher = Hasher::new();
            hasher.update(&text[..cut]).update(&text[cut..]);
            assert_eq!(hasher.finish(), of(&text), "{cut}");
        }
        assert_ne!(of(b"a"), of(b"b"));
    }

    #[test]
    fn a_name_stays_as_it_is() {
        assert_eq!(name(b"abc", 8), "6437b3ac");
    }
}
