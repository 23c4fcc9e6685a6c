//! `llms.txt`: where language models and those who use them find what the site has (llmstxt.org).

use std::fmt::Write;

use super::navigation::listings;
use super::{FILE, Kind, Output, data, twin};
use crate::diagnostic::visible::visible;
use crate::plan::Page;
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::deps::Deps;

pub(super) const LLMS: Kind = Kind {
    name: "llms",
    class: Class::List,
    output: Output::Bytes(|ctx, _| Deps::Text(text(ctx))),
    claim: |planner| {
        if planner.site.config.features.llms {
            planner.offer("llms.txt", Page::Llms, "llms.txt");
        }
    },
    describe: |_, _| "llms.txt".to_owned(),
    ..FILE
};

fn text(ctx: &ViewContext<'_>) -> String {
    let config = &ctx.site.config;
    let mut out = format!("# {}\n", line(&config.title));
    if let Some(description) = &config.description {
        let _ = write!(out, "\n> {}\n", line(description));
    }
    let lists = listings(ctx).map(|listing| listing.link);
    let lists = lists.map(|link| (link.label, ctx.whole_address(&link.url), None));
    section(ctx.messages.say("timeline"), lists, &mut out);
    let latest = ctx.plan.feed_order.recent().iter().map(|id| {
        let address = twin::address(ctx, *id);
        let address = address.unwrap_or_else(|| ctx.whole_absolute(&ctx.plan.articles[id.0]));
        let is_retracted = ctx.site.article(*id).retracted();
        let summary = ctx.summary(*id).filter(|_| !is_retracted).cloned();
        (ctx.marked_headline(*id), address, summary)
    });
    section(ctx.messages.say("just-published"), latest, &mut out);
    if config.features.data {
        let files = data::files(ctx).into_iter();
        let files = files.map(|file| {
            let address = ctx.whole_address(&file.link.url);
            (file.link.label, address, Some(file.about))
        });
        section(ctx.messages.say("data-title"), files, &mut out);
    }
    out
}

/// A heading and links: label, address, what is there.
fn section(
    heading: &str,
    links: impl Iterator<Item = (String, String, Option<String>)>,
    out: &mut String,
) {
    let _ = write!(out, "\n## {}\n\n", line(heading));
    for (label, address, about) in links {
        let label = line(&label).replace('[', "\\[").replace(']', "\\]");
        let _ = write!(out, "- [{label}]({address})");
        if let Some(about) = about {
            let _ = write!(out, ": {}", line(&about));
        }
        out.push('\n');
    }
}

/// A text in one line.
fn line(text: &str) -> String {
    let text = visible(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
