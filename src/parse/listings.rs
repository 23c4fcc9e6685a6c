//! Bounds the places that the entries of one article take in lists: each entry stands in the list of
//! each of its terms, and has those of its article where it gives none.

use crate::config::SiteConfig;
use crate::content::front_matter::FrontMatter;
use crate::diagnostic::{Diagnostic, Sink, thousands};
use crate::limits::raising;

/// Reports an article whose entries take more places than the limit allows, and takes their terms
/// away: it is never published, and nothing else should take long over it.
pub(super) fn check(front: &mut FrontMatter, config: &SiteConfig, sink: &mut Sink) {
    // An article's own event has no more terms than one list of each taxonomy may have.
    if front.entries.is_empty() {
        return;
    }
    let Some(fault) = fault(front, config) else {
        return;
    };
    sink.push(fault);
    for facts in front.entries.iter_mut().map(|entry| &mut entry.facts) {
        facts.terms.fill(Some(Vec::new()));
        facts.stances.clear();
    }
}

fn fault(front: &FrontMatter, config: &SiteConfig) -> Option<Diagnostic> {
    let (mut inherited, mut written) = (vec![0; front.facts.terms.len()], 0);
    for entry in &front.entries {
        for (taxonomy, labels) in entry.facts.terms.iter().enumerate() {
            match labels {
                Some(labels) => written += labels.len(),
                None => inherited[taxonomy] += 1,
            }
        }
    }
    let mut parts: Vec<Inherited<'_>> = front
        .facts
        .terms
        .iter()
        .zip(inherited)
        .zip(&config.taxonomies)
        .map(|((labels, entries), taxonomy)| Inherited {
            taxonomy: &taxonomy.id,
            terms: labels.as_deref().map_or(0, <[_]>::len),
            entries,
            at: labels.as_deref().and_then(|l| Some(l.first()?.span)),
        })
        .filter(|part| part.places() > 0)
        .collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.places()));
    let places = written + parts.iter().map(Inherited::places).sum::<usize>();
    let limit = config.limits.listings;
    if places <= limit {
        return None;
    }
    let mut words: Vec<String> = parts.iter().map(Inherited::describe).collect();
    if written > 0 {
        let entries = thousands(front.entries.len());
        words.push(format!(
            "{} terms of {entries} entries themselves",
            thousands(written)
        ));
    }
    let message = format!(
        "{} = {} places in lists; the limit is {}",
        words.join(" + "),
        thousands(places),
        thousands(limit)
    );
    let raising = raising("listings", config.untrusted);
    let d = Diagnostic::error("output-limit", message).hint(format!(
        "give each entry only the terms that concern it, or split the article; if it must be so, {raising}"
    ));
    let entries = front.entries[0].span;
    Some(match parts.first().and_then(|part| part.at) {
        Some(terms) => d
            .at(terms, "every entry without terms of its own has these")
            .related(entries, "the first of the entries"),
        None => d.at(entries, "the first of the entries"),
    })
}

/// Terms of one taxonomy that entries have from their article.
struct Inherited<'a> {
    taxonomy: &'a str,
    terms: usize,
    /// The number of entries that give none of their own.
    entries: usize,
    at: Option<crate::source::Span>,
}

impl Inherited<'_> {
    fn places(&self) -> usize {
        self.terms * self.entries
    }

    fn describe(&self) -> String {
        format!(
            "{} {} × {} entries",
            thousands(self.terms),
            self.taxonomy,
            thousands(self.entries)
        )
    }
}
