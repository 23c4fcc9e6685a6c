//! Groups diagnostics of the same kind, so that many of them print as a few lines.
//!
//! Thousands of files written for another generator produce thousands of warnings of a few kinds. A
//! kind with more than [`FEW`] diagnostics is summarised in a few lines with counts. Errors are
//! always printed in full, and so is everything in the machine-readable formats.

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

/// Severity and code.
type DiagnosticKind = (Severity, &'static str);

/// Like [`super::print`], but prints grouped kinds first, in a few lines each.
pub fn print_grouped(
    diagnostics: &[Diagnostic],
    format: Format<'_>,
    sources: &Sources,
    world: &dyn World,
) -> String {
    let mut many = match format {
        Format::Human { .. } | Format::Short => by_kind(diagnostics),
        Format::Json | Format::Github { .. } => BTreeMap::new(),
    };
    many.retain(|(severity, _), list| *severity != Severity::Error && list.len() > FEW);
    let mut texts = SourceTexts::new(sources, world);
    let mut out = String::new();
    for ((_, code), list) in &many {
        lines(code, list, &mut texts, &mut out);
    }
    if !many.is_empty() {
        out.push_str("(use -vv to see all of them)\n\n");
    }
    for d in diagnostics {
        if !many.contains_key(&(d.severity, d.code)) {
            texts.print(d, format, &mut out);
        }
    }
    out
}

fn by_kind(diagnostics: &[Diagnostic]) -> BTreeMap<DiagnosticKind, Vec<&Diagnostic>> {
    let mut kinds: BTreeMap<DiagnosticKind, Vec<&Diagnostic>> = BTreeMap::new();
    for d in diagnostics {
        kinds.entry((d.severity, d.code)).or_default().push(d);
    }
    kinds
}

/// Prints one line per message, most frequent first: the first location and the number of
/// occurrences. Then prints how many diagnostics are not shown.
fn lines(code: &str, list: &[&Diagnostic], texts: &mut SourceTexts<'_>, out: &mut String) {
    let messages = by_message(list);
    let most = if code == "unknown-key" {
        KEYS
    } else {
        EXAMPLES
    };
    let told = messages.len().min(most);
    for list in &messages[..told] {
        out.push_str(&short::print(list[0], texts));
        if list.len() > 1 {
            let files = files(list, texts.sources);
            out.push_str(&format!(" ({} times in {files})", thousands(list.len())));
        }
        out.push('\n');
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

/// Groups diagnostics by message, most frequent first, otherwise in their original order.
fn by_message<'d>(list: &[&'d Diagnostic]) -> Vec<Vec<&'d Diagnostic>> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut messages: Vec<Vec<&Diagnostic>> = Vec::new();
    for d in list {
        let number = *numbers.entry(&d.message).or_insert(messages.len());
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
    let names: BTreeSet<&str> = list
        .iter()
        .filter_map(|d| match d.span {
            Some(span) => Some(sources.name(span.source)),
            None => d.file.as_deref(),
        })
        .collect();
    match names.len() {
        1 => "1 file".to_owned(),
        n => format!("{} files", thousands(n)),
    }
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
