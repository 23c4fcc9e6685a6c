//! What the fuzz targets use of the server's inside: a preview without sockets.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::extract::State;
use axum::http::Request;
use axum::response::Response;

use super::current_snapshot::CurrentSnapshot;
use super::fault::Editor;
use super::findings::Findings;
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

/// What is saved after the first look.
pub enum Saved<'a> {
    Nothing,
    /// Errors, so that the first look stays.
    Errors(&'a dyn Fn()),
    /// What can be shown.
    Change(&'a dyn Fn()),
}

/// The token of the channel of changes.
pub const TOKEN: &str = "a-token";

impl Preview {
    /// Previews the project at `root`: every page as it is, if it can be shown, then the pages after
    /// what was saved. Lives as long as the program.
    pub fn new(world: &'static dyn World, root: &Path, saved: Saved<'_>) -> Self {
        let settings: &Settings = Box::leak(Box::new(Settings::new(root)));
        let current: &CurrentSnapshot = Box::leak(Box::default());
        let editor = Editor(Some("editor://{file}:{line}".to_owned()));
        let editor: &Editor = Box::leak(Box::new(editor));
        let reporter: &Reporter<'_> = &|_: ServeEvent<'_>| {};
        let mut session = Session::new(world, settings.clone());
        let pages = Pages::new(world, settings, current, editor, reporter, TOKEN, true);
        let mut routes: Vec<String> = Vec::new();
        let mut look = |number| {
            let scan = session.scan(&ChangeSet::everything()).expect("a change");
            let failed = scan.faults.has_errors();
            let sorted = scan.faults.sorted(&scan.sources);
            let found = Findings::new(sorted, Arc::clone(&scan.sources), &[]);
            let prepared = scan.prepared.filter(|_| !failed);
            let snapshot = prepared.map(|prepared| {
                if routes.is_empty() {
                    let all = prepared.plan.pages.iter();
                    routes = all.map(|p| p.route.clone()).collect();
                }
                let mut snapshot = Snapshot::new(number, prepared, Arc::clone(&scan.sources));
                snapshot.faulty = found.faulty();
                snapshot
            });
            // A page whose file has changed since would be waited for.
            let base = snapshot
                .as_ref()
                .map(|s| s.prepared.site.config.base.clone());
            current.put(snapshot.map(Arc::new), Arc::new(found));
            for (route, base) in routes.iter().filter_map(|r| Some((r, base.as_ref()?))) {
                pages.answer(&format!("{base}{route}")[1..]);
            }
        };
        look(1);
        if let Saved::Errors(save) | Saved::Change(save) = saved {
            save();
            look(2);
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
