//! What editors write, as plain values: dates, slugs, articles with their front matter and body.
//!
//! Parsing creates them from text and the model joins them. Nothing here knows the configuration,
//! another file, or how a value is read from YAML or Markdown.

pub mod accent;
pub mod article;
pub mod body;
pub mod citation;
pub mod date;
pub mod event;
pub mod exif;
pub mod extra;
pub mod file_types;
pub mod front_matter;
pub mod lead;
pub mod natural;
pub mod permalink;
pub mod picture;
pub mod schemes;
pub mod slug;
pub mod text;
