//! From days to pixels. An axis is one straight piece, or several: a long empty time is folded to a
//! narrow strip, and a short time that holds half of all facts is drawn at a larger scale.

use super::calendar::{Day, UNITS, Unit, civil};
use super::svg::n;
use super::text::{Style, width};
use super::types::Words;

/// What a piece of an axis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// To scale.
    Plain,
    /// To a larger scale than its neighbours.
    Wide,
    /// Empty time, folded.
    Fold,
}

/// A straight piece of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Its first day.
    pub from: Day,
    /// The day after its last one.
    pub to: Day,
    /// Where it begins, in pixels.
    pub x0: f64,
    /// Where it ends.
    pub x1: f64,
    /// What it is.
    pub kind: PieceKind,
}

impl Piece {
    /// Of a fold: the left and the right edge of its zigzag lines, which take less than its width.
    pub fn strip(&self) -> Option<(f64, f64)> {
        let middle = (self.x0 + self.x1) / 2.0;
        let half = FOLD_LINE + 3.0;
        (self.kind == PieceKind::Fold).then_some((middle - half, middle + half))
    }

    fn per_day(&self) -> f64 {
        (self.x1 - self.x0) / f64::from((self.to - self.from).max(1))
    }
}

/// A division of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Its day.
    pub day: Day,
    /// Where it is.
    pub x: f64,
    /// What is written at it; empty at a lesser one.
    pub label: String,
}

/// From days to pixels, without a jump and never backwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Its pieces, in order, each beginning where the one before ends. Never empty.
    pub pieces: Vec<Piece>,
}

const FOLD: f64 = 26.0;
/// Width of a piece that has room for the label of a year; in a narrow picture, at least for a short one.
const LEAST: [f64; 2] = [44.0, 58.0];
/// How far the lines of a fold are from its middle.
pub const FOLD_LINE: f64 = 5.0;

impl Scale {
    /// One straight piece from the first day to the last one (itself included).
    pub fn linear(from: Day, last: Day, x0: f64, x1: f64) -> Scale {
        let to = last.max(from) + 1;
        Scale {
            pieces: vec![Piece {
                from,
                to,
                x0,
                x1,
                kind: PieceKind::Plain,
            }],
        }
    }

    /// The axis on which these days can be read best; they need no order. No time is folded that one of
    /// the `taken` times (first and last day) meets, such as a decade of which nothing nearer is known.
    pub fn fit(
        days: &[Day],
        taken: &[(Day, Day)],
        from: Day,
        last: Day,
        x0: f64,
        x1: f64,
    ) -> Scale {
        let to = last.max(from) + 1;
        let mut days: Vec<Day> = days
            .iter()
            .copied()
            .filter(|d| (from..to).contains(d))
            .collect();
        days.sort_unstable();
        let mut cuts = vec![(from, to, PieceKind::Plain)];
        if days.len() >= 4 {
            cuts = folded(&days, taken, from, to);
            cuts = widened(&days, cuts);
        }
        laid_out(&cuts, x0, x1)
    }

    /// Where a day begins. Days off the axis are at its ends.
    pub fn x(&self, day: Day) -> f64 {
        let piece = self
            .pieces
            .iter()
            .find(|p| day < p.to)
            .or(self.pieces.last());
        piece.map_or(0.0, |p| {
            p.x0 + f64::from((day - p.from).clamp(0, p.to - p.from)) * p.per_day()
        })
    }

    /// Its days and where they are, as a script reads them: `19000 172 20500 1184`.
    pub fn written(&self) -> String {
        let starts = self.pieces.iter().map(|p| (p.from, p.x0));
        let end = self.pieces.last().map(|p| (p.to, p.x1));
        let pairs = starts.chain(end).map(|(day, x)| format!("{day} {}", n(x)));
        pairs.collect::<Vec<_>>().join(" ")
    }

    /// The first day.
    pub fn from(&self) -> Day {
        self.pieces.first().map_or(0, |p| p.from)
    }

    /// The day after the last one.
    pub fn to(&self) -> Day {
        self.pieces.last().map_or(0, |p| p.to)
    }

    /// Where the axis begins and ends.
    pub fn ends(&self) -> (f64, f64) {
        (
            self.pieces.first().map_or(0.0, |p| p.x0),
            self.pieces.last().map_or(0.0, |p| p.x1),
        )
    }

    /// The divisions: labelled ones as fine as their labels have room, and lesser ones between them. A piece
    /// in which none of them has room has one label, of the roundest year for which there is room up to the
    /// next label or fold.
    pub fn ticks(&self, words: &Words) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut bare = Vec::new();
        for (index, piece) in self.pieces.iter().enumerate() {
            if piece.kind == PieceKind::Fold {
                continue;
            }
            let split = self.pieces.get(index + 1).map_or(0.0, |_| 6.0);
            let before = ticks.len();
            piece_ticks(piece, split, words, &mut ticks);
            if ticks[before..].iter().all(|tick| tick.label.is_empty()) {
                bare.push(piece);
            }
        }
        for piece in bare {
            let room = self.room_of(piece, &ticks);
            name_piece(piece, room, words, &mut ticks);
        }
        ticks
    }

    /// From where to where a label of a piece can stand: between the labels and folds next to it.
    fn room_of(&self, piece: &Piece, ticks: &[Tick]) -> (f64, f64) {
        let labelled = || ticks.iter().filter(|tick| !tick.label.is_empty());
        let before = labelled().filter(|tick| tick.x < piece.x0);
        let before = before.map(|tick| tick.x + 14.0 + width(&tick.label, Style::Axis));
        let after = labelled().map(|tick| tick.x - 6.0);
        let strips = self.strips().into_iter().map(|(strip, _)| strip - 1.0);
        let after = after.chain(strips).filter(|x| *x > piece.x0);
        (
            before.fold(piece.x0, f64::max),
            after.fold(self.ends().1, f64::min),
        )
    }

    /// Where the folds are drawn: the left and the right edge of each.
    pub fn strips(&self) -> Vec<(f64, f64)> {
        self.pieces.iter().filter_map(Piece::strip).collect()
    }
}

fn label_room(unit: Unit) -> f64 {
    match unit {
        Unit::Day => 30.0,
        // Months of a few quarters only where they have plenty of room: years are calmer.
        Unit::Months(1) => 52.0,
        Unit::Months(_) => 110.0,
        Unit::Years(_) => 48.0,
    }
}

/// In less than two years, years alone would say too little: there it is quarters or halves.
fn in_a_year(piece: &Piece, major: Unit) -> Unit {
    if !matches!(major, Unit::Years(_)) || piece.to - piece.from >= 731 {
        return major;
    }
    let has_room = |u: &Unit| matches!(u, Unit::Months(_)) && u.days() * piece.per_day() >= 72.0;
    UNITS.into_iter().find(has_room).unwrap_or(major)
}

fn piece_ticks(piece: &Piece, split: f64, words: &Words, ticks: &mut Vec<Tick>) {
    let per_day = piece.per_day();
    // "500 BC" needs more room than "1500".
    let early = [piece.from, piece.to].map(|day| civil(day).0).into_iter();
    let early = early.filter(|year| *year < 1000);
    let early = early.map(|year| width(&words.year(year), Style::Axis) + 19.0);
    let early = early.fold(0.0, f64::max);
    let room = |unit: Unit| match unit {
        Unit::Years(_) => label_room(unit).max(early),
        _ => label_room(unit),
    };
    let major = UNITS
        .into_iter()
        .find(|u| u.days() * per_day >= room(*u))
        .unwrap_or(UNITS[UNITS.len() - 1]);
    let major = in_a_year(piece, major);
    let minor = UNITS
        .into_iter()
        .find(|u| *u < major && u.days() * per_day >= 6.0 && divides(*u, major))
        .unwrap_or(major);
    let mut edge = f64::NEG_INFINITY;
    let mut at = minor.floor(piece.from);
    let mut first = true;
    let mut named = false;
    while at < piece.to {
        let inside = at >= piece.from;
        let day = at.max(piece.from);
        if inside || first {
            let x = piece.x0 + f64::from(day - piece.from) * per_day;
            let mut label = String::new();
            let whole = major.floor(at) == at && inside;
            // A piece that begins between two divisions says where it begins.
            let begins = first
                && major.next(piece.from).min(piece.to) - piece.from > 0
                && (f64::from(major.next(piece.from) - piece.from) * per_day
                    > label_room(Unit::Months(1)) + 18.0);
            if whole || begins {
                let text = tick_label(
                    day,
                    if whole {
                        major
                    } else {
                        minor.max(Unit::Months(1)).min(major)
                    },
                    !named,
                    words,
                );
                let wide = width(&text, Style::Axis);
                if x >= edge && x + 5.0 + wide <= piece.x1 - split {
                    edge = x + wide + 14.0;
                    label = text;
                    named = true;
                }
            }
            if inside || !label.is_empty() {
                ticks.push(Tick { day, x, label });
            }
            first = false;
        }
        at = minor.next(at);
    }
}

/// Puts one label into a piece that has none, between two edges: of thousands of years if there is room, else
/// of fewer, else of the year in which the piece begins.
fn name_piece(piece: &Piece, (start, end): (f64, f64), words: &Words, ticks: &mut Vec<Tick>) {
    let x = |day: Day| piece.x0 + f64::from(day - piece.from) * piece.per_day();
    let tick = |day: Day| {
        let label = words.year(civil(day).0);
        let has_room = x(day) >= start && x(day) + 5.0 + width(&label, Style::Axis) <= end;
        has_room.then(|| Tick {
            day,
            x: x(day),
            label,
        })
    };
    let round = |unit: Unit| {
        let first = match unit.floor(piece.from) {
            floor if floor == piece.from => floor,
            floor => unit.next(floor),
        };
        let days = std::iter::successors(Some(first), |day| Some(unit.next(*day)));
        days.take_while(|day| *day < piece.to && x(*day) < end)
            .find_map(tick)
    };
    let years = UNITS.into_iter().rev();
    let mut years = years.filter(|unit| matches!(unit, Unit::Years(_)));
    let Some(named) = years.find_map(round).or_else(|| tick(piece.from)) else {
        return;
    };
    let at = ticks.partition_point(|tick| tick.x < named.x);
    match ticks.get_mut(at).filter(|tick| tick.day == named.day) {
        Some(tick) => *tick = named,
        None => ticks.insert(at, named),
    }
}

fn divides(minor: Unit, major: Unit) -> bool {
    match (minor, major) {
        (Unit::Years(a), Unit::Years(b)) => b % a == 0,
        _ => true,
    }
}

fn tick_label(at: Day, unit: Unit, first: bool, words: &Words) -> String {
    let (year, month, date) = civil(at);
    let name = &words.months[month as usize - 1];
    match unit {
        Unit::Years(_) => words.year(year),
        Unit::Months(_) if month == 1 && !first => words.year(year),
        Unit::Months(_) | Unit::Day if first => words.month_of_year(year, month),
        Unit::Months(_) => name.clone(),
        Unit::Day if date == 1 => name.clone(),
        Unit::Day => words.number(date as i32),
    }
}

type Cut = (Day, Day, PieceKind);

/// Takes out empty times that are long and far longer than the usual distance of two facts.
fn folded(days: &[Day], taken: &[(Day, Day)], from: Day, to: Day) -> Vec<Cut> {
    let total = f64::from(to - from);
    let count = days.len() as f64;
    let mut cuts = Vec::new();
    let mut start = from;
    let on_axis = taken.iter().filter(|(a, b)| *a < to && *b >= from);
    let on_axis = on_axis.map(|(a, b)| ((*a).max(from), (*b).min(to - 1)));
    let mut times: Vec<(Day, Day)> = days.iter().map(|d| (*d, *d)).chain(on_axis).collect();
    times.sort_unstable();
    let mut last = times.first().map_or(from, |time| time.1);
    for (first, end) in times {
        let pair = [last, first];
        last = last.max(end);
        let gap = f64::from(pair[1] - pair[0]);
        let usual = (total - gap) / count;
        if gap >= 0.15 * total && gap >= 12.0 * usual && gap > 800.0 {
            let unit = if total > 3650.0 {
                Unit::Years(1)
            } else {
                Unit::Months(1)
            };
            let (a, b) = (unit.next(pair[0]), unit.floor(pair[1]));
            if b > a && a > start {
                cuts.push((start, a, PieceKind::Plain));
                cuts.push((a, b, PieceKind::Fold));
                start = b;
            }
        }
    }
    cuts.push((start, to, PieceKind::Plain));
    cuts
}

/// Finds the shortest time that holds about half of the facts; if it is short, it becomes a piece of its own.
fn widened(days: &[Day], cuts: Vec<Cut>) -> Vec<Cut> {
    let open: i32 = cuts
        .iter()
        .filter(|c| c.2 == PieceKind::Plain)
        .map(|c| c.1 - c.0)
        .sum();
    let half = (days.len() * 9 / 20).max(4);
    let Some(shortest) = days.windows(half).min_by_key(|w| w[w.len() - 1] - w[0]) else {
        return cuts;
    };
    let unit = if open > 3650 {
        Unit::Years(1)
    } else {
        Unit::Months(1)
    };
    let (a, b) = (
        unit.floor(shortest[0]),
        unit.next(shortest[shortest.len() - 1]),
    );
    // Only where plain scale would make it unreadable: a broken axis has its price.
    let share = if cuts.len() > 1 { 0.15 } else { 0.06 };
    if days.len() < 8 || f64::from(b - a) > share * f64::from(open) {
        return cuts;
    }
    let mut out = Vec::new();
    for (from, to, kind) in cuts {
        let (a, b) = (a.max(from), b.min(to));
        if kind == PieceKind::Fold || a >= b {
            out.push((from, to, kind));
            continue;
        }
        if a > from {
            out.push((from, a, PieceKind::Plain));
        }
        out.push((a, b, PieceKind::Wide));
        if to > b {
            out.push((b, to, PieceKind::Plain));
        }
    }
    out
}

/// Half of the width for what is drawn larger, the rest by length, but room for a year in each piece.
fn laid_out(cuts: &[Cut], x0: f64, x1: f64) -> Scale {
    let length = |kind| {
        cuts.iter()
            .filter(|c| c.2 == kind)
            .map(|c| f64::from(c.1 - c.0))
            .sum::<f64>()
    };
    let folds = cuts.iter().filter(|c| c.2 == PieceKind::Fold).count() as f64;
    let (plain, wide) = (length(PieceKind::Plain), length(PieceKind::Wide));
    let free = (x1 - x0) - folds * FOLD;
    let for_wide = match (wide > 0.0, plain > 0.0) {
        (true, true) => 0.5 * free,
        (true, false) => free,
        _ => 0.0,
    };
    let to_scale = plain_widths(cuts, free - for_wide);
    let mut x = x0;
    let mut pieces = Vec::new();
    for (index, &(from, to, kind)) in cuts.iter().enumerate() {
        let size = f64::from(to - from);
        let end = if index + 1 == cuts.len() {
            x1
        } else {
            x + match kind {
                PieceKind::Fold => FOLD,
                PieceKind::Wide => for_wide * size / wide,
                PieceKind::Plain => to_scale(size),
            }
        };
        pieces.push(Piece {
            from,
            to,
            x0: x,
            x1: end,
            kind,
        });
        x = end;
    }
    Scale { pieces }
}

/// The width of each plain piece by its length in days. Those too short to say a year are widened at the
/// expense of the others, unless there are too many for that.
fn plain_widths(cuts: &[Cut], free: f64) -> impl Fn(f64) -> f64 {
    let plain = cuts.iter().filter(|c| c.2 == PieceKind::Plain);
    let sizes: Vec<f64> = plain.map(|c| f64::from(c.1 - c.0)).collect();
    let mut short = 0_usize;
    let mut rest = sizes.iter().sum::<f64>();
    let mut room = free;
    // Not so much that all pieces would be of one length.
    let most = 0.9 * free / sizes.len().max(1) as f64;
    let least = most.min(LEAST[1]);
    if least >= LEAST[0] {
        // The shorter first: to widen one takes from those that are left.
        let mut order = sizes;
        order.sort_by(f64::total_cmp);
        for size in order {
            if room * size / rest >= least {
                break;
            }
            short += 1;
            rest -= size;
            room -= least;
        }
    }
    let per_day = room / rest.max(1.0);
    move |size| match short {
        0 => size * per_day,
        _ => (size * per_day).max(least),
    }
}

#[cfg(test)]
mod tests {
    use super::super::calendar::day;
    use super::*;

    fn words() -> Words {
        Words::default()
    }

    #[test]
    fn a_scale_never_runs_backwards() {
        let days: Vec<Day> = (0..300)
            .map(|n| day(1142, 1, 1) + n * n * 3)
            .chain((0..300).map(|n| day(2025, 1, 1) + n))
            .collect();
        let scale = Scale::fit(&days, &[], day(1142, 1, 1), day(2025, 12, 31), 0.0, 1000.0);
        let mut last = f64::NEG_INFINITY;
        for at in (day(1140, 1, 1)..day(2027, 1, 1)).step_by(11) {
            let x = scale.x(at);
            assert!(x >= last && (0.0..=1000.0).contains(&x));
            last = x;
        }
        // The year with half of the facts has half of the width.
        let year = scale.x(day(2026, 1, 1)) - scale.x(day(2025, 1, 1));
        assert!(year > 400.0, "{year}");
    }

    #[test]
    fn a_long_empty_time_is_folded() {
        let days = [
            day(1142, 5, 1),
            day(2024, 1, 3),
            day(2024, 6, 1),
            day(2025, 2, 2),
            day(2025, 9, 9),
        ];
        let folds = |taken: &[(Day, Day)]| {
            let scale = Scale::fit(&days, taken, days[0], days[4], 0.0, 800.0);
            let folds = scale.pieces.into_iter();
            let folds = folds.filter(|p| p.kind == PieceKind::Fold);
            folds.map(|p| (p.from, p.to)).collect::<Vec<_>>()
        };
        assert_eq!(folds(&[]), [(day(1143, 1, 1), day(2024, 1, 1))]);
        // A century of which no year is known is not empty.
        let century = (day(1300, 1, 1), day(1399, 12, 31));
        assert_eq!(folds(&[century]), [(day(1400, 1, 1), day(2024, 1, 1))]);
        assert!(folds(&[(day(1000, 1, 1), day(2100, 1, 1))]).is_empty());
        let even: Vec<Day> = (0..5).map(|n| day(2020 + n, 1, 1)).collect();
        assert_eq!(
            Scale::fit(&even, &[], even[0], even[4], 0.0, 800.0)
                .pieces
                .len(),
            1
        );
    }

    #[test]
    fn every_piece_says_a_year() {
        let mut days: Vec<Day> = [(-54, 8), (-54, 9), (-53, 3)]
            .map(|(year, month)| day(year, month, 25))
            .to_vec();
        days.extend((0..8).map(|n| day(2016, 3, 10) + n * 200));
        days.push(day(2037, 9, 27));
        // Most of the years near one another, with a few long before and one long after.
        let years = [-549, -399, -299, -54, 14, 20, 30, 79, 2024];
        let early: Vec<Day> = years.map(|year| day(year, 1, 1)).to_vec();
        let cases = [
            (&days, day(-64, 1, 1), day(2037, 9, 27)),
            (&early, early[0], day(2026, 12, 31)),
        ];
        let cases = cases
            .iter()
            .flat_map(|case| [250.0, 328.0, 700.0].map(|wide| (case, wide)));
        for ((days, from, last), wide) in cases {
            let scale = Scale::fit(days, &[], *from, *last, 1.0, wide);
            assert!(scale.pieces.len() > 2, "{scale:?}");
            let ticks = scale.ticks(&words());
            for piece in scale.pieces.iter().filter(|p| p.kind != PieceKind::Fold) {
                let named = ticks.iter().filter(|t| !t.label.is_empty());
                let mut here = named.filter(|t| (piece.from..piece.to).contains(&t.day));
                assert!(here.next().is_some(), "{wide} {piece:?} {ticks:?}");
            }
            assert!(ticks.is_sorted_by_key(|tick| tick.day));
        }
    }

    #[test]
    fn before_christ_round_years_are_those_that_are_shown() {
        let scale = Scale::linear(day(-549, 1, 1), day(1250, 1, 1), 0.0, 1000.0);
        let ticks = scale.ticks(&words()).into_iter();
        let labels: Vec<String> = ticks.map(|t| t.label).filter(|l| !l.is_empty()).collect();
        assert_eq!(
            labels[..6],
            ["550 BC", "400 BC", "200 BC", "AD 1", "AD 200", "AD 400"]
        );
    }

    #[test]
    fn labels_of_ticks_have_room() {
        for (from, to) in [
            (day(2025, 3, 3), day(2025, 3, 3)),
            (day(2025, 3, 3), day(2025, 4, 9)),
            (day(2023, 1, 1), day(2027, 6, 30)),
            (day(1142, 1, 1), day(2025, 1, 1)),
            (day(-4000, 1, 1), day(2025, 1, 1)),
        ] {
            for wide in [120.0, 328.0, 1044.0] {
                let ticks = Scale::linear(from, to, 0.0, wide).ticks(&words());
                assert!(ticks.len() < 400);
                let mut edge = f64::NEG_INFINITY;
                for tick in ticks.iter().filter(|t| !t.label.is_empty()) {
                    assert!(tick.x >= edge);
                    edge = tick.x + 5.0 + width(&tick.label, Style::Axis);
                }
            }
        }
    }
}
