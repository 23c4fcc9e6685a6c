//! Reading the keys of one map, all faults at once.
//!
//! [`Fields`] hands out values by key, remembers which keys were asked for, and at the end
//! says which keys nobody knows ("did you mean").

use std::collections::BTreeSet;

use super::values::{list, text};
use super::{Node, Value};
use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::limits::MAX_KEYS;
use crate::source::{At, Span};

/// Letters of a key below which one letter may make another word (`data`, `date`).
const SHORTEST_SLIP: usize = 5;

/// The keys of a map.
pub struct Fields<'a> {
    /// In the order of the file. (A list, since front matter has few keys.)
    pairs: Vec<KeyValue<'a>>,
    known: Vec<&'static str>,
    pub span: Span,
}

struct KeyValue<'a> {
    /// As it is asked for.
    key: &'a str,
    /// As it was written; another word than `key` for an alias.
    written: &'a str,
    span: Span,
    node: &'a Node,
    /// Whether it was asked for.
    taken: bool,
}

/// What the keys of a map may be called besides their own names.
pub trait KeyNames<'a>: Copy {
    /// The key that a word means; the word itself for one that is not known.
    fn key(self, written: &'a str) -> &'a str;

    /// Keys whose own keys are read as if they stood beside them.
    fn groups(self) -> &'static [&'static str];
}

/// Names of maps whose keys have none but their own.
#[derive(Clone, Copy)]
enum NoNames {}

impl<'a> KeyNames<'a> for NoNames {
    fn key(self, _: &'a str) -> &'a str {
        match self {}
    }

    fn groups(self) -> &'static [&'static str] {
        match self {}
    }
}

impl<'a> Fields<'a> {
    /// The keys of `node`; a fault where it is not a map, or names a key twice.
    pub fn new(node: &'a Node, what: &str, sink: &mut Sink) -> Self {
        Self::read(node, what, None::<NoNames>, sink)
    }

    /// As [`Fields::new`], where keys may have other names. Where two names of one key stand, the
    /// key itself wins, else the first.
    pub fn named(node: &'a Node, what: &str, names: impl KeyNames<'a>, sink: &mut Sink) -> Self {
        Self::read(node, what, Some(names), sink)
    }

    fn read(node: &'a Node, what: &str, names: Option<impl KeyNames<'a>>, sink: &mut Sink) -> Self {
        let mut fields = Self {
            pairs: Vec::new(),
            known: Vec::new(),
            span: node.span,
        };
        match &node.value {
            Value::Map(map) => {
                if map.len() > MAX_KEYS {
                    sink.push(
                        Diagnostic::error(
                            "too-large",
                            format!("{what} has more than {MAX_KEYS} keys"),
                        )
                        .at(node.span, "here")
                        .hint("keep what the site shows"),
                    );
                }
                let map = &map[..map.len().min(MAX_KEYS)];
                fields.pairs.reserve(map.len());
                for (key, value) in map {
                    fields.add(key, value, names, sink);
                }
                if let Some(names) = names {
                    fields.open_groups(names, sink);
                }
            }
            Value::Null => {}
            _ => sink.push(
                Diagnostic::error(
                    "wrong-type",
                    format!("{what} should be a group of keys, but is {}", node.what()),
                )
                .at(node.span, "here")
                .hint("write one `key: value` a line"),
            ),
        }
        fields
    }

    fn add(
        &mut self,
        written: &'a At<String>,
        node: &'a Node,
        names: Option<impl KeyNames<'a>>,
        sink: &mut Sink,
    ) {
        let new = KeyValue {
            key: names.map_or(&written.value, |n| n.key(&written.value)),
            written: &written.value,
            span: written.span,
            node,
            taken: false,
        };
        let Some(first) = self.pairs.iter_mut().find(|pair| pair.key == new.key) else {
            self.pairs.push(new);
            return;
        };
        if first.written == new.written {
            let d = twice(new.written, new.span, first.span);
            sink.push(if names.is_some() {
                d.lenient_warning()
            } else {
                d
            });
            return;
        }
        let wins = first.node.is_empty() || (new.is_itself() && !new.node.is_empty());
        let (kept, other) = match wins {
            true => (&new, &*first),
            false => (&*first, &new),
        };
        if !other.node.is_empty() && !kept.node.says(other.node) {
            sink.push(
                Diagnostic::warning(
                    "two-names",
                    format!(
                        "`{}` and `{}` are names of one key; `{}` is read",
                        other.written, kept.written, kept.written
                    ),
                )
                .at(other.span, "not read")
                .related(kept.span, "read")
                .hint("keep one of the two"),
            );
        }
        if wins {
            *first = new;
        }
    }

    /// Reads the keys of a group as if they stood beside it; those that do, win.
    fn open_groups(&mut self, names: impl KeyNames<'a>, sink: &mut Sink) {
        for group in names.groups() {
            let Some(pair) = self.pairs.iter_mut().find(|pair| pair.key == *group) else {
                continue;
            };
            let Value::Map(map) = &pair.node.value else {
                continue;
            };
            pair.taken = true;
            for (key, value) in map.iter().take(MAX_KEYS) {
                let name = names.key(&key.value);
                if !self.pairs.iter().any(|pair| pair.key == name) {
                    self.add(key, value, Some(names), sink);
                }
            }
        }
    }

    /// The value of `key`; none where it is absent or empty.
    pub fn take(&mut self, key: &'static str) -> Option<&'a Node> {
        self.known.push(key);
        self.take_named(key)
    }

    /// As [`Fields::take`], for a key that only this site knows.
    pub fn take_named(&mut self, key: &str) -> Option<&'a Node> {
        let pair = self.pairs.iter_mut().find(|pair| pair.key == key)?;
        pair.taken = true;
        Some(pair.node).filter(|node| !node.is_empty())
    }

    /// Where the key itself stands.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.pairs
            .iter()
            .find(|pair| pair.key == key)
            .map(|pair| pair.span)
    }

    /// Whether a key is absent, or given without a value.
    pub fn is_empty(&self, key: &str) -> bool {
        let pair = self.pairs.iter().find(|pair| pair.key == key);
        pair.is_none_or(|pair| pair.node.is_empty())
    }

    /// Where a key that is empty stands; where one that is missing could: at the beginning.
    pub fn place_of(&self, key: &str) -> Span {
        self.key_span(key).unwrap_or(Span {
            end: self.span.start + 3,
            ..self.span
        })
    }

    /// A single value as text.
    pub fn text(&mut self, key: &'static str, sink: &mut Sink) -> Option<At<String>> {
        self.take(key).and_then(|node| text(node, key, sink))
    }

    /// A list of texts; one word is a list of one.
    pub fn list(&mut self, key: &'static str, sink: &mut Sink) -> Vec<At<String>> {
        self.take(key)
            .map_or_else(Vec::new, |node| list(node, key, sink))
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &'static str, sink: &mut Sink) -> Option<bool> {
        let value = self.text(key, sink)?;
        match value.value.as_str() {
            "true" | "True" | "TRUE" => Some(true),
            "false" | "False" | "FALSE" => Some(false),
            other => {
                let d = Diagnostic::error(
                    "wrong-type",
                    format!("`{key}` is either true or false, not `{other}`"),
                )
                .at(value.span, "neither");
                let meant = match other.to_ascii_lowercase().as_str() {
                    "yes" | "on" => Some("true"),
                    "no" | "off" => Some("false"),
                    _ => None,
                };
                sink.push(match meant {
                    Some(word) => d
                        .hint(format!("write `{key}: {word}`"))
                        .fix(value.span, word),
                    None => d.hint(format!("write `{key}: true` or `{key}: false`")),
                });
                None
            }
        }
    }

    /// A whole number within `range`.
    pub fn number(
        &mut self,
        key: &'static str,
        range: std::ops::RangeInclusive<i64>,
        sink: &mut Sink,
    ) -> Option<At<i64>> {
        self.number_or(key, range, "", sink)
    }

    /// As [`Fields::number`]; `otherwise` is what else the cure says.
    pub fn number_or(
        &mut self,
        key: &'static str,
        range: std::ops::RangeInclusive<i64>,
        otherwise: &str,
        sink: &mut Sink,
    ) -> Option<At<i64>> {
        let value = self.text(key, sink)?;
        match value.value.parse::<i64>() {
            Ok(n) if range.contains(&n) => Some(At::new(n, value.span)),
            _ => {
                sink.push(
                    Diagnostic::error(
                        "wrong-number",
                        format!(
                            "`{key}` is a whole number from {} to {}, not `{}`",
                            range.start(),
                            range.end(),
                            value.value
                        ),
                    )
                    .at(value.span, "here")
                    .hint(format!(
                        "write a number, as in `{key}: {}`{otherwise}",
                        (*range.start()).max(1).min(*range.end())
                    )),
                );
                None
            }
        }
    }

    /// Keys that nobody asked for, as they were written, with their nodes. An empty list is not
    /// allocated.
    pub fn rest(&self) -> Vec<(At<&'a str>, &'a Node)> {
        let left = self.pairs.iter().filter(|pair| !pair.taken);
        left.map(|pair| (At::new(pair.written, pair.span), pair.node))
            .collect()
    }

    /// Marks all keys as asked for, and gives those that were not.
    pub fn take_rest(&mut self) -> Vec<(At<&'a str>, &'a Node)> {
        let rest = self.rest();
        self.pairs.iter_mut().for_each(|pair| pair.taken = true);
        rest
    }

    /// The key that is known here and that `key` was probably meant to be.
    pub fn near(&self, key: &str, also: &[&'static str]) -> Option<&'static str> {
        nearest(key, self.known.iter().copied().chain(also.iter().copied()))
    }

    /// Whether an unknown key is certainly a slip of the pen for `near`: one letter away, from no
    /// other key, both long enough, not its plural, and no such key stands here.
    pub fn is_slip(&self, key: &str, near: &str, also: &[&str]) -> bool {
        let close = |k: &&str| strsim::damerau_levenshtein(key, k) == 1;
        let known: BTreeSet<&str> = self
            .known
            .iter()
            .copied()
            .chain(also.iter().copied())
            .collect();
        let plural = |a: &str, b: &str| a.strip_suffix('s') == Some(b);
        key.len() >= SHORTEST_SLIP
            && near.len() >= SHORTEST_SLIP
            && known.iter().filter(|k| close(k)).count() == 1
            && close(&near)
            && !plural(key, near)
            && !plural(near, key)
            && self.pairs.iter().all(|pair| pair.key != near)
            && self.pairs.iter().filter(|p| p.written == key).count() == 1
    }

    /// Says of each key that nobody asked for that it is not known. `also` are keys that are
    /// known here besides those asked for.
    pub fn refuse_rest(&self, severity: Severity, place: &str, also: &[&str], sink: &mut Sink) {
        for (key, _) in self.rest() {
            let near = nearest(
                key.value,
                self.known.iter().copied().chain(also.iter().copied()),
            );
            let mut d = Diagnostic::new(
                severity,
                "unknown-key",
                format!("`{}` is not a key of {place}", key.value),
            )
            .at(key.span, did_you_mean(near, "not known"));
            d = match (near, severity) {
                (Some(near), _) if self.is_slip(key.value, near, also) => {
                    d.hint(format!("write `{near}`")).fix(key.span, near)
                }
                (Some(near), _) => d.hint(format!("write `{near}`")),
                (None, Severity::Error) => d.hint(self.list_known(also)),
                (None, _) => d.hint("remove it, or mend its spelling"),
            };
            sink.push(d);
        }
    }

    fn list_known(&self, also: &[&str]) -> String {
        let keys = self.known.iter().copied().chain(also.iter().copied());
        let keys: Vec<&str> = keys.collect();
        format!("remove it; the keys here are {}", keys.join(", "))
    }
}

impl KeyValue<'_> {
    /// It has the key's own name, in whichever case.
    fn is_itself(&self) -> bool {
        self.key.eq_ignore_ascii_case(self.written)
    }
}

/// Says that a key comes a second time.
pub fn twice(key: &str, again: Span, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-key", format!("`{key}` is given twice"))
        .at(again, "again here")
        .related(first, "first here")
        .hint("keep one of the two")
}
