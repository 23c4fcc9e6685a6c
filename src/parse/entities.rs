//! Character references of HTML in front matter: `Tips &amp; Tricks`, `It&#8217;s`.

use pulldown_cmark::{Event, Parser};

use super::html_tokens::{Reference, reference};

/// Returns a text with its character references decoded, and the first of them; `None` if it has
/// none.
pub(super) fn decoded(text: &str) -> Option<(String, String)> {
    memchr::memchr(b'&', text.as_bytes())?;
    let mut out = String::with_capacity(text.len());
    let mut first = None;
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let found = match reference(rest) {
            Some(Reference::Char(c, len)) if rest[..len].ends_with(';') => {
                Some((c.to_string(), len))
            }
            Some(Reference::Named(len)) => named(&rest[..len]).map(|text| (text, len)),
            _ => None,
        };
        let len = match &found {
            Some((text, len)) => {
                first.get_or_insert_with(|| rest[..*len].to_owned());
                out.push_str(text);
                *len
            }
            None => {
                out.push('&');
                1
            }
        };
        rest = &rest[len..];
    }
    out.push_str(rest);
    first.map(|first| (out, first))
}

/// The character that a name means, by the list of the Markdown parser.
fn named(written: &str) -> Option<String> {
    let text: String = Parser::new(written)
        .filter_map(|event| match event {
            Event::Text(text) => Some(text.into_string()),
            _ => None,
        })
        .collect();
    (text != written).then_some(text)
}

/// Returns whether a text has a tag of HTML.
pub(super) fn has_tag(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let inner = text[at + 1..].strip_prefix('/').unwrap_or(&text[at + 1..]);
        let Some(end) = inner.find('>') else {
            return false;
        };
        let name = inner[..end].split([' ', '/']).next().unwrap_or("");
        super::open_elements::Element::of(name).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded() {
        for (text, expected) in [
            ("Tips &amp; Tricks", "Tips & Tricks"),
            ("It&#8217;s &#x2014; &hellip;", "It’s — …"),
            ("caf&eacute;&nbsp;&copy;", "café\u{a0}©"),
            ("&amp;amp;", "&amp;"),
            ("R&D &unknown; &lt;b&gt;", "R&D &unknown; <b>"),
        ] {
            assert_eq!(
                decoded(text).map(|(text, _)| text).as_deref(),
                Some(expected)
            );
        }
        for text in ["R&D", "a & b", "&unknown;", "AT&T;"] {
            assert_eq!(decoded(text), None, "{text}");
        }
    }

    #[test]
    fn only_known_elements_are_tags() {
        assert!(has_tag("<a href='x'>Café</a>"));
        assert!(has_tag("x</b>"));
        for text in ["a < b > c", "vector<int>", "<3", "Ann <ann@example.org>"] {
            assert!(!has_tag(text), "{text}");
        }
    }
}
