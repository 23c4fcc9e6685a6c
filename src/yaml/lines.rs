//! Explains faulty lines by common mistakes of editors: a colon without a space, wrong indentation,
//! text that needs quotes.

use std::ops::Range;

use super::fault::{content_of, ends_with_line, is_key};
use super::signs::{odd_dash, odd_line};
use super::values::PROSE;
use super::{blocks, emit, flow, shapes};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Span};

/// How the message begins of a line that probably ends the front matter.
pub(super) const NOT_THREE: &str = "the front matter ends with a line of three hyphens";

/// How the message begins of a line that would be a key at the column of the key above.
pub(super) const TOO_FAR: &str = "this line is indented further";

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
    let words = above.trim();
    let words_start = above_start + indent(above);
    let has_key = words.contains(": ") || words.ends_with(':');
    if let Some(d) = dash_above(source, words, words_start) {
        return Some(d);
    }
    if !has_key && indent(above) == indent(line) && !words.starts_with('-') {
        let span = Span::new(source, words_start..words_start + words.len());
        return Some(no_key(text, range, above_start, words, span));
    }
    if has_key && !words.ends_with(':') && indent(line) > indent(above) {
        let blanks = line_start..line_start + indent(line);
        let at = blocks::line(text, line_start);
        let hint = match blocks::further_left(text, range, at) {
            Some((_, finished)) => {
                let shown: Vec<String> = finished
                    .lines()
                    .map(|line| format!("`{}`", line.trim_end()))
                    .collect();
                format!(
                    "start it at the same column as the key above: {}; if it continues the value of that key, put the value in quotes",
                    shown.join(", ")
                )
            }
            None => "start it at the same column as the key above; if it continues the value of that key, put the value in quotes".to_owned(),
        };
        return Some(
            Diagnostic::error(
                "broken-yaml",
                format!("{TOO_FAR} than the key above it, which already has a value"),
            )
            .at(Span::new(source, blanks), "these spaces")
            .hint(hint),
        );
    }
    None
}

/// Returns the fault of an item above whose dash has no space after it, or is none.
fn dash_above(source: SourceId, words: &str, start: usize) -> Option<Diagnostic> {
    let c = words.chars().next()?;
    let item = words[c.len_utf8()..].trim_start();
    let odd = odd_dash(c);
    let glued = c == '-' && !words.starts_with("- ") && !words.starts_with("--");
    if item.is_empty() || !(glued || odd.is_some()) {
        return None;
    }
    let (message, label) = match odd {
        Some(name) => (
            format!("a list item starts with a hyphen and a space, not with {name}"),
            "not a hyphen",
        ),
        None => (
            "there is no space after the dash of a list item".to_owned(),
            "missing space",
        ),
    };
    let gap = words.len() - item.len();
    Some(
        Diagnostic::error("broken-yaml", message)
            .at(Span::new(source, start..start + words.len()), label)
            .hint(format!("write `- {item}`"))
            .fix(Span::new(source, start..start + gap), "- "),
    )
}

/// Returns the fault of the first line, up to the one where reading stopped, that has a character
/// that looks like one of YAML's and is none.
pub(super) fn odd_sign(
    source: SourceId,
    text: &str,
    range: &Range<usize>,
    end: usize,
) -> Option<Diagnostic> {
    let part = &text[range.start..end.min(range.end)];
    if part.is_ascii() {
        return None;
    }
    let mut at = range.start;
    for line in part.split('\n') {
        if let Some(odd) = odd_line(line) {
            let start = at + odd.at;
            let span = Span::new(source, start..start + odd.len);
            return Some(
                Diagnostic::error("broken-yaml", odd.message)
                    .at(span, "here")
                    .hint(format!("write `{}`", odd.finished))
                    .fix(span, odd.replacement),
            );
        }
        at += line.len() + 1;
    }
    None
}

/// Returns the fault of a list whose items have keys that are not indented below their dash, so
/// that the second item can't be read.
pub(super) fn unindented(
    source: SourceId,
    text: &str,
    range: &Range<usize>,
    line_start: usize,
    line: &str,
) -> Option<Diagnostic> {
    let column = indent(line);
    let is_item = |line: &str| line.trim_start().starts_with("- ") && indent(line) == column;
    if !line.trim_start().starts_with("- ") && !is_pair(line) {
        return None;
    }
    // Back to the item above, and on to the end of the list.
    let mut first = None;
    let mut at = line_start;
    let mut keys = 0;
    for above in text[range.start..line_start].split_inclusive('\n').rev() {
        at -= above.len();
        let above = above.trim_end();
        if is_item(above) && above.contains(": ") {
            first = Some(at);
            break;
        }
        if above.is_empty() || indent(above) != column || !is_pair(above) {
            break;
        }
        keys += 1;
    }
    let mut first = first?;
    if keys == 0 && !(is_pair(line) && indent(line) == column) {
        return None;
    }
    if !line.trim_start().starts_with("- ") {
        // A key of the map around the list stands here: no doubt only if the dash is indented.
        let above = text[range.start..first].trim_end().lines().next_back()?;
        if !above.trim_end().ends_with(':') || indent(above) >= column {
            return None;
        }
    }
    // Earlier items have the same fault.
    let mut at = first;
    for above in text[range.start..first].split_inclusive('\n').rev() {
        at -= above.len();
        let above = above.trim_end();
        match is_item(above) {
            true => first = at,
            false if indent(above) == column && is_pair(above) && !above.ends_with(':') => {}
            false => break,
        }
    }
    let mut end = first;
    let mut finished = Vec::new();
    for below in text[first..range.end].split('\n') {
        let words = below.trim_end();
        let same = !words.is_empty() && indent(words) == column;
        if is_item(words) {
            finished.push(words.to_owned());
        } else if same && is_pair(words) {
            finished.push(format!("  {words}"));
        } else {
            break;
        }
        end += below.len() + 1;
    }
    let span = Span::new(source, first..end - 1);
    let shown: Vec<String> = finished.iter().map(|line| format!("`{line}`")).collect();
    Some(
        Diagnostic::error(
            "not-indented",
            "the keys of these list items are not indented below their dashes",
        )
        .at(span, "not indented")
        .hint(format!("write {}", shown.join(", ")))
        .fix(span, finished.join("\n")),
    )
}

/// Whether a line is a key, perhaps with a value, and no item of a list.
fn is_pair(line: &str) -> bool {
    let words = line.trim();
    let key = words.split(':').next().unwrap_or("");
    let rest = &words[key.len()..];
    is_key(key) && !key.starts_with('-') && (rest == ":" || rest.starts_with(": "))
}

/// Returns the fault of a bracket, opened at `at`, whose line ends with a comment: `[#a, #b]`.
pub(super) fn comment_in_brackets(source: SourceId, text: &str, at: usize) -> Option<Diagnostic> {
    let line_start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let line = text[line_start..].split('\n').next()?.trim_end();
    let list = text[at..line_start + line.len()].strip_prefix('[')?;
    let items = list.strip_suffix(']')?;
    let glued = |item: &str| {
        item.strip_prefix('#')
            .is_some_and(|word| word.starts_with(char::is_alphanumeric))
    };
    if !items.split(',').any(|item| glued(item.trim())) {
        return None;
    }
    let items = items.split(',').map(|item| {
        let item = item.trim();
        if glued(item) { &item[1..] } else { item }
    });
    let finished = format!("[{}]", items.collect::<Vec<_>>().join(", "));
    let span = Span::new(source, at..line_start + line.len());
    Some(
        Diagnostic::error(
            "broken-yaml",
            "a # starts a comment, so the bracket before it is never closed",
        )
        .at(span, "cut at the #")
        .hint(format!(
            "write `{}{finished}`",
            text[line_start..at].trim_start()
        ))
        .fix(span, finished),
    )
}

/// Returns the fault of a line that is not a key with a value: `title Rivers rise`, or a text that
/// goes on without being indented.
pub(super) fn no_key_here(
    source: SourceId,
    text: &str,
    range: &Range<usize>,
    line_start: usize,
) -> Option<Diagnostic> {
    let line = text[line_start..].split('\n').next()?;
    let words = line.trim();
    if words.is_empty() || words.starts_with(['"', '\'', '[', '{', '&', '!', '*', '|', '>', '%']) {
        return None;
    }
    let start = line_start + indent(line);
    let span = Span::new(source, start..start + words.len());
    Some(no_key(text, range, line_start, words, span))
}

fn no_key(
    text: &str,
    range: &Range<usize>,
    line_start: usize,
    words: &str,
    span: Span,
) -> Diagnostic {
    if let Some(d) = shapes::explain(span.source, text, range, span.start as usize) {
        return d;
    }
    let d = Diagnostic::error("broken-yaml", "there is no colon after a key");
    let first = words.split_once(' ');
    if let Some((key, rest)) = first.filter(|(key, _)| shapes::is_known(key)) {
        return d.at(span, "no colon").hint(format!(
            "write `{}`, with a colon and a space",
            shapes::pair(key, rest)
        ));
    }
    let above = line_above(text, range, line_start);
    let own_indent = span.start as usize - line_start;
    let is_item = |line: &str| indent(line) == own_indent && line.trim_start().starts_with("- ");
    if above.is_some_and(|(_, above)| is_item(above)) {
        let item = format!("- {words}");
        return Diagnostic::error("broken-yaml", "there is no dash before this item of a list")
            .at(span, "no dash")
            .hint(format!("write `{item}`"))
            .fix(span, item);
    }
    let above = above.and_then(|(_, above)| above.trim().split_once(": "));
    let goes_on = |key: &str, value: &str| is_key(key) && !value.trim_start().starts_with(CLOSED);
    if let Some((key, _)) = above.filter(|(key, value)| goes_on(key, value)) {
        let d = Diagnostic::error(
            "broken-yaml",
            "this line has no key, and is not indented as if it continued the value above",
        )
        .at(span, "no key");
        return match PROSE.contains(&key) {
            true => d.hint(format!(
                "if it continues the value of `{key}`, indent it: `  {words}`; else begin it with its key and a colon"
            )),
            false => d.hint("begin it with its key and a colon, or move it below the front matter"),
        };
    }
    d.at(span, "no colon")
        .hint("write `key: value`, with a colon and a space")
}

/// How values begin that end with a sign of their own.
const CLOSED: [char; 6] = ['"', '\'', '[', '{', '|', '>'];

/// Explains a line that starts further left than the item to which it belongs.
pub(super) fn too_near(
    source: SourceId,
    text: &str,
    range: &Range<usize>,
    line_start: usize,
) -> Option<Diagnostic> {
    let (at, finished, above) = further_right(text, range, line_start)?;
    Some(
        Diagnostic::error("broken-yaml", TOO_NEAR)
            .at(Span::new(source, at), "not indented as far")
            .hint(format!(
                "start it at the same column as `{above}` above: `{finished}`"
            )),
    )
}

/// How a line is called that [`too_near`] explains.
pub(super) const TOO_NEAR: &str = "the indentation of this line does not match any key above it";

/// Returns the range of a line that starts further left than the item to which it belongs, the line
/// as it should be, and the word above at whose column it then starts.
pub(super) fn further_right(
    text: &str,
    range: &Range<usize>,
    line_start: usize,
) -> Option<(Range<usize>, String, String)> {
    let line = text[line_start..].split('\n').next()?.trim_end();
    let (words, own) = (line.trim_start(), indent(line));
    let is_item = words.starts_with("- ");
    let key = words.split(':').next().unwrap_or("");
    let is_field = is_key(key) && flow::KEYS.contains(&key);
    if own == 0 || !(is_item || is_field) {
        return None;
    }
    for above in text[range.start..line_start].lines().rev() {
        let above = above.trim_end();
        let start = above.trim_start();
        if start.is_empty() || start.starts_with('#') {
            continue;
        }
        let column = match is_item {
            true => indent(above),
            false => above.len() - above.trim_start_matches([' ', '-']).len(),
        };
        if is_item && !start.starts_with("- ") {
            if indent(above) == 0 {
                return None;
            }
            continue;
        }
        let name = above[column..].split(':').next().unwrap_or("").trim();
        if column == own || name.is_empty() || name == key || start == "---" {
            return None;
        }
        let finished = format!("{}{words}", " ".repeat(column));
        return Some((
            line_start..line_start + line.len(),
            finished,
            name.to_owned(),
        ));
    }
    None
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
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
        let message = format!("{NOT_THREE}, but this one has {}", words.len());
        return Some(
            Diagnostic::error("broken-yaml", message)
                .at(span, "not three")
                .hint("write `---`, or remove the line if the front matter continues"),
        );
    }
    if words.chars().next().and_then(odd_dash).is_some() {
        return dash_above(source, words, at);
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
    let start = content_of(text, line);
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
    if quoted == value {
        // It has all the quotes that it needs: something else is wrong.
        return d;
    }
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
