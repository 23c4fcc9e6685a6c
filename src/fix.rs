//! Applies the safe fixes of diagnostics to files (`check --fix`).

use crate::config::{self, SiteConfig};
use crate::diagnostic::{Diagnostic, Sink, without_conflicts};
use crate::edit::{Edit, apply};
use crate::pages;
use crate::parse;
use crate::source::Source;

/// Maximum number of rounds. An error may hide the next one in its file.
const MOST_ROUNDS: usize = 200;

/// How a content file is parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContentKind {
    Article,
    Page,
    /// The text of a term or of a storyline.
    Text,
}

/// Returns the diagnostics that a single file causes by itself.
pub fn faults(
    text: &Source,
    path: &str,
    kind: ContentKind,
    config: &SiteConfig,
) -> Vec<Diagnostic> {
    let mut sink = Sink::default();
    match kind {
        ContentKind::Article => drop(parse::article(text, path, config, &mut sink)),
        ContentKind::Page => drop(parse::static_page(text, path, config, &mut sink)),
        ContentKind::Text => drop(parse::text(text, path, config, &mut sink)),
    }
    sink.into_iter().collect()
}

/// Returns the text of a file with all safe fixes applied, and how many were applied. The file is
/// parsed again after each round, because an error may hide others.
pub fn fixed(
    source: Source,
    path: &str,
    kind: ContentKind,
    config: &SiteConfig,
) -> (String, usize) {
    in_rounds(source, |source| faults(source, path, kind, config))
}

/// Like [`fixed`], for the text of `site.yaml`.
pub fn fixed_configuration(source: Source) -> (String, usize) {
    in_rounds(source, |source| {
        let mut sink = Sink::default();
        if let Some((conflicts, _)) = without_conflicts(source, || source.text.len()) {
            return conflicts;
        }
        drop(config::parse(source, &pages::reserved_names(), &mut sink));
        sink.into_iter().collect()
    })
}

fn in_rounds(source: Source, faults: impl Fn(&Source) -> Vec<Diagnostic>) -> (String, usize) {
    let (mut source, mut count) = (source, 0);
    for _ in 0..MOST_ROUNDS {
        let edits: Vec<Edit> = faults(&source)
            .into_iter()
            .filter_map(|d| d.fix)
            .map(|fix| Edit::new(fix.span.range(), fix.replacement))
            .collect();
        if edits.is_empty() {
            break;
        }
        count += edits.len();
        let text = apply(&source.text, edits);
        source = Source { text, ..source };
    }
    (source.text, count)
}
