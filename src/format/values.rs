//! The standard form of values: dates, quotes and lists.

use super::KnownKeys;
use crate::config::SiteConfig;
use crate::content::date::EventDate;
use crate::edit::Edit;
use crate::source::At;
use crate::yaml::{Node, Value, emit};

/// Maximum length of a line with a flow list, in characters.
const LINE: usize = 80;

/// Keys whose values are dates.
const DATES: [&str; 7] = [
    "date",
    "from",
    "on",
    "accessed",
    "published",
    "updated",
    "expires",
];

/// Rewrites dates in their standard form: `Q1 2026` as `2026-Q1`, `Jan 5, 2026` as `2026-01-05`.
pub(super) fn dates(_: &str, known: &KnownKeys<'_>, config: &SiteConfig) -> Vec<Edit> {
    let mut edits = Vec::new();
    for_each_scalar(known, &mut |key, node, text, _| {
        if let Some(normal) = normal_date(key, text, config) {
            edits.push(Edit::new(node.span.range(), normal));
        }
    });
    edits
}

/// Returns the standard form of a date, or `None` if it is in that form already.
pub(super) fn normal_date(key: &str, text: &str, config: &SiteConfig) -> Option<String> {
    if !DATES.contains(&key) {
        return None;
    }
    let read = |text: &str| EventDate::parse(text, config.timezone).ok();
    let date = read(text)?;
    if date.standard() != date.written() {
        let is_whole = date.ignored().is_none();
        return is_whole.then(|| date.standard().to_owned());
    }
    let normal: Vec<String> = text.trim().split('/').map(normal_part).collect();
    let normal = normal.join("/");
    (normal != text && read(&normal)?.edtf() == date.edtf()).then_some(normal)
}

/// Rewrites one part of a date: `Q1 2026~` and `2026-q1~` as `2026-Q1~`.
fn normal_part(part: &str) -> String {
    let part = part.trim();
    let body = part.trim_end_matches(['~', '?', '%']);
    let (short, year) = match body.split_once(' ') {
        Some((short, year)) => (short, year.trim_start()),
        None => match body.rsplit_once('-') {
            Some((year, short)) => (short, year),
            None => return part.to_owned(),
        },
    };
    match short.as_bytes() {
        [b'q' | b'h' | b'Q' | b'H', b'1'..=b'4'] => {
            let short = short.to_ascii_uppercase();
            format!("{year}-{short}{}", &part[body.len()..])
        }
        _ => part.to_owned(),
    }
}

/// Removes quotes from values that mean the same without them.
pub(super) fn quotes(text: &str, known: &KnownKeys<'_>, _: &SiteConfig) -> Vec<Edit> {
    let mut edits = Vec::new();
    for_each_scalar(known, &mut |key, node, value, quoted| {
        let one_line = !text[node.span.range()].contains('\n');
        let bare = match DATES.contains(&key) {
            true => emit::date(value) == value,
            // Even in a flow list. A text with quotation marks may keep its own.
            false => emit::in_flow(value) == value && !value.contains(['"', '\'']),
        };
        if quoted && one_line && bare {
            edits.push(Edit::new(node.span.range(), value));
        }
    });
    edits
}

/// Rewrites a list of words as one line, and a list of groups as one line per group.
pub(super) fn lists(text: &str, known: &KnownKeys<'_>, _: &SiteConfig) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (key, node) in known {
        let groups = list_of_groups(text, key, node);
        match groups {
            Some(edit) => edits.push(edit),
            None => lists_of_words(text, key, node, &mut edits),
        }
    }
    edits
}

fn lists_of_words(text: &str, key: &At<String>, node: &Node, edits: &mut Vec<Edit>) {
    if let Some(edit) = list_of_words(text, key, node) {
        edits.push(edit);
        return;
    }
    let groups = match &node.value {
        Value::List(items) => items.as_slice(),
        Value::Map(_) => std::slice::from_ref(node),
        _ => return,
    };
    for group in groups {
        if let Value::Map(map) = &group.value {
            for (key, node) in map {
                lists_of_words(text, key, node, edits);
            }
        }
    }
}

/// Rewrites a list of words as `[a, b]`, if that fits on a line and the list contains no comment.
fn list_of_words(text: &str, key: &At<String>, node: &Node) -> Option<Edit> {
    let (items, from) = parts_of_list(text, key, node)?;
    let words = items.iter().map(|item| match &item.value {
        Value::Scalar { text: word, quoted } => {
            let written = &text[item.span.range()];
            let stands = *quoted || !written.contains([',', '[', ']', '{', '}']);
            let one_line = !written.contains('\n');
            one_line.then(|| match stands {
                true => written.to_owned(),
                false => emit::in_flow(word),
            })
        }
        _ => None,
    });
    let words = words.collect::<Option<Vec<_>>>()?.join(", ");
    let line = text[..from].rfind('\n').map_or(0, |n| n + 1);
    let list = format!(" [{words}]");
    let range = from..node.span.end as usize;
    let fits = (text[line..from].chars().count() + list.chars().count()) <= LINE;
    let is_so = text[range.clone()] == list;
    (fits && !is_so).then(|| Edit::new(range, list))
}

/// Rewrites a bracketed list of groups as one line per group.
fn list_of_groups(text: &str, key: &At<String>, node: &Node) -> Option<Edit> {
    if !text[node.span.range()].starts_with('[') {
        return None;
    }
    let (items, from) = parts_of_list(text, key, node)?;
    let lines = items.iter().map(|item| {
        let written = &text[item.span.range()];
        let one = matches!(item.value, Value::Map(_))
            && written.starts_with('{')
            && written.ends_with('}')
            && !written.contains('\n');
        one.then(|| format!("\n  - {written}"))
    });
    let lines = lines.collect::<Option<Vec<_>>>()?.concat();
    Some(Edit::new(from..node.span.end as usize, lines))
}

/// Returns the items of a non-empty list, and the offset after the key's colon. `None` if anything
/// but list punctuation is between the items or after them on their line, such as a comment or an
/// anchor.
fn parts_of_list<'a>(text: &str, key: &At<String>, node: &'a Node) -> Option<(&'a [Node], usize)> {
    let Value::List(items) = &node.value else {
        return None;
    };
    let after_key = text[key.span.end as usize..].trim_start_matches(['"', '\'', ' ']);
    let from = text.len() - after_key.strip_prefix(':')?.len();
    let mut at = from;
    for item in items {
        let between = text.get(at..item.span.start as usize)?;
        let signs: String = between.split_whitespace().collect();
        if !["-", ",", "["].contains(&signs.as_str()) {
            return None;
        }
        at = item.span.end as usize;
    }
    let end = node.span.end as usize;
    let closing: String = text.get(at..end)?.split_whitespace().collect();
    let rest = text[end..].lines().next().unwrap_or("").trim();
    (!items.is_empty() && ["", "]", ",]"].contains(&closing.as_str()) && rest.is_empty())
        .then_some((items, from))
}

/// Calls `each` for every scalar below the known keys, with its key (for an item of a list, that of
/// the list), its node, its text, and whether it is quoted.
fn for_each_scalar(known: &KnownKeys<'_>, each: &mut dyn FnMut(&str, &Node, &str, bool)) {
    for (key, node) in known {
        scalars(&key.value, node, each);
    }
}

fn scalars(key: &str, node: &Node, each: &mut dyn FnMut(&str, &Node, &str, bool)) {
    match &node.value {
        Value::Null => {}
        Value::Scalar { text, quoted } => each(key, node, text, *quoted),
        Value::List(list) => list.iter().for_each(|item| scalars(key, item, each)),
        Value::Map(map) => map
            .iter()
            .for_each(|(key, node)| scalars(&key.value, node, each)),
    }
}
