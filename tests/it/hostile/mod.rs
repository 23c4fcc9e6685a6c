//! Content that someone could mean harm with, or made by a mistake that nobody expects.
//!
//! [`bad`] is refused, each with its own words; [`sanitize`] builds, and does nothing; [`names`] are
//! those of others; [`embeds`] load what the owner allows; [`limits`] says how much is too much;
//! [`shapes`] are the texts that parsers take long over.

mod bad;
mod embeds;
mod limits;
mod linear;
mod names;
mod sanitize;
pub mod shapes;
mod world;
