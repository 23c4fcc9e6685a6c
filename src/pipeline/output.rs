//! Publishes a site, detects that it is up to date, and removes it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::build_run::{BuildRun, BuiltPages};
use super::index::ContentEdits;
use super::{Prepared, index};
use crate::cache::{
    BuildStats, Cache, CacheQuery, Cause, CommonInputs, FOLDER, Published, UpToDate,
};
use crate::diagnostic::{Sink, lint};
use crate::digest;
use crate::messages::Catalogs;
use crate::model::next_change::next_change;
use crate::project::{CONFIG_FILE, FOLDERS, Settings, files_now};
use crate::publish::{self, Cleaned, Publication, PublishError, PublishSettings, Report};
use crate::source::Sources;
use crate::theme;
use crate::urls;
use crate::world::World;

/// The result of a build.
#[derive(Debug)]
pub struct Built {
    pub report: Report,
    /// Whether an interrupted build was completed first.
    pub healed: bool,
    /// Routes of the rendered pages; with causes, if requested.
    pub rendered: Vec<(String, Vec<Cause>)>,
    /// The numbers in the build's summary.
    pub stats: BuildStats,
    /// The next instant at which the site changes without an edit.
    pub next_change: Option<DateTime<Utc>>,
}

impl Built {
    /// Returns the result of a build that had nothing to do.
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
    /// The sink contains the errors in the content.
    Content,
    Publish(PublishError),
}

/// Renders every page and publishes the site: all of it, or nothing. `progress` receives the number
/// of finished pages and the total, from any thread.
///
/// # Errors
/// [`Failure::Content`] if `sink` contains errors, [`Failure::Publish`] on an I/O error. In both
/// cases the published site is unchanged.
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

/// Like [`build`], but does not render a page that is in the output and whose key `cache` knows.
/// After publishing, `cache` contains what the next build needs.
///
/// # Errors
/// Like [`build`].
pub fn build_with(
    world: &dyn World,
    settings: &Settings,
    prepared: &Prepared,
    cache: &mut Cache,
    sources: &Sources,
    sink: &mut Sink,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Built, Failure> {
    let site = &prepared.site;
    // Diagnostics of the cache are not faults of the content: `--strict` does not affect them, and
    // the next build does not repeat them.
    let mut own = Sink::default();
    own.extend(cache.told());
    lint::adjust(&site.config.lint, &mut own);
    if sink.has_errors() || own.has_errors() {
        sink.extend(own);
        return Err(Failure::Content);
    }
    let output = settings.output_path(&site.config.output);
    let protected = protected(&settings.root);
    let target = target(settings, &output, &protected);
    let publication = Publication::begin(world, &target).map_err(Failure::Publish)?;
    let healed = publication.healed();
    let published = publication.published();
    let ledger = prepared.ledger.as_ref();
    if let Some(changed) = urls::changed(&site.config, ledger, published, &prepared.plan) {
        sink.push(changed);
        return Err(Failure::Content);
    }
    let (request, common) = (request(settings), common(prepared, cache));
    let edits = cache.edits_alone(request, &common);
    let owned = |names: &BTreeSet<&str>| names.iter().map(|&name| name.to_owned()).collect();
    let edits = edits.map(|edits| ContentEdits {
        files: owned(&edits.files),
        heads: owned(&edits.heads),
    });
    let stands = |route: &str| publication.stands(route);
    index::resume(world, sources, prepared, cache, edits.as_ref(), &stands);
    if own.is_empty() {
        own.extend(cache.told());
        lint::adjust(&site.config.lint, &mut own);
    }
    if own.has_errors() {
        sink.extend(own);
        return Err(Failure::Content);
    }
    let run = BuildRun {
        world,
        settings,
        sources,
        prepared,
        cache,
        publication: &publication,
        request,
        common: &common,
    };
    let BuiltPages {
        pages,
        rendered,
        faults,
    } = run.render_all(progress).map_err(Failure::Publish)?;
    sink.extend(faults);
    if sink.has_errors() {
        return Err(Failure::Content);
    }
    let report = publication.commit().map_err(Failure::Publish)?;
    let next_change = next_change(site);
    let stats = build_stats(prepared, next_change);
    let published = Published {
        request,
        output_name: &site.config.output,
        output: &output,
        target: &target,
        config: &settings.config_path(),
        pages,
        common,
        next_change,
        stats: stats.clone(),
        said: sink,
        indices: index::remembered(prepared),
    };
    cache.finish(world, published);
    sink.extend(own);
    Ok(Built {
        report,
        healed,
        rendered,
        stats,
        next_change,
    })
}

/// Returns whether a build would change nothing, as far as `cache` can tell without reading files.
/// If so, `sources` and `sink` are as after a build.
pub fn up_to_date(
    world: &dyn World,
    settings: &Settings,
    cache: &Cache,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<UpToDate> {
    let config = settings.config_path();
    let asked = CacheQuery {
        root: &settings.root,
        config: &config,
        request: request(settings),
        protected: &protected(&settings.root),
    };
    let mut files = Sources::default();
    files.add_file(settings.config_name(), config.clone());
    let output = |configured: &str| settings.output_path(configured);
    let mut up_to_date = cache.up_to_date(world, asked, output, |then| {
        files_now(world, settings, then, &mut files)
    })?;
    *sources = files;
    sink.extend(std::mem::take(&mut up_to_date.said));
    Some(up_to_date)
}

/// Removes what builds have published to `output`, and the cache, and nothing else. `dry`: only
/// reports what would be removed.
///
/// # Errors
/// If the output folder is rejected, or on an I/O error.
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

/// Returns the paths that an output folder may neither equal, nor be in, nor contain.
fn protected(root: &Path) -> Vec<PathBuf> {
    let names = FOLDERS.iter().chain(&[CONFIG_FILE, FOLDER]);
    names.map(|name| root.join(name)).collect()
}

fn target<'a>(
    settings: &'a Settings,
    output: &'a Path,
    protected: &'a [PathBuf],
) -> PublishSettings<'a> {
    PublishSettings {
        output,
        root: &settings.root,
        version: env!("CARGO_PKG_VERSION"),
        protected,
        adopt: settings.adopt,
    }
}

/// Computes the digest of all settings, and of the program's own theme.
fn request(settings: &Settings) -> [u8; 16] {
    let Settings {
        root,
        config,
        output,
        base_url,
        drafts,
        future,
        strict,
        trust,
        // After it is taken over, the folder is ours.
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
        trust,
    );
    let mut hasher = digest::Hasher::new();
    hasher.update(format!("{asked:?}").as_bytes());
    for (name, text) in theme::texts() {
        hasher.update(name.as_bytes()).update(text.as_bytes());
    }
    hasher.finish()
}

fn common(prepared: &Prepared, cache: &Cache) -> CommonInputs {
    CommonInputs {
        theme: *prepared.templates.digest(),
        config: cache.parsing(),
        chrome: chrome_digest(prepared),
        now: prepared.now,
    }
}

/// Computes the digest of what the pages of each language share.
fn chrome_digest(prepared: &Prepared) -> [u8; 16] {
    let mut hasher = digest::Hasher::new();
    for locale in prepared.locales.iter().chain(&prepared.other_locales) {
        hasher.update(&locale.chrome.digest());
    }
    hasher.finish()
}

fn build_stats(prepared: &Prepared, next_change: Option<DateTime<Utc>>) -> BuildStats {
    let site = &prepared.site;
    // The program's messages are English, whatever the site's language.
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
