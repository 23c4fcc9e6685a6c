//! Explains broken YAML to editors.

use std::ops::Range;

use super::emit;
use super::events::YamlError;
use super::slips::references;
use super::values::within_curly_quotes;
use super::{flow, lines, shapes};
use crate::diagnostic::Diagnostic;
use crate::limits::{MAX_DEPTH, MAX_NODES};
use crate::source::{SourceId, Span};

/// The cure of a fault that is not understood.
pub(super) const COMPARE: &str =
    "compare this line with those above it: one `key: value` per line, lists as `[a, b]`";

/// Explains why `text[range]` can't be parsed.
pub(super) fn fault(
    source: SourceId,
    text: &str,
    range: &Range<usize>,
    error: &YamlError,
) -> Diagnostic {
    let (said, offset) = (error.said.as_str(), error.at);
    // The text may begin within a line.
    let line_start = text[..offset].rfind('\n').map_or(0, |n| n + 1);
    let line_start = line_start.max(range.start).min(offset);
    let line_end = text[offset..].find('\n').map_or(text.len(), |n| offset + n);
    let line = &text[line_start..line_end];
    if let Some(d) = lines::odd_sign(source, text, range, line_end) {
        return d;
    }
    if let Some(d) = lines::unindented(source, text, range, line_start, line) {
        return d;
    }
    if said.contains("expected <document start>")
        && let Some(d) = shapes::first_key(source, text, range, offset)
    {
        return d;
    }
    if let Some(d) = shapes::explain(source, text, range, offset) {
        return d;
    }
    if let Some(d) = flow::colon(source, text, range, offset) {
        return d;
    }
    if let Some(d) = flow::value_goes_on(source, text, line_start) {
        return d;
    }
    // What stands before the value says nothing of the fault, unless it is a part of the words.
    let value = value_of(line);
    let content = content_of(text, line);
    if let Some((key, value)) = colon_in_value(line, content) {
        // The value ends with the line, except for trailing spaces.
        let at = line_start + line.trim_end().len() - value.len();
        return colon(
            source,
            key,
            value,
            at,
            ends_with_line(text, line_start, line),
        );
    }
    let is_limit = ["limit", "depth", "budget", "recursive"];
    let is_limit = is_limit.iter().any(|word| said.contains(word));
    let is_mark = value > 0 && content == value && line[value..].starts_with(['&', '!']);
    if is_mark && !is_limit && line_start + value <= offset {
        let (message, hint) = plain_words("unexpected character");
        let at = line_start + value;
        let d = Diagnostic::error("broken-yaml", message)
            .at(Span::new(source, at..at + 1), "here")
            .hint(hint);
        return lines::wants_quotes(d, text, line_start, line);
    }
    if let Some(after) = text_after_bracket(line, content) {
        let at = line_start + after;
        let (message, hint) = plain_words("text after a bracket");
        let d = Diagnostic::error("broken-yaml", message)
            .at(Span::new(source, at..line_end), "after the bracket")
            .hint(hint);
        return lines::wants_quotes(d, text, line_start, line);
    }
    if let Some(d) = control_character(source, text, line_start..line_end) {
        return d;
    }
    let other = ["quote", "limit", "depth", "budget", "anchor"]
        .iter()
        .all(|word| !said.contains(word));
    let bracket = unclosed_bracket(&text[range.clone()]).map(|at| range.start + at);
    if let Some(at) = bracket.filter(|at| other && *at <= offset) {
        if let Some(d) = lines::comment_in_brackets(source, text, at) {
            return d;
        }
        let opened = text[..at].rfind('\n').map_or(0, |n| n + 1);
        if let Some(d) = flow::value_goes_on(source, text, opened) {
            return d;
        }
        let (message, mut hint) = plain_words("unclosed bracket");
        if let Some(finished) = shapes::closed(text, range, at) {
            hint = format!("write `{finished}`");
        }
        return Diagnostic::error("broken-yaml", message)
            .at(Span::new(source, at..at + 1), "opened")
            .hint(hint);
    }
    if said.contains("mapping values are not allowed")
        && let Some(d) = lines::unexpected_colon(source, text, range, line_start)
    {
        return d;
    }
    if said.contains("simple key expected")
        && let Some(d) = lines::dashes(source, text, range, line_start, line)
            .or_else(|| lines::no_key_here(source, text, range, line_start))
    {
        return d;
    }
    let closed = said.contains("after double-quoted") || said.contains("after single-quoted");
    if closed && let Some(at) = opened_above(text, range, line_start, offset) {
        let (message, mut hint) = plain_words("unclosed quote");
        if let Some(finished) = shapes::closed_quote(text, range, at) {
            hint = format!("write `{finished}`");
        }
        return Diagnostic::error("broken-yaml", message)
            .at(Span::new(source, at..at + 1), "here")
            .hint(hint);
    }
    // A value that goes on over several lines is refused where it begins.
    if said.contains("unexpected character")
        && let Some(d) = control_character(source, text, line_end..range.end)
    {
        return d;
    }
    if said.contains("comments must be separated")
        && let Some(at) = text[line_start..offset].rfind(['[', '{'])
        && let Some(d) = lines::comment_in_brackets(source, text, line_start + at)
    {
        return d;
    }
    if said.contains("did not find expected")
        && let Some(d) = lines::too_near(source, text, range, line_start)
    {
        return d;
    }
    let (message, mut hint) = plain_words(said);
    if said.contains("unclosed quote")
        && let Some(finished) = shapes::closed_quote(text, range, offset)
    {
        hint = format!("write `{finished}`");
    }
    let end = text
        .ceil_char_boundary(offset + 1)
        .min(line_end.max(offset));
    let d = Diagnostic::error("broken-yaml", message)
        .at(Span::new(source, offset..end), "here")
        .hint(hint);
    match WANT_QUOTES.iter().any(|words| said.contains(words)) {
        true => lines::wants_quotes(d, text, line_start, line),
        false => d,
    }
}

/// Returns the fault of the first control character in `text[range]`.
fn control_character(source: SourceId, text: &str, range: Range<usize>) -> Option<Diagnostic> {
    let sign = |c: char| c.is_control() && c != '\n' && c != '\t';
    let part = text.get(range.clone())?;
    let (at, c) = part.char_indices().find(|(_, c)| sign(*c))?;
    let at = range.start + at;
    Some(
        Diagnostic::error(
            "control-character",
            format!("there is a control character, U+{:04X}", u32::from(c)),
        )
        .at(Span::new(source, at..at + c.len_utf8()), "invisible")
        .hint("remove it"),
    )
}

/// Returns where the quote of an earlier line is, if it was never closed: what closes it is the
/// quote with which the value of this line begins, before `offset`.
fn opened_above(
    text: &str,
    range: &Range<usize>,
    line_start: usize,
    offset: usize,
) -> Option<usize> {
    let line = &text[line_start..];
    let start = enclosed_of(line.split('\n').next().unwrap_or(line));
    let quote = line[start..]
        .chars()
        .next()
        .filter(|c| "\"'".contains(*c))?;
    if start == 0 || line_start + start + 1 != offset {
        return None;
    }
    let above = text.get(range.start..line_start)?;
    let mut end = line_start;
    for line in above.split_inclusive('\n').rev() {
        end -= line.len();
        let start = enclosed_of(line);
        let inner = line[start..].strip_prefix(quote);
        if let Some(inner) = inner.filter(|_| start > 0) {
            return (!inner.contains(quote)).then_some(end + start);
        }
    }
    None
}

/// Parser messages for values that only need quotes.
const WANT_QUOTES: [&str; 6] = [
    "scanning a block scalar",
    "scanning an anchor",
    "unexpected character",
    "unknown anchor",
    "after double-quoted",
    "after single-quoted",
];

/// Returns the fault of a value at `at` that needs quotes. `alone`: the value ends with its line.
fn colon(source: SourceId, key: &str, value: &str, at: usize, alone: bool) -> Diagnostic {
    let value = value.trim_end();
    let (words, comment) = match value.split_once(" # ") {
        Some((words, _)) => (words.trim_end(), true),
        None => (value, false),
    };
    if GROUPS.contains(&key)
        && let Some(group) = group_of(words)
    {
        let span = Span::new(source, at..at + words.len());
        let d = Diagnostic::error(
            "colon-in-value",
            format!("the {key} of a name is a group, in braces"),
        )
        .at(span, "needs braces")
        .hint(format!("write `{key}: {group}`"));
        return match alone {
            true => d.fix(span, group),
            false => d,
        };
    }
    let quoted = emit::quoted(within_curly_quotes(words).unwrap_or(words));
    let span = Span::new(source, at..at + words.len());
    let d = Diagnostic::error(
        "colon-in-value",
        format!("the {key} contains a colon, which starts a new value"),
    )
    .at(Span::new(source, at..at + value.len()), "needs quotes")
    .hint(format!("put it in quotes: `{key}: {quoted}`"));
    // `#1` may be part of the text or start a comment; a bracket may end a list of groups.
    let in_brackets = words.ends_with([',', ']', '}']);
    match alone && !in_brackets && (comment || !value.contains(" #")) {
        true => d.fix(span, quoted),
        false => d,
    }
}

/// Writes names with a word each as a group: `A: open, B: closed` becomes `{A: open, B: closed}`.
fn group_of(words: &str) -> Option<String> {
    let mut pairs = Vec::new();
    // A name may have a comma.
    let mut begun = String::new();
    for part in words.split(',') {
        let sep = if begun.is_empty() { "" } else { "," };
        begun = format!("{begun}{sep}{part}");
        let Some((name, word)) = begun.split_once(": ") else {
            continue;
        };
        if !is_key(word.trim()) {
            return None;
        }
        pairs.push(format!("{}: {}", emit::in_flow(name.trim()), word.trim()));
        begun.clear();
    }
    begun
        .is_empty()
        .then(|| format!("{{{}}}", pairs.join(", ")))
}

/// Keys whose values are groups with names, so that a colon in one is no part of a text.
const GROUPS: [&str; 1] = ["stance"];

/// Returns whether the value of a line ends with the line: the next line is not indented further
/// than the line's key.
pub(super) fn ends_with_line(text: &str, line_start: usize, line: &str) -> bool {
    let column = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let mut below = text[line_start + line.len()..].lines().skip(1);
    below
        .find(|line| !line.trim().is_empty())
        .is_none_or(|next| next.len() - next.trim_start().len() <= column(line))
}

/// Returns the offset of the bracket of a list or map that is still open where the next key starts,
/// or at the end. Checks only values that start with a bracket, and skips quoted text.
fn unclosed_bracket(yaml: &str) -> Option<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut quote: Option<char> = None;
    let mut line_start = 0;
    for line in yaml.split_inclusive('\n') {
        let value = enclosed_of(line);
        let key = line
            .split_once(':')
            .is_some_and(|(key, rest)| is_key(key) && rest.starts_with([' ', '\n']));
        if key && quote.is_none() && !open.is_empty() {
            break;
        }
        let begins = line[value..].starts_with(['[', '{']);
        let from = if open.is_empty() { value } else { 0 };
        if begins || !open.is_empty() {
            let mut before = ' ';
            let mut escaped = false;
            for (at, c) in line[from..].char_indices() {
                match (quote, c) {
                    (Some('"'), _) if escaped => escaped = false,
                    (Some('"'), '\\') => escaped = true,
                    (Some(q), c) if c == q => quote = None,
                    (Some(_), _) => {}
                    (None, '"' | '\'') if "[{,: ".contains(before) => quote = Some(c),
                    (None, '#') if before == ' ' => break,
                    (None, '[' | '{') => open.push(line_start + from + at),
                    (None, ']' | '}') => {
                        open.pop();
                    }
                    _ => {}
                }
                before = c;
            }
        }
        line_start += line.len();
    }
    open.pop().filter(|_| quote.is_none())
}

/// Returns where the value of a line starts: after `key: ` or the `- ` of an item; 0 if there is
/// neither.
pub(super) fn value_of(line: &str) -> usize {
    let words = line.trim_start_matches([' ', '-']);
    let item = line.len() - words.len();
    let key = words.split_once(": ").filter(|(key, _)| is_key(key));
    key.map_or(item, |(key, rest)| {
        item + key.len() + 2 + rest.len() - rest.trim_start_matches(' ').len()
    })
}

/// Like [`value_of`], but after a name for references or a kind (`&name`, `!kind`), if it is no part of the
/// words: it stands before a bracket, a quote or a block, or `text` refers to it.
pub(super) fn content_of(text: &str, line: &str) -> usize {
    let start = enclosed_of(line);
    let mut rest = &line[start..];
    if !rest.starts_with(['&', '!']) {
        return start;
    }
    let references = references(text);
    let mut is_referenced = false;
    while rest.starts_with(['&', '!']) {
        let end = rest.find(' ').unwrap_or(rest.len());
        let name = rest[..end].strip_prefix('&');
        is_referenced |= name.is_some_and(|name| references.contains(name));
        rest = rest[end..].trim_start_matches(' ');
    }
    match is_referenced && !rest.trim().is_empty() {
        true => line.len() - rest.len(),
        false => start,
    }
}

/// Like [`content_of`], only before a bracket, a quote or a block.
fn enclosed_of(line: &str) -> usize {
    let start = value_of(line);
    let mut rest = &line[start..];
    while rest.starts_with(['&', '!']) {
        let end = rest.find(' ').unwrap_or(rest.len());
        rest = rest[end..].trim_start_matches(' ');
    }
    let is_enclosed = rest.starts_with(['[', '{', '"', '\'', '|', '>']);
    match start > 0 && is_enclosed {
        true => line.len() - rest.len(),
        false => start,
    }
}

pub(super) fn is_key(word: &str) -> bool {
    !word.is_empty() && word.chars().all(is_key_sign)
}

/// Whether a key of Dateline may have the character.
pub(super) fn is_key_sign(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

/// Returns the key and the value that needs quotes in a line like `title: Meta: a shift`. `content`: where
/// the value starts.
fn colon_in_value(line: &str, content: usize) -> Option<(&str, &str)> {
    let (key, value) = line
        .trim_start()
        .trim_start_matches("- ")
        .split_once(": ")?;
    let is_marked = value_of(line) < content;
    let value = if is_marked { &line[content..] } else { value };
    let value = value.trim();
    let plain = !value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!', '#']);
    (plain && (value.contains(": ") || value.ends_with(':')) && is_key(key)).then_some((key, value))
}

/// Returns where text starts after the bracket that closes a value: `title: [Update] Rivers`.
fn text_after_bracket(line: &str, start: usize) -> Option<usize> {
    let close = match line[start..].chars().next()? {
        '[' => ']',
        '{' => '}',
        _ => return None,
    };
    let after = start + line[start..].find(close)? + 1;
    let rest = line[after..].trim();
    let text = rest.starts_with(|c: char| c.is_alphanumeric());
    (start > 0 && text).then(|| after + line[after..].len() - line[after..].trim_start().len())
}

pub(super) fn plain_words(said: &str) -> (String, String) {
    let has = |part: &str| said.contains(part);
    let (message, hint) = if has("unclosed quote") {
        (
            "a quote is opened here and never closed",
            "end the value with the same quote, on the same line",
        )
    } else if has("recursive references") {
        (
            "a value refers to itself",
            "write the value out in full, without & and *",
        )
    } else if has("multiple documents") || has("Documents") {
        (
            "a line with ... or --- ends the keys above, but more keys follow",
            "remove that line, or what follows it",
        )
    } else if has("simple key expected") {
        (
            "there is no colon after a key",
            "write `key: value`, with a colon and a space",
        )
    } else if has("unclosed bracket") {
        (
            "a bracket is opened here and never closed",
            "close it, as in `tags: [one, two]`",
        )
    } else if has("text after a bracket") {
        (
            "there is text after a closing bracket",
            "put the whole value in quotes",
        )
    } else if has("after single-quoted") || has("after double-quoted") {
        (
            "there is text after the closing quote",
            "put the whole value in double quotes; write an inner double quote as \\\"",
        )
    } else if has("unexpected character")
        || has("scanning a block scalar")
        || has("scanning an anchor")
    {
        (
            "a value can't start with this character",
            "put the value in quotes",
        )
    } else if has("unknown anchor") {
        (
            "a value that starts with * is a reference, but nothing has that name",
            "put the value in quotes",
        )
    } else if has("recursion limit") || has("depth") {
        return (
            format!("lists and groups are nested more than {MAX_DEPTH} levels deep"),
            "use fewer levels".to_owned(),
        );
    } else if has("budget") || has("limit") {
        return (
            format!("there are more than {MAX_NODES} values, including those repeated by & and *"),
            "write the values out, without & and *".to_owned(),
        );
    } else if has("did not find expected key") || has("did not find expected '-'") {
        (
            "the indentation of this line does not match any key above it",
            "start it at the same column as the lines that it belongs to",
        )
    } else if has("mapping values are not allowed") {
        (
            "there is an unexpected colon or indentation",
            "start each key at the same column as the key above it; put a value with a colon in quotes",
        )
    } else {
        return (
            format!("the keys here can't be read: {said}"),
            COMPARE.to_owned(),
        );
    };
    (message.to_owned(), hint.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_that_are_closed_or_are_words_are_not_blamed() {
        for text in [
            "---\ntitle: a [b\ntags: [a, b] x\n",
            "---\ntags: [a, # [\n  'it''s [', \"\\\"[\"]\nb: c: d\n",
        ] {
            assert_eq!(unclosed_bracket(text), None, "{text}");
        }
    }

    /// Code, message and the text at the caret.
    fn told(text: &str) -> (String, String, bool) {
        let d = super::super::read(SourceId(0), text, 0..text.len()).expect_err(text);
        let at = d.span.expect("a place").range();
        let line = text[..at.start].matches('\n').count() + 1;
        (
            d.message.clone(),
            format!("{line}:{}", &text[at]),
            d.fix.is_some(),
        )
    }

    #[test]
    fn a_quote_that_is_never_closed_is_shown_where_it_is_opened() {
        for text in [
            "a: 1\ntitle: \"Meta shifts\nplace: Ely\nsummary: \"All of it\"\n",
            "a: 1\ntitle: \"Meta shifts\nsummary: \"All of it\"\nb: c\n",
            "a: [x]\ntitle: 'Meta shifts\nplace: Ely\nsummary: 'All of it'\n",
            "sources:\n  - title: \"One\n    url: https://example.org/\n  - title: \"Two\"\n",
            "sources:\n- title: \"One\n- title: \"Two\"\n  url: https://example.org/\n",
            "title: A\nsummary: \"One, \u{e9}\n\nplace: \"Two\"\n",
        ] {
            let (message, at, fix) = told(text);
            assert_eq!(message, "a quote is opened here and never closed", "{text}");
            assert!(at.starts_with("2:") && !fix, "{text}: {at}");
        }
    }

    #[test]
    fn text_after_a_closing_quote_is_shown_where_it_is() {
        for text in [
            "title: \"Meta\" shifts\n",
            "a: \"b\"\ntitle: \"Meta\" shifts\n",
            "title: \"two\n  lines\" and more\n",
        ] {
            assert_eq!(
                told(text).0,
                "there is text after the closing quote",
                "{text}"
            );
        }
    }
}
