//! The order of articles in feeds.

use std::cmp::Reverse;
use std::ops::Range;

use chrono::NaiveDate;

use crate::content::article::{Article, ArticleId};
use crate::content::front_matter::Moment;
use crate::content::natural::NaturalId;
use crate::model::site::Site;

/// Number of articles in a full archive of the site's feed. Never changed: archives with the same
/// addresses would have other articles.
const ARCHIVED: usize = 100;

/// The articles of the site's feed, and how they are shared out between the feed and its archives
/// (RFC 5005, section 4).
#[derive(Debug, Default)]
pub struct FeedOrder {
    /// Latest first.
    articles: Vec<ArticleId>,
    /// The number of those in the feed itself.
    recent: usize,
}

impl FeedOrder {
    pub fn new(site: &Site) -> Self {
        let all = (0..site.articles.len()).map(ArticleId);
        let mut articles: Vec<ArticleId> = all.filter(|id| site.is_listed(*id)).collect();
        latest_first(site, &mut articles);
        Self {
            recent: site.config.feeds.entries.min(articles.len()),
            articles,
        }
    }

    /// Those in the feed, latest first.
    pub fn recent(&self) -> &[ArticleId] {
        &self.articles[..self.recent]
    }

    /// How many archives there are. The first has the oldest articles; all but the last are full,
    /// so that a new article changes no more than that one.
    pub fn archives(&self) -> usize {
        (self.articles.len() - self.recent).div_ceil(ARCHIVED)
    }

    /// Those in an archive, counted from 1, latest first.
    pub fn archived(&self, number: usize) -> &[ArticleId] {
        &self.articles[self.range(number)]
    }

    fn range(&self, number: usize) -> Range<usize> {
        let oldest = self.articles.len() - (number - 1) * ARCHIVED;
        oldest.saturating_sub(ARCHIVED).max(self.recent)..oldest
    }
}

/// Sorts articles by the instant that feeds give them.
pub fn latest_first(site: &Site, articles: &mut [ArticleId]) {
    articles.sort_by_cached_key(|id| {
        let article = site.article(*id);
        Reverse((feed_moment(site, article), NaturalId(article.id.clone())))
    });
}

/// The instant by which feeds sort an article: its publication, or else its last change, or else
/// the earliest day of its date.
pub fn feed_moment(site: &Site, article: &Article) -> Option<Moment> {
    let changed = article.changed(site.config.timezone);
    article
        .published()
        .or(changed)
        .or_else(|| dated(site, article))
}

/// Noon of the earliest day of an article's date.
pub fn dated(site: &Site, article: &Article) -> Option<Moment> {
    Some(noon(site, article.front.date.as_ref()?.value.earliest()?))
}

/// Noon of a day in the site's zone.
pub fn noon(site: &Site, day: NaiveDate) -> Moment {
    let noon = day.and_hms_opt(12, 0, 0).expect("noon is a time");
    let at = noon
        .and_local_timezone(site.config.timezone)
        .earliest()
        .map_or_else(|| noon.and_utc(), |at| at.to_utc());
    Moment {
        at,
        day_only: true,
        offset: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feed_and_archives_have_every_article_once() {
        for (all, recent) in [
            (0, 0),
            (5, 5),
            (20, 20),
            (21, 20),
            (120, 20),
            (121, 20),
            (2_000, 20),
        ] {
            let order = FeedOrder {
                articles: (0..all).map(ArticleId).collect(),
                recent,
            };
            let mut seen = order.recent().to_vec();
            for number in (1..=order.archives()).rev() {
                let here = order.archived(number);
                assert!(
                    !here.is_empty() && here.len() <= ARCHIVED,
                    "{all}: {number}"
                );
                seen.extend(here);
            }
            assert_eq!(seen, order.articles, "{all}");
        }
    }

    #[test]
    fn a_new_article_changes_only_the_last_archive() {
        let order = |all: usize| FeedOrder {
            articles: (0..all).rev().map(ArticleId).collect(),
            recent: 20,
        };
        let (before, after) = (order(350), order(351));
        for number in 1..before.archives() {
            assert_eq!(before.archived(number), after.archived(number));
        }
    }
}
