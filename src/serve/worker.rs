//! The thread that scans the project after changes.
//!
//! It acts on the leading edge: a save is scanned at once, and changes that arrive during a scan
//! are scanned together afterwards. It waits only if the file system shows that a save is not
//! finished: a file is still open for writing, is missing for a moment, or is suddenly empty. What
//! could not be read is read again after a while, since the system does not report when it can be.

use std::cell::{Cell, RefCell};
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
use super::findings::{Findings, file_of};
use super::http::ReloadFeed;
use super::session::{Scan, Session};
use super::snapshot::Snapshot;
use super::watch::{Signal, Watch};
use super::{Options, Reporter, ServeEvent};
use crate::diagnostic::{Severity, Sink, folded};
use crate::model::next_change::next_change;
use crate::panics;
use crate::project::{ChangeSet, FOLDERS};
use crate::world::{FileKind, World};

/// How long a file may be held open for writing before it is scanned anyway.
const HELD: Duration = Duration::from_millis(30);
/// How long a missing or empty file may be about to come back.
const BLINK: Duration = Duration::from_millis(120);
/// How long an error may come from an unfinished save.
const HALF: Duration = Duration::from_millis(150);
/// Maximum duration of all these waits together.
const ENOUGH: Duration = Duration::from_millis(600);
/// How long it must be quiet, after files were created or removed, before everything is scanned
/// once more: the system may have missed events in a new folder.
const QUIET: Duration = Duration::from_millis(300);
/// Interval of scans of everything, if watching is impossible.
const POLL: Duration = Duration::from_millis(1000);
/// How long after a file could not be read everything is scanned again; doubled each time, up to
/// the second.
const RETRY: [Duration; 2] = [Duration::from_millis(500), Duration::from_secs(8)];

/// How many of the files that were saved last are remembered.
const MOST_SAVED: usize = 20;

pub(super) struct Worker<'w> {
    pub world: &'w dyn World,
    pub options: &'w Options,
    pub current: &'w CurrentSnapshot,
    pub news: Sender<ReloadFeed>,
    pub reporter: &'w Reporter<'w>,
    /// The project's folder as given, and in canonical form.
    pub roots: [PathBuf; 2],
    /// Whether it was reported that something can't be watched.
    pub blind_said: Cell<bool>,
    /// Whether a scan has found no errors.
    pub was_good: Cell<bool>,
    /// The files saved last, the latest first.
    pub saved: RefCell<Vec<String>>,
}

/// What the pages are told.
#[derive(Default, Serialize)]
struct ReloadMessage {
    /// The number of the scan that it comes from.
    at: u64,
    /// The last scan after which pages may differ.
    page: u64,
    /// The last scan after which the style differs.
    style: u64,
    /// The page that was saved last, and the number of the scan.
    saved: Option<(u64, String)>,
    /// The first errors, those of the files saved last first. While there are any, the pages of
    /// their files are those of an earlier scan.
    faults: Vec<OverlayFault>,
    /// Number of errors.
    errors: usize,
    /// Whether all pages are those of an earlier scan.
    held: bool,
    /// The first warnings, those of the files saved last first.
    warnings: Vec<OverlayFault>,
    /// Number of warnings.
    warned: usize,
    /// The file saved last.
    last: Option<String>,
    /// Pages that a build leaves out, by URL path, with the reason.
    marks: BTreeMap<String, String>,
}

/// Signals, merged.
#[derive(Default)]
struct PendingChanges {
    changes: ChangeSet,
    /// Files that may still be open for writing.
    open: BTreeSet<String>,
    structural: bool,
    /// Whether one of the watched folders itself was created or removed.
    folders: bool,
    /// Whether something can't be watched.
    blind: bool,
    stop: bool,
}

/// What the worker waits for besides signals.
#[derive(Default)]
struct WakeUps {
    /// Whether something can't be watched and has to be polled.
    blind: bool,
    /// When to scan everything once more.
    verify: Option<Instant>,
    /// When to scan everything because something could not be read.
    retry: Option<Instant>,
    /// How many such scans there were.
    retries: u32,
    /// When the site changes automatically.
    due: Option<DateTime<Utc>>,
    /// The inode of the folder that is watched as the project's.
    root: Option<u64>,
}

impl Worker<'_> {
    /// Scans until it is told to stop.
    pub fn run(&self, mut session: Session<'_>, mut watch: Watch, signals: &Receiver<Signal>) {
        let begun = Instant::now();
        let mut message = ReloadMessage::default();
        let mut plans = WakeUps::default();
        self.renew(&mut watch, &mut plans);
        if let Some(scan) = guarded(&mut session, |session| {
            session.scan(&ChangeSet::everything())
        }) {
            plans.due = self.publish(scan, begun, &mut message);
        }
        loop {
            self.watch_others(&mut watch, &session, &mut plans);
            plans.note_unread(session.is_unread());
            let Some(pending) = self.wait(signals, &session, &mut watch, &mut plans) else {
                return;
            };
            let begun = Instant::now();
            let scan = match pending.changes.is_empty() {
                false => guarded(&mut session, |session| session.scan(&pending.changes)),
                true if plans.due.is_some_and(|due| due <= self.world.now()) => {
                    guarded(&mut session, |session| Some(session.again()))
                }
                true => None,
            };
            let scan = match scan {
                Some(scan) if self.may_be_unfinished(&scan) => {
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

    /// Waits until there is something to scan, or the due time of a change has passed. `None` if
    /// the server is stopping.
    fn wait(
        &self,
        signals: &Receiver<Signal>,
        session: &Session<'_>,
        watch: &mut Watch,
        plans: &mut WakeUps,
    ) -> Option<PendingChanges> {
        // The folder is not the watched one, or is missing: it may be about to appear.
        let moved = self.root_now() != plans.root || plans.root.is_none();
        let now = Instant::now();
        if plans.blind || moved {
            plans.verify.get_or_insert(now + POLL);
        }
        let hour = plans.due.map(|due| now + self.until(due));
        let times = [plans.verify, plans.retry, hour];
        let until = times.into_iter().flatten().min();
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
        if plans.retry.is_some_and(|at| at <= Instant::now()) {
            pending.changes.all = true;
            plans.retry = None;
        }
        if pending.folders || (moved && pending.changes.all) {
            self.renew(watch, plans);
            pending.changes.all = true;
        }
        plans.note(&pending);
        Some(pending)
    }

    /// Returns the inode of the project's folder; `None` if the folder is missing.
    fn root_now(&self) -> Option<u64> {
        let stat = self.world.stat(&self.roots[1]).ok()??;
        (stat.kind != FileKind::File).then_some(stat.inode)
    }

    /// Returns the time until an instant, limited to how long the thread may sleep.
    fn until(&self, due: DateTime<Utc>) -> Duration {
        let left = (due - self.world.now()).to_std().unwrap_or_default();
        left.clamp(Duration::from_millis(200), Duration::from_secs(3600))
    }

    /// Watches the project again.
    fn renew(&self, watch: &mut Watch, plans: &mut WakeUps) {
        // Read first, so that a folder that appears meanwhile counts as another.
        plans.root = self.root_now();
        plans.blind |= self.options.poll || self.saw(watch.renew()).is_none();
    }

    /// Watches the other folders that the configuration names.
    fn watch_others(&self, watch: &mut Watch, session: &Session<'_>, plans: &mut WakeUps) {
        match self.saw(watch.also(session.other_folders())) {
            Some(true) => plans.verify = Some(Instant::now() + QUIET),
            Some(false) => {}
            None => plans.blind = true,
        }
    }

    /// Reports, once, why something can't be watched.
    fn saw<T>(&self, watched: Result<T, String>) -> Option<T> {
        let say = |why: String| {
            if !self.blind_said.replace(true) {
                (self.reporter)(ServeEvent::Blind(&why));
            }
        };
        watched.map_err(say).ok()
    }

    /// Waits for a signal, then takes all that are queued. `None` if the server is stopping.
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

    /// Waits while a save is clearly in progress.
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

    /// Whether an error may come from a save that is in progress: it is in a file that has changed,
    /// or in one that had none before.
    fn may_be_unfinished(&self, scan: &Scan) -> bool {
        let before = self.current.state_now().unwrap_or_default();
        let before = before.findings.faulty();
        let mut faults = scan.faults.iter();
        faults.any(|d| {
            let file = file_of(d, &scan.sources);
            let stood = |file: &str| {
                before.contains(file) && !scan.changed.iter().any(|changed| changed == file)
            };
            d.severity == Severity::Error && !file.is_some_and(stood)
        })
    }

    /// Waits in case an error comes from an unfinished save: changes that arrive shortly after are
    /// scanned before anything is reported. `None` if the server is stopping.
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
                // Forces the folders to be watched again afterwards.
                plans.root = None;
            }
            if more.changes.is_empty() {
                if Instant::now() >= until {
                    break;
                }
                continue;
            }
            if let Some(later) = guarded(session, |session| session.scan(&more.changes)) {
                let changed = scan.changed.drain(..).chain(later.changed);
                let changed: BTreeSet<String> = changed.collect();
                let (prepared, as_before) = match later.as_before {
                    true => (scan.prepared.take(), scan.as_before),
                    false => (later.prepared, false),
                };
                scan = Scan {
                    prepared,
                    as_before,
                    changed: changed.into_iter().collect(),
                    style_only: scan.style_only && later.style_only,
                    ..later
                };
            }
        }
        Some(scan)
    }

    /// Publishes the result of a scan and notifies all pages. Returns when the site next changes
    /// automatically.
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
            as_before: _,
            sources,
            faults: found,
            changed,
            style_only,
        } = scan;
        let failed = found.has_errors();
        message.errors = found.count(Severity::Error);
        message.warned = found.count(Severity::Warning);
        message.at += 1;
        self.note_saved(&changed);
        let sorted = found.sorted(&sources);
        let findings = Findings::new(sorted.clone(), Arc::clone(&sources), &self.saved.borrow());
        // Until there has been a good version, what can be shown is better than nothing.
        let complete = self.was_good.get();
        self.was_good.set(complete || !failed);
        message.held = complete && findings.holds_everything();
        let snapshot = prepared.filter(|_| !message.held);
        let snapshot = snapshot.map(|prepared| {
            let mut snapshot = Snapshot::new(message.at, prepared, Arc::clone(&sources));
            snapshot.faulty = findings.faulty();
            Arc::new(snapshot)
        });
        let before = self.current.state_now().unwrap_or_default();
        let now = snapshot.as_ref().or(before.snapshot.as_ref());
        let now = now.map(Arc::as_ref);
        let findings = findings.with_former(now, before.snapshot.as_deref(), &before.findings);
        let told = |severity| {
            let first = folded(findings.of(severity), &sources);
            let shown = first.iter().map(|(d, _)| d);
            let mut told = faults(shown, editor, &settings.root, &sources, self.world);
            for (fault, (_, times)) in told.iter_mut().zip(&first) {
                fault.times = *times;
                let file = fault.file.as_deref();
                fault.address = file.and_then(|file| findings.address_of(file, now));
            }
            told
        };
        message.faults = told(Severity::Error);
        message.warnings = told(Severity::Warning);
        message.last = self.saved.borrow().first().cloned();
        if let Some(snapshot) = &snapshot {
            let style = changed.iter().any(|name| name.ends_with(".css"));
            if style {
                message.style = message.at;
            }
            // The errors may have been those of another page: every open page is requested again.
            if !style_only || before.findings.of(Severity::Error).next().is_some() {
                message.page = message.at;
            }
            let good = changed
                .iter()
                .filter(|name| !snapshot.faulty.contains(*name));
            let mut saved = good.filter_map(|name| snapshot.address_of(name));
            if let (Some(address), None) = (saved.next(), saved.next()) {
                message.saved = Some((message.at, address));
            }
            message.marks = snapshot.marks(self.world.now());
        }
        let first = message.at == 1;
        let base = snapshot
            .as_ref()
            .map(|e| e.prepared.site.config.base.clone());
        drop(before);
        let old = self.current.put(snapshot.clone(), Arc::new(findings));
        let text = serde_json::to_string(&message).expect("strings and numbers always serialise");
        self.news.send_replace(text.into());
        let mut sink = Sink::default();
        sink.extend(sorted);
        (self.reporter)(ServeEvent::Look {
            changed: &changed,
            faults: sink,
            sources: &sources,
            failed,
            was_good: complete,
            updated: snapshot.is_some(),
            took: begun.elapsed(),
        });
        if first {
            (self.reporter)(ServeEvent::Ready {
                base: base.as_deref().unwrap_or("/"),
                took: begun.elapsed(),
            });
        }
        // Dropping a large site takes time; nothing waits for it here.
        drop(old);
        let now = self.world.now();
        let due = next_change(&snapshot?.prepared.site);
        // A fixed clock never reaches it.
        due.filter(|due| *due > now)
    }
}

impl Worker<'_> {
    /// Remembers which files were saved last.
    fn note_saved(&self, changed: &[String]) {
        let mut saved = self.saved.borrow_mut();
        saved.retain(|name| !changed.contains(name));
        saved.splice(0..0, changed.iter().take(MOST_SAVED).cloned());
        saved.truncate(MOST_SAVED);
    }
}

impl WakeUps {
    /// Plans another scan if the last one could not read something.
    fn note_unread(&mut self, unread: bool) {
        if !unread {
            (self.retry, self.retries) = (None, 0);
        } else if self.retry.is_none() {
            let [first, longest] = RETRY;
            let pause = first * 2_u32.pow(self.retries.min(5));
            self.retry = Some(Instant::now() + pause.min(longest));
            self.retries += 1;
        }
    }

    /// Plans the follow-up of merged signals.
    fn note(&mut self, pending: &PendingChanges) {
        self.blind |= pending.blind;
        if pending.structural {
            self.verify = Some(Instant::now() + QUIET);
        }
    }
}

/// Runs a scan. A scan that panics becomes an error, and the next one reads everything again,
/// because what the session keeps may be inconsistent.
pub(super) fn guarded<'w>(
    session: &mut Session<'w>,
    scan: impl FnOnce(&mut Session<'w>) -> Option<Scan>,
) -> Option<Scan> {
    panics::catch(|| scan(session)).unwrap_or_else(|panic| {
        session.forget();
        Some(Scan::of_panic(&panic))
    })
}

/// Returns the path below the project, with forward slashes; a path outside it is returned
/// unchanged.
fn name_of(roots: &[PathBuf; 2], path: &Path) -> String {
    let below = roots.iter().find_map(|root| path.strip_prefix(root).ok());
    let below = below.unwrap_or(path);
    below.display().to_string().replace('\\', "/")
}

/// Whether the inventory skips a path.
fn is_hidden(name: &str) -> bool {
    !name.starts_with('/') && name.split('/').any(|part| part.starts_with('.'))
}
