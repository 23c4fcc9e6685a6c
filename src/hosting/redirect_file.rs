//! The `_redirects` file of Netlify and Cloudflare Pages.
//!
//! Both put what a pattern has matched into the target as it was sent. A target that starts with it, as
//! `/:splat` does, would become `//evil.example/`, the address of another site. Cloudflare makes it worse:
//! it replaces `:splat` by JavaScript's `replaceAll`, which takes `$'` in what was matched for all that
//! follows `:splat`, and resolves `..` afterwards, so that `/a/:splat` can become `//evil.example/` too.
//!
//! - For Netlify, a target that would start with what was matched has the site's whole address.
//! - For Cloudflare, which shortens that address again, a rule before it catches what starts with a slash,
//!   and the target ends in a fragment, so that `$'` makes the rest a fragment. A target that repeats two
//!   parts can't be made safe like that: it is left out, and `limits` says so.

use super::redirects::{Redirect, redirects};
use crate::config::{AddressPart, Host, RedirectRule, SiteConfig};
use crate::percent;
use crate::plan::Plan;

/// The file, and what is not in it.
pub(super) struct RedirectFile<'s> {
    lines: Vec<Line>,
    pub(super) omitted: Vec<(&'s RedirectRule, Omitted)>,
}

/// A line of the file.
pub(super) struct Line {
    pub(super) from: String,
    pub(super) to: String,
    status: u16,
    /// Whether it applies even if there is a file at its address (Netlify).
    force: bool,
}

/// Why a rule can't be written for a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Omitted {
    /// Cloudflare could be tricked into leaving the site.
    Unsafe,
    /// Cloudflare would take a part of the address for a placeholder.
    Colon,
    /// Netlify knows only placeholders that are a whole part between slashes.
    PartOfSegment,
}

/// Returns the `_redirects` file of Netlify and Cloudflare Pages.
pub fn redirects_file(config: &SiteConfig, plan: &Plan) -> String {
    let file = RedirectFile::of(config, plan);
    let lines = file.lines.iter().map(Line::text);
    lines.fold(String::new(), |out, line| out + &line + "\n")
}

impl<'s> RedirectFile<'s> {
    pub(super) fn of(config: &'s SiteConfig, plan: &Plan) -> Self {
        let mut file = Self {
            lines: Vec::new(),
            omitted: Vec::new(),
        };
        let writer = Writer {
            config,
            netlify: config.hosting.hosts.contains(&Host::Netlify),
            cloudflare: config.hosting.hosts.contains(&Host::Cloudflare),
        };
        let mut patterns = Vec::new();
        for redirect in redirects(config, plan) {
            match (writer.omits(&redirect), redirect.rule) {
                (Some(why), Some(rule)) => file.omitted.push((rule, why)),
                _ => writer.write(&redirect, &mut file.lines, &mut patterns),
            }
        }
        // Cloudflare counts a line after the first pattern as a pattern.
        file.lines.append(&mut patterns);
        file
    }

    /// The lines with one address, as Cloudflare counts them.
    pub(super) fn plain(&self) -> usize {
        self.lines.len() - self.patterns()
    }

    /// The lines with `*` or `:name`.
    pub(super) fn patterns(&self) -> usize {
        self.lines.iter().filter(|line| line.is_pattern()).count()
    }

    pub(super) fn lines(&self) -> &[Line] {
        &self.lines
    }
}

impl Line {
    pub(super) fn text(&self) -> String {
        let force = if self.force { "!" } else { "" };
        format!("{} {} {}{force}", self.from, self.to, self.status)
    }

    fn is_pattern(&self) -> bool {
        self.from.contains('*') || has_placeholder(&self.from)
    }
}

/// Whether the target repeats at most one part, and Cloudflare replaces nothing in what that part has
/// matched: it replaces one name after the other, wherever it stands by then.
fn is_single(redirect: &Redirect<'_>) -> bool {
    let name = |part: &AddressPart| match part {
        AddressPart::Text(_) => None,
        AddressPart::Rest => Some("splat".to_owned()),
        AddressPart::Named(name) => Some(name.clone()),
    };
    let mut repeated = redirect.to.iter().filter_map(name);
    let (Some(one), None) = (repeated.next(), repeated.next()) else {
        return redirect.repeats() == 0;
    };
    let all: Vec<String> = redirect.from.iter().filter_map(name).collect();
    let (last, others) = all.split_last().expect("the target repeats a part");
    *last == one && !others.iter().any(|other| one.starts_with(other.as_str()))
}

/// Whether Cloudflare sees a placeholder: a colon and a letter, wherever they stand.
fn has_placeholder(from: &str) -> bool {
    let colons = from.match_indices(':');
    colons.into_iter().any(|(at, _)| {
        let next = from[at + 1..].chars().next();
        next.is_some_and(|c| c.is_ascii_alphabetic())
    })
}

/// Whether a project on Cloudflare Pages that answers at one host may answer at another too: the same
/// in another spelling, one with or without `www.`, or the name that Cloudflare gave it.
fn may_be_one(authority: &str, own: &str) -> bool {
    let name = |authority: &str| {
        let host = authority.rsplit('@').next().unwrap_or(authority);
        let host = match host.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
            _ => host,
        };
        host.trim_end_matches('.').to_ascii_lowercase()
    };
    let (host, own) = (name(authority), name(own));
    // Names that browsers rewrite before they compare them.
    let plain = |host: &str| host.is_ascii() && !host.contains('%') && !host.contains("xn--");
    let below = |host: &str, own: &str| {
        host.strip_suffix(own)
            .is_some_and(|label| label.is_empty() || label.ends_with('.'))
    };
    !plain(&host) || below(&host, &own) || below(&own, &host) || host.ends_with(".pages.dev")
}

struct Writer<'s> {
    config: &'s SiteConfig,
    netlify: bool,
    cloudflare: bool,
}

impl Writer<'_> {
    fn omits(&self, redirect: &Redirect<'_>) -> Option<Omitted> {
        let texts = || {
            redirect.from.iter().filter_map(|part| match part {
                AddressPart::Text(text) => Some(text),
                _ => None,
            })
        };
        if self.cloudflare && texts().any(|text| has_placeholder(text)) {
            return Some(Omitted::Colon);
        }
        let ends_inside = redirect.from.windows(2).any(|pair| {
            matches!(pair, [AddressPart::Named(_), AddressPart::Text(text)] if !text.starts_with('/'))
                || matches!(pair, [AddressPart::Named(_), AddressPart::Rest])
        });
        if self.netlify && ends_inside {
            return Some(Omitted::PartOfSegment);
        }
        let after_slash = |part: &AddressPart| {
            let at = redirect.from.iter().position(|p| p == part);
            let before = at.and_then(|at| redirect.from.get(at.checked_sub(1)?));
            matches!(before, Some(AddressPart::Text(text)) if text.ends_with('/'))
        };
        let host = self.host(redirect)?;
        let open = !is_single(redirect)
            || redirect
                .at_root(host)
                .is_some_and(|part| !after_slash(part));
        (self.cloudflare && open).then_some(Omitted::Unsafe)
    }

    /// The beginning of the target up to its path, if it may lead to this site: Cloudflare leaves it
    /// away, however the host is spelt.
    fn host<'r>(&self, redirect: &'r Redirect<'_>) -> Option<&'r str> {
        let to = super::redirects::first_text(&redirect.to);
        if to.starts_with('/') {
            return Some("");
        }
        let authority = to.split_once("://")?.1;
        let path = authority.find(['/', '?', '#'])?;
        let (start, _) = to.split_at(to.len() - authority.len() + path);
        let own = self.config.origin.split_once("://").map_or("", |(_, a)| a);
        may_be_one(&authority[..path], own).then_some(start)
    }

    fn write(&self, redirect: &Redirect<'_>, plain: &mut Vec<Line>, patterns: &mut Vec<Line>) {
        let mut to: String = redirect.to.iter().map(target_text).collect();
        let from: String = redirect.from.iter().map(pattern_text).collect();
        let status = redirect.status;
        let line = |from: String, to: String| Line {
            from,
            to,
            status,
            force: false,
        };
        if !redirect.is_pattern() {
            // Netlify prefers a file to a redirect, unless the rule ends in `!`, which Cloudflare does
            // not support: its redirects always come first.
            let force = !self.cloudflare && redirect.page;
            plain.push(Line {
                force,
                ..line(from, to)
            });
            return;
        }
        let host = self.host(redirect);
        if let Some(part) = host.and_then(|host| redirect.at_root(host)) {
            if self.netlify && host == Some("") {
                to = format!("{}{to}", self.config.origin);
            }
            if self.cloudflare {
                self.guard(
                    redirect,
                    part,
                    &mut |from, to| line(from, to),
                    plain,
                    patterns,
                );
            }
        }
        let open = host.is_some() && redirect.repeats() > 0 && !to.contains('#');
        if self.cloudflare && open {
            to.push_str("#top");
        }
        patterns.push(line(from, to));
    }

    /// Catches what Cloudflare would turn into the address of another site, because the target starts
    /// with `part`.
    fn guard(
        &self,
        redirect: &Redirect<'_>,
        part: &AddressPart,
        line: &mut dyn FnMut(String, String) -> Line,
        plain: &mut Vec<Line>,
        patterns: &mut Vec<Line>,
    ) {
        let before = redirect.from.iter().take_while(|p| *p != part);
        let start: String = before.map(pattern_text).collect();
        let home = self.config.base.clone();
        if *part == AddressPart::Rest {
            let ends = redirect.from.last() == Some(part);
            if ends && !start.contains(':') {
                let rest = redirect.to.iter().skip(2).map(target_text);
                let rest: String = rest.collect();
                let to = format!("{home}{}", rest.trim_start_matches('/'));
                plain.push(line(start.clone(), to));
            }
            patterns.push(line(format!("{start}/*"), home.clone()));
        }
        if redirect.goes_on() {
            patterns.push(line(format!("{start}$*"), home));
        }
    }
}

fn pattern_text(part: &AddressPart) -> String {
    match part {
        AddressPart::Text(text) => percent::path_of_address(text),
        AddressPart::Rest => "*".to_owned(),
        AddressPart::Named(name) => format!(":{name}"),
    }
}

fn target_text(part: &AddressPart) -> String {
    match part {
        AddressPart::Text(text) => percent::server_file(text),
        AddressPart::Rest => ":splat".to_owned(),
        AddressPart::Named(name) => format!(":{name}"),
    }
}
