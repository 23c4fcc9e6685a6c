//! A configuration file for nginx.

use std::fmt::Write;

use super::redirects::{Redirect, redirects};
use super::sent::{decoded, decoded_pattern, sent_pattern};
use super::{
    DRAWING_POLICY, FOREVER, Loaded, OURS, embed_policy, fingerprinted, folder, headers, indented,
    is_caching, quoted, with_query,
};
use crate::config::SiteConfig;
use crate::plan::Plan;

/// Looks for the file, then for the folder's page.
const FILES: &str = "try_files $uri $uri/index.html =404;";

/// Returns a file to include in a `server` block that sets `root`. For a site below a path, it concerns
/// only that path.
pub fn nginx(config: &SiteConfig, plan: &Plan, loaded: &Loaded) -> String {
    let base = &config.base;
    let mut out = String::from(
        "# For nginx: include this file in the server block that has `root` and `server_name`",
    );
    match folder(config) {
        None => out.push_str(".\n"),
        Some(folder) => {
            let _ = write!(
                out,
                ",\n# for a site in the folder `{folder}` of that root:\n\
                 #   include …/{folder}/_nginx.conf;\n"
            );
        }
    }
    let rules = rules(config, plan, loaded);
    match base.strip_suffix('/') {
        Some("") | None => out.push_str(&rules),
        Some(path) => {
            let _ = write!(
                out,
                "location = {path} {{ return 301 {base}$is_args$args; }}\n\
                 location ^~ {base} {{\n{}}}\n",
                indented(&rules, "  ")
            );
        }
    }
    out
}

fn rules(config: &SiteConfig, plan: &Plan, loaded: &Loaded) -> String {
    let base = &config.base;
    let mut out = String::new();
    let headers = headers(config, loaded);
    let mut list = String::new();
    for (name, value) in &headers {
        // nginx has no way to escape a dollar sign in a string.
        if value.contains('$') {
            let _ = writeln!(
                out,
                "# {name} contains a $, which nginx can't send; set it yourself"
            );
            continue;
        }
        let _ = writeln!(list, "add_header {name} \"{}\" always;", quoted(value));
    }
    out.push_str(&list);
    if !headers.iter().any(|(name, _)| is_caching(name)) {
        out.push_str("add_header Cache-Control \"no-cache\" always;\n");
    }
    let _ = writeln!(out, "error_page 404 {base}404.html;");
    let _ = writeln!(out, "location ~ {OURS} {{ return 404; }}");
    // A location with its own headers inherits none.
    let inner = list
        .lines()
        .filter(|l| {
            !l.to_ascii_lowercase()
                .starts_with("add_header cache-control ")
        })
        .fold(String::new(), |list, line| format!("{list}  {line}\n"));
    let names: Vec<String> = fingerprinted(plan)
        .map(|route| route.replace('.', "\\."))
        .collect();
    let _ = write!(
        out,
        "location ~ \"^{}(?:{})$\" {{\n{inner}  add_header Cache-Control \"{FOREVER}\" always;\n}}\n",
        base.replace('.', "\\."),
        names.join("|")
    );
    match folder(config) {
        None => {
            let _ = writeln!(out, "location / {{ {FILES} }}");
        }
        Some(_) => {
            let _ = writeln!(out, "{FILES}");
        }
    }
    for (n, redirect) in redirects(config, plan).iter().enumerate() {
        match redirect.is_pattern() {
            false => plain(redirect, &mut out),
            true => pattern(redirect, n, &mut out),
        }
    }
    let says_how_long = headers.iter().any(|(name, _)| is_caching(name));
    let path = base.replace('.', "\\.");
    if let Some(policy) = embed_policy(config, loaded) {
        let place = format!("~ \"^{path}{}\"", Plan::EMBEDS);
        with_policy(&place, &policy, (&list, says_how_long), &mut out);
        let _ = writeln!(out, "  {FILES}\n}}");
    }
    let place = format!("~* \"^{path}.*\\.svg$\"");
    with_policy(&place, DRAWING_POLICY, (&list, says_how_long), &mut out);
    out.push_str("}\n");
    out
}

/// The beginning of the location of files with a policy of their own. The first location whose expression
/// matches counts, so that it comes after the redirects.
fn with_policy(place: &str, policy: &str, (list, says_how_long): (&str, bool), out: &mut String) {
    let _ = writeln!(out, "location {place} {{");
    let is_policy = |line: &&str| {
        line.to_ascii_lowercase()
            .starts_with("add_header content-security-policy ")
    };
    for line in list.lines().filter(|line| !is_policy(line)) {
        let _ = writeln!(out, "  {line}");
    }
    if !says_how_long {
        out.push_str("  add_header Cache-Control \"no-cache\" always;\n");
    }
    let _ = writeln!(
        out,
        "  add_header Content-Security-Policy \"{}\" always;",
        quoted(policy)
    );
}

/// A redirect from one address, which nginx compares decoded.
fn plain(redirect: &Redirect<'_>, out: &mut String) {
    let from = decoded(redirect.plain_from());
    let location = match std::str::from_utf8(&from) {
        Ok(from) => format!("= \"{}\"", quoted(from)),
        Err(_) => format!("~ \"{}\"", quoted(&decoded_pattern(&redirect.from))),
    };
    let _ = writeln!(
        out,
        "location {location} {{ return {} \"{}\"; }}",
        redirect.status,
        target(redirect, 0)
    );
}

/// A redirect from many addresses: the location chooses it by the decoded path, and what it repeats is
/// taken from the address as it was sent.
fn pattern(redirect: &Redirect<'_>, n: usize, out: &mut String) {
    let full = redirect.goes_on();
    let sent = sent_pattern(&redirect.from, redirect.at_root(""), full, |group| {
        format!("?<{}>", variable(n, group))
    });
    let _ = write!(
        out,
        "# {}\nlocation ~ \"{}\" {{\n  if ($request_uri ~ \"{}\") {{ return {} \"{}\"; }}\n  {FILES}\n}}\n",
        redirect.written(),
        quoted(&decoded_pattern(&redirect.from)),
        quoted(&sent),
        redirect.status,
        target(redirect, n)
    );
}

fn target(redirect: &Redirect<'_>, n: usize) -> String {
    with_query(redirect, "$is_args$args", |group| {
        format!("${{{}}}", variable(n, group))
    })
}

/// The name of a group of the redirect with the number `n`. nginx has variables of other names.
fn variable(n: usize, group: usize) -> String {
    format!("dateline{n}_{group}")
}
