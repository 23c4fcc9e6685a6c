//! English words that stand for what a language lacks: marked where they are said, so that pages can
//! say that they are English.
//!
//! Whether a text ends up in an element, where it can have a language of its own, or in an attribute
//! or a file of data, where it cannot, is known only when the page is written: [`in_html`] makes
//! elements of the marks, and [`unmarked`] takes them away.

use std::borrow::Cow;

pub use crate::diagnostic::visible::{BORROWED as BEGIN, BORROWED_END as END};

/// What both begin with in UTF-8.
const LEAD: &[u8] = "\u{10fff8}".as_bytes().split_at(3).0;

/// Elements whose content is text to the end, with no elements in it.
const RAW: [&str; 4] = ["script", "style", "title", "textarea"];

const OPEN: &str = "<span lang=\"en\" dir=\"ltr\">";
const CLOSE: &str = "</span>";

/// Marks words of English.
pub(super) fn marked(text: &str) -> String {
    format!("{BEGIN}{text}{END}")
}

/// Returns a text of the interface without its marks.
pub fn unmarked(text: &str) -> Cow<'_, str> {
    match text.contains([BEGIN, END]) {
        true => text.replace([BEGIN, END], "").into(),
        false => text.into(),
    }
}

/// The same for a file in UTF-8.
pub fn unmarked_file(bytes: Vec<u8>) -> Vec<u8> {
    if memchr::memmem::find(&bytes, LEAD).is_none() {
        return bytes;
    }
    match String::from_utf8(bytes) {
        Ok(text) => unmarked(&text).into_owned().into_bytes(),
        Err(fault) => fault.into_bytes(),
    }
}

/// Returns a page on which marked words are elements with their language. Where there can be none
/// (attributes, titles, scripts, drawings) they go without; an `<option>` has the language itself.
pub fn in_html(page: String) -> String {
    if memchr::memmem::find(page.as_bytes(), LEAD).is_none() {
        return page;
    }
    let mut out = String::with_capacity(page.len() + page.len() / 8);
    let (mut rest, mut drawings) = (&*page, 0_usize);
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        put(text, drawings > 0, &mut out);
        let tag = &tag[..end_of_tag(tag)];
        rest = &rest[at + tag.len()..];
        let (name, is_end) = name_of(tag);
        let is_empty = tag.ends_with("/>");
        match (name, is_end) {
            ("svg", false) if !is_empty => drawings += 1,
            ("svg", true) => drawings = drawings.saturating_sub(1),
            _ => {}
        }
        if name == "option" && !is_end && rest.starts_with(BEGIN) {
            out.push_str(&of_tag(tag.trim_end_matches('>')));
            out.push_str(" lang=\"en\" dir=\"ltr\">");
        } else {
            out.push_str(&of_tag(tag));
        }
        if !is_end && (name == "option" || RAW.contains(&name)) {
            let end = rest.find("</").filter(|_| name != "script");
            let end = end.or_else(|| rest.find("</script")).unwrap_or(rest.len());
            out.push_str(&unmarked(&rest[..end]));
            rest = &rest[end..];
        }
    }
    put(rest, drawings > 0, &mut out);
    out
}

/// Returns the length of a tag or a comment at the beginning of a text.
fn end_of_tag(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |at| at + 3);
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (byte, quote) {
            (b'"' | b'\'', None) => quote = Some(byte),
            (byte, Some(begun)) if byte == begun => quote = None,
            (b'>', None) => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Attributes with an address. No words of the interface are in one: a mark in it is an editor's, and what
/// would be an address that runs code without it must not become one.
const ADDRESSES: [&str; 8] = [
    "href",
    "src",
    "srcset",
    "action",
    "formaction",
    "data",
    "poster",
    "cite",
];

/// A tag without marks.
fn of_tag(tag: &str) -> Cow<'_, str> {
    if !tag.contains([BEGIN, END]) {
        return tag.into();
    }
    let mut out = String::with_capacity(tag.len());
    let mut rest = tag;
    while let Some(at) = rest.find("=\"") {
        let (before, value) = rest.split_at(at + 2);
        let end = value.find('"').unwrap_or(value.len());
        let name = before[..at].rsplit([' ', '\n', '\t', ':']).next();
        out.push_str(&unmarked(before));
        match name.is_some_and(|name| ADDRESSES.contains(&name)) {
            true => out.push_str(&value[..end].replace([BEGIN, END], "%EF%BF%BD")),
            false => out.push_str(&unmarked(&value[..end])),
        }
        rest = &value[end..];
    }
    out.push_str(&unmarked(rest));
    out.into()
}

/// The name of a tag, and whether it ends an element.
fn name_of(tag: &str) -> (&str, bool) {
    let inner = tag.trim_start_matches('<');
    let (inner, is_end) = match inner.strip_prefix('/') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric());
    (&inner[..end.unwrap_or(inner.len())], is_end)
}

/// Appends a text between tags. What is begun in it ends in it.
fn put(text: &str, in_drawing: bool, out: &mut String) {
    if in_drawing {
        out.push_str(&unmarked(text));
        return;
    }
    let mut depth = 0_usize;
    for part in text.split_inclusive([BEGIN, END]) {
        let (own, mark) = match part.char_indices().next_back() {
            Some((at, mark @ (BEGIN | END))) => (&part[..at], Some(mark)),
            _ => (part, None),
        };
        out.push_str(own);
        match mark {
            Some(BEGIN) => {
                depth += 1;
                if depth == 1 {
                    out.push_str(OPEN);
                }
            }
            Some(_) if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    out.push_str(CLOSE);
                }
            }
            _ => {}
        }
    }
    if depth > 0 {
        out.push_str(CLOSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_elements_where_there_can_be_some() {
        let b = BEGIN;
        let e = END;
        for (page, expected) in [
            (
                format!("<p>{b}As of {e}3 maj{b}.{e}</p>"),
                "<p><span lang=\"en\" dir=\"ltr\">As of </span>3 maj<span lang=\"en\" dir=\"ltr\">.</span></p>",
            ),
            (
                format!("<p>{b}about {b}the 1990s{e}{e}</p>"),
                "<p><span lang=\"en\" dir=\"ltr\">about the 1990s</span></p>",
            ),
            (
                format!("<p>{b}cut <i>off{e}</i></p>"),
                "<p><span lang=\"en\" dir=\"ltr\">cut </span><i>off</i></p>",
            ),
            (
                format!("<title>{b}Search{e} – T</title><a title=\"{b}a > b{e}\">x</a>"),
                "<title>Search – T</title><a title=\"a > b\">x</a>",
            ),
            (
                format!("<script>\"{b}Search</b>{e}\"</script><b>{b}x{e}</b>"),
                "<script>\"Search</b>\"</script><b><span lang=\"en\" dir=\"ltr\">x</span></b>",
            ),
            (
                format!(
                    "<svg><text>{b}Today{e}</text></svg><option value=\"1\">{b}Dark{e}</option>"
                ),
                "<svg><text>Today</text></svg><option value=\"1\" lang=\"en\" dir=\"ltr\">Dark</option>",
            ),
            (
                format!("<a class=\"{b}x{e}\" href=\"java{b}script:x\">y</a>"),
                "<a class=\"x\" href=\"java%EF%BF%BDscript:x\">y</a>",
            ),
            (format!("<!-- {b}x{e} --><p>y"), "<!-- x --><p>y"),
            ("<p>&lt;".to_owned(), "<p>&lt;"),
        ] {
            assert_eq!(in_html(page), expected);
        }
    }

    #[test]
    fn a_file_loses_its_marks_and_nothing_else() {
        let text = format!("{BEGIN}a{END}b");
        assert_eq!(unmarked_file(text.into_bytes()), b"ab");
        assert_eq!(
            unmarked_file(vec![0xf4, 0x8f, 0xbf, 0xb8, 0xff]),
            [0xf4, 0x8f, 0xbf, 0xb8, 0xff]
        );
    }
}
