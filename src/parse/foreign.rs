//! Marks of other generators in a body: shortcodes, Liquid tags, attribute lists, containers,
//! imports.
//!
//! What can be understood is: `{% highlight %}` is a code block, `{% raw %}` is not shown, comments are
//! left out, and addresses are read. Other shortcodes are shown whole, as code, whatever they contain;
//! attribute lists are left out. A body without such marks costs a few searches.

mod lines;
mod unclosed;

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memmem};
use pulldown_cmark::{Event, Parser, Tag};

use super::markdown::{Dialect, Edit, MARK};
use super::{comments, liquid, references};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{SourceId, Span};

/// A mark of another generator, by its place in the body.
#[derive(Debug, PartialEq, Eq)]
pub struct ForeignMark {
    pub range: Range<usize>,
    pub kind: MarkKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// Shown as it is; which generator's.
    Shortcode(&'static str),
    /// Left out.
    Comment,
    /// `{: .class}`, left out.
    Attributes,
    /// `{:toc}` and the item before it, left out.
    Contents,
    /// `{: #id}` of a heading, understood.
    HeadingId,
    /// `:::note`, shown as it is.
    Container,
    /// `import … from …`, shown as it is.
    Module,
    /// `!!! note`, shown as it is.
    Admonition,
    /// `=== "Tab"`, shown as it is.
    Tab,
    /// `[TOC]`, left out.
    ContentsMark,
    /// `*[HTML]: …`, shown as it is.
    Abbreviation,
    /// `^[…]`, shown as it is.
    InlineNote,
    /// `[@key]`, shown as it is.
    Citation,
    /// Rows of a table without a rule.
    Rows,
    /// `<div markdown="1">` whose content can't be read as Markdown.
    MarkdownInHtml,
    /// `<script>` without its end, shown as it is.
    OpenElement(&'static str),
}

/// The marks of a body, and what becomes of them.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    /// The body with its Liquid blocks replaced, of the same length. None if it has none.
    pub body: Option<String>,
    /// In text order.
    pub edits: Vec<Edit>,
    /// In text order.
    pub marks: Vec<ForeignMark>,
}

/// Maximum length of a recognised mark in bytes.
const LONGEST: usize = 500;

/// Opening and closing delimiters, and the generator. If one opening is a prefix of another, the
/// longer comes first.
const FORMS: [(&str, &str, &str); 4] = [
    ("{{<", ">}}", "a Hugo shortcode"),
    ("{{%", "%}}", "a Hugo shortcode"),
    ("{%", "%}", "a Liquid or Tera tag"),
    ("{{", "}}", "a Liquid or Tera expression"),
];

/// Finds the marks of a body outside code.
pub(super) fn find(body: &str, dialect: Dialect) -> Foreign {
    let braces = memchr(b'{', body.as_bytes()).is_some();
    let has = |mark: &str| braces && memmem::find(body.as_bytes(), mark.as_bytes()).is_some();
    let tags = has("{%");
    let shortcodes = tags || has("{{");
    let comments = comments::may_have(body);
    let attributes = has("{:") || has("){") || has("]{");
    let lines = lines::may_have(body);
    let unclosed = dialect.sanitised && unclosed::may_have(body);
    if !(shortcodes || comments || attributes || lines || unclosed) {
        return Foreign::default();
    }
    let mut layout = Layout::of(body, dialect);
    let (mut replaced, raw) = match shortcodes {
        true => liquid::blocks(body, dialect, &layout.code),
        false => (None, Vec::new()),
    };
    if replaced.is_some() {
        layout = Layout::of(replaced.as_deref().unwrap_or(body), dialect);
    }
    let (mut edits, mut marks) = (Vec::new(), Vec::new());
    if comments {
        let text = replaced.as_deref().unwrap_or(body);
        let found = comments::find(text, &layout.code, &raw);
        if !found.is_empty() {
            let without = comments::without(text, &found);
            layout = Layout::of(&without, dialect);
            replaced = Some(without);
        }
        marks.extend(found.into_iter().map(|range| ForeignMark {
            range,
            kind: MarkKind::Comment,
        }));
    }
    let text = replaced.as_deref().unwrap_or(body);
    if shortcodes {
        all_shortcodes(text, &layout, &raw, &mut edits, &mut marks);
    }
    if attributes {
        super::attributes::find(text, &layout.code, &mut edits, &mut marks);
    }
    if lines {
        lines::find(text, &layout, &mut edits, &mut marks);
    }
    if unclosed {
        unclosed::find(text, &layout, &mut edits, &mut marks);
    }
    edits.sort_by_key(|edit| edit.range.start);
    marks.sort_by_key(|mark| mark.range.start);
    Foreign {
        body: replaced,
        edits,
        marks,
    }
}

/// Where a text has code, raw HTML and links, each in text order.
pub(super) struct Layout {
    pub code: Vec<Range<usize>>,
    blocks: Vec<Range<usize>>,
    tags: Vec<Range<usize>>,
    tables: Vec<Range<usize>>,
    /// Only those whose address contains braces.
    links: Vec<Range<usize>>,
    /// Comments within raw HTML.
    comments: Vec<Range<usize>>,
}

impl Layout {
    pub fn of(text: &str, dialect: Dialect) -> Self {
        let mut layout = Self {
            code: Vec::new(),
            blocks: Vec::new(),
            tags: Vec::new(),
            tables: Vec::new(),
            links: Vec::new(),
            comments: Vec::new(),
        };
        for (event, range) in Parser::new_ext(text, dialect.options()).into_offset_iter() {
            match event {
                Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::Start(Tag::CodeBlock(_)) => layout.code.push(range),
                Event::Start(Tag::HtmlBlock) => layout.blocks.push(range),
                Event::InlineHtml(_) => layout.tags.push(range),
                Event::Start(Tag::Table(_)) => layout.tables.push(range),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. })
                    if dest_url.contains('{') =>
                {
                    layout.links.push(range);
                }
                _ => {}
            }
        }
        if memmem::find(text.as_bytes(), b"<!--").is_some() {
            let html = layout.blocks.iter().chain(&layout.tags);
            layout.comments = html.flat_map(|html| comments_within(text, html)).collect();
            layout.comments.sort_by_key(|comment| comment.start);
        }
        layout
    }
}

/// The comments that begin and end within a piece of raw HTML.
fn comments_within(text: &str, html: &Range<usize>) -> Vec<Range<usize>> {
    let next = |sign: &str, from: usize| {
        let rest = text.as_bytes().get(from..html.end)?;
        memmem::find(rest, sign.as_bytes()).map(|n| from + n)
    };
    let mut found = Vec::new();
    let mut at = html.start;
    while let Some(start) = next("<!--", at) {
        let Some(close) = next("-->", start + 4) else {
            break;
        };
        at = close + 3;
        found.push(start..at);
    }
    found
}

/// Returns the range of a list, in text order, that contains a place.
pub(super) fn around(list: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let range = list.get(list.partition_point(|range| range.end <= at))?;
    (range.start <= at).then_some(range)
}

fn all_shortcodes(
    text: &str,
    layout: &Layout,
    raw: &[Range<usize>],
    edits: &mut Vec<Edit>,
    marks: &mut Vec<ForeignMark>,
) {
    let fence = ticks(text);
    let mut at = 0;
    // In a block of raw HTML: up to where it was read, and whether a tag is open there.
    let (mut read, mut open) = (0, false);
    // Where the last address and the last code ended.
    let (mut address, mut code) = (None, None);
    while let Some(n) = text[at..].find('{') {
        let start = at + n;
        let skipped = around(&layout.code, start).or_else(|| around(raw, start));
        if let Some(range) = skipped {
            at = range.end;
            continue;
        }
        let Some((len, what)) = shortcode(&text[start..]) else {
            at = start + 1;
            continue;
        };
        if let Some(end) = end_of_comment(start, layout) {
            at = end;
            continue;
        }
        let range = start..start + len;
        at = range.end;
        if (address == Some(start) || references::begins_address(&text[..start]))
            && let Some(meant) = references::address(&text[range.clone()], &text[range.end..])
        {
            address = Some(range.end);
            edits.push(Edit {
                range,
                text: Cow::Owned(meant),
            });
            continue;
        }
        marks.push(ForeignMark {
            range: range.clone(),
            kind: MarkKind::Shortcode(what),
        });
        if is_in_tag(&text[..start]) {
            escape(text, range, edits);
            continue;
        }
        let tag = around(&layout.tags, start).is_some_and(|tag| tag.start < start);
        if tag || around(&layout.links, start).is_some() {
            continue;
        }
        match around(&layout.blocks, start) {
            Some(block) => {
                if block.start > read {
                    (read, open) = (block.start, false);
                }
                for byte in text[read..start].bytes() {
                    open = byte == b'<' || (open && byte != b'>');
                }
                read = range.end;
                if !open {
                    escape(text, range, edits);
                }
            }
            None => {
                let mark = |place: usize, text: String| Edit {
                    range: place..place,
                    text: Cow::Owned(text),
                };
                // Two neighbours are one piece of code.
                match code.take() {
                    Some(end) if end == start => drop(edits.pop()),
                    _ if text[..start].ends_with('`') => {
                        edits.push(mark(start, format!("{MARK}{fence}")));
                    }
                    _ => edits.push(mark(start, fence.clone())),
                }
                edits.push(match text[range.end..].starts_with('`') {
                    true => mark(range.end, format!("{fence}{MARK}")),
                    false => mark(range.end, fence.clone()),
                });
                code = Some(range.end);
            }
        }
    }
}

/// Returns where the comment of HTML ends in which a place is: nobody sees it.
fn end_of_comment(at: usize, layout: &Layout) -> Option<usize> {
    around(&layout.comments, at).map(|comment| comment.end - "-->".len())
}

/// Returns whether the end of a text is within a tag, in the value of an attribute: quotes and angle
/// brackets would end it.
fn is_in_tag(before: &str) -> bool {
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..];
    let Some(at) = memchr::memrchr2(b'<', b'>', near.as_bytes()) else {
        return false;
    };
    let tag = &near[at..];
    let named = tag
        .strip_prefix('<')
        .is_some_and(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()));
    named && tag.contains("=") && !tag.contains("\n\n")
}

/// Returns a run of backticks that is not in a text.
fn ticks(text: &str) -> String {
    let mut longest = 0;
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        let run = rest[at..].bytes().take_while(|b| *b == b'`').count();
        longest = longest.max(run);
        rest = &rest[at + run..];
    }
    "`".repeat((longest + 1).max(2))
}

/// Escapes a shortcode in raw HTML, of which quotes may be the end of a value.
fn escape(text: &str, range: Range<usize>, edits: &mut Vec<Edit>) {
    for (n, c) in text[range.clone()].char_indices() {
        let escaped = match c {
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            _ => continue,
        };
        let at = range.start + n;
        edits.push(Edit {
            range: at..at + 1,
            text: escaped.into(),
        });
    }
}

/// Returns the length and kind of the shortcode at the start of a text. It must end in the same
/// paragraph; one with angle brackets or percent signs may have several lines.
fn shortcode(text: &str) -> Option<(usize, &'static str)> {
    let (open, close, what) = FORMS.iter().find(|(open, ..)| text.starts_with(open))?;
    let window = &text[..text.floor_char_boundary(LONGEST.min(text.len()))];
    let stop = match *open {
        "{{" => "\n",
        _ => "\n\n",
    };
    let part = window.split(stop).next().unwrap_or(window);
    let end = part.get(open.len()..)?.find(close)?;
    let inner = part[open.len()..open.len() + end].trim_matches(['-', ' ']);
    let inner = inner.trim_start();
    let named = inner.starts_with(|c: char| c.is_alphabetic() || "/\"'_$.".contains(c));
    named.then_some((open.len() + end + close.len(), *what))
}

/// Maximum number of marks reported per file.
const MOST: usize = 20;

/// Warns of the marks of a body that starts at `base` in its file.
pub(super) fn report(file: SourceId, base: usize, marks: &[ForeignMark], sink: &mut Sink) {
    let told = marks.iter().filter(|mark| mark.kind != MarkKind::HeadingId);
    for mark in told.clone().take(MOST) {
        let span = Span::new(file, base + mark.range.start..base + mark.range.end);
        sink.push(warning(mark.kind, span));
    }
    let more = told.count().saturating_sub(MOST);
    if more > 0 {
        sink.push(
            Diagnostic::warning(
                "shortcode",
                format!("{more} more marks of another generator are in this file"),
            )
            .at(Span::new(file, base..base), "in this text")
            .hint("replace them with Markdown or HTML"),
        );
    }
}

fn warning(kind: MarkKind, span: Span) -> Diagnostic {
    let shown = |what: &str| {
        Diagnostic::warning("shortcode", format!("{what} is printed verbatim"))
            .at(span, "readers see this")
    };
    let left_out = |what: &str| {
        Diagnostic::warning("attribute-list", format!("{what} is left out"))
            .at(span, "readers do not see this")
    };
    match kind {
        MarkKind::Shortcode(what) => shown(what)
            .hint("replace it with Markdown or HTML; to show it as code, put it in backticks"),
        MarkKind::Container => shown("a container of Docusaurus or VuePress").hint(
            "write a note as `> [!NOTE]` and a line for each of its lines, with `> ` before it",
        ),
        MarkKind::Admonition => shown("a note of MkDocs")
            .hint("write it as `> [!NOTE]` and a line for each of its lines, with `> ` before it"),
        MarkKind::Tab => shown("a tab of MkDocs")
            .hint("write a heading, and the text below it without indentation"),
        MarkKind::ContentsMark => left_out("a mark for a table of contents")
            .hint("remove it; a page with three sections or more has a table of contents"),
        MarkKind::Abbreviation => shown("an abbreviation of kramdown or MkDocs")
            .hint("write the words where they are first used: `HTML (…)`"),
        MarkKind::InlineNote => shown("a note within the text")
            .hint("write it as a footnote: `[^note]` here, and `[^note]: …` on a line of its own"),
        MarkKind::Citation => shown("a citation of Pandoc")
            .hint("list what it cites under `sources`, with an `id`, and write `[^id]` here"),
        MarkKind::Rows => Diagnostic::warning(
            "not-a-table",
            "these rows are no table: there is no rule below the first one",
        )
        .at(span, "printed with their bars")
        .hint("write a line such as `| --- | --- |` below the first row"),
        MarkKind::MarkdownInHtml => Diagnostic::warning(
            "markdown-in-html",
            "the text within this element is not read as Markdown",
        )
        .at(span, "printed verbatim")
        .hint("put an empty line below the tag, and write the text without indentation"),
        MarkKind::OpenElement(name) => Diagnostic::warning(
            "tag-as-text",
            format!("`<{name}>` is never closed; it is shown as text"),
        )
        .at(span, "readers see it as it is written")
        .hint(format!(
            "put it in backticks, or write `</{name}>` where it ends"
        )),
        MarkKind::Module => shown("an import or export of MDX").hint("remove the line"),
        MarkKind::Contents => left_out("a table of contents of kramdown")
            .hint("remove it; a page with three sections or more has a table of contents"),
        MarkKind::Comment => Diagnostic::warning(
            "hidden-comment",
            "a comment of another generator is left out",
        )
        .at(span, "readers do not see this")
        .hint("remove it, or write it as `<!-- … -->`"),
        MarkKind::Attributes | MarkKind::HeadingId => {
            left_out("an attribute list of kramdown or Pandoc")
                .hint("remove it, or write HTML with the attributes: `<p class=\"warning\">`")
        }
    }
}

#[cfg(test)]
mod tests;
