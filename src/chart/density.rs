//! All entries as one row of bars. The unit of a bar grows with the time that is shown, so that bars stay 2 to
//! 4 pixels wide and their number does not depend on that of the entries. Heights are square roots.

use serde::Serialize;

use super::axis;
use super::calendar::{Day, UNITS, Unit};
use super::scale::{Piece, PieceKind, Scale};
use super::svg::{Anchor, Area, Pen, Picture, n};
use super::text::{Style, width};
use super::types::{Options, Span};

/// An entry, as far as the row shows it.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// When.
    pub span: Span,
    /// 1 to 5: its weight.
    pub importance: u8,
    /// Whether it is still to come (or overdue).
    pub expected: bool,
}

/// A year or another period that the row leads to.
#[derive(Clone, Debug, Serialize)]
pub struct Period {
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
    /// What it says: "2024: 64 entries".
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is the one that the page shows.
    pub current: bool,
}

const TOP: f64 = 6.0;
const BASE: f64 = 48.0;
const HEIGHT: f64 = 66.0;
/// No bar is wider.
const WIDEST: f64 = 12.0;
/// A narrower period is no link: nobody could hit it. It is 24 pixels wide where a page shows the picture at its
/// smallest, at seven eighths of its size.
const LEAST_LINK: f64 = 27.5;

/// Draws the row.
pub fn draw(facts: &[Fact], periods: &[Period], options: &Options) -> Picture {
    let mut pen = Pen::new(options.rtl);
    let scale = scale_for(facts, options);
    let today = options
        .today
        .filter(|t| (scale.from()..scale.to()).contains(t));
    pen.put("<g aria-hidden=\"true\">");
    if let Some(today) = today {
        pen.rect(
            "fu",
            Area {
                x0: scale.x(today),
                x1: options.width,
                y0: TOP,
                y1: BASE,
            },
        );
    }
    for period in periods.iter().filter(|p| p.current) {
        let area = Area {
            x0: scale.x(period.start),
            x1: scale.x(period.end + 1),
            y0: TOP,
            y1: BASE,
        };
        pen.rect("fc", area);
    }
    axis::breaks(&mut pen, &scale, TOP, BASE);
    let rows: Vec<(Piece, Unit, Vec<Bar>)> = scale
        .pieces
        .iter()
        .filter(|p| p.kind != PieceKind::Fold)
        .map(|piece| {
            let unit = unit_of(piece);
            (*piece, unit, bars(piece, unit))
        })
        .collect();
    draw_bars(&mut pen, rows, facts, options.end());
    pen.path("ik", &format!("M0 {}H{}", n(BASE), n(options.width)));
    labels(&mut pen, &scale, options);
    if let Some(today) = today {
        pen.path(
            "now",
            &format!("M{} {}V{}", n(scale.x(today)), n(TOP - 4.0), n(BASE + 3.0)),
        );
    }
    pen.put("</g>");
    links(&mut pen, periods, &scale);
    let mut picture = pen.finish(options.width, HEIGHT);
    if options.zoomable {
        picture.axis = scale.written();
    }
    picture
}

/// The axis: as far as the options say, else as far as the facts go.
pub fn scale_for(facts: &[Fact], options: &Options) -> Scale {
    let end = options.end();
    let first = options
        .from
        .or_else(|| facts.iter().map(|f| f.span.start).min())
        .unwrap_or(end - 365);
    let last = options
        .to
        .or_else(|| {
            facts
                .iter()
                .map(|f| f.span.end)
                .max()
                .map(|l| l.max(options.today.unwrap_or(l)))
        })
        .unwrap_or(end);
    let unit = if last - first > 1500 {
        Unit::Years(1)
    } else if last - first > 20 {
        Unit::Months(1)
    } else {
        Unit::Day
    };
    // Of a decade no day is known: it does not say where an axis should be wide.
    let starts: Vec<Day> = facts
        .iter()
        .filter(|f| f.span.end - f.span.start < 370)
        .map(|f| f.span.start)
        .collect();
    let taken: Vec<(Day, Day)> = facts.iter().map(|f| (f.span.start, f.span.end)).collect();
    Scale::fit(
        &starts,
        &taken,
        unit.floor(first),
        unit.next(last) - 1,
        0.0,
        options.width,
    )
}

/// A bar: its days, and how much of what happened and of what is expected lies in it.
#[derive(Clone, Copy, Debug)]
struct Bar {
    from: Day,
    to: Day,
    happened: f64,
    expected: f64,
}

fn unit_of(piece: &Piece) -> Unit {
    let per_day = (piece.x1 - piece.x0) / f64::from((piece.to - piece.from).max(1));
    UNITS
        .into_iter()
        .find(|u| u.days() * per_day >= 2.6)
        .unwrap_or(UNITS[UNITS.len() - 1])
}

fn bars(piece: &Piece, unit: Unit) -> Vec<Bar> {
    let mut bars = Vec::new();
    let mut at = unit.floor(piece.from);
    while at < piece.to {
        let next = unit.next(at);
        bars.push(Bar {
            from: at.max(piece.from),
            to: next.min(piece.to),
            happened: 0.0,
            expected: 0.0,
        });
        at = next;
    }
    bars
}

/// Puts a fact into the bars, spread over the days that its date can mean.
fn spread(fact: &Fact, bars: &mut [Bar]) {
    let weight = f64::from(fact.importance.clamp(1, 5)) / 3.0;
    let length = f64::from(fact.span.end - fact.span.start + 1);
    let first = bars.partition_point(|b| b.to <= fact.span.start);
    for bar in &mut bars[first..] {
        let days =
            (bar.to.min(fact.span.end.saturating_add(1)) - bar.from.max(fact.span.start)).max(0);
        if days == 0 {
            break;
        }
        let share = weight * f64::from(days) / length;
        if fact.expected {
            bar.expected += share;
        } else {
            bar.happened += share;
        }
    }
}

fn draw_bars(pen: &mut Pen, mut rows: Vec<(Piece, Unit, Vec<Bar>)>, facts: &[Fact], end: Day) {
    for fact in facts {
        // What is still to come lies in none of the days that are over.
        let start = if fact.expected && fact.span.end > end {
            fact.span.start.max(end)
        } else {
            fact.span.start
        };
        let fact = &Fact {
            span: Span { start, ..fact.span },
            ..*fact
        };
        for (piece, _, bars) in &mut rows {
            if fact.span.start < piece.to && fact.span.end >= piece.from {
                spread(fact, bars);
            }
        }
    }
    let most = rows
        .iter()
        .flat_map(|r| &r.2)
        .map(|b| b.happened + b.expected)
        .fold(0.0, f64::max)
        .max(1.0);
    // Below one entry (a part of one that is spread over many bars) the root would show far too much.
    let root = |value: f64| {
        if value < 1.0 {
            value * (1.0 / most).sqrt()
        } else {
            (value / most).sqrt()
        }
    };
    let tall = |value: f64| {
        if value <= 0.0 {
            0.0
        } else {
            (root(value) * (BASE - TOP - 2.0)).max(0.6)
        }
    };
    for (piece, _, bars) in &rows {
        let per_day = (piece.x1 - piece.x0) / f64::from((piece.to - piece.from).max(1));
        let usual = bars
            .iter()
            .map(|b| f64::from(b.to - b.from))
            .fold(0.0, f64::max)
            * per_day;
        let wide = (usual - 0.8).min((usual * 0.4).max(4.0)).clamp(1.2, WIDEST);
        let (mut solid, mut outlined) = (String::new(), String::new());
        for bar in bars {
            let middle = piece.x0
                + (f64::from(bar.from - piece.from) + f64::from(bar.to - bar.from) / 2.0) * per_day;
            let (below, above) = (tall(bar.happened), tall(bar.happened + bar.expected));
            if below > 0.0 {
                solid.push_str(&format!("M{} {}V{}", n(middle), n(BASE), n(BASE - below)));
            }
            if bar.expected > 0.0 {
                let high = (above - below).max(2.0);
                outlined.push_str(&format!(
                    "M{} {}v-{}h{}v{}",
                    n(middle - wide / 2.0),
                    n(BASE - below),
                    n(high),
                    n(wide),
                    n(high)
                ));
            }
        }
        if !solid.is_empty() {
            pen.put(&format!(
                "<path class=\"db\" stroke-width=\"{}\" d=\"{solid}\"/>",
                n(wide)
            ));
        }
        if !outlined.is_empty() {
            pen.path("de", &outlined);
        }
    }
}

/// Years below the line (months or days, where the row shows no more than a few).
fn labels(pen: &mut Pen, scale: &Scale, options: &Options) {
    let mut edge = f64::NEG_INFINITY;
    let mut ticks = String::new();
    for tick in scale.ticks(&options.words) {
        if tick.label.is_empty() {
            continue;
        }
        ticks.push_str(&format!("M{} {}v5", n(tick.x), n(BASE)));
        let wide = width(&tick.label, Style::Small);
        if tick.x >= edge && tick.x + 3.0 + wide <= options.width {
            pen.text(
                tick.x + 3.0,
                BASE + 14.0,
                Anchor::Left,
                Style::Small,
                &tick.label,
            );
            edge = tick.x + wide + 10.0;
        }
    }
    pen.path("l", &ticks);
}

/// Whether a period is wide enough to be a link; others are left to the list of years.
pub fn is_linked(period: &Period, scale: &Scale) -> bool {
    scale.x(period.end + 1) - scale.x(period.start) >= LEAST_LINK
}

/// Periods as links over the row.
fn links(pen: &mut Pen, periods: &[Period], scale: &Scale) {
    let wide: Vec<&Period> = periods.iter().filter(|p| is_linked(p, scale)).collect();
    if wide.is_empty() {
        return;
    }
    pen.put("<g role=\"list\">");
    for period in wide {
        let (x0, x1) = (scale.x(period.start), scale.x(period.end + 1));
        pen.begin_link(&period.href, &period.title);
        pen.rect(
            "bh",
            Area {
                x0,
                x1,
                y0: 0.0,
                y1: HEIGHT,
            },
        );
        pen.end_link();
    }
    pen.put("</g>");
}

#[cfg(test)]
mod tests {
    use super::super::calendar::day;
    use super::*;

    #[test]
    fn a_year_is_spread_over_its_months() {
        let piece = Piece {
            from: day(2025, 1, 1),
            to: day(2026, 1, 1),
            x0: 0.0,
            x1: 100.0,
            kind: PieceKind::Plain,
        };
        let mut row = bars(&piece, Unit::Months(1));
        spread(
            &Fact {
                span: Span::period(day(2025, 1, 1), day(2025, 12, 31)),
                importance: 3,
                expected: false,
            },
            &mut row,
        );
        assert_eq!(row.len(), 12);
        assert!((row.iter().map(|b| b.happened).sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(row.iter().all(|b| b.happened < 0.09));
    }
}
