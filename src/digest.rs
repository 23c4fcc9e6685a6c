//! The crate's only digest: the first 128 bits of BLAKE3. It identifies texts, files and pages.

/// Returns the digest of `bytes`.
pub fn of(bytes: &[u8]) -> [u8; 16] {
    first_half(&blake3::hash(bytes))
}

/// Returns the digest of everything fed to `hasher`.
pub fn finish(hasher: &blake3::Hasher) -> [u8; 16] {
    first_half(&hasher.finalize())
}

fn first_half(hash: &blake3::Hash) -> [u8; 16] {
    let mut digest = [0; 16];
    digest.copy_from_slice(&hash.as_bytes()[..16]);
    digest
}
