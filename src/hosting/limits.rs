//! Limits of the listed hosts.

use super::{Loaded, headers, redirects};
use crate::config::{Host, SiteConfig};
use crate::diagnostic::{Diagnostic, Sink};
use crate::plan::Plan;

// Cloudflare Pages, "Limits", "Headers" and "Redirects". Of its 100 header rules, three are used.
const LINE: usize = 2000;
const REDIRECT: usize = 1000;
const STATIC: usize = 2000;
const DYNAMIC: usize = 100;
const FILES: usize = 20_000;

/// Reports what Cloudflare Pages would cut or refuse, if the site lists that host.
pub fn check(config: &SiteConfig, plan: &Plan, loaded: &Loaded, sink: &mut Sink) {
    if !config.hosting.hosts.contains(&Host::Cloudflare) {
        return;
    }
    let mut said = |message: String, hint: &str| {
        sink.push(
            Diagnostic::warning("host-limit", message)
                .file("site.yaml")
                .hint(hint),
        );
    };
    for (name, value) in headers(config, loaded) {
        let length = name.len() + 2 + value.len();
        if length > LINE {
            said(
                format!(
                    "the header {name} has {length} characters; Cloudflare Pages allows {LINE}"
                ),
                "load pictures from fewer hosts: put copies next to the articles",
            );
        }
    }
    let all = redirects(config, plan);
    let many = all.iter().filter(|r| r.is_pattern()).count();
    if many > DYNAMIC {
        said(
            format!("{many} redirects have a * or :name; Cloudflare Pages allows {DYNAMIC}"),
            "combine them into fewer, broader redirects",
        );
    }
    if all.len() - many > STATIC {
        said(
            format!(
                "there are {} redirects; Cloudflare Pages allows {STATIC}",
                all.len() - many
            ),
            "replace several with one that has a *; those over the limit still work, as redirect pages",
        );
    }
    if let Some(long) = all
        .iter()
        .find(|r| r.from.len() + r.to.len() + 5 > REDIRECT)
    {
        said(
            format!(
                "the redirect from {} has more than {REDIRECT} characters, which Cloudflare Pages does not allow",
                long.from
            ),
            "shorten it",
        );
    }
    let files = plan.pages.len();
    if files > FILES {
        said(
            format!(
                "the site has {files} files; Cloudflare Pages allows {FILES} on the free plan, 100,000 on a paid one"
            ),
            "choose a paid plan, or another host",
        );
    }
}
