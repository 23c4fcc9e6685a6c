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

/// Parts `text` at its `---` lines. Blanks after the dashes are allowed.
pub fn split(text: &str) -> Result<Fenced, NoFence> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    match first.trim_end() {
        "---" => {}
        "+++" => return Err(NoFence::Toml),
        _ => return Err(NoFence::Missing),
    }
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == "---" {
            return Ok(Fenced {
                yaml: 0..at,
                body: at + line.len()..text.len(),
            });
        }
        at += line.len();
    }
    Err(NoFence::Unclosed)
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
}
