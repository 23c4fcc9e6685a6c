//! Just enough of HTML to look at a page: its tags, its text, its links and ids.

use std::collections::{BTreeMap, BTreeSet};

use crate::site_test::Found;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Open(Tag),
    Close(String),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub name: String,
    /// In their order, references undone.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(n, _)| n == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Address of the script of `/explore/`: the one file of it that the output has. None where there
/// is nothing to be found.
#[track_caller]
pub fn script_of_explore(files: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    let mut own = files
        .keys()
        .filter(|route| route.starts_with("assets/explore."));
    match (own.next(), own.next()) {
        (None, _) => None,
        (Some(route), None) => Some(format!("/{route}")),
        found => panic!("one script is the page's: {found:?}"),
    }
}

/// Parts a page into its pieces. Comments and the document type are passed over.
pub fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if at > 0 {
            pieces.push(Piece::Text(unescaped(&rest[..at])));
        }
        rest = &rest[at..];
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end + 3..]);
            continue;
        }
        let end = tag_end(rest);
        let inner = rest[1..end].trim_end_matches('>');
        rest = &rest[end..];
        if inner.starts_with('!') {
            continue;
        }
        match inner.strip_prefix('/') {
            Some(name) => pieces.push(Piece::Close(name.trim().to_lowercase())),
            None => pieces.push(Piece::Open(tag(inner.trim_end_matches('/')))),
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(unescaped(rest)));
    }
    pieces
}

/// Length of the tag that `html` begins with; quotes may hold a `>`.
fn tag_end(html: &str) -> usize {
    let mut quote = None;
    for (at, c) in html.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn tag(inner: &str) -> Tag {
    let end = inner.find(char::is_whitespace).unwrap_or(inner.len());
    let (name, mut rest) = inner.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let end = rest
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let key = key.to_lowercase();
        let Some(value) = after.trim_start().strip_prefix('=') else {
            attributes.push((key, String::new()));
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = &value[1..];
                let end = inner.find(quote).unwrap_or(inner.len());
                (&inner[..end], inner.get(end + 1..).unwrap_or(""))
            }
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        attributes.push((key, unescaped(value)));
        rest = after;
    }
    Tag {
        name: name.to_lowercase(),
        attributes,
    }
}

/// Undoes the references that the program writes.
fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    for (reference, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ] {
        text = text.replace(reference, sign);
    }
    text
}

/// Every tag of a page.
pub fn tags(html: &str) -> Vec<Tag> {
    let open = |piece| match piece {
        Piece::Open(tag) => Some(tag),
        _ => None,
    };
    pieces(html).into_iter().filter_map(open).collect()
}

/// Where the links, pictures and style sheets of a page lead, each once.
pub fn references(html: &str) -> BTreeSet<String> {
    let value = |tag: Tag| {
        let names = ["href", "src"];
        let values = names.map(|name| tag.attribute(name).map(str::to_owned));
        values.into_iter().flatten().collect::<Vec<_>>()
    };
    tags(html).into_iter().flat_map(value).collect()
}

pub fn ids(html: &str) -> BTreeSet<String> {
    let id = |tag: Tag| tag.attribute("id").map(str::to_owned);
    tags(html).into_iter().filter_map(id).collect()
}

/// Words with their links, in the order of the page.
pub fn links(html: &str) -> Vec<(String, String)> {
    let mut links: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for piece in pieces(html) {
        match piece {
            Piece::Open(tag) if tag.name == "a" => {
                open = true;
                let href = tag.attribute("href").unwrap_or("").to_owned();
                links.push((String::new(), href));
            }
            Piece::Close(name) if name == "a" => open = false,
            Piece::Text(text) if open => {
                let words = &mut links.last_mut().expect("one is open").0;
                words.push_str(&text);
            }
            _ => {}
        }
    }
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let trimmed = links
        .into_iter()
        .map(|(words, href)| (one_line(&words), href));
    trimmed.collect()
}

/// What is between the tags `<name …>` and `</name>`, the first of them.
pub fn inside<'a>(html: &'a str, name: &str) -> &'a str {
    let start = html.find(&format!("<{name}")).unwrap_or(html.len());
    let start = start + tag_end(&html[start..]);
    let end = html[start..]
        .find(&format!("</{name}>"))
        .map_or(html.len(), |end| start + end);
    &html[start..end]
}

/// What a reader sees of `<main>`: a line for each block, whatever the tags and classes are.
pub fn text_of_main(html: &str) -> String {
    text(inside(html, "main"))
}

/// What a reader sees: a line for each block.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => out.push_str(&text.replace(['\n', '\t'], " ")),
            Piece::Open(Tag { name, .. }) | Piece::Close(name) if !is_inline(&name) => {
                out.push('\n');
            }
            // Two neighbours of one line are two words.
            Piece::Open(_) | Piece::Close(_) => {}
        }
    }
    let lines = out
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut text = lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n");
    text.push('\n');
    text
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "i"
            | "em"
            | "strong"
            | "code"
            | "span"
            | "time"
            | "s"
            | "sup"
            | "small"
            | "abbr"
            | "svg"
            | "rect"
            | "del"
            | "q"
    )
}

/// The dead ends that no warning names: a lenient site keeps links to folders that it does not know.
pub fn untold(dead: Vec<String>, found: &Found) -> Vec<String> {
    let is_told = |end: &String| {
        let target = end.rsplit_once(": /").map_or("", |(_, target)| target);
        let folder = target.find('/').map_or(target, |end| &target[..=end]);
        let named = [format!(" at /{folder}, "), format!(" at /{target}")];
        let links = found.list.iter().filter(|d| d.code == "broken-link");
        let mut messages = links.map(|d| &d.message);
        messages.any(|m| m.contains(&named[0]) || m.ends_with(&named[1]))
    };
    dead.into_iter().filter(|end| !is_told(end)).collect()
}

/// Every internal reference of a site that leads to no file, or to no id of a page. `files` are
/// the output by route, `base` the path of the front page, `origin` the site's host.
pub fn dead_ends(files: &BTreeMap<String, Vec<u8>>, origin: &str, base: &str) -> Vec<String> {
    let pages: BTreeMap<&str, String> = files
        .iter()
        .filter(|(route, _)| route.ends_with(".html"))
        .map(|(route, bytes)| (route.as_str(), String::from_utf8_lossy(bytes).into_owned()))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|(route, page)| (*route, ids(page)))
        .collect();
    let mut dead = Vec::new();
    for (route, page) in &pages {
        for reference in references(page) {
            if !leads_somewhere(files, &ids, origin, base, route, &reference) {
                dead.push(format!("{route}: {reference}"));
            }
        }
    }
    dead
}

fn leads_somewhere(
    files: &BTreeMap<String, Vec<u8>>,
    ids: &BTreeMap<&str, BTreeSet<String>>,
    origin: &str,
    base: &str,
    from: &str,
    reference: &str,
) -> bool {
    let (path, anchor) = match reference.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (reference, None),
    };
    let has_id = |route: &str| {
        anchor.is_none_or(|id| id.is_empty() || id == "top" || ids[route].contains(&decoded(id)))
    };
    if path.is_empty() {
        return has_id(from);
    }
    let path = match path.strip_prefix(origin) {
        Some(path) => path,
        // Elsewhere, or mail.
        None if path.contains(':') => return true,
        None => path,
    };
    let Some(path) = path.strip_prefix(base) else {
        return false;
    };
    let path = decoded(path.split('?').next().unwrap_or(path));
    let route = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path
    };
    files.contains_key(&route) && (anchor.is_none() || has_id(&route))
}

/// Undoes `%20` and its like.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|h| std::str::from_utf8(h).ok());
        match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn a_page_is_read_as_browsers_read_it() {
    let page = "<!doctype html><main class=x><p title=\"a > b\">1 &lt; 2 <a href='/x/#y'>go\n on</a></p>\
                <img src=/p.png alt></main>";
    assert_eq!(text_of_main(page), "1 < 2 go on\n");
    assert_eq!(links(page), [("go on".to_owned(), "/x/#y".to_owned())]);
    assert_eq!(
        references(page),
        ["/p.png", "/x/#y"].map(str::to_owned).into()
    );
    assert_eq!(tags(page)[1].attribute("title"), Some("a > b"));
}

#[test]
fn a_dead_end_is_a_missing_file_or_a_missing_id() {
    let page = b"<a id=a href=\"/news/\"></a><a href=\"#b\"></a><a href=\"/\"></a>\
                 <a href=\"x/\"></a><a href=\"https://a.org/\"></a>";
    let files = BTreeMap::from([("index.html".to_owned(), page.to_vec())]);
    assert_eq!(
        dead_ends(&files, "https://example.org", "/news/"),
        ["index.html: #b", "index.html: /", "index.html: x/"]
    );
}
