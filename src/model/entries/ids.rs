//! Ids of articles and entries: made distinct, and looked up.

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use super::given::GivenEntry;
use crate::content::article::{Article, ArticleId};
use crate::content::event::ListedEvent;
use crate::content::slug::{Slugs, nfc};
use crate::diagnostic::suggest::{did_you_mean, guess};
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::entry::{ArticleEntries, EntryId};
use crate::model::expiry::Expired;
use crate::model::kept::KeptAddresses;
use crate::model::translation::{TranslatedEntries, Translations};
use crate::model::unpublished::Unpublished;
use crate::source::{At, Span};

/// The ids of articles no two of which have the same.
pub(in crate::model) struct ArticleIds {
    pub by_id: HashMap<String, ArticleId>,
    /// An error for each article whose id an earlier one had, in the order of the articles.
    pub faults: Vec<(ArticleId, Diagnostic)>,
}

/// Gives each article whose id an earlier one has that id with a number. An article that has a
/// recorded id keeps it.
pub(in crate::model) fn with_distinct_ids(
    mut articles: Vec<Article>,
    kept: &KeptAddresses,
) -> (Vec<Article>, ArticleIds) {
    let mut by_id: HashMap<String, ArticleId> = HashMap::with_capacity(articles.len());
    let mut faults = Vec::new();
    let mut numbers = FreeNumbers::default();
    let recorded = with_recorded_ids(&mut articles, kept, &mut by_id);
    for i in 0..articles.len() {
        if recorded.contains(&i) {
            continue;
        }
        let article = &articles[i];
        if let Some(first) = by_id.get(&article.id) {
            let (span, other) = (id_span(article), id_span(&articles[first.0]));
            let fault = duplicate_id(&article.id, span, other, "two articles");
            faults.push((ArticleId(i), fault.lenient_warning()));
            articles[i].id = numbers.free(&article.id, &articles);
        }
        by_id.insert(articles[i].id.clone(), ArticleId(i));
    }
    faults.sort_by_key(|(id, _)| *id);
    (articles, ArticleIds { by_id, faults })
}

/// Gives the articles that share the name of their file with another their recorded ids. Returns
/// which have one.
fn with_recorded_ids(
    articles: &mut [Article],
    kept: &KeptAddresses,
    by_id: &mut HashMap<String, ArticleId>,
) -> HashSet<usize> {
    let mut recorded = HashSet::new();
    if kept.is_empty() {
        return recorded;
    }
    let named = articles.iter().filter(|a| a.front.id.is_some());
    let named: HashSet<String> = named.map(|a| a.id.clone()).collect();
    for (i, article) in articles.iter_mut().enumerate() {
        let is_named = article.front.id.is_some();
        let Some(id) = kept.id_of_file(&article.path).filter(|_| !is_named) else {
            continue;
        };
        if id.starts_with(&article.id) && !named.contains(id) && !by_id.contains_key(id) {
            id.clone_into(&mut article.id);
            by_id.insert(id.to_owned(), ArticleId(i));
            recorded.insert(i);
        }
    }
    recorded
}

/// Lets a listed entry that has its id from its title keep the anchor that is recorded, also if `slugs`
/// has changed: no host can redirect an anchor.
pub(in crate::model) fn keep_anchors(articles: &mut [Article], kept: &KeptAddresses) {
    if kept.is_empty() {
        return;
    }
    for article in articles {
        let entries = article.front.entries.iter().enumerate();
        let others = entries.filter(|(_, entry)| {
            let title = &entry.title.value;
            let has = |slugs: Slugs| kept.has_entry(&article.id, &slugs.of(title), title);
            entry.id.is_none() && !title.is_ascii() && !has(entry.slugs) && has(entry.slugs.other())
        });
        let others: Vec<usize> = others.map(|(n, _)| n).collect();
        for n in others {
            let entry = &mut Arc::make_mut(&mut article.front).entries[n];
            entry.slugs = entry.slugs.other();
        }
    }
}

/// Tells the listed entries of each article apart that have the same id or title: all but the first
/// get a number, and one whose address is recorded keeps it. Returns an error for each that got a
/// number, in the order of the articles.
pub(in crate::model) fn tell_entries_apart(
    articles: &mut [Article],
    kept: &KeptAddresses,
) -> Vec<(ArticleId, Diagnostic)> {
    let mut faults = Vec::new();
    for (i, article) in articles.iter_mut().enumerate() {
        if article.front.entries.len() < 2 {
            continue;
        }
        let anchors: Vec<String> = article
            .front
            .entries
            .iter()
            .map(ListedEvent::anchor_id)
            .collect();
        let mut taken: HashSet<String> = HashSet::with_capacity(anchors.len());
        if anchors.iter().all(|anchor| taken.insert(anchor.clone())) {
            continue;
        }
        let entries = &article.front.entries;
        let is_kept = |n: &usize| {
            let title = &entries[*n].title.value;
            entries[*n].id.is_none() && kept.has_entry(&article.id, &anchors[*n], title)
        };
        let (first, then): (Vec<usize>, Vec<usize>) = (0..anchors.len()).partition(is_kept);
        let mut owners: HashMap<String, usize> = HashMap::with_capacity(anchors.len());
        let mut told = Vec::new();
        for n in first.into_iter().chain(then) {
            let owner = *owners.entry(anchors[n].clone()).or_insert(n);
            if owner == n {
                continue;
            }
            let mut number = 2;
            let free = loop {
                let free = format!("{}-{number}", anchors[n]);
                if taken.insert(free.clone()) {
                    break free;
                }
                number += 1;
            };
            told.push((n, owner, free));
        }
        let entries = &mut Arc::make_mut(&mut article.front).entries;
        let place = |entry: &ListedEvent| entry.id.as_ref().map_or(entry.title.span, |id| id.span);
        for (n, owner, free) in told {
            let (span, first) = (place(&entries[n]), place(&entries[owner]));
            let fault = duplicate_id(&anchors[n], span, first, "two entries");
            faults.push((ArticleId(i), fault.lenient_warning()));
            entries[n].id = Some(At::new(free, span));
        }
    }
    faults
}

/// Finds ids that no article has.
#[derive(Default)]
struct FreeNumbers {
    /// Every id of an article; collected at the first clash.
    taken: HashSet<String>,
    /// The number to try next for an id.
    next: HashMap<String, usize>,
}

impl FreeNumbers {
    /// `id` with the first number that makes it one that no article has, or had.
    fn free(&mut self, id: &str, articles: &[Article]) -> String {
        if self.taken.is_empty() {
            self.taken = articles.iter().map(|a| a.id.clone()).collect();
        }
        let next = self.next.entry(id.to_owned()).or_insert(2);
        loop {
            let free = format!("{id}-{next}");
            *next += 1;
            if self.taken.insert(free.clone()) {
                return free;
            }
        }
    }
}

/// The ids that editors may name articles and entries by.
#[derive(Debug)]
pub(in crate::model) struct Ids {
    articles: HashMap<String, ArticleId>,
    entries: HashMap<String, (EntryId, Span)>,
}

impl Ids {
    /// Registers every entry, and returns an error for each listed entry whose id another has, in
    /// the order of the articles.
    pub(super) fn new(
        by_id: HashMap<String, ArticleId>,
        articles: &[Article],
        of_article: &[ArticleEntries],
        given: &[GivenEntry],
        translations: &Translations,
        translated: &TranslatedEntries,
    ) -> (Self, Vec<(ArticleId, Diagnostic)>) {
        let mut entries: HashMap<String, (EntryId, Span)> = HashMap::with_capacity(given.len());
        let mut faults = Vec::new();
        for (i, (article, of_article)) in articles.iter().zip(of_article).enumerate() {
            if let Some(own) = of_article.own {
                entries.insert(article.id.clone(), (own, id_span(article)));
            }
            let is_translation = translations.original(ArticleId(i)).is_some();
            // Within this article: where each listed entry has its id from.
            let mut anchors: HashMap<&str, Span> = HashMap::new();
            for (n, id) in of_article.listed.iter().enumerate() {
                let anchor = given[id.0].id.as_str();
                let (key, span) = listed_key(article, n, anchor, is_translation);
                let same_anchor = *anchors.entry(anchor).or_insert(span);
                let same_key = entries.get(&key).map(|(_, first)| *first);
                let first = same_key.or((same_anchor != span).then_some(same_anchor));
                if let Some(first) = first {
                    let owner = by_id.get(&key).map(|id| &articles[id.0]);
                    let owner = owner.filter(|owner| same_key == Some(id_span(owner)));
                    let fault = match owner {
                        Some(owner) => id_of_article(anchor, span, owner),
                        None => duplicate_id(anchor, span, first, "two entries"),
                    };
                    faults.push((ArticleId(i), fault));
                } else {
                    entries.insert(key, (*id, span));
                }
            }
        }
        for (id, own) in &translated.only_here {
            let entry = entries.entry(own.value.clone());
            entry.or_insert((*id, own.span));
        }
        let articles = by_id;
        (Self { articles, entries }, faults)
    }

    /// The article with this id.
    pub fn article(&self, id: &str) -> Option<ArticleId> {
        self.articles.get(&*nfc(id)).copied()
    }

    /// The entry with this id; an article's own event has the id of the article.
    pub fn entry(&self, id: &str) -> Option<EntryId> {
        self.entries.get(&*nfc(id)).map(|(entry, _)| *entry)
    }

    /// The id by which editors name an entry.
    pub fn id_of(&self, entry: EntryId) -> Option<&str> {
        let mut ids = self.entries.iter().filter(|(_, (own, _))| *own == entry);
        ids.next().map(|(id, _)| id.as_str())
    }

    /// The ids of all entries, in no order.
    pub fn entries(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// The ids of all articles and entries, in no order.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.articles
            .keys()
            .map(String::as_str)
            .chain(self.entries())
    }
}

/// The id of a listed entry among those of the whole site, and where it comes from. An entry
/// without a written id is known only within its article, and one of a translation leaves its id
/// to the entry of the original.
fn listed_key(article: &Article, n: usize, anchor: &str, is_translation: bool) -> (String, Span) {
    let listed = &article.front.entries[n];
    match &listed.id {
        Some(own) if !is_translation => (own.value.clone(), own.span),
        own => {
            let span = own.as_ref().map_or(listed.title.span, |own| own.span);
            (format!("{}/{anchor}", article.id), span)
        }
    }
}

/// Resolves ids in the front matter that name other articles and entries.
#[derive(Clone, Copy)]
pub(in crate::model) struct References<'a> {
    pub ids: &'a Ids,
    pub expired: &'a Expired,
    pub unpublished: &'a Unpublished,
}

impl References<'_> {
    /// Whether an id that names no entry is right nevertheless, or reported elsewhere: its
    /// article is retracted, expired or broken.
    pub fn excuses(&self, id: &str) -> bool {
        self.ids.article(id).is_some()
            || self.expired.entry(id).is_some()
            || self.unpublished.is_broken(id)
    }

    /// Completes a diagnostic about an `id` that names no entry: what it belongs to is hidden, or
    /// which of the `known` ids was probably meant.
    pub fn unknown<'k>(
        &self,
        d: Diagnostic,
        id: &At<String>,
        known: impl Iterator<Item = &'k str>,
        sink: &Sink,
    ) -> Diagnostic {
        if self.unpublished.is_hidden(&id.value) {
            return d
                .at(id.span, "in a draft or scheduled article")
                .hint("publish that article first, or make this one a draft too");
        }
        let label = did_you_mean(guess(sink, &id.value, known), "no such entry");
        d.at(id.span, label)
            .hint("write the `id` of an article, or of one of its `entries`")
    }
}

fn id_span(article: &Article) -> Span {
    let front = &article.front;
    front.id.as_ref().map_or(front.title.span, |id| id.span)
}

/// Reports an entry with the id of an article, which is the id of that article's own entry.
fn id_of_article(id: &str, span: Span, owner: &Article) -> Diagnostic {
    let label = match owner.front.id {
        Some(_) => "the id of the article",
        None => "the article, whose id is its file name",
    };
    Diagnostic::error(
        "duplicate-id",
        format!(
            "this entry has the id `{id}`, which is that of the article content/{}",
            owner.path
        ),
    )
    .at(span, "taken")
    .related(id_span(owner), label)
    .hint("give the entry another `id`")
}

fn duplicate_id(id: &str, span: Span, first: Span, what: &str) -> Diagnostic {
    Diagnostic::error("duplicate-id", format!("{what} have the id `{id}`"))
        .at(span, "this one")
        .related(first, "and this one")
        .hint("give one of them another `id`")
}
