//! The notice that replaces an expired article.

use serde::Serialize;

use super::{FILE, Kind, Output, PageIdentity, PageSources, Parts, Template};
use crate::content::article::ArticleId;
use crate::plan::{AddressKind, Page};
use crate::publish::Class;
use crate::view::{Stamp, View};

pub(super) const EXPIRED: Kind = Kind {
    name: "expired",
    class: Class::Page,
    output: Output::Html(
        Template::of::<ExpiredView>("expired.html", "expired", |ctx, page, mut head| {
            let id = of(page);
            let front = &ctx.site.article(id).front;
            let view = ExpiredView {
                title: ctx.headline(id).to_owned(),
                expired: front.expires.map_or_else(Stamp::default, |e| ctx.stamp(e)),
            };
            head.title.clone_from(&view.title);
            head.lang = ctx.article_lang(id);
            Parts::new(head, view)
        })
        .noindex(),
    ),
    // Claimed together with the articles.
    identity: |site, page| PageIdentity::new(AddressKind::Article, &*site.article(of(page)).id),
    describe: |site, page| {
        let path = &site.article(of(page)).path;
        format!("the notice that replaces content/{path}, which has expired")
    },
    sources: |site, page| PageSources::File(format!("content/{}", site.article(of(page)).path)),
    lang: |site, page| site.article(of(page)).front.lang.as_deref(),
    ..FILE
};

/// The notice that replaces an expired article.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ExpiredView {
    pub title: String,
    /// The last day, or the instant, at which the article expired.
    pub expired: Stamp,
}

impl View for ExpiredView {}

fn of(page: &Page) -> ArticleId {
    match page {
        Page::Expired(id) => *id,
        page => page.is_not("the notice of an expired article"),
    }
}
