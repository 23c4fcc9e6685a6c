//! Where a message is written to: a text, or HTML.

use std::borrow::Cow;

use super::borrowed;
use crate::diagnostic::visible::{any_byte, has_invisible, is_invisible};

/// A text or HTML that is being written.
#[derive(Debug)]
pub struct Out {
    written: String,
    html: bool,
    /// Whether the text around it is written from right to left.
    turned: bool,
    /// Whether words are English ones in place of those that the language lacks.
    borrowed: bool,
    /// Whether each of them is marked as such.
    marks: bool,
}

/// The first of the signs that stand for HTML while a bundle formats a message. They are for
/// private use: no text has a meaning for them.
const HELD: u32 = 0xF_0000;

impl Out {
    pub fn text() -> Self {
        Self {
            written: String::with_capacity(32),
            html: false,
            turned: false,
            borrowed: false,
            marks: false,
        }
    }

    pub fn html(turned: bool) -> Self {
        Self {
            written: String::with_capacity(128),
            html: true,
            turned,
            borrowed: false,
            marks: false,
        }
    }

    /// What is added as words is English, in place of words that the language lacks, if `borrowed`.
    pub fn borrowed(self, borrowed: bool) -> Self {
        Self {
            borrowed,
            marks: borrowed,
            ..self
        }
    }

    /// The same, if the whole is marked by the caller.
    pub fn borrowed_whole(self) -> Self {
        Self {
            borrowed: true,
            ..self
        }
    }

    /// The language by whose rules numbers choose a form.
    pub fn plurals_of<'a>(&self, language: &'a str) -> &'a str {
        match self.borrowed {
            true => "en",
            false => language,
        }
    }

    pub fn finish(self) -> String {
        self.written
    }

    /// What is written so far, to add what needs no escape.
    pub fn raw(&mut self) -> &mut String {
        &mut self.written
    }

    /// Adds words of the message itself.
    pub fn words(&mut self, text: &str) {
        let is_marked = self.marks && text.contains(char::is_alphanumeric);
        match is_marked {
            true => self.said(&borrowed::marked(text)),
            false => self.said(text),
        }
    }

    /// Adds what other messages say.
    pub fn said(&mut self, text: &str) {
        match self.html {
            true => escape(text, &mut self.written),
            false => self.written.push_str(text),
        }
    }

    /// Adds an argument: in HTML, isolated from text in the other direction.
    pub fn name(&mut self, text: &str) {
        match self.html {
            true => name(text, self.turned, &mut self.written),
            false => self.written.push_str(text),
        }
    }

    /// The text that stands for HTML while a bundle formats a message.
    pub fn hold<'a>(&self, html: &'a str, markup: &mut Vec<&'a str>) -> String {
        let Some(sign) = u32::try_from(markup.len())
            .ok()
            .and_then(|n| char::from_u32(HELD + n))
        else {
            return String::new();
        };
        markup.push(html);
        sign.to_string()
    }

    /// Adds what a bundle made, with the HTML in its place.
    pub fn held(&mut self, said: &str, markup: &[&str]) {
        let mut rest = said;
        while let Some((before, html, after)) = next_held(rest, markup) {
            self.words(before);
            self.written.push_str(html);
            rest = after;
        }
        self.words(rest);
    }
}

fn next_held<'a>(text: &'a str, markup: &[&'a str]) -> Option<(&'a str, &'a str, &'a str)> {
    let index = |sign: char| u32::from(sign).checked_sub(HELD).map(|n| n as usize);
    let (at, sign, html) = text.char_indices().find_map(|(at, sign)| {
        let html = markup.get(index(sign)?)?;
        Some((at, sign, *html))
    })?;
    Some((&text[..at], html, &text[at + sign.len_utf8()..]))
}

/// Appends a name as HTML: in `<bdi>` if the text around it, or the name itself, is written from
/// right to left.
pub fn name(text: &str, turned: bool, out: &mut String) {
    let isolated = turned || text.chars().any(is_turned);
    if isolated {
        out.push_str("<bdi>");
    }
    escape(text, out);
    if isolated {
        out.push_str("</bdi>");
    }
}

/// Whether a letter is written from right to left.
fn is_turned(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff)
}

/// Appends a text, escaped as templates escape it.
pub fn escape(text: &str, out: &mut String) {
    let mut escaped = Vec::new();
    match text
        .bytes()
        .any(|b| matches!(b, b'&' | b'<' | b'>' | b'"' | b'\''))
    {
        false => out.push_str(text),
        true => {
            tera::escape_html(text, &mut escaped).expect("a vector takes all");
            out.push_str(&String::from_utf8_lossy(&escaped));
        }
    }
}

/// Returns a text, escaped for an element or an attribute in double quotes. Characters that are invisible
/// and harmful are left out.
pub fn escaped(text: &str) -> Cow<'_, str> {
    let special = |c: u8| (c == b'&') | (c == b'<') | (c == b'>') | (c == b'"');
    if !any_byte(text, special) && !has_invisible(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        escape_char(c, &mut out);
    }
    Cow::Owned(out)
}

/// Appends a character of a text, escaped for an element or an attribute in double quotes. Characters
/// that are invisible and harmful are left out.
pub fn escape_char(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        c if is_invisible(c) => {}
        c => out.push(c),
    }
}

/// The text of HTML, without its tags; entities stay.
pub fn visible(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text
}
