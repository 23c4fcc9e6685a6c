//! Whose ids the feeds have: the domain, and the day on which it was the publisher's (RFC 4151).
//!
//! Feed readers know an entry by its id. It must stay when the site moves.

use super::SiteConfig;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::At;
use crate::yaml::fields::Fields;

/// When the program's ids begin, if `feeds` says nothing else.
const SINCE: &str = "2025";

/// The domain, day and path that the ids of feeds begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedAuthority {
    /// `example.org`, or `desk@example.org`.
    pub name: String,
    /// A year, a month or a day: `2025`, `2025-06`, `2025-06-30`.
    pub since: String,
    /// The path of the site, without its initial slash: empty, or `news/`.
    pub path: String,
}

impl FeedAuthority {
    /// The beginning of an id: `tag:example.org,2025:news/`.
    pub fn prefix(&self) -> String {
        format!("tag:{},{}:{}", self.name, self.since, self.path)
    }

    /// As the ledger has it: `example.org/news/,2025`.
    pub fn recorded(&self) -> String {
        let slash = if self.path.is_empty() { "" } else { "/" };
        format!("{}{slash}{},{}", self.name, self.path, self.since)
    }

    /// As it is written in `site.yaml`, by its form in the ledger.
    pub fn written(recorded: &str) -> String {
        let (authority, since) = recorded.rsplit_once(',').unwrap_or((recorded, SINCE));
        match since {
            SINCE => format!("feeds: {{authority: {authority}}}"),
            since => format!("feeds: {{authority: {authority}, since: {since}}}"),
        }
    }
}

/// Reads `authority` and `since`, which may also stand alone: then the authority is the domain of the
/// site.
pub(super) fn authority(
    f: &mut Fields<'_>,
    sink: &mut Sink,
) -> (Option<FeedAuthority>, Option<String>) {
    let since = f.text("since", sink);
    let since = since.filter(|since| is_day(since, sink));
    let authority = f.text("authority", sink);
    let authority = authority.and_then(|authority| domain(&authority, since.as_ref(), sink));
    (authority, since.map(|since| since.value))
}

fn domain(
    authority: &At<String>,
    since: Option<&At<String>>,
    sink: &mut Sink,
) -> Option<FeedAuthority> {
    let (written, day) = match authority.value.split_once(',') {
        Some((written, day)) => (written, Some(day.to_owned())),
        None => (authority.value.as_str(), None),
    };
    let (name, path) = written.split_once('/').unwrap_or((written, ""));
    let path = path.trim_matches('/');
    let is_name = |c: char| c.is_ascii_alphanumeric() || ".-@_".contains(c);
    let is_path = |c: char| c.is_ascii_alphanumeric() || "-._~/".contains(c);
    if name.is_empty() || !name.chars().all(is_name) || !path.chars().all(is_path) {
        sink.push(
            Diagnostic::error(
                "bad-authority",
                format!("`{}` is not a domain", authority.value),
            )
            .at(authority.span, "here")
            .hint("write a domain that was yours when the ids began, as in `feeds: {authority: example.org}`"),
        );
        return None;
    }
    let at = |day: String| At::new(day, authority.span);
    let day = day.map(at).filter(|day| is_day(day, sink));
    let since = since.or(day.as_ref()).map(|since| since.value.as_str());
    Some(FeedAuthority {
        name: name.to_ascii_lowercase(),
        since: since.unwrap_or(SINCE).to_owned(),
        path: match path {
            "" => String::new(),
            path => format!("{path}/"),
        },
    })
}

/// Whether a text is a year, a month or a day (RFC 4151, section 2.1).
fn is_day(since: &At<String>, sink: &mut Sink) -> bool {
    let parts: Vec<&str> = since.value.split('-').collect();
    let is_number =
        |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let within = |part: &str, most: u8| {
        is_number(part, 2) && part.parse().is_ok_and(|n: u8| (1..=most).contains(&n))
    };
    let good = match parts.as_slice() {
        [year] => is_number(year, 4),
        [year, month] => is_number(year, 4) && within(month, 12),
        [year, month, day] => is_number(year, 4) && within(month, 12) && within(day, 31),
        _ => false,
    };
    if !good {
        sink.push(
            Diagnostic::error(
                "bad-authority",
                format!("`{}` is not a year, a month or a day", since.value),
            )
            .at(since.span, "here")
            .hint("write when the domain was yours, as in `since: 2025` or `since: 2025-06-30`"),
        );
    }
    good
}

impl SiteConfig {
    /// Whose ids the feeds have.
    pub fn feed_authority(&self) -> FeedAuthority {
        self.feeds.authority.clone().unwrap_or_else(|| {
            let authority = self.origin.split("://").nth(1).unwrap_or("");
            // Without the port. The brackets of an IPv6 address are not allowed in a tag's authority.
            let host = match authority.rsplit_once(':') {
                Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
                _ => authority,
            };
            FeedAuthority {
                name: host.trim_matches(['[', ']']).replace(':', "-"),
                since: self.feeds.since.clone().unwrap_or_else(|| SINCE.to_owned()),
                path: self.root().trim_start_matches('/').to_owned(),
            }
        })
    }
}
