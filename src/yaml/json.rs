//! Reads front matter that is JSON. YAML reads valid JSON (YAML 1.2.2, 1.2); of JSON with mistakes,
//! this module names each and mends it, for reading only, so that the rest of the text is read too.

use std::ops::Range;

use super::blocks::{TakenOut, line};
use super::fix::Reading;
use super::json_tokens::Token;
use super::mended::Mended;
use super::{Node, Value, events};
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::{MAX_DEPTH, MAX_FAULTS};
use crate::source::{SourceId, Span};

/// Length of the longest line that a hint shows, in bytes.
const LONGEST_SHOWN: usize = 1000;

/// Maximum length of a text whose mistakes are looked for, in bytes.
const LONGEST: usize = 64 * 1024;

/// Parses an object, perhaps after a first line `---json` or `;;;`, perhaps without its braces (old
/// Hexo). What is indented with tabs is read too, since brackets determine the structure. `None` if
/// nothing can be read.
pub fn read<'t>(
    source: SourceId,
    text: &'t str,
    range: Range<usize>,
    sink: &mut Sink,
) -> Option<Reading<'t>> {
    let slice = &text[range.clone()];
    let fence = match slice.starts_with(['-', ';']) {
        true => slice.find('\n').map_or(slice.len(), |n| n + 1),
        false => 0,
    };
    let inner = range.start + fence..range.end;
    let mut mended = Mended::new(text);
    let mut part = inner.clone();
    if !text[inner.clone()].trim_start().starts_with('{') {
        mended.replace(part.end..part.end, "\n}");
        mended.replace(part.start..part.start, "{");
        part.end += 3;
    }
    let whole = Span::new(source, inner.clone());
    let valid = events::read(source, &mended.text, &part);
    let mut reader = Reader::new(&text[inner.clone()]);
    if inner.len() <= LONGEST {
        reader.read();
    }
    match valid {
        // YAML allows more than JSON does, but a text with half a pair of quotes is none.
        Ok(root) if reader.faults.iter().all(|fault| !fault.is_of_quotes) => {
            return Some(in_braces(root, mended, whole));
        }
        Err(_) if inner.len() > LONGEST => {
            sink.push(unexplained(source, text, inner.start));
            return None;
        }
        _ => {}
    }
    let faults = reader.faults;
    let mut edits = reader.edits;
    edits.sort_by_key(|(range, _)| range.start);
    let own_line = |at: usize| line(text, inner.start + at);
    let mut told = None;
    for fault in faults.into_iter().take(MAX_FAULTS) {
        let place = own_line(fault.at.start);
        // What follows from the first mistake of a line is no other.
        if told.replace(place.start) == Some(place.start) {
            continue;
        }
        let at = inner.start + fault.at.start..(inner.start + fault.at.end).min(place.end);
        let finished = finished(text, &place, inner.start, &edits);
        let hint = match finished.filter(|_| fault.is_cured) {
            Some(line) => format!("write `{line}`"),
            None => fault.hint.to_owned(),
        };
        sink.push(
            Diagnostic::error(
                "broken-yaml",
                format!("this front matter is not valid JSON: {}", fault.message),
            )
            .at(Span::new(source, at), "here")
            .hint(hint),
        );
    }
    let is_told = told.is_some();
    let start = part.start + usize::from(part.len() > inner.len());
    let mut last = usize::MAX;
    for (range, new) in edits.into_iter().rev() {
        // Two changes of one place: the first is enough.
        if range.end > last {
            continue;
        }
        last = range.start;
        let at = start + range.start;
        let at = at..at + range.len();
        let grown = mended.replace(at, &new);
        part.end = part.end.wrapping_add_signed(grown);
    }
    let mut taken_out = TakenOut::default();
    for _ in 0..MAX_FAULTS {
        let error = match events::read(source, &mended.text, &part) {
            Ok(root) => {
                return Some(Reading {
                    taken_out,
                    ..in_braces(root, mended, whole)
                });
            }
            Err(error) => error,
        };
        let at = mended.text.floor_char_boundary(error.at.min(part.end));
        if !is_told && taken_out.is_empty() {
            let mut d = unexplained(source, &mended.text, at);
            mended.put_in_file(&mut d);
            sink.push(d);
        }
        let own = line(&mended.text, at);
        let words = mended.text[own.clone()].trim();
        if words.is_empty() || words.contains(['{', '}']) {
            return None;
        }
        taken_out.note(words);
        let spaces = " ".repeat(own.len());
        mended.replace(own, &spaces);
    }
    None
}

/// The group of a text that had no braces has its place in the file.
fn in_braces(root: Node, mended: Mended<'_>, whole: Span) -> Reading<'_> {
    let root = match root.value {
        Value::Map(_) => root,
        value => Node { span: whole, value },
    };
    Reading {
        mended,
        ..root.into()
    }
}

fn unexplained(source: SourceId, text: &str, at: usize) -> Diagnostic {
    let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    Diagnostic::error("broken-yaml", "this front matter is not valid JSON")
        .at(Span::new(source, at..end), "here")
        .hint("check the commas, quotes and brackets up to here")
}

/// Returns a line with the changes that are made in it.
fn finished(
    text: &str,
    place: &Range<usize>,
    base: usize,
    edits: &[(Range<usize>, String)],
) -> Option<String> {
    let mut out = String::new();
    let mut at = place.start;
    for (range, new) in edits {
        let range = base + range.start..base + range.end;
        if range.start < at || range.start > place.end {
            continue;
        }
        if range.end > place.end {
            return None;
        }
        out.push_str(&text[at..range.start]);
        out.push_str(new);
        at = range.end;
    }
    out.push_str(&text[at..place.end]);
    let out = out.trim();
    (!out.is_empty() && out.len() < LONGEST_SHOWN).then(|| out.to_owned())
}

pub(super) struct Fault {
    pub(super) at: Range<usize>,
    pub(super) message: &'static str,
    pub(super) hint: &'static str,
    /// Whether the line as it becomes by the changes is what to write.
    pub(super) is_cured: bool,
    pub(super) is_of_quotes: bool,
}

/// What may come next between two brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wants {
    Key,
    Colon,
    Value,
    Comma,
}

pub(super) struct Open {
    at: usize,
    is_list: bool,
    wants: Wants,
    /// The key whose value is read.
    key: Range<usize>,
}

/// Reads brackets, keys and values, and notes every mistake and the change that mends it.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) open: Vec<Open>,
    /// End of what was read last, without spaces.
    pub(super) last: usize,
    pub(super) faults: Vec<Fault>,
    pub(super) edits: Vec<(Range<usize>, String)>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            open: Vec::new(),
            last: 0,
            faults: Vec::new(),
            edits: Vec::new(),
        }
    }

    fn read(&mut self) {
        if !self.text.trim_start().starts_with('{') {
            // The braces that the text has not.
            self.open.push(Open {
                at: 0,
                is_list: false,
                wants: Wants::Key,
                key: 0..0,
            });
        }
        while let Some((token, at)) = self.token() {
            if self.open.len() > MAX_DEPTH || self.faults.len() > MAX_FAULTS {
                return;
            }
            self.take(token, at.clone());
            self.last = self.last.max(at.end);
        }
        let mut at = self.text.trim_end().len();
        let has_braces = self.text.trim_start().starts_with('{');
        while let Some(open) = self.open.pop() {
            if self.open.is_empty() && !has_braces {
                break;
            }
            at = at.max(self.last);
            self.unclosed(&open, at, false);
        }
    }

    pub(super) fn mend(&mut self, at: Range<usize>, new: &str) {
        self.edits.push((at, new.to_owned()));
    }

    pub(super) fn fault(&mut self, at: Range<usize>, message: &'static str, hint: &'static str) {
        self.faults.push(Fault {
            at,
            message,
            hint,
            is_cured: true,
            is_of_quotes: false,
        });
    }

    pub(super) fn fault_of_quotes(
        &mut self,
        at: Range<usize>,
        message: &'static str,
        hint: &'static str,
    ) {
        self.fault(at, message, hint);
        if let Some(fault) = self.faults.last_mut() {
            fault.is_of_quotes = true;
        }
    }

    fn unclosed(&mut self, open: &Open, at: usize, comma: bool) {
        let (close, hint) = match open.is_list {
            true => ("]", "write `]` after its last item"),
            false => ("}", "write `}` after its last value"),
        };
        let line_end = self.text[open.at..]
            .find('\n')
            .map_or(self.text.len(), |n| open.at + n);
        self.faults.push(Fault {
            at: open.at..open.at + 1,
            message: "a bracket is opened here and never closed",
            hint,
            is_cured: at <= line_end,
            is_of_quotes: false,
        });
        let comma = if comma { "," } else { "" };
        self.mend(at..at, &format!("{close}{comma}"));
    }

    /// Moves on to what is expected, noting what is missing.
    fn take(&mut self, token: Token, at: Range<usize>) {
        let Some(top) = self.open.last_mut() else {
            match token {
                Token::Open => self.opened(at.start),
                _ => {
                    self.fault(at.clone(), "there is text outside the braces", "remove it");
                    self.mend(at, "");
                }
            }
            return;
        };
        let (is_list, wants) = (top.is_list, top.wants);
        match (wants, token) {
            (Wants::Key, Token::Value) => {
                top.key = at;
                top.wants = Wants::Colon;
            }
            (Wants::Value, Token::Value) => {
                let is_key = self.is_key(&at);
                if is_key && !is_list {
                    self.no_value(&at);
                } else if is_key && self.ends_list(at.start) {
                    self.take(token, at);
                } else if let Some(top) = self.open.last_mut() {
                    top.wants = Wants::Comma;
                }
            }
            (Wants::Value, Token::Open) => {
                top.wants = Wants::Comma;
                self.opened(at.start);
            }
            (Wants::Key | Wants::Value, Token::Close) if wants == Wants::Key || is_list => {
                self.close(at);
            }
            (Wants::Comma, Token::Close) => self.close(at),
            (Wants::Colon, Token::Colon) => top.wants = Wants::Value,
            (Wants::Comma, Token::Comma) => {
                top.wants = if is_list { Wants::Value } else { Wants::Key };
            }
            (Wants::Colon, Token::Equals) => {
                top.wants = Wants::Value;
                self.fault(at.clone(), "a key is followed by `:`", "write `:`");
                self.mend(at, ":");
            }
            (Wants::Colon, Token::Value | Token::Open) => {
                top.wants = Wants::Value;
                let end = top.key.end;
                self.fault(
                    at.clone(),
                    "a key is followed by `:`",
                    "write `:` after the key",
                );
                self.mend(end..end, ":");
                self.take(token, at);
            }
            (Wants::Comma, Token::Value | Token::Open) => {
                let is_key = token == Token::Value && self.is_key(&at);
                if is_list && is_key && self.ends_list(at.start) {
                    self.take(token, at);
                    return;
                }
                let end = self.last;
                let from = self.text[..end]
                    .char_indices()
                    .next_back()
                    .map_or(0, |(n, _)| n);
                self.fault(from..end, "a comma is missing", "write a comma here");
                self.mend(end..end, ",");
                if let Some(top) = self.open.last_mut() {
                    top.wants = if is_list { Wants::Value } else { Wants::Key };
                }
                self.take(token, at);
            }
            (Wants::Colon | Wants::Value, Token::Comma | Token::Close) if !is_list => {
                let key = top.key.clone();
                let colon = if wants == Wants::Colon {
                    ": \"\""
                } else {
                    " \"\""
                };
                self.no_value_of(key, colon);
                self.take(token, at);
            }
            (Wants::Comma, Token::Equals | Token::Colon) => {
                self.fault(
                    at.clone(),
                    "this sign has no key before it",
                    "put the text in quotes",
                );
                self.mend(at, " ");
            }
            _ => {
                self.fault(at.clone(), "this sign is one too many", "remove it");
                self.mend(at, "");
            }
        }
    }

    fn opened(&mut self, at: usize) {
        let is_list = self.text[at..].starts_with('[');
        self.open.push(Open {
            at,
            is_list,
            wants: if is_list { Wants::Value } else { Wants::Key },
            key: at..at,
        });
    }

    fn close(&mut self, at: Range<usize>) {
        let is_list = self.text[at.clone()].starts_with(']');
        let Some(top) = self.open.last() else {
            return;
        };
        if top.is_list == is_list {
            self.open.pop();
        } else if self.open.iter().any(|open| open.is_list == is_list) {
            // What is open within is closed first.
            let top = self.open.pop().expect("just seen");
            self.unclosed(&top, self.last, false);
            self.close(at);
        } else {
            self.fault(
                at.clone(),
                "nothing that this bracket closes is open",
                "remove it",
            );
            self.mend(at, "");
        }
    }

    /// Ends a list before the key that begins at `at`, if it stands in a group.
    fn ends_list(&mut self, at: usize) -> bool {
        let outer = self.open.len().checked_sub(2).map(|n| &self.open[n]);
        if outer.is_none_or(|outer| outer.is_list) {
            return false;
        }
        let list = self.open.pop().expect("two are open");
        let between = self.text[..at].trim_end();
        let had_comma = between.ends_with(',');
        let end = between.trim_end_matches(',').trim_end().len();
        self.unclosed(&list, end, !had_comma);
        if let Some(top) = self.open.last_mut() {
            top.wants = Wants::Key;
        }
        true
    }

    /// A key follows where the value of another is missing.
    fn no_value(&mut self, next: &Range<usize>) {
        let key = self.open.last().map_or(0..0, |top| top.key.clone());
        self.no_value_of(key, " \"\",");
        if let Some(top) = self.open.last_mut() {
            top.key = next.clone();
            top.wants = Wants::Colon;
        }
    }

    fn no_value_of(&mut self, key: Range<usize>, new: &str) {
        self.faults.push(Fault {
            at: key,
            message: "the key has no value",
            hint: "write its value after a colon, or remove the line",
            is_cured: false,
            is_of_quotes: false,
        });
        let end = self.last;
        self.mend(end..end, new);
        if let Some(top) = self.open.last_mut() {
            top.wants = Wants::Comma;
        }
    }

    /// Whether a colon follows.
    fn is_key(&self, at: &Range<usize>) -> bool {
        self.text[at.end.max(self.at)..]
            .trim_start()
            .starts_with(':')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a text: each line's number, and its cure.
    fn told(text: &str) -> (Option<Value>, Vec<(usize, String)>) {
        let mut sink = Sink::default();
        let reading = read(SourceId(0), text, 0..text.len(), &mut sink);
        let lines = sink.into_iter().map(|d| {
            let at = d.span.map_or(0, |span| span.start as usize);
            let line = text[..at].matches('\n').count() + 1;
            (line, d.hint.unwrap_or_default())
        });
        let told = lines.collect();
        (reading.map(|r| r.root.value), told)
    }

    #[test]
    fn every_mistake_of_a_text_is_told_with_the_finished_line() {
        let text = "{\n  \"title\": \"The river\"\n  \"date\" = \"2021-03-04\",\n  \"tags\": [\"a\", \"b\",\n  \
            \"place\": \"Oslo,\n  \"summary\": \"The \"great\" flood\",\n  “lang”: \"en\", // English\n  \
            \"order\" 3,\n  \"kind\":,\n  \"draft\": false,,\n  \"id\": river\"\n}";
        let (value, told) = told(text);
        let Some(Value::Map(pairs)) = value else {
            panic!("{told:#?}");
        };
        let keys: Vec<_> = pairs.iter().map(|(key, _)| key.value.as_str()).collect();
        assert_eq!(
            keys,
            [
                "title", "date", "tags", "place", "summary", "lang", "order", "kind", "draft", "id"
            ]
        );
        let expected = [
            (2, "write `\"title\": \"The river\",`"),
            (3, "write `\"date\" : \"2021-03-04\",`"),
            (4, "write `\"tags\": [\"a\", \"b\"],`"),
            (5, "write `\"place\": \"Oslo\",`"),
            (6, "write `\"summary\": \"The \\\"great\\\" flood\",`"),
            (7, "write `\"lang\": \"en\",`"),
            (8, "write `\"order\": 3,`"),
            (9, "write its value after a colon, or remove the line"),
            (10, "write `\"draft\": false,`"),
            (11, "write `\"id\": \"river\"`"),
        ];
        let told: Vec<_> = told.iter().map(|(n, hint)| (*n, hint.as_str())).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn valid_json_and_what_yaml_allows_has_no_mistake() {
        for text in [
            "{}",
            "{\"a\": [1, {\"b\": null}], \"c\": \"x, y: \\\"z\\\"\"}",
            "{a: 'b', \"c\": [d,],}",
            "---json\n{\"a\": 1}\n",
            ";;;\n\"a\": 1,\n\"b\": 2\n",
            "\"a\": 1,\n\"b\": [2]\n",
        ] {
            let (value, told) = told(text);
            assert_eq!(told, [], "{text}");
            assert!(matches!(value, Some(Value::Map(_))), "{text}: {value:?}");
        }
    }

    #[test]
    fn a_text_of_nothing_but_mistakes_ends() {
        for text in [
            "{[}]".repeat(3000),
            "{\"a\": [".repeat(3000),
            "{\"".repeat(3000),
            "{\"a\" \"b\"".repeat(3000),
            "{“".repeat(3000),
            "{:,=".repeat(3000),
        ] {
            let (value, told) = told(&text);
            assert!(value.is_none() || !told.is_empty());
            assert!(told.len() <= MAX_FAULTS && !told.is_empty(), "{told:?}");
        }
    }
}
