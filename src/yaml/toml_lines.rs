//! Lines of TOML that can't be read: the line as it should be, and the lines that belong to one key.

use std::ops::Range;

use toml::de::DeTable;

use super::blocks::line;

/// Maximum depth of the lists and groups of a finished line.
const DEEPEST: usize = 4;

/// Returns whether a line begins a key or a table.
fn begins(line: &str) -> bool {
    if line.starts_with('[') {
        return true;
    }
    let sign = |c: char| c.is_alphanumeric() || "_-.\"'".contains(c);
    let key = line.trim_end_matches(|c: char| c != '=' && c != ':');
    let key = key.split(['=', ':']).next().unwrap_or("").trim();
    !line.starts_with([' ', '\t', '#', ']', '}', ','])
        && !key.is_empty()
        && key.chars().all(sign)
        && line.contains(['=', ':'])
}

/// Returns the lines of the key, or of the table, to which the line at an offset belongs.
pub(super) fn block(toml: &str, at: usize) -> Range<usize> {
    let own = line(toml, at.min(toml.len()));
    let mut start = own.start;
    if !begins(&toml[own.clone()]) {
        let mut above = own.start;
        for line in toml[..own.start].split_inclusive('\n').rev() {
            above -= line.len();
            if begins(line) {
                start = above;
                break;
            }
        }
    }
    let is_table = toml[start..].starts_with('[');
    let mut end = line(toml, start).end.max(own.end);
    while end < toml.len() {
        let next = line(toml, end + 1);
        let words = &toml[next.clone()];
        if words.starts_with('[') || !is_table && begins(words) {
            break;
        }
        end = next.end;
    }
    start..end
}

/// Returns the line of the key above, if its list is still open where the line at an offset begins.
pub(super) fn open_above(toml: &str, at: usize) -> Option<Range<usize>> {
    let own = line(toml, at.min(toml.len()));
    if own.start == 0 || !begins(&toml[own.clone()]) {
        return None;
    }
    let above = block(toml, own.start - 1);
    let mut reader = Lenient::new(value_of(&toml[above.clone()])?);
    reader.value(0, false);
    (reader.is_open || reader.quote_is_open).then_some(above)
}

fn value_of(line: &str) -> Option<&str> {
    let at = line.find(['=', ':'])?;
    Some(line[at + 1..].trim())
}

/// Writes a key with its value as TOML: texts in quotes, `=` in groups, commas between items. `None`
/// if it is not clear what was meant.
pub(super) fn finished(line: &str) -> Option<String> {
    let (key, value) = line.split_once(['=', ':'])?;
    let (key, value) = (key.trim(), value.trim());
    if key.is_empty() || value.is_empty() {
        return None;
    }
    let mut reader = Lenient::new(value);
    let mut written = reader.value(0, false)?;
    if !reader.rest.trim().is_empty() && !reader.rest.trim_start().starts_with('#') {
        // Quotes of words within the text.
        let whole = ['"', '\'']
            .into_iter()
            .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
        written = quoted(whole.unwrap_or(value));
    }
    let finished = format!("{key} = {written}");
    DeTable::parse(&finished).is_ok().then_some(finished)
}

/// Writes a text as a basic string of TOML.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Reads what was probably meant as a value of TOML.
struct Lenient<'t> {
    rest: &'t str,
    /// Whether a bracket stayed open.
    is_open: bool,
    quote_is_open: bool,
}

impl<'t> Lenient<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            rest: text,
            is_open: false,
            quote_is_open: false,
        }
    }

    /// Reads a value and writes it as TOML.
    fn value(&mut self, depth: usize, in_group: bool) -> Option<String> {
        self.rest = self.rest.trim_start();
        if depth > DEEPEST {
            return None;
        }
        match self.rest.chars().next()? {
            '[' => self.list(depth),
            '{' => self.group(depth),
            quote @ ('"' | '\'') => Some(self.text(quote)),
            _ => Some(self.bare(depth, in_group)),
        }
    }

    /// Skips what separates items; returns whether another one follows.
    fn next(&mut self, close: char) -> bool {
        self.rest = self.rest.trim_start_matches([' ', ',', '\n', '\t', '\r']);
        if let Some(rest) = self.rest.strip_prefix(close) {
            self.rest = rest;
            return false;
        }
        if self.rest.is_empty() {
            self.is_open = true;
        }
        !self.rest.is_empty()
    }

    fn list(&mut self, depth: usize) -> Option<String> {
        self.rest = &self.rest[1..];
        let mut items = Vec::new();
        while self.next(']') {
            let before = self.rest.len();
            items.push(self.value(depth + 1, false)?);
            if self.rest.len() == before {
                return None;
            }
        }
        Some(format!("[{}]", items.join(", ")))
    }

    fn group(&mut self, depth: usize) -> Option<String> {
        self.rest = &self.rest[1..];
        let mut pairs = Vec::new();
        while self.next('}') {
            let at = self.rest.find(['=', ':', ',', '}', ']', '\n'])?;
            let key = self.rest[..at].trim();
            if !self.rest[at..].starts_with(['=', ':']) || key.is_empty() {
                return None;
            }
            self.rest = &self.rest[at + 1..];
            let value = self.value(depth + 1, true)?;
            pairs.push(format!("{key} = {value}"));
        }
        Some(format!("{{ {} }}", pairs.join(", ")))
    }

    fn text(&mut self, quote: char) -> String {
        let inner = &self.rest[1..];
        let mut escaped = false;
        let end = inner.char_indices().find(|(_, c)| match c {
            _ if escaped => {
                escaped = false;
                false
            }
            '\\' => {
                escaped = quote == '"';
                false
            }
            c => *c == quote,
        });
        if let Some((end, _)) = end {
            let whole = &self.rest[..end + 2];
            self.rest = &inner[end + 1..];
            return whole.to_owned();
        }
        self.quote_is_open = true;
        let end = inner.find([',', ']', '}', '\n']).unwrap_or(inner.len());
        self.rest = &inner[end..];
        quoted(inner[..end].trim())
    }

    fn bare(&mut self, depth: usize, in_group: bool) -> String {
        let ends: &[char] = match (depth, in_group) {
            (0, _) => &['\n'],
            _ => &[',', ']', '}', '\n', '"'],
        };
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        let end = match depth {
            0 => self.rest[..end].find(" #").unwrap_or(end),
            _ => end,
        };
        let word = self.rest[..end].trim();
        self.rest = &self.rest[end..];
        // `public"`: the quote before it is missing.
        if depth > 0 && self.rest.starts_with('"') {
            self.rest = &self.rest[1..];
        }
        let word = word.trim_matches(['"', '\'']);
        match DeTable::parse(&format!("x = {word}")).is_ok() {
            true => word.to_owned(),
            false => quoted(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_finished_and_nothing_of_it_is_lost() {
        for (line, good) in [
            ("tags = [tower, \"public]", "tags = [\"tower\", \"public\"]"),
            ("tags = [a, b]", "tags = [\"a\", \"b\"]"),
            ("tags = [\"a\" \"b\"]", "tags = [\"a\", \"b\"]"),
            ("tags = [\"a, b]", "tags = [\"a\", \"b\"]"),
            ("tags = ['a', \"b\"", "tags = ['a', \"b\"]"),
            (
                "tags = [1, true, 2025-12-09, x y]",
                "tags = [1, true, 2025-12-09, \"x y\"]",
            ),
            (
                "sources = [{title: \"A\", url: https://example.org/x}]",
                "sources = [{ title = \"A\", url = \"https://example.org/x\" }]",
            ),
            (
                "sources = [{title = \"A\", date = 2025-12}]",
                "sources = [{ title = \"A\", date = \"2025-12\" }]",
            ),
            ("date = 2025-12", "date = \"2025-12\""),
            ("title: Rivers rise", "title = \"Rivers rise\""),
            (
                "title = \"Bridge\" closed",
                "title = \"\\\"Bridge\\\" closed\"",
            ),
            (
                "title = \"The \"old\" bridge\"",
                "title = \"The \\\"old\\\" bridge\"",
            ),
            ("title = \"Rivers", "title = \"Rivers\""),
            ("title = Rivers, dams", "title = \"Rivers, dams\""),
            ("draft = yes # for now", "draft = \"yes\""),
        ] {
            assert_eq!(finished(line).as_deref(), Some(good), "{line}");
        }
        for line in ["sources:", "sources = ", "words", "= x"] {
            assert_eq!(finished(line), None, "{line}");
        }
    }

    #[test]
    fn a_block_ends_where_the_next_key_or_table_begins() {
        let toml = "a = [\n 1,\n 2]\nb = 2\n[[c]]\nd = 1\n[e]\nf = 1\n";
        for (word, whole) in [
            (" 2]", "a = [\n 1,\n 2]"),
            ("b =", "b = 2"),
            ("[[c", "[[c]]\nd = 1"),
            ("d =", "d = 1"),
        ] {
            let at = toml.find(word).expect("there");
            assert_eq!(&toml[block(toml, at)], whole, "{word}");
        }
    }
}
