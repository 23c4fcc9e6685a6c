//! The Markdown dialect: one way to parse a text.
//!
//! Only [`events`] configures the dialect; the scan, the renderer and the search index use it, so
//! that the n-th link of one is the n-th link of the others.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use memchr::{memchr, memmem};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Serialize;

use super::cjk_emphasis;
use super::conventions::{Conventions, conventions_of};
use super::foreign::{self, ForeignMark};
use super::inline::Inline;
use super::typography::has_dots;
use crate::config::{MarkdownConfig, RawHtml};

/// What of the configuration and the language of a text decides how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Dialect {
    pub math: bool,
    /// Whether dashes, dots, apostrophes and quotation marks become typographic ones.
    pub smart: bool,
    /// The typography of the text's language.
    pub conventions: &'static Conventions,
    pub linkify: bool,
    /// Whether raw HTML is sanitised: then a tag of no element is text.
    pub sanitised: bool,
}

impl Dialect {
    /// The dialect of a text in `lang`, a language tag.
    pub fn new(config: &MarkdownConfig, lang: &str) -> Self {
        Self {
            math: config.math,
            smart: config.smart_punctuation,
            conventions: conventions_of(lang),
            linkify: config.linkify,
            sanitised: config.raw_html == RawHtml::Sanitise,
        }
    }

    /// GitHub's tables, strikethrough, task lists, footnotes and alerts, heading attributes,
    /// definition lists; mathematics as configured. `[[id]]` links, bare addresses and punctuation
    /// are the work of [`Inline`].
    pub(super) fn options(self) -> Options {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_GFM
            | Options::ENABLE_DEFINITION_LIST;
        match self.math {
            true => options | Options::ENABLE_MATH,
            false => options,
        }
    }
}

/// A body prepared for [`events`]: preceded by a definition for each source, so that `[^id]` is
/// parsed as a reference and not as plain text, and with the marks of other generators made
/// harmless.
#[derive(Debug)]
pub struct PreparedBody {
    pub(super) text: String,
    /// Length of the definitions before the text.
    pub(super) prefix: usize,
    pub(super) dialect: Dialect,
    pub(super) traits: Traits,
    /// Where the text differs in length from the body as written, in text order.
    shifts: Vec<Shift>,
    /// Marks of other generators, in text order, at their places in the body as written.
    pub foreign: Vec<ForeignMark>,
}

/// What a text contains. Most texts contain none of it, which costs one quick search each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Traits {
    /// `[[`
    pub brackets: bool,
    /// Something that may be an address.
    pub addresses: bool,
    /// `www.`
    pub www: bool,
    /// `...`
    pub dots: bool,
    /// Chinese or Japanese characters.
    pub cjk: bool,
    /// [`MARK`]
    pub marked: bool,
}

/// A replacement of a range of a body by another text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub range: Range<usize>,
    pub text: Cow<'static, str>,
}

/// An edit with its places before and after.
#[derive(Debug)]
struct Shift {
    prepared: Range<usize>,
    written: Range<usize>,
}

/// A character without meaning to the parser, which is neither a space nor punctuation to it. It
/// is removed from all that the parser returns. (A control character: no page shows one.)
pub(super) const MARK: char = '\u{1}';

/// Ends the definitions, so that an indented first line of the text does not continue them.
const BARRIER: &str = "<!-- -->\n\n";

/// Finders of [`Traits`].
static BRACKETS: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("[["));
static SCHEME: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("://"));
static LARGE_WWW: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("WWW."));
static WWW: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("www."));

/// Prepares a body that may cite `sources`.
pub fn prepare(body: &str, sources: &[&str], dialect: Dialect) -> PreparedBody {
    let foreign = foreign::find(body, dialect);
    let base = foreign.body.as_deref().unwrap_or(body);
    let has_cjk = cjk_emphasis::has_cjk(base);
    let mut edits = foreign.edits;
    if has_cjk && cjk_emphasis::mark_emphasis(base, &mut edits) {
        edits.sort_by_key(|edit| edit.range.start);
    }
    let mut text = String::with_capacity(body.len() + 16 * sources.len() + BARRIER.len());
    for id in sources {
        text.push_str("[^");
        text.push_str(id);
        text.push_str("]: .\n\n");
    }
    if !sources.is_empty() {
        text.push_str(BARRIER);
    }
    let prefix = text.len();
    let (mut shifts, mut done, mut marked) = (Vec::new(), 0, false);
    for edit in edits {
        if edit.range.start < done {
            continue;
        }
        marked |= edit.text.contains(MARK);
        text.push_str(&base[done..edit.range.start]);
        let start = text.len();
        text.push_str(&edit.text);
        done = edit.range.end;
        shifts.push(Shift {
            prepared: start..text.len(),
            written: edit.range,
        });
    }
    text.push_str(&base[done..]);
    let has = |mark: &memmem::Finder<'_>| mark.find(base.as_bytes()).is_some();
    let www = dialect.linkify && (has(&WWW) || has(&LARGE_WWW));
    let address = || has(&SCHEME) || memchr(b'@', base.as_bytes()).is_some();
    let traits = Traits {
        brackets: has(&BRACKETS),
        addresses: dialect.linkify && (www || address()),
        www,
        dots: dialect.smart && has_dots(base),
        cjk: has_cjk,
        marked: marked || (foreign.body.is_some() && text.contains(MARK)),
    };
    PreparedBody {
        text,
        prefix,
        dialect,
        traits,
        shifts,
        foreign: foreign.marks,
    }
}

impl PreparedBody {
    /// Returns the place in the body as written of a place in the prepared text.
    pub(super) fn written(&self, at: usize) -> usize {
        let after = self.shifts.partition_point(|s| s.prepared.start <= at);
        match after.checked_sub(1).map(|n| &self.shifts[n]) {
            None => at - self.prefix,
            Some(shift) if at < shift.prepared.end => shift.written.start,
            Some(shift) => at - shift.prepared.end + shift.written.end,
        }
    }
}

/// Parses a body. Ranges are relative to the body as the editor wrote it.
pub fn events(prepared: &PreparedBody) -> Inline<'_> {
    let parser = Parser::new_ext(&prepared.text, prepared.dialect.options());
    Inline::new(prepared, parser.into_offset_iter())
}

/// Returns the words of the first heading of a body and its place, without the end of its line.
pub fn first_heading(body: &str, dialect: Dialect) -> Option<(String, Range<usize>)> {
    let prepared = prepare(body, &[], dialect);
    let mut events = events(&prepared);
    let range = events.find_map(|(event, range)| match event {
        Event::Start(Tag::Heading { .. }) => Some(range),
        _ => None,
    })?;
    let mut words = String::new();
    for (event, _) in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    let words = words.trim();
    let place = range.start..range.start + body[range].trim_end().len();
    (!words.is_empty()).then(|| (words.to_owned(), place))
}

/// Assigns the levels of the headings of a page, 2 to 6: the title is the only heading of level 1,
/// and no level is skipped.
#[derive(Debug, Default)]
pub struct HeadingLevels {
    /// The written levels of the headings that enclose the current place.
    open: Vec<u8>,
}

impl HeadingLevels {
    pub fn next(&mut self, written: HeadingLevel) -> u8 {
        let written = written as u8;
        while self.open.last().is_some_and(|open| *open >= written) {
            self.open.pop();
        }
        self.open.push(written);
        u8::try_from(self.open.len() + 1).map_or(6, |level| level.min(6))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_keep_their_order_and_skip_none() {
        let levels = |written: &[u8]| {
            let mut levels = HeadingLevels::default();
            let written = written
                .iter()
                .map(|n| HeadingLevel::try_from(usize::from(*n)));
            let levels = written.map(|level| levels.next(level.unwrap()));
            levels.collect::<Vec<_>>()
        };
        assert_eq!(levels(&[2, 3, 2]), [2, 3, 2]);
        assert_eq!(levels(&[1, 2, 3, 1]), [2, 3, 4, 2]);
        assert_eq!(levels(&[3, 3, 4]), [2, 2, 3]);
        assert_eq!(levels(&[2, 4, 3, 2]), [2, 3, 3, 2]);
        assert_eq!(levels(&[1, 2, 3, 4, 5, 6]), [2, 3, 4, 5, 6, 6]);
    }
}
