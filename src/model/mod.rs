//! The site as the articles make it: entries in order, terms, histories, links resolved.
//!
//! Nothing here does I/O, words a date or knows HTML. `date`, `slug` and `permalink` are plain
//! values that the parser uses too; everything else is made from parsed articles.

pub mod accent;
pub mod article;
pub mod date;
mod entries;
pub mod entry;
pub mod expiry;
pub mod link;
pub mod next_change;
mod order;
pub mod permalink;
pub mod picture;
pub mod selection;
pub mod site;
pub mod slug;
pub mod storyline;
pub mod taxonomy;
pub mod text;
pub mod timeline;
pub mod translation;
pub mod unpublished;
