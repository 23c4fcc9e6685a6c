//! What all lanes share: the grid of years, today, key dates, the places where the scale changes.

use super::calendar::Day;
use super::scale::{FOLD_LINE, PieceKind, Scale};
use super::svg::{Anchor, Area, Pen, n};
use super::text::{Style, cut, width};
use super::types::{Lane, Options, Outcome};

/// The axis for some lanes, between two edges: as far as the options say, else as far as the facts go.
pub fn scale_for(lanes: &[Lane], options: &Options, x0: f64, x1: f64) -> Scale {
    // What is drawn: no time that it takes is folded.
    let mut taken = Vec::new();
    for lane in lanes {
        let marks = lane.marks.iter().map(|mark| &mark.span);
        taken.extend(marks.chain(&lane.lesser).map(|s| (s.start, s.end)));
        let changes = lane.changes.iter().map(|change| change.span.start);
        taken.extend(changes.map(|day| (day, day)));
        for promise in &lane.promises {
            let targets = promise.targets.iter().filter_map(|target| target.span);
            taken.extend(targets.map(|span| (span.start, span.end)));
            if let Outcome::Happened(span) | Outcome::Cancelled(span) = promise.outcome {
                taken.push((span.end, span.end));
            }
        }
    }
    let days: Vec<Day> = taken.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let end = options.end();
    let first = options
        .from
        .or_else(|| days.iter().copied().min())
        .unwrap_or(end - 365)
        .min(end);
    let last = options
        .to
        .unwrap_or_else(|| days.iter().copied().max().unwrap_or(end).max(end));
    // A little air at both ends, unless the owner has set them.
    let air = ((last - first) / 40).clamp(1, 3650);
    let first = if options.from.is_some() {
        first
    } else {
        first - air
    };
    let last = if options.to.is_some() {
        last
    } else {
        last + air
    };
    let mut starts: Vec<_> = lanes
        .iter()
        .flat_map(|l| {
            l.marks
                .iter()
                .map(|m| &m.span)
                .chain(&l.lesser)
                .filter(|s| s.end - s.start < 370)
                .map(|s| s.start)
        })
        .collect();
    if starts.is_empty() {
        starts = days;
    }
    Scale::fit(&starts, &taken, first, last, x0, x1)
}

/// Whether today is to be shown, and lies on the axis.
pub fn shows_today(scale: &Scale, options: &Options) -> bool {
    options
        .today
        .is_some_and(|t| (scale.from()..scale.to()).contains(&t))
}

/// Height of a row of labels, and of the second one that today has where it would hide a year.
const ROW: f64 = 22.0;
const SECOND_ROW: f64 = 16.0;

/// Height of the axis above the lanes.
pub fn height(scale: &Scale, options: &Options) -> f64 {
    match today_label(scale, options) {
        Some((_, _, true)) => ROW + SECOND_ROW,
        _ => ROW,
    }
}

/// Where today's label begins or ends, on which side of today it is, and whether it needs a row of its own:
/// on both sides it would hide the label of a year or stand on folded time. None if today is not shown.
fn today_label(scale: &Scale, options: &Options) -> Option<(f64, Anchor, bool)> {
    let today = options.today.filter(|_| shows_today(scale, options))?;
    let (x, words) = (scale.x(today), &options.words.today);
    let wide = width(&cut(words, options.width / 2.0, Style::Now), Style::Now);
    let ticks = scale.ticks(&options.words);
    let hides = |from: f64, to: f64| {
        ticks.iter().filter(|t| !t.label.is_empty()).any(|tick| {
            let end = tick.x + 9.0 + width(&tick.label, Style::Axis);
            from < end && tick.x + 1.0 < to
        })
    };
    let strips = scale.strips();
    let is_torn = |from: f64, to: f64| strips.iter().any(|(a, b)| from < *b && *a < to);
    let left = (x - 5.0 - wide >= 0.0).then_some((x - 5.0, Anchor::Right));
    let right = (x + 5.0 + wide <= options.width).then_some((x + 5.0, Anchor::Left));
    let takes = |(at, anchor): (f64, Anchor)| match anchor {
        Anchor::Right => (at - wide, at),
        _ => (at, at + wide),
    };
    let is_whole = |side: &(f64, Anchor)| {
        let (from, to) = takes(*side);
        !is_torn(from, to)
    };
    let is_free = |side: &(f64, Anchor)| {
        let (from, to) = takes(*side);
        !hides(from, to) && !is_torn(from, to)
    };
    let free = left.filter(is_free).or(right.filter(is_free));
    let whole = left.filter(is_whole).or(right.filter(is_whole));
    let (at, anchor) = free.or(whole).or(left).unwrap_or((x + 5.0, Anchor::Left));
    Some((at, anchor, free.is_none()))
}

/// Draws the grid behind the lanes, from `top` to `foot`, with labels above and, if `both`, below.
pub fn draw(pen: &mut Pen, scale: &Scale, options: &Options, top: f64, foot: f64, both: bool) {
    let (_, x1) = scale.ends();
    pen.put("<g aria-hidden=\"true\">");
    let today = options
        .today
        .filter(|t| (scale.from()..scale.to()).contains(t))
        .map(|t| scale.x(t));
    if let Some(x) = today {
        pen.rect(
            "fu",
            Area {
                x0: x,
                x1,
                y0: top,
                y1: foot,
            },
        );
    }
    // No word is under the lines of a fold.
    folds(pen, scale, top, foot);
    if let Some((at, anchor, is_second)) = today_label(scale, options) {
        let label = &cut(&options.words.today, options.width / 2.0, Style::Now);
        let row = if is_second { SECOND_ROW } else { 0.0 };
        pen.text(at, top + 13.0 + row, anchor, Style::Now, label);
    }
    let (mut grid, mut small) = (String::new(), String::new());
    for tick in scale.ticks(&options.words) {
        let x = tick.x;
        if tick.label.is_empty() {
            small.push_str(&format!("M{} {}v5", n(x), n(top)));
            continue;
        }
        grid.push_str(&format!("M{} {}V{}", n(x), n(top), n(foot)));
        for (y, shown) in [(top + 13.0, true), (foot + 14.0, both)] {
            let area = Pen::area(x + 5.0, y, Anchor::Left, Style::Axis, &tick.label);
            if shown
                && pen.is_free(&Area {
                    x0: area.x0 - 4.0,
                    x1: area.x1 + 4.0,
                    ..area
                })
            {
                pen.text(x + 5.0, y, Anchor::Left, Style::Axis, &tick.label);
            }
        }
    }
    if !grid.is_empty() || !small.is_empty() {
        pen.path("g", &format!("{grid}{small}"));
    }
    pen.put("</g>");
    larger(pen, scale, top, foot);
    if let Some(x) = today {
        pen.path("now", &format!("M{} {}V{}", n(x), n(top), n(foot)));
    }
}

/// Shows where the scale changes: a heavy line over what is drawn larger, a torn strip for folded time.
pub fn breaks(pen: &mut Pen, scale: &Scale, top: f64, foot: f64) {
    larger(pen, scale, top, foot);
    folds(pen, scale, top, foot);
}

fn larger(pen: &mut Pen, scale: &Scale, top: f64, foot: f64) {
    let pieces = scale.pieces.iter().filter(|_| scale.pieces.len() > 1);
    for piece in pieces.filter(|p| p.kind == PieceKind::Wide) {
        let (x0, x1) = (n(piece.x0), n(piece.x1));
        pen.path("wi", &format!("M{x0} {}H{x1}", n(top + 1.0)));
        let (y0, y1) = (n(top), n(foot));
        pen.path("br", &format!("M{x0} {y0}V{y1}M{x1} {y0}V{y1}"));
    }
}

fn folds(pen: &mut Pen, scale: &Scale, top: f64, foot: f64) {
    for piece in scale.pieces.iter().filter(|p| p.kind == PieceKind::Fold) {
        let middle = (piece.x0 + piece.x1) / 2.0;
        pen.rect(
            "fo",
            Area {
                x0: middle - FOLD_LINE,
                x1: middle + FOLD_LINE,
                y0: top - 4.0,
                y1: foot,
            },
        );
        let waves = ((foot - top) / 16.0).max(1.0) as usize;
        let mut d = String::new();
        for x in [middle - FOLD_LINE, middle + FOLD_LINE] {
            d.push_str(&format!("M{} {}", n(x), n(top - 4.0)));
            for _ in 0..waves {
                d.push_str("l3 4l-6 8l3 4");
            }
        }
        pen.path("br", &d);
    }
}

/// Lines through all lanes at the key dates, their names in a row at `y`.
pub fn key_dates(pen: &mut Pen, scale: &Scale, options: &Options, y: f64, foot: f64) {
    let (_, x1) = scale.ends();
    for date in options
        .key_dates
        .iter()
        .filter(|d| (scale.from()..scale.to()).contains(&d.at))
    {
        let x = scale.x(date.at);
        pen.begin_link(&date.href, &date.label);
        pen.path("kd", &format!("M{} {}V{}", n(x), n(y - 9.0), n(foot)));
        let room = x1 - x - 6.0;
        let area = Pen::area(x + 4.0, y, Anchor::Left, Style::Small, &date.label);
        if width(&date.label, Style::Small) <= room
            && pen.is_free(&Area {
                x1: area.x1 + 6.0,
                ..area
            })
        {
            pen.text(x + 4.0, y, Anchor::Left, Style::Small, &date.label);
        }
        pen.end_link();
    }
}
