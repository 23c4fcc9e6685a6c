//! Names of elements in a text (`put it into a <script> tag`) that would hide all that follows: no end
//! tag is where one could be. They are shown as text.

use std::borrow::Cow;

use memchr::memchr_iter;

use super::{ForeignMark, Layout, MarkKind, around, end_of_comment, is_in_tag};
use crate::parse::markdown::Edit;

/// Elements whose content is no Markdown, whatever follows.
const NAMES: [&str; 3] = ["script", "style", "textarea"];

/// Whether a text has one of them.
pub(super) fn may_have(text: &str) -> bool {
    memchr_iter(b'<', text.as_bytes()).any(|at| named(&text[at..]).is_some())
}

/// Which of them begins a text.
fn named(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    NAMES.iter().position(|name| {
        let word = bytes.get(1..=name.len());
        let after = bytes.get(1 + name.len());
        word.is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()))
            && after.is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'))
    })
}

/// Finds the next place at or after another, and remembers it.
struct Ahead<'t> {
    text: &'t str,
    found: usize,
    find: fn(&str, usize) -> Option<usize>,
}

impl Ahead<'_> {
    /// The length of the text if there is none.
    fn after(&mut self, at: usize) -> usize {
        if self.found < at {
            let found = (self.find)(self.text, at);
            self.found = found.unwrap_or(self.text.len());
        }
        self.found
    }
}

fn end_tag(text: &str, from: usize, name: &str) -> Option<usize> {
    let mut all = memchr_iter(b'<', &text.as_bytes()[from..]);
    all.find_map(|n| {
        let name_at = from + n + 2;
        let word = text.as_bytes().get(name_at..name_at + name.len())?;
        let is_end =
            text[from + n..].starts_with("</") && word.eq_ignore_ascii_case(name.as_bytes());
        is_end.then_some(from + n)
    })
}

/// Finds those that no end tag follows: in the text, if one begins a line; else in its paragraph.
pub(super) fn find(
    text: &str,
    layout: &Layout,
    edits: &mut Vec<Edit>,
    marks: &mut Vec<ForeignMark>,
) {
    let finders: [fn(&str, usize) -> Option<usize>; 3] = [
        |text, at| end_tag(text, at, NAMES[0]),
        |text, at| end_tag(text, at, NAMES[1]),
        |text, at| end_tag(text, at, NAMES[2]),
    ];
    let ahead = |find| Ahead {
        text,
        found: 0,
        find,
    };
    let mut ends = finders.map(ahead);
    let mut paragraph = ahead(|text, at| Some(at + text[at..].find("\n\n")?));
    for start in memchr_iter(b'<', text.as_bytes()) {
        let Some(n) = named(&text[start..]) else {
            continue;
        };
        let before = text[..start].trim_end_matches([' ', '\t', '>']);
        let begins = before.is_empty() || before.ends_with('\n');
        let end = ends[n].after(start);
        let is_closed = end < text.len() && (begins || end < paragraph.after(start));
        if is_closed
            || around(&layout.code, start).is_some()
            || is_in_tag(&text[..start])
            || end_of_comment(start, layout).is_some()
            || text[..start].ends_with('\\')
        {
            continue;
        }
        // A comment that is a tag of a paragraph.
        if around(&layout.tags, start).is_some_and(|tag| tag.start < start) {
            continue;
        }
        edits.push(Edit {
            range: start..start + 1,
            text: Cow::Borrowed("&lt;"),
        });
        marks.push(ForeignMark {
            range: start..start + 1 + NAMES[n].len(),
            kind: MarkKind::OpenElement(NAMES[n]),
        });
    }
}
