//! Files that hosts read: headers, redirects, server configurations.

use super::{FILE, Kind, Output};
use crate::config::{Host, SiteConfig};
use crate::hosting;
use crate::plan::{HostFile, Page, Planned};
use crate::view::context::ViewContext;
use crate::view::deps::Deps;

pub(super) const HOST_FILE: Kind = Kind {
    name: "host-file",
    output: Output::Bytes(deps),
    claim: |planner| {
        for file in wanted(&planner.site.config) {
            planner.claim(route(file), Page::Host(file), "a host configuration file");
        }
    },
    describe: |_, _| "a configuration file for the host".to_owned(),
    ..FILE
};

fn deps(ctx: &ViewContext<'_>, planned: &Planned) -> Deps {
    let Page::Host(file) = planned.page else {
        planned.page.is_not("a file for a host")
    };
    let (config, plan) = (&ctx.site.config, ctx.plan);
    let loaded = &ctx.cache.inputs().loaded;
    Deps::Text(match file {
        HostFile::Headers => hosting::headers_file(config, plan, loaded),
        HostFile::Redirects => hosting::redirects_file(config, plan),
        HostFile::Nginx => hosting::nginx(config, plan, loaded),
        HostFile::Caddy => hosting::caddy(config, plan, loaded),
        HostFile::NoJekyll => String::new(),
    })
}

fn route(file: HostFile) -> &'static str {
    match file {
        HostFile::Headers => "_headers",
        HostFile::Redirects => "_redirects",
        HostFile::Nginx => "_nginx.conf",
        HostFile::Caddy => "_Caddyfile",
        HostFile::NoJekyll => ".nojekyll",
    }
}

/// The files that a site's hosts need, without duplicates.
fn wanted(config: &SiteConfig) -> Vec<HostFile> {
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
