//! The thread that looks at the project whenever something changed.
//!
//! It acts on the leading edge: what was saved is looked at at once, and what comes while it
//! looks is looked at together, after. It waits only where the file system says that a save is
//! not over: where a file is still held open, has gone for a blink, or is suddenly empty.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use serde::Serialize;
use tokio::sync::watch::Sender;

use super::board::Board;
use super::edition::Edition;
use super::fault::{Fault, faults};
use super::http::News;
use super::session::{Look, Session, Touched};
use super::watch::{FOLDERS, Signal, Watch};
use super::{Options, Teller, Told};
use crate::diagnostic::Sink;
use crate::model::next_change::next_change;
use crate::world::{Kind, World};

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
    pub board: &'w Board,
    pub news: Sender<News>,
    pub teller: &'w Teller<'w>,
}

/// What the pages are told.
#[derive(Default, Serialize)]
struct Bulletin {
    /// The look that it comes from.
    at: u64,
    /// The last look after which pages may be others.
    page: u64,
    /// The last look after which the style is another.
    style: u64,
    /// What was saved last, and at which look.
    saved: Option<(u64, String)>,
    /// Errors; the pages are those of an earlier look.
    faults: Vec<Fault>,
    /// What a build leaves out, by address: why.
    marks: BTreeMap<String, String>,
}

/// Signals, put together.
#[derive(Default)]
struct Heard {
    touched: Touched,
    /// Files that somebody may still hold open.
    open: BTreeSet<String>,
    structural: bool,
    /// One of the watched folders itself came or went.
    folders: bool,
    stop: bool,
}

impl Worker<'_> {
    /// Looks until it is told to stop.
    pub fn work(&self, mut session: Session<'_>, mut watch: Watch, signals: &Receiver<Signal>) {
        let started = Instant::now();
        let mut blind = self.saw(watch.renew()).is_none();
        let everything = Touched {
            all: true,
            ..Touched::default()
        };
        let mut bulletin = Bulletin::default();
        let mut due = None;
        if let Some(look) = session.look(&everything) {
            due = self.publish(look, started, &mut bulletin);
        }
        let mut verify: Option<Instant> = None;
        blind |= self.watch_others(&mut watch, &session, &mut verify);
        loop {
            let gone = self.is_gone();
            let now = Instant::now();
            let poll = (blind || gone).then(|| now + POLL);
            let hour = due.map(|due| now + self.until(due));
            let until = [verify, poll, hour].into_iter().flatten().min();
            let mut heard = Heard::default();
            match self.hear(signals, until, &session, &mut heard) {
                Some(said) => blind |= said,
                None => return,
            }
            self.let_settle(signals, &session, &mut heard);
            if heard.stop {
                return;
            }
            let now = Instant::now();
            if verify.is_some_and(|at| at <= now) || poll.is_some_and(|at| at <= now) {
                heard.touched.all = true;
                verify = None;
            }
            if heard.folders || (gone && heard.touched.all) {
                blind |= self.saw(watch.renew()).is_none();
                heard.touched.all = true;
            }
            if heard.structural {
                verify = Some(now + QUIET);
            }
            let begun = Instant::now();
            let look = match heard.touched.is_empty() {
                false => session.look(&heard.touched),
                true if hour.is_some_and(|at| at <= now) => Some(session.again()),
                true => None,
            };
            if let Some(mut look) = look {
                if look.faults.has_errors() {
                    match self.mended(signals, &mut session, look, &mut heard) {
                        Some(later) => look = later,
                        None => return,
                    }
                    if heard.structural {
                        verify = Some(Instant::now() + QUIET);
                    }
                }
                due = self.publish(look, begun, &mut bulletin).or(due);
                blind |= self.watch_others(&mut watch, &session, &mut verify);
            }
        }
    }

    /// Whether the project's folder itself is not there at present.
    fn is_gone(&self) -> bool {
        let stat = self.world.stat(&self.options.settings.root);
        !matches!(stat, Ok(Some(stat)) if stat.kind != Kind::File)
    }

    /// How long until an instant, as far as a thread may sleep.
    fn until(&self, due: chrono::DateTime<chrono::Utc>) -> Duration {
        let left = (due - self.world.now()).to_std().unwrap_or_default();
        left.clamp(Duration::from_millis(200), Duration::from_secs(3600))
    }

    /// Watches what the configuration names besides; gives back whether that can't be watched.
    fn watch_others(
        &self,
        watch: &mut Watch,
        session: &Session<'_>,
        verify: &mut Option<Instant>,
    ) -> bool {
        match self.saw(watch.also(session.other_folders())) {
            Some(true) => *verify = Some(Instant::now() + QUIET),
            Some(false) => {}
            None => return true,
        }
        false
    }

    /// Says why something can't be watched.
    fn saw<T>(&self, watched: Result<T, String>) -> Option<T> {
        watched.map_err(|why| (self.teller)(Told::Blind(&why))).ok()
    }

    /// Waits for a signal, then takes those that are there already. None: the server ends.
    /// Else whether something can't be watched.
    fn hear(
        &self,
        signals: &Receiver<Signal>,
        until: Option<Instant>,
        session: &Session<'_>,
        heard: &mut Heard,
    ) -> Option<bool> {
        let first = match until {
            None => signals.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => signals.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        let mut blind = false;
        match first {
            Ok(signal) => blind |= self.absorb(signal, session, heard),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return None,
        }
        for signal in signals.try_iter() {
            blind |= self.absorb(signal, session, heard);
        }
        (!heard.stop).then_some(blind)
    }

    /// Notes a signal; gives back whether something can't be watched.
    fn absorb(&self, signal: Signal, session: &Session<'_>, heard: &mut Heard) -> bool {
        match signal {
            Signal::Stop => heard.stop = true,
            Signal::Somewhere => {
                heard.touched.all = true;
                heard.structural = true;
            }
            Signal::Blind(why) => {
                (self.teller)(Told::Blind(&why));
                heard.touched.all = true;
                return true;
            }
            Signal::At {
                paths,
                done,
                structural,
            } => {
                for path in paths {
                    let root = &self.options.settings.root;
                    heard.folders |= structural && path == *root;
                    let name = name_of(root, &path);
                    if !session.concerns(&name) || is_hidden(&name) {
                        continue;
                    }
                    heard.folders |= FOLDERS.contains(&name.as_str());
                    heard.structural |= structural;
                    match done {
                        true => heard.open.remove(&name),
                        false => heard.open.insert(name.clone()),
                    };
                    heard.touched.names.insert(name);
                }
            }
        }
        false
    }

    /// Waits while a save is plainly under way.
    fn let_settle(&self, signals: &Receiver<Signal>, session: &Session<'_>, heard: &mut Heard) {
        let enough = Instant::now() + ENOUGH;
        loop {
            let wait = if heard.touched.names.iter().any(|n| session.blinks(n)) {
                BLINK
            } else if !heard.open.is_empty() {
                HELD
            } else {
                return;
            };
            let until = (Instant::now() + wait).min(enough);
            let left = until.saturating_duration_since(Instant::now());
            match signals.recv_timeout(left) {
                Ok(signal) => {
                    self.absorb(signal, session, heard);
                }
                Err(_) => return,
            }
            if heard.stop || Instant::now() >= enough {
                return;
            }
        }
    }

    /// An error may be the first half of a save: what comes shortly after is looked at before
    /// anybody is told. None: the server ends.
    fn mended(
        &self,
        signals: &Receiver<Signal>,
        session: &mut Session<'_>,
        mut look: Look,
        heard: &mut Heard,
    ) -> Option<Look> {
        let enough = Instant::now() + ENOUGH;
        while look.faults.has_errors() {
            let until = (Instant::now() + HALF).min(enough);
            let mut more = Heard::default();
            self.hear(signals, Some(until), session, &mut more)?;
            self.let_settle(signals, session, &mut more);
            heard.structural |= more.structural;
            if more.stop {
                return None;
            }
            if more.touched.is_empty() {
                if Instant::now() >= until {
                    break;
                }
                continue;
            }
            if let Some(later) = session.look(&more.touched) {
                let changed = look.changed.drain(..).chain(later.changed);
                let changed: BTreeSet<String> = changed.collect();
                look = Look {
                    changed: changed.into_iter().collect(),
                    style_only: look.style_only && later.style_only,
                    ..later
                };
            }
            if Instant::now() >= enough {
                break;
            }
        }
        Some(look)
    }

    /// Puts up what was found, and tells everybody. Gives back when the site next changes by
    /// itself.
    fn publish(
        &self,
        look: Look,
        begun: Instant,
        bulletin: &mut Bulletin,
    ) -> Option<chrono::DateTime<chrono::Utc>> {
        let Options {
            settings, editor, ..
        } = self.options;
        let Look {
            prepared,
            sources,
            faults: found,
            changed,
            style_only,
        } = look;
        let failed = found.has_errors();
        bulletin.at += 1;
        let sorted = found.sorted(&sources);
        bulletin.faults = faults(&sorted, editor, &settings.root, &sources, self.world);
        let edition = prepared
            .filter(|_| !failed)
            .map(|prepared| Arc::new(Edition::new(bulletin.at, prepared, Arc::clone(&sources))));
        if let Some(edition) = &edition {
            let style = changed.iter().any(|name| name.ends_with(".css"));
            if style {
                bulletin.style = bulletin.at;
            }
            // What was wrong may have been another page's: whatever is shown is asked for again.
            if !style_only || self.board.state_now().is_none_or(|s| !s.faults.is_empty()) {
                bulletin.page = bulletin.at;
            }
            let mut saved = changed.iter().filter_map(|name| edition.address_of(name));
            if let (Some(address), None) = (saved.next(), saved.next()) {
                bulletin.saved = Some((bulletin.at, address));
            }
            bulletin.marks = edition.marks(self.world.now());
        }
        let first = bulletin.at == 1;
        let base = edition
            .as_ref()
            .map(|e| e.prepared.site.config.base.clone());
        let old = self.board.put(edition.clone(), bulletin.faults.clone());
        let text = serde_json::to_string(&bulletin).expect("strings and numbers always serialise");
        self.news.send_replace(text.into());
        let mut sink = Sink::default();
        sink.extend(sorted);
        (self.teller)(Told::Look {
            changed: &changed,
            faults: sink,
            sources: &sources,
            failed,
            took: begun.elapsed(),
        });
        if first {
            (self.teller)(Told::Ready {
                base: base.as_deref().unwrap_or("/"),
                took: begun.elapsed(),
            });
        }
        // To take a large site apart takes time: nobody waits for it any more.
        drop(old);
        let now = self.world.now();
        let due = next_change(&edition?.prepared.site);
        // A clock that stands still never gets there.
        due.filter(|due| *due > now)
    }
}

/// The path below the project, with forward slashes; another path as it is.
fn name_of(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.display().to_string().replace('\\', "/")
}

/// What the walk of the folders passes over.
fn is_hidden(name: &str) -> bool {
    !name.starts_with('/') && name.split('/').any(|part| part.starts_with('.'))
}
