//! Views of the ways to look besides periods and terms: every list there is, the days of the year,
//! what is new.

use chrono::Datelike;

use super::card::{Detail, Whole};
use super::lists::POPULAR;
use super::{
    DaysOfMonth, DaysView, ExploreView, Link, MonthLink, NewView, Period, PublishedMonth,
    RelatedTerms, TermView, TermsOf,
};
use crate::plan::{Choice, Plan};

/// Days of a month, of a leap year's February.
fn days_in(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Whole<'_> {
    pub fn explore(&self) -> ExploreView {
        let config = &self.site.config;
        let list = |(route, id): &(&str, &str)| {
            self.plan.find(route).map(|_| Link {
                label: self.words.say(id).to_owned(),
                url: self.href(route),
                rel: None,
            })
        };
        let lists = [
            (Plan::NEW, "new-here"),
            ("expected/index.html", "expected"),
            (Plan::STORIES, "stories"),
            (Plan::DAYS, "on-this-day"),
            ("corrections/index.html", "corrections"),
        ];
        let years = self.plan.periods.years.iter().rev();
        let mut choices: Vec<RelatedTerms> = Vec::new();
        for (choice, entries) in &self.plan.choices.lists {
            let (kind, label) = self.choice_words(*choice);
            let label = label.to_owned();
            let term = TermView {
                label,
                url: self.href(&choice.route(config)),
                count: entries.len(),
            };
            match choices.last_mut().filter(|last| last.label == kind) {
                Some(last) => last.terms.push(term),
                None => choices.push(RelatedTerms {
                    label: kind.to_owned(),
                    terms: vec![term],
                }),
            }
        }
        let taxonomies = (0..self.site.taxonomies.len()).filter_map(|t| {
            let mut terms = self.by_count(t);
            let count = terms.len();
            terms.truncate(POPULAR);
            (count > 0).then(|| TermsOf {
                all: Link {
                    label: self.taxonomy_title(t).to_owned(),
                    url: self.href(&format!("{}/index.html", config.taxonomies[t].id)),
                    rel: None,
                },
                terms,
                count,
            })
        });
        ExploreView {
            lists: lists.iter().filter_map(list).collect(),
            years: years
                .map(|(year, entries)| TermView {
                    label: self.words.year(*year),
                    url: self.href(&Plan::year_route(*year)),
                    count: entries.len(),
                })
                .collect(),
            choices,
            taxonomies: taxonomies.collect(),
        }
    }

    /// What kind of choice it is, and the choice.
    pub(super) fn choice_words(&self, choice: Choice) -> (&str, &str) {
        match choice {
            Choice::Status(n) => (self.words.say("choice-status"), self.status_label(n)),
            Choice::Certainty(n) => (self.words.say("choice-certainty"), self.certainty_label(n)),
            Choice::Stance(n) => {
                let stance = &self.site.config.stances[n];
                (self.words.say("choice-stance"), stance.label.as_str())
            }
        }
    }

    /// Every day of the year, a leap year's.
    pub fn days(&self) -> DaysView {
        let days = &self.plan.choices.days;
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
                heading: self.words.month_name(month).to_owned(),
                days: (1..=days_in(month)).map(day).collect(),
            }
        };
        DaysView {
            months: (1..=12).map(month).collect(),
        }
    }

    /// What happened on one day of any year.
    pub fn day_of_year(&self, month: u8, day: u8) -> Period {
        let days = &self.plan.choices.days;
        let entries = days.get(&(month, day)).map_or(&[][..], Vec::as_slice);
        let link = |(month, day): (u8, u8)| Link {
            label: self.words.day_of_year(month, day),
            url: self.href(&Plan::day_route(month, day)),
            rel: None,
        };
        let here = self.href(&Plan::day_route(month, day));
        Period {
            heading: self.words.day_of_year(month, day),
            year: Some(Link {
                label: self.words.say("on-this-day").to_owned(),
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
                .words
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
