//! Cards: one entry in a list.

use std::sync::Arc;

use chrono::Datelike;
use foldhash::{HashMap, HashMapExt as _};

use super::context::ViewContext;
use super::date_text::{self, Within};
use super::history::source_link;
use super::{Card, CardLink, DateView, Link, PublishedCard, SharedLink, StanceView};
use crate::chart::types::drawn_step;
use crate::content::article::ArticleId;
use crate::content::date::shift;
use crate::content::event::LifeStage;
use crate::model::entry::{Entry, EntryId, StatementKind};
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;

/// Whom a card credits.
struct Credit {
    source: Option<Link>,
    count: usize,
    said: Option<DateView>,
}

/// The entries with the present stances of all organisations.
fn present_stances(site: &Site) -> HashMap<TermRef, EntryId> {
    let firmness = |id: EntryId| {
        let certainty = site.entry(id).certainty;
        certainty.map_or(u8::MAX, |c| site.config.certainties[c].firm)
    };
    let taken = |id: EntryId, organisation| {
        let mut stances = site.entry(id).stances.iter();
        stances.find(|(other, _)| *other == organisation).copied()
    };
    let mut present: HashMap<TermRef, EntryId> = HashMap::new();
    for id in &site.oldest {
        let entry = site.entry(*id);
        if entry.stage != LifeStage::Happened {
            continue;
        }
        for (organisation, step) in &entry.stances {
            let stands = present.get(organisation).is_some_and(|before| {
                let same = taken(*before, *organisation) == Some((*organisation, *step));
                let (old, new) = (firmness(*before), firmness(*id));
                new == 0 && old > 0 || same && old >= new
            });
            if !stands {
                present.insert(*organisation, *id);
            }
        }
    }
    present
}

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
            passed: self.passed(entry),
            importance: entry.importance,
            ..Card::default()
        }
    }

    pub fn card(&self, id: EntryId, within: Option<Within>) -> Card {
        let site = self.site;
        let entry = site.entry(id);
        let article = site.article(entry.article);
        let listed = entry.listed.map(|n| &article.front.entries[n]);
        let credit = self.credit(entry);
        Card {
            id: entry.id.clone(),
            title: self.title(entry).to_owned(),
            url: self.entry_href(entry),
            date: self.entry_date(id, within),
            dek: listed.map_or_else(
                || self.summary(entry.article).cloned(),
                |l| l.summary.clone(),
            ),
            lang: self.article_lang(entry.article),
            language: self.marked_language(entry.article),
            kind: entry
                .listed
                .is_none()
                .then(|| self.kind_label(article.front.kind))
                .flatten(),
            certainty: self.certainty(entry),
            status: self.status(entry),
            overdue: entry.overdue(site.today),
            passed: self.passed(entry),
            delay: entry.shift().map(|shift| self.put_off(shift)),
            place: listed.map_or_else(|| article.front.place.clone(), |l| l.place.clone()),
            organisations: self.other_organisations(entry),
            stances: self.stances(entry),
            article: entry.listed.map(|_| self.article_link(entry.article)),
            source: credit.source.as_ref().map(|link| link.label.clone()),
            source_link: credit.source,
            said: credit.said,
            promises: self.promises(entry),
            sources: credit.count,
            more_sources: (credit.count > 1).then(|| {
                self.messages
                    .with("more-sources", &[("count", (credit.count - 1).into())])
            }),
            importance: entry.importance,
            corrected: entry.listed.is_none() && !article.front.corrections.is_empty(),
            brief: false,
        }
    }

    /// A card in one line, for an entry that the page leads with.
    pub(super) fn brief(&self, id: EntryId, within: Option<Within>) -> Card {
        Card {
            dek: None,
            organisations: Vec::new(),
            brief: true,
            ..self.card(id, within)
        }
    }

    /// Whom a card credits: the source of the statement in force.
    fn credit(&self, entry: &Entry) -> Credit {
        let site = self.site;
        let said = entry.in_force();
        let on = said.and_then(|said| said.on.as_ref());
        let on = || on.map(|day| self.short_view_for("source-date", day));
        if let Some(said) = said.filter(|said| said.kind == StatementKind::Update) {
            let by = said.attribution;
            let source = match by.source {
                Some(n) => self.credited(by.article, n),
                None => Link {
                    url: self.article_href(by.article),
                    ..link_named(self.headline(by.article))
                },
            };
            return Credit {
                source: Some(source),
                count: 1,
                said: on(),
            };
        }
        let article = site.article(entry.article);
        let first = said.and_then(|said| said.attribution.source);
        let (source, count) = match entry.listed {
            Some(_) => (first, usize::from(first.is_some())),
            None => (Some(0), article.front.sources.len()),
        };
        let named = |n: &usize| {
            let source = article.front.sources.get(*n);
            source.is_some_and(|source| source.publisher.is_some())
        };
        let source = source.filter(named);
        let source = source.map(|n| self.credited(entry.article, n));
        let open = entry.stage != LifeStage::Happened;
        Credit {
            said: source.as_ref().filter(|_| open).and_then(|_| on()),
            source,
            count,
        }
    }

    /// The name of a source, linked to it; without an address, to its number below the article.
    fn credited(&self, id: ArticleId, n: usize) -> Link {
        let article = self.site.article(id);
        let mut link = source_link(article, n, &self.article_href(id));
        match &article.front.sources[n].url {
            Some(url) => link.url.clone_from(url),
            None if self.site.expired.contains(id) => link.url = self.article_href(id),
            None => {}
        }
        link
    }

    /// What readers are told of an expected entry whose last day has passed.
    pub fn passed(&self, entry: &Entry) -> Option<String> {
        if !entry.overdue(self.site.today) {
            return None;
        }
        let Some(day) = self.site.last_looked(entry) else {
            return Some(self.messages.say("date-passed-unchecked").to_owned());
        };
        let id = match entry.is_checked(self.site.today) {
            true => "date-passed-checked",
            false => "date-passed-since",
        };
        let kind = date_text::kind(&day);
        let case = self.messages.case(id, "date", "");
        let day = (self.messages).short_in_year(&day, self.site.today.year(), case);
        let args = [("date", (&day).into()), ("kind", kind.into())];
        Some(self.messages.with(id, &args))
    }

    /// Of what is overdue, when the desk last looked for news of it: "checked 28 Nov".
    pub fn checked(&self, entry: &Entry) -> Option<String> {
        if !entry.overdue(self.site.today) || !entry.is_checked(self.site.today) {
            return None;
        }
        let day = self.site.last_looked(entry)?;
        let case = self.messages.case("now-checked", "date", "");
        let kind = date_text::kind(&day);
        let day = (self.messages).short_in_year(&day, self.site.today.year(), case);
        let args = [("date", (&day).into()), ("kind", kind.into())];
        Some(self.messages.with("now-checked", &args))
    }

    /// The expectations that came true, or were called off, in an article's event.
    pub fn promises(&self, entry: &Entry) -> Vec<Link> {
        let promises = entry.folded.iter();
        promises
            .map(|id| self.promise(entry, self.site.entry(*id)))
            .collect()
    }

    fn promise(&self, entry: &Entry, promise: &Entry) -> Link {
        let announced = promise.announced();
        let first = announced.first().copied();
        let said = first.map(|(_, said)| said).or(promise.history.first());
        let target = first.map(|(date, _)| date);
        let mut parts = vec![
            self.messages
                .promised(target, said.and_then(|said| said.wording.as_deref())),
        ];
        if let Some(by) = said.map(|said| said.attribution)
            && let Some(n) = by.source
        {
            let source = source_link(self.site.article(by.article), n, "").label;
            let args = [
                ("promise", (&parts[0]).into()),
                ("source", (&source).into()),
            ];
            parts[0] = self.messages.with("promise-source", &args);
        }
        let slips = promise.slips();
        if slips > 0 {
            let args = [("count", slips.into())];
            parts.push(self.messages.with("promise-put-off", &args));
        }
        if promise.stage == LifeStage::Cancelled {
            parts.push(self.messages.say("promise-cancelled").to_owned());
        } else if let (Some(target), Some(date)) = (target, &entry.date) {
            let kept = || date.is_within(target).then_some("promise-kept");
            match shift(target, date) {
                Some(shift) => parts.push(self.messages.punctuality(shift)),
                None => parts.extend(kept().map(|id| self.messages.say(id).to_owned())),
            }
        }
        Link {
            label: parts.join(self.messages.say("promise-comma")),
            url: self.entry_href(promise),
            rel: None,
            lang: None,
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
            lang: self.article_lang(entry.article),
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
            step: drawn_step(step, self.site.config.stances.len()),
            tentative: !firm || entry.stage == LifeStage::Expected,
            planned: entry.stage == LifeStage::Expected,
            qualifier: self.doubt(entry).map(|how| {
                let args = [("how", (&how).into())];
                self.messages.with("stance-qualifier", &args)
            }),
            said: None,
            now: None,
        }
    }

    /// Why the stances in an entry are not firm: "reported", "planned".
    fn doubt(&self, entry: &Entry) -> Option<String> {
        match entry.stage {
            LifeStage::Expected => Some(self.messages.say("stance-planned").to_owned()),
            LifeStage::Cancelled => Some(self.status_label(entry.status).to_owned()),
            LifeStage::Happened => Some(self.certainty(entry)?.label),
        }
    }

    /// The stances in the event of an article: when they were said, and what the organisations'
    /// stances are now.
    pub fn stances_then_and_now(&self, entry: &Entry) -> Vec<StanceView> {
        let stances = entry.stances.iter();
        stances
            .map(|(organisation, step)| self.then_and_now(entry, *organisation, *step))
            .collect()
    }

    fn then_and_now(&self, entry: &Entry, organisation: TermRef, step: usize) -> StanceView {
        let then = self.stance(entry, organisation, step);
        let now = self.present_stance(organisation);
        let other = now.filter(|id| {
            let stances = &self.site.entry(*id).stances;
            !stances.contains(&(organisation, step))
        });
        let how = match entry.stage {
            LifeStage::Happened => self.certainty(entry).map(|certainty| certainty.label),
            _ => Some(self.status_label(entry.status).to_owned()),
        };
        if how.is_none() && other.is_none() {
            return then;
        }
        let said = match (&how, &entry.date) {
            (Some(how), Some(date)) => {
                let case = self.messages.case("stance-said", "date", "");
                let (kind, date) = (date_text::kind(date), self.messages.short_in(date, case));
                let args = [
                    ("how", how.into()),
                    ("date", (&date).into()),
                    ("kind", kind.into()),
                ];
                Some(self.messages.with("stance-said", &args))
            }
            (how, date) => {
                let short = || Some(self.messages.short(date.as_ref()?));
                let said = how.clone().or_else(short);
                said.map(|said| {
                    let args = [("said", (&said).into())];
                    self.messages.with("stance-said-only", &args)
                })
            }
        };
        StanceView {
            said,
            now: other.and_then(|id| self.now(organisation, id)),
            ..then
        }
    }

    fn now(&self, organisation: TermRef, id: EntryId) -> Option<Link> {
        let entry = self.site.entry(id);
        let mut stances = entry.stances.iter();
        let (_, step) = stances.find(|(other, _)| *other == organisation)?;
        let stance = self.stance(entry, organisation, *step);
        let label = match stance.qualifier {
            Some(qualifier) => format!("{}{qualifier}", stance.label),
            None => stance.label,
        };
        Some(Link {
            label: self
                .messages
                .with("stance-now", &[("stance", (&label).into())]),
            url: self.entry_href(entry),
            rel: None,
            lang: None,
        })
    }

    /// The entry with the present stance of an organisation: the latest that is firm, else the
    /// latest; never a plan.
    pub fn present_stance(&self, organisation: TermRef) -> Option<EntryId> {
        let make = || present_stances(self.site);
        let present = self.cache.present_stances.get_or_init(make);
        present.get(&organisation).copied()
    }

    pub fn published_card(&self, id: ArticleId) -> Option<PublishedCard> {
        let published = self.site.article(id).published()?;
        let own = self.site.of_article[id.0].own?;
        Some(PublishedCard {
            published: self.stamp(published),
            added: self.day_stamp(published),
            same_day: false,
            image: None,
            card: self.card(own, None),
        })
    }
}

/// A link with this label, and no address yet.
fn link_named(label: &str) -> Link {
    Link {
        label: label.to_owned(),
        ..Link::default()
    }
}
