//! The owner's links at the foot of every page, and the paths of the domain that are not part of the
//! site.

use super::keys::{group, linked, list_of_groups};
use super::{OwnerLink, SiteConfig};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::At;
use crate::yaml::Value;
use crate::yaml::fields::Fields;

/// Reads `links`: a list of the owner's links, or a group with the list and the paths outside.
pub(super) fn links(f: &mut Fields<'_>, sink: &mut Sink) -> (Vec<OwnerLink>, Vec<String>) {
    let is_link = |key: &str| ["label", "url", "rel"].contains(&key);
    let is_group = match f.take_named("links").map(|node| &node.value) {
        Some(Value::Map(map)) => !map.iter().any(|(key, _)| is_link(&key.value)),
        _ => false,
    };
    if !is_group {
        return (own(f, "links", sink), Vec::new());
    }
    group(f, "links", sink, |f, sink| {
        let own = own(f, "owner", sink);
        let outside = f.list("outside", sink);
        let outside = outside.iter().filter_map(|path| outside_path(path, sink));
        (own, outside.collect())
    })
}

/// Reads a list of the owner's links.
pub(super) fn own(f: &mut Fields<'_>, key: &'static str, sink: &mut Sink) -> Vec<OwnerLink> {
    list_of_groups(f, key, &["label", "url"], sink, |f, sink| {
        let (label, url) = (f.text("label", sink), linked(f, "url", sink));
        let rel = f.text("rel", sink).map(|r| r.value);
        Some(OwnerLink {
            label: label?.value,
            url: url?.value,
            rel,
        })
    })
}

/// A path that begins with a slash and is not the whole domain.
fn outside_path(path: &At<String>, sink: &mut Sink) -> Option<String> {
    let value = &path.value;
    let is_path = value.starts_with('/') && !value.starts_with("//") && value.len() > 1;
    if is_path && !value.contains(['?', '#', '*']) {
        return Some(value.clone());
    }
    sink.push(
        Diagnostic::error(
            "bad-address",
            format!("`{value}` is not a path of this domain"),
        )
        .at(path.span, "here")
        .hint("write a folder or a page that is not part of this site, as in `links: {outside: [/docs/]}`"),
    );
    None
}

impl SiteConfig {
    /// Whether a path from the root of the domain is not part of this site.
    pub fn is_outside(&self, path: &str) -> bool {
        self.outside.iter().any(|outside| {
            let folder = outside.strip_suffix('/').unwrap_or(outside);
            let rest = path.strip_prefix(folder);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
        })
    }
}
