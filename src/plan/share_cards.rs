//! Pictures that stand for pages where their links are shared.

use super::Plan;
use crate::content::article::ArticleId;
use crate::model::taxonomy::TermRef;

/// What a card stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardOf {
    Site,
    Article(ArticleId),
    Term(TermRef),
    /// Index in [`Storylines::stories`](crate::model::storyline::Storylines).
    Story(usize),
}

impl Plan {
    /// Route of the card of the page at a route: `launch/card.png`, `a.card.png`.
    pub fn card_route(page: &str) -> String {
        match Self::address(page) {
            folder if folder.is_empty() || folder.ends_with('/') => format!("{folder}card.png"),
            file => format!("{}.card.png", file.strip_suffix(".html").unwrap_or(file)),
        }
    }
}
