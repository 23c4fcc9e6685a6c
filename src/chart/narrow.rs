//! Lanes for a phone: one small picture a lane, all on one axis. Names, stances and the last, overdue and next
//! entries are lines of HTML beside them, which wrap.

use super::axis;
use super::bands;
use super::marks::{self, Shape, shape};
use super::plans::still_to_come;
use super::scale::Scale;
use super::svg::{Anchor, Area, Parts, Pen, Picture, n};
use super::text::{Style, width};
use super::thin;
use super::types::{Lane, Options, Outcome};

const BAND: f64 = 28.0;
const RAIL: f64 = 12.0;
const FOOT: f64 = RAIL + 9.0 + BAND;

/// Draws lanes whose facts lie on the axis; `options.width` is that of each picture.
pub fn draw(lanes: &[Lane], options: &Options) -> Parts {
    let scale = axis::scale_for(lanes, options, 1.0, options.width);
    let mut pen = Pen::new(options.rtl);
    pen.put(&marks::definitions(options));
    pen.put("<g aria-hidden=\"true\">");
    let mut grid = String::new();
    let mut edge = f64::NEG_INFINITY;
    for tick in scale.ticks(&options.words) {
        if !tick.label.is_empty() {
            grid.push_str(&format!("M{} 1V20", n(tick.x)));
            if tick.x >= edge {
                pen.text(tick.x + 4.0, 15.0, Anchor::Left, Style::Bold, &tick.label);
                edge = tick.x + 8.0 + width(&tick.label, Style::Bold);
            }
        }
    }
    pen.path("g", &grid);
    pen.path("ik", &format!("M0 1H{}", n(options.width)));
    pen.put("</g>");
    let axis = pen.finish(options.width, 20.0);
    Parts {
        axis,
        lanes: lanes
            .iter()
            .map(|lane| one(lane, &scale, options))
            .collect(),
    }
}

fn one(lane: &Lane, scale: &Scale, options: &Options) -> Picture {
    let mut pen = Pen::new(options.rtl);
    let stop = scale.x(options.end());
    let late = lane.promises.iter().any(|p| p.outcome == Outcome::Overdue);
    let height = FOOT + if late { 13.0 } else { 3.0 };
    background(&mut pen, scale, options, height, stop);
    pen.path("g", &format!("M0 {}H{}", n(FOOT), n(stop)));
    pen.put(&format!(
        "<g role=\"list\" aria-label=\"{}\">",
        super::svg::escape(&lane.name)
    ));
    let shapes: Vec<Shape> = lane
        .marks
        .iter()
        .map(|m| shape(&m.span, m.importance < 4, scale))
        .collect();
    let changes = bands::merged(&lane.changes);
    let segments = bands::segments(&changes, scale, options.end());
    let first = shapes
        .iter()
        .map(|s| s.extent(0.0).0)
        .chain(segments.iter().map(|s| s.begins.0))
        .chain(thin::begins(lane, scale))
        .fold(stop, f64::min);
    let first = if lane.earlier { 1.0 } else { first.max(1.0) };
    pen.path(
        "l",
        &format!("M{} {}H{}", n(first), n(RAIL), n(stop.max(first))),
    );
    thin::draw(&mut pen, lane, scale, RAIL);
    let mut order: Vec<usize> = (0..lane.marks.len()).collect();
    order.sort_by_key(|&i| (lane.marks[i].importance >= 4, lane.marks[i].span.start));
    for index in order {
        let mark = &lane.marks[index];
        pen.begin_link(
            &mark.href,
            &format!("{}{}{}", mark.when, options.words.colon, mark.title),
        );
        marks::draw(&mut pen, &options.id, mark, shapes[index], RAIL);
        pen.end_link();
    }
    bands::draw(
        &mut pen,
        &segments,
        options,
        FOOT,
        BAND,
        &options.words.colon,
    );
    for promise in lane.promises.iter().filter(|p| p.is_open()) {
        let Some(target) = promise.targets.last() else {
            continue;
        };
        let Some(span) = still_to_come(target) else {
            continue;
        };
        pen.begin_link(
            &promise.href,
            &format!(
                "{}{}{}",
                promise.title, options.words.colon, promise.verdict
            ),
        );
        let (a, b) = (scale.x(span.start), scale.x(span.end.saturating_add(1)));
        if promise.outcome == Outcome::Overdue {
            pen.capsule("e", a, FOOT + 4.0, (b - a).max(6.0), 6.0);
            if stop > b {
                pen.path("ov", &format!("M{} {}H{}", n(b), n(FOOT + 7.0), n(stop)));
            }
        } else if span.is_point() {
            pen.sign(&options.id, "e", a, RAIL);
        } else {
            pen.capsule("e", a + 1.0, RAIL - 3.5, (b - a - 2.0).max(6.0), 7.0);
        }
        pen.end_link();
    }
    pen.put("</g>");
    if axis::shows_today(scale, options) {
        pen.path("now", &format!("M{} 0V{}", n(stop), n(height)));
    }
    pen.finish(options.width, height)
}

/// What is behind a lane that is drawn by itself.
pub fn background(pen: &mut Pen, scale: &Scale, options: &Options, height: f64, stop: f64) {
    let (_, x1) = scale.ends();
    if options.today.is_some() && stop < x1 {
        pen.rect(
            "fu",
            Area {
                x0: stop,
                x1,
                y0: 0.0,
                y1: height,
            },
        );
    }
    let lines: String = scale
        .ticks(&options.words)
        .iter()
        .filter(|t| !t.label.is_empty())
        .map(|t| format!("M{} 0V{}", n(t.x), n(height)))
        .collect();
    pen.path("g", &lines);
    axis::breaks(pen, scale, 0.0, height);
}
