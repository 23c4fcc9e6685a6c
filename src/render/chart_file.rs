//! A picture of time as a file of its own.

use super::lanes::{key_picture, marked, picture};
use crate::chart::svg::Picture;
use crate::chart::{alone, slips, story};
use crate::view::drawing::{ChartDeps, ChartDrawing};

/// Draws it as SVG.
pub(super) fn svg(deps: &ChartDeps) -> String {
    let (drawn, key, langs) = match &deps.drawn {
        ChartDrawing::Lanes(drawing) => {
            let options = drawing.wide.as_ref();
            let drawn = options.map(|options| picture(drawing, options));
            let key = options.and_then(|options| key_picture(drawing, options));
            (drawn, key, &drawing.langs)
        }
        ChartDrawing::Story(drawing) => {
            let options = drawing.wide.as_ref();
            let drawn = options.map(|options| story::draw(&drawing.story, options));
            (drawn, None, &drawing.langs)
        }
        ChartDrawing::Slips(drawing) => {
            let options = drawing.wide.as_ref();
            let draw = |options| slips::draw(&drawing.promises, &drawing.axes, options);
            (options.map(draw), None, &drawing.langs)
        }
    };
    let drawn = drawn.map(|picture| Picture {
        body: marked(picture.body, langs),
        ..picture
    });
    drawn.map_or_else(String::new, |picture| {
        alone::draw(&picture, key.as_ref(), &deps.frame)
    })
}
