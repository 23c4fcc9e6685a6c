//! Explains faulty lines by common mistakes of editors: a colon without a space, wrong indentation,
//! text that needs quotes.

use std::ops::Range;

use super::emit;
use super::fault::{ends_with_line, is_key, value_of};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Span};

/// Explains an unexpected colon by the line above it: that line is not a key with a value, or this
/// line is indented further.
pub(super) fn unexpected_colon(
    source: SourceId,
    text: &str,
    range: &Range<usize>,
    line_start: usize,
) -> Option<Diagnostic> {
    let (above_start, above) = line_above(text, range, line_start)?;
    let line = text[line_start..].lines().next().unwrap_or("");
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let words = above.trim();
    let words_start = above_start + indent(above);
    let has_key = words.contains(": ") || words.ends_with(':');
    if !has_key && indent(above) == indent(line) && !words.starts_with('-') {
        let span = Span::new(source, words_start..words_start + words.len());
        return Some(no_key(words, span));
    }
    if has_key && !words.ends_with(':') && indent(line) > indent(above) {
        let blanks = line_start..line_start + indent(line);
        return Some(
            Diagnostic::error(
                "broken-yaml",
                "this line is indented further than the key above it, which already has a value",
            )
            .at(Span::new(source, blanks), "these spaces")
            .hint("start it at the same column as the key above; if it continues the value of that key, put the value in quotes"),
        );
    }
    None
}

/// Returns the fault of a line that is not a key with a value: `title:Rivers rise`, `title Rivers
/// rise`.
fn no_key(words: &str, span: Span) -> Diagnostic {
    let glued = words
        .split_once(':')
        .filter(|(key, value)| is_key(key) && !value.is_empty() && !value.starts_with("//"));
    if let Some((key, value)) = glued {
        let at = span.range().start + key.len() + 1;
        return Diagnostic::error("broken-yaml", "there is no space after the colon of a key")
            .at(span, "missing space")
            .hint(format!("write `{key}: {value}`"))
            .fix(Span::new(span.source, at..at), " ");
    }
    let hint = match words.split_once([' ', '=']) {
        Some((key, rest)) if is_key(key) => format!(
            "write `{key}: {}`, with a colon and a space",
            rest.trim_start_matches(['=', ' '])
        ),
        _ => "write `key: value`, with a colon and a space".to_owned(),
    };
    Diagnostic::error("broken-yaml", "there is no colon after a key")
        .at(span, "no colon")
        .hint(hint)
}

/// Explains a line that starts with a dash and is not a key: no space after the dash, or a front
/// matter delimiter that does not have three dashes.
pub(super) fn dashes(
    source: SourceId,
    text: &str,
    range: &Range<usize>,
    line_start: usize,
    line: &str,
) -> Option<Diagnostic> {
    let words = line.trim();
    let at = line_start + line.len() - line.trim_start().len();
    let span = Span::new(source, at..at + words.len());
    if words.len() > 1 && words.bytes().all(|b| b == b'-') {
        let message = format!(
            "the front matter ends with a line of three hyphens, but this one has {}",
            words.len()
        );
        return Some(
            Diagnostic::error("broken-yaml", message)
                .at(span, "not three")
                .hint("write `---`, or remove the line if the front matter continues"),
        );
    }
    let item = words.strip_prefix('-')?;
    if item.starts_with(['-', ' ']) {
        return None;
    }
    let d = Diagnostic::error(
        "broken-yaml",
        "there is no space after the dash of a list item",
    )
    .at(span, "missing space")
    .hint(format!("write `- {item}`"));
    // A preceding item of the same list leaves no doubt.
    let column = at - line_start;
    let in_list = line_above(text, range, line_start).is_some_and(|(_, above)| {
        let words = above.trim_start();
        words.starts_with("- ") && above.len() - words.len() == column
    });
    let after_dash = Span::new(source, at + 1..at + 1);
    Some(match in_list {
        true => d.fix(after_dash, " "),
        false => d,
    })
}

/// Returns the previous line that is neither empty nor a comment; `None` if a `---` line comes
/// first.
fn line_above<'t>(
    text: &'t str,
    range: &Range<usize>,
    line_start: usize,
) -> Option<(usize, &'t str)> {
    let mut at = line_start;
    for line in text[range.start..line_start].split_inclusive('\n').rev() {
        at -= line.len();
        let words = line.trim();
        if words == "---" {
            return None;
        }
        if !words.is_empty() && !words.starts_with('#') {
            return Some((at, line.trim_end()));
        }
    }
    None
}

/// Adds to the fault of a value that only needs quotes the value as it should be written.
pub(super) fn wants_quotes(d: Diagnostic, text: &str, line_start: usize, line: &str) -> Diagnostic {
    let start = value_of(line);
    let value = line[start..].trim_end();
    let source = d.span.map(|span| span.source);
    let (Some(source), false) = (source, start == 0 || value.is_empty()) else {
        return d;
    };
    // Quotes at both ends were meant to enclose the whole value.
    let inner = ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(value);
    let quoted = emit::quoted(inner);
    let begin = line[..start].trim_start();
    let d = d.hint(format!("put the whole value in quotes: `{begin}{quoted}`"));
    // `*name` alone may be an alias whose name is misspelled; a value without key or dash, or that
    // ends with a bracket, may be an item of a list in brackets.
    let reference = value.starts_with('*') && !value.contains(' ');
    let in_brackets = begin.is_empty() || value.ends_with([',', ']', '}']);
    let certain = !reference
        && !in_brackets
        && !value.contains(" #")
        && !value.contains('\\')
        && ends_with_line(text, line_start, line);
    let at = line_start + start;
    match certain {
        true => d.fix(Span::new(source, at..at + value.len()), quoted),
        false => d,
    }
}
