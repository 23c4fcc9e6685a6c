//! Sitemaps (sitemaps.org, protocol 0.9).

use super::feed::Xml;
use crate::view::deps::SitemapUrl;

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

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
