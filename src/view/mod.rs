//! What templates see, and nothing else.
//!
//! Every type here is plain data: text that is already worded, addresses that already hold
//! the site's path. A template needs no lookup and no arithmetic, and what a page shows can be
//! digested as one value. Strings are *not* escaped (templates do that), except `body` and
//! `text_html`, which are finished HTML and say so.
//!
//! A template is given `site` ([`Chrome`]), `page` ([`Head`]) and one more name that is the page
//! kind's (see [`View`]); also `masthead` and `foot`, the finished HTML of the components of
//! these names, which many pages share.

pub mod body;
mod card;
pub mod context;
mod date;
pub mod date_text;
pub mod deps;
pub mod history;
mod labels;
pub mod language;
pub mod lists;
mod picture;
pub mod site_css;
pub mod slots;
pub mod storyline;
pub mod structured;
pub mod timeline;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use serde::Serialize;

use deps::BodyRef;
use language::Alternate;
use slots::{Comments, NoticeBar, SponsorSlot};

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
    #[serde(skip)]
    pub entries: Html<Vec<Arc<SharedCard>>>,
}

/// What a template sees as finished HTML. A view holds what that HTML is made of; rendering gives
/// the template the HTML under the name of the field.
#[derive(Debug, Clone, Default)]
pub struct Html<T>(pub T);

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

impl Timeline {
    pub fn groups(&self) -> impl Iterator<Item = &Group> {
        self.years.iter().flat_map(|year| &year.groups)
    }
}

/// What a template sees of one page, under the name that its kind gives: plain data, with what
/// its finished HTML is made of.
pub trait View: Serialized + fmt::Debug + Send + Sync {
    /// Its field `timeline`.
    fn timeline(&self) -> Option<&Timeline> {
        None
    }

    /// Its field `body`: the text of the page, where it has one.
    fn body(&self) -> Option<&Html<Option<BodyRef>>> {
        None
    }

    /// Its field `related`.
    fn related(&self) -> Option<&Html<Vec<Arc<SharedLink>>>> {
        None
    }

    /// Address and label of the term whose page this is.
    fn own_term(&self) -> Option<(&str, &str)> {
        None
    }
}

/// A view as templates take it, and as a page's key takes it.
pub trait Serialized {
    fn value(&self) -> tera::Value;

    fn json(&self) -> Vec<u8>;
}

impl<T: Serialize> Serialized for T {
    fn value(&self) -> tera::Value {
        tera::Value::from_serializable(self)
    }

    fn json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect(SERIALISE)
    }
}

/// A page with nothing of its own.
#[derive(Debug, Serialize)]
pub struct Nothing;

impl View for Nothing {}

#[derive(Debug, Clone, Default, Serialize)]
pub struct PublishedCard {
    pub published: Stamp,
    pub card: Card,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct MonthLink {
    pub label: String,
    pub url: Option<String>,
    pub count: usize,
    pub current: bool,
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
