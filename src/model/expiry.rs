//! Articles that stand for a time only.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::site::anchor_id;
use crate::content::article::{Article, ArticleId};
use crate::content::date::day_begins;
use crate::content::front_matter::Moment;

/// Articles whose time is over: a notice stands at their address, and nothing else of them
/// anywhere.
#[derive(Debug, Default)]
pub struct Expired {
    articles: BTreeSet<ArticleId>,
    /// Ids of their entries, for links.
    entries: HashMap<String, ArticleId>,
    /// When the next of the others expires.
    pub next: Option<DateTime<Utc>>,
}

impl Expired {
    pub(super) fn new(articles: &[Article], now: DateTime<Utc>, zone: Tz) -> Self {
        let mut expired = Self::default();
        for (i, article) in articles.iter().enumerate() {
            let Some(end) = article.front.expires.and_then(|e| end(e, zone)) else {
                continue;
            };
            if end > now {
                expired.next = Some(expired.next.map_or(end, |next| next.min(end)));
                continue;
            }
            expired.articles.insert(ArticleId(i));
            let ids = article.front.entries.iter().map(anchor_id);
            let ids = ids.map(|id| (id, ArticleId(i)));
            expired.entries.extend(ids);
        }
        expired
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

    /// The article that had an entry of this id.
    pub fn entry(&self, id: &str) -> Option<ArticleId> {
        self.entries.get(id).copied()
    }
}

/// From when on it is over: at the instant, as a scheduled article shows at its own; or when the
/// day has passed.
fn end(expires: Moment, zone: Tz) -> Option<DateTime<Utc>> {
    if !expires.day_only {
        return Some(expires.at);
    }
    let day = expires.at.with_timezone(&zone).date_naive();
    day_begins(day.succ_opt()?, zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_expiry_is_the_last_on_which_it_shows() {
        let zone = Tz::Asia__Jakarta;
        let at = day_begins("2027-01-01".parse().unwrap(), zone).unwrap();
        let day = Moment { at, day_only: true };
        assert_eq!(
            end(day, zone).unwrap().to_rfc3339(),
            "2027-01-01T17:00:00+00:00"
        );
        let instant = Moment {
            at,
            day_only: false,
        };
        assert_eq!(end(instant, zone), Some(at));
    }
}
