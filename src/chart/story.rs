//! A storyline from its first entry down to its last. The spine is as wide as the stance that holds: a step
//! is a step to the side. A "reverses" draws a hook back to what it reverses; a long silence is said in words.

use super::marks;
use super::svg::{Anchor, Pen, Picture, escape, n};
use super::text::{Style, wrap_within};
use super::types::{Options, Span, Status};

/// How an entry is tied to an earlier one.
#[derive(Clone, Debug)]
pub struct Tie {
    /// In words: "reverses “Meta releases Llama 4”".
    pub words: String,
    /// Index of the earlier entry in the story, if a hook is to lead back to it.
    pub back: Option<usize>,
}

/// An entry of a story.
#[derive(Clone, Debug)]
pub struct Step {
    /// Id of the entry.
    pub id: String,
    /// Where it leads.
    pub href: String,
    /// Its date in words.
    pub when: String,
    /// Its title.
    pub title: String,
    /// When; none without a date.
    pub span: Option<Span>,
    /// What it stands for.
    pub status: Status,
    /// 1 to 5.
    pub importance: u8,
    /// The stance that it takes, and whether that is only reported.
    pub stance: Option<(usize, bool)>,
    /// Name of that stance.
    pub stance_name: String,
    /// How it is tied to earlier entries.
    pub ties: Vec<Tie>,
    /// The silence before it: "seven months later". Empty if it is short.
    pub gap: String,
}

/// Width of the spine at the highest stance.
const SPINE: f64 = 28.0;
const LINE: f64 = 18.0;

struct Columns {
    /// Where dates are written, and their anchor; none where they stand above titles.
    dates: Option<(f64, Anchor)>,
    /// Middle line of marks.
    marks: f64,
    /// The straight edge of the spine, and the direction in which it grows.
    edge: f64,
    grows: f64,
    text: f64,
    anchor: Anchor,
    room: f64,
    hooks: f64,
}

fn columns(options: &Options) -> Columns {
    let wide = options.width >= 560.0;
    let date = if wide { 118.0 } else { 0.0 };
    let (hooks, marks) = (date + 6.0, date + 44.0);
    let text = marks + 16.0 + SPINE + 14.0;
    let ltr = Columns {
        dates: wide.then_some((date - 6.0, Anchor::Right)),
        marks,
        edge: marks + 14.0,
        grows: 1.0,
        text,
        anchor: Anchor::Left,
        room: options.width - text,
        hooks,
    };
    if !options.rtl {
        return ltr;
    }
    let turn = |x: f64| options.width - x;
    Columns {
        dates: ltr.dates.map(|(x, _)| (turn(x), Anchor::Left)),
        marks: turn(ltr.marks),
        edge: turn(ltr.edge),
        grows: -1.0,
        text: turn(text),
        anchor: Anchor::Right,
        room: ltr.room,
        hooks: turn(hooks),
    }
}

/// Draws a story.
pub fn draw(steps: &[Step], options: &Options) -> Picture {
    let mut pen = Pen::new(options.rtl);
    let at = columns(options);
    let mut y = 20.0;
    let mut places = Vec::new();
    let mut front = Pen::new(options.rtl);
    for step in steps {
        if !step.gap.is_empty() {
            front.text_within(at.text, y, at.anchor, Style::Note, &step.gap, at.room);
            places.push((y - 4.0, None));
            y += 26.0;
        }
        places.push((y, Some(())));
        y = draw_step(&mut front, step, &at, options, y);
    }
    let foot = y - 10.0;
    let rows: Vec<f64> = places
        .iter()
        .filter(|p| p.1.is_some())
        .map(|p| p.0 - 4.0)
        .collect();
    pen.put(&marks::definitions(options));
    spine(&mut pen, steps, &rows, &at, foot, options);
    if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
        pen.path("l", &format!("M{} {}V{}", n(at.marks), n(*first), n(*last)));
    }
    for (gap, _) in places.iter().filter(|p| p.1.is_none()) {
        pen.path(
            "gap",
            &format!("M{} {}V{}", n(at.marks), n(gap - 9.0), n(gap + 9.0)),
        );
    }
    hooks(&mut pen, steps, &rows, &at, options);
    pen.put("<g role=\"list\">");
    pen.put(&front.out);
    pen.put("</g>");
    pen.texts.extend(front.texts);
    pen.labelled.extend(front.labelled);
    pen.finish(options.width, foot.max(20.0) + 8.0)
}

fn draw_step(pen: &mut Pen, step: &Step, at: &Columns, options: &Options, y: f64) -> f64 {
    let title = if step.when.is_empty() {
        step.title.clone()
    } else {
        format!("{}{}{}", step.when, options.words.colon, step.title)
    };
    pen.put(&format!(
        "<g role=\"listitem\"><a href=\"{}\"><title>{}</title>",
        escape(&step.href),
        escape(&title)
    ));
    let mut line = y;
    match at.dates {
        Some((x, anchor)) => {
            let lines: Vec<String> = wrap_within(&step.when, 112.0, Style::Plain, 2);
            pen.lines(x, y, 15.0, anchor, Style::Plain, &lines);
        }
        None => {
            pen.text_within(at.text, line, at.anchor, Style::Small, &step.when, at.room);
            line += 16.0;
        }
    }
    let style = if step.importance >= 5 {
        Style::Head
    } else {
        Style::Text
    };
    let lines: Vec<String> = wrap_within(&step.title, at.room, style, 5);
    pen.lines(at.text, line + 1.0, LINE, at.anchor, style, &lines);
    line += lines.len() as f64 * LINE;
    for tie in &step.ties {
        let lines: Vec<String> = wrap_within(&tie.words, at.room, Style::Note, 3);
        pen.lines(at.text, line, 14.0, at.anchor, Style::Note, &lines);
        line += lines.len() as f64 * 14.0;
    }
    if !step.stance_name.is_empty() {
        pen.text_within(
            at.text,
            line,
            at.anchor,
            Style::Bold,
            &step.stance_name,
            at.room,
        );
        line += 16.0;
    }
    let exact = step.span.is_some_and(|s| s.is_point() && !s.about);
    let sign = match (step.status, exact) {
        (Status::Expected | Status::Overdue, _) => "e",
        (Status::Cancelled, _) => "x",
        (Status::Happened, true) if step.importance >= 5 => "M",
        (Status::Happened, true) => "m",
        (Status::Happened, false) => "o",
    };
    pen.sign(&options.id, sign, at.marks, y - 4.0);
    pen.labelled.push(step.id.clone());
    pen.end_link();
    (line + 12.0).max(y + 34.0)
}

/// The spine: from each entry that takes a stance to the next that does.
fn spine(pen: &mut Pen, steps: &[Step], rows: &[f64], at: &Columns, foot: f64, options: &Options) {
    let taken: Vec<(usize, usize, bool)> = steps
        .iter()
        .enumerate()
        .filter_map(|(i, s)| {
            s.stance
                .map(|(step, reported)| (i, step.min(options.steps.saturating_sub(1)), reported))
        })
        .collect();
    pen.put("<g aria-hidden=\"true\">");
    for (index, &(row, step, reported)) in taken.iter().enumerate() {
        let to = taken.get(index + 1).map_or(foot, |next| rows[next.0]);
        let wide = SPINE * (step + 1) as f64 / options.steps.max(1) as f64;
        let (x0, x1) = if at.grows > 0.0 {
            (at.edge, at.edge + wide)
        } else {
            (at.edge - wide, at.edge)
        };
        let class = if reported { " r" } else { "" };
        pen.put(&format!(
            "<path class=\"n{class}\" fill=\"url(#{}p{step})\" d=\"M{} {}H{}V{}H{}Z\"/>",
            options.id,
            n(x0),
            n(rows[row]),
            n(x1),
            n(to),
            n(x0)
        ));
        let edge = if at.grows > 0.0 { x1 } else { x0 };
        pen.path(
            &format!("s{}{class}", step.min(5)),
            &format!("M{} {}V{}", n(edge), n(rows[row]), n(to)),
        );
    }
    pen.put("</g>");
}

fn hooks(pen: &mut Pen, steps: &[Step], rows: &[f64], at: &Columns, options: &Options) {
    for (index, step) in steps.iter().enumerate() {
        for back in step
            .ties
            .iter()
            .filter_map(|t| t.back)
            .filter(|&b| b < index)
        {
            let (a, b) = (rows[index], rows[back]);
            let side = -at.grows;
            let (x, out) = (at.marks + side * 6.0, at.hooks);
            pen.put(&format!(
                "<path class=\"ar\" marker-end=\"url(#{}a)\" d=\"M{} {}C{} {} {} {} {} {}\"/>",
                options.id,
                n(x),
                n(a),
                n(out),
                n(a),
                n(out),
                n(b),
                n(x),
                n(b)
            ));
        }
    }
}
