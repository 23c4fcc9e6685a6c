//! The site that articles make together: entries in order, terms, storylines, resolved links.
//!
//! [`Site::new`](site::Site::new) makes it in stages. Each takes finished values and returns one;
//! no value gets a field from a later stage. Nothing here does I/O, words a date or knows HTML,
//! YAML or Markdown: everything is made from the plain values of [`content`](crate::content).

pub mod edition;
mod entries;
pub mod entry;
pub mod expiry;
pub mod frames;
pub mod kept;
pub mod lanes;
pub mod link;
pub mod next_change;
mod old_addresses;
mod order;
mod path;
pub mod picture;
pub mod selection;
pub mod site;
pub mod storyline;
pub mod taxonomy;
pub mod text;
pub mod timeline;
pub mod translation;
pub mod unpublished;
