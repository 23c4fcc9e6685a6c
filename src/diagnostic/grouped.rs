//! Groups diagnostics of the same kind, so that many of them print as a few lines.
//!
//! Thousands of files written for another generator produce thousands of diagnostics of a few kinds.
//! A kind with more than [`FEW`] is summarised: by lines with counts, an error also by the lines of
//! its first place. A long report is summarised further until it fits [`MOST_LINES`]. Everything is
//! printed in the machine-readable formats.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Diagnostic, Format, Severity, SourceTexts, short};
use crate::source::Sources;
use crate::world::World;

/// Maximum number of diagnostics of one kind that are printed in full.
const FEW: usize = 5;
/// Number of example messages printed for a grouped kind …
const EXAMPLES: usize = 3;
/// … and for unknown keys, whose messages name the key.
const KEYS: usize = 20;
/// Number of diagnostics from which on the report has a maximum length …
const MANY: usize = 25;
/// … in lines.
const MOST_LINES: usize = 180;

/// Severity and code.
type DiagnosticKind = (Severity, &'static str);

/// How the diagnostics of a kind are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Length {
    /// Each in full.
    Full,
    /// By message, with counts.
    Grouped,
    /// In one line.
    Line,
}

/// The diagnostics of one kind.
struct Group<'d> {
    kind: DiagnosticKind,
    list: Vec<&'d Diagnostic>,
    length: Length,
    printed: String,
}

/// Like [`super::print`], but prints grouped kinds first, in a few lines each.
pub fn print_grouped(
    diagnostics: &[Diagnostic],
    format: Format<'_>,
    sources: &Sources,
    world: &dyn World,
) -> String {
    if matches!(format, Format::Json | Format::Github { .. }) {
        return super::print(diagnostics, format, sources, world);
    }
    let mut texts = SourceTexts::new(sources, world);
    let mut groups = by_kind(diagnostics);
    for group in &mut groups {
        group.print(format, &mut texts);
    }
    if diagnostics.len() > MANY {
        shorten(&mut groups, format, &mut texts);
    }
    // Warnings first, because a terminal shows the end.
    groups.sort_by_key(|group| std::cmp::Reverse(group.kind));
    let grouped = || groups.iter().filter(|g| g.length != Length::Full);
    let mut out: String = grouped().map(|group| group.printed.as_str()).collect();
    let lenient = grouped().any(|group| {
        let is_error = group.kind.0 == Severity::Error;
        is_error && group.list.iter().any(|d| d.lenient)
    });
    if lenient {
        out.push_str(
            "(with `lenient: true` in site.yaml, many of these errors are warnings until they are fixed)\n",
        );
    }
    if grouped().next().is_some() {
        out.push_str("(use -vv to see all of them)\n\n");
    }
    let in_full: BTreeSet<DiagnosticKind> = groups
        .iter()
        .filter(|group| group.length == Length::Full)
        .map(|group| group.kind)
        .collect();
    for d in diagnostics {
        if in_full.contains(&(d.severity, d.code)) {
            texts.print(d, format, &mut out);
        }
    }
    out
}

/// Returns diagnostics in their order, but those of one kind that are a habit of many files as one, with
/// their number in its message and beside it.
pub fn folded<'d>(
    diagnostics: impl Iterator<Item = &'d Diagnostic>,
    sources: &Sources,
) -> Vec<(Diagnostic, usize)> {
    let mut kinds: BTreeMap<DiagnosticKind, Vec<(usize, &Diagnostic)>> = BTreeMap::new();
    for (n, d) in diagnostics.enumerate() {
        kinds.entry((d.severity, d.code)).or_default().push((n, d));
    }
    let mut folded: Vec<(usize, Diagnostic, usize)> = Vec::new();
    for list in kinds.into_values() {
        let all: Vec<&Diagnostic> = list.iter().map(|(_, d)| *d).collect();
        if all.len() <= FEW || count_files(&all, sources) <= FEW {
            folded.extend(list.into_iter().map(|(n, d)| (n, d.clone(), 1)));
            continue;
        }
        let mut messages = by_message(&all, exact);
        if messages.len() > EXAMPLES {
            messages = by_message(&all, shape);
        }
        let places: BTreeMap<*const Diagnostic, usize> = list
            .iter()
            .map(|(n, d)| (std::ptr::from_ref(*d), *n))
            .collect();
        for list_of_one in messages {
            let first = list_of_one[0];
            let mut told = Group::told(first, &list_of_one);
            told.message.push_str(&times(&list_of_one, sources));
            folded.push((places[&std::ptr::from_ref(first)], told, list_of_one.len()));
        }
    }
    folded.sort_by_key(|(n, ..)| *n);
    folded.into_iter().map(|(_, d, times)| (d, times)).collect()
}

fn by_kind(diagnostics: &[Diagnostic]) -> Vec<Group<'_>> {
    let mut kinds: BTreeMap<DiagnosticKind, Vec<&Diagnostic>> = BTreeMap::new();
    for d in diagnostics {
        kinds.entry((d.severity, d.code)).or_default().push(d);
    }
    let groups = kinds.into_iter().map(|(kind, list)| Group {
        kind,
        length: match list.len() > FEW {
            true => Length::Grouped,
            false => Length::Full,
        },
        list,
        printed: String::new(),
    });
    groups.collect()
}

/// Summarises kinds further, the longest first, until all of them together are short enough.
fn shorten(groups: &mut [Group<'_>], format: Format<'_>, texts: &mut SourceTexts<'_>) {
    let lines = |group: &Group<'_>| group.printed.lines().count();
    loop {
        let total: usize = groups.iter().map(lines).sum();
        let longest = groups
            .iter_mut()
            .filter(|group| group.length < Length::Line);
        let longest = longest.max_by_key(|group| (lines(group), group.kind));
        let (Some(group), true) = (longest, total > MOST_LINES) else {
            return;
        };
        group.length = match group.length {
            Length::Full if group.list.len() > 1 => Length::Grouped,
            _ => Length::Line,
        };
        group.print(format, texts);
    }
}

impl Group<'_> {
    fn print(&mut self, format: Format<'_>, texts: &mut SourceTexts<'_>) {
        let mut out = String::new();
        match self.length {
            Length::Full => {
                for d in &self.list {
                    texts.print(d, format, &mut out);
                }
            }
            Length::Grouped => self.grouped(format, texts, &mut out),
            Length::Line => {
                let list = &self.list;
                let first = Self::told(list[0], list);
                out.push_str(&short::print(&first, texts));
                if list.len() > 1 {
                    let (more, files) = (thousands(list.len() - 1), files(list, texts.sources));
                    out.push_str(&format!(" (and {more} more of this kind in {files})"));
                }
                out.push('\n');
            }
        }
        self.printed = out;
    }

    /// Prints one line per message, most frequent first: the first location and the number of
    /// occurrences; of errors, the first one with its lines. Then prints how many diagnostics are
    /// not shown.
    fn grouped(&self, format: Format<'_>, texts: &mut SourceTexts<'_>, out: &mut String) {
        let (severity, code) = self.kind;
        let most = match code {
            "unknown-key" => KEYS,
            _ => EXAMPLES,
        };
        let mut messages = by_message(&self.list, exact);
        if messages.len() > most {
            let alike = by_message(&self.list, shape);
            // Messages that differ in more than the values that they quote stay apart.
            if alike.len() < messages.len() && code != "unknown-key" {
                messages = alike;
            }
        }
        let told = messages.len().min(most);
        for (n, list) in messages[..told].iter().enumerate() {
            let first = Self::told(list[0], list);
            let human = matches!(format, Format::Human { .. });
            if severity == Severity::Error && n == 0 && human {
                let mut message = first.message.clone();
                message.push_str(&times(list, texts.sources));
                let first = Diagnostic { message, ..first };
                texts.print(&first, format, out);
            } else {
                out.push_str(&short::print(&first, texts));
                out.push_str(&times(list, texts.sources));
                out.push('\n');
            }
        }
        let rest = messages[told..].concat();
        if !rest.is_empty() {
            out.push_str(&format!(
                "… and {} more of this kind ({code}) in {}\n",
                thousands(rest.len()),
                files(&rest, texts.sources)
            ));
        }
    }

    /// Returns a diagnostic that stands for others: with the line of `site.yaml` that settles all of
    /// them, if there is one.
    fn told(d: &Diagnostic, list: &[&Diagnostic]) -> Diagnostic {
        let line = d.for_many.as_ref().filter(|line| {
            list.len() > FEW && list.iter().all(|d| d.for_many.as_ref() == Some(*line))
        });
        let hint = match (line, &d.hint) {
            (Some(line), Some(hint)) if !hint.contains(line.as_str()) => Some(format!(
                "{hint}; or, for all of them, add to site.yaml: `{line}`"
            )),
            (_, hint) => hint.clone(),
        };
        Diagnostic { hint, ..d.clone() }
    }
}

/// " (120 times in 80 files)"; nothing for a single one.
fn times(list: &[&Diagnostic], sources: &Sources) -> String {
    match list.len() {
        1 => String::new(),
        n => format!(" ({} times in {})", thousands(n), files(list, sources)),
    }
}

fn exact(d: &Diagnostic) -> Cow<'_, str> {
    Cow::Borrowed(&d.message)
}

/// Returns the message without the values that it quotes.
fn shape(d: &Diagnostic) -> Cow<'_, str> {
    let parts = d.message.split('`').step_by(2);
    Cow::Owned(parts.collect::<Vec<_>>().join("`"))
}

/// Groups diagnostics by message, most frequent first, otherwise in their original order.
fn by_message<'d>(
    list: &[&'d Diagnostic],
    key: fn(&'d Diagnostic) -> Cow<'d, str>,
) -> Vec<Vec<&'d Diagnostic>> {
    let mut numbers: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
    let mut messages: Vec<Vec<&Diagnostic>> = Vec::new();
    for d in list {
        let number = *numbers.entry(key(d)).or_insert(messages.len());
        if number == messages.len() {
            messages.push(Vec::new());
        }
        messages[number].push(d);
    }
    messages.sort_by_key(|list| std::cmp::Reverse(list.len()));
    messages
}

/// Counts the distinct files: "1 file", "800 files".
fn files(list: &[&Diagnostic], sources: &Sources) -> String {
    match count_files(list, sources) {
        1 => "1 file".to_owned(),
        n => format!("{} files", thousands(n)),
    }
}

fn count_files(list: &[&Diagnostic], sources: &Sources) -> usize {
    let names: BTreeSet<&str> = list
        .iter()
        .filter_map(|d| match d.span {
            Some(span) => Some(sources.name(span.source)),
            None => d.file.as_deref(),
        })
        .collect();
    names.len()
}

/// Formats a number with thousands separators: `12,345`.
pub(crate) fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_parted_at_the_thousands() {
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(999), "999");
        assert_eq!(thousands(1000), "1,000");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }
}
