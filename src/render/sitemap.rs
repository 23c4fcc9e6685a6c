//! Sitemaps (sitemaps.org, protocol 0.9).

use super::feed::Xml;
use crate::view::deps::{NewsUrl, SitemapUrl};

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// Of news.
const NEWS: (&str, &str) = (
    "xmlns:news",
    "http://www.google.com/schemas/sitemap-news/0.9",
);

/// Of links to the same page in other languages.
const XHTML: (&str, &str) = ("xmlns:xhtml", "http://www.w3.org/1999/xhtml");

pub fn urls(urls: &[SitemapUrl]) -> Vec<u8> {
    let mut x = Xml::new();
    let names = match urls.iter().all(|url| url.alternates.is_empty()) {
        true => &[NAMESPACE][..],
        false => &[NAMESPACE, XHTML],
    };
    x.open("urlset", names);
    for url in urls {
        x.open("url", &[]);
        x.text("loc", &url.address);
        for one in &url.alternates {
            let link = [
                ("rel", "alternate"),
                ("hreflang", &*one.lang),
                ("href", &*one.url),
            ];
            x.empty("xhtml:link", &link);
        }
        if let Some(modified) = &url.modified {
            x.text("lastmod", modified);
        }
        x.close("url");
    }
    x.close("urlset");
    x.finish()
}

/// Of the articles that were published last (Google, "Create a news sitemap").
pub fn news(urls: &[NewsUrl]) -> Vec<u8> {
    let mut x = Xml::new();
    x.open("urlset", &[NAMESPACE, NEWS]);
    for url in urls {
        x.open("url", &[]);
        x.text("loc", &url.address);
        x.open("news:news", &[]);
        x.open("news:publication", &[]);
        x.text("news:name", &url.name);
        x.text("news:language", &language(&url.language));
        x.close("news:publication");
        x.text("news:publication_date", &url.published);
        x.text("news:title", &url.title);
        x.close("news:news");
        x.close("url");
    }
    x.close("urlset");
    x.finish()
}

/// A language in the form of news sitemaps: without a region, but for Chinese.
fn language(tag: &str) -> String {
    let small = tag.to_ascii_lowercase();
    let mut parts = small.split('-');
    let first = parts.next().unwrap_or_default();
    let traditional = |part: &str| matches!(part, "hant" | "tw" | "hk" | "mo");
    match first {
        "zh" if parts.any(traditional) => "zh-tw".to_owned(),
        "zh" => "zh-cn".to_owned(),
        first => first.to_owned(),
    }
}

pub fn index(addresses: &[String]) -> Vec<u8> {
    let mut x = Xml::new();
    x.open("sitemapindex", &[NAMESPACE]);
    for address in addresses {
        x.open("sitemap", &[]);
        x.text("loc", address);
        x.close("sitemap");
    }
    x.close("sitemapindex");
    x.finish()
}
