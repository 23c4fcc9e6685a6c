//! Keys that Dateline does not know, kept for a site's own templates.

use std::collections::BTreeSet;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::ValueReader;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::visible::visible;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::Span;
use crate::yaml::{Node, Value};

/// Most names of keys that one notice lists.
const MOST_NAMES: usize = 8;

/// A value as it stands in the front matter, without its place.
#[derive(Debug, Clone, PartialEq)]
pub enum Plain {
    Nothing,
    Flag(bool),
    Number(i64),
    Text(String),
    List(Vec<Plain>),
    Map(Extra),
}

/// Keys with their values, in the order of the file; each key once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extra(Vec<(String, Plain)>);

impl From<Vec<(String, Plain)>> for Extra {
    /// Of keys that differ.
    fn from(keys: Vec<(String, Plain)>) -> Self {
        Self(keys)
    }
}

/// Names of keys that are not known, of one article or of all its sources together.
#[derive(Debug, Default)]
pub(super) struct UnknownKeys {
    names: BTreeSet<String>,
    first: Option<Span>,
}

impl Extra {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn get(&self, key: &str) -> Option<&Plain> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v)
    }

    /// The keys with their values, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Plain)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Adds a key, unless it is there.
    pub(super) fn add(&mut self, key: &str, value: Plain) {
        if self.get(key).is_none() {
            self.0.push((key.to_owned(), value));
        }
    }

    /// The keys of a map.
    fn of(map: &[(crate::source::At<String>, Node)]) -> Self {
        let mut extra = Self::default();
        let mut seen = BTreeSet::new();
        for (key, node) in map {
            if seen.insert(key.value.as_str()) {
                extra.0.push((key.value.clone(), Plain::of(node)));
            }
        }
        extra
    }
}

impl Plain {
    /// A truth value or whole number only where it stands without quotes.
    pub fn of(node: &Node) -> Self {
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
            Value::List(list) => Plain::List(list.iter().map(Plain::of).collect()),
            Value::Map(map) => Plain::Map(Extra::of(map)),
        }
    }
}

impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Plain::Nothing => s.serialize_none(),
            Plain::Flag(flag) => s.serialize_bool(*flag),
            Plain::Number(n) => s.serialize_i64(*n),
            Plain::Text(text) => s.serialize_str(text),
            Plain::List(list) => s.collect_seq(list),
            Plain::Map(map) => map.serialize(s),
        }
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut map = s.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl UnknownKeys {
    pub(super) fn extend(&mut self, other: Self) {
        self.names.extend(other.names);
        self.first = self.first.or(other.first);
    }

    /// One notice for all of them.
    pub(super) fn tell(&self, sink: &mut Sink) {
        let (Some(first), n) = (self.first, self.names.len()) else {
            return;
        };
        let listed: Vec<&str> = self.names.iter().map(String::as_str).collect();
        let more = if n > MOST_NAMES { ", …" } else { "" };
        let names = listed[..n.min(MOST_NAMES)].join(", ");
        let said = match n {
            1 => {
                format!("`{names}` is no key that Dateline knows; templates find it under `extra`")
            }
            _ => format!(
                "{n} keys are none that Dateline knows; templates find them under `extra`: {names}{more}"
            ),
        };
        sink.push(
            Diagnostic::notice("extra-key", said)
                .at(first, if n == 1 { "kept" } else { "the first" })
                .hint(format!(
                    "leave it, or silence this in site.yaml: `front_matter: {{ignore: [{names}{more}]}}`"
                )),
        );
    }
}

impl ValueReader<'_, '_> {
    /// Keeps what nobody asked for. What may be a slip of the pen is a warning each time, and
    /// all else is noted, to be said once.
    pub(super) fn keep_rest(&mut self, place: &str, also: &[&'static str]) {
        for (key, node) in self.f.take_rest() {
            self.extra.add(key.value, Plain::of(node));
            if self.is_ignored(key.value) {
                continue;
            }
            let taxonomies = self.config.taxonomies.iter().map(|t| t.id.as_str());
            let near = self.f.near(key.value, also);
            match near.or_else(|| nearest(key.value, taxonomies)) {
                Some(near) => {
                    let d = Diagnostic::warning(
                        "unknown-key",
                        format!("`{}` is not a key of {place}", key.value),
                    )
                    .at(key.span, format!("did you mean `{near}`?"))
                    .hint(format!("write `{near}`"));
                    let slip = self.f.is_slip(key.value, near, also);
                    self.sink.push(match slip {
                        true => d.fix(key.span, near),
                        false => d,
                    });
                }
                None => {
                    self.unknown_keys.first.get_or_insert(key.span);
                    self.unknown_keys.names.insert(key.value.to_owned());
                }
            }
        }
    }

    /// Keeps a value that can't be read, as it was written.
    pub(super) fn keep(&mut self, key: &'static str) {
        if let Some(node) = self.f.take(key) {
            self.extra.add(key, Plain::of(node));
        }
    }

    /// Keeps the keys of Zola's `extra`.
    pub(super) fn keep_extra(&mut self) {
        match self.f.take("extra").map(|node| (node, &node.value)) {
            Some((_, Value::Map(map))) => self.extra = Extra::of(map),
            Some((node, _)) => {
                let kept = Plain::of(node);
                self.extra.add("extra", kept);
            }
            None => {}
        }
    }

    /// `front_matter.ignore`.
    pub(super) fn is_ignored(&self, key: &str) -> bool {
        let ignored = &self.config.front_matter.ignore;
        ignored.iter().any(|word| word == key)
    }
}
