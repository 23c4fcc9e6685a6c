//! Readers for groups of keys, lists of groups and single values, shared by all parts of
//! `site.yaml`.

use std::ops::RangeInclusive;

use crate::content::schemes;
use crate::diagnostic::{Diagnostic, Severity, Sink, suggest};
use crate::source::{At, Span};
use crate::yaml::emit;
use crate::yaml::fields::Fields;
use crate::yaml::table::{Form, KeyTable};
use crate::yaml::{Node, Value};

/// Reads a group of keys. `read` takes the keys it knows; any other key is an error. If the group
/// is absent, `read` sees an empty one and returns its defaults.
pub(super) fn group<'a, T>(
    f: &mut Fields<'a>,
    key: &'static str,
    sink: &mut Sink,
    read: impl FnOnce(&mut Fields<'a>, &mut Sink) -> T,
) -> T {
    let table = inner(f, key);
    let node = f.take(key);
    inside(node.unwrap_or(&EMPTY), table, sink, read)
}

/// Like [`group`], but returns `None` if the group is absent.
pub(super) fn group_if<'a, T>(
    f: &mut Fields<'a>,
    key: &'static str,
    sink: &mut Sink,
    read: impl FnOnce(&mut Fields<'a>, &mut Sink) -> Option<T>,
) -> Option<T> {
    let table = inner(f, key);
    let node = f.take(key)?;
    inside(node, table, sink, read)
}

/// Returns the table of the keys inside a key's value.
pub(super) fn inner(f: &Fields<'_>, key: &str) -> &'static KeyTable {
    let row = f.table.row(key).expect("the key has a row");
    row.form.inner().expect("its value has keys")
}

/// Returns the table of the keys of a list's items.
fn items_of(f: &Fields<'_>, key: &str) -> &'static KeyTable {
    match f.table.row(key).map(|row| row.form) {
        Some(Form::GroupOrFirst(table)) => {
            let first = table.keys[0].form.inner();
            first.expect("the first key is a list of groups")
        }
        _ => inner(f, key),
    }
}

/// Reads the keys of one node and rejects any that are left over.
pub(super) fn inside<'a, T>(
    node: &'a Node,
    table: &'static KeyTable,
    sink: &mut Sink,
    read: impl FnOnce(&mut Fields<'a>, &mut Sink) -> T,
) -> T {
    let mut f = Fields::new(node, table, sink);
    let value = read(&mut f, sink);
    // If the node is not a map, `Fields::new` has already reported it.
    if matches!(node.value, Value::Map(_)) {
        f.refuse_rest(Severity::Error, sink);
    }
    value
}

/// Replaces a group that is absent.
static EMPTY: Node = Node {
    span: Span {
        source: crate::source::SourceId(0),
        start: 0,
        end: 0,
    },
    value: Value::Null,
};

/// Reads a list of groups, each with the keys in `needs`.
pub(super) fn list_of_groups<'a, T>(
    f: &mut Fields<'a>,
    key: &'static str,
    needs: &[&str],
    sink: &mut Sink,
    read: impl Fn(&mut Fields<'a>, &mut Sink) -> Option<T>,
) -> Vec<T> {
    let mut out = Vec::new();
    let table = items_of(f, key);
    let place = table.name;
    for item in items(f, key, sink) {
        let value = inside(item, table, sink, |f, sink| {
            let lacks: Vec<&str> = needs
                .iter()
                .copied()
                .filter(|need| f.is_empty(need))
                .collect();
            let value = read(f, sink);
            if value.is_none() && !lacks.is_empty() && matches!(item.value, Value::Map(_)) {
                sink.push(
                    Diagnostic::error("missing-key", format!("{place} has no `{}`", lacks[0]))
                        .at(item.span, "here")
                        .hint(format!("add `{}` to each item", needs.join("` and `"))),
                );
            }
            value
        });
        out.extend(value);
    }
    out
}

/// Returns the items of a list; reports any other value.
pub(super) fn items<'a>(f: &mut Fields<'a>, key: &'static str, sink: &mut Sink) -> &'a [Node] {
    let Some(node) = f.take(key) else {
        return &[];
    };
    if let Value::List(items) = &node.value {
        return items;
    }
    sink.push(
        Diagnostic::error(
            "wrong-type",
            format!("`{key}` must be a list, not {}", node.what()),
        )
        .at(node.span, "here")
        .hint(format!(
            "write `{key}:` and below it one `- …` for each item"
        )),
    );
    &[]
}

/// Returns the pairs of a group whose keys the owner chooses, in file order; reports a name that is
/// used twice.
pub(super) fn pairs<'a>(
    f: &mut Fields<'a>,
    key: &'static str,
    example: &str,
    sink: &mut Sink,
) -> Vec<(&'a At<String>, &'a Node)> {
    let Some(node) = f.take(key) else {
        return Vec::new();
    };
    let Value::Map(map) = &node.value else {
        sink.push(
            Diagnostic::error(
                "wrong-type",
                format!("`{key}` must be a group of keys, not {}", node.what()),
            )
            .at(node.span, "here")
            .hint(format!("write it as in `{example}`")),
        );
        return Vec::new();
    };
    let mut out: Vec<(&At<String>, &Node)> = Vec::new();
    for (name, node) in map {
        if let Some((first, _)) = out.iter().find(|(n, _)| n.value == name.value) {
            sink.push(
                Diagnostic::error("duplicate-key", format!("`{}` is given twice", name.value))
                    .at(name.span, "again here")
                    .related(first.span, "first here")
                    .hint("keep one of the two"),
            );
        } else {
            out.push((name, node));
        }
    }
    out
}

/// Like [`pairs`], for names that become part of addresses and CSS classes.
pub(super) fn named<'a>(
    f: &mut Fields<'a>,
    key: &'static str,
    example: &str,
    sink: &mut Sink,
) -> Vec<(&'a At<String>, &'a Node)> {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    let mut pairs = pairs(f, key, example, sink);
    pairs.retain(|(name, _)| {
        let good = !name.value.is_empty() && name.value.chars().all(good);
        if !good {
            sink.push(
                Diagnostic::error(
                    "bad-name",
                    format!("`{}` is not a valid name in `{key}`", name.value),
                )
                .at(name.span, "here")
                .hint("use lower-case letters, digits and hyphens; put the displayed text in `label` or `title`"),
            );
        }
        good
    });
    let table = inner(f, key);
    // `open: Open`. The name itself is known nevertheless.
    for (name, node) in &mut pairs {
        let Value::Scalar { text, .. } = &node.value else {
            continue;
        };
        if !table.has("label") {
            continue;
        }
        let group = format!("{{label: {}}}", emit::in_flow(text));
        let message = format!(
            "`{}` must be a group of keys, not a single value",
            name.value
        );
        sink.push(
            Diagnostic::error("wrong-type", message)
                .at(node.span, "its label?")
                .hint(format!("write `{}: {group}`", name.value))
                .fix(node.span, group),
        );
        *node = &EMPTY;
    }
    pairs
}

/// Reads a count, or returns `default`.
pub(super) fn count(
    f: &mut Fields<'_>,
    key: &'static str,
    default: usize,
    range: RangeInclusive<i64>,
    sink: &mut Sink,
) -> usize {
    f.number(key, range, sink)
        .and_then(|n| usize::try_from(n.value).ok())
        .unwrap_or(default)
}

/// Reads one of a closed list of words.
pub(super) fn one_of<T: Copy>(
    f: &mut Fields<'_>,
    key: &'static str,
    what: &str,
    choices: &[(&str, T)],
    sink: &mut Sink,
) -> Option<T> {
    let word = f.text(key, sink)?;
    one_of_or(&word, what, choices, sink)
}

/// Returns the meaning of `word` in a closed list; reports it if it is unknown.
pub(super) fn one_of_or<T: Copy>(
    word: &At<String>,
    what: &str,
    choices: &[(&str, T)],
    sink: &mut Sink,
) -> Option<T> {
    let found = choices.iter().find(|(name, _)| *name == word.value);
    if found.is_none() {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        suggest::unknown_word(word, what, &names, sink);
    }
    found.map(|(_, value)| *value)
}

/// Reads a CSS hex colour: `#0b5` or `#00aa55`.
pub(super) fn colour(f: &mut Fields<'_>, key: &'static str, sink: &mut Sink) -> Option<At<String>> {
    const CURE: &str = "write it as \"#00aa55\", in quotes";
    let Some(colour) = f.text(key, sink) else {
        if let Some(span) = f.key_span(key).filter(|_| f.is_empty(key)) {
            let fault = format!("`{key}` is empty: without quotes, # starts a comment");
            sink.push(
                Diagnostic::error("bad-colour", fault)
                    .at(span, "no colour")
                    .hint(CURE),
            );
        }
        return None;
    };
    let hex = colour.value.strip_prefix('#').unwrap_or_default();
    if matches!(hex.len(), 3 | 6) && hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(colour);
    }
    sink.push(
        Diagnostic::error("bad-colour", format!("`{}` is not a colour", colour.value))
            .at(colour.span, "here")
            .hint(CURE),
    );
    None
}

/// Reads the address of another site.
pub(super) fn address(
    f: &mut Fields<'_>,
    key: &'static str,
    sink: &mut Sink,
) -> Option<At<String>> {
    let url = f.text(key, sink)?;
    let rest = url
        .value
        .strip_prefix("https://")
        .or_else(|| url.value.strip_prefix("http://"));
    if rest.is_some_and(|r| !r.is_empty() && !r.contains(char::is_whitespace)) {
        return Some(url);
    }
    sink.push(
        Diagnostic::error("bad-url", format!("`{}` is not a web address", url.value))
            .at(url.span, "here")
            .hint(format!(
                "write the full address, as in `{key}: https://example.org/`"
            )),
    );
    None
}

/// Reads an address that pages link to: a path, or an address with a scheme that may be linked. Reports
/// any other, which is left out.
pub(super) fn linked(f: &mut Fields<'_>, key: &'static str, sink: &mut Sink) -> Option<At<String>> {
    let address = f.text(key, sink)?;
    let scheme = schemes::scheme(&address.value);
    let Some(scheme) = scheme.filter(|scheme| !schemes::LINKED.contains(&scheme.as_str())) else {
        return Some(address);
    };
    sink.push(
        Diagnostic::warning(
            "unsafe-link",
            format!("`{key}` begins with `{scheme}:`, which pages do not link to"),
        )
        .at(address.span, "left out")
        .hint("link to a path of this site, or to an address that begins with https://"),
    );
    None
}

/// Turns an id into a label: `open-weight` becomes "Open weight".
pub(super) fn label_of(id: &str) -> String {
    let mut chars = id
        .chars()
        .map(|c| if c == '-' || c == '_' { ' ' } else { c });
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// Reports, once per key, that the key is accepted but has no effect in this version.
#[derive(Default)]
pub(super) struct Later {
    said: Vec<&'static str>,
}

impl Later {
    /// Reports `name`, the full path of `key`, if `f` has the key.
    pub(super) fn note(
        &mut self,
        f: &Fields<'_>,
        key: &'static str,
        name: &'static str,
        sink: &mut Sink,
    ) {
        let Some(span) = f.key_span(key).filter(|_| !f.is_empty(key)) else {
            return;
        };
        if self.said.contains(&name) {
            return;
        }
        self.said.push(name);
        sink.push(
            Diagnostic::notice(
                "no-effect-yet",
                format!("`{name}` has no effect in this version"),
            )
            .at(span, "no effect yet")
            .hint("keep it for a later version, or remove it"),
        );
    }
}
