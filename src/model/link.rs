//! Where the links of a text lead.
//!
//! Links to articles (`.md` paths, `[[id]]`), to places on the same page and to files beside
//! the article are resolved here; paths from the root of the site (`/organisations/meta/`)
//! are, too, but only the plan knows which of them exist.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use rayon::prelude::*;

use super::entry::anchor_id;
use super::picture;
use super::site::Site;
use crate::content::article::{Article, ArticleId};
use crate::content::body::{Body, BodyLink, LinkKind};
use crate::content::picture::{MediaFiles, Picture};
use crate::diagnostic::suggest::guess;
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_FAULTS;
use crate::percent;

/// Where one link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An article's page, and what to show for a bare `[[id]]`.
    Article {
        article: ArticleId,
        anchor: Option<String>,
        title: String,
    },
    /// A standing page, by its number.
    Page { page: usize, anchor: Option<String> },
    /// The page of a term or a story, by the number of its text.
    Text { text: usize, anchor: Option<String> },
    /// A place on the same page.
    Here(String),
    /// A path of this site, without the slash at its beginning.
    Route {
        path: String,
        anchor: Option<String>,
    },
    /// A file beside the article: its path below `content/`.
    File(String),
    /// Another site, mail or telephone: [`away`] says which.
    Away,
    /// Nothing that a page may link to; its words stay.
    Nowhere,
}

/// Where a link leads that is [`Target::Away`].
pub fn away(link: &BodyLink) -> Cow<'_, str> {
    let target = link.target.trim();
    if target.starts_with("//") {
        return Cow::Owned(format!("https:{target}"));
    }
    Cow::Borrowed(target)
}

/// The links of every text, and the files beside articles that are used.
#[derive(Debug, Default)]
pub struct Links {
    /// By the number of the article.
    pub articles: Vec<Vec<Target>>,
    /// By the number of the standing page.
    pub pages: Vec<Vec<Target>>,
    /// By the number of the text.
    pub texts: Vec<Vec<Target>>,
    /// Where the picture of an article is; those that have none are not here.
    pub images: BTreeMap<ArticleId, Picture>,
}

/// Resolves every link of every text.
/// `statics` are the paths below `static/`, in their order.
pub fn resolve(site: &Site, files: &MediaFiles, statics: &[String], sink: &mut Sink) -> Links {
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
        by_path,
        places: vec![OnceLock::new(); site.articles.len() + site.pages.len() + site.texts.len()],
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
    let images = picture::find(site, files, statics, sink);
    sink.lenient_since(before);
    Links {
        articles,
        pages,
        texts,
        images,
    }
}

/// Texts that are shown somewhere.
fn texts(site: &Site) -> impl Iterator<Item = (&str, LinkOrigin)> {
    let texts = site.texts.iter().enumerate();
    let shown = texts.filter(|(i, _)| site.subjects.of(*i).is_some());
    shown.map(|(i, t)| (t.path.as_str(), LinkOrigin::Text(i)))
}

#[derive(Debug, Clone, Copy)]
enum LinkOrigin {
    Article(ArticleId),
    Page(usize),
    Text(usize),
}

struct Resolver<'a> {
    site: &'a Site,
    files: &'a MediaFiles,
    by_path: BTreeMap<&'a str, LinkOrigin>,
    /// Of pages that are linked to with a place: their places. Articles first, then pages, then
    /// texts.
    places: Vec<OnceLock<HashSet<String>>>,
}

impl Resolver<'_> {
    fn text(&self, path: &str, here: LinkOrigin, body: &Body, sink: &mut Sink) -> Vec<Target> {
        body.links
            .iter()
            .map(|link| self.link(path, here, link, sink))
            .collect()
    }

    fn link(&self, path: &str, here: LinkOrigin, link: &BodyLink, sink: &mut Sink) -> Target {
        if link.kind == LinkKind::Wiki {
            return self.wiki(link, sink);
        }
        let target = link.target.trim();
        if let Some(scheme) = scheme(target) {
            return self.away(&scheme, link, sink);
        }
        if target.starts_with("//") {
            return Target::Away;
        }
        let (file, anchor) = match target.split_once('#') {
            Some((file, anchor)) => (file, Some(anchor.to_owned()).filter(|a| !a.is_empty())),
            None => (target, None),
        };
        if file.is_empty() {
            return match anchor {
                Some(anchor) if self.check_anchor(here, &anchor, link, sink) => {
                    Target::Here(anchor)
                }
                Some(_) => Target::Nowhere,
                None => Target::Here("top".to_owned()),
            };
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
        let Some(wanted) = join(path, file) else {
            sink.push(
                Diagnostic::error("broken-link", format!("`{target}` leads out of `content/`"))
                    .at(link.span, "here")
                    .hint("link to a file below `content/`"),
            );
            return Target::Nowhere;
        };
        if wanted.ends_with(".md") {
            return self.markdown(&wanted, anchor, link, sink);
        }
        if self.files.contains(&wanted) {
            return Target::File(wanted);
        }
        self.missing_file(&wanted, link, sink);
        Target::Nowhere
    }

    fn wiki(&self, link: &BodyLink, sink: &mut Sink) -> Target {
        let (id, mut anchor) = match link.target.split_once('#') {
            Some((id, anchor)) => (id, Some(anchor.to_owned())),
            None => (link.target.as_str(), None),
        };
        if let Some(article) = self.site.article_by_id(id) {
            anchor.take_if(|a| !self.check_anchor(LinkOrigin::Article(article), a, link, sink));
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
        let near = guess(sink, id, self.site.all_ids());
        sink.push(
            Diagnostic::error(
                "broken-link",
                format!("no article or entry has the id `{id}`"),
            )
            .at(
                link.span,
                near.map_or_else(
                    || "leads nowhere".to_owned(),
                    |n| format!("did you mean `[[{n}]]`?"),
                ),
            )
            .hint("write the `id` of an article or entry between the brackets"),
        );
        Target::Nowhere
    }

    fn away(&self, scheme: &str, link: &BodyLink, sink: &mut Sink) -> Target {
        let fine: &[&str] = if link.kind == LinkKind::Picture {
            &["https", "http"]
        } else {
            &["https", "http", "mailto", "tel", "geo", "xmpp", "ftp"]
        };
        if fine.contains(&scheme) {
            return Target::Away;
        }
        sink.push(
            Diagnostic::warning(
                "unsafe-link",
                format!("an address that begins with `{scheme}:` is not linked to"),
            )
            .at(link.span, "only its words are shown")
            .hint("link to a https:// address"),
        );
        Target::Nowhere
    }

    fn markdown(
        &self,
        wanted: &str,
        mut anchor: Option<String>,
        link: &BodyLink,
        sink: &mut Sink,
    ) -> Target {
        match self.by_path.get(wanted) {
            Some(place @ LinkOrigin::Article(article)) => {
                anchor.take_if(|a| !self.check_anchor(*place, a, link, sink));
                Target::Article {
                    article: *article,
                    anchor,
                    title: self.site.article(*article).front.title.value.clone(),
                }
            }
            Some(place @ LinkOrigin::Page(page)) => {
                anchor.take_if(|a| !self.check_anchor(*place, a, link, sink));
                Target::Page {
                    page: *page,
                    anchor,
                }
            }
            Some(place @ LinkOrigin::Text(text)) => {
                anchor.take_if(|a| !self.check_anchor(*place, a, link, sink));
                Target::Text {
                    text: *text,
                    anchor,
                }
            }
            None => {
                if self.site.unpublished.is_broken(wanted) {
                    return Target::Nowhere;
                }
                if self.site.unpublished.is_hidden(wanted) {
                    sink.push(hidden(wanted, link));
                    return Target::Nowhere;
                }
                let near = guess(sink, wanted, self.by_path.keys().copied());
                sink.push(
                    Diagnostic::error(
                        "broken-link",
                        format!("there is no article `content/{wanted}` that shows"),
                    )
                    .at(
                        link.span,
                        near.map_or_else(
                            || "leads nowhere".to_owned(),
                            |n| format!("did you mean `/{n}`?"),
                        ),
                    )
                    .hint("check the path"),
                );
                Target::Nowhere
            }
        }
    }

    fn missing_file(&self, wanted: &str, link: &BodyLink, sink: &mut Sink) {
        let near = guess(sink, wanted, self.files.iter().map(String::as_str));
        let (code, what) = if link.kind == LinkKind::Picture {
            ("missing-picture", "picture")
        } else {
            ("broken-link", "file")
        };
        let mut hint = format!(
            "put the {what} beside the article, or link to it under `static/` as `/{}`",
            wanted.rsplit('/').next().unwrap_or(wanted)
        );
        if !wanted.contains('.') || wanted.ends_with('/') {
            hint = "link to an article by its file (`other.md`), its id (`[[id]]`) or its address from the root (`/other/`)".to_owned();
        }
        sink.push(
            Diagnostic::error(code, format!("there is no {what} `content/{wanted}`"))
                .at(
                    link.span,
                    near.map_or_else(
                        || "leads nowhere".to_owned(),
                        |n| format!("did you mean `/{n}`?"),
                    ),
                )
                .hint(hint),
        );
    }

    /// Every place on a page, in its order.
    fn anchors(&self, place: LinkOrigin) -> Vec<String> {
        let of_headings = |body: &Body| body.headings.iter().map(|h| h.id.clone()).collect();
        match place {
            LinkOrigin::Article(article) => anchors(self.site.article(article)),
            LinkOrigin::Page(page) => of_headings(&self.site.pages[page].body),
            LinkOrigin::Text(text) => of_headings(&self.site.texts[text].body),
        }
    }

    /// The same as a set, which is made once.
    fn places(&self, place: LinkOrigin) -> &HashSet<String> {
        let (articles, pages) = (self.site.articles.len(), self.site.pages.len());
        let number = match place {
            LinkOrigin::Article(article) => article.0,
            LinkOrigin::Page(page) => articles + page,
            LinkOrigin::Text(text) => articles + pages + text,
        };
        self.places[number].get_or_init(|| self.anchors(place).into_iter().collect())
    }

    /// Whether a page has a place; says so where it has not.
    fn check_anchor(
        &self,
        place: LinkOrigin,
        anchor: &str,
        link: &BodyLink,
        sink: &mut Sink,
    ) -> bool {
        if anchor == "top" || self.places(place).contains(anchor) {
            return true;
        }
        // Of very many faults nobody reads what was possible.
        let known = match sink.len() {
            0..MAX_FAULTS => self.anchors(place),
            _ => Vec::new(),
        };
        let near = guess(sink, anchor, known.iter().map(String::as_str));
        let mut d = Diagnostic::error(
            "broken-anchor",
            format!("the page has no place `#{anchor}`"),
        )
        .at(
            link.span,
            near.map_or_else(
                || "leads nowhere".to_owned(),
                |n| format!("did you mean `#{n}`?"),
            ),
        );
        d = d.hint(match known.len() {
            0 => "the page has no sections; link to the page itself".to_owned(),
            1..=12 => format!(
                "its places are {}",
                known
                    .iter()
                    .map(|k| format!("#{k}"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            _ => "write the words of a heading in small letters, with dashes".to_owned(),
        });
        sink.push(d);
        false
    }
}

fn hidden(what: &str, link: &BodyLink) -> Diagnostic {
    Diagnostic::error(
        "broken-link",
        format!("`{what}` is a draft or scheduled, and does not show yet"),
    )
    .at(link.span, "leads nowhere")
    .hint("publish it first, or take the link out until then")
}

/// Every place on an article's page that a link may lead to.
pub fn anchors(article: &Article) -> Vec<String> {
    let headings = article.body.headings.iter().map(|h| h.id.clone());
    let listed = article.front.entries.iter();
    let entries = listed.map(|e| format!("entry-{}", anchor_id(e)));
    let sources = (1..=article.front.sources.len()).map(|n| format!("source-{n}"));
    headings.chain(entries).chain(sources).collect()
}

/// The scheme of an address, in small letters; none for a path.
pub(super) fn scheme(target: &str) -> Option<String> {
    let (before, _) = target.split_once(':')?;
    let scheme: String = before
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let good = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    good.then(|| scheme.to_ascii_lowercase())
}

/// `file`, seen from the file at `path`, as a path below `content/`; none where it leads out.
/// A path that begins with a slash counts from `content/`.
pub(super) fn join(path: &str, file: &str) -> Option<String> {
    let decoded = percent::decode(file)?;
    let mut parts: Vec<&str> = if decoded.starts_with('/') {
        Vec::new()
    } else {
        path.split('/').collect()
    };
    parts.pop();
    for part in decoded.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_seen_from_the_file_that_names_it() {
        assert_eq!(join("2025/a.md", "../2024/b.md").unwrap(), "2024/b.md");
        assert_eq!(join("2025/a.md", "/2024/b.md").unwrap(), "2024/b.md");
        assert_eq!(
            join("2025/a.md", "./my%20pic.png").unwrap(),
            "2025/my pic.png"
        );
        assert_eq!(join("a.md", "../../etc/passwd"), None);
        assert_eq!(join("a.md", "%2e%2e/x"), None);
    }

    #[test]
    fn a_scheme_is_seen_through_its_disguises() {
        assert_eq!(
            scheme("JaVa\tScript:alert(1)").as_deref(),
            Some("javascript")
        );
        assert_eq!(scheme("https://x.org").as_deref(), Some("https"));
        assert_eq!(scheme("a/b:c"), None);
        assert_eq!(scheme("../x.md"), None);
    }
}
