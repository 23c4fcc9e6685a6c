//! What changed on a site, and when: what was published, moved, cancelled and corrected.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

use super::context::ViewContext;
use crate::content::article::ArticleId;
use crate::content::date::{EventDate, ShiftWay, shift};
use crate::content::event::LifeStage;
use crate::content::front_matter::CorrectionKind;
use crate::content::natural::NaturalId;
use crate::model::entry::{Entry, Statement};
use crate::plan::Plan;

/// Number of changes that a list has at most.
pub const MOST: usize = 1_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// An article was published.
    Published,
    /// What is expected got another date.
    Moved,
    /// What was expected was called off.
    Cancelled,
    /// An article was corrected.
    Corrected,
}

/// A change of an article or an entry.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    pub change: ChangeKind,
    /// The day since which it holds.
    pub since: String,
    /// Of the article or the entry.
    pub id: String,
    pub title: String,
    pub url: String,
    /// The earlier date (EDTF) of what moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The later one; of what was cancelled, the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How far it moved, in words: "three months later".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The text of a correction; the summary of an article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Of a correction: `correction`, `clarification`, `editors-note` or `retraction`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// Whether the article was retracted since.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub retracted: bool,
    /// What moved, in words: "now expected June 2026, three months later". What is more or less than
    /// a correction: "Retraction: It did not happen." What was retracted since: "Retraction: Launch".
    #[serde(skip)]
    pub told: Option<String>,
    #[serde(skip)]
    day: NaiveDate,
}

impl Change {
    /// The day since which it holds.
    pub fn day(&self) -> NaiveDate {
        self.day
    }
}

/// The latest changes of the edition, at most `most`, latest first.
pub fn latest(ctx: &ViewContext<'_>, most: usize) -> Vec<Change> {
    let mut changes = published(ctx);
    corrected(ctx, &mut changes);
    for entry in ctx.site.entries.iter().filter(|entry| !entry.translated) {
        if entry.history.len() > 1 || entry.stage == LifeStage::Cancelled {
            moved(ctx, entry, &mut changes);
        }
    }
    let today = ctx.site.today;
    changes.retain(|change| change.day <= today);
    changes.sort_by_cached_key(|change| {
        let id = NaturalId(change.id.clone());
        (Reverse(change.day), change.change, id, change.to.clone())
    });
    changes.truncate(most);
    changes
}

fn published(ctx: &ViewContext<'_>) -> Vec<Change> {
    let zone = ctx.site.config.timezone;
    let articles = ctx.site.published.iter();
    let change = |id: &ArticleId| {
        let day = ctx.site.article(*id).published()?.day(zone);
        let retracted = ctx.site.article(*id).retracted();
        let text = ctx.summary(*id).cloned();
        Some(Change {
            text,
            retracted,
            told: retracted.then(|| ctx.marked_headline(*id)),
            ..of_article(ctx, ChangeKind::Published, *id, day)
        })
    };
    articles.filter_map(change).collect()
}

fn corrected(ctx: &ViewContext<'_>, changes: &mut Vec<Change>) {
    for (id, article) in ctx.site.corrected() {
        for (n, correction) in article.front.corrections.iter().enumerate() {
            let date = &correction.date.value;
            let Some(day) = date.earliest() else {
                continue;
            };
            // Of a month in which the article was published, no earlier day is meant.
            let published = article
                .published()
                .map(|at| at.day(ctx.site.config.timezone));
            let published = published.filter(|day| date.latest().is_none_or(|last| *day <= last));
            let day = published.map_or(day, |published| published.max(day));
            let change = of_article(ctx, ChangeKind::Corrected, id, day);
            let is_more = correction.kind != CorrectionKind::Correction;
            changes.push(Change {
                url: format!("{}#correction-{}", change.url, n + 1),
                text: Some(correction.text.clone()),
                told: is_more.then(|| ctx.correction_of(correction.kind, &correction.text)),
                kind: Some(correction.kind.id()),
                ..change
            });
        }
    }
}

/// The changes of the date of an entry, and its cancellation.
fn moved(ctx: &ViewContext<'_>, entry: &Entry, changes: &mut Vec<Change>) {
    let announced = entry.announced();
    for pair in announced.windows(2) {
        let [(from, _), (to, said)] = pair else {
            continue;
        };
        // A date that was only made more exact has not moved.
        let Some(shift) = shift(from, to) else {
            continue;
        };
        let is_moved = matches!(shift.way, ShiftWay::Later | ShiftWay::Earlier);
        if said.cancelled.is_none()
            && is_moved
            && let Some(day) = said_on(ctx, said)
        {
            changes.push(Change {
                from: Some(from.edtf()),
                to: Some(to.edtf()),
                told: Some(now_expected(ctx, to, &ctx.messages.shift(shift))),
                by: Some(ctx.messages.shift(shift)),
                ..of_entry(ctx, ChangeKind::Moved, entry, day)
            });
        }
    }
    if entry.stage == LifeStage::Cancelled
        && let Some(said) = entry.in_force()
        && let Some(day) = said_on(ctx, said)
    {
        let last = announced.iter().rev();
        let mut last = last.filter(|(_, said)| said.cancelled.is_none());
        changes.push(Change {
            to: last.next().map(|(date, _)| date.edtf()),
            ..of_entry(ctx, ChangeKind::Cancelled, entry, day)
        });
    }
}

/// "now expected June 2026, three months later".
fn now_expected(ctx: &ViewContext<'_>, to: &EventDate, by: &str) -> String {
    const ID: &str = "what-now-expected-dated";
    let date = ctx.date_view_for(ID, Some(to), None);
    let args = [("date", (&date.text).into()), ("kind", date.kind.into())];
    let expected = ctx.messages.with(ID, &args);
    format!("{expected}{}{by}", ctx.messages.say("clause-comma"))
}

/// The day on which a statement was made, or else published here.
fn said_on(ctx: &ViewContext<'_>, said: &Statement) -> Option<NaiveDate> {
    let on = said.on.as_ref().and_then(EventDate::earliest);
    on.or_else(|| {
        let published = ctx.site.article(said.attribution.article).published()?;
        Some(published.day(ctx.site.config.timezone))
    })
}

fn of_article(ctx: &ViewContext<'_>, change: ChangeKind, id: ArticleId, day: NaiveDate) -> Change {
    Change {
        title: ctx.headline(id).to_owned(),
        url: ctx.whole_absolute(Plan::address(&ctx.plan.articles[id.0])),
        ..Change::of(change, ctx.site.article(id).id.clone(), day)
    }
}

fn of_entry(ctx: &ViewContext<'_>, change: ChangeKind, entry: &Entry, day: NaiveDate) -> Change {
    Change {
        title: ctx.title(entry).to_owned(),
        url: ctx.whole_address(&ctx.entry_href(entry)),
        ..Change::of(change, entry.id.clone(), day)
    }
}

impl Change {
    fn of(change: ChangeKind, id: String, day: NaiveDate) -> Self {
        Self {
            change,
            since: day.to_string(),
            id,
            title: String::new(),
            url: String::new(),
            from: None,
            to: None,
            by: None,
            text: None,
            kind: None,
            retracted: false,
            told: None,
            day,
        }
    }
}
