//! Reads on after a line that can't be read: mends it or takes it out, for reading only, so that one
//! run tells every fault of a text.

use std::ops::Range;

use super::blocks::{self, TakenOut};
use super::fault::{content_of, plain_words};
use super::mended::Mended;
use super::{Node, Value, emit, read, shapes};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::SourceId;

/// Maximum number of changes to one text; each takes another parse.
const MOST_MENDED: usize = 50;

/// Maximum length of a text that is changed, in bytes.
const LONGEST: usize = 64 * 1024;

/// What was read of a text in spite of its faults.
pub struct Reading<'t> {
    /// Its places are those of the changed text.
    pub root: Node,
    pub mended: Mended<'t>,
    pub taken_out: TakenOut,
}

impl Reading<'_> {
    /// Makes the places of the tree, and of the diagnostics from index `from` on, those of the file.
    pub fn in_file(mut self, from: usize, sink: &mut Sink) -> (Node, TakenOut) {
        sink.amend_since(from, |d| self.mended.put_in_file(d));
        self.mended.put_tree_in_file(&mut self.root);
        (self.root, self.taken_out)
    }
}

impl From<Node> for Reading<'_> {
    fn from(root: Node) -> Self {
        Self {
            root,
            mended: Mended::new(""),
            taken_out: TakenOut::default(),
        }
    }
}

/// Like [`read`], but reads on after a fault. If only the quotes of a line's value are missing, the
/// value is read as one text and the fault becomes a [lenient warning](Diagnostic::lenient_warning).
/// `None` if nothing can be read.
pub fn read_on<'t>(
    source: SourceId,
    text: &'t str,
    range: Range<usize>,
    sink: &mut Sink,
) -> Option<Reading<'t>> {
    let mut mended = Mended::new(text);
    let mut taken_out = TakenOut::default();
    let mut end = range.end;
    let most = if range.len() > LONGEST {
        0
    } else {
        MOST_MENDED
    };
    for step in 0..=most {
        let fault = match read(source, &mended.text, range.start..end) {
            // Lines of which none has a colon and a space are one text.
            Ok(root) => match no_keys(source, &mended.text, &(range.start..end), &root) {
                Some(fault) if step < most => fault,
                _ => {
                    return Some(Reading {
                        root,
                        mended,
                        taken_out,
                    });
                }
            },
            Err(fault) => *fault,
        };
        let at = fault.span.map_or(range.start..range.start, |s| s.range());
        let part = range.start..end;
        let line = blocks::line(&mended.text, at.start);
        let line = line.start.max(part.start)..line.end.max(part.start);
        let change = change(&mended.text, &part, &fault, line.clone());
        // What is found in what was changed follows from the change.
        let follows = mended.is_changed(&at)
            || change.as_ref().is_some_and(|c| mended.is_changed(&c.range))
            || taken_out.has(&mended.text, &part, at.start);
        let is_own = !follows;
        // Each step to the left is one that the text needs.
        let too_far = fault.message.starts_with(super::lines::TOO_FAR);
        let change = change.filter(|_| is_own || too_far);
        let is_text = change.as_ref().is_some_and(|change| change.is_text);
        let ends_keys = is_own && fault.message.starts_with(super::lines::NOT_THREE);
        let stops = step == most || is_limit(&fault) || part.len() > 2 * LONGEST;
        if is_own || stops && sink.is_empty() {
            let mut told = match is_text {
                true => fault.lenient_warning(),
                false => fault,
            };
            mended.put_in_file(&mut told);
            sink.push(told);
        }
        if stops {
            return None;
        }
        if ends_keys {
            taken_out.rest();
            end = line.start;
            continue;
        }
        let grown = match change {
            Some(change) => mended.replace(change.range, &change.new),
            None => taken_out.take(&mut mended, &part, at.start)?,
        };
        end = end.wrapping_add_signed(grown);
    }
    None
}

/// Returns the fault of the first line of a text that was meant as keys.
fn no_keys(source: SourceId, text: &str, part: &Range<usize>, root: &Node) -> Option<Diagnostic> {
    match root.value {
        Value::Scalar { quoted: false, .. } => {
            let fault = shapes::explain(source, text, part, root.span.start as usize);
            fault.filter(|fault| fault.fix.is_some())
        }
        _ => None,
    }
}

/// Whether the text has too much of something, rather than a faulty line.
fn is_limit(fault: &Diagnostic) -> bool {
    ["depth", "budget", "recursive references"]
        .iter()
        .any(|said| fault.message == plain_words(said).0)
}

/// A change by which a faulty line can be read.
struct Change {
    range: Range<usize>,
    new: String,
    /// Whether the value is read as the text that is there.
    is_text: bool,
}

/// Returns the change that makes of the faulty line what was meant; `None` if that is not known.
fn change(
    text: &str,
    part: &Range<usize>,
    fault: &Diagnostic,
    line: Range<usize>,
) -> Option<Change> {
    if let Some(value) = unquoted_value(text, fault, line.clone()) {
        let (value, quoted) = with_lines_below(text, part, value)?;
        return Some(Change {
            range: value,
            new: quoted,
            is_text: true,
        });
    }
    if let Some(fix) = &fault.fix {
        return Some(Change {
            range: fix.span.range(),
            new: fix.replacement.clone(),
            is_text: false,
        });
    }
    if fault.code == "tab-indent" {
        let (range, new) = blocks::without_tabs(text, part);
        return Some(Change {
            range,
            new,
            is_text: false,
        });
    }
    if fault.message.starts_with(super::lines::TOO_FAR) {
        let (range, new) = blocks::further_left(text, part, line)?;
        return Some(Change {
            range,
            new,
            is_text: false,
        });
    }
    if fault.message == super::lines::TOO_NEAR {
        let (range, new, _) = super::lines::further_right(text, part, line.start)?;
        return Some(Change {
            range,
            new,
            is_text: false,
        });
    }
    // The line as it should be.
    let finished = fault.hint.as_deref()?.strip_prefix("write `")?;
    let (finished, _) = finished.split_once('`')?;
    let words = text[line.clone()].trim();
    let key = |line: &str| {
        let words = line.trim_start_matches([' ', '-']);
        let end = words.find([':', '=', ' ']).unwrap_or(words.len());
        words[..end].to_owned()
    };
    if !finished.contains(": ") || key(finished) != key(words) || finished == words {
        return None;
    }
    let start = line.start + text[line.clone()].find(words)?;
    let dash = match words.starts_with("- ") && !finished.starts_with("- ") {
        true => "- ",
        false => "",
    };
    Some(Change {
        range: start..start + words.len(),
        new: format!("{dash}{finished}"),
        is_text: false,
    })
}

/// Returns the range of the faulty line's value if it is a single text that only needs quotes.
fn unquoted_value(text: &str, fault: &Diagnostic, line: Range<usize>) -> Option<Range<usize>> {
    if fault
        .fix
        .as_ref()
        .is_some_and(|fix| fix.replacement.starts_with('{'))
    {
        // Meant as a group of keys, not as a text.
        return None;
    }
    if let Some(fix) = fault.fix.as_ref().filter(|_| {
        fault.code == "colon-in-value" || fault.message.contains(" goes on after its closing ")
    }) {
        return Some(fix.span.range());
    }
    let words = &text[line.clone()];
    let start = content_of(text, words);
    let value = words[start..].trim_end();
    let wants_quotes = [
        "unexpected character",
        "unknown anchor",
        "after double-quoted",
        "text after a bracket",
    ];
    let is_text = match fault.code {
        "colon-in-value" => true,
        "broken-yaml" => wants_quotes
            .iter()
            .any(|said| fault.message == plain_words(said).0),
        _ => false,
    };
    let range = line.start + start..line.start + start + value.len();
    (is_text && start > 0 && !value.is_empty()).then_some(range)
}

/// Returns the range of a value with the lines below it on which it goes on, and its text in
/// quotes. `None` if lines below it hold something else.
fn with_lines_below(
    text: &str,
    part: &Range<usize>,
    value: Range<usize>,
) -> Option<(Range<usize>, String)> {
    let line = blocks::line(text, value.start);
    let ends_line = text[value.end..line.end].trim().is_empty();
    let mut end = value.end;
    if ends_line {
        let column = blocks::column(&text[line.clone()]);
        let mut at = line.end + 1;
        while at < part.end {
            let below = blocks::line(text, at);
            let words = text[below.clone()].trim();
            if words.is_empty() || blocks::indent(&text[below.clone()]) <= column {
                break;
            }
            if words.starts_with(['-', '#']) || words.contains(": ") || words.ends_with(':') {
                return None;
            }
            end = below.start + text[below.clone()].trim_end().len();
            at = below.end + 1;
        }
    }
    let mut written = text.get(value.start..end)?.to_owned();
    if end > value.end {
        written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    Some((value.start..end, emit::quoted(&written)))
}
