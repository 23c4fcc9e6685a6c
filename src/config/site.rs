//! Describes the site: title, address, pictures, publisher, links, menu.

use super::keys::{colour, count, group, linked, list_of_groups};
use super::{FrontPage, Identity, MenuItem, Publisher, SiteConfig};
use crate::content::permalink::Permalink;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::At;
use crate::yaml::fields::Fields;

/// Reads a text that the site requires.
pub(super) fn required(
    f: &mut Fields<'_>,
    key: &'static str,
    hint: &str,
    sink: &mut Sink,
) -> Option<At<String>> {
    let value = f.text(key, sink);
    if value.is_none() && f.key_span(key).is_none() {
        sink.push(
            Diagnostic::error("missing-key", format!("site.yaml has no `{key}`"))
                .at(f.span, "")
                .hint(format!("add {hint}")),
        );
    } else if let Some(span) = f.key_span(key).filter(|_| f.is_empty(key)) {
        sink.push(
            Diagnostic::error("missing-key", format!("`{key}` is empty"))
                .at(span, "no value")
                .hint(format!("set {hint}")),
        );
    }
    value
}

/// Returns the origin and path of the site.
pub(super) fn address(url: &At<String>, sink: &mut Sink) -> Option<(String, String)> {
    SiteConfig::split_url(&url.value)
        .map_err(|fault| {
            sink.push(
                Diagnostic::error("bad-url", fault)
                    .at(url.span, "here")
                    .hint("write the site's full address, as in `url: https://example.org/news/`"),
            );
        })
        .ok()
}

pub(super) fn identity(f: &mut Fields<'_>, sink: &mut Sink) -> Identity {
    group(f, "identity", sink, |f, sink| Identity {
        logo: f.text("logo", sink),
        favicon: f.text("favicon", sink),
        accent: colour(f, "accent", sink),
        share_image: f.text("share_image", sink),
    })
}

pub(super) fn publisher(f: &mut Fields<'_>, sink: &mut Sink) -> Publisher {
    group(f, "publisher", sink, |f, sink| {
        let name = f.text("name", sink).map(|v| v.value);
        let mut address = |key| linked(f, key, sink).map(|v| v.value);
        Publisher {
            name,
            corrections_policy: address("corrections_policy"),
            masthead: address("masthead"),
            report: address("report"),
        }
    })
}

pub(super) fn menu(f: &mut Fields<'_>, sink: &mut Sink) -> Option<Vec<MenuItem>> {
    let given = f.key_span("menu").is_some();
    let menu = list_of_groups(f, "menu", &["label", "page"], sink, |f, sink| {
        let (label, page) = (f.text("label", sink), linked(f, "page", sink));
        Some(MenuItem {
            label: label?.value,
            page: page?,
        })
    });
    given.then_some(menu)
}

pub(super) fn permalink(f: &mut Fields<'_>, sink: &mut Sink) -> Permalink {
    let Some(pattern) = f.text("permalink", sink) else {
        return Permalink::default();
    };
    Permalink::parse(&pattern.value).unwrap_or_else(|fault| {
        sink.push(
            Diagnostic::error("bad-permalink", fault)
                .at(pattern.span, "here")
                .hint(
                    "use {slug}, {id}, {kind} and {published:%Y}, as in `/{published:%Y}/{slug}/`",
                ),
        );
        Permalink::default()
    })
}

pub(super) fn front_page(f: &mut Fields<'_>, sink: &mut Sink) -> FrontPage {
    group(f, "front_page", sink, |f, sink| FrontPage {
        just_published: count(f, "just_published", 5, 0..=50, sink),
        entries: count(f, "entries", 50, 1..=1000, sink),
        expected: count(f, "expected", 5, 0..=50, sink),
    })
}
