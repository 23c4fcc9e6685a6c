//! The sanitiser: writes what may be kept of the raw HTML of a text.
//!
//! It writes nothing but elements and attributes of `parse/raw_html.rs`, addresses of schemes that
//! are linked, and escaped text, so that nothing can run whatever it is given. Each tag is written
//! once, and closed once: the output grows with the input, and no more.

use std::borrow::Cow;

use crate::content::body::REFERENCE;
use crate::content::schemes;
use crate::messages::escape_char;
use crate::parse::html_tokens::{HtmlToken, HtmlTokens, Reference, attributes, reference};
use crate::parse::open_elements::{Closed, Container, Element, OpenElements};
use crate::parse::raw_html::{KeptAttribute, attribute, emptied};
use crate::percent;
use crate::view::deps::BodyRef;

/// Why nothing is shown for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hidden {
    /// In a comment that is never closed in its block.
    Comment,
    /// In an element that is removed with its content, which began inside so many containers.
    Element(&'static str, usize),
}

/// Sanitises the raw HTML of one text, piece by piece, in text order.
#[derive(Debug, Default)]
pub struct Sanitizer {
    open: OpenElements<()>,
    hidden: Option<Hidden>,
    /// Of each container of Markdown that is open, whether its start was shown.
    shown: Vec<bool>,
}

impl Sanitizer {
    /// Whether what comes next is hidden.
    pub fn hides(&self) -> bool {
        self.hidden.is_some()
    }

    /// Markdown opens something. Writes the end tags that go before it.
    pub fn open(&mut self, container: Container, out: &mut String) {
        self.shown.push(self.hidden.is_none());
        let mut ends = |closed| end(&closed, out);
        match self.hidden {
            Some(_) => self.open.open(Container::Apart, &mut |_| {}),
            None => self.open.open(container, &mut ends),
        }
    }

    /// Markdown closes something. Writes the end tags of what is open in it; returns whether its own
    /// is to be written.
    pub fn close(&mut self, container: Container, out: &mut String) -> bool {
        let shown = self.shown.pop().unwrap_or(true);
        if let Some(Hidden::Element(_, depth)) = self.hidden
            && self.shown.len() < depth
        {
            self.hidden = None;
        }
        let container = match shown {
            true => container,
            false => Container::Apart,
        };
        self.open.close(container, &mut |closed| end(&closed, out)) && shown
    }

    /// The text ends. Writes the end tags of what is open.
    pub fn finish(&mut self, out: &mut String) {
        self.open.close_all(&mut |closed| end(&closed, out));
    }

    /// Writes what is kept of a piece of raw HTML.
    pub fn piece(&mut self, html: &str, body: &BodyRef, out: &mut String) {
        let mut tokens = HtmlTokens::new(html);
        let goes_on = match self.hidden {
            Some(Hidden::Comment) => tokens.skip_comment(),
            Some(Hidden::Element(name, _)) => tokens.skip_to_end_of(name),
            None => true,
        };
        if !goes_on {
            return;
        }
        self.hidden = None;
        while let Some((token, _)) = tokens.next() {
            match token {
                HtmlToken::Text(text) => escape(text, &['&', '<', '>'], out),
                HtmlToken::Comment | HtmlToken::Declaration | HtmlToken::OpenTag => {}
                HtmlToken::OpenComment => self.hidden = Some(Hidden::Comment),
                HtmlToken::End(name) => {
                    if let Some(element) = Element::of(name) {
                        self.open.end(element, &mut |closed| end(&closed, out));
                    }
                }
                HtmlToken::Start { name, attributes } => match emptied(name) {
                    Some(name) => {
                        if !tokens.skip_to_end_of(name) {
                            self.hidden = Some(Hidden::Element(name, self.shown.len()));
                        }
                    }
                    None => self.start(name, attributes, body, out),
                },
            }
        }
    }

    fn start(&mut self, name: &str, list: &str, body: &BodyRef, out: &mut String) {
        let Some(element) = Element::of(name) else {
            return;
        };
        let tag = Tag::of(list, element, body);
        if element.name() == "img" && !tag.has("src") {
            // The words of a picture that can't be shown.
            out.push_str(&tag.alt);
            return;
        }
        if self
            .open
            .start(element, (), &mut |closed| end(&closed, out))
        {
            out.push('<');
            out.push_str(tag_name(element));
            out.push_str(&tag.attributes);
            out.push('>');
        }
    }
}

/// What is written of a start tag.
struct Tag {
    names: Vec<&'static str>,
    attributes: String,
    /// The value of `alt`, escaped.
    alt: String,
}

impl Tag {
    fn of(list: &str, element: Element, body: &BodyRef) -> Self {
        let mut tag = Self {
            names: Vec::new(),
            attributes: String::new(),
            alt: String::new(),
        };
        for (name, value) in attributes(list) {
            if let Some(kept) = attribute(element, name, value, &mut |_| {}) {
                tag.add(&kept, body);
            }
        }
        tag
    }

    fn has(&self, name: &str) -> bool {
        self.names.contains(&name)
    }

    /// Adds an attribute. The first of several of a name counts.
    fn add(&mut self, kept: &KeptAttribute<'_>, body: &BodyRef) {
        let name = match kept {
            KeptAttribute::Plain(name, _)
            | KeptAttribute::Address(name, _)
            | KeptAttribute::Id(name, _) => name,
            KeptAttribute::Classes(_) => "class",
        };
        if self.has(name) {
            return;
        }
        let led = match kept {
            KeptAttribute::Address(name, address) => match led(name, address, body) {
                Some(led) => led,
                None => return,
            },
            _ => Cow::Borrowed(""),
        };
        self.names.push(name);
        let mut value = String::new();
        match kept {
            KeptAttribute::Plain(_, text) => escape(text, &['&', '<', '>', '"'], &mut value),
            KeptAttribute::Address(..) => escape_all(&led, &mut value),
            KeptAttribute::Id(_, text) | KeptAttribute::Classes(text) => {
                escape_all(text, &mut value);
            }
        }
        self.attributes.push_str(&format!(" {name}=\"{value}\""));
        if name == "alt" {
            self.alt = value;
        }
    }
}

/// Headings of level 1, which only the title has, are of level 2.
fn tag_name(element: Element) -> &'static str {
    match element.name() {
        "h1" => "h2",
        name => name,
    }
}

fn end(closed: &Closed<()>, out: &mut String) {
    match closed {
        Closed::Element(element, ()) => {
            out.push_str("</");
            out.push_str(tag_name(*element));
            out.push('>');
        }
        Closed::Paragraph => out.push_str("</p>\n"),
    }
}

/// Escapes `signs` in a text or a value that may have character references: they stay.
fn escape(text: &str, signs: &[char], out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(signs) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let found = match rest.starts_with('&') {
            true => reference(rest),
            false => None,
        };
        let len = match found {
            Some(Reference::Named(len)) => {
                out.push_str(&rest[..len]);
                len
            }
            Some(Reference::Char(c, len)) => {
                escape_char(c, out);
                len
            }
            None => {
                escape_char(char::from(rest.as_bytes()[0]), out);
                1
            }
        };
        rest = &rest[len..];
    }
    out.push_str(rest);
}

/// Escapes a value without character references.
fn escape_all(text: &str, out: &mut String) {
    for c in text.chars() {
        escape_char(c, out);
    }
}

/// Returns where an address leads. `None` if it leads nowhere: then only the words are shown.
fn led<'b>(name: &str, address: &str, body: &'b BodyRef) -> Option<Cow<'b, str>> {
    let known = match name {
        "href" => body.raw.links.get(address),
        "src" => body.raw.pictures.get(address),
        _ => None,
    };
    match known {
        Some(known) => known.as_deref().map(percent::attribute),
        None if address.starts_with(REFERENCE) => None,
        None => Some(Cow::Owned(rooted(address, body))),
    }
}

/// Makes a relative address relative to the root of the site, absolute in a feed. One that already
/// has the site's base path keeps it.
fn rooted(address: &str, body: &BodyRef) -> String {
    if schemes::scheme(address).is_some() {
        return address.to_owned();
    }
    let base = &body.base;
    let host = base.find("://").map_or(0, |n| n + 3);
    let (origin, path) = base.split_at(host + base[host..].find('/').unwrap_or(0));
    match address.strip_prefix('/') {
        Some(other) if other.starts_with('/') => address.to_owned(),
        Some(_) if address.starts_with(path) => format!("{origin}{address}"),
        Some(rest) => format!("{origin}{path}{rest}"),
        None => format!("{}{address}", body.origin),
    }
}

#[cfg(test)]
mod tests;
