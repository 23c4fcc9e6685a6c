//! Every address that a site has now.

use super::Kind;
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
    pub kind: Kind,
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
                    kind: Kind::Entry,
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

fn identity(site: &Site, page: &Page) -> Option<(Kind, String)> {
    let term = |term: &TermRef| {
        let taxonomy = &site.config.taxonomies[term.taxonomy].id;
        format!("{taxonomy}/{}", site.term(*term).slug)
    };
    Some(match page {
        Page::Front => (Kind::List, "front".to_owned()),
        Page::Year(year) => (Kind::List, format!("{year:04}")),
        Page::Month(year, month) => (Kind::List, format!("{year:04}-{month:02}")),
        Page::Article(id) | Page::Expired(id) => (Kind::Article, site.article(*id).id.clone()),
        Page::Standing(n) => (Kind::Page, stem(&site.pages[*n].path).to_owned()),
        Page::Taxonomy(t) => (Kind::List, site.config.taxonomies[*t].id.clone()),
        Page::Term { term: at, .. } => (Kind::Term, term(at)),
        Page::Stories => (Kind::List, "stories".to_owned()),
        Page::Story(n) => (Kind::Story, site.storylines.stories[*n].id.clone()),
        Page::Expected => (Kind::List, "expected".to_owned()),
        Page::Corrections => (Kind::List, "corrections".to_owned()),
        Page::Explore => (Kind::List, "explore".to_owned()),
        Page::Days => (Kind::List, "on-this-day".to_owned()),
        Page::New => (Kind::List, "new".to_owned()),
        Page::SiteFeed => (Kind::Feed, "site".to_owned()),
        Page::TermFeed(at) => (Kind::Feed, term(at)),
        Page::CorrectionsFeed => (Kind::Feed, "corrections".to_owned()),
        // Lists that come and go with what happens are nobody's promise.
        _ => return None,
    })
}
