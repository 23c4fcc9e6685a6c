//! Finds what can be read and was not meant: a value cut at a comma or at a `#`, keys that are not
//! indented below their item, a key that is there twice. Reports it and changes the tree to what was
//! meant, so that nothing that follows from it is reported as well.

mod flow;
mod lists;
mod marks;
mod merged;
mod tables;

pub(super) use marks::references;
pub use tables::below_a_table;

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::emit;
use super::signs;
use super::table::{Form, Key, KeyTable};
use super::{Node, Value};
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_KEYS;
use crate::source::{At, SourceId, Span};

/// A text whose tree is examined.
pub struct Text<'t> {
    pub source: SourceId,
    pub text: &'t str,
    /// Returns whether a key of the outermost map is a taxonomy of the site.
    pub is_taxonomy: &'t dyn Fn(&str) -> bool,
}

/// Examines the front matter of a file. Its faults become lenient warnings.
pub fn in_front_matter(
    text: &Text<'_>,
    root: &mut Node,
    table: &'static KeyTable,
    sink: &mut Sink,
) {
    let before = sink.len();
    marks::lost(text, root, table, sink);
    lists::dashes_in_keys(text, root, table, sink);
    lists::unindented(text, root, table, sink);
    lists::dash_of_each_key(text, root, table, sink);
    let starts = LazyCell::new(|| text.line_starts());
    let line_of = |span: Span| starts.partition_point(|start| *start <= span.start as usize);
    keys_given_twice(root, &line_of, sink);
    text.walk(root, Some(table), sink);
    sink.lenient_since(before);
}

/// Examines `site.yaml`.
pub fn in_site(text: &Text<'_>, root: &mut Node, table: &'static KeyTable, sink: &mut Sink) {
    marks::lost(text, root, table, sink);
    text.walk(root, Some(table), sink);
}

impl Text<'_> {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.source, range)
    }

    /// Returns the offsets at which lines start.
    fn line_starts(&self) -> Vec<usize> {
        let ends = self.text.match_indices('\n');
        std::iter::once(0).chain(ends.map(|(n, _)| n + 1)).collect()
    }

    /// Returns the start and the text of the line at an offset.
    fn line(&self, at: usize) -> (usize, &str) {
        let start = self.text[..at].rfind('\n').map_or(0, |n| n + 1);
        let line = self.text[start..].split('\n').next().unwrap_or("");
        (start, line)
    }

    /// Examines the keys that have rows, and what is inside them.
    fn walk(&self, node: &mut Node, table: Option<&'static KeyTable>, sink: &mut Sink) {
        match &mut node.value {
            Value::Map(_) => self.walk_map(node, table, sink),
            Value::List(items) => items
                .iter_mut()
                .filter(|item| !matches!(item.value, Value::Scalar { .. } | Value::Null))
                .for_each(|item| self.walk(item, table, sink)),
            _ => {}
        }
    }

    fn walk_map(&self, node: &mut Node, table: Option<&'static KeyTable>, sink: &mut Sink) {
        if self.text[node.span.start as usize..].starts_with('{') {
            flow::mend(self, node, table, sink);
        }
        let (Value::Map(pairs), Some(table)) = (&mut node.value, table) else {
            return;
        };
        for (key, value) in pairs.iter_mut() {
            if !key.value.is_ascii() {
                self.odd_key(key, table, sink);
            }
            let row = row_of(table, &key.value);
            let form = match row {
                Some(row) => row.form,
                None if (self.is_taxonomy)(&key.value) => Form::Terms,
                None => continue,
            };
            merged::misaligned(self, key, value, form, sink);
            match &value.value {
                Value::Null => self.only_a_comment(key, value, form, sink),
                Value::Scalar { quoted: false, .. } => {
                    if lists::dashes(self, key, value, form, sink) {
                        continue;
                    }
                    self.cut_by_comment(key, value, form, sink);
                }
                Value::List(_)
                    if matches!(form, Form::Terms | Form::List | Form::NamedGroupsOrNames(_)) =>
                {
                    lists::hashes(self, key, value, sink);
                }
                _ => {}
            }
            if let Some(inner) = form.inner() {
                match form {
                    Form::GroupOrFirst(_) if matches!(value.value, Value::List(_)) => {
                        self.walk(value, inner.keys[0].form.inner(), sink);
                    }
                    Form::NamedGroups(_) | Form::NamedGroupsOrNames(_) => {
                        let Value::Map(groups) = &mut value.value else {
                            continue;
                        };
                        for (_, group) in groups {
                            self.walk(group, Some(inner), sink);
                        }
                    }
                    _ => self.walk(value, Some(inner), sink),
                }
            } else if matches!(form, Form::SiteWord("stances") | Form::Names) {
                self.walk(value, None, sink);
            }
        }
    }

    /// Reports a key with a character that looks like nothing, or like a space.
    fn odd_key(&self, key: &mut At<String>, table: &'static KeyTable, sink: &mut Sink) {
        let bare: String = key
            .value
            .chars()
            .filter(|c| signs::odd_space(*c).is_none())
            .collect();
        let bare = bare.trim();
        let begins = key.value.chars().next().and_then(signs::odd_space);
        let is_known = row_of(table, bare).is_some();
        if bare == key.value || !is_known && begins.is_none() {
            return;
        }
        let name = key.value.chars().find_map(signs::odd_space).unwrap_or("");
        let d = Diagnostic::error(
            "broken-yaml",
            format!("there is {name} in the key `{bare}`"),
        )
        .at(key.span, "not an ordinary space");
        if !is_known {
            // The line may belong to the text above it.
            let hint =
                "remove it; if the line belongs to the text above, indent it with ordinary spaces";
            sink.push(d.hint(hint));
        } else {
            sink.push(d.hint(format!("write `{bare}`")).fix(key.span, bare));
        }
        key.value = bare.to_owned();
    }

    /// Reports a key whose only value is a comment without a space after its `#`.
    fn only_a_comment(&self, key: &At<String>, value: &mut Node, form: Form, sink: &mut Sink) {
        let end = self.after_key(key);
        let Some((at, comment)) = self.glued_comment(end) else {
            if matches!(form, Form::Terms | Form::List) {
                lists::hashes(self, key, value, sink);
            }
            return;
        };
        let finished = match form {
            Form::Terms | Form::List => in_brackets(comment),
            Form::Text => emit::quoted(comment),
            _ => return,
        };
        let span = self.span(at..at + comment.len());
        let d = Diagnostic::warning(
            "cut-by-comment",
            format!("`{}` has no value: a # starts a comment", key.value),
        )
        .at(span, "a comment")
        .hint(format!("write `{}: {finished}`", key.value));
        // A single word may be a comment that was meant as one.
        sink.push(match comment.matches('#').count() {
            1 => d,
            _ => d.fix(span, finished),
        });
        // Without its title, the file would be refused for that reason as well.
        if key.value == "title" {
            value.value = Value::Scalar {
                text: comment.to_owned(),
                quoted: true,
            };
            value.span = span;
        }
    }

    /// Reports a value that is cut short by a `#` without a space after it: `Our #1 story`.
    fn cut_by_comment(&self, key: &At<String>, value: &Node, form: Form, sink: &mut Sink) {
        let (start, end) = (value.span.start as usize, value.span.end as usize);
        let Some((at, comment)) = self.glued_comment(end) else {
            return;
        };
        let whole = self.text[start..at + comment.len()].trim_end();
        let finished = match form {
            Form::Terms | Form::List => in_brackets(whole),
            Form::Text if is_prose(&key.value) => emit::quoted(whole),
            _ => return,
        };
        let hint = match form {
            Form::Text => format!("put it in quotes: `{}: {finished}`", key.value),
            _ => format!("write `{}: {finished}`", key.value),
        };
        sink.push(
            Diagnostic::warning(
                "cut-by-comment",
                format!(
                    "the {} ends before the #, which starts a comment",
                    key.value
                ),
            )
            .at(self.span(at..at + comment.len()), "ignored")
            .hint(hint),
        );
    }

    /// Returns the offset after a key and its colon.
    fn after_key(&self, key: &At<String>) -> usize {
        let end = key.span.end as usize;
        let rest = &self.text[end..];
        end + rest.len() - rest.trim_start_matches(['"', '\'', ' ', ':']).len()
    }

    /// Returns the comment on the rest of a line, if there is no space after its `#`.
    fn glued_comment(&self, at: usize) -> Option<(usize, &str)> {
        let rest = self.text[at..].split('\n').next().unwrap_or("");
        let comment = rest.trim_start();
        let after_space = comment.len() < rest.len() || self.text[..at].ends_with(' ');
        let glued = comment
            .strip_prefix('#')
            .is_some_and(|word| word.starts_with(char::is_alphanumeric));
        let start = at + rest.len() - comment.len();
        (after_space && glued).then(|| (start, comment.trim_end()))
    }
}

/// Reports keys that are in a map more than once; the last one counts.
fn keys_given_twice(node: &mut Node, line_of: &dyn Fn(Span) -> usize, sink: &mut Sink) {
    match &mut node.value {
        Value::Map(pairs) => {
            let again = |n: usize| pairs[..n].iter().any(|(k, _)| k.value == pairs[n].0.value);
            if pairs.len() <= MAX_KEYS && (1..pairs.len()).any(again) {
                keep_the_last(pairs, line_of, sink);
            }
            for (_, node) in pairs {
                keys_given_twice(node, line_of, sink);
            }
        }
        Value::List(items) => {
            for item in items {
                keys_given_twice(item, line_of, sink);
            }
        }
        _ => {}
    }
}

/// Keeps the last of the keys that are in a map more than once.
fn keep_the_last(
    pairs: &mut Vec<(At<String>, Node)>,
    line_of: &dyn Fn(Span) -> usize,
    sink: &mut Sink,
) {
    let mut spans: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for (key, _) in pairs.iter() {
        spans.entry(key.value.clone()).or_default().push(key.span);
    }
    spans.retain(|_, spans| spans.len() > 1);
    for (key, spans) in &spans {
        let (last, others) = spans.split_last().expect("there are two");
        let lines: Vec<usize> = others.iter().map(|span| line_of(*span)).collect();
        let own = line_of(*last);
        let times = match spans.len() {
            2 => "twice".to_owned(),
            n => format!("{n} times"),
        };
        let places = match lines.iter().all(|line| *line == own) {
            true => format!("in line {own}; the last one counts"),
            false => {
                let all: Vec<String> = lines.iter().map(usize::to_string).collect();
                format!(
                    "in lines {} and {own}; the one in line {own} counts",
                    all.join(", ")
                )
            }
        };
        let d = Diagnostic::error(
            "duplicate-key",
            format!("`{key}` is given {times}, {places}"),
        )
        .at(*last, "this one counts")
        .hint("keep one of them, and remove the others");
        sink.push(others.iter().fold(d, |d, span| d.related(*span, "ignored")));
    }
    pairs.retain(|(key, _)| {
        spans
            .get(&key.value)
            .is_none_or(|spans| spans.last() == Some(&key.span))
    });
}

/// Returns the row of a key, by any of its names.
fn row_of(table: &'static KeyTable, word: &str) -> Option<&'static Key> {
    table.row(word).or_else(|| {
        let small = word.to_ascii_lowercase();
        let name = table.named(&small);
        table.row(name.unwrap_or(&small))
    })
}

/// Writes terms as a list: `a #b #c` becomes `[a, b, c]`.
fn in_brackets(text: &str) -> String {
    let items = text.split(['#', ',']).map(str::trim);
    let items = items.filter(|item| !item.is_empty()).map(emit::in_flow);
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// Whether a key holds words for readers, which may have a `#`.
fn is_prose(key: &str) -> bool {
    super::values::PROSE.contains(&key) || matches!(key, "place" | "publisher" | "name" | "about")
}
