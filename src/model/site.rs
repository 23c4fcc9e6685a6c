//! All articles together: which show, what they make, in which order it stands.

mod entries;

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use rayon::prelude::*;

use super::entry::{Entry, EntryId};
use super::expiry::Expired;
use super::storyline::Storylines;
use super::taxonomy::{Taxonomy, TermRef};
use super::text::Subjects;
use super::translation::{self, Translations};
use super::unpublished::Unpublished;
use crate::config::SiteConfig;
use crate::content::article::{Article, ArticleId, StaticPage};
use crate::content::date::{Direction, OrderKey, order_key};
use crate::content::event::ListedEvent;
use crate::content::slug::slug;
use crate::content::text::Text;
use crate::diagnostic::Sink;
use crate::source::{At, Span};

/// The site, immutable once made.
#[derive(Debug)]
pub struct Site {
    pub config: SiteConfig,
    /// The present day in the site's zone.
    pub today: NaiveDate,
    /// In the order of their paths; without those that are left out.
    pub articles: Vec<Article>,
    pub pages: Vec<StaticPage>,
    /// Of terms and stories.
    pub texts: Vec<Text>,
    pub subjects: Subjects,
    pub storylines: Storylines,
    pub translations: Translations,
    pub expired: Expired,
    pub entries: Vec<Entry>,
    /// Of each article, by its number.
    pub of_article: Vec<ArticleEntries>,
    /// Every entry that is not background, newest first.
    pub newest: Vec<EntryId>,
    /// The same, oldest first. Not simply the reverse: what closes a period closes it in both.
    pub oldest: Vec<EntryId>,
    /// By the index of the configuration.
    pub taxonomies: Vec<Taxonomy>,
    /// Articles by publication, newest first; only those whose publication is known.
    pub published: Vec<ArticleId>,
    pub left_out: LeftOut,
    pub absent: Unpublished,
    /// Of each entry: how many stand before it, newest first, background counted.
    rank_newest: Vec<usize>,
    /// Of each entry: its index in `oldest`; none for background.
    rank_oldest: Vec<Option<usize>>,
    /// Of each entry: whether it is an article's own event.
    own: Vec<bool>,
    ids: Ids,
}

#[derive(Debug, Clone, Default)]
pub struct ArticleEntries {
    /// None for a retracted article.
    pub own: Option<EntryId>,
    /// In the order of the front matter.
    pub listed: Vec<EntryId>,
}

/// How many articles don't show, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    pub drafts: usize,
    pub scheduled: usize,
    /// The first instant at which one of the scheduled will show.
    pub next: Option<DateTime<Utc>>,
}

/// What decides which articles show.
#[derive(Debug, Clone, Copy)]
pub struct Selection {
    pub now: DateTime<Utc>,
    pub drafts: bool,
    pub future: bool,
}

#[derive(Debug, Default)]
struct Ids {
    articles: HashMap<String, ArticleId>,
    /// Entry and where its id is given. An entry without an own id has none here.
    entries: HashMap<String, (EntryId, Span)>,
}

impl Site {
    /// Joins articles into a site. Faults between articles go to `sink`.
    pub fn new(
        config: SiteConfig,
        articles: Vec<Article>,
        pages: Vec<StaticPage>,
        texts: Vec<Text>,
        mut absent: Unpublished,
        selection: Selection,
        sink: &mut Sink,
    ) -> Self {
        let today = selection.now.with_timezone(&config.timezone).date_naive();
        let (articles, left_out) = select(articles, selection, &mut absent);
        let pages = pages
            .into_iter()
            .filter(|p| selection.drafts || !p.front.draft)
            .collect();
        let texts = texts
            .into_iter()
            .filter(|t| selection.drafts || !t.front.draft)
            .collect();
        let expired = Expired::new(&articles, selection.now, config.timezone);
        for id in expired.iter() {
            absent.hide_subjects(&articles[id.0]);
        }
        let taxonomies = taxonomies(&config, &articles, &expired, sink);
        let shows = |id| !expired.contains(id);
        let before = sink.len();
        let translations = Translations::new(&config, &articles, shows, &absent, sink);
        sink.lenient_since(before);
        let mut site = Self {
            config,
            today,
            articles,
            pages,
            texts,
            subjects: Subjects::default(),
            storylines: Storylines::default(),
            translations,
            expired,
            entries: Vec::new(),
            of_article: Vec::new(),
            newest: Vec::new(),
            oldest: Vec::new(),
            taxonomies,
            published: Vec::new(),
            left_out,
            absent,
            rank_newest: Vec::new(),
            rank_oldest: Vec::new(),
            own: Vec::new(),
            ids: Ids::default(),
        };
        site.make_entries(sink);
        site.apply_updates(sink);
        site.resolve();
        translation::follow_originals(&mut site);
        site.put_in_order();
        let before = sink.len();
        site.storylines = Storylines::new(&site, sink);
        sink.lenient_since(before);
        site.subjects = Subjects::new(&site, sink);
        site
    }

    pub fn article(&self, id: ArticleId) -> &Article {
        &self.articles[id.0]
    }

    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0]
    }

    pub fn term(&self, at: TermRef) -> &super::taxonomy::Term {
        &self.taxonomies[at.taxonomy].terms[at.term]
    }

    /// Index of a taxonomy by its front matter key.
    pub fn taxonomy(&self, id: &str) -> Option<usize> {
        self.config.taxonomies.iter().position(|t| t.id == id)
    }

    pub fn article_by_id(&self, id: &str) -> Option<ArticleId> {
        self.ids.articles.get(id).copied()
    }

    /// An entry by the id that an editor gave it.
    pub fn entry_by_id(&self, id: &str) -> Option<EntryId> {
        self.ids.entries.get(id).map(|(entry, _)| *entry)
    }

    /// The expired article that had an entry of this id.
    pub fn expired_by_id(&self, id: &str) -> Option<ArticleId> {
        self.expired.entry(id)
    }

    /// The entry that stands on the timelines for this one: itself, but for a translation's.
    pub fn on_timeline(&self, id: EntryId) -> EntryId {
        self.entry(id).original.unwrap_or(id)
    }

    /// How many entries stand before this one, newest first.
    pub fn rank_newest(&self, id: EntryId) -> usize {
        self.rank_newest[id.0]
    }

    /// Where an entry stands in `oldest`; none for background.
    pub fn rank_oldest(&self, id: EntryId) -> Option<usize> {
        self.rank_oldest[id.0]
    }

    /// Whether an entry is an article's own event. (A list of its own, since lists of related
    /// articles ask this of very many entries.)
    pub fn is_own(&self, id: EntryId) -> bool {
        self.own[id.0]
    }

    /// Whether lists and feeds name an article: it has not expired, and no other article stands
    /// for it in another language.
    pub fn is_listed(&self, id: ArticleId) -> bool {
        !self.expired.contains(id) && self.translations.stands_in(id).is_none()
    }

    /// Articles that have corrections and have not expired.
    pub fn corrected(&self) -> impl Iterator<Item = (ArticleId, &Article)> {
        let articles = self.articles.iter().enumerate();
        articles
            .map(|(i, a)| (ArticleId(i), a))
            .filter(|(id, a)| !a.front.corrections.is_empty() && !self.expired.contains(*id))
    }

    /// Every id that an article or entry has, for "did you mean".
    pub fn all_ids(&self) -> impl Iterator<Item = &str> {
        self.ids
            .articles
            .keys()
            .chain(self.ids.entries.keys())
            .map(String::as_str)
    }

    fn order_key_of(&self, id: EntryId, direction: Direction) -> OrderKey {
        self.place_of(self.entry(id), direction)
    }

    /// Where an entry stands among all others of a direction.
    pub fn place_of(&self, entry: &Entry, direction: Direction) -> OrderKey {
        let article = self.article(entry.article);
        let published = article.front.published.map(|p| p.at);
        let date = entry.date.as_ref();
        match entry.listed {
            None => order_key(date, direction, entry.order, published, &entry.id),
            Some(_) => {
                let id = format!("{} {}", article.id, entry.id);
                order_key(date, direction, entry.order, published, &id)
            }
        }
    }

    fn put_in_order(&mut self) {
        for direction in [Direction::Newest, Direction::Oldest] {
            let keys: Vec<OrderKey> = (0..self.entries.len())
                .into_par_iter()
                .map(|i| self.order_key_of(EntryId(i), direction))
                .collect();
            let numbered = keys.par_iter().enumerate();
            let mut keyed: Vec<_> = numbered.map(|(i, key)| (key.date(), i)).collect();
            keyed.par_sort_by(|(a, i), (b, j)| a.cmp(b).then_with(|| keys[*i].cmp(&keys[*j])));
            let all = keyed.into_iter().map(|(_, i)| EntryId(i));
            match direction {
                Direction::Newest => {
                    let all: Vec<EntryId> = all.collect();
                    self.rank_newest = vec![0; all.len()];
                    for (rank, id) in all.iter().enumerate() {
                        self.rank_newest[id.0] = rank;
                        let original = self.entries[id.0].original;
                        for term in self.entries[id.0].terms.clone() {
                            // A translation stands under those words only that are its own.
                            if original.is_some_and(|t| self.entries[t.0].terms.contains(&term)) {
                                continue;
                            }
                            self.taxonomies[term.taxonomy].terms[term.term]
                                .entries
                                .push(*id);
                        }
                    }
                    self.newest = all
                        .into_iter()
                        .filter(|id| !self.entries[id.0].background)
                        .collect();
                }
                Direction::Oldest => {
                    self.oldest = all.filter(|id| !self.entries[id.0].background).collect();
                }
            }
        }
        self.own = self.entries.iter().map(|e| e.listed.is_none()).collect();
        self.rank_oldest = vec![None; self.entries.len()];
        for (rank, id) in self.oldest.iter().enumerate() {
            self.rank_oldest[id.0] = Some(rank);
        }
        let mut published: Vec<_> = self
            .articles
            .iter()
            .enumerate()
            .filter(|(i, _)| self.is_listed(ArticleId(*i)))
            .filter_map(|(i, a)| Some((a.published()?.at, &a.id, ArticleId(i))))
            .collect();
        published.sort_by(|a, b| b.cmp(a));
        self.published = published.into_iter().map(|(_, _, id)| id).collect();
    }
}

/// Parts drafts and scheduled articles from those that show.
fn select(
    articles: Vec<Article>,
    selection: Selection,
    absent: &mut Unpublished,
) -> (Vec<Article>, LeftOut) {
    let mut left = LeftOut::default();
    let shown = articles
        .into_iter()
        .filter(|a| {
            if a.front.draft && !selection.drafts {
                left.drafts += 1;
                absent.hide(a);
                return false;
            }
            match a
                .front
                .published
                .filter(|p| p.at > selection.now && !selection.future)
            {
                Some(p) => {
                    left.scheduled += 1;
                    absent.hide(a);
                    left.next = Some(left.next.map_or(p.at, |n| n.min(p.at)));
                    false
                }
                None => true,
            }
        })
        .collect();
    (shown, left)
}

fn taxonomies(
    config: &SiteConfig,
    articles: &[Article],
    expired: &Expired,
    sink: &mut Sink,
) -> Vec<Taxonomy> {
    let by_index: BTreeMap<usize, Vec<&At<String>>> = articles
        .iter()
        .enumerate()
        .filter(|(i, _)| !expired.contains(ArticleId(*i)))
        .flat_map(|(_, a)| {
            std::iter::once(&a.front.facts).chain(a.front.entries.iter().map(|e| &e.facts))
        })
        .flat_map(|facts| facts.terms.iter().enumerate())
        .fold(BTreeMap::new(), |mut map, (i, labels)| {
            map.entry(i).or_default().extend(labels.iter().flatten());
            map
        });
    let made: Vec<(Taxonomy, Sink)> = config
        .taxonomies
        .par_iter()
        .enumerate()
        .map(|(i, t)| {
            let mut sink = Sink::default();
            let labels = by_index.get(&i).into_iter().flatten().copied();
            (Taxonomy::new(t, labels, &mut sink), sink)
        })
        .collect();
    let each = made.into_iter().map(|(taxonomy, faults)| {
        sink.extend(faults);
        taxonomy
    });
    each.collect()
}

/// The id by which an article's page knows a listed entry.
pub(super) fn anchor_id(listed: &ListedEvent) -> String {
    listed
        .id
        .as_ref()
        .map_or_else(|| slug(&listed.title.value), |id| id.value.clone())
}
