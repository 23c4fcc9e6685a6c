//! A text over several lines, in a script that has no spaces between words.

use crate::cjk::is_unspaced;

/// Returns a value without the spaces that YAML put in place of line breaks between Chinese or Japanese
/// characters; a space that was written stays. `written`: the value as it stands in the file.
pub(super) fn unfolded(text: String, written: &str) -> String {
    if text.is_ascii() || !text.contains(' ') || !written.contains('\n') {
        return text;
    }
    // The lines of a block begin below its sign.
    let lines = match written.strip_prefix('>') {
        Some(block) => block.split_once('\n').map_or("", |(_, lines)| lines),
        None => written.trim_start_matches(['"', '\'']),
    };
    without_folds(&text, lines).unwrap_or(text)
}

/// `None` if the text isn't written as it reads.
fn without_folds(text: &str, written: &str) -> Option<String> {
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    let mut out = String::with_capacity(text.len());
    let mut rest = written;
    for (at, c) in text.char_indices() {
        let next = rest.trim_start_matches(is_space);
        if is_space(c) {
            let is_fold = c == ' ' && rest[..rest.len() - next.len()].contains('\n');
            let before = text[..at].chars().next_back();
            let after = text[at + 1..].chars().next();
            if !(is_fold && before.is_some_and(is_unspaced) && after.is_some_and(is_unspaced)) {
                out.push(c);
            }
            continue;
        }
        rest = next.strip_prefix(c)?;
        if c == '\'' && written.len() > text.len() {
            // Within quotes it is written twice.
            rest = rest.strip_prefix(c).unwrap_or(rest);
        }
        out.push(c);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_line_break_between_characters_without_spaces_leaves_none() {
        for (text, written, without) in [
            (
                "堤防の工事が 始まる",
                ">-\n  堤防の工事が\n  始まる",
                "堤防の工事が始まる",
            ),
            ("首相 訪米へ 出発", "首相 訪米へ\n  出発", "首相 訪米へ出発"),
            ("「停」 了", "\"「停」\n  了\"", "「停」了"),
            ("它's 好 了", "'它''s 好\n 了'", "它's 好了"),
            (
                "工事 work が 始まる",
                "工事\n work が\n 始まる",
                "工事 work が始まる",
            ),
            ("다리가 닫혔다", ">\n  다리가\n  닫혔다", "다리가 닫혔다"),
            ("été et\u{a0}là", "été\n et\u{a0}là", "été et\u{a0}là"),
            ("一\u{a0}二 三", "\"一\\u00a0二\n 三\"", "一\u{a0}二 三"),
        ] {
            assert_eq!(unfolded(text.to_owned(), written), without, "{written}");
        }
    }
}
