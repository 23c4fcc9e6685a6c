//! Content that someone could mean harm with, or made by a mistake that nobody expects.
//!
//! [`bad`] is refused, each with its own words; [`sanitize`] builds, and does nothing; [`limits`]
//! says how much is too much; [`shapes`] are the texts that parsers take long over; [`special`] is
//! what is no file.

mod bad;
mod limits;
mod linear;
mod sanitize;
pub mod shapes;
mod special;
mod world;
