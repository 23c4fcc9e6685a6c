//! Configures hosting: the hosts to write files for, headers, redirects.

use super::keys::{address, group, list_of_groups, one_of, one_of_or, pairs};
use super::{Host, Hosting, RedirectRule};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::At;
use crate::yaml::fields::Fields;
use crate::yaml::values;

const HOSTS: [(&str, Host); 5] = [
    ("netlify", Host::Netlify),
    ("cloudflare", Host::Cloudflare),
    ("github-pages", Host::GithubPages),
    ("nginx", Host::Nginx),
    ("caddy", Host::Caddy),
];

/// HTTP status codes for redirects.
const REDIRECTS: [(&str, u16); 4] = [("301", 301), ("302", 302), ("307", 307), ("308", 308)];

pub(super) fn hosting(f: &mut Fields<'_>, sink: &mut Sink) -> Hosting {
    group(f, "hosting", sink, |f, sink| {
        let hosts = f.list("hosts", sink);
        let hosts = hosts
            .iter()
            .filter_map(|word| one_of_or(word, "host", &HOSTS, sink));
        Hosting {
            hosts: hosts.collect(),
            headers: headers(f, sink),
            redirects: redirects(f, sink),
        }
    })
}

fn headers(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<(String, String)> {
    let mut headers = Vec::new();
    for (name, value) in pairs(f, "headers", "headers: {X-Frame-Options: DENY}", sink) {
        let good = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if name.value.is_empty() || !name.value.chars().all(good) {
            sink.push(
                Diagnostic::error(
                    "bad-name",
                    format!("`{}` is not a valid header name", name.value),
                )
                .at(name.span, "here")
                .hint("use letters, digits and hyphens, as in `X-Frame-Options`"),
            );
        } else if let Some(value) = values::text(value, &name.value, sink) {
            if value.value.contains('\n') {
                sink.push(
                    Diagnostic::error("wrong-type", "a header value must be on one line")
                        .at(value.span, "several lines")
                        .hint("write it on one line"),
                );
            } else {
                headers.push((name.value.clone(), value.value));
            }
        }
    }
    headers
}

fn redirects(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<RedirectRule> {
    list_of_groups(f, "redirects", &["from", "to"], sink, |f, sink| {
        let from = f
            .text("from", sink)
            .filter(|p| path(p, p.value.starts_with('/'), sink));
        let to = match f.text("to", sink) {
            Some(to) if to.value.starts_with('/') => Some(to),
            Some(_) => address(f, "to", sink),
            None => None,
        };
        let status = one_of(f, "status", "redirect status code", &REDIRECTS, sink);
        Some(RedirectRule {
            from: from?.value,
            to: to?.value,
            status: status.unwrap_or(301),
        })
    })
}

fn path(path: &At<String>, good: bool, sink: &mut Sink) -> bool {
    if !good {
        sink.push(
            Diagnostic::error(
                "bad-url",
                format!("`{}` is not a path of this site", path.value),
            )
            .at(path.span, "here")
            .hint("start it with a slash, as in `/old/address/`"),
        );
    }
    good
}
