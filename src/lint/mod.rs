//! Lints of a whole site: what is not wrong, but an editor may want to know.
//!
//! Pure functions of the model's [`Site`]. `diagnostic::lint` lists the codes, here and elsewhere,
//! with their levels; a lint that is off is not run.

mod article;
mod calendar;
mod date;
mod language_of_name;
mod same_event;
mod site;
mod translated_day;

use std::collections::BTreeSet;

use crate::content::article::{Article, ArticleId};
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::entry::Entry;
use crate::model::site::Site;
use crate::source::SourceId;

/// Runs the lints that are on for this site. Files with errors are skipped: what they seem to lack
/// may be what could not be read.
pub fn find(site: &Site, sink: &mut Sink) {
    let ctx = LintContext {
        site,
        faulty: sink.faulty(),
    };
    article::missing_published(&ctx, sink);
    article::sources(&ctx, sink);
    article::titles(&ctx, sink);
    date::first_of_month(&ctx, sink);
    date::after_source(&ctx, sink);
    date::unreported(&ctx, sink);
    date::overdue(&ctx, sink);
    article::days(&ctx, sink);
    calendar::other_calendar(&ctx, sink);
    same_event::same_event(&ctx, sink);
    translated_day::translated_day(&ctx, sink);
    language_of_name::language_of_name(&ctx, sink);
    site::accent(&ctx, sink);
}

/// The part of a site that is linted.
struct LintContext<'s> {
    site: &'s Site,
    faulty: BTreeSet<SourceId>,
}

impl<'s> LintContext<'s> {
    /// The visible articles without translations: what is reported of an original need not be
    /// reported of its translations.
    fn articles(&self) -> impl Iterator<Item = &'s Article> {
        let site = self.site;
        let shown = move |id: &ArticleId| {
            !site.expired.contains(*id) && site.translations.original(*id).is_none()
        };
        let ids = (0..site.articles.len()).map(ArticleId).filter(shown);
        ids.map(|id| site.article(id))
            .filter(|a| !self.faulty.contains(&a.source))
    }

    fn entries(&self) -> impl Iterator<Item = &'s Entry> {
        let site = self.site;
        site.entries
            .iter()
            // Reported of the original.
            .filter(|e| !e.translated)
            .filter(move |e| !self.faulty.contains(&site.article(e.article).source))
    }

    /// Whether a lint is on.
    fn wants(&self, code: &str) -> bool {
        let level = self.site.config.lint.of(code);
        level.is_some_and(|level| level.severity().is_some())
    }

    /// Returns a diagnostic of a lint, at the level that the site sets; `None` if the lint is off.
    fn found(&self, code: &'static str, message: impl Into<String>) -> Option<Diagnostic> {
        let severity = self.site.config.lint.of(code)?.severity()?;
        Some(Diagnostic::new(severity, code, message))
    }
}
