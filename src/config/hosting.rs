//! Configures hosting: the hosts to write files for, headers, redirects.

use super::keys::{group, one_of_or, pairs};
use super::redirects::redirects;
use super::{Host, Hosting};
use crate::diagnostic::{Diagnostic, Sink};
use crate::yaml::fields::Fields;
use crate::yaml::values;

const HOSTS: [(&str, Host); 5] = [
    ("netlify", Host::Netlify),
    ("cloudflare", Host::Cloudflare),
    ("github-pages", Host::GithubPages),
    ("nginx", Host::Nginx),
    ("caddy", Host::Caddy),
];

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
            if value.value.contains(char::is_control) {
                sink.push(
                    Diagnostic::error(
                        "wrong-type",
                        "a header value must be on one line, without control characters",
                    )
                    .at(value.span, "here")
                    .hint("write it on one line"),
                );
            } else {
                headers.push((name.value.clone(), value.value));
            }
        }
    }
    headers
}
