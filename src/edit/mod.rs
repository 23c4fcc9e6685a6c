//! Edits to a file that an editor wrote. Only the edited ranges change; a file is never
//! reserialised.
//!
//! A text here is the result of [`decode`](crate::source::decode). [`in_file`] applies an edit to
//! the original bytes and preserves their byte order mark and line endings.

pub mod front_matter;

use std::io;
use std::ops::Range;
use std::path::Path;

use imara_diff::{Algorithm, Diff, InternedInput};

use crate::world::World;

/// Replaces the bytes `range` of a text by `text`.
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

/// Applies all edits to `text`. If two edits overlap, the first one wins. An edit whose range is
/// not valid in `text` is skipped.
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

/// Returns the single edit that turns `old` into `new`, or `None` if they are equal.
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

/// Applies an edit of the decoded text to the bytes of its file. Everything else stays byte for
/// byte; new lines get the line ending of the file.
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

/// Returns the offset in the file of an offset in the text, where `\r\n` counts as one byte.
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

/// Replaces a file atomically: a reader sees either the old or the new file. Permissions are kept.
/// If `path` is a symbolic link, its target is replaced.
///
/// # Errors
/// Those of the file system. The file is then unchanged.
pub fn replace(world: &dyn World, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = world.canonical(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A name that starts with a dot is never read as content.
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
        // The file may remain, which does no harm. The first error is the one to report.
        let _ = world.remove_file(&fresh);
    }
    placed
}

/// Formats the differing lines as `diff -U0` does. Empty if the texts are equal.
pub fn diff(name: &str, old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let mut out = String::new();
    for hunk in hunks(&old, &new) {
        if out.is_empty() {
            out = format!("--- {name}\n+++ {name}\n");
        }
        let place = |range: &Range<usize>| {
            let first = range.start + usize::from(!range.is_empty());
            format!("{first},{}", range.len())
        };
        let (a, b) = hunk;
        out.push_str(&format!("@@ -{} +{} @@\n", place(&a), place(&b)));
        for (sign, part) in [('-', &old[a]), ('+', &new[b])] {
            for line in part {
                out.push_str(&format!("{sign}{line}\n"));
            }
        }
    }
    out
}

/// Returns the line ranges that differ, in order.
fn hunks(old: &[&str], new: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut input = InternedInput::default();
    input.update_before(old.iter().copied());
    input.update_after(new.iter().copied());
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);
    let lines = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks()
        .map(|hunk| (lines(hunk.before), lines(hunk.after)))
        .collect()
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
            // The leftover of a failed attempt does no harm.
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
