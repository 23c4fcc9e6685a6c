//! What is wrong, where, and what to write instead: one model, one file a format.
//!
//! A fault of the user's is a value that is collected, never a panic and never the first only.
//! Stages push into a [`Sink`]; the command line prints it sorted.

pub mod explain;
mod github;
mod grouped;
mod human;
mod json;
pub mod lint;
mod short;
pub mod suggest;
mod unreadable;
pub mod visible;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub use grouped::print_grouped;
pub(crate) use grouped::thousands;
pub use unreadable::unreadable;

use crate::limits::MAX_FAULTS;
use crate::source::{Position, Source, SourceId, Sources, Span, position};
use crate::world::World;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    /// Worth saying, nothing to fix: a file that was left out.
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

/// One fault, or one thing worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// Stable, kebab-case.
    pub code: &'static str,
    /// One sentence without a full stop.
    pub message: String,
    /// The offending text.
    pub span: Option<Span>,
    /// The file, where nothing in it can be pointed at.
    pub file: Option<String>,
    /// What the caret says.
    pub label: String,
    /// What to write instead, in plain words.
    pub hint: Option<String>,
    /// Other places that matter: the first of two claimants, say.
    pub related: Vec<(Span, String)>,
    /// An error that is a warning with `lenient: true`: the value is kept as text.
    pub lenient: bool,
    /// What `check --fix` writes: only a cure of which nobody can doubt that it was meant.
    pub fix: Option<Fix>,
}

/// A change of a file that fixes a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub span: Span,
    /// Stands in its place afterwards.
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

    /// Points at `span`; the caret says `label`.
    #[must_use]
    pub fn at(mut self, span: Span, label: impl Into<String>) -> Self {
        self.span = Some(span);
        self.label = label.into();
        self
    }

    /// Names a file without a place in it.
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

    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// Writing `replacement` at `span` certainly fixes it.
    #[must_use]
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            span,
            replacement: replacement.into(),
        });
        self
    }

    /// With `lenient: true` no more than a warning. What says so goes on with the value, or
    /// without it, in either case: only the severity differs.
    #[must_use]
    pub fn lenient_warning(mut self) -> Self {
        self.lenient = true;
        self
    }
}

/// Characters of a value that a message quotes.
const MAX_QUOTED: usize = 80;

/// A message with what it quotes between backquotes cut to a length that can be read.
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

/// Collects diagnostics of every stage.
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

    /// The files that an error points into.
    pub fn faulty(&self) -> BTreeSet<SourceId> {
        let errors = self.list.iter().filter(|d| d.severity == Severity::Error);
        errors.filter_map(|d| Some(d.span?.source)).collect()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// What was found in one file: of each kind of fault the first [`MAX_FAULTS`], and how many
    /// more there are. (Printing a fault looks through its file.)
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
                    "{} more like this in the file are not listed; the limit is {MAX_FAULTS}",
                    count - MAX_FAULTS
                );
                let fault = Diagnostic::new(severity, code, message)
                    .file(name)
                    .hint("mend those that are listed, then run it again");
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

    /// Marks all but the first `from` as [eased](Diagnostic::lenient_warning).
    pub fn lenient_since(&mut self, from: usize) {
        for d in &mut self.list[from..] {
            d.lenient = true;
        }
    }

    /// `lenient: true`: an error that is eased is a warning.
    pub fn make_lenient(&mut self) {
        for d in &mut self.list {
            if d.lenient && d.severity == Severity::Error {
                d.severity = Severity::Warning;
            }
        }
    }

    /// Gives each another severity; None takes it out.
    pub fn adjust(&mut self, severity: impl Fn(&Diagnostic) -> Option<Severity>) {
        self.list.retain_mut(|d| match severity(d) {
            Some(severity) => {
                d.severity = severity;
                true
            }
            None => false,
        });
    }

    /// `--strict`: a warning is an error.
    pub fn make_strict(&mut self) {
        for d in &mut self.list {
            if d.severity == Severity::Warning {
                d.severity = Severity::Error;
            }
        }
    }

    /// All of them by file and place; those without a file first. The order does not depend
    /// on which thread found them.
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

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format<'a> {
    /// With the line, the caret and the cure.
    Human { colour: bool },
    /// `file:line:column: error[code]: message`, one line each.
    Short,
    /// One JSON object a line.
    Json,
    /// Workflow commands that GitHub shows beside the line. It knows files by their place in the
    /// repository: names get `below` before them, the project's folder with a slash at its end.
    Github { below: &'a str },
}

/// Prints diagnostics in their order. Texts are read again from `world`.
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

/// How many texts are in memory at once. Diagnostics are sorted by file, so each is read about
/// once.
const TEXTS: usize = 16;

/// Texts that diagnostics point into.
struct SourceTexts<'a> {
    sources: &'a Sources,
    world: &'a dyn World,
    /// Those that were read last, the latest at the end.
    read: VecDeque<(SourceId, Option<Source>)>,
}

impl<'a> SourceTexts<'a> {
    fn new(sources: &'a Sources, world: &'a dyn World) -> Self {
        Self {
            sources,
            world,
            read: VecDeque::new(),
        }
    }

    /// Prints one in full, and ends the line.
    fn print(&mut self, d: &Diagnostic, format: Format<'_>, out: &mut String) {
        out.push_str(&match format {
            Format::Human { colour } => human::print(d, self, colour),
            Format::Short => short::print(d, self),
            Format::Json => json::print(d, self),
            Format::Github { below } => github::print(d, self, below),
        });
        out.push('\n');
    }

    /// None where the file has gone since.
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

    /// Where a span begins and ends.
    fn positions(&mut self, span: Span) -> (Position, Position) {
        let text = self.text(span.source).unwrap_or("");
        (
            position(text, span.start as usize),
            position(text, span.end as usize),
        )
    }

    /// File, line and column from 1; no line where there is no place.
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
