//! What templates see, and nothing else.
//!
//! Every type here is plain data: text that is already worded, addresses that already hold
//! the site's path. A template needs no lookup and no arithmetic, and what a page shows can be
//! digested as one value. Strings are *not* escaped (templates do that), except `body` and
//! `text_html`, which are finished HTML and say so.
//!
//! A template is given `site` ([`Chrome`]), `page` ([`Head`]) and one more name that is the page
//! kind's (see [`Content`]); also `masthead` and `foot`, the finished HTML of the components of
//! these names, which many pages share.

pub mod article;
pub mod card;
pub mod date_text;
pub mod days;
pub mod deps;
pub mod explore;
pub mod language;
pub mod lists;
pub mod page;
pub mod picture;
pub mod site_css;
pub mod slots;
pub mod stories;
pub mod structured;
pub mod terms;

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use serde::Serialize;

use crate::parse::front_matter::Extra;
use explore::ExploreView;
use language::{Alternate, Translation};
use slots::{Comments, NoticeBar, SponsorSlot};
use stories::{StoriesView, StoryPage, StoryPlace};

/// What every page shares: the masthead, the menu, the foot.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Chrome {
    pub title: String,
    pub description: Option<String>,
    /// BCP 47, for `<html lang>`: the language of the page's interface.
    pub lang: String,
    /// The language is written from right to left, for `<html dir>`.
    pub rtl: bool,
    /// Address of the front page, `/` or `/news/`.
    pub home: String,
    /// Address of the style sheet, fingerprinted.
    pub css: String,
    /// Address of the favicon: the site's own, or one that is made.
    pub favicon: Option<String>,
    /// Address of the logo, where the site has one.
    pub logo: Option<String>,
    /// Address of `/explore/`, where the site has it: what its search field leads to.
    pub explore: Option<String>,
    pub menu: Vec<Link>,
    pub foot: Vec<Link>,
    /// Owner's links elsewhere (`links` in `site.yaml`).
    pub links: Vec<Link>,
    pub publisher: Option<String>,
    /// The publisher's policy on corrections; none where `foot` has it already.
    pub corrections_policy: Option<String>,
    /// Who makes the site; none where `foot` has it already.
    pub masthead: Option<String>,
    /// Where a reader reports an error (`mailto:` or an address).
    pub report: Option<String>,
    /// Address of the site's Atom feed.
    pub feed: String,
    /// `Dateline 0.1.0`.
    pub generator: String,
    /// The bar above every page, until its last day.
    pub notice: Option<NoticeBar>,
    /// The advertisement below the masthead.
    pub sponsor: Option<SponsorSlot>,
    /// Discussions below articles.
    pub comments: Option<Comments>,
}

/// What the `<head>` of a page needs.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Head {
    /// `front`, `year`, `month`, `article`, `expired`, `taxonomy`, `term`, `term-year`, `choice`,
    /// `explore`, `days`, `day`, `new`, `stories`, `storyline`, `expectations`,
    /// `corrections`, `standing`, `redirect` or `not-found`; also a class of `<body>`, and of no
    /// other element.
    pub kind: &'static str,
    /// Without the site's title.
    pub title: String,
    pub description: Option<String>,
    /// Absolute address of this page.
    pub canonical: String,
    /// Language where it differs from the site's.
    pub lang: Option<String>,
    /// The page is not meant for search engines (404, redirects).
    pub noindex: bool,
    /// Feeds of what this page shows, before the site's own.
    pub feeds: Vec<Link>,
    /// Address of the menu item that this page belongs to.
    pub section: Option<String>,
    /// The page in every language, itself among them; empty where there is one.
    pub alternates: Vec<Alternate>,
    /// Absolute address of the page's picture; else of the site's (`identity.share_image`).
    pub image: Option<String>,
    /// What the picture shows; none for the site's.
    pub image_alt: Option<String>,
    /// Language as Open Graph writes it: `pt_BR`.
    pub locale: String,
    /// Address of the picture that counts a visit, where the site counts them.
    pub counter: Option<String>,
    /// Finished JSON-LD for a script element; none on pages that are not for search engines.
    pub json_ld: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Link {
    pub label: String,
    pub url: String,
    /// `rel` of an owner's link.
    #[serde(default)]
    pub rel: Option<String>,
}

/// A date in words. Never more exact than what the editor wrote.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DateView {
    /// In full: "Tuesday 9 December 2025", or the editor's `wording`.
    pub text: String,
    /// "9 Dec 2025".
    pub short: String,
    /// For the date column, where a heading above has named the year (and month): "Tue 9".
    pub spine: String,
    /// Canonical EDTF, for `data-edtf`.
    pub edtf: Option<String>,
    /// What `<time datetime>` may hold; none: print text without `<time>`.
    pub datetime: Option<String>,
    /// `exact`, `partial`, `approximate`, `range` or `undated`.
    pub mark: &'static str,
}

/// An instant: publication, change.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Stamp {
    /// "12 December 2025, 16:00 WIB".
    pub text: String,
    /// RFC 3339, for `<time datetime>`.
    pub iso: String,
}

/// A word out of a closed list: a certainty, a status, a kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Label {
    /// As in the front matter; also a class.
    pub id: String,
    pub label: String,
}

/// The position of an organisation in an entry.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StanceView {
    pub organisation: Link,
    /// As in `site.yaml`; also a class.
    pub id: String,
    pub label: String,
    /// The site's colour for it, `#rrggbb`.
    pub colour: Option<String>,
    /// `solid`, `dots`, `stripes`, `hatch` … told apart without colour.
    pub pattern: Option<String>,
    pub about: Option<String>,
    /// Place on the scale, from 0.
    pub step: usize,
    /// Rumoured or disputed, or of an expected entry.
    pub tentative: bool,
}

/// One entry in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Card {
    pub id: String,
    pub title: String,
    /// The article, or the entry's place in it.
    pub url: String,
    pub date: DateView,
    pub dek: Option<String>,
    pub lang: Option<String>,
    /// None for plain news.
    pub kind: Option<Label>,
    /// None where confirmed.
    pub certainty: Option<Label>,
    /// None where it happened.
    pub status: Option<Label>,
    /// Expected, and its latest day has passed.
    pub overdue: bool,
    /// "about one quarter later than first said".
    pub delay: Option<String>,
    pub place: Option<String>,
    /// Those that take no stance here; those that do are in `stances`.
    pub organisations: Vec<Link>,
    pub stances: Vec<StanceView>,
    /// For an entry that another article lists: that article.
    pub article: Option<Link>,
    /// Publisher of the first source.
    pub source: Option<String>,
    /// How many sources there are.
    pub sources: usize,
    /// "and 2 more"; none where there is one source at most.
    pub more_sources: Option<String>,
    /// 1 to 5.
    pub importance: u8,
    /// There is a correction.
    pub corrected: bool,
}

/// Entries under years and months, in the order of the model.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Timeline {
    pub years: Vec<YearGroup>,
    /// Expected entries without any date, last.
    pub undated: Vec<Card>,
    /// Explainers without a date, which are no events.
    pub background: Vec<Card>,
    /// How many entries stand here.
    pub count: usize,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct YearGroup {
    /// "2025", or "The 1990s".
    pub heading: String,
    /// For `id=`: `y2025`.
    pub anchor: String,
    /// The year's page, where there is one and it is not this page.
    pub url: Option<String>,
    pub groups: Vec<Group>,
}

/// A month, or what closes a month, a year or a decade.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Group {
    /// "December 2025", or "December 2025, day unknown".
    pub heading: String,
    /// For the spine under a year's heading: "December".
    pub short: String,
    pub anchor: String,
    pub url: Option<String>,
    /// Closes a period: its entries are known less exactly than that period.
    pub closing: bool,
    /// How many entries stand here.
    pub count: usize,
    /// Finished HTML: the entries, each by the component `card`; on a term's page without the
    /// link to that term, where the component writes it as the theme's does.
    pub entries: String,
    /// What `entries` is made of.
    #[serde(skip)]
    pub cards: Vec<Arc<SharedCard>>,
}

/// A card that several pages show alike, with the level of its heading.
#[derive(Debug)]
pub struct SharedCard {
    pub card: Shared<(Card, u8)>,
    /// Addresses of the organisations that it names without a stance.
    pub organisations: Box<[Box<str>]>,
}

impl SharedCard {
    pub fn new(card: Card, level: u8) -> Self {
        let urls = card.organisations.iter().map(|link| link.url.as_str());
        Self {
            organisations: urls.map(Box::from).collect(),
            card: Shared::new((card, level)),
        }
    }
}

/// A link that several articles show alike.
pub type SharedLink = Shared<CardLink>;

/// A view that all pages have, by its digest.
#[derive(Debug)]
pub struct Digested<T> {
    pub view: T,
    digest: [u8; 16],
}

impl<T: Serialize> Digested<T> {
    pub fn new(view: T) -> Self {
        Self {
            digest: digest_of(&view),
            view,
        }
    }

    /// Of all that the view says: it stands for the view in the keys of pages.
    pub fn digest(&self) -> [u8; 16] {
        self.digest
    }
}

/// A view that several pages show alike: its HTML is made once, and then the view is let go, of
/// which a large site has very many.
#[derive(Debug)]
pub struct Shared<T> {
    digest: [u8; 16],
    html: OnceLock<Box<str>>,
    /// None once there is HTML.
    view: Mutex<Option<Box<T>>>,
}

impl<T: Serialize> Shared<T> {
    pub fn new(view: T) -> Self {
        Self {
            digest: digest_of(&view),
            html: OnceLock::new(),
            view: Mutex::new(Some(Box::new(view))),
        }
    }

    /// Of all that the view says: it stands for the view in the keys of pages.
    pub fn digest(&self) -> [u8; 16] {
        self.digest
    }

    /// What `inspect` finds in the view; None once its HTML has been made.
    pub fn inspect_view<R>(&self, inspect: impl FnOnce(&T) -> R) -> Option<R> {
        self.locked().as_deref().map(inspect)
    }

    /// Its HTML, made by `make` the first time.
    ///
    /// # Errors
    /// What `make` says.
    pub fn html<E>(&self, make: impl FnOnce(&T) -> Result<String, E>) -> Result<&str, E> {
        if let Some(html) = self.html.get() {
            return Ok(html);
        }
        let mut view = self.locked();
        if let Some(still) = &*view {
            let html = make(still)?;
            self.html.get_or_init(|| html.into_boxed_str());
            *view = None;
        }
        let html = self.html.get();
        Ok(html.expect("a view is let go only where there is HTML"))
    }

    /// What it says, in any form: as JSON, or as HTML once that has been made.
    pub fn written(&self) -> String {
        let json = self.inspect_view(|view| serde_json::to_string(view).expect(SERIALISE));
        json.unwrap_or_else(|| {
            self.html
                .get()
                .map_or_else(String::new, |html| html.to_string())
        })
    }

    /// A thread that panicked while it made HTML left the view as it was.
    fn locked(&self) -> MutexGuard<'_, Option<Box<T>>> {
        self.view.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const SERIALISE: &str = "views always serialise";

fn digest_of(view: &impl Serialize) -> [u8; 16] {
    crate::digest::of(&serde_json::to_vec(view).expect(SERIALISE))
}

/// A term with its count.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TermView {
    pub label: String,
    pub url: String,
    pub count: usize,
}

/// A year in the density strip, or years without entries.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DensityBar {
    pub year: String,
    pub url: String,
    pub count: usize,
    /// 1 to 100, of the fullest year; 0 where there is none.
    pub height: u32,
    /// Several years without entries: `year` says from when to when.
    pub gap: bool,
}

impl Content {
    /// The entries under years and months, on a page that has them.
    pub fn timeline(&self) -> Option<&Timeline> {
        match self {
            Content::Front(front) => Some(&front.timeline),
            Content::Period(period) => Some(&period.timeline),
            Content::Term(term) => Some(&term.timeline),
            _ => None,
        }
    }

    /// As [`Content::timeline`], to put the entries' HTML in.
    pub fn timeline_mut(&mut self) -> Option<&mut Timeline> {
        match self {
            Content::Front(front) => Some(&mut front.timeline),
            Content::Period(period) => Some(&mut period.timeline),
            Content::Term(term) => Some(&mut term.timeline),
            _ => None,
        }
    }
}

impl Timeline {
    pub fn groups(&self) -> impl Iterator<Item = &Group> {
        self.years.iter().flat_map(|year| &year.groups)
    }

    pub fn groups_mut(&mut self) -> impl Iterator<Item = &mut Group> {
        self.years.iter_mut().flat_map(|year| &mut year.groups)
    }
}

/// One page's own content; the template sees it under the name in brackets.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Content {
    /// `front`
    Front(Front),
    /// `period`
    Period(Period),
    /// `article`
    Article(Box<ArticleView>),
    /// `taxonomy`
    Taxonomy(TaxonomyView),
    /// `term`
    Term(TermPage),
    /// `explore`
    Explore(ExploreView),
    /// `days`
    Days(DaysView),
    /// `new`
    New(NewView),
    /// `expired`
    Expired(ExpiredView),
    /// `stories`
    Stories(StoriesView),
    /// `story`
    Story(StoryPage),
    /// `expected`
    Expected(ExpectedView),
    /// `corrections`
    Corrections(CorrectionsView),
    /// `standing`
    Standing(Standing),
    /// `redirect`
    Redirect(RedirectView),
    /// Nothing of its own (404).
    Nothing,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct Front {
    /// By publication, newest first; empty where no article has `published`.
    pub just_published: Vec<PublishedCard>,
    /// By event, newest first.
    pub timeline: Timeline,
    /// Soonest first; the overdue are among them.
    pub expected: Vec<Card>,
    pub expected_url: Option<String>,
    /// Most used first; empty below 20 entries.
    pub popular_tags: Vec<TermView>,
    pub organisations: Vec<TermView>,
    /// What their taxonomy is called.
    pub organisations_title: String,
    /// Newest first.
    pub corrections: Vec<CorrectionView>,
    pub corrections_url: Option<String>,
    /// Address of all that was published last.
    pub new_url: Option<String>,
    /// From the first year to the last; empty below 20 entries.
    pub density: Vec<DensityBar>,
    /// Where the entries before those shown begin.
    pub older: Option<Link>,
    pub entries: usize,
    pub articles: usize,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct PublishedCard {
    pub published: Stamp,
    pub card: Card,
}

/// A year's or a month's page, or that of one day of every year.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Period {
    /// "2025" or "December 2025".
    pub heading: String,
    /// "2025" on a month's page, with its address.
    pub year: Option<Link>,
    pub timeline: Timeline,
    /// The months of this year that have entries, with counts (also on a month's page).
    pub months: Vec<MonthLink>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
    /// On a month's page: "3 more in 2025, month unknown".
    pub folded: Option<Link>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct MonthLink {
    pub label: String,
    pub url: Option<String>,
    pub count: usize,
    pub current: bool,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct ArticleView {
    pub id: String,
    pub title: String,
    pub dek: Option<String>,
    /// None for plain news.
    pub kind: Option<Label>,
    /// Authors; the address is empty where an author has no page.
    pub byline: Vec<Link>,
    /// The same article in other languages.
    pub translations: Vec<Translation>,
    pub image: Option<ImageView>,
    /// Its storyline, and what it does to other entries.
    pub story: Option<StoryPlace>,
    pub place: Option<String>,
    /// None for an explainer without one.
    pub date: Option<DateView>,
    /// When the first source reported it; none where that is the date itself.
    pub reported: Option<DateView>,
    pub published: Option<Stamp>,
    /// None where it equals `published`.
    pub updated: Option<Stamp>,
    pub certainty: Option<Label>,
    pub status: Option<Label>,
    pub overdue: bool,
    pub delay: Option<String>,
    pub stances: Vec<StanceView>,
    /// Organisations, people, models, tags …: each taxonomy that this article uses.
    pub terms: Vec<ArticleTerms>,
    /// Finished HTML.
    pub body: String,
    /// Sections, for the contents list; empty below three.
    pub contents: Vec<SectionLink>,
    /// Events in this article, in the order of their dates.
    pub entries: Vec<ListedEntry>,
    /// What other articles changed about this article's own entry, oldest first.
    pub history: Vec<HistoryItem>,
    pub sources: Vec<CitationView>,
    pub corrections: Vec<CorrectionView>,
    /// The article was retracted.
    pub retracted: bool,
    /// Hidden without `--drafts`.
    pub draft: bool,
    /// Keys of the front matter that Dateline does not know, in their order: texts, whole
    /// numbers, truth values, lists and maps of them.
    pub extra: Extra,
    pub earlier: Option<CardLink>,
    pub later: Option<CardLink>,
    /// Finished HTML: related articles, each by the component `related`.
    pub related: String,
    /// What `related` is made of.
    #[serde(skip)]
    pub related_links: Vec<Arc<SharedLink>>,
    pub reading_minutes: usize,
    /// What links for sharing are made of.
    pub share: Share,
    /// Its absolute address.
    pub permalink: String,
}

/// Title and address of an article as parts of a query (RFC 3986: all but the unreserved signs
/// percent-encoded).
#[derive(Debug, Clone, Default, Serialize)]
pub struct Share {
    /// Percent-encoded.
    pub title: String,
    /// The permalink, percent-encoded.
    pub address: String,
}

/// The picture of an article.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ImageView {
    pub src: String,
    /// Empty where the editor wrote nothing.
    pub alt: String,
    pub credit: Option<String>,
    pub caption: Option<String>,
    /// In pixels, where the file's format says it at once.
    pub width: Option<u32>,
    pub height: Option<u32>,
}

/// The notice in the place of an article that has expired.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ExpiredView {
    pub title: String,
    /// The last day, or the instant, until which it stood.
    pub expired: Stamp,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct ArticleTerms {
    /// Key of the taxonomy: `organisations`.
    pub id: String,
    /// "Organisations", or "Organisation" for one.
    pub label: String,
    pub terms: Vec<Link>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct SectionLink {
    pub id: String,
    pub text: String,
    /// 2 to 6.
    pub level: u8,
}

/// One of an article's `entries`, or the article's own event among them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ListedEntry {
    /// `entry-avocado-launch`, for `id=`; empty for the article's own.
    pub anchor: String,
    /// The article's own event.
    pub own: bool,
    pub card: Card,
    /// Earlier targets and changes, oldest first.
    pub history: Vec<HistoryItem>,
    /// Number and anchor of its source on this page.
    pub source: Option<Link>,
}

/// One line of an entry's history: what was said, by whom.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HistoryItem {
    /// "expected", "now expected", "happened", "cancelled", "confirmed" …
    pub what: String,
    /// The date that was said, in words.
    pub date: Option<DateView>,
    /// When it was said.
    pub on: Option<DateView>,
    pub article: Option<Link>,
    pub source: Option<Link>,
    /// "about one quarter later".
    pub delay: Option<String>,
    /// The target no longer stands.
    pub superseded: bool,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct CitationView {
    /// From 1, in the order of the front matter.
    pub number: usize,
    /// `source-1`, for `id=`.
    pub anchor: String,
    pub title: String,
    pub url: Option<String>,
    /// What stands for the address and is none.
    pub unlinked: Option<String>,
    pub publisher: Option<String>,
    /// Without `lenient` always a date; with it, perhaps only its words.
    pub date: Option<DateView>,
    /// primary, secondary, rewrite.
    pub kind: Option<Label>,
    pub archived: Option<String>,
    /// "12 December 2025".
    pub accessed: Option<String>,
    /// Its keys that Dateline does not know, as an article's.
    pub extra: Extra,
    /// Ids of the places in the text that cite it.
    pub cited_at: Vec<String>,
    /// "Back to where source 1 is cited".
    pub back: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct CorrectionView {
    pub date: DateView,
    pub kind: Label,
    pub text: String,
    /// The article, on pages that are not its own.
    pub article: Option<Link>,
    /// For `id=`.
    pub anchor: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct CardLink {
    pub title: String,
    pub url: String,
    pub date: Option<DateView>,
}

/// `/organisations/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TaxonomyView {
    pub id: String,
    pub title: String,
    /// Most used first.
    pub by_count: Vec<TermView>,
    /// Under their first letters.
    pub by_name: Vec<LetterGroup>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct LetterGroup {
    pub letter: String,
    pub terms: Vec<TermView>,
}

/// `/organisations/meta/`; also a year of it, `/organisations/meta/2025/`, and what a status, a
/// certainty or a stance gathers, `/stances/closed/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TermPage {
    pub label: String,
    /// The title of its text, else its label.
    pub heading: String,
    pub dek: Option<String>,
    /// Finished HTML of its text; empty where it has none, and on numbered pages.
    pub body: String,
    /// Its address; that of its newest page, if it has several.
    pub url: String,
    pub taxonomy: Link,
    pub count: usize,
    /// "2023 to 2026"; empty where nothing is dated.
    pub span: String,
    /// Latest stance first, where the site has stances and this term takes any.
    pub stances: Vec<StanceStep>,
    pub expected: Vec<Card>,
    pub timeline: Timeline,
    /// Terms that occur with it, by taxonomy, most frequent first.
    pub related: Vec<RelatedTerms>,
    pub feed: Option<String>,
    /// Its years, latest first: pages of their own where it has several pages, else places on
    /// this one; none where it is short, and on numbered pages.
    pub years: Vec<MonthLink>,
    pub pages: Option<Pager>,
}

/// `/on-this-day/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DaysView {
    /// January to December.
    pub months: Vec<DaysOfMonth>,
}

/// A month, with a link for each day on which anything happened in any year.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DaysOfMonth {
    /// "December".
    pub heading: String,
    /// From the first to the last; `url` is none where nothing happened.
    pub days: Vec<MonthLink>,
}

/// `/new/`: what was published last, latest first.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NewView {
    /// Months of publication.
    pub months: Vec<PublishedMonth>,
}

/// What was published in a month.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PublishedMonth {
    /// "December 2025".
    pub heading: String,
    /// Latest first.
    pub items: Vec<PublishedCard>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct StanceStep {
    pub stance: StanceView,
    pub date: DateView,
    pub entry: Link,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct RelatedTerms {
    pub label: String,
    pub terms: Vec<TermView>,
}

/// Pages of a long list. They are numbered from the oldest, so that an address keeps what it
/// holds; the newest has no number.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pager {
    /// This page's number; none for the newest.
    pub number: Option<usize>,
    pub newer: Option<Link>,
    pub older: Option<Link>,
    /// Every page, newest first, with its span of time.
    pub all: Vec<MonthLink>,
}

/// `/expected/`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ExpectedView {
    /// Not yet due, soonest first.
    pub upcoming: Vec<LedgerEntry>,
    /// Latest day passed without news, longest overdue first.
    pub overdue: Vec<LedgerEntry>,
    pub cancelled: Vec<LedgerEntry>,
    /// Happened after at least one slip, latest first.
    pub arrived: Vec<LedgerEntry>,
}

/// An entry with all that was ever said of its date.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LedgerEntry {
    pub card: Card,
    pub history: Vec<HistoryItem>,
    /// How often its date was put off.
    pub slips: usize,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct CorrectionsView {
    /// Newest first.
    pub corrections: Vec<CorrectionView>,
    pub feed: Option<String>,
    pub policy: Option<String>,
}

/// A standing page: about, contact.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Standing {
    pub title: String,
    pub dek: Option<String>,
    /// Finished HTML.
    pub body: String,
    pub updated: Option<Stamp>,
    /// Keys of the front matter that Dateline does not know, as an article's.
    pub extra: Extra,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct RedirectView {
    /// Where it went.
    pub to: String,
    pub title: String,
}
