//! Front matter of articles and static pages, validated as far as possible without other files.

use chrono::{DateTime, FixedOffset, NaiveDate, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use super::citation::Citation;
use super::date::EventDate;
use super::event::{Facts, ListedEvent, Relations, Slip, Update};
use super::extra::Extra;
use super::picture::Image;
use crate::source::At;

/// Front matter of an article, validated as far as possible without other files.
#[derive(Debug, Clone)]
pub struct FrontMatter {
    pub id: Option<At<String>>,
    pub title: At<String>,
    pub kind: ArticleKind,
    pub date: Option<At<EventDate>>,
    pub wording: Option<String>,
    pub published: Option<Moment>,
    pub updated: Option<Moment>,
    pub place: Option<String>,
    pub lang: Option<String>,
    pub summary: Option<String>,
    pub facts: Facts,
    pub order: Option<i32>,
    pub slug: Option<At<String>>,
    /// A fixed address: the route of the article's page, regardless of the site's permalink
    /// pattern.
    pub address: Option<At<String>>,
    pub aliases: Vec<At<String>>,
    pub sources: Vec<Citation>,
    pub entries: Vec<ListedEvent>,
    pub slipped: Vec<Slip>,
    /// When the desk last looked for news of the event.
    pub checked: Option<At<EventDate>>,
    pub updates: Vec<Update>,
    pub corrections: Vec<Correction>,
    pub draft: bool,
    /// After this time, the article's address shows only a notice.
    pub expires: Option<Moment>,
    /// Id of the article that this one translates.
    pub translation_of: Option<At<String>>,
    pub image: Option<Box<Image>>,
    pub relations: Relations,
    /// Keys that Dateline does not know, and values that it could not read.
    pub extra: Extra,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ArticleKind {
    #[default]
    News,
    Analysis,
    Opinion,
    /// Needs no date.
    Explainer,
}

impl ArticleKind {
    pub fn id(self) -> &'static str {
        match self {
            ArticleKind::News => "news",
            ArticleKind::Analysis => "analysis",
            ArticleKind::Opinion => "opinion",
            ArticleKind::Explainer => "explainer",
        }
    }
}

/// An instant of publication or change, or just its day if no time was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// If `day_only`, the start of that day in the site's zone.
    pub at: DateTime<Utc>,
    pub day_only: bool,
    /// The offset from UTC as written, in seconds; `None` if the time is in the site's zone.
    pub offset: Option<i32>,
}

impl Moment {
    /// Returns the instant with its offset: as written, otherwise that of the site's zone.
    pub fn local(self, site: Tz) -> DateTime<FixedOffset> {
        let own = self.offset.and_then(FixedOffset::east_opt);
        let offset =
            own.unwrap_or_else(|| site.offset_from_utc_datetime(&self.at.naive_utc()).fix());
        self.at.with_timezone(&offset)
    }

    /// Returns the local day: as written, whatever the site's zone.
    pub fn day(self, site: Tz) -> NaiveDate {
        self.local(site).date_naive()
    }
}

/// Front matter of a static page.
#[derive(Debug, Clone)]
pub struct PageMatter {
    pub title: At<String>,
    pub summary: Option<String>,
    pub slug: Option<At<String>>,
    /// A fixed address: the route of the page.
    pub address: Option<At<String>>,
    pub updated: Option<Moment>,
    /// BCP 47; `None`: the site's.
    pub lang: Option<String>,
    /// The name of the same page in another language.
    pub translation_of: Option<At<String>>,
    pub draft: bool,
    /// Keys that Dateline does not know.
    pub extra: Extra,
}

#[derive(Debug, Clone)]
pub struct Correction {
    pub date: At<EventDate>,
    pub kind: CorrectionKind,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CorrectionKind {
    Correction,
    Clarification,
    EditorsNote,
    Retraction,
}

impl CorrectionKind {
    pub fn id(self) -> &'static str {
        match self {
            CorrectionKind::Correction => "correction",
            CorrectionKind::Clarification => "clarification",
            CorrectionKind::EditorsNote => "editors-note",
            CorrectionKind::Retraction => "retraction",
        }
    }
}
