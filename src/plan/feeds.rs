//! Which feeds there are.

use crate::config::TermFeeds;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;

/// What a feed is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedOf {
    Site,
    Term(TermRef),
    /// Index in [`Storylines::stories`](crate::model::storyline::Storylines).
    Story(usize),
    Corrections,
}

/// The format of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedForm {
    Atom,
    Json,
}

impl FeedOf {
    /// Whether the feed has the text of its articles, not only a summary.
    pub fn is_full(self, site: &Site) -> bool {
        let feeds = &site.config.feeds;
        let terms = match feeds.terms {
            TermFeeds::Full => true,
            TermFeeds::Auto => site.articles.len() <= TermFeeds::AUTO_FULL,
            TermFeeds::Summary | TermFeeds::None => false,
        };
        feeds.full_content
            && match self {
                FeedOf::Term(_) => terms,
                // An entry is a correction.
                FeedOf::Corrections => false,
                FeedOf::Site | FeedOf::Story(_) => true,
            }
    }

    /// The formats in which a feed exists.
    pub fn forms(self, site: &Site) -> impl Iterator<Item = FeedForm> + use<> {
        let json = site.config.features.json_feeds || !matches!(self, FeedOf::Term(_));
        [FeedForm::Atom]
            .into_iter()
            .chain(json.then_some(FeedForm::Json))
    }
}

impl FeedForm {
    /// Route of a feed in a folder, which ends with a slash or is empty.
    pub fn in_folder(self, folder: &str) -> String {
        match self {
            FeedForm::Atom => format!("{folder}feed.xml"),
            FeedForm::Json => format!("{folder}feed.json"),
        }
    }
}
