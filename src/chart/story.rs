//! A storyline on one axis: what happened, the stance that held as a band, how entries are tied to earlier
//! ones as steps below it, and long silences in words.

use foldhash::{HashMap, HashMapExt as _};

use super::calendar::Day;
use super::lanes;
use super::svg::{Anchor, Pen, Picture, n};
use super::text::{Style, width};
use super::types::{Lane, Options};
use super::{axis, marks};

/// What an entry does to an earlier one.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Tie {
    /// Id of the mark that does it.
    pub from: String,
    /// Id of the mark to which it is done.
    pub to: String,
    /// What it does, in a word or two: "reverses".
    pub label: String,
    /// The same in a sentence.
    pub title: String,
}

/// A time without an entry.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Silence {
    /// The last day before it that an entry can mean.
    pub from: Day,
    /// The first day after it that one can mean.
    pub to: Day,
    /// "Seven months without an entry".
    pub words: String,
}

/// A storyline.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct Story {
    /// Its entries and stances; its name is not drawn.
    pub lane: Lane,
    /// What its entries do to one another.
    pub ties: Vec<Tie>,
    /// Its long silences, in the order of time.
    pub silences: Vec<Silence>,
}

/// Rows of steps; the page has the others in words.
const MOST_ROWS: usize = 8;
/// Height of a row of steps.
const ROW: f64 = 22.0;

/// Draws a story.
pub fn draw(story: &Story, options: &Options) -> Picture {
    let options = &Options {
        heads: false,
        ..options.clone()
    };
    let scale = axis::scale_for(
        std::slice::from_ref(&story.lane),
        options,
        12.0,
        options.width - 8.0,
    );
    let mut front = Pen::new(options.rtl);
    let top = axis::height(&scale, options) + 4.0;
    let mut y = lanes::draw_lane(&mut front, &story.lane, &scale, options, top);
    front.put("<g aria-hidden=\"true\">");
    if draw_silences(&mut front, story, &scale, y + 12.0) {
        y += ROW;
    }
    y = steps(&mut front, story, &scale, options, y);
    front.put("</g>");
    lanes::finish(front, &scale, options, y + 4.0, "")
}

/// Writes silences where there is room for their words; returns whether there was for any.
fn draw_silences(pen: &mut Pen, story: &Story, scale: &super::scale::Scale, y: f64) -> bool {
    let mut drawn = false;
    for silence in &story.silences {
        let (a, b) = (scale.x(silence.from), scale.x(silence.to));
        let wide = width(&silence.words, Style::Note);
        if silence.words.is_empty() || b - a < wide + 36.0 {
            continue;
        }
        let middle = (a + b) / 2.0;
        let (left, right) = (middle - wide / 2.0 - 6.0, middle + wide / 2.0 + 6.0);
        let (from, to, line) = (n(a + 3.0), n(b - 3.0), n(y - 4.0));
        pen.path(
            "wa",
            &format!("M{from} {line}H{}M{} {line}H{to}", n(left), n(right)),
        );
        pen.path(
            "l",
            &format!("M{from} {}v6M{to} {}v6", n(y - 7.0), n(y - 7.0)),
        );
        pen.text(middle, y, Anchor::Middle, Style::Note, &silence.words);
        drawn = true;
    }
    drawn
}

/// A step between two marks, with the area that it and its label take.
struct Step<'a> {
    tie: &'a Tie,
    /// The later mark and the earlier one.
    at: (f64, f64),
    /// Where its label begins.
    label: f64,
    taken: (f64, f64),
}

/// Draws the steps in rows from `y` downwards, so that none touches another; returns where they end.
fn steps(
    pen: &mut Pen,
    story: &Story,
    scale: &super::scale::Scale,
    options: &Options,
    y: f64,
) -> f64 {
    let mut places: HashMap<&str, f64> = HashMap::new();
    for mark in &story.lane.marks {
        let shape = marks::shape(&mark.span, mark.importance < 4, scale);
        places.insert(&mark.id, shape.middle());
    }
    let mut steps: Vec<Step> = story
        .ties
        .iter()
        .filter_map(|tie| {
            let at = (
                *places.get(tie.from.as_str())?,
                *places.get(tie.to.as_str())?,
            );
            step(tie, at, options)
        })
        .collect();
    steps.sort_by(|a, b| a.taken.0.total_cmp(&b.taken.0));
    let mut ends: Vec<f64> = Vec::new();
    for step in steps {
        let row = ends.iter().position(|end| *end <= step.taken.0);
        let row = row.unwrap_or(ends.len());
        if row >= MOST_ROWS {
            continue;
        }
        if row == ends.len() {
            ends.push(0.0);
        }
        ends[row] = step.taken.1 + 8.0;
        draw_step(pen, &step, options, y + 14.0 + row as f64 * ROW);
    }
    y + ends.len() as f64 * ROW
}

/// Its label stands over its line if it is long enough, else beside it, where there is room. None if there is
/// room nowhere.
fn step<'a>(tie: &'a Tie, at: (f64, f64), options: &Options) -> Option<Step<'a>> {
    let (a, b) = (at.0.min(at.1), at.0.max(at.1));
    let wide = width(&tie.label, Style::Small);
    let label = if b - a >= wide + 8.0 {
        a + 4.0
    } else if b + 6.0 + wide <= options.width {
        b + 6.0
    } else if a - 6.0 - wide >= 0.0 {
        a - 6.0 - wide
    } else {
        return None;
    };
    Some(Step {
        tie,
        at,
        label,
        taken: (a.min(label), b.max(label + wide)),
    })
}

/// A line from the later mark, with an arrow at the earlier one.
fn draw_step(pen: &mut Pen, step: &Step, options: &Options, y: f64) {
    let (from, to) = step.at;
    let title = super::svg::escape(&step.tie.title);
    pen.put(&format!("<g><title>{title}</title>"));
    let over = step.label > from.min(to) && step.label < from.max(to);
    let line = y + if over { 4.0 } else { -3.0 };
    pen.put(&format!(
        "<path class=\"ar\" marker-end=\"url(#{}a)\" d=\"M{} {}v6H{}\"/>",
        options.id,
        n(from),
        n(line - 6.0),
        n(to)
    ));
    pen.text(step.label, y, Anchor::Left, Style::Small, &step.tie.label);
    pen.put("</g>");
}
