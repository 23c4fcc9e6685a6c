//! Translations that give another day than their original.

use super::LintContext;
use crate::content::article::{Article, ArticleId};
use crate::content::date::EventDate;
use crate::content::event::ListedEvent;
use crate::diagnostic::Sink;
use crate::source::At;

/// Reports a translation whose event, or a listed event of it, has another date than in the original:
/// each edition would show its own.
pub(super) fn translated_day(ctx: &LintContext<'_>, sink: &mut Sink) {
    const CODE: &str = "translated-date";
    if !ctx.wants(CODE) {
        return;
    }
    let site = ctx.site;
    let mut compare = |own: Option<&At<EventDate>>, from: Option<&At<EventDate>>, of: &Article| {
        let (Some(own), Some(from)) = (own, from) else {
            return;
        };
        let (here, there) = (own.value.standard(), from.value.standard());
        if here == there {
            return;
        }
        let message = format!("this translation says {here}, and its original says {there}");
        let d = ctx.found(CODE, message).map(|d| {
            d.at(own.span, "another date")
                .related(from.span, "the date in the original")
                .hint(format!(
                    "write the date that is right in both; that of the original is in content/{}",
                    of.path
                ))
        });
        sink.extend(d);
    };
    for (n, article) in site.articles.iter().enumerate() {
        let original = site.translations.original(ArticleId(n));
        let is_faulty = |article: &Article| ctx.faulty.contains(&article.source);
        let Some(original) = original.map(|id| site.article(id)) else {
            continue;
        };
        if is_faulty(article) || is_faulty(original) {
            continue;
        }
        let (own, from) = (&article.front, &original.front);
        compare(own.date.as_ref(), from.date.as_ref(), original);
        for listed in &own.entries {
            let anchor = listed.anchor_id();
            let same = |other: &&ListedEvent| other.anchor_id() == anchor;
            if let Some(from) = from.entries.iter().find(same) {
                compare(listed.date.as_ref(), from.date.as_ref(), original);
            }
        }
    }
}
