//! Sitemaps and `robots.txt`.

use chrono::{Datelike, Days};

use super::{FILE, Kind, Output, kind};
use crate::config::SiteConfig;
use crate::content::article::ArticleId;
use crate::content::front_matter::Moment;
use crate::limits::NEWS_DAYS;
use crate::plan::{Page, Planned};
use crate::view::context::ViewContext;
use crate::view::date_text;
use crate::view::deps::{Deps, NewsUrl, SitemapUrl};

/// Maximum number of addresses in one sitemap (sitemaps.org, "Sitemap file limits").
const MAX_URLS: usize = 50_000;

pub(super) const ROBOTS: Kind = Kind {
    name: "robots",
    output: Output::Bytes(|ctx, _| {
        let sitemap = ctx.absolute("sitemap.xml");
        let news = ctx.absolute(NEWS);
        Deps::Text(format!(
            "User-agent: *\nAllow: /\n\nSitemap: {sitemap}\nSitemap: {news}\n"
        ))
    }),
    claim: |planner| planner.claim("robots.txt", Page::Robots, "robots.txt"),
    ..FILE
};

/// Route of the news sitemap.
const NEWS: &str = "sitemap-news.xml";

/// Maximum number of articles in a news sitemap (Google, "Create a news sitemap").
const MAX_NEWS: usize = 1_000;

/// The articles that were published last.
pub(super) const NEWS_SITEMAP: Kind = Kind {
    name: "news-sitemap",
    output: Output::Bytes(|ctx, _| Deps::NewsSitemap(news(ctx))),
    claim: |planner| planner.offer(NEWS, Page::NewsSitemap, "the news sitemap"),
    ..FILE
};

pub(super) const SITEMAP: Kind = Kind {
    name: "sitemap",
    output: Output::Bytes(|ctx, planned| Deps::Sitemap(urls(ctx, number(planned)))),
    // When all other pages can be counted.
    claims_last: true,
    claim: |planner| {
        planner.sitemaps = planner
            .in_sitemap()
            .div_ceil(most(&planner.site.config))
            .max(1);
        if planner.sitemaps == 1 {
            planner.claim("sitemap.xml", Page::Sitemap(None), "the sitemap");
            return;
        }
        for n in 0..planner.sitemaps {
            planner.claim(route(n), Page::Sitemap(Some(n)), "a sitemap");
        }
    },
    ..FILE
};

pub(super) const SITEMAP_INDEX: Kind = Kind {
    name: "sitemap-index",
    output: Output::Bytes(|ctx, _| {
        let sitemaps = 0..ctx.plan.sitemaps;
        Deps::SitemapIndex(sitemaps.map(|n| ctx.absolute(&route(n))).collect())
    }),
    // When the number of sitemaps is known.
    claims_last: true,
    claim: |planner| {
        if planner.sitemaps > 1 {
            planner.claim("sitemap.xml", Page::SitemapIndex, "the sitemap index");
        }
    },
    ..FILE
};

/// How many pages one sitemap lists: fewer where each has its address in several languages, since
/// a sitemap may not be larger than 50 MB.
fn most(config: &SiteConfig) -> usize {
    MAX_URLS / config.editions.len()
}

fn route(n: usize) -> String {
    format!("sitemap-{}.xml", n + 1)
}

/// Index among several sitemaps; `None` if one is enough.
fn number(planned: &Planned) -> Option<usize> {
    match &planned.page {
        Page::Sitemap(n) => *n,
        page => page.is_not("a sitemap"),
    }
}

/// The articles published in the last two days, latest first. Those whose time of publication is
/// unknown are none.
fn news(ctx: &ViewContext<'_>) -> Vec<NewsUrl> {
    let zone = ctx.site.config.timezone;
    let today = ctx.site.today;
    let since = today.checked_sub_days(Days::new(NEWS_DAYS));
    let articles = (0..ctx.site.articles.len()).map(ArticleId);
    let shown = articles.filter(|id| !ctx.site.expired.contains(*id));
    let published = shown.filter_map(|id| Some((ctx.site.article(id).published()?, id)));
    let mut news: Vec<(Moment, ArticleId)> = published
        .filter(|(at, _)| since.is_none_or(|since| at.day(zone) >= since))
        .filter(|(at, _)| at.day(zone) <= today)
        .collect();
    news.sort_by(|a, b| b.cmp(a));
    news.truncate(MAX_NEWS);
    news.into_iter()
        .filter_map(|(at, id)| {
            let article = ctx.site.article(id);
            let language = article.front.lang.as_ref();
            Some(NewsUrl {
                address: ctx.whole_absolute(&ctx.plan.articles[id.0]),
                name: ctx.site.config.title.clone(),
                language: language.unwrap_or(&ctx.site.config.language).clone(),
                published: match at.day_only {
                    true => at.day(zone).to_string(),
                    false => date_text::iso_moment(at, zone)?,
                },
                title: ctx.headline(id).to_owned(),
            })
        })
        .collect()
}

fn urls(ctx: &ViewContext<'_>, n: Option<usize>) -> Vec<SitemapUrl> {
    let zone = ctx.site.config.timezone;
    let most = most(&ctx.site.config);
    let pages = ctx.plan.pages.iter();
    let pages = pages.filter_map(|p| Some((p, kind(&p.page))).filter(|(_, kind)| kind.in_sitemap));
    pages
        .skip(n.unwrap_or(0) * most)
        .take(most)
        .map(|(planned, kind)| SitemapUrl {
            address: ctx.absolute(&planned.route),
            alternates: match ctx.site.config.is_multilingual() {
                true => ctx.alternates_of(planned),
                false => Vec::new(),
            },
            modified: (kind.modified)(&ctx.in_edition(planned.edition), &planned.page)
                .map(|m| m.day(zone))
                .filter(|day| (1..=9999).contains(&day.year()))
                .map(|day| day.to_string()),
        })
        .collect()
}
