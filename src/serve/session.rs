//! The project between two scans: its inputs as read, and the site built from them.
//!
//! A file is parsed again only if its bytes changed. Everything after parsing is computed again by
//! the pipeline that builds the site, so the preview serves what a build would write.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::Sink;
use crate::panics::Panic;
use crate::pipeline::{self, Prepared};
use crate::project::{ChangeSet, Inputs, Memory, Reader, Settings};
use crate::source::Sources;
use crate::world::{FileKind, World};

/// The result of a scan of the project.
pub struct Scan {
    /// What can be shown: files with errors are as when they last had none. `None` if nothing can
    /// be planned, or if it would be what the scan before showed; then `faults` holds errors.
    pub prepared: Option<Prepared>,
    /// Whether nothing changed but files with errors, which stay as the scan before showed them.
    pub as_before: bool,
    pub sources: Arc<Sources>,
    pub faults: Sink,
    /// The changed files, by path below the project, in order.
    pub changed: Vec<String>,
    /// Whether nothing but style sheets changed.
    pub style_only: bool,
}

impl Scan {
    /// The result of a scan that `panic` ended: the site is not shown until the project changes.
    pub fn of_panic(panic: &Panic) -> Self {
        let mut faults = Sink::default();
        faults.push(panic.diagnostic("reading the project"));
        Self {
            prepared: None,
            as_before: false,
            sources: Arc::default(),
            faults,
            changed: Vec::new(),
            style_only: false,
        }
    }
}

/// The project, as read and parsed.
pub struct Session<'w> {
    world: &'w dyn World,
    settings: Settings,
    sources: Sources,
    /// A copy of `sources` for the threads that answer.
    shown: Arc<Sources>,
    inputs: Inputs,
    /// Whether the last scan found errors.
    failed: bool,
}

impl<'w> Session<'w> {
    pub fn new(world: &'w dyn World, settings: Settings) -> Self {
        Self {
            world,
            settings,
            sources: Sources::lasting(),
            shown: Arc::default(),
            inputs: Inputs::default(),
            failed: false,
        }
    }

    /// Discards everything that was read: the next scan reads it again.
    pub fn forget(&mut self) {
        *self = Self::new(self.world, self.settings.clone());
    }

    /// Returns the folders outside `content/`, `templates/` and `static/` that hold inputs of the
    /// site.
    pub fn other_folders(&self) -> Vec<PathBuf> {
        self.inputs.paths(&self.settings).other_folders()
    }

    /// Whether a path below the project may change the site.
    pub fn concerns(&self, name: &str) -> bool {
        self.inputs.paths(&self.settings).concern(name)
    }

    /// Whether a file that existed is missing, or is suddenly empty: a save may be in progress.
    pub fn is_transient(&self, name: &str) -> bool {
        let before = self.inputs.stat(name).map(|stat| stat.len);
        let now = self.world.stat(&self.settings.root.join(name));
        match now.ok().flatten() {
            None => before.is_some(),
            Some(now) => now.kind == FileKind::File && now.len == 0 && before != Some(0),
        }
    }

    /// Whether something could not be read, and may be readable at the next scan of everything.
    pub fn is_unread(&self) -> bool {
        self.inputs.is_unread()
    }

    /// Scans the files that may have changed; `None` if none did. The first scan reads everything.
    pub fn scan(&mut self, changes: &ChangeSet) -> Option<Scan> {
        let first = self.inputs.is_empty();
        let mut reader = Reader {
            world: self.world,
            settings: &self.settings,
            sources: &mut self.sources,
            memory: Memory::Inputs,
        };
        let mut changed = self.inputs.read(&mut reader, changes);
        if self.failed {
            // A file that could not be read may now be readable, with the same bytes.
            changed.extend(changes.names.iter().cloned());
        }
        if changed.is_empty() && !first {
            return None;
        }
        let style = |name: &String| {
            name.strip_prefix("static/")
                .is_some_and(|path| path.ends_with(".css"))
        };
        let style_only = !first && changed.iter().all(style);
        if first {
            // Everything was read, and nothing has changed yet.
            changed.clear();
        }
        Some(self.assembled(changed, style_only))
    }

    /// Assembles the site again from the parsed files, because the due time of a change has passed.
    pub fn again(&mut self) -> Scan {
        self.assembled(BTreeSet::new(), false)
    }

    fn assembled(&mut self, changed: BTreeSet<String>, style_only: bool) -> Scan {
        let mut sink = Sink::default();
        let mut prepared = self.prepare(false, &mut sink);
        self.failed = sink.has_errors();
        let mut as_before = false;
        if self.failed {
            let stand_ins = self.inputs.stand_ins();
            as_before = !changed.is_empty() && changed.is_subset(&stand_ins);
            prepared = match (as_before, stand_ins.is_empty()) {
                (true, _) => None,
                (false, true) => prepared,
                // What is said is of the files as they are.
                (false, false) => self.prepare(true, &mut Sink::default()),
            };
        }
        if self.shown.len() != self.sources.len() {
            self.shown = Arc::new(self.sources.so_far());
        }
        Scan {
            prepared,
            as_before,
            sources: Arc::clone(&self.shown),
            faults: sink,
            changed: changed.into_iter().collect(),
            style_only,
        }
    }

    fn prepare(&mut self, stand_ins: bool, sink: &mut Sink) -> Option<Prepared> {
        let reader = Reader {
            world: self.world,
            settings: &self.settings,
            sources: &mut self.sources,
            memory: Memory::Inputs,
        };
        let mut contents = self.inputs.contents_with(stand_ins, &reader, sink)?;
        // The preview reports what is wrong; `check` reports the notices.
        contents.config.lint = contents.config.lint.without_notices();
        pipeline::assemble(self.world, &self.settings, contents, sink)
    }
}
