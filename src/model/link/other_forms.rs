//! Links as other generators write them: without the ending of the file (`b`, `../b/`, `b.html`),
//! relative to the old address of their page, or by a file's name alone (`{% post_url … %}`).

use super::{LinkOrigin, Resolver, Target, hidden};
use crate::content::article::{ArticleId, stem};
use crate::content::body::{BodyLink, LinkKind, REFERENCE};
use crate::content::slug::nfc;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::path::{join, relative};
use crate::percent;
use crate::source::Span;

impl Resolver<'_> {
    /// The page that a link means which names no file: `wanted` is what it names
    /// below `content/`; `None` if that is outside.
    pub(super) fn without_ending(
        &self,
        path: &str,
        wanted: Option<&str>,
        anchor: &Option<String>,
        link: &BodyLink,
        sink: &mut Sink,
    ) -> Option<Target> {
        if link.kind.is_picture() {
            return None;
        }
        // Its own address was a folder.
        let within = format!("{}/x", own_folder(path));
        let target = link.target.split(['?', '#']).next().unwrap_or("");
        let from_address = join(&within, target);
        let all = [wanted, from_address.as_deref()];
        for wanted in all.into_iter().flatten() {
            for file in files_of(wanted) {
                if self.place(&file).is_some() {
                    sink.push(old_address(&link.target, &relative(path, &file), link.span));
                    return Some(self.markdown(path, &file, anchor.clone(), link, sink));
                }
                if self.site.unpublished.is_broken(&file) {
                    return Some(Target::Nowhere);
                }
                if self.site.unpublished.is_hidden(&file) {
                    sink.push(hidden(&file, link));
                    return Some(Target::Nowhere);
                }
            }
        }
        let mut all = all.into_iter().rev().flatten();
        let article = all.find_map(|wanted| self.site.by_old_address(wanted))?;
        let file = &self.site.article(article).path;
        sink.push(old_address(&link.target, &relative(path, file), link.span));
        Some(self.markdown(path, file, anchor.clone(), link, sink))
    }

    /// A path relative to the address of its page, for raw HTML: as a browser reads it.
    pub(super) fn relative_to_its_page(
        &self,
        here: LinkOrigin,
        anchor: Option<String>,
        link: &BodyLink,
    ) -> Option<Target> {
        let target = link.target.split('#').next().unwrap_or("");
        let name = target
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or("");
        let is_page = !name.contains('.') || name == "..";
        if link.kind != LinkKind::HtmlLink || !is_page {
            return None;
        }
        let LinkOrigin::Article(article) = here else {
            return None;
        };
        let own = format!("{}/x", self.site.article(article).slug);
        let mut path = join(&own, target)?;
        if target.ends_with('/') && !path.is_empty() {
            path.push('/');
        }
        Some(Target::Route { path, anchor })
    }

    /// The file that `{% post_url … %}`, `{% link … %}` or `{{< ref … >}}` names.
    pub(super) fn reference(
        &self,
        path: &str,
        written: &str,
        anchor: Option<String>,
        link: &BodyLink,
        sink: &mut Sink,
    ) -> Target {
        let decoded = percent::decode(written);
        let name = nfc(decoded.as_deref().unwrap_or(written)).into_owned();
        let name = name.strip_prefix("content/").unwrap_or(&name);
        let root = name.trim_start_matches('/');
        let beside = join(path, name);
        let places = [beside.as_deref(), Some(root)];
        for place in places.into_iter().flatten() {
            for file in files_of(place) {
                if self.place(&file).is_some() {
                    return self.markdown(path, &file, anchor, link, sink);
                }
            }
            if let Some(file) = self.file(place) {
                return Target::File(file.to_owned());
            }
        }
        if let Some(only) = self.only_named(root) {
            let file = self.site.article(only).path.as_str();
            return self.markdown(path, file, anchor, link, sink);
        }
        if let Some(article) = self.site.by_old_address(root) {
            let file = self.site.article(article).path.as_str();
            return self.markdown(path, file, anchor, link, sink);
        }
        let is_text = !root.rsplit('/').next().unwrap_or(root).contains('.');
        match is_text || root.ends_with(".md") || root.ends_with(".markdown") {
            true => {
                let mut files = files_of(root);
                let hidden = |file: &String| self.site.unpublished.is_hidden(file);
                let file = match files.iter().position(hidden) {
                    Some(n) => files.swap_remove(n),
                    None => files.swap_remove(0),
                };
                self.markdown(path, &file, anchor, link, sink)
            }
            false => Target::Route {
                path: root.to_owned(),
                anchor,
            },
        }
    }

    /// The only article whose path ends so, with or without an ending.
    fn only_named(&self, name: &str) -> Option<ArticleId> {
        let bare = without_ending(name);
        let articles = self.site.articles.iter().enumerate();
        let mut named = articles.filter(|(_, article)| {
            let own = without_ending(&article.path);
            let ends = own.strip_suffix(bare);
            stem(&article.path) == bare
                || ends.is_some_and(|before| before.is_empty() || before.ends_with('/'))
        });
        let (only, _) = named.next()?;
        named.next().is_none().then_some(ArticleId(only))
    }
}

/// Returns what follows [`REFERENCE`] in a target.
pub(super) fn referred(target: &str) -> Option<&str> {
    target.strip_prefix(REFERENCE)
}

/// Warns that a link names a page by an address of another generator.
pub fn old_address(written: &str, here: &str, span: Span) -> Diagnostic {
    Diagnostic::warning(
        "old-address",
        format!("`{written}` is the address of a page under another generator; it is understood"),
    )
    .at(span, "no page has this address")
    .hint(format!("write `{}`", percent::attribute(here)))
}

fn without_ending(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    let endings = [".md", ".markdown", ".mdx", ".html", ".htm"];
    let bare = endings.iter().find_map(|ending| path.strip_suffix(ending));
    let bare = bare.unwrap_or(path);
    bare.strip_suffix("/index").unwrap_or(bare)
}

/// The folder that the address of a file was under other generators.
fn own_folder(path: &str) -> &str {
    without_ending(path)
}

/// The files that a path without an ending may mean.
fn files_of(path: &str) -> Vec<String> {
    let bare = without_ending(path);
    if bare.is_empty() {
        return Vec::new();
    }
    vec![
        format!("{bare}.md"),
        format!("{bare}.markdown"),
        format!("{bare}/index.md"),
    ]
}
