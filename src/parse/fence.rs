//! The `---` lines that part front matter from text.

use std::ops::Range;

/// Where the two parts of an article stand in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fenced {
    /// From the opening fence up to, not including, the closing one: what the YAML reader is
    /// given, so that its offsets are the file's.
    pub yaml: Range<usize>,
    /// All after the closing fence's line.
    pub body: Range<usize>,
}

/// Why a text has no front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFence {
    /// The first line is not `---`.
    Missing,
    /// The first line is `+++`: TOML, as Hugo and Zola write it.
    Toml,
    /// There is no second `---` line.
    Unclosed,
}

/// Parts `text` at its `---` lines. Blanks after the dashes are allowed, blank lines and HTML
/// comments before the first, and `...` for the second (YAML 1.2.2, 9.1.2).
pub fn split(text: &str) -> Result<Fenced, NoFence> {
    let open = text.len() - after_comments(text).len();
    let mut lines = text[open..].split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    match first.trim_end() {
        "---" => {}
        "+++" => return Err(NoFence::Toml),
        _ => return Err(NoFence::Missing),
    }
    let mut at = open + first.len();
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return Ok(Fenced {
                yaml: open..at,
                body: at + line.len()..text.len(),
            });
        }
        at += line.len();
    }
    // Below other text, a line of dashes that stands alone is a rule.
    Err(match open {
        0 => NoFence::Unclosed,
        _ => NoFence::Missing,
    })
}

/// A text without the blank lines and comments that it begins with.
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
        assert_eq!(&text[parts.yaml], "---\ntitle: a\n");
        assert_eq!(&text[parts.body], "body\n");
    }

    #[test]
    fn what_is_missing_is_told_apart() {
        assert_eq!(split("# Hello\n"), Err(NoFence::Missing));
        assert_eq!(split(""), Err(NoFence::Missing));
        assert_eq!(split("+++\na = 1\n+++\n"), Err(NoFence::Toml));
        assert_eq!(split("---\ntitle: a\n"), Err(NoFence::Unclosed));
    }

    #[test]
    fn blank_lines_and_comments_may_stand_before_the_first_and_dots_for_the_second() {
        for before in ["\n\n", "<!-- a\nb -->\n", " \n<!-- a --> \n\n<!-- b -->\n"] {
            let text = format!("{before}---\ntitle: a\n...\nbody\n");
            let parts = split(&text).unwrap();
            assert_eq!(&text[parts.yaml], "---\ntitle: a\n", "{before:?}");
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
