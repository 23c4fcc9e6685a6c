//! The promises of the pictures, held over generated timelines.
mod made;
mod thin;

use std::collections::HashSet;

use dateline::chart::calendar::{Day, day};
use dateline::chart::density::{self, Fact};
use dateline::chart::marks::{Shape, shape};
use dateline::chart::rows::*;
use dateline::chart::scale::Scale;
use dateline::chart::svg::{Picture, Role};
use dateline::chart::types::*;
use dateline::chart::{alone, axis, band, compare, lanes, narrow, slips, story};
use made::{Dice, Tongue};

/// One generated case: what is in it, in words, and its lanes.
struct Case {
    name: String,
    lanes: Vec<Lane>,
    options: Options,
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let end = day(2025, 12, 31);
    let mut seed = 0;
    for count in [0, 1, 3, 12, 40, 150, 600, 2000] {
        for length in [0, 1, 30, 400, 4000, 329_000] {
            for tongue in [Tongue::English, Tongue::Arabic, Tongue::Japanese] {
                for crowded in [false, true] {
                    seed += 1;
                    if count == 150 && tongue != Tongue::English && length != 4000 {
                        continue;
                    }
                    if count > 400 && (tongue != Tongue::English || crowded) && length < 4000 {
                        continue;
                    }
                    let mut dice = Dice::new(seed);
                    let spread = 1 + seed as usize % 3;
                    let lanes: Vec<Lane> = (0..spread)
                        .map(|k| {
                            made::lane(
                                &mut dice,
                                &format!("Lane {k}"),
                                count / spread,
                                (end - length, end),
                                crowded,
                                tongue,
                            )
                        })
                        .collect();
                    let width = if seed % 4 == 0 { 800.0 } else { 1216.0 };
                    let today =
                        (seed % 5 != 0).then_some(if seed % 7 == 0 { end + 40 } else { end });
                    let options = Options {
                        rtl: tongue == Tongue::Arabic,
                        today,
                        ..made::options(width, end)
                    };
                    cases.push(Case {
                        name: format!(
                            "{seed}: {count} in {length} days, {tongue:?}, crowded: {crowded}"
                        ),
                        lanes,
                        options,
                    });
                }
            }
        }
    }
    cases
}

fn check(name: &str, picture: &Picture) {
    assert!(
        !picture.body.contains("NaN") && !picture.body.contains("inf "),
        "{name}: a coordinate is no number"
    );
    assert!(!picture.body.contains("style="), "{name}: a style");
    assert_eq!(
        picture.body.matches("<a ").count(),
        picture.body.matches("</a>").count(),
        "{name}: links"
    );
    assert_eq!(
        picture.body.matches("<g").count(),
        picture.body.matches("</g>").count(),
        "{name}: groups"
    );
    for (index, text) in picture.texts.iter().enumerate() {
        let area = text.area;
        assert!(
            area.x0 >= -1.0
                && area.x1 <= picture.width + 1.0
                && area.y0 >= -1.0
                && area.y1 <= picture.height + 1.0,
            "{name}: {:?} leaves the picture of {} × {}: {area:?}",
            text.text,
            picture.width,
            picture.height
        );
        for other in &picture.texts[index + 1..] {
            assert!(
                !area.meets(&other.area),
                "{name}: {:?} {area:?} over {:?} {:?}",
                text.text,
                other.text,
                other.area
            );
        }
        for leader in &picture.leaders {
            assert!(
                !area.is_crossed(leader.0, leader.1),
                "{name}: a leader {leader:?} through {:?} {area:?}",
                text.text
            );
        }
    }
}

#[test]
fn labels_of_lanes_keep_apart_and_what_matters_is_labelled() {
    for case in cases() {
        let picture = lanes::draw(&case.lanes, &case.options);
        check(&case.name, &picture);
        let labelled: HashSet<&str> = picture.labelled.iter().map(String::as_str).collect();
        for lane in &case.lanes {
            let of = |n: u8| lane.marks.iter().filter(move |m| m.importance == n);
            assert!(
                of(5).all(|m| labelled.contains(m.id.as_str())),
                "{}: a label of importance 5 is lost",
                case.name
            );
            let (all, kept) = (
                of(4).count(),
                of(4).filter(|m| labelled.contains(m.id.as_str())).count(),
            );
            assert!(
                kept * 5 >= all * 4,
                "{}: {kept} of {all} labels of importance 4",
                case.name
            );
        }
    }
}

#[test]
fn the_picture_and_its_rows_hold_the_same_facts() {
    for case in cases().iter().filter(|c| c.lanes[0].marks.len() < 200) {
        let picture = lanes::draw(&case.lanes, &case.options);
        let titles: Vec<&str> = picture
            .body
            .split("<g role=\"listitem\"><a ")
            .skip(1)
            .filter_map(|part| part.split("<title>").nth(1)?.split("</title>").next())
            .collect();
        let rows = rows(&case.lanes, &case.options);
        let extra = titles.iter().filter(|t| t.starts_with('+')).count();
        assert_eq!(titles.len() - extra, rows.len(), "{}", case.name);
        for row in &rows {
            let wanted = match row.kind {
                RowKind::Event => format!("{}: {}", row.when[0], row.what),
                RowKind::Change => format!("{}: {}", row.detail, row.what),
                RowKind::Promise => format!("{}: {}", row.what, row.when.join(" \u{2192} ")),
            };
            assert!(
                titles.iter().any(|t| t.starts_with(&wanted)),
                "{}: {wanted}",
                case.name
            );
        }
    }
}

#[test]
fn no_mark_claims_more_than_its_date() {
    let mut dice = Dice::new(5);
    for _ in 0..4000 {
        let at = dice.day(0, 3000);
        let span = made::span(&mut dice, at, true);
        let scale = Scale::linear(0, 3000 + dice.below(4000) as Day, 0.0, 1000.0);
        let form = shape(&span, dice.below(2) == 0, &scale);
        match form {
            Shape::Disc(_) | Shape::Tick(_) => assert!(span.is_point() && !span.about),
            Shape::Half(_) => assert!(span.is_point() && span.about),
            Shape::Bar(..) => assert!(span.precision == Precision::Range && !span.about),
            Shape::Hollow(..) => {}
        }
        if let Shape::Hollow(a, b) | Shape::Bar(a, b) = form {
            assert!(
                a <= scale.x(span.start) + 0.01 && b >= scale.x(span.end + 1) - 0.01,
                "{span:?} drawn from {a} to {b}"
            );
            assert!(
                b - a <= (scale.x(span.end + 1) - scale.x(span.start)).max(9.0) + 0.01,
                "{span:?} drawn longer than it is"
            );
        }
    }
}

#[test]
fn pictures_are_the_same_every_time() {
    let make = || {
        let mut dice = Dice::new(99);
        let lane = made::lane(
            &mut dice,
            "A",
            80,
            (day(2020, 1, 1), day(2025, 1, 1)),
            true,
            Tongue::English,
        );
        let options = made::options(1216.0, day(2025, 1, 1));
        lanes::draw(&[lane], &options).svg("t", "T", "D", "", Role::Group)
    };
    assert_eq!(make(), make());
}

#[test]
fn all_other_pictures_hold_as_well() {
    for case in cases().iter().filter(|c| c.lanes[0].marks.len() < 300) {
        for width in [328.0, 1040.0] {
            let options = Options {
                width,
                ..case.options.clone()
            };
            let apart = lanes::apart(&case.lanes, &options);
            check(&format!("{} apart", case.name), &apart.axis);
            apart
                .lanes
                .iter()
                .for_each(|p| check(&format!("{} apart", case.name), p));
            let phone = narrow::draw(&case.lanes, &options);
            check(&case.name, &phone.axis);
            phone.lanes.iter().for_each(|p| check(&case.name, p));
            check(
                &format!("{} band", case.name),
                &band::draw(&case.lanes[0], &options),
            );
            let promises: Vec<Promise> =
                case.lanes.iter().flat_map(|l| l.promises.clone()).collect();
            let axes = slips::Axes {
                said: "said".into(),
                target: "for".into(),
                due: "due".into(),
            };
            check(
                &format!("{} slips {width}", case.name),
                &slips::draw(&promises, &axes, &options),
            );
            let facts: Vec<Fact> = case
                .lanes
                .iter()
                .flat_map(|l| &l.marks)
                .map(|m| Fact {
                    span: m.span,
                    importance: m.importance,
                    expected: false,
                })
                .collect();
            check(
                &format!("{} density", case.name),
                &density::draw(&facts, &[], &options),
            );
            check(
                &format!("{} story", case.name),
                &story::draw(&story_of(&case.lanes[0]), &options),
            );
        }
        let wide = compare::draw(
            &case.lanes,
            "Apart",
            &|d| d.distance().map_or(String::new(), |k| format!("{k} apart")),
            &case.options,
        );
        check(&format!("{} compare", case.name), &wide);
        let file = alone::draw(
            &wide,
            None,
            &alone::Frame {
                title: "A title <&>".into(),
                source: "Source".into(),
                licence: "CC BY 4.0".into(),
                ..alone::Frame::default()
            },
        );
        assert!(
            !file.contains("class=")
                && file.contains("CC BY 4.0")
                && file.contains("<title id=\"t\">A title &lt;&amp;&gt;")
        );
    }
}

/// A story of a lane's first events, which are tied in several ways.
fn story_of(lane: &Lane) -> story::Story {
    let mut lane = lane.clone();
    lane.marks.truncate(12);
    let tie = |(n, word): (usize, &&str)| story::Tie {
        from: lane.marks[n + 2].id.clone(),
        to: lane.marks[n * n % (n + 2)].id.clone(),
        label: (*word).into(),
        title: "it reverses it".into(),
    };
    let words = [
        "reverses",
        "follows",
        "confirms",
        "\u{64a}\u{646}\u{642}\u{636}",
        "follows",
        "delays",
    ];
    let ties = words.iter().enumerate();
    let ties = ties
        .filter(|(n, _)| n + 2 < lane.marks.len())
        .map(tie)
        .collect();
    let silences = lane.marks.windows(2).filter_map(|pair| {
        let (from, to) = (pair[0].span.end, pair[1].span.start);
        (to - from > 60).then(|| story::Silence {
            from,
            to,
            words: "seven months without an entry".into(),
        })
    });
    story::Story {
        silences: silences.collect(),
        ties,
        lane,
    }
}

#[test]
fn a_story_has_all_its_steps_where_there_is_room() {
    let mut dice = Dice::new(8);
    let span = (day(2020, 1, 1), day(2025, 1, 1));
    let lane = made::lane(&mut dice, "A", 12, span, false, Tongue::English);
    let story = story_of(&lane);
    let picture = story::draw(&story, &made::options(1184.0, span.1));
    for tie in &story.ties {
        assert!(
            picture.texts.iter().any(|t| t.text == tie.label),
            "{}",
            tie.label
        );
    }
    assert_eq!(picture.body.matches("marker-end").count(), story.ties.len());
}

#[test]
fn bands_change_where_entries_say_so() {
    for case in cases() {
        let scale = axis::scale_for(&case.lanes, &case.options, 0.0, 1000.0);
        for lane in &case.lanes {
            let changes = dateline::chart::bands::merged(&lane.changes);
            for segment in dateline::chart::bands::segments(&changes, &scale, case.options.end()) {
                let stop = scale.x(case.options.end());
                assert!(
                    (segment.begins.0 - scale.x(segment.change.span.start).min(stop)).abs() < 1e-9,
                    "{}",
                    case.name
                );
                assert!(
                    segment.begins.1 <= scale.x(segment.change.span.end + 1) + 1e-9
                        && segment.begins.1 >= segment.begins.0
                );
                assert!(segment.ends.0 >= segment.begins.0 && segment.ends.1 <= stop + 1e-9);
            }
        }
    }
}

#[test]
fn the_row_is_light_however_many_entries_there_are() {
    let end = day(2025, 12, 31);
    let mut dice = Dice::new(4);
    let facts: Vec<Fact> = (0..100_000)
        .map(|_| {
            let at = dice.day(end - 20_000, end);
            Fact {
                span: made::span(&mut dice, at, true),
                importance: 3,
                expected: false,
            }
        })
        .collect();
    let picture = density::draw(&facts, &[], &made::options(1040.0, end));
    assert!(picture.body.len() < 16_000, "{} bytes", picture.body.len());
}

/// Bars of a row: how wide each is, and how many there are.
fn bars(body: &str) -> Vec<(f64, usize)> {
    let rows = body.split("class=\"db\" stroke-width=\"").skip(1);
    rows.map(|row| {
        let (wide, rest) = row.split_once('"').expect("a width");
        let path = rest.split_once("d=\"").expect("a path").1;
        let path = path.split_once('"').expect("its end").0;
        (wide.parse().expect("a number"), path.matches('M').count())
    })
    .collect()
}

#[test]
fn the_row_looks_sane_whatever_time_it_shows() {
    let end = day(2025, 12, 31);
    let fact = |at| Fact {
        span: Span::day(at),
        importance: 3,
        expected: false,
    };
    let mut dice = Dice::new(5);
    let centuries: Vec<Fact> = (0..1900)
        .map(|n| match n % 2 {
            0 => fact(dice.day(day(2025, 1, 1), end)),
            _ => fact(dice.day(day(1142, 1, 1), day(2024, 12, 31))),
        })
        .collect();
    let month: Vec<Fact> = (0..40)
        .map(|_| fact(dice.day(day(2025, 12, 1), end)))
        .collect();
    let five: Vec<Fact> = [2021, 2022, 2023, 2024, 2025]
        .map(|year| fact(day(year, 6, 1)))
        .into();
    for (name, facts, least) in [
        ("centuries", centuries, 40),
        ("month", month, 15),
        ("five", five, 5),
    ] {
        for width in [328.0, 720.0] {
            let options = made::options(width, end);
            let scale = density::scale_for(&facts, &options);
            let body = density::draw(&facts, &[], &options).body;
            let bars = bars(&body);
            let count: usize = bars.iter().map(|(_, count)| count).sum();
            let taken: f64 = bars.iter().map(|(wide, count)| wide * *count as f64).sum();
            assert!(count >= least, "{name}, {width}: {count} bars");
            assert!(taken < width, "{name}, {width}: {taken} px of bars");
            assert!(bars.iter().all(|(wide, _)| *wide >= 1.2), "{name}, {width}");
            if name == "centuries" {
                let year = scale.x(end) - scale.x(day(2025, 1, 1));
                assert!(
                    year >= 0.4 * width,
                    "{width}: a year with half of all has {year} px"
                );
            }
        }
    }
}

#[test]
fn hostile_words_break_nothing() {
    let long = "word ".repeat(20_000);
    let solid = "Donaudampfschifffahrt".repeat(500);
    let marks = format!("e{}", "\u{301}".repeat(3000));
    let texts = [
        "",
        " ",
        "\u{0}\u{1b}[31m",
        "</text><script>alert(1)</script>",
        "\u{202e}evil\u{202d}",
        "\"quoted\" & 'more' ]]>",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        &long,
        &solid,
        &marks,
        "日本語".repeat(2000).leak(),
    ];
    let end = day(2025, 12, 31);
    for text in texts {
        let mut dice = Dice::new(11);
        let mut lane = made::lane(&mut dice, text, 30, (end - 900, end), true, Tongue::English);
        for mark in &mut lane.marks {
            mark.label = text.into();
            mark.title = text.chars().take(100).collect();
        }
        for promise in &mut lane.promises {
            promise.label = text.into();
            promise.verdict = text.into();
        }
        lane.stance = text.into();
        lane.since = text.into();
        let options = Options {
            words: Words {
                today: text.chars().take(40).collect(),
                ..Words::default()
            },
            ..made::options(1216.0, end)
        };
        let picture = lanes::draw(&[lane.clone()], &options);
        check("hostile", &picture);
        assert!(!picture.body.contains("<script") && !picture.body.contains('\u{1b}'));
        for width in [328.0, 1040.0] {
            let options = Options {
                width,
                ..options.clone()
            };
            check("hostile story", &story::draw(&story_of(&lane), &options));
            check(
                "hostile slips",
                &slips::draw(&lane.promises, &slips::Axes::default(), &options),
            );
        }
    }
}

#[test]
fn the_key_keeps_apart_in_every_width() {
    use dateline::chart::key::{self, Sign};
    let signs = [
        Sign::Heading,
        Sign::Step(0),
        Sign::Step(3),
        Sign::Reported,
        Sign::Slanted,
        Sign::Heading,
        Sign::Day,
        Sign::About,
        Sign::Period,
        Sign::Range,
        Sign::Lesser,
        Sign::Expected,
        Sign::PutOff,
        Sign::Overdue,
        Sign::Cancelled,
        Sign::Folded,
        Sign::Larger,
    ];
    let mut dice = Dice::new(2);
    for tongue in [Tongue::English, Tongue::Arabic, Tongue::Japanese] {
        for width in [280.0, 700.0, 1216.0] {
            let items: Vec<_> = signs
                .iter()
                .map(|s| (*s, made::words(&mut dice, tongue, 1)))
                .collect();
            check(
                "key",
                &key::draw(
                    &items,
                    &Options {
                        rtl: tongue == Tongue::Arabic,
                        ..made::options(width, 0)
                    },
                ),
            );
        }
    }
}

#[test]
fn today_hides_no_year() {
    let mut dice = Dice::new(3);
    for month in 1..=12 {
        for from in [2015, 2021, 2024] {
            let today = day(2026, month, 28);
            let span = (day(from, 1, 1), today);
            let lane = made::lane(&mut dice, "A", 20, span, false, Tongue::English);
            let options = Options {
                today: Some(today),
                from: Some(span.0),
                to: Some(today + 200),
                words: Words {
                    today: "Today, 28 November 2026".into(),
                    ..Words::default()
                },
                ..made::options(1184.0, today)
            };
            let picture = lanes::draw(&[lane], &options);
            check("today", &picture);
            let told = |text: &str| picture.texts.iter().filter(|t| t.text == text).count();
            assert_eq!(told(&options.words.today), 1);
            // Above the lanes and below them.
            assert!(told("2026") == 2 || told("2026") == 0, "{from} to {month}");
        }
    }
}

#[test]
fn a_script_reads_where_each_day_is() {
    let mut dice = Dice::new(6);
    let span = (day(2020, 1, 1), day(2025, 1, 1));
    let lane = made::lane(&mut dice, "A", 20, span, false, Tongue::English);
    let options = Options {
        zoomable: true,
        ..made::options(1184.0, span.1)
    };
    let plain = lanes::draw(std::slice::from_ref(&lane), &made::options(1184.0, span.1));
    assert_eq!(plain.axis, "");
    let picture = lanes::draw(&[lane], &options);
    let numbers: Vec<f64> = picture
        .axis
        .split(' ')
        .map(|n| n.parse().expect("a number"))
        .collect();
    assert!(
        numbers.len() >= 4 && numbers.len().is_multiple_of(2),
        "{numbers:?}"
    );
    let (days, places): (Vec<f64>, Vec<f64>) =
        numbers.chunks(2).map(|pair| (pair[0], pair[1])).unzip();
    assert!(days.is_sorted() && places.is_sorted(), "{numbers:?}");
    assert!(picture.body.contains("<g data-y=\""));
}

#[test]
fn a_year_on_a_phone_has_names_of_months() {
    let facts: Vec<Fact> = (0..12)
        .map(|month| Fact {
            span: Span::day(day(2025, 1, 5) + month * 30),
            importance: 3,
            expected: false,
        })
        .collect();
    let options = Options {
        from: Some(day(2025, 1, 1)),
        to: Some(day(2025, 12, 31)),
        ..made::options(328.0, day(2025, 12, 31))
    };
    let picture = density::draw(&facts, &[], &options);
    check("a year", &picture);
    let told: Vec<&str> = picture.texts.iter().map(|t| t.text.as_str()).collect();
    assert_eq!(told, ["1/2025", "4", "7", "10"]);
}

#[test]
fn differences_are_those_of_every_day() {
    let end = day(2025, 12, 31);
    for seed in 0..60 {
        let mut dice = Dice::new(seed);
        let length = [40, 400, 4000][seed as usize % 3];
        let lanes: Vec<Lane> = (0..2 + seed % 2)
            .map(|n| {
                let name = format!("Lane {n}");
                let span = (end - length, end);
                made::lane(&mut dice, &name, 20, span, false, Tongue::English)
            })
            .collect();
        let held: Vec<Vec<Change>> = lanes
            .iter()
            .map(|lane| dateline::chart::bands::merged(&lane.changes))
            .collect();
        let found = compare::differences(&lanes, end);
        for pair in found.windows(2) {
            assert_eq!(pair[0].to, pair[1].from, "{seed}: a gap");
            assert_ne!(pair[0].steps, pair[1].steps, "{seed}: nothing changed");
        }
        assert!(found.last().is_none_or(|last| last.to == end + 1), "{seed}");
        for difference in &found {
            for day in difference.from..difference.to {
                let on_day = held.iter().map(|changes| {
                    let begun = changes.iter().rfind(|change| change.span.start <= day);
                    begun.map(|change| change.step)
                });
                assert_eq!(
                    difference.steps,
                    on_day.collect::<Vec<_>>(),
                    "{seed}: {day}"
                );
            }
        }
    }
}
