//! The redirects of a site, in the order in which hosts read them.

use foldhash::{HashSet, HashSetExt as _};

use super::pages_redirect;
use super::sent::decoded;
use crate::config::{AddressPart, RedirectRule, SiteConfig};
use crate::plan::Plan;

/// A redirect, with the path of the site in both addresses.
#[derive(Debug, Clone)]
pub(super) struct Redirect<'s> {
    pub(super) from: Vec<AddressPart>,
    pub(super) to: Vec<AddressPart>,
    pub(super) status: u16,
    /// Whether a page at the same address redirects too.
    pub(super) page: bool,
    /// The owner's rule; `None` for an old address.
    pub(super) rule: Option<&'s RedirectRule>,
}

/// Returns the redirects without patterns, then those with. Of two from one address, the first
/// counts: the owner's stand before old addresses, which still work as pages where a host takes no more.
pub(super) fn redirects<'s>(config: &'s SiteConfig, plan: &Plan) -> Vec<Redirect<'s>> {
    let own = config.hosting.redirects.iter().map(|rule| Redirect {
        from: rooted(config, rule.pattern()),
        to: rooted(config, without_index(rule.target())),
        status: rule.status,
        page: pages_redirect(config) && !rule.is_pattern(),
        rule: Some(rule),
    });
    let (patterns, plain): (Vec<_>, Vec<_>) = own.partition(Redirect::is_pattern);
    let old = plan.pages.iter().filter_map(|planned| {
        let to = planned.page.redirect_target()?;
        let text = |route| vec![AddressPart::Text(config.href(Plan::address(route)))];
        Some(Redirect {
            from: text(planned.route.as_str()),
            to: text(to),
            status: 301,
            page: true,
            rule: None,
        })
    });
    let mut seen: HashSet<Vec<u8>> = HashSet::new();
    let mut all: Vec<Redirect<'_>> = plain.into_iter().chain(old).collect();
    all.retain(|redirect| seen.insert(decoded(redirect.plain_from())));
    all.extend(patterns);
    all
}

impl Redirect<'_> {
    /// Whether `from` matches many addresses.
    pub(super) fn is_pattern(&self) -> bool {
        !matches!(self.from.as_slice(), [AddressPart::Text(_)])
    }

    /// The address that it matches, if it is no pattern; else the start of those that it matches.
    pub(super) fn plain_from(&self) -> &str {
        first_text(&self.from)
    }

    /// How many times the target repeats what was matched.
    pub(super) fn repeats(&self) -> usize {
        let text = |part: &&AddressPart| !matches!(part, AddressPart::Text(_));
        self.to.iter().filter(text).count()
    }

    /// The part of `from` that the target has right after its first slash, where two slashes would
    /// make it the address of another site. `host` is the beginning of addresses that are this site's.
    pub(super) fn at_root(&self, host: &str) -> Option<&AddressPart> {
        match self.to.as_slice() {
            [AddressPart::Text(text), part, ..] if text.strip_prefix(host) == Some("/") => {
                Some(part)
            }
            _ => None,
        }
    }

    /// Whether something stands after the first part that the target repeats.
    pub(super) fn goes_on(&self) -> bool {
        self.to.len() > 2
    }

    /// As `from` and `to` are written in `site.yaml`, for comments and messages.
    pub(super) fn written(&self) -> String {
        match self.rule {
            Some(rule) => format!("{} to {}", rule.from.value, rule.to),
            None => format!("{} to {}", first_text(&self.from), first_text(&self.to)),
        }
    }
}

pub(super) fn first_text(parts: &[AddressPart]) -> &str {
    match parts.first() {
        Some(AddressPart::Text(text)) => text,
        _ => "",
    }
}

/// Prefixes a path of this site with the site's base path; returns other addresses unchanged.
fn rooted(config: &SiteConfig, mut parts: Vec<AddressPart>) -> Vec<AddressPart> {
    if let Some(AddressPart::Text(text)) = parts.first_mut()
        && let Some(path) = text.strip_prefix('/')
    {
        *text = config.href(path);
    }
    parts
}

/// The folder in place of its `index.html`: Cloudflare takes a redirect to the file for an endless one.
fn without_index(mut parts: Vec<AddressPart>) -> Vec<AddressPart> {
    let own = first_text(&parts).starts_with('/');
    if own && let Some(AddressPart::Text(text)) = parts.last_mut() {
        let kept = Plan::address(text).len();
        text.truncate(kept);
    }
    parts
}
