//! The site: all articles together, the entries that they make, and the order of these.

use chrono::NaiveDate;

use super::edition;
use super::entries::{
    self, EntryInputs, EntryMaker, EntryTable, Ids, References, keep_anchors, tell_entries_apart,
    with_distinct_ids,
};
use super::entry::{self, ArticleEntries, Entry, EntryId, Statement};
use super::expiry::Expired;
use super::kept::KeptAddresses;
use super::old_addresses::OldAddresses;
use super::order::{self, EntryLists, Ranks};
use super::selection::{LeftOut, Selected, Selection};
use super::storyline::{self, StoryInputs, Storylines};
use super::taxonomy::{Taxonomy, Term, TermNames, TermRef};
use super::text::{self, Subject, SubjectInputs, Subjects};
use super::translation::Translations;
use super::unpublished::{BrokenFiles, Unpublished};
use crate::config::SiteConfig;
use crate::content::article::{Article, ArticleId, StaticPage};
use crate::content::citation::Citation;
use crate::content::date::{Direction, EventDate, OrderKey};
use crate::content::event::Relations;
use crate::content::text::Text;
use crate::diagnostic::Sink;

/// What a site is made from.
#[derive(Clone)]
pub struct SiteInputs {
    pub config: SiteConfig,
    /// Sorted by path.
    pub articles: Vec<Article>,
    pub pages: Vec<StaticPage>,
    pub texts: Vec<Text>,
    pub broken: BrokenFiles,
    pub kept: KeptAddresses,
    pub selection: Selection,
}

/// The site. Made whole by [`Site::new`], and immutable.
#[derive(Debug)]
pub struct Site {
    pub config: SiteConfig,
    /// The present day in the site's zone.
    pub today: NaiveDate,
    /// Sorted by path; without drafts and scheduled articles that are left out.
    pub articles: Vec<Article>,
    pub pages: Vec<StaticPage>,
    /// About terms and stories.
    pub texts: Vec<Text>,
    pub subjects: Subjects,
    pub storylines: Storylines,
    pub translations: Translations,
    pub expired: Expired,
    pub entries: Vec<Entry>,
    /// By the number of the article.
    pub of_article: Vec<ArticleEntries>,
    /// Every entry that is not background, newest first.
    pub newest: Vec<EntryId>,
    /// The same entries, oldest first. Not simply the reverse: what is known less exactly than its
    /// period closes it in both directions.
    pub oldest: Vec<EntryId>,
    /// By the index of the configuration.
    pub taxonomies: Vec<Taxonomy>,
    /// The articles on lists whose publication is known, newest first.
    pub published: Vec<ArticleId>,
    pub left_out: LeftOut,
    pub unpublished: Unpublished,
    /// Who has which address according to the ledger.
    pub kept: KeptAddresses,
    /// Where links of another generator lead.
    pub(super) old_addresses: OldAddresses,
    ranks: Ranks,
    /// By entry: whether it is an article's own event.
    own: Vec<bool>,
    ids: Ids,
}

impl Site {
    /// Joins parsed files into a site. Faults that show only when files are seen together go to
    /// `sink`; the site is made in any case, and so they are lenient.
    pub fn new(inputs: SiteInputs, sink: &mut Sink) -> Self {
        let SiteInputs {
            config,
            mut articles,
            pages,
            texts,
            broken,
            kept,
            selection,
        } = inputs;
        let before = sink.len();
        if config.edition > 0 {
            edition::name_language(&config, &mut articles);
        }
        let today = selection.now.with_timezone(&config.timezone).date_naive();
        let Selected {
            articles,
            pages,
            texts,
            expired,
            left_out,
            unpublished,
        } = Selected::new(articles, pages, texts, broken, selection, &config);
        let shows = |id| !expired.contains(id);
        let shown = articles.iter().enumerate();
        let shown = shown.filter(|(i, _)| shows(ArticleId(*i))).map(|(_, a)| a);
        let terms = TermNames::of_articles(&config.taxonomies, config.slugs, shown, &kept, sink);
        let mut translations = Translations::new(&config, &articles, shows, &unpublished, sink);
        let (mut articles, mut article_ids) = with_distinct_ids(articles, &kept);
        keep_anchors(&mut articles, &kept);
        if config.lenient {
            let told_apart = tell_entries_apart(&mut articles, &kept);
            article_ids.faults.extend(told_apart);
            article_ids.faults.sort_by_key(|(id, _)| *id);
        }
        if config.is_multilingual() {
            edition::inherit(&mut articles, &translations);
            translations.choose(&config, &articles, shows);
        }
        let inputs = EntryInputs {
            config: &config,
            today,
            articles: &articles,
            expired: &expired,
            unpublished: &unpublished,
            translations: &translations,
            terms: &terms,
        };
        let EntryTable {
            mut entries,
            of_article,
            ids,
        } = EntryTable::new(inputs, article_ids, sink);
        if config.is_multilingual() {
            let hides = config.own_edition().hides_untranslated;
            edition::turn(
                &translations,
                &articles,
                &of_article,
                &expired,
                &mut entries,
                hides,
            );
        }
        let EntryLists {
            newest,
            oldest,
            mut taxonomies,
            ranks,
        } = EntryLists::new(&entries, &articles, terms);
        if config.edition == 0 {
            let excuses = |taxonomy: usize, term: &str| {
                unpublished.any_broken() || unpublished.hides_term(taxonomy, &config.slugs.of(term))
            };
            edition::unknown_titles(&config, &taxonomies, excuses, sink);
        }
        edition::title_terms(&mut taxonomies);
        let stories = StoryInputs {
            config: &config,
            articles: &articles,
            entries: &entries,
            of_article: &of_article,
            rank_oldest: &ranks.oldest,
            references: References {
                ids: &ids,
                expired: &expired,
                unpublished: &unpublished,
            },
        };
        let storylines = Storylines::new(stories, sink);
        let subjects = SubjectInputs {
            taxonomies: &taxonomies,
            storylines: &storylines,
            unpublished: &unpublished,
            slugs: config.slugs,
        };
        let subjects = Subjects::new(&texts, &config, subjects, sink);
        let lists = |id| is_listed(id, &expired, &translations);
        // Whatever is wrong between files, the site is made.
        sink.lenient_since(before);
        Self {
            published: order::by_publication(&articles, lists),
            own: entries.iter().map(|e| e.listed.is_none()).collect(),
            config,
            today,
            articles,
            pages,
            texts,
            subjects,
            storylines,
            translations,
            expired,
            entries,
            of_article,
            newest,
            oldest,
            taxonomies,
            left_out,
            unpublished,
            kept,
            old_addresses: OldAddresses::default(),
            ranks,
            ids,
        }
    }

    pub fn article(&self, id: ArticleId) -> &Article {
        &self.articles[id.0]
    }

    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0]
    }

    pub fn term(&self, at: TermRef) -> &Term {
        &self.taxonomies[at.taxonomy].terms[at.term]
    }

    /// Index of a taxonomy by its key in the front matter.
    pub fn taxonomy(&self, id: &str) -> Option<usize> {
        self.config.taxonomies.iter().position(|t| t.id == id)
    }

    pub fn article_by_id(&self, id: &str) -> Option<ArticleId> {
        self.ids.article(id)
    }

    /// An entry by the id that an editor wrote; an article's own event has the article's.
    pub fn entry_by_id(&self, id: &str) -> Option<EntryId> {
        self.ids.entry(id)
    }

    /// The expired article that lists an entry of this id.
    pub fn expired_by_id(&self, id: &str) -> Option<ArticleId> {
        self.expired.entry(id)
    }

    /// The entry that is on timelines for this one: the original of a translated entry, the
    /// article's event that an entry is folded into, else the entry itself.
    pub fn on_timeline(&self, id: EntryId) -> EntryId {
        entry::on_timeline(&self.entries, id)
    }

    /// How many entries come before this one, newest first, background included.
    pub fn rank_newest(&self, id: EntryId) -> usize {
        self.ranks.newest[id.0]
    }

    /// Index of an entry in `oldest`; None for background.
    pub fn rank_oldest(&self, id: EntryId) -> Option<usize> {
        self.ranks.oldest[id.0]
    }

    /// Whether an entry is an article's own event. Cheaper than a look at the entry: lists of
    /// related articles ask this of very many.
    pub fn is_own(&self, id: EntryId) -> bool {
        self.own[id.0]
    }

    /// Whether lists and feeds name an article: it has not expired, and no article in another
    /// language is named instead.
    pub fn is_listed(&self, id: ArticleId) -> bool {
        is_listed(id, &self.expired, &self.translations)
    }

    /// Under which statuses an entry is found: its own, and those of what is folded into it.
    pub fn statuses_of<'s>(&'s self, entry: &'s Entry) -> impl Iterator<Item = usize> + 's {
        let folded = entry.folded.iter().map(|id| self.entry(*id).status);
        let others = folded.filter(|status| *status != entry.status);
        std::iter::once(entry.status).chain(others)
    }

    /// The sources of an entry: those of its article, or the one that an entry which is listed there
    /// names.
    pub fn citations_of<'s>(&'s self, entry: &'s Entry) -> impl Iterator<Item = &'s Citation> + 's {
        let front = &self.article(entry.article).front;
        let listed = entry.listed.map(|n| &front.entries[n]);
        front.sources.iter().filter(move |citation| {
            let Some(listed) = listed else { return true };
            let (named, id) = (listed.source.as_ref(), citation.id.as_ref());
            named.is_some_and(|named| id.is_some_and(|id| id.value == named.value))
        })
    }

    /// The last day on which the desk is known to have looked for news of an entry: to check, to
    /// say something about it, or to publish that.
    pub fn last_looked(&self, entry: &Entry) -> Option<EventDate> {
        if entry.is_checked(self.today) {
            return entry.checked(self.today).cloned();
        }
        let zone = self.config.timezone;
        let published = |said: &Statement| {
            let moment = self.article(said.attribution.article).published()?;
            let day = moment.at.with_timezone(&zone).date_naive();
            EventDate::parse(&day.to_string(), zone).ok()
        };
        let days = entry.history.iter().flat_map(|said| {
            let given = [said.on.clone(), said.checked.clone()];
            given.into_iter().chain([published(said)]).flatten()
        });
        let past = days.filter(|day| day.latest().is_some_and(|day| day <= self.today));
        past.max_by_key(EventDate::latest)
    }

    /// Articles that have corrections and have not expired; in an edition, those that it lists.
    pub fn corrected(&self) -> impl Iterator<Item = (ArticleId, &Article)> {
        let articles = self.articles.iter().enumerate();
        let lists = |id| !self.config.is_multilingual() || self.is_listed(id);
        articles
            .map(|(i, a)| (ArticleId(i), a))
            .filter(|(id, a)| !a.front.corrections.is_empty() && !self.expired.contains(*id))
            .filter(move |(id, _)| lists(*id))
    }

    /// The edition in whose language an article is.
    pub fn edition_of(&self, id: ArticleId) -> usize {
        self.config
            .edition_in(self.article(id).front.lang.as_deref())
    }

    /// The edition in whose language a static page is.
    pub fn edition_of_page(&self, page: &StaticPage) -> usize {
        self.config.edition_in(page.front.lang.as_deref())
    }

    /// The article that this edition shows in the place of another one: its translation.
    pub fn here(&self, id: ArticleId) -> ArticleId {
        match self.config.is_multilingual() {
            true => self.translations.stands_in(id).unwrap_or(id),
            false => id,
        }
    }

    /// How many articles are counted: each once, in whatever language.
    pub fn counted(&self) -> usize {
        let doubles = self.translations.doubles() + self.translations.hidden();
        self.articles.len() - self.expired.len() - doubles
    }

    /// The ids of all articles and entries, in no order.
    pub fn all_ids(&self) -> impl Iterator<Item = &str> {
        self.ids.all()
    }

    /// The key that an entry is sorted by; it need not be one of `entries`.
    pub fn place_of(&self, entry: &Entry, direction: Direction) -> OrderKey {
        order::key(entry, self.article(entry.article), direction)
    }

    /// The relations that the front matter gives an entry.
    pub fn relations_of(&self, id: EntryId) -> &Relations {
        let entry = self.entry(id);
        storyline::relations_of(entry, self.article(entry.article))
    }

    /// The title of a story: that of its text, else its id in words.
    pub fn story_title(&self, story: usize) -> String {
        let text = self.subjects.text(Subject::Story(story));
        let text = text.map(|text| &self.texts[text]);
        text::story_title(&self.storylines.stories[story].id, text)
    }

    /// The entries of an article in the state that it gives them itself, its own event first. For
    /// an article that is expired or retracted, whose entries are on no timeline.
    pub fn as_given(&self, id: ArticleId) -> Vec<Entry> {
        let spellings = self.taxonomies.iter().map(Taxonomy::spellings);
        let maker = EntryMaker::new(&self.config, &self.articles, spellings);
        entries::of_article_alone(&maker, id, &self.config, self.today)
    }
}

fn is_listed(id: ArticleId, expired: &Expired, translations: &Translations) -> bool {
    !expired.contains(id) && translations.stands_in(id).is_none() && !translations.hides(id)
}
