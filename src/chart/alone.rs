//! A picture as a file of its own, for download and embedding: with title, finding, key, source and licence
//! inside, and its colours as attributes, since no style sheet reaches it. Always light.

use serde::Serialize;

use super::svg::{Anchor, Pen, Picture, escape, n};
use super::text::{Style, wrap_within};

/// What stands around the picture.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Frame {
    /// The title, drawn and as `<title>`.
    pub title: String,
    /// The finding in words, drawn below it.
    pub finding: String,
    /// `<desc>`: what the picture shows.
    pub description: String,
    /// Source and date: "timeline.example.org/lanes/, as of 28 November 2026".
    pub source: String,
    /// Licence: "CC BY 4.0".
    pub licence: String,
    /// BCP 47 tag of the language.
    pub language: String,
    /// The site's address, put before links that begin with `/`.
    pub base: String,
}

/// Air around the picture.
pub const EDGE: f64 = 24.0;

/// A whole file. The key, if there is one, stands above the picture; its ids must differ from the picture's.
pub fn draw(picture: &Picture, key: Option<&Picture>, frame: &Frame) -> String {
    let mut pen = Pen::new(picture.rtl);
    let (side, anchor) = if picture.rtl {
        (picture.width, Anchor::Right)
    } else {
        (0.0, Anchor::Left)
    };
    let mut y = 26.0;
    for (text, style, step) in [
        (&frame.title, Style::Title, 30.0),
        (&frame.finding, Style::Dek, 21.0),
    ] {
        let lines: Vec<String> = wrap_within(text, picture.width, style, 4);
        if !lines.is_empty() {
            pen.lines(side, y, step, anchor, style, &lines);
            y += step * lines.len() as f64;
        }
    }
    y = (y - 14.0).max(4.0);
    if let Some(key) = key {
        pen.put(&format!(
            "<g transform=\"translate(0 {})\">{}</g>",
            n(y),
            key.body
        ));
        y += key.height + 6.0;
    }
    pen.put(&format!(
        "<g transform=\"translate(0 {})\">{}</g>",
        n(y),
        picture.body
    ));
    y += picture.height + 16.0;
    for text in [&frame.source, &frame.licence] {
        let lines: Vec<String> = wrap_within(text, picture.width, Style::Note, 3);
        if !lines.is_empty() {
            pen.lines(side, y, 14.0, anchor, Style::Note, &lines);
            y += 14.0 * lines.len() as f64;
        }
    }
    let (w, h) = (picture.width + 2.0 * EDGE, y + EDGE);
    let direction = if picture.rtl { "rtl" } else { "ltr" };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{}\" width=\"{w}\" height=\"{h}\" viewBox=\"-{EDGE} -{EDGE} {w} {h}\" direction=\"{direction}\" role=\"group\" aria-labelledby=\"t\" \
         font-family=\"{SANS}\" font-size=\"12\"><title id=\"t\">{}</title>{}<path fill=\"#fcfcf9\" d=\"M-{EDGE} -{EDGE}h{w}v{h}h-{w}Z\"/>",
        escape(&frame.language),
        escape(&frame.title),
        described(&frame.description),
        w = n(w),
        h = n(h.ceil()),
        EDGE = n(EDGE)
    );
    out.push_str(&coloured(&pen.out, &frame.base));
    out.push_str("</svg>\n");
    out
}

fn described(text: &str) -> String {
    match text.is_empty() {
        true => String::new(),
        false => format!("<desc>{}</desc>", escape(text)),
    }
}

/// The fonts of labels.
pub const SANS: &str = "'Helvetica Neue','Segoe UI','Liberation Sans',Roboto,Arial,sans-serif";
/// The fonts of titles.
pub const SERIF: &str = "Charter,'Iowan Old Style',Cambria,'Noto Serif','Liberation Serif',serif";

/// The attributes of a class: `chart.css`, light.
fn attributes(class: &str) -> &'static [(&'static str, &'static str)] {
    const ACCENT: &str = "#b0122b";
    const PAPER: &str = "#fcfcf9";
    match class {
        "b" => &[("font-weight", "700")],
        "t" => &[("font-size", "11")],
        "c" => &[("fill", "#595b60")],
        "y" => &[("font-size", "13"), ("font-weight", "700")],
        "o" => &[
            ("font-family", SERIF),
            ("font-size", "20"),
            ("font-weight", "700"),
        ],
        "h" => &[
            ("font-family", SERIF),
            ("font-size", "26"),
            ("font-weight", "700"),
        ],
        "d" => &[
            ("font-family", SERIF),
            ("font-size", "16"),
            ("fill", "#595b60"),
        ],
        "tx" => &[("font-family", SERIF), ("font-size", "15")],
        "k" => &[
            ("paint-order", "stroke"),
            ("stroke", PAPER),
            ("stroke-width", "4"),
            ("stroke-linejoin", "round"),
        ],
        "nt" => &[("font-weight", "700"), ("fill", ACCENT)],
        "g" => &[("fill", "none"), ("stroke", "#d6d6ce")],
        "l" => &[("fill", "none"), ("stroke", "#8d8e8a")],
        "eq" => &[("fill", "none"), ("stroke", "#8d8e8a")],
        "ik" => &[
            ("fill", "none"),
            ("stroke", "#17181a"),
            ("stroke-width", "1.5"),
        ],
        "now" => &[
            ("fill", "none"),
            ("stroke", ACCENT),
            ("stroke-width", "1.2"),
        ],
        "kd" => &[
            ("fill", "none"),
            ("stroke", "#17181a"),
            ("stroke-dasharray", "1 3"),
        ],
        "br" => &[
            ("fill", "none"),
            ("stroke", "#8d8e8a"),
            ("stroke-width", ".8"),
        ],
        "wi" => &[
            ("fill", "none"),
            ("stroke", "#17181a"),
            ("stroke-width", "4"),
        ],
        "gap" => &[
            ("fill", "none"),
            ("stroke", PAPER),
            ("stroke-width", "5"),
            ("stroke-dasharray", "3 3"),
        ],
        "fo" => &[("fill", PAPER)],
        "fu" | "fc" => &[("fill", "#f2f2ec")],
        "m" | "ch-m" => &[("fill", ACCENT), ("stroke", PAPER), ("stroke-width", "1.5")],
        "mo" | "ch-mo" => &[("fill", PAPER), ("stroke", ACCENT), ("stroke-width", "1.8")],
        "mf" | "ch-mf" => &[("fill", ACCENT)],
        "lo" => &[
            ("fill", "none"),
            ("stroke", ACCENT),
            ("stroke-width", "4"),
            ("opacity", ".3"),
        ],
        "u" | "ch-u" => &[
            ("fill", "none"),
            ("stroke", ACCENT),
            ("stroke-width", "1.5"),
            ("opacity", ".75"),
        ],
        "e" | "ch-e" => &[
            ("fill", PAPER),
            ("stroke", ACCENT),
            ("stroke-width", "1.6"),
            ("stroke-dasharray", "2.6 2"),
        ],
        "p" | "ch-p" => &[
            ("fill", PAPER),
            ("stroke", "#595b60"),
            ("stroke-width", "1.2"),
            ("stroke-dasharray", "2.4 1.8"),
        ],
        "op" => &[
            ("fill", "none"),
            ("stroke", "#595b60"),
            ("stroke-width", "1.2"),
        ],
        "ar" => &[
            ("fill", "none"),
            ("stroke", "#17181a"),
            ("stroke-width", "1.2"),
        ],
        "wa" => &[
            ("fill", "none"),
            ("stroke", "#595b60"),
            ("stroke-width", "1.2"),
            ("stroke-dasharray", "1.5 3"),
        ],
        "dg" => &[
            ("fill", "none"),
            ("stroke", "#8d8e8a"),
            ("stroke-dasharray", "3 3"),
        ],
        "ov" => &[
            ("fill", "none"),
            ("stroke", ACCENT),
            ("stroke-width", "1.8"),
            ("stroke-dasharray", "4 3"),
        ],
        "ch-x" => &[
            ("fill", "none"),
            ("stroke", "#17181a"),
            ("stroke-width", "2.2"),
        ],
        "fi" | "di" => &[("fill", "#17181a")],
        "z" | "ch-z" | "bh" => &[("fill", "none"), ("pointer-events", "all")],
        "db" => &[("fill", "none"), ("stroke", "#17181a")],
        "de" => &[("fill", "none"), ("stroke", ACCENT)],
        "s0" => &[
            ("fill", "none"),
            ("stroke", "#3c9a63"),
            ("stroke-width", "2"),
        ],
        "s1" => &[
            ("fill", "none"),
            ("stroke", "#1f807c"),
            ("stroke-width", "2"),
        ],
        "s2" => &[
            ("fill", "none"),
            ("stroke", "#3f5791"),
            ("stroke-width", "2"),
        ],
        "s3" => &[
            ("fill", "none"),
            ("stroke", "#471a57"),
            ("stroke-width", "2"),
        ],
        "s4" => &[
            ("fill", "none"),
            ("stroke", "#2c1638"),
            ("stroke-width", "2"),
        ],
        "s5" => &[
            ("fill", "none"),
            ("stroke", "#17181a"),
            ("stroke-width", "2"),
        ],
        "f0" => &[("fill", "#3c9a63")],
        "f1" => &[("fill", "#1f807c")],
        "f2" => &[("fill", "#3f5791")],
        "f3" => &[("fill", "#471a57")],
        "f4" => &[("fill", "#2c1638")],
        "f5" => &[("fill", "#17181a")],
        "q" => &[("stroke-dasharray", "2 2")],
        _ => &[],
    }
}

/// The attributes of a list of classes; of two that set the same, the later one does.
fn attributes_of(classes: &str) -> String {
    let mut all: Vec<(&str, &str)> = Vec::new();
    let names: Vec<&str> = classes.split(' ').collect();
    let mut extra = [("", ""); 1];
    for name in &names {
        let own = if *name == "r" {
            extra[0] = if names.contains(&"n") {
                ("opacity", ".55")
            } else {
                ("stroke-dasharray", "4 3")
            };
            &extra[..]
        } else {
            attributes(name)
        };
        for &(key, value) in own {
            all.retain(|a| a.0 != key);
            all.push((key, value));
        }
    }
    all.iter()
        .map(|(key, value)| format!(" {key}=\"{value}\""))
        .collect()
}

/// Puts attributes in the place of classes, and whole addresses in that of paths. What it is given was written
/// by [`Pen`], whose attributes are all in double quotes.
fn coloured(body: &str, base: &str) -> String {
    let mut out = String::with_capacity(body.len() * 2);
    let mut rest = body;
    while let Some(start) = rest.find('<') {
        let end = rest[start..]
            .find('>')
            .map_or(rest.len(), |e| start + e + 1);
        out.push_str(&rest[..start]);
        let tag = &rest[start..end];
        let tag = match tag.find(" class=\"") {
            Some(at) => {
                let value = &tag[at + 8..];
                let close = value.find('"').unwrap_or(value.len());
                let mut own = attributes_of(&value[..close]);
                if tag.starts_with("<text") && !own.contains(" fill=") {
                    own.push_str(" fill=\"#17181a\"");
                }
                format!(
                    "{}{own}{}",
                    &tag[..at],
                    value.get(close + 1..).unwrap_or("")
                )
            }
            None => tag.to_owned(),
        };
        out.push_str(&if base.is_empty() {
            tag
        } else {
            tag.replace(
                "<a href=\"/",
                &format!("<a href=\"{}/", escape(base.trim_end_matches('/'))),
            )
        });
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_become_attributes_and_none_twice() {
        let told = coloured(
            "<path class=\"n r\" fill=\"url(#p1)\" d=\"M0 0\"/><path class=\"s1 r\" d=\"\"/><text class=\"k b\" x=\"1\">a</text>",
            "",
        );
        assert!(!told.contains("class="));
        assert!(
            told.starts_with("<path opacity=\".55\" fill=\"url(#p1)\""),
            "{told}"
        );
        assert_eq!(told.matches("fill=\"#17181a\"").count(), 1);
    }

    #[test]
    fn links_are_whole() {
        assert!(
            coloured("<a href=\"/x/\">", "https://a.example/").contains("https://a.example/x/")
        );
    }
}
