//! Marks by precision: a mark never claims more than its date.

use super::scale::Scale;
use super::svg::{Area, Pen};
use super::types::{Mark, Options, Pattern, Precision, Span, Status};

/// The form of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// One known day: a disc.
    Disc(f64),
    /// About a day: a disc of which half is filled.
    Half(f64),
    /// One known day, of lesser importance: a tick.
    Tick(f64),
    /// Some day of a period: hollow, as long as the period.
    Hollow(f64, f64),
    /// From a day to a day: filled, as long as it lasted.
    Bar(f64, f64),
}

impl Shape {
    /// From where to where it is drawn; `radius` is that of a disc.
    pub fn extent(self, radius: f64) -> (f64, f64) {
        match self {
            Shape::Disc(x) | Shape::Half(x) => (x - radius, x + radius),
            Shape::Tick(x) => (x - 1.0, x + 1.0),
            Shape::Hollow(a, b) | Shape::Bar(a, b) => (a, b),
        }
    }

    /// Where its leader begins.
    pub fn middle(self) -> f64 {
        let (a, b) = self.extent(1.0);
        (a + b) / 2.0
    }
}

/// The shortest capsule, in pixels: shorter ones could not be told from a disc.
const SHORTEST: f64 = 9.0;

/// The form of a date on a scale. `tick`: it is of lesser importance.
pub fn shape(span: &Span, tick: bool, scale: &Scale) -> Shape {
    let (a, b) = (scale.x(span.start), scale.x(span.end.saturating_add(1)));
    if span.is_point() {
        // A day that is drawn wide enough has its mark in its middle.
        let x = if b - a > 3.0 { (a + b) / 2.0 } else { a };
        return match (span.about, tick) {
            (true, _) => Shape::Half(x),
            (false, true) => Shape::Tick(x),
            (false, false) => Shape::Disc(x),
        };
    }
    let least = if tick { 6.0 } else { SHORTEST };
    let (a, b) = if b - a < least {
        ((a + b - least) / 2.0, (a + b + least) / 2.0)
    } else {
        (a, b)
    };
    let (x0, x1) = scale.ends();
    let (a, b) = if a < x0 {
        (x0, b.max(x0 + least))
    } else {
        (a, b)
    };
    let (a, b) = if b > x1 {
        (a.min(x1 - least), x1)
    } else {
        (a, b)
    };
    if span.precision == Precision::Range && !span.about && !span.open_start && !span.open_end {
        Shape::Bar(a, b)
    } else {
        Shape::Hollow(a, b)
    }
}

/// Radius of the disc of a mark.
pub fn radius(importance: u8) -> f64 {
    if importance >= 5 { 5.4 } else { 4.2 }
}

/// Writes a mark at a height, with the area in which it can be hit (at least 24 by 24 pixels).
pub fn draw(pen: &mut Pen, id: &str, mark: &Mark, shape: Shape, y: f64) {
    let big = mark.importance >= 5;
    if mark.status != Status::Happened {
        return not_yet(pen, id, mark.status, shape, y);
    }
    match shape {
        Shape::Disc(x) => pen.sign(id, if big { "M" } else { "m" }, x, y),
        Shape::Half(x) => pen.sign(id, "h", x, y),
        Shape::Tick(x) => pen.sign(id, "i", x, y),
        Shape::Hollow(a, b) | Shape::Bar(a, b) => {
            let tall = if mark.importance < 4 { 4.0 } else { 7.0 };
            if matches!(shape, Shape::Bar(..)) {
                pen.capsule("m", a, y - tall / 2.0, b - a, tall);
            } else {
                pen.capsule("mo", a + 0.9, y - tall / 2.0, b - a - 1.8, tall);
                if mark.span.about {
                    pen.capsule("mf", a + 0.9, y - tall / 2.0, (b - a) / 2.0 - 0.9, tall);
                }
                if mark.span.open_end {
                    pen.path(
                        "op",
                        &format!(
                            "M{} {}l3 3l-3 3",
                            super::svg::n(b - 1.0),
                            super::svg::n(y - 3.0)
                        ),
                    );
                }
                if mark.span.open_start {
                    pen.path(
                        "op",
                        &format!(
                            "M{} {}l-3 3l3 3",
                            super::svg::n(a + 1.0),
                            super::svg::n(y - 3.0)
                        ),
                    );
                }
            }
            let spare = ((24.0 - (b - a)) / 2.0).max(0.0);
            pen.rect(
                "z",
                Area {
                    x0: a - spare,
                    x1: b + spare,
                    y0: y - 12.0,
                    y1: y + 12.0,
                },
            );
        }
    }
}

/// A mark of what has not happened: dashed, or a cross where it was called off.
fn not_yet(pen: &mut Pen, id: &str, status: Status, shape: Shape, y: f64) {
    let (a, b) = shape.extent(4.6);
    match (status, shape) {
        (Status::Cancelled, _) => pen.sign(id, "x", (a + b) / 2.0, y),
        (_, Shape::Hollow(..) | Shape::Bar(..)) => {
            pen.capsule("e", a + 0.9, y - 3.5, b - a - 1.8, 7.0);
        }
        (_, Shape::Disc(x) | Shape::Half(x) | Shape::Tick(x)) => pen.sign(id, "e", x, y),
    }
    let spare = ((24.0 - (b - a)) / 2.0).max(0.0);
    let (x0, x1) = (a - spare, b + spare);
    pen.rect(
        "z",
        Area {
            x0,
            x1,
            y0: y - 12.0,
            y1: y + 12.0,
        },
    );
}

/// Definitions of the signs that pictures use, under ids that begin with `id`; written once a picture.
/// Their classes begin with `ch-`: in a copy made by `use`, no selector sees what is around it.
pub fn definitions(options: &Options) -> String {
    let Options { id, patterns, .. } = options;
    let steps = options.steps;
    let mut out = String::from("<defs>");
    for step in 0..steps {
        let own = patterns.get(step).copied().flatten();
        let (size, shape) = tile(own.unwrap_or_else(|| Pattern::usual(step, steps)));
        out.push_str(&format!(
            "<pattern id=\"{id}p{step}\" width=\"{size}\" height=\"{size}\" patternUnits=\"userSpaceOnUse\"><path class=\"f{}\" d=\"{shape}\"/></pattern>",
            step.min(5)
        ));
    }
    out.push_str(&format!(
        "<g id=\"{id}M\"><circle class=\"ch-z\" r=\"12\"/><circle class=\"ch-m\" r=\"5.4\"/></g>\
         <g id=\"{id}m\"><circle class=\"ch-z\" r=\"12\"/><circle class=\"ch-m\" r=\"4.2\"/></g>\
         <g id=\"{id}h\"><circle class=\"ch-z\" r=\"12\"/><circle class=\"ch-mo\" r=\"3.7\"/><path class=\"ch-mf\" d=\"M0-3.7a3.7 3.7 0 0 0 0 7.4z\"/></g>\
         <g id=\"{id}i\"><circle class=\"ch-z\" r=\"12\"/><path class=\"ch-u\" d=\"M0-5V5\"/></g>\
         <g id=\"{id}e\"><circle class=\"ch-z\" r=\"12\"/><circle class=\"ch-e\" r=\"4.6\"/></g>\
         <g id=\"{id}o\"><circle class=\"ch-z\" r=\"12\"/><circle class=\"ch-mo\" r=\"3.7\"/></g>\
         <circle id=\"{id}w\" class=\"ch-p\" r=\"4.2\"/><path id=\"{id}x\" class=\"ch-x\" d=\"M-4-4l8 8m0-8l-8 8\"/>\
         <marker id=\"{id}a\" viewBox=\"0 0 6 6\" refX=\"5.2\" refY=\"3\" markerWidth=\"5.5\" markerHeight=\"5.5\" orient=\"auto\"><path class=\"fi\" d=\"M0 0L6 3L0 6Z\"/></marker></defs>"
    ));
    out
}

/// A pattern's tile: how wide and high it is, and what is filled in it.
fn tile(pattern: Pattern) -> (u8, &'static str) {
    match pattern {
        Pattern::Lines => (6, "M0 5h6v1h-6z"),
        Pattern::Dots => (5, "M1 2.5a1.5 1.5 0 0 0 3 0a1.5 1.5 0 0 0-3 0"),
        Pattern::Stripes => (4, "M0 0H2.3V4H0Z"),
        Pattern::Hatch => (5, "M0 5L5 0H1.6L0 1.6ZM5 5V1.6L1.6 5Z"),
        Pattern::Grid => (6, "M0 0H6V6H0ZM2 2V4H4V2Z"),
        Pattern::Solid => (4, "M0 0H4V4H0Z"),
        Pattern::Outline => (4, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_known_day_is_a_point() {
        let scale = Scale::linear(0, 9999, 0.0, 1000.0);
        assert_eq!(shape(&Span::day(50), false, &scale), Shape::Disc(5.0));
        assert_eq!(
            shape(
                &Span {
                    about: true,
                    ..Span::day(50)
                },
                false,
                &scale
            ),
            Shape::Half(5.0)
        );
        assert_eq!(
            shape(&Span::period(1000, 1364), false, &scale),
            Shape::Hollow(100.0, 136.5)
        );
        let range = Span {
            precision: Precision::Range,
            ..Span::period(1000, 1364)
        };
        assert_eq!(shape(&range, false, &scale), Shape::Bar(100.0, 136.5));
        assert_eq!(
            shape(
                &Span {
                    open_end: true,
                    ..range
                },
                false,
                &scale
            ),
            Shape::Hollow(100.0, 136.5)
        );
    }

    #[test]
    fn what_is_expected_never_looks_as_if_it_had_happened() {
        let span = Span::day(5);
        let mark = Mark {
            id: String::new(),
            href: String::new(),
            label: String::new(),
            title: String::new(),
            when: String::new(),
            span,
            status: Status::Expected,
            importance: 5,
        };
        for (status, sign) in [
            (Status::Expected, "#e"),
            (Status::Overdue, "#e"),
            (Status::Cancelled, "#x"),
            (Status::Happened, "#M"),
        ] {
            let mut pen = Pen::new(false);
            draw(
                &mut pen,
                "",
                &Mark {
                    status,
                    ..mark.clone()
                },
                Shape::Disc(5.0),
                0.0,
            );
            assert!(pen.out.contains(sign), "{status:?}: {}", pen.out);
        }
    }
}
