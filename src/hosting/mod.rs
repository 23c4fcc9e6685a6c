//! Headers and redirects for hosts, in each host's own format.
//!
//! Files are written only for the hosts in `hosting.hosts`: `_headers` and `_redirects` (Netlify,
//! Cloudflare Pages), `_nginx.conf`, `_Caddyfile`, `.nojekyll` (GitHub Pages, which supports
//! neither headers nor redirects; there, redirects are pages).

mod limits;
mod policy;
mod servers;

use crate::config::{Host, SiteConfig};
use crate::percent;
use crate::plan::Plan;

pub use limits::check;
pub use policy::{DRAWING_POLICY, Loaded, headers, loaded, loaded_anyway};
pub use servers::{caddy, nginx};

/// `Cache-Control` of fingerprinted files.
pub const FOREVER: &str = "public, max-age=31536000, immutable";

/// A redirect; `from` may end in `*`, and `to` may contain the matched part as `:splat`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Redirect {
    from: String,
    to: String,
    status: u16,
    /// Whether a page at the same address redirects too.
    page: bool,
}

impl Redirect {
    /// Whether `from` matches many addresses.
    fn is_pattern(&self) -> bool {
        is_pattern(&self.from)
    }
}

/// Whether a path of `hosting.redirects` matches many addresses.
pub fn is_pattern(path: &str) -> bool {
    path.contains('*') || path.contains("/:")
}

/// Returns the redirects: first the owner's, in their order, because the first match wins; then old
/// addresses, by route.
fn redirects(config: &SiteConfig, plan: &Plan) -> Vec<Redirect> {
    let own = config.hosting.redirects.iter().map(|rule| Redirect {
        from: percent::server_file(&rooted(config, &rule.from)),
        to: percent::server_file(&rooted(config, &rule.to)),
        status: rule.status,
        page: pages_redirect(config) && !is_pattern(&rule.from),
    });
    let old = plan.pages.iter().filter_map(|planned| {
        let to = planned.page.redirect_target()?;
        Some(Redirect {
            from: percent::server_file(&config.href(Plan::address(&planned.route))),
            to: percent::server_file(&config.href(Plan::address(to))),
            status: 301,
            page: true,
        })
    });
    own.chain(old).collect()
}

/// Whether the owner's redirects are pages too, because no host that the site names can redirect.
pub fn pages_redirect(config: &SiteConfig) -> bool {
    let hosts = &config.hosting.hosts;
    hosts.is_empty() || hosts.contains(&Host::GithubPages)
}

/// Prefixes a path of this site with the site's base path; returns other addresses unchanged.
fn rooted(config: &SiteConfig, path: &str) -> String {
    match path.strip_prefix('/') {
        Some(rest) if !rest.starts_with('/') => config.href(rest),
        _ => path.to_owned(),
    }
}

/// Returns the `_headers` file of Netlify and Cloudflare Pages.
pub fn headers_file(config: &SiteConfig, loaded: &Loaded) -> String {
    let base = &config.base;
    let mut out = format!("{base}*\n");
    for (name, value) in headers(config, loaded) {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    out.push_str(&format!("\n{base}*.svg\n"));
    // Netlify takes the last of several values. Cloudflare joins them: a browser then obeys both
    // policies, unless the first is taken back, which Netlify does not understand.
    let hosts = &config.hosting.hosts;
    if hosts.contains(&Host::Cloudflare) && !hosts.contains(&Host::Netlify) {
        out.push_str("  ! Content-Security-Policy\n");
    }
    out.push_str(&format!("  Content-Security-Policy: {DRAWING_POLICY}\n"));
    // Both hosts make browsers revalidate every page; only immutable files are cached.
    out.push_str(&format!("\n{base}assets/*\n  Cache-Control: {FOREVER}\n"));
    out
}

/// Returns the `_redirects` file of Netlify and Cloudflare Pages.
pub fn redirects_file(config: &SiteConfig, plan: &Plan) -> String {
    // Netlify prefers a file to a redirect, unless the rule ends in `!`, which Cloudflare does not
    // support: its redirects always come first.
    let force = !config.hosting.hosts.contains(&Host::Cloudflare);
    let mut out = String::new();
    for redirect in redirects(config, plan) {
        let force = if force && redirect.page { "!" } else { "" };
        let Redirect {
            from, to, status, ..
        } = redirect;
        out.push_str(&format!("{from} {to} {status}{force}\n"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_stands_for_many() {
        assert!(is_pattern("/old/*") && is_pattern("/old/:slug/"));
        assert!(!is_pattern("/old/12:30/"));
    }
}
