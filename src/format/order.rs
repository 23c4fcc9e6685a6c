//! The order of keys: first the known keys in the order of the documentation, then unknown ones.

use std::ops::Range;

use super::{front_matter, says_the_same};
use crate::config::SiteConfig;
use crate::parse::fence;
use crate::parse::front_matter::place_of_key;
use crate::source::{At, SourceId};
use crate::yaml::{Node, Value};

/// Returns the text with the keys of its front matter sorted. `None` if they are sorted already, or
/// cannot be separated line by line.
pub(super) fn ordered(id: SourceId, text: &str, config: &SiteConfig) -> Option<String> {
    let root = front_matter(id, text)?;
    let Value::Map(map) = &root.value else {
        return None;
    };
    let yaml = fence::split(text).ok()?.front;
    let chunks = chunks(text, map, &yaml)?;
    let place = |n: &usize| place_of_key(&map[*n].0.value, config).unwrap_or(usize::MAX);
    let mut order: Vec<usize> = (0..map.len()).collect();
    order.sort_by_key(place);
    if order.is_sorted() {
        return None;
    }
    let (first, last) = (chunks.first()?.start, chunks.last()?.end);
    let mut out = text[..first].to_owned();
    out.extend(order.iter().map(|n| &text[chunks[*n].clone()]));
    out.push_str(&text[last..]);
    let new = front_matter(id, &out)?;
    says_the_same(&root, &new, config).then_some(out)
}

/// Splits the front matter into the lines of each key: the comments above it that are not indented
/// further, and its value with the comments that are. Lines above the first key, if an empty line
/// separates them from it, and lines below the last value belong to no key.
fn chunks(
    text: &str,
    map: &[(At<String>, Node)],
    yaml: &Range<usize>,
) -> Option<Vec<Range<usize>>> {
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |n| n + 1);
    // By bytes: `at` may be inside the last character of a value.
    let line_end = |at: usize| {
        let rest = &text.as_bytes()[at..];
        let end = rest.iter().position(|b| *b == b'\n');
        end.map_or(text.len(), |n| at + n + 1)
    };
    let fence_end = line_end(yaml.start);
    let keys: Vec<usize> = map
        .iter()
        .map(|(key, _)| line_start(key.span.start as usize))
        .collect();
    let column = |n: usize| text[keys[n]..].len() - text[keys[n]..].trim_start_matches(' ').len();
    let mut starts = Vec::with_capacity(map.len());
    let mut floor = fence_end;
    for (n, (key, node)) in map.iter().enumerate() {
        let before = text.get(keys[n]..key.span.start as usize)?;
        let alone = before.trim_matches([' ', '"', '\'']).is_empty();
        if keys[n] < floor || !alone || column(n) != column(0) {
            return None;
        }
        starts.push(comments_above(text, floor..keys[n], column(0), n == 0));
        let end = (node.span.end.max(key.span.end) as usize).max(keys[n] + 1);
        floor = line_end(end - 1);
    }
    // Comments indented further than a key belong to the value above them.
    let mut end = floor;
    while end < yaml.end {
        let line = &text[end..line_end(end)];
        let indent = line.len() - line.trim_start_matches(' ').len();
        if indent <= column(0) || !line.trim_start().starts_with('#') {
            break;
        }
        end += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([end.min(yaml.end)]);
    Some(
        starts
            .iter()
            .copied()
            .zip(ends)
            .map(|(a, b)| a..b)
            .collect(),
    )
}

/// Returns the start of the comments and empty lines directly above a key. `first`: includes only
/// those below the last empty line.
fn comments_above(text: &str, above: Range<usize>, column: usize, first: bool) -> usize {
    let mut start = above.end;
    for line in text[above].split_inclusive('\n').rev() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let blank = line.trim().is_empty();
        let comment = indent <= column && line.trim_start().starts_with('#');
        if (blank && first) || !(blank || comment) {
            break;
        }
        start -= line.len();
    }
    start
}
