//! Reads citations.

use super::{ValueReader, names};
use crate::content::citation::{Citation, SourceKind};
use crate::content::date::EventDate;
use crate::content::extra::Extra;
use crate::content::slug;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::visible::visible;
use crate::diagnostic::{Diagnostic, Severity};
use crate::reference::front_matter::SOURCE;
use crate::source::{At, Span};
use crate::yaml::table::Form;
use crate::yaml::values::bounded;
use crate::yaml::{Node, Value, emit, values};

/// Returns the key and the text of a group that has no other key.
fn text_of(pairs: &[(At<String>, Node)]) -> Option<(&str, &str)> {
    match pairs {
        [
            (
                key,
                Node {
                    value: Value::Scalar { text, .. },
                    ..
                },
            ),
        ] => Some((&key.value, text)),
        _ => None,
    }
}

/// Returns whether a text may be the value of the key of a source that has this name.
fn may_be_of(key: &str, text: &str) -> bool {
    match SOURCE.row(key).map(|row| row.form) {
        Some(Form::Date) => text.contains(|c: char| c.is_ascii_digit()),
        Some(Form::Address) => text.contains(['/', '.']),
        _ => true,
    }
}

impl<'a> ValueReader<'a, '_> {
    /// Reads `sources`: a list of groups of keys, or of single addresses or titles; or a map with
    /// one group per source, under the name by which the text cites it.
    ///
    /// Faults in a source become lenient warnings: the source keeps its text.
    pub fn citations(&mut self) -> Vec<Citation> {
        self.leniently(|r| {
            let Some(node) = r.f.take("sources") else {
                return Vec::new();
            };
            match &node.value {
                Value::List(nodes) => bounded(nodes, node, "sources", r.sink)
                    .iter()
                    .filter(|n| !n.is_empty())
                    .filter_map(|n| r.source(n, None))
                    .collect(),
                Value::Map(map) if !map.iter().any(|(k, _)| names::is_of_source(&k.value)) => {
                    bounded(map, node, "sources", r.sink)
                        .iter()
                        .filter(|(_, n)| !n.is_empty())
                        .filter_map(|(key, n)| r.source(n, Some(key)))
                        .collect()
                }
                Value::Scalar { text, quoted } => match addresses(text) {
                    Some(all) => {
                        r.sink.push(several(node, &all, *quoted));
                        all.iter().map(|url| bare_address(url, node.span)).collect()
                    }
                    None => r.source(node, None).into_iter().collect(),
                },
                _ => r.source(node, None).into_iter().collect(),
            }
        })
    }

    fn source(&mut self, node: &'a Node, name: Option<&At<String>>) -> Option<Citation> {
        let source = match &node.value {
            Value::Map(pairs) if self.is_without_keys(node, pairs) => {
                self.without_keys(node, pairs)
            }
            Value::Map(_) => {
                let naming = names::of_source(self.config);
                let mut source = self.item("sources", node, naming, |r| r.citation())?;
                let is_id = |name: &&At<String>| slug::check(&name.value).is_ok();
                source.id = source.id.or_else(|| name.filter(is_id).cloned());
                source
            }
            Value::Scalar { .. } => self.bare(node, name)?,
            _ => {
                self.no_item("sources", node);
                return None;
            }
        };
        Some(source)
    }

    /// Returns whether a group is a text that was read as one because of its colon: `[Report: part two]`,
    /// `- The Star: https://star.example/`.
    fn is_without_keys(&self, node: &Node, pairs: &[(At<String>, Node)]) -> bool {
        let [(key, _)] = pairs else {
            return false;
        };
        // In braces it was meant as a group.
        if key.span.start != node.span.start {
            return false;
        }
        let word = key.value.as_str();
        let Some((_, text)) = text_of(pairs) else {
            return false;
        };
        let is_key = || {
            let rows = SOURCE.keys.iter().map(|row| row.name);
            names::is_of_source(word)
                || SOURCE.meant(word).is_some()
                || nearest(word, rows).is_some_and(|row| may_be_of(row, text))
                || self.is_ignored(word)
        };
        let renamed = &self.config.front_matter.rename;
        let is_renamed = || renamed.iter().any(|(from, _)| from == word);
        !is_renamed() && !is_key()
    }

    /// Reads such a text: a title, or a title and an address.
    fn without_keys(&mut self, node: &Node, pairs: &[(At<String>, Node)]) -> Citation {
        let source = bare_address("", node.span);
        if let [(title, value)] = pairs
            && let Value::Scalar { text: url, .. } = &value.value
            && is_web_address(url)
        {
            let (title, url) = (visible(&title.value).trim().to_owned(), url.clone());
            let meant = format!(
                "{{title: {}, url: {}}}",
                emit::in_flow(&title),
                emit::in_flow(&url)
            );
            self.sink.push(
                Diagnostic::error(
                    "wrong-type",
                    "an item of `sources` has a title and an address, but not their keys",
                )
                .at(node.span, "no `title`, no `url`")
                .hint(format!("write `{meant}`"))
                .fix(node.span, meant),
            );
            return Citation {
                title,
                url: Some(url),
                ..source
            };
        }
        let d = values::group_for_text(node, "sources", pairs);
        let title = match text_of(pairs) {
            Some((key, text)) if values::text_with_colon(pairs).is_none() => {
                format!("{key}: \"{text}\"")
            }
            _ => values::text_with_colon(pairs).unwrap_or_default(),
        };
        let quoted = emit::quoted(&title);
        self.sink.push(match &d.fix {
            Some(fix) if fix.replacement == quoted => d,
            // The quotes may be a part of the words, or not.
            _ => Diagnostic {
                fix: None,
                ..d.hint(format!("put it in quotes: `{quoted}`"))
            },
        });
        Citation {
            title: visible(&title).trim().to_owned(),
            url: None,
            ..source
        }
    }

    /// Reads a source that is a single address or title. `name` is its title or id.
    fn bare(&mut self, node: &Node, name: Option<&At<String>>) -> Option<Citation> {
        let text = values::text(node, "sources", self.sink)?;
        let url = is_web_address(&text.value).then(|| text.value.clone());
        let title = match (&url, name) {
            (Some(_), Some(name)) => name.value.clone(),
            _ => text.value,
        };
        Some(Citation {
            id: name.filter(|n| slug::check(&n.value).is_ok()).cloned(),
            title,
            url,
            ..bare_address("", node.span)
        })
    }

    fn citation(&mut self) -> Option<Citation> {
        let id = self.id("id");
        let title = self.prose("title");
        let (url, unlinked) = self.web_address("url");
        let authors = self.f.list("authors", self.sink);
        let authors = authors.into_iter().map(|author| author.value).collect();
        let publisher = self.string("publisher");
        let (date, date_words) = self.date_or_words("date");
        let kind = self.source_kind();
        let (archived, not_archived) = self.web_address("archived");
        if not_archived.is_some() {
            self.keep("archived");
        }
        let (accessed, accessed_words) = self.date_or_words("accessed");
        let span = id.as_ref().map_or(self.f.span, |id| id.span);
        let title = title
            .map(|t| t.value)
            .or_else(|| publisher.clone())
            .or_else(|| url.clone())
            .or_else(|| unlinked.clone());
        let Some(title) = title else {
            self.missing(
                "title",
                "give the source a `title`, a `publisher` or a `url`",
            );
            return None;
        };
        self.keep_rest();
        Some(Citation {
            id,
            unlinked: unlinked.filter(|u| *u != title),
            title,
            url,
            authors,
            publisher,
            date,
            date_words,
            kind,
            archived,
            accessed,
            accessed_words,
            extra: std::mem::take(&mut self.extra),
            span,
        })
    }

    fn source_kind(&mut self) -> Option<SourceKind> {
        let word = self.f.text("kind", self.sink)?;
        let kinds = [
            ("primary", SourceKind::Primary),
            ("secondary", SourceKind::Secondary),
            ("rewrite", SourceKind::Rewrite),
        ];
        let found = kinds.iter().find(|(id, _)| *id == word.value);
        if found.is_none() {
            let ids = kinds.iter().map(|(id, _)| *id);
            self.unknown_word(&word, "kind of source", ids);
            self.keep("kind");
        }
        found.map(|(_, kind)| *kind)
    }

    /// Reads a date; if it is not written as one, returns its text instead, even if it has only one
    /// reading: it is shown as written.
    fn date_or_words(&mut self, key: &'static str) -> (Option<EventDate>, Option<String>) {
        let before = self.sink.len();
        self.shows_words = true;
        let date = self.date(key).map(|d| d.value);
        self.shows_words = false;
        if self
            .sink
            .iter()
            .skip(before)
            .all(|d| d.severity != Severity::Error)
        {
            return (date, None);
        }
        let words = match self.f.take(key).map(|node| &node.value) {
            Some(Value::Scalar { text, .. }) => Some(visible(text).trim().to_owned()),
            _ => None,
        };
        match words {
            Some(words) => (None, Some(words)),
            None => (date, None),
        }
    }

    /// Reads a web address; returns a value that is not one separately.
    fn web_address(&mut self, key: &'static str) -> (Option<String>, Option<String>) {
        let Some(url) = self.f.text(key, self.sink) else {
            return (None, None);
        };
        if is_web_address(&url.value) {
            return (Some(url.value), None);
        }
        let host = url.value.split('/').next().unwrap_or("");
        let lacks_scheme = host.contains('.')
            && !host.starts_with('.')
            && host
                .chars()
                .all(|c| c.is_alphanumeric() || "-.".contains(c));
        let hint = match (meant_address(&url.value), lacks_scheme) {
            (Some(meant), _) => format!("write `{meant}`"),
            (None, true) => format!("write the full address: `https://{}`", url.value),
            (None, false) => {
                "write the full address, as in `https://example.org/article`".to_owned()
            }
        };
        self.sink.push(
            Diagnostic::error("bad-url", format!("`{}` is not a web address", url.value))
                .at(url.span, "here")
                .hint(hint),
        );
        (None, Some(url.value))
    }
}

/// The address that was meant by one in quotes or brackets, with a space, or with a misspelled scheme.
fn meant_address(text: &str) -> Option<String> {
    let signs = |c: char| "<>‹›“”„‘’«»\"'`()".contains(c) || c.is_whitespace();
    let inner = text.trim_matches(signs);
    let (scheme, rest) = inner.split_once("://")?;
    let known = match scheme.to_ascii_lowercase().as_str() {
        "https" | "http" => scheme,
        other => nearest(other, ["https", "http"].into_iter())?,
    };
    let rest = match rest.split_once(char::is_whitespace) {
        // `a report.pdf`, but not `a (in German)`.
        Some((_, after)) if after.contains(['/', '.']) && !after.contains(['(', ',']) => {
            rest.replace(char::is_whitespace, "%20")
        }
        Some((first, _)) => first.to_owned(),
        None => rest.to_owned(),
    };
    let meant = format!("{known}://{rest}");
    (meant != text && is_web_address(&meant)).then_some(meant)
}

fn is_web_address(text: &str) -> bool {
    text.split_once("://").is_some_and(|(scheme, rest)| {
        matches!(scheme.to_ascii_lowercase().as_str(), "https" | "http")
            && !rest.is_empty()
            && !rest.contains(|c: char| {
                c.is_whitespace() || c.is_control() || "<>\"`{}|\\^".contains(c)
            })
    })
}

/// Returns a citation of which only the address is known.
fn bare_address(url: &str, span: Span) -> Citation {
    Citation {
        id: None,
        title: url.to_owned(),
        url: Some(url.to_owned()),
        unlinked: None,
        authors: Vec::new(),
        publisher: None,
        date: None,
        date_words: None,
        kind: None,
        archived: None,
        accessed: None,
        accessed_words: None,
        extra: Extra::default(),
        span,
    }
}

/// Splits a text into several addresses, separated by commas or spaces; `None` if it contains
/// anything else.
fn addresses(text: &str) -> Option<Vec<&str>> {
    let parts = text.split([',', ' ', '\n']).filter(|part| !part.is_empty());
    let all: Vec<&str> = parts.collect();
    (all.len() > 1 && all.iter().all(|part| is_web_address(part))).then_some(all)
}

fn several(node: &Node, all: &[&str], quoted: bool) -> Diagnostic {
    let message = format!(
        "`sources` has several addresses in one text; it is read as a list of {}",
        all.len()
    );
    let listed = format!("[{}]", all.join(", "));
    let d = Diagnostic::warning("list-in-one", message)
        .at(node.span, "split between the addresses")
        .hint(format!("write `sources: {listed}`"));
    match quoted {
        true => d,
        false => d.fix(node.span, listed),
    }
}
