//! The thread that looks at the project whenever something changed.
//!
//! It acts on the leading edge: what was saved is looked at at once, and what comes while it
//! looks is looked at together, after. It waits only where the file system says that a save is
//! not over: where a file is still held open, has gone for a blink, or is suddenly empty.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use serde::Serialize;
use tokio::sync::watch::Sender;

use super::current_snapshot::CurrentSnapshot;
use super::fault::{OverlayFault, faults};
use super::http::ReloadFeed;
use super::session::{Scan, Session};
use super::snapshot::Snapshot;
use super::watch::{Signal, Watch};
use super::{Options, Reporter, ServeEvent};
use crate::diagnostic::{Severity, Sink};
use crate::model::next_change::next_change;
use crate::project::{ChangeSet, FOLDERS};
use crate::world::{FileKind, World};

/// So long whoever writes a file may hold it open before it is looked at all the same.
const HELD: Duration = Duration::from_millis(30);
/// So long a file that has gone, or is empty, may be on its way back.
const BLINK: Duration = Duration::from_millis(120);
/// So long an error may be the first half of a save.
const HALF: Duration = Duration::from_millis(150);
/// So long all these waits together may take.
const ENOUGH: Duration = Duration::from_millis(600);
/// After files came and went everything is looked at once more when it has been quiet so long:
/// the system may have missed what happened in a folder that was just made.
const QUIET: Duration = Duration::from_millis(300);
/// So often everything is looked at where nothing can be watched.
const POLL: Duration = Duration::from_millis(1000);

pub(super) struct Worker<'w> {
    pub world: &'w dyn World,
    pub options: &'w Options,
    pub current: &'w CurrentSnapshot,
    pub news: Sender<ReloadFeed>,
    pub reporter: &'w Reporter<'w>,
    /// The project's folder as it is named, and as it is.
    pub roots: [PathBuf; 2],
    /// It was said that something can't be watched.
    pub blind_said: Cell<bool>,
}

/// What the pages are told.
#[derive(Default, Serialize)]
struct ReloadMessage {
    /// The scan that it comes from.
    at: u64,
    /// The last scan after which pages may be others.
    page: u64,
    /// The last scan after which the style is another.
    style: u64,
    /// What was saved last, and at which scan.
    saved: Option<(u64, String)>,
    /// The first errors; the pages are those of an earlier scan.
    faults: Vec<OverlayFault>,
    /// How many errors there are.
    errors: usize,
    /// What a build leaves out, by address: why.
    marks: BTreeMap<String, String>,
}

/// Signals, put together.
#[derive(Default)]
struct PendingChanges {
    changes: ChangeSet,
    /// Files that somebody may still hold open.
    open: BTreeSet<String>,
    structural: bool,
    /// One of the watched folders itself came or went.
    folders: bool,
    /// Something can't be watched.
    blind: bool,
    stop: bool,
}

/// What the worker waits for besides signals.
#[derive(Default)]
struct WakeUps {
    /// Something can't be watched, and must be looked for.
    blind: bool,
    /// When everything is looked at once more.
    verify: Option<Instant>,
    /// When the site changes by itself.
    due: Option<DateTime<Utc>>,
    /// Which folder was watched as the project's.
    root: Option<u64>,
}

impl Worker<'_> {
    /// Looks until it is told to stop.
    pub fn run(&self, mut session: Session<'_>, mut watch: Watch, signals: &Receiver<Signal>) {
        let begun = Instant::now();
        let mut message = ReloadMessage::default();
        let mut plans = WakeUps::default();
        self.renew(&mut watch, &mut plans);
        if let Some(scan) = session.scan(&ChangeSet::everything()) {
            plans.due = self.publish(scan, begun, &mut message);
        }
        loop {
            self.watch_others(&mut watch, &session, &mut plans);
            let Some(pending) = self.wait(signals, &session, &mut watch, &mut plans) else {
                return;
            };
            let begun = Instant::now();
            let scan = match pending.changes.is_empty() {
                false => session.scan(&pending.changes),
                true if plans.due.is_some_and(|due| due <= self.world.now()) => {
                    Some(session.again())
                }
                true => None,
            };
            let scan = match scan {
                Some(scan) if scan.faults.has_errors() => {
                    match self.fixed_shortly(signals, &mut session, scan, &mut plans) {
                        Some(later) => later,
                        None => return,
                    }
                }
                Some(scan) => scan,
                None => continue,
            };
            plans.due = self.publish(scan, begun, &mut message);
        }
    }

    /// Waits until there is something to be looked at, or the hour has come. None: the server
    /// ends.
    fn wait(
        &self,
        signals: &Receiver<Signal>,
        session: &Session<'_>,
        watch: &mut Watch,
        plans: &mut WakeUps,
    ) -> Option<PendingChanges> {
        // Another folder than the one that is watched, or none: it is on its way.
        let moved = self.root_now() != plans.root || plans.root.is_none();
        let now = Instant::now();
        if plans.blind || moved {
            plans.verify.get_or_insert(now + POLL);
        }
        let hour = plans.due.map(|due| now + self.until(due));
        let until = [plans.verify, hour].into_iter().flatten().min();
        let mut pending = PendingChanges::default();
        self.hear(signals, until, session, &mut pending)?;
        self.debounce(signals, session, &mut pending);
        if pending.stop {
            return None;
        }
        if plans.verify.is_some_and(|at| at <= Instant::now()) {
            pending.changes.all = true;
            plans.verify = None;
        }
        if pending.folders || (moved && pending.changes.all) {
            self.renew(watch, plans);
            pending.changes.all = true;
        }
        plans.note(&pending);
        Some(pending)
    }

    /// The project's folder itself, as the file system knows it; none where it is not there.
    fn root_now(&self) -> Option<u64> {
        let stat = self.world.stat(&self.roots[1]).ok()??;
        (stat.kind != FileKind::File).then_some(stat.inode)
    }

    /// How long until an instant, as far as a thread may sleep.
    fn until(&self, due: DateTime<Utc>) -> Duration {
        let left = (due - self.world.now()).to_std().unwrap_or_default();
        left.clamp(Duration::from_millis(200), Duration::from_secs(3600))
    }

    /// Watches the project anew.
    fn renew(&self, watch: &mut Watch, plans: &mut WakeUps) {
        // Asked before, so that one that comes meanwhile is another.
        plans.root = self.root_now();
        plans.blind |= self.options.poll || self.saw(watch.renew()).is_none();
    }

    /// Watches what the configuration names besides.
    fn watch_others(&self, watch: &mut Watch, session: &Session<'_>, plans: &mut WakeUps) {
        match self.saw(watch.also(session.other_folders())) {
            Some(true) => plans.verify = Some(Instant::now() + QUIET),
            Some(false) => {}
            None => plans.blind = true,
        }
    }

    /// Says why something can't be watched: once is enough.
    fn saw<T>(&self, watched: Result<T, String>) -> Option<T> {
        let say = |why: String| {
            if !self.blind_said.replace(true) {
                (self.reporter)(ServeEvent::Blind(&why));
            }
        };
        watched.map_err(say).ok()
    }

    /// Waits for a signal, then takes those that are there already. None: the server ends.
    fn hear(
        &self,
        signals: &Receiver<Signal>,
        until: Option<Instant>,
        session: &Session<'_>,
        pending: &mut PendingChanges,
    ) -> Option<()> {
        let first = match until {
            None => signals.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => signals.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        match first {
            Ok(signal) => self.absorb(signal, session, pending),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return None,
        }
        for signal in signals.try_iter() {
            self.absorb(signal, session, pending);
        }
        (!pending.stop).then_some(())
    }

    fn absorb(&self, signal: Signal, session: &Session<'_>, pending: &mut PendingChanges) {
        let (paths, done, structural) = match signal {
            Signal::At {
                paths,
                done,
                structural,
            } => (paths, done, structural),
            Signal::Somewhere => {
                pending.changes.all = true;
                pending.structural = true;
                return;
            }
            Signal::Blind(why) => {
                self.saw::<()>(Err(why));
                pending.changes.all = true;
                pending.blind = true;
                return;
            }
            Signal::Stop => {
                pending.stop = true;
                return;
            }
        };
        for path in paths {
            pending.folders |= structural && self.roots.contains(&path);
            let name = name_of(&self.roots, &path);
            if !session.concerns(&name) || is_hidden(&name) {
                continue;
            }
            pending.folders |= FOLDERS.contains(&name.as_str());
            pending.structural |= structural;
            match done {
                true => pending.open.remove(&name),
                false => pending.open.insert(name.clone()),
            };
            pending.changes.names.insert(name);
        }
    }

    /// Waits while a save is plainly under way.
    fn debounce(
        &self,
        signals: &Receiver<Signal>,
        session: &Session<'_>,
        pending: &mut PendingChanges,
    ) {
        let enough = Instant::now() + ENOUGH;
        loop {
            let wait = if pending
                .changes
                .names
                .iter()
                .any(|n| session.is_transient(n))
            {
                BLINK
            } else if !pending.open.is_empty() {
                HELD
            } else {
                return;
            };
            let until = (Instant::now() + wait).min(enough);
            let left = until.saturating_duration_since(Instant::now());
            match signals.recv_timeout(left) {
                Ok(signal) => self.absorb(signal, session, pending),
                Err(_) => return,
            }
            if pending.stop || Instant::now() >= enough {
                return;
            }
        }
    }

    /// An error may be the first half of a save: what comes shortly after is looked at before
    /// anybody is told. None: the server ends.
    fn fixed_shortly(
        &self,
        signals: &Receiver<Signal>,
        session: &mut Session<'_>,
        mut scan: Scan,
        plans: &mut WakeUps,
    ) -> Option<Scan> {
        let enough = Instant::now() + ENOUGH;
        while scan.faults.has_errors() && Instant::now() < enough {
            let until = (Instant::now() + HALF).min(enough);
            let mut more = PendingChanges::default();
            self.hear(signals, Some(until), session, &mut more)?;
            self.debounce(signals, session, &mut more);
            if more.stop {
                return None;
            }
            plans.note(&more);
            if more.folders {
                // Watched anew when this is over.
                plans.root = None;
            }
            if more.changes.is_empty() {
                if Instant::now() >= until {
                    break;
                }
                continue;
            }
            if let Some(later) = session.scan(&more.changes) {
                let changed = scan.changed.drain(..).chain(later.changed);
                let changed: BTreeSet<String> = changed.collect();
                scan = Scan {
                    changed: changed.into_iter().collect(),
                    style_only: scan.style_only && later.style_only,
                    ..later
                };
            }
        }
        Some(scan)
    }

    /// Puts up what was found, and tells everybody. Gives back when the site next changes by
    /// itself.
    fn publish(
        &self,
        scan: Scan,
        begun: Instant,
        message: &mut ReloadMessage,
    ) -> Option<DateTime<Utc>> {
        let Options {
            settings, editor, ..
        } = self.options;
        let Scan {
            prepared,
            sources,
            faults: found,
            changed,
            style_only,
        } = scan;
        let failed = found.has_errors();
        message.errors = found.count(Severity::Error);
        message.at += 1;
        let sorted = found.sorted(&sources);
        message.faults = faults(&sorted, editor, &settings.root, &sources, self.world);
        let snapshot = prepared
            .filter(|_| !failed)
            .map(|prepared| Arc::new(Snapshot::new(message.at, prepared, Arc::clone(&sources))));
        if let Some(snapshot) = &snapshot {
            let style = changed.iter().any(|name| name.ends_with(".css"));
            if style {
                message.style = message.at;
            }
            // What was wrong may have been another page's: whatever is shown is asked for again.
            if !style_only
                || self
                    .current
                    .state_now()
                    .is_none_or(|s| !s.faults.is_empty())
            {
                message.page = message.at;
            }
            let mut saved = changed.iter().filter_map(|name| snapshot.address_of(name));
            if let (Some(address), None) = (saved.next(), saved.next()) {
                message.saved = Some((message.at, address));
            }
            message.marks = snapshot.marks(self.world.now());
        }
        let first = message.at == 1;
        let base = snapshot
            .as_ref()
            .map(|e| e.prepared.site.config.base.clone());
        let old = self.current.put(snapshot.clone(), message.faults.clone());
        let text = serde_json::to_string(&message).expect("strings and numbers always serialise");
        self.news.send_replace(text.into());
        let mut sink = Sink::default();
        sink.extend(sorted);
        (self.reporter)(ServeEvent::Look {
            changed: &changed,
            faults: sink,
            sources: &sources,
            failed,
            took: begun.elapsed(),
        });
        if first {
            (self.reporter)(ServeEvent::Ready {
                base: base.as_deref().unwrap_or("/"),
                took: begun.elapsed(),
            });
        }
        // To take a large site apart takes time: nobody waits for it any more.
        drop(old);
        let now = self.world.now();
        let due = next_change(&snapshot?.prepared.site);
        // A clock that stands still never gets there.
        due.filter(|due| *due > now)
    }
}

impl WakeUps {
    /// Plans for what was heard.
    fn note(&mut self, pending: &PendingChanges) {
        self.blind |= pending.blind;
        if pending.structural {
            self.verify = Some(Instant::now() + QUIET);
        }
    }
}

/// The path below the project, with forward slashes; another path as it is.
fn name_of(roots: &[PathBuf; 2], path: &Path) -> String {
    let below = roots.iter().find_map(|root| path.strip_prefix(root).ok());
    let below = below.unwrap_or(path);
    below.display().to_string().replace('\\', "/")
}

/// What the walk of the folders passes over.
fn is_hidden(name: &str) -> bool {
    !name.starts_with('/') && name.split('/').any(|part| part.starts_with('.'))
}
