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
    /// Lines that cannot be parsed.
    pub unreadable: Vec<Range<usize>>,
}

const GONE: &str = " gone";

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
    let (kind, id) = rest.split_once(' ')?;
    let (id, gone) = match id.strip_suffix(GONE) {
        Some(id) => (id, true),
        None => (id, false),
    };
    (address.starts_with('/') && !id.is_empty()).then_some(Line {
        address,
        kind: AddressKind::of(kind)?,
        id,
        gone,
        range,
    })
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
/// its address had.
pub fn accepted(lines: &Lines<'_>, public: &[Public]) -> String {
    let mut all: BTreeMap<&str, (AddressKind, &str, bool)> = lines
        .list
        .iter()
        .map(|line| (line.address, (line.kind, line.id, line.gone)))
        .collect();
    for each in public {
        let now = (each.kind, each.id.as_str(), false);
        all.entry(&each.address)
            .and_modify(|line| {
                if each.redirect {
                    line.2 = false;
                } else {
                    *line = now;
                }
            })
            .or_insert(now);
    }
    written(all)
}

/// Returns the ledger with these addresses marked as gone.
pub fn marked(lines: &Lines<'_>, gone: impl Fn(&Line<'_>) -> bool) -> String {
    let marked = |line: &Line<'_>| line.gone || gone(line);
    let all = lines.list.iter();
    written(
        all.map(|line| (line.address, (line.kind, line.id, marked(line))))
            .collect(),
    )
}

fn written(all: BTreeMap<&str, (AddressKind, &str, bool)>) -> String {
    let mut text = HEAD.to_owned();
    for (address, (kind, id, gone)) in all {
        let parts = [
            address,
            " ",
            kind.word(),
            " ",
            id,
            if gone { GONE } else { "" },
            "\n",
        ];
        text.extend(parts);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

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
