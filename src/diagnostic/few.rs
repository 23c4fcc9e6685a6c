//! Many diagnostics of one kind, told in few lines.
//!
//! Thousands of files that were written for another generator bring thousands of warnings of a
//! few kinds. A kind with more than [`FEW`] of them is told by a line, or some, and its count;
//! errors are each told in full, as are the formats that programs read.

use std::collections::{BTreeMap, BTreeSet};

use super::{Diagnostic, Format, Severity, Texts, short};
use crate::source::Sources;
use crate::world::World;

/// As many of one kind are told in full.
const FEW: usize = 5;
/// Of a kind with more than that, so many stand as examples.
const EXAMPLES: usize = 3;
/// Of unknown keys, so many are told, the most frequent first.
const KEYS: usize = 20;

/// Severity and code.
type Kind = (Severity, &'static str);

/// As [`super::print`], with many of a kind in few lines, before all else.
pub fn print_few(
    diagnostics: &[Diagnostic],
    format: Format,
    sources: &Sources,
    world: &dyn World,
) -> String {
    let mut many = match format {
        Format::Human { .. } | Format::Short => by_kind(diagnostics),
        Format::Json | Format::Github => BTreeMap::new(),
    };
    many.retain(|(severity, _), list| *severity != Severity::Error && list.len() > FEW);
    let mut texts = Texts::new(sources, world);
    let mut out = String::new();
    for ((_, code), list) in &many {
        if *code == "unknown-key" {
            keys(code, list, &mut texts, &mut out);
        } else {
            examples(code, list, &mut texts, &mut out);
        }
    }
    if !many.is_empty() {
        out.push_str("(-vv shows each of them)\n\n");
    }
    for d in diagnostics {
        if !many.contains_key(&(d.severity, d.code)) {
            texts.print(d, format, &mut out);
        }
    }
    out
}

fn by_kind(diagnostics: &[Diagnostic]) -> BTreeMap<Kind, Vec<&Diagnostic>> {
    let mut kinds: BTreeMap<Kind, Vec<&Diagnostic>> = BTreeMap::new();
    for d in diagnostics {
        kinds.entry((d.severity, d.code)).or_default().push(d);
    }
    kinds
}

/// The first ones, and how many more there are.
fn examples(code: &str, list: &[&Diagnostic], texts: &mut Texts<'_>, out: &mut String) {
    for d in &list[..EXAMPLES] {
        out.push_str(&short::print(d, texts));
        out.push('\n');
    }
    let more = &list[EXAMPLES..];
    out.push_str(&format!(
        "… and {} more of this kind ({code}) in {}\n",
        thousands(more.len()),
        files(more, texts.sources)
    ));
}

/// A line a key: the first place where it stands, and how many there are. Keys are told apart
/// by the message, which names the key and the place where it is none.
fn keys(code: &str, list: &[&Diagnostic], texts: &mut Texts<'_>, out: &mut String) {
    let mut keys: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for d in list {
        keys.entry(&d.message).or_default().push(d);
    }
    let mut keys: Vec<Vec<&Diagnostic>> = keys.into_values().collect();
    // Stable: keys that are equally frequent stay in the order of their messages.
    keys.sort_by_key(|list| std::cmp::Reverse(list.len()));
    let told = keys.len().min(KEYS);
    for list in &keys[..told] {
        out.push_str(&short::print(list[0], texts));
        if list.len() > 1 {
            let files = files(list, texts.sources);
            out.push_str(&format!(" ({} in {files})", times(list.len())));
        }
        out.push('\n');
    }
    if told < keys.len() {
        let rest = keys[told..].concat();
        let more = keys.len() - told;
        out.push_str(&format!(
            "… and {} more {} ({code}), {} in {}\n",
            thousands(more),
            if more == 1 { "key" } else { "keys" },
            times(rest.len()),
            files(&rest, texts.sources),
        ));
    }
}

/// "once", "1,234 times".
fn times(n: usize) -> String {
    match n {
        1 => "once".to_owned(),
        n => format!("{} times", thousands(n)),
    }
}

/// "1 file", "800 files".
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

/// 12,345
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
        assert_eq!(times(1), "once");
        assert_eq!(times(1234), "1,234 times");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }
}
