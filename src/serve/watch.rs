//! What the operating system says of changes: one of the two edges of the server (the other is
//! [`http`](super::http)).
//!
//! Nothing is read here. Paths are passed on; what they mean is seen by looking.

#![allow(
    clippy::disallowed_methods,
    reason = "this file is the one that watches"
)]

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::project::FOLDERS;

/// What the thread that looks is told.
#[derive(Debug)]
pub enum Signal {
    /// Something happened at these paths.
    At {
        paths: Vec<PathBuf>,
        /// Whoever wrote has let go of the file: nothing more is to be waited for.
        done: bool,
        /// A file or folder came, went or moved.
        structural: bool,
    },
    /// Something happened, and it is not known where.
    Somewhere,
    /// A folder can't be watched.
    Blind(String),
    /// The server ends.
    Stop,
}

/// A watch over a project. Where the system can't watch, there is none, and somebody must look
/// from time to time.
pub struct Watch {
    watcher: Option<RecommendedWatcher>,
    root: PathBuf,
    others: Vec<PathBuf>,
}

impl Watch {
    /// Watches the project at `root`; `signals` is told.
    pub fn new(root: &Path, signals: Sender<Signal>) -> Self {
        let told = signals.clone();
        let watcher = notify::recommended_watcher(move |event| {
            if let Some(signal) = signal(event) {
                // Nobody listens any more where the server ends.
                let _ = told.send(signal);
            }
        });
        let watcher = watcher.map_err(|error| {
            let _ = signals.send(Signal::Blind(error.to_string()));
        });
        Self {
            watcher: watcher.ok(),
            root: root.to_owned(),
            others: Vec::new(),
        }
    }

    /// For who would rather look.
    pub fn none(root: &Path) -> Self {
        Self {
            watcher: None,
            root: root.to_owned(),
            others: Vec::new(),
        }
    }

    /// Watches the project anew: its folders may have gone and come back. What happens while this
    /// is done is not seen, so that everything must be looked at after.
    ///
    /// # Errors
    /// What can't be watched though it is there; the rest is watched.
    pub fn renew(&mut self) -> Result<(), String> {
        let folders = FOLDERS.map(|name| (self.root.join(name), RecursiveMode::Recursive));
        let alone = std::iter::once(self.root.clone()).chain(self.others.iter().cloned());
        let alone = alone.map(|folder| (folder, RecursiveMode::NonRecursive));
        let wanted: Vec<_> = folders.into_iter().chain(alone).collect();
        self.watch(&wanted)
    }

    /// Watches folders outside of the project's three, of which only what is directly in them
    /// counts; gives back whether there are others than before.
    ///
    /// # Errors
    /// What can't be watched though it is there; the rest is watched.
    pub fn also(&mut self, others: Vec<PathBuf>) -> Result<bool, String> {
        if self.others == others {
            return Ok(false);
        }
        let is_new = |folder: &&PathBuf| !self.others.contains(folder) && **folder != self.root;
        let new = others.iter().filter(is_new);
        let new: Vec<_> = new
            .map(|f| (f.clone(), RecursiveMode::NonRecursive))
            .collect();
        if let Some(watcher) = &mut self.watcher {
            for gone in self.others.iter().filter(|o| !others.contains(o)) {
                let _ = watcher.unwatch(gone);
            }
        }
        self.others = others;
        self.watch(&new).map(|()| true)
    }

    fn watch(&mut self, wanted: &[(PathBuf, RecursiveMode)]) -> Result<(), String> {
        let Some(watcher) = &mut self.watcher else {
            return Err("the system has no watch for this program".to_owned());
        };
        let mut failed = Ok(());
        for (folder, mode) in wanted {
            let _ = watcher.unwatch(folder);
            if let Err(error) = watcher.watch(folder, *mode)
                && !is_missing(&error)
            {
                failed = Err(format!("{}: {error}", folder.display()));
            }
        }
        failed
    }
}

fn is_missing(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => matches!(
            error.kind(),
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory
        ),
        _ => false,
    }
}

fn signal(event: notify::Result<Event>) -> Option<Signal> {
    let event = match event {
        Ok(event) => event,
        Err(error) if is_missing(&error) => return Some(Signal::Somewhere),
        Err(error) => return Some(Signal::Blind(error.to_string())),
    };
    if event.need_rescan() {
        return Some(Signal::Somewhere);
    }
    let (done, structural) = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => (true, false),
        // Reading is no change, and looking at the site is reading.
        EventKind::Access(_) => return None,
        // Somebody is about to put something into a new folder, or to write a new file.
        EventKind::Create(_) => (false, true),
        EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)) => (true, true),
        _ => (false, false),
    };
    match event.paths.is_empty() {
        true => Some(Signal::Somewhere),
        false => Some(Signal::At {
            paths: event.paths,
            done,
            structural,
        }),
    }
}
