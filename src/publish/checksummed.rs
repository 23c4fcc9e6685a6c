//! Text files with an integrity check: the first line has the file's type and format version, the
//! last line the digest of everything before it.

use super::Digest;

/// Why a checksummed text cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChecksumError {
    /// Truncated, or changed by another program.
    Damaged,
    /// In a format that this version does not know.
    Version,
}

/// Adds the first and the last line to `body`, whose lines end with a line feed.
pub(super) fn with_checksum(what: &str, format: u32, version: &str, body: &str) -> String {
    let text = format!("{what} {format} {}\n{body}", version.escape_default());
    let digest = Digest::of(text.as_bytes());
    text + &format!("end {digest}\n")
}

/// Returns the body of a text written by [`with_checksum`].
pub(super) fn verified<'a>(
    what: &str,
    format: u32,
    bytes: &'a [u8],
) -> Result<&'a str, ChecksumError> {
    verified_by(Digest::of, what, format, bytes)
}

/// Like [`verified`], with the digest that its format has.
pub(super) fn verified_by<'a>(
    digest: fn(&[u8]) -> Digest,
    what: &str,
    format: u32,
    bytes: &'a [u8],
) -> Result<&'a str, ChecksumError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ChecksumError::Damaged)?;
    let (first, rest) = text.split_once('\n').ok_or(ChecksumError::Damaged)?;
    let mut words = first.split(' ');
    if words.next() != Some(what) {
        return Err(ChecksumError::Damaged);
    }
    // Checked before the digest, which another format may store differently.
    match words.next().map(str::parse::<u32>) {
        Some(Ok(found)) if found == format => {}
        Some(Ok(_)) => return Err(ChecksumError::Version),
        _ => return Err(ChecksumError::Damaged),
    }
    let end = text.strip_suffix('\n').and_then(|text| text.rfind('\n'));
    let (sealed, last) = text.split_at(end.ok_or(ChecksumError::Damaged)? + 1);
    if last != format!("end {}\n", digest(sealed.as_bytes())) {
        return Err(ChecksumError::Damaged);
    }
    rest.strip_suffix(last).ok_or(ChecksumError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "one\ntwo\n";

    #[test]
    fn what_was_sealed_opens() {
        for body in [BODY, ""] {
            let text = with_checksum("dateline-x", 1, "0.1.0", body);
            assert_eq!(verified("dateline-x", 1, text.as_bytes()), Ok(body));
        }
    }

    #[test]
    fn cut_short_at_any_byte_it_is_damaged() {
        let text = with_checksum("dateline-x", 1, "0.1.0", BODY);
        for len in 0..text.len() {
            let opened = verified("dateline-x", 1, &text.as_bytes()[..len]);
            // A truncated format number is never read as another version, because its line has no
            // end.
            assert_eq!(opened, Err(ChecksumError::Damaged), "{len}");
        }
    }

    #[test]
    fn a_changed_byte_is_damage_or_another_version() {
        let text = with_checksum("dateline-x", 1, "0.1.0", BODY);
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            assert!(verified("dateline-x", 1, &bytes).is_err(), "{at}");
        }
    }

    #[test]
    fn another_format_is_told_from_damage() {
        let text = with_checksum("dateline-x", 2, "9.0.0", BODY);
        assert_eq!(
            verified("dateline-x", 1, text.as_bytes()),
            Err(ChecksumError::Version)
        );
    }
}
