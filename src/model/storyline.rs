//! Storylines: entries of one story in the order of their dates, and what each does to an
//! earlier one.
//!
//! An entry is in a story because its `story` says so; relations are written (`follows`,
//! `reverses`, `confirms`), or implied by the `updates` of an article that is in a story.

use std::collections::{BTreeMap, HashMap};

use super::entry::{EntryId, Statement, StatementKind};
use super::site::Site;
use crate::content::article::Article;
use crate::content::date::{EventDate, delay};
use crate::content::event::{LifeStage, RelationKind, Relations};
use crate::diagnostic::suggest::guess;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{At, Span};

/// One story.
#[derive(Debug)]
pub struct Storyline {
    /// As in the front matter; also its address.
    pub id: String,
    /// Oldest first; what has no date is last. Never empty.
    pub entries: Vec<EntryId>,
}

/// `from` does something to `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StoryRelation {
    pub from: EntryId,
    pub to: EntryId,
    pub kind: RelationKind,
}

/// Every story and every relation.
#[derive(Debug, Default)]
pub struct Storylines {
    /// By id.
    pub stories: Vec<Storyline>,
    of_entry: HashMap<EntryId, usize>,
    /// By their `from`.
    relations: Vec<StoryRelation>,
    /// By their `to`.
    back: Vec<StoryRelation>,
}

impl Storylines {
    /// Neither a story nor a relation.
    pub fn is_empty(&self) -> bool {
        self.stories.is_empty() && self.relations.is_empty()
    }

    /// Number of a story by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.stories
            .binary_search_by(|s| s.id.as_str().cmp(id))
            .ok()
    }

    /// Number of the story that an entry belongs to.
    pub fn of(&self, entry: EntryId) -> Option<usize> {
        self.of_entry.get(&entry).copied()
    }

    /// What an entry does to others.
    pub fn from(&self, entry: EntryId) -> &[StoryRelation] {
        let start = self.relations.partition_point(|t| t.from < entry);
        let len = self.relations[start..].partition_point(|t| t.from == entry);
        &self.relations[start..start + len]
    }

    /// What others do to an entry.
    pub fn onto(&self, entry: EntryId) -> &[StoryRelation] {
        let start = self.back.partition_point(|t| t.to < entry);
        let len = self.back[start..].partition_point(|t| t.to == entry);
        &self.back[start..start + len]
    }

    /// Gathers the stories. The entries must be in their order.
    pub(super) fn new(site: &Site, sink: &mut Sink) -> Self {
        let tied = |a: &Article| {
            let listed = a.front.entries.iter().map(|e| &e.relations);
            std::iter::once(&a.front.relations)
                .chain(listed)
                .any(|t| !t.is_empty())
        };
        if !site.articles.iter().any(tied) {
            return Self::default();
        }
        let mut members: BTreeMap<&str, Vec<(EntryId, Span)>> = BTreeMap::new();
        let mut relations = Vec::new();
        for i in 0..site.entries.len() {
            let id = EntryId(i);
            let own = relations_of(site, id);
            if own.is_empty() || !shows(site, id) {
                continue;
            }
            if let Some(story) = &own.story {
                let list = members.entry(&story.value).or_default();
                list.push((id, story.span));
            }
            written(site, id, own, &mut relations, sink);
        }
        implied(site, &mut relations);
        let mut all = Self::of_members(site, &members);
        lone_stories(site, &members, sink);
        all.set_relations(relations);
        all
    }

    fn of_members(site: &Site, members: &BTreeMap<&str, Vec<(EntryId, Span)>>) -> Self {
        let mut all = Self::default();
        for (id, list) in members {
            let mut entries: Vec<EntryId> = list.iter().map(|(entry, _)| *entry).collect();
            entries.sort_by_key(|e| {
                let rank = site.rank_oldest(*e);
                (rank.is_none(), rank, *e)
            });
            let number = all.stories.len();
            all.of_entry.extend(entries.iter().map(|e| (*e, number)));
            all.stories.push(Storyline {
                id: (*id).to_owned(),
                entries,
            });
        }
        all
    }

    /// Each pair is tied once, by the most telling word.
    fn set_relations(&mut self, mut relations: Vec<StoryRelation>) {
        relations.sort_unstable();
        relations.dedup_by_key(|t| (t.from, t.to));
        self.back.clone_from(&relations);
        self.back.sort_unstable_by_key(|t| (t.to, t.from));
        self.relations = relations;
    }
}

/// What the front matter of an entry says of its story.
pub fn relations_of(site: &Site, id: EntryId) -> &Relations {
    let entry = site.entry(id);
    let front = &site.article(entry.article).front;
    match entry.listed {
        Some(n) => &front.entries[n].relations,
        None => &front.relations,
    }
}

/// On a timeline, or background that has a page of its own.
fn shows(site: &Site, id: EntryId) -> bool {
    let entry = site.entry(id);
    !entry.translated && (!entry.background || entry.listed.is_none())
}

fn written(
    site: &Site,
    from: EntryId,
    own: &Relations,
    relations: &mut Vec<StoryRelation>,
    sink: &mut Sink,
) {
    for relation in &own.relations {
        let id = &relation.to.value;
        if let Some(to) = site.entry_by_id(id) {
            let to = site.on_timeline(to);
            if to == from {
                sink.push(to_itself(&relation.to));
            } else {
                let kind = relation.kind;
                relations.push(StoryRelation { from, to, kind });
            }
            continue;
        }
        // Retracted and expired: there, but nothing to tell of.
        let there = site.article_by_id(id).is_some() || site.expired_by_id(id).is_some();
        if !there && !site.absent.is_broken(id) {
            let fault = unknown(site, &relation.to, sink);
            sink.push(fault.lenient_warning());
        }
    }
}

fn to_itself(to: &At<String>) -> Diagnostic {
    Diagnostic::error(
        "own-relation",
        format!("`{}` is this entry itself", to.value),
    )
    .at(to.span, "no other one")
    .hint("name an earlier entry, or take it out")
}

fn unknown(site: &Site, to: &At<String>, sink: &Sink) -> Diagnostic {
    let d = Diagnostic::error(
        "unknown-relation",
        format!("no article or entry has the id `{}`", to.value),
    );
    site.leads_nowhere(d, to, site.all_ids(), sink)
}

/// What the updates of articles in a story do to the entries that they update.
fn implied(site: &Site, relations: &mut Vec<StoryRelation>) {
    for (i, entry) in site.entries.iter().enumerate() {
        if entry.history.len() < 2 || !shows(site, EntryId(i)) {
            continue;
        }
        let mut before = None;
        for said in &entry.history {
            let article = site.article(said.attribution.article);
            let from = site.of_article[said.attribution.article.0].own;
            if let Some(from) = from.filter(|_| said.kind == StatementKind::Update)
                && article.front.relations.story.is_some()
            {
                let kind = does(site, said, before);
                relations.push(StoryRelation {
                    from,
                    to: EntryId(i),
                    kind,
                });
            }
            before = said.date.as_ref().or(before);
        }
    }
}

fn does(site: &Site, said: &Statement, before: Option<&EventDate>) -> RelationKind {
    let stage = said.status.map(|s| site.config.statuses[s].stage);
    let firm = said.certainty.map(|c| site.config.certainties[c].firm);
    let later = said
        .date
        .as_ref()
        .is_some_and(|date| before.is_some_and(|before| delay(before, date).is_some()));
    match stage {
        Some(LifeStage::Cancelled) => RelationKind::Reverses,
        Some(LifeStage::Happened) => RelationKind::Confirms,
        _ if later => RelationKind::Delays,
        _ if firm.is_some_and(|firm| firm > 2) => RelationKind::Confirms,
        _ => RelationKind::Follows,
    }
}

/// Says which stories have one entry, if it is not that others wait or have expired.
fn lone_stories(site: &Site, members: &BTreeMap<&str, Vec<(EntryId, Span)>>, sink: &mut Sink) {
    for (id, list) in members {
        let [(_, span)] = list.as_slice() else {
            continue;
        };
        if site.absent.hides_story(id) {
            continue;
        }
        let near = guess(
            sink,
            id,
            members.keys().copied().filter(|other| other != id),
        );
        let message = format!("the story `{id}` has one entry");
        // The first article of a story is no slip, unless it is the name that is one.
        let said = match near {
            Some(near) => Diagnostic::warning("lone-story", message)
                .at(*span, format!("did you mean `{near}`?")),
            None => Diagnostic::notice("lone-story", message).at(*span, "only here"),
        };
        sink.push(said.hint(format!(
            "add `story: {id}` to the other articles that tell it, or take it out"
        )));
    }
}
