//! Articles in several languages.
//!
//! One article of each set of translations is on timelines, in terms and in feeds: the original;
//! where that does not show, the one in the site's language, else the first by path. The pages of
//! the others are reached from its page, and their entries are on no timeline.
//!
//! In an edition of a site in several languages, the article in the edition's language is on them
//! instead: see [`edition`](super::edition).

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::entry::{ArticleEntries, EntryId};
use super::unpublished::Unpublished;
use crate::config::SiteConfig;
use crate::content::article::{Article, ArticleId};
use crate::content::event::ListedEvent;
use crate::diagnostic::suggest::{did_you_mean, guess};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{At, Span};

/// Which articles are translations of each other.
#[derive(Debug, Default)]
pub struct Translations {
    /// In each set the original comes first; the others are sorted by language.
    sets: Vec<Vec<ArticleId>>,
    set_of: HashMap<ArticleId, usize>,
    /// By set: the article that is on timelines. Empty where that is the original of each.
    here: Vec<ArticleId>,
    /// The originals that are not shown any more, since they have expired: their facts still count.
    gone: HashMap<ArticleId, ArticleId>,
    /// Articles that the edition hides, since they are not in its language.
    hidden: HashSet<ArticleId>,
}

/// Most translations that a chain of `translation_of` may lead through.
const MOST_STEPS: usize = 20;

impl Translations {
    /// All translations of an article, itself included. Empty where it has none.
    pub fn of(&self, article: ArticleId) -> &[ArticleId] {
        self.set_of
            .get(&article)
            .map_or(&[], |set| self.sets[*set].as_slice())
    }

    /// How many articles are on no timeline because another of their set is.
    pub fn doubles(&self) -> usize {
        self.set_of.len() - self.sets.len()
    }

    /// The article that this one translates; None where it is the original, whose facts count.
    pub fn original(&self, article: ArticleId) -> Option<ArticleId> {
        let first = *self.of(article).first()?;
        (first != article).then_some(first)
    }

    /// The article whose facts this one has: its original, though it may have expired.
    pub(super) fn source_of_facts(&self, article: ArticleId) -> Option<ArticleId> {
        let gone = || self.gone.get(&article).copied();
        self.original(article).or_else(gone)
    }

    /// The article that is on timelines instead of this one; None where this one is.
    pub fn stands_in(&self, article: ArticleId) -> Option<ArticleId> {
        let Some(here) = self
            .set_of
            .get(&article)
            .and_then(|set| self.here.get(*set))
        else {
            return self.original(article);
        };
        (*here != article).then_some(*here)
    }

    /// Whether the edition hides an article, since it has none in its own language.
    pub fn hides(&self, article: ArticleId) -> bool {
        self.hidden.contains(&article)
    }

    /// How many sets of translations, or articles without one, the edition hides.
    pub fn hidden(&self) -> usize {
        let first = |id: &&ArticleId| self.stands_in(**id).is_none();
        self.hidden.iter().filter(first).count()
    }

    /// Chooses of each set the article in the language of the edition, and hides what has none if
    /// the edition does.
    pub(super) fn choose(
        &mut self,
        config: &SiteConfig,
        articles: &[Article],
        shows: impl Fn(ArticleId) -> bool,
    ) {
        let language = |id: ArticleId| {
            let own = articles[id.0].front.lang.as_deref();
            own.unwrap_or(&config.language)
        };
        let is_own = |id: &ArticleId| config.edition_of(language(*id)) == Some(config.edition);
        let sets = self.sets.iter();
        let here = sets.map(|set| set.iter().copied().find(is_own).unwrap_or(set[0]));
        self.here = here.collect();
        if config.own_edition().hides_untranslated {
            let all = (0..articles.len()).map(ArticleId);
            let hidden = all.filter(|id| {
                let here = self.stands_in(*id).unwrap_or(*id);
                shows(*id) && !is_own(&here)
            });
            self.hidden = hidden.collect();
        }
    }

    /// Groups the articles for which `shows` is true; it is false for expired ones. A
    /// `translation_of` without an original, and two articles of a set in one language, are lenient
    /// errors.
    pub(super) fn new(
        config: &SiteConfig,
        articles: &[Article],
        shows: impl Fn(ArticleId) -> bool,
        unpublished: &Unpublished,
        sink: &mut Sink,
    ) -> Self {
        if articles.iter().all(|a| a.front.translation_of.is_none()) {
            return Self::default();
        }
        let before = sink.len();
        let mut by_id: HashMap<&str, ArticleId> = HashMap::with_capacity(articles.len());
        for (i, article) in articles.iter().enumerate() {
            by_id.entry(&article.id).or_insert(ArticleId(i));
        }
        let ctx = TranslationContext {
            config,
            articles,
            by_id,
        };
        let mut sets: BTreeMap<&str, Vec<ArticleId>> = BTreeMap::new();
        for (i, article) in articles.iter().enumerate() {
            let Some(of) = &article.front.translation_of else {
                continue;
            };
            let root = ctx.root(article, of, unpublished, sink);
            if let Some(root) = root.filter(|_| shows(ArticleId(i))) {
                sets.entry(root).or_default().push(ArticleId(i));
            }
        }
        let all = ctx.join(sets, shows, sink);
        sink.lenient_since(before);
        all
    }
}

struct TranslationContext<'a> {
    config: &'a SiteConfig,
    articles: &'a [Article],
    by_id: HashMap<&'a str, ArticleId>,
}

impl<'a> TranslationContext<'a> {
    /// Id of the original. None where there is none, which is an error.
    fn root(
        &self,
        article: &'a Article,
        of: &'a At<String>,
        unpublished: &Unpublished,
        sink: &mut Sink,
    ) -> Option<&'a str> {
        let mut root = of.value.as_str();
        for _ in 0..MOST_STEPS {
            if root == article.id {
                break;
            }
            let Some(found) = self.by_id.get(root) else {
                if unpublished.is_broken(root) || unpublished.is_hidden(root) {
                    return Some(root);
                }
                // Further along the chain it is the error of another article.
                if root == of.value {
                    let fault = self.unknown(of, sink);
                    sink.push(fault.lenient_warning());
                }
                return None;
            };
            match &self.articles[found.0].front.translation_of {
                Some(next) => root = &next.value,
                None => return Some(root),
            }
        }
        sink.push(circle(of));
        None
    }

    fn unknown(&self, of: &At<String>, sink: &Sink) -> Diagnostic {
        let near = guess(sink, &of.value, self.by_id.keys().copied());
        let label = did_you_mean(near, "no such article");
        Diagnostic::error(
            "unknown-original",
            format!("no article has the id `{}`", of.value),
        )
        .at(of.span, label)
        .hint("write the `id` of the article that this one translates")
    }

    fn join(
        &self,
        sets: BTreeMap<&'a str, Vec<ArticleId>>,
        shows: impl Fn(ArticleId) -> bool,
        sink: &mut Sink,
    ) -> Translations {
        let mut all = Translations::default();
        for (root, mut list) in sets {
            let known = self.by_id.get(root).copied();
            let original = known.filter(|original| shows(*original));
            if let (Some(gone), None) = (known, original) {
                all.gone.extend(list.iter().map(|id| (*id, gone)));
            }
            list.extend(original);
            list.sort_by_cached_key(|id| (Some(*id) != original, self.lang(*id), id.0));
            let others = &list[usize::from(original.is_some())..];
            for pair in others.windows(2) {
                self.same_language(pair[0], pair[1], sink);
            }
            if let Some(original) = original {
                for other in others {
                    self.same_language(original, *other, sink);
                }
            } else if let Some(at) = list.iter().position(|id| self.is_sites(*id)) {
                list[..=at].rotate_right(1);
            }
            if list.len() > 1 {
                let number = all.sets.len();
                all.set_of.extend(list.iter().map(|id| (*id, number)));
                all.sets.push(list);
            }
        }
        all
    }

    fn lang(&self, id: ArticleId) -> String {
        let own = self.articles[id.0].front.lang.as_deref();
        own.unwrap_or(&self.config.language).to_ascii_lowercase()
    }

    fn is_sites(&self, id: ArticleId) -> bool {
        self.lang(id).eq_ignore_ascii_case(&self.config.language)
    }

    fn same_language(&self, first: ArticleId, second: ArticleId, sink: &mut Sink) {
        if self.lang(first) != self.lang(second) {
            return;
        }
        sink.push(
            Diagnostic::error(
                "duplicate-translation",
                format!(
                    "content/{} and content/{} are both the `{}` version of the same article",
                    self.articles[first.0].path,
                    self.articles[second.0].path,
                    self.lang(first)
                ),
            )
            .at(self.place(second), "this one")
            .related(self.place(first), "and this one")
            .hint("set the language of each, as in `lang: id`"),
        );
    }

    fn place(&self, id: ArticleId) -> Span {
        let front = &self.articles[id.0].front;
        let of = front.translation_of.as_ref().map(|of| of.span);
        of.unwrap_or(front.title.span)
    }
}

fn circle(of: &At<String>) -> Diagnostic {
    Diagnostic::error(
        "circular-translation",
        format!(
            "following `translation_of` from `{}` never reaches an original",
            of.value
        ),
    )
    .at(of.span, "part of a cycle")
    .hint("name the original in every translation, and remove `translation_of` from the original")
}

/// An entry of a translation.
#[derive(Debug, Clone, Copy)]
pub(super) struct TranslatedEntry {
    pub id: EntryId,
    /// The entry of the original that it corresponds to.
    pub original: Option<EntryId>,
    /// Whether terms may list it. False where the original is retracted or has no such entry.
    pub has_terms: bool,
}

/// The entries of translations, matched with those of the originals by their ids.
#[derive(Debug, Default)]
pub(super) struct TranslatedEntries {
    /// In the order of the entries.
    pub entries: Vec<TranslatedEntry>,
    /// Written ids that only a translation has: links with these lead to the translation.
    pub only_here: Vec<(EntryId, At<String>)>,
    /// Each of these ids is a warning, unless the original is retracted.
    pub faults: Vec<Diagnostic>,
}

impl TranslatedEntries {
    pub fn new(
        translations: &Translations,
        articles: &[Article],
        of_article: &[ArticleEntries],
    ) -> Self {
        let mut all = Self::default();
        for (i, article) in articles.iter().enumerate() {
            let Some(first) = translations.original(ArticleId(i)) else {
                continue;
            };
            let original = &articles[first.0];
            // What is retracted is retracted in every language.
            let retracted = original.retracted();
            let (own, theirs) = (&of_article[i], &of_article[first.0]);
            let paired = |id, original: Option<EntryId>| TranslatedEntry {
                id,
                original,
                has_terms: original.is_some() && !retracted,
            };
            all.entries.extend(own.own.map(|id| paired(id, theirs.own)));
            let anchors: Vec<String> = original
                .front
                .entries
                .iter()
                .map(ListedEvent::anchor_id)
                .collect();
            for (id, listed) in own.listed.iter().zip(&article.front.entries) {
                let anchor = listed.anchor_id();
                let same = anchors.iter().position(|other| *other == anchor);
                all.entries
                    .push(paired(*id, same.map(|n| theirs.listed[n])));
                if let (Some(own), None) = (&listed.id, same) {
                    if !retracted {
                        all.faults.push(unpaired(own, &original.path));
                    }
                    all.only_here.push((*id, own.clone()));
                }
            }
        }
        all
    }

    /// An entry as one of a translation; None where it is not.
    pub fn get(&self, id: EntryId) -> Option<TranslatedEntry> {
        let found = self.entries.binary_search_by_key(&id, |e| e.id);
        found.ok().map(|n| self.entries[n])
    }
}

fn unpaired(id: &At<String>, original: &str) -> Diagnostic {
    Diagnostic::warning(
        "unpaired-entry",
        format!(
            "content/{original}, which is on the timelines, has no entry `{}`",
            id.value
        ),
    )
    .at(id.span, "only in this translation")
    .hint("give both entries the same `id`; an entry that only a translation has is on no timeline")
}
