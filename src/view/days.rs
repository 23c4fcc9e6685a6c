//! Views of the days of the year, and of what is new.

use chrono::Datelike;

use super::card::{Detail, ViewContext};
use super::{DaysOfMonth, DaysView, Link, MonthLink, NewView, Period, PublishedMonth};
use crate::plan::Plan;

/// Days of a month, of a leap year's February.
fn days_in(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl ViewContext<'_> {
    /// Every day of the year, a leap year's.
    pub fn days(&self) -> DaysView {
        let days = &self.plan.facet_lists.days;
        let month = |month: u8| {
            let day = |day: u8| {
                let count = days.get(&(month, day)).map_or(0, Vec::len);
                MonthLink {
                    label: day.to_string(),
                    url: (count > 0).then(|| self.href(&Plan::day_route(month, day))),
                    count,
                    current: false,
                }
            };
            DaysOfMonth {
                heading: self.messages.month_name(month).to_owned(),
                days: (1..=days_in(month)).map(day).collect(),
            }
        };
        DaysView {
            months: (1..=12).map(month).collect(),
        }
    }

    /// What happened on one day of any year.
    pub fn day_of_year(&self, month: u8, day: u8) -> Period {
        let days = &self.plan.facet_lists.days;
        let entries = days.get(&(month, day)).map_or(&[][..], Vec::as_slice);
        let link = |(month, day): (u8, u8)| Link {
            label: self.messages.day_of_year(month, day),
            url: self.href(&Plan::day_route(month, day)),
            rel: None,
        };
        let here = self.href(&Plan::day_route(month, day));
        Period {
            heading: self.messages.day_of_year(month, day),
            year: Some(Link {
                label: self.messages.say("on-this-day").to_owned(),
                url: self.href(Plan::DAYS),
                rel: None,
            }),
            timeline: self.timeline(entries, &here, Detail::Full, 3),
            previous: days
                .range(..(month, day))
                .next_back()
                .map(|(d, _)| link(*d)),
            next: days.range((month, day)..).nth(1).map(|(d, _)| link(*d)),
            ..Period::default()
        }
    }

    /// What was published last, by the month of its publication.
    pub fn new_here(&self) -> NewView {
        let zone = self.site.config.timezone;
        let mut months: Vec<PublishedMonth> = Vec::new();
        let published = self.site.published.iter();
        let cards = published.filter_map(|id| {
            let published = self.site.article(*id).published()?;
            let day = published.at.with_timezone(&zone).date_naive();
            let heading = self
                .messages
                .month_year(day.year(), u8::try_from(day.month()).ok()?);
            Some((heading, self.published_card(*id)?))
        });
        for (heading, card) in cards.take(self.site.config.per_page) {
            match months.last_mut().filter(|month| month.heading == heading) {
                Some(month) => month.items.push(card),
                None => months.push(PublishedMonth {
                    heading,
                    items: vec![card],
                }),
            }
        }
        NewView { months }
    }
}
