//! What a picture is drawn from. Templates never see it: rendering draws it.

use std::collections::BTreeMap;

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
    /// In a site with several languages: the languages of labels in another than that of the
    /// edition, by the address of what they name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub langs: BTreeMap<String, String>,
    /// Words of the signs.
    pub signs: Vec<(Sign, String)>,
}
