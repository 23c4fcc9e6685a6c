//! Keeps keys that Dateline does not know under `extra`, and reports them.

use std::collections::BTreeSet;

use super::ValueReader;
use crate::content::extra::{Extra, Plain};
use crate::diagnostic::visible::visible;
use crate::diagnostic::{Diagnostic, Sink};
use crate::reference::front_matter::SOURCE;
use crate::source::{At, Span};
use crate::yaml::emit;
use crate::yaml::fields::Guess;
use crate::yaml::table::KeyTable;
use crate::yaml::{Node, Value};

/// Maximum number of key names that one notice lists.
const MOST_NAMES: usize = 8;

/// Names of unknown keys, of one article or of all its sources together.
#[derive(Debug, Default)]
pub(super) struct UnknownKeys {
    names: BTreeSet<String>,
    first: Option<Span>,
}

/// Converts a value; only unquoted booleans and whole numbers become flags and numbers.
pub(super) fn plain_value(node: &Node) -> Plain {
    match &node.value {
        Value::Null => Plain::Nothing,
        Value::Scalar { text, quoted: true } => Plain::Text(visible(text).into_owned()),
        Value::Scalar { text, .. } => match text.as_str() {
            "true" | "True" | "TRUE" => Plain::Flag(true),
            "false" | "False" | "FALSE" => Plain::Flag(false),
            text => match text.parse::<i64>() {
                Ok(n) if n.to_string() == text => Plain::Number(n),
                _ => Plain::Text(visible(text).into_owned()),
            },
        },
        Value::List(list) => Plain::List(list.iter().map(plain_value).collect()),
        Value::Map(map) => Plain::Map(plain_keys(map)),
    }
}

/// Number of spaces from which on a text is something to read.
const PROSE: usize = 3;

/// Returns whether a value has something for readers: a sentence or an address.
fn is_read(node: &Node) -> bool {
    match &node.value {
        Value::Null => false,
        Value::Scalar { text, .. } => {
            text.contains("://") || text.split_whitespace().count() > PROSE
        }
        Value::List(list) => list.iter().any(is_read),
        Value::Map(map) => map.iter().any(|(_, node)| is_read(node)),
    }
}

/// Returns whether a key can be written in `site.yaml` without quotes.
fn is_plain(key: &str) -> bool {
    let good = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    key.starts_with(char::is_alphabetic) && key.chars().all(good)
}

/// Lists the keys of a table.
fn names_of(table: &KeyTable) -> String {
    let names: Vec<String> = table
        .working()
        .map(|row| format!("`{}`", row.name))
        .collect();
    names.join(", ")
}

/// Converts the keys of a map. For a duplicate key, the first occurrence counts.
fn plain_keys(map: &[(At<String>, Node)]) -> Extra {
    let mut seen = BTreeSet::new();
    let firsts = map
        .iter()
        .filter(|(key, _)| seen.insert(key.value.as_str()));
    let keys = firsts.map(|(key, node)| (key.value.clone(), plain_value(node)));
    Extra::from(keys.collect::<Vec<_>>())
}

impl UnknownKeys {
    pub(super) fn extend(&mut self, other: Self) {
        self.names.extend(other.names);
        self.first = self.first.or(other.first);
    }

    /// Reports all of them in one notice.
    pub(super) fn tell(&self, sink: &mut Sink) {
        let (Some(first), n) = (self.first, self.names.len()) else {
            return;
        };
        let listed: Vec<&str> = self.names.iter().map(String::as_str).collect();
        let more = if n > MOST_NAMES { ", …" } else { "" };
        let names = listed[..n.min(MOST_NAMES)].join(", ");
        let said = match n {
            1 => {
                format!(
                    "`{names}` is not a key that Dateline knows; templates can read it under `extra`"
                )
            }
            _ => format!(
                "Dateline does not know {n} keys; templates can read them under `extra`: {names}{more}"
            ),
        };
        // All of them, so that the line can be pasted.
        let ignored: Vec<String> = listed.iter().map(|name| emit::in_flow(name)).collect();
        let setting = format!("front_matter: {{ignore: [{}]}}", ignored.join(", "));
        sink.push(
            Diagnostic::notice("extra-key", said)
                .at(first, if n == 1 { "kept" } else { "the first one" })
                .hint(format!(
                    "keep it, or silence this notice in site.yaml: `{setting}`"
                ))
                .for_many(setting),
        );
    }
}

impl ValueReader<'_, '_> {
    /// Keeps the keys that were not requested. A possible typo is a warning each, and so is a key
    /// with something to read, which no page shows; all others are collected for a single notice.
    pub(super) fn keep_rest(&mut self) {
        let table = self.f.table;
        let is_source = std::ptr::eq(table, &raw const SOURCE);
        for (key, node) in self.f.take_rest() {
            self.extra.add(key.value, plain_value(node));
            if self.is_ignored(key.value) {
                continue;
            }
            let taxonomies = self.config.taxonomies.iter();
            let taxonomies = taxonomies.filter(|_| !is_source).map(|t| t.id.as_str());
            let bare = bare_key(key.value);
            let guess = self.f.guess(key.value, node, taxonomies);
            let guess = guess.or_else(|| {
                let name = bare.and_then(|bare| table.row(bare))?.name;
                Some(Guess {
                    key: name,
                    certain: false,
                })
            });
            let lost = is_read(node);
            let message = format!("`{}` is not a key of {}", key.value, table.name);
            let setting = |what: &str| format!("front_matter: {{{what}}}");
            let d = if let Some(Guess { key: near, certain }) = guess {
                let d = Diagnostic::warning("unknown-key", message)
                    .at(key.span, format!("did you mean `{near}`?"))
                    .hint(format!("write `{near}`"));
                let d = match is_plain(key.value) {
                    true => d.for_many(setting(&format!("rename: {{{}: {near}}}", key.value))),
                    false => d,
                };
                match certain {
                    true => d.fix(key.span, near),
                    false => d,
                }
            } else if lost {
                let ignored = setting(&format!("ignore: [{}]", key.value));
                let d = Diagnostic::warning(
                    "unknown-key",
                    format!("{message}, and no page shows its value"),
                )
                .at(key.span, "not shown");
                let hint = match is_source {
                    true => format!(
                        "move it to a key of a source: {}; if your templates read it, add to site.yaml: `{ignored}`",
                        names_of(table)
                    ),
                    false => format!(
                        "move it to the text or to a key that is shown; if your templates read it, add to site.yaml: `{ignored}`"
                    ),
                };
                match is_plain(key.value) {
                    true => d.hint(hint).for_many(ignored),
                    false => d.hint("move it to the text, or remove it"),
                }
            } else {
                self.unknown_keys.first.get_or_insert(key.span);
                self.unknown_keys.names.insert(key.value.to_owned());
                continue;
            };
            self.sink.push(d);
        }
    }

    /// Keeps an unreadable value as it was written.
    pub(super) fn keep(&mut self, key: &'static str) {
        if let Some(node) = self.f.take(key) {
            self.extra.add(key, plain_value(node));
        }
    }

    /// Keeps the keys of Zola's `extra`.
    pub(super) fn keep_extra(&mut self) {
        match self.f.take("extra").map(|node| (node, &node.value)) {
            Some((_, Value::Map(map))) => self.extra = plain_keys(map),
            Some((node, _)) => {
                let kept = plain_value(node);
                self.extra.add("extra", kept);
            }
            None => {}
        }
    }

    /// Returns whether `front_matter.ignore` lists a key.
    pub(super) fn is_ignored(&self, key: &str) -> bool {
        let ignored = &self.config.front_matter.ignore;
        ignored.iter().any(|word| word == key)
    }
}

/// Returns the word of a key that is in typographic quotes, or below a comment of another language.
fn bare_key(key: &str) -> Option<&str> {
    let last = match key.starts_with("//") || key.starts_with("/*") {
        true => key.rsplit([' ', '\n']).next()?,
        false => key,
    };
    let bare = last.trim_matches(|c| matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '"' | '\''));
    (bare.len() < key.len()).then_some(bare)
}
