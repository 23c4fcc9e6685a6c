//! The schemes of addresses that a text or the configuration may link to.

/// Schemes that open a page, a message, a call, a place, a chat, a calendar, a payment or a file
/// elsewhere. None of them runs a script in the page (as `javascript:` and `data:` do) or reads the
/// reader's disk.
pub const LINKED: [&str; 48] = [
    "https",
    "http",
    "mailto",
    "tel",
    "sms",
    "smsto",
    "geo",
    "xmpp",
    "irc",
    "ircs",
    "irc6",
    "matrix",
    "webcal",
    "webcals",
    "magnet",
    "news",
    "nntp",
    "snews",
    "ftp",
    "ftps",
    "sftp",
    "ssh",
    "git",
    "gemini",
    "gopher",
    "finger",
    "bitcoin",
    "ethereum",
    "monero",
    "lightning",
    "doi",
    "urn",
    "info",
    "hdl",
    "sip",
    "sips",
    "im",
    "mumble",
    "signal",
    "sgnl",
    "tg",
    "whatsapp",
    "viber",
    "ipfs",
    "ipns",
    "rsync",
    "feed",
    "openpgp4fpr",
];

/// Schemes of pictures on another host.
pub const PICTURES: [&str; 2] = ["https", "http"];

/// Returns the scheme of an address as browsers read it (URL Standard, "basic URL parser"), in lower case:
/// they skip control characters and spaces before it, and tabs and line breaks within. `None` for an
/// address without a scheme.
pub fn scheme(address: &str) -> Option<String> {
    let mut scheme = String::new();
    for c in address.trim_start_matches(|c: char| c <= ' ').chars() {
        match c {
            '\t' | '\n' | '\r' => {}
            ':' => return (!scheme.is_empty()).then_some(scheme),
            'a'..='z' | 'A'..='Z' => scheme.push(c.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(c),
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_is_read_as_browsers_read_it() {
        for (address, read) in [
            ("https://example.org/", Some("https")),
            ("JavaScript:alert(1)", Some("javascript")),
            (" \u{1}java\tscr\nipt:alert(1)", Some("javascript")),
            ("data:text/html,x", Some("data")),
            ("/a:b", None),
            ("about", None),
            ("é:x", None),
            ("1a:x", None),
            ("//example.org/", None),
        ] {
            assert_eq!(scheme(address).as_deref(), read, "{address:?}");
        }
    }
}
