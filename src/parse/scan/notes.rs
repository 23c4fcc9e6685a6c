//! Citations and footnotes of a body.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::BodyScan;
use crate::content::slug;
use crate::diagnostic::suggest::guess;
use crate::diagnostic::{Diagnostic, Sink};

/// Footnotes of the text: by name in lower case.
#[derive(Default)]
pub(super) struct Notes {
    pub defined: BTreeMap<String, Range<usize>>,
    pub referred: BTreeSet<String>,
}

impl BodyScan<'_> {
    pub(super) fn note(&mut self, label: &str, range: Range<usize>, sink: &mut Sink) {
        let head = range.start..(range.start + label.len() + 4).min(range.end);
        let head = head.start..self.text.floor_char_boundary(head.end);
        let d = Diagnostic::warning(
            "duplicate-footnote",
            format!("the footnote `[^{label}]` is lost"),
        );
        if source_of(self.context.sources, label).is_some() {
            sink.push(
                d.at(self.span(head), "a source has this `id`")
                    .hint("give the footnote another name, here and where the text refers to it"),
            );
            return;
        }
        let name = label.to_lowercase();
        match self.notes.defined.get(&name) {
            Some(first) => sink.push(
                d.at(self.span(head), "there is a footnote of this name already")
                    .related(self.span(first.clone()), "the first one, which is shown")
                    .hint("give this one another name, and refer to it in the text"),
            ),
            None => drop(self.notes.defined.insert(name, head)),
        }
    }

    /// Reports footnotes that nothing in the text refers to: they are not shown.
    pub(super) fn unused_notes(&self, sink: &mut Sink) {
        let unused = self.notes.defined.iter();
        for (name, range) in unused.filter(|(name, _)| !self.notes.referred.contains(*name)) {
            sink.push(
                Diagnostic::warning(
                    "unused-footnote",
                    format!(
                        "nothing in the text refers to the footnote `[^{name}]`, so it is not shown"
                    ),
                )
                .at(self.span(range.clone()), "never used")
                .hint(format!("write `[^{name}]` where it belongs, or remove it")),
            );
        }
    }

    /// Reports each `[^id]` that no source or footnote defines; it is rendered as plain text.
    pub(super) fn unknown_citation(&self, range: Range<usize>, sink: &mut Sink) {
        let part = &self.text[range.clone()];
        for (at, _) in part.match_indices("[^") {
            let inner = part[at + 2..].split([']', '\n', '[']).next().unwrap_or("");
            let start = range.start + at;
            let end = start + 2 + inner.len();
            let id = inner.trim();
            let spaced = id.contains(char::is_whitespace);
            let escaped = self.text[..start].ends_with('\\');
            if !self.text[end..].starts_with(']') || id.is_empty() || escaped {
                continue;
            }
            let near = guess(sink, id, self.context.sources.iter().copied());
            let hint = match spaced {
                _ if near.is_some() => format!("write `[^{}]`", near.unwrap_or_default()),
                true => "a name has no spaces: use hyphens, here and in its definition".to_owned(),
                false if slug::check(id).is_err() => {
                    format!(
                        "write the `id` of a source, without other signs, or add a footnote `[^{id}]: …`"
                    )
                }
                false => {
                    format!("add a source with `id: {id}` to `sources`, or a footnote `[^{id}]: …`")
                }
            };
            sink.push(
                Diagnostic::error(
                    "unknown-citation",
                    format!("`[^{id}]` cites a source that the article does not list"),
                )
                .at(
                    self.span(start..end + 1),
                    near.map_or_else(
                        || "no such id".to_owned(),
                        |n| format!("did you mean `[^{n}]`?"),
                    ),
                )
                .hint(hint)
                .lenient_warning(),
            );
        }
    }
}

/// The id of the source that a reference names. Like those of footnotes, names of sources are
/// compared without regard to case.
pub fn source_of<'s>(sources: &[&'s str], label: &str) -> Option<&'s str> {
    let exact = sources.iter().find(|id| **id == label);
    let folded = || {
        sources
            .iter()
            .find(|id| id.to_lowercase() == label.to_lowercase())
    };
    exact.or_else(folded).copied()
}
