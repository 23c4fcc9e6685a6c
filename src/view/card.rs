//! Cards: one entry in a list.

use std::sync::Arc;

use super::context::{ViewContext, other_language};
use super::date_text::Within;
use super::{Card, CardLink, Link, PublishedCard, SharedLink, StanceView};
use crate::content::article::ArticleId;
use crate::content::event::LifeStage;
use crate::model::entry::{Entry, EntryId};
use crate::model::taxonomy::TermRef;

impl ViewContext<'_> {
    pub fn cards(&self, entries: &[EntryId], within: Option<Within>) -> Vec<Card> {
        entries.iter().map(|id| self.card(*id, within)).collect()
    }

    /// A card with only headline, date and chips, for very long lists.
    pub(super) fn line(&self, id: EntryId, within: Option<Within>) -> Card {
        let entry = self.site.entry(id);
        Card {
            id: entry.id.clone(),
            title: self.title(entry).to_owned(),
            url: self.entry_href(entry),
            date: self.entry_date(id, within),
            certainty: self.certainty(entry),
            status: self.status(entry),
            overdue: entry.overdue(self.site.today),
            importance: entry.importance,
            ..Card::default()
        }
    }

    pub fn card(&self, id: EntryId, within: Option<Within>) -> Card {
        let site = self.site;
        let entry = site.entry(id);
        let article = site.article(entry.article);
        let listed = entry.listed.map(|n| &article.front.entries[n]);
        let source = match listed {
            Some(listed) => listed.source.as_ref().and_then(|s| {
                article
                    .front
                    .sources
                    .iter()
                    .find(|c| c.id.as_ref().is_some_and(|id| id.value == s.value))
            }),
            None => article.front.sources.first(),
        };
        let sources = match listed {
            Some(_) => usize::from(source.is_some()),
            None => article.front.sources.len(),
        };
        Card {
            id: entry.id.clone(),
            title: self.title(entry).to_owned(),
            url: self.entry_href(entry),
            date: self.entry_date(id, within),
            dek: listed.map_or_else(
                || self.summary(entry.article).cloned(),
                |l| l.summary.clone(),
            ),
            lang: other_language(site, article.front.lang.as_deref()),
            kind: entry
                .listed
                .is_none()
                .then(|| self.kind_label(article.front.kind))
                .flatten(),
            certainty: self.certainty(entry),
            status: self.status(entry),
            overdue: entry.overdue(site.today),
            delay: entry.delay().map(|d| self.put_off(&d)),
            place: listed.map_or_else(|| article.front.place.clone(), |l| l.place.clone()),
            organisations: self.other_organisations(entry),
            stances: self.stances(entry),
            article: entry.listed.map(|_| self.article_link(entry.article)),
            source: source.and_then(|s| s.publisher.clone()),
            sources,
            more_sources: (sources > 1).then(|| {
                self.messages
                    .with("more-sources", &[("count", (sources - 1).into())])
            }),
            importance: entry.importance,
            corrected: entry.listed.is_none() && !article.front.corrections.is_empty(),
        }
    }

    /// Organisations that take no stance in this entry.
    fn other_organisations(&self, entry: &Entry) -> Vec<Link> {
        let Some(index) = self.site.taxonomy("organisations") else {
            return Vec::new();
        };
        let quiet =
            |t: &&TermRef| t.taxonomy == index && entry.stances.iter().all(|(o, _)| o != *t);
        entry
            .terms
            .iter()
            .filter(quiet)
            .map(|t| self.term_link(*t))
            .collect()
    }

    pub fn card_link(&self, id: EntryId) -> CardLink {
        let entry = self.site.entry(id);
        CardLink {
            title: self.title(entry).to_owned(),
            url: self.entry_href(entry),
            date: entry.date.as_ref().map(|_| self.entry_date(id, None)),
        }
    }

    /// The link to an entry, shared by all articles that list it as related.
    pub fn shared_link(&self, id: EntryId) -> Arc<SharedLink> {
        // Record it even if the link was made for another page.
        self.shows(self.site.entry(id).article);
        let make = || Arc::new(SharedLink::new(self.card_link(id)));
        Arc::clone(self.cache.links[id.0].get_or_init(make))
    }

    pub fn stances(&self, entry: &Entry) -> Vec<StanceView> {
        entry
            .stances
            .iter()
            .map(|(organisation, stance)| self.stance(entry, *organisation, *stance))
            .collect()
    }

    pub fn stance(&self, entry: &Entry, organisation: TermRef, step: usize) -> StanceView {
        let config = &self.site.config.stances[step];
        let firm = entry
            .certainty
            .is_none_or(|c| self.site.config.certainties[c].firm > 0);
        StanceView {
            organisation: self.term_link(organisation),
            id: config.id.clone(),
            label: config.label.clone(),
            colour: config.colour.clone(),
            pattern: config.pattern.clone(),
            about: config.about.clone(),
            step,
            tentative: !firm || entry.stage == LifeStage::Expected,
        }
    }

    pub fn published_card(&self, id: ArticleId) -> Option<PublishedCard> {
        let published = self.site.article(id).published()?;
        let own = self.site.of_article[id.0].own?;
        Some(PublishedCard {
            published: self.stamp(published),
            card: self.card(own, None),
        })
    }
}
