//! What the fuzz targets use of publishing's inside.

use super::{checksummed, journal, manifest};

/// A journal with these lines, as an interrupted build would have left it.
pub fn journal(body: &str) -> String {
    checksummed::with_checksum(journal::WHAT, journal::FORMAT, "0.1.0", body)
}

/// A manifest with these lines, as a build would have left it.
pub fn manifest(body: &str) -> String {
    checksummed::with_checksum(manifest::WHAT, manifest::FORMAT, "0.1.0", body)
}
