//! Source files: their ids, paths and texts, and the line and column of a byte offset.
//!
//! A [`Source`] is read, parsed and dropped; a [`Span`] outlives it and takes twelve bytes. The
//! text is read again only to render a page or print a diagnostic, so that a hundred thousand
//! articles fit in memory.

use std::ops::Range;
use std::path::{Path, PathBuf};

use foldhash::{HashMap, HashMapExt as _};
use memchr::{memchr, memchr_iter, memrchr};

use crate::limits::MAX_TEXT;
use crate::world::World;

/// Index of a file in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// The bytes `start..end` of a source's text (after [`decode`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub source: SourceId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            source,
            start: clamp(range.start),
            end: clamp(range.end),
        }
    }

    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and its span in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At<T> {
    pub value: T,
    pub span: Span,
}

impl<T> At<T> {
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> At<U> {
        At {
            value: f(self.value),
            span: self.span,
        }
    }
}

/// A file's text and id.
#[derive(Debug)]
pub struct Source {
    pub id: SourceId,
    pub text: String,
}

impl Source {
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.id, range)
    }
}

/// Where a source's text comes from.
#[derive(Debug, Clone)]
enum Origin {
    File(PathBuf),
    /// Embedded in the program: a template of the default theme.
    Embedded(&'static str),
}

/// All files that a build has read, by id. Stores paths, not texts.
#[derive(Debug, Default)]
pub struct Sources {
    list: Vec<(String, Origin)>,
    /// Ids by name, if registering a name again must return the same id.
    ids: Option<HashMap<String, SourceId>>,
}

impl Sources {
    /// Creates an empty list for a project that is scanned repeatedly: a file keeps its id when it
    /// is registered again, so that spans stay valid across scans.
    pub fn lasting() -> Self {
        Self {
            list: Vec::new(),
            ids: Some(HashMap::new()),
        }
    }

    /// Returns the number of registered sources.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns a copy of the list for readers that register nothing more.
    #[must_use]
    pub fn so_far(&self) -> Self {
        Self {
            list: self.list.clone(),
            ids: None,
        }
    }

    /// Registers a file. `name` is its path relative to the project, with forward slashes, as
    /// diagnostics print it.
    pub fn add_file(&mut self, name: String, path: PathBuf) -> SourceId {
        self.add(name, Origin::File(path))
    }

    /// Registers a text embedded in the program.
    pub fn add_embedded(&mut self, name: String, text: &'static str) -> SourceId {
        self.add(name, Origin::Embedded(text))
    }

    fn add(&mut self, name: String, origin: Origin) -> SourceId {
        let id = SourceId(u32::try_from(self.list.len()).expect("fewer than 2^32 files"));
        if let Some(ids) = &mut self.ids {
            if let Some(known) = ids.get(&name) {
                return *known;
            }
            ids.insert(name.clone(), id);
        }
        self.list.push((name, origin));
        id
    }

    /// Returns the path relative to the project, with forward slashes.
    pub fn name(&self, id: SourceId) -> &str {
        &self.list[id.0 as usize].0
    }

    /// Returns the path of the file, or `None` for an embedded text.
    pub fn path(&self, id: SourceId) -> Option<&Path> {
        match &self.list[id.0 as usize].1 {
            Origin::File(path) => Some(path),
            Origin::Embedded(_) => None,
        }
    }

    /// Reads the text of a source.
    ///
    /// # Errors
    /// If the file cannot be read, is too large, or is not UTF-8.
    pub fn read(&self, world: &dyn World, id: SourceId) -> Result<Source, ReadFault> {
        let text = match &self.list[id.0 as usize].1 {
            Origin::Embedded(text) => (*text).to_owned(),
            Origin::File(path) => text_of(world.read(path).map_err(ReadFault::Io)?)?,
        };
        Ok(Source { id, text })
    }
}

/// Why the text of a file could not be read.
#[derive(Debug)]
pub enum ReadFault {
    Io(std::io::Error),
    /// Position of the first byte that is not UTF-8.
    NotUtf8(Position),
    /// The file starts with a UTF-16 byte order mark.
    Utf16,
    /// Size in bytes, above [`MAX_TEXT`].
    TooLarge(u64),
}

/// Decodes the bytes of a file of at most [`MAX_TEXT`] bytes; see [`decode`].
///
/// # Errors
/// [`ReadFault::TooLarge`], and those of [`decode`].
pub fn text_of(bytes: Vec<u8>) -> Result<String, ReadFault> {
    match bytes.len() as u64 {
        len if len > MAX_TEXT => Err(ReadFault::TooLarge(len)),
        _ => decode(bytes),
    }
}

/// Decodes the bytes of a file as UTF-8. Removes the byte order mark and normalises line endings to
/// `\n`, so that the text does not depend on the editor that saved it.
///
/// # Errors
/// [`ReadFault::Utf16`] and [`ReadFault::NotUtf8`].
pub fn decode(bytes: Vec<u8>) -> Result<String, ReadFault> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(ReadFault::Utf16);
    }
    let mut text = String::from_utf8(bytes).map_err(|e| {
        let good = String::from_utf8_lossy(&e.as_bytes()[..e.utf8_error().valid_up_to()]);
        let lines = good.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        ReadFault::NotUtf8(position(&lines.replace('\r', "\n"), lines.len()))
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    if memchr(b'\r', text.as_bytes()).is_some() {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    Ok(text)
}

/// A line and a column, both counted from 1. The column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Position {
    /// Returns the position after `text`, which begins at this one.
    pub fn after(self, text: &str) -> Self {
        let lines = memchr_iter(b'\n', text.as_bytes()).count();
        match memrchr(b'\n', text.as_bytes()) {
            Some(end) => Self {
                line: self.line + lines,
                column: text[end + 1..].chars().count() + 1,
            },
            None => Self {
                line: self.line,
                column: self.column + text.chars().count(),
            },
        }
    }
}

/// Returns the position of the byte `offset` of `text`. An offset past the end or inside a
/// character is rounded down to the nearest character boundary.
pub fn position(text: &str, offset: usize) -> Position {
    let start = Position { line: 1, column: 1 };
    start.after(&text[..floor_boundary(text, offset)])
}

/// Returns the nearest character boundary at or before `offset`.
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_reads_the_same_with_a_byte_order_mark_and_windows_line_ends() {
        assert_eq!(
            decode(b"\xef\xbb\xbfa\r\nb\rc\n".to_vec()).unwrap(),
            "a\nb\nc\n"
        );
    }

    #[test]
    fn utf_16_and_broken_utf_8_are_told_apart() {
        assert!(matches!(
            decode(vec![0xff, 0xfe, b'a', 0]),
            Err(ReadFault::Utf16)
        ));
        assert!(matches!(
            decode(b"a\r\nb\xffc".to_vec()),
            Err(ReadFault::NotUtf8(Position { line: 2, column: 2 }))
        ));
    }

    #[test]
    fn a_position_counts_characters_and_never_splits_one() {
        let text = "é=1\nüx";
        assert_eq!(position(text, 2), Position { line: 1, column: 2 });
        assert_eq!(position(text, 6), Position { line: 2, column: 1 });
        assert_eq!(position(text, 99), Position { line: 2, column: 3 });
    }

    #[test]
    fn a_position_is_the_same_from_the_beginning_and_from_any_place_before() {
        let text = "é,\n\nab\u{1f600}c\nd";
        let places: Vec<usize> = (0..=text.len())
            .filter(|n| text.is_char_boundary(*n))
            .collect();
        for (n, from) in places.iter().enumerate() {
            for to in &places[n..] {
                let near = position(text, *from).after(&text[*from..*to]);
                assert_eq!(near, position(text, *to), "{from} to {to}");
            }
        }
        assert_eq!(position(text, 8), Position { line: 3, column: 3 });
    }
}
