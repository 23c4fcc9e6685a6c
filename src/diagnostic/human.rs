//! Compiler-style output with the source line, a caret and the hint.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::visible::{has_invisible, is_invisible, printable_line};
use super::{Diagnostic, Severity, SourceTexts};
use crate::source::floor_boundary;

pub(super) fn print(d: &Diagnostic, texts: &mut SourceTexts<'_>, colour: bool) -> String {
    let places: Vec<_> = d
        .span
        .map(|s| (s, d.label.clone(), true))
        .into_iter()
        .chain(
            d.related
                .iter()
                .map(|(s, label)| (*s, label.clone(), false)),
        )
        .map(|(span, label, primary)| {
            let name = printable_line(texts.sources.name(span.source)).into_owned();
            let (text, first, span) = lines_of(texts.text(span.source).unwrap_or(""), span.range());
            let label = printable_line(&label).into_owned();
            (name, masked(text), first, span, label, primary)
        })
        .collect();
    let level = match d.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice => Level::NOTE.with_name("notice"),
    };
    let message = printable_line(&d.message);
    let mut group = Group::with_title(level.primary_title(&*message).id(d.code));
    for (name, text, first, span, label, primary) in &places {
        let kind = if *primary {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let mut annotation = kind.span(span.clone());
        if !label.is_empty() {
            annotation = annotation.label(label.as_str());
        }
        group = group.element(
            Snippet::source(text.as_str())
                .line_start(*first)
                .path(name.as_str())
                .annotation(annotation),
        );
    }
    if places.is_empty()
        && let Some(file) = &d.file
    {
        group = group.element(Origin::path(printable_line(file)));
    }
    if let Some(hint) = &d.hint {
        group = group.element(Level::HELP.message(printable_line(hint)));
    }
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut out = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    out.push('\n');
    out
}

/// Replaces the invisible characters that the renderer does not replace, by others of the same
/// length, so that spans keep their places.
fn masked(text: &str) -> String {
    if !has_invisible(text) {
        return text.to_owned();
    }
    let mask = |c: char| match (is_invisible(c), c.len_utf8()) {
        (true, 2) => '·',
        (true, 3) => char::REPLACEMENT_CHARACTER,
        _ => c,
    };
    text.chars().map(mask).collect()
}

/// Returns the lines that a span touches, the number of the first one, and the span relative to
/// them. (The renderer scans all the text that it gets, for each diagnostic.)
fn lines_of(text: &str, span: Range<usize>) -> (&str, usize, Range<usize>) {
    let start = floor_boundary(text, span.start);
    let end = floor_boundary(text, span.end).max(start);
    // The end of the text belongs to its last line.
    let at = start.min(text.len().saturating_sub(1));
    let from = text[..floor_boundary(text, at)]
        .rfind('\n')
        .map_or(0, |n| n + 1);
    // Includes the line break, because a span may cover it.
    let to = text[end..].find('\n').map_or(text.len(), |n| end + n + 1);
    let before = text[..from].bytes().filter(|b| *b == b'\n').count();
    (&text[from..to], before + 1, start - from..end - from)
}
