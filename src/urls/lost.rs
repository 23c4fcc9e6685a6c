//! Addresses that were public and no longer are: what happened to each, and how to keep it.

use super::recorded::noted;
use super::{Line, Lines, Public};
use crate::config::is_pattern;
use crate::content::article::ArticleId;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, thousands};
use crate::model::kept::plain;
use crate::model::link::anchors;
use crate::model::site::Site;
use crate::model::taxonomy;
use crate::plan::{AddressKind, Plan};
use crate::source::Span;

/// A line of the ledger that the site no longer honours.
#[derive(Debug)]
pub struct Lost {
    /// Index in [`Lines::list`].
    pub line: usize,
    /// The address still resolves, but to an article with another id, which feeds take for a new
    /// one.
    other_id: bool,
    message: String,
    label: String,
    hint: String,
    /// Title of the article or page concerned.
    related: Option<Span>,
}

impl Lost {
    /// Returns the diagnostic, without a span.
    pub fn diagnostic(&self, line: &Line<'_>) -> Diagnostic {
        let message = format!("`{}`{}", line.address, self.message);
        let d = match self.other_id {
            true => Diagnostic::warning("changed-id", message),
            false => Diagnostic::warning("lost-address", message),
        };
        let d = match self.related {
            Some(span) => d.related(span, "this article"),
            None => d,
        };
        d.hint(&self.hint)
    }

    pub fn label(&self) -> &str {
        &self.label
    }

    /// Describes what happened to the address, as a phrase to follow it.
    pub fn reason(&self) -> &str {
        self.message.trim_start()
    }
}

/// Returns the address without its fragment.
pub fn page_of(address: &str) -> &str {
    address.split('#').next().unwrap_or(address)
}

/// Returns every line that the site no longer honours, in order. Entries and feeds of a lost page
/// are not reported separately.
pub fn lost(site: &Site, plan: &Plan, lines: &Lines<'_>, public: &[Public]) -> Vec<Lost> {
    let find = |address: &str| {
        let at = public.binary_search_by(|p| p.address.as_str().cmp(address));
        at.ok().map(|at| &public[at])
    };
    let ctx = LostContext {
        site,
        plan,
        lines,
        public,
    };
    let (mut all, mut at, mut page) = (Vec::new(), 0, "");
    for (n, line) in lines.list.iter().enumerate() {
        while public
            .get(at)
            .is_some_and(|p| p.address.as_str() < line.address)
        {
            at += 1;
        }
        let now = public.get(at).filter(|p| p.address == line.address);
        if line.gone || (!page.is_empty() && line.address.starts_with(page)) {
            continue;
        }
        let found = match (now, line.kind) {
            (Some(now), _) => ctx.other(line, now),
            (None, AddressKind::Entry) => match find(page_of(line.address)) {
                Some(page) => ctx.entry(line, page),
                // Its page has its own line.
                None if lines.find(page_of(line.address)).is_some() => None,
                None => ctx.page(line),
            },
            (None, _) => ctx.page(line),
        };
        let Some(lost) = found else { continue };
        if now.is_none() && line.address.ends_with('/') {
            page = line.address;
        }
        all.push(Lost { line: n, ..lost });
    }
    all
}

struct LostContext<'a> {
    site: &'a Site,
    plan: &'a Plan,
    lines: &'a Lines<'a>,
    public: &'a [Public],
}

fn lost_address(message: String, label: &str, hint: String) -> Lost {
    Lost {
        line: 0,
        other_id: false,
        message,
        label: label.to_owned(),
        hint,
        related: None,
    }
}

impl LostContext<'_> {
    /// Checks an address that is still in use: does it belong to the same article?
    fn other(&self, line: &Line<'_>, now: &Public) -> Option<Lost> {
        if line.kind == AddressKind::Term && now.kind == AddressKind::Term {
            return other_term(line, now);
        }
        if line.kind != AddressKind::Article
            || now.kind != AddressKind::Article
            || line.id == now.id
        {
            return None;
        }
        let there = self.site.article_by_id(&now.id)?;
        let file = format!("content/{}", self.site.article(there).path);
        if let Some(moved) = self.site.article_by_id(line.id).filter(|_| !now.redirect) {
            let moved = &self.site.article(moved).path;
            let message = format!(" was the address of content/{moved}, and is now that of {file}");
            let hint = "give one of the two another `slug` to restore the address; or accept the change with `dateline urls --accept`";
            return Some(self.about(
                lost_address(message, "now another article", hint.to_owned()),
                there,
            ));
        }
        // An alias to an article whose own address is in the ledger is deliberate.
        let own = Plan::address(&self.plan.articles[there.0]);
        let known = self.lines.find(&format!("/{own}")).is_some();
        if now.redirect && (known || self.site.article_by_id(line.id).is_some()) {
            return None;
        }
        let lost = lost_address(
            format!(
                " was the article `{}`, and is now `{}`: feeds treat it as a new article",
                line.id, now.id
            ),
            "now another id",
            format!(
                "write `id: {}` in {file}; or accept the change with `dateline urls --accept`",
                line.id
            ),
        );
        Some(Lost {
            other_id: true,
            ..self.about(lost, there)
        })
    }

    /// Checks an entry of a page that still resolves: does the page still contain it?
    fn entry(&self, line: &Line<'_>, page: &Public) -> Option<Lost> {
        let article = self
            .site
            .article_by_id(&page.id)
            .filter(|_| page.kind == AddressKind::Article)?;
        let anchor = line.address.split_once('#').map(|(_, anchor)| anchor)?;
        let there = self.site.article(article);
        if self.site.expired.contains(article) || anchors(there).iter().any(|a| a == anchor) {
            return None;
        }
        let file = format!("content/{}", there.path);
        let hint = match self
            .site
            .entry_by_id(line.id)
            .map(|e| self.site.entry(e).article)
        {
            Some(other) if other != article => format!(
                "it is now an event of content/{}; {}",
                self.site.article(other).path,
                gone(line)
            ),
            _ => format!(
                "restore the event's id, `id: {}`, in the `entries` of {file}; or {}",
                line.id,
                gone(line)
            ),
        };
        let message = format!(" points to an event that {file} no longer has");
        Some(self.about(lost_address(message, "no such event", hint), article))
    }

    /// Checks an address that is no longer in use.
    fn page(&self, line: &Line<'_>) -> Option<Lost> {
        let page = page_of(line.address);
        let path = page.trim_start_matches('/');
        if is_forwarded(self.site, path) || self.plan.find(path).is_some() {
            return None;
        }
        Some(match line.kind {
            AddressKind::Article => self.article(line, page),
            AddressKind::Term => self.term(line),
            AddressKind::Page => lost_address(
                format!(" was the page `{}`, and no longer works", line.id),
                "no longer works",
                format!("{}; or {}", redirect(page), gone(line)),
            ),
            AddressKind::Story => lost_address(
                format!(" was the storyline `{}`, and no longer works", line.id),
                "no longer works",
                format!(
                    "restore `story` in its articles; {}; or {}",
                    redirect(page),
                    gone(line)
                ),
            ),
            AddressKind::List if line.id.ends_with("/front") => self.edition(line),
            AddressKind::Entry | AddressKind::List | AddressKind::Feed => lost_address(
                " no longer works".to_owned(),
                "nothing is here",
                format!("{}; or {}", redirect(page), gone(line)),
            ),
        })
    }

    /// The front page of an edition that the site no longer has, and all that is lost below it.
    fn edition(&self, line: &Line<'_>) -> Lost {
        let (address, language) = (line.address, line.address.trim_matches('/'));
        let is_public = |address: &str| {
            let at = self
                .public
                .binary_search_by(|p| p.address.as_str().cmp(address));
            at.is_ok()
        };
        let below = self.lines.list.iter().filter(|other| {
            let is_below = other.address.starts_with(address) && other.address != address;
            is_below && !other.gone && !is_public(other.address)
        });
        let others = match below.count() {
            0 => "no longer works".to_owned(),
            1 => "no longer works, nor does 1 other address below it".to_owned(),
            n => format!(
                "no longer works, nor do {} other addresses below it: lists, terms, feeds",
                thousands(n)
            ),
        };
        lost_address(
            format!(" was the front page of the edition in `{language}`, and {others}"),
            "no longer an edition",
            format!(
                "restore `{language}` under `languages` in site.yaml; or write `{{from: {address}*, to: /}}` under `hosting.redirects`; or {}",
                gone(line)
            ),
        )
    }

    fn article(&self, line: &Line<'_>, page: &str) -> Lost {
        if let Some(moved) = self.site.article_by_id(line.id) {
            let file = format!("content/{}", self.site.article(moved).path);
            let own = Plan::address(&self.plan.articles[moved.0]);
            let lost = lost_address(
                format!(" was the address of {file}, which is now at `/{own}`"),
                "no longer works",
                format!("add `aliases: [{page}]` to {file}, next to any aliases that it has"),
            );
            return self.about(lost, moved);
        }
        if self.site.unpublished.is_hidden(line.id) {
            return lost_address(
                format!(
                    " was the article `{}`, which is now a draft or scheduled",
                    line.id
                ),
                "no longer works",
                format!("publish it again; or {}", gone(line)),
            );
        }
        let new = self.public.iter().filter(|p| {
            p.kind == AddressKind::Article && !p.redirect && self.lines.find(&p.address).is_none()
        });
        let near = nearest(line.id, new.map(|p| p.id.as_str()));
        let renamed = near.and_then(|id| self.site.article_by_id(id)).map(|id| {
            format!(
                "if content/{} is the same article, add `id: {}` and `aliases: [{page}]` to it; ",
                self.site.article(id).path,
                line.id
            )
        });
        lost_address(
            format!(
                " was the article `{}`, and no article has that id any more",
                line.id
            ),
            "no longer works",
            format!(
                "{}add `aliases: [{page}]` to the article that replaces it; or {}",
                renamed.unwrap_or_default(),
                gone(line)
            ),
        )
    }

    fn term(&self, line: &Line<'_>) -> Lost {
        let (taxonomy, slug) = line.id.split_once('/').unwrap_or(("", line.id));
        let hidden = self
            .site
            .taxonomy(taxonomy)
            .is_some_and(|t| self.site.unpublished.hides_term(t, slug));
        let message = match hidden {
            true => format!(
                " was the term `{slug}`, which now only draft, scheduled and expired articles have"
            ),
            false => format!(" was the term `{slug}`, which no article has any more"),
        };
        let hint = format!(
            "if it was renamed, write `taxonomies: {{{taxonomy}: {{aliases: {{New name: [Old name]}}}}}}` in site.yaml; or {}",
            gone(line)
        );
        lost_address(message, "no longer works", hint)
    }

    fn about(&self, lost: Lost, article: ArticleId) -> Lost {
        Lost {
            related: Some(self.site.article(article).front.title.span),
            ..lost
        }
    }
}

/// Checks a term's address that is still in use: does it belong to the same term? The ledger says so
/// only of labels that are not simply what the address says.
fn other_term(line: &Line<'_>, now: &Public) -> Option<Lost> {
    let was = noted(line.note?);
    let slug = now.id.split_once('/').map_or("", |(_, slug)| slug);
    let label = now.note.as_deref().map_or_else(|| plain(slug), noted);
    if now.redirect || taxonomy::key(&was) == taxonomy::key(&label) {
        return None;
    }
    Some(lost_address(
        format!(" was the page of `{was}`, and is now that of `{label}`"),
        "now another term",
        "if they are the same, accept the change with `dateline urls --accept`; else use the old term again, or redirect its address".to_owned(),
    ))
}

fn redirect(page: &str) -> String {
    format!("write `{{from: {page}, to: …}}` under `hosting.redirects` in site.yaml")
}

fn gone(line: &Line<'_>) -> String {
    format!("mark it as gone: `dateline urls --gone {}`", line.address)
}

/// Whether `hosting.redirects` redirects this path.
pub(super) fn is_forwarded(site: &Site, path: &str) -> bool {
    let path = path.trim_matches('/');
    let rules = &site.config.hosting.redirects;
    rules
        .iter()
        .any(|rule| covers(rule.from.value.trim_matches('/'), path))
}

/// Whether a rule matches a path, both without outer slashes. `*` matches any rest, `:name` any one
/// segment.
fn covers(rule: &str, path: &str) -> bool {
    if !is_pattern(&format!("/{rule}")) {
        return rule == path;
    }
    let (mut rules, mut parts) = (rule.split('/'), path.split('/'));
    loop {
        match (rules.next(), parts.next()) {
            (Some("*"), _) | (None, None) => return true,
            (Some(rule), Some(part)) if rule == part || rule.starts_with(':') => {}
            (Some(rule), Some(part)) => {
                let begins = rule
                    .strip_suffix('*')
                    .is_some_and(|rule| part.starts_with(rule));
                return begins;
            }
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_covers_what_hosts_send_on() {
        for (rule, path, yes) in [
            ("old", "old", true),
            ("old", "old/a", false),
            ("blog/*", "blog/a/b", true),
            ("blog/*", "blog", true),
            ("blog/:slug", "blog/a", true),
            ("blog/:slug", "blog/a/b", false),
            ("feed*", "feeds", true),
            ("*", "anything/at/all", true),
            ("a/b", "a", false),
        ] {
            assert_eq!(covers(rule, path), yes, "{rule} {path}");
        }
    }
}
