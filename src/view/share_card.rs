//! What the picture says that stands for a page where its link is shared.

use serde::Serialize;

/// A card, as a preview of a link shows it.
#[derive(Debug, Default, Serialize)]
pub struct ShareCard {
    pub headline: String,
    /// In words; of a term or storyline its span.
    pub date: Option<String>,
    /// Certainty and status, if they are not what goes without saying.
    pub state: Option<String>,
    /// Who takes which stance, and the site's colour for it.
    pub stances: Vec<(String, Option<String>)>,
    pub site: String,
    /// `#rrggbb`.
    pub accent: String,
}
