//! Headers and redirects for hosts, in each host's own format.
//!
//! Files are written only for the hosts in `hosting.hosts`: `_headers` and `_redirects` (Netlify,
//! Cloudflare Pages), `_nginx.conf`, `_Caddyfile`, `.nojekyll` (GitHub Pages, which supports
//! neither headers nor redirects; there, redirects are pages).
//!
//! What a redirect repeats of the address that a browser asked for comes from whoever made the link. It
//! never decides the host, the scheme or a header: `sent` has how nginx and Caddy are told,
//! `redirect_file` how Netlify and Cloudflare are.

mod caddy;
mod limits;
mod nginx;
mod policy;
mod redirect_file;
mod redirects;
mod sent;

use crate::config::{AddressPart, Host, SiteConfig};
use crate::percent;
use crate::plan::{Page, Plan};

pub use caddy::caddy;
pub use limits::{check, robots_elsewhere};
pub use nginx::nginx;
pub use policy::{DRAWING_POLICY, Loaded, embed_policy, headers, loaded, loaded_anyway};
pub use redirect_file::redirects_file;
use redirects::Redirect;

/// `Cache-Control` of fingerprinted files.
pub const FOREVER: &str = "public, max-age=31536000, immutable";

/// Files for the server, which readers can't request.
const OURS: &str = r"/_(headers|redirects|nginx\.conf|Caddyfile)$";

/// Whether the owner's redirects are pages too, because no host that the site names can redirect.
pub fn pages_redirect(config: &SiteConfig) -> bool {
    let hosts = &config.hosting.hosts;
    hosts.is_empty() || hosts.contains(&Host::GithubPages)
}

/// Returns the `_headers` file of Netlify and Cloudflare Pages.
pub fn headers_file(config: &SiteConfig, plan: &Plan, loaded: &Loaded) -> String {
    let base = &config.base;
    let mut out = format!("{base}*\n");
    for (name, value) in headers(config, loaded) {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    let of_drawings = ("*.svg".to_owned(), DRAWING_POLICY.to_owned());
    let of_embeds =
        embed_policy(config, loaded).map(|policy| (format!("{}*", Plan::EMBEDS), policy));
    for (path, policy) in [of_drawings].into_iter().chain(of_embeds) {
        out.push_str(&format!("\n{base}{path}\n"));
        // Netlify takes the last of several values. Cloudflare joins them: a browser then obeys both
        // policies, unless the first is taken back, which Netlify does not understand.
        let hosts = &config.hosting.hosts;
        if hosts.contains(&Host::Cloudflare) && !hosts.contains(&Host::Netlify) {
            out.push_str("  ! Content-Security-Policy\n");
        }
        out.push_str(&format!("  Content-Security-Policy: {policy}\n"));
    }
    // Both hosts make browsers revalidate every page; only immutable files are cached.
    for route in fingerprinted(plan) {
        out.push_str(&format!("\n{base}{route}\n  Cache-Control: {FOREVER}\n"));
    }
    out
}

/// The style sheets and the scripts, whose names change with their contents: each by its name, since
/// articles and static/ may have files in `assets/` too.
fn fingerprinted(plan: &Plan) -> impl Iterator<Item = &str> {
    let named = plan.pages.iter().filter(|page| {
        let is_ours = !matches!(page.page, Page::File(_)) && page.route.starts_with("assets/");
        matches!(page.page, Page::CustomCss)
            || is_ours && (page.route.ends_with(".css") || page.route.ends_with(".js"))
    });
    named.map(|page| page.route.as_str())
}

/// The folder of a site below a path, without outer slashes: `news`. `None` at the root of a domain.
fn folder(config: &SiteConfig) -> Option<&str> {
    Some(config.base.trim_matches('/')).filter(|folder| !folder.is_empty())
}

/// Escapes a text for double quotes, in nginx's and Caddy's syntax.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

fn indented(lines: &str, by: &str) -> String {
    let lines = lines.lines();
    lines.fold(String::new(), |out, line| format!("{out}{by}{line}\n"))
}

/// Whether a header says how long a file may be cached.
fn is_caching(name: &str) -> bool {
    name.eq_ignore_ascii_case("cache-control")
}

/// The target for a server's file, with the query of the request unless it has its own. `query` is how
/// the server writes the query, `group` what a part of `from` has matched, by its number from 1.
fn with_query(redirect: &Redirect<'_>, query: &str, group: impl Fn(usize) -> String) -> String {
    let parts = redirect.from.iter();
    let groups: Vec<&AddressPart> = parts
        .filter(|part| !matches!(part, AddressPart::Text(_)))
        .collect();
    let number = |part: &AddressPart| groups.iter().position(|g| *g == part).map_or(0, |n| n + 1);
    let mut has_query = false;
    let mut out = String::new();
    for part in &redirect.to {
        let AddressPart::Text(text) = part else {
            out.push_str(&group(number(part)));
            continue;
        };
        has_query |= text.contains('?');
        match text.split_once('#') {
            Some((before, fragment)) if !has_query => {
                has_query = true;
                out.push_str(&percent::server_file(before));
                out.push_str(query);
                out.push_str(&percent::server_file(&format!("#{fragment}")));
            }
            _ => out.push_str(&percent::server_file(text)),
        }
    }
    if !has_query {
        out.push_str(query);
    }
    out
}
