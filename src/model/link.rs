//! The targets of links in texts.
//!
//! Links to articles (`.md` paths, `[[id]]`), to anchors of the same page and to files beside the
//! article are resolved here. Paths from the root of the site (`/organisations/meta/`) are
//! recognised; whether they exist is known to the plan alone.

mod anchors;
mod meant;
mod other_forms;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use foldhash::HashSet;
use rayon::prelude::*;

use super::path::{join, scheme};
use super::site::Site;
use super::{frames, picture};
use crate::content::article::ArticleId;
use crate::content::body::{Body, BodyLink, LinkKind};
use crate::content::file_types;
use crate::content::picture::{MediaFiles, Picture};
use crate::content::schemes;
use crate::content::slug::nfc;
use crate::diagnostic::suggest::guess;
use crate::diagnostic::{Diagnostic, Sink};
use crate::percent;

pub use anchors::{anchors, anchors_of_text, has_anchor, has_anchor_in_text};
pub use meant::{is_of_computer, of_computer, of_same_name, spaced};
pub use other_forms::old_address;

/// The target of one link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The page of an article, with the text of a bare `[[id]]`.
    Article {
        article: ArticleId,
        anchor: Option<String>,
        title: String,
    },
    /// A static page, by its number.
    Page { page: usize, anchor: Option<String> },
    /// The page of a term or a story, by the number of its text.
    Text { text: usize, anchor: Option<String> },
    /// An anchor of the same page.
    Here(String),
    /// A path of this site, without its initial slash.
    Route {
        path: String,
        anchor: Option<String>,
    },
    /// A path of the domain that is not part of this site, as written.
    Outside(String),
    /// A file beside the article, by its path below `content/`.
    File(String),
    /// Another site, an email address or a telephone number: see [`away`].
    Away,
    /// Nothing that exists or that a page may link to: only the text of the link is shown.
    Nowhere,
}

/// The address of a link whose target is [`Target::Away`].
pub fn away(link: &BodyLink) -> Cow<'_, str> {
    let target = link.target.trim();
    if target.starts_with("//") {
        return Cow::Owned(format!("https:{target}"));
    }
    Cow::Borrowed(target)
}

/// The targets of all links, in the order of the links of each text, and the pictures of articles.
#[derive(Debug, Default)]
pub struct Links {
    /// By the number of the article.
    pub articles: Vec<Vec<Target>>,
    /// By the number of the static page.
    pub pages: Vec<Vec<Target>>,
    /// By the number of the text.
    pub texts: Vec<Vec<Target>>,
    /// Only of the articles that have a picture.
    pub images: BTreeMap<ArticleId, Picture>,
}

/// Resolves the links of all texts, and finds the pictures of articles. A link that leads nowhere is
/// an error. `statics` are the sorted paths below `static/`, `unlisted` the files below `content/` that
/// are left out because of their endings.
pub fn resolve(
    site: &Site,
    files: &MediaFiles,
    unlisted: &MediaFiles,
    statics: &[String],
    sink: &mut Sink,
) -> Links {
    let by_path: BTreeMap<&str, LinkOrigin> = site
        .articles
        .iter()
        .enumerate()
        .map(|(i, a)| (a.path.as_str(), LinkOrigin::Article(ArticleId(i))))
        .chain(
            site.pages
                .iter()
                .enumerate()
                .map(|(i, p)| (p.path.as_str(), LinkOrigin::Page(i))),
        )
        .chain(texts(site))
        .collect();
    let resolver = Resolver {
        site,
        files,
        unlisted,
        by_path,
        composed: OnceLock::new(),
        anchors: vec![OnceLock::new(); site.articles.len() + site.pages.len() + site.texts.len()],
    };
    let articles: Vec<(Vec<Target>, Sink)> = site
        .articles
        .par_iter()
        .enumerate()
        .map(|(i, a)| {
            let mut sink = Sink::default();
            let here = LinkOrigin::Article(ArticleId(i));
            let targets = resolver.text(&a.path, here, &a.body, &mut sink);
            sink.lenient_since(0);
            (targets, sink.of_file(&format!("content/{}", a.path)))
        })
        .collect();
    let articles = articles.into_iter().map(|(targets, faults)| {
        sink.extend(faults);
        targets
    });
    let articles = articles.collect();
    let pages = site.pages.iter().enumerate();
    let before = sink.len();
    let pages = pages
        .map(|(i, p)| resolver.text(&p.path, LinkOrigin::Page(i), &p.body, sink))
        .collect();
    let texts = site.texts.iter().enumerate();
    let texts = texts
        .map(|(i, t)| resolver.text(&t.path, LinkOrigin::Text(i), &t.body, sink))
        .collect();
    let images = picture::find(site, files, unlisted, statics, sink);
    sink.lenient_since(before);
    Links {
        articles,
        pages,
        texts,
        images,
    }
}

/// The texts that are shown somewhere, by path.
fn texts(site: &Site) -> impl Iterator<Item = (&str, LinkOrigin)> {
    let texts = site.texts.iter().enumerate();
    let shown = texts.filter(|(i, _)| site.subjects.of(*i).is_some());
    shown.map(|(i, t)| (t.path.as_str(), LinkOrigin::Text(i)))
}

/// A page that links stand on or lead to.
#[derive(Debug, Clone, Copy)]
enum LinkOrigin {
    Article(ArticleId),
    Page(usize),
    Text(usize),
}

/// Files with other letters than ASCII in their names, by the composed form of their paths.
#[derive(Default)]
struct ComposedNames<'a> {
    files: BTreeMap<Cow<'a, str>, &'a str>,
    pages: BTreeMap<Cow<'a, str>, LinkOrigin>,
}

struct Resolver<'a> {
    site: &'a Site,
    files: &'a MediaFiles,
    unlisted: &'a MediaFiles,
    by_path: BTreeMap<&'a str, LinkOrigin>,
    /// Made when the first name with other letters than ASCII is not found as written.
    composed: OnceLock<ComposedNames<'a>>,
    /// The anchors of pages, collected when the first link names one: articles, then static pages,
    /// then texts.
    anchors: Vec<OnceLock<HashSet<String>>>,
}

impl Resolver<'_> {
    fn text(&self, path: &str, here: LinkOrigin, body: &Body, sink: &mut Sink) -> Vec<Target> {
        body.links
            .iter()
            .map(|link| self.link(path, here, link, sink))
            .collect()
    }

    fn link(&self, path: &str, here: LinkOrigin, link: &BodyLink, sink: &mut Sink) -> Target {
        if matches!(link.kind, LinkKind::Wiki | LinkKind::Bracketed) {
            return self.wiki(link, here, sink);
        }
        let target = link.target.trim();
        // A tag in it was reported, and is nothing that could be found.
        if target.contains("{{") || target.contains("{%") {
            return Target::Nowhere;
        }
        let referred = other_forms::referred(target);
        if let (None, Some(scheme)) = (referred, scheme(target)) {
            return self.away(&scheme, target, link, sink);
        }
        let target = match link.kind.is_html() {
            true => self.below_base(target),
            false => target,
        };
        if target.starts_with("//") {
            if link.kind.is_picture() {
                self.unnamed_film(link, sink);
            }
            return Target::Away;
        }
        let (file, anchor) = match target.split_once('#') {
            Some((file, anchor)) => (
                file,
                Some(nfc(anchor).into_owned()).filter(|a| !a.is_empty()),
            ),
            None => (target, None),
        };
        if file.is_empty() {
            return match anchor {
                Some(anchor) => self
                    .anchor(here, &anchor, link, sink)
                    .map_or(Target::Nowhere, Target::Here),
                None => Target::Here("top".to_owned()),
            };
        }
        if let Some(name) = referred {
            let name = name.split('#').next().unwrap_or(name);
            return self.reference(path, name, anchor, link, sink);
        }
        // The same page with a query.
        if file.starts_with('?') || self.site.config.is_outside(file) {
            return Target::Outside(target.to_owned());
        }
        if let Some(route) = file.strip_prefix('/').filter(|f| !f.ends_with(".md")) {
            return Target::Route {
                path: route.to_owned(),
                anchor,
            };
        }
        // Zola's `@/` is the root of the content.
        let file = file
            .strip_prefix('@')
            .filter(|f| f.starts_with('/'))
            .unwrap_or(file);
        let slashes = file.replace('\\', "/");
        let Some(wanted) = join(path, &slashes) else {
            let page = self.without_ending(path, None, &anchor, link, sink);
            if let Some(target) = page.or_else(|| self.relative_to_its_page(here, anchor, link)) {
                return target;
            }
            sink.push(
                Diagnostic::error("broken-link", format!("`{target}` is outside `content/`"))
                    .at(link.span, "here")
                    .hint("link to a file below `content/`"),
            );
            return Target::Nowhere;
        };
        if slashes != file {
            if file.starts_with("\\\\") {
                sink.push(of_computer(link));
                return Target::Nowhere;
            }
            self.missing_file(path, &wanted, link, sink);
            return Target::Nowhere;
        }
        if wanted.ends_with(".md") {
            return self.markdown(path, &wanted, anchor, link, sink);
        }
        let named = wanted.split('?').next().unwrap_or(&wanted);
        if let Some(file) = self.file(&wanted).or_else(|| self.file(named)) {
            return Target::File(file.to_owned());
        }
        let page = self.without_ending(path, Some(named), &anchor, link, sink);
        if let Some(target) = page.or_else(|| self.relative_to_its_page(here, anchor, link)) {
            return target;
        }
        match meant::address(target) {
            Some(meant) => sink.push(meant::no_address(link, &meant)),
            None if target.starts_with("~/") => sink.push(of_computer(link)),
            None => self.missing_file(path, &wanted, link, sink),
        }
        Target::Nowhere
    }

    /// An address of raw HTML, which may begin with the path of the site.
    fn below_base<'t>(&self, target: &'t str) -> &'t str {
        let base = &self.site.config.base;
        match target.starts_with(base.as_str()) {
            // With its last slash.
            true => &target[base.len() - 1..],
            false => target,
        }
    }

    /// The file that a path names, in either form of Unicode.
    fn file(&self, wanted: &str) -> Option<&str> {
        if let Some(there) = self.files.get(wanted) {
            return Some(there);
        }
        self.composed(wanted).files.get(&*nfc(wanted)).copied()
    }

    /// The page whose file a path names, in either form of Unicode.
    fn place(&self, wanted: &str) -> Option<LinkOrigin> {
        let there = self.by_path.get(wanted);
        there
            .or_else(|| self.composed(wanted).pages.get(&*nfc(wanted)))
            .copied()
    }

    /// What leads to files by their composed names; nothing for a name in ASCII.
    fn composed(&self, wanted: &str) -> &ComposedNames<'_> {
        static NONE: OnceLock<ComposedNames<'static>> = OnceLock::new();
        if wanted.is_ascii() {
            return NONE.get_or_init(ComposedNames::default);
        }
        self.composed.get_or_init(|| {
            let others = |name: &&str| !name.is_ascii();
            let files = self.files.iter().map(String::as_str).filter(others);
            let pages = self.by_path.iter().filter(|(path, _)| !path.is_ascii());
            ComposedNames {
                files: files.map(|file| (nfc(file), file)).collect(),
                pages: pages.map(|(path, place)| (nfc(path), *place)).collect(),
            }
        })
    }

    fn wiki(&self, link: &BodyLink, here: LinkOrigin, sink: &mut Sink) -> Target {
        let (id, mut anchor) = match link.target.split_once('#') {
            Some((id, anchor)) => (id, Some(nfc(anchor).into_owned())),
            None => (link.target.as_str(), None),
        };
        if let Some(article) = self.site.article_by_id(id) {
            self.settle(&mut anchor, LinkOrigin::Article(article), link, sink);
            return Target::Article {
                article,
                anchor,
                title: self.site.article(article).front.title.value.clone(),
            };
        }
        if let Some(entry) = self.site.entry_by_id(id).map(|e| self.site.entry(e)) {
            return Target::Article {
                article: entry.article,
                anchor: Some(format!("entry-{}", entry.id)),
                title: entry.title.clone(),
            };
        }
        if let Some(article) = self.site.expired_by_id(id) {
            return Target::Article {
                article,
                anchor: None,
                title: self.site.article(article).front.title.value.clone(),
            };
        }
        if self.site.unpublished.is_broken(id) {
            return Target::Nowhere;
        }
        if self.site.unpublished.is_hidden(id) {
            sink.push(hidden(id, link));
            return Target::Nowhere;
        }
        // Brackets of a text, shown as they are.
        if link.kind == LinkKind::Bracketed {
            return Target::Nowhere;
        }
        if let LinkOrigin::Article(article) = here
            && let sources = self.site.article(article).front.sources.iter()
            && let Some(source) = sources
                .filter_map(|s| s.id.as_ref())
                .find(|s| s.value == id)
        {
            sink.push(
                Diagnostic::error(
                    "broken-link",
                    format!(
                        "`{id}` is a source of this article, and double brackets link to articles"
                    ),
                )
                .at(link.span, "a source")
                .related(source.span, "the source")
                .hint(format!("write `[^{id}]`")),
            );
            return Target::Nowhere;
        }
        let near = guess(sink, id, self.site.all_ids());
        sink.push(
            Diagnostic::error(
                "broken-link",
                format!("no article or entry has the id `{id}`"),
            )
            .at(
                link.span,
                near.map_or_else(
                    || "not found".to_owned(),
                    |n| format!("did you mean `[[{n}]]`?"),
                ),
            )
            .hint("write the `id` of an article or entry between the brackets"),
        );
        Target::Nowhere
    }

    /// Reports a film or a post that is written like a picture, if `embeds` does not name its host.
    fn unnamed_film(&self, link: &BodyLink, sink: &mut Sink) {
        let address = away(link);
        let Some(host) = frames::known_service(&address) else {
            return;
        };
        if frames::frame(&address, &self.site.config.embeds).is_some() {
            return;
        }
        sink.push(
            Diagnostic::warning(
                "not-a-picture",
                format!("`{address}` is a film, a recording or a post, which no browser shows as a picture"),
            )
            .at(link.span, "not a picture")
            .hint(format!("to show it, write `embeds: [{host}]` in site.yaml; or link to it"))
            .for_many(format!("embeds: [{host}]")),
        );
    }

    fn away(&self, scheme: &str, target: &str, link: &BodyLink, sink: &mut Sink) -> Target {
        let fine: &[&str] = match link.kind.is_picture() {
            true => &schemes::PICTURES,
            false => &schemes::LINKED,
        };
        if fine.contains(&scheme) {
            if let Some(fault) = spaced(target, link.span) {
                sink.push(fault);
                return Target::Nowhere;
            }
            if link.kind.is_picture() {
                self.unnamed_film(link, sink);
            }
            return Target::Away;
        }
        // `C:\pictures\a.png`
        if scheme.len() == 1 || scheme == "file" {
            sink.push(of_computer(link));
            return Target::Nowhere;
        }
        let meant = meant::scheme_meant(scheme);
        sink.push(
            Diagnostic::warning(
                "unsafe-link",
                format!("addresses that start with `{scheme}:` are not linked"),
            )
            .at(link.span, "only the text is shown")
            .hint(match (meant, link.target.split_once(':')) {
                (Some(meant), Some((_, rest))) => format!("write `{meant}:{rest}`"),
                _ => "link to an https:// address".to_owned(),
            }),
        );
        Target::Nowhere
    }

    fn markdown(
        &self,
        path: &str,
        wanted: &str,
        mut anchor: Option<String>,
        link: &BodyLink,
        sink: &mut Sink,
    ) -> Target {
        match self.place(wanted) {
            Some(place @ LinkOrigin::Article(article)) => {
                self.settle(&mut anchor, place, link, sink);
                Target::Article {
                    article,
                    anchor,
                    title: self.site.article(article).front.title.value.clone(),
                }
            }
            Some(place @ LinkOrigin::Page(page)) => {
                self.settle(&mut anchor, place, link, sink);
                Target::Page { page, anchor }
            }
            Some(place @ LinkOrigin::Text(text)) => {
                self.settle(&mut anchor, place, link, sink);
                Target::Text { text, anchor }
            }
            None => {
                if self.site.unpublished.is_broken(wanted) {
                    return Target::Nowhere;
                }
                if self.site.unpublished.is_hidden(wanted) {
                    sink.push(hidden(wanted, link));
                    return Target::Nowhere;
                }
                self.missing_article(path, wanted, link, sink);
                Target::Nowhere
            }
        }
    }
}

/// Says that a file is left out because of its ending.
pub(super) fn left_out(code: &'static str, path: &str) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = percent::attribute(name);
    let hint = format!("move it to `static/` and link to `/{name}`");
    let ending = file_types::ending(path).filter(|_| !file_types::is_active(path));
    let message = format!("`content/{path}` is left out, because of the ending of its name");
    Diagnostic::error(code, message).hint(match ending {
        Some(ending) => {
            format!("{hint}, or allow the ending in site.yaml: `files: {{endings: [{ending}]}}`")
        }
        None => hint,
    })
}

fn hidden(what: &str, link: &BodyLink) -> Diagnostic {
    Diagnostic::error(
        "broken-link",
        format!("`{what}` is a draft or scheduled article and not published yet"),
    )
    .at(link.span, "not published")
    .hint("publish it first, or remove the link until then")
}
