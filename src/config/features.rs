//! Describes the optional features.

use super::Features;
use super::keys::{Later, group};
use crate::diagnostic::Sink;
use crate::yaml::fields::Fields;

pub(super) fn features(f: &mut Fields<'_>, later: &mut Later, sink: &mut Sink) -> Features {
    group(f, "features", sink, |f, sink| {
        later.note(f, "compress", "features.compress", sink);
        let mut flag = |key, default| f.flag(key, sink).unwrap_or(default);
        Features {
            search: flag("search", true),
            cards: flag("cards", false),
            compress: flag("compress", false),
            data: flag("data", true),
            llms: flag("llms", true),
            timelines: flag("timelines", true),
            json_feeds: flag("json_feeds", false),
            calendars: flag("calendars", true),
            charts: flag("charts", true),
            png_charts: flag("png_charts", false),
            pictures: flag("pictures", false),
            embeds: flag("embeds", false),
            entry_embeds: flag("entry_embeds", false),
            markdown: flag("markdown", false),
        }
    })
}
