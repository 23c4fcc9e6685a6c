//! The stages, joined.

mod index;
mod run;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use rayon::prelude::*;

use crate::cache::{
    BuildStats, Cache, Cause, CopyState, Encode, Fingerprinted, Parsed, ParsedKind, Parser,
    UpToDate,
};
use crate::config::{RawHtml, SiteConfig};
use crate::content::article::{Article, StaticPage};
use crate::content::picture;
use crate::content::text::Text;
use crate::diagnostic::{Diagnostic, Sink};
use crate::load::{Inventory, inventory};
use crate::messages::{Catalogs, Messages};
use crate::model::link;
use crate::model::link::Links;
use crate::model::selection::Selection;
use crate::model::site::Site;
use crate::model::unpublished::BrokenFiles;
use crate::pages::{self, Output, chrome, kind};
use crate::plan::explore::IndexFile;
use crate::plan::{Fingerprints, Page, Plan, Planned};
use crate::publish::{Cleaned, PublishError, Report};
use crate::render::RenderContext;
use crate::render::templates::{SharedChrome, Templates};
use crate::search::postings::SearchText;
use crate::search::{Index, texts};

use crate::source::{ReadFault, Source, SourceId, Sources};
use crate::view::context::{CopiedFile, SharedInputs, ViewCache, ViewContext};
use crate::view::deps::Deps;
use crate::view::{Chrome, site_css};
use crate::world::World;

pub use run::{build_with, up_to_date};

/// What a verb was asked to do.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The project's folder.
    pub root: PathBuf,
    /// `site.yaml`, if it stands elsewhere.
    pub config: Option<PathBuf>,
    /// Output folder in place of the configuration's.
    pub output: Option<PathBuf>,
    /// Address in place of the configuration's.
    pub base_url: Option<String>,
    pub drafts: bool,
    pub future: bool,
    /// Warnings are errors.
    pub strict: bool,
    /// An output with files of others is taken over.
    pub adopt: bool,
}

impl Settings {
    /// As by default, for the project at `root`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            config: None,
            output: None,
            base_url: None,
            drafts: false,
            future: false,
            strict: false,
            adopt: false,
        }
    }
}

/// A site that is ready to be rendered.
pub struct Prepared {
    pub site: Site,
    pub links: Links,
    pub plan: Plan,
    pub templates: Arc<Templates>,
    /// The site's own language, then those of articles in another.
    locales: Vec<Locale>,
    now: DateTime<Utc>,
    index: Index,
}

/// A language that the interface of pages is in, with what these pages share.
struct Locale {
    /// BCP 47, as the site or its articles write it.
    lang: String,
    messages: Arc<Messages>,
    cache: ViewCache,
    chrome: Arc<view::Digested<Chrome>>,
    shared: SharedChrome,
}

impl Prepared {
    /// What pages need besides the model.
    pub fn inputs(&self) -> &SharedInputs {
        self.locales[0].cache.inputs()
    }

    /// The language of a page's interface: an article's own where there are words in it, else
    /// the site's.
    fn locale(&self, page: &Page) -> &Locale {
        let lang = (kind(page).lang)(&self.site, page);
        lang.and_then(|lang| {
            self.locales
                .iter()
                .find(|t| t.lang.eq_ignore_ascii_case(lang))
        })
        .unwrap_or(&self.locales[0])
    }
}

impl Prepared {
    /// The whole site in its own language.
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

/// What a build did.
#[derive(Debug)]
pub struct Built {
    pub report: Report,
    /// A build that was cut short was completed first.
    pub healed: bool,
    /// The pages that were rendered, by route; with why, if that was asked for.
    pub rendered: Vec<(String, Vec<Cause>)>,
    /// What its last words are made of.
    pub stats: BuildStats,
    /// The next instant at which the site changes by itself.
    pub next_change: Option<DateTime<Utc>>,
}

impl Built {
    /// Of a build that had nothing to do.
    pub fn up_to_date(up_to_date: UpToDate) -> Self {
        Self {
            report: Report {
                same: up_to_date.pages,
                ..Report::default()
            },
            healed: false,
            rendered: Vec::new(),
            stats: up_to_date.stats,
            next_change: up_to_date.next_change,
        }
    }
}

/// Why nothing was published.
#[derive(Debug)]
pub enum Failure {
    /// The sink says what is wrong with the content.
    Content,
    Publish(PublishError),
}

/// Reads, parses, joins and plans. None where that is not possible; `sink` says why. A plan may
/// come with errors: then nothing may be published.
pub fn prepare(
    world: &dyn World,
    settings: &Settings,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Prepared> {
    prepare_with(world, settings, &mut Cache::none(), sources, sink)
}

/// As [`prepare`], with what `cache` has of the files that did not change; it gets what is new.
pub fn prepare_with(
    world: &dyn World,
    settings: &Settings,
    cache: &mut Cache,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Prepared> {
    let looked = world.clock();
    let (config, config_digest) = read_configuration(world, settings, sources, sink)?;
    let mut inventory = inventory(world, &settings.root, sources, sink);
    if config.markdown.raw_html != RawHtml::Trust {
        inventory.leave_active_files_out(sink);
    }
    watch_others(world, &settings.root, &config, &mut inventory);
    let catalogs = Arc::new(Catalogs::load(world, &inventory, sources, sink));
    let templates = Templates::load(world, &settings.root, &inventory, &catalogs, sources, sink);
    let templates = templates.map(Arc::new);
    cache.begin(world, &inventory, looked, config_digest);
    let mut broken = BrokenFiles::default();
    let mut files = ParseContext {
        world,
        sources,
        config: &config,
        broken: &mut broken,
        sink,
    };
    // Without a cache texts are read once more, where an index is asked for at all.
    let searched = cache.keeps() && files.config.features.search;
    let search_text = searched.then_some(texts::search_text as SearchTextOf<Article>);
    let articles: Vec<Article> = files.parse(
        cache,
        ParsedKind::Article,
        &inventory.articles,
        parse::article,
        search_text,
    );
    let pages: Vec<StaticPage> = files.parse(
        cache,
        ParsedKind::Page,
        &inventory.pages,
        parse::static_page,
        None,
    );
    let texts: Vec<Text> =
        files.parse(cache, ParsedKind::Text, &inventory.texts, parse::text, None);
    let sponsor = sponsor(world, &settings.root, &config, sources, sink);
    let ledger = urls::open(world, &settings.root, sources, sink);
    let contents = Contents {
        config,
        sponsor,
        ledger,
        inventory: &inventory,
        catalogs: &catalogs,
        templates,
        articles,
        pages,
        texts,
        broken,
    };
    let looked_at: Mutex<Vec<(String, CopyState)>> = Mutex::default();
    let remembered = &*cache;
    let look = |path: &str| {
        let state = match remembered.copied(path) {
            Some(known) => known,
            None => {
                let (copied, active) = copied(world, &settings.root, path)?;
                CopyState { copied, active }
            }
        };
        lock(&looked_at).push((path.to_owned(), state));
        Ok((state.copied, state.active))
    };
    let prepared = assemble(world, settings, contents, &look, sink);
    for (path, state) in looked_at.into_inner().expect("no thread panicked") {
        cache.note_copied(&path, state);
    }
    prepared
}

/// What the files of a project say, each on its own.
pub struct Contents<'a> {
    pub config: SiteConfig,
    /// The owner's fragment for the slot `sponsor_top`.
    pub sponsor: Option<String>,
    /// The ledger of addresses, where the site has one that is to be looked at.
    pub ledger: Option<urls::Ledger>,
    pub inventory: &'a Inventory,
    pub catalogs: &'a Arc<Catalogs>,
    /// None where a template can't be read.
    pub templates: Option<Arc<Templates>>,
    pub articles: Vec<Article>,
    pub pages: Vec<StaticPage>,
    pub texts: Vec<Text>,
    pub broken: BrokenFiles,
}

/// The second half of [`prepare`]: joins and plans what was parsed. `look` says what is known of
/// a file that is copied, and whether it is a drawing that holds what could run.
pub fn assemble(
    world: &dyn World,
    settings: &Settings,
    contents: Contents<'_>,
    lookup: &FileLookup<'_>,
    sink: &mut Sink,
) -> Option<Prepared> {
    let Contents {
        config,
        sponsor,
        ledger,
        inventory,
        catalogs,
        templates,
        articles,
        pages,
        texts,
        broken,
    } = contents;
    let selection = Selection {
        now: world.now(),
        drafts: settings.drafts,
        future: settings.future,
    };
    let (site, links, mut plan) = join(
        config,
        articles,
        pages,
        texts,
        broken,
        selection,
        inventory,
        templates.as_deref(),
        sink,
    );
    let all_public = !settings.drafts && !settings.future;
    if let Some(ledger) = &ledger {
        urls::watch(ledger, all_public, &site, &mut plan, sink);
    }
    let files = copied_files(&plan, lookup, sink);
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
    })
}

/// The languages that pages' interfaces are in.
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

#[expect(clippy::too_many_arguments, reason = "each stage hands its value on")]
fn join(
    config: SiteConfig,
    articles: Vec<Article>,
    pages: Vec<StaticPage>,
    texts: Vec<Text>,
    broken: BrokenFiles,
    selection: Selection,
    inventory: &Inventory,
    templates: Option<&Templates>,
    sink: &mut Sink,
) -> (Site, Links, Plan) {
    let site = Site::new(config, articles, pages, texts, broken, selection, sink);
    let links = link::resolve(&site, &inventory.files, &inventory.statics, sink);
    let print = |text: &str| blake3::hash(text.as_bytes()).to_hex()[..10].to_owned();
    let rules = site_css::rules(&site.config);
    let fingerprints = Fingerprints {
        css: templates.map_or_else(String::new, |t| print(&[t.style_sheet(), &rules].concat())),
        comments: print(render::COMMENTS_MODULE),
        // It names the other in its text.
        explore: print(&[render::EXPLORE_MODULE, render::SEARCH_MODULE].concat()),
        search: print(render::SEARCH_MODULE),
    };
    let plan = pages::plan(&site, &links, inventory, &fingerprints, sink);
    (site, links, plan)
}

/// Renders every page and publishes the site: all of it, or nothing. `progress` is told how
/// many of how many pages are done, from any thread.
///
/// # Errors
/// [`Failure::Content`] where `sink` holds errors, [`Failure::Publish`] where the disk did not
/// do its part. In both cases the published site is as it was.
pub fn build(
    world: &dyn World,
    settings: &Settings,
    prepared: &Prepared,
    sources: &Sources,
    sink: &mut Sink,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Built, Failure> {
    build_with(
        world,
        settings,
        prepared,
        &mut Cache::none(),
        sources,
        sink,
        progress,
    )
}

/// What an output may neither be, nor be in, nor hold.
fn protected(root: &Path) -> Vec<PathBuf> {
    let names = ["content", "templates", "static", "site.yaml", ".dateline"];
    names.iter().map(|name| root.join(name)).collect()
}

fn target<'a>(
    settings: &'a Settings,
    output: &'a Path,
    protected: &'a [PathBuf],
) -> publish::PublishSettings<'a> {
    publish::PublishSettings {
        output,
        root: &settings.root,
        version: env!("CARGO_PKG_VERSION"),
        protected,
        adopt: settings.adopt,
    }
}

/// Takes back what builds have published to `output`, and the cache, and nothing else; `dry`: says
/// what would be done.
///
/// # Errors
/// Where the output is refused, or the disk did not do its part.
pub fn clean(
    world: &dyn World,
    settings: &Settings,
    output: &Path,
    dry: bool,
) -> Result<Cleaned, PublishError> {
    let protected = protected(&settings.root);
    let cleaned = publish::clean(world, &target(settings, output, &protected), dry)?;
    if !dry {
        Cache::remove(world, &settings.root);
    }
    Ok(cleaned)
}

/// Renders every page and writes nothing; faults go to `sink`.
pub fn check(
    world: &dyn World,
    settings: &Settings,
    prepared: &Prepared,
    sources: &Sources,
    sink: &mut Sink,
) {
    let render = |planned: &Planned| {
        let deps = page_deps(prepared, planned);
        match rendered(world, settings, prepared, sources, planned, deps) {
            Ok(_) => PageOutcome::Done,
            Err(fault) => PageOutcome::Fault(fault),
        }
    };
    sink.extend(render_all(prepared, &|_, _| {}, &render));
}

/// Renders one planned page.
///
/// # Errors
/// What is wrong with a template, or with a file that is read again.
pub fn render_page(
    world: &dyn World,
    settings: &Settings,
    prepared: &Prepared,
    sources: &Sources,
    planned: &Planned,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let deps = page_deps(prepared, planned);
    rendered(world, settings, prepared, sources, planned, deps)
}

/// The bytes of a page.
fn rendered(
    world: &dyn World,
    settings: &Settings,
    prepared: &Prepared,
    sources: &Sources,
    planned: &Planned,
    deps: Deps,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let ctx = RenderContext {
        world,
        root: &settings.root,
        sources,
        templates: &prepared.templates,
        chrome: &prepared.locale(&planned.page).shared,
        markdown: &prepared.site.config.markdown,
        index: &|file| prepared.index_file(world, sources, file),
    };
    render::page(ctx, deps)
}

/// What one planned page depends on.
pub fn page_deps(prepared: &Prepared, planned: &Planned) -> Deps {
    record_deps(prepared, planned, None)
}

/// As [`page_deps`], with the numbers of the articles whose headline or summary it shows.
pub fn page_deps_and_shown(prepared: &Prepared, planned: &Planned) -> (Deps, BTreeSet<usize>) {
    let shown = RefCell::default();
    let deps = record_deps(prepared, planned, Some(&shown));
    (deps, shown.into_inner())
}

fn record_deps(
    prepared: &Prepared,
    planned: &Planned,
    shown: Option<&RefCell<BTreeSet<usize>>>,
) -> Deps {
    if let (Output::Index(file), Some(layout)) =
        (&kind(&planned.page).output, &prepared.plan.explore)
    {
        let file = file(&planned.page);
        let ctx = prepared.view_context();
        if let IndexFile::Cards(n) = file {
            let entries = layout.on_cards(n).iter();
            let articles = entries.map(|id| prepared.site.entry(*id).article);
            articles.for_each(|id| ViewContext { shown, ..ctx }.shows(id));
        }
        let digest = prepared.index.digest(ctx, layout, file);
        return Deps::Search(file, digest);
    }
    let locale = prepared.locale(&planned.page);
    let ctx = ViewContext {
        site: &prepared.site,
        links: &prepared.links,
        plan: &prepared.plan,
        cache: &locale.cache,
        messages: &locale.messages,
        shown,
    };
    pages::deps(ctx, &locale.chrome, planned)
}

/// No thread panics while it holds one.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().expect("no thread panics while it holds this")
}

/// What came of a page.
enum PageOutcome {
    Done,
    Fault(Box<Diagnostic>),
    /// No page can be done any more.
    Stop,
}

/// All pages, in parallel; no more than one a thread is held in memory.
fn render_all(
    prepared: &Prepared,
    progress: &(dyn Fn(usize, usize) + Sync),
    each: &(dyn Fn(&Planned) -> PageOutcome + Sync),
) -> Vec<Diagnostic> {
    let total = prepared.plan.pages.len();
    let done = AtomicUsize::new(0);
    let faults: Mutex<Vec<Diagnostic>> = Mutex::new(Vec::new());
    let step = |planned: &Planned| {
        match each(planned) {
            PageOutcome::Done => {}
            PageOutcome::Fault(fault) => lock(&faults).push(*fault),
            PageOutcome::Stop => return Err(()),
        }
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        Ok(())
    };
    // The first file of the index makes all of it, in parallel: a thread that works at that must
    // not be inputs another file, which would wait for it.
    let is_index = |planned: &&Planned| matches!(kind(&planned.page).output, Output::Index(_));
    let pages = &prepared.plan.pages;
    // Stops at the first page that can't be written.
    let _ = pages
        .iter()
        .filter(is_index)
        .try_for_each(step)
        .and_then(|()| {
            let others = pages.par_iter().filter(|planned| !is_index(planned));
            others.try_for_each(step)
        });
    let mut faults = faults.into_inner().expect("no thread panicked");
    // A fault in a template that several pages share is said once, for one of them.
    faults.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
    faults.dedup_by(|a, b| a.span.is_some() && a.span == b.span && a.code == "template");
    faults
}

/// The output folder: as asked for, else as configured, seen from the project.
pub fn output(settings: &Settings, config: &SiteConfig) -> PathBuf {
    settings
        .output
        .clone()
        .unwrap_or_else(|| settings.root.join(&config.output))
}

/// Reads `site.yaml`. None where it is missing or lacks what nothing can be built without.
pub fn configuration(
    world: &dyn World,
    settings: &Settings,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<SiteConfig> {
    read_configuration(world, settings, sources, sink).map(|(config, _)| config)
}

/// Where the configuration stands: its name in diagnostics, and its path.
fn config_path(settings: &Settings) -> (String, PathBuf) {
    let path = settings
        .config
        .clone()
        .unwrap_or_else(|| settings.root.join("site.yaml"));
    let name = path.strip_prefix(&settings.root).unwrap_or(&path);
    (name.display().to_string(), path)
}

/// As [`configuration`], with a digest of all that it was made of.
fn read_configuration(
    world: &dyn World,
    settings: &Settings,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<(SiteConfig, [u8; 16])> {
    let source = configuration_text(world, settings, sources, sink)?;
    let config = configuration_of(&source, settings, sink)?;
    let mut hasher = blake3::Hasher::new();
    hasher.update(source.text.as_bytes());
    hasher.update(format!("{:?}", settings.base_url).as_bytes());
    Some((config, digest::finish(&hasher)))
}

/// The text of the configuration; None where it can't be read, which `sink` is told.
pub fn configuration_text(
    world: &dyn World,
    settings: &Settings,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Source> {
    let (name, path) = config_path(settings);
    let id = sources.add_file(name.clone(), path);
    match sources.read(world, id) {
        Ok(source) => Some(source),
        Err(ReadFault::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => {
            let hint = if settings.config.is_some() {
                "check the path that --config names"
            } else {
                "run `dateline init` in an empty folder to begin one, or name the project with --root"
            };
            let message = "there is no such site.yaml, and so no site";
            sink.push(Diagnostic::error("no-site", message).file(name).hint(hint));
            None
        }
        Err(fault) => {
            sink.push(parse::unreadable(&name, &fault));
            None
        }
    }
}

/// What a text of the configuration says. None where it lacks what nothing can be built without.
pub fn configuration_of(
    source: &Source,
    settings: &Settings,
    sink: &mut Sink,
) -> Option<SiteConfig> {
    let root = parse::yaml::read(source.id, &source.text, 0..source.text.len())
        .map_err(|d| sink.push(*d))
        .ok()?;
    let mut config = config::read(&root, sink)?;
    if let Some(url) = &settings.base_url {
        match SiteConfig::split_url(url) {
            Ok((origin, base)) => (config.origin, config.base) = (origin, base),
            Err(fault) => {
                sink.push(
                    Diagnostic::error("bad-url", format!("--base-url: {fault}")).hint(
                        "write a whole address, as in `--base-url https://example.org/news/`",
                    ),
                );
                return None;
            }
        }
    }
    Some(config)
}

/// Says what can be looked for in what was parsed from a text.
type SearchTextOf<T> = fn(&T, &str, &SiteConfig) -> SearchText;

/// What files are parsed with, and where what is found goes.
struct ParseContext<'a> {
    world: &'a dyn World,
    sources: &'a Sources,
    config: &'a SiteConfig,
    /// What can't be parsed is noted here.
    broken: &'a mut BrokenFiles,
    sink: &'a mut Sink,
}

impl ParseContext<'_> {
    /// Reads and parses files in parallel; a file's text lives no longer than its parsing.
    fn parse<T: Encode + Fingerprinted + Send>(
        &mut self,
        cache: &mut Cache,
        form: ParsedKind,
        files: &[(SourceId, String)],
        parse: fn(&Source, &str, &SiteConfig, &mut Sink) -> Option<T>,
        search_text: Option<SearchTextOf<T>>,
    ) -> Vec<T> {
        let (sources, config) = (self.sources, self.config);
        let parsed = |source: Source, path: &str| {
            let name = sources.name(source.id);
            let worded = Cell::new(None);
            let parse = |source: &Source, path: &str, sink: &mut Sink| {
                let value = parse(source, path, config, sink)?;
                worded
                    .set(search_text.map(|search_text| search_text(&value, &source.text, config)));
                Some(value)
            };
            let (value, told) = parse_one(name, path, Ok(source), parse);
            Parsed {
                search_text: worded.take(),
                value,
                ids: told.ids,
                faults: told.faults.into_iter().collect(),
            }
        };
        let mut values = Vec::with_capacity(files.len());
        let mut told = files.iter();
        let parser = Parser {
            world: self.world,
            sources,
            form,
            zone: config.timezone,
            postings: search_text.is_some(),
            parse: parsed,
        };
        cache.parsed(&parser, files, |parsed| {
            let Some((id, path)) = told.next() else {
                return;
            };
            match parsed {
                Ok(parsed) => {
                    if let Some(ids) = parsed.ids {
                        self.broken.add(path, ids);
                    }
                    self.sink.extend(parsed.faults);
                    values.extend(parsed.value);
                }
                Err(fault) => {
                    self.broken.add(path, parse::ids_in("", path));
                    self.sink.push(parse::unreadable(sources.name(*id), &fault));
                }
            }
        });
        values
    }
}

/// Has what is read besides the three folders looked at with their files: the owner's fragment,
/// which may stand anywhere in the project, and the ledger of addresses.
fn watch_others(world: &dyn World, root: &Path, config: &SiteConfig, inventory: &mut Inventory) {
    let fragment = config.slots.sponsor_top.as_ref();
    let fragment = fragment.map(|slot| slot.fragment.value.as_str());
    for name in fragment.into_iter().chain([urls::FILE]) {
        let place = inventory
            .seen
            .binary_search_by(|(path, _)| path.as_str().cmp(name));
        if let (Err(place), Ok(Some(stat))) = (place, world.stat(&root.join(name))) {
            inventory.seen.insert(place, (name.to_owned(), stat));
        }
    }
}

/// Parses one file, called `name`, that was read, with what is said of it.
pub fn parse_one<T>(
    name: &str,
    path: &str,
    read: Result<Source, ReadFault>,
    parse: impl Fn(&Source, &str, &mut Sink) -> Option<T>,
) -> (Option<T>, FileReport) {
    let mut faults = Sink::default();
    let (value, text) = match read {
        Ok(source) => (parse(&source, path, &mut faults), source.text),
        Err(fault) => {
            faults.push(parse::unreadable(name, &fault));
            (None, String::new())
        }
    };
    let broken = value.is_none() && faults.has_errors();
    let ids = broken.then(|| parse::ids_in(&text, path));
    let faults = faults.of_file(name);
    (value, FileReport { faults, ids })
}

/// The owner's fragment for the slot `sponsor_top`; one that is not there is a fault.
pub fn sponsor(
    world: &dyn World,
    root: &Path,
    config: &SiteConfig,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<String> {
    let path = &config.slots.sponsor_top.as_ref()?.fragment;
    let inside = |part: &str| !part.is_empty() && part != "." && part != "..";
    if path.value.contains('\\') || !path.value.split('/').all(inside) {
        let message = format!("`{}` is no file of the project", path.value);
        sink.push(
            Diagnostic::error("bad-file-name", message)
                .at(path.span, "here")
                .hint("write its path below the project, as in `fragment: sponsor.html`"),
        );
        return None;
    }
    let id = sources.add_file(path.value.clone(), root.join(&path.value));
    match sources.read(world, id) {
        Ok(source) => Some(source.text),
        Err(ReadFault::Io(_)) => {
            let message = format!("there is no file `{}` to fill the slot with", path.value);
            sink.push(
                Diagnostic::error("missing-file", message)
                    .at(path.span, "can't be read")
                    .hint("put it beside site.yaml, or take `sponsor_top` out"),
            );
            None
        }
        Err(fault) => {
            sink.push(parse::unreadable(&path.value, &fault));
            None
        }
    }
}

/// What is known of a file that is copied, and whether it is a drawing that could run.
pub type FileLookup<'a> = dyn Fn(&str) -> std::io::Result<(CopiedFile, bool)> + Sync + 'a;

/// What is known of the files that are copied; a file that can't be read is a fault.
fn copied_files(
    plan: &Plan,
    lookup: &FileLookup<'_>,
    sink: &mut Sink,
) -> HashMap<String, CopiedFile> {
    let paths = plan
        .pages
        .par_iter()
        .filter_map(|planned| planned.page.copied_file());
    let read: Vec<_> = paths.map(|path| (path, lookup(path))).collect();
    let mut files = HashMap::with_capacity(read.len());
    for (path, file) in read {
        match file {
            Ok((file, active)) => {
                if active {
                    sink.push(active_drawing(path));
                }
                files.insert(path.to_owned(), file);
            }
            Err(error) => {
                let fault = ReadFault::Io(error);
                sink.push(parse::unreadable(path, &fault));
            }
        }
    }
    files
}

/// Reads a file that is copied.
///
/// # Errors
/// What the operating system says.
pub fn copied(world: &dyn World, root: &Path, path: &str) -> std::io::Result<(CopiedFile, bool)> {
    let bytes = world.read(&root.join(path))?;
    let active = render::is_drawing(path) && render::svg::sanitize(&bytes).is_some();
    let copied = CopiedFile {
        digest: digest::of(&bytes),
        size: picture::size(&bytes),
    };
    Ok((copied, active))
}

fn active_drawing(path: &str) -> Diagnostic {
    Diagnostic::warning(
        "active-file",
        "this drawing holds a script, or what could be one, and is published without it",
    )
    .file(path)
    .hint("export it anew as a plain drawing; a drawing that must run belongs into static/")
}

/// What is said of one file.
#[derive(Debug, Clone, Default)]
pub struct FileReport {
    pub faults: Sink,
    /// Of a file that can't be parsed: the ids that its text seems to give.
    pub ids: Option<Vec<String>>,
}

/// Whether `path` is a project: it holds a `site.yaml`.
pub fn is_project(world: &dyn World, path: &Path) -> bool {
    matches!(world.stat(&path.join("site.yaml")), Ok(Some(_)))
}
