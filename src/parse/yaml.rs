//! YAML as a tree of nodes with their places, and nothing typed yet.
//!
//! This is the only file that names the YAML crate. (`serde_yaml` here is the maintained
//! `serde-saphyr`, see `Cargo.toml`.) Scalars keep the text that the editor wrote, so that
//! `4.10`, `007` and `1e3` stay what they are; what a value means is decided by who asks.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::{MAX_DEPTH, MAX_NODES};
use crate::source::{At, SourceId, Span};

/// How far before its value a key is looked for, in bytes.
const MAX_KEY_DISTANCE: usize = 4096;
/// Most lines of one front matter that are mended; each is one reading more.
const MOST_MENDED: usize = 50;

/// One value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub span: Span,
    pub value: Value,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// Text as written; quotes and folds undone.
    Scalar {
        text: String,
        quoted: bool,
    },
    List(Vec<Node>),
    Map(Vec<(At<String>, Node)>),
}

impl Node {
    /// What the value is, in an editor's words.
    pub fn what(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Scalar { .. } => "a single value",
            Value::List(_) => "a list",
            Value::Map(_) => "a group of keys",
        }
    }

    /// Whether both are the same single value.
    pub fn says(&self, other: &Node) -> bool {
        match (&self.value, &other.value) {
            (Value::Scalar { text, .. }, Value::Scalar { text: other, .. }) => text == other,
            _ => false,
        }
    }

    /// Null, `""`, `[]` and `{}` mean absent.
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Scalar { text, .. } => text.trim().is_empty(),
            Value::List(list) => list.is_empty(),
            Value::Map(map) => map.is_empty(),
        }
    }
}

/// Reads `text[range]`; spans count from the beginning of `text`.
///
/// # Errors
/// One diagnostic: YAML that is broken can't be read further.
pub fn read(source: SourceId, text: &str, range: Range<usize>) -> Result<Node, Box<Diagnostic>> {
    let slice = &text[range.clone()];
    if let Some(tab) = tab_indent(slice) {
        let at = range.start + tab;
        return Err(Box::new(
            Diagnostic::error("tab-indent", "this line is indented with a tab")
                .at(Span::new(source, at..at + 1), "a tab")
                .cure("indent with blanks, two for each step"),
        ));
    }
    let options = serde_yaml::options! {
        strict_booleans: true,
        duplicate_keys: serde_yaml::options::DuplicateKeyPolicy::PassThrough,
        budget: serde_yaml::budget! { max_depth: MAX_DEPTH, max_nodes: MAX_NODES, max_documents: 1 },
    };
    let raw: Raw = serde_yaml::from_str_with_options(slice, options)
        .map_err(|error| Box::new(fault(source, text, &range, &error)))?;
    Ok(Reader {
        source,
        text,
        base: range.start,
    }
    .node(raw))
}

/// As [`read`], for content: a line of which only the quotes are missing is read as its one
/// value, and the fault is [eased](Diagnostic::eased). None where nothing can be read.
pub fn read_mending(
    source: SourceId,
    text: &str,
    range: Range<usize>,
    sink: &mut Sink,
) -> Option<Node> {
    match read(source, text, range.clone()) {
        Ok(node) => Some(node),
        Err(fault) => mend(source, text, range, *fault, sink),
    }
}

/// Puts signs without meaning for those that a value can't hold without quotes, until the text
/// can be read; the values then get their own signs again. Each step mends one line.
fn mend(
    source: SourceId,
    text: &str,
    range: Range<usize>,
    mut fault: Diagnostic,
    sink: &mut Sink,
) -> Option<Node> {
    let mut plain = text[..range.end].to_owned();
    let mut mended: Vec<Range<usize>> = Vec::new();
    loop {
        let value = fault
            .span
            .and_then(|span| unquoted_value(text, &fault, span.range()));
        let Some(value) = value.filter(|v| mended.len() < MOST_MENDED && !mended.contains(v))
        else {
            sink.push(fault);
            return None;
        };
        sink.push(fault.eased());
        plain.replace_range(value.clone(), &"x".repeat(value.len()));
        mended.push(value);
        match read(source, &plain, range.clone()) {
            Ok(mut node) => {
                mended.sort_by_key(|value| value.start);
                put_back(&mut node, text, &mended);
                return Some(node);
            }
            Err(next) => fault = *next,
        }
    }
}

/// The value of the line of a fault, where it is one text that only wants quotes.
fn unquoted_value(text: &str, fault: &Diagnostic, at: Range<usize>) -> Option<Range<usize>> {
    let line_start = text[..at.start].rfind('\n').map_or(0, |n| n + 1);
    let line = text[line_start..].split('\n').next().unwrap_or("");
    let start = value_of(line);
    let value = line[start..].trim_end();
    let is_text = match fault.code {
        "colon-in-value" => true,
        "broken-yaml" => {
            fault.message == plain_words("unexpected character").0
                || fault.message == plain_words("unknown anchor").0
                || fault.message == plain_words("after double-quoted").0
        }
        _ => false,
    };
    let range = line_start + start..line_start + start + value.len();
    (is_text && start > 0 && !value.is_empty()).then_some(range)
}

/// Gives values that were mended their text again, as it stands in the file.
fn put_back(node: &mut Node, text: &str, mended: &[Range<usize>]) {
    match &mut node.value {
        Value::Scalar { text: value, .. } => {
            let start = node.span.start as usize;
            if let Ok(at) = mended.binary_search_by_key(&start, |value| value.start) {
                text[mended[at].clone()].clone_into(value);
            }
        }
        Value::List(list) => list.iter_mut().for_each(|n| put_back(n, text, mended)),
        Value::Map(map) => map.iter_mut().for_each(|(_, n)| put_back(n, text, mended)),
        Value::Null => {}
    }
}

/// Offset of a tab that begins a line.
fn tab_indent(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let blanks = line.len() - line.trim_start_matches(' ').len();
        if line[blanks..].starts_with('\t') && !line.trim().is_empty() {
            return Some(at + blanks);
        }
        at += line.len();
    }
    None
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

struct Reader<'a> {
    source: SourceId,
    text: &'a str,
    base: usize,
}

impl Reader<'_> {
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
            RawValue::List(list) => {
                let list: Vec<Node> = list.into_iter().map(|item| self.node(item)).collect();
                let end = list.last().map_or(start + 1, |n| n.span.end as usize);
                Node {
                    span: self.container(start, end, ']'),
                    value: Value::List(list),
                }
            }
            RawValue::Map(pairs) => {
                let pairs: Vec<(At<String>, Node)> = pairs
                    .into_iter()
                    .map(|(key, value)| {
                        let value = self.node(value);
                        (self.key(key, value.span), value)
                    })
                    .collect();
                let end = pairs
                    .last()
                    .map_or(start + 1, |(k, n)| n.span.end.max(k.span.end) as usize);
                Node {
                    span: self.container(start, end, '}'),
                    value: Value::Map(pairs),
                }
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
        let before = self.text.get(from..value_start).unwrap_or("");
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

    /// The crate marks only the start of a list or map: it ends with its last child, or with
    /// the bracket that follows it.
    fn container(&self, start: usize, end: usize, bracket: char) -> Span {
        let rest = self.text.get(end..).unwrap_or("");
        let flow = self
            .text
            .get(start..)
            .is_some_and(|t| t.starts_with(['[', '{']));
        let end = if flow {
            rest.find(bracket).map_or(end, |n| end + n + 1)
        } else {
            end
        };
        self.span(start..end.max(start))
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }
}

/// The crate's error in an editor's words.
fn fault(
    source: SourceId,
    text: &str,
    range: &Range<usize>,
    error: &serde_yaml::Error,
) -> Diagnostic {
    let error = error.without_snippet();
    let offset = error.location().map_or(range.start, |l| {
        offset_of(
            text,
            range,
            usize::try_from(l.line()).unwrap_or(1),
            usize::try_from(l.column()).unwrap_or(1),
        )
    });
    let line_start = text[..offset].rfind('\n').map_or(0, |n| n + 1);
    let line_end = text[offset..].find('\n').map_or(text.len(), |n| offset + n);
    let line = &text[line_start..line_end];
    if let Some((key, value)) = colon_in_value(line) {
        let at = line_start + line.len() - value.len();
        let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
        return Diagnostic::error(
            "colon-in-value",
            format!("the {key} has a colon, and a colon begins a new value"),
        )
        .at(Span::new(source, at..line_end), "needs quotes")
        .cure(format!("put it in quotes: `{key}: \"{quoted}\"`"));
    }
    let sign = |c: char| c.is_control() && c != '\n' && c != '\t';
    if let Some((at, c)) = line.char_indices().find(|(_, c)| sign(*c)) {
        let at = line_start + at;
        return Diagnostic::error(
            "control-character",
            format!("the control character U+{:04X} stands here", u32::from(c)),
        )
        .at(Span::new(source, at..at + c.len_utf8()), "nobody sees it")
        .cure("remove it");
    }
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or(&said).to_owned();
    let other = ["quote", "limit", "depth", "budget", "anchor"]
        .iter()
        .all(|word| !said.contains(word));
    let bracket = unclosed_bracket(&text[range.clone()]).map(|at| range.start + at);
    if let Some(at) = bracket.filter(|at| other && *at <= offset) {
        let (message, cure) = plain_words("unclosed bracket");
        return Diagnostic::error("broken-yaml", message)
            .at(Span::new(source, at..at + 1), "opened")
            .cure(cure);
    }
    let (message, cure) = plain_words(&said);
    let end = (offset + 1).min(line_end.max(offset));
    Diagnostic::error("broken-yaml", message)
        .at(Span::new(source, offset..end), "here")
        .cure(cure)
}

/// Offset of the bracket of a list or map that is still open where the next key begins, or at
/// the end. Looks at values that begin with a bracket only, and not into quotes.
fn unclosed_bracket(yaml: &str) -> Option<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut quote: Option<char> = None;
    let mut line_start = 0;
    for line in yaml.split_inclusive('\n') {
        let value = value_of(line);
        let key = line
            .split_once(':')
            .is_some_and(|(key, rest)| is_key(key) && rest.starts_with([' ', '\n']));
        if key && quote.is_none() && !open.is_empty() {
            break;
        }
        let begins = line[value..].starts_with(['[', '{']);
        let from = if open.is_empty() { value } else { 0 };
        if begins || !open.is_empty() {
            let mut before = ' ';
            let mut escaped = false;
            for (at, c) in line[from..].char_indices() {
                match (quote, c) {
                    (Some('"'), _) if escaped => escaped = false,
                    (Some('"'), '\\') => escaped = true,
                    (Some(q), c) if c == q => quote = None,
                    (Some(_), _) => {}
                    (None, '"' | '\'') if "[{,: ".contains(before) => quote = Some(c),
                    (None, '#') if before == ' ' => break,
                    (None, '[' | '{') => open.push(line_start + from + at),
                    (None, ']' | '}') => {
                        open.pop();
                    }
                    _ => {}
                }
                before = c;
            }
        }
        line_start += line.len();
    }
    open.pop().filter(|_| quote.is_none())
}

/// Where the value of a line begins: after `key: `, or the `- ` of an item; 0 where there is
/// neither.
fn value_of(line: &str) -> usize {
    let words = line.trim_start_matches([' ', '-']);
    let item = line.len() - words.len();
    let key = words.split_once(": ").filter(|(key, _)| is_key(key));
    key.map_or(item, |(key, rest)| {
        item + key.len() + 2 + rest.len() - rest.trim_start_matches(' ').len()
    })
}

fn is_key(word: &str) -> bool {
    let sign = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    !word.is_empty() && word.chars().all(sign)
}

/// Byte offset of a line and column (from 1, in characters).
fn offset_of(text: &str, range: &Range<usize>, line: usize, column: usize) -> usize {
    let slice = &text[range.clone()];
    let line_start: usize = slice
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = &slice[line_start.min(slice.len())..];
    let in_line: usize = rest
        .chars()
        .take(column.saturating_sub(1))
        .take_while(|c| *c != '\n')
        .map(char::len_utf8)
        .sum();
    range.start + line_start + in_line
}

/// `title: Meta: a shift` gives the key and the value that wants quotes.
fn colon_in_value(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start().trim_start_matches("- ");
    let (key, value) = line.split_once(": ")?;
    let value = value.trim();
    let plain = !value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!', '#']);
    (plain && value.contains(": ") && is_key(key)).then_some((key, value))
}

fn plain_words(said: &str) -> (String, String) {
    let has = |part: &str| said.contains(part);
    let (message, cure) = if has("unclosed quote") {
        (
            "a quote is opened here and never closed",
            "end the value with the same quote, on the same line",
        )
    } else if has("recursive references") {
        (
            "a value refers to itself",
            "write the value out in full, without & and *",
        )
    } else if has("multiple documents") || has("Documents") {
        (
            "a line with ... or --- has ended the keys above, and there are more",
            "remove that line, or what follows it",
        )
    } else if has("simple key expected") {
        (
            "a key has no colon after it",
            "write `key: value`, with a colon and a blank",
        )
    } else if has("unclosed bracket") {
        (
            "a bracket is opened here and never closed",
            "close it, as in `tags: [one, two]`",
        )
    } else if has("after single-quoted") || has("after double-quoted") {
        (
            "there is text after the closing quote",
            "put the whole value in double quotes; write an inner double quote as \\\"",
        )
    } else if has("unexpected character") {
        (
            "a value can't begin with this character",
            "put the value in quotes",
        )
    } else if has("unknown anchor") {
        (
            "a value that begins with * means a reference, and there is none of that name",
            "put the value in quotes",
        )
    } else if has("recursion limit") || has("depth") {
        return (
            format!("lists and groups are nested more than {MAX_DEPTH} deep"),
            "write it with fewer steps".to_owned(),
        );
    } else if has("budget") || has("limit") {
        return (
            format!("there are more than {MAX_NODES} values, with those that & and * repeat"),
            "write it plainly, without & and *".to_owned(),
        );
    } else if has("mapping values are not allowed") {
        (
            "there is a colon, or a step to the right, where none is expected",
            "begin each key at the same column as the key above it; put a value with a colon in quotes",
        )
    } else {
        return (
            format!("the front matter can't be read: {said}"),
            "compare this line with the ones above it: `key: value`, one a line, lists as `[a, b]`"
                .to_owned(),
        );
    };
    (message.to_owned(), cure.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(text: &str) -> Node {
        read(SourceId(0), text, 0..text.len()).unwrap()
    }

    fn map(node: &Node) -> &[(At<String>, Node)] {
        match &node.value {
            Value::Map(map) => map,
            other => panic!("not a map: {other:?}"),
        }
    }

    #[test]
    fn scalars_keep_the_text_that_was_written() {
        let text = "---\na: 4.10\nb: 007\nc: 1e3\nd: yes\ne: \"x: y\"\nf: 2025-12-09 # said\n";
        let tree = node(text);
        let texts: Vec<_> = map(&tree)
            .iter()
            .map(|(_, v)| match &v.value {
                Value::Scalar { text, .. } => text.as_str(),
                _ => "?",
            })
            .collect();
        assert_eq!(texts, ["4.10", "007", "1e3", "yes", "x: y", "2025-12-09"]);
        assert_eq!(&text[map(&tree)[5].1.span.range()], "2025-12-09");
    }

    #[test]
    fn a_list_spans_to_its_bracket() {
        let text = "---\ntags: [a, 'b']\n";
        assert_eq!(&text[map(&node(text))[0].1.span.range()], "[a, 'b']");
    }

    #[test]
    fn a_colon_in_a_title_says_which_quotes_to_put() {
        let text = "---\ntitle: Meta: a \"shift\"\n";
        let d = read(SourceId(0), text, 0..text.len()).unwrap_err();
        assert_eq!(d.code, "colon-in-value");
        assert_eq!(
            d.cure.as_deref(),
            Some("put it in quotes: `title: \"Meta: a \\\"shift\\\"\"`")
        );
        assert_eq!(&text[d.span.unwrap().range()], "Meta: a \"shift\"");
    }

    #[test]
    fn an_open_bracket_is_named_where_it_is_opened() {
        for (text, at) in [
            ("---\ntags: [one, two\ndate: 2025\n", "[one"),
            ("---\na: x\ntags: [one, \"]\", [two]\n", "[one"),
            ("---\ne:\n  - {a: b, c: [d]\n  - {a: b}\nf: g\n", "{a: b, c"),
            ("---\ntags: [one, two\nsources:\n  - a: [b]\n", "[one"),
            ("---\ntags:\n  [one,\n  two\ndate: 2025\n", "[one"),
        ] {
            let d = read(SourceId(0), text, 0..text.len()).unwrap_err();
            assert_eq!(
                d.message, "a bracket is opened here and never closed",
                "{text}"
            );
            assert!(
                text[d.span.unwrap().start as usize..].starts_with(at),
                "{text}: {d:?}"
            );
        }
    }

    #[test]
    fn brackets_that_are_closed_or_are_words_are_not_blamed() {
        for text in [
            "---\ntitle: a [b\ntags: [a, b] x\n",
            "---\ntags: [a, # [\n  'it''s [', \"\\\"[\"]\nb: c: d\n",
        ] {
            assert_eq!(unclosed_bracket(text), None, "{text}");
        }
    }

    #[test]
    fn a_control_character_in_quotes_is_not_to_be_put_in_quotes() {
        let text = "---\ntitle: \"a\u{1}b\"\n";
        let d = read(SourceId(0), text, 0..text.len()).unwrap_err();
        assert_eq!(
            (d.code, d.cure.as_deref()),
            ("control-character", Some("remove it"))
        );
        assert_eq!(&text[d.span.unwrap().range()], "\u{1}");
    }

    #[test]
    fn hostile_nesting_is_a_fault_and_not_an_overflow() {
        for bad in [
            "[".repeat(10_000),
            "{a: ".repeat(10_000),
            "- ".repeat(10_000),
        ] {
            let text = format!("---\na:\n  {bad}");
            assert!(read(SourceId(0), &text, 0..text.len()).is_err());
        }
        let mut bomb = "---\na0: &a0 [x, x]\n".to_owned();
        for i in 1..40 {
            bomb.push_str(&format!("a{i}: &a{i} [*a{0}, *a{0}]\n", i - 1));
        }
        assert!(read(SourceId(0), &bomb, 0..bomb.len()).is_err());
    }
}
