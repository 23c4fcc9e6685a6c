//! Pages that other sites may show in a frame, and what oEmbed says of them.

use super::Plan;
use crate::content::article::ArticleId;
use crate::model::entry::EntryId;
use crate::model::taxonomy::TermRef;

/// What an embeddable page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmbedOf {
    Article(ArticleId),
    /// An event that an article lists.
    Entry(EntryId),
    Term(TermRef),
    /// Index in [`Storylines::stories`](crate::model::storyline::Storylines).
    Story(usize),
}

impl EmbedOf {
    /// Width and height of the frame: an event is as wide as a film, a list is higher.
    pub fn size(self) -> (u32, u32) {
        match self {
            EmbedOf::Article(_) | EmbedOf::Entry(_) => (600, 338),
            EmbedOf::Term(_) | EmbedOf::Story(_) => (600, 450),
        }
    }

    /// The ratio of both, as CSS has it.
    pub fn ratio(self) -> &'static str {
        match self {
            EmbedOf::Article(_) | EmbedOf::Entry(_) => "16/9",
            EmbedOf::Term(_) | EmbedOf::Story(_) => "4/3",
        }
    }
}

impl Plan {
    /// The folder of all embeddable pages, in which alone framing is allowed.
    pub const EMBEDS: &str = "embed/";

    /// Route in the whole site of the embeddable page for the page at a route of the whole site;
    /// with `entry`, for the event of that id on it.
    pub fn embed_route(of: &str, entry: Option<&str>) -> String {
        match entry {
            Some(id) => format!("{}{}{id}/index.html", Self::EMBEDS, Self::folder_of(of)),
            None => format!("{}{of}", Self::EMBEDS),
        }
    }

    /// Route of what oEmbed says of the embeddable page at a route.
    pub fn oembed_route(embed: &str) -> String {
        format!("{}oembed.json", Self::folder_of(embed))
    }

    /// `a/b/` of `a/b/index.html`, and of `a/b.html`.
    fn folder_of(route: &str) -> String {
        match Self::address(route) {
            folder if folder.ends_with('/') || folder.is_empty() => folder.to_owned(),
            file => format!("{}/", file.strip_suffix(".html").unwrap_or(file)),
        }
    }
}
