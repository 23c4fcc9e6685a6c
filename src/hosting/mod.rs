//! What hosts are told: headers and redirects, each in the host's own words.
//!
//! Files are written for the hosts that `hosting.hosts` lists, and for no other: `_headers` and
//! `_redirects` (Netlify, Cloudflare Pages), `_nginx.conf`, `_Caddyfile`, `.nojekyll` (GitHub
//! Pages, which knows neither headers nor redirects; there, redirects are pages).

mod limits;
mod policy;
mod servers;

use crate::config::{Host, SiteConfig};
use crate::percent;
use crate::plan::{Page, Plan};

pub use limits::check;
pub use policy::{Loaded, headers, loaded, loaded_anyway};

/// What the fingerprinted files are served with.
pub const FOREVER: &str = "public, max-age=31536000, immutable";

/// A file for a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostFile {
    Headers,
    Redirects,
    Nginx,
    Caddy,
    /// Keeps GitHub Pages from running Jekyll over the site.
    NoJekyll,
}

impl HostFile {
    pub fn route(self) -> &'static str {
        match self {
            HostFile::Headers => "_headers",
            HostFile::Redirects => "_redirects",
            HostFile::Nginx => "_nginx.conf",
            HostFile::Caddy => "_Caddyfile",
            HostFile::NoJekyll => ".nojekyll",
        }
    }

    /// Those that a site wants, each once.
    pub fn wanted(config: &SiteConfig) -> Vec<HostFile> {
        let mut wanted = Vec::new();
        for host in &config.hosting.hosts {
            let files: &[HostFile] = match host {
                Host::Netlify | Host::Cloudflare => &[HostFile::Headers, HostFile::Redirects],
                Host::GithubPages => &[HostFile::NoJekyll],
                Host::Nginx => &[HostFile::Nginx],
                Host::Caddy => &[HostFile::Caddy],
            };
            for file in files {
                if !wanted.contains(file) {
                    wanted.push(*file);
                }
            }
        }
        wanted
    }

    /// Its text.
    pub fn text(self, config: &SiteConfig, plan: &Plan, loaded: &Loaded) -> String {
        match self {
            HostFile::Headers => headers_file(config, loaded),
            HostFile::Redirects => redirects_file(config, plan),
            HostFile::Nginx => servers::nginx(config, plan, loaded),
            HostFile::Caddy => servers::caddy(config, plan, loaded),
            HostFile::NoJekyll => String::new(),
        }
    }
}

/// A redirect; `from` may end in `*`, whose part `to` may have as `:splat`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Redirect {
    from: String,
    to: String,
    status: u16,
    /// A page that redirects stands at the same address.
    page: bool,
}

impl Redirect {
    /// Whether `from` stands for many addresses.
    fn is_pattern(&self) -> bool {
        is_pattern(&self.from)
    }
}

/// Whether a path of `hosting.redirects` stands for many.
pub fn is_pattern(path: &str) -> bool {
    path.contains('*') || path.contains("/:")
}

/// The owner's first, in their order: the first match wins. Then old addresses, by route.
fn redirects(config: &SiteConfig, plan: &Plan) -> Vec<Redirect> {
    let own = config.hosting.redirects.iter().map(|rule| Redirect {
        from: percent::server_file(&rooted(config, &rule.from)),
        to: percent::server_file(&rooted(config, &rule.to)),
        status: rule.status,
        page: pages_redirect(config) && !is_pattern(&rule.from),
    });
    let old = plan.pages.iter().filter_map(|planned| match &planned.page {
        Page::Redirect(to) => Some(Redirect {
            from: percent::server_file(&config.href(Plan::address(&planned.route))),
            to: percent::server_file(&config.href(Plan::address(to))),
            status: 301,
            page: true,
        }),
        _ => None,
    });
    own.chain(old).collect()
}

/// Whether the owner's redirects are pages too: where no host that the site names can redirect.
pub fn pages_redirect(config: &SiteConfig) -> bool {
    let hosts = &config.hosting.hosts;
    hosts.is_empty() || hosts.contains(&Host::GithubPages)
}

/// A path of this site with the site's path before it; an address elsewhere as it is.
fn rooted(config: &SiteConfig, path: &str) -> String {
    match path.strip_prefix('/') {
        Some(rest) if !rest.starts_with('/') => config.href(rest),
        _ => path.to_owned(),
    }
}

fn headers_file(config: &SiteConfig, loaded: &Loaded) -> String {
    let base = &config.base;
    let mut out = format!("{base}*\n");
    for (name, value) in headers(config, loaded) {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    // Both hosts let browsers ask again for every page; only what never changes is kept.
    out.push_str(&format!("\n{base}assets/*\n  Cache-Control: {FOREVER}\n"));
    out
}

fn redirects_file(config: &SiteConfig, plan: &Plan) -> String {
    // Netlify serves a file before it redirects, unless told with `!`, which Cloudflare does not
    // know: there redirects come first.
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
