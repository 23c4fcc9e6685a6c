//! The pages of a build: keeps those that are up to date and renders the rest.

use std::collections::BTreeSet;
use std::sync::Mutex;

use super::Prepared;
use super::output_limits;
use super::render::{
    PageOutcome, RenderStage, edited_rows, lock, page_deps, page_deps_and_shown, rendered,
};
use crate::cache::{
    Cache, CachedPage, Cause, CommonInputs, Edited, Edits, FileStamp, PublishedPage, Rendering,
    Shown,
};
use crate::content::article::Article;
use crate::diagnostic::Diagnostic;
use crate::model::site::Site;
use crate::pages::{PageSources, kind};
use crate::plan::{Plan, Planned};
use crate::project::Settings;
use crate::publish::{Digest, Publication, PublishError};
use crate::source::Sources;
use crate::view::deps::Deps;
use crate::world::{Stat, World};

/// A build that publishes.
#[derive(Clone, Copy)]
pub(super) struct BuildRun<'a, 'w> {
    pub world: &'a dyn World,
    pub settings: &'a Settings,
    pub sources: &'a Sources,
    pub prepared: &'a Prepared,
    pub cache: &'a Cache,
    pub publication: &'a Publication<'w>,
    /// Digest of all settings of the build.
    pub request: [u8; 16],
    pub common: &'a CommonInputs,
}

/// All pages, in the staging area of the publication or unchanged in the output.
pub(super) struct BuiltPages {
    /// For the next build.
    pub pages: Vec<PublishedPage>,
    /// Routes of the rendered pages; with causes, if requested.
    pub rendered: Vec<(String, Vec<Cause>)>,
    pub faults: Vec<Diagnostic>,
}

impl BuildRun<'_, '_> {
    /// Keeps or renders every page. `progress` receives the number of finished pages and the total.
    ///
    /// # Errors
    /// On an I/O error.
    pub fn render_all(
        self,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<BuiltPages, PublishError> {
        let builder = PageBuilder {
            run: self,
            edits: edits(self.cache, self.request, self.common, &self.prepared.site),
            edited: match self.cache.explains {
                true => self.cache.edited(),
                false => Vec::new(),
            },
            pages: Mutex::new(Vec::with_capacity(self.prepared.plan.pages.len())),
            rendered: Mutex::default(),
            failed: Mutex::default(),
        };
        let stage = RenderStage {
            world: self.world,
            root: &self.settings.root,
            prepared: self.prepared,
        };
        let faults = self
            .publication
            .flushing(|| stage.all(progress, &|planned| builder.page(planned)));
        let done = "no thread panicked";
        if let Some(error) = builder.failed.into_inner().expect(done) {
            return Err(error);
        }
        let mut rendered = builder.rendered.into_inner().expect(done);
        rendered.sort_unstable();
        Ok(BuiltPages {
            pages: builder.pages.into_inner().expect(done),
            rendered,
            faults,
        })
    }
}

/// Keeps or renders pages, one at a time per thread.
struct PageBuilder<'a, 'w> {
    run: BuildRun<'a, 'w>,
    /// `Some` if nothing has changed but texts, headlines and summaries.
    edits: Option<EditsAlone<'a>>,
    /// For the causes; empty if they are not requested.
    edited: Vec<Edited>,
    pages: Mutex<Vec<PublishedPage>>,
    rendered: Mutex<Vec<(String, Vec<Cause>)>>,
    failed: Mutex<Option<PublishError>>,
}

impl PageBuilder<'_, '_> {
    /// Keeps a page, or renders and stages it.
    fn page(&self, planned: &Planned) -> PageOutcome {
        self.try_page(planned).unwrap_or_else(|error| {
            lock(&self.failed).get_or_insert(error);
            PageOutcome::Stop
        })
    }

    fn try_page(&self, planned: &Planned) -> Result<PageOutcome, PublishError> {
        let (run, route) = (&self.run, &planned.route);
        let class = kind(&planned.page).class;
        let known = run.cache.page(route);
        let mut deps = None;
        let (key, shown) = match known {
            _ if !run.cache.keeps() => ([0; 16], Shown::default()),
            Some(page) if self.depends_as_before(planned, &page) => {
                (page.key(), page.shown().clone())
            }
            _ => {
                let edited = known.and_then(|page| self.edited_rows(planned, &page));
                let (made, shown) = edited.unwrap_or_else(|| {
                    let (made, shown) = page_deps_and_shown(run.prepared, planned);
                    (made, Shown::new(&shown))
                });
                let deps = deps.insert(made);
                (deps.key(&run.common.theme), shown)
            }
        };
        // Without a cache, an equal length suffices; with a cache that lacks the page, only equal
        // bytes do.
        let sure = |stat: &Stat| match known {
            Some(page) => page.is((*stat).into()),
            None => !run.cache.keeps(),
        };
        if let Some(page) = known.filter(|page| page.key() == key) {
            let digest = Digest::known(page.digest());
            if let Some(stat) = run.publication.keep_sure(route, class, digest, sure)? {
                // The limit may be lower than when it was rendered.
                if stat.len > output_limits::of_page(run.prepared, planned) as u64 {
                    let root = &run.settings.root;
                    return Ok(PageOutcome::Fault(output_limits::too_large_page(
                        run.world,
                        root,
                        run.prepared,
                        planned,
                    )));
                }
                self.note(route, key, digest, Some(stat), shown);
                return Ok(PageOutcome::Done(stat.len));
            }
        }
        let deps = deps.unwrap_or_else(|| page_deps(run.prepared, planned));
        let causes = match run.cache.explains {
            true => self.causes(planned, key, &deps),
            false => Vec::new(),
        };
        let bytes = match rendered(
            run.world,
            run.settings,
            run.prepared,
            run.sources,
            planned,
            deps,
        ) {
            Ok(bytes) => bytes,
            Err(fault) => return Ok(PageOutcome::Fault(fault)),
        };
        let digest = Digest::of(&bytes);
        run.publication
            .put_unless(route, class, &bytes, digest, sure)?;
        self.note(route, key, digest, None, shown);
        lock(&self.rendered).push((route.clone(), causes));
        Ok(PageOutcome::Done(bytes.len() as u64))
    }

    fn note(&self, route: &str, key: [u8; 16], digest: Digest, stat: Option<Stat>, shown: Shown) {
        if self.run.cache.keeps() {
            lock(&self.pages).push(PublishedPage {
                route: route.to_owned(),
                key,
                digest: digest.bytes(),
                stamp: stat.map(FileStamp::from),
                shown,
            });
        }
    }

    /// Returns whether everything that the page depends on is certainly unchanged: only texts,
    /// headlines and summaries have changed, and the page shows none of them.
    fn depends_as_before(&self, planned: &Planned, known: &CachedPage<'_>) -> bool {
        let Some(edits) = &self.edits else {
            return false;
        };
        let site = self.run.prepared.site_of(planned);
        match (kind(&planned.page).sources)(site, &planned.page) {
            PageSources::AllTexts => false,
            PageSources::TextsShown if known.shown().any_of(&edits.texts) => false,
            PageSources::File(own) if edits.files.contains(own.as_str()) => false,
            _ => !known.shown().any_of(&edits.heads),
        }
    }

    /// What a file of rows depends on, made from the file that the last build published: if only
    /// headlines and summaries of some articles have changed, the rows of others are the same.
    fn edited_rows(&self, planned: &Planned, known: &CachedPage<'_>) -> Option<(Deps, Shown)> {
        let edits = self
            .edits
            .as_ref()
            .filter(|edits| !edits.heads.is_empty())?;
        let digest = Digest::known(known.digest());
        let published = || self.run.publication.published_bytes(&planned.route, digest);
        let deps = edited_rows(self.run.prepared, planned, published, &edits.heads)?;
        Some((deps, known.shown().clone()))
    }

    fn causes(&self, planned: &Planned, key: [u8; 16], deps: &Deps) -> Vec<Cause> {
        let run = &self.run;
        let (site, plan) = (&run.prepared.site, &run.prepared.plan);
        let own = match (kind(&planned.page).sources)(run.prepared.site_of(planned), &planned.page)
        {
            PageSources::File(own) => Some(own),
            PageSources::None | PageSources::TextsShown | PageSources::AllTexts => None,
        };
        let rendering = Rendering {
            route: &planned.route,
            key,
            own: own.as_deref(),
            common: run.common,
            stands: run.publication.stands(&planned.route),
        };
        let shown = deps.written();
        run.cache.causes(&rendering, &self.edited, |edited| {
            let article = article_of(site, &edited.name);
            article.is_some_and(|at| shown.contains(Plan::address(&plan.articles[at])))
        })
    }
}

/// The changes since the last build, if only texts, headlines and summaries changed.
struct EditsAlone<'a> {
    /// The changed files.
    files: BTreeSet<&'a str>,
    /// Indices of the articles whose text, headline or summary changed.
    texts: BTreeSet<usize>,
    /// Indices of the articles whose headline or summary changed.
    heads: BTreeSet<usize>,
}

fn edits<'a>(
    cache: &'a Cache,
    request: [u8; 16],
    common: &CommonInputs,
    site: &Site,
) -> Option<EditsAlone<'a>> {
    let Edits { files, heads } = cache.edits_alone(request, common)?;
    Some(EditsAlone {
        texts: articles_of(site, &files),
        heads: articles_of(site, &heads),
        files,
    })
}

/// Returns the indices of articles with file names, relative to the project. An article that is left
/// out is shown nowhere, before and after an edit, and has none.
pub(super) fn articles_of(site: &Site, names: &BTreeSet<impl AsRef<str>>) -> BTreeSet<usize> {
    let articles = names
        .iter()
        .filter_map(|name| article_of(site, name.as_ref()));
    articles.collect()
}

/// Returns the index of the article with a file name, relative to the project.
fn article_of(site: &Site, name: &str) -> Option<usize> {
    let path = name.strip_prefix("content/")?;
    let by_path = |a: &Article| a.path.as_str().cmp(path);
    site.articles.binary_search_by(by_path).ok()
}
