//! Which vocabulary a prefix stands for (Namespaces in XML 1.0).

use foldhash::HashMap;

pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const HTML: &str = "http://www.w3.org/1999/xhtml";
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// What a namespace means to a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Namespace {
    Svg,
    Xlink,
    /// Of elements that a browser shows as a page does.
    Page,
    /// Of the data of other programs, which no browser shows.
    Foreign,
    /// Named by an entity, as old versions of Illustrator write it.
    Unknown,
}

impl Namespace {
    fn of(address: &str) -> Self {
        match address {
            SVG => Self::Svg,
            XLINK => Self::Xlink,
            HTML | MATHML => Self::Page,
            address if address.contains('&') => Self::Unknown,
            _ => Self::Foreign,
        }
    }
}

/// The declarations that are in force.
#[derive(Debug, Default)]
pub(super) struct Namespaces {
    /// By prefix, which is empty for the default; the innermost last.
    bound: HashMap<String, Vec<Namespace>>,
    /// The prefixes that each open element has declared.
    open: Vec<Vec<String>>,
}

impl Namespaces {
    /// Opens an element, with its attributes as written.
    pub fn open<'a>(&mut self, attributes: impl Iterator<Item = (&'a str, &'a str)>) {
        let mut declared = Vec::new();
        for (name, value) in attributes {
            let prefix = match name.strip_prefix("xmlns") {
                Some("") => "",
                Some(rest) if rest.starts_with(':') => &rest[1..],
                _ => continue,
            };
            let namespace = Namespace::of(value.trim());
            self.bound
                .entry(prefix.to_owned())
                .or_default()
                .push(namespace);
            declared.push(prefix.to_owned());
        }
        self.open.push(declared);
    }

    pub fn close(&mut self) {
        for prefix in self.open.pop().unwrap_or_default() {
            if let Some(bound) = self.bound.get_mut(&prefix) {
                bound.pop();
            }
        }
    }

    /// What a prefix stands for; `None` if nothing has declared it.
    pub fn of(&self, prefix: &str) -> Option<Namespace> {
        self.bound.get(prefix)?.last().copied()
    }
}
