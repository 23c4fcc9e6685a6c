//! Redirects of the owner: which addresses they match, and where they lead.
//!
//! What a `*` or a `:name` matches comes from whoever made the link. It may choose a page of the target,
//! never the host: a rule that would let it is an error here, and `hosting` writes the others so that
//! no host can be tricked.

use super::keys::{address, list_of_groups, one_of};
use crate::diagnostic::{Diagnostic, Sink};
use crate::percent;
use crate::source::At;
use crate::yaml::fields::Fields;

/// HTTP status codes for redirects.
const STATUSES: [(&str, u16); 4] = [("301", 301), ("302", 302), ("307", 307), ("308", 308)];

/// A rule of `hosting.redirects`.
#[derive(Debug, Clone)]
pub struct RedirectRule {
    /// A path of this site, as written.
    pub from: At<String>,
    /// A path of this site, or an address elsewhere, as written.
    pub to: String,
    /// 301, 302, 307 or 308.
    pub status: u16,
}

/// A part of an address in a redirect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressPart {
    /// As written.
    Text(String),
    /// `*`, any text; in the target, `:splat`.
    Rest,
    /// `:name`, any text without a slash.
    Named(String),
}

impl RedirectRule {
    /// The addresses that it matches, in parts.
    pub fn pattern(&self) -> Vec<AddressPart> {
        pattern(&self.from.value)
    }

    /// Where it leads, in parts.
    pub fn target(&self) -> Vec<AddressPart> {
        target(&self.to, &self.pattern())
    }

    /// Whether it matches many addresses.
    pub fn is_pattern(&self) -> bool {
        is_pattern(&self.from.value)
    }
}

/// Whether a path of `hosting.redirects` matches many addresses.
pub fn is_pattern(path: &str) -> bool {
    let named = |(at, _): (usize, &str)| !word(&path[at + 2..]).is_empty();
    path.contains('*') || path.match_indices("/:").any(named)
}

/// The name at the start of a text: a letter, then letters, digits and underscores; or nothing.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    let word = &text[..end.unwrap_or(text.len())];
    match word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        true => word,
        false => "",
    }
}

fn pattern(from: &str) -> Vec<AddressPart> {
    let mut parts = Parts::default();
    let mut rest = from;
    while let Some(at) = rest.find(['*', ':']) {
        let (before, after) = rest.split_at(at);
        parts.text(before);
        let name = word(&after[1..]);
        rest = &after[1..];
        if after.starts_with('*') {
            parts.0.push(AddressPart::Rest);
        } else if parts.ends_with_slash() && !name.is_empty() {
            parts.0.push(AddressPart::Named(name.to_owned()));
            rest = &rest[name.len()..];
        } else {
            parts.text(":");
        }
    }
    parts.text(rest);
    parts.0
}

fn target(to: &str, pattern: &[AddressPart]) -> Vec<AddressPart> {
    let mut parts = Parts::default();
    let mut rest = to;
    while let Some(at) = rest.find(':') {
        let (before, after) = rest.split_at(at);
        parts.text(before);
        rest = &after[1..];
        let name = word(rest);
        let part = match name {
            "splat" => AddressPart::Rest,
            name => AddressPart::Named(name.to_owned()),
        };
        if pattern.contains(&part) {
            parts.0.push(part);
            rest = &rest[name.len()..];
        } else {
            parts.text(":");
        }
    }
    parts.text(rest);
    parts.0
}

#[derive(Default)]
struct Parts(Vec<AddressPart>);

impl Parts {
    fn text(&mut self, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(AddressPart::Text(last)) => last.push_str(text),
            _ => self.0.push(AddressPart::Text(text.to_owned())),
        }
    }

    fn ends_with_slash(&self) -> bool {
        matches!(self.0.last(), Some(AddressPart::Text(text)) if text.ends_with('/'))
    }
}

pub(super) fn redirects(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<RedirectRule> {
    list_of_groups(f, "redirects", &["from", "to"], sink, |f, sink| {
        let from = f.text("from", sink);
        let from = from.filter(|from| is_path(from, sink));
        let from = from.filter(|from| is_good(from, fault_of_path(&from.value), sink));
        let to = match f.text("to", sink) {
            Some(to) if to.value.starts_with(['/', '\\']) => Some(to),
            Some(_) => address(f, "to", sink),
            None => None,
        };
        let status = one_of(f, "status", "redirect status code", &STATUSES, sink);
        let (from, to) = (from?, to?);
        let fault = fault_of_target(&to.value, &from.value);
        is_good(&to, fault, sink).then(|| RedirectRule {
            from,
            to: to.value,
            status: status.unwrap_or(301),
        })
    })
}

fn is_path(from: &At<String>, sink: &mut Sink) -> bool {
    let good = from.value.starts_with('/');
    if !good {
        let message = format!("`{}` is not a path of this site", from.value);
        let fault = Diagnostic::error("bad-url", message).at(from.span, "here");
        sink.push(fault.hint("start it with a slash, as in `/old/address/`"));
    }
    good
}

/// What is wrong with a value, and how to fix it.
type Fault = Option<(String, String)>;

fn is_good(value: &At<String>, fault: Fault, sink: &mut Sink) -> bool {
    let Some((message, hint)) = fault else {
        return true;
    };
    let fault = Diagnostic::error("bad-redirect", message);
    sink.push(fault.at(value.span, "here").hint(hint));
    false
}

fn fault_of_path(from: &str) -> Fault {
    let fault = |what: String, hint: &str| Some((what, hint.to_owned()));
    let example = "write a path of this site, as in `from: /old/address/`";
    let decoded = percent::decode(from).unwrap_or_else(|| from.to_owned());
    if let Some(c) = from.chars().find(|c| "?#".contains(*c)) {
        return fault(
            format!("`{from}` has a `{c}`; hosts compare only the path"),
            example,
        );
    }
    if decoded.contains("//") || decoded.contains('\\') || from.contains('\\') {
        return fault(
            format!("`{from}` has two slashes in a row, or a backslash"),
            example,
        );
    }
    if decoded.contains(char::is_control) {
        return fault("`from` has a control character".to_owned(), example);
    }
    if decoded.split('/').any(|part| part == "." || part == "..") {
        return fault(format!("`{from}` has a part that is only dots"), example);
    }
    let parts = pattern(from);
    if parts
        .iter()
        .filter(|part| **part == AddressPart::Rest)
        .count()
        > 1
    {
        return fault(
            format!("`{from}` has more than one `*`"),
            "keep one `*`, and write `:name` for a part between two slashes",
        );
    }
    let twice = parts.iter().enumerate().find_map(|(n, part)| match part {
        AddressPart::Named(name) if name == "splat" || parts[..n].contains(part) => Some(name),
        _ => None,
    });
    match twice {
        Some(name) if name == "splat" => fault(
            "`:splat` is the name of what `*` matches".to_owned(),
            "choose another name for this part",
        ),
        Some(name) => fault(
            format!("`:{name}` is in `{from}` twice"),
            "choose another name for one of them",
        ),
        None => None,
    }
}

fn fault_of_target(to: &str, from: &str) -> Fault {
    let own = to.starts_with('/');
    if to.starts_with("//") || to.starts_with("/\\") || to.starts_with('\\') {
        let hint = "write a path with one slash, or a full address that starts with https://";
        return Some((format!("`{to}` leads to another site"), hint.to_owned()));
    }
    if to.contains(char::is_control) {
        let hint = "write the address on one line, as in `to: /new/address/`";
        return Some(("`to` has a control character".to_owned(), hint.to_owned()));
    }
    let pattern = pattern(from);
    let target = target(to, &pattern);
    let host_ends = |text: &str| {
        let host = text.split_once("://").map_or(text, |(_, host)| host);
        host.contains(['/', '?', '#'])
    };
    let fixed = matches!(target.first(), Some(AddressPart::Text(text)) if host_ends(text));
    if target.len() > 1 && !fixed {
        return Some((
            format!("`{to}` lets whoever made the link choose the site that readers are sent to"),
            "write the host in full, with a slash after it, as in `https://example.org/:splat`"
                .to_owned(),
        ));
    }
    if let Some(name) = unknown_name(&target) {
        let hint = match name {
            "splat" => "write `*` in `from` for it, or remove it".to_owned(),
            name => format!("write `:{name}` in `from` for it, or remove it"),
        };
        return Some((
            format!("`{to}` has `:{name}`, which `{from}` does not match"),
            hint,
        ));
    }
    // What follows the first slash must not start with another one.
    let at_root = own
        && matches!(target.as_slice(), [AddressPart::Text(text), AddressPart::Rest, ..] if text == "/");
    if at_root
        && !from
            .split('*')
            .next()
            .is_some_and(|before| before.ends_with('/'))
    {
        return Some((
            format!(
                "`{from}` can match a slash, which `{to}` puts after another one: readers would be sent to another site"
            ),
            "write a slash before the `*`".to_owned(),
        ));
    }
    None
}

/// A name that the target seems to take from `from`, which has no such part.
fn unknown_name(target: &[AddressPart]) -> Option<&str> {
    let texts = target.iter().filter_map(|part| match part {
        AddressPart::Text(text) => Some(text),
        _ => None,
    });
    texts.into_iter().find_map(|text| {
        let colons = text.match_indices(':').map(|(at, _)| at);
        let names = colons.map(|at| (at, word(&text[at + 1..])));
        let meant = |at: usize, name: &str| {
            name == "splat" || (!name.is_empty() && text[..at].ends_with('/'))
        };
        names
            .into_iter()
            .find(|(at, name)| meant(*at, name))
            .map(|(_, name)| name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> AddressPart {
        AddressPart::Text(text.to_owned())
    }

    fn named(name: &str) -> AddressPart {
        AddressPart::Named(name.to_owned())
    }

    #[test]
    fn a_pattern_stands_for_many() {
        assert!(is_pattern("/old/*") && is_pattern("/old/:slug/"));
        assert!(!is_pattern("/old/12:30/") && !is_pattern("/old/:30/"));
        assert!(!is_pattern("/wiki/Talk:Main"));
    }

    #[test]
    fn an_address_is_read_in_parts() {
        let from = pattern("/a/:year/:8/Talk:Main/*");
        let wanted = [
            text("/a/"),
            named("year"),
            text("/:8/Talk:Main/"),
            AddressPart::Rest,
        ];
        assert_eq!(from, wanted);
        assert_eq!(
            target("https://a.example:80/:splat?y=:year&z=:yearly", &from),
            [
                text("https://a.example:80/"),
                AddressPart::Rest,
                text("?y="),
                named("year"),
                text("&z=:yearly"),
            ]
        );
    }

    #[test]
    fn a_rule_that_can_be_turned_against_readers_is_refused() {
        for (from, to) in [
            ("/old/*", "https://:splat"),
            ("/old/*", "https://:splat/"),
            ("/old/*", "https://example.org:splat"),
            ("/old/*", "https://example.org\\:splat"),
            ("/old/:who", "https://:who.example.org/"),
            ("/old/*", "//:splat"),
            ("/old/*", "//evil.example/"),
            ("/old/*", "/\\evil.example/"),
            ("/old*", "/:splat"),
            ("/old/", "/:splat"),
            ("/old/*", "/:slug/"),
            ("/old/*", "/a\r\nX: y"),
        ] {
            assert!(fault_of_target(to, from).is_some(), "{from} {to}");
        }
        for (from, to) in [
            ("/old/*", "/:splat"),
            ("/old/*", "https://example.org/:splat"),
            ("/old/:who", "https://example.org/?who=:who"),
            ("/old*", "/new:splat"),
            ("/old/", "https://example.org/wiki/Talk:Main"),
            ("/old/", "https://example.org:8080/x"),
        ] {
            assert_eq!(fault_of_target(to, from), None, "{from} {to}");
        }
        for bad in [
            "//old/",
            "/a//b",
            "/a?b",
            "/a#b",
            "/a/../b",
            "/a/%2e%2E/b",
            "/a\\b",
            "/a\nb",
            "/a%0Ab",
            "/*/a/*",
            "/:a/:a",
            "/:splat/",
        ] {
            assert!(fault_of_path(bad).is_some(), "{bad}");
        }
        for good in [
            "/", "/old/", "/é x/", "/caf%E9/", "/*", "/:a/:b/*", "/a.html", "/it's/",
        ] {
            assert_eq!(fault_of_path(good), None, "{good}");
        }
    }
}
