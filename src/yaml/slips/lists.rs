//! Lists: items that are not indented, dashes that are none, items that are comments.

use std::ops::Range;

use super::{Text, in_brackets, row_of};
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_KEYS;
use crate::source::At;
use crate::yaml::signs::{odd_dash, odd_space};
use crate::yaml::table::{Form, KeyTable};
use crate::yaml::{Node, Value};

/// Reports the keys of a list's last item that are not indented, so that they are read as keys of
/// the map around the list; moves them into the item.
pub(super) fn unindented(
    text: &Text<'_>,
    root: &mut Node,
    table: &'static KeyTable,
    sink: &mut Sink,
) {
    let Value::Map(pairs) = &mut root.value else {
        return;
    };
    if pairs.len() > MAX_KEYS {
        return;
    }
    let mut at = 0;
    while let Some((key, node)) = pairs.get(at) {
        at += 1;
        let Value::List(items) = &node.value else {
            continue;
        };
        let Some(last) = items.last() else { continue };
        let Value::Map(item) = &last.value else {
            continue;
        };
        if is_closed(text, node) || is_closed(text, last) {
            continue;
        }
        let row = row_of(table, &key.value);
        let Some(inner) = row.and_then(|row| row.form.inner()) else {
            continue;
        };
        let run = pairs[at..].iter().take_while(|(key, _)| {
            row_of(inner, &key.value).is_some() && item.iter().all(|(k, _)| k.value != key.value)
        });
        let evidence = |(key, _): &&(At<String>, Node)| {
            let earlier = pairs[..at - 1].iter().any(|(k, _)| k.value == key.value);
            let later = pairs[at..].iter().filter(|(k, _)| k.value == key.value);
            earlier
                || later.count() > 1
                || table.row(&key.value).is_none()
                || (key.value == "url" && inner.has("url"))
        };
        // Up to the last key that can't be one of the map around it.
        let len = run.clone().collect::<Vec<_>>();
        let Some(last) = len.iter().rposition(evidence) else {
            continue;
        };
        let len = last + 1;
        report(text, key, &pairs[at..at + len], sink);
        let moved: Vec<_> = pairs.drain(at..at + len).collect();
        if let Value::List(items) = &mut pairs[at - 1].1.value
            && let Some(item) = items.last_mut()
            && let Value::Map(item) = &mut item.value
        {
            item.extend(moved);
        }
    }
}

/// Whether a list or map is written in brackets or is a reference, so that no line below it can
/// belong to it.
fn is_closed(text: &Text<'_>, node: &Node) -> bool {
    let written = &text.text[node.span.start as usize..];
    written.starts_with(['[', '{', '*'])
}

/// Reports items of groups at the first column that begin with a character that only looks like a
/// hyphen, or with a hyphen without a space, which YAML reads as keys; makes a list of them.
pub(super) fn dashes_in_keys(
    text: &Text<'_>,
    root: &mut Node,
    table: &'static KeyTable,
    sink: &mut Sink,
) {
    let Value::Map(pairs) = &mut root.value else {
        return;
    };
    let is_dash = |c: char| c == '-' || odd_dash(c).is_some();
    for (key, node) in pairs.iter_mut().take(MAX_KEYS) {
        let form = row_of(table, &key.value).map(|row| row.form);
        if let Some(Form::Groups(inner) | Form::GroupsOrTexts(inner)) = form {
            dashes_in_group(text, node, inner, sink);
        }
    }
    let mut at = 1;
    while at < pairs.len().min(MAX_KEYS) {
        let above = &pairs[at - 1];
        let inner = row_of(table, &above.0.value).and_then(|row| row.form.inner());
        let in_item = |key: &At<String>| {
            let words = key.value.strip_prefix(is_dash)?.trim_start();
            row_of(inner?, words).map(|_| words.to_owned())
        };
        let run = pairs[at..].iter().map_while(|(key, _)| in_item(key));
        let names: Vec<String> = run.collect();
        if above.1.value != Value::Null || names.is_empty() {
            at += 1;
            continue;
        }
        let first = pairs[at].0.span;
        let last = pairs[at + names.len() - 1].1.span.end as usize;
        let whole = first.start as usize..last.max(first.end as usize);
        // A key that the item has already begins another.
        let mut own: Vec<&str> = Vec::new();
        let begins: Vec<bool> = names
            .iter()
            .map(|name| {
                let is_new = own.is_empty() || own.contains(&name.as_str());
                if is_new {
                    own.clear();
                }
                own.push(name);
                is_new
            })
            .collect();
        let mut signs = begins
            .iter()
            .map(|is_new| if *is_new { "- " } else { "  " });
        let finished: Vec<String> = text.text[whole.clone()]
            .lines()
            .map(|line| match line.strip_prefix(is_dash) {
                Some(words) => format!("{}{}", signs.next().unwrap_or("  "), words.trim_start()),
                None => line.to_owned(),
            })
            .collect();
        let shown: Vec<String> = finished.iter().map(|line| format!("`{line}`")).collect();
        let (message, label) = match pairs[at].0.value.chars().next().and_then(odd_dash) {
            Some(name) => (
                format!("a list item starts with a hyphen and a space, not with {name}"),
                "not a hyphen",
            ),
            None => (
                "there is no space after the dash of a list item".to_owned(),
                "missing space",
            ),
        };
        sink.push(
            Diagnostic::error("broken-yaml", message)
                .at(first, label)
                .hint(format!("write {}", shown.join(", ")))
                .fix(text.span(whole.clone()), finished.join("\n")),
        );
        let moved: Vec<_> = pairs.drain(at..at + names.len()).collect();
        let items = moved
            .into_iter()
            .zip(names)
            .map(|((key, value), name)| Node {
                span: text.span(key.span.start as usize..value.span.end as usize),
                value: Value::Map(vec![(At::new(name, key.span), value)]),
            });
        pairs[at - 1].1.value = Value::List(items.collect());
        pairs[at - 1].1.span = text.span(whole);
    }
}

/// The same in a group that has no dash itself: the items after the first were meant to have one.
fn dashes_in_group(text: &Text<'_>, node: &mut Node, inner: &'static KeyTable, sink: &mut Sink) {
    let Value::Map(own) = &mut node.value else {
        return;
    };
    let name = |key: &At<String>| {
        let words = key.value.strip_prefix(|c| odd_dash(c).is_some())?;
        let words = words.trim_start_matches(|c| c == ' ' || odd_space(c).is_some());
        row_of(inner, words).map(|_| words.to_owned())
    };
    let starts: Vec<usize> = (1..own.len())
        .filter(|n| name(&own[*n].0).is_some())
        .collect();
    let Some(first) = starts.first().copied() else {
        return;
    };
    let (key, value) = (&own[0].0, &own[0].1);
    let line = |name: &str, value: &Node| format!("`- {name}: {}`", &text.text[value.span.range()]);
    let mut lines = vec![line(&key.value, value)];
    let sign = own[first]
        .0
        .value
        .chars()
        .next()
        .and_then(odd_dash)
        .unwrap_or("");
    let at = own[first].0.span;
    let mut items: Vec<Node> = Vec::new();
    for (n, (mut key, value)) in std::mem::take(own).into_iter().enumerate() {
        if starts.contains(&n) {
            key.value = name(&key).unwrap_or_default();
            lines.push(line(&key.value, &value));
        }
        let span = text.span(key.span.start as usize..value.span.end as usize);
        match items.last_mut().map(|item| &mut item.value) {
            Some(Value::Map(map)) if !starts.contains(&n) => map.push((key, value)),
            _ => items.push(Node {
                span,
                value: Value::Map(vec![(key, value)]),
            }),
        }
    }
    node.value = Value::List(items);
    sink.push(
        Diagnostic::error(
            "broken-yaml",
            format!("a list item starts with a hyphen and a space, not with {sign}"),
        )
        .at(at, "not a hyphen")
        .hint(format!(
            "begin every item with a hyphen: {}",
            lines.join(", ")
        )),
    );
}

/// Reports groups of which each key has a dash of its own; makes one item of each group.
pub(super) fn dash_of_each_key(
    text: &Text<'_>,
    root: &mut Node,
    table: &'static KeyTable,
    sink: &mut Sink,
) {
    let Value::Map(pairs) = &mut root.value else {
        return;
    };
    for (key, node) in pairs.iter_mut().take(MAX_KEYS) {
        let inner = row_of(table, &key.value).and_then(|row| row.form.inner());
        let (Some(inner), Value::List(items)) = (inner, &mut node.value) else {
            continue;
        };
        if !apart(text, items, inner) {
            continue;
        }
        let whole = items[0].span.start as usize..items[items.len() - 1].span.end as usize;
        let (start, line) = text.line(whole.start);
        let dash = line.len() - line.trim_start_matches(' ').len();
        let mut finished = String::new();
        let mut joined: Vec<Node> = Vec::new();
        for item in std::mem::take(items) {
            let written = text.text[item.span.range()].trim_end();
            let Value::Map(own) = item.value else {
                continue;
            };
            let is_new = |last: &Node| match &last.value {
                Value::Map(map) => map.iter().any(|(key, _)| key.value == own[0].0.value),
                _ => true,
            };
            let sep = match joined.last_mut() {
                Some(last) if !is_new(last) => {
                    if let Value::Map(map) = &mut last.value {
                        map.extend(own);
                    }
                    last.span.end = item.span.end;
                    "  "
                }
                _ => {
                    joined.push(Node {
                        span: item.span,
                        value: Value::Map(own),
                    });
                    "- "
                }
            };
            if !finished.is_empty() {
                finished.push('\n');
                finished.push_str(&" ".repeat(dash));
            }
            finished.push_str(sep);
            finished.push_str(written);
        }
        *items = joined;
        let shown: Vec<String> = finished
            .lines()
            .map(|line| {
                format!(
                    "`{}`",
                    line.get(dash..)
                        .filter(|_| !line.starts_with('-'))
                        .unwrap_or(line)
                )
            })
            .collect();
        sink.push(
            Diagnostic::error(
                "broken-yaml",
                format!(
                    "each key of `{}` has a dash, so each is an item of its own",
                    key.value
                ),
            )
            .at(text.span(whole.start..whole.end), "several items")
            .related(key.span, "the list")
            .hint(format!(
                "write one dash for each item: {}",
                shown.join(", ")
            ))
            .fix(text.span(start + dash..whole.end), finished),
        );
    }
}

/// Whether all items have one key on one line each, which belong together: some of them say nothing
/// by themselves.
fn apart(text: &Text<'_>, items: &[Node], inner: &'static KeyTable) -> bool {
    let only_key = |item: &Node| match &item.value {
        Value::Map(map) if map.len() == 1 && row_of(inner, &map[0].0.value).is_some() => {
            let (start, line) = text.line(item.span.start as usize);
            let one_line = item.span.end as usize <= start + line.len();
            let is_block = line.trim_start().starts_with("- ")
                && text.text[start..item.span.start as usize].trim() == "-";
            (one_line && is_block).then(|| map[0].0.value.clone())
        }
        _ => None,
    };
    if items.len() < 2 || items.len() > MAX_KEYS {
        return false;
    }
    let Some(keys) = items.iter().map(only_key).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let says_nothing = |key: &String| !matches!(key.as_str(), "title" | "url" | "publisher");
    keys.iter().any(|key| *key != keys[0]) && keys.iter().any(says_nothing)
}

fn report(text: &Text<'_>, list: &At<String>, pairs: &[(At<String>, Node)], sink: &mut Sink) {
    let [(first, _), .., (_, last)] = pairs else {
        return report_one(text, list, &pairs[0], sink);
    };
    report_lines(
        text,
        list,
        first.span.start as usize..last.span.end as usize,
        pairs.len(),
        sink,
    );
}

fn report_one(
    text: &Text<'_>,
    list: &At<String>,
    (key, node): &(At<String>, Node),
    sink: &mut Sink,
) {
    let end = node.span.end.max(key.span.end) as usize;
    report_lines(text, list, key.span.start as usize..end, 1, sink);
}

/// Reports lines that belong to the item above them.
fn report_lines(
    text: &Text<'_>,
    list: &At<String>,
    range: Range<usize>,
    keys: usize,
    sink: &mut Sink,
) {
    let (start, _) = text.line(range.start);
    let (end_start, end_line) = text.line(range.end.saturating_sub(1).max(range.start));
    let lines = start..end_start + end_line.trim_end().len();
    let finished: Vec<String> = text.text[lines.clone()]
        .lines()
        .map(|line| match line.trim().is_empty() {
            true => line.to_owned(),
            false => format!("  {line}"),
        })
        .collect();
    let (what, these) = match keys {
        1 => ("this line belongs", "the line"),
        _ => ("these lines belong", "the lines"),
    };
    let shown: Vec<String> = finished.iter().map(|line| format!("`{line}`")).collect();
    sink.push(
        Diagnostic::error(
            "not-indented",
            format!(
                "{what} to the item of `{}` above, and must be indented below it",
                list.value
            ),
        )
        .at(text.span(lines.clone()), "not indented")
        .related(list.span, "the list")
        .hint(format!(
            "indent {these} by two spaces: {}",
            shown.join(", ")
        ))
        .fix(text.span(lines), finished.join("\n")),
    );
}

/// Reports a text on lines of its own, which start with a dash without a space or with a character
/// that looks like one; makes a list of it. Returns whether it was one.
pub(super) fn dashes(
    text: &Text<'_>,
    key: &At<String>,
    node: &mut Node,
    form: Form,
    sink: &mut Sink,
) -> bool {
    let is_list = matches!(
        form,
        Form::Terms | Form::List | Form::Groups(_) | Form::GroupsOrTexts(_)
    );
    let Range { start, end } = node.span.range();
    let Some(first) = text.text[start..].chars().next() else {
        return false;
    };
    let sign = odd_dash(first);
    if !is_list || (first != '-' && sign.is_none()) {
        return false;
    }
    let below = text.text.get(key.span.end as usize..start);
    if !below.is_some_and(|between| between.contains('\n')) {
        return false;
    }
    let mut at = start;
    let (mut items, mut finished) = (Vec::new(), Vec::new());
    for line in text.text[start..end].split('\n') {
        let words = line.trim();
        let offset = at + line.len() - line.trim_start().len();
        at += line.len() + 1;
        let Some(c) = words
            .chars()
            .next()
            .filter(|c| *c == '-' || odd_dash(*c).is_some())
        else {
            return false;
        };
        let item = words[c.len_utf8()..].trim_start_matches(|c| c == ' ' || odd_space(c).is_some());
        let from = offset + words.len() - item.len();
        items.push(Node {
            span: text.span(from..from + item.len()),
            value: Value::Scalar {
                text: item.to_owned(),
                quoted: false,
            },
        });
        let indent = &line[..line.len() - line.trim_start().len()];
        finished.push(format!("{indent}- {item}"));
    }
    let after = text.text[start + first.len_utf8()..].chars().next();
    let message = match (sign, after.and_then(odd_space)) {
        (Some(name), _) => format!("a list item starts with a hyphen and a space, not with {name}"),
        (None, Some(name)) => {
            format!("there is {name} after the dash, where an ordinary space must be")
        }
        (None, None) => "there is no space after the dash of a list item".to_owned(),
    };
    let shown: Vec<String> = finished
        .iter()
        .map(|line| format!("`{}`", line.trim()))
        .collect();
    sink.push(
        Diagnostic::error("broken-yaml", message)
            .at(
                text.span(start..start + first.len_utf8()),
                match sign {
                    Some(_) => "not a hyphen",
                    None => "missing space",
                },
            )
            .hint(format!("write {}", shown.join(", ")))
            .fix(node.span, finished.join("\n")),
    );
    node.value = Value::List(items);
    true
}

/// Reports items that are only a comment: `- #rail`.
pub(super) fn hashes(text: &Text<'_>, key: &At<String>, node: &Node, sink: &mut Sink) {
    let (line_start, line) = text.line(key.span.start as usize);
    // A key may go on over several lines.
    let rest_of_line = text
        .text
        .get(key.span.end as usize..line_start + line.len());
    if rest_of_line.is_none_or(|rest| rest.trim() != ":")
        || text.text[line_start..].starts_with("- ")
    {
        return;
    }
    if matches!(&node.value, Value::List(items) if items.iter().all(|item| item.value != Value::Null))
    {
        return;
    }
    let mut at = line_start + line.len() + 1;
    let mut found: Option<Range<usize>> = None;
    let mut finished = String::new();
    let mut edited = at;
    while let Some(line) = text.text.get(at..).and_then(|rest| rest.split('\n').next()) {
        let words = line.trim_start();
        let Some(item) = words.strip_prefix('-') else {
            break;
        };
        let comment = item.trim_start();
        let glued = comment.len() < item.len()
            && comment
                .strip_prefix('#')
                .is_some_and(|word| word.starts_with(char::is_alphanumeric));
        if glued {
            let from = at + line.len() - comment.len();
            let to = at + line.trim_end().len();
            let found = found.get_or_insert(from..to);
            if finished.is_empty() {
                edited = from;
            }
            finished.push_str(&text.text[edited..from]);
            let list = in_brackets(comment);
            finished.push_str(list.trim_start_matches('[').trim_end_matches(']'));
            (found.end, edited) = (to, to);
        }
        at += line.len() + 1;
    }
    let Some(range) = found else {
        return;
    };
    let span = text.span(range);
    sink.push(
        Diagnostic::warning(
            "cut-by-comment",
            format!("an item of `{}` is empty: a # starts a comment", key.value),
        )
        .at(span, "a comment")
        .hint(format!(
            "write the items without #, as in `- {}`",
            finished.lines().next().unwrap_or("").trim()
        ))
        .fix(span, finished.clone()),
    );
}
