//! Atom feeds: of the site, of a term, of corrections.

use std::cmp::Reverse;

use super::{FILE, Kind, Output, PageIdentity, PageSources};
use crate::content::article::{Article, ArticleId};
use crate::content::front_matter::Moment;
use crate::content::natural::NaturalId;
use crate::model::entry::{Entry, EntryId};
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::percent;
use crate::plan::{AddressKind, Page, Plan};
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::date_text;
use crate::view::deps::{Deps, FeedDeps, FeedEntry};

/// The date of a feed without any dated entry: Atom requires one.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// Route of the site's feed.
const SITE: &str = "feed.xml";

/// Route of the corrections feed.
const CORRECTIONS: &str = "corrections/feed.xml";

const FEED: Kind = Kind {
    name: "feed",
    class: Class::List,
    whole: false,
    sources: |_, _| PageSources::AllTexts,
    ..FILE
};

pub(super) const SITE_FEED: Kind = Kind {
    output: Output::Bytes(|ctx, _| Deps::Feed(Box::new(site_feed(ctx)))),
    claim: |planner| planner.claim(SITE, Page::SiteFeed, "the site's feed"),
    identity: |_, _| PageIdentity::new(AddressKind::Feed, "site"),
    ..FEED
};

pub(super) const TERM_FEED: Kind = Kind {
    output: Output::Bytes(|ctx, planned| Deps::Feed(Box::new(term_feed(ctx, of(&planned.page))))),
    // Claimed together with the terms.
    identity: |site, page| PageIdentity::new(AddressKind::Feed, term_id(site, of(page))),
    ..FEED
};

pub(super) const CORRECTIONS_FEED: Kind = Kind {
    output: Output::Bytes(|ctx, _| Deps::Feed(Box::new(corrections_feed(ctx)))),
    claim: |planner| {
        if planner.site.corrected().next().is_some() {
            let who = "the corrections feed";
            planner.claim(CORRECTIONS, Page::CorrectionsFeed, who);
        }
    },
    identity: |_, _| PageIdentity::new(AddressKind::Feed, "corrections"),
    ..FEED
};

fn of(page: &Page) -> TermRef {
    match page {
        Page::TermFeed(term) => *term,
        page => page.is_not("the feed of a term"),
    }
}

/// For example `organisations/meta`.
pub(super) fn term_id(site: &Site, term: TermRef) -> String {
    let taxonomy = &site.config.taxonomies[term.taxonomy].id;
    format!("{taxonomy}/{}", site.term(term).slug)
}

fn site_feed(ctx: &ViewContext<'_>) -> FeedDeps {
    let config = &ctx.site.config;
    let mut articles: Vec<ArticleId> = (0..ctx.site.articles.len())
        .map(ArticleId)
        .filter(|id| ctx.site.is_listed(*id))
        .collect();
    latest_first(ctx, &mut articles);
    let entries = articles
        .into_iter()
        .take(config.feeds.entries)
        .map(|id| feed_entry(ctx, id))
        .collect();
    feed(
        ctx,
        "site",
        &config.title,
        config.description.clone(),
        SITE,
        "index.html",
        entries,
    )
}

fn term_feed(ctx: &ViewContext<'_>, term: TermRef) -> FeedDeps {
    let config = &ctx.site.config;
    let route = Plan::term_route(ctx.site, term);
    let mut articles: Vec<ArticleId> = ctx
        .site
        .term(term)
        .entries
        .iter()
        .map(|e: &EntryId| ctx.site.entry(*e).article)
        .collect();
    latest_first(ctx, &mut articles);
    articles.dedup();
    let entries = articles
        .into_iter()
        .take(config.feeds.entries)
        .map(|id| feed_entry(ctx, id))
        .collect();
    let label = &ctx.site.term(term).label;
    let id = term_id(ctx.site, term);
    feed(
        ctx,
        &id,
        &ctx.feed_name(label),
        None,
        &format!("{}feed.xml", Plan::address(&route)),
        &route,
        entries,
    )
}

fn corrections_feed(ctx: &ViewContext<'_>) -> FeedDeps {
    let config = &ctx.site.config;
    let mut all: Vec<(chrono::NaiveDate, usize, ArticleId)> = Vec::new();
    for (id, article) in ctx.site.corrected() {
        let corrections = article.front.corrections.iter().enumerate();
        all.extend(corrections.filter_map(|(n, c)| Some((c.date.value.earliest()?, n, id))));
    }
    all.sort_by(|a, b| b.cmp(a));
    let entries = all
        .into_iter()
        .take(config.feeds.entries)
        .map(|(day, n, id)| correction_entry(ctx, day, n, id))
        .collect();
    feed(
        ctx,
        "corrections",
        &ctx.feed_name(ctx.messages.say("corrections")),
        None,
        CORRECTIONS,
        Plan::CORRECTIONS,
        entries,
    )
}

fn correction_entry(
    ctx: &ViewContext<'_>,
    day: chrono::NaiveDate,
    n: usize,
    id: ArticleId,
) -> FeedEntry {
    let article = ctx.site.article(id);
    let anchor = format!("correction-{}", n + 1);
    FeedEntry {
        id: tag_uri(ctx, &format!("{}/{anchor}", article.id)),
        title: ctx
            .messages
            .with("correction-of", &[("title", ctx.headline(id).into())]),
        address: format!("{}#{anchor}", ctx.whole_absolute(&ctx.plan.articles[id.0])),
        published: None,
        updated: iso(ctx, Some(noon(ctx, day))).unwrap_or_else(|| NEVER.to_owned()),
        authors: Vec::new(),
        categories: Vec::new(),
        summary: Some(article.front.corrections[n].text.clone()),
        lang: ctx.article_lang(id),
        body: None,
    }
}

fn feed(
    ctx: &ViewContext<'_>,
    id: &str,
    title: &str,
    subtitle: Option<String>,
    route: &str,
    alternate: &str,
    entries: Vec<FeedEntry>,
) -> FeedDeps {
    let config = &ctx.site.config;
    let latest = entries
        .iter()
        .filter_map(|e| {
            Some((
                chrono::DateTime::parse_from_rfc3339(&e.updated).ok()?,
                &e.updated,
            ))
        })
        .max();
    FeedDeps {
        id: tag_uri(ctx, &format!("feed/{}{id}", ctx.plan.prefix)),
        title: title.to_owned(),
        subtitle,
        address: ctx.absolute(route),
        alternate: ctx.absolute(alternate),
        updated: latest.map_or_else(|| NEVER.to_owned(), |(_, text)| text.clone()),
        author: config
            .publisher
            .name
            .clone()
            .unwrap_or_else(|| config.title.clone()),
        lang: config.language.clone(),
        hub: config.feeds.hub.clone(),
        generator: concat!("Dateline ", env!("CARGO_PKG_VERSION")).to_owned(),
        entries,
    }
}

fn feed_entry(ctx: &ViewContext<'_>, id: ArticleId) -> FeedEntry {
    let article = ctx.site.article(id);
    let zone = ctx.site.config.timezone;
    let own = ctx.site.of_article[id.0].own.map(|e| ctx.site.entry(e));
    let categories = own.map_or_else(Vec::new, |e| {
        let terms = e
            .terms
            .iter()
            .filter(|t| ctx.site.config.taxonomies[t.taxonomy].id != "authors");
        terms
            .map(|t| {
                (
                    ctx.absolute(&format!(
                        "{}/index.html",
                        ctx.site.config.taxonomies[t.taxonomy].id
                    )),
                    ctx.site.term(*t).label.clone(),
                )
            })
            .collect()
    });
    let authors = ctx.site.taxonomy("authors").map_or_else(Vec::new, |t| {
        article.front.facts.terms[t]
            .iter()
            .flatten()
            .map(|a| a.value.clone())
            .collect()
    });
    FeedEntry {
        id: tag_uri(ctx, &article.id),
        title: ctx.headline(id).to_owned(),
        address: ctx.whole_absolute(&ctx.plan.articles[id.0]),
        published: iso(ctx, article.published()),
        updated: [
            article.changed(zone),
            article.published(),
            dated(ctx, article),
        ]
        .into_iter()
        .find_map(|moment| iso(ctx, moment))
        .unwrap_or_else(|| NEVER.to_owned()),
        authors,
        categories,
        summary: summary(ctx, id, own),
        lang: ctx.article_lang(id),
        body: ctx
            .site
            .config
            .feeds
            .full_content
            .then(|| ctx.article_body(id, true)),
    }
}

/// The instant by which feeds sort an article: its publication, or else its last change, or else
/// the earliest day of its date.
fn feed_moment(ctx: &ViewContext<'_>, article: &Article) -> Option<Moment> {
    let changed = article.changed(ctx.site.config.timezone);
    article
        .published()
        .or(changed)
        .or_else(|| dated(ctx, article))
}

/// Noon of the earliest day of an article's date.
fn dated(ctx: &ViewContext<'_>, article: &Article) -> Option<Moment> {
    Some(noon(ctx, article.front.date.as_ref()?.value.earliest()?))
}

/// Formats an instant; `None` if Atom has no form of it.
fn iso(ctx: &ViewContext<'_>, moment: Option<Moment>) -> Option<String> {
    date_text::iso_moment(moment?, ctx.site.config.timezone)
}

/// The standfirst, and what became of the promises that the article's event kept or broke.
fn summary(ctx: &ViewContext<'_>, id: ArticleId, own: Option<&Entry>) -> Option<String> {
    let promises = own.map_or_else(Vec::new, |own| ctx.promises(own));
    let dek = ctx.summary(id).cloned();
    let sentences = promises.into_iter().map(|link| {
        let args = [("promise", (&link.label).into())];
        ctx.messages.with("promise-sentence", &args)
    });
    dek.into_iter().chain(sentences).reduce(|before, promise| {
        let args = [("before", (&before).into()), ("promise", (&promise).into())];
        ctx.messages.with("promise-after", &args)
    })
}

fn latest_first(ctx: &ViewContext<'_>, articles: &mut [ArticleId]) {
    articles.sort_by_cached_key(|id| {
        let article = ctx.site.article(*id);
        Reverse((feed_moment(ctx, article), NaturalId(article.id.clone())))
    });
}

fn noon(ctx: &ViewContext<'_>, day: chrono::NaiveDate) -> Moment {
    let noon = day.and_hms_opt(12, 0, 0).expect("noon is a time");
    let at = noon
        .and_local_timezone(ctx.site.config.timezone)
        .earliest()
        .map_or_else(|| noon.and_utc(), |at| at.to_utc());
    Moment {
        at,
        day_only: true,
        offset: None,
    }
}

/// A `tag:` URI (RFC 4151): whose feeds they are, and a stable id.
fn tag_uri(ctx: &ViewContext<'_>, id: &str) -> String {
    // An id that is a file name may contain characters that are not allowed in an address.
    let id: Vec<String> = id.split('/').map(percent::component).collect();
    let prefix = ctx.site.config.feed_authority().prefix();
    format!("{prefix}{}", id.join("/"))
}
