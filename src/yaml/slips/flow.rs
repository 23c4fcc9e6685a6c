//! Groups in braces: `{id:x}`, whose colon has no space, and `{title: A, b}`, whose value is cut at
//! its comma.

use std::ops::Range;

use super::{Text, row_of};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{At, Span};
use crate::yaml::table::KeyTable;
use crate::yaml::{Node, Value};
use crate::yaml::{emit, signs};

/// The faults of one group.
#[derive(Default)]
struct Found {
    /// The first of each kind.
    colon: Option<Span>,
    comma: Option<(String, Span)>,
    /// What to replace, in order.
    edits: Vec<(Range<usize>, String)>,
}

/// Reports and mends the keys of a group that have no value because of a missing space or quotes.
/// `table` is `None` if the keys are names of the editor's choice.
pub(super) fn mend(
    text: &Text<'_>,
    node: &mut Node,
    table: Option<&'static KeyTable>,
    sink: &mut Sink,
) {
    let span = node.span;
    let Value::Map(pairs) = &mut node.value else {
        return;
    };
    let lacks = |(key, value): &(At<String>, Node)| {
        value.value == Value::Null && !has_colon(text, key) && !key.value.is_empty()
    };
    if !pairs.iter().any(lacks) {
        return;
    }
    let mut found = Found::default();
    let mut kept: Vec<(At<String>, Node)> = Vec::with_capacity(pairs.len());
    for pair in std::mem::take(pairs) {
        if !lacks(&pair) {
            kept.push(pair);
            continue;
        }
        let (key, value) = pair;
        if let Some(split) = split(&key, table) {
            found.space(text, &key, &split);
            kept.push(split);
        } else if !found.comma(text, &key, table, kept.last_mut()) {
            kept.push((key, value));
        }
    }
    *pairs = kept;
    if !found.edits.is_empty() {
        sink.push(found.diagnostic(text, span));
    }
}

/// Whether there is a colon after a key.
fn has_colon(text: &Text<'_>, key: &At<String>) -> bool {
    let rest = &text.text[key.span.end as usize..];
    rest.trim_start_matches(['"', '\'', ' ']).starts_with(':')
}

/// Splits a key whose colon has no space after it: `id:x`.
fn split(key: &At<String>, table: Option<&'static KeyTable>) -> Option<(At<String>, Node)> {
    let (name, rest) = key.value.split_once(':')?;
    let value = rest.trim_start_matches(|c| c == ' ' || signs::odd_space(c).is_some());
    let verbatim = key.span.range().len() == key.value.len();
    let known = match table {
        Some(table) => row_of(table, name).is_some(),
        None => !name.is_empty() && !rest.starts_with("//"),
    };
    if !known || value.is_empty() || !verbatim {
        return None;
    }
    let Range { start, end } = key.span.range();
    let at = |range: Range<usize>| Span::new(key.span.source, range);
    let node = Node {
        span: at(end - value.len()..end),
        value: Value::Scalar {
            text: value.to_owned(),
            quoted: false,
        },
    };
    Some((
        At::new(name.to_owned(), at(start..start + name.len())),
        node,
    ))
}

impl Found {
    fn space(&mut self, text: &Text<'_>, key: &At<String>, split: &(At<String>, Node)) {
        let between = split.0.span.end as usize..split.1.span.start as usize;
        self.colon.get_or_insert(key.span);
        // What needs quotes is not known before the spaces are there.
        debug_assert!(text.text.get(between.clone()).is_some());
        self.edits.push((between, ": ".to_owned()));
    }

    /// Joins a key without a value to the text before it. Returns whether it belongs there.
    fn comma(
        &mut self,
        text: &Text<'_>,
        key: &At<String>,
        table: Option<&'static KeyTable>,
        before: Option<&mut (At<String>, Node)>,
    ) -> bool {
        let (Some(table), Some((name, node))) = (table, before) else {
            return false;
        };
        let range = node.span.start as usize..key.span.end as usize;
        let Value::Scalar {
            text: value,
            quoted,
        } = &mut node.value
        else {
            return false;
        };
        let joined = self
            .edits
            .last()
            .is_some_and(|(last, _)| last.start == range.start);
        if (*quoted && !joined) || row_of(table, &key.value).is_some() {
            return false;
        }
        let Some(whole) = text.text.get(range.clone()) else {
            return false;
        };
        let words = whole.split_whitespace().collect::<Vec<_>>().join(" ");
        if joined {
            self.edits.pop();
        }
        self.edits.push((range.clone(), emit::quoted(&words)));
        let span = text.span(range);
        match &mut self.comma {
            Some((first, at)) if first == &name.value && at.start == span.start => *at = span,
            Some(_) => {}
            none => *none = Some((name.value.clone(), span)),
        }
        *value = words;
        *quoted = true;
        node.span = span;
        true
    }

    fn diagnostic(self, text: &Text<'_>, span: Span) -> Diagnostic {
        let edited = |range: Range<usize>| {
            let mut out = String::new();
            let mut at = range.start;
            for (edit, new) in &self.edits {
                out.push_str(&text.text[at..edit.start]);
                out.push_str(new);
                at = edit.end;
            }
            out.push_str(&text.text[at..range.end]);
            out
        };
        let (start, line) = text.line(span.start as usize);
        let end = span.end as usize;
        // The whole line, if the group is on one line.
        let shown = match start + line.len() >= end {
            true => start..start + line.len(),
            false => span.range(),
        };
        let finished = edited(shown).trim().to_owned();
        let d = match (self.colon, &self.comma) {
            (Some(at), _) => {
                Diagnostic::error("broken-yaml", "there is no space after the colon of a key")
                    .at(at, "missing space")
                    .hint(format!("write `{finished}`"))
            }
            (None, Some((key, at))) => Diagnostic::error(
                "comma-in-value",
                format!("the {key} contains a comma, which starts a new key"),
            )
            .at(*at, "needs quotes")
            .hint(format!("put it in quotes: `{finished}`")),
            (None, None) => unreachable!("an edit has a reason"),
        };
        d.fix(span, edited(span.range()))
    }
}
