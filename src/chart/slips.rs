//! How promises slipped: across, the day on which a date was said; upwards, the date that was said. Time flows
//! to the right, a promise that is put off climbs, and what has come true lies on the slanted line, where
//! both are the same day.

use serde::Serialize;

use super::marks;
use super::plans::still_to_come;
use super::scale::Scale;
use super::svg::{Anchor, Pen, Picture, n};
use super::text::{Style, width, wrap_within};
use super::types::{Options, Outcome, Promise};

/// Names of the two axes.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Axes {
    /// "Said on".
    pub said: String,
    /// "Promised for".
    pub target: String,
    /// At the slanted line: "due".
    pub due: String,
}

/// From one line of a label to the next: letters of Arabic and Devanagari are tall.
const LEADING: f64 = 16.0;

/// One promise on the chart: the points of its line, and where it ends.
struct Trace<'a> {
    promise: &'a Promise,
    /// For each date: when it was said, from where to where it lies.
    points: Vec<(f64, f64, f64)>,
    end: (f64, f64),
    /// Where an overdue one fell due.
    due: Option<f64>,
}

/// Whether a promise has a place on the chart: a date, and the day on which it was given.
pub fn is_drawn(promise: &Promise) -> bool {
    let mut targets = promise.targets.iter();
    targets.any(|t| t.span.is_some() && t.said.is_some())
}

/// Draws promises that were given a date at least once; others have no place on it.
pub fn draw(promises: &[Promise], axes: &Axes, options: &Options) -> Picture {
    let mut pen = Pen::new(options.rtl);
    pen.put(&marks::definitions(options));
    let narrow = options.width < 640.0;
    let margin = if narrow {
        26.0
    } else {
        330.0_f64.min(options.width * 0.36)
    };
    let dated: Vec<&Promise> = promises.iter().filter(|p| is_drawn(p)).collect();
    let height = if narrow {
        300.0
    } else {
        (dated.len() as f64 * 32.0).clamp(340.0, 560.0)
    };
    let (left, top) = (52.0, 26.0);
    let (right, foot) = (options.width - margin, top + height);
    let (across, up) = scales(&dated, options, left, right);
    let y = |day| foot - (up.x(day) / 1000.0) * height;
    grid(
        &mut pen,
        &across,
        &up,
        axes,
        options,
        (left, right, top, foot),
    );
    let mut traces: Vec<Trace> = dated
        .iter()
        .map(|p| trace(p, &across, &y, options))
        .collect();
    traces.sort_by(|a, b| {
        a.end
            .1
            .total_cmp(&b.end.1)
            .then(b.end.0.total_cmp(&a.end.0))
            .then(a.promise.id.cmp(&b.promise.id))
    });
    pen.put("<g role=\"list\">");
    let places = spread(
        &traces.iter().map(|t| t.end.1).collect::<Vec<_>>(),
        if narrow { 14.0 } else { 32.0 },
        top + 10.0,
        foot,
    );
    let mut below = foot + 40.0;
    for (index, (trace, at)) in traces.iter().zip(places).enumerate() {
        below = draw_trace(
            &mut pen,
            trace,
            (index, at),
            (right, narrow, below),
            options,
        );
    }
    pen.put("</g>");
    due(&mut pen, &across, &up, axes, (left, right, top, foot));
    let last = pen
        .texts
        .iter()
        .map(|t| t.area.y1)
        .fold(foot + 40.0, f64::max);
    pen.finish(options.width, last + 6.0)
}

fn scales(dated: &[&Promise], options: &Options, left: f64, right: f64) -> (Scale, Scale) {
    let end = options.end();
    let said: Vec<i32> = dated
        .iter()
        .flat_map(|p| p.targets.iter().filter_map(|t| t.said))
        .collect();
    let mut targets: Vec<i32> = dated
        .iter()
        .flat_map(|p| {
            p.targets
                .iter()
                .filter_map(still_to_come)
                .flat_map(|s| [s.start, s.end])
        })
        .collect();
    targets.extend(dated.iter().filter_map(|p| match p.outcome {
        Outcome::Happened(span) | Outcome::Cancelled(span) => Some(span.end),
        _ => None,
    }));
    let first = said.iter().copied().min().unwrap_or(end - 365);
    let low = targets.iter().copied().min().unwrap_or(first);
    let high = targets.iter().copied().max().unwrap_or(end).max(end);
    let air = ((end - first) / 40).max(3);
    (
        Scale::linear(first - air, end.max(first) + 1, left, right),
        Scale::linear(low.min(end - 30) - air, high + air, 0.0, 1000.0),
    )
}

fn grid(
    pen: &mut Pen,
    across: &Scale,
    up: &Scale,
    axes: &Axes,
    options: &Options,
    (left, right, top, foot): (f64, f64, f64, f64),
) {
    pen.put("<g aria-hidden=\"true\">");
    let words = &options.words;
    let mut lines = String::new();
    for tick in across.ticks(words).iter().filter(|t| !t.label.is_empty()) {
        lines.push_str(&format!("M{} {}V{}", n(tick.x), n(top), n(foot)));
        pen.text(
            tick.x + 4.0,
            foot + 14.0,
            Anchor::Left,
            Style::Bold,
            &tick.label,
        );
    }
    let mut edge = f64::INFINITY;
    for tick in up.ticks(words).iter().filter(|t| !t.label.is_empty()) {
        let y = foot - tick.x / 1000.0 * (foot - top);
        lines.push_str(&format!("M{} {}H{}", n(left), n(y), n(right)));
        if y + 2.0 <= edge && y > top + 6.0 && width(&tick.label, Style::Bold) <= left - 4.0 {
            pen.text(0.0, y + 4.0, Anchor::Left, Style::Bold, &tick.label);
            edge = y - 16.0;
        }
    }
    pen.path("g", &lines);
    let day = |t: i32| (across.x(t), foot - up.x(t) / 1000.0 * (foot - top));
    let (a, b) = (
        across.from().max(up.from()),
        (across.to() - 1).min(up.to() - 1),
    );
    if b > a {
        let (p, q) = (day(a), day(b));
        pen.path(
            "dg",
            &format!("M{} {}L{} {}", n(p.0), n(p.1), n(q.0), n(q.1)),
        );
    }
    pen.path("ik", &format!("M{} {}H{}", n(left), n(foot), n(right)));
    if options.today.is_some() {
        pen.path("now", &format!("M{} {}V{}", n(right), n(top), n(foot)));
    }
    pen.text_within(
        0.0,
        top - 12.0,
        Anchor::Left,
        Style::Note,
        &axes.target,
        options.width * 0.4,
    );
    let today = &words.today;
    if options.today.is_some() {
        let named = width(&axes.target, Style::Note).min(options.width * 0.4);
        let room = (right - named - 12.0).max(40.0);
        pen.text_within(right, top - 12.0, Anchor::Right, Style::Now, today, room);
    }
    pen.text_within(
        right,
        foot + 28.0,
        Anchor::Right,
        Style::Note,
        &axes.said,
        right - left,
    );
    pen.put("</g>");
}

/// The name of the slanted line, where nothing else is in its way.
fn due(
    pen: &mut Pen,
    across: &Scale,
    up: &Scale,
    axes: &Axes,
    (left, right, top, foot): (f64, f64, f64, f64),
) {
    let (a, b) = (
        across.from().max(up.from()),
        (across.to() - 1).min(up.to() - 1),
    );
    if b <= a || axes.due.is_empty() {
        return;
    }
    for part in [7, 5, 6, 3, 4, 2] {
        let day = a + (b - a) / 8 * part;
        let (x, y) = (across.x(day), foot - up.x(day) / 1000.0 * (foot - top));
        for (x, y, anchor) in [
            (x - 6.0, y - 12.0, Anchor::Right),
            (x + 10.0, y + 14.0, Anchor::Left),
        ] {
            let area = Pen::area(x, y, anchor, Style::Note, &axes.due);
            let inside = area.x0 > left && area.x1 < right && area.y1 < foot && area.y0 > top;
            if inside
                && pen.is_free(&area)
                && !pen.leaders.iter().any(|l| area.is_crossed(l.0, l.1))
            {
                pen.text(x, y, anchor, Style::Note, &axes.due);
                return;
            }
        }
    }
}

fn trace<'a>(
    promise: &'a Promise,
    across: &Scale,
    y: &impl Fn(i32) -> f64,
    options: &Options,
) -> Trace<'a> {
    let points: Vec<(f64, f64, f64)> = promise
        .targets
        .iter()
        .filter_map(|t| {
            let span = still_to_come(t)?;
            Some((
                across.x(t.said?),
                y(span.start),
                y(span.end.saturating_add(1)),
            ))
        })
        .collect();
    let last = points
        .last()
        .map_or((0.0, 0.0), |p| (p.0, (p.1 + p.2) / 2.0));
    let end = match promise.outcome {
        Outcome::Happened(span) => (across.x(span.end), y(span.end)),
        Outcome::Cancelled(span) => (across.x(span.end), last.1),
        Outcome::Waiting | Outcome::Overdue => (across.x(options.end()), last.1),
    };
    let due = match promise.outcome {
        Outcome::Overdue => promise
            .targets
            .last()
            .and_then(|t| t.span)
            .map(|s| across.x(s.end)),
        _ => None,
    };
    let end = (end.0.max(last.0), end.1);
    let due = due.map(|x| x.clamp(last.0, end.0));
    Trace {
        promise,
        points,
        end,
        due,
    }
}
/// Heights for labels that want to stand at `wanted` (from above) and need `room` each.
fn spread(wanted: &[f64], room: f64, top: f64, foot: f64) -> Vec<f64> {
    let mut places = Vec::new();
    let mut next = top;
    for &want in wanted {
        let at = want.max(next);
        places.push(at);
        next = at + room;
    }
    let mut limit = foot.max(top + room * wanted.len().saturating_sub(1) as f64);
    for place in places.iter_mut().rev() {
        *place = place.min(limit);
        limit = *place - room;
    }
    places
}

fn draw_trace(
    pen: &mut Pen,
    trace: &Trace,
    (index, at): (usize, f64),
    (right, narrow, below): (f64, bool, f64),
    options: &Options,
) -> f64 {
    let promise = trace.promise;
    let words = &options.words;
    pen.begin_link(
        &promise.href,
        &format!("{}{}{}", promise.title, words.colon, promise.verdict),
    );
    let mut line = String::new();
    for (number, &(x, a, b)) in trace.points.iter().enumerate() {
        let y = (a + b) / 2.0;
        line.push_str(&if number == 0 {
            format!("M{} {}", n(x), n(y))
        } else {
            format!("H{}V{}", n(x), n(y))
        });
    }
    line.push_str(&format!("H{}", n(trace.due.unwrap_or(trace.end.0))));
    if matches!(promise.outcome, Outcome::Happened(_)) {
        line.push_str(&format!("V{}", n(trace.end.1)));
    }
    pen.path("ar", &line);
    if let Some(x) = trace.due {
        pen.path(
            "ov",
            &format!("M{} {}H{}", n(x), n(trace.end.1), n(trace.end.0)),
        );
    }
    for &(x, a, b) in &trace.points {
        let tall = (a - b).max(7.0);
        pen.capsule_upright("p", x - 3.5, (a + b) / 2.0 - tall / 2.0, 7.0, tall);
    }
    let id = &options.id;
    match promise.outcome {
        Outcome::Happened(_) => pen.sign(id, "m", trace.end.0, trace.end.1),
        Outcome::Cancelled(_) => pen.sign(id, "x", trace.end.0, trace.end.1),
        Outcome::Waiting | Outcome::Overdue => pen.sign(id, "e", trace.end.0, trace.end.1),
    }
    let style = if promise.outcome == Outcome::Overdue {
        Style::Now
    } else {
        Style::Plain
    };
    let mut after = below;
    if narrow {
        let number = words.number(index as i32 + 1);
        pen.leader("wa", (trace.end.0 + 6.0, trace.end.1), (right + 6.0, at));
        pen.text(right + 8.0, at + 4.0, Anchor::Left, Style::Bold, &number);
        let (edge, anchor, inner) = if options.rtl {
            (options.width, Anchor::Right, options.width - 24.0)
        } else {
            (0.0, Anchor::Left, 24.0)
        };
        after += 17.0;
        pen.text(edge, after, anchor, Style::Bold, &number);
        for (text, style) in [(&promise.label, Style::Bold), (&promise.verdict, style)] {
            let lines = wrap_within(text, options.width - 26.0, style, 3);
            pen.lines(inner, after, LEADING, anchor, style, &lines);
            after += lines.len() as f64 * LEADING;
        }
        after = (after - 10.0).max(below + 17.0);
    } else {
        pen.leader("wa", (trace.end.0 + 7.0, trace.end.1), (right + 22.0, at));
        let room = options.width - right - 28.0;
        let (x, anchor) = if options.rtl {
            (options.width, Anchor::Right)
        } else {
            (right + 26.0, Anchor::Left)
        };
        pen.text_within(x, at - 1.0, anchor, Style::Bold, &promise.label, room);
        pen.text_within(x, at - 1.0 + LEADING, anchor, style, &promise.verdict, room);
    }
    pen.labelled.push(promise.id.clone());
    pen.end_link();
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_their_room() {
        for wanted in [vec![10.0, 11.0, 12.0, 300.0], vec![290.0; 12], vec![]] {
            let places = spread(&wanted, 29.0, 10.0, 300.0);
            assert!(
                places.windows(2).all(|p| p[1] - p[0] >= 28.99),
                "{places:?}"
            );
        }
    }
}
