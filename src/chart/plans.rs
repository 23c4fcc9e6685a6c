//! Rows of what was announced: a dashed capsule for each target date, an arc from each to the next, then
//! what came of it; beside the chain its words.

use super::marks::{Shape, shape};
use super::scale::Scale;
use super::svg::{Anchor, Area, Pen, n};
use super::text::{Style, cut, width};
use super::types::{Lane, Options, Outcome, Promise, Span, Target};

/// Height of a row.
const ROW: f64 = 19.0;

/// Where a row of a promise stands.
struct Plan<'a> {
    promise: &'a Promise,
    /// From where to where each target is drawn.
    targets: Vec<(f64, f64)>,
    /// Where it ends: what came of it, or today.
    end: Option<f64>,
    low: f64,
    high: f64,
    label: String,
    verdict: String,
    text: Anchor,
    at: f64,
    row: usize,
    /// Where the line of a wait begins, if its words stand before it.
    run: f64,
}

impl Plan<'_> {
    /// The width of its words.
    fn wide(&self) -> f64 {
        width(&self.label, Style::Plain) + 6.0 + width(&self.verdict, style(self.promise))
    }
}

/// The days of a target that were still to come when it was said: "by the end of 2025", said in
/// December, is December.
pub fn still_to_come(target: &Target) -> Option<Span> {
    target.span.map(|span| match target.said {
        Some(said) if said > span.start && said <= span.end => Span {
            start: said,
            ..span
        },
        _ => span,
    })
}

fn laid_out<'a>(promise: &'a Promise, scale: &Scale, options: &Options, left: f64) -> Plan<'a> {
    let today = scale.x(options.end());
    let (_, right) = scale.ends();
    let targets: Vec<(f64, f64)> = promise
        .targets
        .iter()
        .map(|target| match still_to_come(target) {
            None => {
                let x = scale.x(target.said.unwrap_or(options.end()));
                (x, x)
            }
            Some(span) if span.is_point() => {
                let x = shape(&span, false, scale).middle();
                (x, x)
            }
            Some(span) => {
                let (a, b) = (scale.x(span.start), scale.x(span.end.saturating_add(1)));
                let b = if span.open_end {
                    (a + 16.0).max(b)
                } else {
                    b.max(a + 6.0)
                };
                (a.min(right - 6.0), b.min(right))
            }
        })
        .collect();
    let end = match promise.outcome {
        Outcome::Happened(span) | Outcome::Cancelled(span) => Some(shape(&span, false, scale)),
        Outcome::Overdue => Some(Shape::Tick(today)),
        Outcome::Waiting => None,
    };
    let extent = end.map(|e| e.extent(4.0));
    let all = targets
        .iter()
        .copied()
        .chain(extent)
        .flat_map(|(a, b)| [a, b]);
    let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| {
        (a.min(x), b.max(x))
    });
    let (low, high) = (low - 6.0, high + 8.0);
    let end = end.map(Shape::middle);
    let tail = width(&promise.verdict, style(promise)) + 12.0;
    let stop = if low > today - 8.0 {
        (low - 6.0).min(today - 8.0)
    } else {
        low - 6.0
    };
    // Words after the chain stop before today's line, if there is room for some.
    let wall = if options.today.is_some() && today - high > 200.0 {
        today - 8.0
    } else {
        right
    };
    let whole = width(&promise.label, Style::Plain) + tail;
    let (left, wall) = on_one_side(scale, (left, low), (high, wall))
        .filter(|(left, wall)| {
            // To run over today's line is no better than to run over a fold.
            let wall = match options.today {
                Some(_) if high < today => wall.min(today - 8.0),
                _ => *wall,
            };
            whole <= stop - left || whole <= wall - high - 6.0
        })
        .unwrap_or((left, wall));
    let (before, after) = (stop - left, wall - high - 6.0);
    // A long wait has room for the words on its line.
    let last = targets.last().map_or(low, |t| t.1) + 12.0;
    let waits = matches!(promise.outcome, Outcome::Overdue | Outcome::Cancelled(_));
    if let Some(end) = end.filter(|end| waits && whole > before && end - last > whole + 24.0) {
        return Plan {
            promise,
            targets,
            end: Some(end),
            low,
            high,
            label: promise.label.clone(),
            verdict: promise.verdict.clone(),
            text: Anchor::Left,
            at: last,
            row: 0,
            run: last + whole,
        };
    }
    let (text, room) = if whole <= before || before >= after {
        (Anchor::Right, before)
    } else {
        (Anchor::Left, after)
    };
    let verdict = if room < 60.0 {
        String::new()
    } else {
        cut(&promise.verdict, room - 12.0, style(promise))
    };
    let label = if whole <= room {
        promise.label.clone()
    } else if room - tail > 40.0 {
        cut(&promise.label, room - tail, Style::Plain)
    } else {
        String::new()
    };
    Plan {
        promise,
        targets,
        end,
        low,
        high,
        label,
        verdict,
        text,
        at: if text == Anchor::Right {
            stop
        } else {
            high + 6.0
        },
        row: 0,
        run: f64::NEG_INFINITY,
    }
}

/// The room before a chain and after it, as far as the nearest folds leave it; `None` without folds there.
fn on_one_side(
    scale: &Scale,
    (left, low): (f64, f64),
    (high, wall): (f64, f64),
) -> Option<(f64, f64)> {
    let strips = scale.strips();
    let before = strips.iter().map(|(_, to)| *to).filter(|to| *to <= low);
    let after = strips.iter().map(|(from, _)| *from);
    let after = after.filter(|from| *from >= high);
    let edges = (before.fold(left, f64::max), after.fold(wall, f64::min));
    (edges != (left, wall)).then_some(edges)
}

fn style(promise: &Promise) -> Style {
    if promise.outcome == Outcome::Overdue {
        Style::Now
    } else {
        Style::Bold
    }
}

/// Draws promises below `y`; returns where the next thing can begin. Words may begin at `left`.
pub fn draw(
    pen: &mut Pen,
    promises: &[Promise],
    scale: &Scale,
    options: &Options,
    y: f64,
    left: f64,
) -> f64 {
    let mut order: Vec<&Promise> = promises
        .iter()
        .filter(|p| !options.compact || p.is_open())
        .collect();
    order.sort_by_key(|p| {
        (
            p.targets
                .iter()
                .filter_map(|t| t.span.map(|s| s.start).or(t.said))
                .min(),
            p.id.clone(),
        )
    });
    let mut plans: Vec<Plan> = order
        .into_iter()
        .map(|p| laid_out(p, scale, options, left))
        .collect();
    let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
    for plan in &mut plans {
        let wide = plan.wide();
        let (a, b) = if plan.text == Anchor::Right {
            (plan.at - wide, plan.high)
        } else {
            (plan.low, plan.high.max(plan.at + wide))
        };
        // What has no date waits until the end of the picture: nothing else stands on that line.
        let last = plan.promise.targets.last();
        let waits =
            plan.promise.outcome == Outcome::Waiting && last.is_some_and(|t| t.span.is_none());
        let b = if waits {
            b.max(scale.x(options.end()))
        } else {
            b
        };
        let free = |row: &Vec<(f64, f64)>| row.iter().all(|&(c, d)| b + 16.0 < c || a - 16.0 > d);
        plan.row = rows.iter().position(free).unwrap_or(rows.len());
        if plan.row == rows.len() {
            rows.push(Vec::new());
        }
        rows[plan.row].push((a, b));
    }
    for plan in &plans {
        draw_plan(pen, plan, scale, options, y + plan.row as f64 * ROW + 12.0);
    }
    if rows.is_empty() {
        y - 4.0
    } else {
        y + rows.len() as f64 * ROW + 6.0
    }
}

/// Says how much more was announced, below the rows; returns where the next thing can begin.
pub fn more(
    pen: &mut Pen,
    lane: &Lane,
    scale: &Scale,
    options: &Options,
    y: f64,
    left: f64,
) -> f64 {
    let today = scale.x(options.end());
    let wide = width(&lane.more_plans, Style::Note);
    let (at, anchor) = match today - 8.0 - wide > left {
        true => (today - 8.0, Anchor::Right),
        false => (left, Anchor::Left),
    };
    let words = cut(&lane.more_plans, options.width - left, Style::Note);
    if options.heads {
        let (href, title) = (super::svg::escape(&lane.href), super::svg::escape(&words));
        pen.put(&format!("<a href=\"{href}\"><title>{title}</title>"));
    }
    pen.text(at, y + 8.0, anchor, Style::Note, &words);
    if options.heads {
        pen.put("</a>");
    }
    y + 14.0
}

fn draw_plan(pen: &mut Pen, plan: &Plan, scale: &Scale, options: &Options, y: f64) {
    let promise = plan.promise;
    let words = &options.words;
    let dates = promise
        .targets
        .iter()
        .map(|t| t.when.as_str())
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(&words.then);
    let verdict = if promise.verdict.is_empty() || dates.ends_with(&promise.verdict) {
        String::new()
    } else {
        format!("{}{}", words.semicolon, promise.verdict)
    };
    pen.begin_link(
        &promise.href,
        &format!("{}{}{dates}{verdict}", promise.title, words.colon),
    );
    if plan.text == Anchor::Right && plan.at < plan.low - 8.0 {
        pen.path(
            "wa",
            &format!("M{} {}H{}", n(plan.at + 6.0), n(y), n(plan.low)),
        );
    }
    pen.two(
        plan.at,
        y + 4.0,
        plan.text,
        (&plan.label, &plan.verdict, style(promise)),
    );
    pen.labelled.push(promise.id.clone());
    let mut ends = Vec::new();
    let last = promise.targets.len().saturating_sub(1);
    for (index, (target, &(a, b))) in promise.targets.iter().zip(&plan.targets).enumerate() {
        let current = index == last && promise.is_open();
        let class = if current { "e" } else { "p" };
        match target.span {
            None => {
                let to = plan.end.unwrap_or_else(|| scale.x(options.end()));
                let a = a.max(plan.run - 4.0);
                // Words on this side stand where it would begin.
                let start = match plan.text {
                    Anchor::Left => (plan.at + plan.wide() + 4.0).max(a + 4.0),
                    _ => a + 4.0,
                };
                if to > start + 2.0 {
                    pen.path("wa", &format!("M{} {}H{}", n(start), n(y), n(to)));
                }
                pen.put(&format!(
                    "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"3\"/>",
                    n(a),
                    n(y)
                ));
                ends.push((a, true));
            }
            Some(span) if span.is_point() => {
                pen.sign(&options.id, if current { "e" } else { "w" }, a, y);
                ends.push((a, false));
            }
            Some(span) if span.open_end => {
                pen.path(
                    class,
                    &format!(
                        "M{} {}H{}a3.5 3.5 0 0 0 0 7H{}",
                        n(a + 12.0),
                        n(y - 3.5),
                        n(a + 4.5),
                        n(a + 12.0)
                    ),
                );
                pen.path(
                    "op",
                    &format!("M{} {}l3 2.5l-3 2.5", n(a + 11.0), n(y - 2.5)),
                );
                ends.push((a + 5.0, false));
            }
            Some(_) => {
                pen.capsule(class, a + 1.0, y - 3.5, (b - a - 2.0).max(5.0), 7.0);
                ends.push(((a + b) / 2.0, false));
            }
        }
    }
    let arc = |from: f64, to: f64, down: bool| {
        let rise = if (to - from).abs() > 12.0 { 8.0 } else { 6.0 };
        let (at, rise) = if down {
            (y + 4.5, rise)
        } else {
            (y - 4.5, -rise)
        };
        format!(
            "<path class=\"ar\" marker-end=\"url(#{}a)\" d=\"M{} {}Q{} {} {} {}\"/>",
            options.id,
            n(from),
            n(at),
            n((from + to) / 2.0),
            n(at + rise),
            n(to),
            n(at)
        )
    };
    for pair in ends.windows(2) {
        pen.put(&arc(pair[0].0, pair[1].0, pair[1].0 < pair[0].0));
    }
    outcome(pen, plan, &ends, arc, scale, options, y);
    let (a, b) = (plan.low, plan.high.max(plan.low + 24.0));
    pen.rect(
        "z",
        Area {
            x0: a,
            x1: b,
            y0: y - 9.0,
            y1: y + 9.0,
        },
    );
    pen.end_link();
}

fn outcome(
    pen: &mut Pen,
    plan: &Plan,
    ends: &[(f64, bool)],
    arc: impl Fn(f64, f64, bool) -> String,
    scale: &Scale,
    options: &Options,
    y: f64,
) {
    let (Some(end), Some(&(from, undated))) = (plan.end, ends.last()) else {
        return;
    };
    match plan.promise.outcome {
        Outcome::Happened(span) => {
            if !undated && (end - from).abs() > 3.0 {
                pen.put(&arc(from, end, end < from));
            }
            match shape(&span, false, scale) {
                Shape::Disc(x) => pen.put(&format!(
                    "<circle class=\"m\" cx=\"{}\" cy=\"{}\" r=\"4.2\"/>",
                    n(x),
                    n(y)
                )),
                Shape::Half(x) | Shape::Tick(x) => pen.sign(&options.id, "h", x, y),
                Shape::Bar(a, b) => pen.capsule("m", a, y - 3.5, b - a, 7.0),
                Shape::Hollow(a, b) => pen.capsule("mo", a + 0.9, y - 3.5, b - a - 1.8, 7.0),
            }
        }
        Outcome::Cancelled(_) => {
            let start = (plan.targets.last().map_or(from, |t| t.1) + 4.0).max(plan.run);
            if end - 6.0 > start && !undated {
                pen.path("wa", &format!("M{} {}H{}", n(start), n(y), n(end - 6.0)));
            }
            pen.sign(&options.id, "x", end, y);
        }
        Outcome::Overdue => {
            let start = (plan.targets.last().map_or(from, |t| t.1) + 2.0).max(plan.run);
            if end - 1.0 > start {
                pen.path("ov", &format!("M{} {}H{}", n(start), n(y), n(end - 1.0)));
            }
        }
        Outcome::Waiting => {}
    }
}
