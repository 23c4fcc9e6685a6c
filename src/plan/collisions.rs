//! Two pages never share a path.

use std::collections::HashMap;

use super::{Claim, Page, Planned};
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::slug::fold;

/// Orders claims by route; a route that two want is a fault that names both. So is a file whose
/// name is another page's folder.
pub(super) fn settle(mut claims: Vec<Claim>, sink: &mut Sink) -> Vec<Planned> {
    claims.sort_by(|a, b| (&a.route, &a.who).cmp(&(&b.route, &b.who)));
    let mut by_path: HashMap<String, usize> = HashMap::with_capacity(claims.len());
    for (i, claim) in claims.iter().enumerate() {
        let key = fold(&claim.route);
        match by_path.get(&key) {
            Some(first) => sink.push(clash(&claims[*first], claim)),
            None => {
                by_path.insert(key, i);
            }
        }
    }
    for claim in &claims {
        let key = fold(&claim.route);
        for (at, _) in key.match_indices('/') {
            if let Some(other) = by_path.get(&key[..at]) {
                sink.push(clash(&claims[*other], claim));
            }
        }
    }
    claims
        .into_iter()
        .map(|c| Planned {
            route: c.route,
            page: c.page,
        })
        .collect()
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
        " (some file systems take the two for one)".to_owned()
    };
    let mut d = Diagnostic::error(
        "route-clash",
        format!(
            "{} and {} both want the address /{}{same}",
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
    d.cure("give one of them another `slug`, or another file name")
}
