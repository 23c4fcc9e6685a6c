//! Articles that show only until a given time.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use foldhash::HashMap;

use crate::content::article::{Article, ArticleId};
use crate::content::date::day_begins;
use crate::content::front_matter::Moment;

/// Articles whose time is over. Only a notice is left at their addresses; they are on no list and
/// have no entries.
#[derive(Debug)]
pub struct Expired {
    articles: BTreeSet<ArticleId>,
    /// Ids of the entries that they list, for links.
    entries: HashMap<String, ArticleId>,
    /// The instant at which the next of the other articles expires.
    pub next: Option<DateTime<Utc>>,
}

impl Expired {
    pub(super) fn new(articles: &[Article], now: DateTime<Utc>, zone: Tz) -> Self {
        let ends = articles.iter().enumerate();
        let ends = ends.filter_map(|(i, a)| Some((ArticleId(i), end(a.front.expires?, zone)?)));
        let (over, to_come): (Vec<_>, Vec<_>) = ends.partition(|(_, end)| *end <= now);
        let entries = over.iter().flat_map(|(id, _)| {
            let listed = articles[id.0].front.entries.iter();
            listed.map(|listed| (listed.anchor_id(), *id))
        });
        Self {
            entries: entries.collect(),
            next: to_come.into_iter().map(|(_, end)| end).min(),
            articles: over.into_iter().map(|(id, _)| id).collect(),
        }
    }

    pub fn contains(&self, article: ArticleId) -> bool {
        self.articles.contains(&article)
    }

    pub fn iter(&self) -> impl Iterator<Item = ArticleId> {
        self.articles.iter().copied()
    }

    pub fn len(&self) -> usize {
        self.articles.len()
    }

    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The expired article that lists an entry of this id.
    pub fn entry(&self, id: &str) -> Option<ArticleId> {
        self.entries.get(id).copied()
    }
}

/// The first instant at which an article no longer shows. A day without a time is the last day on
/// which it shows.
fn end(expires: Moment, zone: Tz) -> Option<DateTime<Utc>> {
    if !expires.day_only {
        return Some(expires.at);
    }
    let day = expires.day(zone);
    day_begins(day.succ_opt()?, zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_expiry_is_the_last_on_which_it_shows() {
        let zone = Tz::Asia__Jakarta;
        let at = day_begins("2027-01-01".parse().unwrap(), zone).unwrap();
        let day = Moment {
            at,
            day_only: true,
            offset: None,
        };
        assert_eq!(
            end(day, zone).unwrap().to_rfc3339(),
            "2027-01-01T17:00:00+00:00"
        );
        let instant = Moment {
            at,
            day_only: false,
            offset: None,
        };
        assert_eq!(end(instant, zone), Some(at));
    }
}
