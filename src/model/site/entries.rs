//! From what articles say to entries: their own events, what they list, and what others say of
//! these later.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rayon::prelude::*;

use super::{ArticleEntries, Site, anchor_id};
use crate::config::SiteConfig;
use crate::content::article::{Article, ArticleId};
use crate::content::date::{Direction, EventDate, OrderKey, order_key};
use crate::content::event::{Facts, LifeStage, Slip};
use crate::content::front_matter::ArticleKind;
use crate::diagnostic::suggest::{did_you_mean, guess};
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::entry::{Attribution, Entry, EntryId, Statement, StatementKind};
use crate::model::taxonomy::TermRef;
use crate::model::translation;
use crate::source::{At, Span};

/// Most ids that a cure lists.
const MOST_IDS: usize = 12;

/// Entries of one article, with what is said of them.
#[derive(Default)]
struct ArticleDates {
    /// None for a retracted article.
    own: Option<Entry>,
    /// In the order of the front matter.
    listed: Vec<Entry>,
    faults: Sink,
}

impl Site {
    /// The entries that an article gives, for those who ask what is on no timeline: an expired
    /// article has none there, a retracted one not its own event. Updates of others are not heeded.
    pub fn as_given(&self, id: ArticleId) -> Vec<Entry> {
        // What is wrong with them was said of those that show.
        let faults = &mut Sink::default();
        let mut entries = vec![self.own_entry(id, faults)];
        let listed = 0..self.article(id).front.entries.len();
        entries.extend(listed.map(|n| self.listed_entry(id, n, faults)));
        for entry in &mut entries {
            set_stage(entry, &self.config, self.today);
        }
        entries
    }

    pub(super) fn make_entries(&mut self, sink: &mut Sink) {
        let articles = self.articles.len();
        let listed: usize = self.articles.iter().map(|a| a.front.entries.len()).sum();
        self.of_article.reserve_exact(articles);
        self.entries.reserve_exact(articles + listed);
        self.ids.articles.reserve(articles);
        self.ids.entries.reserve(articles + listed);
        let mut numbers = FreeNumbers::default();
        let mut said: Vec<Sink> = Vec::with_capacity(articles);
        for i in 0..articles {
            let mut faults = Sink::default();
            self.register_article(ArticleId(i), &mut numbers, &mut faults);
            said.push(faults);
        }
        let made: Vec<ArticleDates> = (0..articles)
            .into_par_iter()
            .map(|i| self.made(ArticleId(i)))
            .collect();
        for (i, (made, mut faults)) in made.into_iter().zip(said).enumerate() {
            self.entries_of(ArticleId(i), made, &mut faults);
            if !faults.is_empty() {
                sink.extend(faults.of_file(&format!("content/{}", self.articles[i].path)));
            }
        }
        for (id, own) in translation::pair_entries(self, sink) {
            self.ids.entries.entry(own.value).or_insert((id, own.span));
        }
    }

    /// The entries of an article, before their ids are known to all.
    fn made(&self, id: ArticleId) -> ArticleDates {
        let mut made = ArticleDates::default();
        if self.expired.contains(id) {
            return made;
        }
        let article = self.article(id);
        made.own = (!article.retracted()).then(|| self.own_entry(id, &mut made.faults));
        made.listed = (0..article.front.entries.len())
            .map(|n| self.listed_entry(id, n, &mut made.faults))
            .collect();
        made
    }

    fn entries_of(&mut self, id: ArticleId, made: ArticleDates, sink: &mut Sink) {
        let i = id.0;
        let ArticleDates {
            own,
            listed,
            faults,
        } = made;
        sink.extend(faults);
        if self.expired.contains(id) {
            self.of_article.push(ArticleEntries::default());
            return;
        }
        let mut entries = ArticleEntries {
            own: own.map(|own| self.add(own)),
            listed: Vec::new(),
        };
        if let Some(own) = entries.own {
            let article = &self.articles[i];
            let span = article
                .front
                .id
                .as_ref()
                .map_or(article.front.title.span, |id| id.span);
            self.ids.entries.insert(article.id.clone(), (own, span));
        }
        // Of this article: place of each listed entry, by its anchor.
        let mut anchors: HashMap<String, Span> = HashMap::new();
        for (n, entry) in listed.into_iter().enumerate() {
            let entry = self.add(entry);
            entries.listed.push(entry);
            self.register_listed(entry, n, &mut anchors, sink);
        }
        if self.articles[i].retracted() {
            for entry in &entries.listed {
                self.entries[entry.0].background = true;
                self.entries[entry.0].terms.clear();
                self.entries[entry.0].stances.clear();
            }
        }
        self.of_article.push(entries);
    }

    fn add(&mut self, entry: Entry) -> EntryId {
        self.entries.push(entry);
        EntryId(self.entries.len() - 1)
    }

    fn register_article(&mut self, id: ArticleId, numbers: &mut FreeNumbers, sink: &mut Sink) {
        let article = &self.articles[id.0];
        if let Some(first) = self.ids.articles.get(&article.id) {
            let (span, other) = (id_span(article), id_span(&self.articles[first.0]));
            sink.push(duplicate_id(&article.id, span, other, "two articles").lenient_warning());
            // The later in the order of paths goes on under a number.
            let free = numbers.free(&article.id, &self.articles);
            self.articles[id.0].id = free;
        }
        let article = &self.articles[id.0];
        self.ids.articles.insert(article.id.clone(), id);
    }

    /// Gives a listed entry its id. One that has none of its own is known by the slug of its
    /// title, within its article.
    fn register_listed(
        &mut self,
        id: EntryId,
        n: usize,
        anchors: &mut HashMap<String, Span>,
        sink: &mut Sink,
    ) {
        let article = &self.articles[self.entries[id.0].article.0];
        let listed = &article.front.entries[n];
        let translated = self
            .translations
            .stands_in(self.entries[id.0].article)
            .is_some();
        let (key, span) = match &listed.id {
            // The same id as in the original: there it is the one that links lead to.
            Some(own) if translated => (format!("{}/{}", article.id, own.value), own.span),
            Some(own) => (own.value.clone(), own.span),
            None => (
                format!("{}/{}", article.id, self.entries[id.0].id),
                listed.title.span,
            ),
        };
        let first = *anchors.entry(self.entries[id.0].id.clone()).or_insert(span);
        let same_anchor = (first != span).then_some(first);
        match self
            .ids
            .entries
            .get(&key)
            .map(|(_, first)| *first)
            .or(same_anchor)
        {
            Some(first) => sink.push(duplicate_id(
                &self.entries[id.0].id,
                span,
                first,
                "two entries",
            )),
            None => {
                self.ids.entries.insert(key, (id, span));
            }
        }
    }

    fn own_entry(&self, id: ArticleId, sink: &mut Sink) -> Entry {
        let article = &self.articles[id.0];
        let front = &article.front;
        let date = front.date.as_ref().map(|d| d.value.clone());
        let terms = self.terms(&front.facts, None);
        Entry {
            id: article.id.clone(),
            article: id,
            listed: None,
            title: front.title.value.clone(),
            stances: self.stances(&front.facts, &terms, sink),
            terms,
            wording: front.wording.clone(),
            status: 0,
            stage: LifeStage::Happened,
            certainty: front.facts.certainty,
            words: front.facts.words.clone(),
            importance: front.facts.importance.unwrap_or(3),
            order: front.order,
            history: self.first_history(
                id,
                &front.slipped,
                date.as_ref(),
                front.wording.as_ref(),
                &front.facts,
                None,
                sink,
            ),
            background: date.is_none() && front.kind == ArticleKind::Explainer,
            translated: false,
            original: None,
            date,
        }
    }

    fn listed_entry(&self, id: ArticleId, n: usize, sink: &mut Sink) -> Entry {
        let article = &self.articles[id.0];
        let listed = &article.front.entries[n];
        let date = listed.date.as_ref().map(|d| d.value.clone());
        let terms = self.terms(&listed.facts, Some(&article.front.facts));
        let mut facts = listed.facts.clone();
        // One in words of its own is not the article's either.
        let own = facts.words.as_ref().is_some_and(|w| w.certainty.is_some());
        if !own {
            facts.certainty = facts.certainty.or(article.front.facts.certainty);
        }
        Entry {
            id: anchor_id(listed),
            article: id,
            listed: Some(n),
            title: listed.title.value.clone(),
            stances: self.stances(&facts, &terms, sink),
            terms,
            wording: listed.wording.clone(),
            status: 0,
            stage: LifeStage::Happened,
            certainty: facts.certainty,
            words: facts.words.clone(),
            importance: facts.importance.unwrap_or(3),
            order: listed.order,
            history: self.first_history(
                id,
                &listed.slipped,
                date.as_ref(),
                listed.wording.as_ref(),
                &facts,
                listed.source.as_ref(),
                sink,
            ),
            background: false,
            translated: false,
            original: None,
            date,
        }
    }

    /// Own terms; those of the article where a listed entry names none of a taxonomy.
    fn terms(&self, facts: &Facts, inherited: Option<&Facts>) -> Vec<TermRef> {
        let mut terms = Vec::new();
        for (taxonomy, labels) in facts.terms.iter().enumerate() {
            let labels = labels
                .as_ref()
                .or_else(|| inherited.and_then(|i| i.terms[taxonomy].as_ref()));
            for label in labels.into_iter().flatten() {
                let term = self.taxonomies[taxonomy]
                    .find(&label.value)
                    .map(|term| TermRef { taxonomy, term });
                if let Some(term) = term.filter(|t| !terms.contains(t)) {
                    terms.push(term);
                }
            }
        }
        terms
    }

    fn stances(&self, facts: &Facts, terms: &[TermRef], sink: &mut Sink) -> Vec<(TermRef, usize)> {
        let organisations = self.taxonomy("organisations").unwrap_or(0);
        let named: Vec<TermRef> = terms
            .iter()
            .copied()
            .filter(|t| t.taxonomy == organisations)
            .collect();
        let mut stances = Vec::new();
        for stance in &facts.stances {
            match &stance.organisation {
                None => match named.as_slice() {
                    [one] => stances.push((*one, stance.stance)),
                    [] => sink.push(
                        Diagnostic::error(
                            "stance-of-nobody",
                            "a stance needs an organisation, and none is named",
                        )
                        .at(stance.span, "whose?")
                        .hint("add `organisations: […]`")
                        .lenient_warning(),
                    ),
                    // One word for several organisations that share it.
                    many => stances.extend(many.iter().map(|o| (*o, stance.stance))),
                },
                Some(name) => {
                    let term = self.taxonomies[organisations]
                        .find(&name.value)
                        .map(|term| TermRef {
                            taxonomy: organisations,
                            term,
                        });
                    match term.filter(|t| named.contains(t)) {
                        Some(term) => stances.push((term, stance.stance)),
                        None => sink.push(
                            Diagnostic::error(
                                "stance-of-stranger",
                                format!(
                                    "`{}` takes a stance here, but is not among `organisations`",
                                    name.value
                                ),
                            )
                            .at(name.span, "not named")
                            .hint(format!("add {} to `organisations`", name.value))
                            .lenient_warning(),
                        ),
                    }
                }
            }
        }
        stances
    }

    /// Earlier targets in the order given, then what the article itself says.
    #[expect(
        clippy::too_many_arguments,
        reason = "each is one key of the front matter"
    )]
    fn first_history(
        &self,
        id: ArticleId,
        slipped: &[Slip],
        date: Option<&EventDate>,
        wording: Option<&String>,
        facts: &Facts,
        source: Option<&At<String>>,
        sink: &mut Sink,
    ) -> Vec<Statement> {
        let mut history = Vec::with_capacity(slipped.len() + 1);
        for slip in slipped {
            history.push(Statement {
                kind: StatementKind::Slip,
                date: Some(slip.from.value.clone()),
                wording: slip.wording.clone(),
                status: None,
                certainty: None,
                on: slip.on.clone(),
                attribution: self.attribution(id, slip.source.as_ref(), sink),
            });
        }
        let article = self.article(id);
        let attribution = self.attribution(id, source, sink);
        let cited = attribution
            .source
            .and_then(|n| article.front.sources[n].date.clone());
        let on = cited.or_else(|| article.front.date.as_ref().map(|d| d.value.clone()));
        history.push(Statement {
            kind: StatementKind::First,
            date: date.cloned(),
            wording: wording.cloned(),
            status: facts.status.as_ref().map(|s| s.value),
            certainty: facts.certainty,
            on,
            attribution,
        });
        history
    }

    fn attribution(
        &self,
        article: ArticleId,
        source: Option<&At<String>>,
        sink: &mut Sink,
    ) -> Attribution {
        let sources = &self.article(article).front.sources;
        let found = source.and_then(|wanted| {
            let found = sources
                .iter()
                .position(|s| s.id.as_ref().is_some_and(|id| id.value == wanted.value));
            if found.is_none() {
                let ids: Vec<&str> = sources
                    .iter()
                    .filter_map(|s| s.id.as_ref().map(|id| id.value.as_str()))
                    .collect();
                let near = guess(sink, &wanted.value, ids.iter().copied());
                sink.push(
                    Diagnostic::error(
                        "unknown-source",
                        format!(
                            "`{}` is not the id of a source of this article",
                            wanted.value
                        ),
                    )
                    .at(wanted.span, did_you_mean(near, "no such id"))
                    .hint(if ids.is_empty() {
                        format!("add a source with `id: {}` to `sources`", wanted.value)
                    } else {
                        let more = if ids.len() > MOST_IDS { ", …" } else { "" };
                        let some = &ids[..ids.len().min(MOST_IDS)];
                        format!("write one of {}{more}", some.join(", "))
                    })
                    .lenient_warning(),
                );
            }
            found
        });
        Attribution {
            article,
            source: found,
        }
    }

    /// Adds what later articles say, in the order of those articles' dates.
    pub(super) fn apply_updates(&mut self, sink: &mut Sink) {
        let mut said: Vec<(OrderKey, EntryId, Statement)> = Vec::new();
        for (i, article) in self.articles.iter().enumerate() {
            if article.retracted() || self.translations.stands_in(ArticleId(i)).is_some() {
                continue;
            }
            let date = article.front.date.as_ref().map(|d| &d.value);
            for update in &article.front.updates {
                let Some(entry) = self.entry_by_id(&update.entry.value) else {
                    let id = &update.entry.value;
                    // Retracted and expired: there, but nothing stands that it could change.
                    let there =
                        self.article_by_id(id).is_some() || self.expired_by_id(id).is_some();
                    if !there && !self.absent.is_broken(id) {
                        let fault = self.unknown_entry(&update.entry, sink);
                        sink.push(fault.lenient_warning());
                    }
                    continue;
                };
                if self.entry(entry).article == ArticleId(i) {
                    sink.push(
                        Diagnostic::error("own-update", format!("`{}` is an entry of this article itself", update.entry.value))
                            .at(update.entry.span, "not another article's")
                            .hint("change its `date` or `status` here, and give its earlier date under `slipped`")
                            .lenient_warning(),
                    );
                    continue;
                }
                let attribution = self.attribution(ArticleId(i), update.source.as_ref(), sink);
                let on = attribution
                    .source
                    .and_then(|n| article.front.sources[n].date.clone())
                    .or_else(|| date.cloned());
                let key = order_key(
                    date,
                    Direction::Oldest,
                    article.front.order,
                    article.front.published.map(|p| p.at),
                    &article.id,
                );
                said.push((
                    key,
                    entry,
                    Statement {
                        kind: StatementKind::Update,
                        date: update.date.as_ref().map(|d| d.value.clone()),
                        wording: update.wording.clone(),
                        status: update.status.as_ref().map(|s| s.value),
                        certainty: update.certainty,
                        on,
                        attribution,
                    },
                ));
            }
        }
        said.sort_by(|a, b| a.0.cmp(&b.0));
        for (_, entry, said) in said {
            self.entries[entry.0].history.push(said);
        }
    }

    fn unknown_entry(&self, id: &At<String>, sink: &Sink) -> Diagnostic {
        let d = Diagnostic::error(
            "unknown-entry",
            format!("no entry has the id `{}`", id.value),
        );
        let known = self.ids.entries.keys().map(String::as_str);
        self.leads_nowhere(d, id, known, sink)
    }

    /// What a diagnostic says of an id that leads to nothing that shows: that it is hidden, or
    /// which of the `known` was probably meant.
    pub(in crate::model) fn leads_nowhere<'k>(
        &self,
        d: Diagnostic,
        id: &At<String>,
        known: impl Iterator<Item = &'k str>,
        sink: &Sink,
    ) -> Diagnostic {
        if self.absent.is_hidden(&id.value) {
            return d
                .at(id.span, "in a draft or scheduled article")
                .hint("publish that article first, or make this one a draft too");
        }
        let label = did_you_mean(guess(sink, &id.value, known), "no such entry");
        d.at(id.span, label)
            .hint("write the `id` of an article, or of one of its `entries`")
    }

    /// Works out each entry's present state from its history.
    pub(super) fn resolve(&mut self) {
        for entry in &mut self.entries {
            for said in entry
                .history
                .iter()
                .filter(|s| s.kind == StatementKind::Update)
            {
                if let Some(date) = &said.date {
                    entry.date = Some(date.clone());
                    entry.wording.clone_from(&said.wording);
                } else if said.wording.is_some() {
                    entry.wording.clone_from(&said.wording);
                }
                entry.certainty = said.certainty.or(entry.certainty);
            }
            set_stage(entry, &self.config, self.today);
        }
    }
}

/// The last status that was said, else the one that the date implies.
fn set_stage(entry: &mut Entry, config: &SiteConfig, today: NaiveDate) {
    let said = entry.history.iter().rev().find_map(|s| s.status);
    let earliest = entry.date.as_ref().and_then(EventDate::earliest);
    let derived = usize::from(earliest.is_some_and(|day| day > today));
    entry.status = said.unwrap_or(derived);
    entry.stage = config.statuses[entry.status].stage;
}

/// Numbers for articles whose ids others have: none that any article has written as its own.
#[derive(Default)]
struct FreeNumbers {
    /// Every id that is given; collected when the first clash comes.
    given: HashSet<String>,
    /// By id: the number that is tried next.
    next: HashMap<String, usize>,
}

impl FreeNumbers {
    fn free(&mut self, id: &str, articles: &[Article]) -> String {
        if self.given.is_empty() {
            self.given = articles.iter().map(|a| a.id.clone()).collect();
        }
        let next = self.next.entry(id.to_owned()).or_insert(2);
        loop {
            let free = format!("{id}-{next}");
            *next += 1;
            if self.given.insert(free.clone()) {
                return free;
            }
        }
    }
}

fn id_span(article: &Article) -> Span {
    article
        .front
        .id
        .as_ref()
        .map_or(article.front.title.span, |id| id.span)
}

fn duplicate_id(id: &str, span: Span, first: Span, what: &str) -> Diagnostic {
    Diagnostic::error("duplicate-id", format!("{what} have the id `{id}`"))
        .at(span, "this one")
        .related(first, "and this one")
        .hint("give one of them another `id`")
}
