//! Atom (RFC 4287).

use std::borrow::Cow;
use std::sync::Arc;

use memchr::memchr3_iter;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::diagnostic::visible::any_byte;
use crate::view::deps::{FeedDeps, FeedEntry};

/// Writes a feed. `contents` holds the finished HTML of each entry.
pub fn atom(feed: &FeedDeps, contents: &[Option<Arc<str>>]) -> Vec<u8> {
    let mut x = Xml::new();
    let history = &feed.history;
    let mut names = vec![("xmlns", "http://www.w3.org/2005/Atom")];
    if history.is_archive {
        names.push(("xmlns:fh", "http://purl.org/syndication/history/1.0"));
    }
    names.push(("xml:lang", &feed.lang));
    x.open("feed", &names);
    x.text("id", &feed.id);
    x.text("title", &feed.title);
    if let Some(subtitle) = &feed.subtitle {
        x.text("subtitle", subtitle);
    }
    x.text("updated", &feed.updated);
    x.empty(
        "link",
        &[
            ("rel", "self"),
            ("type", "application/atom+xml"),
            ("href", &feed.address),
        ],
    );
    x.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "text/html"),
            ("href", &feed.alternate),
        ],
    );
    // RFC 5005, section 4.
    for (rel, address) in [
        ("current", &history.current),
        ("prev-archive", &history.previous),
        ("next-archive", &history.next),
    ] {
        if let Some(address) = address {
            let link = [
                ("rel", rel),
                ("type", "application/atom+xml"),
                ("href", address),
            ];
            x.empty("link", &link);
        }
    }
    if history.is_archive {
        x.empty("fh:archive", &[]);
    }
    if let Some(hub) = &feed.hub {
        x.empty("link", &[("rel", "hub"), ("href", hub)]);
    }
    x.open("author", &[]);
    x.text("name", &feed.author);
    x.close("author");
    x.text("generator", &feed.generator);
    for (entry, content) in feed.entries.iter().zip(contents) {
        x.entry(entry, content.as_deref());
    }
    x.close("feed");
    x.finish()
}

/// An XML document being written. Characters that XML forbids are omitted.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
}

/// Writing into memory cannot fail.
const WRITES: &str = "memory takes all bytes";

impl Xml {
    pub(super) fn new() -> Self {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
        writer
            .write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))
            .expect(WRITES);
        Self { writer }
    }

    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.writer
            .write_event(Event::Start(start(name, attributes)))
            .expect(WRITES);
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.writer
            .write_event(Event::Empty(start(name, attributes)))
            .expect(WRITES);
    }

    pub(super) fn close(&mut self, name: &str) {
        self.writer
            .write_event(Event::End(BytesEnd::new(name)))
            .expect(WRITES);
    }

    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.text_with(name, &[], text);
    }

    fn text_with(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.writer
            .write_event(Event::Text(BytesText::from_escaped(escaped(&allowed(
                text,
            )))))
            .expect(WRITES);
        self.close(name);
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn entry(&mut self, entry: &FeedEntry, content: Option<&str>) {
        let lang: Vec<(&str, &str)> = entry
            .lang
            .iter()
            .map(|l| ("xml:lang", l.as_str()))
            .collect();
        self.open("entry", &lang);
        self.text("id", &entry.id);
        self.text("title", &entry.title);
        self.empty(
            "link",
            &[
                ("rel", "alternate"),
                ("type", "text/html"),
                ("href", &entry.address),
            ],
        );
        if let Some(picture) = &entry.picture {
            let mut link = vec![("rel", "enclosure")];
            link.extend(picture.media_type.map(|of| ("type", of)));
            link.push(("href", &*picture.address));
            self.empty("link", &link);
        }
        if let Some(published) = &entry.published {
            self.text("published", published);
        }
        self.text("updated", &entry.updated);
        for author in &entry.authors {
            self.open("author", &[]);
            self.text("name", author);
            self.close("author");
        }
        for (scheme, label) in &entry.categories {
            let label = allowed(label);
            self.empty("category", &[("scheme", scheme), ("term", &label)]);
        }
        if let Some(summary) = &entry.summary {
            self.text("summary", summary);
        }
        if let Some(content) = content {
            self.text_with("content", &[("type", "html")], content);
        }
        self.close("entry");
    }
}

fn start<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}

/// Removes the characters that XML 1.0 forbids (section 2.2, "Char").
fn allowed(text: &str) -> Cow<'_, str> {
    let may_be_bad =
        |b: u8| ((b < 0x20) & (b != b'\t') & (b != b'\n') & (b != b'\r')) | (b == 0xef);
    if !any_byte(text, may_be_bad) {
        return text.into();
    }
    let good = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(good) {
        text.into()
    } else {
        text.chars().filter(|c| good(*c)).collect::<String>().into()
    }
}

/// Escapes the signs that a text between tags may not contain (XML 1.0, 2.4). Quotation marks stay:
/// feeds hold whole articles in HTML, which is full of them.
fn escaped(text: &str) -> Cow<'_, str> {
    let (mut out, mut done) = (String::new(), 0);
    for at in memchr3_iter(b'&', b'<', b'>', text.as_bytes()) {
        out.push_str(&text[done..at]);
        out.push_str(match text.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        done = at + 1;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}
