//! Raw HTML of a body: its anchors and links, and what of it is lost.

use std::ops::Range;

use pulldown_cmark::Event;

use super::{BodyScan, container};
use crate::config::RawHtml;
use crate::content::body::{BodyLink, LinkKind, REFERENCE};
use crate::content::schemes;
use crate::diagnostic::{Diagnostic, Sink};
use crate::parse::html_piece::HtmlPiece;
use crate::parse::placeholders;
use crate::parse::raw_addresses;
use crate::parse::raw_html::HtmlFinding;
use crate::source::Span;

/// Maximum number of losses of raw HTML reported per file.
const MOST_LOST: usize = 20;

impl BodyScan<'_> {
    /// Raw HTML that is open in a part of Markdown ends with it.
    pub(super) fn nest(&mut self, event: &Event<'_>, sink: &mut Sink) {
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
    pub(super) fn raw_html(&mut self, piece: &HtmlPiece, sink: &mut Sink) {
        let mode = self.context.markdown.raw_html;
        if self.context.untrusted || mode == RawHtml::Escape {
            return;
        }
        if mode == RawHtml::Trust {
            for found in raw_addresses::find(&piece.html, self.context.base) {
                let span = self.span(piece.written(found.range));
                self.body.links.push(BodyLink {
                    target: found.address,
                    span,
                    kind: match found.is_picture {
                        true => LinkKind::HtmlPicture,
                        false => LinkKind::HtmlLink,
                    },
                });
            }
        }
        let mut html = std::mem::take(&mut self.html);
        html.read(
            &piece.html,
            |range| piece.written(range),
            |place, finding| match finding {
                HtmlFinding::Link {
                    address,
                    is_picture,
                } if mode == RawHtml::Sanitise && is_of_site(&address) => {
                    self.body.links.push(BodyLink {
                        target: address,
                        span: self.span(place),
                        kind: match is_picture {
                            true => LinkKind::HtmlPicture,
                            false => LinkKind::HtmlLink,
                        },
                    });
                }
                HtmlFinding::Link { .. } => {}
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

    pub(super) fn loss(&mut self, finding: &HtmlFinding, place: Range<usize>, sink: &mut Sink) {
        self.lost += 1;
        if self.lost <= MOST_LOST {
            sink.push(loss(finding, self.span(place)));
        }
    }

    pub(super) fn more_lost(&self, sink: &mut Sink) {
        let more = self.placeholders.saturating_sub(MOST_LOST);
        if more > 0 {
            sink.push(
                Diagnostic::warning(
                    "tag-as-text",
                    format!("{more} more tags of no element are shown as text in this file"),
                )
                .at(self.span(0..0), "in this text")
                .hint("put them in backticks"),
            );
        }
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

    /// Reports a tag of no element, which is shown as it was typed.
    pub(super) fn placeholder(&mut self, text: &str, range: &Range<usize>, sink: &mut Sink) {
        let is_typed = self.text.get(range.clone()) == Some(text);
        let is_escaped = self.text[..range.start].ends_with('\\');
        if self.context.markdown.raw_html != RawHtml::Sanitise || !is_typed || is_escaped {
            return;
        }
        let Some(name) = placeholders::name_of(text) else {
            return;
        };
        self.placeholders += 1;
        if self.placeholders <= MOST_LOST {
            sink.push(
                Diagnostic::warning(
                    "tag-as-text",
                    format!("HTML has no element `<{name}>`; it is shown as text"),
                )
                .at(self.span(range.clone()), "readers see it as it is written")
                .hint(format!("put it in backticks, or write `\\{text}`")),
            );
        }
    }

    /// Reports citations in a block of raw HTML, where nothing is Markdown.
    pub(super) fn cited_in_html(&self, range: Range<usize>, sink: &mut Sink) {
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
}

/// Whether an address of raw HTML may be a page or a file of the site.
fn is_of_site(address: &str) -> bool {
    let is_own = || address.starts_with(REFERENCE);
    let is_path = || !address.starts_with("//") && schemes::scheme(address).is_none();
    !address.is_empty() && (is_own() || is_path())
}

/// Maximum number of anchors that raw HTML adds to a page.
const MOST_ANCHORS: usize = 1000;

/// Returns the first root-relative path in raw HTML that is not below the site's path, with its
/// offset.
pub(super) fn path_from_root<'h>(html: &'h str, base: &str) -> Option<(usize, &'h str)> {
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

pub(super) fn untrusted_html(span: Span) -> Diagnostic {
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

/// Elements that show something from elsewhere.
const EMBEDDING: [&str; 7] = [
    "iframe", "video", "audio", "embed", "object", "picture", "source",
];
