//! The project between two scans: its inputs as they were read, and the site that they make.
//!
//! A file is parsed again only if its bytes changed; everything after parsing is done anew, by
//! the pipeline that builds the site, so that what is served is what a build would write.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::Sink;
use crate::pipeline::{self, Prepared};
use crate::project::{ChangeSet, Inputs, Memory, Reader, Settings};
use crate::source::Sources;
use crate::world::{FileKind, World};

/// What came of a scan of the project.
pub struct Scan {
    /// None where nothing can be planned; then `faults` holds errors.
    pub prepared: Option<Prepared>,
    pub sources: Arc<Sources>,
    pub faults: Sink,
    /// What changed, below the project, in order.
    pub changed: Vec<String>,
    /// Nothing but style sheets changed.
    pub style_only: bool,
}

/// The project, as it was read and parsed.
pub struct Session<'w> {
    world: &'w dyn World,
    settings: Settings,
    sources: Sources,
    /// The same, for those who look things up meanwhile.
    shown: Arc<Sources>,
    inputs: Inputs,
    /// The last scan found errors.
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

    /// Folders outside `content/`, `templates/` and `static/` that hold what the site is made
    /// of.
    pub fn other_folders(&self) -> Vec<PathBuf> {
        self.inputs.paths(&self.settings).other_folders()
    }

    /// Whether a path below the project is one that may change the site.
    pub fn concerns(&self, name: &str) -> bool {
        self.inputs.paths(&self.settings).concern(name)
    }

    /// Whether a file that was there has gone, or one is suddenly empty: whoever saves it may be
    /// half-way.
    pub fn is_transient(&self, name: &str) -> bool {
        let before = self.inputs.stat(name).map(|stat| stat.len);
        let now = self.world.stat(&self.settings.root.join(name));
        match now.ok().flatten() {
            None => before.is_some(),
            Some(now) => now.kind == FileKind::File && now.len == 0 && before != Some(0),
        }
    }

    /// Scans what may have changed; None where nothing did. The first scan is of everything.
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
            // What could not be read may be readable now, with the same bytes.
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
        Some(self.assembled(changed, style_only))
    }

    /// The whole site anew from what was parsed, because its hour has come.
    pub fn again(&mut self) -> Scan {
        self.assembled(BTreeSet::new(), false)
    }

    fn assembled(&mut self, changed: BTreeSet<String>, style_only: bool) -> Scan {
        let mut sink = Sink::default();
        let prepared = self.prepare(&mut sink);
        self.failed = sink.has_errors();
        if self.shown.len() != self.sources.len() {
            self.shown = Arc::new(self.sources.so_far());
        }
        Scan {
            prepared,
            sources: Arc::clone(&self.shown),
            faults: sink,
            changed: changed.into_iter().collect(),
            style_only,
        }
    }

    fn prepare(&mut self, sink: &mut Sink) -> Option<Prepared> {
        let reader = Reader {
            world: self.world,
            settings: &self.settings,
            sources: &mut self.sources,
            memory: Memory::Inputs,
        };
        let mut contents = self.inputs.contents(&reader, sink)?;
        // Whoever writes is told what is wrong; `check` has the notices.
        contents.config.lint = contents.config.lint.without_notices();
        pipeline::assemble(self.world, &self.settings, contents, sink)
    }
}
