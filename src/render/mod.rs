//! Turns what a page depends on into its bytes.
//!
//! A pure function, with one exception: the text of an article is read again here, and its digest
//! must match the one that was parsed.

mod body;
mod calendar;
mod chart_file;
mod density;
mod feed;
pub mod feed_bodies;
mod feed_content;
mod json_feed;
mod lanes;
pub mod mail;
mod markdown;
mod markdown_pieces;
pub mod pictures;
mod raw_addresses;
mod sanitizer;
mod share_card;
mod sitemap;
mod slips;
mod story_chart;
pub mod svg;
mod template_fault;
pub mod templates;
mod timeline;
mod twin;
pub mod word;

use std::path::Path;
use std::sync::Arc;

use crate::content::{exif, file_types};
use crate::diagnostic::Diagnostic;
use crate::digest;
use crate::messages::Messages;
use crate::messages::borrowed::{in_html, unmarked_file};
use crate::plan::explore::{ExploreScript, IndexFile};
use crate::plan::{ChartForm, ThemeScript};
use crate::source::Sources;
use crate::view::deps::{BodyRef, Deps, FeedDeps, FeedEntry, HtmlDeps};
use crate::view::{Html, SharedCard, View};
use crate::world::World;
use feed_bodies::FeedBodies;
use templates::{SharedChrome, Templates};

/// The module that loads comments on the reader's request.
pub const COMMENTS_MODULE: &str = include_str!(concat!(env!("OUT_DIR"), "/comments.js"));

/// The module that loads films and posts of other hosts on the reader's request.
pub const FRAMES_MODULE: &str = include_str!(concat!(env!("OUT_DIR"), "/frames.js"));

/// The script that zooms and orders lanes.
pub const LANES_MODULE: &str = include_str!(concat!(env!("OUT_DIR"), "/lanes.js"));

/// The script of `/explore/`, which imports `./search.js`.
pub const EXPLORE_MODULE: &str = include_str!(concat!(env!("OUT_DIR"), "/explore.js"));

/// The script that searches the index.
pub const SEARCH_MODULE: &str = include_str!(concat!(env!("OUT_DIR"), "/search.js"));

/// The script that keeps the reader's choice of light or dark.
pub const LOOK_SCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/look.js"));

/// The script that shows today first on `/on-this-day/`.
pub const TODAY_SCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/today.js"));

/// The script that copies what is to be embedded elsewhere.
pub const COPY_SCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/copy.js"));

/// The theme's scripts, by name.
pub const MODULES: [(&str, &str); 8] = [
    ("comments.js", COMMENTS_MODULE),
    ("copy.js", COPY_SCRIPT),
    ("explore.js", EXPLORE_MODULE),
    ("frames.js", FRAMES_MODULE),
    ("lanes.js", LANES_MODULE),
    ("look.js", LOOK_SCRIPT),
    ("search.js", SEARCH_MODULE),
    ("today.js", TODAY_SCRIPT),
];

/// What every page is rendered with.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    pub world: &'a dyn World,
    /// The project's folder.
    pub root: &'a Path,
    pub sources: &'a Sources,
    pub templates: &'a Templates,
    /// The chrome of every page's [`Deps`].
    pub chrome: &'a SharedChrome,
    /// In the language of the page's interface, which for a feed is the site's.
    pub messages: &'a Messages,
    pub feed_bodies: &'a FeedBodies,
    /// The bytes that the page may have.
    pub most: usize,
    /// Returns a file of the search index for `/explore/`.
    pub index: &'a dyn Fn(IndexFile) -> Result<Vec<u8>, Box<Diagnostic>>,
}

/// Renders one page.
///
/// # Errors
///
/// A template that fails; a file that cannot be read or has changed since it was parsed; a list with
/// more bytes than the page may have.
pub fn page(ctx: RenderContext<'_>, deps: Deps) -> Result<Vec<u8>, Box<Diagnostic>> {
    match deps {
        Deps::Html(html) => Ok(in_html(render_html(ctx, &html)?).into_bytes()),
        Deps::Feed(deps) => Ok(unmarked_file(feed::atom(
            &deps,
            &feed_contents(ctx, &deps)?,
        ))),
        Deps::JsonFeed(deps) => {
            let contents = feed_contents(ctx, &deps)?;
            Ok(unmarked_file(json_feed::json(&deps, &contents)))
        }
        Deps::Twin(deps) => {
            let written = |text: &str| twin::twin(&deps, text, ctx.messages);
            Ok(unmarked_file(
                with_text(ctx, &deps.body, written)?.into_bytes(),
            ))
        }
        Deps::Calendar(deps) => Ok(unmarked_file(calendar::calendar(&deps))),
        Deps::Sitemap(urls) => Ok(sitemap::urls(&urls)),
        Deps::NewsSitemap(urls) => Ok(sitemap::news(&urls)),
        Deps::SitemapIndex(addresses) => Ok(sitemap::index(&addresses)),
        Deps::Text(text) => Ok(unmarked_file(text.into_bytes())),
        Deps::CommentsModule => Ok(COMMENTS_MODULE.as_bytes().to_vec()),
        Deps::FramesModule => Ok(FRAMES_MODULE.as_bytes().to_vec()),
        Deps::ThemeScript(ThemeScript::Look) => Ok(LOOK_SCRIPT.as_bytes().to_vec()),
        Deps::ThemeScript(ThemeScript::Today) => Ok(TODAY_SCRIPT.as_bytes().to_vec()),
        Deps::ThemeScript(ThemeScript::Copy) => Ok(COPY_SCRIPT.as_bytes().to_vec()),
        Deps::Chart(deps) => match deps.form {
            ChartForm::Svg => Ok(chart_file::svg(&deps).into_bytes()),
            ChartForm::Png => {
                let drawn = chart_file::png(&deps);
                drawn.ok_or_else(|| changed("site.yaml", ": this program can't draw PNG"))
            }
        },
        Deps::LanesModule => Ok(LANES_MODULE.as_bytes().to_vec()),
        Deps::Script(ExploreScript::Search, _) => Ok(SEARCH_MODULE.as_bytes().to_vec()),
        Deps::Script(ExploreScript::Explore, search) => Ok(EXPLORE_MODULE
            .replace("./search.js", &format!("./{search}"))
            .into_bytes()),
        Deps::Search(file, _) => (ctx.index)(file),
        Deps::Css(rules) => Ok([ctx.templates.style_sheet(), &rules].concat().into_bytes()),
        Deps::CustomCss => Ok(ctx.templates.custom_sheet().unwrap_or_default().into()),
        Deps::File(path, digest) => Ok(harmless(&path, copied(ctx, &path, digest)?)),
        Deps::Card(card) => {
            let drawn = share_card::png(&card);
            drawn.ok_or_else(|| changed("site.yaml", ": this program can't draw cards"))
        }
        Deps::Photograph(path, digest) => {
            let bytes = harmless(&path, copied(ctx, &path, digest)?);
            Ok(exif::stripped(&bytes).unwrap_or(bytes))
        }
        Deps::Picture(variant, digest) => {
            let bytes = copied(ctx, &variant.path, digest)?;
            let encoded = pictures::encoded(&bytes, digest, &variant);
            encoded.ok_or_else(|| changed(&variant.path, ": it can no longer be decoded"))
        }
    }
}

/// Reads a copied file again.
fn copied(
    ctx: RenderContext<'_>,
    path: &str,
    digest: [u8; 16],
) -> Result<Vec<u8>, Box<Diagnostic>> {
    match ctx.world.read(&ctx.root.join(path)) {
        Ok(bytes) if digest::of(&bytes) == digest => Ok(bytes),
        Ok(_) => Err(changed(path, "")),
        Err(_) => Err(changed(path, ": it can no longer be read")),
    }
}

/// A file as it is published: a drawing that comes with content is sanitised, and a page under another
/// name is empty.
fn harmless(path: &str, bytes: Vec<u8>) -> Vec<u8> {
    if is_drawing(path) {
        let clean = svg::sanitize(bytes);
        return clean.map_or_else(|_| svg::EMPTY_DRAWING.to_vec(), |clean| clean.bytes);
    }
    match is_disguised(path, &bytes) {
        true => Vec::new(),
        false => bytes,
    }
}

/// Whether a file of the project comes with content and is a page under the name of something else.
pub fn is_disguised(path: &str, bytes: &[u8]) -> bool {
    path.starts_with("content/") && file_types::is_disguised(path, bytes)
}

/// Whether a file of the project is an SVG that comes with content.
pub fn is_drawing(path: &str) -> bool {
    path.starts_with("content/") && path.to_ascii_lowercase().ends_with(".svg")
}

fn render_html(ctx: RenderContext<'_>, deps: &HtmlDeps) -> Result<String, Box<Diagnostic>> {
    filled(ctx, deps).map_err(|mut fault| {
        if fault.code == "template" {
            let page = &deps.head.canonical;
            fault
                .message
                .push_str(&format!(" (while rendering {page})"));
        }
        fault
    })
}

/// Renders the page, including the HTML that its view is made from.
fn filled(ctx: RenderContext<'_>, deps: &HtmlDeps) -> Result<String, Box<Diagnostic>> {
    let view = &*deps.view;
    let mut html = Vec::new();
    if let Some(Html(body)) = view.body() {
        let body = body.as_ref().map(|body| text(ctx, body)).transpose()?;
        html.push(("body", tera::Value::from(body.unwrap_or_default())));
    }
    if let Some(Html(links)) = view.related() {
        let mut related = String::new();
        for link in links {
            related.push_str(link.html(|link| ctx.templates.related(link, ctx.chrome))?);
        }
        html.push(("related", tera::Value::from(related)));
    }
    if let Some(lanes) = view.lanes() {
        let lanes = lanes::drawn(lanes);
        html.push(("lanes", tera::Value::from_serializable(&lanes)));
    }
    if let Some(slips) = view.slips() {
        let slips = slips::drawn(slips);
        html.push(("slips", tera::Value::from_serializable(&slips)));
    }
    if let Some(chart) = view.chart() {
        let chart = story_chart::drawn(chart);
        html.push(("chart", tera::Value::from_serializable(&chart)));
    }
    if let Some(row) = view.density_row() {
        let row = density::drawn(row);
        html.push(("density_row", tera::Value::from_serializable(&row)));
    }
    if let Some(timeline) = view.timeline() {
        let cards = |cards: &[Arc<SharedCard>]| cards_html(ctx, cards, own_name(view).as_ref());
        let timeline = timeline::with_cards(timeline, cards)?;
        html.push(("timeline", tera::Value::from_serializable(&timeline)));
    }
    ctx.templates.render(deps, html, ctx.chrome)
}

/// Concatenates cards, without the links to the term `own`.
fn cards_html(
    ctx: RenderContext<'_>,
    cards: &[Arc<SharedCard>],
    own: Option<&(String, String)>,
) -> Result<String, Box<Diagnostic>> {
    let mut out = String::new();
    let mut before = None;
    for shared in cards {
        let again = shared.article.is_some() && shared.article.as_deref() == before;
        before = shared.article.as_deref();
        let html = shared
            .card
            .html(|(card, level)| ctx.templates.card(card, *level, ctx.chrome))?;
        let named = |(url, _): &&(String, String)| {
            let names = &shared.organisations;
            names.iter().any(|name| **name == **url)
        };
        match own
            .filter(named)
            .and_then(|(_, name)| html.split_once(name))
        {
            Some((start, end)) if again => push_again(&[start, end].concat(), &mut out),
            Some((start, end)) => {
                out.push_str(start);
                out.push_str(end);
            }
            None if again => push_again(html, &mut out),
            None => out.push_str(html),
        }
        if out.len() > ctx.most {
            return Err(too_large());
        }
    }
    Ok(out)
}

/// Adds a card below one of the same article, as the default theme's are written: the article is
/// named once for all of them.
fn push_again(html: &str, out: &mut String) {
    const ENTRY: &str = "<li class=\"entry ";
    const FROM: &str = "<span class=\"from\">";
    const END: &str = "</span>";
    let html = match html.strip_prefix(ENTRY) {
        Some(rest) => {
            out.push_str(ENTRY);
            out.push_str("again ");
            rest
        }
        None => html,
    };
    let named = html.split_once(FROM);
    match named.and_then(|(start, rest)| Some((start, rest.split_once(END)?.1))) {
        Some((start, end)) => {
            out.push_str(start);
            out.push_str(end.strip_prefix(' ').unwrap_or(end));
        }
        None => out.push_str(html),
    }
}

/// What [`cards_html`] returns instead of more bytes than a page may have; the caller says which page
/// it is.
fn too_large() -> Box<Diagnostic> {
    Box::new(Diagnostic::error("output-limit", "the page is too large"))
}

/// The address of the term whose page this is, and the link to it as the default theme's entries
/// contain it. The entries, which are rendered once for all pages, need not repeat the term on its
/// own page.
fn own_name(view: &dyn View) -> Option<(String, String)> {
    let (url, label) = view.own_term()?;
    let mut name = Vec::new();
    let written = (|| {
        name.extend_from_slice(b"<a href=\"");
        tera::escape_html(url, &mut name)?;
        name.extend_from_slice(b"\">");
        tera::escape_html(label, &mut name)?;
        name.extend_from_slice(b"</a> ");
        std::io::Result::Ok(())
    })();
    written.ok()?;
    Some((url.to_owned(), String::from_utf8(name).ok()?))
}

/// The finished HTML of each entry of a feed; `None` for a correction, which is only a sentence.
fn feed_contents(
    ctx: RenderContext<'_>,
    feed: &FeedDeps,
) -> Result<Vec<Option<Arc<str>>>, Box<Diagnostic>> {
    let content = |entry: &FeedEntry| {
        let Some(body) = &entry.body else {
            return Ok(feed_content::summary(entry, ctx.messages).map(Arc::from));
        };
        let make = || {
            let text = text(ctx, body)?;
            Ok(feed_content::content(entry, &text, ctx.messages))
        };
        ctx.feed_bodies.get(body.source, make).map(Some)
    };
    feed.entries.iter().map(content).collect()
}

/// Reads a text again and renders its HTML.
fn text(ctx: RenderContext<'_>, body: &BodyRef) -> Result<String, Box<Diagnostic>> {
    with_text(ctx, body, |text| body::html(text, body, ctx.messages))
}

/// Reads a text again and makes something of it.
fn with_text<T>(
    ctx: RenderContext<'_>,
    body: &BodyRef,
    make: impl FnOnce(&str) -> T,
) -> Result<T, Box<Diagnostic>> {
    let name = ctx.sources.name(body.source);
    let source = ctx
        .sources
        .read(ctx.world, body.source)
        .map_err(|_| changed(name, ": it can no longer be read"))?;
    match source.text.get(body.range.clone()) {
        Some(text) if digest::of(text.as_bytes()) == body.digest => Ok(make(text)),
        _ => Err(changed(name, "")),
    }
}

fn changed(file: &str, why: &str) -> Box<Diagnostic> {
    let message = format!("the file changed while the site was being built{why}");
    Box::new(
        Diagnostic::error("changed-meanwhile", message)
            .file(file)
            .hint("build again"),
    )
}
