//! Emphasis beside the punctuation of Chinese and Japanese text.

use super::markdown::{Edit, MARK};
use crate::cjk::is_cjk;
use crate::diagnostic::visible::any_byte;

/// Whether a text may contain Chinese, Japanese or Korean characters (U+2E80 and above).
pub fn has_cjk(text: &str) -> bool {
    !text.is_ascii() && any_byte(text, |b| b >= 0xe2) && text.chars().any(is_cjk)
}

/// Marks the runs of `*` and `~` that `CommonMark` would not read as emphasis because they stand
/// between a letter and punctuation, although Chinese and Japanese have no spaces around emphasis:
/// `これは**「重要」**です`. Follows the amendment "CJK-friendly emphasis" of `CommonMark`'s flanking
/// rules. Returns whether there are any.
pub fn mark_emphasis(text: &str, edits: &mut Vec<Edit>) -> bool {
    let (bytes, before) = (text.as_bytes(), edits.len());
    let mut at = 0;
    while let Some(n) = bytes[at..].iter().position(|b| matches!(b, b'*' | b'~')) {
        let start = at + n;
        let run = bytes[start..].iter().take_while(|b| **b == bytes[start]);
        let end = start + run.count();
        at = end;
        let previous = text[..start].chars().next_back();
        let next = text[end..].chars().next();
        let (Some(previous), Some(next)) = (previous, next) else {
            continue;
        };
        if previous.is_whitespace() || next.is_whitespace() {
            continue;
        }
        let (closes_word, opens_word) = (is_punctuation(previous), is_punctuation(next));
        if closes_word == opens_word || !(is_cjk(previous) || is_cjk(next)) {
            continue;
        }
        // Beside the punctuation: it counts as a letter there.
        let place = if opens_word { end } else { start };
        edits.push(Edit {
            range: place..place,
            text: MARK_TEXT.into(),
        });
    }
    edits.len() > before
}

const MARK_TEXT: &str = "\u{1}";
const _: () = assert!(MARK_TEXT.as_bytes()[0] as u32 == MARK as u32);

fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && c != MARK
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> usize {
        let mut edits = Vec::new();
        mark_emphasis(text, &mut edits);
        edits.len()
    }

    #[test]
    fn only_emphasis_between_a_letter_and_punctuation_is_marked() {
        assert_eq!(marked("これは**「重要」**です"), 2);
        assert_eq!(marked("这是**重要。**的"), 1);
        assert_eq!(marked("达到**100%**了"), 1);
        assert_eq!(marked("これは**重要**です"), 0);
        assert_eq!(marked("a **\"b\"** c, d**(e)**f"), 0);
        assert_eq!(marked("* 一\n* 二\n"), 0);
    }
}
