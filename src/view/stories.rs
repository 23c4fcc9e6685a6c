//! Views of storylines: their list, one of them, and what an article's page says of its own.

use serde::Serialize;

use super::card::ViewContext;
use super::{Card, CardLink, DateView, Link};
use crate::model::article::ArticleId;
use crate::model::entry::EntryId;
use crate::model::storyline::StoryRelation;
use crate::model::text::{Subject, story_title};
use crate::parse::front_matter::relations::RelationKind;
use crate::plan::Plan;

/// `/stories/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StoriesView {
    /// The one with the latest entry first.
    pub stories: Vec<StoryLink>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct StoryLink {
    pub title: String,
    pub url: String,
    pub dek: Option<String>,
    pub count: usize,
    /// "2023 to 2026"; empty where nothing is dated.
    pub span: String,
    /// The last of its entries; none where all are background.
    pub latest: Option<CardLink>,
}

/// `/stories/llama-to-avocado/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StoryPage {
    pub title: String,
    pub dek: Option<String>,
    /// Finished HTML; empty where the story has no text.
    pub body: String,
    pub count: usize,
    /// "2023 to 2026"; empty where nothing is dated.
    pub span: String,
    /// Oldest first.
    pub chapters: Vec<Chapter>,
}

/// One entry of a story.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Chapter {
    pub card: Card,
    /// What it does to earlier entries.
    pub relations: Vec<RelationView>,
}

/// "reverses" and the entry that is reversed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RelationView {
    /// `follows`, `reverses`, `confirms` or `delays`; also a class.
    pub id: &'static str,
    /// "reverses", or "reversed by" where the other entry does it.
    pub word: String,
    pub entry: Link,
    /// None where the entry has no date.
    pub date: Option<DateView>,
}

/// What an article's page says of the storyline that it belongs to.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StoryPlace {
    /// None for an article that is only related to others.
    pub story: Option<Link>,
    /// Place of this article in the story, from 1; 0 where there is none.
    pub number: usize,
    pub count: usize,
    /// "part 2 of 5"; empty where there is no story.
    pub part: String,
    pub previous: Option<CardLink>,
    pub next: Option<CardLink>,
    /// What it does to others, then what others do to it.
    pub relations: Vec<RelationView>,
}

impl ViewContext<'_> {
    pub fn stories(&self) -> StoriesView {
        let lines = &self.site.storylines.stories;
        let mut order: Vec<usize> = (0..lines.len()).collect();
        order.sort_by_key(|n| {
            let latest = lines[*n].entries.iter();
            let latest = latest.filter_map(|e| self.site.rank_oldest(*e)).max();
            (std::cmp::Reverse(latest), *n)
        });
        StoriesView {
            stories: order.into_iter().map(|n| self.story_entry(n)).collect(),
        }
    }

    fn story_entry(&self, n: usize) -> StoryLink {
        let entries = &self.site.storylines.stories[n].entries;
        let link = self.story_link(n);
        StoryLink {
            title: link.label,
            url: link.url,
            dek: self.dek_of(Subject::Story(n)),
            count: entries.len(),
            span: self.story_span(entries),
            latest: entries
                .iter()
                .rfind(|e| self.site.rank_oldest(**e).is_some())
                .map(|e| self.card_link(*e)),
        }
    }

    pub fn story(&self, n: usize) -> StoryPage {
        let story = &self.site.storylines.stories[n];
        let chapter = |id: &EntryId| Chapter {
            card: self.card(*id, None),
            relations: self.relations(*id),
        };
        StoryPage {
            title: story_title(self.site, n, story),
            dek: self.dek_of(Subject::Story(n)),
            body: String::new(),
            count: story.entries.len(),
            span: self.story_span(&story.entries),
            chapters: story.entries.iter().map(chapter).collect(),
        }
    }

    fn story_link(&self, n: usize) -> Link {
        Link {
            label: story_title(self.site, n, &self.site.storylines.stories[n]),
            url: self.href(&Plan::story_route(self.site, n)),
            rel: None,
        }
    }

    /// As [`ViewContext::span`], of entries that are oldest first.
    fn story_span(&self, entries: &[EntryId]) -> String {
        let newest_first: Vec<EntryId> = entries.iter().rev().copied().collect();
        self.span(&newest_first)
    }

    /// The dek of a term's or a story's text.
    pub fn dek_of(&self, subject: Subject) -> Option<String> {
        let text = self.site.subjects.text(subject)?;
        self.site.texts[text].front.summary.clone()
    }

    /// Where an article stands in its storyline: by its own event, else by the first of its
    /// entries that is in one. None where it is in none and is related to nothing.
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
            relations,
        })
    }

    /// Articles of the same story, the nearest in it first.
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

    /// What an article's own event does to entries of others, and they to it.
    fn all_relations(&self, own: EntryId) -> Vec<RelationView> {
        let lines = &self.site.storylines;
        let article = |e: EntryId| self.site.entry(e).article;
        let does = lines.from(own).iter().map(|relation| (relation, false));
        does.chain(lines.onto(own).iter().map(|relation| (relation, true)))
            .filter(|(relation, _)| article(relation.from) != article(relation.to))
            .map(|(relation, back)| self.relation(relation, back))
            .collect()
    }

    /// What an entry does to earlier ones.
    fn relations(&self, id: EntryId) -> Vec<RelationView> {
        let relations = self.site.storylines.from(id).iter();
        relations
            .map(|relation| self.relation(relation, false))
            .collect()
    }

    fn relation(&self, relation: &StoryRelation, back: bool) -> RelationView {
        let other = if back { relation.from } else { relation.to };
        let entry = self.site.entry(other);
        RelationView {
            id: id(relation.kind),
            word: self.messages.say(word(relation.kind, back)).to_owned(),
            entry: Link {
                label: self.title(entry).to_owned(),
                url: self.entry_href(entry),
                rel: None,
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

/// The message of what an entry does to another, or of what the other does to it.
fn word(kind: RelationKind, back: bool) -> &'static str {
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
