//! Keys that are read and validated, and whose features come with a later version.

use chrono::NaiveDate;

use super::keys::{
    Later, address, choice, chosen, count, group, group_if, items, list_of_groups, pairs,
};
use super::{Deploy, Features, Giscus, Host, Hosting, Notice, RedirectRule, Slots, Sponsor};
use crate::diagnostic::{Diagnostic, Sink};
use crate::parse::fields::{self, Fields};
use crate::source::At;

const HOSTS: [(&str, Host); 5] = [
    ("netlify", Host::Netlify),
    ("cloudflare", Host::Cloudflare),
    ("github-pages", Host::GithubPages),
    ("nginx", Host::Nginx),
    ("caddy", Host::Caddy),
];

/// Codes of HTTP that send a reader on.
const REDIRECTS: [(&str, u16); 4] = [("301", 301), ("302", 302), ("307", 307), ("308", 308)];

pub(super) fn slots(f: &mut Fields<'_>, later: &mut Later, sink: &mut Sink) -> Slots {
    later.note(f, "slots", "slots", sink);
    group(f, "slots", sink, |f, sink| Slots {
        notice: group_if(f, "notice", sink, notice),
        comments: group_if(f, "comments", sink, |f, sink| {
            group_if(f, "giscus", sink, giscus)
        }),
        counter: group_if(f, "counter", sink, |f, sink| {
            Some(f.text("goatcounter", sink)?.value)
        }),
        sponsor_top: group_if(f, "sponsor_top", sink, sponsor),
    })
}

fn notice(f: &mut Fields<'_>, sink: &mut Sink) -> Option<Notice> {
    let text = needed(f, "text", "`notice`", sink);
    let link = f.text("link", sink).map(|l| l.value);
    let until = f.text("until", sink).and_then(|u| day(&u, "until", sink));
    Some(Notice {
        text: text?,
        link,
        until,
    })
}

fn giscus(f: &mut Fields<'_>, sink: &mut Sink) -> Option<Giscus> {
    let repo = needed(f, "repo", "`giscus`", sink);
    let category = needed(f, "category", "`giscus`", sink);
    Some(Giscus {
        repo: repo?,
        category: category?,
    })
}

fn sponsor(f: &mut Fields<'_>, sink: &mut Sink) -> Option<Sponsor> {
    let fragment = needed(f, "fragment", "`sponsor_top`", sink);
    let label = needed(f, "label", "`sponsor_top`", sink);
    let height = f.number("height", 1..=2000, sink);
    Some(Sponsor {
        fragment: fragment?,
        label: label?,
        height: height.and_then(|h| u16::try_from(h.value).ok()),
    })
}

/// A text without which its group means nothing.
fn needed(f: &mut Fields<'_>, key: &'static str, place: &str, sink: &mut Sink) -> Option<String> {
    let text = f.text(key, sink);
    if text.is_none() && f.is_empty(key) {
        sink.push(
            Diagnostic::error("missing-key", format!("{place} has no `{key}`"))
                .at(f.place_of(key), "here")
                .cure(format!("add `{key}: …`")),
        );
    }
    text.map(|t| t.value)
}

fn day(text: &At<String>, key: &str, sink: &mut Sink) -> Option<NaiveDate> {
    let day = text.value.parse().ok();
    if day.is_none() {
        sink.push(
            Diagnostic::error(
                "bad-date",
                format!("`{key}` is a day, and `{}` is none", text.value),
            )
            .at(text.span, "here")
            .cure(format!("write a day, as in `{key}: 2026-12-31`")),
        );
    }
    day
}

/// Pairs and larger sets of organisations.
pub(super) fn compare(
    f: &mut Fields<'_>,
    later: &mut Later,
    sink: &mut Sink,
) -> Vec<Vec<At<String>>> {
    later.note(f, "compare", "compare", sink);
    let mut sets = Vec::new();
    for item in items(f, "compare", sink) {
        let names = fields::list(item, "compare", sink);
        if names.len() > 1 {
            sets.push(names);
            continue;
        }
        sink.push(
            Diagnostic::error("missing-key", "it takes two to be compared")
                .at(item.span, "here")
                .cure("write a list of lists, as in `compare: [[Meta, OpenAI]]`"),
        );
    }
    sets
}

pub(super) fn features(f: &mut Fields<'_>, later: &mut Later, sink: &mut Sink) -> Features {
    later.note(f, "features", "features", sink);
    group(f, "features", sink, |f, sink| Features {
        search: f.flag("search", sink).unwrap_or(true),
        cards: f.flag("cards", sink).unwrap_or(false),
        compress: f.flag("compress", sink).unwrap_or(false),
        data: f.flag("data", sink).unwrap_or(true),
    })
}

pub(super) fn hosting(f: &mut Fields<'_>, later: &mut Later, sink: &mut Sink) -> Hosting {
    later.note(f, "hosting", "hosting", sink);
    group(f, "hosting", sink, |f, sink| {
        let hosts = f.list("hosts", sink);
        let hosts = hosts
            .iter()
            .filter_map(|word| chosen(word, "host", &HOSTS, sink));
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
                    format!("`{}` can't be the name of a header", name.value),
                )
                .at(name.span, "here")
                .cure("write letters, digits and dashes, as in `X-Frame-Options`"),
            );
        } else if let Some(value) = fields::text(value, &name.value, sink) {
            if value.value.contains('\n') {
                sink.push(
                    Diagnostic::error("wrong-type", "the value of a header is one line")
                        .at(value.span, "several lines")
                        .cure("write it on one line"),
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
        let status = choice(f, "status", "code of a redirect", &REDIRECTS, sink);
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
            .cure("begin it with a slash, as in `/old/address/`"),
        );
    }
    good
}

pub(super) fn deploy(f: &mut Fields<'_>, later: &mut Later, sink: &mut Sink) -> Deploy {
    later.note(f, "deploy", "deploy", sink);
    group(f, "deploy", sink, |f, sink| {
        let target = f.text("target", sink).filter(|target| {
            let good = target
                .value
                .split_once("://")
                .is_some_and(|(scheme, rest)| {
                    !rest.is_empty()
                        && !scheme.is_empty()
                        && scheme
                            .bytes()
                            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
                });
            if !good {
                sink.push(
                    Diagnostic::error(
                        "bad-url",
                        format!("`{}` is no place to deploy to", target.value),
                    )
                    .at(target.span, "here")
                    .cure("write it with its kind, as in `target: s3://bucket/prefix`"),
                );
            }
            good
        });
        Deploy {
            target: target.map(|t| t.value),
            max_deletes: count(f, "max_deletes", 256, 0..=1_000_000, sink),
        }
    })
}
