//! Explains why a page is rendered again.

use std::collections::BTreeSet;

use super::Cache;
use super::state::{CommonInputs, InputFile};
use crate::view::site_css::{CUSTOM_SHEET, STYLE_SHEET};

/// A reason to render a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// There was no page at its address, or the cache has no record of it.
    New,
    /// The page's own file, or a text or file that the page is built from.
    Source(String),
    /// A file that the page shows something from.
    Neighbour(String),
    /// A template or the style sheet.
    Template(String),
    Configuration,
    /// The masthead, menu or foot.
    Chrome,
    /// The clock has passed an instant that changes the page.
    Clock,
    /// The file in the output was missing.
    Missing,
    /// The output file was changed by something other than Dateline.
    Damaged,
}

impl Cause {
    /// The identifier in JSON output.
    pub fn id(&self) -> &'static str {
        match self {
            Cause::New => "new-page",
            Cause::Source(_) => "source",
            Cause::Neighbour(_) => "neighbour",
            Cause::Template(_) => "template",
            Cause::Configuration => "configuration",
            Cause::Chrome => "chrome",
            Cause::Clock => "clock",
            Cause::Missing => "output-missing",
            Cause::Damaged => "output-damaged",
        }
    }

    /// The file that caused the rendering, if any.
    pub fn file(&self) -> Option<&str> {
        match self {
            Cause::Source(file) | Cause::Neighbour(file) | Cause::Template(file) => Some(file),
            _ => None,
        }
    }

    /// Describes the cause to a person.
    pub fn describe(&self) -> String {
        match self {
            Cause::New => "new page".to_owned(),
            Cause::Source(file) => format!("{file} changed"),
            Cause::Neighbour(file) => format!("it shows {file}, which changed"),
            Cause::Template(file) => format!("template {file} changed"),
            Cause::Configuration => "the configuration changed".to_owned(),
            Cause::Chrome => "the masthead, menu or footer changed".to_owned(),
            Cause::Clock => "its due time has passed".to_owned(),
            Cause::Missing => "the output file was missing".to_owned(),
            Cause::Damaged => {
                "the output file had been changed by something other than Dateline".to_owned()
            }
        }
    }
}

/// A file of the project that was added, changed or removed since the last build.
#[derive(Debug)]
pub struct Edited {
    pub name: String,
}

/// A page that is about to be rendered.
pub struct Rendering<'a> {
    pub route: &'a str,
    pub key: [u8; 16],
    /// The file that the page belongs to.
    pub own: Option<&'a str>,
    pub common: &'a CommonInputs,
    /// Whether the output holds a file at its route.
    pub stands: bool,
}

impl Cache {
    /// Returns the files that were added, changed or removed, by name.
    pub fn edited(&self) -> Vec<Edited> {
        let (then, now) = (&self.last.inputs, &self.next.inputs);
        let differs = |old: &InputFile, new: &InputFile| match (old.digest, new.digest) {
            (Some(old), Some(new)) => old != new,
            _ => old.stamp != new.stamp,
        };
        let names: BTreeSet<&str> = then.iter().chain(now).map(|i| i.name.as_str()).collect();
        let is_edited = |name: &str| match (self.last.input(name), self.next.input(name)) {
            (Some(old), Some(new)) => differs(old, new),
            _ => true,
        };
        let edited = names.into_iter().filter(|name| is_edited(name));
        edited
            .map(|name| Edited {
                name: name.to_owned(),
            })
            .collect()
    }

    /// Returns the reasons to render a page. `shows` tells whether the page shows something from an
    /// edited file; if it is false for all of them, the page shows something that no longer exists,
    /// or counts all files.
    pub fn causes(
        &self,
        page: &Rendering<'_>,
        edited: &[Edited],
        shows: impl Fn(&Edited) -> bool,
    ) -> Vec<Cause> {
        let Some(last) = self.last.page(page.route) else {
            return vec![Cause::New];
        };
        if last.key == page.key {
            return vec![match page.stands {
                true => Cause::Damaged,
                false => Cause::Missing,
            }];
        }
        let then = &self.last.common;
        let mut causes = Vec::new();
        let named = |file: &&Edited| page.own == Some(file.name.as_str());
        causes.extend(
            edited
                .iter()
                .filter(named)
                .map(|e| Cause::Source(e.name.clone())),
        );
        if then.theme != page.common.theme {
            let sheets = [STYLE_SHEET, CUSTOM_SHEET].map(|name| format!("static/{name}"));
            let theme = |e: &&Edited| e.name.starts_with("templates/") || sheets.contains(&e.name);
            causes.extend(
                edited
                    .iter()
                    .filter(theme)
                    .map(|e| Cause::Template(e.name.clone())),
            );
        }
        if then.config != page.common.config {
            causes.push(Cause::Configuration);
        }
        let content = |e: &&Edited| e.name.starts_with("content/") && !named(e);
        let shown = edited.iter().filter(content).filter(|e| shows(e));
        causes.extend(shown.map(|e| Cause::Neighbour(e.name.clone())));
        if then.chrome != page.common.chrome && causes.is_empty() {
            causes.push(Cause::Chrome);
        }
        if causes.is_empty() {
            let all = edited.iter().filter(content);
            causes.extend(all.map(|e| Cause::Neighbour(e.name.clone())));
        }
        if causes.is_empty() && then.now != page.common.now {
            causes.push(Cause::Clock);
        }
        causes
    }
}
