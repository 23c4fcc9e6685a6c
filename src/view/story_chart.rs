//! A storyline as a picture: its data and its words.
//!
//! Nothing is drawn here, as in [`lanes`](super::lanes).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};
use serde::Serialize;

use super::Html;
use super::context::ViewContext;
use super::drawing::{NARROW, StoryDrawing};
use super::lane_days::{last_change, number, short_day, span};
use super::storyline::phrase;
use crate::chart::bands::merged;
use crate::chart::story::{Silence, Story, Tie};
use crate::chart::types::{self as chart, Lane, MOST_STEPS, Mark, Options, Status};
use crate::content::date::between;
use crate::content::event::{LifeStage, RelationKind};
use crate::model::entry::{Entry, EntryId};
use crate::model::lanes::draws_story;
use crate::model::taxonomy::TermRef;

/// So many events all have a label, if there is room.
const ALL_LABELLED: usize = 20;
/// A shorter time without an entry is not said.
const SHORTEST_SILENCE: i64 = 60;
/// A silence is at least this part of the whole time.
const PART_OF_ALL: i64 = 6;
/// The finding names so many organisations.
const MOST_NAMED: usize = 3;

/// A storyline as a picture, for wide screens and for narrow ones.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StoryChartView {
    /// Which stances were taken one after the other, in a sentence; none if nobody took one.
    pub finding: Option<String>,
    /// The day up to which the picture goes: "9 Dec 2025".
    pub as_of: String,
    /// Finished SVG: for wide screens.
    #[serde(skip)]
    pub wide: Html<StoryDrawing>,
    /// Finished SVG: for narrow screens.
    #[serde(skip)]
    pub narrow: Html<()>,
}

impl ViewContext<'_> {
    /// A storyline over time; `None` if fewer than three of its events have a date.
    pub fn story_chart(&self, n: usize) -> Option<StoryChartView> {
        let site = self.site;
        if !draws_story(site, n) {
            return None;
        }
        let entries = &site.storylines.stories[n].entries;
        let shown: Vec<EntryId> = entries
            .iter()
            .copied()
            .filter(|id| !site.entry(*id).background)
            .collect();
        let mut lane = Lane {
            name: site.story_title(n),
            ..Lane::default()
        };
        let mut langs = BTreeMap::new();
        let mut changes: BTreeMap<TermRef, Vec<chart::Change>> = BTreeMap::new();
        for id in &shown {
            let entry = site.entry(*id);
            if let Some(lang) = self.article_lang(entry.article) {
                langs.insert(self.entry_href(entry), lang);
            }
            lane.marks.extend(self.story_mark(entry));
            lane.promises.extend(self.lane_promise(entry, None, ""));
            for (at, _) in &entry.stances {
                let of = changes.entry(*at).or_default();
                of.extend(self.change(entry, *at));
            }
        }
        if lane.marks.len() <= ALL_LABELLED {
            for mark in &mut lane.marks {
                mark.importance = mark.importance.max(4);
            }
        }
        let mut held: Vec<(TermRef, Vec<chart::Change>)> = changes
            .iter()
            .map(|(at, changes)| (*at, merged(changes)))
            .filter(|(_, changes)| !changes.is_empty())
            .collect();
        held.sort_by_key(|(at, changes)| (Reverse(changes.len()), *at));
        let finding = self.story_finding(&held);
        let several = held.len() > 1;
        if let Some((at, changes)) = held.into_iter().next() {
            lane.changes = changes;
            if several {
                self.name_holder(&mut lane, at);
            }
        }
        let today = number(site.today);
        let as_of = last_change(std::slice::from_ref(&lane), today);
        let wide = Options {
            steps: site.config.stances.len().clamp(1, MOST_STEPS),
            patterns: self.stance_patterns(),
            ..self.picture("dl:story-w", as_of, None)
        };
        let narrow = Options {
            id: "dl:story-n".to_owned(),
            width: NARROW,
            compact: true,
            ..wide.clone()
        };
        let title = self
            .messages
            .with("lane-title", &[("name", (&lane.name).into())]);
        Some(StoryChartView {
            as_of: short_day(self.messages, as_of).unwrap_or_default(),
            wide: Html(StoryDrawing {
                title,
                finding: finding.clone().unwrap_or_default(),
                story: Story {
                    ties: self.ties(&shown),
                    silences: self.silences(&shown).into_values().collect(),
                    lane,
                },
                langs,
                wide: Some(wide),
                narrow: Some(narrow),
            }),
            narrow: Html(()),
            finding,
        })
    }

    /// What happened, whatever kind of article tells it.
    fn story_mark(&self, entry: &Entry) -> Option<Mark> {
        let date = entry.date.as_ref()?;
        if entry.stage != LifeStage::Happened {
            return None;
        }
        Some(Mark {
            id: entry.id.clone(),
            href: self.entry_href(entry),
            label: self.title(entry).to_owned(),
            title: self.title(entry).to_owned(),
            when: self.messages.short(date),
            span: span(date)?,
            status: Status::Happened,
            importance: entry.importance,
        })
    }

    /// Says at every stance whose it is.
    fn name_holder(&self, lane: &mut Lane, at: TermRef) {
        let (name, colon) = (&self.site.term(at).label, self.messages.say("chart-colon"));
        for change in &mut lane.changes {
            change.name = format!("{name}{colon}{}", change.name);
            change.since = format!("{name}{colon}{}", change.since);
        }
    }

    /// "Meta: open weight, then hybrid; Google: closed."
    fn story_finding(&self, held: &[(TermRef, Vec<chart::Change>)]) -> Option<String> {
        let part = |(at, changes): &(TermRef, Vec<chart::Change>)| {
            let mut names = changes.iter().map(|change| &change.name);
            let first = names.next()?.clone();
            let steps = names.fold(first, |before, stance| {
                let args = [("before", (&before).into()), ("stance", stance.into())];
                self.messages.with("story-steps", &args)
            });
            let args = [
                ("names", (&self.site.term(*at).label).into()),
                ("stance", (&steps).into()),
            ];
            Some(self.messages.with("lanes-finding-part", &args))
        };
        let parts: Vec<String> = held.iter().take(MOST_NAMED).filter_map(part).collect();
        let parts = parts.join(self.messages.say("lanes-finding-comma"));
        let args = [("parts", (&parts).into())];
        (!parts.is_empty()).then(|| self.messages.with("lanes-finding", &args))
    }

    /// What entries do to others of the same story.
    fn ties(&self, entries: &[EntryId]) -> Vec<Tie> {
        let shown: HashSet<EntryId> = entries.iter().copied().collect();
        let ties = entries
            .iter()
            .flat_map(|id| self.site.storylines.from(*id))
            .filter(|tie| shown.contains(&tie.to));
        let tie = |tie: &crate::model::storyline::StoryRelation| {
            let (from, to) = (self.site.entry(tie.from), self.site.entry(tie.to));
            let does = self
                .messages
                .with(phrase(tie.kind, false), &[("entry", self.title(to).into())]);
            let colon = self.messages.say("chart-colon");
            Tie {
                from: from.id.clone(),
                to: to.id.clone(),
                label: self.messages.say(step_label(tie.kind)).to_owned(),
                title: format!("{}{colon}{does}", self.title(from)),
            }
        };
        ties.map(tie).collect()
    }

    /// The long times without an entry, by the entry that ends them, in the order of time.
    pub fn silences(&self, entries: &[EntryId]) -> BTreeMap<usize, Silence> {
        let site = self.site;
        let dated = |(n, id): (usize, &EntryId)| {
            let entry = site.entry(*id);
            let date = entry.date.as_ref()?;
            let ended = entry.stage == LifeStage::Happened && !entry.background;
            ended.then_some((n, date.earliest()?, date.latest()?))
        };
        let dated: Vec<_> = entries.iter().enumerate().filter_map(dated).collect();
        let mut out = BTreeMap::new();
        let Some((_, first, mut last)) = dated.first().copied() else {
            return out;
        };
        let end = dated.iter().map(|(_, _, end)| *end).max().unwrap_or(last);
        let all = (end - first).num_days();
        for (n, start, end) in dated.into_iter().skip(1) {
            let days = (start - last).num_days();
            if days >= SHORTEST_SILENCE && days * PART_OF_ALL >= all {
                let words = self.messages.silence(between(last, start));
                out.insert(
                    n,
                    Silence {
                        from: number(last),
                        to: number(start),
                        words,
                    },
                );
            }
            last = last.max(end);
        }
        out
    }

    /// The words of [`Self::silences`], by the entry that ends them.
    pub fn silences_before(&self, entries: &[EntryId]) -> HashMap<EntryId, String> {
        let silences = self.silences(entries).into_iter();
        silences
            .map(|(n, silence)| (entries[n], silence.words))
            .collect()
    }
}

fn step_label(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Follows => "story-follows",
        RelationKind::Reverses => "story-reverses",
        RelationKind::Confirms => "story-confirms",
        RelationKind::Delays => "story-delays",
    }
}
