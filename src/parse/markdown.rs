//! The Markdown dialect: one way to parse a text, and the ids of its headings.
//!
//! Only [`events`] configures the dialect; both [`scan`](super::scan::scan) and the renderer use
//! it, so that the n-th link of one is the n-th link of the other.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser};

use crate::config::MarkdownConfig;
use crate::content::slug;

/// Ids that the surrounding page uses.
const TAKEN: [&str; 13] = [
    "main",
    "top",
    "contents",
    "events",
    "sources",
    "corrections",
    "stances",
    "related",
    "share",
    "history",
    "footnotes",
    "menu",
    "clocks",
];

/// Configures the dialect: GitHub's tables, strikethrough, task lists, footnotes and alerts,
/// heading attributes, definition lists, `[[id]]` links; punctuation and mathematics as configured.
fn options(config: &MarkdownConfig) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    if config.smart_punctuation {
        options |= Options::ENABLE_SMART_PUNCTUATION;
    }
    if config.math {
        options |= Options::ENABLE_MATH;
    }
    options
}

/// A body prepared for [`events`]: preceded by a definition for each source, so that `[^id]` is
/// parsed as a reference and not as plain text.
#[derive(Debug)]
pub struct PreparedBody {
    text: String,
    /// Length of the definitions before the text.
    prefix: usize,
}

/// Ends the definitions, so that an indented first line of the text does not continue them.
const BARRIER: &str = "<!-- -->\n\n";

pub fn prepare(body: &str, sources: &[&str]) -> PreparedBody {
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
    text.push_str(body);
    PreparedBody { text, prefix }
}

/// Parses a body. Ranges are relative to the body as the editor wrote it.
pub fn events<'a>(
    prepared: &'a PreparedBody,
    config: &MarkdownConfig,
) -> impl Iterator<Item = (Event<'a>, Range<usize>)> {
    let prefix = prepared.prefix;
    Parser::new_ext(&prepared.text, options(config))
        .into_offset_iter()
        .filter(move |(_, range)| range.start >= prefix)
        .map(move |(event, range)| (event, range.start - prefix..range.end - prefix))
}

/// Returns 2 to 6: `#` in a text counts as `##`, since the page title is the only first-level
/// heading.
pub fn heading_level(level: HeadingLevel) -> u8 {
    (level as u8).max(2)
}

/// Assigns a unique id to each heading of a page.
#[derive(Debug, Default)]
pub struct HeadingIds {
    seen: BTreeMap<String, usize>,
}

impl HeadingIds {
    /// Returns the editor's id (`## Text {#id}`), else one derived from the text.
    pub fn next(&mut self, own: Option<&str>, text: &str) -> String {
        let wanted = own
            .filter(|id| slug::check(id).is_ok())
            .map_or_else(|| slug::slug(text), str::to_owned);
        let ours = TAKEN.contains(&wanted.as_str())
            || [
                "source-",
                "entry-",
                "cite-",
                "fn-",
                "fnref-",
                "correction-",
                "y-",
                "m-",
            ]
            .iter()
            .any(|p| wanted.starts_with(p));
        let wanted = if ours { format!("s-{wanted}") } else { wanted };
        let mut n = self.seen.get(&wanted).copied().unwrap_or(0) + 1;
        let mut id = wanted.clone();
        while n > 1 || self.seen.contains_key(&id) {
            n = n.max(2);
            id = format!("{wanted}-{n}");
            if !self.seen.contains_key(&id) {
                break;
            }
            n += 1;
        }
        self.seen.insert(wanted, n);
        self.seen.insert(id.clone(), 1);
        id
    }
}
