//! Renders a body of text to HTML.
//!
//! Walks the same events as the scan that found its links, headings and citations, and inserts
//! addresses, ids and numbers. Raw HTML is sanitised unless the owner trusts it.

use std::borrow::Cow;
use std::collections::VecDeque;

use foldhash::{HashMap, HashMapExt as _, HashSet};
use pulldown_cmark::{Alignment, BlockQuoteKind, CowStr, Event, LinkType, Tag, TagEnd, html};

use super::raw_addresses;
use super::sanitizer::Sanitizer;
use crate::config::RawHtml;
use crate::diagnostic::visible::{any_byte, has_invisible, is_invisible};
use crate::messages::borrowed::{BEGIN, END};
use crate::messages::{Messages, is_right_to_left};
use crate::parse::markdown::{HeadingLevels, PreparedBody, events, prepare};
use crate::parse::open_elements::Container;
use crate::parse::scan::{container, source_of};
use crate::percent;
use crate::view::deps::{BodyRef, Destination, FrameView};
use crate::view::picture::PictureWidths;

/// Returns the finished HTML of `text`, with labels from `messages`.
pub fn html(text: &str, body: &BodyRef, messages: &Messages) -> String {
    let prepared = prepared(text, body);
    let writer = Writer {
        body,
        links: body.links.iter(),
        open: Vec::new(),
        headings: body.headings.iter(),
        heading: "",
        levels: HeadingLevels::default(),
        level: 2,
        skips_title: body.repeats_title,
        cited: HashMap::new(),
        notes: Notes::default(),
        sanitizer: (body.raw_html == RawHtml::Sanitise).then(Sanitizer::default),
        block: None,
        columns: Vec::new(),
        column: 0,
        head: false,
        prefix: &body.origin,
        messages,
        script: None,
    };
    let mut html = writer.write(events(&prepared), text.len() + text.len() / 2);
    if has_invisible(&html) {
        // The words of the interface in it keep their marks.
        html.retain(|c| !is_invisible(c) || [BEGIN, END].contains(&c));
    }
    html
}

/// The text as its parser wants it, with the sources that it may cite.
pub(super) fn prepared(text: &str, body: &BodyRef) -> PreparedBody {
    let sources = body.sources.iter().map(String::as_str);
    let sources: Vec<&str> = sources.filter(|id| !id.is_empty()).collect();
    prepare(text, &sources, body.dialect.1)
}

struct Writer<'a> {
    body: &'a BodyRef,
    links: std::slice::Iter<'a, Destination>,
    /// How each open link ends: with nothing if only its words are shown, with brackets if it is
    /// shown as it was written.
    open: Vec<&'static str>,
    /// Ids of the headings still to come, and of the current one.
    headings: std::slice::Iter<'a, String>,
    heading: &'a str,
    levels: HeadingLevels,
    level: u8,
    /// Whether the next heading repeats the title.
    skips_title: bool,
    /// How often each source has been cited so far.
    cited: HashMap<usize, usize>,
    notes: Notes,
    /// `None` if raw HTML is trusted or escaped.
    sanitizer: Option<Sanitizer>,
    /// The block of raw HTML that is open.
    block: Option<String>,
    /// State of the open table.
    columns: Vec<Alignment>,
    column: usize,
    head: bool,
    /// Address of the page in front of anchors, for use outside the page (feeds).
    prefix: &'a str,
    messages: &'a Messages,
    /// Address of the script that loads frames, if there is one to load.
    script: Option<String>,
}

/// Footnotes of the text itself, as opposed to sources.
#[derive(Default)]
struct Notes {
    numbers: HashMap<String, usize>,
    defined: HashSet<usize>,
    seen: HashMap<usize, usize>,
    /// Finished HTML, by number.
    texts: Vec<(usize, String)>,
}

impl Notes {
    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label.to_lowercase()).or_insert(next)
    }
}

impl<'a> Writer<'a> {
    /// Returns the HTML. `room` is its estimated length.
    fn write<'e>(
        mut self,
        events: impl Iterator<Item = (Event<'e>, std::ops::Range<usize>)>,
        room: usize,
    ) -> String {
        let mut events = events.map(|(event, _)| event).peekable();
        let mut ready: VecDeque<Event<'e>> = VecDeque::new();
        // Events of footnote definitions, which move to the end; the innermost last.
        let mut notes: Vec<(usize, VecDeque<Event<'e>>)> = Vec::new();
        let mut text = String::with_capacity(room);
        let next = || loop {
            if let Some(event) = ready.pop_front() {
                return Some(event);
            }
            match events.next()? {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    let mut events = VecDeque::new();
                    self.open(Container::Apart, &mut events);
                    notes.push((self.notes.number(&label), events));
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    let Some((number, mut events)) = notes.pop() else {
                        continue;
                    };
                    let shown = self.close(Container::Apart, &mut events);
                    // The first of two counts.
                    if shown && self.notes.defined.insert(number) {
                        let mut text = String::new();
                        html::push_html(&mut text, events.into_iter());
                        self.notes.texts.push((number, text));
                    }
                }
                event => {
                    let target = notes.last_mut().map_or(&mut ready, |(_, events)| events);
                    self.sanitised(event, &mut events, target);
                }
            }
        };
        html::push_html(&mut text, std::iter::from_fn(next));
        if let Some(sanitizer) = &mut self.sanitizer {
            sanitizer.finish(&mut text);
        }
        self.footnotes(&mut text);
        if let Some(script) = &self.script {
            let script = attribute(script);
            text.push_str(&format!(
                "<script type=\"module\" src=\"{script}\"></script>\n"
            ));
        }
        text
    }

    /// Writes an event, and what of raw HTML it opens, closes or hides.
    fn sanitised<'e>(
        &mut self,
        event: Event<'e>,
        rest: &mut std::iter::Peekable<impl Iterator<Item = Event<'e>>>,
        out: &mut VecDeque<Event<'e>>,
    ) {
        if self.sanitizer.is_none() {
            if self.body.raw.is_empty() {
                return self.event(event, rest, out);
            }
            return self.trusted(event, rest, out);
        }
        let mut hidden = VecDeque::new();
        match event {
            Event::Start(Tag::HtmlBlock) => self.block = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) => {
                let html = self.block.take().unwrap_or_default();
                self.piece(&html, out);
            }
            Event::Html(html) | Event::InlineHtml(html) => match &mut self.block {
                Some(block) => block.push_str(&html),
                None => self.piece(&html, out),
            },
            Event::Start(tag) => {
                let end = tag.to_end();
                if let Some(container) = container(&end) {
                    self.open(container, out);
                }
                let is_consumed = self.skips_title && matches!(end, TagEnd::Heading(_));
                let target = if self.hides() { &mut hidden } else { &mut *out };
                self.event(Event::Start(tag), rest, target);
                if is_consumed {
                    self.close(Container::Phrase, &mut hidden);
                }
            }
            Event::End(tag) => {
                let shown = container(&tag).is_none_or(|container| self.close(container, out));
                let target = if shown { out } else { &mut hidden };
                self.event(Event::End(tag), rest, target);
            }
            event => {
                let target = if self.hides() { &mut hidden } else { out };
                self.event(event, rest, target);
            }
        }
    }

    /// Writes an event; in raw HTML that is trusted, the addresses of the site are changed.
    fn trusted<'e>(
        &mut self,
        event: Event<'e>,
        rest: &mut std::iter::Peekable<impl Iterator<Item = Event<'e>>>,
        out: &mut VecDeque<Event<'e>>,
    ) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.block = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) => {
                let html = self.block.take().unwrap_or_default();
                out.push_back(raw(raw_addresses::changed(&html, self.body)));
            }
            Event::Html(html) | Event::InlineHtml(html) => match &mut self.block {
                Some(block) => block.push_str(&html),
                None => out.push_back(raw(raw_addresses::changed(&html, self.body))),
            },
            event => self.event(event, rest, out),
        }
    }

    fn hides(&self) -> bool {
        self.sanitizer.as_ref().is_some_and(Sanitizer::hides)
    }

    fn piece(&mut self, html: &str, out: &mut VecDeque<Event<'_>>) {
        let mut kept = String::with_capacity(html.len());
        if let Some(sanitizer) = &mut self.sanitizer {
            sanitizer.piece(html, self.body, &mut kept);
        }
        if !kept.is_empty() {
            out.push_back(raw(kept));
        }
    }

    fn open(&mut self, container: Container, out: &mut VecDeque<Event<'_>>) {
        let mut ends = String::new();
        if let Some(sanitizer) = &mut self.sanitizer {
            sanitizer.open(container, &mut ends);
        }
        if !ends.is_empty() {
            out.push_back(raw(ends));
        }
    }

    fn close(&mut self, container: Container, out: &mut VecDeque<Event<'_>>) -> bool {
        let mut ends = String::new();
        let shown = match &mut self.sanitizer {
            Some(sanitizer) => sanitizer.close(container, &mut ends),
            None => true,
        };
        if !ends.is_empty() {
            out.push_back(raw(ends));
        }
        shown
    }

    fn event<'e>(
        &mut self,
        event: Event<'e>,
        rest: &mut std::iter::Peekable<impl Iterator<Item = Event<'e>>>,
        out: &mut VecDeque<Event<'e>>,
    ) {
        match event {
            // With its id, and a link to itself.
            Event::Start(Tag::Heading { .. }) if self.skips_title => {
                self.skips_title = false;
                for event in rest.by_ref() {
                    if matches!(event, Event::End(TagEnd::Heading(_))) {
                        break;
                    }
                }
            }
            Event::Start(Tag::Heading { level, .. }) => {
                self.heading = self.headings.next().map_or("", String::as_str);
                self.level = self.levels.next(level);
                let (level, id) = (self.level, attribute(self.heading));
                out.push_back(raw(format!("<h{level} id=\"{id}\">")));
            }
            Event::End(TagEnd::Heading(_)) => {
                let (level, id) = (self.level, attribute(self.heading));
                // A feed shows no sign of a link to a section.
                if !self.prefix.is_empty() {
                    out.push_back(raw(format!("</h{level}>\n")));
                    return;
                }
                let label = attribute(self.messages.say("section-link"));
                out.push_back(raw(format!(
                    " <a class=\"anchor\" href=\"#{id}\" aria-label=\"{label}\">#</a></h{level}>\n",
                )));
            }
            Event::Start(Tag::Link {
                link_type,
                title,
                dest_url,
                ..
            }) => {
                let destination = self.links.next();
                let leads = destination.is_some_and(|d| d.href.is_some());
                if let (LinkType::WikiLink { has_pothole }, false) = (link_type, leads) {
                    out.push_back(Event::Text("[[".into()));
                    if has_pothole {
                        out.push_back(Event::Text(dest_url));
                        out.push_back(Event::Text("|".into()));
                    }
                    self.open.push("]]");
                    return;
                }
                // A bare [[id]] shows the title of its target.
                if let (LinkType::WikiLink { has_pothole: false }, Some(words)) =
                    (link_type, destination.and_then(|d| d.title.clone()))
                    && matches!(rest.peek(), Some(Event::Text(_)))
                {
                    rest.next();
                    let lang = destination.and_then(|d| d.title_lang.as_deref());
                    self.open_link(destination, &title, lang, out);
                    out.push_back(Event::Text(words.into()));
                    return;
                }
                self.open_link(destination, &title, None, out);
            }
            Event::End(TagEnd::Link) => match self.open.pop() {
                Some("]]") => out.push_back(Event::Text("]]".into())),
                Some(end) if !end.is_empty() => out.push_back(Event::Html(end.into())),
                _ => {}
            },
            Event::Start(Tag::Image { title, .. }) => {
                let destination = self.links.next();
                let alt = alt_text(rest);
                if let Some((href, frame)) =
                    destination.and_then(|d| d.href.as_deref().zip(d.frame.as_ref()))
                {
                    out.push_back(self.frame(href, frame, &alt));
                    return;
                }
                match destination.and_then(|d| Some((d.href.as_deref()?, d.size, &d.widths))) {
                    Some((href, size, widths)) => {
                        let title = if title.is_empty() {
                            String::new()
                        } else {
                            format!(" title=\"{}\"", attribute(&title))
                        };
                        let size = size.map_or_else(String::new, |(width, height)| {
                            format!(" width=\"{width}\" height=\"{height}\"")
                        });
                        let (before, widths, after) = picture_widths(widths.as_deref());
                        out.push_back(raw(format!("{before}<img src=\"{}\" alt=\"{}\"{title}{size}{widths} loading=\"lazy\" decoding=\"async\">{after}", attribute(&percent::attribute(href)), attribute(&alt))));
                    }
                    None => out.push_back(Event::Text(alt.into())),
                }
            }
            Event::Rule => out.push_back(raw("<hr>\n".to_owned())),
            Event::HardBreak => out.push_back(raw("<br>\n".to_owned())),
            // A character, not a checkbox: there is nothing to tick, and nothing to label.
            Event::TaskListMarker(done) => {
                let sign = if done { "☑" } else { "☐" };
                out.push_back(raw(format!("<span class=\"task\">{sign}</span> ")));
            }
            Event::FootnoteReference(label) => out.push_back(raw(self.reference(&label))),
            Event::Html(text) | Event::InlineHtml(text) => {
                out.push_back(match self.body.raw_html {
                    RawHtml::Escape => Event::Text(text),
                    RawHtml::Sanitise | RawHtml::Trust => Event::Html(text),
                });
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let class = match &kind {
                    pulldown_cmark::CodeBlockKind::Fenced(info) => {
                        info.split([' ', ',', '{']).next().filter(|l| {
                            !l.is_empty()
                                && l.chars()
                                    .all(|c| c.is_ascii_alphanumeric() || "-_+.#".contains(c))
                        })
                    }
                    pulldown_cmark::CodeBlockKind::Indented => None,
                };
                out.push_back(raw(match class {
                    Some(language) => {
                        format!("<pre tabindex=\"0\"><code class=\"language-{language}\">")
                    }
                    None => "<pre tabindex=\"0\"><code>".to_owned(),
                }));
            }
            Event::End(TagEnd::CodeBlock) => out.push_back(raw("</code></pre>\n".to_owned())),
            Event::Start(Tag::BlockQuote(Some(kind))) => {
                let (class, message) = alert(kind);
                let title = attribute(self.messages.say(message));
                out.push_back(raw(format!(
                    "<div class=\"alert alert-{class}\">\n<p class=\"alert-title\">{title}</p>\n"
                )));
            }
            Event::End(TagEnd::BlockQuote(Some(_))) => out.push_back(raw("</div>\n".to_owned())),
            event => self.table(event, out),
        }
    }

    /// Tables scroll sideways in their own box. Alignment is a class, since pages must not have
    /// inline styles.
    fn table<'e>(&mut self, event: Event<'e>, out: &mut VecDeque<Event<'e>>) {
        match event {
            Event::Start(Tag::Table(columns)) => {
                self.columns = columns;
                out.push_back(raw(
                    "<div class=\"table\" tabindex=\"0\"><table>\n".to_owned()
                ));
            }
            Event::End(TagEnd::Table) => out.push_back(raw("</tbody></table></div>\n".to_owned())),
            Event::Start(Tag::TableHead) => {
                (self.head, self.column) = (true, 0);
                out.push_back(raw("<thead><tr>".to_owned()));
            }
            Event::End(TagEnd::TableHead) => {
                self.head = false;
                out.push_back(raw("</tr></thead>\n<tbody>\n".to_owned()));
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                out.push_back(raw("<tr>".to_owned()));
            }
            Event::End(TagEnd::TableRow) => out.push_back(raw("</tr>\n".to_owned())),
            Event::Start(Tag::TableCell) => {
                let class = match self.columns.get(self.column) {
                    Some(Alignment::Left) => " class=\"left\"",
                    Some(Alignment::Center) => " class=\"center\"",
                    Some(Alignment::Right) => " class=\"right\"",
                    _ => "",
                };
                self.column += 1;
                out.push_back(raw(if self.head {
                    format!("<th scope=\"col\"{class}>")
                } else {
                    format!("<td{class}>")
                }));
            }
            Event::End(TagEnd::TableCell) => out.push_back(raw(if self.head {
                "</th>".to_owned()
            } else {
                "</td>".to_owned()
            })),
            event => out.push_back(event),
        }
    }

    fn open_link<'e>(
        &mut self,
        destination: Option<&Destination>,
        title: &str,
        lang: Option<&str>,
        out: &mut VecDeque<Event<'e>>,
    ) {
        let href = destination.and_then(|d| d.href.as_deref());
        self.open.push(if href.is_some() { "</a>" } else { "" });
        if let Some(href) = href {
            let away = if destination.is_some_and(|d| d.away) {
                " rel=\"external\""
            } else {
                ""
            };
            let title = if title.is_empty() {
                String::new()
            } else {
                format!(" title=\"{}\"", attribute(title))
            };
            let href = percent::attribute(href);
            let lang = lang.map_or_else(String::new, |lang| {
                let dir = if is_right_to_left(lang) { "rtl" } else { "ltr" };
                format!(" lang=\"{}\" dir=\"{dir}\"", attribute(lang))
            });
            out.push_back(raw(format!(
                "<a href=\"{}\"{away}{title}{lang}>",
                attribute(&href)
            )));
        }
    }

    /// A link to a film or a post, which a script replaces by a frame when it is pressed.
    fn frame<'e>(&mut self, href: &str, frame: &FrameView, caption: &str) -> Event<'e> {
        if frame.script.is_empty() {
            let caption = if caption.is_empty() { href } else { caption };
            return raw(format!(
                "<a href=\"{}\" rel=\"external\">{}</a>",
                attribute(&percent::attribute(href)),
                attribute(caption)
            ));
        }
        self.script = Some(frame.script.clone());
        let from = self
            .messages
            .with("embed-from", &[("host", frame.host.as_str().into())]);
        let caption = if caption.is_empty() { href } else { caption };
        raw(format!(
            "<span class=\"embed{}\"><a href=\"{}\" rel=\"external\" data-frame=\"{}\">{}</a> <small>{}</small></span>",
            if frame.is_film { " film" } else { "" },
            attribute(&percent::attribute(href)),
            attribute(&percent::attribute(&frame.address)),
            attribute(caption),
            attribute(&from)
        ))
    }

    /// `[^id]`: the number of a source, or of a footnote.
    fn reference(&mut self, label: &str) -> String {
        let sources = &self.body.sources;
        let position = |label: &str| sources.iter().position(|s| s == label);
        let number = position(label).or_else(|| {
            let ids: Vec<&str> = sources.iter().map(String::as_str).collect();
            position(source_of(&ids, label)?)
        });
        if let Some(number) = number.map(|n| n + 1) {
            let n = self.cited.entry(number).or_insert(0);
            *n += 1;
            let label = numbered(self.messages, "cited-source", number);
            return format!(
                "<sup class=\"cite\"><a href=\"{}#source-{number}\" id=\"cite-{number}-{n}\" aria-label=\"{label}\">{number}</a></sup>",
                self.prefix
            );
        }
        let number = self.notes.number(label);
        let n = self.notes.seen.entry(number).or_insert(0);
        *n += 1;
        let suffix = if *n == 1 {
            String::new()
        } else {
            format!("-{n}")
        };
        let label = numbered(self.messages, "footnote", number);
        format!(
            "<sup class=\"note\"><a href=\"{}#fn-{number}\" id=\"fnref-{number}{suffix}\" aria-label=\"{label}\">{}</a></sup>",
            self.prefix,
            letter(number)
        )
    }

    fn footnotes(&mut self, out: &mut String) {
        let mut texts = std::mem::take(&mut self.notes.texts);
        texts.sort_by_key(|(number, _)| *number);
        texts.retain(|(number, _)| self.notes.seen.contains_key(number));
        if texts.is_empty() {
            return;
        }
        let label = attribute(self.messages.say("footnotes"));
        out.push_str(&format!(
            "<section class=\"footnotes\" aria-label=\"{label}\">\n<ol type=\"a\">\n"
        ));
        let label = attribute(self.messages.say("back-to-text"));
        for (number, text) in texts {
            let back = format!(
                " <a class=\"back\" href=\"{}#fnref-{number}\" aria-label=\"{label}\">↩</a>",
                self.prefix
            );
            let text = match text.trim_end().strip_suffix("</p>") {
                Some(start) => format!("{start}{back}</p>"),
                None => format!("{text}{back}"),
            };
            out.push_str(&format!("<li id=\"fn-{number}\">{text}</li>\n"));
        }
        out.push_str("</ol>\n</section>\n");
    }
}

/// Footnotes have letters, to distinguish them from the numbers of sources.
fn letter(number: usize) -> String {
    let mut n = number;
    let mut letters = Vec::new();
    while n > 0 {
        n -= 1;
        letters.push(char::from(b'a' + u8::try_from(n % 26).expect("below 26")));
        n /= 26;
    }
    letters.iter().rev().collect()
}

/// Collects the alternative text of a picture, up to its end.
pub(super) fn alt_text<'e>(rest: &mut impl Iterator<Item = Event<'e>>) -> String {
    let mut alt = String::new();
    let mut depth = 1;
    for event in rest {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            Event::Text(text) | Event::Code(text) => alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
    }
    alt
}

/// The class of an alert, and the message id of its title.
fn alert(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("note", "alert-note"),
        BlockQuoteKind::Tip => ("tip", "alert-tip"),
        BlockQuoteKind::Important => ("important", "alert-important"),
        BlockQuoteKind::Warning => ("warning", "alert-warning"),
        BlockQuoteKind::Caution => ("caution", "alert-caution"),
    }
}

/// What stands before, in and after the `<img>` of a picture that has other widths.
fn picture_widths(widths: Option<&PictureWidths>) -> (String, String, &'static str) {
    let Some(widths) = widths else {
        return (String::new(), String::new(), "");
    };
    let own = widths.own.as_ref().map_or_else(String::new, |own| {
        format!(" srcset=\"{}\" sizes=\"{}\"", attribute(own), widths.sizes)
    });
    match &widths.webp {
        Some(webp) => (
            format!(
                "<picture><source type=\"image/webp\" srcset=\"{}\" sizes=\"{}\">",
                attribute(webp),
                widths.sizes
            ),
            own,
            "</picture>",
        ),
        None => (String::new(), own, ""),
    }
}

/// A label with a number, escaped for an attribute.
fn numbered(messages: &Messages, id: &str, number: usize) -> String {
    let label = messages.with(id, &[("number", number.into())]);
    attribute(&label).into_owned()
}

fn raw<'e>(html: String) -> Event<'e> {
    Event::Html(CowStr::from(html))
}

/// Escapes a text for an element or an attribute in double quotes.
pub(super) fn attribute(text: &str) -> Cow<'_, str> {
    let may = |b: u8| {
        (b < 0x20)
            | (b == 0x7f)
            | (b == 0xc2)
            | (b == b'&')
            | (b == b'<')
            | (b == b'>')
            | (b == b'"')
    };
    if !any_byte(text, may) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => out.push(c),
        }
    }
    out.into()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::messages::Catalogs;
    use crate::parse::conventions::conventions_of;
    use crate::parse::markdown::Dialect;
    use crate::source::SourceId;
    use crate::view::deps::RawLinks;

    /// A body with these links.
    pub fn body_of(text: &str, links: &[Option<&str>]) -> BodyRef {
        let dialect = Dialect {
            math: false,
            smart: false,
            conventions: conventions_of("en"),
            linkify: false,
            sanitised: true,
        };
        BodyRef {
            source: SourceId(0),
            range: 0..text.len(),
            digest: [0; 16],
            links: links
                .iter()
                .map(|href| Destination {
                    href: href.map(str::to_owned),
                    title: Some("Title".to_owned()),
                    title_lang: None,
                    away: false,
                    frame: None,
                    size: None,
                    widths: None,
                })
                .collect(),
            raw: RawLinks::default(),
            headings: Vec::new(),
            sources: vec!["cnbc".to_owned()],
            language: "en".to_owned(),
            raw_html: RawHtml::Sanitise,
            dialect: (1, dialect),
            repeats_title: false,
            origin: String::new(),
            base: "/news/".to_owned(),
        }
    }

    pub fn render(text: &str, links: &[Option<&str>]) -> String {
        let body = body_of(text, links);
        html(text, &body, Catalogs::embedded().or_english("en"))
    }

    #[test]
    fn a_citation_is_the_number_of_its_source() {
        let html = render("Said[^cnbc], again[^cnbc].", &[]);
        assert!(
            html.contains("<a href=\"#source-1\" id=\"cite-1-1\""),
            "{html}"
        );
        assert!(html.contains("id=\"cite-1-2\""), "{html}");
    }

    #[test]
    fn a_footnote_goes_to_the_end_and_back() {
        let html = render("Text[^n] more.\n\n[^n]: The *note*.\n\nLast.", &[]);
        assert!(
            html.contains("<a href=\"#fn-1\" id=\"fnref-1\" aria-label=\"Footnote 1\">a</a>"),
            "{html}"
        );
        assert!(html.ends_with("<li id=\"fn-1\"><p>The <em>note</em>. <a class=\"back\" href=\"#fnref-1\" aria-label=\"Back to the text\">↩</a></p></li>\n</ol>\n</section>\n"), "{html}");
    }

    #[test]
    fn a_bare_wiki_link_shows_the_title() {
        assert_eq!(
            render("See [[llama-4]].", &[Some("/llama-4/")]),
            "<p>See <a href=\"/llama-4/\">Title</a>.</p>\n"
        );
        assert_eq!(
            render("See [[llama-4|this]].", &[Some("/llama-4/")]),
            "<p>See <a href=\"/llama-4/\">this</a>.</p>\n"
        );
    }

    #[test]
    fn what_leads_nowhere_keeps_its_words() {
        assert_eq!(
            render(
                "[click](JaVa&#x53;cript:alert(1)) ![pic](data:text/html,x)",
                &[None, None]
            ),
            "<p>click pic</p>\n"
        );
    }

    #[test]
    fn raw_html_obeys_the_path_of_the_site() {
        for (raw, given) in [
            ("<a href=\"/a/\">x</a>", "href=\"/news/a/\""),
            ("<a href=\"/news/a/\">x</a>", "href=\"/news/a/\""),
            ("<img src=\"/logo.svg\">", "src=\"/news/logo.svg\""),
            ("<a href=\"#x\">x</a>", "href=\"#x\""),
            ("<a href=\"//a.org/\">x</a>", "href=\"//a.org/\""),
            (
                "<a href=\"https://a.org/\">x</a>",
                "href=\"https://a.org/\"",
            ),
        ] {
            let html = render(raw, &[]);
            assert!(html.contains(given), "{html}");
        }
        let html = render("<b>raw</b> [ours](/b/)", &[Some("/news/b/")]);
        assert!(html.contains("href=\"/news/b/\""), "{html}");
    }

    #[test]
    fn raw_html_can_not_run() {
        for bad in [
            "<script>alert(1)</script>",
            "<svg onload=alert(1)>",
            "<img src=x onerror=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<iframe src=//x></iframe>",
            "<style>*{}</style>",
            "<form action=/x><input type=submit formaction=javascript:alert(1)></form>",
        ] {
            let html = render(bad, &[]).to_lowercase();
            for part in [
                "<script",
                "onload",
                "onerror",
                "javascript:",
                "<iframe",
                "<style",
                "<form",
                "<svg",
                "formaction",
            ] {
                assert!(!html.contains(part), "{bad} gave {html}");
            }
        }
    }

    #[test]
    fn a_fence_info_can_not_leave_its_attribute() {
        let html = render("```\"><script>\nx\n```\n", &[]);
        assert_eq!(html, "<pre tabindex=\"0\"><code>x\n</code></pre>\n");
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        assert_eq!(
            render("a\u{10}b\u{202e}c&#x10;&#x202e; `d\u{2}`\n", &[]),
            "<p>abc <code>d</code></p>\n"
        );
    }

    #[test]
    fn tables_have_classes_and_no_style() {
        let html = render("| a | b |\n|:-:|--:|\n| 1 | 2 |\n", &[]);
        assert!(
            html.contains(
                "<th scope=\"col\" class=\"center\">a</th><th scope=\"col\" class=\"right\">b</th>"
            ),
            "{html}"
        );
        assert!(
            html.contains("<td class=\"right\">2</td>") && !html.contains("style"),
            "{html}"
        );
    }
}
