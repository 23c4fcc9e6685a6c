//! YAML as a tree of nodes with their places, and nothing typed yet; the keys of one map
//! ([`fields`]) and its [`values`], every fault at once.
//!
//! This is the only folder that names the YAML crate. (`serde_yaml` here is the maintained
//! `serde-saphyr`, see `Cargo.toml`.) Scalars keep the text that the editor wrote, so that
//! `4.10`, `007` and `1e3` stay what they are; what a value means is decided by who asks.
//!
//! Plain maps, lists and values, which is nearly all that anybody writes, are put together
//! from the crate's events; references, tags and whatever is broken go through its serde front,
//! which has the budgets and the errors. Both give the same tree.

mod events;
mod fault;
pub mod fields;
mod fix;
mod lines;
mod serde;
pub mod values;

use std::ops::Range;

pub use fix::read_fixing;

use crate::diagnostic::Diagnostic;
use crate::source::{At, SourceId, Span};

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
        let d = Diagnostic::error("tab-indent", "this line is indented with a tab")
            .at(Span::new(source, at..at + 1), "a tab")
            .hint("indent with blanks, two for each step");
        return Err(Box::new(match with_blanks(source, slice) {
            Some(fixed) => d.fix(Span::new(source, range), fixed),
            None => d,
        }));
    }
    match events::read(source, text, &range) {
        Some(node) => Ok(node),
        None => serde::read(source, text, &range)
            .map_err(|error| Box::new(fault::fault(source, text, &range, &error))),
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

/// A text whose lines are indented with two blanks for each tab; none where a line has both, or
/// where it can't be read then either.
fn with_blanks(source: SourceId, text: &str) -> Option<String> {
    let mut fixed = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches([' ', '\t']);
        let indent = &line[..line.len() - words.len()];
        if indent.contains('\t') && indent.contains(' ') && !words.trim().is_empty() {
            return None;
        }
        fixed.push_str(&indent.replace('\t', "  "));
        fixed.push_str(words);
    }
    let whole = 0..fixed.len();
    let reads = events::read(source, &fixed, &whole).is_some()
        || serde::read(source, &fixed, &whole).is_ok();
    reads.then_some(fixed)
}

/// A list that begins at `start`.
fn list(source: SourceId, text: &str, start: usize, items: Vec<Node>) -> Node {
    let end = items.last().map_or(start + 1, |n| n.span.end as usize);
    Node {
        span: container(source, text, start..end, ']'),
        value: Value::List(items),
    }
}

/// A map that begins at `start`.
fn map(source: SourceId, text: &str, start: usize, pairs: Vec<(At<String>, Node)>) -> Node {
    let end = pairs
        .last()
        .map_or(start + 1, |(k, n)| n.span.end.max(k.span.end) as usize);
    Node {
        span: container(source, text, start..end, '}'),
        value: Value::Map(pairs),
    }
}

/// The crate marks only the start of a list or map: it ends with its last child, or with the
/// bracket that follows it.
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
    fn events_and_serde_give_one_tree() {
        for yaml in [
            "a: 4.10\nb: 007\nc: 1e3\nd: yes\ne: \"x: y\"\nf: 2025-12-09 # said\n",
            "a:\nb: ~\nc: null\nd: ''\ne: []\nf: {}\ng: true\n",
            "tags: [a, 'b', [c, d] ]\nmap: {a: b, c: [d] }\n",
            "'a b': c\n\"d\": e\n",
            "list:\n  - one\n  -\n  - a: b\n    c: d\n  - - x\n    - y\n",
            "text: |\n  one\n  two\nfolded: >-\n  one\n  two\n\nlong: a\n  plain value\n",
            "a: 1\na: 2\n",
            "é: ü – “x”\nb: ä # ö\n",
            "",
            "# only a comment\n",
            "just text\n",
            "- a\n- b\n",
        ] {
            let text = format!("---\n{yaml}");
            let events = events::read(SourceId(0), &text, &(0..text.len()));
            let serde = serde::read(SourceId(0), &text, &(0..text.len())).unwrap();
            assert_eq!(events, Some(serde), "{yaml}");
        }
    }

    #[test]
    fn what_events_leave_serde_reads() {
        for (yaml, text) in [
            ("a: &x one\nb: *x\n", "one"),
            ("base: &base {b: one}\nmore:\n  <<: *base\nb: one\n", "one"),
            ("a: x\nb: !!str 12\n", "12"),
        ] {
            let text_of_b = pairs(&node(&format!("---\n{yaml}")))
                .iter()
                .find(|(key, _)| key.value == "b")
                .map(|(_, node)| node.value.clone());
            let Some(Value::Scalar { text: found, .. }) = text_of_b else {
                panic!("{yaml}");
            };
            assert_eq!(found, text, "{yaml}");
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
        let mut bomb = "---\na0: &a0 [x, x]\n".to_owned();
        for i in 1..40 {
            bomb.push_str(&format!("a{i}: &a{i} [*a{0}, *a{0}]\n", i - 1));
        }
        assert!(read(SourceId(0), &bomb, 0..bomb.len()).is_err());
    }
}
