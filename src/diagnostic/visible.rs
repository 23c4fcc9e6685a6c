//! Harmful invisible characters: detects and removes them.

use std::borrow::Cow;

/// Belongs at the beginning of a file, if anywhere.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a character is invisible and harmful: a control character, which no feed may contain
/// (XML 1.0, 2.2), one that changes the direction of the text after it (UAX #9, 2.1 to 2.3), or a byte
/// order mark within a text.
pub fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        BYTE_ORDER_MARK | '\u{fffe}' | '\u{ffff}' => true,
        c => c.is_control(),
    }
}

/// Whether `may` holds for any byte: a single pass, branchless if `may` is. It rules out nearly
/// every text, so that only a few are scanned by character.
pub fn any_byte(text: &str, may: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(false, |any, byte| any | may(byte))
}

/// Whether [`is_invisible`] holds for any character of the text.
pub fn has_invisible(text: &str) -> bool {
    let may = |c: u8| {
        ((c < 0x20) & (c != b'\n') & (c != b'\t'))
            | (c == 0x7f)
            | (c == 0xc2)
            | (c == 0xe2)
            | (c == 0xef)
    };
    any_byte(text, may) && text.chars().any(is_invisible)
}

/// Returns the text without its invisible characters.
pub fn visible(text: &str) -> Cow<'_, str> {
    if has_invisible(text) {
        text.chars().filter(|c| !is_invisible(*c)).collect()
    } else {
        Cow::Borrowed(text)
    }
}

/// Finds the first invisible character: returns its offset, its length in bytes, and a description.
pub fn first_invisible(text: &str) -> Option<(usize, usize, String)> {
    if !has_invisible(text) {
        return None;
    }
    let (at, c) = text.char_indices().find(|(_, c)| is_invisible(*c))?;
    let what = match c {
        BYTE_ORDER_MARK => "a byte order mark",
        '\u{202a}'..='\u{2069}' => "which changes the direction of writing",
        _ => "a control character",
    };
    Some((at, c.len_utf8(), format!("U+{:04X}, {what}", u32::from(c))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_that_is_invisible_is_found() {
        for c in '\0'..=char::MAX {
            let text = format!("a{c}é");
            assert_eq!(has_invisible(&text), is_invisible(c), "{c:?}");
        }
        assert_eq!(visible("a\u{10}\u{202e}b\n"), "ab\n");
    }
}
