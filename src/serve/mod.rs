//! The preview server: shows the site to this machine, and again after every save.
//!
//! ```text
//! watch ─signals─► Worker: Session ─scan─► Snapshot ─► CurrentSnapshot ◄─state─ Pages ◄─asks─ http
//!                             └──────────── news ────────────────────────────────────────────┘
//! ```
//!
//! One thread owns the project and scans it after changes ([`session`]), using the same pipeline as
//! a build. The threads that answer render the requested page from the last good plan (`pages`).
//! Asynchronous code stays at the edge (`http`). The server writes nothing, and the path of a
//! request is never used as a path of the file system.

pub mod address;
mod bounded_stream;
mod current_snapshot;
mod fault;
mod findings;
#[cfg(any(test, feature = "fuzzing"))]
pub mod fuzzed;
mod headers;
mod http;
mod kind;
mod pages;
pub mod session;
mod snapshot;
#[cfg(test)]
mod tests;
mod watch;
mod worker;

use std::cell::{Cell, RefCell};
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::diagnostic::{Diagnostic, Sink};
use crate::project::Settings;
use crate::source::Sources;
use crate::world::World;

use current_snapshot::CurrentSnapshot;
pub use fault::Editor;
use http::PageRequest;
pub use http::bind;
use pages::Pages;
use session::Session;
use watch::{Signal, Watch};

/// Options of the server.
pub struct Options {
    pub settings: Settings,
    /// Whether pages go to the page that was just saved.
    pub follow: bool,
    /// Whether to poll for changes instead of watching the file system.
    pub poll: bool,
    pub editor: Editor,
}

/// What a server reports while it runs.
pub enum ServeEvent<'a> {
    /// The site is served, at this path.
    Ready { base: &'a str, took: Duration },
    /// A scan of the project has finished.
    Look {
        /// The changed files, by path below the project.
        changed: &'a [String],
        faults: Sink,
        sources: &'a Sources,
        /// There are errors: the site can't be shown as it now is.
        failed: bool,
        /// Whether it could be shown before, so that its pages stay.
        was_good: bool,
        /// Whether pages without errors are shown as they now are.
        updated: bool,
        took: Duration,
    },
    /// A page could not be rendered.
    Page(&'a Diagnostic, &'a Sources),
    /// Watching failed, for this reason; the server polls instead.
    Blind(&'a str),
}

/// Receives events, from any thread.
pub type Reporter<'a> = dyn Fn(ServeEvent<'_>) + Sync + 'a;

/// Number of threads that render.
const ANSWERERS: usize = 3;

/// Serves the site on `listeners` until the program is interrupted. Events go to `reporter`.
///
/// # Errors
/// A socket fails.
pub fn run(
    world: &dyn World,
    options: &Options,
    listeners: Vec<TcpListener>,
    reporter: &Reporter<'_>,
) -> io::Result<()> {
    let token = token();
    let current = CurrentSnapshot::default();
    let pages = Pages::new(
        world,
        &options.settings,
        &current,
        &options.editor,
        reporter,
        &token,
        options.follow,
    );
    let (signal, signals) = channel();
    let (news, newest) = tokio::sync::watch::channel(http::ReloadFeed::from("{}"));
    let (ask, asks) = channel();
    let asks = Mutex::new(asks);
    let root = &options.settings.root;
    let watch = match options.poll {
        true => Watch::none(root),
        false => Watch::new(root, signal.clone()),
    };
    let session = Session::new(world, options.settings.clone());
    std::thread::scope(|scope| {
        let current = &current;
        scope.spawn(move || {
            let worker = worker::Worker {
                world,
                options,
                current,
                news,
                reporter,
                roots: [
                    root.clone(),
                    world.canonical(root).unwrap_or_else(|_| root.clone()),
                ],
                blind_said: Cell::new(options.poll),
                was_good: Cell::new(false),
                saved: RefCell::default(),
            };
            worker.run(session, watch, &signals);
        });
        for _ in 0..ANSWERERS {
            scope.spawn(|| answer(&pages, &asks));
        }
        let ended = http::listen(listeners, ask, newest, &token);
        let _ = signal.send(Signal::Stop);
        ended
    })
}

fn answer(pages: &Pages<'_>, asks: &Mutex<Receiver<PageRequest>>) {
    loop {
        let ask = asks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(PageRequest { path, reply }) = ask else {
            return;
        };
        // The browser may have closed the connection.
        let _ = reply.send(pages.answer(&path));
    }
}

/// Returns 256 bits that can't be guessed: the standard library seeds its hashers from the
/// operating system.
fn token() -> String {
    let word = |n: u64| format!("{:016x}", RandomState::new().hash_one(n));
    (0..4).map(word).collect()
}

/// Returns the URL at which a browser reaches a socket, without a path.
pub fn origin(socket: SocketAddr) -> String {
    let port = socket.port();
    match socket.ip() {
        ip if ip.is_loopback() || ip.is_unspecified() => format!("http://localhost:{port}"),
        IpAddr::V4(ip) => format!("http://{ip}:{port}"),
        IpAddr::V6(ip) => format!("http://[{ip}]:{port}"),
    }
}
