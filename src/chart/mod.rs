//! Time drawn as SVG: data in, pictures out. Nothing here reads, knows a language or writes HTML; there is no
//! `style` in a picture, whose colours come from `chart.css` by its classes.
//!
//! | picture | made by |
//! | --- | --- |
//! | lanes, wide: in one picture; apart, with their names as HTML beside them | [`lanes::draw`], [`lanes::apart`] |
//! | lanes, narrow | [`narrow::draw`] |
//! | one row of bars for all entries | [`density::draw`] |
//! | targets against the day on which they were set | [`slips::draw`] |
//! | a storyline | [`story::draw`] |
//! | one band to scale | [`band::draw`] |
//! | two or three lanes and where they differ | [`compare::draw`] |
//! | the key to the signs | [`key::draw`] |
//! | any of them as a file of its own | [`alone::draw`] |
//!
//! [`rows::rows`] says what a picture of lanes shows, for the table under it.

pub mod alone;
pub mod axis;
pub mod band;
pub mod bands;
pub mod beam;
pub mod calendar;
pub mod compare;
pub mod density;
pub mod heads;
pub mod key;
pub mod labels;
pub mod lanes;
pub mod marks;
pub mod narrow;
pub mod plans;
pub mod rows;
pub mod scale;
pub mod slips;
pub mod story;
pub mod svg;
pub mod text;
pub mod thin;
pub mod types;
pub mod widths;
