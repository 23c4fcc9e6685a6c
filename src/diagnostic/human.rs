//! Compiler-style output with the source line, a caret and the hint.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use memchr::{memchr, memchr_iter, memrchr};

use super::visible::{has_invisible, is_invisible, printable_line};
use super::{Diagnostic, Severity, SourceTexts};
use crate::source::{Span, floor_boundary};

/// A line that has more bytes is printed in part: the renderer scans, for each diagnostic, all the
/// text that it gets.
const LONG: usize = 4_000;
/// How much of a long line is printed before a span, of it, and after it, in bytes. More than what
/// fits on a terminal, so that the renderer shows that there is more on both sides.
const AROUND: usize = 600;

/// A place that a diagnostic shows.
struct Place {
    /// The name of the file.
    name: String,
    /// The lines that the span touches, or a part of a long one.
    text: String,
    /// The number of the first line.
    line: usize,
    /// The column of the span, if the text does not begin with its line.
    column: Option<usize>,
    /// Relative to the text.
    span: Range<usize>,
    label: String,
    is_primary: bool,
}

impl Place {
    fn new(span: Span, label: &str, is_primary: bool, texts: &mut SourceTexts<'_>) -> Self {
        let name = printable_line(texts.sources.name(span.source)).into_owned();
        let (start, _) = texts.positions(span);
        let text = texts.text(span.source).unwrap_or("");
        let (lines, is_part, span) = around(text, span.range());
        // A span at the very end of a text is shown on its last line.
        let before = memchr_iter(b'\n', &lines.as_bytes()[..span.start]).count();
        Self {
            name,
            text: masked(lines),
            line: start.line - before,
            column: is_part.then_some(start.column),
            span,
            label: printable_line(label).into_owned(),
            is_primary,
        }
    }
}

pub(super) fn print(d: &Diagnostic, texts: &mut SourceTexts<'_>, colour: bool) -> String {
    let primary = d.span.map(|span| (span, d.label.as_str(), true));
    let related = d
        .related
        .iter()
        .map(|(span, label)| (*span, label.as_str(), false));
    let places: Vec<Place> = primary
        .into_iter()
        .chain(related)
        .map(|(span, label, is_primary)| Place::new(span, label, is_primary, texts))
        .collect();
    let level = match d.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice => Level::NOTE.with_name("notice"),
    };
    let message = printable_line(&d.message);
    let mut group = Group::with_title(level.primary_title(&*message).id(d.code));
    for place in &places {
        let kind = match place.is_primary {
            true => AnnotationKind::Primary,
            false => AnnotationKind::Context,
        };
        let mut annotation = kind.span(place.span.clone());
        if !place.label.is_empty() {
            annotation = annotation.label(place.label.as_str());
        }
        group = group.element(
            Snippet::source(place.text.as_str())
                .line_start(place.line)
                .path(place.name.as_str())
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
    for place in &places {
        if let Some(column) = place.column {
            // The renderer counts columns from the beginning of what it gets.
            let at = place.text[..place.span.start].chars().count() + 1;
            let head = format!("{}:{}:", place.name, place.line);
            out = out.replacen(&format!("{head}{at}\n"), &format!("{head}{column}\n"), 1);
        }
    }
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

/// Returns the lines that a span touches, or what is around the span if it is within one long line;
/// whether it is that part; and the span relative to it.
fn around(text: &str, span: Range<usize>) -> (&str, bool, Range<usize>) {
    let start = floor_boundary(text, span.start);
    let end = floor_boundary(text, span.end).max(start);
    // The end of the text belongs to its last line.
    let at = floor_boundary(text, start.min(text.len().saturating_sub(1)));
    let from = memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |n| n + 1);
    // Includes the line break, because a span may cover it.
    let to = memchr(b'\n', &text.as_bytes()[end..]).map_or(text.len(), |n| end + n + 1);
    if to - from <= LONG || text[start..end].contains('\n') {
        return (&text[from..to], false, start - from..end - from);
    }
    let end = floor_boundary(text, end.min(start + AROUND));
    let from = floor_boundary(text, start.saturating_sub(AROUND)).max(from);
    let to = floor_boundary(text, end + AROUND).min(to);
    (&text[from..to], true, start - from..end - from)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::source::Sources;
    use crate::world::MemoryWorld;

    /// What is printed of a fault of `found` in `text`, which is the third line of a file.
    fn printed(text: &str, found: &str) -> String {
        let text = format!("first\nsecond\n{text}\nlast\n");
        let world = MemoryWorld::new(chrono::DateTime::UNIX_EPOCH).with("/a.md", &text);
        let mut sources = Sources::default();
        let source = sources.add_file("a.md".to_owned(), PathBuf::from("/a.md"));
        let start = text.find(found).expect("it is there");
        let span = Span::new(source, start..start + found.len());
        let mut fault = Diagnostic::error("test", "wrong");
        fault.span = Some(span);
        print(&fault, &mut SourceTexts::new(&sources, &world), false)
    }

    #[test]
    fn a_place_in_a_long_line_has_its_column_and_what_is_around_it() {
        for (before, after) in [(0, 90_000), (90_000, 0), (45_000, 45_000), (3, 3)] {
            for filler in ["x", "é", "水"] {
                let line = format!("{}wrong{}", filler.repeat(before), filler.repeat(after));
                let said = printed(&line, "wrong");
                let place = format!("--> a.md:3:{}\n", before + 1);
                assert!(said.contains(&place), "{said}");
                assert!(said.contains("3 | ") && said.contains("^^^^^\n"), "{said}");
                assert!(said.len() < 2_000, "{} bytes", said.len());
                assert_eq!(said.contains("| ..."), before > 3, "{said}");
                assert_eq!(said.contains("...\n"), after > 3, "{said}");
            }
        }
    }

    #[test]
    fn a_span_longer_than_a_terminal_is_shown_by_its_beginning() {
        let said = printed(&format!("a {} b", "y".repeat(70_000)), &"y".repeat(70_000));
        assert!(said.contains("--> a.md:3:3\n"), "{said}");
        assert!(said.len() < 3_000, "{said}");
    }
}
