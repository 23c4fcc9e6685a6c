//! Joins the stages.
//!
//! [`prepare`] reads the inputs ([`project`](crate::project)) and goes as far as the plan;
//! [`check`] renders every page and writes nothing; [`build`] renders and publishes. The server
//! reads the inputs itself, passes them to the same [`assemble`] for a plan, and renders the page
//! that is requested ([`render_page`]).

mod build_run;
mod completeness;
mod index;
mod output;
mod output_limits;
mod render;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::cache::Cache;
use crate::config::SiteConfig;
use crate::diagnostic::{self, Diagnostic, Sink};
use crate::hosting;
use crate::lint;
use crate::messages::{Catalogs, Messages};
use crate::model::link::{self, Links};
use crate::model::selection::Selection;
use crate::model::site::{Site, SiteInputs};
use crate::pages::{self, chrome, kind};
use crate::plan::explore::IndexFile;
use crate::plan::{Fingerprints, Page, Plan, Planned};
use crate::project::{ChangeSet, Contents, Inputs, Memory, Reader, Settings, untrusted};
use crate::render::feed_bodies::FeedBodies;
use crate::render::templates::{SharedChrome, Templates};
use crate::render::{COMMENTS_MODULE, EXPLORE_MODULE, FRAMES_MODULE, SEARCH_MODULE};
use crate::search::Index;
use crate::source::Sources;
use crate::urls;
use crate::view::context::{SharedInputs, ViewCache, ViewContext};
use crate::view::{self, Chrome, site_css};
use crate::world::World;

use output_limits::SourceSizes;
use render::RenderStage;

pub use output::{Built, Failure, build, build_with, clean, up_to_date};
pub use render::{page_deps, page_deps_and_shown, render_page};

/// A site that is ready to be rendered.
pub struct Prepared {
    pub site: Site,
    pub links: Links,
    pub plan: Plan,
    pub templates: Arc<Templates>,
    /// The site's own language, then other languages of its articles.
    locales: Vec<Locale>,
    now: DateTime<Utc>,
    index: Index,
    feed_bodies: FeedBodies,
    /// What the site is made from.
    sizes: SourceSizes,
}

/// A language of the interface, with what its pages share.
struct Locale {
    /// BCP 47, as the site or its articles write it.
    lang: String,
    messages: Arc<Messages>,
    cache: ViewCache,
    chrome: Arc<view::Digested<Chrome>>,
    shared: SharedChrome,
}

impl Prepared {
    /// Returns what pages need besides the model.
    pub fn inputs(&self) -> &SharedInputs {
        self.locales[0].cache.inputs()
    }

    /// Returns the locale of a page's interface: the article's language if there are messages in
    /// it, else the site's.
    fn locale(&self, page: &Page) -> &Locale {
        let lang = (kind(page).lang)(&self.site, page);
        lang.and_then(|lang| {
            self.locales
                .iter()
                .find(|t| t.lang.eq_ignore_ascii_case(lang))
        })
        .unwrap_or(&self.locales[0])
    }

    /// Returns the view context of the whole site in its own language.
    fn view_context(&self) -> ViewContext<'_> {
        ViewContext {
            site: &self.site,
            links: &self.links,
            plan: &self.plan,
            cache: &self.locales[0].cache,
            messages: &self.locales[0].messages,
            shown: None,
        }
    }

    fn index_file(
        &self,
        world: &dyn World,
        sources: &Sources,
        file: IndexFile,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        match &self.plan.explore {
            Some(layout) => self
                .index
                .file(world, sources, self.view_context(), layout, file),
            None => Ok(Vec::new()),
        }
    }
}

/// Reads, parses, joins and plans. `None` if that is impossible; `sink` receives the reason. A plan
/// may come with errors; then nothing may be published.
pub fn prepare(
    world: &dyn World,
    settings: &Settings,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Prepared> {
    prepare_with(world, settings, &mut Cache::none(), sources, sink)
}

/// Like [`prepare`], but takes unchanged files from `cache` and stores new ones in it.
pub fn prepare_with(
    world: &dyn World,
    settings: &Settings,
    cache: &mut Cache,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Prepared> {
    untrusted::check_top(world, settings, sink);
    if sink.has_errors() {
        return None;
    }
    let mut reader = Reader {
        world,
        settings,
        sources,
        memory: Memory::Disk(cache),
    };
    let mut inputs = Inputs::default();
    inputs.read(&mut reader, &ChangeSet::everything());
    let contents = inputs.contents(&reader, sink)?;
    let prepared = assemble(world, settings, contents, sink);
    inputs.note_copied(&mut reader);
    prepared
}

/// Joins and plans what was read: the second half of [`prepare`].
pub fn assemble(
    world: &dyn World,
    settings: &Settings,
    contents: Contents<'_>,
    sink: &mut Sink,
) -> Option<Prepared> {
    let Contents {
        config,
        inventory,
        catalogs,
        templates,
        articles,
        pages,
        texts,
        broken,
        left_out,
        sponsor,
        ledger,
        kept,
        copied,
    } = contents;
    let selection = Selection {
        now: world.now(),
        drafts: settings.drafts,
        future: settings.future,
    };
    let read = articles.len();
    let inputs = SiteInputs {
        config,
        articles,
        pages,
        texts,
        broken,
        kept,
        selection,
    };
    let site = Site::new(inputs, sink);
    completeness::check(&site, inventory, read, left_out, sink);
    let links = link::resolve(
        &site,
        &inventory.files,
        &inventory.unlisted,
        &inventory.statics,
        sink,
    );
    let fingerprints = fingerprints(&site.config, templates.as_deref());
    let files = inventory.project_files();
    let mut plan = pages::plan(&site, &links, files, &fingerprints, sink);
    let all_public = !settings.drafts && !settings.future;
    if let Some(ledger) = &ledger {
        urls::watch(ledger, all_public, &site, &mut plan, sink);
    }
    let copied_paths = plan.pages.iter().filter_map(|p| p.page.copied_file());
    let files = copied.find_all(copied_paths.collect(), sink);
    let loaded = hosting::loaded(&site, &links, sponsor.as_deref());
    hosting::check(&site.config, &plan, &loaded, sink);
    let inputs = Arc::new(SharedInputs {
        files,
        sponsor,
        loaded,
    });
    if site.config.lenient {
        sink.make_lenient();
    }
    let (locales, ()) = rayon::join(
        || locales(&site, &links, &plan, catalogs, &inputs),
        || lint::find(&site, sink),
    );
    diagnostic::lint::adjust(&site.config.lint, sink);
    if settings.strict {
        sink.make_strict();
    }
    Some(Prepared {
        site,
        links,
        plan,
        templates: templates?,
        locales,
        now: selection.now,
        index: Index::default(),
        feed_bodies: FeedBodies::default(),
        sizes: SourceSizes::new(inventory),
    })
}

/// Computes the digests that become part of file names.
fn fingerprints(config: &SiteConfig, templates: Option<&Templates>) -> Fingerprints {
    let print = |text: &str| crate::digest::name(text.as_bytes(), 10);
    let css = |t: &Templates| print(&[t.style_sheet(), &site_css::rules(config)].concat());
    Fingerprints {
        css: templates.map_or_else(String::new, css),
        comments: print(COMMENTS_MODULE),
        frames: print(FRAMES_MODULE),
        // It imports the other module.
        explore: print(&[EXPLORE_MODULE, SEARCH_MODULE].concat()),
        search: print(SEARCH_MODULE),
    }
}

/// Returns the languages of the pages' interfaces.
fn locales(
    site: &Site,
    links: &Links,
    plan: &Plan,
    catalogs: &Catalogs,
    inputs: &Arc<SharedInputs>,
) -> Vec<Locale> {
    let others = site.articles.iter().filter_map(|a| a.front.lang.as_ref());
    let others: BTreeSet<&String> = others
        .filter(|lang| !lang.eq_ignore_ascii_case(&site.config.language))
        .filter(|lang| catalogs.of(lang).is_some())
        .collect();
    std::iter::once(&site.config.language)
        .chain(others)
        .map(|lang| {
            let messages = Arc::clone(catalogs.or_english(lang));
            let cache = ViewCache::new(site, Arc::clone(inputs));
            let ctx = ViewContext {
                site,
                links,
                plan,
                cache: &cache,
                messages: &messages,
                shown: None,
            };
            let chrome = Arc::new(view::Digested::new(chrome(ctx, lang)));
            Locale {
                lang: lang.clone(),
                shared: SharedChrome::new(&chrome.view, &messages),
                chrome,
                cache,
                messages,
            }
        })
        .collect()
}

/// Renders every page and writes nothing; faults go to `sink`.
pub fn check(
    world: &dyn World,
    settings: &Settings,
    prepared: &Prepared,
    sources: &Sources,
    sink: &mut Sink,
) {
    let render = |planned: &Planned| match render_page(world, settings, prepared, sources, planned)
    {
        Ok(bytes) => render::PageOutcome::Done(bytes.len() as u64),
        Err(fault) => render::PageOutcome::Fault(fault),
    };
    let stage = RenderStage {
        world,
        root: &settings.root,
        prepared,
    };
    sink.extend(stage.all(&|_, _| {}, &render));
}
