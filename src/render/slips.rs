//! Slips as templates see them: with their pictures.

use serde::Serialize;

use super::lanes::marked;
use crate::chart::slips;
use crate::chart::svg::Role;
use crate::view::slips::{Lateness, SlipsView};

#[derive(Serialize)]
pub(super) struct SlipsHtml<'a> {
    shows_all: bool,
    lateness: &'a [Lateness],
    as_of: &'a str,
    wide: String,
    narrow: String,
}

/// Draws the pictures of slips.
pub(super) fn drawn(view: &SlipsView) -> SlipsHtml<'_> {
    let drawing = &view.wide.0;
    let [wide, narrow] = [&drawing.wide, &drawing.narrow].map(|options| {
        options.as_ref().map_or_else(String::new, |options| {
            let picture = slips::draw(&drawing.promises, &drawing.axes, options);
            let svg = picture.svg(&options.id, &drawing.title, &drawing.about, "", Role::Group);
            marked(svg, &drawing.langs)
        })
    });
    SlipsHtml {
        shows_all: view.shows_all,
        lateness: &view.lateness,
        as_of: &view.as_of,
        wide,
        narrow,
    }
}
