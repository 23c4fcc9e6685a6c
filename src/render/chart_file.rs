//! A picture of time as a file of its own.

use super::lanes::{key_picture, marked, picture};
use crate::chart::svg::Picture;
use crate::chart::{alone, slips, story};
use crate::messages::borrowed::unmarked;
use crate::raster::{self, Family};
use crate::view::drawing::{ChartDeps, ChartDrawing};

/// Pixels of a PNG for one of the picture, so that it is sharp on paper and on dense screens.
const DENSITY: f32 = 2.0;

/// Draws it as PNG; `None` if this program can't.
pub(super) fn png(deps: &ChartDeps) -> Option<Vec<u8>> {
    raster::png(&lettered(&svg(deps)), DENSITY)
}

/// The picture with fonts that the rasteriser has, and without signs that these do not have.
fn lettered(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    for (n, part) in svg.split('<').enumerate() {
        let (tag, text) = match part.split_once('>') {
            Some((tag, text)) if n > 0 => (tag, text),
            _ => continue,
        };
        out.push('<');
        let tag = tag.replace(alone::SANS, Family::Sans.name());
        out.push_str(&tag.replace(alone::SERIF, Family::Serif.name()));
        out.push('>');
        out.push_str(&raster::drawable(text));
    }
    out
}

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
    let file = drawn.map(|picture| alone::draw(&picture, key.as_ref(), &deps.frame));
    file.map_or_else(String::new, |file| unmarked(&file).into_owned())
}
