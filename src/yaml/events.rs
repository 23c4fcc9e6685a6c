//! Builds a tree of nodes from the parser's events. Resolves aliases and replaces merge keys (`<<`)
//! by the pairs that they stand for.
//!
//! A value that an alias repeats has the span of the alias and counts again towards [`MAX_NODES`]
//! and [`MAX_REPEATED`]. Tags only determine whether a value is null, text or binary.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _, HashSet};
use granit_parser::{Event, Marker, Parser, ScalarStyle, Span as Place, Tag};

use super::folded::unfolded;
use super::{Node, Value, list, map};
use crate::limits::{MAX_DEPTH, MAX_NODES, MAX_REPEATED};
use crate::source::{At, SourceId, Span};

/// Why a text can't be read, and the offset of the fault.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct YamlError {
    /// The parser's message, or one of this module's; `fault` explains it to editors.
    pub said: String,
    pub at: usize,
}

pub(super) const TOO_DEEP: &str = "limit of depth";
pub(super) const TOO_MANY: &str = "limit of values";
pub(super) const DOCUMENTS: &str = "limit of one document, found multiple documents";
pub(super) const RECURSIVE: &str = "recursive references";

/// Parses `text[range]`.
///
/// # Errors
/// Returns the first fault; nothing after it is read.
pub(super) fn read(
    source: SourceId,
    text: &str,
    range: &Range<usize>,
) -> Result<Node, Box<YamlError>> {
    let mut composer = Composer {
        source,
        text,
        base: range.start,
        open: Vec::new(),
        anchors: HashMap::new(),
        read: Size::default(),
        copied: Size::default(),
        root: None,
    };
    let mut documents = 0;
    for item in Parser::new_from_str(&text[range.clone()]) {
        let (event, place) = item.map_err(|error| composer.broken(error.info(), error.marker()))?;
        match event {
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    return Err(composer.broken(DOCUMENTS, &place.start));
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                let size = Size {
                    nodes: 1,
                    bytes: text.len(),
                };
                composer.count(size, &place)?;
                if composer.awaits_key() && is_merge(&text, style, tag.as_deref()) {
                    composer.set_key(MapKey::Merge);
                    continue;
                }
                let node = composer.scalar(text.into_owned(), style, tag.as_deref(), &place)?;
                composer.keep(anchor, &node, size, 0, &place)?;
                composer.push(node, 0)?;
            }
            Event::SequenceStart(_, anchor, _) => {
                composer.begin(anchor, Container::List(Vec::new()), &place)?;
            }
            Event::MappingStart(_, anchor, _) => {
                composer.begin(anchor, Container::Map(OpenMap::default()), &place)?;
            }
            Event::SequenceEnd | Event::MappingEnd => composer.end(&place)?,
            Event::Alias(anchor) => composer.refer(anchor, &place)?,
            Event::StreamEnd if composer.root.is_none() => {
                composer.root = Some(Node {
                    span: composer.span(&place),
                    value: Value::Null,
                });
            }
            _ => {}
        }
    }
    Ok(composer.root.expect("a stream ends with its event"))
}

/// A list or map that has not ended yet.
struct Open {
    start: usize,
    /// 0 if it has none.
    anchor: usize,
    /// Size of everything before it.
    before: Size,
    /// Levels of nested lists and maps so far.
    height: usize,
    container: Container,
}

enum Container {
    List(Vec<Node>),
    Map(OpenMap),
}

#[derive(Default)]
struct OpenMap {
    /// The key of the next value.
    key: Option<MapKey>,
    own: Vec<(At<String>, Node)>,
    merged: Vec<(At<String>, Node)>,
}

enum MapKey {
    Text(At<String>),
    Merge,
}

/// A node that aliases can repeat.
struct Anchored {
    node: Node,
    size: Size,
    height: usize,
}

#[derive(Clone, Copy, Default)]
struct Size {
    nodes: usize,
    /// Total length of the scalars.
    bytes: usize,
}

struct Composer<'a> {
    source: SourceId,
    text: &'a str,
    /// Offset of the YAML in the file.
    base: usize,
    open: Vec<Open>,
    anchors: HashMap<usize, Anchored>,
    /// Size of what was read, including what aliases repeated.
    read: Size,
    /// Size of what was copied, for aliases and by them.
    copied: Size,
    root: Option<Node>,
}

impl Composer<'_> {
    /// Counts what was read towards the limit.
    fn count(&mut self, size: Size, place: &Place) -> Result<(), Box<YamlError>> {
        self.read.nodes += size.nodes;
        self.read.bytes += size.bytes;
        match self.read.nodes > MAX_NODES {
            true => Err(self.broken(TOO_MANY, &place.start)),
            false => Ok(()),
        }
    }

    /// Counts what is copied towards the limits.
    fn count_copy(&mut self, size: Size, place: &Place) -> Result<(), Box<YamlError>> {
        self.copied.nodes += size.nodes;
        self.copied.bytes += size.bytes;
        // An anchored node within another is copied once for each anchor, and once more by each
        // alias.
        match self.copied.nodes > 2 * MAX_NODES || self.copied.bytes > MAX_REPEATED {
            true => Err(self.broken(TOO_MANY, &place.start)),
            false => Ok(()),
        }
    }

    /// Opens a list or map.
    fn begin(
        &mut self,
        anchor: usize,
        container: Container,
        place: &Place,
    ) -> Result<(), Box<YamlError>> {
        let before = self.read;
        let size = Size { nodes: 1, bytes: 0 };
        self.count(size, place)?;
        if self.open.len() == MAX_DEPTH {
            return Err(self.broken(TOO_DEEP, &place.start));
        }
        self.open.push(Open {
            start: self.offset(&place.start),
            anchor,
            before,
            height: 0,
            container,
        });
        Ok(())
    }

    /// Closes the innermost list or map.
    fn end(&mut self, place: &Place) -> Result<(), Box<YamlError>> {
        let open = self.open.pop().expect("what ends has begun");
        let node = match open.container {
            Container::List(items) => list(self.source, self.text, open.start, items),
            Container::Map(pairs) => map(self.source, self.text, open.start, pairs.joined()),
        };
        let size = Size {
            nodes: self.read.nodes - open.before.nodes,
            bytes: self.read.bytes - open.before.bytes,
        };
        let height = open.height + 1;
        self.keep(open.anchor, &node, size, height, place)?;
        self.push(node, height)
    }

    /// Keeps a node that has an anchor.
    fn keep(
        &mut self,
        anchor: usize,
        node: &Node,
        size: Size,
        height: usize,
        place: &Place,
    ) -> Result<(), Box<YamlError>> {
        if anchor == 0 {
            return Ok(());
        }
        self.count_copy(size, place)?;
        let anchored = Anchored {
            node: node.clone(),
            size,
            height,
        };
        self.anchors.insert(anchor, anchored);
        Ok(())
    }

    /// Inserts a copy of the anchor's node in place of an alias.
    fn refer(&mut self, anchor: usize, place: &Place) -> Result<(), Box<YamlError>> {
        let Some(&Anchored { size, height, .. }) = self.anchors.get(&anchor) else {
            return Err(self.broken(RECURSIVE, &place.start));
        };
        self.count(size, place)?;
        self.count_copy(size, place)?;
        if self.open.len() + height > MAX_DEPTH {
            return Err(self.broken(TOO_DEEP, &place.start));
        }
        let node = at(&self.anchors[&anchor].node, self.span(place));
        self.push(node, height)
    }

    fn awaits_key(&self) -> bool {
        let container = self.open.last().map(|open| &open.container);
        matches!(container, Some(Container::Map(OpenMap { key: None, .. })))
    }

    fn set_key(&mut self, key: MapKey) {
        if let Some(Container::Map(pairs)) = self.open.last_mut().map(|open| &mut open.container) {
            pairs.key = Some(key);
        }
    }

    /// Adds a node to the innermost open list or map.
    fn push(&mut self, node: Node, height: usize) -> Result<(), Box<YamlError>> {
        if self.awaits_key() {
            let key = self.key(node)?;
            self.set_key(MapKey::Text(key));
            return Ok(());
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        open.height = open.height.max(height);
        match &mut open.container {
            Container::List(items) => items.push(node),
            Container::Map(pairs) => match pairs.key.take() {
                Some(MapKey::Text(key)) => pairs.own.push((key, node)),
                _ => merge(node, &mut pairs.merged)?,
            },
        }
        Ok(())
    }

    fn key(&self, node: Node) -> Result<At<String>, Box<YamlError>> {
        let mut span = node.span;
        let Value::Scalar { text, .. } = node.value else {
            let said = match node.value {
                Value::Null => "a key is empty",
                _ => "a key must be a single value",
            };
            return Err(broken(said, span));
        };
        let written = self.text.get(span.range()).unwrap_or("");
        if written.len() > 1 && written.starts_with(['"', '\'']) {
            // The text without its quotes.
            (span.start, span.end) = (span.start + 1, span.end - 1);
        }
        Ok(At::new(text, span))
    }

    fn scalar(
        &self,
        text: String,
        style: ScalarStyle,
        tag: Option<&Tag>,
        place: &Place,
    ) -> Result<Node, Box<YamlError>> {
        let null = tag.is_some_and(|tag| tag.is_yaml_core_schema_tag("null"))
            || tag.is_none_or(says_nothing) && style == ScalarStyle::Plain && is_null(&text);
        let text = match tag.is_some_and(is_binary) {
            true => decoded(&text)
                .ok_or_else(|| self.broken("a binary value is not text", &place.start))?,
            false => text,
        };
        let span = self.span(place);
        let text = match style {
            ScalarStyle::Literal => text,
            _ => unfolded(text, self.text.get(span.range()).unwrap_or("")),
        };
        let quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        Ok(Node {
            span,
            value: match null {
                true => Value::Null,
                false => Value::Scalar { text, quoted },
            },
        })
    }

    fn offset(&self, marker: &Marker) -> usize {
        self.base + marker.byte_offset().unwrap_or(0)
    }

    /// Returns the span of a place, without trailing spaces and line ends.
    fn span(&self, place: &Place) -> Span {
        let (start, end) = (self.offset(&place.start), self.offset(&place.end));
        let written = self.text.get(start..end).unwrap_or("");
        // Other spaces, such as those between which no line breaks, are part of a scalar.
        let written = written.trim_end_matches([' ', '\t', '\n', '\r']);
        Span::new(self.source, start..start + written.len())
    }

    fn broken(&self, said: impl Into<String>, marker: &Marker) -> Box<YamlError> {
        Box::new(YamlError {
            said: said.into(),
            at: self.offset(marker),
        })
    }
}

fn broken(said: &str, span: Span) -> Box<YamlError> {
    Box::new(YamlError {
        said: said.to_owned(),
        at: span.start as usize,
    })
}

impl OpenMap {
    /// Returns its own pairs, then the merged pairs whose keys are new.
    fn joined(self) -> Vec<(At<String>, Node)> {
        let mut pairs = self.own;
        if !self.merged.is_empty() {
            let mut keys: HashSet<String> =
                pairs.iter().map(|(key, _)| key.value.clone()).collect();
            let merged = self.merged.into_iter();
            pairs.extend(merged.filter(|(key, _)| keys.insert(key.value.clone())));
        }
        pairs
    }
}

/// Adds the pairs of a map, or of each map in a list, in order.
fn merge(node: Node, merged: &mut Vec<(At<String>, Node)>) -> Result<(), Box<YamlError>> {
    match node.value {
        Value::Null => Ok(()),
        Value::Map(pairs) => {
            merged.extend(pairs);
            Ok(())
        }
        Value::List(items) => items.into_iter().try_for_each(|item| merge(item, merged)),
        Value::Scalar { .. } => Err(broken(
            "the value of `<<` must be a group of keys, or a list of groups",
            node.span,
        )),
    }
}

/// Copies a node and gives all its values the span `span`.
fn at(node: &Node, span: Span) -> Node {
    let value = match &node.value {
        Value::List(items) => Value::List(items.iter().map(|item| at(item, span)).collect()),
        Value::Map(pairs) => Value::Map(
            pairs
                .iter()
                .map(|(key, node)| (key.clone(), at(node, span)))
                .collect(),
        ),
        value => value.clone(),
    };
    Node { span, value }
}

/// Returns whether a plain scalar is null (YAML 1.2, 10.3.2).
fn is_null(plain: &str) -> bool {
    matches!(plain, "" | "~" | "null" | "Null" | "NULL")
}

/// Returns whether a key is the merge key of YAML 1.1, which Hugo and Jekyll also support.
fn is_merge(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> bool {
    text == "<<" && style == ScalarStyle::Plain && tag.is_none()
}

/// Returns whether a tag is application-specific, so that the text determines whether the value is
/// null.
fn says_nothing(tag: &Tag) -> bool {
    let text = |suffix: &str| suffix.is_empty() || suffix == "!";
    tag.is_custom() && !is_binary(tag) && !tag.suffix_in_namespace("!").is_some_and(|s| text(&s))
}

/// Returns whether a tag is `!!binary`, or `!binary`, which Ruby wrote for non-ASCII titles.
fn is_binary(tag: &Tag) -> bool {
    ["tag:yaml.org,2002:", "!"]
        .iter()
        .any(|space| tag.suffix_in_namespace(space).as_deref() == Some("binary"))
}

/// Decodes a binary value (RFC 4648, section 4; spaces and line ends within are skipped).
fn decoded(base64: &str) -> Option<String> {
    let (mut bytes, mut bits, mut len) = (Vec::new(), 0_u32, 0);
    let signs = base64.bytes().filter(|b| !b.is_ascii_whitespace());
    if signs.clone().count() % 4 != 0 {
        return None;
    }
    for sign in signs {
        let six = match sign {
            b'A'..=b'Z' => sign - b'A',
            b'a'..=b'z' => sign - b'a' + 26,
            b'0'..=b'9' => sign - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => continue,
            _ => return None,
        };
        (bits, len) = (bits << 6 | u32::from(six), len + 6);
        if len >= 8 {
            len -= 8;
            bytes.push((bits >> len) as u8);
        }
    }
    String::from_utf8(bytes).ok()
}
