//! Keys of TOML that stand below a table and so belong to it, but are keys of the map around it.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_KEYS;
use crate::source::{At, Span};
use crate::yaml::table::KeyTable;
use crate::yaml::{Node, Value};

/// Reports keys of the outermost map that stand below a table, `[image]` or `[[sources]]`; moves
/// them to where they were meant to be.
pub fn below_a_table(text: &str, root: &mut Node, table: &'static KeyTable, sink: &mut Sink) {
    let Value::Map(pairs) = &mut root.value else {
        return;
    };
    if pairs.len() > MAX_KEYS {
        return;
    }
    let mut moved: Vec<(At<String>, Node)> = Vec::new();
    for (name, node) in pairs.iter_mut() {
        let Some(inner) = table.row(&name.value).and_then(|row| row.form.inner()) else {
            continue;
        };
        let tables: Vec<&mut Node> = match &mut node.value {
            Value::List(items) => items.iter_mut().collect(),
            Value::Map(_) => vec![node],
            _ => continue,
        };
        for group in tables {
            let Value::Map(keys) = &mut group.value else {
                continue;
            };
            let strays = |(key, _): &(At<String>, Node)| {
                let word = key.value.as_str();
                inner.row(word).is_none()
                    && inner.named(word).is_none()
                    && table.row(word).is_some()
                    && is_at_line_start(text, key.span.range())
            };
            let (out, kept): (Vec<_>, Vec<_>) = std::mem::take(keys).into_iter().partition(strays);
            *keys = kept;
            for (key, value) in out {
                sink.push(stray(&key, &name.value, name.span));
                moved.push((key, value));
            }
        }
    }
    for (key, value) in moved {
        if pairs.iter().all(|(own, _)| own.value != key.value) {
            pairs.push((key, value));
        }
    }
}

fn is_at_line_start(text: &str, key: Range<usize>) -> bool {
    let start = text[..key.start].rfind('\n').map_or(0, |n| n + 1);
    text[start..key.start]
        .trim_matches(['"', '\'', ' ', '\t'])
        .is_empty()
}

fn stray(key: &At<String>, list: &str, table: Span) -> Diagnostic {
    Diagnostic::error(
        "broken-toml",
        format!(
            "`{}` stands below a line in brackets, so it belongs to `{list}`",
            key.value
        ),
    )
    .at(key.span, "a key of the article")
    .related(table, "the table")
    .hint("move it above the first line that starts with a bracket")
    .lenient_warning()
}
