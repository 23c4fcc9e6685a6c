//! Renders a body of text to Markdown that any program reads (`CommonMark` with GitHub's tables,
//! footnotes and strikethrough): links are absolute, what only Dateline understands is worded.
//!
//! It walks the events from which the page is rendered, so that both show the same.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::body::{alt_text, prepared};
use super::markdown_pieces::{escaped, indented, longest_run, sign, target, titled};
use super::raw_addresses;
use super::sanitizer::Sanitizer;
use crate::config::RawHtml;
use crate::diagnostic::visible::{has_invisible, is_invisible};
use crate::parse::markdown::{HeadingLevels, events};
use crate::parse::scan::{container, source_of};
use crate::view::deps::{BodyRef, Destination};

/// Containers are written into each other as deep as this; what is deeper stands at this depth. Each
/// costs a prefix in every line.
const DEEPEST: usize = 12;

/// Returns the Markdown of `text`, without an end of line.
pub fn markdown(text: &str, body: &BodyRef) -> String {
    let prepared = prepared(text, body);
    let mut writer = Writer {
        body,
        links: body.links.iter(),
        frames: vec![Frame::new(Kind::Body)],
        skipped: 0,
        ends: Vec::new(),
        levels: HeadingLevels::default(),
        skips_title: body.repeats_title,
        sanitizer: (body.raw_html == RawHtml::Sanitise).then(Sanitizer::default),
        html: None,
        code: None,
        columns: Vec::new(),
    };
    let mut events = events(&prepared).map(|(event, _)| event).peekable();
    while let Some(event) = events.next() {
        writer.event(event, &mut events);
    }
    let mut out = writer.finish();
    if has_invisible(&out) {
        out.retain(|c| !is_invisible(c));
    }
    out
}

/// What is open.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Body,
    Quote(Option<&'static str>),
    /// The number of the next item, of a numbered list.
    List(Option<u64>),
    Item,
    Note(String),
    Table,
    /// The definition of a term.
    Definition,
}

struct Frame {
    kind: Kind,
    /// Finished blocks.
    blocks: Vec<String>,
    /// The block that is being written.
    line: String,
    /// Whether blank lines separate its blocks.
    loose: bool,
}

impl Frame {
    fn new(kind: Kind) -> Self {
        Self {
            loose: !matches!(kind, Kind::Item | Kind::List(_) | Kind::Table),
            kind,
            blocks: Vec::new(),
            line: String::new(),
        }
    }

    /// Ends the block that is being written.
    fn end_block(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim_matches('\n');
        if !line.is_empty() {
            self.blocks.push(line.to_owned());
        }
    }

    fn joined(mut self) -> String {
        self.end_block();
        self.blocks.join(if self.loose { "\n\n" } else { "\n" })
    }
}

struct Writer<'a> {
    body: &'a BodyRef,
    links: std::slice::Iter<'a, Destination>,
    /// The innermost last; never empty.
    frames: Vec<Frame>,
    /// How many containers are open that are too deep to be written.
    skipped: usize,
    /// How each open link ends.
    ends: Vec<String>,
    levels: HeadingLevels,
    /// Whether the next heading repeats the title.
    skips_title: bool,
    /// `None` if raw HTML is trusted or escaped.
    sanitizer: Option<Sanitizer>,
    /// The block of raw HTML that is open.
    html: Option<String>,
    /// The block of code that is open: its language and its lines.
    code: Option<(String, String)>,
    columns: Vec<Alignment>,
}

type Rest<'e, I> = std::iter::Peekable<I>;

impl<'a> Writer<'a> {
    fn finish(mut self) -> String {
        if let Some(sanitizer) = &mut self.sanitizer {
            let mut ends = String::new();
            sanitizer.finish(&mut ends);
            self.frame().line.push_str(&ends);
        }
        while self.frames.len() > 1 {
            self.close();
        }
        let body = self.frames.pop().expect("the body is always open");
        body.joined()
    }

    fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the body is always open")
    }

    fn hides(&self) -> bool {
        self.sanitizer.as_ref().is_some_and(Sanitizer::hides)
    }

    fn event<'e, I: Iterator<Item = Event<'e>>>(
        &mut self,
        event: Event<'e>,
        rest: &mut Rest<'e, I>,
    ) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.html = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) => {
                let html = self.html.take().unwrap_or_default();
                let kept = self.kept(&html);
                let frame = self.frame();
                frame.end_block();
                frame.line.push_str(&kept);
                frame.end_block();
            }
            Event::Html(html) | Event::InlineHtml(html) => match &mut self.html {
                Some(block) => block.push_str(&html),
                None => {
                    let kept = self.kept(&html);
                    self.frame().line.push_str(&kept);
                }
            },
            Event::Start(tag) => {
                let end = tag.to_end();
                if let (Some(container), Some(sanitizer)) = (container(&end), &mut self.sanitizer) {
                    let mut ends = String::new();
                    sanitizer.open(container, &mut ends);
                    self.frame().line.push_str(&ends);
                }
                let is_consumed = matches!(tag, Tag::Image { .. })
                    || self.skips_title && matches!(tag, Tag::Heading { .. });
                let was_heading = matches!(tag, Tag::Heading { .. }) && is_consumed;
                self.start(tag, rest);
                if was_heading {
                    self.closed(&end);
                }
            }
            Event::End(tag) => {
                let shown = self.closed(&tag);
                self.end(&tag, shown);
            }
            event if self.hides() => drop(event),
            event => self.inline(event),
        }
    }

    /// Tells the sanitiser that Markdown closes something. Returns whether that was shown.
    fn closed(&mut self, tag: &TagEnd) -> bool {
        let (Some(container), Some(sanitizer)) = (container(tag), &mut self.sanitizer) else {
            return true;
        };
        let mut ends = String::new();
        let shown = sanitizer.close(container, &mut ends);
        self.frame().line.push_str(&ends);
        shown
    }

    /// What is kept of a piece of raw HTML.
    fn kept(&mut self, html: &str) -> String {
        match (&mut self.sanitizer, self.body.raw_html) {
            (Some(sanitizer), _) => {
                let mut kept = String::with_capacity(html.len());
                sanitizer.piece(html, self.body, &mut kept);
                kept
            }
            (None, RawHtml::Trust) => raw_addresses::changed(html, self.body),
            (None, _) => escaped(html, false),
        }
    }

    /// Opens a container, unless it is too deep.
    fn open(&mut self, kind: Kind) {
        if self.skipped > 0 || self.frames.len() > DEEPEST {
            self.skipped += 1;
            return;
        }
        self.frame().end_block();
        self.frames.push(Frame::new(kind));
    }

    /// Closes the innermost container and writes it into the one around it.
    fn close(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        if self.frames.len() == 1 {
            return;
        }
        let frame = self.frames.pop().expect("more than the body is open");
        let (kind, loose) = (frame.kind.clone(), frame.loose);
        let text = frame.joined();
        let around = self.frame();
        let block = match &kind {
            Kind::Quote(sign) => {
                let text = match sign {
                    Some(sign) => format!("[!{sign}]\n{text}"),
                    None => text,
                };
                indented(&text, "> ", "> ")
            }
            Kind::Item => {
                around.loose |= loose;
                let marker = match &mut around.kind {
                    Kind::List(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                let room = " ".repeat(marker.len());
                indented(&text, &marker, &room)
            }
            Kind::Note(label) => indented(&text, &format!("[^{label}]: "), "    "),
            Kind::Definition => indented(&text, ": ", "  "),
            Kind::List(_) | Kind::Table | Kind::Body => text,
        };
        if matches!(kind, Kind::Definition)
            && let Some(term) = around.blocks.last_mut()
        {
            term.push('\n');
            term.push_str(&block);
        } else if !block.is_empty() {
            around.blocks.push(block);
        }
    }

    fn start<'e, I: Iterator<Item = Event<'e>>>(&mut self, tag: Tag<'e>, rest: &mut Rest<'e, I>) {
        let hides = self.hides();
        match tag {
            Tag::Paragraph => {
                let frame = self.frame();
                frame.end_block();
                frame.loose = true;
            }
            Tag::Heading { .. } if self.skips_title => {
                self.skips_title = false;
                for event in rest.by_ref() {
                    if matches!(event, Event::End(TagEnd::Heading(_))) {
                        break;
                    }
                }
            }
            Tag::Heading { level, .. } => {
                let level = usize::from(self.levels.next(level));
                let frame = self.frame();
                frame.end_block();
                frame.line = format!("{} ", "#".repeat(level));
            }
            Tag::BlockQuote(kind) => self.open(Kind::Quote(kind.map(sign))),
            Tag::List(first) => self.open(Kind::List(first)),
            Tag::Item => self.open(Kind::Item),
            Tag::FootnoteDefinition(label) => self.open(Kind::Note(label.into_string())),
            Tag::DefinitionListDefinition => self.open(Kind::Definition),
            Tag::DefinitionListTitle => self.frame().end_block(),
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info.replace('`', "").trim().to_owned(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.frame().end_block();
                self.code = Some((language, String::new()));
            }
            Tag::Table(columns) => {
                self.columns = columns;
                self.open(Kind::Table);
            }
            Tag::TableHead | Tag::TableRow => self.frame().line.push('|'),
            Tag::TableCell => self.frame().line.push(' '),
            Tag::Emphasis if !hides => self.frame().line.push('*'),
            Tag::Strong if !hides => self.frame().line.push_str("**"),
            Tag::Strikethrough if !hides => self.frame().line.push_str("~~"),
            Tag::Link {
                link_type, title, ..
            } => self.link(link_type, &title, hides, rest),
            Tag::Image { title, .. } => {
                let destination = self.links.next();
                let alt = alt_text(rest);
                if hides {
                    return;
                }
                let alt = escaped(&alt, false);
                let is_frame = destination.is_some_and(|d| d.frame.is_some());
                let sign = if is_frame { "" } else { "!" };
                let href = destination.and_then(|d| d.href.as_deref());
                let picture = match href {
                    Some(href) => format!("{sign}[{alt}]({}{})", target(href), titled(&title)),
                    None => alt,
                };
                self.frame().line.push_str(&picture);
            }
            _ => {}
        }
    }

    fn link<'e, I: Iterator<Item = Event<'e>>>(
        &mut self,
        link_type: LinkType,
        title: &str,
        hides: bool,
        rest: &mut Rest<'e, I>,
    ) {
        let destination = self.links.next();
        let href = destination.and_then(|d| d.href.as_deref());
        let (LinkType::WikiLink { .. }, None, false) = (link_type, href, hides) else {
            let Some(href) = href.filter(|_| !hides) else {
                self.ends.push(String::new());
                return;
            };
            let line = &mut self.frame().line;
            if line.ends_with('!') {
                line.insert(line.len() - 1, '\\');
            }
            line.push('[');
            let words = destination.and_then(|d| d.title.as_deref());
            if let (LinkType::WikiLink { has_pothole: false }, Some(words)) = (link_type, words)
                && matches!(rest.peek(), Some(Event::Text(_)))
            {
                rest.next();
                line.push_str(&escaped(words, false));
            }
            self.ends
                .push(format!("]({}{})", target(href), titled(title)));
            return;
        };
        self.frame().line.push_str("\\[\\[");
        self.ends.push("\\]\\]".to_owned());
    }

    fn end(&mut self, tag: &TagEnd, shown: bool) {
        match tag {
            TagEnd::Heading(_) => {
                let frame = self.frame();
                frame.line = frame.line.replace('\n', " ");
                frame.end_block();
            }
            TagEnd::Paragraph | TagEnd::DefinitionListTitle => self.frame().end_block(),
            TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table => self.close(),
            TagEnd::CodeBlock => {
                if let Some((language, lines)) = self.code.take()
                    && shown
                {
                    let fence = "`".repeat(longest_run(&lines, '`').max(2) + 1);
                    let end = if lines.ends_with('\n') || lines.is_empty() {
                        ""
                    } else {
                        "\n"
                    };
                    self.frame()
                        .blocks
                        .push(format!("{fence}{language}\n{lines}{end}{fence}"));
                }
            }
            TagEnd::TableHead => {
                let rule: String = self
                    .columns
                    .iter()
                    .map(|column| match column {
                        Alignment::None => " --- |",
                        Alignment::Left => " :-- |",
                        Alignment::Center => " :-: |",
                        Alignment::Right => " --: |",
                    })
                    .collect();
                let frame = self.frame();
                frame.end_block();
                frame.blocks.push(format!("|{rule}"));
            }
            TagEnd::TableRow => self.frame().end_block(),
            TagEnd::TableCell => {
                let line = &mut self.frame().line;
                line.push_str(" |");
                while let Some(at) = line.find('\n') {
                    line.replace_range(at..=at, " ");
                }
            }
            TagEnd::Emphasis if shown => self.frame().line.push('*'),
            TagEnd::Strong if shown => self.frame().line.push_str("**"),
            TagEnd::Strikethrough if shown => self.frame().line.push_str("~~"),
            TagEnd::Link => {
                let end = self.ends.pop().unwrap_or_default();
                if shown {
                    self.frame().line.push_str(&end);
                }
            }
            _ => {}
        }
    }

    fn inline(&mut self, event: Event<'_>) {
        if let Some((_, lines)) = &mut self.code {
            if let Event::Text(text) = &event {
                lines.push_str(text);
            }
            return;
        }
        let in_table = self.frame().kind == Kind::Table;
        let line = &mut self
            .frames
            .last_mut()
            .expect("the body is always open")
            .line;
        match event {
            Event::Text(text) => {
                let at_start = line.is_empty() || line.ends_with('\n');
                let text = escaped(&text, at_start);
                match in_table {
                    true => line.push_str(&text.replace('|', "\\|")),
                    false => line.push_str(&text),
                }
            }
            Event::Code(code) => {
                let ticks = "`".repeat(longest_run(&code, '`') + 1);
                let room = if code.starts_with('`') || code.ends_with('`') {
                    " "
                } else {
                    ""
                };
                let code = match in_table {
                    true => code.replace('|', "\\|"),
                    false => code.into_string(),
                };
                line.push_str(&format!("{ticks}{room}{code}{room}{ticks}"));
            }
            Event::InlineMath(math) => line.push_str(&format!("${math}$")),
            Event::DisplayMath(math) => line.push_str(&format!("$${math}$$")),
            Event::FootnoteReference(label) => {
                let ids: Vec<&str> = self.body.sources.iter().map(String::as_str).collect();
                let label = match ids.contains(&&*label) {
                    true => &*label,
                    false => source_of(&ids, &label).unwrap_or(&label),
                };
                line.push_str(&format!("[^{label}]"));
            }
            Event::TaskListMarker(done) => line.push_str(if done { "[x] " } else { "[ ] " }),
            Event::SoftBreak => line.push('\n'),
            Event::HardBreak => line.push_str("\\\n"),
            Event::Rule => {
                let frame = self.frame();
                frame.end_block();
                frame.blocks.push("---".to_owned());
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::body::tests::body_of;

    fn written(text: &str) -> String {
        markdown(text, &body_of(text, &[]))
    }

    #[test]
    fn what_is_plain_stays_as_it_was() {
        for text in [
            "A *b* **c** ~~d~~ `e` snake_case.",
            "> quoted\n> twice",
            "- a\n- b\n  - c\n- d",
            "1. a\n2. b",
            "- a\n\n  b\n\n- c",
            "| a | b |\n| --- | --: |\n| 1 | 2 |",
            "```rust\nfn f() {}\n```",
            "> [!NOTE]\n> words",
            "a\\\nb",
            "Said[^cnbc].",
            "Text[^n].\n\n[^n]: The *note*.",
            "- [x] done",
            "term\n: definition",
            "---",
        ] {
            assert_eq!(written(text), text);
        }
    }

    #[test]
    fn no_sign_of_a_text_gains_a_meaning() {
        for (text, shown) in [
            ("\\*a\\*", "\\*a\\*"),
            ("&lt;b&gt; &amp;amp;", "\\<b> \\&amp;"),
            ("\\# a", "\\# a"),
            ("1\\. a", "1\\. a"),
            ("a | b", "a | b"),
            ("`` ` ``", "`` ` ``"),
        ] {
            assert_eq!(written(text), shown, "{text}");
        }
    }

    #[test]
    fn raw_html_is_as_harmless_as_on_the_page() {
        assert_eq!(
            written("a <b onclick=x>b</b> <script>c</script>d"),
            "a <b>b</b> d"
        );
        assert_eq!(written("<iframe src=x></iframe>\n"), "");
    }

    #[test]
    fn depth_costs_no_more_than_the_text_is_long() {
        let deep = format!("{}a\n{}", ">".repeat(2000), "b\n".repeat(2000));
        assert!(written(&deep).len() < 60_000);
    }

    #[test]
    fn links_are_the_page_s() {
        let body = body_of(
            "[a](x) [[id]] ![p](q) [n](no)",
            &[
                Some("https://e.org/a(b)"),
                Some("https://e.org/id/"),
                Some("https://e.org/p.png"),
                None,
            ],
        );
        assert_eq!(
            markdown("[a](x) [[id]] ![p](q) [n](no)", &body),
            "[a](https://e.org/a%28b%29) [Title](https://e.org/id/) ![p](https://e.org/p.png) n"
        );
    }
}
