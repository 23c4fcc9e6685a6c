//! Follows the links of a tree of files, as readers and search engines do.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::Files;

/// Where the sites of these trials are.
const ORIGIN: &str = "https://example.org";

/// Finds links to files that are not there. Remembers the links of each version of a file.
#[derive(Default)]
pub struct Crawler {
    links: HashMap<(String, u64), Arc<[String]>>,
}

impl Crawler {
    /// Follows links from the front page, the sitemap and the routes in `earlier`. Returns those to
    /// missing files, each with its page.
    pub fn dead_links<'r>(
        &mut self,
        tree: &Files,
        earlier: impl IntoIterator<Item = &'r String>,
    ) -> Vec<String> {
        let roots = ["index.html", "sitemap.xml"].map(str::to_owned);
        let mut to_read: Vec<String> = earlier.into_iter().cloned().chain(roots).collect();
        let mut seen: BTreeSet<String> = to_read.iter().cloned().collect();
        let mut dead = Vec::new();
        while let Some(route) = to_read.pop() {
            let Some(bytes) = tree.get(&route) else {
                dead.push(format!("{route} is missing"));
                continue;
            };
            for target in self.links(&route, bytes).iter() {
                if !tree.contains_key(target) {
                    dead.push(format!("{route} -> {target}"));
                } else if seen.insert(target.clone()) {
                    to_read.push(target.clone());
                }
            }
        }
        dead
    }

    fn links(&mut self, route: &str, bytes: &[u8]) -> Arc<[String]> {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        let key = (route.to_owned(), hasher.finish());
        let links = self.links.entry(key);
        Arc::clone(links.or_insert_with(|| links_of(route, bytes).into()))
    }
}

/// The routes that both sites have and that are pages or feeds: whoever was there before may still
/// read them.
pub fn in_both<'f>(old: &'f Files, new: &'f Files) -> impl Iterator<Item = &'f String> {
    let both = old.keys().filter(|route| new.contains_key(*route));
    both.filter(|route| route.ends_with(".html") || route.ends_with(".xml"))
}

/// The routes of the site that a file links to.
fn links_of(route: &str, bytes: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Vec::new();
    };
    let ending = route.rsplit('.').next().unwrap_or_default();
    // What is before an address, and what ends it.
    let marks: &[(&str, &[char])] = match ending {
        "html" => &[
            (" href=\"", &['"']),
            (" src=\"", &['"']),
            (" poster=\"", &['"']),
            (" srcset=\"", &['"', ' ']),
            ("; url=", &['"']),
        ],
        "xml" => &[("<loc>", &['<']), (" href=\"", &['"']), ("<link>", &['<'])],
        "css" => &[("url(", &[')'])],
        "js" => &[("from\"", &['"']), ("import(\"", &['"'])],
        _ => &[],
    };
    let mut links = BTreeSet::new();
    for (mark, end) in marks {
        for rest in text.split(mark).skip(1) {
            let address = rest.split(*end).next().unwrap_or_default();
            links.extend(route_of(route, address.trim_matches(['"', '\''])));
        }
    }
    links.into_iter().collect()
}

/// The route of an address on a page; `None` if it leads elsewhere, or to the page itself.
fn route_of(page: &str, address: &str) -> Option<String> {
    let address = address.replace("&amp;", "&").replace("&#x2F;", "/");
    let path = address.split(['#', '?']).next().unwrap_or_default();
    if path.is_empty() {
        return None;
    }
    let path = path.strip_prefix(ORIGIN).unwrap_or(path);
    if path.contains(':') || path.starts_with("//") {
        return None;
    }
    let from: Vec<&str> = match path.starts_with('/') {
        true => Vec::new(),
        false => page.split('/').collect(),
    };
    // Without the page's own name.
    let mut parts = from[..from.len().saturating_sub(1)].to_vec();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    if path.ends_with('/') || path.is_empty() {
        parts.push("index.html");
    }
    let route = parts.join("/");
    let decoded = percent_encoding::percent_decode_str(&route).decode_utf8();
    Some(decoded.expect("an address is UTF-8").into_owned())
}

#[test]
fn a_crawl_finds_dead_links_only_where_readers_come() {
    let tree: Files = [
        (
            "index.html",
            "<a href=\"/a/\"><img src=\"p%20q.png\" srcset=\"/r.png 2x\"><a href='x'>",
        ),
        (
            "a/index.html",
            "<a href=\"../b/?q#f\"><a href=\"#top\"><a href=\"mailto:a@b\">",
        ),
        (
            "b/index.html",
            "<meta http-equiv=\"refresh\" content=\"0; url=/c/\"><a href=\"//other.org/\">",
        ),
        ("hidden/index.html", "<a href=\"/nowhere/\">"),
        ("p q.png", ""),
        (
            "sitemap.xml",
            "<loc>https://example.org/a/</loc><loc>https://example.org/</loc>",
        ),
    ]
    .map(|(route, text)| (route.to_owned(), text.as_bytes().to_owned()))
    .into();
    let mut found = Crawler::default().dead_links(&tree, []);
    found.sort_unstable();
    assert_eq!(
        found,
        ["b/index.html -> c/index.html", "index.html -> r.png"]
    );
    let hidden = ["hidden/index.html".to_owned()];
    let found = Crawler::default().dead_links(&tree, &hidden);
    assert!(found.contains(&"hidden/index.html -> nowhere/index.html".to_owned()));
}
