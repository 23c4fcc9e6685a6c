//! The lint of years that look like those of another calendar.
//!
//! A year alone proves nothing: 1403 is a year of the Middle Ages, and of the present in Iran. So
//! the article and its neighbours are asked: the language, the day of publication, the dates of the
//! sources, and where the other dates of the site lie.

use chrono::{Datelike, NaiveDate};

use super::LintContext;
use super::date::written;
use crate::content::article::Article;
use crate::content::date::calendar::Calendar;
use crate::content::date::{EventDate, Mark, Precision};
use crate::diagnostic::Sink;
use crate::model::entry::Entry;
use crate::model::site::Site;

const CODE: &str = "other-calendar";

/// How much evidence a report needs.
const ENOUGH: i32 = 3;

/// Reports dates in years of another calendar.
pub(super) fn other_calendar(ctx: &LintContext<'_>, sink: &mut Sink) {
    let is_candidate = |entry: &&Entry| {
        first_year(entry).is_some_and(|year| Calendar::of_year(year).next().is_some())
    };
    if !ctx.wants(CODE) || !ctx.entries().any(|entry| is_candidate(&entry)) {
        return;
    }
    let neighbours = Neighbours::of(ctx);
    for entry in ctx.entries().filter(is_candidate) {
        let (Some(year), Some(date)) = (first_year(entry), written(ctx.site, entry)) else {
            continue;
        };
        if first_day(&date.value).map(|day| day.year()) != Some(year) {
            continue;
        }
        let Some(calendar) = likely(ctx.site, entry, year, &neighbours) else {
            continue;
        };
        let (name, began) = (calendar.name(), calendar.began(year));
        let years = match calendar {
            Calendar::Buddhist => began.to_string(),
            _ => format!("{began} or {}", began + 1),
        };
        let message =
            format!("{year} looks like a year of the {name} calendar, which began in {began}");
        let d = ctx.found(CODE, message).map(|d| {
            d.at(date.span, "read as a Gregorian year").hint(format!(
                "write the Gregorian date, in {years}; or add to site.yaml `calendar: {}`, if dates are written in it, or `lint: {{{CODE}: off}}`, if {year} is right",
                calendar.id()
            ))
        });
        sink.extend(d);
    }
}

/// Returns the calendar for which there is enough evidence, and most.
fn likely(site: &Site, entry: &Entry, year: i32, neighbours: &Neighbours) -> Option<Calendar> {
    let article = site.article(entry.article);
    let today = site.today.year();
    let plausible = Calendar::of_year(year)
        .filter(|calendar| (1850..=today + 20).contains(&calendar.began(year)));
    let scored = plausible.map(|calendar| {
        let began = calendar.began(year);
        let lang = article
            .front
            .lang
            .as_deref()
            .unwrap_or(&site.config.language);
        let evidence = [
            (calendar.is_of(lang), 2),
            (is_near(site, article, began), 2),
            (is_far_ahead(entry, year, today), 2),
            (neighbours.are_modern_around(began), 1),
            (is_a_day(entry), 1),
            (neighbours.are_historical(), -3),
        ];
        let score: i32 = evidence
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, n)| n)
            .sum();
        (score, calendar)
    });
    // The first of equals.
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (best.0 >= ENOUGH).then_some(best.1)
}

/// Whether the article was published, or a source dated, in such a year or the one before or after.
fn is_near(site: &Site, article: &Article, began: i32) -> bool {
    let published = article.published().map(|p| p.day(site.config.timezone));
    let updated = article.front.updated.map(|u| u.day(site.config.timezone));
    let sources = article.front.sources.iter();
    let dates = sources.filter_map(|source| source.date.as_ref()?.earliest());
    let mut days = published.into_iter().chain(updated).chain(dates);
    days.any(|day| (began - 1..=began + 2).contains(&day.year()))
}

/// Whether the year is one that nobody would give a date in, unless it says that it is expected.
fn is_far_ahead(entry: &Entry, year: i32, today: i32) -> bool {
    year > today + 100 && entry.history.iter().all(|said| said.status.is_none())
}

fn is_a_day(entry: &Entry) -> bool {
    entry.date.as_ref().is_some_and(|date| {
        matches!(date.precision(), Precision::Day | Precision::Instant)
            && date.mark() == Mark::Exact
    })
}

fn first_year(entry: &Entry) -> Option<i32> {
    first_day(entry.date.as_ref()?).map(|day| day.year())
}

fn first_day(date: &EventDate) -> Option<NaiveDate> {
    date.earliest().or_else(|| date.latest())
}

/// The years of the other dates of a site.
#[derive(Debug, Default)]
struct Neighbours {
    /// From 1900 to soon: first, last, and how many.
    modern: Option<(i32, i32, usize)>,
    /// From 1000 to 1899, without years that may be of another calendar.
    historical: usize,
}

impl Neighbours {
    fn of(ctx: &LintContext<'_>) -> Self {
        let mut all = Self::default();
        let soon = ctx.site.today.year() + 20;
        for year in ctx.entries().filter_map(first_year) {
            if Calendar::of_year(year).next().is_some() {
                continue;
            }
            if (1900..=soon).contains(&year) {
                let (first, last, count) = all.modern.unwrap_or((year, year, 0));
                all.modern = Some((first.min(year), last.max(year), count + 1));
            } else if (1000..1900).contains(&year) {
                all.historical += 1;
            }
        }
        all
    }

    /// Whether nearly all lie around a year.
    fn are_modern_around(&self, year: i32) -> bool {
        self.modern.is_some_and(|(first, last, count)| {
            (first - 5..=last + 5).contains(&year) && count >= 2 * self.historical
        })
    }

    /// Whether this is a site of history.
    fn are_historical(&self) -> bool {
        let modern = self.modern.map_or(0, |(.., count)| count);
        self.historical >= 3 || (self.historical > 0 && 2 * self.historical >= modern)
    }
}
