//! What the dialect adds within a line of text: `[[id]]` links, bare addresses, typography, and
//! Chinese and Japanese line breaks.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, OffsetIter, Tag, TagEnd};

use super::autolink::{self, BareAddress};
use super::markdown::{MARK, PreparedBody};
use super::placeholders::Placeholders;
use super::typography::Typography;
use crate::cjk::is_unspaced;

type Ranged<'a> = (Event<'a>, Range<usize>);

/// The events of a body. Neighbouring texts are one event.
pub struct Inline<'a> {
    prepared: &'a PreparedBody,
    inner: OffsetIter<'a>,
    /// The next event of the parser, with its place in the prepared text.
    peeked: Option<Ranged<'a>>,
    /// Finished events.
    ready: VecDeque<Ranged<'a>>,
    /// How many links and pictures are open.
    links: usize,
    /// Whether a link of raw HTML is open in this block.
    raw_link: bool,
    /// Whether the text is that of an `<address>`.
    address: bool,
    code: bool,
    placeholders: Placeholders,
    typography: Typography,
}

impl<'a> Inline<'a> {
    pub(super) fn new(prepared: &'a PreparedBody, inner: OffsetIter<'a>) -> Self {
        Self {
            prepared,
            inner,
            peeked: None,
            ready: VecDeque::new(),
            links: 0,
            raw_link: false,
            address: false,
            code: false,
            placeholders: Placeholders::default(),
            typography: Typography::new(prepared.dialect.conventions),
        }
    }

    /// The next event of the parser that belongs to the body.
    fn pull(&mut self) -> Option<Ranged<'a>> {
        if let Some(event) = self.peeked.take() {
            return Some(event);
        }
        let prefix = self.prepared.prefix;
        self.inner.find(|(_, range)| range.start >= prefix)
    }

    fn peek(&mut self) -> Option<&Ranged<'a>> {
        if self.peeked.is_none() {
            self.peeked = self.pull();
        }
        self.peeked.as_ref()
    }

    fn written(&self, range: &Range<usize>) -> Range<usize> {
        self.prepared.written(range.start)..self.prepared.written(range.end)
    }

    /// Keeps track of what is open.
    fn note(&mut self, event: &Event<'a>) {
        match event {
            Event::Start(Tag::Link { link_type, .. }) => {
                self.links += 1;
                self.address = matches!(link_type, LinkType::Autolink | LinkType::Email);
            }
            Event::Start(Tag::Image { .. }) => self.links += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => {
                self.links = self.links.saturating_sub(1);
                self.address = false;
            }
            Event::Start(Tag::CodeBlock(_)) => self.code = true,
            Event::End(TagEnd::CodeBlock) => self.code = false,
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {}
            Event::Start(_) | Event::End(_) => {
                self.raw_link = false;
                self.placeholders.begin();
                self.typography.begin();
            }
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.typography.last = text.chars().next_back();
            }
            Event::SoftBreak | Event::HardBreak => self.typography.last = Some(' '),
            Event::InlineHtml(html) => match html.get(..2) {
                Some("<a" | "<A") if opens_link(&html[2..]) => self.raw_link = true,
                Some("</")
                    if html[2..]
                        .trim_end_matches('>')
                        .trim()
                        .eq_ignore_ascii_case("a") =>
                {
                    self.raw_link = false;
                }
                _ => {}
            },
            _ => {}
        }
    }

    /// Whether a line break stands between two characters that are written without a space.
    fn joins(&self, range: &Range<usize>) -> bool {
        let skipped = |c: &char| c.is_whitespace() || "*_~[>".contains(*c) || *c == MARK;
        if !self.typography.last.is_some_and(is_unspaced) {
            return false;
        }
        let mut rest = self.prepared.text[range.end..].chars().take(FAR);
        rest.find(|c| !skipped(c)).is_some_and(is_unspaced)
    }

    /// Joins a text with those that follow it.
    fn run(&mut self, text: CowStr<'a>, range: Range<usize>) -> Run<'a> {
        let source = self.prepared.text.as_str();
        let marked = self.prepared.traits.marked;
        let mut run = Run {
            exact: is_at(&text, &range, source) && !(marked && text.contains(MARK)),
            text: Cow::Borrowed(&source[range.clone()]),
            place: range.clone(),
            pieces: Vec::new(),
        };
        if !run.exact {
            run.text = Cow::Owned(String::with_capacity(text.len()));
            run.push(&text, range, source);
        }
        while let Some((Event::Text(_), next)) = self.peek() {
            let escaped =
                next.start == run.place.end + 1 && source.as_bytes()[run.place.end] == b'\\';
            if next.start != run.place.end && !escaped {
                break;
            }
            let Some((Event::Text(more), next)) = self.pull() else {
                break;
            };
            let same = is_at(&more, &next, source) && !(marked && more.contains(MARK));
            if run.exact && !escaped && same {
                run.place.end = next.end;
                run.text = Cow::Borrowed(&source[run.place.clone()]);
            } else {
                run.push(&more, next, source);
            }
        }
        run
    }

    /// Divides a run into texts and links. Returns the text if it is the only part.
    fn divide(&mut self, run: &Run<'a>) -> Option<Ranged<'a>> {
        let traits = self.prepared.traits;
        let free = self.links == 0 && !self.raw_link;
        let mut wiki = match free && traits.brackets {
            true => self.wiki(run, 0),
            false => None,
        };
        let mut bare = match free && traits.addresses {
            true => autolink::find(&run.text, 0, traits.www),
            false => None,
        };
        let mut done = 0;
        loop {
            let first = match (&wiki, &bare) {
                (Some(w), Some(b)) => w.range.start <= b.range.start,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => break,
            };
            let end = if first {
                let Some(link) = wiki.take() else { break };
                self.push_plain(run, done..link.range.start);
                self.link(run, &link);
                link.range.end
            } else {
                let Some(address) = bare.take() else { break };
                self.push_plain(run, done..address.range.start);
                self.bare(run, &address);
                address.range.end
            };
            done = end;
            if first || wiki.as_ref().is_some_and(|w| w.range.start < done) {
                wiki = self.wiki(run, done);
            }
            if !first || bare.as_ref().is_some_and(|b| b.range.start < done) {
                bare = autolink::find(&run.text, done, traits.www);
            }
        }
        if done == 0 {
            return self.plain(run, 0..run.text.len());
        }
        self.push_plain(run, done..run.text.len());
        None
    }

    fn push_plain(&mut self, run: &Run<'a>, part: Range<usize>) {
        let plain = self.plain(run, part);
        self.ready.extend(plain);
    }

    /// A part of a run that is text; `None` if it is empty.
    fn plain(&mut self, run: &Run<'a>, part: Range<usize>) -> Option<Ranged<'a>> {
        if part.is_empty() {
            return None;
        }
        let place = run.place_of(&part, self);
        let text = run.slice(part.clone());
        if !self.prepared.dialect.smart || self.address {
            self.typography.last = text.chars().next_back();
            return Some((Event::Text(text), place));
        }
        let prepared = self.prepared;
        let after = || match run.text[part.end..].chars().next() {
            Some(next) => Some(next),
            None => after(&prepared.text, run.place.end),
        };
        let literal = |at: usize| run.is_literal(part.start + at, &prepared.text);
        let dots = prepared.traits.dots;
        let set = match self.typography.set(&text, dots, &after, &literal) {
            Cow::Borrowed(_) => None,
            Cow::Owned(set) => Some(set),
        };
        let text = set.map_or(text, CowStr::from);
        Some((Event::Text(text), place))
    }

    fn link(&mut self, run: &Run<'a>, link: &WikiLink) {
        let place = run.place_of(&link.range, self);
        let words = run.slice(link.words.clone());
        self.typography.last = words.chars().next_back();
        let tag = Tag::Link {
            link_type: LinkType::WikiLink {
                has_pothole: link.words != link.target,
            },
            dest_url: run.slice(link.target.clone()),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        };
        self.ready.push_back((Event::Start(tag), place.clone()));
        self.ready.push_back((Event::Text(words), place.clone()));
        self.ready.push_back((Event::End(TagEnd::Link), place));
    }

    fn bare(&mut self, run: &Run<'a>, address: &BareAddress) {
        let place = run.place_of(&address.range, self);
        let words = run.slice(address.range.clone());
        self.typography.last = words.chars().next_back();
        let tag = Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: CowStr::from(address.target.clone()),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        };
        self.ready.push_back((Event::Start(tag), place.clone()));
        self.ready.push_back((Event::Text(words), place.clone()));
        self.ready.push_back((Event::End(TagEnd::Link), place));
    }

    /// Finds the first `[[id]]` or `[[id|words]]` at or after `from`.
    fn wiki(&self, run: &Run<'a>, from: usize) -> Option<WikiLink> {
        let text = &*run.text;
        let mut at = from;
        while let Some(n) = text[at..].find("[[") {
            let start = at + n;
            at = start + 1;
            let window =
                &text[start + 2..text.floor_char_boundary((start + 2 + LONGEST).min(text.len()))];
            let end = window.find(['[', ']', '\n']);
            let Some(end) = end.map(|n| start + 2 + n) else {
                continue;
            };
            let inner = start + 2..end;
            let source = &self.prepared.text;
            let escaped = [start, start + 1, end, end + 1];
            if !text[end..].starts_with("]]")
                || text[..start].ends_with(['!', '['])
                || text[inner.clone()].contains("://")
                || escaped.iter().any(|at| run.is_literal(*at, source))
            {
                continue;
            }
            let (target, words) = match text[inner.clone()].find('|') {
                Some(bar) => (
                    inner.start..inner.start + bar,
                    inner.start + bar + 1..inner.end,
                ),
                None => (inner.clone(), inner),
            };
            let (target, words) = (trimmed(text, target), trimmed(text, words));
            if !target.is_empty() && !words.is_empty() {
                return Some(WikiLink {
                    range: start..end + 2,
                    target,
                    words,
                });
            }
        }
        None
    }

    /// Removes [`MARK`] from what is not text.
    fn without_marks(event: Event<'a>) -> Event<'a> {
        let clean = |text: CowStr<'a>| match text.contains(MARK) {
            true => CowStr::from(text.replace(MARK, "")),
            false => text,
        };
        match event {
            Event::Text(text) => Event::Text(clean(text)),
            Event::Code(text) => Event::Code(clean(text)),
            Event::Html(text) => Event::Html(clean(text)),
            Event::InlineHtml(text) => Event::InlineHtml(clean(text)),
            Event::InlineMath(text) => Event::InlineMath(clean(text)),
            Event::DisplayMath(text) => Event::DisplayMath(clean(text)),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => Event::Start(Tag::Link {
                link_type,
                dest_url: clean(dest_url),
                title: clean(title),
                id,
            }),
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            }) => Event::Start(Tag::Image {
                link_type,
                dest_url: clean(dest_url),
                title: clean(title),
                id,
            }),
            event => event,
        }
    }
}

impl<'a> Iterator for Inline<'a> {
    type Item = Ranged<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            let (event, range) = self.pull()?;
            match event {
                Event::Text(text) if !self.code => {
                    let run = self.run(text, range);
                    if let Some(event) = self.divide(&run) {
                        return Some(event);
                    }
                }
                Event::SoftBreak if self.prepared.traits.cjk && self.joins(&range) => {}
                Event::InlineHtml(tag)
                    if self.prepared.dialect.sanitised && self.placeholders.is_text(&tag) =>
                {
                    self.typography.last = Some('>');
                    let text = Self::without_marks(Event::Text(tag));
                    return Some((text, self.written(&range)));
                }
                event => {
                    self.note(&event);
                    let event = match self.prepared.traits.marked {
                        true => Self::without_marks(event),
                        false => event,
                    };
                    let place = self.written(&range);
                    return Some((event, place));
                }
            }
        }
    }
}

/// Maximum length of what stands between double brackets, in bytes.
const LONGEST: usize = 300;

/// Maximum number of marks between a text and the character that follows it.
const FAR: usize = 300;

/// The character after a text, without the marks of emphasis.
fn after(text: &str, at: usize) -> Option<char> {
    let mut rest = text[at..].chars().take(FAR);
    rest.find(|c| !"*_~[".contains(*c) && *c != MARK)
}

/// Whether the tag of raw HTML after `<a` begins a link: it has an address and does not end itself.
fn opens_link(tag: &str) -> bool {
    if tag.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
        return false;
    }
    let inner = tag.trim_end_matches('>');
    let ended = inner.strip_suffix('/');
    if ended.is_some_and(|inner| inner.ends_with(|c: char| c.is_whitespace() || "\"'".contains(c)))
    {
        return false;
    }
    let mut rest = inner;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || "=/".contains(c));
        let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
        if name.eq_ignore_ascii_case("href") {
            return true;
        }
        let after = after.trim_start();
        rest = match after.strip_prefix('=').map(str::trim_start) {
            None if name.is_empty() => return false,
            None => after,
            Some(value) => {
                let quote = value.chars().next().filter(|c| "\"'".contains(*c));
                let skipped = match quote {
                    Some(quote) => value[1..].split_once(quote),
                    None => value.split_once(char::is_whitespace),
                };
                match skipped {
                    Some((_, rest)) => rest,
                    None => return false,
                }
            }
        };
    }
}

/// A `[[id]]`, by its places in a run.
struct WikiLink {
    range: Range<usize>,
    target: Range<usize>,
    words: Range<usize>,
}

/// Whether a text of the parser is written in the source at `range`. Most are parts of the source,
/// which need no comparison.
fn is_at(text: &CowStr<'_>, range: &Range<usize>, source: &str) -> bool {
    let written = &source[range.clone()];
    text.len() == written.len() && (text.as_ptr() == written.as_ptr() || **text == *written)
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

/// Texts that follow each other immediately.
struct Run<'a> {
    text: Cow<'a, str>,
    /// Its place in the prepared text.
    place: Range<usize>,
    /// Whether the text is written there as it is, without references and escapes.
    exact: bool,
    /// The parts of a run that is not.
    pieces: Vec<Piece>,
}

struct Piece {
    /// Offset in the run.
    at: usize,
    /// Offset in the prepared text.
    source: usize,
    /// Whether it was written as a reference: `&quot;`.
    reference: bool,
}

impl<'a> Run<'a> {
    /// Appends a text that was written at `range`.
    fn push(&mut self, text: &str, range: Range<usize>, source: &str) {
        if self.exact {
            self.exact = false;
            self.pieces.push(Piece {
                at: 0,
                source: self.place.start,
                reference: false,
            });
        }
        let whole = self.text.to_mut();
        let reference = text.len() != range.len() || *text != source[range.clone()];
        let mut from = range.start;
        let parts: &mut dyn Iterator<Item = &str> = match reference {
            true => &mut std::iter::once(text),
            false => &mut text.split(MARK),
        };
        for part in parts {
            self.pieces.push(Piece {
                at: whole.len(),
                source: from,
                reference,
            });
            whole.push_str(part);
            from += part.len() + MARK.len_utf8();
        }
        self.place.end = range.end;
    }

    fn slice(&self, part: Range<usize>) -> CowStr<'a> {
        match &self.text {
            Cow::Borrowed(text) => CowStr::Borrowed(&text[part]),
            Cow::Owned(text) => CowStr::from(text[part].to_owned()),
        }
    }

    /// The last piece that begins at or before an offset.
    fn piece(&self, at: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.at <= at);
        after.checked_sub(1).map(|n| &self.pieces[n])
    }

    fn source(&self, at: usize) -> usize {
        match self.piece(at) {
            _ if at == self.text.len() => self.place.end,
            Some(piece) if piece.reference => piece.source,
            Some(piece) => piece.source + at - piece.at,
            None => self.place.start + at,
        }
    }

    /// The place of a part in the body as written.
    fn place_of(&self, part: &Range<usize>, inline: &Inline<'_>) -> Range<usize> {
        inline.written(&(self.source(part.start)..self.source(part.end)))
    }

    /// Whether a character was escaped, or written as a reference.
    fn is_literal(&self, at: usize, source: &str) -> bool {
        let starts = at == 0 || self.piece(at).is_some_and(|piece| piece.at == at);
        let reference = self.piece(at).is_some_and(|piece| piece.reference);
        reference || starts && source[..self.source(at)].ends_with('\\')
    }
}
