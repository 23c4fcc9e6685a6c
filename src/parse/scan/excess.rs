//! The limits on the levels and elements of a body.

use crate::diagnostic::{Diagnostic, thousands};
use crate::limits::{MAX_RAW_NESTING, OutputLimits, raising};
use crate::source::Span;

/// A limit that a text exceeds.
pub(super) enum Excess {
    Levels,
    RawLevels,
    Elements,
}

impl Excess {
    pub fn diagnostic(&self, limits: &OutputLimits, untrusted: bool, span: Span) -> Diagnostic {
        match self {
            Self::Levels => {
                let levels = limits.levels;
                let message = format!("quotes and lists are nested more than {levels} levels deep");
                Diagnostic::error("too-deep", message)
                    .at(span, "one level too many")
                    .hint("use fewer levels")
            }
            Self::RawLevels => {
                let message = format!("raw HTML is nested more than {MAX_RAW_NESTING} levels deep");
                Diagnostic::error("too-deep", message)
                    .at(span, "one level too many")
                    .hint("use fewer levels")
            }
            Self::Elements => {
                let limit = thousands(limits.elements);
                let message = format!(
                    "the text has more than {limit} elements: paragraphs, items, cells, links, emphasis"
                );
                Diagnostic::error("too-many", message)
                    .at(span, "one element too many")
                    .hint(format!(
                        "split it into several articles; or {}",
                        raising("elements", untrusted)
                    ))
            }
        }
    }
}
