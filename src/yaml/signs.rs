//! Characters that look like those of YAML and are none: spaces, colons and dashes of other kinds.

/// Returns the name of a character that looks like a space or like nothing.
pub(super) fn odd_space(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{a0}' => "a no-break space (U+00A0)",
        '\u{202f}' => "a narrow no-break space (U+202F)",
        '\u{3000}' => "an ideographic space (U+3000)",
        '\u{2003}' | '\u{2001}' => "an em space",
        '\u{2002}' | '\u{2000}' => "an en space",
        '\u{2004}'..='\u{200a}' | '\u{205f}' | '\u{1680}' => "a typographic space",
        '\u{200b}' => "a zero-width space (U+200B)",
        '\u{200c}' => "a zero-width non-joiner (U+200C)",
        '\u{200d}' => "a zero-width joiner (U+200D)",
        '\u{200e}' | '\u{200f}' => "an invisible direction mark",
        '\u{2060}' => "a word joiner (U+2060)",
        '\u{ad}' => "a soft hyphen (U+00AD)",
        '\u{feff}' => "an invisible byte order mark (U+FEFF)",
        '\u{2028}' | '\u{2029}' | '\u{85}' => "an unusual line break",
        _ => return None,
    })
}

/// Returns the name of several characters that look like a space or like nothing.
pub(super) fn odd_spaces(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{a0}' => "no-break spaces (U+00A0)",
        '\u{202f}' => "narrow no-break spaces (U+202F)",
        '\u{3000}' => "ideographic spaces (U+3000)",
        '\u{2003}' | '\u{2001}' => "em spaces",
        '\u{2002}' | '\u{2000}' => "en spaces",
        '\u{2004}'..='\u{200a}' | '\u{205f}' | '\u{1680}' => "typographic spaces",
        '\u{200b}' => "zero-width spaces (U+200B)",
        _ if odd_space(c).is_some() => "invisible characters",
        _ => return None,
    })
}

/// Returns the name of a character that looks like a colon.
pub(super) fn odd_colon(c: char) -> Option<&'static str> {
    Some(match c {
        '：' => "a full-width colon (U+FF1A)",
        '﹕' => "a small colon (U+FE55)",
        '∶' => "a ratio sign (U+2236)",
        '꞉' => "a letter that looks like a colon (U+A789)",
        '︓' => "a vertical colon (U+FE13)",
        _ => return None,
    })
}

/// Returns the name of a character that looks like the dash of a list item.
pub(super) fn odd_dash(c: char) -> Option<&'static str> {
    Some(match c {
        '–' => "an en dash",
        '—' | '―' => "an em dash",
        '−' => "a minus sign",
        '‐' | '‑' => "a typographic hyphen",
        '‒' => "a figure dash",
        '•' | '●' | '‣' | '◦' | '∙' => "a bullet",
        '·' => "a middle dot",
        '－' => "a full-width hyphen",
        _ => return None,
    })
}

/// A line with a character that looks like one of YAML's.
pub(super) struct OddLine {
    /// The offset of the characters in the line, and their length.
    pub at: usize,
    pub len: usize,
    /// What is wrong.
    pub message: String,
    /// The line as it should be, without its indentation.
    pub finished: String,
    /// Replaces the characters.
    pub replacement: String,
}

/// Finds the character in the part of a line that is syntax: its indentation, its key, and what
/// follows the key.
pub(super) fn odd_line(line: &str) -> Option<OddLine> {
    if line.is_ascii() {
        return None;
    }
    let fault = |at: usize, len: usize, message: String, replacement: &str| OddLine {
        at,
        len,
        message,
        finished: format!("{}{replacement}{}", &line[..at], &line[at + len..])
            .trim()
            .to_owned(),
        replacement: replacement.to_owned(),
    };
    let words = line.trim_start_matches(' ');
    let indent = line.len() - words.len();
    let is_space = |c: char| odd_space(c).is_some();
    let odd = words.len() - words.trim_start_matches(|c| is_space(c) || c == ' ').len();
    if odd > 0 {
        let name = words.chars().find_map(odd_space)?;
        let spaces = " ".repeat(words[..odd].chars().filter(|c| !is_nothing(*c)).count());
        let message = format!("the line starts with {name}, which is not an ordinary space");
        return Some(fault(indent, odd, message, &spaces));
    }
    // After the dash of an item.
    let item = words.strip_prefix('-').map_or(words, |rest| {
        rest.trim_start_matches(|c| is_space(c) || c == ' ')
    });
    let dash = words.len() - item.len();
    if let Some((at, c)) = words[..dash].char_indices().find(|(_, c)| is_space(*c)) {
        let name = odd_space(c)?;
        let message = format!("there is {name} after the dash, where an ordinary space must be");
        return Some(fault(indent + at, dash - at, message, " "));
    }
    let start = indent + dash;
    let key_end = item
        .find(|c: char| c == ':' || odd_colon(c).is_some())
        .unwrap_or(item.len());
    let key: &str = &item[..key_end];
    let bare: String = key.chars().filter(|c| !is_space(*c)).collect();
    if !super::fault::is_key(bare.trim()) {
        return None;
    }
    if let Some((at, c)) = key.char_indices().find(|(_, c)| is_space(*c)) {
        let name = odd_space(c)?;
        let message = format!("there is {name} in the key `{}`", bare.trim());
        return Some(fault(start + at, c.len_utf8(), message, ""));
    }
    let colon = item[key_end..].chars().next()?;
    let after = &item[key_end + colon.len_utf8()..];
    let value = after.trim_start_matches(|c| is_space(c) || c == ' ');
    let gap = &after[..after.len() - value.len()];
    let end = colon.len_utf8() + gap.len();
    if let Some(name) = odd_colon(colon) {
        let message = format!("there is {name} after `{bare}`, where an ordinary colon must be");
        return Some(fault(start + key_end, end, message, ": "));
    }
    let name = gap.chars().find_map(odd_space)?;
    let message =
        format!("there is {name} after the colon of `{bare}`, where an ordinary space must be");
    Some(fault(start + key_end, end, message, ": "))
}

/// Whether a character looks like nothing.
pub(super) fn is_nothing(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_character_is_named_and_the_line_finished() {
        for (line, name, finished) in [
            (
                "date:\u{a0} 2025-12-09",
                "no-break space",
                "date: 2025-12-09",
            ),
            (
                "date:\u{3000}2025-12-09",
                "ideographic space",
                "date: 2025-12-09",
            ),
            ("date：2025-12-09", "full-width colon", "date: 2025-12-09"),
            (
                "title： Floods: a survey",
                "full-width colon",
                "title: Floods: a survey",
            ),
            (
                "date:\u{200b}2025-12-09",
                "zero-width space",
                "date: 2025-12-09",
            ),
            ("da\u{ad}te: 2025", "soft hyphen", "date: 2025"),
            ("  -\u{a0}id: x", "no-break space", "- id: x"),
            ("\u{a0}\u{a0}- id: x", "no-break space", "- id: x"),
            ("\u{feff}title: A", "byte order mark", "title: A"),
        ] {
            let odd = odd_line(line).unwrap_or_else(|| panic!("{line}"));
            assert!(odd.message.contains(name), "{line}: {}", odd.message);
            assert_eq!(odd.finished, finished, "{line}");
        }
        for line in [
            "title: A\u{a0}B",
            "tags: [a,\u{a0}b]",
            "title: “A：B”",
            "名前: x",
        ] {
            assert!(odd_line(line).is_none(), "{line}");
        }
    }
}
