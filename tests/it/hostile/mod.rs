//! Content that someone could mean harm with, or made by a mistake that nobody expects.
//!
//! [`bad`] is refused, each with its own words; [`sanitize`] builds, and does nothing; [`names`] are
//! those of others; [`embeds`] load what the owner allows; [`limits`] and [`output`] say how much is
//! too much; [`shapes`] are the texts that parsers take long over, [`special`] is what is no file,
//! and [`files`] all other files; [`published`] are not what their names say, and [`symlinks`]
//! lead where they may not.

mod bad;
mod embeds;
pub mod files;
mod limits;
mod linear;
mod names;
mod output;
mod published;
mod sanitize;
pub mod shapes;
mod special;
mod symlinks;
mod world;
