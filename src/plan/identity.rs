//! The pictures by which a site is known: logo, favicon, share picture.

use super::{Claim, Page, claim_route};
use crate::diagnostic::{Diagnostic, Sink};
use crate::load::Inventory;
use crate::model::site::Site;
use crate::parse::fields::{did_you_mean, nearest};

/// Names of favicons that a site may have without saying so.
const FAVICONS: [&str; 3] = ["favicon.svg", "favicon.png", "favicon.ico"];

/// The site's favicon; one is made where it has none.
pub(super) fn favicon(site: &Site, inventory: &Inventory, claims: &mut Vec<Claim>) -> String {
    if let Some(own) = &site.config.identity.favicon {
        return own.value.trim_start_matches('/').to_owned();
    }
    let there = |name: &&&str| inventory.statics.iter().any(|p| p == **name);
    if let Some(name) = FAVICONS.iter().find(there) {
        return (*name).to_owned();
    }
    claim_route(
        claims,
        FAVICONS[0],
        Page::Favicon,
        "the favicon that is made",
    );
    FAVICONS[0].to_owned()
}

/// Says which of those that `identity` names are not there.
pub(super) fn check(site: &Site, inventory: &Inventory, sink: &mut Sink) {
    let identity = &site.config.identity;
    let named = [&identity.logo, &identity.favicon, &identity.share_image];
    for file in named.into_iter().flatten() {
        let path = file.value.trim_start_matches('/');
        if inventory.statics.iter().any(|p| p == path) {
            continue;
        }
        let near = nearest(path, inventory.statics.iter().map(String::as_str));
        sink.push(
            Diagnostic::error("missing-picture", format!("there is no `static/{path}`"))
                .at(file.span, did_you_mean(near, "no such file"))
                .hint("put it into `static/`, and write its path from there"),
        );
    }
}
