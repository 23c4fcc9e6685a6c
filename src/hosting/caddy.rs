//! A configuration file for Caddy.

use std::fmt::Write;

use super::redirects::{Redirect, redirects};
use super::sent::sent_pattern;
use super::{
    DRAWING_POLICY, FOREVER, Loaded, OURS, embed_policy, fingerprinted, folder, headers, indented,
    is_caching, quoted, with_query,
};
use crate::config::SiteConfig;
use crate::plan::Plan;

/// The placeholder of the query with its question mark.
const QUERY: &str = "{dateline_query}";

/// The address as it was sent: path and query, percent-encoded.
const SENT: &str = "{http.request.uri}";

/// Returns a file to import in a site block that sets `root`. For a site below a path, it concerns only
/// that path.
pub fn caddy(config: &SiteConfig, plan: &Plan, loaded: &Loaded) -> String {
    let base = &config.base;
    let mut out = String::from("# For Caddy: `import` this file in the site block that has `root`");
    match folder(config) {
        None => out.push_str(".\n"),
        Some(folder) => {
            let _ = write!(
                out,
                ",\n# for a site in the folder `{folder}` of that root:\n\
                 #   import …/{folder}/_Caddyfile\n"
            );
        }
    }
    let rules = rules(config, plan, loaded);
    let errors = format!(
        "handle_errors {{\n\t@lost {{\n\t\texpression {{err.status_code}} == 404\n\t\tpath {base}*\n\t}}\n\
         \trewrite @lost {base}404.html\n\tfile_server @lost\n}}\n"
    );
    match base.strip_suffix('/') {
        Some("") | None => {
            out.push_str(&rules);
            out.push_str(&errors);
            out.push_str("file_server\n");
        }
        Some(path) => {
            let _ = write!(
                out,
                "redir {path} {base} 301\nhandle {base}* {{\n{}\tfile_server\n}}\n{errors}",
                indented(&rules, "\t")
            );
        }
    }
    out
}

fn rules(config: &SiteConfig, plan: &Plan, loaded: &Loaded) -> String {
    let base = &config.base;
    let mut out = String::from("header {\n");
    let (caching, headers): (Vec<_>, Vec<_>) = headers(config, loaded)
        .into_iter()
        .partition(|(name, _)| is_caching(name));
    for (name, value) in &headers {
        let _ = writeln!(out, "\t{name} \"{}\"", quoted(value));
    }
    // Each kind of file has one such header, whatever the order in which Caddy applies them.
    let of_pages = caching.first().map_or("no-cache", |(_, value)| value);
    let assets: Vec<String> = fingerprinted(plan)
        .map(|route| format!("{base}{route}"))
        .collect();
    let assets = assets.join(" ");
    let _ = write!(
        out,
        "}}\n@assets path {assets}\nheader @assets Cache-Control \"{FOREVER}\"\n\
         @pages not path {assets}\nheader @pages Cache-Control \"{}\"\n",
        quoted(of_pages)
    );
    // At the end of all, when the policy of pages stands already.
    let _ = writeln!(
        out,
        "@drawings path_regexp (?i)^{}.*\\.svg$\nheader @drawings {{\n\tdefer\n\tContent-Security-Policy \"{DRAWING_POLICY}\"\n}}",
        base.replace('.', "\\.")
    );
    if let Some(policy) = embed_policy(config, loaded) {
        let _ = writeln!(
            out,
            "@embeds path {base}{}*\nheader @embeds {{\n\tdefer\n\tContent-Security-Policy \"{}\"\n}}",
            Plan::EMBEDS,
            quoted(&policy)
        );
    }
    let _ = writeln!(out, "@ours path_regexp {OURS}\nerror @ours 404");
    let redirects = redirects(config, plan);
    if !redirects.is_empty() {
        let _ = write!(
            out,
            "map {SENT} {QUERY} {{\n\t~^[^?]*(\\?.*)$ \"${{1}}\"\n\tdefault \"\"\n}}\n"
        );
    }
    for (n, redirect) in redirects.iter().enumerate() {
        write(redirect, n, &mut out);
    }
    out
}

fn write(redirect: &Redirect<'_>, n: usize, out: &mut String) {
    let status = redirect.status;
    let to = with_query(redirect, QUERY, |group| {
        format!("{{re.redirect{n}.{group}}}")
    });
    let from = redirect.plain_from();
    // A plain path is compared decoded, and without regard to case, which old addresses share with no page.
    let is_plain = |c: char| c.is_alphanumeric() || "-_.~/".contains(c);
    if redirect.rule.is_none() && from.chars().all(is_plain) {
        let _ = writeln!(out, "redir {from} {to} {status}");
        return;
    }
    let full = redirect.goes_on();
    let sent = sent_pattern(&redirect.from, redirect.at_root(""), full, |_| {
        String::new()
    });
    let _ = write!(
        out,
        "# {}\n@redirect{n} vars_regexp redirect{n} {SENT} {sent}\nredir @redirect{n} {to} {status}\n",
        redirect.written()
    );
}
