//! Content that someone could mean harm with, or made by a mistake that nobody expects.
//!
//! [`bad`] is refused, each with its own words; [`files`] are not what their names say; [`sanitize`]
//! builds, and does nothing; [`limits`] says how much is too much; [`shapes`] are the texts that
//! parsers take long over; [`symlinks`] lead where they may not.

mod bad;
mod files;
mod limits;
mod linear;
mod sanitize;
pub mod shapes;
mod symlinks;
mod world;
