//! Lanes as templates see them: with their pictures.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::chart::compare::{self, Difference};
use crate::chart::key::{self, Sign};
use crate::chart::scale::{PieceKind, Scale};
use crate::chart::svg::{Picture, Role};
use crate::chart::thin::thinned;
use crate::chart::types::{Lane, Options, Outcome, Precision, Span};
use crate::chart::{axis, band, lanes, narrow};
use crate::messages::escape;
use crate::view::drawing::{Drawing, DrawnAs};
use crate::view::lane_rows::LaneRow;
use crate::view::lanes::{LaneEvent, LaneView, LanesView, StanceSign};

#[derive(Serialize)]
pub(super) struct LanesHtml<'a> {
    finding: Option<&'a str>,
    as_of: Option<&'a str>,
    lanes: Vec<LaneHtml<'a>>,
    stances: &'a [StanceSign],
    rows: &'a [LaneRow],
    rows_shown: Option<&'a str>,
    wide: String,
    wide_key: String,
    narrow_axis: String,
    narrow_key: String,
}

#[derive(Serialize)]
struct LaneHtml<'a> {
    label: &'a str,
    url: &'a str,
    stance: &'a str,
    since: &'a str,
    last: Option<&'a LaneEvent>,
    passed: Option<&'a LaneEvent>,
    next: Option<&'a LaneEvent>,
    narrow: String,
}

/// Draws the pictures of lanes.
pub(super) fn drawn(view: &LanesView) -> LanesHtml<'_> {
    let drawing = &view.wide.0;
    let mut html = LanesHtml {
        finding: view.finding.as_deref(),
        as_of: view.as_of.as_deref(),
        lanes: view
            .lanes
            .iter()
            .map(|lane| lane_html(lane, String::new()))
            .collect(),
        stances: &view.stances,
        rows: &view.rows,
        rows_shown: view.rows_shown.as_deref(),
        wide: String::new(),
        wide_key: String::new(),
        narrow_axis: String::new(),
        narrow_key: String::new(),
    };
    let (Some(wide), Some(small)) = (&drawing.wide, &drawing.narrow) else {
        return html;
    };
    let langs = &drawing.langs;
    let picture = picture(drawing, wide);
    let whole = svg(
        &picture,
        wide,
        &drawing.title,
        &drawing.finding,
        Role::Group,
    );
    html.wide = marked(whole, langs);
    if matches!(drawing.drawn_as, DrawnAs::Band) {
        let band = self::picture(drawing, small);
        let band = svg(&band, small, &drawing.title, &drawing.finding, Role::Group);
        let band = marked(band, langs);
        let views = view.lanes.iter();
        html.lanes = views.map(|lane| lane_html(lane, band.clone())).collect();
        return html;
    }
    let lanes = match drawing.room {
        Some(room) => {
            let thinned = |lane| thinned(lane, room.on_a_phone()).0;
            Cow::Owned(drawing.lanes.iter().map(thinned).collect())
        }
        None => Cow::Borrowed(&drawing.lanes),
    };
    let parts = narrow::draw(&lanes, small);
    html.narrow_axis = svg(&parts.axis, small, "", "", Role::Decoration);
    let pictures = parts.lanes.iter().zip(&drawing.lanes).enumerate();
    let pictures = pictures.map(|(n, (picture, lane))| {
        let id = format!("{}{n}-", small.id);
        marked(picture.svg(&id, &lane.name, "", "", Role::Group), langs)
    });
    let views = view.lanes.iter().zip(pictures);
    html.lanes = views
        .map(|(lane, picture)| lane_html(lane, picture))
        .collect();
    html.wide_key = key_svg(drawing, wide);
    html.narrow_key = key_svg(drawing, small);
    html
}

/// The whole picture.
pub(super) fn picture(drawing: &Drawing, options: &Options) -> Picture {
    let lanes = &drawing.lanes;
    match (&drawing.drawn_as, lanes.first()) {
        (DrawnAs::Band, Some(lane)) => band::draw(lane, options),
        (DrawnAs::Compared(words), _) => {
            let named = |difference: &Difference| words.of(difference.distance()).to_owned();
            compare::draw(lanes, &words.heading, &named, options)
        }
        _ => lanes::draw(lanes, options),
    }
}

/// Marks the links whose labels are in another language with it.
pub(super) fn marked(svg: String, langs: &BTreeMap<String, String>) -> String {
    let mut svg = svg;
    for (href, lang) in langs {
        let mut link = "<a href=\"".to_owned();
        escape(href, &mut link);
        link.push('"');
        svg = svg.replace(&format!("{link}>"), &format!("{link} lang=\"{lang}\">"));
    }
    svg
}

fn lane_html(lane: &LaneView, narrow: String) -> LaneHtml<'_> {
    LaneHtml {
        label: &lane.label,
        url: &lane.url,
        stance: &lane.stance,
        since: &lane.since,
        last: lane.last.as_ref(),
        passed: lane.passed.as_ref(),
        next: lane.next.as_ref(),
        narrow,
    }
}

fn svg(picture: &Picture, options: &Options, title: &str, about: &str, role: Role) -> String {
    picture.svg(&options.id, title, about, "", role)
}

/// The key to the signs that the picture has; empty if no key is wanted.
fn key_svg(drawing: &Drawing, options: &Options) -> String {
    let picture = key_picture(drawing, options);
    picture.map_or_else(String::new, |picture| {
        svg(&picture, options, "", "", Role::Decoration)
    })
}

/// The same as a picture, with ids of its own.
pub(super) fn key_picture(drawing: &Drawing, options: &Options) -> Option<Picture> {
    let scale = axis::scale_for(&drawing.lanes, options, 0.0, options.width);
    let is_used = |sign: Sign| is_used(sign, &drawing.lanes, &scale);
    let mut signs: Vec<(Sign, String)> = Vec::new();
    for (sign, words) in &drawing.signs {
        // A heading without signs goes.
        if *sign == Sign::Heading && signs.last().is_some_and(|(last, _)| *last == Sign::Heading) {
            signs.pop();
        }
        if is_used(*sign) {
            signs.push((*sign, words.clone()));
        }
    }
    if signs.is_empty() {
        return None;
    }
    let options = Options {
        id: format!("{}key-", options.id),
        ..options.clone()
    };
    Some(key::draw(&signs, &options))
}

/// Whether a picture has a sign.
fn is_used(sign: Sign, lanes: &[Lane], scale: &Scale) -> bool {
    let any_mark = |test: &dyn Fn(&Span, u8) -> bool| {
        let mut marks = lanes.iter().flat_map(|lane| &lane.marks);
        marks.any(|mark| test(&mark.span, mark.importance))
    };
    let any_change = |test: &dyn Fn(usize, bool, &Span) -> bool| {
        let mut changes = lanes.iter().flat_map(|lane| &lane.changes);
        changes.any(|change| test(change.step, change.tentative, &change.span))
    };
    let any_outcome = |test: &dyn Fn(Outcome) -> bool| {
        let mut promises = lanes.iter().flat_map(|lane| &lane.promises);
        promises.any(|promise| test(promise.outcome))
    };
    let any_piece = |kind| scale.pieces.iter().any(|piece| piece.kind == kind);
    match sign {
        Sign::Heading => true,
        Sign::Step(wanted) => any_change(&|step, _, _| step == wanted),
        Sign::Reported => any_change(&|_, tentative, _| tentative),
        Sign::Slanted => any_change(&|_, _, span| !span.is_point()),
        Sign::Day => any_mark(&|span, _| span.is_point() && !span.about),
        Sign::About => any_mark(&|span, _| span.about),
        Sign::Period => {
            any_mark(&|span, _| matches!(span.precision, Precision::Period | Precision::Choice))
        }
        Sign::Range => any_mark(&|span, _| span.precision == Precision::Range),
        Sign::Lesser => {
            any_mark(&|span, importance| span.is_point() && importance < 4)
                || lanes.iter().any(|lane| !lane.lesser.is_empty())
        }
        Sign::Expected => any_outcome(&|outcome| outcome == Outcome::Waiting),
        Sign::PutOff => {
            let mut promises = lanes.iter().flat_map(|lane| &lane.promises);
            promises.any(|promise| promise.targets.len() > 1)
        }
        Sign::Overdue => any_outcome(&|outcome| outcome == Outcome::Overdue),
        Sign::Cancelled => any_outcome(&|outcome| matches!(outcome, Outcome::Cancelled(_))),
        Sign::Folded => any_piece(PieceKind::Fold),
        Sign::Larger => any_piece(PieceKind::Wide),
    }
}
