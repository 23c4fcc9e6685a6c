//! Classifies articles: the built-in taxonomies and the owner's.

use super::TaxonomyConfig;
use super::keys::{count, inner, inside, items, label_of, named, pairs};
use crate::diagnostic::{Diagnostic, Sink};
use crate::reference::front_matter;
use crate::source::At;
use crate::yaml::Value;
use crate::yaml::fields::Fields;
use crate::yaml::values;

pub(super) fn taxonomies(
    f: &mut Fields<'_>,
    reserved: &[&str],
    sink: &mut Sink,
) -> Vec<TaxonomyConfig> {
    let mut list = vec![
        default_taxonomy("organisations"),
        default_taxonomy("people"),
        // From Jekyll and Hugo. Like every taxonomy, shown only if articles use it.
        default_taxonomy("categories"),
        default_taxonomy("tags"),
        default_taxonomy("authors"),
    ];
    let example = "taxonomies: {models: {title: Models, singular: Model}}";
    let table = inner(f, "taxonomies");
    for (name, node) in named(f, "taxonomies", example, sink) {
        let id = name.value.as_str();
        if front_matter::reserved().any(|key| key == id) || reserved.contains(&id) {
            sink.push(
                Diagnostic::error(
                    "reserved-name",
                    format!("`{id}` can't be the name of a taxonomy: it is reserved"),
                )
                .at(name.span, "reserved")
                .hint("choose another name"),
            );
            continue;
        }
        let at = list.iter().position(|t| t.id == id).unwrap_or_else(|| {
            let title = label_of(id);
            // Before categories, tags and authors, which end every list.
            let at = list.len() - 3;
            let singular = title.trim_end_matches('s').to_owned();
            let new = TaxonomyConfig {
                title: Some(title),
                singular: Some(singular),
                ..default_taxonomy(id)
            };
            list.insert(at, new);
            at
        });
        inside(node, table, sink, |f, sink| {
            taxonomy(&mut list[at], f, sink);
        });
    }
    list
}

fn default_taxonomy(id: &str) -> TaxonomyConfig {
    TaxonomyConfig {
        id: id.to_owned(),
        title: None,
        singular: None,
        lanes: id == "organisations",
        aliases: Vec::new(),
        feeds_from: 5,
        titles: Vec::new(),
    }
}

fn taxonomy(taxonomy: &mut TaxonomyConfig, f: &mut Fields<'_>, sink: &mut Sink) {
    if let Some(title) = f.text("title", sink) {
        taxonomy.title = Some(title.value);
    }
    if let Some(singular) = f.text("singular", sink) {
        taxonomy.singular = Some(singular.value);
    }
    if let Some(lanes) = f.flag("lanes", sink) {
        taxonomy.lanes = lanes;
    }
    taxonomy.feeds_from = count(f, "feeds_from", 5, 1..=1_000_000, sink);
    let example = "aliases: {Google DeepMind: [DeepMind]}";
    for (term, names) in pairs(f, "aliases", example, sink) {
        if names.is_empty() {
            continue;
        }
        let names = values::list(names, "aliases", sink);
        let names = names.into_iter().map(|n| n.value).collect();
        taxonomy.aliases.push((term.value.clone(), names));
    }
}

/// Reads sets of two or more organisations to compare.
pub(super) fn compare(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<Vec<At<String>>> {
    let mut sets = Vec::new();
    for item in items(f, "compare", sink) {
        if item.value == Value::Null {
            continue;
        }
        let names = values::list(item, "compare", sink);
        if names.len() > 1 {
            sets.push(names);
            continue;
        }
        sink.push(
            Diagnostic::error("missing-key", "a comparison needs at least two names")
                .at(item.span, "here")
                .hint("write a list of lists, as in `compare: [[Meta, OpenAI]]`"),
        );
    }
    sets
}
