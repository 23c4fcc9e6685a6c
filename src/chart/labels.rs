//! Where labels stand. Above a rail, each label is a box of lines at the left or right of its leader, the
//! upright line from its mark; no box over another, no leader through a box. A beam search over the
//! labels from right to left finds a place for them; where they are too many for that, they stand in even
//! columns above the rail, each column tied to the marks it names by a bracket.

use super::beam::{BEAM, Lost, grouped, search};
use super::text::{Style, cut, width, wrap};

/// Height of a line in pixels.
pub const LINE: f64 = 14.0;

/// A mark that asks for a label.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Index of the mark in its lane.
    pub mark: usize,
    /// Where its leader stands.
    pub x: f64,
    /// 1 to 5; what has 5 always gets its label.
    pub importance: u8,
    /// Its words.
    pub label: String,
    /// When, in short: written before the words where they do not stand at their mark.
    pub when: String,
}

impl Wish {
    /// How it is written.
    pub fn style(&self) -> Style {
        if self.importance >= 5 {
            Style::Bold
        } else {
            Style::Plain
        }
    }

    /// Its words with its time before them, for a place that is not at its mark's time.
    pub fn timed(&self) -> String {
        match self.when.is_empty() {
            true => self.label.clone(),
            false => format!("{} {}", self.when, self.label),
        }
    }
}

/// Lines of the label of one mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// Index of the mark in its lane.
    pub mark: usize,
    /// Bold or not.
    pub style: Style,
    /// Its lines.
    pub lines: Vec<String>,
}

/// A label that has its place; two marks that are closer than a leader is wide share one.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where its leader stands.
    pub x: f64,
    /// Whether the text is at the right of its leader.
    pub right: bool,
    /// Lines between it and the rail.
    pub up: usize,
    /// What it says, from above.
    pub says: Vec<Said>,
}

impl Label {
    /// How many lines it has.
    pub fn height(&self) -> usize {
        self.says.iter().map(|s| s.lines.len()).sum()
    }
}

/// A column of labels, for lanes with more labels than leaders find a way.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its left edge.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
    /// What it says, from above: the order of time.
    pub says: Vec<Said>,
    /// The part of the rail that it speaks of.
    pub marks: (f64, f64),
}

/// The labels of a lane.
#[derive(Clone, Debug, PartialEq)]
pub enum Placement {
    /// Each at its leader; `dropped` are the marks whose label found no place.
    Leaders {
        /// With a place.
        placed: Vec<Label>,
        /// Without.
        dropped: Vec<usize>,
    },
    /// In columns; all have a place.
    Columns(Vec<Column>),
}

impl Placement {
    /// Lines above the rail.
    pub fn height(&self) -> usize {
        match self {
            Placement::Leaders { placed, .. } => {
                placed.iter().map(|l| l.up + l.height()).max().unwrap_or(0)
            }
            Placement::Columns(columns) => columns
                .iter()
                .map(|c| c.says.iter().map(|s| s.lines.len()).sum())
                .max()
                .unwrap_or(0),
        }
    }
}

/// Finds places between `left` and `right`, at most `most` lines high as long as leaders do. No label at a
/// leader reaches over one of the `folds` (left and right edge) unless it says its time.
pub fn place(
    wishes: &[Wish],
    (left, right): (f64, f64),
    folds: &[(f64, f64)],
    most: usize,
    rtl: bool,
) -> Placement {
    let mut wishes: Vec<&Wish> = wishes
        .iter()
        .filter(|w| !w.label.trim().is_empty())
        .collect();
    wishes.sort_by(|a, b| {
        b.x.total_cmp(&a.x)
            .then(b.importance.cmp(&a.importance))
            .then(a.mark.cmp(&b.mark))
    });
    if wishes.len() as f64 > (right - left) / 16.0 {
        return columns(&wishes, left, right);
    }
    let groups = grouped(&wishes, (left, right), folds);
    let of_four = wishes.iter().filter(|w| w.importance == 4).count();
    let bears = |lost: Lost| lost.five == 0 && lost.four * 5 <= of_four;
    for (extra, beam) in [(0, BEAM), (4, BEAM), (6, 4 * BEAM)] {
        let found = search(&groups, most + extra, beam, rtl, &bears);
        if let Some((placed, dropped)) = found {
            return Placement::Leaders {
                placed,
                dropped: dropped.iter().map(|w| w.mark).collect(),
            };
        }
    }
    columns(&wishes, left, right)
}

/// Even columns in the order of time. Both columns and the brackets on the rail run from left to right, so
/// the lines between them do not cross.
fn columns(wishes: &[&Wish], left: f64, right: f64) -> Placement {
    let room = (right - left).max(40.0);
    let most = ((room / 150.0) as usize).max(1);
    let count = most.min(wishes.len().div_ceil(3)).max(1);
    let wide = room / count as f64;
    let mut order: Vec<&Wish> = wishes.to_vec();
    order.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.mark.cmp(&b.mark)));
    let share = order.len().div_ceil(count).max(1);
    let lines = if share <= 3 {
        3
    } else if share <= 6 {
        2
    } else {
        1
    };
    let columns = order
        .chunks(share)
        .enumerate()
        .map(|(index, part)| {
            let inner = (wide - 14.0).min(240.0);
            let says = part
                .iter()
                .map(|w| {
                    let style = w.style();
                    let text = w.timed();
                    let mut broken = wrap(&text, inner, style);
                    if broken.len() > lines || broken.iter().any(|l| width(l, style) > inner) {
                        let rest = broken.split_off((lines - 1).min(broken.len()));
                        let rest = rest.join(" ");
                        broken.push(cut(&rest, inner, style));
                        for line in &mut broken {
                            *line = cut(line, inner, style);
                        }
                    }
                    Said {
                        mark: w.mark,
                        style,
                        lines: broken,
                    }
                })
                .collect();
            let marks = (
                part.first().map_or(left, |w| w.x),
                part.last().map_or(left, |w| w.x),
            );
            Column {
                x: left + index as f64 * wide,
                width: inner,
                says,
                marks,
            }
        })
        .collect();
    Placement::Columns(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(mark: usize, x: f64, importance: u8) -> Wish {
        Wish {
            mark,
            x,
            importance,
            label: format!("Label number {mark} of a mark on the rail"),
            when: String::new(),
        }
    }

    #[test]
    fn one_label_stands_at_its_mark() {
        let Placement::Leaders { placed, dropped } =
            place(&[wish(0, 100.0, 5)], (0.0, 800.0), &[], 10, false)
        else {
            panic!("columns for one label")
        };
        assert_eq!((placed.len(), dropped.len(), placed[0].up), (1, 0, 0));
        assert!(placed[0].right);
    }

    #[test]
    fn no_label_reaches_over_folded_time_without_its_own() {
        let mut near = wish(0, 150.0, 5);
        near.when = "54 BC".into();
        let said = |wishes: &[Wish], folds: &[(f64, f64)]| {
            let Placement::Leaders { placed, .. } = place(wishes, (0.0, 800.0), folds, 10, false)
            else {
                panic!("columns for one label")
            };
            let words = placed[0].says[0].lines.join(" ");
            (placed[0].right, words.starts_with("54 BC"))
        };
        assert_eq!(said(&[near.clone()], &[]), (true, false));
        assert_eq!(said(&[near.clone()], &[(160.0, 176.0)]), (false, false));
        // No room between two folds.
        assert_eq!(
            said(&[near], &[(120.0, 136.0), (160.0, 176.0)]),
            (true, true)
        );
    }

    #[test]
    fn close_marks_share_a_leader() {
        let Placement::Leaders { placed, .. } = place(
            &[wish(0, 100.0, 4), wish(1, 102.0, 5)],
            (0.0, 800.0),
            &[],
            10,
            false,
        ) else {
            panic!("columns for two labels")
        };
        assert_eq!(placed.len(), 1);
        assert_eq!(placed[0].says[0].mark, 1);
    }

    #[test]
    fn many_labels_stand_in_columns_and_none_is_lost() {
        let wishes: Vec<Wish> = (0..300)
            .map(|m| wish(m, 500.0, 4 + (m % 2) as u8))
            .collect();
        let Placement::Columns(columns) = place(&wishes, (0.0, 800.0), &[], 10, false) else {
            panic!("leaders for 300 labels")
        };
        assert_eq!(columns.iter().map(|c| c.says.len()).sum::<usize>(), 300);
    }

    #[test]
    fn a_rail_without_room_still_has_its_labels() {
        for room in [0.0, 10.0, 60.0] {
            let wishes = [wish(0, 1.0, 5), wish(1, 4.0, 5), wish(2, 9.0, 4)];
            match place(&wishes, (0.0, room), &[], 10, false) {
                Placement::Columns(columns) => {
                    assert_eq!(columns.iter().map(|c| c.says.len()).sum::<usize>(), 3);
                }
                Placement::Leaders { dropped, .. } => assert!(dropped.is_empty()),
            }
        }
    }
}
