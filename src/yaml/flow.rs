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
