//! The addresses in raw HTML that an owner trusts: which of them may be pages or files of the site.

use std::ops::Range;

use super::html_tokens::{HtmlToken, HtmlTokens, attributes};
use super::raw_html::{cleaned, emptied};
use crate::content::schemes;

/// Attributes with addresses, by element; the third is whether it shows a picture.
const ADDRESSES: [(&str, &str, bool); 10] = [
    ("a", "href", false),
    ("area", "href", false),
    ("audio", "src", false),
    ("img", "src", true),
    ("img", "srcset", true),
    ("source", "src", false),
    ("source", "srcset", true),
    ("track", "src", false),
    ("video", "poster", true),
    ("video", "src", false),
];

/// An address of the site in raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub struct RawAddress {
    /// Its place in the HTML.
    pub range: Range<usize>,
    /// As browsers read it.
    pub address: String,
    pub is_picture: bool,
}

/// Finds the addresses in a piece of HTML that may be pages or files of the site at `base`.
pub fn find(html: &str, base: &str) -> Vec<RawAddress> {
    let mut all = Vec::new();
    let mut tokens = HtmlTokens::new(html);
    while let Some((token, _)) = tokens.next() {
        let HtmlToken::Start {
            name,
            attributes: list,
        } = token
        else {
            continue;
        };
        if let Some(name) = emptied(name) {
            tokens.skip_to_end_of(name);
            continue;
        }
        let own = || {
            let mut all = ADDRESSES.iter();
            all.any(|(element, ..)| name.eq_ignore_ascii_case(element))
        };
        if !own() {
            continue;
        }
        for (attribute, value) in attributes(list) {
            let row = ADDRESSES.iter().find(|(element, known, _)| {
                name.eq_ignore_ascii_case(element) && attribute.eq_ignore_ascii_case(known)
            });
            let Some((_, known, is_picture)) = row else {
                continue;
            };
            let start = value.as_ptr().addr() - html.as_ptr().addr();
            let parts = match *known {
                "srcset" => candidates(value),
                _ => std::iter::once(0..value.len()).collect(),
            };
            for part in parts {
                let address = cleaned(&value[part.clone()]);
                if is_of_site(&address, base) {
                    all.push(RawAddress {
                        range: start + part.start..start + part.end,
                        address,
                        is_picture: *is_picture,
                    });
                }
            }
        }
    }
    all
}

/// The addresses of a list of pictures: `a.png, b.png 2x`.
fn candidates(list: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    loop {
        let rest = list[at..].trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        if rest.is_empty() {
            return all;
        }
        let start = list.len() - rest.len();
        let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let address = rest[..len].trim_end_matches(',');
        all.push(start..start + address.len());
        // The widths after it, unless a comma ends it.
        at = start + len;
        if address.len() == len {
            at += rest[len..].find(',').unwrap_or(rest.len() - len);
        }
    }
}

/// Whether an address may be a page or a file of the site. An anchor needs no change.
fn is_of_site(address: &str, base: &str) -> bool {
    !address.is_empty()
        && !address.starts_with(['#', '?'])
        && !address.contains(['{', '}'])
        && schemes::scheme(address).is_none()
        && match address.starts_with('/') {
            true => address.starts_with(base) && !address.starts_with("//"),
            false => true,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_addresses_of_the_site_are_found() {
        let found = |html: &str| {
            let all = find(html, "/news/").into_iter();
            let all = all.map(|found| format!("{} {}", found.address, &html[found.range]));
            all.collect::<Vec<_>>()
        };
        for (html, expected) in [
            ("<a href=\"b.md\">x</a>", vec!["b.md b.md"]),
            ("<A HREF = 'b &amp; c.md'>", vec!["b & c.md b &amp; c.md"]),
            ("<img src=a.png>", vec!["a.png a.png"]),
            (
                "<img srcset='a.png, b.png 2x,c.png 3x'>",
                vec!["a.png a.png", "b.png b.png", "c.png c.png"],
            ),
            (
                "<video poster=p.png><source src=v.mp4>",
                vec!["p.png p.png", "v.mp4 v.mp4"],
            ),
            ("<a href='/news/a/'>", vec!["/news/a/ /news/a/"]),
            ("<a href='/a/'><a href='#x'><a href='//b.c/'>", vec![]),
            ("<img src='https://e.org/a.png'><iframe src=x>", vec![]),
            ("<script>'<img src=a.png>'</script>", vec![]),
            ("<img src='{{ x }}'>", vec![]),
        ] {
            assert_eq!(found(html), expected, "{html}");
        }
    }
}
