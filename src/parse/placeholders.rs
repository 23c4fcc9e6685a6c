//! Tags in the midst of a text that are no elements: `vector<int>`, `<name>`. They are text, and
//! readers see them as they were typed.

use super::html_tokens::{HtmlToken, HtmlTokens, attributes};
use super::open_elements::Element;
use super::raw_html::emptied;

/// Elements of HTML that are not kept, and roots of other languages. What a text calls by a name of
/// these is more likely to be meant as an element.
const OTHERS: [&str; 64] = [
    "applet",
    "audio",
    "base",
    "basefont",
    "bgsound",
    "big",
    "blink",
    "body",
    "button",
    "canvas",
    "datalist",
    "dialog",
    "dir",
    "embed",
    "fieldset",
    "font",
    "form",
    "frame",
    "frameset",
    "head",
    "html",
    "iframe",
    "input",
    "keygen",
    "label",
    "legend",
    "link",
    "listing",
    "main",
    "marquee",
    "math",
    "menu",
    "menuitem",
    "meta",
    "meter",
    "nobr",
    "noembed",
    "noframes",
    "noindex",
    "noscript",
    "object",
    "optgroup",
    "option",
    "output",
    "param",
    "picture",
    "plaintext",
    "progress",
    "rb",
    "script",
    "search",
    "select",
    "slot",
    "source",
    "spacer",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "track",
    "video",
    "xmp",
    // Browsers read it as `<img>`.
    "image",
];

/// Whether HTML has an element of this name.
fn is_element(name: &str) -> bool {
    Element::of(name).is_some()
        || emptied(name).is_some()
        || OTHERS.iter().any(|other| name.eq_ignore_ascii_case(other))
}

/// The only token of a piece of HTML.
fn only_token(tag: &str) -> Option<HtmlToken<'_>> {
    let (token, range) = HtmlTokens::new(tag).next()?;
    (range.len() == tag.len()).then_some(token)
}

/// Tells the tags of a text that are text.
#[derive(Debug, Default)]
pub(super) struct Placeholders {
    /// The names of open elements that are not kept: what is in them is theirs.
    open: Vec<String>,
}

impl Placeholders {
    /// A paragraph, a heading, a cell begins or ends.
    pub fn begin(&mut self) {
        self.open.clear();
    }

    /// Whether the next tag of a text is text.
    pub fn is_text(&mut self, tag: &str) -> bool {
        match only_token(tag) {
            Some(HtmlToken::Start {
                name,
                attributes: list,
            }) => {
                if Element::of(name).is_some() {
                    return false;
                }
                let ends_itself = list.trim_end().ends_with('/');
                let is_component = ends_itself || has_value(list);
                if self.open.is_empty() && !is_element(name) && !is_component {
                    return true;
                }
                let is_void = OTHERS_WITHOUT_END
                    .iter()
                    .any(|void| name.eq_ignore_ascii_case(void));
                if !ends_itself && !is_void {
                    self.open.push(name.to_ascii_lowercase());
                }
                false
            }
            Some(HtmlToken::End(name)) => {
                let is_same = |open: &String| open.eq_ignore_ascii_case(name);
                match self.open.iter().rposition(is_same) {
                    Some(at) => {
                        self.open.truncate(at);
                        false
                    }
                    None => self.open.is_empty() && !is_element(name),
                }
            }
            _ => false,
        }
    }
}

/// Elements of [`OTHERS`] that have no end tag.
const OTHERS_WITHOUT_END: [&str; 14] = [
    "base", "basefont", "bgsound", "embed", "frame", "input", "keygen", "link", "meta", "param",
    "source", "spacer", "track", "image",
];

/// Whether an attribute has a value: no one types that for a placeholder.
fn has_value(list: &str) -> bool {
    list.contains('=') && attributes(list).any(|(_, value)| !value.is_empty())
}

/// Returns the name of the start tag that a text is, if it has one that is none of HTML.
pub(super) fn name_of(text: &str) -> Option<&str> {
    match only_token(text)? {
        HtmlToken::Start { name, attributes } if !is_element(name) && !has_value(attributes) => {
            Some(name)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_no_element_is_text() {
        for (tags, expected) in [
            ("<int>", "<int>"),
            (
                "<T> <vector> <your name> <user-name>",
                "<T> <vector> <your name> <user-name>",
            ),
            ("<g> <rect>", "<g> <rect>"),
            ("<svg> <g> <rect> </g> </svg> <g>", "<g>"),
            ("<Badge> </Badge>", "<Badge> </Badge>"),
            (
                "<NavLink to=\"/x\"> <b> </b> </NavLink> </NavLink>",
                "</NavLink>",
            ),
            ("<Foo/> <Foo />", ""),
            ("<b> </b> <br> <video> <x> </video> <x>", "<x>"),
            ("<!-- a --> <?php ?> <script> <template>", ""),
            ("</x> </div>", "</x>"),
        ] {
            let mut placeholders = Placeholders::default();
            let tags = tags.replace("your name", "your\u{a0}name");
            let tags = tags.replace(" />", "\u{a0}/>").replace(" to=", "\u{a0}to=");
            let tags = tags
                .replace("!-- a --", "!--a--")
                .replace("?php ?", "?php?");
            let texts = tags
                .split(' ')
                .map(|tag| tag.replace('\u{a0}', " "))
                .filter(|tag| placeholders.is_text(tag));
            assert_eq!(texts.collect::<Vec<_>>().join(" "), expected, "{tags}");
        }
    }

    #[test]
    fn a_placeholder_is_one_tag_and_no_more() {
        for (text, name) in [
            ("<int>", Some("int")),
            ("<your name>", Some("your")),
            ("<int> x", None),
            ("</int>", None),
            ("<b>", None),
            ("<a b=c>", None),
            ("a <int>", None),
        ] {
            assert_eq!(name_of(text), name, "{text}");
        }
    }
}
