//! Keys at the head of a text without lines around them, as Pelican, `MultiMarkdown` and Nikola write
//! them: `Title: A`, `.. title: A`, perhaps within a comment. A value is the rest of its line,
//! whatever signs it has.

use std::ops::Range;

use crate::reference::front_matter::ARTICLE;
use crate::source::{At, SourceId, Span};
use crate::yaml::{Node, Value, emit};

/// The keys of one text.
#[derive(Debug, PartialEq, Eq)]
pub struct Headers {
    /// The generator that writes them.
    pub form: &'static str,
    /// Everything from the first key, or the comment around it, to the text.
    pub range: Range<usize>,
    /// Where each key and its value are; those without a value are left out.
    pairs: Vec<(Range<usize>, Range<usize>)>,
}

/// Maximum number of lines that are read.
const MOST_LINES: usize = 100;

/// Keys with which such a text begins.
const FIRST: [&str; 13] = [
    "title", "date", "category", "tags", "slug", "author", "authors", "modified", "status",
    "summary", "lang", "subtitle", "keywords",
];

/// Keys whose values are lists with commas.
const LISTS: [&str; 3] = ["tags", "keywords", "authors"];

/// Returns the keys with which a text begins.
pub fn find(text: &str) -> Option<Headers> {
    let start = start_of(text);
    let first = text[start..].lines().next()?;
    if first.starts_with(".. ") {
        return nikola(text, start..start, "\n\n");
    }
    if first.starts_with("<!--") {
        return nikola(text, start..start + "<!--".len(), "-->");
    }
    begins_keys(first).then(|| pelican(text, start))?
}

/// Returns the lines with which a text begins that look like keys, one of which is `title`, though not
/// certainly so: `Title: words` alone may begin a text.
pub fn perhaps(text: &str) -> Option<Headers> {
    let start = start_of(text);
    begins_keys(text[start..].lines().next()?).then_some(())?;
    let mut end = start;
    let mut pairs = Vec::new();
    for (at, line) in lines(text, start..text.len()) {
        let Some(pair) = pair_at(line, at) else {
            break;
        };
        pairs.push(pair);
        end = at + line.len();
    }
    let pairs = with_values(pairs);
    has_title(text, &pairs).then_some(Headers {
        form: PELICAN,
        range: start..end,
        pairs,
    })
}

fn start_of(text: &str) -> usize {
    text.len() - text.trim_start_matches('\u{feff}').trim_start().len()
}

/// Returns whether a line is a key with which such a text begins.
fn begins_keys(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| {
        let key = key.trim();
        FIRST.iter().any(|known| key.eq_ignore_ascii_case(known))
    })
}

/// The form of [`pelican`].
const PELICAN: &str = "Pelican or MultiMarkdown (`Title: …` without a `---`)";

fn has_title(text: &str, pairs: &[(Range<usize>, Range<usize>)]) -> bool {
    let mut keys = pairs.iter().map(|(key, _)| &text[key.clone()]);
    keys.any(|key| key.eq_ignore_ascii_case("title"))
}

/// Reads `.. key: value` lines up to what ends them.
fn nikola(text: &str, open: Range<usize>, close: &str) -> Option<Headers> {
    let inner = &text[open.end..];
    let end = match inner.find(close) {
        Some(end) => open.end + end,
        None if close == "-->" => return None,
        None => text.len(),
    };
    let mut pairs = Vec::new();
    for (at, line) in lines(text, open.end..end) {
        let trimmed = line.trim_start();
        let Some(pair) = trimmed.strip_prefix(".. ") else {
            match trimmed.trim().is_empty() {
                true => continue,
                false => return None,
            }
        };
        let from = at + line.len() - pair.len();
        pairs.push(pair_at(pair, from)?);
    }
    let has_title = pairs.iter().any(|(key, _)| &text[key.clone()] == "title");
    let end = (end + close.trim_start().len()).min(text.len());
    has_title.then(|| Headers {
        form: "Nikola (`.. title: …`)",
        range: open.start..end,
        pairs: with_values(pairs),
    })
}

/// Reads `Key: value` lines up to an empty one. A line that is indented goes on with the value above.
fn pelican(text: &str, start: usize) -> Option<Headers> {
    let mut pairs: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let mut end = start;
    for (at, line) in lines(text, start..text.len()) {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            let last = pairs.last_mut()?;
            let words = line.len() - line.trim_start().len();
            if last.1.is_empty() {
                last.1.start = at + words;
            }
            last.1.end = at + line.trim_end().len();
        } else {
            pairs.push(pair_at(line, at)?);
        }
        end = at + line.len();
    }
    let is_known = |(key, _): &&(Range<usize>, _)| {
        let key = text[key.clone()].to_ascii_lowercase();
        ARTICLE.has(&key) || ARTICLE.named(&key).is_some() || ARTICLE.meant(&key).is_some()
    };
    let is_first = |(key, _): &&(Range<usize>, _)| {
        let key = &text[key.clone()];
        FIRST.iter().any(|known| key.eq_ignore_ascii_case(known))
    };
    let known = pairs.iter().filter(|p| is_first(p) || is_known(p)).count();
    // `Title: words` alone may begin a text.
    (has_title(text, &pairs) && known > 1).then(|| Headers {
        form: PELICAN,
        range: start..end,
        pairs: with_values(pairs),
    })
}

/// Returns lines without their ends, and where they start.
fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = (usize, &str)> {
    let mut at = range.start;
    let lines = text[range].split_inclusive('\n').take(MOST_LINES);
    lines.map(move |line| {
        at += line.len();
        (at - line.len(), line.trim_end_matches(['\n', '\r']))
    })
}

fn pair_at(line: &str, at: usize) -> Option<(Range<usize>, Range<usize>)> {
    let (key, value) = line.split_once(':')?;
    let words = key.trim();
    let is_key = |c: char| c.is_alphanumeric() || "_-".contains(c);
    let is_sound = !words.is_empty() && words.chars().all(is_key);
    if !is_sound || !(value.is_empty() || value.starts_with([' ', '\t'])) {
        return None;
    }
    let from = at + key.len() + 1 + value.len() - value.trim_start().len();
    let to = at + key.len() + 1 + value.trim_end().len();
    Some((at..at + words.len(), from.min(to)..to))
}

fn with_values(mut pairs: Vec<(Range<usize>, Range<usize>)>) -> Vec<(Range<usize>, Range<usize>)> {
    pairs.retain(|(_, value)| !value.is_empty());
    pairs
}

impl Headers {
    /// Returns the keys and values as a tree.
    pub fn tree(&self, source: SourceId, text: &str) -> Node {
        let pairs = self.pairs.iter().map(|(key, value)| {
            let name = text[key.clone()].to_ascii_lowercase();
            let scalar = |range: Range<usize>| Node {
                span: Span::new(source, range.clone()),
                value: Value::Scalar {
                    text: one_line(&text[range]),
                    quoted: false,
                },
            };
            let node = match items(&name, text, value) {
                Some(items) => Node {
                    span: Span::new(source, value.clone()),
                    value: Value::List(items.into_iter().map(scalar).collect()),
                },
                None => scalar(value.clone()),
            };
            (At::new(name, Span::new(source, key.clone())), node)
        });
        Node {
            span: Span::new(source, self.range.clone()),
            value: Value::Map(pairs.collect()),
        }
    }

    /// Returns the lines of YAML that say the same.
    pub fn in_yaml(&self, text: &str) -> Vec<String> {
        let pairs = self.pairs.iter().map(|(key, value)| {
            let name = text[key.clone()].to_ascii_lowercase();
            let written = match items(&name, text, value) {
                Some(items) => {
                    let items = items.into_iter().map(|item| emit::in_flow(&text[item]));
                    format!("[{}]", items.collect::<Vec<_>>().join(", "))
                }
                None if matches!(name.as_str(), "date" | "modified" | "updated") => {
                    emit::date(&text[value.clone()])
                }
                None => emit::value(&one_line(&text[value.clone()])),
            };
            format!("{name}: {written}")
        });
        pairs.collect()
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns where the items of a list are.
fn items(name: &str, text: &str, value: &Range<usize>) -> Option<Vec<Range<usize>>> {
    if !LISTS.contains(&name) {
        return None;
    }
    let mut at = value.start;
    // Names of people may have commas, and then semicolons between them.
    let sign = match text[value.clone()].contains(';') {
        true => ';',
        false => ',',
    };
    let items = text[value.clone()].split_inclusive(sign).map(|item| {
        let start = at + item.len() - item.trim_start().len();
        at += item.len();
        let item = item.trim_end_matches(sign).trim();
        start..start + item.len()
    });
    Some(items.filter(|item| !item.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yaml(text: &str) -> Option<String> {
        find(text).map(|headers| {
            let lines = headers.in_yaml(text).join("\n");
            format!("{lines}|{}", &text[headers.range.end..])
        })
    }

    #[test]
    fn keys_and_values_are_the_rest_of_their_lines() {
        for (text, expected) in [
            (
                "Title: The river: a \"survey\"\nDate: 2024-01-02 10:20\nTags: rivers, high water\nAuthors: Doe, Jane; Roe, Jo\nSummary: One\n    two.\n\nText.\n",
                "title: \"The river: a \\\"survey\\\"\"\ndate: 2024-01-02 10:20\ntags: [rivers, high water]\nauthors: [\"Doe, Jane\", \"Roe, Jo\"]\nsummary: One two.|\n\nText.\n",
            ),
            (
                "<!--\n.. title: A: b\n.. slug: a\n.. tags: \n.. date: 2024-01-02 10:20:30 UTC+02:00\n-->\n\nText.\n",
                "title: \"A: b\"\nslug: a\ndate: 2024-01-02 10:20:30 UTC+02:00|\n\nText.\n",
            ),
            ("<!-- .. title: A -->\nText.\n", "title: A|\nText.\n"),
            (
                ".. title: A\n.. date: 2024-01-02\n\nText.\n",
                "title: A\ndate: 2024-01-02|\n\nText.\n",
            ),
            (
                "title: A\r\ndate: 2024\r\n\r\nText.",
                "title: A\ndate: 2024|\r\n\r\nText.",
            ),
            (
                "Title: A\nPlace: Ely\n\nText.",
                "title: A\nplace: Ely|\n\nText.",
            ),
            (
                "Title: A\nByline: Jane\n\nText.",
                "title: A\nbyline: Jane|\n\nText.",
            ),
        ] {
            assert_eq!(yaml(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn texts_are_none() {
        for text in [
            "",
            "Title: a word that begins a text.\n",
            "Date: it was late.\nThe river rose: the dyke broke.\n",
            "<!-- a comment -->\nText.\n",
            "<!-- .. title: A\n",
            "Note: a\nTitle: b\nDate: c\n",
            ".. note::\n\n   Text.\n",
            "# Title: a\n",
        ] {
            assert_eq!(yaml(text), None, "{text}");
        }
    }

    #[test]
    fn lines_that_may_be_keys_are_those_before_the_text() {
        let keys = |text: &str| {
            let headers = perhaps(text)?;
            Some(format!(
                "{}|{}",
                headers.in_yaml(text).join(" "),
                &text[headers.range]
            ))
        };
        for (text, expected) in [
            ("Title: One\n\nText.\n", Some("title: One|Title: One")),
            ("title: One", Some("title: One|title: One")),
            (
                "Title: One\nTags: a\nText: goes\nhere.\n",
                Some("title: One tags: [a] text: goes|Title: One\nTags: a\nText: goes"),
            ),
            ("Title:\n\nText.\n", None),
            ("Date: it was late.\n", None),
            ("Note: a\nTitle: b\n", None),
            ("Text.\nTitle: b\n", None),
        ] {
            assert_eq!(keys(text).as_deref(), expected, "{text}");
        }
    }
}
