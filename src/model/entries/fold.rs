//! Expectations that came true in the event of an article.
//!
//! An update with `same_event: true` says that the entry and the article that updates it tell the
//! same event. The entry is then folded into the article's own.

use std::collections::HashSet;

use crate::config::SiteConfig;
use crate::content::event::LifeStage;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::entry::{ArticleEntries, Entry, EntryId};
use crate::model::taxonomy::TermRef;
use crate::source::Span;

/// The certainty of an entry that gives none.
const SURE: &str = "confirmed";

/// Folds every entry whose last status comes from an update that tells the same event as its
/// article. Where the two contradict each other nothing is folded, which is a warning.
pub(super) fn fold(
    entries: &mut [Entry],
    of_article: &[ArticleEntries],
    config: &SiteConfig,
    sink: &mut Sink,
) {
    let mut pairs: Vec<(EntryId, EntryId)> = Vec::new();
    for (n, entry) in entries.iter().enumerate() {
        if entry.background || entry.history.iter().all(|said| said.same_event.is_none()) {
            continue;
        }
        let updates = entry.history.iter().rev();
        let told = updates.filter_map(|said| Some((said, said.same_event?)));
        for (said, span) in told {
            let Some(own) = of_article[said.attribution.article.0].own else {
                continue;
            };
            match difference(entry, &entries[own.0], config) {
                Some(difference) => sink.push(differs(entry, span, &difference)),
                None => {
                    pairs.push((EntryId(n), own));
                    break;
                }
            }
        }
    }
    let folded: HashSet<EntryId> = pairs.iter().map(|(entry, _)| *entry).collect();
    let authors = config.taxonomies.iter().position(|t| t.id == "authors");
    // Nothing folds into what is itself folded.
    for (entry, own) in pairs.into_iter().filter(|(_, own)| !folded.contains(own)) {
        let promise = &mut entries[entry.0];
        promise.folded_into = Some(own);
        promise.background = true;
        let (terms, stances) = (promise.terms.clone(), promise.stances.clone());
        let told = &mut entries[own.0];
        told.folded.push(entry);
        let kept = |term: &TermRef| Some(term.taxonomy) != authors;
        for term in terms.into_iter().filter(kept) {
            if !told.terms.contains(&term) {
                told.terms.push(term);
            }
        }
        for (organisation, stance) in stances {
            if told.stances.iter().all(|(other, _)| *other != organisation) {
                told.stances.push((organisation, stance));
            }
        }
    }
}

/// Says why an entry can't be the event of an article.
fn difference(entry: &Entry, own: &Entry, config: &SiteConfig) -> Option<String> {
    if entry.stage == LifeStage::Expected {
        let article = "the article tells it as a fact";
        return Some(match own.stage {
            LifeStage::Expected => "both are still expected".to_owned(),
            _ => format!("it is still expected, and {article}"),
        });
    }
    if own.background {
        return Some("the article's own event is on no timeline".to_owned());
    }
    let certainty = |entry: &Entry| match entry.certainty {
        Some(certainty) => config.certainties[certainty].id.clone(),
        None => SURE.to_owned(),
    };
    let (theirs, ours) = (certainty(entry), certainty(own));
    if theirs != ours {
        return Some(format!("it is {theirs}, and the article is {ours}"));
    }
    let apart = |entry: &Entry, own: &Entry| {
        let (date, other) = (entry.date.as_ref()?, own.date.as_ref()?);
        let overlap = match (other.earliest(), other.latest()) {
            (Some(from), Some(to)) => date.overlaps(from, to),
            _ => true,
        };
        (!overlap).then(|| {
            format!(
                "it has the date {}, and the article {}",
                date.edtf(),
                other.edtf()
            )
        })
    };
    // What happened may keep the target that it missed, if no update gives another date.
    let dated = entry.in_force().is_some_and(|said| said.date.is_some());
    match entry.stage == LifeStage::Happened && dated {
        true => apart(entry, own),
        false => None,
    }
}

fn differs(entry: &Entry, span: Span, difference: &str) -> Diagnostic {
    Diagnostic::warning(
        "same-event-differs",
        format!("`{}` can't be the event of this article: {difference}", entry.id),
    )
    .at(span, "both stay on the timelines")
    .hint("give the update the `status`, `date` and `certainty` of this article, or remove `same_event`")
}
