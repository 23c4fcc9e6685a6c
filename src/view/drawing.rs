//! What a picture is drawn from. Templates never see it: rendering draws it.

use serde::Serialize;

use crate::chart::key::Sign;
use crate::chart::types::{Lane, Options};

/// What the pictures are drawn from.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Drawing {
    pub title: String,
    /// Empty if there is nothing to say.
    pub finding: String,
    pub lanes: Vec<Lane>,
    pub wide: Option<Options>,
    pub narrow: Option<Options>,
    /// Words of the signs.
    pub signs: Vec<(Sign, String)>,
}
