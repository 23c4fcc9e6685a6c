//! `dateline why`: explains what becomes of a file, or what is at an address.

use std::path::Path;

use clap::Args;

use super::locate::below;
use super::{GlobalArgs, SelectionArgs, failed, plural};
use crate::content::article::{Article, ArticleId};
use crate::diagnostic::{Diagnostic, Severity, Sink, thousands};
use crate::messages::Catalogs;
use crate::model::site::Site;
use crate::model::taxonomy;
use crate::pages::kind;
use crate::pipeline::{self, Prepared};
use crate::plan::{Page, Plan, Planned};
use crate::project::Settings;
use crate::source::Sources;
use crate::urls;
use crate::world::World;

/// Explain what a file becomes or what is at an address. An id or a title names the file that has it.
///
/// If it is not shown, says why; otherwise lists every page that links to it.
#[derive(Args)]
#[command(after_help = "\
Examples:
  dateline why content/2026/avocado.md      what the file becomes, and every page that links to it
  dateline why /2025/llama-4/               what is at an address, or was there once
  dateline why https://example.org/llama-4/
  dateline why llama-4                      the same article, by its id
  dateline why \"Meta delays Avocado\"       by its title, or by words that only its title has

Exit codes: 0 explained; 1 errors in site.yaml; 2 an unknown file or address, wrong usage, or a disk
error.")]
pub struct Why {
    /// A file of the project, an address of the site, or the id or the title of an article or event
    #[arg(value_name = "FILE|URL|ID|TITLE")]
    what: String,
}

/// Maximum number of pages that are listed, unless all are requested.
const MOST_NAMED: usize = 25;

/// The prepared site: as it is, or including everything that is not public yet.
struct PreparedSite {
    prepared: Prepared,
    sources: Sources,
    /// Diagnostics of the stages.
    said: Vec<Diagnostic>,
}

impl Why {
    pub(super) fn run(self, common: &GlobalArgs, world: &dyn World) -> u8 {
        let settings = match common.settings(&SelectionArgs::default(), None) {
            Ok(settings) => settings,
            Err(fault) => return failed(&fault),
        };
        let whole = Settings {
            drafts: true,
            future: true,
            ..settings.clone()
        };
        let (current, all) = match (
            prepared(common, world, &settings),
            prepared(common, world, &whole),
        ) {
            (Ok(current), Ok(all)) => (current, all),
            (Err(code), _) | (_, Err(code)) => return code,
        };
        let answer = match file_below(world, &settings.root, &self.what) {
            Some(path) => of_file(&current, &all, &path),
            None => of_address(world, &settings, &current, &all, &self.what)
                .or_else(|| of_name(&current, &all, &self.what)),
        };
        let Some((words, routes)) = answer else {
            return failed(&format!(
                "`{}` is neither a file of this project nor an address of its site, and no article or event has it as its id or title; `dateline list` lists the articles, `dateline urls` the addresses",
                self.what
            ));
        };
        common.say(&words);
        if !routes.is_empty() {
            common.say(&shown_by(common, world, &settings, &current, &routes));
        }
        0
    }
}

fn prepared(
    common: &GlobalArgs,
    world: &dyn World,
    settings: &Settings,
) -> Result<PreparedSite, u8> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    match pipeline::prepare(world, settings, &mut sources, &mut sink) {
        Some(prepared) => Ok(PreparedSite {
            prepared,
            sources,
            said: sink.into_iter().collect(),
        }),
        None => Err(common.report(sink, &sources, world).code()),
    }
}

/// Returns a file's path below the project, if the file exists.
fn file_below(world: &dyn World, root: &Path, what: &str) -> Option<String> {
    let places = [Path::new(what).to_owned(), root.join(what)];
    let mut found = places.iter().filter_map(|path| below(world, root, path));
    found.find(|path| !path.is_empty())
}

/// The text to print, and the routes of the pages.
type Explanation = Option<(String, Vec<String>)>;

fn of_file(current: &PreparedSite, all: &PreparedSite, path: &str) -> Explanation {
    let config = &current.prepared.site.config;
    let plan = &current.prepared.plan;
    if let Some(content) = path.strip_prefix("content/") {
        let find = |current: &PreparedSite| {
            let articles = &current.prepared.site.articles;
            articles
                .iter()
                .position(|a| a.path == content)
                .map(ArticleId)
        };
        if let Some(id) = find(current) {
            let route = &plan.articles[id.0];
            let address = config.permalink_of(Plan::address(route));
            let taken = plan.find(Plan::address(route)).map(|p| &p.page);
            let (words, routes) = match taken {
                Some(Page::Expired(at)) if *at == id => (
                    format!("{path} has expired: {address} shows a notice"),
                    vec![route.clone()],
                ),
                Some(Page::Article(at)) if *at == id => {
                    (format!("{path} becomes {address}"), vec![route.clone()])
                }
                _ => (
                    format!(
                        "{path} is not shown: another page has its address {address}; change its `slug`"
                    ),
                    Vec::new(),
                ),
            };
            let errors = faults(current, path).into_iter();
            let errors = errors.filter(|said| said.starts_with("error"));
            let words = errors.fold(words, |words, error| format!("{words}\n  {error}"));
            return Some((words, routes));
        }
        if let Some(id) = find(all) {
            let article = all.prepared.site.article(id);
            let address = config.permalink_of(Plan::address(&all.prepared.plan.articles[id.0]));
            let why = hidden(current, article);
            return Some((
                format!("{path} is not shown: {why}. Its address will be {address}"),
                Vec::new(),
            ));
        }
        let static_pages = &current.prepared.site.pages;
        if let Some(n) = static_pages.iter().position(|p| p.path == content) {
            let route = plan.static_pages[n].clone();
            let address = config.permalink_of(Plan::address(&route));
            return Some((format!("{path} becomes the page {address}"), vec![route]));
        }
        let texts = &current.prepared.site.texts;
        if let Some(n) = texts.iter().position(|t| t.path == content) {
            return Some(match &plan.texts[n] {
                Some(route) => (
                    format!(
                        "{path} is shown on {}",
                        config.permalink_of(Plan::address(route))
                    ),
                    vec![route.clone()],
                ),
                None => (
                    format!("{path} is not shown: no article names its term or storyline"),
                    Vec::new(),
                ),
            });
        }
        let drafts = &all.prepared.site;
        if drafts.pages.iter().any(|p| p.path == content)
            || drafts.texts.iter().any(|t| t.path == content)
        {
            return Some((
                format!("{path} is not shown: it is a draft; remove `draft`"),
                Vec::new(),
            ));
        }
    }
    let copies: Vec<String> = plan
        .pages
        .iter()
        .filter(|p| matches!(&p.page, Page::File(file) if file == path))
        .map(|p| p.route.clone())
        .collect();
    if !copies.is_empty() {
        let places: Vec<String> = copies.iter().map(|r| config.permalink_of(r)).collect();
        return Some((
            format!("{path} is published unchanged: {}", places.join(", ")),
            copies,
        ));
    }
    let said = faults(current, path);
    if !said.is_empty() {
        return Some((
            format!("{path} is not shown:\n  {}", said.join("\n  ")),
            Vec::new(),
        ));
    }
    let what = match path.split('/').next() {
        Some("templates") => "is a template: pages are rendered with it",
        Some("static") => "is part of the style sheet",
        Some("site.yaml") => "is the configuration: every page depends on it",
        Some("content") => "is not shown: it is not an article, and no visible article uses it",
        _ => "is not shown: only content/, static/ and templates/ are read",
    };
    Some((format!("{path} {what}"), Vec::new()))
}

/// Explains why an article is not public.
fn hidden(current: &PreparedSite, article: &Article) -> String {
    let zone = current.prepared.site.config.timezone;
    let catalogs = Catalogs::embedded();
    let messages = catalogs.or_english("en");
    match article.front.published {
        _ if article.front.draft => {
            "it is a draft; remove `draft`, or include it with --drafts".to_owned()
        }
        Some(at) => format!(
            "it is scheduled: `published` is {}; until then, include it with --future",
            messages.instant(at.at, zone)
        ),
        None => "it has errors; run `dateline check`".to_owned(),
    }
}

/// Returns the diagnostics of a file, each with its code.
fn faults(current: &PreparedSite, path: &str) -> Vec<String> {
    let of = |d: &&Diagnostic| {
        let file = d.span.map(|span| current.sources.name(span.source));
        file.or(d.file.as_deref()) == Some(path)
    };
    let mut said: Vec<(Severity, String)> = current
        .said
        .iter()
        .filter(of)
        .map(|d| {
            let hint = d
                .hint
                .as_ref()
                .map_or_else(String::new, |c| format!("; {c}"));
            (
                d.severity,
                format!("{}[{}]: {}{hint}", d.severity.word(), d.code, d.message),
            )
        })
        .collect();
    said.sort();
    said.into_iter().map(|(_, words)| words).collect()
}

fn of_address(
    world: &dyn World,
    settings: &Settings,
    current: &PreparedSite,
    all: &PreparedSite,
    what: &str,
) -> Explanation {
    let config = &current.prepared.site.config;
    let path = what.strip_prefix(&config.permalink_of("")).or_else(|| {
        let path = what.strip_prefix('/')?;
        Some(path.strip_prefix(&config.base[1..]).unwrap_or(path))
    })?;
    let path = path.split(['#', '?']).next().unwrap_or(path);
    let address = config.permalink_of(path);
    if let Some(planned) = current.prepared.plan.find(path) {
        let routes = vec![planned.route.clone()];
        return Some((format!("{address} is {}", stands(current, planned)), routes));
    }
    if let Some(planned) = all.prepared.plan.find(path) {
        let words = match &planned.page {
            Page::Article(id) => {
                let article = all.prepared.site.article(*id);
                format!(
                    "content/{}, which is not shown: {}",
                    article.path,
                    hidden(current, article)
                )
            }
            _ => format!(
                "{}, once its drafts or scheduled articles are public",
                stands(all, planned)
            ),
        };
        return Some((format!("{address} will be {words}"), Vec::new()));
    }
    let ledger = urls::read(world, &settings.root)
        .ok()
        .flatten()
        .unwrap_or_default();
    let lines = urls::Lines::read(&ledger);
    let line = lines.find(&format!("/{path}"))?;
    let now = if line.gone {
        "is marked as gone"
    } else {
        "no longer resolves"
    };
    Some((
        format!(
            "{address} was the {} `{}`, and {now} (urls.lock)",
            line.kind.word(),
            line.id
        ),
        Vec::new(),
    ))
}

/// Explains the article or event that has an id, a title, or words of a title that no other has.
fn of_name(current: &PreparedSite, all: &PreparedSite, what: &str) -> Explanation {
    let site = &all.prepared.site;
    let mut found = ids(site, what);
    if found.is_empty() {
        found = titles(site, |title| taxonomy::key(title) == taxonomy::key(what));
    }
    if found.is_empty() {
        let words = taxonomy::key(what);
        found = titles(site, |title| taxonomy::key(title).contains(&words));
        found.retain(|_| !words.is_empty());
    }
    let of = |(article, event): &(ArticleId, Option<String>)| {
        let path = format!("content/{}", site.article(*article).path);
        let (words, routes) = of_file(current, all, &path)?;
        Some(match event {
            Some(title) => (format!("`{title}` is an event of {path}\n{words}"), routes),
            None => (words, routes),
        })
    };
    match found.as_slice() {
        [] => None,
        [one] => of(one),
        many => {
            let named = |(article, event): &(ArticleId, Option<String>)| {
                let article = site.article(*article);
                let title = event.as_ref().unwrap_or(&article.front.title.value);
                format!("  content/{}: {title}", article.path)
            };
            let mut lines = vec![format!("{} articles and events are called so:", many.len())];
            lines.extend(many.iter().take(MOST_NAMED).map(named));
            if many.len() > MOST_NAMED {
                lines.push(format!("  … and {} more", many.len() - MOST_NAMED));
            }
            Some((lines.join("\n"), Vec::new()))
        }
    }
}

/// The article or entry with an id; of an entry, with its title.
fn ids(site: &Site, id: &str) -> Vec<(ArticleId, Option<String>)> {
    if let Some(article) = site.article_by_id(id) {
        return vec![(article, None)];
    }
    let listed = site.entries.iter().filter(|e| e.listed.is_some());
    let listed = listed.filter(|e| e.id == id && !e.translated);
    listed.map(|e| (e.article, Some(e.title.clone()))).collect()
}

/// The articles and listed entries with such titles.
fn titles(site: &Site, is_meant: impl Fn(&str) -> bool) -> Vec<(ArticleId, Option<String>)> {
    let articles = site.articles.iter().enumerate();
    let articles = articles.filter(|(_, a)| is_meant(&a.front.title.value));
    let articles = articles.map(|(i, _)| (ArticleId(i), None));
    let listed = site
        .entries
        .iter()
        .filter(|e| e.listed.is_some() && !e.translated);
    let listed = listed.filter(|e| is_meant(&e.title));
    let listed = listed.map(|e| (e.article, Some(e.title.clone())));
    articles.chain(listed).collect()
}

fn stands(current: &PreparedSite, planned: &Planned) -> String {
    (kind(&planned.page).describe)(current.prepared.site_of(planned), &planned.page)
}

/// Lists every page that links to one of `routes`, found by searching the rendered pages.
fn shown_by(
    common: &GlobalArgs,
    world: &dyn World,
    settings: &Settings,
    current: &PreparedSite,
    routes: &[String],
) -> String {
    use rayon::prelude::*;
    let PreparedSite {
        prepared, sources, ..
    } = current;
    let config = &prepared.site.config;
    let wanted: Vec<String> = routes
        .iter()
        .flat_map(|route| {
            let address = Plan::address(route);
            [config.href(address), config.permalink_of(address)]
        })
        .collect();
    let leads = |text: &str| {
        wanted.iter().any(|address| {
            text.match_indices(address.as_str()).any(|(at, found)| {
                let before = text[..at].chars().next_back();
                let after = text[at + found.len()..].chars().next();
                matches!(before, Some('"' | '>' | '=')) && matches!(after, Some('"' | '#' | '<'))
            })
        })
    };
    let pages: Vec<&str> = prepared
        .plan
        .pages
        .par_iter()
        .filter(|planned| {
            !routes.contains(&planned.route) && !matches!(planned.page, Page::File(_))
        })
        .filter(|planned| {
            let bytes = pipeline::render_page(world, settings, prepared, sources, planned);
            bytes.is_ok_and(|bytes| std::str::from_utf8(&bytes).is_ok_and(leads))
        })
        .map(|planned| planned.route.as_str())
        .collect();
    if pages.is_empty() {
        return "No page links to it".to_owned();
    }
    let most = if common.verbose > 0 {
        pages.len()
    } else {
        MOST_NAMED
    };
    let mut lines = vec![format!(
        "{} to it:",
        match pages.len() {
            1 => "1 file links".to_owned(),
            n => format!("{} link", plural(n, "file")),
        }
    )];
    lines.extend(
        pages
            .iter()
            .take(most)
            .map(|route| format!("  /{}", Plan::address(route))),
    );
    if pages.len() > most {
        lines.push(format!(
            "  … and {} more (-v lists all)",
            thousands(pages.len() - most)
        ));
    }
    lines.join("\n")
}
