//! Reads front matter: validates a tree of nodes and collects all faults.

mod citation;
mod dates;
mod extra;
mod facts;
mod kept_back;
mod listed;
mod meanings;
mod names;
mod reader;
pub mod relations;

use crate::config::SiteConfig;
use crate::content::date::EventDate;
use crate::content::event::LifeStage;
use crate::content::extra::Extra;
use crate::content::front_matter::{ArticleKind, FrontMatter, PageMatter};
use crate::diagnostic::Sink;
use crate::parse::conventions::conventions_of;
use crate::reference::front_matter as keys_of;
use crate::source::At;
use crate::yaml::Node;
use crate::yaml::fields::Fields;

pub use reader::FirstHeading;
use reader::ValueReader;

/// What the path and the text of a file imply about its article if the front matter says nothing.
pub struct Hints<'h> {
    /// The date that the file name starts with.
    pub date: Option<At<EventDate>>,
    /// The day that the rest of the path names.
    pub folder: Option<At<EventDate>>,
    /// The file is in a folder of drafts.
    pub draft: bool,
    pub heading: FirstHeading<'h>,
}

/// Reads an article's front matter. If the title is missing (a fault), an empty one replaces it, so
/// that all other faults are found too. All faults but those of the title, the date and the
/// publication become lenient warnings: the value is kept under `extra`, or as text if it is shown.
pub fn read(root: &Node, config: &SiteConfig, hints: Hints<'_>, sink: &mut Sink) -> FrontMatter {
    let mut r = ValueReader::new(
        Fields::named(root, &keys_of::ARTICLE, names::of_article(config), sink),
        config,
        sink,
    );
    r.keep_extra();
    let kept_back = r.kept_back();
    // Keys that an article requires, or that decide whether it is published: faults in these are
    // never lenient.
    let lang = r.lang();
    if let Some(lang) = &lang {
        r.conventions = conventions_of(lang);
    }
    let title = r
        .title(hints.heading)
        .unwrap_or_else(|| At::new(String::new(), r.f.span));
    let date = r.date("date");
    let (published, unpublished) = r.published();
    let expires = r.moment("expires");
    let before = r.sink.len();
    let id = r.id("id");
    let kind = r.kind();
    let wording = r.string("wording");
    let updated = r.updated();
    let place = r.string("place");
    let summary = r.prose("summary").map(|s| s.value);
    let facts = r.facts();
    let order = r.order();
    let slug = r.slug();
    let address = r.address();
    let aliases = r.aliases();
    let sources = r.citations();
    let entries = r.items("entries", names::of_entry(config), |r| r.listed());
    let slipped = r.items("slipped", names::plain(config), |r| r.slip());
    let checked = r.checked();
    let updates = r.items("updates", names::plain(config), |r| r.update());
    let corrections = r.items("corrections", names::plain(config), |r| r.correction());
    let draft = r.draft();
    let translation_of = r.f.text("translation_of", r.sink);
    let image = relations::image(&mut r.f, config, r.conventions, r.sink).map(Box::new);
    let relations = relations::relations(&mut r.f, r.sink);
    r.sink.lenient_since(before);
    let expected = facts
        .status
        .as_ref()
        .is_some_and(|s| config.statuses[s.value].stage == LifeStage::Expected);
    let undated = date.is_none() && r.f.take("date").is_none();
    let (named, name) = match undated {
        true => (hints.date.or(hints.folder), None),
        false => (None, hints.date),
    };
    let mut date = date.or(named);
    if undated
        && date.is_none()
        && kind != ArticleKind::Explainer
        && !(expected && wording.is_some())
    {
        date = match published {
            Some(published) if config.lenient && !expected => r.date_of_publication(published),
            None if config.lenient && !expected => r.date_of_another_key(),
            _ => None,
        };
        if date.is_none() {
            r.missing_date(hints.draft, published);
        }
    }
    r.unread_end(date.as_ref());
    r.keep_rest();
    r.unknown_keys.tell(r.sink);
    let (date, published) = r.day_of_a_post(date, published, expected);
    r.check_order(published, updated);
    if let (Some(name), Some(date)) = (name, &date)
        && !expected
    {
        r.check_name(&name, date, [published, updated]);
    }
    FrontMatter {
        id,
        title,
        kind,
        date,
        wording,
        published,
        updated,
        place,
        lang,
        summary,
        facts,
        order,
        slug,
        address,
        aliases,
        sources,
        entries,
        slipped,
        checked,
        updates,
        corrections,
        draft: draft || unpublished || kept_back || hints.draft,
        expires,
        translation_of,
        image,
        relations,
        extra: r.extra,
    }
}

/// Returns the position of an article's key in the order of the documentation; `None` if Dateline
/// does not know the key.
pub fn place_of_key(word: &str, config: &SiteConfig) -> Option<usize> {
    names::place_of_key(word, config)
}

/// Returns whether front matter dates its article, or explains why there is no date. An `index.md`
/// that only introduces a folder does neither.
pub fn is_dated(root: &Node, config: &SiteConfig) -> bool {
    let f = Fields::named(
        root,
        &keys_of::ARTICLE,
        names::of_article(config),
        &mut Sink::default(),
    );
    ["date", "kind", "status", "wording", "sources", "entries"]
        .iter()
        .any(|key| f.key_span(key).is_some())
}

/// Reads a static page's front matter. `None` if there is no title.
pub fn read_page(
    root: &Node,
    config: &SiteConfig,
    heading: FirstHeading<'_>,
    sink: &mut Sink,
) -> Option<PageMatter> {
    let mut r = ValueReader::new(
        Fields::named(root, &keys_of::PAGE, names::of_article(config), sink),
        config,
        sink,
    );
    r.keep_extra();
    let kept_back = r.kept_back();
    let lang = r.lang();
    if let Some(lang) = &lang {
        r.conventions = conventions_of(lang);
    }
    let title = r.title(heading);
    let before = r.sink.len();
    let (_, unpublished) = r.published();
    let mut page = PageMatter {
        title: title
            .clone()
            .unwrap_or_else(|| At::new(String::new(), r.f.span)),
        summary: r.prose("summary").map(|s| s.value),
        slug: r.slug(),
        address: r.address(),
        updated: r.moment("updated"),
        lang,
        translation_of: r.f.text("translation_of", r.sink),
        draft: r.draft() || unpublished || kept_back,
        extra: Extra::default(),
    };
    r.sink.lenient_since(before);
    r.keep_rest();
    r.unknown_keys.tell(r.sink);
    page.extra = r.extra;
    title.map(|_| page)
}
