//! Lanes with more than a picture shows mark by mark.

use std::collections::HashSet;

use dateline::chart::calendar::day;
use dateline::chart::marks::{Shape, shape};
use dateline::chart::rows::{RowKind, rows};
use dateline::chart::thin::{Room, thinned};
use dateline::chart::types::*;
use dateline::chart::{axis, lanes, narrow};

use super::made::{self, Dice, Tongue};
use super::{cases, check};

/// The numbers after each `M`, in the path of a class.
fn places(body: &str, class: &str) -> Vec<(f64, Option<f64>)> {
    let start = format!("<path class=\"{class}\" d=\"");
    let Some((_, rest)) = body.split_once(&start) else {
        return Vec::new();
    };
    let d = rest.split_once('"').expect("its end").0;
    let number = |text: &str| -> f64 {
        let end = text.find(|c: char| !matches!(c, '0'..='9' | '.' | '-'));
        text[..end.unwrap_or(text.len())].parse().expect("a number")
    };
    let parts = d.split('M').skip(1);
    parts
        .map(|part| (number(part), part.split_once('H').map(|(_, to)| number(to))))
        .collect()
}

#[test]
fn what_is_merged_is_on_the_rail_and_in_the_rows() {
    for case in cases() {
        let room = Room {
            marks: 12,
            plans: 3,
        };
        let thin: Vec<Lane> = case
            .lanes
            .iter()
            .map(|lane| thinned(lane, room).0)
            .collect();
        let picture = lanes::draw(&thin, &case.options);
        check(&case.name, &picture);
        let phone = narrow::draw(
            &thin,
            &Options {
                width: 328.0,
                ..case.options.clone()
            },
        );
        phone.lanes.iter().for_each(|p| check(&case.name, p));
        let labelled: HashSet<&str> = picture.labelled.iter().map(String::as_str).collect();
        let told = rows(&case.lanes, &case.options);
        let told: HashSet<&str> = told
            .iter()
            .filter(|row| row.kind == RowKind::Event)
            .map(|row| row.id.as_str())
            .collect();
        for (lane, thin) in case.lanes.iter().zip(&thin) {
            let kept: HashSet<&str> = thin.marks.iter().map(|m| m.id.as_str()).collect();
            let five = lane.marks.iter().filter(|mark| mark.importance >= 5);
            for mark in five.clone() {
                assert!(
                    labelled.contains(mark.id.as_str()),
                    "{}: {}",
                    case.name,
                    mark.id
                );
            }
            assert!(
                thin.marks.len() <= room.marks.max(five.count()),
                "{}",
                case.name
            );
            assert_eq!(thin.marks.len() + thin.lesser.len(), lane.marks.len());
            assert!(thin.promises.len() <= room.plans, "{}", case.name);
            for mark in lane.marks.iter().filter(|m| !kept.contains(m.id.as_str())) {
                assert!(
                    thin.lesser.contains(&mark.span),
                    "{}: {}",
                    case.name,
                    mark.id
                );
                assert!(
                    told.contains(mark.id.as_str()),
                    "{}: {}",
                    case.name,
                    mark.id
                );
            }
        }
        // One lane by itself, where its ticks can be told from those of others.
        let scale = axis::scale_for(&thin[..1], &case.options, lanes::HEAD, case.options.width);
        if case.options.rtl {
            continue;
        }
        let body = lanes::draw(&thin[..1], &case.options).body;
        let (ticks, lines) = (places(&body, "u"), places(&body, "lo"));
        for span in &thin[0].lesser {
            let is_shown = match shape(span, true, &scale) {
                Shape::Tick(x) | Shape::Disc(x) => {
                    ticks.iter().any(|(tick, _)| (tick - x).abs() <= 1.01)
                }
                other => {
                    let (a, b) = other.extent(3.0);
                    let has = |line: &(f64, Option<f64>)| {
                        line.0 <= a + 0.1 && line.1.is_some_and(|end| b <= end + 0.1)
                    };
                    lines.iter().any(has)
                }
            };
            assert!(is_shown, "{}: {span:?}", case.name);
        }
    }
}

#[test]
fn a_picture_of_very_many_entries_is_light() {
    let end = day(2025, 12, 31);
    let mut dice = Dice::new(9);
    let all: Vec<Lane> = (0..12)
        .map(|n| {
            let name = format!("Lane {n}");
            let span = (end - 3_000, end);
            let mut lane = made::lane(&mut dice, &name, 40, span, false, Tongue::English);
            let lesser = lane.marks[0].clone();
            lane.marks.extend((0..8_000).map(|n| Mark {
                id: format!("{name}-{n}"),
                span: Span::day(dice.day(span.0, end)),
                importance: 3,
                ..lesser.clone()
            }));
            lane
        })
        .collect();
    let room = Room::of(&all).expect("too many to show each");
    let thin: Vec<Lane> = all.iter().map(|lane| thinned(lane, room).0).collect();
    let picture = lanes::draw(&thin, &made::options(1184.0, end));
    check("very many", &picture);
    assert!(picture.body.len() < 200_000, "{} bytes", picture.body.len());
    let thin: Vec<Lane> = thin
        .iter()
        .map(|lane| thinned(lane, room.on_a_phone()).0)
        .collect();
    let phone = narrow::draw(&thin, &made::options(328.0, end));
    let bytes: usize = phone.lanes.iter().map(|picture| picture.body.len()).sum();
    assert!(bytes < 80_000, "{bytes} bytes");
}

#[test]
fn a_picture_that_can_show_each_mark_does() {
    let end = day(2025, 12, 31);
    let lane = |dice: &mut Dice, count| {
        let mut lane = made::lane(dice, "A", count, (end - 900, end), false, Tongue::English);
        lane.promises.truncate(8);
        lane
    };
    let mut dice = Dice::new(12);
    let few: Vec<Lane> = (0..12).map(|_| lane(&mut dice, 18)).collect();
    assert_eq!(Room::of(&few), None);
    assert_eq!(Room::of(&few[..0]), None);
    assert!(Room::of(&[lane(&mut dice, 200)]).is_some());
    let many: Vec<Lane> = (0..12).map(|_| lane(&mut dice, 50)).collect();
    assert!(Room::of(&many).is_some());
}

#[test]
fn a_reader_asks_first_for_what_is_overdue_and_what_comes_next() {
    let end = day(2025, 12, 31);
    let promise = |id: &str, outcome, at| Promise {
        id: id.into(),
        href: String::new(),
        label: id.into(),
        title: id.into(),
        verdict: String::new(),
        targets: vec![Target {
            span: Some(Span::day(at)),
            said: None,
            when: String::new(),
        }],
        outcome,
    };
    let happened = |at| Outcome::Happened(Span::day(at));
    let promises = vec![
        promise("came-first", happened(end - 90), end - 90),
        promise("came-last", happened(end - 10), end - 10),
        promise("late-first", Outcome::Overdue, end - 80),
        promise("late-next", Outcome::Overdue, end - 70),
        promise("late-last", Outcome::Overdue, end - 60),
        promise("far", Outcome::Waiting, end + 900),
        promise("near", Outcome::Waiting, end + 9),
    ];
    let lane = Lane {
        promises,
        ..Lane::default()
    };
    let told = |plans| -> (Vec<String>, usize) {
        let (lane, hidden) = thinned(&lane, Room { marks: 9, plans });
        (lane.promises.into_iter().map(|p| p.id).collect(), hidden)
    };
    assert_eq!(
        told(4),
        (
            vec![
                "late-next".into(),
                "late-last".into(),
                "far".into(),
                "near".into()
            ],
            3
        )
    );
    assert_eq!(told(1), (vec!["late-last".into()], 6));
    let six = told(6).0;
    assert!(
        six.contains(&"came-last".into()) && !six.contains(&"came-first".into()),
        "{six:?}"
    );
    assert_eq!(told(9).1, 0);
}
