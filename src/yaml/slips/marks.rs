//! Words that vanish from a value because they begin with a mark: `&co opens` names the value for
//! references, and `!Viva shouts` says of what kind it is.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Text, is_prose, row_of};
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_GUESSES;
use crate::source::At;
use crate::yaml::fault::value_of;
use crate::yaml::table::{Form, KeyTable};
use crate::yaml::{Node, Value, emit};

/// What `!!` may be followed by (YAML 1.1).
const KINDS: [&str; 14] = [
    "binary",
    "bool",
    "float",
    "int",
    "map",
    "merge",
    "null",
    "omap",
    "pairs",
    "seq",
    "set",
    "str",
    "timestamp",
    "value",
];

/// Reports values before which a word with a mark stands that has no effect; reads it as a part of the
/// value.
pub(super) fn lost(text: &Text<'_>, root: &mut Node, table: &'static KeyTable, sink: &mut Sink) {
    let whole = root.span.range();
    let marked = text.text.get(whole.clone());
    if !marked.is_some_and(|text| text.contains(['&', '!'])) {
        return;
    }
    let references = references(&text.text[whole.clone()]);
    let mut marks = Marks {
        text,
        references,
        told: 0,
        sink,
    };
    marks.walk(root, None, Some(table));
}

/// Returns the names that references (`*co`) in a text have.
pub(in crate::yaml) fn references(text: &str) -> BTreeSet<&str> {
    let is_begin = |c: char| c.is_whitespace() || "[{,:".contains(c);
    let at = text.match_indices('*').filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        before.is_none_or(is_begin)
    });
    at.map(|(at, _)| {
        let name = &text[at + 1..];
        let end = name.find(|c: char| c.is_whitespace() || ",[]{}".contains(c));
        &name[..end.unwrap_or(name.len())]
    })
    .collect()
}

/// Returns whether the value of a key is a date, an address or the like, and no words.
fn is_exact(key: &str, form: Option<Form>) -> bool {
    matches!(key, "slug" | "id" | "aliases")
        || matches!(
            form,
            Some(
                Form::Address
                    | Form::Date
                    | Form::Instant
                    | Form::Day
                    | Form::Number(..)
                    | Form::Flag
                    | Form::Word(_)
                    | Form::SiteWord(_)
                    | Form::Language
            )
        )
}

/// Whether a value is a web address or a path.
fn is_address(value: &str) -> bool {
    ["http://", "https://", "/"]
        .iter()
        .any(|begin| value.starts_with(begin))
}

/// What a value belongs to.
#[derive(Clone, Copy)]
struct Place<'k> {
    key: Option<&'k At<String>>,
    form: Option<Form>,
    is_item: bool,
}

struct Marks<'m, 't> {
    text: &'m Text<'t>,
    references: BTreeSet<&'m str>,
    told: usize,
    sink: &'m mut Sink,
}

impl Marks<'_, '_> {
    /// Examines a node and what is in it. `place`: of its key, whose value it is or an item of that.
    fn walk(
        &mut self,
        node: &mut Node,
        place: Option<Place<'_>>,
        table: Option<&'static KeyTable>,
    ) {
        match &mut node.value {
            Value::List(items) => {
                let mut from = node.span.start as usize;
                let place = Place {
                    key: place.and_then(|place| place.key),
                    form: place.and_then(|place| place.form),
                    is_item: true,
                };
                for item in items {
                    self.walk_value(item, place, table, from);
                    from = item.span.end as usize;
                }
            }
            Value::Map(pairs) => {
                for (key, value) in pairs {
                    let row = table.and_then(|table| row_of(table, &key.value));
                    let form = row.map(|row| row.form);
                    let place = Place {
                        key: Some(key),
                        form,
                        is_item: false,
                    };
                    // The names of groups have no rows.
                    let inner = match form {
                        Some(form) => form.inner(),
                        None => table,
                    };
                    self.walk_value(value, place, inner, key.span.end as usize);
                }
            }
            Value::Null | Value::Scalar { .. } => {}
        }
    }

    /// Examines a value, whose marks stand after the offset `from`.
    fn walk_value(
        &mut self,
        node: &mut Node,
        place: Place<'_>,
        table: Option<&'static KeyTable>,
        from: usize,
    ) {
        if matches!(node.value, Value::List(_) | Value::Map(_)) {
            self.walk(node, Some(place), table);
            return;
        }
        if self.told == MAX_GUESSES {
            return;
        }
        let start = node.span.start as usize;
        let rest = match &node.value {
            Value::Scalar { .. } => self.text.text.get(node.span.range()).unwrap_or(""),
            _ => "",
        };
        let Some(marks) = self.marks(from, start, rest) else {
            return;
        };
        if rest.starts_with(['|', '>']) {
            return;
        }
        let whole = match rest {
            "" => marks.clone(),
            rest => marks.start..start + rest.len(),
        };
        self.told += 1;
        let name = place.key.map_or("", |key| key.value.as_str());
        // `date: &d 2025` is no text, and in quotes is all that was meant.
        let is_bare = !rest.starts_with(['"', '\''])
            && !is_exact(name, place.form)
            && !is_address(rest)
            && (place.is_item || is_prose(name) || rest.contains(' '));
        let is_text = rest.is_empty() || is_bare;
        if !is_text {
            self.remove(marks.start..start);
            return;
        }
        let words = self.text.text[whole.clone()].split_whitespace();
        let words = words.collect::<Vec<_>>().join(" ");
        self.quote(&marks, whole.clone(), &words);
        node.span = self.text.span(whole);
        node.value = Value::Scalar {
            text: words,
            quoted: true,
        };
    }

    /// Returns the range of the words with marks that stand directly before an offset, if one of them
    /// has no effect. `rest`: what follows.
    fn marks(&self, from: usize, to: usize, rest: &str) -> Option<Range<usize>> {
        // Ruby wrote `! 'a text'`.
        let is_quoted = rest.starts_with(['"', '\'']);
        let between = self.text.text.get(from..to)?;
        let mut rest = between.trim_end();
        let end = from + rest.len();
        let (mut start, mut is_lost) = (end, false);
        loop {
            let at = rest.rfind(|c: char| c.is_whitespace() || "[{,".contains(c));
            let at = at.map_or(0, |at| {
                at + rest[at..].chars().next().map_or(1, char::len_utf8)
            });
            let word = &rest[at..];
            let is_mark = match word.strip_prefix('&') {
                Some(name) => {
                    is_lost |= !self.references.contains(name);
                    !name.is_empty()
                }
                None => {
                    let is_kind = is_kind(word) || word == "!" && is_quoted;
                    is_lost |= word.starts_with('!') && !is_kind;
                    word.starts_with('!')
                }
            };
            // A comment may stand above a value.
            let line = rest[..at].rsplit('\n').next().unwrap_or("");
            if !is_mark || line.contains('#') {
                break;
            }
            start = from + at;
            rest = rest[..at].trim_end();
        }
        (is_lost && start < end).then_some(start..end)
    }

    fn quote(&mut self, marks: &Range<usize>, whole: Range<usize>, words: &str) {
        let (line_start, line) = self.text.line(whole.start);
        let quoted = emit::quoted(words);
        let begin = &line[..whole.start - line_start];
        let finished = match value_of(line) == begin.len() {
            true => format!("{}{quoted}", begin.trim_start()),
            false => quoted.clone(),
        };
        let d = self
            .fault(marks.clone())
            .hint(format!("put the whole value in quotes: `{finished}`"))
            .fix(self.text.span(whole), quoted);
        self.sink.push(d);
    }

    fn remove(&mut self, marks: Range<usize>) {
        let word = self.text.text[marks.clone()].trim_end();
        let d = self
            .fault(marks.start..marks.start + word.len())
            .hint(format!("remove `{word}`"))
            .fix(self.text.span(marks), "");
        self.sink.push(d);
    }

    fn fault(&self, marks: Range<usize>) -> Diagnostic {
        let words = &self.text.text[marks.clone()];
        let message = match words.starts_with('&') {
            true => "a value that starts with & has a name for references, which is not shown",
            false => "a value that starts with ! says of what kind it is, which is not shown",
        };
        Diagnostic::error("broken-yaml", message).at(self.text.span(marks), "not shown")
    }
}

/// Returns whether a word is one of the kinds of values that YAML has.
fn is_kind(word: &str) -> bool {
    match word.strip_prefix("!!") {
        Some(kind) => KINDS.contains(&kind),
        // `!<tag:yaml.org,2002:str>`, and `!binary`, which Ruby wrote.
        None => word == "!binary" || word.starts_with("!<tag:"),
    }
}
