//! The entries of all articles, made in stages that each return a finished value:
//!
//! 1. `ids`: no two articles have the same id;
//! 2. [`Numbering`]: which entries there are, and the number of each;
//! 3. `given`: each entry as its own article gives it;
//! 4. `ids`: what leads to an entry by its id;
//! 5. `updates`: what other articles say about entries;
//! 6. `reports`: what contradicts an earlier report, or comes before its day;
//! 7. `present`: each [`Entry`], in its present state;
//! 8. `fold`: which of them tell the same event.

mod fold;
mod given;
mod ids;
mod present;
mod reports;
mod updates;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::entry::{ArticleEntries, Entry, EntryId};
use super::expiry::Expired;
use super::taxonomy::TermNames;
use super::translation::{TranslatedEntries, Translations};
use super::unpublished::Unpublished;
use crate::config::SiteConfig;
use crate::content::article::{Article, ArticleId};
use crate::diagnostic::{Diagnostic, Sink};

pub(super) use given::EntryMaker;
pub(super) use ids::{
    ArticleIds, Ids, References, keep_anchors, tell_entries_apart, with_distinct_ids,
};

use given::GivenEntry;
use reports::ReportInputs;

/// Every entry of the site, and what leads to it.
pub(super) struct EntryTable {
    pub entries: Vec<Entry>,
    /// By the number of the article.
    pub of_article: Vec<ArticleEntries>,
    pub ids: Ids,
}

/// What is known before there are entries.
#[derive(Clone, Copy)]
pub(super) struct EntryInputs<'a> {
    pub config: &'a SiteConfig,
    /// The present day in the site's zone.
    pub today: NaiveDate,
    /// With ids that are distinct.
    pub articles: &'a [Article],
    pub expired: &'a Expired,
    pub unpublished: &'a Unpublished,
    pub translations: &'a Translations,
    /// By the index of the configuration.
    pub terms: &'a [TermNames],
}

impl EntryTable {
    /// Makes the entries of all articles that have not expired. A retracted article has no event
    /// of its own.
    pub fn new(inputs: EntryInputs<'_>, article_ids: ArticleIds, sink: &mut Sink) -> Self {
        let EntryInputs {
            articles,
            expired,
            unpublished,
            translations,
            ..
        } = inputs;
        let ArticleIds { by_id, faults } = article_ids;
        let Numbering {
            of_article,
            entries,
        } = Numbering::new(articles, expired);
        let translated = TranslatedEntries::new(translations, articles, &of_article);
        let (given, entry_faults) = give(inputs, &entries);
        let (ids, id_faults) = Ids::new(
            by_id,
            articles,
            &of_article,
            &given,
            translations,
            &translated,
        );
        let faults = EntryFaults {
            articles: faults,
            entries: entry_faults,
            ids: id_faults,
        };
        faults.report(articles, &of_article, sink);
        sink.extend(translated.faults.iter().cloned());
        let references = References {
            ids: &ids,
            expired,
            unpublished,
        };
        early_checks(inputs, sink);
        let updates = updates::collect(
            articles,
            &given,
            (translations, &translated),
            references,
            sink,
        );
        let reports = ReportInputs {
            config: inputs.config,
            today: inputs.today,
            articles,
            given: &given,
        };
        let updates = reports.without_contradictions(updates, sink);
        let mut entries =
            present::entries(given, updates, &translated, inputs.config, inputs.today);
        let reports = ReportInputs {
            config: inputs.config,
            today: inputs.today,
            articles,
            given: &[],
        };
        reports::early_outcomes(&mut entries, reports, &ids, sink);
        fold::fold(&mut entries, &of_article, inputs.config, sink);
        Self {
            entries,
            of_article,
            ids,
        }
    }
}

/// Reports the days of `checked` that are still to come. Nothing else heeds them.
fn early_checks(inputs: EntryInputs<'_>, sink: &mut Sink) {
    for article in inputs.articles {
        let front = &article.front;
        let listed = front.entries.iter().map(|entry| &entry.checked);
        let updates = front.updates.iter().map(|update| &update.checked);
        let all = std::iter::once(&front.checked).chain(listed).chain(updates);
        for day in all.flatten() {
            if day.value.latest().is_some_and(|last| last > inputs.today) {
                sink.push(
                    Diagnostic::warning("early-check", "`checked` is a day that is still to come")
                        .at(day.span, format!("today is {}", inputs.today))
                        .hint("write the day on which you last looked for news"),
                );
            }
        }
    }
}

/// The entries that `maker` makes of an article on its own: its event, then what it lists. They
/// are in the state that the article itself gives them, even if it is retracted or expired.
pub(super) fn of_article_alone(
    maker: &EntryMaker<'_>,
    id: ArticleId,
    config: &SiteConfig,
    today: NaiveDate,
) -> Vec<Entry> {
    // The articles that show are checked in `EntryTable::new`.
    let mut ignored = Sink::default();
    let mut given = vec![maker.own_event(id, &mut ignored)];
    given.extend(maker.all_listed(id, &mut ignored));
    let none = TranslatedEntries::default();
    present::entries(given, Vec::new(), &none, config, today)
}

/// Which entries there are. Those of an article are numbered together, its own event first.
struct Numbering {
    of_article: Vec<ArticleEntries>,
    /// By the number of the entry: its article, and its index there if it is listed.
    entries: Vec<(ArticleId, Option<usize>)>,
}

impl Numbering {
    fn new(articles: &[Article], expired: &Expired) -> Self {
        let listed: usize = articles.iter().map(|a| a.front.entries.len()).sum();
        let mut entries = Vec::with_capacity(articles.len() + listed);
        let mut add = |article, listed| {
            entries.push((article, listed));
            EntryId(entries.len() - 1)
        };
        let of_article = articles.iter().enumerate().map(|(i, article)| {
            let id = ArticleId(i);
            if expired.contains(id) {
                return ArticleEntries::default();
            }
            ArticleEntries {
                own: (!article.retracted()).then(|| add(id, None)),
                listed: (0..article.front.entries.len())
                    .map(|n| add(id, Some(n)))
                    .collect(),
            }
        });
        Self {
            of_article: of_article.collect(),
            entries,
        }
    }
}

/// Every entry as its article gives it, with what is wrong with it. Entries of a retracted article
/// are background, and no term has them.
fn give(
    inputs: EntryInputs<'_>,
    entries: &[(ArticleId, Option<usize>)],
) -> (Vec<GivenEntry>, Vec<Sink>) {
    let (articles, spellings) = (inputs.articles, inputs.terms.iter().map(|t| &t.spellings));
    let maker = EntryMaker::new(inputs.config, articles, spellings);
    let give = |(article, listed): &(ArticleId, Option<usize>)| {
        let mut faults = Sink::default();
        let given = match listed {
            None => maker.own_event(*article, &mut faults),
            Some(n) => maker.listed(*article, *n, &mut faults),
        };
        let given = match articles[article.0].retracted() {
            true => given.withdrawn(),
            false => given,
        };
        (given, faults)
    };
    let (mut given, mut faults) = (Vec::new(), Vec::new());
    let all = entries.par_iter().map(give);
    all.unzip_into_vecs(&mut given, &mut faults);
    (given, faults)
}

/// What is wrong with articles as to their entries.
struct EntryFaults {
    /// Ids that an earlier article has, or an earlier entry of the article, by article.
    articles: Vec<(ArticleId, Diagnostic)>,
    /// By entry.
    entries: Vec<Sink>,
    /// Ids that an earlier entry has, by article.
    ids: Vec<(ArticleId, Diagnostic)>,
}

impl EntryFaults {
    /// Reports the faults article by article, of each no more than the limit for a file.
    fn report(self, articles: &[Article], of_article: &[ArticleEntries], sink: &mut Sink) {
        let mut of_articles = self.articles.into_iter().peekable();
        let mut of_entries = self.entries.into_iter();
        let mut of_ids = self.ids.into_iter().peekable();
        for (i, (article, entries)) in articles.iter().zip(of_article).enumerate() {
            let mut faults = Sink::default();
            while let Some((_, fault)) = of_articles.next_if(|(id, _)| id.0 == i) {
                faults.push(fault);
            }
            let count = usize::from(entries.own.is_some()) + entries.listed.len();
            for own in of_entries.by_ref().take(count) {
                faults.extend(own);
            }
            while let Some((_, fault)) = of_ids.next_if(|(id, _)| id.0 == i) {
                faults.push(fault);
            }
            if !faults.is_empty() {
                sink.extend(faults.of_file(&format!("content/{}", article.path)));
            }
        }
    }
}
