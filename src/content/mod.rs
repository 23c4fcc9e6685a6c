//! What editors write, as plain values: dates, slugs, articles with their front matter and body.
//!
//! Parsing makes them of text and the model joins them. Nothing here knows the configuration,
//! another file or how a value is read from YAML or Markdown.

pub mod accent;
pub mod date;
pub mod permalink;
pub mod slug;
