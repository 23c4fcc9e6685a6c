//! Characters of Chinese, Japanese and Korean text.

/// Whether a character belongs to Chinese, Japanese or Korean text, punctuation and full-width
/// forms included.
pub fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe10}'..='\u{fe1f}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ffee}' | '\u{1b000}'..='\u{1b2ff}'
        | '\u{1f200}'..='\u{1f2ff}' | '\u{20000}'..='\u{3fffd}')
}

/// Whether a character is written without spaces around it: Chinese and Japanese, but not Korean
/// (CSS Text 3, 4.1.3).
pub fn is_unspaced(c: char) -> bool {
    is_cjk(c)
        && !matches!(c,
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{3200}'..='\u{321e}'
            | '\u{3260}'..='\u{327e}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}'
            | '\u{ffa0}'..='\u{ffdc}')
}

/// Whether a character is punctuation or a symbol of Chinese or Japanese text, which ends an
/// address.
pub fn is_cjk_punctuation(c: char) -> bool {
    is_cjk(c) && !c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_has_spaces() {
        assert!(is_unspaced('日') && is_unspaced('の') && is_unspaced('。') && is_unspaced('ー'));
        assert!(!is_unspaced('한') && !is_unspaced('a') && !is_unspaced('é'));
    }
}
