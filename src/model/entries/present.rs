//! The present state of entries, which follows from their histories.

use std::iter;

use chrono::NaiveDate;

use super::given::GivenEntry;
use super::reports::by_report;
use crate::config::SiteConfig;
use crate::content::date::EventDate;
use crate::content::event::LifeStage;
use crate::model::entry::{Entry, EntryId, Statement, StatementKind};
use crate::model::translation::{TranslatedEntries, TranslatedEntry};

/// Adds `updates`, which are sorted by entry, to the histories of entries, and works out their
/// states. A translated entry has the history and the state of its original as soon as there is
/// more to say of either than what its own article does.
pub(super) fn entries(
    given: Vec<GivenEntry>,
    updates: Vec<(EntryId, Statement)>,
    translated: &TranslatedEntries,
    config: &SiteConfig,
    today: NaiveDate,
) -> Vec<Entry> {
    let from_originals = histories_from_originals(&given, &updates, translated);
    let mut from_originals = from_originals.into_iter().peekable();
    let mut updates = updates.into_iter().peekable();
    let numbered = given.into_iter().enumerate();
    let entries = numbered.map(|(n, given)| {
        let id = EntryId(n);
        let updates = iter::from_fn(|| updates.next_if(|(of, _)| *of == id));
        let updates: Vec<Statement> = updates.map(|(_, said)| said).collect();
        let from_original = from_originals.next_if(|(of, _)| *of == id);
        let from_original = from_original.map(|(_, history)| history);
        entry(
            given,
            updates,
            from_original,
            translated.get(id),
            config,
            today,
        )
    });
    entries.collect()
}

/// The histories that translated entries have from their originals, in the order of the entries.
fn histories_from_originals(
    given: &[GivenEntry],
    updates: &[(EntryId, Statement)],
    translated: &TranslatedEntries,
) -> Vec<(EntryId, Vec<Statement>)> {
    let updates_of = |id: EntryId| {
        let start = updates.partition_point(|(of, _)| *of < id);
        let of_entry = updates[start..].iter().take_while(move |(of, _)| *of == id);
        of_entry.map(|(_, said)| said)
    };
    let is_short = |id: EntryId| given[id.0].history.len() + updates_of(id).take(2).count() < 2;
    let pairs = translated.entries.iter();
    let pairs = pairs.filter_map(|entry| Some((entry.id, entry.original?)));
    let long = pairs.filter(|(id, original)| !is_short(*id) || !is_short(*original));
    long.map(|(id, original)| {
        let history = given[original.0].history.iter().chain(updates_of(original));
        (id, history.cloned().collect())
    })
    .collect()
}

fn entry(
    given: GivenEntry,
    updates: Vec<Statement>,
    from_original: Option<Vec<Statement>>,
    translated: Option<TranslatedEntry>,
    config: &SiteConfig,
    today: NaiveDate,
) -> Entry {
    let mut history = given.history;
    history.extend(updates);
    let mut history = from_original.unwrap_or(history);
    by_report(&mut history);
    date_cancellations(&mut history, config);
    targets(&mut history, config, today);
    let state = PresentState::of(&history, config, today);
    let has_terms = translated.is_none_or(|t| t.has_terms);
    Entry {
        date: state.date.cloned(),
        wording: state.wording.cloned(),
        status: state.status,
        stage: config.statuses[state.status].stage,
        certainty: state.certainty,
        id: given.id,
        article: given.article,
        listed: given.listed,
        title: given.title,
        words: given.words,
        terms: if has_terms { given.terms } else { Vec::new() },
        stances: if has_terms { given.stances } else { Vec::new() },
        importance: given.importance,
        order: given.order,
        history,
        background: given.background || translated.is_some(),
        translated: translated.is_some(),
        original: translated.and_then(|t| t.original),
        folded_into: None,
        folded: Vec::new(),
    }
}

/// Takes the dates for targets on which something was expected when they were given.
fn targets(history: &mut [Statement], config: &SiteConfig, today: NaiveDate) {
    let mut status = PresentState::of(history, config, today).status;
    for said in history {
        // What says nothing of the status leaves it as it was.
        status = said.status.unwrap_or(status);
        let is_target = said.kind == StatementKind::Slip
            || config.statuses[status].stage != LifeStage::Happened;
        if let Some(date) = said.date.as_mut().filter(|_| is_target) {
            *date = date.as_target();
        }
    }
}

/// Finds out when updates cancelled an entry: on the day of the update, or on the date that it
/// gives. A date that repeats the target, or is later than the update, is a target.
fn date_cancellations(history: &mut [Statement], config: &SiteConfig) {
    let mut target: Option<EventDate> = None;
    for said in history {
        let cancels = |status: usize| config.statuses[status].stage == LifeStage::Cancelled;
        if said.kind == StatementKind::Update && said.status.is_some_and(cancels) {
            let day = said.on.as_ref().and_then(EventDate::latest);
            let is_past = |date: &EventDate| match (date.earliest(), day) {
                (Some(first), Some(day)) => first <= day,
                _ => true,
            };
            let repeats = |date: &EventDate| {
                let target = target.as_ref();
                target.is_some_and(|target| target.edtf() == date.edtf())
            };
            let own = said.date.take_if(|date| is_past(date) && !repeats(date));
            said.cancelled = own.or_else(|| said.on.clone());
        }
        target = said.date.clone().or(target);
    }
}

/// What a history amounts to.
struct PresentState<'a> {
    date: Option<&'a EventDate>,
    wording: Option<&'a String>,
    /// Index in the configuration.
    status: usize,
    /// Index in the configuration.
    certainty: Option<usize>,
}

impl<'a> PresentState<'a> {
    /// The date, wording and certainty of the article that gives the entry, as changed by updates;
    /// and the last status, or that which follows from the date.
    /// What was cancelled stands at its cancellation.
    fn of(history: &'a [Statement], config: &SiteConfig, today: NaiveDate) -> Self {
        let (mut date, mut wording, mut certainty) = (None, None, None);
        for said in history {
            let (new_date, new_wording) = (said.date.as_ref(), said.wording.as_ref());
            match said.kind {
                StatementKind::Slip => {}
                StatementKind::First => {
                    // What was said before stands where this gives no date.
                    if new_date.is_some() || new_wording.is_some() || date.is_none() {
                        (date, wording) = (new_date, new_wording);
                    }
                    certainty = said.certainty;
                }
                StatementKind::Update => {
                    // A wording is that of its date.
                    if new_date.is_some() || new_wording.is_some() {
                        wording = new_wording;
                    }
                    date = new_date.or(date);
                    certainty = said.certainty.or(certainty);
                }
            }
        }
        let last = history.iter().rev().find(|said| said.status.is_some());
        let said = last.and_then(|said| said.status);
        if let Some(last) = last
            && last.cancelled.is_some()
            && said.is_some_and(|status| config.statuses[status].stage == LifeStage::Cancelled)
        {
            date = last.cancelled.as_ref();
            wording = last.wording.as_ref().filter(|_| last.date.is_none());
        }
        let earliest = date.and_then(EventDate::earliest);
        let to_come = earliest.is_some_and(|day| day > today);
        Self {
            date,
            wording,
            // The first two statuses of every site are "happened" and "expected".
            status: said.unwrap_or(usize::from(to_come)),
            certainty,
        }
    }
}
