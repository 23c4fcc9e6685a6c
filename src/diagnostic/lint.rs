//! Lints: diagnostics about a valid site, with a configurable level.
//!
//! [`LINTS`] is the complete list; `lint` in `site.yaml` changes the level of a lint. Some are
//! detected where a file is read, the others in `crate::lint`.

use super::{Severity, Sink};

/// A lint and its default level.
#[derive(Debug, Clone, Copy)]
pub struct Lint {
    /// Code of its diagnostics.
    pub code: &'static str,
    pub level: Level,
    /// What it detects, in one line.
    pub finds: &'static str,
}

/// How a lint is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Off,
    Notice,
    Warning,
    Error,
}

impl Level {
    /// The values in `site.yaml`, from silent to loud.
    pub const WORDS: [(&'static str, Level); 4] = [
        ("off", Level::Off),
        ("notice", Level::Notice),
        ("warning", Level::Warning),
        ("error", Level::Error),
    ];

    pub const fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }

    /// Returns the severity of this level, or `None` for [`Level::Off`].
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

/// All lints. What a careful newsroom does every day is a notice by default, or off; a warning is
/// almost always a mistake.
pub const LINTS: [Lint; 91] = {
    use Level::{Notice, Off, Warning};
    [
        lint(
            "first-of-month",
            Warning,
            "many dates on the first of a month without a source of that day",
        ),
        lint(
            "date-after-source",
            Warning,
            "a past event dated after all sources that report it",
        ),
        lint(
            "other-calendar",
            Warning,
            "a year that looks like one of another calendar",
        ),
        lint(
            "date-of-name",
            Warning,
            "a file name that starts with another day than the date",
        ),
        lint(
            "ambiguous-zone",
            Warning,
            "`CST` after a time, which is of two zones",
        ),
        lint(
            "zone-without-time",
            Warning,
            "a time zone after a day without a time: it has no effect",
        ),
        lint(
            "no-summer-time",
            Warning,
            "`timezone: EST` or `MST`, which never have summer time",
        ),
        lint(
            "language-form",
            Notice,
            "the name of a locale in place of a language code: `zh_TW`",
        ),
        lint(
            "missing-published",
            Notice,
            "an article without `published`: no list of news leads with it",
        ),
        lint(
            "missing-source",
            Notice,
            "news or an analysis without a source",
        ),
        lint(
            "single-source",
            Off,
            "news or an analysis with only one source",
        ),
        lint(
            "translated-date",
            Warning,
            "a translation with another date than its original",
        ),
        lint(
            "language-of-name",
            Warning,
            "a file name that ends with a language, and no `lang`",
        ),
        lint(
            "unused-notice",
            Warning,
            "the notice of an edition on a site that has none",
        ),
        lint(
            "no-digits",
            Notice,
            "`digits: native` for a language without digits of its own",
        ),
        lint(
            "long-title",
            Warning,
            "a headline of more than 110 characters",
        ),
        lint(
            "vague-title",
            Notice,
            "a headline of one word, or one that names nothing specific",
        ),
        lint("missing-alt", Warning, "a picture without alternative text"),
        lint(
            "overdue",
            Notice,
            "an expected event whose last possible day has passed",
        ),
        lint(
            "same-event",
            Notice,
            "an expected event and the article on its outcome, told as two",
        ),
        lint(
            "same-event-differs",
            Warning,
            "`same_event` where entry and article contradict each other",
        ),
        lint(
            "unusable-memo",
            Warning,
            "the cache in .dateline/ is damaged, or of another version",
        ),
        lint(
            "shortcode",
            Warning,
            "a shortcode of another generator: it is printed as it is",
        ),
        lint(
            "attribute-list",
            Warning,
            "an attribute list of another generator: it is left out",
        ),
        lint(
            "hidden-comment",
            Warning,
            "a comment of another generator: it is left out",
        ),
        lint(
            "kept-back",
            Warning,
            "a text that another generator keeps from readers: it is a draft",
        ),
        lint(
            "old-address",
            Warning,
            "a link by an address of another generator",
        ),
        lint(
            "removed-html",
            Warning,
            "raw HTML that is taken out of a text",
        ),
        lint(
            "almost-markdown",
            Warning,
            "almost a heading, a list or bold: it is printed as it is",
        ),
        lint(
            "tag-as-text",
            Warning,
            "a tag of no element, or never closed: it is shown as text",
        ),
        lint(
            "markdown-in-html",
            Warning,
            "a citation within raw HTML: it is printed as it is",
        ),
        lint(
            "not-a-link",
            Warning,
            "what is almost a link or a picture: it is printed as it is",
        ),
        lint(
            "not-a-table",
            Warning,
            "rows of a table without a rule: they are printed",
        ),
        lint(
            "html-in-value",
            Warning,
            "HTML in front matter: it is shown as it is written",
        ),
        lint(
            "not-a-citation",
            Warning,
            "the id of a source in brackets without ^",
        ),
        lint(
            "not-a-picture",
            Warning,
            "a file named like a picture that no browser shows",
        ),
        lint(
            "broken-picture",
            Warning,
            "a picture that is damaged, and is shown in one width",
        ),
        lint(
            "large-picture",
            Warning,
            "a picture that is too large to be made smaller",
        ),
        lint(
            "missing-codecs",
            Warning,
            "the program was built without what `features` wants",
        ),
        lint(
            "no-card",
            Notice,
            "a headline, or a picture of time, in letters that PNG do not have",
        ),
        lint(
            "early-check",
            Warning,
            "`checked` is a day that is still to come: it has no effect",
        ),
        lint(
            "early-report",
            Warning,
            "a source, a visit to it or a correction on a day still to come",
        ),
        lint(
            "reversed-days",
            Warning,
            "`accessed` or a correction before the day that it follows",
        ),
        lint(
            "unreported-outcome",
            Warning,
            "an event announced ahead, and nobody says that it happened",
        ),
        lint(
            "older-update",
            Warning,
            "an update said before the date that it would replace",
        ),
        lint(
            "update-after-outcome",
            Warning,
            "a day still to come for what has happened: it is left out",
        ),
        lint(
            "duplicate-footnote",
            Warning,
            "a second footnote of one name: it is not shown",
        ),
        lint(
            "unused-footnote",
            Warning,
            "a footnote that nothing refers to: it is not shown",
        ),
        lint(
            "title-from-heading",
            Warning,
            "an article without `title`: its first heading is the title",
        ),
        lint(
            "date-from-published",
            Warning,
            "an article without `date`: its day of publication is the date",
        ),
        lint(
            "from-file-name",
            Warning,
            "a text without front matter: its name gives its date",
        ),
        lint(
            "unknown-key",
            Warning,
            "an unknown key in front matter: a typo, or its value is not shown",
        ),
        lint(
            "unknown-name",
            Warning,
            "a name in `languages` that the site does not have",
        ),
        lint(
            "extra-key",
            Notice,
            "front-matter keys that only the site's own templates know",
        ),
        lint(
            "two-names",
            Warning,
            "two names of the same key with different values",
        ),
        lint(
            "list-in-one",
            Warning,
            "several terms in one text: it is split at its commas",
        ),
        lint(
            "number-for-name",
            Warning,
            "a number where the name of a person or a place should be",
        ),
        lint(
            "no-dashes",
            Warning,
            "terms on separate lines without dashes: they are read as one",
        ),
        lint(
            "curly-quotes",
            Warning,
            "typographic quotes around a value: it is read without them",
        ),
        lint("cut-by-comment", Warning, "a value cut short by a #"),
        lint(
            "end-apart",
            Warning,
            "the end of an interval in a separate key: it is ignored",
        ),
        lint(
            "no-stances",
            Warning,
            "a stance on a site without a scale of stances",
        ),
        lint(
            "updated-before-published",
            Warning,
            "`updated` is before `published`",
        ),
        lint("term-spelling", Warning, "a term spelled in two ways"),
        lint(
            "term-clash",
            Warning,
            "two terms that would have the same address",
        ),
        lint(
            "unsafe-link",
            Warning,
            "a link that would run code: it is left out",
        ),
        lint(
            "invisible-character",
            Warning,
            "an invisible character: it is left out",
        ),
        lint(
            "raw-link",
            Warning,
            "a link in raw HTML that points outside the site",
        ),
        lint(
            "lone-story",
            Warning,
            "a storyline of one entry; a notice if no other has a similar name",
        ),
        lint(
            "unused-text",
            Warning,
            "a text for a term or storyline that no article names",
        ),
        lint(
            "unpaired-entry",
            Warning,
            "an entry that only a translation has: it is on no timeline",
        ),
        lint(
            "active-file",
            Warning,
            "a page, script or drawing in content/ that could run code",
        ),
        lint(
            "accent-contrast",
            Notice,
            "an accent colour that is hard to read: another shade is used",
        ),
        lint(
            "host-limit",
            Warning,
            "a limit of a listed host exceeded: files, redirects, headers",
        ),
        lint(
            "root-only-file",
            Warning,
            "files that work only at the root of a domain, below a path",
        ),
        lint(
            "untrusted-html",
            Warning,
            "raw HTML in content of strangers, shown as text",
        ),
        lint(
            "unknown-message",
            Warning,
            "a message that the program does not use",
        ),
        lint(
            "missing-argument",
            Warning,
            "a message that leaves out an argument",
        ),
        lint(
            "missing-words",
            Notice,
            "missing messages of a language: readers see them in English",
        ),
        lint(
            "lost-address",
            Warning,
            "an address in urls.lock that no longer works",
        ),
        lint(
            "changed-id",
            Warning,
            "an article in urls.lock that has a new id",
        ),
        lint(
            "changed-authority",
            Warning,
            "feeds with the ids of another domain than before",
        ),
        lint(
            "new-address",
            Notice,
            "addresses that are not in urls.lock yet",
        ),
        lint(
            "left-out",
            Warning,
            "a file that can't be an article: it is left out",
        ),
        lint(
            "many-left-out",
            Warning,
            "a tenth or more of the files for articles left out",
        ),
        lint(
            "unused-file",
            Warning,
            "a file next to articles that none of them uses",
        ),
        lint(
            "unlisted-ending",
            Warning,
            "a file next to articles with an ending that is not copied",
        ),
        lint(
            "new-template",
            Notice,
            "a template that replaces none of the default theme's",
        ),
        lint(
            "language-without-words",
            Notice,
            "a language of the site in which the interface has no words",
        ),
        lint(
            "replaced-page",
            Warning,
            "an article at the address of a page that the program makes",
        ),
        lint(
            "no-effect-yet",
            Notice,
            "a key whose feature comes in a later version",
        ),
    ]
};

/// The level of each lint on this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels([Level; LINTS.len()]);

impl Default for Levels {
    fn default() -> Self {
        Self(LINTS.map(|lint| lint.level))
    }
}

impl Levels {
    /// Returns the level of a lint, or `None` if `code` is not a lint.
    pub fn of(&self, code: &str) -> Option<Level> {
        Some(self.0[index(code)?])
    }

    /// Turns off all lints at the level of a notice, for output that shows no notices.
    #[must_use]
    pub fn without_notices(mut self) -> Self {
        for level in &mut self.0 {
            if *level == Level::Notice {
                *level = Level::Off;
            }
        }
        self
    }

    /// Sets the level of a lint. Ignores a code that is not a lint.
    pub fn set(&mut self, code: &str, level: Level) {
        if let Some(n) = index(code) {
            self.0[n] = level;
        }
    }
}

fn index(code: &str) -> Option<usize> {
    LINTS.iter().position(|lint| lint.code == code)
}

/// Applies the site's levels to the collected diagnostics. Errors keep their severity: a lint that
/// shares its code with an error does not silence it, unless `lenient` has made it a warning.
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
