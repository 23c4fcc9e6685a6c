//! Through the crate's serde front: references, tags, budgets, and the errors of what is broken.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use super::{Node, Value, list, map};
use crate::limits::{MAX_DEPTH, MAX_NODES};
use crate::source::{At, SourceId, Span};

/// How far before its value a key is looked for, in bytes.
const MAX_KEY_DISTANCE: usize = 4096;

/// Reads `text[range]`.
///
/// # Errors
/// What the crate says.
pub(super) fn read(
    source: SourceId,
    text: &str,
    range: &Range<usize>,
) -> Result<Node, serde_yaml::Error> {
    let options = serde_yaml::options! {
        strict_booleans: true,
        duplicate_keys: serde_yaml::options::DuplicateKeyPolicy::PassThrough,
        budget: serde_yaml::budget! { max_depth: MAX_DEPTH, max_nodes: MAX_NODES, max_documents: 1 },
    };
    let raw: Raw = serde_yaml::from_str_with_options(&text[range.clone()], options)?;
    Ok(NodeBuilder {
        source,
        text,
        base: range.start,
    }
    .node(raw))
}

/// What the crate hands over, before texts and ends of spans are put right.
struct Raw(Spanned<RawValue>);

enum RawValue {
    Null,
    Text(String),
    /// Plain scalar that looked like a number or truth value: its text stands in the file.
    Other,
    List(Vec<Raw>),
    Map(Vec<(String, Raw)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Spanned::deserialize(d).map(Raw)
    }
}

impl<'de> Deserialize<'de> for RawValue {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = RawValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, a list or a group of keys")
    }

    fn visit_unit<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_none<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, d: D) -> Result<RawValue, D::Error> {
        RawValue::deserialize(d)
    }

    fn visit_bool<E>(self, _: bool) -> Result<RawValue, E> {
        Ok(RawValue::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<RawValue, E> {
        Ok(RawValue::Other)
    }

    fn visit_i128<E>(self, _: i128) -> Result<RawValue, E> {
        Ok(RawValue::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<RawValue, E> {
        Ok(RawValue::Other)
    }

    fn visit_u128<E>(self, _: u128) -> Result<RawValue, E> {
        Ok(RawValue::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<RawValue, E> {
        Ok(RawValue::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<RawValue, E> {
        Ok(RawValue::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<RawValue, E> {
        Ok(RawValue::Text(text))
    }

    fn visit_bytes<E: serde::de::Error>(self, _: &[u8]) -> Result<RawValue, E> {
        Err(E::custom("binary values have no meaning here"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawValue, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = seq.next_element()? {
            list.push(item);
        }
        Ok(RawValue::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawValue, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(RawValue::Map(pairs))
    }
}

struct NodeBuilder<'a> {
    source: SourceId,
    text: &'a str,
    base: usize,
}

impl NodeBuilder<'_> {
    fn node(&self, raw: Raw) -> Node {
        let Spanned {
            value, referenced, ..
        } = raw.0;
        let location = referenced.span();
        let start = self.base
            + location
                .byte_offset()
                .map_or(0, |n| usize::try_from(n).unwrap_or(0));
        let len = location
            .byte_len()
            .map_or(0, |n| usize::try_from(n).unwrap_or(0));
        let written = self.text.get(start..start + len).unwrap_or("");
        let trimmed = start..start + written.trim_end().len();
        match value {
            RawValue::Null => Node {
                span: self.span(trimmed),
                value: Value::Null,
            },
            RawValue::Text(text) => {
                let quoted = written.starts_with(['"', '\'']);
                Node {
                    span: self.span(trimmed),
                    value: Value::Scalar { text, quoted },
                }
            }
            RawValue::Other => Node {
                span: self.span(trimmed),
                value: Value::Scalar {
                    text: written.trim().to_owned(),
                    quoted: false,
                },
            },
            RawValue::List(items) => {
                let items = items.into_iter().map(|item| self.node(item)).collect();
                list(self.source, self.text, start, items)
            }
            RawValue::Map(pairs) => {
                let pair = |(key, value)| {
                    let value = self.node(value);
                    (self.key(key, value.span), value)
                };
                let pairs = pairs.into_iter().map(pair).collect();
                map(self.source, self.text, start, pairs)
            }
        }
    }

    /// Where a key stands: the last time its text comes, with a colon after it, before its
    /// value. (Asking the crate for the place of every key as well would double its work.) A key
    /// that is written with escapes is placed at its value.
    fn key(&self, key: String, value: Span) -> At<String> {
        let value_start = value.start as usize;
        let from =
            crate::source::floor_boundary(self.text, value_start.saturating_sub(MAX_KEY_DISTANCE));
        // A value that is nothing stands where the colon does.
        let to = crate::source::floor_boundary(self.text, value_start + 1);
        let before = self.text.get(from..to).unwrap_or("");
        let mut end = before.len();
        while let Some(start) = before[..end].rfind(&key).filter(|_| !key.is_empty()) {
            let after = before[start + key.len()..].trim_start_matches(['"', '\'', ' ']);
            if after.starts_with(':') {
                let start = from + start;
                let span = self.span(start..start + key.len());
                return At::new(key, span);
            }
            end = start;
        }
        At::new(key, value)
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }
}
