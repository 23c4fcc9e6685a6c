//! Scans a body once for links, headings, citations and words, and for what its raw HTML loads, and
//! reports faults.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::cjk::{has_cjk, is_cjk_punctuation, is_unspaced};
use super::embeds;
use super::foreign;
use super::heading_ids::{self, HeadingIds};
use super::html_piece::HtmlPiece;
use super::markdown::{Dialect, HeadingLevels, events, prepare};
use super::open_elements::Container;
use super::raw_html::{HtmlFinding, HtmlReader};
use super::slips;
use crate::config::{MarkdownConfig, RawHtml, SiteConfig};
use crate::content::body::{Body, BodyLink, Embed, Heading, LinkKind, REFERENCE};
use crate::content::schemes;
use crate::content::slug;
use crate::diagnostic::suggest::guess;
use crate::diagnostic::visible::{first_invisible, visible};
use crate::diagnostic::{Diagnostic, Sink, thousands};
use crate::digest;
use crate::limits::{MAX_RAW_NESTING, OutputLimits, raising};
use crate::source::{SourceId, Span};

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
    let mut unseen = first_invisible(body_text).map(|(at, len, what)| (at..at + len, what));
    for (event, range) in events(&prepared) {
        // An invisible character may be written as `&#x202e;`.
        if let (None, Event::Text(text)) = (&unseen, &event) {
            unseen = first_invisible(text).map(|(_, _, what)| (range.clone(), what));
        }
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

/// Returns the first root-relative path in raw HTML that is not below the site's path, with its
/// offset.
fn path_from_root<'h>(html: &'h str, base: &str) -> Option<(usize, &'h str)> {
    let values = ["href", "src"].into_iter().flat_map(|name| {
        html.match_indices(name).filter_map(|(at, name)| {
            let rest = html[at + name.len()..].strip_prefix('=')?;
            let value = rest.trim_start_matches(['"', '\'']);
            let end = value.find(['"', '\'', '>', ' ']).unwrap_or(value.len());
            Some((
                at + name.len() + 1 + rest.len() - value.len(),
                &value[..end],
            ))
        })
    });
    values
        .filter(|(_, v)| v.starts_with('/') && !v.starts_with("//") && !v.starts_with(base))
        .min()
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

/// A limit that a text exceeds.
enum Excess {
    Levels,
    RawLevels,
    Elements,
}

impl Excess {
    fn diagnostic(&self, limits: &OutputLimits, untrusted: bool, span: Span) -> Diagnostic {
        match self {
            Self::Levels => {
                let levels = limits.levels;
                let message = format!("quotes and lists are nested more than {levels} levels deep");
                Diagnostic::error("too-deep", message)
                    .at(span, "one level too many")
                    .hint("use fewer levels")
            }
            Self::RawLevels => {
                let message = format!("raw HTML is nested more than {MAX_RAW_NESTING} levels deep");
                Diagnostic::error("too-deep", message)
                    .at(span, "one level too many")
                    .hint("use fewer levels")
            }
            Self::Elements => {
                let limit = thousands(limits.elements);
                let message = format!(
                    "the text has more than {limit} elements: paragraphs, items, cells, links, emphasis"
                );
                Diagnostic::error("too-many", message)
                    .at(span, "one element too many")
                    .hint(format!(
                        "split it into several articles; or {}",
                        raising("elements", untrusted)
                    ))
            }
        }
    }
}

struct OpenHeading {
    level: HeadingLevel,
    own_id: Option<String>,
    text: String,
    /// Whether it may be the title: nothing stands before it, and nothing but text is in it.
    may_be_title: bool,
}

/// Footnotes of the text: by name in lower case.
#[derive(Default)]
struct Notes {
    defined: BTreeMap<String, Range<usize>>,
    referred: BTreeSet<String>,
}

/// Maximum number of losses of raw HTML reported per file.
const MOST_LOST: usize = 20;

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
                if !self.in_code && self.text[range.clone()].contains(']') {
                    self.slips(range, sink);
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

    fn note(&mut self, label: &str, range: Range<usize>, sink: &mut Sink) {
        let head = range.start..(range.start + label.len() + 4).min(range.end);
        let head = head.start..self.text.floor_char_boundary(head.end);
        let d = Diagnostic::warning(
            "duplicate-footnote",
            format!("the footnote `[^{label}]` is lost"),
        );
        if source_of(self.context.sources, label).is_some() {
            sink.push(
                d.at(self.span(head), "a source has this `id`")
                    .hint("give the footnote another name, here and where the text refers to it"),
            );
            return;
        }
        let name = label.to_lowercase();
        match self.notes.defined.get(&name) {
            Some(first) => sink.push(
                d.at(self.span(head), "there is a footnote of this name already")
                    .related(self.span(first.clone()), "the first one, which is shown")
                    .hint("give this one another name, and refer to it in the text"),
            ),
            None => drop(self.notes.defined.insert(name, head)),
        }
    }

    /// Reports footnotes that nothing in the text refers to: they are not shown.
    fn unused_notes(&self, sink: &mut Sink) {
        let unused = self.notes.defined.iter();
        for (name, range) in unused.filter(|(name, _)| !self.notes.referred.contains(*name)) {
            sink.push(
                Diagnostic::warning(
                    "unused-footnote",
                    format!(
                        "nothing in the text refers to the footnote `[^{name}]`, so it is not shown"
                    ),
                )
                .at(self.span(range.clone()), "never used")
                .hint(format!("write `[^{name}]` where it belongs, or remove it")),
            );
        }
    }

    /// Raw HTML that is open in a part of Markdown ends with it.
    fn nest(&mut self, event: &Event<'_>, sink: &mut Sink) {
        if self.context.markdown.raw_html != RawHtml::Sanitise {
            return;
        }
        match event {
            Event::Start(tag) => {
                if let Some(container) = container(&tag.to_end()) {
                    self.html.open(container);
                }
            }
            Event::End(tag) => {
                if let Some(container) = container(tag) {
                    let mut html = std::mem::take(&mut self.html);
                    html.close(container, |place, finding| {
                        self.loss(&finding, place, sink);
                    });
                    self.html = html;
                }
            }
            _ => {}
        }
    }

    /// Reports what the sanitiser will take out of a piece of raw HTML, and collects its anchors.
    fn raw_html(&mut self, piece: &HtmlPiece, sink: &mut Sink) {
        let mode = self.context.markdown.raw_html;
        if self.context.untrusted || mode == RawHtml::Escape {
            return;
        }
        let mut html = std::mem::take(&mut self.html);
        html.read(
            &piece.html,
            |range| piece.written(range),
            |place, finding| match finding {
                HtmlFinding::Link {
                    address,
                    is_picture,
                } => {
                    if mode == RawHtml::Sanitise && is_of_site(&address) {
                        self.body.links.push(BodyLink {
                            target: address,
                            span: self.span(place),
                            kind: match is_picture {
                                true => LinkKind::HtmlPicture,
                                false => LinkKind::HtmlLink,
                            },
                        });
                    }
                }
                HtmlFinding::Anchor(id) => {
                    self.ids.reserve(&id);
                    if !self.body.anchors.contains(&id) && self.body.anchors.len() < MOST_ANCHORS {
                        self.body.anchors.push(id);
                    }
                }
                finding if mode == RawHtml::Sanitise => self.loss(&finding, place, sink),
                _ => {}
            },
        );
        self.html = html;
        self.html.is_too_deep &= mode == RawHtml::Sanitise;
    }

    fn loss(&mut self, finding: &HtmlFinding, place: Range<usize>, sink: &mut Sink) {
        self.lost += 1;
        if self.lost <= MOST_LOST {
            sink.push(loss(finding, self.span(place)));
        }
    }

    fn more_lost(&self, sink: &mut Sink) {
        let more = self.lost.saturating_sub(MOST_LOST);
        if more > 0 {
            sink.push(
                Diagnostic::warning(
                    "removed-html",
                    format!("{more} more elements and attributes of this file are removed"),
                )
                .at(self.span(0..0), "in this text")
                .hint("write Markdown; or trust the HTML: `markdown: {raw_html: trust}`"),
            );
        }
    }

    /// Reports citations in a block of raw HTML, where nothing is Markdown.
    fn cited_in_html(&self, range: Range<usize>, sink: &mut Sink) {
        let html = &self.text[range.clone()];
        let Some(at) = html.find("[^") else { return };
        let id = html[at + 2..].split(']').next().unwrap_or("");
        if !self.context.sources.contains(&id) {
            return;
        }
        let start = range.start + at;
        sink.push(
            Diagnostic::warning(
                "markdown-in-html",
                format!("`[^{id}]` is printed verbatim, because it belongs to raw HTML"),
            )
            .at(
                self.span(start..start + id.len() + 3),
                "not a citation here",
            )
            .hint("write the paragraph in Markdown, without `<p>` and other tags"),
        );
    }

    /// Reports what is almost a link, a picture or a citation.
    fn slips(&self, range: Range<usize>, sink: &mut Sink) {
        self.unknown_citation(range.clone(), sink);
        if self.links > 0 {
            return;
        }
        for slip in slips::find(self.text, range, self.context.sources) {
            sink.push(slip.diagnostic(self.span(slip.range.clone())));
        }
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

    fn picture_without_words(&self, range: &Range<usize>, sink: &mut Sink) {
        if self.text[range.clone()].starts_with("![]") {
            sink.push(
                Diagnostic::warning("missing-alt", "this picture has no alternative text")
                    .at(
                        self.span(range.start..range.start + 3),
                        "nothing between the brackets",
                    )
                    .hint("describe what it shows: `![A chart of …](picture.png)`"),
            );
        }
    }

    /// Reports each `[^id]` that no source or footnote defines; it is rendered as plain text.
    fn unknown_citation(&self, range: Range<usize>, sink: &mut Sink) {
        let part = &self.text[range.clone()];
        for (at, _) in part.match_indices("[^") {
            let inner = part[at + 2..].split([']', '\n', '[']).next().unwrap_or("");
            let start = range.start + at;
            let end = start + 2 + inner.len();
            let id = inner.trim();
            let spaced = id.contains(char::is_whitespace);
            let escaped = self.text[..start].ends_with('\\');
            if !self.text[end..].starts_with(']') || id.is_empty() || escaped {
                continue;
            }
            let near = guess(sink, id, self.context.sources.iter().copied());
            let hint = match spaced {
                _ if near.is_some() => format!("write `[^{}]`", near.unwrap_or_default()),
                true => "a name has no spaces: use hyphens, here and in its definition".to_owned(),
                false if slug::check(id).is_err() => {
                    format!(
                        "write the `id` of a source, without other signs, or add a footnote `[^{id}]: …`"
                    )
                }
                false => {
                    format!("add a source with `id: {id}` to `sources`, or a footnote `[^{id}]: …`")
                }
            };
            sink.push(
                Diagnostic::error(
                    "unknown-citation",
                    format!("`[^{id}]` cites a source that the article does not list"),
                )
                .at(
                    self.span(start..end + 1),
                    near.map_or_else(
                        || "no such id".to_owned(),
                        |n| format!("did you mean `[^{n}]`?"),
                    ),
                )
                .hint(hint)
                .lenient_warning(),
            );
        }
    }
}

/// Whether an address of raw HTML may be a page or a file of the site.
fn is_of_site(address: &str) -> bool {
    let is_own = || address.starts_with(REFERENCE);
    let is_path = || !address.starts_with("//") && schemes::scheme(address).is_none();
    !address.is_empty() && (is_own() || is_path())
}

/// Maximum number of anchors that raw HTML adds to a page.
const MOST_ANCHORS: usize = 1000;

/// The id of the source that a reference names. Like those of footnotes, names of sources are
/// compared without regard to case.
pub fn source_of<'s>(sources: &[&'s str], label: &str) -> Option<&'s str> {
    let exact = sources.iter().find(|id| **id == label);
    let folded = || {
        sources
            .iter()
            .find(|id| id.to_lowercase() == label.to_lowercase())
    };
    exact.or_else(folded).copied()
}

/// Whether two lines have the same letters and digits.
fn same_words(a: &str, b: &str) -> bool {
    let a = heading_ids::letters(a);
    !a.is_empty() && a == heading_ids::letters(b)
}

fn untrusted_html(span: Span) -> Diagnostic {
    Diagnostic::warning(
        "untrusted-html",
        "raw HTML is not accepted from strangers; it is shown as text",
    )
    .at(span, "shown as it is written")
    .hint("write Markdown; to show HTML as text, put it in backticks")
}

fn loss(finding: &HtmlFinding, span: Span) -> Diagnostic {
    let removed =
        |what: String, label: &str| Diagnostic::warning("removed-html", what).at(span, label);
    let gone = "readers do not see this";
    match finding {
        HtmlFinding::Element { name, src } => {
            let d = removed(format!("the element `<{name}>` is removed"), gone);
            let known = EMBEDDING
                .iter()
                .any(|known| name.eq_ignore_ascii_case(known));
            match src {
                Some(src) if known && src.starts_with("https://") => d.hint(format!(
                    "link to it: `[What it shows]({src})`, or name its host under `embeds` in site.yaml and write `![What it shows]({src})`"
                )),
                Some(src) => d.hint(format!("link to it: `[What it shows]({src})`")),
                None if known => d.hint("link to what it shows: `[The recording](https://…)`"),
                None if name.starts_with(char::is_uppercase) => {
                    d.hint("replace the component with Markdown; its content stays")
                }
                None => d.hint(format!(
                    "to show it as text, write `\\<{name}>` or put it in backticks"
                )),
            }
        }
        HtmlFinding::Content(name) => removed(
            format!("the element `<{name}>` is removed, with everything in it"),
            gone,
        )
        .hint("put scripts and styles into files under `static/`"),
        HtmlFinding::Misplaced(name) => removed(
            format!("the element `<{name}>` is removed, because it can't be here"),
            "its content stays",
        )
        .hint(match *name {
            "a" => "end the link around it first",
            "td" | "th" | "tr" | "thead" | "tbody" | "tfoot" | "caption" | "col" | "colgroup" => {
                "put it in a `<table>`, without blank lines between"
            }
            _ => "start it on a line of its own, after a blank line",
        }),
        HtmlFinding::EndsEarly(name) => removed(
            format!(
                "the end tag of `<{name}>` is removed, because it is not in the same paragraph"
            ),
            "ends with its paragraph",
        )
        .hint(format!(
            "write `</{name}>` in the paragraph, and open it again in the next one"
        )),
        HtmlFinding::Attribute { element, name } => removed(
            format!("the attribute `{name}` of `<{element}>` is removed"),
            "shown without it",
        )
        .hint("use `class` and a rule in `static/custom.css`, or write Markdown"),
        HtmlFinding::Id(id) => removed(
            format!("the id `{id}` is removed, because the page around the text uses it"),
            "shown without it",
        )
        .hint("use another id, here and in the links to it"),
        HtmlFinding::Class(class) => removed(
            format!("the class `{class}` is removed, because it belongs to the theme"),
            "shown without it",
        )
        .hint("use another class, here and in `static/custom.css`"),
        HtmlFinding::Address(scheme) => Diagnostic::warning(
            "unsafe-link",
            format!("addresses that start with `{scheme}:` are not linked"),
        )
        .at(span, "the address is removed")
        .hint("link to an https:// address"),
        HtmlFinding::Declaration => removed("a declaration is removed".to_owned(), gone)
            .hint("remove it; to show it as text, put it in backticks"),
        HtmlFinding::Unclosed(what) => removed(
            format!("this {what} is never closed, and hides the text after it"),
            "opened here",
        )
        .hint(match *what {
            "comment" => "write `-->` where the comment ends",
            _ => "write `>` where the tag ends; to show `<` as text, write `\\<`",
        }),
        HtmlFinding::Anchor(_) | HtmlFinding::Link { .. } => {
            unreachable!("what is kept is no loss")
        }
    }
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

/// Elements that show something from elsewhere.
const EMBEDDING: [&str; 7] = [
    "iframe", "video", "audio", "embed", "object", "picture", "source",
];

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
mod tests {
    use super::*;

    const CONFIG: MarkdownConfig = MarkdownConfig {
        raw_html: RawHtml::Sanitise,
        math: false,
        smart_punctuation: true,
        linkify: true,
    };

    fn read(text: &str) -> (Body, Vec<Diagnostic>) {
        let mut sink = Sink::default();
        let body = scan(
            SourceId(0),
            text,
            0..text.len(),
            TextContext {
                sources: &["cnbc", "wsj"],
                markdown: &CONFIG,
                base: "/",
                lang: "en",
                title: "The title",
                limits: &OutputLimits::DEFAULT,
                untrusted: false,
            },
            &mut sink,
        );
        (body, sink.into_iter().collect())
    }

    #[test]
    fn citations_count_in_the_order_of_the_text() {
        let (body, faults) =
            read("A[^wsj] b[^cnbc] c[^wsj].\n\n[^own]: A footnote.\n\nText[^own].\n");
        assert_eq!(
            body.citations,
            [("wsj".to_owned(), 2), ("cnbc".to_owned(), 1)]
        );
        assert!(faults.is_empty());
    }

    #[test]
    fn a_citation_of_nothing_is_a_fault_at_its_place() {
        let text = "A[^cnb] and `[^code]`.\n";
        let (_, faults) = read(text);
        assert_eq!(faults.len(), 1);
        assert_eq!(&text[faults[0].span.unwrap().range()], "[^cnb]");
        assert_eq!(faults[0].label, "did you mean `[^cnbc]`?");
    }

    #[test]
    fn an_indented_first_line_is_code_and_no_part_of_a_definition() {
        let (body, _) = read("    code\n\nText[^cnbc]\n");
        assert_eq!(body.citations.len(), 1);
        let prepared = prepare("    code\n", &["cnbc"], Dialect::new(&CONFIG, "en"));
        assert!(events(&prepared).any(|(e, _)| matches!(e, Event::Start(Tag::CodeBlock(_)))));
    }

    #[test]
    fn an_open_code_fence_swallows_nothing_of_ours() {
        let (body, faults) = read("Text[^cnbc]\n\n```\nnever closed\n");
        assert_eq!(body.citations.len(), 1);
        assert!(faults.is_empty());
    }

    #[test]
    fn headings_have_ids_of_their_own() {
        let (body, _) = read("# A\n\n## A\n\n## A-2\n\n## Entries\n\n### Own {#mine}\n");
        let ids: Vec<_> = body
            .headings
            .iter()
            .map(|h| (h.id.as_str(), h.level))
            .collect();
        assert_eq!(
            ids,
            [
                ("a", 2),
                ("a-1", 3),
                ("a-2", 3),
                ("entries", 3),
                ("mine", 4)
            ]
        );
    }

    #[test]
    fn links_keep_their_places() {
        let text = "See [x](../a.md#b), [[llama-4]], ![](p.jpg) and <me@example.org>.\n";
        let (body, faults) = read(text);
        let targets: Vec<_> = body
            .links
            .iter()
            .map(|l| (l.target.as_str(), l.kind))
            .collect();
        assert_eq!(
            targets,
            [
                ("../a.md#b", LinkKind::Link),
                ("llama-4", LinkKind::Wiki),
                ("p.jpg", LinkKind::Picture),
                ("mailto:me@example.org", LinkKind::Link)
            ]
        );
        assert_eq!(faults[0].code, "missing-alt");
        assert_eq!(&text[body.links[1].span.range()], "[[llama-4]]");
    }

    #[test]
    fn ten_thousand_quotes_are_a_fault_and_not_an_overflow() {
        let text = format!("\n{} x\n", "> ".repeat(10_000));
        let (_, faults) = read(&text);
        let fault = faults.iter().find(|d| d.code == "too-deep").unwrap();
        assert_eq!(fault.span.unwrap().range(), 201..202);
    }

    #[test]
    fn letters_of_chinese_and_japanese_are_read_faster_than_words() {
        for (text, words) in [
            ("Two words", (2, 0)),
            ("日本語", (0, 3)),
            ("これは Dateline です。", (1, 5)),
            ("Meta’s日本, two", (2, 2)),
            ("한국어 텍스트", (2, 0)),
        ] {
            assert_eq!(count_words(text), words, "{text}");
        }
        let thousand = "字".repeat(1000);
        assert_eq!(read(&thousand).0.words, 440);
        assert_eq!(read("字").0.words, 1);
    }
}
