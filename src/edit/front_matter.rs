//! Additions to front matter: an item of a list, a key of a group. Everything else in the file
//! stays byte for byte. An addition after which the front matter would not say what it said, and
//! the addition, is not made.

use std::ops::Range;

use super::{Edit, apply};
use crate::parse::fence::{self, Notation};
use crate::source::{At, SourceId, Span};
use crate::yaml::{self, Node, Value, emit};

/// A value to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewValue {
    Text(String),
    /// In EDTF.
    Date(String),
}

impl NewValue {
    /// As the value of a key on a line of its own.
    fn alone(&self) -> String {
        match self {
            NewValue::Text(text) => emit::value(text),
            NewValue::Date(date) => emit::date(date),
        }
    }

    /// Between braces.
    fn in_flow(&self) -> String {
        match self {
            NewValue::Text(text) => emit::in_flow(text),
            NewValue::Date(date) => emit::date(date),
        }
    }

    fn text(&self) -> &str {
        match self {
            NewValue::Text(text) | NewValue::Date(text) => text,
        }
    }
}

/// Keys and values of a new item, in order.
pub type Group = Vec<(&'static str, NewValue)>;

/// Returns the position of a key in the order of the documentation, by any of its names.
pub type PlaceOfKey<'a> = &'a dyn Fn(&str) -> Option<usize>;

/// How a group is written where nothing in the file is an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `- {entry: a, date: 2026}`
    Line,
    /// A line for each key.
    Block,
}

/// Writes a group in the form of `---`-less YAML: `- {entry: a}` or several lines, each indented.
pub fn item(group: &Group, style: Style, indent: &str) -> String {
    match style {
        Style::Line => format!("{indent}- {}\n", flow(group)),
        Style::Block => {
            let line = |(n, (key, value)): (usize, &(&str, NewValue))| {
                let dash = if n == 0 { "- " } else { "  " };
                format!("{indent}{dash}{key}: {}\n", value.alone())
            };
            group.iter().enumerate().map(line).collect()
        }
    }
}

fn flow(group: &Group) -> String {
    let pairs = group.iter();
    let pairs: Vec<String> = pairs
        .map(|(key, value)| format!("{key}: {}", value.in_flow()))
        .collect();
    format!("{{{}}}", pairs.join(", "))
}

/// Adds an item to the list `key` of a file's front matter, which is made if it is missing. `None`
/// if the front matter can't be read, or is written in a form to which nothing can be added.
pub fn add_item(
    text: &str,
    key: &'static str,
    group: &Group,
    style: Style,
    place: PlaceOfKey<'_>,
) -> Option<String> {
    let root = front_matter(text)?;
    let Value::Map(map) = &root.value else {
        return None;
    };
    let is_key =
        |written: &str| written == key || place(written).is_some_and(|p| Some(p) == place(key));
    let mut expected = map.clone();
    let edits = match map.iter().position(|(written, _)| is_key(&written.value)) {
        Some(n) => {
            let (written, node) = &map[n];
            expected[n].1.value = with_item(node, key, group);
            into_value(text, written, node, key, group, style)?
        }
        None => {
            let items = Value::List(vec![node_of(group)]);
            expected.push((At::new(key.to_owned(), root.span), node(items)));
            vec![new_key(text, &root, map, key, group, style, place)?]
        }
    };
    checked(text, edits, &Value::Map(expected))
}

/// Sets a key of the front matter, or, if `item` is the span of an item of one of its lists, of
/// that item. `None` if that is not possible. A new key stands behind the last of `behind` that is
/// there, else at the end.
pub fn set_key(
    text: &str,
    item: Option<Span>,
    key: &'static str,
    value: &NewValue,
    behind: &[&str],
) -> Option<String> {
    let mut root = front_matter(text)?;
    let group = match item {
        Some(span) => item_at(&root, span.range())?.clone(),
        None => root.clone(),
    };
    let Value::Map(map) = &group.value else {
        return None;
    };
    let edit = match map.iter().find(|(written, _)| written.value == key) {
        Some((written, old)) => Edit::new(
            after_colon(text, written)?..(old.span.end as usize).max(after_colon(text, written)?),
            format!(" {}", value_in(text, &group, value)),
        ),
        None => key_of_group(text, &group, map, key, value, behind)?,
    };
    let target = match item {
        Some(span) => item_at_mut(&mut root, span.range())?,
        None => &mut root,
    };
    if let Value::Map(map) = &mut target.value {
        map.retain(|(written, _)| written.value != key);
        map.push((At::new(key.to_owned(), group.span), node(scalar(value))));
    }
    checked(text, vec![edit], &root.value)
}

/// Applies edits, if the front matter then says what is expected.
fn checked(text: &str, edits: Vec<Edit>, expected: &Value) -> Option<String> {
    let new = apply(text, edits);
    let read = front_matter(&new)?;
    let body = |text: &str| fence::split(text).map(|parts| text[parts.body].to_owned());
    (says(&read.value, expected) && body(&new) == body(text)).then_some(new)
}

fn front_matter(text: &str) -> Option<Node> {
    let parts = fence::split(text).ok()?;
    if parts.notation != Notation::Yaml {
        return None;
    }
    yaml::read(SourceId(0), text, parts.front).ok()
}

/// Whether two values say the same, however they are written and in whatever order their keys are.
fn says(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar { text: a, .. }, Value::Scalar { text: b, .. }) => a == b,
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| says(&a.value, &b.value))
        }
        (Value::Map(a), Value::Map(b)) => {
            let same = |(key, value): &(At<String>, Node)| {
                let found = b.iter().find(|(k, _)| k.value == key.value);
                found.is_some_and(|(_, other)| says(&value.value, &other.value))
            };
            a.len() == b.len() && a.iter().all(same)
        }
        _ => false,
    }
}

fn node(value: Value) -> Node {
    Node {
        span: Span::new(SourceId(0), 0..0),
        value,
    }
}

fn scalar(value: &NewValue) -> Value {
    Value::Scalar {
        text: value.text().to_owned(),
        quoted: false,
    }
}

fn node_of(group: &Group) -> Node {
    let pair = |(key, value): &(&str, NewValue)| {
        let key = At::new((*key).to_owned(), Span::new(SourceId(0), 0..0));
        (key, node(scalar(value)))
    };
    node(Value::Map(group.iter().map(pair).collect()))
}

/// What a list says with the item.
fn with_item(old: &Node, key: &str, group: &Group) -> Value {
    let new = node_of(group);
    match &old.value {
        _ if old.is_empty() => Value::List(vec![new]),
        Value::List(items) => Value::List([items.as_slice(), &[new]].concat()),
        Value::Map(map) if is_named(key, map) => {
            let (name, rest) = named(group);
            let name = At::new(name, old.span);
            Value::Map([map.as_slice(), &[(name, node_of(&rest))]].concat())
        }
        _ => Value::List(vec![old.clone(), new]),
    }
}

/// Whether a map has one group for each source, under the name by which the text cites it.
fn is_named(key: &str, map: &[(At<String>, Node)]) -> bool {
    let group = |(_, node): &(At<String>, Node)| matches!(node.value, Value::Map(_));
    key == "sources" && map.iter().all(group)
}

/// A group without its `id`, which becomes its name.
fn named(group: &Group) -> (String, Group) {
    let (ids, rest) = group
        .iter()
        .cloned()
        .partition::<Vec<_>, _>(|(key, _)| *key == "id");
    let name = ids.first().map_or("", |(_, id)| id.text());
    (name.to_owned(), rest)
}

/// The edits that put an item into the value of a key.
fn into_value(
    text: &str,
    written: &At<String>,
    old: &Node,
    key: &str,
    group: &Group,
    style: Style,
) -> Option<Vec<Edit>> {
    let span = old.span.range();
    let colon = after_colon(text, written)?;
    if old.is_empty() {
        let indent = " ".repeat(column(text, written.span.start as usize) + 2);
        let lines = item(group, style, &indent);
        let lines = format!("\n{}", lines.trim_end());
        return Some(vec![Edit::new(colon..span.end.max(colon), lines)]);
    }
    let in_braces = text[span.start..].starts_with(['[', '{']);
    let one = |at: usize, text: String| Some(vec![Edit::new(at..at, text)]);
    match &old.value {
        Value::List(items) if in_braces => {
            let last = items.last()?.span.end as usize;
            let rest = text.get(last..span.end)?;
            match rest.find(',') {
                Some(comma) => one(last + comma + 1, format!(" {}", flow(group))),
                None => one(last, format!(", {}", flow(group))),
            }
        }
        Value::List(items) => {
            let last = items.last()?;
            let start = last.span.start as usize;
            let dash = text[..start].rfind('-')?;
            let indent = " ".repeat(column(text, dash));
            let style = match last.value {
                Value::Map(_) if text[start..].starts_with('{') => Style::Line,
                Value::Map(_) => Style::Block,
                _ => style,
            };
            let at = line_end(text, last.span.end as usize);
            one(at, item(group, style, &indent))
        }
        Value::Map(map) if is_named(key, map) => {
            let (name, rest) = named(group);
            if in_braces {
                let last = map.last()?.1.span.end as usize;
                return one(last, format!(", {}: {}", emit::in_flow(&name), flow(&rest)));
            }
            let indent = " ".repeat(column(text, span.start));
            let line = format!("{indent}{}: {}\n", emit::value(&name), flow(&rest));
            one(line_end(text, span.end), line)
        }
        Value::Map(_) if in_braces => Some(vec![
            Edit::new(span.start..span.start, "["),
            Edit::new(span.end..span.end, format!(", {}]", flow(group))),
        ]),
        // A single group: it becomes the first item.
        Value::Map(_) => {
            let indent = " ".repeat(column(text, span.start));
            let end = line_end(text, span.end);
            let mut edits = vec![Edit::new(span.start..span.start, "- ")];
            let lines = text[span.start..end].match_indices('\n');
            let starts = lines.map(|(n, _)| span.start + n + 1);
            let starts = starts.filter(|at| *at < end && !text[*at..].starts_with('\n'));
            edits.extend(starts.map(|at| Edit::new(at..at, "  ")));
            edits.push(Edit::new(end..end, item(group, Style::Block, &indent)));
            Some(edits)
        }
        Value::Scalar { text: word, .. } if !word.contains([',', ' ', '\n']) => {
            let list = format!("[{}, {}]", emit::in_flow(word), flow(group));
            Some(vec![Edit::new(span, list)])
        }
        _ => None,
    }
}

/// The edit that adds a key with a list of one item: behind the last of the keys that stand before
/// it in the documentation.
fn new_key(
    text: &str,
    root: &Node,
    map: &[(At<String>, Node)],
    key: &str,
    group: &Group,
    style: Style,
    place: PlaceOfKey<'_>,
) -> Option<Edit> {
    if text[root.span.start as usize..].starts_with('{') {
        let at = map.last()?.1.span.end as usize;
        return Some(Edit::new(at..at, format!(", {key}: [{}]", flow(group))));
    }
    let mine = place(key);
    let before = |(written, _): &&(At<String>, Node)| {
        place(&written.value).is_some_and(|place| Some(place) < mine)
    };
    let (written, value) = map.iter().rev().find(before).or_else(|| map.last())?;
    let at = line_end(text, value.span.end.max(written.span.end) as usize);
    let indent = " ".repeat(column(text, written.span.start as usize));
    let lines = item(group, style, &format!("{indent}  "));
    Some(Edit::new(at..at, format!("{indent}{key}:\n{lines}")))
}

/// The edit that adds a key to a group.
fn key_of_group(
    text: &str,
    group: &Node,
    map: &[(At<String>, Node)],
    key: &str,
    value: &NewValue,
    behind: &[&str],
) -> Option<Edit> {
    let of = |name: &&str| map.iter().find(|(written, _)| written.value == **name);
    let (written, old) = behind.iter().rev().find_map(of).or_else(|| map.last())?;
    let end = old.span.end.max(written.span.end) as usize;
    let value = value_in(text, group, value);
    if text[group.span.start as usize..].starts_with('{') {
        return Some(Edit::new(end..end, format!(", {key}: {value}")));
    }
    // The first key of an item stands behind a dash, in the column of the others.
    let indent = " ".repeat(column(text, map.first()?.0.span.start as usize));
    let at = line_end(text, end);
    Some(Edit::new(at..at, format!("{indent}{key}: {value}\n")))
}

fn value_in(text: &str, group: &Node, value: &NewValue) -> String {
    match text[group.span.start as usize..].starts_with('{') {
        true => value.in_flow(),
        false => value.alone(),
    }
}

/// The item of a list whose span begins where `span` does.
fn item_at(root: &Node, span: Range<usize>) -> Option<&Node> {
    let Value::Map(map) = &root.value else {
        return None;
    };
    let lists = map.iter().filter_map(|(_, node)| match &node.value {
        Value::List(items) => Some(items.as_slice()),
        Value::Map(_) => Some(std::slice::from_ref(node)),
        _ => None,
    });
    lists
        .flatten()
        .find(|item| item.span.range().start == span.start)
}

fn item_at_mut(root: &mut Node, span: Range<usize>) -> Option<&mut Node> {
    let Value::Map(map) = &mut root.value else {
        return None;
    };
    let mut nodes = map.iter_mut().flat_map(|(_, node)| match &node.value {
        Value::List(_) => match &mut node.value {
            Value::List(items) => items.iter_mut().collect::<Vec<_>>(),
            _ => Vec::new(),
        },
        Value::Map(_) => vec![node],
        _ => Vec::new(),
    });
    nodes.find(|item| item.span.range().start == span.start)
}

/// The offset behind the colon of a key.
fn after_colon(text: &str, key: &At<String>) -> Option<usize> {
    let end = key.span.end as usize;
    let rest = text[end..].trim_start_matches(['"', '\'', ' ']);
    Some(text.len() - rest.strip_prefix(':')?.len())
}

/// The column of an offset in its line, in characters.
fn column(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    text[start..at].chars().count()
}

/// The offset behind the line in which a value ends.
fn line_end(text: &str, end: usize) -> usize {
    if text[..end].ends_with('\n') {
        return end;
    }
    text[end..].find('\n').map_or(text.len(), |n| end + n + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 5] = ["title", "date", "sources", "entries", "updates"];

    fn place(word: &str) -> Option<usize> {
        KEYS.iter().position(|key| *key == word)
    }

    fn group() -> Group {
        vec![
            ("entry", NewValue::Text("launch".to_owned())),
            ("date", NewValue::Date("2026-04".to_owned())),
        ]
    }

    fn source() -> Group {
        vec![
            ("id", NewValue::Text("axios".to_owned())),
            ("title", NewValue::Text("Launch: at last".to_owned())),
        ]
    }

    fn file(yaml: &str) -> String {
        format!("---\ntitle: T # a comment\n{yaml}---\n\nText: - {{x}}\n")
    }

    #[track_caller]
    fn updated(before: &str, after: &str) {
        let new = add_item(&file(before), "updates", &group(), Style::Line, &place);
        assert_eq!(new.as_deref(), Some(&*file(after)), "{before}");
    }

    #[track_caller]
    fn sourced(before: &str, after: &str) {
        let new = add_item(&file(before), "sources", &source(), Style::Block, &place);
        assert_eq!(new.as_deref(), Some(&*file(after)), "{before}");
    }

    #[test]
    fn an_item_is_added_in_the_form_that_the_list_has() {
        updated(
            "updates:\n  - {entry: a, date: 2025} # why\n# end\n",
            "updates:\n  - {entry: a, date: 2025} # why\n  - {entry: launch, date: 2026-04}\n# end\n",
        );
        updated(
            "updates:\n- entry: a\n  date: 2025\nother: x\n",
            "updates:\n- entry: a\n  date: 2025\n- entry: launch\n  date: 2026-04\nother: x\n",
        );
        updated(
            "updates: [{entry: a, date: 2025}]\n",
            "updates: [{entry: a, date: 2025}, {entry: launch, date: 2026-04}]\n",
        );
        updated(
            "updates: [\n  {entry: a, date: 2025},\n]\n",
            "updates: [\n  {entry: a, date: 2025}, {entry: launch, date: 2026-04}\n]\n",
        );
        updated(
            "updates:\n  entry: a\n  date: 2025\n",
            "updates:\n  - entry: a\n    date: 2025\n  - entry: launch\n    date: 2026-04\n",
        );
        updated(
            "updates: {entry: a, date: 2025}\n",
            "updates: [{entry: a, date: 2025}, {entry: launch, date: 2026-04}]\n",
        );
        sourced(
            "sources:\n  cnbc: {title: A}\n",
            "sources:\n  cnbc: {title: A}\n  axios: {title: \"Launch: at last\"}\n",
        );
        sourced(
            "sources: https://example.org/a\n",
            "sources: [https://example.org/a, {id: axios, title: \"Launch: at last\"}]\n",
        );
        sourced(
            "sources:\n  - https://example.org/a\n",
            "sources:\n  - https://example.org/a\n  - id: axios\n    title: \"Launch: at last\"\n",
        );
        sourced(
            "sources:\n  - title: |\n      Two\n      lines\ntags: [a]\n",
            "sources:\n  - title: |\n      Two\n      lines\n  - id: axios\n    title: \"Launch: at last\"\ntags: [a]\n",
        );
    }

    #[test]
    fn an_empty_list_and_a_missing_one_are_made() {
        let made = "updates:\n  - {entry: launch, date: 2026-04}\n";
        updated("", made);
        updated("updates: []\n", made);
        updated("updates:\n", made);
        updated("updates: ~\n", made);
        updated(
            "date: 2026\nentries: []\n# above tags\ntags: [a]\n",
            "date: 2026\nentries: []\nupdates:\n  - {entry: launch, date: 2026-04}\n# above tags\ntags: [a]\n",
        );
        sourced(
            "date: 2026\nentries: []\n",
            "date: 2026\nsources:\n  - id: axios\n    title: \"Launch: at last\"\nentries: []\n",
        );
        let braces = "---\n{title: T, date: 2026}\n---\n";
        let new = add_item(braces, "updates", &group(), Style::Line, &place);
        let after = "---\n{title: T, date: 2026, updates: [{entry: launch, date: 2026-04}]}\n---\n";
        assert_eq!(new.as_deref(), Some(after));
    }

    #[test]
    fn what_cannot_be_added_to_is_left_alone() {
        for yaml in ["updates: &a [x]\nother: *a\n", "updates: one, two\n"] {
            let new = add_item(&file(yaml), "updates", &group(), Style::Line, &place);
            assert!(new.is_none_or(|new| new.contains("other: *a")), "{yaml}");
        }
        assert_eq!(
            add_item("no front matter", "updates", &group(), Style::Line, &place),
            None
        );
    }

    #[test]
    fn a_key_is_set_in_the_front_matter_and_in_an_item() {
        let day = NewValue::Date("2026-11-28".to_owned());
        let set = |yaml: &str, item: Option<&str>| {
            let text = file(yaml);
            let span = item.map(|item| {
                let at = text.find(item).expect("the item");
                Span::new(SourceId(0), at..at + 1)
            });
            set_key(&text, span, "checked", &day, &["date", "status"])
        };
        for (before, item, after) in [
            (
                "date: 2026\ntags: [a]\n",
                None,
                "date: 2026\nchecked: 2026-11-28\ntags: [a]\n",
            ),
            (
                "date: 2026\nchecked: 2026-01-01 # by phone\n",
                None,
                "date: 2026\nchecked: 2026-11-28 # by phone\n",
            ),
            ("checked:\n", None, "checked: 2026-11-28\n"),
            (
                "entries:\n  - {id: a, date: 2026, title: A}\n",
                Some("{id: a"),
                "entries:\n  - {id: a, date: 2026, checked: 2026-11-28, title: A}\n",
            ),
            (
                "entries:\n  - id: a\n    date: 2026\n    title: A\n  - id: b\n    title: B\n",
                Some("id: b"),
                "entries:\n  - id: a\n    date: 2026\n    title: A\n  - id: b\n    title: B\n    checked: 2026-11-28\n",
            ),
            (
                "entries:\n  - id: a\n    status: expected\n    title: A\n",
                Some("id: a"),
                "entries:\n  - id: a\n    status: expected\n    checked: 2026-11-28\n    title: A\n",
            ),
        ] {
            assert_eq!(
                set(before, item).as_deref(),
                Some(&*file(after)),
                "{before}"
            );
        }
    }
}
