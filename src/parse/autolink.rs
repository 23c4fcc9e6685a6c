//! Bare addresses in a text: the extended autolinks of GitHub Flavored Markdown (6.9).
//!
//! Beyond its rules, an address also ends at a quotation mark and at Chinese or Japanese
//! punctuation, and may follow a Chinese or Japanese character.

use std::ops::Range;

use memchr::{memchr2, memchr3};

use crate::cjk::{is_cjk, is_cjk_punctuation};
/// An address in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct BareAddress {
    pub range: Range<usize>,
    /// The complete address, with its scheme.
    pub target: String,
}

/// Schemes of addresses that are recognised without brackets.
const SCHEMES: [&str; 3] = ["https", "http", "ftp"];

/// Endings of file names that look like the domain of a mail address: `logo@2x.png`.
const FILES: [&str; 10] = [
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".css", ".js", ".md",
];

/// Finds the first address that begins at or after `from`. `www`: whether some may begin with
/// `www.`, which takes longer to find, since every full stop could be that one.
pub fn find(text: &str, from: usize, www: bool) -> Option<BareAddress> {
    let bytes = text.as_bytes();
    let mut at = from;
    let next = |at: usize| match www {
        // A full stop is rarer than the `w` before it.
        true => memchr3(b':', b'@', b'.', &bytes[at..]),
        false => memchr2(b':', b'@', &bytes[at..]),
    };
    while let Some(n) = next(at) {
        let here = at + n;
        let found = match bytes[here] {
            b':' => of_scheme(text, from, here),
            b'@' => of_mail(text, from, here),
            _ => match bytes[from..here].last_chunk::<3>() {
                Some(www) if www.eq_ignore_ascii_case(b"www") => of_www(text, from, here - 3),
                _ => None,
            },
        };
        if found.is_some() {
            return found;
        }
        at = here + 1;
    }
    None
}

/// Whether an address may follow a character.
fn may_follow(before: Option<char>) -> bool {
    before.is_none_or(|c| is_cjk(c) || !(c.is_alphanumeric() || "/@.:-_+=".contains(c)))
}

fn of_scheme(text: &str, from: usize, colon: usize) -> Option<BareAddress> {
    let rest = text[colon..].strip_prefix("://")?;
    let letters = text[from..colon].bytes().rev();
    let letters = letters.take_while(u8::is_ascii_alphabetic).take(8).count();
    let start = colon - letters;
    let scheme = &text[start..colon];
    let known = SCHEMES.iter().any(|s| scheme.eq_ignore_ascii_case(s));
    let before = text[from..start].chars().next_back();
    if !known || before.is_some_and(|c| !is_cjk(c) && (c.is_alphanumeric() || c == '_')) {
        return None;
    }
    let host = host(rest)?;
    let end = colon + 3 + address_len(rest, host);
    Some(BareAddress {
        target: text[start..end].to_owned(),
        range: start..end,
    })
}

fn of_www(text: &str, from: usize, start: usize) -> Option<BareAddress> {
    let rest = &text[start..];
    let www = rest.get(..4)?;
    if !www.eq_ignore_ascii_case("www.") || !may_follow(text[from..start].chars().next_back()) {
        return None;
    }
    let host = host(rest)?;
    let name = rest[4..host].trim_end_matches('.');
    if name.is_empty() {
        return None;
    }
    let end = start + address_len(rest, host);
    Some(BareAddress {
        target: format!("http://{}", &text[start..end]),
        range: start..end,
    })
}

fn of_mail(text: &str, from: usize, sign: usize) -> Option<BareAddress> {
    let of_name = |b: &u8| b.is_ascii_alphanumeric() || b".-_+".contains(b);
    let name = text[from..sign].bytes().rev().take_while(of_name).count();
    let mut start = sign - name;
    let rest = &text[sign + 1..];
    let of_domain = |b: &u8| b.is_ascii_alphanumeric() || b".-_".contains(b);
    let domain = rest.bytes().take_while(of_domain).count();
    let domain = rest[..domain].trim_end_matches('.');
    let lower = domain.to_ascii_lowercase();
    if name == 0
        || !text[start..sign].contains(|c: char| c.is_ascii_alphanumeric())
        || !domain.contains('.')
        || domain.starts_with(['.', '-'])
        || domain.ends_with(['-', '_'])
        || domain.contains("..")
        || FILES.iter().any(|end| lower.ends_with(end))
    {
        return None;
    }
    let end = sign + 1 + domain.len();
    let scheme = ["mailto:", "xmpp:"]
        .into_iter()
        .find(|scheme| text[from..start].ends_with(scheme));
    start -= scheme.map_or(0, str::len);
    if !may_follow(text[from..start].chars().next_back()) {
        return None;
    }
    let address = &text[start..end];
    Some(BareAddress {
        target: match scheme {
            Some(_) => address.to_owned(),
            None => format!("mailto:{address}"),
        },
        range: start..end,
    })
}

/// Returns the length of the host at the start of a text, or `None` if there is none. A host in
/// ASCII ends before a Chinese or Japanese character.
fn host(text: &str) -> Option<usize> {
    let ascii = text.starts_with(|c: char| c.is_ascii());
    let end =
        text.find(|c: char| !(c.is_alphanumeric() || "-_.".contains(c)) || (ascii && is_cjk(c)));
    let host = &text[..end.unwrap_or(text.len())];
    let name = host.trim_end_matches(['.', '-', '_']);
    let mut labels = name.rsplit('.');
    let last = [labels.next(), labels.next()];
    let sound = name.starts_with(char::is_alphanumeric)
        && !last.into_iter().flatten().any(|label| label.contains('_'));
    sound.then_some(host.len())
}

/// Returns the length of the address at the start of a text, whose host has the given length.
fn address_len(text: &str, host: usize) -> usize {
    let next = text[host..].chars().next();
    let end = match next {
        Some('/' | '?' | '#' | ':' | '@') => text[host..].find(ends).map(|n| host + n),
        _ => Some(host),
    };
    let mut address = &text[..end.unwrap_or(text.len())];
    // `[https://example.org/](words)`: the words of a link that is none.
    if let Some(end) = address.find("](") {
        address = &address[..end];
    }
    // A bracket that no other opens in the address, and a Chinese or Japanese letter after it.
    if let Some(end) = closed_before_cjk(address) {
        address = &address[..end];
    }
    let count = |address: &str, c: char| address.matches(c).count();
    let mut open = [('(', ')'), ('[', ']'), ('{', '}')]
        .map(|(open, close)| (close, count(address, open), count(address, close)));
    while let Some(last) = address.chars().next_back() {
        if let Some(at) = reference(address) {
            address = &address[..at];
            continue;
        }
        let bracket = open.iter_mut().find(|(close, ..)| *close == last);
        let cut = match bracket {
            Some((_, opened, closed)) if *closed > *opened => {
                *closed -= 1;
                true
            }
            Some(_) => false,
            None => "?!.,:*_~'\";".contains(last),
        };
        if !cut {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address.len()
}

/// Where a bracket around an address ends it: the text goes on in Chinese or Japanese.
fn closed_before_cjk(address: &str) -> Option<usize> {
    if address.is_ascii() {
        return None;
    }
    let mut depth = [0usize; 3];
    for (at, c) in address.char_indices() {
        if let Some(n) = "([{".find(c) {
            depth[n] += 1;
        }
        let Some(n) = ")]}".find(c) else { continue };
        let mut after = address[at + 1..].chars();
        match depth[n].checked_sub(1) {
            Some(less) => depth[n] = less,
            None if after.next().is_some_and(is_cjk) => return Some(at),
            None => {}
        }
    }
    None
}

/// Where a text ends in what looks like a reference to a character (`&amp;`), which is no part of an
/// address.
fn reference(text: &str) -> Option<usize> {
    let name = text.strip_suffix(';')?;
    let at = name.rfind('&')?;
    let is_name = at + 1 < name.len() && name[at + 1..].bytes().all(|b| b.is_ascii_alphanumeric());
    is_name.then_some(at)
}

/// Whether an address ends before a character.
fn ends(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || "<>\"`|\\".contains(c)
        || matches!(c, '‘'..='‟' | '«' | '»' | '‹' | '›' | '…')
        || is_cjk_punctuation(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(address) = find(text, from, true) {
            from = address.range.end;
            found.push(address.target);
        }
        found
    }

    #[test]
    fn addresses_of_every_kind_are_found() {
        for (text, target) in [
            (
                "Details: https://example.net/issue/12",
                "https://example.net/issue/12",
            ),
            (
                "(see http://example.org/a_(b).)",
                "http://example.org/a_(b)",
            ),
            (
                "https://example.org/?q=a&b=c; then",
                "https://example.org/?q=a&b=c",
            ),
            ("HTTPS://EXAMPLE.ORG.", "HTTPS://EXAMPLE.ORG"),
            ("http://localhost:1111/x", "http://localhost:1111/x"),
            ("www.example.org/a,", "http://www.example.org/a"),
            ("to me+x@example.org.", "mailto:me+x@example.org"),
            ("mailto:me@example.org", "mailto:me@example.org"),
            ("詳細はhttps://example.net/あ、次", "https://example.net/あ"),
            ("見る：https://example.netを参照", "https://example.net"),
            ("（https://example.net/a）。", "https://example.net/a"),
            ("https://bücher.example/ö", "https://bücher.example/ö"),
            ("“https://example.net/x”", "https://example.net/x"),
            ("(https://example.net/x)和计划", "https://example.net/x"),
            ("https://example.net/x]の件", "https://example.net/x"),
            ("https://example.net/x_(y)和", "https://example.net/x_(y)和"),
        ] {
            assert_eq!(all(text), [target], "{text}");
        }
    }

    #[test]
    fn what_is_no_address_stays_text() {
        for text in [
            "xhttp://a.b",
            "http:// a",
            "https://",
            "javascript://a.b",
            "a@b",
            "@user@a.example",
            "logo@2x.png",
            "wwww.a.b",
            "www.",
            "http://_/",
            "a.www.b.c",
            "C:\\x",
            "12:30",
            "@handle",
            "x@.org",
        ] {
            assert_eq!(all(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn two_addresses_are_two() {
        assert_eq!(
            all("https://a.example/, https://b.example/"),
            ["https://a.example/", "https://b.example/"]
        );
    }
}
