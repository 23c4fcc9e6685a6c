//! How much of a lane is shown mark by mark. A lane with more has the rest as ticks on its rail, which
//! are one path however many they are, and of what was announced it shows what a reader asks for first.

use std::cmp::Reverse;

use serde::Serialize;

use super::marks::{Shape, shape};
use super::scale::Scale;
use super::svg::{Pen, n};
use super::types::{Lane, Outcome, Promise};

/// A picture with no more marks than this shows each of them.
const FEW_MARKS: usize = 240;
/// A lane with more marks or announcements than this does not show each of them.
const FEW_MARKS_IN_LANE: usize = 60;
const FEW_PLANS: usize = 8;

/// How many marks and announcements of a lane are shown by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Room {
    /// Marks; those of importance 5 are shown by themselves even if there are more.
    pub marks: usize,
    /// Announcements.
    pub plans: usize,
}

impl Room {
    /// That of each lane of a picture; none if it can show all.
    pub fn of(lanes: &[Lane]) -> Option<Room> {
        let all: usize = lanes.iter().map(|lane| lane.marks.len()).sum();
        let is_full =
            |lane: &Lane| lane.marks.len() > FEW_MARKS_IN_LANE || lane.promises.len() > FEW_PLANS;
        let each = |all: usize| all / lanes.len().max(1);
        (all > FEW_MARKS || lanes.iter().any(is_full)).then(|| Room {
            marks: each(192).clamp(16, FEW_MARKS_IN_LANE),
            plans: each(60).clamp(4, FEW_PLANS),
        })
    }

    /// That of a lane whose picture is as wide as a phone.
    pub fn on_a_phone(self) -> Room {
        Room {
            marks: self.marks / 2,
            plans: self.plans.min(3),
        }
    }
}

/// The lane with its weightiest marks, of equal ones the latest; the others are in [`Lane::lesser`]. The second
/// value says how many announcements it has besides those that it keeps.
pub fn thinned(lane: &Lane, room: Room) -> (Lane, usize) {
    let mut order: Vec<usize> = (0..lane.marks.len()).collect();
    order.sort_by_key(|&at| {
        let mark = &lane.marks[at];
        (Reverse(mark.importance), Reverse(mark.span.start), at)
    });
    let mut kept = vec![false; lane.marks.len()];
    for (place, at) in order.into_iter().enumerate() {
        kept[at] = place < room.marks || lane.marks[at].importance >= 5;
    }
    let (mut marks, mut lesser, mut unnamed) = (Vec::new(), lane.lesser.clone(), lane.unnamed);
    for (mark, kept) in lane.marks.iter().zip(kept) {
        if kept {
            marks.push(mark.clone());
        } else {
            unnamed += usize::from(mark.importance >= 4);
            lesser.push(mark.span);
        }
    }
    lesser.sort_by_key(|span| (span.start, span.end));
    let promises = asked_for(&lane.promises, room.plans);
    let hidden = lane.promises.len() - promises.len();
    let lane = Lane {
        marks,
        promises,
        lesser,
        unnamed,
        ..lane.clone()
    };
    (lane, hidden)
}

/// Of announcements, what is overdue (half of the room, the latest first), what comes next, and what ended
/// last; in the order in which they came.
fn asked_for(promises: &[Promise], room: usize) -> Vec<Promise> {
    let last = |promise: &Promise| {
        let target = promise.targets.last();
        target.and_then(|target| target.span).map(|span| span.end)
    };
    let (mut overdue, mut waiting, mut ended) = (Vec::new(), Vec::new(), Vec::new());
    for (at, promise) in promises.iter().enumerate() {
        match promise.outcome {
            Outcome::Overdue => overdue.push((Reverse(last(promise)), at)),
            Outcome::Waiting => waiting.push((last(promise).is_none(), last(promise), at)),
            Outcome::Happened(span) | Outcome::Cancelled(span) => {
                ended.push((Reverse(span.end), at));
            }
        }
    }
    overdue.sort_unstable();
    waiting.sort_unstable();
    ended.sort_unstable();
    let late = overdue.iter().map(|(_, at)| *at);
    let (first, rest) = (
        late.clone().take(room.div_ceil(2)),
        late.skip(room.div_ceil(2)),
    );
    let next = waiting.iter().map(|(_, _, at)| *at);
    let past = ended.iter().map(|(_, at)| *at);
    let mut kept: Vec<usize> = first
        .chain(next)
        .chain(rest)
        .chain(past)
        .take(room)
        .collect();
    kept.sort_unstable();
    kept.iter().map(|at| promises[*at].clone()).collect()
}

/// Draws what is not shown mark by mark: a tick for each known day, and a soft line along what is known less
/// exactly. Ticks nearer than two pixels are one.
pub fn draw(pen: &mut Pen, lane: &Lane, scale: &Scale, rail: f64) {
    let (mut ticks, mut lines): (Vec<i64>, Vec<(f64, f64)>) = (Vec::new(), Vec::new());
    for span in &lane.lesser {
        match shape(span, true, scale) {
            Shape::Tick(x) | Shape::Disc(x) => ticks.push((x / 2.0).round() as i64),
            Shape::Half(x) => lines.push((x - 3.0, x + 3.0)),
            Shape::Hollow(a, b) | Shape::Bar(a, b) => lines.push((a, b)),
        }
    }
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut joined: Vec<(f64, f64)> = Vec::new();
    for (a, b) in lines {
        match joined.last_mut() {
            Some(last) if a <= last.1 + 1.0 => last.1 = last.1.max(b),
            _ => joined.push((a, b)),
        }
    }
    if !joined.is_empty() {
        let line = |(a, b): &(f64, f64)| format!("M{} {}H{}", n(*a), n(rail), n(*b));
        pen.path("lo", &joined.iter().map(line).collect::<String>());
    }
    ticks.sort_unstable();
    ticks.dedup();
    if !ticks.is_empty() {
        let (top, foot) = (n(rail - 5.0), n(rail + 5.0));
        let tick = |x: &i64| format!("M{} {top}V{foot}", 2 * x);
        pen.path("u", &ticks.iter().map(tick).collect::<String>());
    }
}

/// From where what [`draw`] draws goes; none if it draws nothing.
pub fn begins(lane: &Lane, scale: &Scale) -> Option<f64> {
    let first = lane.lesser.first()?;
    Some(shape(first, true, scale).extent(0.0).0)
}
