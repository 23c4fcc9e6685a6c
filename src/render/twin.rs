//! The Markdown twin of an article.

use std::fmt::Write;

use super::markdown;
use super::markdown_pieces::{escaped, target};
use crate::messages::Messages;
use crate::view::deps::FeedSource;
use crate::view::twin::{TwinDeps, TwinValue};

/// Returns the file. `text` is the body as it was written.
pub fn twin(deps: &TwinDeps, text: &str, messages: &Messages) -> String {
    let mut out = String::with_capacity(text.len() + 1024);
    front_matter(&deps.front, &mut out);
    let _ = write!(out, "\n# {}\n", line(&deps.title));
    if let Some(when) = &deps.when {
        let _ = write!(out, "\n**{}**\n", line(when));
    }
    if let Some(dek) = &deps.dek {
        let _ = write!(out, "\n{}\n", line(dek));
    }
    let body = markdown::markdown(text, &deps.body);
    if !body.is_empty() {
        let _ = write!(out, "\n{body}\n");
    }
    if !deps.events.is_empty() {
        heading(messages.say("events-here"), &mut out);
        for event in &deps.events {
            let link = linked(&event.title, Some(&event.address));
            let _ = match &event.date {
                Some(date) => {
                    writeln!(out, "- {}{}{link}", line(date), messages.say("chart-colon"))
                }
                None => writeln!(out, "- {link}"),
            };
        }
    }
    if !deps.sources.is_empty() {
        heading(messages.say("sources"), &mut out);
        for (label, source) in &deps.sources {
            let _ = writeln!(out, "[^{label}]: {}", source_line(source, messages));
        }
    }
    if !deps.corrections.is_empty() {
        heading(messages.say("corrections"), &mut out);
        for (head, text) in &deps.corrections {
            let colon = messages.say("chart-colon");
            let _ = writeln!(out, "- {}{colon}{}", line(head), line(text));
        }
    }
    out
}

fn heading(words: &str, out: &mut String) {
    let _ = write!(out, "\n## {}\n\n", line(words));
}

/// A text as one line of Markdown.
fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    escaped(&words.join(" "), true)
}

fn linked(words: &str, address: Option<&str>) -> String {
    match address {
        Some(address) => format!("[{}]({})", line(words), target(address)),
        None => line(words),
    }
}

fn source_line(source: &FeedSource, messages: &Messages) -> String {
    let comma = messages.say("clause-comma");
    let mut out = linked(&source.title, source.address.as_deref());
    if !source.particulars.is_empty() {
        let _ = write!(out, "{comma}{}", line(&source.particulars));
    }
    if let Some(archived) = &source.archived {
        let _ = write!(
            out,
            "{comma}{}",
            linked(messages.say("archived-copy"), Some(archived))
        );
    }
    out
}

/// Front matter in YAML, whose texts are written as in JSON.
fn front_matter(front: &[(String, TwinValue)], out: &mut String) {
    out.push_str("---\n");
    for (key, value) in front {
        let _ = match value {
            TwinValue::Text(text) => writeln!(out, "{key}: {}", quoted(text)),
            TwinValue::List(list) => {
                let list: Vec<String> = list.iter().map(|text| quoted(text)).collect();
                writeln!(out, "{key}: [{}]", list.join(", "))
            }
            TwinValue::Map(map) => {
                let pairs = map
                    .iter()
                    .map(|(k, v)| format!("{}: {}", quoted(k), quoted(v)));
                writeln!(out, "{key}: {{{}}}", pairs.collect::<Vec<_>>().join(", "))
            }
        };
    }
    out.push_str("---\n");
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text always serialises")
}
