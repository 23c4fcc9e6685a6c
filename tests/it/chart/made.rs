//! Timelines made by a small seeded generator.
#![allow(dead_code)]
use dateline::chart::calendar::{Day, Unit, civil};
use dateline::chart::types::*;

/// xorshift64*: the same numbers for the same seed, everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) % n.max(1)
    }

    pub fn day(&mut self, from: Day, to: Day) -> Day {
        from + self.below((to - from).max(0) as u64 + 1) as Day
    }

    pub fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len() as u64) as usize]
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tongue {
    English,
    Arabic,
    Japanese,
}

const ENGLISH: [&str; 36] = [
    "council",
    "opens",
    "the",
    "harbour",
    "after",
    "a",
    "fire",
    "king",
    "signs",
    "charter",
    "of",
    "trade",
    "merchants",
    "found",
    "guild",
    "bridge",
    "collapses",
    "in",
    "flood",
    "and",
    "is",
    "rebuilt",
    "without",
    "toll",
    "university",
    "admits",
    "women;",
    "treaty",
    "with",
    "neighbours,",
    "railway",
    "reaches",
    "town",
    "parliament",
    "dissolved",
    "vote",
];
const ARABIC: [&str; 20] = [
    "الشركة",
    "تعلن",
    "إطلاق",
    "نموذج",
    "جديد",
    "مفتوح",
    "المصدر",
    "بعد",
    "تأجيل",
    "طويل",
    "الذكاء",
    "الاصطناعي",
    "في",
    "المدينة",
    "وتؤكد",
    "التقارير",
    "الصحفية،",
    "خطة",
    "الحكومة",
    "للتعليم",
];
const JAPANESE: [&str; 16] = [
    "公開",
    "人工知能",
    "モデル",
    "を",
    "発表",
    "する",
    "、",
    "新しい",
    "オープン",
    "ソース",
    "の",
    "計画",
    "延期",
    "後に",
    "企業",
    "「ラマ」",
];

pub fn words(dice: &mut Dice, tongue: Tongue, least: u64) -> String {
    let count = least + dice.below(9);
    match tongue {
        Tongue::Japanese => (0..count + 3).map(|_| dice.pick(&JAPANESE)).collect(),
        _ => {
            let from: &[&str] = if tongue == Tongue::Arabic {
                &ARABIC
            } else {
                &ENGLISH
            };
            let text = (0..count)
                .map(|_| dice.pick(from))
                .collect::<Vec<_>>()
                .join(" ");
            let mut chars = text.chars();
            chars
                .next()
                .map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
        }
    }
}

pub fn span(dice: &mut Dice, at: Day, coarse: bool) -> Span {
    let within = |unit: Unit| Span::period(unit.floor(at), unit.next(at) - 1);
    match dice.below(if coarse { 14 } else { 12 }) {
        0 => within(Unit::Months(1)),
        1 => within(Unit::Months(3)),
        2 if coarse => within(Unit::Years(1)),
        3 => Span {
            precision: Precision::Range,
            ..Span::period(at, at + dice.below(60) as Day)
        },
        4 => Span {
            about: true,
            ..Span::day(at)
        },
        5 if coarse => Span {
            about: true,
            ..within(Unit::Years(1))
        },
        12 => within(Unit::Years(10)),
        13 => Span {
            open_end: true,
            precision: Precision::Choice,
            ..Span::day(at)
        },
        _ => Span::day(at),
    }
}

fn importance(dice: &mut Dice) -> u8 {
    match dice.below(100) {
        0..=6 => 5,
        7..=29 => 4,
        30..=66 => 3,
        67..=92 => 2,
        _ => 1,
    }
}

pub fn said(span: &Span) -> String {
    let (y, m, d) = civil(span.start);
    if span.is_point() {
        format!("{d}/{m}/{y}")
    } else {
        format!("{m}/{y}+")
    }
}

/// A lane with `count` events in a time of which half may be crowded into its last part.
pub fn lane(
    dice: &mut Dice,
    name: &str,
    count: usize,
    (from, to): (Day, Day),
    crowded: bool,
    tongue: Tongue,
) -> Lane {
    let coarse = to - from > 3000;
    let late = to - ((to - from) / 800).clamp(0, 365);
    let mut marks: Vec<Mark> = (0..count)
        .map(|number| {
            let at = if crowded && dice.below(2) == 0 {
                dice.day(late, to)
            } else {
                dice.day(from, to)
            };
            let mut span = span(dice, at, coarse);
            span.end = span.end.min(to).max(span.start);
            let title = words(dice, tongue, 3);
            Mark {
                id: format!("{name}-{number}"),
                href: format!("/{number}/"),
                label: title.clone(),
                title,
                when: said(&span),
                span,
                status: Status::Happened,
                importance: importance(dice),
            }
        })
        .collect();
    marks.sort_by_key(|m| m.span.start);
    let mut changes = Vec::new();
    let mut at = from;
    for _ in 0..dice.below(7) {
        at = dice.day(at, to);
        let step = dice.below(4) as usize;
        let span = if dice.below(3) == 0 {
            Span::period(Unit::Months(1).floor(at), Unit::Months(1).next(at) - 1)
        } else {
            Span::day(at)
        };
        let stance = match tongue {
            Tongue::English => ["Open source", "Open weight", "Hybrid", "Closed"][step],
            Tongue::Arabic => ["مفتوح المصدر", "أوزان مفتوحة", "مختلط", "مغلق"][step],
            Tongue::Japanese => [
                "オープンソース",
                "オープンウェイト",
                "ハイブリッド",
                "クローズド",
            ][step],
        };
        changes.push(Change {
            step,
            span,
            tentative: dice.below(5) == 0,
            name: stance.into(),
            since: format!("{stance} {}", civil(at).0),
            title: words(dice, tongue, 3),
            when: said(&span),
            href: "/s/".into(),
        });
    }
    let promises = (0..dice.below(6))
        .map(|number| {
            let first = dice.day(from, to);
            let mut targets = vec![Target {
                span: Some(span(dice, first, false)),
                said: Some(first - dice.below(90) as Day),
                when: "x".into(),
            }];
            let mut last = first;
            for _ in 0..dice.below(4) {
                let said = last;
                last += 20 + dice.below(120) as Day;
                targets.push(Target {
                    span: (dice.below(9) > 0).then(|| span(dice, last, false)),
                    said: Some(said),
                    when: "y".into(),
                });
            }
            let outcome = match dice.below(4) {
                0 => Outcome::Waiting,
                1 => Outcome::Overdue,
                2 => Outcome::Cancelled(Span::day(last)),
                _ => Outcome::Happened(span(dice, last, false)),
            };
            let title = words(dice, tongue, 2);
            Promise {
                id: format!("{name}-p{number}"),
                href: "/p/".into(),
                label: title.clone(),
                title,
                verdict: words(dice, tongue, 1),
                targets,
                outcome,
            }
        })
        .collect();
    let stance = changes
        .last()
        .map_or(String::new(), |c: &Change| c.name.clone());
    Lane {
        name: name.into(),
        href: format!("/{name}/"),
        stance,
        since: String::new(),
        changes,
        marks,
        promises,
        ..Lane::default()
    }
}

pub fn options(width: f64, end: Day) -> Options {
    Options {
        id: "t".into(),
        width,
        from: None,
        to: None,
        today: Some(end),
        as_of: end,
        rtl: false,
        steps: 4,
        patterns: Vec::new(),
        compact: false,
        heads: true,
        zoomable: false,
        key_dates: Vec::new(),
        words: Words {
            today: "Today, 28 Nov 2026".into(),
            ..Words::default()
        },
    }
}
