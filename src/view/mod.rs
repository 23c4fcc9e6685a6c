//! What templates see, and nothing else.
//!
//! Every type here is plain data: text that is already formatted, addresses that already include
//! the site's base path. A template needs no lookup and no arithmetic, and the contents of a page
//! can be digested as one value. Strings are *not* escaped (templates do that), except finished
//! HTML, which is documented as such.
//!
//! A template gets `site` ([`Chrome`]), `page` ([`Head`]) and one more name, which depends on the
//! kind of page (see [`View`]); also `masthead` and `foot`, the finished HTML of the components of
//! these names, which many pages share.

pub mod body;
mod card;
pub mod changes;
pub mod chart_file;
pub mod comparison;
pub mod context;
pub mod csv;
mod date;
pub mod date_text;
pub mod density;
pub mod deps;
pub mod drawing;
pub mod embed;
pub mod history;
mod labels;
mod lane_days;
pub mod lane_rows;
pub mod lanes;
pub mod language;
pub mod lists;
pub mod mail;
pub mod picture;
mod promises;
pub mod rows;
pub mod share_card;
pub mod site_css;
pub mod slips;
pub mod slots;
pub mod story_chart;
pub mod storyline;
pub mod structured;
pub mod timeline;
pub mod twin;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use serde::Serialize;

use density::DensityView;
use deps::BodyRef;
use embed::EmbedCode;
use lanes::LanesView;
use language::{Alternate, LanguageLink};
use slips::SlipsView;
use slots::{Comments, NoticeBar, SponsorSlot};
use story_chart::StoryChartView;

/// What every page shares: masthead, menu, foot.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Chrome {
    pub title: String,
    pub description: Option<String>,
    /// BCP 47, for `<html lang>`: the language of the page's interface.
    pub lang: String,
    /// Whether the language is written from right to left, for `<html dir>`.
    pub rtl: bool,
    /// The digits of the page's numbers, as CLDR names them: `latn`, `arab`, `deva` …
    pub digits: String,
    /// Address of the front page, `/` or `/news/`.
    pub home: String,
    /// Address of the style sheet, fingerprinted.
    pub css: String,
    /// Address of the site's own style sheet, `custom.css`, fingerprinted; its rules come after.
    pub custom_css: Option<String>,
    /// Address of the script that keeps the reader's choice of light or dark, fingerprinted.
    pub look: String,
    /// Address of the favicon: the site's own or a generated one.
    pub favicon: Option<String>,
    /// Address of the logo, if the site has one.
    pub logo: Option<String>,
    /// Address of `/explore/`, if the site has it: the target of the search form.
    pub explore: Option<String>,
    pub menu: Vec<Link>,
    pub foot: Vec<Link>,
    /// The owner's links to other sites (`links` in `site.yaml`).
    pub links: Vec<Link>,
    pub publisher: Option<String>,
    /// Address of the publisher's corrections policy; none if `foot` already links to it.
    pub corrections_policy: Option<String>,
    /// Address of the page about who makes the site; none if `foot` already links to it.
    pub masthead: Option<String>,
    /// Where readers report an error (`mailto:` or a web address).
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
    /// `front`, `year`, `month`, `article`, `embed`, `expired`, `taxonomy`, `term`, `term-year`, `choice`,
    /// `facet-index`, `stance-index`, `lanes`, `explore`, `days`, `day`, `new`, `stories`, `storyline`,
    /// `expectations`, `corrections`, `standing`, `redirect` or `not-found`; also a class of
    /// `<body>`, and of no other element.
    pub kind: &'static str,
    /// Without the site's title.
    pub title: String,
    pub description: Option<String>,
    /// Absolute address of this page.
    pub canonical: String,
    /// Language, if it differs from the site's.
    pub lang: Option<String>,
    /// Whether search engines should skip the page (404, redirects).
    pub noindex: bool,
    /// Feeds for the content of this page; the site's own is not among them.
    pub feeds: Vec<Link>,
    /// The content of this page as files of other formats: JSON Feed, calendar.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileLink>,
    /// How other sites show this page in a frame; none unless `features.embeds` is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embed: Option<EmbedCode>,
    /// Address of the menu item that this page belongs to.
    pub section: Option<String>,
    /// All language versions of the page, including itself; empty if there is only one.
    pub alternates: Vec<Alternate>,
    /// The menu of languages; empty unless the site has several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<LanguageLink>,
    /// The other languages in which there is this page, in Open Graph's form: `pt_BR`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_locales: Vec<String>,
    /// Absolute address of the page's picture, or else of the site's (`identity.share_image`).
    pub image: Option<String>,
    /// Alternative text of the picture; none for the site's.
    pub image_alt: Option<String>,
    /// Language in Open Graph's form: `pt_BR`.
    pub locale: String,
    /// Address of the tracking pixel that counts a visit, if the site counts them.
    pub counter: Option<String>,
    /// What the search field of the masthead says: "Search 61 entries"; only on the front page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search_hint: Option<String>,
    /// Finished JSON-LD for a script element; none on pages that search engines should skip.
    pub json_ld: Option<String>,
}

/// The content of a page as a file of another format.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FileLink {
    /// `application/feed+json`, `text/calendar`.
    pub media_type: &'static str,
    /// Its name.
    pub title: String,
    /// Its address.
    pub url: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Link {
    pub label: String,
    /// Its address; within the site, including the base path.
    pub url: String,
    /// `rel` of an owner's link.
    #[serde(default)]
    pub rel: Option<String>,
    /// In a site with several languages, the language of the label, if it is not that of the
    /// edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// A formatted date. Never more exact than what the editor wrote.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DateView {
    /// In full: "Tuesday 9 December 2025", or the editor's `wording`.
    pub text: String,
    /// "9 Dec 2025".
    pub short: String,
    /// For the date column, below a heading that names the year (and month): "Tue 9".
    pub spine: String,
    /// Canonical EDTF, for `data-edtf`.
    pub edtf: Option<String>,
    /// Value for `<time datetime>`; if none, print the text without `<time>`.
    pub datetime: Option<String>,
    /// The date in the `calendar` of `site.yaml`: "3 Azar 1403". `text` has both.
    pub calendar: Option<String>,
    /// The editor's `wording` of a date that is known too; `text` is the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    /// `exact`, `partial`, `approximate`, `range` or `undated`.
    pub mark: &'static str,
    /// For `phrase`, which word stands before it: `day`, `month`, `quarter`, `half`, `season`, `year`,
    /// `years`, `decade`, `century`, `range`, `open`, `choice`, `doubted`; `words` of an editor.
    pub kind: &'static str,
}

/// An instant: of publication, of an update.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Stamp {
    /// "12 December 2025, 16:00 WIB".
    pub text: String,
    /// RFC 3339 with the offset as written, or a day, for `<time datetime>`. `None` if the year is
    /// not within 1 to 9999.
    pub iso: Option<String>,
}

/// A value from a closed list: a certainty, a status, a kind.
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
    /// `solid`, `dots`, `stripes`, `hatch` … to distinguish stances without colour.
    pub pattern: Option<String>,
    pub about: Option<String>,
    /// Position on the scale, from 0; of a scale of more than six, the one of six as which it is drawn.
    pub step: usize,
    /// Rumoured or disputed, or of an expected entry.
    pub tentative: bool,
    /// Of an expected entry: a plan, which is never the present stance.
    pub planned: bool,
    /// "(reported)", "(planned)"; none if the stance was taken and nothing is in doubt.
    pub qualifier: Option<String>,
    /// On an article's page: "Reported 9 Dec 2025:"; none for a firm stance that is still held.
    pub said: Option<String>,
    /// On an article's page: "now: Hybrid", with the entry that established it; none if the
    /// organisation still holds this stance.
    pub now: Option<Link>,
}

/// One entry in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Card {
    pub id: String,
    pub title: String,
    /// Address of the article, or of the entry's anchor in it.
    pub url: String,
    pub date: DateView,
    pub dek: Option<String>,
    pub lang: Option<String>,
    /// The own name of `lang`; none unless the site has several languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// None for plain news.
    pub kind: Option<Label>,
    /// None if confirmed.
    pub certainty: Option<Label>,
    /// None if it happened.
    pub status: Option<Label>,
    /// Expected, and its latest day has passed.
    pub overdue: bool,
    /// Of what is overdue: "Date passed; no report found, checked 28 Nov".
    pub passed: Option<String>,
    /// "about one quarter later", "at least 18 months later", "16 days earlier".
    pub delay: Option<String>,
    pub place: Option<String>,
    /// Those without a stance here; the others are in `stances`.
    pub organisations: Vec<Link>,
    pub stances: Vec<StanceView>,
    /// For an entry listed by an article: that article.
    pub article: Option<Link>,
    /// Publisher of the first source; of a later article's source, if that gave the date or the
    /// status.
    pub source: Option<String>,
    /// The same as a link: to the source, or to its number below the article.
    pub source_link: Option<Link>,
    /// When the source said so; only of what is expected, was cancelled, or was changed by a later
    /// article.
    pub said: Option<DateView>,
    /// The expectations that came true, or were called off, in this entry: "Promised by the end of
    /// 2025 (CNBC); put off twice; at least three months late". Each is a link to its history.
    pub promises: Vec<Link>,
    /// Number of sources.
    pub sources: usize,
    /// "and 2 more"; none if there is at most one source.
    pub more_sources: Option<String>,
    /// 1 to 5.
    pub importance: u8,
    /// Whether the article has a correction.
    pub corrected: bool,
    /// Whether it is one line, because the page leads with it: without dek, organisations and promises.
    #[serde(skip_serializing_if = "is_false")]
    pub brief: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // As serde asks for.
fn is_false(value: &bool) -> bool {
    !*value
}

/// Entries grouped by year and month, in the order of the model.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Timeline {
    pub years: Vec<YearGroup>,
    /// Expected entries without any date, last.
    pub undated: Vec<Card>,
    /// Explainers without a date, which are not events.
    pub background: Vec<Card>,
    /// Number of entries on this page, without the articles in `background`.
    pub count: usize,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct YearGroup {
    /// "2025", or "The 1990s".
    pub heading: String,
    /// For `id=`: `y-2025`.
    pub anchor: String,
    /// Address of the year's page, if there is one and it is not this page.
    pub url: Option<String>,
    pub groups: Vec<Group>,
}

/// A month, or the entries at the end of a month, a year or a decade whose dates are less exact.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Group {
    /// "December 2025", or "December 2025, day unknown".
    pub heading: String,
    /// Below the heading of the year, which it does not repeat: "December", "December, day unknown",
    /// "Month unknown".
    pub short: String,
    pub anchor: String,
    pub url: Option<String>,
    /// Ends a period: its entries are dated less exactly than that period.
    pub closing: bool,
    /// On the front page: beyond what a phone shows.
    #[serde(skip_serializing_if = "is_false")]
    pub beyond: bool,
    /// On the front page: continues the group before it, and has no heading of its own.
    #[serde(skip_serializing_if = "is_false")]
    pub continued: bool,
    /// Number of entries in this group.
    pub count: usize,
    /// Finished HTML: the entries, each rendered by the component `card`. A term's page omits the
    /// link to that term, if the component writes the link as the default theme does.
    #[serde(skip)]
    pub entries: Html<Vec<Arc<SharedCard>>>,
}

/// A field that templates see as finished HTML. A view holds what the HTML is made from; rendering
/// passes the HTML to the template under the name of the field.
#[derive(Debug, Clone, Default)]
pub struct Html<T>(pub T);

/// A card that is the same on several pages, with its heading level.
#[derive(Debug)]
pub struct SharedCard {
    pub card: Shared<(Card, u8)>,
    /// Addresses of the organisations that it lists without a stance.
    pub organisations: Box<[Box<str>]>,
    /// For an entry listed by an article: the address of that article.
    pub article: Option<Box<str>>,
}

impl SharedCard {
    pub fn new(card: Card, level: u8) -> Self {
        let urls = card.organisations.iter().map(|link| link.url.as_str());
        Self {
            organisations: urls.map(Box::from).collect(),
            article: card.article.as_ref().map(|link| link.url.as_str().into()),
            card: Shared::new((card, level)),
        }
    }
}

/// A link that is the same in several articles.
pub type SharedLink = Shared<CardLink>;

/// A view shared by all pages, with its digest.
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

    /// Digest of the whole view; represents the view in the keys of pages.
    pub fn digest(&self) -> [u8; 16] {
        self.digest
    }
}

/// A view shared by several pages. Its HTML is rendered once, and then the view is dropped to save
/// memory: a large site has very many of them.
#[derive(Debug)]
pub struct Shared<T> {
    digest: [u8; 16],
    html: OnceLock<Box<str>>,
    /// `None` once the HTML exists.
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

    /// Digest of the whole view; represents the view in the keys of pages.
    pub fn digest(&self) -> [u8; 16] {
        self.digest
    }

    /// Calls `inspect` on the view; `None` once its HTML has been rendered.
    pub fn inspect_view<R>(&self, inspect: impl FnOnce(&T) -> R) -> Option<R> {
        self.locked().as_deref().map(inspect)
    }

    /// Returns the HTML; the first call renders it with `make`.
    ///
    /// # Errors
    ///
    /// Those of `make`.
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

    /// The content as text: as JSON, or as HTML once that has been rendered.
    pub fn written(&self) -> String {
        let json = self.inspect_view(|view| serde_json::to_string(view).expect(SERIALISE));
        json.unwrap_or_else(|| {
            self.html
                .get()
                .map_or_else(String::new, |html| html.to_string())
        })
    }

    /// Ignores poisoning: a thread that panicked during rendering left the view unchanged.
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
    /// How many articles without an event use it.
    pub articles: usize,
}

impl Timeline {
    pub fn groups(&self) -> impl Iterator<Item = &Group> {
        self.years.iter().flat_map(|year| &year.groups)
    }
}

/// What a template sees of one page, under the name that its kind defines: plain data, and what its
/// finished HTML is made from.
pub trait View: Serialized + fmt::Debug + Send + Sync {
    /// Its field `timeline`.
    fn timeline(&self) -> Option<&Timeline> {
        None
    }

    /// Its field `body`: the page's text, if it has one.
    fn body(&self) -> Option<&Html<Option<BodyRef>>> {
        None
    }

    /// Its field `related`.
    fn related(&self) -> Option<&Html<Vec<Arc<SharedLink>>>> {
        None
    }

    /// Its field `lanes`.
    fn lanes(&self) -> Option<&LanesView> {
        None
    }

    /// Its field `density_row`.
    fn density_row(&self) -> Option<&DensityView> {
        None
    }

    /// Its field `slips`.
    fn slips(&self) -> Option<&SlipsView> {
        None
    }

    /// Its field `chart`.
    fn chart(&self) -> Option<&StoryChartView> {
        None
    }

    /// On a term's page, address and label of that term.
    fn own_term(&self) -> Option<(&str, &str)> {
        None
    }
}

/// A view in the form for templates, and in the form for a page's key.
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

/// A page without a view.
#[derive(Debug, Serialize)]
pub struct Nothing;

impl View for Nothing {}

#[derive(Debug, Clone, Default, Serialize)]
pub struct PublishedCard {
    pub published: Stamp,
    /// The day of publication: "28 Nov 2026".
    pub added: Stamp,
    /// Whether the one before it in the list was published on the same day.
    pub same_day: bool,
    /// The article's picture; only of the one that leads the front page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<ImageView>,
    pub card: Card,
}

impl PublishedCard {
    /// Marks those that were published on the same day as the one before.
    pub fn group_by_day(cards: &mut [Self]) {
        for n in 1..cards.len() {
            cards[n].same_day = cards[n].added.text == cards[n - 1].added.text;
        }
    }
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
    /// Empty if the editor wrote none.
    pub alt: String,
    pub credit: Option<String>,
    pub caption: Option<String>,
    /// In pixels, if it can be read from the header of the file.
    pub width: Option<u32>,
    pub height: Option<u32>,
    /// Its other widths, for `srcset` of `<img>`; none unless `features.pictures` is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srcset: Option<String>,
    /// The same as WebP, for `srcset` of `<source>`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webp: Option<String>,
    /// How wide it is shown, for `sizes`; empty if it has no other widths.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub sizes: &'static str,
}

/// One line of an entry's history: a statement, and who made it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HistoryItem {
    /// "expected", "now expected", "happened", "cancelled", "confirmed" …, without the date.
    pub what: String,
    /// The id of the message that says it with the date, for `phrase`: `what-status-dated` …
    pub phrase: &'static str,
    /// Its `status` or `certainty`, if it has one.
    pub label: String,
    /// The date stated.
    pub date: Option<DateView>,
    /// When it was stated.
    pub on: Option<DateView>,
    pub article: Option<Link>,
    pub source: Option<Link>,
    /// "about one quarter later", "16 days earlier".
    pub delay: Option<String>,
    /// Whether a later target has replaced this one.
    pub superseded: bool,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct CorrectionView {
    pub date: DateView,
    pub kind: Label,
    pub text: String,
    /// The article, except on the article's own page.
    pub article: Option<Link>,
    /// In a site with several languages, that of the text, if it is not that of the edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// For `id=`.
    pub anchor: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct CardLink {
    pub title: String,
    pub url: String,
    /// The article's language, if it differs from that of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    pub date: Option<DateView>,
}

/// The pages of a long list. Numbered from the oldest, so that an address keeps its contents; the
/// newest has no number.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pager {
    /// This page's number; none for the newest.
    pub number: Option<usize>,
    pub newer: Option<Link>,
    pub older: Option<Link>,
    /// Every page, newest first, with its span of years.
    pub all: Vec<MonthLink>,
}
