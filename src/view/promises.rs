//! What was announced, as pictures show it: its dates, when each was given, and what came of it.

use super::context::ViewContext;
use super::lane_days::{number, of_day, span};
use crate::chart::calendar::Day;
use crate::chart::types::{self as chart, Outcome, Span, Target};
use crate::content::date::{EventDate, shift};
use crate::content::event::LifeStage;
use crate::model::entry::{Entry, Statement};
use crate::model::lanes::day_said;

impl ViewContext<'_> {
    /// Something announced: what is still expected or was cancelled, or what happened later than
    /// announced. `event` is the entry that tells what came of it, if that is another one.
    pub(super) fn lane_promise(
        &self,
        entry: &Entry,
        event: Option<&Entry>,
        name: &str,
    ) -> Option<chart::Promise> {
        if event.is_none() && entry.stage == LifeStage::Happened && !entry.happened_late() {
            return None;
        }
        let announced = entry.announced();
        let mut targets: Vec<Target> = announced
            .iter()
            .filter(|(_, said)| said.cancelled.is_none())
            .map(|(date, said)| Target {
                span: span(date),
                said: self.said(said),
                when: self.messages.short(date),
            })
            .collect();
        if targets.is_empty() {
            let first = entry.history.first()?;
            let wording = first.wording.as_deref();
            targets.push(Target {
                span: None,
                said: self.said(first),
                when: wording
                    .unwrap_or_else(|| self.messages.say("no-date"))
                    .to_owned(),
            });
        }
        let date = event.unwrap_or(entry).date.as_ref();
        let outcome = match (entry.stage, event) {
            (LifeStage::Cancelled, _) => Outcome::Cancelled(self.cancelled(entry, event)?.1),
            (LifeStage::Expected, None) if entry.overdue(self.site.today) => Outcome::Overdue,
            (LifeStage::Expected, None) => Outcome::Waiting,
            _ => Outcome::Happened(span(date?)?),
        };
        Some(chart::Promise {
            id: entry.id.clone(),
            href: self.entry_href(entry),
            label: self.label_within(entry, name),
            title: self.title(entry).to_owned(),
            verdict: self.verdict(entry, event, outcome, &targets),
            targets,
            outcome,
        })
    }

    /// What became of an announcement: "postponed twice, at least three months late".
    fn verdict(
        &self,
        entry: &Entry,
        event: Option<&Entry>,
        outcome: Outcome,
        targets: &[Target],
    ) -> String {
        let announced = entry.announced();
        let first = announced.first().map(|(date, _)| *date);
        let last = announced.last().map(|(date, _)| *date);
        let mut parts = Vec::new();
        let slips = entry.slips();
        if slips > 0 {
            let args = [("count", slips.into())];
            parts.push(self.messages.with("promise-put-off", &args));
        }
        match outcome {
            Outcome::Happened(_) => {
                let date = event.unwrap_or(entry).date.as_ref();
                if let (Some(first), Some(date)) = (first, date) {
                    match shift(first, date) {
                        Some(shift) => parts.push(self.messages.punctuality(shift)),
                        None => parts.push(self.messages.say("promise-kept").to_owned()),
                    }
                }
            }
            Outcome::Cancelled(_) => {
                let date = self.cancelled(entry, event);
                parts.extend(date.map(|(date, _)| self.dated("lane-cancelled", &date)));
            }
            Outcome::Overdue => parts.extend(last.map(|date| self.dated("lane-passed", date))),
            Outcome::Waiting => parts.extend(targets.last().map(|target| target.when.clone())),
        }
        parts.join(self.messages.say("clause-comma"))
    }

    /// When an announcement was called off.
    fn cancelled(&self, entry: &Entry, event: Option<&Entry>) -> Option<(EventDate, Span)> {
        let said = entry.in_force();
        let date = said.and_then(|said| said.cancelled.as_ref().or(said.on.as_ref()));
        let date = event.and_then(|event| event.date.as_ref()).or(date);
        if let Some(dated) = date.and_then(|date| Some((date.clone(), span(date)?))) {
            return Some(dated);
        }
        let by = said.map_or(entry.article, |said| said.attribution.article);
        let published = self.site.article(by).published()?;
        let at = number(published.day(self.site.config.timezone));
        Some((of_day(at)?, Span::day(at)))
    }

    /// The day on which a target was given.
    fn said(&self, said: &Statement) -> Option<Day> {
        day_said(self.site, said).map(number)
    }
}
