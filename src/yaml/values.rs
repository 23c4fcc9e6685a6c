//! Reads values as texts and lists, and reports faults of their type, length and characters.

use super::{Node, Value};
use crate::diagnostic::visible::{first_invisible, visible};
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_ITEMS;
use crate::source::{At, Source, Span};

/// Returns the first [`MAX_ITEMS`] of a list; reports a longer one.
pub fn bounded<'n, T>(items: &'n [T], node: &Node, key: &str, sink: &mut Sink) -> &'n [T] {
    if items.len() > MAX_ITEMS {
        sink.push(
            Diagnostic::error(
                "too-many",
                format!(
                    "`{key}` has {} items; the limit is {MAX_ITEMS}",
                    items.len()
                ),
            )
            .at(node.span, "here")
            .hint("split it into several articles"),
        );
    }
    &items[..items.len().min(MAX_ITEMS)]
}

/// Reads a scalar as text; reports any other value.
pub fn text(node: &Node, key: &str, sink: &mut Sink) -> Option<At<String>> {
    if let Value::Scalar { text, quoted } = &node.value {
        if let Some(c) = text.chars().find(|c| *c == '\0') {
            sink.push(
                Diagnostic::error(
                    "control-character",
                    format!("`{key}` contains the character {}", c.escape_unicode()),
                )
                .at(node.span, "here")
                .hint("remove it"),
            );
            return None;
        }
        if let Some((_, _, what)) = first_invisible(text) {
            sink.push(
                Diagnostic::warning(
                    "invisible-character",
                    format!("`{key}` contains an invisible character: {what}; it is removed"),
                )
                .at(node.span, "in here")
                .hint("remove it, or retype the value"),
            );
        }
        let text = match within_curly_quotes(text.trim()) {
            Some(inner) if !quoted && !PROSE.contains(&key) => {
                sink.push(curly_quotes(node, key, text.trim(), inner));
                inner
            }
            _ => text,
        };
        return Some(At::new(visible(text).trim().to_owned(), node.span));
    }
    sink.push(
        Diagnostic::error(
            "wrong-type",
            format!("`{key}` must be a single value, not {}", node.what()),
        )
        .at(node.span, node.what())
        .hint(match PROSE.contains(&key) {
            true => format!("write `{key}: \"…\"` on one line; text with brackets needs quotes"),
            false => format!("write `{key}: …` on one line"),
        }),
    );
    None
}

/// Keys whose values are prose for readers, which may be a quotation.
pub(super) const PROSE: [&str; 9] = [
    "title",
    "summary",
    "wording",
    "text",
    "caption",
    "alt",
    "credit",
    "label",
    "description",
];

/// Warns that a value is enclosed in typographic quotes.
fn curly_quotes(node: &Node, key: &str, text: &str, inner: &str) -> Diagnostic {
    let (mut signs, mut ends) = (text.chars(), text.chars().rev());
    let label = match (signs.next(), ends.next()) {
        (Some(open), Some(close)) => format!("{open} and {close} are not straight quotes"),
        _ => String::new(),
    };
    let quoted = super::emit::quoted(inner);
    let is_plain = super::emit::date(inner) == inner;
    let or_none = match is_plain {
        true => ", or none",
        false => "",
    };
    Diagnostic::warning(
        "curly-quotes",
        format!("the value of `{key}` is in typographic quotes; it is read without them"),
    )
    .at(node.span, label)
    .hint(format!("use straight quotes, `{quoted}`{or_none}"))
    .fix(node.span, quoted)
}

/// Typographic quotes that open a text, each with those that close it.
const CURLY: [(char, &[char]); 9] = [
    ('“', &['”', '“']),
    ('”', &['”']),
    ('„', &['“', '”', '‟', '„']),
    ('‟', &['”', '‟']),
    ('‘', &['’', '‘']),
    ('‚', &['‘', '’']),
    ('«', &['»']),
    ('»', &['«', '»']),
    ('‹', &['›']),
];

/// Letters with which names of other scripts are written in Latin ones, and the combining signs of such.
const TRANSLITERATION: &str = "āēīōūĀĒĪŌŪḍḏḥḫẖḳḷḻṃṇṉṛṟṣṭṯẓẕḌḎḤḪḲḶḺṂṆṈṚṞṢṬṮẒẔ\u{304}\u{323}\u{331}";

/// Returns whether a text in ‘…’ is a name that begins with an ayin and ends with a hamza: ‘Ulamā’.
fn is_transliterated(open: char, close: char, inner: &str) -> bool {
    (open, close) == ('‘', '’')
        && !inner.contains(char::is_whitespace)
        && inner.contains(|c| TRANSLITERATION.contains(c))
}

/// Returns the text inside typographic quotes that enclose all of it, if it contains no others of the
/// kind. An apostrophe within a word is no quote, nor are the signs of a transliterated name.
pub(super) fn within_curly_quotes(text: &str) -> Option<&str> {
    let open = text.chars().next()?;
    let (_, closing) = CURLY.iter().find(|(sign, _)| *sign == open)?;
    let close = text.chars().next_back().filter(|c| closing.contains(c))?;
    let inner = text.strip_prefix(open)?.strip_suffix(close)?;
    if is_transliterated(open, close, inner) {
        return None;
    }
    let is_quote = |c: char| match open {
        '‘' | '‚' => matches!(c, '‘' | '’' | '‚'),
        '«' | '»' => matches!(c, '«' | '»'),
        '‹' => matches!(c, '‹' | '›'),
        _ => matches!(c, '“' | '”' | '„' | '‟'),
    };
    let in_word = |at: usize, c: char| {
        let before = inner[..at].chars().next_back();
        let after = inner[at + c.len_utf8()..].chars().next();
        c == '’'
            && before.is_some_and(char::is_alphanumeric)
            && after.is_some_and(char::is_alphanumeric)
    };
    let has_quote = inner
        .char_indices()
        .any(|(at, c)| is_quote(c) && !in_word(at, c));
    let inner = inner.trim();
    (!inner.is_empty() && !has_quote).then_some(inner)
}

/// Puts the diagnostics of invisible characters, from index `from` on, at the character that they name,
/// unless the file has it as an escape sequence. A value knows only its own place: its text is without line
/// folding, escape sequences and what was mended.
pub fn put_at_invisible(source: &Source, from: usize, sink: &mut Sink) {
    sink.amend_since(from, |d| {
        let Some(span) = d.span.filter(|_| d.code == "invisible-character") else {
            return;
        };
        let written = source.text.get(span.range()).and_then(first_invisible);
        if let Some((at, len, what)) = written
            && d.message.contains(&what)
        {
            let start = span.start as usize + at;
            d.span = Some(Span::new(span.source, start..start + len));
        }
    });
}

/// Reads a list of texts. A single text is a list of one, empty items are skipped, nested lists are
/// flattened, and a group (`{name: Jane, url: …}`) is represented by its name.
pub fn list(node: &Node, key: &str, sink: &mut Sink) -> Vec<At<String>> {
    match &node.value {
        Value::List(items) => bounded(items, node, key, sink)
            .iter()
            .filter(|n| !n.is_empty())
            .flat_map(|n| match &n.value {
                Value::List(_) => list(n, key, sink),
                Value::Map(pairs) if name_of(n).is_none() && text_with_colon(pairs).is_some() => {
                    sink.push(group_for_text(n, key, pairs));
                    Vec::new()
                }
                _ => text(name_of(n).unwrap_or(n), key, sink)
                    .into_iter()
                    .collect(),
            })
            .collect(),
        Value::Scalar { .. } => text(node, key, sink).into_iter().collect(),
        _ if name_of(node).is_some() => name_of(node)
            .and_then(|name| text(name, key, sink))
            .into_iter()
            .collect(),
        value => {
            let d = Diagnostic::error(
                "wrong-type",
                format!("`{key}` must be a list, not {}", node.what()),
            )
            .at(node.span, node.what());
            // Braces in the place of brackets.
            let words = match value {
                Value::Map(map) if map.iter().all(|(_, value)| value.value == Value::Null) => {
                    let words = map.iter().map(|(key, _)| super::emit::in_flow(&key.value));
                    words.collect::<Vec<_>>().join(", ")
                }
                _ => String::new(),
            };
            sink.push(match words.as_str() {
                "" => d.hint(format!("write `{key}: [one, two]`")),
                words => d
                    .hint(format!("write `{key}: [{words}]`"))
                    .fix(node.span, format!("[{words}]")),
            });
            Vec::new()
        }
    }
}

/// Returns the text that was read as a group because of its colon: `- Oslo: the plan`.
pub fn text_with_colon(pairs: &[(At<String>, Node)]) -> Option<String> {
    match pairs {
        [
            (
                key,
                Node {
                    value:
                        Value::Scalar {
                            text,
                            quoted: false,
                        },
                    ..
                },
            ),
        ] => Some(format!("{}: {text}", key.value)),
        _ => None,
    }
}

/// Reports a text that was read as a group because of its colon.
pub fn group_for_text(node: &Node, key: &str, pairs: &[(At<String>, Node)]) -> Diagnostic {
    let text = super::emit::quoted(&text_with_colon(pairs).unwrap_or_default());
    Diagnostic::error(
        "wrong-type",
        format!("an item of `{key}` has a colon, so it is read as a group of keys"),
    )
    .at(node.span, "a group of keys")
    .hint(format!("put it in quotes: `{text}`"))
    .fix(node.span, text)
}

/// Returns the name in a group that describes a person or thing.
fn name_of(node: &Node) -> Option<&Node> {
    let Value::Map(map) = &node.value else {
        return None;
    };
    let named = |name: &str| map.iter().find(|(key, _)| key.value == name);
    let (_, name) = ["name", "title", "label"].into_iter().find_map(named)?;
    Some(name).filter(|n| !n.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_that_enclose_a_value_are_told_from_apostrophes() {
        for (text, inner) in [
            ("“Ely”", Some("Ely")),
            ("„Ely“", Some("Ely")),
            ("‘Ely’", Some("Ely")),
            ("‚Ely‘", Some("Ely")),
            ("«Ely»", Some("Ely")),
            ("«\u{a0}Ely\u{a0}»", Some("Ely")),
            ("»Ely«", Some("Ely")),
            ("‹Ely›", Some("Ely")),
            ("‘King’s Lynn’", Some("King’s Lynn")),
            ("“the ‘Ely’”", Some("the ‘Ely’")),
            ("‘Ulamā’", None),
            ("‘Aṭā’", None),
            ("‘Abd-al-Rah\u{323}man’", None),
            ("“Aṭā”", Some("Aṭā")),
            ("‘the Alā road’", Some("the Alā road")),
            ("‘Zürich’", Some("Zürich")),
            ("’Twas", None),
            ("’Twas the workers’", None),
            ("rock ’n’ roll", None),
            ("‘Ely’ and ‘Lynn’", None),
            ("“Ely” and “Lynn”", None),
            ("«Ely» et «Lynn»", None),
            ("‘Ely", None),
            ("the workers’", None),
            ("‘’", None),
            ("“", None),
        ] {
            assert_eq!(within_curly_quotes(text), inner, "{text}");
        }
    }
}
