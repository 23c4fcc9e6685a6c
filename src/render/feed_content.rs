//! The content of an entry of a feed: how it was corrected, when it happened, its picture, its text, its sources.

use std::fmt::Write;

use super::body::attribute;
use crate::messages::Messages;
use crate::percent;
use crate::view::deps::{FeedEntry, FeedPicture};

/// Returns the finished HTML. `body` is that of the text; all addresses in it are absolute.
pub fn content(entry: &FeedEntry, body: &str, messages: &Messages) -> String {
    let mut out = String::with_capacity(body.len() + 512);
    head(entry, &mut out);
    out.push_str(body);
    sources(entry, messages, &mut out);
    out
}

/// Returns the HTML of an entry without its text: when it happened, its picture, its summary, its
/// sources. `None` if all that it has is a summary, which feeds have a field for.
pub fn summary(entry: &FeedEntry, messages: &Messages) -> Option<String> {
    let mut out = String::new();
    head(entry, &mut out);
    if out.is_empty() && entry.sources.is_empty() {
        return None;
    }
    if let Some(summary) = &entry.summary {
        let _ = writeln!(out, "<p>{}</p>", attribute(summary));
    }
    sources(entry, messages, &mut out);
    Some(out)
}

fn head(entry: &FeedEntry, out: &mut String) {
    for notice in &entry.notices {
        let (line, text) = (attribute(&notice.line), attribute(&notice.text));
        let _ = writeln!(out, "<p><strong>{line}</strong> {text}</p>");
    }
    if let Some(when) = &entry.when {
        let _ = writeln!(out, "<p><strong>{}</strong></p>", attribute(when));
    }
    if let Some(picture) = &entry.picture {
        figure(picture, out);
    }
}

fn figure(picture: &FeedPicture, out: &mut String) {
    let (src, alt) = (attribute(&picture.address), attribute(&picture.alt));
    let _ = write!(out, "<figure><img src=\"{src}\" alt=\"{alt}\"");
    if let Some((width, height)) = picture.size {
        let _ = write!(out, " width=\"{width}\" height=\"{height}\"");
    }
    out.push('>');
    if !picture.caption.is_empty() {
        let _ = write!(
            out,
            "<figcaption>{}</figcaption>",
            attribute(&picture.caption)
        );
    }
    out.push_str("</figure>\n");
}

/// The sources, in the order of the numbers by which the text cites them.
fn sources(entry: &FeedEntry, messages: &Messages, out: &mut String) {
    if entry.sources.is_empty() {
        return;
    }
    let heading = attribute(messages.say("sources"));
    let _ = write!(out, "<h2>{heading}</h2>\n<ol>\n");
    let comma = messages.say("clause-comma");
    for source in &entry.sources {
        out.push_str("<li>");
        link(source.address.as_deref(), &source.title, out);
        if !source.particulars.is_empty() {
            let _ = write!(out, "{comma}{}", attribute(&source.particulars));
        }
        if let Some(archived) = &source.archived {
            out.push_str(comma);
            link(Some(archived), messages.say("archived-copy"), out);
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n");
}

fn link(address: Option<&str>, words: &str, out: &mut String) {
    let words = attribute(words);
    match address {
        Some(address) => {
            let address = percent::attribute(address);
            let _ = write!(out, "<a href=\"{}\">{words}</a>", attribute(&address));
        }
        None => out.push_str(&words),
    }
}
