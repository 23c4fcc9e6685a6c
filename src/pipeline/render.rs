//! Renders a plan into the bytes of its pages.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard};

use rayon::prelude::*;

use super::Prepared;
use super::output_limits::{self, OutputBudget};
use crate::diagnostic::Diagnostic;
use crate::pages::{self, Output, kind};
use crate::plan::Planned;
use crate::plan::explore::IndexFile;
use crate::project::Settings;
use crate::render::{self, RenderContext};
use crate::source::Sources;
use crate::view::context::ViewContext;
use crate::view::deps::Deps;
use crate::world::World;

/// Renders one planned page.
///
/// # Errors
/// Returns the fault of a template, or of a file that is read again.
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

/// Returns the bytes of a page.
pub(super) fn rendered(
    world: &dyn World,
    settings: &Settings,
    prepared: &Prepared,
    sources: &Sources,
    planned: &Planned,
    deps: Deps,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let locale = prepared.locale(planned);
    let ctx = RenderContext {
        world,
        root: &settings.root,
        sources,
        templates: &prepared.templates,
        chrome: &locale.shared,
        messages: &locale.messages,
        index: &|file| prepared.index_file(world, sources, planned.edition, file),
        feed_bodies: &prepared.feed_bodies[planned.edition],
        most: output_limits::of_page(prepared, planned),
    };
    match render::page(ctx, deps) {
        Ok(bytes) if bytes.len() > ctx.most => Err(output_limits::too_large_page(
            world,
            &settings.root,
            prepared,
            planned,
        )),
        Err(fault) if fault.code == "output-limit" => Err(output_limits::too_large_page(
            world,
            &settings.root,
            prepared,
            planned,
        )),
        rendered => rendered,
    }
}

/// Returns what a planned page depends on.
pub fn page_deps(prepared: &Prepared, planned: &Planned) -> Deps {
    record_deps(prepared, planned, None)
}

/// Like [`page_deps`], with the indices of the articles whose headline or summary the page shows.
pub fn page_deps_and_shown(prepared: &Prepared, planned: &Planned) -> (Deps, BTreeSet<usize>) {
    let shown = RefCell::default();
    let deps = record_deps(prepared, planned, Some(&shown));
    (deps, shown.into_inner())
}

/// Returns what a file of rows depends on, made from the file as it was before nothing changed but
/// texts, and headlines and summaries of the articles whose indices are in `heads`. `None` if it is
/// no such file, or what was published does not fit.
pub(super) fn edited_rows(
    prepared: &Prepared,
    planned: &Planned,
    published: impl FnOnce() -> Option<Vec<u8>>,
    heads: &BTreeSet<usize>,
) -> Option<Deps> {
    let ctx = prepared.context(planned.edition, prepared.locale(planned));
    let rows = (kind(&planned.page).rows)(&ctx, planned)?;
    let text = rows.edited(&ctx, str::from_utf8(&published()?).ok()?, heads)?;
    Some(Deps::Text(text))
}

fn record_deps(
    prepared: &Prepared,
    planned: &Planned,
    shown: Option<&RefCell<BTreeSet<usize>>>,
) -> Deps {
    let ctx = prepared.view_context(planned.edition);
    if let (Output::Index(file), Some(layout)) = (&kind(&planned.page).output, &ctx.plan.explore) {
        let file = file(&planned.page);
        let index = prepared.index(planned.edition);
        if let (IndexFile::Cards(n), Some(shown)) = (file, shown) {
            let on_cards = index.shown_on_cards(ctx, layout, n);
            shown.borrow_mut().extend(on_cards);
        }
        let digest = index.digest(ctx, layout, file);
        return Deps::Search(file, digest);
    }
    let locale = prepared.locale(planned);
    let ctx = ViewContext {
        shown,
        ..prepared.context(planned.edition, locale)
    };
    pages::deps(ctx, &locale.chrome, planned)
}

/// Locks a mutex that no thread holds while it panics.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("no thread panics while it holds this")
}

/// The outcome of one page.
pub(super) enum PageOutcome {
    /// With the number of its bytes.
    Done(u64),
    Fault(Box<Diagnostic>),
    /// No further page can be processed.
    Stop,
}

/// The stage in which all pages are rendered.
#[derive(Clone, Copy)]
pub(super) struct RenderStage<'a> {
    pub world: &'a dyn World,
    /// The project's folder.
    pub root: &'a Path,
    pub prepared: &'a Prepared,
}

impl RenderStage<'_> {
    /// Processes all pages in parallel; one per thread is in memory, besides those that wait for parts
    /// of theirs. Returns their faults.
    pub fn all(
        self,
        progress: &(dyn Fn(usize, usize) + Sync),
        each: &(dyn Fn(&Planned) -> PageOutcome + Sync),
    ) -> Vec<Diagnostic> {
        let prepared = self.prepared;
        let total = prepared.plan.pages.len();
        let done = AtomicUsize::new(0);
        let budget = OutputBudget::new(prepared);
        let faults: Mutex<Vec<Diagnostic>> = Mutex::new(Vec::new());
        let step = |planned: &Planned| {
            match each(planned) {
                PageOutcome::Done(bytes) if budget.take(bytes) => {}
                PageOutcome::Done(_) | PageOutcome::Stop => return Err(()),
                PageOutcome::Fault(fault) => lock(&faults).push(*fault),
            }
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            Ok(())
        };
        // The first file of the index builds the whole index, in parallel. A thread that takes part
        // in that must not be given another file of the index, which would wait for it.
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
        // Which pages were rendered before it was exceeded is a matter of luck.
        if budget.is_exceeded() {
            return vec![output_limits::too_large_site(
                self.world, self.root, prepared,
            )];
        }
        let mut faults = faults.into_inner().expect("no thread panicked");
        // A fault in a template that several pages share is reported once, for one of them.
        faults.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        faults.dedup_by(|a, b| a.span.is_some() && a.span == b.span && a.code == "template");
        faults
    }
}
