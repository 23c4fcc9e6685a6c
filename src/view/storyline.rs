//! An article's position in its storyline, and relations between entries.

use serde::Serialize;

use super::context::ViewContext;
use super::{CardLink, DateView, Link};
use crate::content::article::ArticleId;
use crate::content::event::{LifeStage, RelationKind};
use crate::model::entry::EntryId;
use crate::model::storyline::StoryRelation;
use crate::model::text::Subject;
use crate::plan::Plan;

/// A relation and the other entry: "reverses" and the entry that is reversed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RelationView {
    /// `follows`, `reverses`, `confirms` or `delays`; also a class.
    pub id: &'static str,
    /// The id of the message that says it, for `phrase`: `relation-reverses`, or
    /// `relation-reverses-back` for the opposite direction.
    pub phrase: &'static str,
    pub entry: Link,
    /// None if the entry has no date.
    pub date: Option<DateView>,
}

/// An article's position in its storyline, and its relations.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StoryPlace {
    /// None for an article that is related to others but in no storyline.
    pub story: Option<Link>,
    /// Position of this article in the storyline, from 1; 0 if it is in none.
    pub number: usize,
    pub count: usize,
    /// "part 2 of 5"; empty if there is no storyline.
    pub part: String,
    pub previous: Option<CardLink>,
    pub next: Option<CardLink>,
    /// The storyline around this article: the parts before and after it, oldest first.
    pub parts: Vec<StoryPart>,
    /// What it does to other entries, then what others do to it.
    pub relations: Vec<RelationView>,
}

/// An entry of a storyline.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StoryPart {
    /// The entry, with its date.
    pub entry: CardLink,
    /// `exact`, `partial`, `approximate`, `range` or `undated`; `expected` with it.
    pub mark: String,
    /// Whether it is the article's own.
    pub current: bool,
}

/// How many parts of a storyline stand beside an article, on each side.
const PARTS: usize = 3;

impl ViewContext<'_> {
    pub fn story_link(&self, n: usize) -> Link {
        Link {
            label: self.site.story_title(n),
            url: self.href(&Plan::story_route(self.site, n)),
            rel: None,
            lang: self.story_lang(n),
        }
    }

    /// The language of the text of a storyline, if that is not the one of the edition.
    pub fn story_lang(&self, n: usize) -> Option<String> {
        let config = &self.site.config;
        let text = self.site.subjects.text(Subject::Story(n))?;
        let own = self.site.texts[text].front.lang.as_deref();
        let edition = config.edition_in(own);
        (edition != config.edition).then(|| config.editions[edition].language.clone())
    }

    /// Like [`ViewContext::span`], for entries sorted oldest first.
    pub fn story_span(&self, entries: &[EntryId]) -> String {
        let newest_first: Vec<EntryId> = entries.iter().rev().copied().collect();
        self.span(&newest_first)
    }

    /// The dek of the text for a term or storyline.
    pub fn dek_of(&self, subject: Subject) -> Option<String> {
        let text = self.site.subjects.text(subject)?;
        self.site.texts[text].front.summary.clone()
    }

    /// Returns an article's position in its storyline, by its own event or else by the first of its
    /// entries that is in one. `None` if it is in none and has no relations.
    pub fn story_place(&self, article: ArticleId) -> Option<StoryPlace> {
        let lines = &self.site.storylines;
        if lines.is_empty() {
            return None;
        }
        let entries = &self.site.of_article[article.0];
        let all = entries.own.iter().chain(&entries.listed);
        let all = all.map(|e| self.site.on_timeline(*e));
        let told = all.into_iter().find(|e| lines.of(*e).is_some());
        let own = entries.own.map(|e| self.site.on_timeline(e));
        let relations = own.map_or_else(Vec::new, |own| self.all_relations(own));
        let Some((entry, n)) = told.and_then(|e| Some((e, lines.of(e)?))) else {
            return (!relations.is_empty()).then(|| StoryPlace {
                relations,
                ..StoryPlace::default()
            });
        };
        let list = &lines.stories[n].entries;
        let at = list.iter().position(|e| *e == entry)?;
        let elsewhere =
            |e: &&EntryId| self.site.entry(**e).article != self.site.entry(entry).article;
        Some(StoryPlace {
            story: Some(self.story_link(n)),
            number: at + 1,
            count: list.len(),
            part: self.messages.with(
                "part-of",
                &[("number", (at + 1).into()), ("count", list.len().into())],
            ),
            previous: list[..at]
                .iter()
                .rev()
                .find(elsewhere)
                .map(|e| self.card_link(*e)),
            next: list[at + 1..]
                .iter()
                .find(elsewhere)
                .map(|e| self.card_link(*e)),
            parts: self.parts_around(list, at),
            relations,
        })
    }

    /// The parts of a storyline around the one at `at`.
    fn parts_around(&self, list: &[EntryId], at: usize) -> Vec<StoryPart> {
        let until = (at + PARTS + 1).max(2 * PARTS + 1).min(list.len());
        let from = at
            .saturating_sub(PARTS)
            .min(until.saturating_sub(2 * PARTS + 1));
        let part = |n: usize| {
            let entry = self.card_link(list[n]);
            let mark = entry.date.as_ref().map_or("undated", |date| date.mark);
            let open = self.site.entry(list[n]).stage == LifeStage::Expected;
            StoryPart {
                mark: match open {
                    true => format!("{mark} expected"),
                    false => mark.to_owned(),
                },
                entry,
                current: n == at,
            }
        };
        (from..until).map(part).collect()
    }

    /// Articles in the same storyline, nearest first.
    pub fn of_the_same_story(&self, own: EntryId) -> Vec<EntryId> {
        let site = self.site;
        let Some(story) = site.storylines.of(own) else {
            return Vec::new();
        };
        let entries = &site.storylines.stories[story].entries;
        let at = entries.iter().position(|e| *e == own).unwrap_or(0);
        let mut others: Vec<(usize, usize)> = (0..entries.len())
            .filter(|n| *n != at && site.is_own(entries[*n]))
            .map(|n| (n.abs_diff(at), n))
            .collect();
        others.sort_unstable();
        others.into_iter().map(|(_, n)| entries[n]).collect()
    }

    /// All relations between an article's own event and entries of other articles.
    fn all_relations(&self, own: EntryId) -> Vec<RelationView> {
        let lines = &self.site.storylines;
        let article = |e: EntryId| self.site.entry(e).article;
        let does = lines.from(own).iter().map(|tie| (tie, false));
        does.chain(lines.onto(own).iter().map(|tie| (tie, true)))
            .filter(|(tie, _)| article(tie.from) != article(tie.to))
            .map(|(tie, back)| self.relation(tie, back))
            .collect()
    }

    pub fn relation(&self, tie: &StoryRelation, back: bool) -> RelationView {
        let other = if back { tie.from } else { tie.to };
        let entry = self.site.entry(other);
        RelationView {
            id: id(tie.kind),
            phrase: phrase(tie.kind, back),
            entry: Link {
                label: self.title(entry).to_owned(),
                url: self.entry_href(entry),
                rel: None,
                lang: self.article_lang(entry.article),
            },
            date: entry.date.as_ref().map(|_| self.entry_date(other, None)),
        }
    }
}

fn id(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Follows => "follows",
        RelationKind::Reverses => "reverses",
        RelationKind::Confirms => "confirms",
        RelationKind::Delays => "delays",
    }
}

/// The message id for a relation, or for its opposite direction if `back`.
pub(super) fn phrase(kind: RelationKind, back: bool) -> &'static str {
    match (kind, back) {
        (RelationKind::Follows, false) => "relation-follows",
        (RelationKind::Follows, true) => "relation-follows-back",
        (RelationKind::Reverses, false) => "relation-reverses",
        (RelationKind::Reverses, true) => "relation-reverses-back",
        (RelationKind::Confirms, false) => "relation-confirms",
        (RelationKind::Confirms, true) => "relation-confirms-back",
        (RelationKind::Delays, false) => "relation-delays",
        (RelationKind::Delays, true) => "relation-delays-back",
    }
}
