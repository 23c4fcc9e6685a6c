//! Two or three lanes on one axis, and below them where they differ: a hair line while all hold the same
//! stance, a bar as thick as they are apart while they do not.

use super::axis;
use super::bands::merged;
use super::calendar::Day;
use super::lanes;
use super::svg::{Anchor, Area, Pen, Picture, n};
use super::text::{Style, width};
use super::types::{Lane, Options};

/// A time in which the stances of all lanes stay as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its first day.
    pub from: Day,
    /// The day after its last one.
    pub to: Day,
    /// The stance of each lane; none before its first.
    pub steps: Vec<Option<usize>>,
}

impl Difference {
    /// How many steps the lanes that have a stance are apart; none if fewer than two have one.
    pub fn distance(&self) -> Option<usize> {
        let known: Vec<usize> = self.steps.iter().flatten().copied().collect();
        let (low, high) = (known.iter().min()?, known.iter().max()?);
        (known.len() > 1).then_some(high - low)
    }
}

/// The times in which lanes agree or differ, up to and with the day `end`. What is known by its month counts from
/// the first day of it; what is only reported counts as it stands.
pub fn differences(all: &[Lane], end: Day) -> Vec<Difference> {
    let changes: Vec<_> = all.iter().map(|l| merged(&l.changes)).collect();
    let mut days: Vec<Day> = changes
        .iter()
        .flatten()
        .map(|c| c.span.start)
        .filter(|&d| d <= end)
        .collect();
    days.sort_unstable();
    days.dedup();
    let mut out: Vec<Difference> = Vec::new();
    for (index, &from) in days.iter().enumerate() {
        let to = days.get(index + 1).copied().unwrap_or(end + 1);
        let steps: Vec<Option<usize>> = changes
            .iter()
            .map(|c| {
                c.iter()
                    .rev()
                    .find(|c| c.span.start <= from)
                    .map(|c| c.step)
            })
            .collect();
        match out.last_mut() {
            Some(last) if last.steps == steps => last.to = to,
            _ => out.push(Difference { from, to, steps }),
        }
    }
    out
}

/// Draws them. `heading` names the row of differences; `named` words one of them, or is empty.
pub fn draw(
    all: &[Lane],
    heading: &str,
    named: &dyn Fn(&Difference) -> String,
    options: &Options,
) -> Picture {
    let mut pen = Pen::new(options.rtl);
    let (x0, x1) = if options.rtl {
        (12.0, options.width - lanes::HEAD)
    } else {
        (lanes::HEAD, options.width)
    };
    let scale = axis::scale_for(all, options, x0, x1);
    let mut y = axis::height(&scale, options);
    let mut rules = String::new();
    for (index, lane) in all.iter().enumerate() {
        let top = y + if index > 0 { 8.0 } else { 4.0 };
        y = lanes::grouped(&mut pen, lane, &scale, options, top);
        rules.push_str(&format!("M0 {}H{}", n(y), n(options.width)));
    }
    let middle = y + 22.0;
    let (edge, anchor) = if options.rtl {
        (options.width, Anchor::Right)
    } else {
        (0.0, Anchor::Left)
    };
    pen.put("<g class=\"un\"><g class=\"hd\">");
    pen.text_within(
        edge,
        middle + 4.0,
        anchor,
        Style::Bold,
        heading,
        lanes::HEAD - 12.0,
    );
    pen.put("</g>");
    let most = options.steps.saturating_sub(1).max(1) as f64;
    let mut free = f64::NEG_INFINITY;
    for difference in differences(all, options.end()) {
        let Some(apart) = difference.distance() else {
            continue;
        };
        let (a, b) = (scale.x(difference.from), scale.x(difference.to));
        if b - a < 0.5 {
            continue;
        }
        if apart == 0 {
            pen.path("eq", &format!("M{} {}H{}", n(a), n(middle), n(b)));
        } else {
            let tall = 4.0 + 16.0 * apart as f64 / most;
            pen.rect(
                "di",
                Area {
                    x0: a,
                    x1: (b - 1.0).max(a + 1.0),
                    y0: middle - tall / 2.0,
                    y1: middle + tall / 2.0,
                },
            );
        }
        let words = named(&difference);
        if !words.is_empty() && a >= free && width(&words, Style::Small) + 4.0 <= b - a {
            pen.text(a, middle + 24.0, Anchor::Left, Style::Small, &words);
            free = a + width(&words, Style::Small) + 8.0;
        }
    }
    pen.put("</g>");
    lanes::finish(pen, &scale, options, middle + 34.0, &rules)
}

#[cfg(test)]
mod tests {
    use super::super::types::{Change, Span};
    use super::*;

    fn lane(changes: &[(usize, Day)]) -> Lane {
        let changes = changes
            .iter()
            .map(|&(step, at)| Change {
                step,
                span: Span::day(at),
                tentative: false,
                name: String::new(),
                since: String::new(),
                title: String::new(),
                when: String::new(),
                href: String::new(),
            })
            .collect();
        Lane {
            changes,
            ..Lane::default()
        }
    }

    #[test]
    fn times_are_divided_where_a_lane_changes() {
        let found = differences(&[lane(&[(1, 0), (3, 50)]), lane(&[(3, 20)])], 99);
        let told: Vec<_> = found.iter().map(|d| (d.from, d.to, d.distance())).collect();
        assert_eq!(told, [(0, 20, None), (20, 50, Some(2)), (50, 100, Some(0))]);
    }
}
