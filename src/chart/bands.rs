//! The band of a lane: which stance held when. Its height is the place on the scale; it changes exactly
//! where an entry says so, with a slanted edge over the days on which the change can have happened.

use super::scale::Scale;
use super::svg::{Pen, n};
use super::types::{Change, Options};

/// A time in which one stance held.
#[derive(Clone, Debug)]
pub struct Segment<'a> {
    /// The change that began it.
    pub change: &'a Change,
    /// Where it can have begun: the first and the last possible day, in pixels.
    pub begins: (f64, f64),
    /// Where it can have ended.
    pub ends: (f64, f64),
    /// Whether it began before the axis.
    pub early: bool,
}

/// Changes in the order of time, without those that repeat the stance that holds. What was only reported
/// and is confirmed later is a change of its own.
pub fn merged(changes: &[Change]) -> Vec<Change> {
    let mut order: Vec<&Change> = changes.iter().collect();
    order.sort_by_key(|c| (c.span.start, c.span.end));
    let mut out: Vec<Change> = Vec::new();
    for change in order {
        if out.last().is_some_and(|last| {
            // On a long scale two stances can look alike, and have two names.
            let same = last.tentative == change.tentative && last.name == change.name;
            last.step == change.step && (same || change.tentative && !last.tentative)
        }) {
            continue;
        }
        out.push(change.clone());
    }
    out
}

/// The segments of merged changes on an axis, up to the day `end` (itself included).
pub fn segments<'a>(
    changes: &'a [Change],
    scale: &Scale,
    end: super::calendar::Day,
) -> Vec<Segment<'a>> {
    // A change that is known by its year has happened before the next one, whose day is known.
    let edge = |index: usize| {
        let change = &changes[index];
        let first = scale.x(change.span.start);
        let last = if change.span.is_point() {
            first
        } else {
            scale.x(change.span.end + 1).max(first)
        };
        let limit = changes
            .get(index + 1)
            .map_or(f64::INFINITY, |next| scale.x(next.span.start).max(first));
        (first, last.min(limit))
    };
    let stop = scale.x(end);
    let mut out = Vec::new();
    for (index, change) in changes.iter().enumerate() {
        let next = changes.get(index + 1);
        if change.span.start > end || next.is_some_and(|c| c.span.start <= scale.from()) {
            continue;
        }
        let limit = |(a, b): (f64, f64)| (a.min(stop), b.min(stop));
        let ends = next.map_or((stop, stop), |_| edge(index + 1));
        out.push(Segment {
            change,
            begins: limit(edge(index)),
            ends: limit(ends),
            early: change.span.start < scale.from(),
        });
    }
    out
}

/// Height of a step of `steps`, of a band that is `full` pixels high.
pub fn height(step: usize, steps: usize, full: f64) -> f64 {
    full * (step.min(steps.saturating_sub(1)) + 1) as f64 / steps.max(1) as f64
}

/// Draws the band with its foot at `foot`, `full` pixels high at most, as links.
pub fn draw(
    pen: &mut Pen,
    segments: &[Segment],
    options: &Options,
    foot: f64,
    full: f64,
    colon: &str,
) {
    let id = &options.id;
    for segment in segments {
        let step = segment.change.step.min(options.steps.saturating_sub(1));
        let tall = height(step, options.steps, full);
        let lean = |(a, b): (f64, f64)| a + (b - a) * tall / full;
        let (mut b1, mut b0) = (lean(segment.ends), segment.ends.0);
        let (a0, a1) = (segment.begins.0, lean(segment.begins));
        if b1 - a1 < 2.0 {
            b1 = a1 + 2.0;
            b0 = b0.max(a0 + 2.0);
        }
        let top = foot - tall;
        let reported = if segment.change.tentative { " r" } else { "" };
        pen.begin_link(
            &segment.change.href,
            &format!("{}{colon}{}", segment.change.name, segment.change.title),
        );
        let left = if (a1 - a0).abs() < 0.05 {
            format!("M{} {}V{}", n(a0), n(foot), n(top))
        } else {
            format!("M{} {}L{} {}", n(a0), n(foot), n(a1), n(top))
        };
        let right = if (b1 - b0).abs() < 0.05 {
            format!("H{}V{}Z", n(b1), n(foot))
        } else {
            format!("H{}L{} {}Z", n(b1), n(b0), n(foot))
        };
        pen.put(&format!(
            "<path class=\"n{reported}\" fill=\"url(#{id}p{step})\" d=\"{left}{right}\"/>"
        ));
        pen.path(
            &format!("s{}{reported}", step.min(5)),
            &format!("M{} {}H{}", n(a1), n(top), n(b1)),
        );
        pen.end_link();
        if segment.early {
            pen.path(
                &format!("s{} q", step.min(5)),
                &format!("M{} {}h9", n(a0 - 9.0), n(top)),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::types::Span;
    use super::*;

    fn change(step: usize, at: i32, tentative: bool) -> Change {
        Change {
            step,
            span: Span::day(at),
            tentative,
            name: format!("s{step}"),
            since: String::new(),
            title: String::new(),
            when: String::new(),
            href: String::new(),
        }
    }

    #[test]
    fn a_repeated_stance_is_no_change_and_a_confirmation_is() {
        let all = merged(&[
            change(1, 0, false),
            change(1, 10, false),
            change(3, 20, true),
            change(3, 30, false),
            change(3, 40, true),
        ]);
        assert_eq!(
            all.iter().map(|c| c.span.start).collect::<Vec<_>>(),
            [0, 20, 30]
        );
    }

    #[test]
    fn bands_change_where_entries_say_so_and_end_today() {
        let all = [
            change(1, -50, false),
            change(3, 20, false),
            change(0, 70, false),
            change(2, 95, false),
        ];
        let scale = Scale::linear(0, 99, 0.0, 100.0);
        let found = segments(&all, &scale, 80);
        assert_eq!(found.len(), 3);
        assert!(found[0].early && found[0].begins.0 == 0.0);
        assert_eq!(
            (found[1].begins, found[1].ends),
            ((20.0, 20.0), (70.0, 70.0))
        );
        assert_eq!(found[2].ends, (80.0, 80.0));
    }

    #[test]
    fn a_month_is_a_slanted_edge_that_both_bands_share() {
        let all = [
            change(1, 0, false),
            Change {
                span: Span::period(30, 59),
                ..change(3, 0, false)
            },
        ];
        let found = segments(&all, &Scale::linear(0, 99, 0.0, 100.0), 99);
        assert_eq!(found[0].ends, (30.0, 60.0));
        assert_eq!(found[1].begins, (30.0, 60.0));
    }
}
