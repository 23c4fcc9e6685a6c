//! Harmful invisible characters: detects and removes them, or shows them.

use std::borrow::Cow;

/// Belongs at the beginning of a file, if anywhere.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Before and after words of English that stand for what a language lacks: [`crate::messages::borrowed`].
/// They are for private use, and no text of an editor may have them.
pub const BORROWED: char = '\u{10fff8}';
pub const BORROWED_END: char = '\u{10fff9}';

/// Whether a character is invisible and harmful: a control character, which no feed may contain
/// (XML 1.0, 2.2), one that changes the direction of the text after it (UAX #9, 2.1 to 2.3), or a byte
/// order mark within a text, or one of the two marks of the interface.
pub fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        BYTE_ORDER_MARK | '\u{fffe}' | '\u{ffff}' => true,
        BORROWED | BORROWED_END => true,
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
            | (c == 0xf4)
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

/// Returns the text as a terminal may get it: invisible characters as `\u{1b}`, so that no name, key
/// or value of a file clears the screen, sets the clipboard or changes the order of what is read.
pub fn printable(text: &str) -> Cow<'_, str> {
    match has_invisible(text) {
        true => text.chars().map(shown).collect(),
        false => Cow::Borrowed(text),
    }
}

/// Like [`printable`], on one line: the name of a file may have line breaks.
pub fn printable_line(text: &str) -> Cow<'_, str> {
    let breaks = |c: char| matches!(c, '\n' | '\t');
    if !text.contains(breaks) {
        return printable(text);
    }
    let escaped = |c: char| match breaks(c) {
        true => c.escape_default().to_string(),
        false => shown(c),
    };
    Cow::Owned(text.chars().map(escaped).collect())
}

fn shown(c: char) -> String {
    match is_invisible(c) {
        true => format!("\\u{{{:x}}}", u32::from(c)),
        false => c.to_string(),
    }
}

/// Returns JSON as a terminal may get it: invisible characters of its strings as `\u202e`, which
/// means the same.
pub fn printable_json(json: String) -> String {
    if !has_invisible(&json) {
        return json;
    }
    let shown = |c: char| match is_invisible(c) {
        true => {
            let units = c.encode_utf16(&mut [0; 2]).to_vec();
            units.iter().map(|unit| format!("\\u{unit:04x}")).collect()
        }
        false => c.to_string(),
    };
    json.chars().map(shown).collect()
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
        BORROWED | BORROWED_END => "which is for private use",
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

    #[test]
    fn no_sign_that_is_invisible_reaches_a_terminal() {
        for c in '\0'..=char::MAX {
            let text = format!("a{c}é\n");
            for shown in [printable(&text), printable_line(&text)] {
                assert!(!has_invisible(&shown), "{c:?}");
                assert!(
                    is_invisible(c) || shown.contains(c) || c == '\t' || c == '\n',
                    "{c:?}"
                );
            }
            assert!(!printable_line(&text).contains(['\n', '\t']), "{c:?}");
            let json = serde_json::to_string(&text).expect("a text");
            let json = printable_json(json);
            assert!(!has_invisible(&json), "{c:?}");
            assert_eq!(
                serde_json::from_str::<String>(&json).ok(),
                Some(text),
                "{c:?}"
            );
        }
        assert_eq!(
            printable("a\u{1b}]0;x\u{7}\r\n"),
            "a\\u{1b}]0;x\\u{7}\\u{d}\n"
        );
    }
}
