//! Formats front matter (`dateline fmt`): the order of keys, dates, quotes and lists.
//!
//! The text is edited at the spans of its values, so that comments, unknown keys and the body stay
//! unchanged. After each pass the front matter is parsed again, and edits that would change its
//! meaning are rejected.

mod order;
mod values;

use std::cell::LazyCell;
use std::collections::BTreeMap;

use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Severity};
use crate::edit::{Edit, apply};
use crate::fix::{self, ContentKind};
use crate::parse::fence::{self, Notation};
use crate::parse::front_matter::place_of_key;
use crate::source::{At, Source, SourceId};
use crate::yaml::{self, Node, Value};

/// Returns the text of a file with its front matter formatted. A text without front matter is
/// returned unchanged.
///
/// Formatting is idempotent.
///
/// # Errors
/// The errors in the file, which must not be touched then. A date with only one possible reading is
/// not an error: it is rewritten in its standard form.
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
    // Nothing becomes a fault: without its quotes, a value may look like one that a comma has cut, and an
    // unknown key below a list like one of its last item.
    let faults_of = |text: &str| {
        let (id, text) = (source.id, text.to_owned());
        counted(&fix::faults(&Source { id, text }, path, kind, config))
    };
    let dated = apply(&source.text, dates);
    // Most files are in their form already.
    let before = LazyCell::new(|| faults_of(&dated));
    let is_sound = |text: &str| {
        let known = |(code, count)| before.get(code).is_some_and(|before| count <= *before);
        faults_of(text).into_iter().all(known)
    };
    let mut text = dated.clone();
    for edits in [values::dates, values::quotes, values::lists] {
        text = with_those_that_hold(source.id, text, config, edits, &is_sound);
    }
    let ordered = order::ordered(source.id, &text, config);
    Ok(ordered.filter(|text| is_sound(text)).unwrap_or(text))
}

/// Counts errors and warnings by their codes.
fn counted(faults: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for fault in faults.iter().filter(|d| d.severity != Severity::Notice) {
        *counts.entry(fault.code).or_default() += 1;
    }
    counts
}

/// One pass: returns the edits that it proposes for a front matter.
type Pass = fn(&str, &KnownKeys<'_>, &SiteConfig) -> Vec<Edit>;

/// The top-level keys of a front matter that Dateline knows, with their values.
type KnownKeys<'a> = [(&'a At<String>, &'a Node)];

/// Applies the edits of a pass: all of them if they preserve the meaning, otherwise those that
/// preserve it individually.
fn with_those_that_hold(
    id: SourceId,
    text: String,
    config: &SiteConfig,
    pass: Pass,
    is_sound: &dyn Fn(&str) -> bool,
) -> String {
    let Some(root) = front_matter(id, &text) else {
        return text;
    };
    let edits = pass(&text, &known(&root, config), config);
    if edits.is_empty() {
        return text;
    }
    let holds = |changed: &str| {
        front_matter(id, changed).is_some_and(|new| says_the_same(&root, &new, config))
            && is_sound(changed)
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

/// Returns the front matter of a text, or `None` if there is none that can be parsed.
fn front_matter(id: SourceId, text: &str) -> Option<Node> {
    let parts = fence::split(text).ok()?;
    if parts.notation != Notation::Yaml {
        return None;
    }
    yaml::read(id, text, parts.front).ok()
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

/// Whether two front matters have the same meaning, regardless of the order of their keys. A date
/// and its standard form are equal.
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
