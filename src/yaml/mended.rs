//! A text that was changed so that the rest of it can be read, and where its parts are in the file.

use std::borrow::Cow;
use std::ops::Range;

use super::{Node, Value};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// The text of a file with changes.
#[derive(Debug)]
pub struct Mended<'t> {
    pub text: Cow<'t, str>,
    /// In order; they do not overlap.
    changes: Vec<Change>,
}

/// A range of the file, and the range of the changed text that stands in its place.
#[derive(Debug)]
struct Change {
    old: Range<usize>,
    new: Range<usize>,
}

impl Change {
    /// By how much the text after it has moved.
    fn shift(&self) -> isize {
        self.new.end as isize - self.old.end as isize
    }
}

impl<'t> Mended<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            changes: Vec::new(),
        }
    }

    /// Replaces a range of the changed text, line by line if there are as many lines as before, so
    /// that what did not change keeps its place. Returns by how much the text has grown.
    pub(super) fn replace(&mut self, range: Range<usize>, new: &str) -> isize {
        let old = self.text[range.clone()].to_owned();
        let before = self.text.len() as isize;
        let pairs: Vec<(&str, &str)> = match old.matches('\n').count() == new.matches('\n').count()
        {
            true => old.split('\n').zip(new.split('\n')).collect(),
            false => vec![(&old, new)],
        };
        // From the last one, so that the others stay where they are.
        let mut end = range.end;
        for (old, new) in pairs.into_iter().rev() {
            let start = end - old.len();
            if old != new {
                let same = |(a, b): &(char, char)| a == b;
                let length = |(c, _): (char, char)| c.len_utf8();
                let pairs = old.chars().zip(new.chars());
                let head: usize = pairs.take_while(same).map(length).sum();
                let pairs = old[head..].chars().rev().zip(new[head..].chars().rev());
                let tail: usize = pairs.take_while(same).map(length).sum();
                self.replace_all_of(start + head..end - tail, &new[head..new.len() - tail]);
            }
            // The line break.
            end = start.saturating_sub(1);
        }
        self.text.len() as isize - before
    }

    fn replace_all_of(&mut self, range: Range<usize>, new: &str) {
        let near = |c: &Change| c.new.start <= range.end && c.new.end >= range.start;
        let first = self.changes.partition_point(|c| c.new.end < range.start);
        let last = first + self.changes[first..].iter().take_while(|c| near(c)).count();
        let shift = match first {
            0 => 0,
            n => self.changes[n - 1].shift(),
        };
        let touched = &self.changes[first..last];
        let start = touched
            .first()
            .map_or(range.start, |c| c.new.start.min(range.start));
        let end = touched
            .last()
            .map_or(range.end, |c| c.new.end.max(range.end));
        let after = touched.last().map_or(shift, Change::shift);
        let grown = new.len() as isize - range.len() as isize;
        let change = Change {
            old: start.wrapping_add_signed(-shift)..end.wrapping_add_signed(-after),
            new: start..end.wrapping_add_signed(grown),
        };
        self.changes.splice(first..last, [change]);
        for change in &mut self.changes[first + 1..] {
            change.new.start = change.new.start.wrapping_add_signed(grown);
            change.new.end = change.new.end.wrapping_add_signed(grown);
        }
        self.text.to_mut().replace_range(range, new);
    }

    /// Whether a range of the changed text has, or adjoins, a part that was changed.
    pub(super) fn is_changed(&self, range: &Range<usize>) -> bool {
        self.changes
            .iter()
            .any(|c| c.new.start <= range.end && c.new.end >= range.start)
    }

    /// Returns where a range of the changed text is in the file.
    fn range_in_file(&self, range: Range<usize>) -> Range<usize> {
        let start = self.in_file(range.start, false);
        let end = match range.is_empty() {
            true => start,
            false => self.in_file(range.end, true),
        };
        start..end.max(start)
    }

    fn in_file(&self, at: usize, is_end: bool) -> usize {
        let next = self.changes.partition_point(|c| match is_end {
            true => c.new.end < at,
            false => c.new.end <= at,
        });
        match self.changes.get(next) {
            Some(c) if c.new.start < at && is_end => return c.old.end,
            Some(c) if c.new.start <= at && !is_end => return c.old.start,
            _ => {}
        }
        let shift = match next {
            0 => 0,
            n => self.changes[n - 1].shift(),
        };
        at.wrapping_add_signed(-shift)
    }

    fn span(&self, span: Span) -> Span {
        Span::new(span.source, self.range_in_file(span.range()))
    }

    /// Makes the places of a diagnostic those of the file.
    pub fn put_in_file(&self, d: &mut Diagnostic) {
        if self.changes.is_empty() {
            return;
        }
        if let Some(fix) = &mut d.fix {
            let range = fix.span.range();
            let cuts = |at: usize| {
                self.changes
                    .iter()
                    .any(|c| c.new.start < at && at < c.new.end)
            };
            match cuts(range.start) || cuts(range.end) {
                true => d.fix = None,
                false => fix.span = self.span(fix.span),
            }
        }
        d.span = d.span.map(|span| self.span(span));
        for (span, _) in &mut d.related {
            *span = self.span(*span);
        }
    }

    /// Makes the places of a tree those of the file.
    pub fn put_tree_in_file(&self, node: &mut Node) {
        if self.changes.is_empty() {
            return;
        }
        node.span = self.span(node.span);
        match &mut node.value {
            Value::List(list) => list.iter_mut().for_each(|n| self.put_tree_in_file(n)),
            Value::Map(map) => {
                for (key, node) in map {
                    key.span = self.span(key.span);
                    self.put_tree_in_file(node);
                }
            }
            Value::Scalar { .. } | Value::Null => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_did_not_change_keeps_its_place() {
        let file = "a：b\n\tc: é: d\nend";
        let mut mended = Mended::new(file);
        let at = |text: &str, word: &str| {
            let start = text.find(word).expect("there");
            start..start + word.len()
        };
        mended.replace(at(&mended.text.clone(), "："), ": ");
        mended.replace(at(&mended.text.clone(), "é: d"), "\"é: d\"");
        mended.replace(at(&mended.text.clone(), "a: b\n\tc"), "a: b\n  c");
        assert_eq!(mended.text, "a: b\n  c: \"é: d\"\nend");
        for (now, then) in [
            ("a", "a"),
            ("b", "b"),
            ("c", "c"),
            ("\"é: d\"", "é: d"),
            ("end", "end"),
            (": ", "："),
        ] {
            let range = mended.range_in_file(at(&mended.text, now));
            assert_eq!(&file[range], then, "{now}");
        }
    }
}
