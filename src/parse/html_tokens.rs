//! Splits raw HTML into tags and text, as browsers do (HTML, 13.2.5), and reads attributes and
//! character references.
//!
//! Every function reads each byte once. What it gets wrong can't do harm: the sanitiser writes only
//! names from its lists and escapes everything else.

use std::borrow::Cow;
use std::ops::Range;

/// One piece of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HtmlToken<'a> {
    /// As written: with its character references.
    Text(&'a str),
    Start {
        name: &'a str,
        attributes: &'a str,
    },
    End(&'a str),
    Comment,
    /// A declaration or an instruction: `<!doctype …>`, `<?php … ?>`.
    Declaration,
    /// A comment that does not end here.
    OpenComment,
    /// A tag that does not end here.
    OpenTag,
}

/// The tokens of a piece of HTML, each with its place.
#[derive(Debug, Clone)]
pub struct HtmlTokens<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> HtmlTokens<'a> {
    pub fn new(html: &'a str) -> Self {
        Self { html, at: 0 }
    }

    /// Skips what is before the end tag of an element, which is the next token. False if the piece
    /// has none: then nothing is left.
    pub fn skip_to_end_of(&mut self, name: &str) -> bool {
        let end = end_tag(self.html, self.at, name);
        self.at = end.unwrap_or(self.html.len());
        end.is_some()
    }

    /// Skips the rest of a comment that began in an earlier piece. False if it does not end here.
    pub fn skip_comment(&mut self) -> bool {
        let end = self.html[self.at..].find("-->");
        self.at = end.map_or(self.html.len(), |end| self.at + end + 3);
        end.is_some()
    }
}

impl<'a> Iterator for HtmlTokens<'a> {
    type Item = (HtmlToken<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let (html, start) = (self.html, self.at);
        let rest = &html[start..];
        if rest.is_empty() {
            return None;
        }
        let (token, len) = match rest.strip_prefix('<').and_then(markup) {
            Some((token, len)) => (token, len + 1),
            None => {
                let len = text_len(rest);
                (HtmlToken::Text(&rest[..len]), len)
            }
        };
        self.at = start + len;
        Some((token, start..self.at))
    }
}

/// The length of the text up to the next `<` that may begin a tag.
fn text_len(text: &str) -> usize {
    let begins = |after: &u8| after.is_ascii_alphabetic() || b"/!?".contains(after);
    let mut places = text.match_indices('<').map(|(at, _)| at);
    // What is tried first was no tag.
    let found = places.find(|at| *at > 0 && text.as_bytes().get(at + 1).is_some_and(begins));
    found.unwrap_or(text.len())
}

/// Reads what follows a `<`; returns its length. `None` if it is text.
fn markup(rest: &str) -> Option<(HtmlToken<'_>, usize)> {
    let until = |from: usize| rest[from..].find('>').map(|end| from + end + 1);
    match rest.as_bytes().first()? {
        b'!' if rest.starts_with("!--") => {
            let inner = &rest[3..];
            let empty = [">", "->"].into_iter().find(|end| inner.starts_with(end));
            let end = empty.map(str::len).or_else(|| Some(inner.find("-->")? + 3));
            Some(match end {
                Some(end) => (HtmlToken::Comment, 3 + end),
                None => (HtmlToken::OpenComment, rest.len()),
            })
        }
        b'!' | b'?' => Some((HtmlToken::Declaration, until(0).unwrap_or(rest.len()))),
        b'/' => match rest.as_bytes().get(1)? {
            b if b.is_ascii_alphabetic() => Some(match tag_len(rest) {
                Some(len) => (HtmlToken::End(name_of(&rest[1..len - 1])), len),
                None => (HtmlToken::OpenTag, rest.len()),
            }),
            _ => Some((HtmlToken::Comment, until(1).unwrap_or(rest.len()))),
        },
        b if b.is_ascii_alphabetic() => Some(match tag_len(rest) {
            Some(len) => {
                let name = name_of(&rest[..len - 1]);
                let attributes = &rest[name.len()..len - 1];
                (HtmlToken::Start { name, attributes }, len)
            }
            None => (HtmlToken::OpenTag, rest.len()),
        }),
        _ => None,
    }
}

fn name_of(tag: &str) -> &str {
    let end = tag.find(|c: char| c.is_ascii_whitespace() || c == '/');
    &tag[..end.unwrap_or(tag.len())]
}

/// The length of a tag after its `<`, with its `>`.
fn tag_len(text: &str) -> Option<usize> {
    let (mut quote, mut value) = (None, false);
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if value => quote = Some(byte),
            _ => {}
        }
        value = byte == b'=' || (value && byte.is_ascii_whitespace());
    }
    None
}

/// Finds the end tag of an element at or after a place.
fn end_tag(html: &str, from: usize, name: &str) -> Option<usize> {
    let mut ends = html[from..].match_indices("</").map(|(at, _)| from + at);
    ends.find(|at| {
        let rest = html.as_bytes().get(at + 2..at + 2 + name.len());
        let after = html.as_bytes().get(at + 2 + name.len());
        rest.is_some_and(|rest| rest.eq_ignore_ascii_case(name.as_bytes()))
            && after.is_none_or(|b| b.is_ascii_whitespace() || b"/>".contains(b))
    })
}

/// The attributes of a tag, as written: names, and values with their character references.
pub fn attributes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut text = text;
    std::iter::from_fn(move || {
        loop {
            text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let end = text.find(|c: char| c.is_whitespace() || "=>/".contains(c));
            let (name, rest) = text.split_at(end.unwrap_or(text.len()));
            if name.is_empty() && !rest.starts_with('=') {
                return None;
            }
            let Some(value) = rest.trim_start().strip_prefix('=').map(str::trim_start) else {
                text = rest;
                return Some((name, ""));
            };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, rest) = match quote {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => {
                    let end = value.find(|c: char| c.is_whitespace() || c == '>');
                    value.split_at(end.unwrap_or(value.len()))
                }
            };
            text = rest;
            if !name.is_empty() {
                return Some((name, value));
            }
        }
    })
}

/// Named character references that addresses may contain.
const NAMED: [(&str, char); 26] = [
    ("amp", '&'),
    ("AMP", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("colon", ':'),
    ("sol", '/'),
    ("bsol", '\\'),
    ("quest", '?'),
    ("num", '#'),
    ("equals", '='),
    ("percnt", '%'),
    ("plus", '+'),
    ("comma", ','),
    ("semi", ';'),
    ("period", '.'),
    ("lowbar", '_'),
    ("commat", '@'),
    ("lpar", '('),
    ("rpar", ')'),
    ("excl", '!'),
    ("dollar", '$'),
    ("ast", '*'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
];

/// Maximum length of a character reference in bytes.
const LONGEST: usize = 40;

/// A character reference at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    Char(char, usize),
    /// A named one, by its length. Only browsers know which character it is.
    Named(usize),
}

/// Reads the character reference that begins with the `&` at the start of a text.
pub fn reference(text: &str) -> Option<Reference> {
    let head = &text.as_bytes()[..text.len().min(LONGEST)];
    if let Some(b'#') = head.get(1) {
        let hex = head.get(2).is_some_and(|b| matches!(b, b'x' | b'X'));
        let (from, radix) = if hex { (3, 16) } else { (2, 10) };
        let digits = head[from..].iter();
        let digits = digits
            .take_while(|b| char::from(**b).is_digit(radix))
            .count();
        let number = u32::from_str_radix(&text[from..from + digits], radix).ok();
        let end = from + digits;
        let end = end + usize::from(head.get(end) == Some(&b';'));
        return match (digits, number) {
            (0, _) => None,
            (_, number) => Some(Reference::Char(numbered(number), end)),
        };
    }
    let len = head[1..]
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric())
        .count();
    if len == 0 || head.get(1 + len) != Some(&b';') {
        return None;
    }
    let name = &text[1..=len];
    let known = NAMED.iter().find(|(known, _)| *known == name);
    Some(match known {
        Some((_, c)) => Reference::Char(*c, len + 2),
        None => Reference::Named(len + 2),
    })
}

/// The character of a number, as browsers read it: some numbers of control characters mean those of
/// Windows-1252 (HTML, 13.2.5.80).
fn numbered(number: Option<u32>) -> char {
    const WINDOWS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match number {
        Some(n @ 0x80..=0x9f) => WINDOWS[n as usize - 0x80],
        Some(0) | None => char::REPLACEMENT_CHARACTER,
        Some(n) => char::from_u32(n).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// Returns a value with its character references decoded. Names of characters that addresses do not
/// contain stay as they are.
pub fn decoded(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let len = match reference(rest) {
            Some(Reference::Char(c, len)) => {
                out.push(c);
                len
            }
            Some(Reference::Named(_)) | None => {
                out.push('&');
                1
            }
        };
        rest = &rest[len..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(html: &str) -> Vec<HtmlToken<'_>> {
        HtmlTokens::new(html).map(|(token, _)| token).collect()
    }

    #[test]
    fn tags_comments_and_texts_are_told_apart() {
        use HtmlToken::{Comment, Declaration, End, OpenComment, OpenTag, Start, Text};
        let start = |name, attributes| Start { name, attributes };
        for (html, expected) in [
            ("a < b", vec![Text("a < b")]),
            ("<b>x</b >", vec![start("b", ""), Text("x"), End("b")]),
            ("<a\nb='>'>", vec![start("a", "\nb='>'")]),
            ("<br/>", vec![start("br", "/")]),
            (
                "<!---->a<!-->b<!--->c",
                vec![Comment, Text("a"), Comment, Text("b"), Comment, Text("c")],
            ),
            ("<!-- a > b -->c", vec![Comment, Text("c")]),
            (
                "<!doctype html><?php ?></ >",
                vec![Declaration, Declaration, Comment],
            ),
            ("a<!-- b", vec![Text("a"), OpenComment]),
            ("a<b c='>", vec![Text("a"), OpenTag]),
            ("<1><b>", vec![Text("<1>"), start("b", "")]),
            ("<<b>", vec![Text("<"), start("b", "")]),
        ] {
            assert_eq!(tokens(html), expected, "{html}");
        }
    }

    #[test]
    fn every_byte_is_in_one_token() {
        let html = "<p a=1>é<!--x--><</p><?x?>&amp;< b <";
        let mut at = 0;
        for (_, range) in HtmlTokens::new(html) {
            assert_eq!(range.start, at);
            at = range.end;
        }
        assert_eq!(at, html.len());
    }

    #[test]
    fn attributes_are_read_as_browsers_do() {
        let read = |text| attributes(text).collect::<Vec<_>>();
        assert_eq!(
            read(" a=1 b = '2 3' c=\"4\" d e=f/g/"),
            [
                ("a", "1"),
                ("b", "2 3"),
                ("c", "4"),
                ("d", ""),
                ("e", "f/g/")
            ]
        );
        assert_eq!(read(" = x a"), [("a", "")]);
        assert_eq!(read(" a='b"), [("a", "b")]);
    }

    #[test]
    fn references_are_decoded_where_an_address_may_have_them() {
        for (value, expected) in [
            ("a&amp;b", "a&b"),
            ("java&#x73;cript&colon;x", "javascript:x"),
            ("&#106avascript", "javascript"),
            ("&#0;&#xd800;&#99999999999;", "\u{fffd}\u{fffd}\u{fffd}"),
            ("a&#150;b&#x92;", "a–b’"),
            ("?a=1&copy=2&eacute;", "?a=1&copy=2&eacute;"),
            ("&;&#;&#x;&", "&;&#;&#x;&"),
        ] {
            assert_eq!(decoded(value), expected, "{value}");
        }
    }
}
