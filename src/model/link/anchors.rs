//! Anchors of pages: which a link names, and which it means.

use foldhash::HashSet;

use super::{LinkOrigin, Resolver};
use crate::content::article::Article;
use crate::content::body::{Body, BodyLink};
use crate::diagnostic::suggest::guess;
use crate::diagnostic::{Diagnostic, Sink};
use crate::limits::MAX_FAULTS;
use crate::parse::heading_ids;
use crate::percent;

impl Resolver<'_> {
    /// All anchors of a page that links may name, in their order.
    fn anchors(&self, place: LinkOrigin) -> Vec<String> {
        let of_headings = |body: &Body| anchors_of_text(body).collect();
        match place {
            LinkOrigin::Article(article) => anchors(self.site.article(article)),
            LinkOrigin::Page(page) => of_headings(&self.site.pages[page].body),
            LinkOrigin::Text(text) => of_headings(&self.site.texts[text].body),
        }
    }

    /// The same as a set, which is kept.
    fn anchor_set(&self, place: LinkOrigin) -> &HashSet<String> {
        let (articles, pages) = (self.site.articles.len(), self.site.pages.len());
        let number = match place {
            LinkOrigin::Article(article) => article.0,
            LinkOrigin::Page(page) => articles + page,
            LinkOrigin::Text(text) => articles + pages + text,
        };
        self.anchors[number].get_or_init(|| self.anchors(place).into_iter().collect())
    }

    fn body(&self, place: LinkOrigin) -> (&Body, &str) {
        match place {
            LinkOrigin::Article(article) => {
                let article = self.site.article(article);
                (&article.body, &article.front.title.value)
            }
            LinkOrigin::Page(page) => {
                let page = &self.site.pages[page];
                (&page.body, &page.front.title.value)
            }
            LinkOrigin::Text(text) => {
                let text = &self.site.texts[text];
                let title = text.front.title.as_ref();
                (&text.body, title.map_or("", |title| &title.value))
            }
        }
    }

    /// Replaces the anchor of a link to a page by the one that is meant, or removes it.
    pub(super) fn settle(
        &self,
        anchor: &mut Option<String>,
        place: LinkOrigin,
        link: &BodyLink,
        sink: &mut Sink,
    ) {
        *anchor = anchor
            .take()
            .and_then(|a| self.anchor(place, &a, link, sink));
    }

    /// The anchor of a page that a link means: its own, or that of the heading to which another
    /// generator would give it. None if there is none, which is an error.
    pub(super) fn anchor(
        &self,
        place: LinkOrigin,
        anchor: &str,
        link: &BodyLink,
        sink: &mut Sink,
    ) -> Option<String> {
        if anchor == "top" || self.anchor_set(place).contains(anchor) {
            return Some(anchor.to_owned());
        }
        let decoded = percent::decode(anchor);
        let wanted = decoded.as_deref().unwrap_or(anchor);
        if self.anchor_set(place).contains(wanted) {
            return Some(wanted.to_owned());
        }
        let (body, title) = self.body(place);
        if let Some(id) = heading_ids::meant(body, wanted) {
            return Some(id.to_owned());
        }
        if body.repeats_title && heading_ids::is_form_of(title, wanted) {
            return Some("top".to_owned());
        }
        // Among so many faults nobody reads a list of anchors.
        let known = match sink.len() {
            0..MAX_FAULTS => self.anchors(place),
            _ => Vec::new(),
        };
        let near = guess(sink, anchor, known.iter().map(String::as_str));
        let mut d = Diagnostic::error(
            "broken-anchor",
            format!("this page has no anchor `#{anchor}`"),
        )
        .at(
            link.span,
            near.map_or_else(
                || "not found".to_owned(),
                |n| format!("did you mean `#{n}`?"),
            ),
        );
        d = d.hint(match known.len() {
            0 => "link to the page itself; it has no sections".to_owned(),
            1..=12 => format!(
                "use one of {}",
                known
                    .iter()
                    .map(|k| format!("#{k}"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            _ => "write the text of a heading in lower case, with hyphens for spaces".to_owned(),
        });
        sink.push(d);
        None
    }
}

/// The anchors of a text itself: headings, and ids in raw HTML.
pub fn anchors_of_text(body: &Body) -> impl Iterator<Item = String> {
    let headings = body.headings.iter().map(|h| h.id.clone());
    headings.chain(body.anchors.iter().cloned())
}

/// Whether [`anchors_of_text`] has an anchor.
pub fn has_anchor_in_text(body: &Body, anchor: &str) -> bool {
    body.headings.iter().any(|heading| heading.id == anchor)
        || body.anchors.iter().any(|own| own == anchor)
}

/// Whether [`anchors`] has an anchor.
pub fn has_anchor(article: &Article, anchor: &str) -> bool {
    let of_entry = |id: &str| {
        let mut listed = article.front.entries.iter();
        listed.any(|entry| entry.anchor_id() == id)
    };
    let of_source = |n: &str| {
        let number = n
            .parse()
            .ok()
            .filter(|number: &usize| number.to_string() == n);
        number.is_some_and(|number| (1..=article.front.sources.len()).contains(&number))
    };
    has_anchor_in_text(&article.body, anchor)
        || anchor.strip_prefix("entry-").is_some_and(of_entry)
        || anchor.strip_prefix("source-").is_some_and(of_source)
}

/// All anchors of an article's page that links may name: headings, listed entries and sources.
pub fn anchors(article: &Article) -> Vec<String> {
    let headings = anchors_of_text(&article.body);
    let listed = article.front.entries.iter();
    let entries = listed.map(|e| format!("entry-{}", e.anchor_id()));
    let sources = (1..=article.front.sources.len()).map(|n| format!("source-{n}"));
    headings.chain(entries).chain(sources).collect()
}
