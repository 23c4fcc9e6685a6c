//! Addresses that change with `slugs` in `site.yaml`: recorded ones redirect, and a build stops
//! before others are lost.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt as _};

use super::{Ledger, Line, Lines, lost, recorded};
use crate::config::SiteConfig;
use crate::content::slug::slug;
use crate::diagnostic::{Diagnostic, thousands};
use crate::model::kept::plain;
use crate::model::site::Site;
use crate::plan::{AddressKind, Page, Plan, Planned};

/// Redirects recorded addresses that the site now has in other letters: those of articles, terms and
/// static pages, and of everything below them.
pub(super) fn keep(site: &Site, lines: &Lines<'_>, plan: &mut Plan) {
    let own = |line: &Line<'_>| !line.gone && line.kind != AddressKind::Entry;
    let lines = lines.list.iter().filter(|line| own(line));
    let lines = lines.filter_map(|line| Some((line.address.strip_prefix('/')?, line)));
    let lost: Vec<(&str, &Line<'_>)> = lines.filter(|(at, _)| plan.find(at).is_none()).collect();
    if lost.is_empty() {
        return;
    }
    let moved = lost.iter().filter_map(|(old, line)| {
        let new = moved(site, plan, old, line)?;
        (old.ends_with('/') && in_other_letters(old, &new)).then_some((*old, new))
    });
    let folders: HashMap<&str, String> = moved.collect();
    let latin = InLatin::of(plan);
    let redirects = lost.iter().filter_map(|(old, _)| {
        if lost::is_forwarded(site, old) {
            return None;
        }
        let mut above = old.rmatch_indices('/').map(|(at, _)| old.split_at(at + 1));
        let below =
            above.find_map(|(folder, rest)| Some(format!("{}{rest}", folders.get(folder)?)));
        let there = match below {
            Some(new) => plan.find(&new),
            None => latin.find(plan, old),
        }?;
        let page = match there.page {
            // Feed readers and calendars do not follow a page that redirects.
            Page::Feed(of, form) => Page::Feed(of, form),
            Page::TermCalendar(term) => Page::TermCalendar(term),
            _ => Page::Redirect(there.route.clone()),
        };
        Some(Planned {
            route: match old.is_empty() || old.ends_with('/') {
                true => format!("{old}index.html"),
                false => (*old).to_owned(),
            },
            page,
            edition: there.edition,
        })
    });
    let redirects: Vec<Planned> = redirects.collect();
    plan.pages.extend(redirects);
    plan.pages.sort_by(|a, b| a.route.cmp(&b.route));
    plan.pages.dedup_by(|a, b| a.route == b.route);
}

/// The address that the owner of a recorded one has now.
fn moved(site: &Site, plan: &Plan, old: &str, line: &Line<'_>) -> Option<String> {
    match line.kind {
        AddressKind::Article => {
            let article = site.article_by_id(line.id)?;
            Some(Plan::address(&plan.articles[article.0]).to_owned())
        }
        AddressKind::Term if old.trim_end_matches('/') == line.id => {
            let (folder, was) = line.id.rsplit_once('/')?;
            let taxonomy = folder.rsplit('/').next().unwrap_or(folder);
            let taxonomy = site.taxonomies.iter().find(|t| t.config.id == taxonomy)?;
            let label = line.note.map_or_else(|| plain(was), recorded::noted);
            let latin = slug(was);
            let same = || taxonomy.terms.iter().position(|t| slug(&t.slug) == latin);
            let term = taxonomy.find(&label).or_else(same)?;
            Some(format!("{folder}/{}/", taxonomy.terms[term].slug))
        }
        _ => None,
    }
}

/// Whether two addresses have the same number of parts, of which some are in Latin letters in one and
/// in others in the other.
fn in_other_letters(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.split('/'), other.split('/'));
    let mut differs = false;
    loop {
        match (one.next(), other.next()) {
            (Some(a), Some(b)) => differs |= a.is_ascii() != b.is_ascii(),
            (None, None) => return differs,
            _ => return false,
        }
    }
}

/// An address with each part in Latin letters.
fn in_latin(address: &str) -> String {
    let parts = address.split('/').map(|part| match part.is_ascii() {
        true => part.to_owned(),
        false => slug(part),
    });
    parts.collect::<Vec<_>>().join("/")
}

/// The pages whose addresses have letters of other scripts, by these addresses in Latin letters.
struct InLatin(HashMap<String, Option<usize>>);

impl InLatin {
    fn of(plan: &Plan) -> Self {
        let mut pages: HashMap<String, Option<usize>> = HashMap::new();
        for (n, planned) in plan.pages.iter().enumerate() {
            if !planned.route.is_ascii() && planned.page.redirect_target().is_none() {
                let same = pages.entry(in_latin(Plan::address(&planned.route)));
                same.and_modify(|page| *page = None).or_insert(Some(n));
            }
        }
        Self(pages)
    }

    /// The only page that has an address in other letters.
    fn find<'p>(&self, plan: &'p Plan, address: &str) -> Option<&'p Planned> {
        if address.is_ascii() {
            let page = self.0.get(address).copied()??;
            return Some(&plan.pages[page]);
        }
        let latin = in_latin(address);
        let page = plan.find(&latin);
        page.filter(|page| page.page.redirect_target().is_none())
    }
}

/// How many addresses the report of a build that stops names.
const MOST_NAMED: usize = 3;

/// Reports that pages of the published site have addresses in other letters now, and that nothing
/// redirects the old ones. `published` are the routes of its files.
pub fn changed<'p>(
    config: &SiteConfig,
    ledger: Option<&Ledger>,
    published: impl Iterator<Item = &'p str>,
    plan: &Plan,
) -> Option<Diagnostic> {
    let has = |route: &str| {
        let pages = &plan.pages;
        let at = pages.binary_search_by(|page| page.route.as_str().cmp(route));
        at.is_ok()
    };
    let old: Vec<&str> = published
        .filter(|route| route.ends_with("/index.html") && !has(route))
        .collect();
    if old.is_empty() {
        return None;
    }
    let lines = ledger.map(|ledger| Lines::read(&ledger.text));
    let is_gone = |address: &str| {
        let address = format!("/{address}");
        let line = lines.as_ref().and_then(|lines| lines.find(&address));
        line.is_some_and(|line| line.gone)
    };
    let latin = InLatin::of(plan);
    let old = old.into_iter().map(Plan::address);
    let changed: BTreeMap<&str, &str> = old
        .filter(|old| !is_gone(old))
        .filter_map(|old| Some((old, Plan::address(&latin.find(plan, old)?.route))))
        .collect();
    let named: Vec<String> = changed
        .iter()
        .take(MOST_NAMED)
        .map(|(old, new)| format!("`/{old}` would be `/{new}`"))
        .collect();
    let more = match changed.len() {
        0 => return None,
        n if n > MOST_NAMED => ", …",
        _ => "",
    };
    let (now, before) = (config.slugs.id(), config.slugs.other().id());
    let message = format!(
        "{} of the published site would be lost with `slugs: {now}`: {}{more}",
        match changed.len() {
            1 => "1 address".to_owned(),
            n => format!("{} addresses", thousands(n)),
        },
        named.join(", ")
    );
    let hint = format!(
        "to keep them, write `slugs: {before}`, run `dateline urls --accept`, and write `slugs: {now}` again: then they redirect; to lose them, run `dateline clean` first"
    );
    Some(
        Diagnostic::error("changed-slugs", message)
            .file("site.yaml")
            .hint(hint),
    )
}
