//! Configures how articles are read, which lints apply, and what feeds contain.

use super::feed_ids;
use super::keys::{address, count, group, one_of, one_of_or, pairs};
use super::{
    FeedConfig, FilesConfig, FrontMatterConfig, MarkdownConfig, RawHtml, TaxonomyConfig, TermFeeds,
};
use crate::diagnostic::lint::{LINTS, Level, Levels};
use crate::diagnostic::{Diagnostic, Sink, suggest};
use crate::reference::front_matter as keys_of;
use crate::source::At;
use crate::yaml::fields::Fields;
use crate::yaml::values;

const RAW_HTML: [(&str, RawHtml); 3] = [
    ("escape", RawHtml::Escape),
    ("sanitise", RawHtml::Sanitise),
    ("trust", RawHtml::Trust),
];

pub(super) fn front_matter(
    f: &mut Fields<'_>,
    taxonomies: &[TaxonomyConfig],
    sink: &mut Sink,
) -> FrontMatterConfig {
    let own = keys_of::SOURCE.keys.iter().map(|key| key.name);
    let own = own.filter(|key| !keys_of::ARTICLE.has(key));
    let known: Vec<&str> = keys_of::reserved()
        .map(|key| -> &str { key })
        .chain(own)
        .chain(taxonomies.iter().map(|t| t.id.as_str()))
        .collect();
    group(f, "front_matter", sink, |f, sink| {
        let mut rename = Vec::new();
        for (from, to) in pairs(f, "rename", "rename: {happened: date}", sink) {
            let Some(to) = values::text(to, &from.value, sink) else {
                continue;
            };
            if known.contains(&to.value.as_str()) {
                rename.push((from.value.clone(), to.value));
            } else {
                suggest::unknown_word(&to, "front matter key", &known, sink);
            }
        }
        let ignore = f.list("ignore", sink);
        FrontMatterConfig {
            rename,
            ignore: ignore.into_iter().map(|key| key.value).collect(),
        }
    })
}

pub(super) fn lint(f: &mut Fields<'_>, sink: &mut Sink) -> Levels {
    let mut levels = Levels::default();
    group(f, "lint", sink, |f, sink| {
        for lint in LINTS {
            let Some(word) = f.text(lint.code, sink) else {
                continue;
            };
            if let Some(level) = one_of_or(&word, "lint level", &Level::WORDS, sink) {
                levels.set(lint.code, level);
            }
        }
    });
    levels
}

pub(super) fn markdown(f: &mut Fields<'_>, sink: &mut Sink) -> MarkdownConfig {
    group(f, "markdown", sink, |f, sink| MarkdownConfig {
        raw_html: one_of(f, "raw_html", "mode for raw HTML", &RAW_HTML, sink)
            .unwrap_or(RawHtml::Sanitise),
        math: f.flag("math", sink).unwrap_or(false),
        smart_punctuation: f.flag("smart_punctuation", sink).unwrap_or(true),
        linkify: f.flag("linkify", sink).unwrap_or(true),
    })
}

/// The folders of a project that may be said to be links.
const LINKED: [(&str, &str); 3] = [
    ("content", "content"),
    ("static", "static"),
    ("templates", "templates"),
];

pub(super) fn files(f: &mut Fields<'_>, sink: &mut Sink) -> FilesConfig {
    group(f, "files", sink, |f, sink| {
        let endings = f.list("endings", sink);
        let endings = endings.iter().filter_map(|word| ending(word, sink));
        let endings = endings.collect();
        let linked = f.list("linked", sink);
        let linked = linked.iter();
        let linked = linked.filter_map(|word| one_of_or(word, "folder", &LINKED, sink));
        FilesConfig {
            endings,
            linked: linked.map(str::to_owned).collect(),
        }
    })
}

/// Returns an ending in lower case, without a dot.
fn ending(word: &At<String>, sink: &mut Sink) -> Option<String> {
    let ending = word.value.trim_start_matches(['*', '.']).to_lowercase();
    let is_ending = (1..=16).contains(&ending.len())
        && ending
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_+".contains(&b));
    if !is_ending {
        sink.push(
            Diagnostic::error(
                "bad-name",
                format!("`{}` is not the ending of a file name", word.value),
            )
            .at(word.span, "here")
            .hint("write the letters and digits after the last dot, as in `endings: [stl]`"),
        );
    }
    is_ending.then_some(ending)
}

const TERM_FEEDS: [(&str, TermFeeds); 4] = [
    ("auto", TermFeeds::Auto),
    ("full", TermFeeds::Full),
    ("summary", TermFeeds::Summary),
    ("none", TermFeeds::None),
];

pub(super) fn feeds(f: &mut Fields<'_>, sink: &mut Sink) -> FeedConfig {
    group(f, "feeds", sink, |f, sink| {
        let (authority, since) = feed_ids::authority(f, sink);
        FeedConfig {
            authority,
            since,
            entries: count(f, "entries", 20, 1..=500, sink),
            full_content: f.flag("full_content", sink).unwrap_or(true),
            terms: one_of(f, "terms", "value of `terms`", &TERM_FEEDS, sink).unwrap_or_default(),
            hub: address(f, "hub", sink).map(|h| h.value),
        }
    })
}
