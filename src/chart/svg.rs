//! The pen: writes elements and keeps account of what it wrote where, so that a test can hold every
//! picture to the promises (no text over another, no leader through a text).

use super::text::{Style, cut, width};

/// Where a text has its `x`. Sides are those of the screen, also in languages from right to left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left edge.
    Left,
    /// Its middle.
    Middle,
    /// Its right edge.
    Right,
}

/// A rectangle on the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x0: f64,
    /// Right edge.
    pub x1: f64,
    /// Upper edge.
    pub y0: f64,
    /// Lower edge.
    pub y1: f64,
}

impl Area {
    /// Whether two areas share more than an edge.
    pub fn meets(&self, other: &Area) -> bool {
        self.x0 < other.x1 - 0.01
            && other.x0 < self.x1 - 0.01
            && self.y0 < other.y1 - 0.01
            && other.y0 < self.y1 - 0.01
    }

    /// Whether a straight line enters it.
    pub fn is_crossed(&self, from: (f64, f64), to: (f64, f64)) -> bool {
        // Liang and Barsky: the part of the line that is inside all four edges.
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (p, q) in [
            (-dx, from.0 - self.x0),
            (dx, self.x1 - from.0),
            (-dy, from.1 - self.y0),
            (dy, self.y1 - from.1),
        ] {
            if p == 0.0 {
                if q <= 0.01 {
                    return false;
                }
            } else if p < 0.0 {
                enter = enter.max(q / p);
            } else {
                leave = leave.min(q / p);
            }
        }
        leave - enter > 1e-6
    }
}

/// A text that was written, with the area it takes.
#[derive(Clone, Debug)]
pub struct Written {
    /// Its words.
    pub text: String,
    /// Its area, on the safe side.
    pub area: Area,
}

/// A finished picture.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The elements inside `<svg>`.
    pub body: String,
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// Every text in it.
    pub texts: Vec<Written>,
    /// Every leader: the line from a label to what it names.
    pub leaders: Vec<((f64, f64), (f64, f64))>,
    /// Ids of the marks that have a label.
    pub labelled: Vec<String>,
    /// How many marks asked for a label and have none: "+n" where the picture does not say so itself.
    pub dropped: usize,
    /// Whether its language is written from right to left.
    pub rtl: bool,
    /// Of one that a script may zoom: which day is where. Else empty.
    pub axis: String,
}

/// An axis, and one picture for each lane, which the page sets under one another.
#[derive(Clone, Debug)]
pub struct Parts {
    /// The years; holds the definitions that the others use, so it must be shown with them.
    pub axis: Picture,
    /// One for each lane, in their order.
    pub lanes: Vec<Picture>,
}

/// How a picture stands in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A list of links: `group`.
    Group,
    /// Nothing in it can be chosen: `img`.
    Image,
    /// The text beside it says all that it says: hidden from screen readers.
    Decoration,
}

impl Picture {
    /// The picture as an element of a page, coloured by `chart.css`. `class` is added to `chart`.
    pub fn svg(&self, id: &str, title: &str, description: &str, class: &str, role: Role) -> String {
        let (w, h) = (n(self.width), n(self.height));
        let class = if class.is_empty() {
            String::new()
        } else {
            format!(" {class}")
        };
        let rtl = if self.rtl {
            " direction=\"rtl\""
        } else {
            " direction=\"ltr\""
        };
        let mut out = format!(
            "<svg class=\"chart{class}\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\"{rtl}"
        );
        if !self.axis.is_empty() {
            out.push_str(&format!(" data-axis=\"{}\"", self.axis));
        }
        match role {
            Role::Decoration => out.push_str(" aria-hidden=\"true\">"),
            Role::Group | Role::Image => {
                let name = if role == Role::Group { "group" } else { "img" };
                let about = if description.is_empty() {
                    String::new()
                } else {
                    format!(" aria-describedby=\"{id}d\"")
                };
                out.push_str(&format!(" role=\"{name}\" aria-labelledby=\"{id}t\"{about}><title id=\"{id}t\">{}</title>", escape(title)));
                if !description.is_empty() {
                    out.push_str(&format!(
                        "<desc id=\"{id}d\">{}</desc>",
                        escape(description)
                    ));
                }
            }
        }
        out.push_str(&self.body);
        out.push_str("</svg>");
        out
    }
}

/// Writes a picture.
#[derive(Clone, Debug, Default)]
pub struct Pen {
    /// What was written.
    pub out: String,
    /// Whether the language is written from right to left.
    pub rtl: bool,
    /// See [`Picture::texts`].
    pub texts: Vec<Written>,
    /// See [`Picture::leaders`].
    pub leaders: Vec<((f64, f64), (f64, f64))>,
    /// See [`Picture::labelled`].
    pub labelled: Vec<String>,
    /// See [`Picture::dropped`].
    pub dropped: usize,
}

/// A number with at most one decimal, as short as it can be.
pub fn n(value: f64) -> String {
    debug_assert!(value.is_finite(), "a coordinate must be a number");
    let tenths = (value * 10.0).round();
    if !tenths.is_finite() || tenths == 0.0 {
        return "0".into();
    }
    let whole = tenths.abs() as u64;
    let sign = if tenths < 0.0 { "-" } else { "" };
    match (whole / 10, whole % 10) {
        (i, 0) => format!("{sign}{i}"),
        (0, f) => format!("{sign}.{f}"),
        (i, f) => format!("{sign}{i}.{f}"),
    }
}

/// A text as XML; signs that XML forbids are left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
    out
}

impl Pen {
    /// A pen for a language.
    pub fn new(rtl: bool) -> Pen {
        Pen {
            rtl,
            ..Pen::default()
        }
    }

    /// Writes as it is.
    pub fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// A path of a class.
    pub fn path(&mut self, class: &str, d: &str) {
        self.out
            .push_str(&format!("<path class=\"{class}\" d=\"{d}\"/>"));
    }

    /// A rectangle of a class, with round ends.
    pub fn capsule(&mut self, class: &str, x: f64, y: f64, width: f64, height: f64) {
        let r = n(height / 2.0);
        self.out.push_str(&format!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{r}\"/>",
            n(x),
            n(y),
            n(width.max(0.5)),
            n(height)
        ));
    }

    /// The same, upright: its round ends are above and below.
    pub fn capsule_upright(&mut self, class: &str, x: f64, y: f64, width: f64, height: f64) {
        let r = n(width / 2.0);
        self.out.push_str(&format!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{r}\"/>",
            n(x),
            n(y),
            n(width),
            n(height.max(0.5))
        ));
    }

    /// A rectangle of a class.
    pub fn rect(&mut self, class: &str, area: Area) {
        self.out.push_str(&format!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            n(area.x0),
            n(area.y0),
            n((area.x1 - area.x0).max(0.0)),
            n((area.y1 - area.y0).max(0.0))
        ));
    }

    /// A sign from the definitions.
    pub fn sign(&mut self, id: &str, name: &str, x: f64, y: f64) {
        self.out.push_str(&format!(
            "<use href=\"#{id}{name}\" x=\"{}\" y=\"{}\"/>",
            n(x),
            n(y)
        ));
    }

    /// Begins a link in a list; its title is its name.
    pub fn begin_link(&mut self, href: &str, title: &str) {
        self.out.push_str(&format!(
            "<g role=\"listitem\"><a href=\"{}\"><title>{}</title>",
            escape(href),
            escape(title)
        ));
    }

    /// Ends it.
    pub fn end_link(&mut self) {
        self.out.push_str("</a></g>");
    }

    /// A line from a label to what it names.
    pub fn leader(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        self.leaders.push((from, to));
        let d = if (from.0 - to.0).abs() < 0.05 {
            format!("M{} {}V{}", n(from.0), n(from.1), n(to.1))
        } else if (from.1 - to.1).abs() < 0.05 {
            format!("M{} {}H{}", n(from.0), n(from.1), n(to.0))
        } else {
            format!("M{} {}L{} {}", n(from.0), n(from.1), n(to.0), n(to.1))
        };
        self.path(class, &d);
    }

    /// The area that a text would take.
    pub fn area(x: f64, y: f64, anchor: Anchor, style: Style, text: &str) -> Area {
        let wide = width(text, style);
        let (x0, x1) = match anchor {
            Anchor::Left => (x, x + wide),
            Anchor::Middle => (x - wide / 2.0, x + wide / 2.0),
            Anchor::Right => (x - wide, x),
        };
        Area {
            x0,
            x1,
            y0: y - style.size() * 0.82,
            y1: y + style.size() * 0.24,
        }
    }

    /// Whether no text stands in an area yet.
    pub fn is_free(&self, area: &Area) -> bool {
        !self.texts.iter().any(|t| t.area.meets(area))
    }

    fn anchor(&self, anchor: Anchor) -> &'static str {
        match (anchor, self.rtl) {
            (Anchor::Middle, _) => " text-anchor=\"middle\"",
            (Anchor::Right, false) | (Anchor::Left, true) => " text-anchor=\"end\"",
            _ => "",
        }
    }

    /// A line of text, hidden from screen readers: what it says, a title says too.
    pub fn text(&mut self, x: f64, y: f64, anchor: Anchor, style: Style, text: &str) {
        self.lines(x, y, 0.0, anchor, style, &[text.to_owned()]);
    }

    /// A line of text, cut to a width.
    pub fn text_within(
        &mut self,
        x: f64,
        y: f64,
        anchor: Anchor,
        style: Style,
        text: &str,
        limit: f64,
    ) {
        self.lines(x, y, 0.0, anchor, style, &[cut(text, limit, style)]);
    }

    /// Lines of text, `step` pixels apart.
    pub fn lines(
        &mut self,
        x: f64,
        y: f64,
        step: f64,
        anchor: Anchor,
        style: Style,
        lines: &[String],
    ) {
        if lines.iter().all(|l| l.is_empty()) {
            return;
        }
        let side = self.anchor(anchor);
        self.out.push_str(&format!(
            "<text aria-hidden=\"true\" class=\"{}\" x=\"{}\" y=\"{}\"{side}>",
            style.class(),
            n(x),
            n(y)
        ));
        for (index, line) in lines.iter().enumerate() {
            let at = y + step * index as f64;
            self.texts.push(Written {
                text: line.clone(),
                area: Pen::area(x, at, anchor, style, line),
            });
            if index == 0 {
                self.out.push_str(&escape(line));
            } else {
                self.out.push_str(&format!(
                    "<tspan x=\"{}\" dy=\"{}\">{}</tspan>",
                    n(x),
                    n(step),
                    escape(line)
                ));
            }
        }
        self.out.push_str("</text>");
    }

    /// Two runs of text on one line, the second bold: what, and what came of it.
    pub fn two(
        &mut self,
        x: f64,
        y: f64,
        anchor: Anchor,
        (first, second, second_style): (&str, &str, Style),
    ) {
        if first.is_empty() && second.is_empty() {
            return;
        }
        let side = self.anchor(anchor);
        let gap = if first.is_empty() { 0.0 } else { 6.0 };
        let wide = width(first, Style::Plain) + gap + width(second, second_style);
        let x0 = if anchor == Anchor::Left { x } else { x - wide };
        let (y0, y1) = (y - 10.0, y + 3.0);
        self.texts.push(Written {
            text: format!("{first} {second}"),
            area: Area {
                x0,
                x1: x0 + wide,
                y0,
                y1,
            },
        });
        let class = second_style.class().trim_start_matches("k ");
        // Letters of Arabic would join over the gap.
        let (apart, dx) = match (gap > 0.0, self.rtl) {
            (true, true) => ("\u{200c}", " dx=\"-6\""),
            (true, false) => ("", " dx=\"6\""),
            (false, _) => ("", ""),
        };
        self.out.push_str(&format!("<text aria-hidden=\"true\" class=\"k\" x=\"{}\" y=\"{}\"{side}>{}{apart}<tspan class=\"{class}\"{dx}>{}</tspan></text>", n(x), n(y), escape(first), escape(second)));
    }

    /// The finished picture.
    pub fn finish(self, width: f64, height: f64) -> Picture {
        Picture {
            body: self.out,
            width,
            height: height.ceil(),
            texts: self.texts,
            leaders: self.leaders,
            labelled: self.labelled,
            dropped: self.dropped,
            rtl: self.rtl,
            axis: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!(
            [n(0.04), n(-0.5), n(12.0), n(12.34), n(-0.01)].join(" "),
            "0 -.5 12 12.3 0"
        );
    }

    #[test]
    fn xml_stays_whole() {
        assert_eq!(
            escape("a<b & \"c\"\u{1}\u{fffe}"),
            "a&lt;b &amp; &quot;c&quot;"
        );
    }

    #[test]
    fn a_line_along_an_edge_does_not_cross() {
        let area = Area {
            x0: 10.0,
            x1: 50.0,
            y0: 10.0,
            y1: 20.0,
        };
        assert!(area.is_crossed((20.0, 0.0), (20.0, 40.0)));
        assert!(!area.is_crossed((10.0, 0.0), (10.0, 40.0)));
        assert!(!area.is_crossed((20.0, 20.0), (20.0, 40.0)));
    }
}
