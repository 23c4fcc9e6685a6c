//! Storylines: the entries of each story in the order of their dates, and the relations between
//! entries.
//!
//! An entry belongs to the story that its `story` names. A relation is written (`follows`,
//! `reverses`, `confirms`), or implied by `updates` in an article that belongs to a story.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::entries::References;
use super::entry::{ArticleEntries, Entry, EntryId, Statement, StatementKind, on_timeline};
use crate::config::SiteConfig;
use crate::content::article::Article;
use crate::content::date::{EventDate, delay};
use crate::content::event::{LifeStage, RelationKind, Relations};
use crate::diagnostic::suggest::guess;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{At, Span};

/// One story.
#[derive(Debug)]
pub struct Storyline {
    /// As in the front matter; also the name of its page.
    pub id: String,
    /// Oldest first, background last. Never empty.
    pub entries: Vec<EntryId>,
}

/// What the entry `from` does to the entry `to`. There is at most one relation from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StoryRelation {
    pub from: EntryId,
    pub to: EntryId,
    pub kind: RelationKind,
}

/// All stories and relations.
#[derive(Debug, Default)]
pub struct Storylines {
    /// Sorted by id.
    pub stories: Vec<Storyline>,
    of_entry: HashMap<EntryId, usize>,
    /// Sorted by `from`.
    relations: Vec<StoryRelation>,
    /// Sorted by `to`.
    back: Vec<StoryRelation>,
}

impl Storylines {
    /// Whether there is neither a story nor a relation.
    pub fn is_empty(&self) -> bool {
        self.stories.is_empty() && self.relations.is_empty()
    }

    /// Number of the story with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.stories
            .binary_search_by(|s| s.id.as_str().cmp(id))
            .ok()
    }

    /// Number of the story that an entry belongs to.
    pub fn of(&self, entry: EntryId) -> Option<usize> {
        self.of_entry.get(&entry).copied()
    }

    /// What this entry does to others.
    pub fn from(&self, entry: EntryId) -> &[StoryRelation] {
        let start = self.relations.partition_point(|t| t.from < entry);
        let len = self.relations[start..].partition_point(|t| t.from == entry);
        &self.relations[start..start + len]
    }

    /// What others do to this entry.
    pub fn onto(&self, entry: EntryId) -> &[StoryRelation] {
        let start = self.back.partition_point(|t| t.to < entry);
        let len = self.back[start..].partition_point(|t| t.to == entry);
        &self.back[start..start + len]
    }

    /// Collects the stories and relations of all entries. Reports stories with a single entry, and
    /// relations to unknown entries or to the entry itself; all of it is lenient.
    pub(super) fn new(inputs: StoryInputs<'_>, sink: &mut Sink) -> Self {
        let related = |a: &Article| {
            let listed = a.front.entries.iter().map(|e| &e.relations);
            std::iter::once(&a.front.relations)
                .chain(listed)
                .any(|relations| !relations.is_empty())
        };
        if !inputs.articles.iter().any(related) {
            return Self::default();
        }
        let before = sink.len();
        let mut members: BTreeMap<&str, Vec<(EntryId, Span)>> = BTreeMap::new();
        let mut relations = Vec::new();
        for (i, entry) in inputs.entries.iter().enumerate() {
            // What is folded into an article's event leaves its relations to that.
            let id = on_timeline(inputs.entries, EntryId(i));
            let own = relations_of(entry, inputs.article_of(entry));
            if own.is_empty() || !(shows(entry) || entry.folded_into.is_some()) {
                continue;
            }
            let told = &inputs.entries[id.0];
            let has_story = entry.folded_into.is_some()
                && relations_of(told, inputs.article_of(told)).story.is_some();
            if let Some(story) = own.story.as_ref().filter(|_| !has_story) {
                let list = members.entry(&story.value).or_default();
                // Several entries that are folded into one are one member.
                if entry.folded_into.is_none() || list.iter().all(|(other, _)| *other != id) {
                    list.push((id, story.span));
                }
            }
            relations.extend(written(inputs, id, own, sink));
        }
        relations.extend(implied(inputs));
        lone_stories(inputs, &members, sink);
        sink.lenient_since(before);
        let stories = members.into_iter().map(|(id, members)| {
            let entries = members.into_iter().map(|(entry, _)| entry);
            inputs.story(id, entries.collect())
        });
        Self::sorted(stories.collect(), relations)
    }

    /// Of several relations from one entry to another only the most telling is kept.
    fn sorted(stories: Vec<Storyline>, mut relations: Vec<StoryRelation>) -> Self {
        relations.sort_unstable();
        relations.dedup_by_key(|t| (t.from, t.to));
        let mut back = relations.clone();
        back.sort_unstable_by_key(|t| (t.to, t.from));
        let numbered = stories.iter().enumerate();
        let of_entry = numbered.flat_map(|(n, story)| story.entries.iter().map(move |e| (*e, n)));
        Self {
            of_entry: of_entry.collect(),
            stories,
            relations,
            back,
        }
    }
}

/// What is known when stories are collected.
#[derive(Clone, Copy)]
pub(super) struct StoryInputs<'a> {
    pub config: &'a SiteConfig,
    pub articles: &'a [Article],
    pub entries: &'a [Entry],
    /// By the number of the article.
    pub of_article: &'a [ArticleEntries],
    /// By entry; None for background.
    pub rank_oldest: &'a [Option<usize>],
    pub references: References<'a>,
}

impl<'a> StoryInputs<'a> {
    fn article_of(self, entry: &Entry) -> &'a Article {
        &self.articles[entry.article.0]
    }

    fn story(self, id: &str, mut entries: Vec<EntryId>) -> Storyline {
        entries.sort_by_key(|e| {
            let rank = self.rank_oldest[e.0];
            (rank.is_none(), rank, *e)
        });
        Storyline {
            id: id.to_owned(),
            entries,
        }
    }
}

/// The relations that the front matter of `article` gives one of its entries.
pub fn relations_of<'a>(entry: &Entry, article: &'a Article) -> &'a Relations {
    match entry.listed {
        Some(n) => &article.front.entries[n].relations,
        None => &article.front.relations,
    }
}

/// Whether an entry can belong to a story: it is on a timeline, or is background with a page of
/// its own.
fn shows(entry: &Entry) -> bool {
    let has_page = !entry.background || entry.listed.is_none();
    !entry.translated && entry.folded_into.is_none() && has_page
}

/// The relations that the entry `from` has as its `own`.
fn written(
    inputs: StoryInputs<'_>,
    from: EntryId,
    own: &Relations,
    sink: &mut Sink,
) -> Vec<StoryRelation> {
    let mut relations = Vec::with_capacity(own.relations.len());
    for relation in &own.relations {
        let (id, kind) = (&relation.to, relation.kind);
        match inputs.references.ids.entry(&id.value) {
            Some(named) => match on_timeline(inputs.entries, named) {
                to if to != from => relations.push(StoryRelation { from, to, kind }),
                _ if inputs.entries[named.0].folded_into.is_some() => {}
                _ => sink.push(to_itself(id)),
            },
            None if inputs.references.excuses(&id.value) => {}
            None => {
                let fault = unknown_relation(id, inputs.references, sink);
                sink.push(fault.lenient_warning());
            }
        }
    }
    relations
}

fn to_itself(to: &At<String>) -> Diagnostic {
    Diagnostic::error(
        "own-relation",
        format!("`{}` is this entry itself", to.value),
    )
    .at(to.span, "not another entry")
    .hint("name an earlier entry, or remove it")
}

fn unknown_relation(to: &At<String>, references: References<'_>, sink: &Sink) -> Diagnostic {
    let d = Diagnostic::error(
        "unknown-relation",
        format!("no article or entry has the id `{}`", to.value),
    );
    references.unknown(d, to, references.ids.all(), sink)
}

/// What the updates in articles that belong to stories do to the entries that they change.
fn implied(inputs: StoryInputs<'_>) -> Vec<StoryRelation> {
    let mut relations = Vec::new();
    for (i, entry) in inputs.entries.iter().enumerate() {
        let to = on_timeline(inputs.entries, EntryId(i));
        if entry.history.len() < 2 || !shows(&inputs.entries[to.0]) || entry.translated {
            continue;
        }
        let mut before = None;
        for said in &entry.history {
            let by = said.attribution.article;
            let in_story = inputs.articles[by.0].front.relations.story.is_some();
            if let Some(from) = inputs.of_article[by.0].own
                && said.kind == StatementKind::Update
                && in_story
                && from != to
                && !said.only_checks()
            {
                relations.push(StoryRelation {
                    from,
                    to,
                    kind: implied_kind(inputs.config, said, before),
                });
            }
            before = said.date.as_ref().or(before);
        }
    }
    relations
}

/// What an update does to an entry whose date was `before`.
fn implied_kind(config: &SiteConfig, said: &Statement, before: Option<&EventDate>) -> RelationKind {
    let stage = said.status.map(|s| config.statuses[s].stage);
    let firm = said.certainty.map(|c| config.certainties[c].firm);
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

/// Reports the stories that have one entry, unless other articles of the story do not show yet or
/// have expired.
fn lone_stories(
    inputs: StoryInputs<'_>,
    members: &BTreeMap<&str, Vec<(EntryId, Span)>>,
    sink: &mut Sink,
) {
    for (id, list) in members {
        let [(_, span)] = list.as_slice() else {
            continue;
        };
        if inputs.references.unpublished.hides_story(id) {
            continue;
        }
        let near = guess(
            sink,
            id,
            members.keys().copied().filter(|other| other != id),
        );
        let message = format!("the storyline `{id}` has only one entry");
        // The first article of a new story is no mistake; a misspelt id is one.
        let said = match near {
            Some(near) => Diagnostic::warning("lone-story", message)
                .at(*span, format!("did you mean `{near}`?")),
            None => Diagnostic::notice("lone-story", message).at(*span, "only here"),
        };
        sink.push(said.hint(format!(
            "add `story: {id}` to the other articles of the storyline, or remove it"
        )));
    }
}
