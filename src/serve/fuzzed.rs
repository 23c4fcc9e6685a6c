//! What the fuzz targets use of the server's inside: a preview without sockets.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::extract::State;
use axum::http::Request;
use axum::response::Response;

use super::current_snapshot::CurrentSnapshot;
use super::fault::{self, Editor};
use super::http::{self, PageRequest};
use super::pages::Pages;
use super::session::Session;
use super::snapshot::Snapshot;
use super::{Reporter, ServeEvent};
use crate::project::{ChangeSet, Settings};
use crate::world::World;

/// Answers requests as the server does.
pub struct Preview {
    context: http::RequestContext,
    runtime: Mutex<tokio::runtime::Runtime>,
    pub routes: Vec<String>,
}

/// An answer with its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
}

/// The token of the channel of changes.
pub const TOKEN: &str = "a-token";

impl Preview {
    /// Previews the project at `root`: every page as it is, then the same pages with the errors of
    /// what `save` has changed. Lives as long as the program.
    pub fn new(world: &'static dyn World, root: &Path, save: Option<&dyn Fn()>) -> Self {
        let settings: &Settings = Box::leak(Box::new(Settings::new(root)));
        let current: &CurrentSnapshot = Box::leak(Box::default());
        let editor: &Editor = Box::leak(Box::new(Editor(None)));
        let reporter: &Reporter<'_> = &|_: ServeEvent<'_>| {};
        let mut session = Session::new(world, settings.clone());
        let scan = session.scan(&ChangeSet::everything()).expect("the first");
        let prepared = scan.prepared.expect("a site");
        let routes = prepared.plan.pages.iter().map(|p| p.route.clone());
        let routes: Vec<String> = routes.collect();
        let base = prepared.site.config.base.clone();
        let mut snapshot = Snapshot::new(1, prepared, scan.sources);
        snapshot.complete = save.is_none();
        current.put(Some(Arc::new(snapshot)), Vec::new());
        let pages = Pages::new(world, settings, current, editor, reporter, TOKEN, true);
        // A page whose file has changed since would be waited for.
        for route in &routes {
            pages.answer(&format!("{base}{route}")[1..]);
        }
        if let Some(save) = save {
            save();
            if let Some(scan) = session.scan(&ChangeSet::everything()) {
                let found = scan.faults.sorted(&scan.sources);
                let found = fault::faults(&found, editor, root, &scan.sources, world);
                current.put(None, found);
            }
        }
        let (asks, asked) = channel();
        std::thread::spawn(move || answer(&pages, &asked));
        let (news, listener) = tokio::sync::watch::channel(http::ReloadFeed::from("{}"));
        // Whoever listens hears nothing more.
        drop(news);
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        Self {
            context: http::RequestContext::new(asks, listener, TOKEN),
            runtime: Mutex::new(runtime.expect("a runtime")),
            routes,
        }
    }

    /// Answers a request.
    pub fn answer(&self, request: Request<Body>) -> Answer {
        let runtime = self.runtime.lock().unwrap_or_else(PoisonError::into_inner);
        runtime.block_on(async {
            let response = http::handle(State(self.context.clone()), request).await;
            read(response).await
        })
    }
}

fn answer(pages: &Pages<'_>, asked: &Receiver<PageRequest>) {
    while let Ok(PageRequest { path, reply }) = asked.recv() {
        // A panic here would leave the request without an answer.
        if reply.send(pages.answer(&path)).is_err() {
            return;
        }
    }
}

async fn read(response: Response) -> Answer {
    let (parts, body) = response.into_parts();
    let headers = parts.headers.iter();
    let header = |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
        (name.to_string(), value.as_bytes().to_vec())
    };
    let headers = headers.map(header).collect();
    let body = axum::body::to_bytes(body, usize::MAX).await;
    Answer {
        status: parts.status.as_u16(),
        headers,
        body: body.map(|bytes| bytes.to_vec()).unwrap_or_default(),
    }
}
