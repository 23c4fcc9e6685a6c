//! One band to scale, for the page of an organisation: which stance it held when, with the names below and
//! years above. It takes the place of a ladder of changes, which stays as a list.

use super::lanes::{BAND, band_names};
use super::svg::{Anchor, Pen, Picture, n};
use super::text::{Style, width};
use super::types::{Lane, Options};
use super::{axis, bands, marks};

/// Draws the band of a lane.
pub fn draw(lane: &Lane, options: &Options) -> Picture {
    let mut pen = Pen::new(options.rtl);
    let bare = Lane {
        marks: Vec::new(),
        promises: Vec::new(),
        lesser: Vec::new(),
        ..lane.clone()
    };
    let scale = axis::scale_for(std::slice::from_ref(&bare), options, 12.0, options.width);
    let foot = 24.0 + 6.0 + BAND;
    pen.put(&marks::definitions(options));
    let changes = bands::merged(&lane.changes);
    let segments = bands::segments(&changes, &scale, options.end());
    pen.put("<g aria-hidden=\"true\">");
    let today = options
        .today
        .filter(|t| (scale.from()..scale.to()).contains(t))
        .map(|t| scale.x(t));
    let mut edge = f64::NEG_INFINITY;
    let mut limit = options.width;
    if let Some(x) = today {
        let wide = width(&options.words.today, Style::Now);
        if x - wide > 60.0 {
            pen.text(
                x - 4.0,
                14.0,
                Anchor::Right,
                Style::Now,
                &options.words.today,
            );
            limit = x - wide - 14.0;
        }
    }
    let mut grid = String::new();
    for tick in scale.ticks(&options.words) {
        if tick.label.is_empty() {
            grid.push_str(&format!("M{} 1v5", n(tick.x)));
            continue;
        }
        grid.push_str(&format!("M{} 1V{}", n(tick.x), n(foot)));
        let end = tick.x + 5.0 + width(&tick.label, Style::Axis);
        if tick.x >= edge
            && (end <= limit || (today.is_some_and(|x| tick.x > x) && end <= options.width))
        {
            pen.text(tick.x + 5.0, 14.0, Anchor::Left, Style::Axis, &tick.label);
            edge = end + 8.0;
        }
    }
    pen.path("g", &grid);
    pen.path("ik", &format!("M0 1H{}", n(options.width)));
    axis::breaks(&mut pen, &scale, 1.0, foot);
    pen.put("</g>");
    if let Some(first) = segments.first() {
        pen.path(
            "l",
            &format!(
                "M{} {}H{}",
                n(first.begins.0),
                n(foot),
                n(scale.x(options.end()))
            ),
        );
    }
    pen.put("<g role=\"list\">");
    bands::draw(
        &mut pen,
        &segments,
        options,
        foot,
        BAND,
        &options.words.colon,
    );
    pen.put("</g>");
    band_names(&mut pen, &segments, foot);
    if let Some(x) = today {
        pen.path("now", &format!("M{} 1V{}", n(x), n(foot + 3.0)));
    }
    pen.finish(options.width, foot + 20.0)
}
