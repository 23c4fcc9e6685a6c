//! The elements of raw HTML that are open at a place of a text, and which of them a tag closes.
//!
//! A tag closes what it would close in a browser (HTML, 13.2.6), with three differences. What is
//! open in a paragraph, a cell or a quotation of Markdown ends with it. A tag never ends what
//! Markdown has opened. And an end tag never opens anything anew: that is how a few hundred tags
//! become millions of elements.

use super::raw_html::ELEMENTS;
use crate::limits::MAX_RAW_NESTING;

/// A kept element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    /// Its number in [`ELEMENTS`].
    number: u8,
    sort: Sort,
}

/// What an element is to those around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// It ends a paragraph.
    Block,
    Heading,
    Paragraph,
    Item,
    /// `<dt>`, `<dd>`
    Definition,
    Table,
    Caption,
    /// `<colgroup>`
    Columns,
    Column,
    /// `<thead>`, `<tbody>`, `<tfoot>`
    Rows,
    Row,
    Cell,
    Link,
    /// `<rp>`, `<rt>`, `<rtc>`
    Ruby,
    Phrase,
}

impl Element {
    /// Returns the element of a name, if it is kept.
    pub fn of(name: &str) -> Option<Self> {
        let mut lower = [0; 16];
        let lower = lower.get_mut(..name.len())?;
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        let found = ELEMENTS.binary_search_by(|known| known.as_bytes().cmp(lower));
        let number = found.ok()?;
        Some(Self {
            number: u8::try_from(number).ok()?,
            sort: Sort::of(ELEMENTS[number]),
        })
    }

    pub fn name(self) -> &'static str {
        ELEMENTS[usize::from(self.number)]
    }

    /// Whether it has no content and no end tag.
    pub fn is_void(self) -> bool {
        matches!(self.name(), "area" | "br" | "col" | "hr" | "img" | "wbr")
    }

    /// Whether its end tag may be left out (HTML, 13.1.2.4).
    pub fn ends_by_itself(self) -> bool {
        matches!(
            self.sort,
            Sort::Paragraph
                | Sort::Item
                | Sort::Definition
                | Sort::Caption
                | Sort::Columns
                | Sort::Rows
                | Sort::Row
                | Sort::Cell
                | Sort::Ruby
        )
    }

    fn is_phrase(self) -> bool {
        matches!(self.sort, Sort::Phrase | Sort::Link | Sort::Ruby)
    }

    fn ends_paragraphs(self) -> bool {
        matches!(
            self.sort,
            Sort::Block
                | Sort::Heading
                | Sort::Paragraph
                | Sort::Item
                | Sort::Definition
                | Sort::Table
        )
    }
}

impl Sort {
    fn of(name: &str) -> Self {
        match name {
            "a" => Sort::Link,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Sort::Heading,
            "p" => Sort::Paragraph,
            "li" => Sort::Item,
            "dd" | "dt" => Sort::Definition,
            "table" => Sort::Table,
            "caption" => Sort::Caption,
            "colgroup" => Sort::Columns,
            "col" => Sort::Column,
            "tbody" | "tfoot" | "thead" => Sort::Rows,
            "tr" => Sort::Row,
            "td" | "th" => Sort::Cell,
            "rp" | "rt" | "rtc" => Sort::Ruby,
            "article" | "aside" | "blockquote" | "center" | "details" | "div" | "dl"
            | "figcaption" | "figure" | "footer" | "header" | "hgroup" | "hr" | "nav" | "ol"
            | "pre" | "section" | "summary" | "ul" => Sort::Block,
            _ => Sort::Phrase,
        }
    }
}

/// Something that Markdown opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    Paragraph,
    /// A heading, emphasis: holds no blocks.
    Phrase,
    Link,
    /// A quotation, a list, an item, a table, a cell …
    Block,
    /// A footnote, which is shown elsewhere.
    Apart,
}

/// What is closed.
#[derive(Debug, PartialEq, Eq)]
pub enum Closed<T> {
    Element(Element, T),
    /// The paragraph of Markdown, before its end.
    Paragraph,
}

#[derive(Debug)]
enum Open<T> {
    /// An element, and whether its end tag has come.
    Element(Element, T, bool),
    Markdown(Container),
}

/// What is open, the outermost first. `T` is kept with each element.
#[derive(Debug)]
pub struct OpenElements<T> {
    open: Vec<Open<T>>,
    elements: usize,
}

impl<T> Default for OpenElements<T> {
    fn default() -> Self {
        Self {
            open: Vec::new(),
            elements: 0,
        }
    }
}

impl<T> OpenElements<T> {
    /// Whether as many elements are open as may be.
    pub fn is_full(&self) -> bool {
        self.elements >= MAX_RAW_NESTING
    }

    /// A start tag: closes what it ends. False if the element can't be here: then it is left out.
    pub fn start(&mut self, element: Element, kept: T, closed: &mut impl FnMut(Closed<T>)) -> bool {
        if self.is_full() && !element.is_void() || !self.make_room(element, closed) {
            return false;
        }
        if !element.is_void() {
            self.elements += 1;
            self.open.push(Open::Element(element, kept, false));
        }
        true
    }

    /// An end tag: closes the element and what is in it.
    pub fn end(&mut self, element: Element, closed: &mut impl FnMut(Closed<T>)) {
        let sort = element.sort;
        let mut blocks = false;
        for at in (0..self.open.len()).rev() {
            let Open::Element(open, _, ended) = &mut self.open[at] else {
                return;
            };
            let heading = sort == Sort::Heading && open.sort == Sort::Heading;
            if *open == element || heading {
                // A block that is open in `<b>` goes on; `<b>` ends with it.
                match blocks && element.is_phrase() {
                    true => *ended = true,
                    false => self.close_from(at, closed),
                }
                return;
            }
            let of_table = matches!(
                sort,
                Sort::Table | Sort::Caption | Sort::Columns | Sort::Rows | Sort::Row | Sort::Cell
            );
            match open.sort {
                Sort::Table => return,
                Sort::Cell | Sort::Caption if !of_table => return,
                _ => {}
            }
            blocks |= !open.is_phrase();
        }
    }

    /// Markdown opens something.
    pub fn open(&mut self, container: Container, closed: &mut impl FnMut(Closed<T>)) {
        match container {
            Container::Paragraph | Container::Block => {
                if let Some(at) = self.paragraph() {
                    self.close_from(at, closed);
                }
            }
            Container::Link => {
                if let Some(at) = self.nearest(|element| element.sort == Sort::Link) {
                    self.close_from(at, closed);
                }
            }
            Container::Phrase | Container::Apart => {}
        }
        self.open.push(Open::Markdown(container));
    }

    /// Markdown closes something: what is open in it is closed first. False if it was a paragraph
    /// that a tag has closed before.
    pub fn close(&mut self, container: Container, closed: &mut impl FnMut(Closed<T>)) -> bool {
        let markdown = |open: &Open<T>| matches!(open, Open::Markdown(_));
        let Some(at) = self.open.iter().rposition(markdown) else {
            return container != Container::Paragraph;
        };
        let Open::Markdown(open) = self.open[at] else {
            return true;
        };
        if container == Container::Paragraph && open != Container::Paragraph {
            return false;
        }
        self.close_from(at + 1, closed);
        self.open.truncate(at);
        true
    }

    /// The text ends.
    pub fn close_all(&mut self, closed: &mut impl FnMut(Closed<T>)) {
        while let Some(open) = self.open.pop() {
            if let Open::Element(element, kept, _) = open {
                closed(Closed::Element(element, kept));
            }
        }
        self.elements = 0;
    }

    /// Closes what a start tag ends. False if it can't be here.
    fn make_room(&mut self, element: Element, closed: &mut impl FnMut(Closed<T>)) -> bool {
        if element.ends_paragraphs() {
            if !self.end_paragraph(closed) {
                return false;
            }
            let is_kin = |open: Element| open.sort == element.sort;
            let at = match element.sort {
                // An item of a list in an item leaves the outer one open.
                Sort::Item | Sort::Definition => self.kin(is_kin),
                Sort::Heading => self.last(is_kin),
                _ => None,
            };
            if let Some(at) = at {
                self.close_from(at, closed);
            }
            return true;
        }
        let keeps: &[Sort] = match element.sort {
            Sort::Caption | Sort::Columns | Sort::Rows => &[Sort::Table],
            Sort::Column => &[Sort::Table, Sort::Columns],
            Sort::Row => &[Sort::Table, Sort::Rows],
            Sort::Cell => &[Sort::Table, Sort::Rows, Sort::Row],
            Sort::Link => return self.room_for_link(closed),
            Sort::Ruby => {
                if let Some(at) = self.last(|open| open.sort == Sort::Ruby) {
                    self.close_from(at, closed);
                }
                return true;
            }
            _ => return true,
        };
        // The innermost table, and in it what may hold this part of it.
        match self.nearest(|open| keeps.contains(&open.sort)) {
            Some(at) => {
                self.close_from(at + 1, closed);
                true
            }
            None => false,
        }
    }

    /// Ends the open paragraph, if any. False if that would end what Markdown has opened in it.
    fn end_paragraph(&mut self, closed: &mut impl FnMut(Closed<T>)) -> bool {
        if let Some(at) = self.paragraph() {
            self.close_from(at, closed);
            return true;
        }
        let markdown = |open: &Open<T>| matches!(open, Open::Markdown(_));
        let Some(at) = self.open.iter().rposition(markdown) else {
            return true;
        };
        match self.open[at] {
            Open::Markdown(Container::Paragraph) => {
                self.close_from(at + 1, closed);
                self.open.truncate(at);
                closed(Closed::Paragraph);
                true
            }
            Open::Markdown(Container::Phrase | Container::Link) => false,
            _ => true,
        }
    }

    fn room_for_link(&mut self, closed: &mut impl FnMut(Closed<T>)) -> bool {
        if let Some(at) = self.nearest(|open| open.sort == Sort::Link) {
            self.close_from(at, closed);
            return true;
        }
        // Around what Markdown has opened.
        !self.open.iter().any(|open| match open {
            Open::Element(element, ..) => element.sort == Sort::Link,
            Open::Markdown(container) => *container == Container::Link,
        })
    }

    /// The nearest open element for which `is` holds, up to what Markdown has opened.
    fn nearest(&self, is: impl Fn(Element) -> bool) -> Option<usize> {
        for (at, open) in self.open.iter().enumerate().rev() {
            match open {
                Open::Element(element, ..) if is(*element) => return Some(at),
                Open::Element(..) => {}
                Open::Markdown(_) => return None,
            }
        }
        None
    }

    /// The innermost element, if `is` holds for it.
    fn last(&self, is: impl Fn(Element) -> bool) -> Option<usize> {
        match self.open.last() {
            Some(Open::Element(element, ..)) if is(*element) => Some(self.open.len() - 1),
            _ => None,
        }
    }

    /// The open `<p>`, up to the cell or the table around this place.
    fn paragraph(&self) -> Option<usize> {
        let bound = |sort| {
            matches!(
                sort,
                Sort::Table | Sort::Cell | Sort::Caption | Sort::Paragraph
            )
        };
        let at = self.nearest(|open| bound(open.sort))?;
        let found =
            matches!(&self.open[at], Open::Element(open, ..) if open.sort == Sort::Paragraph);
        found.then_some(at)
    }

    /// The open item that another one ends: none if a list or a block is between.
    fn kin(&self, is: impl Fn(Element) -> bool) -> Option<usize> {
        let passes = |open: Element| open.is_phrase() || open.name() == "div";
        let at = self.nearest(|open| is(open) || !passes(open))?;
        let found = matches!(&self.open[at], Open::Element(open, ..) if is(*open));
        found.then_some(at)
    }

    /// Closes everything from a place on, the innermost first, and what has ended around it.
    fn close_from(&mut self, at: usize, closed: &mut impl FnMut(Closed<T>)) {
        let ended = |open: &Open<T>| matches!(open, Open::Element(_, _, true));
        while self.open.len() > at || self.open.last().is_some_and(ended) {
            if let Some(Open::Element(element, kept, _)) = self.open.pop() {
                self.elements -= 1;
                closed(Closed::Element(element, kept));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a browser would be given for tags: `b` opens, `/b` closes; Markdown opens `P` (a
    /// paragraph), `E` (emphasis), `A` (a link), `Q` (a quotation), and `/` closes one of them.
    fn written(tags: &str) -> String {
        let mut open = OpenElements::default();
        let mut out = String::new();
        let of = |name: &str| match name {
            "P" => Some(Container::Paragraph),
            "E" => Some(Container::Phrase),
            "A" => Some(Container::Link),
            "Q" => Some(Container::Block),
            _ => None,
        };
        for tag in tags.split(' ') {
            let mut ends = String::new();
            let mut closed = |what: Closed<()>| match what {
                Closed::Element(element, ()) => ends += &format!("/{} ", element.name()),
                Closed::Paragraph => ends += "/P ",
            };
            let (name, end) = match tag.strip_prefix('/') {
                Some(name) => (name, true),
                None => (tag, false),
            };
            let shown = match (of(name), end) {
                (Some(container), false) => {
                    open.open(container, &mut closed);
                    true
                }
                (Some(container), true) => open.close(container, &mut closed),
                (None, false) => open.start(Element::of(name).unwrap(), (), &mut closed),
                (None, true) => {
                    open.end(Element::of(name).unwrap(), &mut closed);
                    false
                }
            };
            out += &ends;
            if shown {
                out += &format!("{tag} ");
            }
        }
        open.close_all(&mut |what| {
            if let Closed::Element(element, ()) = what {
                out += &format!("/{} ", element.name());
            }
        });
        out.trim_end().to_owned()
    }

    #[test]
    fn a_tag_closes_what_it_closes_in_a_browser() {
        for (tags, expected) in [
            ("p p", "p /p p /p"),
            ("p b div /div", "p b /b /p div /div"),
            ("ul li b li /ul", "ul li b /b /li li /li /ul"),
            ("ul li ul li /ul li", "ul li ul li /li /ul /li li /li /ul"),
            ("dl dt dd dt", "dl dt /dt dd /dd dt /dt /dl"),
            (
                "table tr td p tr td /table",
                "table tr td p /p /td /tr tr td /td /tr /table",
            ),
            ("table td /div /table", "table td /td /table"),
            (
                "table tr td table tr /table /tr /table",
                "table tr td table tr /tr /table /td /tr /table",
            ),
            ("td", ""),
            (
                "table caption tr td",
                "table caption /caption tr td /td /tr /table",
            ),
            ("h2 h3 /h2", "h2 /h2 h3 /h3"),
            ("a a /a", "a /a a /a"),
            ("b div /b /div i", "b div /div /b i /i"),
            ("br /br hr", "br hr"),
            ("/b /p /div", ""),
            ("b p /p p /p /b", "b p /p p /p /b"),
        ] {
            assert_eq!(written(tags), expected, "{tags}");
        }
    }

    #[test]
    fn no_tag_ends_what_markdown_has_opened_but_a_paragraph() {
        for (tags, expected) in [
            ("P b /P P /b /P", "P b /b /P P /P"),
            ("P div /div /P", "P /P div /div"),
            ("P div /P P /P /div", "P /P div P /P /div"),
            ("P E div /E /P", "P E /E /P"),
            ("Q /div /P", "Q"),
            ("Q div /Q /div", "Q div /div /Q"),
            ("p P /P", "p /p P /P"),
            ("A a /A", "A /A"),
            ("a A /A", "a /a A /A"),
            ("div Q /div /Q /div", "div Q /Q /div"),
            ("table tr td P /P /table", "table tr td P /P /td /tr /table"),
        ] {
            assert_eq!(written(tags), expected, "{tags}");
        }
    }

    #[test]
    fn so_many_are_open_at_most() {
        let mut open = OpenElements::default();
        let b = Element::of("B").unwrap();
        let started = (0..2 * MAX_RAW_NESTING).filter(|_| open.start(b, (), &mut |_| {}));
        assert_eq!(started.count(), MAX_RAW_NESTING);
    }
}
