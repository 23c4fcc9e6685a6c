//! Headings, lists and emphasis that are almost right, and which `CommonMark` therefore shows as text.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// What is almost right, by its place in the body.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LineSlip {
    pub range: Range<usize>,
    pub kind: LineSlipKind,
    /// What to write instead.
    cure: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineSlipKind {
    /// `##Heading`
    Heading,
    /// `-one`
    Item,
    /// `• one`
    Bullet,
    /// `** words **`
    Emphasis,
}

impl LineSlip {
    /// The warning about it; `span` is its place in the file.
    pub fn diagnostic(&self, span: Span) -> Diagnostic {
        let message = match self.kind {
            LineSlipKind::Heading => "a heading needs a space after `#`",
            LineSlipKind::Item => "an item of a list needs a space after its hyphen",
            LineSlipKind::Bullet => "a bullet makes no list: its lines run together",
            LineSlipKind::Emphasis => "spaces within `**` keep this from being bold",
        };
        Diagnostic::warning("almost-markdown", message)
            .at(span, "shown as it is written")
            .hint(match self.kind {
                // It may be a hashtag.
                LineSlipKind::Heading => {
                    format!("write `{}`; to show the sign, write `\\#`", self.cure)
                }
                _ => format!("write `{}`", self.cure),
            })
    }
}

/// Maximum length of a heading or a bold text that is recognised, in bytes.
const LONGEST: usize = 200;

/// Finds the slip at the start of a part of a body that `CommonMark` reads as text.
pub(super) fn at_start(body: &str, part: &Range<usize>) -> Option<LineSlip> {
    let first = *body.as_bytes().get(part.start)?;
    if !matches!(first, b'#' | b'-' | 0xe2) {
        return None;
    }
    let before = body[..part.start].trim_end_matches([' ', '\t', '>']);
    if !(before.is_empty() || before.ends_with('\n')) {
        return None;
    }
    let line = body[part.start..].split('\n').next()?.trim_end();
    let slip = |len: usize, kind, cure: String| {
        Some(LineSlip {
            range: part.start..part.start + len,
            kind,
            cure,
        })
    };
    let next_line = || {
        let rest = &body[part.start + line.len()..];
        let rest = rest.strip_prefix('\r').unwrap_or(rest);
        rest.strip_prefix('\n').unwrap_or(rest)
    };
    match first {
        b'#' => {
            let words = line.trim_start_matches('#');
            let signs = line.len() - words.len();
            let alone = before.trim_end().is_empty()
                || before.ends_with("\n\n")
                || before.ends_with("\n\r\n");
            let ends = next_line().trim_start_matches([' ', '\t', '\r']);
            let is_whole = alone && (ends.is_empty() || ends.starts_with('\n'));
            let is_heading = words.starts_with(char::is_uppercase) || signs > 1;
            let is_tags = words.contains(" #") || (signs == 1 && !words.contains(' '));
            if signs > 6
                || !is_whole
                || !is_heading
                || (is_tags && words.contains('#'))
                || line.len() > LONGEST
                || !words.starts_with(char::is_alphabetic)
            {
                return None;
            }
            slip(
                line.len(),
                LineSlipKind::Heading,
                format!("{} {words}", "#".repeat(signs)),
            )
        }
        b'-' => {
            let is_item = |line: &str| {
                let words = line.strip_prefix('-').unwrap_or("");
                words.starts_with(char::is_alphabetic)
            };
            let begins = !before
                .trim_end()
                .rsplit('\n')
                .next()
                .is_some_and(|line| is_item(line.trim_start()))
                || before.ends_with("\n\n");
            let next = next_line().split('\n').next().unwrap_or("");
            if !begins || !is_item(line) || !is_item(next.trim_start()) {
                return None;
            }
            let words = line[1..].split(' ').next().unwrap_or("");
            slip(1 + words.len(), LineSlipKind::Item, format!("- {words}"))
        }
        _ => {
            let sign = line.chars().next().filter(|c| "•‣◦▪–".contains(*c))?;
            let words = line[sign.len_utf8()..].trim_start();
            let has_space = line[sign.len_utf8()..].starts_with([' ', '\t', '\u{a0}']);
            let begins = !before
                .trim_end()
                .rsplit('\n')
                .next()?
                .trim_start()
                .starts_with(sign)
                || before.ends_with("\n\n");
            // A dash may begin a line of speech.
            let next = next_line().trim_start();
            if words.is_empty() || !has_space || !begins || !next.starts_with(sign) {
                return None;
            }
            let word = words.split(' ').next().unwrap_or("");
            let len = line.len() - words.len() + word.len();
            slip(len, LineSlipKind::Bullet, format!("- {word}"))
        }
    }
}

/// Finds `** words **` in a part of a body that `CommonMark` reads as text.
pub(super) fn emphasis(body: &str, part: &Range<usize>) -> Option<LineSlip> {
    let text = &body[part.clone()];
    let open = text.find("**")?;
    let inner = &text[open + 2..];
    let len = inner.find("**")?;
    let words = inner[..len].trim();
    let is_bold = !words.is_empty()
        && len <= LONGEST
        && words.len() < len
        && words.contains(char::is_alphabetic)
        && !text[..open].ends_with(['\\', '*', '`'])
        && !inner[len + 2..].starts_with('*')
        && !words.contains(['*', '\n']);
    // `2 ** 3 ** 4`
    let before = text[..open].trim_end().chars().next_back();
    let is_power = before.is_some_and(char::is_numeric) && words.starts_with(char::is_numeric);
    (is_bold && !is_power).then(|| LineSlip {
        range: part.start + open..part.start + open + 2 + len + 2,
        kind: LineSlipKind::Emphasis,
        cure: format!("**{words}**"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(text: &str) -> Option<(LineSlipKind, String)> {
        let at = text.find('@').unwrap_or(0);
        let text = text.replace('@', "");
        at_start(&text, &(at..text.len())).map(|slip| (slip.kind, slip.cure))
    }

    #[test]
    fn lines_that_are_almost_right_are_found_with_their_cures() {
        for (text, kind, cure) in [
            ("#Head", LineSlipKind::Heading, "# Head"),
            (
                "a\n\n@##The head\n\nb",
                LineSlipKind::Heading,
                "## The head",
            ),
            ("##überschrift", LineSlipKind::Heading, "## überschrift"),
            ("-one\n-two", LineSlipKind::Item, "- one"),
            ("• one\n• two", LineSlipKind::Bullet, "- one"),
            ("a\n\n@▪ one thing\n▪ two", LineSlipKind::Bullet, "- one"),
        ] {
            assert_eq!(start(text), Some((kind, cure.to_owned())), "{text}");
        }
        for text in [
            "#climate",
            "#Climate #News",
            "#1 of three",
            "-one",
            "-5 degrees\n-6 degrees",
            "–Yes, he said",
            "a @#Head",
            "#Head\nand more",
            "• one",
            "“Quoted”",
        ] {
            assert_eq!(start(text), None, "{text}");
        }
    }

    #[test]
    fn bold_with_spaces_is_found() {
        let found = |text: &str| emphasis(text, &(0..text.len())).map(|slip| slip.cure);
        assert_eq!(found("a ** b ** c").as_deref(), Some("**b**"));
        assert_eq!(found("** two words**").as_deref(), Some("**two words**"));
        for text in ["2 ** 3 ** 4", "a ** b", "****", "\\** b **", "** **"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
