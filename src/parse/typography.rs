//! Converts quotation marks and dots of headlines and deks, like the Markdown parser in texts.

/// Converts `"a"` to “a”, `it's` to it’s, and three dots to an ellipsis.
pub fn smart_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'', '.']) {
        out.push_str(&rest[..at]);
        let sign = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        let before = out.chars().next_back();
        let opens = before.is_none_or(|b| b.is_whitespace() || "([{“‘—–-/".contains(b));
        let set = match sign {
            b'"' if opens => '“',
            b'"' => '”',
            b'\'' if opens && !rest.starts_with(|c: char| c.is_ascii_digit()) => '‘',
            b'\'' => '’',
            _ => match rest.strip_prefix('.') {
                Some(third) if third.starts_with('.') => {
                    rest = &third[1..];
                    '…'
                }
                Some(third) => {
                    rest = third;
                    out.push('.');
                    '.'
                }
                None => '.',
            },
        };
        out.push(set);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_open_and_close() {
        assert_eq!(smart_quotes("Meta's \"open\" model"), "Meta’s “open” model");
        assert_eq!(smart_quotes("'a' (\"b\")"), "‘a’ (“b”)");
        assert_eq!(smart_quotes("in the '90s"), "in the ’90s");
        assert_eq!(smart_quotes("\"'Both' at once\""), "“‘Both’ at once”");
    }

    #[test]
    fn only_three_dots_are_one_sign() {
        assert_eq!(smart_quotes("wait... a.. b."), "wait… a.. b.");
    }
}
