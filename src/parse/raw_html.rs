//! What of raw HTML is kept when it is sanitised, and what is lost.

use std::ops::Range;

use super::html_tokens::{HtmlToken, HtmlTokens, attributes, decoded};
use super::open_elements::{Closed, Container, Element, OpenElements};
use super::{heading_ids, theme_names};
use crate::content::body::REFERENCE;
use crate::content::schemes;
use crate::diagnostic::visible::{is_invisible, visible};

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
    /// An element that can't be where it is: a cell without a table.
    Misplaced(&'static str),
    /// An element that ends before its end tag, with the paragraph that it is in.
    EndsEarly(&'static str),
    Attribute {
        element: &'static str,
        name: String,
    },
    /// An address of a scheme that is not linked.
    Address(String),
    /// An id of the page around the text.
    Id(String),
    /// A class of the theme.
    Class(String),
    /// A declaration or an instruction: `<?php … ?>`.
    Declaration,
    /// A comment or a tag without an end.
    Unclosed(&'static str),
    /// Something that links may name.
    Anchor(String),
    /// A link or a picture, with its address.
    Link {
        address: String,
        is_picture: bool,
    },
}

/// Follows the raw HTML of a text, as the sanitiser will.
#[derive(Debug, Default)]
pub struct HtmlReader {
    /// With the place of each tag.
    open: OpenElements<Range<usize>>,
    /// Whether more elements were open at once than may be.
    pub is_too_deep: bool,
    /// The number of elements so far.
    pub elements: usize,
}

impl HtmlReader {
    /// Calls `found` for each finding in a piece of HTML, with its place, in text order. `written`
    /// returns where a range of the piece is in the text.
    pub fn read(
        &mut self,
        html: &str,
        written: impl Fn(Range<usize>) -> Range<usize>,
        mut found: impl FnMut(Range<usize>, HtmlFinding),
    ) {
        let mut tokens = HtmlTokens::new(html);
        while let Some((token, range)) = tokens.next() {
            if matches!(token, HtmlToken::Text(_) | HtmlToken::Comment) {
                continue;
            }
            let start = range.start;
            let first = |len: usize| written(start..(start + len).min(html.len()));
            let place = written(range);
            match token {
                HtmlToken::Text(_) | HtmlToken::Comment => {}
                HtmlToken::Declaration => found(place, HtmlFinding::Declaration),
                HtmlToken::OpenComment => found(first(4), HtmlFinding::Unclosed("comment")),
                HtmlToken::OpenTag => found(first(1), HtmlFinding::Unclosed("tag")),
                HtmlToken::End(name) => {
                    if let Some(element) = Element::of(name) {
                        self.open.end(element, &mut |_| {});
                    }
                }
                HtmlToken::Start { name, attributes } => {
                    if let Some(name) = emptied(name) {
                        found(place, HtmlFinding::Content(name.to_owned()));
                        tokens.skip_to_end_of(name);
                        continue;
                    }
                    self.start(name, attributes, place, &mut found);
                }
            }
        }
    }

    fn start(
        &mut self,
        name: &str,
        list: &str,
        place: Range<usize>,
        found: &mut impl FnMut(Range<usize>, HtmlFinding),
    ) {
        let Some(element) = Element::of(name) else {
            let shown = ["src", "data", "href", "action"];
            let mut all = attributes(list);
            let src = all.find(|(name, value)| {
                !value.is_empty() && shown.iter().any(|shown| name.eq_ignore_ascii_case(shown))
            });
            let name = name.to_owned();
            let src = src.map(|(_, value)| decoded(value).into_owned());
            found(place, HtmlFinding::Element { name, src });
            return;
        };
        if self.open.is_full() && !element.is_void() {
            self.is_too_deep = true;
            return;
        }
        if !self.open.start(element, place.clone(), &mut |_| {}) {
            found(place, HtmlFinding::Misplaced(element.name()));
            return;
        }
        self.elements += 1;
        for (name, value) in attributes(list) {
            let mut lost = |finding| found(place.clone(), finding);
            match attribute(element, name, value, &mut lost) {
                Some(KeptAttribute::Id(_, id)) => lost(HtmlFinding::Anchor(id)),
                Some(KeptAttribute::Address(name @ ("href" | "src"), address)) => {
                    let is_picture = name == "src";
                    lost(HtmlFinding::Link {
                        address,
                        is_picture,
                    });
                }
                _ => {}
            }
        }
    }

    /// Markdown opens something.
    pub fn open(&mut self, container: Container) {
        self.open.open(container, &mut |_| {});
    }

    /// Markdown closes something.
    pub fn close(
        &mut self,
        container: Container,
        mut found: impl FnMut(Range<usize>, HtmlFinding),
    ) {
        self.open.close(container, &mut |closed| match closed {
            Closed::Element(element, place) if !element.ends_by_itself() => {
                found(place, HtmlFinding::EndsEarly(element.name()));
            }
            _ => {}
        });
    }
}

/// The name of an element that is removed with all that is in it.
pub fn emptied(name: &str) -> Option<&'static str> {
    let mut all = EMPTIED.into_iter();
    all.find(|emptied| name.eq_ignore_ascii_case(emptied))
}

/// An attribute that is kept, with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptAttribute<'a> {
    /// Its value is as written, with its character references.
    Plain(&'static str, &'a str),
    /// Of a scheme that is linked, or relative.
    Address(&'static str, String),
    Id(&'static str, String),
    /// The classes that content may have.
    Classes(String),
}

/// Decides what becomes of an attribute of a kept element. Calls `lost` for what is worth a warning.
pub fn attribute<'a>(
    element: Element,
    name: &str,
    value: &'a str,
    lost: &mut impl FnMut(HtmlFinding),
) -> Option<KeptAttribute<'a>> {
    let is = |known: &&&str| name.eq_ignore_ascii_case(known);
    let own = OF_ELEMENT.iter().find(|(of, _)| *of == element.name());
    let own = own.and_then(|(_, list)| list.iter().find(is));
    let Some(known) = own.or_else(|| ATTRIBUTES.iter().find(is)).copied() else {
        let name = name.to_ascii_lowercase();
        let data = name.starts_with("data-") || name.starts_with("aria-");
        if !data && !UNIMPORTANT.contains(&name.as_str()) {
            let element = element.name();
            lost(HtmlFinding::Attribute { element, name });
        }
        return None;
    };
    match known {
        "href" | "src" | "cite" => {
            let address = cleaned(value);
            let linked: &[&str] = match known {
                "src" => &schemes::PICTURES,
                _ => &schemes::LINKED,
            };
            // What stands for a file is replaced by its address.
            let is_own = known == "href" && address.starts_with(REFERENCE);
            let scheme = schemes::scheme(&address).filter(|_| !is_own);
            match scheme.filter(|scheme| !linked.contains(&scheme.as_str())) {
                Some(scheme) => {
                    lost(HtmlFinding::Address(scheme));
                    None
                }
                None => Some(KeptAttribute::Address(known, address)),
            }
        }
        "id" | "name" => {
            let id = visible(&decoded(value)).into_owned();
            if id.is_empty() || id.contains(char::is_whitespace) {
                return None;
            }
            if heading_ids::is_of_page(&id) {
                lost(HtmlFinding::Id(id));
                return None;
            }
            Some(KeptAttribute::Id(known, id))
        }
        "class" => {
            let mut kept = String::new();
            let value = decoded(value);
            let value = visible(&value);
            for class in value.split_ascii_whitespace() {
                if theme_names::is_of_theme(class) {
                    lost(HtmlFinding::Class(class.to_owned()));
                    continue;
                }
                if !kept.is_empty() {
                    kept.push(' ');
                }
                kept.push_str(class);
            }
            (!kept.is_empty()).then_some(KeptAttribute::Classes(kept))
        }
        known => Some(KeptAttribute::Plain(known, value)),
    }
}

/// An address as a browser reads it: decoded, without what it passes over.
pub(super) fn cleaned(value: &str) -> String {
    let decoded = decoded(value);
    let seen = decoded
        .chars()
        .filter(|c| !is_invisible(*c) && !matches!(c, '\t' | '\n'));
    seen.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(html: &str) -> Vec<(&str, HtmlFinding)> {
        let mut list = Vec::new();
        let mut reader = HtmlReader::default();
        reader.read(
            html,
            |range| range,
            |range, finding| list.push((&html[range], finding)),
        );
        list.retain(|(_, finding)| !matches!(finding, HtmlFinding::Link { .. }));
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
        let attribute = |element, name: &str| HtmlFinding::Attribute {
            element,
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
            (
                "<q cite=' java&#10;script&colon;x'>b</q>",
                HtmlFinding::Address("javascript".to_owned()),
            ),
            (
                "<a href='java\u{202e}\u{1}script:x'>b</a>",
                HtmlFinding::Address("javascript".to_owned()),
            ),
            (
                "<img src=mailto:x alt=''>",
                HtmlFinding::Address("mailto".to_owned()),
            ),
            ("<p id='dl:main'>b", HtmlFinding::Id("dl:main".to_owned())),
            ("<p id=source-1>b", HtmlFinding::Id("source-1".to_owned())),
            (
                "<p class='skip mine'>b",
                HtmlFinding::Class("skip".to_owned()),
            ),
            ("<td>b", HtmlFinding::Misplaced("td")),
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
    fn links_and_pictures_are_found() {
        let mut list = Vec::new();
        let html = "<a HREF=' a.md&#x23;b '><img src=c.png></a><q cite=d><a href=javascript:e>";
        let found = |_, finding| list.push(finding);
        HtmlReader::default().read(html, |range| range, found);
        let link = |address: &str, is_picture| HtmlFinding::Link {
            address: address.to_owned(),
            is_picture,
        };
        assert_eq!(
            list,
            [
                link("a.md#b", false),
                link("c.png", true),
                HtmlFinding::Address("javascript".to_owned())
            ]
        );
    }

    #[test]
    fn what_is_kept_is_no_loss() {
        for html in [
            "<!-- <iframe> -->",
            "<a href=\"https://example.org/\" target=_blank>a</a>",
            "<img src='a.png' alt=\"x > y\" loading=lazy>",
            "<details open><summary>a</summary></details>",
            "<a href='/a?b=1&c=d:e'>a</a> <a href=&quest;a:b>b</a>",
            "<p class='mine right'>a</p>",
            "a < b, </iframe>",
        ] {
            assert_eq!(findings(html), [], "{html}");
        }
    }
}
