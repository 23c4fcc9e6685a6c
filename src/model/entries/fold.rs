//! Expectations that came true in the event of an article.
//!
//! An update with `same_event: true` says that the entry and the article that updates it tell the
//! same event. The entry is then folded into the article's own.

use foldhash::HashMap;

use crate::config::SiteConfig;
use crate::content::date::EventDate;
use crate::content::event::LifeStage;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::entry::{ArticleEntries, Entry, EntryId, Statement};
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
    let mut pairs: Vec<(EntryId, EntryId, Span)> = Vec::new();
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
                    pairs.push((EntryId(n), own, span));
                    break;
                }
            }
        }
    }
    let told_by: HashMap<EntryId, EntryId> = pairs.iter().map(|p| (p.0, p.1)).collect();
    let authors = config.taxonomies.iter().position(|t| t.id == "authors");
    for (entry, own, span) in pairs {
        let Some(own) = end_of(own, &told_by) else {
            let circle = "the two say it of each other";
            sink.push(differs(&entries[entry.0], span, circle));
            continue;
        };
        let promise = &mut entries[entry.0];
        promise.folded_into = Some(own);
        promise.background = true;
        let terms = promise.terms.clone();
        // What did not happen is nobody's stance.
        let stances = match promise.stage {
            LifeStage::Happened => promise.stances.clone(),
            LifeStage::Expected | LifeStage::Cancelled => Vec::new(),
        };
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

/// The entry that is left where one event is told by another, and that by a third. `None` where they
/// tell each other.
fn end_of(first: EntryId, told_by: &HashMap<EntryId, EntryId>) -> Option<EntryId> {
    let mut last = first;
    for _ in 0..=told_by.len() {
        match told_by.get(&last) {
            Some(next) => last = *next,
            None => return Some(last),
        }
    }
    None
}

/// Whether a statement gives a date that was still to come when it was made.
fn looks_ahead(said: &Statement) -> bool {
    let said_on = said.on.as_ref().and_then(EventDate::latest);
    let first = said.date.as_ref().and_then(EventDate::earliest);
    said.same_event.is_none()
        && said_on.is_some_and(|said_on| first.is_some_and(|first| said_on < first))
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
    // What happened may keep the target that it missed, if no report gives another date.
    let reports = |said: &Statement| said.date.is_some() && !looks_ahead(said);
    let dated = entry.in_force().is_some_and(reports);
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
