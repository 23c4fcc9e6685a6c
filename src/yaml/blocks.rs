//! Lines, and the blocks of lines that belong to one key or one item.

use std::ops::Range;

use super::fault::{is_key, is_key_sign};
use super::indents;
use super::mended::Mended;
use super::table::KeyTable;
use crate::diagnostic::Sink;

/// Returns the range of the line at an offset, without its line break.
pub(super) fn line(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    start..end
}

/// Returns by how many spaces a line is indented.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Returns the column of a line's words after the dash of an item.
pub(super) fn column(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '-']).len()
}

/// Replaces each tab of the indentation by two spaces; a tab after spaces moves its line as far as
/// the next even column.
pub(super) fn without_tabs(text: &str, part: &Range<usize>) -> (Range<usize>, String) {
    let lines = text[part.clone()].split_inclusive('\n');
    let mut blocks = indents::Blocks::default();
    let lines = lines.map(|line| match blocks.has(line) {
        true => line.to_owned(),
        false => indents::without_tabs(line, 2).unwrap_or_else(|| line.to_owned()),
    });
    (part.clone(), lines.collect())
}

/// Moves a line, and the keys below it that start at its column, to the column of the key above.
pub(super) fn further_left(
    text: &str,
    part: &Range<usize>,
    line_at: Range<usize>,
) -> Option<(Range<usize>, String)> {
    let own = indent(&text[line_at.clone()]);
    let above = text[part.start..line_at.start].lines().rev();
    let above = above
        .filter(|line| !line.trim().is_empty())
        .find(|line| !line.trim_start().starts_with('#'))?;
    let target = column(above);
    let by = own.checked_sub(target).filter(|by| *by > 0)?;
    let (mut at, mut end) = (line_at.start, line_at.end);
    let mut out: Vec<&str> = Vec::new();
    while at < part.end {
        let next = line(text, at);
        let words = &text[next.clone()];
        if indent(words) < own || words.trim().is_empty() {
            break;
        }
        out.push(&words[by..]);
        end = next.end;
        at = next.end + 1;
    }
    Some((line_at.start..end, out.join("\n")))
}

/// What of a text was not read, because its lines can't be.
#[derive(Debug, Default)]
pub struct TakenOut {
    /// The keys of the outermost map to which it belongs; in place of a key that can't be told, the
    /// whole text.
    keys: Vec<Result<String, String>>,
}

impl TakenOut {
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Whether one of these keys may have been taken out.
    fn may_have(&self, names: &[&str], table: &'static KeyTable) -> bool {
        self.keys.iter().any(|key| match key {
            Ok(key) => {
                let small = key.to_ascii_lowercase();
                let known = table.row(&small).map(|row| row.name);
                let known = known.or_else(|| table.named(&small));
                known.is_none_or(|known| names.contains(&known))
            }
            Err(text) => {
                let small = text.to_ascii_lowercase();
                names.iter().any(|name| small.contains(name))
            }
        })
    }

    /// Removes the diagnostics, from index `from` on, that say that something is missing which may
    /// have been taken out.
    pub fn excuse(&self, table: &'static KeyTable, from: usize, sink: &mut Sink) {
        if self.is_empty() {
            return;
        }
        sink.retain_since(from, |d| {
            let lacks: &[&str] = match d.code {
                "missing-title" | "title-from-heading" => &["title"],
                "missing-date" | "date-from-published" | "left-out" => &[
                    "date",
                    "published",
                    "kind",
                    "status",
                    "wording",
                    "sources",
                    "entries",
                ],
                "unknown-citation" | "not-a-citation" => &["sources"],
                "end-apart" | "date-of-name" | "updated-before-published" => {
                    &["date", "published", "updated", "end"]
                }
                "missing-key" => {
                    return !d
                        .message
                        .split('`')
                        .nth(1)
                        .is_some_and(|key| self.may_have(&[key], table));
                }
                _ => return true,
            };
            !self.may_have(lacks, table)
        });
    }

    /// Notes that the lines of a key were taken out.
    pub(super) fn note(&mut self, block: &str) {
        self.keys
            .push(key_of(block).ok_or_else(|| block.to_owned()));
    }

    /// Notes that what follows is no front matter.
    pub(super) fn rest(&mut self) {
        self.keys.push(Err(String::new()));
    }

    /// Whether a line belongs to a key of which a part was taken out already.
    pub(super) fn has(&self, text: &str, part: &Range<usize>, at: usize) -> bool {
        let block = block(text, part, at);
        key_of(&text[block]).is_some_and(|key| self.keys.contains(&Ok(key)))
    }

    /// Takes out the item to which a line belongs, or, if that has not helped or there is no item,
    /// all lines of its key. Returns by how much the text has grown; `None` if nothing is left.
    pub(super) fn take(
        &mut self,
        mended: &mut Mended<'_>,
        part: &Range<usize>,
        at: usize,
    ) -> Option<isize> {
        let text = &mended.text;
        let block = block(text, part, at);
        let key = key_of(&text[block.clone()]);
        let key = key.ok_or_else(|| text[block.clone()].to_owned());
        let again = key.is_ok() && self.keys.contains(&key);
        let taken = match item(text, &block, at).filter(|_| !again) {
            Some(item) => item,
            None => block,
        };
        let old = &text[taken.clone()];
        if old.trim().is_empty() || old.trim() == "---" {
            return None;
        }
        // As many lines as before.
        let empty = "\n".repeat(old.matches('\n').count());
        self.keys.push(key);
        Some(mended.replace(taken, &empty))
    }
}

/// Whether the value of a line goes on below it: the next line is indented further, or has neither a
/// key nor a dash.
pub(super) fn goes_on(text: &str, part: &Range<usize>, own: &Range<usize>) -> bool {
    let mut at = own.end + 1;
    while at < part.end {
        let next = &text[line(text, at)];
        let words = next.trim();
        if !words.is_empty() {
            let key = words.split(':').next().unwrap_or("");
            let begins = is_key(key) && words.len() > key.len() || words.starts_with("- ");
            return !begins || indent(next) > column(&text[own.clone()]);
        }
        at += next.len() + 1;
    }
    false
}

/// Returns the key of the outermost map to which the line at an offset belongs.
pub(super) fn key_above(text: &str, part: &Range<usize>, at: usize) -> Option<String> {
    key_of(&text[block(text, part, at)])
}

/// Returns the key with which a block begins.
fn key_of(block: &str) -> Option<String> {
    let first = block.lines().next()?.trim_start_matches(['"', '\'']);
    let end = first.find(|c: char| !is_key_sign(c)).unwrap_or(first.len());
    let key = &first[..end];
    let rest = first[end..].trim_start_matches(['"', '\'', ' ']);
    (is_key(key) && rest.starts_with([':', '=', '：'])).then(|| key.to_owned())
}

/// Whether a key of the outermost map, or another line at its column, begins here.
fn begins_block(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with([' ', '\t', '-', '#', ']', '}', ','])
}

/// Returns the lines of the key of the outermost map to which the line at an offset belongs.
fn block(text: &str, part: &Range<usize>, at: usize) -> Range<usize> {
    let own = line(text, at.clamp(part.start, part.end));
    let mut start = own.start.max(part.start);
    if !begins_block(&text[own.clone()]) {
        let mut above = start;
        for line in text[part.start..start].split_inclusive('\n').rev() {
            above -= line.len();
            if line.trim_end() == "---" {
                break;
            }
            if begins_block(line) {
                start = above;
                break;
            }
        }
    }
    let mut end = own.end.min(part.end);
    while end < part.end {
        let next = line(text, end + 1);
        if next.start >= part.end || begins_block(&text[next.clone()]) {
            break;
        }
        end = next.end.min(part.end);
    }
    start..end
}

/// Returns the lines of the list item to which the line at an offset belongs, if its key has other
/// items.
fn item(text: &str, block: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let lines = || {
        let mut at = block.start;
        text[block.clone()].split_inclusive('\n').map(move |line| {
            at += line.len();
            (at - line.len(), line)
        })
    };
    let is_item = |line: &str| line.trim_start().starts_with("- ");
    let dash = lines()
        .skip(1)
        .find(|(_, line)| is_item(line))
        .map(|(_, line)| indent(line))?;
    let begins = |line: &str| is_item(line) && indent(line) <= dash;
    let starts: Vec<usize> = lines()
        .filter(|(_, line)| begins(line))
        .map(|(at, _)| at)
        .collect();
    let own = starts.iter().rposition(|start| *start <= at)?;
    let end = starts.get(own + 1).map_or(block.end, |next| next - 1);
    (starts.len() > 1).then(|| starts[own]..end)
}
