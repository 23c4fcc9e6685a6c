//! What articles say about entries of other articles.

use super::given::{GivenEntry, find_source};
use super::ids::References;
use super::reports::Placed;
use crate::content::article::{Article, ArticleId};
use crate::content::date::{Direction, OrderKey, order_key};
use crate::content::event::Update;
use crate::diagnostic::suggest::{guess, nearest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_GUESSES;
use crate::model::entry::{Attribution, EntryId, Statement, StatementKind};
use crate::model::taxonomy;
use crate::model::translation::{TranslatedEntries, Translations};
use crate::source::{At, Span};
use crate::yaml::emit;

/// The `updates` of all articles by the entry that they are about; those of one entry in the order
/// of the dates of their articles. Articles that are retracted or translations say nothing.
pub(super) fn collect(
    articles: &[Article],
    given: &[GivenEntry],
    (translations, translated): (&Translations, &TranslatedEntries),
    references: References<'_>,
    sink: &mut Sink,
) -> Vec<Placed> {
    let mut updates: Vec<(EntryId, OrderKey, Statement, Span)> = Vec::new();
    for (i, article) in articles.iter().enumerate() {
        let id = ArticleId(i);
        if article.front.updates.is_empty()
            || article.retracted()
            || translations.original(id).is_some()
        {
            continue;
        }
        for update in &article.front.updates {
            match references.ids.entry(&update.entry.value) {
                Some(entry) if given[entry.0].article == id => {
                    sink.push(own_update(&update.entry).lenient_warning());
                }
                Some(entry) => {
                    // What is said of a translation is said of its original.
                    let original = translated.get(entry).and_then(|e| e.original);
                    let entry = original.unwrap_or(entry);
                    let said = statement(article, id, update, sink);
                    let date = update.date.as_ref().map(|date| date.span);
                    let span = date.unwrap_or(update.entry.span);
                    updates.push((entry, key(article), said, span));
                }
                None if references.excuses(&update.entry.value) => {}
                None => {
                    let fault = unknown_entry(&update.entry, given, references, sink);
                    sink.push(fault.lenient_warning());
                }
            }
        }
    }
    updates.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let by_entry = updates.into_iter();
    by_entry
        .map(|(entry, _, said, span)| (entry, said, span))
        .collect()
}

fn key(article: &Article) -> OrderKey {
    order_key(
        article.front.date.as_ref().map(|d| &d.value),
        Direction::Oldest,
        article.front.order,
        article.front.published.map(|p| p.at),
        &article.id,
    )
}

/// What an update says. It was said on the day of the source that it cites, else of the article.
fn statement(article: &Article, id: ArticleId, update: &Update, sink: &mut Sink) -> Statement {
    let front = &article.front;
    let source = update.source.as_ref();
    let source = source.and_then(|id| find_source(&front.sources, id, sink));
    let cited = source.and_then(|n| front.sources[n].date.clone());
    Statement {
        kind: StatementKind::Update,
        date: update.date.as_ref().map(|d| d.value.clone()),
        wording: update.wording.clone(),
        status: update.status.as_ref().map(|s| s.value),
        certainty: update.certainty,
        on: cited.or_else(|| front.date.as_ref().map(|d| d.value.clone())),
        cancelled: None,
        checked: update.checked.as_ref().map(|day| day.value.clone()),
        same_event: update.same_event,
        attribution: Attribution {
            article: id,
            source,
        },
    }
}

fn own_update(entry: &At<String>) -> Diagnostic {
    Diagnostic::error(
        "own-update",
        format!("`{}` is an entry of this article", entry.value),
    )
    .at(entry.span, "not in another article")
    .hint("change its `date` or `status` directly, and list its earlier date under `slipped`")
}

fn unknown_entry(
    id: &At<String>,
    given: &[GivenEntry],
    references: References<'_>,
    sink: &Sink,
) -> Diagnostic {
    let d = Diagnostic::error(
        "unknown-entry",
        format!("no entry has the id `{}`", id.value),
    );
    let near_id = guess(sink, &id.value, references.ids.entries()).is_some();
    let by_title = match near_id || references.unpublished.is_hidden(&id.value) {
        true => None,
        false => of_title(&id.value, given, references, sink),
    };
    match by_title {
        Some((meant, title)) => d
            .at(id.span, format!("did you mean `{meant}`?"))
            .hint(format!(
                "write `entry: {}`, the id of “{title}”",
                emit::value(meant)
            )),
        None => references.unknown(d, id, references.ids.entries(), sink),
    }
}

/// Returns the id of the entry whose title was written in place of an id, and that title.
fn of_title<'a>(
    written: &str,
    given: &'a [GivenEntry],
    references: References<'a>,
    sink: &Sink,
) -> Option<(&'a str, &'a str)> {
    if sink.len() >= MAX_GUESSES {
        return None;
    }
    let wanted = taxonomy::key(written);
    let mut same = given
        .iter()
        .enumerate()
        .filter(|(_, entry)| taxonomy::key(&entry.title) == wanted);
    let found = match (same.next(), same.next()) {
        (Some((n, _)), None) => Some(n),
        // Two of one title.
        (Some(_), Some(_)) => None,
        (None, _) => {
            let near = nearest(written, given.iter().map(|entry| entry.title.as_str()))?;
            let mut same = (0..given.len()).filter(|n| given[*n].title == near);
            same.next().filter(|_| same.next().is_none())
        }
    };
    let n = found?;
    Some((references.ids.id_of(EntryId(n))?, &given[n].title))
}
