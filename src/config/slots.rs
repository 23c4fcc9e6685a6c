//! Slots of the theme, empty by default.

use chrono::NaiveDate;

use super::keys::{group, group_if, linked};
use super::{Giscus, Notice, Slots, Sponsor};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::At;
use crate::yaml::fields::Fields;

pub(super) fn slots(f: &mut Fields<'_>, sink: &mut Sink) -> Slots {
    group(f, "slots", sink, |f, sink| Slots {
        notice: group_if(f, "notice", sink, notice),
        comments: group_if(f, "comments", sink, |f, sink| {
            group_if(f, "giscus", sink, giscus)
        }),
        counter: group_if(f, "counter", sink, goatcounter),
        sponsor_top: group_if(f, "sponsor_top", sink, sponsor),
    })
}

fn notice(f: &mut Fields<'_>, sink: &mut Sink) -> Option<Notice> {
    let text = needed(f, "text", "`notice`", sink);
    let link = linked(f, "link", sink).map(|l| l.value);
    let until = f.text("until", sink).and_then(|u| day(&u, "until", sink));
    Some(Notice {
        text: text?.value,
        link,
        until,
    })
}

fn giscus(f: &mut Fields<'_>, sink: &mut Sink) -> Option<Giscus> {
    let repo = needed(f, "repo", "`giscus`", sink).filter(|repo| repository(repo, sink));
    let category = needed(f, "category", "`giscus`", sink);
    let mut id = |key| f.text(key, sink).map(|id| id.value);
    Some(Giscus {
        repo_id: id("repo_id"),
        category_id: id("category_id"),
        repo: repo?.value,
        category: category?.value,
    })
}

/// Returns whether `repo` is `owner/name` in the form that GitHub accepts; reports it if not.
fn repository(repo: &At<String>, sink: &mut Sink) -> bool {
    let word = |w: &str| {
        let good = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        !w.is_empty() && w.chars().all(good)
    };
    let good =
        matches!(repo.value.split_once('/'), Some((owner, name)) if word(owner) && word(name));
    if !good {
        sink.push(
            Diagnostic::error("bad-name", format!("`{}` is not a repository", repo.value))
                .at(repo.span, "here")
                .hint("write the owner and the name, as in `repo: owner/name`"),
        );
    }
    good
}

/// Returns the origin of the counter: that of a site code at goatcounter.com, or of a self-hosted
/// server.
fn goatcounter(f: &mut Fields<'_>, sink: &mut Sink) -> Option<String> {
    let given = f.text("goatcounter", sink)?;
    let own = given.value.strip_prefix("https://");
    let host = match own {
        Some(host) => host.trim_end_matches('/').to_owned(),
        None => format!("{}.goatcounter.com", given.value),
    };
    let mut labels = host.split('.');
    let label =
        |l: &str| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let good = labels.all(label) && (own.is_some() || !given.value.contains('.'));
    if !good {
        sink.push(
            Diagnostic::error("bad-name", format!("`{}` is not a GoatCounter site", given.value))
                .at(given.span, "here")
                .hint("write the site code, as in `goatcounter: example`, or `https://` and the host name of your own server"),
        );
    }
    good.then(|| format!("https://{}", host.to_ascii_lowercase()))
}

fn sponsor(f: &mut Fields<'_>, sink: &mut Sink) -> Option<Sponsor> {
    let fragment = needed(f, "fragment", "`sponsor_top`", sink);
    let label = needed(f, "label", "`sponsor_top`", sink);
    let height = f.number("height", 1..=2000, sink);
    Some(Sponsor {
        fragment: fragment?,
        label: label?.value,
        height: height.and_then(|h| u16::try_from(h.value).ok()),
    })
}

/// Reads a text that its group requires.
fn needed(
    f: &mut Fields<'_>,
    key: &'static str,
    place: &str,
    sink: &mut Sink,
) -> Option<At<String>> {
    let text = f.text(key, sink);
    if text.is_none() && f.is_empty(key) {
        sink.push(
            Diagnostic::error("missing-key", format!("{place} has no `{key}`"))
                .at(f.place_of(key), "here")
                .hint(format!("add `{key}: …`")),
        );
    }
    text
}

fn day(text: &At<String>, key: &str, sink: &mut Sink) -> Option<NaiveDate> {
    let day = text.value.parse().ok();
    if day.is_none() {
        sink.push(
            Diagnostic::error(
                "bad-date",
                format!("`{key}` must be a day, not `{}`", text.value),
            )
            .at(text.span, "here")
            .hint(format!("write a day, as in `{key}: 2026-12-31`")),
        );
    }
    day
}
