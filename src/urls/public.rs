//! Every address that a site has now.

use crate::model::site::Site;
use crate::pages::{Identity, kind};
use crate::plan::{AddressKind, Plan};

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
        let (page, redirect) = match planned.page.redirect_target() {
            Some(to) => match plan.find(to) {
                Some(there) => (&there.page, true),
                None => continue,
            },
            None => (&planned.page, false),
        };
        let of = kind(page);
        let Some(Identity { kind, id }) = (of.identity)(site, page) else {
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
