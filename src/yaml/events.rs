//! Straight from the crate's events: maps, lists and values without references and tags.

use std::ops::Range;

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, Span as Place};

use super::{Node, Value, list, map};
use crate::limits::{MAX_DEPTH, MAX_NODES};
use crate::source::{At, SourceId, Span};

/// Reads `text[range]`. None where it is broken, holds more than this reads (a reference, a
/// tag, a key that is no text, a second document), or is too large.
pub(super) fn read(source: SourceId, text: &str, range: &Range<usize>) -> Option<Node> {
    let mut events = Parser::new_from_str(&text[range.clone()]);
    let compose = Composer {
        source,
        text,
        base: range.start,
    };
    let mut open: Vec<Open> = Vec::new();
    let mut nodes = 0;
    loop {
        let (event, place) = events.next_event()?.ok()?;
        nodes += usize::from(begins_a_node(&event));
        if nodes > MAX_NODES || open.len() > MAX_DEPTH {
            return None;
        }
        let node = match event {
            Event::StreamStart | Event::DocumentStart(..) => continue,
            Event::Scalar(value, style, 0, None) => match open.last_mut() {
                Some(Open::Map {
                    key: key @ None, ..
                }) => {
                    // No text, or a merge.
                    if style == ScalarStyle::Plain && (is_null(&value) || value == "<<") {
                        return None;
                    }
                    let mut span = compose.span(&place)?;
                    let written = text.get(span.range()).unwrap_or("");
                    if written.len() > 1 && written.starts_with(['"', '\'']) {
                        // Its words alone, without the quotes.
                        (span.start, span.end) = (span.start + 1, span.end - 1);
                    }
                    *key = Some(At::new(value.into_owned(), span));
                    continue;
                }
                _ => compose.scalar(value.into_owned(), style, &place)?,
            },
            Event::SequenceStart(_, 0, None) => {
                open.push(Open::List {
                    start: compose.start(&place)?,
                    items: Vec::new(),
                });
                continue;
            }
            Event::MappingStart(_, 0, None) => {
                open.push(Open::Map {
                    start: compose.start(&place)?,
                    key: None,
                    pairs: Vec::new(),
                });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => compose.close(open.pop()?),
            _ => return None,
        };
        match open.last_mut() {
            None => return ends(&mut events).then_some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { key, pairs, .. }) => pairs.push((key.take()?, node)),
        }
    }
}

fn begins_a_node(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..)
    )
}

/// A list or map whose end has not come yet.
enum Open {
    List {
        start: usize,
        items: Vec<Node>,
    },
    Map {
        start: usize,
        key: Option<At<String>>,
        pairs: Vec<(At<String>, Node)>,
    },
}

/// Whether nothing follows the first document.
fn ends<'a>(events: &mut impl Iterator<Item = Result<(Event<'a>, Place), impl Sized>>) -> bool {
    matches!(events.next(), Some(Ok((Event::DocumentEnd, _))))
        && matches!(events.next(), Some(Ok((Event::StreamEnd, _))))
}

/// YAML 1.2, 10.3.2.
fn is_null(plain: &str) -> bool {
    matches!(plain, "" | "~" | "null" | "Null" | "NULL")
}

#[derive(Clone, Copy)]
struct Composer<'a> {
    source: SourceId,
    text: &'a str,
    /// Where the YAML begins in the file.
    base: usize,
}

impl Composer<'_> {
    fn start(self, place: &Place) -> Option<usize> {
        Some(self.base + place.start.byte_offset()?)
    }

    /// Without the blanks and line ends that follow.
    fn span(self, place: &Place) -> Option<Span> {
        let (start, end) = (self.start(place)?, self.base + place.end.byte_offset()?);
        let written = self.text.get(start..end)?.trim_end();
        Some(Span::new(self.source, start..start + written.len()))
    }

    fn scalar(self, text: String, style: ScalarStyle, place: &Place) -> Option<Node> {
        let plain = style == ScalarStyle::Plain;
        let null = plain && is_null(&text);
        let quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        Some(Node {
            span: self.span(place)?,
            value: if null {
                Value::Null
            } else {
                Value::Scalar { text, quoted }
            },
        })
    }

    fn close(self, open: Open) -> Node {
        match open {
            Open::List { start, items } => list(self.source, self.text, start, items),
            Open::Map { start, pairs, .. } => map(self.source, self.text, start, pairs),
        }
    }
}
