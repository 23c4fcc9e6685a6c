//! Writes where the addresses in trusted raw HTML lead. All else stays as it is.

use super::body::attribute;
use crate::parse::raw_addresses::find;
use crate::percent;
use crate::view::deps::BodyRef;

/// Returns a piece of raw HTML with the addresses of pages and files of the site.
pub fn changed(html: &str, body: &BodyRef) -> String {
    let mut out = String::with_capacity(html.len());
    let mut done = 0;
    for found in find(html, body.site_path()) {
        let known = match found.is_picture {
            true => body.raw.pictures.get(&found.address),
            false => body.raw.links.get(&found.address),
        };
        // What leads nowhere stays as it was written.
        let Some(Some(leads)) = known else { continue };
        out.push_str(&html[done..found.range.start]);
        out.push_str(&attribute(&percent::attribute(leads)));
        done = found.range.end;
    }
    out.push_str(&html[done..]);
    out
}
