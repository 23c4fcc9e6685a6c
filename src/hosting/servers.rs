//! Configuration snippets for self-hosted servers: nginx and Caddy.

use super::{DRAWING_POLICY, FOREVER, Loaded, Redirect, headers, redirects};
use crate::config::SiteConfig;
use crate::plan::Plan;

/// Files for the server, which readers can't request.
const OURS: &str = r"/_(headers|redirects|nginx\.conf|Caddyfile)$";

/// Returns a file to include in a `server` block that sets `root`.
pub fn nginx(config: &SiteConfig, plan: &Plan, loaded: &Loaded) -> String {
    let base = &config.base;
    let mut out = String::from(
        "# For nginx: include this file in the server block that has `root` and `server_name`.\n",
    );
    let headers = headers(config, loaded);
    let mut list = String::new();
    for (name, value) in &headers {
        // nginx has no way to escape a dollar sign in a string.
        if value.contains('$') {
            out.push_str(&format!(
                "# {name} contains a $, which nginx can't send; set it yourself\n"
            ));
            continue;
        }
        list.push_str(&format!(
            "add_header {name} \"{}\" always;\n",
            quoted(value)
        ));
    }
    out.push_str(&list);
    if !says_how_long(&headers) {
        out.push_str("add_header Cache-Control \"no-cache\" always;\n");
    }
    out.push_str(&format!("error_page 404 {base}404.html;\n"));
    out.push_str(&format!("location ~ {OURS} {{ return 404; }}\n"));
    // A location with its own headers inherits none.
    let inner = list
        .lines()
        .filter(|l| {
            !l.to_ascii_lowercase()
                .starts_with("add_header cache-control ")
        })
        .fold(String::new(), |list, line| format!("{list}  {line}\n"));
    out.push_str(&format!(
        "location ^~ {base}assets/ {{\n{inner}  add_header Cache-Control \"{FOREVER}\" always;\n}}\n"
    ));
    out.push_str(&format!(
        "location {base} {{ try_files $uri $uri/index.html =404; }}\n"
    ));
    for redirect in redirects(config, plan) {
        let Redirect {
            from, to, status, ..
        } = &redirect;
        match pattern(&redirect) {
            Some(None) => out.push_str(&format!(
                "location = \"{from}\" {{ return {status} \"{to}\"; }}\n"
            )),
            Some(Some(start)) => out.push_str(&format!(
                "location ~ \"^{}(?<splat>.*)$\" {{ return {status} \"{}\"; }}\n",
                literal(start),
                to.replace(":splat", "$splat")
            )),
            None => out.push_str(&format!(
                "# omitted, because it has named placeholders: {from} {to}\n"
            )),
        }
    }
    out.push_str(&nginx_drawings(base, &list, says_how_long(&headers)));
    out
}

/// Returns the location of drawings, which have a policy of their own. The first location whose
/// expression matches counts, so that this one comes after the redirects.
fn nginx_drawings(base: &str, list: &str, says_how_long: bool) -> String {
    let mut out = format!("location ~* \"^{}.*\\.svg$\" {{\n", literal(base));
    let is_policy = |line: &&str| {
        line.to_ascii_lowercase()
            .starts_with("add_header content-security-policy ")
    };
    for line in list.lines().filter(|line| !is_policy(line)) {
        out.push_str(&format!("  {line}\n"));
    }
    if !says_how_long {
        out.push_str("  add_header Cache-Control \"no-cache\" always;\n");
    }
    out.push_str(&format!(
        "  add_header Content-Security-Policy \"{DRAWING_POLICY}\" always;\n}}\n"
    ));
    out
}

/// Returns a file to import in a site block that sets `root`.
pub fn caddy(config: &SiteConfig, plan: &Plan, loaded: &Loaded) -> String {
    let base = &config.base;
    let mut out = String::from(
        "# For Caddy: `import` this file in the site block that has `root`.\nheader {\n",
    );
    let headers = headers(config, loaded);
    for (name, value) in &headers {
        out.push_str(&format!("\t{name} \"{}\"\n", quoted(value)));
    }
    out.push_str("}\n");
    out.push_str(&format!("@assets path {base}assets/*\n"));
    out.push_str(&format!("header @assets >Cache-Control \"{FOREVER}\"\n"));
    out.push_str(&format!(
        "@drawings path_regexp (?i)^{}.*\\.svg$\nheader @drawings >Content-Security-Policy \"{DRAWING_POLICY}\"\n",
        literal(base)
    ));
    if !says_how_long(&headers) {
        out.push_str(&format!(
            "@pages not path {base}assets/*\nheader @pages Cache-Control \"no-cache\"\n"
        ));
    }
    out.push_str(&format!("@ours path_regexp {OURS}\nerror @ours 404\n"));
    for (n, redirect) in redirects(config, plan).iter().enumerate() {
        let Redirect {
            from, to, status, ..
        } = redirect;
        match pattern(redirect) {
            Some(None) => out.push_str(&format!("redir {from} {to} {status}\n")),
            Some(Some(start)) => out.push_str(&format!(
                "@old{n} path_regexp old{n} ^{}(.*)$\nredir @old{n} {} {status}\n",
                literal(start),
                to.replace(":splat", &format!("{{re.old{n}.1}}"))
            )),
            None => out.push_str(&format!(
                "# omitted, because it has named placeholders: {from} {to}\n"
            )),
        }
    }
    out.push_str(&format!(
        "handle_errors {{\n\t@lost expression {{err.status_code}} == 404\n\trewrite @lost {base}404.html\n\tfile_server\n}}\nfile_server\n"
    ));
    out
}

/// Escapes a text for double quotes, in both servers' syntax.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Whether the owner sets how long pages may be cached.
fn says_how_long(headers: &[(String, String)]) -> bool {
    let cache = |(name, _): &(String, String)| name.eq_ignore_ascii_case("cache-control");
    headers.iter().any(cache)
}

/// Returns the prefix of a redirect before its `*`; `Some(None)` if it is no pattern; `None` if it
/// names parts, for which these servers have no short form.
fn pattern(redirect: &Redirect) -> Option<Option<&str>> {
    if !redirect.is_pattern() {
        return Some(None);
    }
    let start = redirect.from.strip_suffix('*')?;
    (!super::is_pattern(start)).then_some(Some(start))
}

/// Escapes a text for a regular expression.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_ascii_alphanumeric() && !"/-_%".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
