//! Reads and writes `urls.lock`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Public;
use crate::plan::AddressKind;

/// An address that was public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    /// Relative to the site's root, with a leading slash: `/llama-4/`, `/llama-4/#entry-launch`.
    pub address: &'a str,
    pub kind: AddressKind,
    /// Id of the article, entry, term …
    pub id: &'a str,
    /// What tells its owner from others of that id, between the quotes.
    pub note: Option<&'a str>,
    /// Marked as gone: it deliberately no longer resolves.
    pub gone: bool,
    /// Byte range in the file.
    pub range: Range<usize>,
}

/// The parsed ledger.
#[derive(Debug, Default)]
pub struct Lines<'a> {
    /// Sorted by address, without duplicates.
    pub list: Vec<Line<'a>>,
    /// The domain and day in the ids of feeds, as in `example.org,2025`.
    pub authority: Option<&'a str>,
    /// Lines that cannot be parsed.
    pub unreadable: Vec<Range<usize>>,
}

const GONE: &str = " gone";
/// Starts the line with the domain in the ids of feeds.
const AUTHORITY: &str = "feeds authority ";

const HEAD: &str =
    "# Every address of this site that has been public, with the kind and id of its page.
# `dateline urls --accept` adds new addresses; `dateline urls --gone ADDRESS` marks one as gone.
# Commit this file.
";

impl<'a> Lines<'a> {
    /// Parses a ledger. Lines may be in any order, as after a merge.
    pub fn read(text: &'a str) -> Self {
        let mut lines = Self::default();
        let mut at = 0;
        for whole in text.split_inclusive('\n') {
            let written = whole.trim_end();
            let range = at..at + written.len();
            at += whole.len();
            if written.is_empty() || written.starts_with('#') {
                continue;
            }
            if let Some(authority) = written.strip_prefix(AUTHORITY) {
                lines.authority.get_or_insert(authority.trim());
                continue;
            }
            match line(written, range.clone()) {
                Some(line) => lines.list.push(line),
                None => lines.unreadable.push(range),
            }
        }
        if !lines.list.is_sorted_by_key(|line| line.address) {
            lines.list.sort_by_key(|line| line.address);
        }
        lines.list.dedup_by(|a, b| a.address == b.address);
        lines
    }

    /// Returns the line of an address.
    pub fn find(&self, address: &str) -> Option<&Line<'a>> {
        let at = self.list.binary_search_by(|line| line.address.cmp(address));
        at.ok().map(|at| &self.list[at])
    }
}

fn line(written: &str, range: Range<usize>) -> Option<Line<'_>> {
    let (address, rest) = written.split_once(' ')?;
    let (kind, rest) = rest.split_once(' ')?;
    let (rest, gone) = match rest.strip_suffix(GONE) {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    let noted = rest.strip_suffix('"').and_then(|n| n.rsplit_once(" \""));
    let (id, note) = match noted {
        Some((id, "")) => (id, None),
        Some((id, note)) => (id, Some(note)),
        // As at the end of a line.
        None => (rest.trim_end(), None),
    };
    (address.starts_with('/') && !id.is_empty()).then_some(Line {
        address,
        kind: AddressKind::of(kind)?,
        id,
        note,
        gone,
        range,
    })
}

/// Writes a text so that it can stand between quotes in a line of the ledger.
pub(super) fn note(text: &str) -> String {
    text.replace('%', "%25")
        .replace('"', "%22")
        .replace('\n', " ")
}

/// Returns the text that `note` has written.
pub(super) fn noted(note: &str) -> String {
    note.replace("%22", "\"").replace("%25", "%")
}

/// Counts the site's addresses that are not in the ledger.
pub(super) fn missing(lines: &Lines<'_>, public: &[Public]) -> usize {
    let mut recorded = lines.list.iter().map(|line| line.address).peekable();
    let mut missing = 0;
    for each in public {
        while recorded.next_if(|r| *r < each.address.as_str()).is_some() {}
        missing += usize::from(recorded.peek() != Some(&each.address.as_str()));
    }
    missing
}

/// Returns the ledger with all current addresses added. Lines that the site no longer honours stay,
/// so that they are reported until they are kept or given up. A redirect keeps the kind and id that
/// its address had. `authority`: whose ids the feeds have now.
pub fn accepted(lines: &Lines<'_>, public: &[Public], authority: &str) -> String {
    let mut all: BTreeMap<&str, Owner<'_>> = lines
        .list
        .iter()
        .map(|line| (line.address, Owner::of(line)))
        .collect();
    for each in public {
        let now = Owner {
            kind: each.kind,
            id: &each.id,
            note: each.note.as_deref(),
            gone: false,
        };
        all.entry(&each.address)
            .and_modify(|line| {
                if each.redirect {
                    line.gone = false;
                } else {
                    *line = now;
                }
            })
            .or_insert(now);
    }
    written(Some(authority), all)
}

/// Returns the ledger with these addresses marked as gone.
pub fn marked(lines: &Lines<'_>, gone: impl Fn(&Line<'_>) -> bool) -> String {
    let all = lines.list.iter().map(|line| {
        let owner = Owner {
            gone: line.gone || gone(line),
            ..Owner::of(line)
        };
        (line.address, owner)
    });
    written(lines.authority, all.collect())
}

/// What a line says of its address.
#[derive(Clone, Copy)]
struct Owner<'a> {
    kind: AddressKind,
    id: &'a str,
    note: Option<&'a str>,
    gone: bool,
}

impl<'a> Owner<'a> {
    fn of(line: &Line<'a>) -> Self {
        Self {
            kind: line.kind,
            id: line.id,
            note: line.note,
            gone: line.gone,
        }
    }
}

fn written(authority: Option<&str>, all: BTreeMap<&str, Owner<'_>>) -> String {
    let mut text = HEAD.to_owned();
    if let Some(authority) = authority {
        text.extend([AUTHORITY, authority, "\n"]);
    }
    for (address, owner) in all {
        text.extend([address, " ", owner.kind.word(), " ", owner.id]);
        // What is given up has no owner to be told from others.
        let note = owner.note.filter(|_| !owner.gone);
        if note.is_some() || reads_as_more(owner.id, owner.gone) {
            text.extend([" \"", note.unwrap_or_default(), "\""]);
        }
        text.extend([if owner.gone { GONE } else { "" }, "\n"]);
    }
    text
}

/// Whether the end of an id would be read as a mark or a note, unless a note follows.
fn reads_as_more(id: &str, gone: bool) -> bool {
    (!gone && id.ends_with(GONE)) || (id.ends_with('"') && id.contains(" \""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_may_end_like_a_mark_or_a_note() {
        for id in [
            "all gone",
            "all gone gone",
            "say \"x\"",
            "say \"x\" gone",
            "\"",
            "a \"\"",
        ] {
            for gone in [false, true] {
                let owner = Owner {
                    kind: AddressKind::Article,
                    id,
                    note: None,
                    gone,
                };
                let text = written(None, [("/a/", owner)].into());
                let lines = Lines::read(&text);
                let [line] = lines.list.as_slice() else {
                    panic!("{text}");
                };
                assert_eq!((line.id, line.note, line.gone), (id, None, gone), "{text}");
                assert_eq!(marked(&lines, |_| false), text);
            }
        }
    }

    #[test]
    fn a_ledger_is_read_in_any_order_and_written_in_one() {
        let text = "# head\n/b/ article b gone\n/a/#entry-x entry x\n\n/a/ article a id\n<<<<<<< HEAD\n/c/ nothing c\n/d/\n/a/ article twice\n";
        let lines = Lines::read(text);
        let read: Vec<_> = lines
            .list
            .iter()
            .map(|l| (l.address, l.id, l.gone))
            .collect();
        assert_eq!(
            read,
            [
                ("/a/", "a id", false),
                ("/a/#entry-x", "x", false),
                ("/b/", "b", true)
            ]
        );
        let bad: Vec<&str> = lines.unreadable.iter().map(|r| &text[r.clone()]).collect();
        assert_eq!(bad, ["<<<<<<< HEAD", "/c/ nothing c", "/d/"]);
        assert_eq!(
            marked(&lines, |line| line.address == "/a/").strip_prefix(HEAD),
            Some("/a/ article a id gone\n/a/#entry-x entry x\n/b/ article b gone\n")
        );
    }
}
