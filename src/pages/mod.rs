//! Kinds of pages: one file each, one table of all.
//!
//! A [`Kind`] holds everything specific to one kind of page: which routes it claims, what its bytes
//! are made from, the head and the JSON-LD of its pages, when they changed, how the ledger of
//! addresses and `dateline why` name them, and which files of the project they depend on. All code
//! that needs to know what a page is asks [`kind`].
//!
//! A new kind needs a variant of [`Page`], a file here, a row in the table below, and a template.
//! The compiler reports what is missing.

mod article;
mod asset;
mod calendar;
mod chart_file;
mod compare;
mod corrections;
mod data;
mod days;
mod embed;
mod expected;
mod expired;
mod explore;
mod facet;
mod facet_index;
mod feed;
mod feed_entry;
mod feeds;
mod front;
mod host_file;
mod lanes;
mod llms;
mod navigation;
mod not_found;
mod page_list;
mod period;
mod picture;
mod planner;
mod recent;
mod redirect;
mod rows_file;
mod share_card;
mod sitemap;
mod stances;
mod static_page;
mod story;
mod taxonomy;
mod term;
mod timelinejs;
mod twin;

use std::sync::Arc;

use crate::content::front_matter::Moment;
use crate::model::site::Site;
use crate::plan::explore::IndexFile;
use crate::plan::{AddressKind, CardOf, FacetKind, Page, Planned};
use crate::publish::Class;
use crate::view::context::ViewContext;
use crate::view::deps::{Deps, HtmlDeps};
use crate::view::language::Alternate;
use crate::view::structured::Schema;
use crate::view::{Chrome, Digested, FileLink, Head, Link, View};
use navigation::Listing;
pub use navigation::chrome;
use planner::Planner;
pub use planner::plan;
use rows_file::RowsFile;

/// Everything specific to one kind of page. Each function is only called with pages of its kind.
pub struct Kind {
    /// Its name in templates: `page.kind`, and the class of `<body>`.
    pub name: &'static str,
    /// What its bytes are made from.
    pub output: Output,
    /// The same as rows of entries, for a file that has them: an edited headline changes few.
    pub rows: for<'a> fn(&ViewContext<'a>, &Planned) -> Option<RowsFile<'a>>,
    /// When and how it is published.
    pub class: Class,
    /// Whether sitemaps list it.
    pub in_sitemap: bool,
    /// Whether the first edition claims all its pages: files, and what has a language of its own.
    /// Of any other kind each edition has its own pages.
    whole: bool,
    /// The folders in which its pages are, at the root of the site: no taxonomy can be called so.
    folders: &'static [&'static str],
    /// Whether it claims when all other kinds have, in the order of the table, for what it needs to
    /// know of them.
    claims_last: bool,
    /// Claims the routes of all its pages.
    claim: fn(&mut Planner<'_>),
    /// The last change of its contents; `None` if unknown.
    pub modified: fn(&ViewContext<'_>, &Page) -> Option<Moment>,
    /// The owner of its address in the ledger of addresses; `None` for an address that is not
    /// guaranteed to be stable.
    pub identity: fn(&Site, &Page) -> Option<PageIdentity>,
    /// How `dateline why` describes it.
    pub describe: fn(&Site, &Page) -> String,
    /// Which texts of the project it depends on, besides the headlines and summaries that it shows.
    pub sources: fn(&Site, &Page) -> PageSources,
    /// Ids of the anchors on it; `None` if they vary with its entries.
    pub anchors: fn(&Site, &Page) -> Option<Vec<String>>,
    /// The language of its interface, if it differs from the site's.
    pub lang: for<'s> fn(&'s Site, &Page) -> Option<&'s str>,
    /// Links to it from every page, and from `/explore/`.
    listings: fn(&ViewContext<'_>) -> Vec<Listing>,
}

/// What the bytes of a page are made from.
pub enum Output {
    /// A template and a view.
    Html(Template),
    /// Anything else.
    Bytes(fn(&ViewContext<'_>, &Planned) -> Deps),
    /// A file of the index of `/explore/`. All of them are made together: see
    /// [`search::Index`](crate::search::Index).
    Index(fn(&Page) -> IndexFile),
}

/// The template of a page, and its view.
pub struct Template {
    pub file: &'static str,
    /// The name under which it sees the view; empty if it has none.
    pub variable: &'static str,
    /// The type of the view, for the template reference.
    pub view: fn() -> &'static str,
    /// Whether search engines should skip the page.
    pub noindex: bool,
    /// Makes the view, and completes the head with what is specific to the kind. The head passed in
    /// has the kind, the address and the site's picture.
    page: fn(&ViewContext<'_>, &Page, Head) -> Parts,
}

impl Template {
    const fn of<V: View>(
        file: &'static str,
        variable: &'static str,
        page: fn(&ViewContext<'_>, &Page, Head) -> Parts,
    ) -> Self {
        Self {
            file,
            variable,
            view: std::any::type_name::<V>,
            noindex: false,
            page,
        }
    }

    const fn noindex(self) -> Self {
        Self {
            noindex: true,
            ..self
        }
    }
}

/// The parts of a page that its kind provides.
struct Parts {
    head: Head,
    view: Box<dyn View>,
    /// For a page whose head has no JSON-LD yet; none if it gets none.
    schema: Option<Schema>,
    /// Entries that JSON-LD lists as events.
    events: Vec<crate::model::entry::EntryId>,
    /// The page between the front page and this one.
    parent: Option<Link>,
}

impl Parts {
    fn new(head: Head, view: impl View + 'static) -> Self {
        Self {
            head,
            view: Box::new(view),
            schema: Some(Schema::default()),
            events: Vec::new(),
            parent: None,
        }
    }
}

/// The owner of an address, as recorded in the ledger of addresses.
pub struct PageIdentity {
    pub kind: AddressKind,
    pub id: String,
}

impl PageIdentity {
    fn new(kind: AddressKind, id: impl Into<String>) -> Option<Self> {
        Some(Self {
            kind,
            id: id.into(),
        })
    }

    /// The identity of a list.
    fn list(id: impl Into<String>) -> Option<Self> {
        Self::new(AddressKind::List, id)
    }
}

/// Which texts of the project a page depends on, besides headlines and summaries.
pub enum PageSources {
    /// No text.
    None,
    /// The text of one file, by its path below the project.
    File(String),
    /// The texts of the articles whose headline or summary it shows.
    TextsShown,
    /// The texts of all articles.
    AllTexts,
}

/// Defaults for a page that lists entries and is rendered from a template.
const LIST: Kind = Kind {
    name: "",
    output: Output::Bytes(|_, planned| planned.page.is_not("of a kind without output")),
    rows: |_, _| None,
    class: Class::List,
    in_sitemap: true,
    whole: false,
    folders: &[],
    claims_last: false,
    claim: |_| {},
    modified: |_, _| None,
    identity: |_, _| None,
    describe: |_, _| "a generated page".to_owned(),
    sources: |_, _| PageSources::None,
    anchors: |_, _| None,
    lang: |_, _| None,
    listings: |_| Vec::new(),
};

/// Defaults for a file that is not a page.
const FILE: Kind = Kind {
    in_sitemap: false,
    whole: true,
    ..LIST
};

/// Generates [`kind`] and [`KINDS`] from one table. Its order is that of the menu and the foot, and of
/// those that [claim last](Kind::claims_last).
macro_rules! kinds {
    ($($pattern:pat => $kind:expr,)*) => {
        /// Returns the kind of a page.
        pub fn kind(page: &Page) -> &'static Kind {
            match page {
                $($pattern => const { &$kind },)*
            }
        }

        /// All kinds, in the order of the table.
        pub const KINDS: &[&Kind] = &[$(&$kind),*];
    };
}

kinds! {
    Page::Favicon => asset::FAVICON,
    Page::Front => front::FRONT,
    Page::NotFound => not_found::NOT_FOUND,
    Page::Feed(..) => feed::FEED,
    Page::FeedArchive(_) => feed::FEED_ARCHIVE,
    Page::Robots => sitemap::ROBOTS,
    Page::Css => asset::CSS,
    Page::CustomCss => asset::CUSTOM_CSS,
    Page::CommentsModule => asset::COMMENTS_MODULE,
    Page::FramesModule => asset::FRAMES_MODULE,
    Page::ThemeScript(_) => asset::THEME_SCRIPT,
    Page::LanesModule => asset::LANES_MODULE,
    Page::Host(_) => host_file::HOST_FILE,
    Page::Forward(_) => redirect::FORWARD,
    Page::Article(_) => article::ARTICLE,
    Page::Twin(_) => twin::TWIN,
    Page::Expired(_) => expired::EXPIRED,
    Page::Static(_) => static_page::STATIC_PAGE,
    Page::PageList => page_list::PAGE_LIST,
    Page::Year(_) => period::YEAR,
    Page::Month(..) => period::MONTH,
    Page::FacetList { .. } => facet::FACET,
    Page::FacetIndex(FacetKind::Stance) => stances::STANCES,
    Page::FacetIndex(_) => facet_index::FACET_INDEX,
    Page::New => recent::RECENT,
    Page::Days => days::DAYS,
    Page::Day(..) => days::DAY,
    Page::Lanes => lanes::LANES,
    Page::LanesCsv => lanes::LANES_CSV,
    Page::Compare(_) => compare::COMPARE,
    Page::ChartFile(..) => chart_file::CHART_FILE,
    Page::Taxonomy(_) => taxonomy::TAXONOMY,
    Page::Term { .. } => term::TERM,
    Page::TermYear(..) => term::TERM_YEAR,
    Page::Stories => story::STORIES,
    Page::Story(_) => story::STORY,
    Page::Expected => expected::EXPECTED,
    Page::Corrections => corrections::CORRECTIONS,
    Page::SiteCalendar => calendar::SITE_CALENDAR,
    Page::TermCalendar(_) => calendar::TERM_CALENDAR,
    Page::Feeds => feeds::FEEDS,
    Page::Embed(_) => embed::EMBED,
    Page::OEmbed(_) => embed::OEMBED,
    Page::Data => data::DATA,
    Page::DataFile(_) => data::DATA_FILE,
    Page::Timeline(_) => timelinejs::TIMELINE,
    Page::Llms => llms::LLMS,
    Page::Explore => explore::EXPLORE,
    Page::Script(_) => explore::SCRIPT,
    Page::Search(_) => explore::INDEX_FILE,
    Page::File(_) => asset::PROJECT_FILE,
    Page::Picture(_) => picture::PICTURE,
    Page::Card(_) => share_card::SHARE_CARD,
    Page::Redirect(_) => redirect::REDIRECT,
    Page::Sitemap(_) => sitemap::SITEMAP,
    Page::SitemapIndex => sitemap::SITEMAP_INDEX,
    Page::NewsSitemap => sitemap::NEWS_SITEMAP,
}

/// Names of folders at the root of the site that are the program's own.
pub fn reserved_names() -> Vec<&'static str> {
    let folders = KINDS.iter().flat_map(|kind| kind.folders);
    folders.copied().collect()
}

/// Those in which there are lists of entries.
fn list_folders() -> Vec<&'static str> {
    let lists = KINDS.iter().filter(|kind| kind.in_sitemap);
    lists.flat_map(|kind| kind.folders).copied().collect()
}

impl Page {
    /// Panics: a function of a kind was called with a page of another kind, which is a mistake in
    /// the table above.
    fn is_not(&self, what: &str) -> ! {
        unreachable!("{self:?} is not {what}")
    }
}

/// Returns what one page depends on. A file of the index gets no digest here; the caller that has
/// the index sets it.
pub fn deps(whole: ViewContext<'_>, chrome: &Arc<Digested<Chrome>>, planned: &Planned) -> Deps {
    let kind = kind(&planned.page);
    match &kind.output {
        Output::Bytes(make) => make(&whole, planned),
        Output::Index(file) => Deps::Search(file(&planned.page), [0; 16]),
        Output::Html(template) => {
            Deps::Html(Box::new(html(&whole, chrome, kind.name, template, planned)))
        }
    }
}

fn html(
    ctx: &ViewContext<'_>,
    chrome: &Arc<Digested<Chrome>>,
    name: &'static str,
    template: &Template,
    planned: &Planned,
) -> HtmlDeps {
    let config = &ctx.site.config;
    let picture = config.identity.share_image.as_ref();
    let head = Head {
        kind: name,
        canonical: ctx.whole_absolute(&planned.route),
        noindex: template.noindex,
        image: picture.map(|i| config.whole_permalink_of(i.value.trim_start_matches('/'))),
        counter: (!template.noindex)
            .then(|| ctx.counter(&planned.route))
            .flatten(),
        ..Head::default()
    };
    let mut parts = (template.page)(ctx, &planned.page, head);
    let head = &mut parts.head;
    if config.features.cards && !head.noindex {
        share_card::offer(ctx, CardOf::Site, head);
    }
    let lang = head.lang.as_deref().unwrap_or(&config.language);
    head.locale = lang.replace('-', "_");
    if config.is_multilingual() {
        let is_other = |one: &&Alternate| one.lang != lang && one.lang != "x-default";
        head.alternates = match head.noindex {
            true => Vec::new(),
            false => ctx.alternates_of(planned),
        };
        let others = head.alternates.iter().filter(is_other);
        head.other_locales = others.map(|one| one.lang.replace('-', "_")).collect();
        head.languages = ctx.language_menu(planned);
    }
    if let Some(schema) = parts
        .schema
        .filter(|_| head.json_ld.is_none() && !head.noindex)
    {
        let parent = parts.parent.as_ref();
        head.json_ld = Some(ctx.page_json_ld(schema, &parts.events, parent, head));
    }
    HtmlDeps {
        template: template.file,
        name: template.variable,
        chrome: Arc::clone(chrome),
        head: parts.head,
        view: parts.view,
    }
}

/// The last change of any of these entries' articles.
fn last_change<'e>(
    ctx: &ViewContext<'_>,
    entries: impl IntoIterator<Item = &'e crate::model::entry::EntryId>,
) -> Option<Moment> {
    let zone = ctx.site.config.timezone;
    let articles = entries.into_iter().map(|e| ctx.site.entry(*e).article);
    let changes = articles.filter_map(|id| ctx.site.article(id).changed(zone));
    changes.max()
}

/// The file with the text of a term or storyline.
fn text_file(site: &Site, subject: crate::model::text::Subject) -> PageSources {
    match site.subjects.text(subject) {
        Some(text) => PageSources::File(format!("content/{}", site.texts[text].path)),
        None => PageSources::None,
    }
}

/// A JSON Feed, for the head of a page.
fn json_feed(title: &str, url: String) -> FileLink {
    FileLink {
        media_type: "application/feed+json",
        title: title.to_owned(),
        url,
    }
}

/// A link without `rel`.
fn link(label: impl Into<String>, url: String) -> Link {
    Link {
        label: label.into(),
        url,
        rel: None,
        lang: None,
    }
}
