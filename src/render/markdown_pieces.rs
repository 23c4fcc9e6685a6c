//! The pieces of which Markdown is written: texts in which no sign means anything, destinations, titles.

use pulldown_cmark::BlockQuoteKind;

use crate::parse::html_tokens::reference;
use crate::percent;

/// The sign of an alert.
pub(super) fn sign(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "NOTE",
        BlockQuoteKind::Tip => "TIP",
        BlockQuoteKind::Important => "IMPORTANT",
        BlockQuoteKind::Warning => "WARNING",
        BlockQuoteKind::Caution => "CAUTION",
    }
}

/// Puts `first` before the first line and `others` before each further one that is not blank.
pub(super) fn indented(text: &str, first: &str, others: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for (n, line) in text.split('\n').enumerate() {
        let prefix = if n == 0 { first } else { others };
        if n > 0 {
            out.push('\n');
        }
        match line.is_empty() {
            true => out.push_str(prefix.trim_end()),
            false => out.push_str(prefix),
        }
        out.push_str(line);
    }
    out
}

/// How many of a sign stand next to each other, at most.
pub(super) fn longest_run(text: &str, sign: char) -> usize {
    let runs = text.split(|c| c != sign).map(str::len);
    runs.max().unwrap_or(0)
}

/// The title of a link, with a space before it.
pub(super) fn titled(title: &str) -> String {
    match title.is_empty() {
        true => String::new(),
        false => {
            let title = title
                .replace('\n', " ")
                .replace('\\', "\\\\")
                .replace('"', "\\\"");
            format!(" \"{title}\"")
        }
    }
}

/// The destination of a link.
pub(super) fn target(address: &str) -> String {
    let address = percent::attribute(address);
    let mut out = String::with_capacity(address.len());
    for (at, c) in address.char_indices() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '\\' => out.push_str("%5C"),
            '&' if reference(&address[at..]).is_some() => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}

/// A text in which no sign means anything. `at_start`: it begins a line.
pub(super) fn escaped(text: &str, at_start: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut line_start = at_start;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        let is_word = |c: char| c.is_alphanumeric();
        let means = match c {
            '\\' | '*' | '[' | ']' | '<' | '`' => true,
            '_' => !(is_word(before) && after.is_some_and(is_word)),
            '~' => before == '~' || after == Some('~'),
            '&' => reference(&text[at..]).is_some(),
            '$' => true,
            '#' | '>' | '-' | '+' | '=' | ':' | '|' => line_start,
            '.' | ')' => out.rsplit('\n').next().is_some_and(|line| {
                let line = line.trim_start();
                at_start_number(line) && (at_start || out.contains('\n'))
            }),
            _ => false,
        };
        if means {
            out.push('\\');
        }
        out.push(c);
        line_start = c == '\n' || line_start && c == ' ';
        before = c;
    }
    out
}

/// Whether a line so far is a number, as before an item of a list.
fn at_start_number(line: &str) -> bool {
    (1..=9).contains(&line.len()) && line.bytes().all(|b| b.is_ascii_digit())
}
