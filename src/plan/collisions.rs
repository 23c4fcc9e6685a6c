//! Route collisions: two pages never share a path.

use std::borrow::Cow;

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};
use rayon::prelude::*;

use super::addresses::{numbered, recorded};
use super::{Claim, Page, Planned};
use crate::content::slug::fold;
use crate::diagnostic::{Diagnostic, Sink};

/// Sorts claims by route. Reports a route with two claims, naming both, and a file whose name is
/// another page's folder.
///
/// `lenient`: a file that claims the route of a page is left out, with a lenient error. `clean`: the
/// claims are sorted, and none clashes, as [`moves`] has found.
pub fn resolve(
    mut claims: Vec<Claim>,
    lenient: bool,
    clean: bool,
    words: &Words<'_>,
    sink: &mut Sink,
) -> Vec<Planned> {
    let lost = if clean {
        Vec::new()
    } else {
        sort(&mut claims, words);
        lost(&claims, lenient, words, sink)
    };
    let all = claims.len();
    let kept = claims.into_iter().enumerate();
    let kept = kept.filter(|(i, _)| lost.binary_search(i).is_err());
    // Allocate anew: collecting in place would keep the larger allocation of the claims.
    let mut planned = Vec::with_capacity(all - lost.len());
    planned.extend(kept.map(|(_, claim)| Planned {
        route: claim.route,
        page: claim.page,
        edition: claim.edition,
    }));
    planned
}

/// Names who claims a route: [`Claimant::words`](super::Claimant::words).
pub type Words<'a> = dyn Fn(&Claim) -> String + 'a;

/// Sorts by route, and claims of one route by who claims it.
fn sort(claims: &mut [Claim], words: &Words<'_>) {
    claims.par_sort_by(|a, b| a.route.cmp(&b.route));
    for clash in claims.chunk_by_mut(|a, b| a.route == b.route) {
        if clash.len() > 1 {
            clash.sort_by_cached_key(words);
        }
    }
}

/// An article or a static page whose route another page has, and a route that nothing has.
#[derive(Debug)]
pub struct Move {
    pub page: Page,
    pub route: String,
}

/// Finds another route for each article and static page that claims the route of another page. Of
/// two such pages, the one whose address is `kept` stays, else the static page. Sorts the claims,
/// and returns as well whether no claim clashes with another.
pub fn moves(
    claims: &mut [Claim],
    kept: impl Fn(&Claim) -> bool,
    words: &Words<'_>,
    sink: &mut Sink,
) -> (Vec<Move>, bool) {
    sort(claims, words);
    let keys: Vec<Cow<'_, str>> = claims.par_iter().map(|c| fold(&c.route)).collect();
    let mut by_path: HashMap<&str, usize> = HashMap::with_capacity(claims.len());
    let mut clashing: Vec<(usize, usize)> = Vec::new();
    for (i, key) in keys.iter().enumerate() {
        match by_path.get(key.as_ref()) {
            Some(first) => clashing.push((*first, i)),
            None => {
                by_path.insert(key, i);
            }
        }
    }
    let folders = keys.iter().enumerate().flat_map(|(i, key)| {
        let folders = key.match_indices('/').map(|(at, _)| &key[..at]);
        folders
            .filter_map(|folder| by_path.get(folder))
            .map(move |other| (*other, i))
            .collect::<Vec<_>>()
    });
    let folders: Vec<(usize, usize)> = folders.collect();
    clashing.extend(folders);
    if clashing.is_empty() {
        return (Vec::new(), true);
    }
    // Redirects and files give way by themselves.
    clashing.retain(|(a, b)| ![a, b].iter().any(|i| gives_way(&claims[**i], true)));
    let mut taken: HashSet<String> = HashSet::new();
    let mut moved: HashSet<usize> = HashSet::new();
    let mut moves: Vec<Move> = Vec::new();
    for (first, second) in clashing {
        let rank = |i: usize| match &claims[i].page {
            Page::Article(_) | Page::Expired(_) => Some((kept(&claims[i]), 0)),
            Page::Static(_) => Some((kept(&claims[i]), 1)),
            _ => None,
        };
        let weaker = match (rank(first), rank(second)) {
            (Some(a), Some(b)) if a < b => first,
            (_, Some(_)) => second,
            (Some(_), None) => first,
            (None, None) => continue,
        };
        if moved.contains(&weaker) {
            continue;
        }
        let is_free = |route: &String| {
            let key = fold(route);
            !by_path.contains_key(key.as_ref()) && !taken.contains(key.as_ref())
        };
        let Some(route) = numbered(&claims[weaker].route).take(1000).find(is_free) else {
            continue;
        };
        let stronger = if weaker == first { second } else { first };
        let (weak, strong) = (&claims[weaker], &claims[stronger]);
        sink.push(told_apart(weak, strong, &route, words));
        taken.insert(fold(&route).into_owned());
        let page = claims[weaker].page.clone();
        moved.insert(weaker);
        moves.push(Move { page, route });
    }
    (moves, false)
}

fn told_apart(weaker: &Claim, stronger: &Claim, route: &str, words: &Words<'_>) -> Diagnostic {
    let d = clash(stronger, weaker, true, words).lenient_warning();
    let instead = format!("this one is at {} instead", recorded(route));
    match weaker.span {
        Some(span) => d.at(span, instead),
        None => d,
    }
}

/// Whether a page gives its route to any other: a redirect, and a file of a lenient site.
fn gives_way(claim: &Claim, lenient: bool) -> bool {
    is_redirect(claim) || (lenient && claim.page.copied_file().is_some())
}

/// Reports the collisions. Returns the sorted indices of redirects, and of files if the site is
/// `lenient`, whose route belongs to another page: these are dropped.
fn lost(claims: &[Claim], lenient: bool, words: &Words<'_>, sink: &mut Sink) -> Vec<usize> {
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
        faults.push(clash(&claims[first], claim, lenient, words));
        let weak: [fn(&Claim) -> bool; 2] = [is_redirect, |claim| gives_way(claim, true)];
        let weak = weak.into_iter().take(1 + usize::from(lenient));
        let loser = weak
            .flat_map(|weak| [(i, weak(claim)), (first, weak(&claims[first]))])
            .find(|(_, gives_way)| *gives_way);
        match loser {
            Some((loser, _)) if loser == first => {
                lost.push(first);
                by_path.insert(key, i);
            }
            Some(_) => lost.push(i),
            None => {}
        }
    }
    let files_as_folders = keys.par_iter().enumerate().flat_map_iter(|(i, key)| {
        let folders = key.match_indices('/').map(|(at, _)| &key[..at]);
        let files = folders.filter_map(|folder| by_path.get(folder));
        files.map(move |other| (i, *other)).collect::<Vec<_>>()
    });
    for (i, other) in files_as_folders.collect::<Vec<_>>() {
        faults.push(clash(&claims[other], &claims[i], lenient, words));
        let both = [i, other];
        let redirect = both.iter().find(|i| is_redirect(&claims[**i]));
        let weak = || both.iter().find(|i| gives_way(&claims[**i], lenient));
        lost.extend(redirect.or_else(weak).copied());
    }
    sink.extend(faults.of_file("content"));
    lost.sort_unstable();
    lost.dedup();
    lost
}

fn is_redirect(claim: &Claim) -> bool {
    claim.page.redirect_target().is_some()
}

fn clash(first: &Claim, second: &Claim, lenient: bool, words: &Words<'_>) -> Diagnostic {
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
            words(first),
            words(second),
            at.route
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
    match gives_way(first, lenient) || gives_way(second, lenient) {
        true => d.lenient_warning(),
        false => d,
    }
}
