//! Reads the keys of one map and collects all faults.
//!
//! [`Fields`] returns values by key, remembers which keys were requested, and finally reports
//! unknown keys ("did you mean"). A key can be requested only if the map's table has it.

use super::table::{Key, KeyTable};
use super::values::{list, text};
use super::{Node, Value};
use crate::diagnostic::suggest::{did_you_mean, nearest};
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::limits::MAX_KEYS;
use crate::source::{At, Span};

/// Minimum length of a key for a typo fix; in a shorter key, one letter may make a different word
/// (`data`, `date`).
const SHORTEST_SLIP: usize = 5;

/// The keys of a map.
pub struct Fields<'a> {
    /// In file order. (A list, since front matter has few keys.)
    pairs: Vec<KeyValue<'a>>,
    pub table: &'static KeyTable,
    pub span: Span,
    /// The place of what is missing: where the map starts.
    start: Span,
}

/// What an unknown key was probably meant to be.
#[derive(Debug, Clone, Copy)]
pub struct Guess<'t> {
    pub key: &'t str,
    /// Whether it is certainly a typo, so that it can be fixed automatically.
    pub certain: bool,
}

struct KeyValue<'a> {
    /// The canonical key, by which it is requested.
    key: &'a str,
    /// The key as written; differs from `key` for an alias.
    written: &'a str,
    span: Span,
    node: &'a Node,
    /// Whether it was requested.
    taken: bool,
}

/// Returns the start of a map with its first key; all of it if it has no key of its own.
fn start_of(node: &Node) -> Span {
    let first = match &node.value {
        Value::Map(map) => map.first().map(|(key, _)| key.span),
        _ => None,
    };
    // The keys of a map that is referred to are elsewhere.
    let own = first.filter(|key| key.start >= node.span.start);
    let end = own.map_or(node.span.end, |key| key.end);
    Span { end, ..node.span }
}

/// Alternative names for the keys of a map.
pub trait KeyNames<'a>: Copy {
    /// Returns the key that a word stands for; the word itself if it is unknown.
    fn key(self, written: &'a str) -> &'a str;

    /// Keys whose nested keys are read as if they were at the same level.
    fn groups(self) -> &'static [&'static str];
}

/// For maps whose keys have no alternative names.
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
    /// Reads the keys of `node`; reports it if it is not a map or repeats a key.
    pub fn new(node: &'a Node, table: &'static KeyTable, sink: &mut Sink) -> Self {
        Self::read(node, table, None::<NoNames>, sink)
    }

    /// Like [`Fields::new`], for keys with alternative names. If two names of one key are present,
    /// the key itself wins, else the first one.
    pub fn named(
        node: &'a Node,
        table: &'static KeyTable,
        names: impl KeyNames<'a>,
        sink: &mut Sink,
    ) -> Self {
        Self::read(node, table, Some(names), sink)
    }

    fn read(
        node: &'a Node,
        table: &'static KeyTable,
        names: Option<impl KeyNames<'a>>,
        sink: &mut Sink,
    ) -> Self {
        let what = table.name;
        let mut fields = Self {
            pairs: Vec::new(),
            table,
            span: node.span,
            start: start_of(node),
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
                        .hint("remove keys that the site does not use"),
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
                    format!("{what} must be a group of keys, not {}", node.what()),
                )
                .at(node.span, "here")
                .hint("write one `key: value` per line"),
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
        // Zenn's `published: true` says nothing beside `published_at`.
        let (is_flag, was_flag) = (new.node.is_true(), first.node.is_true());
        let says = !new.node.is_empty() && !is_flag;
        let wins = first.node.is_empty() || (says && (was_flag || new.is_itself()));
        let (kept, other) = match wins {
            true => (&new, &*first),
            false => (&*first, &new),
        };
        if !other.node.is_empty() && !other.node.is_true() && !kept.node.says(other.node) {
            sink.push(
                Diagnostic::warning(
                    "two-names",
                    format!(
                        "`{}` and `{}` are names of the same key; `{}` is used",
                        other.written, kept.written, kept.written
                    ),
                )
                .at(other.span, "ignored")
                .related(kept.span, "used")
                .hint("keep one of the two"),
            );
        }
        if wins {
            *first = new;
        }
    }

    /// Reads the keys of a group as if they were at the same level. Keys that are at that level
    /// win.
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

    /// Returns the value of `key`; `None` if it is absent or empty.
    pub fn take(&mut self, key: &'static str) -> Option<&'a Node> {
        debug_assert!(
            self.table.has(key),
            "`{key}` has no row in the table of {}",
            self.table.name
        );
        self.take_named(key)
    }

    /// Like [`Fields::take`], for a key that is specific to the site.
    pub fn take_named(&mut self, key: &str) -> Option<&'a Node> {
        let pair = self.pairs.iter_mut().find(|pair| pair.key == key)?;
        pair.taken = true;
        Some(pair.node).filter(|node| !node.is_empty())
    }

    /// Returns the span of the key itself.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.pairs
            .iter()
            .find(|pair| pair.key == key)
            .map(|pair| pair.span)
    }

    /// Returns whether a key is absent or has no value.
    pub fn is_empty(&self, key: &str) -> bool {
        let pair = self.pairs.iter().find(|pair| pair.key == key);
        pair.is_none_or(|pair| pair.node.is_empty())
    }

    /// Returns the span of a key that is empty; for a missing key, the start of the map.
    pub fn place_of(&self, key: &str) -> Span {
        self.key_span(key).unwrap_or(self.start)
    }

    /// Reads a single value as text.
    pub fn text(&mut self, key: &'static str, sink: &mut Sink) -> Option<At<String>> {
        self.take(key).and_then(|node| text(node, key, sink))
    }

    /// Reads a list of texts; a single text is a list of one.
    pub fn list(&mut self, key: &'static str, sink: &mut Sink) -> Vec<At<String>> {
        self.take(key)
            .map_or_else(Vec::new, |node| list(node, key, sink))
    }

    /// Reads `true` or `false`.
    pub fn flag(&mut self, key: &'static str, sink: &mut Sink) -> Option<bool> {
        let value = self.text(key, sink)?;
        match value.value.as_str() {
            "true" | "True" | "TRUE" => Some(true),
            "false" | "False" | "FALSE" => Some(false),
            other => {
                let d = Diagnostic::error(
                    "wrong-type",
                    format!("`{key}` must be true or false, not `{other}`"),
                )
                .at(value.span, "not true or false");
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

    /// Reads a whole number within `range`.
    pub fn number(
        &mut self,
        key: &'static str,
        range: std::ops::RangeInclusive<i64>,
        sink: &mut Sink,
    ) -> Option<At<i64>> {
        self.number_or(key, range, "", sink)
    }

    /// Like [`Fields::number`]; appends `otherwise` to the hint.
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
                            "`{key}` must be a whole number from {} to {}, not `{}`",
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

    /// Returns the keys that were not requested, as written, with their nodes. An empty list does
    /// not allocate.
    pub fn rest(&self) -> Vec<(At<&'a str>, &'a Node)> {
        let left = self.pairs.iter().filter(|pair| !pair.taken);
        left.map(|pair| (At::new(pair.written, pair.span), pair.node))
            .collect()
    }

    /// Marks all keys as requested, and returns those that were not.
    pub fn take_rest(&mut self) -> Vec<(At<&'a str>, &'a Node)> {
        let rest = self.rest();
        self.pairs.iter_mut().for_each(|pair| pair.taken = true);
        rest
    }

    /// Returns the key that an unknown key with this value was probably meant to be: one that is
    /// near, is not there already, and takes the value. `also` are known keys besides the table's.
    pub fn guess<'k>(
        &self,
        key: &str,
        node: &Node,
        also: impl Iterator<Item = &'k str>,
    ) -> Option<Guess<'k>> {
        let free = |name: &str| self.is_empty(name);
        // A known key whose value is none of its kind, such as `params: text`.
        if self.table.row(key).is_some_and(|row| row.name == key) {
            return None;
        }
        if let Some((row, certain)) = self.table.meant(key) {
            let fits = free(row.name) && row.takes(node);
            return fits.then_some(Guess {
                key: row.name,
                certain,
            });
        }
        let rows = self.table.keys.iter();
        let rows = rows.filter(|row| free(row.name) && row.takes(node));
        let also = also.filter(|name| free(name));
        let near = nearest(key, rows.map(|row| row.name).chain(also))?;
        Some(Guess {
            key: near,
            certain: self.is_slip(key, near),
        })
    }

    /// Returns whether an unknown key is certainly a typo of `near`: one edit away from it and from
    /// no other key, both long enough, and neither the plural of the other.
    fn is_slip(&self, key: &str, near: &str) -> bool {
        let close = |k: &str| strsim::damerau_levenshtein(key, k) == 1;
        let known = self.table.keys.iter().filter(|row| close(row.name));
        let plural = |a: &str, b: &str| a.strip_suffix('s') == Some(b);
        key.len() >= SHORTEST_SLIP
            && near.len() >= SHORTEST_SLIP
            && known.count() == 1
            && close(near)
            && !plural(key, near)
            && !plural(near, key)
            && self.pairs.iter().filter(|p| p.written == key).count() == 1
    }

    /// Reports each key that was not requested as unknown.
    pub fn refuse_rest(&self, severity: Severity, sink: &mut Sink) {
        for (key, node) in self.rest() {
            let guess = self.guess(key.value, node, std::iter::empty());
            let near = guess.map(|guess| guess.key);
            let mut d = Diagnostic::new(
                severity,
                "unknown-key",
                format!("`{}` is not a key of {}", key.value, self.table.name),
            )
            .at(key.span, did_you_mean(near, "unknown"));
            d = match guess {
                Some(Guess { key: near, certain }) => {
                    let d = d.hint(format!("write `{near}`"));
                    match certain {
                        true => d.fix(key.span, near),
                        false => d,
                    }
                }
                None => d.hint(self.list_known()),
            };
            sink.push(d);
        }
    }

    /// Names the keys that there are.
    pub fn list_known(&self) -> String {
        let keys: Vec<&str> = self.table.working().map(|row: &Key| row.name).collect();
        format!("remove it; the known keys are {}", keys.join(", "))
    }
}

impl KeyValue<'_> {
    /// Returns whether it has the key's own name, ignoring case.
    fn is_itself(&self) -> bool {
        self.key.eq_ignore_ascii_case(self.written)
    }
}

/// Returns the diagnostic for a key that occurs a second time.
pub fn twice(key: &str, again: Span, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-key", format!("`{key}` is given twice"))
        .at(again, "again here")
        .related(first, "first here")
        .hint("keep one of the two")
}
