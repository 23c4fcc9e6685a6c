//! The first 128 bits of BLAKE3: what tells texts, files and pages apart everywhere here.

/// Of some bytes.
pub fn of(bytes: &[u8]) -> [u8; 16] {
    first_half(&blake3::hash(bytes))
}

/// Of all that a hasher was given.
pub fn finish(hasher: &blake3::Hasher) -> [u8; 16] {
    first_half(&hasher.finalize())
}

fn first_half(hash: &blake3::Hash) -> [u8; 16] {
    let mut digest = [0; 16];
    digest.copy_from_slice(&hash.as_bytes()[..16]);
    digest
}
