//! Items that YAML reads as a part of the item above: further right than that one, or without a space
//! after their dash.

use std::ops::Range;

use super::Text;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::At;
use crate::yaml::emit;
use crate::yaml::table::Form;
use crate::yaml::{Node, Value};

/// Reports items that do not start at the column of the item above, which YAML reads as a part of
/// its text; makes items of them.
pub(super) fn misaligned(
    text: &Text<'_>,
    key: &At<String>,
    node: &mut Node,
    form: Form,
    sink: &mut Sink,
) {
    match &mut node.value {
        Value::List(items) => {
            let is_merged = |item: &Node| merged(text, item).is_some();
            if !items.iter().any(is_merged) {
                return;
            }
            for item in std::mem::take(items) {
                let Some(parts) = merged(text, &item) else {
                    items.push(item);
                    continue;
                };
                report_misaligned(text, key, &item, &parts, sink);
                items.extend(parts);
            }
        }
        Value::Scalar { .. }
            if matches!(form, Form::Terms | Form::List | Form::GroupsOrTexts(_)) =>
        {
            let (_, line) = text.line(key.span.start as usize);
            let Some(parts) = merged(text, node).filter(|_| !line.trim_end().ends_with(':')) else {
                return;
            };
            let words = parts.iter().map(|part| emit::in_flow(written(part)));
            let finished = format!("[{}]", words.collect::<Vec<_>>().join(", "));
            sink.push(
                Diagnostic::error(
                    "broken-yaml",
                    format!(
                        "`{}` has a value on its own line, and the items below are read as part of it",
                        key.value
                    ),
                )
                .at(parts[1].span, "no item of its own")
                .hint(format!("write `{}: {finished}`", key.value))
                .fix(node.span, finished),
            );
            node.value = Value::List(parts);
        }
        _ => {}
    }
}

/// Splits a plain text over several lines, of which some start with a dash, into items.
fn merged(text: &Text<'_>, node: &Node) -> Option<Vec<Node>> {
    let Value::Scalar { quoted: false, .. } = &node.value else {
        return None;
    };
    let range = node.span.range();
    let written = text.text.get(range.clone())?;
    if !written.contains('\n')
        || written.starts_with(['|', '>', '*', '&', '!', '-'])
        || !written.lines().skip(1).any(|line| item_of(line).is_some())
    {
        return None;
    }
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut at = range.start;
    for line in written.split('\n') {
        let end = at + line.trim_end().len();
        match (item_of(line), spans.last_mut()) {
            (Some(item), _) => spans.push(end - item.len()..end),
            (None, Some(last)) => last.end = end.max(last.end),
            (None, None) => spans.push(at..end),
        }
        at += line.len() + 1;
    }
    let items = spans.into_iter().map(|span| {
        let words = text.text[span.clone()].split_whitespace();
        Node {
            span: text.span(span.clone()),
            value: Value::Scalar {
                text: words.collect::<Vec<_>>().join(" "),
                quoted: false,
            },
        }
    });
    Some(items.collect())
}

/// Returns what follows the dash of a line; the space between them may be missing before a
/// word, a path or a quote.
fn item_of(line: &str) -> Option<&str> {
    let item = line.trim().strip_prefix('-')?;
    let begins_word = |c: char| c.is_alphabetic() || "\"'/“„«‘".contains(c);
    (item.starts_with(' ') || item.starts_with(begins_word)).then(|| item.trim())
}

fn written(node: &Node) -> &str {
    match &node.value {
        Value::Scalar { text, .. } => text,
        _ => "",
    }
}

fn report_misaligned(
    text: &Text<'_>,
    key: &At<String>,
    item: &Node,
    parts: &[Node],
    sink: &mut Sink,
) {
    let start = item.span.start as usize;
    let (line_start, _) = text.line(start);
    let before = &text.text[line_start..start];
    let indent = before.trim_end().strip_suffix('-');
    let indent = indent.filter(|indent| indent.trim().is_empty());
    let lines: Vec<String> = parts
        .iter()
        .map(|part| format!("- {}", written(part)))
        .collect();
    let shown: Vec<String> = lines.iter().map(|line| format!("`{line}`")).collect();
    let key = &key.value;
    let (message, label, hint) = match text.text[..parts[1].span.start as usize].ends_with('-') {
        true => (
            format!(
                "there is no space after the dash of this item of `{key}`, so it is read as part of the one above"
            ),
            "missing space",
            "write",
        ),
        false => (
            format!(
                "this item of `{key}` does not start at the column of the one above, so it is read as part of that one"
            ),
            "not at the same column",
            "start them at the same column:",
        ),
    };
    let d = Diagnostic::error("broken-yaml", message)
        .at(parts[1].span, label)
        .hint(format!("{hint} {}", shown.join(", ")));
    sink.push(match indent {
        Some(indent) => {
            let gap = &before[indent.len() + 1..];
            let between = format!("\n{indent}-{gap}");
            let words: Vec<&str> = parts.iter().map(written).collect();
            d.fix(item.span, words.join(&between))
        }
        None => d,
    });
}
