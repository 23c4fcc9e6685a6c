//! Lanes, wide: one lane for each organisation on one axis. From above: labels, the rail with what
//! happened, the band of stances and their names, rows of what was announced.

use super::bands::{self, Segment};
use super::calendar::civil;
use super::heads::{head, more, name_lines};
use super::labels::{LINE, Label, Placement, Wish, place};
use super::marks::{self, Shape, radius, shape};
use super::narrow::background;
use super::scale::Scale;
use super::svg::{Anchor, Parts, Pen, Picture, n};
use super::text::{Style, width};
use super::types::{Lane, Mark, Options};
use super::{axis, plans, thin};

/// Width of the column of names.
pub const HEAD: f64 = 172.0;
/// Height of the band.
pub const BAND: f64 = 32.0;
/// Lines of labels above a rail.
const MOST: usize = 10;
const MOST_COMPACT: usize = 6;

/// Draws lanes whose facts lie on the axis (see [`super::rows::clipped`]).
pub fn draw(lanes: &[Lane], options: &Options) -> Picture {
    let mut front = Pen::new(options.rtl);
    let (x0, x1) = if options.rtl {
        (12.0, options.width - HEAD)
    } else {
        (HEAD, options.width)
    };
    let scale = axis::scale_for(lanes, options, x0, x1);
    let keys = if options.key_dates.is_empty() {
        0.0
    } else {
        18.0
    };
    let mut y = axis::height(&scale, options) + keys;
    let mut rules = String::new();
    for (index, lane) in lanes.iter().enumerate() {
        if index > 0 {
            rules.push_str(&format!("M0 {}H{}", n(y), n(options.width)));
        }
        let top = y + if index > 0 { 8.0 } else { 4.0 };
        y = grouped(&mut front, lane, &scale, options, top);
    }
    let foot = y + 4.0;
    finish(front, &scale, options, foot, &rules)
}

/// Draws an axis, and each lane by itself without its name, which the page writes beside it so that it stays in
/// sight while the pictures scroll.
pub fn apart(lanes: &[Lane], options: &Options) -> Parts {
    let options = &Options {
        heads: false,
        ..options.clone()
    };
    let scale = axis::scale_for(lanes, options, 12.0, options.width);
    let mut pen = Pen::new(options.rtl);
    pen.put(&marks::definitions(options));
    let top = axis::height(&scale, options);
    axis::draw(&mut pen, &scale, options, 1.0, top, false);
    pen.path("ik", &format!("M0 1H{}", n(options.width)));
    let axis = pen.finish(options.width, top);
    let draw = |lane: &Lane| {
        let mut front = Pen::new(options.rtl);
        let height = draw_lane(&mut front, lane, &scale, options, 4.0) + 2.0;
        let mut pen = Pen::new(options.rtl);
        background(&mut pen, &scale, options, height, scale.x(options.end()));
        pen.path("g", &format!("M0 0H{}", n(options.width)));
        pen.put(&std::mem::take(&mut front.out));
        if axis::shows_today(&scale, options) {
            pen.path(
                "now",
                &format!("M{} 0V{}", n(scale.x(options.end())), n(height)),
            );
        }
        front.out = pen.out;
        front.finish(options.width, height)
    };
    Parts {
        axis,
        lanes: lanes.iter().map(draw).collect(),
    }
}

/// Puts the grid behind what was drawn.
pub fn finish(front: Pen, scale: &Scale, options: &Options, foot: f64, rules: &str) -> Picture {
    let mut pen = Pen::new(options.rtl);
    pen.put(&marks::definitions(options));
    axis::draw(&mut pen, scale, options, 1.0, foot, true);
    pen.path("ik", &format!("M0 1H{}", n(options.width)));
    if !rules.is_empty() {
        pen.path("g", rules);
    }
    let top = axis::height(scale, options);
    axis::key_dates(&mut pen, scale, options, top + 12.0, foot);
    pen.put(&front.out);
    pen.texts.extend(front.texts);
    pen.leaders.extend(front.leaders);
    pen.labelled.extend(front.labelled);
    pen.dropped += front.dropped;
    let mut picture = pen.finish(options.width, foot + 20.0);
    if options.zoomable {
        picture.axis = scale.written();
    }
    picture
}

/// Draws one lane; of a picture that a script may zoom, in a group that says how high it is.
pub fn grouped(pen: &mut Pen, lane: &Lane, scale: &Scale, options: &Options, y: f64) -> f64 {
    let mut inner = Pen::new(options.rtl);
    let end = draw_lane(&mut inner, lane, scale, options, y);
    let out = std::mem::take(&mut inner.out);
    match options.zoomable {
        true => pen.put(&format!("<g data-y=\"{} {}\">{out}</g>", n(y), n(end))),
        false => pen.put(&out),
    }
    pen.texts.extend(inner.texts);
    pen.leaders.extend(inner.leaders);
    pen.labelled.extend(inner.labelled);
    pen.dropped += inner.dropped;
    end
}

/// Draws one lane from `y` downwards and returns where it ends.
pub fn draw_lane(pen: &mut Pen, lane: &Lane, scale: &Scale, options: &Options, y: f64) -> f64 {
    let (x0, x1) = scale.ends();
    let stop = scale.x(options.end());
    let shapes: Vec<Shape> = lane
        .marks
        .iter()
        .map(|m| shape(&m.span, m.importance < 4, scale))
        .collect();
    let levels = levels(lane, &shapes);
    let up = f64::from(levels.iter().copied().max().unwrap_or(0)) * 10.0;
    // No label stands across today, unless there is no room at all before it.
    let right = if options.today.is_some() && stop < x1 && stop - x0 >= 200.0 {
        stop - 4.0
    } else {
        x1
    };
    let most = if options.compact { MOST_COMPACT } else { MOST };
    let placement = place(
        &wishes(lane, &shapes, options),
        (x0 - 3.0, right),
        &scale.strips(),
        most,
        options.rtl,
    );
    let zone = if matches!(placement, Placement::Columns(_)) {
        24.0
    } else {
        8.0
    };
    let (name_style, name) = name_lines(&lane.name);
    let name_height = match name.len() {
        _ if !options.heads => 16.0,
        2.. => 46.0,
        _ => 24.0,
    };
    let gaps = if let Placement::Columns(columns) = &placement {
        columns
            .iter()
            .map(|c| column_gap(c) * c.says.len().saturating_sub(1) as f64)
            .fold(0.0, f64::max)
    } else {
        0.0
    };
    let above = placement.height() as f64 * LINE
        + gaps
        + zone
        + up
        + if placement.height() > 0 { 8.0 } else { 6.0 };
    let rail = (y + above.max(name_height)).round();
    let changes = bands::merged(&lane.changes);
    let foot = rail + if changes.is_empty() { 8.0 } else { 9.0 + BAND };

    let dropped = match &placement {
        Placement::Leaders { dropped, .. } => dropped.len(),
        Placement::Columns(_) => 0,
    } + lane.unnamed;
    pen.dropped += dropped;
    if options.heads {
        pen.put("<g class=\"hd\">");
        head(pen, lane, (name_style, &name), options, rail, foot);
        if dropped > 0 {
            more(pen, lane, options, dropped, foot + 13.0);
        }
        pen.put("</g>");
    }
    let in_columns = match (&placement, options.zoomable) {
        (Placement::Columns(_), true) => " data-columns=\"\"",
        _ => "",
    };
    pen.put(&format!(
        "<g role=\"list\" aria-label=\"{}\"{in_columns}>",
        super::svg::escape(&lane.name)
    ));
    let segments = bands::segments(&changes, scale, options.end());
    let first = shapes
        .iter()
        .map(|s| s.extent(0.0).0)
        .chain(segments.iter().map(|s| s.begins.0))
        .chain(thin::begins(lane, scale))
        .fold(stop, f64::min);
    let first = if lane.earlier { x0 } else { first.max(x0) };
    pen.path(
        "l",
        &format!("M{} {}H{}", n(first), n(rail), n(stop.max(first))),
    );
    thin::draw(pen, lane, scale, rail);
    draw_marks(pen, lane, &shapes, &levels, &placement, options, rail, up);
    if let Some(start) = segments.first().map(|s| s.begins.0) {
        pen.path("g", &format!("M{} {}H{}", n(start), n(foot), n(stop)));
    }
    bands::draw(pen, &segments, options, foot, BAND, &options.words.colon);
    band_names(pen, &segments, foot);
    let after = foot
        + if segments.is_empty() && (dropped == 0 || !options.heads) {
            2.0
        } else {
            21.0
        };
    let end = plans::draw(pen, &lane.promises, scale, options, after, x0 + 2.0) + 6.0;
    pen.put("</g>");
    match lane.more_plans.is_empty() {
        true => end,
        false => plans::more(pen, lane, scale, options, end, x0 + 2.0),
    }
}

/// Which marks ask for a label: those of importance 4 and 5; the next lesser ones too where few are. A mark
/// without words asks for none.
fn wishes(lane: &Lane, shapes: &[Shape], options: &Options) -> Vec<Wish> {
    let mut least = 4;
    if options.compact && lane.marks.iter().filter(|m| m.importance >= 5).count() >= 3 {
        least = 5;
    }
    while least > 1
        && lane.marks.iter().filter(|m| m.importance >= least).count()
            < if least == 4 { 4 } else { 1 }
    {
        least -= 1;
        if least == 3 && lane.marks.iter().any(|m| m.importance >= 3) {
            break;
        }
    }
    // Columns of labels say the year (in a few years, the month) of what they name.
    let span = i64::from(lane.marks.iter().map(|m| m.span.start).max().unwrap_or(0))
        - i64::from(lane.marks.iter().map(|m| m.span.start).min().unwrap_or(0));
    let when = |m: &Mark| {
        let (year, month, _) = civil(m.span.start);
        if span > 3650 || m.span.end - m.span.start > 31 {
            options.words.year(year)
        } else {
            options.words.month_of_year(year, month)
        }
    };
    let chosen = lane
        .marks
        .iter()
        .enumerate()
        .filter(|(_, m)| m.importance >= least && !m.label.is_empty());
    chosen
        .map(|(index, m)| Wish {
            mark: index,
            x: shapes[index].middle(),
            importance: m.importance,
            label: m.label.clone(),
            when: when(m),
        })
        .collect()
}

/// Marks that would cover one another are stacked, four high at most.
fn levels(lane: &Lane, shapes: &[Shape]) -> Vec<u8> {
    let mut order: Vec<usize> = (0..lane.marks.len())
        .filter(|&i| lane.marks[i].importance >= 4)
        .collect();
    let extent = |i: usize| shapes[i].extent(radius(lane.marks[i].importance) - 1.0);
    order.sort_by(|&a, &b| {
        extent(a)
            .0
            .total_cmp(&extent(b).0)
            .then(lane.marks[b].importance.cmp(&lane.marks[a].importance))
    });
    let mut ends = [f64::NEG_INFINITY; 4];
    let mut levels = vec![0; lane.marks.len()];
    for index in order {
        let (a, b) = extent(index);
        let level = ends.iter().position(|&end| end <= a).unwrap_or(3);
        ends[level] = ends[level].max(b);
        levels[index] = level as u8;
    }
    levels
}

/// Draws the marks with their labels: in the order of time, but lesser ones first, so that none covers a
/// weightier one.
#[expect(
    clippy::too_many_arguments,
    reason = "all that a lane has settled before it is drawn"
)]
fn draw_marks(
    pen: &mut Pen,
    lane: &Lane,
    shapes: &[Shape],
    levels: &[u8],
    placement: &Placement,
    options: &Options,
    rail: f64,
    up: f64,
) {
    let base =
        rail - if matches!(placement, Placement::Columns(_)) {
            26.0
        } else {
            12.0
        } - up;
    let mut words: Vec<Option<(f64, f64, Anchor, usize)>> = vec![None; lane.marks.len()];
    let mut says = Vec::new();
    match placement {
        Placement::Leaders { placed, .. } => {
            for label in placed {
                leader(pen, label, levels, base, rail);
                let mut at = base - ((label.up + label.height()) as f64) * LINE + 11.0;
                // A little air between those that share a leader, within the air above the label.
                let breaks = label.says.len().saturating_sub(1).max(1) as f64;
                let air = (4.0 / breaks).min(2.0);
                at -= air * (label.says.len().saturating_sub(1)) as f64 / 2.0;
                for said in &label.says {
                    let (x, anchor) = if label.right {
                        (label.x + 5.0, Anchor::Left)
                    } else {
                        (label.x - 5.0, Anchor::Right)
                    };
                    words[said.mark] = Some((x, at, anchor, says.len()));
                    at += said.lines.len() as f64 * LINE + air;
                    says.push(said);
                }
            }
        }
        Placement::Columns(columns) => {
            for column in columns {
                let lines: usize = column.says.iter().map(|s| s.lines.len()).sum();
                let gap = column_gap(column);
                let mut at =
                    base - lines as f64 * LINE - gap * column.says.len().saturating_sub(1) as f64
                        + 11.0;
                let x = if options.rtl {
                    column.x + column.width
                } else {
                    column.x
                };
                let anchor = if options.rtl {
                    Anchor::Right
                } else {
                    Anchor::Left
                };
                for said in &column.says {
                    words[said.mark] = Some((x, at, anchor, says.len()));
                    at += said.lines.len() as f64 * LINE + gap;
                    says.push(said);
                }
                let (a, b) = column.marks;
                let y = rail - 9.0 - up;
                pen.leader(
                    "l",
                    (column.x + column.width / 2.0, base + 3.0),
                    ((a + b) / 2.0, y),
                );
                pen.path(
                    "l",
                    &format!("M{} {}v-3H{}v3", n(a - 2.0), n(y + 3.0), n(b + 2.0)),
                );
                pen.path(
                    "l",
                    &format!("M{} {}h{}", n(column.x), n(base + 3.0), n(column.width)),
                );
            }
        }
    }
    let mut order: Vec<usize> = (0..lane.marks.len()).collect();
    order.sort_by_key(|&i| (lane.marks[i].importance >= 4, lane.marks[i].span.start));
    for index in order {
        let mark: &Mark = &lane.marks[index];
        pen.begin_link(
            &mark.href,
            &format!("{}{}{}", mark.when, options.words.colon, mark.title),
        );
        if let Some((x, y, anchor, said)) = words[index] {
            pen.lines(x, y, LINE, anchor, says[said].style, &says[said].lines);
            pen.labelled.push(mark.id.clone());
        }
        marks::draw(
            pen,
            &options.id,
            mark,
            shapes[index],
            rail - 10.0 * f64::from(levels[index]),
        );
        pen.end_link();
    }
}

/// Air between the labels of a column: more where they have several lines.
fn column_gap(column: &super::labels::Column) -> f64 {
    if column.says.iter().any(|s| s.lines.len() > 1) {
        5.0
    } else {
        1.0
    }
}

fn leader(pen: &mut Pen, label: &Label, levels: &[u8], base: f64, rail: f64) {
    let highest = label.says.iter().map(|s| levels[s.mark]).max().unwrap_or(0);
    let top = base - ((label.up + label.height()) as f64) * LINE;
    pen.leader(
        "l",
        (label.x, top + 2.0),
        (label.x, rail - 4.0 - 10.0 * f64::from(highest)),
    );
}

/// The names of the stances under the band, each beginning where its stance does, or a little later.
pub fn band_names(pen: &mut Pen, segments: &[Segment], foot: f64) {
    let shown: Vec<&Segment> = segments
        .iter()
        .filter(|s| s.ends.0 - s.begins.0 >= 14.0)
        .collect();
    let mut edge = f64::NEG_INFINITY;
    for (index, segment) in shown.iter().enumerate() {
        let name = if segment.early {
            &segment.change.since
        } else {
            &segment.change.name
        };
        let (start, end) = (segment.begins.0, segment.ends.0);
        let x = start.max(edge + 10.0);
        let wide = width(name, Style::Small);
        let limit = shown.get(index + 1).map_or(end, |next| {
            next.ends.0 - width(&next.change.name, Style::Small) - 10.0
        });
        if name.is_empty() || x > end - 12.0 || x + wide > limit.max(end) {
            continue;
        }
        pen.path("l", &format!("M{} {}v4", n(start + 0.5), n(foot)));
        pen.text(x, foot + 13.0, Anchor::Left, Style::Small, name);
        edge = x + wide;
    }
}
