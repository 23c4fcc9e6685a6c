//! Parses a text into values of [`content`](crate::content): front matter and Markdown of one file
//! at a time.
//!
//! Nothing here knows another file, the file system, the model or HTML.

mod attributes;
mod autolink;
mod cjk_emphasis;
mod comments;
pub mod conventions;
pub mod embeds;
mod entities;
pub mod fence;
mod foreign;
pub mod front_matter;
pub mod headers;
pub mod heading_ids;
mod html_piece;
pub mod html_tokens;
pub mod inline;
mod line_slips;
mod liquid;
mod listings;
pub mod markdown;
pub mod open_elements;
mod parts;
mod placeholders;
pub mod raw_addresses;
pub mod raw_html;
mod references;
pub mod scan;
mod slips;
pub mod style_sheet;
mod theme_names;
pub mod typography;
mod unfenced;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use self::conventions::Conventions;
use crate::config::SiteConfig;
use crate::content::article::{Article, StaticPage, dated, day_of, day_of_path, stem, undated};
use crate::content::date::EventDate;
use crate::content::front_matter::FrontMatter;
use crate::content::slug::{Slugs, nfc};
use crate::content::text::Text;
use crate::diagnostic::{Diagnostic, Sink, without_conflicts};
use crate::limits::MEGABYTE;
use crate::reference::front_matter as keys_of;
use crate::source::{At, Source, Span};
use crate::yaml::fields::Fields;
use crate::yaml::table::KeyTable;
use crate::yaml::{self, Node, TakenOut, Value, slips as yaml_slips, values};
use fence::Notation;
use markdown::Dialect;
use parts::split_file;
use scan::TextContext;

/// Parses an article. `None` if it can't be one; `sink` receives the reason.
pub fn article(
    source: &Source,
    path: &str,
    config: &SiteConfig,
    sink: &mut Sink,
) -> Option<Article> {
    whole(source, config, sink, |source, sink| {
        article_in(source, path, config, sink)
    })
}

/// Reads a file with `read`. If git left conflicts in it, they are faults, and `read` receives one
/// version, without markers, only to report what else is wrong in the file.
fn whole<T>(
    source: &Source,
    config: &SiteConfig,
    sink: &mut Sink,
    read: impl Fn(&Source, &mut Sink) -> Option<T>,
) -> Option<T> {
    if source.text.len() as u64 > config.limits.text as u64 * MEGABYTE {
        sink.push(too_large(source, config));
        return None;
    }
    let read = |source: &Source, sink: &mut Sink| {
        let from = sink.len();
        let value = read(source, sink);
        values::put_at_invisible(source, from, sink);
        value
    };
    let body = || fence::split(&source.text).map_or(0, |parts| parts.body.start);
    let Some((conflicts, one_version)) = without_conflicts(source, body) else {
        return read(source, sink);
    };
    sink.extend(conflicts);
    let from = sink.len();
    drop(read(&one_version, sink));
    // A fix of more than one line might remove the other version.
    sink.amend_since(from, |d| d.fix = None);
    None
}

fn article_in(
    source: &Source,
    path: &str,
    config: &SiteConfig,
    sink: &mut Sink,
) -> Option<Article> {
    let parts = split_file(source, path, config, sink)?;
    let before = sink.len();
    let article = article_of(source, path, &parts, config, sink);
    in_its_notation(&parts, before, sink);
    article
}

fn article_of(
    source: &Source,
    path: &str,
    parts: &fence::Fenced,
    config: &SiteConfig,
    sink: &mut Sink,
) -> Option<Article> {
    let (root, taken_out) = tree(source, parts, &keys_of::ARTICLE, config, sink)?;
    let before = sink.len();
    let article = article_with(source, path, parts, &root, config, sink);
    taken_out.excuse(&keys_of::ARTICLE, before, sink);
    article.filter(|_| taken_out.is_empty())
}

fn article_with(
    source: &Source,
    path: &str,
    parts: &fence::Fenced,
    root: &Node,
    config: &SiteConfig,
    sink: &mut Sink,
) -> Option<Article> {
    let name = stem(path);
    let dated = dated(name);
    let of_text = || {
        // Only a text without front matter says its day itself.
        let body = parts.front.is_empty().then(|| parts.body.clone())?;
        unfenced::day_of_text(source, body, config).map(|(day, _)| day)
    };
    let folder = match dated {
        Some(_) => None,
        None => day_of_path(path).or_else(of_text),
    };
    if is_index(path)
        && dated.is_none()
        && folder.is_none()
        && !front_matter::is_dated(root, config)
    {
        sink.push(no_article(source, path, parts));
        return None;
    }
    let heading = |as_in| first_heading(source, parts.body.clone(), config, as_in);
    let hints = front_matter::Hints {
        date: dated.and_then(|day| date_of_name(source, day_of(day)?, config)),
        folder: folder.and_then(|day| date_of_name(source, day, config)),
        draft: path.starts_with("_drafts/") || path.contains("/_drafts/"),
        heading: &heading,
    };
    let mut front = front_matter::read(root, config, hints, sink);
    listings::check(&mut front, config, sink);
    let ids: Vec<&str> = front
        .sources
        .iter()
        .filter_map(|s| s.id.as_ref().map(|id| id.value.as_str()))
        .collect();
    duplicate_sources(&front, sink);
    let mut body = scan::scan(
        source.id,
        &source.text,
        parts.body.clone(),
        TextContext {
            sources: &ids,
            lang: front.lang.as_deref().unwrap_or(&config.language),
            title: &front.title.value,
            wants_lead: front.summary.is_none(),
            ..TextContext::of(config)
        },
        sink,
    );
    let id = match &front.id {
        Some(id) => id.value.clone(),
        None => id_of_name(name, &front),
    };
    let slug = front
        .slug
        .as_ref()
        .map_or_else(|| config.slugs.of(undated(name)), |s| s.value.clone());
    shrink(&mut front.sources);
    shrink(&mut front.facts.stances);
    front.facts.terms.iter_mut().flatten().for_each(shrink);
    shrink(&mut body.links);
    shrink(&mut body.headings);
    Some(Article {
        source: source.id,
        path: path.to_owned(),
        id,
        slug,
        front: Arc::new(front),
        body: Arc::new(body),
    })
}

/// The id of an article that gives none: the name of its file. A translation whose file is called
/// like the original has its language after that.
fn id_of_name(name: &str, front: &FrontMatter) -> String {
    let name = nfc(name);
    let of = front.translation_of.as_ref();
    match (&front.lang, of.filter(|of| of.value == name)) {
        (Some(lang), Some(_)) => format!("{name}-{}", lang.to_ascii_lowercase()),
        _ => name.into_owned(),
    }
}

/// Reduces the capacity of a list that is kept for every article to its length. (An allocator may
/// shrink a list in place without freeing memory, so this copies it.)
fn shrink<T>(list: &mut Vec<T>) {
    if list.len() < list.capacity() {
        let mut fitting = Vec::with_capacity(list.len());
        fitting.append(list);
        *list = fitting;
    }
}

/// Parses a static page. `None` if it can't be one; `sink` receives the reason.
pub fn static_page(
    source: &Source,
    path: &str,
    config: &SiteConfig,
    sink: &mut Sink,
) -> Option<StaticPage> {
    whole(source, config, sink, |source, sink| {
        static_page_in(source, path, config, sink)
    })
}

fn static_page_in(
    source: &Source,
    path: &str,
    config: &SiteConfig,
    sink: &mut Sink,
) -> Option<StaticPage> {
    let parts = split_file(source, path, config, sink)?;
    let before = sink.len();
    let root = tree(source, &parts, &keys_of::PAGE, config, sink);
    let heading = |as_in| first_heading(source, parts.body.clone(), config, as_in);
    let from = sink.len();
    let front = root.map(|(root, taken_out)| {
        let front = front_matter::read_page(&root, config, &heading, sink);
        taken_out.excuse(&keys_of::PAGE, from, sink);
        front.filter(|_| taken_out.is_empty())
    });
    in_its_notation(&parts, before, sink);
    let front = front?;
    let title = front.as_ref().map_or("", |front| &front.title.value);
    let lang = front.as_ref().and_then(|front| front.lang.as_deref());
    let summary = front.as_ref().and_then(|front| front.summary.as_ref());
    let context = TextContext {
        title,
        lang: lang.unwrap_or(&config.language),
        wants_lead: summary.is_none(),
        ..TextContext::of(config)
    };
    let body = scan::scan(source.id, &source.text, parts.body.clone(), context, sink);
    let front = front?;
    let slug = front
        .slug
        .as_ref()
        .map_or_else(|| config.slugs.of(stem(path)), |s| s.value.clone());
    Some(StaticPage {
        source: source.id,
        path: path.to_owned(),
        slug,
        front,
        body,
    })
}

/// Parses the text of a term or a story. `None` if it can't be one; `sink` receives the reason.
pub fn text(source: &Source, path: &str, config: &SiteConfig, sink: &mut Sink) -> Option<Text> {
    whole(source, config, sink, |source, sink| {
        text_in(source, path, config, sink)
    })
}

fn text_in(source: &Source, path: &str, config: &SiteConfig, sink: &mut Sink) -> Option<Text> {
    let parts = split_file(source, path, config, sink)?;
    let before = sink.len();
    let root = tree(source, &parts, &keys_of::TEXT, config, sink);
    let from = sink.len();
    let front = root.map(|(root, taken_out)| {
        let front = front_matter::relations::text(&root, config, sink);
        taken_out.excuse(&keys_of::TEXT, from, sink);
        (front, taken_out.is_empty())
    });
    in_its_notation(&parts, before, sink);
    let (front, is_whole) = front?;
    let title = front.title.as_ref().map_or("", |title| &title.value);
    let context = TextContext {
        title,
        lang: front.lang.as_deref().unwrap_or(&config.language),
        ..TextContext::of(config)
    };
    let body = scan::scan(source.id, &source.text, parts.body, context, sink);
    is_whole.then(|| Text {
        source: source.id,
        path: path.to_owned(),
        front,
        body,
    })
}

/// Returns the words of the first heading of a text, in the typography of a language.
fn first_heading(
    source: &Source,
    body: Range<usize>,
    config: &SiteConfig,
    conventions: &'static Conventions,
) -> Option<At<String>> {
    let dialect = Dialect {
        conventions,
        ..Dialect::new(&config.markdown, &config.language)
    };
    let (words, range) = markdown::first_heading(&source.text[body.clone()], dialect)?;
    let span = source.span(body.start + range.start..body.start + range.end);
    Some(At::new(words, span))
}

/// Returns the day that a path names as a date, with the first line as its span.
fn date_of_name(source: &Source, day: NaiveDate, config: &SiteConfig) -> Option<At<EventDate>> {
    let first_line = source.text.find('\n').unwrap_or(source.text.len());
    let date = EventDate::parse(&day.to_string(), config.timezone).ok()?;
    Some(At::new(date, source.span(0..first_line)))
}

/// Returns whether a file is `index.md` or `index.markdown`, in any folder.
fn is_index(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split_once('.')
        .is_some_and(|(name, _)| name == "index")
}

/// Returns where the line that begins at `from` ends, without its line end.
fn first_line_end(text: &str, from: usize) -> usize {
    text[from..]
        .lines()
        .next()
        .map_or(from, |line| from + line.len())
}

fn no_article(source: &Source, path: &str, parts: &fence::Fenced) -> Diagnostic {
    let open = parts.front.start;
    Diagnostic::warning(
        "left-out",
        format!("content/{path} has no date, so it is taken for the index of a folder and left out"),
    )
    .at(source.span(open..first_line_end(&source.text, open)), "no date here")
    .hint("if it is an article, add `date: 2025-12-09`; if it is a page, move it to content/pages/ under another name")
}

/// Returns ids and slugs that a text with unreadable front matter defines or seems to define, so
/// that links to them are not also reported as broken.
pub fn ids_in(text: &str, path: &str) -> Vec<String> {
    let mut ids = vec![stem(path).to_owned()];
    ids.extend(Slugs::ALL.map(|slugs| slugs.of(undated(stem(path)))));
    let keys = ["id", "slug"].map(|key| text.match_indices(key));
    for (at, key) in keys.into_iter().flatten() {
        let own_word = text[..at]
            .chars()
            .next_back()
            .is_none_or(|c| " \n{,-\"".contains(c));
        // `id: x`, `id = "x"` or `"id": "x"`.
        let after = text[at + key.len()..].trim_start_matches(['"', ' ']);
        let Some(value) = after.strip_prefix([':', '=']) else {
            continue;
        };
        let value = value
            .trim_start_matches(' ')
            .trim_start_matches(['"', '\'']);
        let end = value
            .find(|c: char| c.is_whitespace() || ",}\"'#".contains(c))
            .unwrap_or(value.len());
        if own_word && end > 0 {
            ids.push(value[..end].to_owned());
        }
    }
    ids
}

fn too_large(source: &Source, config: &SiteConfig) -> Diagnostic {
    let megabytes = (source.text.len() as u64).div_ceil(MEGABYTE);
    let limit = config.limits.text;
    let message = format!("the file is {megabytes} MB; the limit is {limit} MB");
    Diagnostic::error("too-large", message)
        .at(source.span(0..0), "in this file")
        .hint("split it into several articles")
}

/// Adapts diagnostics of front matter that is no YAML: their cures are lines of YAML. Such front
/// matter is never edited.
fn in_its_notation(parts: &fence::Fenced, from: usize, sink: &mut Sink) {
    let how = match parts.notation {
        Notation::Yaml => return,
        Notation::Headers => "between lines of `---`",
        Notation::Toml => "in TOML, with `=` for the colon, and texts in quotes",
        Notation::Json => "in JSON, with keys and texts in quotes",
    };
    sink.amend_since(from, |d| {
        let within = |span: Span| parts.front.contains(&(span.start as usize));
        if !d.span.is_some_and(within) {
            return;
        }
        d.fix = None;
        if d.code == "broken-toml" {
            return;
        }
        // A line of JSON is one already.
        let is_line = |code: &str| {
            (code.contains(": ") || code.ends_with(':')) && !code.starts_with(['"', '{'])
        };
        if let Some(hint) = &mut d.hint
            && hint.split('`').skip(1).step_by(2).any(is_line)
        {
            hint.push_str("; ");
            hint.push_str(how);
        }
    });
}

/// Parses the front matter into a tree, and returns what of it can't be read. `None` if nothing can
/// be, or if it is not a group of keys.
fn tree(
    source: &Source,
    parts: &fence::Fenced,
    table: &'static KeyTable,
    config: &SiteConfig,
    sink: &mut Sink,
) -> Option<(Node, TakenOut)> {
    let range = parts.front.clone();
    let mut reading = match parts.notation {
        Notation::Yaml => yaml::read_on(source.id, &source.text, range, sink)?,
        Notation::Toml => yaml::toml::read(source.id, &source.text, range, sink)?,
        Notation::Headers => headers::find(&source.text)?
            .tree(source.id, &source.text)
            .into(),
        Notation::Json => yaml::json::read(source.id, &source.text, range, sink)?,
    };
    let keys = match &reading.root.value {
        Value::Null => Some(0),
        Value::Map(map) => Some(map.len()),
        Value::List(_) | Value::Scalar { .. } => None,
    };
    if keys.is_none() {
        // Reports the actual type.
        if reading.taken_out.is_empty() {
            let from = sink.len();
            Fields::new(&reading.root, table, sink);
            reading.in_file(from, sink);
        }
        return None;
    }
    let from = sink.len();
    if parts.notation == Notation::Yaml {
        let text = yaml_slips::Text {
            source: source.id,
            text: &reading.mended.text,
            is_taxonomy: &|key| config.taxonomies.iter().any(|t| t.id == key),
        };
        yaml_slips::in_front_matter(&text, &mut reading.root, table, sink);
    } else if parts.notation == Notation::Toml {
        yaml_slips::below_a_table(&source.text, &mut reading.root, table, sink);
    }
    let (mut root, taken_out) = reading.in_file(from, sink);
    if keys == Some(0) {
        // What is not there has no place; the opening fence has one.
        let front = &source.text[parts.front.clone()];
        let fence = front.lines().next().unwrap_or("").trim_end().len();
        let start = parts.front.start;
        root.span = Span::new(source.id, start..start + fence);
    }
    Some((root, taken_out))
}

fn duplicate_sources(front: &FrontMatter, sink: &mut Sink) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for id in front.sources.iter().filter_map(|s| s.id.as_ref()) {
        let first = *seen.entry(&id.value).or_insert(id.span);
        if first != id.span {
            sink.push(
                Diagnostic::error(
                    "duplicate-id",
                    format!("two sources have the id `{}`", id.value),
                )
                .lenient_warning()
                .at(id.span, "this one")
                .related(first, "and this one")
                .hint("give one of them another `id`"),
            );
        }
    }
}
