//! All current addresses of a site.

use super::recorded::note;
use crate::model::kept::plain;
use crate::model::site::Site;
use crate::model::taxonomy::{self, Term};
use crate::pages::{PageIdentity, kind};
use crate::plan::{AddressKind, Edition, Page, Plan};

/// An address and the page that it resolves to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Public {
    /// Same form as [`Line::address`](super::Line::address).
    pub address: String,
    pub kind: AddressKind,
    pub id: String,
    /// What tells it from another of its id, as the ledger has it: the file of an article whose id
    /// is the name of the file, the label of a term, the title of an entry. `None` if its id says
    /// as much.
    pub note: Option<String>,
    /// Whether it redirects to a page at another address.
    pub redirect: bool,
}

/// Returns all addresses that a reader may have bookmarked, sorted: those of pages, of entries in
/// articles and of feeds, and aliases. Excludes files.
pub fn public(first: &Site, others: &[Edition], plan: &Plan) -> Vec<Public> {
    let mut list: Vec<Public> = Vec::with_capacity(plan.pages.len());
    for planned in &plan.pages {
        let (there, redirect) = match planned.page.redirect_target() {
            Some(to) => match plan.find(to) {
                Some(there) => (there, true),
                None => continue,
            },
            None => (planned, false),
        };
        let page = &there.page;
        let edition = there.edition.checked_sub(1).and_then(|n| others.get(n));
        let site = edition.map_or(first, |edition| &edition.site);
        let of = kind(page);
        let Some(PageIdentity { kind, id }) = (of.identity)(site, page) else {
            continue;
        };
        // An article has an id of its own in every language; anything else the same in each.
        let prefix = site.config.own_edition().prefix.as_str();
        let in_folder = !prefix.is_empty() && there.route.starts_with(prefix);
        let id = match in_folder && kind != AddressKind::Article {
            true => format!("{prefix}{id}"),
            false => id,
        };
        let address = written(Plan::address(&planned.route));
        if kind == AddressKind::Article && !redirect {
            let entries = (of.anchors)(site, page).into_iter().flatten();
            list.extend(entries.filter_map(|anchor| {
                let id = anchor.strip_prefix("entry-")?.to_owned();
                Some(Public {
                    address: format!("{address}#{anchor}"),
                    kind: AddressKind::Entry,
                    note: entry_note(site, page, &id),
                    id,
                    redirect: false,
                })
            }));
        }
        let note = match redirect {
            true => None,
            false => page_note(site, page, &address, &id),
        };
        list.push(Public {
            address,
            kind,
            id,
            note,
            redirect,
        });
    }
    list.sort_by(|a, b| a.address.cmp(&b.address));
    list.dedup_by(|a, b| a.address == b.address);
    list
}

/// Returns what tells a page from another that may want its address.
fn page_note(site: &Site, page: &Page, address: &str, id: &str) -> Option<String> {
    match page {
        Page::Article(article) | Page::Expired(article) => {
            let article = site.article(*article);
            let is_named = article.front.id.is_some();
            let says_all = article.path.strip_suffix(".md") == Some(id);
            (!is_named && (!says_all || id.contains('"'))).then(|| note(&article.path))
        }
        Page::Term { term, page: None } => {
            let Term {
                label, name, slug, ..
            } = site.term(*term);
            let label = name.as_ref().unwrap_or(label);
            let is_own = address.trim_matches('/') == id;
            (is_own && taxonomy::key(label) != plain(slug)).then(|| note(label))
        }
        _ => None,
    }
}

/// Returns the title of a listed entry that has its id from its title, unless its id says as much.
fn entry_note(site: &Site, page: &Page, id: &str) -> Option<String> {
    let Page::Article(article) = page else {
        return None;
    };
    let entries = &site.article(*article).front.entries;
    let entry = entries.iter().find(|entry| entry.anchor_id() == id)?;
    let title = &entry.title.value;
    (entry.id.is_none() && taxonomy::key(title) != plain(id)).then(|| note(title))
}

/// Formats the address of a route as in the ledger: spaces, which separate the fields of a line,
/// are encoded.
fn written(address: &str) -> String {
    let mut out = String::with_capacity(address.len() + 1);
    out.push('/');
    out.push_str(address);
    match out.contains(' ') {
        true => out.replace(' ', "%20"),
        false => out,
    }
}
