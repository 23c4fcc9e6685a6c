//! What an editor may be told about a site that is not wrong: which of it, and how loudly.
//!
//! [`LINTS`] is the whole list. `lint` in `site.yaml` changes how loudly one is said.

use crate::diagnostic::{Severity, Sink};

/// A thing that may be said, by default at `level`.
#[derive(Debug, Clone, Copy)]
pub struct Lint {
    /// The code of its diagnostics.
    pub code: &'static str,
    pub level: Level,
    /// What it finds, in a line.
    pub finds: &'static str,
}

/// How loudly it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Off,
    Notice,
    Warning,
    Error,
}

impl Level {
    /// The words of `site.yaml`, from silent to loud.
    pub const WORDS: [(&'static str, Level); 4] = [
        ("off", Level::Off),
        ("notice", Level::Notice),
        ("warning", Level::Warning),
        ("error", Level::Error),
    ];

    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }

    /// None: it is not said.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::Notice => Some(Severity::Notice),
            Level::Warning => Some(Severity::Warning),
            Level::Error => Some(Severity::Error),
        }
    }
}

const fn lint(code: &'static str, level: Level, finds: &'static str) -> Lint {
    Lint { code, level, finds }
}

/// Every lint. What a good desk meets every day is a notice by default, or off; a warning is
/// what is nearly always a slip.
pub const LINTS: [Lint; 18] = [
    lint(
        "first-of-month",
        Level::Warning,
        "dates on the first of a month that no source has, three or more: a month may be meant",
    ),
    lint(
        "date-after-source",
        Level::Warning,
        "what has happened is dated later than a source that reports it",
    ),
    lint(
        "missing-published",
        Level::Notice,
        "an article without `published`: it leads no list of news",
    ),
    lint(
        "missing-source",
        Level::Notice,
        "news or an analysis without a source",
    ),
    lint(
        "single-source",
        Level::Off,
        "news or an analysis with one source only",
    ),
    lint(
        "long-title",
        Level::Warning,
        "a headline of more than 110 characters",
    ),
    lint(
        "vague-title",
        Level::Notice,
        "a headline of one word, or one that says only that there is news",
    ),
    lint("missing-alt", Level::Warning, "a picture without words"),
    lint(
        "overdue",
        Level::Notice,
        "what is still expected though its latest day has passed",
    ),
    lint(
        "shortcode",
        Level::Warning,
        "a shortcode of another generator, which would be printed as it is",
    ),
    lint(
        "unknown-key",
        Level::Warning,
        "a key of front matter that nobody knows",
    ),
    lint(
        "no-stances",
        Level::Warning,
        "a stance on a site without a scale",
    ),
    lint(
        "updated-before-published",
        Level::Warning,
        "a change before the publication",
    ),
    lint(
        "term-spelling",
        Level::Warning,
        "a term that is spelled in two ways",
    ),
    lint(
        "term-clash",
        Level::Warning,
        "two terms that would have one address",
    ),
    lint(
        "unsafe-link",
        Level::Warning,
        "a link that would run something; it is left out",
    ),
    lint(
        "invisible-character",
        Level::Warning,
        "a sign that nobody sees; it is left out",
    ),
    lint("left-out", Level::Notice, "a file that is no article"),
];

/// How loudly each lint is said on this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels([Level; LINTS.len()]);

impl Default for Levels {
    fn default() -> Self {
        Self(LINTS.map(|lint| lint.level))
    }
}

impl Levels {
    /// The level of a lint; None for a code that is none.
    pub fn of(&self, code: &str) -> Option<Level> {
        Some(self.0[index(code)?])
    }

    /// Changes one; a code that is no lint changes nothing.
    pub fn set(&mut self, code: &str, level: Level) {
        if let Some(n) = index(code) {
            self.0[n] = level;
        }
    }
}

fn index(code: &str) -> Option<usize> {
    LINTS.iter().position(|lint| lint.code == code)
}

/// Gives what the stages found the loudness that the site asks for. An error stays one: a lint
/// that shares its code with a fault quiets no fault.
pub fn adjust(levels: &Levels, sink: &mut Sink) {
    let default = Levels::default();
    if *levels == default {
        return;
    }
    sink.adjust(|d| {
        let level = levels.of(d.code).filter(|_| d.severity != Severity::Error);
        match level.filter(|level| Some(*level) != default.of(d.code)) {
            Some(level) => level.severity(),
            None => Some(d.severity),
        }
    });
}
