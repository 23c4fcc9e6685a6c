//! Front matter in one form (`dateline fmt`): the order of its keys, its dates, quotes and lists.
//!
//! A text is changed by edits at the places of its values, so that comments, unknown keys and
//! the body stay as they are. After each pass the front matter is read again: one that would say
//! anything else is not taken.

mod order;
mod values;

use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Severity};
use crate::edit::{Edit, apply};
use crate::fix::{self, ContentKind};
use crate::parse::fence;
use crate::parse::front_matter::place_of_key;
use crate::source::{At, Source, SourceId};
use crate::yaml::{self, Node, Value};

/// The text of a file with its front matter in the one form; as it is where it has none.
///
/// Doing it again changes nothing.
///
/// # Errors
/// What is wrong with the file, which is then better left alone. A date that can be read in one
/// way only is no such fault: it gets the form that it should have.
pub fn formatted(
    source: &Source,
    path: &str,
    kind: ContentKind,
    config: &SiteConfig,
) -> Result<String, Vec<Diagnostic>> {
    let mut errors = fix::faults(source, path, kind, config);
    errors.retain(|d| d.severity == Severity::Error && !(d.lenient && config.lenient));
    let dates: Vec<Edit> = errors
        .extract_if(.., |d| d.code == "bad-date" && d.fix.is_some())
        .filter_map(|d| d.fix)
        .map(|fix| Edit::new(fix.span.range(), fix.replacement))
        .collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut text = apply(&source.text, dates);
    for edits in [values::dates, values::quotes, values::lists] {
        text = with_those_that_hold(source.id, text, config, edits);
    }
    Ok(order::ordered(source.id, &text, config).unwrap_or(text))
}

/// One pass: the edits that it proposes for a front matter.
type Pass = fn(&str, &KnownKeys<'_>, &SiteConfig) -> Vec<Edit>;

/// The keys that Dateline knows, at the top of a front matter, with their values.
type KnownKeys<'a> = [(&'a At<String>, &'a Node)];

/// A text with the edits of a pass, all at once where they change nothing of what is said, else
/// each that doesn't.
fn with_those_that_hold(id: SourceId, text: String, config: &SiteConfig, pass: Pass) -> String {
    let Some(root) = front_matter(id, &text) else {
        return text;
    };
    let edits = pass(&text, &known(&root, config), config);
    if edits.is_empty() {
        return text;
    }
    let holds = |changed: &str| {
        front_matter(id, changed).is_some_and(|new| says_the_same(&root, &new, config))
    };
    let all = apply(&text, edits.clone());
    if holds(&all) {
        return all;
    }
    let good = edits
        .into_iter()
        .filter(|edit| holds(&apply(&text, vec![edit.clone()])));
    let some = apply(&text, good.collect());
    if holds(&some) { some } else { text }
}

/// The front matter of a text; None where there is none that can be read.
fn front_matter(id: SourceId, text: &str) -> Option<Node> {
    let parts = fence::split(text).ok()?;
    yaml::read(id, text, parts.yaml).ok()
}

fn known<'a>(root: &'a Node, config: &SiteConfig) -> Vec<(&'a At<String>, &'a Node)> {
    let Value::Map(map) = &root.value else {
        return Vec::new();
    };
    map.iter()
        .filter(|(key, _)| place_of_key(&key.value, config).is_some())
        .filter(|(key, _)| !["extra", "params"].contains(&key.value.as_str()))
        .map(|(key, node)| (key, node))
        .collect()
}

/// Whether two front matters say the same, the order of their keys aside. A short form of a date
/// says what the other does.
fn says_the_same(old: &Node, new: &Node, config: &SiteConfig) -> bool {
    let (Value::Map(old), Value::Map(new)) = (&old.value, &new.value) else {
        return false;
    };
    let sorted = |map: &[(At<String>, Node)]| {
        let mut pairs = map.to_vec();
        pairs.sort_by(|(a, _), (b, _)| a.value.cmp(&b.value));
        pairs
    };
    let (old, new) = (sorted(old), sorted(new));
    old.len() == new.len()
        && old
            .iter()
            .zip(&new)
            .all(|((k, a), (l, b))| k.value == l.value && equal(&k.value, a, b, config))
}

fn equal(key: &str, a: &Node, b: &Node, config: &SiteConfig) -> bool {
    match (&a.value, &b.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar { text: a, .. }, Value::Scalar { text: b, .. }) => {
            a == b || values::normal_date(key, a, config).as_ref() == Some(b)
        }
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(key, a, b, config))
        }
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len()
                && a.iter()
                    .zip(b)
                    .all(|((k, a), (l, b))| k.value == l.value && equal(&k.value, a, b, config))
        }
        _ => false,
    }
}
