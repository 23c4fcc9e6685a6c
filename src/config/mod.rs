//! `site.yaml`: from what the owner wrote to a validated [`SiteConfig`].
//!
//! Every key is read and validated here, also those whose feature comes with a later version
//! (a notice says so). Unknown keys are errors, at any depth.

mod content;
mod full;
mod hosting;
mod keys;
mod later;
mod site;
mod slots;
mod taxonomies;
mod vocabulary;

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::content::event::LifeStage;
use crate::content::permalink::Permalink;
use crate::diagnostic::Sink;
use crate::diagnostic::lint::Levels;
use crate::source::At;
use crate::yaml::Node;
use crate::yaml::fields::Fields;

pub use full::full;
#[cfg(test)]
pub(crate) use taxonomies::FRONT_MATTER;

/// Everything that the owner of a site decides.
#[derive(Debug, Clone)]
pub struct SiteConfig {
    pub title: String,
    /// `https://timeline.example.org`, without a slash at its end.
    pub origin: String,
    /// Path of the front page: `/`, or `/news/`.
    pub base: String,
    /// BCP 47; the first of `languages`.
    pub language: String,
    /// BCP 47; never empty.
    pub languages: Vec<String>,
    pub timezone: Tz,
    pub description: Option<String>,
    pub identity: Identity,
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
    pub front_matter: FrontMatterConfig,
    /// Faults in sources' dates, links, anchors, pictures, statuses and scales are warnings, and
    /// the value is kept as text.
    pub lenient: bool,
    /// How loudly each lint is said.
    pub lint: Levels,
    pub markdown: MarkdownConfig,
    pub feeds: FeedConfig,
    pub slots: Slots,
    /// Sets of organisations that are compared, two names or more each.
    pub compare: Vec<Vec<At<String>>>,
    pub features: Features,
    pub hosting: Hosting,
    pub deploy: Deploy,
    /// Output folder, relative to the project.
    pub output: String,
}

#[derive(Debug, Clone, Default)]
pub struct Identity {
    /// Below `static/`.
    pub logo: Option<At<String>>,
    /// Below `static/`.
    pub favicon: Option<At<String>>,
    /// `#0b5` or `#00aa55`.
    pub accent: Option<At<String>>,
    /// Below `static/`.
    pub share_image: Option<At<String>>,
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
    /// None: the word for it, which the theme has.
    pub title: Option<String>,
    /// None: the word for it, which the theme has.
    pub singular: Option<String>,
    /// Whether its terms make lanes over time.
    pub lanes: bool,
    /// Canonical term and its other names.
    pub aliases: Vec<(String, Vec<String>)>,
    /// A term with at least so many entries has a feed.
    pub feeds_from: usize,
}

#[derive(Debug, Clone)]
pub struct StanceConfig {
    pub id: String,
    pub label: String,
    /// `#0b5` or `#00aa55`.
    pub colour: Option<String>,
    pub pattern: Option<String>,
    pub about: Option<String>,
}

#[derive(Debug, Clone)]
pub struct StatusConfig {
    pub id: String,
    /// None: the word for it, which the theme has.
    pub label: Option<String>,
    pub stage: LifeStage,
}

#[derive(Debug, Clone)]
pub struct CertaintyConfig {
    pub id: String,
    /// None: the word for it, which the theme has.
    pub label: Option<String>,
    /// From 0 (rumoured, disputed) to 3 (confirmed).
    pub firm: u8,
}

/// What front matter written for another generator means here.
#[derive(Debug, Clone, Default)]
pub struct FrontMatterConfig {
    /// A key as it is written, and the key of the content model (or taxonomy) that it stands
    /// for. In the order of the file; no written key comes twice.
    pub rename: Vec<(String, String)>,
    /// Keys that nothing is said about.
    pub ignore: Vec<String>,
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

/// Named places of the theme, empty by default.
#[derive(Debug, Clone, Default)]
pub struct Slots {
    pub notice: Option<Notice>,
    pub comments: Option<Giscus>,
    /// Origin of its counter of visits: `https://example.goatcounter.com`.
    pub counter: Option<String>,
    pub sponsor_top: Option<Sponsor>,
}

/// The bar above every page.
#[derive(Debug, Clone)]
pub struct Notice {
    pub text: String,
    pub link: Option<String>,
    /// The last day on which it shows.
    pub until: Option<NaiveDate>,
}

#[derive(Debug, Clone)]
pub struct Giscus {
    /// `owner/name`.
    pub repo: String,
    pub category: String,
    /// The ids that GitHub has for them; without both, readers can begin no discussion here.
    pub repo_id: Option<String>,
    pub category_id: Option<String>,
}

#[derive(Debug, Clone)]
pub struct Sponsor {
    /// A file of HTML of the owner's, below the project.
    pub fragment: At<String>,
    pub label: String,
    /// In CSS pixels, kept free so that nothing moves.
    pub height: Option<u16>,
}

/// What costs time or files, and can be switched.
#[derive(Debug, Clone, Copy)]
pub struct Features {
    pub search: bool,
    pub cards: bool,
    pub compress: bool,
    pub data: bool,
}

#[derive(Debug, Clone, Default)]
pub struct Hosting {
    pub hosts: Vec<Host>,
    /// Name and value, for every page.
    pub headers: Vec<(String, String)>,
    pub redirects: Vec<RedirectRule>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    Netlify,
    Cloudflare,
    GithubPages,
    Nginx,
    Caddy,
}

#[derive(Debug, Clone)]
pub struct RedirectRule {
    /// A path of this site.
    pub from: String,
    /// A path of this site, or an address elsewhere.
    pub to: String,
    /// 301, 302, 307 or 308.
    pub status: u16,
}

#[derive(Debug, Clone)]
pub struct Deploy {
    /// `s3://bucket/prefix`.
    pub target: Option<String>,
    /// More deletions than these are refused.
    pub max_deletes: usize,
}

/// Validates `site.yaml`. None where it lacks what nothing can be built without.
///
/// `reserved` are the folders of the program's own pages, which no taxonomy can take.
pub fn read(root: &Node, reserved: &[&str], sink: &mut Sink) -> Option<SiteConfig> {
    keys::inside(root, "site.yaml", sink, |f, sink| {
        site_config(f, reserved, sink)
    })
}

fn site_config(f: &mut Fields<'_>, reserved: &[&str], sink: &mut Sink) -> Option<SiteConfig> {
    let later = &mut keys::Later::default();
    let hint = "the name of the site: `title: My Timeline`";
    let title = site::required(f, "title", hint, sink);
    let hint = "where the site will stand: `url: https://example.org/`";
    let url = site::required(f, "url", hint, sink).and_then(|url| site::address(&url, sink));
    let languages = site::languages(f, later, sink);
    let timezone = site::time_zone(f, sink);
    let description = f.text("description", sink).map(|d| d.value);
    let identity = site::identity(f, sink);
    let publisher = site::publisher(f, sink);
    let links = site::links(f, sink);
    let menu = site::menu(f, sink);
    let permalink = site::permalink(f, sink);
    let per_page = keys::count(f, "per_page", 50, 10..=1000, sink);
    let front_page = site::front_page(f, sink);
    let taxonomies = taxonomies::taxonomies(f, reserved, later, sink);
    let stances = vocabulary::stances(f, later, sink);
    let statuses = vocabulary::statuses(f, sink);
    let certainties = vocabulary::certainties(f, sink);
    let importance_max = vocabulary::importance(f, sink);
    let front_matter = content::front_matter(f, &taxonomies, sink);
    let lenient = f.flag("lenient", sink).unwrap_or(false);
    let lint = content::lint(f, sink);
    let markdown = content::markdown(f, sink);
    let feeds = content::feeds(f, sink);
    let slots = slots::slots(f, sink);
    let compare = later::compare(f, later, sink);
    let features = later::features(f, later, sink);
    let hosting = hosting::hosting(f, sink);
    let deploy = later::deploy(f, later, sink);
    let output = f.text("output", sink).map(|o| o.value);
    let (origin, base) = url?;
    Some(SiteConfig {
        title: title?.value,
        origin,
        base,
        language: languages[0].clone(),
        languages,
        timezone,
        description,
        identity,
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
        front_matter,
        lenient,
        lint,
        markdown,
        feeds,
        slots,
        compare,
        features,
        hosting,
        deploy,
        output: output.unwrap_or_else(|| "public".to_owned()),
    })
}

/// Whether a text has the shape of a language's code: a word of two or three letters, then words
/// of two to eight letters and digits, parted by dashes (BCP 47, RFC 5646 section 2.1, without
/// private and grandfathered codes).
pub fn is_language(tag: &str) -> bool {
    let mut words = tag.split('-');
    let first = words.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && words.all(|word| {
            (2..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_alphanumeric())
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
