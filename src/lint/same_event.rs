//! Proposes to tell an expectation and the article that reports its outcome as one event.

use super::LintContext;
use crate::content::article::ArticleId;
use crate::content::date::{EventDate, Mark, Precision};
use crate::content::event::{LifeStage, Update};
use crate::diagnostic::Sink;
use crate::model::entry::{Entry, StatementKind};
use crate::model::site::Site;
use crate::yaml::emit;

/// Reports updates whose entry happened on the day of the article's own event, with the same
/// organisations and the same certainty: probably the same event, told twice.
pub(super) fn same_event(ctx: &LintContext<'_>, sink: &mut Sink) {
    const CODE: &str = "same-event";
    if !ctx.wants(CODE) {
        return;
    }
    let site = ctx.site;
    for (n, article) in site.articles.iter().enumerate() {
        let Some(own) = site.of_article[n].own.map(|id| site.entry(id)) else {
            continue;
        };
        for update in &article.front.updates {
            let entry = site.entry_by_id(&update.entry.value);
            let Some(entry) = entry.map(|id| site.entry(id)) else {
                continue;
            };
            if update.same_event.is_some() || !is_told_twice(site, ArticleId(n), own, entry) {
                continue;
            }
            let message = format!(
                "`{}` and this article seem to be one event, told twice on the timelines",
                entry.id
            );
            let d = ctx.found(CODE, message).map(|d| {
                d.at(update.entry.span, "the same day and organisations")
                    .hint(format!(
                        "if they are, write `{}` in `updates`",
                        line(site, update)
                    ))
            });
            sink.extend(d);
        }
    }
}

fn is_told_twice(site: &Site, by: ArticleId, own: &Entry, entry: &Entry) -> bool {
    let happened = |entry: &Entry| entry.stage == LifeStage::Happened && !entry.background;
    let said = entry.in_force();
    let reported = said
        .is_some_and(|said| said.kind == StatementKind::Update && said.attribution.article == by);
    reported
        && happened(own)
        && happened(entry)
        && day(entry).is_some()
        && day(entry) == day(own)
        && certainty(site, entry) == certainty(site, own)
        && organisations(site, entry).is_some_and(|names| Some(names) == organisations(site, own))
}

fn day(entry: &Entry) -> Option<chrono::NaiveDate> {
    let date = entry.date.as_ref()?;
    let known = matches!(date.precision(), Precision::Day | Precision::Instant);
    Some(date)
        .filter(|date| known && date.mark() == Mark::Exact)
        .and_then(EventDate::earliest)
}

/// Without a certainty an entry is taken for confirmed.
fn certainty<'s>(site: &'s Site, entry: &Entry) -> &'s str {
    entry
        .certainty
        .map_or("confirmed", |n| &site.config.certainties[n].id)
}

/// Numbers of its organisations, sorted. None if it has none.
fn organisations(site: &Site, entry: &Entry) -> Option<Vec<usize>> {
    let taxonomy = site.taxonomy("organisations")?;
    let terms = entry.terms.iter().filter(|term| term.taxonomy == taxonomy);
    let mut terms: Vec<usize> = terms.map(|term| term.term).collect();
    terms.sort_unstable();
    (!terms.is_empty()).then_some(terms)
}

/// The update as it would be written.
fn line(site: &Site, update: &Update) -> String {
    let config = &site.config;
    let mut keys = vec![format!("entry: {}", emit::in_flow(&update.entry.value))];
    let date = |key: &str, date: &EventDate| format!("{key}: {}", emit::date(date.standard()));
    keys.extend(update.date.as_ref().map(|on| date("date", &on.value)));
    let wording = update.wording.as_deref().map(emit::in_flow);
    keys.extend(wording.map(|wording| format!("wording: {wording}")));
    let status = update
        .status
        .as_ref()
        .map(|status| &config.statuses[status.value].id);
    keys.extend(status.map(|status| format!("status: {}", emit::in_flow(status))));
    let certainty = update.certainty.map(|n| &config.certainties[n].id);
    keys.extend(certainty.map(|certainty| format!("certainty: {}", emit::in_flow(certainty))));
    keys.extend(
        update
            .source
            .as_ref()
            .map(|source| format!("source: {}", emit::in_flow(&source.value))),
    );
    let checked = update.checked.as_ref();
    keys.extend(checked.map(|on| date("checked", &on.value)));
    keys.push("same_event: true".to_owned());
    format!("- {{{}}}", keys.join(", "))
}
