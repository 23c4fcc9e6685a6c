//! What must hold of a page, by reading it as a browser does: its tags are nested, and nothing in
//! it runs.

use std::collections::BTreeSet;

use crate::content::schemes;

/// Elements without content.
const VOID: [&str; 8] = ["area", "br", "col", "hr", "img", "input", "link", "wbr"];
/// Void as well, and only in the head of a page.
const VOID_OF_HEAD: [&str; 2] = ["meta", "base"];
/// Elements that no text of an editor may bring.
const ACTIVE: [&str; 24] = [
    "applet", "audio", "base", "button", "embed", "form", "frame", "frameset", "iframe", "input",
    "link", "math", "meta", "noscript", "object", "portal", "script", "select", "style", "svg",
    "template", "textarea", "title", "video",
];
/// Attributes that a browser loads from or goes to.
const LEADS: [&str; 12] = [
    "href",
    "src",
    "srcset",
    "action",
    "formaction",
    "poster",
    "data",
    "background",
    "xlink:href",
    "cite",
    "longdesc",
    "ping",
];

/// A start tag, its references undone.
#[derive(Debug)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

/// Asserts that every element of a page or a piece of one is closed, in the order of their
/// nesting, and returns all start tags.
pub fn nested(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let end = comment
                .find("-->")
                .unwrap_or_else(|| panic!("a comment is open:\n{html}"));
            rest = &comment[end + 3..];
            continue;
        }
        if let Some(declaration) = rest.strip_prefix("<!") {
            let is_doctype = declaration.to_ascii_lowercase().starts_with("doctype html");
            assert!(is_doctype, "a declaration in\n{html}");
            rest = &declaration[declaration.find('>').expect("its end")..];
            continue;
        }
        if let Some(end) = rest.strip_prefix("</") {
            let len = end
                .find('>')
                .unwrap_or_else(|| panic!("an end tag is open:\n{html}"));
            let name = &end[..len];
            let last = open.pop();
            assert_eq!(last.as_deref(), Some(name), "closed out of turn in\n{html}");
            rest = &end[len + 1..];
            continue;
        }
        let begins = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic());
        assert!(begins, "a `<` that is no tag in\n{html}");
        let (tag, len, is_closed) = start_tag(rest).unwrap_or_else(|| panic!("in\n{html}"));
        rest = &rest[len..];
        let name = tag.name.clone();
        let is_void = VOID.contains(&name.as_str()) || VOID_OF_HEAD.contains(&name.as_str());
        if ["script", "style", "textarea", "title"].contains(&name.as_str()) {
            let end = format!("</{name}>");
            let at = rest.to_ascii_lowercase().find(&format!("</{name}"));
            let at = at.unwrap_or_else(|| panic!("{name} is never closed in\n{html}"));
            assert!(rest[at..].starts_with(&end), "{name} in\n{html}");
            rest = &rest[at + end.len()..];
        } else if !is_void && !is_closed {
            open.push(name);
        }
        tags.push(tag);
    }
    assert!(open.is_empty(), "{open:?} are open in\n{html}");
    tags
}

/// Returns what the page of an article shows of its text.
pub fn body(page: &str) -> &str {
    let from = page.find("<div class=\"story-body").expect("a body");
    let from = from + page[from..].find('>').expect("its tag") + 1;
    let mut depth = 1;
    for (at, _) in page[from..].match_indices("<") {
        let rest = &page[from + at..];
        if rest.starts_with("<div") && !rest[4..].starts_with(|c: char| c.is_alphanumeric()) {
            depth += 1;
        } else if rest.starts_with("</div>") {
            depth -= 1;
        }
        if depth == 0 {
            return &page[from..from + at];
        }
    }
    panic!("the body is never closed:\n{page}");
}

/// A browser leaves out a line end at the beginning of preformatted text, each time that it reads
/// it.
pub fn without_first_line_ends(html: &str) -> String {
    let mut parts = html.split("<pre");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        out.extend(["<pre", tag, ">", text.trim_start_matches('\n')]);
    }
    out
}

/// Asserts that a tag in what an editor wrote does nothing by itself and leads nowhere it may not.
pub fn is_inert(tag: &Tag, html: &str) {
    assert!(!ACTIVE.contains(&tag.name.as_str()), "{tag:?} in\n{html}");
    attributes_are_inert(tag, html);
}

/// Asserts that no attribute of a tag runs anything.
pub fn attributes_are_inert(tag: &Tag, html: &str) {
    let mut seen = BTreeSet::new();
    for (name, value) in &tag.attributes {
        assert!(
            seen.insert(name.as_str()),
            "{name} twice: {tag:?} in\n{html}"
        );
        assert!(!name.starts_with("on"), "{tag:?} in\n{html}");
        assert!(
            !["style", "srcdoc", "formaction"].contains(&name.as_str()),
            "{tag:?} in\n{html}"
        );
        if LEADS.contains(&name.as_str()) {
            leads_somewhere_safe(value, html);
        }
    }
}

/// Asserts that an address is relative, or has a scheme that is linked, as a browser reads it.
pub fn leads_somewhere_safe(address: &str, html: &str) {
    let read: String = address
        .trim_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let Some((scheme, _)) = read.split_once(':') else {
        return;
    };
    let mut signs = scheme.chars();
    let is_scheme = signs.next().is_some_and(|c| c.is_ascii_alphabetic())
        && signs.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let scheme = scheme.to_ascii_lowercase();
    let linked = !is_scheme || schemes::LINKED.contains(&scheme.as_str());
    assert!(linked, "{address} in\n{html}");
}

/// Reads the start tag that `html` begins with; returns its length, and whether it closes itself.
fn start_tag(html: &str) -> Option<(Tag, usize, bool)> {
    let bytes = html.as_bytes();
    let space = |b: u8| b.is_ascii_whitespace();
    let word = |from: usize, ends: &dyn Fn(u8) -> bool| {
        let len = bytes[from..].iter().position(|b| ends(*b));
        len.map(|len| from + len)
    };
    let end = word(1, &|b| space(b) || b == b'/' || b == b'>')?;
    let name = html[1..end].to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut at = end;
    loop {
        at = word(at, &|b| !space(b))?;
        if bytes[at] == b'>' {
            return Some((Tag { name, attributes }, at + 1, false));
        }
        if bytes[at] == b'/' {
            if bytes.get(at + 1) == Some(&b'>') {
                return Some((Tag { name, attributes }, at + 2, true));
            }
            at += 1;
            continue;
        }
        let end = word(at + 1, &|b| space(b) || matches!(b, b'/' | b'>' | b'='))?;
        let attribute = html[at..end].to_ascii_lowercase();
        at = word(end, &|b| !space(b))?;
        let mut value = "";
        if bytes[at] == b'=' {
            at = word(at + 1, &|b| !space(b))?;
            let quote = bytes[at];
            if matches!(quote, b'"' | b'\'') {
                let end = word(at + 1, &|b| b == quote)?;
                value = &html[at + 1..end];
                at = end + 1;
            } else {
                let end = word(at, &|b| space(b) || b == b'>')?;
                value = &html[at..end];
                at = end;
            }
        }
        attributes.push((attribute, unescaped(value)));
    }
}

/// Undoes the references that matter in an address.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let len = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        let name = &rest[..len.unwrap_or(rest.len())];
        let number = name
            .strip_prefix('#')
            .and_then(|n| match n.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => n.parse().ok(),
            });
        let sign = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            "colon" => Some(':'),
            "Tab" => Some('\t'),
            "NewLine" => Some('\n'),
            "nbsp" => Some('\u{a0}'),
            _ => number.and_then(char::from_u32),
        };
        match sign {
            Some(sign) => {
                out.push(sign);
                rest = &rest[name.len()..];
                rest = rest.strip_prefix(';').unwrap_or(rest);
            }
            None => out.push('&'),
        }
    }
    out + rest
}
