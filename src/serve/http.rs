//! Sockets: one of the two edges of the server (the other is [`watch`](super::watch)).
//!
//! All asynchronous code is here. A request is checked (who sends it, how, for what) and passed to
//! a thread that may read and render; its response is sent. A client that stops in the middle of
//! a request or of reading a response is cut off, and so is one that asks for nothing.

#![allow(
    clippy::disallowed_methods,
    reason = "this file is the one that listens"
)]

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::sync::{Semaphore, oneshot, watch};

use super::address::{decoded, is_own_host, is_own_origin};
use super::bounded_stream::BoundedStream;
use super::pages::{OWN, PageResponse, plain};

/// How long a client may take to send the head of a request, and how long a connection may wait for
/// the next one.
const HEAD: Duration = Duration::from_secs(10);
/// Maximum number of connections at once; others wait. Some systems allow a process only 256 open
/// files, and the project needs some too.
const CONNECTIONS: usize = 100;
/// How long to wait after a connection could not be accepted, for want of files or memory.
const PAUSE: Duration = Duration::from_millis(500);

/// A requested path, and the channel for the response.
pub struct PageRequest {
    pub path: String,
    pub reply: oneshot::Sender<PageResponse>,
}

/// What the pages are told about changes, as JSON.
pub type ReloadFeed = Arc<str>;

/// The context of a request handler.
#[derive(Clone)]
pub(super) struct RequestContext {
    asks: Sender<PageRequest>,
    news: watch::Receiver<ReloadFeed>,
    /// Path of the channel of changes, with its token.
    channel: Arc<str>,
}

impl RequestContext {
    pub(super) fn new(
        asks: Sender<PageRequest>,
        news: watch::Receiver<ReloadFeed>,
        token: &str,
    ) -> Self {
        Self {
            asks,
            news,
            channel: format!("/{OWN}news/{token}").into(),
        }
    }
}

/// Listens on both loopback addresses, or on the requested one.
///
/// # Errors
/// The port is taken, or the address does not belong to this machine.
pub fn bind(interface: Option<IpAddr>, port: u16) -> io::Result<Vec<TcpListener>> {
    if let Some(interface) = interface {
        return Ok(vec![TcpListener::bind(SocketAddr::new(interface, port))?]);
    }
    let four = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let port = four.local_addr()?.port();
    match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
        Ok(six) => Ok(vec![four, six]),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => Err(error),
        // A machine without IPv6.
        Err(_) => Ok(vec![four]),
    }
}

/// Serves until the program is interrupted or terminated.
///
/// # Errors
/// A socket fails.
pub fn listen(
    listeners: Vec<TcpListener>,
    asks: Sender<PageRequest>,
    news: watch::Receiver<ReloadFeed>,
    token: &str,
) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let ctx = RequestContext::new(asks, news, token);
    let router = Router::new().fallback(handle).with_state(ctx);
    runtime.block_on(async {
        let mut servers = Vec::new();
        let room = Arc::new(Semaphore::new(CONNECTIONS));
        for listener in listeners {
            listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let server = accept(listener, router.clone(), Arc::clone(&room));
            servers.push(tokio::spawn(server));
        }
        interrupted().await?;
        // Connections that listen for changes never end on their own.
        servers.iter().for_each(tokio::task::JoinHandle::abort);
        Ok(())
    })
}

/// Accepts connections while there is `room`, and answers their requests.
async fn accept(listener: tokio::net::TcpListener, router: Router, room: Arc<Semaphore>) {
    while let Ok(place) = Arc::clone(&room).acquire_owned().await {
        let stream = match listener.accept().await {
            Ok((stream, _)) => BoundedStream::new(stream),
            Err(error) => {
                if !is_of_client(&error) {
                    tokio::time::sleep(PAUSE).await;
                }
                continue;
            }
        };
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let _place = place;
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD)
                .serve_connection(TokioIo::new(stream), service);
            // That a client stops in the middle is not the server's fault.
            let _ = connection.await;
        });
    }
}

/// Whether a connection could not be accepted because its client has ended it.
fn is_of_client(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::Interrupted
    )
}

#[cfg(unix)]
async fn interrupted() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminated = signal(SignalKind::terminate())?;
    tokio::select! {
        ended = tokio::signal::ctrl_c() => ended,
        _ = terminated.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn interrupted() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}

pub(super) async fn handle(State(ctx): State<RequestContext>, request: Request<Body>) -> Response {
    let (parts, _) = request.into_parts();
    let headers = &parts.headers;
    let named = parts
        .uri
        .authority()
        .is_none_or(|a| is_own_host(a.as_str()));
    let Some(host) = host(headers).filter(|host| named && is_own_host(host)) else {
        return refused("This server only answers requests to localhost or to an IP address.");
    };
    if parts.method != Method::GET && parts.method != Method::HEAD {
        let mut response = sent(
            plain(405, "This server only answers GET and HEAD requests."),
            headers,
        );
        let allowed = HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(header::ALLOW, allowed);
        return response;
    }
    let raw = parts.uri.path();
    if raw.starts_with(&format!("/{OWN}news/")) {
        return match raw == &*ctx.channel && is_own_page(headers, host) {
            true => channel(ctx.news, parts.method == Method::HEAD),
            false => refused("Only a page of this server may listen for changes."),
        };
    }
    let Some(path) = decoded(raw) else {
        return sent(
            plain(400, "This is not a valid address of a page."),
            headers,
        );
    };
    let (reply, answer) = oneshot::channel();
    let asked = ctx.asks.send(PageRequest { path, reply });
    match (asked, answer.await) {
        (Ok(()), Ok(answer)) => sent(answer, headers),
        // The server is stopping.
        _ => sent(plain(503, "The server is stopping."), headers),
    }
}

/// Returns the only `Host` of a request; `None` if there are several.
fn host(headers: &HeaderMap) -> Option<&str> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = hosts.next()?.to_str().ok()?;
    hosts.next().is_none().then_some(host)
}

/// Whether a request comes from a page that this server sent. A browser may omit `Origin` for a
/// request to the same server; `Sec-Fetch-Site` then says so.
fn is_own_page(headers: &HeaderMap, host: &str) -> bool {
    let text = |value: &HeaderValue| value.to_str().map(str::to_owned).unwrap_or_default();
    let origins = headers.get_all(header::ORIGIN).iter();
    let mut sites = headers.get_all("sec-fetch-site").iter();
    origins.map(text).all(|origin| is_own_origin(&origin, host))
        && sites.all(|site| site == "same-origin")
}

fn refused(why: &str) -> Response {
    sent(plain(403, why), &HeaderMap::new())
}

/// Converts a response, with the headers that all responses have.
fn sent(answer: PageResponse, asked: &HeaderMap) -> Response {
    let known = answer.etag.as_ref().is_some_and(|etag| {
        let given = asked.get_all(header::IF_NONE_MATCH).iter();
        given.filter_map(|v| v.to_str().ok()).any(|v| v == etag)
    });
    let unchanged = known && answer.status == 200;
    let body = match unchanged {
        true => Body::empty(),
        false => Body::from(Bytes::from_owner(answer.body)),
    };
    let mut response = Response::new(body);
    *response.status_mut() = match unchanged {
        true => StatusCode::NOT_MODIFIED,
        false => StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
    };
    let headers = response.headers_mut();
    for (name, value) in answer.headers.iter() {
        let pair = (name.parse::<HeaderName>(), HeaderValue::from_str(value));
        if let (Ok(name), Ok(value)) = pair {
            headers.insert(name, value);
        }
    }
    let mut own = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    own(header::CONTENT_TYPE, answer.kind);
    own(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    own(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    match &answer.etag {
        Some(etag) => {
            own(header::ETAG, etag);
            own(header::CACHE_CONTROL, "no-cache");
        }
        None => own(header::CACHE_CONTROL, "no-store"),
    }
    if let Some(location) = &answer.location {
        own(header::LOCATION, location);
    }
    response
}

/// Returns the channel of changes: server-sent events, starting with the current state.
fn channel(mut news: watch::Receiver<ReloadFeed>, head: bool) -> Response {
    news.mark_changed();
    let answer = PageResponse {
        kind: "text/event-stream",
        ..plain(200, "")
    };
    let mut response = sent(answer, &HeaderMap::new());
    *response.body_mut() = match head {
        true => Body::empty(),
        false => Sse::new(unfold(news, next)).into_response().into_body(),
    };
    response
}

/// Returns the latest message as soon as there is one; `None` when the server stops. A slow
/// listener misses all but the latest.
async fn next(
    mut news: watch::Receiver<ReloadFeed>,
) -> Option<(Result<Event, Infallible>, watch::Receiver<ReloadFeed>)> {
    news.changed().await.ok()?;
    let event = Event::default().data(&*news.borrow_and_update());
    Some((Ok(event), news))
}
