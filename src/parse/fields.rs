//! Reading the keys of one map, all faults at once.
//!
//! [`Fields`] hands out values by key, remembers which keys were asked for, and at the end
//! says which keys nobody knows ("did you mean").

use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::parse::typography::{first_invisible, visible};
use crate::parse::yaml::{Node, Value};
use crate::source::{At, Span};

/// Most keys of one map; every one is compared with all others.
const MAX_KEYS: usize = 500;

/// The keys of a map.
pub struct Fields<'a> {
    /// In the order of the file: key, its place, its value, and whether it was asked for. (A
    /// list, since front matter has few keys.)
    pairs: Vec<(&'a str, Span, &'a Node, bool)>,
    known: Vec<&'static str>,
    pub span: Span,
}

impl<'a> Fields<'a> {
    /// The keys of `node`; a fault where it is not a map, or names a key twice.
    pub fn new(node: &'a Node, what: &str, sink: &mut Sink) -> Self {
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
                        .cure("keep what the site shows"),
                    );
                }
                for (key, value) in map.iter().take(MAX_KEYS) {
                    if let Some(first) = fields.key_span(&key.value) {
                        sink.push(
                            Diagnostic::error(
                                "duplicate-key",
                                format!("`{}` is given twice", key.value),
                            )
                            .at(key.span, "again here")
                            .related(first, "first here")
                            .cure("keep one of the two"),
                        );
                        continue;
                    }
                    fields.pairs.push((&key.value, key.span, value, false));
                }
            }
            Value::Null => {}
            _ => sink.push(
                Diagnostic::error(
                    "wrong-type",
                    format!("{what} should be a group of keys, but is {}", node.what()),
                )
                .at(node.span, "here")
                .cure("write one `key: value` a line"),
            ),
        }
        fields
    }

    /// The value of `key`; none where it is absent or empty.
    pub fn take(&mut self, key: &'static str) -> Option<&'a Node> {
        self.known.push(key);
        self.take_named(key)
    }

    /// As [`Fields::take`], for a key that only this site knows.
    pub fn take_named(&mut self, key: &str) -> Option<&'a Node> {
        let pair = self.pairs.iter_mut().find(|pair| pair.0 == key)?;
        pair.3 = true;
        Some(pair.2).filter(|node| !node.is_empty())
    }

    /// Where the key itself stands.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.pairs
            .iter()
            .find(|pair| pair.0 == key)
            .map(|pair| pair.1)
    }

    /// Whether a key is absent, or given without a value.
    pub fn is_empty(&self, key: &str) -> bool {
        let pair = self.pairs.iter().find(|pair| pair.0 == key);
        pair.is_none_or(|pair| pair.2.is_empty())
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
                sink.push(
                    Diagnostic::error(
                        "wrong-type",
                        format!("`{key}` is either true or false, not `{other}`"),
                    )
                    .at(value.span, "neither")
                    .cure(format!("write `{key}: true` or `{key}: false`")),
                );
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
                    .cure(format!(
                        "write a number, as in `{key}: {}`",
                        (*range.start()).max(1).min(*range.end())
                    )),
                );
                None
            }
        }
    }

    /// Keys that nobody asked for, with their nodes.
    pub fn rest(&self) -> Vec<(At<String>, &'a Node)> {
        let left = self.pairs.iter().filter(|pair| !pair.3);
        left.map(|pair| (At::new(pair.0.to_owned(), pair.1), pair.2))
            .collect()
    }

    /// Says of each key that nobody asked for that it is not known. `also` are keys that are
    /// known here besides those asked for.
    pub fn refuse_rest(&self, severity: Severity, place: &str, also: &[&str], sink: &mut Sink) {
        for (key, _) in self.rest() {
            let near = nearest(
                &key.value,
                self.known.iter().copied().chain(also.iter().copied()),
            );
            let mut d = Diagnostic::new(
                severity,
                "unknown-key",
                format!("`{}` is not a key of {place}", key.value),
            )
            .at(
                key.span,
                match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "not known".to_owned(),
                },
            );
            d = match (near, severity) {
                (Some(near), _) => d.cure(format!("write `{near}`")),
                (None, Severity::Error) => d.cure(self.list_known(also)),
                (None, _) => d.cure("remove it, or mend its spelling"),
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

/// The one of `known` that `word` was probably meant to be.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let lower = word.to_lowercase();
    known
        .map(|k| (strsim::damerau_levenshtein(&lower, &k.to_lowercase()), k))
        .filter(|(distance, k)| {
            *distance <= (k.chars().count().min(lower.chars().count()) / 3).max(1)
        })
        .min()
        .map(|(_, k)| k)
}

/// Says that a word is none of a closed list.
pub fn unknown_word(word: &At<String>, what: &str, choices: &[&str], sink: &mut Sink) {
    let near = nearest(&word.value, choices.iter().copied());
    let label = near.map_or_else(
        || "not known".to_owned(),
        |n| format!("did you mean `{n}`?"),
    );
    sink.push(
        Diagnostic::error("unknown-word", format!("`{}` is not a {what}", word.value))
            .at(word.span, label)
            .cure(format!("write one of {}", choices.join(", "))),
    );
}

/// A single value as text; a fault otherwise.
pub fn text(node: &Node, key: &str, sink: &mut Sink) -> Option<At<String>> {
    if let Value::Scalar { text, quoted } = &node.value {
        if let Some(c) = text.chars().find(|c| *c == '\0') {
            sink.push(
                Diagnostic::error(
                    "control-character",
                    format!("`{key}` holds the character {}", c.escape_unicode()),
                )
                .at(node.span, "here")
                .cure("remove it"),
            );
            return None;
        }
        if let Some((at, len, what)) = first_invisible(text) {
            sink.push(
                Diagnostic::warning(
                    "invisible-character",
                    format!("`{key}` holds a sign that nobody sees: {what}; it is left out"),
                )
                .at(sign_span(node, text, *quoted, at..at + len), "in here")
                .cure("remove it, or write the value anew"),
            );
        }
        return Some(At::new(visible(text).trim().to_owned(), node.span));
    }
    sink.push(
        Diagnostic::error(
            "wrong-type",
            format!("`{key}` is one value, but {} stands here", node.what()),
        )
        .at(node.span, node.what())
        .cure(format!("write `{key}: …` on one line")),
    );
    None
}

/// Where bytes of a text stand in the file, if they stand there as they are; else all of it.
fn sign_span(node: &Node, text: &str, quoted: bool, bytes: std::ops::Range<usize>) -> Span {
    let quote = usize::from(quoted);
    let written = node.span.range();
    if written.len() != text.len() + 2 * quote {
        return node.span;
    }
    let start = written.start + quote;
    Span::new(node.span.source, start + bytes.start..start + bytes.end)
}

/// A list of texts; one word is a list of one, empty items are passed over.
pub fn list(node: &Node, key: &str, sink: &mut Sink) -> Vec<At<String>> {
    match &node.value {
        Value::List(items) => items
            .iter()
            .filter(|n| !n.is_empty())
            .filter_map(|n| text(n, key, sink))
            .collect(),
        Value::Scalar { .. } => text(node, key, sink).into_iter().collect(),
        _ => {
            sink.push(
                Diagnostic::error(
                    "wrong-type",
                    format!("`{key}` is a list, but {} stands here", node.what()),
                )
                .at(node.span, node.what())
                .cure(format!("write `{key}: [one, two]`")),
            );
            Vec::new()
        }
    }
}
