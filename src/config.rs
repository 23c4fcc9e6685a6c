//! `site.yaml`: from what the owner wrote to a validated [`SiteConfig`].
//!
//! Unknown keys are errors. Keys whose feature is not built yet are accepted with a notice.

use chrono_tz::Tz;

use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::model::permalink::Permalink;
use crate::parse::fields::{self, Fields};
use crate::parse::yaml::{Node, Value};
use crate::source::At;

/// Everything that the owner of a site decides.
#[derive(Debug, Clone)]
pub struct SiteConfig {
    pub title: String,
    /// `https://timeline.example.org`, without a slash at its end.
    pub origin: String,
    /// Path of the front page: `/`, or `/news/`.
    pub base: String,
    /// BCP 47.
    pub language: String,
    pub timezone: Tz,
    pub description: Option<String>,
    /// Below `static/`.
    pub logo: Option<At<String>>,
    /// Below `static/`.
    pub favicon: Option<At<String>>,
    pub publisher: Publisher,
    pub links: Vec<OwnerLink>,
    /// None: what the site has.
    pub menu: Option<Vec<MenuItem>>,
    pub permalink: Permalink,
    /// Entries on a page of a long list.
    pub per_page: usize,
    pub front_page: FrontPage,
    pub taxonomies: Vec<TaxonomyConfig>,
    /// In the order of the scale; empty: the site has no stances.
    pub stances: Vec<StanceConfig>,
    pub statuses: Vec<StatusConfig>,
    pub certainties: Vec<CertaintyConfig>,
    /// The top of the importance scale; 1 is its bottom.
    pub importance_max: i64,
    pub markdown: MarkdownConfig,
    pub feeds: FeedConfig,
    /// Output folder, relative to the project.
    pub output: String,
}

#[derive(Debug, Clone, Default)]
pub struct Publisher {
    pub name: Option<String>,
    pub corrections_policy: Option<String>,
    pub masthead: Option<String>,
    /// Where readers report errors.
    pub report: Option<String>,
}

#[derive(Debug, Clone)]
pub struct OwnerLink {
    pub label: String,
    pub url: String,
    pub rel: Option<String>,
}

#[derive(Debug, Clone)]
pub struct MenuItem {
    pub label: String,
    /// Slug of a page, a path of this site, or an address elsewhere.
    pub page: At<String>,
}

#[derive(Debug, Clone, Copy)]
pub struct FrontPage {
    pub just_published: usize,
    pub entries: usize,
    pub expected: usize,
}

#[derive(Debug, Clone)]
pub struct TaxonomyConfig {
    /// The front matter's key and the first part of the address.
    pub id: String,
    pub title: String,
    pub singular: String,
    /// Canonical term and its other names.
    pub aliases: Vec<(String, Vec<String>)>,
    /// A term with at least so many entries has a feed.
    pub feeds_from: usize,
}

#[derive(Debug, Clone)]
pub struct StanceConfig {
    pub id: String,
    pub label: String,
    pub colour: Option<String>,
    pub pattern: Option<String>,
    pub about: Option<String>,
}

/// Which stage of an entry's life a status means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Happened,
    Expected,
    Cancelled,
}

#[derive(Debug, Clone)]
pub struct StatusConfig {
    pub id: String,
    pub label: String,
    pub stage: Stage,
}

#[derive(Debug, Clone)]
pub struct CertaintyConfig {
    pub id: String,
    pub label: String,
    /// From 0 (rumoured, disputed) to 3 (confirmed).
    pub firm: u8,
}

/// What happens to raw HTML in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawHtml {
    Escape,
    Sanitise,
    Trust,
}

#[derive(Debug, Clone, Copy)]
pub struct MarkdownConfig {
    pub raw_html: RawHtml,
    pub math: bool,
    pub smart_punctuation: bool,
}

#[derive(Debug, Clone)]
pub struct FeedConfig {
    pub entries: usize,
    pub full_content: bool,
    pub hub: Option<String>,
}

/// Keys of a feature that is not built yet.
const LATER: [&str; 9] = [
    "languages",
    "lenient",
    "lint",
    "slots",
    "compare",
    "features",
    "hosting",
    "deploy",
    "front_matter",
];

/// Patterns that the theme can draw.
const PATTERNS: [&str; 5] = ["solid", "dots", "stripes", "hatch", "outline"];

/// Names that a taxonomy can't take: they are keys of the front matter with another meaning,
/// or addresses of the site's own pages.
const RESERVED: [&str; 40] = [
    "id",
    "title",
    "kind",
    "date",
    "wording",
    "published",
    "updated",
    "expires",
    "place",
    "lang",
    "summary",
    "certainty",
    "status",
    "stance",
    "importance",
    "order",
    "slug",
    "aliases",
    "image",
    "story",
    "follows",
    "reverses",
    "confirms",
    "sources",
    "entries",
    "slipped",
    "updates",
    "corrections",
    "draft",
    "extra",
    "expected",
    "stories",
    "lanes",
    "explore",
    "data",
    "assets",
    "page",
    "admin",
    "translation_of",
    "on-this-day",
];

/// Validates `site.yaml`. None where it lacks what nothing can be built without.
pub fn read(root: &Node, sink: &mut Sink) -> Option<SiteConfig> {
    let mut f = Fields::new(root, "site.yaml", sink);
    let title = required(
        &mut f,
        "title",
        "the name of the site: `title: My Timeline`",
        sink,
    );
    let url = required(
        &mut f,
        "url",
        "where the site will stand: `url: https://example.org/`",
        sink,
    )
    .and_then(|u| site_url(&u, sink));
    let language = f
        .text("language", sink)
        .map_or_else(|| "en".to_owned(), |l| l.value);
    let timezone = f
        .text("timezone", sink)
        .map_or(Tz::UTC, |zone| time_zone(&zone, sink));
    let description = f.text("description", sink).map(|d| d.value);
    let (logo, favicon) = identity(&mut f, sink);
    let publisher = publisher(&mut f, sink);
    let links = links(&mut f, sink);
    let menu = menu(&mut f, sink);
    let permalink = f.text("permalink", sink).map_or_else(Permalink::default, |p| match Permalink::parse(&p.value) {
        Ok(permalink) => permalink,
        Err(fault) => {
            sink.push(Diagnostic::error("bad-permalink", fault).at(p.span, "here").cure("use {slug}, {id}, {kind} and {published:%Y}, as in `/{published:%Y}/{slug}/`"));
            Permalink::default()
        }
    });
    let per_page = count(&mut f, "per_page", 50, 10..=1000, sink);
    let front_page = front_page(&mut f, sink);
    let statuses = statuses(&mut f, sink);
    let certainties = certainties(&mut f, sink);
    let stances = stances(&mut f, sink);
    let taxonomies = taxonomies(&mut f, sink);
    let importance_max = importance(&mut f, sink);
    let markdown = markdown(&mut f, sink);
    let feeds = feeds(&mut f, sink);
    let output = f
        .text("output", sink)
        .map_or_else(|| "public".to_owned(), |o| o.value);
    for key in LATER {
        if f.take(key).is_some() {
            let span = f.key_span(key).expect("just taken");
            sink.push(
                Diagnostic::notice(
                    "no-effect-yet",
                    format!("`{key}` has no effect in this version"),
                )
                .at(span, "accepted")
                .cure("leave it for a later version, or take it out"),
            );
        }
    }
    f.refuse_rest(Severity::Error, "site.yaml", &[], sink);
    let (origin, base) = url?;
    Some(SiteConfig {
        title: title?.value,
        origin,
        base,
        language,
        timezone,
        description,
        logo,
        favicon,
        publisher,
        links,
        menu,
        permalink,
        per_page,
        front_page,
        taxonomies,
        stances,
        statuses,
        certainties,
        importance_max,
        markdown,
        feeds,
        output,
    })
}

impl SiteConfig {
    /// Address of a route below the front page: `year/2025/` gives `/news/year/2025/`.
    pub fn href(&self, route: &str) -> String {
        format!("{}{}", self.base, route)
    }

    /// Absolute address of a route.
    pub fn permalink_of(&self, route: &str) -> String {
        format!("{}{}{}", self.origin, self.base, route)
    }

    pub fn status(&self, id: &str) -> Option<usize> {
        self.statuses.iter().position(|s| s.id == id)
    }

    pub fn certainty(&self, id: &str) -> Option<usize> {
        self.certainties.iter().position(|c| c.id == id)
    }

    pub fn stance(&self, id: &str) -> Option<usize> {
        self.stances.iter().position(|s| s.id == id)
    }

    /// Splits an absolute http(s) address into origin and path, as `url` and `--base-url` want it.
    ///
    /// # Errors
    /// What is wrong with it, in plain words.
    pub fn split_url(url: &str) -> Result<(String, String), String> {
        let (scheme, rest) = url
            .split_once("://")
            .ok_or("an address begins with https:// or http://")?;
        if !matches!(scheme, "https" | "http") {
            return Err(format!(
                "an address begins with https:// or http://, not {scheme}://"
            ));
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let good = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        if host.is_empty() || !host.chars().all(good) {
            return Err(format!("`{host}` is not the name of a host"));
        }
        let path = path.trim_matches('/');
        if !path
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-._~/".contains(c))
            || path.split('/').any(|p| p == "." || p == "..")
        {
            return Err(format!(
                "`/{path}/` has characters that a site's path can't have (letters, digits, - . _ ~ are fine)"
            ));
        }
        let base = if path.is_empty() {
            "/".to_owned()
        } else {
            format!("/{path}/")
        };
        Ok((format!("{scheme}://{}", host.to_lowercase()), base))
    }
}

fn required(
    f: &mut Fields<'_>,
    key: &'static str,
    cure: &str,
    sink: &mut Sink,
) -> Option<At<String>> {
    let value = f.text(key, sink);
    if value.is_none() && f.key_span(key).is_none() {
        sink.push(
            Diagnostic::error("missing-key", format!("site.yaml has no `{key}`"))
                .at(f.span, "")
                .cure(format!("add {cure}")),
        );
    } else if value.is_none() {
        let span = f.key_span(key).unwrap_or(f.span);
        sink.push(
            Diagnostic::error("missing-key", format!("`{key}` is empty"))
                .at(span, "nothing follows")
                .cure(format!("give {cure}")),
        );
    }
    value
}

fn site_url(url: &At<String>, sink: &mut Sink) -> Option<(String, String)> {
    SiteConfig::split_url(&url.value)
        .map_err(|fault| {
            sink.push(
                Diagnostic::error("bad-url", fault)
                    .at(url.span, "here")
                    .cure("write the site's whole address, as in `url: https://example.org/news/`"),
            );
        })
        .ok()
}

fn time_zone(zone: &At<String>, sink: &mut Sink) -> Tz {
    zone.value.parse().unwrap_or_else(|_| {
        let near = fields::nearest(&zone.value, chrono_tz::TZ_VARIANTS.iter().map(|z| z.name()));
        sink.push(
            Diagnostic::error(
                "bad-timezone",
                format!("`{}` is not a time zone of the IANA list", zone.value),
            )
            .at(zone.span, "not known")
            .cure(near.map_or_else(
                || "write a region and city, as in `Asia/Jakarta` or `Europe/London`".to_owned(),
                |n| format!("did you mean `{n}`?"),
            )),
        );
        Tz::UTC
    })
}

fn identity(f: &mut Fields<'_>, sink: &mut Sink) -> (Option<At<String>>, Option<At<String>>) {
    let Some(node) = f.take("identity") else {
        return (None, None);
    };
    let mut f = Fields::new(node, "`identity`", sink);
    let logo = f.text("logo", sink);
    let favicon = f.text("favicon", sink);
    for key in ["accent", "share_image"] {
        if let Some(node) = f.take(key) {
            sink.push(
                Diagnostic::notice(
                    "no-effect-yet",
                    format!("`identity.{key}` has no effect in this version"),
                )
                .at(node.span, "accepted")
                .cure("leave it for a later version, or take it out"),
            );
        }
    }
    f.refuse_rest(Severity::Error, "`identity`", &[], sink);
    (logo, favicon)
}

fn publisher(f: &mut Fields<'_>, sink: &mut Sink) -> Publisher {
    let Some(node) = f.take("publisher") else {
        return Publisher::default();
    };
    let mut f = Fields::new(node, "`publisher`", sink);
    let mut text = |key| f.text(key, sink).map(|v| v.value);
    let publisher = Publisher {
        name: text("name"),
        corrections_policy: text("corrections_policy"),
        masthead: text("masthead"),
        report: text("report"),
    };
    f.refuse_rest(Severity::Error, "`publisher`", &[], sink);
    publisher
}

fn links(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<OwnerLink> {
    maps(f, "links", sink, |f, sink| {
        let (label, url) = (f.text("label", sink)?, f.text("url", sink)?);
        Some(OwnerLink {
            label: label.value,
            url: url.value,
            rel: f.text("rel", sink).map(|r| r.value),
        })
    })
}

fn menu(f: &mut Fields<'_>, sink: &mut Sink) -> Option<Vec<MenuItem>> {
    f.key_span("menu")?;
    Some(maps(f, "menu", sink, |f, sink| {
        let (label, page) = (f.text("label", sink)?, f.text("page", sink)?);
        Some(MenuItem {
            label: label.value,
            page,
        })
    }))
}

/// A list of maps; an item without what it needs is a fault.
fn maps<T>(
    f: &mut Fields<'_>,
    key: &'static str,
    sink: &mut Sink,
    read: impl Fn(&mut Fields<'_>, &mut Sink) -> Option<T>,
) -> Vec<T> {
    let Some(node) = f.take(key) else {
        return Vec::new();
    };
    let Value::List(items) = &node.value else {
        sink.push(
            Diagnostic::error(
                "wrong-type",
                format!("`{key}` is a list, but {} stands here", node.what()),
            )
            .at(node.span, "here")
            .cure(format!("write `{key}:` and below it one `- …` for each")),
        );
        return Vec::new();
    };
    let mut out = Vec::new();
    for item in items {
        let mut fields = Fields::new(item, &format!("an item of `{key}`"), sink);
        match read(&mut fields, sink) {
            Some(value) => out.push(value),
            None => sink.push(
                Diagnostic::error(
                    "missing-key",
                    format!("this item of `{key}` lacks something"),
                )
                .at(item.span, "here")
                .cure("give each its label and its target"),
            ),
        }
        fields.refuse_rest(Severity::Error, &format!("`{key}`"), &[], sink);
    }
    out
}

fn count(
    f: &mut Fields<'_>,
    key: &'static str,
    default: usize,
    range: std::ops::RangeInclusive<i64>,
    sink: &mut Sink,
) -> usize {
    f.number(key, range, sink)
        .and_then(|n| usize::try_from(n.value).ok())
        .unwrap_or(default)
}

fn front_page(f: &mut Fields<'_>, sink: &mut Sink) -> FrontPage {
    let default = FrontPage {
        just_published: 5,
        entries: 50,
        expected: 5,
    };
    let Some(node) = f.take("front_page") else {
        return default;
    };
    let mut f = Fields::new(node, "`front_page`", sink);
    let front = FrontPage {
        just_published: count(
            &mut f,
            "just_published",
            default.just_published,
            0..=50,
            sink,
        ),
        entries: count(&mut f, "entries", default.entries, 1..=1000, sink),
        expected: count(&mut f, "expected", default.expected, 0..=50, sink),
    };
    f.refuse_rest(Severity::Error, "`front_page`", &[], sink);
    front
}

/// The pairs of a map of maps, in their order.
fn groups<'a>(
    f: &mut Fields<'a>,
    key: &'static str,
    sink: &mut Sink,
) -> Vec<(&'a At<String>, &'a Node)> {
    let Some(node) = f.take(key) else {
        return Vec::new();
    };
    let Value::Map(map) = &node.value else {
        sink.push(
            Diagnostic::error(
                "wrong-type",
                format!(
                    "`{key}` is a group of keys, but {} stands here",
                    node.what()
                ),
            )
            .at(node.span, "here")
            .cure("see the example in the documentation of site.yaml"),
        );
        return Vec::new();
    };
    let mut seen: Vec<&str> = Vec::new();
    let mut out = Vec::new();
    for (name, node) in map {
        if seen.contains(&name.value.as_str()) {
            sink.push(
                Diagnostic::error("duplicate-key", format!("`{}` is given twice", name.value))
                    .at(name.span, "again here")
                    .cure("keep one of the two"),
            );
        } else if !name
            .value
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
        {
            sink.push(
                Diagnostic::error(
                    "bad-name",
                    format!("`{}` can't be a name in `{key}`", name.value),
                )
                .at(name.span, "here")
                .cure("use small letters, digits and dashes; give the words in `label` or `title`"),
            );
        } else {
            seen.push(&name.value);
            out.push((name, node));
        }
    }
    out
}

fn stances(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<StanceConfig> {
    let mut stances = Vec::new();
    for (name, node) in groups(f, "stances", sink) {
        let mut f = Fields::new(node, "a stance", sink);
        let label = f
            .text("label", sink)
            .map_or_else(|| words(&name.value), |l| l.value);
        if let Some(span) = f.key_span("colour") {
            sink.push(
                Diagnostic::notice("no-effect-yet", "`colour` has no effect in this version: the theme has a colour for each step of the scale")
                    .at(span, "accepted")
                    .cure("leave it for a later version, or take it out"),
            );
        }
        let colour = f.text("colour", sink).filter(|c| {
            let good = c.value.strip_prefix('#').is_some_and(|h| {
                matches!(h.len(), 3 | 6) && h.bytes().all(|b| b.is_ascii_hexdigit())
            });
            if !good {
                sink.push(
                    Diagnostic::error("bad-colour", format!("`{}` is not a colour", c.value))
                        .at(c.span, "here")
                        .cure("write it as \"#00aa55\", in quotes"),
                );
            }
            good
        });
        let pattern = f
            .text("pattern", sink)
            .filter(|p| one_of(p, &PATTERNS, "pattern", sink));
        let about = f.text("about", sink).map(|a| a.value);
        f.refuse_rest(Severity::Error, "a stance", &[], sink);
        stances.push(StanceConfig {
            id: name.value.clone(),
            label,
            colour: colour.map(|c| c.value),
            pattern: pattern.map(|p| p.value),
            about,
        });
    }
    stances
}

fn one_of(value: &At<String>, choices: &[&str], what: &str, sink: &mut Sink) -> bool {
    let good = choices.contains(&value.value.as_str());
    if !good {
        fields::unknown_word(value, what, choices, sink);
    }
    good
}

fn statuses(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<StatusConfig> {
    let own = |id: &str, label: &str, stage| StatusConfig {
        id: id.to_owned(),
        label: label.to_owned(),
        stage,
    };
    let mut statuses = vec![
        own("happened", "Happened", Stage::Happened),
        own("expected", "Expected", Stage::Expected),
        own("cancelled", "Cancelled", Stage::Cancelled),
    ];
    for (name, node) in groups(f, "statuses", sink) {
        let mut f = Fields::new(node, "a status", sink);
        let label = f
            .text("label", sink)
            .map_or_else(|| words(&name.value), |l| l.value);
        let stage = f
            .text("stage", sink)
            .filter(|s| one_of(s, &["happened", "expected", "cancelled"], "stage", sink));
        let stage = match stage.as_ref().map(|s| s.value.as_str()) {
            Some("expected") => Stage::Expected,
            Some("cancelled") => Stage::Cancelled,
            _ => Stage::Happened,
        };
        f.refuse_rest(Severity::Error, "a status", &[], sink);
        match statuses.iter_mut().find(|s| s.id == name.value) {
            Some(known) => known.label = label,
            None => statuses.push(StatusConfig {
                id: name.value.clone(),
                label,
                stage,
            }),
        }
    }
    statuses
}

fn certainties(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<CertaintyConfig> {
    let own = |id: &str, label: &str, firm| CertaintyConfig {
        id: id.to_owned(),
        label: label.to_owned(),
        firm,
    };
    let mut list = vec![
        own("rumoured", "Rumoured", 0),
        own("reported", "Reported", 2),
        own("confirmed", "Confirmed", 3),
        own("disputed", "Disputed", 0),
    ];
    for (name, node) in groups(f, "certainties", sink) {
        let mut f = Fields::new(node, "a certainty", sink);
        let label = f
            .text("label", sink)
            .map_or_else(|| words(&name.value), |l| l.value);
        let firm = f
            .number("firm", 0..=3, sink)
            .map_or(1, |n| u8::try_from(n.value).unwrap_or(1));
        f.refuse_rest(Severity::Error, "a certainty", &[], sink);
        match list.iter_mut().find(|c| c.id == name.value) {
            Some(known) => known.label = label,
            None => list.push(CertaintyConfig {
                id: name.value.clone(),
                label,
                firm,
            }),
        }
    }
    list
}

fn taxonomies(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<TaxonomyConfig> {
    let own = |id: &str, title: &str, singular: &str| TaxonomyConfig {
        id: id.to_owned(),
        title: title.to_owned(),
        singular: singular.to_owned(),
        aliases: Vec::new(),
        feeds_from: 5,
    };
    let mut list = vec![
        own("organisations", "Organisations", "Organisation"),
        own("people", "People", "Person"),
        own("tags", "Tags", "Tag"),
        own("authors", "Authors", "Author"),
    ];
    for (name, node) in groups(f, "taxonomies", sink) {
        if RESERVED.contains(&name.value.as_str()) {
            sink.push(
                Diagnostic::error(
                    "reserved-name",
                    format!(
                        "`{}` can't be a taxonomy: the name has another meaning",
                        name.value
                    ),
                )
                .at(name.span, "reserved")
                .cure("choose another name"),
            );
            continue;
        }
        let at = list
            .iter()
            .position(|t| t.id == name.value)
            .unwrap_or_else(|| {
                // Before tags and authors, which close every list.
                let at = list.len() - 2;
                list.insert(
                    at,
                    own(
                        &name.value,
                        &words(&name.value),
                        words(&name.value).trim_end_matches('s'),
                    ),
                );
                at
            });
        let mut f = Fields::new(node, "a taxonomy", sink);
        if let Some(title) = f.text("title", sink) {
            list[at].title = title.value;
        }
        if let Some(singular) = f.text("singular", sink) {
            list[at].singular = singular.value;
        }
        list[at].feeds_from = count(&mut f, "feeds_from", 5, 1..=1_000_000, sink);
        for (term, names) in aliases(&mut f, sink) {
            list[at].aliases.push((term, names));
        }
        if let Some(lanes) = f.take("lanes") {
            sink.push(
                Diagnostic::notice("no-effect-yet", "`lanes` has no effect in this version")
                    .at(lanes.span, "accepted")
                    .cure("leave it for a later version, or take it out"),
            );
        }
        f.refuse_rest(Severity::Error, "a taxonomy", &[], sink);
    }
    list
}

fn aliases(f: &mut Fields<'_>, sink: &mut Sink) -> Vec<(String, Vec<String>)> {
    let Some(node) = f.take("aliases") else {
        return Vec::new();
    };
    let Value::Map(map) = &node.value else {
        sink.push(
            Diagnostic::error(
                "wrong-type",
                "`aliases` names each term with its other names",
            )
            .at(node.span, "here")
            .cure("write `aliases: {Google DeepMind: [DeepMind]}`"),
        );
        return Vec::new();
    };
    map.iter()
        .map(|(term, names)| {
            (
                term.value.clone(),
                fields::list(names, "aliases", sink)
                    .into_iter()
                    .map(|n| n.value)
                    .collect(),
            )
        })
        .collect()
}

fn importance(f: &mut Fields<'_>, sink: &mut Sink) -> i64 {
    let Some(node) = f.take("importance") else {
        return 5;
    };
    let mut f = Fields::new(node, "`importance`", sink);
    let max = f.number("max", 2..=100, sink).map_or(5, |n| n.value);
    f.refuse_rest(Severity::Error, "`importance`", &[], sink);
    max
}

fn markdown(f: &mut Fields<'_>, sink: &mut Sink) -> MarkdownConfig {
    let default = MarkdownConfig {
        raw_html: RawHtml::Sanitise,
        math: false,
        smart_punctuation: true,
    };
    let Some(node) = f.take("markdown") else {
        return default;
    };
    let mut f = Fields::new(node, "`markdown`", sink);
    let raw = f.text("raw_html", sink).filter(|r| {
        one_of(
            r,
            &["escape", "sanitise", "trust"],
            "way with raw HTML",
            sink,
        )
    });
    let config = MarkdownConfig {
        raw_html: match raw.as_ref().map(|r| r.value.as_str()) {
            Some("escape") => RawHtml::Escape,
            Some("trust") => RawHtml::Trust,
            _ => RawHtml::Sanitise,
        },
        math: f.flag("math", sink).unwrap_or(default.math),
        smart_punctuation: f
            .flag("smart_punctuation", sink)
            .unwrap_or(default.smart_punctuation),
    };
    f.refuse_rest(Severity::Error, "`markdown`", &[], sink);
    config
}

fn feeds(f: &mut Fields<'_>, sink: &mut Sink) -> FeedConfig {
    let default = FeedConfig {
        entries: 20,
        full_content: true,
        hub: None,
    };
    let Some(node) = f.take("feeds") else {
        return default;
    };
    let mut f = Fields::new(node, "`feeds`", sink);
    let config = FeedConfig {
        entries: count(&mut f, "entries", default.entries, 1..=500, sink),
        full_content: f.flag("full_content", sink).unwrap_or(default.full_content),
        hub: f.text("hub", sink).map(|h| h.value),
    };
    f.refuse_rest(Severity::Error, "`feeds`", &[], sink);
    config
}

/// `open-weight` in words: "Open weight".
fn words(id: &str) -> String {
    let mut chars = id
        .chars()
        .map(|c| if c == '-' || c == '_' { ' ' } else { c });
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
