//! Every address that a site has now.

use super::AddressKind;
use crate::model::article::stem;
use crate::model::link::anchors;
use crate::model::site::Site;
use crate::model::taxonomy::TermRef;
use crate::plan::{Page, Plan};

/// An address, and what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Public {
    /// As in [`Line`](super::Line).
    pub address: String,
    pub kind: AddressKind,
    pub id: String,
    /// It redirects to what stands elsewhere.
    pub redirect: bool,
}

/// All addresses that a reader may have kept, in their order: of pages, of events in articles,
/// of feeds, and old ones. Not of files.
pub fn public(site: &Site, plan: &Plan) -> Vec<Public> {
    let mut list: Vec<Public> = Vec::with_capacity(plan.pages.len());
    for planned in &plan.pages {
        let (page, redirect) = match &planned.page {
            Page::Redirect(to) => match plan.find(to) {
                Some(there) => (&there.page, true),
                None => continue,
            },
            page => (page, false),
        };
        let Some((kind, id)) = identity(site, page) else {
            continue;
        };
        let address = written(Plan::address(&planned.route));
        if let (Page::Article(article), false) = (page, redirect) {
            let entries = anchors(site.article(*article)).into_iter();
            list.extend(entries.filter_map(|anchor| {
                let id = anchor.strip_prefix("entry-")?.to_owned();
                Some(Public {
                    address: format!("{address}#{anchor}"),
                    kind: AddressKind::Entry,
                    id,
                    redirect: false,
                })
            }));
        }
        list.push(Public {
            address,
            kind,
            id,
            redirect,
        });
    }
    list.sort_by(|a, b| a.address.cmp(&b.address));
    list.dedup_by(|a, b| a.address == b.address);
    list
}

/// A route's address as a line has it: without blanks, which part a line.
fn written(address: &str) -> String {
    let mut out = String::with_capacity(address.len() + 1);
    out.push('/');
    out.push_str(address);
    match out.contains(' ') {
        true => out.replace(' ', "%20"),
        false => out,
    }
}

fn identity(site: &Site, page: &Page) -> Option<(AddressKind, String)> {
    let term = |term: &TermRef| {
        let taxonomy = &site.config.taxonomies[term.taxonomy].id;
        format!("{taxonomy}/{}", site.term(*term).slug)
    };
    Some(match page {
        Page::Front => (AddressKind::List, "front".to_owned()),
        Page::Year(year) => (AddressKind::List, format!("{year:04}")),
        Page::Month(year, month) => (AddressKind::List, format!("{year:04}-{month:02}")),
        Page::Article(id) | Page::Expired(id) => {
            (AddressKind::Article, site.article(*id).id.clone())
        }
        Page::Static(n) => (AddressKind::Page, stem(&site.pages[*n].path).to_owned()),
        Page::Taxonomy(t) => (AddressKind::List, site.config.taxonomies[*t].id.clone()),
        Page::Term { term: at, .. } => (AddressKind::Term, term(at)),
        Page::Stories => (AddressKind::List, "stories".to_owned()),
        Page::Story(n) => (AddressKind::Story, site.storylines.stories[*n].id.clone()),
        Page::Expected => (AddressKind::List, "expected".to_owned()),
        Page::Corrections => (AddressKind::List, "corrections".to_owned()),
        Page::Explore => (AddressKind::List, "explore".to_owned()),
        Page::Days => (AddressKind::List, "on-this-day".to_owned()),
        Page::New => (AddressKind::List, "new".to_owned()),
        Page::SiteFeed => (AddressKind::Feed, "site".to_owned()),
        Page::TermFeed(at) => (AddressKind::Feed, term(at)),
        Page::CorrectionsFeed => (AddressKind::Feed, "corrections".to_owned()),
        // Lists that come and go with what happens are nobody's promise.
        _ => return None,
    })
}
