//! Scans a body once for links, headings, citations and words, and for what its raw HTML loads, and
//! reports faults.

mod almost;
mod excess;
mod lead;
mod notes;
mod raw;

use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memchr2;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::cjk_emphasis::has_cjk;
use super::embeds;
use super::foreign;
use super::heading_ids::{self, HeadingIds};
use super::html_piece::HtmlPiece;
use super::markdown::{Dialect, HeadingLevels, events, prepare};
use super::open_elements::Container;
use super::raw_html::HtmlReader;
use crate::cjk::{is_cjk_punctuation, is_unspaced};
use crate::config::{MarkdownConfig, RawHtml, SiteConfig};
use crate::content::body::{Body, BodyLink, Embed, Heading, LinkKind};
use crate::diagnostic::visible::{first_invisible, visible};
use crate::diagnostic::{Diagnostic, Sink};
use crate::digest;
use crate::limits::OutputLimits;
use crate::source::{SourceId, Span};
use excess::Excess;
use lead::LeadScan;
use notes::Notes;
use raw::{path_from_root, untrusted_html};

pub use notes::source_of;

/// What is known of a text before it is read.
#[derive(Debug, Clone, Copy)]
pub struct TextContext<'a> {
    /// The ids that `[^id]` may cite.
    pub sources: &'a [&'a str],
    pub markdown: &'a MarkdownConfig,
    /// The site's path.
    pub base: &'a str,
    /// The language of the text.
    pub lang: &'a str,
    /// The title of its page, which the text need not repeat.
    pub title: &'a str,
    pub limits: &'a OutputLimits,
    /// Whether a stranger has written it.
    pub untrusted: bool,
    /// Whether its first sentence is needed.
    pub wants_lead: bool,
}

impl<'a> TextContext<'a> {
    /// A text of the site that has no sources, no title and no language of its own.
    pub fn of(config: &'a SiteConfig) -> Self {
        Self {
            sources: &[],
            markdown: &config.markdown,
            base: &config.base,
            lang: &config.language,
            title: "",
            limits: &config.limits,
            untrusted: config.untrusted,
            wants_lead: false,
        }
    }
}

/// Collects what the rest of the program needs of a body. `text` is the whole file, `range` the
/// body in it.
pub fn scan(
    id: SourceId,
    text: &str,
    range: Range<usize>,
    context: TextContext<'_>,
    sink: &mut Sink,
) -> Body {
    let config = context.markdown;
    let body_text = &text[range.clone()];
    let digest = digest::of(body_text.as_bytes());
    let mut scan = BodyScan {
        file: id,
        base: range.start,
        text: body_text,
        context,
        body: Body {
            range,
            digest,
            ..Body::default()
        },
        ids: HeadingIds::default(),
        levels: HeadingLevels::default(),
        heading: None,
        cited: BTreeMap::new(),
        notes: Notes::default(),
        lost: 0,
        placeholders: 0,
        html: HtmlReader::default(),
        block: None,
        depth: 0,
        elements: 0,
        links: 0,
        in_code: false,
        ideographs: 0,
    };
    let dialect = Dialect::new(config, context.lang);
    let prepared = prepare(body_text, context.sources, dialect);
    foreign::report(id, scan.base, &prepared.foreign, sink);
    let mut kept = String::new();
    let mut lead = LeadScan::new(context.wants_lead);
    let mut unseen = first_invisible(body_text).map(|(at, len, what)| (at..at + len, what));
    for (event, range) in events(&prepared) {
        // An invisible character may be written as `&#x202e;`.
        if let (None, Event::Text(text)) = (&unseen, &event) {
            unseen = first_invisible(text).map(|(_, _, what)| (range.clone(), what));
        }
        lead.event(&event, scan.body.links.len());
        if let Event::Html(html) | Event::InlineHtml(html) = &event {
            kept.push_str(html);
        }
        if let Event::Html(html) | Event::InlineHtml(html) = &event
            && config.raw_html == RawHtml::Trust
            && let Some((at, path)) = path_from_root(html, context.base)
        {
            let base = context.base;
            sink.push(
                Diagnostic::warning(
                    "raw-link",
                    format!("`{path}` is outside the site, which is at `{base}`"),
                )
                .at(
                    scan.span(range.start + at..range.start + at + path.len()),
                    "raw HTML is not changed",
                )
                .hint(format!("write `{base}{}`", &path[1..])),
            );
        }
        let start = range.start;
        scan.event(event, range, sink);
        if let Some(excess) = scan.excess() {
            let sign = body_text[start..].chars().next().map_or(0, char::len_utf8);
            sink.push(excess.diagnostic(
                context.limits,
                context.untrusted,
                scan.span(start..start + sign),
            ));
            // Such a text is never rendered; it is replaced by an empty one.
            scan.body.range.end = scan.body.range.start;
            scan.body.digest = digest::of(b"");
            break;
        }
    }
    scan.unused_notes(sink);
    scan.more_lost(sink);
    // What is escaped or removed loads nothing.
    let mut loads = match config.raw_html {
        RawHtml::Escape => Vec::new(),
        RawHtml::Sanitise | RawHtml::Trust => embeds::of_html(&kept),
    };
    let trusted = config.raw_html == RawHtml::Trust;
    loads.retain(|(how, _)| match how {
        Embed::Picture => true,
        Embed::Media | Embed::Frame => trusted,
        Embed::Script | Embed::Style => false,
    });
    scan.body.embeds = loads;
    scan.body.lead = lead.sentence();
    if let Some((range, what)) = unseen {
        sink.push(
            Diagnostic::warning(
                "invisible-character",
                format!(
                    "the text contains an invisible character: {what}; such characters are removed"
                ),
            )
            .at(scan.span(range), "the first one")
            .hint("remove it, or retype these words"),
        );
    }
    let mut cited: Vec<_> = scan
        .cited
        .into_iter()
        .map(|(id, (first, n))| (first, id, n))
        .collect();
    cited.sort();
    scan.body.citations = cited.into_iter().map(|(_, id, n)| (id, n)).collect();
    scan.body
}

struct BodyScan<'a> {
    file: SourceId,
    /// Offset of the body in its file.
    base: usize,
    text: &'a str,
    context: TextContext<'a>,
    body: Body,
    ids: HeadingIds,
    levels: HeadingLevels,
    heading: Option<OpenHeading>,
    /// By id: offset of the first citation, and the number of citations.
    cited: BTreeMap<String, (usize, usize)>,
    notes: Notes,
    /// How many losses of raw HTML were found.
    lost: usize,
    /// How many tags are shown as text.
    placeholders: usize,
    /// Letters of Han and kana.
    ideographs: usize,
    /// What of raw HTML is open.
    html: HtmlReader,
    /// The block of raw HTML that is open.
    block: Option<HtmlPiece>,
    depth: usize,
    /// How many elements there are so far.
    elements: usize,
    /// How many links and pictures are open.
    links: usize,
    in_code: bool,
}

struct OpenHeading {
    level: HeadingLevel,
    own_id: Option<String>,
    text: String,
    /// Whether it may be the title: nothing stands before it, and nothing but text is in it.
    may_be_title: bool,
}

impl BodyScan<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }

    /// Returns the limit that the text exceeds so far.
    fn excess(&self) -> Option<Excess> {
        let limits = self.context.limits;
        if self.depth > limits.levels {
            return Some(Excess::Levels);
        }
        if self.html.is_too_deep {
            return Some(Excess::RawLevels);
        }
        (self.elements + self.html.elements > limits.elements).then_some(Excess::Elements)
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>, sink: &mut Sink) {
        self.nest(&event, sink);
        // What is not text makes an element.
        self.elements += usize::from(!matches!(
            event,
            Event::Text(_) | Event::End(_) | Event::SoftBreak
        ));
        match event {
            Event::Start(Tag::Heading {
                level,
                id,
                classes,
                attrs,
            }) => {
                if !classes.is_empty() || !attrs.is_empty() {
                    self.heading_attributes(&range, sink);
                }
                self.heading = Some(OpenHeading {
                    level,
                    own_id: id.map(|id| id.to_string()),
                    text: String::new(),
                    may_be_title: self.body.words == 0
                        && !self.has_links()
                        && self.body.headings.is_empty()
                        && !self.body.repeats_title,
                });
            }
            Event::End(TagEnd::Heading(_)) => self.end_of_heading(),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                self.depth += 1;
                self.links += 1;
                let kind = match link_type {
                    LinkType::WikiLink { .. } if self.is_plain(&dest_url, &range) => {
                        LinkKind::Bracketed
                    }
                    LinkType::WikiLink { .. } => LinkKind::Wiki,
                    _ => LinkKind::Link,
                };
                if link_type == LinkType::Inline {
                    self.link_slips(&dest_url, &range, sink);
                }
                self.link(dest_url.to_string(), kind, link_type, range);
            }
            Event::Start(Tag::Image {
                dest_url,
                link_type,
                ..
            }) => {
                self.depth += 1;
                self.links += 1;
                self.picture_without_words(&range, sink);
                self.link(dest_url.to_string(), LinkKind::Picture, link_type, range);
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.depth += 1;
                self.note(&label, range, sink);
            }
            Event::FootnoteReference(label) => {
                if let Some(heading) = &mut self.heading {
                    heading.may_be_title = false;
                }
                match source_of(self.context.sources, &label) {
                    Some(id) => {
                        let entry = self.cited.entry(id.to_owned()).or_insert((range.start, 0));
                        entry.1 += 1;
                    }
                    None => drop(self.notes.referred.insert(label.to_lowercase())),
                }
            }
            Event::Start(tag) => {
                self.depth += 1;
                self.in_code |= matches!(tag, Tag::CodeBlock(_));
                if matches!(tag, Tag::CodeBlock(CodeBlockKind::Indented)) {
                    self.cited_in_code(&range, sink);
                }
                if matches!(tag, Tag::HtmlBlock) {
                    self.block = Some(HtmlPiece::default());
                    if self.context.untrusted {
                        sink.push(untrusted_html(self.span(range.clone())));
                    }
                    self.cited_in_html(range, sink);
                }
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                match tag {
                    TagEnd::CodeBlock => self.in_code = false,
                    TagEnd::HtmlBlock => {
                        if let Some(piece) = self.block.take() {
                            self.raw_html(&piece, sink);
                        }
                    }
                    TagEnd::Link | TagEnd::Image => self.links = self.links.saturating_sub(1),
                    _ => {}
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => match &mut self.block {
                Some(block) => block.push(&html, range),
                None => {
                    if self.context.untrusted {
                        sink.push(untrusted_html(self.span(range.clone())));
                    }
                    let mut piece = HtmlPiece::default();
                    piece.push(&html, range);
                    self.raw_html(&piece, sink);
                }
            },
            Event::Text(text) => {
                if !self.in_code && text.starts_with('<') {
                    self.placeholder(&text, &range, sink);
                }
                if !self.in_code {
                    self.line_slips(&range, sink);
                    let part = &self.text.as_bytes()[range.clone()];
                    if memchr2(b']', b'^', part).is_some() {
                        self.slips(range, sink);
                    }
                }
                self.say(&text);
            }
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.say(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            _ => {}
        }
    }

    fn has_links(&self) -> bool {
        self.body.links.iter().any(|link| !link.kind.is_html())
    }

    fn end_of_heading(&mut self) {
        let Some(heading) = self.heading.take() else {
            return;
        };
        let text = heading.text.trim();
        if heading.may_be_title && !self.has_links() && same_words(text, self.context.title) {
            self.body.repeats_title = true;
            return;
        }
        let id = self.ids.next(heading.own_id.as_deref(), text);
        self.body.headings.push(Heading {
            id,
            text: visible(text).into_owned(),
            level: self.levels.next(heading.level),
        });
    }

    /// Reports attributes of a heading other than its id: they are left out.
    fn heading_attributes(&self, range: &Range<usize>, sink: &mut Sink) {
        let text = self.text[range.clone()].trim_end();
        let line = text.lines().rfind(|line| line.contains('{'));
        let line = line.unwrap_or(text);
        let start = self.text[range.clone()].find(line).unwrap_or(0) + range.start;
        let open = start + line.rfind('{').unwrap_or(0);
        sink.push(
            Diagnostic::warning("attribute-list", "attributes of a heading are left out")
                .at(self.span(open..start + line.len()), "only an id is kept")
                .hint("write only its id, as in `## High water {#high}`"),
        );
    }

    /// Whether double brackets are likely to be text: `a[[0]]`, `[[1]]`.
    fn is_plain(&self, target: &str, range: &Range<usize>) -> bool {
        let before = self.text[..range.start].chars().next_back();
        let glued = before.is_some_and(|c| c.is_alphanumeric() || c == ']' || c == ')');
        glued || !target.contains(char::is_alphabetic) || target.contains(char::is_whitespace)
    }

    fn say(&mut self, text: &str) {
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        }
        let (words, letters) = count_words(text);
        let as_words = |letters: usize| (letters * READ_LIKE.0).div_ceil(READ_LIKE.1);
        let before = as_words(self.ideographs);
        self.ideographs += letters;
        self.body.words += words + as_words(self.ideographs) - before;
    }

    fn link(&mut self, target: String, kind: LinkKind, link_type: LinkType, range: Range<usize>) {
        // An autolink `<user@example.org>` is a mail address without its scheme.
        let target = if link_type == LinkType::Email {
            format!("mailto:{target}")
        } else {
            target
        };
        let span = self.span(range);
        self.body.links.push(BodyLink { target, span, kind });
    }
}

/// Whether two lines have the same letters and digits.
fn same_words(a: &str, b: &str) -> bool {
    let a = heading_ids::letters(a);
    !a.is_empty() && a == heading_ids::letters(b)
}

/// What a part of Markdown is to the raw HTML in it. `None` for what is no element around it.
pub fn container(tag: &TagEnd) -> Option<Container> {
    match tag {
        TagEnd::HtmlBlock | TagEnd::Image | TagEnd::MetadataBlock(_) => None,
        TagEnd::Paragraph => Some(Container::Paragraph),
        TagEnd::Link => Some(Container::Link),
        TagEnd::FootnoteDefinition => Some(Container::Apart),
        TagEnd::Heading(_)
        | TagEnd::Emphasis
        | TagEnd::Strong
        | TagEnd::Strikethrough
        | TagEnd::Superscript
        | TagEnd::Subscript => Some(Container::Phrase),
        TagEnd::BlockQuote(_)
        | TagEnd::CodeBlock
        | TagEnd::List(_)
        | TagEnd::Item
        | TagEnd::DefinitionList
        | TagEnd::DefinitionListTitle
        | TagEnd::DefinitionListDefinition
        | TagEnd::Table
        | TagEnd::TableHead
        | TagEnd::TableRow
        | TagEnd::TableCell => Some(Container::Block),
    }
}

/// So many words take as long to read as so many letters of Chinese or Japanese: 220 and 500 are read
/// in a minute.
const READ_LIKE: (usize, usize) = (220, 500);

/// Counts words separated by ASCII whitespace, and letters of scripts that have no such spaces: Han and
/// kana.
fn count_words(text: &str) -> (usize, usize) {
    if has_cjk(text) {
        let (words, letters, _) = text
            .chars()
            .fold((0, 0, true), |(words, letters, blank), c| {
                if c.is_alphanumeric() && is_unspaced(c) {
                    return (words, letters + 1, true);
                }
                if !c.is_alphanumeric() {
                    let ends = c.is_ascii_whitespace() || is_cjk_punctuation(c);
                    return (words, letters, blank || ends);
                }
                (words + usize::from(blank), letters, false)
            });
        return (words, letters);
    }
    let (words, _) = text.bytes().fold((0, true), |(words, blank), byte| {
        let now = byte.is_ascii_whitespace();
        (words + usize::from(blank && !now), now)
    });
    (words, 0)
}

#[cfg(test)]
mod tests;
