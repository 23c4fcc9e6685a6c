//! Diagnostics: what is wrong, where, and how to fix it. One model, one file per output format.
//!
//! A user's mistake is a value that is collected, never a panic, and never only the first one.
//! Stages push diagnostics into a [`Sink`]; the command line prints them sorted.

pub mod explain;
mod github;
mod grouped;
mod human;
mod json;
pub mod lint;
mod merge_marker;
mod short;
pub mod suggest;
mod unreadable;
pub mod visible;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub(crate) use grouped::thousands;
pub use grouped::{folded, print_grouped};
pub use merge_marker::without_conflicts;
pub use unreadable::{UNREADABLE, unreadable, unreadable_hint};

use crate::limits::MAX_FAULTS;
use crate::source::{Position, Source, SourceId, Sources, Span, floor_boundary, position};
use crate::world::World;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    /// Informational, with nothing to fix: a skipped file.
    Notice,
}

impl Severity {
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        }
    }
}

/// One error, warning or notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// Stable identifier in kebab-case.
    pub code: &'static str,
    /// One sentence without a full stop.
    pub message: String,
    /// The offending text.
    pub span: Option<Span>,
    /// The file, if there is no span.
    pub file: Option<String>,
    /// The label at the caret.
    pub label: String,
    /// How to fix it, in plain language.
    pub hint: Option<String>,
    /// A line of `site.yaml` that settles all cases, if there are many.
    pub for_many: Option<String>,
    /// Other relevant locations, such as the first of two conflicting definitions.
    pub related: Vec<(Span, String)>,
    /// Whether `lenient: true` makes this error a warning; the value is kept as text.
    pub lenient: bool,
    /// The fix that `check --fix` applies. Set only if it is unambiguous.
    pub fix: Option<Fix>,
}

/// An edit of a file that fixes a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub span: Span,
    /// Replaces the text of `span`.
    pub replacement: String,
}

impl Diagnostic {
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity,
            code,
            message: shortened(message.into()),
            span: None,
            file: None,
            label: String::new(),
            hint: None,
            for_many: None,
            related: Vec::new(),
            lenient: false,
            fix: None,
        }
    }

    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    pub fn notice(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Notice, code, message)
    }

    /// Sets the span and the label at its caret.
    #[must_use]
    pub fn at(mut self, span: Span, label: impl Into<String>) -> Self {
        self.span = Some(span);
        self.label = label.into();
        self
    }

    /// Sets the file, for a diagnostic without a span.
    #[must_use]
    pub fn file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Sets the line of `site.yaml` that settles all cases, if there are many.
    #[must_use]
    pub fn for_many(mut self, line: impl Into<String>) -> Self {
        self.for_many = Some(line.into());
        self
    }

    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// Sets a safe fix: replacing `span` by `replacement`.
    #[must_use]
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            span,
            replacement: replacement.into(),
        });
        self
    }

    /// Makes this error a warning under `lenient: true`. The reporting code must continue in the
    /// same way in both modes; only the severity differs.
    #[must_use]
    pub fn lenient_warning(mut self) -> Self {
        self.lenient = true;
        self
    }
}

/// Maximum number of characters of a quoted value in a message.
const MAX_QUOTED: usize = 80;

/// Truncates each backquoted part of a message to [`MAX_QUOTED`] characters.
fn shortened(message: String) -> String {
    if message.len() <= MAX_QUOTED {
        return message;
    }
    let cut = |(n, part): (usize, &str)| match part.char_indices().nth(MAX_QUOTED) {
        Some((end, _)) if n % 2 == 1 => format!("{}…", &part[..end]),
        _ => part.to_owned(),
    };
    let parts: Vec<String> = message.split('`').enumerate().map(cut).collect();
    parts.join("`")
}

/// Collects the diagnostics of all stages.
#[derive(Debug, Clone, Default)]
pub struct Sink {
    list: Vec<Diagnostic>,
}

impl Sink {
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    pub fn extend(&mut self, other: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(other);
    }

    /// Changes the diagnostic that was pushed last.
    pub fn amend_last(&mut self, change: impl FnOnce(Diagnostic) -> Diagnostic) {
        if let Some(last) = self.list.pop() {
            self.list.push(change(last));
        }
    }

    /// Returns the files with at least one error.
    pub fn faulty(&self) -> BTreeSet<SourceId> {
        let errors = self.list.iter().filter(|d| d.severity == Severity::Error);
        errors.filter_map(|d| Some(d.span?.source)).collect()
    }

    /// Returns the number of diagnostics.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Limits the diagnostics of one file to the first [`MAX_FAULTS`] of each kind, and adds one
    /// with the number of the others. (Printing a diagnostic scans its file.)
    #[must_use]
    pub fn of_file(mut self, name: &str) -> Self {
        if self.list.len() <= MAX_FAULTS {
            return self;
        }
        let mut counts: BTreeMap<(&'static str, Severity, bool), usize> = BTreeMap::new();
        self.list.retain(|d| {
            let count = counts.entry((d.code, d.severity, d.lenient)).or_default();
            *count += 1;
            *count <= MAX_FAULTS
        });
        for ((code, severity, lenient), count) in counts {
            if count > MAX_FAULTS {
                let message = format!(
                    "{} more with this code in this file are not shown; the limit is {MAX_FAULTS}",
                    count - MAX_FAULTS
                );
                let fault = Diagnostic::new(severity, code, message)
                    .file(name)
                    .hint("fix the ones shown, then check again");
                self.push(if lenient {
                    fault.lenient_warning()
                } else {
                    fault
                });
            }
        }
        self
    }

    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|d| d.severity == Severity::Error)
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.severity == severity).count()
    }

    /// Changes the diagnostics from index `from` on.
    pub fn amend_since(&mut self, from: usize, change: impl FnMut(&mut Diagnostic)) {
        self.list[from..].iter_mut().for_each(change);
    }

    /// Removes the diagnostics from index `from` on that are not to be kept.
    pub fn retain_since(&mut self, from: usize, keep: impl FnMut(&Diagnostic) -> bool) {
        let mut later = self.list.split_off(from);
        later.retain(keep);
        self.list.append(&mut later);
    }

    /// Marks all diagnostics from index `from` on as [lenient](Diagnostic::lenient_warning).
    pub fn lenient_since(&mut self, from: usize) {
        self.amend_since(from, |d| d.lenient = true);
    }

    /// Applies `lenient: true`: turns lenient errors into warnings.
    pub fn make_lenient(&mut self) {
        for d in &mut self.list {
            if d.lenient && d.severity == Severity::Error {
                d.severity = Severity::Warning;
            }
            // It no longer helps.
            d.lenient = false;
        }
    }

    /// Sets the severity of each diagnostic; `None` removes it.
    pub fn adjust(&mut self, severity: impl Fn(&Diagnostic) -> Option<Severity>) {
        self.list.retain_mut(|d| match severity(d) {
            Some(severity) => {
                d.severity = severity;
                true
            }
            None => false,
        });
    }

    /// Applies `--strict`: turns warnings into errors.
    pub fn make_strict(&mut self) {
        for d in &mut self.list {
            if d.severity == Severity::Warning {
                d.severity = Severity::Error;
            }
            // As a warning, it would be an error again.
            d.lenient = false;
        }
    }

    /// Returns all diagnostics sorted by file and location, those without a file first, without
    /// duplicates. The order does not depend on which thread reported them.
    pub fn sorted(mut self, sources: &Sources) -> Vec<Diagnostic> {
        let file = |d: &Diagnostic| match (d.span, &d.file) {
            (Some(span), _) => sources.name(span.source).to_owned(),
            (None, Some(file)) => file.clone(),
            (None, None) => String::new(),
        };
        self.list.sort_by_cached_key(|d| {
            (
                file(d),
                d.span.map_or((0, 0), |s| (s.start, s.end)),
                d.severity,
                d.code,
                d.message.clone(),
            )
        });
        self.list.dedup();
        self.list
    }
}

impl IntoIterator for Sink {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

/// Output format of diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format<'a> {
    /// With the source line, a caret and the hint.
    Human { colour: bool },
    /// `file:line:column: error[code]: message`, one per line.
    Short,
    /// One JSON object per line.
    Json,
    /// Workflow commands that GitHub shows next to the line. GitHub expects paths relative to the
    /// repository, so names are prefixed with `below`, the project's folder with a trailing slash.
    Github { below: &'a str },
}

/// Prints diagnostics in the given order. Texts are read again from `world`.
pub fn print(
    diagnostics: &[Diagnostic],
    format: Format<'_>,
    sources: &Sources,
    world: &dyn World,
) -> String {
    let mut texts = SourceTexts::new(sources, world);
    let mut out = String::new();
    for d in diagnostics {
        texts.print(d, format, &mut out);
    }
    out
}

/// Like [`print()`], one text for each diagnostic.
pub fn print_each<'d>(
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    format: Format<'_>,
    sources: &Sources,
    world: &dyn World,
) -> Vec<String> {
    let mut texts = SourceTexts::new(sources, world);
    let printed = diagnostics.into_iter().map(|d| {
        let mut out = String::new();
        texts.print(d, format, &mut out);
        out
    });
    printed.collect()
}

/// Maximum number of texts kept in memory. Diagnostics are sorted by file, so that each text is
/// read about once.
const TEXTS: usize = 16;

/// Cache of the texts that diagnostics point into.
struct SourceTexts<'a> {
    sources: &'a Sources,
    world: &'a dyn World,
    /// Recently read texts, most recent last.
    read: VecDeque<(SourceId, Option<Source>)>,
    /// The place that was asked for last. Diagnostics are sorted, so that the next one is near.
    last: Option<(SourceId, usize, Position)>,
}

impl<'a> SourceTexts<'a> {
    fn new(sources: &'a Sources, world: &'a dyn World) -> Self {
        Self {
            sources,
            world,
            read: VecDeque::new(),
            last: None,
        }
    }

    /// Prints one diagnostic in full, followed by a newline.
    fn print(&mut self, d: &Diagnostic, format: Format<'_>, out: &mut String) {
        out.push_str(&match format {
            Format::Human { colour } => human::print(d, self, colour),
            Format::Short => short::print(d, self),
            Format::Json => json::print(d, self),
            Format::Github { below } => github::print(d, self, below),
        });
        out.push('\n');
    }

    /// Returns the text of a source, or `None` if it can no longer be read.
    fn text(&mut self, id: SourceId) -> Option<&str> {
        let at = self.read.iter().position(|(read, _)| *read == id);
        let at = at.unwrap_or_else(|| {
            if self.read.len() == TEXTS {
                self.read.pop_front();
            }
            let source = self.sources.read(self.world, id).ok();
            self.read.push_back((id, source));
            self.read.len() - 1
        });
        self.read[at].1.as_ref().map(|s| s.text.as_str())
    }

    /// Returns the positions of the start and the end of a span.
    fn positions(&mut self, span: Span) -> (Position, Position) {
        let last = self.last;
        let text = self.text(span.source).unwrap_or("");
        let from = floor_boundary(text, span.start as usize);
        let to = floor_boundary(text, span.end as usize).max(from);
        let start = match last {
            Some((source, known, at)) if source == span.source && known <= from => {
                at.after(&text[known..from])
            }
            _ => position(text, from),
        };
        let end = start.after(&text[from..to]);
        self.last = Some((span.source, from, start));
        (start, end)
    }

    /// Returns the file and, if there is a span, its positions.
    fn place(&mut self, d: &Diagnostic) -> PrintedLocation {
        match d.span {
            Some(span) => {
                let name = self.sources.name(span.source).to_owned();
                PrintedLocation {
                    file: Some(name),
                    lines: Some(self.positions(span)),
                }
            }
            None => PrintedLocation {
                file: d.file.clone(),
                lines: None,
            },
        }
    }
}

struct PrintedLocation {
    file: Option<String>,
    lines: Option<(Position, Position)>,
}
