//! Cards, dates and labels: the small views that larger ones are made of.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use super::date_text::{self, Within};
use super::{
    Card, CardLink, DateView, Group, Label, Link, SharedCard, SharedLink, Stamp, StanceView,
    Timeline, YearGroup,
};
use crate::config::LifeStage;
use crate::hosting::Loaded;
use crate::messages::Messages;
use crate::model::article::ArticleId;
use crate::model::date::{DatePosition, Delay, EventDate, Mark};
use crate::model::entry::{Entry, EntryId};
use crate::model::link::Links;
use crate::model::site::Site;
use crate::model::slug::slug;
use crate::model::taxonomy::TermRef;
use crate::model::timeline::{self, PeriodRun};
use crate::parse::front_matter::{ArticleKind, Moment};
use crate::plan::Plan;

/// The site with its links and its plan: what every view looks things up in.
#[derive(Debug, Clone, Copy)]
pub struct ViewContext<'a> {
    pub site: &'a Site,
    pub links: &'a Links,
    pub plan: &'a Plan,
    pub cache: &'a ViewCache,
    /// Of the language that the page's interface is in.
    pub messages: &'a Messages,
    /// Where it is noted of which articles the page shows the headline or the summary, if anybody
    /// asks. Both are had from [`headline`](Self::headline), [`title`](Self::title) and
    /// [`summary`](Self::summary) only, so that none is missed.
    pub shown: Option<&'a RefCell<BTreeSet<usize>>>,
}

/// Above so many entries a year's page shows single lines; its months have all.
const LONG_YEAR: usize = 100;

/// What many pages say of the same thing, worded in one language and linked once.
#[derive(Debug)]
pub struct ViewCache {
    /// Dates in words, by how they are written, where no heading has named the year: many entries
    /// and sources have the same.
    dates: RwLock<HashMap<Box<str>, DateView>>,
    /// Of each taxonomy, of each term.
    terms: Vec<Vec<Link>>,
    /// Of each entry, under the heading of its month on a page of [`SHARED_LEVEL`].
    cards: Vec<OnceLock<Arc<SharedCard>>>,
    inputs: Arc<SharedInputs>,
    /// Of each entry, among the related of others.
    links: Vec<OnceLock<Arc<SharedLink>>>,
}

/// What pages need of the project besides the model, in every language alike.
#[derive(Debug)]
pub struct SharedInputs {
    /// The files that are copied, by path below the project.
    pub files: HashMap<String, CopiedFile>,
    /// The owner's fragment for the slot `sponsor_top`.
    pub sponsor: Option<String>,
    /// What pages load from other hosts.
    pub loaded: Loaded,
}

/// What is known of a file that is copied.
#[derive(Debug, Clone, Copy, Default)]
pub struct CopiedFile {
    pub digest: [u8; 16],
    /// Width and height of a picture.
    pub size: Option<(u32, u32)>,
}

/// Level of the entries' headings on the pages that show most of them: under a section, a year
/// and a month.
pub const SHARED_LEVEL: u8 = 5;

impl ViewCache {
    pub fn new(site: &Site, inputs: Arc<SharedInputs>) -> Self {
        let link = |taxonomy: usize, term: usize| {
            let at = TermRef { taxonomy, term };
            let route = Plan::term_route(site, at);
            Link {
                label: site.term(at).label.clone(),
                url: site.config.href(Plan::address(&route)),
                rel: None,
            }
        };
        Self {
            dates: RwLock::default(),
            terms: site
                .taxonomies
                .iter()
                .enumerate()
                .map(|(t, taxonomy)| (0..taxonomy.terms.len()).map(|n| link(t, n)).collect())
                .collect(),
            cards: site.entries.iter().map(|_| OnceLock::new()).collect(),
            links: site.entries.iter().map(|_| OnceLock::new()).collect(),
            inputs,
        }
    }

    /// What is known of a file that is copied.
    pub fn file(&self, path: &str) -> CopiedFile {
        self.inputs.files.get(path).copied().unwrap_or_default()
    }

    pub fn inputs(&self) -> &SharedInputs {
        &self.inputs
    }
}

/// How much a card says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    Full,
    /// The headline, its date and whether it is firm.
    Line,
}

impl<'a> ViewContext<'a> {
    /// Address of a route on this site, with the site's path.
    pub fn href(&self, route: &str) -> String {
        self.site.config.href(Plan::address(route))
    }

    /// Absolute address of a route.
    pub fn absolute(&self, route: &str) -> String {
        self.site.config.permalink_of(Plan::address(route))
    }

    pub fn article_href(&self, id: ArticleId) -> String {
        self.href(&self.plan.articles[id.0])
    }

    /// An entry's place: its article, or its own place in it.
    pub fn entry_href(&self, entry: &Entry) -> String {
        let article = self.article_href(entry.article);
        if entry.listed.is_some() {
            format!("{article}#entry-{}", entry.id)
        } else {
            article
        }
    }

    /// An article's headline.
    pub fn headline(&self, id: ArticleId) -> &'a str {
        self.shows(id);
        &self.site.article(id).front.title.value
    }

    /// An article's summary.
    pub fn summary(&self, id: ArticleId) -> Option<&'a String> {
        self.shows(id);
        self.site.article(id).front.summary.as_ref()
    }

    /// An entry's title, which for an article's own is the headline.
    pub fn title<'e>(&self, entry: &'e Entry) -> &'e str {
        self.shows(entry.article);
        &entry.title
    }

    /// Notes that the page shows a headline or a summary.
    pub fn shows(&self, id: ArticleId) {
        if let Some(shown) = self.shown {
            shown.borrow_mut().insert(id.0);
        }
    }

    pub fn term_link(&self, term: TermRef) -> Link {
        self.cache.terms[term.taxonomy][term.term].clone()
    }

    pub fn article_link(&self, id: ArticleId) -> Link {
        Link {
            label: self.headline(id).to_owned(),
            url: self.article_href(id),
            rel: None,
        }
    }

    /// Terms of an entry in one taxonomy, in the editor's order.
    pub fn terms_of(&self, entry: &Entry, taxonomy: &str) -> Vec<Link> {
        let Some(index) = self.site.taxonomy(taxonomy) else {
            return Vec::new();
        };
        entry
            .terms
            .iter()
            .filter(|t| t.taxonomy == index)
            .map(|t| self.term_link(*t))
            .collect()
    }

    pub fn cards(&self, entries: &[EntryId], within: Option<Within>) -> Vec<Card> {
        entries.iter().map(|id| self.card(*id, within)).collect()
    }

    /// An entry's date, seen from a list under the heading of `within`.
    pub fn entry_date(&self, id: EntryId, within: Option<Within>) -> DateView {
        let entry = self.site.entry(id);
        let mut view = match (&entry.date, &entry.wording) {
            (None, None) if entry.background => {
                self.date_view(None, Some(self.messages.say("background-date")))
            }
            (date, wording) => self.date_view(date.as_ref(), wording.as_deref()),
        };
        if let (Some(within), Some(date)) = (within, &entry.date) {
            view.spine = self.messages.date_column(date, within);
        }
        view
    }

    /// A card with its headline, its date and its chips, for a list of very many.
    fn line(&self, id: EntryId, within: Option<Within>) -> Card {
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

    /// The link to an entry that all articles related to it share.
    pub fn shared_link(&self, id: EntryId) -> Arc<SharedLink> {
        // It may have been made for another page.
        self.shows(self.site.entry(id).article);
        let make = || Arc::new(SharedLink::new(self.card_link(id)));
        Arc::clone(self.cache.links[id.0].get_or_init(make))
    }

    /// None where confirmed, or where nothing was said.
    pub fn certainty(&self, entry: &Entry) -> Option<Label> {
        let own = entry.words.as_ref().and_then(|w| w.certainty.as_deref());
        let Some(certainty) = entry.certainty else {
            return own.map(own_label);
        };
        let config = &self.site.config.certainties[certainty];
        (config.id != "confirmed").then(|| Label {
            id: config.id.clone(),
            label: self.certainty_label(certainty).to_owned(),
        })
    }

    /// None where it plainly happened.
    pub fn status(&self, entry: &Entry) -> Option<Label> {
        let own = entry.words.as_ref().and_then(|w| w.status.as_deref());
        if let Some(own) = own.filter(|_| entry.history.iter().all(|s| s.status.is_none())) {
            return Some(own_label(own));
        }
        let config = &self.site.config.statuses[entry.status];
        (config.id != "happened").then(|| Label {
            id: config.id.clone(),
            label: self.status_label(entry.status).to_owned(),
        })
    }

    /// What the owner calls a certainty, else the word for it.
    pub fn certainty_label(&self, certainty: usize) -> &str {
        let config = &self.site.config.certainties[certainty];
        config.label.as_deref().unwrap_or_else(|| {
            self.messages.say(match config.id.as_str() {
                "rumoured" => "certainty-rumoured",
                "reported" => "certainty-reported",
                "disputed" => "certainty-disputed",
                _ => "certainty-confirmed",
            })
        })
    }

    /// What the owner calls a status, else the word for it.
    pub fn status_label(&self, status: usize) -> &str {
        let config = &self.site.config.statuses[status];
        config.label.as_deref().unwrap_or_else(|| {
            self.messages.say(match config.id.as_str() {
                "expected" => "status-expected",
                "cancelled" => "status-cancelled",
                _ => "status-happened",
            })
        })
    }

    /// What the owner calls a taxonomy, else the word for it.
    pub fn taxonomy_title(&self, taxonomy: usize) -> &str {
        let config = &self.site.config.taxonomies[taxonomy];
        config.title.as_deref().unwrap_or_else(|| {
            self.messages.say(match config.id.as_str() {
                "organisations" => "taxonomy-organisations",
                "people" => "taxonomy-people",
                "categories" => "taxonomy-categories",
                "authors" => "taxonomy-authors",
                _ => "taxonomy-tags",
            })
        })
    }

    /// What the owner calls one term of a taxonomy, else the word for it.
    pub fn taxonomy_singular(&self, taxonomy: usize) -> &str {
        let config = &self.site.config.taxonomies[taxonomy];
        config.singular.as_deref().unwrap_or_else(|| {
            self.messages.say(match config.id.as_str() {
                "organisations" => "taxonomy-organisations-one",
                "people" => "taxonomy-people-one",
                "categories" => "taxonomy-categories-one",
                "authors" => "taxonomy-authors-one",
                _ => "taxonomy-tags-one",
            })
        })
    }

    pub fn kind_label(&self, kind: ArticleKind) -> Option<Label> {
        let label = match kind {
            ArticleKind::News => return None,
            ArticleKind::Analysis => "kind-analysis",
            ArticleKind::Opinion => "kind-opinion",
            ArticleKind::Explainer => "kind-explainer",
        };
        Some(Label {
            id: kind.id().to_owned(),
            label: self.messages.say(label).to_owned(),
        })
    }

    /// "16 days later"; where the amount can't be said, what it is later than.
    pub fn put_off(&self, delay: &Delay) -> String {
        match delay {
            Delay::Later => self.messages.say("later-than-first").to_owned(),
            delay => self.messages.delay(delay),
        }
    }

    /// A date where no heading has named its year; `wording` replaces the words in full, never the
    /// bounds.
    pub fn date_view(&self, date: Option<&EventDate>, wording: Option<&str>) -> DateView {
        let Some(date) = date else {
            return undated(wording.unwrap_or_else(|| self.messages.say("no-date")));
        };
        let mut view = self.plain_date(date);
        if let Some(wording) = wording {
            wording.clone_into(&mut view.text);
            view.datetime = None;
        }
        view
    }

    fn plain_date(&self, date: &EventDate) -> DateView {
        let known = self.cache.dates.read();
        let known = known.unwrap_or_else(PoisonError::into_inner);
        if let Some(view) = known.get(date.written()) {
            return view.clone();
        }
        drop(known);
        let view = date_view(self.messages, date);
        let known = self.cache.dates.write();
        let mut known = known.unwrap_or_else(PoisonError::into_inner);
        known.insert(date.written().into(), view.clone());
        view
    }

    /// An instant, or a day alone.
    pub fn stamp(&self, moment: Moment) -> Stamp {
        let zone = self.site.config.timezone;
        if moment.day_only {
            let day = moment.at.with_timezone(&zone).date_naive();
            return Stamp {
                text: self.messages.day(day),
                iso: day.to_string(),
            };
        }
        Stamp {
            text: self.messages.instant(moment.at, zone),
            iso: date_text::iso_instant(moment.at, zone),
        }
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

    /// A card for a timeline; the one that all pages share, where it would be the same.
    fn shared_card(
        &self,
        id: EntryId,
        closing: bool,
        detail: Detail,
        level: u8,
    ) -> Arc<SharedCard> {
        let within = Some(if closing { Within::Year } else { Within::Month });
        if detail == Detail::Line {
            return Arc::new(SharedCard::new(self.line(id, within), level));
        }
        // It may have been made for another page.
        self.shows(self.site.entry(id).article);
        let make = || Arc::new(SharedCard::new(self.card(id, within), level));
        if level == SHARED_LEVEL && !closing {
            Arc::clone(self.cache.cards[id.0].get_or_init(make))
        } else {
            make()
        }
    }

    /// How much the cards of a year's page say.
    pub fn detail_of_year(entries: &[EntryId]) -> Detail {
        if entries.len() > LONG_YEAR {
            Detail::Line
        } else {
            Detail::Full
        }
    }

    /// Entries in their order, under years and months. A heading links to its period's page,
    /// unless that is `here`.
    ///
    /// `level` is that of the entries' headings.
    pub fn timeline(&self, entries: &[EntryId], here: &str, detail: Detail, level: u8) -> Timeline {
        let cards = |run: &PeriodRun| {
            // What closes a decade stands under its heading, where others have a month between.
            let level = level - u8::from(run.position.year.is_none());
            let shared = |id: &EntryId| self.shared_card(*id, run.is_coarse(), detail, level);
            run.entries.iter().map(shared).collect()
        };
        let grouped = timeline::group(self.site, entries.iter().copied());
        let url = |route: String| Some(self.href(&route)).filter(|url| url != here);
        let mut names = BTreeSet::new();
        let mut own = |name: String| {
            let mut anchor = name.clone();
            let mut n = 2;
            while !names.insert(anchor.clone()) {
                anchor = format!("{name}-{n}");
                n += 1;
            }
            anchor
        };
        let years = grouped
            .years
            .iter()
            .map(|year| YearGroup {
                heading: year.year.map_or_else(
                    || self.coarse_label(&year.runs[0].position),
                    |y| self.messages.year(y),
                ),
                anchor: own(year
                    .year
                    .map_or_else(|| "y-earlier".to_owned(), |y| format!("y-{y}"))),
                url: year
                    .year
                    .filter(|y| self.plan.periods.years.contains_key(y))
                    .and_then(|y| url(Plan::year_route(y))),
                groups: year
                    .runs
                    .iter()
                    .map(|run| Group {
                        heading: self.run_heading(run),
                        short: self.run_short(run),
                        anchor: own(run_anchor(run)),
                        url: match (run.position.year, run.position.month) {
                            (Some(y), Some(m))
                                if !run.is_coarse()
                                    && self.plan.periods.months.contains_key(&(y, m)) =>
                            {
                                url(Plan::month_route(y, m))
                            }
                            _ => None,
                        },
                        closing: run.is_coarse(),
                        count: run.entries.len(),
                        entries: String::new(),
                        cards: cards(run),
                    })
                    .collect(),
            })
            .collect();
        let is_background = |id: &EntryId| self.site.entry(*id).background;
        let (background, undated): (Vec<EntryId>, Vec<EntryId>) =
            grouped.undated.iter().partition(|id| is_background(id));
        Timeline {
            years,
            undated: self.cards(&undated, None),
            background: self.cards(&background, None),
            count: entries.len(),
        }
    }

    fn run_heading(&self, run: &PeriodRun) -> String {
        match (run.position.year, run.position.month, run.is_coarse()) {
            (Some(year), Some(month), false) => self.messages.month_year(year, month),
            _ => self.coarse_label(&run.position),
        }
    }

    /// "December 2025, day unknown".
    fn coarse_label(&self, position: &DatePosition) -> String {
        position
            .coarse_period()
            .map_or_else(String::new, |period| self.messages.coarse_period(&period))
    }

    fn run_short(&self, run: &PeriodRun) -> String {
        match (run.position.month, run.is_coarse()) {
            (Some(month), false) => self.messages.month_name(month).to_owned(),
            _ => self.coarse_label(&run.position),
        }
    }
}

fn run_anchor(run: &PeriodRun) -> String {
    let s = &run.position;
    let year = s
        .year
        .map_or_else(|| "earlier".to_owned(), |y| y.to_string());
    match (s.month, run.is_coarse()) {
        (Some(month), false) => format!("m-{year}-{month:02}"),
        (Some(month), true) => format!("m-{year}-{month:02}-closing"),
        (None, _) => format!("m-{year}-closing"),
    }
}

/// Words that stand for a date.
fn undated(words: &str) -> DateView {
    DateView {
        text: words.to_owned(),
        short: words.to_owned(),
        spine: words.to_owned(),
        edtf: None,
        datetime: None,
        mark: "undated",
    }
}

/// A date in words, where no heading has named its year.
fn date_view(messages: &Messages, date: &EventDate) -> DateView {
    let short = messages.short(date);
    DateView {
        text: messages.long(date),
        spine: short.clone(),
        short,
        edtf: Some(date.edtf()),
        datetime: date.html_datetime(),
        mark: match date.mark() {
            Mark::Exact => "exact",
            Mark::Partial => "partial",
            Mark::Approximate => "approximate",
            Mark::Range => "range",
        },
    }
}

/// An article's language where it is not the site's.
pub fn other_language(site: &Site, lang: Option<&str>) -> Option<String> {
    lang.filter(|l| !l.eq_ignore_ascii_case(&site.config.language))
        .map(str::to_owned)
}

/// A word that the site does not know, as it was written.
fn own_label(word: &str) -> Label {
    Label {
        id: slug(word),
        label: word.to_owned(),
    }
}
