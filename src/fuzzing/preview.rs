//! A project whose files change one at a time, read again as the preview does.

use std::sync::Arc;

use super::checks::{ROOT, at, now};
use crate::diagnostic::Sink;
use crate::pipeline::{self, Prepared};
use crate::project::{ChangeSet, Settings};
use crate::serve::session::Session;
use crate::source::Sources;
use crate::world::MemoryWorld;

pub struct Preview {
    world: &'static MemoryWorld,
    settings: &'static Settings,
    session: Session<'static>,
}

/// The project after a change.
pub struct Shown {
    pub prepared: Option<Prepared>,
    pub sources: Arc<Sources>,
    pub faults: Sink,
}

impl Preview {
    /// Lives as long as the program.
    pub fn new(files: &[(&str, &str)]) -> Self {
        let world = MemoryWorld::new(now());
        for (name, text) in files {
            world.set(at(name), text);
        }
        let world: &MemoryWorld = Box::leak(Box::new(world));
        let settings: &Settings = Box::leak(Box::new(Settings::new(ROOT)));
        let mut session = Session::new(world, settings.clone());
        session.scan(&ChangeSet::everything());
        Self {
            world,
            settings,
            session,
        }
    }

    /// Writes a file and reads the project again. `None` if the file has this text already, and
    /// the project was fine with it.
    pub fn save(&mut self, name: &str, text: &str) -> Option<Shown> {
        // Its log would grow.
        self.world.set_fault(None);
        self.world.set(at(name), text);
        let changes = ChangeSet {
            names: [name.to_owned()].into(),
            all: false,
        };
        let scan = self.session.scan(&changes)?;
        Some(Shown {
            prepared: scan.prepared,
            sources: scan.sources,
            faults: scan.faults,
        })
    }

    /// Renders the page at a route, if there is one.
    pub fn page(&self, shown: &Shown, route: &str) -> Option<Vec<u8>> {
        let prepared = shown.prepared.as_ref()?;
        let pages = &prepared.plan.pages;
        let planned = &pages[pages
            .binary_search_by(|p| p.route.as_str().cmp(route))
            .ok()?];
        let page =
            pipeline::render_page(self.world, self.settings, prepared, &shown.sources, planned);
        Some(page.unwrap_or_else(|fault| panic!("{route}: {fault:?}")))
    }
}
