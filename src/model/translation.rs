//! The same article in several languages.
//!
//! A set of translations has one article that stands on timelines, in terms and in feeds: the
//! original; where that does not show, the one in the site's language, else the first by path.
//! The others are reached from its page and have no entries of their own.

use std::collections::{BTreeMap, HashMap};

use super::entry::EntryId;
use super::site::Site;
use super::unpublished::Unpublished;
use crate::config::SiteConfig;
use crate::content::article::{Article, ArticleId};
use crate::diagnostic::suggest::{did_you_mean, guess};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{At, Span};

/// Which articles are translations of each other.
#[derive(Debug, Default)]
pub struct Translations {
    /// The one that stands on timelines first, then by language.
    sets: Vec<Vec<ArticleId>>,
    set_of: HashMap<ArticleId, usize>,
}

/// How often `translation_of` may lead from a translation to another.
const MOST_STEPS: usize = 20;

impl Translations {
    /// An article and its translations, itself among them; empty where it has none.
    pub fn of(&self, article: ArticleId) -> &[ArticleId] {
        self.set_of
            .get(&article)
            .map_or(&[], |set| self.sets[*set].as_slice())
    }

    /// How many articles stand on no timeline because another one does.
    pub fn doubles(&self) -> usize {
        self.set_of.len() - self.sets.len()
    }

    /// The article that stands on timelines in place of this one; none where this one does.
    pub fn stands_in(&self, article: ArticleId) -> Option<ArticleId> {
        let first = *self.of(article).first()?;
        (first != article).then_some(first)
    }

    /// Ties the articles that show. `shows` is false for those whose address only has a notice.
    pub(super) fn new(
        config: &SiteConfig,
        articles: &[Article],
        shows: impl Fn(ArticleId) -> bool,
        absent: &Unpublished,
        sink: &mut Sink,
    ) -> Self {
        if articles.iter().all(|a| a.front.translation_of.is_none()) {
            return Self::default();
        }
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
            let root = ctx.root(article, of, absent, sink);
            if let Some(root) = root.filter(|_| shows(ArticleId(i))) {
                sets.entry(root).or_default().push(ArticleId(i));
            }
        }
        ctx.join(sets, shows, sink)
    }
}

struct TranslationContext<'a> {
    config: &'a SiteConfig,
    articles: &'a [Article],
    by_id: HashMap<&'a str, ArticleId>,
}

impl<'a> TranslationContext<'a> {
    /// Id of the original; none where there is none, which is said.
    fn root(
        &self,
        article: &'a Article,
        of: &'a At<String>,
        absent: &Unpublished,
        sink: &mut Sink,
    ) -> Option<&'a str> {
        let mut root = of.value.as_str();
        for _ in 0..MOST_STEPS {
            if root == article.id {
                break;
            }
            let Some(found) = self.by_id.get(root) else {
                if absent.is_broken(root) || absent.is_hidden(root) {
                    return Some(root);
                }
                // What a translation leads to beyond is said there.
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
            let original = self.by_id.get(root).copied().filter(|o| shows(*o));
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
                    "content/{} and content/{} are the same article in the same language, `{}`",
                    self.articles[first.0].path,
                    self.articles[second.0].path,
                    self.lang(first)
                ),
            )
            .at(self.place(second), "this one")
            .related(self.place(first), "and this one")
            .hint("write in which language each is, as in `lang: id`"),
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
            "`{}` leads from translation to translation and to no original",
            of.value
        ),
    )
    .at(of.span, "in a circle")
    .hint("let every translation name the original, and the original nothing")
}

/// Tells the entries of a translation which ones stand on the timelines in their place. One
/// that has none there is told of on the page of the translation alone. Gives those of them that
/// have an id, which nothing else may have; each is a warning.
pub(super) fn pair_entries(site: &mut Site, sink: &mut Sink) -> Vec<(EntryId, At<String>)> {
    let mut alone = Vec::new();
    for i in 0..site.articles.len() {
        let Some(first) = site.translations.stands_in(ArticleId(i)) else {
            continue;
        };
        // What was retracted is retracted in every language.
        let gone = site.article(first).retracted();
        let (own, theirs) = (&site.of_article[i], &site.of_article[first.0]);
        let mut pairs: Vec<(EntryId, Option<EntryId>)> = Vec::new();
        pairs.extend(own.own.map(|id| (id, theirs.own)));
        for id in &own.listed {
            let same = |other: &&EntryId| site.entry(**other).id == site.entry(*id).id;
            pairs.push((*id, theirs.listed.iter().find(same).copied()));
        }
        for (id, original) in pairs {
            let entry = &mut site.entries[id.0];
            (entry.background, entry.translated, entry.original) = (true, true, original);
            if original.is_some() && !gone {
                continue;
            }
            entry.terms.clear();
            entry.stances.clear();
            let listed = entry.listed.map(|n| &site.articles[i].front.entries[n]);
            let own = listed.and_then(|listed| listed.id.clone());
            // Links to what only a translation has lead there.
            if let Some(own) = own.filter(|_| original.is_none()) {
                if !gone {
                    sink.push(unpaired(&own, &site.articles[first.0].path));
                }
                alone.push((id, own));
            }
        }
    }
    alone
}

fn unpaired(id: &At<String>, original: &str) -> Diagnostic {
    Diagnostic::warning(
        "unpaired-entry",
        format!(
            "content/{original}, which stands on the timelines, has no entry `{}`",
            id.value
        ),
    )
    .at(id.span, "only in this translation")
    .hint("give both the same `id`; what only a translation has is on no timeline")
}

/// A translation says of an event what is known of it by now, as the original does.
pub(super) fn follow_originals(site: &mut Site) {
    for i in 0..site.entries.len() {
        let Some(original) = site.entries[i].original else {
            continue;
        };
        let original = site.entries[original.0].clone();
        let entry = &mut site.entries[i];
        if entry.history.len() < 2 && original.history.len() < 2 {
            continue;
        }
        (entry.date, entry.wording) = (original.date, original.wording);
        (entry.status, entry.stage) = (original.status, original.stage);
        (entry.certainty, entry.history) = (original.certainty, original.history);
    }
}
