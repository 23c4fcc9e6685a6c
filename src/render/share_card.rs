//! Draws the card of a page: 1,200 by 630 pixels, the size that previews of links are cut to.

use std::fmt::Write;

use super::body::attribute;
use crate::raster::{self, Family};
use crate::view::share_card::ShareCard;

const WIDTH: f32 = 1200.0;
const HEIGHT: f32 = 630.0;
/// Between the edge and the text.
const MARGIN: f32 = 80.0;
/// The sizes that a headline may have, and in how many lines: the first that takes all of it.
const SIZES: [(f32, usize); 4] = [(76.0, 3), (64.0, 4), (52.0, 5), (44.0, 5)];
/// The room for the headline begins here.
const TOP: f32 = 150.0;
const SMALL: f32 = 30.0;

/// Returns the card as PNG; `None` if this program can't draw.
pub fn png(card: &ShareCard) -> Option<Vec<u8>> {
    raster::png(&svg(card), 1.0)
}

fn svg(card: &ShareCard) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" font-family=\"{}\" fill=\"#17181a\">\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fcfcf9\"/>\
         <rect width=\"20\" height=\"{HEIGHT}\" fill=\"{}\"/>",
        Family::Serif.name(),
        attribute(&card.accent)
    );
    let above = card.date.iter().chain(&card.state);
    let above: Vec<&str> = above.map(String::as_str).collect();
    let soft = "fill=\"#595b60\"";
    text(
        &fitted(&above.join(" · "), SMALL, false),
        MARGIN,
        105.0,
        SMALL,
        soft,
        &mut out,
    );
    let (size, lines) = wrapped(&card.headline);
    let mut y = TOP + size * 0.8;
    for line in &lines {
        text(line, MARGIN, y, size, "font-weight=\"700\"", &mut out);
        y += size * 1.18;
    }
    stances(&card.stances, &mut out);
    let line = HEIGHT - 92.0;
    let _ = write!(
        out,
        "<rect x=\"{MARGIN}\" y=\"{line}\" width=\"{}\" height=\"2\" fill=\"#d6d6ce\"/>",
        WIDTH - 2.0 * MARGIN
    );
    let site = fitted(&card.site, SMALL, true);
    text(
        &site,
        MARGIN,
        HEIGHT - 42.0,
        SMALL,
        "font-weight=\"700\"",
        &mut out,
    );
    out.push_str("</svg>");
    out
}

/// The stances in a row, as many as there is room for.
fn stances(stances: &[(String, Option<String>)], out: &mut String) {
    let (mut x, y) = (MARGIN, HEIGHT - 120.0);
    for (words, colour) in stances {
        let end = x + 36.0 + raster::width(words, Family::Serif, SMALL, false);
        if end > WIDTH - MARGIN {
            return;
        }
        let colour = colour.as_deref().unwrap_or("#595b60");
        let _ = write!(
            out,
            "<rect x=\"{x}\" y=\"{}\" width=\"24\" height=\"24\" fill=\"{}\"/>",
            y - 22.0,
            attribute(colour)
        );
        text(words, x + 36.0, y, SMALL, "", out);
        x = end + 40.0;
    }
}

fn text(words: &str, x: f32, y: f32, size: f32, more: &str, out: &mut String) {
    let _ = write!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" {more}>{}</text>",
        attribute(words)
    );
}

/// The headline in lines, as large as it fits; cut at a word if it is too long even when small.
fn wrapped(headline: &str) -> (f32, Vec<String>) {
    let smallest = SIZES[SIZES.len() - 1];
    for (size, most) in SIZES {
        let lines = lines(headline, size);
        if lines.len() <= most {
            return (size, lines);
        }
    }
    let (size, most) = smallest;
    let mut lines = lines(headline, size);
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        *last = cut(last, size, true);
    }
    (size, lines)
}

fn lines(headline: &str, size: f32) -> Vec<String> {
    let room = WIDTH - 2.0 * MARGIN;
    let mut lines: Vec<String> = Vec::new();
    for word in headline.split_whitespace() {
        // A word that no line takes is divided.
        let mut rest = word;
        while !rest.is_empty() {
            let joined = lines.last().map(|line| format!("{line} {rest}"));
            if let (Some(joined), Some(line)) = (joined, lines.last_mut())
                && rest.len() == word.len()
                && raster::width(&joined, Family::Serif, size, true) <= room
            {
                *line = joined;
                break;
            }
            let fits = |end: usize| raster::width(&rest[..end], Family::Serif, size, true) <= room;
            let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
            let end = ends.take_while(|end| fits(*end)).last();
            let end = end.unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8));
            lines.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
    }
    lines
}

/// A line that is no wider than the card; with dots if it is cut.
fn fitted(words: &str, size: f32, bold: bool) -> String {
    match raster::width(words, Family::Serif, size, bold) <= WIDTH - 2.0 * MARGIN {
        true => words.to_owned(),
        false => cut(words, size, bold),
    }
}

/// The beginning of a line, and dots.
fn cut(words: &str, size: f32, bold: bool) -> String {
    let mut words = words.to_owned();
    loop {
        let dotted = format!("{}…", words.trim_end());
        if words.is_empty()
            || raster::width(&dotted, Family::Serif, size, bold) <= WIDTH - 2.0 * MARGIN
        {
            return dotted;
        }
        match words.rfind(' ') {
            Some(at) => words.truncate(at),
            None => drop(words.pop()),
        }
    }
}

#[cfg(all(test, feature = "raster"))]
mod tests {
    use super::*;

    #[test]
    fn no_headline_leaves_its_card() {
        for headline in [
            "A dam opens",
            &"Meta delays Avocado to May or later, The New York Times reports ".repeat(9),
            &"x".repeat(400),
            "Österreichische Elektrizitätswirtschafts-Aktiengesellschaft übernimmt Donaukraftwerk",
        ] {
            let (size, lines) = wrapped(headline);
            assert!(!lines.is_empty() && lines.len() <= 5, "{headline}");
            assert!(
                TOP + size * (0.8 + 1.18 * (lines.len() - 1) as f32) < HEIGHT - 150.0,
                "{headline}"
            );
            for line in &lines {
                assert!(
                    raster::width(line, Family::Serif, size, true) <= WIDTH - 2.0 * MARGIN,
                    "{line}"
                );
            }
        }
        let (_, lines) = wrapped(&"Many words of news ".repeat(40));
        assert!(lines[4].ends_with('…'), "{lines:?}");
        assert_eq!(wrapped("A dam opens").1, ["A dam opens"]);
    }

    #[test]
    fn a_card_is_a_picture_of_the_size_that_previews_have() {
        let card = ShareCard {
            headline: "R&D <opens>".to_owned(),
            date: Some("December 2025".to_owned()),
            state: Some("Reported".to_owned()),
            stances: vec![("Meta: Closed".to_owned(), Some("#b0122b".to_owned()))],
            site: "Test".to_owned(),
            accent: "#b0122b".to_owned(),
        };
        let png = png(&card).expect("a card");
        assert_eq!(crate::content::picture::size(&png), Some((1200, 630)));
        assert!(png.len() < 100_000, "{}", png.len());
    }
}
