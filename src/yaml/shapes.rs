//! Explains a faulty line by what it looks like, with the line as it should be: marks of Markdown
//! round a key, an equals sign for the colon, a list on the line of its key, a link, a bracket that
//! another one closes.

use std::ops::Range;

use super::blocks;
use super::emit;
use super::fault::{content_of, is_key, is_key_sign, value_of};
use super::flow;
use super::values::PROSE;
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Span};

/// Keys of front matter and of `site.yaml` besides those of groups ([`flow::KEYS`]).
const KEYS: [&str; 30] = [
    "tags",
    "people",
    "organisations",
    "places",
    "sources",
    "entries",
    "updates",
    "corrections",
    "slipped",
    "slug",
    "lang",
    "kind",
    "draft",
    "stance",
    "updated",
    "expires",
    "image",
    "aliases",
    "description",
    "label",
    "language",
    "timezone",
    "publisher",
    "permalink",
    "taxonomies",
    "stances",
    "menu",
    "checked",
    "end",
    "story",
];

/// Keys whose items are groups that may be written as a link.
const SOURCES: &str = "sources";

pub(super) fn is_known(word: &str) -> bool {
    KEYS.contains(&word) || flow::KEYS.contains(&word)
}

/// What is wrong with a line, and the words that should be there.
struct Shape {
    message: String,
    label: &'static str,
    finished: String,
    /// Whether nothing else can have been meant.
    is_certain: bool,
}

fn shape(message: impl Into<String>, label: &'static str, finished: String) -> Shape {
    Shape {
        message: message.into(),
        label,
        finished,
        is_certain: true,
    }
}

/// Explains the line at an offset, if it has one of the shapes.
pub(super) fn explain(
    source: SourceId,
    text: &str,
    part: &Range<usize>,
    at: usize,
) -> Option<Diagnostic> {
    let line = blocks::line(text, at);
    let line = line.start.max(part.start)..line.end.max(part.start);
    let whole = &text[line.clone()];
    let words = whole.trim();
    let start = line.start + whole.len() - whole.trim_start_matches(' ').len();
    if !whole.trim_start_matches(' ').starts_with(words) || words.is_empty() {
        return None;
    }
    let span = Span::new(source, start..start + words.len());
    let list = dash_after_key(source, text, part, &line);
    if let Some(d) = list.or_else(|| asterisks(source, text, part, &line)) {
        return Some(d);
    }
    let found = emphasis(words)
        .or_else(|| equals(words))
        .or_else(|| glued(words))
        .or_else(|| link(text, part, &line))
        .or_else(|| groups(words))
        .or_else(|| mismatch(words))?;
    let d = Diagnostic::error("broken-yaml", found.message)
        .at(span, found.label)
        .hint(format!("write `{}`", found.finished));
    Some(match found.is_certain {
        true => d.fix(span, found.finished),
        false => d,
    })
}

/// Writes a key with its value, in quotes if it needs them.
pub(super) fn pair(key: &str, value: &str) -> String {
    let value = value.trim();
    let enclosed = value.starts_with(['"', '\'', '[', '{']);
    let wants_quotes = value.contains(": ")
        || value.ends_with(':')
        || value.contains(" #")
        || value.starts_with(['*', '&', '!', '|', '>', '%', '@', '`', '#', '?'])
        || value.starts_with("- ");
    match wants_quotes && !enclosed {
        true => format!("{key}: {}", emit::quoted(value)),
        false => format!("{key}: {value}"),
    }
}

/// Splits off the dash of an item.
fn without_dash(words: &str) -> (&str, &str) {
    let rest = words.trim_start_matches([' ', '-']);
    let dash = &words[..words.len() - rest.len()];
    match dash.is_empty() || dash.ends_with(' ') {
        true => (dash, rest),
        false => ("", words),
    }
}

fn key_end(words: &str) -> usize {
    words.find(|c: char| !is_key_sign(c)).unwrap_or(words.len())
}

/// `**summary**: x`, `*summary:* x`.
fn emphasis(words: &str) -> Option<Shape> {
    let (dash, words) = without_dash(words);
    let sign = ["**", "__", "*", "`"]
        .into_iter()
        .find(|sign| words.starts_with(sign))?;
    let inner = &words[sign.len()..];
    let key = &inner[..key_end(inner)];
    let rest = inner[key.len()..].trim_start();
    let closed = rest.strip_prefix(sign);
    let value = closed
        .and_then(|rest| rest.trim_start().strip_prefix(':'))
        .or_else(|| rest.strip_prefix(':')?.strip_prefix(sign))?;
    is_key(key).then(|| {
        shape(
            format!("a key has no marks round it, but `{key}` is in `{sign}`"),
            "no marks",
            format!("{dash}{}", pair(key, value)),
        )
    })
}

/// `summary = x`, `summary := x`, `summary => x`.
fn equals(words: &str) -> Option<Shape> {
    let (dash, words) = without_dash(words);
    let key = &words[..key_end(words)];
    let rest = words[key.len()..].trim_start();
    let value = [":=", "=>", "="]
        .into_iter()
        .find_map(|sign| rest.strip_prefix(sign))?;
    if !is_key(key) || value.starts_with('=') || value.trim().is_empty() {
        return None;
    }
    Some(shape(
        format!("there is no colon after a key: `{key}` is followed by an equals sign"),
        "no colon",
        format!("{dash}{}", pair(key, value)),
    ))
}

/// `summary:x`, `tags:[a, b]`, `url:https://example.org`.
fn glued(words: &str) -> Option<Shape> {
    let (dash, words) = without_dash(words);
    let (key, value) = words.split_once(':')?;
    if !is_key(key) || value.is_empty() || value.starts_with([' ', '\t', '/']) {
        return None;
    }
    Some(shape(
        "there is no space after the colon of a key",
        "missing space",
        format!("{dash}{}", pair(key, value)),
    ))
}

/// Returns the words of an item after its hyphen or asterisk.
fn bulleted(words: &str) -> Option<&str> {
    words
        .strip_prefix(['-', '*'])?
        .strip_prefix(' ')
        .map(str::trim)
}

/// `* rail`, as Markdown writes items.
fn asterisks(
    source: SourceId,
    text: &str,
    part: &Range<usize>,
    line: &Range<usize>,
) -> Option<Diagnostic> {
    let item = |line: &str| {
        line.trim()
            .strip_prefix("* ")
            .map(str::trim)
            .map(str::to_owned)
    };
    let column = blocks::indent(&text[line.clone()]);
    item(&text[line.clone()])?;
    let (mut next, mut end) = (line.clone(), line.end);
    let mut lines = Vec::new();
    while let Some(words) = item(&text[next.clone()]) {
        if blocks::indent(&text[next.clone()]) != column {
            break;
        }
        lines.push(format!("- {words}"));
        end = next.start + text[next.clone()].trim_end().len();
        if next.end + 1 >= part.end {
            break;
        }
        next = blocks::line(text, next.end + 1);
    }
    let start = line.start + column;
    let shown: Vec<String> = lines.iter().map(|line| format!("`{line}`")).collect();
    let between = format!("\n{}", " ".repeat(column));
    Some(
        Diagnostic::error(
            "broken-yaml",
            "a list item starts with a hyphen and a space, not with an asterisk",
        )
        .at(Span::new(source, start..start + 1), "not a hyphen")
        .hint(format!("write {}", shown.join(", ")))
        .fix(Span::new(source, start..end), lines.join(&between)),
    )
}

/// `organisations: - X`, perhaps with more items below.
fn dash_after_key(
    source: SourceId,
    text: &str,
    part: &Range<usize>,
    line: &Range<usize>,
) -> Option<Diagnostic> {
    let whole = &text[line.clone()];
    let words = whole.trim();
    let (key, value) = words.split_once(": ")?;
    let first = bulleted(value.trim_start())?;
    let bare = key.trim_start_matches([' ', '-']);
    if !is_key(bare) || first.is_empty() {
        return None;
    }
    let start = line.start + blocks::indent(whole);
    let mut end = line.start + whole.trim_end().len();
    let (message, finished) = if PROSE.contains(&bare) {
        if !value.trim_start().starts_with('-') {
            return None;
        }
        (
            format!("the {bare} starts with a hyphen and a space, as the item of a list does"),
            format!("{key}: {}", emit::quoted(value.trim())),
        )
    } else {
        let mut items = vec![first];
        let mut at = line.end + 1;
        while at < part.end {
            let next = blocks::line(text, at);
            let Some(item) = bulleted(text[next.clone()].trim()) else {
                break;
            };
            items.push(item);
            end = next.start + text[next.clone()].trim_end().len();
            at = next.end + 1;
        }
        if bare == SOURCES && items.iter().any(|item| item.contains(": ")) {
            return None;
        }
        let items = items
            .iter()
            .map(|item| match item.starts_with(['"', '\'', '{', '[']) {
                true => (*item).to_owned(),
                false => emit::in_flow(item),
            });
        (
            format!("a list on the line of its key, `{bare}`, is in brackets"),
            format!("{key}: [{}]", items.collect::<Vec<_>>().join(", ")),
        )
    };
    let marked = Span::new(source, start..line.start + whole.trim_end().len());
    Some(
        Diagnostic::error("broken-yaml", message)
            .at(marked, "here")
            .hint(format!("write `{finished}`"))
            .fix(Span::new(source, start..end), finished),
    )
}

/// Splits a link of Markdown at the start of a value into its words, its address and the rest.
fn parts_of_link(value: &str) -> Option<(&str, &str, &str)> {
    let (words, rest) = value.strip_prefix('[')?.split_once("](")?;
    let (address, rest) = rest.split_once(')')?;
    (!words.contains(['[', ']'])).then_some((words, address, rest))
}

/// `summary: [a](https://example.org/)`, `- [Star](https://example.org/)`.
fn link(text: &str, part: &Range<usize>, line: &Range<usize>) -> Option<Shape> {
    let whole = &text[line.clone()];
    let words = whole.trim();
    let at = value_of(words);
    let value = &words[at..];
    let (title, address, rest) = parts_of_link(value)?;
    let key = words[..at].trim_start_matches([' ', '-']);
    let key = key.split(':').next().unwrap_or("");
    let list = blocks::key_above(text, part, line.start);
    let message = "a value that starts with a bracket is a list, but this is a link";
    if rest.trim().is_empty()
        && address.contains("://")
        && (key == SOURCES || key.is_empty() && list.as_deref() == Some(SOURCES))
    {
        let group = format!(
            "{{title: {}, url: {}}}",
            emit::in_flow(title),
            emit::in_flow(address)
        );
        let group = match key.is_empty() {
            true => group,
            false => format!("[{group}]"),
        };
        return Some(shape(message, "a link", format!("{}{group}", &words[..at])));
    }
    Some(shape(
        message,
        "needs quotes",
        format!("{}{}", &words[..at], emit::quoted(value)),
    ))
}

/// `sources: {…}, {…}`.
fn groups(words: &str) -> Option<Shape> {
    let at = value_of(words);
    let value = &words[at..];
    let key = words[..at].trim_start_matches([' ', '-']);
    if !value.starts_with('{') || !value.ends_with('}') || key.is_empty() {
        return None;
    }
    let (ends, open) = scan(value);
    let between = |end: &usize| {
        let rest = value[*end..].trim_start();
        rest.is_empty()
            || rest
                .strip_prefix(',')
                .is_some_and(|rest| rest.trim_start().starts_with('{'))
    };
    (ends.len() > 1 && open.is_empty() && ends.iter().all(between)).then(|| {
        shape(
            "several groups are a list, which is in brackets",
            "no brackets",
            format!("{}[{value}]", &words[..at]),
        )
    })
}

/// `tags: [a}`.
fn mismatch(words: &str) -> Option<Shape> {
    let at = value_of(words);
    let value = &words[at..];
    let last = value.chars().next_back().filter(|c| "])}".contains(*c))?;
    if !value.starts_with(['[', '{']) {
        return None;
    }
    let inner = &value[..value.len() - last.len_utf8()];
    let (ends, open) = scan(inner);
    let [open] = open.as_slice() else {
        return None;
    };
    let right = closing(*open);
    (ends.is_empty() && right != last).then(|| {
        shape(
            format!("`{open}` is closed by `{right}`, but here by `{last}`"),
            "not the same kind",
            format!("{}{inner}{right}", &words[..at]),
        )
    })
}

fn closing(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

/// Returns where brackets of the outermost level end, and the brackets that stay open; a quote that
/// stays open is among them.
fn scan(value: &str) -> (Vec<usize>, Vec<char>) {
    let (mut ends, mut open) = (Vec::new(), Vec::new());
    let (mut quote, mut before, mut escaped) = (None, ' ', false);
    for (at, c) in value.char_indices() {
        match (quote, c) {
            (Some('"'), _) if escaped => escaped = false,
            (Some('"'), '\\') => escaped = true,
            (Some(q), c) if c == q => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if "[{,: ".contains(before) => quote = Some(c),
            (None, '[' | '{') => open.push(c),
            (None, ']' | '}') => {
                open.pop();
                if open.is_empty() {
                    ends.push(at + 1);
                }
            }
            _ => {}
        }
        before = c;
    }
    open.extend(quote);
    (ends, open)
}

/// Returns the line of a bracket, opened at `at` and never closed, as it should be; `None` if the
/// value goes on below.
pub(super) fn closed(text: &str, part: &Range<usize>, at: usize) -> Option<String> {
    let line = blocks::line(text, at);
    if blocks::goes_on(text, part, &line) {
        return None;
    }
    let words = text[line.clone()].trim();
    let begin = content_of(text, words);
    let key = words[..begin].trim_start_matches([' ', '-']);
    let key = key.split(':').next().unwrap_or("");
    let value = words[begin..].trim_end_matches([',', ' ']);
    if !value.starts_with(['[', '{']) || value.contains(" #") || value.len() < 2 {
        return None;
    }
    let (_, mut open) = scan(value);
    if PROSE.contains(&key) {
        return Some(format!("{}{}", &words[..begin], emit::quoted(value)));
    }
    if value.contains(": ") && !value.contains('{') {
        return None;
    }
    let mut finished = format!("{}{value}", &words[..begin]);
    while let Some(c) = open.pop() {
        if "\"'".contains(c) {
            return None;
        }
        finished.push(closing(c));
    }
    Some(finished)
}

/// Returns the line of a quote, opened at `at` and never closed, as it should be.
pub(super) fn closed_quote(text: &str, part: &Range<usize>, at: usize) -> Option<String> {
    let line = blocks::line(text, at);
    let whole = &text[line.clone()];
    let words = whole.trim_end();
    let quote = text[at..].chars().next().filter(|c| "\"'".contains(*c))?;
    let inner = words.get(at + 1 - line.start..)?;
    let before = words[..at - line.start].trim_start();
    if inner.contains(" #") || inner.is_empty() || blocks::goes_on(text, part, &line) {
        return None;
    }
    let begin = content_of(text, words.trim_start()).min(before.len());
    let (_, open) = scan(&before[begin..]);
    let (inner, after) = match open.as_slice() {
        [] if begin < before.len() => return None,
        [] => (inner, String::new()),
        ['['] if !inner.contains(',') => {
            let bare = inner.trim_end_matches([']', ' ']);
            (bare, "]".to_owned())
        }
        _ => return None,
    };
    Some(match inner.contains([quote, '\\']) {
        true => format!("{before}{}{after}", emit::quoted(inner)),
        false => format!("{before}{quote}{inner}{quote}{after}"),
    })
}

/// Explains a first key that is indented while keys below it are not.
pub(super) fn first_key(
    source: SourceId,
    text: &str,
    part: &Range<usize>,
    at: usize,
) -> Option<Diagnostic> {
    let mut first = blocks::line(text, part.start);
    while first.start < at {
        let words = text[first.clone()].trim();
        if !words.is_empty() && !words.starts_with('#') && words != "---" {
            break;
        }
        if first.end + 1 >= part.end {
            return None;
        }
        first = blocks::line(text, first.end + 1);
    }
    let by = blocks::indent(&text[first.clone()]);
    if by == 0 || first.start >= at || blocks::indent(&text[blocks::line(text, at)]) != 0 {
        return None;
    }
    let mut end = first.end;
    let mut lines = Vec::new();
    let mut next = first.clone();
    while next.start < part.end {
        let words = &text[next.clone()];
        if blocks::indent(words) < by {
            break;
        }
        lines.push(&words[by..]);
        end = next.end;
        if end + 1 >= part.end {
            break;
        }
        next = blocks::line(text, end + 1);
    }
    let shown: Vec<String> = lines
        .iter()
        .map(|line| format!("`{}`", line.trim_end()))
        .collect();
    Some(
        Diagnostic::error(
            "broken-yaml",
            "the first key is indented, but those below it are not",
        )
        .at(
            Span::new(source, first.start..first.start + by),
            "these spaces",
        )
        .hint(format!(
            "start it at the start of the line: {}",
            shown.join(", ")
        ))
        .fix(Span::new(source, first.start..end), lines.join("\n")),
    )
}
