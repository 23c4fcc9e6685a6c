//! Keys that Dateline does not know, kept for a site's own templates.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A value of the front matter, without its span.
#[derive(Debug, Clone, PartialEq)]
pub enum Plain {
    Nothing,
    Flag(bool),
    Number(i64),
    Text(String),
    List(Vec<Plain>),
    Map(Extra),
}

/// Keys with their values, in file order. Keys are unique.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extra(Vec<(String, Plain)>);

impl From<Vec<(String, Plain)>> for Extra {
    /// The keys must be unique.
    fn from(keys: Vec<(String, Plain)>) -> Self {
        Self(keys)
    }
}

impl Extra {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn get(&self, key: &str) -> Option<&Plain> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v)
    }

    /// Iterates over keys and values in file order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Plain)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Adds a key unless it already exists.
    pub fn add(&mut self, key: &str, value: Plain) {
        if self.get(key).is_none() {
            self.0.push((key.to_owned(), value));
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
