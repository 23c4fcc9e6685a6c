//! Lines that are indented with tabs, or with characters that only look like spaces.

use std::ops::Range;

use super::fault::is_key;
use super::signs::{is_nothing, odd_space, odd_spaces};
use super::{Node, Value, events};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Span};

/// Numbers of spaces for which a tab may stand, the likeliest first.
const WIDTHS: [usize; 3] = [2, 4, 8];

/// Number of finished lines that a hint shows, and of bytes that it shows of them.
const MOST_SHOWN: (usize, usize) = (8, 1000);

/// How many lines, or groups of them, a message names.
const MOST_NAMED: usize = 8;

/// Lines of which the indentation was replaced.
struct Indented {
    /// From the start of the first line to the end of the last one, and the offset of the latter.
    range: Range<usize>,
    last: usize,
    /// What stands there instead.
    fixed: String,
    /// The first line's indentation.
    mark: Range<usize>,
    /// Their numbers, and they themselves as they should be.
    numbers: Vec<usize>,
    finished: Vec<String>,
}

/// Replaces the indentation of lines of `text[part]` by `new`, which returns the line as it should be, or
/// `None` if nothing is wrong with it. `None` if there is no such line.
fn replace(
    text: &str,
    part: &Range<usize>,
    mut new: impl FnMut(&str) -> Option<String>,
) -> Option<Indented> {
    let mut found: Option<Indented> = None;
    let mut at = part.start;
    // What was not changed since the last line that was.
    let mut kept = 0;
    for (n, line) in text[part.clone()].split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        let words = line.trim_end_matches(['\n', '\r']);
        let Some(finished) = new(words) else {
            continue;
        };
        let end = start + words.len();
        let indent = words.len() - without_indent(words).len();
        let all = found.get_or_insert_with(|| Indented {
            range: start..start,
            last: start,
            fixed: String::new(),
            mark: start..start + indent,
            numbers: Vec::new(),
            finished: Vec::new(),
        });
        if !all.numbers.is_empty() {
            all.fixed.push_str(&text[kept..start]);
        }
        all.fixed.push_str(&finished);
        all.range.end = end;
        all.last = start;
        all.numbers.push(n);
        all.finished.push(finished);
        kept = end;
    }
    let mut found = found?;
    let above = text[..part.start].matches('\n').count() + 1;
    found.numbers.iter_mut().for_each(|n| *n += above);
    Some(found)
}

impl Indented {
    /// Returns the whole part with these lines as they should be.
    fn whole(&self, text: &str, part: &Range<usize>) -> String {
        let before = &text[part.start..self.range.start];
        format!("{before}{}{}", self.fixed, &text[self.range.end..part.end])
    }

    /// Reports that the lines are indented `with` something.
    fn fault(&self, source: SourceId, with: &str, label: &str) -> Diagnostic {
        let message = match self.numbers.as_slice() {
            [_] => format!("this line is indented with {with}"),
            all => format!(
                "{} lines are indented with {with}: {}",
                all.len(),
                named(all)
            ),
        };
        Diagnostic::error("broken-yaml", message).at(Span::new(source, self.mark.clone()), label)
    }

    /// Ends a hint with the lines as they should be.
    fn shown(&self, hint: &str) -> String {
        let lines = self.finished.iter().take(MOST_SHOWN.0);
        let lines: Vec<String> = lines.map(|line| format!("`{line}`")).collect();
        let more = if self.finished.len() > MOST_SHOWN.0 {
            ", …"
        } else {
            ""
        };
        let lines = lines.join(", ");
        match lines.len() > MOST_SHOWN.1 {
            true => hint.to_owned(),
            false => format!("{hint}: {lines}{more}"),
        }
    }

    fn fix(self, d: Diagnostic) -> Diagnostic {
        let span = d.span.map(|span| Span::new(span.source, self.range));
        match span {
            Some(span) => d.fix(span, self.fixed),
            None => d,
        }
    }
}

/// Names lines by their numbers: `4 to 6, 8 and 10`.
fn named(numbers: &[usize]) -> String {
    let mut groups: Vec<(usize, usize)> = Vec::new();
    for n in numbers {
        match groups.last_mut() {
            Some((_, last)) if *last + 1 == *n => *last = *n,
            _ => groups.push((*n, *n)),
        }
    }
    let named = groups.iter().flat_map(|(first, last)| match last - first {
        0 => vec![first.to_string()],
        1 => vec![first.to_string(), last.to_string()],
        _ => vec![format!("{first} to {last}")],
    });
    let mut words: Vec<String> = named.take(MOST_NAMED + 1).collect();
    if words.len() > MOST_NAMED {
        words.pop();
        return format!("{}, …", words.join(", "));
    }
    let last = words.pop().unwrap_or_default();
    match words.as_slice() {
        [] => last,
        words => format!("{} and {last}", words.join(", ")),
    }
}

fn is_indent(c: char) -> bool {
    matches!(c, ' ' | '\t') || is_odd(c)
}

/// Whether a character looks like a space or like nothing. What breaks lines elsewhere is neither.
fn is_odd(c: char) -> bool {
    !matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}') && odd_space(c).is_some()
}

fn without_indent(line: &str) -> &str {
    line.trim_start_matches(is_indent)
}

/// Returns the fault of all lines that are indented with tabs, if YAML does not allow them where they are.
pub(super) fn tabs(source: SourceId, text: &str, part: &Range<usize>) -> Option<Diagnostic> {
    let with = |width| {
        let mut blocks = Blocks::default();
        replace(text, part, |line| match blocks.has(line) {
            true => None,
            false => without_tabs(line, width),
        })
    };
    let first = with(WIDTHS[0])?;
    let read = |text: &str, part: &Range<usize>| {
        let read = events::read(source, text, part);
        read.map_err(|error| {
            let line = text[part.start..error.at].matches('\n').count();
            (line, error.said)
        })
    };
    let Err(as_written) = read(text, part) else {
        return None;
    };
    let number = |at: usize| text[part.start..at].matches('\n').count();
    let (first_line, last_line) = (number(first.range.start), number(first.last));
    let mut lines = Vec::new();
    for width in WIDTHS {
        let with_spaces = with(width)?;
        let whole = with_spaces.whole(text, part);
        lines.push((width, with_spaces, read(&whole, &(0..whole.len()))));
    }
    // What is wrong is above the tabs, or below them.
    let is_elsewhere = !(first_line..=last_line).contains(&as_written.0);
    let is_same = |read: &Result<Node, _>| matches!(read, Err(error) if *error == as_written);
    if is_elsewhere && lines.iter().all(|(_, _, read)| is_same(read)) {
        return None;
    }
    let what = match first.numbers.len() {
        1 => "a tab",
        _ => "tabs",
    };
    let d = Diagnostic {
        code: "tab-indent",
        ..first.fault(source, what, "a tab")
    };
    let spaces = first.mark.start + text[first.mark.clone()].find('\t').unwrap_or(0);
    let d = d.at(Span::new(source, spaces..spaces + 1), "a tab");
    let hint = "indent with spaces, two per level";
    // Where tabs begin every indentation, each may stand for any number of spaces.
    let only_tabs = text[part.clone()].lines().all(|line| {
        let words = without_indent(line);
        let indent = &line[..line.len() - words.len()];
        words.is_empty()
            || !indent.trim_start_matches('\t').contains('\t') && !indent.starts_with(' ')
    });
    let mut trees: Vec<Node> = Vec::new();
    for (_, _, read) in &lines {
        trees.extend(read.as_ref().ok().cloned());
    }
    if trees.is_empty() {
        // Something else is wrong below: as far as that.
        for (_, lines, result) in &lines {
            if let Err((line, _)) = result
                && *line > last_line
            {
                let whole = lines.whole(text, part);
                let above = whole.split_inclusive('\n').take(*line).map(str::len).sum();
                trees.extend(read(&whole, &(0..above)).ok());
            }
        }
    }
    if trees.iter().any(|tree| !is_same_tree(tree, &trees[0])) {
        // It can't be told to what they belong.
        return Some(d.hint("indent with spaces, as many as the lines have to which they belong"));
    }
    let mut apart = None;
    for (width, lines, read) in lines {
        match read {
            Ok(_) => {
                let hint = match width {
                    2 => hint,
                    _ => "indent with spaces, as many as the other lines have",
                };
                let d = d.hint(lines.shown(hint));
                return Some(lines.fix(d));
            }
            // Something else is wrong below.
            Err((line, _)) if line > last_line => {
                apart.get_or_insert(lines);
            }
            Err(_) => {}
        }
    }
    let lines = apart.or(only_tabs.then_some(first));
    Some(match lines {
        Some(lines) => {
            let d = d.hint(lines.shown(hint));
            lines.fix(d)
        }
        None => d.hint(hint),
    })
}

/// Tells the lines of block texts (`key: |`), read from the first line on.
#[derive(Default)]
pub(super) struct Blocks {
    /// The column of the key, or of the dash, to which a block belongs.
    owner: Option<usize>,
    /// The column of its text, once that has begun.
    text: Option<usize>,
}

impl Blocks {
    /// Returns whether the next line belongs to a block.
    pub(super) fn has(&mut self, line: &str) -> bool {
        let words = line.trim_start_matches(' ');
        let column = line.len() - words.len();
        if let Some(owner) = self.owner {
            if words.trim().is_empty() {
                return true;
            }
            let text = *self.text.get_or_insert(column);
            if column > owner && column >= text {
                return true;
            }
        }
        *self = Self::default();
        let item = words.trim_start_matches([' ', '-']);
        let (key, value) = match item.split_once(": ") {
            Some((key, value)) => (Some(key), value),
            None => (None, item),
        };
        // A comment may follow.
        let sign = value.trim_start_matches(['&', '!']);
        let sign = match sign.len() < value.len() {
            true => sign.split_once(' ').map_or("", |(_, rest)| rest),
            false => sign,
        };
        let sign = sign.split(" #").next().unwrap_or("").trim();
        let rest = sign.strip_prefix(['|', '>']);
        if rest.is_some_and(|rest| rest.chars().all(|c| "+-123456789".contains(c))) {
            let dash = item.len() < words.len();
            self.owner = match (key, dash) {
                (Some(key), _) if key.starts_with('#') => None,
                (Some(_), _) => Some(line.len() - item.len()),
                (None, true) => Some(column),
                (None, false) => None,
            };
        }
        false
    }
}

/// Replaces the tabs of a line's indentation by spaces, up to the next column that `width` divides.
/// `None` if there is no tab.
pub(super) fn without_tabs(line: &str, width: usize) -> Option<String> {
    let words = line.trim_start_matches([' ', '\t']);
    let indent = &line[..line.len() - words.len()];
    if words.trim().is_empty() || !indent.contains('\t') {
        return None;
    }
    let column = indent.chars().fold(0, |column, c| match c {
        '\t' => column + width - column % width,
        _ => column + 1,
    });
    Some(format!("{}{words}", " ".repeat(column)))
}

/// Returns the fault of all lines that are indented with characters that only look like spaces, if
/// they mean something else with spaces. `parse` reads a text.
pub(super) fn odd(
    source: SourceId,
    text: &str,
    part: &Range<usize>,
    parse: impl Fn(&str, &Range<usize>) -> Result<Node, Box<Diagnostic>>,
) -> Option<Diagnostic> {
    let slice = &text[part.clone()];
    if slice.is_ascii() || !slice.lines().any(begins_odd) {
        return None;
    }
    let mut above = Above::default();
    let lines = replace(text, part, |line| above.restored(line))?;
    let whole = lines.whole(text, part);
    let line_of = |text: &str, d: &Diagnostic| {
        let at = d.span.map_or(0, |span| span.start as usize);
        text.get(..at).map_or(0, |text| text.matches('\n').count())
    };
    let first_line = text[part.start..lines.range.start].matches('\n').count();
    let is_sure = match (parse(text, part), parse(&whole, &(0..whole.len()))) {
        (Ok(now), Ok(then)) if is_alike(&now, &then) => return None,
        (Ok(_), Ok(_)) => true,
        // They belong together in a way that can't be told.
        (Ok(_), Err(_)) if above.has_strays => false,
        (Ok(_), Err(_)) => return None,
        (Err(now), then) => {
            let line = line_of(text, &now).saturating_sub(text[..part.start].matches('\n').count());
            let helps = then.err().is_none_or(|then| {
                let below = line_of(&whole, &then);
                below > line || below == line && then.message != now.message
            });
            if line < first_line || !helps {
                return None;
            }
            true
        }
    };
    let written = &slice[..lines.range.end - part.start];
    let written = &written[lines.range.start - part.start..];
    let mut names: Vec<&str> = Vec::new();
    for line in written.lines() {
        let indent = &line[..line.len() - without_indent(line).len()];
        for name in indent.chars().filter_map(odd_spaces) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let d = lines.fault(source, &names.join(" and "), "not ordinary spaces");
    let hint = "indent with ordinary spaces";
    Some(match is_sure {
        true => {
            let d = d.hint(lines.shown(hint));
            lines.fix(d)
        }
        false => d.hint(format!("{hint}, two per level")),
    })
}

fn begins_odd(line: &str) -> bool {
    let indent = &line[..line.len() - without_indent(line).len()];
    indent.len() < line.len() && indent.contains(is_odd)
}

/// What the lines above one say of it.
#[derive(Default)]
struct Above {
    /// The columns of the maps that are open.
    columns: Vec<usize>,
    /// Whether the line above has a value, so that no map begins below it.
    has_value: bool,
    /// Where the dash of the item is to which a line may belong, and its first key.
    item: Option<(usize, usize)>,
    /// The column of a key whose text stands on the lines below it.
    block: Option<usize>,
    /// Whether a line that no ordinary space indents looks like an item or a key.
    has_strays: bool,
}

impl Above {
    /// Returns a line as it should be if characters that look like spaces indent it.
    fn restored(&mut self, line: &str) -> Option<String> {
        let words = without_indent(line);
        if words.trim().is_empty() {
            return None;
        }
        let indent = &line[..line.len() - words.len()];
        let ordinary = indent.len() - indent.trim_start_matches(' ').len();
        let is_odd_line = indent.contains(is_odd);
        let width = |c| match c {
            '\t' => 2,
            c if is_nothing(c) => 0,
            _ => 1,
        };
        let width: usize = indent.chars().map(width).sum();
        if let Some(column) = self.block {
            if ordinary > column {
                return None;
            }
            if is_odd_line && width > column {
                return Some(format!("{}{words}", " ".repeat(width)));
            }
            self.block = None;
        }
        let words = with_ordinary_spaces(words, is_odd_line);
        let item = words.trim_start_matches("- ");
        let is_item = item.len() < words.len() || words == "-";
        let (key, value) = item.split_once(':').unwrap_or((item, "-"));
        let is_pair = is_key(key.trim()) && (value.is_empty() || value.starts_with([' ', '\t']));
        let is_line = is_item || is_pair || words.starts_with('#');
        if is_odd_line && ordinary > 0 && !is_line {
            return None;
        }
        let column = match is_odd_line && is_pair && !is_item {
            true => self.column(width),
            false => width,
        };
        self.has_strays |= is_odd_line && ordinary == 0 && (is_item || is_pair);
        if is_item || is_pair {
            let value = if is_pair { value.trim() } else { item.trim() };
            let has_value = !(value.is_empty() || value == "-" || value.starts_with('#'));
            let words_at = column + words.len() - item.len();
            match self.item {
                _ if is_item => self.item = Some((column, words_at)),
                Some((dash, _)) if column <= dash => self.item = None,
                _ => {}
            }
            if value.starts_with(['|', '>']) {
                self.block = Some(if is_pair { words_at } else { column });
            }
            self.has_value = has_value;
            while self.columns.last().is_some_and(|last| *last > column) {
                self.columns.pop();
            }
            if self.columns.last() != Some(&words_at) {
                self.columns.push(words_at);
            }
        }
        is_odd_line.then(|| format!("{}{words}", " ".repeat(column)))
    }

    /// Returns the column at which a key was meant to begin that is indented by about as much.
    fn column(&self, width: usize) -> usize {
        if let Some((dash, key)) = self.item
            && (dash + 1..key).contains(&width)
        {
            return key;
        }
        let Some(last) = self.columns.last() else {
            return 0;
        };
        match width > *last && !self.has_value {
            true => width,
            false => *self
                .columns
                .iter()
                .rev()
                .find(|c| **c <= width)
                .unwrap_or(&width),
        }
    }
}

/// Puts ordinary spaces after the dash and the colon of a line that has others before them.
fn with_ordinary_spaces(words: &str, is_odd_line: bool) -> String {
    let spaces = |c: char| c == ' ' || is_odd(c);
    if !is_odd_line {
        return words.to_owned();
    }
    let (dash, item) = match words.strip_prefix('-') {
        Some(rest) if rest.starts_with(is_odd) => ("- ", rest.trim_start_matches(spaces)),
        _ => ("", words),
    };
    match item.split_once(':') {
        Some((key, value)) if value.starts_with(is_odd) => {
            format!("{dash}{key}: {}", value.trim_start_matches(spaces))
        }
        _ => format!("{dash}{item}"),
    }
}

/// Whether two trees have the same lists and maps with the same keys, whatever their texts say.
fn is_same_tree(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| is_same_tree(a, b))
        }
        (Value::Map(one), Value::Map(other)) => {
            let mut pairs = one.iter().zip(other);
            one.len() == other.len()
                && pairs
                    .all(|((key, a), (other, b))| key.value == other.value && is_same_tree(a, b))
        }
        _ => is_alike(one, other),
    }
}

/// Whether two trees have the same lists and maps, whatever their texts and keys say: a key that begins
/// with a space of another kind is told where it is read.
fn is_alike(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Null, Value::Null) | (Value::Scalar { .. }, Value::Scalar { .. }) => true,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| is_alike(a, b))
        }
        (Value::Map(one), Value::Map(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|((_, a), (_, b))| is_alike(a, b))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_named_in_groups() {
        for (lines, words) in [
            (&[4][..], "4"),
            (&[4, 5], "4 and 5"),
            (&[4, 5, 6], "4 to 6"),
            (&[4, 6], "4 and 6"),
            (&[4, 6, 7], "4, 6 and 7"),
            (&[2, 4, 5, 6, 9], "2, 4 to 6 and 9"),
        ] {
            assert_eq!(named(lines), words);
        }
    }
}
