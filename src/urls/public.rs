//! All current addresses of a site.

use crate::model::site::Site;
use crate::pages::{PageIdentity, kind};
use crate::plan::{AddressKind, Plan};

/// An address and the page that it resolves to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Public {
    /// Same form as [`Line::address`](super::Line::address).
    pub address: String,
    pub kind: AddressKind,
    pub id: String,
    /// Whether it redirects to a page at another address.
    pub redirect: bool,
}

/// Returns all addresses that a reader may have bookmarked, sorted: those of pages, of entries in
/// articles and of feeds, and aliases. Excludes files.
pub fn public(site: &Site, plan: &Plan) -> Vec<Public> {
    let mut list: Vec<Public> = Vec::with_capacity(plan.pages.len());
    for planned in &plan.pages {
        let (page, redirect) = match planned.page.redirect_target() {
            Some(to) => match plan.find(to) {
                Some(there) => (&there.page, true),
                None => continue,
            },
            None => (&planned.page, false),
        };
        let of = kind(page);
        let Some(PageIdentity { kind, id }) = (of.identity)(site, page) else {
            continue;
        };
        let address = written(Plan::address(&planned.route));
        if kind == AddressKind::Article && !redirect {
            let entries = (of.anchors)(site, page).into_iter().flatten();
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
