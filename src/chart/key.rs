//! The key: what each sign means. Its words come from outside, in the order in which they are to stand.

use serde::Serialize;

use super::heads::step_swatch;
use super::marks;
use super::svg::{Anchor, Area, Pen, Picture, n};
use super::text::{Style, cut, width};
use super::types::Options;

/// A sign that the key explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Sign {
    /// A word without a sign, which begins a row: "Stance", "Events".
    Heading,
    /// A stance.
    Step(usize),
    /// A stance that is only reported.
    Reported,
    /// A change of which the month is known, not the day.
    Slanted,
    /// A known day.
    Day,
    /// About a day.
    About,
    /// A month or longer.
    Period,
    /// From a day to a day.
    Range,
    /// An entry of lesser importance.
    Lesser,
    /// Expected.
    Expected,
    /// Put off to another date.
    PutOff,
    /// Overdue.
    Overdue,
    /// Given up.
    Cancelled,
    /// Empty time, folded.
    Folded,
    /// A larger scale.
    Larger,
}

const ROW: f64 = 30.0;

/// Draws the key in rows as wide as the options say, with the definitions it needs.
pub fn draw(items: &[(Sign, String)], options: &Options) -> Picture {
    let mut pen = Pen::new(options.rtl);
    pen.put(&marks::definitions(options));
    let (mut x, mut y) = (0.0, 24.0);
    let indent = items
        .iter()
        .filter(|i| i.0 == Sign::Heading)
        .map(|i| width(&i.1, Style::Bold) + 12.0)
        .fold(0.0, f64::max)
        .min(options.width * 0.3);
    let mut begun = false;
    for (sign, words) in items {
        let wide = extent(*sign);
        let words = if *sign == Sign::Heading {
            cut(words, indent - 10.0, Style::Bold)
        } else {
            cut(words, options.width - indent - wide - 8.0, Style::Plain)
        };
        let needs = wide + 7.0 + width(&words, Style::Plain);
        if *sign == Sign::Heading {
            if begun {
                y += ROW;
            }
            let (at, anchor) = if options.rtl {
                (options.width, Anchor::Right)
            } else {
                (0.0, Anchor::Left)
            };
            pen.text(at, y, anchor, Style::Bold, &words);
            x = indent;
            begun = true;
            continue;
        }
        if x > indent && x + needs > options.width {
            y += ROW;
            x = indent;
        }
        begun = true;
        let left = if options.rtl {
            options.width - x - wide
        } else {
            x
        };
        draw_sign(&mut pen, *sign, left, y, options);
        let (at, anchor) = if options.rtl {
            (left - 7.0, Anchor::Right)
        } else {
            (left + wide + 7.0, Anchor::Left)
        };
        pen.text(at, y, anchor, Style::Plain, &words);
        x += needs + 20.0;
    }
    pen.finish(options.width, y + 10.0)
}

fn extent(sign: Sign) -> f64 {
    match sign {
        Sign::Heading => 0.0,
        Sign::Step(_)
        | Sign::Reported
        | Sign::Slanted
        | Sign::Folded
        | Sign::Larger
        | Sign::Overdue => 22.0,
        Sign::PutOff => 30.0,
        Sign::Period | Sign::Range => 18.0,
        Sign::Lesser => 4.0,
        Sign::Day | Sign::About | Sign::Expected | Sign::Cancelled => 10.0,
    }
}

fn draw_sign(pen: &mut Pen, sign: Sign, x: f64, y: f64, options: &Options) {
    let middle = y - 4.0;
    let id = &options.id;
    let swatch = Area {
        x0: x,
        x1: x + 22.0,
        y0: y - 20.0,
        y1: y + 3.0,
    };
    let high = options.steps.saturating_sub(2);
    match sign {
        Sign::Heading => {}
        Sign::Step(step) => step_swatch(pen, options, step, false, swatch),
        Sign::Reported => step_swatch(pen, options, high, true, swatch),
        Sign::Slanted => {
            let (low, top, foot) = (n(y - 6.0), n(y - 16.0), n(y + 3.0));
            pen.put(&format!("<path class=\"n\" fill=\"url(#{id}p{high})\" d=\"M{} {foot}L{} {top}H{}V{foot}Z\"/>", n(x + 4.0), n(x + 13.0), n(x + 22.0)));
            pen.put(&format!(
                "<path class=\"n\" fill=\"url(#{id}p0)\" d=\"M{} {foot}V{low}H{}L{} {foot}Z\"/>",
                n(x),
                n(x + 9.0),
                n(x + 4.0)
            ));
            pen.path(
                &format!("s{high}"),
                &format!(
                    "M{} {foot}L{} {top}H{}",
                    n(x + 4.0),
                    n(x + 13.0),
                    n(x + 22.0)
                ),
            );
        }
        Sign::Day => pen.sign(id, "m", x + 5.0, middle),
        Sign::About => pen.sign(id, "h", x + 5.0, middle),
        Sign::Period => pen.capsule("mo", x + 0.9, middle - 3.5, 16.2, 7.0),
        Sign::Range => pen.capsule("m", x, middle - 3.5, 18.0, 7.0),
        Sign::Lesser => pen.sign(id, "i", x + 2.0, middle),
        Sign::Expected => pen.sign(id, "e", x + 5.0, middle),
        Sign::PutOff => {
            pen.capsule("p", x, middle - 3.5, 11.0, 7.0);
            pen.capsule("p", x + 19.0, middle - 3.5, 11.0, 7.0);
            pen.put(&format!(
                "<path class=\"ar\" marker-end=\"url(#{id}a)\" d=\"M{} {}q10-8 19 0\"/>",
                n(x + 5.5),
                n(middle - 4.5)
            ));
        }
        Sign::Overdue => pen.path("ov", &format!("M{} {}h22", n(x), n(middle))),
        Sign::Cancelled => pen.sign(id, "x", x + 5.0, middle),
        Sign::Folded => pen.path(
            "br",
            &format!(
                "M{} {}l3 4l-6 8l3 4m8-16l3 4l-6 8l3 4",
                n(x + 7.0),
                n(y - 13.0)
            ),
        ),
        Sign::Larger => pen.path("wi", &format!("M{} {}h22", n(x), n(middle))),
    }
}
