//! What a picture of lanes shows, as rows; and which facts of a lane lie on an axis.

use super::calendar::Day;
use super::types::{Lane, Options, Outcome, Promise, Span};
use super::{axis, bands};

/// One row of the table that says what a picture shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Name of the lane; empty where there is only one.
    pub lane: String,
    /// What kind of fact it is.
    pub kind: RowKind,
    /// Id of the entry; empty for a change of stance.
    pub id: String,
    /// Date in words; the dates of a promise in their order.
    pub when: Vec<String>,
    /// What.
    pub what: String,
    /// Name of the stance, or what came of a promise.
    pub detail: String,
    /// Where it leads.
    pub href: String,
}

/// Kinds of facts in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Something that happened.
    Event,
    /// A change of stance.
    Change,
    /// Something announced.
    Promise,
}

/// The rows of a picture of lanes: lane by lane, and in each by kind and time. The picture draws these
/// and no others, so that table, CSV and picture hold the same facts.
pub fn rows(lanes: &[Lane], options: &Options) -> Vec<Row> {
    let mut rows = Vec::new();
    let scale = axis::scale_for(lanes, options, 0.0, 1000.0);
    for lane in lanes {
        for mark in &lane.marks {
            rows.push(Row {
                lane: lane.name.clone(),
                kind: RowKind::Event,
                id: mark.id.clone(),
                when: vec![mark.when.clone()],
                what: mark.title.clone(),
                detail: String::new(),
                href: mark.href.clone(),
            });
        }
        let changes = bands::merged(&lane.changes);
        for change in bands::segments(&changes, &scale, options.end())
            .iter()
            .map(|s| s.change)
        {
            rows.push(Row {
                lane: lane.name.clone(),
                kind: RowKind::Change,
                id: String::new(),
                when: vec![change.when.clone()],
                what: change.title.clone(),
                detail: change.name.clone(),
                href: change.href.clone(),
            });
        }
        for promise in lane
            .promises
            .iter()
            .filter(|p| !options.compact || p.is_open())
        {
            rows.push(Row {
                lane: lane.name.clone(),
                kind: RowKind::Promise,
                id: promise.id.clone(),
                when: promise.targets.iter().map(|t| t.when.clone()).collect(),
                what: promise.title.clone(),
                detail: promise.verdict.clone(),
                href: promise.href.clone(),
            });
        }
    }
    rows
}

/// The facts of a lane that lie on an axis: from one day to another, both included. What ended before is
/// left out and noted in [`Lane::earlier`]; changes of stance stay, for a band may have begun before.
pub fn clipped(lane: &Lane, from: Day, to: Day) -> Lane {
    let on = |span: &Span| span.end >= from && span.start <= to;
    let ends = |p: &Promise| match p.outcome {
        Outcome::Happened(span) | Outcome::Cancelled(span) => span.end >= from && span.start <= to,
        Outcome::Waiting | Outcome::Overdue => {
            p.targets.iter().any(|t| t.span.is_none_or(|s| on(&s)))
        }
    };
    let before = |span: &Span| span.end < from;
    Lane {
        marks: lane.marks.iter().filter(|m| on(&m.span)).cloned().collect(),
        promises: lane.promises.iter().filter(|p| ends(p)).cloned().collect(),
        changes: lane
            .changes
            .iter()
            .filter(|c| c.span.start <= to)
            .cloned()
            .collect(),
        earlier: lane.earlier
            || lane.marks.iter().any(|m| before(&m.span))
            || lane.changes.iter().any(|c| before(&c.span)),
        ..lane.clone()
    }
}
