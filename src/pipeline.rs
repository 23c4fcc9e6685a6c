//! The stages, joined.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::config::{self, RawHtml, SiteConfig};
use crate::diagnostic::{self, Diagnostic, Sink};
use crate::digest;
use crate::hosting;
use crate::lint;
use crate::load::{Inventory, inventory};
use crate::model::article::{Article, StandingPage};
use crate::model::link::{self, Links};
use crate::model::picture;
use crate::model::site::{Absent, Selection, Site};
use crate::model::text::Text;
use crate::parse;
use crate::plan::{self, Fingerprints, Page, Plan, Planned};
use crate::publish::{self, Class, Cleaned, Publication, PublishError, Report};
use crate::render::templates::{Shared, Templates};
use crate::render::{self, Press};
use crate::source::{Source, SourceId, Sources};
use crate::urls;
use crate::view::Chrome;
use crate::view::card::{Atlas, Copied, Given, Whole};
use crate::view::deps::Deps;
use crate::view::look;
use crate::view::page::{chrome, deps};
use crate::words::{Lexicon, Words};
use crate::world::World;

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
    pub templates: Templates,
    /// The site's own language, then those of articles in another.
    tongues: Vec<Tongue>,
}

/// A language that the interface of pages is in, with what these pages share.
struct Tongue {
    /// BCP 47, as the site or its articles write it.
    lang: String,
    words: Arc<Words>,
    atlas: Atlas,
    chrome: Arc<Chrome>,
    shared: Shared,
}

impl Prepared {
    /// The language of a page's interface: an article's own where there are words in it, else
    /// the site's.
    fn tongue(&self, page: &Page) -> &Tongue {
        let lang = match page {
            Page::Article(id) | Page::Expired(id) => self.site.article(*id).front.lang.as_deref(),
            _ => None,
        };
        lang.and_then(|lang| {
            self.tongues
                .iter()
                .find(|t| t.lang.eq_ignore_ascii_case(lang))
        })
        .unwrap_or(&self.tongues[0])
    }
}

/// What a build did.
#[derive(Debug)]
pub struct Built {
    pub report: Report,
    /// A build that was cut short was completed first.
    pub healed: bool,
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
    let config = configuration(world, settings, sources, sink)?;
    let mut inventory = inventory(world, &settings.root, sources, sink);
    if config.markdown.raw_html != RawHtml::Trust {
        inventory.leave_active_files_out(sink);
    }
    let lexicon = Arc::new(Lexicon::load(world, &inventory, sources, sink));
    let templates = Templates::load(world, &settings.root, &inventory, &lexicon, sources, sink);
    let mut absent = Absent::default();
    let articles = parse_all(
        world,
        sources,
        &inventory.articles,
        sink,
        &mut absent,
        |source, path, sink| parse::article(source, path, &config, sink),
    );
    let pages: Vec<StandingPage> = parse_all(
        world,
        sources,
        &inventory.pages,
        sink,
        &mut absent,
        |source, path, sink| parse::standing(source, path, &config, sink),
    );
    let texts: Vec<Text> = parse_all(
        world,
        sources,
        &inventory.texts,
        sink,
        &mut absent,
        |source, path, sink| parse::text(source, path, &config, sink),
    );
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
        absent,
        selection,
        &inventory,
        templates.as_ref(),
        sink,
    );
    let all_public = !settings.drafts && !settings.future;
    urls::watch(
        world,
        &settings.root,
        all_public,
        &site,
        &mut plan,
        sources,
        sink,
    );
    let files = copied_files(world, &settings.root, &plan, sink);
    let sponsor = sponsor(world, &settings.root, &site.config, sources, sink);
    let loaded = hosting::loaded(&site, &links, sponsor.as_deref());
    hosting::check(&site.config, &plan, &loaded, sink);
    let given = Arc::new(Given {
        files,
        sponsor,
        loaded,
    });
    let tongues = tongues(&site, &links, &plan, &lexicon, &given);
    if site.config.lenient {
        sink.make_lenient();
    }
    lint::find(&site, sink);
    diagnostic::lint::adjust(&site.config.lint, sink);
    if settings.strict {
        sink.make_strict();
    }
    Some(Prepared {
        site,
        links,
        plan,
        templates: templates?,
        tongues,
    })
}

/// The languages that pages' interfaces are in.
fn tongues(
    site: &Site,
    links: &Links,
    plan: &Plan,
    lexicon: &Lexicon,
    given: &Arc<Given>,
) -> Vec<Tongue> {
    let others = site.articles.iter().filter_map(|a| a.front.lang.as_ref());
    let others: BTreeSet<&String> = others
        .filter(|lang| !lang.eq_ignore_ascii_case(&site.config.language))
        .filter(|lang| lexicon.of(lang).is_some())
        .collect();
    std::iter::once(&site.config.language)
        .chain(others)
        .map(|lang| {
            let words = Arc::clone(lexicon.or_english(lang));
            let atlas = Atlas::new(site, Arc::clone(given), &words);
            let whole = Whole {
                site,
                links,
                plan,
                atlas: &atlas,
                words: &words,
            };
            let chrome = Arc::new(chrome(whole, lang));
            Tongue {
                lang: lang.clone(),
                shared: Shared::new(&chrome, &words),
                chrome,
                atlas,
                words,
            }
        })
        .collect()
}

#[expect(clippy::too_many_arguments, reason = "each stage hands its value on")]
fn join(
    config: SiteConfig,
    articles: Vec<Article>,
    pages: Vec<StandingPage>,
    texts: Vec<Text>,
    absent: Absent,
    selection: Selection,
    inventory: &Inventory,
    templates: Option<&Templates>,
    sink: &mut Sink,
) -> (Site, Links, Plan) {
    let site = Site::new(config, articles, pages, texts, absent, selection, sink);
    let links = link::resolve(&site, &inventory.files, &inventory.statics, sink);
    let print = |text: &str| blake3::hash(text.as_bytes()).to_hex()[..10].to_owned();
    let rules = look::rules(&site.config);
    let fingerprints = Fingerprints {
        css: templates.map_or_else(String::new, |t| print(&[t.style_sheet(), &rules].concat())),
        comments: print(render::COMMENTS_MODULE),
    };
    let plan = plan::plan(&site, &links, inventory, &fingerprints, sink);
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
    if sink.has_errors() {
        return Err(Failure::Content);
    }
    let output = output(settings, &prepared.site.config);
    let protected = protected(&settings.root);
    let target = target(settings, &output, &protected);
    let publication = Publication::begin(world, &target).map_err(Failure::Publish)?;
    let healed = publication.healed();
    let failed: Mutex<Option<PublishError>> = Mutex::new(None);
    let each = |planned: &Planned, rendered: Vec<u8>| {
        publication
            .put(&planned.route, class(&planned.page), &rendered)
            .map(|_| ())
            .map_err(|error| {
                failed
                    .lock()
                    .expect("no thread panics while it holds this")
                    .get_or_insert(error);
            })
    };
    let faults =
        publication.flushing(|| render_all(world, settings, prepared, sources, progress, &each));
    if let Some(error) = failed.into_inner().expect("no thread panicked") {
        return Err(Failure::Publish(error));
    }
    sink.extend(faults);
    if sink.has_errors() {
        return Err(Failure::Content);
    }
    let report = publication.commit().map_err(Failure::Publish)?;
    Ok(Built { report, healed })
}

/// The folders and files of the project that no output may touch.
fn protected(root: &Path) -> Vec<PathBuf> {
    let names = ["content", "templates", "static", "site.yaml"];
    names.iter().map(|name| root.join(name)).collect()
}

fn target<'a>(
    settings: &'a Settings,
    output: &'a Path,
    protected: &'a [PathBuf],
) -> publish::Settings<'a> {
    publish::Settings {
        output,
        root: &settings.root,
        version: env!("CARGO_PKG_VERSION"),
        protected,
        adopt: settings.adopt,
    }
}

/// Takes back what builds have published to `output`, and nothing else; `dry`: says what would
/// be done.
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
    publish::clean(world, &target(settings, output, &protected), dry)
}

/// Renders every page and writes nothing; faults go to `sink`.
pub fn check(
    world: &dyn World,
    settings: &Settings,
    prepared: &Prepared,
    sources: &Sources,
    sink: &mut Sink,
) {
    sink.extend(render_all(
        world,
        settings,
        prepared,
        sources,
        &|_, _| {},
        &|_, _| Ok(()),
    ));
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
    let press = Press {
        world,
        root: &settings.root,
        sources,
        templates: &prepared.templates,
        chrome: &prepared.tongue(&planned.page).shared,
        markdown: &prepared.site.config.markdown,
    };
    render::page(press, page_deps(prepared, planned))
}

/// What one planned page depends on.
pub fn page_deps(prepared: &Prepared, planned: &Planned) -> Deps {
    let tongue = prepared.tongue(&planned.page);
    let whole = Whole {
        site: &prepared.site,
        links: &prepared.links,
        plan: &prepared.plan,
        atlas: &tongue.atlas,
        words: &tongue.words,
    };
    deps(whole, &tongue.chrome, planned)
}

/// Takes a finished page; an `Err` ends the rendering.
type Each<'a> = dyn Fn(&Planned, Vec<u8>) -> Result<(), ()> + Sync + 'a;

/// All pages, in parallel; no more than one a thread is held in memory. Stops early where
/// `each` fails.
fn render_all(
    world: &dyn World,
    settings: &Settings,
    prepared: &Prepared,
    sources: &Sources,
    progress: &(dyn Fn(usize, usize) + Sync),
    each: &Each<'_>,
) -> Vec<Diagnostic> {
    let total = prepared.plan.pages.len();
    let done = AtomicUsize::new(0);
    let faults: Mutex<Vec<Diagnostic>> = Mutex::new(Vec::new());
    // Stops at the first page that can't be written.
    let _ = prepared.plan.pages.par_iter().try_for_each(|planned| {
        match render_page(world, settings, prepared, sources, planned) {
            Ok(bytes) => each(planned, bytes)?,
            Err(fault) => faults
                .lock()
                .expect("no thread panics while it holds this")
                .push(*fault),
        }
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        Ok::<(), ()>(())
    });
    let mut faults = faults.into_inner().expect("no thread panicked");
    // A fault in a template that several pages share is said once, for one of them.
    faults.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
    faults.dedup_by(|a, b| a.span.is_some() && a.span == b.span && a.code == "template");
    faults
}

fn class(page: &Page) -> Class {
    match page {
        Page::Css | Page::CommentsModule => Class::Asset {
            fingerprinted: true,
        },
        Page::File(_) | Page::Favicon => Class::Asset {
            fingerprinted: false,
        },
        Page::Article(_)
        | Page::Expired(_)
        | Page::Standing(_)
        | Page::NotFound
        | Page::Redirect(_)
        | Page::Forward(_) => Class::Page,
        _ => Class::List,
    }
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
    let path = settings
        .config
        .clone()
        .unwrap_or_else(|| settings.root.join("site.yaml"));
    let name = path
        .strip_prefix(&settings.root)
        .unwrap_or(&path)
        .display()
        .to_string();
    let id = sources.add_file(name.clone(), path);
    let source = match sources.read(world, id) {
        Ok(source) => source,
        Err(crate::source::ReadFault::Io(error))
            if error.kind() == std::io::ErrorKind::NotFound =>
        {
            let cure = if settings.config.is_some() {
                "check the path that --config names"
            } else {
                "run `dateline init` in an empty folder to begin one, or name the project with --root"
            };
            let message = "there is no such site.yaml, and so no site";
            sink.push(Diagnostic::error("no-site", message).file(name).cure(cure));
            return None;
        }
        Err(fault) => {
            sink.push(parse::unreadable(&name, &fault));
            return None;
        }
    };
    let root = parse::yaml::read(id, &source.text, 0..source.text.len())
        .map_err(|d| sink.push(*d))
        .ok()?;
    let mut config = config::read(&root, sink)?;
    if let Some(url) = &settings.base_url {
        match SiteConfig::split_url(url) {
            Ok((origin, base)) => (config.origin, config.base) = (origin, base),
            Err(fault) => {
                sink.push(
                    Diagnostic::error("bad-url", format!("--base-url: {fault}")).cure(
                        "write a whole address, as in `--base-url https://example.org/news/`",
                    ),
                );
                return None;
            }
        }
    }
    Some(config)
}

/// Reads and parses files in parallel; a file's text lives no longer than its parsing. What
/// can't be parsed is noted in `absent`.
fn parse_all<T: Send>(
    world: &dyn World,
    sources: &Sources,
    files: &[(SourceId, String)],
    sink: &mut Sink,
    absent: &mut Absent,
    parse: impl Fn(&Source, &str, &mut Sink) -> Option<T> + Sync,
) -> Vec<T> {
    let (mut values, mut told): (Vec<Option<T>>, Vec<Told>) = (Vec::new(), Vec::new());
    let read = files.par_iter().map(|(id, path)| {
        let mut faults = Sink::default();
        let (value, text) = match sources.read(world, *id) {
            Ok(source) => (parse(&source, path, &mut faults), source.text),
            Err(fault) => {
                faults.push(parse::unreadable(sources.name(*id), &fault));
                (None, String::new())
            }
        };
        let broken = value.is_none() && faults.has_errors();
        let ids = broken.then(|| parse::ids_in(&text, path));
        (value, Told { faults, ids })
    });
    read.unzip_into_vecs(&mut values, &mut told);
    for (told, (id, path)) in told.into_iter().zip(files) {
        if let Some(ids) = told.ids {
            absent.broken(path, ids);
        }
        sink.extend(told.faults.of_file(sources.name(*id)));
    }
    // Takes the room of the list that it is made from.
    values.into_iter().flatten().collect()
}

/// The owner's fragment for the slot `sponsor_top`; one that is not there is a fault.
fn sponsor(
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
                .cure("write its path below the project, as in `fragment: sponsor.html`"),
        );
        return None;
    }
    let id = sources.add_file(path.value.clone(), root.join(&path.value));
    match sources.read(world, id) {
        Ok(source) => Some(source.text),
        Err(crate::source::ReadFault::Io(_)) => {
            let message = format!("there is no file `{}` to fill the slot with", path.value);
            sink.push(
                Diagnostic::error("missing-file", message)
                    .at(path.span, "can't be read")
                    .cure("put it beside site.yaml, or take `sponsor_top` out"),
            );
            None
        }
        Err(fault) => {
            sink.push(parse::unreadable(&path.value, &fault));
            None
        }
    }
}

/// What is known of the files that are copied; a file that can't be read is a fault.
fn copied_files(
    world: &dyn World,
    root: &Path,
    plan: &Plan,
    sink: &mut Sink,
) -> HashMap<String, Copied> {
    let paths = plan
        .pages
        .par_iter()
        .filter_map(|planned| match &planned.page {
            Page::File(path) => Some(path),
            _ => None,
        });
    let look = |path: &String| {
        let bytes = world.read(&root.join(path))?;
        let active = render::is_drawing(path) && render::svg::inert(&bytes).is_some();
        Ok((copied(&bytes), active))
    };
    let read: Vec<_> = paths.map(|path| (path, look(path))).collect();
    let mut files = HashMap::with_capacity(read.len());
    for (path, file) in read {
        match file {
            Ok((file, active)) => {
                if active {
                    sink.push(active_drawing(path));
                }
                files.insert(path.clone(), file);
            }
            Err(error) => {
                let fault = crate::source::ReadFault::Io(error);
                sink.push(parse::unreadable(path, &fault));
            }
        }
    }
    files
}

fn copied(bytes: &[u8]) -> Copied {
    Copied {
        digest: digest::of(bytes),
        size: picture::size(bytes),
    }
}

fn active_drawing(path: &str) -> Diagnostic {
    Diagnostic::warning(
        "active-file",
        "this drawing holds a script, or what could be one, and is published without it",
    )
    .file(path)
    .cure("export it anew as a plain drawing; a drawing that must run belongs into static/")
}

/// What is said of one file.
struct Told {
    faults: Sink,
    /// Of a file that can't be parsed: the ids that its text seems to give.
    ids: Option<Vec<String>>,
}

/// Whether `path` is a project: it holds a `site.yaml`.
pub fn is_project(world: &dyn World, path: &Path) -> bool {
    matches!(world.stat(&path.join("site.yaml")), Ok(Some(_)))
}
