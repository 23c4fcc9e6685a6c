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
use crate::messages::{Catalogs, Messages, NATIVE_DIGITS};
use crate::model::link::{self, Links};
use crate::model::selection::Selection;
use crate::model::site::{Site, SiteInputs};
use crate::pages::{self, chrome, kind};
use crate::plan::explore::IndexFile;
use crate::plan::{Edition, Fingerprints, Plan, Planned, loaded_files};
use crate::project::{ChangeSet, Contents, Inputs, Memory, Reader, Settings, untrusted};
use crate::render::feed_bodies::FeedBodies;
use crate::render::templates::{SharedChrome, Templates};
use crate::render::{
    COMMENTS_MODULE, COPY_SCRIPT, EXPLORE_MODULE, FRAMES_MODULE, LANES_MODULE, LOOK_SCRIPT,
    SEARCH_MODULE, TODAY_SCRIPT,
};
use crate::search::Index;
use crate::source::Sources;
use crate::urls::{self, Ledger};
use crate::view::context::{SharedInputs, ViewCache, ViewContext, Whole};
use crate::view::{self, Chrome, site_css};
use crate::world::World;

use output_limits::SourceSizes;
use render::RenderStage;

pub use output::{Built, Failure, build, build_with, clean, up_to_date};
pub use render::{page_deps, page_deps_and_shown, render_page};

/// A site that is ready to be rendered.
pub struct Prepared {
    /// In its first edition, as the plan.
    pub site: Site,
    pub links: Links,
    pub plan: Plan,
    /// The other editions; none of a site in one language.
    pub others: Vec<Edition>,
    pub templates: Arc<Templates>,
    /// What has been public; `None` if nothing is recorded.
    ledger: Option<Ledger>,
    /// The site's own language, then other languages of its articles.
    locales: Vec<Locale>,
    /// Of each of the other editions.
    other_locales: Vec<Locale>,
    now: DateTime<Utc>,
    index: Index,
    /// Of each of the other editions.
    other_indices: Vec<Index>,
    /// Of each edition: in another language, the links of a text lead elsewhere.
    feed_bodies: Vec<FeedBodies>,
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

    /// Returns the site in the edition that a page belongs to.
    pub fn site_of(&self, planned: &Planned) -> &Site {
        self.whole().edition(planned.edition).0
    }

    fn whole(&self) -> Whole<'_> {
        Whole {
            site: &self.site,
            plan: &self.plan,
            others: &self.others,
        }
    }

    /// Returns the locale of a page's interface: that of its edition; in the first one, the
    /// article's language if there are messages in it.
    fn locale(&self, planned: &Planned) -> &Locale {
        if let Some(other) = planned.edition.checked_sub(1) {
            return &self.other_locales[other];
        }
        let page = &planned.page;
        let lang = (kind(page).lang)(&self.site, page);
        lang.and_then(|lang| {
            self.locales
                .iter()
                .find(|t| t.lang.eq_ignore_ascii_case(lang))
        })
        .unwrap_or(&self.locales[0])
    }

    /// Returns the view context of an edition in its own language.
    pub fn view_context(&self, edition: usize) -> ViewContext<'_> {
        let locale = match edition.checked_sub(1) {
            Some(other) => &self.other_locales[other],
            None => &self.locales[0],
        };
        self.context(edition, locale)
    }

    fn context<'a>(&'a self, edition: usize, locale: &'a Locale) -> ViewContext<'a> {
        let (site, plan) = self.whole().edition(edition);
        ViewContext {
            site,
            links: &self.links,
            plan,
            cache: &locale.cache,
            messages: &locale.messages,
            whole: self.whole(),
            shown: None,
        }
    }

    /// Returns the index of an edition.
    fn index(&self, edition: usize) -> &Index {
        match edition.checked_sub(1) {
            Some(other) => &self.other_indices[other],
            None => &self.index,
        }
    }

    fn index_file(
        &self,
        world: &dyn World,
        sources: &Sources,
        edition: usize,
        file: IndexFile,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let ctx = self.view_context(edition);
        match &ctx.plan.explore {
            Some(layout) => self.index(edition).file(world, sources, ctx, layout, file),
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
    let others = others(&inputs);
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
    let pictures = copied.responsive(&site, &links, sink);
    let files = inventory.project_files(&pictures);
    let (mut plan, plans) = pages::plan(&site, &others, &links, files, &fingerprints, sink);
    let others = others.into_iter().zip(plans);
    let others: Vec<Edition> = others.map(|(site, plan)| Edition { site, plan }).collect();
    let all_public = !settings.drafts && !settings.future;
    if let Some(templates) = &templates {
        let sheet = plan.custom_css.as_ref().unwrap_or(&plan.css);
        loaded_files::check(&site.config, &plan, sheet, templates.addresses(), sink);
    }
    if let Some(ledger) = &ledger {
        urls::watch(ledger, all_public, &site, &others, &mut plan, sink);
    }
    let copied_paths = plan.pages.iter().filter_map(|p| p.page.copied_file());
    let files = copied.find_all(copied_paths.collect(), sink);
    let loaded = hosting::loaded(&site, &links, sponsor.as_deref());
    hosting::check(&site.config, &plan, &loaded, sink);
    let inputs = Arc::new(SharedInputs {
        files,
        sponsor,
        loaded,
        pictures,
    });
    if site.config.lenient {
        sink.make_lenient();
    }
    let whole = Whole {
        site: &site,
        plan: &plan,
        others: &others,
    };
    let (locales, ()) = rayon::join(
        || locales(whole, &links, catalogs, &inputs),
        || lint::find(&site, sink),
    );
    let other_locales = whole.others.iter().map(|edition| {
        let lang = &edition.site.config.language;
        let parts = (&edition.site, &edition.plan);
        locale(whole, parts, lang, &links, catalogs, &inputs)
    });
    let other_locales: Vec<Locale> = other_locales.collect();
    diagnostic::lint::adjust(&site.config.lint, sink);
    if settings.strict {
        sink.make_strict();
    }
    Some(Prepared {
        templates: templates?,
        ledger,
        feed_bodies: site
            .config
            .editions
            .iter()
            .map(|_| FeedBodies::default())
            .collect(),
        locales,
        other_indices: other_locales.iter().map(|_| Index::default()).collect(),
        other_locales,
        site,
        links,
        plan,
        others,
        now: selection.now,
        index: Index::default(),
        sizes: SourceSizes::new(inventory),
    })
}

/// Computes the digests that become part of file names.
fn fingerprints(config: &SiteConfig, templates: Option<&Templates>) -> Fingerprints {
    let print = |text: &str| crate::digest::name(text.as_bytes(), 10);
    let css = |t: &Templates| print(&[t.style_sheet(), &site_css::rules(config)].concat());
    Fingerprints {
        css: templates.map_or_else(String::new, css),
        custom_css: templates.and_then(Templates::custom_sheet).map(print),
        comments: print(COMMENTS_MODULE),
        frames: print(FRAMES_MODULE),
        look: print(LOOK_SCRIPT),
        today: print(TODAY_SCRIPT),
        copy: print(COPY_SCRIPT),
        lanes: print(LANES_MODULE),
        // It imports the other module.
        explore: print(&[EXPLORE_MODULE, SEARCH_MODULE].concat()),
        search: print(SEARCH_MODULE),
    }
}

/// Makes the site in its other editions, from the same files. What is wrong with these is reported
/// of the first.
fn others(inputs: &SiteInputs) -> Vec<Site> {
    let editions = 1..inputs.config.editions.len();
    let edition = |n| {
        let inputs = SiteInputs {
            config: inputs.config.for_edition(n),
            ..inputs.clone()
        };
        Site::new(inputs, &mut Sink::default())
    };
    editions.map(edition).collect()
}

/// Returns the languages of the interfaces of the pages in the first edition.
fn locales(
    whole: Whole<'_>,
    links: &Links,
    catalogs: &Catalogs,
    inputs: &Arc<SharedInputs>,
) -> Vec<Locale> {
    let config = &whole.site.config;
    let others = whole.site.articles.iter();
    let others = others.filter_map(|a| a.front.lang.as_ref());
    let others: BTreeSet<&String> = others
        .filter(|lang| !lang.eq_ignore_ascii_case(&config.language))
        // What has an edition in its language belongs to that.
        .filter(|lang| config.edition_in(Some(lang)) == 0)
        .filter(|lang| catalogs.of(lang).is_some())
        .collect();
    std::iter::once(&config.language)
        .chain(others)
        .map(|lang| {
            locale(
                whole,
                (whole.site, whole.plan),
                lang,
                links,
                catalogs,
                inputs,
            )
        })
        .collect()
}

/// Returns a language of the interface of an edition.
fn locale(
    whole: Whole<'_>,
    (site, plan): (&Site, &Plan),
    lang: &str,
    links: &Links,
    catalogs: &Catalogs,
    inputs: &Arc<SharedInputs>,
) -> Locale {
    let messages = Arc::clone(match site.config.has_native_digits() {
        true => catalogs.or_english(&format!("{lang}{NATIVE_DIGITS}")),
        false => catalogs.or_english(lang),
    });
    let cache = ViewCache::new(site, Arc::clone(inputs));
    let ctx = ViewContext {
        site,
        links,
        plan,
        cache: &cache,
        messages: &messages,
        whole,
        shown: None,
    };
    let chrome = Arc::new(view::Digested::new(chrome(ctx, lang)));
    Locale {
        lang: lang.to_owned(),
        shared: SharedChrome::new(&chrome.view, &messages),
        chrome,
        cache,
        messages,
    }
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
