//! Finds the conflict markers that git leaves in a file that it could not merge.

use std::collections::BTreeSet;
use std::ops::Range;

use memchr::memmem;

use super::Diagnostic;
use crate::source::Source;

/// Two versions of some lines, and the markers around them. Lines are counted from 1; ranges are
/// bytes.
struct Conflict {
    /// The lines of the markers, in order.
    markers: Vec<usize>,
    first: Range<usize>,
    ours: Side,
    theirs: Side,
    /// The lines of the version from which both were made, if git wrote it (`diff3`).
    base: Range<usize>,
    /// What was last seen as the end of it.
    end: usize,
}

#[derive(Default)]
struct Side {
    /// What git calls it: a branch or a commit; empty if the marker is missing.
    name: String,
    lines: Range<usize>,
    bytes: Range<usize>,
}

/// How often conflicts within conflicts are looked for.
const DEEPEST: usize = 8;

/// Returns an error for each conflict in a file, and the text as if they were settled, so that its
/// other mistakes can be told. `body`: where Markdown starts, in which a code block may show markers.
/// `None` if there is no conflict.
///
/// The first version is kept (what stood on the branch into which the other was merged), or the second
/// where the first has no lines; all else becomes spaces, so that what is kept stays where it was.
pub fn without_conflicts(
    source: &Source,
    body: impl FnOnce() -> usize,
) -> Option<(Vec<Diagnostic>, Source)> {
    // Most files have none.
    let has = |sign: &str| memmem::find(source.text.as_bytes(), sign.as_bytes()).is_some();
    if !has("<<<<<<<") && !has(">>>>>>>") {
        return None;
    }
    let body = body();
    let mut found = conflicts(&source.text, body);
    let faults: Vec<_> = found.iter().map(|c| c.diagnostic(source)).collect();
    if faults.is_empty() {
        return None;
    }
    let mut text = source.text.clone();
    for _ in 0..DEEPEST {
        let around: Vec<_> = found.iter().flat_map(Conflict::around_kept).collect();
        text = with_spaces(text, &around);
        found = conflicts(&text, body);
        if found.is_empty() {
            break;
        }
    }
    let id = source.id;
    Some((faults, Source { id, text }))
}

/// Replaces ranges by spaces, byte for byte; line breaks stay.
fn with_spaces(text: String, ranges: &[Range<usize>]) -> String {
    let mut bytes = text.into_bytes();
    for range in ranges {
        for byte in &mut bytes[range.clone()] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(bytes).expect("whole lines were replaced")
}

/// The four lines that git writes: the start, the common ancestor, the middle and the end.
const SIGNS: [char; 4] = ['<', '|', '=', '>'];

/// Returns the sign and the name of a marker: seven times the sign, then nothing or a space and a
/// name.
fn marker(line: &str) -> Option<(char, &str)> {
    let sign = line.chars().next().filter(|c| SIGNS.contains(c))?;
    let name = line.trim_start_matches(sign);
    let good = line.len() - name.len() == 7 && (name.is_empty() || name.starts_with(' '));
    good.then(|| (sign, name.trim()))
}

fn conflicts(text: &str, body: usize) -> Vec<Conflict> {
    let mut found = Vec::new();
    let mut code = Code::default();
    let mut lines = Lines::new(text);
    let mut above = "";
    while let Some((n, at, line)) = lines.next() {
        if at >= body && code.contains(line) {
            continue;
        }
        match marker(line) {
            Some(('<', name)) => found.extend(lines.conflict(n, at, name)),
            Some(('>', name)) if lines.is_left(above, name) => {
                found.push(Conflict {
                    markers: vec![n],
                    first: at..at + line.len(),
                    ours: Side::default(),
                    theirs: Side::default(),
                    base: 0..0,
                    end: at + line.len(),
                });
            }
            _ => {}
        }
        above = line;
    }
    found
}

/// Lines with their number and start.
struct Lines<'t> {
    text: &'t str,
    n: usize,
    at: usize,
    /// The lines of all starts without an end, once one was looked for in vain.
    open: Option<BTreeSet<usize>>,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            n: 0,
            at: 0,
            open: None,
        }
    }

    fn next(&mut self) -> Option<(usize, usize, &'t str)> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let whole = rest.split_inclusive('\n').next().unwrap_or(rest);
        let at = self.at;
        self.at += whole.len();
        self.n += 1;
        Some((self.n, at, whole.trim_end()))
    }

    /// Reads on to the end of a conflict that starts at line `n`. Without an end or a middle, the
    /// first marker alone is what was left.
    fn conflict(&mut self, n: usize, at: usize, name: &str) -> Option<Conflict> {
        let line = &self.text[at..self.at].trim_end();
        let mut conflict = Conflict {
            markers: vec![n],
            first: at..at + line.len(),
            ours: Side::starting(name, n + 1, self.at),
            theirs: Side::default(),
            base: 0..0,
            end: at + line.len(),
        };
        if self.open.as_ref().is_some_and(|open| open.contains(&n)) {
            return Some(conflict.without_end());
        }
        let start = (self.n, self.at);
        // The lines of the starts within it.
        let mut within = Vec::new();
        while let Some((n, at, line)) = self.next() {
            match marker(line) {
                Some(('<', _)) => within.push(n),
                Some(('>', _)) if within.pop().is_some() => {}
                Some(('|', _)) if within.is_empty() && conflict.markers.len() == 1 => {
                    conflict.ours.close(n, at);
                    conflict.markers.push(n);
                    conflict.base = n + 1..n + 1;
                }
                Some(('=', _)) if within.is_empty() && conflict.theirs.lines.is_empty() => {
                    if conflict.markers.len() == 1 {
                        conflict.ours.close(n, at);
                    } else {
                        conflict.base.end = n;
                    }
                    conflict.markers.push(n);
                    conflict.theirs = Side::starting("", n + 1, self.at);
                }
                Some(('>', name)) => {
                    match conflict.markers.len() {
                        _ if conflict.has_middle() => conflict.theirs.close(n, at),
                        1 => conflict.ours.close(n, at),
                        _ => conflict.base.end = n,
                    }
                    name.clone_into(&mut conflict.theirs.name);
                    conflict.markers.push(n);
                    conflict.end = at + line.len();
                    return Some(conflict);
                }
                _ => {}
            }
        }
        // What follows is read as if the marker were not there.
        (self.n, self.at) = start;
        self.open = Some(within.into_iter().collect());
        Some(conflict.without_end())
    }

    /// Returns whether an end without a start was left over from a conflict; it may also be a
    /// quotation within quotations, which has others above or below it.
    fn is_left(&self, above: &str, name: &str) -> bool {
        let below = self.text[self.at..].lines().next().unwrap_or("");
        let is_quote = |line: &str| line.trim_start().starts_with('>');
        !name.is_empty() && !is_quote(above) && !is_quote(below)
    }
}

impl Side {
    fn starting(name: &str, line: usize, at: usize) -> Self {
        Self {
            name: name.to_owned(),
            lines: line..line + 1,
            bytes: at..at,
        }
    }

    /// Ends before the line `n`, which starts at `at`.
    fn close(&mut self, n: usize, at: usize) {
        self.lines.end = n;
        self.bytes.end = at.max(self.bytes.start + 1) - 1;
    }

    /// "line 4", "lines 4 to 6", "nothing".
    fn place(&self) -> String {
        match self.lines.len() {
            0 => "nothing".to_owned(),
            1 => format!("line {}", self.lines.start),
            _ => format!("lines {} to {}", self.lines.start, self.lines.end - 1),
        }
    }

    fn label(&self, otherwise: &str) -> String {
        match self.name.as_str() {
            "" => otherwise.to_owned(),
            name => format!("{otherwise}: {name}"),
        }
    }
}

impl Conflict {
    /// The first marker alone.
    fn without_end(mut self) -> Self {
        self.ours = Side::default();
        self.theirs = Side::default();
        self.markers.truncate(1);
        self
    }

    /// Returns what is before and after the version that is read.
    fn around_kept(&self) -> [Range<usize>; 2] {
        let (start, end) = (self.first.start, self.end);
        if self.markers.len() == 1 {
            return [start..end, end..end];
        }
        let kept = match self.ours.lines.is_empty() && self.has_middle() {
            false => &self.ours.bytes,
            true => &self.theirs.bytes,
        };
        [start..kept.start, kept.end.min(end)..end]
    }

    /// Returns whether the line between both versions is there.
    fn has_middle(&self) -> bool {
        self.theirs.lines.start > 0
    }

    fn diagnostic(&self, source: &Source) -> Diagnostic {
        let [first, rest @ ..] = self.markers.as_slice() else {
            unreachable!("a conflict has a marker");
        };
        if rest.is_empty() {
            return Diagnostic::error("merge-marker", "this line is a marker that git left here")
                .at(source.span(self.first.clone()), "a marker of a merge")
                .hint("remove the line, and check that the lines around it are not there twice");
        }
        let lines: Vec<String> = rest.iter().map(usize::to_string).collect();
        let (last, others) = lines.split_last().expect("a conflict has an end");
        let markers = match others {
            [] => format!("{first} and {last}"),
            others => format!("{first}, {} and {last}", others.join(", ")),
        };
        if !self.has_middle() {
            return Diagnostic::error("merge-marker", "these lines are markers that git left here")
                .at(source.span(self.first.clone()), "the first of them")
                .hint(format!(
                    "remove the lines {markers}, and check that the lines between them are not \
                     there twice"
                ));
        }
        let (ours, theirs) = (self.ours.place(), self.theirs.place());
        let base = match self.base.len() {
            0 => String::new(),
            1 => format!(
                ", and line {}, which is the text before both changes",
                self.base.start
            ),
            _ => format!(
                ", and the lines {} to {}, which are the text before both changes",
                self.base.start,
                self.base.end - 1
            ),
        };
        let d = Diagnostic::error(
            "merge-marker",
            format!(
                "git could not merge two versions of this file and left both: {ours}, and {theirs}"
            ),
        )
        .at(source.span(self.first.clone()), "a marker of a merge")
        .hint(format!(
            "keep {ours} or {theirs}, and remove the markers, which are the lines {markers}{base}"
        ));
        let sides = [
            (&self.ours, self.ours.label("one version")),
            (&self.theirs, self.theirs.label("the other version")),
        ];
        sides
            .into_iter()
            .filter(|(side, _)| !side.lines.is_empty())
            .fold(d, |d, (side, label)| {
                d.related(source.span(side.bytes.clone()), label)
            })
    }
}

/// Code blocks and preformatted HTML, line by line.
#[derive(Default)]
struct Code {
    /// The sign and the number of the fence that is open.
    fence: Option<(char, usize)>,
    pre: bool,
}

impl Code {
    /// Reads the next line; returns whether it is inside a block.
    fn contains(&mut self, line: &str) -> bool {
        if self.pre {
            self.pre = !line.contains("</pre>");
            return true;
        }
        let words = line.trim_start_matches([' ', '\t']);
        let sign = words.chars().next().filter(|c| matches!(c, '`' | '~'));
        let run = sign.map_or(0, |c| words.len() - words.trim_start_matches(c).len());
        match self.fence {
            Some((c, n)) => {
                if sign == Some(c) && run >= n && words[run..].trim().is_empty() {
                    self.fence = None;
                }
                true
            }
            None if run >= 3 && !(sign == Some('`') && words[run..].contains('`')) => {
                self.fence = sign.map(|c| (c, run));
                true
            }
            None => {
                self.pre = words.starts_with("<pre") && !line.contains("</pre>");
                self.pre
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    fn found(text: &str, body: usize) -> Vec<Diagnostic> {
        let source = Source {
            id: SourceId(0),
            text: text.to_owned(),
        };
        without_conflicts(&source, || body).map_or_else(Vec::new, |(faults, _)| faults)
    }

    /// What each of both sides covers.
    fn sides<'t>(text: &'t str, d: &Diagnostic) -> Vec<&'t str> {
        d.related
            .iter()
            .map(|(span, _)| &text[span.range()])
            .collect()
    }

    #[test]
    fn the_text_before_both_is_to_be_removed_too() {
        for (text, told) in [
            (
                "<<<<<<< a\na\n||||||| x\no\n=======\nb\n>>>>>>> b\n",
                "1, 3, 5 and 7, and line 4, which",
            ),
            (
                "<<<<<<< a\na\n|||||||\no\n\np\n=======\nb\n>>>>>>> b\n",
                "and the lines 4 to 6, which",
            ),
            (
                "<<<<<<< a\na\n||||||| x\n=======\nb\n>>>>>>> b\n",
                "the lines 1, 3, 4 and 6",
            ),
            (
                "<<<<<<< a\na\n=======\nb\n>>>>>>> b\n",
                "the lines 1, 3 and 5",
            ),
        ] {
            let hint = found(text, 0)[0].hint.clone().unwrap();
            assert!(hint.contains(told), "{text}: {hint}");
            assert_eq!(
                hint.contains("before both"),
                told.ends_with("which"),
                "{hint}"
            );
        }
    }

    #[test]
    fn one_version_is_left_where_it_was() {
        for (text, left) in [
            (
                "a\n<<<<<<< é\nb: 1\n||||||| x\nc\n=======\nb: 2\n>>>>>>> ö\nd",
                vec![(0, "a"), (2, "b: 1"), (8, "d")],
            ),
            // The first one has no lines.
            ("<<<<<<< a\n=======\nb\n>>>>>>> c\n", vec![(2, "b")]),
            (
                "<<<<<<< a\n<<<<<<< b\n1\n=======\n2\n>>>>>>> b\n=======\n3\n>>>>>>> a\n",
                vec![(2, "1")],
            ),
            ("a\n<<<<<<< b\nc\n", vec![(0, "a"), (2, "c")]),
            // Somebody has removed the line between both.
            ("a\n<<<<<<< b\n>>>>>>> c\nd", vec![(0, "a"), (3, "d")]),
            (
                "a\n<<<<<<< b\nc\n>>>>>>> d\ne",
                vec![(0, "a"), (2, "c"), (4, "e")],
            ),
            (
                "a\n<<<<<<< b\n||||||| c\n>>>>>>> d\ne",
                vec![(0, "a"), (4, "e")],
            ),
        ] {
            let source = Source {
                id: SourceId(0),
                text: text.to_owned(),
            };
            let (faults, settled) = without_conflicts(&source, || 0).expect("a conflict");
            assert!(!faults.is_empty());
            assert_eq!(settled.text.len(), text.len());
            let lines = settled.text.lines().enumerate();
            let lines: Vec<_> = lines.filter(|(_, line)| !line.trim().is_empty()).collect();
            assert_eq!(lines, left, "{text}");
        }
    }

    #[test]
    fn both_sides_are_told() {
        for (text, both) in [
            (
                "a\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> branch\n",
                vec!["b: 1", "b: 2"],
            ),
            (
                "<<<<<<< HEAD\nb\nc\n||||||| 1234\nx\n=======\nd\n>>>>>>> branch",
                vec!["b\nc", "d"],
            ),
            (
                "<<<<<<< HEAD\nTitle\n=======\nText\n=======\nOther\n>>>>>>> x y\n",
                vec!["Title", "Text\n=======\nOther"],
            ),
            ("<<<<<<< HEAD\n=======\nb\n>>>>>>> x\n", vec!["b"]),
        ] {
            let all = found(text, 0);
            assert_eq!(all.len(), 1, "{text}");
            assert_eq!(sides(text, &all[0]), both, "{text}");
        }
        let two = "<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n\n<<<<<<< a\n3\n=======\n4\n>>>>>>> b\n";
        assert_eq!(found(two, 0).len(), 2);
    }

    #[test]
    fn markers_without_a_middle_are_told_as_markers() {
        let text = "a\n<<<<<<< b\nc\n>>>>>>> d\ne";
        let all = found(text, 0);
        assert_eq!(all.len(), 1);
        let hint = all[0].hint.as_deref().unwrap();
        assert!(hint.contains("remove the lines 2 and 4"), "{hint}");
        assert_eq!(sides(text, &all[0]), [""; 0]);
    }

    #[test]
    fn a_marker_that_was_left_over_is_one_too() {
        for text in [
            "The text.\n<<<<<<< HEAD\n",
            "The text.\n>>>>>>> branch\n",
            "A\n=======\nB\n>>>>>>> 5f0c (Another title)\n",
        ] {
            assert_eq!(found(text, 0).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_start_without_an_end_hides_no_conflict_below_it_however_many_there_are() {
        let whole = "<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> c\n";
        for above in [1, 2, 100_000] {
            let text = format!("{}{whole}", "<<<<<<< x\n".repeat(above));
            let all = found(&text, 0);
            assert_eq!(all.len(), above + 1);
            let (last, first) = all.split_last().unwrap();
            assert!(first.iter().all(|d| d.related.is_empty()));
            assert_eq!(sides(&text, last), ["b: 1", "b: 2"]);
        }
    }

    #[test]
    fn headings_quotations_and_examples_are_none() {
        for text in [
            "A heading\n=======\n\nText\n",
            "> a\n>>>>>>> deep\n> b\n",
            "```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n```\n",
            "~~~~ diff\n```\n<<<<<<< HEAD\na\n>>>>>>> branch\n~~~~\n",
            "    <<<<<<< HEAD\n    >>>>>>> branch\n",
            "<pre>\n<<<<<<< HEAD\n>>>>>>> branch\n</pre>\n",
            "<<<<<<<< eight\n>>>>>>>>> nine\n",
            "a <<<<<<< HEAD\n",
        ] {
            assert!(found(text, 0).is_empty(), "{text}");
        }
        let after = "```\nx\n```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n";
        assert_eq!(found(after, 0).len(), 1);
        // In front matter, nothing is code.
        let text = "---\n```: x\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> branch\n---\n";
        assert_eq!(found(text, text.len()).len(), 1);
    }
}
