//! The search for places of labels at their leaders: from right to left, the cheapest few hundred ways to place
//! those that came before, each of which is continued with every place of the next one. Cost: what is
//! left out, by importance; cut words; height.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use foldhash::{HashSet, HashSetExt as _};

use super::labels::{Label, Said, Wish};
use super::text::{Variant, variants};

/// How far two labels stay apart, sideways.
const GAP: f64 = 10.0;
/// No two labels that are farther apart meet.
const REACH: f64 = 430.0;
/// How many ways are continued.
pub const BEAM: usize = 300;

/// Marks that share a leader, and the ways to write their label.
pub struct Group<'a> {
    x: f64,
    wishes: Vec<&'a Wish>,
    ways: Vec<(Variant, Vec<Said>)>,
    /// Between which edges its label stands.
    room: (f64, f64),
}

/// Marks within 5 px share a leader, the weightier first. Labels stand between two edges, and on their
/// side of the `folds` (left and right edge of each): beyond one is another time. Where there is no room
/// for that, a label says its own time.
pub fn grouped<'a>(wishes: &[&'a Wish], edges: (f64, f64), folds: &[(f64, f64)]) -> Vec<Group<'a>> {
    let mut groups: Vec<Vec<&Wish>> = Vec::new();
    for wish in wishes {
        match groups.last_mut() {
            Some(group) if group[0].x - wish.x < 5.0 => group.push(wish),
            _ => groups.push(vec![wish]),
        }
    }
    groups
        .into_iter()
        .map(|mut group| {
            group.sort_by_key(|w| Reverse(w.importance));
            let x = group[0].x;
            let own = side_of(x, edges, folds);
            let fits = |ways: &[(Variant, Vec<Said>)], room: (f64, f64)| {
                let mut ways = ways.iter().filter(|(way, _)| !way.late);
                ways.any(|(way, _)| x + 5.0 + way.width <= room.1 || x - 5.0 - way.width >= room.0)
            };
            let short = ways(&group, &|wish| wish.label.clone());
            let (room, ways) = match own == edges || fits(&short, own) {
                true => (own, short),
                false => (edges, ways(&group, &Wish::timed)),
            };
            Group {
                x,
                ways,
                wishes: group,
                room,
            }
        })
        .collect()
}

/// The part between two edges in which `x` is, if folds divide it.
fn side_of(x: f64, edges: (f64, f64), folds: &[(f64, f64)]) -> (f64, f64) {
    folds.iter().fold(edges, |(left, right), (from, to)| {
        match (from + to) / 2.0 <= x {
            true => (left.max(*to), right),
            false => (left, right.min(*from)),
        }
    })
}

fn ways(group: &[&Wish], words: &dyn Fn(&Wish) -> String) -> Vec<(Variant, Vec<Said>)> {
    let most = match group.len() {
        1 => 3,
        2 | 3 => 2,
        _ => 1,
    };
    let mut all: Vec<(Variant, Vec<Said>)> = vec![(
        Variant {
            lines: Vec::new(),
            width: 0.0,
            cost: 0.0,
            late: false,
        },
        Vec::new(),
    )];
    for (index, wish) in group.iter().enumerate() {
        let most = if index == 0 && group.len() == 2 {
            3
        } else {
            most
        };
        let own = variants(&words(wish), wish.style(), most);
        let mut next = Vec::new();
        for (before, says) in &all {
            for way in &own {
                let mut says = says.clone();
                says.push(Said {
                    mark: wish.mark,
                    style: wish.style(),
                    lines: way.lines.clone(),
                });
                let ragged = if says.len() > 1 {
                    (before.width - way.width).abs() / 40.0
                } else {
                    0.0
                };
                next.push((
                    Variant {
                        lines: Vec::new(),
                        width: before.width.max(way.width),
                        cost: before.cost + way.cost * if index == 0 { 1.0 } else { 0.6 } + ragged,
                        late: before.late || way.late,
                    },
                    says,
                ));
            }
        }
        next.sort_by(|a, b| a.0.cost.total_cmp(&b.0.cost));
        let (mut late, mut soon): (Vec<_>, Vec<_>) = next.into_iter().partition(|way| way.0.late);
        soon.truncate(8);
        late.truncate(8);
        soon.append(&mut late);
        all = soon;
    }
    all
}

/// A place of a group: which way of writing, which side, how far up.
#[derive(Clone, Copy)]
struct Node {
    parent: usize,
    group: usize,
    way: usize,
    right: bool,
    x: f64,
    x0: f64,
    x1: f64,
    y0: f64,
    y1: f64,
}

const ROOT: usize = usize::MAX;

/// Whether two labels are in each other's way, or the leader of one runs through the other.
fn hit(p: &Node, q: &Node) -> bool {
    let sideways = p.x0 < q.x1 + GAP && q.x0 < p.x1 + GAP;
    (sideways && p.y0 < q.y1 && q.y0 < p.y1)
        || (q.y0 > p.y0 && p.x0 - 5.0 < q.x && q.x < p.x1 + 5.0)
        || (p.y0 > q.y0 && q.x0 - 5.0 < p.x && p.x < q.x1 + 5.0)
}

/// What labels further left can still meet of those that have their place.
fn signature(nodes: &[Node], node: Option<&Node>, state: usize, coming: f64) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |node: &Node| {
        if node.x0 - 215.0 < coming {
            let edge = if node.right {
                0
            } else {
                (node.x0 / 6.0) as i64
            };
            for part in [
                node.group as i64,
                i64::from(node.right),
                node.y0 as i64,
                node.y1 as i64,
                edge,
            ] {
                hash = (hash ^ part as u64).wrapping_mul(0x0100_0000_01b3);
            }
        }
    };
    if let Some(node) = node {
        add(node);
    }
    let mut at = state;
    while at != ROOT && nodes[at].x - coming < REACH {
        add(&nodes[at]);
        at = nodes[at].parent;
    }
    hash
}

/// How many wishes of importance 5, and of importance 4, have no place.
#[derive(Clone, Copy, Default)]
pub struct Lost {
    /// Of importance 5.
    pub five: usize,
    /// Of importance 4.
    pub four: usize,
}

/// A way to place the labels so far.
#[derive(Clone, Copy)]
struct State {
    cost: f64,
    /// Its last label that has a place.
    node: usize,
    lost: Lost,
}

/// Finds places; returns the labels that have one, and the wishes that have none. `None` as soon as more is
/// lost, whatever comes, than `bears` bears.
pub fn search<'a>(
    groups: &[Group<'a>],
    most: usize,
    beam_width: usize,
    rtl: bool,
    bears: &dyn Fn(Lost) -> bool,
) -> Option<(Vec<Label>, Vec<&'a Wish>)> {
    let most_share = beam_width / 18;
    let height = |node: &Node| (node.y0 as usize).min(63);
    let mut nodes: Vec<Node> = Vec::new();
    let mut beam = vec![State {
        cost: 0.0,
        node: ROOT,
        lost: Lost::default(),
    }];
    for (index, group) in groups.iter().enumerate() {
        let loss: f64 = group
            .wishes
            .iter()
            .map(|w| match w.importance {
                5.. => 900.0,
                4 => 120.0,
                _ => 25.0,
            })
            .sum();
        let stands: Vec<(Node, f64)> = (0..group.ways.len())
            .filter(|&way| !group.ways[way].0.late)
            .flat_map(|way| (0..most).flat_map(move |up| [(way, true, up), (way, false, up)]))
            .filter_map(|(way, side, up)| {
                let node = stand(group, index, way, side, up)?;
                (node.y1 < most as f64 + 1.0).then(|| (node, price(group, &node, rtl)))
            })
            .collect();
        // Each state is continued from its cheapest choice on, and only as far as the beam needs: there are far
        // more choices than places in it. Choice 0 leaves the group out.
        let price_of = |choice: usize| match choice {
            0 => loss,
            _ => stands[choice - 1].1,
        };
        let mut order: Vec<usize> = (0..=stands.len()).collect();
        order.sort_by(|a, b| price_of(*a).total_cmp(&price_of(*b)));
        let states = std::mem::take(&mut beam);
        let near: Vec<Vec<Node>> = states
            .iter()
            .map(|state| near_to(&nodes, state.node, group.x))
            .collect();
        // How far up a label of this group may stand: its leader must not run through one that stands over its mark.
        let reach: Vec<f64> = near
            .iter()
            .map(|near| {
                let over = near
                    .iter()
                    .filter(|q| q.x0 - 5.0 < group.x && group.x < q.x1 + 5.0);
                over.map(|q| q.y0).fold(f64::INFINITY, f64::min)
            })
            .collect();
        // The place in the order of the next choice whose height still has a share, for each place.
        let mut open: Vec<usize> = (0..=order.len()).collect();
        // The cheapest choice of a state from a place in the order on that is in no label's way.
        let next = |at: usize, from: usize, open: &[usize]| {
            let mut place = open[from];
            loop {
                let choice = *order.get(place)?;
                let is_free = choice.checked_sub(1).is_none_or(|stand| {
                    let node = &stands[stand].0;
                    node.y0 <= reach[at] && !near[at].iter().any(|other| hit(node, other))
                });
                if is_free {
                    let cost = states[at].cost + price_of(choice);
                    return Some(Reverse((sortable(cost), at, choice, place)));
                }
                place = open[place + 1];
            }
        };
        let first = (0..states.len()).filter_map(|at| next(at, 0, &open));
        let mut heap: BinaryHeap<_> = first.collect();
        // Of states that are the same for all labels to come, only the cheapest goes on.
        let coming = groups.get(index + 1).map_or(f64::NEG_INFINITY, |g| g.x);
        let mut seen = HashSet::new();
        let mut shares = [[0_usize; 2]; 64];
        while let Some(Reverse((_, from, choice, place))) = heap.pop() {
            if beam.len() == beam_width {
                break;
            }
            heap.extend(next(from, place + 1, &open));
            let before = states[from];
            let cost = before.cost + price_of(choice);
            let node = choice.checked_sub(1).map(|stand| Node {
                parent: before.node,
                ..stands[stand].0
            });
            // A cheap low label may leave no way to the rail for the next ones: each height has its share.
            if let Some(node) = &node {
                let share = &mut shares[height(node)][usize::from(node.right)];
                if *share == most_share {
                    continue;
                }
                *share += 1;
                if *share == most_share {
                    for (place, choice) in order.iter().enumerate().rev() {
                        let stand = choice.checked_sub(1).map(|stand| &stands[stand].0);
                        let is_full = stand.is_some_and(|stand| {
                            shares[height(stand)][usize::from(stand.right)] == most_share
                        });
                        open[place] = if is_full { open[place + 1] } else { place };
                    }
                }
            }
            if seen.insert(signature(&nodes, node.as_ref(), before.node, coming)) {
                let state = State { cost, ..before };
                match node {
                    Some(node) => {
                        nodes.push(node);
                        beam.push(State {
                            node: nodes.len() - 1,
                            ..state
                        });
                    }
                    None => {
                        let lost = |least| lost_of(group, least);
                        let lost = Lost {
                            five: before.lost.five + lost(5),
                            four: before.lost.four + lost(4),
                        };
                        beam.push(State { lost, ..state });
                    }
                }
            }
        }
        if !beam.iter().any(|state| bears(state.lost)) {
            return None;
        }
    }
    let mut at = beam.first().map_or(ROOT, |state| state.node);
    if !beam.first().is_some_and(|state| bears(state.lost)) {
        return None;
    }
    let mut chosen = Vec::new();
    let mut kept = vec![false; groups.len()];
    while at != ROOT {
        kept[nodes[at].group] = true;
        chosen.push(nodes[at]);
        at = nodes[at].parent;
    }
    improve(&mut chosen, groups, most + 4, rtl);
    let placed = chosen
        .iter()
        .map(|node| Label {
            x: node.x,
            right: node.right,
            up: node.y0 as usize,
            says: groups[node.group].ways[node.way].1.clone(),
        })
        .collect();
    let dropped = groups
        .iter()
        .zip(kept)
        .filter(|(_, kept)| !kept)
        .flat_map(|(g, _)| g.wishes.iter().copied())
        .collect();
    Some((placed, dropped))
}

fn lost_of(group: &Group, importance: u8) -> usize {
    let wishes = group.wishes.iter();
    wishes.filter(|w| w.importance == importance).count()
}

/// The labels of a state that one at `x` can meet.
fn near_to(nodes: &[Node], state: usize, x: f64) -> Vec<Node> {
    let mut near = Vec::new();
    let mut at = state;
    while at != ROOT && nodes[at].x - x < REACH {
        near.push(nodes[at]);
        at = nodes[at].parent;
    }
    near
}

/// A number whose order is that of the costs (IEEE 754, `totalOrder`).
fn sortable(cost: f64) -> u64 {
    let bits = cost.to_bits();
    match bits >> 63 {
        0 => bits | 1 << 63,
        _ => !bits,
    }
}

/// Where a group would stand, if there is room between the edges.
fn stand(group: &Group, index: usize, way: usize, right_of: bool, up: usize) -> Option<Node> {
    let (left, right) = group.room;
    let (variant, says) = &group.ways[way];
    let tall = says.iter().map(|s| s.lines.len()).sum::<usize>();
    let (x0, x1) = if right_of {
        (group.x - 1.0, group.x + 5.0 + variant.width)
    } else {
        (group.x - 5.0 - variant.width, group.x + 1.0)
    };
    let node = Node {
        parent: ROOT,
        group: index,
        way,
        right: right_of,
        x: group.x,
        x0,
        x1,
        y0: up as f64,
        y1: (up + tall) as f64 + 0.35,
    };
    (x0 >= left && x1 <= right).then_some(node)
}

fn price(group: &Group, node: &Node, rtl: bool) -> f64 {
    group.ways[node.way].0.cost
        + node.y0 * 1.6
        + if node.right == rtl { 2.5 } else { 0.0 }
        + if node.y1 > 9.0 { 4.0 } else { 0.0 }
}

/// With all others in their place, lets each label take a better one: mostly more of its words. Where more
/// lines are needed, all that stands above moves up, which puts nothing in the way of anything.
fn improve(chosen: &mut [Node], groups: &[Group], most: usize, rtl: bool) {
    for _ in 0..3 {
        let cost = |n: &Node| groups[n.group].ways[n.way].0.cost;
        chosen.sort_by(|a, b| {
            cost(b)
                .total_cmp(&cost(a))
                .then(b.y0.total_cmp(&a.y0))
                .then(a.x.total_cmp(&b.x))
        });
        for at in 0..chosen.len() {
            let now = chosen[at];
            let group = &groups[now.group];
            let top = chosen.iter().map(|n| n.y1).fold(0.0, f64::max);
            let near: Vec<Node> = chosen
                .iter()
                .enumerate()
                .filter(|&(other, n)| other != at && (n.x - group.x).abs() < REACH)
                .map(|(_, n)| *n)
                .collect();
            let above = chosen.iter().filter(|n| n.y0 >= now.y1 - 0.4).count() as f64;
            let mut best = (price(group, &now, rtl), now, 0.0);
            for way in 0..group.ways.len() {
                for (side, up) in (0..top as usize).flat_map(|up| [(true, up), (false, up)]) {
                    let Some(node) = stand(group, now.group, way, side, up) else {
                        continue;
                    };
                    let cost = price(group, &node, rtl);
                    if node.y1 <= top && cost < best.0 && !near.iter().any(|q| hit(&node, q)) {
                        best = (cost, node, 0.0);
                    }
                }
                for side in [true, false] {
                    let Some(node) = stand(group, now.group, way, side, now.y0 as usize) else {
                        continue;
                    };
                    let lift = node.y1 - now.y1;
                    let cost = price(group, &node, rtl) + lift * (1.0 + above);
                    if lift > 0.5
                        && top + lift <= most as f64 + 1.0
                        && cost < best.0
                        && !near.iter().any(|q| hit(&node, &lifted(q, now.y1, lift)))
                    {
                        best = (cost, node, lift);
                    }
                }
            }
            let (_, node, lift) = best;
            if lift > 0.0 {
                for other in chosen.iter_mut() {
                    *other = lifted(other, now.y1, lift);
                }
            }
            chosen[at] = node;
        }
    }
}

fn lifted(node: &Node, over: f64, lift: f64) -> Node {
    if node.y0 >= over - 0.4 {
        Node {
            y0: node.y0 + lift,
            y1: node.y1 + lift,
            ..*node
        }
    } else {
        *node
    }
}
