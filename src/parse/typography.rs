//! Quotation marks and dots of headlines and deks, as the Markdown of the text has them.

/// `"a"` becomes “a”, `it's` becomes it’s, three dots become one sign.
pub fn curl(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before: Option<char> = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let opens = before.is_none_or(|b| b.is_whitespace() || "([{“‘—–-/".contains(b));
        let set = match c {
            '"' if opens => '“',
            '"' => '”',
            '\'' if opens && !chars.peek().is_some_and(char::is_ascii_digit) => '‘',
            '\'' => '’',
            '.' if chars.peek() == Some(&'.') => {
                chars.next();
                if chars.next_if_eq(&'.').is_some() {
                    '…'
                } else {
                    out.push('.');
                    '.'
                }
            }
            c => c,
        };
        out.push(set);
        before = Some(set);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::curl;

    #[test]
    fn quotes_open_and_close() {
        assert_eq!(curl("Meta's \"open\" model"), "Meta’s “open” model");
        assert_eq!(curl("'a' (\"b\")"), "‘a’ (“b”)");
        assert_eq!(curl("in the '90s"), "in the ’90s");
        assert_eq!(curl("\"'Both' at once\""), "“‘Both’ at once”");
    }

    #[test]
    fn only_three_dots_are_one_sign() {
        assert_eq!(curl("wait... a.. b."), "wait… a.. b.");
    }
}
