//! Splits a file at the lines that delimit its front matter.

use std::ops::Range;

/// The language of front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// Between `---` lines: what Dateline writes.
    Yaml,
    /// Between `+++` lines, as in Hugo and Zola, or `---toml` and `---`.
    Toml,
    /// An object that begins the file, as in Hugo, or `---json` and `---`, or `;;;` lines (Hexo).
    Json,
    /// Keys without lines around them; see [`headers`](super::headers).
    Headers,
}

/// The byte ranges of an article's two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fenced {
    pub notation: Notation,
    /// From the opening fence up to, and excluding, the closing one. The parser receives the
    /// opening fence too, so that its offsets are the file's. An object of JSON is its own fence.
    pub front: Range<usize>,
    /// Everything after the line of the closing fence.
    pub body: Range<usize>,
}

/// Why a text has no front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFence {
    /// The first line is no fence.
    Missing,
    /// There is no second fence; the line that it would be.
    Unclosed(&'static str),
}

/// Splits `text` at its fences. Spaces after a fence are allowed, as are empty lines and HTML
/// comments before the first one, and `...` as the second of YAML (YAML 1.2.2, 9.1.2).
pub fn split(text: &str) -> Result<Fenced, NoFence> {
    let open = text.len() - after_comments(text).len();
    let mut lines = text[open..].split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    let (notation, close) = match first.trim_end() {
        "---" => (Notation::Yaml, "---"),
        "+++" => (Notation::Toml, "+++"),
        "---toml" => (Notation::Toml, "---"),
        // What gray-matter reads as JavaScript is nearly always an object of plain values.
        "---json" | "---js" | "---javascript" => (Notation::Json, "---"),
        ";;;" => (Notation::Json, ";;;"),
        line if line.starts_with('{') => return object(text, open),
        line if line.starts_with('"') => return before_semicolons(text, open),
        _ => return Err(NoFence::Missing),
    };
    let mut at = open + first.len();
    for line in lines {
        let end = line.trim_end();
        if end == close || (end == "..." && notation == Notation::Yaml) {
            return Ok(Fenced {
                notation,
                front: open..at,
                body: at + line.len()..text.len(),
            });
        }
        at += line.len();
    }
    // Below other text, a lone line of dashes is a thematic break.
    Err(match open {
        0 => NoFence::Unclosed(close),
        _ => NoFence::Missing,
    })
}

/// Returns whether all keys between the lines of TOML are followed by a colon, as in YAML.
pub fn is_yaml_in_toml(text: &str, parts: &Fenced) -> bool {
    if parts.notation != Notation::Toml {
        return false;
    }
    let lines = text[parts.front.clone()].lines().skip(1);
    let lines =
        lines.filter(|line| !line.starts_with([' ', '\t', '#', '-']) && !line.trim().is_empty());
    let is_pair = |line: &str| {
        let end = line.find(|c: char| !(c.is_alphanumeric() || "_-".contains(c)));
        end.is_some_and(|end| {
            end > 0 && (line[end..].starts_with(": ") || line[end..].trim_end() == ":")
        })
    };
    let mut count = 0;
    for line in lines {
        if !is_pair(line) {
            return false;
        }
        count += 1;
    }
    count > 1
}

/// Splits a text that begins with a key of JSON at the line of `;;;` that ends its keys (Hexo).
fn before_semicolons(text: &str, open: usize) -> Result<Fenced, NoFence> {
    let mut at = open;
    for line in text[open..].split_inclusive('\n').take(NEAR.1) {
        if line.trim_end() == ";;;" && at > open {
            return Ok(Fenced {
                notation: Notation::Json,
                front: open..at,
                body: at + line.len()..text.len(),
            });
        }
        at += line.len();
    }
    Err(NoFence::Missing)
}

/// Splits a text that begins with a brace after its object of JSON, which ends a line. A shortcode
/// begins with a brace too.
fn object(text: &str, open: usize) -> Result<Fenced, NoFence> {
    let inner = text[open + 1..].trim_start();
    if !inner.starts_with(['"', '}', '“', '”', '„']) {
        return Err(NoFence::Missing);
    }
    let whole = end_of_object(&text[open..]).map(|n| open + n);
    // A quote that stays open hides the closing brace, or makes one of the text the last.
    let is_last = |end: &usize| text[*end..].lines().next().unwrap_or("").trim().is_empty();
    let Some(end) = whole
        .filter(is_last)
        .or_else(|| closing_line(text, open))
        .or(whole)
    else {
        return Err(match inner.contains('\n') {
            true => NoFence::Unclosed("}"),
            false => NoFence::Missing,
        });
    };
    let line = text[end..].find('\n').map_or(text.len(), |n| end + n + 1);
    if !text[end..line].trim().is_empty() {
        return Err(NoFence::Missing);
    }
    Ok(Fenced {
        notation: Notation::Json,
        front: open..end,
        body: line..text.len(),
    })
}

/// Returns where the first line that is only a closing brace ends, if no empty line precedes it.
fn closing_line(text: &str, open: usize) -> Option<usize> {
    let mut at = open;
    for line in text[open..].split_inclusive('\n').take(NEAR.1) {
        if line.trim().is_empty() {
            return None;
        }
        if line.trim_end() == "}" {
            return Some(at + 1);
        }
        at += line.len();
    }
    None
}

/// Returns where the object with which `text` begins ends. Braces in strings do not count.
fn end_of_object(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Returns the first line of an object of JSON in which a quote stays open.
pub fn odd_quotes(text: &str) -> Option<Range<usize>> {
    let open = text.len() - after_comments(text).len();
    let mut at = open;
    for line in text[open..].split_inclusive('\n') {
        let (mut count, mut escaped) = (0, false);
        for byte in line.bytes() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => count += 1,
                _ => {}
            }
        }
        if count % 2 == 1 {
            return Some(at..at + line.trim_end().len());
        }
        at += line.len();
    }
    None
}

/// Front matter with missing or malformed `---` lines.
#[derive(Debug, PartialEq, Eq)]
pub struct Almost {
    /// What is wrong with its lines.
    pub why: Why,
    /// The first line.
    pub first: Range<usize>,
    /// The range from the first line to the intended closing line, and its corrected text.
    pub fixed: Option<(Range<usize>, String)>,
    /// The parts of the file if the keys begin on a line of their own.
    pub parts: Option<Fenced>,
}

/// What is wrong with the lines that delimit front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The first one is missing, or not of three hyphens.
    Line,
    /// A character that nobody sees stands before the first one.
    Unseen,
    /// A text stands before the first one.
    TextBefore,
}

/// Within how many lines a key must follow the opening dashes, and the closing line must follow.
const NEAR: (usize, usize) = (3, 100);

/// Within how many lines front matter below a text must begin.
const MOST_BEFORE: usize = 8;

/// Returns whether a line begins with a key that every article has.
fn is_key(line: &str) -> bool {
    ["title", "date"]
        .iter()
        .any(|key| line.strip_prefix(key).is_some_and(|l| l.starts_with(": ")))
}

fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}'
    )
}

/// Returns whether a line was probably meant as `---`: of dashes of any kind, into which word
/// processors and keyboards of other scripts turn hyphens, of other rules of Markdown, or the fence
/// of a block of code.
fn is_rule(line: &str) -> bool {
    let line: String = line
        .chars()
        .filter(|c| !c.is_whitespace() && !is_unseen(*c))
        .collect();
    let line = line
        .strip_suffix("yaml")
        .or_else(|| line.strip_suffix("yml"))
        .unwrap_or(&line);
    let is_dash = |c| matches!(c, '-' | '‐'..='―' | '−' | 'ー' | '－' | '─' | '━' | '﹣');
    // A word processor makes one dash of three hyphens.
    let dashes = line.chars().count() >= 2 || matches!(line, "—" | "–" | "―");
    let same = |sign: char| line.chars().count() >= 3 && line.chars().all(|c| c == sign);
    dashes && line.chars().all(is_dash) || ['*', '=', '_', '`', '~', '+', '#'].into_iter().any(same)
}

/// Returns what was probably meant as front matter in a text that has none: a first line that was
/// meant as `---` followed by a `title` or `date`, or such a key on the first line, perhaps after
/// dashes, followed by such a line further down; also front matter below a text or a character that
/// nobody sees.
pub fn almost(text: &str) -> Option<Almost> {
    let start = text.len()
        - text
            .trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c))
            .len();
    let first = text[start..].lines().next()?;
    if text[..start].contains(is_unseen)
        && let Ok(parts) = split(&text[start..])
    {
        let moved = |range: Range<usize>| range.start + start..range.end + start;
        return Some(Almost {
            why: Why::Unseen,
            first: 0..start + first.len(),
            fixed: Some((0..start, String::new())),
            parts: Some(Fenced {
                notation: parts.notation,
                front: moved(parts.front),
                body: moved(parts.body),
            }),
        });
    }
    let dashes = is_rule(first);
    // `---title: A`: the line break is missing.
    let key = first.trim_start_matches(['-', ' ']);
    let glued = first.starts_with("--") && is_key(key);
    let below = || text[start..].lines().skip(1);
    let keys_below = || below().take(NEAR.0).any(is_key);
    if !is_key(first) && !glued && (!dashes || !keys_below()) {
        return below_a_text(text, start, first);
    }
    let from = start + first.len();
    let mut at = from + 1;
    let mut end = None;
    for line in below().take(NEAR.1) {
        if is_rule(line) {
            end = Some(at..at + line.len());
            break;
        }
        at += line.len() + 1;
    }
    if end.is_none() && !dashes {
        return without_rules(text, start, first);
    }
    let line_start = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let keys_from = if dashes { from + 1 } else { line_start };
    let parts = end.as_ref().filter(|_| !glued).map(|end| Fenced {
        notation: Notation::Yaml,
        front: keys_from..end.start,
        body: (end.end + 1).min(text.len())..text.len(),
    });
    let fixed = end.map(|end| {
        let keys = match dashes {
            true => &text[from + 1..end.start],
            false => &text[from - if glued { key.len() } else { first.len() }..end.start],
        };
        (line_start..end.end, format!("---\n{keys}---"))
    });
    Some(Almost {
        why: Why::Line,
        first: start..from,
        fixed,
        parts,
    })
}

/// Returns the keys with which a text begins, up to an empty line, if there are a title and a date
/// among them.
fn without_rules(text: &str, start: usize, first: &str) -> Option<Almost> {
    let lines = || {
        let lines = text[start..].lines();
        lines.take_while(|line| !line.trim().is_empty())
    };
    let has = |key: &str| lines().any(|line| line.starts_with(key) && is_key(line));
    if !has("title") || !has("date") {
        return None;
    }
    let is_part = |line: &str| {
        line.starts_with([' ', '-', '#'])
            || line
                .split_once(':')
                .is_some_and(|(key, _)| !key.contains(' '))
    };
    if !lines().all(is_part) {
        return None;
    }
    let len: usize = lines().map(|line| line.len() + 1).sum();
    let end = (start + len).min(text.len());
    let keys = text[start..end].trim_end();
    let line_start = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let written = line_start..start + keys.len();
    Some(Almost {
        why: Why::Line,
        first: start..start + first.len(),
        fixed: Some((written, format!("---\n{keys}\n---"))),
        parts: Some(Fenced {
            notation: Notation::Yaml,
            front: line_start..end,
            body: end..text.len(),
        }),
    })
}

/// Returns front matter that stands below a heading or a few words.
fn below_a_text(text: &str, start: usize, first: &str) -> Option<Almost> {
    let mut at = start;
    for line in text[start..].split_inclusive('\n').take(MOST_BEFORE) {
        if at > start && line.trim_end() == "---" {
            let below = &text[at..];
            let mut keys = below
                .lines()
                .skip(1)
                .take_while(|line| line.trim_end() != "---");
            let parts = split(below).ok()?;
            if !keys.next().is_some_and(|line| {
                line.split_once(':')
                    .is_some_and(|(key, _)| !key.contains(' '))
            }) || !below[parts.front.clone()].lines().any(is_key)
            {
                return None;
            }
            let moved = |range: Range<usize>| range.start + at..range.end + at;
            let body = moved(parts.body);
            let before = text[start..at].trim_end();
            return Some(Almost {
                why: Why::TextBefore,
                first: start..start + first.len(),
                fixed: Some((
                    text[..start].rfind('\n').map_or(0, |n| n + 1)..body.start,
                    format!("{}\n{before}\n", &text[at..body.start].trim_end()),
                )),
                parts: Some(Fenced {
                    notation: parts.notation,
                    front: moved(parts.front),
                    body,
                }),
            });
        }
        at += line.len();
    }
    None
}

/// Returns the line that was probably meant to close front matter which nothing closes, and the
/// parts of the file with it.
pub fn almost_closed(text: &str) -> Option<(Range<usize>, Fenced)> {
    let open = text.len() - after_comments(text).len();
    let mut lines = text[open..].split_inclusive('\n');
    let first = lines.next()?;
    let notation = match first.trim_end() {
        "---" => Notation::Yaml,
        "+++" | "---toml" => Notation::Toml,
        _ => return None,
    };
    let (mut at, mut keys) = (open + first.len(), false);
    for line in lines.take(NEAR.1) {
        if keys && is_rule(line) {
            let parts = Fenced {
                notation,
                front: open..at,
                body: at + line.len()..text.len(),
            };
            return Some((at..at + line.trim_end().len(), parts));
        }
        keys |= line.contains([':', '=']);
        at += line.len();
    }
    None
}

/// Strips leading empty lines and comments.
fn after_comments(text: &str) -> &str {
    let mut rest = text;
    loop {
        let line = rest.split_inclusive('\n').next().unwrap_or("");
        if line.ends_with('\n') && line.trim().is_empty() {
            rest = &rest[line.len()..];
        } else if let Some((_, after)) = rest
            .strip_prefix("<!--")
            .and_then(|inner| inner.split_once("-->"))
        {
            let line = after.find('\n').map_or(after.len(), |n| n + 1);
            if !after[..line].trim().is_empty() {
                return rest;
            }
            rest = &after[line..];
        } else {
            return rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_byte_ranges_of_the_file() {
        let text = "---\ntitle: a\n---  \nbody\n";
        let parts = split(text).unwrap();
        assert_eq!(&text[parts.front], "---\ntitle: a\n");
        assert_eq!(&text[parts.body], "body\n");
    }

    #[test]
    fn a_key_behind_the_dashes_begins_a_line() {
        let text = "---title: a\ndate: 2025\n---\nbody\n";
        let (range, new) = almost(text).and_then(|almost| almost.fixed).expect("told");
        assert_eq!(
            (&text[range.end..], &*new),
            ("\nbody\n", "---\ntitle: a\ndate: 2025\n---")
        );
        assert_eq!(almost("--- a dialogue: title\n---\n"), None);
    }

    #[test]
    fn other_dashes_and_no_first_line_are_told_from_texts() {
        let fixed = |text: &str| {
            let (range, new) = almost(text)?.fixed?;
            Some(format!(
                "{}{new}{}",
                &text[..range.start],
                &text[range.end..]
            ))
        };
        let good = Some("---\ntitle: A\ndate: 2025\n---\ntext\n".to_owned());
        assert_eq!(fixed("—--\ntitle: A\ndate: 2025\n———\ntext\n"), good);
        assert_eq!(fixed("—\ntitle: A\ndate: 2025\n—\ntext\n"), good);
        assert_eq!(fixed("–\ntitle: A\ndate: 2025\n---\ntext\n"), good);
        assert_eq!(fixed("title: A\ndate: 2025\n---\ntext\n"), good);
        assert!(almost("——\ntitle: A\n").is_some_and(|a| a.fixed.is_none()));
        for text in [
            "title: A\ntext\n",
            "----\n\nA rule.\n",
            "—\n\nA dialogue.\n",
            "-\ntitle: A\n-\n",
            "",
            "Words\n---\ntitle: A\n",
        ] {
            assert_eq!(almost(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_missing_is_told_apart() {
        assert_eq!(split("# Hello\n"), Err(NoFence::Missing));
        assert_eq!(split(""), Err(NoFence::Missing));
        assert_eq!(split("---\ntitle: a\n"), Err(NoFence::Unclosed("---")));
        assert_eq!(split("+++\na = 1\n---\n"), Err(NoFence::Unclosed("+++")));
        assert_eq!(split("{\n\"a\": 1\n"), Err(NoFence::Unclosed("}")));
        for text in [
            "{{< figure >}}\n",
            "{% raw %}\n",
            "{\"a\": 1} is an object\n",
            "{\"a\"",
            "{a}\n",
        ] {
            assert_eq!(split(text), Err(NoFence::Missing), "{text:?}");
        }
    }

    #[test]
    fn toml_and_json_have_fences_of_their_own() {
        for (text, notation, front) in [
            ("+++\na = 1\n+++\nbody\n", Notation::Toml, "+++\na = 1\n"),
            (
                "---toml\na = 1\n---\nbody\n",
                Notation::Toml,
                "---toml\na = 1\n",
            ),
            ("---json\n{}\n---\nbody\n", Notation::Json, "---json\n{}\n"),
            (
                "{\"a\": \"}\\\"\", \"b\": {}}\nbody\n",
                Notation::Json,
                "{\"a\": \"}\\\"\", \"b\": {}}",
            ),
        ] {
            let parts = split(text).unwrap();
            assert_eq!(parts.notation, notation, "{text:?}");
            assert_eq!(&text[parts.front], front);
            assert_eq!(&text[parts.body], "body\n");
        }
    }

    #[test]
    fn blank_lines_and_comments_may_stand_before_the_first_and_dots_for_the_second() {
        for before in ["\n\n", "<!-- a\nb -->\n", " \n<!-- a --> \n\n<!-- b -->\n"] {
            let text = format!("{before}---\ntitle: a\n...\nbody\n");
            let parts = split(&text).unwrap();
            assert_eq!(&text[parts.front], "---\ntitle: a\n", "{before:?}");
            assert_eq!(&text[parts.body], "body\n", "{before:?}");
        }
        for text in [
            "\n# Hello\n\n---\n",
            "\n---\n\nA rule.\n",
            "<!-- --> x\n---\na: b\n---\n",
            "<!-- x",
        ] {
            assert_eq!(split(text), Err(NoFence::Missing), "{text:?}");
        }
    }
}
