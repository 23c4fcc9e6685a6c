//! Parses YAML into a tree of untyped nodes with spans, and front matter in [`toml`] or
//! [`json`] into the same tree; reads the keys of a map ([`fields`]) and their
//! [`values`], collecting all faults; [`emit`] writes single values.
//!
//! Only this folder names the crates that parse them. Scalars keep the text that the editor wrote, so `4.10`,
//! `007` and `1e3` are preserved; the caller decides what a value means.

mod blocks;
pub mod emit;
mod events;
mod fault;
pub mod fields;
mod fix;
mod flow;
mod folded;
mod indents;
pub mod json;
mod json_tokens;
mod lines;
mod mended;
mod shapes;
mod signs;
pub mod slips;
pub mod table;
pub mod toml;
mod toml_lines;
pub mod values;

use std::ops::Range;

pub use blocks::TakenOut;
pub use fix::{Reading, read_on};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::visible::BYTE_ORDER_MARK;
use crate::source::{At, SourceId, Span};

/// A value and its span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub span: Span,
    pub value: Value,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Empty, `~` or `null`.
    Null,
    /// Text as written, without quotes and line folding.
    Scalar {
        text: String,
        quoted: bool,
    },
    List(Vec<Node>),
    Map(Vec<(At<String>, Node)>),
}

impl Node {
    /// Describes the type of the value to an editor.
    pub fn what(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Scalar { .. } => "a single value",
            Value::List(_) => "a list",
            Value::Map(_) => "a group of keys",
        }
    }

    /// Returns whether both are the same scalar.
    pub fn says(&self, other: &Node) -> bool {
        match (&self.value, &other.value) {
            (Value::Scalar { text, .. }, Value::Scalar { text: other, .. }) => text == other,
            _ => false,
        }
    }

    /// Returns whether the value is the plain word `true`.
    pub fn is_true(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, quoted: false, .. } if text == "true")
    }

    /// Returns whether the value counts as absent: null, `""`, `[]` or `{}`.
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Scalar { text, .. } => text.trim().is_empty(),
            Value::List(list) => list.is_empty(),
            Value::Map(map) => map.is_empty(),
        }
    }
}

/// Parses `text[range]`; spans are relative to `text`.
///
/// # Errors
/// One diagnostic: parsing stops at the first syntax error.
pub fn read(source: SourceId, text: &str, range: Range<usize>) -> Result<Node, Box<Diagnostic>> {
    let parse = |text: &str, range: &Range<usize>| parse(source, text, range);
    let indented = indents::tabs(source, text, &range);
    match indented.or_else(|| indents::odd(source, text, &range, parse)) {
        Some(fault) => Err(Box::new(fault)),
        None => parse(text, &range),
    }
}

fn parse(source: SourceId, text: &str, range: &Range<usize>) -> Result<Node, Box<Diagnostic>> {
    let parse = |text: &str| {
        events::read(source, text, range)
            .map_err(|error| Box::new(fault::fault(source, text, range, &error)))
    };
    let slice = &text[range.clone()];
    if !slice.contains(BYTE_ORDER_MARK) {
        return parse(text);
    }
    // YAML has no byte order mark within a text; whoever reads the value reports it.
    let mark = stand_in(slice);
    let mut read = parse(&text.replace(BYTE_ORDER_MARK, &mark.to_string()));
    match &mut read {
        Ok(node) => restore(node, mark),
        Err(fault) => restore_in_fault(fault, mark),
    }
    read
}

/// Returns a character that the text lacks, of as many bytes as [`BYTE_ORDER_MARK`], which YAML
/// allows: an invisible one, if there is one.
fn stand_in(text: &str) -> char {
    let invisible = ('\u{2066}'..='\u{2069}').chain('\u{202a}'..='\u{202e}');
    // Of private use; nobody writes that many of them.
    let mut all = invisible.chain('\u{e000}'..='\u{e0ff}');
    all.find(|c| !text.contains(*c)).unwrap_or('\u{2066}')
}

/// Puts byte order marks back into what a fault quotes and what mends it. A wording to copy goes without.
fn restore_in_fault(fault: &mut Diagnostic, mark: char) {
    let Diagnostic {
        message,
        label,
        hint,
        fix,
        ..
    } = fault;
    let fix = fix.iter_mut().map(|fix| &mut fix.replacement);
    for text in [message, label].into_iter().chain(fix) {
        *text = text.replace(mark, &BYTE_ORDER_MARK.to_string());
    }
    if let Some(hint) = hint {
        hint.retain(|c| c != mark);
    }
}

/// Puts byte order marks back into values, for which `mark` stands, and removes them from keys.
fn restore(node: &mut Node, mark: char) {
    match &mut node.value {
        Value::Null => {}
        Value::Scalar { text, .. } => {
            *text = text.replace(mark, &BYTE_ORDER_MARK.to_string());
        }
        Value::List(list) => list.iter_mut().for_each(|node| restore(node, mark)),
        Value::Map(map) => {
            for (key, node) in map {
                key.value.retain(|c| c != mark);
                restore(node, mark);
            }
        }
    }
}

/// Builds a list that starts at `start`.
fn list(source: SourceId, text: &str, start: usize, items: Vec<Node>) -> Node {
    let end = items.last().map_or(start + 1, |n| n.span.end as usize);
    Node {
        span: container(source, text, start..end, ']'),
        value: Value::List(items),
    }
}

/// Builds a map that starts at `start`.
fn map(source: SourceId, text: &str, start: usize, pairs: Vec<(At<String>, Node)>) -> Node {
    let end = pairs
        .last()
        .map_or(start + 1, |(k, n)| n.span.end.max(k.span.end) as usize);
    Node {
        span: container(source, text, start..end, '}'),
        value: Value::Map(pairs),
    }
}

/// Returns the span of a list or map. The crate marks only its start: it ends with its last child,
/// or with the closing bracket after it.
fn container(source: SourceId, text: &str, children: Range<usize>, bracket: char) -> Span {
    let Range { start, end } = children;
    let flow = text.get(start..).is_some_and(|t| t.starts_with(['[', '{']));
    let closed = || text.get(end..)?.find(bracket).map(|n| end + n + 1);
    let end = flow.then(closed).flatten().unwrap_or(end);
    Span::new(source, start..end.max(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::{MAX_DEPTH, MAX_NODES};

    fn node(text: &str) -> Node {
        read(SourceId(0), text, 0..text.len()).unwrap()
    }

    fn pairs(node: &Node) -> &[(At<String>, Node)] {
        match &node.value {
            Value::Map(map) => map,
            other => panic!("not a map: {other:?}"),
        }
    }

    #[test]
    fn scalars_keep_the_text_that_was_written() {
        let text = "---\na: 4.10\nb: 007\nc: 1e3\nd: yes\ne: \"x: y\"\nf: 2025-12-09 # said\n";
        let tree = node(text);
        let texts: Vec<_> = pairs(&tree)
            .iter()
            .map(|(_, v)| match &v.value {
                Value::Scalar { text, .. } => text.as_str(),
                _ => "?",
            })
            .collect();
        assert_eq!(texts, ["4.10", "007", "1e3", "yes", "x: y", "2025-12-09"]);
        assert_eq!(&text[pairs(&tree)[5].1.span.range()], "2025-12-09");
    }

    #[test]
    fn a_byte_order_mark_within_a_text_changes_no_other_character() {
        let text = "a\u{feff}: x\u{feff}y\u{2066}z\u{2067}\nb: \u{2066}\u{feff}\n";
        let tree = node(text);
        let found: Vec<_> = pairs(&tree)
            .iter()
            .map(|(key, v)| match &v.value {
                Value::Scalar { text, .. } => (key.value.as_str(), text.as_str()),
                _ => ("?", "?"),
            })
            .collect();
        let expected = [
            ("a", "x\u{feff}y\u{2066}z\u{2067}"),
            ("b", "\u{2066}\u{feff}"),
        ];
        assert_eq!(found, expected);
    }

    /// Formats a tree on one line, and asserts that the span of each plain value and key covers its
    /// text.
    fn shown(node: &Node, text: &str) -> String {
        let written = |span: Span| &text[span.range()];
        match &node.value {
            Value::Null => "~".to_owned(),
            Value::Scalar { text, quoted: true } => format!("'{text}'"),
            Value::Scalar { text, .. } => {
                let own = written(node.span);
                assert!(own == text || own.starts_with(['|', '>', '*']) || own.contains('\n'));
                text.replace('\n', "/")
            }
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(|item| shown(item, text)).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Map(pairs) => {
                let pairs = pairs.iter().map(|(key, node)| {
                    assert_eq!(written(key.span), key.value);
                    format!("{}: {}", key.value, shown(node, text))
                });
                format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
            }
        }
    }

    #[test]
    fn every_kind_of_value_is_read() {
        for (yaml, tree) in [
            (
                "a: 4.10\nb: 007\nc: 1e3\nd: yes\ne: \"x: y\"\nf: 2025-12-09 # said\n",
                "{a: 4.10, b: 007, c: 1e3, d: yes, e: 'x: y', f: 2025-12-09}",
            ),
            (
                "a:\nb: ~\nc: null\nd: ''\ne: []\nf: {}\ng: true\n",
                "{a: ~, b: ~, c: ~, d: '', e: [], f: {}, g: true}",
            ),
            (
                "tags: [a, 'b', [c, d] ]\nmap: {a: b, c: [d] }\n",
                "{tags: [a, 'b', [c, d]], map: {a: b, c: [d]}}",
            ),
            ("'a b': c\n\"d\": e\n", "{a b: c, d: e}"),
            (
                "list:\n  - one\n  -\n  - a: b\n    c: d\n  - - x\n    - y\n",
                "{list: [one, ~, {a: b, c: d}, [x, y]]}",
            ),
            (
                "text: |\n  one\n  two\nfolded: >-\n  one\n  two\n\nlong: a\n  plain value\n",
                "{text: one/two/, folded: one two, long: a plain value}",
            ),
            ("a: 1\na: 2\n", "{a: 1, a: 2}"),
            ("é: ü – “x”\nb: ä # ö\n", "{é: ü – “x”, b: ä}"),
            ("", "~"),
            ("# only a comment\n", "~"),
            ("just text\n", "just text"),
            ("- a\n- b\n", "[a, b]"),
        ] {
            let text = format!("---\n{yaml}");
            assert_eq!(shown(&node(&text), &text), tree, "{yaml}");
            // Without the document start line.
            assert_eq!(shown(&node(yaml), yaml), tree, "{yaml}");
        }
    }

    #[test]
    fn references_merge_keys_and_tags_are_resolved() {
        for (yaml, tree) in [
            ("a: &x one\nb: *x\n", "{a: one, b: one}"),
            ("a: &x 4.10\nb: [*x, *x]\n", "{a: 4.10, b: [4.10, 4.10]}"),
            (
                "a: &x [1, &y {b: c}]\nd: *x\ne: *y\n",
                "{a: [1, {b: c}], d: [1, {b: c}], e: {b: c}}",
            ),
            (
                "base: &base {b: one, c: two}\nmore:\n  c: own\n  <<: *base\nb: &base {d: e}\nf: *base\n",
                "{base: {b: one, c: two}, more: {c: own, b: one}, b: {d: e}, f: {d: e}}",
            ),
            (
                "a: &a {x: 1}\nb: &b {x: 2, y: 3}\nc: {<<: [*a, *b]}\nd: {<<: ~, <<: {z: 4}}\n",
                "{a: {x: 1}, b: {x: 2, y: 3}, c: {x: 1, y: 3}, d: {z: 4}}",
            ),
            (
                "a: x\nb: !!str 12\nc: !!str ~\nd: !own ~\ne: !!null x\n",
                "{a: x, b: 12, c: ~, d: ~, e: ~}",
            ),
            ("'<<': a\n", "{<<: a}"),
        ] {
            assert_eq!(shown(&node(yaml), yaml), tree, "{yaml}");
        }
        let text = "a: &x {b: c}\nd: *x\n";
        let tree = node(text);
        let Value::Map(repeated) = &pairs(&tree)[1].1.value else {
            panic!("{tree:?}");
        };
        let (key, value) = &repeated[0];
        assert_eq!(&text[key.span.range()], "b");
        assert_eq!(&text[value.span.range()], "*x");
    }

    #[test]
    fn a_binary_value_is_its_text() {
        let binary = |yaml: &str| match read(SourceId(0), yaml, 0..yaml.len()).map(|n| n.value) {
            Ok(Value::Scalar { text, .. }) => Some(text),
            _ => None,
        };
        for (yaml, text) in [
            ("!binary |\n  w6l0w6kg\n  w6A=\n", Some("été à")),
            ("!!binary YQ==", Some("a")),
            ("!!binary YQ", None),
            ("!!binary Y!==", None),
            ("!!binary /w==", None),
        ] {
            assert_eq!(binary(yaml).as_deref(), text, "{yaml}");
        }
    }

    #[test]
    fn a_list_spans_to_its_bracket() {
        let text = "---\ntags: [a, 'b']\n";
        assert_eq!(&text[pairs(&node(text))[0].1.span.range()], "[a, 'b']");
    }

    #[test]
    fn a_colon_in_a_title_says_which_quotes_to_put() {
        let text = "---\ntitle: Meta: a \"shift\"\n";
        let d = read(SourceId(0), text, 0..text.len()).unwrap_err();
        assert_eq!(d.code, "colon-in-value");
        assert_eq!(
            d.hint.as_deref(),
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
    fn a_control_character_in_quotes_is_not_to_be_put_in_quotes() {
        let text = "---\ntitle: \"a\u{1}b\"\n";
        let d = read(SourceId(0), text, 0..text.len()).unwrap_err();
        assert_eq!(
            (d.code, d.hint.as_deref()),
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
        let message = |text: &str| match read(SourceId(0), text, 0..text.len()) {
            Ok(_) => String::new(),
            Err(fault) => fault.message,
        };
        let mut bomb = "---\na0: &a0 [x, x]\n".to_owned();
        for i in 1..40 {
            bomb.push_str(&format!("a{i}: &a{i} [*a{0}, *a{0}]\n", i - 1));
        }
        let many = format!("there are more than {MAX_NODES} values");
        assert!(message(&bomb).starts_with(&many));
        // What is kept for aliases is limited as well.
        let inner = "x, ".repeat(MAX_NODES / 10);
        let nested: String = (0..23).map(|n| format!("&a{n} [")).collect();
        let kept = format!("a: {nested}{inner}{}\n", "]".repeat(23));
        assert!(message(&kept).starts_with(&many));
        let text = "x".repeat(1 << 20);
        let long = format!("a: &a {text}\nb: [{}]\n", "*a, ".repeat(80));
        assert!(message(&long).starts_with(&many));
        let deep = format!("a: &a {}x{}\nb: ", "[".repeat(20), "]".repeat(20));
        let levels = format!("lists and groups are nested more than {MAX_DEPTH} levels deep");
        assert_eq!(message(&format!("{deep}[[[*a]]]\n")), "");
        assert_eq!(message(&format!("{deep}[[[[*a]]]]\n")), levels);
        assert_eq!(message("a: &a [*a]\n"), "a value refers to itself");
    }
}
