//! The Markdown twin of an article: the same text for programs, at the article's address with `.md`
//! after the name of its file, as llmstxt.org proposes.

use super::article::{byline, listed_entries};
use super::feed_entry::{self, when};
use super::{FILE, Kind, Output, PageSources};
use crate::content::article::ArticleId;
use crate::content::date::EventDate;
use crate::plan::{Claimant, Page};
use crate::publish::Class;
use crate::view::FileLink;
use crate::view::context::ViewContext;
use crate::view::date_text;
use crate::view::deps::Deps;
use crate::view::twin::{TwinDeps, TwinEvent, TwinValue};

pub(super) const TWIN: Kind = Kind {
    name: "twin",
    class: Class::Page,
    output: Output::Bytes(|ctx, planned| Deps::Twin(Box::new(twin(ctx, of(&planned.page))))),
    claim: |planner| {
        let site = planner.site;
        if !site.config.features.markdown {
            return;
        }
        for n in 0..site.articles.len() {
            let id = ArticleId(n);
            if !site.expired.contains(id) {
                let route = route(&planner.outline.articles[n]);
                planner.claim_in(
                    site.edition_of(id),
                    route,
                    Page::Twin(id),
                    Claimant::Twin(id),
                    None,
                );
            }
        }
    },
    describe: |site, page| {
        let path = &site.article(of(page)).path;
        format!("the article content/{path} as Markdown")
    },
    sources: |site, page| PageSources::File(format!("content/{}", site.article(of(page)).path)),
    lang: |site, page| site.article(of(page)).front.lang.as_deref(),
    ..FILE
};

fn of(page: &Page) -> ArticleId {
    match page {
        Page::Twin(id) => *id,
        page => page.is_not("the twin of an article"),
    }
}

/// Route of the twin of the article at a route.
fn route(article: &str) -> String {
    format!("{article}.md")
}

/// The absolute address of an article's twin; `None` if it has none.
pub(super) fn address(ctx: &ViewContext<'_>, id: ArticleId) -> Option<String> {
    let has = ctx.site.config.features.markdown && !ctx.site.expired.contains(id);
    has.then(|| ctx.whole_absolute(&route(&ctx.plan.articles[id.0])))
}

/// The link from an article to its twin.
pub(super) fn link(ctx: &ViewContext<'_>, id: ArticleId) -> Option<FileLink> {
    Some(FileLink {
        media_type: "text/markdown",
        title: ctx.headline(id).to_owned(),
        url: address(ctx, id)?,
    })
}

fn twin(ctx: &ViewContext<'_>, id: ArticleId) -> TwinDeps {
    let article = ctx.site.article(id);
    let own = ctx.site.of_article[id.0].own.map(|own| ctx.site.entry(own));
    let sources = article.front.sources.iter().enumerate();
    let sources = sources.map(|(n, source)| {
        let label = source.id.as_ref().map(|id| id.value.clone());
        let label = label.unwrap_or_else(|| format!("source-{}", n + 1));
        (label, feed_entry::source(ctx, source))
    });
    let corrections = ctx.corrections_of(id, false).into_iter();
    let corrections = corrections.map(|correction| {
        let head = [&*correction.date.text, &*correction.kind.label];
        (ctx.row(head.into_iter()), correction.text)
    });
    let events = listed_entries(ctx, id).into_iter().map(|listed| TwinEvent {
        date: Some(listed.card.date.text).filter(|text| !text.is_empty()),
        title: listed.card.title,
        address: ctx.whole_address(&listed.card.url),
    });
    TwinDeps {
        front: front(ctx, id),
        title: ctx.headline(id).to_owned(),
        dek: ctx.summary(id).cloned(),
        when: own.and_then(|own| when(ctx, own)),
        body: ctx.article_body(id, true),
        events: events.collect(),
        sources: sources.collect(),
        corrections: corrections.collect(),
    }
}

/// The front matter, in the order in which `dateline fmt` writes it.
fn front(ctx: &ViewContext<'_>, id: ArticleId) -> Vec<(String, TwinValue)> {
    let article = ctx.site.article(id);
    let zone = ctx.site.config.timezone;
    let own = ctx.site.of_article[id.0].own.map(|own| ctx.site.entry(own));
    let date = match own {
        Some(own) => own.date.as_ref(),
        None => article.front.date.as_ref().map(|date| &date.value),
    };
    let iso = |moment| date_text::iso_moment(moment, zone);
    let status = own.map(|own| match own.overdue(ctx.site.today) {
        true => "overdue".to_owned(),
        false => ctx.site.config.statuses[own.status].id.clone(),
    });
    let texts = [
        ("id", Some(article.id.clone())),
        ("title", Some(ctx.headline(id).to_owned())),
        ("url", Some(ctx.whole_absolute(&ctx.plan.articles[id.0]))),
        ("date", date.map(EventDate::edtf)),
        ("place", article.front.place.clone()),
        ("published", article.published().and_then(iso)),
        ("updated", article.changed(zone).and_then(iso)),
        ("status", status),
        (
            "certainty",
            own.and_then(|own| ctx.certainty(own)).map(|label| label.id),
        ),
        ("lang", Some(ctx.lang_of(id).to_owned())),
        ("summary", ctx.summary(id).cloned()),
    ];
    let texts = texts.into_iter();
    let texts = texts.filter_map(|(key, text)| Some((key.to_owned(), TwinValue::Text(text?))));
    let mut front: Vec<(String, TwinValue)> = texts.collect();
    let authors: Vec<String> = byline(ctx, article).into_iter().map(|a| a.label).collect();
    if !authors.is_empty() {
        front.push(("authors".to_owned(), TwinValue::List(authors)));
    }
    let Some(own) = own else {
        return front;
    };
    for taxonomy in ctx
        .site
        .config
        .taxonomies
        .iter()
        .filter(|t| t.id != "authors")
    {
        let terms: Vec<String> = ctx
            .terms_of(own, &taxonomy.id)
            .into_iter()
            .map(|t| t.label)
            .collect();
        if !terms.is_empty() {
            front.push((taxonomy.id.clone(), TwinValue::List(terms)));
        }
    }
    let stances = ctx.stances_then_and_now(own).into_iter();
    let stances: Vec<(String, String)> = stances.map(|s| (s.organisation.label, s.id)).collect();
    if !stances.is_empty() {
        front.push(("stance".to_owned(), TwinValue::Map(stances)));
    }
    front
}
