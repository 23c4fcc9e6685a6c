//! Explains a group in braces whose value has a colon: `{title: A: B, url: x}`.

use std::ops::Range;

use super::emit;
use super::fault::is_key_sign;
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Span};

/// Number of bytes up to which a hint shows a line.
const LONGEST_SHOWN: usize = 1000;

/// Returns the fault of a value in braces that contains a colon and a space. `offset` is where
/// reading stopped, at or after that colon.
pub(super) fn colon(
    source: SourceId,
    text: &str,
    range: &Range<usize>,
    offset: usize,
) -> Option<Diagnostic> {
    let line_start = text[..offset]
        .rfind('\n')
        .map_or(0, |n| n + 1)
        .max(range.start);
    let line = text[line_start..].split('\n').next()?;
    // Reading may stop on the next line if the value ends this one.
    let group = innermost(line, offset - line_start)?;
    let inner = &line[group.clone()];
    let mut at = 0;
    for pair in pairs(inner) {
        let start = group.start + at;
        at += pair.len() + 1;
        let Some((key, value)) = pair.split_once(": ") else {
            continue;
        };
        let words = value.trim();
        let plain = !words.starts_with(['"', '\'', '[', '{', '&', '*', '!']);
        if !plain || !words.contains(": ") && !words.ends_with(':') {
            continue;
        }
        if let Some(d) = separators(source, line, line_start, &group, key.trim()) {
            return Some(d);
        }
        let from = start + key.len() + 2 + value.len() - value.trim_start().len();
        let to = from + words.len();
        let quoted = emit::quoted(words);
        let finished = match line.len() <= LONGEST_SHOWN {
            true => format!(
                ": `{}{quoted}{}`",
                line[..from].trim_start(),
                line[to..].trim_end()
            ),
            false => String::new(),
        };
        let span = Span::new(source, line_start + from..line_start + to);
        return Some(
            Diagnostic::error(
                "colon-in-value",
                format!(
                    "the {} contains a colon, which starts a new value",
                    key.trim()
                ),
            )
            .at(span, "needs quotes")
            .hint(format!("put it in quotes{finished}"))
            .fix(span, quoted),
        );
    }
    None
}

/// Returns the fault of a value in braces that goes on after its quote or bracket, or has a `#` after
/// a space: `{title: "Bridge" closed}`, `{title: [A] b}`, `{title: Bridge #1}`. `line_start`: of a
/// line that can't be read.
pub(super) fn value_goes_on(source: SourceId, text: &str, line_start: usize) -> Option<Diagnostic> {
    let line = text[line_start..].split('\n').next()?.trim_end();
    let begin = super::fault::value_of(line);
    let inner = line[begin..].strip_prefix('{')?.strip_suffix('}')?;
    let mut at = begin + 1;
    for pair in pairs(inner) {
        let start = at;
        at += pair.len() + 1;
        let Some((key, value)) = pair.split_once(": ") else {
            continue;
        };
        let words = value.trim();
        let first = words.chars().next()?;
        let close = match first {
            '"' | '\'' => first,
            '[' => ']',
            '{' => '}',
            _ => ' ',
        };
        let reason = match words
            .get(first.len_utf8()..)
            .and_then(|rest| rest.find(close))
        {
            Some(_) if close == ' ' && words.contains(" #") => "has a #, which starts a comment",
            Some(end) if close != ' ' && !words[end + 2..].trim().is_empty() => match first {
                // Escapes, two apostrophes and brackets within brackets are not examined.
                '"' if words.contains('\\') => continue,
                '\'' if words.contains("''") => continue,
                '[' | '{' if words[1..].contains(first) => continue,
                '"' | '\'' => "goes on after its closing quote",
                _ => "goes on after its closing bracket",
            },
            _ => continue,
        };
        let bare = |quote: char| words.strip_prefix(quote)?.strip_suffix(quote);
        let bare = bare('"').or_else(|| bare('\'')).unwrap_or(words);
        let quoted = emit::quoted(bare);
        let from = start + key.len() + 2 + value.len() - value.trim_start().len();
        let to = from + words.len();
        let span = Span::new(source, line_start + from..line_start + to);
        let d = Diagnostic::error("broken-yaml", format!("the {} {reason}", key.trim()))
            .at(span, "needs quotes");
        let finished = format!("{}{quoted}{}", line[..from].trim_start(), &line[to..]);
        return Some(
            match line.len() <= LONGEST_SHOWN {
                true => d.hint(format!("put it in quotes: `{finished}`")),
                false => d.hint("put it in quotes"),
            }
            .fix(span, quoted),
        );
    }
    None
}

/// Keys of the groups that editors write in braces: of sources, entries, updates, corrections and
/// pictures.
pub(super) const KEYS: [&str; 21] = [
    "id",
    "title",
    "url",
    "publisher",
    "date",
    "published",
    "author",
    "authors",
    "accessed",
    "entry",
    "status",
    "certainty",
    "wording",
    "place",
    "importance",
    "text",
    "summary",
    "source",
    "credit",
    "caption",
    "alt",
];

/// Returns the fault of a group in which keys follow a value without a comma, or with a character
/// that is none: `{id: a title: B}`, `{id: a; title: B}`, `{id: a，title: B}`.
fn separators(
    source: SourceId,
    line: &str,
    line_start: usize,
    group: &Range<usize>,
    first: &str,
) -> Option<Diagnostic> {
    let inner = &line[group.clone()];
    if !KEYS.contains(&first) || inner.contains(['"', '\'']) {
        return None;
    }
    let sign = |c: char| matches!(c, ';' | '，' | '、' | '；' | '،' | '؛' | '|');
    let mut known = Vec::new();
    let mut edits: Vec<(Range<usize>, Option<char>)> = Vec::new();
    for (colon, _) in inner.match_indices(": ") {
        let before = &inner[..colon];
        let key_start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| is_key_sign(*c))
            .last()
            .map_or(colon, |(at, _)| at);
        let key = &before[key_start..];
        if !KEYS.contains(&key) {
            continue;
        }
        if known.contains(&key) {
            return None;
        }
        known.push(key);
        let above = before[..key_start].trim_end();
        let odd = above.chars().next_back().filter(|c| sign(*c));
        let end = above.len() - odd.map_or(0, char::len_utf8);
        let value_end = above[..end].trim_end().len();
        if above.is_empty() || above.ends_with(',') || above.ends_with(':') {
            continue;
        }
        if odd.is_none() && key_start == above.len() {
            continue;
        }
        edits.push((value_end..key_start, odd));
    }
    let (at, odd) = edits.first()?.clone();
    let key = inner[at.end..].split(':').next().unwrap_or("");
    let message = match odd {
        Some(c) => format!("`{c}` before `{key}` is not a comma, which separates keys in braces"),
        None => format!("there is no comma before `{key}`"),
    };
    let mut finished = String::new();
    let mut done = 0;
    for (edit, _) in &edits {
        finished.push_str(&inner[done..edit.start]);
        finished.push_str(", ");
        done = edit.end;
    }
    finished.push_str(&inner[done..]);
    let base = line_start + group.start;
    let mark = match odd {
        Some(_) => base + at.start..base + at.end,
        None => base + at.end..base + at.end + key.len(),
    };
    let d = Diagnostic::error("broken-yaml", message).at(Span::new(source, mark), "here");
    let d = match line.len() <= LONGEST_SHOWN {
        true => d.hint(format!(
            "write `{}{finished}{}`",
            line[..group.start].trim_start(),
            line[group.end..].trim_end()
        )),
        false => d.hint("separate the keys with a comma and a space"),
    };
    Some(d.fix(Span::new(source, base..base + inner.len()), finished))
}

/// Returns the range inside the innermost braces around an offset, if both are on the line.
fn innermost(line: &str, offset: usize) -> Option<Range<usize>> {
    let mut open = Vec::new();
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (Some(q), c) if c == q && before != '\\' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if "[{,: ".contains(before) => quote = Some(c),
            (None, '{') => open.push(at + 1),
            (None, '}') => {
                let start = open.pop()?;
                if (start..=at).contains(&offset) {
                    return Some(start..at);
                }
            }
            _ => {}
        }
        before = c;
    }
    None
}

/// Splits what is in braces into pairs: at commas that a key and a colon follow. A comma within a
/// value stays in it.
fn pairs(inner: &str) -> Vec<&str> {
    let mut starts = vec![0];
    let (mut depth, mut quote, mut before) = (0_i32, None, ' ');
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (Some(q), c) if c == q && before != '\\' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if "[{,: ".contains(before) => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth -= 1,
            (None, ',') if depth == 0 => {
                let rest = inner[at + 1..].trim_start();
                let end = rest.find(|c: char| !is_key_sign(c)).unwrap_or(0);
                if end > 0 && rest[end..].starts_with(": ") {
                    starts.push(at + 1);
                }
            }
            _ => {}
        }
        before = c;
    }
    let ends = starts.iter().skip(1).map(|start| start - 1);
    let ends: Vec<usize> = ends.chain([inner.len()]).collect();
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| &inner[*start..end])
        .collect()
}
