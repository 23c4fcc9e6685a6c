//! Checks what a browser may request, and who may request it: pure functions that know nothing of
//! the site.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::content::slug::nfc;
use crate::percent;

/// Maximum length of a requested path, in bytes.
const LONGEST: usize = 4096;

/// Returns the path of a request, decoded once and composed, without its leading slash. `None` if the path is
/// refused: it is not UTF-8, it would contain a separator or a control character after decoding, or
/// it climbs above the root.
pub fn decoded(raw: &str) -> Option<String> {
    let lower = raw.to_ascii_lowercase();
    let masked = ["%2f", "%5c", "%00"].iter().any(|m| lower.contains(m));
    if raw.len() > LONGEST || masked || !well_formed(raw) {
        return None;
    }
    let path = percent::decode(raw.strip_prefix('/')?)?;
    let bad = |c: char| c == '\\' || c.is_control();
    let climbs = path.split('/').any(|part| part == "." || part == "..");
    (!path.contains(bad) && !climbs).then(|| nfc(&path).into_owned())
}

/// Whether every percent sign starts an escape of two hex digits.
fn well_formed(raw: &str) -> bool {
    let digit = |b: Option<&u8>| b.is_some_and(u8::is_ascii_hexdigit);
    let bytes = raw.as_bytes();
    let signs = bytes.iter().enumerate().filter(|(_, b)| **b == b'%');
    signs
        .map(|(at, _)| at)
        .all(|at| digit(bytes.get(at + 1)) && digit(bytes.get(at + 2)))
}

/// Whether a segment of a path starts with a dot: such files are never served.
pub fn hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

/// Whether a `Host` names this machine without the help of a name server: `localhost`, a name below
/// it (RFC 6761), or an IP address. Any other name may belong to a foreign site that was pointed at
/// this machine (DNS rebinding).
pub fn is_own_host(host: &str) -> bool {
    if let Some(rest) = host.strip_prefix('[') {
        let Some((address, port)) = rest.split_once(']') else {
            return false;
        };
        return address.parse::<Ipv6Addr>().is_ok() && is_port(port);
    }
    let end = host.find(':').unwrap_or(host.len());
    let (name, port) = host.split_at(end);
    let label = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let name = name.to_ascii_lowercase();
    let local = name == "localhost"
        || name
            .strip_suffix(".localhost")
            .is_some_and(|sub| sub.split('.').all(label));
    is_port(port) && (local || name.parse::<Ipv4Addr>().is_ok())
}

/// Whether the text is a port such as `:4000`, or empty.
fn is_port(text: &str) -> bool {
    match text.strip_prefix(':') {
        Some(digits) => digits.bytes().all(|b| b.is_ascii_digit()) && digits.parse::<u16>().is_ok(),
        None => text.is_empty(),
    }
}

/// Whether an `Origin` belongs to the pages served to `host`: the same name and port.
pub fn is_own_origin(origin: &str, host: &str) -> bool {
    origin
        .strip_prefix("http://")
        .is_some_and(|rest| rest.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_is_asked_for_a_path_never_climbs(
            raw in r"/?(%[0-9a-fA-F]{2}|%25[0-9a-f]{2}|[./\\%a-z]|\PC){0,24}"
        ) {
            if let Some(path) = decoded(&raw) {
                prop_assert!(raw.starts_with('/'));
                prop_assert!(path.split('/').all(|part| part != "." && part != ".."));
                prop_assert!(!path.contains(|c: char| c == '\\' || c.is_control()));
                // Decoding creates no separators.
                prop_assert_eq!(path.matches('/').count(), raw[1..].matches('/').count());
            }
        }

        #[test]
        fn a_host_is_ours_by_name_or_number_alone(host in r"\PC{0,40}") {
            if is_own_host(&host) {
                let digits = |c: char| c == '[' || c.is_ascii_digit();
                let number = host.starts_with(digits);
                prop_assert!(number || host.to_ascii_lowercase().contains("localhost"));
            }
        }
    }

    #[test]
    fn a_path_is_decoded_once() {
        for (raw, path) in [
            ("/", ""),
            ("/2025/llama-4/", "2025/llama-4/"),
            ("/caf%C3%A9/", "café/"),
            ("/cafe%CC%81/", "café/"),
            ("/a%20b", "a b"),
            ("/100%25", "100%"),
            ("/%252e%252e/x", "%2e%2e/x"),
            ("/%252fetc", "%2fetc"),
            ("//x", "/x"),
            ("/a..b/...", "a..b/..."),
        ] {
            assert_eq!(decoded(raw).as_deref(), Some(path), "{raw}");
        }
    }

    #[test]
    fn a_path_that_could_lead_astray_is_refused() {
        for raw in [
            "/..",
            "/../etc/passwd",
            "/a/../b",
            "/a/./b",
            "/%2e%2e/x",
            "/%2E./x",
            "/.%2e",
            "/a%2fb",
            "/a%2Fb",
            "/a%5cb",
            "/a%5Cb",
            "/a\\b",
            "/..\\x",
            "/a%00",
            "/a%0d%0aX: y",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
            "/%c0%ae%c0%ae/",
            "/%ed%a0%80",
            "/%7f",
            "/%c2%85",
            "*",
            "",
            "x",
            "http://localhost/",
        ] {
            assert_eq!(decoded(raw), None, "{raw}");
        }
        assert_eq!(decoded(&format!("/{}", "a".repeat(LONGEST))), None);
    }

    #[test]
    fn own_hosts_are_local_names_and_bare_addresses() {
        for host in [
            "localhost",
            "localhost:4000",
            "LOCALHOST:1",
            "news.localhost:4000",
            "a.b.localhost",
            "127.0.0.1",
            "127.0.0.1:4000",
            "[::1]",
            "[::1]:4000",
            "192.168.1.7:80",
            "0.0.0.0",
        ] {
            assert!(is_own_host(host), "{host}");
        }
        for host in [
            "",
            ":4000",
            "example.org",
            "example.org:4000",
            "localhost.example.org",
            "localhost.",
            ".localhost",
            "a..localhost",
            "notlocalhost",
            "127.0.0.1.example.org",
            "127.1",
            "2130706433",
            "0x7f000001",
            "127.0.0.1:",
            "localhost:x",
            "localhost:99999",
            "localhost:4000:1",
            "localhost:+1",
            "[::1",
            "::1",
            "[::1]x",
            "[localhost]",
            "user@localhost",
            "localhost/x",
            "localhost, example.org",
            "[fe80::1%25eth0]",
        ] {
            assert!(!is_own_host(host), "{host}");
        }
    }

    #[test]
    fn an_origin_is_own_by_name_and_port() {
        assert!(is_own_origin("http://localhost:4000", "localhost:4000"));
        assert!(is_own_origin("http://[::1]:4000", "[::1]:4000"));
        for origin in [
            "null",
            "",
            "http://localhost",
            "http://localhost:4001",
            "https://localhost:4000",
            "http://localhost:4000.example.org",
            "http://127.0.0.1:4000",
            "localhost:4000",
        ] {
            assert!(!is_own_origin(origin, "localhost:4000"), "{origin}");
        }
    }
}
