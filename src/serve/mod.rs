//! The site while it is written: shown to this machine, and again at every save.
//!
//! ```text
//! watch ─signals─► Worker: Session ─scan─► Snapshot ─► CurrentSnapshot ◄─state─ Pages ◄─asks─ http
//!                            └──────────── news ─────────────────────────────────┘
//! ```
//!
//! One thread owns the project and looks at it when something changed ([`session`]); the same
//! pipeline as a build's makes a plan of it. Threads that answer render the page that is asked
//! for from the last good plan (`pages`). What is asynchronous stays at the edge (`http`).
//! Nothing is written, and no path of a request is ever one of the file system.

pub mod address;
mod current_snapshot;
mod fault;
mod headers;
mod http;
mod kind;
mod pages;
pub mod session;
mod snapshot;
mod watch;
mod worker;

use std::cell::Cell;
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

/// What is asked of the server.
pub struct Options {
    pub settings: Settings,
    /// Pages go to what was just saved.
    pub follow: bool,
    /// Changes are looked for, not watched for.
    pub poll: bool,
    pub editor: Editor,
}

/// What a server has to say while it runs.
pub enum ServeEvent<'a> {
    /// It shows the site, at this path.
    Ready { base: &'a str, took: Duration },
    /// A look at the project is over.
    Look {
        /// What changed, below the project.
        changed: &'a [String],
        faults: Sink,
        sources: &'a Sources,
        /// The site can't be shown as it now is.
        failed: bool,
        took: Duration,
    },
    /// A page could not be rendered.
    Page(&'a Diagnostic, &'a Sources),
    /// Changes can't be watched for, and why; they are looked for instead.
    Blind(&'a str),
}

/// Takes what is said, from any thread.
pub type Reporter<'a> = dyn Fn(ServeEvent<'_>) + Sync + 'a;

/// Threads that render.
const ANSWERERS: usize = 3;

/// Shows the site at `listeners` until the program is interrupted. `reporter` is told how it goes.
///
/// # Errors
/// What the operating system says of the sockets.
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
        // Whoever asked may have gone.
        let _ = reply.send(pages.answer(&path));
    }
}

/// 256 bits that nobody can guess: the standard library seeds its hashers from the operating
/// system.
fn token() -> String {
    let word = |n: u64| format!("{:016x}", RandomState::new().hash_one(n));
    (0..4).map(word).collect()
}

/// Where a browser finds what is listened at, without a path.
pub fn origin(socket: SocketAddr) -> String {
    let port = socket.port();
    match socket.ip() {
        ip if ip.is_loopback() || ip.is_unspecified() => format!("http://localhost:{port}"),
        IpAddr::V4(ip) => format!("http://{ip}:{port}"),
        IpAddr::V6(ip) => format!("http://[{ip}]:{port}"),
    }
}
