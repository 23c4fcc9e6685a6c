//! The classes of the theme and of `dateline serve`, which raw HTML of a text may not have: it would
//! look like a part of the page, cover it, or be found by a script.

/// Beginnings of classes of the theme.
const STARTS: [&str; 7] = [
    "ch-",
    "chart-",
    "dateline-",
    "lane-",
    "lanes-",
    "pattern-",
    "stance-",
];

/// Classes that a text may have too: what Markdown gives to its own parts, and a button.
#[cfg(test)]
const SHARED: [&str; 14] = [
    "alert",
    "alert-caution",
    "alert-important",
    "alert-note",
    "alert-tip",
    "alert-title",
    "alert-warning",
    "button",
    "center",
    "footnotes",
    "right",
    "table",
    "task",
    "task-list",
];

/// Classes within a picture of the theme, which mean nothing outside one.
#[cfg(test)]
#[rustfmt::skip]
const IN_PICTURES: [&str; 54] = [
    "ar", "b", "bh", "br", "c", "d", "db", "de", "dg", "di", "e", "eq", "f0", "f1", "f2", "f3",
    "f4", "f5", "fc", "fi", "fo", "fu", "g", "h", "ik", "k", "kd", "l", "lo", "m", "mf", "mo", "n",
    "nt", "o", "op", "ov", "p", "q", "r", "s0", "s1", "s2", "s3", "s4", "s5", "t", "tx", "u",
    "wa", "wi", "x", "y", "z",
];

/// The other classes of the templates and the style sheet.
#[rustfmt::skip]
const OWN: [&str; 262] = [
    "about", "about-it", "absent", "after", "again", "all", "all-choices", "alone", "also",
    "anchor", "approximate", "arrow", "articles", "as-of", "ask", "at", "back", "banner", "bar",
    "beyond", "bounds", "box", "brief", "by", "by-count", "by-name", "byline", "calendar",
    "cancelled", "chapters", "chart", "checked", "chip", "choices", "clock", "clocks", "closing",
    "closing-blocks", "column", "columns", "coming", "comments", "comparisons", "contents",
    "corrected", "correction", "count", "counter", "credit", "date", "dateline", "dek", "delay",
    "density", "detail", "differences", "differs", "disputed", "earlier", "early", "embed", "embed-code",
    "embedded", "entries", "entry", "exact", "excerpt", "expected", "explore", "explore-form",
    "explore-live", "facet", "facet-index", "facet-list", "feed", "filed", "film", "filters",
    "filters-toggle", "finding", "fold", "folded", "foot", "foot-about", "foot-name", "found",
    "found-list", "frame", "from", "front", "gap", "held", "help", "history", "holders", "i1",
    "i2", "i3", "i4", "i5", "imprint", "is-live", "jump", "key", "kicker", "kind", "l2", "l3",
    "l4", "l5", "l6", "label", "lanes", "language", "languages", "lateness", "later", "lead",
    "lead-day", "lead-first", "lead-grid", "lead-item", "lead-picture", "lead-rest", "ledger", "letter",
    "letters", "links", "logo", "long", "longest", "look", "loose", "loosen", "mark", "masthead",
    "measure", "menu", "meta", "method", "minutes", "month-name", "months", "more", "name",
    "nameplate", "neighbours", "newer", "next", "no-script", "none", "nothing", "notice-bar",
    "now", "now-bar", "now-line", "older", "on-a-phone", "opening", "option", "other-date",
    "outcome", "over-time", "overdue", "own", "page-head", "pager", "partial", "particulars",
    "parts", "period", "periods", "permalink", "picture", "picture-note", "place", "plain",
    "planned", "position", "previous", "promise", "prose", "published", "published-in",
    "publisher", "range", "ranked", "redirect", "related", "relations", "retraction", "room",
    "row-narrow", "row-note", "row-of-bars", "row-wide", "rumoured", "said", "search",
    "section-head", "section-name", "share", "show", "side", "silence", "single", "skip",
    "sorting", "source", "source-title", "sources", "spine", "sponsor-body", "sponsor-top",
    "stamp", "stance", "stance-group", "stance-index", "stance-key", "stances", "standfirst", "step", "steps",
    "story", "story-after", "story-body", "story-head", "story-map", "story-name", "story-side",
    "storyline", "storylines", "subscriptions", "superseded", "swatch", "tagline", "tally",
    "tentative", "terms", "tick", "timeline-label", "times", "title", "to-search", "today",
    "turn", "undated", "unseen", "unsure", "vague", "verdict", "way", "ways", "ways-of-all", "what",
    "what-page", "when", "wide", "wording", "year-name", "years", "years-listed",
];

/// Whether a class belongs to the theme alone.
pub fn is_of_theme(class: &str) -> bool {
    OWN.binary_search(&class).is_ok() || STARTS.iter().any(|start| class.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(OWN.is_sorted());
    }

    #[test]
    fn the_list_has_every_class_of_the_style_sheet() {
        let css = include_str!("../../static/site.css");
        let selectors = css.split('}').filter_map(|rule| rule.rsplit_once('{'));
        for (selector, _) in selectors {
            let classes = selector.split('.').skip(1);
            let name = |c: char| c.is_ascii_alphanumeric() || c == '-';
            for class in classes {
                let end = class.find(|c| !name(c)).unwrap_or(class.len());
                let class = &class[..end];
                let is_class = class.starts_with(|c: char| c.is_ascii_alphabetic());
                // `components/slots.html` in a comment.
                let shared = SHARED.contains(&class) || IN_PICTURES.contains(&class);
                let known = is_of_theme(class) || shared || class == "html";
                assert!(!is_class || known, "`{class}` is in no list");
            }
        }
    }
}
