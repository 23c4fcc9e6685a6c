//! Percent-encoding (RFC 3986, section 2.1): one function for each context in which an address is
//! written.
//!
//! All of them encode control characters and non-ASCII characters. They differ in the ASCII
//! characters that they leave as they are.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str};

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Like [`COMPONENT`], but keeps `/`, which separates segments, and `:`, which follows a drive
/// letter.
const FILE_PATH: &AsciiSet = &COMPONENT.remove(b'/').remove(b':');

/// Control characters and the space.
const HEADER: &AsciiSet = &CONTROLS.add(b' ');

/// What browsers encode in the path of an address (URL Standard, "path percent-encode set").
const PATH_OF_ADDRESS: &AsciiSet = &HEADER
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// Like [`HEADER`], plus the characters that quote, escape or start a variable in the configuration
/// files of some servers.
const SERVER_FILE: &AsciiSet = &HEADER
    .add(b'"')
    .add(b'\'')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'$');

/// Encodes `text` as one path segment or one query value.
pub fn component(text: &str) -> String {
    encode(text, COMPONENT)
}

/// Encodes the path of a file for use in a URL.
pub fn file_path(path: &str) -> String {
    encode(path, FILE_PATH)
}

/// Encodes a whole address for an HTTP header. Existing percent-encoding is kept.
pub fn header(address: &str) -> String {
    encode(address, HEADER)
}

/// Encodes a whole address for an attribute of HTML: spaces, quotes, angle brackets and control
/// characters. Letters of every script, and existing percent-encoding, are kept.
pub fn attribute(address: &str) -> Cow<'_, str> {
    let encoded = |c: char| c <= ' ' || "\"<>\\^`{|}\u{7f}".contains(c);
    if !address.contains(encoded) {
        return Cow::Borrowed(address);
    }
    let mut out = String::with_capacity(address.len() + 8);
    for c in address.chars() {
        match c {
            c if encoded(c) => out.push_str(&format!("%{:02X}", u32::from(c))),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Encodes the path of an address as browsers do. Existing percent-encoding is kept.
pub fn path_of_address(path: &str) -> String {
    encode(path, PATH_OF_ADDRESS)
}

/// Encodes a whole address for a server's configuration file, so that nothing in it ends a line, a
/// word or a quoted string. Existing percent-encoding is kept.
pub fn server_file(address: &str) -> String {
    encode(address, SERVER_FILE)
}

fn encode(text: &str, set: &'static AsciiSet) -> String {
    percent_encoding::utf8_percent_encode(text, set).collect()
}

/// Decodes percent-encoding. `None` if the result is not UTF-8 or contains NUL or a backslash.
pub fn decode(path: &str) -> Option<String> {
    if !path.contains('%') {
        return Some(path.to_owned());
    }
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    (!decoded.contains(['\0', '\\'])).then(|| decoded.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_is_one_part_and_a_path_has_several() {
        assert_eq!(component("a/b c:~é"), "a%2Fb%20c%3A~%C3%A9");
        assert_eq!(file_path("C:/a b/é?#.md"), "C:/a%20b/%C3%A9%3F%23.md");
    }

    #[test]
    fn no_address_ends_a_line_or_a_quoted_text() {
        assert_eq!(
            header("/a b\n\"c\"/é;$x/\u{7f}"),
            "/a%20b%0A\"c\"/%C3%A9;$x/%7F"
        );
        assert_eq!(
            server_file("/a b\n\"c\"/é;$x/"),
            "/a%20b%0A%22c%22/%C3%A9;%24x/"
        );
        let encoded = "https://a.example/?q=%20#x";
        assert_eq!(header(encoded), encoded);
        assert_eq!(
            path_of_address("/it's $5/é {x}%20"),
            "/it's%20$5/%C3%A9%20%7Bx%7D%20"
        );
        assert_eq!(server_file(encoded), encoded);
    }

    #[test]
    fn what_is_encoded_is_decoded_once() {
        assert_eq!(decode("a%20b%C3%A9%2520").as_deref(), Some("a bé%20"));
        assert_eq!(decode("100%").as_deref(), Some("100%"));
        assert_eq!(decode("%zz%+f").as_deref(), Some("%zz%+f"));
        for bad in ["%ff", "a%00", "a%5Cb"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
