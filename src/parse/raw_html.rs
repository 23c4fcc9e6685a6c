//! What of raw HTML is kept when it is sanitised, and what is lost.

use std::ops::Range;

use super::embeds::attributes_in;
use crate::content::schemes;

/// Elements that are kept.
pub const ELEMENTS: [&str; 77] = [
    "a",
    "abbr",
    "acronym",
    "area",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "map",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Elements that are removed with all that is in them.
pub const EMPTIED: [&str; 2] = ["script", "style"];

/// Attributes that every kept element may have.
pub const ATTRIBUTES: [&str; 10] = [
    "id",
    "class",
    "lang",
    "title",
    "dir",
    "tabindex",
    "aria-label",
    "aria-hidden",
    "scope",
    "hidden",
];

/// Further attributes of single elements.
pub const OF_ELEMENT: [(&str, &[&str]); 19] = [
    ("a", &["href", "hreflang", "rel", "name"]),
    ("blockquote", &["cite"]),
    ("col", &["align", "char", "charoff", "span"]),
    ("colgroup", &["align", "char", "charoff", "span"]),
    ("data", &["value"]),
    ("del", &["cite", "datetime"]),
    ("details", &["open"]),
    ("hr", &["align", "size", "width"]),
    (
        "img",
        &[
            "align", "alt", "height", "src", "width", "loading", "decoding",
        ],
    ),
    ("ins", &["cite", "datetime"]),
    ("ol", &["start", "type", "reversed"]),
    ("q", &["cite"]),
    ("table", &["align", "char", "charoff", "summary"]),
    ("tbody", &["align", "char", "charoff"]),
    (
        "td",
        &["align", "char", "charoff", "colspan", "headers", "rowspan"],
    ),
    ("tfoot", &["align", "char", "charoff"]),
    (
        "th",
        &["align", "char", "charoff", "colspan", "headers", "rowspan"],
    ),
    ("thead", &["align", "char", "charoff"]),
    ("tr", &["align", "char", "charoff"]),
];

/// Attributes whose loss no reader notices.
const UNIMPORTANT: [&str; 24] = [
    "target",
    "border",
    "cellpadding",
    "cellspacing",
    "frameborder",
    "loading",
    "decoding",
    "referrerpolicy",
    "crossorigin",
    "fetchpriority",
    "itemprop",
    "itemscope",
    "itemtype",
    "role",
    "xmlns",
    "ping",
    "download",
    "rel",
    "draggable",
    "spellcheck",
    "translate",
    "nowrap",
    "clear",
    "markdown",
];

/// Something in raw HTML that is lost, or an anchor that it makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HtmlFinding {
    /// An element whose content stays. `src` is the address that it shows.
    Element {
        name: String,
        src: Option<String>,
    },
    /// An element that is lost with its content.
    Content(String),
    Attribute {
        element: String,
        name: String,
    },
    /// An address of a scheme that is not linked.
    Address(String),
    /// A declaration or an instruction: `<?php … ?>`.
    Declaration,
    /// A comment or a tag without an end.
    Unclosed(&'static str),
    /// Something that links may name.
    Anchor(String),
}

/// Calls `found` for each finding in a piece of HTML, with its place, in text order.
pub fn read(html: &str, mut found: impl FnMut(Range<usize>, HtmlFinding)) {
    let mut at = 0;
    while let Some(n) = html[at..].find('<') {
        let start = at + n;
        let rest = &html[start + 1..];
        at = start + 1;
        match rest.bytes().next() {
            Some(b'!') if rest.starts_with("!--") => match rest.find("-->") {
                Some(end) => at = start + 1 + end + 3,
                None => {
                    found(start..start + 4, HtmlFinding::Unclosed("comment"));
                    return;
                }
            },
            Some(b'!' | b'?') => {
                let end = rest.find('>').map_or(html.len(), |n| start + 1 + n + 1);
                found(start..end, HtmlFinding::Declaration);
                at = end;
            }
            Some(b) if b.is_ascii_alphabetic() => {
                let Some(len) = tag_len(rest) else {
                    found(start..start + 1, HtmlFinding::Unclosed("tag"));
                    return;
                };
                let tag = start..start + 1 + len;
                at = tag.end;
                let name = element(&html[tag.clone()], tag, &mut found);
                if EMPTIED.contains(&name.as_str()) {
                    at = end_tag(html, at, &name).unwrap_or(html.len());
                }
            }
            _ => {}
        }
    }
}

/// Finds the end tag of an element at or after a place.
fn end_tag(html: &str, from: usize, name: &str) -> Option<usize> {
    let mut ends = html[from..].match_indices("</").map(|(at, _)| from + at);
    ends.find(|at| {
        let rest = html.as_bytes().get(at + 2..at + 2 + name.len());
        rest.is_some_and(|rest| rest.eq_ignore_ascii_case(name.as_bytes()))
    })
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

/// Reads one start tag and returns the name of its element.
fn element(
    tag: &str,
    range: Range<usize>,
    found: &mut impl FnMut(Range<usize>, HtmlFinding),
) -> String {
    let inner = tag[1..].trim_end_matches('>').trim_end_matches('/');
    let end = inner.find(|c: char| c.is_whitespace() || "/>".contains(c));
    let (name, attributes) = inner.split_at(end.unwrap_or(inner.len()));
    let lower = name.to_ascii_lowercase();
    let attributes = attributes_in(attributes);
    if EMPTIED.contains(&lower.as_str()) {
        found(range, HtmlFinding::Content(lower.clone()));
        return lower;
    }
    if ELEMENTS.binary_search(&lower.as_str()).is_err() {
        let address = ["src", "data", "href", "action"];
        let src = attributes
            .into_iter()
            .find(|(n, v)| address.contains(&n.as_str()) && !v.is_empty());
        let element = HtmlFinding::Element {
            name: name.to_owned(),
            src: src.map(|(_, value)| value),
        };
        found(range, element);
        return lower;
    }
    let own = OF_ELEMENT.iter().find(|(name, _)| *name == lower);
    for (attribute, value) in attributes {
        let kept = ATTRIBUTES.contains(&attribute.as_str())
            || own.is_some_and(|(_, list)| list.contains(&attribute.as_str()));
        let anchor = attribute == "id" || (attribute == "name" && lower == "a");
        if !kept {
            let data = attribute.starts_with("data-") || attribute.starts_with("aria-");
            if !data && !UNIMPORTANT.contains(&attribute.as_str()) {
                let element = lower.clone();
                found(
                    range.clone(),
                    HtmlFinding::Attribute {
                        element,
                        name: attribute,
                    },
                );
            }
        } else if anchor && !value.is_empty() {
            found(range.clone(), HtmlFinding::Anchor(value));
        } else if ["href", "src", "cite"].contains(&attribute.as_str())
            && let Some(scheme) = refused(&value)
        {
            found(range.clone(), HtmlFinding::Address(scheme));
        }
    }
    lower
}

/// The scheme of an address, if it is not one that is linked.
fn refused(address: &str) -> Option<String> {
    let (before, _) = address.split_once(':')?;
    let disguised = before.contains('&');
    let scheme: String = before
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let scheme = scheme.to_ascii_lowercase();
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    ((is_scheme || disguised) && !schemes::LINKED.contains(&scheme.as_str())).then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(html: &str) -> Vec<(&str, HtmlFinding)> {
        let mut list = Vec::new();
        read(html, |range, finding| list.push((&html[range], finding)));
        list
    }

    #[test]
    fn the_lists_are_sorted() {
        assert!(ELEMENTS.is_sorted());
        assert!(OF_ELEMENT.is_sorted());
    }

    #[test]
    fn what_is_lost_is_found() {
        let element = |name: &str, src: Option<&str>| HtmlFinding::Element {
            name: name.to_owned(),
            src: src.map(str::to_owned),
        };
        let attribute = |element: &str, name: &str| HtmlFinding::Attribute {
            element: element.to_owned(),
            name: name.to_owned(),
        };
        for (html, finding) in [
            (
                "<iframe src=\"/v?a>b\"></iframe>",
                element("iframe", Some("/v?a>b")),
            ),
            ("<VIDEO controls>x</VIDEO>", element("VIDEO", None)),
            ("<your name>", element("your", None)),
            (
                "<script>if (a<b) c()</script>",
                HtmlFinding::Content("script".to_owned()),
            ),
            ("<b onclick='x()'>b</b>", attribute("b", "onclick")),
            ("<p style=\"a\">b</p>", attribute("p", "style")),
            (
                "<a href='javascript:x'>b</a>",
                HtmlFinding::Address("javascript".to_owned()),
            ),
            (
                "<a name=\"old\"></a>",
                HtmlFinding::Anchor("old".to_owned()),
            ),
            ("<!-- never closed", HtmlFinding::Unclosed("comment")),
            ("<b <i", HtmlFinding::Unclosed("tag")),
            ("<?php x ?>", HtmlFinding::Declaration),
        ] {
            let found = findings(html);
            assert_eq!(found.len(), 1, "{html}: {found:?}");
            assert_eq!(found[0].1, finding, "{html}");
        }
    }

    #[test]
    fn what_is_kept_is_no_loss() {
        for html in [
            "<!-- <iframe> -->",
            "<a href=\"https://example.org/\" target=_blank>a</a>",
            "<img src='a.png' alt=\"x > y\" loading=lazy>",
            "<details open><summary>a</summary></details>",
            "a < b, </iframe>",
        ] {
            assert_eq!(findings(html), [], "{html}");
        }
    }
}
