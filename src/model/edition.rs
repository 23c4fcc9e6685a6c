//! What stands in the edition of one language.
//!
//! The facts of an article that is translated are those of its original. An edition shows the
//! translation in its language in the place of the original; where there is none, the original, or
//! nothing if the edition hides what is untranslated.

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt as _};

use super::entry::{ArticleEntries, Entry, EntryId};
use super::expiry::Expired;
use super::taxonomy::Taxonomy;
use super::translation::Translations;
use crate::config::{EditionConfig, SiteConfig};
use crate::content::article::{Article, ArticleId};
use crate::content::event::Facts;
use crate::content::front_matter::ArticleKind;
use crate::diagnostic::suggest::{did_you_mean, guess};
use crate::diagnostic::{Diagnostic, Sink};

/// Names the language of every article that gives none: in another edition than the first, it is
/// not that of the site.
pub(super) fn name_language(config: &SiteConfig, articles: &mut [Article]) {
    let first = &config.editions[0].language;
    for article in articles.iter_mut().filter(|a| a.front.lang.is_none()) {
        Arc::make_mut(&mut article.front).lang = Some(first.clone());
    }
}

/// Gives every translation the facts of its original that it does not give itself: terms, status,
/// certainty, relations, sources, corrections and the picture.
pub(super) fn inherit(articles: &mut [Article], translations: &Translations) {
    for i in 0..articles.len() {
        let Some(original) = translations.source_of_facts(ArticleId(i)) else {
            continue;
        };
        let from = Arc::clone(&articles[original.0].front);
        let front = Arc::make_mut(&mut articles[i].front);
        inherit_facts(&mut front.facts, &from.facts);
        if front.sources.is_empty() {
            front.sources.clone_from(&from.sources);
        }
        if front.corrections.is_empty() {
            front.corrections.clone_from(&from.corrections);
        }
        if from.kind == ArticleKind::Explainer {
            front.kind = from.kind;
        }
        // One beside the file of the original is not beside this one.
        let image = from.image.as_ref();
        if front.image.is_none() && image.is_some_and(|i| i.src.value.starts_with('/')) {
            front.image.clone_from(&from.image);
        }
        if front.relations.story.is_none() && front.relations.relations.is_empty() {
            front.relations = from.relations.clone();
        }
        let listed = from.entries.iter().map(|entry| (entry.anchor_id(), entry));
        let listed: HashMap<String, _> = listed.collect();
        for entry in &mut front.entries {
            let Some(from) = listed.get(&entry.anchor_id()) else {
                continue;
            };
            inherit_facts(&mut entry.facts, &from.facts);
            if entry.relations.story.is_none() && entry.relations.relations.is_empty() {
                entry.relations = from.relations.clone();
            }
        }
    }
}

fn inherit_facts(own: &mut Facts, from: &Facts) {
    for (own, from) in own.terms.iter_mut().zip(&from.terms) {
        if own.is_none() {
            own.clone_from(from);
        }
    }
    if own.words.is_none() && own.status.is_none() && own.certainty.is_none() {
        own.words.clone_from(&from.words);
    }
    if own.status.is_none() {
        own.status.clone_from(&from.status);
    }
    own.certainty = own.certainty.or(from.certainty);
}

/// Puts translations in the language of the edition in the place of their originals, and takes out
/// what it hides.
pub(super) fn turn(
    translations: &Translations,
    articles: &[Article],
    of_article: &[ArticleEntries],
    expired: &Expired,
    entries: &mut [Entry],
    hides: bool,
) {
    let mut turned: HashMap<EntryId, EntryId> = HashMap::new();
    for (i, of) in of_article.iter().enumerate() {
        let id = ArticleId(i);
        if translations.original(id).is_none() || translations.stands_in(id).is_some() {
            continue;
        }
        for entry in of.own.iter().chain(&of.listed) {
            if let Some(original) = entries[entry.0].original {
                turned.insert(original, *entry);
            }
        }
    }
    for (original, entry) in &turned {
        let from = entries[original.0].clone();
        let to = &mut entries[entry.0];
        to.background = from.background;
        to.translated = false;
        to.original = None;
        to.terms = from.terms;
        to.stances = from.stances;
        to.importance = from.importance;
        to.order = from.order;
        to.folded_into = from.folded_into;
        to.folded = from.folded;
        let from = &mut entries[original.0];
        from.background = true;
        from.translated = true;
        from.original = Some(*entry);
        from.folded_into = None;
        from.folded = Vec::new();
    }
    let now = |id: EntryId| turned.get(&id).copied().unwrap_or(id);
    for (n, entry) in entries.iter_mut().enumerate() {
        // Another translation of the same original.
        if let Some(original) = entry.original.filter(|_| !turned.contains_key(&EntryId(n))) {
            entry.original = Some(now(original));
        }
        entry.folded_into = entry.folded_into.map(now);
        for folded in &mut entry.folded {
            *folded = now(*folded);
        }
        for said in &mut entry.history {
            let by = &mut said.attribution;
            if let Some(here) = translations.stands_in(by.article) {
                let url = |id: ArticleId, n: usize| {
                    let source = articles[id.0].front.sources.get(n);
                    source.and_then(|source| source.url.as_ref())
                };
                let same = |n: usize| url(by.article, n) == url(here, n);
                if by.source.is_none_or(same) {
                    by.article = here;
                }
            }
        }
    }
    for (i, of) in of_article.iter().enumerate() {
        let id = ArticleId(i);
        // Of an article that is translated, the events that its translation leaves out.
        let is_replaced = hides && translations.stands_in(id).is_some();
        if !(translations.hides(id) || is_replaced) || expired.contains(id) {
            continue;
        }
        for id in of.own.iter().chain(&of.listed) {
            let entry = &mut entries[id.0];
            if entry.translated {
                continue;
            }
            entry.background = true;
            entry.translated = true;
            entry.terms = Vec::new();
            entry.stances = Vec::new();
        }
    }
}

/// Reports titles of terms that no article has. `excuses`: what may explain that one is missing.
pub(super) fn unknown_titles(
    config: &SiteConfig,
    taxonomies: &[Taxonomy],
    excuses: impl Fn(usize, &str) -> bool,
    sink: &mut Sink,
) {
    let named = config.editions.iter().flat_map(EditionConfig::titled_terms);
    for (id, term) in named {
        let Some(n) = taxonomies.iter().position(|t| t.config.id == id) else {
            continue;
        };
        if taxonomies[n].find(&term.value).is_some() || excuses(n, &term.value) {
            continue;
        }
        let labels = taxonomies[n].terms.iter().map(|t| t.label.as_str());
        let near = guess(sink, &term.value, labels);
        let message = format!("no article has `{}` among its {id}", term.value);
        sink.push(
            Diagnostic::warning("unknown-name", message)
                .at(term.span, did_you_mean(near, "unknown"))
                .hint("write the term as articles do, or remove it"),
        );
    }
}

/// Gives terms their titles in the language of the edition.
pub(super) fn title_terms(taxonomies: &mut [Taxonomy]) {
    for taxonomy in taxonomies {
        for (name, title) in taxonomy.config.titles.clone() {
            if let Some(term) = taxonomy.find(&name) {
                let term = &mut taxonomy.terms[term];
                let label = std::mem::replace(&mut term.label, title);
                term.name.get_or_insert(label);
            }
        }
    }
}
