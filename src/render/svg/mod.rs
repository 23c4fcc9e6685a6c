//! Sanitises drawings (SVG) that come with content: a drawing may contain scripts, and content is not
//! trusted with any.
//!
//! A drawing is parsed and written anew from lists of what it may contain (`allowed`, `css`):
//! elements and attributes of SVG that draw, links to web pages, pictures within the file. The
//! writer takes every name from these lists and escapes every value, so that the output is
//! well-formed XML, which the filter leaves as it is. It contains no document type, no entity, no
//! processing instruction and no comment. (SVG 2, chapter 15; XML 1.0.)

mod allowed;
mod css;
mod namespaces;
mod references;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};
use quick_xml::escape::{partial_escape, resolve_predefined_entity};
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, BytesText, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, Writer, XmlVersion};

use crate::limits::MAX_TEXT;
use crate::source::{ReadFault, text_of};
use allowed::{ELEMENTS, PLAIN, PROPERTIES, UNSEEN, WITHOUT_EFFECT, find};
use namespaces::{Namespace, Namespaces, SVG};
use references::DrawnElements;

/// Maximum nesting of elements. Programs that draw group a few levels deep.
const MAX_ELEMENT_DEPTH: usize = 200;

/// Maximum number of attributes of one element; each is compared with the others.
const MAX_ATTRIBUTES: usize = 120;

/// Maximum number of elements that are drawn, with those that references repeat: far more than a map
/// has, and what a browser draws in seconds.
const MAX_DRAWN: usize = 1_000_000;

/// Maximum number of kinds of removed parts that are told apart.
const MAX_KINDS: usize = 20;

/// Replaces a drawing that can't be published.
pub const EMPTY_DRAWING: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n";

/// A drawing that may be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CleanDrawing {
    pub bytes: Vec<u8>,
    pub removed: Vec<RemovedPart>,
}

/// What was removed from a drawing, if a reader could see a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedPart {
    /// For example `<script>`.
    pub what: String,
    /// The first place, in the text as [`text_of`] reads it.
    pub at: Range<usize>,
    pub times: usize,
}

/// Why a file with the name of a drawing is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDrawing {
    /// It is not UTF-8.
    NotText,
    /// It is larger than a text may be.
    TooLarge,
    /// It is not well-formed XML, from this place on.
    Broken(usize),
    /// It is XML, but no drawing.
    Other,
    /// Its references repeat more elements than a browser can draw.
    TooMany,
}

/// Returns the drawing as it may be published. Takes time in proportion to its size.
///
/// # Errors
/// If it is no drawing.
pub fn sanitize(bytes: Vec<u8>) -> Result<CleanDrawing, NoDrawing> {
    let text = text_of(bytes).map_err(|fault| match fault {
        ReadFault::TooLarge(_) => NoDrawing::TooLarge,
        _ => NoDrawing::NotText,
    })?;
    let mut filter = DrawingFilter {
        text: &text,
        writer: Writer::new(Vec::with_capacity(text.len())),
        open: Vec::new(),
        skipped: 0,
        is_begun: false,
        namespaces: Namespaces::default(),
        removed: Vec::new(),
        kinds: HashMap::new(),
        drawn: DrawnElements::new(),
    };
    filter.run()?;
    if filter.drawn.count() > MAX_DRAWN {
        return Err(NoDrawing::TooMany);
    }
    let mut bytes = filter.writer.into_inner();
    if text.ends_with('\n') {
        bytes.push(b'\n');
    }
    // References to characters are longer than these.
    if bytes.len() as u64 > MAX_TEXT {
        return Err(NoDrawing::TooLarge);
    }
    Ok(CleanDrawing {
        bytes,
        removed: filter.removed,
    })
}

/// An element that is being written.
struct OpenElement {
    name: &'static str,
    /// The text of a `style` element so far, and where the element begins.
    style: Option<(String, Range<usize>)>,
    /// Whether it has an id of its own.
    is_part: bool,
}

struct DrawingFilter<'t> {
    text: &'t str,
    writer: Writer<Vec<u8>>,
    open: Vec<OpenElement>,
    /// Depth within a removed element.
    skipped: usize,
    is_begun: bool,
    namespaces: Namespaces,
    removed: Vec<RemovedPart>,
    /// Index into `removed`, by what was removed.
    kinds: HashMap<String, usize>,
    drawn: DrawnElements,
}

/// What becomes of an element or attribute.
enum Verdict<T> {
    Kept(T),
    /// Removed; no reader sees a difference.
    Unseen,
    Removed,
}

/// How the value of an attribute is checked.
#[derive(Clone, Copy)]
enum ValueRule {
    Plain,
    Css,
    Style,
    Address,
}

impl DrawingFilter<'_> {
    fn run(&mut self) -> Result<(), NoDrawing> {
        let mut reader = Reader::from_str(self.text);
        loop {
            let start = offset(reader.buffer_position());
            let event = reader
                .read_event()
                .map_err(|_| NoDrawing::Broken(offset(reader.error_position())))?;
            let at = start..offset(reader.buffer_position());
            let is_outside = self.open.is_empty();
            match event {
                Event::Eof => break,
                Event::Start(tag) => self.start(&tag, at, false)?,
                Event::Empty(tag) => self.start(&tag, at, true)?,
                Event::End(_) => self.end(at)?,
                Event::Text(text) if is_outside => {
                    if !text.trim_matches(is_xml_space).is_empty() {
                        return Err(self.misplaced(at));
                    }
                }
                Event::CData(_) | Event::GeneralRef(_) if is_outside => {
                    return Err(self.misplaced(at));
                }
                Event::Text(text) => self.text(&text),
                Event::CData(text) => self.text(&text),
                Event::GeneralRef(name) => self.reference(&name, at),
                Event::PI(pi) if pi.target().eq_ignore_ascii_case("xml-stylesheet") => {
                    self.remove("<?xml-stylesheet?>", "xml-stylesheet", &at);
                }
                Event::PI(_) | Event::Comment(_) | Event::Decl(_) | Event::DocType(_) => {}
            }
        }
        match (self.is_begun, self.open.is_empty() && self.skipped == 0) {
            (true, true) => Ok(()),
            (true, false) => Err(NoDrawing::Broken(self.text.len())),
            (false, _) => Err(NoDrawing::Other),
        }
    }

    /// The fault of what may not stand outside the root element.
    fn misplaced(&self, at: Range<usize>) -> NoDrawing {
        match self.is_begun {
            true => NoDrawing::Broken(at.start),
            false => NoDrawing::Other,
        }
    }

    fn start(
        &mut self,
        tag: &BytesStart<'_>,
        at: Range<usize>,
        is_empty: bool,
    ) -> Result<(), NoDrawing> {
        if self.is_begun && self.open.is_empty() {
            return Err(NoDrawing::Broken(at.start));
        }
        let mut attributes: Vec<Attribute<'_>> = Vec::new();
        // The library's own check for two attributes of one name takes quadratic time.
        for attribute in tag.attributes().with_checks(false) {
            attributes.push(attribute.map_err(|_| NoDrawing::Broken(at.start))?);
        }
        if self.skipped > 0 {
            self.skipped += usize::from(!is_empty);
            return Ok(());
        }
        let declarations = attributes.iter().map(|a| (a.key.0, &*a.value));
        self.namespaces.open(declarations);
        let name = tag.name();
        let verdict = self.element(name.0);
        let is_kept = matches!(verdict, Verdict::Kept(_));
        if !self.is_begun && !matches!(verdict, Verdict::Kept("svg")) {
            return Err(NoDrawing::Other);
        }
        match verdict {
            Verdict::Kept(name) => self.write_start(name, &attributes, at, is_empty),
            Verdict::Unseen => {}
            Verdict::Removed => self.remove(&format!("<{}>", shown(name.0)), name.0, &at),
        }
        if is_empty || !is_kept {
            self.namespaces.close();
        }
        self.skipped += usize::from(!is_empty && !is_kept);
        Ok(())
    }

    fn end(&mut self, at: Range<usize>) -> Result<(), NoDrawing> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        let open = self.open.pop().ok_or(NoDrawing::Broken(at.start))?;
        if let Some((text, at)) = open.style {
            let kept = css::sheet(&text);
            if let Some(name) = kept.lost {
                self.remove(&format!("{} in <style>", shown(&name)), "style", &at);
            }
            let text = partial_escape(kept.text);
            self.write(Event::Text(BytesText::from_escaped(text)));
        }
        self.write(Event::End(BytesEnd::new(open.name)));
        if open.is_part {
            self.drawn.close();
        }
        self.namespaces.close();
        Ok(())
    }

    fn element(&self, name: &str) -> Verdict<&'static str> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        match self.namespaces.of(prefix) {
            Some(Namespace::Svg) => {}
            Some(Namespace::Unknown) | None if prefix.is_empty() => {}
            Some(Namespace::Page) => return Verdict::Removed,
            _ => return Verdict::Unseen,
        }
        // In a page of HTML, what stands in these would not be a drawing's.
        let in_words = self
            .open
            .last()
            .is_some_and(|open| ["title", "desc", "style"].contains(&open.name));
        if find(UNSEEN, local).is_some() {
            return Verdict::Unseen;
        }
        match find(ELEMENTS, local) {
            Some(name) if !in_words && self.open.len() < MAX_ELEMENT_DEPTH => Verdict::Kept(name),
            _ => Verdict::Removed,
        }
    }

    fn write_start(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        at: Range<usize>,
        is_empty: bool,
    ) {
        let is_root = !std::mem::replace(&mut self.is_begun, true);
        let mut tag = BytesStart::new(name);
        let mut written: Vec<&'static str> = Vec::new();
        let (mut id, mut named) = (None, None);
        for attribute in attributes {
            let own = attribute.key.0;
            if own == "xmlns" || own.starts_with("xmlns:") {
                if is_root && own == "xmlns" && !written.contains(&"xmlns") {
                    push(&mut tag, "xmlns", SVG);
                    written.push("xmlns");
                }
                continue;
            }
            if written.len() == MAX_ATTRIBUTES {
                self.remove("an attribute", own, &at);
                break;
            }
            match self.attribute(name, attribute, &at) {
                Verdict::Kept((key, value)) => {
                    if !written.contains(&key) {
                        push(&mut tag, key, &value);
                        written.push(key);
                        match key {
                            "id" => id = Some(value),
                            "href" if name == "use" => named = Some(value),
                            _ => {}
                        }
                    }
                }
                Verdict::Unseen => {}
                Verdict::Removed => self.remove(&shown(own), own, &at),
            }
        }
        if is_root && !written.contains(&"xmlns") {
            push(&mut tag, "xmlns", SVG);
        }
        let named = named.as_deref().map(|address| address.trim_matches(' '));
        let named = named.and_then(|address| address.strip_prefix('#'));
        let is_part = self.drawn.add(id.as_deref(), named);
        if is_empty {
            if is_part {
                self.drawn.close();
            }
            self.write(Event::Empty(tag));
            return;
        }
        self.write(Event::Start(tag));
        self.open.push(OpenElement {
            name,
            style: (name == "style").then(|| (String::new(), at)),
            is_part,
        });
    }

    /// Returns the name and the value of an attribute as they are written.
    fn attribute<'a>(
        &mut self,
        element: &str,
        attribute: &'a Attribute<'_>,
        at: &Range<usize>,
    ) -> Verdict<(&'static str, Cow<'a, str>)> {
        let (key, rule) = match self.attribute_rule(attribute.key.0) {
            Verdict::Kept(found) => found,
            Verdict::Unseen => return Verdict::Unseen,
            Verdict::Removed => return Verdict::Removed,
        };
        let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
            return Verdict::Removed;
        };
        let value = one_line(value);
        let is_fine = match rule {
            ValueRule::Plain => true,
            ValueRule::Css => css::is_safe_value(&value),
            ValueRule::Address => is_safe_address(element, &value),
            ValueRule::Style => {
                let kept = css::declarations(&value);
                if let Some(name) = kept.lost {
                    self.remove(&format!("{} in style", shown(&name)), "style", at);
                }
                return match kept.text.is_empty() {
                    true => Verdict::Unseen,
                    false => Verdict::Kept((key, Cow::Owned(kept.text))),
                };
            }
        };
        match is_fine {
            true => Verdict::Kept((key, value)),
            false => Verdict::Removed,
        }
    }

    fn attribute_rule(&self, name: &str) -> Verdict<(&'static str, ValueRule)> {
        if let Some((prefix, local)) = name.split_once(':') {
            let is_link = match self.namespaces.of(prefix) {
                Some(Namespace::Xlink) => true,
                Some(Namespace::Unknown) | None => prefix == "xlink",
                _ => false,
            };
            return match (prefix, local) {
                ("xml", "space") => Verdict::Kept(("xml:space", ValueRule::Plain)),
                ("xml", "lang") => Verdict::Kept(("xml:lang", ValueRule::Plain)),
                ("xml", "base") => Verdict::Removed,
                (_, "href") if is_link => Verdict::Kept(("href", ValueRule::Address)),
                // An attribute of another vocabulary means nothing to a browser.
                _ => Verdict::Unseen,
            };
        }
        match name {
            "href" => return Verdict::Kept(("href", ValueRule::Address)),
            "style" => return Verdict::Kept(("style", ValueRule::Style)),
            _ => {}
        }
        if let Some(name) = find(PLAIN, name) {
            return Verdict::Kept((name, ValueRule::Plain));
        }
        if let Some(name) = find(PROPERTIES, name) {
            return Verdict::Kept((name, ValueRule::Css));
        }
        match name.starts_with("data-") || find(WITHOUT_EFFECT, name).is_some() {
            true => Verdict::Unseen,
            false => Verdict::Removed,
        }
    }

    fn reference(&mut self, name: &BytesRef<'_>, at: Range<usize>) {
        match name.resolve_char_ref() {
            Ok(Some(c)) => return self.text(c.encode_utf8(&mut [0; 4])),
            Ok(None) => {
                if let Some(text) = resolve_predefined_entity(name) {
                    return self.text(text);
                }
            }
            Err(_) => {}
        }
        if self.skipped == 0 {
            self.remove(&format!("&{};", shown(name)), name, &at);
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        let text = legal(text);
        match self.open.last_mut() {
            Some(OpenElement {
                style: Some((sheet, _)),
                ..
            }) => sheet.push_str(&text),
            _ => self.write(Event::Text(BytesText::from_escaped(partial_escape(text)))),
        }
    }

    fn write(&mut self, event: Event<'_>) {
        // A vector takes everything.
        _ = self.writer.write_event(event);
    }

    /// Notes that a part is removed, with its name in the tag or reference at `at`.
    fn remove(&mut self, what: &str, name: &str, at: &Range<usize>) {
        let is_full = self.removed.len() >= MAX_KINDS && !self.kinds.contains_key(what);
        let what = if is_full { "another part" } else { what };
        if let Some(known) = self.kinds.get(what) {
            self.removed[*known].times += 1;
            return;
        }
        let tag = self.text.get(at.clone()).unwrap_or("");
        let start = at.start + tag.find(name).unwrap_or(0);
        let end = (start + name.len()).min(at.end);
        self.kinds.insert(what.to_owned(), self.removed.len());
        self.removed.push(RemovedPart {
            what: what.to_owned(),
            at: start..end,
            times: 1,
        });
    }
}

/// Whether an address may stand on an element: a place in the drawing, a web page behind a link, a
/// picture in the file.
fn is_safe_address(element: &str, value: &str) -> bool {
    let value = value.trim_matches(' ');
    let begins = |start: &str| {
        let head = value.get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    if value.starts_with('#') {
        return true;
    }
    match element {
        "a" => ["https://", "http://", "mailto:"].into_iter().any(begins),
        "image" | "feImage" => {
            let data = PICTURES.into_iter().find(|start| begins(start));
            data.is_some_and(|start| {
                let is_base64 = |b: u8| b.is_ascii_alphanumeric() || b"+/= ".contains(&b);
                value[start.len()..].bytes().all(is_base64)
            })
        }
        _ => false,
    }
}

/// How the address of a picture within the file begins.
const PICTURES: [&str; 6] = [
    "data:image/png;base64,",
    "data:image/jpeg;base64,",
    "data:image/jpg;base64,",
    "data:image/gif;base64,",
    "data:image/webp;base64,",
    "data:image/avif;base64,",
];

/// Adds an attribute, with as few references as XML allows.
fn push(tag: &mut BytesStart<'_>, key: &str, value: &str) {
    let mut value = partial_escape(value);
    if value.contains('"') {
        value = Cow::Owned(value.replace('"', "&quot;"));
    }
    tag.push_attribute(Attribute {
        key: QName(key),
        value,
    });
}

/// Returns the value with spaces for line breaks, which XML would read as spaces, and without
/// characters that XML does not allow.
fn one_line(value: Cow<'_, str>) -> Cow<'_, str> {
    match value.contains(|c: char| c < ' ' || !is_legal(c)) {
        true => {
            let kept = value.chars().filter(|c| is_legal(*c));
            let spaced = kept.map(|c| if c < ' ' { ' ' } else { c });
            Cow::Owned(spaced.collect())
        }
        false => value,
    }
}

/// Returns the text without characters that XML does not allow, with plain line ends.
fn legal(text: &str) -> Cow<'_, str> {
    match text.contains(|c: char| c == '\r' || !is_legal(c)) {
        true => {
            let kept = text.chars().filter(|c| is_legal(*c));
            Cow::Owned(kept.map(|c| if c == '\r' { '\n' } else { c }).collect())
        }
        false => Cow::Borrowed(text),
    }
}

/// Whether XML 1.0 allows a character (2.2).
fn is_legal(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

fn is_xml_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// The name of a removed part, as a message may show it.
fn shown(name: &str) -> String {
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_.:#@ ".contains(c);
    let cut: String = name.chars().take(40).collect();
    match cut.chars().all(is_name) {
        true => cut,
        false => "…".to_owned(),
    }
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}
