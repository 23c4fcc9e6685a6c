//! Route collisions: two pages never share a path.

use std::borrow::Cow;
use std::collections::HashMap;

use rayon::prelude::*;

use super::{Claim, Page, Planned};
use crate::content::slug::fold;
use crate::diagnostic::{Diagnostic, Sink};

/// Sorts claims by route. Reports a route with two claims, naming both, and a file whose name is
/// another page's folder.
pub fn resolve(mut claims: Vec<Claim>, sink: &mut Sink) -> Vec<Planned> {
    claims.par_sort_by(|a, b| (&a.route, &a.who).cmp(&(&b.route, &b.who)));
    let lost = lost(&claims, sink);
    let all = claims.len();
    let kept = claims.into_iter().enumerate();
    let kept = kept.filter(|(i, _)| lost.binary_search(i).is_err());
    // Allocate anew: collecting in place would keep the larger allocation of the claims.
    let mut planned = Vec::with_capacity(all - lost.len());
    planned.extend(kept.map(|(_, claim)| Planned {
        route: claim.route,
        page: claim.page,
    }));
    planned
}

/// Reports the collisions. Returns the sorted indices of redirects whose route belongs to another
/// page: these are dropped.
fn lost(claims: &[Claim], sink: &mut Sink) -> Vec<usize> {
    let keys: Vec<Cow<'_, str>> = claims.par_iter().map(|c| fold(&c.route)).collect();
    let mut by_path: HashMap<&str, usize> = HashMap::with_capacity(claims.len());
    let mut lost: Vec<usize> = Vec::new();
    let mut faults = Sink::default();
    for (i, (claim, key)) in claims.iter().zip(&keys).enumerate() {
        let key = key.as_ref();
        let Some(first) = by_path.get(key).copied() else {
            by_path.insert(key, i);
            continue;
        };
        faults.push(clash(&claims[first], claim));
        if is_redirect(claim) {
            lost.push(i);
        } else if is_redirect(&claims[first]) {
            lost.push(first);
            by_path.insert(key, i);
        }
    }
    let files_as_folders = keys.par_iter().enumerate().flat_map_iter(|(i, key)| {
        let folders = key.match_indices('/').map(|(at, _)| &key[..at]);
        let files = folders.filter_map(|folder| by_path.get(folder));
        files.map(move |other| (i, *other)).collect::<Vec<_>>()
    });
    for (i, other) in files_as_folders.collect::<Vec<_>>() {
        faults.push(clash(&claims[other], &claims[i]));
        let redirects = [(i, &claims[i]), (other, &claims[other])];
        lost.extend(redirects.iter().find(|r| is_redirect(r.1)).map(|r| r.0));
    }
    sink.extend(faults.of_file("content"));
    lost.sort_unstable();
    lost
}

fn is_redirect(claim: &Claim) -> bool {
    claim.page.redirect_target().is_some()
}

fn clash(first: &Claim, second: &Claim) -> Diagnostic {
    // Point at the one that an editor can change.
    let (at, other) = if second.span.is_some() {
        (second, first)
    } else {
        (first, second)
    };
    let same = if first.route == second.route {
        String::new()
    } else {
        " (some file systems treat the two as the same)".to_owned()
    };
    let mut d = Diagnostic::error(
        "route-clash",
        format!(
            "{} and {} both claim the address /{}{same}",
            first.who, second.who, at.route
        ),
    );
    match (at.span, &at.page) {
        (Some(span), _) => d = d.at(span, "this one"),
        (None, Page::File(path)) => d = d.file(path),
        (None, _) => {}
    }
    if let Some(span) = other.span {
        d = d.related(span, "and this one");
    }
    let d = d.hint("give one of them a different `slug` or file name");
    match is_redirect(first) || is_redirect(second) {
        true => d.lenient_warning(),
        false => d,
    }
}
