//! The view of an article's page.

use std::cmp::Reverse;
use std::sync::Arc;

use super::card::{Whole, other_language};
use super::deps::{BodyRef, Destination};
use super::{
    ArticleTerms, ArticleView, Card, CardLink, CitationView, CorrectionView, DateView, HistoryItem,
    Label, Link, ListedEntry, SectionLink, Share, SharedLink,
};
use crate::config::Stage;
use crate::model::article::{Article, ArticleId};
use crate::model::date::{EventDate, Mark, delay};
use crate::model::entry::{Entry, EntryId, Said, SaidKind};
use crate::model::link::{self, Target};
use crate::model::taxonomy::TermRef;
use crate::model::text::Subject;
use crate::parse::front_matter::{ArticleKind, Citation, Correction, CorrectionKind, SourceKind};
use crate::parse::markdown::{Body, BodyLink};
use crate::percent;
use crate::plan::{Plan, beside};

/// Most articles that "related" names.
const RELATED: usize = 4;
/// How many neighbours of a term are looked at, on each side.
const NEAR: usize = 12;
/// Words a minute.
const READING_SPEED: usize = 220;

impl Whole<'_> {
    pub fn article(&self, id: ArticleId) -> ArticleView {
        let site = self.site;
        let article = site.article(id);
        let entries = &site.of_article[id.0];
        let own = entries.own.map(|e| site.entry(e));
        let zone = site.config.timezone;
        let published = article.published().map(|p| self.stamp(p));
        let updated = article
            .changed(zone)
            .filter(|u| Some(*u) != article.published())
            .map(|u| self.stamp(u));
        let date = match own {
            Some(own) => own.date.as_ref(),
            None => article.front.date.as_ref().map(|d| &d.value),
        };
        let reported = (article.front.kind == ArticleKind::News)
            .then(|| first_report(article, own))
            .flatten()
            .filter(|reported| Some(*reported) != date)
            .map(|d| self.date_view(Some(d), None));
        let permalink = self.absolute(&self.plan.articles[id.0]);
        let title = self.headline(id);
        ArticleView {
            id: article.id.clone(),
            title: title.to_owned(),
            dek: self.summary(id).cloned(),
            kind: self.kind_label(article.front.kind),
            byline: self.byline(article),
            translations: self.translations(id),
            image: self.image(id),
            story: self.story_place(id),
            place: article.front.place.clone(),
            date: date.map(|date| match entries.own {
                Some(own) => self.entry_date(own, None),
                None => self.date_view(Some(date), article.front.wording.as_deref()),
            }),
            reported,
            published,
            updated,
            certainty: own.and_then(|e| self.certainty(e)),
            status: own.and_then(|e| self.status(e)),
            overdue: own.is_some_and(|e| e.overdue(site.today)),
            delay: own.and_then(Entry::delay).map(|d| self.put_off(&d)),
            stances: own.map_or_else(Vec::new, |e| self.stances(e)),
            terms: own.map_or_else(Vec::new, |e| self.article_terms(e)),
            body: String::new(),
            contents: contents(&article.body),
            entries: self.listed_entries(id),
            history: own
                .filter(|e| e.history.len() > 1)
                .map_or_else(Vec::new, |e| self.history(e, Some(id))),
            sources: self.citations(article),
            corrections: self.corrections_of(id, false),
            retracted: article.retracted(),
            draft: article.front.draft,
            extra: article.front.extra.clone(),
            earlier: self.neighbour(id, false),
            later: self.neighbour(id, true),
            related: String::new(),
            related_links: entries.own.map_or_else(Vec::new, |e| self.related(e)),
            reading_minutes: article.body.words.div_ceil(READING_SPEED),
            share: Share {
                title: percent::component(title),
                address: percent::component(&permalink),
            },
            permalink,
        }
    }

    /// Authors; without an address where they have no page, as of a retracted article.
    fn byline(&self, article: &Article) -> Vec<Link> {
        let Some(index) = self.site.taxonomy("authors") else {
            return Vec::new();
        };
        let labels = article.front.facts.terms[index].iter().flatten();
        let terms = labels.filter_map(|l| self.site.taxonomies[index].find(&l.value));
        terms
            .map(|term| {
                let at = TermRef {
                    taxonomy: index,
                    term,
                };
                let mut link = self.term_link(at);
                if self.site.term(at).entries.is_empty() {
                    // A term without entries has no page.
                    link.url.clear();
                }
                link
            })
            .collect()
    }

    /// Every taxonomy that the article uses, authors aside (they are the byline).
    fn article_terms(&self, entry: &Entry) -> Vec<ArticleTerms> {
        let mut groups = Vec::new();
        let all = self.site.config.taxonomies.iter().enumerate();
        for (n, taxonomy) in all.filter(|(_, t)| t.id != "authors") {
            let terms = self.terms_of(entry, &taxonomy.id);
            if !terms.is_empty() {
                let label = if terms.len() == 1 {
                    self.taxonomy_singular(n)
                } else {
                    self.taxonomy_title(n)
                };
                groups.push(ArticleTerms {
                    id: taxonomy.id.clone(),
                    label: label.to_owned(),
                    terms,
                });
            }
        }
        groups
    }

    /// The entries that the article lists, its own event among them, in the order of their dates.
    fn listed_entries(&self, id: ArticleId) -> Vec<ListedEntry> {
        let entries = &self.site.of_article[id.0];
        if entries.listed.is_empty() {
            return Vec::new();
        }
        let mut all: Vec<EntryId> = entries
            .own
            .into_iter()
            .chain(entries.listed.iter().copied())
            .filter(|e| !self.site.entry(*e).background || self.site.entry(*e).listed.is_some())
            .collect();
        all.sort_by_key(|e| {
            (
                self.site.rank_oldest(*e).is_none(),
                self.site.rank_oldest(*e),
                *e,
            )
        });
        all.into_iter().map(|e| self.listed_entry(id, e)).collect()
    }

    fn listed_entry(&self, id: ArticleId, e: EntryId) -> ListedEntry {
        let entry = self.site.entry(e);
        let article = self.site.article(id);
        let said = entry.history.iter().find(|s| s.kind == SaidKind::First);
        ListedEntry {
            anchor: entry
                .listed
                .map(|_| format!("entry-{}", entry.id))
                .unwrap_or_default(),
            own: entry.listed.is_none(),
            card: Card {
                article: None,
                ..self.card(e, None)
            },
            history: if entry.listed.is_some() && entry.history.len() > 1 {
                self.history(entry, Some(id))
            } else {
                Vec::new()
            },
            source: said
                .and_then(|s| s.witness.source)
                .map(|n| source_link(article, n, "")),
        }
    }

    /// Everything that was said of an entry, oldest first. On the page of `here`, its own
    /// sources are named by their numbers.
    pub fn history(&self, entry: &Entry, here: Option<ArticleId>) -> Vec<HistoryItem> {
        let last_date = entry.history.iter().rposition(|s| s.date.is_some());
        let mut before: Option<&EventDate> = None;
        let mut items = Vec::new();
        for (i, said) in entry.history.iter().enumerate() {
            let later = said
                .date
                .as_ref()
                .and_then(|d| before.and_then(|b| delay(b, d)));
            items.push(HistoryItem {
                what: self.what(entry, said, before.is_some(), Some(i) == last_date),
                date: said
                    .date
                    .as_ref()
                    .or(None)
                    .map(|d| self.date_view(Some(d), said.wording.as_deref()))
                    .or_else(|| {
                        said.wording
                            .as_deref()
                            .map(|w| self.date_view(None, Some(w)))
                    }),
                on: said.on.as_ref().map(|d| self.date_view(Some(d), None)),
                article: (here != Some(said.witness.article))
                    .then(|| self.article_link(said.witness.article)),
                source: said
                    .witness
                    .source
                    .map(|n| self.witness_link(said, n, here)),
                delay: later.map(|d| self.put_off(&d)),
                superseded: said.date.is_some() && Some(i) != last_date,
            });
            before = said.date.as_ref().or(before);
        }
        items
    }

    fn what(&self, entry: &Entry, said: &Said, again: bool, stands: bool) -> String {
        let say = |id| self.words.say(id).to_owned();
        let status = said.status.map(|s| self.status_label(s).to_lowercase());
        let certainty = said
            .certainty
            .map(|c| self.certainty_label(c).to_lowercase());
        match said.kind {
            SaidKind::Slip => say("what-expected"),
            SaidKind::First => status.unwrap_or_else(|| {
                let derived = if entry.history.len() == 1 {
                    entry.status
                } else {
                    usize::from(
                        said.date
                            .as_ref()
                            .and_then(|d| d.earliest())
                            .is_some_and(|d| d > self.site.today),
                    )
                };
                self.status_label(derived).to_lowercase()
            }),
            SaidKind::Update => match (status, certainty) {
                (Some(status), _) => status,
                (None, Some(certainty)) if said.date.is_none() => certainty,
                _ if again && stands => say("what-now-expected"),
                _ if again => say("what-then-expected"),
                _ => say("what-expected"),
            },
        }
    }

    fn witness_link(&self, said: &Said, n: usize, here: Option<ArticleId>) -> Link {
        let article = self.site.article(said.witness.article);
        let page = if here == Some(said.witness.article) {
            String::new()
        } else {
            self.article_href(said.witness.article)
        };
        let mut link = source_link(article, n, &page);
        if self.site.expired.contains(said.witness.article) {
            link.url = page;
        }
        link
    }

    /// An article's corrections, newest first.
    pub fn corrections_of(&self, id: ArticleId, elsewhere: bool) -> Vec<CorrectionView> {
        let article = self.site.article(id);
        let mut list: Vec<(usize, &Correction)> =
            article.front.corrections.iter().enumerate().collect();
        list.sort_by_key(|(n, c)| Reverse((c.date.value.earliest(), *n)));
        let view = |(n, c): (usize, &Correction)| {
            let anchor = format!("correction-{}", n + 1);
            let link = self.article_link(id);
            CorrectionView {
                date: self.date_view(Some(&c.date.value), None),
                kind: self.correction_label(c.kind),
                text: c.text.clone(),
                article: elsewhere.then(|| Link {
                    url: format!("{}#{anchor}", link.url),
                    ..link
                }),
                anchor: if elsewhere {
                    format!("{}-{anchor}", article.slug)
                } else {
                    anchor
                },
            }
        };
        list.into_iter().map(view).collect()
    }

    /// The nearest article before or after this one in the order of events.
    fn neighbour(&self, id: ArticleId, later: bool) -> Option<CardLink> {
        let own = self.site.on_timeline(self.site.of_article[id.0].own?);
        let id = self.site.entry(own).article;
        let mut at = self.site.rank_oldest(own)?;
        loop {
            at = if later { at + 1 } else { at.checked_sub(1)? };
            let entry = *self.site.oldest.get(at)?;
            if self.site.entry(entry).article != id && self.site.entry(entry).listed.is_none() {
                return Some(self.card_link(entry));
            }
        }
    }

    /// Articles of the same story, the nearest in it first; then those that share the rarest
    /// terms, the nearest in time first among equals.
    fn related(&self, own: EntryId) -> Vec<Arc<SharedLink>> {
        let mut related = self.of_the_same_story(self.site.on_timeline(own));
        if related.len() < RELATED {
            // Those of the story may be among them.
            let others = self.of_the_same_terms(own, RELATED + related.len());
            related.extend(
                others
                    .into_iter()
                    .filter(|e| !related.contains(e))
                    .collect::<Vec<_>>(),
            );
        }
        related.truncate(RELATED);
        related.into_iter().map(|e| self.shared_link(e)).collect()
    }

    fn of_the_same_terms(&self, own: EntryId, most: usize) -> Vec<EntryId> {
        let site = self.site;
        let twin = site.entry(own).twin;
        let rank = site.rank_newest(own);
        // Entry and score in one number, which is sorted fast.
        let mut found: Vec<u64> = Vec::with_capacity(8 * NEAR);
        for term in &site.entry(own).terms {
            if site.config.taxonomies[term.taxonomy].id == "authors" {
                continue;
            }
            let list = &site.term(*term).entries;
            let at = list.partition_point(|e| site.rank_newest(*e) < rank);
            let near = &list[at.saturating_sub(NEAR)..(at + NEAR + 1).min(list.len())];
            let score = 1_000_000 / (list.len() as u64 + 9);
            let others = near
                .iter()
                .filter(|e| **e != own && Some(**e) != twin && site.is_own(**e));
            found.extend(others.map(|e| (e.0 as u64) << 32 | score));
        }
        found.sort_unstable();
        let mut best: Vec<(Reverse<u64>, usize, EntryId)> = Vec::with_capacity(most + 1);
        for same in found.chunk_by(|a, b| a >> 32 == b >> 32) {
            let entry = EntryId((same[0] >> 32) as usize);
            let score: u64 = same.iter().map(|n| n & u64::from(u32::MAX)).sum();
            let far = site.rank_newest(entry).abs_diff(rank);
            let candidate = (Reverse(score), far, entry);
            let at = best.partition_point(|other| *other < candidate);
            if at < most {
                best.insert(at, candidate);
                best.truncate(most);
            }
        }
        best.into_iter().map(|(_, _, e)| e).collect()
    }

    /// The body of an article, with its links as they stand on the article's page; `absolute`
    /// for feeds.
    pub fn article_body(&self, id: ArticleId, absolute: bool) -> BodyRef {
        let article = self.site.article(id);
        let sources = article
            .front
            .sources
            .iter()
            .map(|s| {
                s.id.as_ref()
                    .map_or_else(String::new, |id| id.value.clone())
            })
            .collect();
        self.body(
            article.source,
            &article.body,
            &self.links.articles[id.0],
            (&self.plan.articles[id.0], &article.path),
            sources,
            absolute,
        )
    }

    pub fn standing_body(&self, page: usize) -> BodyRef {
        let standing = &self.site.pages[page];
        self.body(
            standing.source,
            &standing.body,
            &self.links.pages[page],
            (&self.plan.standing[page], &standing.path),
            Vec::new(),
            false,
        )
    }

    /// The text of a term or story, as it stands on their page.
    pub fn text_body(&self, subject: Subject) -> Option<BodyRef> {
        let n = self.site.subjects.text(subject)?;
        let text = &self.site.texts[n];
        let route = self.plan.texts[n].as_ref()?;
        let place = (route.as_str(), text.path.as_str());
        let links = &self.links.texts[n];
        Some(self.body(text.source, &text.body, links, place, Vec::new(), false))
    }

    fn body(
        &self,
        source: crate::source::SourceId,
        body: &Body,
        targets: &[Target],
        (route, path): (&str, &str),
        sources: Vec<String>,
        absolute: bool,
    ) -> BodyRef {
        let config = &self.site.config;
        BodyRef {
            source,
            range: body.range.clone(),
            digest: body.digest,
            links: body
                .links
                .iter()
                .zip(targets)
                .map(|(link, target)| self.destination(link, target, route, path, absolute))
                .collect(),
            headings: body.headings.iter().map(|h| h.id.clone()).collect(),
            sources,
            raw_html: config.markdown.raw_html,
            dialect: (
                config.markdown.raw_html as u8,
                config.markdown.math,
                config.markdown.smart_punctuation,
            ),
            origin: if absolute {
                config.permalink_of(Plan::address(route))
            } else {
                String::new()
            },
            base: if absolute {
                config.permalink_of("")
            } else {
                config.base.clone()
            },
        }
    }

    fn destination(
        &self,
        link: &BodyLink,
        target: &Target,
        route: &str,
        path: &str,
        absolute: bool,
    ) -> Destination {
        let at = |url: String, anchor: &Option<String>| match anchor {
            Some(anchor) => format!("{url}#{anchor}"),
            None => url,
        };
        let (href, title, away) = match target {
            Target::Article {
                article,
                anchor,
                title,
            } => {
                self.shows(*article);
                // The places of an article that has expired are gone.
                let anchor = anchor
                    .clone()
                    .filter(|_| !self.site.expired.contains(*article));
                let href = at(self.article_href(*article), &anchor);
                (Some(href), Some(title.clone()), false)
            }
            Target::Page { page, anchor } => (
                Some(at(self.href(&self.plan.standing[*page]), anchor)),
                None,
                false,
            ),
            Target::Text { text, anchor } => {
                let route = self.plan.texts[*text].as_ref();
                (route.map(|r| at(self.href(r), anchor)), None, false)
            }
            Target::Here(anchor) if absolute => {
                (Some(format!("{}#{anchor}", self.href(route))), None, false)
            }
            Target::Here(anchor) => (Some(format!("#{anchor}")), None, false),
            // With `lenient`, a path that leads nowhere; its words stay.
            Target::Route { path, .. } if !self.leads_somewhere(path) => (None, None, false),
            Target::Route { path, anchor } => {
                (Some(at(self.route_href(path), anchor)), None, false)
            }
            Target::File(file) => (Some(self.href(&beside(route, path, file))), None, false),
            Target::Away => (Some(link::away(link).into_owned()), None, true),
            Target::Nowhere => (None, None, false),
        };
        let href = href.map(|h| {
            if absolute && !away {
                format!("{}{h}", self.site.config.origin)
            } else {
                h
            }
        });
        let file = match target {
            Target::File(file) => Some(format!("content/{file}")),
            Target::Route { path, .. } => Some(format!("static/{path}")),
            _ => None,
        };
        Destination {
            href,
            title,
            away,
            size: file.and_then(|file| self.atlas.file(&file).size),
        }
    }

    fn leads_somewhere(&self, path: &str) -> bool {
        let folder = path.split('?').next().unwrap_or(path);
        self.plan.find(folder).is_some()
    }

    /// Where a path from the root leads: with its last slash, since not every host puts it there.
    fn route_href(&self, path: &str) -> String {
        let (folder, query) = path.split_at(path.find('?').unwrap_or(path.len()));
        let slash = self.plan.find(folder).is_some_and(|found| {
            found.route != folder && !folder.is_empty() && !folder.ends_with('/')
        });
        let slash = if slash { "/" } else { "" };
        self.site.config.href(&format!("{folder}{slash}{query}"))
    }

    /// Language of an article where it is not the site's.
    pub fn article_lang(&self, id: ArticleId) -> Option<String> {
        other_language(self.site, self.site.article(id).front.lang.as_deref())
    }

    fn citations(&self, article: &Article) -> Vec<CitationView> {
        // Sources of one article are often of one day.
        let mut last: Option<(EventDate, DateView)> = None;
        let mut date = |date: &EventDate| match &last {
            Some((same, view)) if same == date => view.clone(),
            _ => {
                let view = self.date_view(Some(date), None);
                last = Some((date.clone(), view.clone()));
                view
            }
        };
        let view = |(i, c): (usize, &Citation)| {
            let number = i + 1;
            let cited =
                c.id.as_ref()
                    .and_then(|id| {
                        article
                            .body
                            .citations
                            .iter()
                            .find(|(cited, _)| *cited == id.value)
                    })
                    .map_or(0, |(_, n)| *n);
            CitationView {
                number,
                anchor: format!("source-{number}"),
                title: c.title.clone(),
                url: c.url.clone(),
                publisher: c.publisher.clone().filter(|p| *p != c.title),
                unlinked: c.unlinked.clone(),
                date: c.date.as_ref().map(&mut date).or_else(|| {
                    let words = c.date_words.as_deref()?;
                    Some(self.date_view(None, Some(words)))
                }),
                kind: c.kind.map(|kind| self.source_label(kind)),
                archived: c.archived.clone(),
                accessed: (c.accessed_words.clone())
                    .or_else(|| c.accessed.as_ref().map(|date| self.seen(date))),
                extra: c.extra.clone(),
                back: self
                    .words
                    .with("back-to-source", &[("number", number.into())]),
                cited_at: (1..=cited).map(|n| format!("cite-{number}-{n}")).collect(),
            }
        };
        article.front.sources.iter().enumerate().map(view).collect()
    }

    /// When a source was looked at: a day without its weekday, or what was written.
    fn seen(&self, date: &EventDate) -> String {
        match (date.mark(), date.earliest()) {
            (Mark::Exact, Some(day)) => self.words.day(day),
            _ => self.words.long(date),
        }
    }

    fn source_label(&self, kind: SourceKind) -> Label {
        let (id, label) = match kind {
            SourceKind::Primary => ("primary", "source-primary"),
            SourceKind::Secondary => ("secondary", "source-secondary"),
            SourceKind::Rewrite => ("rewrite", "source-rewrite"),
        };
        Label {
            id: id.to_owned(),
            label: self.words.say(label).to_owned(),
        }
    }

    fn correction_label(&self, kind: CorrectionKind) -> Label {
        let label = match kind {
            CorrectionKind::Correction => "correction-correction",
            CorrectionKind::Clarification => "correction-clarification",
            CorrectionKind::EditorsNote => "correction-editors-note",
            CorrectionKind::Retraction => "correction-retraction",
        };
        Label {
            id: kind.id().to_owned(),
            label: self.words.say(label).to_owned(),
        }
    }
}

/// The earliest date of a source; one that may be earlier than all others comes first. What was
/// published before the event happened is background, and no report of it.
fn first_report<'a>(article: &'a Article, own: Option<&Entry>) -> Option<&'a EventDate> {
    let happened = own.filter(|e| e.stage == Stage::Happened);
    let since = happened.and_then(|e| e.date.as_ref()?.earliest());
    let of_it = |d: &&EventDate| match (since, d.latest()) {
        (Some(since), Some(latest)) => latest >= since,
        _ => true,
    };
    let dated = article.front.sources.iter().filter_map(|s| s.date.as_ref());
    dated
        .filter(of_it)
        .min_by_key(|d| (d.earliest(), d.latest()))
}

/// Section links, from three sections on.
fn contents(body: &Body) -> Vec<SectionLink> {
    let sections = body.headings.iter().filter(|h| h.level <= 3);
    let list: Vec<_> = sections
        .map(|h| SectionLink {
            id: h.id.clone(),
            text: h.text.clone(),
            level: h.level,
        })
        .collect();
    if list.len() < 3 { Vec::new() } else { list }
}

/// "CNBC" or the source's title, and its place on the page.
fn source_link(article: &Article, n: usize, page: &str) -> Link {
    let source = &article.front.sources[n];
    Link {
        label: source
            .publisher
            .clone()
            .unwrap_or_else(|| source.title.clone()),
        url: format!("{page}#source-{}", n + 1),
        rel: None,
    }
}
