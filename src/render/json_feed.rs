//! JSON Feed 1.1.

use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::visible::visible;
use crate::view::deps::{FeedDeps, FeedEntry, FeedEvent};

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    language: &'a str,
    authors: [Named<'a>; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    hubs: Option<[Hub<'a>; 1]>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Hub<'a> {
    #[serde(rename = "type")]
    of: &'static str,
    url: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    date_modified: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attachments: Option<[Attachment<'a>; 1]>,
    #[serde(rename = "_dateline", skip_serializing_if = "Option::is_none")]
    dateline: Option<&'a FeedEvent>,
}

#[derive(Serialize)]
struct Attachment<'a> {
    url: &'a str,
    mime_type: &'static str,
}

/// Writes a feed. `contents` holds the finished HTML of each entry.
pub fn json(feed: &FeedDeps, contents: &[Option<Arc<str>>]) -> Vec<u8> {
    let items = feed.entries.iter().zip(contents);
    let feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.alternate,
        feed_url: &feed.address,
        description: feed.subtitle.as_deref(),
        language: &feed.lang,
        authors: [Named { name: &feed.author }],
        hubs: feed.hub.as_deref().map(|url| [Hub { of: "WebSub", url }]),
        items: items
            .map(|(entry, content)| item(entry, content.as_deref()))
            .collect(),
    };
    let mut bytes = serde_json::to_vec(&feed).expect("these types always serialise");
    bytes.push(b'\n');
    bytes
}

fn item<'a>(entry: &'a FeedEntry, content: Option<&'a str>) -> Item<'a> {
    // An item needs a content: of an entry without one, what is told of it.
    let text = entry.summary.as_deref().unwrap_or(&entry.title);
    let picture = entry.picture.as_ref();
    let mut tags: Vec<&str> = Vec::with_capacity(entry.categories.len());
    for (_, label) in &entry.categories {
        if !tags.contains(&label.as_str()) {
            tags.push(label);
        }
    }
    Item {
        id: &entry.id,
        url: &entry.address,
        title: &entry.title,
        content_html: content,
        content_text: content.is_none().then(|| visible(text).into_owned()),
        summary: entry.summary.as_deref().filter(|_| content.is_some()),
        image: picture.map(|picture| picture.address.as_str()),
        date_published: entry.published.as_deref(),
        date_modified: &entry.updated,
        authors: entry.authors.iter().map(|name| Named { name }).collect(),
        tags,
        language: entry.lang.as_deref(),
        attachments: picture.and_then(|picture| {
            let mime_type = picture.media_type?;
            Some([Attachment {
                url: &picture.address,
                mime_type,
            }])
        }),
        dateline: entry.event.as_ref(),
    }
}
