//! A build that publishes: pages that are kept, pages that are rendered, and what is remembered.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Mutex;

use chrono::{DateTime, Utc};

use super::{
    Built, Failure, PageOutcome, Prepared, Settings, config_path, index, lock, output, page_deps,
    page_deps_and_shown, protected, render_all, rendered, target,
};
use crate::cache::{
    self, BuildStats, Cache, CacheQuery, Cause, CommonInputs, Edited, Edits, FileStamp, Published,
    PublishedPage, Rendering, Shown, UpToDate,
};
use crate::content::article::Article;
use crate::diagnostic::{Sink, lint};
use crate::digest;
use crate::messages::{Catalogs, EMBEDDED};
use crate::model::next_change::next_change;
use crate::model::site::Site;
use crate::pages::{Sources as PageSources, kind};
use crate::plan::{Plan, Planned};
use crate::publish::{Digest, Publication, PublishError};
use crate::render;
use crate::render::templates::{THEME, THEME_CSS};
use crate::source::Sources;
use crate::view::deps::Deps;
use crate::world::{Stat, World};

/// As [`build`](super::build); a page whose key `cache` knows, and that stands in the output, is
/// not rendered. Where it publishes, `cache` has what a build from here has to know.
///
/// # Errors
/// As for [`build`](super::build).
pub fn build_with(
    world: &dyn World,
    settings: &Settings,
    prepared: &Prepared,
    cache: &mut Cache,
    sources: &Sources,
    sink: &mut Sink,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Built, Failure> {
    // What is said of the cache is no fault of the content: `--strict` does not touch it, and the
    // next build does not say it again.
    let mut own = Sink::default();
    own.extend(cache.told());
    lint::adjust(&prepared.site.config.lint, &mut own);
    if sink.has_errors() || own.has_errors() {
        sink.extend(own);
        return Err(Failure::Content);
    }
    let output = output(settings, &prepared.site.config);
    let protected = protected(&settings.root);
    let target = target(settings, &output, &protected);
    let publication = Publication::begin(world, &target).map_err(Failure::Publish)?;
    let healed = publication.healed();
    let (request, common) = (request(settings), common(prepared, cache));
    let edits_now = cache.edits_alone(request, &common);
    let texts_alone = edits_now.is_some_and(|edits| edits.heads.is_empty());
    let stands = |route: &str| publication.stands(route);
    index::resume(world, sources, prepared, cache, texts_alone, &stands);
    if own.is_empty() {
        own.extend(cache.told());
        lint::adjust(&prepared.site.config.lint, &mut own);
    }
    if own.has_errors() {
        sink.extend(own);
        return Err(Failure::Content);
    }
    let run = BuildRun {
        edits: edits(cache, request, &common, &prepared.site),
        world,
        settings,
        sources,
        prepared,
        cache,
        publication: &publication,
        common,
        edited: if cache.explains {
            cache.edited()
        } else {
            Vec::new()
        },
        pages: Mutex::new(Vec::with_capacity(prepared.plan.pages.len())),
        rendered: Mutex::default(),
        failed: Mutex::default(),
    };
    let faults =
        publication.flushing(|| render_all(prepared, progress, &|planned| run.page(planned)));
    let BuildRun {
        common,
        pages,
        rendered,
        failed,
        ..
    } = run;
    if let Some(error) = failed.into_inner().expect("no thread panicked") {
        return Err(Failure::Publish(error));
    }
    sink.extend(faults);
    if sink.has_errors() {
        return Err(Failure::Content);
    }
    let report = publication.commit().map_err(Failure::Publish)?;
    let mut rendered = rendered.into_inner().expect("no thread panicked");
    rendered.sort_unstable();
    let next_change = next_change(&prepared.site);
    let stats = build_stats(prepared, next_change);
    cache.finish(
        world,
        Published {
            request,
            output_name: &prepared.site.config.output,
            output: &output,
            target: &target,
            config: &config_path(settings).1,
            pages: pages.into_inner().expect("no thread panicked"),
            common,
            next_change,
            stats: stats.clone(),
            said: sink,
            index: index::remembered(prepared),
        },
    );
    sink.extend(own);
    Ok(Built {
        report,
        healed,
        rendered,
        stats,
        next_change,
    })
}

/// Whether a build now would change nothing, as far as `cache` can tell without reading. Then
/// `sources` and `sink` are as after a build.
pub fn up_to_date(
    world: &dyn World,
    settings: &Settings,
    cache: &Cache,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<UpToDate> {
    let (name, config) = config_path(settings);
    let asked = CacheQuery {
        root: &settings.root,
        config: (&name, &config),
        request: request(settings),
        protected: &protected(&settings.root),
    };
    let output = |configured: &str| {
        let own = || settings.root.join(configured);
        settings.output.clone().unwrap_or_else(own)
    };
    cache.up_to_date(world, asked, output, sources, sink)
}

/// Digest of all that was asked for, and of the program's own theme.
fn request(settings: &Settings) -> [u8; 16] {
    let Settings {
        root,
        config,
        output,
        base_url,
        drafts,
        future,
        strict,
        // What is taken over is ours from then on.
        adopt: _,
    } = settings;
    let below = |path: &Option<PathBuf>| {
        let path = path.as_ref()?;
        Some(path.strip_prefix(root).unwrap_or(path).to_owned())
    };
    let asked = (
        below(config),
        below(output),
        base_url,
        drafts,
        future,
        strict,
    );
    let mut hasher = blake3::Hasher::new();
    hasher.update(format!("{asked:?}").as_bytes());
    let own = [("css", THEME_CSS), ("comments", render::COMMENTS_MODULE)];
    for (name, text) in THEME.iter().chain(&own).chain(&EMBEDDED) {
        hasher.update(name.as_bytes()).update(text.as_bytes());
    }
    digest::finish(&hasher)
}

fn common(prepared: &Prepared, cache: &Cache) -> CommonInputs {
    CommonInputs {
        theme: *prepared.templates.digest(),
        config: cache.parsing(),
        chrome: chrome_digest(prepared),
        now: prepared.now,
    }
}

/// Of what the pages of each language share.
fn chrome_digest(prepared: &Prepared) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    for locale in &prepared.locales {
        hasher.update(&locale.chrome.digest());
    }
    digest::finish(&hasher)
}

fn build_stats(prepared: &Prepared, next_change: Option<DateTime<Utc>>) -> BuildStats {
    let site = &prepared.site;
    // The program speaks English, whatever the site does.
    let worded = |at| {
        let catalogs = Catalogs::embedded();
        catalogs.or_english("en").instant(at, site.config.timezone)
    };
    BuildStats {
        articles: site.articles.len() - site.expired.len(),
        entries: site.entries.iter().filter(|e| !e.background).count(),
        drafts: site.left_out.drafts,
        scheduled: site.left_out.scheduled,
        expired: site.expired.len(),
        next_change: next_change.map(worded),
    }
}

/// The only changes since the last build, where they are of texts and heads.
struct EditsAlone<'a> {
    /// The files.
    files: BTreeSet<&'a str>,
    /// The articles with another headline or summary, by number.
    heads: BTreeSet<usize>,
}

fn edits<'a>(
    cache: &'a Cache,
    request: [u8; 16],
    common: &CommonInputs,
    site: &Site,
) -> Option<EditsAlone<'a>> {
    let Edits { files, heads } = cache.edits_alone(request, common)?;
    // An article that is left out shows nowhere, before and after.
    let articles = heads.iter().filter_map(|name| article_of(site, name));
    Some(EditsAlone {
        heads: articles.collect(),
        files,
    })
}

/// The number of the article that a file of the project is.
fn article_of(site: &Site, name: &str) -> Option<usize> {
    let path = name.strip_prefix("content/")?;
    let by_path = |a: &Article| a.path.as_str().cmp(path);
    site.articles.binary_search_by(by_path).ok()
}

/// A build that publishes.
struct BuildRun<'a, 'w> {
    world: &'a dyn World,
    settings: &'a Settings,
    sources: &'a Sources,
    prepared: &'a Prepared,
    cache: &'a Cache,
    publication: &'a Publication<'w>,
    common: CommonInputs,
    /// What alone has changed, where it is texts and heads of files.
    edits: Option<EditsAlone<'a>>,
    /// For the causes; empty where nobody asks.
    edited: Vec<Edited>,
    pages: Mutex<Vec<PublishedPage>>,
    rendered: Mutex<Vec<(String, Vec<Cause>)>>,
    failed: Mutex<Option<PublishError>>,
}

impl BuildRun<'_, '_> {
    /// Keeps one page, or renders and puts it.
    fn page(&self, planned: &Planned) -> PageOutcome {
        self.try_page(planned).unwrap_or_else(|error| {
            lock(&self.failed).get_or_insert(error);
            PageOutcome::Stop
        })
    }

    fn try_page(&self, planned: &Planned) -> Result<PageOutcome, PublishError> {
        let route = &planned.route;
        let class = kind(&planned.page).class;
        let known = self.cache.page(route);
        let mut deps = None;
        let (key, shown) = match known {
            _ if !self.cache.keeps() => ([0; 16], Shown::default()),
            Some(page) if self.depends_as_before(planned, &page) => {
                (page.key(), page.shown().clone())
            }
            _ => {
                let (made, shown) = page_deps_and_shown(self.prepared, planned);
                let deps = deps.insert(made);
                (deps.key(&self.common.theme), Shown::new(&shown))
            }
        };
        // Without a cache the length says enough; with one that lacks the page, only the bytes.
        let sure = |stat: &Stat| match known {
            Some(page) => page.is((*stat).into()),
            None => !self.cache.keeps(),
        };
        if let Some(page) = known.filter(|page| page.key() == key) {
            let digest = Digest::known(page.digest());
            if let Some(stat) = self.publication.keep_sure(route, class, digest, sure)? {
                self.note(route, key, digest, Some(stat), shown);
                return Ok(PageOutcome::Done);
            }
        }
        let deps = deps.unwrap_or_else(|| page_deps(self.prepared, planned));
        let causes = match self.cache.explains {
            true => self.causes(planned, key, &deps),
            false => Vec::new(),
        };
        let bytes = match rendered(
            self.world,
            self.settings,
            self.prepared,
            self.sources,
            planned,
            deps,
        ) {
            Ok(bytes) => bytes,
            Err(fault) => return Ok(PageOutcome::Fault(fault)),
        };
        let digest = Digest::of(&bytes);
        self.publication
            .put_unless(route, class, &bytes, digest, sure)?;
        self.note(route, key, digest, None, shown);
        lock(&self.rendered).push((route.clone(), causes));
        Ok(PageOutcome::Done)
    }

    fn note(&self, route: &str, key: [u8; 16], digest: Digest, stat: Option<Stat>, shown: Shown) {
        if self.cache.keeps() {
            lock(&self.pages).push(PublishedPage {
                route: route.to_owned(),
                key,
                digest: digest.bytes(),
                stamp: stat.map(FileStamp::from),
                shown,
            });
        }
    }

    /// Whether all that the page depends on is surely as it was: what alone has changed are texts
    /// and heads, and it shows none of them.
    fn depends_as_before(&self, planned: &Planned, known: &cache::CachedPage<'_>) -> bool {
        let Some(edits) = &self.edits else {
            return false;
        };
        match (kind(&planned.page).sources)(&self.prepared.site, &planned.page) {
            PageSources::AllTexts => false,
            PageSources::File(own) if edits.files.contains(own.as_str()) => false,
            _ => !known.shown().any_of(&edits.heads),
        }
    }

    fn causes(&self, planned: &Planned, key: [u8; 16], deps: &Deps) -> Vec<Cause> {
        let (site, plan) = (&self.prepared.site, &self.prepared.plan);
        let own = match (kind(&planned.page).sources)(site, &planned.page) {
            PageSources::File(own) => Some(own),
            PageSources::None | PageSources::AllTexts => None,
        };
        let rendering = Rendering {
            route: &planned.route,
            key,
            own: own.as_deref(),
            common: &self.common,
            stands: self.publication.stands(&planned.route),
        };
        let shown = deps.written();
        self.cache.causes(&rendering, &self.edited, |edited| {
            let article = article_of(site, &edited.name);
            article.is_some_and(|at| shown.contains(Plan::address(&plan.articles[at])))
        })
    }
}
