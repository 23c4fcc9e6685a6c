//! A row of bars as templates see it: with its pictures.

use serde::Serialize;

use crate::chart::density;
use crate::chart::svg::Role;
use crate::view::density::DensityView;

#[derive(Serialize)]
pub(super) struct DensityHtml {
    has_expected: bool,
    has_links: bool,
    is_crowded: bool,
    wide: String,
    narrow: String,
}

/// Draws the pictures of a row.
pub(super) fn drawn(view: &DensityView) -> DensityHtml {
    let drawing = &view.wide.0;
    let facts = drawing.facts();
    let role = match view.has_links {
        true => Role::Group,
        false => Role::Image,
    };
    let [wide, narrow] = [&drawing.wide, &drawing.narrow].map(|options| {
        options.as_ref().map_or_else(String::new, |options| {
            let picture = density::draw(&facts, &drawing.periods, options);
            picture.svg(&options.id, &drawing.title, "", "", role)
        })
    });
    DensityHtml {
        has_expected: view.has_expected,
        has_links: view.has_links,
        is_crowded: view.is_crowded,
        wide,
        narrow,
    }
}
