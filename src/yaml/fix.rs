//! Reads content in which only quotes are missing, and reports the fault.

use std::ops::Range;

use super::fault::{COMPARE, plain_words, value_of};
use super::{Node, Value, read};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::SourceId;

/// Maximum number of lines that are fixed in one front matter; each takes another parse.
const MOST_MENDED: usize = 50;

/// Maximum length of front matter that is fixed, in bytes.
const LONGEST: usize = 64 * 1024;

/// Like [`read`], for content: if only the quotes of a line's value are missing, the value is read
/// as one text and the fault becomes a [lenient warning](Diagnostic::lenient_warning). `None` if
/// nothing can be read.
pub fn read_fixing(
    source: SourceId,
    text: &str,
    range: Range<usize>,
    sink: &mut Sink,
) -> Option<Node> {
    match read(source, text, range.clone()) {
        Ok(node) => Some(node),
        Err(fault) => fix(source, text, range, *fault, sink),
    }
}

/// Replaces values that need quotes by placeholders until the text parses, then restores the
/// original values. Each step fixes one line.
fn fix(
    source: SourceId,
    text: &str,
    range: Range<usize>,
    mut fault: Diagnostic,
    sink: &mut Sink,
) -> Option<Node> {
    let mut plain = text[..range.end].to_owned();
    let mut fixed: Vec<Range<usize>> = Vec::new();
    let most = if range.len() > LONGEST {
        0
    } else {
        MOST_MENDED
    };
    loop {
        let value = fault
            .span
            .and_then(|span| unquoted_value(&plain, &fault, span.range()));
        let Some(value) = value.filter(|v| fixed.len() < most && !fixed.contains(v)) else {
            sink.push(fault);
            return None;
        };
        sink.push(fault.lenient_warning());
        plain.replace_range(value.clone(), &placeholder(&text[value.clone()]));
        fixed.push(value);
        match read(source, &plain, range.clone()) {
            Ok(mut node) => {
                fixed.sort_by_key(|value| value.start);
                put_back(&mut node, text, &fixed);
                return Some(node);
            }
            Err(next) => fault = without_placeholder(*next, &fixed),
        }
    }
}

/// Returns letters of the same lengths as the characters of `value`, so that spans stay valid.
fn placeholder(value: &str) -> String {
    let letter = |c: char| match c.len_utf8() {
        1 => 'x',
        2 => 'é',
        3 => '一',
        _ => '𐀀',
    };
    value.chars().map(letter).collect()
}

/// Removes the cure from a fault that is found in a placeholder: it would quote the placeholder.
fn without_placeholder(mut fault: Diagnostic, fixed: &[Range<usize>]) -> Diagnostic {
    let in_placeholder = fault.span.is_some_and(|span| {
        let at = span.start as usize;
        fixed.iter().any(|value| value.contains(&at))
    });
    if in_placeholder {
        fault.fix = None;
        return fault.hint(COMPARE);
    }
    fault
}

/// Returns the range of the faulty line's value if it is a single text that only needs quotes.
/// `text` is the text in which the fault was found.
fn unquoted_value(text: &str, fault: &Diagnostic, at: Range<usize>) -> Option<Range<usize>> {
    if fault
        .fix
        .as_ref()
        .is_some_and(|fix| fix.replacement.starts_with('{'))
    {
        // Meant as a group of keys, not as a text.
        return None;
    }
    if let Some(fix) = fault.fix.as_ref().filter(|_| {
        fault.code == "colon-in-value" || fault.message.contains(" goes on after its closing ")
    }) {
        return Some(fix.span.range());
    }
    let line_start = text[..at.start].rfind('\n').map_or(0, |n| n + 1);
    let line = text[line_start..].split('\n').next().unwrap_or("");
    let start = value_of(line);
    let value = line[start..].trim_end();
    let wants_quotes = [
        "unexpected character",
        "unknown anchor",
        "after double-quoted",
        "text after a bracket",
    ];
    let is_text = match fault.code {
        "colon-in-value" => true,
        "broken-yaml" => wants_quotes
            .iter()
            .any(|said| fault.message == plain_words(said).0),
        _ => false,
    };
    let range = line_start + start..line_start + start + value.len();
    (is_text && start > 0 && !value.is_empty()).then_some(range)
}

/// Restores the original text of the values that were fixed.
fn put_back(node: &mut Node, text: &str, fixed: &[Range<usize>]) {
    match &mut node.value {
        Value::Scalar { text: value, .. } => {
            let start = node.span.start as usize;
            if let Ok(at) = fixed.binary_search_by_key(&start, |value| value.start) {
                text[fixed[at].clone()].clone_into(value);
            }
        }
        Value::List(list) => list.iter_mut().for_each(|n| put_back(n, text, fixed)),
        Value::Map(map) => map.iter_mut().for_each(|(_, n)| put_back(n, text, fixed)),
        Value::Null => {}
    }
}
