//! Timelines for `TimelineJS`: of the site, of each term and of each storyline.
//!
//! A part of a date that nobody stated is left out; `display_date` has the date in words.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::data::json;
use super::planner::Planner;
use super::rows_file::RowsFile;
use super::{FILE, Kind, Output};
use crate::content::date::{EventDate, Precision};
use crate::messages::escaped;
use crate::model::entry::EntryId;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::plan::data::TimelineOf;
use crate::plan::{Page, Plan};
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::deps::Deps;

pub(super) const TIMELINE: Kind = Kind {
    name: "timeline",
    class: Class::List,
    whole: false,
    output: Output::Bytes(|ctx, planned| Deps::Text(timeline(ctx, of(&planned.page)).written(ctx))),
    rows: |ctx, planned| Some(timeline(ctx, of(&planned.page))),
    // Those of terms are claimed together with the terms.
    claim: |planner| {
        let stories = 0..planner.site.storylines.stories.len();
        for of in [TimelineOf::Site]
            .into_iter()
            .chain(stories.map(TimelineOf::Story))
        {
            claim(planner, Plan::timeline_route(planner.site, of), of);
        }
    },
    describe: |_, _| "a timeline for TimelineJS".to_owned(),
    ..FILE
};

fn of(page: &Page) -> TimelineOf {
    match page {
        Page::Timeline(of) => *of,
        page => page.is_not("a timeline for TimelineJS"),
    }
}

fn claim(planner: &mut Planner<'_>, route: String, of: TimelineOf) {
    let features = &planner.site.config.features;
    if features.data && features.timelines {
        planner.offer(route, Page::Timeline(of), "a timeline for TimelineJS");
    }
}

/// Claims the timeline of a term that has a feed, in its folder.
pub(super) fn claim_term(planner: &mut Planner<'_>, at: TermRef) {
    if Plan::has_outputs(planner.site, at) {
        let of = TimelineOf::Term(at);
        claim(planner, Plan::timeline_route(planner.site, of), of);
    }
}

/// The file. [`RowsFile`] has the events.
#[derive(Serialize)]
struct Timeline<'a> {
    title: Slide<'a>,
    events: [Event; 0],
}

#[derive(Serialize)]
struct Slide<'a> {
    text: TitleText<'a>,
}

#[derive(Serialize)]
struct TitleText<'a> {
    headline: &'a str,
}

#[derive(Serialize)]
struct Event {
    unique_id: String,
    start_date: Parts,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Parts>,
    display_date: String,
    text: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    media: Option<Media>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
}

/// HTML.
#[derive(Serialize)]
struct Text {
    headline: String,
    text: String,
}

#[derive(Serialize)]
struct Media {
    url: String,
    caption: String,
    credit: String,
    alt: String,
}

/// The known parts of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Parts {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u32>,
}

fn timeline<'a>(ctx: &ViewContext<'a>, of: TimelineOf) -> RowsFile<'a> {
    let site = ctx.site;
    let (title, mut entries): (Cow<'a, str>, Vec<EntryId>) = match of {
        TimelineOf::Site => ((&*site.config.title).into(), site.oldest.clone()),
        TimelineOf::Term(at) => {
            let term = site.term(at);
            let mut entries = term.entries.clone();
            entries.sort_by_key(|id| site.rank_oldest(*id));
            ((&*term.label).into(), entries)
        }
        TimelineOf::Story(n) => {
            let entries = site.storylines.stories[n].entries.clone();
            (site.story_title(n).into(), entries)
        }
    };
    entries.retain(|id| ends_of(site, *id).is_some());
    let timeline = json(&Timeline {
        title: Slide {
            text: TitleText { headline: &title },
        },
        events: [],
    });
    let row = |ctx: &ViewContext<'_>, id, out: &mut String| {
        out.push_str(&json(&event(ctx, id)));
    };
    RowsFile::json(&timeline, "events", entries.into(), Box::new(row))
}

/// `None` for an entry without a date, which has no place on a timeline.
fn ends_of(site: &Site, id: EntryId) -> Option<(Parts, Option<Parts>)> {
    ends(site.entry(id).date.as_ref()?)
}

fn event(ctx: &ViewContext<'_>, id: EntryId) -> Event {
    let entry = ctx.site.entry(id);
    let (start_date, end_date) = ends_of(ctx.site, id).expect("others have no row");
    let article = ctx.site.article(entry.article);
    let dek = match entry.listed {
        Some(n) => article.front.entries[n].summary.as_ref(),
        None => ctx.summary(entry.article),
    };
    let url = ctx.whole_address(&ctx.entry_href(entry));
    let date = ctx.date_view(entry.date.as_ref(), entry.wording.as_deref());
    let media = match entry.listed {
        None => ctx.image(entry.article),
        Some(_) => None,
    };
    let organisations = ctx.site.taxonomy("organisations");
    let mut terms = entry.terms.iter();
    let group = terms.find(|term| Some(term.taxonomy) == organisations);
    Event {
        unique_id: entry.id.clone(),
        start_date,
        end_date,
        display_date: escaped(&date.text).into_owned(),
        text: Text {
            headline: format!(
                "<a href=\"{}\">{}</a>",
                escaped(&url),
                escaped(ctx.title(entry))
            ),
            text: dek.map_or_else(String::new, |dek| format!("<p>{}</p>", escaped(dek))),
        },
        media: media.map(|image| Media {
            url: ctx.whole_address(&image.src),
            caption: escaped(&image.caption.unwrap_or_default()).into_owned(),
            credit: escaped(&image.credit.unwrap_or_default()).into_owned(),
            alt: image.alt,
        }),
        group: group.map(|term| ctx.site.term(*term).label.clone()),
    }
}

/// Start and end of a date, each as exact as it was stated; no end if it is the start.
fn ends(date: &EventDate) -> Option<(Parts, Option<Parts>)> {
    let position = date.position();
    let from = match date.precision() {
        Precision::Instant | Precision::Day | Precision::Month | Precision::Year => {
            let part = |n: Option<u8>| n.map(u32::from);
            let parts = Parts {
                year: position.year?,
                month: part(position.month),
                day: part(position.day),
            };
            return Some((parts, None));
        }
        precision => precision,
    };
    let (first, last) = date.window()?;
    let (start, end) = match from {
        // The months of a quarter or half are its definition; those of a season nobody stated.
        Precision::Quarter | Precision::Half => (month(first), month(last)),
        Precision::Interval => date
            .exactness()
            .map(|(a, b)| (part(first, a), part(last, b)))?,
        _ => (year(first), year(last)),
    };
    Some((start, Some(end).filter(|end| *end != start)))
}

fn part(day: NaiveDate, exactness: Precision) -> Parts {
    match exactness {
        Precision::Day | Precision::Instant => Parts {
            day: Some(day.day()),
            ..month(day)
        },
        Precision::Month | Precision::Quarter | Precision::Half => month(day),
        _ => year(day),
    }
}

fn month(day: NaiveDate) -> Parts {
    Parts {
        month: Some(day.month()),
        ..year(day)
    }
}

fn year(day: NaiveDate) -> Parts {
    Parts {
        year: day.year(),
        month: None,
        day: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, String) {
        let date = EventDate::parse(text, chrono_tz::UTC).expect("a date");
        let (start, end) = ends(&date).expect("a place");
        let json = |parts: Parts| serde_json::to_string(&parts).expect("JSON");
        (json(start), end.map(json).unwrap_or_default())
    }

    #[test]
    fn no_part_of_a_date_is_made_up() {
        for (text, start, end) in [
            ("2025-12-09", r#"{"year":2025,"month":12,"day":9}"#, ""),
            ("2025-12-09~", r#"{"year":2025,"month":12,"day":9}"#, ""),
            ("2025-12", r#"{"year":2025,"month":12}"#, ""),
            ("2025", r#"{"year":2025}"#, ""),
            ("-0043", r#"{"year":-43}"#, ""),
            (
                "2026-Q1",
                r#"{"year":2026,"month":1}"#,
                r#"{"year":2026,"month":3}"#,
            ),
            ("199X", r#"{"year":1990}"#, r#"{"year":1999}"#),
            ("1349-23", r#"{"year":1349}"#, ""),
            // A winter ends in the next year.
            ("1349-24", r#"{"year":1349}"#, r#"{"year":1350}"#),
            ("1349-21/1351-23", r#"{"year":1349}"#, r#"{"year":1351}"#),
            (
                "2025-03/2025-05-04",
                r#"{"year":2025,"month":3}"#,
                r#"{"year":2025,"month":5,"day":4}"#,
            ),
            ("2024/..", r#"{"year":2024}"#, ""),
            ("../2024-08", r#"{"year":2024,"month":8}"#, ""),
            ("[2024,2025]", r#"{"year":2024}"#, r#"{"year":2025}"#),
        ] {
            assert_eq!(read(text), (start.to_owned(), end.to_owned()), "{text}");
        }
    }
}
