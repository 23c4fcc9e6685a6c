//! Attribute lists of kramdown and Pandoc: `{: .class #id key="value"}`, `{width=50%}`.

use std::borrow::Cow;
use std::ops::Range;

use super::foreign::{ForeignMark, MarkKind, around};
use super::markdown::Edit;

/// Maximum length of a list in bytes.
const LONGEST: usize = 300;

/// Finds the lists of a text outside code, and leaves them out. The id of a heading is kept.
pub(super) fn find(
    text: &str,
    code: &[Range<usize>],
    edits: &mut Vec<Edit>,
    marks: &mut Vec<ForeignMark>,
) {
    let (mut start, mut before) = (0, 0..0);
    for line in text.split_inclusive('\n') {
        let whole = start..start + line.len();
        let previous = std::mem::replace(&mut before, whole.clone());
        start += line.len();
        if !line.contains('{') || around(code, whole.start).is_some_and(|c| c.end >= whole.end) {
            continue;
        }
        match own_line(line) {
            Some(inner) if around(code, whole.start + inner.start).is_none() => {
                let range = whole.start + inner.start..whole.start + inner.end;
                block(text, range, previous, edits, marks);
            }
            _ => within(text, whole, code, edits, marks),
        }
    }
}

/// The list that is alone on a line, after the marks of a quotation.
fn own_line(line: &str) -> Option<Range<usize>> {
    let list = line.trim_start_matches([' ', '\t', '>']);
    let start = line.len() - list.len();
    let list = list.trim_end();
    let end = list.starts_with("{:").then(|| len(list))??;
    (end == list.len()).then_some(start..start + end)
}

fn block(
    text: &str,
    range: Range<usize>,
    previous: Range<usize>,
    edits: &mut Vec<Edit>,
    marks: &mut Vec<ForeignMark>,
) {
    let inner = text[range.start + 2..range.end - 1].trim();
    let line = text[previous.clone()].trim();
    if inner.split_whitespace().next() == Some("toc") {
        let from = match is_item(line) {
            true => previous.start,
            false => range.start,
        };
        marks.push(ForeignMark {
            range: from..range.end,
            kind: MarkKind::Contents,
        });
        edits.push(Edit {
            range: from..range.end,
            text: Cow::Borrowed(""),
        });
        return;
    }
    let id = inner
        .split_whitespace()
        .find_map(|word| word.strip_prefix('#'));
    let heading = line.starts_with('#') && !line.ends_with('}');
    if let Some(id) = id.filter(|_| heading) {
        let at = previous.start + text[previous].trim_end().len();
        edits.push(Edit {
            range: at..at,
            text: Cow::Owned(format!(" {{#{id}}}")),
        });
    }
    let kind = match id {
        Some(id) if heading && inner.len() == id.len() + 1 => MarkKind::HeadingId,
        _ => MarkKind::Attributes,
    };
    marks.push(ForeignMark {
        range: range.clone(),
        kind,
    });
    edits.push(Edit {
        range,
        text: Cow::Borrowed(""),
    });
}

/// Whether a line is an item of a list: a bullet, or digits with a full stop or a parenthesis, and a
/// space.
fn is_item(line: &str) -> bool {
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = match numbered.len() < line.len() {
        true => numbered.strip_prefix(['.', ')']),
        false => line.strip_prefix(['*', '-', '+']),
    };
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// The lists that follow a link, a picture, emphasis or code immediately.
fn within(
    text: &str,
    line: Range<usize>,
    code: &[Range<usize>],
    edits: &mut Vec<Edit>,
    marks: &mut Vec<ForeignMark>,
) {
    let mut at = line.start;
    while let Some(n) = text[at..line.end].find('{') {
        let start = at + n;
        at = start + 1;
        let before = text[line.start..start].bytes().next_back();
        let kramdown = text[start..].starts_with("{:");
        let follows = match before {
            Some(b')' | b']') => true,
            Some(b'*' | b'_' | b'~' | b'`' | b'>') => kramdown,
            _ => false,
        };
        let Some(len) = len(&text[start..line.end]).filter(|_| follows) else {
            continue;
        };
        if around(code, start).is_some() {
            continue;
        }
        let range = start..start + len;
        at = range.end;
        marks.push(ForeignMark {
            range: range.clone(),
            kind: MarkKind::Attributes,
        });
        edits.push(Edit {
            range,
            text: Cow::Borrowed(""),
        });
    }
}

/// The length of the list at the start of a text.
fn len(text: &str) -> Option<usize> {
    let window = &text[..text.floor_char_boundary(LONGEST.min(text.len()))];
    let end = window.find('}')?;
    let inner = window[1..end].strip_prefix(':');
    let kramdown = inner.is_some();
    let inner = inner.unwrap_or(&window[1..end]);
    let words = in_quotes_joined(inner);
    let mut words = words.iter();
    let attribute = |word: &String| {
        let name = word.trim_start_matches(['.', '#']);
        let named = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
        named && (word.len() > name.len() || word.contains('='))
    };
    let good = match kramdown {
        // A word may be a reference to another list: `{:toc}`, `{:name: .class}`.
        true => words.all(|word| {
            attribute(word)
                || word
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"_-:".contains(&b))
        }),
        false => words.len() > 0 && words.all(attribute),
    };
    (good && (!kramdown || starts_like_a_list(inner))).then_some(end + 1)
}

/// `{: .a}`, `{:.a}`, `{:toc}`, but not `{:)` or the set `{: x}`.
fn starts_like_a_list(inner: &str) -> bool {
    let spaced = inner.starts_with(' ');
    let inner = inner.trim_start();
    inner.starts_with(['.', '#']) || inner.contains('=') || (!spaced && !inner.is_empty())
}

/// The words of a list; a value in quotes may have spaces.
fn in_quotes_joined(inner: &str) -> Vec<String> {
    let (mut words, mut quote) = (vec![String::new()], None);
    for c in inner.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            None if c.is_whitespace() => {
                words.push(String::new());
                continue;
            }
            _ => {}
        }
        words.last_mut().expect("never empty").push(c);
    }
    words.retain(|word| !word.is_empty());
    words
}
