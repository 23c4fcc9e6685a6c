//! Splits a file at the lines that delimit its front matter.

use std::ops::Range;

/// The language of front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// Between `---` lines: what Dateline writes.
    Yaml,
    /// Between `+++` lines, as in Hugo and Zola, or `---toml` and `---`.
    Toml,
    /// An object that begins the file, as in Hugo, or `---json` and `---`.
    Json,
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
        "---json" => (Notation::Json, "---"),
        line if line.starts_with('{') => return object(text, open),
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

/// Splits a text that begins with a brace after its object of JSON, which ends a line. A shortcode
/// begins with a brace too.
fn object(text: &str, open: usize) -> Result<Fenced, NoFence> {
    let inner = text[open + 1..].trim_start();
    if !inner.starts_with(['"', '}']) {
        return Err(NoFence::Missing);
    }
    let Some(end) = end_of_object(&text[open..]).map(|n| open + n) else {
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

/// Front matter with missing or malformed `---` lines.
#[derive(Debug, PartialEq, Eq)]
pub struct Almost {
    /// The first line.
    pub first: Range<usize>,
    /// The range from the first line to the intended closing line, and its corrected text.
    pub fixed: Option<(Range<usize>, String)>,
    /// The parts of the file if the keys begin on a line of their own.
    pub parts: Option<Fenced>,
}

/// Within how many lines a key must follow the opening dashes, and the closing line must follow.
const NEAR: (usize, usize) = (3, 100);

/// Returns what was probably meant as front matter in a text that has none: a first line of long
/// dashes (into which word processors turn hyphens) followed by a `title` or `date`, or such a key
/// on the first line, perhaps after dashes, followed by a line of dashes further down.
pub fn almost(text: &str) -> Option<Almost> {
    let start = text.len() - text.trim_start().len();
    let first = text[start..].lines().next()?;
    let is_key = |line: &str| {
        ["title", "date"]
            .iter()
            .any(|key| line.strip_prefix(key).is_some_and(|l| l.starts_with(": ")))
    };
    let is_dashes = |line: &str| {
        let line = line.trim();
        let is_dash = |c| matches!(c, '-' | '‐'..='―' | '−');
        // A word processor makes one dash of three hyphens.
        (line.chars().count() >= 2 || matches!(line, "—" | "–" | "―")) && line.chars().all(is_dash)
    };
    let dashes = is_dashes(first);
    // `---title: A`: the line break is missing.
    let key = first.trim_start_matches(['-', ' ']);
    let glued = first.starts_with("--") && is_key(key);
    let below = || text[start..].lines().skip(1);
    let keys_below = || below().take(NEAR.0).any(is_key);
    if !is_key(first) && !glued && (!dashes || !keys_below()) {
        return None;
    }
    let from = start + first.len();
    let mut at = from + 1;
    let mut end = None;
    for line in below().take(NEAR.1) {
        if is_dashes(line) {
            end = Some(at..at + line.len());
            break;
        }
        at += line.len() + 1;
    }
    if end.is_none() && !dashes {
        return None;
    }
    let keys_from = if dashes { from + 1 } else { start };
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
        (start..end.end, format!("---\n{keys}---"))
    });
    Some(Almost {
        first: start..from,
        fixed,
        parts,
    })
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
