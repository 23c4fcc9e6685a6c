//! The hosts whose films and posts a page may show.

use crate::diagnostic::{Diagnostic, Sink};
use crate::source::At;
use crate::yaml::fields::Fields;

/// Reads `embeds`: host names. An address counts as its host.
pub(super) fn embeds(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<String> {
    let named = f.list("embeds", sink);
    named.iter().filter_map(|name| host(name, sink)).collect()
}

fn host(name: &At<String>, sink: &mut Sink) -> Option<String> {
    let lower = name.value.to_ascii_lowercase();
    let host = lower.strip_prefix("https://").unwrap_or(&lower);
    let host = host.strip_suffix('/').unwrap_or(host);
    let host = host.strip_prefix("www.").unwrap_or(host);
    let good = |b: u8| b.is_ascii_alphanumeric() || b"-.".contains(&b);
    let is_host = host.bytes().all(good)
        && host.contains('.')
        && host.split('.').all(|part| !part.is_empty());
    if is_host {
        return Some(host.to_owned());
    }
    sink.push(
        Diagnostic::error(
            "bad-url",
            format!("`{}` is not the name of a host", name.value),
        )
        .at(name.span, "here")
        .hint("write only the host, as in `embeds: [youtube.com, vimeo.com]`"),
    );
    None
}
