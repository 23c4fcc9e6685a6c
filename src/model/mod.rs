//! The site as the articles make it: entries in order, terms, histories, links resolved.
//!
//! Nothing here does I/O, words a date or knows HTML, YAML or Markdown: everything is made from
//! the plain values of [`content`](crate::content).

mod entries;
pub mod entry;
pub mod expiry;
pub mod link;
pub mod next_change;
mod order;
pub mod picture;
pub mod selection;
pub mod site;
pub mod storyline;
pub mod taxonomy;
pub mod text;
pub mod timeline;
pub mod translation;
pub mod unpublished;
