//! The heads of lanes: name, present stance, since when.

use super::bands;
use super::lanes::{BAND, HEAD};
use super::svg::{Anchor, Area, Pen, n};
use super::text::{Style, cut, width, wrap};
use super::types::{Lane, Options};

/// The lane's name, its present stance and since when.
pub fn head(
    pen: &mut Pen,
    lane: &Lane,
    (style, lines): (Style, &[String]),
    options: &Options,
    rail: f64,
    foot: f64,
) {
    let (x, anchor) = edge(options);
    let top = rail + 1.0 - 22.0 * (lines.len().saturating_sub(1)) as f64;
    pen.put(&format!(
        "<a href=\"{}\"><title>{}</title>",
        super::svg::escape(&lane.href),
        super::svg::escape(&lane.name)
    ));
    pen.lines(x, top, 22.0, anchor, style, lines);
    pen.put("</a>");
    let Some(now) = bands::merged(&lane.changes).pop() else {
        return;
    };
    let (swatch, text) = if options.rtl {
        (x - 22.0, x - 30.0)
    } else {
        (x, x + 30.0)
    };
    pen.put("<g aria-hidden=\"true\">");
    step_swatch(
        pen,
        options,
        now.step,
        now.tentative,
        Area {
            x0: swatch,
            x1: swatch + 22.0,
            y0: foot - BAND,
            y1: foot,
        },
    );
    pen.put("</g>");
    pen.text_within(
        text,
        foot - 17.0,
        anchor,
        Style::Bold,
        &lane.stance,
        HEAD - 36.0,
    );
    pen.text_within(
        text,
        foot - 3.0,
        anchor,
        Style::Note,
        &lane.since,
        HEAD - 36.0,
    );
}

/// A name in one or two lines, smaller if it needs to be, cut if even that is too wide.
pub fn name_lines(name: &str) -> (Style, Vec<String>) {
    let room = HEAD - 14.0;
    for style in [Style::Lane, Style::Head] {
        let lines = wrap(name, room, style);
        if lines.len() <= 2 && lines.iter().all(|l| width(l, style) <= room) {
            return (style, lines);
        }
    }
    let mut lines = wrap(name, room, Style::Head);
    let rest = if lines.len() > 1 {
        lines.split_off(1).join(" ")
    } else {
        String::new()
    };
    lines.push(rest);
    (
        Style::Head,
        lines
            .iter()
            .filter(|l| !l.is_empty())
            .map(|l| cut(l, room, Style::Head))
            .collect(),
    )
}

/// How many marks have no label, as a link to all of them.
pub fn more(pen: &mut Pen, lane: &Lane, options: &Options, dropped: usize, y: f64) {
    let (x, anchor) = edge(options);
    let text = options
        .words
        .more
        .replace("{n}", &options.words.number(dropped as i32));
    pen.put(&format!(
        "<a href=\"{}\"><title>{}</title>",
        super::svg::escape(&lane.href),
        super::svg::escape(&text)
    ));
    pen.text(x, y, anchor, Style::Note, &text);
    pen.put("</a>");
}

/// A piece of band as a sign of its stance.
pub fn step_swatch(pen: &mut Pen, options: &Options, step: usize, tentative: bool, area: Area) {
    let step = step.min(options.steps.saturating_sub(1));
    let top = area.y1 - bands::height(step, options.steps, area.y1 - area.y0);
    let (a, b, reported) = (n(area.x0), n(area.x1), if tentative { " r" } else { "" });
    pen.put(&format!(
        "<path class=\"n{reported}\" fill=\"url(#{}p{step})\" d=\"M{a} {}V{}H{b}V{}Z\"/>",
        options.id,
        n(area.y1),
        n(top),
        n(area.y1)
    ));
    pen.path(
        &format!("s{}{reported}", step.min(5)),
        &format!("M{a} {}H{b}", n(top)),
    );
    pen.path("l", &format!("M{a} {}H{b}", n(area.y1)));
}

fn edge(options: &Options) -> (f64, Anchor) {
    if options.rtl {
        (options.width, Anchor::Right)
    } else {
        (0.0, Anchor::Left)
    }
}
