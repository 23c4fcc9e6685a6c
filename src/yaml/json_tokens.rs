//! The brackets, signs and values of JSON, with mistakes or without.

use std::ops::Range;

use super::json::{Fault, Reader};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Open,
    Close,
    Colon,
    /// `=` or `=>` where a colon belongs.
    Equals,
    Comma,
    /// A text in quotes, or one word.
    Value,
}

impl Reader<'_> {
    pub(super) fn token(&mut self) -> Option<(Token, Range<usize>)> {
        loop {
            let rest = &self.text[self.at..];
            self.at += rest.len() - rest.trim_start().len();
            let rest = &self.text[self.at..];
            let first = rest.chars().next()?;
            let start = self.at;
            if first == '#' || rest.starts_with("//") || rest.starts_with("/*") {
                self.comment();
                continue;
            }
            let sign = match first {
                '{' | '[' => Some(Token::Open),
                '}' | ']' => Some(Token::Close),
                ':' => Some(Token::Colon),
                '=' => Some(Token::Equals),
                ',' => Some(Token::Comma),
                _ => None,
            };
            let Some(sign) = sign else {
                self.at = match first {
                    '"' | '\'' => self.quoted(first),
                    '“' | '”' | '„' | '«' => self.curly(),
                    _ => self.word(),
                };
                return Some((Token::Value, start..self.at));
            };
            self.at += match rest.starts_with("=>") {
                true => 2,
                false => first.len_utf8(),
            };
            return Some((sign, start..self.at));
        }
    }

    fn line_end(&self) -> usize {
        let rest = &self.text[self.at..];
        self.at + rest.find('\n').unwrap_or(rest.len())
    }

    fn comment(&mut self) {
        let start = self.at;
        let is_block = self.text[start..].starts_with("/*");
        let end = match self.text[start..].find("*/").filter(|_| is_block) {
            Some(n) => start + n + 2,
            None => self.line_end(),
        };
        self.at = end;
        if !self.text[start..].starts_with('#') {
            self.faults.push(Fault {
                at: start..end,
                message: "JSON has no comments",
                hint: "remove it",
                is_cured: false,
                is_of_quotes: false,
            });
            let spaces: String = self.text[start..end]
                .bytes()
                .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
                .collect();
            self.mend(start..end, &spaces);
        }
    }

    /// Returns where the text in quotes that begins here ends.
    fn quoted(&mut self, quote: char) -> usize {
        let start = self.at;
        let line_end = self.line_end();
        let mut escaped = false;
        let mut close = None;
        for (n, c) in self.text[start + 1..line_end].char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' if quote == '"' => escaped = true,
                c if c == quote => {
                    close = Some(start + 1 + n);
                    break;
                }
                _ => {}
            }
        }
        // The end of the value on this line.
        let words = |end: usize| {
            let line = self.text[start..end].trim_end();
            start + line.trim_end_matches([',', ' ', ']', '}']).len()
        };
        let Some(close) = close else {
            let end = match self.text[start..line_end].trim_end() {
                line if line.ends_with(',') => start + line.len() - 1,
                line => start + line.len(),
            };
            self.fault(
                start..end,
                "a quote is opened here and not closed on this line",
                "end the text with `\"`, on the same line",
            );
            self.mend(end..end, &quote.to_string());
            return end;
        };
        let after = self.text[close + 1..line_end].trim_start();
        let ends =
            after.is_empty() || after.starts_with([',', ':', '=', ']', '}', '"', '\'', '#', '/']);
        let touches = self.text[close + 1..].starts_with(|c: char| !c.is_whitespace());
        let last = words(line_end);
        if (ends && !touches || after.starts_with([',', ':', '=', ']', '}']) || after.is_empty())
            || quote == '\''
            || last <= close + 1
            || !self.text[..last].ends_with('"')
        {
            return close + 1;
        }
        // Quotes of words within the text.
        let inner = start + 1..last - 1;
        self.fault(
            close..close + 1,
            "a quote within a text ends it",
            "write `\\\"` for a quote within a text",
        );
        let quotes: Vec<usize> = self.text[inner.clone()]
            .match_indices('"')
            .map(|(n, _)| inner.start + n)
            .filter(|at| !self.text[..*at].ends_with('\\'))
            .collect();
        for at in quotes {
            self.mend(at..at + 1, "\\\"");
        }
        last
    }

    /// Returns where a text in curly quotes ends.
    fn curly(&mut self) -> usize {
        let start = self.at;
        let line_end = self.line_end();
        let first = self.text[start..].chars().next().map_or(1, char::len_utf8);
        let inner = &self.text[start + first..line_end];
        let close = inner
            .char_indices()
            .find(|(_, c)| matches!(c, '“' | '”' | '»' | '"'));
        let Some((n, c)) = close else {
            return self.word();
        };
        let close = start + first + n;
        self.fault_of_quotes(
            start..start + first,
            "quotes must be straight",
            "write `\"` on both sides",
        );
        self.mend(start..start + first, "\"");
        self.mend(close..close + c.len_utf8(), "\"");
        close + c.len_utf8()
    }

    /// Returns where a word, or several without quotes, ends.
    fn word(&mut self) -> usize {
        let start = self.at;
        let line = &self.text[start..self.line_end()];
        let mut end = line.len();
        for (n, c) in line.char_indices() {
            let after = &line[n + c.len_utf8()..];
            let is_end = match c {
                '{' | '}' | '[' | ']' | ',' => true,
                ':' => after.is_empty() || after.starts_with([' ', '"', '\t', '[', '{']),
                '=' => n > 0 && line[..n].ends_with(' '),
                _ => false,
            };
            if is_end {
                end = n;
                break;
            }
        }
        let words = line[..end].trim_end();
        let end = start + words.len().max(1);
        if words.len() > 1 && words.ends_with('"') && words.matches('"').count() == 1 {
            self.fault_of_quotes(
                start..end,
                "a quote is missing before the text",
                "write `\"` before it",
            );
            self.mend(start..start, "\"");
        }
        self.text.ceil_char_boundary(end)
    }
}
