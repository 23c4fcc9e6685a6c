//! Sitemaps (sitemaps.org, protocol 0.9).

use super::feed::Xml;
use crate::view::deps::SitemapUrl;

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

pub fn urls(urls: &[SitemapUrl]) -> Vec<u8> {
    let mut x = Xml::new();
    x.open("urlset", &[NAMESPACE]);
    for url in urls {
        x.open("url", &[]);
        x.text("loc", &url.address);
        if let Some(modified) = &url.modified {
            x.text("lastmod", modified);
        }
        x.close("url");
    }
    x.close("urlset");
    x.finish()
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
