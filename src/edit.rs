//! Changing a file that an editor wrote: by edits of its text, never by printing it anew.
//!
//! A text here is what [`decode`](crate::source::decode) gives. [`in_file`] carries a change
//! over to the file's own bytes, whose byte order mark and line ends stay as they are.

use std::io;
use std::ops::Range;
use std::path::Path;

use similar::algorithms::{Capture, Replace, diff_slices};
use similar::{Algorithm, DiffOp, DiffTag};

use crate::world::World;

/// Bytes `range` of a text give way to `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub range: Range<usize>,
    pub text: String,
}

impl Edit {
    pub fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self {
            range,
            text: text.into(),
        }
    }
}

/// `text` with all edits; of two that touch the same bytes the first counts, and one that does
/// not fit the text is passed over.
pub fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|e| (e.range.start, e.range.end));
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        if edit.range.start < at || text.get(edit.range.clone()).is_none() {
            continue;
        }
        out.push_str(&text[at..edit.range.start]);
        out.push_str(&edit.text);
        at = edit.range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// The one edit that makes `new` of `old`; None where they are the same.
pub fn between(old: &str, new: &str) -> Option<Edit> {
    if old == new {
        return None;
    }
    let same = |(a, b): &(char, char)| a == b;
    let before: usize = old
        .chars()
        .zip(new.chars())
        .take_while(same)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let after: usize = old[before..]
        .chars()
        .rev()
        .zip(new[before..].chars().rev())
        .take_while(same)
        .map(|(c, _)| c.len_utf8())
        .sum();
    Some(Edit::new(
        before..old.len() - after,
        &new[before..new.len() - after],
    ))
}

/// The bytes of a file after an edit of its text. All that the edit does not touch stays, to the
/// byte; new lines end as those of the file do.
pub fn in_file(bytes: &[u8], edit: &Edit) -> Vec<u8> {
    let line_end: &[u8] = match bytes.iter().position(|b| matches!(b, b'\r' | b'\n')) {
        Some(at) if bytes[at..].starts_with(b"\r\n") => b"\r\n",
        Some(at) if bytes[at] == b'\r' => b"\r",
        _ => b"\n",
    };
    let mark = match bytes.starts_with("\u{feff}".as_bytes()) {
        true => '\u{feff}'.len_utf8(),
        false => 0,
    };
    let start = mark + offset_in_file(&bytes[mark..], edit.range.start);
    let end = mark + offset_in_file(&bytes[mark..], edit.range.end);
    let mut out = bytes[..start].to_vec();
    for (n, line) in edit.text.split('\n').enumerate() {
        if n > 0 {
            out.extend_from_slice(line_end);
        }
        out.extend_from_slice(line.as_bytes());
    }
    out.extend_from_slice(&bytes[end..]);
    out
}

/// Where a byte of the text stands in the file: `\r\n` is one byte of the text.
fn offset_in_file(bytes: &[u8], offset: usize) -> usize {
    let mut at = 0;
    for _ in 0..offset {
        at += match bytes[at..].starts_with(b"\r\n") {
            true => 2,
            false => 1,
        };
    }
    at
}

/// Puts `bytes` in the place of a file at once: a reader meets the old file or the new one, with
/// the same permissions. A link stays one, and what it leads to is replaced.
///
/// # Errors
/// What the operating system said; the file is then as it was.
pub fn replace(world: &dyn World, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = world.canonical(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A name that begins with a dot is never taken for content.
    let fresh = path.with_file_name(format!(".{name}.dateline"));
    if world.stat(&fresh)?.is_some() {
        world.remove_file(&fresh)?;
    }
    let placed = world
        .create(&fresh, bytes)
        .and_then(|()| world.permit_as(&path, &fresh))
        .and_then(|()| world.sync(&fresh))
        .and_then(|()| world.rename(&fresh, &path));
    if placed.is_err() {
        // What is left of it is in nobody's way; the first error is the one to tell.
        let _ = world.remove_file(&fresh);
    }
    placed
}

/// Lines that differ, as `diff -U0` prints them. Empty where nothing does.
pub fn diff(name: &str, old: &str, new: &str) -> String {
    let (old, new) = (lines(old), lines(new));
    let mut out = String::new();
    for op in changes(&old, &new) {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        if out.is_empty() {
            out = format!("--- {name}\n+++ {name}\n");
        }
        let place = |range: &Range<usize>| {
            let first = range.start + usize::from(!range.is_empty());
            format!("{first},{}", range.len())
        };
        let (a, b) = (op.old_range(), op.new_range());
        out.push_str(&format!("@@ -{} +{} @@\n", place(&a), place(&b)));
        for (sign, part) in [('-', &old[a]), ('+', &new[b])] {
            for line in part {
                out.push_str(&format!("{sign}{line}\n"));
            }
        }
    }
    out
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().collect()
}

/// Product of the numbers of lines up to which the shortest difference is looked for. The
/// algorithm that finds it takes time and memory in proportion.
const MAX_COMPARED: usize = 4_000_000;

/// Runs of lines that are equal or differ, in their order.
fn changes(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let algorithm = match old.len().saturating_mul(new.len()) <= MAX_COMPARED {
        true => Algorithm::Lcs,
        false => Algorithm::Myers,
    };
    let mut ops = Replace::new(Capture::new());
    match diff_slices(algorithm, &mut ops, old, new) {
        Ok(()) => ops.into_inner().into_ops(),
        Err(never) => match never {},
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_apply_together_and_the_first_of_two_that_meet_counts() {
        let edits = vec![
            Edit::new(6..7, "C"),
            Edit::new(0..1, "A"),
            Edit::new(0..2, "no"),
            Edit::new(3..3, "+"),
        ];
        assert_eq!(apply("a b cdef", edits), "A b+ cdCf");
    }

    #[test]
    fn an_edit_between_two_texts_makes_one_of_the_other() {
        for (old, new) in [
            ("abc", "abXc"),
            ("aaa", "aa"),
            ("é", "è"),
            ("", "x"),
            ("xx", "x"),
        ] {
            let edit = between(old, new).expect("they differ");
            assert_eq!(apply(old, vec![edit]), new);
        }
        assert_eq!(between("a", "a"), None);
    }

    #[test]
    fn the_bytes_of_a_file_keep_their_mark_and_their_line_ends() {
        let edit = Edit::new(2..3, "X\nY");
        assert_eq!(in_file(b"a\nb\nc\n", &edit), b"a\nX\nY\nc\n");
        assert_eq!(in_file(b"a\r\nb\r\nc\r\n", &edit), b"a\r\nX\r\nY\r\nc\r\n");
        assert_eq!(in_file(b"a\rb\rc", &edit), b"a\rX\rY\rc");
        assert_eq!(
            in_file("\u{feff}a\nb\nc".as_bytes(), &edit),
            "\u{feff}a\nX\nY\nc".as_bytes()
        );
    }

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        use crate::world::{InjectedFault, MemoryWorld};
        for nth in 0..20 {
            let world = MemoryWorld::new(chrono::DateTime::UNIX_EPOCH).with("/site/a.md", "old");
            world.set_fault(InjectedFault::at(nth, io::ErrorKind::StorageFull));
            let done = replace(&world, Path::new("/site/a.md"), b"new").is_ok();
            world.set_fault(None);
            let files = world.files("/site");
            let text = files.iter().find(|(path, _)| path.ends_with("a.md"));
            let expected: &[u8] = if done { b"new" } else { b"old" };
            assert_eq!(
                text.map(|(_, bytes)| bytes.as_slice()),
                Some(expected),
                "{nth}"
            );
            // What an earlier one left behind is in nobody's way.
            replace(&world, Path::new("/site/a.md"), b"newer").expect("no fault is left");
            assert_eq!(world.files("/site").len(), 1);
        }
    }

    #[test]
    fn a_diff_shows_the_lines_that_differ() {
        assert_eq!(
            diff("f", "a\nb\nc\nd\n", "a\nB\nc\nd\ne\n"),
            "--- f\n+++ f\n@@ -2,1 +2,1 @@\n-b\n+B\n@@ -4,0 +5,1 @@\n+e\n"
        );
        assert_eq!(diff("f", "a\n", "a\n"), "");
    }
}
