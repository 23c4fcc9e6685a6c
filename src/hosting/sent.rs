//! Addresses as browsers send them and as servers compare them, as text for configuration files.
//!
//! nginx and Caddy compare the decoded path (RFC 3986, section 2.4), so that a plain redirect is written
//! decoded. What a pattern matches is taken from the address as it was sent, where a line break, a
//! question mark or a backslash is still percent-encoded, and is never decoded on its way into the answer.

use std::fmt::Write;

use percent_encoding::percent_decode_str;

use crate::config::AddressPart;

/// Decodes percent-encoding. The bytes need not be UTF-8: old addresses may be in another encoding.
pub(super) fn decoded(path: &str) -> Vec<u8> {
    percent_decode_str(path).collect()
}

/// A regular expression for the decoded path.
pub(super) fn decoded_pattern(parts: &[AddressPart]) -> String {
    let mut out = String::from("^");
    for part in parts {
        match part {
            AddressPart::Text(text) => each(&decoded(text), |c| out.push_str(&literal(c))),
            AddressPart::Rest => out.push_str(r"[\s\S]*"),
            AddressPart::Named(_) => out.push_str("[^/]+"),
        }
    }
    // What `*` matches at the end needs no check.
    match out.strip_suffix(r"[\s\S]*") {
        Some(start) => start.to_owned(),
        None => out + r"\z",
    }
}

/// A regular expression for the address as it was sent, up to and including its path, with a group for
/// each part. `at_root`: this part must not start with a slash, because the target has it right after
/// one; with `full`, nor may it be empty. `groups` names a group by its number.
pub(super) fn sent_pattern(
    parts: &[AddressPart],
    at_root: Option<&AddressPart>,
    full: bool,
    groups: impl Fn(usize) -> String,
) -> String {
    let mut out = String::from("^");
    let mut group = 0;
    for part in parts {
        let guarded = at_root == Some(part);
        if guarded && let Some(start) = out.strip_suffix("/+") {
            out = format!("{start}[/\\\\]+");
        }
        let taken = match (part, guarded) {
            (AddressPart::Text(text), _) => {
                each(&decoded(text), |c| out.push_str(&sent(c)));
                continue;
            }
            (AddressPart::Rest, false) => "[^?#]*",
            (AddressPart::Rest, true) => r"[^/\\?#][^?#]*",
            (AddressPart::Named(_), false) => "[^/?#]+",
            (AddressPart::Named(_), true) => r"[^/\\?#][^/?#]*",
        };
        group += 1;
        let optional = if guarded && *part == AddressPart::Rest && !full {
            "?"
        } else {
            ""
        };
        let _ = write!(out, "({}{taken}){optional}", groups(group));
    }
    out + "(?:[?#]|$)"
}

/// A character, or a byte that belongs to none.
enum Unit<'t> {
    Char(&'t str),
    Byte(u8),
}

fn each(bytes: &[u8], mut take: impl FnMut(Unit<'_>)) {
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid();
        for (at, c) in valid.char_indices() {
            take(Unit::Char(&valid[at..at + c.len_utf8()]));
        }
        for byte in chunk.invalid() {
            take(Unit::Byte(*byte));
        }
    }
}

/// Whether an expression can have it as it is.
fn is_plain(c: &str) -> bool {
    c.bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"-_~".contains(&b))
}

/// Matches a decoded character.
fn literal(unit: Unit<'_>) -> String {
    match unit {
        Unit::Char(".") => r"\.".to_owned(),
        Unit::Char(c) if is_plain(c) || c == "/" || !c.is_ascii() => c.to_owned(),
        Unit::Char(c) => hex(c.as_bytes(), "\\x"),
        Unit::Byte(byte) => hex(&[byte], "\\x"),
    }
}

/// Matches a character as it was sent: as itself or encoded, which old links do even to `~`, `-`, `_`
/// and `.` (RFC 3986, section 2.3: it means the same); nobody does it to letters and digits. Slashes
/// may be repeated.
fn sent(unit: Unit<'_>) -> String {
    match unit {
        Unit::Char("/") => "/+".to_owned(),
        Unit::Char(c) if c.bytes().all(|b| b.is_ascii_alphanumeric()) => literal(unit),
        // These have another meaning when they are not encoded.
        Unit::Char(c @ ("?" | "#" | "%")) => format!("(?i:{})", hex(c.as_bytes(), "%")),
        Unit::Char(c) => {
            let encoded = hex(c.as_bytes(), "%");
            let itself = literal(Unit::Char(c));
            format!("(?i:{encoded}|{itself})")
        }
        Unit::Byte(byte) => format!("(?i:{})", hex(&[byte], "%")),
    }
}

fn hex(bytes: &[u8], before: &str) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{before}{byte:02X}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> AddressPart {
        AddressPart::Text(text.to_owned())
    }

    #[test]
    fn a_path_is_compared_decoded() {
        let parts = [text("/caf%C3%A9 1.5/"), AddressPart::Rest];
        assert_eq!(decoded_pattern(&parts), r"^/café\x201\.5/");
        assert_eq!(decoded_pattern(&[text("/caf%E9")]), r"^/caf\xE9\z");
    }

    #[test]
    fn what_a_group_takes_is_never_decoded_and_starts_no_host() {
        let parts = [text("/é/a+b/"), AddressPart::Rest];
        let none = |_| String::new();
        assert_eq!(
            sent_pattern(&parts, None, false, none),
            r"^/+(?i:%C3%A9|é)/+a(?i:%2B|\x2B)b/+([^?#]*)(?:[?#]|$)"
        );
        assert_eq!(
            sent_pattern(&parts[..2], Some(&AddressPart::Rest), false, none),
            r"^/+(?i:%C3%A9|é)/+a(?i:%2B|\x2B)b[/\\]+([^/\\?#][^?#]*)?(?:[?#]|$)"
        );
    }
}
