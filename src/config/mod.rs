//! Validates `site.yaml` into a [`SiteConfig`].
//!
//! Every key is read and validated here, including those whose feature comes in a later version (a
//! notice reports them). Unknown keys are errors at any depth.

mod content;
mod editions;
mod embeds;
mod features;
mod feed_ids;
mod full;
mod hosting;
mod keys;
mod language;
mod later;
mod limits;
mod links;
mod redirects;
mod site;
mod slots;
mod taxonomies;
mod time_zone;
mod vocabulary;

use std::borrow::Cow;

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::content::date::calendar::Calendar;
use crate::content::event::LifeStage;
use crate::content::file_types;
use crate::content::permalink::Permalink;
use crate::content::slug::Slugs;
use crate::diagnostic::Sink;
use crate::diagnostic::lint::Levels;
use crate::limits::OutputLimits;
use crate::percent;
use crate::reference;
use crate::source::{At, Source};
use crate::yaml::fields::Fields;
use crate::yaml::{self, Node, slips, values};

pub use editions::EditionConfig;
pub use feed_ids::FeedAuthority;
pub use full::full;
pub use language::{is_language, language_tag, primary_subtag};
pub use redirects::{AddressPart, RedirectRule, is_pattern};

/// Everything that the owner of a site can configure.
#[derive(Debug, Clone)]
pub struct SiteConfig {
    pub title: String,
    /// Without a trailing slash: `https://timeline.example.org`.
    pub origin: String,
    /// Path of the front page: `/`, or `/news/`; of another edition than the first, `/news/ar/`.
    pub base: String,
    /// BCP 47; that of the edition.
    pub language: String,
    /// One for each language, the site's own first; never empty.
    pub editions: Vec<EditionConfig>,
    /// The edition that this is the configuration of.
    pub edition: usize,
    pub timezone: Tz,
    /// Whether numbers are in the digits of a language's script, unless its edition says otherwise.
    native_digits: bool,
    /// In which dates may be written, and are shown beside the Gregorian one.
    pub calendar: Option<Calendar>,
    pub description: Option<String>,
    pub identity: Identity,
    pub publisher: Publisher,
    pub links: Vec<OwnerLink>,
    /// Paths of the domain that are not part of this site: `/docs/`.
    pub outside: Vec<String>,
    /// `None`: the menu is derived from what the site has.
    pub menu: Option<Vec<MenuItem>>,
    pub permalink: Permalink,
    /// How words become addresses.
    pub slugs: Slugs,
    /// Entries per page of a long list.
    pub per_page: usize,
    pub front_page: FrontPage,
    pub taxonomies: Vec<TaxonomyConfig>,
    /// In the order of the scale. Empty if the site has no stances.
    pub stances: Vec<StanceConfig>,
    pub statuses: Vec<StatusConfig>,
    pub certainties: Vec<CertaintyConfig>,
    /// The top of the importance scale; 1 is its bottom.
    pub importance_max: i64,
    pub front_matter: FrontMatterConfig,
    /// Downgrades faults in sources' dates, links, anchors, pictures, statuses and scales to
    /// warnings; the value is kept as text.
    pub lenient: bool,
    /// The level at which each lint is reported.
    pub lint: Levels,
    pub markdown: MarkdownConfig,
    pub files: FilesConfig,
    /// Hosts whose films and posts a page may show, without `www.`.
    pub embeds: Vec<String>,
    pub feeds: FeedConfig,
    /// The terms on which the data may be used: words, or an address.
    pub data_licence: Option<String>,
    pub slots: Slots,
    /// Sets of two or more organisations to compare.
    pub compare: Vec<Vec<At<String>>>,
    pub features: Features,
    pub hosting: Hosting,
    pub deploy: Deploy,
    pub limits: OutputLimits,
    /// The limits on content of strangers.
    pub untrusted_limits: OutputLimits,
    /// Whether the content is a stranger's: see [`SiteConfig::distrust`].
    pub untrusted: bool,
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
    /// Key in the front matter, and first segment of the address.
    pub id: String,
    /// `None`: the theme's label.
    pub title: Option<String>,
    /// `None`: the theme's label.
    pub singular: Option<String>,
    /// Whether its terms are shown as lanes over time.
    pub lanes: bool,
    /// Canonical terms, each with its aliases.
    pub aliases: Vec<(String, Vec<String>)>,
    /// A term gets its own feed from this number of entries on.
    pub feeds_from: usize,
    /// Titles of terms in the language of the edition.
    pub titles: Vec<(String, String)>,
}

#[derive(Debug, Clone)]
pub struct StanceConfig {
    pub id: String,
    pub label: String,
    /// `#0b5` or `#00aa55`.
    pub colour: Option<String>,
    /// That of its place on the scale, if the owner wants no other.
    pub pattern: Option<String>,
    pub about: Option<String>,
}

#[derive(Debug, Clone)]
pub struct StatusConfig {
    pub id: String,
    /// `None`: the theme's label.
    pub label: Option<String>,
    pub stage: LifeStage,
}

#[derive(Debug, Clone)]
pub struct CertaintyConfig {
    pub id: String,
    /// `None`: the theme's label.
    pub label: Option<String>,
    /// From 0 (rumoured, disputed) to 3 (confirmed).
    pub firm: u8,
}

/// How to read front matter written for another generator.
#[derive(Debug, Clone, Default)]
pub struct FrontMatterConfig {
    /// Pairs of a key as written and the key of the content model (or taxonomy) that it stands for,
    /// in file order. No written key occurs twice.
    pub rename: Vec<(String, String)>,
    /// Keys that are ignored without a diagnostic.
    pub ignore: Vec<String>,
}

/// How to treat raw HTML in an article.
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
    /// Whether bare addresses in texts are links.
    pub linkify: bool,
}

/// Which files of the project are published, besides those that always are.
#[derive(Debug, Clone, Default)]
pub struct FilesConfig {
    /// Further endings of files that are copied from `content/`, in lower case, without a dot.
    pub endings: Vec<String>,
    /// Folders of the project that may be symbolic links.
    pub linked: Vec<String>,
}

/// What the feeds of terms contain. Each article is in the feeds of all its terms, so that on a large
/// site their texts outweigh its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TermFeeds {
    /// The full text up to [`AUTO_FULL`](Self::AUTO_FULL) articles, a summary on larger sites.
    #[default]
    Auto,
    Full,
    Summary,
    /// Terms have no feeds.
    None,
}

impl TermFeeds {
    /// The number of articles up to which `auto` means the full text.
    pub const AUTO_FULL: usize = 1_000;
}

#[derive(Debug, Clone)]
pub struct FeedConfig {
    /// Whose ids the feeds have; `None`: those of the site's own address.
    pub authority: Option<FeedAuthority>,
    /// When the domain was the publisher's; `None`: as the program has it.
    pub since: Option<String>,
    pub entries: usize,
    pub full_content: bool,
    pub terms: TermFeeds,
    pub hub: Option<String>,
}

/// Named slots of the theme, empty by default.
#[derive(Debug, Clone, Default)]
pub struct Slots {
    pub notice: Option<Notice>,
    pub comments: Option<Giscus>,
    /// Origin of the visit counter: `https://example.goatcounter.com`.
    pub counter: Option<String>,
    pub sponsor_top: Option<Sponsor>,
}

/// The bar above every page.
#[derive(Debug, Clone)]
pub struct Notice {
    pub text: String,
    pub link: Option<String>,
    /// The last day on which it is shown.
    pub until: Option<NaiveDate>,
}

#[derive(Debug, Clone)]
pub struct Giscus {
    /// `owner/name`.
    pub repo: String,
    pub category: String,
    /// GitHub's ids for `repo` and `category`. Without both, readers can't start a discussion on
    /// the page.
    pub repo_id: Option<String>,
    pub category_id: Option<String>,
}

#[derive(Debug, Clone)]
pub struct Sponsor {
    /// HTML file provided by the owner, relative to the project.
    pub fragment: At<String>,
    pub label: String,
    /// Height in CSS pixels to reserve, so that the layout does not shift.
    pub height: Option<u16>,
}

/// Optional features that cost build time or output files.
#[derive(Debug, Clone, Copy)]
pub struct Features {
    pub search: bool,
    pub cards: bool,
    pub compress: bool,
    pub data: bool,
    /// `llms.txt`.
    pub llms: bool,
    /// `TimelineJS` JSON of the site, its terms and its storylines.
    pub timelines: bool,
    /// A JSON Feed beside the Atom feed of each term.
    pub json_feeds: bool,
    /// Calendars of what is expected.
    pub calendars: bool,
    /// Pictures of time as files.
    pub charts: bool,
    /// The same as PNG too.
    pub png_charts: bool,
    /// Pictures beside articles in several widths.
    pub pictures: bool,
    /// Pages of articles, terms and storylines for other sites.
    pub embeds: bool,
    /// Such pages of the events that articles list too.
    pub entry_embeds: bool,
    /// A Markdown twin of each article.
    pub markdown: bool,
}

#[derive(Debug, Clone, Default)]
pub struct Hosting {
    pub hosts: Vec<Host>,
    /// Name and value of headers for every page.
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
pub struct Deploy {
    /// `s3://bucket/prefix`.
    pub target: Option<String>,
    /// A deploy that would delete more files than this is refused.
    pub max_deletes: usize,
}

/// Validates `site.yaml`. `None` if a key that every build needs is missing or invalid. `reserved`
/// are the folders of generated pages, which no taxonomy can use.
pub fn read(root: &Node, reserved: &[&str], sink: &mut Sink) -> Option<SiteConfig> {
    keys::inside(root, &reference::site::SITE, sink, |f, sink| {
        site_config(f, reserved, sink)
    })
}

/// Parses and validates the text of `site.yaml`; see [`read`]. `None` also if a part of it can't be
/// read, on which the meaning of other files may depend.
pub fn parse(source: &Source, reserved: &[&str], sink: &mut Sink) -> Option<SiteConfig> {
    let whole = 0..source.text.len();
    let mut reading = yaml::read_on(source.id, &source.text, whole, sink)?;
    let from = sink.len();
    let text = slips::Text {
        source: source.id,
        text: &reading.mended.text,
        is_taxonomy: &|_| false,
    };
    slips::in_site(&text, &mut reading.root, &reference::site::SITE, sink);
    let (root, taken_out) = reading.in_file(from, sink);
    let config = read(&root, reserved, sink);
    taken_out.excuse(&reference::site::SITE, from, sink);
    values::put_at_invisible(source, from, sink);
    config.filter(|_| taken_out.is_empty())
}

fn site_config(f: &mut Fields<'_>, reserved: &[&str], sink: &mut Sink) -> Option<SiteConfig> {
    let later = &mut keys::Later::default();
    let hint = "the name of the site: `title: My Timeline`";
    let title = site::required(f, "title", hint, sink);
    let hint = "the address of the site: `url: https://example.org/`";
    let url = site::required(f, "url", hint, sink).and_then(|url| site::address(&url, sink));
    let editions = editions::editions(f, sink);
    let timezone = time_zone::time_zone(f, sink);
    let calendars = Calendar::ALL.map(|calendar| (calendar.id(), calendar));
    let calendar = keys::one_of(f, "calendar", "calendar", &calendars, sink);
    let native_digits = editions::digits(f, sink).unwrap_or(false);
    let description = f.text("description", sink).map(|d| d.value);
    let identity = site::identity(f, sink);
    let publisher = site::publisher(f, sink);
    let (links, outside) = links::links(f, sink);
    let menu = site::menu(f, sink);
    let permalink = site::permalink(f, sink);
    let all = Slugs::ALL.map(|slugs| (slugs.id(), slugs));
    let slugs = keys::one_of(f, "slugs", "kind of address", &all, sink).unwrap_or_default();
    let per_page = keys::count(f, "per_page", 50, 10..=1000, sink);
    let front_page = site::front_page(f, sink);
    let taxonomies = taxonomies::taxonomies(f, reserved, sink);
    let stances = vocabulary::stances(f, later, sink);
    let statuses = vocabulary::statuses(f, sink);
    let certainties = vocabulary::certainties(f, sink);
    let importance_max = vocabulary::importance(f, sink);
    let front_matter = content::front_matter(f, &taxonomies, sink);
    let lenient = f.flag("lenient", sink).unwrap_or(false);
    let lint = content::lint(f, sink);
    let markdown = content::markdown(f, sink);
    let files = content::files(f, sink);
    let embeds = embeds::embeds(f, sink);
    let feeds = content::feeds(f, sink);
    let data_licence = f.text("data_licence", sink).map(|licence| licence.value);
    let slots = slots::slots(f, sink);
    let compare = taxonomies::compare(f, sink);
    let features = features::features(f, later, sink);
    let hosting = hosting::hosting(f, sink);
    let deploy = later::deploy(f, later, sink);
    let (limits, untrusted_limits) = limits::limits(f, sink);
    let output = f.text("output", sink).map(|o| o.value);
    let (origin, base) = url?;
    let mut config = SiteConfig {
        title: title?.value,
        origin,
        base,
        language: editions[0].language.clone(),
        editions,
        edition: 0,
        timezone,
        native_digits,
        calendar,
        description,
        identity,
        publisher,
        links,
        outside,
        menu,
        permalink,
        slugs,
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
        files,
        embeds,
        feeds,
        data_licence,
        slots,
        compare,
        features,
        hosting,
        deploy,
        limits,
        untrusted_limits,
        untrusted: false,
        output: output.unwrap_or_else(|| "public".to_owned()),
    };
    editions::check(&config, reserved, sink);
    let first = config.editions[0].clone();
    config.say(&first);
    Some(config)
}

impl SiteConfig {
    /// Applies what holds for content of strangers: raw HTML is shown as text, and limits are
    /// tight. `is_own`: the configuration is not the strangers' own, so that it may set them.
    pub fn distrust(&mut self, is_own: bool) {
        self.untrusted = true;
        self.markdown.raw_html = RawHtml::Escape;
        // Pages and scripts are the owner's to allow, for the owner's own articles.
        let active = |ending: &String| file_types::is_active(&format!("a.{ending}"));
        self.files.endings.retain(|ending| !active(ending));
        self.limits = match is_own {
            true => self.untrusted_limits,
            false => OutputLimits::UNTRUSTED,
        };
    }

    /// Returns the path of a route below the front page: for `year/2025/`, `/news/year/2025/`.
    pub fn href(&self, route: &str) -> String {
        format!("{}{}", self.base, route)
    }

    /// Returns the absolute URL of a route: letters of other scripts than Latin are percent-encoded, since
    /// not every reader of feeds and sitemaps does it.
    pub fn permalink_of(&self, route: &str) -> String {
        format!("{}{}{}", self.origin, self.base, encoded(route))
    }

    /// Returns the path of a route of the whole site, whichever edition this is.
    pub fn whole_href(&self, route: &str) -> String {
        format!("{}{}", self.root(), route)
    }

    /// Returns the absolute URL of a route of the whole site, whichever edition this is.
    pub fn whole_permalink_of(&self, route: &str) -> String {
        format!("{}{}{}", self.origin, self.root(), encoded(route))
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

    /// Splits an absolute http(s) URL into origin and path, for `url` and `--base-url`.
    ///
    /// # Errors
    /// Describes what is wrong, for the user.
    pub fn split_url(url: &str) -> Result<(String, String), String> {
        let (scheme, rest) = url
            .split_once("://")
            .ok_or("an address must start with https:// or http://")?;
        if !matches!(scheme, "https" | "http") {
            return Err(format!(
                "an address must start with https:// or http://, not {scheme}://"
            ));
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let good = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        if host.is_empty() || !host.chars().all(good) {
            return Err(format!("`{host}` is not a host name"));
        }
        let path = path.trim_matches('/');
        if !path
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-._~/".contains(c))
            || path.split('/').any(|p| p == "." || p == "..")
        {
            return Err(format!(
                "`/{path}/` contains characters that are not allowed in a site's path (allowed are letters, digits, - . _ ~)"
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

/// A route in an absolute URL.
fn encoded(route: &str) -> Cow<'_, str> {
    match route.is_ascii() {
        true => Cow::Borrowed(route),
        false => Cow::Owned(percent::path_of_address(route)),
    }
}
