//! Marks of other generators that are a line, or begin one, and a few within a line.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr_iter, memmem};

use super::{ForeignMark, Layout, MarkKind, around};
use crate::parse::markdown::Edit;

/// What of a text is worth reading it line by line. Each costs one quick search.
pub(super) fn may_have(text: &str) -> bool {
    let bytes = text.as_bytes();
    let has = |mark: &str| memmem::find(bytes, mark.as_bytes()).is_some();
    let marks = [
        "!!! ",
        "??? ",
        "???+",
        "=== \"",
        "[TOC]",
        "[toc]",
        "[[_TOC_]]",
        "[[toc]]",
        "*[",
        "^[",
        "[@",
        "\n|",
        " markdown",
    ];
    text.starts_with('|')
        || marks.iter().any(|mark| has(mark))
        || begins_with_colon(text)
        || has_module(text)
}

/// Returns whether a line begins with a colon and a word: no definition, which has a space.
fn begins_with_colon(text: &str) -> bool {
    memchr_iter(b':', text.as_bytes()).any(|at| {
        let before = text[..at].trim_end_matches([' ', '\t']);
        let begins = before.is_empty() || before.ends_with(['\n', '>']);
        begins && is_no_definition(text[at..].lines().next().unwrap_or(""))
    })
}

/// Whether a line that begins with a colon is text: a definition has a space after it. The rule of a
/// table may begin with one.
fn is_no_definition(line: &str) -> bool {
    let rest = &line[1..];
    let is_rule = rest
        .chars()
        .all(|c| matches!(c, ':' | '-' | '|') || c.is_whitespace());
    !rest.starts_with([' ', '\t']) && (!is_rule || rest.trim_end() == "::")
}

/// Returns whether a line begins with `import` or `export`.
fn has_module(body: &str) -> bool {
    memmem::find_iter(body.as_bytes(), "port ").any(|at| {
        let before = &body.as_bytes()[..at];
        let word = before.ends_with(b"im") || before.ends_with(b"ex");
        word && matches!(before.get(..at - 2), Some([] | [.., b'\n']))
    })
}

/// Finds lines that have a meaning to other generators.
pub(super) fn find(
    text: &str,
    layout: &Layout,
    edits: &mut Vec<Edit>,
    marks: &mut Vec<ForeignMark>,
) {
    let is_free = |at: usize| {
        [&layout.code, &layout.blocks, &layout.tags]
            .iter()
            .all(|list| around(list, at).is_none())
    };
    let mut start = 0;
    let mut rows: Option<Range<usize>> = None;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        start += line.len();
        let quoted = line.trim_start_matches([' ', '\t', '>']);
        let first = range.start + line.len() - quoted.len();
        let words = quoted.trim_end();
        if words.starts_with('<') {
            within_tag(text, words, first, start, layout, edits, marks);
            continue;
        }
        if words.is_empty() || !is_free(first) {
            report_rows(&mut rows, marks);
            continue;
        }
        if is_row(words) && around(&layout.tables, first).is_none() {
            let before = rows.take();
            rows = Some(before.map_or(first..range.end, |before| before.start..range.end));
            continue;
        }
        report_rows(&mut rows, marks);
        // A colon could begin a definition.
        if words.starts_with(':') && is_no_definition(words) {
            edits.push(Edit {
                range: first..first,
                text: Cow::Borrowed("\\"),
            });
        }
        match kind_of(words, line) {
            Some(kind) => {
                if kind == MarkKind::ContentsMark {
                    edits.push(Edit {
                        range: first..range.end,
                        text: Cow::Borrowed(""),
                    });
                }
                marks.push(ForeignMark { range, kind });
            }
            None => inline(text, first..range.end, &is_free, marks),
        }
    }
    report_rows(&mut rows, marks);
}

fn kind_of(words: &str, line: &str) -> Option<MarkKind> {
    let note = words.strip_prefix("!!! ").or_else(|| {
        let rest = words.strip_prefix("???")?;
        rest.strip_prefix('+').unwrap_or(rest).strip_prefix(' ')
    });
    let is_note = note.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphabetic()));
    let is_abbreviation = words.starts_with("*[") && words.contains("]: ");
    Some(match words {
        _ if words.starts_with(":::") => MarkKind::Container,
        _ if is_module(line) => MarkKind::Module,
        _ if is_note => MarkKind::Admonition,
        _ if words.starts_with("=== \"") => MarkKind::Tab,
        "[TOC]" | "[toc]" | "[[_TOC_]]" | "[[toc]]" | "[[TOC]]" => MarkKind::ContentsMark,
        _ if is_abbreviation => MarkKind::Abbreviation,
        _ => return None,
    })
}

/// Finds `^[a note]` and `[@source]`.
fn inline(
    text: &str,
    line: Range<usize>,
    is_free: &dyn Fn(usize) -> bool,
    marks: &mut Vec<ForeignMark>,
) {
    let words = &text[line.clone()];
    for (sign, kind) in [("^[", MarkKind::InlineNote), ("[@", MarkKind::Citation)] {
        // The next bracket that closes one, from wherever it was looked for last.
        let mut close = 0;
        for (at, _) in words.match_indices(sign) {
            let inner = &words[at + 2..];
            if close < at + 2 {
                let Some(n) = inner.find(']') else { break };
                close = at + 2 + n;
            }
            let end = close - at - 2;
            let after = inner[end + 1..].chars().next();
            let is_link = after.is_some_and(|c| matches!(c, '(' | '['));
            let named = inner.starts_with(|c: char| c.is_alphanumeric());
            if !named || is_link || !is_free(line.start + at) {
                continue;
            }
            let start = line.start + at;
            marks.push(ForeignMark {
                range: start..start + 2 + end + 1,
                kind,
            });
        }
    }
}

/// Reads the attribute `markdown` of a tag that begins a line: what is in the element is Markdown. It
/// is, if there is an empty line before it.
fn within_tag(
    text: &str,
    words: &str,
    first: usize,
    next: usize,
    layout: &Layout,
    edits: &mut Vec<Edit>,
    marks: &mut Vec<ForeignMark>,
) {
    let Some(at) = words.find(" markdown") else {
        return;
    };
    let after = &words[at + 9..];
    let is_attribute = after.starts_with(['=', '>', ' ']) && !after.starts_with("=\"0\"");
    let Some(close) = words[at..].find('>').map(|n| at + n + 1) else {
        return;
    };
    if !is_attribute || around(&layout.code, first).is_some() {
        return;
    }
    let ends_its_line = close == words.len();
    let below = text[next..].lines().next().unwrap_or("");
    if ends_its_line && below.trim().is_empty() {
        return;
    }
    if ends_its_line && !below.starts_with("    ") && !below.starts_with('\t') {
        let place = first + words.len();
        edits.push(Edit {
            range: place..place,
            text: Cow::Borrowed("\n"),
        });
        return;
    }
    marks.push(ForeignMark {
        range: first..first + close,
        kind: MarkKind::MarkdownInHtml,
    });
}

/// Whether a line is a row of a table: it begins and ends with a bar, and has one between.
fn is_row(words: &str) -> bool {
    words.starts_with('|') && words.ends_with('|') && words.matches('|').count() > 2
}

/// Reports rows that make no table: two at least.
fn report_rows(rows: &mut Option<Range<usize>>, marks: &mut Vec<ForeignMark>) {
    if let Some(range) = rows.take() {
        marks.push(ForeignMark {
            range,
            kind: MarkKind::Rows,
        });
    }
}

/// Whether a line is JavaScript, as in MDX.
fn is_module(line: &str) -> bool {
    let import = line.strip_prefix("import ").is_some_and(|rest| {
        rest.starts_with(['"', '\'']) || rest.contains(" from '") || rest.contains(" from \"")
    });
    let export = line.strip_prefix("export ").is_some_and(|rest| {
        let words = ["const ", "default ", "function ", "let "];
        words.iter().any(|word| rest.starts_with(word)) && rest.contains(['=', '(', '{'])
    });
    import || export
}
