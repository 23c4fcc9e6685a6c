//! What of a body is almost Markdown, and pictures without words.

use std::ops::Range;

use memchr::memchr;

use super::BodyScan;
use crate::diagnostic::{Diagnostic, Sink};
use crate::parse::{line_slips, slips};

impl BodyScan<'_> {
    /// Reports what is almost a link, a picture or a citation.
    pub(super) fn slips(&self, range: Range<usize>, sink: &mut Sink) {
        self.unknown_citation(range.clone(), sink);
        if self.links > 0 {
            return;
        }
        for slip in slips::find(self.text, range, self.context.sources) {
            sink.push(slip.diagnostic(self.span(slip.range.clone())));
        }
    }

    /// Reports what is almost a heading, a list or bold.
    pub(super) fn line_slips(&self, range: &Range<usize>, sink: &mut Sink) {
        let stars = || memchr(b'*', &self.text.as_bytes()[range.clone()]);
        let bold = || {
            stars()?;
            line_slips::emphasis(self.text, range)
        };
        if self.heading.is_some() {
            return;
        }
        if let Some(slip) = line_slips::at_start(self.text, range).or_else(bold) {
            sink.push(slip.diagnostic(self.span(slip.range.clone())));
        }
    }

    /// Reports a link whose address is missing or in the place of its words.
    pub(super) fn link_slips(&self, address: &str, range: &Range<usize>, sink: &mut Sink) {
        if address.is_empty() && self.text[range.clone()].ends_with("]()") {
            sink.push(
                Diagnostic::warning("not-a-link", "this link has no address")
                    .at(self.span(range.clone()), "leads to the top of the page")
                    .hint("write the address between the round brackets, or remove the brackets"),
            );
        }
        if let Some(slip) = slips::swapped(self.text, range, address) {
            sink.push(slip.diagnostic(self.span(slip.range.clone())));
        }
    }

    /// Reports a citation in a paragraph that its indentation makes code.
    pub(super) fn cited_in_code(&self, range: &Range<usize>, sink: &mut Sink) {
        let code = &self.text[range.clone()];
        let mut marks = code.match_indices("[^");
        let cited = marks.find_map(|(at, _)| {
            let id = code[at + 2..].split(']').next()?;
            self.context.sources.contains(&id).then_some((at, id))
        });
        if let Some((at, id)) = cited {
            let start = range.start + at;
            sink.push(
                Diagnostic::warning(
                    "not-a-citation",
                    "four spaces at the start of its lines make code of this paragraph",
                )
                .at(
                    self.span(start..start + id.len() + 3),
                    "not a citation here",
                )
                .hint("remove the spaces at the start of its lines"),
            );
        }
    }

    pub(super) fn picture_without_words(&self, range: &Range<usize>, sink: &mut Sink) {
        if self.text[range.clone()].starts_with("![]") {
            sink.push(
                Diagnostic::warning("missing-alt", "this picture has no alternative text")
                    .at(
                        self.span(range.start..range.start + 3),
                        "nothing between the brackets",
                    )
                    .hint("describe what it shows: `![A chart of …](picture.png)`"),
            );
        }
    }
}
