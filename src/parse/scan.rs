//! Scans a body once for links, headings, citations and words, and for what its raw HTML loads, and
//! reports faults.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::embeds;
use super::markdown::{HeadingIds, events, heading_level, prepare};
use crate::config::{MarkdownConfig, RawHtml};
use crate::content::body::{Body, BodyLink, Embed, Heading, LinkKind};
use crate::diagnostic::suggest::guess;
use crate::diagnostic::visible::{first_invisible, visible};
use crate::diagnostic::{Diagnostic, Sink};
use crate::digest;
use crate::limits::{MAX_NESTING, MAX_RAW_NESTING};
use crate::source::{SourceId, Span};

/// Collects what the rest of the program needs of a body. `text` is the whole file, `range` the
/// body in it, `sources` the ids that `[^id]` may cite, `base` the site's path.
pub fn scan(
    id: SourceId,
    text: &str,
    range: Range<usize>,
    sources: &[&str],
    config: &MarkdownConfig,
    base: &str,
    sink: &mut Sink,
) -> Body {
    let body_text = &text[range.clone()];
    let digest = digest::of(body_text.as_bytes());
    let mut scan = BodyScan {
        file: id,
        base: range.start,
        text: body_text,
        sources,
        body: Body {
            range,
            digest,
            ..Body::default()
        },
        ids: HeadingIds::default(),
        heading: None,
        cited: BTreeMap::new(),
        depth: 0,
        in_code: false,
    };
    let prepared = prepare(body_text, sources);
    let mut raw = 0;
    let mut kept = String::new();
    let mut unseen = first_invisible(body_text).map(|(at, len, what)| (at..at + len, what));
    for (event, range) in events(&prepared, config) {
        // An invisible character may be written as `&#x202e;`.
        if let (None, Event::Text(text)) = (&unseen, &event) {
            unseen = first_invisible(text).map(|(_, _, what)| (range.clone(), what));
        }
        if let Event::Html(html) | Event::InlineHtml(html) = &event {
            raw = after_raw(html, raw);
            kept.push_str(html);
        }
        if let Event::Html(html) | Event::InlineHtml(html) = &event
            && config.raw_html == RawHtml::Trust
            && let Some((at, path)) = path_from_root(html, base)
        {
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
        if scan.depth > MAX_NESTING || raw > MAX_RAW_NESTING {
            let message = match scan.depth > MAX_NESTING {
                true => format!("quotes and lists are nested more than {MAX_NESTING} levels deep"),
                false => format!("raw HTML is nested more than {MAX_RAW_NESTING} levels deep"),
            };
            let sign = body_text[start..].chars().next().map_or(0, char::len_utf8);
            sink.push(
                Diagnostic::error("too-deep", message)
                    .at(scan.span(start..start + sign), "one level too many")
                    .hint("use fewer levels"),
            );
            // Such a text is never rendered; it is replaced by an empty one.
            scan.body.range.end = scan.body.range.start;
            scan.body.digest = digest::of(b"");
            break;
        }
    }
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

/// Elements without an end tag, or whose end tag is optional.
const UNENDED: [&str; 25] = [
    "area", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link",
    "meta", "option", "p", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr",
    "wbr",
];

/// Returns how many elements of raw HTML are open after a piece of it, if `open` were open before.
fn after_raw(html: &str, open: usize) -> usize {
    html.split('<').skip(1).fold(open, |open, tag| {
        let name = tag.strip_prefix('/').unwrap_or(tag);
        let end = name
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let name = &name[..end];
        if name.is_empty() || UNENDED.iter().any(|n| name.eq_ignore_ascii_case(n)) {
            return open;
        }
        match tag.starts_with('/') {
            true => open.saturating_sub(1),
            false => open + 1,
        }
    })
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
    sources: &'a [&'a str],
    body: Body,
    ids: HeadingIds,
    heading: Option<(u8, Option<String>, String)>,
    /// By id: offset of the first citation, and the number of citations.
    cited: BTreeMap<String, (usize, usize)>,
    depth: usize,
    in_code: bool,
}

impl BodyScan<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>, sink: &mut Sink) {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                self.heading = Some((
                    heading_level(level),
                    id.map(|id| id.to_string()),
                    String::new(),
                ));
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some((level, id, text)) = self.heading.take() {
                    let id = self.ids.next(id.as_deref(), &text);
                    self.body.headings.push(Heading {
                        id,
                        text: visible(text.trim()).into_owned(),
                        level,
                    });
                }
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                self.depth += 1;
                let kind = if matches!(link_type, LinkType::WikiLink { .. }) {
                    LinkKind::Wiki
                } else {
                    LinkKind::Link
                };
                self.link(dest_url.to_string(), kind, link_type, range);
            }
            Event::Start(Tag::Image {
                dest_url,
                link_type,
                ..
            }) => {
                self.depth += 1;
                self.picture_without_words(&range, sink);
                self.link(dest_url.to_string(), LinkKind::Picture, link_type, range);
            }
            Event::FootnoteReference(id) if self.sources.contains(&&*id) => {
                let entry = self.cited.entry(id.to_string()).or_insert((range.start, 0));
                entry.1 += 1;
            }
            Event::Start(tag) => {
                self.depth += 1;
                self.in_code |= matches!(tag, Tag::CodeBlock(_));
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                if matches!(tag, TagEnd::CodeBlock) {
                    self.in_code = false;
                }
            }
            Event::Text(text) => {
                self.unknown_citation(&text, &range, sink);
                self.say(&text);
            }
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.say(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if let Some((_, _, heading)) = &mut self.heading {
            heading.push_str(text);
        }
        self.body.words += count_words(text);
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

    /// Reports a `[^id]` that no source or footnote defines; it is rendered as plain text.
    fn unknown_citation(&self, text: &str, range: &Range<usize>, sink: &mut Sink) {
        let Some(id) = text.strip_prefix('^') else {
            return;
        };
        let (before, after) = (
            self.text[..range.start].ends_with('['),
            self.text[range.end..].starts_with(']'),
        );
        if self.in_code || !before || !after || id.is_empty() {
            return;
        }
        let near = guess(sink, id, self.sources.iter().copied());
        sink.push(
            Diagnostic::error(
                "unknown-citation",
                format!("`[^{id}]` cites a source that the article does not list"),
            )
            .at(
                self.span(range.start - 1..range.end + 1),
                near.map_or_else(
                    || "no such id".to_owned(),
                    |n| format!("did you mean `[^{n}]`?"),
                ),
            )
            .hint(format!(
                "add a source with `id: {id}` to `sources`, or a footnote `[^{id}]: …`"
            ))
            .lenient_warning(),
        );
    }
}

/// Counts words separated by ASCII whitespace.
fn count_words(text: &str) -> usize {
    let (words, _) = text.bytes().fold((0, true), |(words, blank), byte| {
        let now = byte.is_ascii_whitespace();
        (words + usize::from(blank && !now), now)
    });
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIG: MarkdownConfig = MarkdownConfig {
        raw_html: RawHtml::Sanitise,
        math: false,
        smart_punctuation: true,
    };

    fn read(text: &str) -> (Body, Vec<Diagnostic>) {
        let mut sink = Sink::default();
        let body = scan(
            SourceId(0),
            text,
            0..text.len(),
            &["cnbc", "wsj"],
            &CONFIG,
            "/",
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
        let prepared = prepare("    code\n", &["cnbc"]);
        assert!(
            events(&prepared, &CONFIG).any(|(e, _)| matches!(e, Event::Start(Tag::CodeBlock(_))))
        );
    }

    #[test]
    fn an_open_code_fence_swallows_nothing_of_ours() {
        let (body, faults) = read("Text[^cnbc]\n\n```\nnever closed\n");
        assert_eq!(body.citations.len(), 1);
        assert!(faults.is_empty());
    }

    #[test]
    fn headings_have_ids_of_their_own() {
        let (body, _) = read("# A\n\n## A\n\n## A-2\n\n## Sources\n\n### Own {#mine}\n");
        let ids: Vec<_> = body
            .headings
            .iter()
            .map(|h| (h.id.as_str(), h.level))
            .collect();
        assert_eq!(
            ids,
            [
                ("a", 2),
                ("a-2", 2),
                ("a-2-2", 2),
                ("s-sources", 2),
                ("mine", 3)
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
}
