//! Watches the file system: one of the two edges of the server (the other is
//! [`http`](super::http)).
//!
//! Nothing is read here. Paths are passed on; a scan decides what they mean.

#![allow(
    clippy::disallowed_methods,
    reason = "this file is the one that watches"
)]

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::project::FOLDERS;

/// A message to the worker.
#[derive(Debug)]
pub enum Signal {
    /// Something happened at these paths.
    At {
        paths: Vec<PathBuf>,
        /// The writer has closed the file: no need to wait for more.
        done: bool,
        /// A file or folder was created, removed or renamed.
        structural: bool,
    },
    /// Something happened, at unknown paths.
    Somewhere,
    /// A folder can't be watched.
    Blind(String),
    /// The server is stopping.
    Stop,
}

/// A watch on a project. If the system can't watch, it does nothing, and the caller has to poll.
pub struct Watch {
    watcher: Option<RecommendedWatcher>,
    root: PathBuf,
    others: Vec<PathBuf>,
}

impl Watch {
    /// Watches the project at `root` and sends to `signals`.
    pub fn new(root: &Path, signals: Sender<Signal>) -> Self {
        let told = signals.clone();
        let watcher = notify::recommended_watcher(move |event| {
            if let Some(signal) = signal(event) {
                // Fails only when the server is stopping and nobody listens.
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

    /// A watch that does nothing, for polling.
    pub fn none(root: &Path) -> Self {
        Self {
            watcher: None,
            root: root.to_owned(),
            others: Vec::new(),
        }
    }

    /// Watches the project again, because its folders may have been removed and created again.
    /// Events during the call are lost, so the caller has to scan everything afterwards.
    ///
    /// # Errors
    /// A folder exists and can't be watched; the others are watched.
    pub fn renew(&mut self) -> Result<(), String> {
        let folders = FOLDERS.map(|name| (self.root.join(name), RecursiveMode::Recursive));
        let alone = std::iter::once(self.root.clone()).chain(self.others.iter().cloned());
        let alone = alone.map(|folder| (folder, RecursiveMode::NonRecursive));
        let wanted: Vec<_> = folders.into_iter().chain(alone).collect();
        self.watch(&wanted)
    }

    /// Watches folders outside the project's three, not recursively. Returns whether they differ
    /// from before.
    ///
    /// # Errors
    /// A folder exists and can't be watched; the others are watched.
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
            return Err("the system provides no file watcher".to_owned());
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
        // Reading is not a change, and serving the site reads.
        EventKind::Access(_) => return None,
        // Something is about to be put into a new folder, or written to a new file.
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
