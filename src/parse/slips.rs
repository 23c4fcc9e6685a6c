//! Links, pictures and citations that are almost right, and which `CommonMark` therefore shows as text.

use std::ops::Range;

use memchr::memchr_iter;

use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// What is almost right, by its place in the body.
#[derive(Debug, PartialEq, Eq)]
pub struct MarkdownSlip {
    pub range: Range<usize>,
    pub kind: SlipKind,
    /// What to write instead.
    pub cure: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipKind {
    /// `[words] (address)`
    Apart,
    /// `[words](address with spaces)`
    Spaces,
    /// `[words](address`
    Unclosed,
    /// `[id]` for `[^id]`
    NoCaret,
    /// `![[picture.png]]`
    Embedded,
    /// `(words)[address]`
    Reversed,
    /// `[address](words)`
    Swapped,
    /// `[words]{address}`, `[words]（address）`
    Brackets,
    /// `(^id)`, `[id^]`, `[^id` for `[^id]`
    Caret,
}

impl MarkdownSlip {
    /// The warning about it; `span` is its place in the file.
    pub fn diagnostic(&self, span: Span) -> Diagnostic {
        let message = match self.kind {
            SlipKind::Apart => "what is between `]` and `(` keeps this from being a link",
            SlipKind::Spaces => "spaces in the address keep this from being a link or a picture",
            SlipKind::Unclosed => "the bracket after the address is never closed",
            SlipKind::Embedded => "double brackets do not show a picture",
            SlipKind::Reversed => {
                "the words of a link go in square brackets, its address in round ones"
            }
            SlipKind::Swapped => "the address and the words of this link are in each other's place",
            SlipKind::Brackets => "the address of a link goes in round brackets",
            SlipKind::Caret => "this is almost a citation of a source",
            SlipKind::NoCaret => "this is the `id` of a source, but without `^` it is no citation",
        };
        let d = match self.kind {
            SlipKind::NoCaret | SlipKind::Caret => Diagnostic::warning("not-a-citation", message),
            _ => Diagnostic::warning("not-a-link", message),
        };
        d.at(span, "shown as it is written")
            .hint(format!("write `{}`", self.cure))
    }
}

/// Maximum length of what is looked at on either side of a bracket, in bytes.
const LONGEST: usize = 500;

/// Finds the slips in a part of a body that `CommonMark` reads as text. `sources` are the ids that may
/// be cited.
pub fn find(body: &str, part: Range<usize>, sources: &[&str]) -> Vec<MarkdownSlip> {
    let mut found = Vec::new();
    let mut at = part.start;
    while let Some(n) = body[at..part.end].find(']') {
        let close = at + n;
        at = close + 1;
        if body[..close].ends_with('\\') {
            continue;
        }
        let Some(open) = opening(body, close) else {
            continue;
        };
        let slip = link(body, open, close)
            .or_else(|| reversed(body, open, close))
            .or_else(|| citation(body, open, close, sources));
        if let Some(slip) = slip {
            at = at.max(slip.range.end.min(part.end));
            found.push(slip);
        }
    }
    carets(body, part, sources, &mut found);
    found
}

/// Finds citations with a caret whose brackets are wrong.
fn carets(body: &str, part: Range<usize>, sources: &[&str], found: &mut Vec<MarkdownSlip>) {
    if sources.is_empty() {
        return;
    }
    for at in memchr_iter(b'^', &body.as_bytes()[part.clone()]) {
        let caret = part.start + at;
        let of_id = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let (before, after) = (&body[part.start..caret], &body[caret + 1..part.end]);
        let open = before.chars().next_back();
        let slip = |range, id: &str| MarkdownSlip {
            range,
            kind: SlipKind::Caret,
            cure: format!("[^{id}]"),
        };
        // `[id^]`
        if after.starts_with(']') {
            let len: usize = before
                .chars()
                .rev()
                .take_while(of_id)
                .map(char::len_utf8)
                .sum();
            let id = &before[before.len() - len..];
            let start = caret - len;
            if before[..before.len() - len].ends_with('[') && sources.contains(&id) {
                found.push(slip(start - 1..caret + 2, id));
            }
            continue;
        }
        let len: usize = after.chars().take_while(of_id).map(char::len_utf8).sum();
        let id = after[..len].trim_end_matches('.');
        if !sources.contains(&id) {
            continue;
        }
        let end = caret + 1 + id.len();
        let close = body[end..part.end].chars().next();
        let start = caret - open.map_or(0, char::len_utf8);
        match (open, close) {
            (Some('('), Some(')')) | (Some('{'), Some('}')) | (Some('［'), Some('］')) => {
                let close = close.map_or(0, char::len_utf8);
                found.push(slip(start..end + close, id));
            }
            (Some('['), close) if close != Some(']') && !body[..start].ends_with('\\') => {
                let close = close.filter(|c| matches!(c, ')' | '}' | '］'));
                found.push(slip(start..end + close.map_or(0, char::len_utf8), id));
            }
            _ => {}
        }
    }
}

/// `(words)[address]`, by its square brackets.
fn reversed(body: &str, open: usize, close: usize) -> Option<MarkdownSlip> {
    let address = &body[open + 1..close];
    let from = body.ceil_char_boundary(open.saturating_sub(LONGEST));
    let before = body[from..open].strip_suffix(')')?;
    let line = before.rsplit('\n').next()?;
    let start = line.rfind('(')?;
    let words = &line[start + 1..];
    let fine = !words.trim().is_empty()
        && !address.contains(char::is_whitespace)
        && (address.contains("://") || is_file(address));
    fine.then(|| MarkdownSlip {
        range: open - 1 - (line.len() - start)..close + 1,
        kind: SlipKind::Reversed,
        cure: format!("[{words}]({})", bracketed(address)),
    })
}

/// `[address](words)`: a link whose words are an address and whose address is none.
pub fn swapped(body: &str, range: &Range<usize>, address: &str) -> Option<MarkdownSlip> {
    let written = &body[range.clone()];
    let words = written.strip_prefix('[')?.split(']').next()?;
    let is_whole = |text: &str| text.starts_with("https://") || text.starts_with("http://");
    let fine = is_whole(words)
        && !words.contains(char::is_whitespace)
        && !is_address(address)
        && !address.contains([':', '/', '.', '@'])
        && !address.is_empty();
    fine.then(|| MarkdownSlip {
        range: range.clone(),
        kind: SlipKind::Swapped,
        cure: format!("[{address}]({})", bracketed(words)),
    })
}

/// The bracket that a closing one belongs to, on the same line.
fn opening(body: &str, close: usize) -> Option<usize> {
    let from = body.ceil_char_boundary(close.saturating_sub(LONGEST));
    let line = body[from..close].rsplit('\n').next()?;
    let mut depth = 0;
    for (n, byte) in line.bytes().enumerate().rev() {
        match byte {
            b']' => depth += 1,
            b'[' if depth == 0 => return Some(close - line.len() + n),
            b'[' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn link(body: &str, open: usize, close: usize) -> Option<MarkdownSlip> {
    let picture = body[..open].ends_with('!');
    let start = open - usize::from(picture);
    let words = &body[open + 1..close];
    let embedded = words.strip_prefix('[').and_then(|w| w.strip_suffix(']'));
    if let Some(embedded) = embedded.filter(|_| picture) {
        let name = embedded.split('|').next().unwrap_or(embedded).trim();
        return Some(MarkdownSlip {
            range: start..close + 1,
            kind: SlipKind::Embedded,
            cure: format!("![What it shows]({})", bracketed(name)),
        });
    }
    let after = &body[close + 1..];
    if let Some(slip) = other_brackets(body, start..close, after) {
        return Some(slip);
    }
    let gap = after.len() - after.trim_start_matches(' ').len();
    let rest = after[gap..].strip_prefix('(').filter(|_| gap <= 3)?;
    let window = &rest[..rest.floor_char_boundary(LONGEST.min(rest.len()))];
    let paragraph = window.split("\n\n").next().unwrap_or(window);
    let line = paragraph.split('\n').next().unwrap_or(paragraph);
    let matched = closing(line);
    let address = matched.or_else(|| line.find(')')).map(|end| &line[..end]);
    let label = &body[start..=close];
    let from = close + 1 + gap + 1;
    let slip = |end: usize, kind, address: &str| {
        Some(MarkdownSlip {
            range: start..end,
            kind,
            cure: format!("{label}({})", bracketed(address)),
        })
    };
    let first = line.split_whitespace().next().unwrap_or("");
    // Spaces may be of several bytes.
    let first_end = from + line.len() - line.trim_start().len() + first.len();
    if gap > 0 {
        let end = from + address?.len() + 1;
        let address = address?.trim();
        let tasks = ["", " ", "x", "X"].contains(&words);
        let fine = !tasks && !words.starts_with('^') && is_address(address);
        return match fine && !address.contains(char::is_whitespace) {
            true => slip(end, SlipKind::Apart, address),
            false => None,
        };
    }
    match address {
        Some(address) if matched.is_some() && !address.trim().contains(char::is_whitespace) => None,
        Some(address) if first.contains("://") && !is_file(address.trim()) => {
            slip(first_end, SlipKind::Unclosed, first)
        }
        Some(address) if !picture && words.contains("://") && !is_address(first) => {
            let end = from + address.len() + 1;
            let fine = !words.contains(char::is_whitespace) && !address.contains(['"', '<', ':']);
            fine.then(|| MarkdownSlip {
                range: start..end,
                kind: SlipKind::Swapped,
                cure: format!("[{}]({})", address.trim(), bracketed(words)),
            })
        }
        Some(address) if address.trim().contains(char::is_whitespace) => {
            let fine = picture || is_file(address.trim()) || is_address(first);
            let end = from + address.len() + 1;
            match fine && !address.contains(['"', '<']) {
                true => slip(end, SlipKind::Spaces, address.trim()),
                false => None,
            }
        }
        _ if is_address(first) || (picture && !first.is_empty()) => {
            slip(first_end, SlipKind::Unclosed, first)
        }
        _ => None,
    }
}

/// `[words]{address}`, `[words]（address）`, and an address on the next line.
fn other_brackets(body: &str, label: Range<usize>, after: &str) -> Option<MarkdownSlip> {
    let first = after.chars().next()?;
    let (inner, end, kind) = match first {
        '{' => (&after[1..], '}', SlipKind::Brackets),
        '（' => (&after[first.len_utf8()..], '）', SlipKind::Brackets),
        '\n' => (
            after[1..].trim_start_matches(' ').strip_prefix('(')?,
            ')',
            SlipKind::Apart,
        ),
        _ => return None,
    };
    let line = inner.split('\n').next()?;
    let line = &line[..line.floor_char_boundary(LONGEST)];
    let address = match end {
        ')' => &line[..closing(line)?],
        end => &line[..line.find(end)?],
    };
    let skipped = after.len() - inner.len();
    let fine = !address.contains(char::is_whitespace) && is_address(address);
    let close = label.end + 1;
    fine.then(|| MarkdownSlip {
        range: label.start..close + skipped + address.len() + end.len_utf8(),
        kind,
        cure: format!("{}({})", &body[label.start..close], bracketed(address)),
    })
}

fn citation(body: &str, open: usize, close: usize, sources: &[&str]) -> Option<MarkdownSlip> {
    let id = &body[open + 1..close];
    let alone = !body[..open].ends_with(['!', '[', '\\', ']'])
        && !body[close + 1..].starts_with(['[', ']', '(', ':']);
    (alone && sources.contains(&id)).then(|| MarkdownSlip {
        range: open..close + 1,
        kind: SlipKind::NoCaret,
        cure: format!("[^{id}]"),
    })
}

/// The place of the parenthesis that closes the address at the start of a text; those within the
/// address come in pairs.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether each parenthesis of an address has its other.
fn is_paired(address: &str) -> bool {
    let count = |sign: char| address.matches(sign).count();
    closing(address).is_none() && count('(') == count(')')
}

/// The form in which an address may contain spaces and single parentheses.
fn bracketed(address: &str) -> String {
    match address.contains(char::is_whitespace) || !is_paired(address) {
        true => format!("<{address}>"),
        false => address.to_owned(),
    }
}

/// Whether a word looks like an address.
fn is_address(word: &str) -> bool {
    let path = ["/", "./", "../", "#", "mailto:", "www."];
    (path.iter().any(|start| word.starts_with(start)) && word.len() > 1)
        || word.contains("://")
        || is_file(word)
}

/// Whether a text ends like the name of a file that one links to.
fn is_file(text: &str) -> bool {
    let text = text.split(['#', '?']).next().unwrap_or(text);
    let Some((name, ending)) = text.rsplit_once('.') else {
        return false;
    };
    const ENDINGS: [&str; 16] = [
        "md", "html", "htm", "pdf", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "csv",
        "mp4", "mp3", "zip", "txt",
    ];
    !name.is_empty() && ENDINGS.iter().any(|e| ending.eq_ignore_ascii_case(e))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(text: &str) -> Vec<(SlipKind, String)> {
        let found = find(text, 0..text.len(), &["star"]);
        found
            .into_iter()
            .map(|slip| (slip.kind, slip.cure))
            .collect()
    }

    #[test]
    fn a_slip_ends_between_letters_and_where_it_says() {
        for (text, whole) in [
            ("[a](   /uri{:」}\n。", "[a](   /uri{:」}"),
            ("[a](\u{3000}/漢字", "[a](\u{3000}/漢字"),
            (
                "[a]( https://example.org/é and",
                "[a]( https://example.org/é",
            ),
            ("[a] (/é\u{3000}) b", "[a] (/é\u{3000})"),
            ("[a] ( /é ) b", "[a] ( /é )"),
            ("![a](\u{2003}漢.png", "![a](\u{2003}漢.png"),
            (
                "[a](\u{3000}漢 字.pdf\u{3000}) b",
                "[a](\u{3000}漢 字.pdf\u{3000})",
            ),
        ] {
            let found = find(text, 0..text.len(), &[]);
            let [slip] = found.as_slice() else {
                panic!("{text}: {found:?}");
            };
            assert_eq!(text.get(slip.range.clone()), Some(whole), "{text}");
        }
    }

    #[test]
    fn what_is_almost_right_is_found_with_its_cure() {
        for (text, kind, cure) in [
            (
                "![The bridge](my bridge.png)",
                SlipKind::Spaces,
                "![The bridge](<my bridge.png>)",
            ),
            ("[a](the plan.pdf)", SlipKind::Spaces, "[a](<the plan.pdf>)"),
            (
                "a [b] (https://example.org/) c",
                SlipKind::Apart,
                "[b](https://example.org/)",
            ),
            ("[b] (other.md)", SlipKind::Apart, "[b](other.md)"),
            (
                "[b](https://example.org/plan and",
                SlipKind::Unclosed,
                "[b](https://example.org/plan)",
            ),
            (
                "[b](https://e.org/a and (so) on.",
                SlipKind::Unclosed,
                "[b](https://e.org/a)",
            ),
            ("![b](a.png", SlipKind::Unclosed, "![b](a.png)"),
            (
                "![P](my photo (1).png) x",
                SlipKind::Spaces,
                "![P](<my photo (1).png>)",
            ),
            (
                "[f](my file (1).pdf)",
                SlipKind::Spaces,
                "[f](<my file (1).pdf>)",
            ),
            (
                "[W](https://e.org/A_(b and",
                SlipKind::Unclosed,
                "[W](<https://e.org/A_(b>)",
            ),
            (
                "[W](https://e.org/A_(b) and",
                SlipKind::Unclosed,
                "[W](https://e.org/A_(b))",
            ),
            (
                "[W] (https://e.org/A_(b))",
                SlipKind::Apart,
                "[W](https://e.org/A_(b))",
            ),
            (
                "![[gate.png]]",
                SlipKind::Embedded,
                "![What it shows](gate.png)",
            ),
            ("said.[star]", SlipKind::NoCaret, "[^star]"),
            ("said (^star).", SlipKind::Caret, "[^star]"),
            ("said{^star}", SlipKind::Caret, "[^star]"),
            ("said［^star］。", SlipKind::Caret, "[^star]"),
            ("said[star^].", SlipKind::Caret, "[^star]"),
            ("said[^star.", SlipKind::Caret, "[^star]"),
            ("said[^star)", SlipKind::Caret, "[^star]"),
            (
                "the (plan)[https://e.org/a] b",
                SlipKind::Reversed,
                "[plan](https://e.org/a)",
            ),
            ("(plan)[plan.pdf]", SlipKind::Reversed, "[plan](plan.pdf)"),
            (
                "[https://e.org/a](the plan)",
                SlipKind::Swapped,
                "[the plan](https://e.org/a)",
            ),
            (
                "[plan]\n(https://e.org/a)",
                SlipKind::Apart,
                "[plan](https://e.org/a)",
            ),
            (
                "[plan]{https://e.org/a}",
                SlipKind::Brackets,
                "[plan](https://e.org/a)",
            ),
            (
                "[計画]（https://e.org/a）へ",
                SlipKind::Brackets,
                "[計画](https://e.org/a)",
            ),
            (
                "![[a.png|200]]",
                SlipKind::Embedded,
                "![What it shows](a.png)",
            ),
        ] {
            assert_eq!(slips(text), [(kind, cure.to_owned())], "{text}");
        }
    }

    #[test]
    fn brackets_of_other_kinds_are_none() {
        for text in [
            "a[0] (see page 5)",
            "[sic] (he said so)",
            "f[i](x, y)",
            "- [ ] (https://example.org/)",
            "[stars]",
            "\\[star\\]",
            "[a] (b",
            "see [1] (and 2)",
            "a](b c",
            "x^star",
            "(^moon)",
            "f(x)[i]",
            "(a)[b]",
            "[words]{.class}",
            "[a]\n(see page 5)",
            "[text]（注）",
        ] {
            assert_eq!(slips(text), [], "{text}");
        }
    }
}
